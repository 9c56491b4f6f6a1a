/** What the compatibility table says: one combination for every row, and what decides when several hold. */

import { describe, expect, test } from '@jest/globals';
import { assess } from '../../src/compat/assess.ts';
import {
  CERTAINTIES,
  type Combination,
  type CompatVerdict,
  type FirmwareKind,
  type Need,
  type Payload,
  type Row,
  VERDICTS,
  type VmmInfo,
} from '../../src/compat/combination.ts';
import type { HostAbi } from '../../src/compat/host-abi.ts';
import { ROWS } from '../../src/compat/table.ts';

const ch = (version: string, tdx = true): VmmInfo => ({ name: 'cloud-hypervisor', version, tdx });
const qemu = (version: string, tdx = true): VmmInfo => ({ name: 'qemu', version, tdx });

type Case = readonly [
  decisive: string,
  verdict: CompatVerdict,
  vmm: VmmInfo,
  firmware: FirmwareKind | undefined,
  release: string | undefined,
  payload: Payload,
  host: HostAbi | undefined,
  more?: Partial<Combination>,
];

function combination([, , vmm, kind, release, payload, host, more = {}]: Case): Combination {
  return { platform: 'tdx', vmm, firmware: { kind, release }, payload, host, cpus: 1, needs: [], ...more };
}

const KVM: Partial<Combination> = { platform: 'kvm' };
const EMULATED: Partial<Combination> = { platform: 'emulated' };
const EMULATED_TD: Partial<Combination> = { platform: 'tdx-emulated' };
const PIN = 'edk2-stable202211-242-g13b97736c8';

/** Cases that differ by one need. */
function needsOf(
  vmm: VmmInfo,
  verdict: CompatVerdict,
  rows: readonly (readonly [decisive: string, need: Need])[],
  more: Partial<Combination> = {},
): Case[] {
  return rows.map(([decisive, need]) => [
    decisive,
    verdict,
    vmm,
    undefined,
    undefined,
    'disk',
    undefined,
    { ...more, needs: [need] },
  ]);
}
const TDVF_DEBUG = (release: string, defines: readonly string[] = []): Partial<Combination> => ({
  firmware: { kind: 'tdvf', release, build: 'debug', defines },
});

/** The first word is the row that decides. */
const CASES: readonly Case[] = [
  // A debug build asserts where its boot menu is missing.
  [
    'tdvf-202605-debug',
    'crashes',
    qemu('10.2.0'),
    'tdvf',
    'edk2-stable202605',
    'disk',
    'upstream',
    TDVF_DEBUG('edk2-stable202605'),
  ],
  [
    'tdvf-202605-debug',
    'crashes',
    qemu('7.2.22'),
    'tdvf',
    'edk2-stable202605',
    'kernel',
    'upstream',
    { ...EMULATED_TD, ...TDVF_DEBUG('edk2-stable202605') },
  ],
  [
    'tdvf-without-ui',
    'crashes',
    qemu('10.2.0'),
    'tdvf',
    'edk2-stable202511',
    'disk',
    'upstream',
    TDVF_DEBUG('edk2-stable202511', ['BUILD_FIRMWARE_UI=FALSE']),
  ],
  [
    'qemu-tdvf',
    'works',
    qemu('10.2.0'),
    'tdvf',
    'edk2-stable202511',
    'disk',
    'upstream',
    TDVF_DEBUG('edk2-stable202511'),
  ],
  // The TD monitor.
  ['td-monitor-tdvf', 'works', qemu('7.2.22'), 'distribution', undefined, 'kernel', 'upstream', EMULATED_TD],
  ['td-monitor-ovmf', 'works', qemu('7.2.22'), 'plain-ovmf', undefined, 'disk', 'intel-2022', EMULATED_TD],
  [
    'td-monitor-ovmf-upstream',
    'unknown',
    qemu('7.2.22'),
    'plain-ovmf',
    undefined,
    'kernel',
    'upstream',
    EMULATED_TD,
  ],
  ['tdvf-rbp', 'hangs-silently', qemu('7.2.22'), 'tdvf', PIN, 'kernel', 'upstream', EMULATED_TD],
  ['td-monitor-qemu', 'not-offered', qemu('6.2.0'), 'tdvf', PIN, 'disk', 'intel-2022', EMULATED_TD],
  ['td-monitor-qemu-7.2.9', 'crashes', qemu('7.2.9'), 'tdvf', PIN, 'disk', 'intel-2022', EMULATED_TD],
  ['td-monitor-tdvf', 'works', qemu('7.2.10'), 'tdvf', PIN, 'disk', 'intel-2022', EMULATED_TD],
  [
    'td-monitor-qemu-8.2.1',
    'crashes',
    qemu('8.0.0'),
    'distribution',
    undefined,
    'kernel',
    'upstream',
    EMULATED_TD,
  ],
  [
    'td-monitor-qemu-8.2.1',
    'crashes',
    qemu('8.2.1'),
    'distribution',
    undefined,
    'kernel',
    'upstream',
    EMULATED_TD,
  ],
  ['td-monitor-tdvf', 'works', qemu('8.2.2'), 'distribution', undefined, 'kernel', 'upstream', EMULATED_TD],
  [
    'td-monitor-cpus',
    'not-offered',
    qemu('7.2.22'),
    'tdvf',
    PIN,
    'disk',
    'intel-2022',
    { ...EMULATED_TD, cpus: 17 },
  ],
  [
    'td-monitor-memory',
    'not-offered',
    qemu('7.2.22'),
    'tdvf',
    PIN,
    'disk',
    'intel-2022',
    { ...EMULATED_TD, needs: ['odd-memory'] },
  ],
  [
    'td-monitor-td-shim-initrd',
    'not-offered',
    qemu('7.2.22'),
    'td-shim',
    undefined,
    'kernel',
    'upstream',
    { ...EMULATED_TD, needs: ['initrd'] },
  ],
  ['td-monitor-td-shim', 'works', qemu('7.2.22'), 'td-shim', 'v0.8.0', 'kernel', 'intel-2022', EMULATED_TD],
  [
    'td-monitor-td-shim-payload',
    'works',
    qemu('7.2.22'),
    'td-shim-executable',
    'v0.8.0',
    'executable',
    'intel-2022',
    EMULATED_TD,
  ],
  [
    'td-monitor-quotes',
    'unknown',
    qemu('7.2.22'),
    'tdvf',
    PIN,
    'disk',
    'intel-2022',
    { ...EMULATED_TD, needs: ['quote-socket'] },
  ],
  ['ch-emulated', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', 'intel-2022', EMULATED_TD],
  // The documented combination, and what broke it since.
  ['ch-tdvf-disk', 'works', ch('35.0'), 'tdvf', PIN, 'disk', 'intel-2022'],
  ['ch-tdvf-disk', 'works', ch('52.0'), 'tdvf', PIN, 'disk', 'intel-2022', { cpus: 16 }],
  ['ch-td-shim-kernel', 'works', ch('47.0'), 'td-shim', 'v0.8.0', 'kernel', 'intel-2022', { cpus: 4 }],
  ['ch-48-firmware-and-kernel', 'refused', ch('48.0'), 'td-shim', 'v0.8.0', 'kernel', 'intel-2022'],
  ['ch-tdvf-kernel', 'not-offered', ch('52.0'), 'tdvf', PIN, 'kernel', 'intel-2022'],
  [
    'ch-tdvf-kernel',
    'not-offered',
    { name: 'cloud-hypervisor' },
    'distribution',
    undefined,
    'kernel',
    undefined,
  ],
  ['ch-before-35', 'not-offered', ch('34.0'), 'tdvf', PIN, 'disk', 'intel-2022'],
  [
    'ch-48-firmware-and-kernel',
    'refused',
    ch('52.0-3-gabcdef0'),
    'td-shim',
    'v0.8.0',
    'kernel',
    'intel-2022',
  ],
  ['ch-53-no-tdx', 'does-not-build', ch('53.0'), 'tdvf', PIN, 'disk', 'intel-2022'],
  ['ch-without-tdx', 'refused', ch('47.0', false), 'tdvf', PIN, 'disk', 'intel-2022'],
  ['ch-other-abi', 'refused', ch('47.0'), 'tdvf', 'edk2-stable202511', 'disk', 'upstream'],
  ['ch-other-abi', 'refused', ch('52.0'), 'tdvf', 'edk2-stable202511', 'disk', 'intel-canonical'],
  ['ch-patched', 'unknown', ch('52.0-23-g0123abc'), 'tdvf', 'edk2-stable202605', 'disk', 'upstream'],
  // The upstream stack.
  ['qemu-tdvf', 'works', qemu('10.1.0'), 'tdvf', 'edk2-stable202405', 'kernel', 'upstream', { cpus: 64 }],
  ['qemu-tdvf', 'works', qemu('11.1.3'), 'tdvf', 'edk2-stable202511', 'disk', 'upstream'],
  ['tdvf-rbp', 'hangs-silently', qemu('10.1.0'), 'tdvf', PIN, 'disk', 'upstream'],
  ['tdvf-rbp', 'hangs-silently', qemu('10.2.0'), 'tdvf', 'edk2-stable202402', 'kernel', 'upstream'],
  ['tdvf-rbp', 'hangs-silently', qemu('8.2.2'), 'tdvf', PIN, 'disk', 'intel-canonical'],
  [
    'tdvf-202605-cpus',
    'unknown',
    qemu('10.2.0'),
    'tdvf',
    'edk2-stable202605',
    'disk',
    'upstream',
    { cpus: 2 },
  ],
  [
    'qemu-tdvf',
    'works',
    qemu('10.2.0'),
    'tdvf',
    'edk2-stable202605',
    'disk',
    'upstream',
    { firmware: { kind: 'tdvf', release: 'edk2-stable202605', build: 'release' } },
  ],
  ['qemu-distribution', 'works', qemu('10.2.0'), 'distribution', undefined, 'disk', 'upstream'],
  ['qemu-distribution-secure', 'works', qemu('10.2.0'), 'distribution-secure', undefined, 'disk', 'upstream'],
  ['plain-ovmf', 'hangs-silently', qemu('10.2.0'), 'plain-ovmf', undefined, 'disk', 'upstream'],
  [
    'qemu-without-tdx-guest',
    'refused',
    qemu('10.0.13', false),
    'tdvf',
    'edk2-stable202511',
    'disk',
    'upstream',
  ],
  ['qemu-before-10.1', 'refused', qemu('9.2.1'), 'tdvf', 'edk2-stable202511', 'disk', 'upstream'],
  ['qemu-on-old-abi', 'refused', qemu('10.1.0'), 'tdvf', 'edk2-stable202511', 'disk', 'intel-2022'],
  ['host-without-tdx', 'refused', qemu('10.1.0'), 'tdvf', 'edk2-stable202511', 'disk', 'none'],
  // td-shim.
  ['qemu-td-shim-linux', 'refused', qemu('10.1.0'), 'td-shim', 'v0.8.0', 'kernel', 'upstream'],
  [
    'qemu-td-shim-executable',
    'works',
    qemu('8.2.2'),
    'td-shim-executable',
    'v0.8.0',
    'executable',
    'intel-canonical',
  ],
  [
    'qemu-td-shim-scratch',
    'refused',
    qemu('10.1.0'),
    'td-shim-executable',
    'v0.8.0',
    'executable',
    'upstream',
  ],
  ['ch-td-shim-executable', 'works', ch('47.0'), 'td-shim-example', 'v0.8.0', 'executable', 'intel-2022'],
  [
    'td-shim-rbp',
    'crashes',
    qemu('8.2.2'),
    'td-shim-example',
    'v0.8.0',
    'executable',
    'intel-canonical',
    { cpus: 2 },
  ],
  ['td-shim-without-kernel', 'hangs-silently', ch('47.0'), 'td-shim', 'v0.8.0', 'disk', 'intel-2022'],
  // Without a Trust Domain the host does not matter.
  [
    'td-shim-without-td',
    'hangs-silently',
    qemu('7.2'),
    'td-shim',
    'v0.8.0',
    'kernel',
    undefined,
    { platform: 'emulated' },
  ],
  [
    'qemu-plain-tdvf',
    'works',
    qemu('7.2'),
    'tdvf',
    PIN,
    'kernel',
    undefined,
    { platform: 'emulated', cpus: 4 },
  ],
  ['qemu-plain-tdvf', 'works', qemu('7.2'), 'tdvf', undefined, 'disk', undefined, { platform: 'kvm' }],
  [
    'qemu-plain-kernel',
    'works',
    qemu('7.2'),
    'tdvf',
    undefined,
    'kernel',
    undefined,
    { ...EMULATED, firmware: 'none' },
  ],
  ['ch-emulated', 'not-offered', ch('47.0'), 'tdvf', undefined, 'disk', undefined, EMULATED],
  ['ch-kvm-tdvf', 'refused', ch('47.0'), 'tdvf', undefined, 'disk', undefined, KVM],
  [
    'ch-kvm-firmware-and-kernel',
    'refused',
    ch('47.0'),
    undefined,
    undefined,
    'kernel',
    undefined,
    { ...KVM, needs: ['firmware'] },
  ],
  // What a VMM does not offer, whatever its version.
  [
    'td-without-firmware',
    'refused',
    qemu('10.1.0'),
    'tdvf',
    undefined,
    'kernel',
    'upstream',
    { firmware: 'none' },
  ],
  [
    'td-flash',
    'refused',
    qemu('10.1.0'),
    undefined,
    undefined,
    'disk',
    'upstream',
    { needs: ['firmware', 'flash'] },
  ],
  [
    'ch-td-initrd',
    'not-offered',
    ch('47.0'),
    'td-shim',
    'v0.8.0',
    'kernel',
    'intel-2022',
    { needs: ['initrd'] },
  ],
  [
    'ch-flash',
    'not-offered',
    ch('47.0'),
    undefined,
    undefined,
    'disk',
    undefined,
    { ...KVM, needs: ['flash'] },
  ],
  ['ch-disk-bus', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', 'intel-2022', { needs: ['nvme'] }],
  ['ch-disk-bus', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', 'intel-2022', { needs: ['sata'] }],
  ['ch-backing-file', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', undefined, { needs: ['backing-file'] }],
  [
    'ch-raw-like-qcow2',
    'not-offered',
    ch('50.0'),
    'tdvf',
    PIN,
    'disk',
    undefined,
    { needs: ['raw-like-qcow2'] },
  ],
  ['ch-tdvf-disk', 'works', ch('51.0'), 'tdvf', PIN, 'disk', 'intel-2022', { needs: ['raw-like-qcow2'] }],
  ['ch-user-network', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', undefined, { needs: ['user-network'] }],
  ['ch-quote-socket', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', undefined, { needs: ['quote-socket'] }],
  ['ch-typing-long', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', undefined, { needs: ['typing-long'] }],
  ['ch-typing-both', 'not-offered', ch('47.0'), 'tdvf', PIN, 'disk', undefined, { needs: ['typing-both'] }],
  [
    'qemu-tdvf',
    'works',
    qemu('10.1.0'),
    'tdvf',
    'edk2-stable202511',
    'kernel',
    'upstream',
    {
      needs: ['initrd', 'nvme', 'sata', 'backing-file', 'user-network', 'quote-socket', 'typing-both'],
    },
  ],
  ...needsOf(ch('47.0'), 'not-offered', [
    ['ch-9p', '9p'],
    ['ch-cpu', 'cpu'],
    ['ch-disk-bus', 'scsi'],
    ['ch-memory-file', 'memory-file'],
    ['ch-smbios', 'smbios-fields'],
    ['ch-td-attributes', 'td-attributes'],
    ['ch-td-attributes', 'td-identity'],
  ]),
  ...needsOf(
    qemu('7.2.22'),
    'not-offered',
    [
      ['td-monitor-cpu', 'cpu'],
      ['td-monitor-topology', 'topology'],
      ['td-monitor-identity', 'td-identity'],
      ['qemu-td-virtiofs', 'virtiofs'],
    ],
    EMULATED_TD,
  ),
  ...needsOf(qemu('10.1.0'), 'not-offered', [['qemu-td-virtiofs', 'virtiofs']]),
  ...needsOf(qemu('7.2.22'), 'unknown', [['td-monitor-vfio', 'vfio']], EMULATED_TD),
  ...needsOf(qemu('10.1.0'), 'refused', [['qemu-td-debug', 'td-debug']]),
  ...needsOf(qemu('8.2.2'), 'not-offered', [['qemu-iommufd', 'vfio']], KVM),
  ...needsOf(qemu('10.1.0'), 'unknown', [['vmm-args', 'vmm-args']], KVM),
  ...needsOf(ch('47.0'), 'unknown', [['vmm-args', 'vmm-args']]),
  // Guest kernels.
  [
    'guest-before-5.19',
    'unknown',
    qemu('10.1.0'),
    'tdvf',
    'edk2-stable202511',
    'kernel',
    'upstream',
    { guestKernel: '5.14.0-570.el9' },
  ],
  [
    'guest-mtrr',
    'unknown',
    qemu('10.1.0'),
    'tdvf',
    'edk2-stable202511',
    'kernel',
    'upstream',
    { guestKernel: '5.19.0-rc8' },
  ],
  [
    'qemu-tdvf',
    'works',
    qemu('10.1.0'),
    'tdvf',
    'edk2-stable202511',
    'kernel',
    'upstream',
    { guestKernel: '6.1.0-56-cloud-amd64' },
  ],
];

describe('the row that decides', () => {
  test.each(CASES.map((row): [string, Case] => [`${row[0]}: ${JSON.stringify(combination(row))}`, row]))(
    '%s',
    (_, row) => {
      const { decisive, verdict } = assess(combination(row));
      expect([decisive?.id, verdict]).toEqual([row[0], row[1]]);
    },
  );

  test('every row of the table decides somewhere above', () => {
    const reached = new Set(CASES.map(([id]) => id));
    expect(ROWS.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });
});

describe('an unknown value is not guessed', () => {
  test.each<[string, Case]>([
    [
      'no row covers it',
      ['', 'unknown', qemu('8.2.2'), 'distribution', undefined, 'disk', 'intel-canonical'],
    ],
    [
      'nothing but the name of the VMM',
      ['', 'unknown', { name: 'qemu' }, undefined, undefined, 'disk', undefined],
    ],
    ['an image of unknown make', ['', 'unknown', qemu('10.2.0'), undefined, undefined, 'disk', 'upstream']],
    [
      'no version',
      ['', 'unknown', { name: 'qemu', tdx: true }, 'tdvf', 'edk2-stable202511', 'disk', 'upstream'],
    ],
  ])('%s', (_, row) => {
    const { verdict, decisive } = assess(combination(row));
    expect([verdict, decisive]).toEqual(['unknown', undefined]);
  });

  test('a release that is not known may be the one that hangs: it is told, and decides nothing', () => {
    const row: Case = ['', 'unknown', qemu('10.2.0'), 'tdvf', undefined, 'disk', 'upstream'];
    const { verdict, open } = assess(combination(row));
    expect([verdict, open.map(({ row: { id }, unknown }) => [id, unknown])]).toEqual([
      'unknown',
      [
        ['tdvf-rbp', ['the release of the firmware']],
        ['tdvf-202605-debug', ['the release of the firmware', 'how the firmware was built']],
      ],
    ]);
  });

  test('a combination that works is unknown as long as a row against it may hold', () => {
    const works: Row = row({ id: 'good', verdict: 'works' });
    const against: Row = row({
      id: 'bad',
      verdict: 'crashes',
      when: { platforms: ['tdx'], guestKernel: { from: '6' } },
    });
    const all = combination(['', 'unknown', qemu('10.2.0'), 'tdvf', undefined, 'disk', 'upstream']);
    expect(assess(all, [works]).verdict).toBe('works');
    expect(assess(all, [works, against])).toEqual({
      verdict: 'unknown',
      decisive: works,
      rows: [works],
      open: [{ row: against, unknown: ["the guest kernel's release"] }],
    });
    expect(assess({ ...all, guestKernel: '5.10' }, [works, against]).verdict).toBe('works');
    expect(assess({ ...all, guestKernel: '6.0' }, [works, against]).verdict).toBe('crashes');
  });
});

test('of several rows that hold, the one that ends the boot first decides', () => {
  const verdicts: CompatVerdict[] = [
    'works',
    'unknown',
    'hangs-silently',
    'crashes',
    'refused',
    'not-offered',
    'does-not-build',
  ];
  const table = verdicts.map((verdict) => row({ id: verdict, verdict }));
  const any = combination(['', 'unknown', qemu('10.2.0'), 'tdvf', undefined, 'disk', 'upstream']);
  expect(assess(any, table).rows.map(({ id }) => id)).toEqual([...verdicts].reverse());
});

describe('every row can be read and checked', () => {
  test('ids are unique', () => {
    const ids = ROWS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test.each(ROWS.map((each): [string, Row] => [each.id, each]))('%s', (id, each) => {
    expect(id).toMatch(/^[a-z0-9]+([-.][a-z0-9]+)*$/);
    expect(VERDICTS).toContain(each.verdict);
    expect(CERTAINTIES).toContain(each.certainty);
    expect(each.reference.length).toBeGreaterThan(10);
    expect(each.reason).not.toMatch(/\.$/);
    expect(each.when.platforms.length).toBeGreaterThan(0);
    if (each.verdict !== 'works') expect(each.advice).toMatch(/\.$/);
  });
});

function row(more: Partial<Row> & Pick<Row, 'id' | 'verdict'>): Row {
  return {
    when: { platforms: ['tdx'] },
    about: 'platform',
    reason: 'so it is',
    reference: 'a test',
    certainty: 'inferred',
    ...more,
  };
}

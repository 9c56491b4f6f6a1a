/** A real TDVF, built from a whole edk2 tree: inspected, booted with a real kernel and judged, restored by the action. */

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import { authenticode } from '../../src/tdx/authenticode.ts';
import type { PossibleEvents, PossibleValue } from '../../src/tdx/possible-values.ts';
import { patchSetupHeader } from '../../src/tdx/setup-header.ts';
import { runAct } from '../support/act.ts';
import { KERNEL, Lab, ROOT, TD_KERNEL } from '../support/cli.ts';
import { givingEfiVariables, microsoftKeys, shimDisk, tdDisk } from '../support/td-disk.ts';
import { CERTIFICATES, signatureList } from '../tdx/signature-builder.ts';
import { enroll, GLOBAL, IMAGE_SECURITY } from '../tdx/variable-builder.ts';

/** The build takes some two minutes on two cores, and waits for any other build of a busy machine. */
const BUILD_LIMIT = 30 * 60_000;
jest.setTimeout(BUILD_LIMIT);

/** The upstream tree of edk2-stable202211 from the distribution's source package; script/setup gets it. */
const EDK2 = path.join(ROOT, '.cache/edk2');

interface Built {
  readonly path: string;
  readonly manifest: string;
  readonly sha256: string;
  readonly from: string;
}

const lab = new Lab();
/** One store for all of this file, as all jobs of a runner share one. */
const env = { XDG_CACHE_HOME: lab.path('cache') };
let built: Built;
/**
 * One build, because it is the dearest thing in CI. Debug: other tests boot a distribution's release build, and the unit
 * tests of the recipe and the store build both types of a fake tree. Secure Boot: its boots are compared with their predictions.
 */
const BUILD = 'debug';
const DEFINE = 'SECURE_BOOT_ENABLE=TRUE';
const OPTIONS = ['--repository', EDK2, '--build', BUILD, '--define', DEFINE];
const firmware = { recipe: 'tdvf', build: BUILD, repository: EDK2, defines: [DEFINE] };
/** Nobody knows which edk2 a directory holds, so the host that its firmware of 2022 needs is named. */
const EMULATED_TD = {
  platform: 'tdx-emulated',
  'td-monitor': { host: 'intel-2022' },
  firmware,
};

beforeAll(async () => {
  if (!fs.existsSync(EDK2)) throw new Error(`${EDK2} is missing, run script/setup`);
  const args = ['firmware', 'build', 'tdvf', ...OPTIONS, '--json'];
  const { code, stdout, stderr } = await lab.cli(args, { env, timeout: BUILD_LIMIT });
  if (code !== 0) throw new Error(`the build of TDVF ended with ${code}:\n${stderr}`);
  built = JSON.parse(stdout);
});
afterAll(() => lab.remove());

describe('TDVF', () => {
  test('has the sections of the pin, and nothing that a VMM refuses', async () => {
    const { code, stdout } = await lab.cli(['firmware', 'inspect', built.path, '--json'], { env });
    const { sections, findings } = JSON.parse(stdout);
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
    expect(sections.map(({ name }: { name: string }) => name)).toEqual([
      ...['BFV', 'CFV', 'TempMem', 'TempMem', 'TD_HOB', 'TempMem'],
    ]);
  });

  test('boots a real kernel, which the judge sees', async () => {
    const { code, result, raw } = await lab.boot(lab.scenario('boot', { firmware }), { env });
    expect({ code, verdict: result.verdict, reason: result.reason }).toEqual({
      code: 0,
      verdict: 'passed',
      reason: 'every step was met',
    });
    expect(result.argv).toContain(built.path);
    // A debug build tells what it does.
    expect(raw('serial')).toContain('SecCoreStartupWithStack(');
  });

  test('is found again at once, checked', async () => {
    const args = ['firmware', 'path', 'tdvf', ...OPTIONS];
    expect(await lab.cli(args, { env, node: 20 })).toMatchObject({
      code: 0,
      stdout: `${built.path}\n`,
      stderr: '',
    });
  });
});

/** Ready-made scenarios of the probe guest, with all that they ask of a Trust Domain. */
const READY_MADE = [
  'canonical/four-cpus',
  'canonical/early-printk',
  'canonical/event-log',
  'current/tdvf-kernel',
];

async function expectPass(recording: string, readyMade: string): Promise<void> {
  const { steps, stop } = parse(fs.readFileSync(path.join(ROOT, `scenarios/${readyMade}.yml`), 'utf8'));
  const guest = { kernel: TD_KERNEL };
  const scenario = lab.scenario(path.basename(readyMade), { ...EMULATED_TD, guest, steps, stop });
  const { stdout } = await lab.cli(['check', recording, '--scenario', scenario, '--json'], { env });
  const { verdict, reason, td } = JSON.parse(stdout);
  expect([readyMade, verdict, reason, td]).toEqual([readyMade, 'passed', 'every step was met', 'emulated']);
}

const PRINTS_LOG = 'console=ttyS0 panic=-1 tdx-boot.probe=ccel';
describe('TDVF in an emulated Trust Domain: each register is what its place in the boot says', () => {
  test.each<[string, () => Promise<object>, Record<string, string>, string[]]>([
    [
      // RTMR0 can be predicted of a known edk2 only, and a directory may hold any.
      'a kernel that measures its programs by IMA, four vCPUs: predicted before the boot, and what ready-made scenarios expect',
      // IMA extends a PCR where there is a TPM, and no RTMR.
      async () => ({ kernel: TD_KERNEL, cpus: 4, cmdline: `${PRINTS_LOG} ima_policy=tcb earlyprintk=ttyS0` }),
      { mrtd: 'expected', rtmr0: 'replay', rtmr1: 'expected', rtmr2: 'expected' },
      READY_MADE,
    ],
    [
      'systemd-boot and a UKI on a disk: as the event log says',
      async () => ({ disks: [(await tdDisk(lab, PRINTS_LOG)).image] }),
      { mrtd: 'expected', rtmr0: 'replay', rtmr1: 'replay', rtmr2: 'replay' },
      [],
    ],
  ])('%s', async (name, guest, measurements, readyMade) => {
    const scenario = lab.scenario(name.replaceAll(/\W+/g, '-'), {
      ...EMULATED_TD,
      guest: { kernel: undefined, memory: '512M', ...(await guest()) },
      measurements,
      steps: [
        ...[{ expect: 'tdx: Guest detected' }, { expect: 'ima: No TPM chip found' }],
        { expect: '/^# Totals: pass:\\d+ fail:0 /' },
      ],
      stop: 'on-exit',
    });
    const { result, directory } = await lab.boot(scenario, { env });
    expect([result.verdict, result.reason, result.td]).toEqual(['passed', 'every step was met', 'emulated']);
    for (const file of readyMade) await expectPass(directory, file);
    expect(result.measurements.map(({ register, verdict }) => [register, verdict])).toEqual(
      Object.keys(measurements).map((register) => [register, 'equal']),
    );
  });
});

/** The firmware with these variables, of which `db` decides what starts. */
function enrolled(id: string, { PK, KEK, db }: Readonly<Record<'PK' | 'KEK' | 'db', Buffer>>): string {
  const image = enroll(fs.readFileSync(built.path), [
    { guid: GLOBAL, name: 'PK', data: PK },
    { guid: GLOBAL, name: 'KEK', data: KEK },
    { guid: IMAGE_SECURITY, name: 'db', data: db },
  ]);
  return lab.write(`${id}.fd`, image);
}

type Events = readonly { readonly register: string; readonly name: string; readonly digest: unknown }[];

async function measuredOf(id: string, scenario: string) {
  const results = lab.path(`${id}.measured`);
  const args = ['measure', '--run', scenario, '--json', '--results', results];
  const { code, stdout, stderr } = await lab.cli(args);
  expect([code, stderr]).toEqual([0, '']);
  const measured: { registers: Record<string, string>; events: Events } = JSON.parse(stdout);
  return { measured, results };
}

async function predictedOf(image: string, ...boot: string[]) {
  const { stdout } = await lab.cli([
    ...['measure', image, '--memory', '512M', '--vmm', 'qemu', '--order', 'interleaved', '--json'],
    ...['--events', 'edk2-stable202211', ...boot],
  ]);
  const { expected, events }: { expected: PossibleValue[]; events: PossibleEvents[] } = JSON.parse(stdout);
  return { expected, events: events[0]?.events ?? [] };
}

function valuesOf(expected: readonly PossibleValue[], register: string): unknown[] {
  return expected.flatMap((row) => (row.register === register ? [row.value] : []));
}

function digestsOf(events: Events, register: string): unknown[] {
  return events.flatMap((event) => (event.register === register ? [event.digest] : []));
}

describe('Secure Boot: each event of an emulated Trust Domain is predicted, and each register', () => {
  /** What the firmware is to start, and the variables that let it. */
  interface Chain {
    readonly disk: string;
    readonly keys: Readonly<Record<'PK' | 'KEK' | 'db', Buffer>>;
    /** How many programs something in db or in shim's list lets start, each by another entry. */
    readonly authorities: number;
  }
  type Make = (own: ReturnType<typeof givingEfiVariables>, steps: readonly object[]) => Promise<Chain>;

  test.each<[string, string, Make]>([
    [
      'systemd-boot and a UKI, whose hashes are in db',
      'hashes',
      async (own, steps) => {
        const guest = { root: own.root };
        const { image, programs } = await tdDisk(lab, 'console=ttyS0 panic=-1', { guest, steps });
        const key = signatureList('x509', CERTIFICATES.ca);
        const hashes = programs.map((program) =>
          signatureList('sha256', Buffer.from(authenticode(program, 'sha256'), 'hex')),
        );
        const keys = { PK: key, KEK: key, db: Buffer.concat(hashes) };
        return { disk: image, keys, authorities: programs.length };
      },
    ],
    [
      "the distribution's shim, GRUB and kernel, with Microsoft's keys",
      'shim',
      async (own, steps) => {
        const disk = await shimDisk(lab, 'console=ttyS0 panic=-1', { guest: { root: own.root }, steps });
        // shim by db; the level that shim sets; GRUB and the kernel by one key within shim.
        return { disk, keys: microsoftKeys(), authorities: 3 };
      },
    ],
  ])('%s', async (_, id, make) => {
    const own = givingEfiVariables(lab);
    const steps = [{ expect: '/^# Totals: pass:\\d+ fail:0 /' }, own.step];
    const { disk, keys, authorities } = await make(own, steps);
    const image = enrolled(id, keys);
    const scenario = lab.scenario(id, {
      ...{ ...EMULATED_TD, firmware: image, steps, collect: own.collect },
      guest: { kernel: undefined, memory: '512M', disks: [disk] },
    });
    const { measured, results } = await measuredOf(id, scenario);
    const variables = path.join(results, id, own.collected);
    const { expected, events } = await predictedOf(image, '--disk', disk, '--variables', variables);
    for (const register of ['mrtd', 'rtmr0', 'rtmr1', 'rtmr2', 'rtmr3'] as const) {
      expect(valuesOf(expected, register)).toEqual([measured.registers[register]]);
      expect(digestsOf(measured.events, register)).toEqual(digestsOf(events, register));
    }
    // Without Secure Boot there is none.
    expect(events.filter(({ name }) => name === 'EV_EFI_VARIABLE_AUTHORITY')).toHaveLength(authorities);
  });
});

describe('Secure Boot and a kernel that QEMU starts, whose setup header QEMU has changed', () => {
  const cmdline = 'console=ttyS0 panic=-1';
  /** @param change what QEMU makes of the kernel whose hash is in db */
  async function boots(id: string, change: (boot: Parameters<typeof patchSetupHeader>[0]) => Uint8Array) {
    const kernel = fs.readFileSync(TD_KERNEL);
    const initrd = lab.write(
      'empty.cpio',
      execFileSync('cpio', ['-o', '-H', 'newc', '--quiet'], { input: '' }),
    );
    const program = change({ kernel, initrd: fs.readFileSync(initrd), memory: 512n << 20n });
    const key = signatureList('x509', CERTIFICATES.ca);
    const db = signatureList('sha256', Buffer.from(authenticode(program, 'sha256'), 'hex'));
    const image = enrolled(id, { PK: key, KEK: key, db });
    const scenario = lab.scenario(id, {
      ...{ ...EMULATED_TD, firmware: image, steps: [{ expect: 'tdx: Guest detected' }] },
      guest: { kernel: TD_KERNEL, initrd, cmdline, memory: '512M' },
    });
    const { measured } = await measuredOf(id, scenario);
    const direct = ['--kernel', TD_KERNEL, '--initrd', initrd, '--cmdline', cmdline];
    return { measured, ...(await predictedOf(image, ...direct, '--setup-header', 'patched')) };
  }

  test('with the hash of its file in db: no value is predicted, and the firmware starts the kernel unmeasured', async () => {
    const { measured, expected, events } = await boots('file-hash', ({ kernel }) => kernel);
    for (const { register, value, reason } of expected.filter(({ register }) =>
      /^rtmr[012]$/.test(register),
    )) {
      expect([register, value, reason]).toEqual([
        register,
        undefined,
        expect.stringMatching(/changes to the setup header break .* starts the kernel unchecked/),
      ]);
    }
    expect(digestsOf(events, 'rtmr0').slice(0, -1)).toEqual(digestsOf(measured.events, 'rtmr0'));
    expect(digestsOf(measured.events, 'rtmr1')).toEqual(digestsOf(events, 'rtmr1').slice(1));
    // The initrd alone: Linux finds no command line where its stub measures one.
    expect(digestsOf(measured.events, 'rtmr2')).toEqual(digestsOf(events, 'rtmr2').slice(1, 2));
  });

  test('with the hash of the changed kernel in db: each event is predicted, with the entry of db', async () => {
    const { measured, expected, events } = await boots('changed-hash', patchSetupHeader);
    for (const register of ['rtmr0', 'rtmr1', 'rtmr2'] as const) {
      expect(digestsOf(measured.events, register)).toEqual(digestsOf(events, register));
      expect(valuesOf(expected, register)).toContain(measured.registers[register]);
    }
    expect(events.filter(({ name }) => name === 'EV_EFI_VARIABLE_AUTHORITY')).toHaveLength(1);
  });
});

describe('as a step of a job', () => {
  const step = (uses: string, inputs: Record<string, string>): string =>
    [
      'on: push',
      'jobs:',
      '  boot:',
      '    runs-on: [self-hosted, tdx]',
      '    steps:',
      '      - uses: actions/checkout@v6',
      `      - uses: ${uses}`,
      '        id: step',
      '        with:',
      ...Object.entries(inputs).map(([name, value]) => `          ${name}: ${JSON.stringify(value)}`),
      '',
    ].join('\n');
  const files = { 'firmware/action.yml': { copy: path.join(ROOT, 'firmware/action.yml') } };
  const shared = {
    ...{ firmware: 'tdvf', 'firmware-repository': EDK2 },
    ...{ 'firmware-build': BUILD, 'firmware-defines': DEFINE },
  };

  test('org/tdx-boot/firmware gives the image of the store with its outputs', async () => {
    const run = await runAct({ workflow: step('./firmware', shared), files, env });
    expect([run.outcome('step'), run.leftovers]).toEqual(['success', []]);
    const { path: image, manifest, sha256 } = built;
    expect(run.outputs('step')).toMatchObject({
      path: image,
      manifest,
      sha256,
      'cache-hit': 'true',
      commit: '',
    });
    expect(run.output('step')).toContain('tdvf (debug) from this machine: ');
  });

  test('org/tdx-boot boots a kernel under it', async () => {
    const inputs = { ...shared, platform: 'emulated', kernel: KERNEL, memory: '256M', timeout: '5m' };
    const run = await runAct({ workflow: step('./', inputs), files, env });
    expect(run.outputs('step')).toMatchObject({ verdict: 'passed', phase: 'userspace' });
    expect([run.outcome('step'), run.leftovers]).toEqual(['success', []]);
  });
});

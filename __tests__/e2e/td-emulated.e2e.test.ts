/** Emulated Trust Domains: a distribution's firmware and kernels with and without TDX, and what is refused before a boot. */

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { PossibleValue } from '../../src/tdx/possible-values.ts';
import type { PredictedEvent } from '../../src/tdx/prediction.ts';
import {
  hasBuiltIn,
  KERNEL,
  KERNEL_9P,
  Lab,
  ROOT,
  type ScenarioText,
  TD_FIRMWARE,
  TD_KERNEL,
} from '../support/cli.ts';
import { givingEfiVariables, tdDisk } from '../support/td-disk.ts';
import { CERTIFICATES, signatureList } from '../tdx/signature-builder.ts';
import { buildCfv, GLOBAL, IMAGE_SECURITY } from '../tdx/variable-builder.ts';

const lab = new Lab();
afterAll(() => lab.remove());

const release = path.basename(fs.realpathSync(TD_KERNEL)).replace('vmlinuz-', '');

/** A scenario file of an emulated Trust Domain; memory in large pages for speed. */
function td(name: string, { guest = { kernel: TD_KERNEL }, ...rest }: ScenarioText = {}): string {
  return lab.scenario(name, {
    platform: 'tdx-emulated',
    'td-monitor': { host: 'intel-2022' },
    firmware: TD_FIRMWARE,
    guest: { kernel: undefined, memory: '512M', ...guest },
    ...rest,
  });
}

/** The CFV of an image of 4 MiB, in bytes, and a key for the machine's owner. */
const CFV_BYTES = 0x84000;
const KEY = signatureList('x509', CERTIFICATES.ca);

/** A root file system of one static program. */
function busyboxRoot(name: string, applets: readonly string[]): void {
  fs.mkdirSync(lab.path(`${name}/bin`), { recursive: true });
  fs.copyFileSync('/usr/bin/busybox', lab.path(`${name}/bin/busybox`));
  for (const applet of applets) fs.symlinkSync('busybox', lab.path(`${name}/bin/${applet}`));
}

const probe = [{ expect: 'tdx: Guest detected' }, { expect: '/^# Totals: pass:\\d+ fail:0 /' }];

describe('a kernel and a firmware with TDX', () => {
  test('the demo passes, and its recording is no recording of a real Trust Domain or of another MRTD', async () => {
    const file = path.join(ROOT, 'examples/demo.yml');
    const { code, result, stdout, directory, raw } = await lab.boot(file);
    expect([code, result.verdict, result.td, result.phase]).toEqual([0, 'passed', 'emulated', 'userspace']);
    expect(result.captures).toMatchObject({ release });
    expect(result.measurements).toMatchObject([{ register: 'mrtd', verdict: 'equal' }]);
    expect(stdout).toMatch(/^passed: .* \(5 of 5 steps, reached userspace, .*, emulated Trust Domain\)$/m);
    expect(raw('td-module')).toMatch(/^td-monitor: end reason=power-off exit-code=0$/m);

    const real = lab.scenario('real', {
      platform: 'tdx',
      firmware: TD_FIRMWARE,
      guest: { kernel: TD_KERNEL },
    });
    const asReal = await lab.cli(['check', directory, '--scenario', real]);
    expect(asReal.code).toBe(125);
    expect(asReal.stdout).toContain('errored: real');
    expect(asReal.stdout).toContain(
      'the scenario asks for platform tdx, and the recording is of platform tdx-emulated',
    );

    const wrong = td('wrong', { measurements: { mrtd: '0'.repeat(96) }, steps: probe });
    const asOther = await lab.cli(['check', directory, '--scenario', wrong]);
    expect(asOther.code).toBe(1);
    expect(asOther.stdout).toMatch(/^ {2}reason: mrtd is [0-9a-f]{16}… instead of 0{16}…$/m);
  });

  test('measure --run, of an image with enrolled keys: every event of RTMR0 was predicted; commands run in the TD, their tests are read, and files go in and out', async () => {
    // Debian's edk2 was built without Secure Boot: the keys are in the event of the CFV, and in no event of their own.
    const image = Buffer.from(fs.readFileSync(TD_FIRMWARE));
    const keys = ['PK', 'KEK'].map((name) => ({ guid: GLOBAL, name, data: KEY }));
    image.set(buildCfv([...keys, { guid: IMAGE_SECURITY, name: 'db', data: KEY }], CFV_BYTES));
    const firmware = lab.write('keys.fd', image);
    const run = { run: ['/sbin/tdx-boot-agent', '--version'], output: 'protocol 1' };
    busyboxRoot('root', ['sh', 'cat', 'mkdir']);
    lab.write('from-host', 'from the host\n');
    const tests = 'echo TAP version 13; echo 1..2; echo ok 1 in the TD; echo not ok 2 known';
    const files = { run: `mkdir /out && cat /opt/from-host >/out/copy && ${tests}` };
    const content = { root: 'root', files: { 'from-host': '/opt/' } };
    const guest = { kernel: TD_KERNEL, network: 'user', cpus: 2, ...content };
    const file = td('measured', {
      ...{ firmware, vmm: 'qemu', guest, steps: [...probe, run, files] },
      ...{ collect: ['/out'], allow: [{ match: 'not ok 2 known', reason: 'to be seen' }] },
    });
    const results = lab.path('measured');
    const measured = await lab.cli(['measure', '--run', file, '--json', '--results', results], {});
    expect(measured.code).toBe(0);
    const recorded = (name: string): string => fs.readFileSync(path.join(results, 'measured', name), 'utf8');
    expect(recorded('files/out/copy')).toBe('from the host\n');
    expect(JSON.parse(recorded('result.json')).tests.at(-1)).toMatchObject({
      ...{ stream: 'run-2', counts: { passed: 1, failed: 1, skipped: 0, todo: 0 } },
    });
    const { registers, events } = JSON.parse(measured.stdout);
    const machine = ['--machine', file, '--kernel', TD_KERNEL, '--events', 'edk2-stable202411', '--json'];
    const predicted = JSON.parse((await lab.cli(['measure', firmware, ...machine])).stdout);
    const valuesOf = (register: string): unknown[] =>
      predicted.expected.flatMap((row: { register: string; value: string }) =>
        row.register === register ? [row.value] : [],
      );
    const ownOf = <T extends { readonly register: string }>(all: readonly T[]): T[] =>
      all.filter(({ register }) => register === 'rtmr0');
    const texts = ownOf<PredictedEvent>(predicted.events[0].events).map(({ text, digest }) => [text, digest]);
    expect(ownOf<PredictedEvent>(events).map(({ digest }, at) => [texts[at]?.[0], digest])).toEqual(texts);
    expect(valuesOf('rtmr0')).toEqual([registers.rtmr0]);
    expect(valuesOf('mrtd')).toContain(registers.mrtd);
    expect(registers.rtmr3).toBe('0'.repeat(96));
    expect(events.map(({ what }: { what: string }) => what)).toContain(
      'EV_EFI_ACTION (Exit Boot Services Returned with Success)',
    );
  });

  test('directories of the host: one is the root of the commands and is not written, another may be', async () => {
    busyboxRoot('share', ['sh', 'cat', 'uname']);
    fs.mkdirSync(lab.path('out'));
    lab.write('out/from-host', 'from the host\n');
    const { result, raw } = await lab.boot(
      td('shares', {
        guest: { kernel: KERNEL_9P, shares: { share: '/', out: { target: '/out', write: 'allow' } } },
        steps: [{ run: 'echo here >/new && cat /new /out/from-host && uname -r >/out/from-guest' }],
      }),
    );
    expect([result.verdict, result.reason, result.td]).toEqual(['passed', 'every step was met', 'emulated']);
    expect(raw('run-1')).toBe('here\nfrom the host\n');
    expect(fs.readFileSync(lab.path('out/from-guest'), 'utf8')).toMatch(/^\d+\.\d+/);
    expect(fs.existsSync(lab.path('share/new'))).toBe(false);
  });

  test('a failed test, a report that ends early and a command that hangs fail the run, whose files come out up to a limit', async () => {
    busyboxRoot('suite', ['sh', 'mkdir', 'truncate', 'sleep']);
    const report = 'echo TAP version 13; echo 1..3; echo ok 1 open; echo not ok 2 read';
    const files = "mkdir /out; echo one >'/out/a:b'; truncate -s 200M /out/big";
    const scenario = td('suite', {
      guest: { kernel: TD_KERNEL, root: 'suite' },
      steps: [{ run: report }, { run: files }, { run: 'sleep 3600', within: '1s' }],
      // Of a file of /proc only reading shows how long it is.
      collect: { paths: ['/out', '/out/../etc', '/proc/kallsyms'], size: '1M' },
    });
    const { code, result, directory } = await lab.boot(scenario);
    expect([code, result.td, result.cause?.kind]).toEqual([1, 'emulated', 'test']);
    expect(result.findings.map(({ id, title }) => `${id}: ${title}`)).toEqual([
      'test-failed: not ok: read',
      'test-truncated: the test report on run-1 ends early, after 2 of 3 results',
      'command-late: step 3: "sleep 3600" did not end within 1.0 s',
    ]);
    expect(fs.readFileSync(path.join(directory, 'files/out/a%3ab'), 'utf8')).toBe('one\n');
    const { files: got, leftOut } = JSON.parse(fs.readFileSync(path.join(directory, 'files.json'), 'utf8'));
    const limit = 'more than 1048576 bytes of all files together (collect.size)';
    expect(got).toEqual([
      { path: '/out/a:b', name: 'out/a%3ab', bytes: 4 },
      { path: '/proc/kallsyms', name: 'proc/kallsyms', bytes: 1048572, cut: limit },
    ]);
    expect(leftOut).toEqual([
      { path: '/out/big', why: limit },
      { path: '/out/../etc', why: expect.anything() },
    ]);
  });

  test('the attributes of the scenario; a panic half a second after the last step fails the run', async () => {
    busyboxRoot('late', ['sh', 'sleep']);
    const scenario = td('late', {
      guest: { kernel: TD_KERNEL, root: 'late', td: { debug: true } },
      steps: [
        { expect: '# cc.attributes: 0x0000000010000001 DEBUG SEPT_VE_DISABLE' },
        { run: '(sleep 0.5; echo c >/proc/sysrq-trigger) >/dev/null 2>&1 &' },
      ],
    });
    const { code, result } = await lab.boot(scenario);
    expect([code, result.td, result.steps.map(({ state }) => state)]).toEqual([
      1,
      'emulated',
      ['met', 'met'],
    ]);
    expect(result.cause).toMatchObject({ kind: 'signature', text: expect.stringContaining('sysrq') });
  });

  test('systemd-boot and a UKI on a disk, two vCPUs, on a host that refuses pages of 2 MiB: each register was predicted', async () => {
    const own = givingEfiVariables(lab);
    const { image: raw } = await tdDisk(lab, 'console=ttyS0 panic=-1', {
      ...{ guest: { root: own.root }, steps: [...probe, own.step] },
    });
    const disk = lab.path('disk.qcow2');
    execFileSync('qemu-img', ['convert', '-c', '-O', 'qcow2', raw, disk]);
    const scenario = td('disk', {
      guest: { disks: [disk], cpus: 2 },
      'td-monitor': { host: 'intel-2022', 'huge-pages': false },
      measurements: { mrtd: 'expected' },
      steps: [
        ...[...probe.slice(0, 1), { expect: '/Brought up 1 node, 2 CPUs/' }, ...probe.slice(1), own.step],
      ],
      collect: own.collect,
    });
    const { result, directory, raw: printed } = await lab.boot(scenario);
    expect([result.verdict, result.reason, result.td]).toEqual(['passed', 'every step was met', 'emulated']);
    expect(result.timeline.map(({ phase }) => phase)).toContain('bootloader');
    // The platform with its ACPI tables and boot options, the partition table, systemd-boot, the UKI, the kernel in it, and what that measures.
    const { stdout } = await lab.cli([
      ...['measure', TD_FIRMWARE, '--disk', disk, '--machine', scenario, '--vmm', 'qemu', '--json'],
      ...['--variables', path.join(directory, own.collected), '--events', 'edk2-stable202411'],
    ]);
    const { expected } = JSON.parse(stdout);
    for (const index of [0, 1, 2]) {
      const extend = new RegExp(`rtmr-extend index=${index} .* value=([0-9a-f]{96})`, 'g');
      const value = [...printed('td-module').matchAll(extend)].at(-1)?.[1];
      const own = expected.filter(({ register }: PossibleValue) => register === `rtmr${index}`);
      expect(own.map((row: PossibleValue) => row.value)).toEqual([value]);
    }
  });
});

describe('a guest that a host would end has its own diagnosis', () => {
  test('a kernel without TDX; where the distribution has none, its kernel passes', async () => {
    const withTdx = hasBuiltIn('INTEL_TDX_GUEST');
    const { result } = await lab.boot(td('plain-kernel', { guest: { kernel: KERNEL } }));
    expect([result.verdict, result.td, result.diagnosis?.cause]).toEqual(
      withTdx ? ['passed', 'emulated', undefined] : ['failed', 'emulated', 'td-unfetched-ve'],
    );
  });

  test('firmware that exposes RBP, on a host of Linux 6.16 and later', async () => {
    // Debian 12 has edk2-stable202211, Ubuntu 24.04 202402; 202405 is the first that does not.
    const firmware = '/usr/share/ovmf/OVMF.fd';
    const scenario = td('rbp', { firmware, 'td-monitor': { host: 'upstream' }, silence: '20s' });
    const { code, result } = await lab.boot(scenario);
    expect([code, result.phase, result.td]).toEqual([1, 'firmware', 'emulated']);
    expect(result.diagnosis).toMatchObject({ cause: 'td-rbp-exposed' });
  });
});

describe('refused before the boot, at its place in the file', () => {
  const image = fs.readFileSync(TD_FIRMWARE);
  /** The GUID of the offset to TDX metadata, as it is stored: e47a6535-984a-4798-865e-4685a7bf8ec2. */
  const METADATA = Buffer.from('35657ae44a989847865e4685a7bf8ec2', 'hex');
  const withoutMetadata = (): Buffer => {
    const copy = Buffer.from(image);
    copy.fill(0xff, copy.indexOf(METADATA), copy.indexOf(METADATA) + METADATA.length);
    return copy;
  };
  const wrong = (name: string, content: Uint8Array) => ({ firmware: lab.write(name, content) });

  test.each<[string, () => ScenarioText, string, RegExp]>([
    [
      'no firmware image',
      () => wrong('zeros.fd', new Uint8Array(4 << 20)),
      'firmware',
      /not a firmware image/,
    ],
    [
      'a cut one',
      () => wrong('cut.fd', image.subarray(0, 2_000_000)),
      'firmware',
      /not a multiple of 64 KiB.*truncated/,
    ],
    ['one without metadata', () => wrong('plain.fd', withoutMetadata()), 'firmware', /no TDX metadata/i],
    ['17 vCPUs', () => ({ guest: { kernel: TD_KERNEL, cpus: 17 } }), 'cpus', /at most 16 vCPUs/],
    [
      'memory that QEMU splits elsewhere',
      () => ({ guest: { kernel: TD_KERNEL, memory: '2800M' } }),
      'memory',
      /no size from 2784M to 2815M/,
    ],
    [
      'Cloud Hypervisor',
      () => ({ vmm: 'cloud-hypervisor' }),
      'vmm',
      /cannot boot the platforms? .*tdx-emulated/,
    ],
  ])('%s', async (name, text, key, message) => {
    const scenario = td(name.replaceAll(' ', '-'), text());
    const lines = fs.readFileSync(scenario, 'utf8').split('\n');
    const line = lines.findIndex((content) => content.trimStart().startsWith(`"${key}"`));
    const column = (lines[line] ?? '').indexOf(': ') + 3;
    const ended = await lab.cli(['run', scenario, '--results', lab.results]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain(`${path.basename(scenario)}:${line + 1}:${column}: `);
    expect(ended.stderr).toMatch(message);
  });
});

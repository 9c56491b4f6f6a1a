/** What becomes of a scenario before its VMM is started: all that a boot needs, or a refusal that becomes a verdict. */

import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { boot } from '../../src/boot/boot.ts';
import type { BootEvent } from '../../src/judge/events.ts';
import { type Prepared, prepare, type Refusal } from '../../src/prepare/prepare.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import type { Program } from '../../src/vmm/plan.ts';
import { fakeSysfs } from '../host/fake-sysfs.ts';
import type { Recording } from '../host/recorded.ts';
import { bzImage } from '../support/bz-image.ts';
import { fakePorts, hostWith } from '../support/ports.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { buildImage, SECURE, TD_SHIM, tdvf } from '../tdx/image-builder.ts';

const dir = scratchDirectory('prepare');
writeFileSync(join(dir, 'disk.img'), 'a disk');
writeFileSync(join(dir, 'bzImage'), bzImage('6.12.0'));
writeFileSync(join(dir, 'tdvf.fd'), buildImage(tdvf()));
writeFileSync(join(dir, 'td-shim.bin'), buildImage(TD_SHIM));

const QEMU: Program = { name: 'qemu', path: '/usr/bin/qemu', version: '10.1.0', tdx: true };
const CH: Program = { name: 'cloud-hypervisor', path: '/usr/bin/ch', version: '47.0', tdx: true };
const CURRENT = 'platform: tdx\npins: current\nfirmware: tdvf\n';

interface World {
  readonly recording?: Recording;
  readonly programs?: readonly Program[];
  readonly built?: string;
  readonly cancel?: AbortSignal;
  readonly typed?: 'console' | 'serial';
  /** No space is left for the initrd. */
  readonly full?: true;
}

/** Prepares a scenario on a host of Linux 6.17 with QEMU 10.1. */
async function prepared(text: string, { recording = {}, programs = [QEMU], full, ...more }: World = {}) {
  const workDir = mkdtempSync(join(dir, 'run-'));
  if (full) symlinkSync('/dev/full', join(workDir, 'initrd.cpio'));
  const guest = text.includes('guest:') ? '' : 'guest: {disks: [disk.img]}\n';
  const steps = text.includes('steps:') ? '' : 'steps: [{expect: login}]\n';
  const whole = `version: 1\n${text}${guest}${steps}`;
  const ports = fakePorts(workDir, { host: hostWith(recording, programs), ...more });
  return { run: await prepare(toBoot(parseScenario('td.yml', whole, dir)), ports), ports };
}

function requirePrepared(run: Prepared | Refusal): Prepared {
  if ('refused' in run) throw run.refused;
  return run;
}

async function eventsOf(run: Prepared | Refusal): Promise<BootEvent[]> {
  const events: BootEvent[] = [];
  await boot(run, { consumers: [{ name: 'a test', on: (event) => void events.push(event) }] });
  return events;
}

/** A fake of a QEMU that says the version that is written to the pipe `answer`. */
function slowQemu() {
  const own = mkdtempSync(join(dir, 'qemu-'));
  const [path, answer] = [join(own, 'fake-qemu'), join(own, 'answer')];
  execFileSync('mkfifo', [answer]);
  const script = `#!/bin/sh\nread -r version <'${answer}'\necho "QEMU emulator version $version"\n`;
  writeFileSync(path, script, { mode: 0o755 });
  return { path, answer, programs: [{ name: 'qemu', path } as const] };
}

describe('all that a boot needs', () => {
  test('is there before the VMM has said its version, which only the record wants', async () => {
    const { path, answer, programs } = slowQemu();
    const run = requirePrepared((await prepared('platform: emulated\n', { programs })).run);
    await writeFile(answer, '9.9.9\n');
    expect((await run.booted).vmm).toEqual({ name: 'qemu', path, version: '9.9.9' });
  });

  test('waits for no version once the run is cancelled', async () => {
    const { path, answer, programs } = slowQemu();
    const controller = new AbortController();
    const { run } = await prepared('platform: emulated\n', { programs, cancel: controller.signal });
    controller.abort();
    // Opened for reading, too: a write must not wait for a reader that is gone.
    const pipe = openSync(answer, 'r+');
    writeSync(pipe, '9.9.9\n');
    expect((await requirePrepared(run).booted).vmm).toEqual({ name: 'qemu', path, version: null });
    closeSync(pipe);
  });

  test('of a Trust Domain: the plan of the VMM that was found, with the firmware that was built, and a slot', async () => {
    const { run, ports } = await prepared(CURRENT, { built: join(dir, 'tdvf.fd') });
    const { plan, backend, predictions, silenceExpected, bootTime, slot } = requirePrepared(run);
    expect([backend.name, plan.command]).toEqual(['qemu', '/usr/bin/qemu']);
    expect(plan.args.join(' ')).toContain(`-bios ${join(dir, 'tdvf.fd')}`);
    expect(bootTime?.text).toMatch(/^\d+ GiB and \d vCPUs?, /);
    expect([predictions, silenceExpected, ports.notices]).toEqual([{}, undefined, []]);
    expect(ports.asked.map(({ name, pins }) => [name, pins])).toEqual([['tdvf', 'current']]);
    const held = () => readdirSync(ports.slots()).filter((name) => name.includes('td-'));
    expect(held()).toHaveLength(1);
    slot.release();
    expect(held()).toEqual([]);
  });

  test('of a Trust Domain: it waits for its slot when its files are made, so that no other one waits for the files', async () => {
    const workDir = mkdtempSync(join(dir, 'run-'));
    const ports = fakePorts(workDir, { host: hostWith({}, [QEMU]), built: join(dir, 'tdvf.fd') });
    let made: string[] = [];
    const slots = (): string => {
      made = readdirSync(workDir);
      return ports.slots();
    };
    const loaded = toBoot(parseScenario('td.yml', `version: 1\n${CURRENT}guest: {kernel: bzImage}\n`, dir));
    requirePrepared(await prepare(loaded, { ...ports, slots })).slot.release();
    expect(made).toEqual(['console.in', 'debugcon.in', 'initrd.cpio', 'serial.in']);
  });

  test('of an ordinary VM: the host is not asked for TDX, and no slot is taken', async () => {
    const { run, ports } = await prepared('platform: emulated\n', {
      recording: { files: {}, device: 'missing' },
    });
    expect(requirePrepared(run).plan.args).toContain('q35,accel=tcg');
    expect(readdirSync(ports.workDir)).toEqual(['console.in', 'debugcon.in', 'serial.in']);
    expect(ports.notices).toEqual([]);
  });

  test('what is asserted of the registers is predicted, as the VMM that was found measures', async () => {
    const text = 'platform: tdx\nfirmware: tdvf.fd\nmeasurements: {mrtd: expected}\n';
    const { predictions, slot } = requirePrepared((await prepared(text)).run);
    slot.release();
    expect(predictions.mrtd?.values.map(({ by }) => by)).toEqual([['qemu interleaved']]);
  });

  test.each<[string, string, string | undefined]>([
    ['is refused', '{mrtd: expected}', 'file-changed'],
    ['is no matter where nothing is predicted', '{rtmr3: replay}', undefined],
  ])('a firmware that changes while the run waits for its slot %s', async (_what, measurements, code) => {
    const firmware = join(dir, 'changing.fd');
    writeFileSync(firmware, buildImage(tdvf()));
    const ports = fakePorts(mkdtempSync(join(dir, 'run-')), { host: hostWith({}, [QEMU]) });
    const slots = (): string => {
      writeFileSync(firmware, buildImage(tdvf(SECURE)));
      return ports.slots();
    };
    const text = `version: 1\nplatform: tdx\nfirmware: changing.fd\nguest: {kernel: bzImage}\nmeasurements: ${measurements}\nsteps: [{expect: login}]\n`;
    const run = await prepare(toBoot(parseScenario('td.yml', text, dir)), { ...ports, slots });
    if ('refused' in run)
      expect(run.refused).toMatchObject({ code, message: expect.stringContaining(firmware) });
    else run.slot.release();
    expect('refused' in run).toBe(code !== undefined);
    expect(readdirSync(ports.slots()).filter((name) => name.includes('td-'))).toEqual([]);
  });

  test('a Cloud Hypervisor gets copies of its disks in the private directory', async () => {
    const { run, ports } = await prepared('platform: kvm\nvmm: cloud-hypervisor\n', { programs: [CH] });
    expect(requirePrepared(run).backend.name).toBe('cloud-hypervisor');
    expect(readdirSync(ports.workDir)).toEqual([
      'console.in',
      'console.out',
      'disk0.raw',
      'serial.in',
      'serial.out',
    ]);
  });

  test('a Cloud Hypervisor has a terminal for what the scenario types, else for who sits at one', async () => {
    const typedOf = async (steps: string): Promise<unknown> => {
      const text = `platform: kvm\nvmm: cloud-hypervisor\n${steps}`;
      const { run } = await prepared(text, { programs: [CH], typed: 'serial' });
      return requirePrepared(run).plan.typed;
    };
    expect(await typedOf('')).toBe('serial');
    expect(await typedOf('steps: [{expect: a}, {send: b, stream: console}]\n')).toBe('console');
  });

  test('a combination that may hang has a notice, and the reason goes to the diagnosis', async () => {
    const text = 'platform: tdx\nfirmware: {recipe: tdvf, repository: .}\n';
    const { run, ports } = await prepared(text, { built: join(dir, 'tdvf.fd') });
    const { silenceExpected, slot } = requirePrepared(run);
    slot.release();
    expect(silenceExpected).toContain('not one byte is printed');
    expect(ports.notices).toEqual([expect.stringContaining('it is not known whether this hangs silently')]);
  });
});

describe('a refusal costs no build and no slot', () => {
  const nothingDone = async (text: string, world: World) => {
    const { run, ports } = await prepared(text, world);
    expect([ports.asked, readdirSync(ports.workDir)]).toEqual([[], []]);
    return 'refused' in run ? run : undefined;
  };

  test('the documented firmware on a host of today: errored, with the reason and the way out', async () => {
    const refusal = await nothingDone('platform: tdx\nfirmware: tdvf\n', {});
    if (refusal === undefined) throw new Error('it was prepared');
    const events = await eventsOf(refusal);
    expect(events.map(({ type }) => type)).not.toContain('launch');
    expect(events.at(-1)).toMatchObject({
      type: 'verdict',
      verdict: {
        verdict: 'errored',
        reason: expect.stringMatching(/^this cannot boot: .*not one byte is printed/),
        hint: expect.stringContaining('Use "pins: current"'),
      },
    });
  });

  test.each<[string, string, World, string]>([
    ['a host that cannot boot a TD', CURRENT, { recording: { device: 'denied' } }, 'host-not-ready'],
    ['no VMM', 'platform: emulated\n', { programs: [] }, 'vmm-missing'],
    [
      'a device that the host has not given up',
      'platform: kvm\nguest: {disks: [disk.img], vfio: ["0000:b1:00.0"]}\n',
      { recording: { files: fakeSysfs({ '0000:b1:00.0': { driver: 'nvidia', group: 7 } }) } },
      'vfio-not-ready',
    ],
    [
      'what the VMM does not offer',
      `${CURRENT}vmm: cloud-hypervisor\n`,
      { programs: [CH] },
      'combination-refused',
    ],
  ])('%s', async (_, text, world, code) => {
    expect((await nothingDone(text, world))?.refused.code).toBe(code);
  });
});

describe('what fails later is a refusal, too, and leaves no slot', () => {
  test.each<[string, Recording, string]>([
    ['a host without KVM', { device: 'missing' }, 'kvm-not-open'],
    ['a KVM that runs no guest', { trial: { works: false, said: 'not done' } }, 'kvm-runs-nothing'],
  ])('%s: nothing is built before, and what else fails says less', async (_, recording, code) => {
    const { run, ports } = await prepared('platform: kvm\nfirmware: tdvf\n', { recording });
    expect(run).toMatchObject({ refused: { code } });
    expect(ports.asked).toEqual([]);
  });

  test('a build', async () => {
    const { run } = await prepared(CURRENT);
    expect(run).toMatchObject({ refused: { code: 'not-built' } });
    expect((await eventsOf(run)).at(-1)).toMatchObject({ verdict: { verdict: 'errored' } });
  });

  test('the initrd of the probe guest', async () => {
    const guest = 'guest: {kernel: bzImage, modules: .}\n';
    const { run, ports } = await prepared(`${CURRENT}${guest}`, { built: join(dir, 'tdvf.fd') });
    expect(run).toMatchObject({ refused: { code: 'modules-not-found' } });
    expect(readdirSync(ports.slots()).filter((name) => name.includes('td-'))).toEqual([]);
  });

  test.each([
    ['a disk', 'guest: {disks: [gone]}\n', 'no such file or directory'],
    ['a file for the guest', 'guest: {disks: [disk.img], files: {gone: /opt/}}\n', 'gone for the guest'],
  ])('%s that is removed while the run waits for its slot', async (_, guest, reason) => {
    writeFileSync(join(dir, 'gone'), 'a file');
    const workDir = mkdtempSync(join(dir, 'run-'));
    const ports = fakePorts(workDir, { host: hostWith({}, [QEMU]), built: join(dir, 'tdvf.fd') });
    const slots = (): string => {
      rmSync(join(dir, 'gone'));
      return ports.slots();
    };
    const text = `version: 1\n${CURRENT}${guest}steps: [{expect: login}, {run: ls}]\n`;
    const run = await prepare(toBoot(parseScenario('td.yml', text, dir)), { ...ports, slots });
    expect(run).toMatchObject({ refused: { message: expect.stringContaining(reason) } });
    expect(readdirSync(ports.slots()).filter((name) => name.includes('td-'))).toEqual([]);
  });

  test('a full disk where the files of the run are made', async () => {
    const text = 'platform: emulated\nguest: {kernel: bzImage, initrd: tdvf.fd, files: {bzImage: /opt/}}\n';
    const { run } = await prepared(text, { full: true });
    expect((await eventsOf(run)).at(-1)).toMatchObject({
      verdict: {
        verdict: 'errored',
        reason: `${tmpdir()}: no space is left (ENOSPC)`,
        hint: expect.stringContaining('TMPDIR for temporary files'),
      },
    });
  });

  test('a copy of a disk', async () => {
    const PATH = process.env.PATH;
    process.env.PATH = dir;
    try {
      const { run } = await prepared('platform: kvm\nvmm: cloud-hypervisor\n', { programs: [CH] });
      expect(run).toMatchObject({ refused: { code: 'program-missing' } });
    } finally {
      process.env.PATH = PATH;
    }
  });

  test.each([
    ['an ordinary VM', 'platform: kvm\n'],
    ['a Trust Domain', CURRENT],
    [
      'an emulated Trust Domain',
      'platform: tdx-emulated\nfirmware: tdvf.fd\ntd-monitor: {accel: kvm}\nguest: {kernel: bzImage}\n',
    ],
  ])('a cancel during the trial of KVM for %s', async (_, text) => {
    const { run } = await prepared(text, { cancel: AbortSignal.abort('cancelled by SIGTERM') });
    expect(run).toMatchObject({ refused: { code: 'cancelled', cause: 'cancelled by SIGTERM' } });
  });

  test('a cancel, whose reason is the verdict', async () => {
    const cancel = AbortSignal.abort('cancelled by SIGTERM');
    const { run, ports } = await prepared(CURRENT, { built: join(dir, 'tdvf.fd'), cancel });
    expect(run).toMatchObject({ refused: { code: 'cancelled', message: 'cancelled by SIGTERM' } });
    expect(readdirSync(ports.slots()).filter((name) => name.includes('td-'))).toEqual([]);
    const { verdict } = await boot(run, { signal: cancel, consumers: [] });
    expect(verdict.reason).toContain('cancelled by SIGTERM');
  });
});

test('a firmware that was built for another platform is a mistake in the scenario, at its place', async () => {
  const text = 'platform: emulated\nfirmware: {recipe: tdvf, repository: .}\n';
  await expect(prepared(text, { built: join(dir, 'td-shim.bin') })).rejects.toThrow(
    /^td\.yml:3:11: firmware: .*td-shim boots with platform tdx only/,
  );
});

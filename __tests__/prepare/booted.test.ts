/** What the result says of what was booted: files by their roles, how the firmware was built, MRTD, a command for a shell. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Booted } from '../../src/judge/booted.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import type { Program } from '../../src/vmm/plan.ts';
import { bzImage } from '../support/bz-image.ts';
import { fakePorts, hostWith } from '../support/ports.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { IMAGE, mrtd } from './prediction-lab.ts';

const dir = scratchDirectory('booted');
writeFileSync(join(dir, 'bzImage'), bzImage('6.12.0'));
writeFileSync(join(dir, 'disk.img'), 'a disk');
writeFileSync(join(dir, 'tdvf.fd'), IMAGE);
for (const name of ['CODE.fd', 'VARS.fd']) writeFileSync(join(dir, name), 'half of a firmware');

const QEMU: Program = { name: 'qemu', path: '/usr/bin/qemu', version: '10.1.0', tdx: true };
const CH: Program = { name: 'cloud-hypervisor', path: '/usr/bin/ch', version: '47.0', tdx: true };
const KERNEL = 'guest: {kernel: bzImage, cpus: 2, memory: 512M}\n';

async function booted(text: string, program = QEMU): Promise<Booted> {
  const ports = fakePorts(mkdtempSync(join(dir, 'run-')), {
    host: hostWith({}, [program]),
    built: join(dir, 'tdvf.fd'),
  });
  const whole = `version: 1\n${text}steps: [{expect: login}]\n`;
  const run = await prepare(toBoot(parseScenario('td.yml', whole, dir)), ports);
  if ('refused' in run) throw run.refused;
  run.slot.release();
  return run.booted;
}

const rolesOf = ({ files }: Booted): string[][] => files.map(({ role, path }) => [role, path]);

test('a guest of a kernel: what is made for the run has a name and no path, in the command, too', async () => {
  const {
    files,
    vmm,
    cpus,
    memory,
    firmware,
    mrtd: register,
    command,
  } = await booted(`platform: emulated\n${KERNEL}`);
  expect(files).toEqual([
    { role: 'kernel', path: join(dir, 'bzImage'), bytes: bzImage('6.12.0').length, sha256: null },
    { role: 'initrd', path: 'initrd.cpio', bytes: expect.any(Number), sha256: null },
  ]);
  expect([vmm, cpus, memory]).toEqual([
    { name: 'qemu', version: '10.1.0', path: '/usr/bin/qemu' },
    2,
    2 ** 29,
  ]);
  expect([firmware, register]).toEqual([null, null]);
  expect(command).toHaveLength(1);
  expect(command[0]?.join(' ')).toMatch(
    /^\/usr\/bin\/qemu .*-initrd initrd\.cpio .*file,id=console,path=console\.log/,
  );
  expect(command.flat().join(' ')).not.toContain('run-');
});

test('a firmware in two halves, and a disk of the user', async () => {
  const text = 'platform: emulated\nfirmware: {code: CODE.fd, vars: VARS.fd}\nguest: {disks: [disk.img]}\n';
  expect(rolesOf(await booted(text))).toEqual([
    ['firmware', join(dir, 'CODE.fd')],
    ['firmware-vars', join(dir, 'VARS.fd')],
    ['disk', join(dir, 'disk.img')],
  ]);
});

test.each([
  ['its pin', 'firmware: tdvf\npins: current\n', null],
  ['a tag', 'firmware: {recipe: tdvf, ref: edk2-stable202511}\n', 'edk2-stable202511'],
])(
  'a Trust Domain with a firmware that was built from %s: how, and what MRTD will be',
  async (_, firmware, ref) => {
    const found = await booted(`platform: tdx\n${firmware}${KERNEL}`);
    expect(found.firmware).toMatchObject({
      recipe: 'tdvf',
      from: 'a-source',
      ref,
      commit: null,
      key: 'a-key',
    });
    expect(found.mrtd).toBe(mrtd());
    expect(rolesOf(found).map(([role]) => role)).toEqual(['kernel', 'initrd', 'firmware']);
  },
);

test('the same image without a Trust Domain has no MRTD', async () => {
  const text = `platform: emulated\nfirmware: {recipe: tdvf, repository: .}\n${KERNEL}`;
  expect((await booted(text)).mrtd).toBeNull();
});

test('a guest of Cloud Hypervisor: the copies of its disks come first', async () => {
  const { command } = await booted('platform: kvm\nvmm: cloud-hypervisor\nguest: {disks: [disk.img]}\n', CH);
  expect(command.map(([program]) => program)).toEqual(['cp', '/usr/bin/ch']);
  expect(command[0]?.slice(-2)).toEqual([join(dir, 'disk.img'), 'disk0.raw']);
});

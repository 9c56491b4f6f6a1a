/** The command of a prepared run and the files that it names: what the scenario leaves open is filled in. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Ports } from '../../src/prepare/ports.ts';
import { type Prepared, prepare, type Refusal } from '../../src/prepare/prepare.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import type { Program } from '../../src/vmm/plan.ts';
import { bzImage } from '../support/bz-image.ts';
import { fakePorts, hostWith } from '../support/ports.ts';
import { qcow2 } from '../support/qcow2.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { buildImage, TD_SHIM } from '../tdx/image-builder.ts';

const dir = scratchDirectory('plan');
writeFileSync(join(dir, 'bzImage'), bzImage('6.12.0'));
writeFileSync(join(dir, 'td-shim.bin'), buildImage(TD_SHIM));
writeFileSync(join(dir, 'own.cpio'), '12345');
writeFileSync(join(dir, 'disk.qcow2'), qcow2());
mkdirSync(join(dir, 'pipes'));
execFileSync('mkfifo', ['a', 'b', 'c', 'd', 'e', 'f'], { cwd: join(dir, 'pipes') });
mkdirSync(join(dir, 'root'));
writeFileSync(join(dir, 'root/init'), 'an init of its own');

const QEMU: Program = { name: 'qemu', path: '/usr/bin/qemu', version: '10.1.0' };
const CH: Program = { name: 'cloud-hypervisor', path: '/usr/bin/ch', version: '47.0', tdx: true };

async function planned(text: string, program = QEMU, more: Partial<Ports> = {}) {
  const ports = fakePorts(mkdtempSync(join(dir, 'run-')), { host: hostWith({}, [program]) });
  const steps = text.includes('steps:') ? '' : 'steps: [{expect: login}]\n';
  const loaded = toBoot(parseScenario('s.yml', `version: 1\n${text}${steps}`, dir));
  const run: Prepared | Refusal = await prepare(loaded, { ...ports, ...more });
  if ('refused' in run) throw run.refused;
  const file = (name: string): string => join(ports.workDir, name);
  return { args: run.plan.args.join(' '), run, file, notices: ports.notices };
}

describe('the command', () => {
  test('listens for a gdb where one was asked for, and Cloud Hypervisor cannot', async () => {
    const text = 'platform: kvm\nguest: {kernel: bzImage, initrd: own.cpio}\n';
    const { args, file } = await planned(text, QEMU, { gdb: true });
    expect(args).toContain(`path=${file('gdb.sock')},server=on`);
    const refused = planned(`vmm: cloud-hypervisor\n${text}`, CH, { gdb: true });
    await expect(refused).rejects.toMatchObject({ code: 'no-gdb' });
  });

  test('hands a kernel to td-shim in its own section', async () => {
    const text =
      'platform: tdx-emulated\nfirmware: td-shim.bin\nguest: {kernel: bzImage, disks: [disk.qcow2]}\n';
    expect((await planned(text)).args).toContain(`name=opt/org.tdx-boot/kernel,file=${join(dir, 'bzImage')}`);
  });

  test('gives a disk its format: as the scenario says, else as the file begins', async () => {
    const disks = 'guest: {disks: [disk.qcow2, {path: disk.qcow2, format: raw}]}\n';
    const { args } = await planned(`platform: emulated\n${disks}`);
    expect(args.match(/id=disk\d,format=\w+/g)).toEqual(['id=disk0,format=qcow2', 'id=disk1,format=raw']);
  });

  test('attaches files that are a disk after those of the user, to be read only', async () => {
    const text =
      'platform: emulated\nguest: {kernel: bzImage, initrd: own.cpio, disks: [disk.qcow2], files: {own.cpio: /x}, files-as: disk}\n';
    const { args, file } = await planned(text);
    expect(args).toContain(`id=disk1,format=raw,readonly=on,file=${file('files.ext4')}`);
    expect(args).toContain('drive=disk1,serial=tdx-boot-files');
  });
});

describe('the initrd', () => {
  test('of the user has what is added at a multiple of four bytes, as Linux wants it', async () => {
    const { file } = await planned(
      'platform: emulated\nguest: {kernel: bzImage, initrd: own.cpio, files: {own.cpio: /x}}\n',
    );
    expect(readFileSync(file('initrd.cpio'), 'latin1').slice(0, 14)).toBe('12345\0\0\x00070701');
  });

  test('has the init of a root that brings one, and the agent where the guest runs commands', async () => {
    const text = 'platform: emulated\nguest: {kernel: bzImage, root: root}\n';
    const without = readFileSync((await planned(text)).file('initrd.cpio'), 'latin1');
    expect(without).toContain('an init of its own');
    expect(without).not.toContain('sbin/tdx-boot-agent');
    const { file } = await planned(`${text}steps: [{run: [ls]}]\n`);
    expect(readFileSync(file('initrd.cpio'), 'latin1')).toContain('sbin/tdx-boot-agent');
  });

  test.each([
    ['files', 'initrd: own.cpio, files: {pipes: /opt}', '/opt'],
    ['a root', 'root: pipes', ''],
  ])('of %s with pipes leaves them out, and says so of the first five', async (_, guest, at) => {
    const { notices } = await planned(`platform: emulated\nguest: {kernel: bzImage, ${guest}}\n`);
    const named = ['a', 'b', 'c', 'd', 'e'].map((name) => `${at}/${name}`).join(', ');
    expect(notices).toEqual([
      `left out of the initrd, because they are neither files nor directories nor links: ${named} and 1 more`,
    ]);
  });
});

test('a root on a disk has the space that the scenario wants, and no notice where all of it is there', async () => {
  const text = 'platform: emulated\nguest: {kernel: bzImage, root: {path: root, as: disk, free: 2G}}\n';
  const { args, file, notices } = await planned(text);
  expect(statSync(file('root.ext4')).size).toBeGreaterThan(2 * 1024 ** 3);
  expect(args).toContain('serial=tdx-boot-root');
  expect(notices).toEqual([]);
});

test.each([
  ['without an initrd', 'disks: [disk.qcow2]'],
  ['whose root is a share, which hides the initrd', 'kernel: bzImage, shares: {root: /}'],
])('files of a guest %s are for the agent to put there', async (_, guest) => {
  const { run, file } = await planned(`platform: emulated\nguest: {${guest}, files: {own.cpio: /x/}}\n`);
  expect(run.setup.files.map(({ path }) => path)).toEqual(['/x', '/x/own.cpio']);
  if (guest.startsWith('kernel'))
    expect(readFileSync(file('initrd.cpio'), 'latin1')).not.toContain('x/own.cpio');
});

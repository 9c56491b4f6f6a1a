/** What `explain` says of a run that it does not make: the command, what is to be built, and what the table knows. */

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { explainRun } from '../../src/prepare/explain.ts';
import type { Located } from '../../src/prepare/ports.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import type { Program } from '../../src/vmm/plan.ts';
import { bzImage } from '../support/bz-image.ts';
import { hostWith } from '../support/ports.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { buildImage, TD_SHIM, tdvf } from '../tdx/image-builder.ts';

const dir = scratchDirectory('explain');
writeFileSync(join(dir, 'bzImage'), bzImage('6.12.0'));
writeFileSync(join(dir, 'tdvf.fd'), buildImage(tdvf()));
writeFileSync(join(dir, 'td-shim.bin'), buildImage(TD_SHIM));
const FILES = readdirSync(dir);

const QEMU: Program = { name: 'qemu', path: '/usr/bin/qemu', version: '10.1.0', tdx: true };
/** Nothing is built yet. */
const MISSING: Located = {
  locate: async ({ name }) => ({ image: `/store/${name}`, command: `build ${name}` }),
};
/** This image is in the store. */
const stored = (image: string): Located => ({ locate: async () => ({ image: join(dir, image) }) });

function explain(text: string, programs: readonly Program[], builds = MISSING, initrd?: string) {
  const guest = text.includes('guest:') ? '' : 'guest: {kernel: bzImage}\n';
  const whole = `version: 1\n${text}${guest}steps: [{expect: login}]\n`;
  return explainRun(toBoot(parseScenario('s.yml', whole, dir)), builds, initrd, hostWith({}, programs));
}

test('what the host has: its command, with pipes here and with files for a shell, and nothing is made', async () => {
  const { plan, paste, toBuild } = await explain('platform: emulated\n', [QEMU]);
  expect([plan.command, toBuild]).toEqual(['/usr/bin/qemu', []]);
  expect(plan.args).toEqual(
    expect.arrayContaining(['-initrd', 'initrd.cpio', 'pipe,id=console,path=console']),
  );
  expect(paste.args).toContain('file,id=console,path=console.log');
  expect(readdirSync(dir)).toEqual(FILES);
});

test('an initrd that was written has its path in the command', async () => {
  const { plan } = await explain('platform: emulated\n', [QEMU], MISSING, '/tmp/made.cpio');
  expect(plan.args).toEqual(expect.arrayContaining(['-initrd', '/tmp/made.cpio']));
});

test('a QEMU that is missing is named as in PATH', async () => {
  const { plan, lines } = await explain('platform: emulated\n', []);
  expect(plan.command).toBe('qemu-system-x86_64');
  expect(lines[0]).toBe('on this host: qemu is not installed');
});

test('what is to be built, each with its command, and the paths where it will be', async () => {
  const text =
    'platform: tdx\nvmm: cloud-hypervisor\nfirmware: td-shim\nguest: {kernel: bzImage, disks: [bzImage]}\n';
  const { toBuild, plan } = await explain(text, []);
  expect(toBuild).toEqual([
    { what: 'VMM', command: 'build cloud-hypervisor' },
    { what: 'firmware', command: 'build td-shim' },
  ]);
  expect(plan.command).toBe('/store/cloud-hypervisor');
  expect(plan.args).toEqual(expect.arrayContaining(['--firmware', '/store/td-shim']));
});

test('a firmware that is in the store is looked at', async () => {
  const text = 'platform: tdx\nfirmware: tdvf\npins: current\n';
  const { plan, toBuild } = await explain(text, [QEMU], stored('tdvf.fd'));
  expect([plan.args.includes(join(dir, 'tdvf.fd')), toBuild]).toEqual([true, []]);
  await expect(explain(text, [QEMU], stored('bzImage'))).rejects.toThrow(/^s\.yml:3:11: firmware: /);
});

test('a trial of KVM that a run would make is told', async () => {
  const text = 'platform: tdx-emulated\nfirmware: tdvf.fd\ntd-monitor: {accel: kvm}\n';
  expect((await explain(text, [QEMU])).lines.at(-1)).toMatch(/^accel: kvm holds if /);
});

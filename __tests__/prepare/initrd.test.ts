/** What the initrd of a run has for what its scenario says. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { makeInitrd } from '../../src/prepare/initrd.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import { bzImage } from '../support/bz-image.ts';
import { scratchDirectory } from '../support/scratch.ts';

const FOLDER = scratchDirectory('initrd');
const MODULES = join(FOLDER, 'lib/modules/6.12.0-test');
mkdirSync(join(MODULES, 'kernel'), { recursive: true });
writeFileSync(join(FOLDER, 'vmlinuz'), bzImage('6.12.0-test'));
for (const name of ['virtio_console', 'vmw_vsock_virtio_transport'])
  writeFileSync(join(MODULES, `kernel/${name}.ko`), 'elf');

test.each([
  ['', 'qemu', false],
  [', vsock: 42', 'qemu', true],
  ['}\nsteps: [{ run: ls }]\n#', 'qemu', false],
  ['}\nsteps: [{ run: ls }]\n#', 'cloud-hypervisor', true],
])('the probe of a guest {kernel%s} of %s loads the driver of vsock: %s', async (more, vmm, expected) => {
  const text = `version: 1\nplatform: kvm\nvmm: ${vmm}\nguest: { kernel: vmlinuz${more} }\n`;
  const { bytes } = await makeInitrd(toBoot(parseScenario('s.yml', text, FOLDER)).scenario);
  const list = bytes.toString('latin1');
  expect(list).toContain('/modules/virtio_console.ko');
  expect(list.includes('/modules/vmw_vsock_virtio_transport.ko')).toBe(expected);
});

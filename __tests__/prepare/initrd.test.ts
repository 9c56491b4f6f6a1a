/** What the initrd of a run has for what its scenario says. */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
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

test('an installation without the programs for guests refuses each guest that needs one, and no other', () => {
  const ROOT = join(import.meta.dirname, '../..');
  const copy = join(FOLDER, 'incomplete');
  mkdirSync(copy);
  for (const name of ['src', 'package.json']) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(FOLDER, 'root'));
  writeFileSync(join(FOLDER, 'initrd'), '');
  const guests = {
    probe: '',
    rootDisk: ', root: { path: root, as: disk } }\nsteps: [{ expect: up }]\n#',
    command: ', initrd: initrd }\nsteps: [{ run: ls }]\n#',
    initrdAlone: ', initrd: initrd }\nsteps: [{ expect: up }]\n#',
  };
  const program = `
    import { requireOwnPrograms } from '${copy}/src/prepare/initrd.ts';
    import { parseScenario, toBoot } from '${copy}/src/scenario/load.ts';
    const said = {};
    for (const [name, more] of Object.entries(${JSON.stringify(guests)})) {
      const text = 'version: 1\\nplatform: kvm\\nguest: { kernel: vmlinuz' + more + ' }\\n';
      const { scenario } = toBoot(parseScenario('s.yml', text, ${JSON.stringify(FOLDER)}));
      try {
        requireOwnPrograms(scenario);
        said[name] = 'nothing';
      } catch ({ code, message }) {
        said[name] = code + ' ' + message.split('/').pop();
      }
    }
    console.log(JSON.stringify(said));
  `;
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(JSON.parse(out)).toEqual({
    probe: 'probe-missing probe',
    rootDisk: 'probe-missing probe',
    command: 'probe-missing agent',
    initrdAlone: 'nothing',
  });
});

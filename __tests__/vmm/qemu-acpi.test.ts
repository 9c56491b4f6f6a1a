/** When QEMU cannot build ACPI tables, the error says why. */

import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { makeAcpiFiles } from '../../src/vmm/qemu-acpi.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { TABLES_SPEC } from '../support/tables-spec.ts';

const dir = scratchDirectory('acpi');

/** A QEMU that is this shell script; descriptor 3 is qtest. */
function fake(name: string, script: string): string {
  const path = join(dir, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test.each([
  ['refuses an option', 'echo "qemu: no such device" >&2; exit 1', {}, '10.1.0', /: qemu: no such device$/],
  ['says nothing', 'exit 1', {}, '10.1.0', /: it ended without a word$/],
  [
    'refuses a command of qtest',
    'read -r line <&3; echo "FAIL Unknown command" >&3; read -r line <&3',
    {},
    '10.1.0',
    /^QEMU answers "FAIL Unknown command" to "outl 0xcf8 0x8000f840"$/,
  ],
  ['of version 10.0 has no Trust Domains', 'exit 0', {}, '10.0.13', /: QEMU 10\.0\.13 has no Trust Domains/],
  [
    'is given a device of its host',
    'exit 0',
    { vfio: ['0000:01:00.0'] },
    '10.1.0',
    /devices of its host, which only that host can add$/,
  ],
])('QEMU %s', async (name, script, told, version, message) => {
  const path = fake(name.replaceAll(' ', '-'), script);
  const made = makeAcpiFiles({ ...TABLES_SPEC, ...told }, { name: 'qemu', path, version }, dir);
  await expect(made).rejects.toThrow(message);
});

test('a version of QEMU without Trust Domains emulates them', async () => {
  const spec = { ...TABLES_SPEC, platform: 'tdx-emulated' } as const;
  const path = fake('emulates', 'echo "$@" >&2; exit 1');
  const made = makeAcpiFiles(spec, { name: 'qemu', path, version: '7.2.22' }, dir);
  await expect(made).rejects.toThrow(
    /: -machine q35,accel=tcg,smm=off,pic=off,max-ram-below-4g=2048M,memory-backend=ram .* -m 4128M /,
  );
});

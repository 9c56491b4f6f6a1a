/** What is computed of a scenario's registers before its boot, and refused when it cannot be. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { VmmInfo } from '../../src/compat/combination.ts';
import { predictMeasurements } from '../../src/prepare/predictions.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { type Predictions, registerPredictor } from '../../src/tdx/register-prediction.ts';
import { ZERO } from '../../src/tdx/registers.ts';
import { makeBootDisk, runTool } from '../support/boot-disk.ts';
import { buildGrub, buildShim } from '../tdx/grub-builder.ts';
import { buildKernel, buildUki } from '../tdx/pe-builder.ts';
import {
  CH,
  DISK,
  dir,
  filesOf,
  IMAGE,
  KERNEL,
  kernel,
  noTables,
  predict,
  QEMU,
  SHIM,
  UKI,
} from './prediction-lab.ts';

makeBootDisk(join(dir, 'uki.img'), {
  fat: 12,
  files: {
    'EFI/BOOT/BOOTX64.EFI': buildUki({
      ...{ '.sdmagic': Buffer.from('#### LoaderInfo: systemd-stub 252 ####\0'), '.linux': buildKernel() },
      ...{ '.cmdline': Buffer.from('quiet'), '.initrd': Buffer.from('initrd') },
    }),
  },
});
runTool('qemu-img', 'convert', '-O', 'qcow2', join(dir, 'uki.img'), join(dir, 'uki.qcow2'));

const grubKernel = kernel('6.12.0');
grubKernel.writeUInt16LE(1, grubKernel.readUInt32LE(0x3c) + 24 + 44);
makeBootDisk(join(dir, 'grub.img'), {
  fat: 12,
  files: {
    ...{ 'EFI/BOOT/BOOTX64.EFI': buildShim(), 'EFI/BOOT/grubx64.efi': buildGrub(), vmlinuz: grubKernel },
    'EFI/debian/grub.cfg': 'set timeout=0\nmenuentry A { linux /vmlinuz }\n',
  },
});
runTool('qemu-img', 'convert', '-O', 'qcow2', join(dir, 'grub.img'), join(dir, 'grub.qcow2'));

const count = (expectations: Predictions | undefined): Record<string, number> =>
  Object.fromEntries(Object.entries(expectations ?? {}).map(([name, { values }]) => [name, values.length]));

test('an edk2 that is not known, of which some measure what is not known: the reason names one and asks', async () => {
  await expect(predict(KERNEL, 'rtmr0: expected')).rejects.toThrow(
    /^td\.yml:\S+ measurements\.rtmr0 cannot be predicted: for qemu, edk2-\S+: .*say which edk2 it was built from \(events\)/,
  );
});

describe('how many values a register may have', () => {
  test.each<[string, string, string, string | undefined, Record<string, number>]>([
    [
      'of an unknown edk2',
      KERNEL,
      'rtmr1: expected, rtmr2: expected, rtmr3: expected',
      undefined,
      { rtmr1: 6, rtmr2: 1, rtmr3: 1 },
    ],
    [
      'of an unknown edk2 from 202505 on',
      KERNEL.replace('tdvf.fd', 'new.fd'),
      'rtmr2: expected',
      undefined,
      { rtmr2: 2 },
    ],
    [
      'of the pin',
      KERNEL,
      'rtmr0: expected, rtmr1: expected, rtmr2: expected',
      'edk2-stable202211-242-g13b97736c8',
      { rtmr0: 1, rtmr1: 2, rtmr2: 1 },
    ],
    [
      'of an edk2 that the scenario names',
      KERNEL,
      'rtmr0: expected, events: edk2-13b97736',
      undefined,
      { rtmr0: 1 },
    ],
    [
      'of an edk2 that measures ACPI tables',
      KERNEL,
      'rtmr0: expected, acpi-tables: acpi.bin',
      'edk2-stable202411',
      { rtmr0: 1 },
    ],
    [
      'of the release before the pin',
      KERNEL,
      'rtmr0: expected, rtmr1: expected',
      'edk2-stable202211',
      { rtmr0: 1, rtmr1: 2 },
    ],
    ['of an edk2 of today', KERNEL, 'rtmr1: expected', 'edk2-stable202605', { rtmr1: 2 }],
    [
      'of a kernel that says no release',
      KERNEL.replace('-6.12', ''),
      'rtmr2: expected, events: edk2-13b97736',
      undefined,
      { rtmr2: 2 },
    ],
    [
      'of a UKI on one of the disks',
      UKI,
      'rtmr1: expected, rtmr2: expected',
      'edk2-stable202411',
      { rtmr1: 1, rtmr2: 2 },
    ],
    [
      'of shim and GRUB on a disk, which names the kernel',
      UKI.replace('uki.', 'grub.'),
      'rtmr1: expected, rtmr2: expected',
      'edk2-stable202411',
      { rtmr1: 1, rtmr2: 1 },
    ],
    [
      'of td-shim',
      SHIM,
      'mrtd: expected, rtmr1: expected, rtmr2: expected',
      undefined,
      { mrtd: 1, rtmr1: 1, rtmr2: 1 },
    ],
    [
      'by value: as many, where it can be predicted',
      KERNEL,
      `rtmr3: "${ZERO}", rtmr0: "${ZERO}"`,
      undefined,
      { rtmr3: 1 },
    ],
    ['by replay: none', KERNEL, 'rtmr1: replay', undefined, {}],
  ])('%s', async (_, what, measurements, release, expected) => {
    expect(count(await predict(what, measurements, QEMU, release))).toEqual(expected);
  });

  test('nothing is computed where nothing is asserted', async () => {
    const text = `version: 1\nplatform: tdx\n${KERNEL}steps: [{expect: done}]\n`;
    const { scenario } = toBoot(parseScenario('td.yml', text, dir));
    expect(await predictMeasurements(scenario, filesOf(scenario), QEMU, undefined, noTables)).toEqual({});
  });
});

test.each([
  ['vmlinuz-6.12', false],
  ['vmlinuz-6.8', true],
])('the stub of %s leaves RTMR2 zero: %s', async (name, zero) => {
  const predicted = await predict(
    KERNEL.replace('vmlinuz-6.12', name),
    'rtmr2: expected, events: edk2-13b97736',
  );
  expect(predicted?.rtmr2?.values.map(({ value }) => value === ZERO)).toEqual([zero]);
});

test('boot options of a disk are those of a copy of efivars, and of no device with a bootindex', async () => {
  const vendor = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
  mkdirSync(join(dir, 'efivars'));
  writeFileSync(join(dir, 'efivars', `BootOrder-${vendor}`), Buffer.from('070000000100', 'hex'));
  writeFileSync(join(dir, 'efivars', `Boot0001-${vendor}`), Buffer.from('07000000aabb', 'hex'));
  const wanted = 'rtmr0: expected, acpi-tables: acpi.bin, events: edk2-stable202411, efi-variables: efivars';
  expect(count(await predict(UKI, wanted))).toEqual({ rtmr0: 1 });
  await expect(predict(UKI, wanted.replace('efivars', 'initrd'))).rejects.toThrow(
    /measurements\.rtmr0 cannot be predicted: not a file of EFI variables/,
  );
});

test('the kernel is hashed once, however many registers are predicted', () => {
  let reads = 0;
  const direct = { kernel: kernel('6.12.0'), initrd: Buffer.from('initrd'), cmdline: 'quiet' };
  const predict = registerPredictor({
    image: IMAGE,
    metadata: parseMetadata(IMAGE),
    memory: 2n ** 31n,
    get direct() {
      reads++;
      return direct;
    },
  });
  predict('rtmr1');
  const once = reads;
  for (const register of ['rtmr1', 'rtmr2', 'rtmr3'] as const) predict(register);
  expect([once > 0, reads]).toEqual([true, once]);
});

describe('what is asserted as expected and cannot be predicted is refused, with its place and the reason', () => {
  test.each<[string, string, string, VmmInfo, RegExp]>([
    [
      'RTMR0 of a disk',
      DISK,
      'rtmr0: expected',
      QEMU,
      /^td\.yml:6:23: measurements\.rtmr0 cannot be predicted: .*boot options/,
    ],
    ['RTMR1 of a disk', DISK, 'mrtd: expected, rtmr1: expected', QEMU, /^td\.yml:6:39: .*on the disk/],
    [
      'RTMR1 of two disks that boot',
      UKI.replace('disk.img', 'uki.img'),
      'rtmr1: expected',
      QEMU,
      /what boots is on the disk/,
    ],
    ['RTMR0 of td-shim', SHIM, 'rtmr0: expected', CH, /ACPI tables are in it/],
    [
      'RTMR0 whose ACPI tables QEMU does not make',
      KERNEL,
      'rtmr0: expected, events: edk2-stable202411',
      QEMU,
      /ACPI DATA, loader\): QEMU made no ACPI tables/,
    ],
    [
      'an image that is no firmware',
      KERNEL.replace('tdvf.fd', 'vmlinuz'),
      'mrtd: expected',
      QEMU,
      /not a firmware image/,
    ],
    [
      'malformed ACPI tables',
      KERNEL,
      'rtmr0: expected, acpi-tables: no-acpi.bin',
      QEMU,
      /the ACPI tables have no DSDT/,
    ],
    [
      'ACPI tables that are not there',
      KERNEL,
      'rtmr0: expected, acpi-tables: x.bin',
      QEMU,
      /cannot read the ACPI tables: no such file or directory/,
    ],
    [
      'a kernel that is no bzImage',
      KERNEL.replace('vmlinuz-6.12', 'initrd'),
      'rtmr1: expected',
      QEMU,
      /cannot be predicted: /,
    ],
  ])('%s', async (_, what, measurements, vmm, message) => {
    await expect(predict(what, measurements, vmm)).rejects.toThrow(message);
  });

  test('all of them at once', async () => {
    const refused = predict(DISK, 'rtmr0: expected, rtmr1: expected, rtmr2: expected');
    await expect(refused).rejects.toMatchObject({ problems: [{}, {}, {}] });
  });
});

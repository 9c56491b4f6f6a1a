/** Scenarios of a Trust Domain and their files, and what is predicted of their registers. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VmmInfo } from '../../src/compat/combination.ts';
import { predictMeasurements } from '../../src/prepare/predictions.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import type { BootScenario, FirmwareFiles } from '../../src/scenario/scenario.ts';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { computeMrtd, LAUNCH_METHOD } from '../../src/tdx/mrtd.ts';
import { HostError } from '../../src/words/errors.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { ACPI, fixture } from '../tdx/fixtures.ts';
import { buildImage, DRIVERS, TD_SHIM, tdvf } from '../tdx/image-builder.ts';
import { buildKernel } from '../tdx/pe-builder.ts';

export const dir = scratchDirectory('measurements');

/** A kernel whose header names its release. */
export function kernel(release: string): Buffer {
  const image = buildKernel();
  image.writeUInt16LE(0x400, 0x20e);
  image.write(`${release} (builder@host)\0`, 0x600);
  return image;
}

export const IMAGE = buildImage(tdvf());
for (const [name, bytes] of Object.entries({
  'tdvf.fd': IMAGE,
  'new.fd': buildImage(tdvf([...DRIVERS, 'SmbiosMeasurementDxe'])),
  'shim.bin': buildImage(TD_SHIM),
  'vmlinuz-6.12': kernel('6.12.0'),
  'vmlinuz-6.8': kernel('6.8.0-52-generic'),
  vmlinuz: buildKernel(),
  initrd: Buffer.from('initrd'),
  'acpi.bin': fixture(ACPI),
  'no-acpi.bin': Buffer.from('none'),
  'disk.img': Buffer.from('a disk'),
})) {
  writeFileSync(join(dir, name), bytes);
}

export const KERNEL =
  'firmware: tdvf.fd\nguest: {kernel: vmlinuz-6.12, initrd: initrd, cmdline: quiet, memory: 2G}\n';
export const DISK = 'firmware: tdvf.fd\nguest: {disks: [disk.img]}\n';
export const UKI = 'firmware: tdvf.fd\nguest: {disks: [uki.qcow2, disk.img]}\n';
export const SHIM = 'firmware: shim.bin\nguest: {kernel: vmlinuz-6.12, initrd: initrd, cmdline: quiet}\n';
export const QEMU: VmmInfo = { name: 'qemu', version: '10.1.0' };
export const CH: VmmInfo = { name: 'cloud-hypervisor', version: '47.0' };

export function load(what: string, measurements: string): BootScenario {
  const text = `version: 1\nplatform: tdx\n${what}steps: [{expect: done}]\nmeasurements: {${measurements}}\n`;
  return toBoot(parseScenario('td.yml', text, dir)).scenario;
}

export const filesOf = ({ firmware }: BootScenario): FirmwareFiles | undefined =>
  firmware === undefined || 'request' in firmware ? undefined : firmware;

export const noTables = () => Promise.reject(new HostError('no-acpi-tables', 'QEMU made no ACPI tables'));

export const predict = (what: string, measurements: string, vmm = QEMU, release?: string) => {
  const scenario = load(what, measurements);
  return predictMeasurements(scenario, filesOf(scenario), vmm, release, noTables);
};

export const mrtd = (changes: Partial<typeof LAUNCH_METHOD> = {}): string =>
  computeMrtd(IMAGE, parseMetadata(IMAGE), { ...LAUNCH_METHOD, ...changes });

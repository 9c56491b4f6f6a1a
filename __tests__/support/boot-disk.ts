/** Boot disks as sgdisk, mkfs.vfat and mtools make them, and unified kernel images (UKI) on systemd's stub. */

import { execFileSync } from 'node:child_process';
import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const MIB = 1024 * 1024;
/** Where sgdisk puts the first partition, in bytes. */
export const START = MIB;
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin`, MTOOLS_SKIP_CHECK: '1' };

export function runTool(program: string, ...args: string[]): string {
  return execFileSync(program, args, { env, stdio: 'pipe', encoding: 'utf8' });
}

export interface BootDisk {
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly fat?: 12 | 16 | 32;
  /** A partition type of sgdisk; an EFI system partition if absent. */
  readonly type?: string;
}

/** Makes an image with one partition and these files on it. */
export function makeBootDisk(image: string, { files, fat = 32, type = 'ef00' }: BootDisk): string {
  const size = { 12: 4, 16: 32, 32: 64 }[fat];
  writeFileSync(image, '');
  truncateSync(image, (size + 2) * MIB);
  runTool('sgdisk', '--new=1:2048:0', `--typecode=1:${type}`, image);
  const offset = String(START / 512);
  const clusters = fat === 16 ? ['-s', '1'] : [];
  runTool('mkfs.vfat', '-F', String(fat), ...clusters, '--offset', offset, image, String(size * 1024));
  for (const [name, content] of Object.entries(files)) {
    const file = `${image}.content`;
    writeFileSync(file, content);
    for (const parent of parents(name)) mtool('mmd', image, parent);
    runTool('mcopy', '-D', 'o', '-i', `${image}@@${START}`, file, `::${name}`);
    rmSync(file);
  }
  return image;
}

function parents(name: string): string[] {
  const parent = dirname(name);
  return parent === '.' ? [] : [...parents(parent), parent];
}

function mtool(program: string, image: string, name: string): void {
  try {
    runTool(program, '-D', 's', '-i', `${image}@@${START}`, `::${name}`);
  } catch {
    // The directory is there from the last file.
  }
}

const STUB = '/usr/lib/systemd/boot/efi/linuxx64.efi.stub';
const PAGE = 4096;

/** Makes a UKI: sections behind those of the stub (systemd-stub(7)). @param parts files by section name, such as `.linux` */
export function makeUki(uki: string, parts: Readonly<Record<string, string>>): string {
  const ends = [...runTool('objdump', '-h', STUB).matchAll(/^ +\d+ \S+ +([0-9a-f]+) +([0-9a-f]+) /gm)].map(
    ([, size = '', address = '']) => Number.parseInt(address, 16) + Number.parseInt(size, 16),
  );
  let address = Math.max(...ends);
  const sections = Object.entries(parts).flatMap(([section, file]) => {
    address = Math.ceil(address / PAGE) * PAGE;
    const placed = ['--add-section', `${section}=${file}`, '--change-section-vma', `${section}=${address}`];
    address += statSync(file).size;
    return placed;
  });
  runTool('objcopy', ...sections, STUB, uki);
  return uki;
}

/** Boot disks as sgdisk, mkfs.vfat and mtools make them, and unified kernel images (UKI) on systemd's stub. */

import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

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
  makePartition(image, (size + 2) * MIB, type);
  const offset = String(START / 512);
  const clusters = fat === 16 ? ['-s', '1'] : [];
  runTool('mkfs.vfat', '-F', String(fat), ...clusters, '--offset', offset, image, String(size * 1024));
  const tree = `${image}.content`;
  mkdirSync(tree);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(tree, dirname(name)), { recursive: true });
    writeFileSync(join(tree, name), content);
  }
  const roots = readdirSync(tree).map((name) => join(tree, name));
  if (roots.length > 0) runTool('mcopy', '-s', '-i', `${image}@@${START}`, ...roots, '::');
  rmSync(tree, { recursive: true });
  return image;
}

/** The first and the last bytes of images with one partition. sgdisk waits a second after each write, so it makes each table once. */
const tables = new Map<string, readonly [first: Buffer, last: Buffer]>();
const TABLE = 34 * 512;

function makePartition(image: string, size: number, type: string): void {
  writeFileSync(image, '');
  truncateSync(image, size);
  const key = `${size} ${type}`;
  const made = tables.get(key);
  const fd = openSync(image, 'r+');
  if (made === undefined) {
    runTool('sgdisk', '--new=1:2048:0', `--typecode=1:${type}`, image);
    const [first, last] = [Buffer.alloc(TABLE), Buffer.alloc(TABLE)];
    readSync(fd, first, 0, TABLE, 0);
    readSync(fd, last, 0, TABLE, size - TABLE);
    tables.set(key, [first, last]);
  } else {
    writeSync(fd, made[0], 0, TABLE, 0);
    writeSync(fd, made[1], 0, TABLE, size - TABLE);
  }
  closeSync(fd);
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

/** A disk of a scenario: which format it has, and which other files of the host its image reads. */

import { dirname, resolve } from 'node:path';
import type { Disk } from '../scenario/scenario.ts';
import { messageOf } from '../words/errors.ts';
import { requireRawDisk } from './content.ts';
import { readHead, requireFile } from './file.ts';
import { isQcow2, MOST_HEADER_BYTES, type Qcow2Header, readQcow2Header } from './qcow2.ts';

type DiskFormat = 'raw' | 'qcow2';

/** The file of a disk, and its format where somebody has said it. */
export type DiskImage = Pick<Disk, 'path' | 'format'>;

/** A longer chain of backing files is a mistake, such as a circle. */
const MOST_IMAGES = 100;
/** Names with which QEMU reaches something that is no file of this host, or takes options: `nbd:`, `json:`. */
const PROTOCOL = /^[a-z][a-z0-9+.-]*:/i;

/** The format of a disk: as the scenario says, else qcow2 where the file begins as a qcow2 image, else raw. */
export function diskFormat(disk: DiskImage): DiskFormat {
  return disk.format ?? contentOf(disk);
}

/** What the content of the disk looks like, whatever the scenario says. */
export function contentOf({ path }: DiskImage): DiskFormat {
  return isQcow2(readHead(path, 4)) ? 'qcow2' : 'raw';
}

/** Whether the image names a backing file or a data file. */
export function namesFiles(disk: Disk): boolean {
  return diskFormat(disk) === 'qcow2' && filesOf(headerOf(disk.path)).length > 0;
}

/**
 * Refuses a disk of a format that no guest can read, unless the scenario calls the disk raw. Refuses an image that reads other
 * files of the host, unless the scenario allows that (`backing: allow`), and an image that names files which are missing.
 * @throws Error that says what is wrong
 */
export function checkDisk(disk: Disk): void {
  if (diskFormat(disk) === 'raw') {
    if (disk.format === undefined) requireRawDisk(disk.path);
    return;
  }
  const header = headerOf(disk.path);
  const others = filesOf(header);
  if (others.length > 0 && disk.backing !== 'allow') {
    throw new Error(
      `is a qcow2 image that reads ${others.map((name) => JSON.stringify(name)).join(' and ')} of this host into the guest; write backing: allow at this disk if that is meant, or merge the files with qemu-img convert`,
    );
  }
  checkChain(disk.path, header);
}

/** Follows the backing files. Each has to say its format: QEMU would guess it from content that a guest may have written. */
function checkChain(image: string, header: Qcow2Header, images = 1): void {
  const called = images === 1 ? 'it' : image;
  const { backingFile, backingFormat, dataFile, encrypted } = header;
  if (encrypted) throw new Error(`${called} is encrypted, and a scenario cannot give its key`);
  if (dataFile !== undefined) requireNamed(image, dataFile, 'data file');
  if (backingFile === undefined) return;
  if (images === MOST_IMAGES) throw new Error(`has a chain of more than ${MOST_IMAGES} backing files`);
  if (backingFormat !== 'raw' && backingFormat !== 'qcow2') {
    const said = backingFormat === undefined ? 'no format' : `the format ${JSON.stringify(backingFormat)}`;
    throw new Error(
      `${called} says ${said} of its backing file ${JSON.stringify(backingFile)}: write raw or qcow2 into it with qemu-img rebase -u -F`,
    );
  }
  const next = requireNamed(image, backingFile, 'backing file');
  if (backingFormat === 'qcow2') checkChain(next, namedHeaderOf(next), images + 1);
}

/** The path of a file that an image names, relative to the image. */
function requireNamed(image: string, name: string, what: string): string {
  if (name === '') throw new Error(`${image} has an external ${what} and does not name it`);
  if (PROTOCOL.test(name)) {
    throw new Error(`the ${what} ${JSON.stringify(name)} of ${image} is not a plain file of this host`);
  }
  const file = resolve(dirname(image), name);
  try {
    requireFile(file);
  } catch (error) {
    throw new Error(`the ${what} ${file} of ${image}: ${messageOf(error)}`, { cause: error });
  }
  return file;
}

function filesOf({ backingFile, dataFile }: Qcow2Header): string[] {
  return [backingFile, dataFile].filter((name) => name !== undefined);
}

function headerOf(path: string): Qcow2Header {
  return readQcow2Header(readHead(path, MOST_HEADER_BYTES));
}

/** The same of an image that the scenario does not name: its errors begin with its path. */
function namedHeaderOf(path: string): Qcow2Header {
  try {
    return headerOf(path);
  } catch (error) {
    throw new Error(`${path} ${messageOf(error)}`, { cause: error });
  }
}

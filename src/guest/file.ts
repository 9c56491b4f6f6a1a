/** Checks that a path is a file that can be read. FIFOs and devices are never opened: that would block, or act. */

import { accessSync, closeSync, constants, openSync, readSync, type Stats, statSync } from 'node:fs';
import { codeOf, messageOf } from '../words/errors.ts';

/**
 * Refuses everything but a regular file with content: a FIFO would block, and a device gives another content each time.
 * @throws Error that says what is wrong, as in "FILE: no such file or directory"
 */
export function requireFile(file: string): void {
  const found = stat(file);
  if (!found.isFile()) throw new Error(`is ${kindOf(found)}, not a file`);
  if (found.size === 0) throw new Error('is empty');
  try {
    closeSync(openSync(file, 'r'));
  } catch (error) {
    throw new Error(unreadable(error, file), { cause: error });
  }
}

/** Refuses what this user may not execute. @throws Error that says what is wrong */
export function requireProgram(file: string): void {
  const found = stat(file);
  if (!found.isFile()) throw new Error(`is ${kindOf(found)}, not a program`);
  try {
    accessSync(file, constants.X_OK);
  } catch (error) {
    throw new Error('may not be executed by this user', { cause: error });
  }
}

/**
 * Refuses everything but a regular file, which may be empty, and a directory.
 * @throws Error that says what is wrong
 */
export function requireReadable(path: string): void {
  const found = stat(path);
  if (!found.isFile() && !found.isDirectory())
    throw new Error(`is ${kindOf(found)}, not a file or a directory`);
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw new Error(unreadable(error, path), { cause: error });
  }
}

/** @throws Error that says what is wrong */
export function requireDirectory(path: string): void {
  const found = stat(path);
  if (!found.isDirectory()) throw new Error(`is ${kindOf(found)}, not a directory`);
}

/** The first bytes of a file, at most `length`. */
export function readHead(path: string, length: number): Buffer {
  const fd = openSync(path, 'r');
  try {
    return readAt(fd, 0, length);
  } finally {
    closeSync(fd);
  }
}

/** Up to `length` bytes of an open file from `offset`; fewer at its end. */
export function readAt(fd: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(fd, bytes, 0, length, offset));
}

function stat(file: string): Stats {
  try {
    return statSync(file);
  } catch (error) {
    throw new Error(unreadable(error, file), { cause: error });
  }
}

/** What a directory entry is; of a link, what it leads to. */
function kindOf(found: Stats): string {
  if (found.isFile()) return 'a file';
  if (found.isDirectory()) return 'a directory';
  if (found.isFIFO()) return 'a FIFO';
  if (found.isSocket()) return 'a socket';
  return found.isBlockDevice() ? 'a block device' : 'a character device';
}

/** Why a file cannot be read, without its name. Kernels in /boot are often for root alone. */
function unreadable(error: unknown, path: string): string {
  const denied = ['EACCES', 'EPERM'].includes(codeOf(error) ?? '');
  if (!denied) return messageOf(error, path);
  return 'may not be read by this user: make it readable (sudo chmod a+r), or name a copy that is';
}

/** Writes a file as a whole or not at all. */

import { open, rename, rm } from 'node:fs/promises';
import { partOf } from '../process/part.ts';
import { MIB } from '../words/units.ts';

/** Longer JSON is one line: nobody reads it without a program, and blanks would be most of a deep tree. In UTF-16 units. */
const INDENTED = MIB;

/**
 * Writes a value as JSON for machines, as a whole or not at all.
 * @throws the error of the file system
 */
export function writeWholeJson(path: string, value: unknown): Promise<void> {
  const line = JSON.stringify(value);
  return writeWhole(path, `${line.length > INDENTED ? line : JSON.stringify(value, null, 2)}\n`);
}

/**
 * A reader never sees half of the file, whatever fails or is killed meanwhile. Of several writers at once, the last one's text stays.
 *
 * The package for this, write-file-atomic (5.0.1 and 7.0.1 were read), calls write(2) once and ignores how much was
 * written: on a disk that is nearly full it renames half of a file. FileHandle.writeFile() goes on until all is written.
 * @throws the error of the file system
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const part = partOf(path);
  try {
    const file = await open(part, 'w');
    try {
      await file.writeFile(text);
      // Some file systems tell only now that they have no room.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

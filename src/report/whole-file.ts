/** Writes a file as a whole or not at all. */

import { open, rename, rm } from 'node:fs/promises';

/**
 * A reader never sees half of the file, whatever fails or is killed meanwhile.
 *
 * The packages for this (write-file-atomic 8.0, atomically 2.1) call write(2) once and do not look at how much it wrote:
 * on a disk that is nearly full they rename half of a file. FileHandle.writeFile() goes on until all is written.
 * @throws the error of the file system
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const part = `${path}.part`;
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

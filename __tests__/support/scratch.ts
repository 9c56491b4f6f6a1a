/** Scratch directories: one for all tests of a file. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/**
 * Makes a directory that is removed after the tests of the file that calls this, or of the `describe` around the call.
 * @param name part of the directory's name, so that who finds the directory after a killed run knows whose it was
 */
export function scratchDirectory(name: string): string {
  const directory = mkdtempSync(join(tmpdir(), `tdx-boot-${name}-`));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

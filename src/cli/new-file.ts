/** Files that a command writes, and never overwrites. */

import { writeFileSync } from 'node:fs';
import { codeOf, UsageError } from '../words/errors.ts';

/**
 * @param who in the message: `--output`
 * @throws UsageError code `file-exists`
 */
export function writeNew(file: string, content: string | Uint8Array, who: string): void {
  try {
    writeFileSync(file, content, { flag: 'wx' });
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? fileExists(file, who) : error;
  }
}

/** The error of a file that is there already. */
export function fileExists(file: string, who: string): UsageError {
  return new UsageError('file-exists', `${file} exists, and ${who} does not overwrite it`, {
    hint: 'Remove it first, or name another file.',
  });
}

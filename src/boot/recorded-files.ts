/** The files of a recording, which may be anybody's: what they are, and how many bytes each stream has. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../words/errors.ts';

const RAW = '.raw';

/**
 * Refuses a recording with a link or a pipe in it, which `run` never makes: a link would bring a file of this host into a
 * report, and a pipe has no end. Its directories are searched, too.
 * @throws UsageError code `bad-recording`
 */
export function requireFiles(directory: string): void {
  const entries = readdirSync(directory, { withFileTypes: true, recursive: true });
  const odd = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
  if (odd === undefined) return;
  const kind = odd.isSymbolicLink() ? 'a symbolic link' : 'no file';
  throw new UsageError('bad-recording', `${join(odd.parentPath, odd.name)} is ${kind}`, {
    hint: 'A recording has files only. If you trust it, copy it with "cp -rL".',
  });
}

/**
 * Compares what the events of a recording say of its streams with the bytes that are there.
 * @param said bytes of each stream, by its name
 * @returns the first difference in words
 */
export function surplusOf(directory: string, said: ReadonlyMap<string, number>): string | undefined {
  const names = readdirSync(directory).filter((name) => name.endsWith(RAW));
  for (const name of names.sort()) {
    const { size } = statSync(join(directory, name));
    const known = said.get(name.slice(0, -RAW.length)) ?? 0;
    if (size !== known) return `${join(directory, name)} has ${size} bytes, and its events name ${known}`;
  }
  return undefined;
}

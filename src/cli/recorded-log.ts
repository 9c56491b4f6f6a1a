/** Finds the event log in the results of a run: among the files that `collect` has fetched from the guest. */

import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { messageOf, UsageError } from '../words/errors.ts';

/** As Linux and people name it: `CCEL`, `boot.ccel`, `event_log.bin`. */
const LOG = /ccel|event[-_]?log/i;
/** Bytes of the ACPI table CCEL, which only says where the log is. */
const TABLE_BYTES = 56;
const MOST_SHOWN = 5;
const MOST_ENTRIES = 10_000;

/**
 * @param path a log, or a directory of results
 * @returns the one log in the directory, or the path itself where it is no directory
 * @throws UsageError code `no-log` for a directory without a log, or with several
 */
export function eventLogAt(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return path;
  const logs = filesIn(path)
    .filter((file) => LOG.test(basename(file)) && statSync(file).size > TABLE_BYTES)
    .sort();
  const [only, other] = logs;
  if (only === undefined) {
    throw new UsageError('no-log', `${path} is a directory without an event log (a file such as CCEL)`, {
      hint: 'Name the log, or let the run fetch it: collect: [/sys/firmware/acpi/tables/data/CCEL].',
    });
  }
  if (other === undefined) return only;
  const more = logs.length > MOST_SHOWN ? `, and ${logs.length - MOST_SHOWN} more` : '';
  const names = `${logs.slice(0, MOST_SHOWN).join(', ')}${more}`;
  throw new UsageError('no-log', `${path} has ${logs.length} event logs: ${names}`, {
    hint: 'Name one of them.',
  });
}

/** Links are passed over: a recording may be anybody's. */
function filesIn(directory: string): string[] {
  const files: string[] = [];
  const directories = [directory];
  let entries = 0;
  for (const each of directories) {
    for (const entry of entriesOf(each)) {
      if (++entries > MOST_ENTRIES) {
        const message = `${directory} has more than ${MOST_ENTRIES} files: it is no directory of results`;
        throw new UsageError('no-log', message, { hint: 'Name the log.' });
      }
      if (entry.isDirectory()) directories.push(join(each, entry.name));
      if (entry.isFile()) files.push(join(each, entry.name));
    }
  }
  return files;
}

function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    const message = `cannot look for an event log in ${directory}: ${messageOf(error, directory)}`;
    throw new UsageError('no-log', message, { hint: 'Name the log.', cause: error });
  }
}

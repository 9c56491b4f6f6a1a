/**
 * A program of its own: one call of GitHub's cache client. Its calls cannot be cancelled, read the environment, write to
 * standard output and start tar; a process of its own can be killed, with all of that.
 *
 *     node cache-client.js restore KEY PREFIX | save KEY
 *
 * The files are in the directory `entry` of the working directory. The last line of its output is a JSON object: the
 * key that was restored or saved, or none.
 */

import { restoreCache, saveCache } from '@actions/cache';

/** Relative: the archive and the cache's version of it are the same on every machine. */
const PATHS = ['entry'];

const [, , operation, key = '', prefix = ''] = process.argv;
const done = operation === 'restore' ? await restoreCache([...PATHS], key, [prefix]) : await save();
console.log(`\n${JSON.stringify(done === undefined ? {} : { key: done })}`);
// Requests that hang would keep Node alive, as actions/cache says in src/restoreImpl.ts.
process.exit(0);

/** -1: refused, mostly because there is such an entry, or another job is saving it. */
async function save(): Promise<string | undefined> {
  return (await saveCache([...PATHS], key)) === -1 ? undefined : key;
}

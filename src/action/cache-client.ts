/**
 * A separate program that makes one call of GitHub's cache client. The client cannot be cancelled, reads the environment,
 * writes to standard output and starts tar; a separate process can be killed together with its tar.
 *
 *     node cache-client.js restore KEY PREFIX | save KEY
 *
 * The files are in the directory `entry` of the working directory. The last line of its output is a JSON object with
 * the key that was restored or saved, if there is one.
 */

import { restoreCache, saveCache } from '@actions/cache';

/** A relative path, so that the archive and the cache's version of it are the same on every machine. */
const PATHS = ['entry'];

const [, , operation, key = '', prefix = ''] = process.argv;
const done = operation === 'restore' ? await restoreCache([...PATHS], key, [prefix]) : await save();
console.log(`\n${JSON.stringify(done === undefined ? {} : { key: done })}`);
// Requests that hang would keep Node alive, as actions/cache says in src/restoreImpl.ts.
process.exit(0);

/** The client returns -1 when it is refused, mostly because the entry exists or another job is saving it. */
async function save(): Promise<string | undefined> {
  return (await saveCache([...PATHS], key)) === -1 ? undefined : key;
}

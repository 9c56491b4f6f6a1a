/** Finds the files that a user names: files, directories, and globs that no shell has expanded. */

import { join, relative, resolve } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { lookAt } from '../process/directory.ts';
import { UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';

/**
 * The files in the order in which they are named; those of one directory or glob by name, with numbers by their value.
 * A directory stands for the .yml and .yaml files in it, not in directories below it. A file that is named twice is taken
 * once.
 * @param base the directory to which the names are relative
 * @returns paths relative to `base`, as far as they are below it
 * @throws UsageError code `no-scenario` for a directory or a glob without such a file
 */
export function selectFiles(names: readonly string[], base: string): string[] {
  const files = names.flatMap((name) => {
    const path = resolve(base, name);
    if (lookAt(path)?.isDirectory() === true) {
      return found(name, globSync('*.{yml,yaml}', { cwd: path, absolute: true }), base);
    }
    // A file may have a name that looks like a glob.
    if (lookAt(path) !== undefined || !isDynamicPattern(name)) return [name];
    return found(name, globSync(name, { cwd: base, absolute: true }), base);
  });
  const seen = new Set<string>();
  return files.filter((file) => {
    const path = resolve(base, file);
    return !seen.has(path) && seen.add(path);
  });
}

function found(name: string, paths: readonly string[], base: string): string[] {
  if (paths.length === 0) {
    throw new UsageError('no-scenario', `${quote(name)} names no scenario`, {
      hint: 'Name a .yml file, a directory of such files, or a glob that fits some.',
    });
  }
  const order = new Intl.Collator('en', { numeric: true });
  return paths.map((path) => nearest(path, base)).sort(order.compare);
}

/** As a person would write the path: `../other.yml` helps nobody. */
export function nearest(path: string, base: string): string {
  const inside = relative(base, path);
  return inside.startsWith('..') ? join(path) : inside;
}

/** docs/architecture.md names files and functions that exist. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

/** `name` in `file`, and the short form for a room: `name` (`file.ts`). */
const NAMED = [
  ...[...PAGE.matchAll(/`([\w.]+)`\s+in\s+`(src\/[\w/.-]+\.ts)`/g)].map(([, name, file]) => [name, file]),
  ...[...PAGE.matchAll(/`(\w+)`(?: and `(\w+)`)?\s+\(`([\w-]+\.ts)`\)/g)].flatMap(([, one, other, file]) =>
    [one, other].flatMap((name) => (name === undefined ? [] : [[name, `src/prepare/${file}`]])),
  ),
];

/** Whether the file declares a function of that name, or a class with such a method. */
function declares(text: string, name: string): boolean {
  const [owner = '', method] = name.split('.');
  if (method === undefined) return new RegExp(`^export (async )?function\\*? ${owner}\\b`, 'm').test(text);
  return new RegExp(`^export class ${owner}\\b[^]*^  (static )?(async )?${method}\\(`, 'm').test(text);
}

describe('architecture.md', () => {
  test('begins with a run in eight calls', () => {
    const rows =
      PAGE.split('\n## ')[1]
        ?.split('\n')
        .filter((line) => /^\| `/.test(line)) ?? [];
    expect(rows).toHaveLength(8);
    expect(NAMED.length).toBeGreaterThan(14);
  });

  test.each(NAMED)('%s is in %s', (name = '', file = '') => {
    expect(declares(readFileSync(join(ROOT, file), 'utf8'), name)).toBe(true);
  });

  test('every file and room that it names is there', () => {
    const paths = [...PAGE.matchAll(/`((?:src|__tests__|scripts?)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

/** SECURITY.md names a test for each of its sentences, and the tests exist. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');
const TEXT = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');

/** `(__tests__/file: name of the test)`, the file as code; the name may go on in the next line. */
const named = [...TEXT.matchAll(/\(`(__tests__\/[^`]+)`: ([\s\S]+?)\)(?=[\s,.])/g)].map(
  ([, file = '', name = '']) => [file, name.replace(/\s+/g, ' ')] as const,
);

test.each(named)('%s: %s', (file, name) => {
  const path = join(ROOT, file);
  expect(existsSync(path)).toBe(true);
  const text = readFileSync(path, 'utf8');
  expect(["'", '"', '`'].some((mark) => text.includes(`${mark}${name}`))).toBe(true);
});

test('every sentence of what holds has one', () => {
  const holds = TEXT.slice(TEXT.indexOf('## What a guest can do'), TEXT.indexOf('## What is not covered'));
  const items = holds.split(/^- /m).slice(1);
  expect(items.length).toBeGreaterThan(15);
  for (const item of items) expect(item).toMatch(/\(`__tests__\//);
  const written = holds.match(/`__tests__\//g) ?? [];
  expect(named).toHaveLength(written.length);
});

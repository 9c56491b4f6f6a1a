/** docs/host.md names every check of `tdx-boot doctor`, in their order, and which ones are decisive. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isReady } from '../../src/host/examine.ts';
import { examined } from './recorded.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/host.md'), 'utf8');

test('the table of the page is the table of the checks', async () => {
  const { checks } = await examined({});
  const expected = checks.map(({ id, title }) => {
    const decisive = !isReady(
      checks.map((check) => (check.id === id ? { ...check, state: 'unknown' } : check)),
    );
    return `${title}${decisive ? '*' : ''}`;
  });
  const rows = [...page.matchAll(/^\| (.+?) +\| /gm)].map(([, cell = '']) => cell.replace(/ ?\\\*$/, '*'));
  expect(rows.filter((row) => !/^-+$/.test(row))).toEqual(['check', ...expected, 'guest files']);
});

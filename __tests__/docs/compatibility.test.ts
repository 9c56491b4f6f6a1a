/** docs/compatibility.md agrees with the tables. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { compatibilityPage } from '../../script/compatibility.ts';
import { ROWS } from '../../src/compat/table.ts';
import { RULES } from '../../src/lint/lint.ts';

const PAGE = join(import.meta.dirname, '../../docs/compatibility.md');

test('the page is up to date (if not: npm run build)', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(compatibilityPage());
});

test('it has every row and every rule', () => {
  const page = compatibilityPage();
  for (const { id, reason, reference } of ROWS) {
    expect(page).toContain(`### ${id}\n`);
    expect(page).toContain(reason);
    expect(page).toContain(reference);
  }
  for (const { id, severity } of RULES) expect(page).toContain(`| ${id} | ${severity} |`);
});

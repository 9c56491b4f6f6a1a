/** dist/ is whole: it runs where no packages are installed, and runs no code that lies above it. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const DIST = join(import.meta.dirname, '../../dist');

/** What a module asks for by a name (a letter or `@` is first) that is no path: `require("x")`, `require.resolve("x")`, `from "x"`, `import("x")`. */
const ASKED =
  /(?:\b_*require\d*(?:\.resolve)?\(|(?:^|[;}])(?:import|export)\b[\w\s{},*$]*|\bimport\()\s*["']([@\w][^"'\n]*)["']/gm;

test("dist/ asks for nothing but Node's own modules", () => {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.js') && !name.startsWith('page'),
  );
  const asked = files.flatMap((file) =>
    [...readFileSync(join(DIST, file), 'utf8').matchAll(ASKED)].map(([, name = '']) => name),
  );
  expect(new Set(asked)).toContain('node:fs');
  expect([...new Set(asked)].filter((name) => !isBuiltin(name))).toEqual([]);
});

test('dist/ is at most 6 MB: a job fetches it with the action', () => {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).map((name) =>
    statSync(join(DIST, name)),
  );
  const bytes = files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
  expect(bytes).toBeLessThanOrEqual(6_000_000);
});

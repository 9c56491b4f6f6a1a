/** Builds dist/, the committed JSON Schemas and docs/compatibility.md: tsc, then one ncc bundle for each entry. `npm run build`. */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resultJsonSchema } from '../src/report/result.ts';
import { scenarioJsonSchema } from '../src/scenario/schema.ts';
import { compatibilityPage } from './compatibility.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = (tool: string, ...args: string[]): void => {
  execFileSync(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
};

// ncc leaves files of earlier builds where they are.
for (const directory of ['lib', 'dist', 'schema'])
  rmSync(join(ROOT, directory), { recursive: true, force: true });
run('typescript/bin/tsc', '-p', 'tsconfig.build.json');
const entries = {
  cli: 'cli/index',
  action: 'action/index',
  firmware: 'action/firmware-index',
  post: 'action/post-index',
  cache: 'action/cache-client',
};
for (const [bundle, entry] of Object.entries(entries)) {
  const output = ['-o', `dist/${bundle}`, '--license', 'licenses.txt'];
  run('@vercel/ncc/dist/ncc/cli.js', 'build', `lib/${entry}.js`, ...output);
}
// V8 reads source text of one byte a character twice as fast, and all of it as soon as one character needs two.
for (const file of readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.js')) escapeNonAscii(join(ROOT, 'dist', file));
}
chmodSync(join(ROOT, 'dist/cli/index.js'), 0o755);

mkdirSync(join(ROOT, 'schema'));
const schemas = { 'scenario.schema.json': scenarioJsonSchema(), 'result.schema.json': resultJsonSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(ROOT, 'schema', name), `${JSON.stringify(schema, null, 2)}\n`);
}

writeFileSync(join(ROOT, 'docs/compatibility.md'), compatibilityPage());

/** Outside of ASCII, only strings, regexes and comments have characters, and there an escape means the same. */
function escapeNonAscii(path: string): void {
  const spell = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, spell));
}

/** The scripts of package.json that run TypeScript say what they need when an older Node starts them. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const OLD = join(ROOT, '.tools/node20/bin');

test.each(['build', 'unit', 'e2e', 'bench'])('npm run %s', (name) => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { status, stderr } = spawnSync('sh', ['-c', scripts[name]], {
    cwd: ROOT,
    env: { PATH: `${OLD}:${process.env.PATH}` },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^This needs Node\.js 24, and .* is v20\.[\d.]+: run script\/setup/),
  ]);
});

/** The nightly example's comparison with a golden value, as its own shell runs it on each kind of night. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { scratchDirectory } from '../support/scratch.ts';

const ROOT = join(import.meta.dirname, '../..');
const scratch = scratchDirectory('nightly');
const MRTD = 'ab'.repeat(48);

const { jobs } = parse(readFileSync(join(ROOT, 'examples/workflows/nightly.yml'), 'utf8'));
const steps: { run?: string; env?: Record<string, string> }[] = jobs.emulated.steps;
const [step, ...others] = steps.filter(({ env = {} }) => 'GOLDEN' in env);

test.each([
  [
    'the first night says what to commit, and is no pass',
    undefined,
    1,
    `commit it as boots/tdvf-current-release.mrtd: ${MRTD}`,
  ],
  ['a night with an empty value is no pass', '', 1, 'No golden value yet'],
  ['the same value passes', `${MRTD}\n`, 0, ''],
  ['another value fails, and both are shown', `${'cd'.repeat(48)}\n`, 1, `< ${MRTD}`],
])('%s', (name, golden, status, shown) => {
  const directory = join(scratch, name);
  mkdirSync(join(directory, 'boots'), { recursive: true });
  const { run = '', env: { GOLDEN = '' } = {} } = step ?? {};
  expect([others, GOLDEN]).toEqual([[], 'boots/tdvf-current-release.mrtd']);
  if (golden !== undefined) writeFileSync(join(directory, GOLDEN), golden);
  // As the runner calls bash where a step names no shell.
  const ended = spawnSync('bash', ['-e', '-c', run], {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, MRTD, GOLDEN },
  });
  expect(ended.status).toBe(status);
  expect(ended.stdout).toContain(shown);
});

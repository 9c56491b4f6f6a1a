/** A build's commands: one deadline for all of them, and no leftover of a command holds the build up. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildImage } from '../../src/build/build.ts';
import type { Recipe } from '../../src/build/recipes/recipe.ts';
import { tdvf } from '../../src/build/recipes/tdvf.ts';
import { makeWorkDir, removeWorkDir } from '../../src/process/work-dir.ts';
import { lingering } from '../support/processes.ts';
import { until } from '../support/until.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-build-'));
  mkdirSync(join(directory, 'tree'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Builds with these shell commands, one a step. Whatever they start is found by its environment. */
function build(scripts: readonly string[], buildMs?: number): Promise<string> {
  const steps = scripts.map((script, i) => ({
    title: `step ${i + 1}`,
    argv: ['sh', '-c', script] as const,
    cpuSeconds: 0,
  }));
  const environment = { MARK: `${directory}/` };
  const recipe: Recipe = {
    ...tdvf,
    copies: [],
    directories: [],
    environment,
    steps: () => steps,
    output: () => 'OVMF.fd',
  };
  return buildImage(recipe, {
    tree: join(directory, 'tree'),
    build: 'release',
    defines: [],
    toolchain: { versions: {}, missing: [] },
    log: join(directory, 'log'),
    listener: () => undefined,
    ...(buildMs === undefined ? {} : { buildMs }),
  });
}

test('a step that leaves a process behind, with the pipes of its output, does not hold the build up', async () => {
  expect(await build(['sleep 600 & echo first', 'touch OVMF.fd'])).toBe(join(directory, 'tree/OVMF.fd'));
  expect(await lingering(directory)).toEqual([]);
  expect(readFileSync(join(directory, 'log'), 'utf8')).toBe(
    '$ sh -c sleep 600 & echo first\nfirst\n$ sh -c touch OVMF.fd\n',
  );
});

test('a build that is not done at its deadline ends with all that it has started, and says where it was', async () => {
  await expect(build(['true', 'sleep 600 & sleep 600'], 2000)).rejects.toMatchObject({
    code: 'build-timeout',
    message: 'building tdvf was not done after 2 s (step 2)',
    hint: `The command was killed. The whole log: ${join(directory, 'log')}`,
  });
  expect(await lingering(directory)).toEqual([]);
});

test('a step that leaves a process in a session of its own takes that with it when the build ends', async () => {
  await build(['setsid sleep 600 & echo "$TMPDIR" >OVMF.fd']);
  expect(await lingering(directory)).toEqual([]);
  expect(existsSync(readFileSync(join(directory, 'tree/OVMF.fd'), 'utf8').trim())).toBe(false);
});

test('such a process of a build that was killed ends with the next work directory', async () => {
  const src = new URL('../../src/build/', import.meta.url).href;
  const started = join(directory, 'started');
  const script = `
    import { buildImage } from '${src}build.ts';
    import { tdvf } from '${src}recipes/tdvf.ts';
    const argv = ['sh', '-c', 'setsid sh -c "echo >${started}; sleep 600" & sleep 600'];
    const recipe = { ...tdvf, copies: [], directories: [], environment: { MARK: '${directory}/' }, steps: () => [{ title: 'x', argv, cpuSeconds: 0 }] };
    await buildImage(recipe, {
      tree: '${join(directory, 'tree')}', build: 'release', defines: [], toolchain: { versions: {}, missing: [] },
      log: '${join(directory, 'log')}', listener: () => undefined,
    });
  `;
  const builder = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await until('the process is started', () => existsSync(started));
  builder.kill('SIGKILL');
  await once(builder, 'close');
  removeWorkDir(makeWorkDir('run'));
  expect(await lingering(directory)).toEqual([]);
});

/** One command of a build: its output, every kind of end, and nothing left behind. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from '@jest/globals';
import { runCommand } from '../../src/process/run.ts';
import { lingering } from '../support/processes.ts';
import { scratchDirectory } from '../support/scratch.ts';

const directory = scratchDirectory('command');

/** Everything that a command starts carries this variable, by which it is found. */
const own = { MARK: `${directory}/` };

async function run(
  script: string,
  { signal, deadlineMs = 60_000 }: { signal?: AbortSignal; deadlineMs?: number } = {},
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const code = await runCommand(['sh', '-c', script], {
    kind: 'build',
    own,
    cwd: directory,
    signal,
    deadlineMs,
    onOutput: (bytes, from) => {
      said[from] += bytes;
    },
  });
  return { code, ...said };
}

describe('a command', () => {
  test.each<[string, string, unknown]>([
    ['its exit code', 'exit 3', 3],
    ['a signal, as a shell tells it', 'kill -TERM $$', 143],
  ])('ends with %s', async (_, script, code) => {
    expect((await run(script)).code).toBe(code);
  });

  test('gives its output, and where it came from', async () => {
    expect(await run('echo out; echo err >&2; pwd')).toEqual({
      code: 0,
      stdout: `out\n${directory}\n`,
      stderr: 'err\n',
    });
  });

  test('has an empty standard input: a tool that asks is not waited for', async () => {
    expect((await run('read -r answer || echo "no answer"')).stdout).toBe('no answer\n');
  });

  test('takes what it has left in the background with it', async () => {
    await run('sleep 600 >/dev/null 2>&1 & sleep 600 >/dev/null 2>&1 & exit 0');
    expect(await lingering(directory)).toEqual([]);
  });

  test('that is cancelled ends with all that it has started', async () => {
    const cancel = new AbortController();
    const running = runCommand(['sh', '-c', 'sleep 600 & echo started; sleep 600'], {
      kind: 'build',
      own,
      cwd: directory,
      deadlineMs: 600_000,
      signal: cancel.signal,
      onOutput: () => cancel.abort('cancelled'),
    });
    await expect(running).rejects.toBe('cancelled');
    expect(await lingering(directory)).toEqual([]);
  });

  test('that leaves a process on its pipes is not waited for, and the process ends', async () => {
    expect(await run('sleep 600 & echo done')).toEqual({ code: 0, stdout: 'done\n', stderr: '' });
    expect(await lingering(directory)).toEqual([]);
  });

  test('that leaves a daemon on its pipes is not waited for', async () => {
    const pidFile = join(directory, 'daemon');
    try {
      const ended = await run(
        `setsid sh -c 'echo $$ >${pidFile}; exec sleep 600' & until [ -s ${pidFile} ]; do :; done; echo done`,
      );
      expect(ended).toEqual({ code: 0, stdout: 'done\n', stderr: '' });
    } finally {
      process.kill(Number(readFileSync(pidFile, 'utf8')));
    }
    expect(await lingering(directory)).toEqual([]);
  });

  test('that is not done at its deadline ends with all that it has started', async () => {
    await expect(run('sleep 600 & sleep 600', { deadlineMs: 200 })).rejects.toMatchObject({
      code: 'command-timeout',
      message: '"sh -c sleep 600 & sleep 600" was not done after 0.2 s',
    });
    expect(await lingering(directory)).toEqual([]);
  });

  test('whose output is longer than a pipe gives all of it', async () => {
    expect((await run('head --bytes=5000000 /dev/zero')).stdout).toHaveLength(5_000_000);
  });

  test('that was cancelled before is not started', async () => {
    await expect(run('echo started', { signal: AbortSignal.abort('cancelled') })).rejects.toBe('cancelled');
  });

  test('ends when its owner is killed', async () => {
    const source = JSON.stringify(join(import.meta.dirname, '../../src/process/run.ts'));
    const program = `
      import { runCommand } from ${source};
      await runCommand(['sh', '-c', 'sleep 600 & echo started; sleep 600'], {
        kind: 'build', own: { MARK: process.env.MARK }, cwd: '/', deadlineMs: 600_000, onOutput: (bytes) => process.stdout.write(bytes),
      });`;
    const owner = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      env: { PATH: process.env.PATH, ...own },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(createInterface(owner.stdout), 'line');
    owner.kill('SIGKILL');
    await once(owner, 'close');
    expect(await lingering(directory)).toEqual([]);
  });
});

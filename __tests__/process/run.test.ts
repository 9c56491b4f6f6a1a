/** One command of a build: its output in order, every kind of end, and nothing left behind. */

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
): Promise<{ code: unknown; output: string }> {
  const output: string[] = [];
  const code = await runCommand(['sh', '-c', script], {
    kind: 'build',
    own,
    cwd: directory,
    signal,
    deadlineMs,
    onOutput: (bytes, from) => output.push(`${from}: ${bytes}`),
  });
  return { code, output: output.join('') };
}

describe('a command', () => {
  test.each<[string, string, unknown]>([
    ['its exit code', 'exit 3', 3],
    ['a signal, as a shell tells it', 'kill -TERM $$', 143],
  ])('ends with %s', async (_, script, code) => {
    expect((await run(script)).code).toBe(code);
  });

  test('gives its output, and where it came from', async () => {
    expect((await run('echo out; sleep 0.1; echo err >&2; pwd')).output).toBe(
      `stdout: out\nstderr: err\nstdout: ${directory}\n`,
    );
  });

  test('has an empty standard input: a tool that asks is not waited for', async () => {
    expect((await run('read -r answer || echo "no answer"')).output).toBe('stdout: no answer\n');
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
    const { code, output } = await run('sleep 600 & echo done');
    expect({ code, output }).toEqual({ code: 0, output: 'stdout: done\n' });
    expect(await lingering(directory)).toEqual([]);
  });

  test('that leaves a daemon on its pipes is not waited for', async () => {
    const pidFile = join(directory, 'daemon');
    try {
      const { code, output } = await run(
        `setsid sh -c 'echo $$ >${pidFile}; exec sleep 600' & until [ -s ${pidFile} ]; do :; done; echo done`,
      );
      expect({ code, output }).toEqual({ code: 0, output: 'stdout: done\n' });
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
    const { output } = await run('head --bytes=5000000 /dev/zero');
    expect(output.replaceAll('stdout: ', '')).toHaveLength(5_000_000);
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

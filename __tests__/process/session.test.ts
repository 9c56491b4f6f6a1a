/** A second signal, or SIGQUIT, ends a session at once, whatever the session still waits for, and leaves nothing behind. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { kill, lingering, processesOf } from '../support/processes.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { until } from '../support/until.ts';

const dir = scratchDirectory('session');
mkdirSync(join(dir, 'tmp'));

/** A session whose body ignores its signal and never ends, with a VMM that has a child of its own. */
function endless(wrapper: readonly string[]): ChildProcess {
  const src = (file: string): string => JSON.stringify(new URL(`../../${file}`, import.meta.url).href);
  const script = `
    import { boot } from ${src('src/boot/boot.ts')};
    import { session } from ${src('src/process/session.ts')};
    import { scripted } from ${src('__tests__/support/engine.ts')};
    const on = ({ type }) => void (type === 'output' && console.log('up'));
    await session(({ signal, workDir }) => {
      signal.addEventListener('abort', () => console.log('stopping'));
      const run = scripted('echo up >&3; sleep 1000 & wait', 'steps: [{expect: never}]');
      return boot({ ...run, workDir }, { consumers: [{ name: 'a test', on }] });
    });
  `;
  const [command = '', ...args] = [...wrapper, process.execPath, '--input-type=module', '--eval', script];
  return spawn(command, args, {
    env: { ...process.env, NODE_OPTIONS: '', RUNNER_TEMP: '', TMPDIR: join(dir, 'tmp') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a second %s', async (signal, code) => {
  const { child, stdout } = await running();
  child.kill('SIGINT');
  await once(stdout, 'data');
  // The same signal once more within a moment is the first one, passed on by a parent.
  // What is left of the VMM may hold the pipe open.
  const ended = once(child, 'exit');
  while (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
  }
  expect(await ended).toEqual([code, null]);
  await expectNothingLeft();
});

test('Ctrl-\\ ends it at once, the first time', async () => {
  const { child } = await running();
  const ended = once(child, 'exit');
  child.kill('SIGQUIT');
  expect(await ended).toEqual([131, null]);
  await expectNothingLeft();
});

test('Ctrl-Z stops what it has started, too, and all go on with it', async () => {
  // A process that no shell could let go on ignores the signal.
  const { child: shell } = await running(['bash', '-c', 'set -m; "$@" & exec sleep 2000', 'bash']);
  const pids = processesOf(dir).flatMap(({ pid, args }) => (args.includes('2000') ? [] : [pid]));
  const [node = 0] = processesOf(dir).flatMap(({ pid, args }) => (args[0] === process.execPath ? [pid] : []));
  expect(pids.length).toBeGreaterThan(1);
  try {
    // The second one is heard, too.
    for (let time = 0; time < 2; time++) {
      kill(node, 'SIGTSTP');
      await until('all are stopped', () => pids.every(isStopped));
      kill(node, 'SIGCONT');
      await until('all go on', () => !pids.some(isStopped));
    }
  } finally {
    kill(node, 'SIGQUIT');
    shell.kill('SIGKILL');
  }
  await expectNothingLeft();
});

/** proc_pid_status(5) */
function isStopped(pid: number): boolean {
  return /^State:\s*T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** @param wrapper starts its arguments */
async function running(wrapper: readonly string[] = []): Promise<{ child: ChildProcess; stdout: Readable }> {
  const child = endless(wrapper);
  const { stdout } = child;
  if (stdout === null) throw new Error('no pipe');
  await once(stdout, 'data');
  expect(processesOf(dir).length).toBeGreaterThan(1);
  return { child, stdout };
}

async function expectNothingLeft(): Promise<void> {
  const left = await lingering(dir);
  for (const { pid } of left) kill(pid, 'SIGKILL');
  expect(left).toEqual([]);
  expect(readdirSync(join(dir, 'tmp'))).toEqual([]);
}

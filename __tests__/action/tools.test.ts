/** Tools in a job: the log shows the commands and what they print, and a tool that hangs or is missing has a name. */

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { toolsInJobLog } from '../../src/action/tools.ts';
import type { Ask } from '../../src/process/ask.ts';
import { forLine } from '../../src/report/safe.ts';
import { lingering } from '../support/processes.ts';

let directory: string;
let log: string[];
let ask: Ask;
const { RUNNER_TRACKING_ID } = process.env;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-tools-'));
  // The runner's own mark, by which what a test leaves is found.
  process.env.RUNNER_TRACKING_ID = `${directory}/`;
  log = [];
  ask = toolsInJobLog({
    info: (text) => log.push(forLine(text)),
    startGroup: (name) => log.push(`> ${name}`),
    endGroup: () => log.push('<'),
  });
});

afterEach(() => {
  if (RUNNER_TRACKING_ID === undefined) delete process.env.RUNNER_TRACKING_ID;
  else process.env.RUNNER_TRACKING_ID = RUNNER_TRACKING_ID;
  rmSync(directory, { recursive: true });
});

/** A fake tool: a shell script. */
function fake(name: string, script: string): string {
  const path = join(directory, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const QUESTION = { kind: 'build', deadlineMs: 600_000 } as const;

test('a question is shown with its answer, whose lines cannot be commands for the runner', async () => {
  const tool = fake('tool', 'echo "tool 1.2"; echo "::set-output name=a::b" >&2; read -r line || exit 3');
  const { code, stdout, stderr } = await ask([tool, '--version'], QUESTION);
  expect([code, String(stdout), stderr]).toEqual([3, 'tool 1.2\n', '::set-output name=a::b\n']);
  expect(log[0]).toMatch(new RegExp(`^\\[command\\]/\\S*/timeout --kill-after=5 600 ${tool} --version$`));
  expect(log.slice(1).sort()).toEqual(['tool 1.2', '| ::set-output name=a::b']);
});

test('a tool that ends before its input is closed, as on a busy machine, has answered', async () => {
  const { end } = Socket.prototype;
  const late = jest.spyOn(Socket.prototype, 'end').mockImplementation(function (this: Socket, input) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    return end.call(this, input);
  });
  const tool = fake('tool', 'echo done');
  const { code, stdout } = await ask([tool], QUESTION).finally(() => late.mockRestore());
  expect([code, String(stdout)]).toEqual([0, 'done\n']);
});

test('an installation is a group of the log', async () => {
  const tool = fake('apt-get', 'printf "Unpacking"');
  await ask([tool, 'install', 'nasm'], { ...QUESTION, kind: 'install' });
  expect(log).toEqual([`> ${tool} install nasm`, expect.stringMatching(/^\[command\]/), 'Unpacking', '<']);
});

test('the lines of two commands are not mixed', async () => {
  const tool = fake('tool', 'echo "$1 begins"; sleep 0.1; echo "$1 ends"');
  await Promise.all([ask([tool, 'one'], QUESTION), ask([tool, 'two'], QUESTION)]);
  const said = log.filter((line) => !line.startsWith('[command]'));
  expect(said).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});

test('a tool that does not answer ends at the deadline with all that it has started', async () => {
  const tool = fake('tool', 'sleep 600 & sleep 600');
  await expect(ask([tool], { ...QUESTION, deadlineMs: 500 })).rejects.toMatchObject({
    code: 'command-timeout',
    message: `"${tool}" was not done after 0.5 s`,
  });
  expect(await lingering(directory)).toEqual([]);
});

test('a tool that is missing has a name', async () => {
  await expect(ask(['no-such-tool'], QUESTION)).rejects.toMatchObject({ code: 'program-missing' });
  expect(log).toEqual([]);
});

test('a cancelled step does not wait for a tool', async () => {
  const cancel = new AbortController();
  const tool = fake('tool', 'echo started; sleep 2; echo ended');
  const cancelling = toolsInJobLog({
    info: (text) => {
      log.push(text);
      if (text === 'started') cancel.abort('cancelled by SIGINT');
    },
    startGroup: () => undefined,
    endGroup: () => undefined,
  });
  await expect(cancelling([tool], { ...QUESTION, signal: cancel.signal })).rejects.toBe(
    'cancelled by SIGINT',
  );
  expect(log).not.toContain('ended');
  expect(await lingering(directory)).toEqual([]);
});

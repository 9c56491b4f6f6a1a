/** A shared cache that misbehaves, over real connections: a call ends at its deadline, and leaves nothing. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { CacheJob, KEY, PREFIX } from '../support/cache-job.ts';
import type { Fault } from '../support/cache-server.ts';

let job: CacheJob;
beforeEach(async () => {
  job = await CacheJob.start();
});
afterEach(() => {
  jest.restoreAllMocks();
  job.close();
});

/** Stands in for time: the deadline of calls passes when `pass` is called. */
function deadline(): { pass: () => void } {
  const late = new AbortController();
  jest.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
  return { pass: () => late.abort() };
}

test.each<Fault>(['corrupt', 'truncate'])('an archive that arrives as "%s" is no entry', async (fault) => {
  await job.cache.save(KEY, job.entry());
  job.service.fault = fault;
  const target = job.empty();
  expect(await job.cache.restore(KEY, PREFIX, target)).toBeUndefined();
  expect(job.notices).toEqual([expect.stringMatching(/^the shared cache: restore failed: \S.*/)]);
  expect(readdirSync(target)).toEqual([]);
  job.expectNothingLeft();
});

test('a refused connection: no entry, one notice; saving has no second one', async () => {
  job.service.stop();
  expect(await job.cache.restore(KEY, PREFIX, job.empty())).toBeUndefined();
  await job.cache.save(KEY, job.entry());
  expect(job.notices).toEqual([
    expect.stringMatching(/^the shared cache: restore failed: Failed to restore: .*ECONNREFUSED/),
  ]);
  job.expectNothingLeft();
});

test.each<[Fault, 'restore' | 'save']>([
  ['error-500', 'restore'],
  ['error-500', 'save'],
  ['stall-download', 'restore'],
  ['stall-upload', 'save'],
])('%s: a %s is given up at its deadline, and the next one works', async (fault, operation) => {
  const from = job.entry();
  const target = job.empty();
  if (operation === 'restore') await job.cache.save(KEY, from);
  const { signal } = new AbortController();
  const call = () =>
    operation === 'restore'
      ? job.cache.restore(KEY, PREFIX, target, signal)
      : job.cache.save(KEY, from, signal);
  job.service.fault = fault;
  const late = deadline();
  const given = call();
  await job.service.met;
  expect(job.processes).not.toEqual([]);
  late.pass();
  expect(await given).toBeUndefined();
  expect(AbortSignal.timeout).toHaveBeenCalledWith(60_000);
  expect(job.notices).toEqual([`the shared cache: ${operation} failed: no answer in 60 s`]);
  expect(readdirSync(target)).toEqual([]);
  expect(job.service.keys).toEqual(operation === 'restore' ? [KEY] : []);
  job.expectNothingLeft();
  jest.restoreAllMocks();
  job.service.fault = 'none';
  expect(await call()).toBe(operation === 'restore' ? KEY : undefined);
  expect(job.service.keys).toEqual([KEY]);
});

test('a cancelled job does not wait', async () => {
  job.service.fault = 'stall-upload';
  const cancel = new AbortController();
  const saving = job.cache.save(KEY, job.entry(), cancel.signal);
  await job.service.met;
  cancel.abort('cancelled');
  await expect(saving).rejects.toBe('cancelled');
  expect(job.notices).toEqual([]);
  job.expectNothingLeft();
});

test('a client that is killed is a notice', async () => {
  job.service.fault = 'stall-upload';
  const saving = job.cache.save(KEY, job.entry());
  await job.service.met;
  const client = job.processes.find(({ args }) => args[0] === process.execPath);
  process.kill(client?.pid ?? 0, 'SIGKILL');
  await saving;
  expect(job.notices).toEqual(['the shared cache: save failed: exit code 137']);
  job.expectNothingLeft();
});

test('a temporary directory that is missing is a notice', async () => {
  process.env.RUNNER_TEMP = join(job.directory, 'none');
  expect(await job.cache.restore(KEY, PREFIX, job.empty())).toBeUndefined();
  await job.cache.save(KEY, job.entry());
  expect(job.notices).toEqual([
    expect.stringMatching(/restore failed: cannot make a work directory in .*: no such file or directory/),
    expect.stringMatching(/save failed: cannot make a work directory in .*: no such file or directory/),
  ]);
});

test('when this process is killed during an upload, nothing of it runs on, and the next one saves', async () => {
  job.service.fault = 'stall-upload';
  const from = job.entry();
  const source = join(import.meta.dirname, '../../src/action/cache.ts');
  const program = `
    import { actionsCache } from ${JSON.stringify(source)};
    await actionsCache({ listener() {} }).save(${JSON.stringify(KEY)}, ${JSON.stringify(from)});`;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: 'ignore',
    env: process.env,
  });
  await job.service.met;
  expect(job.processes.length).toBeGreaterThan(1);
  parent.kill('SIGKILL');
  await once(parent, 'close');
  // The guard of the client's process group kills it when its parent is gone: soon, so look until it has happened.
  while (job.processes.length > 0) await new Promise(setImmediate);
  expect(job.service.keys).toEqual([]);
  job.service.fault = 'none';
  await job.cache.save(KEY, from);
  expect(job.service.keys).toEqual([KEY]);
});

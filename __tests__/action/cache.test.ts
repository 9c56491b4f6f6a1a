/** The shared cache over real connections, with the real client: another machine restores what one machine saves. */

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { actionsCache } from '../../src/action/cache.ts';
import { CacheJob, IMAGE, KEY, PREFIX } from '../support/cache-job.ts';

let job: CacheJob;
beforeEach(async () => {
  job = await CacheJob.start();
});
afterEach(() => job.close());

test('what one machine saves another restores, byte for byte', async () => {
  await job.cache.save(KEY, job.entry());
  job.expectNothingLeft();
  job.moveTo('machine-b/with/other/directories');
  const target = job.empty();
  expect(await job.cache.restore(KEY, PREFIX, target)).toBe(KEY);
  expect(readdirSync(target).sort()).toEqual(['OVMF.fd', 'manifest.json']);
  expect(readFileSync(join(target, 'OVMF.fd')).equals(IMAGE)).toBe(true);
  expect(job.notices).toEqual([]);
  job.expectNothingLeft();
});

test('the names in an archive do not depend on the machine, not even where its directories are links', async () => {
  symlinkSync('machine-a', join(job.directory, 'linked'));
  job.moveTo('linked');
  await job.cache.save(KEY, job.entry());
  const archive = join(job.directory, 'archive');
  writeFileSync(archive, job.service.archive(KEY));
  const names = execFileSync('tar', ['--list', '--file', archive], { encoding: 'utf8' }).trim().split('\n');
  expect(names.sort()).toEqual(['entry/', 'entry/OVMF.fd', 'entry/manifest.json']);
  job.expectNothingLeft();
});

test('a miss is a miss, without a notice', async () => {
  const target = job.empty();
  expect(await job.cache.restore(KEY, PREFIX, target)).toBeUndefined();
  expect([readdirSync(target), job.notices]).toEqual([[], []]);
  job.expectNothingLeft();
});

test('without the key, the newest of its prefix', async () => {
  const from = job.entry();
  const [first, second, third] = ['1', '2', '3'].map((digit) => PREFIX + digit.repeat(16)) as [
    string,
    string,
    string,
  ];
  await job.cache.save(first, from);
  await job.cache.save(second, from);
  expect(await job.cache.restore(third, PREFIX, job.empty())).toBe(second);
  expect(await job.cache.restore(first, PREFIX, job.empty())).toBe(first);
});

test('an entry that is there already is success', async () => {
  const from = job.entry();
  await job.cache.save(KEY, from);
  await job.cache.save(KEY, from);
  expect([job.service.keys, job.notices]).toEqual([[KEY], []]);
  job.expectNothingLeft();
});

test('what Node prints on the side, here at the exit of the client, is not the answer', async () => {
  process.env.NODE_OPTIONS = '--trace-exit';
  await job.cache.save(KEY, job.entry());
  expect(await job.cache.restore(KEY, PREFIX, job.empty())).toBe(KEY);
});

describe('where there is no service there is no cache, and nothing is started to find that out', () => {
  const none = { ACTIONS_RESULTS_URL: '', ACTIONS_CACHE_SERVICE_V2: '' };
  test.each([
    ['nothing set', none, false],
    ['v1', { ...none, ACTIONS_CACHE_URL: 'http://127.0.0.1:1/' }, true],
    ['v2 without its address', { ACTIONS_RESULTS_URL: '' }, false],
    ['v2 without a token', { ACTIONS_RUNTIME_TOKEN: '' }, false],
    ['v2 of a GHES, which has none', { GITHUB_SERVER_URL: 'https://ghes.example.org' }, false],
    [
      'v1 of a GHES',
      { GITHUB_SERVER_URL: 'https://ghes.example.org', ACTIONS_CACHE_URL: 'http://127.0.0.1:1/' },
      true,
    ],
    ['v2 of GitHub with data residency', { GITHUB_SERVER_URL: 'https://octo.ghe.com' }, true],
    ['a job that must not use it', { ACTIONS_CACHE_MODE: ' None' }, false],
    ['a job that may only read', { ACTIONS_CACHE_MODE: 'read' }, true],
  ])('%s', (_, environment, expected) => {
    Object.assign(process.env, environment);
    expect(actionsCache({ listener: () => undefined }) !== undefined).toBe(expected);
    job.expectNothingLeft();
  });
});

test.each([
  ['push', true],
  ['pull_request', true],
  ['schedule', true],
  ['pull_request_target', false],
  ['workflow_run', false],
])('the event %s: used %p', (event, used) => {
  process.env.GITHUB_EVENT_NAME = event;
  const notices: string[] = [];
  const cache = actionsCache({
    listener: (said) => void (said.type === 'notice' && notices.push(said.text)),
  });
  expect([cache !== undefined, notices]).toEqual([
    used,
    used ? [] : [`the shared cache is neither read nor written for the event ${event}`],
  ]);
});

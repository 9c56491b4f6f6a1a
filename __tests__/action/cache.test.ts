/** The shared cache over real connections, with the real client: what is kept, and what happens when it misbehaves. */

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { actionsCache } from '../../src/action/cache.ts';
import { FakeCacheService } from '../support/cache-server.ts';
import { processesOf } from '../support/processes.ts';

const KEY = 'tdvf-release-0123456789abcdef-aaaaaaaaaaaaaaaa';
const PREFIX = 'tdvf-release-0123456789abcdef-';
const IMAGE = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * i) & 0xff));

let directory: string;
let service: FakeCacheService;
let notices: string[];
const variables = [
  'ACTIONS_CACHE_SERVICE_V2',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_CACHE_URL',
  'ACTIONS_RUNTIME_TOKEN',
];
const saved = new Map<string, string | undefined>();

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-cache-test-'));
  service = await FakeCacheService.start();
  notices = [];
  for (const name of [...variables, 'RUNNER_TEMP', 'ACTIONS_CACHE_MODE', 'GITHUB_SERVER_URL']) {
    saved.set(name, process.env[name]);
    delete process.env[name];
  }
  Object.assign(process.env, service.environment);
  machine('a');
});

afterEach(() => {
  service.stop();
  for (const [name, value] of saved) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(directory, { recursive: true, force: true });
});

/** What differs from machine to machine: where the runner keeps its things. */
function machine(name: string): void {
  process.env.RUNNER_TEMP = join(directory, name, 'deep'.repeat(name.length));
  mkdirSync(process.env.RUNNER_TEMP, { recursive: true });
}

function cache(deadlineMs = 60_000) {
  const found = actionsCache({
    listener: (event) => event.type === 'notice' && notices.push(event.text),
    deadlineMs,
  });
  if (found === undefined) throw new Error('there is a cache service');
  return found;
}

function entry(): string {
  const path = join(directory, 'entry');
  mkdirSync(path);
  writeFileSync(join(path, 'OVMF.fd'), IMAGE);
  writeFileSync(join(path, 'manifest.json'), '{}');
  return path;
}

function empty(): string {
  return mkdtempSync(join(directory, 'empty-'));
}

/** Neither a file nor a process of a call remains. */
function expectNothingLeft(): void {
  expect(readdirSync(process.env.RUNNER_TEMP ?? '')).toEqual([]);
  expect(processesOf(directory).filter(({ pid }) => pid !== process.pid)).toEqual([]);
}

describe('the shared cache', () => {
  test('what one machine saves another restores, byte for byte', async () => {
    await cache().save(KEY, entry());
    expectNothingLeft();
    machine('bb');
    const target = empty();
    expect(await cache().restore(KEY, PREFIX, target)).toBe(KEY);
    expect(readdirSync(target).sort()).toEqual(['OVMF.fd', 'manifest.json']);
    expect(readFileSync(join(target, 'OVMF.fd')).equals(IMAGE)).toBe(true);
    expect(notices).toEqual([]);
    expectNothingLeft();
  });

  test('a miss is a miss, without a notice', async () => {
    const target = empty();
    expect(await cache().restore(KEY, PREFIX, target)).toBeUndefined();
    expect([readdirSync(target), notices]).toEqual([[], []]);
  });

  test('the newest of a prefix', async () => {
    const from = entry();
    await cache().save(`${PREFIX}1111111111111111`, from);
    await cache().save(`${PREFIX}2222222222222222`, from);
    expect(await cache().restore(`${PREFIX}3333333333333333`, PREFIX, empty())).toBe(
      `${PREFIX}2222222222222222`,
    );
  });

  test('an entry that is there already is no failure of the job', async () => {
    const from = entry();
    await cache().save(KEY, from);
    await cache().save(KEY, from);
    expect(service.keys).toEqual([KEY]);
    expectNothingLeft();
  });

  test.each(['corrupt', 'truncate'] as const)('an archive that arrives as %s is not used', async (fault) => {
    await cache().save(KEY, entry());
    service.fault = fault;
    const target = empty();
    const found = await cache(20_000).restore(KEY, PREFIX, target);
    // A flipped byte may pass the decompressor: then the manifest's digest catches it, in src/firmware/store.ts.
    if (found === undefined) expect(notices).toHaveLength(1);
    else expect(readFileSync(join(target, 'OVMF.fd')).equals(IMAGE)).toBe(false);
    expectNothingLeft();
  });

  test('a hostile archive writes nothing outside of its directory', async () => {
    await cache().save(KEY, entry());
    const evil = join(directory, 'evil');
    mkdirSync(join(evil, 'x'), { recursive: true });
    writeFileSync(join(evil, 'target'), 'evil');
    const absolute = join(directory, 'absolute');
    const names = `s,^target$,${absolute},`;
    const tar = ['--create', '--absolute-names', '--directory', evil, '--transform', names, 'target'];
    const climbing = ['--create', '--absolute-names', '--directory', join(evil, 'x'), '../target'];
    for (const args of [tar, climbing]) {
      const plain = execFileSync('tar', args);
      // The client picks zstd where there is one; its archive says which.
      service.replace(KEY, execFileSync('zstd', ['--stdout', '-'], { input: plain }));
      await cache().restore(KEY, PREFIX, empty());
      expect(existsSync(absolute)).toBe(false);
      expect(readdirSync(process.env.RUNNER_TEMP ?? '')).toEqual([]);
    }
    expect(readdirSync(directory).filter((name) => name === 'target')).toEqual([]);
  });

  test.each([
    ['no service', { ACTIONS_RESULTS_URL: '', ACTIONS_CACHE_SERVICE_V2: '' }],
    ['no token', { ACTIONS_RUNTIME_TOKEN: '' }],
    ['a server that has only the old service', { GITHUB_SERVER_URL: 'https://ghes.example.org' }],
    ['a job that must not use it', { ACTIONS_CACHE_MODE: 'none' }],
  ])('%s costs nothing: there is no cache', (_, environment) => {
    Object.assign(process.env, environment);
    expect(actionsCache({ listener: () => undefined })).toBeUndefined();
  });

  test('a refused connection is one notice', async () => {
    service.stop();
    expect(await cache().restore(KEY, PREFIX, empty())).toBeUndefined();
    expect(notices).toEqual([expect.stringContaining('restore failed: Failed to restore')]);
    expectNothingLeft();
  });

  test('a service that answers 500 is given up at the deadline', async () => {
    service.fault = 'error-500';
    expect(await cache(2500).restore(KEY, PREFIX, empty())).toBeUndefined();
    expect(notices).toEqual(['The shared cache: restore failed: no answer in 2.5 s']);
    expectNothingLeft();
  });

  test('a download that stalls half-way is given up at the deadline', async () => {
    await cache().save(KEY, entry());
    service.fault = 'stall-download';
    const target = empty();
    expect(await cache(2500).restore(KEY, PREFIX, target)).toBeUndefined();
    await service.stalled;
    expect([readdirSync(target), notices]).toEqual([
      [],
      ['The shared cache: restore failed: no answer in 2.5 s'],
    ]);
    expectNothingLeft();
  });

  test('an upload that stalls is given up at the deadline, and the entry does not exist', async () => {
    service.fault = 'stall-upload';
    const from = entry();
    await cache(2500).save(KEY, from);
    await service.stalled;
    expect([service.keys, notices]).toEqual([[], ['The shared cache: save failed: no answer in 2.5 s']]);
    expectNothingLeft();
    service.fault = 'none';
    await cache().save(KEY, from);
    expect(service.keys).toEqual([KEY]);
  });

  test('a cancelled job does not wait', async () => {
    service.fault = 'stall-upload';
    const cancel = new AbortController();
    const saving = cache().save(KEY, entry(), cancel.signal);
    await service.stalled;
    cancel.abort('cancelled');
    await expect(saving).rejects.toBe('cancelled');
    expectNothingLeft();
  });

  test('killed during an upload, nothing of it runs on, and the next one saves', async () => {
    service.fault = 'stall-upload';
    const from = entry();
    const source = join(import.meta.dirname, '../../src/action/cache.ts');
    const program = `
      import { actionsCache } from ${JSON.stringify(source)};
      await actionsCache({ listener() {} }).save(${JSON.stringify(KEY)}, ${JSON.stringify(from)});`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: 'ignore',
      env: process.env,
    });
    await service.stalled;
    expect(processesOf(directory).length).toBeGreaterThan(1);
    child.kill('SIGKILL');
    await once(child, 'close');
    // The guard of the client's process group kills it when its parent is gone: soon, so look until it has happened.
    while (processesOf(directory).some(({ pid }) => pid !== process.pid)) await new Promise(setImmediate);
    expect(service.keys).toEqual([]);
    service.fault = 'none';
    await cache().save(KEY, from);
    expect(service.keys).toEqual([KEY]);
  });
});

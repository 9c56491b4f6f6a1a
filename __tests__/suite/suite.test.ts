/** Scripted boots show when an entry is tried again, what ends a suite, and what the whole is worth. */

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/boot/boot.ts';
import { describeCounts } from '../../src/report/kinds.ts';
import { SUITE_FILE, SuiteRecord, suiteResultSchema } from '../../src/report/suite-result.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import {
  type Entry,
  type EntryResult,
  type Retry,
  runSuite,
  type VerdictName,
  verdictOf,
} from '../../src/suite/suite.ts';
import { asHostError, HostError } from '../../src/words/errors.ts';
import { exit, judge, out, rules, vm } from '../support/rules.ts';
import { scratchDirectory } from '../support/scratch.ts';

const base = scratchDirectory('suite');

const ROOM = { jobs: 1, cpus: 1, memory: 2 ** 40 };
const entry = (name: string): Entry => ({
  name,
  file: `${name}.yml`,
  loaded: toBoot(parseScenario(`${name}.yml`, 'version: 1\nplatform: emulated\nguest: {kernel: k}', '/')),
});

/** A real verdict of the judge. */
function outcome(verdict: VerdictName, facts: Partial<Outcome> = {}): Outcome {
  const events = {
    passed: [out(1, 'up\n')],
    failed: [vm(1, 'shutdown'), exit(1)],
    errored: [{ type: 'abort', time: 1, cause: 'not-started', message: 'no VMM' } as const],
  };
  return { verdict: judge(rules(['up'], { timeoutMs: 1000 }), events[verdict]).verdict, lost: [], ...facts };
}

type Scripted = VerdictName | keyof typeof FAULTS | 'no-room' | 'cancel';

function errorOf(body: () => unknown): unknown {
  try {
    return body();
  } catch (error) {
    return error;
  }
}

/** What a host says that cannot do its part. */
const FAULTS = {
  lost: outcome('passed', { lost: [new HostError('disk-full', 'the recording was lost')] }),
  'no-tdx': outcome('errored', { refused: new HostError('host-not-ready', 'no TDX', { lasting: true }) }),
  'no-device': outcome('errored', {
    verdict: judge(rules(['up']), [
      out(1, "qemu: -device x: 'x' is not a valid device model name\n", 'vmm'),
      exit(2, 1),
    ]).verdict,
  }),
  'port-in-use': outcome('errored', {
    verdict: judge(rules(['up']), [out(1, 'qemu: Address already in use\n', 'vmm'), exit(2, 1)]).verdict,
  }),
  'file-gone': outcome('errored', {
    refused: asHostError(errorOf(() => readFileSync('/no/such/file'))) ?? new HostError('no-call', 'no call'),
  }),
  'no-slot': outcome('errored', { refused: new HostError('slot-timeout', 'no slot came free') }),
} as const;

/** Runs entries whose attempts end as scripted. */
async function suite(
  script: Readonly<Record<string, readonly Scripted[]>>,
  { retry = { times: 0, after: 'errored' }, failFast = false }: { retry?: Retry; failFast?: boolean } = {},
) {
  const log: string[] = [];
  const abort = new AbortController();
  const workDirs = new Set<string>();
  const next = new Map(Object.entries(script).map(([name, ends]) => [name, [...ends]]));
  const results = await runSuite(
    Object.keys(script).map(entry),
    { room: ROOM, retry, failFast },
    {
      begin: ({ name }, attempt) => {
        log.push(`${name} ${attempt}`);
        if (next.get(name)?.[0] === 'no-room') {
          next.get(name)?.shift();
          throw new HostError('disk-full', 'the disk is full');
        }
        return {
          directory: `/results/${name}-${attempt}`,
          build: async (body) => body({} as never),
          consumers: [],
        };
      },
      waits: () => undefined,
      ended: ({ name, verdict }) => {
        log.push(`${name} ${verdict}`);
      },
    },
    { signal: abort.signal, workDir: base },
    async ({ signal, workDir }, { scenario }) => {
      workDirs.add(workDir);
      expect(existsSync(workDir)).toBe(true);
      if (signal.aborted) return outcome('errored');
      const end = next.get(scenario.name)?.shift() ?? 'passed';
      if (end === 'cancel') abort.abort('cancelled by SIGINT');
      if (end === 'cancel' || end === 'no-room') return outcome('errored');
      return end in FAULTS ? FAULTS[end as keyof typeof FAULTS] : outcome(end as VerdictName);
    },
  );
  for (const directory of workDirs) expect(existsSync(directory)).toBe(false);
  return { log, results, verdict: verdictOf(results), counts: describeCounts(results) };
}

describe('a suite', () => {
  test('runs every entry, whatever became of the others', async () => {
    const { results, verdict, counts } = await suite({
      a: ['passed'],
      b: ['failed'],
      c: ['errored'],
      d: ['passed'],
    });
    expect(results.map((result) => result.verdict)).toEqual(['passed', 'failed', 'errored', 'passed']);
    expect([verdict, counts]).toEqual(['failed', '4 scenarios: 2 passed, 1 failed, 1 errored']);
  });

  test.each<[VerdictName, string]>([
    ['passed', '2 scenarios: 1 passed, 1 flaky'],
    ['failed', '2 scenarios: 1 passed, 1 flaky, which --strict fails'],
  ])('with a flaky scenario says why it is %s', (verdict, counts) => {
    const results = [false, true].map((flaky) => ({ verdict: 'passed', flaky }) as const);
    expect(describeCounts(results, verdict)).toBe(counts);
  });

  test.each<[VerdictName, Record<string, Scripted[]>]>([
    ['passed', { a: ['passed'], b: ['passed'] }],
    ['errored', { a: ['passed'], b: ['errored'] }],
    ['failed', { a: ['errored'], b: ['failed'] }],
    ['errored', { a: ['lost'] }],
    ['errored', { a: ['no-room'] }],
  ])('is %s for %j', async (verdict, script) => {
    expect((await suite(script)).verdict).toBe(verdict);
  });

  test('without entries is no pass', () => {
    expect(verdictOf([])).toBe('errored');
  });

  test('a flaky entry passes, and fails where that is asked for', async () => {
    const { results } = await suite({ a: ['errored', 'passed'] }, { retry: { times: 1, after: 'errored' } });
    expect([verdictOf(results), verdictOf(results, true)]).toEqual(['passed', 'failed']);
  });

  test('fail-fast: nothing starts after the first that is not passed', async () => {
    const { log, counts } = await suite({ a: ['passed'], b: ['failed'], c: ['passed'] }, { failFast: true });
    expect(log).toEqual(['a 1', 'a passed', 'b 1', 'b failed']);
    expect(counts).toBe('3 scenarios: 1 passed, 1 failed, 1 not run');
  });

  test('a cancel ends it, and what was not run is said', async () => {
    const { log, verdict, counts } = await suite(
      { a: ['passed'], b: ['cancel'], c: ['passed'] },
      { retry: { times: 3, after: 'failed' } },
    );
    expect(log).toEqual(['a 1', 'a passed', 'b 1', 'b errored']);
    expect([verdict, counts]).toEqual(['errored', '3 scenarios: 1 passed, 1 errored, 1 not run']);
  });
});

describe('retry', () => {
  test.each<[string, Scripted[], Retry, Partial<EntryResult> & { tries: number }]>([
    [
      'not without need',
      ['passed'],
      { times: 2, after: 'errored' },
      { verdict: 'passed', flaky: false, tries: 1 },
    ],
    [
      'after a fault of the host',
      ['errored', 'passed'],
      { times: 2, after: 'errored' },
      { verdict: 'passed', flaky: true, tries: 2 },
    ],
    [
      'of the disk',
      ['no-room', 'passed'],
      { times: 1, after: 'errored' },
      { verdict: 'passed', flaky: true, tries: 2 },
    ],
    [
      'after a refusal that may not last',
      ['no-slot', 'passed'],
      { times: 2, after: 'errored' },
      { verdict: 'passed', flaky: true, tries: 2 },
    ],
    [
      'not where the same host would refuse it again',
      ['no-tdx', 'passed'],
      { times: 2, after: 'failed' },
      { verdict: 'errored', flaky: false, tries: 1 },
    ],
    [
      'not where the VMM would refuse its arguments again',
      ['no-device', 'passed'],
      { times: 2, after: 'failed' },
      { verdict: 'errored', flaky: false, tries: 1 },
    ],
    [
      'after what another program holds for a time',
      ['port-in-use', 'passed'],
      { times: 2, after: 'errored' },
      { verdict: 'passed', flaky: true, tries: 2 },
    ],
    [
      'not for a file that is gone',
      ['file-gone', 'passed'],
      { times: 2, after: 'errored' },
      { verdict: 'errored', flaky: false, tries: 1 },
    ],
    [
      'not after a failure, unless asked',
      ['failed', 'passed'],
      { times: 2, after: 'errored' },
      { verdict: 'failed', flaky: false, tries: 1 },
    ],
    [
      'after a failure, when asked',
      ['failed', 'passed'],
      { times: 2, after: 'failed' },
      { verdict: 'passed', flaky: true, tries: 2 },
    ],
    [
      'a last failure counts',
      ['errored', 'errored', 'failed', 'passed'],
      { times: 2, after: 'failed' },
      { verdict: 'failed', flaky: false, tries: 3 },
    ],
    [
      'never more than said',
      ['errored', 'errored', 'passed'],
      { times: 1, after: 'errored' },
      { verdict: 'errored', flaky: false, tries: 2 },
    ],
  ])('%s', async (_, ends, retry, { tries, ...wanted }) => {
    const { results } = await suite({ a: ends }, { retry });
    expect(results).toMatchObject([wanted]);
    expect(results[0]?.attempts).toHaveLength(tries);
  });

  test('every attempt keeps its recording and its reason', async () => {
    const { results, counts } = await suite(
      { a: ['no-room', 'errored', 'passed'] },
      { retry: { times: 2, after: 'errored' } },
    );
    expect(results[0]?.attempts).toMatchObject([
      { verdict: 'errored', reason: 'the disk is full', directory: undefined },
      { verdict: 'errored', directory: '/results/a-2' },
      { verdict: 'passed', directory: '/results/a-3' },
    ]);
    expect(counts).toBe('1 scenario: 1 flaky');
  });
});

describe('suite.json', () => {
  const read = (directory: string) =>
    suiteResultSchema.parse(JSON.parse(readFileSync(join(directory, SUITE_FILE), 'utf8')));
  const passed: EntryResult = {
    name: 'a',
    file: 'a.yml',
    verdict: 'passed',
    flaky: false,
    attempts: [{ verdict: 'passed', reason: '', time: 5, directory: join(base, 'a'), lasting: false }],
  };

  test('names what has ended and what has not, until it is complete', async () => {
    const record = new SuiteRecord(base, 'nightly', [entry('a'), entry('b')]);
    await record.ended(passed);
    expect(read(base)).toMatchObject({
      suite: 'nightly',
      complete: false,
      verdict: 'errored',
      scenarios: [
        { name: 'a', verdict: 'passed', attempts: [{ results: 'a' }] },
        { name: 'b', verdict: 'not-run' },
      ],
    });
    record.ended({ ...passed, name: 'b' });
    const { whole, unwritten } = await record.close();
    expect([whole, unwritten]).toMatchObject([{ complete: true, verdict: 'passed' }, undefined]);
    expect(read(base)).toEqual(whole);
  });

  test('that could not be written for a while has all of it in the end', async () => {
    const directory = join(base, 'later');
    const record = new SuiteRecord(directory, 'nightly', [entry('a')]);
    await record.ended(passed);
    mkdirSync(directory);
    expect((await record.close()).unwritten).toBeUndefined();
    expect(read(directory)).toMatchObject({ complete: true, verdict: 'passed' });
  });

  test('that cannot be written is said when the suite has ended, which has not passed then', async () => {
    const record = new SuiteRecord(join(base, 'missing'), 'nightly', [entry('a')]);
    record.ended(passed);
    expect(await record.close()).toMatchObject({
      whole: { verdict: 'errored', scenarios: [{ verdict: 'passed' }] },
      unwritten: expect.stringMatching(
        /missing\/suite\.json is not up to date: .*: no such file or directory$/,
      ),
    });
  });
});

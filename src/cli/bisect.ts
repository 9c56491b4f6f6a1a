/** `tdx-boot bisect`: the commit of a kernel or a firmware with which a scenario began to fail. */

import { join } from 'node:path';
import { openScenario } from '../boot/recorded-scenario.ts';
import { requireSound } from '../prepare/lint.ts';
import { tryLock } from '../process/lock.ts';
import { type Session, session } from '../process/session.ts';
import { BisectRecord, describeFound } from '../report/bisect.ts';
import { describePart, readStates } from '../report/bisect-parts.ts';
import { startRecording } from '../report/start-recording.ts';
import { type LoadedBoot, toBoot } from '../scenario/load.ts';
import { type BisectPorts, bisect as search, type Trial } from '../suite/bisect/bisect.ts';
import { type Built, buildFirmware, buildKernel } from '../suite/bisect/build.ts';
import { Commits, short } from '../suite/bisect/commits.ts';
import { bisectPart, type PartFound } from '../suite/bisect/part.ts';
import { inOrder } from '../suite/bisect/range.ts';
import { hostRoom } from '../suite/room.ts';
import type { Shard } from '../suite/shard.ts';
import { runSuite } from '../suite/suite.ts';
import { HostError, UsageError } from '../words/errors.ts';
import type { BisectOptions } from './bisect-options.ts';
import { type Subject, subjectOf } from './bisect-subject.ts';
import { buildsOn } from './builds.ts';
import { EXIT, exitOf, type Streams } from './context.ts';
import { warn } from './warn.ts';

const MARKS = {
  good: { word: 'good', style: 'green' },
  bad: { word: 'bad', style: 'red' },
  skip: { word: 'skipped', style: 'yellow' },
} as const;

/** `tdx-boot bisect`. Exits 0 when it has found the commit, and 125 when it cannot tell. */
export async function bisect(file: string, options: BisectOptions, streams: Streams): Promise<number> {
  const { out, error } = streams;
  const ended = await session(async (during): Promise<Ended> => {
    const subject = await subjectOf(file, options, during.signal);
    const record = BisectRecord.open(options.results, subject);
    if (record.state.firstBad.length > 0) return { record };
    const lock = await tryLock(join(record.directory, 'lock'));
    if (lock === undefined) {
      throw new HostError('bisect-runs', `another process does this bisect, in ${record.directory}`, {
        hint: 'Wait until that process has ended, or name another directory with --results DIR.',
      });
    }
    try {
      return await searchIn(record, { file, subject, options, streams }, during);
    } finally {
      lock.release();
    }
  });
  if (ended.signal !== undefined) {
    error.line('the same command goes on from here');
    return exitOf(ended.signal);
  }
  const { part, record } = ended.value;
  const { directory, state, file: kept } = record;
  if (options.json === true) out.json(state);
  else if (part === undefined) out.lines(await describeFound(directory, state));
  else out.lines(describePart(part.shard, part.found, kept));
  if (part !== undefined) return EXIT.passed;
  return state.firstBad.length === 1 ? EXIT.passed : EXIT.errored;
}

interface Ended {
  readonly record: BisectRecord;
  /** Of a shard. */
  readonly part?: { readonly shard: Shard; readonly found: PartFound };
}

interface Search {
  readonly file: string;
  readonly subject: Subject;
  readonly options: BisectOptions;
  readonly streams: Streams;
}

async function searchIn(
  record: BisectRecord,
  { file, subject, options, streams }: Search,
  during: Session,
): Promise<Ended> {
  const { directory } = record;
  const { error } = streams;
  const { shard } = options;
  const parts = (options.known ?? []).flatMap(readStates);
  const all = record.with(parts);
  const git = { listener: () => undefined, signal: during.signal };
  const commits = await Commits.open(join(directory, 'git'), subject.source, git);
  if (all.length > 0)
    error.line(`goes on: ${all.length} ${all.length === 1 ? 'commit was' : 'commits were'} tested before`);
  const warned = new Set<string>();
  const ports: BisectPorts = {
    begin: (commit, title, left) => error.line(`${short(commit)} ${title}: ${left} left`, { style: 'cyan' }),
    ended: async (tested) => {
      await record.add(tested);
      const { mark, why } = tested;
      error.line(`${short(tested.commit)} is ${MARKS[mark].word}${why === '' ? '' : `: ${why}`}`, {
        style: MARKS[mark].style,
      });
    },
    note: (text) => error.line(text, { style: 'yellow' }),
    test: (commit) =>
      testCommit(commit, { commits, file, subject, directory, options, streams, warned }, during),
  };
  if (shard !== undefined) {
    const own = record.known;
    const given = new Set(parts.flatMap(({ state }) => state.tested.map(({ commit }) => commit)));
    const known = all.filter(({ commit }) => given.has(commit));
    const found = await bisectPart(commits, subject, { shard, known, own }, ports);
    await record.closePart();
    return { record, part: { shard, found } };
  }
  if (parts.length > 0) await record.take(all);
  const found = await search(commits, subject, record.known, ports);
  // Shards test the commits in no order of the history: the last good one has to be the last.
  if (parts.length > 0) await record.take(await inOrder(commits, subject, record.known));
  await record.close(found, await commits.log());
  return { record };
}

interface Test extends Search {
  readonly commits: Commits;
  readonly directory: string;
  /** What the lint has said of commits before. */
  readonly warned: Set<string>;
}

/** What the host cannot do is tried again, be it a build or a boot. */
async function testCommit(commit: string, test: Test, during: Session): Promise<Trial> {
  const { options, streams } = test;
  for (let attempt = 0; ; attempt++) {
    try {
      const built = await build(commit, test, during);
      return 'notBuilt' in built
        ? { verdict: 'not-built', why: built.notBuilt }
        : await boot(commit, built, test, during);
    } catch (cause) {
      during.signal.throwIfAborted();
      if (!(cause instanceof HostError)) throw cause;
      if (cause.lasting || attempt === options.retry) return { verdict: 'errored', why: cause.message };
      streams.error.line(`${short(commit)}: ${cause.message}: trying again`, { style: 'yellow' });
    }
  }
}

async function build(commit: string, test: Test, { signal }: Session): Promise<Built> {
  const { subject, commits, directory, options, streams } = test;
  const { request } = subject;
  if (request !== undefined) {
    return buildsOn(streams.error, signal)((provide) => buildFirmware(commit, request, provide));
  }
  const command = options.build ?? '';
  return buildKernel(commits, commit, { command, output: options.output, directory, signal });
}

async function boot(
  commit: string,
  { overrides }: Extract<Built, { overrides: unknown }>,
  { file, directory, options, warned, streams: { error } }: Test,
  during: Session,
): Promise<Trial> {
  const { uses } = options;
  let loaded: LoadedBoot;
  try {
    const all = [...(uses?.overrides ?? []), ...overrides];
    loaded = toBoot(openScenario(file, { ...uses, overrides: all }));
    const fresh = requireSound(loaded).filter(({ message }) => !warned.has(message));
    for (const { message } of fresh) warned.add(message);
    warn(fresh, error);
  } catch (cause) {
    // The scenario was sound before: what was built cannot be booted.
    if (!(cause instanceof UsageError)) throw cause;
    return { verdict: 'not-built', why: cause.message };
  }
  const [result] = await runSuite(
    [{ name: loaded.scenario.name, file, loaded }],
    { room: hostRoom(1), retry: { times: options.retry, after: 'errored' }, failFast: false },
    {
      begin: (_, attempt, { signal }) => {
        const title = `${short(commit)}${attempt === 1 ? '' : ` attempt ${attempt}`}`;
        const recording = startRecording(directory, loaded, title);
        return { directory: recording.directory, build: buildsOn(error, signal), consumers: [recording] };
      },
      waits: () => undefined,
      ended: () => undefined,
    },
    during,
  );
  during.signal.throwIfAborted();
  const last = result?.attempts.at(-1);
  if (last === undefined || last.verdict === 'errored' || last.directory === undefined) {
    return { verdict: 'errored', why: last?.reason ?? 'it was not booted' };
  }
  return { verdict: last.verdict, why: last.reason, results: last.directory };
}

/** From what the user names to one scenario, or to the entries of a suite, or to all mistakes at once. */

import { basename, dirname, resolve } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { isRecording, openScenario } from '../boot/recorded-scenario.ts';
import type { LintMessage } from '../lint/lint.ts';
import { requireSound, type SeenKernels } from '../prepare/lint.ts';
import { lookAt } from '../process/directory.ts';
import { treeOf } from '../scenario/document.ts';
import type { Uses } from '../scenario/layers.ts';
import { type LoadedBoot, type LoadedScenario, loadScenario, toBoot } from '../scenario/load.ts';
import { type Override, parseOverride } from '../scenario/overrides.ts';
import { readScenario, STDIN } from '../scenario/read.ts';
import type { Where } from '../scenario/scenario.ts';
import { SETTING_NAMES, SETTINGS, type SettingName } from '../scenario/settings.ts';
import { formatWhere, type Problem, ScenarioError, ScenarioSource } from '../scenario/text.ts';
import { nodeAt, type Path } from '../scenario/tree.ts';
import { UsageError } from '../words/errors.ts';
import { counted } from '../words/units.ts';
import { retryOf, type SuiteChoices } from './choices.ts';
import { type Axis, combinationOf, holds, withoutEffect } from './effects.ts';
import { type Combination, combinations, describeCombination, type MatrixValue } from './matrix.ts';
import { type SuiteFile, suiteJsonSchema, suiteSchema } from './schema.ts';
import { nearest, selectFiles } from './select.ts';
import { type Shard, shardOf } from './shard.ts';
import type { Entry, Retry } from './suite.ts';

export interface LoadedSuite {
  readonly name: string;
  /** With a shard, the scenarios of this shard alone. */
  readonly entries: readonly Entry[];
  readonly retry: Retry;
  /** Why there is nothing to boot; absent where there are entries. */
  readonly empty?: string;
}

/** Shows a lint warning. */
export type Warn = (message: LintMessage) => void;

/** A scenario file with what one entry of the suite says of it. */
interface Wanted {
  readonly file: string;
  readonly name?: string | undefined;
  /** The number of its entry in the suite. */
  readonly entry: number;
  /** What its combination of the matrix says; empty outside of a matrix. */
  readonly axes: readonly Axis[];
  /** What its entry says. */
  readonly overrides: readonly Override[];
}

/** Most scenarios of a suite, before its shards are made: to check one takes about 2 ms. */
const MOST = 5000;

/** Shorter names of settings in a matrix. */
const SHORT: Readonly<Record<string, SettingName>> = { ref: 'firmware-ref', build: 'firmware-build' };

/**
 * Loads what is to be run: one scenario, or a suite, or its shard. Nothing is booted before every scenario of a suite is valid and sound.
 * @param names scenarios, recordings, directories and globs, or one suite file; relative to the current directory
 * @param uses overrides and variables of every scenario; they win over those of a suite file
 * @throws UsageError; ScenarioError with the mistakes of all scenarios
 */
export function loadRun(
  names: readonly string[],
  uses: Uses,
  choices: SuiteChoices,
  warn: Warn,
): LoadedScenario | LoadedSuite {
  const [only] = names;
  if (only !== undefined && names.length === 1 && (isRecording(only) || isScenario(only))) {
    return runOf(openScenario(only, uses), only, choices, warn);
  }
  return partOf(loadSuite(names, uses, choices, warn), choices.shard);
}

/**
 * One scenario, or a suite of it where it may be tried again, or belongs to a part of a suite.
 * @param file how messages and results name where the scenario is from
 */
export function runOf(
  loaded: LoadedScenario,
  file: string,
  choices: SuiteChoices,
  warn: Warn,
): LoadedScenario | LoadedSuite {
  const retry = retryOf(choices);
  if (retry.times === 0 && choices.shard === undefined) return loaded;
  const bootable = toBoot(loaded);
  for (const message of requireSound(bootable)) warn(message);
  const { name } = loaded.scenario;
  return partOf({ name, entries: [{ name, file, loaded: bootable }], retry }, choices.shard);
}

/** A matrix of jobs may have more shards than there are scenarios: that is no mistake. */
function partOf(suite: LoadedSuite, shard: Shard | undefined): LoadedSuite {
  if (shard === undefined) return suite;
  const entries = shardOf(suite.entries, shard);
  if (entries.length > 0) return { ...suite, entries };
  const all = counted(suite.entries.length, 'scenario');
  const empty = `nothing was booted: shard ${shard.index}/${shard.count} of ${all} is empty`;
  return { ...suite, entries, empty };
}

/** A name that is given beside a suite is that of the suite: its scenarios keep theirs. */
function loadSuite(
  names: readonly string[],
  { overrides = [], ...uses }: Uses,
  choices: SuiteChoices,
  warn: Warn,
): LoadedSuite {
  const named = overrides.filter(({ path }) => path.length === 1 && path[0] === 'name').at(-1)?.value;
  const given = named === undefined ? undefined : String(named);
  const others = { ...uses, overrides: overrides.filter(({ path }) => path[0] !== 'name') };
  const files = selectFiles(names, process.cwd());
  const [first] = files.filter(isSuite);
  if (first === undefined) {
    const wanted = files.map((file, entry): Wanted => ({ file, entry, axes: [], overrides: [] }));
    const retry = retryOf(choices);
    return { name: given ?? 'suite', entries: entriesOf(wanted, others, warn), retry };
  }
  if (files.length > 1) {
    throw new UsageError('suite-with-others', `${first} is a suite, and is named with other files`, {
      hint: 'Name the suite alone, and list the other files in it.',
    });
  }
  const { file, source } = readSuite(first);
  const { retry: own } = file;
  const retry = retryOf(choices, typeof own === 'number' ? { times: own } : own);
  const entries = entriesOf(wantedBy(file, source, first), others, warn);
  return { name: given ?? file.name ?? basename(first).replace(/\.ya?ml$/, ''), entries, retry };
}

/** Whether the name is that of one scenario: a file or standard input, and not a suite, a directory or a glob. */
export function isScenario(name: string): boolean {
  if (name === STDIN) return true;
  const found = lookAt(name);
  return found === undefined ? !isDynamicPattern(name) : !found.isDirectory() && !isSuite(name);
}

/** Whether a file lists scenarios instead of being one. A file that cannot be read is left to the reader of scenarios. */
function isSuite(file: string): boolean {
  if (file === STDIN) return false;
  try {
    const text = readScenario(file);
    // Most files are scenarios, which are parsed once.
    if (!text.includes('scenarios')) return false;
    return nodeAt(treeOf(file, text, dirname(file)), ['scenarios']) !== undefined;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}

function readSuite(path: string): { readonly file: SuiteFile; readonly source: ScenarioSource } {
  const source = new ScenarioSource(
    treeOf(path, readScenario(path), dirname(resolve(path))),
    suiteJsonSchema,
    'the suite',
  );
  const parsed = suiteSchema().safeParse(source.value());
  if (!parsed.success) throw new ScenarioError(source.problems(parsed.error));
  return { file: parsed.data, source };
}

function wantedBy({ scenarios, matrix = {} }: SuiteFile, source: ScenarioSource, path: string): Wanted[] {
  const { include = [], exclude = [], ...axes } = matrix;
  const product = Object.values(axes).reduce((count, values) => count * values.length, 1);
  requireFew(product + include.length, 'the matrix has', 'combinations');
  const made = combinations({ axes: new Map(Object.entries(axes)), include, exclude });
  if (made.length === 0) {
    throw new ScenarioError([
      { where: source.where(['matrix']), message: 'matrix: every combination is excluded' },
    ]);
  }
  const base = dirname(resolve(path));
  const entries = scenarios.map((entry) => {
    const { file, ...rest } = typeof entry === 'string' ? { file: entry } : entry;
    const files = selectFiles([file], base).map((each) => nearest(resolve(base, each), process.cwd()));
    return { ...rest, files };
  });
  const count = entries.reduce((sum, { files }) => sum + files.length, 0) * made.length;
  requireFew(count, `${path} has`, 'scenarios');
  return entries.flatMap(({ files, name, set = {} }, index) => {
    const at = ['scenarios', index];
    return files.flatMap((each) =>
      made.map((combination) => ({
        file: each,
        name,
        entry: index,
        axes: axesOf(combination, source, ['matrix'], base),
        overrides: Object.keys(set).map((key) =>
          overrideOf(key, set[key], source.where([...at, 'set', key]), base),
        ),
      })),
    );
  });
}

/** @throws UsageError code `too-many-scenarios`, before anything is made of them */
function requireFew(count: number, whose: string, what: string): void {
  if (count <= MOST) return;
  throw new UsageError(
    'too-many-scenarios',
    `${whose} ${count} ${what}; at most ${MOST} are run as one suite`,
    { hint: 'Make several suites of them.' },
  );
}

function axesOf(settings: Combination, source: ScenarioSource, at: Path, base: string): Axis[] {
  return Object.entries(settings).map(([name, value]: [string, MatrixValue]) => {
    const where = source.where([...at, name]);
    return { name, value, override: overrideOf(name, value, where, base), where };
  });
}

/** Keys are named as the options and inputs name them, or as paths of a scenario: cpus, guest.network. */
function overrideOf(key: string, value: unknown, where: Where, base: string): Override {
  const place = formatWhere(where);
  const name = SHORT[key] ?? SETTING_NAMES.find((each) => each === key);
  const path = name === undefined ? parseOverride(`${key}=`, place, base).path : SETTINGS[name].path;
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return { path, value, origin: `${place}: ${key}=${shown}`, base };
}

/** @throws ScenarioError with every mistake of every scenario */
function entriesOf(wanted: readonly Wanted[], uses: Uses, warn: Warn): Entry[] {
  requireFew(wanted.length, 'there are', 'scenarios');
  const seen: SeenKernels = new Map();
  const mistakes = new Map<string, Problem>();
  const warnings = new Map<string, LintMessage>();
  const loaded = wanted.map(({ file, axes, overrides }): LoadedBoot | undefined => {
    try {
      const matrix = axes.map(({ override }) => override);
      const all = { ...uses, overrides: [...matrix, ...overrides, ...(uses.overrides ?? [])] };
      const bootable = toBoot(loadScenario(file, all));
      const idle = axes.filter((axis) => !holds(bootable, axis)).map((axis) => withoutEffect(bootable, axis));
      for (const message of [...idle, ...requireSound(bootable, seen)]) {
        warnings.set(`${message.rule} ${formatWhere(message.where)} ${message.message}`, message);
      }
      return bootable;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      for (const problem of problemsOf(error, file)) {
        mistakes.set(`${formatWhere(problem.where)}: ${problem.message}`, problem);
      }
      return undefined;
    }
  });
  for (const message of warnings.values()) warn(message);
  if (mistakes.size > 0) throw new ScenarioError([...mistakes.values()]);
  const guests = new Set<string>();
  const entries = wanted.flatMap(({ file, name, entry, axes }, index): Entry[] => {
    const each = loaded[index];
    if (each === undefined) return [];
    const real = axes.filter((axis) => holds(each, axis));
    const combination = describeCombination(combinationOf(real));
    const guest = JSON.stringify([entry, file, combination]);
    // Combinations that differ in nothing but what has no effect boot the same guest.
    if (real.length < axes.length && guests.has(guest)) return [];
    guests.add(guest);
    const own = name ?? each.scenario.name;
    return [{ name: combination === '' ? own : `${own} (${combination})`, file, loaded: each }];
  });
  return withOwnNames(entries);
}

/** A mistake that has no place in a file is one of the file. */
function problemsOf(error: UsageError, file: string): readonly Problem[] {
  if (error instanceof ScenarioError) return error.problems;
  return [{ where: { file: error.where ?? file, line: 0, column: 0 }, message: error.message }];
}

/** Entries of one name are told apart by their files, else by their numbers. */
function withOwnNames(entries: readonly Entry[]): Entry[] {
  const told = apart(entries, ({ name, file }) => `${name} [${file}]`);
  return apart(told, ({ name }, index) => `${name} #${index + 1}`);
}

function apart(entries: readonly Entry[], rename: (entry: Entry, index: number) => string): Entry[] {
  const counts = new Map<string, number>();
  for (const { name } of entries) counts.set(name, (counts.get(name) ?? 0) + 1);
  return entries.map((entry, index) =>
    counts.get(entry.name) === 1 ? entry : { ...entry, name: rename(entry, index) },
  );
}

/** The states of the parts of a bisect, taken together, and what a part found in words. */

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { readJson } from '../process/bounded-file.ts';
import { lookAt } from '../process/directory.ts';
import type { Tested } from '../suite/bisect/bisect.ts';
import { short } from '../suite/bisect/commits.ts';
import type { PartFound } from '../suite/bisect/part.ts';
import { BISECT_FILE, type BisectState, bisectSchema } from '../suite/bisect/state.ts';
import type { Shard } from '../suite/shard.ts';
import { messageOf, UsageError } from '../words/errors.ts';
import { counted, MIB } from '../words/units.ts';

/** A state and its file. */
export interface StateFile {
  readonly file: string;
  readonly state: BisectState;
}

/** How deep states may lie below a directory that is named: an artifact has a directory, and each search in it. */
const DEPTH = 3;

/** A commit takes about 300 bytes of a state. */
const BOUNDS = { what: 'the state', most: 16 * MIB };

/** @throws UsageError code `bad-bisect-file` */
export function readState(file: string): BisectState {
  try {
    return bisectSchema.parse(readJson(file, BOUNDS));
  } catch (cause) {
    throw new UsageError('bad-bisect-file', `${file} is no state of a bisect: ${messageOf(cause, file)}`, {
      hint: 'Remove its directory to begin anew.',
      cause,
    });
  }
}

/**
 * The states that a path names.
 * @param path a bisect.json, the directory of a search, or a directory that has some below
 * @throws UsageError code `no-bisect-file` or `bad-bisect-file`
 */
export function readStates(path: string): StateFile[] {
  const files = filesIn(resolve(path), DEPTH);
  if (files.length === 0) {
    throw new UsageError('no-bisect-file', `--known ${path}: no ${BISECT_FILE} is there`, {
      hint: 'Name the results directory of a shard, or a directory that has those of several below.',
    });
  }
  return files.map((file) => ({ file, state: readState(file) }));
}

function filesIn(path: string, depth: number): string[] {
  const stat = lookAt(path);
  if (stat?.isFile() === true) return [path];
  if (stat === undefined || depth < 0) return [];
  const file = join(path, BISECT_FILE);
  if (existsSync(file)) return [file];
  const below = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = below.map(({ name }) => name).sort();
  return names.flatMap((name) => filesIn(join(path, name), depth - 1));
}

/**
 * What the parts of a search have tested, each commit once. A recording that did not come with its state counts as none.
 * @param own of the search that takes them together
 * @param directory to which the recordings are relative
 * @throws UsageError code `foreign-bisect` or `contradiction`, with both files
 */
export function unite(own: StateFile, parts: readonly StateFile[], directory: string): Tested[] {
  const found = new Map<string, Found>();
  for (const { file, state } of [own, ...parts]) {
    if (state.search !== own.state.search) throw foreign(own, { file, state });
    for (const each of state.tested) {
      const before = found.get(each.commit);
      if (before !== undefined && before.tested.mark !== each.mark) {
        throw contradiction(before, { tested: each, file });
      }
      if (before !== undefined && before.tested.results !== null) continue;
      const recording = each.results === null ? undefined : resolve(dirname(file), each.results);
      const there = recording !== undefined && existsSync(recording);
      const results = there ? relative(directory, recording) : null;
      found.set(each.commit, { tested: { ...each, results }, file });
    }
  }
  return [...found.values()].map(({ tested }) => tested);
}

function foreign(own: StateFile, other: StateFile): UsageError {
  const keys = ['scenario', 'good', 'bad', 'build'] as const;
  const key = keys.find((name) => own.state[name] !== other.state[name]);
  const differs =
    key === undefined
      ? 'what the scenario says differs'
      : `${key} is ${JSON.stringify(other.state[key])} there, and ${JSON.stringify(own.state[key])} here`;
  return new UsageError('foreign-bisect', `${other.file} is of another search than ${own.file}: ${differs}`, {
    hint: 'Give all parts of a search the same scenario, --good, --bad, --build and settings.',
  });
}

type Found = { readonly tested: Tested; readonly file: string };

function contradiction(one: Found, other: Found): UsageError {
  const said = ({ tested, file }: Found): string => `${tested.mark} in ${file}`;
  return new UsageError('contradiction', `${short(one.tested.commit)} is ${said(one)}, and ${said(other)}`, {
    hint: 'The scenario fails now and then, or the hosts differ. Boot that commit again, and remove the directory that is wrong.',
  });
}

/** What a shard did, what is left, and how the search goes on. */
export function describePart({ index, count }: Shard, { tested, range }: PartFound, file: string): string[] {
  const did =
    tested === undefined
      ? 'tested nothing: fewer commits are left than there are shards'
      : `tested ${tested.commit} ${tested.title}: ${tested.mark}${tested.why === '' ? '' : `: ${tested.why}`}`;
  const { length } = range.commits;
  const left = `${counted(length, 'commit')} ${length === 1 ? 'is' : 'are'} left`;
  return [
    `shard ${index}/${count} ${did}`,
    `range: ${left}, after ${short(range.good)} (good) up to ${short(range.bad)} (bad)`,
    `results: ${file}`,
    'to go on: the same command with --known and the results of all shards, with another --shard or without',
  ];
}

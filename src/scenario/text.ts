/** The words in which the author of a scenario is told what is wrong, where, and what was probably meant. */

import leven from 'leven';
import type * as z from 'zod';
import { UsageError } from '../words/errors.ts';
import { asRecord } from '../words/json.ts';
import { once } from '../words/once.ts';
import { quote } from '../words/quote.ts';
import { branchesAt, homeOf } from './json-schema.ts';
import type { Where } from './scenario.ts';
import { formatPath, type Node, nodeAt, type Path, plainValue } from './tree.ts';

export interface Problem {
  readonly where: Where;
  readonly message: string;
}

/** How many problems of one scenario are listed. */
const LISTED = 100;

/** Several problems of a scenario, in the order of its files, as one error. */
export class ScenarioError extends UsageError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const files = [...new Set(problems.map(({ where }) => where.file))];
    const sorted = [...problems].sort(
      ({ where: a }, { where: b }) =>
        files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
    );
    const listed = sorted.slice(0, LISTED);
    const last = listed.at(-1);
    if (last !== undefined && listed.length < sorted.length) {
      listed.push({ where: last.where, message: 'more problems follow' });
    }
    super('bad-scenario', listed.map(({ where, message }) => `${formatWhere(where)}: ${message}`).join('\n'));
    this.problems = listed;
  }
}

/** `boot.yml:3:7`, or the origin of a value that stands in no file: `--set guest.cpus=4`. */
export function formatWhere({ file, line, column }: Where): string {
  return line === 0 ? file : `${file}:${line}:${column}`;
}

/** A scenario's values before validation, which can say where each of them stands. */
export class ScenarioSource {
  readonly root: Node;
  readonly #schema: () => unknown;
  readonly #what: string;
  readonly #value: unknown;

  /**
   * @param schema gives the JSON Schema of the file, by which misspelt keys are recognised; called when a key is unknown
   * @param what the file is, for messages
   */
  constructor(root: Node, schema: () => unknown, what = 'the scenario') {
    this.#what = what;
    this.root = root;
    // Made when the first problem needs the schema.
    this.#schema = once(schema);
    this.#value = plainValue(root);
  }

  value(): unknown {
    return this.#value;
  }

  /** The place of a value, or of its parent when the key is missing. */
  where(path: Path): Where {
    return this.#nearest(path).where;
  }

  /** The directory to which the paths are relative that a value names. */
  base(path: Path): string {
    return this.#nearest(path).base;
  }

  /** The place of a key of a mapping. */
  whereKey(path: Path, key: string): Where {
    const map = nodeAt(this.root, path);
    const entry = map?.kind === 'map' ? map.entries.get(key) : undefined;
    return entry?.key ?? this.where(path);
  }

  /** The problems that validation found, worded for the author of the file. */
  problems(error: z.ZodError): Problem[] {
    return error.issues.slice(0, LISTED + 1).flatMap((issue) => this.#problem(issue, issue.path));
  }

  #nearest(path: Path): Node {
    for (let length = path.length; length > 0; length--) {
      const node = nodeAt(this.root, path.slice(0, length));
      if (node !== undefined) return node;
    }
    return this.root;
  }

  #problem(issue: z.core.$ZodIssue, path: Path): Problem[] {
    const where = this.where(path);
    const name = path.length === 0 ? this.#what : formatPath(path);
    const value = valueAt(this.#value, path);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.slice(0, LISTED + 1).map((key) => ({
          where: this.whereKey(path, key),
          message: strangeKey(key, name, this.#keySets(path), value, homeOf(key, this.#schema())),
        }));
      case 'invalid_key': {
        const complaint = issue.issues[0]?.message ?? 'is not allowed';
        return [{ where, message: `${name}: the key ${quote(String(path.at(-1)))} ${complaint}` }];
      }
      case 'invalid_union':
        return this.#unionProblem(issue, path);
      case 'invalid_value': {
        const known = issue.values.map(String);
        const only = typeof issue.values[0] === 'number' ? `the number ${known[0]}` : known[0];
        const expected = known.length === 1 ? only : `one of ${known.join(', ')}`;
        if (value === undefined) return [{ where, message: `${name} is missing (${expected})` }];
        return [{ where, message: `${name}: ${quoted(value)} is not ${expected}${meant(value, known)}` }];
      }
      default: {
        if (value === null && path.length === 0) return [{ where, message: `${this.#what} is empty` }];
        if (value === undefined) return [{ where, message: `${name} is missing` }];
        const own = !issue.message.startsWith('Invalid input');
        const complaint =
          sizeComplaint(issue) ??
          (own || issue.code !== 'invalid_type' ? issue.message : `is not ${article(issue.expected)}`);
        const more =
          value === null && complaint.endsWith('a text')
            ? ' (after # all is a comment, unless it stands in quotes)'
            : '';
        const [first] = complaint === 'is not a mapping' ? this.#keySets(path).flat() : [];
        const example = first === undefined ? '' : ` (such as ${first}: …)`;
        return [{ where, message: `${name}: ${quoted(value)} ${complaint}${more}${example}` }];
      }
    }
  }

  /** The branch of a union that the author most likely meant: the branch with the fewest complaints. */
  #unionProblem(issue: z.core.$ZodIssueInvalidUnion, path: Path): Problem[] {
    const known = this.#keySets(path).flat();
    const weight = (inner: z.core.$ZodIssue): number => {
      if (inner.path.length > 0) return 1;
      if (inner.code !== 'unrecognized_keys') return 10;
      // A key of another branch counts more than a misspelt key.
      return inner.keys.reduce((sum, key) => sum + (known.includes(key) ? 5 : 1), 0);
    };
    const weigh = (issues: readonly z.core.$ZodIssue[]): number =>
      issues.reduce((sum, inner) => sum + weight(inner), 0);
    const best = [...issue.errors].sort((a, b) => weigh(a) - weigh(b))[0] ?? [];
    // A misspelt key is also reported as missing: two complaints for one mistake.
    const misspelt = best.filter((inner) => inner.code === 'unrecognized_keys');
    const problems = (misspelt.length > 0 ? misspelt : best).flatMap((inner) =>
      this.#problem(inner, [...path, ...inner.path]),
    );
    const [word] = best;
    if (word?.code !== 'invalid_value' || word.path.length > 0 || known.length === 0) return problems;
    const keys = [...new Set(known)].join(', ');
    return problems.map(({ where, message }) => ({ where, message: `${message}, nor a mapping of ${keys}` }));
  }

  /** The keys that the schema knows at a path, one set for each branch of a union. */
  #keySets(path: Path): string[][] {
    return branchesAt(this.#schema(), path).map(({ properties }) => Object.keys(asRecord(properties) ?? {}));
  }
}

/** A key that is misspelt, or that belongs to another kind of entry. */
function strangeKey(
  key: string,
  name: string,
  kinds: readonly string[][],
  value: unknown,
  home: string | undefined,
): string {
  const own = kinds.filter((keys) => keys.includes(key));
  const rival = Object.keys(asRecord(value) ?? {}).find((other) => !own.some((keys) => keys.includes(other)));
  if (own.length === 0 || rival === undefined) {
    // No key of ours has such characters: YAML has read a text as a mapping.
    const text = /^[\w-]+$/.test(key) ? '' : ' (a text with ": " in it has to stand in quotes)';
    const place = home === key ? `${key} at the top of the scenario` : home;
    const elsewhere = place === undefined ? '' : ` (there is ${place})`;
    const known = kinds.flat();
    return `unknown key "${key}" in ${name}${elsewhere || meant(key, known) || text || few(known)}`;
  }
  return `key "${key}" does not go with "${rival}" in ${name}`;
}

/** ` (it can have file, name, set)`, where there are no more than a line has room for. */
function few(known: readonly string[]): string {
  const keys = [...new Set(known)];
  return keys.length > 0 && keys.length <= 8 ? ` (it can have ${keys.join(', ')})` : '';
}

/** ` (did you mean "steps"?)` when a known name is near. */
export function meant(word: unknown, known: readonly string[]): string {
  if (typeof word !== 'string' || known.includes(word)) return '';
  const near = known
    .map((name) => ({
      name,
      distance: shortens(word, name) ? 0 : distance(word.toLowerCase(), name.toLowerCase()),
    }))
    .sort((a, b) => a.distance - b.distance)[0];
  const close = near !== undefined && near.distance <= Math.max(1, Math.floor(near.name.length / 3));
  return close ? ` (did you mean "${near.name}"?)` : '';
}

/** The order of the words does not count: `emulated-td` is near `tdx-emulated`. */
function distance(a: string, b: string): number {
  const sorted = (text: string): string => text.split('-').sort().join('-');
  return Math.min(leven(a, b), leven(sorted(a), sorted(b)));
}

/** `warn` for `warning`. */
function shortens(word: string, name: string): boolean {
  return word.length > 2 && word !== name && name.toLowerCase().startsWith(word.toLowerCase());
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, part) => {
    if (Array.isArray(at)) return at[Number(part)];
    return asRecord(at)?.[String(part)];
  }, value);
}

function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  const text = typeof value === 'string' ? quote(value) : String(value);
  // Not cut, because the runner does not recognise a part of a secret.
  return text.length > 60 ? `a value of ${text.length} characters` : text;
}

/** Words for a length that the schema limits and has no message for. */
function sizeComplaint(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== 'too_small' || !issue.message.startsWith('Too small')) return undefined;
  return issue.minimum === 1 ? 'is empty' : `has less than ${issue.minimum}`;
}

function article(type: string): string {
  const names: Record<string, string> = {
    array: 'a list',
    object: 'a mapping',
    record: 'a mapping',
    string: 'a text',
    int: 'a whole number',
  };
  return names[type] ?? `a ${type}`;
}

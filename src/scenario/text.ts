/** A parsed YAML file that can say where each of its values stands, so that every error points at its cause. */

import leven from 'leven';
import { type Document, isMap, isNode, isPair, LineCounter } from 'yaml';
import type * as z from 'zod';
import { messageOf, UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';
import type { Where } from './scenario.ts';
import { parseYaml } from './yaml.ts';

export type Path = readonly PropertyKey[];

export interface Problem {
  readonly where: Where;
  readonly message: string;
}

/** How many problems of one file are listed. */
const LISTED = 100;
/** Several problems of one file, in the order of the file, as one error. */
export class ScenarioError extends UsageError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort(
      (a, b) => a.where.line - b.where.line || a.where.column - b.where.column,
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

export function formatWhere({ file, line, column }: Where): string {
  return `${file}:${line}:${column}`;
}

export class ScenarioText {
  readonly file: string;
  readonly #document: Document;
  readonly #lines = new LineCounter();
  readonly #schema: () => unknown;
  /** Made when the first problem needs it. */
  #made: unknown;
  readonly #value: unknown;

  /**
   * @param schema gives the JSON Schema of the file, by which misspelt keys are recognised; called when a key is unknown
   * @throws ScenarioError when the text is not YAML, or has too many aliases or levels
   */
  constructor(file: string, text: string, schema: () => unknown) {
    this.file = file;
    this.#schema = schema;
    const { document, problems } = parseYaml(text, this.#lines);
    this.#document = document;
    if (problems.length > 0) {
      throw new ScenarioError(problems.map(({ offset, message }) => ({ where: this.#at(offset), message })));
    }
    this.#value = this.#evaluate();
  }

  value(): unknown {
    return this.#value;
  }

  /** The place of a value, or of its parent when the key is missing. */
  where(path: Path): Where {
    for (let length = path.length; length >= 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#at(node.range[0]);
    }
    return this.#at(0);
  }

  /** The place of a key of a mapping. */
  whereKey(path: Path, key: string): Where {
    const map = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    const pair = isMap(map) ? map.items.find((item) => isPair(item) && String(item.key) === key) : undefined;
    return isNode(pair?.key) && pair.key.range ? this.#at(pair.key.range[0]) : this.where(path);
  }

  /** The problems that validation found, worded for the author of the file. */
  problems(error: z.ZodError): Problem[] {
    return error.issues.slice(0, LISTED + 1).flatMap((issue) => this.#problem(issue, issue.path));
  }

  #evaluate(): unknown {
    try {
      return this.#document.toJS();
    } catch (error) {
      // The library throws when aliases multiply without end.
      throw new ScenarioError([{ where: this.#at(0), message: messageOf(error) }]);
    }
  }

  #problem(issue: z.core.$ZodIssue, path: Path): Problem[] {
    const where = this.where(path);
    const name = path.length === 0 ? 'the scenario' : formatPath(path);
    const value = valueAt(this.#value, path);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.slice(0, LISTED + 1).map((key) => ({
          where: this.whereKey(path, key),
          message: strangeKey(key, name, this.#keySets(path), value),
        }));
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
        if (value === null && path.length === 0) return [{ where, message: 'the scenario is empty' }];
        if (value === undefined) return [{ where, message: `${name} is missing` }];
        const own = !issue.message.startsWith('Invalid input');
        const complaint =
          own || issue.code !== 'invalid_type' ? issue.message : `is not ${article(issue.expected)}`;
        return [{ where, message: `${name}: ${quoted(value)} ${complaint}` }];
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
    return (misspelt.length > 0 ? misspelt : best).flatMap((inner) =>
      this.#problem(inner, [...path, ...inner.path]),
    );
  }

  #keySets(path: Path): string[][] {
    this.#made ??= this.#schema();
    return keySets(this.#made, path);
  }

  #at(offset: number): Where {
    const { line, col } = this.#lines.linePos(offset);
    // The library knows no line of a text that it has not read.
    return { file: this.file, line: Math.max(1, line), column: Math.max(1, col) };
  }
}

/** A key that is misspelt, or that belongs to another kind of entry. */
function strangeKey(key: string, name: string, kinds: readonly string[][], value: unknown): string {
  const own = kinds.filter((keys) => keys.includes(key));
  const rival = Object.keys(asRecord(value)).find((other) => !own.some((keys) => keys.includes(other)));
  if (own.length === 0 || rival === undefined) {
    return `unknown key "${key}" in ${name}${meant(key, kinds.flat())}`;
  }
  return `key "${key}" does not go with "${rival}" in ${name}`;
}

/** ` (did you mean "steps"?)` when a known name is near. */
export function meant(word: unknown, known: readonly string[]): string {
  if (typeof word !== 'string' || known.includes(word)) return '';
  const near = known
    .map((name) => ({ name, distance: shortens(word, name) ? 0 : leven(word.toLowerCase(), name) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const close = near !== undefined && near.distance <= Math.max(1, Math.floor(near.name.length / 3));
  return close ? ` (did you mean "${near.name}"?)` : '';
}

/** `warn` for `warning`. */
function shortens(word: string, name: string): boolean {
  return word.length > 2 && word !== name && name.startsWith(word.toLowerCase());
}

/** `steps[2].within`: list positions count from 1, as people do. */
function formatPath(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part + 1}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

/** The keys that the schema knows at a path, one set for each branch of a union. */
function keySets(schema: unknown, path: Path): string[][] {
  let level = branches(schema);
  for (const part of path) {
    level = level.flatMap((node) =>
      branches(typeof part === 'number' ? node.items : asRecord(node.properties)[String(part)]),
    );
  }
  return level.map((node) => Object.keys(asRecord(node.properties)));
}

function branches(schema: unknown): Record<string, unknown>[] {
  const node = asRecord(schema);
  return Array.isArray(node.anyOf) ? node.anyOf.flatMap(branches) : [node];
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, part) => {
    if (Array.isArray(at)) return at[Number(part)];
    return asRecord(at)[String(part)];
  }, value);
}

function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  const text = typeof value === 'string' ? quote(value) : String(value);
  // Not cut, because the runner does not recognise a part of a secret.
  return text.length > 60 ? `a value of ${text.length} characters` : text;
}

function article(type: string): string {
  const names: Record<string, string> = {
    array: 'a list',
    object: 'a mapping',
    string: 'a text',
    int: 'a whole number',
  };
  return names[type] ?? `a ${type}`;
}

/** A parsed YAML file that can say where each of its values stands, so that every error points at its cause. */

import leven from 'leven';
import { type Document, isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { UsageError } from '../errors.ts';
import type { Where } from './scenario.ts';

export type Path = readonly PropertyKey[];

export interface Problem {
  readonly where: Where;
  readonly message: string;
}

/** Several problems of one file, in the order of the file, as one error. */
export class ScenarioError extends UsageError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort(
      (a, b) => a.where.line - b.where.line || a.where.column - b.where.column,
    );
    super('bad-scenario', sorted.map(({ where, message }) => `${formatWhere(where)}: ${message}`).join('\n'));
    this.problems = sorted;
  }
}

export function formatWhere({ file, line, column }: Where): string {
  return `${file}:${line}:${column}`;
}

export class Source {
  readonly file: string;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  readonly #schema: unknown;

  /**
   * @param schema JSON Schema of the file, from which misspelt keys are recognised
   * @throws ScenarioError when the text is not YAML
   */
  constructor(file: string, text: string, schema: unknown) {
    this.file = file;
    this.#schema = schema;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, uniqueKeys: true });
    const problems = this.#document.errors.map((error) => ({
      where: this.#at(error.pos[0]),
      message: error.message,
    }));
    if (problems.length > 0) throw new ScenarioError(problems);
  }

  value(): unknown {
    return this.#document.toJS();
  }

  /** Where a value stands; for a key that is not there, where its parent stands. */
  where(path: Path): Where {
    for (let length = path.length; length >= 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#at(node.range[0]);
    }
    return this.#at(0);
  }

  /** Where a key of a mapping stands. */
  whereKey(path: Path, key: string): Where {
    const map = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    const pair = isMap(map) ? map.items.find((item) => isPair(item) && String(item.key) === key) : undefined;
    return isNode(pair?.key) && pair.key.range ? this.#at(pair.key.range[0]) : this.where(path);
  }

  /** The problems that validation found, worded for the author of the file. */
  problems(error: z.ZodError): Problem[] {
    return error.issues.flatMap((issue) => this.#problem(issue, issue.path));
  }

  #problem(issue: z.core.$ZodIssue, path: Path): Problem[] {
    const where = this.where(path);
    const name = path.length === 0 ? 'the scenario' : formatPath(path);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          where: this.whereKey(path, key),
          message: `unknown key "${key}" in ${name}${meant(key, knownKeys(this.#schema, path))}`,
        }));
      case 'invalid_union':
        return this.#unionProblem(issue, path);
      case 'invalid_value': {
        const known = issue.values.map(String);
        const value = this.#document.getIn(path);
        const expected = known.length === 1 ? known[0] : `one of ${known.join(', ')}`;
        if (value === undefined) return [{ where, message: `${name} is missing (${expected})` }];
        return [
          { where, message: `${name}: ${quoted(value)} is not ${expected}${meant(String(value), known)}` },
        ];
      }
      default: {
        const value = this.#document.getIn(path);
        if (value === undefined) return [{ where, message: `${name} is missing` }];
        const own = !issue.message.startsWith('Invalid input');
        const complaint =
          own || issue.code !== 'invalid_type' ? issue.message : `is not ${article(issue.expected)}`;
        return [{ where, message: `${name}: ${quoted(value)} ${complaint}` }];
      }
    }
  }

  /** Of a union's branches, the one that the author most likely meant: the one with the fewest complaints. */
  #unionProblem(issue: z.core.$ZodIssueInvalidUnion, path: Path): Problem[] {
    const weigh = (issues: readonly z.core.$ZodIssue[]): number =>
      issues.reduce((sum, inner) => sum + (inner.path.length === 0 ? 10 : 1), 0);
    const best = [...issue.errors].sort((a, b) => weigh(a) - weigh(b))[0] ?? [];
    // A key that is missing because it is misspelt is one mistake, not two.
    const misspelt = best.filter((inner) => inner.code === 'unrecognized_keys');
    return (misspelt.length > 0 ? misspelt : best).flatMap((inner) =>
      this.#problem(inner, [...path, ...inner.path]),
    );
  }

  #at(offset: number): Where {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.file, line, column: col };
  }
}

/** ` (did you mean "steps"?)` when a known name is near. */
export function meant(word: string, known: readonly string[]): string {
  const near = known
    .map((name) => ({ name, distance: leven(word.toLowerCase(), name) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const close = near !== undefined && near.distance <= Math.max(1, Math.floor(near.name.length / 3));
  return close ? ` (did you mean "${near.name}"?)` : '';
}

/** `steps[2].within`: list positions count from 1, as people do. */
function formatPath(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part + 1}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

/** The keys that the schema knows at a path, those of every branch of a union included. */
function knownKeys(schema: unknown, path: Path): string[] {
  let level = branches(schema);
  for (const part of path) {
    level = level.flatMap((node) =>
      branches(typeof part === 'number' ? node.items : asRecord(node.properties)[String(part)]),
    );
  }
  return level.flatMap((node) => Object.keys(asRecord(node.properties)));
}

function branches(schema: unknown): Record<string, unknown>[] {
  const node = asRecord(schema);
  return Array.isArray(node.anyOf) ? node.anyOf.flatMap(branches) : [node];
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function quoted(value: unknown): string {
  return isNode(value) ? 'this' : JSON.stringify(value);
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

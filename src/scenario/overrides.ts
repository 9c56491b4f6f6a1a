/** Values that are given beside a scenario's file: `--set guest.cpus=4`, `--kernel bzImage`, an input of the action. */

import { parse } from 'yaml';
import { UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';
import { branchesAt, shorthandAt } from './json-schema.ts';
import { meant, type Problem, ScenarioError } from './text.ts';
import { type Entry, formatPath, isNull, type Node, nodeOf, type Origin, type Path } from './tree.ts';

export interface Override {
  readonly path: Path;
  /** A text becomes what the schema wants at the path: a number, a list, a mapping. Other values are taken as they are. */
  readonly value: unknown;
  /** What the user gave, for messages: `--set guest.cpus=4`. */
  readonly origin: string;
  /** The directory to which a path is relative. */
  readonly base: string;
}

/** `guest.disks[1].bus`; positions in lists count from 1. */
const PATH = /^[a-z][\w-]*(\.[a-z][\w-]*|\[[1-9]\d{0,3}\])*$/i;

/**
 * Reads `guest.cpus=4`.
 * @param option what the assignment was given with, for messages: `--set`
 * @param base the directory to which a path is relative
 * @throws UsageError code `bad-override`
 */
export function parseOverride(text: string, option: string, base: string): Override {
  const [key = ''] = text.split('=', 1);
  if (key === text || !PATH.test(key)) {
    throw new UsageError('bad-override', `${option} ${quote(text)} is not KEY=VALUE`, {
      hint: 'Name the key as in a scenario: guest.cpus=4, guest.disks[1].bus=nvme, steps[2].within=5m.',
    });
  }
  const path = key
    .split(/\.|(?=\[)/)
    .map((part) => (part.startsWith('[') ? Number(part.slice(1, -1)) - 1 : part));
  return { path, value: text.slice(key.length + 1), origin: `${option} ${text}`, base };
}

/**
 * The tree with the overrides in it. The value null takes a key away.
 * @param schema the JSON Schema of a scenario
 * @throws ScenarioError for overrides of what the scenario does not have
 */
export function override(root: Node, overrides: readonly Override[], schema: () => unknown): Node {
  const problems: Problem[] = [];
  let tree = root;
  // A mapping is replaced before its keys are, in whatever order they were given; of two of one key the last wins.
  const ordered = [...overrides].sort((a, b) => a.path.length - b.path.length);
  for (const { path, value, origin, base } of ordered) {
    const where = { file: origin, line: 0, column: 0 };
    try {
      if (path[0] === 'extends') throw new OverrideError('extends can stand in a file only');
      const typed = typeof value === 'string' ? typedValue(value, path, schema()) : value;
      tree = setAt(tree, path, nodeOf(typed, { where, base }), schema);
    } catch (error) {
      if (!(error instanceof OverrideError)) throw error;
      problems.push({ where, message: `${error.message}${meantKey(schema(), path)}` });
    }
  }
  if (problems.length > 0) throw new ScenarioError(problems);
  return tree;
}

/**
 * The value that a text stands for where the schema wants no text: `4` as a number, `[a, b]` as a list, `null` as
 * nothing. Any other text stays what it is, and the validation says what is wrong with it.
 */
export function typedValue(text: string, path: Path, schema: unknown): unknown {
  if (text === 'null') return null;
  const types = branchesAt(schema, path).flatMap(({ type = [] }) => type);
  const wants = (...names: string[]): boolean => names.some((name) => types.includes(name));
  if (wants('integer', 'number') && !wants('string') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (wants('boolean') && /^(true|false)$/.test(text)) return text === 'true';
  if (!(wants('array') && text.startsWith('[')) && !(wants('object') && text.startsWith('{'))) return text;
  try {
    return parse(text);
  } catch {
    throw new OverrideError(`${formatPath(path)}: ${quote(text)} is not YAML`);
  }
}

/** What is wrong with one override. */
class OverrideError extends Error {}

/** ` (did you mean "steps"?)` for the first key of a path that the schema does not have, where a known key is near. */
function meantKey(schema: unknown, path: Path): string {
  const at = path.findIndex((_, index) => branchesAt(schema, path.slice(0, index + 1)).length === 0);
  if (at < 0) return '';
  const known = branchesAt(schema, path.slice(0, at)).flatMap(({ properties = {} }) =>
    Object.keys(properties),
  );
  return meant(path[at], known);
}

function setAt(root: Node, path: Path, node: Node, schema: () => unknown, done: Path = []): Node {
  const [part, ...rest] = path;
  if (part === undefined) return node;
  const origin: Origin = { where: node.where, base: node.base };
  const place = done.length === 0 ? 'the scenario' : formatPath(done);
  const inner = (child: Node | undefined): Node => {
    if (child === undefined && typeof rest[0] === 'number') {
      throw new OverrideError(`there is no ${formatPath([...done, part])}, and so no entry of it`);
    }
    const there = child ?? { kind: 'map', ...origin, entries: new Map() };
    return setAt(there, rest, node, schema, [...done, part]);
  };
  if (typeof part === 'number') {
    if (root.kind !== 'list') throw new OverrideError(`${place} is not a list`);
    const { length } = root.items;
    if (part >= length) throw new OverrideError(`${place} has ${length} entries, and no [${part + 1}]`);
    return { ...root, items: root.items.map((item, index) => (index === part ? inner(item) : item)) };
  }
  const map = asMap(root, done, schema);
  if (map === undefined)
    throw new OverrideError(`${place} is not a mapping, so it has no key "${String(part)}"`);
  const entries = new Map<string, Entry>(map.entries);
  const key = String(part);
  const replaced = inner(entries.get(key)?.node);
  if (rest.length === 0 && isNull(replaced)) entries.delete(key);
  else entries.set(key, { key: entries.get(key)?.key ?? origin.where, node: replaced });
  return { ...map, entries };
}

/** The mapping that is there, or that a text or a number there stands for. */
function asMap(node: Node, path: Path, schema: () => unknown): Extract<Node, { kind: 'map' }> | undefined {
  if (node.kind === 'map') return node;
  if (node.kind !== 'scalar' || isNull(node)) return undefined;
  const key = shorthandAt(schema(), path);
  if (key === undefined) return undefined;
  return { ...node, kind: 'map', entries: new Map([[key, { key: node.where, node }]]) };
}

/** Looks up what the JSON Schema of a scenario says of the value at a path. */

import type { Path } from './tree.ts';

/** A part of a JSON Schema, as far as it is looked at. */
interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly [keyword: string]: unknown;
}

/** What may stand at a path: one node for each branch of a union. Empty for an unknown path. */
export function branchesAt(schema: unknown, path: Path): SchemaNode[] {
  let level = branches(schema);
  for (const part of path) level = level.flatMap((node) => branches(child(node, part)));
  return level;
}

/**
 * The key of a mapping for which a text or a number may stand at a path: the only one that the mapping has to have, or the first of one
 * that has to have none. Undefined where no text or number may stand.
 */
export function shorthandAt(schema: unknown, path: Path): string | undefined {
  const kinds = branchesAt(schema, path);
  const types = kinds.flatMap(({ type = [] }) => type);
  if (!types.includes('string') && !types.includes('integer')) return undefined;
  const keys = kinds.flatMap(({ properties, required = [] }) =>
    properties === undefined || required.length > 1 ? [] : [required[0] ?? Object.keys(properties)[0]],
  );
  return keys[0];
}

/** Where a mapping of the schema has this key, such as `steps[].run`: the shallowest of such places, and none where several are. */
export function homeOf(key: string, schema: unknown): string | undefined {
  let level: readonly Place[] = [{ at: '', node: schema }];
  while (level.length > 0) {
    level = level.flatMap(({ at, node }) => below(at, node));
    const homes = new Set(level.map(({ at }) => at).filter((at) => at.split('.').at(-1) === key));
    if (homes.size > 0) return homes.size === 1 ? [...homes][0] : undefined;
  }
  return undefined;
}

interface Place {
  readonly at: string;
  readonly node: unknown;
}

/** The keys of a mapping, of the entries of a list, and of the values behind names that the user chooses. */
function below(at: string, schema: unknown): Place[] {
  return branches(schema).flatMap(({ properties = {}, items, additionalProperties }) => [
    ...Object.entries(properties).map(([name, node]) => ({ at: at === '' ? name : `${at}.${name}`, node })),
    ...below(`${at}[]`, items),
    ...below(`${at}.…`, additionalProperties),
  ]);
}

function child(node: SchemaNode, part: PropertyKey): unknown {
  if (typeof part === 'number') return node.items;
  const properties: unknown = node.properties ?? {};
  // Keys that the author of the scenario chooses, such as names of variables.
  return asNode(properties)?.[String(part)] ?? node.additionalProperties;
}

function branches(schema: unknown): SchemaNode[] {
  const node = asNode(schema);
  if (node === undefined) return [];
  return Array.isArray(node.anyOf) ? node.anyOf.flatMap(branches) : [node];
}

function asNode(value: unknown): SchemaNode | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

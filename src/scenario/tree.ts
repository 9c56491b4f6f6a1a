/** The values of a scenario, each with the place that says it. Several files and overrides make one tree. */

import type { Where } from './scenario.ts';

/** A way from the root of a scenario to a value: keys of mappings, and positions in lists from 0. */
export type Path = readonly PropertyKey[];

export interface Origin {
  readonly where: Where;
  /** The directory to which a path is relative that is said here. */
  readonly base: string;
}

export type Node = MapNode | ListNode | ScalarNode;

interface MapNode extends Origin {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  /** Where the key stands. */
  readonly key: Where;
  readonly node: Node;
}

interface ListNode extends Origin {
  readonly kind: 'list';
  readonly items: readonly Node[];
  /** What the lists have that this one stands in place of, and this one has not. */
  readonly dropped?: readonly Node[];
}

interface ScalarNode extends Origin {
  readonly kind: 'scalar';
  readonly value: unknown;
}

/** The node of a JavaScript value that one place says as a whole. */
export function nodeOf(value: unknown, origin: Origin): Node {
  const { where, base } = origin;
  if (Array.isArray(value)) {
    return { kind: 'list', where, base, items: value.map((item) => nodeOf(item, origin)) };
  }
  if (typeof value !== 'object' || value === null) return { kind: 'scalar', where, base, value };
  const entries = Object.entries(value).map(([key, inner]): [string, Entry] => [
    key,
    { key: where, node: nodeOf(inner, origin) },
  ]);
  return { kind: 'map', where, base, entries: new Map(entries) };
}

/** The plain JavaScript value. */
export function plainValue(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainValue(entry.node)]));
}

/** The node at a path; undefined where there is none. */
export function nodeAt(root: Node, path: Path): Node | undefined {
  return path.reduce<Node | undefined>((at, part) => {
    if (at?.kind === 'list') return at.items[Number(part)];
    return at?.kind === 'map' ? at.entries.get(String(part))?.node : undefined;
  }, root);
}

/** Two mappings become one, key by key; anything else replaces what is under it, and null takes a key away. */
export function merge(under: Node, over: Node): Node {
  if (under.kind === 'list' && over.kind === 'list') {
    const kept = new Set(over.items.map(textOf));
    const below = [...(under.dropped ?? []), ...under.items];
    return { ...over, dropped: below.filter((item) => !kept.has(textOf(item))) };
  }
  if (under.kind !== 'map' || over.kind !== 'map') return over;
  const entries = new Map(under.entries);
  for (const [key, entry] of over.entries) {
    const below = entries.get(key);
    if (isNull(entry.node)) entries.delete(key);
    else entries.set(key, below === undefined ? entry : { ...entry, node: merge(below.node, entry.node) });
  }
  return { ...over, entries };
}

/** The same for equal values. */
function textOf(node: Node): string {
  return JSON.stringify(plainValue(node));
}

export function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** The tree with every scalar replaced, by its path. */
export function mapScalars(
  node: Node,
  replace: (scalar: ScalarNode, path: Path) => Node,
  path: Path = [],
): Node {
  if (node.kind === 'scalar') return replace(node, path);
  if (node.kind === 'list') {
    return { ...node, items: node.items.map((item, index) => mapScalars(item, replace, [...path, index])) };
  }
  const entries = [...node.entries].map(([key, entry]): [string, Entry] => [
    key,
    { ...entry, node: mapScalars(entry.node, replace, [...path, key]) },
  ]);
  return { ...node, entries: new Map(entries) };
}

/** `steps[2].within`: list positions count from 1, as people do. */
export function formatPath(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part + 1}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

/**
 * A scenario as a recording keeps it: its values as YAML, for people, too, and the places that say them, so that a replay
 * names the same lines, and a second boot finds the same files.
 */

import { parse, stringify } from 'yaml';
import { messageOf, UsageError } from '../words/errors.ts';
import type { Where } from './scenario.ts';
import type { ScenarioSource } from './text.ts';
import { type Node, type Origin, plainValue } from './tree.ts';

interface RecordedScenario {
  /** YAML. */
  readonly text: string;
  readonly places: Places;
}

interface Places {
  readonly version: 1;
  readonly files: readonly string[];
  readonly bases: readonly string[];
  readonly tree: PlaceTree;
}

/** Index of the file, line, column, index of the base. */
type Place = readonly [file: number, line: number, column: number, base: number];

/** The places of a node and of what is in it: of a mapping, the place of each key and the node. */
type PlaceTree = readonly [
  place: Place,
  inner?: readonly PlaceTree[] | { readonly [key: string]: readonly [key: Place, node: PlaceTree] },
];

export function recordScenario({ root }: ScenarioSource): RecordedScenario {
  const files: string[] = [];
  const bases: string[] = [];
  const indexIn = (list: string[], text: string): number => {
    const known = list.indexOf(text);
    return known >= 0 ? known : list.push(text) - 1;
  };
  const placeOf = ({ file, line, column }: Where, base: string): Place => [
    ...([indexIn(files, file), line, column] as const),
    indexIn(bases, base),
  ];
  const pack = (node: Node): PlaceTree => {
    const place = placeOf(node.where, node.base);
    if (node.kind === 'scalar') return [place];
    if (node.kind === 'list') return [place, node.items.map(pack)];
    const entries = [...node.entries].map(
      ([key, entry]) => [key, [placeOf(entry.key, node.base), pack(entry.node)]] as const,
    );
    return [place, Object.fromEntries(entries)];
  };
  const tree = pack(root);
  return { text: stringify(plainValue(root)), places: { version: 1, files, bases, tree } };
}

/**
 * The tree of a recorded scenario.
 * @param text which may be anybody's, as the places may
 * @throws UsageError code `bad-recording` where the text is no YAML, or is not that of the places
 */
export function recordedTree(text: string, places: unknown): Node {
  const { files, bases, tree } = requirePlaces(places);
  const originOf = (place: unknown): Origin => {
    const [file, line, column, base] = Array.isArray(place) ? place : [];
    const [name, directory] = [files[file], bases[base]];
    if (typeof name !== 'string' || typeof directory !== 'string') throw foreign();
    if (!Number.isInteger(line) || !Number.isInteger(column)) throw foreign();
    return { where: { file: name, line, column }, base: directory };
  };
  const unpack = (value: unknown, packed: unknown): Node => {
    if (!Array.isArray(packed)) throw foreign();
    const origin = originOf(packed[0]);
    const inner: unknown = packed[1];
    if (Array.isArray(value)) {
      if (!Array.isArray(inner) || inner.length !== value.length) throw foreign();
      return { kind: 'list', ...origin, items: value.map((item, index) => unpack(item, inner[index])) };
    }
    if (typeof value !== 'object' || value === null) return { kind: 'scalar', ...origin, value };
    const packs = new Map(Object.entries(typeof inner === 'object' && inner !== null ? inner : {}));
    const entries = Object.entries(value).map(([key, item]) => {
      const pair: unknown = packs.get(key);
      if (!Array.isArray(pair)) throw foreign();
      return [key, { key: originOf(pair[0]).where, node: unpack(item, pair[1]) }] as const;
    });
    return { kind: 'map', ...origin, entries: new Map(entries) };
  };
  return unpack(parsedText(text), tree);
}

function parsedText(text: string): unknown {
  try {
    return parse(text, { prettyErrors: false });
  } catch (cause) {
    throw new UsageError('bad-recording', `the recorded scenario is no YAML: ${messageOf(cause)}`, {
      hint: COPY_AGAIN,
      cause,
    });
  }
}

function requirePlaces(value: unknown): {
  files: readonly unknown[];
  bases: readonly unknown[];
  tree: unknown;
} {
  const { version, files, bases, tree } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (version !== 1 || !Array.isArray(files) || !Array.isArray(bases)) throw foreign();
  return { files, bases, tree };
}

function foreign(): UsageError {
  return new UsageError('bad-recording', 'the places of the recorded scenario are not those of its text', {
    hint: COPY_AGAIN,
  });
}

const COPY_AGAIN = 'Copy the recording again, as a whole.';

/** One YAML text as a tree of values with their places. */

import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node as YamlNode } from 'yaml';
import { messageOf } from '../words/errors.ts';
import type { Where } from './scenario.ts';
import { ScenarioError } from './text.ts';
import type { Entry, Node, Origin } from './tree.ts';
import { parseYaml } from './yaml.ts';

/**
 * @param file name of the text in messages
 * @param base the directory to which its paths are relative
 * @throws ScenarioError when the text is not YAML, or has too many aliases or levels
 */
export function treeOf(file: string, text: string, base: string): Node {
  const lines = new LineCounter();
  const { document, problems } = parseYaml(text, lines);
  const at = (offset: number): Where => {
    const { line, col } = lines.linePos(offset);
    // The library knows no line of a text that it has not read.
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (problems.length > 0) {
    throw new ScenarioError(problems.map(({ offset, message }) => ({ where: at(offset), message })));
  }
  try {
    // The library counts how often aliases multiply, and throws when they do so without end.
    document.toJS();
  } catch (error) {
    throw new ScenarioError([{ where: at(0), message: messageOf(error) }]);
  }
  return new Converter(document, at, base).node(document.contents);
}

class Converter {
  readonly #document: Document;
  readonly #at: (offset: number) => Where;
  readonly #base: string;

  constructor(document: Document, at: (offset: number) => Where, base: string) {
    this.#document = document;
    this.#at = at;
    this.#base = base;
  }

  node(yaml: unknown): Node {
    const origin = this.#origin(yaml);
    // An alias stands where it is used, and what is within it stands where it is written.
    if (isAlias(yaml)) return { ...this.node(yaml.resolve(this.#document)), ...origin };
    if (isSeq(yaml)) return { kind: 'list', ...origin, items: yaml.items.map((item) => this.node(item)) };
    if (!isMap(yaml)) return { kind: 'scalar', ...origin, value: isScalar(yaml) ? yaml.value : null };
    const entries = yaml.items.map(({ key, value }): [string, Entry] => {
      const { where } = this.#origin(key);
      const node = value === null ? this.#nothing(where) : this.node(value);
      return [String(isScalar(key) ? key.value : key), { key: where, node }];
    });
    return { kind: 'map', ...origin, entries: new Map(entries) };
  }

  /** The value of a key that has none. */
  #nothing(where: Where): Node {
    return { kind: 'scalar', where, base: this.#base, value: null };
  }

  #origin(yaml: unknown): Origin {
    const { range } = (yaml ?? {}) as Pick<YamlNode, 'range'>;
    return { where: this.#at(range?.[0] ?? 0), base: this.#base };
  }
}

/** Finds many literals in one pass over bytes (Aho-Corasick), and the bytes that end a line or need normalising. */

export const LINE_FEED = 0x0a;
const TAB = 0x09;

/**
 * A dense transition table. States are numbered so that one comparison, `state >= attention`, tells the rare states
 * (a needle ends here, a line feed, a byte that needs normalising) from the common ones.
 *
 * Case of ASCII letters is folded: needles are lower-case, and a hit is only a candidate for an exact pattern.
 */
export interface Automaton {
  /** Character class of each byte (and of each UTF-16 unit below 256). */
  readonly classOf: Uint8Array;
  /** next[state + class]: the following state, already multiplied by the number of classes. */
  readonly next: Int32Array;
  readonly attention: number;
  readonly lineFeed: number;
  readonly special: number;
  /** The number of needles. */
  readonly needles: number;
  /** The needles that end in each state from `attention` on, in the order of these states. */
  readonly endings: readonly (readonly number[])[];
  /** States differ by this number. */
  readonly classes: number;
}

const NONE: readonly number[] = [];

/** The needles seen in one line, each once, in the order in which they were first seen. */
export class Hits {
  readonly list: number[] = [];
  readonly #automaton: Automaton;
  readonly #seen: Uint8Array;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    this.#seen = new Uint8Array(automaton.needles);
  }

  /** Notes the needles that end in `state`, which is one from `attention` on. */
  add(state: number): void {
    const { endings, attention, classes } = this.#automaton;
    for (const needle of endings[(state - attention) / classes] ?? NONE) {
      if (this.#seen[needle] === 1) continue;
      this.#seen[needle] = 1;
      this.list.push(needle);
    }
  }

  clear(): void {
    this.keep(0);
  }

  /** Forgets all but the first `count` needles. */
  keep(count: number): void {
    // Taking one after the other keeps the memory of the list, which is filled again at once.
    while (this.list.length > count) this.#seen[this.list.pop() ?? 0] = 0;
  }
}

/** Builds the automaton for needles of lower-case printable ASCII; a needle's number is its index. */
export function buildAutomaton(needles: readonly string[]): Automaton {
  const { classOf, classes, LINE, SPECIAL } = classify(needles);
  const trie = new Trie(needles, classOf);
  const order = trie.link();
  // A log mostly visits states near the root: side by side, they stay in the cache.
  const isPlain = (node: number): boolean => trie.outputs[node] === undefined;
  const plain = order.filter(isPlain);
  const accepting = order.filter((node) => !isPlain(node));
  const row = new Int32Array(order.length);
  [...plain, ...accepting].forEach((node, index) => {
    row[node] = index * classes;
  });
  const lineFeed = order.length * classes;
  const special = lineFeed + classes;
  const next = new Int32Array(special + classes);
  next[LINE] = lineFeed;
  next[SPECIAL] = special;
  for (const node of order) {
    const at = row[node] as number;
    // Where no path goes on, the longest proper suffix that is itself a path decides. Its row is complete.
    const suffix = row[trie.suffix[node] as number] as number;
    if (node !== ROOT) next.copyWithin(at, suffix, suffix + classes);
    for (let child = trie.child[node] as number; child !== ROOT; child = trie.sibling[child] as number) {
      next[at + (trie.label[child] as number)] = row[child] as number;
    }
  }
  return {
    ...{ classOf, classes, next, lineFeed, special },
    attention: plain.length * classes,
    needles: needles.length,
    endings: accepting.map((node) => trie.outputs[node] ?? NONE),
  };
}

interface Classes {
  readonly classOf: Uint8Array;
  readonly classes: number;
  readonly LINE: number;
  readonly SPECIAL: number;
}

/** Bytes that no needle contains share one class, which keeps the table small enough for the cache. */
function classify(needles: readonly string[]): Classes {
  const [OTHER, LINE, SPECIAL] = [0, 1, 2];
  const classOf = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const printable = (byte >= 0x20 && byte < 0x7f) || byte === TAB;
    classOf[byte] = byte === LINE_FEED ? LINE : printable ? OTHER : SPECIAL;
  }
  let classes = 3;
  for (const character of new Set(needles.join(''))) {
    classOf[character.charCodeAt(0)] = classes;
    classOf[character.toUpperCase().charCodeAt(0)] = classes;
    classes++;
  }
  return { classOf, classes, LINE, SPECIAL };
}

/** The node of the empty text. No node has it as a child, so it also stands for "none". */
const ROOT = 0;

/** All beginnings of the needles; a node is one of them, and has a number. */
class Trie {
  /** First child of a node, and the next child of the same parent; {@link ROOT}: none. */
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  /** Class of the last character. */
  readonly label: Uint8Array;
  /** The longest proper suffix that is a node, too: the failure link of Aho and Corasick. */
  readonly suffix: Int32Array;
  /** Needles that end here. */
  readonly outputs: (number[] | undefined)[] = [];

  constructor(needles: readonly string[], classOf: Uint8Array) {
    const most = needles.reduce((sum, needle) => sum + needle.length, 1);
    this.child = new Int32Array(most);
    this.sibling = new Int32Array(most);
    this.label = new Uint8Array(most);
    this.suffix = new Int32Array(most);
    let size = 1;
    needles.forEach((needle, index) => {
      let node = ROOT;
      for (let at = 0; at < needle.length; at++) {
        const label = classOf[needle.charCodeAt(at)] as number;
        let child = this.#childOf(node, label);
        if (child === ROOT) {
          child = size++;
          this.label[child] = label;
          this.sibling[child] = this.child[node] as number;
          this.child[node] = child;
        }
        node = child;
      }
      this.outputs[node] = [...(this.outputs[node] ?? NONE), index];
    });
  }

  /** Sets the suffixes, and adds the needles that end in them. @returns every node, the shortest first */
  link(): readonly number[] {
    const order = [ROOT];
    for (const node of order) {
      for (let child = this.child[node] as number; child !== ROOT; child = this.sibling[child] as number) {
        const suffix = node === ROOT ? ROOT : this.#longestSuffix(node, this.label[child] as number);
        this.suffix[child] = suffix;
        const outputs = this.outputs[suffix];
        if (outputs !== undefined) this.outputs[child] = [...(this.outputs[child] ?? NONE), ...outputs];
        order.push(child);
      }
    }
    return order;
  }

  /** Of the suffixes of a node's text, the longest that goes on with this class, with it. */
  #longestSuffix(node: number, label: number): number {
    for (let suffix = this.suffix[node] as number; ; suffix = this.suffix[suffix] as number) {
      const child = this.#childOf(suffix, label);
      if (child !== ROOT || suffix === ROOT) return child;
    }
  }

  #childOf(node: number, label: number): number {
    let child = this.child[node] as number;
    while (child !== ROOT && this.label[child] !== label) child = this.sibling[child] as number;
    return child;
  }
}

/** Finds many literals in one pass over bytes (Aho-Corasick), and the bytes that end a line or need normalising. */

export const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;
/** A row has a place for each character of ASCII: the number of a state is shifted by so many bits. */
export const ROW_BITS = 7;
const ROW = 1 << ROW_BITS;

/**
 * A dense transition table. States are numbered so that one comparison, `state >= attention`, tells the rare states
 * (a needle ends here, a line feed, text that needs normalising) from the common ones. A row has a place for each byte of ASCII:
 * a class of bytes would have to be looked up first, and rows of two bytes a place are as small as the cache needs.
 *
 * Case of ASCII letters is folded: needles are lower-case, and a hit is only a candidate for an exact pattern.
 */
export interface Automaton {
  /** `next[(state << ROW_BITS) | byte]`, for a byte of ASCII: the following state. The first state is 0. */
  readonly next: Uint16Array | Uint32Array;
  readonly attention: number;
  /** The end of a line; a carriage return before the line feed is part of it. No state follows: reading begins again. */
  readonly lineFeed: number;
  /** Text that needs normalising: no state follows, either. The last state. */
  readonly special: number;
  /** The number of needles. */
  readonly needles: number;
  /** The needles that end in each state from `attention` on, in the order of these states. */
  readonly endings: readonly (readonly number[])[];
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
    const { endings, attention } = this.#automaton;
    for (const needle of endings[state - attention] ?? NONE) {
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
  const trie = new Trie(needles);
  const order = trie.link();
  // A log mostly visits states near the root: side by side, they stay in the cache.
  const isPlain = (node: number): boolean => trie.outputs[node] === undefined;
  const plain = order.filter(isPlain);
  const accepting = order.filter((node) => !isPlain(node));
  const carriageReturn = plain.length;
  const attention = carriageReturn + 1;
  const lineFeed = attention + accepting.length;
  const special = lineFeed + 1;
  const state = new Int32Array(order.length);
  plain.forEach((node, index) => {
    state[node] = index;
  });
  accepting.forEach((node, index) => {
    state[node] = attention + index;
  });
  const next = special < 0x10000 ? new Uint16Array(lineFeed * ROW) : new Uint32Array(lineFeed * ROW);
  next.fill(special, 0, ROW);
  next.fill(0, 0x20, 0x7f);
  next[TAB] = 0;
  next[LINE_FEED] = lineFeed;
  next[CARRIAGE_RETURN] = carriageReturn;
  for (const node of order) {
    const row = (state[node] as number) * ROW;
    // Where no path goes on, the longest proper suffix that is itself a path decides. Its row is complete.
    const suffix = (state[trie.suffix[node] as number] as number) * ROW;
    if (node !== ROOT) next.copyWithin(row, suffix, suffix + ROW);
    for (let child = trie.child[node] as number; child !== ROOT; child = trie.sibling[child] as number) {
      const byte = trie.label[child] as number;
      next[row + byte] = state[child] as number;
      next[row + upperCase(byte)] = state[child] as number;
    }
  }
  // With a line feed behind it a carriage return ends the line, and with any other byte it may wipe the line.
  next.fill(special, carriageReturn * ROW, (carriageReturn + 1) * ROW);
  next[carriageReturn * ROW + LINE_FEED] = lineFeed;
  return {
    ...{ next, attention, lineFeed, special, needles: needles.length },
    endings: accepting.map((node) => trie.outputs[node] ?? NONE),
  };
}

function upperCase(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}

/** The node of the empty text. No node has it as a child, so it also stands for "none". */
const ROOT = 0;

/** All beginnings of the needles; a node is one of them, and has a number. */
class Trie {
  /** First child of a node, and the next child of the same parent; {@link ROOT}: none. */
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  /** The last character. */
  readonly label: Uint8Array;
  /** The longest proper suffix that is a node, too: the failure link of Aho and Corasick. */
  readonly suffix: Int32Array;
  /** Needles that end here. */
  readonly outputs: (number[] | undefined)[] = [];

  constructor(needles: readonly string[]) {
    const most = needles.reduce((sum, needle) => sum + needle.length, 1);
    this.child = new Int32Array(most);
    this.sibling = new Int32Array(most);
    this.label = new Uint8Array(most);
    this.suffix = new Int32Array(most);
    let size = 1;
    needles.forEach((needle, index) => {
      let node = ROOT;
      for (let at = 0; at < needle.length; at++) {
        const label = needle.charCodeAt(at);
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

  /** Of the suffixes of a node's text, the longest that goes on with this character, with it. */
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

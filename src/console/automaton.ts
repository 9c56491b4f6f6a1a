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
  /** Needle numbers that end in a state at or above `attention`. */
  hits(state: number): readonly number[];
}

/** The needles seen in one line, each once, in the order in which they were first seen. */
export class Hits {
  readonly list: number[] = [];
  readonly #automaton: Automaton;
  readonly #seen: Uint8Array;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    this.#seen = new Uint8Array(automaton.needles);
  }

  /** Notes the needles that end in `state`. */
  add(state: number): void {
    for (const needle of this.#automaton.hits(state)) {
      if (this.#seen[needle] === 1) continue;
      this.#seen[needle] = 1;
      this.list.push(needle);
    }
  }

  clear(): void {
    for (const needle of this.list) this.#seen[needle] = 0;
    this.list.length = 0;
  }
}

/** Builds the automaton for needles of lower-case printable ASCII; a needle's number is its index. */
export function buildAutomaton(needles: readonly string[]): Automaton {
  const { classOf, classes, LINE, SPECIAL, OTHER } = classify(needles);
  const trie = buildTrie(needles, classOf, classes);
  const order = numberStates(trie);
  const states = order.plain.length + order.accepting.length;
  const lineFeed = states * classes;
  const special = lineFeed + classes;
  const next = new Int32Array((states + 2) * classes);
  const place = new Int32Array(trie.size);
  [...order.plain, ...order.accepting].forEach((node, index) => {
    place[node] = index * classes;
  });
  const outputs = new Map<number, readonly number[]>();
  for (let node = 0; node < trie.size; node++) {
    const row = place[node] ?? 0;
    for (let cls = 0; cls < classes; cls++) {
      next[row + cls] = place[trie.go[node * classes + cls] ?? 0] ?? 0;
    }
    next[row + LINE] = lineFeed;
    next[row + SPECIAL] = special;
    next[row + OTHER] = 0;
    const found = trie.outputs[node];
    if (found !== undefined && found.length > 0) outputs.set(row, found);
  }
  return {
    classOf,
    next,
    attention: order.plain.length * classes,
    lineFeed,
    special,
    needles: needles.length,
    hits: (state) => outputs.get(state) ?? [],
  };
}

interface Trie {
  readonly size: number;
  /** Complete goto function: go[node * classes + class]. */
  readonly go: Int32Array;
  /** Every node, nearest to the root first. */
  readonly order: readonly number[];
  readonly outputs: readonly (readonly number[])[];
}

interface Classes {
  readonly classOf: Uint8Array;
  readonly classes: number;
  readonly LINE: number;
  readonly SPECIAL: number;
  readonly OTHER: number;
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
  return { classOf, classes, LINE, SPECIAL, OTHER };
}

function buildTrie(needles: readonly string[], classOf: Uint8Array, classes: number): Trie {
  const nodes = needles.reduce((sum, needle) => sum + needle.length, 1);
  const child = new Int32Array(nodes * classes).fill(-1);
  const outputs: number[][] = Array.from({ length: nodes }, () => []);
  let size = 1;
  needles.forEach((needle, index) => {
    let node = 0;
    for (const character of needle) {
      const slot = node * classes + (classOf[character.charCodeAt(0)] ?? 0);
      const known = child[slot] ?? -1;
      if (known >= 0) {
        node = known;
      } else {
        child[slot] = size;
        node = size++;
      }
    }
    outputs[node]?.push(index);
  });
  return { size, ...completeGoto(child, outputs, size, classes), outputs };
}

/** Breadth first: a missing edge follows the longest proper suffix that is itself a path (the failure link). */
function completeGoto(
  child: Int32Array,
  outputs: number[][],
  size: number,
  classes: number,
): Pick<Trie, 'go' | 'order'> {
  const go = child.slice(0, size * classes);
  const failure = new Int32Array(size);
  const queue = [0];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] ?? 0;
    const suffix = failure[node] ?? 0;
    if (node !== 0) outputs[node]?.push(...(outputs[suffix] ?? []));
    for (let cls = 0; cls < classes; cls++) {
      const slot = node * classes + cls;
      const to = go[slot] ?? -1;
      const fallback = node === 0 ? 0 : (go[suffix * classes + cls] ?? 0);
      if (to < 0) {
        go[slot] = fallback;
      } else {
        failure[to] = fallback;
        queue.push(to);
      }
    }
  }
  return { go, order: queue };
}

/** A log mostly visits states near the root: side by side, they stay in the cache. */
function numberStates(trie: Trie): { plain: number[]; accepting: number[] } {
  const plain: number[] = [];
  const accepting: number[] = [];
  for (const node of trie.order) {
    (trie.outputs[node]?.length === 0 ? plain : accepting).push(node);
  }
  return { plain, accepting };
}

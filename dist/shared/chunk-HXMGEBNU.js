
// src/console/automaton.ts
var LINE_FEED = 10;
var TAB = 9;
var NONE = [];
var Hits = class {
  list = [];
  #automaton;
  #seen;
  constructor(automaton) {
    this.#automaton = automaton;
    this.#seen = new Uint8Array(automaton.needles);
  }
  /** Notes the needles that end in `state`, which is one from `attention` on. */
  add(state) {
    const { endings, attention, classes } = this.#automaton;
    for (const needle of endings[(state - attention) / classes] ?? NONE) {
      if (this.#seen[needle] === 1) continue;
      this.#seen[needle] = 1;
      this.list.push(needle);
    }
  }
  clear() {
    for (let needle = this.list.pop(); needle !== void 0; needle = this.list.pop()) this.#seen[needle] = 0;
  }
};
function buildAutomaton(needles) {
  const { classOf, classes, LINE, SPECIAL } = classify(needles);
  const trie = new Trie(needles, classOf);
  const order = trie.link();
  const isPlain = (node) => trie.outputs[node] === void 0;
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
    const at = row[node];
    const suffix = row[trie.suffix[node]];
    if (node !== ROOT) next.copyWithin(at, suffix, suffix + classes);
    for (let child = trie.child[node]; child !== ROOT; child = trie.sibling[child]) {
      next[at + trie.label[child]] = row[child];
    }
  }
  return {
    ...{ classOf, classes, next, lineFeed, special },
    attention: plain.length * classes,
    needles: needles.length,
    endings: accepting.map((node) => trie.outputs[node] ?? NONE)
  };
}
function classify(needles) {
  const [OTHER, LINE, SPECIAL] = [0, 1, 2];
  const classOf = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const printable = byte >= 32 && byte < 127 || byte === TAB;
    classOf[byte] = byte === LINE_FEED ? LINE : printable ? OTHER : SPECIAL;
  }
  let classes = 3;
  for (const character of new Set(needles.join(""))) {
    classOf[character.charCodeAt(0)] = classes;
    classOf[character.toUpperCase().charCodeAt(0)] = classes;
    classes++;
  }
  return { classOf, classes, LINE, SPECIAL };
}
var ROOT = 0;
var Trie = class {
  /** First child of a node, and the next child of the same parent; {@link ROOT}: none. */
  child;
  sibling;
  /** Class of the last character. */
  label;
  /** The longest proper suffix that is a node, too: the failure link of Aho and Corasick. */
  suffix;
  /** Needles that end here. */
  outputs = [];
  constructor(needles, classOf) {
    const most = needles.reduce((sum, needle) => sum + needle.length, 1);
    this.child = new Int32Array(most);
    this.sibling = new Int32Array(most);
    this.label = new Uint8Array(most);
    this.suffix = new Int32Array(most);
    let size = 1;
    needles.forEach((needle, index) => {
      let node = ROOT;
      for (let at = 0; at < needle.length; at++) {
        const label = classOf[needle.charCodeAt(at)];
        let child = this.#childOf(node, label);
        if (child === ROOT) {
          child = size++;
          this.label[child] = label;
          this.sibling[child] = this.child[node];
          this.child[node] = child;
        }
        node = child;
      }
      this.outputs[node] = [...this.outputs[node] ?? NONE, index];
    });
  }
  /** Sets the suffixes, and adds the needles that end in them. @returns every node, the shortest first */
  link() {
    const order = [ROOT];
    for (const node of order) {
      for (let child = this.child[node]; child !== ROOT; child = this.sibling[child]) {
        const suffix = node === ROOT ? ROOT : this.#longestSuffix(node, this.label[child]);
        this.suffix[child] = suffix;
        const outputs = this.outputs[suffix];
        if (outputs !== void 0) this.outputs[child] = [...this.outputs[child] ?? NONE, ...outputs];
        order.push(child);
      }
    }
    return order;
  }
  /** Of the suffixes of a node's text, the longest that goes on with this class, with it. */
  #longestSuffix(node, label) {
    for (let suffix = this.suffix[node]; ; suffix = this.suffix[suffix]) {
      const child = this.#childOf(suffix, label);
      if (child !== ROOT || suffix === ROOT) return child;
    }
  }
  #childOf(node, label) {
    let child = this.child[node];
    while (child !== ROOT && this.label[child] !== label) child = this.sibling[child];
    return child;
  }
};

// src/console/marks.ts
var BLOCK = 32 * 1024;
var Marks = class {
  /** Offsets in the bytes, ascending, each followed by the state after that byte. */
  list = new Int32Array(2 * BLOCK);
  /** How many numbers of the list {@link find} has written. */
  length = 0;
  #automaton;
  constructor(automaton) {
    this.#automaton = automaton;
  }
  /** Finds the places in `bytes` from `start`, where a line begins, to `end`, at most {@link BLOCK} further. */
  find(bytes, start, end) {
    const { classOf, next, attention, lineFeed } = this.#automaton;
    const { list } = this;
    const third = Math.floor((end - start) / 3);
    const second = nextLine(bytes, start + third, end);
    const last = nextLine(bytes, Math.max(second, start + 2 * third), end);
    const together = Math.min(second - start, last - second, end - last);
    let stateA = 0;
    let stateB = 0;
    let stateC = 0;
    let countA = 0;
    let countB = 2 * (second - start);
    let countC = 2 * (last - start);
    for (let step = 0; step < together; step++) {
      stateA = next[stateA + classOf[bytes[start + step]]];
      stateB = next[stateB + classOf[bytes[second + step]]];
      stateC = next[stateC + classOf[bytes[last + step]]];
      if (stateA >= attention) {
        list[countA++] = start + step;
        list[countA++] = stateA;
        if (stateA >= lineFeed) stateA = 0;
      }
      if (stateB >= attention) {
        list[countB++] = second + step;
        list[countB++] = stateB;
        if (stateB >= lineFeed) stateB = 0;
      }
      if (stateC >= attention) {
        list[countC++] = last + step;
        list[countC++] = stateC;
        if (stateC >= lineFeed) stateC = 0;
      }
    }
    countA = this.#finish(bytes, start + together, second, stateA, countA);
    countB = this.#finish(bytes, second + together, last, stateB, countB);
    countC = this.#finish(bytes, last + together, end, stateC, countC);
    this.length = countA;
    this.#append(2 * (second - start), countB);
    this.#append(2 * (last - start), countC);
  }
  /** Reads the rest of a part from a state on. @returns where its places end */
  #finish(bytes, start, end, begun, noted) {
    const { classOf, next, attention, lineFeed } = this.#automaton;
    const { list } = this;
    let state = begun;
    let count = noted;
    for (let place = start; place < end; place++) {
      state = next[state + classOf[bytes[place]]];
      if (state < attention) continue;
      list[count++] = place;
      list[count++] = state;
      if (state >= lineFeed) state = 0;
    }
    return count;
  }
  /** Moves the places of a part behind those of the part before it. */
  #append(from, to) {
    this.list.copyWithin(this.length, from, to);
    this.length += to - from;
  }
};
function nextLine(bytes, place, end) {
  const feed = bytes.indexOf(LINE_FEED, place);
  return feed < 0 || feed >= end ? end : feed + 1;
}

// src/console/terminal.ts
var NUL_TO_CONTROL = 32;
var TAB2 = 9;
var CARRIAGE_RETURN = 13;
var ESCAPE = 27;
var BELL = 7;
var DELETE = 127;
var REPLACEMENT = 65533;
var GROUND = 0;
var AFTER_ESCAPE = 1;
var IN_CSI = 2;
var IN_STRING = 3;
var AFTER_INTERMEDIATE = 4;
var Terminal = class {
  /** Needles seen in this line. */
  hits;
  #automaton;
  #cells;
  #bytes;
  #cap;
  #length = 0;
  #state = 0;
  #escape = GROUND;
  #returned = false;
  /** Unfinished UTF-8 character: bytes still to come, value so far, what the next byte may be. */
  #pending = 0;
  #value = 0;
  #low = 128;
  #high = 191;
  constructor(automaton, cap) {
    this.#automaton = automaton;
    this.hits = new Hits(automaton);
    this.#cap = cap;
    this.#cells = new Uint16Array(cap + 2);
    this.#bytes = Buffer.from(this.#cells.buffer);
  }
  /** Characters (UTF-16 units) in the line. */
  get length() {
    return this.#length;
  }
  text() {
    return this.#bytes.toString("utf16le", 0, this.#length * 2);
  }
  /** Whether this byte is going to be printed over a line that a carriage return has sent back to its start. */
  wipes(byte) {
    return this.#returned && this.#prints(byte);
  }
  /** Whether this byte is going to be printed behind a line that has no room for it. */
  overflows(byte) {
    return this.#length >= this.#cap && this.#prints(byte);
  }
  /** Forgets the cells; a character or escape sequence that has begun goes on. */
  clear() {
    this.#length = 0;
    this.#state = 0;
    this.#returned = false;
    this.hits.clear();
  }
  /** A line feed: whatever sequence was open ends here. */
  endLine() {
    this.#abandonCharacter();
    this.#escape = GROUND;
  }
  /** Takes one byte other than a line feed. */
  put(byte) {
    if (this.#escape !== GROUND) this.#continueEscape(byte);
    else if (byte >= NUL_TO_CONTROL && byte < DELETE) {
      if (this.#pending > 0) this.#abandonCharacter();
      this.#print(byte);
    } else if (byte >= 128) this.#decode(byte);
    else this.#control(byte);
  }
  /** Whether the byte begins or is a visible character; the first of several bytes stands for all. */
  #prints(byte) {
    return this.#escape === GROUND && (byte >= NUL_TO_CONTROL || byte === TAB2) && byte !== DELETE;
  }
  #control(byte) {
    this.#abandonCharacter();
    if (byte === ESCAPE) this.#escape = AFTER_ESCAPE;
    else if (byte === CARRIAGE_RETURN) this.#returned = true;
    else if (byte === TAB2) this.#print(TAB2);
  }
  #continueEscape(byte) {
    if (byte === ESCAPE) {
      this.#escape = AFTER_ESCAPE;
    } else if (this.#escape === AFTER_ESCAPE) {
      if (byte === 91) this.#escape = IN_CSI;
      else if (byte === 93 || byte === 80 || byte === 88 || byte === 94 || byte === 95) {
        this.#escape = IN_STRING;
      } else if (byte >= 32 && byte <= 47) this.#escape = AFTER_INTERMEDIATE;
      else this.#escape = GROUND;
    } else if (this.#escape === IN_CSI) {
      if (byte >= 64 && byte <= 126) this.#escape = GROUND;
    } else if (this.#escape === AFTER_INTERMEDIATE) {
      if (byte >= 48) this.#escape = GROUND;
    } else if (byte === BELL) {
      this.#escape = GROUND;
    }
  }
  /** UTF-8 as WHATWG decodes it: an invalid sequence becomes one U+FFFD, and the byte that broke it is read again. */
  #decode(byte) {
    if (this.#pending > 0) {
      if (byte >= this.#low && byte <= this.#high) {
        this.#value = this.#value << 6 | byte & 63;
        this.#pending--;
        this.#low = 128;
        this.#high = 191;
        if (this.#pending === 0) this.#printCodePoint();
        return;
      }
      this.#abandonCharacter();
    }
    if (byte >= 194 && byte <= 223) this.#begin(1, byte & 31, 128, 191);
    else if (byte >= 224 && byte <= 239) {
      this.#begin(2, byte & 15, byte === 224 ? 160 : 128, byte === 237 ? 159 : 191);
    } else if (byte >= 240 && byte <= 244) {
      this.#begin(3, byte & 7, byte === 240 ? 144 : 128, byte === 244 ? 143 : 191);
    } else this.#print(REPLACEMENT);
  }
  #begin(pending, value, low, high) {
    this.#pending = pending;
    this.#value = value;
    this.#low = low;
    this.#high = high;
  }
  #printCodePoint() {
    const value = this.#value;
    if (value >= 65536) {
      this.#print(55296 + (value - 65536 >> 10));
      this.#print(56320 + (value - 65536 & 1023));
    } else if (value >= 160) this.#print(value);
  }
  #abandonCharacter() {
    if (this.#pending === 0) return;
    this.#pending = 0;
    this.#print(REPLACEMENT);
  }
  #print(unit) {
    this.#cells[this.#length++] = unit;
    const { classOf, next, attention } = this.#automaton;
    const state = unit < 128 ? next[this.#state + classOf[unit]] : 0;
    this.#state = state;
    if (state >= attention) this.hits.add(state);
  }
};

// src/console/scanner.ts
var LINE_CAP = 65536;
var CARRIAGE_RETURN2 = 13;
var LineScanner = class {
  /** Lines finished so far; the unfinished line has this number plus one. */
  lineCount = 0;
  /** Whether lines without hits are reported, too; may change at any time. */
  everyLine;
  #automaton;
  #options;
  #marks;
  #terminal;
  /** Needles in the line that lies in the current block. */
  #hits;
  #view;
  /** True while the line is held by the terminal rather than lying in the current block. */
  #held = false;
  constructor(automaton, options) {
    this.#automaton = automaton;
    this.#options = options;
    this.everyLine = options.everyLine;
    this.#terminal = new Terminal(automaton, LINE_CAP);
    this.#hits = new Hits(automaton);
    this.#marks = new Marks(automaton);
    this.#view = new MutableView();
  }
  /** Takes the next bytes; calls back for each line that they finish. */
  push(bytes) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let start = 0; start < chunk.length; start += BLOCK) {
      this.#scanBlock(chunk, start, Math.min(start + BLOCK, chunk.length));
    }
  }
  /** The unfinished line; undefined while it has no text. */
  tail() {
    if (!this.#held || this.#terminal.length === 0) return void 0;
    return this.#view.ofTerminal(this.#terminal, false);
  }
  /** The stream has ended: finishes its last line. */
  end() {
    if (this.#held) this.#terminal.endLine();
    if (this.tail() !== void 0) this.#finishHeld(false);
  }
  /** Finishes the whole clean lines of a block in place, and hands the other lines to the terminal. */
  #scanBlock(bytes, start, end) {
    let lineStart = this.#held ? this.#scanHeld(bytes, start, end) : start;
    if (lineStart === end) return;
    const marks = this.#marks;
    const { lineFeed, special } = this.#automaton;
    marks.find(bytes, lineStart, end);
    for (let mark = 0; mark < marks.length; mark += 2) {
      const at = marks.list[mark];
      if (at < lineStart) continue;
      const state = marks.list[mark + 1];
      if (state === lineFeed) {
        const lineEnd = at > lineStart && bytes[at - 1] === CARRIAGE_RETURN2 ? at - 1 : at;
        this.lineCount++;
        if (this.everyLine || this.#hits.list.length > 0) this.#finishInPlace(bytes, lineStart, lineEnd);
        lineStart = at + 1;
      } else if (state !== special) {
        this.#hits.add(state);
      } else if (bytes[at] !== CARRIAGE_RETURN2 || bytes[at + 1] !== LINE_FEED) {
        lineStart = this.#hold(bytes, lineStart, end);
      }
    }
    if (lineStart < end) this.#hold(bytes, lineStart, end);
  }
  #finishInPlace(bytes, start, end) {
    this.#options.onLine(this.#view.ofBytes(this.#hits.list, bytes, start, end));
    this.#hits.clear();
  }
  /** Hands the line to the terminal, which reads it again from `lineStart`. Returns the offset that it reached. */
  #hold(bytes, lineStart, end) {
    this.#hits.clear();
    this.#held = true;
    return this.#scanHeld(bytes, lineStart, end);
  }
  /** Feeds the terminal until its line or the block ends; returns that offset. */
  #scanHeld(bytes, start, end) {
    const terminal = this.#terminal;
    for (let at = start; at < end; at++) {
      const byte = bytes[at];
      if (byte === LINE_FEED) {
        terminal.endLine();
        this.#finishHeld(false);
        return at + 1;
      }
      if (terminal.wipes(byte)) {
        if (terminal.length > 0) this.#options.onWipe(this.#view.ofTerminal(terminal, false));
        terminal.clear();
      } else if (terminal.overflows(byte)) {
        this.#finishHeld(true);
        this.#held = true;
      }
      terminal.put(byte);
    }
    return end;
  }
  #finishHeld(cut) {
    this.lineCount++;
    if (cut || this.#terminal.hits.list.length > 0 || this.everyLine) {
      this.#options.onLine(this.#view.ofTerminal(this.#terminal, cut));
    }
    this.#terminal.clear();
    this.#held = false;
  }
};
function lineReader(onLine) {
  return new LineScanner(buildAutomaton([]), {
    everyLine: true,
    onLine: (line) => onLine(line.text),
    onWipe: () => void 0
  });
}
var MutableView = class {
  hits = [];
  cut = false;
  #terminal;
  #bytes;
  #start = 0;
  #end = 0;
  #text;
  ofBytes(hits, bytes, start, end) {
    this.hits = hits;
    this.cut = false;
    this.#text = void 0;
    this.#terminal = void 0;
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    return this;
  }
  ofTerminal(terminal, cut) {
    this.hits = terminal.hits.list;
    this.cut = cut;
    this.#text = void 0;
    this.#terminal = terminal;
    this.#bytes = void 0;
    return this;
  }
  get text() {
    this.#text ??= this.#terminal?.text() ?? this.#bytes?.toString("latin1", this.#start, this.#end) ?? "";
    return this.#text;
  }
  later() {
    const [bytes, start, end] = [this.#bytes, this.#start, this.#end];
    if (bytes !== void 0) return () => bytes.toString("latin1", start, end);
    const { text } = this;
    return () => text;
  }
};

export {
  buildAutomaton,
  LINE_CAP,
  LineScanner,
  lineReader
};

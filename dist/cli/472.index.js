export const id = 472;
export const ids = [472];
export const modules = {

/***/ 391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zz: () => (/* binding */ buildAutomaton),
/* harmony export */   fs: () => (/* binding */ Hits),
/* harmony export */   kR: () => (/* binding */ LINE_FEED)
/* harmony export */ });
/** Finds many literals in one pass over bytes (Aho-Corasick), and on the way the bytes that end or disturb a line. */
const LINE_FEED = 0x0a;
const TAB = 0x09;
/** The needles seen in one line, each once, in the order in which they were first seen. */
class Hits {
    list = [];
    #automaton;
    #seen;
    constructor(automaton) {
        this.#automaton = automaton;
        this.#seen = new Uint8Array(automaton.needles);
    }
    /** Notes the needles that end in `state`. */
    add(state) {
        for (const needle of this.#automaton.hits(state)) {
            if (this.#seen[needle] === 1)
                continue;
            this.#seen[needle] = 1;
            this.list.push(needle);
        }
    }
    clear() {
        for (const needle of this.list)
            this.#seen[needle] = 0;
        this.list.length = 0;
    }
}
/** Builds the automaton for needles of lower-case printable ASCII; a needle's number is its index. */
function buildAutomaton(needles) {
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
    const outputs = new Map();
    for (let node = 0; node < trie.size; node++) {
        const row = place[node] ?? 0;
        for (let cls = 0; cls < classes; cls++) {
            next[row + cls] = place[trie.go[node * classes + cls] ?? 0] ?? 0;
        }
        next[row + LINE] = lineFeed;
        next[row + SPECIAL] = special;
        next[row + OTHER] = 0;
        const found = trie.outputs[node];
        if (found !== undefined && found.length > 0)
            outputs.set(row, found);
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
/** Bytes that no needle contains share one class, which keeps the table small enough for the cache. */
function classify(needles) {
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
function buildTrie(needles, classOf, classes) {
    const nodes = needles.reduce((sum, needle) => sum + needle.length, 1);
    const child = new Int32Array(nodes * classes).fill(-1);
    const outputs = Array.from({ length: nodes }, () => []);
    let size = 1;
    needles.forEach((needle, index) => {
        let node = 0;
        for (const character of needle) {
            const slot = node * classes + (classOf[character.charCodeAt(0)] ?? 0);
            const known = child[slot] ?? -1;
            if (known >= 0) {
                node = known;
            }
            else {
                child[slot] = size;
                node = size++;
            }
        }
        outputs[node]?.push(index);
    });
    return { size, ...completeGoto(child, outputs, size, classes), outputs };
}
/** Breadth first: a missing edge follows the longest proper suffix that is itself a path (the failure link). */
function completeGoto(child, outputs, size, classes) {
    const go = child.slice(0, size * classes);
    const failure = new Int32Array(size);
    const queue = [0];
    for (let head = 0; head < queue.length; head++) {
        const node = queue[head] ?? 0;
        const suffix = failure[node] ?? 0;
        if (node !== 0)
            outputs[node]?.push(...(outputs[suffix] ?? []));
        for (let cls = 0; cls < classes; cls++) {
            const slot = node * classes + cls;
            const to = go[slot] ?? -1;
            const fallback = node === 0 ? 0 : (go[suffix * classes + cls] ?? 0);
            if (to < 0) {
                go[slot] = fallback;
            }
            else {
                failure[to] = fallback;
                queue.push(to);
            }
        }
    }
    return { go, order: queue };
}
/** States near the root are the ones that a log visits: side by side, they stay in the cache. */
function numberStates(trie) {
    const plain = [];
    const accepting = [];
    for (const node of trie.order) {
        (trie.outputs[node]?.length === 0 ? plain : accepting).push(node);
    }
    return { plain, accepting };
}


/***/ }),

/***/ 4472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mp: () => (/* binding */ LINE_CAP),
  V5: () => (/* binding */ LineScanner),
  gd: () => (/* binding */ lineReader)
});

// EXTERNAL MODULE: ./lib/console/automaton.js
var console_automaton = __webpack_require__(391);
;// CONCATENATED MODULE: ./lib/console/marks.js
/** The hot path: runs the automaton over a block of bytes and notes the few places that need attention. */

/** Bytes in a block: its places fit the arrays below, and the block the cache. */
const BLOCK = 32 * 1024;
/**
 * Reads two halves of a block at once. A step of an automaton waits for the one before it; two that do not depend on
 * each other overlap in the processor, which makes this nearly twice as fast as one after the other.
 */
class Marks {
    /** How many places were found by {@link find}. */
    count = 0;
    /** Offsets in the bytes, ascending, and the state that each has led to. */
    at = new Int32Array(BLOCK);
    states = new Int32Array(BLOCK);
    #upper = { at: new Int32Array(BLOCK), states: new Int32Array(BLOCK) };
    #automaton;
    constructor(automaton) {
        this.#automaton = automaton;
    }
    /** Finds the places in `bytes` from `start`, where a line begins, to `end`, at most {@link BLOCK} further. */
    find(bytes, start, end) {
        const { classOf, next, attention, lineFeed } = this.#automaton;
        const { at, states } = this;
        const upper = this.#upper;
        // The upper half begins with a line, so that no needle lies across the border.
        const feed = bytes.indexOf(console_automaton/* LINE_FEED */.kR, start + ((end - start) >> 1));
        const middle = feed < 0 || feed >= end ? end : feed + 1;
        const both = Math.min(middle - start, end - middle);
        let count = 0;
        let upperCount = 0;
        let state = 0;
        let upperState = 0;
        for (let step = 0; step < both; step++) {
            state = next[state + classOf[bytes[start + step]]];
            upperState = next[upperState + classOf[bytes[middle + step]]];
            if (state >= attention) {
                at[count] = start + step;
                states[count++] = state;
                if (state >= lineFeed)
                    state = 0;
            }
            if (upperState >= attention) {
                upper.at[upperCount] = middle + step;
                upper.states[upperCount++] = upperState;
                if (upperState >= lineFeed)
                    upperState = 0;
            }
        }
        for (let place = start + both; place < middle; place++) {
            state = next[state + classOf[bytes[place]]];
            if (state < attention)
                continue;
            at[count] = place;
            states[count++] = state;
            if (state >= lineFeed)
                state = 0;
        }
        for (let place = middle + both; place < end; place++) {
            upperState = next[upperState + classOf[bytes[place]]];
            if (upperState < attention)
                continue;
            upper.at[upperCount] = place;
            upper.states[upperCount++] = upperState;
            if (upperState >= lineFeed)
                upperState = 0;
        }
        at.set(upper.at.subarray(0, upperCount), count);
        states.set(upper.states.subarray(0, upperCount), count);
        this.count = count + upperCount;
    }
}

;// CONCATENATED MODULE: ./lib/console/terminal.js
/** One line as a person would read it: escapes and control bytes removed, CR applied, UTF-8 decoded. */

const NUL_TO_CONTROL = 0x20;
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const ESCAPE = 0x1b;
const BELL = 0x07;
const DELETE = 0x7f;
const REPLACEMENT = 0xfffd;
/** Where the parser stands in an escape sequence (ECMA-48 / VT500: CSI, and strings such as OSC, DCS, APC). */
const GROUND = 0;
const AFTER_ESCAPE = 1;
const IN_CSI = 2;
const IN_STRING = 3;
const AFTER_INTERMEDIATE = 4;
/**
 * Holds the cells of one line, fed byte by byte, linear in the bytes.
 *
 * A carriage return that is not followed by a line feed restarts the line: the next character wipes it. A terminal
 * would keep what is not overwritten; for progress displays, its only use in a boot, the result is the same.
 * Sequences never cross a line feed, so a stray introducer cannot hide the rest of the log.
 */
class Terminal {
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
    #low = 0x80;
    #high = 0xbf;
    constructor(automaton, cap) {
        this.#automaton = automaton;
        this.hits = new console_automaton/* Hits */.fs(automaton);
        this.#cap = cap;
        this.#cells = new Uint16Array(cap + 2);
        this.#bytes = Buffer.from(this.#cells.buffer);
    }
    /** Characters (UTF-16 units) in the line. */
    get length() {
        return this.#length;
    }
    text() {
        return this.#bytes.toString('utf16le', 0, this.#length * 2);
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
        if (this.#escape !== GROUND)
            this.#continueEscape(byte);
        else if (byte >= NUL_TO_CONTROL && byte < DELETE) {
            if (this.#pending > 0)
                this.#abandonCharacter();
            this.#print(byte);
        }
        else if (byte >= 0x80)
            this.#decode(byte);
        else
            this.#control(byte);
    }
    /** A byte of a character that will be seen; the first of several bytes stands for all. */
    #prints(byte) {
        return this.#escape === GROUND && (byte >= NUL_TO_CONTROL || byte === TAB) && byte !== DELETE;
    }
    #control(byte) {
        this.#abandonCharacter();
        if (byte === ESCAPE)
            this.#escape = AFTER_ESCAPE;
        else if (byte === CARRIAGE_RETURN)
            this.#returned = true;
        else if (byte === TAB)
            this.#print(TAB);
    }
    #continueEscape(byte) {
        if (byte === ESCAPE) {
            this.#escape = AFTER_ESCAPE;
        }
        else if (this.#escape === AFTER_ESCAPE) {
            if (byte === 0x5b)
                this.#escape = IN_CSI;
            else if (byte === 0x5d || byte === 0x50 || byte === 0x58 || byte === 0x5e || byte === 0x5f) {
                this.#escape = IN_STRING;
            }
            else if (byte >= 0x20 && byte <= 0x2f)
                this.#escape = AFTER_INTERMEDIATE;
            else
                this.#escape = GROUND;
        }
        else if (this.#escape === IN_CSI) {
            if (byte >= 0x40 && byte <= 0x7e)
                this.#escape = GROUND;
        }
        else if (this.#escape === AFTER_INTERMEDIATE) {
            if (byte >= 0x30)
                this.#escape = GROUND;
        }
        else if (byte === BELL) {
            // A string ends with BEL or with ESC \, whose backslash is eaten by AFTER_ESCAPE.
            this.#escape = GROUND;
        }
    }
    /** UTF-8 as WHATWG decodes it: an invalid sequence becomes one U+FFFD, the byte that broke it is looked at again. */
    #decode(byte) {
        if (this.#pending > 0) {
            if (byte >= this.#low && byte <= this.#high) {
                this.#value = (this.#value << 6) | (byte & 0x3f);
                this.#pending--;
                this.#low = 0x80;
                this.#high = 0xbf;
                if (this.#pending === 0)
                    this.#printCodePoint();
                return;
            }
            this.#abandonCharacter();
        }
        // The second byte's range shuts out overlong forms, surrogates and what lies beyond U+10FFFF.
        if (byte >= 0xc2 && byte <= 0xdf)
            this.#begin(1, byte & 0x1f, 0x80, 0xbf);
        else if (byte >= 0xe0 && byte <= 0xef) {
            this.#begin(2, byte & 0x0f, byte === 0xe0 ? 0xa0 : 0x80, byte === 0xed ? 0x9f : 0xbf);
        }
        else if (byte >= 0xf0 && byte <= 0xf4) {
            this.#begin(3, byte & 0x07, byte === 0xf0 ? 0x90 : 0x80, byte === 0xf4 ? 0x8f : 0xbf);
        }
        else
            this.#print(REPLACEMENT);
    }
    #begin(pending, value, low, high) {
        this.#pending = pending;
        this.#value = value;
        this.#low = low;
        this.#high = high;
    }
    #printCodePoint() {
        const value = this.#value;
        if (value >= 0x10000) {
            this.#print(0xd800 + ((value - 0x10000) >> 10));
            this.#print(0xdc00 + ((value - 0x10000) & 0x3ff));
        }
        else if (value >= 0xa0)
            this.#print(value);
    }
    #abandonCharacter() {
        if (this.#pending === 0)
            return;
        this.#pending = 0;
        this.#print(REPLACEMENT);
    }
    #print(unit) {
        this.#cells[this.#length++] = unit;
        const { classOf, next, attention } = this.#automaton;
        const state = unit < 0x80 ? next[this.#state + classOf[unit]] : 0;
        this.#state = state;
        if (state >= attention)
            this.hits.add(state);
    }
}

;// CONCATENATED MODULE: ./lib/console/scanner.js
/** Turns one stream's bytes into normalised lines and finds needle candidates on the way, in one pass. */



/**
 * Longest line in UTF-16 units; a longer one is judged in pieces of this size, and said to be cut. More than a block,
 * so that a line within one is never too long.
 */
const LINE_CAP = 65_536;
const scanner_CARRIAGE_RETURN = 0x0d;
/**
 * Splits and normalises. The result depends on the bytes alone, never on how they are cut into chunks.
 *
 * Most lines are printable ASCII that lie within one block: these are scanned where they are and never copied. The
 * others (split by a border, or with escapes, carriage returns, UTF-8, control bytes) go through the
 * {@link Terminal}, byte by byte.
 */
class LineScanner {
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
        this.#hits = new console_automaton/* Hits */.fs(automaton);
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
    /** The unfinished line, if it has any text. */
    tail() {
        if (!this.#held || this.#terminal.length === 0)
            return undefined;
        return this.#view.ofTerminal(this.#terminal, false);
    }
    /** The stream has ended: its unfinished line is finished. */
    end() {
        if (this.#held)
            this.#terminal.endLine();
        if (this.tail() !== undefined)
            this.#finishHeld(false);
    }
    /** Finishes the whole clean lines of a block where they lie, and leaves the others to the terminal. */
    #scanBlock(bytes, start, end) {
        let lineStart = this.#held ? this.#scanHeld(bytes, start, end) : start;
        if (lineStart === end)
            return;
        const marks = this.#marks;
        const { lineFeed, special } = this.#automaton;
        marks.find(bytes, lineStart, end);
        for (let mark = 0; mark < marks.count; mark++) {
            const at = marks.at[mark];
            // The terminal has read this line.
            if (at < lineStart)
                continue;
            const state = marks.states[mark];
            if (state === lineFeed) {
                const lineEnd = at > lineStart && bytes[at - 1] === scanner_CARRIAGE_RETURN ? at - 1 : at;
                this.lineCount++;
                if (this.everyLine || this.#hits.list.length > 0)
                    this.#finishInPlace(bytes, lineStart, lineEnd);
                lineStart = at + 1;
            }
            else if (state !== special) {
                this.#hits.add(state);
            }
            else if (bytes[at] !== scanner_CARRIAGE_RETURN || bytes[at + 1] !== console_automaton/* LINE_FEED */.kR) {
                lineStart = this.#hold(bytes, lineStart, end);
            }
        }
        if (lineStart < end)
            this.#hold(bytes, lineStart, end);
    }
    #finishInPlace(bytes, start, end) {
        this.#options.onLine(this.#view.ofBytes(this.#hits.list, bytes, start, end));
        this.#hits.clear();
    }
    /** Hands the line over to the terminal, which starts it again at `lineStart`. Returns where it got to. */
    #hold(bytes, lineStart, end) {
        this.#hits.clear();
        this.#held = true;
        return this.#scanHeld(bytes, lineStart, end);
    }
    /** Feeds the terminal until its line is finished or the block ends; returns where that is. */
    #scanHeld(bytes, start, end) {
        const terminal = this.#terminal;
        for (let at = start; at < end; at++) {
            const byte = bytes[at];
            if (byte === console_automaton/* LINE_FEED */.kR) {
                terminal.endLine();
                this.#finishHeld(false);
                return at + 1;
            }
            if (terminal.wipes(byte)) {
                if (terminal.length > 0)
                    this.#options.onWipe(this.#view.ofTerminal(terminal, false));
                terminal.clear();
            }
            else if (terminal.overflows(byte)) {
                this.#finishHeld(true);
                // What follows belongs to the same line, so escapes and split characters carry over.
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
}
/** A scanner that looks for nothing and gives every line: for showing and quoting. */
function lineReader(onLine) {
    return new LineScanner((0,console_automaton/* buildAutomaton */.Zz)([]), {
        everyLine: true,
        onLine: (line) => onLine(line.text),
        onWipe: () => undefined,
    });
}
class MutableView {
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
        this.#text = undefined;
        this.#terminal = undefined;
        this.#bytes = bytes;
        this.#start = start;
        this.#end = end;
        return this;
    }
    ofTerminal(terminal, cut) {
        this.hits = terminal.hits.list;
        this.cut = cut;
        this.#text = undefined;
        this.#terminal = terminal;
        this.#bytes = undefined;
        return this;
    }
    get text() {
        this.#text ??= this.#terminal?.text() ?? this.#bytes?.toString('latin1', this.#start, this.#end) ?? '';
        return this.#text;
    }
}


/***/ })

};

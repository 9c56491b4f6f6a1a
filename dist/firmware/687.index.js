export const id = 687;
export const ids = [687];
export const modules = {

/***/ 687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/boot/signals.js
/** Turns the signals that ask a program to end into an orderly stop of the machine. */



const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Runs `body` with a private directory and with signals that abort it instead of killing the process. */
async function session(body) {
    const abort = new AbortController();
    let received;
    const onSignal = (name) => {
        received ??= name;
        abort.abort(`cancelled by ${name}`);
    };
    for (const name of SIGNALS)
        process.on(name, onSignal);
    const workDir = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'tdx-boot-'));
    try {
        const value = await body({ signal: abort.signal, workDir });
        return received === undefined ? { value, signal: received } : { value, signal: received };
    }
    catch (error) {
        // What a body throws when it is aborted says no more than the signal.
        if (received === undefined)
            throw error;
        return { value: undefined, signal: received };
    }
    finally {
        (0,external_node_fs_.rmSync)(workDir, { recursive: true, force: true });
        for (const name of SIGNALS)
            process.off(name, onSignal);
    }
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/firmware/measure.js + 1 modules
var measure = __webpack_require__(4897);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/console/automaton.js
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
        const feed = bytes.indexOf(LINE_FEED, start + ((end - start) >> 1));
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
const terminal_TAB = 0x09;
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
        return this.#escape === GROUND && (byte >= NUL_TO_CONTROL || byte === terminal_TAB) && byte !== DELETE;
    }
    #control(byte) {
        this.#abandonCharacter();
        if (byte === ESCAPE)
            this.#escape = AFTER_ESCAPE;
        else if (byte === CARRIAGE_RETURN)
            this.#returned = true;
        else if (byte === terminal_TAB)
            this.#print(terminal_TAB);
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
            else if (bytes[at] !== scanner_CARRIAGE_RETURN || bytes[at + 1] !== LINE_FEED) {
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
            if (byte === LINE_FEED) {
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
    return new LineScanner(buildAutomaton([]), {
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

;// CONCATENATED MODULE: ./lib/firmware/build-error.js
/** Finds in a build's log what went wrong: the compiler's own error, not the last of the messages that follow it. */
/** gcc and clang draw the source line and a marker below their message. */
const SOURCE_FRAME = /^\s+(?:\d+ )?\s*\||^\s*\^/;
/** In order of how much they explain: a full disk or a killed compiler makes errors of the other kinds. */
const PATTERNS = [
    { match: /No space left on device/, kind: 'disk-full' },
    {
        match: /(?:fatal error|internal compiler error): Killed|\bOut of memory\b|signal: 9, SIGKILL/,
        kind: 'out-of-memory',
    },
    // gcc, clang, nasm, as: FILE:LINE[:COLUMN]: error: \u2026
    { match: /^[^\s:][^:]*:\d+:(?:\d+:)? (?:fatal )?error: /, rest: SOURCE_FRAME },
    // rustc and cargo: the place follows in a line of its own.
    {
        match: /^error(?:\[E\d+\])?: (?!could not compile|aborting due)/,
        rest: /^\s*(?:-->|\||\d+\s+\||= )|^Caused by:|^ {2}\S/,
    },
    // edk2's build: FILE(LINE): error 000E: \u2026, then the value.
    { match: /\(\d+\): error [0-9A-F]{4}: /, rest: /^\s+\S/ },
    // iasl: FILE LINE: \u2026, then the message.
    { match: /^Error\s+\d{4} - /, rest: /^\s+\^/ },
    { match: /undefined reference to |multiple definition of |cannot find -l/ },
    { match: /^\S*\bld(?:\.bfd)?: (?!warning)/ },
    // Python prints the exception after the calls that led to it.
    { match: /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Exit): /, last: true },
    { match: /^\S*patch: \*{4} |^Hunk #\d+ FAILED/ },
    { match: /^make(?:\[\d+\])?: \*{3} / },
    { match: /^\s*:? ?error [0-9A-F]{4}: |^error: /, rest: /^\s+\S/ },
];
/** Lines of one error that are shown; the rest is in the log. */
const SHOWN = 12;
/** @returns the most telling error of a log, or undefined when no tool said one that is known */
function findBuildError(log) {
    for (const { match, kind = 'build-failed', rest, last } of PATTERNS) {
        const index = last === true
            ? log.findLastIndex((line) => match.test(line))
            : log.findIndex((line) => match.test(line));
        if (index < 0)
            continue;
        const after = log.slice(index + 1, index + SHOWN);
        const length = rest === undefined ? 0 : after.findIndex((line) => !rest.test(line));
        const lines = [log[index] ?? '', ...after.slice(0, length < 0 ? after.length : length)];
        return { lines, line: index + 1, kind };
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/vmm/machine.js + 1 modules
var machine = __webpack_require__(2159);
;// CONCATENATED MODULE: ./lib/firmware/command.js
/** Runs one command of a build with everything that it starts, and leaves none of it behind. */



/**
 * The command and a guard in one process group. The guard reads our end of a pipe: when this process is gone, even by
 * SIGKILL, it reads the end and kills the group. A parent-death signal would reach only the first process of many.
 */
const GUARDED = `
exec 3<&0 </dev/null
(read -r _ <&3; kill -KILL 0) &
guard=$!
"$@" 3<&-
code=$?
kill "$guard"
exit "$code"
`;
/** Runs a command to its end; returns its exit code, or the name of the signal that ended it. */
async function runCommand(argv, { cwd, env, signal, onOutput }) {
    signal?.throwIfAborted();
    const child = (0,external_node_child_process_.spawn)('/bin/sh', ['-c', GUARDED, 'tdx-boot', ...argv], {
        cwd,
        env,
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    const kill = () => {
        if (child.pid !== undefined)
            (0,machine/* killGroup */.i0)(child.pid);
    };
    signal?.addEventListener('abort', kill);
    child.stdout.on('data', (bytes) => onOutput(bytes, 'stdout'));
    child.stderr.on('data', (bytes) => onOutput(bytes, 'stderr'));
    try {
        const [code, killedBy] = await command_closed(child);
        signal?.throwIfAborted();
        return code ?? killedBy ?? 'SIGKILL';
    }
    finally {
        signal?.removeEventListener('abort', kill);
        kill();
    }
}
async function command_closed(child) {
    const [code, signal] = (await (0,external_node_events_.once)(child, 'close'));
    return [code, signal];
}

// EXTERNAL MODULE: ./lib/firmware/lock.js
var lock = __webpack_require__(3414);
;// CONCATENATED MODULE: ./lib/firmware/prepare.js
/** Makes a source tree ready for a recipe's commands, and the commands ready for the release that the tree is of. */


/** Makes the directories and the copies that the recipe names. */
function prepareTree({ directories = [], copies }, tree) {
    for (const directory of directories)
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(tree, directory), { recursive: true });
    for (const [from, to] of copies) {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)((0,external_node_path_.join)(tree, to)), { recursive: true });
        (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(tree, from), (0,external_node_path_.join)(tree, to));
    }
}
/** Puts the words of this tree's release in the place of the recipe's. */
function renamesFor({ renames = [] }, tree) {
    const due = renames.filter(({ when: { file, has, lacks } }) => {
        const path = (0,external_node_path_.join)(tree, file);
        const text = (0,external_node_fs_.existsSync)(path) ? (0,external_node_fs_.readFileSync)(path, 'utf8') : '';
        return text.includes(has) && !text.includes(lacks);
    });
    return (text) => due.reduce((said, { from, to }) => said.replaceAll(from, to), text);
}

;// CONCATENATED MODULE: ./lib/firmware/build.js
/** Runs a recipe's commands in a source tree: with progress, a whole log, and the compiler's error when it fails. */









/**
 * Every build happens at this path, a symbolic link to the real tree: images contain the path of their sources (in
 * ASSERT messages) or at least its length (GenFw keeps the space of the debug file's name), so another path would give
 * another image.
 */
const BUILD_PATH = '/tmp/tdx-boot-src';
/** Another build on this machine may hold the path for so long. */
const WAIT_MS = 60 * 60_000;
/**
 * Builds an image.
 * @returns its path in the tree
 * @throws HostError code `build-failed`, `disk-full` or `out-of-memory` with the compiler's error;
 *   `build-path-taken`; `lock-timeout`
 */
async function buildImage(recipe, request) {
    const { tree, build, signal, listener } = request;
    const onWait = () => listener({ type: 'notice', text: 'Another firmware is being built on this machine: waiting for it' });
    await (0,lock/* withLock */.k)(`${BUILD_PATH}.lock`, { signal, onWait, waitMs: WAIT_MS }, () => atBuildPath(tree, () => runSteps(recipe, request)));
    const output = renamesFor(recipe, tree)(recipe.output(build));
    const image = (0,external_node_path_.join)(tree, output);
    if ((0,external_node_fs_.lstatSync)(image, { throwIfNoEntry: false })?.isFile() !== true) {
        throw new errors/* HostError */.dh('build-failed', `the build of ${recipe.name} ended well but made no ${output}`, {
            hint: `The whole log: ${request.log}`,
        });
    }
    return image;
}
async function atBuildPath(tree, body) {
    try {
        // Nobody else builds now, so a link that is still there was left by a build that was killed.
        (0,external_node_fs_.rmSync)(BUILD_PATH, { force: true });
        (0,external_node_fs_.symlinkSync)(tree, BUILD_PATH);
    }
    catch (error) {
        throw new errors/* HostError */.dh('build-path-taken', `cannot make the link ${BUILD_PATH}: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: `Every build happens at this path, so that the same source gives the same image. Remove it: rm ${BUILD_PATH}`,
            cause: error,
        });
    }
    try {
        return await body();
    }
    finally {
        (0,external_node_fs_.rmSync)(BUILD_PATH, { force: true });
    }
}
async function runSteps(recipe, { build, defines, toolchain, ...request }) {
    prepareTree(recipe, request.tree);
    const rename = renamesFor(recipe, request.tree);
    const jobs = (0,external_node_os_.availableParallelism)();
    const steps = recipe.steps({ build, defines, jobs, version: (tool) => toolchain.versions[tool] ?? '' });
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(request.log), { recursive: true });
    const fd = (0,external_node_fs_.openSync)(request.log, 'w');
    request.listener({ type: 'log', file: request.log });
    try {
        for (const step of steps) {
            const [program, ...args] = step.argv;
            const argv = [program, ...args.map(rename)];
            await runStep(recipe, { ...step, argv }, fd, { jobs, ...request });
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
async function runStep(recipe, step, fd, request) {
    const { listener, signal, jobs, log } = request;
    const begun = Date.now();
    listener({ type: 'stage', title: step.title, expectedMs: (step.cpuSeconds * 1000) / jobs });
    let done = 0;
    const lines = lineReader((line) => {
        if (step.progress?.line.test(line) !== true)
            return;
        const { total, noun } = step.progress;
        done++;
        listener({ type: 'progress', done, total: Math.max(done, total), noun, elapsedMs: Date.now() - begun });
    });
    (0,external_node_fs_.writeSync)(fd, `$ ${step.argv.join(' ')}\n`);
    const code = await runCommand(step.argv, {
        cwd: (0,external_node_path_.join)(BUILD_PATH, step.cwd ?? ''),
        env: buildEnvironment(recipe),
        signal,
        onOutput: (bytes) => {
            (0,external_node_fs_.writeSync)(fd, bytes);
            lines.push(bytes);
        },
    });
    lines.end();
    if (code !== 0)
        throw buildFailed(recipe, step, code, log);
}
/** Only what the recipe names, and what programs need to run: no variable of the caller's changes the image. */
function buildEnvironment(recipe) {
    const path = process.env.PATH ?? '';
    const own = Object.entries(recipe.environment).map(([name, value]) => [
        name,
        value.replaceAll('{tree}', BUILD_PATH).replaceAll('{path}', path),
    ]);
    const kept = [
        'HOME',
        'RUSTUP_HOME',
        'TMPDIR',
        'RUNNER_TRACKING_ID',
        'http_proxy',
        'https_proxy',
        'no_proxy',
        'SSL_CERT_FILE',
    ];
    const inherited = kept.flatMap((name) => process.env[name] === undefined ? [] : [[name, process.env[name]]]);
    return { PATH: path, LC_ALL: 'C', PWD: BUILD_PATH, ...Object.fromEntries([...inherited, ...own]) };
}
function buildFailed(recipe, step, code, log) {
    const lines = (0,external_node_fs_.readFileSync)(log, 'utf8').split('\n');
    const start = lines.findLastIndex((line) => line.startsWith('$ '));
    const found = findBuildError(lines.slice(start)) ?? {
        kind: 'build-failed',
        line: 0,
        lines: lines.slice(-20),
    };
    const said = found.lines.map((line) => line.trimEnd()).join('\n');
    const ended = typeof code === 'number' ? `exit code ${code}` : code;
    return new errors/* HostError */.dh(found.kind, `building ${recipe.name} failed (${step.title}, ${ended}):\n${said}`, {
        hint: found.line === 0 ? `The whole log: ${log}` : `The whole log: ${log}, line ${start + found.line}`,
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/firmware/toolchain.js
/** The programs that a build runs: which are here, in which versions, and how to get those that are not. */







const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** What a tool says of its version must come within this time, or it is taken for missing. */
const ANSWER_MS = 20_000;
/**
 * Looks for every tool of a recipe.
 * @param memo file that remembers the versions; asking gcc and its kind takes longer than all the rest of a cache hit
 */
async function findToolchain(recipe, memo) {
    const known = readMemo(memo);
    const asked = await Promise.all(recipe.tools.map(async (tool) => ({ tool, ...(await ask(tool, known)) })));
    const learnt = asked.filter(({ stamp, remembered }) => stamp !== undefined && !remembered);
    if (learnt.length > 0) {
        writeMemo(memo, {
            ...known,
            ...Object.fromEntries(learnt.map(({ stamp, version }) => [stamp, version])),
        });
    }
    return {
        versions: Object.fromEntries(asked.flatMap(({ tool, version }) => (version === undefined ? [] : [[tool.name, version]]))),
        missing: asked.filter(({ found }) => !found).map(({ tool }) => tool),
    };
}
/**
 * Makes sure that a build can start.
 * @throws HostError code `tools-missing` that names all of them and the commands that install them;
 *   `tools-unsuitable` when a version is known not to build this source
 */
function toolchain_requireToolchain(recipe, { versions, missing }) {
    if (missing.length > 0) {
        const names = missing.map(({ name }) => name).join(', ');
        throw new errors/* HostError */.dh('tools-missing', `building ${recipe.name} needs ${names}`, {
            hint: installHint(missing),
        });
    }
    const unsuitable = recipe.tools.flatMap((tool) => {
        const version = versions[tool.name] ?? '';
        const problem = tool.unsuitable?.(version);
        return problem === undefined ? [] : [`${version} cannot build ${recipe.name}: ${problem}`];
    });
    if (unsuitable.length > 0) {
        throw new errors/* HostError */.dh('tools-unsuitable', unsuitable.join('; '), {
            hint: 'Put a suitable version first in PATH, or use a runner of Debian 12 or 13 or Ubuntu 22.04 or 24.04.',
        });
    }
}
/** The commands that install tools, as argument lists: the packages in one, then each tool's own. */
function installCommands(tools) {
    // One package, and one command, may bring several tools.
    const packages = new Set(tools.flatMap(({ from }) => ('apt' in from ? [from.apt] : [])));
    const own = new Set(tools.flatMap(({ from }) => ('command' in from ? [from.command] : [])));
    const apt = ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages];
    return [...(packages.size > 0 ? [apt] : []), ...[...own].map((command) => command.split(' '))];
}
/** What the user is told to run. The package names are the same on Debian 12 and 13 and on Ubuntu 22.04 and 24.04. */
function installHint(tools) {
    const commands = installCommands(tools).map((argv) => [...(argv[0] === 'apt-get' ? ['sudo'] : []), ...argv].join(' '));
    const there = usesApt() ? '' : ' (the packages have other names on this distribution)';
    const missing = missingInstallers(tools).map(({ name, from }) => `; ${name} itself comes from ${from}`);
    return `Install them: ${commands.join(' && ')}${there}${missing.join('')}`;
}
/** Programs that would install tools and are not here either. */
function missingInstallers(tools) {
    const installers = tools.flatMap(({ from }) => 'apt' in from ? [] : [[from.command.split(' ')[0] ?? '', from.installer]]);
    return [...new Map(installers)]
        .filter(([name]) => (0,machine/* findCommand */.Zv)(name) === undefined)
        .map(([name, from]) => ({ name, from }));
}
/** Whether this is Debian, Ubuntu or a relative (os-release(5)). */
function usesApt() {
    try {
        return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test((0,external_node_fs_.readFileSync)('/etc/os-release', 'utf8'));
    }
    catch {
        return false;
    }
}
async function ask(tool, known) {
    const { name, askedBy = name, versionArgs, version = /^(.*\S)/m, mustMatch, behind } = tool;
    if (versionArgs === undefined)
        return { found: (0,external_node_fs_.existsSync)(name) };
    const path = (0,machine/* findCommand */.Zv)(askedBy);
    if (path === undefined)
        return { found: false };
    const stamp = `${stampOf(path)} ${behind === undefined ? '' : stampOf(atHome(behind))} ${versionArgs.join(' ')}`;
    const before = known[stamp];
    if (before !== undefined)
        return { found: true, version: before, stamp, remembered: true };
    try {
        // Newer rustups would install a toolchain that they are asked about.
        const env = { ...process.env, LC_ALL: 'C', RUSTUP_AUTO_INSTALL: '0' };
        const { stdout, stderr } = await run(path, versionArgs, { env, timeout: ANSWER_MS });
        const said = version.exec(stdout + stderr)?.[1];
        if (said === undefined && mustMatch === true)
            return { found: false };
        return { found: true, version: said ?? 'unknown', stamp };
    }
    catch {
        // A wrapper without what it wraps, such as rustup without the toolchain that was asked for.
        return { found: false };
    }
}
function stampOf(path) {
    const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (found === undefined)
        return `${path} missing`;
    return `${path} ${(0,external_node_fs_.realpathSync)(path)} ${found.ino} ${found.size} ${found.mtimeMs}`;
}
/** rustup's own directory may be elsewhere. */
function atHome(path) {
    const { RUSTUP_HOME } = process.env;
    const moved = RUSTUP_HOME === undefined ? path : path.replace('~/.rustup', RUSTUP_HOME);
    return moved.replace('~', (0,external_node_os_.homedir)());
}
function readMemo(file) {
    try {
        const value = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
        const pairs = typeof value === 'object' && value !== null ? Object.entries(value) : [];
        return Object.fromEntries(pairs.filter((pair) => typeof pair[1] === 'string'));
    }
    catch {
        return {};
    }
}
/** Best effort: without the memo, the tools are asked again. */
function writeMemo(file, memo) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
        const partial = `${file}.${process.pid}`;
        (0,external_node_fs_.writeFileSync)(partial, JSON.stringify(memo));
        (0,external_node_fs_.renameSync)(partial, file);
    }
    catch {
        // A read-only store.
    }
}

;// CONCATENATED MODULE: ./lib/firmware/install.js
/** Installs the tools that a build misses, when the user asks for it and the machine allows it. */






/**
 * Runs the commands that `requireToolchain` would only name.
 * @throws HostError code `cannot-install` with the failing command and what it said
 */
async function installTools(missing, { listener, signal }) {
    if (missing.length === 0)
        return;
    const names = missing.map(({ name }) => name).join(', ');
    const hint = installHint(missing);
    const [installer] = missingInstallers(missing);
    if (installer !== undefined) {
        throw new errors/* HostError */.dh('cannot-install', `cannot install ${names}: ${installer.name} is not installed`, {
            hint,
        });
    }
    const packages = missing.some(({ from }) => 'apt' in from);
    if (packages && !usesApt()) {
        throw new errors/* HostError */.dh('cannot-install', `cannot install ${names}: this is neither Debian nor Ubuntu`, {
            hint,
        });
    }
    const asRoot = packages ? await rootPrefix(names, hint) : [];
    listener({ type: 'stage', title: `installing ${names}` });
    const commands = installCommands(missing);
    const update = ['apt-get', 'update', '--quiet'];
    for (const argv of packages ? [update, ...commands] : commands) {
        const apt = argv[0] === 'apt-get';
        const output = [];
        const code = await runCommand(apt ? [...asRoot, ...argv] : argv, {
            cwd: '/',
            env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
            signal,
            onOutput: (bytes) => output.push(bytes),
        });
        if (code === 0)
            continue;
        const lines = Buffer.concat(output).toString('utf8').trim().split('\n');
        const said = (findBuildError(lines)?.lines ?? lines.slice(-5)).join('\n');
        throw new errors/* HostError */.dh('cannot-install', `"${argv.join(' ')}" failed (${code}):\n${said}`, { hint });
    }
}
/** Nothing as root; sudo where it asks for no password. sudo forgets the environment, so the question is repeated. */
async function rootPrefix(names, hint) {
    if (process.getuid?.() === 0)
        return [];
    try {
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('sudo', ['--non-interactive', 'true']);
    }
    catch (error) {
        throw new errors/* HostError */.dh('cannot-install', `cannot install ${names}: not root, and sudo asks for a password`, {
            hint,
            cause: error,
        });
    }
    return ['sudo', '--non-interactive', 'DEBIAN_FRONTEND=noninteractive'];
}

// EXTERNAL MODULE: ./lib/firmware/manifest.js
var manifest = __webpack_require__(4808);
;// CONCATENATED MODULE: ./lib/firmware/pins.js
/** The one table of pins: what a firmware or a VMM is built from unless the user names something else. */
const PINS = {
    /** 4 January 2023, 242 commits after edk2-stable202211. */
    edk2: {
        version: 'edk2-stable202211-242-g13b97736c8',
        url: 'https://github.com/tianocore/edk2.git',
        commit: '13b97736c876919b9786055829caaa4fa46984b7',
        tree: '3c86dc7643fa08d1257187c1ba93905be5f8e275',
    },
    /**
     * 19 November 2025. It has what upstream hosts need (TDVMCALLs without RBP, since edk2-stable202405), and
     * kata-containers runs its nightly TDs with it (versions.yaml of 22 August 2026). Newer is not better: with
     * edk2-stable202605 TDs of several CPUs timed out there, and it was taken back (its PR 13678).
     */
    currentEdk2: {
        version: 'edk2-stable202511',
        url: 'https://github.com/tianocore/edk2.git',
        commit: '46548b1adac82211d8d11da12dd914f41e7aa775',
        tree: '04b895bfa8277f0f34b883ae3a33b490241d095d',
    },
    /** 26 October 2023, the newest release. */
    tdShim: {
        version: 'v0.8.0',
        url: 'https://github.com/confidential-containers/td-shim.git',
        commit: 'a462a606a5d3e99c273db4dbaa7852c7614364cb',
        tree: 'abdf2dac8436c1570b70e5bff785bd5d80b0a032',
    },
    /** 22 July 2025: the last release that boots both TDVF with a disk and td-shim with a kernel. */
    cloudHypervisor: {
        version: 'v47.0',
        url: 'https://github.com/cloud-hypervisor/cloud-hypervisor.git',
        commit: '62001b65e9d165e489b60d1e5a17e3db22142f30',
        tree: '2994e600babb9c67a51711cb3452bf65de44b7f1',
    },
};
/** Where the submodules come from. Their commits are in the trees that are pinned above. */
const SUBMODULES = {
    openssl: 'https://github.com/openssl/openssl.git',
    brotli: 'https://github.com/google/brotli.git',
    ring: 'https://github.com/briansmith/ring.git',
};

;// CONCATENATED MODULE: ./lib/firmware/recipe.js
/** What a recipe, of a firmware or of a VMM, answers: which source, which tools, which commands, which output. */
/** For people whose machine has no rustup, which installs the compilers of both Rust recipes. */
const RUSTUP_COMES_FROM = 'https://rustup.rs, or the package rustup of Debian 13 and Ubuntu 24.04';

;// CONCATENATED MODULE: ./lib/firmware/cloud-hypervisor.js
/** Cloud Hypervisor with TDX, built like firmware, because its release binaries never have that feature. */


/** `rust-version` in Cargo.toml of the pinned tree. */
const OLDEST_RUST = 83;
const RUSTUP = {
    command: 'rustup toolchain install stable --profile minimal --no-self-update',
    installer: RUSTUP_COMES_FROM,
};
const tools = [
    {
        name: 'rustc',
        versionArgs: ['--version'],
        version: /^(rustc .*\S)/m,
        from: RUSTUP,
        unsuitable: rustProblem,
    },
    { name: 'cargo', versionArgs: ['--version'], version: /^(cargo .*\S)/m, from: RUSTUP },
    { name: 'gcc', versionArgs: ['--version'], version: /^(.*\S)/m, from: { apt: 'gcc' } },
];
const cloudHypervisor = {
    name: 'cloud-hypervisor',
    pins: { documented: PINS.cloudHypervisor, current: PINS.cloudHypervisor },
    submodules: [],
    tools,
    copies: [],
    environment: {
        // Nothing of the user's ~/.cargo is touched, and nothing in it changes the program.
        CARGO_HOME: '{tree}/.cargo-home',
        CARGO_INCREMENTAL: '0',
        CARGO_TERM_COLOR: 'never',
        RUSTFLAGS: '',
        // Its build script asks git for the version, and must not be told that of a repository around the tree.
        GIT_DIR: '/nonexistent',
    },
    steps: (options) => [FETCH, program(options)],
    output: (build) => `target/${build}/cloud-hypervisor`,
};
function rustProblem(version) {
    const minor = Number(/ 1\.(\d+)/.exec(version)?.[1] ?? 0);
    return minor >= OLDEST_RUST ? undefined : `it needs Rust 1.${OLDEST_RUST} or later`;
}
const FETCH = {
    title: 'crates',
    argv: ['cargo', 'fetch', '--locked', '--target', 'x86_64-unknown-linux-gnu'],
    cpuSeconds: 5,
    progress: { line: /^\s*Downloaded /, total: 208, noun: 'crates' },
};
function program({ build, defines }) {
    return {
        title: 'cloud-hypervisor',
        argv: [
            ...['cargo', 'build', '--locked', '--bin', 'cloud-hypervisor'],
            ...(build === 'release' ? ['--release'] : []),
            ...['--features', ['tdx', ...defines].join(',')],
        ],
        cpuSeconds: 400,
        progress: { line: /^\s*Compiling /, total: 125, noun: 'crates' },
    };
}

;// CONCATENATED MODULE: ./lib/firmware/td-shim.js
/** td-shim: the small firmware in Rust that starts a kernel directly, and its variants for other payloads. */


/** What the file rust-toolchain of the pinned tree names. */
const NIGHTLY = 'nightly-2023-08-28';
/** The newest when td-shim v0.8.0 was released, and still; td-shim's own CI installs whatever is the newest. */
const XBUILD = '0.6.6';
/** One command brings compiler, cargo and the library's source; without the last option it would update rustup, too. */
const td_shim_RUSTUP = {
    behind: `~/.rustup/toolchains/${NIGHTLY}-x86_64-unknown-linux-gnu/lib/rustlib/components`,
    from: {
        command: `rustup toolchain install ${NIGHTLY} --profile minimal --component rust-src --no-self-update`,
        installer: RUSTUP_COMES_FROM,
    },
};
const td_shim_tools = [
    { name: 'rustc', versionArgs: [`+${NIGHTLY}`, '--version'], ...td_shim_RUSTUP },
    { name: 'cargo', versionArgs: [`+${NIGHTLY}`, '--version'], ...td_shim_RUSTUP },
    {
        name: 'rust-src',
        askedBy: 'rustup',
        versionArgs: ['component', 'list', '--installed', '--toolchain', NIGHTLY],
        version: /^(rust-src)$/m,
        mustMatch: true,
        ...td_shim_RUSTUP,
    },
    { name: 'gcc', versionArgs: ['--version'], from: { apt: 'gcc' } },
    { name: 'clang', versionArgs: ['--version'], from: { apt: 'clang' } },
    {
        name: 'llvm-ar',
        versionArgs: ['--version'],
        version: /^\s*((?:\S+ )?LLVM version .*\S)/m,
        from: { apt: 'llvm' },
    },
    { name: 'nasm', versionArgs: ['-v'], from: { apt: 'nasm' } },
    // ring makes its assembly files with it.
    { name: 'perl', versionArgs: ['--version'], version: /\((v[\d.]+)\)/, from: { apt: 'perl' } },
    { name: 'patch', versionArgs: ['--version'], from: { apt: 'patch' } },
];
/**
 * td-shim's own builds are the same only for the same user and source path (its issue 604). What makes the difference,
 * found by comparing builds in two places: panic messages have the paths of crates and of Rust's library;
 * the compiler's symbol names depend on the path of Rust's library; the ELF header within a debug image tells the size
 * of debug information, which has the real path of the tree.
 */
const REPRODUCIBLE = {
    // Nor is anything of the user's ~/.cargo touched. A ~/.cargo/config.toml above the tree is read all the same.
    CARGO_HOME: '{tree}/.cargo-home',
    XARGO_RUST_SRC: '{tree}/rust-src/library',
    CARGO_PROFILE_DEV_DEBUG: '0',
    // Even empty it wins over the rustflags of such a file.
    RUSTFLAGS: '',
};
/** `cargo image --release`: boots a Linux kernel (bzImage) that the VMM has loaded. */
const tdShim = variant('td-shim', []);
/** For an ELF or PE payload in the image; its place there is empty. */
const tdShimExecutable = variant('td-shim-executable', ['--payload-type', 'executable']);
/** With td-shim's own example payload, which prints what the TD tells it. */
const tdShimExample = variant('td-shim-example', ['--example-payload']);
function variant(name, options) {
    return {
        name,
        pins: { documented: PINS.tdShim, current: PINS.tdShim },
        // Named in [patch.crates-io] of Cargo.toml: cargo wants it even where nothing uses it.
        submodules: [{ path: 'library/ring', url: SUBMODULES.ring }],
        tools: td_shim_tools,
        copies: [],
        environment: {
            CARGO_INCREMENTAL: '0',
            CARGO_TERM_COLOR: 'never',
            RUSTUP_TOOLCHAIN: NIGHTLY,
            RUSTUP_AUTO_INSTALL: '0',
            CC_x86_64_unknown_none: 'clang',
            AR_x86_64_unknown_none: 'llvm-ar',
            AS: 'nasm',
            // ring makes every warning of a C compiler an error, of newer ones too.
            CFLAGS: '-w',
            PATH: '{tree}/.cargo-home/bin:{path}',
            ...REPRODUCIBLE,
        },
        steps: (build) => [PATCH_RING, MARK_RING, LINK_RUST_SRC, td_shim_FETCH, INSTALL_XBUILD, td_shim_image(options, build)],
        output: (build) => `target/${build}/final.bin`,
    };
}
/** What sh_script/preparation.sh does; its `git reset` is for trees that were patched before. */
const PATCH_RING = {
    title: 'patch of ring',
    argv: ['patch', '--strip=1', '--directory=library/ring', '--input=../patches/ring.diff'],
    cpuSeconds: 0,
};
/** Without a `.git`, ring's build script looks for the generated assembly files of its releases. */
const MARK_RING = {
    title: 'ring as a checkout',
    argv: ['mkdir', '--parents', 'library/ring/.git'],
    cpuSeconds: 0,
};
/** The constant path of XARGO_RUST_SRC. A constant script: only the compiler knows where its library is. */
const LINK_RUST_SRC = {
    title: 'source of the Rust library',
    argv: [
        'sh',
        '-c',
        'ln --symbolic "$(realpath --canonicalize-existing "$(rustc --print sysroot)/lib/rustlib/src/rust")" rust-src',
    ],
    cpuSeconds: 0,
};
/** Fails when Cargo.lock does not name every crate; the commands after it, which xtask starts, do not check. */
const td_shim_FETCH = {
    title: 'crates',
    argv: [
        ...['cargo', 'fetch', '--locked'],
        ...['--target', 'x86_64-unknown-linux-gnu', '--target', 'x86_64-unknown-none'],
    ],
    cpuSeconds: 3,
    progress: { line: /^\s*Downloaded /, total: 151, noun: 'crates' },
};
const INSTALL_XBUILD = {
    title: 'cargo-xbuild',
    argv: ['cargo', 'install', '--locked', '--version', XBUILD, 'cargo-xbuild'],
    cpuSeconds: 20,
    progress: { line: /^\s*Compiling /, total: 28, noun: 'crates' },
};
/** `--features` are those of the crate td-shim, next to `main` and `tdx`. */
function td_shim_image(options, { build, defines }) {
    const release = build === 'release' ? ['--release'] : [];
    const features = defines.length === 0 ? [] : ['--features', defines.join(',')];
    return {
        title: 'firmware',
        argv: ['cargo', '--locked', 'image', ...release, ...options, ...features],
        cpuSeconds: 85,
        progress: { line: /^\s*Compiling /, total: 155, noun: 'crates' },
    };
}

;// CONCATENATED MODULE: ./lib/firmware/tdvf.js
/** TDVF: edk2's firmware for Trust Domains, OvmfPkg/IntelTdx, which boots a disk image. */

/** The first gcc whose default language, C23, the host tools of this edk2 do not compile under. */
const FIRST_GCC_WITH_C23 = 15;
const tdvf = {
    name: 'tdvf',
    pins: { documented: PINS.edk2, current: PINS.currentEdk2 },
    // Of the eight submodules only these are read; MdeModulePkg needs its copy of brotli as an include path.
    submodules: [
        { path: 'CryptoPkg/Library/OpensslLib/openssl', url: SUBMODULES.openssl },
        { path: 'BaseTools/Source/C/BrotliCompress/brotli', url: SUBMODULES.brotli, only: 'c' },
        { path: 'MdeModulePkg/Library/BrotliCustomDecompressLib/brotli', url: SUBMODULES.brotli, only: 'c' },
    ],
    // No python3-distutils: this build does not import it, and newer distributions have no such package.
    tools: [
        { ...tdvf_program('gcc', ['--version']), from: { apt: 'gcc' } },
        { ...tdvf_program('g++', ['--version']), from: { apt: 'g++' } },
        { ...tdvf_program('ld', ['--version']), from: { apt: 'binutils' } },
        { ...tdvf_program('make', ['--version']), from: { apt: 'make' } },
        { ...tdvf_program('nasm', ['-v']), from: { apt: 'nasm' }, unsuitable: nasmProblem },
        { ...tdvf_program('iasl', ['-v'], /^(ASL\+.* version \S+)/m), from: { apt: 'acpica-tools' } },
        { ...tdvf_program('python3', ['--version']), from: { apt: 'python3' } },
        { name: '/usr/include/uuid/uuid.h', from: { apt: 'uuid-dev' } },
    ],
    // edksetup.sh copies these and sets the environment, through a shell that we do not need.
    copies: ['build_rule', 'tools_def', 'target'].map((name) => [
        `BaseTools/Conf/${name}.template`,
        `Conf/${name}.txt`,
    ]),
    // Include paths in .dec files, which edk2's parser wants to exist: MipiSysT since edk2-stable202305, mbedtls since
    // 202311, libspdm since 202405. IntelTdxX64.dsc builds nothing of them.
    directories: [
        'MdePkg/Library/MipiSysTLib/mipisyst/library/include',
        'CryptoPkg/Library/MbedTlsLib/mbedtls/include/mbedtls',
        'CryptoPkg/Library/MbedTlsLib/mbedtls/library',
        'SecurityPkg/DeviceSecurity/SpdmLib/libspdm/include',
    ],
    // GCC5 is the only name up to edk2-stable202302, GCC is there next to it from 202305, and alone from 202605. The
    // older one goes first: the two build alike, and the path of the pin's output has its length in the image.
    renames: [
        {
            from: 'GCC5',
            to: 'GCC',
            when: {
                file: 'BaseTools/Conf/tools_def.template',
                has: '*_GCC_*_*_FAMILY',
                lacks: '*_GCC5_*_*_FAMILY',
            },
        },
    ],
    environment: {
        WORKSPACE: '{tree}',
        EDK_TOOLS_PATH: '{tree}/BaseTools',
        CONF_PATH: '{tree}/Conf',
        PYTHON_COMMAND: 'python3',
        PATH: '{tree}/BaseTools/BinWrappers/PosixLike:{path}',
    },
    steps: (options) => [hostTools(options), firmware(options)],
    output: (build) => `Build/IntelTdx/${build === 'debug' ? 'DEBUG' : 'RELEASE'}_GCC5/FV/OVMF.fd`,
};
function tdvf_program(name, versionArgs, version = /^(.*\S)/m) {
    return { name, versionArgs, version };
}
/** NASM 3 refuses `push strict dword` in 64-bit code, which the pinned tree has (tianocore/edk2 issue 11635). */
function nasmProblem(version) {
    const major = Number(/version (\d+)/.exec(version)?.[1] ?? 0);
    return major < 3 ? undefined : 'it needs nasm 2.15 or 2.16 (tianocore/edk2 issue 11635)';
}
function hostTools({ jobs, version }) {
    const gcc = Number(/ (\d+)\.\d+\.\d+/.exec(version('gcc'))?.[1] ?? 0);
    const standard = gcc >= FIRST_GCC_WITH_C23 ? ['BUILD_CC=gcc -std=gnu17 -Wno-error=unused-but-set-variable'] : [];
    return {
        title: 'host tools',
        argv: ['make', '-C', 'BaseTools/Source/C', '-j', String(jobs), ...standard],
        cpuSeconds: 37,
        progress: { line: /^\s*(?:gcc|g\+\+)\b.* -c /, total: 92, noun: 'files' },
    };
}
/** DEBUG_ON_SERIAL_PORT is asked for with `!ifdef`: `=FALSE` would switch it on, too. */
function firmware({ build, defines, jobs }) {
    const serial = build === 'debug' ? ['DEBUG_ON_SERIAL_PORT=TRUE'] : [];
    return {
        title: 'firmware',
        argv: [
            'build',
            ...['-p', 'OvmfPkg/IntelTdx/IntelTdxX64.dsc', '-a', 'X64', '-t', 'GCC5', '-n', String(jobs)],
            ...['-b', build === 'debug' ? 'DEBUG' : 'RELEASE'],
            ...[...serial, ...defines].flatMap((define) => ['-D', define]),
        ],
        cpuSeconds: 190,
        progress: { line: /^Building \.\.\. /, total: 233, noun: 'modules' },
    };
}

;// CONCATENATED MODULE: ./lib/firmware/recipes.js
/** Every recipe by its name. */



const RECIPES = {
    tdvf: tdvf,
    'td-shim': tdShim,
    'td-shim-executable': tdShimExecutable,
    'td-shim-example': tdShimExample,
    'cloud-hypervisor': cloudHypervisor,
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/firmware/git-command.js
/** Runs git: it asks nothing, runs nothing of a repository's, has named errors, and tries again when a network fails. */




/** Pauses before the second and the third attempt, in milliseconds. */
const PAUSES = [500, 3000];
/**
 * For every git command: objects are checked on arrival, no hook runs, no URL runs a command, nothing goes on in the
 * background, and a silent server is left. git's own keep-alive is one byte a second, so less than that is silence.
 */
const SAFE = [
    'fetch.fsckObjects=true',
    'core.hooksPath=/dev/null',
    'core.fsmonitor=false',
    'protocol.ext.allow=never',
    'protocol.version=2',
    'maintenance.auto=false',
    'gc.auto=0',
    'http.lowSpeedLimit=1',
    'http.lowSpeedTime=60',
].flatMap((setting) => ['-c', setting]);
/** How git reaches a server is the user's to say; which repository it works on is ours (a git hook may have called us). */
const USERS_VARIABLE = /^GIT_(CONFIG|SSH|ASKPASS|HTTP|SSL|PROXY|CURL|TRACE|EXEC_PATH|ALLOW_PROTOCOL)/;
/**
 * Runs git and returns what it printed, trimmed.
 * @throws HostError code `git-missing`, `disk-full`, `unreachable-remote`, `no-such-commit`, `damaged-objects`, `git-failed`
 */
async function git(args, options) {
    const { signal, errand, env, onProgress } = options;
    if ((0,machine/* findCommand */.Zv)('git') === undefined) {
        throw new errors/* HostError */.dh('git-missing', 'git is not installed', { hint: 'sudo apt-get install git' });
    }
    const stdout = [];
    let stderr = '';
    const code = await runCommand(['git', ...SAFE, ...args], {
        cwd: '/',
        env: { ...inherited(), GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C', ...env },
        signal,
        onOutput(bytes, from) {
            if (from === 'stdout') {
                stdout.push(bytes);
                return;
            }
            const text = bytes.toString('utf8');
            stderr = (stderr + text).slice(-20_000);
            const counts = [...text.matchAll(/Receiving objects: +\d+% \((\d+)\/(\d+)\)/g)].at(-1);
            if (counts !== undefined)
                onProgress?.(Number(counts[1]), Number(counts[2]));
        },
    });
    if (code !== 0)
        throw gitError(`${stderr}\nfatal: git ended with ${code}`, errand);
    return Buffer.concat(stdout).toString('utf8').trim();
}
/** Tries again when the network failed, not when a server gave an answer. */
async function withRetry({ signal, listener }, attempt) {
    for (const pause of PAUSES) {
        try {
            return await attempt();
        }
        catch (error) {
            if (!(error instanceof NetworkError))
                throw error;
            listener({ type: 'notice', text: `${error.message}: trying again` });
            await (0,promises_.setTimeout)(pause, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
            signal?.throwIfAborted();
        }
    }
    return attempt();
}
/** An error that may be gone a second later. */
class NetworkError extends errors/* HostError */.dh {
}
/** What git says when trying again is of no use. */
const ANSWERS = [
    {
        // A write that fails after the file was made; git does not always say why.
        says: /No space left on device|Disk quota exceeded|unable to write file/i,
        code: 'disk-full',
        hint: 'Free some space, or name another store.',
    },
    {
        says: /not our ref|unadvertised object|couldn't find remote ref/,
        code: 'no-such-commit',
        hint: 'Check the ref and the repository. A commit that no branch has any more may be gone from its server.',
    },
    {
        says: /fsck error|fsck-objects/,
        code: 'damaged-objects',
        hint: 'Do not build from this repository: git refuses what is in it.',
    },
    {
        says: /not found|not appear to be a git|Authentication failed|Permission denied|could not read (Username|Password)|returned error: 4(?!08|29)\d\d|not allowed|dubious ownership/i,
        code: 'unreachable-remote',
        hint: 'Check the URL and the right to read it, or name a mirror or a local directory as the repository.',
    },
];
/** The error behind a failed git command, from its own words. They may be a server's: one line, and plain. */
function gitError(stderr, errand) {
    const lines = withoutPassword(stderr).split(/[\r\n]+/);
    // The first one is the cause; those after it say what it made impossible.
    const line = lines.find((text) => /^(fatal|error|ssh):/.test(text)) ?? '';
    const said = line
        .replace(/^(fatal|error): /, '')
        .replace(/[^\x20-\x7e]/g, '?')
        .slice(0, 300);
    const answer = ANSWERS.find(({ says }) => says.test(stderr));
    if (errand === undefined && answer?.code !== 'disk-full') {
        return new errors/* HostError */.dh('git-failed', `git failed: ${said}`);
    }
    const failed = errand === undefined ? 'git failed' : `cannot fetch ${errand.wanted} from ${withoutPassword(errand.url)}`;
    if (answer !== undefined)
        return new errors/* HostError */.dh(answer.code, `${failed}: ${said}`, { hint: answer.hint });
    return new NetworkError('unreachable-remote', `${failed}: ${said}`, {
        hint: 'Check the network and the URL, or name a mirror or a local directory as the repository.',
    });
}
/** For messages and manifests: a URL may have a token in it. */
function withoutPassword(text) {
    return text.replace(/(:\/\/)[^/\s]*@/g, '$1***@');
}
function inherited() {
    const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || USERS_VARIABLE.test(name));
    return Object.fromEntries(kept);
}

;// CONCATENATED MODULE: ./lib/firmware/git.js
/** Fetches single commits of git repositories: only those, verified, and without running anything of theirs. */




/** Of all attributes: files are the blobs that were verified, and no filter of the user's settings (git-lfs) runs. */
const ATTRIBUTES = '* -text -ident -filter -working-tree-encoding\n';
/** A name of our own: the user's settings may have something for `origin`. */
const REMOTE = 'remote.tdx-boot';
const WANTED = 'refs/wanted';
/**
 * The bare repository that holds this commit and nothing older, from the cache or fetched now.
 * @throws HostError code `git-missing`, `unreachable-remote`, `no-such-commit`, `damaged-objects`, `wrong-commit`,
 *   `wrong-tree` or `disk-full`
 */
async function fetchCommit(wanted, options) {
    const { cache, scratch, listener } = options;
    const name = wanted.only === undefined ? wanted.commit : `${wanted.commit}-${wanted.only}`;
    const kept = (0,external_node_path_.join)(cache, name);
    const partial = (0,external_node_path_.join)(scratch, name);
    if ((0,external_node_fs_.statSync)(kept, { throwIfNoEntry: false }) !== undefined) {
        if (await isSound(kept, wanted, options))
            return kept;
        listener({ type: 'notice', text: `Not used: ${kept} is damaged; fetching it again` });
        (0,external_node_fs_.renameSync)(kept, partial);
    }
    await withRetry(options, () => fetch(partial, wanted, options));
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(kept), { recursive: true });
    try {
        (0,external_node_fs_.renameSync)(partial, kept);
    }
    catch (error) {
        // Another process has just fetched the same.
        if ((0,external_node_fs_.statSync)(kept, { throwIfNoEntry: false }) === undefined)
            throw error;
    }
    return kept;
}
/** Writes the files of a commit, or of its `only` directory, into `directory`. */
async function checkOut(repository, { url, commit, only }, directory, { scratch, ...options }) {
    const target = (0,external_node_path_.join)(directory, only ?? '');
    (0,external_node_fs_.mkdirSync)(target, { recursive: true });
    const env = { GIT_INDEX_FILE: (0,external_node_path_.join)(scratch, 'index') };
    const where = ['--git-dir', repository, '--work-tree', target];
    const readTree = ['read-tree', '--reset', '-u', only === undefined ? commit : `${commit}:${only}`];
    try {
        if (only === undefined)
            await git([...where, ...readTree], { ...options, env });
        // Blobs that the fetch left out come now, all in one request.
        else
            await git([...where, ...remote(url, only), ...readTree], { ...options, env, ...errand(url, commit) });
    }
    finally {
        (0,external_node_fs_.rmSync)(env.GIT_INDEX_FILE, { force: true });
    }
}
/**
 * The commit that a tag, a branch or a commit names.
 * @throws HostError code `no-such-ref`, `unreachable-remote` or `git-missing`
 */
async function resolveRef(url, ref, options) {
    if (/^[0-9a-f]{40}$/.test(ref))
        return ref;
    // An annotated tag is listed twice; ^{} is the commit that it points at.
    const names = [`refs/tags/${ref}^{}`, `refs/tags/${ref}`, `refs/heads/${ref}`];
    const wanted = `the tag or branch "${ref}"`;
    const listing = await withRetry(options, () => git(['ls-remote', '--quiet', '--', url, ...names], { ...options, errand: { url, wanted } }));
    // A pattern also matches the end of longer names.
    const found = new Map(listing.split('\n').map((line) => line.split('\t').reverse()));
    const commit = names.map((name) => found.get(name)).find((hash) => hash !== undefined);
    if (commit !== undefined)
        return commit;
    throw new errors/* HostError */.dh('no-such-ref', `${withoutPassword(url)} has no tag or branch "${ref}"`, {
        hint: 'Name a tag, a branch or a full commit (40 hex digits).',
    });
}
/** The commit of a submodule as its parent's tree names it; undefined when the tree has none at that path. */
async function submoduleCommit(repository, parent, path, options) {
    const entry = await git(['--git-dir', repository, 'ls-tree', parent, '--', path], options);
    return /^160000 commit ([0-9a-f]{40})/.exec(entry)?.[1];
}
/** The git tree of a commit. */
function treeOf(repository, commit, options) {
    return git(['--git-dir', repository, 'rev-parse', '--verify', `${commit}^{tree}`], options);
}
/** Paths that git would commit below a work tree, relative to it. */
async function workTreeFiles(directory, options) {
    // Named, not searched for: a work tree may belong to another user, such as the one who checked it out in CI.
    const where = ['--git-dir', (0,external_node_path_.join)(directory, '.git'), '--work-tree', directory, '-C', directory];
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const listing = await git([...where, ...args], options);
    return [...new Set(listing.split('\0').filter((path) => path !== ''))];
}
async function isSound(repository, { commit, tree, only }, options) {
    // What `only` left out is missing by a promise; everything that is there is hashed again.
    const partial = only === undefined ? [] : ['-c', `${REMOTE}.promisor=true`];
    const fsck = ['fsck', '--full', '--no-dangling', '--no-progress'];
    try {
        await git(['--git-dir', repository, ...partial, ...fsck], options);
        const found = await treeOf(repository, commit, options);
        return tree === undefined || found === tree;
    }
    catch {
        options.signal?.throwIfAborted();
        return false;
    }
}
/** One attempt. It starts from nothing: an earlier one may have left half a pack. */
async function fetch(repository, wanted, options) {
    const { url, commit, only } = wanted;
    (0,external_node_fs_.rmSync)(repository, { recursive: true, force: true });
    await git(['init', '--quiet', '--bare', '--template=', '--object-format=sha1', repository], options);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(repository, 'info'));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(repository, 'info', 'attributes'), ATTRIBUTES);
    const begun = Date.now();
    const onProgress = (done, total) => options.listener({ type: 'progress', done, total, noun: 'objects', elapsedMs: Date.now() - begun });
    const filter = only === undefined ? [] : ['--filter=blob:none'];
    const sparing = ['--depth=1', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', ...filter];
    await git([
        ...['--git-dir', repository, ...remote(url, only)],
        ...['fetch', '--progress', ...sparing, 'tdx-boot', `${commit}:${WANTED}`],
    ], { ...options, onProgress, ...errand(url, commit) });
    await verify(repository, wanted, options);
    if (only === undefined)
        return;
    const files = (0,external_node_path_.join)(options.scratch, 'only');
    await checkOut(repository, wanted, files, options);
    (0,external_node_fs_.rmSync)(files, { recursive: true, force: true });
}
async function verify(repository, { url, commit, tree }, options) {
    const from = withoutPassword(url);
    const got = await git(['--git-dir', repository, 'rev-parse', '--verify', WANTED], options);
    const kind = await git(['--git-dir', repository, 'cat-file', '-t', WANTED], options);
    if (got !== commit || kind !== 'commit') {
        throw new errors/* HostError */.dh('wrong-commit', `${from} gave the ${kind} ${got} instead of commit ${commit}`, {
            hint: 'Name the commit itself: `git rev-parse NAME^{commit}` prints it.',
        });
    }
    const found = await treeOf(repository, commit, options);
    if (tree !== undefined && found !== tree) {
        throw new errors/* HostError */.dh('wrong-tree', `commit ${commit} of ${from} has the tree ${found}, but the pin says ${tree}`, { hint: 'Two different commits with one name: do not build from this repository.' });
    }
}
/** Named for the one command: the URL, which may have a password in it, stays out of every file. */
function remote(url, only) {
    const partial = only === undefined ? [] : [`${REMOTE}.promisor=true`, `${REMOTE}.partialclonefilter=blob:none`];
    return [`${REMOTE}.url=${url}`, ...partial].flatMap((setting) => ['-c', setting]);
}
function errand(url, commit) {
    return { errand: { url, wanted: `commit ${commit}` } };
}

;// CONCATENATED MODULE: ./lib/firmware/directory.js
/** A source directory of the user's: which files it has, what they add up to, and a copy of them. */





/**
 * SHA-256 over path, kind and content of every file that a build would read: of a git work tree what git would commit,
 * with its submodules, so what an earlier build has left does not count; of any other directory all. A link counts as
 * what it says, not as what it leads to.
 * @throws HostError code `source-unreadable`
 */
function digestDirectory(directory, options) {
    return reading(directory, async () => digestOf(directory, await listFiles(directory, options)));
}
/**
 * Copies those files to another directory, where links stay links.
 * @returns the digest of the copy
 * @throws HostError code `source-unreadable`
 */
function copyDirectory(from, to, options) {
    return reading(from, async () => {
        const files = await listFiles(from, options);
        for (const file of files)
            copyFile((0,external_node_path_.join)(from, file), (0,external_node_path_.join)(to, file));
        return digestOf(to, files);
    });
}
async function reading(directory, body) {
    try {
        return await body();
    }
    catch (error) {
        const code = (0,errors/* codeOf */.$N)(error);
        if (code === undefined || code === 'ENOSPC' || code === 'EDQUOT' || error instanceof errors/* HostError */.dh)
            throw error;
        throw new errors/* HostError */.dh('source-unreadable', `cannot read the source ${directory}: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: 'Every file of the directory must be readable, and stay while it is copied.',
            cause: error,
        });
    }
}
/** Sorted, relative to the directory. */
async function listFiles(directory, options) {
    return (await listBelow(directory, '', options)).sort();
}
async function listBelow(root, below, options) {
    const directory = (0,external_node_path_.join)(root, below);
    const names = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, '.git'))
        ? await workTreeFiles(directory, options)
        : (0,external_node_fs_.readdirSync)(directory).filter((name) => name !== '.git');
    const nested = await Promise.all(names.map(async (name) => {
        const path = (0,external_node_path_.join)(below, name);
        // A file that git knows may be deleted, and a submodule is a directory to it.
        const found = (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(root, path), { throwIfNoEntry: false });
        if (found?.isDirectory() === true)
            return listBelow(root, path, options);
        // Nothing is read from a pipe or a socket that somebody has left there.
        return found?.isFile() === true || found?.isSymbolicLink() === true ? [path] : [];
    }));
    return nested.flat();
}
function digestOf(directory, files) {
    const all = (0,external_node_crypto_.createHash)('sha256');
    for (const file of files) {
        const path = (0,external_node_path_.join)(directory, file);
        const stat = (0,external_node_fs_.lstatSync)(path);
        const kind = stat.isSymbolicLink() ? 'link' : (stat.mode & 0o100) === 0 ? 'file' : 'program';
        const content = stat.isSymbolicLink() ? (0,external_node_fs_.readlinkSync)(path) : (0,external_node_fs_.readFileSync)(path);
        all.update(`${kind} ${file}\0${(0,external_node_crypto_.createHash)('sha256').update(content).digest('hex')}\n`);
    }
    return all.digest('hex');
}
function copyFile(from, to) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(to), { recursive: true });
    if ((0,external_node_fs_.lstatSync)(from).isSymbolicLink())
        (0,external_node_fs_.symlinkSync)((0,external_node_fs_.readlinkSync)(from), to);
    else
        (0,external_node_fs_.copyFileSync)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
}

;// CONCATENATED MODULE: ./lib/firmware/source.js
/** The source of a firmware: which one a request means, and its files in a directory of our own. */






/**
 * What a request means: the pin; a tag, branch or commit of a repository; or a directory as it is now.
 * @throws UsageError code `no-directory`; HostError code `source-unreadable`, or of `resolveRef`
 */
async function resolveSource(recipe, { pins = 'documented', ref, repository }, options) {
    const pin = recipe.pins[pins];
    const directory = repository?.startsWith('/') === true ? repository : undefined;
    if (directory !== undefined && (0,external_node_fs_.statSync)(directory, { throwIfNoEntry: false })?.isDirectory() !== true) {
        throw new errors/* UsageError */.eb('no-directory', `the firmware repository ${directory} is not a directory`, {
            hint: 'Name a git URL, or a directory that has the source.',
        });
    }
    if (directory !== undefined && ref === undefined) {
        return { kind: 'directory', path: directory, digest: await digestDirectory(directory, options) };
    }
    const url = repository ?? pin.url;
    const commit = ref === undefined ? pin.commit : await resolveRef(url, ref, options);
    return { kind: 'git', url, commit, ...(commit === pin.commit ? { tree: pin.tree } : {}) };
}
/**
 * Puts the source with the submodules that the build reads into `tree`, which must not exist.
 * @throws HostError of `fetchCommit`, or code `source-unreadable`, `source-changed` or `submodule-empty`
 */
async function fetchSource(recipe, source, tree, options) {
    return source.kind === 'git'
        ? fetchFromGit(recipe, source, tree, options)
        : fromDirectory(recipe, source, tree, options);
}
async function fetchFromGit(recipe, source, tree, options) {
    const { url, commit } = source;
    options.listener({ type: 'stage', title: `source of ${recipe.name}, commit ${commit.slice(0, 12)}` });
    const repository = await fetchCommit(source, options);
    await checkOut(repository, source, tree, options);
    const submodules = [];
    for (const { path, ...from } of recipe.submodules) {
        const named = await submoduleCommit(repository, commit, path, options);
        // A later tree may have dropped it; then its build needs it no more, or says so.
        if (named === undefined)
            continue;
        options.listener({ type: 'stage', title: `source of ${path}` });
        const wanted = { ...from, commit: named };
        const fetched = await fetchCommit(wanted, options);
        await checkOut(fetched, wanted, (0,external_node_path_.join)(tree, path), options);
        submodules.push({ path, commit: named });
    }
    const gitTree = await treeOf(repository, commit, options);
    return { from: withoutPassword(url), commit, tree: gitTree, submodules };
}
async function fromDirectory({ name, submodules }, { path, digest }, tree, options) {
    options.listener({ type: 'stage', title: `source of ${name}, a copy of ${path}` });
    if ((await copyDirectory(path, tree, options)) !== digest) {
        throw new errors/* HostError */.dh('source-changed', `${path} changed while it was copied`, { hint: 'Build again.' });
    }
    for (const submodule of submodules) {
        const directory = (0,external_node_path_.join)(tree, submodule.path);
        if (!isEmpty(directory))
            continue;
        // A source tarball may have one of two equal submodules.
        const twin = submodules.find(({ path, url }) => url === submodule.url && !isEmpty((0,external_node_path_.join)(tree, path)));
        if (twin === undefined) {
            throw new errors/* HostError */.dh('submodule-empty', `${path} has nothing in ${submodule.path}, which the build reads`, {
                hint: `Run: git -C ${path} submodule update --init --depth 1 ${submodule.path}`,
            });
        }
        (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
        (0,external_node_fs_.cpSync)((0,external_node_path_.join)(tree, twin.path), directory, { recursive: true, verbatimSymlinks: true });
    }
    return { from: path, submodules: [] };
}
function isEmpty(directory) {
    return !(0,external_node_fs_.existsSync)(directory) || (0,external_node_fs_.readdirSync)(directory).length === 0;
}

// EXTERNAL MODULE: ./lib/firmware/store.js
var firmware_store = __webpack_require__(8224);
;// CONCATENATED MODULE: ./lib/firmware/provide.js
/** From a request to a checked image: out of the store, out of the shared cache, or built, in this order. */













/** A process that makes the same image ready may take so long: its build, and another one before it. */
const provide_WAIT_MS = 2 * 60 * 60_000;
/**
 * The image of a request that this machine has. Uses no network but to resolve a tag or a branch.
 * @throws HostError code `not-built`
 */
async function findFirmware(request, options) {
    const planned = await plan(request, options);
    return lookUp(planned, options) ?? notBuilt(planned);
}
/** Where the image of a request is; or will be, and what builds it. */
async function locateFirmware(request, options) {
    const planned = await plan(request, options);
    const entry = lookUp(planned, options);
    if (entry !== undefined)
        return { image: entry.image };
    const name = basename(planned.recipe.output(request.build));
    return { image: options.store.imagePath(planned.keys.key, name), command: buildCommand(request) };
}
/**
 * The image of a request, from the nearest place that has it. Processes that want the same one at once build it once.
 * @throws HostError of the source, the toolchain, the build or the store
 */
async function provideFirmware(request, options) {
    const first = await plan(request, options);
    const found = lookUp(first, options);
    if (found !== undefined)
        return { entry: found, from: 'store' };
    return exclusively(first, options, async () => {
        const made = lookUp(first, options);
        if (made !== undefined)
            return { entry: made, from: 'store' };
        const restored = await restore(first, options);
        if (restored !== undefined)
            return { entry: restored, from: 'cache' };
        const ready = await withTools(first, options);
        const entry = await build(ready, options, (staged, manifest) => options.store.add(staged, manifest));
        await options.remote?.save(entry.manifest.key, entry.directory, options.signal);
        return { entry, from: 'build' };
    });
}
/**
 * Builds the image of a request once more, from a fresh copy of its source, and compares it with the stored one.
 * @throws HostError code `not-built` when the store has none to compare with
 */
async function verifyFirmware(request, options) {
    const planned = await plan(request, options);
    requireToolchain(planned.recipe, planned.toolchain);
    const entry = lookUp(planned, options) ?? notBuilt(planned);
    const { sha256 } = await exclusively(planned, options, () => build(planned, options, (_, manifest) => manifest));
    return { entry, sha256, same: sha256 === entry.manifest.sha256 };
}
function notBuilt({ request, keys }) {
    const { name, build } = request;
    throw new HostError('not-built', `the store has no ${name} (${build}) of this source and these tools: ${keys.key}`, { hint: `Build it: ${buildCommand(request)}` });
}
/** The command that builds what a request means. */
function buildCommand({ name, build, pins, ref, repository, defines }) {
    const options = Object.entries({ build, pins, ref, repository }).flatMap(([option, value]) => value === undefined ? [] : [`--${option}`, value]);
    const extra = defines.flatMap((define) => ['--define', define]);
    return ['tdx-boot', 'firmware', 'build', name, ...options, ...extra].join(' ');
}
async function plan(request, options) {
    const recipe = RECIPES[request.name];
    const [source, toolchain] = await Promise.all([
        resolveSource(recipe, request, options),
        findToolchain(recipe, (0,external_node_path_.join)(options.store.root, 'tool-versions.json')),
    ]);
    return withToolchain({ request, recipe, source, toolchain });
}
function withToolchain(known) {
    const { request, recipe, source, toolchain } = known;
    const inputs = {
        recipe: recipe.name,
        build: request.build,
        source: source.kind === 'git' ? `commit:${source.commit}` : `content:${source.digest}`,
        recipeDigest: recipeDigest(recipe, request, toolchain),
        defines: request.defines,
        arch: process.arch,
        toolchain: toolchain.versions,
    };
    return { ...known, inputs, keys: (0,manifest/* firmwareKey */.nM)(inputs) };
}
/** Of all that the recipe does to a tree. How many commands run at once makes no difference to the image. */
function recipeDigest(recipe, { build, defines }, { versions }) {
    const steps = recipe.steps({ build, defines, jobs: 1, version: (tool) => versions[tool] ?? '' });
    const commands = steps.map(({ argv, cwd }) => [cwd, argv]);
    const { environment, copies, directories, renames, submodules } = recipe;
    return (0,manifest/* digest */.br)([
        BUILD_PATH,
        commands,
        environment,
        copies,
        directories,
        renames,
        submodules,
        recipe.output(build),
    ]);
}
/** Without the tools to build it, an image that any toolchain has built from the same source is the one. */
function lookUp({ recipe, keys, toolchain }, { store, listener }) {
    if (toolchain.missing.length === 0)
        return store.find(keys.key);
    const entry = store.findAny(keys.prefix);
    if (entry !== undefined) {
        const tools = Object.values(entry.manifest.inputs.toolchain).join(', ');
        listener({
            type: 'notice',
            text: `${recipe.name}: this machine cannot build it; this one was built with ${tools}`,
        });
    }
    return entry;
}
function exclusively({ recipe, keys }, options, body) {
    const { store, listener, signal } = options;
    const onWait = () => listener({ type: 'notice', text: `Another process is making ${recipe.name} ready: waiting for it` });
    return (0,lock/* withLock */.k)(store.lockPath(keys.prefix), { signal, onWait, waitMs: provide_WAIT_MS }, body);
}
async function restore({ keys, toolchain }, { remote, store, signal, listener }) {
    if (remote === undefined)
        return undefined;
    const wanted = toolchain.missing.length === 0 ? keys.key : `${keys.prefix}-`;
    return store.withStaging(async (staging) => {
        const directory = (0,external_node_path_.join)(staging, 'entry');
        (0,external_node_fs_.mkdirSync)(directory);
        const key = await remote.restore(keys.key, wanted, directory, signal);
        if (key === undefined)
            return undefined;
        try {
            const manifest = key.startsWith(wanted) ? readManifest(directory, key) : undefined;
            if (manifest === undefined)
                throw new firmware_store/* DamagedImageError */.n3('it has no manifest of that key');
            return store.add(directory, manifest);
        }
        catch (error) {
            if (!(error instanceof firmware_store/* DamagedImageError */.n3))
                throw error;
            listener({ type: 'notice', text: `Not used: ${key} of the shared cache: ${error.message}` });
            return undefined;
        }
    });
}
function readManifest(directory, key) {
    try {
        return (0,manifest/* parseManifest */.Ng)((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, firmware_store/* MANIFEST */.e0), 'utf8'), key);
    }
    catch {
        return undefined;
    }
}
async function withTools(planned, options) {
    const { recipe, toolchain } = planned;
    if (options.installTools !== true || toolchain.missing.length === 0) {
        toolchain_requireToolchain(recipe, toolchain);
        return planned;
    }
    await installTools(toolchain.missing, options);
    const now = await findToolchain(recipe, (0,external_node_path_.join)(options.store.root, 'tool-versions.json'));
    toolchain_requireToolchain(recipe, now);
    return withToolchain({ ...planned, toolchain: now });
}
/** Builds in a private directory; `keep` gets the directory with the image alone, and its manifest. */
async function build({ request, recipe, source, toolchain, inputs, keys }, { store, listener, signal }, keep) {
    return store.withStaging(async (staging) => {
        const tree = (0,external_node_path_.join)(staging, 'source');
        const places = { cache: store.sources, scratch: staging };
        const facts = await fetchSource(recipe, source, tree, { ...places, listener, signal });
        const begun = Date.now();
        const { build, defines } = request;
        const log = store.logPath(keys.key);
        const built = await buildImage(recipe, { tree, build, defines, toolchain, log, listener, signal });
        const name = (0,external_node_path_.basename)(built);
        const entry = (0,external_node_path_.join)(staging, 'entry');
        (0,external_node_fs_.mkdirSync)(entry);
        (0,external_node_fs_.copyFileSync)(built, (0,external_node_path_.join)(entry, name));
        const bytes = (0,external_node_fs_.readFileSync)(built);
        const mrtd = (0,measure/* measureBuilt */.x0)(bytes, recipe.name, log);
        return keep(entry, {
            version: 1,
            key: keys.key,
            inputs,
            image: name,
            size: (0,external_node_fs_.statSync)(built).size,
            sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'),
            ...(mrtd === undefined ? {} : { mrtd }),
            source: facts,
            builtAt: new Date().toISOString(),
            buildSeconds: Math.round((Date.now() - begun) / 1000),
        });
    });
}

;// CONCATENATED MODULE: ./lib/scenario/request.js
/** What the user says of a firmware to build, checked: the same words in a scenario, an input and an option. */

/** Schemes that git fetches from; `ext::` and its kind would run a command. */
const request_URL = /^(https?|ssh|git|file):\/\/./;
/** user@host:path, which git reads as ssh. */
const SCP = /^[\w.-]+@[\w.-]+:./;
/** What git-check-ref-format(1) allows, in ASCII; never an option. */
const REF = /^(?![-./])(?!.*(\.\.|\/\/|@\{))[\w./@+-]+(?<![./])$/;
/** edk2's `build -D`. */
const DEFINE = /^[A-Za-z_]\w*=[\w./:+-]*$/;
/** A cargo feature of td-shim or Cloud Hypervisor. */
const FEATURE = /^[a-z][\w-]*$/;
/**
 * @param base the directory to which a local directory is relative
 * @returns the request with final values, and what is wrong with it
 */
function request_parseRequest({ name, build = 'release', pins, ref, repository, defines = [] }, base) {
    const problems = [];
    if (ref !== undefined && !REF.test(ref)) {
        problems.push({ key: 'ref', message: `"${ref}" is not a tag, a branch or a commit` });
    }
    if (ref !== undefined && pins !== undefined) {
        problems.push({
            key: 'ref',
            message: `"${ref}" already says what "pins: ${pins}" would: give one of them`,
        });
    }
    if (repository !== undefined && /^\w*::/.test(repository)) {
        problems.push({ key: 'repository', message: `"${repository}" is not a git URL or a directory` });
    }
    const [pattern, example] = name === 'tdvf'
        ? [DEFINE, 'a build define such as SECURE_BOOT_ENABLE=TRUE']
        : [FEATURE, 'a cargo feature'];
    for (const define of defines.filter((text) => !pattern.test(text))) {
        problems.push({ key: 'defines', message: `"${define}" is not ${example}` });
    }
    const remote = repository === undefined || request_URL.test(repository) || SCP.test(repository);
    const request = {
        name,
        build,
        ...(pins === undefined ? {} : { pins }),
        ...(ref === undefined ? {} : { ref }),
        ...(repository === undefined ? {} : { repository: remote ? repository : (0,external_node_path_.resolve)(base, repository) }),
        defines,
    };
    return { request, problems };
}

// EXTERNAL MODULE: ./lib/scenario/words.js
var words = __webpack_require__(2943);
;// CONCATENATED MODULE: ./lib/report/safe.js
/**
 * Makes untrusted text safe, one function for each destination. Everything that a guest, a firmware, a VMM or a file
 * name says passes through here, and nowhere else, before it is shown.
 */
/** Control characters, invisible direction marks and line separators: nothing that a reader needs to see. */
const UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
/** For a terminal: no escape sequence and no line break survives. */
function safe_forTerminal(text) {
    return text.replace(UNPRINTABLE, '\ufffd');
}
/**
 * For the log of a workflow job: never a workflow command. The runner reads `::cmd::` at the start of a trimmed line
 * and `##[cmd]` anywhere in it (actions/runner, src/Runner.Common/ActionCommand.cs).
 */
function forJobLog(text) {
    const printable = safe_forTerminal(text).replaceAll('##[', '# #[');
    return /^\s*::/.test(printable) ? `| ${printable}` : printable;
}
/** For Markdown text outside of code: every character that Markdown or HTML gives a meaning is shown as itself. */
function forMarkdown(text) {
    return safe_forTerminal(text)
        .replace(/[\\`*_{}[\]()#+\-.!|~@:]/g, '\\$&')
        .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** A Markdown code span; also safe within a table cell. */
function markdownCode(text) {
    const content = safe_forTerminal(text).replaceAll('|', '\\|');
    const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence} ${content} ${fence}`;
}
/** A fenced Markdown block that its lines cannot close. */
function markdownBlock(lines) {
    const content = lines.map(safe_forTerminal);
    const longest = Math.max(2, ...content.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}text`, ...content, fence].join('\n');
}
/** A single path component: lower-case letters, digits and dashes, never empty, at most 60 characters. */
function forFileName(text) {
    const slug = text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-/, '')
        .slice(0, 60)
        .replace(/-$/, '');
    return slug === '' ? 'boot' : slug;
}

;// CONCATENATED MODULE: ./lib/report/firmware-log.js
/** A firmware build for people: its stage, how far it is, how long it has taken and will take, and its log folded. */


/** How often a log that keeps every line is told of progress. */
const EVERY_MS = 10_000;
/** Lines of a build's log that the job's log shows; the file has all. */
const SHOWN_LINES = 20_000;
/** On a terminal one line that changes; in a file or a pipe a line now and then. */
class FirmwareTerminal {
    #output;
    #pace = new Pace();
    #open = false;
    constructor(output) {
        this.#output = output;
    }
    on = (event) => {
        if (event.type === 'log')
            return;
        const live = this.#output.isTTY === true && event.type === 'progress';
        const text = this.#pace.describe(event, live);
        if (text === undefined)
            return;
        const line = forTerminal(text);
        this.#output.write(`${this.#open ? '\r\x1b[K' : ''}${line}${live ? '' : '\n'}`);
        this.#open = live;
    };
    close() {
        if (this.#open)
            this.#output.write('\r\x1b[K');
        this.#open = false;
    }
}
/** In the log of a workflow job: progress as lines, and at the end what the tools printed, as one folded group. */
class FirmwareJobLog {
    #output;
    #pace = new Pace();
    #log;
    constructor(output) {
        this.#output = output;
    }
    on = (event) => {
        if (event.type === 'log')
            this.#log = event.file;
        const text = this.#pace.describe(event, false);
        if (text !== undefined)
            this.#output.info(forJobLog(text));
    };
    close() {
        if (this.#log === undefined)
            return;
        const lines = (0,external_node_fs_.readFileSync)(this.#log, 'utf8').split('\n');
        this.#output.startGroup(`Build log (${lines.length} lines)`);
        for (const line of lines.slice(0, SHOWN_LINES))
            this.#output.info(forJobLog(line));
        if (lines.length > SHOWN_LINES)
            this.#output.info(`The rest is only in ${this.#log}`);
        this.#output.endGroup();
        this.#log = undefined;
    }
}
/** Puts events into words, and says which progress is worth a line. */
class Pace {
    #title = '';
    #expectedMs;
    #nextMs = 0;
    describe(event, everyUnit) {
        if (event.type === 'notice')
            return event.text;
        if (event.type === 'stage') {
            this.#title = event.title;
            this.#expectedMs = event.expectedMs;
            this.#nextMs = EVERY_MS;
            const expected = event.expectedMs === undefined ? '' : `, about ${seconds(event.expectedMs)}`;
            return `firmware: ${event.title}${expected}`;
        }
        if (event.type === 'log' || (!everyUnit && event.elapsedMs < this.#nextMs))
            return undefined;
        this.#nextMs = event.elapsedMs + EVERY_MS;
        const { done, total, noun, elapsedMs } = event;
        return `firmware: ${this.#title}: ${done} of ${total} ${noun}, ${seconds(elapsedMs)}, ${this.#left(event)}`;
    }
    /** The first units tell little of the speed: until a tenth is done, the earlier measurement is the better guess. */
    #left({ done, total, elapsedMs }) {
        const measured = (elapsedMs * (total - done)) / done;
        const guessed = this.#expectedMs === undefined ? measured : Math.max(0, this.#expectedMs - elapsedMs);
        return `about ${seconds(done * 10 < total ? guessed : measured)} left`;
    }
}
function seconds(ms) {
    return `${Math.round(ms / 1000)} s`;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/action/cache.js
/** The cache service of GitHub Actions, through its own client, as the cache that machines share. */






/** Kept from ncc, which would copy the file that a literal `new URL(\u2026, import.meta.url)` names. */
const HERE = import.meta.url;
/** Beside this source, or in its own bundle beside ours. */
const CLIENT = (0,external_node_url_.fileURLToPath)(new URL(HERE.endsWith('.ts') ? 'cache-client.ts' : '../cache/index.js', HERE));
/** An entry is some 1 MB: slower than this, a build is about as quick. The client alone would try for minutes. */
const DEADLINE_MS = 60_000;
/**
 * The client extracts with `tar -P`, which would write wherever an archive says: `..`, absolute names, through links.
 * With this, GNU tar itself writes nothing: it hands each regular file to a command, which writes it into `entry`.
 */
const EXTRACT_INTO_ENTRY = `--to-command='cat >"entry/\${TAR_FILENAME##*/}"'`;
/** The client's result, or its reason for having none, is at the end of what it prints. */
const TAIL_BYTES = 64 * 1024;
/** A proxy's error page has no place in a notice. */
const SHOWN_CHARACTERS = 500;
/** @returns undefined at once where there is no cache service: asking the client would take 10 s a call */
function actionsCache({ listener }) {
    if (!hasCacheService(process.env))
        return undefined;
    const attempt = async (operation, signal, body) => {
        const late = AbortSignal.timeout(DEADLINE_MS);
        try {
            return await inWorkDir((workDir) => body(workDir, signal === undefined ? late : AbortSignal.any([late, signal])));
        }
        catch (error) {
            signal?.throwIfAborted();
            const why = late.aborted ? `no answer in ${DEADLINE_MS / 1000} s` : (0,errors/* messageOf */.bD)(error);
            listener({ type: 'notice', text: `The shared cache: ${operation} failed: ${why}` });
            return undefined;
        }
    };
    return {
        restore: (key, prefix, directory, signal) => attempt('restore', signal, async (workDir, either) => {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(workDir, 'entry'));
            const env = { TAR_OPTIONS: EXTRACT_INTO_ENTRY };
            const found = await runClient(['restore', key, prefix], workDir, either, env);
            // The directory may be on another file system.
            if (found !== undefined)
                (0,external_node_fs_.cpSync)((0,external_node_path_.join)(workDir, 'entry'), directory, { recursive: true });
            return found;
        }),
        save: async (key, directory, signal) => {
            await attempt('save', signal, async (workDir, either) => {
                (0,external_node_fs_.cpSync)(directory, (0,external_node_path_.join)(workDir, 'entry'), { recursive: true });
                await runClient(['save', key], workDir, either);
            });
        },
    };
}
/**
 * What the client's isFeatureAvailable() looks at (@actions/cache, src/internal/config.ts), the mode that lets it do
 * nothing, and the token without which every call of v2 fails.
 */
function hasCacheService(env) {
    if (env.ACTIONS_CACHE_MODE?.trim().toLowerCase() === 'none')
        return false;
    const host = new URL(env.GITHUB_SERVER_URL || 'https://github.com').hostname;
    const ghes = host !== 'github.com' && !/\.(ghe\.com|localhost)$/.test(host);
    if (ghes || !env.ACTIONS_CACHE_SERVICE_V2)
        return Boolean(env.ACTIONS_CACHE_URL);
    return Boolean(env.ACTIONS_RESULTS_URL && env.ACTIONS_RUNTIME_TOKEN);
}
/** What stays when this process is killed is in RUNNER_TEMP, which the runner empties before and after every job. */
async function inWorkDir(body) {
    // The client resolves links in the names of files, but not in the name of the workspace.
    const parent = (0,external_node_fs_.realpathSync)(process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)());
    const workDir = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'tdx-boot-cache-'));
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(workDir, 'temp'));
        return await body(workDir);
    }
    finally {
        (0,external_node_fs_.rmSync)(workDir, { recursive: true, force: true });
    }
}
/**
 * @returns the key that was restored or saved; none where there is nothing to restore, or no need or no right to save
 * @throws an Error with the client's reason, or the reason of `signal`
 */
async function runClient(args, workDir, signal, env = {}) {
    const tails = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
    const code = await runCommand([process.execPath, CLIENT, ...args], {
        cwd: workDir,
        // The client archives relative to the workspace and leaves its archives in the runner's temporary directory.
        env: { ...process.env, GITHUB_WORKSPACE: workDir, RUNNER_TEMP: (0,external_node_path_.join)(workDir, 'temp'), ...env },
        signal,
        onOutput: (bytes, from) => {
            tails[from] = Buffer.concat([tails[from], bytes]).subarray(-TAIL_BYTES);
        },
    });
    const lines = String(tails.stdout).trimEnd().split('\n');
    const complaint = lines.map(complaintOf).find(Boolean);
    if (complaint !== undefined)
        throw new Error(complaint);
    if (code !== 0)
        throw new Error(crashOf(String(tails.stderr)) ?? `exit code ${code}`);
    return keyOf(lines.at(-1) ?? '');
}
/** The client rejects for few reasons; of the others it warns, as a command for the runner, escaped for it. */
function complaintOf(line) {
    const text = /^::(?:warning|error)[^:]*::(.*)$/.exec(line)?.[1];
    return text
        ?.slice(0, SHOWN_CHARACTERS)
        .replace(/(?:%0[AD])+/g, ' ')
        .replaceAll('%25', '%');
}
/** `Error [ERR_MODULE_NOT_FOUND]: Cannot find\u2026`, which Node prints below the line of source that has thrown it. */
function crashOf(stderr) {
    return /^\w*Error\b[^:]*: .*$/m.exec(stderr)?.[0].slice(0, SHOWN_CHARACTERS);
}
function keyOf(line) {
    try {
        const value = JSON.parse(line);
        const found = typeof value === 'object' && value !== null && 'key' in value ? value.key : undefined;
        return typeof found === 'string' ? found : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/action/firmware-options.js
/** A firmware made ready within a step of a job: the store, the shared cache behind it, and the job's log. */




/** Runs `body` with what provideFirmware() needs; the log of a build is folded at its end. */
async function inJobLog(body, signal) {
    const log = new FirmwareJobLog(core);
    const { on: listener } = log;
    const remote = actionsCache({ listener });
    try {
        const store = new firmware_store/* Store */.il((0,firmware_store/* defaultRoot */.cc)(), { listener });
        return await body({ store, listener, signal, ...(remote === undefined ? {} : { remote }) });
    }
    finally {
        log.close();
    }
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/scenario/source.js
/** A parsed YAML file that can say where each of its values stands, so that every error points at its cause. */



/** Several problems of one file, in the order of the file, as one error. */
class source_ScenarioError extends errors/* UsageError */.eb {
    problems;
    constructor(problems) {
        const sorted = [...problems].sort((a, b) => a.where.line - b.where.line || a.where.column - b.where.column);
        super('bad-scenario', sorted.map(({ where, message }) => `${formatWhere(where)}: ${message}`).join('\n'));
        this.problems = sorted;
    }
}
function formatWhere({ file, line, column }) {
    return `${file}:${line}:${column}`;
}
class source_Source {
    file;
    #document;
    #lines = new LineCounter();
    #schema;
    #value;
    /**
     * @param schema gives the JSON Schema of the file, from which misspelt keys are recognised; called when there are any
     * @throws ScenarioError when the text is not YAML
     */
    constructor(file, text, schema) {
        this.file = file;
        this.#schema = schema;
        this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, uniqueKeys: true });
        const problems = this.#document.errors.map((error) => ({
            where: this.#at(error.pos[0]),
            message: this.#reword(error.code, error.pos[0]) ?? error.message,
        }));
        visit(this.#document, {
            Alias: (_, alias) => {
                if (alias.resolve(this.#document) !== undefined)
                    return;
                const message = `*${alias.source} has no anchor &${alias.source} before it`;
                problems.push({ where: this.#at(alias.range?.[0] ?? 0), message });
            },
        });
        if (problems.length > 0)
            throw new source_ScenarioError(problems);
        this.#value = this.#evaluate();
    }
    value() {
        return this.#value;
    }
    /** Where a value stands; for a key that is not there, where its parent stands. */
    where(path) {
        for (let length = path.length; length >= 0; length--) {
            const node = this.#document.getIn(path.slice(0, length), true);
            if (isNode(node) && node.range)
                return this.#at(node.range[0]);
        }
        return this.#at(0);
    }
    /** Where a key of a mapping stands. */
    whereKey(path, key) {
        const map = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
        const pair = isMap(map) ? map.items.find((item) => isPair(item) && String(item.key) === key) : undefined;
        return isNode(pair?.key) && pair.key.range ? this.#at(pair.key.range[0]) : this.where(path);
    }
    /** The problems that validation found, worded for the author of the file. */
    problems(error) {
        return error.issues.flatMap((issue) => this.#problem(issue, issue.path));
    }
    /** The library's words for two mistakes, in those of the file's author. */
    #reword(code, offset) {
        if (code === 'MULTIPLE_DOCS')
            return 'a scenario file holds one scenario: --- begins a second';
        if (code !== 'DUPLICATE_KEY')
            return undefined;
        let key;
        visit(this.#document, {
            Pair: (_, pair) => {
                if (isNode(pair.key) && pair.key.range?.[0] === offset)
                    key = String(pair.key);
            },
        });
        return key === undefined ? undefined : `key "${key}" is given twice`;
    }
    #evaluate() {
        try {
            return this.#document.toJS();
        }
        catch (error) {
            // Aliases that multiply without end.
            throw new source_ScenarioError([{ where: this.#at(0), message: messageOf(error) }]);
        }
    }
    #problem(issue, path) {
        const where = this.where(path);
        const name = path.length === 0 ? 'the scenario' : formatPath(path);
        const value = valueAt(this.#value, path);
        switch (issue.code) {
            case 'unrecognized_keys':
                return issue.keys.map((key) => ({
                    where: this.whereKey(path, key),
                    message: strangeKey(key, name, keySets(this.#schema(), path), value),
                }));
            case 'invalid_union':
                return this.#unionProblem(issue, path);
            case 'invalid_value': {
                const known = issue.values.map(String);
                const only = typeof issue.values[0] === 'number' ? `the number ${known[0]}` : known[0];
                const expected = known.length === 1 ? only : `one of ${known.join(', ')}`;
                if (value === undefined)
                    return [{ where, message: `${name} is missing (${expected})` }];
                return [{ where, message: `${name}: ${quoted(value)} is not ${expected}${meant(value, known)}` }];
            }
            default: {
                if (value === null && path.length === 0)
                    return [{ where, message: 'the scenario is empty' }];
                if (value === undefined)
                    return [{ where, message: `${name} is missing` }];
                const own = !issue.message.startsWith('Invalid input');
                const complaint = own || issue.code !== 'invalid_type' ? issue.message : `is not ${article(issue.expected)}`;
                return [{ where, message: `${name}: ${quoted(value)} ${complaint}` }];
            }
        }
    }
    /** Of a union's branches, the one that the author most likely meant: the one with the fewest complaints. */
    #unionProblem(issue, path) {
        const known = keySets(this.#schema(), path).flat();
        const weight = (inner) => {
            if (inner.path.length > 0)
                return 1;
            if (inner.code !== 'unrecognized_keys')
                return 10;
            // A key of another branch says more than a misspelt one.
            return inner.keys.reduce((sum, key) => sum + (known.includes(key) ? 5 : 1), 0);
        };
        const weigh = (issues) => issues.reduce((sum, inner) => sum + weight(inner), 0);
        const best = [...issue.errors].sort((a, b) => weigh(a) - weigh(b))[0] ?? [];
        // A key that is missing because it is misspelt is one mistake, not two.
        const misspelt = best.filter((inner) => inner.code === 'unrecognized_keys');
        return (misspelt.length > 0 ? misspelt : best).flatMap((inner) => this.#problem(inner, [...path, ...inner.path]));
    }
    #at(offset) {
        const { line, col } = this.#lines.linePos(offset);
        return { file: this.file, line, column: col };
    }
}
/** A key that is misspelt, or that belongs to another kind of entry. */
function strangeKey(key, name, kinds, value) {
    const own = kinds.filter((keys) => keys.includes(key));
    const rival = Object.keys(asRecord(value)).find((other) => !own.some((keys) => keys.includes(other)));
    if (own.length === 0 || rival === undefined) {
        return `unknown key "${key}" in ${name}${meant(key, kinds.flat())}`;
    }
    return `key "${key}" does not go with "${rival}" in ${name}`;
}
/** ` (did you mean "steps"?)` when a known name is near. */
function meant(word, known) {
    if (typeof word !== 'string' || known.includes(word))
        return '';
    const near = known
        .map((name) => ({ name, distance: shortens(word, name) ? 0 : leven(word.toLowerCase(), name) }))
        .sort((a, b) => a.distance - b.distance)[0];
    const close = near !== undefined && near.distance <= Math.max(1, Math.floor(near.name.length / 3));
    return close ? ` (did you mean "${near.name}"?)` : '';
}
/** `warn` for `warning`. */
function shortens(word, name) {
    return word.length > 2 && word !== name && name.startsWith(word.toLowerCase());
}
/** `steps[2].within`: list positions count from 1, as people do. */
function formatPath(path) {
    return path
        .map((part, index) => typeof part === 'number' ? `[${part + 1}]` : `${index === 0 ? '' : '.'}${String(part)}`)
        .join('');
}
/** The keys that the schema knows at a path, one set for each branch of a union. */
function keySets(schema, path) {
    let level = branches(schema);
    for (const part of path) {
        level = level.flatMap((node) => branches(typeof part === 'number' ? node.items : asRecord(node.properties)[String(part)]));
    }
    return level.map((node) => Object.keys(asRecord(node.properties)));
}
function branches(schema) {
    const node = asRecord(schema);
    return Array.isArray(node.anyOf) ? node.anyOf.flatMap(branches) : [node];
}
function asRecord(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}
function valueAt(value, path) {
    return path.reduce((at, part) => {
        if (Array.isArray(at))
            return at[Number(part)];
        return asRecord(at)[String(part)];
    }, value);
}
function quoted(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object' && value !== null)
        return 'a mapping';
    const text = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
function article(type) {
    const names = {
        array: 'a list',
        object: 'a mapping',
        string: 'a text',
        int: 'a whole number',
    };
    return names[type] ?? `a ${type}`;
}

// EXTERNAL MODULE: ./node_modules/@eslint-community/regexpp/index.mjs
var regexpp = __webpack_require__(1895);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/console/regexp.js
/** Runs regular expressions on hostile text without ever stalling: linear where V8 can, under a time limit elsewhere. */




/**
 * The regex syntax that every supported Node runs. What came later ((?i:...), a name used twice) would make a scenario
 * that is valid on one machine and not on the next.
 */
const regexp_SYNTAX = { ecmaVersion: 2024 };
/** The longest time, in milliseconds, that a guarded expression may take on one line. */
const GUARD_MS = 100;
/*
 * V8 backtracks first, and past this many steps starts over with its breadth-first engine, which is linear in the
 * text (https://v8.dev/blog/non-backtracking-regexp). The limit costs about 20 \u00b5s on a line that reaches it; V8's own
 * default of 50,000 costs 1.5 ms, which a guest that floods such lines would turn into a stall.
 */
external_node_v8_.setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');
external_node_v8_.setFlagsFromString('--regexp-backtracks-before-fallback=2000');
/** Compiles an expression; `i` is spelt out as character classes because the linear engine cannot ignore case. */
function regexp_linearRegExp(source, flags) {
    const plain = flags.includes('i') && !/[uv]/.test(flags) ? withoutCase(source) : undefined;
    const [body, rest] = plain === undefined ? [source, flags] : [plain, flags.replace('i', '')];
    const regex = new RegExp(body, `${rest.replace('g', '')}g`);
    if (!runsLinearly(body, rest))
        return { linear: false, exec: guarded(regex) };
    return {
        linear: true,
        exec(text, from) {
            regex.lastIndex = from;
            return regex.exec(text);
        },
    };
}
/** Asks V8 itself: with the engine's own flag `l`, it refuses to compile what that engine cannot run. */
function runsLinearly(source, flags) {
    v8.setFlagsFromString('--enable-experimental-regexp-engine');
    try {
        new RegExp(source, `${flags.replace('g', '')}l`);
        return true;
    }
    catch {
        return false;
    }
    finally {
        v8.setFlagsFromString('--no-enable-experimental-regexp-engine');
    }
}
/** Only a `vm` script can be interrupted inside a regular expression; it costs about 0.2 ms a call. */
function guarded(regex) {
    const context = { regex, text: '' };
    vm.createContext(context);
    const script = new vm.Script('regex.exec(text)');
    return (text, from) => {
        regex.lastIndex = from;
        context.text = text;
        try {
            return script.runInContext(context, { timeout: GUARD_MS });
        }
        catch (error) {
            throw new HostError('pattern-too-slow', `/${regex.source}/ took more than ${GUARD_MS} ms on one line`, {
                hint: 'It uses lookaround, a back-reference or a counted group, which cannot run in linear time: rewrite it.',
                cause: error,
            });
        }
    };
}
/** The same expression with every ASCII letter spelt in both cases; undefined when a part has no such spelling. */
function withoutCase(source) {
    const ast = new RegExpParser(regexp_SYNTAX).parsePattern(source);
    const edits = [];
    let possible = true;
    visitRegExpAST(ast, {
        onCharacterEnter(character) {
            if (character.value > 0x7f)
                possible = false;
            const letter = String.fromCodePoint(character.value);
            if (!/[a-z]/i.test(letter) || character.parent.type === 'CharacterClassRange')
                return;
            const both = letter.toLowerCase() + letter.toUpperCase();
            const text = character.parent.type === 'CharacterClass' ? both : `[${both}]`;
            edits.push({ start: character.start, end: character.end, text });
        },
        onCharacterClassRangeEnter(range) {
            const text = bothCases(range.min.value, range.max.value);
            if (text === undefined)
                possible = false;
            else
                edits.push({ start: range.start, end: range.end, text });
        },
        onBackreferenceEnter() {
            possible = false;
        },
    });
    if (!possible)
        return undefined;
    edits.sort((a, b) => b.start - a.start);
    return edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}
/** `a-f` as `a-fA-F`; ranges that hold no letters stay; mixed ranges have no short spelling. */
function bothCases(min, max) {
    const first = String.fromCodePoint(min);
    const last = String.fromCodePoint(max);
    const spelt = `${escapeInClass(first)}-${escapeInClass(last)}`;
    if (/^[a-z]{2}$/i.test(first + last) && first < 'a' === last < 'a') {
        return `${first.toLowerCase()}-${last.toLowerCase()}${first.toUpperCase()}-${last.toUpperCase()}`;
    }
    const holdsLetters = (min <= 0x5a && max >= 0x41) || (min <= 0x7a && max >= 0x61) || max > 0x7f;
    return holdsLetters ? undefined : spelt;
}
function escapeInClass(character) {
    return /[\\\]^-]/.test(character) ? `\\${character}` : character;
}

;// CONCATENATED MODULE: ./lib/console/pattern.js
/** What a scenario looks for: literal text or /regex/flags, with the facts that decide how and when it is judged. */



const REGEX_FORM = /^\/(.+)\/([a-z]*)$/s;
/**
 * Reads `/regex/flags` (flags i, m, s, u, v) or, for any other text, a literal.
 * @throws UsageError code `bad-pattern` with the reason
 */
function pattern_parsePattern(source) {
    const form = REGEX_FORM.exec(source);
    if (form?.[1] !== undefined) {
        return regexPattern(source, form[1], form[2] ?? '');
    }
    if (source === '') {
        throw new UsageError('bad-pattern', 'an empty pattern matches everything');
    }
    if (/[\r\n]/.test(source)) {
        throw new UsageError('bad-pattern', `${JSON.stringify(source)} contains a line break`, ONE_LINE);
    }
    return literalPattern(source);
}
/** A pattern of our own (a signature or milestone): trusted to be linear, always judged on settled text. */
function trustedPattern(regex) {
    const ast = new RegExpParser(SYNTAX).parsePattern(regex.source);
    return fromRegExp(regex.source, ast, false, linearRegExp(regex.source, regex.flags));
}
const ONE_LINE = { hint: 'Patterns are matched within one line; use one step per line.' };
function literalPattern(literal) {
    const needle = longestRun(literal);
    return {
        source: literal,
        shown: JSON.stringify(literal),
        needles: needle === undefined ? undefined : [needle],
        instant: true,
        groups: [],
        exec(text, from) {
            const start = text.indexOf(literal, from);
            return start < 0 ? undefined : { start, end: start + literal.length, groups: {} };
        },
    };
}
function regexPattern(source, body, flags) {
    if (/[^imsuv]/.test(flags)) {
        const bad = [...flags].filter((flag) => !'imsuv'.includes(flag)).join('');
        throw new UsageError('bad-pattern', `${source}: flag "${bad}" has no meaning here`, {
            hint: 'Known flags: i (ignore case), s, m, u, v. To look for a path as it stands, write it as /\\/dev\\/sda/.',
        });
    }
    if (new Set(flags).size < flags.length || /u.*v|v.*u/.test(flags)) {
        throw new UsageError('bad-pattern', `${source}: flags "${flags}" do not go together`);
    }
    let ast;
    let regex;
    try {
        const unicode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
        ast = new RegExpParser(SYNTAX).parsePattern(body, 0, body.length, unicode);
        regex = linearRegExp(body, flags);
    }
    catch (error) {
        throw new UsageError('bad-pattern', `${source}: ${messageOf(error)}`);
    }
    const traits = traitsOf(ast);
    if (traits.lineBreak) {
        throw new UsageError('bad-pattern', `${source} looks for a line break`, ONE_LINE);
    }
    if (regex.exec('', 0) !== null) {
        throw new UsageError('bad-pattern', `${source} matches the empty line, so it would match everything`);
    }
    const pattern = fromRegExp(source, ast, traits.instant, regex);
    // Unicode case folding makes K match the Kelvin sign: no ASCII needle is safe then.
    return flags.includes('i') && /[uv]/.test(flags) ? { ...pattern, needles: undefined } : pattern;
}
function fromRegExp(source, ast, instant, regex) {
    const groups = [];
    visitRegExpAST(ast, {
        onCapturingGroupEnter(group) {
            if (group.name !== null && !groups.includes(group.name))
                groups.push(group.name);
        },
    });
    return {
        source,
        shown: source,
        needles: needlesOfAny(ast.alternatives),
        instant,
        groups,
        exec(text, from) {
            const found = regex.exec(text, from);
            if (found === null)
                return undefined;
            const end = instant ? earliestEnd(regex, text, from) : found.index + found[0].length;
            return { start: Math.min(found.index, end), end, groups: definedGroups(found) };
        },
    };
}
/** The shortest prefix that matches: what a reader of single bytes would have decided on, whatever the chunking. */
function earliestEnd(regex, text, from) {
    let low = from;
    let high = text.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (regex.exec(text.slice(0, middle), from) === null)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function definedGroups(found) {
    const groups = {};
    for (const [name, value] of Object.entries(found.groups ?? {})) {
        if (value !== undefined)
            groups[name] = value;
    }
    return groups;
}
function traitsOf(ast) {
    let instant = true;
    let lineBreak = false;
    visitRegExpAST(ast, {
        onAssertionEnter(assertion) {
            const openEnded = assertion.kind === 'end' || assertion.kind === 'word' || assertion.kind === 'lookahead';
            if (openEnded)
                instant = false;
        },
        onCapturingGroupEnter(group) {
            if (group.name !== null)
                instant = false;
        },
        onCharacterEnter(character) {
            const { parent, value } = character;
            const needed = parent.type === 'Quantifier' ? parent.min > 0 : parent.type === 'Alternative';
            if (needed && (value === 0x0a || value === 0x0d))
                lineBreak = true;
        },
    });
    return { instant, lineBreak };
}
/** One needle for each alternative, or undefined when some alternative has none. */
function needlesOfAny(alternatives) {
    const needles = [];
    for (const alternative of alternatives) {
        const best = needlesOfSequence(alternative.elements);
        if (best === undefined)
            return undefined;
        needles.push(...best);
    }
    return needles;
}
/** The needle set of a concatenation: its longest literal run, or that of a group inside which is better. */
function needlesOfSequence(elements) {
    let best;
    let run = '';
    const consider = (candidate) => {
        if (candidate !== undefined && weakest(candidate) > weakest(best ?? []))
            best = candidate;
    };
    const endRun = () => {
        const needle = longestRun(run);
        run = '';
        consider(needle === undefined ? undefined : [needle]);
    };
    for (const element of elements) {
        if (element.type === 'Character') {
            run += String.fromCodePoint(element.value);
            continue;
        }
        // An assertion takes no characters: the text on both sides stays adjacent.
        if (element.type === 'Assertion')
            continue;
        endRun();
        if (element.type === 'Group' || element.type === 'CapturingGroup') {
            consider(needlesOfAny(element.alternatives));
        }
        else if (element.type === 'Quantifier' && element.min > 0) {
            consider(needlesOfSequence([element.element]));
        }
    }
    endRun();
    return best;
}
function weakest(needles) {
    return needles.length === 0 ? 0 : Math.min(...needles.map((needle) => needle.length));
}
/** Long enough to be rare, short enough to keep the automaton small. */
const NEEDLE_LENGTH = 24;
/** The longest run of printable ASCII, lower-cased as the scanner folds case; undefined when there is none. */
function longestRun(text) {
    const runs = text.split(/[^\x20-\x7e]+/).sort((a, b) => b.length - a.length);
    const longest = runs[0]?.slice(0, NEEDLE_LENGTH).toLowerCase();
    return longest === '' ? undefined : longest;
}

;// CONCATENATED MODULE: ./lib/tdx/registers.js
/** The measurement registers of a TD, how they are extended, and the comparison of what they should hold with what they do. */

/** MRTD is fixed before the TD runs; the four RTMRs are extended while it boots. */
const registers_REGISTERS = (/* unused pure expression or super */ null && (['mrtd', 'rtmr0', 'rtmr1', 'rtmr2', 'rtmr3']));
const RTMRS = (/* unused pure expression or super */ null && (['rtmr0', 'rtmr1', 'rtmr2', 'rtmr3']));
const REGISTER_BYTES = 48;
/** An RTMR before its first event. */
const ZERO = '00'.repeat(REGISTER_BYTES);
/** Of the parts, one after the other. */
function sha384(...parts) {
    const hash = createHash('sha384');
    for (const part of parts)
        hash.update(part);
    return hash.digest('hex');
}
/** Of the bytes and so many zeros that they are `size` bytes together. */
function sha384Padded(bytes, size) {
    const hash = createHash('sha384').update(bytes);
    const zeros = new Uint8Array(0x1_0000);
    for (let left = size - bytes.length; left > 0; left -= zeros.length)
        hash.update(zeros.subarray(0, left));
    return hash.digest('hex');
}
/** TDG.MR.RTMR.EXTEND: SHA-384 of the register and the digest (Intel TDX module ABI specification). */
function extend(register, digest) {
    return createHash('sha384').update(register, 'hex').update(digest, 'hex').digest('hex');
}
/** What an RTMR holds after these events. */
function replay(digests) {
    // The register, then the digest that it is extended with: decoding the register each time takes as long as hashing.
    const both = Buffer.alloc(2 * REGISTER_BYTES);
    for (const digest of digests) {
        both.write(digest, REGISTER_BYTES, 'hex');
        createHash('sha384').update(both).digest().copy(both);
    }
    return both.toString('hex', 0, REGISTER_BYTES);
}
/** One row for each register that something is expected of, in the order of the registers. */
function compareRegisters(expected, observed) {
    return registers_REGISTERS.flatMap((register) => {
        const wanted = expected[register]?.toLowerCase();
        if (wanted === undefined)
            return [];
        const found = observed[register]?.toLowerCase();
        if (found === undefined)
            return [{ register, expected: wanted, verdict: 'not-observed' }];
        const verdict = found === wanted ? 'equal' : 'different';
        return [{ register, expected: wanted, observed: found, verdict }];
    });
}

;// CONCATENATED MODULE: ./lib/scenario/measurements.js
/** What a scenario asserts of the measurement registers of its Trust Domain. */

/** The word of a guest's command line that makes the probe print its event log. */
const measurements_PROBE_PRINTS_LOG = 'tdx-boot.probe=ccel';
/** The assertions in the order of the registers. */
function measurements_assertionsOf(asserted, where) {
    return REGISTERS.flatMap((register) => {
        const holds = asserted[register]?.toLowerCase();
        return holds === undefined ? [] : [{ register, holds, where: where(['measurements', register]) }];
    });
}
/** @param resolve gives the absolute path of a file */
function measurements_measuringOf(asserted, resolve) {
    const { order, events, 'acpi-tables': acpiTables } = asserted;
    return {
        ...(order === undefined ? {} : { order }),
        ...(events === undefined ? {} : { events }),
        ...(acpiTables === undefined ? {} : { acpiTables: resolve(acpiTables) }),
    };
}
/** Why the assertions of this file can never hold, each with its place. */
function measurements_measurementProblems({ measurements, platform }, guest) {
    if (measurements === undefined)
        return [];
    const path = ['measurements'];
    if (platform !== undefined && platform !== 'tdx') {
        const message = `measurements: a guest on platform ${platform} has no measurements`;
        return [{ path, message }];
    }
    const asserted = REGISTERS.filter((register) => measurements[register] !== undefined);
    if (asserted.length === 0) {
        return [{ path, message: `measurements asserts no register: give one of ${REGISTERS.join(', ')}` }];
    }
    const replayed = asserted.find((register) => measurements[register] === 'replay');
    if (replayed === undefined || guest?.initrd !== 'probe' || printsLog(guest.cmdline))
        return [];
    const message = `measurements.${replayed}: replay needs the event log: add ${measurements_PROBE_PRINTS_LOG} to guest.cmdline`;
    return [{ path: [...path, replayed], message }];
}
/** Whether the guest's event log is needed. */
function measurements_needsLog({ measurements = {} }) {
    return REGISTERS.some((register) => measurements[register] === 'replay');
}
function printsLog(cmdline = '') {
    return cmdline.split(' ').includes(measurements_PROBE_PRINTS_LOG);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
;// CONCATENATED MODULE: ./lib/tdx/event-profiles.js
/** Which events which edk2 measures: what changed from one release to the next, as data. */
/**
 * BootOrder holds 0000 alone, which is UiApp in the image: flags 0x109, its name, FvVol(7CB8BDC9-\u2026)/FvFile(462CAA21-\u2026).
 * Digest 23ada07f\u2026 in two event logs.
 */
const UI_APP = {
    order: '0000',
    option: '090100002c0055006900410070007000000004071400c9bdb87cebf8344faaea3ee4af6516a1' +
        '0406140021aa2c4614760345836e8ab6f46623317fff0400',
};
const ACPI = '935343cf16 (AcpiPlatformDxe measures ACPI)';
const SEPARATOR = 'efaf8931bb (separator to RTMR1)';
const OTHER_OPTIONS = 'd433b4c8e4 and 716f150a8b (other boot options)';
const PREFIX = 'a2ac0fea49 (initrd=initrd before the command line)';
/** The pin first, then the releases in the order of their time. */
const EVENT_PROFILES = [
    {
        id: 'edk2-13b97736',
        releases: 'the pinned commit',
        acpi: false,
        separator: 'rtmr0',
        initrd: 'after-cmdline',
        boot: UI_APP,
        source: `edk2 13b97736, which lacks ${ACPI} and ${SEPARATOR}`,
    },
    {
        id: 'edk2-stable202302',
        releases: 'edk2-stable202302 to 202408',
        acpi: true,
        separator: 'rtmr0',
        initrd: 'after-cmdline',
        boot: UI_APP,
        source: `edk2 ${ACPI}, before ${SEPARATOR}; event log CCEL_data_ovmf of confidential-containers/trustee`,
    },
    {
        id: 'edk2-stable202411',
        releases: 'edk2-stable202411 and 202502',
        acpi: true,
        separator: 'rtmr1',
        initrd: 'after-cmdline',
        boot: UI_APP,
        source: `edk2 ${SEPARATOR}, before ${OTHER_OPTIONS}; canonical-defaults of fortanix/tdx-measure`,
    },
    {
        id: 'edk2-stable202505',
        releases: 'edk2-stable202505',
        acpi: true,
        separator: 'rtmr1',
        initrd: 'after-cmdline',
        source: `edk2 ${OTHER_OPTIONS}, before ${PREFIX}`,
    },
    {
        id: 'edk2-stable202508',
        releases: 'edk2-stable202508 to 202605',
        acpi: true,
        separator: 'rtmr1',
        initrd: 'before-cmdline',
        source: `edk2 ${PREFIX}`,
    },
];

// EXTERNAL MODULE: ./lib/tdx/mrtd.js + 2 modules
var mrtd = __webpack_require__(6591);
;// CONCATENATED MODULE: ./lib/scenario/schema.js
/** The scenario file as its author writes it: the one definition behind validation and the editors' JSON Schema. */





const duration = schemas/* string */.YjP('is not a duration such as 500ms, 60s, 3m or 1h')
    .regex(/^(?!0+(\.0+)?[a-z])\d+(\.\d+)?(ms|s|m|h)$/, 'is not a duration such as 500ms, 60s, 3m or 1h')
    .describe('A length of time: 500ms, 60s, 3m, 1h');
const size = schemas/* string */.YjP('is not a size such as 512M or 1G')
    .regex(/^[1-9]\d*[KMG]$/, 'is not a size such as 512M or 1G')
    .describe('A number of bytes: 512M, 1G');
const path = schemas/* string */.YjP().min(1, 'is empty').describe('A file, relative to the scenario file');
/** A vsock context id and port are 32-bit numbers; one that is too large is QEMU's to refuse. */
const QUOTE_SOCKET = /^(vsock:\d{1,10}:\d{1,10}|unix:\/.+)$/;
const pattern = schemas/* string */.YjP()
    .describe('Literal text, or /regex/flags. Matched within one line of normalised text (no escapes, no CR)');
const stream = schemas/* enum */.k5n(words/* STREAMS */.gO).describe('console is hvc0, serial is ttyS0, debugcon is port 0x402');
const when = schemas/* union */.KCZ([schemas/* enum */.k5n(words/* PLATFORMS */.P4), schemas/* array */.YOg(schemas/* enum */.k5n(words/* PLATFORMS */.P4)).min(1)])
    .describe('Only on this platform, or on these');
const expect = schemas/* strictObject */.rej({
    expect: pattern.describe('What the console must show next'),
    within: duration.optional().describe('Since this step became the current one'),
    stream: stream.optional().describe('Where; without it, on any stream of the guest'),
    capture: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).optional().describe('Named groups of the regex that become outputs'),
    when: when.optional(),
});
const anyOrder = schemas/* strictObject */.rej({
    'any-order': schemas/* array */.YOg(expect).min(1).describe('Expectations that may be met in any order'),
    within: duration.optional().describe('For the whole group'),
    when: when.optional(),
});
const send = schemas/* strictObject */.rej({
    send: schemas/* string */.YjP().min(1, 'is empty').describe('Typed into the guest; end it with \\n to press Enter'),
    stream: schemas/* enum */.k5n(['console', 'serial']).optional().describe('Default: console'),
    when: when.optional(),
});
const forbid = schemas/* union */.KCZ([
    pattern,
    schemas/* strictObject */.rej({ pattern, stream: stream.optional(), when: when.optional() }),
]);
const allow = schemas/* strictObject */.rej({
    match: pattern.describe('A line of a known failure that must not fail the run'),
    reason: schemas/* string */.YjP().min(1, 'is empty').describe('Why it is harmless, or a link to the bug'),
});
const disk = schemas/* union */.KCZ([
    path,
    schemas/* strictObject */.rej({
        path,
        bus: schemas/* enum */.k5n(['virtio', 'nvme', 'sata']).optional().describe('Default: virtio'),
        format: schemas/* enum */.k5n(['raw', 'qcow2']).optional().describe('Default: what the file says'),
    }),
]);
const guest = schemas/* strictObject */.rej({
    kernel: path.optional().describe('bzImage. Without initrd and disks, it boots the probe guest of tdx-boot'),
    initrd: path.optional(),
    cmdline: schemas/* string */.YjP().optional().describe('Kernel command line'),
    modules: path.optional().describe('lib/modules/<release> of the kernel, for the probe guest'),
    disks: schemas/* array */.YOg(disk)
        .optional()
        .describe('Boot disks; the guest writes to an overlay, never to these files'),
    cpus: schemas/* int */.Whr().min(1, 'is less than 1').max(4096, 'is more than 4096').optional().describe('Default: 1'),
    memory: size.optional().describe('Default: 1G'),
    network: schemas/* enum */.k5n(['none', 'user']).optional().describe('Default: none'),
    'quote-socket': schemas/* string */.YjP()
        .regex(QUOTE_SOCKET, 'is neither vsock:CID:PORT nor unix:/PATH')
        .optional()
        .describe('Quote generation service for a TD under QEMU: vsock:2:4050 or unix:/path'),
});
const schema_firmware = schemas/* union */.KCZ([
    schemas/* string */.YjP()
        .min(1, 'is empty')
        .describe(`${words/* FIRMWARES */.Xb.join(', ')}: built from its pin, or taken from the cache. Or an image (OVMF.fd)`),
    schemas/* strictObject */.rej({ code: path, vars: path }).describe('Two flash chips; the variables are not kept'),
    schemas/* strictObject */.rej({
        recipe: schemas/* enum */.k5n(words/* FIRMWARES */.Xb),
        build: schemas/* enum */.k5n(words/* BUILDS */.W4).optional().describe('Default: release. A debug build logs to the serial port'),
        ref: schemas/* string */.YjP().min(1, 'is empty').optional().describe('Tag, branch or commit; default: the pin'),
        repository: schemas/* string */.YjP().min(1, 'is empty').optional().describe('Git URL or local directory'),
        defines: schemas/* array */.YOg(schemas/* string */.YjP().min(1, 'is empty')).optional().describe('Extra build defines, NAME=VALUE'),
    })
        .describe('Built from source, or taken from the cache'),
]);
/** 96 digits without a letter are a number to YAML. */
const NOT_MRTD = 'is neither expected nor 96 hex digits (in quotation marks)';
const NOT_RTMR = 'is neither expected, replay nor 96 hex digits (in quotation marks)';
const rtmr = schemas/* string */.YjP(NOT_RTMR)
    .regex(/^(expected|replay|[0-9a-fA-F]{96})$/, NOT_RTMR)
    .describe('expected: as predicted; replay: as the event log of the guest says; or 96 hex digits');
const measurements = schemas/* strictObject */.rej({
    mrtd: schemas/* string */.YjP(NOT_MRTD)
        .regex(/^(expected|[0-9a-fA-F]{96})$/, NOT_MRTD)
        .optional()
        .describe('expected: as the image is measured; or 96 hex digits'),
    rtmr0: rtmr.optional(),
    rtmr1: rtmr.optional(),
    rtmr2: rtmr.optional(),
    rtmr3: rtmr.optional(),
    order: schemas/* enum */.k5n(mrtd/* ORDERS */.gf)
        .optional()
        .describe('Order in which the host measures MRTD. Default: two-pass with QEMU 8.2, else interleaved'),
    events: schemas/* enum */.k5n(EVENT_PROFILES.map(({ id }) => id))
        .optional()
        .describe('The edk2 that an image was built from. Default: that of the recipe; unknown of an image'),
    'acpi-tables': path.optional().describe("Content of QEMU's fw_cfg file etc/acpi/tables, for RTMR0"),
});
const schema_scenarioSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    name: schemas/* string */.YjP().min(1, 'is empty').optional().describe('What a pass means; default: the file name'),
    platform: schemas/* enum */.k5n(words/* PLATFORMS */.P4)
        .optional()
        .describe('tdx: a Trust Domain; kvm: the same without; emulated: QEMU TCG'),
    vmm: schemas/* enum */.k5n(['auto', ...words/* VMMS */.W])
        .optional()
        .describe('Default: auto, the one that fits platform, firmware and host'),
    'vmm-ref': schemas/* string */.YjP()
        .regex(REF, 'is not a tag, a branch or a commit')
        .optional()
        .describe('Version of Cloud Hypervisor, built unless the machine has it. Default: what it has, else the pin'),
    firmware: schema_firmware.optional(),
    pins: schemas/* enum */.k5n(words/* PIN_SETS */._)
        .optional()
        .describe('What firmware is built from. Default: documented; current is for hosts of Linux 6.16 and later'),
    guest: guest.optional(),
    steps: schemas/* array */.YOg(schemas/* union */.KCZ([expect, anyOrder, send]))
        .optional()
        .describe('In this order'),
    forbid: schemas/* array */.YOg(forbid).optional().describe('What the guest must not print'),
    allow: schemas/* array */.YOg(allow).optional().describe('Known findings that must not fail the run'),
    'fail-on': schemas/* enum */.k5n(words/* SEVERITIES */.oC)
        .optional()
        .describe('Least severity of a known failure that fails. Default: error'),
    timeout: duration.optional().describe('Wall clock of the whole boot. Default: 5m'),
    silence: duration.optional().describe('Longest time without output while steps are open. Default: none'),
    stop: schemas/* enum */.k5n(['after-last-step', 'on-exit'])
        .optional()
        .describe('When a good run ends. Default: after-last-step'),
    'td-evidence': schemas/* enum */.k5n(['required', 'optional'])
        .optional()
        .describe('Whether a pass needs a line that only a TD prints. Default: required with platform tdx'),
    measurements: measurements
        .optional()
        .describe('What the measurement registers of the Trust Domain have to hold'),
    'output-limit': size.optional().describe('Bytes that the guest may print. Default: 256M'),
})
    .describe('A tdx-boot scenario: what to boot and what its console must show');
/** The JSON Schema (draft 2020-12) of a scenario file; committed as schema/scenario.schema.json for editors. */
function schema_scenarioJsonSchema() {
    return z.toJSONSchema(schema_scenarioSchema);
}

;// CONCATENATED MODULE: ./lib/scenario/units.js
/** Durations and sizes as people write them. The schema has checked their form. */
const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const BYTES = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 };
/** `90s` \u2192 90000 milliseconds. */
function units_parseDuration(text) {
    const [, amount, unit] = /^([\d.]+)(\D+)$/.exec(text) ?? [];
    return Number(amount) * (MILLISECONDS[unit ?? ''] ?? Number.NaN);
}
/** `512M` \u2192 536870912 bytes. */
function units_parseSize(text) {
    return Number(text.slice(0, -1)) * (BYTES[text.slice(-1)] ?? Number.NaN);
}

;// CONCATENATED MODULE: ./lib/scenario/load.js
/** From a scenario file, or the same values from the action's inputs, to a validated Scenario. */











const MINUTE = 60_000;
const MIB = (/* unused pure expression or super */ null && (1024 * 1024));
/** ttyS0 is built into every distribution's kernel; a panic ends the run instead of waiting for the deadline. */
const PROBE_CMDLINE = 'console=ttyS0 panic=-1';
/**
 * Reads and validates a scenario file. The files that it names are not looked at: judging a log needs none of them.
 * @throws ScenarioError with every problem found, each with file:line:column; UsageError `no-scenario` when unreadable
 */
function load_loadScenario(file) {
    let text;
    try {
        text = readFileSync(file, 'utf8');
    }
    catch (error) {
        throw new UsageError('no-scenario', `cannot read the scenario: ${messageOf(error)}`, { cause: error });
    }
    return load_parseScenario(file, text, dirname(resolve(file)));
}
/**
 * Validates the text of a scenario.
 * @param file its name in messages
 * @param base the directory to which its paths are relative
 */
function load_parseScenario(file, text, base) {
    const source = new Source(file, text, scenarioJsonSchema);
    const parsed = scenarioSchema.safeParse(source.value());
    if (!parsed.success)
        throw new ScenarioError(source.problems(parsed.error));
    const reader = new Reader(source, parsed.data, base);
    const scenario = reader.scenario();
    if (reader.problems.length > 0)
        throw new ScenarioError(reader.problems);
    return { scenario, where: (path) => source.where(path) };
}
/** Turns valid shapes into final values; collects every problem instead of stopping at the first. */
class Reader {
    problems = [];
    #source;
    #file;
    #base;
    #platform;
    constructor(source, file, base) {
        this.#source = source;
        this.#file = file;
        this.#base = base;
        this.#platform = file.platform ?? 'emulated';
        if (file.platform === undefined && file.guest !== undefined) {
            this.#complain([], 'platform is missing: tdx, kvm or emulated');
        }
        if (file['td-evidence'] === 'required' && file.platform !== undefined && file.platform !== 'tdx') {
            this.#complain(['td-evidence'], `td-evidence: a guest on platform ${file.platform} is no Trust Domain`);
        }
        if (file['vmm-ref'] !== undefined && file.vmm === 'qemu') {
            this.#complain(['vmm-ref'], 'vmm-ref names a version of Cloud Hypervisor, but vmm is qemu');
        }
        if (file.vmm === 'cloud-hypervisor' && this.#platform === 'emulated') {
            this.#complain(['vmm'], 'cloud-hypervisor cannot boot platform: emulated, which is QEMU alone');
        }
        if (file.firmware !== undefined && file.guest === undefined) {
            this.#complain(['firmware'], 'firmware is given but there is no guest to boot with it');
        }
    }
    scenario() {
        const file = this.#file;
        const guest = file.guest === undefined ? undefined : this.#guest(file.guest);
        const firmware = file.firmware === undefined ? undefined : this.#firmware(file.firmware);
        if (file.pins !== undefined && !(firmware !== undefined && 'request' in firmware)) {
            this.#complain(['pins'], `pins chooses what firmware is built from, and this scenario builds none`);
        }
        for (const { path, message } of measurementProblems(file, guest))
            this.#complain(path, message);
        return {
            name: file.name ?? basename(this.#source.file).replace(/\.ya?ml$/, ''),
            platform: this.#platform,
            vmm: file.vmm ?? 'auto',
            ...(file['vmm-ref'] === undefined ? {} : { vmmRef: file['vmm-ref'] }),
            ...(firmware === undefined ? {} : { firmware }),
            ...(guest === undefined ? {} : { guest }),
            rules: this.#rules(guest?.initrd === 'probe', buildOf(firmware)),
            ...(file.measurements === undefined
                ? {}
                : { measuring: measuringOf(file.measurements, (path) => this.#resolve(path)) }),
            outputLimit: file['output-limit'] === undefined ? 256 * MIB : parseSize(file['output-limit']),
        };
    }
    #guest(guest) {
        const disks = (guest.disks ?? []).map((disk) => {
            const full = typeof disk === 'string' ? { path: disk } : disk;
            const format = full.format === undefined ? {} : { format: full.format };
            return { path: this.#resolve(full.path), bus: full.bus ?? 'virtio', ...format };
        });
        if (guest.kernel === undefined && disks.length === 0 && !this.#hasPayload()) {
            this.#complain(['guest'], 'guest has neither a kernel nor disks: there is nothing to boot');
        }
        for (const key of ['initrd', 'cmdline', 'modules']) {
            if (guest[key] !== undefined && guest.kernel === undefined) {
                this.#complain(['guest', key], `guest.${key} needs guest.kernel: a disk brings its own`);
            }
        }
        const probe = guest.kernel !== undefined && guest.initrd === undefined && disks.length === 0;
        if (guest.modules !== undefined && !probe) {
            this.#complain(['guest', 'modules'], 'guest.modules is for the probe guest, which boots without initrd and disks');
        }
        const quotes = guest['quote-socket'];
        if (quotes !== undefined && this.#platform !== 'tdx') {
            this.#complain(['guest', 'quote-socket'], 'guest.quote-socket needs platform: tdx: only a TD has quotes');
        }
        const initrd = probe ? 'probe' : guest.initrd === undefined ? undefined : this.#resolve(guest.initrd);
        const own = needsLog(this.#file) ? `${PROBE_CMDLINE} ${PROBE_PRINTS_LOG}` : PROBE_CMDLINE;
        const cmdline = guest.cmdline ?? (probe ? own : undefined);
        return {
            ...(guest.kernel === undefined ? {} : { kernel: this.#resolve(guest.kernel) }),
            ...(initrd === undefined ? {} : { initrd }),
            ...(cmdline === undefined ? {} : { cmdline }),
            ...(guest.modules === undefined ? {} : { modules: this.#resolve(guest.modules) }),
            disks,
            cpus: guest.cpus ?? 1,
            memory: guest.memory === undefined ? 1024 * MIB : parseSize(guest.memory),
            network: guest.network ?? 'none',
            ...(quotes === undefined ? {} : { quoteSocket: parseQuoteSocket(quotes) }),
        };
    }
    /** The firmware brings a program of its own, or may: what is in an image of a TD's firmware only it knows. */
    #hasPayload() {
        const { firmware } = this.#file;
        const name = typeof firmware === 'object' && 'recipe' in firmware ? firmware.recipe : firmware;
        if (typeof name !== 'string')
            return false;
        const isImage = FIRMWARES.every((known) => known !== name);
        return PAYLOAD_FIRMWARES.includes(name) || (isImage && this.#platform === 'tdx');
    }
    #firmware(firmware) {
        if (typeof firmware === 'string') {
            const name = FIRMWARES.find((known) => known === firmware);
            return name === undefined ? { image: this.#resolve(firmware) } : this.#request({ name });
        }
        if ('recipe' in firmware)
            return this.#request({ ...firmware, name: firmware.recipe });
        return { code: this.#resolve(firmware.code), vars: this.#resolve(firmware.vars) };
    }
    #request(text) {
        const { pins } = this.#file;
        const { request, problems } = parseRequest({ ...text, pins }, this.#base);
        for (const { key, message } of problems)
            this.#complain(['firmware', key], `firmware.${key}: ${message}`);
        return { request };
    }
    #resolve(path) {
        return resolve(this.#base, path);
    }
    #rules(probe, firmwareBuild) {
        const file = this.#file;
        const steps = (file.steps ?? []).flatMap((step, index) => this.#step(step, ['steps', index]));
        const own = steps.length === 0 && probe;
        if (steps.length === 0 && !probe) {
            this.#complain(file.steps === undefined ? [] : ['steps'], 'no steps: there is nothing that a pass could mean');
        }
        const timeoutMs = file.timeout === undefined ? 5 * MINUTE : parseDuration(file.timeout);
        const silenceMs = file.silence === undefined ? undefined : parseDuration(file.silence);
        if (silenceMs !== undefined && silenceMs >= timeoutMs) {
            this.#complain(['silence'], `silence (${file.silence}) is not shorter than timeout (${file.timeout ?? '5m'})`);
        }
        this.#checkWithin(timeoutMs);
        return {
            steps: own ? this.#probeSteps() : steps,
            forbid: (file.forbid ?? []).flatMap((entry, index) => this.#forbid(entry, ['forbid', index])),
            allow: (file.allow ?? []).flatMap((entry, index) => this.#allow(entry, ['allow', index])),
            failOn: file['fail-on'] ?? 'error',
            timeoutMs,
            ...(silenceMs === undefined ? {} : { silenceMs }),
            stop: file.stop ?? (own ? 'on-exit' : 'after-last-step'),
            ...(file.platform === undefined ? {} : { platform: file.platform }),
            tdEvidence: file['td-evidence'] ?? (file.platform === 'tdx' ? 'required' : 'optional'),
            ...(file.measurements === undefined
                ? {}
                : { measurements: assertionsOf(file.measurements, (path) => this.#source.where(path)) }),
            ...(firmwareBuild === undefined ? {} : { firmwareBuild }),
        };
    }
    /** What the probe guest must show when the scenario does not say. */
    #probeSteps() {
        const where = this.#source.where(['guest', 'kernel']);
        const expect = (text, capture = []) => ({
            kind: 'expect',
            pattern: parsePattern(text),
            capture,
            where,
        });
        return [
            expect('/^# kernel.release: (?<kernel_release>\\S+)/', ['kernel_release']),
            expect('/^# Totals: pass:\\d+ fail:0 /'),
            expect('# tdx-boot probe: done'),
        ];
    }
    #step(step, path) {
        if (!this.#applies(step.when))
            return [];
        const where = this.#source.where(path);
        if ('send' in step) {
            const send = { kind: 'send', text: step.send, stream: step.stream ?? 'console', where };
            return [send];
        }
        if ('expect' in step)
            return this.#expect(step, path);
        const expects = step['any-order'].flatMap((member, index) => this.#expect(member, [...path, 'any-order', index]));
        const within = step.within === undefined ? {} : { withinMs: parseDuration(step.within) };
        return expects.length === 0 ? [] : [{ kind: 'any-order', expects, where, ...within }];
    }
    #expect(step, path) {
        if (!this.#applies(step.when))
            return [];
        const pattern = this.#pattern(step.expect, [...path, 'expect']);
        if (pattern === undefined)
            return [];
        const capture = step.capture ?? [];
        capture.forEach((name, index) => {
            if (pattern.groups.includes(name))
                return;
            const has = pattern.groups.length === 0 ? 'no named groups' : `only ${pattern.groups.join(', ')}`;
            this.#complain([...path, 'capture', index], `${step.expect} has no group (?<${name}>...): ${has}`);
        });
        return [
            {
                kind: 'expect',
                pattern,
                capture,
                where: this.#source.where(path),
                ...(step.within === undefined ? {} : { withinMs: parseDuration(step.within) }),
                ...(step.stream === undefined ? {} : { stream: step.stream }),
            },
        ];
    }
    #forbid(entry, path) {
        const [text, at, stream, when] = typeof entry === 'string'
            ? [entry, path, undefined, undefined]
            : [entry.pattern, [...path, 'pattern'], entry.stream, entry.when];
        if (!this.#applies(when))
            return [];
        const pattern = this.#pattern(text, at);
        if (pattern === undefined)
            return [];
        return [{ pattern, where: this.#source.where(path), ...(stream === undefined ? {} : { stream }) }];
    }
    #allow(entry, path) {
        const pattern = this.#pattern(entry.match, [...path, 'match']);
        return pattern === undefined ? [] : [{ pattern, reason: entry.reason }];
    }
    #pattern(text, path) {
        try {
            return parsePattern(text);
        }
        catch (error) {
            if (!(error instanceof UsageError))
                throw error;
            this.#complain(path, error.hint === undefined ? error.message : `${error.message}. ${error.hint}`);
            return undefined;
        }
    }
    #applies(when) {
        return (when === undefined || when === this.#platform || (Array.isArray(when) && when.includes(this.#platform)));
    }
    /** A step that may take longer than the whole boot, or its group, is a mistake in one of the two. */
    #checkWithin(timeoutMs) {
        const timeout = `timeout (${this.#file.timeout ?? '5m'})`;
        const check = (within, path, limitMs, limit) => {
            if (within === undefined || parseDuration(within) <= limitMs)
                return;
            this.#complain(path, `within (${within}) is longer than ${limit}, so it can never be reached`);
        };
        for (const [index, step] of (this.#file.steps ?? []).entries()) {
            if ('send' in step)
                continue;
            const path = ['steps', index];
            check(step.within, [...path, 'within'], timeoutMs, timeout);
            if (!('any-order' in step))
                continue;
            const [limitMs, limit] = step.within === undefined
                ? [timeoutMs, timeout]
                : [parseDuration(step.within), `within of its group (${step.within})`];
            for (const [member, { within }] of step['any-order'].entries()) {
                check(within, [...path, 'any-order', member, 'within'], limitMs, limit);
            }
        }
    }
    #complain(path, message) {
        this.problems.push({ where: this.#source.where(path), message });
    }
}
/** Of an image that the user names nobody knows how it was built. */
function buildOf(firmware) {
    return firmware !== undefined && 'request' in firmware ? firmware.request.build : undefined;
}

;// CONCATENATED MODULE: ./lib/action/inputs.js
/** The action's inputs as one validated scenario: a scenario file, or the inputs for the simple case. */





/** The name under which the inputs appear where a scenario file would be named. */
const INPUTS = 'inputs';
/** How a firmware is built, by the names that it has in a scenario. */
const FIRMWARE_INPUTS = [
    'firmware-build',
    'firmware-ref',
    'firmware-repository',
    'firmware-defines',
];
/** Inputs that describe a scenario; each may be given only without `scenario`. */
const SIMPLE = [
    'platform',
    'vmm',
    'vmm-ref',
    'firmware',
    'pins',
    ...FIRMWARE_INPUTS,
    'kernel',
    'initrd',
    'cmdline',
    'disks',
    'cpus',
    'memory',
    'expect',
    'forbid',
    'timeout',
    'silence',
    'stop',
    'fail-on',
];
/**
 * Reads and validates every input.
 * @throws UsageError code `contradictory-inputs`; ScenarioError
 */
function readInputs() {
    const results = getInput('results');
    const file = getInput('scenario');
    const given = SIMPLE.filter((name) => getInput(name) !== '');
    const installTools = getBooleanInput('install-tools');
    if (file === '') {
        return { loaded: parseScenario(INPUTS, scenarioText(), process.cwd()), results, installTools };
    }
    if (given.length > 0) {
        throw new UsageError('contradictory-inputs', `input "scenario" is given together with ${given.join(', ')}`, {
            hint: 'Put these settings into the scenario file, or leave "scenario" out.',
        });
    }
    return { loaded: loadScenario(file), results, installTools };
}
/** The simple inputs written as the scenario file they stand for. */
function scenarioText() {
    const guest = {
        ...inputs_text('kernel'),
        ...inputs_text('initrd'),
        ...inputs_text('cmdline'),
        ...list('disks'),
        ...number('cpus'),
        ...inputs_text('memory'),
    };
    const expected = getMultilineInput('expect');
    return stringify({
        version: 1,
        name: 'boot',
        ...inputs_text('platform'),
        ...inputs_text('vmm'),
        ...inputs_text('vmm-ref'),
        ...inputs_firmware(),
        ...inputs_text('pins'),
        guest,
        ...(expected.length === 0 ? {} : { steps: expected.map((expect) => ({ expect })) }),
        ...list('forbid'),
        ...inputs_text('timeout'),
        ...inputs_text('silence'),
        ...inputs_text('stop'),
        ...inputs_text('fail-on'),
    });
}
/** The recipe with what else is said of it, or an image. */
function inputs_firmware() {
    const name = getInput('firmware');
    const [build, ref, repository] = FIRMWARE_INPUTS.map((input) => getInput(input));
    const defines = getMultilineInput('firmware-defines');
    if (FIRMWARE_INPUTS.every((input) => getInput(input) === ''))
        return inputs_text('firmware');
    if (!FIRMWARES.some((known) => known === name)) {
        const given = FIRMWARE_INPUTS.filter((input) => getInput(input) !== '').join(', ');
        throw new UsageError('contradictory-inputs', `${given}: input "firmware" is "${name}", which is not built`, {
            hint: `Set "firmware" to one of ${FIRMWARES.join(', ')}, or leave ${given} out.`,
        });
    }
    return {
        firmware: {
            recipe: name,
            ...(build === '' ? {} : { build }),
            ...(ref === '' ? {} : { ref }),
            ...(repository === '' ? {} : { repository }),
            ...(defines.length === 0 ? {} : { defines }),
        },
    };
}
function inputs_text(name) {
    const value = getInput(name);
    return value === '' ? {} : { [name]: value };
}
function list(name) {
    const value = getMultilineInput(name);
    return value.length === 0 ? {} : { [name]: value };
}
/** A number where the text is one; anything else is left for the scenario's own validation to refuse. */
function number(name) {
    const value = getInput(name);
    if (value === '')
        return {};
    return { [name]: /^\d+$/.test(value) ? Number(value) : value };
}

;// CONCATENATED MODULE: ./lib/action/refuse.js
/** How the action says that it could not do its part: one annotation for each problem, where it is. */





/** Bad inputs, or a host that cannot run this at all. */
function refuse(error) {
    process.exitCode = 1;
    if (error instanceof source_ScenarioError) {
        for (const { where, message } of error.problems) {
            const inFile = where.file !== INPUTS;
            const place = inFile ? { file: where.file, startLine: where.line, startColumn: where.column } : {};
            const text = inFile ? `${formatWhere(where)}: ${message}` : message;
            core.error(safe_forTerminal(text), { title: 'tdx-boot: bad scenario', ...place });
        }
        return;
    }
    const text = error instanceof errors/* TdxBootError */.HS ? (0,errors/* formatError */.Wk)(error) : `internal error: ${(0,errors/* messageOf */.bD)(error)}`;
    // A compiler's error quotes the source, which may be a stranger's.
    core.error(text.split('\n').map(forJobLog).join('\n'));
    if (error instanceof Error && error.stack !== undefined)
        core.debug(error.stack);
}

;// CONCATENATED MODULE: ./lib/action/firmware.js
/** The step of `uses: org/tdx-boot/firmware@v1`: builds a firmware or restores it, and boots nothing. */









async function main() {
    try {
        const request = readRequest();
        const installTools = core.getBooleanInput('install-tools');
        const { value: provided } = await session(({ signal }) => inJobLog((options) => provideFirmware(request, { ...options, installTools }), signal));
        if (provided === undefined)
            throw new errors/* HostError */.dh('cancelled', 'cancelled before the firmware was ready');
        setOutputs(provided);
    }
    catch (error) {
        refuse(error);
    }
}
function readRequest() {
    const { request, problems } = request_parseRequest({
        name: oneOf('firmware', words/* FIRMWARES */.Xb),
        build: oneOf('firmware-build', words/* BUILDS */.W4),
        pins: core.getInput('pins') === '' ? undefined : oneOf('pins', words/* PIN_SETS */._),
        ref: core.getInput('firmware-ref') || undefined,
        repository: core.getInput('firmware-repository') || undefined,
        defines: core.getMultilineInput('firmware-defines'),
    }, process.cwd());
    const [problem] = problems;
    if (problem === undefined)
        return request;
    throw new errors/* UsageError */.eb('bad-firmware', `input "firmware-${problem.key}": ${problem.message}`);
}
function oneOf(input, known) {
    const text = core.getInput(input);
    const found = known.find((word) => word === text);
    if (found !== undefined)
        return found;
    throw new errors/* UsageError */.eb('bad-firmware', `input "${input}" is "${text}"`, { hint: `Use ${known.join(', ')}.` });
}
function setOutputs({ entry, from }) {
    const { image, manifestFile, manifest, log } = entry;
    core.setOutput('path', image);
    core.setOutput('sha256', manifest.sha256);
    core.setOutput('mrtd', (0,measure/* mrtdOf */.xr)(entry));
    core.setOutput('cache-hit', String(from !== 'build'));
    core.setOutput('commit', manifest.source.commit ?? '');
    core.setOutput('manifest', manifestFile);
    core.setOutput('log', log);
    const origin = { store: 'from this machine', cache: 'from the shared cache', build: 'built' }[from];
    core.info(`${manifest.inputs.recipe} (${manifest.inputs.build}) ${origin}: ${image}, SHA-256 ${manifest.sha256}`);
}


/***/ })

};

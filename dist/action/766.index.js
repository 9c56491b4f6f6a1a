export const id = 766;
export const ids = [766];
export const modules = {

/***/ 7766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* binding */ step)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/errors.js
/** The one error shape of the project: what went wrong, under a stable code, and what to do next. */
/** An error that a user can act on. `code` is stable and kebab-case; `hint` says what to do next. */
class TdxBootError extends Error {
    code;
    hint;
    where;
    constructor(code, message, facts = {}) {
        super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
        this.name = 'TdxBootError';
        this.code = code;
        this.hint = facts.hint;
        this.where = facts.where;
    }
}
/** The user's scenario or command line is wrong: refused before anything is built or booted (exit code 2). */
class errors_UsageError extends TdxBootError {
}
/** The host, the VMM or a file could not do its part (verdict `errored`, exit code 125). */
class errors_HostError extends TdxBootError {
}
/** `where: message`, then an indented hint: how an error looks on a terminal and in a job log. */
function formatError(error) {
    const head = error.where === undefined ? error.message : `${error.where}: ${error.message}`;
    return error.hint === undefined ? head : `${head}\n  ${error.hint}`;
}
/** The message of anything that was thrown. */
function errors_messageOf(error) {
    const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
    return hasMessage ? String(error.message) : String(error);
}
/** The system's name of an error (`ENOSPC`), where it has one. */
function codeOf(error) {
    const hasCode = typeof error === 'object' && error !== null && 'code' in error;
    return hasCode && typeof error.code === 'string' ? error.code : undefined;
}

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

;// CONCATENATED MODULE: ./lib/judge/catalog/bootloader.js
/** What stops a boot between firmware and kernel: boot manager, shim, GRUB, systemd-boot, EFI stub. */
const BOOTLOADER = [
    {
        id: 'bds-secure-boot',
        phase: 'bootloader',
        severity: 'error',
        pattern: /BdsDxe: failed to (?:load|start) Boot.*rejected probably by Secure Boot/,
        title: 'The boot option was rejected, probably by Secure Boot',
        hint: 'The image is unsigned or signed by a key that is not in db. Use firmware without enrolled keys (not the .ms variant), or sign the image.',
    },
    {
        id: 'bds-access-denied',
        phase: 'bootloader',
        severity: 'error',
        pattern: /BdsDxe: failed to (?:load|start) Boot.*: (?:Access Denied|Security Violation)/,
        title: 'The boot option was refused by the firmware',
        hint: 'With Secure Boot enforced the image must be signed by a key in db. Use firmware without enrolled keys, or sign the image.',
    },
    {
        id: 'bds-start-failed',
        phase: 'bootloader',
        severity: 'error',
        pattern: /BdsDxe: failed to start Boot[0-9A-F]+ "(?<option>[^"]*[^" ]) *"/,
        title: 'Boot option "$<option>" started and returned an error',
        hint: 'The boot loader or kernel image ran and gave up; its own messages are above this line.',
    },
    {
        id: 'bds-load-failed',
        phase: 'bootloader',
        severity: 'warning',
        pattern: /BdsDxe: failed to load Boot[0-9A-F]+ "(?<option>[^"]*[^" ]) *"/,
        title: 'Boot option "$<option>" could not be loaded',
        hint: 'The firmware goes on with the next option. "Not Found" on a disk: no EFI/BOOT/BOOTX64.EFI on a GPT partition of type ESP, or a bus whose driver a TD does not load (SCSI, USB).',
    },
    {
        id: 'bds-no-option',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /BdsDxe: No bootable option or device was found/,
        title: 'The firmware found nothing to boot',
        hint: 'Attach a disk with an ESP over virtio-blk, AHCI or NVMe, or pass a kernel. With 64 MiB of memory and less this appears too.',
    },
    {
        id: 'seabios-no-boot',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /No bootable device\./,
        title: 'SeaBIOS found nothing to boot',
        hint: 'Legacy BIOS is running: pass TD firmware with -bios, or a kernel.',
    },
    {
        id: 'seabios-boot-failed',
        phase: 'bootloader',
        severity: 'error',
        pattern: /Boot failed: (?<why>[a-z][a-z ]*[a-z])/,
        title: 'SeaBIOS: boot failed: $<why>',
        hint: 'The disk has no boot sector for legacy BIOS. UEFI disk images need UEFI firmware (-bios).',
    },
    {
        id: 'grub-kernel-first',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /you need to load the kernel first/,
        title: 'GRUB could not load the kernel',
        hint: 'The linux command failed just before; see the error above (missing file, bad signature, out of memory).',
    },
    {
        id: 'grub-file-missing',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?file [`'].*' not found/,
        title: 'GRUB: file not found',
        hint: 'A path in grub.cfg does not exist on the partition that GRUB calls root.',
        unless: /\.pf2'|\.mo'|\.gmo'|grubenv'|\/locale\//,
    },
    {
        id: 'grub-unknown-filesystem',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?unknown filesystem/,
        title: 'GRUB: unknown filesystem',
        hint: 'GRUB has no module for this file system, or its prefix points at the wrong partition.',
    },
    {
        id: 'grub-rescue',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /grub rescue>/,
        title: 'GRUB rescue shell',
        hint: 'GRUB did not find its modules or configuration: its prefix points at a partition that is not there.',
    },
    {
        id: 'grub-shell',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /Minimal BASH-like line editing is supported|grub> /,
        title: 'GRUB shell',
        hint: 'GRUB found no grub.cfg and waits for commands.',
    },
    {
        id: 'grub-no-device',
        phase: 'bootloader',
        severity: 'warning',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?no such device: /,
        title: 'GRUB: no such device',
        hint: 'A search for a UUID or label found nothing; harmless if the boot goes on.',
    },
    {
        id: 'grub-no-disk',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?disk [`'].*' not found/,
        title: 'GRUB: disk not found',
        hint: 'grub.cfg or the prefix names a disk that the firmware does not show.',
    },
    {
        id: 'grub-symbol',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?symbol [`'].*' not found/,
        title: 'GRUB: symbol not found',
        hint: 'GRUB core and modules are of different versions: run grub-install again.',
    },
    {
        id: 'grub-bad-signature',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: .*(?:bad shim signature|prohibited by secure boot policy)/,
        title: 'GRUB refused an image because of Secure Boot',
        hint: 'Sign the kernel or module with a key that shim trusts, or use firmware without enrolled keys.',
    },
    {
        id: 'grub-out-of-memory',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?out of memory\./,
        title: 'GRUB: out of memory',
        hint: 'Kernel or initrd do not fit: give the guest more memory or make the initrd smaller.',
    },
    {
        id: 'grub-bad-image',
        phase: 'bootloader',
        severity: 'error',
        pattern: /error: (?:[A-Za-z0-9_./-]+:[0-9]+: ?)?(?<what>invalid magic number|premature end of file)/,
        title: 'GRUB: $<what>',
        hint: 'The kernel or initrd file is damaged, truncated or not a kernel.',
    },
    {
        id: 'shim-sbat',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /SBAT self-check failed/,
        title: 'shim was revoked (SBAT self-check failed)',
        hint: 'The SBAT level in the variable store forbids this shim: use a newer shim or fresh firmware variables.',
    },
    {
        id: 'shim-wrong',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /Something has gone seriously wrong: (?<what>[A-Za-z_]+)/,
        title: 'shim: something has gone seriously wrong: $<what>',
        hint: 'shim could not set up its MOK state and powers off. A full or read-only variable store is the usual cause.',
    },
    {
        id: 'shim-verification',
        phase: 'bootloader',
        severity: 'error',
        pattern: /Verification failed: \(0x[0-9A-F]+\) (?<status>[A-Z][a-z]+ [A-Z][a-z]+)/,
        title: 'shim: verification failed: $<status>',
        hint: 'The second stage is not signed by a key that shim trusts.',
    },
    {
        id: 'shim-load',
        phase: 'bootloader',
        severity: 'error',
        pattern: /Failed to (?:open|load image) \\(?<path>[^ :]+)/,
        title: 'shim could not load \\$<path>',
        hint: 'The second stage is missing on the ESP next to shim.',
    },
    {
        id: 'shim-start-image',
        phase: 'bootloader',
        severity: 'error',
        pattern: /start_image\(\) returned (?<status>[A-Z][A-Za-z ]*[a-z])/,
        title: 'shim: the second stage returned $<status>',
        hint: 'The boot loader behind shim gave up; its own messages are above this line.',
    },
    {
        id: 'systemd-boot-no-loader',
        phase: 'bootloader',
        severity: 'fatal',
        pattern: /No loader found\. Configuration files in /,
        title: 'systemd-boot found no entry',
        hint: 'Put a UKI into EFI/Linux/ or an entry into loader/entries/ on the ESP.',
    },
    {
        id: 'systemd-boot-load',
        phase: 'bootloader',
        severity: 'error',
        pattern: /Error loading EFI binary .*: (?<status>[A-Z][A-Za-z ]*[a-z])/,
        title: 'systemd-boot could not load the image: $<status>',
        hint: 'Load Error: the image is damaged. Access denied or Security violation: Secure Boot refuses its signature.',
    },
    {
        id: 'efi-stub-fatal',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /EFI [sS]tub: ERROR: (?<what>exit_boot\(\) failed|efi_stub_entry\(\) failed|efi_main\(\) failed|Failed to decompress kernel|Failed to relocate kernel)/,
        title: 'EFI stub: $<what>',
        hint: 'The kernel could not leave the firmware. Check the memory size, the bzImage and the error lines above.',
    },
    {
        id: 'efi-stub-error',
        phase: 'kernel',
        severity: 'error',
        pattern: /EFI [sS]tub: ERROR: (?<what>[A-Za-z](?:[A-Za-z_ ()'-]*[A-Za-z)])?)/,
        title: 'EFI stub: $<what>',
        hint: 'The kernel may still start; check the initrd and the memory size.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/cloud-hypervisor.js
/** What Cloud Hypervisor prints on its own stderr when it cannot start or lose a guest. */
/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM = ['vmm'];
const CLOUD_HYPERVISOR = [
    {
        id: 'ch-tdx-capabilities',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error retrieving TDX capabilities|Failed to retrieve TDX capabilities/,
        title: 'Cloud Hypervisor cannot read the TDX capabilities of KVM',
        hint: 'Releases up to v52 speak the 2022 Intel KVM ABI; kernels from 6.16 on refuse it. Use QEMU 10.1 or newer on such a host (cloud-hypervisor#8540).',
        streams: VMM,
    },
    {
        id: 'ch-vm-type',
        phase: 'host',
        severity: 'fatal',
        pattern: /VmCreate\(Invalid argument/,
        title: 'KVM has no VM type of the number by which Cloud Hypervisor asks for a TD',
        hint: 'Releases up to v52 ask for type 1, as in the 2022 Intel KVM tree; upstream KVM has TDs as type 5. On Linux 6.16 and later use QEMU 10.1 or later; elsewhere check that TDX is on: /sys/module/kvm_intel/parameters/tdx.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-memory-region',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error enabling TDX memory region|Failed to initialize memory region TDX/,
        title: 'Cloud Hypervisor cannot add memory to the TD',
        hint: 'KVM_TDX_INIT_MEM_REGION failed: kernels from 6.16 on expect it on a vCPU. Use a VMM that fits the kernel.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-finalize',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error finalizing TDX VM|Failed to finalize TDX/,
        title: 'Cloud Hypervisor cannot finalize the TD',
        hint: 'KVM_TDX_FINALIZE failed: a TDVF section is missing or the vCPUs are not initialised; read the host dmesg.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-init',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error enabling TDX VM|Failed to initialize TDX/,
        title: 'Cloud Hypervisor cannot initialise the TD',
        hint: 'KVM_TDX_INIT_VM or _VCPU failed: TDX is off in kvm_intel, no KeyID is free, or the kernel speaks another ABI.',
        streams: VMM,
    },
    {
        id: 'ch-tdvf-descriptor',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error parsing TDVF|Invalid descriptor (?:signature|size|version)|Failed read (?:TDVF descriptor|GUID table)/,
        title: 'The firmware file has no valid TDX metadata',
        hint: 'Use a TD firmware: edk2 IntelTdxX64 or OvmfPkgX64, OVMF.inteltdx.fd, or a td-shim image.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-hob',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error populating TDX HOB|Failed to write HOB details to guest memory/,
        title: 'The TD HOB does not fit its section',
        hint: 'Many vCPUs or memory regions need a larger TD_HOB section in the firmware: use fewer vCPUs or rebuild it.',
        streams: VMM,
    },
    {
        id: 'ch-tdvf-memory',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error allocating TDVF memory/,
        title: 'Cloud Hypervisor cannot allocate the TDVF sections',
        hint: 'The guest memory does not cover a section of the firmware: raise --memory.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-file',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error performing I\/O on (?:the )?TDX (?<what>firmware|payload) file/,
        title: 'Cloud Hypervisor cannot read the TDX $<what> file',
        hint: 'Check the path and the permissions of the file.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-payload-type',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Invalid TDX payload type/,
        title: 'The kernel is not a bzImage',
        hint: 'With TDX the kernel must be a bzImage (HdrS, boot protocol 2.00 or newer, LOADED_HIGH), not a vmlinux.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-no-firmware',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /No TDX firmware specified|TDX firmware missing/,
        title: 'No TDX firmware given',
        hint: '--platform tdx=on needs --firmware.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-cpu-hotplug',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /CPU hotplug is not permitted with TDX/,
        title: 'CPU hotplug is not permitted with TDX',
        hint: 'Give --cpus boot=N without a larger max=.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-cpu-profile',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX cannot be enabled when a custom CPU profile/,
        title: 'TDX excludes a custom CPU profile',
        hint: 'Remove profile= from --cpus.',
        streams: VMM,
    },
    {
        id: 'ch-firmware-and-kernel',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Specifying a kernel is not supported when a firmware is provided/,
        title: '--firmware and --kernel exclude each other',
        hint: 'From v48 on Cloud Hypervisor refuses both together, so td-shim with a kernel needs v30 to v47 (cloud-hypervisor#7630).',
        streams: VMM,
    },
    {
        id: 'ch-invalid-payload',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /VmBoot\(InvalidPayload\)/,
        title: 'The payload options do not fit together',
        hint: '--firmware and --kernel together need --platform tdx=on (cloud-hypervisor#5734).',
        streams: VMM,
    },
    {
        id: 'ch-payload-ignored',
        phase: 'vmm',
        severity: 'warning',
        pattern: /Ignoring (?<what>cmdline|initramfs) parameter as firmware is provided/,
        title: 'Cloud Hypervisor ignores the $<what>',
        hint: 'With firmware the command line and the initramfs come from the disk image or are built into the kernel.',
        streams: VMM,
    },
    {
        id: 'ch-no-tdx-feature',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /unknown option: tdx/,
        title: 'This Cloud Hypervisor is built without TDX',
        hint: 'Build v52.0 or older with --features tdx; release binaries never contain it. cloud-hypervisor --version -v lists the features.',
        streams: VMM,
    },
    {
        id: 'ch-kernel-format',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /KernelLoad\(|Kernel Loader: failed to load/,
        title: 'Cloud Hypervisor cannot load the kernel or the firmware',
        hint: 'Without TDX it boots a bzImage, or an ELF program with a PVH entry such as CLOUDHV.fd: a TDVF is neither.',
        streams: VMM,
    },
    {
        id: 'ch-snapshot',
        phase: 'vmm',
        severity: 'error',
        pattern: /Snapshot not possible with TDX VM/,
        title: 'A TD cannot be snapshotted',
        hint: 'Do not ask for a snapshot of a TD.',
        streams: VMM,
    },
    {
        id: 'ch-get-quote',
        phase: 'vmm',
        severity: 'warning',
        pattern: /TDG_VP_VMCALL_(?<call>GET_QUOTE|SETUP_EVENT_NOTIFY_INTERRUPT) not supported/,
        title: 'TDVMCALL $<call> is not supported',
        hint: 'This Cloud Hypervisor offers no attestation: the guest gets no quote.',
        streams: VMM,
    },
    {
        id: 'ch-tdx-vmcall',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Unexpected TDX VMCALL/,
        title: 'The guest made a TDVMCALL that Cloud Hypervisor does not handle',
        hint: 'Often ReportFatalError: a panic of a TD before its console works. Cloud Hypervisor does not end the VM; read the guest console.',
        streams: VMM,
    },
    {
        id: 'ch-triple-fault',
        phase: 'kernel',
        severity: 'error',
        pattern: /Guest likely triple-faulted/,
        title: 'The guest triple-faulted',
        hint: 'Cloud Hypervisor reboots the VM. td-shim v0.8.0 does this with two and more vCPUs on hosts that set NO_RBP_MOD.',
        streams: VMM,
    },
    {
        id: 'ch-vcpu-error',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /VCPU generated error/,
        title: 'A vCPU of Cloud Hypervisor failed',
        hint: 'KVM_RUN failed; the VMM ends with status 0 all the same. Read the error in the line and the host dmesg.',
        streams: VMM,
        symptom: true,
    },
    {
        id: 'ch-vcpu-panic',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /vCPU thread panicked/,
        title: 'A vCPU thread of Cloud Hypervisor panicked',
        hint: 'A bug of the VMM: report it with the backtrace above.',
        streams: VMM,
    },
    {
        id: 'ch-thread-panic',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /thread '(?<thread>[A-Za-z_-]+)[^']*' (?:\([0-9]+\) )?panicked at/,
        title: 'Thread $<thread> of the VMM panicked',
        hint: 'A bug of the VMM: run again with RUST_BACKTRACE=1 and report it.',
        streams: VMM,
        symptom: true,
    },
    {
        id: 'ch-seccomp',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Possible seccomp violation/,
        title: 'Cloud Hypervisor was killed by its seccomp filter',
        hint: 'Run with --seccomp log to learn the system call, or --seccomp false to go on.',
        streams: VMM,
    },
    {
        id: 'ch-hypervisor-interface',
        phase: 'host',
        severity: 'fatal',
        pattern: /is hypervisor interface available\?/,
        title: 'Cloud Hypervisor cannot open /dev/kvm',
        hint: 'Load kvm_intel, and give the user access to /dev/kvm (group kvm).',
        streams: VMM,
    },
    {
        id: 'ch-address-in-use',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Address already in use \(os error 98\)/,
        title: 'A socket of Cloud Hypervisor is already in use',
        hint: 'Another VM uses the same API, serial or vsock socket, or an old socket file was left behind.',
        streams: VMM,
    },
    {
        id: 'ch-no-memory',
        phase: 'host',
        severity: 'fatal',
        pattern: /Cannot allocate memory \(os error 12\)/,
        title: 'The host has not enough memory for the guest',
        hint: 'Lower the memory of the guest or free huge pages and memory on the host.',
        streams: VMM,
    },
    {
        id: 'ch-file-missing',
        phase: 'vmm',
        severity: 'error',
        pattern: /No such file or directory \(os error 2\)/,
        title: 'A file that Cloud Hypervisor needs is missing',
        hint: 'The line above names the option; check its path.',
        streams: VMM,
        symptom: true,
    },
    {
        id: 'ch-permission',
        phase: 'host',
        severity: 'error',
        pattern: /Permission denied \(os error 13\)/,
        title: 'Cloud Hypervisor may not open a file or device',
        hint: 'The line above names it: /dev/kvm needs group kvm, tap devices need CAP_NET_ADMIN.',
        streams: VMM,
        symptom: true,
    },
    {
        id: 'ch-config',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error parsing config/,
        title: 'Cloud Hypervisor refuses its options',
        hint: 'The rest of the line or the next one names the option.',
        streams: VMM,
        symptom: true,
    },
    {
        id: 'ch-create-failed',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error creating VM/,
        title: 'Cloud Hypervisor could not create the VM',
        hint: 'The lines below give the chain of causes; the last one is the root.',
        streams: VMM,
        symptom: true,
    },
    {
        id: 'ch-boot-failed',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error booting VM|The VM could not boot/,
        title: 'Cloud Hypervisor could not boot the VM',
        hint: 'The lines below give the chain of causes; the last one is the root.',
        streams: VMM,
        symptom: true,
    },
    {
        id: 'ch-exited',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Cloud Hypervisor exited with the following/,
        title: 'Cloud Hypervisor exited with an error',
        hint: 'The lines below give the chain of causes; the last one is the root.',
        streams: VMM,
        symptom: true,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/edk2.js
/** What TDVF and OVMF (edk2) print when they stop: asserts, exceptions, TDX calls, broken volumes. */
const EDK2 = [
    {
        id: 'edk2-assert-module',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /ASSERT \[(?<module>[A-Za-z0-9_]+)\] (?:.*[/\\])?(?<file>[A-Za-z0-9_.-]+)\([0-9]+\): (?<expr>.*[^ ])/,
        title: 'ASSERT in $<module> ($<file>): $<expr>',
        hint: 'The firmware found a broken assumption and stays in a dead loop at 100 % CPU. Open the named file and line at the pinned commit.',
    },
    {
        id: 'edk2-assert',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /ASSERT (?:.*[/\\])?(?<file>[A-Za-z0-9_-]+\.[A-Za-z]+)\([0-9]+\): (?<expr>.*[^ ])/,
        title: 'ASSERT in $<file>: $<expr>',
        hint: 'The firmware found a broken assumption and stays in a dead loop at 100 % CPU. Open the named file and line at the pinned commit.',
    },
    {
        id: 'edk2-assert-efi-error',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /ASSERT_EFI_ERROR \(Status = (?<status>[A-Za-z0-9 ]+)\)/,
        title: 'ASSERT_EFI_ERROR: $<status>',
        hint: 'A call that must succeed returned this status; the ASSERT line that follows names the place.',
        end: 'ASSERT',
    },
    {
        id: 'edk2-assert-return-error',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /ASSERT_RETURN_ERROR \(Status = (?<status>[A-Za-z0-9 ]+)\)/,
        title: 'ASSERT_RETURN_ERROR: $<status>',
        hint: 'A call that must succeed returned this status; the ASSERT line that follows names the place.',
        end: 'ASSERT',
    },
    {
        id: 'edk2-exception',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /!!!! (?:X64|IA32) Exception Type - [0-9A-F]+\((?<name>[^)]*)\)/,
        title: 'CPU exception in the firmware: $<name>',
        hint: 'Printed by RELEASE builds too. "Find image based on IP" below names the module; #PF on a low address means a NULL pointer, #VE an instruction that a TD may not use.',
        end: 'ind image',
    },
    {
        id: 'edk2-exception-unknown',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /!!!! (?:X64|IA32) Exception Type - /,
        title: 'CPU exception in the firmware',
        hint: 'Printed by RELEASE builds too. "Find image based on IP" below names the module.',
        end: 'ind image',
    },
    {
        id: 'edk2-ve-info',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /#VE happened\. TDGETVEINFO failed with Status/,
        title: 'TDG.VP.VEINFO.GET failed in the firmware',
        hint: 'The TDX module refused to tell about a #VE: nested #VE or a module mismatch. The firmware stops.',
    },
    {
        id: 'edk2-ve-unsupported',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Unsupported #VE happened, ExitReason is (?<reason>[0-9]+)/,
        title: 'Unsupported #VE in the firmware, exit reason $<reason>',
        hint: 'The firmware used an instruction that its #VE handler does not emulate; the number is the VMX exit reason.',
    },
    {
        id: 'edk2-ve-host-error',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /#VE Error \(0x[0-9A-Fa-f]+\) returned from host/,
        title: 'The host refused a #VE emulation',
        hint: 'The VMM or KVM returned an error for CPUID, MSR, I/O or MMIO emulation: look at the VMM log.',
    },
    {
        id: 'edk2-ve-mmio',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /MMIO #VE happened/,
        title: 'MMIO #VE that the firmware cannot decode',
        hint: 'MMIO through an instruction that the handler does not parse, or an unexpected shared address.',
    },
    {
        id: 'edk2-ept-violation',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /EPT-violation #VE on private memory is not allowed/,
        title: 'EPT-violation #VE on private memory in the firmware',
        hint: 'Memory was used before it was accepted, or the host removed it. Check the memory map of the TD HOB.',
    },
    {
        id: 'edk2-map-gpa',
        phase: 'firmware',
        severity: 'error',
        pattern: /TdVmcall\(MAPGPA\) failed with/,
        title: 'TDVMCALL<MapGPA> failed',
        hint: 'The host could not convert memory between private and shared. Firmware older than November 2023 lacks the retry (edk2 8a41004643).',
    },
    {
        id: 'edk2-vmcall-mmio',
        phase: 'firmware',
        severity: 'error',
        pattern: /: TdVmcall failed with /,
        title: 'TDVMCALL for MMIO failed in the firmware',
        hint: 'The VMM did not emulate an MMIO access: look at the VMM log for the address.',
    },
    {
        id: 'edk2-accept-memory',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Failed to AcceptMemory with/,
        title: 'The firmware failed to accept memory',
        hint: 'TDG.MEM.PAGE.ACCEPT failed: the VMM did not add the memory that its HOB describes, or the host ran out of it.',
    },
    {
        id: 'edk2-page-tables',
        phase: 'firmware',
        severity: 'fatal',
        // "idnetity" is what the source says.
        pattern: /Failed to create [a-z]+ mapping page tables/,
        title: 'The firmware could not build its page tables',
        hint: 'Too little memory for the page tables, or a wrong physical address width.',
    },
    {
        id: 'edk2-hob',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /HOB: (?<what>(?:HOB|Hob|Unknow|Invalid) ?[A-Za-z ]*[a-zA-Z])/,
        title: 'The TD HOB is not valid: $<what>',
        hint: 'The VMM handed over a HOB list that the firmware rejects; firmware and VMM do not fit each other.',
    },
    {
        id: 'edk2-td-mailbox',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Failed to relocate Td mailbox/,
        title: 'The firmware could not relocate the TD mailbox',
        hint: 'No ACPI NVS memory for the mailbox: application processors will not wake up in the OS. Give the guest more memory.',
    },
    {
        id: 'edk2-bds-unable',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /\[Bds\] ?Unable to boot!/,
        title: 'The boot manager is out of options',
        hint: 'Every boot option failed; the BdsDxe lines above say how.',
    },
    {
        id: 'edk2-decompress',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Decompress Failed - (?<status>[A-Za-z ]*[A-Za-z])/,
        title: 'The firmware volume cannot be decompressed: $<status>',
        hint: 'The firmware file is damaged (a RELEASE build is silent here): compare its sha256 with the build.',
    },
    {
        id: 'edk2-status-code',
        phase: 'firmware',
        severity: 'warning',
        pattern: /ERROR: C[0-9A-F]+:V(?<value>[0-9A-F]+) I/,
        title: 'Firmware error status code V$<value>',
        hint: 'Look the value up in MdePkg/Include/Pi/PiStatusCode.h; the GUID after it names the module.',
        // Boot option could not be loaded, boot option failed: BdsDxe says so itself, and with more words.
        unless: /:V0305100[23] /,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/bugs.js
/** BUG, WARNING and other self-checks of the kernel. */
const TRACE_END = '---[ end trace';
const BUGS = [
    {
        id: 'linux-scheduling-atomic',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: scheduling while atomic/,
        title: 'Scheduling while atomic',
        hint: 'Code slept with preemption disabled or a spinlock held.',
    },
    {
        id: 'linux-sleeping-function',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: sleeping function called from invalid context at (?<file>[A-Za-z0-9_./-]+):/,
        title: 'Sleeping function called from invalid context at $<file>',
        hint: 'Code that may sleep ran with interrupts off or a spinlock held; the trace shows the caller.',
    },
    {
        id: 'linux-bad-page',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: Bad page (?<what>state|map|cache)/,
        title: 'Bad page $<what>',
        hint: 'A page was freed or mapped while in use. Suspect a driver, or memory that the host changed.',
    },
    {
        id: 'linux-bad-rss',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: Bad rss-counter state/,
        title: 'Bad rss-counter state',
        hint: 'Memory accounting of an address space went wrong; look for an earlier memory error.',
    },
    {
        id: 'linux-preemptible-percpu',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: using (?<func>[a-z_]+)\(\) in preemptible/,
        title: '$<func>() in preemptible code',
        hint: 'Per-CPU data was used with preemption enabled; use get_cpu() or this_cpu_*() in a safe context.',
        symptom: true,
    },
    {
        id: 'linux-workqueue-leak',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: workqueue leaked lock or atomic/,
        title: 'Workqueue leaked a lock',
        hint: 'A work function returned with a lock held or preemption disabled; "last function" names it.',
    },
    {
        id: 'linux-dentry-in-use',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: Dentry .* still in use/,
        title: 'Dentry still in use at unmount',
        hint: 'A dentry reference was leaked; the name of the entry is in the line.',
    },
    {
        id: 'linux-busy-inodes',
        phase: 'kernel',
        severity: 'error',
        pattern: /VFS: Busy inodes after unmount/,
        title: 'VFS: busy inodes after unmount',
        hint: 'An inode reference was leaked; using it later is a use-after-free.',
    },
    {
        id: 'linux-close-count',
        phase: 'kernel',
        severity: 'error',
        pattern: /VFS: Close: file count is 0/,
        title: 'VFS: close of a file without references',
        hint: 'A file was released twice.',
    },
    {
        id: 'linux-netdevice-leak',
        phase: 'kernel',
        severity: 'error',
        pattern: /unregister_netdevice: waiting for (?<dev>[a-z]+)/,
        title: 'unregister_netdevice: $<dev> is still referenced',
        hint: 'A reference to the network device was leaked; CONFIG_NET_DEV_REFCNT_TRACKER=y names the owner.',
    },
    {
        id: 'linux-bug',
        phase: 'kernel',
        severity: 'error',
        pattern: /(?:^|[^A-Za-z_])BUG: (?<what>[A-Za-z](?:[A-Za-z _()-]*[A-Za-z)])?)/,
        title: 'BUG: $<what>',
        hint: 'The kernel found a broken invariant; read the report below.',
    },
    {
        id: 'linux-oops',
        phase: 'kernel',
        severity: 'error',
        pattern: /Oops: /,
        title: 'Kernel oops',
        hint: 'The line above names the fault and RIP below the function; decode it with scripts/decode_stacktrace.sh.',
        end: TRACE_END,
        symptom: true,
    },
    {
        id: 'linux-exited-atomic',
        phase: 'kernel',
        severity: 'error',
        pattern: /note: .* exited with (?:preempt_count|irqs disabled)/,
        title: 'A task died inside the kernel',
        hint: 'Follows an oops: the report above this line is the cause.',
        symptom: true,
    },
    {
        id: 'linux-stack-unwind',
        phase: 'kernel',
        severity: 'warning',
        pattern: /WARNING: kernel stack (?:regs|frame pointer) at/,
        title: 'Stack unwinder found a bad frame',
        hint: 'The stack or its unwind data is damaged; look for an earlier memory error or assembly without annotations.',
    },
    {
        id: 'linux-warning',
        phase: 'kernel',
        severity: 'warning',
        pattern: /WARNING: CPU: [0-9]+ PID: [0-9]+ at (?<file>[A-Za-z0-9_./-]+):[0-9]+ (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'WARNING in $<func> ($<file>)',
        hint: 'A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.',
        end: TRACE_END,
    },
    {
        id: 'linux-warning-new',
        phase: 'kernel',
        severity: 'warning',
        pattern: /WARNING: (?:\[.*\] )?(?<file>[A-Za-z0-9_./-]+):[0-9]+ at (?<func>[A-Za-z_][A-Za-z0-9_]*)[^ ]*, CPU#/,
        title: 'WARNING in $<func> ($<file>)',
        hint: 'A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.',
        end: TRACE_END,
    },
    {
        id: 'linux-warning-bare',
        phase: 'kernel',
        severity: 'warning',
        pattern: /WARNING: (?:CPU: [0-9]+ PID: [0-9]+ at )?(?:\[.*\] )?(?<file>[A-Za-z0-9_./-]+\.(?:[chS]|rs)):[0-9]+/,
        title: 'WARNING at $<file>',
        hint: 'A WARN_ON() fired at the named line; the boot goes on, but an assumption is broken.',
        end: TRACE_END,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/exceptions.js
/** CPU exceptions in the kernel: oopses, faults, traps. */
const exceptions_TRACE_END = '---[ end trace';
const EXCEPTIONS = [
    {
        id: 'linux-null-pointer',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: (?:unable to handle )?kernel NULL pointer dereference/,
        title: 'NULL pointer dereference',
        hint: 'RIP below names the function; decode it with scripts/decode_stacktrace.sh.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-page-fault',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: unable to handle (?:page fault for address|kernel paging request)/,
        title: 'Page fault in the kernel',
        hint: 'RIP below names the function; decode it with scripts/decode_stacktrace.sh.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-kernel-bug',
        phase: 'kernel',
        severity: 'error',
        pattern: /[kK]ernel BUG at (?<file>[A-Za-z0-9_./-]+):/,
        title: 'kernel BUG at $<file>',
        hint: 'A BUG_ON() at the named line fired; its condition is the broken assumption.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-general-protection',
        phase: 'kernel',
        severity: 'error',
        pattern: /general protection fault(?:[:,]| for non-canonical) /,
        title: 'General protection fault in the kernel',
        hint: 'Usually a pointer to freed or overwritten memory. RIP below names the function.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-double-fault',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /PANIC: double fault|double fault: [0-9a-f]+ \[#/,
        title: 'Double fault',
        hint: 'Usually a kernel stack overflow; in a TD also a nested #VE. Read the stack in the trace.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-stack-segment',
        phase: 'kernel',
        severity: 'error',
        pattern: /stack segment: [0-9a-f]+ \[#/,
        title: 'Stack segment fault in the kernel',
        hint: 'The stack or frame pointer is not canonical: it was overwritten.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-divide-error',
        phase: 'kernel',
        severity: 'error',
        pattern: /divide error: [0-9a-f]+ \[#|divide_error: [0-9a-f]+ \[#/,
        title: 'Divide error in the kernel',
        hint: 'Division by zero or overflow; RIP below names the function.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-invalid-opcode',
        phase: 'kernel',
        severity: 'error',
        pattern: /invalid opcode: [0-9a-f]+ \[#/,
        title: 'Invalid opcode in the kernel',
        hint: 'A BUG_ON() (see the line above), or an instruction that this CPU model does not have.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-int3',
        phase: 'kernel',
        severity: 'error',
        pattern: /int3: [0-9a-f]+ \[#/,
        title: 'Unexpected breakpoint (int3) in the kernel',
        hint: 'A jump into padding or a half-patched static call, kprobe or alternative.',
        end: exceptions_TRACE_END,
    },
    {
        id: 'linux-control-protection',
        phase: 'kernel',
        severity: 'error',
        pattern: /Missing ENDBR: (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'Control protection: missing ENDBR in $<func>',
        hint: 'An indirect call reached a function without ENDBR (IBT). Fix the function, or boot with ibt=off to confirm.',
    },
    {
        id: 'linux-stack-guard',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: .*stack guard page was hit/,
        title: 'Kernel stack overflow',
        hint: 'Deep recursion or large stack objects; the trace shows the repeating functions.',
        end: exceptions_TRACE_END,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/lockdep.js
/** Reports of the kernel's lock and RCU checkers. */
const LOCKDEP = [
    {
        id: 'linux-lockdep-circular',
        phase: 'kernel',
        severity: 'warning',
        pattern: /possible circular locking dependency detected/,
        title: 'lockdep: possible circular locking dependency',
        hint: 'Two locks are taken in both orders; the two chains are printed below.',
    },
    {
        id: 'linux-lockdep-recursive',
        phase: 'kernel',
        severity: 'warning',
        pattern: /possible recursive locking detected/,
        title: 'lockdep: possible recursive locking',
        hint: 'A lock of a class that is already held is taken again; use a nesting class if that is intended.',
    },
    {
        id: 'linux-lockdep-irq-inversion',
        phase: 'kernel',
        severity: 'warning',
        pattern: /possible irq lock inversion dependency detected/,
        title: 'lockdep: possible irq lock inversion',
        hint: 'A lock used in interrupts depends on one that is taken with interrupts enabled.',
    },
    {
        id: 'linux-lockdep-unsafe-order',
        phase: 'kernel',
        severity: 'warning',
        pattern: /-unsafe lock order detected/,
        title: 'lockdep: irq-safe lock depends on an irq-unsafe lock',
        hint: 'Take the inner lock with interrupts disabled everywhere, or change the order.',
    },
    {
        id: 'linux-lockdep-inconsistent',
        phase: 'kernel',
        severity: 'warning',
        pattern: /inconsistent lock state/,
        title: 'lockdep: inconsistent lock state',
        hint: 'A lock is taken both in interrupt context and with interrupts enabled.',
    },
    {
        id: 'linux-lockdep-wait-context',
        phase: 'kernel',
        severity: 'warning',
        pattern: /BUG: Invalid wait context/,
        title: 'lockdep: invalid wait context',
        hint: 'A sleeping lock is taken inside a spinning one; matters on PREEMPT_RT.',
    },
    {
        id: 'linux-lockdep-unlock-balance',
        phase: 'kernel',
        severity: 'warning',
        pattern: /bad unlock balance detected/,
        title: 'lockdep: bad unlock balance',
        hint: 'A lock is released that is not held.',
    },
    {
        id: 'linux-lockdep-held-freed',
        phase: 'kernel',
        severity: 'warning',
        pattern: /held lock freed!/,
        title: 'lockdep: held lock freed',
        hint: 'Memory that contains a held lock was freed or reinitialised.',
    },
    {
        id: 'linux-lockdep-still-held',
        phase: 'kernel',
        severity: 'warning',
        pattern: /still has locks held!|lock held when returning to user space!/,
        title: 'lockdep: lock held when leaving the kernel',
        hint: 'An error path returns without releasing the lock named below.',
    },
    {
        id: 'linux-lockdep-nested',
        phase: 'kernel',
        severity: 'warning',
        pattern: /Nested lock was not taken/,
        title: 'lockdep: nested lock was not taken',
        hint: 'mutex_lock_nest_lock() and friends need the outer lock to be held.',
    },
    {
        id: 'linux-lockdep-key',
        phase: 'kernel',
        severity: 'warning',
        pattern: /INFO: trying to register non-static key/,
        title: 'lockdep: lock used before initialisation',
        hint: 'A lock in zeroed or stack memory was never initialised (or was freed).',
    },
    {
        id: 'linux-lockdep-limit',
        phase: 'kernel',
        severity: 'warning',
        pattern: /BUG: (?<limit>MAX_[A-Z_]+) too low!/,
        title: 'lockdep: $<limit> too low',
        hint: 'lockdep switched itself off: later locking bugs stay unseen. Raise the CONFIG_LOCKDEP_*_BITS limit.',
    },
    {
        id: 'linux-rcu-usage',
        phase: 'kernel',
        severity: 'warning',
        pattern: /suspicious RCU usage/,
        title: 'Suspicious RCU usage',
        hint: 'RCU protected data is read outside rcu_read_lock() or without the lock; the line below names the place.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/lockups.js
/** A Linux kernel that does not get on: lockups, stalls, hung tasks. */
const LOCKUPS = [
    {
        id: 'linux-soft-lockup',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: soft lockup - CPU#[0-9]+ stuck for/,
        title: 'Soft lockup',
        hint: 'A CPU did not schedule for 20 s and more. On a loaded host or under TCG the vCPU may simply have been starved: check the host first.',
    },
    {
        id: 'linux-hard-lockup',
        phase: 'kernel',
        severity: 'error',
        pattern: /detected hard LOCKUP on cpu/,
        title: 'Hard lockup',
        hint: 'A CPU took no interrupts for seconds: it spins with interrupts off, or the host did not run the vCPU.',
    },
    {
        id: 'linux-workqueue-lockup',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: workqueue lockup/,
        title: 'Workqueue lockup',
        hint: 'No worker made progress; "Showing busy workqueues" below names the stuck work.',
    },
    {
        id: 'linux-hung-task',
        phase: 'kernel',
        severity: 'error',
        pattern: /INFO: task [^A-Za-z]*(?<task>[A-Za-z][A-Za-z_.-]*).* blocked (?:in I\/O wait )?for more than/,
        title: 'Hung task: $<task>',
        hint: 'The task waits for a lock or for I/O that never ends; its stack is below. Check that the disk back end still answers.',
    },
    {
        id: 'linux-undying-task',
        phase: 'kernel',
        severity: 'error',
        pattern: /INFO: task [^A-Za-z]*(?<task>[A-Za-z][A-Za-z_.-]*).* can't die for more than/,
        title: 'Task that cannot die: $<task>',
        hint: 'The task was killed but waits without end in the kernel; its stack is below.',
    },
    {
        id: 'linux-rcu-self-stall',
        phase: 'kernel',
        severity: 'error',
        pattern: /INFO: rcu.* self-detected stall on CPU/,
        title: 'RCU stall (self-detected)',
        hint: 'This CPU looped without a quiescent state, or its vCPU was not run by the host. The stack below shows what it did.',
    },
    {
        id: 'linux-rcu-stall',
        phase: 'kernel',
        severity: 'error',
        pattern: /rcu.* detected (?:expedited )?stalls on /,
        title: 'RCU stall',
        hint: 'A CPU or task blocks RCU, or a vCPU was not run by the host. The stacks below show what it did.',
    },
    {
        id: 'linux-rcu-starved',
        phase: 'kernel',
        severity: 'error',
        pattern: /kthread starved for [0-9]+ jiffies/,
        title: 'RCU kthread starved',
        hint: 'The RCU thread got no CPU time: real-time tasks hog the CPU, or the host is overloaded.',
    },
    {
        id: 'linux-rcu-timer',
        phase: 'kernel',
        severity: 'error',
        pattern: /kthread timer wakeup didn't happen for/,
        title: 'RCU timer wakeup did not happen',
        hint: 'Timer interrupts do not arrive: check the clock source, the local APIC timer and the load of the host.',
    },
    {
        id: 'linux-spinlock',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: (?<what>(?:spin|rw)lock [a-z][a-z ]*[a-z])/,
        title: '$<what>',
        hint: 'Lock debugging found a lock that is held for too long, corrupted or released twice.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/panics.js
/** What a Linux kernel prints when it gives up. */
/** `panic()` closes its report with this line; it repeats the reason, so it is not a second panic. */
const PANIC_END = '---[ end Kernel panic';
const PANIC_END_LINE = /end Kernel panic/;
const panics_TRACE_END = '---[ end trace';
const PANICS = [
    {
        id: 'linux-panic-root-fs',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: VFS: Unable to mount root fs/,
        title: 'Kernel panic: unable to mount the root file system',
        hint: 'Check root= and that the disk driver and file system are built in or in the initrd. An initrd that was not loaded (Cloud Hypervisor ignores it with TDX) ends here too.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-init-killed',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: Attempted to kill (?:init|the idle task)!/,
        title: 'Kernel panic: init died',
        hint: 'PID 1 ended. exitcode=0x0000NN00 is its exit status NN (7f = command not found), 0x0000000b is SIGSEGV, 0x00000004 is SIGILL. Look at the last lines of init above.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-no-init',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: (?<what>No working init found|No init found|Requested init)/,
        title: 'Kernel panic: $<what>',
        hint: 'No executable init was found: check rdinit=/init=, that the initrd contains an executable /init for this architecture, and its interpreter and libraries.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-tdvmcall',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /TDVMCALL failed\. TDX module bug\?/,
        title: 'Kernel panic: TDVMCALL failed in the TDX module',
        hint: 'The TDX module refused a TDG.VP.VMCALL. Compare TDX module version and guest kernel; a register mask that exposes RBP is refused when the TD has NO_RBP_MOD.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-tdcall',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /TDCALL (?<leaf>[0-9]+) failed \(Buggy TDX module!\)/,
        title: 'Kernel panic: TDCALL leaf $<leaf> failed',
        hint: 'A TDCALL that must not fail failed. Check the TDX module version on the host and report the leaf number.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-tdx-ept',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Unexpected EPT-violation on private memory/,
        title: 'Kernel panic: EPT violation on private memory',
        hint: 'The guest touched private memory that was never accepted or that the host took away. Check memory acceptance in the firmware and the HOB/E820 memory map.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-tdx-accept',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /TDX: Failed to accept memory/,
        title: 'Kernel panic: TDX failed to accept memory',
        hint: 'TDG.MEM.PAGE.ACCEPT failed. Check that the memory map matches the memory of the TD; try accept_memory=eager to see whether a fixed range fails.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-stack-protector',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /stack-protector: Kernel stack is corrupted in: (?<func>[A-Za-z0-9_]+)/,
        title: 'Kernel panic: stack corrupted in $<func>',
        hint: 'A function wrote past a buffer on its stack. Rebuild with CONFIG_KASAN=y to find the write.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-stack-end',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /corrupted stack end detected inside scheduler/,
        title: 'Kernel panic: stack end corrupted',
        hint: 'The kernel stack overflowed. Look for deep recursion in the trace; CONFIG_VMAP_STACK=y catches the overflow where it happens.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-oom',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: (?:Out of memory|System is deadlocked on memory)/,
        title: 'Kernel panic: out of memory',
        hint: 'Give the guest more memory, or make the initrd smaller: an initramfs is unpacked into RAM.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-on-warn',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: .*panic_on_warn set/,
        title: 'Kernel panic: panic_on_warn set',
        hint: 'The report just above this line is the cause; panic_on_warn only turned it into a panic.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
        symptom: true,
    },
    {
        id: 'linux-panic-fatal-exception',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: .*Fatal exception/,
        title: 'Kernel panic: fatal exception',
        hint: 'The oops just above this line is the cause; decode its RIP with scripts/decode_stacktrace.sh and the matching vmlinux.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
        symptom: true,
    },
    {
        id: 'linux-panic',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing: (?<reason>[A-Za-z](?:[A-Za-z' _:!,.+*?-]*[A-Za-z!?.])?)/,
        title: 'Kernel panic: $<reason>',
        hint: 'Read the lines above the panic for the cause, and decode the call trace with scripts/decode_stacktrace.sh.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-panic-other',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /Kernel panic - not syncing/,
        title: 'Kernel panic',
        hint: 'Read the lines above the panic for the cause, and decode the call trace with scripts/decode_stacktrace.sh.',
        end: PANIC_END,
        unless: PANIC_END_LINE,
    },
    {
        id: 'linux-rust-panic',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /rust_kernel: panicked at (?<file>[A-Za-z0-9_./-]+\.rs)/,
        title: 'Rust panic in $<file>',
        hint: 'Rust code in the kernel panicked: an assertion, an index or an unwrap at the named line.',
        end: panics_TRACE_END,
    },
    {
        id: 'linux-decompressor-halted',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /-- System halted/,
        title: 'Kernel decompressor halted',
        hint: 'The compressed kernel could not be unpacked or started; the reason is on the line above. Check the bzImage for damage and the memory size.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/resources.js
/** A Linux kernel that has run out of something. */
const RESOURCES = [
    {
        id: 'linux-oom-kill',
        phase: 'kernel',
        severity: 'error',
        pattern: /(?:Out of memory|Memory cgroup out of memory): Kill(?:ed)? process [0-9]+ \((?<task>[A-Za-z][A-Za-z_.-]*)/,
        title: 'Out of memory: killed $<task>',
        hint: 'Give the guest more memory, or make the initrd smaller: an initramfs is unpacked into RAM.',
    },
    {
        id: 'linux-oom-constraint',
        phase: 'kernel',
        severity: 'error',
        pattern: /oom-kill:constraint=(?<constraint>[A-Z_]+)/,
        title: 'OOM killer ran ($<constraint>)',
        hint: 'CONSTRAINT_NONE: the whole guest is out of memory. CONSTRAINT_MEMCG: only a cgroup limit was hit.',
    },
    {
        id: 'linux-page-allocation',
        phase: 'kernel',
        severity: 'warning',
        pattern: /page allocation failure: order:(?<order>[0-9]+)/,
        title: 'Page allocation failure (order $<order>)',
        hint: 'Memory is short or fragmented; raise the memory of the guest.',
    },
    {
        id: 'linux-initramfs-unpack',
        phase: 'kernel',
        severity: 'warning',
        pattern: /Initramfs unpacking failed: (?<why>[A-Za-z](?:[A-Za-z ]*[a-z])?)/,
        title: 'Initramfs unpacking failed: $<why>',
        hint: 'The initrd is damaged, compressed in a way that this kernel cannot read, or larger than the memory ("write error").',
    },
    {
        id: 'linux-disk-error',
        phase: 'kernel',
        severity: 'error',
        pattern: /I\/O error, dev (?<dev>vd|sd|nvme|dm-|md|pmem)/,
        title: 'I/O error on disk $<dev>*',
        hint: 'The VMM could not read or write the disk image: check its size, its file system and the space on the host.',
    },
    {
        id: 'linux-ext4-error',
        phase: 'kernel',
        severity: 'error',
        pattern: /EXT4-fs error \(device (?<dev>[a-z]+)/,
        title: 'EXT4 error on $<dev>*',
        hint: 'The file system in the image is damaged. Check the image with e2fsck; never boot one writable image twice at a time.',
    },
    {
        id: 'linux-irq-nobody-cared',
        phase: 'kernel',
        severity: 'warning',
        pattern: /irq (?<irq>[0-9]+): nobody cared/,
        title: 'irq $<irq>: nobody cared',
        hint: 'An interrupt line stays asserted without a driver that handles it; the kernel switched it off.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/sanitizers.js
/** Reports of the kernel's sanitizers: KASAN, KCSAN, KMSAN, KFENCE, UBSAN, kmemleak. */
const SANITIZERS = [
    {
        id: 'linux-kasan',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: KASAN: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'KASAN: $<kind> in $<func>',
        hint: 'A memory error at the named function. The report below lists the access, the allocation and the free.',
        end: 'Memory state around the buggy address',
    },
    {
        id: 'linux-kasan-other',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: KASAN: (?<kind>[a-z][a-z -]*[a-z])/,
        title: 'KASAN: $<kind>',
        hint: 'A memory error. The report below lists the access, the allocation and the free.',
        end: 'Memory state around the buggy address',
    },
    {
        id: 'linux-kcsan',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: KCSAN: (?<kind>[a-z][a-z-]*) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'KCSAN: $<kind> in $<func>',
        hint: 'Two contexts access the same memory without ordering. Use READ_ONCE/WRITE_ONCE, a lock, or data_race() if it is intended.',
        end: 'Reported by Kernel Concurrency Sanitizer',
    },
    {
        id: 'linux-kmsan',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: KMSAN: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'KMSAN: $<kind> in $<func>',
        hint: 'Uninitialised memory was used. The report below shows where it was allocated.',
    },
    {
        id: 'linux-kfence',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG: KFENCE: (?<kind>[a-z][a-z -]*[a-z]) in (?<func>[A-Za-z_][A-Za-z0-9_]*)/,
        title: 'KFENCE: $<kind> in $<func>',
        hint: 'A sampled heap error. The report below lists the access, the allocation and the free.',
    },
    {
        id: 'linux-ubsan',
        phase: 'kernel',
        severity: 'error',
        pattern: /UBSAN: (?<kind>[A-Za-z][A-Za-z -]*[a-z]) in (?<file>[A-Za-z0-9_./-]+):/,
        title: 'UBSAN: $<kind> in $<file>',
        hint: 'Undefined behaviour in C at the named file and line.',
    },
    {
        id: 'linux-kmemleak',
        phase: 'kernel',
        severity: 'error',
        pattern: /kmemleak: [0-9]+ new suspected memory leaks/,
        title: 'kmemleak: suspected memory leaks',
        hint: 'Read /sys/kernel/debug/kmemleak in the guest for the allocation traces.',
    },
    {
        id: 'linux-kmemleak-object',
        phase: 'kernel',
        severity: 'error',
        pattern: /unreferenced object 0x[0-9a-f]+/,
        title: 'kmemleak: unreferenced object',
        hint: 'No pointer to this allocation is left. The backtrace below names the function that allocated it.',
    },
    {
        id: 'linux-slub',
        phase: 'kernel',
        severity: 'error',
        pattern: /BUG (?<cache>[A-Za-z][A-Za-z0-9_:.-]*) \((?:T|Not t)ainted[^)]*\): +(?<what>[A-Za-z](?:[A-Za-z -]*[a-z])?)/,
        title: 'Slab corruption in $<cache>: $<what>',
        hint: 'The slab allocator found a damaged object. Rebuild with CONFIG_KASAN=y to find the write.',
    },
    {
        id: 'linux-usercopy',
        phase: 'kernel',
        severity: 'error',
        pattern: /usercopy: Kernel memory (?<what>[a-z]+) attempt detected/,
        title: 'usercopy: kernel memory $<what> attempt',
        hint: 'copy_to_user/copy_from_user with a length that leaves its object.',
    },
    {
        id: 'linux-list-corruption',
        phase: 'kernel',
        severity: 'error',
        pattern: /(?<op>list_add|list_del) corruption/,
        title: '$<op> corruption',
        hint: 'A list entry was freed, added twice or overwritten. Rebuild with CONFIG_KASAN=y.',
    },
    {
        id: 'linux-refcount',
        phase: 'kernel',
        severity: 'error',
        pattern: /refcount_t: (?<what>[a-z][a-z0-9 -]*[a-z0-9])/,
        title: 'refcount_t: $<what>',
        hint: 'Unbalanced get and put on a reference counter; the trace shows the last user.',
    },
    {
        id: 'linux-ref-tracker',
        phase: 'kernel',
        severity: 'error',
        pattern: /ref_tracker: /,
        title: 'ref_tracker: leaked or double released reference',
        hint: 'The trace below shows where the reference was taken.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/tdx.js
/** What a Linux guest prints when something is wrong with its Trust Domain. */
const tdx_TRACE_END = '---[ end trace';
const TDX = [
    {
        id: 'linux-tdx-unexpected-ve',
        phase: 'kernel',
        severity: 'error',
        pattern: /tdx: Unexpected #VE: (?<reason>[0-9]+)/,
        title: 'Unexpected #VE, exit reason $<reason>',
        hint: 'The kernel did something a TD may not do; the number is the VMX exit reason (28 = control register access, 48 = EPT violation, 32 = WRMSR). The trace below shows where. For 28 in MTRR code boot with clearcpuid=mtrr.',
    },
    {
        id: 'linux-tdx-ve-fault',
        phase: 'kernel',
        severity: 'error',
        pattern: /VE fault: [0-9a-f]+ \[#/,
        title: 'Virtualization exception (#VE) oops',
        hint: 'A #VE that the kernel cannot handle killed this context. RIP names the instruction; the line before it names the exit reason.',
        end: tdx_TRACE_END,
    },
    {
        id: 'linux-tdx-sept-ve-disable',
        phase: 'kernel',
        severity: 'error',
        pattern: /TD misconfiguration: SEPT_VE_DISABLE/,
        title: 'TD attribute SEPT_VE_DISABLE is not set',
        hint: 'Only a debug TD survives this. Set sept-ve-disable=on (QEMU tdx-guest) so that the host cannot inject #VE on private memory.',
    },
    {
        id: 'linux-swiotlb-full',
        phase: 'kernel',
        severity: 'error',
        pattern: /swiotlb buffer is full/,
        title: 'DMA bounce buffers (swiotlb) are full',
        hint: 'A TD does all DMA through bounce buffers. Raise swiotlb= on the command line or reduce queue sizes.',
    },
    {
        id: 'linux-tdx-debug',
        phase: 'kernel',
        severity: 'warning',
        pattern: /tdx: Attributes: .*DEBUG|# cc\.attributes: .*DEBUG/,
        title: 'This is a debug TD',
        hint: 'Attribute bit 0 is set: the host can read and write its memory and registers. Never give secrets to it; a verifier must refuse it.',
    },
    {
        id: 'linux-tdx-test-module',
        phase: 'userspace',
        severity: 'error',
        pattern: /\+0x[0-9a-f]+\/0x[0-9a-f]+ \[(?<module>tdx_compliance|tdx_[a-z]*test[a-z]*)/,
        title: 'Call trace through the test module $<module>',
        hint: 'The guest is up: a test module that was loaded from userspace broke a rule of the kernel (lkvs#480: CPUID with preemption enabled). Fix the module, or allow the line.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/linux/index.js
/** What Linux prints when something is wrong, specific rows before general ones. */








const LINUX = [
    ...PANICS,
    ...TDX,
    ...SANITIZERS,
    ...EXCEPTIONS,
    ...LOCKUPS,
    ...LOCKDEP,
    ...BUGS,
    ...RESOURCES,
];

;// CONCATENATED MODULE: ./lib/judge/catalog/other-guests.js
/** What guest kernels other than Linux print when they give up: Rust kernels and unikernels mostly say so alike. */
const OTHER_GUESTS = [
    {
        id: 'guest-ve',
        phase: 'kernel',
        severity: 'error',
        pattern: /[vV]irtualization [eE]xception|VIRTUALIZATION_EXCEPTION|[uU]n(?:handled|expected) #?VE\b|#VE (?:exception|handler).*(?:fail|unhandled|panic)/,
        title: 'Virtualization exception (#VE) that the guest kernel cannot handle',
        hint: 'The kernel did something that a TD may not do (CPUID, MSR, port I/O, MMIO) before or outside of its #VE handler; the exit reason names it.',
    },
    {
        id: 'guest-panic',
        phase: 'kernel',
        severity: 'error',
        pattern: /Uncaught panic|[kK]ernel panicked|KERNEL PANIC|^ *(?:\[[^\]]*\] )*panicked at |[pP]anicked at (?:'.*', )?(?:kernel|ostd|framework)\//,
        title: 'The guest kernel panicked',
        hint: 'The line or the next one has the message and the place in the source.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/other-vmms.js
/** What other VMMs and management layers print when a Trust Domain does not start: libvirt, OpenHCL, ESXi, shells. */
const other_vmms_VMM = ['vmm'];
const OTHER_VMMS = [
    {
        id: 'libvirt-launch-security',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /(?:'type' in element 'launchSecurity'|launchSecurity type|[lL]aunch security type) ?:? ?'?[tT][dD][xX]'?|[tT][dD][xX] launchSecurity .*not supported|unsupported configuration: .*(?:launchSecurity|[tT][dD][xX])/,
        title: 'This libvirt does not know Trust Domains',
        hint: 'launchSecurity type tdx needs a libvirt with TDX (11.6 or newer, or the one of the TDX packages) and a QEMU with tdx-guest (canonical/tdx#135).',
        streams: other_vmms_VMM,
    },
    {
        id: 'libvirt-define',
        phase: 'vmm',
        severity: 'error',
        pattern: /error: Failed to (?:define|create|start) domain/,
        title: 'libvirt could not define or start the domain',
        hint: 'The lines around this one say why; /var/log/libvirt/qemu/<domain>.log has what QEMU said.',
        streams: other_vmms_VMM,
        symptom: true,
    },
    {
        id: 'libvirt-monitor',
        phase: 'vmm',
        severity: 'error',
        pattern: /process exited while connecting to monitor|[qQ][eE][mM][uU] unexpectedly closed the monitor|error: (?:internal error|XML error|unsupported configuration|operation failed):/,
        title: 'libvirt lost QEMU or refused the domain',
        hint: 'The rest of the line, or /var/log/libvirt/qemu/<domain>.log, says why.',
        streams: other_vmms_VMM,
        symptom: true,
    },
    {
        id: 'script-td-failed',
        phase: 'vmm',
        severity: 'error',
        pattern: /Failed to create TD VM/,
        title: 'The script could not create the TD',
        hint: 'The log file that the line names has what QEMU said.',
        streams: other_vmms_VMM,
        symptom: true,
    },
    {
        id: 'vmm-crashed',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Segmentation fault|core dumped|Aborted \(core|(?:qemu|cloud-hyp)[^ ]*\[[0-9]+\]: segfault at/,
        title: 'The VMM crashed',
        hint: 'A bug of the VMM, or the end of a chain: read what it printed before, and the host dmesg.',
        streams: ['vmm', 'host'],
        symptom: true,
    },
    {
        id: 'openhcl-shared-pages',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /(?:unable to make|cannot make|cannot convert|failed to (?:make|convert)) (?:the )?shared pool|shared pool pages.*(?:shared vis|fail)/,
        title: 'OpenHCL: memory could not be shared with the host',
        hint: 'The paravisor failed to convert pages of its shared pool in a TDX partition: use an OpenHCL image that belongs to this host (openvmm#901).',
    },
    {
        id: 'openhcl-vsm',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /hcl error: |failed to (?:get|set|read) (?:the )?V[PS]M? register|VP register VsmCapabilities/,
        title: 'OpenHCL: a register of the partition cannot be read',
        hint: 'The paravisor and the hypervisor do not fit in a TDX partition: use an OpenHCL image that belongs to this host (openvmm#901).',
    },
    {
        id: 'openhcl-worker',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /underhill_[a-z_]+(?:::[a-z_]+)*: +ERROR|ERROR.*target.*(?:underhill|openhcl)_|failed in the management VTL|openhcl_[a-z_]+(?:::[a-z_]+)*: +ERROR|UnderhillWorker.*(?:failed|ERROR)|(?:underhill|openhcl)[a-z_]*.*panicked at/,
        title: 'OpenHCL: the paravisor failed to start',
        hint: 'It stands before the guest\u2019s own firmware, which never ran. The error chain in the line or below names the step; use an OpenHCL image that belongs to this host.',
    },
    {
        id: 'vmm-tdh-call',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /(?<call>TDH\.[A-Z]+(?:\.[A-Z]+)*) (?:has )?(?:failed|returned error)/,
        title: '$<call> failed: the TDX module refused the VMM',
        hint: 'TDX_OPERAND_INVALID names the operand; for TDH.MNG.INIT RCX has the CPUID leaf that the TD may not be configured with (tdx-module#24).',
        streams: other_vmms_VMM,
    },
    {
        id: 'vmm-tdx-abi',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX command (?:approaches )?failed/,
        title: 'KVM refuses the TDX commands of this VMM',
        hint: 'EINVAL and ENOTTY: the VMM speaks another TDX ABI than the host kernel. Cloud Hypervisor up to v52 needs Intel\u2019s 2022 tree; use QEMU 10.1 or newer on 6.16 and newer (cloud-hypervisor#7207).',
        streams: other_vmms_VMM,
    },
    {
        id: 'vmm-tdx-os-error',
        phase: 'vmm',
        severity: 'error',
        pattern: /(?:TDX|[tT]dx).*(?:Inappropriate ioctl for device|Invalid argument|os error (?:22|25)|code: (?:22|25))/,
        title: 'KVM refuses a TDX call of this VMM',
        hint: 'The VMM speaks another TDX ABI than the host kernel, or TDX is off: check the versions and /sys/module/kvm_intel/parameters/tdx.',
        streams: other_vmms_VMM,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/qemu-tdx.js
/** What QEMU prints on its own stderr when it cannot create or keep a Trust Domain. */
/** A guest may print these words on its console: only the VMM's own stderr counts. */
const qemu_tdx_VMM = ['vmm'];
const QEMU_TDX = [
    {
        id: 'qemu-tdx-vm-type',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /(?:[vV][mM]|[kK][vV][mM])[-_ ][tT]ype:? ['"]?[A-Za-z0-9_]*[tT][dD][xX][A-Za-z0-9_]*['"]? (?:is )?not supported/,
        title: 'KVM does not offer the TDX VM type',
        hint: 'TDX is off on the host: check /sys/module/kvm_intel/parameters/tdx and dmesg for tdx, and that kernel (6.16+) and QEMU (10.1+) belong together.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-no-tdx-guest',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /'qom-type' does not accept value 'tdx-guest'|invalid object type: tdx-guest/,
        title: 'This QEMU is built without TDX',
        hint: 'Use QEMU 10.1 or newer built with CONFIG_TDX; qemu-system-x86_64 -object help must list tdx-guest.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-ioctl-hw',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX ioctl (?<ioctl>[A-Z_]+) failed, hw_errors: 0x[0-9a-f]+: (?<errno>[A-Z][A-Za-z ]*[a-z])/,
        title: '$<ioctl> failed: $<errno>',
        hint: 'hw_errors is the status of the TDX module. For KVM_TDX_INIT_VM check -cpu, attributes, XFAM and phys-bits.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-ioctl',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /(?<ioctl>KVM_TDX_[A-Z_]+) failed:? (?<errno>[A-Z][A-Za-z /]*[a-z])/,
        title: '$<ioctl> failed: $<errno>',
        hint: 'KVM refused the TD parameters: check -cpu host, attributes and the guest physical address width (48 or 52), and that QEMU fits the kernel.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-cpuid-limit',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /KVM TDX seems broken that number of CPUID entries/,
        title: 'KVM reports too many CPUID entries for TDX',
        hint: 'QEMU and kernel do not fit each other.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-machine',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX VM doesn't support (?<feature>SMM|PIC)/,
        title: 'A TD cannot have $<feature>',
        hint: 'Remove smm=on or pic=on from -machine.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-irqchip',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX VM requires kernel_irqchip to be split/,
        title: 'A TD needs kernel_irqchip=split',
        hint: 'Remove kernel_irqchip from -machine or set it to split.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-guid',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Cannot find TDX_METADATA_OFFSET_GUID/,
        title: 'The firmware has no TDX metadata',
        hint: 'Use a TD firmware with -bios: edk2 IntelTdxX64 or OVMF.inteltdx.fd, not a plain OVMF.fd.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-section-type',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDVF contains unsupported section type (?<type>[0-9]+)/,
        title: 'The firmware has a TDVF section of type $<type> that QEMU does not know',
        hint: "Type 5 is td-shim's PayloadParam: QEMU boots only td-shim images with a built-in executable payload (td-shim#656).",
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-metadata',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Broken metadata RawDataSize/,
        title: 'The TDX metadata of the firmware is broken',
        hint: 'A section has more raw data than memory; older QEMU refuses such images (MigTD#1016).',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-hob',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDVF metadata doesn't specify TD_HOB location/,
        title: 'The firmware has no TD_HOB section',
        hint: 'The firmware was not built for TDX, or with another layout.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-section',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Failed to accept memory for TDVF section|Unsupported TDVF section/,
        title: 'QEMU cannot place a TDVF section',
        hint: 'The memory of the guest does not cover a section of the firmware, or the section type is unknown.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdvf-parse',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /failed to parse TDVF for TDX VM/,
        title: 'QEMU cannot read the TDVF metadata',
        hint: 'Use a TD firmware with -bios: edk2 IntelTdxX64 or OVMF.inteltdx.fd.',
        streams: qemu_tdx_VMM,
        symptom: true,
    },
    {
        id: 'qemu-kvm-bus-cycles',
        phase: 'host',
        severity: 'fatal',
        pattern: /KVM doesn't support KVM_CAP_X86_APIC_BUS_CYCLES_NS/,
        title: 'The host kernel is too old for TDX',
        hint: 'Use a host kernel from 6.16 on.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-tsc',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Invalid TSC [0-9]+ KHz/,
        title: 'Invalid TSC frequency for a TD',
        hint: 'tsc-freq must be 100 MHz to 10 GHz in steps of 25 MHz; or leave it out.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-phys-bits',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX requires guest CPU physical bits/,
        title: 'phys-bits of the guest must equal the host',
        hint: 'Use -cpu host without phys-bits.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-attributes',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Invalid attributes 0x[0-9a-f]+ for TDX VM|Some QEMU unsupported TD attribute bits|Invalid XFAM/,
        title: 'Invalid TD attributes or XFAM',
        hint: 'KVM or QEMU does not support a requested attribute bit or XSAVE feature: check attributes= and the -cpu options.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-digest',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /TDX '(?<property>[a-z]+)' sha384 digest was/,
        title: '$<property> is not a SHA-384 digest',
        hint: 'The property is the base64 form of 48 bytes.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-guest-fatal',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /TDX guest reports fatal error\..*message:"(?<message>[^"]*)/,
        title: 'The guest reported a fatal error: $<message>',
        hint: 'The firmware or kernel called ReportFatalError; the message is its own. SEPT_VE_DISABLE: set sept-ve-disable=on.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-tdx-guest-fatal-silent',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /TDX guest reports fatal error/,
        title: 'The guest reported a fatal error',
        hint: 'The firmware or kernel called ReportFatalError without a text; the error code is in the line.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-td-reset',
        phase: 'kernel',
        severity: 'fatal',
        pattern: /cpus are not resettable, terminating/,
        title: 'The guest reset itself, and a TD cannot be reset',
        hint: 'A triple fault, a panic with panic=-1 or a reboot. Look at the last lines of the guest.',
        streams: qemu_tdx_VMM,
        symptom: true,
    },
    {
        id: 'qemu-map-gpa',
        phase: 'vmm',
        severity: 'error',
        pattern: /KVM_HC_MAP_GPA_RANGE not enabled for guest/,
        title: 'KVM_HC_MAP_GPA_RANGE is not enabled',
        hint: 'QEMU and kernel do not fit each other.',
        streams: qemu_tdx_VMM,
    },
    {
        id: 'qemu-guest-memfd',
        phase: 'host',
        severity: 'fatal',
        pattern: /KVM does not support guest_memfd/,
        title: 'KVM does not support guest_memfd',
        hint: 'A TD needs KVM with guest_memfd (6.16 and newer with CONFIG_KVM_INTEL_TDX) and -accel kvm.',
        streams: qemu_tdx_VMM,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/qemu.js
/** What QEMU prints on its own stderr when it cannot start, cannot run or lose a guest. */

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const qemu_VMM = ['vmm'];
const RUN = [
    {
        id: 'qemu-kvm-run-failed',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /error: kvm run failed (?<errno>[A-Z][A-Za-z /]*[a-z])/,
        title: 'KVM_RUN failed: $<errno>',
        hint: 'The vCPU died. For a TD update BIOS and TDX module and read the host dmesg; a firmware panic (td-shim#548) ends here too.',
        streams: qemu_VMM,
        symptom: true,
    },
    {
        id: 'qemu-kvm-unknown-exit',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /KVM: unknown exit/,
        title: 'KVM returned an unknown exit',
        hint: 'A TDX module or kernel that this QEMU does not fit (canonical/tdx#348: old TDX module).',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-kvm-entry-failed',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /KVM: entry failed, hardware error/,
        title: 'KVM could not enter the guest',
        hint: 'Invalid guest state or no nested virtualisation for this mode; read the host dmesg.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-kvm-internal-error',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /KVM internal error\. Suberror: (?<code>[0-9]+)/,
        title: 'KVM internal error (suberror $<code>)',
        hint: 'KVM could not emulate an instruction (1) or deliver an event (2). This /dev/kvm may be software-only: use platform emulated. QEMU does not exit by itself.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-msr',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /error: failed to (?<op>set|get) MSR (?<msr>0x[0-9a-f]+)/,
        title: 'KVM refused to $<op> MSR $<msr>',
        hint: '-cpu host asks for a feature that this KVM does not have; a software-only /dev/kvm does this. Use platform emulated.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-registers',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Failed to get registers: /,
        title: 'KVM has given the VM up: QEMU cannot even read the registers of its vCPU',
        hint: 'After a bug of its own or of the TDX module KVM answers every call with an I/O error. The host dmesg has a WARN; update BIOS and TDX module (1.5.06 or later) and the host kernel (canonical/tdx#348, #100).',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-code-outside-ram',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Trying to execute code outside RAM or ROM at/,
        title: 'The guest jumped outside RAM and ROM',
        hint: 'Damaged firmware, or a jump through a wild pointer.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-virtio-descriptor',
        phase: 'kernel',
        severity: 'error',
        pattern: /bogus descriptor or out of resources|zero sized buffers are not allowed/,
        title: 'virtio: bogus descriptor',
        hint: 'The guest gave QEMU an address that it cannot read: a TD must use shared memory (iommu_platform=on, swiotlb) (canonical/tdx#106).',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-assertion',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /: (?<func>[A-Za-z_][A-Za-z0-9_]*): Assertion `.*' failed/,
        title: 'QEMU assertion failed in $<func>',
        hint: 'QEMU aborted; the error line above is the cause, or it is a bug of QEMU.',
        streams: qemu_VMM,
        symptom: true,
    },
    {
        id: 'qemu-register-dump',
        phase: 'vmm',
        severity: 'error',
        pattern: /EAX=[0-9a-f]+ EBX=[0-9a-f]+ |RAX=[0-9a-f]+ RBX=[0-9a-f]+ /,
        title: 'QEMU dumps the registers of a vCPU that died',
        hint: 'The line before the dump says why. Registers of a TD are private: all zero means nothing.',
        streams: qemu_VMM,
        symptom: true,
    },
    {
        id: 'qemu-signal',
        phase: 'vmm',
        severity: 'warning',
        pattern: /terminating on signal (?<signal>[0-9]+)/,
        title: 'QEMU was ended by signal $<signal>',
        hint: 'Someone ended QEMU; the process is named in the line. 15 is also how a deadline ends it.',
        streams: qemu_VMM,
        symptom: true,
    },
];
const START = [
    {
        id: 'qemu-kvm-access',
        phase: 'host',
        severity: 'fatal',
        pattern: /Could not access KVM kernel module: (?<errno>[A-Z][A-Za-z ]*[a-z])/,
        title: 'KVM is not usable: $<errno>',
        hint: 'Permission denied: add the user to group kvm. No such file: load kvm_intel and enable virtualisation, or use platform emulated.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-kvm-init',
        phase: 'host',
        severity: 'fatal',
        pattern: /failed to initialize (?:kvm|KVM): (?<errno>[A-Z][A-Za-z ]*[a-z])/,
        title: 'QEMU could not initialise KVM: $<errno>',
        hint: 'The line above says what KVM refused.',
        streams: qemu_VMM,
        symptom: true,
    },
    {
        id: 'qemu-accelerator',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /invalid accelerator (?<accel>[a-z]+)/,
        title: 'QEMU has no accelerator $<accel>',
        hint: 'This QEMU was built without it: install the full qemu-system-x86 package.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-firmware',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /could not load PC BIOS '/,
        title: 'QEMU could not load the firmware',
        hint: 'The file is missing, empty, or its size is not a multiple of 64 KiB.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-kernel',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /could not (?:load|open) kernel '[^']*'/,
        title: 'QEMU could not load the kernel',
        hint: 'Check the path of -kernel.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-kernel-format',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Error loading uncompressed kernel without PVH ELF Note/,
        title: 'The kernel is an ELF file without PVH entry',
        hint: 'Pass a bzImage (vmlinuz), or build vmlinux with CONFIG_PVH=y.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-initrd',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /error reading initrd|could not (?:load|open) initrd|initrd is too large/,
        title: 'QEMU could not load the initrd',
        hint: 'Check the path of -initrd and the memory of the guest.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-image-lock',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Failed to get (?:shared )?"(?<mode>[a-z ]+)" lock/,
        title: 'The disk image is in use by another process',
        hint: 'Another QEMU has the image open: give each VM its own copy or overlay.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-open-file',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Could not open '[^']*': (?<errno>[A-Z][A-Za-z ]*[a-z])/,
        title: 'QEMU could not open a file: $<errno>',
        hint: 'The line names the file; check its path and permissions.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-host-forwarding',
        phase: 'host',
        severity: 'fatal',
        pattern: /Could not set up host forwarding rule/,
        title: 'QEMU could not forward a host port',
        hint: 'The port is in use: choose another one, or let the system choose.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-address-in-use',
        phase: 'host',
        severity: 'fatal',
        pattern: /Address already in use/,
        title: 'A socket, port or vsock CID is already in use',
        hint: 'Another VM uses it, or an old one is still alive; guest CIDs must be unique on the host.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-memory',
        phase: 'host',
        severity: 'fatal',
        pattern: /cannot set up guest memory|unable to map backing store for guest RAM|Cannot allocate memory/,
        title: 'The host has not enough memory for the guest',
        hint: 'Lower the memory of the guest or free memory on the host; the memory of TDs cannot be swapped.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-device-model',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /'(?<model>[a-zA-Z0-9_.-]+)' is not a valid device model name/,
        title: 'QEMU has no device $<model>',
        hint: 'This QEMU lacks the device or its module package; -device help lists what it has.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-machine-type',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /unsupported machine type/,
        title: 'QEMU does not know the machine type',
        hint: '-machine help lists what it has; TDs need q35.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-cpu-model',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /unable to find CPU model '(?<model>[^']*)'/,
        title: 'QEMU has no CPU model $<model>',
        hint: '-cpu help lists what it has; a TD needs -cpu host.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-object-type',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /(?:'qom-type' does not accept value '|invalid object type: )(?<type>[a-z0-9-]+)/,
        title: 'QEMU has no object type $<type>',
        hint: 'memory-backend-memfd-private and the like exist only in old out-of-tree builds; upstream needs plain -m.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-property',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Property '(?<property>[^']*)' not found/,
        title: 'QEMU does not know the property $<property>',
        hint: 'The option belongs to another version of QEMU.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-parameter',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /Parameter '(?<parameter>[^']*)' is (?:unexpected|missing)/,
        title: 'QEMU does not accept the parameter $<parameter>',
        hint: 'The option belongs to another version of QEMU: quote-generation-socket was once quote-generation-service.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-option',
        phase: 'vmm',
        severity: 'fatal',
        pattern: /: invalid option/,
        title: 'QEMU does not know an option',
        hint: 'The line names the option; it belongs to another version of QEMU.',
        streams: qemu_VMM,
    },
    {
        id: 'qemu-vhost-vsock',
        phase: 'host',
        severity: 'fatal',
        pattern: /vhost-vsock: (?:failed to open vhost device|unable to set guest cid)/,
        title: 'QEMU cannot use vhost-vsock',
        hint: 'Load vhost_vsock, give the user access to /dev/vhost-vsock, and use a free CID.',
        streams: qemu_VMM,
    },
];
const QEMU = [...QEMU_TDX, ...RUN, ...START];

;// CONCATENATED MODULE: ./lib/judge/catalog/td-shim.js
/** What td-shim prints when it stops; only debug builds print anything, each line as `<LEVEL> - <text>`. */
const TD_SHIM = [
    {
        id: 'tdshim-verification',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /PanicInfo .*Verification fails/,
        title: 'td-shim: secure boot verification fails',
        hint: 'The payload is not signed by the enrolled key, or the key in the image is another one (td-shim-sign-payload, td-shim-enroll-key).',
    },
    {
        id: 'tdshim-invalid-metadata',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /(?:Some\(| - )Invalid metadata/,
        title: 'td-shim: invalid metadata',
        hint: 'The TDX metadata in the image is damaged or of another layout: rebuild the image with cargo image, and check it with td-shim-checker.',
    },
    {
        id: 'tdshim-dynamic-info',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Fail to initialize dynamic information/,
        title: 'td-shim: no usable TD HOB or metadata',
        hint: 'The VMM did not hand over the TD HOB that td-shim expects; firmware and VMM do not fit each other.',
    },
    {
        id: 'tdshim-no-memory',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Unable to find a piece of suitable memory for runtime/,
        title: 'td-shim: no memory for its runtime',
        hint: 'Give the guest more memory, or check the memory map in the TD HOB.',
    },
    {
        id: 'tdshim-kernel-type',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Unknown kernel image type (?<type>[0-9]+)/,
        title: 'td-shim: unknown kernel image type $<type>',
        hint: 'The PayloadInfo HOB of the VMM names a type that td-shim does not know: 1 is bzImage, 2 is a raw vmlinux.',
    },
    {
        id: 'tdshim-firmware-volume',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Failed to get image file from Firmware Volume/,
        title: 'td-shim: no payload in the firmware volume',
        hint: 'The image was built without an executable payload and the VMM passed no kernel: pass a kernel or build the image with a payload.',
    },
    {
        id: 'tdshim-kernel-returned',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Linux kernel should not return here!!!/,
        title: 'td-shim: the kernel returned',
        hint: 'The kernel entry point came back: the bzImage is damaged or not for x86-64.',
    },
    {
        id: 'tdshim-payload-returned',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /payload entry\(\) should not return here, deadloop!!!/,
        title: 'td-shim: the payload returned',
        hint: 'The built-in payload finished without powering off; td-shim loops for ever.',
    },
    {
        id: 'tdshim-panic-reason',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /PanicInfo .*message: Some\((?<reason>[A-Za-z](?:[A-Za-z ,:!'_.`-]*[A-Za-z!])?)/,
        title: 'td-shim panic: $<reason>',
        hint: 'td-shim halted; location in the line names the source. A release image would have been silent.',
    },
    {
        id: 'tdshim-panic',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /panic \.\.\. |PanicInfo \{/,
        title: 'td-shim panic',
        hint: 'td-shim halted; location in the line names the source. A release image would have been silent.',
    },
    {
        id: 'tdshim-alloc-error',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /alloc_error \.\.\./,
        title: 'td-shim: out of heap',
        hint: 'A table or the payload does not fit the TempHeap section: enlarge it in the memory layout.',
    },
    {
        id: 'tdshim-ve',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /Unsupported #VE exit reason (?<reason>0x[0-9a-f]+)/,
        title: 'td-shim: unsupported #VE, exit reason $<reason>',
        hint: 'td-shim emulates HLT, I/O and MSR accesses only; the number is the VMX exit reason (0x30 = MMIO, 0xa = CPUID).',
    },
    {
        id: 'tdshim-page-fault',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /- Page fault: [0-9A-F]+/,
        title: 'td-shim: page fault',
        hint: 'The number is CR2. The registers below show RIP; a high address may be memory that was not accepted.',
    },
    {
        id: 'tdshim-control-flow',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /- Control Flow Exception/,
        title: 'td-shim: control flow exception',
        hint: 'A CET check failed: a return or an indirect call went to a wrong place.',
    },
    {
        id: 'tdshim-fault',
        phase: 'firmware',
        severity: 'fatal',
        pattern: /- (?<fault>Double fault|Protection fault|Invalid opcode fault|Machine check fault|Stack segment fault|Segment not present fault|Invalid TSS fault|Alignment check fault|Virtualization fault|Divide by zero)/,
        title: 'td-shim: $<fault>',
        hint: 'td-shim halted in an exception handler; the registers below show RIP.',
    },
    {
        id: 'tdshim-tests-failed',
        phase: 'firmware',
        severity: 'error',
        pattern: /Test Result: Total run [0-9]+ tests; [0-9]+ passed; (?<count>[1-9][0-9]*) failed/,
        title: 'td-shim test payload: tests failed',
        hint: 'The lines above name each failed test.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/userspace.js
/** Dead ends after the kernel: the initramfs without its root, and an init that gives up. */
const USERSPACE = [
    {
        id: 'linux-root-device',
        phase: 'kernel',
        severity: 'error',
        pattern: /Cannot open root device/,
        title: 'The kernel cannot open the root device',
        hint: 'root= names a device that no built-in driver found. The list below shows the partitions that exist; virtio drivers may be modules that only an initrd can load.',
    },
    {
        id: 'linux-init-failed',
        phase: 'initramfs',
        severity: 'error',
        pattern: /Failed to execute (?<init>\/[A-Za-z0-9_./-]+) \(error (?<errno>-[0-9]+)\)/,
        title: 'Failed to execute $<init> (error $<errno>)',
        hint: '-2: the file or its interpreter is missing; -8: wrong architecture or format; -13: not executable.',
    },
    {
        id: 'linux-init-exists',
        phase: 'initramfs',
        severity: 'error',
        pattern: /Starting init: (?<init>\/[A-Za-z0-9_./-]+) exists but couldn't execute it/,
        title: 'init $<init> exists but cannot be executed',
        hint: 'Wrong architecture, missing interpreter or library, or no execute permission.',
    },
    {
        id: 'initramfs-root-missing',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /Dropping to a shell!/,
        title: 'The root device does not exist (initramfs shell)',
        hint: 'Compare root= with the disks that the VMM attaches (blkid in the shell), and check that the initrd has the virtio drivers.',
    },
    {
        id: 'initramfs-gave-up',
        phase: 'initramfs',
        severity: 'error',
        pattern: /Gave up waiting for (?<what>[a-z]+(?: [a-z]+)*) device/,
        title: 'initramfs gave up waiting for the $<what> device',
        hint: 'The disk never appeared: check the disk option of the VMM, root= and the drivers in the initrd.',
    },
    {
        id: 'initramfs-prompt',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /\(initramfs\)/,
        title: 'initramfs rescue shell',
        hint: 'The initramfs stopped and waits for a person. The lines above say what it did not find.',
    },
    {
        id: 'initramfs-no-init',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /Target filesystem doesn't have requested |No init found\. Try passing init= bootarg/,
        title: 'The root file system has no init',
        hint: 'root= points at a file system without /sbin/init: the wrong partition, or an image that is not a root file system.',
    },
    {
        id: 'initramfs-debug-shell',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /Dropping to debug shell/,
        title: 'initramfs debug shell',
        hint: 'The init script gave up; the lines above say why.',
    },
    {
        id: 'initramfs-alpine-shell',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /initramfs emergency recovery shell launched/,
        title: 'initramfs emergency recovery shell',
        hint: 'Mounting the root failed: check root=, modules= and the disk.',
    },
    {
        id: 'initramfs-emergency-shell',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /You are now being dropped into an emergency shell/,
        title: 'initramfs emergency shell',
        hint: 'Mounting the root failed: check root= and the drivers in the initrd.',
    },
    {
        id: 'dracut-timeout',
        phase: 'initramfs',
        severity: 'error',
        pattern: /dracut-initqueue: (?:timeout, still waiting|starting timeout scripts)/,
        title: 'dracut waits for a device that does not appear',
        hint: 'The hooks below name the missing device. Check root=, rd.* options, the disk option of the VMM and the drivers in the initrd.',
    },
    {
        id: 'dracut-fatal',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /dracut: (?:FATAL: |Refusing to continue)/,
        title: 'dracut refuses to continue',
        hint: 'Usually root= is missing or not understood; the text of the line says which.',
    },
    {
        id: 'dracut-could-not-boot',
        phase: 'initramfs',
        severity: 'error',
        pattern: /dracut.*Warning: Could not boot\./,
        title: 'dracut could not boot',
        hint: 'The root device was not found in time; the warnings around this line name it.',
    },
    {
        id: 'dracut-shell',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /dracut:\/#/,
        title: 'dracut emergency shell',
        hint: 'dracut stopped and waits for a person; /run/initramfs/rdsosreport.txt in the guest has the details.',
    },
    {
        id: 'systemd-sysroot',
        phase: 'initramfs',
        severity: 'fatal',
        pattern: /Failed to mount .*\/sysroot/,
        title: 'systemd failed to mount the root file system',
        hint: 'root= was found but not mountable: check rootfstype=, the file system driver in the initrd and the image.',
    },
    {
        id: 'systemd-mount',
        phase: 'userspace',
        severity: 'error',
        pattern: /(?:\[FAILED\]|systemd\[1\]:) Failed to mount (?<unit>.*[^. ])/,
        title: 'Failed to mount $<unit>',
        hint: 'An entry of /etc/fstab or a mount unit failed; without nofail it leads to emergency mode.',
    },
    {
        id: 'systemd-start',
        phase: 'userspace',
        severity: 'warning',
        pattern: /(?:\[FAILED\]|systemd\[1\]:) Failed to start (?<unit>.*[^. ])/,
        title: 'Failed to start $<unit>',
        hint: 'See journalctl -u for the unit; add it to the allowed failures if the test does not need it.',
    },
    {
        id: 'systemd-dependency',
        phase: 'userspace',
        severity: 'warning',
        pattern: /(?:\[DEPEND\]|systemd\[1\]:) Dependency failed for (?<unit>.*[^. ])/,
        title: 'Dependency failed for $<unit>',
        hint: 'A unit that this one requires failed earlier: look for the first failure above.',
    },
    {
        id: 'systemd-device-timeout',
        phase: 'userspace',
        severity: 'error',
        pattern: /Timed out waiting for device /,
        title: 'systemd timed out waiting for a device',
        hint: 'A device from /etc/fstab or root= never appeared; the line names it. In a TD check that its driver is allowed.',
    },
    {
        id: 'systemd-emergency',
        phase: 'userspace',
        severity: 'fatal',
        pattern: /You are in emergency mode|Welcome to emergency mode|Entering emergency mode/,
        title: 'Emergency mode',
        hint: 'Start-up failed and the guest waits for a person. The first [FAILED] or Warning line above is the cause.',
    },
    {
        id: 'systemd-rescue',
        phase: 'userspace',
        severity: 'fatal',
        pattern: /You are in rescue mode/,
        title: 'Rescue mode',
        hint: 'The guest was told to stop in rescue mode (single, rescue.target on the command line), or a unit isolated it.',
    },
    {
        id: 'systemd-maintenance',
        phase: 'userspace',
        severity: 'fatal',
        pattern: /Give root password for maintenance|Press Enter for (?:system )?maintenance|the root account is locked/,
        title: 'The guest asks for the root password for maintenance',
        hint: 'Start-up failed and the guest waits for a person. The first [FAILED] line above is the cause.',
    },
    {
        id: 'systemd-freeze',
        phase: 'userspace',
        severity: 'fatal',
        pattern: /Freezing execution/,
        title: 'systemd froze',
        hint: 'PID 1 gave up; the line above says why (missing API file systems, no default target, a crash).',
    },
    {
        id: 'systemd-crash',
        phase: 'userspace',
        severity: 'fatal',
        pattern: /systemd\[1\]: Caught <(?<signal>[A-Z]+)>/,
        title: 'systemd crashed with SIG$<signal>',
        hint: 'PID 1 crashed. SIGILL or SIGSEGV this early often means a CPU feature that the VMM does not offer, or a damaged image.',
    },
    {
        id: 'user-segfault',
        phase: 'userspace',
        severity: 'warning',
        pattern: /(?<task>[A-Za-z][A-Za-z_.-]*)[^ [\]]*\[[0-9]+\]: segfault at/,
        title: 'segfault in $<task>',
        hint: 'A program of the guest crashed; "in" at the end of the line names the library.',
    },
    {
        id: 'user-trap',
        phase: 'userspace',
        severity: 'warning',
        pattern: /traps: .*\[[0-9]+\] (?:trap )?(?<kind>[a-z][a-z0-9 ]*[a-z0-9]) ip:/,
        title: '$<kind> in a user program',
        hint: 'A program of the guest crashed. "invalid opcode" often means a CPU feature that the VMM does not offer.',
    },
    {
        id: 'user-core-dump',
        phase: 'userspace',
        severity: 'warning',
        pattern: /Process [0-9]+ \((?<task>[A-Za-z][A-Za-z_.-]*)[^)]*\) of user [0-9]+ (?:dumped core|terminated abnormally)/,
        title: '$<task> dumped core',
        hint: 'A program of the guest crashed; coredumpctl in the guest has the trace.',
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/host.js
/** What the kernel of a TDX host prints when it cannot offer Trust Domains, or breaks one; and the lines of a sound host. */
/** A guest may be a host itself, for guests of its own: only the host's kernel log counts. */
const HOST = ['host'];
const host_TRACE_END = '---[ end trace';
const SEAMCALL_HINT = 'The TDX module rejected a call of the host kernel: module and kernel do not belong together. Kernels from 6.8 on need module 1.5 or later: update BIOS and TDX module (canonical/tdx#331).';
/** Lines of a host whose TDX comes up; `initialised` after `enabled` is the proof, its absence the silent failure. */
const HOST_SIGNS = [
    {
        id: 'host-tdx-enabled',
        pattern: /tdx: BIOS enabled: private KeyID range/,
        title: 'the BIOS reserved KeyIDs for TDX',
    },
    {
        id: 'host-tdx-initialised',
        pattern: /tdx: (?:TDX-Module|TDX module|module) initialized/,
        title: 'the TDX module is initialised',
    },
    { id: 'host-pamt', pattern: /tdx: [0-9]+ [kK]i?B allocated for PAMT/, title: 'memory for the PAMT' },
    {
        id: 'host-tdx-module',
        pattern: /tdx: TDX module(?::| [0-9]+\.[0-9]+)/,
        title: 'version of the TDX module',
    },
    {
        id: 'host-mktme',
        pattern: /x86\/(?:mktme|tme): .*(?:KeyIDs available|enabled by BIOS)/,
        title: 'TME keys',
    },
    { id: 'host-s3', pattern: /tdx: Disable ACPI S3/, title: 'ACPI S3 excludes TDX' },
];
const HOST_SIGNATURES = [
    {
        id: 'linux-host-tdx-init-failed',
        phase: 'host',
        severity: 'error',
        pattern: /tdx: (?:TDX-Module|TDX module|module) initialization failed \((?<errno>-[0-9]+)\)/,
        title: 'TDX module initialization failed ($<errno>)',
        hint: 'Update BIOS and TDX module, and read the SEAMCALL line above.',
        streams: HOST,
        symptom: true,
    },
    {
        id: 'linux-host-kvm-no-tdx',
        phase: 'host',
        severity: 'error',
        pattern: /kvm_intel: (?:[fF]ailed to (?:initialize|enable) TDX|TDX (?:is )?(?:not |dis|un))/,
        title: 'KVM could not switch TDX on',
        hint: 'The virt/tdx lines above say what the TDX module or the BIOS lacks; /sys/module/kvm_intel/parameters/tdx reads N.',
        streams: HOST,
        symptom: true,
    },
    {
        id: 'linux-host-tdx-bios',
        phase: 'host',
        severity: 'error',
        pattern: /tdx: not enabled by BIOS/,
        title: 'TDX is not enabled by the BIOS',
        hint: 'Enable TME, TME-MT, TDX, the SEAM loader and a TDX KeyID split in the BIOS set-up, then switch the machine off and on. KeyIDs alone are not enough.',
        streams: HOST,
    },
    {
        id: 'linux-host-tme',
        phase: 'host',
        severity: 'error',
        pattern: /x86\/(?:mktme|tme): (?:not enabled by BIOS|disabled by BIOS|No known encryption algorithm)/,
        title: 'Memory encryption (TME, TME-MT) is not enabled by the BIOS',
        hint: 'TDX needs it: enable TME and TME-MT (multi-key) in the BIOS set-up.',
        streams: HOST,
    },
    {
        id: 'linux-host-seamldr',
        phase: 'host',
        severity: 'error',
        pattern: /tdx: (?:TDX )?module (?:is )?not loaded|P-SEAMLDR.*(?:not |failed)|[sS][eE][aA][mM](?:RR|LDR)? (?:is )?not (?:enabled|supported|loaded)/,
        title: 'The TDX module is not loaded',
        hint: 'The BIOS did not load it: enable the SEAM loader (TDX module loading) in the BIOS set-up and update the BIOS, or place the module where the BIOS looks for it.',
        streams: HOST,
    },
    {
        id: 'linux-host-tdmr',
        phase: 'host',
        severity: 'error',
        pattern: /tdx: .*(?:TDMR .*reserved areas exhausted|reserved areas exhausted)/,
        title: 'TDX host initialization failed: TDMR reserved areas exhausted',
        hint: 'The memory map has more holes than the TDX module takes in one region: update the TDX module and the host kernel (canonical/tdx#135).',
        streams: HOST,
    },
    {
        id: 'linux-host-keyids',
        phase: 'host',
        severity: 'error',
        pattern: /tdx: .*(?:too few private KeyIDs available|no TDX private KeyIDs available|[nN]o (?:free|available) (?:TDX )?(?:private )?KeyIDs)/,
        title: 'There are too few private KeyIDs for TDX',
        hint: 'Give TDX a larger share in the BIOS set-up (TME-MT/TDX key split), or look above for why the early initialization failed.',
        streams: HOST,
    },
    {
        id: 'linux-host-hibernation',
        phase: 'host',
        severity: 'error',
        pattern: /tdx: initialization failed: Hibernation support is enabled/,
        title: 'TDX host initialization failed: Hibernation support is enabled',
        hint: 'Boot the host with nohibernate on its kernel command line.',
        streams: HOST,
    },
    {
        id: 'linux-host-virt-at-load',
        phase: 'host',
        severity: 'error',
        pattern: /tdx requires kvm\.enable_virt_at_load=1/,
        title: 'KVM was told not to enable virtualisation at load',
        hint: 'TDX needs kvm.enable_virt_at_load=1, its default: take the option off the command line and modprobe.d.',
        streams: HOST,
    },
    {
        id: 'linux-host-kvm-feature',
        phase: 'host',
        severity: 'error',
        pattern: /(?<feature>EPT|TDP MMU and MMIO caching|APICv|OSXSAVE|MOVDIR64B|Self-snoop)(?: \(and EPT A\/D bit\))? is required for TDX|[cC]annot enable TDX|SEAM: CPU doesn't support/,
        title: 'KVM switched TDX off: a feature that it needs is missing',
        hint: 'The line names it. Take ept=0, tdp_mmu=0 or enable_apicv=0 off kvm and kvm_intel; MOVDIR64B and Self-snoop are the CPU\u2019s.',
        streams: HOST,
    },
    {
        id: 'linux-host-kvm-bios',
        phase: 'host',
        severity: 'error',
        pattern: /kvm: (?:disabled by [bB][iI][oO][sS]|no hardware support)|VMX .*(?:disabled|not enabled) (?:by|in) BIOS|kvm_intel: VMX not supported/,
        title: 'The host has no virtualisation: VMX is off',
        hint: 'Enable VT-x (VMX) in the BIOS set-up; in a VM, nested virtualisation.',
        streams: HOST,
    },
    {
        id: 'linux-host-tdx-early',
        phase: 'host',
        severity: 'error',
        pattern: /(?:tdx: [iI]nitialization failed:|virt\/tdx: [fF]ailed to) (?<reason>[A-Za-z](?:[A-Za-z_ ]*[A-Za-z])?)/,
        title: 'TDX host initialization failed: $<reason>',
        hint: 'The text names it. Look the function up in arch/x86/virt/vmx/tdx/tdx.c of this kernel.',
        streams: HOST,
    },
    {
        id: 'linux-host-seamcall',
        phase: 'host',
        severity: 'error',
        pattern: /SEAMCALL ?[([]?(?<leaf>0x[0-9a-fA-F]+|[A-Z][A-Z_.]+)[)\]]?:? ?failed/,
        title: 'SEAMCALL $<leaf> failed',
        hint: SEAMCALL_HINT,
        streams: HOST,
    },
    {
        id: 'linux-host-seamcall-leaf',
        phase: 'host',
        severity: 'error',
        pattern: /SEAMCALL failed: .*leaf (?<leaf>[0-9]+)/,
        title: 'SEAMCALL leaf $<leaf> failed',
        hint: SEAMCALL_HINT,
        streams: HOST,
    },
    {
        id: 'linux-host-kvm-warning',
        phase: 'host',
        severity: 'error',
        pattern: /WARNING: .*(?:arch\/x86\/kvm\/|arch\/x86\/virt\/vmx\/tdx|virt\/kvm\/)|RIP: .*(?:tdx|vmx|vt)_[a-z_]+\+0x[^ ]* \[kvm/,
        title: 'The host\u2019s KVM hit a bug of its own or of the TDX module',
        hint: 'The TD that ran is lost: its VMM sees I/O errors. Update host kernel, BIOS and TDX module (canonical/tdx#100, #206, #348), and report the trace.',
        end: host_TRACE_END,
        streams: HOST,
    },
    {
        id: 'linux-host-kvm-bug',
        phase: 'host',
        severity: 'error',
        pattern: /(?:kernel BUG at|BUG: KASAN: .* in) .*(?:arch\/x86\/kvm\/|arch\/x86\/virt\/|tdx_[a-z_]+|vmx_[a-z_]+)/,
        title: 'The host\u2019s KVM failed',
        hint: 'Update host kernel, BIOS and TDX module, and report the trace.',
        end: host_TRACE_END,
        streams: HOST,
    },
    {
        id: 'linux-host-oom',
        phase: 'host',
        severity: 'error',
        pattern: /Out of memory: Killed process [0-9]+ \((?:qemu|cloud-hyp|kvm)/,
        title: 'The host\u2019s OOM killer ended the VMM',
        hint: 'The memory of a TD cannot be swapped: give the guest less or free memory on the host.',
        streams: HOST,
    },
    {
        id: 'linux-host-module-symbols',
        phase: 'host',
        severity: 'error',
        pattern: /kvm(?:_intel)?: (?:disagrees about version of symbol|Unknown symbol)/,
        title: 'A KVM module does not belong to the running kernel',
        hint: 'Reinstall the kernel package with its modules and boot it; modules of another build are refused.',
        streams: HOST,
        symptom: true,
    },
];

;// CONCATENATED MODULE: ./lib/judge/catalog/milestones.js
/** The lines that show how far a boot has come, from the first firmware line to the login prompt. */
const FIRMWARE = [
    { id: 'edk2-sec', phase: 'firmware', pattern: /SecCoreStartupWithStack\(/, title: 'edk2 SEC', once: true },
    {
        id: 'edk2-tdx',
        phase: 'firmware',
        pattern: /Tdx started with\(Hob: |Intel Tdx Started with \(GPAW: /,
        title: 'edk2 in a TD',
    },
    { id: 'edk2-ovmf', phase: 'firmware', pattern: /Ovmf started/, title: 'edk2 without a TD' },
    {
        id: 'edk2-dxe',
        phase: 'firmware',
        pattern: /SwitchStack then Jump to DxeCore|HOBLIST address in DXE = |Loading DXE CORE at /,
        title: 'edk2 DXE',
    },
    { id: 'edk2-bds', phase: 'firmware', pattern: /\[Bds\] ?Entry\.\.\./, title: 'edk2 boot manager' },
    { id: 'bds-loading', phase: 'firmware', pattern: /BdsDxe: loading Boot/, title: 'boot option loading' },
    {
        id: 'tdshim-start',
        phase: 'firmware',
        pattern: /Starting RUST Based TdShim/,
        title: 'td-shim start',
        once: true,
    },
    {
        id: 'tdshim-payload',
        phase: 'firmware',
        pattern: /start launching payload/,
        title: 'td-shim starts its payload',
    },
    // Not `once`: on the debug port SeaBIOS prints its banner as a log line and again as screen text.
    { id: 'seabios', phase: 'firmware', pattern: /SeaBIOS \(version /, title: 'SeaBIOS' },
    { id: 'openhcl', phase: 'firmware', pattern: /openhcl_boot|underhill_(?:init|core)/, title: 'OpenHCL' },
    { id: 'ipxe', phase: 'firmware', pattern: /Open Source Network Boot Firmware/, title: 'iPXE' },
];
const milestones_BOOTLOADER = [
    { id: 'bds-starting', phase: 'bootloader', pattern: /BdsDxe: starting Boot/, title: 'boot option started' },
    { id: 'grub', phase: 'bootloader', pattern: /Welcome to GRUB!|GNU GRUB/, title: 'GRUB' },
];
const KERNEL = [
    {
        id: 'tdshim-jump',
        phase: 'kernel',
        pattern: /Jump to kernel\.\.\./,
        title: 'td-shim jumps to the kernel',
    },
    { id: 'efi-stub', phase: 'kernel', pattern: /EFI [sS]tub(?:: |\] )/, title: 'EFI stub' },
    {
        id: 'linux-banner',
        phase: 'kernel',
        pattern: /Linux version [0-9]+\.[0-9]+/,
        title: 'kernel banner',
        once: true,
    },
    {
        id: 'linux-tdx',
        phase: 'kernel',
        pattern: /tdx: Guest detected/,
        title: 'kernel sees a TD',
        evidence: true,
    },
    {
        id: 'linux-tdx-attributes',
        phase: 'kernel',
        pattern: /tdx: (?:Attributes|TD_CTLS): /,
        title: 'attributes of the TD',
        evidence: true,
    },
    {
        id: 'linux-tdx-idle',
        phase: 'kernel',
        pattern: /using TDX aware idle routine/,
        title: 'TDX idle routine',
    },
    {
        id: 'linux-tdx-encryption',
        phase: 'kernel',
        pattern: /Memory Encryption Features active: .*Intel TDX/,
        title: 'TDX memory encryption active',
        evidence: true,
    },
    {
        id: 'other-kernel',
        phase: 'kernel',
        pattern: /Components initializing in |OSTD initialized|\*\*\* Booting Zephyr|The FreeBSD Project|Powered by Unikraft|This is Hermit/,
        title: 'a kernel other than Linux',
    },
    { id: 'linux-smp', phase: 'kernel', pattern: /smp: Brought up /, title: 'all CPUs up' },
    {
        id: 'linux-unpack',
        phase: 'kernel',
        pattern: /Unpacking initramfs|Trying to unpack rootfs image as initramfs/,
        title: 'kernel unpacks the initramfs',
    },
    { id: 'linux-root', phase: 'kernel', pattern: /VFS: Mounted root/, title: 'kernel mounted the root' },
    { id: 'linux-free', phase: 'kernel', pattern: /Freeing unused kernel /, title: 'kernel initialised' },
];
const INITRAMFS = [
    {
        id: 'initramfs-init',
        phase: 'initramfs',
        pattern: /Run \/init as init process/,
        title: 'init of the initramfs',
    },
    {
        id: 'systemd-initrd',
        phase: 'initramfs',
        pattern: /Running in (?:initrd|initial RAM disk)\./,
        title: 'systemd in the initramfs',
    },
    {
        // In an initrd systemd prints this banner too, so it proves no more than the initramfs.
        id: 'systemd-banner',
        phase: 'initramfs',
        pattern: /systemd\[1\]: systemd .* running in system mode/,
        title: 'systemd started',
    },
    {
        id: 'initramfs-tools',
        phase: 'initramfs',
        pattern: /Begin: Mounting root file system|Begin: Running \/scripts\//,
        title: 'initramfs scripts',
    },
    {
        // In an initrd, too.
        id: 'systemd-tdx',
        phase: 'initramfs',
        pattern: /systemd\[1\]: Detected confidential virtualization tdx/,
        title: 'systemd sees a TD',
        evidence: true,
    },
    {
        // GRUB and emergency mode say "Welcome to" as well; a dracut initramfs greets like the system does.
        id: 'init-welcome',
        phase: 'initramfs',
        pattern: /Welcome to (?:[^Ge]|G[^R]|e[^m]).*!/,
        title: 'init greets',
    },
    {
        id: 'initramfs-target',
        phase: 'initramfs',
        pattern: /Reached target .*(?:initrd\.target|Initrd Default Target)/,
        title: 'initramfs is done',
    },
];
const milestones_USERSPACE = [
    {
        id: 'linux-init',
        phase: 'userspace',
        pattern: /Run \/(?:sbin|etc|bin|usr)\/[a-z/]+ as init process/,
        title: 'init of the root file system',
    },
    { id: 'switch-root', phase: 'userspace', pattern: /Switching root\./, title: 'switch to the root' },
    {
        id: 'systemd-start-job',
        phase: 'userspace',
        pattern: /Queued start job for default target [^iI]/,
        title: 'systemd of the root file system',
    },
    {
        id: 'systemd-target',
        phase: 'userspace',
        pattern: /Reached target .*(?:Multi-User System|Graphical Interface|Login Prompts)/,
        title: 'systemd target reached',
    },
    {
        id: 'probe-tdx',
        phase: 'userspace',
        pattern: /# cc\.(?:cpuid_vendor: IntelTDX|tdx_guest_flag: yes)/,
        title: 'the probe sees a TD',
        evidence: true,
    },
    {
        id: 'tdx-device',
        phase: 'userspace',
        pattern: /crw.* \/dev\/tdx_guest/,
        title: 'a shell sees /dev/tdx_guest',
        evidence: true,
    },
    { id: 'cloud-init', phase: 'userspace', pattern: /Cloud-init v\. /, title: 'cloud-init' },
    { id: 'login-prompt', phase: 'userspace', pattern: / login: /, title: 'login prompt' },
];
const MILESTONES = [
    ...FIRMWARE,
    ...milestones_BOOTLOADER,
    ...KERNEL,
    ...INITRAMFS,
    ...milestones_USERSPACE,
];

;// CONCATENATED MODULE: ./lib/judge/catalog/index.js
/** The whole catalog: known failures (the first matching row wins), milestones, harmless lines, and the host's rows. */









/** What the streams of a machine may say. */
const SIGNATURES = [
    ...LINUX,
    ...USERSPACE,
    ...BOOTLOADER,
    ...EDK2,
    ...TD_SHIM,
    ...CLOUD_HYPERVISOR,
    ...QEMU,
    ...OTHER_VMMS,
    ...OTHER_GUESTS,
];


/** Harmless lines that contain a signature's words; they count for guest streams, never for `vmm`. */
const SUPPRESSIONS = [
    // CONFIG_DEBUG_OBJECTS ("ODEBUG: ") and programs that log at level DEBUG: both end in "BUG: ".
    /DEBUG:/,
    // Follows the first lockdep report, or a taint; says nothing by itself.
    /lockdep is turned off/,
    // Slow NMIs and interrupts: normal in a VM whose vCPU was scheduled out.
    /(?:handler|interrupt) .*took too long/,
    // ext3/ext4 journal replay after an unclean shutdown of the image.
    /recovery required on readonly filesystem/,
    // The RCU stall is over before it was reported.
    /Stall ended before state dump start/,
    // A statement about the Spectre v2 mitigation, not a WARN_ON().
    /WARNING: Unprivileged eBPF is enabled/,
    // Deprecation note of mount.
    /WARNING: [Tt]he mand mount option/,
    // The host limits CPUs in a way that the workqueue code comments on.
    /workqueue cpumask: online intersect/,
    // File system chatter with the word "warning".
    /EXT4-fs (?:\([^)]*\): )?warning/,
    // XFS prefixes its own notes with WARNING.
    /XFS \([^)]*\): WARNING/,
    // Deprecation notes about old programs.
    /uses deprecated v2 capabilities|uses wireless extensions/,
    // An initramfs without /dev/console: output still reaches the kernel log.
    /Warning: unable to open an initial console/,
    // Spurious interrupt during CPU bring-up, on hosts and in VMs.
    /No irq handler for vector/,
    // Notes of the CPU mitigation code.
    /WARNING: See https.* for mitigation options/,
    /WARNING: kernel not compiled with CPU_SRSO/,
    // Frame buffer console and a driver that disagree on a size.
    /WARNING: fbcon: Driver /,
    // The kernel's own self-test of the stack tracer.
    /backtrace testing/,
    // Wi-Fi and other drivers that call themselves incomplete.
    /WARNING: .* support is incomplete/,
];

;// CONCATENATED MODULE: ./lib/judge/diagnosis/facts.js
/** What the rules of the diagnosis look at: how the run ended and what was seen of it, live or in a log. */
/** A guest that computes wants most of a CPU; one that waits wants next to nothing. Between them nothing is said. */
const isBusy = ({ busy }) => busy !== undefined && busy >= 0.5;
const isIdle = ({ busy }) => busy !== undefined && busy <= 0.1;
/** No stream of the guest said anything. */
const isMute = ({ lastWords }) => lastWords.every(({ stream }) => stream === 'vmm');
/** It runs, by the devices that it drives, and no stream shows it. */
const isUnheard = (facts) => isMute(facts) && (facts.driven ?? []).length > 0;
/** It stopped without a word: by its time, by silence, or a log that just ends. */
const isSilent = ({ ended }) => ended === 'silence' || ended === 'timeout' || ended === 'missing' || ended === 'log';
/** The last milestone of the guest. */
const lastSeen = ({ seen }) => seen.findLast((id) => !id.startsWith('host-'));

;// CONCATENATED MODULE: ./lib/judge/diagnosis/hints.js
/** What a boot that stopped without saying why most likely ran into, and what to do next. */
/** Advice for a guest that went silent, or never showed what was expected, by the last phase it reached. */
const STUCK_HINTS = {
    host: 'The VMM was never started.',
    vmm: 'Not one byte came from the guest. Check that the console the guest prints to is one of the streams ' +
        '(console=hvc0 or console=ttyS0), and that the firmware fits the VMM: a release TDVF or td-shim is silent.',
    firmware: 'There was output, but no line of a kernel. Either the firmware did not get to one (a debug build of it says why ' +
        'on the serial port), or the kernel is quiet: take "quiet" off its command line.',
    bootloader: 'The firmware handed over and no kernel line followed. Check the boot entry, and that the kernel command line ' +
        'names a console (console=hvc0 or console=ttyS0).',
    kernel: 'The kernel started and stopped before its init. Add "ignore_loglevel initcall_debug" to the command line.',
    initramfs: 'The initramfs started and did not hand over to the real root. Check root= and the drivers it needs.',
    userspace: 'Userspace is up. Compare the pattern with the last lines of the console below.',
};
/** `3.2 s`, `45 s`, `2 min 5 s`: a duration in milliseconds as people say it. */
function formatDuration(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 10_000)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 60)
        return `${seconds} s`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

;// CONCATENATED MODULE: ./lib/judge/diagnosis/rules.js
/** Causes that no single line names: what follows from how a run ended and from what was seen of it. */


/** Asked first: they know better than the line that was seen. */
const OVERRIDES = [
    {
        id: 'vmm-kernel-mismatch',
        phase: 'vmm',
        title: 'TDX is on, but QEMU and the host kernel speak different TDX interfaces',
        advice: 'Use the QEMU that belongs to the host kernel: QEMU 10.1 or newer with kernel 6.16 or newer, or the pair of one distribution (canonical/tdx#385).',
        certainty: 'likely',
        when: ({ seen }, said) => said?.id === 'qemu-tdx-vm-type' && seen.includes('host-tdx-initialised'),
    },
    {
        id: 'td-vcpu-died',
        phase: 'guest',
        title: 'The vCPU of the guest died: KVM_RUN failed, and no line says why',
        advice: 'The VM was complete and its code ran, first of all the firmware: either it ended itself (a td-shim panic does, such as a failed secure boot: td-shim#548, silent in a release build), or the TDX module stopped it. Boot a debug firmware with a serial port, and read the host dmesg.',
        certainty: 'likely',
        when: (_, said) => said?.id === 'qemu-kvm-run-failed' || said?.id === 'qemu-register-dump',
    },
    {
        id: 'td-reset',
        phase: 'guest',
        title: 'The guest reset itself, and a TD cannot be reset: a triple fault, or a panic that no console shows',
        advice: 'Add earlyprintk=ttyS0 and panic=0, or boot a debug firmware. Causes seen: sept-ve-disable off (asterinas#2902), an MSR that a TD may not write (asterinas#1645), td-shim v0.8.0 with two CPUs.',
        certainty: 'likely',
        when: (_, said) => said?.id === 'qemu-td-reset',
    },
];
const NO_CONSOLE = 'Check that the command line names a console that is a stream (console=hvc0, or console=ttyS0 where the guest kernel drives the UART: Intel\u2019s guest tree does not), and add earlyprintk=ttyS0 or earlycon.';
/** Asked when no known failure line was seen. */
const RULES = [
    ...['forbidden', 'output-limit', 'scan', 'cancelled', 'not-a-td', 'measurement-mismatch'].map((kind) => ({ id: kind, certainty: 'known', when: ({ ended }) => ended === kind })),
    {
        id: 'vmm-not-started',
        phase: 'host',
        certainty: 'known',
        when: ({ ended, phase }) => ended === 'vmm' && phase === 'host',
    },
    {
        id: 'kvm-internal-error',
        phase: 'vmm',
        title: 'KVM could not go on and paused the guest (internal-error)',
        advice: 'QEMU does not end by itself then. A software-only /dev/kvm cannot run firmware: use platform emulated. For a TD read the host dmesg and update the TDX module.',
        certainty: 'known',
        when: ({ vm }) => vm?.state === 'broken' && /internal.error/.test(vm.detail),
    },
    {
        id: 'vmm-crashed',
        phase: 'vmm',
        title: 'The VMM crashed',
        advice: 'A bug of the VMM, or the end of a chain: read the vmm stream and the host dmesg.',
        certainty: 'known',
        when: ({ ended, reason }) => ended === 'vmm' && /signal SIG(?:SEGV|ABRT|BUS|ILL|FPE|SYS)/.test(reason),
    },
    {
        id: 'vmm-killed',
        phase: 'host',
        title: 'Something on the host killed the VMM',
        advice: 'Most often the OOM killer: look for it in the host dmesg, and give the guest less memory.',
        certainty: 'likely',
        when: ({ ended, reason }) => ended === 'vmm' && /signal SIGKILL/.test(reason),
    },
    {
        id: 'vmm-failed',
        phase: 'vmm',
        advice: 'The catalog does not know this message: read the vmm stream.',
        certainty: 'unknown',
        when: ({ ended }) => ended === 'vmm',
    },
    {
        id: 'sept-ve-disable',
        phase: 'kernel',
        title: 'The guest kernel refuses to run: the TD attribute SEPT_VE_DISABLE is not set',
        advice: 'Set sept-ve-disable=on on QEMU\u2019s tdx-guest object.',
        certainty: 'known',
        when: ({ vm }) => vm?.state === 'panicked' && /SEPT_VE_DISABLE/.test(vm.detail),
    },
    {
        id: 'td-fatal-error',
        phase: 'guest',
        title: 'The TD reported a fatal error to the host and stopped (ReportFatalError)',
        advice: 'The firmware or kernel gave up before, or without, a console; its message is in the evidence. Boot a debug firmware or add earlyprintk.',
        certainty: 'known',
        when: ({ vm }) => vm?.state === 'panicked' && /"type": ?"tdx"/.test(vm.detail),
    },
    {
        id: 'unseen-panic',
        phase: 'kernel',
        title: 'The guest kernel panicked, and no console shows why',
        certainty: 'known',
        when: ({ ended }) => ended === 'panicked',
    },
    {
        id: 'firmware-reset',
        phase: 'firmware',
        title: 'The firmware reset the machine before it started anything',
        advice: 'A triple fault or too little memory: TDVF needs 192 MiB, and td-shim v0.8.0 triple-faults with two or more CPUs on hosts that forbid RBP changes. A debug firmware says where.',
        certainty: 'likely',
        when: ({ ended, phase }) => ended === 'reset' && (phase === 'vmm' || phase === 'firmware'),
    },
    { id: 'guest-reset', certainty: 'likely', when: ({ ended }) => ended === 'reset' },
    {
        id: 'runs-unheard',
        phase: 'guest',
        title: 'Not one byte from the guest, which runs: a driver of its firmware or kernel has set up a virtio device',
        advice: `The firmware is not dead, the guest prints elsewhere or nothing: a release firmware is silent, so look at the console of the kernel first. ${NO_CONSOLE} On a disk its boot loader has the command line.`,
        certainty: 'likely',
        when: (facts) => isSilent(facts) && isUnheard(facts),
    },
    {
        id: 'console-never-spoke',
        title: 'The stream that the step listens to never said anything, while another one shows the guest',
        advice: 'For console add console=hvc0 to the command line; its driver virtio_console must be built in or loaded from the initrd. For serial add console=ttyS0.',
        certainty: 'likely',
        when: (facts) => facts.awaited !== undefined &&
            facts.awaited !== 'vmm' &&
            facts.phase !== 'vmm' &&
            facts.phase !== 'host' &&
            !isUnheard(facts) &&
            facts.lastWords.every(({ stream }) => stream !== facts.awaited),
    },
    {
        id: 'powered-off-early',
        certainty: 'known',
        when: ({ ended }) => ended === 'exit',
    },
    {
        id: 'expected-silence',
        phase: 'firmware',
        title: 'Not one byte from the guest, as must be expected of this combination of VMM, firmware and host',
        certainty: 'likely',
        when: (facts) => isSilent(facts) && isMute(facts) && facts.expectation !== undefined,
    },
    {
        id: 'firmware-spins',
        phase: 'firmware',
        title: 'Not one byte from the guest, which keeps a CPU busy: damaged firmware, or one that does not fit this machine',
        advice: 'Compare the firmware\u2019s SHA-256 and run "tdx-boot firmware inspect"; a plain OVMF.fd hangs like this in a TD. A debug build says on the serial port where it stops. If the firmware is good, the kernel may run without a console: see its command line.',
        certainty: 'likely',
        when: (facts) => isSilent(facts) && isMute(facts) && isBusy(facts),
    },
    {
        id: 'firmware-halted',
        phase: 'firmware',
        title: 'Not one byte from the guest, which is idle: the firmware halted, or the guest prints elsewhere',
        advice: 'A release TDVF or td-shim halts without a word: a td-shim panic does, and so does a TDVF older than edk2-stable202405 on hosts that forbid RBP changes (kernel 6.16 and later). Boot a debug build. Otherwise the kernel came up without a console on one of the streams.',
        certainty: 'likely',
        when: (facts) => isSilent(facts) && isMute(facts) && isIdle(facts),
    },
    {
        id: 'no-output',
        phase: 'firmware',
        title: 'Not one byte came from the guest',
        advice: STUCK_HINTS.vmm,
        certainty: 'unknown',
        when: (facts) => isSilent(facts) && isMute(facts),
    },
    {
        id: 'silent-after-efi-stub',
        phase: 'kernel',
        title: 'Silence after the EFI stub: the kernel was started and prints nothing',
        advice: `Either it has no console, or it died before it had one: in a TD kernels before 6.3 fault on CR0.CD in the MTRR code (boot with clearcpuid=mtrr, or a newer kernel; nvtrust#71, canonical/tdx#185). ${NO_CONSOLE}`,
        certainty: 'likely',
        when: (facts) => isSilent(facts) && lastSeen(facts) === 'efi-stub',
    },
    {
        id: 'silent-after-td-shim',
        phase: 'kernel',
        title: 'Silence after td-shim jumped to the kernel',
        advice: `The kernel has no console or died at once; td-shim sets no initrd. ${NO_CONSOLE}`,
        certainty: 'likely',
        when: (facts) => isSilent(facts) && lastSeen(facts) === 'tdshim-jump',
    },
    {
        id: 'silent-boot-option',
        phase: 'bootloader',
        title: 'Silence after the firmware started its boot option',
        advice: `The image runs and prints nothing: a kernel without a command line panics unseen (it needs root= and a console), a boot loader may wait for a key on a screen. ${NO_CONSOLE}`,
        certainty: 'likely',
        when: (facts) => isSilent(facts) && ['bds-starting', 'grub'].includes(lastSeen(facts) ?? ''),
    },
    {
        id: 'firmware-stopped',
        phase: 'firmware',
        title: 'The firmware stopped before it started anything',
        advice: 'A debug build prints an ASSERT where it stops; a release build does not. Check the memory (192 MiB and more), the number of CPUs and that the firmware fits the VMM.',
        certainty: 'likely',
        when: (facts) => isSilent(facts) &&
            facts.phase === 'firmware' &&
            /^(?:edk2|bds|tdshim|seabios|ipxe)/.test(lastSeen(facts) ?? ''),
    },
    {
        id: 'td-kernel-stopped',
        phase: 'kernel',
        title: 'The kernel came up in the TD and stopped before its init, without a message',
        advice: 'Add "ignore_loglevel initcall_debug earlyprintk=ttyS0" to see the last call. Known in TDs: #VE in early code, memory that is accepted slowly with many CPUs or GiB (raise the timeout), a driver that waits for a filtered device.',
        certainty: 'likely',
        when: (facts) => isSilent(facts) &&
            facts.phase === 'kernel' &&
            facts.seen.some((id) => id === 'linux-tdx' || id === 'linux-tdx-encryption'),
    },
    {
        id: 'other-kernel-stopped',
        phase: 'kernel',
        title: 'A kernel other than Linux started and stopped without a message',
        advice: 'In a TD most likely an unhandled #VE: an instruction that traps (CPUID, MSR, port I/O, MMIO) before the kernel\u2019s handler is set up or outside of what it emulates (asterinas#2790). Compare with a run on platform kvm.',
        certainty: 'likely',
        when: (facts) => isSilent(facts) && lastSeen(facts) === 'other-kernel',
    },
    {
        id: 'kernel-stuck',
        phase: 'kernel',
        title: 'The kernel stopped before its init and keeps a CPU busy',
        advice: 'It loops, or panicked with panic=0: add "ignore_loglevel initcall_debug" to the command line.',
        certainty: 'likely',
        when: (facts) => isSilent(facts) && facts.phase === 'kernel' && isBusy(facts),
    },
    {
        id: 'kernel-waits',
        phase: 'kernel',
        title: 'The kernel stopped before its init and is idle',
        advice: 'It waits for something, most often for its root device: check root=, rootwait and the disk\u2019s driver.',
        certainty: 'likely',
        when: (facts) => isSilent(facts) && facts.phase === 'kernel' && isIdle(facts),
    },
    {
        id: 'step-not-met',
        phase: 'userspace',
        title: 'The guest is up, but did not print what the step expects',
        certainty: 'known',
        when: ({ ended, phase }) => phase === 'userspace' && ended !== 'log',
    },
];
/** For a host's kernel log that reports no failure, and shows no success either. */
const HOST_SILENT = {
    id: 'host-tdx-never-initialised',
    phase: 'host',
    title: 'The BIOS reserved KeyIDs for TDX, but the TDX module was never initialised, and no error says why',
    advice: 'The SEAM loader did not load the module (BIOS: enable it, update BIOS and module), or kvm_intel was not asked to (kvm_intel.tdx=1 on the command line; nohibernate). "tdx-boot doctor" checks both; /sys/module/kvm_intel/parameters/tdx must read Y (canonical/tdx#382).',
    certainty: 'likely',
    when: ({ seen }) => seen.includes('host-tdx-enabled') && !seen.includes('host-tdx-initialised'),
};

;// CONCATENATED MODULE: ./lib/judge/diagnosis/diagnose.js
/** From what is known of a run that did not pass to where it stopped, why, and what to do. */




const SYMPTOMS = new Set([...HOST_SIGNATURES, ...SIGNATURES].filter(({ symptom }) => symptom === true).map(({ id }) => id));
/** Endings that the scenario asked for: no line of the guest is their cause. */
const OWN_ENDINGS = ['forbidden', 'output-limit', 'scan', 'cancelled'];
function diagnose(facts) {
    const said = OWN_ENDINGS.includes(facts.ended) ? undefined : mostTelling(facts.sightings);
    const override = OVERRIDES.find((rule) => rule.when(facts, said));
    if (override !== undefined)
        return byRule(override, facts, said);
    if (said !== undefined) {
        const { id, title, hint, phase } = said;
        return { phase, cause: id, title, evidence: [lineOf(said)], advice: hint, certainty: 'known' };
    }
    const rule = RULES.find((candidate) => candidate.when(facts, undefined));
    return rule === undefined ? unknown(facts) : byRule(rule, facts, undefined);
}
function byRule(rule, facts, said) {
    const expected = facts.expectation === undefined ? '' : `The compatibility table says: ${facts.expectation}`;
    return {
        phase: rule.phase === 'guest' ? inGuest(facts.phase) : (rule.phase ?? facts.phase),
        cause: rule.id,
        title: rule.title ?? facts.reason,
        evidence: [...(said === undefined ? [] : [lineOf(said)]), ...observations(facts, said)],
        advice: [rule.advice ?? facts.hint, expected].filter((text) => text !== '').join(' '),
        certainty: rule.certainty,
    };
}
function inGuest(phase) {
    return phase === 'host' || phase === 'vmm' ? 'firmware' : phase;
}
/** A host that cannot explains what a VMM says; a cause explains a symptom; else what came first. */
function mostTelling(sightings) {
    const causes = sightings.filter(({ id }) => !SYMPTOMS.has(id));
    const pool = causes.length > 0 ? causes : sightings;
    return pool.find(({ phase }) => phase === 'host') ?? pool[0];
}
function unknown(facts) {
    return {
        phase: facts.phase,
        cause: 'unknown',
        title: `Unknown: nothing that was printed explains why the boot stopped in ${facts.phase}`,
        evidence: observations(facts, undefined),
        advice: STUCK_HINTS[facts.phase],
        certainty: 'unknown',
    };
}
/** What there is to see when no line says what failed: the last signs of life, the CPU, the word of the VMM. */
function observations(facts, said) {
    if (said !== undefined)
        return [];
    const own = [...(facts.line === undefined ? [] : [facts.line]), ...(facts.evidence ?? [])];
    const vm = facts.vm === undefined ? [] : [{ text: `the VMM reports: ${facts.vm.state} ${facts.vm.detail}`.trim() }];
    if (!isSilent(facts))
        return [...own, ...vm];
    const words = facts.lastWords.map(({ time, ...last }) => time === undefined
        ? last
        : { ...last, text: `${last.text} (its last words, at ${formatDuration(time)})` });
    const cpu = facts.busy === undefined
        ? []
        : [{ text: `in the silence the VMM wanted ${Math.round(facts.busy * 100)} % of a CPU` }];
    const driven = (facts.driven ?? []).map((device) => ({ text: `the guest drives its device ${device}` }));
    const quiet = facts.firmwareBuild === 'release'
        ? [{ text: 'the firmware is a release build, which prints next to nothing' }]
        : [];
    return [...own, ...words, ...driven, ...cpu, ...vm, ...quiet];
}
function lineOf({ stream, line, text }) {
    return { ...(stream === undefined ? {} : { stream }), ...(line === undefined ? {} : { line }), text };
}

;// CONCATENATED MODULE: ./lib/judge/diagnosis/run.js
/** The facts of a judged run, for its diagnosis. */
/** @param cause the finding that decided */
function factsOfRun(cause, run) {
    const { list, seen, phase } = run.findings;
    const { kind, title, hint, stream, line, text, evidence } = cause;
    const { awaited, vm, driven, busy, firmwareBuild, expectation } = run;
    const quoted = stream !== undefined && line !== undefined && text !== undefined;
    return {
        ended: kind,
        reason: title,
        hint,
        ...(quoted ? { line: { stream, line, text } } : {}),
        ...(evidence === undefined ? {} : { evidence }),
        sightings: list.flatMap((finding) => finding.kind === 'signature' && finding.outcome !== undefined && finding.text !== undefined
            ? [{ ...finding, text: finding.text }]
            : []),
        phase,
        seen: [...seen],
        lastWords: run.watches.flatMap(lastWords),
        driven,
        ...(awaited === undefined ? {} : { awaited }),
        ...(vm === undefined ? {} : { vm }),
        ...(busy === undefined ? {} : { busy }),
        ...(firmwareBuild === undefined ? {} : { firmwareBuild }),
        ...(expectation === undefined ? {} : { expectation }),
    };
}
function lastWords(watch) {
    const { stream, lastOutput: time } = watch;
    const [text] = watch.recentLines(1);
    return text === undefined || time === undefined ? [] : [{ stream, time, text }];
}

;// CONCATENATED MODULE: ./lib/scenario/words.js
/** The project's vocabulary: the closed sets of names that scenarios, events and reports share. */
/** Where the guest runs: a real Trust Domain, the same guest under KVM without a TD, or QEMU TCG. */
const PLATFORMS = ['tdx', 'kvm', 'emulated'];
/** What turns a scenario and a firmware into a running VM. */
const VMMS = ['qemu', 'cloud-hypervisor'];
/** Named byte sources: guest console (hvc0), firmware/UART port (ttyS0), edk2 debug port 0x402, the VMM's stderr. */
const STREAMS = ['console', 'serial', 'debugcon', 'vmm'];
/** Where a log without a scenario is from; `mixed`: each of its lines may be anybody's. */
const LOG_SOURCES = ['mixed', 'host', ...STREAMS];
/** How far a boot got, in the order in which a boot passes through them. */
const PHASES = ['host', 'vmm', 'firmware', 'bootloader', 'kernel', 'initramfs', 'userspace'];
/** How bad a known failure line is: `fatal` ends the boot, `error` is a bug, `warning` is worth a look. */
const SEVERITIES = ['fatal', 'error', 'warning'];
/** Firmware that tdx-boot builds: TDVF boots a disk image, td-shim a Linux kernel, its variants other payloads. */
const FIRMWARES = ['tdvf', 'td-shim', 'td-shim-executable', 'td-shim-example'];
/** Those with a program of their own in the image: they boot without a kernel and without a disk. */
const PAYLOAD_FIRMWARES = ['td-shim-executable', 'td-shim-example'];
/** All that tdx-boot builds from source: the firmware, and the VMM that is released only without TDX. */
const RECIPE_NAMES = [...FIRMWARES, 'cloud-hypervisor'];
/**
 * Which sources firmware is built from by default: those of Cloud Hypervisor's documentation, for hosts with Intel's
 * 2022 KVM tree, or those that work on hosts of Linux 6.16 and later.
 */
const PIN_SETS = ['documented', 'current'];
/** `debug` firmware logs what it does to the serial port. */
const BUILDS = ['release', 'debug'];

;// CONCATENATED MODULE: ./lib/judge/findings.js
/** What the judge has found so far, and what of it has decided the run. */


class Findings {
    /** The time of the event or deadline being judged, in milliseconds. */
    now = 0;
    /** The furthest phase that was reached. */
    phase = 'host';
    failure;
    /** A line that only a Trust Domain prints was seen. */
    tdSeen = false;
    /** Ids of the milestones that were passed, each once, the latest last. */
    seen = new Set();
    list = [];
    timeline = [];
    #allow;
    #out = [];
    constructor(allow) {
        this.#allow = allow;
    }
    /** Gives the events since the last call. */
    take() {
        const out = this.#out;
        this.#out = [];
        return out;
    }
    emit(event) {
        this.#out.push(event);
    }
    /** A milestone was passed. */
    reach(phase, title, id) {
        if (id !== undefined)
            this.seen.add(id);
        this.timeline.push({ time: this.now, phase, title });
        this.atLeast(phase);
        this.emit({ type: 'phase', time: this.now, phase, title });
    }
    /** The boot has come this far, though no milestone said so. */
    atLeast(phase) {
        if (PHASES.indexOf(phase) > PHASES.indexOf(this.phase))
            this.phase = phase;
    }
    /**
     * Notes a finding; the first that has an outcome and is not allowed decides the run.
     * @param collect starts to collect the lines that follow, `end` is the text of the last of them
     */
    report(facts, collect, end) {
        const { text } = facts;
        const allow = text === undefined ? undefined : this.#allow.find(({ pattern }) => pattern.exec(text, 0));
        const finding = {
            id: facts.kind,
            severity: 'fatal',
            phase: this.phase,
            time: this.now,
            ...facts,
            ...(allow === undefined ? {} : { outcome: undefined, allowed: allow.reason }),
        };
        this.list.push(finding);
        this.emit({ type: 'finding', time: this.now, finding });
        if (finding.outcome === undefined || this.failure !== undefined)
            return;
        this.failure = { finding, since: this.now, report: collect?.(), end };
    }
    /** A finding that has no line of its own and decides the run, unless something earlier has. */
    decide(kind, title, outcome, hint = HINTS[kind] ?? STUCK_HINTS[this.phase]) {
        if (this.failure !== undefined)
            return;
        this.report({ kind, title, hint, outcome });
    }
}
const RESET_HINT = 'A reset in the middle of a boot is a triple fault, a watchdog or a panic with panic=-1 whose message went nowhere.';
const HINTS = {
    reset: RESET_HINT,
    panicked: 'The panic text may have gone to a console that is not a stream: add console=ttyS0 to the command line.',
    exit: 'Expect what the guest prints before it powers off, or use "stop: on-exit".',
    vmm: 'See the vmm stream for what the VMM said.',
    'output-limit': 'Raise output-limit if so much output is normal for this guest.',
    'not-a-td': 'Every step was met, but no line shows a Trust Domain, such as "tdx: Guest detected". If the kernel log is hidden, take "quiet" off the command line, or let the guest run "dmesg | grep -i tdx" or "ls -l /dev/tdx_guest". A scenario that stops before the kernel says "td-evidence: optional".',
    cancelled: 'The machine was stopped and nothing was left behind.',
};

;// CONCATENATED MODULE: ./lib/judge/echo.js
/** Keeps a terminal's echo of what was sent from meeting the expectations that follow. */
/**
 * A terminal prints back what is typed, possibly folded over several lines. The first time that a sent line appears
 * on the stream is taken for its echo and is hidden; a console that does not echo only loses an answer that repeats
 * the command word for word.
 */
class EchoFilter {
    #awaited = [];
    /** How much of the first awaited echo the line before ended with. */
    #begun = 0;
    /** Notes what was sent, which replaces any echo that never came. */
    sent(text) {
        this.#awaited = text.split(/[\r\n]+/).filter((line) => line !== '');
        this.#begun = 0;
    }
    /** Whether an echo is still to come: then every line has to be shown to {@link endLine}. */
    get awaits() {
        return this.#awaited.length > 0;
    }
    /** What is visible of `text` from `from` on; an echo that is still being printed is not. */
    windows(text, from) {
        const windows = [];
        const [folded] = this.#awaited;
        const rest = folded?.slice(this.#begun) ?? '';
        let start = from;
        let echoes = this.#awaited;
        if (this.#begun > 0 && rest !== text && rest.startsWith(text))
            return [{ from, to: from }];
        if (this.#begun > 0 && text.startsWith(rest)) {
            windows.push({ from, to: from });
            start = Math.max(from, rest.length);
            echoes = echoes.slice(1);
        }
        for (const echo of echoes) {
            const at = text.indexOf(echo, start);
            if (at < 0) {
                windows.push({ from: start, to: text.length - overlap(text, start, echo) });
                return windows;
            }
            windows.push({ from: start, to: at });
            start = at + echo.length;
        }
        windows.push({ from: start, to: text.length });
        return windows;
    }
    /** The reader has gone on to the window with this index: the echoes before it are done with. */
    pass(index) {
        this.#awaited.splice(0, index);
        if (index > 0)
            this.#begun = 0;
    }
    /** The line will not grow any more: an echo that it has begun goes on at the start of the next one. */
    endLine(text, from) {
        const windows = this.windows(text, from);
        const start = windows.at(-1)?.from ?? from;
        const goesOn = windows.length === 1 && this.#begun > 0;
        this.pass(windows.length - 1);
        const [echo] = this.#awaited;
        if (echo === undefined)
            return;
        if (goesOn && echo.startsWith(text, this.#begun))
            this.#begun += text.length;
        // Readline folds a line by printing a blank and a carriage return.
        else
            this.#begun = overlap(text, start, echo) || overlap(text.replace(/ $/, ''), start, echo);
    }
}
/** Length of the longest end of `text` (after `from`) that is a beginning of `echo`. */
function overlap(text, from, echo) {
    for (let length = Math.min(echo.length - 1, text.length - from); length > 0; length--) {
        if (text.endsWith(echo.slice(0, length)))
            return length;
    }
    return 0;
}

;// CONCATENATED MODULE: ./lib/judge/signature.js
/** The shape of failure knowledge: one row of the catalog, and one row of the boot's milestones. */
/** Time stamp, caller, level, quotation mark or prompt: what may stand before a kernel's own words. */
const KERNEL_PREFIX = /^(?:.*login: |[\s>|]*)(?:<\d+>)?(?:\[[^\]]*\]\s*)*$/;
/** Whether a line is printed by a kernel or starts with the words, rather than quoting them: `Command line: tdx: \u2026`. */
function isOwnWords(before) {
    return KERNEL_PREFIX.test(before);
}

;// CONCATENATED MODULE: ./lib/judge/lines.js
/** What a line means: steps that it meets, what it should not say, known failures, how far the boot has come. */





class LineJudge {
    #bench;
    #echoes = new Map();
    /** When the last line of the failure's report was printed, in milliseconds. */
    reportEnded;
    constructor(bench) {
        this.#bench = bench;
    }
    /** A line whose text is final. */
    finish(watch, line) {
        if (this.#bench.over())
            return;
        this.#takeFacts(watch, line);
        this.settled(watch, line);
        const echo = this.#echo(watch.stream);
        if (echo.awaits) {
            echo.endLine(line.text, watch.from);
            watch.awaitEcho(echo.awaits);
        }
        this.#bench.endIfDone(watch);
    }
    /** A line whose text is final, or that the guest has stopped printing: everything is looked for. */
    settled(watch, line) {
        if (this.#bench.over())
            return;
        this.#judgeUsersPatterns(watch, line, true);
        if (this.#bench.over())
            return;
        this.#findMilestones(watch, line);
        this.#findSignature(watch, line);
        const { failure, now } = this.#bench.findings;
        if (failure?.end === undefined || failure.finding.stream !== watch.stream)
            return;
        if (line.text.includes(failure.end))
            this.reportEnded ??= now;
    }
    /** A line that is still being printed: only what cannot change any more. */
    unfinished(watch, line) {
        this.#judgeUsersPatterns(watch, line, false);
    }
    /** Carries out what the scenario does by itself: it sends. */
    act() {
        const { progress, findings } = this.#bench;
        for (let send = progress.sendNow; send !== undefined; send = progress.sendNow) {
            const time = findings.now;
            const echo = this.#echo(send.stream);
            echo.sent(send.text);
            this.#bench.watch(send.stream).awaitEcho(echo.awaits);
            findings.emit({ type: 'send', time, stream: send.stream, text: send.text });
            const step = progress.sent(time);
            if (step !== undefined)
                findings.emit({ type: 'step', time, step });
        }
    }
    // ---- the scenario's patterns ----------------------------------------------------------------------------------
    /**
     * Steps and forbidden patterns. Instant patterns come first, as if each byte had come alone; then those that need
     * the whole line. What is forbidden is reported with its whole line, too, but already keeps a run from passing.
     */
    #judgeUsersPatterns(watch, line, settled) {
        const { expects, forbids } = this.#bench.book;
        const forbidden = this.#findForbidden(forbids.of(line.hits), watch, line, settled);
        const expected = expects.of(line.hits);
        if (expected.length > 0) {
            this.#meetSteps(expected, forbidden, watch, line, false);
            if (settled)
                this.#meetSteps(expected, forbidden, watch, line, true);
        }
        if (!settled || this.#bench.over())
            return;
        for (const { forbid, index } of forbidden)
            this.#reportForbidden(forbid, index, watch, line.text);
    }
    #meetSteps(expected, forbidden, watch, line, whole) {
        while (!this.#bench.over()) {
            const met = this.#firstMet(expected, watch, line, whole);
            if (met === undefined)
                return;
            const { end } = met.match;
            const spoilt = forbidden.some((found) => whole || (found.forbid.pattern.instant && found.end <= end));
            this.#meet(met, watch, whole ? line.text : line.text.slice(0, end));
            if (!spoilt)
                this.#bench.endIfDone(watch);
        }
    }
    #findForbidden(candidates, watch, line, settled) {
        if (candidates.length === 0)
            return NONE;
        return candidates.flatMap((index) => {
            const forbid = this.#bench.book.forbids.items[index];
            if (forbid === undefined || !listens(forbid.stream, watch.stream))
                return [];
            const match = settled || forbid.pattern.instant ? forbid.pattern.exec(line.text, 0) : undefined;
            return match === undefined ? [] : [{ forbid, index, end: match.end }];
        });
    }
    #reportForbidden(forbid, index, watch, text) {
        if (!watch.firstReport(`forbid ${index}`))
            return;
        const facts = {
            kind: 'forbidden',
            title: `forbidden: ${forbid.pattern.shown}`,
            hint: 'The scenario forbids this text.',
            outcome: 'failed',
            where: forbid.where,
            ...quote(watch, text),
        };
        this.#bench.findings.report(facts, () => watch.startReport(text));
    }
    /** Of the open expectations the one that is met first in this line: an instant one, or one that needs it whole. */
    #firstMet(candidates, watch, line, whole) {
        const { book, progress } = this.#bench;
        const possible = [];
        for (const index of candidates) {
            const expect = book.expects.items[index];
            const due = expect === undefined ? undefined : progress.openFor(expect);
            if (due === undefined || due.expect.pattern.instant === whole)
                continue;
            if (listens(due.expect.stream, watch.stream))
                possible.push(due);
        }
        if (possible.length === 0)
            return undefined;
        const { text } = line;
        const windows = this.#echo(watch.stream).windows(text, watch.from);
        for (const [index, window] of windows.entries()) {
            // Text before an echo ends where the echo begins, which is no end of a line.
            if (whole && index < windows.length - 1)
                continue;
            const visible = text.slice(0, window.to);
            let first;
            for (const due of possible) {
                const match = due.expect.pattern.exec(visible, window.from);
                if (match === undefined || (first !== undefined && first.match.end <= match.end))
                    continue;
                first = { due, match, window: index };
            }
            if (first !== undefined)
                return first;
        }
        return undefined;
    }
    #meet({ due, match, window }, watch, line) {
        const { progress, findings } = this.#bench;
        const group = progress.open().length > 1;
        const step = progress.meet(due, match, { time: findings.now, stream: watch.stream, line });
        findings.emit({ type: 'step', time: findings.now, step });
        // Members of a group are met in any order, so each looks at the whole line; the next step starts behind them.
        if (group)
            return;
        this.#echo(watch.stream).pass(window);
        watch.readTo(Math.max(watch.from, match.end));
        for (const other of this.#bench.watches())
            if (other !== watch)
                other.readAll();
        this.act();
    }
    #echo(stream) {
        const known = this.#echoes.get(stream);
        if (known !== undefined)
            return known;
        const echo = new EchoFilter();
        this.#echoes.set(stream, echo);
        return echo;
    }
    // ---- the catalog ----------------------------------------------------------------------------------------------
    #findMilestones(watch, line) {
        if (watch.stream === 'vmm')
            return;
        const { book, findings } = this.#bench;
        for (const index of book.milestones.of(line.hits)) {
            const known = book.milestones.items[index];
            const match = known?.pattern.exec(line.text, 0);
            if (known === undefined || match === undefined)
                continue;
            const { id, phase, title, once, evidence } = known.entry;
            if (!watch.firstReport(`milestone ${id}`))
                continue;
            if (evidence === true && isOwnWords(line.text.slice(0, match.start)))
                this.#seeTd();
            // A banner with another prefix is somebody quoting it: `cat /proc/version` has no timestamp.
            const prefix = line.text.slice(0, match.start).replace(/\d+/g, '0');
            const first = watch.milestones.get(id);
            if (first === undefined) {
                watch.milestones.set(id, prefix);
                findings.reach(phase, title, id);
            }
            else if (once === true && first === prefix) {
                const reset = `the machine was reset: a second ${title}`;
                const facts = { kind: 'reset', title: reset, hint: RESET_HINT, outcome: 'failed' };
                const { text } = line;
                findings.report({ ...facts, ...quote(watch, text) }, () => watch.startReport(text));
            }
        }
    }
    /** Only of finished lines: half a register is none. */
    #takeFacts(watch, { hits, text }) {
        if (watch.stream === 'vmm')
            return;
        const { book, shown } = this.#bench;
        for (const index of book.facts.of(hits)) {
            const fact = book.facts.items[index];
            const match = fact?.pattern.exec(text, 0);
            if (fact !== undefined && match !== undefined)
                shown.take(fact.entry, match, watch.stream);
        }
    }
    #seeTd() {
        const { findings, rules } = this.#bench;
        if (findings.tdSeen)
            return;
        findings.tdSeen = true;
        if (rules.platform === undefined || rules.platform === 'tdx')
            return;
        const message = `the guest says that it is a Trust Domain, on platform ${rules.platform}`;
        findings.emit({ type: 'notice', time: findings.now, message });
    }
    /** The first row of the catalog that fits the line speaks for it. */
    #findSignature(watch, line) {
        const { signatures } = this.#bench.book;
        for (const index of signatures.of(line.hits)) {
            const known = signatures.items[index];
            if (known === undefined || !speaks(known.entry, watch.stream))
                continue;
            const { text } = line;
            const match = known.pattern.exec(text, 0);
            if (match === undefined || known.entry.unless?.test(text) === true)
                continue;
            if (watch.stream !== 'vmm' && SUPPRESSIONS.some((harmless) => harmless.test(text)))
                return;
            if (watch.firstReport(known.entry.id))
                this.#reportSignature(known, match, watch, text);
            return;
        }
    }
    #reportSignature({ entry }, match, watch, text) {
        const { rules, findings } = this.#bench;
        const { id, severity, phase, hint } = entry;
        const decides = SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(rules.failOn);
        const ours = phase === 'host' || phase === 'vmm';
        findings.atLeast(phase);
        const facts = {
            kind: 'signature',
            id,
            title: entry.title.replace(/\$<(\w+)>/g, (_, name) => match.groups[name]?.trim() ?? ''),
            hint,
            severity,
            phase,
            outcome: decides ? (ours ? 'errored' : 'failed') : undefined,
            ...quote(watch, text),
        };
        findings.report(facts, () => watch.startReport(text), entry.end);
    }
}
const NONE = [];
function listens(wanted, stream) {
    return wanted === undefined ? stream !== 'vmm' : wanted === stream;
}
function speaks(signature, stream) {
    return signature.streams === undefined ? stream !== 'vmm' : signature.streams.includes(stream);
}
function quote(watch, text) {
    return { stream: watch.stream, line: watch.line, text };
}

;// CONCATENATED MODULE: ./lib/tdx/format.js
/** How firmware code writes GUIDs and addresses, so that messages and comparisons use one spelling. */
/**
 * The EFI GUID at `offset` in lower-case registry form. EFI stores the first three groups little-endian and
 * the last two as they are written (UEFI specification, appendix A). Reads 16 bytes, which the caller has
 * checked to exist.
 */
function guidAt(bytes, offset) {
    const pairs = Array.from(bytes.subarray(offset, offset + 16), (byte) => byte.toString(16).padStart(2, '0'));
    const group = (start, end) => pairs.slice(start, end).join('');
    const swapped = (start, end) => pairs.slice(start, end).reverse().join('');
    return [swapped(0, 4), swapped(4, 6), swapped(6, 8), group(8, 10), group(10, 16)].join('-');
}
/** `4096` \u2192 `0x1000`. */
function hex(value) {
    return `0x${value.toString(16)}`;
}
/** The first digits of a digest, enough to tell two apart. */
function shortHex(digest) {
    return digest.length > 16 ? `${digest.slice(0, 16)}\u2026` : digest;
}
/** A half-open range of addresses or file offsets: `0x1000-0x2000`. */
function hexRange(start, end) {
    return `${hex(start)}-${hex(end)}`;
}

;// CONCATENATED MODULE: ./lib/tdx/event-types.js
/** The event types that firmware and kernels use in a TD's event log. */

/** The ones that code asks for by name. */
const EVENT = {
    noAction: 0x3,
    separator: 0x4,
    action: 0x5,
    eventTag: 0x6,
    platformConfigFlags: 0xa,
    ipl: 0xd,
    variableDriverConfig: 0x8000_0001,
    variableBoot: 0x8000_0002,
    bootServicesApplication: 0x8000_0003,
    gptEvent: 0x8000_0006,
    efiAction: 0x8000_0007,
    platformFirmwareBlob2: 0x8000_000a,
    handoffTables2: 0x8000_000b,
    variableBoot2: 0x8000_000c,
    variableAuthority: 0x8000_00e0,
};
/** TCG PC Client Platform Firmware Profile 1.05, table 27; edk2 MdePkg/Include/IndustryStandard/UefiTcgPlatform.h. */
const NAMES = {
    0: 'EV_PREBOOT_CERT',
    1: 'EV_POST_CODE',
    3: 'EV_NO_ACTION',
    4: 'EV_SEPARATOR',
    5: 'EV_ACTION',
    6: 'EV_EVENT_TAG',
    7: 'EV_S_CRTM_CONTENTS',
    8: 'EV_S_CRTM_VERSION',
    9: 'EV_CPU_MICROCODE',
    10: 'EV_PLATFORM_CONFIG_FLAGS',
    11: 'EV_TABLE_OF_DEVICES',
    12: 'EV_COMPACT_HASH',
    13: 'EV_IPL',
    14: 'EV_IPL_PARTITION_DATA',
    15: 'EV_NONHOST_CODE',
    16: 'EV_NONHOST_CONFIG',
    17: 'EV_NONHOST_INFO',
    18: 'EV_OMIT_BOOT_DEVICE_EVENTS',
    19: 'EV_POST_CODE2',
    2147483649: 'EV_EFI_VARIABLE_DRIVER_CONFIG',
    2147483650: 'EV_EFI_VARIABLE_BOOT',
    2147483651: 'EV_EFI_BOOT_SERVICES_APPLICATION',
    2147483652: 'EV_EFI_BOOT_SERVICES_DRIVER',
    2147483653: 'EV_EFI_RUNTIME_SERVICES_DRIVER',
    2147483654: 'EV_EFI_GPT_EVENT',
    2147483655: 'EV_EFI_ACTION',
    2147483656: 'EV_EFI_PLATFORM_FIRMWARE_BLOB',
    2147483657: 'EV_EFI_HANDOFF_TABLES',
    2147483658: 'EV_EFI_PLATFORM_FIRMWARE_BLOB2',
    2147483659: 'EV_EFI_HANDOFF_TABLES2',
    2147483660: 'EV_EFI_VARIABLE_BOOT2',
    2147483661: 'EV_EFI_GPT_EVENT2',
    2147483664: 'EV_EFI_HCRTM_EVENT',
    2147483872: 'EV_EFI_VARIABLE_AUTHORITY',
    2147483873: 'EV_EFI_SPDM_FIRMWARE_BLOB',
    2147483874: 'EV_EFI_SPDM_FIRMWARE_CONFIG',
    2147483875: 'EV_EFI_SPDM_DEVICE_POLICY',
    2147483876: 'EV_EFI_SPDM_DEVICE_AUTHORITY',
};
function eventName(type) {
    return NAMES[type] ?? `event type ${hex(type)}`;
}

;// CONCATENATED MODULE: ./lib/tdx/reader.js
/** Reads untrusted little-endian data step by step: what does not fit ends in a named error that says where. */


/** `offset` is where in the data, in bytes. */
class reader_DataError extends errors_UsageError {
    offset;
    constructor(code, message, offset, { hint }) {
        super(code, message, { hint });
        this.name = 'DataError';
        this.offset = offset;
    }
}
/** A position in the data that moves forward. Every method throws DataError `truncated` when too few bytes are left. */
class reader_Reader {
    #bytes;
    #view;
    #subject;
    #offset;
    #record = '';
    #index = 0;
    constructor(bytes, subject, offset = 0) {
        this.#bytes = bytes;
        this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        this.#subject = subject;
        this.#offset = offset;
    }
    get offset() {
        return this.#offset;
    }
    /** Bytes that are left. */
    get left() {
        return this.#bytes.length - this.#offset;
    }
    /** What follows is of this record: errors say so. */
    enter(record, index) {
        this.#record = record;
        this.#index = index;
    }
    u8(what) {
        return this.#view.getUint8(this.#move(1, what));
    }
    u16(what) {
        return this.#view.getUint16(this.#move(2, what), true);
    }
    u32(what) {
        return this.#view.getUint32(this.#move(4, what), true);
    }
    u64(what) {
        return this.#view.getBigUint64(this.#move(8, what), true);
    }
    guid(what) {
        return guidAt(this.#bytes, this.#move(16, what));
    }
    /** A view of the next bytes, not a copy: a length that the data claims costs nothing. */
    take(length, what) {
        const start = this.#move(length, what);
        return this.#bytes.subarray(start, start + length);
    }
    /** Moves on without looking at the bytes. */
    skip(length, what) {
        this.#move(length, what);
    }
    #move(length, what) {
        const start = this.#offset;
        if (length > this.left) {
            const { what: data } = this.#subject;
            const part = this.#record === '' ? what : `${what} of ${this.#record} ${this.#index}`;
            const message = `${data} ends within ${part}: ${length} bytes at offset ${hex(start)}, ${this.left} are left`;
            throw new reader_DataError('truncated', message, start, this.#subject);
        }
        this.#offset = start + length;
        return start;
    }
}
/** The bytes as lower-case hex digits, in the order in which they are stored. */
function hexOf(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
/** Eight bytes as a little-endian number. */
function u64Of(bytes) {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/tdx/registers.js
/** The measurement registers of a TD, how they are extended, and the comparison of what they should hold with what they do. */

/** MRTD is fixed before the TD runs; the four RTMRs are extended while it boots. */
const REGISTERS = ['mrtd', 'rtmr0', 'rtmr1', 'rtmr2', 'rtmr3'];
const RTMRS = ['rtmr0', 'rtmr1', 'rtmr2', 'rtmr3'];
const REGISTER_BYTES = 48;
/** An RTMR before its first event. */
const ZERO = '00'.repeat(REGISTER_BYTES);
/** Of the parts, one after the other. */
function sha384(...parts) {
    const hash = (0,external_node_crypto_.createHash)('sha384');
    for (const part of parts)
        hash.update(part);
    return hash.digest('hex');
}
/** Of the bytes and so many zeros that they are `size` bytes together. */
function sha384Padded(bytes, size) {
    const hash = (0,external_node_crypto_.createHash)('sha384').update(bytes);
    const zeros = new Uint8Array(0x1_0000);
    for (let left = size - bytes.length; left > 0; left -= zeros.length)
        hash.update(zeros.subarray(0, left));
    return hash.digest('hex');
}
/** TDG.MR.RTMR.EXTEND: SHA-384 of the register and the digest (Intel TDX module ABI specification). */
function extend(register, digest) {
    return (0,external_node_crypto_.createHash)('sha384').update(register, 'hex').update(digest, 'hex').digest('hex');
}
/** What an RTMR holds after these events. */
function replay(digests) {
    // The register, then the digest that it is extended with: decoding the register each time takes as long as hashing.
    const both = Buffer.alloc(2 * REGISTER_BYTES);
    for (const digest of digests) {
        both.write(digest, REGISTER_BYTES, 'hex');
        (0,external_node_crypto_.createHash)('sha384').update(both).digest().copy(both);
    }
    return both.toString('hex', 0, REGISTER_BYTES);
}
/** One row for each register that something is expected of, in the order of the registers. */
function compareRegisters(expected, observed) {
    return REGISTERS.flatMap((register) => {
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

;// CONCATENATED MODULE: ./lib/tdx/event-log.js
/** Reads the confidential-computing event log (CCEL): what the firmware and the kernel have extended into the RTMRs. */




const LOG = {
    what: 'the event log',
    hint: 'Read it whole, as root: cat /sys/firmware/acpi/tables/data/CCEL',
};
const TABLE = {
    what: 'the CCEL table',
    hint: 'Read it whole, as root: cat /sys/firmware/acpi/tables/CCEL',
};
const TABLE_BYTES = 56;
const SIGNATURE = 'Spec ID Event03\0';
/** TPM_ALG_SHA384. */
const SHA384_ID = 0x000c;
/** An unused log area is filled with one of these. */
const FILLS = [0xff, 0x00];
const FILL_BYTES = 8;
/** In the order of their MrIndex (UEFI specification 2.10, 38.4.1). */
const BY_INDEX = ['mrtd', ...RTMRS];
/** @throws DataError code `truncated` or `bad-event-log` */
function parseCcelTable(bytes) {
    const reader = new Reader(bytes, TABLE);
    const fields = new Reader(reader.take(TABLE_BYTES, 'its 56 bytes'), TABLE);
    if (event_log_text(fields.take(4, 'the signature')) !== 'CCEL') {
        throw new DataError('bad-event-log', 'the CCEL table does not begin with CCEL', 0, TABLE);
    }
    fields.skip(32, 'the header');
    const type = fields.u8('the type');
    const subtype = fields.u8('the subtype');
    fields.skip(2, 'reserved bytes');
    const length = fields.u64('the length of the log');
    const address = fields.u64('the address of the log');
    const sum = bytes.subarray(0, TABLE_BYTES).reduce((total, byte) => (total + byte) & 0xff, 0);
    return { type, subtype, length, address, checksumOk: sum === 0 };
}
/** Whether the bytes are the ACPI table instead of the log itself. */
function isCcelTable(bytes) {
    return event_log_text(bytes.subarray(0, 4)) === 'CCEL';
}
/**
 * Reads the log up to its fill of 0xFF or 0x00 (TCG PC Client Platform Firmware Profile 1.05, 10; UEFI 2.10, 38.4).
 * @throws DataError code `truncated` when it ends within a record, `bad-event-log` when it is none
 */
function parseEventLog(bytes) {
    const reader = new reader_Reader(bytes, LOG);
    const algorithms = readHeader(reader);
    const sizes = new Map(algorithms.map(({ id, size }) => [id, size]));
    const events = [];
    while (!atEnd(bytes, reader))
        events.push(readEvent(reader, events.length, sizes));
    return { algorithms, events, length: reader.offset };
}
/** What the RTMRs hold after the events of a log. MRTD is no replay: nothing extends it at run time. */
function replayLog({ events }) {
    const digests = { rtmr0: [], rtmr1: [], rtmr2: [], rtmr3: [] };
    for (const event of events) {
        const digest = extendedBy(event);
        if (digest !== undefined && event.register !== 'mrtd')
            digests[event.register].push(digest);
    }
    const { rtmr0, rtmr1, rtmr2, rtmr3 } = digests;
    return { rtmr0: replay(rtmr0), rtmr1: replay(rtmr1), rtmr2: replay(rtmr2), rtmr3: replay(rtmr3) };
}
/** The digest that an event extends its register with; EV_NO_ACTION extends nothing. */
function extendedBy({ type, digest }) {
    return type === EVENT.noAction ? undefined : digest;
}
/** The first record has the older form of TPM 1.2: one SHA-1, and the algorithms of all others in its data. */
function readHeader(reader) {
    reader.skip(4, 'the register of the first record');
    const type = reader.u32('the type of the first record');
    if (type !== EVENT.noAction) {
        const message = `the event log begins with event type ${hex(type)} instead of EV_NO_ACTION (0x3)`;
        throw new reader_DataError('bad-event-log', message, 4, LOG);
    }
    reader.skip(20, 'the digest of the first record');
    const size = reader.u32('the size of the first record');
    const at = reader.offset;
    const header = new reader_Reader(reader.take(size, 'the data of the first record'), LOG);
    if (event_log_text(header.take(SIGNATURE.length, 'its signature')) !== SIGNATURE) {
        throw new reader_DataError('bad-event-log', 'the event log does not begin with "Spec ID Event03"', at, LOG);
    }
    header.skip(8, 'the version of the log');
    const count = header.u32('the number of digest algorithms');
    const algorithms = [];
    while (algorithms.length < count) {
        algorithms.push({ id: header.u16('a digest algorithm'), size: header.u16('the size of a digest') });
    }
    const ours = algorithms.find(({ id }) => id === SHA384_ID);
    if (ours?.size !== REGISTER_BYTES) {
        const declared = algorithms.map(({ id, size }) => `${hex(id)} of ${size} bytes`).join(', ');
        const message = `the event log has no digests of SHA-384, which RTMRs are extended with, but ${declared || 'none'}`;
        throw new reader_DataError('bad-event-log', message, at, { hint: 'Give the event log of an Intel TD.' });
    }
    return algorithms;
}
function readEvent(reader, index, sizes) {
    const { offset } = reader;
    reader.enter('event', index);
    const register = registerOf(reader.u32('the register'), index, offset);
    const type = reader.u32('the type');
    const count = reader.u32('the number of digests');
    let digest;
    for (let taken = 0; taken < count; taken++) {
        const at = reader.offset;
        const algorithm = reader.u16('a digest');
        const size = sizes.get(algorithm);
        if (size === undefined) {
            const message = `event ${index} has a digest of algorithm ${hex(algorithm)}, which the header does not declare`;
            throw new reader_DataError('bad-event-log', message, at, LOG);
        }
        const value = reader.take(size, 'a digest');
        if (algorithm === SHA384_ID)
            digest ??= hexOf(value);
    }
    if (digest === undefined && type !== EVENT.noAction) {
        const message = `event ${index} has no digest of SHA-384: it cannot be replayed`;
        throw new reader_DataError('bad-event-log', message, offset, LOG);
    }
    const data = reader.take(reader.u32('the size'), 'the data');
    return {
        index,
        offset,
        register,
        type,
        name: eventName(type),
        ...(digest === undefined ? {} : { digest }),
        data,
    };
}
function registerOf(mrIndex, index, offset) {
    const register = BY_INDEX[mrIndex];
    if (register !== undefined)
        return register;
    const message = `event ${index} is of register ${mrIndex}; a TD has 0 (MRTD) to 4 (RTMR3): is it the log of a TPM?`;
    throw new reader_DataError('bad-event-log', message, offset, LOG);
}
/** At the end of the data, or where the fill begins. */
function atEnd(bytes, { offset, left }) {
    const next = bytes.subarray(offset, offset + Math.min(left, FILL_BYTES));
    return FILLS.some((fill) => next.every((byte) => byte === fill));
}
function event_log_text(bytes) {
    return String.fromCharCode(...bytes);
}

;// CONCATENATED MODULE: ./lib/tdx/event-text.js
/** What an event of the log says in words, and whether its digest is of its own data. */




/** The event's data in one line. Text of a guest: it needs report/safe.ts on its way to a reader. */
function describeEvent(event) {
    return described(event).text;
}
function checkDigest(event) {
    if (event.digest === undefined)
        return 'not-in-log';
    const digests = digestsOfData(event);
    if (digests.length === 0)
        return 'not-in-log';
    return digests.includes(event.digest) ? 'matches' : 'differs';
}
/** The digests that the event may have by its own data; none where the log does not hold what was hashed. */
function digestsOfData(event) {
    return described(event).hashed.map((bytes) => sha384(bytes));
}
const SUBJECT = { what: 'the event', hint: '' };
/** Nobody reads more of one event. */
const MOST_CHARACTERS = 200;
/** An event whose data does not have the form of its type is shown as it is. */
function described(event) {
    const read = READERS[event.type];
    try {
        return read?.(event.data) ?? { text: `${event.data.length} bytes`, hashed: [] };
    }
    catch (error) {
        if (!(error instanceof reader_DataError))
            throw error;
        return { text: `${event.data.length} bytes, not as its type asks for`, hashed: [] };
    }
}
const READERS = {
    [EVENT.separator]: (data) => ({ text: separator(data), hashed: [data] }),
    [EVENT.efiAction]: (data) => ({ text: ascii(data), hashed: [data] }),
    [EVENT.gptEvent]: (data) => ({ text: `partition table, ${data.length} bytes`, hashed: [data] }),
    [EVENT.variableDriverConfig]: (data) => ({ text: variable(data).text, hashed: [data] }),
    [EVENT.variableAuthority]: (data) => ({ text: variable(data).text, hashed: [data] }),
    // edk2 hashes the content alone; the specification asks for the whole since EV_EFI_VARIABLE_BOOT2.
    [EVENT.variableBoot]: bootVariable,
    [EVENT.variableBoot2]: bootVariable,
    [EVENT.platformConfigFlags]: tdShimRecord,
    [EVENT.platformFirmwareBlob2]: blob,
    [EVENT.handoffTables2]: (data) => ({ text: handoffTables(data), hashed: [] }),
    [EVENT.bootServicesApplication]: application,
    [EVENT.eventTag]: tag,
    // GRUB writes ASCII, systemd-stub UTF-16.
    [EVENT.ipl]: (data) => ({ text: data[1] === 0 ? utf16(data) : ascii(data), hashed: [] }),
};
function separator(data) {
    return data.every((byte) => byte === 0)
        ? 'the firmware hands over'
        : 'the firmware failed before it handed over';
}
/** UEFI_VARIABLE_DATA. */
function variable(data) {
    const reader = new reader_Reader(data, SUBJECT);
    reader.skip(16, 'the GUID');
    const characters = reader.u64('the length of the name');
    const size = reader.u64('the size of the content');
    const name = utf16(reader.take(within(characters * 2n, reader), 'the name'));
    const content = reader.take(within(size, reader), 'the content');
    return { text: `${name}${size === 0n ? ': not set' : `, ${size} bytes`}`, content };
}
function bootVariable(data) {
    const { text, content } = variable(data);
    return { text, hashed: [content, data] };
}
/** td-shim: a name of 16 bytes, a length, and what was hashed (td-shim/src/event_log.rs). edk2 has a name alone. */
function tdShimRecord(data) {
    if (data.length < 20)
        return { text: ascii(data), hashed: [] };
    const reader = new reader_Reader(data, SUBJECT);
    const name = ascii(reader.take(16, 'the name'));
    const content = reader.take(reader.u32('the length'), 'the content');
    return { text: `${name}, ${content.length} bytes`, hashed: [content] };
}
/** UEFI_PLATFORM_FIRMWARE_BLOB2: a name, then where the blob lay in memory. */
function blob(data) {
    const reader = new reader_Reader(data, SUBJECT);
    const name = ascii(reader.take(reader.u8('the length of the name'), 'the name'));
    const base = reader.u64('the address');
    const size = reader.u64('the size');
    return { text: `${name} at ${hex(base)}, ${hex(size)} bytes`, hashed: [] };
}
/** EFI_IMAGE_LOAD_EVENT: the digest is the Authenticode hash of the image, which the log does not hold. */
function application(data) {
    const reader = new reader_Reader(data, SUBJECT);
    reader.skip(8, 'the address');
    const size = reader.u64('the size');
    reader.skip(8, 'the link-time address');
    const path = reader.take(within(reader.u64('the length of the path'), reader), 'the path');
    const file = filesOf(path).join('');
    return { text: `${file === '' ? 'an EFI program' : file}, ${size} bytes`, hashed: [] };
}
/** TCG_PCClientTaggedEvent; Linux hashes what the tag names, and writes its name. */
function tag(data) {
    const reader = new reader_Reader(data, SUBJECT);
    const id = reader.u32('the tag');
    return { text: `${ascii(reader.take(reader.u32('the size'), 'the name'))} (tag ${hex(id)})`, hashed: [] };
}
/** UEFI_HANDOFF_TABLE_POINTERS2: a name, then the GUIDs and addresses of tables; the content is not in the log. */
function handoffTables(data) {
    const reader = new reader_Reader(data, SUBJECT);
    const name = ascii(reader.take(reader.u8('the length of the name'), 'the name'));
    const count = reader.u64('the number of tables');
    return count === 1n && reader.left >= 16 ? `${name} ${guidAt(data, reader.offset)}` : name;
}
/** The names in the file nodes (type 4, subtype 4) of a device path. */
function filesOf(path) {
    const reader = new reader_Reader(path, SUBJECT);
    const names = [];
    while (reader.left >= 4) {
        const type = reader.u8('the type of a node');
        const subtype = reader.u8('the subtype of a node');
        const length = reader.u16('the length of a node');
        if (length < 4)
            return names;
        const content = reader.take(length - 4, 'a node');
        if (type === 4 && subtype === 4)
            names.push(utf16(content));
    }
    return names;
}
/** A length that fits into a number: beyond what is left, one more than what is left. */
function within(length, { left }) {
    return length > BigInt(left) ? left + 1 : Number(length);
}
function ascii(bytes) {
    const text = Buffer.from(bytes.subarray(0, MOST_CHARACTERS)).toString('latin1');
    return text.replace(/\0.*$/s, '');
}
function utf16(bytes) {
    const text = Buffer.from(bytes.subarray(0, 2 * MOST_CHARACTERS)).toString('utf16le');
    return text.replace(/\0.*$/s, '');
}

;// CONCATENATED MODULE: ./lib/tdx/explain.js
/** Finds the first event of a log that explains why its replay is not what a TD reports. */





/** Each event is left out once, and what follows it replayed: so many take a second. */
const MOST_EVENTS = 1000;
/** What firmware and kernels extend at the end of a boot, when the log in memory may be closed already. */
const LAST_EVENTS = [
    { type: EVENT.separator, text: 'the firmware hands over', data: new Uint8Array(4) },
    ...['Exit Boot Services Invocation', 'Exit Boot Services Returned with Success'].map((text) => ({
        type: EVENT.efiAction,
        text,
        data: Buffer.from(text, 'latin1'),
    })),
];
/** Looks for the smallest change of the log that makes its replay the reported value. */
function explainDifference(events, register, reported) {
    const own = events.filter((event) => event.register === register && extendedBy(event) !== undefined);
    const before = statesBefore(own);
    const after = before.at(-1) ?? ZERO;
    if (after === reported)
        return { kind: 'equal' };
    const early = own.find((_, place) => before[place] === reported);
    if (early !== undefined)
        return { kind: 'reported-before', event: early };
    const missing = LAST_EVENTS.find(({ data }) => extend(after, sha384(data)) === reported);
    if (missing !== undefined)
        return { kind: 'not-logged', name: eventName(missing.type), text: missing.text };
    const suspect = own.find((event) => checkDigest(event) === 'differs');
    return (singleChange(own, before, reported) ??
        (suspect === undefined ? { kind: 'unexplained' } : { kind: 'suspect', event: suspect }));
}
/** The explanation in one sentence. Text of a guest: it needs report/safe.ts on its way to a reader. */
function describeExplanation(explanation, register) {
    const of = (event) => `event ${event.index} (${event.name}: ${describeEvent(event)})`;
    switch (explanation.kind) {
        case 'equal':
            return `${register} is what the log says`;
        case 'reported-before':
            return `${register} is what the log says before ${of(explanation.event)}: that event and what follows is in the log alone`;
        case 'not-extended':
            return `${register} is what the log says without ${of(explanation.event)}: it was logged and not extended`;
        case 'digest-changed':
            return `${register} is what the log says when ${of(explanation.event)} has the digest of its data: the log was changed`;
        case 'not-logged':
            return `${register} is what the log says and then ${explanation.name} (${explanation.text}): the log lacks its end`;
        case 'suspect':
            return `the first event whose digest is not of its data is ${of(explanation.event)}`;
        case 'unexplained':
            return `no single event explains ${register}: the log is cut, of another boot, or changed in more than one place`;
    }
}
/**
 * The first event that is not as predicted, by the prediction that agrees with the log for longest. Text of a guest: it
 * needs report/safe.ts on its way to a reader.
 * @returns undefined when the log has what was predicted, or nothing was
 */
function firstDifference(predictions, events, register) {
    const own = events.filter((event) => event.register === register && extendedBy(event) !== undefined);
    const agreed = (predicted) => {
        const at = predicted.findIndex(({ digest }, place) => digest !== own[place]?.digest);
        return at < 0 ? predicted.length : at;
    };
    const [best] = predictions.toSorted((a, b) => agreed(b) - agreed(a));
    if (best === undefined)
        return undefined;
    const place = agreed(best);
    const [wanted, found] = [best[place], own[place]];
    const is = found === undefined ? '' : `event ${found.index} (${found.name}: ${describeEvent(found)})`;
    if (wanted === undefined)
        return found === undefined ? undefined : `${is} was not predicted`;
    const should = `${wanted.name} (${wanted.text}) with the digest ${shortHex(String(wanted.digest))}`;
    if (found === undefined)
        return `the event log ends before ${should}`;
    return `the first event of ${register} that differs is ${is} with the digest ${shortHex(found.digest ?? '')}; predicted is ${should}`;
}
/** The register before each event, and after the last one. */
function statesBefore(events) {
    const states = [ZERO];
    for (const event of events)
        states.push(extend(states.at(-1) ?? ZERO, extendedBy(event) ?? ZERO));
    return states;
}
/** The first event that, left out or with the digest of its own data, gives the reported value. */
function singleChange(events, before, reported) {
    if (events.length > MOST_EVENTS)
        return undefined;
    const rest = (from, place) => events.slice(place + 1).reduce((state, event) => extend(state, extendedBy(event) ?? ZERO), from);
    for (const [place, event] of events.entries()) {
        const state = before[place] ?? ZERO;
        if (rest(state, place) === reported)
            return { kind: 'not-extended', event };
        const digests = checkDigest(event) === 'differs' ? digestsOfData(event) : [];
        const changed = digests.some((digest) => rest(extend(state, digest), place) === reported);
        if (changed)
            return { kind: 'digest-changed', event };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/judge/measurements.js
/** Compares what the guest shows of its registers with what the scenario asserts, and says where the difference lies. */



const HEX = /^[0-9a-f]{96}$/;
/**
 * One row for each assertion, in their order.
 * @param expectations what was computed before the boot; absent: of a log that is no recording
 */
function compareMeasurements(assertions, shown, expectations) {
    if (assertions.length === 0)
        return [];
    const log = shown.eventLog();
    return assertions.map((assertion) => compare(assertion, shown, expectations?.[assertion.register], log));
}
/** What a measurement that is not as asserted makes of the run; undefined of one that is. */
function findingOf({ register, verdict, wanted, shown, explanation, where, }) {
    if (verdict === 'equal')
        return undefined;
    const title = {
        different: `${register} is ${shortHex(shown ?? '')} instead of ${wanted.map(shortHex).join(' or ')}`,
        'not-shown': `${register} is asserted, and the guest did not show it`,
        'not-known': `${register} is asserted, and nothing says what it has to be`,
    }[verdict];
    return {
        kind: 'measurement-mismatch',
        title,
        hint: measurements_HINTS[verdict],
        // Without a value to compare with nothing is said about the guest.
        outcome: verdict === 'not-known' ? 'errored' : 'failed',
        where,
        evidence: explanation === undefined ? [] : [{ text: explanation }],
    };
}
const measurements_HINTS = {
    different: 'Compare what was booted with what was meant: the firmware by "tdx-boot measure FIRMWARE", the event log by "tdx-boot measure log".',
    'not-shown': 'The probe guest shows it where Linux has /dev/tdx_guest (6.2). Of another guest, capture its line by a group named like the register, such as /mrtd (?<mrtd>[0-9a-f]{96})/.',
    'not-known': 'Judge a recording that "tdx-boot run" made of this scenario, or give the value itself instead of "expected".',
};
function compare({ register, holds, where }, shown, expectation, log) {
    const asserted = holds === 'expected' || holds === 'replay' ? holds : 'value';
    const row = { register, asserted, wanted: wantedOf(holds, register, expectation, log), where };
    const [value, other] = shown.valuesOf(register);
    const seen = value === undefined ? {} : { shown: value };
    if (row.wanted.length === 0) {
        if (holds !== 'replay')
            return { ...row, ...seen, verdict: 'not-known' };
        const explanation = typeof log === 'string' ? log : `${register} is no replay`;
        return { ...row, ...seen, verdict: 'not-shown', explanation };
    }
    if (value === undefined)
        return { ...row, verdict: 'not-shown' };
    if (other !== undefined) {
        const explanation = `the guest showed two values: ${value} and ${other}`;
        return { ...row, ...seen, verdict: 'different', explanation };
    }
    if (!HEX.test(value)) {
        const explanation = `the guest showed "${value}", which is not 96 hex digits`;
        return { ...row, verdict: 'not-shown', explanation };
    }
    if (row.wanted.includes(value))
        return { ...row, shown: value, verdict: 'equal' };
    const explanation = explain(row, value, expectation, log);
    return {
        ...row,
        shown: value,
        verdict: 'different',
        ...(explanation === undefined ? {} : { explanation }),
    };
}
/** None: not known, or the guest did not show what it follows from. */
function wantedOf(holds, register, expectation, log) {
    if (holds === 'expected')
        return expectation?.values.map(({ value }) => value) ?? [];
    if (holds !== 'replay')
        return [holds];
    return typeof log === 'string' || register === 'mrtd' ? [] : [replayLog(log)[register]];
}
/** Which section or event differs, as far as it can be told. */
function explain({ register, asserted }, value, expectation, log) {
    if (asserted === 'value' && expectation?.values.some((right) => right.value === value)) {
        return 'the guest shows what this boot has to give: the value in the scenario is of another one';
    }
    if (register === 'mrtd')
        return explainMrtd(value, expectation);
    return typeof log === 'string' ? undefined : explainRtmr(register, value, expectation, log);
}
function explainMrtd(value, expectation) {
    if (expectation === undefined)
        return undefined;
    const suspect = expectation.suspects.find((wrong) => wrong.value === value);
    if (suspect !== undefined)
        return `the guest shows the MRTD ${suspect.text}`;
    return 'no section of this image, left out or measured otherwise, gives what the guest shows: it started another image';
}
/** A log that does not give what the TD reports cannot say what the firmware measured. */
function explainRtmr(register, value, expectation, { events }) {
    const explanation = explainDifference(events, register, value);
    if (explanation.kind !== 'equal')
        return describeExplanation(explanation, register);
    return firstDifference(expectation?.values.map((wanted) => wanted.events) ?? [], events, register);
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
const SYNTAX = { ecmaVersion: 2024 };
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
function linearRegExp(source, flags) {
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
    external_node_v8_.setFlagsFromString('--enable-experimental-regexp-engine');
    try {
        new RegExp(source, `${flags.replace('g', '')}l`);
        return true;
    }
    catch {
        return false;
    }
    finally {
        external_node_v8_.setFlagsFromString('--no-enable-experimental-regexp-engine');
    }
}
/** Only a `vm` script can be interrupted inside a regular expression; it costs about 0.2 ms a call. */
function guarded(regex) {
    const context = { regex, text: '' };
    external_node_vm_.createContext(context);
    const script = new external_node_vm_.Script('regex.exec(text)');
    return (text, from) => {
        regex.lastIndex = from;
        context.text = text;
        try {
            return script.runInContext(context, { timeout: GUARD_MS });
        }
        catch (error) {
            throw new errors_HostError('pattern-too-slow', `/${regex.source}/ took more than ${GUARD_MS} ms on one line`, {
                hint: 'It uses lookaround, a back-reference or a counted group, which cannot run in linear time: rewrite it.',
                cause: error,
            });
        }
    };
}
/** The same expression with every ASCII letter spelt in both cases; undefined when a part has no such spelling. */
function withoutCase(source) {
    const ast = new regexpp/* RegExpParser */.HA(SYNTAX).parsePattern(source);
    const edits = [];
    let possible = true;
    (0,regexpp/* visitRegExpAST */.p5)(ast, {
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
function parsePattern(source) {
    const form = REGEX_FORM.exec(source);
    if (form?.[1] !== undefined) {
        return regexPattern(source, form[1], form[2] ?? '');
    }
    if (source === '') {
        throw new errors_UsageError('bad-pattern', 'an empty pattern matches everything');
    }
    if (/[\r\n]/.test(source)) {
        throw new errors_UsageError('bad-pattern', `${JSON.stringify(source)} contains a line break`, ONE_LINE);
    }
    return literalPattern(source);
}
/** A pattern of our own (a signature or milestone): trusted to be linear, always judged on settled text. */
function trustedPattern(regex) {
    const ast = new regexpp/* RegExpParser */.HA(SYNTAX).parsePattern(regex.source);
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
        throw new errors_UsageError('bad-pattern', `${source}: flag "${bad}" has no meaning here`, {
            hint: 'Known flags: i (ignore case), s, m, u, v. To look for a path as it stands, write it as /\\/dev\\/sda/.',
        });
    }
    if (new Set(flags).size < flags.length || /u.*v|v.*u/.test(flags)) {
        throw new errors_UsageError('bad-pattern', `${source}: flags "${flags}" do not go together`);
    }
    let ast;
    let regex;
    try {
        const unicode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
        ast = new regexpp/* RegExpParser */.HA(SYNTAX).parsePattern(body, 0, body.length, unicode);
        regex = linearRegExp(body, flags);
    }
    catch (error) {
        throw new errors_UsageError('bad-pattern', `${source}: ${errors_messageOf(error)}`);
    }
    const traits = traitsOf(ast);
    if (traits.lineBreak) {
        throw new errors_UsageError('bad-pattern', `${source} looks for a line break`, ONE_LINE);
    }
    if (regex.exec('', 0) !== null) {
        throw new errors_UsageError('bad-pattern', `${source} matches the empty line, so it would match everything`);
    }
    const pattern = fromRegExp(source, ast, traits.instant, regex);
    // Unicode case folding makes K match the Kelvin sign: no ASCII needle is safe then.
    return flags.includes('i') && /[uv]/.test(flags) ? { ...pattern, needles: undefined } : pattern;
}
function fromRegExp(source, ast, instant, regex) {
    const groups = [];
    (0,regexpp/* visitRegExpAST */.p5)(ast, {
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
    (0,regexpp/* visitRegExpAST */.p5)(ast, {
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

;// CONCATENATED MODULE: ./lib/judge/shown.js
/** What the guest shows of its measurements: the facts of the probe, and the event log that it prints in pieces. */



const FACTS = [
    { id: 'register', pattern: /^# cc\.measurement\.(?<register>mrtd|rtmr[0-3]): (?<value>.+)/ },
    { id: 'log', pattern: /^# cc\.ccel\.(?<offset>[0-9a-f]{6,}): (?<value>.+)/ },
    { id: 'end', pattern: /^(?:not )?ok \d+ confidential-computing/ },
];
/** More than a register has digits: what is longer is cut. */
const shown_MOST_CHARACTERS = 200;
/** As much as the probe prints, in bytes. */
const MOST_LOG = 1024 * 1024;
const LOG_LINE = /^(?:[0-9a-f]{2}){1,32}$/;
class Shown {
    /** The first two values of each register: they have to be the same. */
    #values = new Map();
    #log = [];
    #logBytes = 0;
    #logStream;
    #torn;
    /** The probe's report has gone on to what follows the event log. */
    #logEnded = false;
    take(fact, { groups }, stream) {
        const { register, offset = '', value = '' } = groups;
        const known = REGISTERS.find((name) => name === register);
        if (fact.id === 'register' && known !== undefined)
            this.#takeValue(known, value);
        else if (fact.id === 'log')
            this.#takeLog(Number.parseInt(offset, 16), value, stream);
        else if (fact.id === 'end')
            this.#logEnded = true;
    }
    /** What a step has captured under the name of a register is a value of it. */
    takeCaptures(captures) {
        for (const register of REGISTERS) {
            const captured = captures[register];
            if (captured !== undefined)
                this.#takeValue(register, captured);
        }
    }
    /** Whether what is asserted may still be shown. */
    lacks(assertions) {
        return assertions.some(({ register, holds }) => !this.#values.has(register) || (holds === 'replay' && !this.#logEnded));
    }
    #takeValue(register, text) {
        const value = text.trim().toLowerCase().slice(0, shown_MOST_CHARACTERS);
        const before = this.#values.get(register) ?? [];
        if (before.length < 2 && !before.includes(value))
            this.#values.set(register, [...before, value]);
    }
    /** Different values that were shown, none, one or two. */
    valuesOf(register) {
        return this.#values.get(register) ?? [];
    }
    /** The event log, or why there is none. */
    eventLog() {
        if (this.#torn !== undefined)
            return `the event log is torn: ${this.#torn}`;
        if (this.#log.length === 0) {
            return 'the guest showed no event log: the probe prints it with tdx-boot.probe=ccel on the command line';
        }
        try {
            return parseEventLog(Buffer.from(this.#log.join(''), 'hex'));
        }
        catch (error) {
            if (error instanceof reader_DataError)
                return error.message;
            throw error;
        }
    }
    /** A log that comes on two streams is read from the one on which it began. */
    #takeLog(offset, hex, stream) {
        this.#logStream ??= stream;
        if (stream !== this.#logStream || this.#torn !== undefined)
            return;
        if (offset !== this.#logBytes) {
            this.#torn = `byte ${offset} follows byte ${this.#logBytes}`;
        }
        else if (!LOG_LINE.test(hex)) {
            this.#torn = `the line of byte ${offset} is not made of hex digits`;
        }
        else if (offset + hex.length / 2 > MOST_LOG) {
            this.#torn = `it has more than ${MOST_LOG} bytes`;
        }
        else {
            this.#log.push(hex);
            this.#logBytes += hex.length / 2;
        }
    }
}

;// CONCATENATED MODULE: ./lib/judge/rulebook.js
/** Everything that can be recognised in a line, compiled once: which needle makes which pattern a candidate. */




/** Compiles the catalog and the scenario's own patterns into one automaton. */
function compileRules(rules, catalog = SIGNATURES) {
    const numbers = new Map();
    const expects = rules.steps.flatMap((step) => step.kind === 'expect' ? [step] : step.kind === 'any-order' ? step.expects : []);
    const collect = (items) => candidates(items, numbers);
    const book = {
        signatures: collect(known(catalog)),
        milestones: collect(known(MILESTONES)),
        facts: collect(rules.measurements === undefined ? [] : known(FACTS)),
        forbids: collect(rules.forbid),
        expects: collect(expects),
    };
    const everyLine = [...rules.forbid, ...expects].some((item) => item.pattern.needles === undefined);
    return { ...book, automaton: buildAutomaton([...numbers.keys()]), everyLine };
}
function known(entries) {
    return entries.map((entry) => ({ entry, pattern: trustedPattern(entry.pattern) }));
}
/** Gives each needle a number (shared by all kinds) and remembers whom it announces. */
function candidates(items, numbers) {
    const announced = [];
    const always = items.flatMap((item, index) => (item.pattern.needles === undefined ? [index] : []));
    for (const [index, item] of items.entries()) {
        for (const needle of item.pattern.needles ?? []) {
            const number = numbers.get(needle) ?? numbers.size;
            numbers.set(needle, number);
            announced[number] = union(announced[number] ?? always, [index]);
        }
    }
    return {
        items,
        of(hits) {
            let found;
            for (const hit of hits) {
                const mine = announced[hit];
                if (mine !== undefined)
                    found = found === undefined ? mine : union(found, mine);
            }
            return found ?? always;
        },
    };
}
function union(a, b) {
    return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

;// CONCATENATED MODULE: ./lib/judge/steps.js
/** How far the scenario's steps have got: what is expected now, by when, and what has been met. */
class StepProgress {
    captures = {};
    #steps;
    #met = new Map();
    #sentAt = new Map();
    #current = 0;
    #since = 0;
    /** What is open, until a step is met: asked for with every line. */
    #open;
    constructor(steps) {
        this.#steps = steps;
    }
    get done() {
        return this.#current >= this.#steps.length;
    }
    /** The send that is to be carried out now, if any. */
    get sendNow() {
        const step = this.#steps[this.#current];
        return step?.kind === 'send' ? step : undefined;
    }
    /** The current send has been carried out. */
    sent(time) {
        const step = this.sendNow;
        if (step === undefined)
            return undefined;
        this.#sentAt.set(step, time);
        const report = this.#reportSend(step, this.#current + 1);
        this.#advance(time);
        return report;
    }
    /** What has to appear now; empty when a send is due or all is done. */
    open() {
        this.#open ??= this.#findOpen();
        return this.#open;
    }
    /** The open step that is this expectation; undefined when it is not its turn, or was met. */
    openFor(expect) {
        return this.open().find((due) => due.expect === expect);
    }
    /** Notes that an open expectation was met, which may make the next step the current one. */
    meet(due, match, seen) {
        const report = {
            number: due.number,
            kind: 'expect',
            text: due.expect.pattern.source,
            state: 'met',
            where: due.expect.where,
            ...seen,
        };
        this.#met.set(due.expect, report);
        for (const name of due.expect.capture) {
            const value = match.groups[name];
            if (value !== undefined)
                this.captures[name] = value;
        }
        this.#open = undefined;
        if (this.open().length === 0)
            this.#advance(seen.time);
        return report;
    }
    /** Every step in order, with its state. */
    reports(ended) {
        return this.#steps.flatMap((step, index) => {
            const number = index + 1;
            if (step.kind === 'send')
                return [this.#reportSend(step, number)];
            return membersOf(step).map((expect) => {
                const state = ended && index === this.#current ? 'missed' : 'open';
                const unmet = {
                    number,
                    kind: 'expect',
                    text: expect.pattern.source,
                    state,
                    where: expect.where,
                };
                return this.#met.get(expect) ?? unmet;
            });
        });
    }
    #reportSend(step, number) {
        const time = this.#sentAt.get(step);
        const base = { number, kind: 'send', text: step.text, where: step.where, stream: step.stream };
        return time === undefined ? { ...base, state: 'open' } : { ...base, state: 'sent', time };
    }
    #findOpen() {
        const step = this.#steps[this.#current];
        if (step === undefined || step.kind === 'send')
            return [];
        const members = membersOf(step).filter((member) => !this.#met.has(member));
        const group = step.kind === 'any-order' ? step.withinMs : undefined;
        return members.map((expect) => ({
            expect,
            number: this.#current + 1,
            due: earliest(this.#since, expect.withinMs, group),
            since: this.#since,
        }));
    }
    #advance(time) {
        this.#open = undefined;
        this.#current++;
        this.#since = time;
    }
}
function membersOf(step) {
    return step.kind === 'expect' ? [step] : step.expects;
}
function earliest(since, ...limits) {
    const known = limits.filter((limit) => limit !== undefined);
    return known.length === 0 ? undefined : since + Math.min(...known);
}

;// CONCATENATED MODULE: ./lib/judge/watch.js
/** What the judge remembers of one stream: its scanner, how far the steps have read, and the lines around. */

/** How much of the end of a stream is kept to quote from, in bytes. */
const RECENT_BYTES = 16_384;
const REPORT_LINES = 200;
class StreamWatch {
    stream;
    /** Time of the last output, in milliseconds; undefined before the first. */
    lastOutput;
    /** True once the unfinished line has been judged as if finished, because the guest paused. */
    tailSettled = false;
    /** Milestones seen on this stream, with what stood before them in their line, digits folded. */
    milestones = new Map();
    /** Lines that follow a failure, while they are being collected. */
    report;
    #scanner;
    #everyLine;
    /** The last bytes, at the end of the array; copies, because the chunks that are read are large. */
    #recent = new Uint8Array(RECENT_BYTES);
    #recentBytes = 0;
    /** What concerns the current line only: how far steps have read, and what has been reported of it. */
    #markedLine = 0;
    #from = 0;
    #reported = new Set();
    constructor(stream, book, callbacks) {
        this.stream = stream;
        this.#everyLine = book.everyLine;
        const settled = (line) => {
            if (this.report !== undefined && this.report.length < REPORT_LINES)
                this.report.push(line.text);
            callbacks.onSettled(this, line);
            if (line.cut)
                callbacks.onCut(this);
        };
        this.#scanner = new LineScanner(book.automaton, {
            everyLine: book.everyLine,
            onLine: (line) => {
                this.#enter(this.#scanner.lineCount);
                settled(line);
            },
            onWipe: (line) => {
                this.#enter(this.#scanner.lineCount + 1);
                settled(line);
                this.#markedLine = 0;
            },
        });
    }
    push(bytes) {
        this.tailSettled = false;
        this.#keep(bytes);
        this.#scanner.push(bytes);
    }
    /** The unfinished line, entered for judging. */
    tail() {
        const tail = this.#scanner.tail();
        if (tail !== undefined)
            this.#enter(this.#scanner.lineCount + 1);
        return tail;
    }
    end() {
        this.#scanner.end();
    }
    /** Number of the line being judged, from 1. */
    get line() {
        return this.#markedLine;
    }
    /** Offset in the line being judged from which steps may match. */
    get from() {
        return this.#from;
    }
    /** Steps have read the line being judged up to this offset. */
    readTo(offset) {
        this.#from = offset;
    }
    /** Steps have read everything that this stream has printed so far. */
    readAll() {
        const tail = this.tail();
        if (tail !== undefined)
            this.#from = tail.text.length;
    }
    /** True the first time that a name is reported of the line being judged. */
    firstReport(name) {
        if (this.#reported.has(name))
            return false;
        this.#reported.add(name);
        return true;
    }
    /** From now on every line is looked at, so that the rest of a report is collected. */
    startReport(first) {
        this.report ??= [first];
        this.#scanner.everyLine = true;
        return this.report;
    }
    /** While an echo is awaited every line is looked at, because any of them may hold a part of it. */
    awaitEcho(awaited) {
        this.#scanner.everyLine = awaited || this.#everyLine || this.report !== undefined;
    }
    /** The last lines, unfinished one included. */
    recentLines(count) {
        const lines = [];
        const scanner = lineReader((text) => lines.push(text));
        scanner.push(this.#recent.subarray(RECENT_BYTES - this.#recentBytes));
        scanner.end();
        return lines.filter((line) => line.trim() !== '').slice(-count);
    }
    #enter(line) {
        if (line === this.#markedLine)
            return;
        this.#markedLine = line;
        this.#from = 0;
        this.#reported.clear();
    }
    #keep(bytes) {
        const kept = bytes.subarray(-RECENT_BYTES);
        this.#recent.copyWithin(0, kept.length);
        this.#recent.set(kept, RECENT_BYTES - kept.length);
        this.#recentBytes = Math.min(RECENT_BYTES, this.#recentBytes + kept.length);
    }
}

;// CONCATENATED MODULE: ./lib/judge/judge.js
/** The judge: a pure reducer from timestamped machine events to findings and a verdict. It reads no clock. */












/** An unfinished line is judged as a whole when the guest has not printed for this long, in milliseconds. */
const PAUSE_MS = 50;
/** After a failure the rest of the report is collected until nothing was printed for QUIET, at most for REPORT. */
const QUIET_MS = 250;
const REPORT_MS = 2000;
/** When all steps are met and no line showed a TD, so long is waited for one: the probe's facts follow its greeting. */
const EVIDENCE_MS = 2000;
/** How long after the VMM said that the guest is gone its process may take to end. */
const EXIT_GRACE_MS = 2000;
/**
 * Feed it events in order with {@link push}; call {@link advance} when the moment of {@link nextDeadline} has come.
 * Both return what follows from it. Replaying the same events gives the same result, whatever the chunking: a byte's
 * effect depends only on the byte and its time.
 */
class Judge {
    #rules;
    #book;
    #progress;
    #findings;
    #shown = new Shown();
    #lines;
    #watches = new Map();
    #lastOutput = 0;
    #lastStream;
    #vmState;
    /** Devices that a driver in the guest has set up. */
    #driven = [];
    /** CPUs that the VMM wanted in the last silence that was measured. */
    #busy;
    #expectation;
    #expectedMeasurements;
    /** When a run whose steps are all met is judged without what it lacks: evidence of a TD, or its measurements. */
    #evidenceDue;
    #verdict;
    constructor(rules) {
        this.#rules = rules;
        this.#book = compileRules(rules);
        this.#progress = new StepProgress(rules.steps);
        this.#findings = new Findings(rules.allow);
        this.#lines = new LineJudge({
            rules,
            book: this.#book,
            progress: this.#progress,
            findings: this.#findings,
            shown: this.#shown,
            over: () => this.#verdict !== undefined,
            endIfDone: (reading) => this.#endIfDone(reading),
            watch: (stream) => this.#watch(stream),
            watches: () => this.#watches.values(),
        });
    }
    get verdict() {
        return this.#verdict;
    }
    /** The machine is about to start, at time 0: gives what the scenario wants sent before anything is expected. */
    start() {
        this.#lines.act();
        this.#endIfDone();
        return this.#findings.take();
    }
    /** Takes the next event; its time must not lie before that of an earlier one. */
    push(event) {
        this.#fireUntil(event.time);
        if (this.#verdict === undefined) {
            this.#findings.now = event.time;
            this.#guard(() => this.#receive(event));
        }
        return this.#findings.take();
    }
    /** Time has passed without an event. */
    advance(time) {
        this.#fireUntil(time);
        return this.#findings.take();
    }
    /** When {@link advance} has to be called next, in milliseconds; undefined when only an event can change anything. */
    nextDeadline() {
        if (this.#verdict !== undefined)
            return undefined;
        if (this.#findings.failure !== undefined || this.#vmState !== undefined)
            return this.#endOfReport();
        let next = this.#rules.timeoutMs;
        if (this.#rules.silenceMs !== undefined && !this.#progress.done) {
            next = Math.min(next, this.#lastOutput + this.#rules.silenceMs);
        }
        next = Math.min(next, this.#evidenceDue ?? next);
        for (const due of this.#progress.open())
            next = Math.min(next, due.due ?? next);
        return Math.min(next, this.#nextPause()?.time ?? next);
    }
    // ---- time -----------------------------------------------------------------------------------------------------
    #fireUntil(time) {
        for (;;) {
            const due = this.nextDeadline();
            if (due === undefined || due > time)
                return;
            this.#findings.now = Math.max(this.#findings.now, due);
            this.#guard(() => this.#fire());
        }
    }
    #fire() {
        const pause = this.#nextPause();
        if (this.#findings.failure !== undefined || this.#vmState !== undefined) {
            this.#settleTails();
            this.#conclude();
        }
        else if (pause !== undefined && pause.time <= this.#findings.now) {
            this.#settleTail(pause.watch);
            this.#endIfDone(pause.watch);
        }
        else {
            this.#missDeadline();
        }
    }
    #nextPause() {
        let next;
        for (const watch of this.#watches.values()) {
            if (watch.tailSettled || watch.lastOutput === undefined)
                continue;
            const time = watch.lastOutput + PAUSE_MS;
            if (next === undefined || time < next.time)
                next = { watch, time };
        }
        return next;
    }
    #endOfReport() {
        if (this.#findings.failure === undefined)
            return (this.#vmState?.time ?? this.#findings.now) + EXIT_GRACE_MS;
        const quiet = Math.max(this.#lastOutput, this.#findings.failure.since) + QUIET_MS;
        // A moment later, not at once: what was read together with the last line must not depend on the chunking.
        const ended = this.#lines.reportEnded === undefined ? quiet : this.#lines.reportEnded + PAUSE_MS;
        return Math.min(quiet, ended, this.#findings.failure.since + REPORT_MS);
    }
    #missDeadline() {
        if (this.#evidenceDue !== undefined) {
            this.#conclude();
            return;
        }
        const late = this.#progress.open().find((due) => due.due !== undefined && due.due <= this.#findings.now);
        if (late !== undefined) {
            const waited = formatDuration(this.#findings.now - late.since);
            this.#miss(late, `${late.expect.pattern.shown} did not appear within ${waited}`);
        }
        else if (this.#findings.now >= this.#rules.timeoutMs) {
            const limit = formatDuration(this.#rules.timeoutMs);
            this.#findings.decide('timeout', `the boot was not over after ${limit}${this.#stillExpected()}`, 'failed');
        }
        else {
            const silent = formatDuration(this.#findings.now - this.#lastOutput);
            this.#findings.decide('silence', `no output for ${silent}${this.#stillExpected()}`, 'failed');
        }
        this.#conclude();
    }
    #stillExpected() {
        const open = this.#progress.open()[0];
        return open === undefined ? '' : `, while step ${open.number} waits for ${open.expect.pattern.shown}`;
    }
    // ---- machine events -------------------------------------------------------------------------------------------
    #receive(event) {
        switch (event.type) {
            case 'output':
                this.#receiveOutput(event.stream, event.bytes);
                break;
            case 'vm':
                this.#receiveState(event.state, event.detail);
                break;
            case 'abort':
                this.#receiveAbort(event);
                break;
            case 'exit':
                this.#endStreams();
                this.#receiveExit(event.code, event.signal);
                break;
            case 'end-of-log':
                this.#endStreams();
                this.#receiveEndOfLog();
                break;
            case 'launch':
                this.#findings.atLeast('vmm');
                this.#expectation = event.expectation;
                this.#expectedMeasurements = event.measurements;
                break;
            case 'cpu':
                this.#busy = event.busy;
                break;
            case 'input':
                break;
        }
    }
    #receiveOutput(stream, bytes) {
        if (bytes.length === 0)
            return;
        const watch = this.#watch(stream);
        watch.lastOutput = this.#findings.now;
        this.#findings.atLeast('vmm');
        if (stream !== 'vmm') {
            this.#busy = undefined;
            if (this.#lastStream === undefined)
                this.#findings.reach('firmware', `first output on ${stream}`);
            this.#lastOutput = this.#findings.now;
            this.#lastStream = stream;
        }
        watch.push(bytes);
        const tail = this.#verdict === undefined ? watch.tail() : undefined;
        if (tail === undefined)
            watch.tailSettled = true;
        else
            this.#lines.unfinished(watch, tail);
    }
    #receiveState(state, detail) {
        if (state === 'driven') {
            if (this.#driven.length === 0)
                this.#findings.reach('firmware', `the guest drives ${detail}`);
            this.#driven.push(detail);
            return;
        }
        if (this.#vmState?.state !== 'panicked')
            this.#vmState = { state, detail, time: this.#findings.now };
        if (state === 'broken')
            this.#findings.decide('vmm', `the VMM stopped the guest: ${detail}`, 'errored');
    }
    #receiveAbort(event) {
        this.#settleTails();
        if (event.cause === 'output-limit')
            this.#findings.decide('output-limit', event.message, 'failed');
        else if (event.cause === 'cancelled')
            this.#findings.decide('cancelled', event.message, 'errored');
        else
            this.#findings.decide('vmm', event.message, 'errored', event.hint);
        this.#conclude();
    }
    #receiveExit(code, signal) {
        if (this.#vmState?.state === undefined && (code !== 0 || signal !== null)) {
            const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
            const said = this.#watches.get('vmm')?.recentLines(1)[0];
            this.#findings.decide('vmm', `the VMM ended with ${how}${said === undefined ? '' : `: ${said}`}`, 'errored');
        }
        this.#conclude();
    }
    /** The log is all there is: what has not been seen by now is missing. */
    #receiveEndOfLog() {
        const open = this.#progress.open()[0];
        if (open !== undefined)
            this.#miss(open, `${open.expect.pattern.shown} is not in the log`);
        this.#conclude();
    }
    #endStreams() {
        for (const watch of this.#watches.values()) {
            if (this.#verdict === undefined)
                watch.end();
        }
    }
    #watch(stream) {
        const known = this.#watches.get(stream);
        if (known !== undefined)
            return known;
        const watch = new StreamWatch(stream, this.#book, {
            onSettled: (on, line) => this.#lines.finish(on, line),
            onCut: (on) => {
                const message = `${on.stream} line ${on.line} is longer than ${LINE_CAP} characters and is judged in pieces`;
                this.#findings.emit({ type: 'notice', time: this.#findings.now, message });
            },
        });
        this.#watches.set(stream, watch);
        return watch;
    }
    #settleTails() {
        for (const watch of this.#watches.values())
            this.#settleTail(watch);
    }
    #settleTail(watch) {
        watch.tailSettled = true;
        const tail = watch.tail();
        if (tail !== undefined)
            this.#lines.settled(watch, tail);
    }
    /** Ends a good run, unless an unfinished line of another stream than the one being read has bad news. */
    #endIfDone(reading) {
        const over = this.#progress.done && this.#rules.stop === 'after-last-step';
        if (!over || this.#findings.failure !== undefined)
            return;
        for (const watch of this.#watches.values())
            if (watch !== reading)
                this.#settleTail(watch);
        if (this.#findings.failure !== undefined)
            return;
        if (this.#lacksEvidence() || this.#lacksMeasurements()) {
            this.#evidenceDue ??= this.#findings.now + EVIDENCE_MS;
        }
        else
            this.#conclude();
    }
    #lacksEvidence() {
        return this.#rules.tdEvidence === 'required' && !this.#findings.tdSeen;
    }
    #lacksMeasurements() {
        this.#shown.takeCaptures(this.#progress.captures);
        return this.#shown.lacks(this.#rules.measurements ?? []);
    }
    // ---- verdict ----------------------------------------------------------------------------------------------
    #miss(due, title) {
        this.#findings.report({
            kind: 'missing',
            title: `step ${due.number}: ${title}`,
            hint: STUCK_HINTS[this.#findings.phase],
            outcome: 'failed',
            where: due.expect.where,
        });
    }
    /** Gives the verdict, from what is known by now. */
    #conclude() {
        if (this.#verdict !== undefined)
            return;
        const { measurements: asserted = [] } = this.#rules;
        this.#shown.takeCaptures(this.#progress.captures);
        const measurements = compareMeasurements(asserted, this.#shown, this.#expectedMeasurements);
        if (this.#findings.failure === undefined)
            this.#explainEnd(measurements);
        const scan = this.#findings.list.find(({ kind }) => kind === 'scan');
        const failed = this.#findings.failure;
        const found = scan ?? failed?.finding;
        const cause = found === failed?.finding && found && failed?.report ? { ...found, report: failed.report } : found;
        const last = this.#lastStream ?? 'vmm';
        this.#verdict = {
            verdict: cause?.outcome ?? 'passed',
            reason: cause?.title ?? 'every step was met',
            hint: cause?.hint ?? '',
            phase: this.#findings.phase,
            time: this.#findings.now,
            findings: this.#findings.list,
            ...(cause === undefined ? {} : { cause, diagnosis: this.#diagnose(cause) }),
            steps: this.#progress.reports(cause !== undefined),
            captures: this.#progress.captures,
            measurements,
            timeline: this.#findings.timeline,
            lastLines: cause === undefined ? [] : (this.#watches.get(last)?.recentLines(20) ?? []),
        };
        this.#findings.emit({ type: 'verdict', time: this.#findings.now, verdict: this.#verdict });
    }
    #diagnose(cause) {
        return diagnose(factsOfRun(cause, {
            findings: this.#findings,
            awaited: this.#progress.open()[0]?.expect.stream,
            watches: [...this.#watches.values()],
            vm: this.#vmState,
            driven: this.#driven,
            busy: this.#busy,
            firmwareBuild: this.#rules.firmwareBuild,
            expectation: this.#expectation,
        }));
    }
    /** The machine is gone and nothing has failed so far: is that how the scenario wanted it to end? */
    #explainEnd(measurements) {
        const state = this.#vmState?.state;
        const open = this.#progress.open()[0];
        if (state === 'panicked') {
            this.#findings.decide('panicked', `the guest reported a panic: ${this.#vmState?.detail}`, 'failed');
        }
        else if (state === 'reset') {
            this.#findings.decide('reset', `the guest reset itself${this.#stillExpected()}`, 'failed');
        }
        else if (open !== undefined) {
            const how = state === 'shutdown' ? 'the guest powered off' : 'the VMM ended';
            this.#findings.decide('exit', `${how} before step ${open.number} saw ${open.expect.pattern.shown}`, 'failed');
        }
        else if (this.#lacksEvidence()) {
            this.#findings.decide('not-a-td', NOT_A_TD, 'failed');
        }
        else {
            for (const facts of measurements.flatMap((row) => findingOf(row) ?? []))
                this.#findings.report(facts);
        }
    }
    /** A scan that cannot run must not look like a clean log. */
    #guard(body) {
        try {
            body();
        }
        catch (error) {
            const hint = error instanceof Error && 'hint' in error ? String(error.hint) : 'Please report this.';
            const title = `the console could not be judged: ${errors_messageOf(error)}`;
            this.#findings.report({ kind: 'scan', title, hint, outcome: 'errored' });
            this.#conclude();
        }
    }
}
const NOT_A_TD = 'the guest showed no sign of being a Trust Domain';

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/vmm/binary.js
/** What a VMM program on this machine is, asked of the program itself: its version, and what it was built with. */



/** A program that says nothing of itself within this time, in milliseconds, is not what it should be. */
const ANSWER_MS = 10_000;
const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/**
 * Asks a Cloud Hypervisor for its version and features.
 * @param path of the program
 * @throws HostError code `vmm-unusable` when it cannot be run, does not answer or is something else
 */
async function probeCloudHypervisor(path) {
    const said = await ask(path, ['--version', '-v']);
    // Built from a tree without git, it is v47.0.0 and not v47.0 (build.rs).
    const version = /^cloud-hypervisor v?(\d+\.\d+\S*?)(?:\.0)?$/m.exec(said)?.[1];
    if (version === undefined)
        throw unusable(path, 'it does not say which Cloud Hypervisor it is', said);
    const features = /^Enabled features: \[(.*)\]$/m.exec(said)?.[1] ?? '';
    return { version, features: [...features.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => name ?? []) };
}
/**
 * Asks a QEMU for its version, and whether it knows Trust Domains.
 * @param path of the program
 * @throws HostError code `vmm-unusable` when it cannot be run, does not answer or is something else
 */
async function probeQemu(path) {
    const said = await ask(path, ['--version']);
    const version = /^QEMU emulator version (\d+\.\d+\S*)/m.exec(said)?.[1];
    if (version === undefined)
        throw unusable(path, 'it does not say which QEMU it is', said);
    const objects = await ask(path, ['-object', 'help']);
    return { version, tdxGuest: /^\s*tdx-guest$/m.test(objects) };
}
async function ask(path, args) {
    try {
        const { stdout } = await run(path, args, { timeout: ANSWER_MS, killSignal: 'SIGKILL' });
        return stdout;
    }
    catch (cause) {
        const late = typeof cause === 'object' && cause !== null && 'killed' in cause && cause.killed === true;
        const why = late ? `no answer within ${ANSWER_MS / 1000} s` : errors_messageOf(cause);
        throw unusable(path, `"${args.join(' ')}" failed`, why, cause);
    }
}
function unusable(path, what, said, cause) {
    const text = said.trim() === '' ? 'nothing' : said.trim().slice(0, 200);
    return new errors_HostError('vmm-unusable', `${path} cannot be used: ${what}: ${text}`, {
        hint: 'Check that the program can be run by this user and is the VMM that its name says.',
        ...(cause === undefined ? {} : { cause }),
    });
}

;// CONCATENATED MODULE: ./lib/vmm/json-messages.js
/** A stream of JSON objects with a separator between them, as the control channels of VMMs send them. */
/** What is longer than this between two separators is no message, in characters. */
const MESSAGE_CAP = 1024 * 1024;
class JsonMessages {
    #separator;
    #onMessage;
    #decoder = new TextDecoder();
    #buffer = '';
    constructor(separator, onMessage) {
        this.#separator = separator;
        this.#onMessage = onMessage;
    }
    push(bytes) {
        this.#buffer += this.#decoder.decode(bytes, { stream: true });
        const texts = this.#buffer.split(this.#separator);
        this.#buffer = (texts.pop() ?? '').slice(-MESSAGE_CAP);
        for (const text of texts) {
            const message = asRecord(parse(text));
            if (message !== undefined)
                this.#onMessage(message);
        }
    }
}
/** The value as a mapping, if it is one. */
function asRecord(value) {
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
}
/** A VMM is trusted to speak JSON, but a broken message must not end the run. */
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/vmm/event-monitor.js
/** Cloud Hypervisor's event monitor: what became of the guest. Its exit status says nothing: it is 0 after a crash. */

/**
 * Events are indented JSON with an empty line after each (vmm/src/lib.rs, start_event_monitor_thread). `vm/shutdown`
 * comes after a failed vCPU, too: the line on its standard error makes the difference. A device is reported once: a
 * guest may set it up and reset it as often as it likes.
 */
function eventReader(report) {
    const driven = new Set();
    return new JsonMessages('\n\n', ({ source, event, properties }) => {
        const name = `${source}/${event}`;
        if (name === 'virtio-device/activated') {
            const id = String(asRecord(properties)?.id ?? 'unknown');
            if (!driven.has(id))
                report('driven', id);
            driven.add(id);
        }
        const state = STATES[name];
        if (state === undefined)
            return;
        const kind = asRecord(properties)?.event;
        report(state, kind === undefined ? name : `${name}: ${kind}`);
    });
}
const STATES = {
    'vm/shutdown': 'shutdown',
    'vm/rebooting': 'reset',
    'guest/panic': 'panicked',
};

;// CONCATENATED MODULE: ./lib/vmm/cloud-hypervisor.js
/** Cloud Hypervisor as a VMM: a Trust Domain from TDVF and disks or from td-shim and a kernel, or the same without. */



/** The first inherited descriptor after stdin, stdout and stderr. */
const EVENT_FD = 3;
const MIB = 1024 * 1024;
/** Releases in which its options changed, read in the sources of their tags. */
const FIRST_WITH_PVPANIC = 35;
/** Commit dd8687ae: `--firmware` and `--kernel` together are refused, for a TD as well. */
const FIRST_WITHOUT_FIRMWARE_AND_KERNEL = 48;
/** `--disk image_type=`; without it, a raw disk's first sector cannot be written. */
const FIRST_WITH_IMAGE_TYPE = 51;
/** `compile_error!("Feature 'tdx' is broken.")` */
const FIRST_WITHOUT_TDX = 53;
/** Which options an unknown program is planned for: the last release that boots both firmwares. */
const DEFAULT_VERSION = '47.0';
const cloudHypervisor = {
    name: 'cloud-hypervisor',
    platforms: ['tdx', 'kvm'],
    command: 'cloud-hypervisor',
    identify: async (path) => {
        const { version, features } = await probeCloudHypervisor(path);
        return { path, version, tdx: features.includes('tdx') };
    },
    unsuitable,
    plan: planCloudHypervisor,
    control: (_, report) => eventReader(report),
    reboots: true,
    installHint: 'Put a cloud-hypervisor on PATH, or build one with: tdx-boot firmware build cloud-hypervisor',
    unsuitableHint: 'Name a version with vmm-ref (v47.0 boots both firmwares), change the guest, or use vmm: qemu.',
};
/**
 * Why a program cannot make this guest; undefined when it can. Otherwise the guest would be another one than asked for,
 * or Cloud Hypervisor would refuse it with words that name no way out.
 */
function unsuitable(wish, { version = DEFAULT_VERSION, tdx }) {
    const { platform, firmware, kernel, initrd, disks, typesInto } = wish;
    const major = majorOf(version);
    const rules = [
        [major < FIRST_WITH_PVPANIC, `version ${version} is older than v${FIRST_WITH_PVPANIC}.0`],
        [
            platform === 'tdx' && tdx === false && major >= FIRST_WITHOUT_TDX,
            `version ${version} cannot make Trust Domains: from v${FIRST_WITHOUT_TDX}.0 on it cannot be built with TDX`,
        ],
        [
            platform === 'tdx' && tdx === false,
            `version ${version} was built without --features tdx, as all release binaries are`,
        ],
        [platform === 'tdx' && firmware === undefined, 'a Trust Domain needs a firmware'],
        [
            platform === 'tdx' && kernel !== undefined && major >= FIRST_WITHOUT_FIRMWARE_AND_KERNEL,
            `version ${version} takes no kernel beside a firmware: td-shim with a kernel needs v47.0 or older`,
        ],
        [
            platform === 'tdx' && initrd !== undefined,
            'it gives a Trust Domain no initrd: build the initramfs into the kernel, or boot from a disk',
        ],
        [
            platform === 'kvm' && firmware !== undefined && kernel !== undefined,
            'without a Trust Domain it boots a firmware or a kernel, not both',
        ],
        [
            platform === 'kvm' && firmware !== undefined && 'request' in firmware,
            'without a Trust Domain its firmware is an ELF program with a PVH entry, such as CLOUDHV.fd',
        ],
        [firmware !== undefined && 'code' in firmware, 'it has no flash chips: name one firmware image'],
        [disks.some(({ bus }) => bus !== 'virtio'), 'its disks are virtio only'],
        [wish.network === 'user', 'it has no user network'],
        [wish.quoteSocket !== undefined, 'it connects no quote generation socket'],
        [typesInto.length > 0, 'nothing can be typed into its consoles'],
    ];
    return rules.find(([broken]) => broken)?.[1];
}
/**
 * Each stream gets a named pipe: Cloud Hypervisor writes to it as to a file, the guest waits when it is full, and
 * nothing is lost. A pty loses what was not read when it is closed, a socket what was printed before we connect. Its
 * device at the debug port 0x402 prints on standard output (devices/src/legacy/fwdebug.rs).
 */
function planCloudHypervisor(spec, wiring, program) {
    const fifos = new Map();
    const file = (channel) => {
        if (wiring === 'files')
            return `file=${channel}.log`;
        fifos.set(channel, (0,external_node_path_.join)(wiring.fifosIn, channel));
        return `file=${cloud_hypervisor_quote((0,external_node_path_.join)(wiring.fifosIn, `${channel}.out`))}`;
    };
    const { disks, copies } = planDisks(spec, wiring, majorOf(program.version ?? DEFAULT_VERSION));
    const apiSocket = wiring === 'files' ? undefined : (0,external_node_path_.join)(wiring.fifosIn, 'api.sock');
    const args = [
        ...(spec.platform === 'tdx' ? ['--platform', 'tdx=on'] : []),
        ...payloadArgs(spec),
        ...['--cpus', `boot=${spec.cpus}`],
        ...['--memory', `size=${Math.ceil(spec.memory / MIB)}M`],
        ...(disks.length === 0 ? [] : ['--disk', ...disks]),
        ...['--serial', file('serial')],
        ...['--console', file('console')],
        '--pvpanic',
        ...(apiSocket === undefined
            ? []
            : ['--event-monitor', `fd=${EVENT_FD}`, '--api-socket', `path=${cloud_hypervisor_quote(apiSocket)}`]),
    ];
    return {
        command: program.path,
        args,
        fds: new Map(wiring === 'files' ? [] : [[EVENT_FD, 'control']]),
        fifos,
        stdout: 'debugcon',
        copies,
        ...(apiSocket === undefined ? {} : { apiSocket }),
    };
}
function payloadArgs({ firmware, kernel, initrd, cmdline }) {
    return [
        ...(firmware === undefined || 'code' in firmware ? [] : ['--firmware', firmware.image]),
        ...(kernel === undefined ? [] : ['--kernel', kernel]),
        ...(initrd === undefined ? [] : ['--initramfs', initrd]),
        ...(cmdline === undefined ? [] : ['--cmdline', cmdline]),
    ];
}
/**
 * The guest writes to copies in the run's private directory. Cloud Hypervisor has no throw-away overlay of its own,
 * `readonly=on` is not what a distribution boots from, and the qcow2 of v47.0 takes no raw image as backing file
 * (block/src/qcow/mod.rs, from_with_nesting_depth).
 */
function planDisks({ disks }, wiring, major) {
    const directory = wiring === 'files' ? '.' : wiring.fifosIn;
    const copies = disks.map(({ path, format }, index) => [
        path,
        (0,external_node_path_.join)(directory, `disk${index}.${format}`),
    ]);
    const options = copies.map(([, copy], index) => {
        const type = major < FIRST_WITH_IMAGE_TYPE ? '' : `,image_type=${disks[index]?.format}`;
        return `path=${cloud_hypervisor_quote(copy)}${type}`;
    });
    return { disks: options, copies };
}
function majorOf(version) {
    return Number.parseInt(version, 10);
}
/** In an option list a value with a comma stands in quotes (option_parser/src/lib.rs). */
function cloud_hypervisor_quote(path) {
    return /[,[\]]/.test(path) ? `"${path}"` : path;
}

;// CONCATENATED MODULE: ./lib/vmm/qmp.js
/** QEMU's control channel: what became of the guest, said by QEMU rather than guessed from an exit code. */

/**
 * Speaks QMP (docs/interop/qmp-spec.rst in QEMU): leaves negotiation mode, then listens. One JSON object a line.
 * A guest that QEMU pauses because KVM failed shows as STOP with status "internal-error".
 */
class QmpReader {
    #send;
    #report;
    #messages = new JsonMessages('\n', (message) => this.#receive(message));
    constructor(send, report) {
        this.#send = send;
        this.#report = report;
        this.#command('qmp_capabilities');
    }
    push(bytes) {
        this.#messages.push(bytes);
    }
    #command(name) {
        this.#send(`${JSON.stringify({ execute: name })}\n`);
    }
    #receive({ event, ...message }) {
        const data = asRecord(message.data);
        if (event === 'SHUTDOWN') {
            const reason = String(data?.reason ?? 'unknown');
            if (data?.guest !== true)
                this.#report('broken', `QEMU was told to quit (${reason})`);
            else
                this.#report(reason === 'guest-reset' ? 'reset' : reason === 'guest-panic' ? 'panicked' : 'shutdown', reason);
        }
        else if (event === 'RESET') {
            this.#report('reset', String(data?.reason ?? 'guest-reset'));
        }
        else if (event === 'GUEST_PANICKED') {
            this.#report('panicked', panicDetail(asRecord(data?.info), data?.action));
        }
        else if (event === 'STOP') {
            this.#command('query-status');
        }
        else if (asRecord(message.return)?.status === 'internal-error') {
            this.#report('broken', 'KVM internal error');
        }
    }
}
/**
 * What a panicked guest says of itself. A TD's TDG.VP.VMCALL<ReportFatalError> has a code and a text of at most 64
 * bytes (Guest-Host Communication Interface 1.5, 3.4; qapi/run-state.json, GuestPanicInformationTdx).
 */
function panicDetail(info, action) {
    if (info?.type !== 'tdx')
        return JSON.stringify(info ?? action ?? 'no details');
    const code = info['error-code'];
    const shown = typeof code === 'number' ? `0x${code.toString(16)}` : 'unknown';
    const text = String(info.message ?? '')
        .replaceAll('\0', '')
        .trim();
    return `the TD reported a fatal error, code ${shown}${text === '' ? '' : `: ${text}`}`;
}

;// CONCATENATED MODULE: ./lib/vmm/qemu.js
/** QEMU as a VMM: a Trust Domain, or the guest under KVM or TCG; nothing in the machine that was not asked for. */



/** Inherited descriptors 0 to 2 are stdin, stdout and stderr. */
const FIRST_FD = 3;
const qemu_MIB = 1024 * 1024;
const qemu = {
    name: 'qemu',
    platforms: ['tdx', 'kvm', 'emulated'],
    command: 'qemu-system-x86_64',
    identify: async (path, platform) => {
        if (platform !== 'tdx')
            return { path };
        const { version, tdxGuest } = await probeQemu(path);
        return { path, version, tdx: tdxGuest };
    },
    unsuitable: qemu_unsuitable,
    plan: planQemu,
    control: (send, report) => new QmpReader(send, report),
    reboots: false,
    installHint: 'Install it: sudo apt-get install --no-install-recommends qemu-system-x86',
    unsuitableHint: 'A TD needs QEMU 10.1 or later and a TDX firmware as one image.',
};
/**
 * The UART has no flow control: Linux waits 10 ms for it (8250_port.c, wait_for_lsr) and then overwrites. QEMU writes
 * it byte by byte, and a socket holds only some 300 such writes, so a short stall of ours would lose bytes; a pipe
 * holds 65536. The other devices make the guest wait.
 */
function planQemu(spec, wiring, program) {
    const fds = new Map();
    const fifos = new Map();
    const wire = (channel) => {
        if (wiring === 'files')
            return { file: `${channel}.log` };
        if (channel === 'serial') {
            const fifo = (0,external_node_path_.join)(wiring.fifosIn, channel);
            fifos.set(channel, fifo);
            return { fifo };
        }
        const fd = FIRST_FD + fds.size;
        fds.set(fd, channel);
        return { fd };
    };
    const args = [
        ...machineArgs(spec),
        ...(spec.platform === 'tdx' ? tdArgs(spec) : []),
        ...firmwareArgs(spec.firmware),
        ...kernelArgs(spec),
        ...spec.disks.flatMap(diskArgs),
        ...(spec.network === 'user' ? ['-nic', 'user,model=virtio-net-pci'] : ['-nic', 'none']),
        ...[
            '-device',
            'virtio-serial-pci',
            ...chardev('console', wire('console')),
            '-device',
            'virtconsole,chardev=console',
        ],
        ...[...chardev('serial', wire('serial')), '-serial', 'chardev:serial'],
        ...[...chardev('debugcon', wire('debugcon')), '-device', 'isa-debugcon,iobase=0x402,chardev=debugcon'],
        ...(wiring === 'files' ? [] : [...chardev('control', wire('control')), '-qmp', 'chardev:control']),
    ];
    return { command: program.path, args, fds, fifos, stdout: 'vmm', copies: [] };
}
function qemu_unsuitable({ platform, firmware }, { version, tdx }) {
    if (platform !== 'tdx')
        return undefined;
    if (tdx === false)
        return `version ${version} has no object tdx-guest; it came with 10.1`;
    if (firmware === undefined)
        return 'a Trust Domain needs a firmware, and the one that comes with QEMU is for none';
    // KVM has no read-only private memory, which flash chips would need (docs/system/i386/tdx.rst in QEMU).
    if ('code' in firmware)
        return 'a Trust Domain has no flash chips: name one firmware image';
    return undefined;
}
/**
 * `-no-reboot` turns every reset into an end. pvpanic lets a guest kernel report a panic that no console shows.
 */
function machineArgs({ platform, cpus, memory }) {
    const td = platform === 'tdx' ? ',kernel-irqchip=split,confidential-guest-support=tdx0' : '';
    return [
        ...['-machine', `q35,accel=${platform === 'emulated' ? 'tcg' : 'kvm'}${td}`],
        ...['-cpu', platform === 'emulated' ? 'max' : 'host'],
        ...['-smp', String(cpus)],
        ...['-m', `${Math.ceil(memory / qemu_MIB)}M`],
        ...['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
        ...['-device', 'pvpanic-pci'],
    ];
}
/**
 * The object that makes the guest a TD, in JSON because only JSON takes a socket's address. What a TD reports as a
 * fatal error, and why KVM refused one, is printed only with `-d guest_errors`.
 */
function tdArgs({ quoteSocket }) {
    const object = {
        'qom-type': 'tdx-guest',
        id: 'tdx0',
        ...(quoteSocket === undefined ? {} : { 'quote-generation-socket': quoteSocket }),
    };
    return ['-object', JSON.stringify(object), '-d', 'guest_errors'];
}
/** Flash chips are written by the guest, so its variables go to a throw-away overlay. */
function firmwareArgs(firmware) {
    if (firmware === undefined)
        return [];
    if ('image' in firmware)
        return ['-bios', firmware.image];
    return [
        ...['-drive', `if=pflash,unit=0,format=raw,readonly=on,file=${escapeComma(firmware.code)}`],
        ...['-drive', `if=pflash,unit=1,format=raw,snapshot=on,file=${escapeComma(firmware.vars)}`],
    ];
}
function kernelArgs({ kernel, initrd, cmdline }) {
    return [
        ...(kernel === undefined ? [] : ['-kernel', kernel]),
        ...(initrd === undefined ? [] : ['-initrd', initrd]),
        ...(cmdline === undefined ? [] : ['-append', cmdline]),
    ];
}
const DISK_DEVICES = {
    virtio: (id) => `virtio-blk-pci,drive=${id}`,
    nvme: (id) => `nvme,drive=${id},serial=${id}`,
    sata: (id) => `ide-hd,drive=${id}`,
};
/** `snapshot=on`: the guest writes to a temporary overlay and the user's image stays as it is. */
function diskArgs(disk, index) {
    const id = `disk${index}`;
    return [
        ...['-drive', `if=none,id=${id},format=${disk.format},snapshot=on,file=${escapeComma(disk.path)}`],
        ...['-device', DISK_DEVICES[disk.bus](id)],
    ];
}
function chardev(id, wire) {
    if ('fd' in wire)
        return ['-chardev', `socket,id=${id},fd=${wire.fd}`];
    if ('fifo' in wire)
        return ['-chardev', `pipe,id=${id},path=${escapeComma(wire.fifo)}`];
    return ['-chardev', `file,id=${id},path=${wire.file}`];
}
/** In QEMU's option lists a comma is written twice. */
function escapeComma(path) {
    return path.replaceAll(',', ',,');
}

;// CONCATENATED MODULE: ./lib/vmm/backends.js
/** The registry of VMM back ends: a third VMM is one file and one line here. */



const BACKENDS = [qemu, cloudHypervisor];
/**
 * The back end that boots this scenario. A Trust Domain is never replaced by something that is not one.
 * @throws HostError code `platform-unsupported`
 */
function backendFor(scenario) {
    const backend = BACKENDS.find(({ name, platforms }) => scenario.vmm === 'auto' ? platforms.includes(scenario.platform) : name === scenario.vmm);
    if (backend?.platforms.includes(scenario.platform) === true)
        return backend;
    throw new errors_HostError('platform-unsupported', `${scenario.vmm} cannot boot platform: ${scenario.platform}`, {
        hint: 'QEMU boots every platform; Cloud Hypervisor boots tdx and kvm.',
    });
}

;// CONCATENATED MODULE: ./lib/vmm/copies.js
/** Private copies of files that a guest would otherwise write to: clones where the file system can, else sparse. */



const copies_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/**
 * Makes the copies, one after the other.
 * @throws HostError code `disk-full` or `not-copied`
 */
async function copyFiles(copies, signal) {
    for (const [from, to] of copies) {
        const [command, ...args] = copyCommand(from, to);
        try {
            // The copy ends with this process, even if that is killed, as the VMM does.
            await copies_run('setpriv', ['--pdeathsig', 'KILL', '--', command, ...args], {
                signal,
                env: { ...process.env, LC_ALL: 'C' },
            });
        }
        catch (cause) {
            const full = errors_messageOf(cause).includes('No space left on device');
            throw new errors_HostError(full ? 'disk-full' : 'not-copied', `${from} could not be copied: ${errors_messageOf(cause)}`, {
                hint: 'The guest writes to a copy, made in RUNNER_TEMP or TMPDIR: name a directory with room, best on the same file system.',
                cause,
            });
        }
    }
}
/** The command that makes one copy. */
function copyCommand(from, to) {
    return ['cp', '--reflink=auto', '--sparse=auto', '--no-preserve=mode', '--', from, to];
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/vmm/fifo.js
/** A two-way channel to a VMM over two named pipes: deep enough that a device without flow control loses nothing. */




class Fifo {
    /** What the VMM writes into `<path>.out`. */
    reader;
    /** What the VMM reads from `<path>.in`. */
    writer;
    #keeper;
    /**
     * Makes both pipes; the VMM opens them by path.
     * @throws HostError code `vmm-not-started`
     */
    constructor(path) {
        try {
            (0,external_node_child_process_.execFileSync)('mkfifo', ['-m', '600', '--', `${path}.in`, `${path}.out`], { stdio: 'pipe' });
        }
        catch (cause) {
            throw new errors_HostError('vmm-not-started', `no named pipes for the VMM: ${errors_messageOf(cause)}`, { cause });
        }
        const out = (0,external_node_fs_.openSync)(`${path}.out`, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
        // A pipe is at its end whenever nobody has it open for writing: we do, until the VMM is gone.
        this.#keeper = (0,external_node_fs_.openSync)(`${path}.out`, external_node_fs_.constants.O_WRONLY);
        // For reading too: for writing alone it could not be opened before the VMM reads.
        const input = (0,external_node_fs_.openSync)(`${path}.in`, external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_NONBLOCK);
        this.reader = new external_node_net_.Socket({ fd: out, readable: true, writable: false });
        this.writer = new external_node_net_.Socket({ fd: input, readable: false, writable: true });
    }
    /** To be called when the VMM is gone: the reader ends after the last byte. */
    release() {
        if (this.#keeper !== undefined)
            (0,external_node_fs_.closeSync)(this.#keeper);
        this.#keeper = undefined;
        this.writer.destroy();
    }
    /** To be called when no VMM was started. */
    discard() {
        this.release();
        this.reader.destroy();
    }
}

;// CONCATENATED MODULE: ./lib/vmm/machine.js
/** One running VM: its process group, its streams, and the certainty that nothing of it is left. */






/** How long a VMM may take to end when it is asked to, in milliseconds. */
const SHUTDOWN_DEADLINE_MS = 2000;
/** How long a killed VMM may take to disappear, in milliseconds; a machine that is swapping needs seconds. */
const KILL_DEADLINE_MS = 10_000;
class Machine {
    pid;
    #child;
    #writers;
    #readables;
    #gone;
    #apiSocket;
    /**
     * Starts the VMM in a process group of its own, with no terminal and none of our output streams.
     * @throws HostError code `vmm-missing`, `setpriv-missing` or `vmm-not-started`
     */
    static async start(backend, plan, callbacks) {
        const path = findCommand(plan.command);
        if (path === undefined) {
            throw new errors_HostError('vmm-missing', `${plan.command} is not installed`, { hint: backend.installHint });
        }
        const setpriv = findCommand('setpriv');
        if (setpriv === undefined) {
            throw new errors_HostError('setpriv-missing', 'setpriv is not installed: a killed tdx-boot would leave its VM behind', {
                hint: 'Install util-linux, or put setpriv on PATH.',
            });
        }
        const fifos = new Map([...plan.fifos].map(([channel, prefix]) => [channel, new Fifo(prefix)]));
        const child = spawnGroup(setpriv, path, plan);
        const failure = new Promise((_, reject) => {
            child.once('error', (cause) => {
                for (const fifo of fifos.values())
                    fifo.discard();
                const hint = 'Check that the command can be run by this user.';
                reject(new errors_HostError('vmm-not-started', `${path} could not be started: ${errors_messageOf(cause)}`, {
                    hint,
                    cause,
                }));
            });
        });
        const started = new Promise((resolve) => {
            child.once('spawn', () => resolve(child.pid ?? 0));
        });
        const pid = await Promise.race([started, failure]);
        return new Machine(child, pid, backend, plan, fifos, callbacks);
    }
    constructor(child, pid, backend, plan, fifos, callbacks) {
        this.pid = pid;
        this.#child = child;
        this.#apiSocket = plan.apiSocket;
        const stdio = child.stdio;
        const pipe = (fd) => {
            const stream = stdio[fd];
            if (stream === undefined)
                throw new errors_HostError('vmm-not-started', `descriptor ${fd} was not opened`);
            return stream;
        };
        const channels = new Map(fifos);
        for (const [fd, channel] of plan.fds)
            channels.set(channel, { reader: pipe(fd), writer: pipe(fd) });
        const streams = [
            ['vmm', pipe(2)],
            [plan.stdout, pipe(1)],
        ];
        for (const [channel, { reader, writer }] of channels) {
            // A VMM that dies while we write breaks the pipe; its exit tells the story.
            for (const stream of [reader, writer])
                stream.on('error', () => undefined);
            if (channel !== 'control')
                streams.push([channel, reader]);
        }
        for (const [name, stream] of streams)
            stream.on('data', (bytes) => callbacks.onOutput(name, bytes));
        const control = channels.get('control');
        if (control !== undefined) {
            const onState = (state, detail) => {
                callbacks.onState(state, detail);
                // What a second boot prints must not be taken for the first.
                if (state === 'reset' && backend.reboots)
                    killGroup(pid);
            };
            const reader = backend.control((bytes) => control.writer.write(bytes), onState);
            control.reader.on('data', (bytes) => reader.push(bytes));
        }
        this.#writers = new Map([...channels].map(([channel, { writer }]) => [channel, writer]));
        this.#readables = [
            ...streams.map(([, stream]) => stream),
            ...(control === undefined ? [] : [control.reader]),
        ];
        child.once('exit', () => {
            for (const fifo of fifos.values())
                fifo.release();
        });
        const drained = [...fifos.values()].map(({ reader }) => new Promise((resolve) => reader.once('close', resolve)));
        this.#gone = new Promise((resolve) => {
            child.once('close', async (code, signal) => {
                await Promise.all(drained);
                resolve();
                callbacks.onExit(code, signal);
            });
        });
    }
    /** Types into the guest. */
    write(stream, text) {
        this.#writers.get(stream)?.write(text);
    }
    /** Stops reading: the VMM fills its sockets and then waits, so no memory grows. */
    pause() {
        for (const stream of this.#readables)
            stream.pause();
    }
    resume() {
        for (const stream of this.#readables)
            stream.resume();
    }
    /**
     * CPU time that the VMM has asked for so far, in milliseconds: used, or waited for on a loaded host. Undefined when it
     * is gone, or its kernel does not count (CONFIG_SCHED_INFO).
     */
    cpuDemand() {
        try {
            // Documentation/scheduler/sched-stats.rst: nanoseconds on a CPU, nanoseconds in the queue for one, time slices.
            const tasks = (0,external_node_fs_.readdirSync)(`/proc/${this.pid}/task`).map((task) => (0,external_node_fs_.readFileSync)(`/proc/${this.pid}/task/${task}/schedstat`, 'utf8').split(' ').map(Number));
            return tasks.reduce((sum, [ran = 0, waited = 0]) => sum + ran + waited, 0) / 1e6;
        }
        catch {
            return undefined;
        }
    }
    /**
     * Asks the VMM to end where it has a socket for that, then kills the process group, and waits until it is gone. The
     * guest's disks are overlays or copies, so nothing is lost.
     * @throws HostError code `vmm-lingers` when it does not die
     */
    async stop() {
        if (await this.#endsWhenAsked())
            return;
        killGroup(this.pid);
        this.resume();
        if (await this.#goneWithin(KILL_DEADLINE_MS))
            return;
        const waited = `${KILL_DEADLINE_MS / 1000} s after SIGKILL`;
        throw new errors_HostError('vmm-lingers', `process ${this.pid} (${this.#child.spawnfile}) is still there ${waited}`);
    }
    /**
     * SIGTERM would be read by the same loop as the request, so a VMM that does not answer gets no second chance. One
     * that ends by itself prints what its standard output still holds.
     */
    async #endsWhenAsked() {
        if (this.#apiSocket === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) {
            return false;
        }
        this.resume();
        return Promise.race([this.#goneWithin(SHUTDOWN_DEADLINE_MS), refusal(this.#apiSocket)]);
    }
    async #goneWithin(ms) {
        let timer;
        const late = new Promise((resolve) => {
            timer = setTimeout(() => resolve(false), ms);
        });
        try {
            return await Promise.race([this.#gone.then(() => true), late]);
        }
        finally {
            clearTimeout(timer);
        }
    }
}
/**
 * Asks for the end over Cloud Hypervisor's API (vmm/src/api/openapi/cloud-hypervisor.yaml); settles only when nobody
 * listens or the connection breaks. The answer does not matter. v47.0 does not survive giving it when a newer Rust has
 * built it: its seccomp filter does not know the sendto(2) by which the library then writes to sockets.
 */
function refusal(socketPath) {
    return new Promise((resolve) => {
        const asked = (0,external_node_http_.request)({ socketPath, method: 'PUT', path: '/api/v1/vmm.shutdown', agent: false });
        asked.on('error', () => resolve(false));
        asked.on('response', (response) => response.on('error', () => resolve(false)).resume());
        asked.end();
    });
}
/** Kills a process group; one that is gone already is fine. */
function killGroup(pid) {
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch (error) {
        if (codeOf(error) !== 'ESRCH')
            throw error;
    }
}
/**
 * setpriv makes the kernel kill the VMM when this process dies, even by SIGKILL (prctl PR_SET_PDEATHSIG). Sockets
 * are inherited by number and named pipes are in the run's private directory, so two runs share no path and no port.
 */
function spawnGroup(setpriv, path, plan) {
    const args = ['--pdeathsig', 'KILL', '--', path, ...plan.args];
    const stdio = ['ignore', 'pipe', 'pipe'];
    for (const fd of plan.fds.keys())
        stdio[fd] = 'pipe';
    return (0,external_node_child_process_.spawn)(setpriv, args, { stdio, detached: true, env: vmmEnvironment() });
}
/** The VMM gets no secrets of the job: only what a program needs to run. */
function vmmEnvironment() {
    const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'RUNNER_TRACKING_ID', 'LD_LIBRARY_PATH'];
    return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
/**
 * Looks a command up in PATH as execvp does; a path is taken as it is.
 * @param mode what the file must allow: to be executed, or with F_OK only to exist
 */
function findCommand(name, mode = external_node_fs_.constants.X_OK) {
    if (name.includes('/'))
        return name;
    for (const directory of (process.env.PATH ?? '').split(external_node_path_.delimiter)) {
        const path = (0,external_node_path_.join)(directory === '' ? '.' : directory, name);
        try {
            (0,external_node_fs_.accessSync)(path, mode);
            return path;
        }
        catch {
            // Not there; the next directory may have it.
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/vmm/program.js
/** The VMM's program on this machine: found, asked what it is, and held against what it is to boot. */



/**
 * The program in PATH.
 * @throws HostError code `vmm-missing`, `vmm-not-executable` or `vmm-unusable`
 */
async function findProgram(backend, { platform }) {
    const path = findCommand(backend.command);
    if (path !== undefined)
        return backend.identify(path, platform);
    const file = findCommand(backend.command, external_node_fs_.constants.F_OK);
    if (file !== undefined) {
        throw new errors_HostError('vmm-not-executable', `${file} may not be executed by this user`, {
            hint: `Make it executable: chmod +x ${file}`,
        });
    }
    throw new errors_HostError('vmm-missing', `${backend.command} is not installed`, { hint: backend.installHint });
}
/**
 * Refuses a program before it makes another guest than the one that was asked for.
 * @throws HostError code `vmm-unsuitable`
 */
function requireSuitable(backend, wish, program) {
    const problem = backend.unsuitable(wish, program);
    if (problem === undefined)
        return;
    const { name, unsuitableHint: hint } = backend;
    throw new errors_HostError('vmm-unsuitable', `${name} (${program.path}) cannot boot this guest: ${problem}`, {
        hint,
    });
}

;// CONCATENATED MODULE: ./lib/boot/queue.js
/** Carries events from callbacks to one reader, who can wait for the next event or for a moment, whichever is first. */
/** setTimeout cannot wait longer than this, in milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1;
class EventQueue {
    #items = [];
    #wake;
    get length() {
        return this.#items.length;
    }
    push(item) {
        this.#items.push(item);
        this.#wake?.();
    }
    /** The next item, or undefined after `waitMs` milliseconds (undefined: however long it takes). */
    async next(waitMs) {
        if (this.#items.length === 0 && (waitMs === undefined || waitMs > 0)) {
            let timer;
            await new Promise((resolve) => {
                this.#wake = resolve;
                if (waitMs !== undefined)
                    timer = setTimeout(resolve, Math.min(Math.ceil(waitMs), LONGEST_WAIT));
            });
            clearTimeout(timer);
            this.#wake = undefined;
        }
        return this.#items.shift();
    }
}

// EXTERNAL MODULE: ./node_modules/leven/index.js
var leven = __webpack_require__(7785);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/scenario/source.js
/** A parsed YAML file that can say where each of its values stands, so that every error points at its cause. */



/** Several problems of one file, in the order of the file, as one error. */
class ScenarioError extends errors_UsageError {
    problems;
    constructor(problems) {
        const sorted = [...problems].sort((a, b) => a.where.line - b.where.line || a.where.column - b.where.column);
        super('bad-scenario', sorted.map(({ where, message }) => `${source_formatWhere(where)}: ${message}`).join('\n'));
        this.problems = sorted;
    }
}
function source_formatWhere({ file, line, column }) {
    return `${file}:${line}:${column}`;
}
class Source {
    file;
    #document;
    #lines = new dist/* LineCounter */.HN();
    #schema;
    #value;
    /**
     * @param schema gives the JSON Schema of the file, from which misspelt keys are recognised; called when there are any
     * @throws ScenarioError when the text is not YAML
     */
    constructor(file, text, schema) {
        this.file = file;
        this.#schema = schema;
        this.#document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: this.#lines, prettyErrors: false, uniqueKeys: true });
        const problems = this.#document.errors.map((error) => ({
            where: this.#at(error.pos[0]),
            message: this.#reword(error.code, error.pos[0]) ?? error.message,
        }));
        (0,dist/* visit */.YR)(this.#document, {
            Alias: (_, alias) => {
                if (alias.resolve(this.#document) !== undefined)
                    return;
                const message = `*${alias.source} has no anchor &${alias.source} before it`;
                problems.push({ where: this.#at(alias.range?.[0] ?? 0), message });
            },
        });
        if (problems.length > 0)
            throw new ScenarioError(problems);
        this.#value = this.#evaluate();
    }
    value() {
        return this.#value;
    }
    /** Where a value stands; for a key that is not there, where its parent stands. */
    where(path) {
        for (let length = path.length; length >= 0; length--) {
            const node = this.#document.getIn(path.slice(0, length), true);
            if ((0,dist/* isNode */.Ll)(node) && node.range)
                return this.#at(node.range[0]);
        }
        return this.#at(0);
    }
    /** Where a key of a mapping stands. */
    whereKey(path, key) {
        const map = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
        const pair = (0,dist/* isMap */.jh)(map) ? map.items.find((item) => (0,dist/* isPair */.tO)(item) && String(item.key) === key) : undefined;
        return (0,dist/* isNode */.Ll)(pair?.key) && pair.key.range ? this.#at(pair.key.range[0]) : this.where(path);
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
        (0,dist/* visit */.YR)(this.#document, {
            Pair: (_, pair) => {
                if ((0,dist/* isNode */.Ll)(pair.key) && pair.key.range?.[0] === offset)
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
            throw new ScenarioError([{ where: this.#at(0), message: errors_messageOf(error) }]);
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
    const rival = Object.keys(source_asRecord(value)).find((other) => !own.some((keys) => keys.includes(other)));
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
        .map((name) => ({ name, distance: shortens(word, name) ? 0 : (0,leven/* default */.A)(word.toLowerCase(), name) }))
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
        level = level.flatMap((node) => branches(typeof part === 'number' ? node.items : source_asRecord(node.properties)[String(part)]));
    }
    return level.map((node) => Object.keys(source_asRecord(node.properties)));
}
function branches(schema) {
    const node = source_asRecord(schema);
    return Array.isArray(node.anyOf) ? node.anyOf.flatMap(branches) : [node];
}
function source_asRecord(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}
function valueAt(value, path) {
    return path.reduce((at, part) => {
        if (Array.isArray(at))
            return at[Number(part)];
        return source_asRecord(at)[String(part)];
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

;// CONCATENATED MODULE: ./lib/tdx/q35.js
/** Where QEMU's q35 machine, on which its TDs run, has RAM. */
const FOUR_GIB = 0x100000000n;
/** From this size on, a q35 machine keeps 2 GiB below 4 GiB and puts the rest above (QEMU hw/i386/pc_q35.c, lowmem). */
const LARGEST_LOW_RAM = 0xb0000000n;
const LOW_RAM = 0x80000000n;
/** Bytes of RAM below 4 GiB of a machine with so much memory. */
function lowRam(memory) {
    return memory < LARGEST_LOW_RAM ? memory : LOW_RAM;
}
/** RAM of a machine with so much memory, in the order of addresses. */
function ramOfQ35(memory) {
    const low = lowRam(memory);
    return low === memory
        ? [[0n, memory]]
        : [
            [0n, low],
            [FOUR_GIB, FOUR_GIB + memory - low],
        ];
}

;// CONCATENATED MODULE: ./lib/tdx/rule.js
/** The shape of a rule about TDX metadata, and the words that all rules share. */


/**
 * Where rules come from. Read at these commits: QEMU 6f1035fc (tdvf.c), 05caf269 (tdx.c), 04ddbb13 (x86-common.c) and
 * 0021c476 (pc_q35.c); Linux 3829d81b; Cloud Hypervisor ae44c297 (v53.0-246); td-shim 125eeab5; edk2 c5aa7e7d;
 * gce-tcb-verifier 2300e56d; tdx-module 1666adc4.
 */
const SOURCE = {
    spec: 'td-shim doc/tdshim_spec.md "TD Shim Metadata"; td-shim-interface/src/metadata.rs validate_sections',
    qemuParser: 'QEMU hw/i386/tdvf.c',
    qemuTdx: 'QEMU target/i386/kvm/tdx.c',
    qemuRom: 'QEMU hw/i386/x86-common.c x86_bios_rom_init',
    cloudHypervisor: 'Cloud Hypervisor vmm/src/vm.rs',
    kvm: 'Linux arch/x86/kvm/vmx/tdx.c tdx_vcpu_init_mem_region',
    gce: 'google/gce-tcb-verifier ovmf/tdx_data.go',
};
const QEMU_TYPES = ['BFV', 'CFV', 'TD_HOB', 'TempMem'];
/** The types whose sections are records within a BFV and have no memory of their own. */
const RECORD_TYPES = ['TdInfo', 'TdParams'];
/** Whether QEMU's parser takes sections of this type; at the first other one it stops. */
function isQemuType(name) {
    return QEMU_TYPES.includes(name);
}
/** A rule that judges each section by itself: `judge` says what is wrong, or nothing. */
function eachSection(judge) {
    return function* (context) {
        for (const section of context.metadata.sections) {
            const message = judge(section, context);
            if (message !== undefined)
                yield { section: section.index, message };
        }
    };
}
/** First guest physical address after the section; may exceed 64 bits in a damaged image. */
function endOf({ address, memorySize }) {
    return address + memorySize;
}
/** The first TempMem that lies in the image itself, as td-shim's stack does; edk2 has none there. */
function scratchInImage(sections, imageSize) {
    const start = FOUR_GIB - BigInt(imageSize);
    return sections.find((section) => section.name === 'TempMem' && section.address < FOUR_GIB && endOf(section) > start);
}
function rangeOf(section) {
    return hexRange(section.address, endOf(section));
}

;// CONCATENATED MODULE: ./lib/tdx/layout-rules.js
/** Rules that judge the TDX metadata as a whole: what must be there, how often, and where. */



const RESET_VECTOR = 0xfffffff0n;
const ROM_GRANULE = 0x1_0000;
const AT_MOST_ONE = ['TD_HOB', 'Payload', 'PayloadParam', 'TdInfo', 'TdParams'];
const LAYOUT_RULES = [
    {
        id: 'image-size-not-64k',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuRom} ("could not load PC BIOS")`,
        *find({ imageSize }) {
            if (imageSize % ROM_GRANULE === 0)
                return;
            yield { message: `${imageSize} bytes are no multiple of 64 KiB, as QEMU asks: is the image whole?` };
        },
    },
    {
        id: 'qemu-legacy-pointer',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuParser} tdvf_get_metadata ("Cannot find TDX_METADATA_OFFSET_GUID")`,
        *find({ metadata }) {
            if (metadata.found === 'guid-table')
                return;
            const where = `the metadata at ${hex(metadata.descriptorOffset)}`;
            const why = 'is found through the legacy pointer only, which QEMU does not read';
            yield { message: `${where} ${why}; use Cloud Hypervisor` };
        },
    },
    {
        id: 'qemu-unsupported-type',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuParser} tdvf_parse_and_check_section_entry ("unsupported section type"); td-shim#656`,
        *find({ metadata }) {
            const unsupported = metadata.sections.filter(({ name, type }) => type <= 8 && !isQemuType(name));
            if (unsupported.length === 0)
                return;
            const types = [...new Set(unsupported.map(({ name, type }) => `${name} (${type})`))];
            const what = `unsupported section type${types.length > 1 ? 's' : ''} ${types.join(', ')}`;
            const instead = runsInCloudHypervisor(metadata) ? '; use Cloud Hypervisor' : '';
            yield { message: `${what}: QEMU cannot boot td-shim${instead}` };
        },
    },
    {
        id: 'qemu-single-section',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuParser} tdvf_parse_metadata ("Invalid number of fw entries")`,
        *find({ metadata }) {
            const count = metadata.sections.length;
            if (count < 2)
                yield { message: `the metadata has ${count} section; QEMU asks for two or more` };
        },
    },
    {
        id: 'metadata-guid-missing',
        severity: 'warning',
        refusedBy: [],
        source: `${SOURCE.gce} extractTDXMetadata; td-shim-tools (both look for TdxMetadataGuid)`,
        *find({ metadata }) {
            if (metadata.guidBefore)
                return;
            yield {
                message: `no TdxMetadataGuid stands before the descriptor at ${hex(metadata.descriptorOffset)}`,
            };
        },
    },
    {
        id: 'memory-overlap',
        severity: 'error',
        refusedBy: 'all',
        source: `intel/tdx-module tdh_mem_page_add.c (TDX_EPT_ENTRY_STATE_INCORRECT); ${SOURCE.gce}`,
        *find({ metadata }) {
            const mapped = metadata.sections.filter(({ memorySize }) => memorySize > 0n);
            let highest;
            for (const section of mapped.toSorted(byAddress)) {
                if (highest !== undefined && section.address < endOf(highest)) {
                    const other = `section ${highest.index} (${highest.name}, ${rangeOf(highest)})`;
                    yield { section: section.index, message: `${rangeOf(section)} overlaps ${other}` };
                }
                if (highest === undefined || endOf(section) > endOf(highest))
                    highest = section;
            }
        },
    },
    {
        id: 'bfv-missing',
        severity: 'error',
        refusedBy: 'all',
        source: SOURCE.spec,
        *find({ metadata }) {
            if (named(metadata, 'BFV').length === 0)
                yield { message: 'no BFV: there is no code to run' };
        },
    },
    {
        id: 'reset-vector-missing',
        severity: 'error',
        refusedBy: 'all',
        source: SOURCE.spec,
        *find({ metadata }) {
            const volumes = named(metadata, 'BFV');
            if (volumes.length === 0 || volumes.some(holdsResetVector))
                return;
            const ranges = volumes.slice(0, 4).map(rangeOf).join(', ');
            const wanted = `the reset vector ${hex(RESET_VECTOR)} and ends at ${hex(FOUR_GIB)}`;
            yield { message: `no BFV holds ${wanted} (${ranges})` };
        },
    },
    {
        id: 'reset-vector-not-at-image-end',
        severity: 'error',
        refusedBy: [],
        source: `${SOURCE.qemuRom}; edk2 OvmfPkg/ResetVector/Ia16/ResetVectorVtf0.nasm.inc (just below 4 GiB)`,
        *find({ metadata, imageSize }) {
            for (const section of named(metadata, 'BFV').filter(holdsResetVector)) {
                const end = section.dataOffset + section.rawSize;
                if (end === imageSize)
                    continue;
                yield {
                    section: section.index,
                    message: `data ends at ${hex(end)} instead of the end of the image, ${hex(imageSize)}`,
                };
            }
        },
    },
    {
        id: 'td-hob-missing',
        severity: 'error',
        refusedBy: ['qemu', 'cloud-hypervisor'],
        source: `${SOURCE.qemuTdx} tdx_get_hob_entry ("doesn't specify TD_HOB location"); ` +
            `${SOURCE.cloudHypervisor} populate_tdx_sections (unwrap of hob_offset)`,
        *find({ metadata }) {
            if (named(metadata, 'TD_HOB').length === 0)
                yield { message: 'no TD_HOB: both VMMs ask for one' };
        },
    },
    {
        id: 'memory-undescribed',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        *find({ metadata }) {
            if (metadata.sections.some(({ name }) => name === 'TD_HOB' || name === 'PermMem'))
                return;
            yield { message: 'neither TD_HOB nor PermMem: the firmware cannot learn what memory it has' };
        },
    },
    {
        id: 'duplicate-section',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        *find({ metadata }) {
            for (const name of AT_MOST_ONE) {
                for (const { index } of named(metadata, name).slice(1)) {
                    yield { section: index, message: `there is a ${name} already, and one is allowed` };
                }
            }
        },
    },
    {
        id: 'payload-param-without-payload',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        *find({ metadata }) {
            if (named(metadata, 'Payload').length > 0)
                return;
            for (const { index } of named(metadata, 'PayloadParam')) {
                yield { section: index, message: 'there is no Payload that it could be for' };
            }
        },
    },
    {
        id: 'record-outside-bfv',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        *find({ metadata }) {
            for (const name of RECORD_TYPES) {
                // The first of each is enough: more are duplicates, and pairing all with all could take for ever.
                const [record] = named(metadata, name);
                if (record === undefined || named(metadata, 'BFV').some((bfv) => holdsData(bfv, record)))
                    continue;
                const data = hexRange(record.dataOffset, record.dataOffset + record.rawSize);
                yield { section: record.index, message: `data ${data} lies in no BFV` };
            }
        },
    },
    {
        id: 'image-not-covered',
        severity: 'warning',
        refusedBy: [],
        source: `${SOURCE.gce} validateTDXMetadataSections ("doesn't add up to the fw size")`,
        *find({ metadata, imageSize }) {
            const volumes = metadata.sections.filter(({ name }) => name === 'BFV' || name === 'CFV');
            const covered = volumes.reduce((sum, { rawSize }) => sum + rawSize, 0);
            if (covered === imageSize)
                return;
            yield { message: `BFV and CFV take ${hex(covered)} bytes of the image's ${hex(imageSize)}` };
        },
    },
];
function named(metadata, name) {
    return metadata.sections.filter((section) => section.name === name);
}
/** Cloud Hypervisor takes every type, but asks for a TD_HOB and for memory in every section (see their rules). */
function runsInCloudHypervisor({ sections }) {
    return (sections.some(({ name }) => name === 'TD_HOB') && sections.every(({ memorySize }) => memorySize > 0n));
}
function holdsResetVector(section) {
    return section.address <= RESET_VECTOR && endOf(section) === FOUR_GIB;
}
/** Whether the bytes of `inner` in the image are among those of `outer`. */
function holdsData(outer, inner) {
    return (inner.dataOffset >= outer.dataOffset &&
        inner.dataOffset + inner.rawSize <= outer.dataOffset + outer.rawSize);
}
function byAddress(one, other) {
    return one.address < other.address ? -1 : Number(one.address > other.address);
}

;// CONCATENATED MODULE: ./lib/tdx/metadata.js
/**
 * Finds and reads the TDX metadata of a firmware image: what a VMM loads where, and what of it is measured.
 */


/** The image has no TDX metadata that can be read. `offset` is where in the image, in bytes. */
class MetadataError extends errors_UsageError {
    offset;
    constructor(code, message, offset) {
        super(code, message, { hint: metadata_HINTS[code] });
        this.name = 'MetadataError';
        this.offset = offset;
    }
}
const WHOLE_IMAGE = 'Give the whole image (OVMF.fd of IntelTdxX64, OVMF.inteltdx.fd, final.bin of td-shim)';
/** Firmware is built in whole units of this, and QEMU takes it in no other (rule image-size-not-64k). */
const IMAGE_UNIT = 0x1_0000;
const metadata_HINTS = {
    'not-firmware': `${WHOLE_IMAGE}, not a *_VARS file, a kernel, or an archive of it.`,
    truncated: `${WHOLE_IMAGE} and compare its size and checksum with where it came from.`,
    'bad-guid-table': 'The image is damaged or was edited: build or download it again and compare checksums.',
    'no-tdx-metadata': `This firmware was built without TDX. ${WHOLE_IMAGE}.`,
    'bad-descriptor': 'The image is damaged or was edited: build or download it again and compare checksums.',
    'bad-version': 'Only version 1 of the TDX metadata is defined: use firmware built for it.',
};
const FOOTER_GUID = '96b582de-1fb2-45f7-baea-a366c55a082d';
const OFFSET_ENTRY_GUID = 'e47a6535-984a-4798-865e-4685a7bf8ec2';
const METADATA_GUID = 'e9eaf9f3-168e-44d5-a8eb-7f4d8738f6ae';
const GUID_BYTES = 16;
/**
 * Every entry of the GUID table ends in its u16 length and its GUID; entries lie before them, towards lower
 * offsets.
 */
const ENTRY_TAIL_BYTES = GUID_BYTES + 2;
/** The table ends, and the legacy pointer lies, this far before the end of the image. */
const RESET_VECTOR_BYTES = 0x20;
const OFFSET_ENTRY_BYTES = ENTRY_TAIL_BYTES + 4;
const DESCRIPTOR_BYTES = 16;
const SECTION_BYTES = 32;
/** 'TDVF' as a little-endian u32. */
const metadata_SIGNATURE = 0x46564454;
const metadata_NAMES = [
    'BFV',
    'CFV',
    'TD_HOB',
    'TempMem',
    'PermMem',
    'Payload',
    'PayloadParam',
    'TdInfo',
    'TdParams',
];
/**
 * Reads the metadata of a TDVF or td-shim image. Looks for the descriptor through the GUID table, then
 * through the legacy pointer. What the sections say is not judged here but in check.ts.
 *
 * @throws MetadataError, and nothing else, whatever the bytes are.
 */
function parseMetadata(image) {
    if (image.length < RESET_VECTOR_BYTES + ENTRY_TAIL_BYTES) {
        const needed = RESET_VECTOR_BYTES + ENTRY_TAIL_BYTES;
        const why = `the last ${needed} bytes of an image lead to its TDX metadata`;
        throw new MetadataError('truncated', `Too short for firmware (size ${image.length}): ${why}`, 0);
    }
    const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
    const { offset, found } = findDescriptor(image, view);
    const { version, length, count } = readDescriptor(view, offset);
    return {
        descriptorOffset: offset,
        found,
        guidBefore: hasGuidBefore(image, offset),
        version,
        length,
        sections: Array.from({ length: count }, (_, index) => readSection(view, offset, index)),
    };
}
function findDescriptor(image, view) {
    const size = image.length;
    const tableEnd = size - RESET_VECTOR_BYTES;
    const hasTable = guidAt(image, tableEnd - GUID_BYTES) === FOOTER_GUID;
    const entry = hasTable ? findOffsetEntry(image, view, tableEnd) : undefined;
    if (entry !== undefined)
        return { offset: descriptorBeforeEnd(view, entry), found: 'guid-table' };
    const pointer = view.getUint32(tableEnd, true);
    const inside = pointer + DESCRIPTOR_BYTES <= size;
    if (inside && (view.getUint32(pointer, true) === metadata_SIGNATURE || hasGuidBefore(image, pointer))) {
        return { offset: pointer, found: 'legacy-pointer' };
    }
    const tried = `the legacy pointer there (${hex(pointer)}) leads to no TDX metadata`;
    if (hasTable) {
        const message = `The GUID table that ends at ${hex(tableEnd)} has no TDX entry, and ${tried}`;
        throw new MetadataError('no-tdx-metadata', message, tableEnd);
    }
    const what = size % IMAGE_UNIT === 0 ? '' : `${size} bytes are no multiple of 64 KiB, `;
    const message = `Not a firmware image, or a damaged one: ${what}no GUID table ends at ${hex(tableEnd)}, and ${tried}`;
    throw new MetadataError('not-firmware', message, tableEnd);
}
/** Walks the table from its footer to lower offsets. Returns where the data of the TDX entry begins. */
function findOffsetEntry(image, view, tableEnd) {
    const totalAt = tableEnd - ENTRY_TAIL_BYTES;
    const total = view.getUint16(totalAt, true);
    if (total < ENTRY_TAIL_BYTES || total > tableEnd) {
        const why = `but it holds its own ${ENTRY_TAIL_BYTES} and at most ${tableEnd}`;
        throw new MetadataError('bad-guid-table', `The GUID table claims ${total} bytes ${at(totalAt)}, ${why}`, totalAt);
    }
    const tableStart = tableEnd - total;
    let end = totalAt;
    while (end - ENTRY_TAIL_BYTES >= tableStart) {
        const lengthAt = end - ENTRY_TAIL_BYTES;
        const length = view.getUint16(lengthAt, true);
        const guid = guidAt(image, end - GUID_BYTES);
        if (length < ENTRY_TAIL_BYTES || length > end - tableStart) {
            const what = `Entry ${guid} of the GUID table claims ${length} bytes ${at(lengthAt)}`;
            const room = `between ${ENTRY_TAIL_BYTES} and ${end - tableStart} fit`;
            throw new MetadataError('bad-guid-table', `${what}; ${room}`, lengthAt);
        }
        if (guid === OFFSET_ENTRY_GUID) {
            if (length === OFFSET_ENTRY_BYTES)
                return end - length;
            const what = `The TDX entry of the GUID table has ${length} bytes ${at(lengthAt)}`;
            throw new MetadataError('bad-guid-table', `${what} instead of ${OFFSET_ENTRY_BYTES}`, lengthAt);
        }
        end -= length;
    }
    return undefined;
}
/** The entry's u32 counts from the end of the image down to the descriptor. */
function descriptorBeforeEnd(view, entry) {
    const size = view.byteLength;
    const distance = view.getUint32(entry, true);
    const what = `The GUID table ${at(entry)} puts the TDX metadata ${hex(distance)} bytes before the end`;
    if (distance > size) {
        throw new MetadataError('truncated', `${what}, but the image has only ${hex(size)} bytes`, entry);
    }
    if (distance < DESCRIPTOR_BYTES) {
        throw new MetadataError('bad-descriptor', `${what}, where its ${DESCRIPTOR_BYTES} bytes do not fit`, entry);
    }
    return size - distance;
}
function readDescriptor(view, offset) {
    const signature = view.getUint32(offset, true);
    const length = view.getUint32(offset + 4, true);
    const version = view.getUint32(offset + 8, true);
    const count = view.getUint32(offset + 12, true);
    if (signature !== metadata_SIGNATURE) {
        const message = `The TDX metadata ${at(offset)} begins with ${hex(signature)} instead of 'TDVF'`;
        throw new MetadataError('bad-descriptor', message, offset);
    }
    if (version !== 1) {
        const message = `The TDX metadata ${at(offset)} has version ${version} instead of 1`;
        throw new MetadataError('bad-version', message, offset + 8);
    }
    const expected = DESCRIPTOR_BYTES + SECTION_BYTES * count;
    if (count === 0 || length !== expected) {
        const message = `The TDX metadata ${at(offset)} has ${count} sections in ${length} bytes`;
        const why = count === 0 ? 'at least one is needed' : `they take ${expected}`;
        throw new MetadataError('bad-descriptor', `${message}; ${why}`, offset + 4);
    }
    if (offset + length > view.byteLength) {
        const message = `The TDX metadata ${at(offset)} has ${hex(length)} bytes`;
        const room = `the image ends after ${hex(view.byteLength - offset)}`;
        throw new MetadataError('bad-descriptor', `${message}; ${room}`, offset + 4);
    }
    return { version, length, count };
}
/** The caller has checked that all sections lie inside the image. */
function readSection(view, descriptorOffset, index) {
    const offset = descriptorOffset + DESCRIPTOR_BYTES + SECTION_BYTES * index;
    const type = view.getUint32(offset + 24, true);
    const attributes = view.getUint32(offset + 28, true);
    return {
        index,
        type,
        name: metadata_NAMES[type] ?? `type ${type}`,
        dataOffset: view.getUint32(offset, true),
        rawSize: view.getUint32(offset + 4, true),
        address: view.getBigUint64(offset + 8, true),
        memorySize: view.getBigUint64(offset + 16, true),
        attributes,
        extend: (attributes & 1) !== 0,
        augment: (attributes & 2) !== 0,
    };
}
function hasGuidBefore(image, offset) {
    return offset >= GUID_BYTES && guidAt(image, offset - GUID_BYTES) === METADATA_GUID;
}
function at(offset) {
    return `at offset ${hex(offset)}`;
}

;// CONCATENATED MODULE: ./lib/tdx/section-rules.js
/** Rules that judge each section of the TDX metadata by itself. */



const PAGE = 0x1000n;
const ADDRESS_SPACE = 1n << 64n;
const ALLOWED_ATTRIBUTES = {
    BFV: [1],
    CFV: [0],
    TD_HOB: [0],
    TempMem: [0],
    PermMem: [2],
    Payload: [0, 1],
    PayloadParam: [0],
    TdInfo: [0],
    TdParams: [0],
};
const FROM_IMAGE = ['BFV', 'CFV'];
const WITHOUT_DATA = ['TD_HOB', 'TempMem', 'PermMem'];
/** QEMU accepts these into guest memory before the TD starts. */
const ACCEPTED = ['TD_HOB', 'TempMem'];
const SECTION_RULES = [
    {
        id: 'type-unknown',
        severity: 'error',
        // Cloud Hypervisor reads the number as a Rust enum, unchecked, and adds the section as memory.
        refusedBy: ['qemu'],
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("unsupported section type")`,
        find: eachSection(({ type }) => (type > 8 ? `type ${hex(type)} is not defined (0x0-0x8)` : undefined)),
    },
    {
        id: 'attributes-reserved',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        find: eachSection(({ attributes }) => attributes > 3 ? `attributes ${hex(attributes)} set bits beyond 0x3` : undefined),
    },
    {
        id: 'attributes-unexpected',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        find: eachSection(({ name, attributes }) => {
            const allowed = ALLOWED_ATTRIBUTES[name];
            if (allowed === undefined || attributes > 3 || allowed.includes(attributes))
                return undefined;
            return `attributes ${hex(attributes)} instead of ${allowed.map(hex).join(' or ')}`;
        }),
    },
    {
        id: 'attributes-diverge',
        severity: 'warning',
        refusedBy: [],
        source: `${SOURCE.cloudHypervisor} init_tdx_memory (attributes == 1); ` +
            `${SOURCE.qemuTdx} tdx_init_fw_mem_region (bit 0)`,
        find: eachSection(({ attributes, extend }) => extend && attributes !== 1
            ? `attributes ${hex(attributes)}: QEMU measures this section, Cloud Hypervisor does not`
            : undefined),
    },
    {
        id: 'address-unaligned',
        severity: 'error',
        refusedBy: 'all',
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("not page aligned"); ${SOURCE.kvm} (PAGE_ALIGNED(gpa))`,
        find: eachSection(({ address }) => address % PAGE === 0n ? undefined : `address ${hex(address)} is not 4 KiB aligned`),
    },
    {
        id: 'memory-size-unaligned',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("not page aligned")`,
        find: eachSection(({ memorySize }) => memorySize % PAGE === 0n ? undefined : `memory size ${hex(memorySize)} is not a multiple of 4 KiB`),
    },
    {
        id: 'memory-size-zero',
        severity: 'error',
        // The specification calls a size of zero "no action for the VMM", but both VMMs hand it to KVM all the same.
        refusedBy: 'all',
        source: `${SOURCE.kvm} (!nr_pages); Cloud Hypervisor virtio-devices/src/lib.rs get_host_address_range`,
        find: eachSection(({ name, type, memorySize }) => memorySize === 0n && type <= 8 && !RECORD_TYPES.includes(name)
            ? 'memory size 0x0: KVM adds no section without memory'
            : undefined),
    },
    {
        id: 'address-overflow',
        severity: 'error',
        refusedBy: 'all',
        source: `${SOURCE.kvm} (gpa + size <= gpa, so that ending at 64 bits is too far, too)`,
        find: eachSection((section) => endOf(section) >= ADDRESS_SPACE ? `${rangeOf(section)} does not end below 64 bits` : undefined),
    },
    {
        id: 'raw-exceeds-memory',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("Broken metadata RawDataSize")`,
        find: eachSection(({ name, rawSize, memorySize }) => !RECORD_TYPES.includes(name) && memorySize < rawSize
            ? `raw size ${hex(rawSize)} exceeds memory size ${hex(memorySize)}`
            : undefined),
    },
    {
        id: 'data-outside-image',
        severity: 'error',
        // Neither VMM compares the two: QEMU has KVM read beyond its copy of the image, Cloud Hypervisor copies what is
        // there. Code that is missing does not run.
        refusedBy: 'all',
        source: `${SOURCE.gce}; ${SOURCE.qemuTdx} tdx_init_fw_mem_region; ${SOURCE.cloudHypervisor} populate_tdx_sections`,
        find: eachSection(({ dataOffset, rawSize }, { imageSize }) => {
            if (dataOffset + rawSize <= imageSize)
                return undefined;
            const range = hexRange(dataOffset, dataOffset + rawSize);
            const data = `data ${range} ends beyond the image (${hex(imageSize)})`;
            return rawSize === imageSize ? `${data}: a CODE file without its variable store?` : data;
        }),
    },
    {
        id: 'data-offset-unaligned',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuTdx} tdx_finalize_vm (mem_ptr + data_offset); ${SOURCE.kvm} (PAGE_ALIGNED(source_addr))`,
        find: eachSection(({ name, dataOffset }) => FROM_IMAGE.includes(name) && dataOffset % Number(PAGE) !== 0
            ? `data offset ${hex(dataOffset)} is not 4 KiB aligned`
            : undefined),
    },
    {
        id: 'offset-without-data',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        find: eachSection(({ dataOffset, rawSize }) => rawSize === 0 && dataOffset !== 0 ? `data offset ${hex(dataOffset)} with raw size 0x0` : undefined),
    },
    {
        id: 'section-empty',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("section with RawDataSize == 0")`,
        find: eachSection(({ name, rawSize }) => FROM_IMAGE.includes(name) && rawSize === 0
            ? 'raw size 0x0: nothing is taken from the image'
            : undefined),
    },
    {
        id: 'memory-section-with-data',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.spec}; ${SOURCE.qemuParser} ("section with RawDataSize 0x%x != 0")`,
        find: eachSection(({ name, rawSize }) => WITHOUT_DATA.includes(name) && rawSize !== 0 ? `raw size ${hex(rawSize)} instead of 0x0` : undefined),
    },
    {
        id: 'record-empty',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        find: eachSection(({ name, rawSize }) => RECORD_TYPES.includes(name) && rawSize === 0 ? 'raw size 0x0: the record has no bytes' : undefined),
    },
    {
        id: 'record-mapped',
        severity: 'error',
        refusedBy: [],
        source: SOURCE.spec,
        find: eachSection((section) => RECORD_TYPES.includes(section.name) && (section.address !== 0n || section.memorySize !== 0n)
            ? `memory ${rangeOf(section)} instead of address 0x0 and size 0x0`
            : undefined),
    },
    {
        id: 'cloud-hypervisor-unmapped-section',
        severity: 'error',
        refusedBy: ['cloud-hypervisor'],
        source: `${SOURCE.cloudHypervisor} init_tdx_memory (unwrap); virtio-devices/src/lib.rs get_host_address_range`,
        find: eachSection(({ name, memorySize }) => RECORD_TYPES.includes(name) && memorySize === 0n
            ? 'memory size 0x0: Cloud Hypervisor panics on a section without memory; td-shim up to v0.8.0 has none'
            : undefined),
    },
    {
        id: 'qemu-memory-not-ram',
        severity: 'error',
        refusedBy: ['qemu'],
        source: `${SOURCE.qemuTdx} tdx_accept_ram_range ("Failed to accept memory"); hw/i386/pc_q35.c (lowmem)`,
        *find({ metadata, memoryBytes }) {
            // QEMU comes here after its parser: of an image with other types, nothing is added to memory.
            if (!metadata.sections.every(({ name }) => isQemuType(name)))
                return;
            const ram = possibleRam(memoryBytes);
            for (const section of metadata.sections) {
                if (!ACCEPTED.includes(section.name) || ram.some((range) => isWithin(section, range)))
                    continue;
                const isLow = endOf(section) <= lowRam(LARGEST_LOW_RAM);
                const remedy = isLow ? 'give the guest more memory' : 'use Cloud Hypervisor, which adds memory there';
                yield { section: section.index, message: `${rangeOf(section)} is no RAM under QEMU; ${remedy}` };
            }
        },
    },
    {
        id: 'measured-tail',
        severity: 'warning',
        refusedBy: [],
        source: `${SOURCE.spec} (zero-filled); ${SOURCE.qemuTdx} tdx_init_fw_mem_region (the bytes that follow)`,
        find: eachSection(({ name, extend, rawSize, memorySize }) => name === 'BFV' && extend && BigInt(rawSize) !== memorySize
            ? `raw size ${hex(rawSize)} differs from memory size ${hex(memorySize)}: MRTD depends on the VMM`
            : undefined),
    },
];
function isWithin(section, [start, end]) {
    return section.address >= start && endOf(section) <= end;
}
/** RAM of a q35 machine; without a size, everything that could be RAM. */
function possibleRam(memoryBytes) {
    if (memoryBytes !== undefined)
        return ramOfQ35(BigInt(memoryBytes));
    return [
        [0n, LARGEST_LOW_RAM],
        [FOUR_GIB, ADDRESS_SPACE],
    ];
}

;// CONCATENATED MODULE: ./lib/tdx/check.js
/**
 * Says before a boot what is wrong with the TDX metadata of a firmware image, and which VMM would refuse it.
 */




/**
 * A damaged image can hold as many sections as it has room for; nobody reads more findings of one rule than
 * this.
 */
const MOST_FINDINGS_PER_RULE = 20;
const check_RULES = [...LAYOUT_RULES, ...SECTION_RULES];
/**
 * All findings, in the order of the rules, then of the sections. None means that the metadata is sound, not
 * that the code behind it runs as a TD: an OVMF.fd of OvmfPkgX64 carries the same metadata as one of
 * IntelTdxX64.
 */
function checkMetadata(metadata, image, { memoryBytes } = {}) {
    const context = { metadata, imageSize: image.length, memoryBytes };
    return check_RULES.flatMap((rule) => firstProblems(rule.find(context)).map((problem) => check_findingOf(rule, problem, metadata)));
}
/** The findings for which `vmm` refuses to start the image as a TD, or cannot run it. */
function refusals(findings, vmm) {
    return findings.filter(({ refusedBy }) => refusedBy === 'all' || refusedBy.includes(vmm));
}
/**
 * Why QEMU cannot boot the image without a TD; undefined where nothing speaks against it. A plain boot never reads the
 * metadata, but it maps the image read-only (QEMU hw/i386/x86-common.c x86_bios_rom_init): firmware that keeps its
 * stack within the image, as td-shim v0.8.0 does, then hangs without a byte of output or makes QEMU abort (seen with
 * QEMU 7.2, TCG).
 */
function obstacleWithoutTd(image) {
    const scratch = scratchInImage(sectionsOf(image), image.length);
    if (scratch === undefined)
        return undefined;
    const where = `section ${scratch.index} (TempMem): ${rangeOf(scratch)}`;
    return `${where} lies in the image, which is read-only without a TD: td-shim boots with platform tdx only`;
}
/** None for firmware without TDX metadata: a plain boot needs none. */
function sectionsOf(image) {
    try {
        return parseMetadata(image).sections;
    }
    catch (error) {
        if (error instanceof MetadataError)
            return [];
        throw error;
    }
}
function check_findingOf(rule, problem, metadata) {
    const { id, severity, refusedBy, source } = rule;
    const shared = { severity, rule: id, refusedBy, source };
    if (problem.section === undefined)
        return { ...shared, message: problem.message };
    const name = metadata.sections[problem.section]?.name ?? 'no such section';
    const message = `section ${problem.section} (${name}): ${problem.message}`;
    return { ...shared, section: problem.section, message };
}
function firstProblems(problems) {
    const listed = [];
    for (const problem of problems) {
        if (listed.length === MOST_FINDINGS_PER_RULE) {
            return [...listed, { message: `more than ${MOST_FINDINGS_PER_RULE} sections break this rule` }];
        }
        listed.push(problem);
    }
    return listed;
}

;// CONCATENATED MODULE: ./lib/guest/errors.js
/** What can go wrong while a guest is put together: errors with a stable code, fields and a way out. */

/** An error of this floor. `hint` is one sentence that says what to do about it. */
class errors_GuestError extends errors_HostError {
    constructor(code, message, hint, options) {
        super(code, message, { hint, cause: options?.cause });
        this.name = new.target.name;
    }
}
/** The file is not a Linux bzImage. */
class NotBzImageError extends errors_GuestError {
    /** What the file is instead, or which part of the header is missing. */
    reason;
    /** It is an EFI program of another kind, such as a unified kernel image: a UEFI firmware can start it. */
    efiProgram;
    constructor(reason, efiProgram = false, hint = 'Give the bzImage (arch/x86/boot/bzImage, or /boot/vmlinuz-*).') {
        super('kernel-not-bzimage', `The kernel is not a bzImage: ${reason}`, hint);
        this.reason = reason;
        this.efiProgram = efiProgram;
    }
}
/** The file begins as a bzImage but ends before its header says. */
class TruncatedKernelError extends errors_GuestError {
    expected;
    actual;
    constructor(expected, actual) {
        super('kernel-truncated', `The kernel is truncated: its header promises ${expected} bytes, the file has ${actual}`, 'Copy, download or build the kernel again and compare sizes.');
        this.expected = expected;
        this.actual = actual;
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/guest/modules.js
/** Reads what a kernel image says about itself, and finds the modules that belong to it in the order to load them. */







/** Field offsets in the setup header: Documentation/arch/x86/boot.rst, "The Real-Mode Kernel Header". */
const SETUP_SECTS = 0x1f1;
const SYSSIZE = 0x1f4;
const HEADER_MAGIC = 0x202;
const PROTOCOL = 0x206;
const KERNEL_VERSION = 0x20e;
const LOADFLAGS = 0x211;
const LOADED_HIGH = 0x01;
const SECTOR = 512;
const MAX_VERSION = 512;
/** A release that is safe as one path component: the string comes from the image, which nobody vouches for. */
const SAFE_RELEASE = /^[A-Za-z0-9][A-Za-z0-9._+~-]{0,126}$/;
/** No other characters: these names go on into the guest's /modules.list and into debugfs commands. */
const MODULE_FILE = /^(?<name>[\w-]+)\.ko(?<compression>\.gz|\.xz|\.zst)?$/;
const modules_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const unzip = (0,external_node_util_.promisify)(external_node_zlib_.gunzip);
/** More than the setup code can have: 255 sectors after the first. */
const HEAD = 256 * SECTOR;
/** What the header of a kernel file says, from its first bytes alone. */
function kernelInfoOf(path) {
    const fd = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const head = Buffer.alloc(HEAD);
        return readKernelInfo(head.subarray(0, (0,external_node_fs_.readSync)(fd, head)), (0,external_node_fs_.fstatSync)(fd).size);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
/**
 * What the header of a bzImage says.
 * @param size bytes of the whole image, of which `bzImage` may be only the beginning
 * @throws NotBzImageError, TruncatedKernelError
 */
function readKernelInfo(bzImage, size = bzImage.length) {
    const image = Buffer.from(bzImage.buffer, bzImage.byteOffset, bzImage.byteLength);
    const other = knownAs(image);
    if (other !== undefined)
        throw new NotBzImageError(other);
    if (image.length < LOADFLAGS + 1)
        throw new NotBzImageError(`it is too short (${image.length} bytes)`);
    if (image.toString('latin1', HEADER_MAGIC, HEADER_MAGIC + 4) !== 'HdrS') {
        if (image.toString('latin1', 0, 2) !== 'MZ')
            throw new NotBzImageError("it has no 'HdrS' at 0x202");
        const unified = "it is an EFI program without a Linux setup header (no 'HdrS' at 0x202); perhaps a unified kernel image";
        throw new NotBzImageError(unified, true);
    }
    if ((image.readUInt8(LOADFLAGS) & LOADED_HIGH) === 0) {
        throw new NotBzImageError('its header clears LOADED_HIGH, so it is an old zImage');
    }
    const setupSize = ((image.readUInt8(SETUP_SECTS) || 4) + 1) * SECTOR;
    const expectedSize = setupSize + image.readUInt32LE(SYSSIZE) * 16;
    if (size < expectedSize)
        throw new TruncatedKernelError(expectedSize, size);
    const version = versionString(image, setupSize);
    return {
        release: version.split(' ', 1)[0] ?? '',
        version,
        protocol: `${image.readUInt8(PROTOCOL + 1)}.${String(image.readUInt8(PROTOCOL)).padStart(2, '0')}`,
        expectedSize,
    };
}
/**
 * The directory with the modules of this release: `override` (that directory itself, or a root that has
 * lib/modules/<release>), else where a package or an installation keeps it relative to the kernel, else this
 * machine's own. `undefined` when there is none, which is fine for a kernel that has its drivers built in.
 */
async function findModules(kernelPath, release, override) {
    const safe = SAFE_RELEASE.test(release) && !release.includes('..');
    // Debian 13 packages unpack to usr/lib, where /lib is a link to usr/lib only once installed.
    const below = (root) => safe ? ['lib', 'usr/lib'].map((lib) => (0,external_node_path_.join)(root, lib, 'modules', release)) : [];
    if (override !== undefined) {
        const found = await firstModuleDirectory([...below(override), override]);
        if (found !== undefined)
            return found;
        throw new errors_GuestError('modules-not-found', `No kernel modules for ${JSON.stringify(release)} in ${override}`, 'Name the directory that holds modules.dep or kernel/, as made by `make modules_install`.');
    }
    // A link such as /vmlinuz or bzImage-latest: the modules are near the file it leads to.
    const beside = (0,external_node_path_.dirname)(await (0,promises_.realpath)(kernelPath).catch(() => (0,external_node_path_.resolve)(kernelPath)));
    // Fedora keeps the kernel itself in lib/modules/<release>/vmlinuz.
    const own = (0,external_node_path_.basename)(beside) === release ? [beside] : [];
    return firstModuleDirectory([...own, ...below((0,external_node_path_.dirname)(beside)), ...below('/')]);
}
/**
 * The files of the wanted modules and of all they need, dependencies first, as paths. Modules that are built in or
 * do not exist for this kernel are left out: what a kernel lacks shows in its console.
 */
async function moduleOrder(directory, wanted) {
    const builtin = new Set((await lines((0,external_node_path_.join)(directory, 'modules.builtin'))).map(moduleName));
    const index = await moduleIndex(directory);
    const order = [];
    const visited = new Set();
    const visit = async (name) => {
        if (visited.has(name))
            return;
        visited.add(name);
        const file = builtin.has(name) ? undefined : index.get(name);
        if (file === undefined)
            return;
        for (const needed of await file.needs())
            await visit(needed);
        order.push(file.path);
    };
    for (const name of wanted)
        await visit(moduleName(name));
    return order;
}
/**
 * The module's ELF bytes. Unpacking happens here because a kernel unpacks only its own compression, and only with
 * CONFIG_MODULE_DECOMPRESS (5.17). Node 20 has neither xz nor zstd, so these take the system's programs.
 */
async function readModule(path) {
    try {
        switch (MODULE_FILE.exec((0,external_node_path_.basename)(path))?.groups?.compression) {
            case '.gz':
                return await unzip(await (0,promises_.readFile)(path));
            case '.xz':
                return await output('xz', ['--decompress', '--stdout', '--', path]);
            case '.zst':
                return await output('zstd', ['--decompress', '--stdout', '--quiet', '--', path]);
            default:
                return await (0,promises_.readFile)(path);
        }
    }
    catch (cause) {
        throw new errors_GuestError('modules-unreadable', `Cannot read the kernel module ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, 'Compressed modules need the programs xz or zstd (Debian, Ubuntu: apt-get install xz-utils zstd).', { cause });
    }
}
/** All modules by name, from modules.dep, or from the files themselves where depmod has not run yet. */
async function moduleIndex(directory) {
    const index = new Map();
    for (const line of await lines((0,external_node_path_.join)(directory, 'modules.dep'))) {
        const colon = line.indexOf(':');
        const needed = line
            .slice(colon + 1)
            .split(' ')
            .filter(Boolean)
            .reverse()
            .map(moduleName);
        const path = (0,external_node_path_.resolve)(directory, line.slice(0, colon));
        if (MODULE_FILE.test((0,external_node_path_.basename)(path)))
            index.set(moduleName(path), { path, needs: async () => needed });
    }
    if (index.size > 0)
        return index;
    // A package that was only unpacked has no modules.dep: its postinst makes it.
    for (const entry of filesBelow((0,external_node_path_.join)(directory, 'kernel'))) {
        if (!MODULE_FILE.test((0,external_node_path_.basename)(entry)))
            continue;
        const path = (0,external_node_path_.join)(directory, 'kernel', entry);
        index.set(moduleName(path), { path, needs: async () => dependsOf(await readModule(path)) });
    }
    return index;
}
/** Synchronous: thousands of small directories are read five times as fast as with promises. */
function filesBelow(directory) {
    return (0,external_node_fs_.existsSync)(directory) ? (0,external_node_fs_.readdirSync)(directory, { recursive: true, encoding: 'utf8' }) : [];
}
/** The `depends=` entry of a module's .modinfo section (scripts/mod/modpost.c, add_depends). */
function dependsOf(elf) {
    const key = Buffer.from('\0depends=');
    const start = elf.indexOf(key);
    if (start < 0)
        return [];
    const from = start + key.length;
    return elf.toString('latin1', from, elf.indexOf(0, from)).split(',').filter(Boolean).map(moduleName);
}
/** The kernel's own spelling: the file tdx-guest.ko.xz is the module tdx_guest. */
function moduleName(pathOrName) {
    const file = (0,external_node_path_.basename)(pathOrName);
    return (MODULE_FILE.exec(file)?.groups?.name ?? file).replaceAll('-', '_');
}
async function firstModuleDirectory(candidates) {
    for (const candidate of candidates) {
        for (const proof of ['modules.dep', 'kernel']) {
            if (await exists((0,external_node_path_.join)(candidate, proof)))
                return candidate;
        }
    }
    return undefined;
}
function knownAs(image) {
    const start = image.toString('latin1', 0, 4);
    if (start === '\x7fELF')
        return 'it is an ELF file (vmlinux)';
    if (start.startsWith('\x1f\x8b'))
        return 'it is gzip-compressed';
    return undefined;
}
/** The string that kernel_version points to, within the setup sectors; empty when there is none. */
function versionString(image, setupSize) {
    const pointer = image.readUInt16LE(KERNEL_VERSION);
    const start = pointer + SECTOR;
    if (pointer === 0 || start >= setupSize)
        return '';
    const text = image.toString('latin1', start, Math.min(start + MAX_VERSION, setupSize));
    return text.split('\0', 1)[0] ?? '';
}
async function lines(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean);
}
async function exists(path) {
    return (0,promises_.stat)(path).then(() => true, () => false);
}
async function output(program, args) {
    const { stdout } = await modules_run(program, args, { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 });
    return stdout;
}

;// CONCATENATED MODULE: ./lib/guest/files.js
/** Looks at the files that a scenario names, before anything is started: do they exist, are they what they should be. */








const KIB64 = 64 * 1024;
/**
 * Checks every file that a run of this scenario would open.
 * @throws ScenarioError with all problems, each pointing at the line that names the file
 */
function checkFiles({ scenario, where }) {
    const problems = [];
    const check = (path, file, test) => {
        if (file === undefined)
            return;
        try {
            requireFile(file);
            test?.(file);
        }
        catch (error) {
            problems.push({ where: where(path), message: `${path.join('.')}: ${file}: ${errors_messageOf(error)}` });
        }
    };
    const { guest, firmware } = scenario;
    check(['guest', 'kernel'], guest?.kernel, (file) => checkKernel(file, firmware !== undefined));
    check(['guest', 'initrd'], guest?.initrd === 'probe' ? undefined : guest?.initrd);
    for (const [index, disk] of (guest?.disks ?? []).entries())
        check(['guest', 'disks', index], disk.path);
    if (firmware !== undefined && 'image' in firmware)
        check(['firmware'], firmware.image, (file) => checkImage(file, scenario));
    if (firmware !== undefined && 'code' in firmware) {
        check(['firmware', 'code'], firmware.code);
        check(['firmware', 'vars'], firmware.vars);
    }
    if (problems.length > 0)
        throw new ScenarioError(problems);
}
/**
 * Checks one kernel that was named on the command line.
 * @throws UsageError code `bad-kernel`
 */
function requireKernel(file) {
    try {
        requireFile(file);
        checkKernel(file, false);
    }
    catch (error) {
        throw new UsageError('bad-kernel', `${file}: ${messageOf(error)}`);
    }
}
/** The format of a disk image: as said, else qcow2 by its magic (docs/interop/qcow2.txt in QEMU), else raw. */
function diskFormat(disk) {
    if (disk.format !== undefined)
        return disk.format;
    const head = Buffer.alloc(4);
    const fd = (0,external_node_fs_.openSync)(disk.path, 'r');
    try {
        (0,external_node_fs_.readSync)(fd, head, 0, 4, 0);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
    return head.toString('latin1') === 'QFI\xfb' ? 'qcow2' : 'raw';
}
function requireFile(file) {
    const found = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
    if (found === undefined)
        throw new Error('no such file');
    if (found.isDirectory())
        throw new Error('is a directory');
    if (found.isFile() && found.size === 0)
        throw new Error('is empty');
    (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(file, 'r'));
}
/** A unified kernel image is no bzImage, but a UEFI firmware can start it. */
function checkKernel(file, hasFirmware) {
    try {
        kernelInfoOf(file);
    }
    catch (error) {
        if (!(hasFirmware && error instanceof NotBzImageError && error.efiProgram))
            throw error;
    }
}
/**
 * QEMU maps an image for -bios in whole 64 KiB units (hw/i386/x86-common.c, x86_bios_rom_init). A Trust Domain needs
 * TDX metadata that its VMM accepts, too: without, it would hang without a byte of output.
 */
function checkImage(file, { platform, vmm }) {
    const { size } = (0,external_node_fs_.statSync)(file);
    if (size % KIB64 !== 0) {
        throw new Error(`${size} bytes is not a multiple of 64 KiB: not a firmware image, or truncated`);
    }
    const image = (0,external_node_fs_.readFileSync)(file);
    if (platform !== 'tdx') {
        const obstacle = obstacleWithoutTd(image);
        if (obstacle !== undefined)
            throw new Error(obstacle);
        return;
    }
    const findings = checkMetadata(parseMetadata(image), image);
    const refused = (vmm === 'auto' ? VMMS : [vmm]).map((name) => refusals(findings, name));
    // With a choice, an image is bad only if no VMM takes it.
    if (refused.some(({ length }) => length === 0))
        return;
    throw new Error(refused[0]?.map(({ message }) => message).join('; '));
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/guest/newc.js
/**
 * Writes cpio archives in the newc format, which every Linux unpacks as an initramfs.
 *
 * Format: https://docs.kernel.org/driver-api/early-userspace/buffer-format.html
 * (Documentation/driver-api/early-userspace/buffer-format.rst).
 */

const FILE_TYPE = { directory: 0o040000, file: 0o100000, 'character-device': 0o020000 };
const DEFAULT_MODE = { directory: 0o755, file: 0o644, 'character-device': 0o600 };
/** N_ALIGN names longer than PATH_MAX are skipped silently by the kernel (init/initramfs.c, do_header). */
const PATH_MAX = 4096;
const TRAILER = 'TRAILER!!!';
/**
 * The archive with the given entries, in the given order, owned by root. Equal entries give equal bytes: times are 0
 * and inode numbers follow the order. Paths are absolute in the guest (`/dev/console`); directories come first,
 * because the kernel makes none by itself.
 */
function newc(entries) {
    const parts = [];
    const directories = new Set(['']);
    const seen = new Set();
    for (const [index, entry] of entries.entries()) {
        const name = archiveName(entry.path);
        const parent = name.slice(0, Math.max(0, name.lastIndexOf('/')));
        if (seen.has(name))
            throw invalid(entry.path, 'it is there twice');
        if (!directories.has(parent))
            throw invalid(entry.path, `its directory /${parent} must come before it`);
        seen.add(name);
        if (entry.type === 'directory')
            directories.add(name);
        parts.push(...record(name, index + 1, entry));
    }
    parts.push(header({ name: TRAILER, links: 1 }));
    return Buffer.concat(parts);
}
function record(name, inode, entry) {
    const mode = FILE_TYPE[entry.type] | (entry.mode ?? DEFAULT_MODE[entry.type]);
    if (entry.type === 'directory')
        return [header({ name, inode, mode, links: 2 })];
    if (entry.type === 'character-device') {
        return [header({ name, inode, mode, links: 1, major: entry.major, minor: entry.minor })];
    }
    const data = Buffer.from(entry.data.buffer, entry.data.byteOffset, entry.data.byteLength);
    return [header({ name, inode, mode, links: 1, size: data.length }), data, padding(data.length)];
}
/** The 110-byte header, the name with its NUL, and the padding after it. */
function header({ name, links, inode = 0, mode = 0, size = 0, major = 0, minor = 0 }) {
    const nameSize = Buffer.byteLength(name) + 1;
    const [uid, gid, mtime, deviceMajor, deviceMinor, checksum] = [0, 0, 0, 0, 0, 0];
    const fields = [
        inode,
        mode,
        uid,
        gid,
        links,
        mtime,
        size,
        deviceMajor,
        deviceMinor,
        major,
        minor,
        nameSize,
        checksum,
    ];
    const text = `070701${fields.map((field) => field.toString(16).toUpperCase().padStart(8, '0')).join('')}`;
    return Buffer.concat([Buffer.from(`${text}${name}\0`), padding(text.length + nameSize)]);
}
function padding(length) {
    return Buffer.alloc((4 - (length % 4)) % 4);
}
/** The name as it stands in the archive: relative, plain, and unable to leave the root. */
function archiveName(path) {
    if (!path.startsWith('/'))
        throw invalid(path, 'it must begin with /');
    const name = path.slice(1);
    if (name.split('/').some((part) => part === '' || part === '.' || part === '..')) {
        throw invalid(path, "it must not have empty parts, '.' or '..'");
    }
    if (name.includes('\0'))
        throw invalid(path, 'it contains a NUL');
    if (name === TRAILER)
        throw invalid(path, 'that name ends an archive');
    if (Buffer.byteLength(name) >= PATH_MAX)
        throw invalid(path, `it is longer than ${PATH_MAX - 1} bytes`);
    return name;
}
function invalid(path, why) {
    return new errors_GuestError('cpio-entry-invalid', `Cannot put ${JSON.stringify(path)} into an initramfs: ${why}`, 'This is a defect of tdx-boot: please report it.');
}

;// CONCATENATED MODULE: ./lib/guest/probe.js
/** Makes the guest for a scenario that names only a kernel: the probe as an initramfs, or as a small disk. */








/** What a guest under QEMU or Cloud Hypervisor may need and distributions build as modules. Absent ones are skipped. */
const PROBE_MODULES = [
    'virtio_pci',
    'virtio_mmio',
    'virtio_console',
    'virtio_blk',
    'virtio_net',
    'configfs',
    'pvpanic-mmio',
    'pvpanic-pci',
    'tsm',
    'tsm_report',
    'tdx_guest',
];
/** Any fixed value: equal content must give an equal image. */
const UUID = '7464782d-626f-4f74-8070-726f62650001';
const probe_MIB = (/* unused pure expression or super */ null && (1024 * 1024));
const MIN_DISK_MIB = 8;
const DISK_HEADROOM_MIB = 4;
/** Only what every Linux with ext4 mounts: mke2fs's defaults follow its own newest kernel. No journal: 8 MiB do. */
const EXT4_FEATURES = 'none,extent,filetype,ext_attr,dir_index,sparse_super,large_file';
const HERE = import.meta.url;
const probe_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** The initramfs whose /init is the probe. It is not compressed: a kernel need not have any decompressor. */
async function probeInitrd({ kernel, modules }) {
    return newc([
        ...DIRECTORIES.map((path) => ({ type: 'directory', path })),
        // The kernel opens /dev/console for init before init can mount a devtmpfs.
        { type: 'character-device', path: '/dev/console', major: 5, minor: 1 },
        { type: 'character-device', path: '/dev/null', major: 1, minor: 3, mode: 0o666 },
        { type: 'file', path: '/init', mode: 0o755, data: await probeProgram() },
        ...(await moduleFiles(kernel, modules)),
    ]);
}
/** Writes an ext4 image whose /sbin/init is the probe: boot it with `root=/dev/vda rw init=/sbin/init`. */
async function probeDisk({ path, kernel, modules }) {
    const files = [
        { type: 'file', path: '/sbin/init', mode: 0o755, data: await probeProgram() },
        ...(kernel === undefined ? [] : await moduleFiles(kernel, modules)),
    ];
    const scratch = await mkdtemp(join(tmpdir(), 'tdx-boot-disk-'));
    try {
        const tree = join(scratch, 'root');
        await writeTree(tree, files);
        const image = resolve(path);
        await rm(image, { force: true });
        await e2fsprogs('mke2fs', [
            '-q',
            '-F',
            ...['-t', 'ext4', '-b', '4096', '-I', '256', '-m', '0', '-O', EXT4_FEATURES],
            ...['-U', UUID, '-E', `hash_seed=${UUID},root_owner=0:0`, '-L', 'tdx-boot'],
            ...['-d', tree, image, `${diskMib(files)}M`],
        ]);
        const fixes = join(scratch, 'fixes');
        await writeFile(fixes, normalise(files));
        await e2fsprogs('debugfs', ['-w', '-f', fixes, image]);
    }
    finally {
        await rm(scratch, { recursive: true, force: true });
    }
}
const DIRECTORIES = ['/dev', '/proc', '/sys', '/sbin', '/modules'];
/**
 * The committed binary (script/build-probe), found at run time: src/guest, dist/cli and dist/action are equally deep.
 * Not `new URL('\u2026', import.meta.url)`, which ncc resolves at build time, copying the ELF as text and so damaging it.
 */
async function probeProgram() {
    const program = new URL('../../guest/probe', HERE);
    try {
        return await (0,promises_.readFile)(program);
    }
    catch (cause) {
        throw new errors_GuestError('probe-missing', `The probe program is missing: ${program}`, 'Install tdx-boot again, or run script/build-probe in a checkout.', { cause });
    }
}
/** The kernel's modules under flat names, and the list by which the probe loads them. */
async function moduleFiles(kernel, override) {
    const { release } = kernelInfoOf(kernel);
    const directory = await findModules(kernel, release, override);
    if (directory === undefined)
        return [];
    const files = [];
    for (const path of await moduleOrder(directory, PROBE_MODULES)) {
        const name = (0,external_node_path_.basename)(path).replace(/\.ko\.\w+$/, '.ko');
        files.push({ type: 'file', path: `/modules/${name}`, data: await readModule(path) });
    }
    if (files.length === 0)
        return [];
    const list = files.map((file) => `${file.path}\n`).join('');
    return [...files, { type: 'file', path: '/modules.list', data: Buffer.from(list) }];
}
async function writeTree(root, files) {
    await mkdir(root, { mode: 0o755 });
    for (const directory of DIRECTORIES)
        await mkdir(join(root, directory), { mode: 0o755 });
    for (const { path, data, mode } of files) {
        await writeFile(join(root, path), data, { mode: mode ?? 0o644 });
        await utimes(join(root, path), 0, 0);
    }
}
/** debugfs commands that take the building user, umask and moment out of the inodes: mke2fs -d copied them. */
function normalise(files) {
    const zero = [
        'uid',
        'gid',
        ...['atime', 'mtime', 'ctime', 'crtime'].flatMap((time) => [time, `${time}_extra`]),
    ];
    const inodes = [
        ...['/', ...DIRECTORIES].map((path) => ({ path, mode: 0o040755 })),
        { path: '/lost+found', mode: 0o040700 },
        ...files.map(({ path, mode }) => ({ path, mode: 0o100000 | (mode ?? 0o644) })),
    ];
    return inodes
        .flatMap(({ path, mode }) => [
        `set_inode_field ${path} mode 0${mode.toString(8)}\n`,
        ...zero.map((field) => `set_inode_field ${path} ${field} 0\n`),
    ])
        .join('');
}
function diskMib(files) {
    const content = files.reduce((sum, file) => sum + file.data.byteLength, 0);
    return Math.max(MIN_DISK_MIB, Math.ceil(content / probe_MIB) + DISK_HEADROOM_MIB);
}
/** Runs a program of e2fsprogs, which ordinary users do not always have in their PATH. */
async function e2fsprogs(program, args) {
    const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin`, LC_ALL: 'C' };
    const clock = { E2FSPROGS_FAKE_TIME: '1', SOURCE_DATE_EPOCH: '1' };
    try {
        await probe_run(program, args, { env: { ...env, ...clock }, timeout: 60_000 });
    }
    catch (cause) {
        const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
        if (missing) {
            throw new GuestError('mke2fs-missing', `Cannot make the probe's disk: the program ${program} is not installed`, 'Install e2fsprogs (Debian, Ubuntu: apt-get install e2fsprogs), or boot with an initrd.', { cause });
        }
        const stderr = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
        throw new GuestError('mke2fs-failed', `${program} could not make the probe's disk: ${stderr}`, 'It needs e2fsprogs 1.43 or newer (mke2fs -d) and space in the directory of the image.', { cause });
    }
}

;// CONCATENATED MODULE: ./lib/boot/spec.js
/** From a scenario to what a back end launches: everything that the scenario leaves open is filled in. */



/**
 * What to launch.
 * @param probe path of the probe guest's initrd, for a scenario that boots it
 * @throws UsageError code `no-guest`
 */
function launchSpec(scenario, probe) {
    const { firmware: _, ...wish } = launchWish(scenario, probe);
    const firmware = readyFirmware(scenario);
    return { ...wish, ...(firmware === undefined ? {} : { firmware }) };
}
/**
 * The same before its firmware is built.
 * @throws UsageError code `no-guest`
 */
function launchWish(scenario, probe) {
    const { platform, firmware, rules } = scenario;
    const guest = requireGuest(scenario);
    const { kernel, cmdline, cpus, memory, network, quoteSocket } = guest;
    const initrd = guest.initrd === 'probe' ? probe : guest.initrd;
    return {
        platform,
        ...(firmware === undefined ? {} : { firmware }),
        ...(kernel === undefined ? {} : { kernel }),
        ...(initrd === undefined ? {} : { initrd }),
        ...(cmdline === undefined ? {} : { cmdline }),
        cpus,
        memory,
        network,
        ...(quoteSocket === undefined ? {} : { quoteSocket }),
        disks: guest.disks.map((disk) => ({ ...disk, format: diskFormat(disk) })),
        typesInto: rules.steps.flatMap((step) => (step.kind === 'send' ? [step.stream] : [])),
    };
}
/** The firmware as files. What a scenario asks to be built has to be built by now: src/boot/firmware.ts does it. */
function readyFirmware({ firmware }) {
    if (firmware === undefined || !('request' in firmware))
        return firmware;
    throw new errors_UsageError('no-firmware', `${firmware.request.name} is not built yet`, {
        hint: `Build it with "tdx-boot firmware build ${firmware.request.name}".`,
    });
}
/**
 * The guest of a scenario that is to be booted.
 * @throws UsageError code `no-guest`
 */
function requireGuest({ guest, name }) {
    if (guest !== undefined)
        return guest;
    throw new errors_UsageError('no-guest', `scenario "${name}" has no guest to boot`, {
        hint: 'Add guest: with a kernel or disks, or judge a recorded log with "tdx-boot check".',
    });
}
/** The probe guest's initrd for this guest's kernel. */
async function makeProbe({ kernel, modules }) {
    if (kernel === undefined)
        throw new errors_UsageError('no-kernel', 'the probe guest needs a kernel');
    return probeInitrd({ kernel, ...(modules === undefined ? {} : { modules }) });
}

;// CONCATENATED MODULE: ./lib/host/check.js
/** The words of a host check: what is looked at, what was found, what it was read from, what to do about it. */
const ok = (evidence) => ({ state: 'ok', evidence });
const problem = (evidence, fix) => ({ state: 'problem', evidence, fix });
const check_unknown = (evidence, fix) => ({ state: 'unknown', evidence, fix });
/** The last line of the kernel log that matches: the newest is true. */
function lastLine(log, pattern) {
    return log?.lines.findLast((line) => pattern.test(line));
}
/** Where KVM says whether it can create TDs: `Y` or `N`. */
const TDX_PARAMETER = '/sys/module/kvm_intel/parameters/tdx';
/** What a check says when it needs the kernel log and there is none. */
const NO_LOG = 'the kernel log cannot be read by this user';
const READ_LOG = 'Run it as root: sudo tdx-boot doctor (or allow it: sudo sysctl kernel.dmesg_restrict=0).';

;// CONCATENATED MODULE: ./lib/host/checks/processor.js
/** The first two things that fail on a host: the processor, and what the BIOS has turned on in it. */

const ENABLE_IN_BIOS = 'Turn on in the BIOS: Total Memory Encryption (TME), multi-tenant (TME-MT), TDX, the SEAM loader, and a TME-MT/TDX key split that leaves TDX at least 2 keys; see docs/tdx-host.md.';
const cpu = { id: 'cpu', title: 'CPU', decisive: false, look: lookAtCpu };
const bios = { id: 'bios', title: 'BIOS and SEAM', decisive: false, look: lookAtBios };
/** Linux sets the flag when the BIOS has enabled TDX and its own early set-up went well (since 6.7). */
function lookAtCpu({ host }) {
    const info = host.read('/proc/cpuinfo');
    if (info === undefined)
        return check_unknown('/proc/cpuinfo cannot be read', 'Mount /proc.');
    const field = (name) => new RegExp(`^${name}\\s*: *(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
    const flags = field('flags').split(' ');
    const who = `${field('vendor_id')} ${field('model name')}`.trim();
    if (flags.includes('tdx_host_platform'))
        return ok(`${who}, flag tdx_host_platform`);
    if (field('vendor_id') !== 'GenuineIntel') {
        return problem(`${who === '' ? 'not an x86 CPU' : who}: TDX is Intel's`, 'Use a machine with an Intel Xeon Scalable of the 5th generation or later (of the 4th, some models).');
    }
    if (flags.includes('hypervisor')) {
        return problem(`${who}, flag hypervisor: this is a virtual machine`, 'Use the machine below it.');
    }
    return check_unknown(`${who}, no flag tdx_host_platform`, ENABLE_IN_BIOS);
}
/** Registers as Canonical's system report and Intel's tdx-tools read them; the kernel's own line says the same. */
function lookAtBios(view) {
    return fromRegisters(view) ?? fromLog(view);
}
function fromRegisters({ host }) {
    const [activate, seam, keys] = [0x982, 0x1401, 0x87].map((register) => host.msr(register));
    if (activate === undefined)
        return undefined;
    const isOff = [
        [(activate & 2n) === 0n, 'TME-MT is off (MSR 0x982, bit 1)'],
        [seam === undefined || (seam & 0x800n) === 0n, 'SEAM is off (MSR 0x1401, bit 11)'],
        [keys === undefined || keys >> 32n === 0n, 'no private KeyIDs (MSR 0x87, bits 63:32)'],
    ];
    const off = isOff.filter(([is]) => is).map(([, what]) => what);
    if (off.length > 0)
        return problem(off.join('; '), ENABLE_IN_BIOS);
    return ok(`TME-MT and SEAM are on (MSR 0x982, 0x1401), ${Number((keys ?? 0n) >> 32n)} private KeyIDs`);
}
function fromLog({ host, log }) {
    const refused = lastLine(log, /tdx: not enabled by BIOS/);
    if (refused !== undefined)
        return problem(refused, ENABLE_IN_BIOS);
    const enabled = lastLine(log, /tdx: BIOS enabled/);
    if (enabled !== undefined)
        return ok(enabled);
    if (host.read('/proc/cpuinfo')?.includes(' tdx_host_platform') === true)
        return ok('flag tdx_host_platform in /proc/cpuinfo');
    return check_unknown(log === undefined
        ? 'neither the registers nor the kernel log can be read by this user'
        : 'the kernel log has no line "BIOS enabled", and the registers cannot be read', 'Read them as root: sudo modprobe msr && sudo tdx-boot doctor. If they say no: turn TDX on in the BIOS.');
}

;// CONCATENATED MODULE: ./lib/host/checks/capacity.js
/** How many Trust Domains fit: private KeyIDs and memory. */


const keyIds = { id: 'key-ids', title: 'private KeyIDs', decisive: false, look: lookAtKeyIds };
const memory = { id: 'memory', title: 'memory', decisive: true, look: lookAtMemory };
const hugepages = {
    id: 'hugepages',
    title: 'hugepages',
    decisive: false,
    look: lookAtHugepages,
};
const capacity_MIB = 1024 * 1024;
/**
 * KVM gives each TD a KeyID and publishes their number as the misc cgroup's `tdx` (kernel/cgroup/misc.c and tdx.c,
 * MISC_CG_RES_TDX; 6.16). Before and without that, the range in the log, or the register, tells it.
 */
function tdCapacity(host, log) {
    const published = /^tdx (\d+)$/m.exec(host.read('/sys/fs/cgroup/misc.capacity') ?? '')?.[1];
    if (published !== undefined) {
        return { tds: Number(published), evidence: `/sys/fs/cgroup/misc.capacity: tdx ${published}` };
    }
    const line = lastLine(log, /private KeyID range \[\d+, *\d+\)/);
    const [, first, end] = /\[(\d+), *(\d+)\)/.exec(line ?? '') ?? [];
    if (line !== undefined)
        return { tds: Math.max(0, Number(end) - Number(first) - 1), evidence: line };
    const register = host.msr(0x87);
    if (register === undefined)
        return undefined;
    const keys = Number(register >> 32n);
    return { tds: Math.max(0, keys - 1), evidence: `MSR 0x87: ${keys} private KeyIDs` };
}
/**
 * Bytes that can be had without swapping.
 * @returns undefined where /proc/meminfo does not say
 */
function availableMemory(host) {
    return memInfo(host, 'MemAvailable');
}
function lookAtKeyIds({ host, log }) {
    const capacity = tdCapacity(host, log);
    if (capacity === undefined)
        return check_unknown('their number cannot be read', 'It shows when KVM has TDX on; before, to root: sudo modprobe msr && sudo tdx-boot doctor');
    const { tds, evidence } = capacity;
    if (tds === 0)
        return problem(`${evidence}: none is left for a TD`, ENABLE_IN_BIOS);
    const used = /^tdx (\d+)$/m.exec(host.read('/sys/fs/cgroup/misc.current') ?? '')?.[1];
    const use = used === undefined ? '' : `, ${used} in use`;
    return ok(`${tds} ${tds === 1 ? 'TD' : 'TDs'} at a time${use} (${evidence})`);
}
/** Memory that TDs of ours hold comes back: whoever needs it waits for a slot. */
function lookAtMemory({ host, wanted, held }) {
    const available = availableMemory(host);
    if (available === undefined)
        return check_unknown('/proc/meminfo cannot be read', 'Mount /proc.');
    const has = `${mib(available)} available, ${mib(wanted.memory)} wanted`;
    if (available >= wanted.memory)
        return ok(has);
    if (available + held >= wanted.memory)
        return ok(`${has}: after TDs that hold ${mib(held)} have ended`);
    const reserved = (memInfo(host, 'HugePages_Free') ?? 0) * (memInfo(host, 'Hugepagesize') ?? 0);
    return problem(has, reserved > 0
        ? `Give back the ${mib(reserved)} of free hugepages: sudo sysctl vm.nr_hugepages=0. Or lower guest.memory.`
        : 'End what uses it, or lower guest.memory in the scenario.');
}
/** They are no condition; reserved ones only take memory that a TD cannot get. */
function lookAtHugepages({ host }) {
    const total = memInfo(host, 'HugePages_Total');
    if (total === undefined)
        return check_unknown('/proc/meminfo does not say', 'Nothing to do: a TD needs none.');
    const free = memInfo(host, 'HugePages_Free') ?? 0;
    return ok(`${total} reserved, ${free} of them free; a TD needs none`);
}
/** A value of /proc/meminfo: bytes where it has a unit, else a count. */
function memInfo(host, name) {
    const found = new RegExp(`^${name}: *(\\d+)( kB)?$`, 'm').exec(host.read('/proc/meminfo') ?? '');
    if (found === null)
        return undefined;
    return Number(found[1]) * (found[2] === undefined ? 1 : 1024);
}
function mib(bytes) {
    return `${Math.floor(bytes / capacity_MIB)} MiB`;
}

;// CONCATENATED MODULE: ./lib/host/kernel-log.js
/** The kernel's log since boot, from whoever lets this user read it. */


/** The ring buffer first: the journal may be empty, of another boot, or slow to read. */
const SOURCES = [
    ['dmesg', '--kernel', '--notime'],
    ['journalctl', '--dmesg', '--boot', '--output=cat', '--no-pager', '--quiet'],
];
/** A log that has not come within this time is taken for unreadable, in milliseconds. */
const kernel_log_ANSWER_MS = 10_000;
/** Bytes; the kernel's own buffer is at most 2 GiB by name and 64 MiB in practice. */
const LONGEST = 64 * 1024 * 1024;
/** The first line of every Linux (init/version-timestamp.c). */
const FIRST_LINE = /^Linux version \d/;
const kernel_log_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** The first whole log, else the first that can be read at all, else undefined. */
async function readKernelLog() {
    let partial;
    for (const source of SOURCES) {
        const log = await read(source);
        if (log?.whole === true)
            return log;
        partial ??= log;
    }
    return partial;
}
/** A log of these lines. Kernels that print the calling thread (CONFIG_PRINTK_CALLER) put `[    T0]` in front. */
function kernelLog(lines, from) {
    const plain = lines.map((line) => line.replace(/^\[ *[TC]\d+\] ?/, '')).filter((line) => line !== '');
    return { lines: plain, from, whole: plain.slice(0, 20).some((line) => FIRST_LINE.test(line)) };
}
async function read([command, ...args]) {
    try {
        const options = { timeout: kernel_log_ANSWER_MS, killSignal: 'SIGKILL', maxBuffer: LONGEST };
        const { stdout } = await kernel_log_run(command, args, { ...options, env: { ...process.env, LC_ALL: 'C' } });
        const log = kernelLog(stdout.split('\n'), [command, ...args].join(' '));
        return log.lines.length === 0 ? undefined : log;
    }
    catch {
        // Not installed, or kernel.dmesg_restrict keeps it from this user.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/host/kvm-trial.js
/** Whether KVM really runs a guest: a tiny one is run. A device that opens proves nothing, as in a sandbox. */





/** The trial takes a fifth of a second; a KVM that has not done it by now, in milliseconds, never will. */
const DEADLINE_MS = 10_000;
/** Where QEMU's isa-debug-exit listens, and what it makes of the guest's 36: exit code (36 << 1) | 1. */
const EXIT_DEVICE = 'isa-debug-exit,iobase=0x501,iosize=1';
const EXIT_CODE = 73;
/**
 * The guest: from the reset vector into long mode, then 6 \u00d7 6 in floating point to the debug-exit port. It goes through
 * what software-only KVM is known to fail at: `fninit; fwait` in real mode stops it with an emulation failure, though
 * it starts SeaBIOS. Each row is machine code and the assembly (NASM) that it is of.
 */
const TRIAL_CODE = [
    ['', 'bits 16'],
    ['dbe3', 'start: fninit'],
    ['9b', 'fwait'],
    // Page tables at 0x1000: the first 2 MiB, one page, mapped to themselves.
    ['6631c0', 'xor eax, eax'],
    ['8ec0', 'mov es, ax'],
    ['66bf00100000', 'mov edi, 0x1000'],
    ['66b9000c0000', 'mov ecx, 0xc00'],
    ['fc', 'cld'],
    ['f36667ab', 'a32 rep stosd'],
    ['26c70600100320', 'mov word [es:0x1000], 0x2003'],
    ['26c70600200330', 'mov word [es:0x2000], 0x3003'],
    ['26c70600308300', 'mov word [es:0x3000], 0x0083'],
    // CR4: PAE and SSE; EFER: long mode; CR0: protection and paging, which also leaves real mode.
    ['2e660f01168000', 'o32 lgdt [cs:gdtr]'],
    ['66b820060000', 'mov eax, 0x620'],
    ['0f22e0', 'mov cr4, eax'],
    ['66b800100000', 'mov eax, 0x1000'],
    ['0f22d8', 'mov cr3, eax'],
    ['66b9800000c0', 'mov ecx, 0xc0000080'],
    ['0f32', 'rdmsr'],
    ['0d0001', 'or ax, 0x100'],
    ['0f30', 'wrmsr'],
    ['66b833000080', 'mov eax, 0x80000033'],
    ['0f22c0', 'mov cr0, eax'],
    ['66ea65000f000800', 'jmp dword 8:0xf0000 + (entry - $$)'],
    ['', 'bits 64'],
    ['31c0', 'entry: xor eax, eax'],
    ['0fa2', 'cpuid'],
    ['b806000000', 'mov eax, 6'],
    ['f20f2ac0', 'cvtsi2sd xmm0, eax'],
    ['f20f59c0', 'mulsd xmm0, xmm0'],
    ['f20f2cc0', 'cvttsd2si eax, xmm0'],
    ['66ba0105', 'mov dx, 0x501'],
    ['ee', 'out dx, al'],
    ['f4', 'hlt'],
    ['0f00', 'gdtr: dw 15'],
    ['86000f00', 'dd 0xf0000 + (gdt - $$)'],
    ['0000000000000000', 'gdt: dq 0'],
    ['00000000009a2000', 'dq 0x00209a0000000000'],
];
/** The CPU starts at F000:FFF0, which is here 16 bytes before the end (SDM volume 3, 10.1.4). */
const kvm_trial_RESET_VECTOR = ['ea000000f0', 'jmp 0xf000:start'];
const IMAGE_SIZE = 0x10000;
/** The guest as a BIOS image of 64 KiB, the least that QEMU maps. */
function trialImage() {
    const image = Buffer.alloc(IMAGE_SIZE);
    image.write(TRIAL_CODE.map(([code]) => code).join(''), 'hex');
    image.write(kvm_trial_RESET_VECTOR[0], IMAGE_SIZE - 16, 'hex');
    return image;
}
/**
 * Runs the guest with the CPU that `platform: kvm` gets.
 * @param qemu path of QEMU
 * @param accelerator another one shows that the guest itself is right
 */
async function tryKvm(qemu, accelerator = 'kvm') {
    try {
        const directory = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'tdx-boot-kvm-'));
        try {
            const bios = (0,external_node_path_.join)(directory, 'trial.bin');
            (0,external_node_fs_.writeFileSync)(bios, trialImage());
            return await kvm_trial_run(qemu, bios, accelerator);
        }
        finally {
            (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
        }
    }
    catch (error) {
        return { works: false, said: errors_messageOf(error) };
    }
}
/** setpriv(1) ends QEMU when we are killed. */
function kvm_trial_run(qemu, bios, accelerator) {
    const args = [
        ...['--pdeathsig', 'KILL', '--', qemu],
        ...['-machine', `q35,accel=${accelerator}`, '-cpu', accelerator === 'kvm' ? 'host' : 'max'],
        ...['-m', '16M', '-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
        ...['-bios', bios, '-device', EXIT_DEVICE],
    ];
    const options = { timeout: DEADLINE_MS, killSignal: 'SIGKILL', maxBuffer: 1024 * 1024 };
    return new Promise((resolve) => {
        (0,external_node_child_process_.execFile)('setpriv', args, options, (error, _, stderr) => {
            if (error?.code === EXIT_CODE)
                resolve({ works: true });
            else
                resolve({ works: false, said: reason(error, stderr) });
        });
    });
}
/** The first line that says why; the registers that follow it say nothing to a user. */
function reason(error, stderr) {
    const said = stderr.split('\n').filter((line) => line !== '' && !line.includes('warning:'));
    const failure = said.find((line) => /emulation failure/.test(line));
    const line = failure === undefined ? said[0] : `${said[0]}: ${failure}`;
    const late = error?.killed === true ? `not done after ${DEADLINE_MS / 1000} s` : undefined;
    const ended = error === null ? 'the guest was reset' : `QEMU ended with ${String(error.code ?? error.signal)}`;
    return [line, late ?? ended].filter((part) => part !== undefined).join('; ');
}

;// CONCATENATED MODULE: ./lib/host/host.js
/** What the host checks see of a machine: its files, devices and programs. Tests put a recorded machine in its place. */






/** The machine that we run on. */
const thisHost = {
    read: readText,
    exists: external_node_fs_.existsSync,
    device,
    msr: readMsr,
    kernelRelease: (0,external_node_os_.release)(),
    kernelLog: readKernelLog,
    tryKvm: () => withCommand('qemu-system-x86_64', tryKvm),
    qemu: () => withCommand('qemu-system-x86_64', probeQemu),
    cloudHypervisor: () => withCommand('cloud-hypervisor', probeCloudHypervisor),
};
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}
function device(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        return 'missing';
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.R_OK | external_node_fs_.constants.W_OK);
        // A container may show a device that its cgroup does not let it open.
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, 'r+'));
        return 'open';
    }
    catch {
        return 'denied';
    }
}
/** The file offset is the register's number, and eight bytes are its value (msr(4)). */
function readMsr(register) {
    try {
        const fd = (0,external_node_fs_.openSync)('/dev/cpu/0/msr', 'r');
        try {
            const value = Buffer.alloc(8);
            (0,external_node_fs_.readSync)(fd, value, 0, 8, register);
            return value.readBigUInt64LE();
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
        }
    }
    catch {
        return undefined;
    }
}
async function withCommand(name, ask) {
    const path = findCommand(name);
    return path === undefined ? undefined : ask(path);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./lib/firmware/lock.js
/** An exclusive lock between processes that the kernel releases when its holder dies, however it dies. */





/**
 * Runs `body` while this process, and no other on this machine, holds the lock of that name.
 * @param path a file that is made for it and removed after it
 * @throws HostError code `lock-timeout` or `lock-unavailable`; the reason of `signal` when it aborts the wait
 */
async function withLock(path, options, body) {
    const release = await acquire(path, options);
    try {
        return await body();
    }
    finally {
        release();
    }
}
/** Takes the lock if it is free; undefined when somebody holds it. */
async function tryLock(path) {
    return lock(path, 0);
}
async function acquire(path, { signal, waitMs, onWait }) {
    const free = await lock(path, 0, signal);
    if (free !== undefined)
        return free;
    onWait?.();
    const release = await lock(path, performance.now() + waitMs, signal);
    if (release !== undefined)
        return release;
    const pids = holders(path);
    const who = pids.length === 0 ? 'another process' : `process ${pids.join(', ')}`;
    throw new errors_HostError('lock-timeout', `${path} is still locked by ${who} after ${waitMs / 1000} s`, {
        hint: pids.length === 0 ? `See who holds it: fuser ${path}` : `See what it does: ps -fp ${pids.join(',')}`,
    });
}
/** @param deadline as performance.now(); one that has passed means: at once or not at all */
async function lock(path, deadline, signal) {
    for (;;) {
        // Nothing is awaited from here to where flock() listens: an abort before that is not told again.
        signal?.throwIfAborted();
        const fd = lock_open(path);
        let keep = false;
        try {
            const seconds = (deadline - performance.now()) / 1000;
            const wait = seconds > 0 ? ['--timeout', seconds.toFixed(3)] : ['--nonblock'];
            const locked = await flock(fd, wait, signal);
            keep = locked && isCurrent(path, fd);
            if (keep)
                return () => release(path, fd);
            if (!locked && signal?.aborted !== true)
                return undefined;
        }
        finally {
            if (!keep)
                (0,external_node_fs_.closeSync)(fd);
        }
    }
}
/** In a directory of all users, another one may have put a link or a pipe there: neither leads or holds us anywhere. */
const PLAINLY = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK;
/** Everybody may open it: flock(2) needs no right to write, and a sticky directory may allow none to others. */
function lock_open(path) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        return (0,external_node_fs_.openSync)(path, PLAINLY | external_node_fs_.constants.O_CREAT, 0o444);
    }
    catch (error) {
        try {
            return (0,external_node_fs_.openSync)(path, PLAINLY);
        }
        catch {
            throw new errors_HostError('lock-unavailable', `cannot open the lock file ${path}: ${errors_messageOf(error)}`, {
                hint: 'Its directory has to be writable and must have space left.',
                cause: error,
            });
        }
    }
}
/** What flock(1) exits with when somebody else has the lock. */
const BUSY = 1;
/**
 * flock(1) locks the open file that it inherits from us, and the lock is on that open file: it stays when flock(1) ends
 * and goes when our descriptor does. Node has no call for it, and this needs no native module. setpriv(1), of the same
 * package, ends a waiting flock(1) when we are killed.
 */
async function flock(fd, wait, signal) {
    const args = ['--pdeathsig', 'KILL', '--', 'flock', '--exclusive', ...wait, '3'];
    const child = (0,external_node_child_process_.spawn)('setpriv', args, { stdio: ['ignore', 'ignore', 'pipe', fd] });
    let said = '';
    child.stderr?.on('data', (bytes) => {
        said += bytes;
    });
    const kill = () => {
        child.kill('SIGKILL');
    };
    signal?.addEventListener('abort', kill);
    try {
        const [code, killedBy] = (await (0,external_node_events_.once)(child, 'close'));
        if (code === 0)
            return true;
        if (code === BUSY || signal?.aborted === true)
            return false;
        throw new Error(said.trim() || `flock: ${killedBy ?? `exit code ${code}`}`);
    }
    catch (error) {
        throw new errors_HostError('lock-unavailable', `cannot lock files: ${errors_messageOf(error)}`, {
            hint: 'It needs setpriv and flock (sudo apt-get install util-linux), and a file system that knows flock(2).',
            cause: error,
        });
    }
    finally {
        signal?.removeEventListener('abort', kill);
    }
}
/** Who has locked it, as far as we may see: the kernel notes a lock beside its descriptor (proc(5), fdinfo). */
function holders(path) {
    const lock = new RegExp(`FLOCK.*:${(0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.ino} `);
    const processes = visible(() => (0,external_node_fs_.readdirSync)('/proc'), []).filter((name) => /^\d/.test(name));
    return processes.filter((pid) => {
        const directory = `/proc/${pid}/fdinfo`;
        const descriptors = visible(() => (0,external_node_fs_.readdirSync)(directory), []);
        return descriptors.some((fd) => lock.test(visible(() => (0,external_node_fs_.readFileSync)(`${directory}/${fd}`, 'utf8'), '')));
    });
}
/** What is in /proc may end at any time, or be of another user. */
function visible(read, otherwise) {
    try {
        return read();
    }
    catch {
        return otherwise;
    }
}
/** The holder before us removed the file: then what we locked is no longer what the next one will open. */
function isCurrent(path, fd) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.ino === (0,external_node_fs_.fstatSync)(fd).ino;
}
function release(path, fd) {
    try {
        (0,external_node_fs_.rmSync)(path, { force: true });
    }
    catch {
        // In a sticky directory it may be another user's; an unlocked file is harmless.
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}

;// CONCATENATED MODULE: ./lib/host/slots.js
/**
 * Host-wide slots for Trust Domains: as many run as there are KeyIDs and memory for, the others wait their turn.
 *
 * Each holder has a file of its own, named after what it holds and locked while it lives, so a crash gives the slot
 * back. Whoever wants one queues for a common lock; the first in the queue alone decides, and waits for a holder to end.
 */






const slots_MIB = 1024 * 1024;
/** Directories in which every user may make files and none may touch another's; the first that is one. */
const SHARED = ['/run/lock', '/tmp'];
/** The sticky bit, and all rights for all. */
const STICKY = 0o1777;
/** `td-<process>-<MiB>-<seconds since 1970>-<chance>`: all that others need to know of a holder. */
const HOLDER = /^td-(\d{1,10})-(\d{1,9})-(\d{1,11})-[0-9a-f]{16}$/;
/**
 * Takes a slot, waiting for one if need be.
 * @returns gives it back; the end of this process does so too
 * @throws HostError code `slot-timeout`, `slot-no-memory` or `slots-unavailable`; the reason of `signal` when it aborts
 */
async function takeSlot(request) {
    const { directory, waitMs, signal } = request;
    const deadline = performance.now() + waitMs;
    const onWait = () => request.onWait(`another run is first in the queue; ${describe(holdersIn(directory))}`);
    try {
        return await withLock((0,external_node_path_.join)(directory, 'queue'), { waitMs, signal, onWait }, () => admit(request, deadline));
    }
    catch (error) {
        if (!(error instanceof TdxBootError) || error.code !== 'lock-timeout')
            throw error;
        throw timedOut(request, 'another run is still first in the queue');
    }
}
/** The holders of a directory, as their files say; some may have died. */
function holdersIn(directory) {
    return namesIn(directory).flatMap((name) => {
        const found = HOLDER.exec(name);
        if (found === null)
            return [];
        const [, pid, size, seconds] = found;
        const path = (0,external_node_path_.join)(directory, name);
        const file = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        if (file?.isFile() !== true)
            return [];
        const since = Number(seconds) * 1000;
        return [{ path, pid: Number(pid), user: file.uid, memory: Number(size) * slots_MIB, since }];
    });
}
/** Bytes of guest memory of the Trust Domains that run on this host now. */
function heldMemory() {
    const directory = slotsPath();
    return directory === undefined ? 0 : holdersIn(directory).reduce((sum, { memory }) => sum + memory, 0);
}
/** How many Trust Domains may run: what TDX_BOOT_SLOTS says, else what the host has KeyIDs for. */
function slotLimit(capacity, setting) {
    if (setting === undefined || setting === '')
        return capacity;
    if (/^[1-9]\d{0,5}$/.test(setting))
        return Number(setting);
    throw new errors_UsageError('bad-slots', `TDX_BOOT_SLOTS is ${JSON.stringify(setting)}`, {
        hint: 'It is the number of Trust Domains that may run at a time on this host: 1 or more.',
    });
}
/** Where the slots of this host are; undefined where no directory is shared by all users. */
function slotsPath(shared = SHARED) {
    const parent = shared.find((path) => isShared(path));
    return parent === undefined ? undefined : (0,external_node_path_.join)(parent, 'tdx-boot');
}
/**
 * The same, made if it is not there.
 * @throws HostError code `slots-unavailable` when it cannot be made, or somebody put something else there
 */
function slotsDirectory(shared = SHARED) {
    const directory = slotsPath(shared);
    if (directory === undefined)
        throw unavailable(shared.join(' or '), 'is not a directory that all users share');
    // With the mode that it is to have from its first moment on: no other process may see it otherwise.
    const umask = process.umask(0);
    try {
        (0,external_node_fs_.mkdirSync)(directory, STICKY);
    }
    catch (error) {
        if (codeOf(error) !== 'EEXIST')
            throw unavailable(directory, errors_messageOf(error), error);
    }
    finally {
        process.umask(umask);
    }
    if (!isShared(directory)) {
        throw unavailable(directory, 'is not a directory with mode 1777: somebody else made it');
    }
    return directory;
}
/** First in the queue: nobody else decides or takes a slot meanwhile. */
async function admit(request, deadline) {
    for (;;) {
        request.signal?.throwIfAborted();
        const holders = await living(request.directory);
        const full = whyFull(request, holders);
        if (full === undefined)
            return hold(request);
        if (holders.length === 0)
            throw noMemory(full);
        request.onWait(`${full}; ${describe(holders)}`);
        await oneEnds(holders, request, deadline, full);
    }
}
function whyFull({ limit, memory, available }, holders) {
    if (limit !== undefined && holders.length >= limit)
        return `every slot of this host is taken (${limit})`;
    const free = available();
    if (free === undefined)
        return undefined;
    const promised = holders.reduce((sum, holder) => sum + untouched(holder), 0);
    if (free - promised >= memory)
        return undefined;
    const less = promised === 0 ? '' : `, ${mib(promised)} of it promised to running TDs`;
    return `${mib(memory)} of memory are wanted, ${mib(free)} are available${less}`;
}
/**
 * What a guest may still take of its memory. KVM keeps the private memory of a TD where no process shows it
 * (guest_memfd), so it counts as untouched: a run may wait without need, but none is killed for want of memory.
 */
function untouched({ pid, memory }) {
    const children = namesIn(`/proc/${pid}/task`).flatMap((task) => (slots_readText(`/proc/${pid}/task/${task}/children`) ?? '').split(' ').filter((child) => child !== ''));
    const resident = children.map((child) => /^VmRSS:\s*(\d+) kB$/m.exec(slots_readText(`/proc/${child}/status`) ?? '')?.[1]);
    const touched = resident.reduce((sum, kib) => sum + Number(kib ?? 0) * 1024, 0);
    return Math.max(0, memory - touched);
}
/** Those whose file is still locked. The file of one that died is removed where we may. */
async function living(directory) {
    const holders = holdersIn(directory);
    const alive = await Promise.all(holders.map(async (holder) => ((await isHeld(holder.path)) ? [holder] : [])));
    return alive.flat();
}
async function isHeld(path) {
    const release = await tryLock(path);
    release?.();
    return release === undefined;
}
async function hold({ directory, memory }) {
    const seconds = Math.floor(Date.now() / 1000);
    const name = `td-${process.pid}-${Math.ceil(memory / slots_MIB)}-${seconds}-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    const release = await tryLock((0,external_node_path_.join)(directory, name));
    if (release === undefined)
        throw unavailable(directory, `${name} is locked by somebody else`);
    return release;
}
/** Waits until the lock of one of them comes free, however its holder ended. */
async function oneEnds(holders, request, deadline, full) {
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, ...(request.signal === undefined ? [] : [request.signal])]);
    const waitMs = Math.max(0, deadline - performance.now());
    const waits = holders.map(({ path }) => withLock(path, { waitMs, signal }, async () => undefined));
    try {
        await Promise.race(waits);
    }
    catch (error) {
        request.signal?.throwIfAborted();
        if (error instanceof TdxBootError && error.code === 'lock-timeout')
            throw timedOut(request, full);
        throw error;
    }
    finally {
        done.abort();
        await Promise.allSettled(waits);
    }
}
/** `2 TDs run: process 123 of user 1000 (2048 MiB, for 12 min), \u2026`. */
function describe(holders) {
    const who = holders.map(({ pid, user, memory, since }) => {
        const minutes = Math.max(0, Math.floor((Date.now() - since) / 60_000));
        return `process ${pid} of user ${user} (${mib(memory)}, for ${minutes} min)`;
    });
    const count = `${who.length} ${who.length === 1 ? 'TD runs' : 'TDs run'}`;
    const named = who.slice(0, 8).join(', ');
    return who.length === 0 ? 'no TD runs yet' : `${count}: ${named}${who.length > 8 ? ', \u2026' : ''}`;
}
function timedOut({ directory, waitMs }, why) {
    const holders = holdersIn(directory);
    const pids = holders.map(({ pid }) => pid).join(',');
    return new errors_HostError('slot-timeout', `no slot for a Trust Domain came free in ${waitMs / 1000} s: ${why}; ${describe(holders)}`, {
        hint: pids === ''
            ? `See who holds it: fuser ${(0,external_node_path_.join)(directory, 'queue')}`
            : `See what they do: ps -fp ${pids}`,
    });
}
function noMemory(why) {
    return new errors_HostError('slot-no-memory', `no memory for this Trust Domain: ${why}, and no other TD will give any back`, {
        hint: 'End what uses it, or lower guest.memory in the scenario.',
    });
}
function unavailable(path, what, cause) {
    return new errors_HostError('slots-unavailable', `cannot count the Trust Domains of this host: ${path} ${what}`, {
        hint: 'Let an administrator see to it: it should be a directory of mode 1777.',
        ...(cause === undefined ? {} : { cause }),
    });
}
/** A link to a directory is none. */
function isShared(path) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    return found?.isDirectory() === true && (found.mode & 0o7777) === STICKY;
}
function namesIn(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        return [];
    }
}
function slots_readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/boot/trust-domain.js
/** What a Trust Domain needs right before its VMM is started: a slot on its host. */




/** Longest time in the queue, in milliseconds: the boots before this one have time-outs of minutes. */
const SLOT_WAIT_MS = 30 * 60_000;
/**
 * Yields notices of what there is to wait for.
 * @returns gives the slot back; to be called when the TD is gone
 * @throws HostError as `takeSlot`
 */
async function* admitTrustDomain({ memory }, cancel, host = thisHost, directory = slotsDirectory()) {
    const capacity = tdCapacity(host, await host.kernelLog());
    const limit = slotLimit(capacity?.tds, process.env.TDX_BOOT_SLOTS);
    const abandoned = new AbortController();
    const signal = AbortSignal.any([abandoned.signal, ...(cancel === undefined ? [] : [cancel])]);
    const reasons = new EventQueue();
    const slot = takeSlot({
        directory,
        limit,
        memory,
        available: () => availableMemory(host),
        waitMs: SLOT_WAIT_MS,
        signal,
        onWait: (reason) => reasons.push(reason),
    });
    // Undefined is the end of the reasons.
    const end = () => reasons.push(undefined);
    slot.then(end, end);
    let taken = false;
    try {
        for (let next = await reasons.next(undefined); next !== undefined; next = await reasons.next(undefined)) {
            yield { type: 'notice', time: 0, message: `waiting for a slot: ${next}` };
        }
        const release = await slot;
        taken = true;
        return release;
    }
    finally {
        // Whoever stops to listen must not leave a slot behind.
        if (!taken) {
            abandoned.abort('abandoned');
            await slot.then((release) => release(), () => undefined);
        }
    }
}

;// CONCATENATED MODULE: ./lib/boot/boot.js
/** The one engine: boots a scenario and yields everything that happens, ending in a verdict and with no VM left. */











/** Above this many unread bytes the machine's streams are no longer read, and the VMM waits for us. */
const HIGH_WATER = 8 * 1024 * 1024;
const LOW_WATER = 1024 * 1024;
/** How often the VMM's demand for CPU is looked at while nothing happens, in milliseconds. */
const SAMPLE_MS = 1000;
/**
 * Boots and judges. The last event is the verdict, and it comes when the VMM's process is gone.
 * Leaving the loop early stops the machine too.
 * @throws HostError when the machine cannot be stopped; UsageError when the scenario has no guest
 */
async function* boot(scenario, options) {
    const judge = new Judge(scenario.rules);
    let started = performance.now();
    const now = () => Math.round((performance.now() - started) * 1000) / 1000;
    const inbox = new Inbox(scenario.outputLimit, now);
    const run = new Run(inbox);
    const cancel = () => inbox.abort('cancelled', String(options.signal?.reason ?? 'cancelled'));
    options.signal?.addEventListener('abort', cancel);
    if (options.signal?.aborted === true)
        cancel();
    try {
        const launch = yield* prepare(scenario, options, run);
        // What is made ready for the guest, and a wait for its turn, take nothing from its time.
        if (launch !== undefined)
            started = performance.now();
        const launched = launch === undefined ? [] : await run.start(launch, options);
        let news = [
            ...launched,
            ...judge.start(),
            ...launched.flatMap((event) => judge.push(event)),
        ];
        for (;;) {
            for (const item of news)
                if (item.type === 'send')
                    news.push(run.send(item, now()));
            if (judge.verdict !== undefined)
                await run.stop();
            yield* news;
            if (judge.verdict !== undefined)
                return;
            const due = judge.nextDeadline();
            const wait = due === undefined ? undefined : due - now();
            const event = (await inbox.next(Math.min(wait ?? SAMPLE_MS, SAMPLE_MS))) ?? run.sample(now());
            news = event === undefined ? judge.advance(now()) : [event, ...judge.push(event)];
        }
    }
    finally {
        options.signal?.removeEventListener('abort', cancel);
        await run.stop();
    }
}
/** Makes the probe guest's initrd in `workDir` when the scenario boots it; returns its path. */
async function probeFor({ guest }, workDir) {
    if (guest?.initrd !== 'probe' || guest.kernel === undefined)
        return undefined;
    const path = (0,external_node_path_.join)(workDir, 'probe.cpio');
    (0,external_node_fs_.writeFileSync)(path, await makeProbe(guest));
    return path;
}
/** What is to be started; undefined, and the reason in the inbox, when this host cannot or the run was cancelled. */
async function* prepare(scenario, { workDir, program: given, refused, signal }, run) {
    try {
        if (refused !== undefined)
            throw refused;
        if (scenario.platform === 'tdx') {
            run.onStopped = yield* admitTrustDomain(requireGuest(scenario), signal);
        }
        const backend = backendFor(scenario);
        const spec = launchSpec(scenario, await probeFor(scenario, workDir));
        const program = given ?? (await findProgram(backend, spec));
        requireSuitable(backend, spec, program);
        const plan = backend.plan(spec, { fifosIn: workDir }, program);
        await copyFiles(plan.copies, signal);
        return signal?.aborted === true ? undefined : { backend, plan };
    }
    catch (error) {
        // The inbox has been told of a cancel.
        if (signal?.aborted === true)
            return undefined;
        if (!(error instanceof errors_HostError))
            throw error;
        run.inbox.cannotStart(error);
        return undefined;
    }
}
/** The machine of one run, if it was started. */
class Run {
    inbox;
    /** Gives back what the run holds of its host; called once, when nothing of the machine is left. */
    onStopped;
    #machine;
    /** The reading before, both in milliseconds. */
    #sampled;
    constructor(inbox) {
        this.inbox = inbox;
    }
    /** Starts the machine; a host that cannot is a verdict, not an exception. */
    async start({ backend, plan }, { expectation, measurements }) {
        const { inbox } = this;
        try {
            this.#machine = await Machine.start(backend, plan, {
                onOutput: (stream, bytes) => inbox.output(stream, bytes),
                onState: (state, detail) => inbox.push({ type: 'vm', time: inbox.now(), state, detail }),
                onExit: (code, signal) => inbox.push({ type: 'exit', time: inbox.now(), code, signal }),
            });
        }
        catch (error) {
            if (!(error instanceof errors_HostError))
                throw error;
            inbox.cannotStart(error);
            return [];
        }
        inbox.flow = this.#machine;
        const known = {
            ...(expectation === undefined ? {} : { expectation }),
            ...(measurements === undefined ? {} : { measurements }),
        };
        const { pid } = this.#machine;
        return [{ type: 'launch', time: 0, argv: [plan.command, ...plan.args], pid, ...known }];
    }
    send(what, time) {
        this.#machine?.write(what.stream, what.text);
        return { type: 'input', time, stream: what.stream, bytes: Buffer.from(what.text) };
    }
    /** Nothing has happened: is the VMM busy? Undefined too soon after the last reading, and for the first in a silence. */
    sample(time) {
        const before = this.#sampled;
        if (before !== undefined && time - before.time < SAMPLE_MS)
            return undefined;
        const cpu = this.#machine?.cpuDemand();
        if (cpu === undefined)
            return undefined;
        this.#sampled = { time, cpu };
        // An old reading is from before the silence; a smaller one lacks a thread that has ended.
        if (before === undefined || time - before.time > 2 * SAMPLE_MS || cpu < before.cpu)
            return undefined;
        return { type: 'cpu', time, busy: Math.round((100 * (cpu - before.cpu)) / (time - before.time)) / 100 };
    }
    async stop() {
        const machine = this.#machine;
        this.#machine = undefined;
        try {
            await machine?.stop();
        }
        finally {
            this.onStopped?.();
            this.onStopped = undefined;
        }
    }
}
/** Events on their way to the judge: stamped with the time at which they were read, limited in memory and in total. */
class Inbox {
    now;
    /** Can stop and restart the flow of bytes. */
    flow;
    #queue = new EventQueue();
    #limit;
    #total = 0;
    #unread = 0;
    #paused = false;
    constructor(limit, now) {
        this.#limit = limit;
        this.now = now;
    }
    push(event) {
        this.#queue.push(event);
    }
    output(stream, bytes) {
        this.#total += bytes.length;
        this.#unread += bytes.length;
        this.push({ type: 'output', time: this.now(), stream, bytes });
        if (this.#total > this.#limit && this.#total - bytes.length <= this.#limit) {
            const limit = `${this.#limit / (1024 * 1024)} MiB`;
            this.abort('output-limit', `the guest printed more than ${limit}, the scenario's output-limit`);
        }
        if (this.#unread > HIGH_WATER && !this.#paused) {
            this.#paused = true;
            this.flow?.pause();
        }
    }
    /** The machine could not be started. */
    cannotStart({ message, hint }) {
        const advice = hint === undefined ? {} : { hint };
        this.push({ type: 'abort', time: this.now(), cause: 'not-started', message, ...advice });
    }
    abort(cause, message) {
        this.push({ type: 'abort', time: this.now(), cause, message });
    }
    async next(waitMs) {
        const event = await this.#queue.next(waitMs);
        if (event?.type === 'output')
            this.#unread -= event.bytes.length;
        if (this.#paused && this.#unread < LOW_WATER) {
            this.#paused = false;
            this.flow?.resume();
        }
        return event;
    }
}

;// CONCATENATED MODULE: ./lib/compat/rows/firmware.js
/** What is known about firmware and guest kernels, whatever the VMM. */
const TD = ['tdx'];
const PLAIN = ['kvm', 'emulated'];
/** KVM of these hosts creates every TD with NO_RBP_MOD: a TDVMCALL that passes RBP on fails. */
const NO_RBP_MOD = ['upstream', 'intel-canonical'];
const FIRMWARE_ROWS = [
    {
        id: 'tdvf-rbp',
        when: { platforms: TD, firmware: ['tdvf'], firmwareRelease: { before: '202405' }, host: NO_RBP_MOD },
        verdict: 'hangs-silently',
        reason: 'TDVF before edk2-stable202405, as the documented pin is, passes RBP in every TDVMCALL, which a TD with NO_RBP_MOD may not: its first port access fails, and not one byte is printed',
        source: 'edk2 MdePkg/Library/BaseLib/X64/TdVmcall.nasm, TDVMCALL_EXPOSE_REGS_MASK: 0xffec up to edk2-stable202402, 0xffcc from 202405 (bugzilla 4696); td-shim commit e3a692b',
        certainty: 'inferred',
        advice: 'Use "pins: current", or firmware of edk2-stable202405 or later.',
    },
    {
        id: 'td-shim-rbp',
        when: {
            platforms: TD,
            firmware: ['td-shim', 'td-shim-executable', 'td-shim-example'],
            firmwareRelease: { before: '0.8.1' },
            host: NO_RBP_MOD,
            cpus: 2,
        },
        verdict: 'crashes',
        reason: 'td-shim up to v0.8.0 passes RBP when it starts the other CPUs, which a TD with NO_RBP_MOD may not: with 2 or more CPUs it triple-faults',
        source: 'td-shim v0.8.0 td-shim/src/bin/td-shim/asm/ap_loop.asm (mask 0xffec); commit e3a692b',
        certainty: 'read in source',
        advice: 'Set cpus: 1, or build td-shim from its commit e3a692b or later.',
    },
    {
        id: 'tdvf-202605-cpus',
        when: {
            platforms: TD,
            vmm: 'qemu',
            firmware: ['tdvf'],
            firmwareRelease: { from: '202605' },
            host: ['upstream'],
            cpus: 2,
        },
        verdict: 'unknown',
        reason: 'kata-containers took edk2-stable202605 back because TDs with more CPUs timed out, and nobody has said why',
        source: 'kata-containers PR #13678 (2026-08-20)',
        certainty: 'said in an issue',
        advice: 'Use "pins: current" (edk2-stable202511).',
    },
    {
        id: 'plain-ovmf',
        when: { platforms: TD, firmware: ['plain-ovmf'], host: ['upstream'] },
        verdict: 'hangs-silently',
        reason: "a distribution's OVMF.fd is not made for Trust Domains: it hangs with 0 bytes of output",
        source: 'confidential-os-builder issue #60',
        certainty: 'said in an issue',
        advice: 'Use OVMF.inteltdx.fd of the same package (Ubuntu 25.10 and later; noble has none), or firmware: tdvf.',
    },
    {
        id: 'td-shim-without-kernel',
        when: { platforms: TD, firmware: ['td-shim'], payload: ['disk'] },
        verdict: 'hangs-silently',
        reason: "td-shim's Linux image reads no disk: without a kernel it panics, which a release image does not print",
        source: 'td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs; Cargo.toml release_max_level_off',
        certainty: 'read in source',
        advice: 'Set guest.kernel, or use firmware: tdvf for the disk.',
    },
    {
        id: 'td-shim-without-td',
        when: { platforms: PLAIN, firmware: ['td-shim', 'td-shim-executable', 'td-shim-example'] },
        verdict: 'hangs-silently',
        reason: 'td-shim keeps its stack within the image, which is read-only without a Trust Domain: not one byte is printed',
        source: 'QEMU 7.2 under TCG; QEMU hw/i386/x86-common.c x86_bios_rom_init',
        certainty: 'seen in a log',
        advice: 'Boot td-shim with platform: tdx, or the kernel without firmware.',
    },
    {
        id: 'plain-tdvf',
        when: { platforms: PLAIN, vmm: 'qemu', firmware: ['tdvf'], payload: ['disk', 'kernel'] },
        verdict: 'works',
        reason: 'TDVF boots disks and kernels without a TD too; only in a TD it drops virtio-scsi and USB',
        source: 'QEMU 7.2.22 and 11.1.3 under TCG with the documented pin; OvmfPkg/IntelTdx/IntelTdxX64.fdf',
        certainty: 'seen in a log',
    },
    {
        id: 'guest-before-5.19',
        when: { platforms: TD, payload: ['kernel'], guestKernel: { before: '5.19' } },
        verdict: 'unknown',
        reason: 'mainline guests know Trust Domains since Linux 5.19; an older one boots only with a backport, as in RHEL 9',
        source: 'Linux arch/x86/coco/tdx/tdx.c, since v5.19; RHCOS 9 logs (5.14)',
        certainty: 'seen in a log',
        advice: 'Boot a kernel of Linux 5.19 or later with CONFIG_INTEL_TDX_GUEST=y.',
    },
    {
        id: 'guest-mtrr',
        when: { platforms: TD, payload: ['kernel'], guestKernel: { from: '5.19', before: '6.0' } },
        verdict: 'unknown',
        reason: 'early TDX guests may stop in the MTRR code (#VE on a write to CR0.CD), silently after the line of the EFI stub',
        source: 'nvtrust issue #71, canonical/tdx issue #185',
        certainty: 'said in an issue',
        advice: 'Add clearcpuid=mtrr to the command line, or boot a newer kernel.',
    },
];

;// CONCATENATED MODULE: ./lib/compat/rows/vmm.js
/** What is known about VMMs: which versions make Trust Domains, on which hosts, and with which payloads. */
const vmm_TD = ['tdx'];
const CH = { platforms: vmm_TD, vmm: 'cloud-hypervisor' };
const vmm_QEMU = { platforms: vmm_TD, vmm: 'qemu' };
/** The one interface that any released Cloud Hypervisor speaks. */
const CH_ABI = 'kvm-upstream-2022.08.07-v5.19-rc8';
const USE_QEMU = 'Use QEMU 10.1 or later with "pins: current" on a host of Linux 6.16 or later.';
const USE_QEMU_10_1 = 'Use QEMU 10.1 or later, for example of Ubuntu 25.10 or of Debian after trixie.';
const VMM_ROWS = [
    {
        id: 'host-without-tdx',
        when: { platforms: vmm_TD, host: ['none'] },
        verdict: 'refused',
        reason: "this host's KVM makes no Trust Domains",
        source: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
        certainty: 'read in source',
        advice: 'Run "tdx-boot doctor", which says what is missing, or boot the guest with platform: kvm.',
    },
    {
        id: 'ch-without-tdx',
        when: { ...CH, vmmTdx: false },
        verdict: 'refused',
        reason: 'this Cloud Hypervisor was built without the feature tdx, as every released program is',
        source: 'cloud-hypervisor .github/workflows/release.yaml; --version -v lists the features',
        certainty: 'read in source',
        advice: 'Build v47.0 with "cargo build --release --features tdx".',
    },
    {
        id: 'ch-53-no-tdx',
        when: { ...CH, vmmVersion: { from: '53.0' }, vmmReleased: true },
        verdict: 'does-not-build',
        reason: 'Cloud Hypervisor cannot be built with the feature tdx from v53.0 on (compile_error!)',
        source: 'cloud-hypervisor v53.0 cloud-hypervisor/src/main.rs:899, commit b2d1065a',
        certainty: 'read in source',
        advice: `Use v47.0 on a host with ${CH_ABI}; v52.0 is the last that builds it. ${USE_QEMU}`,
    },
    {
        id: 'ch-48-firmware-and-kernel',
        when: { ...CH, vmmVersion: { from: '48.0', before: '53.0' }, payload: ['kernel'] },
        verdict: 'refused',
        reason: 'Cloud Hypervisor refuses --firmware together with --kernel from v48.0 on, for TDs too',
        source: 'cloud-hypervisor v48.0 vmm/src/vm_config.rs:717, commit dd8687ae; issue #7630',
        certainty: 'read in source',
        advice: 'Use Cloud Hypervisor v47.0, or boot a disk image with TDVF.',
    },
    {
        id: 'ch-other-abi',
        when: {
            ...CH,
            vmmVersion: { from: '30.0', before: '53.0' },
            vmmReleased: true,
            host: ['upstream', 'intel-canonical'],
        },
        verdict: 'refused',
        reason: `Cloud Hypervisor v30.0 to v52.0 speaks the KVM interface of Intel's ${CH_ABI}, and the first ioctl on any other host fails with EINVAL`,
        source: 'cloud-hypervisor PR #5007 (e4ae668bc); issues #8540 (Linux 7.0, Ubuntu 26.04) and #7207',
        certainty: 'said in an issue',
        advice: USE_QEMU,
    },
    {
        id: 'ch-patched',
        when: { ...CH, vmmReleased: false, host: ['upstream'] },
        verdict: 'unknown',
        reason: 'a Cloud Hypervisor between releases may have a series for Linux 6.16, such as PR #8724 with an edk2-stable202405 or later, or td-shim v0.8.0 with one CPU; its author says that it boots',
        source: 'cloud-hypervisor PR #8724 (closed 2026-08), branch gjolly/fix/tdx_snp_guard, issue #8540',
        certainty: 'said in an issue',
        advice: USE_QEMU,
    },
    {
        id: 'ch-tdvf-disk',
        when: {
            ...CH,
            vmmVersion: { from: '30.0', before: '53.0' },
            vmmTdx: true,
            firmware: ['tdvf'],
            firmwareRelease: { before: '202405' },
            payload: ['disk'],
            host: ['intel-2022'],
        },
        verdict: 'works',
        reason: 'the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)',
        source: 'cloud-hypervisor docs/intel_tdx.md',
        certainty: 'documented',
    },
    {
        id: 'ch-td-shim-kernel',
        when: {
            ...CH,
            vmmVersion: { from: '30.0', before: '48.0' },
            vmmTdx: true,
            firmware: ['td-shim'],
            payload: ['kernel'],
            host: ['intel-2022'],
        },
        verdict: 'works',
        reason: 'the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)',
        source: 'cloud-hypervisor docs/intel_tdx.md',
        certainty: 'documented',
    },
    {
        id: 'ch-td-shim-executable',
        when: {
            ...CH,
            vmmVersion: { from: '30.0', before: '53.0' },
            vmmTdx: true,
            firmware: ['td-shim-executable', 'td-shim-example'],
            payload: ['executable'],
            host: ['intel-2022'],
        },
        verdict: 'works',
        reason: 'it is launched as with a kernel, but without one: every section is added where the image wants it',
        source: 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections',
        certainty: 'inferred',
    },
    {
        id: 'ch-tdvf-kernel',
        when: {
            ...CH,
            vmmVersion: { before: '48.0' },
            firmware: ['tdvf', 'distribution', 'distribution-secure'],
            payload: ['kernel'],
        },
        verdict: 'hangs-silently',
        reason: 'Cloud Hypervisor loads a kernel only into a Payload section, which TDVF has none of: the kernel is dropped without a word, and TDVF looks for a disk',
        source: 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections',
        certainty: 'read in source',
        advice: 'Boot a disk image, use td-shim for the kernel, or use QEMU.',
    },
    {
        id: 'qemu-without-tdx-guest',
        when: { ...vmm_QEMU, vmmTdx: false },
        verdict: 'refused',
        reason: 'this QEMU has no object tdx-guest: it is older than 10.1, or was built without CONFIG_TDX',
        source: "QEMU 10.0.13 and 7.2.22: Parameter 'qom-type' does not accept value 'tdx-guest'",
        certainty: 'seen in a log',
        advice: USE_QEMU_10_1,
    },
    {
        id: 'qemu-before-10.1',
        when: { ...vmm_QEMU, vmmVersion: { before: '10.1' }, vmmTdx: true, host: ['upstream'] },
        verdict: 'refused',
        reason: 'a QEMU before 10.1 has its TDX from an out-of-tree series, which speaks the interface of another kernel',
        source: 'QEMU docs/system/i386/tdx.rst, upstream since 10.1; cloud-hypervisor PR #6292 for the same break elsewhere',
        certainty: 'inferred',
        advice: USE_QEMU_10_1,
    },
    {
        id: 'qemu-on-old-abi',
        when: { ...vmm_QEMU, vmmVersion: { from: '10.1' }, host: ['intel-2022', 'intel-canonical'] },
        verdict: 'refused',
        reason: "QEMU from 10.1 on asks for VM type 5 of Linux 6.16, which the KVM of Intel's older trees has not",
        source: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
        certainty: 'inferred',
        advice: "Boot a kernel of Linux 6.16 or later on the host, or use the VMM that belongs to the host's tree.",
    },
    {
        id: 'qemu-td-shim-linux',
        when: { platforms: ['tdx'], vmm: 'qemu', firmware: ['td-shim'] },
        verdict: 'refused',
        reason: "QEMU refuses td-shim's Linux image: TDVF contains unsupported section type 5",
        source: 'td-shim issue #656, MigTD issue #361; QEMU hw/i386/tdvf.c',
        certainty: 'said in an issue',
        advice: 'Use TDVF, or td-shim with Cloud Hypervisor v30.0 to v47.0.',
    },
    {
        id: 'qemu-td-shim-executable',
        when: {
            ...vmm_QEMU,
            vmmVersion: { before: '10.1' },
            vmmTdx: true,
            firmware: ['td-shim-executable', 'td-shim-example'],
            payload: ['executable'],
            host: ['intel-2022', 'intel-canonical'],
        },
        verdict: 'works',
        reason: "td-shim's own CI boots its payloads with a QEMU of Intel's tree",
        source: 'td-shim sh_script/integration_tdx.sh',
        certainty: 'read in source',
    },
    {
        id: 'qemu-td-shim-scratch',
        when: {
            ...vmm_QEMU,
            vmmVersion: { from: '10.1' },
            firmware: ['td-shim-executable', 'td-shim-example'],
            firmwareRelease: { before: '0.8.1' },
        },
        verdict: 'refused',
        reason: "QEMU from 10.1 on wants td-shim's scratch memory in RAM, and up to v0.8.0 it lies just below 4 GiB: Failed to accept memory for TDVF section 3",
        source: 'QEMU target/i386/kvm/tdx.c tdx_accept_ram_range; td-shim v0.8.0 config_memory_exec.json',
        certainty: 'read in source',
        advice: `Use Cloud Hypervisor v30.0 to v52.0 on a host with ${CH_ABI}.`,
    },
    {
        id: 'qemu-tdvf',
        when: {
            ...vmm_QEMU,
            vmmVersion: { from: '10.1' },
            vmmTdx: true,
            firmware: ['tdvf'],
            firmwareRelease: { from: '202405' },
            payload: ['disk', 'kernel'],
            host: ['upstream'],
        },
        verdict: 'works',
        reason: 'the upstream stack; kata-containers runs its nightly TDs with edk2-stable202511',
        source: 'QEMU docs/system/i386/tdx.rst; cloud-hypervisor issue #8540; kata-containers versions.yaml',
        certainty: 'said in an issue',
    },
    {
        id: 'qemu-distribution',
        when: {
            ...vmm_QEMU,
            vmmVersion: { from: '10.1' },
            vmmTdx: true,
            firmware: ['distribution'],
            payload: ['disk', 'kernel'],
            host: ['upstream'],
        },
        verdict: 'works',
        reason: 'the stack of Ubuntu 25.10 and later',
        source: 'cloud-hypervisor issue #8540 (QEMU 10.2); confidential-os-builder issue #60',
        certainty: 'said in an issue',
    },
    {
        id: 'qemu-distribution-secure',
        when: {
            ...vmm_QEMU,
            vmmVersion: { from: '10.1' },
            vmmTdx: true,
            firmware: ['distribution-secure'],
            payload: ['disk', 'kernel'],
            host: ['upstream'],
        },
        verdict: 'works',
        reason: 'for a signed boot loader or kernel: it enforces Secure Boot and stops after BdsDxe at anything else',
        source: 'confidential-os-builder issue #62; cloud-hypervisor issue #8540',
        certainty: 'said in an issue',
    },
];

;// CONCATENATED MODULE: ./lib/compat/table.js
/** The one compatibility table. Every room that must choose, warn or explain reads it. */


const ROWS = [...VMM_ROWS, ...FIRMWARE_ROWS];

;// CONCATENATED MODULE: ./lib/compat/version.js
/** Versions as VMMs, firmware and kernels number themselves, and ranges of them. */
/**
 * Negative where `a` is older, 0 where the numbers are the same, positive where `a` is newer. Only the dotted number
 * counts: `v47.0`, `47.0` and `47.0-12-g0123abc` are one version, and `edk2-stable202408.01` is 202408.01.
 */
function compareVersions(a, b) {
    const [left, right] = [numbersOf(a), numbersOf(b)];
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
        const difference = (left[index] ?? 0) - (right[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function version_isWithin(version, { from, before }) {
    return ((from === undefined || compareVersions(version, from) >= 0) &&
        (before === undefined || compareVersions(version, before) < 0));
}
/** A build between releases, which may have any patch: `git describe` adds the distance to its release. */
function isRelease(version) {
    return !/-\d+-g[0-9a-f]+/.test(version);
}
/** `30.0 to 47`, `from 10.1`, `before 53.0`. */
function describeRange({ from, before }) {
    if (from === undefined)
        return before === undefined ? 'any' : `before ${before}`;
    return before === undefined ? `from ${from}` : `from ${from}, before ${before}`;
}
function numbersOf(version) {
    return (/\d+(?:\.\d+)*/.exec(version.replace(/^edk2-stable/, ''))?.[0] ?? '').split('.').map(Number);
}

;// CONCATENATED MODULE: ./lib/compat/assess.js
/** What the compatibility table says of one combination. */


/** From the one that ends a boot first to the one that lets it go on. */
const ORDER = [
    'does-not-build',
    'refused',
    'crashes',
    'hangs-silently',
    'unknown',
    'works',
];
/** The worst row that certainly holds decides; a combination works when one says so and none may say otherwise. */
function assess(combination, table = ROWS) {
    const judged = table.map((row) => ({ row, holds: holdsFor(row.when, combination) }));
    const rows = judged
        .filter(({ holds }) => holds === true)
        .map(({ row }) => row)
        .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
    const open = judged
        .filter(({ row, holds }) => holds === undefined && isAgainst(row.verdict))
        .map(({ row }) => row);
    const [decisive] = rows;
    if (decisive === undefined)
        return { verdict: 'unknown', rows, open };
    const verdict = decisive.verdict === 'works' && open.length > 0 ? 'unknown' : decisive.verdict;
    return { verdict, decisive, rows, open };
}
/** Whether a boot must not be tried: its end is known. */
function isAgainst(verdict) {
    return verdict !== 'works' && verdict !== 'unknown';
}
/** Undefined where something that the row asks for is not known, and nothing else rules it out. */
function holdsFor(when, combination) {
    const { platform, vmm, payload, host, cpus, guestKernel } = combination;
    const firmware = combination.firmware === 'none' ? undefined : combination.firmware;
    const version = vmm.version;
    const answers = [
        when.platforms.includes(platform),
        asks(when.vmm, vmm.name, (name) => name === vmm.name),
        asks(when.vmmVersion, version, (range, known) => version_isWithin(known, range)),
        asks(when.vmmReleased, version, (released, known) => isRelease(known) === released),
        asks(when.vmmTdx, vmm.tdx, (wanted, known) => wanted === known),
        firmware === undefined
            ? when.firmware === undefined
            : asks(when.firmware, firmware.kind, (kinds, known) => kinds.includes(known)),
        asks(when.firmwareRelease, firmware?.release, (range, known) => version_isWithin(known, range)),
        asks(when.payload, payload, (payloads, known) => payloads.includes(known)),
        asks(when.host, host, (hosts, known) => hosts.includes(known)),
        asks(when.cpus, cpus, (least, known) => known >= least),
        asks(when.guestKernel, guestKernel, (range, known) => version_isWithin(known, range)),
    ];
    if (answers.includes(false))
        return false;
    return answers.includes(undefined) ? undefined : true;
}
/** A condition that is not set is met; one about something that is not known has no answer. */
function asks(condition, fact, meets) {
    if (condition === undefined)
        return true;
    return fact === undefined ? undefined : meets(condition, fact);
}

;// CONCATENATED MODULE: ./lib/compat/choose.js
/** `vmm: auto`: the VMM that the table says boots this scenario on this host, or the reason why none does. */



/**
 * Every program that may boot this, the best first: one that works before one of which nothing is known, and one that
 * this machine has or can build before one that it has not. Without a Trust Domain `auto` is QEMU, which boots
 * everything that needs none. Nothing that is not a Trust Domain ever takes the place of one.
 * @param programs those that this machine has or can build, the preferred first; absent where nobody looked
 * @returns never an empty list
 * @throws HostError code `combination-refused` when every program that may be chosen is known not to boot this
 */
function choose_possibleChoices(wanted, wish, programs = []) {
    const names = choose_candidates(wanted, wish.platform);
    const had = programs.filter(({ name }) => names.includes(name));
    const others = names.filter((name) => !had.some((program) => program.name === name));
    // Sorting keeps this order among equals.
    const choices = [...had, ...others.map((name) => ({ name }))].map((vmm) => {
        const combination = { ...wish, vmm };
        return { combination, assessment: assess(combination) };
    });
    const rank = ({ assessment }) => (assessment.verdict === 'works' ? 0 : 1);
    const [best, ...rest] = choices
        .filter(({ assessment }) => !isAgainst(assessment.verdict))
        .sort((a, b) => rank(a) - rank(b));
    if (best === undefined)
        throw choose_refusal(choices);
    return [best, ...rest];
}
function choose_candidates(wanted, platform) {
    if (wanted !== 'auto')
        return [wanted];
    return platform === 'tdx' ? VMMS : ['qemu'];
}
function choose_refusal(choices) {
    const reasons = choices.flatMap(({ combination: { vmm }, assessment }) => assessment.decisive === undefined
        ? []
        : [{ name: [vmm.name, vmm.version ?? ''].join(' ').trim(), row: assessment.decisive }]);
    // A reason that holds for every VMM is said once.
    const [first] = reasons;
    const same = reasons.every(({ row }) => row === first?.row);
    const said = first === undefined || same
        ? (first?.row.reason ?? 'no VMM can boot this')
        : reasons.map(({ name, row }) => `with ${name}, ${row.reason}`).join('; ');
    const advice = [...new Set(reasons.flatMap(({ row }) => row.advice ?? []))].join(' Or: ');
    return new errors_HostError('combination-refused', `this cannot boot: ${said}`, advice === '' ? {} : { hint: advice });
}

;// CONCATENATED MODULE: ./lib/guest/fat.js
/** Reads files of a FAT file system (Microsoft FAT specification 1.03), as far as an EFI System Partition needs it. */
const ENTRY = 32;
/** A damaged volume may claim anything: nobody has more in a directory of an ESP, or so large a boot loader. */
const MOST_ENTRIES = 4096;
const MOST_CLUSTERS = 1 << 18;
const ATTRIBUTES = { label: 0x08, directory: 0x10, longName: 0x0f };
/** Where the 13 characters of a part of a long name lie. */
const LONG_NAME_PARTS = [
    [1, 11],
    [14, 26],
    [28, 32],
];
/** A volume that is read where it is needed; damage ends in less than there was, never in an endless loop. */
class FatVolume {
    #read;
    #layout;
    constructor(read, layout) {
        this.#read = read;
        this.#layout = layout;
    }
    /** Undefined where the bytes are no FAT volume. */
    static open(read) {
        const layout = layoutOf(read(0, 512));
        return layout === undefined ? undefined : new FatVolume(read, layout);
    }
    /** What is in a directory, such as `EFI/BOOT`; nothing where there is none. Names are compared without their case. */
    list(path) {
        let files = this.#entries(this.#rootBytes());
        for (const part of path.split('/').filter((name) => name !== '')) {
            const found = files.find(({ name }) => name.toLowerCase() === part.toLowerCase());
            if (found?.directory !== true)
                return [];
            files = this.#entries(this.#bytes(found.cluster, 0, MOST_ENTRIES * ENTRY));
        }
        return files;
    }
    /** Up to `length` bytes of a file from `offset`. */
    read({ cluster, size }, offset, length) {
        return this.#bytes(cluster, offset, Math.max(0, Math.min(length, size - offset)));
    }
    #rootBytes() {
        const { root } = this.#layout;
        return 'cluster' in root
            ? this.#bytes(root.cluster, 0, MOST_ENTRIES * ENTRY)
            : this.#read(root.offset, root.size);
    }
    #bytes(first, offset, length) {
        const { clusterBytes, data, clusters } = this.#layout;
        const parts = [];
        let cluster = first;
        for (let at = 0, walked = 0; at < offset + length && walked < MOST_CLUSTERS; walked++) {
            if (cluster < 2 || cluster >= clusters + 2)
                break;
            if (at + clusterBytes > offset) {
                const from = Math.max(0, offset - at);
                const until = Math.min(clusterBytes, offset + length - at);
                parts.push(this.#read(data + (cluster - 2) * clusterBytes + from, until - from));
            }
            at += clusterBytes;
            cluster = this.#next(cluster);
        }
        return Buffer.concat(parts);
    }
    /** What the table says of a cluster: the next one; a number beyond the last cluster at the end of a chain. */
    #next(cluster) {
        const { type, table } = this.#layout;
        const bytes = this.#read(table + Math.floor((cluster * type) / 8), 4);
        const value = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
        if (type === 32)
            return value & 0x0fff_ffff;
        if (type === 16)
            return value & 0xffff;
        return (cluster % 2 === 0 ? value : value >>> 4) & 0xfff;
    }
    #entries(bytes) {
        const files = [];
        let longName = '';
        for (let at = 0; at + ENTRY <= bytes.length && bytes[at] !== 0 && files.length < MOST_ENTRIES; at += ENTRY) {
            const entry = bytes.subarray(at, at + ENTRY);
            const attributes = entry.readUInt8(11);
            if (attributes === ATTRIBUTES.longName) {
                longName = longNamePart(entry) + longName;
                continue;
            }
            const name = longName === '' ? shortName(entry) : longName;
            longName = '';
            // Deleted, a volume's label, or the directory itself and its parent.
            if (entry[0] === 0xe5 || (attributes & ATTRIBUTES.label) !== 0 || entry[0] === 0x2e)
                continue;
            const directory = (attributes & ATTRIBUTES.directory) !== 0;
            const high = this.#layout.type === 32 ? entry.readUInt16LE(20) : 0;
            const cluster = high * 0x10000 + entry.readUInt16LE(26);
            files.push({ name, directory, size: directory ? 0 : entry.readUInt32LE(28), cluster });
        }
        return files;
    }
}
function layoutOf(sector) {
    if (sector.length < 512 || sector.readUInt16LE(510) !== 0xaa55)
        return undefined;
    const bytes = sector.readUInt16LE(11);
    const perCluster = sector.readUInt8(13);
    const reserved = sector.readUInt16LE(14);
    const tables = sector.readUInt8(16);
    const rootEntries = sector.readUInt16LE(17);
    const tableSize = sector.readUInt16LE(22) || sector.readUInt32LE(36);
    const total = sector.readUInt16LE(19) || sector.readUInt32LE(32);
    const isPower = (value) => value > 0 && (value & (value - 1)) === 0;
    if (!isPower(bytes) || bytes < 512 || bytes > 4096 || !isPower(perCluster))
        return undefined;
    if (reserved === 0 || tables === 0 || tableSize === 0)
        return undefined;
    const rootAt = reserved + tables * tableSize;
    const dataAt = rootAt + Math.ceil((rootEntries * ENTRY) / bytes);
    if (total <= dataAt)
        return undefined;
    const clusters = Math.floor((total - dataAt) / perCluster);
    const type = clusters < 4085 ? 12 : clusters < 65_525 ? 16 : 32;
    return {
        type,
        clusterBytes: bytes * perCluster,
        table: reserved * bytes,
        data: dataAt * bytes,
        root: type === 32
            ? { cluster: sector.readUInt32LE(44) }
            : { offset: rootAt * bytes, size: rootEntries * ENTRY },
        clusters,
    };
}
/** `BOOTX64.EFI`, of eleven characters padded with blanks. */
function shortName(entry) {
    const text = entry.toString('latin1', 0, 11);
    const extension = text.slice(8).trimEnd();
    return text.slice(0, 8).trimEnd() + (extension === '' ? '' : `.${extension}`);
}
function longNamePart(entry) {
    const text = LONG_NAME_PARTS.map(([from, to]) => entry.toString('utf16le', from, to)).join('');
    const end = text.search(/[\0\uffff]/);
    return end < 0 ? text : text.slice(0, end);
}

;// CONCATENATED MODULE: ./lib/guest/boot-disk.js
/** What a firmware would find on a raw boot disk: its EFI System Partition, and the kernel command lines in it. */



/** UEFI specification 2.10, 5.3.3: the type of an EFI System Partition. */
const ESP = 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b';
const boot_disk_SECTOR = 512;
const MOST_PARTITIONS = 128;
/** A configuration or a command line is shorter, and nobody has more of them. */
const MOST_BYTES = 64 * 1024;
const MOST_FILES = 64;
/** Undefined where it cannot be told: a disk with an older partition table, or a file system that is not FAT. */
function inspectBootDisk(path) {
    const fd = (0,external_node_fs_.openSync)(path, 'r');
    try {
        return inspect((offset, length) => readAt(fd, offset, length));
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
function inspect(read) {
    const header = read(boot_disk_SECTOR, boot_disk_SECTOR);
    // UEFI specification 2.10, 5.3.2: the header is in the second sector.
    if (header.toString('latin1', 0, 8) !== 'EFI PART') {
        const [first, signature] = [read(0, boot_disk_SECTOR), 0xaa55];
        const isOther = first.length < boot_disk_SECTOR || first.readUInt16LE(510) === signature;
        return isOther ? undefined : { lacks: 'a partition table', cmdlines: [] };
    }
    const start = findEsp(read, header);
    if (start === undefined)
        return { lacks: 'an EFI System Partition', cmdlines: [] };
    const volume = FatVolume.open((offset, length) => read(start + offset, length));
    if (volume === undefined)
        return undefined;
    const programs = volume.list('EFI/BOOT').filter(({ name }) => /^bootx64\.efi$/i.test(name));
    if (programs.length === 0)
        return { lacks: 'EFI/BOOT/BOOTX64.EFI', cmdlines: [] };
    return { cmdlines: cmdlinesOf(volume) };
}
/** Where the EFI System Partition begins, in bytes. */
function findEsp(read, header) {
    const size = header.readUInt32LE(84);
    if (size < 128 || size > boot_disk_SECTOR)
        return undefined;
    const count = Math.min(header.readUInt32LE(80), MOST_PARTITIONS);
    const table = read(Number(header.readBigUInt64LE(72)) * boot_disk_SECTOR, count * size);
    for (let at = 0; at + size <= table.length; at += size) {
        if (guidAt(table, at) === ESP)
            return Number(table.readBigUInt64LE(at + 32)) * boot_disk_SECTOR;
    }
    return undefined;
}
/** Of systemd-boot's entries and of unified kernel images; a boot loader's own language is not read. */
function cmdlinesOf(volume) {
    const files = (directory, ending) => volume
        .list(directory)
        .filter(({ name, directory: isDirectory }) => !isDirectory && ending.test(name))
        .slice(0, MOST_FILES)
        .map((file) => [`${directory}/${file.name}`, file]);
    const entries = files('loader/entries', /\.conf$/i).flatMap(([file, found]) => {
        const text = volume.read(found, 0, MOST_BYTES).toString('utf8');
        // Boot Loader Specification, type 1: more than one options line adds up.
        const options = [...text.matchAll(/^options[ \t]+(.*)$/gm)].map((match) => match[1]?.trim() ?? '');
        return options.length === 0 ? [] : [{ file, text: options.join(' ') }];
    });
    const images = [...files('EFI/BOOT', /^bootx64\.efi$/i), ...files('EFI/Linux', /\.efi$/i)];
    const unified = images.flatMap(([file, found]) => {
        const text = sectionText(volume, found, '.cmdline');
        return text === undefined ? [] : [{ file, text }];
    });
    return [...entries, ...unified];
}
/** Text of a section of an EFI program (Microsoft PE/COFF specification). */
function sectionText(volume, file, wanted) {
    const head = volume.read(file, 0, 4096);
    if (head.length < 64 || head.toString('latin1', 0, 2) !== 'MZ')
        return undefined;
    const pe = head.readUInt32LE(0x3c);
    if (pe + 24 > head.length || head.readUInt32LE(pe) !== 0x4550)
        return undefined;
    const count = head.readUInt16LE(pe + 6);
    const table = pe + 24 + head.readUInt16LE(pe + 20);
    for (let at = table, left = count; left > 0 && at + 40 <= head.length; at += 40, left--) {
        if (head.toString('latin1', at, at + 8).replace(/\0+$/, '') !== wanted)
            continue;
        const size = Math.min(head.readUInt32LE(at + 8), head.readUInt32LE(at + 16), MOST_BYTES);
        const bytes = volume.read(file, head.readUInt32LE(at + 20), size);
        return bytes.toString('utf8').replace(/\0.*$/s, '').trim();
    }
    return undefined;
}
/** Offsets of an image that lies reach beyond any file: there is nothing to read there. */
function readAt(fd, offset, length) {
    if (!Number.isSafeInteger(offset) || length <= 0)
        return Buffer.alloc(0);
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, (0,external_node_fs_.readSync)(fd, bytes, 0, length, offset));
}

;// CONCATENATED MODULE: ./lib/lint/rule.js
/** What a rule of the lint is, and what it may look at. */
/** The names of a kernel command line with their values, in its order: `console=hvc0` and `quiet` alike. */
function parameters(cmdline) {
    const words = cmdline.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
    return words.map((word) => {
        const [name = '', ...value] = word.split('=');
        return { name, value: value.join('=') };
    });
}
/** The consoles of a command line without their options: `ttyS0,115200` is `ttyS0`. */
function consoles(cmdline) {
    return parameters(cmdline).flatMap(({ name, value }) => name === 'console' ? [value.split(',', 1)[0] ?? ''] : []);
}
/** Firmware of edk2 for TDs, built by tdx-boot or by a distribution. */
function isTdvf({ firmware }) {
    const kind = firmware === 'none' ? undefined : firmware.kind;
    return kind === 'tdvf' || kind === 'distribution' || kind === 'distribution-secure';
}
/** td-shim's image for a Linux kernel that the VMM loads. */
function isTdShimLinux({ firmware }) {
    return firmware !== 'none' && firmware.kind === 'td-shim';
}
function onlyCloudHypervisor({ vmms }) {
    return vmms.length === 1 && vmms[0] === 'cloud-hypervisor';
}

;// CONCATENATED MODULE: ./lib/lint/firmware-rules.js
/** Limits of firmware: what it needs, what it starts, and what it prints. */

const firmware_rules_MIB = 1024 * 1024;
/** Of the section Payload in td-shim's layout for Linux. */
const PAYLOAD_MIB = 32;
/** Of its section PayloadParam, with the 0 that ends it. */
const CMDLINE_BYTES = 4096;
/** Less, and TDVF resets itself silently (128 MiB) or finds nothing to boot (64 MiB). */
const TDVF_MIB = 192;
const TD_SHIM_LAYOUT = 'td-shim v0.8.0 devtools/td-layout-config, config_memory_linux.json';
const FIRMWARE_RULES = [
    {
        id: 'td-without-firmware',
        severity: 'error',
        explanation: 'A Trust Domain starts in its firmware: no VMM has one of its own for it.',
        source: 'QEMU: "failed to parse TDVF for TDX VM"; cloud-hypervisor: "No TDX firmware specified"',
        find: ({ scenario, firmware }) => scenario.platform === 'tdx' && firmware === 'none'
            ? [
                {
                    at: ['platform'],
                    message: 'platform tdx needs a firmware',
                    hint: 'Set firmware: tdvf, or an image such as OVMF.inteltdx.fd.',
                },
            ]
            : [],
    },
    {
        id: 'td-with-flash',
        severity: 'error',
        explanation: 'A Trust Domain has no flash chips: private memory cannot be read-only.',
        source: 'QEMU docs/system/i386/tdx.rst: firmware by -bios only',
        find: ({ scenario }) => scenario.platform === 'tdx' && scenario.firmware !== undefined && 'code' in scenario.firmware
            ? [
                {
                    at: ['firmware'],
                    message: 'code and vars are flash chips, which a Trust Domain has none of',
                    hint: 'Give one image with both, such as OVMF.inteltdx.fd.',
                },
            ]
            : [],
    },
    {
        id: 'td-shim-without-kernel',
        severity: 'error',
        explanation: "td-shim's Linux image starts a kernel that the VMM loads, and reads no disk.",
        source: 'td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs',
        find: (subject) => isTdShimLinux(subject) && subject.guest.kernel === undefined
            ? [
                {
                    at: ['guest'],
                    message: 'firmware td-shim boots a kernel, and guest.kernel is not set',
                    hint: 'Set guest.kernel to a bzImage, or use firmware: tdvf for the disk.',
                },
            ]
            : [],
    },
    {
        id: 'td-shim-payload',
        severity: 'error',
        explanation: `td-shim has ${PAYLOAD_MIB} MiB for a kernel, which has to be a bzImage. Cloud Hypervisor does not check the size.`,
        source: `${TD_SHIM_LAYOUT}; cloud-hypervisor: "Invalid TDX payload type"`,
        find: (subject) => {
            const { kernel } = subject;
            if (!isTdShimLinux(subject) || kernel === undefined)
                return [];
            const at = ['guest', 'kernel'];
            const hint = 'Give a smaller bzImage (arch/x86/boot/bzImage), or boot the guest from a disk with TDVF.';
            if (!kernel.bzImage)
                return [{ at, message: 'td-shim starts a bzImage, and this is none', hint }];
            if (kernel.size <= PAYLOAD_MIB * firmware_rules_MIB)
                return [];
            const size = (kernel.size / firmware_rules_MIB).toFixed(1);
            return [{ at, message: `the kernel has ${size} MiB, and td-shim has room for ${PAYLOAD_MIB}`, hint }];
        },
    },
    {
        id: 'td-shim-cmdline',
        severity: 'error',
        explanation: 'td-shim has 4 KiB for the command line.',
        source: TD_SHIM_LAYOUT,
        find: (subject) => {
            const bytes = Buffer.byteLength(subject.guest.cmdline ?? '') + 1;
            if (!isTdShimLinux(subject) || bytes <= CMDLINE_BYTES)
                return [];
            return [
                {
                    at: ['guest', 'cmdline'],
                    message: `the command line has ${bytes - 1} bytes, and td-shim has room for ${CMDLINE_BYTES - 1}`,
                    hint: 'Shorten it, or put parameters into the kernel (CONFIG_CMDLINE).',
                },
            ];
        },
    },
    {
        id: 'tdvf-without-disk',
        severity: 'error',
        explanation: 'With Cloud Hypervisor, TDVF boots from a disk: it has no section into which a kernel could be loaded.',
        source: 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections',
        find: (subject) => subject.scenario.platform === 'tdx' &&
            isTdvf(subject) &&
            onlyCloudHypervisor(subject) &&
            subject.guest.disks.length === 0
            ? [
                {
                    at: ['guest'],
                    message: 'TDVF with Cloud Hypervisor boots a disk image, and guest.disks is not set',
                    hint: 'Set guest.disks to an image with an EFI system partition, or use vmm: qemu for the kernel.',
                },
            ]
            : [],
    },
    {
        id: 'disk-not-bootable',
        severity: 'warning',
        explanation: 'A firmware that starts without boot options of its own takes EFI/BOOT/BOOTX64.EFI of an EFI System Partition.',
        source: 'UEFI specification 2.10, 3.5.1.1; without a partition table edk2 says "Not Found"',
        find: ({ guest, firmware, disks }) => {
            const [first] = disks;
            const known = firmware !== 'none' && guest.kernel === undefined && first !== undefined;
            if (!known || disks.some((disk) => disk?.lacks === undefined))
                return [];
            return [
                {
                    at: ['guest', 'disks', 0],
                    message: `the firmware finds nothing to boot on this disk: it lacks ${first.lacks}`,
                    hint: 'Give an image with a GPT, an EFI System Partition and EFI/BOOT/BOOTX64.EFI in it.',
                },
            ];
        },
    },
    {
        id: 'tdvf-memory',
        severity: 'error',
        explanation: `TDVF needs ${TDVF_MIB} MiB: with 128 it resets itself, with 64 it finds nothing to boot.`,
        source: 'measured with the documented pin under QEMU 7.2 TCG, one CPU',
        find: (subject) => isTdvf(subject) && subject.guest.memory < TDVF_MIB * firmware_rules_MIB
            ? [
                {
                    at: ['guest', 'memory'],
                    message: `${Math.floor(subject.guest.memory / firmware_rules_MIB)} MiB of memory is less than TDVF needs (${TDVF_MIB} MiB)`,
                    hint: `Set guest.memory to ${TDVF_MIB}M or more.`,
                },
            ]
            : [],
    },
    {
        id: 'silent-firmware',
        severity: 'warning',
        explanation: 'A release td-shim prints nothing at all, and a release TDVF only the lines of BdsDxe; nothing that tdx-boot builds prints on the debug port.',
        source: 'td-shim Cargo.toml release_max_level_off; edk2 PcdDebugPrintErrorLevel; measured under QEMU 7.2',
        find: (subject) => expects(subject).flatMap((expect) => silentHit(subject, expect)),
    },
];
function silentHit({ build, guest, scenario }, { stream, pattern, where }) {
    const { firmware } = scenario;
    if (firmware === undefined || !('request' in firmware) || firmware.request.defines.length > 0)
        return [];
    const { name } = firmware.request;
    if (stream === 'debugcon') {
        const hint = 'Expect it on stream: serial, with firmware-build: debug.';
        return [{ at: where, message: `${name} as tdx-boot builds it prints nothing on debugcon`, hint }];
    }
    // A kernel on ttyS0 shares the port, and with a disk only its boot loader knows.
    const shared = guest.kernel === undefined || consoles(guest.cmdline ?? '').some((port) => /^ttyS/.test(port));
    if (stream !== 'serial' || build !== 'release' || shared)
        return [];
    if (name === 'tdvf' && /BdsDxe|EFI stub/.test(pattern.source))
        return [];
    return [
        {
            at: where,
            message: `a release ${name} is silent on the serial port, where this is expected`,
            hint: 'Build it for debugging (build: debug), or expect it on the console.',
        },
    ];
}
/** Every expectation, those of groups too. */
function expects({ scenario }) {
    return scenario.rules.steps.flatMap((step) => {
        if (step.kind === 'expect')
            return [step];
        return step.kind === 'any-order' ? step.expects : [];
    });
}

;// CONCATENATED MODULE: ./lib/lint/guest-rules.js
/** Limits of guests: consoles, what a TD's kernel filters, hotplug, and what a VMM does not load. */

/** Parameters by which a guest is prepared for CPUs or memory that come later. */
const HOTPLUG = ['memhp_default_state', 'movable_node', 'additional_cpus'];
const GUEST_RULES = [
    {
        id: 'no-console',
        severity: 'warning',
        explanation: 'Without console= Linux picks a console of its own, which in a VM without a screen is often none at all.',
        source: 'Linux Documentation/admin-guide/serial-console.rst',
        find: ({ guest, kernel }) => {
            if (kernel === undefined || guest.initrd === 'probe' || consoles(guest.cmdline ?? '').length > 0)
                return [];
            return [
                {
                    at: ['guest', 'cmdline'],
                    message: 'the kernel command line names no console, so the guest may print nothing',
                    hint: 'Add console=hvc0 (virtio) or console=ttyS0 (serial port), or see that the kernel has it built in.',
                },
            ];
        },
    },
    {
        id: 'no-console-on-disk',
        severity: 'warning',
        explanation: 'The same for the command lines of a raw disk: of systemd-boot entries and unified kernel images.',
        source: 'Linux Documentation/admin-guide/serial-console.rst',
        find: ({ disks }) => disks.flatMap((disk, index) => {
            const silent = disk?.cmdlines.find(({ text }) => consoles(text).length === 0);
            if (silent === undefined)
                return [];
            return [
                {
                    at: ['guest', 'disks', index],
                    message: `the kernel command line in ${silent.file} of this disk names no console, so the guest may print nothing`,
                    hint: 'Add console=hvc0 (virtio) or console=ttyS0 (serial port) there.',
                },
            ];
        }),
    },
    {
        id: 'ttys0-in-intel-guest',
        severity: 'warning',
        explanation: "Intel's guest tree lets only virtio devices through its filter: serial ports are disabled. Mainline has no such filter.",
        source: 'github.com/intel/tdx branch guest, commit f0270b8; lkvs marks it "NA for upstream kernel"',
        find: (subject) => {
            const named = consoles(subject.guest.cmdline ?? '');
            if (!isFiltered(subject) || named.length === 0 || !named.every((name) => name.startsWith('ttyS')))
                return [];
            return [
                {
                    at: ['guest', 'cmdline'],
                    message: `kernel ${releaseOf(subject)} looks like Intel's guest tree, where console=${named.at(-1)} prints nothing in a TD`,
                    hint: 'Use console=hvc0, or add tdx_disable_filter.',
                },
            ];
        },
    },
    {
        id: 'pci-hotplug-in-intel-guest',
        severity: 'warning',
        explanation: "Intel's guest tree filters ACPI PCI hotplug out unless the filter is switched off.",
        source: 'github.com/intel/tdx branch guest, commits d84774e and f0270b8',
        find: (subject) => {
            const used = parameters(subject.guest.cmdline ?? '').find(({ name }) => /^(acpiphp|pciehp)\b/.test(name));
            if (used === undefined || !isFiltered(subject))
                return [];
            return [
                {
                    at: ['guest', 'cmdline'],
                    message: `${used.name} has no effect: kernel ${releaseOf(subject)} looks like Intel's guest tree, which filters PCI hotplug in a TD`,
                    hint: 'Add tdx_disable_filter, or leave it out.',
                },
            ];
        },
    },
    {
        id: 'disk-filtered-in-intel-guest',
        severity: 'warning',
        explanation: "Intel's guest tree drives virtio disks alone in a TD.",
        source: 'github.com/intel/tdx branch guest, commit d84774e: virtio-blk, -console, -net, -pci',
        find: (subject) => isFiltered(subject)
            ? subject.guest.disks.flatMap(({ bus }, index) => bus === 'virtio'
                ? []
                : [
                    {
                        at: ['guest', 'disks', index, 'bus'],
                        message: `kernel ${releaseOf(subject)} looks like Intel's guest tree, which drives no ${bus} disk in a TD`,
                        hint: 'Use bus: virtio, or add tdx_disable_filter.',
                    },
                ])
            : [],
    },
    {
        id: 'hotplug-in-td',
        severity: 'warning',
        explanation: 'A Trust Domain has all its CPUs and memory from the start: neither VMM hotplugs either.',
        source: 'cloud-hypervisor: "CPU hotplug is not permitted with TDX", dynamic=false; QEMU docs/system/i386/tdx.rst',
        find: ({ scenario, guest }) => {
            if (scenario.platform !== 'tdx')
                return [];
            return parameters(guest.cmdline ?? '').flatMap(({ name, value }) => {
                const more = name === 'possible_cpus' && Number(value) > guest.cpus;
                if (!more && !HOTPLUG.includes(name))
                    return [];
                return [
                    {
                        at: ['guest', 'cmdline'],
                        message: `${name} prepares for hotplug, and a Trust Domain gets no CPU or memory later`,
                        hint: 'Set guest.cpus and guest.memory to what the guest needs, and leave it out.',
                    },
                ];
            });
        },
    },
    {
        id: 'initrd-ignored',
        severity: 'error',
        explanation: 'With TDX, Cloud Hypervisor loads only what the firmware has a section for, and no firmware has one for an initrd.',
        source: 'cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections; td-shim v0.8.0 sets no ramdisk fields',
        find: (subject) => {
            const { scenario, guest } = subject;
            const loads = scenario.platform === 'tdx' && guest.initrd !== undefined;
            if (!loads || !onlyCloudHypervisor(subject))
                return [];
            const probe = guest.initrd === 'probe';
            return [
                {
                    at: ['guest', probe ? 'kernel' : 'initrd'],
                    message: `${probe ? 'the probe guest, which a kernel alone boots, is an initrd: this' : 'the initrd'} never reaches a Trust Domain of Cloud Hypervisor`,
                    hint: probe
                        ? 'Write it as a disk with "tdx-boot probe IMAGE --kernel FILE", and boot that with root=/dev/vda.'
                        : 'Use a root disk, or build the initramfs into the kernel (CONFIG_INITRAMFS_SOURCE).',
                },
            ];
        },
    },
    {
        id: 'disk-bus',
        severity: 'error',
        explanation: 'Cloud Hypervisor has virtio disks only.',
        source: 'cloud-hypervisor docs/device_model.md',
        find: (subject) => onlyCloudHypervisor(subject)
            ? subject.guest.disks.flatMap(({ bus }, index) => bus === 'virtio'
                ? []
                : [
                    {
                        at: ['guest', 'disks', index, 'bus'],
                        message: `Cloud Hypervisor has no ${bus} disks`,
                        hint: 'Use bus: virtio, or vmm: qemu.',
                    },
                ])
            : [],
    },
];
/**
 * Intel's guest tree, by the names of its builds (`6.2.16-mvp20v2+8-generic`, `5.19.0-tdx.v1.8`): a guess, so all that
 * rests on it warns.
 */
function isFiltered({ scenario, guest, kernel }) {
    const off = parameters(guest.cmdline ?? '').some(({ name }) => name === 'tdx_disable_filter' || name === 'noccfilter');
    return scenario.platform === 'tdx' && !off && /[-.](mvp\d|tdx\.v)/.test(kernel?.release ?? '');
}
function releaseOf({ kernel }) {
    return kernel?.release ?? '';
}

;// CONCATENATED MODULE: ./lib/lint/measurement-rules.js
/** Limits of predictions: registers that no firmware image is needed for to know that they cannot be predicted. */

/** The first that holds speaks; what depends on the image is found when that is there. */
const LIMITS = [
    {
        registers: ['rtmr0'],
        reason: "the VMM's ACPI tables are in the TD HOB, which td-shim measures",
        holds: isTdShim,
    },
    {
        registers: ['rtmr1'],
        reason: "the payload is in td-shim's image, and not in a section that names it",
        holds: ({ firmware }) => kindOf(firmware) === 'td-shim-executable',
    },
    {
        registers: ['rtmr0'],
        reason: 'the firmware makes boot options from the disks that it finds',
        holds: (subject) => isTdvf(subject) && subject.guest.kernel === undefined,
    },
    {
        registers: ['rtmr1', 'rtmr2'],
        reason: 'what boots is on the disk: the boot loader and what it measures itself',
        holds: (subject) => isTdvf(subject) && subject.guest.kernel === undefined,
    },
    {
        registers: ['rtmr0'],
        reason: "Cloud Hypervisor's ACPI tables are in the TD HOB, which TDVF measures",
        holds: (subject) => isTdvf(subject) && onlyCloudHypervisor(subject),
    },
];
const MEASUREMENT_RULES = [
    {
        id: 'unpredictable-measurement',
        severity: 'error',
        explanation: 'A register is predicted only when all that is measured into it is known: RTMR0 of a direct kernel boot with TDVF and QEMU, RTMR1 and RTMR2 of a direct kernel boot.',
        source: 'docs/measure.md',
        find: (subject) => (subject.scenario.rules.measurements ?? []).flatMap(({ register, holds, where }) => {
            const limit = LIMITS.find((one) => one.registers.includes(register) && one.holds(subject));
            if (holds !== 'expected' || limit === undefined)
                return [];
            const message = `measurements.${register} cannot be predicted: ${limit.reason}`;
            return [{ at: where, message, hint: 'Let it be "replay", give its 96 hex digits, or leave it out.' }];
        }),
    },
];
function isTdShim({ firmware }) {
    return kindOf(firmware)?.startsWith('td-shim') === true;
}
function kindOf(firmware) {
    return firmware === 'none' ? undefined : firmware.kind;
}

;// CONCATENATED MODULE: ./lib/lint/lint.js
/** Checks a scenario against the documented limits, before anything is built or started. */




/** `scenario.yml:7:3: warning: \u2026 What to do. [no-console]` */
function describeFinding({ where, severity, message, hint, rule }) {
    return `${formatWhere(where)}: ${severity}: ${message}. ${hint} [${rule}]`;
}
const lint_RULES = [...FIRMWARE_RULES, ...GUEST_RULES, ...MEASUREMENT_RULES];
/**
 * Every finding, in the order of the file.
 * @param where gives the place of a path in it
 */
function lint(subject, where) {
    return lint_RULES.flatMap(({ id, severity, source, find }) => find(subject).map(({ at, message, hint }) => ({
        rule: id,
        severity,
        where: 'line' in at ? at : where(at),
        message,
        hint,
        source,
    }))).sort((a, b) => a.where.line - b.where.line || a.where.column - b.where.column);
}

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
const cloud_hypervisor_cloudHypervisor = {
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
    'cloud-hypervisor': cloud_hypervisor_cloudHypervisor,
};

;// CONCATENATED MODULE: ./lib/boot/wish.js
/** What a scenario asks for, in the words of the compatibility table. */






/** A tag of edk2 or of td-shim, as a fork may have it, too. */
const RELEASE = /^(?:refs\/tags\/)?(edk2-stable\d{6}(?:\.\d+)?|v\d+\.\d+\.\d+)$/;
/** Where packages put firmware. */
const PACKAGED = '/usr/share/';
/**
 * @throws UsageError code `no-guest`
 */
function wish_wishOf(scenario) {
    const guest = requireGuest(scenario);
    const firmware = scenario.firmware === undefined ? 'none' : firmwareFacts(scenario.firmware);
    return {
        platform: scenario.platform,
        firmware,
        payload: payloadOf(guest, firmware),
        cpus: guest.cpus,
        guestKernel: guest.kernel === undefined ? undefined : wish_releaseOf(guest.kernel),
    };
}
function firmwareFacts(firmware) {
    if ('request' in firmware)
        return { kind: firmware.request.name, release: releaseOfRequest(firmware.request) };
    return 'image' in firmware ? { kind: packagedKind(firmware.image) } : {};
}
function releaseOfRequest({ name, pins = 'documented', ref, repository, }) {
    const pin = RECIPES[name].pins[pins];
    if (ref !== undefined)
        return ref === pin.commit ? pin.version : RELEASE.exec(ref)?.[1];
    // A directory says nothing of its release.
    return repository?.startsWith('/') === true ? undefined : pin.version;
}
/** Only the name tells: the metadata of an OVMF.fd without a TD's code is the same as of one with it. */
function packagedKind(image) {
    const name = (0,external_node_path_.basename)(image);
    if (/^OVMF\.inteltdx\.(ms|secboot)\.fd$/.test(name))
        return 'distribution-secure';
    if (/^OVMF\.inteltdx\.fd$/.test(name))
        return 'distribution';
    return image.startsWith(PACKAGED) && /^OVMF(_CODE)?(_4M)?\.fd$/.test(name) ? 'plain-ovmf' : undefined;
}
function payloadOf({ kernel, disks }, firmware) {
    const kind = firmware === 'none' ? undefined : firmware.kind;
    if (kind !== undefined && PAYLOAD_FIRMWARES.includes(kind))
        return 'executable';
    if (kernel !== undefined)
        return 'kernel';
    return disks.length > 0 ? 'disk' : 'executable';
}
/** Whether the kernel is sound is checked elsewhere. */
function wish_releaseOf(kernel) {
    try {
        return kernelInfoOf(kernel).release || undefined;
    }
    catch (error) {
        if (error instanceof NotBzImageError || error instanceof TruncatedKernelError)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/boot/lint.js
/** The lint of a scenario with what its files say: the one check of `validate`, `run`, `explain` and the action. */










/**
 * Everything that can be said of a scenario before its firmware is built.
 * @returns what to warn of
 * @throws ScenarioError with all problems of the files, or with all errors of the lint
 */
function requireSound(loaded) {
    checkFiles(loaded);
    const findings = lintScenario(loaded);
    const problems = findings.filter(({ severity }) => severity === 'error');
    if (problems.length > 0) {
        throw new ScenarioError(problems.map(({ where, message, hint }) => ({ where, message: `${message}. ${hint}` })));
    }
    return findings;
}
/** All findings, errors too. The files of the scenario have to be sound. */
function lintScenario({ scenario, where }) {
    const { guest, firmware } = scenario;
    if (guest === undefined)
        return [];
    const wish = wish_wishOf(scenario);
    const possible = vmmsFor(scenario.vmm, wish);
    const findings = lint({
        scenario,
        guest,
        firmware: wish.firmware,
        build: firmware !== undefined && 'request' in firmware ? firmware.request.build : undefined,
        kernel: guest.kernel === undefined ? undefined : kernelFacts(guest.kernel),
        disks: guest.disks.map((disk) => (diskFormat(disk) === 'raw' ? inspectBootDisk(disk.path) : undefined)),
        vmms: possible instanceof errors_HostError ? [] : possible,
    }, where);
    // A rule of its own says it better.
    if (!(possible instanceof errors_HostError) || findings.some(({ severity }) => severity === 'error')) {
        return findings;
    }
    const { message, hint = '' } = possible;
    const source = 'docs/compatibility.md';
    return [
        { rule: 'combination', severity: 'error', where: where(['firmware']), message, hint, source },
        ...findings,
    ];
}
/** The VMMs that may boot it on some host, or why none does on any. */
function vmmsFor(vmm, wish) {
    try {
        return choose_possibleChoices(vmm, wish).map(({ combination }) => combination.vmm.name);
    }
    catch (error) {
        if (error instanceof errors_HostError)
            return error;
        throw error;
    }
}
function kernelFacts(file) {
    const { size } = (0,external_node_fs_.statSync)(file);
    try {
        return { release: kernelInfoOf(file).release, size, bzImage: true };
    }
    catch (error) {
        if (error instanceof NotBzImageError)
            return { release: '', size, bzImage: false };
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/compat/host-abi.js
/** Which of the KVM interfaces for Trust Domains a host has: they share a name, and nothing that a VMM can use. */

/**
 * `intel-2022`: Intel's tree kvm-upstream-2022.08.07-v5.19-rc8, which Cloud Hypervisor v30.0 to v52.0 speak;
 * `intel-canonical`: the later out-of-tree series, as in Canonical's 6.8 kernels with `-intel` in their names;
 * `upstream`: Linux 6.16 and later, and kernels with the same code (VM type 5, guest_memfd);
 * `none`: this KVM makes no Trust Domains.
 */
const HOST_ABIS = (/* unused pure expression or super */ null && (['intel-2022', 'intel-canonical', 'upstream', 'none']));
/** KVM_X86_TDX_VM of Linux 6.16 is 5 (arch/x86/include/uapi/asm/kvm.h). */
const TDX_VM_BIT = 1 << 5;
/**
 * The interface that these facts speak for, switched on or not; undefined where they do not decide: a distribution's
 * kernel before 6.16 may have either one backported.
 */
function hostAbi({ kernelRelease, tdxParameter, sysfs, vmTypes }) {
    if (vmTypes !== undefined && (vmTypes & TDX_VM_BIT) !== 0)
        return 'upstream';
    if (tdxParameter === undefined)
        return sysfs ? 'none' : undefined;
    if (version_isWithin(kernelRelease, { from: '6.16' }))
        return 'upstream';
    if (version_isWithin(kernelRelease, { from: '5.19', before: '5.20' }))
        return 'intel-2022';
    return /-intel$/.test(kernelRelease) ? 'intel-canonical' : undefined;
}
/** The interface that a VMM finds now: `none` where TDX is switched off (`N`) or its start failed, which looks the same. */
function usableAbi(facts) {
    const off = facts.tdxParameter !== undefined && !/^[Yy1]/.test(facts.tdxParameter);
    return off ? 'none' : hostAbi(facts);
}

;// CONCATENATED MODULE: ./lib/host/checks/kernel.js
/** What the host kernel must be and be told for KVM to create Trust Domains. */


const kernel = { id: 'kernel', title: 'host kernel', decisive: true, look: lookAtKernel };
const parameter = {
    id: 'kvm-intel',
    title: 'kvm_intel parameter tdx',
    decisive: true,
    look: lookAtParameter,
};
const cmdline = {
    id: 'cmdline',
    title: 'kernel command line',
    decisive: false,
    look: lookAtCmdline,
};
const warnings = {
    id: 'warnings',
    title: 'warnings of KVM',
    decisive: false,
    look: lookAtWarnings,
};
const NEEDS_KERNEL = 'Boot a kernel with CONFIG_KVM_INTEL_TDX: Linux 6.16 or later, or one of a TDX distribution; see docs/tdx-host.md.';
const RELOAD = 'Turn it on: echo "options kvm_intel tdx=1" | sudo tee /etc/modprobe.d/tdx.conf; sudo modprobe -r kvm_intel; sudo modprobe kvm_intel';
function lookAtKernel({ host, abi }) {
    const release = host.kernelRelease;
    if (!host.exists('/sys/module/kvm_intel')) {
        return check_unknown(`${release}: kvm_intel is not loaded`, 'Load it: sudo modprobe kvm_intel tdx=1');
    }
    if (abi === 'none')
        return problem(`${release}: its KVM has no TDX`, NEEDS_KERNEL);
    if (abi !== undefined)
        return ok(`${release}: KVM interface ${abi}`);
    return check_unknown(`${release}: has TDX, of a series that is not known here`, NEEDS_KERNEL);
}
/** Why KVM left TDX off, in its words (arch/x86/kvm/vmx/tdx.c, tdx_bringup): kvm_intel loads all the same. */
const REFUSALS = [
    { line: /tdx: no TDX private KeyIDs available/i, fix: ENABLE_IN_BIOS },
    {
        line: /requires kvm\.enable_virt_at_load=1/,
        fix: 'Take kvm.enable_virt_at_load=0 off the kernel command line and out of /etc/modprobe.d, and reload kvm_intel.',
    },
    {
        line: /(?:EPT|APICv|TDP MMU and MMIO caching.*) (?:is|are) required for TDX/,
        fix: 'Take ept=0, enable_apicv=0, tdp_mmu=0 and mmio_caching=0 off the kernel command line and out of /etc/modprobe.d, and reload kvm_intel and kvm.',
    },
    {
        line: /(?:OSXSAVE|MOVDIR64B|Self-snoop).* required for TDX/,
        fix: 'Take clearcpuid= off the kernel command line.',
    },
    {
        line: /Disable TDX: MAX_VCPU_PER_TD/,
        fix: 'Update the TDX module: it takes fewer CPUs than this machine has.',
    },
];
function lookAtParameter({ host, log }) {
    const value = host.read(TDX_PARAMETER)?.trim();
    if (value === 'Y')
        return ok(`${TDX_PARAMETER}: Y`);
    if (value === undefined) {
        return host.exists('/sys/module/kvm_intel')
            ? problem(`${TDX_PARAMETER} does not exist`, NEEDS_KERNEL)
            : problem('kvm_intel is not loaded', 'Load it: sudo modprobe kvm_intel tdx=1');
    }
    for (const { line, fix } of REFUSALS) {
        const said = lastLine(log, line);
        if (said !== undefined)
            return problem(`${TDX_PARAMETER}: ${value} | ${said}`, fix);
    }
    return problem(`${TDX_PARAMETER}: ${value}`, RELOAD);
}
/** Upstream, TDX is off unless the parameter is given, and a kernel that may hibernate refuses TDX. */
function lookAtCmdline({ host, log }) {
    const words = host.read('/proc/cmdline')?.trim().split(/\s+/);
    if (words === undefined)
        return check_unknown('/proc/cmdline cannot be read', 'Mount /proc.');
    const off = words.findLast((word) => /^kvm_intel\.tdx=/.test(word));
    if (off !== undefined && !/=(?:1|y|on)$/i.test(off)) {
        return problem(off, 'Make it kvm_intel.tdx=1 on the kernel command line, and reboot.');
    }
    const hibernation = lastLine(log, /initialization failed: Hibernation/);
    if (hibernation !== undefined && !words.includes('nohibernate')) {
        return problem(`no nohibernate | ${hibernation}`, 'Add nohibernate to the kernel command line, and reboot.');
    }
    const given = words.filter((word) => /^(?:kvm_intel\.tdx=|nohibernate$)/.test(word));
    if (given.length > 0)
        return ok(given.join(' '));
    if (host.read(TDX_PARAMETER)?.trim() === 'Y')
        return ok('nothing of TDX, and TDX is on without it');
    return check_unknown('neither kvm_intel.tdx=1 nor nohibernate', 'Add both to the kernel command line (in /etc/default/grub, GRUB_CMDLINE_LINUX, then sudo update-grub), and reboot.');
}
/** A host may be set up well and its KVM still go wrong under load (canonical/tdx issues 100 and 206). */
function lookAtWarnings({ log }) {
    const said = lastLine(log, /(?:WARNING|BUG): .*\b(?:vmx|tdx)\/tdx\.c:\d+/);
    if (log === undefined)
        return check_unknown(NO_LOG, READ_LOG);
    if (said === undefined)
        return ok(`none in "${log.from}"`);
    return check_unknown(said, 'Reboot; if it comes again, update the host kernel and report it to its maintainers.');
}

;// CONCATENATED MODULE: ./lib/host/checks/kvm.js
/** KVM itself: may this user open it, and does it run a guest. */

const kvm_device = { id: 'dev-kvm', title: '/dev/kvm', decisive: true, look: lookAtDevice };
const trial = { id: 'kvm-trial', title: 'KVM runs a guest', decisive: false, look: runTrial };
function lookAtDevice({ host }) {
    switch (host.device('/dev/kvm')) {
        case 'open':
            return ok('opens for reading and writing');
        case 'denied':
            return problem('this user may not open it', 'Add the user to its group and log in again: sudo usermod --append --groups kvm "$USER". In a container: --device /dev/kvm.');
        case 'missing':
            return problem('does not exist', 'Turn on virtualisation (VT-x) in the BIOS, and load KVM: sudo modprobe kvm_intel tdx=1');
    }
}
async function runTrial({ host }) {
    if (host.device('/dev/kvm') !== 'open')
        return check_unknown('not tried: /dev/kvm does not open', 'See /dev/kvm.');
    const tried = await host.tryKvm();
    if (tried === undefined) {
        return check_unknown('not tried: it needs qemu-system-x86_64', 'Install it: sudo apt-get install --no-install-recommends qemu-system-x86');
    }
    if (tried.works)
        return ok('a guest of 64 KiB ran to its end');
    return problem(tried.said, 'This is a KVM that opens and cannot run a guest, as in a sandbox or a broken nested VM: use the machine below it.');
}

;// CONCATENATED MODULE: ./lib/host/checks/module.js
/** The TDX module: whether the kernel has initialised it, in which version, and if not, why. */


const tdxModule = { id: 'tdx-module', title: 'TDX module', decisive: false, look };
const version = {
    id: 'tdx-module-version',
    title: 'TDX module version',
    decisive: false,
    look: lookAtVersion,
};
const UPDATE_MODULE = 'Update the TDX module: with the BIOS, or as EFI/TDX/TDX-SEAM.so on the EFI system partition where the BIOS loads it from there.';
/** Why it is not initialised, in the kernel's words (arch/x86/virt/vmx/tdx/tdx.c), the more specific first. */
const FAILURES = [
    { line: /tdx: not enabled by BIOS/, fix: ENABLE_IN_BIOS },
    {
        line: /initialization failed: too few private KeyIDs/,
        fix: 'Give TDX more keys in the BIOS: TME-MT/TDX key split.',
    },
    {
        line: /initialization failed: Hibernation support is enabled/,
        fix: 'Add nohibernate to the kernel command line: in /etc/default/grub, GRUB_CMDLINE_LINUX, then sudo update-grub, and reboot.',
    },
    {
        line: /TDMR.*reserved areas/,
        fix: `${UPDATE_MODULE} The memory map has more holes than this module takes.`,
    },
    { line: /tdx: module not loaded/, fix: `${ENABLE_IN_BIOS} ${UPDATE_MODULE}` },
    {
        line: /initialization failed: register_memory_notifier/,
        fix: 'Reboot; the kernel was out of memory so early.',
    },
    { line: /module initialization failed \(-?\d+\)/, fix: UPDATE_MODULE },
    { line: /initialization failed/, fix: ENABLE_IN_BIOS },
];
/** The BIOS reports keys and its loader failed: the kernel says nothing more (canonical/tdx issues 260 and 382). */
const SILENT = `If kvm_intel was not loaded with tdx=1 (see below), do that first. Otherwise the BIOS did not load the module: check the SEAM loader, the memory population and the BIOS version. ${UPDATE_MODULE}`;
/** Of Intel's trees before 6.6. */
const OLD_STATUS = '/sys/firmware/tdx/tdx_module/status';
const INITIALIZED = /tdx: (?:TDX-)?[Mm]odule initialized/;
function look({ host, log }) {
    const initialized = lastLine(log, INITIALIZED);
    if (initialized !== undefined)
        return ok(initialized);
    const status = host.read(OLD_STATUS)?.trim();
    if (status === 'initialized')
        return ok(`${OLD_STATUS}: ${status}`);
    const parameter = host.read(TDX_PARAMETER)?.trim();
    if (parameter === 'Y')
        return ok(`${TDX_PARAMETER} is Y: KVM has initialised it`);
    if (log === undefined)
        return check_unknown(NO_LOG, READ_LOG);
    for (const { line, fix } of FAILURES) {
        const said = lastLine(log, line);
        if (said !== undefined)
            return problem(withSeamcall(said, log), fix);
    }
    const enabled = lastLine(log, /tdx: BIOS enabled/);
    if (enabled !== undefined) {
        return problem(`${enabled} | and not a line on whether the module was initialised`, SILENT);
    }
    if (!log.whole)
        return check_unknown(`"${log.from}" has lost its oldest lines`, 'Reboot, and look again.');
    const needs = `The kernel needs CONFIG_INTEL_TDX_HOST. ${ENABLE_IN_BIOS}`;
    return problem('the kernel log says nothing of TDX', needs);
}
/** The call to the module that failed, if one did: its number and error are what a search finds. */
function withSeamcall(said, log) {
    const call = lastLine(log, /tdx: SEAMCALL \(.*\) failed/);
    return call === undefined ? said : `${call} | ${said}`;
}
const NOT_PRINTED = 'Nothing to do where the module is initialised: not every kernel prints its version.';
/** Linux before and after the text changed: numbers in one line; or attributes first, in decimal or hexadecimal. */
const VERSIONS = [
    /TDX module:? (?<major>\d+)\.(?<minor>\d+)\.(?<update>\d+)\b/,
    /TDX module: .*major_version (?<major>\d+), minor_version (?<minor>\d+)/,
];
/** Only an old module is a problem, and only for a kernel that is newer than it. */
function lookAtVersion({ abi, log }) {
    const line = lastLine(log, /TDX module:? (?:\d|attributes)/);
    const found = VERSIONS.map((pattern) => pattern.exec(line ?? '')?.groups).find((groups) => groups);
    if (line === undefined || found === undefined) {
        return log === undefined ? check_unknown(NO_LOG, READ_LOG) : check_unknown('not in the kernel log', NOT_PRINTED);
    }
    const isOld = Number(found.major) === 1 && Number(found.minor) < 5;
    if (isOld && abi !== 'intel-2022')
        return problem(line, `This kernel needs TDX module 1.5. ${UPDATE_MODULE}`);
    return ok(line);
}

;// CONCATENATED MODULE: ./lib/host/checks/vmm.js
/** Whether a VMM is installed that can create a Trust Domain on this kernel, as the compatibility table says. */




const vmm = { id: 'vmm', title: 'VMM', decisive: true, look: vmm_look };
const ASK = {
    qemu: async (host) => {
        const found = await host.qemu();
        return found && { name: 'qemu', version: found.version, tdx: found.tdxGuest };
    },
    'cloud-hypervisor': async (host) => {
        const found = await host.cloudHypervisor();
        return found && { name: 'cloud-hypervisor', version: found.version, tdx: found.features.includes('tdx') };
    },
};
const INSTALL = {
    qemu: 'Install QEMU 10.1 or later, for a host of Linux 6.16 or later.',
    'cloud-hypervisor': 'Build Cloud Hypervisor v47.0 with "cargo build --release --features tdx", for a host of Intel\'s 2022 tree.',
};
/** One that can is enough, unless the scenario names another. */
async function vmm_look(view) {
    const names = view.wanted.vmm === 'auto' ? VMMS : [view.wanted.vmm];
    const answers = await Promise.all(names.map((name) => answer(name, view)));
    const usable = answers.filter((found) => found.usable);
    const evidence = (of) => of.map((found) => found.evidence).join('; ');
    if (usable.length === 0) {
        return problem(evidence(answers), [...new Set(answers.map(({ fix }) => fix))].join(' Or: '));
    }
    if (view.abi !== undefined && view.abi !== 'none')
        return ok(evidence(usable));
    return check_unknown(evidence(usable), 'Whether it fits depends on the host kernel: see there.');
}
/** Firmware and payload are another matter: what the table says of them is looked up before each boot. */
async function answer(name, { host, abi }) {
    const fix = INSTALL[name];
    const facts = await vmm_ask(() => ASK[name](host));
    if (facts === undefined)
        return { usable: false, evidence: `${name} is not installed`, fix };
    if (typeof facts === 'string')
        return { usable: false, evidence: facts, fix };
    const kvm = abi === 'none' ? undefined : abi;
    const combination = {
        platform: 'tdx',
        vmm: facts,
        firmware: {},
        payload: 'disk',
        host: kvm,
        cpus: 1,
    };
    const { verdict, decisive } = assess(combination);
    const called = `${name} ${facts.version}`;
    if (decisive === undefined || !isAgainst(verdict))
        return { usable: true, evidence: `${called} with TDX`, fix };
    return { usable: false, evidence: `${called}: ${decisive.reason}`, fix: decisive.advice ?? fix };
}
/** A program that cannot be asked is no use, and says why. */
async function vmm_ask(question) {
    try {
        return await question();
    }
    catch (error) {
        if (error instanceof errors_HostError)
            return error.message;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/host/examine.js
/** Whether this host can boot a Trust Domain: every check, in the order in which hosts fail. */









const HOST_CHECKS = [
    ...[cpu, bios, tdxModule, version],
    ...[kernel, parameter, cmdline, warnings],
    ...[kvm_device, trial],
    ...[keyIds, memory, hugepages],
];
const CHECKS = [...HOST_CHECKS, vmm];
/**
 * Looks at a host, one check after the other.
 * @param held bytes of guest memory of the Trust Domains that run here now
 */
async function* examine(host, wanted, held, checks = CHECKS) {
    const view = { host, log: await host.kernelLog(), abi: abiOf(host), wanted, held };
    for (const { id, title, look } of checks)
        yield { id, title, ...(await look(view)) };
}
/** Whether a TD can be expected to boot: nothing speaks against it, and what must be known is. */
function isReady(checks) {
    const decisive = CHECKS.filter((check) => check.decisive).map(({ id }) => id);
    return checks.every(({ id, state }) => state === 'ok' || (state === 'unknown' && !decisive.includes(id)));
}
/**
 * Refuses a host that certainly cannot boot a Trust Domain; one of which that is not known may try. The VMM is not
 * looked at: the run may have one of its own.
 * @param memory bytes of guest memory
 * @param held as for `examine`
 * @throws HostError code `host-not-ready`, of the first problem
 */
async function requireTdxHost(host, memory, held) {
    const wanted = { memory, vmm: 'auto' };
    for await (const { title, state, evidence, fix } of examine(host, wanted, held, HOST_CHECKS)) {
        if (state !== 'problem')
            continue;
        throw new errors_HostError('host-not-ready', `this host cannot boot a Trust Domain: ${title}: ${evidence}`, {
            hint: `${fix ?? ''} All checks: tdx-boot doctor`.trim(),
        });
    }
}
function abiOf(host) {
    return hostAbi({
        kernelRelease: host.kernelRelease,
        tdxParameter: host.read(TDX_PARAMETER),
        sysfs: host.exists('/sys/module'),
    });
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
            killGroup(child.pid);
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
    await withLock(`${BUILD_PATH}.lock`, { signal, onWait, waitMs: WAIT_MS }, () => atBuildPath(tree, () => runSteps(recipe, request)));
    const output = renamesFor(recipe, tree)(recipe.output(build));
    const image = (0,external_node_path_.join)(tree, output);
    if ((0,external_node_fs_.lstatSync)(image, { throwIfNoEntry: false })?.isFile() !== true) {
        throw new errors_HostError('build-failed', `the build of ${recipe.name} ended well but made no ${output}`, {
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
        throw new errors_HostError('build-path-taken', `cannot make the link ${BUILD_PATH}: ${errors_messageOf(error)}`, {
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
    return new errors_HostError(found.kind, `building ${recipe.name} failed (${step.title}, ${ended}):\n${said}`, {
        hint: found.line === 0 ? `The whole log: ${log}` : `The whole log: ${log}, line ${start + found.line}`,
    });
}

;// CONCATENATED MODULE: ./lib/firmware/toolchain.js
/** The programs that a build runs: which are here, in which versions, and how to get those that are not. */







const toolchain_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** What a tool says of its version must come within this time, or it is taken for missing. */
const toolchain_ANSWER_MS = 20_000;
/**
 * Looks for every tool of a recipe.
 * @param memo file that remembers the versions; asking gcc and its kind takes longer than all the rest of a cache hit
 */
async function findToolchain(recipe, memo) {
    const known = readMemo(memo);
    const asked = await Promise.all(recipe.tools.map(async (tool) => ({ tool, ...(await toolchain_ask(tool, known)) })));
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
        throw new errors_HostError('tools-missing', `building ${recipe.name} needs ${names}`, {
            hint: installHint(missing),
        });
    }
    const unsuitable = recipe.tools.flatMap((tool) => {
        const version = versions[tool.name] ?? '';
        const problem = tool.unsuitable?.(version);
        return problem === undefined ? [] : [`${version} cannot build ${recipe.name}: ${problem}`];
    });
    if (unsuitable.length > 0) {
        throw new errors_HostError('tools-unsuitable', unsuitable.join('; '), {
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
        .filter(([name]) => findCommand(name) === undefined)
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
async function toolchain_ask(tool, known) {
    const { name, askedBy = name, versionArgs, version = /^(.*\S)/m, mustMatch, behind } = tool;
    if (versionArgs === undefined)
        return { found: (0,external_node_fs_.existsSync)(name) };
    const path = findCommand(askedBy);
    if (path === undefined)
        return { found: false };
    const stamp = `${stampOf(path)} ${behind === undefined ? '' : stampOf(atHome(behind))} ${versionArgs.join(' ')}`;
    const before = known[stamp];
    if (before !== undefined)
        return { found: true, version: before, stamp, remembered: true };
    try {
        // Newer rustups would install a toolchain that they are asked about.
        const env = { ...process.env, LC_ALL: 'C', RUSTUP_AUTO_INSTALL: '0' };
        const { stdout, stderr } = await toolchain_run(path, versionArgs, { env, timeout: toolchain_ANSWER_MS });
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
        throw new errors_HostError('cannot-install', `cannot install ${names}: ${installer.name} is not installed`, {
            hint,
        });
    }
    const packages = missing.some(({ from }) => 'apt' in from);
    if (packages && !usesApt()) {
        throw new errors_HostError('cannot-install', `cannot install ${names}: this is neither Debian nor Ubuntu`, {
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
        throw new errors_HostError('cannot-install', `"${argv.join(' ')}" failed (${code}):\n${said}`, { hint });
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
        throw new errors_HostError('cannot-install', `cannot install ${names}: not root, and sudo asks for a password`, {
            hint,
            cause: error,
        });
    }
    return ['sudo', '--non-interactive', 'DEBIAN_FRONTEND=noninteractive'];
}

;// CONCATENATED MODULE: ./lib/firmware/manifest.js
/** What is known of a built image, kept beside it: what it was made from, with which tools, and its digest. */


/** The name of an image in every cache. Equal inputs give equal keys, whatever the order of the tools. */
function firmwareKey({ toolchain, ...inputs }) {
    const tools = Object.entries(toolchain).sort(([a], [b]) => (a < b ? -1 : 1));
    const { recipe, build, source, recipeDigest, defines, arch } = inputs;
    const prefix = `${recipe}-${build}-${digest([source, recipeDigest, defines, arch])}`;
    return { prefix, key: `${prefix}-${digest(tools)}` };
}
/** The first 16 hex digits of the SHA-256 of a JSON value. */
function digest(value) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
/**
 * Reads a manifest's text. It may come from a cache that others write: the key has to follow from the inputs, and the
 * image is checked against size and digest. By hand, because loading zod takes longer than all else of a lookup.
 * @returns undefined when it is none, or not one of this key
 */
function parseManifest(text, key) {
    try {
        const value = JSON.parse(text);
        const { inputs } = value;
        const whole = value.version === 1 &&
            // A key is a directory's name: these words keep anything else out of it.
            RECIPE_NAMES.includes(inputs.recipe) &&
            BUILDS.includes(inputs.build) &&
            [inputs.source, inputs.recipeDigest, inputs.arch].every(isString) &&
            inputs.defines.every(isString) &&
            Object.values(inputs.toolchain).every(isString) &&
            value.key === key &&
            firmwareKey(inputs).key === key &&
            /^[\w-][\w.-]*$/.test(value.image) &&
            Number.isSafeInteger(value.size) &&
            /^[0-9a-f]{64}$/.test(value.sha256) &&
            (value.mrtd === undefined || /^[0-9a-f]{96}$/.test(value.mrtd)) &&
            areFacts(value.source) &&
            new Date(value.builtAt).toISOString() === value.builtAt &&
            Number.isFinite(value.buildSeconds);
        return whole ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function areFacts({ from, commit, tree, submodules }) {
    return (isString(from) &&
        [commit, tree, ...submodules.map((submodule) => submodule.commit)].every(isOptionalString) &&
        submodules.every(({ path }) => isString(path)));
}
function isString(value) {
    return typeof value === 'string';
}
function isOptionalString(value) {
    return value === undefined || isString(value);
}

;// CONCATENATED MODULE: ./lib/tdx/mrtd.js
/** Computes MRTD: the digest that the TDX module makes of a TD's initial memory, as a VMM adds it from the image. */




/** Whether each page is measured as it is added, or all pages of a section are added first and measured afterwards. */
const ORDERS = ['interleaved', 'two-pass'];
const mrtd_QEMU = { augmented: true, fill: 'image', measured: 'bit-0' };
/** As the VMMs of today measure; of the images that tdx-boot builds, Cloud Hypervisor and QEMU 10.1 make the same. */
const LAUNCH_RULES = { ...mrtd_QEMU, order: 'interleaved' };
/** QEMU 8.2 of Intel's kernel tree and of Canonical noble; no upstream QEMU of that version starts a TD. */
const TWO_PASS_QEMU = /^8\.2\./;
/** The order in which a VMM measures, by its version where that is known. */
function launchOrder(vmm, version) {
    return vmm === 'qemu' && version !== undefined && TWO_PASS_QEMU.test(version) ? 'two-pass' : 'interleaved';
}
/** Every combination that a known program uses. */
const mrtd_MRTD_VARIANTS = [
    {
        reader: 'qemu',
        rules: LAUNCH_RULES,
        programs: 'QEMU 10.1 and later with Linux 6.16 and later; Intel QEMU 7.x and 8.1',
        source: 'QEMU target/i386/kvm/tdx.c tdx_init_fw_mem_region; Linux arch/x86/kvm/vmx/tdx.c tdx_gmem_post_populate',
    },
    {
        reader: 'qemu',
        rules: { ...mrtd_QEMU, order: 'two-pass' },
        programs: 'QEMU 8.2 of Intel (upstream-v5) and of Canonical noble (8.2.2+tdx)',
        source: 'intel-staging/qemu-tdx issue 1; td-shim issues 683 and 740; virtee/tdx-measure issue 18',
    },
    {
        reader: 'cloud-hypervisor',
        rules: { order: 'interleaved', augmented: true, fill: 'zero', measured: 'only-1' },
        programs: 'Cloud Hypervisor',
        source: 'Cloud Hypervisor ae44c297 vmm/src/vm.rs init_tdx_memory, populate_tdx_sections',
    },
    {
        reader: 'specification',
        rules: { order: 'interleaved', augmented: false, fill: 'zero', measured: 'bit-0' },
        programs: 'the specification; td-shim-tools, Google Compute Engine',
        source: 'td-shim doc/tdshim_spec.md; google/gce-tcb-verifier 74582c07 tdx/mrtd.go',
    },
];
const mrtd_PAGE = 0x1000;
const CHUNK = 0x100;
const BUFFER = 128;
const ADDRESS_AT = 16;
/** What is hashed for a page that is added, and for one that is measured, too. */
const ADDED_BYTES = BigInt(BUFFER);
const MEASURED_BYTES = BigInt(BUFFER + mrtd_PAGE + (mrtd_PAGE / CHUNK) * BUFFER);
/** A damaged image can ask for memory without end. So much takes a second to hash: 4 GiB added, or 84 MiB measured. */
const MOST_HASHED = 0x8000000n;
const DAMAGED = {
    hint: 'The image is damaged, or no VMM starts it: tdx-boot firmware inspect says what is wrong.',
};
/**
 * MRTD of an image. Neither CPUs nor RAM nor the TD's attributes are in it, only the sections of the metadata, in their
 * order (intel/tdx-module tdh_mem_page_add.c, tdh_mr_extend.c).
 * @throws DataError code `truncated` or `bad-section` when a section cannot be added as the metadata says
 */
function mrtd_computeMrtd(image, { sections }, rules) {
    const added = sections.filter((section) => isAdded(section, rules));
    mrtd_requireSound(added, image, rules);
    const hash = (0,external_node_crypto_.createHash)('sha384');
    const add = buffer('MEM.PAGE.ADD');
    const extend = buffer('MR.EXTEND');
    const pageHash = (address) => {
        add.view.setBigUint64(ADDRESS_AT, address, true);
        hash.update(add.bytes);
    };
    const extendHash = (address, page) => {
        for (let at = 0; at < mrtd_PAGE; at += CHUNK) {
            extend.view.setBigUint64(ADDRESS_AT, address + BigInt(at), true);
            hash.update(extend.bytes).update(page.subarray(at, at + CHUNK));
        }
    };
    for (const section of added) {
        const measured = isMeasured(section, rules);
        const content = contentOf(section, image, rules);
        const pages = Number(section.memorySize / BigInt(mrtd_PAGE));
        const addressOf = (page) => section.address + BigInt(page * mrtd_PAGE);
        for (let page = 0; page < pages; page++) {
            pageHash(addressOf(page));
            if (measured && rules.order === 'interleaved')
                extendHash(addressOf(page), pageOf(content, page));
        }
        if (!measured || rules.order === 'interleaved')
            continue;
        for (let page = 0; page < pages; page++)
            extendHash(addressOf(page), pageOf(content, page));
    }
    return hash.digest('hex');
}
function isAdded({ name, memorySize, augment }, { augmented }) {
    return memorySize > 0n && !RECORD_TYPES.includes(name) && (augmented || !augment);
}
function isMeasured({ attributes, extend }, { measured }) {
    return measured === 'bit-0' ? extend : attributes === 1;
}
/** Checked before anything is hashed: what the TDX module or the VMM would refuse has no MRTD. */
function mrtd_requireSound(sections, image, rules) {
    let hashed = 0n;
    for (const section of sections) {
        const { index, name, address, memorySize, dataOffset, rawSize } = section;
        const what = `section ${index} (${name})`;
        const bad = (problem) => {
            throw new reader_DataError('bad-section', `${what}: ${problem}`, dataOffset, DAMAGED);
        };
        if (address % BigInt(mrtd_PAGE) !== 0n || memorySize % BigInt(mrtd_PAGE) !== 0n) {
            bad(`${hexRange(address, address + memorySize)} is not made of whole 4 KiB pages`);
        }
        if (address + memorySize >= 1n << 64n)
            bad(`${hexRange(address, address + memorySize)} goes beyond 64 bits`);
        if (BigInt(rawSize) > memorySize)
            bad(`raw size ${hex(rawSize)} exceeds memory size ${hex(memorySize)}`);
        if (dataOffset + rawSize > image.length) {
            const data = hexRange(dataOffset, dataOffset + rawSize);
            bad(`data ${data} ends beyond the image (${hex(image.length)})`);
        }
        hashed += (memorySize / BigInt(mrtd_PAGE)) * (isMeasured(section, rules) ? MEASURED_BYTES : ADDED_BYTES);
        if (hashed > MOST_HASHED)
            bad(`${hexRange(address, address + memorySize)} is more than anybody adds to a TD`);
    }
}
/** The bytes behind the first pages of a section; where they end, memory is zero. */
function contentOf({ dataOffset, rawSize, memorySize }, image, { fill }) {
    const length = fill === 'image' && rawSize > 0 ? Number(memorySize) : rawSize;
    return image.subarray(dataOffset, dataOffset + length);
}
function pageOf(content, page) {
    const bytes = content.subarray(page * mrtd_PAGE, (page + 1) * mrtd_PAGE);
    if (bytes.length === mrtd_PAGE)
        return bytes;
    const padded = new Uint8Array(mrtd_PAGE);
    padded.set(bytes);
    return padded;
}
/** The 128 bytes that the TDX module hashes for an operation: its name, and from byte 16 on its address. */
function buffer(operation) {
    const bytes = new Uint8Array(BUFFER);
    bytes.set(Buffer.from(operation, 'latin1'));
    return { bytes, view: new DataView(bytes.buffer) };
}

;// CONCATENATED MODULE: ./lib/firmware/measure.js
/** The MRTD of an image: recorded in its manifest when it is built, computed where a manifest is older than that. */





/**
 * MRTD of an image that a recipe has built; undefined for a VMM, which is not measured.
 * @param log where to look when there is none
 * @throws HostError code `not-td-firmware` when it cannot be measured: the recipe is wrong, or its output
 */
function measureBuilt(image, recipe, log) {
    if (!FIRMWARES.some((firmware) => firmware === recipe))
        return undefined;
    try {
        return measureImage(image);
    }
    catch (error) {
        if (!(error instanceof errors_UsageError))
            throw error;
        const message = `building ${recipe} gave an image that no TD can start: ${error.message}`;
        throw new errors_HostError('not-td-firmware', message, { hint: `The whole log: ${log}`, cause: error });
    }
}
/** MRTD of a stored image. A manifest of an older tdx-boot has none: its image has. */
function mrtdOf({ image, manifest, log }) {
    return manifest.mrtd ?? measureBuilt(readFileSync(image), manifest.inputs.recipe, log);
}
/** @throws MetadataError, DataError */
function measureImage(image) {
    return mrtd_computeMrtd(image, parseMetadata(image), LAUNCH_RULES);
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
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
    if (findCommand('git') === undefined) {
        throw new errors_HostError('git-missing', 'git is not installed', { hint: 'sudo apt-get install git' });
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
            await (0,external_node_timers_promises_.setTimeout)(pause, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
            signal?.throwIfAborted();
        }
    }
    return attempt();
}
/** An error that may be gone a second later. */
class NetworkError extends errors_HostError {
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
        return new errors_HostError('git-failed', `git failed: ${said}`);
    }
    const failed = errand === undefined ? 'git failed' : `cannot fetch ${errand.wanted} from ${withoutPassword(errand.url)}`;
    if (answer !== undefined)
        return new errors_HostError(answer.code, `${failed}: ${said}`, { hint: answer.hint });
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
const git_ATTRIBUTES = '* -text -ident -filter -working-tree-encoding\n';
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
    throw new errors_HostError('no-such-ref', `${withoutPassword(url)} has no tag or branch "${ref}"`, {
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
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(repository, 'info', 'attributes'), git_ATTRIBUTES);
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
        throw new errors_HostError('wrong-commit', `${from} gave the ${kind} ${got} instead of commit ${commit}`, {
            hint: 'Name the commit itself: `git rev-parse NAME^{commit}` prints it.',
        });
    }
    const found = await treeOf(repository, commit, options);
    if (tree !== undefined && found !== tree) {
        throw new errors_HostError('wrong-tree', `commit ${commit} of ${from} has the tree ${found}, but the pin says ${tree}`, { hint: 'Two different commits with one name: do not build from this repository.' });
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
        const code = codeOf(error);
        if (code === undefined || code === 'ENOSPC' || code === 'EDQUOT' || error instanceof errors_HostError)
            throw error;
        throw new errors_HostError('source-unreadable', `cannot read the source ${directory}: ${errors_messageOf(error)}`, {
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
        throw new errors_UsageError('no-directory', `the firmware repository ${directory} is not a directory`, {
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
        throw new errors_HostError('source-changed', `${path} changed while it was copied`, { hint: 'Build again.' });
    }
    for (const submodule of submodules) {
        const directory = (0,external_node_path_.join)(tree, submodule.path);
        if (!isEmpty(directory))
            continue;
        // A source tarball may have one of two equal submodules.
        const twin = submodules.find(({ path, url }) => url === submodule.url && !isEmpty((0,external_node_path_.join)(tree, path)));
        if (twin === undefined) {
            throw new errors_HostError('submodule-empty', `${path} has nothing in ${submodule.path}, which the build reads`, {
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

;// CONCATENATED MODULE: ./lib/firmware/store.js
/** The images of this machine, by key: written whole or not at all, checked before every use, bounded in size. */








const MANIFEST = 'manifest.json';
/** An image that was asked for so recently may be on its way into a VM: it is not evicted. */
const IN_USE_MS = 60 * 60_000;
/** Bytes that a store may hold; a TDVF takes 4 MiB. */
const DEFAULT_LIMIT = 256 * 1024 * 1024;
/** $XDG_CACHE_HOME/tdx-boot/firmware: one store for all jobs of a runner's user. */
function defaultRoot() {
    const { XDG_CACHE_HOME: cache = '' } = process.env;
    // The XDG specification: a relative path is to be ignored, and an empty one is none.
    return (0,external_node_path_.join)((0,external_node_path_.isAbsolute)(cache) ? cache : (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'), 'tdx-boot', 'firmware');
}
/**
 * A directory of images, shared by any number of processes:
 * `entries/KEY/` an image and its manifest, `logs/KEY.log` of its build, `tmp/` what is being made, `locks/`.
 */
class Store {
    root;
    #limit;
    #listener;
    /** @param options.limit bytes; above it, adding an image evicts the least recently used ones */
    constructor(root, options) {
        this.root = root;
        this.#limit = options.limit ?? DEFAULT_LIMIT;
        this.#listener = options.listener;
    }
    /** The image of a key, checked against its manifest. A damaged one is thrown away, with a notice. */
    find(key) {
        const entry = this.#read(key);
        if (entry !== undefined)
            touch(entry.manifestFile);
        return entry;
    }
    /** The newest image of a prefix, whatever toolchain has built it. */
    findAny(prefix) {
        const entries = this.#keys()
            .filter((key) => key.startsWith(`${prefix}-`))
            .flatMap((key) => this.#read(key) ?? []);
        const newest = entries.sort((a, b) => b.manifest.builtAt.localeCompare(a.manifest.builtAt))[0];
        if (newest !== undefined)
            touch(newest.manifestFile);
        return newest;
    }
    /** Every sound image, the most recently used first. */
    list() {
        return this.#keys()
            .flatMap((key) => this.#read(key) ?? [])
            .map((entry) => ({ entry, used: modified(entry.manifestFile) }))
            .sort((a, b) => b.used.getTime() - a.used.getTime());
    }
    /**
     * The lock of whoever makes an image ready.
     * @throws HostError code `store-unwritable` or `disk-full`
     */
    lockPath(name) {
        return (0,external_node_path_.join)(this.#writable('locks'), name);
    }
    /** Where the image of a key is, or will be. */
    imagePath(key, name) {
        return (0,external_node_path_.join)(this.root, 'entries', key, name);
    }
    /** Where the log of a build goes; it stays when the build fails. */
    logPath(key) {
        return (0,external_node_path_.join)(this.root, 'logs', `${key}.log`);
    }
    /**
     * Gives `body` an empty private directory on the store's file system, and removes it. When this process is killed,
     * its lock is free, and the next one's sweep finds the directory by that.
     * @throws HostError code `store-unwritable` or `disk-full`; what `body` throws
     */
    async withStaging(body) {
        const directory = (0,external_node_path_.join)(this.#writable('tmp'), (0,external_node_crypto_.randomUUID)());
        await this.sweep();
        try {
            return await withLock(`${directory}.lock`, { waitMs: 10_000 }, async () => {
                try {
                    (0,external_node_fs_.mkdirSync)(directory);
                    return await body(directory);
                }
                finally {
                    (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
                }
            });
        }
        catch (error) {
            throw storeError(error, this.root);
        }
    }
    /** Removes what killed processes have left. */
    async sweep() {
        const staged = new Set(list((0,external_node_path_.join)(this.root, 'tmp')).map((name) => name.replace(/\.lock$/, '')));
        for (const name of staged)
            await this.#sweepOne((0,external_node_path_.join)('tmp', `${name}.lock`), (0,external_node_path_.join)('tmp', name));
        for (const name of list((0,external_node_path_.join)(this.root, 'locks')))
            await this.#sweepOne((0,external_node_path_.join)('locks', name));
    }
    /**
     * Moves a finished image with its manifest into the store. One of the same key that is there already stays: it is as
     * good, and may be in use.
     * @param directory holds the image, under the name that the manifest gives; from `withStaging`
     * @throws DamagedImageError when the image is not what the manifest says; HostError code `store-unwritable` or
     *   `disk-full`
     */
    add(directory, manifest) {
        store_checkImage((0,external_node_path_.join)(directory, manifest.image), manifest);
        checkMrtd((0,external_node_path_.join)(directory, manifest.image), manifest);
        try {
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
            for (const name of [manifest.image, MANIFEST, '.'])
                sync((0,external_node_path_.join)(directory, name));
            const entries = this.#writable('entries');
            const { key } = manifest;
            const entry = this.find(key) ?? this.#move(directory, manifest) ?? this.find(key);
            if (entry === undefined)
                throw unwritable(`cannot replace ${(0,external_node_path_.join)(entries, key)}`, this.root);
            sync(entries);
            this.prune({ limit: this.#limit, spare: IN_USE_MS });
            return entry;
        }
        catch (error) {
            throw storeError(error, this.root);
        }
    }
    /**
     * Removes the least recently used images until the rest fits, and old logs of builds that have no image.
     * @param options.limit bytes that may stay
     * @param options.spare images used within so many milliseconds stay in any case
     */
    prune({ limit, spare = 0 }) {
        const oldestFirst = this.list().reverse();
        let total = oldestFirst.reduce((sum, { entry }) => sum + entry.manifest.size, 0);
        const removed = [];
        for (const { entry } of oldestFirst) {
            // Asked again: checking them all takes a while, and another process may have begun to use this one.
            if (total <= limit || age(entry.manifestFile) < spare || !this.#discard(entry.directory))
                continue;
            total -= entry.manifest.size;
            (0,external_node_fs_.rmSync)(entry.log, { force: true });
            removed.push(entry);
        }
        this.#pruneLogs();
        return removed;
    }
    /** Fetched commits, which later builds need not fetch again. */
    get sources() {
        return (0,external_node_path_.join)(this.root, 'sources');
    }
    forgetSources() {
        (0,external_node_fs_.rmSync)(this.sources, { recursive: true, force: true });
    }
    #keys() {
        return list((0,external_node_path_.join)(this.root, 'entries'));
    }
    #read(key) {
        const directory = (0,external_node_path_.join)(this.root, 'entries', key);
        const seen = identity(directory);
        if (seen === undefined)
            return undefined;
        try {
            const manifest = parseManifest((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, MANIFEST), 'utf8'), key);
            if (manifest === undefined)
                throw new DamagedImageError('its manifest is damaged');
            store_checkImage((0,external_node_path_.join)(directory, manifest.image), manifest);
            return this.#entry(manifest);
        }
        catch (error) {
            // Between our looks at it, another process has evicted it, or put a new one in its place.
            if (identity(directory) !== seen)
                return this.#read(key);
            this.#notice(`Not used: ${directory}: ${errors_messageOf(error)}`);
            this.#discard(directory);
            return undefined;
        }
    }
    #entry(manifest) {
        const directory = (0,external_node_path_.join)(this.root, 'entries', manifest.key);
        return {
            directory,
            image: (0,external_node_path_.join)(directory, manifest.image),
            manifestFile: (0,external_node_path_.join)(directory, MANIFEST),
            manifest,
            log: this.logPath(manifest.key),
        };
    }
    /** Undefined when there is one already: another process was faster, or a damaged one cannot be removed. */
    #move(directory, manifest) {
        const entry = this.#entry(manifest);
        try {
            (0,external_node_fs_.renameSync)(directory, entry.directory);
            return entry;
        }
        catch (error) {
            if (codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST')
                return undefined;
            throw error;
        }
    }
    /** Renamed first: nobody sees half of it. Returns whether it is gone. */
    #discard(directory) {
        try {
            const trash = (0,external_node_path_.join)(this.#writable('tmp'), (0,external_node_crypto_.randomUUID)());
            (0,external_node_fs_.renameSync)(directory, trash);
            return this.#remove(trash);
        }
        catch (error) {
            if (identity(directory) === undefined)
                return true;
            this.#notice(`Cannot remove ${directory}: ${errors_messageOf(error)}`);
            return false;
        }
    }
    /** Another process may be removing it, too. */
    #remove(path) {
        try {
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
            return true;
        }
        catch (error) {
            if (identity(path) === undefined)
                return true;
            this.#notice(`Cannot remove ${path}: ${errors_messageOf(error)}`);
            return false;
        }
    }
    /** Removes what a lock guards, and the lock's file, unless its owner lives. Both relative to the store. */
    async #sweepOne(lock, guarded) {
        try {
            const release = await tryLock((0,external_node_path_.join)(this.root, lock));
            if (release === undefined)
                return;
            try {
                if (guarded !== undefined)
                    this.#remove((0,external_node_path_.join)(this.root, guarded));
            }
            finally {
                release();
            }
        }
        catch (error) {
            this.#notice(errors_messageOf(error));
        }
    }
    /** A log without an image is of a build that has failed, or that runs: then it is fresh. */
    #pruneLogs() {
        for (const name of list((0,external_node_path_.join)(this.root, 'logs'))) {
            const log = (0,external_node_path_.join)(this.root, 'logs', name);
            const image = (0,external_node_path_.join)(this.root, 'entries', name.replace(/\.log$/, ''));
            if (identity(image) === undefined && age(log) > IN_USE_MS)
                this.#remove(log);
        }
    }
    /** Makes a directory of the store, if need be, that we can write into. */
    #writable(name) {
        const directory = (0,external_node_path_.join)(this.root, name);
        try {
            (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
            (0,external_node_fs_.accessSync)(directory, external_node_fs_.constants.W_OK);
            return directory;
        }
        catch (error) {
            const named = storeError(error, this.root);
            throw named instanceof errors_HostError ? named : unwritable(errors_messageOf(error), this.root, error);
        }
    }
    #notice(text) {
        this.#listener({ type: 'notice', text });
    }
}
/** The named error behind a failed write below `root`. */
function storeError(error, root) {
    // The lock of a staging directory is a file of the store.
    const isLock = error instanceof errors_HostError && error.code === 'lock-unavailable';
    const code = codeOf(isLock ? error.cause : error);
    if (code === 'ENOSPC' || code === 'EDQUOT') {
        return new errors_HostError('disk-full', `no space left for firmware in ${root}`, {
            hint: 'A build needs about 1 GB while it runs. Free some space, or name another store.',
            cause: error,
        });
    }
    const denied = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
    return denied ? unwritable(errors_messageOf(error), root, error) : error;
}
function unwritable(problem, root, cause) {
    return new errors_HostError('store-unwritable', `cannot write to the firmware store ${root}: ${problem}`, {
        hint: 'Make it writable for this user, or name another store (XDG_CACHE_HOME).',
        cause,
    });
}
/** An image is not what its manifest says. */
class DamagedImageError extends Error {
}
function store_checkImage(image, { size, sha256 }) {
    const stat = (0,external_node_fs_.lstatSync)(image, { throwIfNoEntry: false });
    if (stat === undefined)
        throw new DamagedImageError('its image is missing');
    if (!stat.isFile())
        throw new DamagedImageError('its image is not a regular file');
    if (stat.size !== size)
        throw new DamagedImageError(`its image has ${stat.size} bytes instead of ${size}`);
    const found = (0,external_node_crypto_.createHash)('sha256').update((0,external_node_fs_.readFileSync)(image)).digest('hex');
    if (found !== sha256)
        throw new DamagedImageError(`the SHA-256 of its image is ${found} instead of ${sha256}`);
}
/** What others have recorded is checked once, when it comes to this machine. */
function checkMrtd(image, { mrtd }) {
    if (mrtd === undefined)
        return;
    let found = 'none';
    try {
        found = measureImage((0,external_node_fs_.readFileSync)(image));
    }
    catch (error) {
        if (!(error instanceof errors_UsageError))
            throw error;
    }
    if (found !== mrtd)
        throw new DamagedImageError(`its MRTD is ${found} instead of ${mrtd}`);
}
/** Tells whether a directory is still the one that we have looked at; undefined when it is gone. */
function identity(path) {
    try {
        const { ino, ctimeNs } = (0,external_node_fs_.lstatSync)(path, { bigint: true });
        // A new one may get the number of the old one, but moving it here changes its ctime.
        return `${ino} ${ctimeNs}`;
    }
    catch {
        return undefined;
    }
}
/** The start of time when it is gone. */
function modified(file) {
    return (0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false })?.mtime ?? new Date(0);
}
/** Milliseconds since the last change; files have finer times than our clock. */
function age(file) {
    return Math.max(0, Date.now() - modified(file).getTime());
}
function list(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch {
        return [];
    }
}
/** Best effort: a store that we may only read keeps no order of use. */
function touch(file) {
    try {
        (0,external_node_fs_.utimesSync)(file, new Date(), new Date());
    }
    catch {
        // Read-only.
    }
}
function sync(path) {
    const fd = (0,external_node_fs_.openSync)(path, 'r');
    try {
        (0,external_node_fs_.fsyncSync)(fd);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}

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
async function provide_locateFirmware(request, options) {
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
    return { ...known, inputs, keys: firmwareKey(inputs) };
}
/** Of all that the recipe does to a tree. How many commands run at once makes no difference to the image. */
function recipeDigest(recipe, { build, defines }, { versions }) {
    const steps = recipe.steps({ build, defines, jobs: 1, version: (tool) => versions[tool] ?? '' });
    const commands = steps.map(({ argv, cwd }) => [cwd, argv]);
    const { environment, copies, directories, renames, submodules } = recipe;
    return digest([
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
    return withLock(store.lockPath(keys.prefix), { signal, onWait, waitMs: provide_WAIT_MS }, body);
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
                throw new DamagedImageError('it has no manifest of that key');
            return store.add(directory, manifest);
        }
        catch (error) {
            if (!(error instanceof DamagedImageError))
                throw error;
            listener({ type: 'notice', text: `Not used: ${key} of the shared cache: ${error.message}` });
            return undefined;
        }
    });
}
function readManifest(directory, key) {
    try {
        return parseManifest((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, MANIFEST), 'utf8'), key);
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
        const mrtd = measureBuilt(bytes, recipe.name, log);
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

;// CONCATENATED MODULE: ./lib/boot/firmware.js
/** A scenario that names a firmware by its recipe becomes one that names the image. */


/**
 * Builds the firmware of a scenario or takes it from a cache, and checks it like any image that a user names.
 * @returns the scenario to boot, and where its firmware came from if it asked for one
 */
async function withFirmware(loaded, options) {
    const { firmware } = loaded.scenario;
    if (firmware === undefined || !('request' in firmware))
        return { loaded };
    const provided = await provideFirmware(firmware.request, options);
    return { loaded: withImage(loaded, provided.entry.image), provided };
}
/**
 * The same without a build: the image is where it is, or where it will be.
 * @returns the scenario, and the command that builds what is not built yet
 */
async function withFirmwarePath(loaded, options) {
    const { firmware } = loaded.scenario;
    if (firmware === undefined || !('request' in firmware))
        return { loaded };
    const { image, command } = await locateFirmware(firmware.request, options);
    if (command === undefined)
        return { loaded: withImage(loaded, image) };
    return { loaded: { ...loaded, scenario: { ...loaded.scenario, firmware: { image } } }, command };
}
function withImage(loaded, image) {
    const ready = { ...loaded, scenario: { ...loaded.scenario, firmware: { image } } };
    checkFiles(ready);
    return ready;
}

;// CONCATENATED MODULE: ./lib/tdx/acpi.js
/** Derives from QEMU's ACPI tables the two small files that it hands to the firmware with them, and that are measured, too. */


const acpi_SUBJECT = {
    what: 'the ACPI tables',
    hint: "Give the content of QEMU's fw_cfg file etc/acpi/tables, before the firmware has patched it.",
};
const TABLES_FILE = 'etc/acpi/tables';
const RSDP_FILE = 'etc/acpi/rsdp';
const CHECKSUM_AT = 9;
const HEADER_BYTES = 36;
const RSDP_BYTES = 20;
const COMMAND_BYTES = 128;
const FILE_NAME_BYTES = 56;
/** QEMU hw/i386/acpi-build.c ACPI_BUILD_ALIGN_SIZE. */
const LOADER_UNIT = 0x1000;
/** Tables for which QEMU emits a checksum and nothing else. */
const acpi_PLAIN = ['APIC', 'HPET', 'MCFG', 'WAET', 'SRAT', 'SLIT', 'DMAR'];
const KNOWN = ['FACS', 'DSDT', 'FACP', 'RSDT', ...acpi_PLAIN];
/** Pointers within FACP: FIRMWARE_CTRL, DSDT, X_DSDT, as [offset, bytes]. */
const FACP_POINTERS = [
    [36, 4],
    [40, 4],
    [140, 8],
];
/**
 * The loader script and the RSDP that belong to the tables (QEMU hw/i386/acpi-build.c acpi_build,
 * hw/acpi/bios-linker-loader.c).
 * @throws DataError code `truncated` or `bad-acpi`; the latter also for tables of devices whose pointers are not known
 */
function deriveAcpiFiles(tables) {
    const list = listTables(tables);
    const unknown = list.find(({ signature }) => !KNOWN.includes(signature));
    if (unknown !== undefined) {
        const message = `ACPI table ${JSON.stringify(unknown.signature)} brings loader commands that are not known`;
        throw new reader_DataError('bad-acpi', message, unknown.offset, {
            hint: 'Measure a guest without the device that brings this table.',
        });
    }
    const [dsdt, facp, rsdt] = [one(list, 'DSDT'), one(list, 'FACP'), one(list, 'RSDT')];
    const entries = Math.floor((rsdt.length - HEADER_BYTES) / 4);
    const commands = [
        allocate(RSDP_FILE, 16, 2),
        allocate(TABLES_FILE, 64, 1),
        checksum(dsdt),
        ...FACP_POINTERS.map(([at, size]) => pointer(TABLES_FILE, facp.offset + at, size)),
        checksum(facp),
        ...list.filter(({ signature }) => acpi_PLAIN.includes(signature)).map(checksum),
        ...Array.from({ length: entries }, (_, at) => pointer(TABLES_FILE, rsdt.offset + HEADER_BYTES + 4 * at, 4)),
        checksum(rsdt),
        pointer(RSDP_FILE, 16, 4),
        command(3, RSDP_FILE, [
            [60, 8],
            [64, 0],
            [68, RSDP_BYTES],
        ]),
    ];
    const size = Math.ceil((commands.length * COMMAND_BYTES) / LOADER_UNIT) * LOADER_UNIT;
    const loader = new Uint8Array(size);
    for (const [at, bytes] of commands.entries())
        loader.set(bytes, at * COMMAND_BYTES);
    return { loader, rsdp: rsdpOf(rsdt), tables };
}
/** One after the other, until the zeros that fill the file. */
function listTables(tables) {
    const reader = new reader_Reader(tables, acpi_SUBJECT);
    const list = [];
    while (reader.left >= 8) {
        const { offset } = reader;
        const signature = Buffer.from(reader.take(4, 'a signature')).toString('latin1');
        if (signature === '\0\0\0\0')
            break;
        const length = reader.u32(`the length of ${signature}`);
        if (length < HEADER_BYTES) {
            const message = `the ACPI table at offset ${hex(offset)} claims ${length} bytes`;
            throw new reader_DataError('bad-acpi', message, offset + 4, acpi_SUBJECT);
        }
        reader.skip(length - 8, `table ${JSON.stringify(signature)}`);
        list.push({ signature, offset, length });
    }
    return list;
}
function one(list, wanted) {
    const table = list.find(({ signature }) => signature === wanted);
    if (table === undefined)
        throw new reader_DataError('bad-acpi', `the ACPI tables have no ${wanted}`, 0, acpi_SUBJECT);
    return table;
}
/** Revision 0, not yet patched: its pointer is the offset of the RSDT, its checksum zero. */
function rsdpOf({ offset }) {
    const bytes = new Uint8Array(RSDP_BYTES);
    bytes.set(Buffer.from('RSD PTR \0BOCHS ', 'latin1'));
    new DataView(bytes.buffer).setUint32(16, offset, true);
    return bytes;
}
function allocate(file, alignment, zone) {
    const bytes = command(1, file, [[60, alignment]]);
    bytes[64] = zone;
    return bytes;
}
function pointer(file, offset, size) {
    const bytes = command(2, file, [[116, offset]]);
    bytes.set(Buffer.from(TABLES_FILE, 'latin1'), 4 + FILE_NAME_BYTES);
    bytes[120] = size;
    return bytes;
}
function checksum({ offset, length }) {
    return command(3, TABLES_FILE, [
        [60, offset + CHECKSUM_AT],
        [64, offset],
        [68, length],
    ]);
}
/** A command with its first file name, and numbers as [offset, u32]. */
function command(kind, file, numbers) {
    const bytes = new Uint8Array(COMMAND_BYTES);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, kind, true);
    bytes.set(Buffer.from(file, 'latin1'), 4);
    for (const [at, value] of numbers)
        view.setUint32(at, value, true);
    return bytes;
}

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

;// CONCATENATED MODULE: ./lib/tdx/prediction.js
/** The shape of a prediction: the events of a boot in their order, and what the RTMRs hold after them. */


/** A register is known when all its events are. */
function predictRegisters(events) {
    const after = (register) => registerAfter(events, register);
    return { rtmr0: after('rtmr0'), rtmr1: after('rtmr1'), rtmr2: after('rtmr2'), rtmr3: after('rtmr3') };
}
function prediction_isKnown(value) {
    return typeof value === 'string';
}
/** An event whose digest is of these bytes. */
function hashed(register, type, text, bytes) {
    return prediction_event(register, type, text, sha384(bytes));
}
function prediction_event(register, type, text, digest) {
    return { register, name: eventName(type), text, digest };
}
function prediction_separator(register) {
    return hashed(register, EVENT.separator, 'separator', new Uint8Array(4));
}
function action(register, text) {
    return hashed(register, EVENT.efiAction, text, Buffer.from(text, 'latin1'));
}
function registerAfter(events, register) {
    const digests = [];
    for (const { register: of, name, text, digest } of events) {
        if (of !== register)
            continue;
        if (!prediction_isKnown(digest))
            return { reason: `${name} (${text}): ${digest.reason}` };
        digests.push(digest);
    }
    return replay(digests);
}

;// CONCATENATED MODULE: ./lib/tdx/predict-td-shim.js
/** Predicts the RTMRs of a TD with td-shim v0.8.0 and a Linux kernel, as Cloud Hypervisor starts it. */




/** More than any payload region: hashing takes a second. */
const LARGEST_REGION = 0x20000000n;
/**
 * td-shim measures whole regions of memory, so that RTMR1 depends on kernel, command line and the sizes in the metadata
 * alone (td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs, linux/boot.rs; Cloud Hypervisor copies both verbatim).
 * @throws DataError code `bad-kernel` when one of them does not fit, `bad-section` when a region is out of all measure
 */
function predictTdShim({ metadata, kernel, cmdline }) {
    const region = (name) => metadata.sections.find((section) => section.name === name);
    return [
        prediction_event('rtmr0', EVENT.platformConfigFlags, 'td_hob', {
            reason: "the VMM's ACPI tables are in it, which depend on its version and the devices",
        }),
        prediction_separator('rtmr0'),
        ...payloadEvents(region('Payload'), region('PayloadParam'), kernel, cmdline),
    ];
}
/** RTMR1. */
function payloadEvents(payload, parameters, kernel, cmdline) {
    if (payload === undefined || parameters === undefined) {
        const reason = 'its payload is in the image, and not in a section that names it';
        return [prediction_event('rtmr1', EVENT.platformFirmwareBlob2, 'td_payload', { reason })];
    }
    const kernelDigest = kernel === undefined ? { reason: 'the kernel is not given' } : padded(kernel, payload, 'the kernel');
    const text = Buffer.from(cmdline, 'utf8');
    return [
        prediction_separator('rtmr1'),
        prediction_event('rtmr1', EVENT.platformFirmwareBlob2, 'td_payload', kernelDigest),
        prediction_event('rtmr1', EVENT.platformConfigFlags, 'td_payload_info', padded(text, parameters, 'the command line')),
    ];
}
/** SHA-384 of the region that holds these bytes and then zeros. */
function padded(bytes, { index, name, memorySize, dataOffset }, what) {
    const hint = { hint: 'tdx-boot firmware inspect shows the sections of the image.' };
    if (memorySize > LARGEST_REGION) {
        throw new reader_DataError('bad-section', `section ${index} (${name}) has ${memorySize} bytes`, dataOffset, hint);
    }
    if (BigInt(bytes.length) > memorySize) {
        const message = `${what} has ${bytes.length} bytes; section ${index} (${name}) takes ${memorySize}`;
        throw new reader_DataError('bad-kernel', message, 0, hint);
    }
    return sha384Padded(bytes, Number(memorySize));
}

;// CONCATENATED MODULE: ./lib/tdx/authenticode.js
/** The Authenticode digest of an EFI program: what firmware measures of a kernel or boot loader before it starts it. */



const authenticode_SUBJECT = {
    what: 'the EFI program',
    hint: 'Give an x86-64 kernel with an EFI stub (bzImage), or another EFI program.',
};
const DOS_LFANEW = 0x3c;
const FILE_HEADER_BYTES = 20;
const SECTION_HEADER_BYTES = 40;
const PE32_PLUS = 0x20b;
const PE32 = 0x10b;
const SECURITY_DIRECTORY = 4;
/**
 * SHA-384 over the file without checksum and certificates (Windows Authenticode Portable Executable Signature Format;
 * edk2 SecurityPkg/Tcg/TdTcg2Dxe/MeasureBootPeCoff.c, which does not pad to 8 bytes).
 * @throws DataError code `truncated` or `bad-kernel`
 */
function authenticode(file) {
    const { checksum, certificates, headers, sections } = readLayout(file);
    const hash = (0,external_node_crypto_.createHash)('sha384').update(file.subarray(0, checksum));
    const rest = checksum + 4;
    if (certificates === undefined)
        hash.update(file.subarray(rest, headers));
    else
        hash.update(file.subarray(rest, certificates.at)).update(file.subarray(certificates.at + 8, headers));
    let hashed = headers;
    for (const [offset, size] of sections) {
        hash.update(file.subarray(offset, offset + size));
        hashed += size;
    }
    const end = file.length - (certificates?.size ?? 0);
    if (end < hashed && hashed < file.length)
        throw bad('its certificates overlap its sections', 0);
    if (hashed < end)
        hash.update(file.subarray(hashed, end));
    return hash.digest('hex');
}
function readLayout(file) {
    const start = new reader_Reader(file, authenticode_SUBJECT, 0);
    if (start.u16('the DOS header') !== 0x5a4d)
        throw bad("it does not begin with 'MZ'", 0);
    start.skip(DOS_LFANEW - 2, 'the DOS header');
    const pe = start.u32('the offset of the PE header');
    const reader = new reader_Reader(file, authenticode_SUBJECT);
    reader.skip(pe, 'what is before the PE header');
    if (reader.u32('the PE signature') !== 0x4550)
        throw bad(`no PE header at ${hex(pe)}`, DOS_LFANEW);
    reader.skip(2, 'the machine');
    const count = reader.u16('the number of sections');
    reader.skip(12, 'the file header');
    const optionalBytes = reader.u16('the size of the optional header');
    reader.skip(2, 'the characteristics');
    const optional = pe + 4 + FILE_HEADER_BYTES;
    const magic = reader.u16('the magic of the optional header');
    if (magic !== PE32 && magic !== PE32_PLUS)
        throw bad(`its optional header is of kind ${hex(magic)}`, optional);
    reader.skip(58, 'the optional header');
    const headers = reader.u32('the size of the headers');
    const directory = optional + (magic === PE32_PLUS ? 112 : 96);
    const counter = new reader_Reader(file, authenticode_SUBJECT);
    counter.skip(directory - 4, 'the optional header');
    const entries = counter.u32('the number of directories');
    const checksum = optional + 64;
    const certificatesAt = directory + 8 * SECURITY_DIRECTORY;
    const sections = readSections(file, optional + optionalBytes, count);
    if (headers > file.length || headers < checksum + 4)
        throw bad(`its headers claim ${hex(headers)} bytes`, optional);
    if (entries <= SECURITY_DIRECTORY)
        return { checksum, headers, sections };
    if (headers < certificatesAt + 8)
        throw bad(`its headers claim ${hex(headers)} bytes`, optional);
    counter.skip(8 * SECURITY_DIRECTORY + 4, 'the data directory');
    const size = counter.u32('the size of the certificates');
    return { checksum, certificates: { at: certificatesAt, size }, headers, sections };
}
function readSections(file, at, count) {
    const reader = new reader_Reader(file, authenticode_SUBJECT);
    reader.skip(at, 'the optional header');
    const table = new reader_Reader(reader.take(count * SECTION_HEADER_BYTES, 'the section headers'), authenticode_SUBJECT);
    const sections = Array.from({ length: count }, (_, index) => {
        table.skip(16, 'the name of a section');
        const size = table.u32('the size of a section');
        const offset = table.u32('the offset of a section');
        table.skip(16, 'a section header');
        if (offset + size > file.length)
            throw bad(`section ${index} ends beyond the file`, at);
        return [offset, size];
    });
    // Sections that lie on each other could make the digest of a small file take for ever.
    const total = sections.reduce((sum, [, size]) => sum + size, 0);
    if (total > file.length)
        throw bad('its sections overlap', at);
    return sections.filter(([, size]) => size > 0).toSorted(([a], [b]) => a - b);
}
function bad(problem, offset) {
    return new reader_DataError('bad-kernel', `not an EFI program that can be measured: ${problem}`, offset, authenticode_SUBJECT);
}

;// CONCATENATED MODULE: ./lib/tdx/setup-header.js
/** The setup header of a Linux kernel, and what QEMU writes into it before it hands the kernel on. */



const setup_header_SUBJECT = { what: 'the kernel', hint: 'Give an x86-64 kernel (bzImage, vmlinuz).' };
/** Offsets of the boot protocol (Linux Documentation/arch/x86/boot.rst). */
const AT = {
    magic: 0x202,
    protocol: 0x206,
    loader: 0x210,
    loadFlags: 0x211,
    initrd: 0x218,
    initrdSize: 0x21c,
    heapEnd: 0x224,
    cmdline: 0x228,
    initrdMax: 0x22c,
    loadFlags2: 0x236,
};
const HEADER_END = 0x268;
const QEMU_LOADER = 0xb0;
const CAN_USE_HEAP = 0x80;
const setup_header_LOADED_HIGH = 0x01;
/** XLF_CAN_BE_LOADED_ABOVE_4G. */
const ABOVE_4G = 0x02;
const CMDLINE_ADDRESS = 0x2_0000;
const SETUP_ADDRESS = 0x1_0000;
/** What QEMU keeps free below the end of low memory: PCMachineClass.acpi_data_size of q35. */
const ACPI_BYTES = 0x28000n;
/** Of the boot protocol 2.12, which every kernel since Linux 3.8 has. */
const OLDEST_PROTOCOL = 0x20c;
/**
 * The kernel with the header as QEMU's -kernel writes it (hw/i386/x86-common.c x86_load_linux); TDVF gets, and measures,
 * these bytes unless QEMU keeps the original.
 * @throws DataError code `bad-kernel`
 */
function patchSetupHeader({ kernel, initrd, memory }) {
    const view = headerOf(kernel);
    const protocol = view.getUint16(AT.protocol, true);
    const flags = view.getUint8(AT.loadFlags);
    if (protocol < OLDEST_PROTOCOL || (flags & setup_header_LOADED_HIGH) === 0) {
        const message = `the kernel has boot protocol ${hex(protocol)}, flags ${hex(flags)}: too old to be predicted`;
        throw new reader_DataError('bad-kernel', message, AT.protocol, setup_header_SUBJECT);
    }
    // Buffer's slice() would share the bytes.
    const patched = new Uint8Array(kernel);
    const out = new DataView(patched.buffer);
    out.setUint8(AT.loader, QEMU_LOADER);
    out.setUint8(AT.loadFlags, flags | CAN_USE_HEAP);
    out.setUint32(AT.heapEnd, CMDLINE_ADDRESS - SETUP_ADDRESS - 0x200, true);
    out.setUint32(AT.cmdline, CMDLINE_ADDRESS, true);
    if (initrd.length > 0) {
        const address = initrdAddress(view, initrd.length, memory);
        out.setUint32(AT.initrd, Number(address), true);
        out.setUint32(AT.initrdSize, initrd.length, true);
    }
    return patched;
}
/** As high as it goes below what the kernel, the memory and ACPI leave. */
function initrdAddress(view, size, memory) {
    const above = (view.getUint16(AT.loadFlags2, true) & ABOVE_4G) !== 0;
    const wanted = above ? 0xffffffffn : BigInt(view.getUint32(AT.initrdMax, true));
    const available = lowRam(memory) - ACPI_BYTES;
    const most = wanted >= available ? available - 1n : wanted;
    if (BigInt(size) >= most) {
        const message = `an initrd of ${size} bytes does not fit into the guest's memory`;
        throw new reader_DataError('bad-kernel', message, AT.initrd, { hint: 'Give the guest more memory.' });
    }
    return (most - BigInt(size)) & ~0xfffn;
}
function headerOf(kernel) {
    const magic = Buffer.from(kernel.subarray(AT.magic, AT.magic + 4)).toString('latin1');
    if (kernel.length < HEADER_END || magic !== 'HdrS') {
        throw new reader_DataError('bad-kernel', "not a Linux kernel: no 'HdrS' at 0x202", AT.magic, setup_header_SUBJECT);
    }
    return new DataView(kernel.buffer, kernel.byteOffset, kernel.byteLength);
}

;// CONCATENATED MODULE: ./lib/tdx/td-hob.js
/** Builds the TD HOB as QEMU does: the list of memory that a VMM hands to TDVF, and that TDVF measures. */




const HANDOFF_BYTES = 56;
const RESOURCE_BYTES = 48;
const END_BYTES = 8;
const HANDOFF = { type: 1, version: 9, endAt: 48 };
const RESOURCE = { type: 3, systemMemory: 0, unaccepted: 7 };
/** Present, initialised, tested. */
const td_hob_ATTRIBUTES = 7;
const HINT = { hint: 'tdx-boot firmware inspect says what is wrong with the image; more memory may help.' };
/**
 * The list without its END entry: the bytes that TDVF hashes into RTMR0. QEMU q35, no NUMA, no hotplug memory (QEMU
 * hw/i386/tdvf-hob.c; target/i386/kvm/tdx.c tdx_accept_ram_range; the digests of three event logs agree).
 * @param memory bytes of the guest
 * @throws DataError code `bad-section` where QEMU would refuse the image
 */
function buildQemuTdHob({ sections }, memory) {
    const hob = sections.find(({ name }) => name === 'TD_HOB');
    if (hob === undefined)
        throw new reader_DataError('bad-section', 'no TD_HOB: QEMU asks for one', 0, HINT);
    const list = sections
        .filter(({ name }) => name === 'TD_HOB' || name === 'TempMem')
        .reduce(accept, unaccepted(memory))
        .toSorted((a, b) => (a.start < b.start ? -1 : 1));
    const length = HANDOFF_BYTES + RESOURCE_BYTES * list.length;
    if (BigInt(length + END_BYTES) > hob.memorySize) {
        const message = `the TD HOB takes ${length + END_BYTES} bytes; its section has ${hex(hob.memorySize)}`;
        throw new reader_DataError('bad-section', message, hob.dataOffset, HINT);
    }
    const view = new DataView(new ArrayBuffer(length));
    view.setUint16(0, HANDOFF.type, true);
    view.setUint16(2, HANDOFF_BYTES, true);
    view.setUint32(8, HANDOFF.version, true);
    view.setBigUint64(HANDOFF.endAt, hob.address + BigInt(length + END_BYTES), true);
    for (const [index, entry] of list.entries())
        putResource(view, HANDOFF_BYTES + RESOURCE_BYTES * index, entry);
    return new Uint8Array(view.buffer);
}
function unaccepted(memory) {
    return ramOfQ35(memory).map(([start, end]) => ({ start, end, accepted: false }));
}
/** Cuts a section out of the entry that holds it; neighbours are not merged. */
function accept(list, section) {
    const [start, end] = [section.address, endOf(section)];
    if (start === end)
        return list;
    const around = list.find((entry) => !entry.accepted && entry.start <= start && end <= entry.end);
    if (around === undefined) {
        const message = `section ${section.index} (${section.name}): ${rangeOf(section)} is no free RAM under QEMU`;
        throw new reader_DataError('bad-section', message, section.dataOffset, HINT);
    }
    const before = { ...around, end: start };
    const after = { ...around, start: end };
    const cut = [before, { start, end, accepted: true }, after].filter((entry) => entry.start < entry.end);
    return [...list.filter((entry) => entry !== around), ...cut];
}
/** An EFI_HOB_RESOURCE_DESCRIPTOR without an owner. */
function putResource(view, at, { start, end, accepted }) {
    view.setUint16(at, RESOURCE.type, true);
    view.setUint16(at + 2, RESOURCE_BYTES, true);
    view.setUint32(at + 24, accepted ? RESOURCE.systemMemory : RESOURCE.unaccepted, true);
    view.setUint32(at + 28, td_hob_ATTRIBUTES, true);
    view.setBigUint64(at + 32, start, true);
    view.setBigUint64(at + 40, end - start, true);
}

;// CONCATENATED MODULE: ./lib/tdx/variable-store.js
/** Reads the Secure Boot variables that an image brings with it in its CFV, and that TDVF measures. */

const GLOBAL = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
const IMAGE_SECURITY = 'd719b2cb-3d3a-4596-a3bc-dad00e67656f';
/** In the order in which TdTcg2Dxe.c MeasureAllSecureVariables reads them. */
const MEASURED = [
    { guid: GLOBAL, name: 'SecureBoot' },
    { guid: GLOBAL, name: 'PK' },
    { guid: GLOBAL, name: 'KEK' },
    { guid: IMAGE_SECURITY, name: 'db' },
    { guid: IMAGE_SECURITY, name: 'dbx' },
];
/** gEfiAuthenticatedVariableGuid. */
const AUTHENTICATED = 'aaf32c78-947b-439a-a180-2e144ec37792';
const variable_store_SUBJECT = { what: 'the variable store', hint: 'Give a whole firmware image.' };
const HEADER_LENGTH_AT = 48;
const STORE_HEADER_BYTES = 28;
const variable_store_START = 0x55aa;
/** Of an added variable; one that was deleted or replaced has fewer bits. */
const ADDED = 0x3f;
/**
 * The five variables that TDVF measures before its first separator. Without variables in the image, none is set.
 * @param cfv the bytes of the CFV section: a firmware volume with a variable store (edk2
 *   MdeModulePkg/Include/Guid/VariableFormat.h)
 */
function secureBootVariables(cfv) {
    const stored = readStore(cfv);
    const find = (name, guid) => stored.find((variable) => variable.name === name && variable.guid === guid)?.data ?? new Uint8Array();
    // SecureBoot is in no image: the firmware sets it when there is a platform key.
    const enabled = find('PK', GLOBAL).length > 0 ? Uint8Array.of(1) : new Uint8Array();
    return MEASURED.map(({ guid, name }) => ({
        guid,
        name,
        data: name === 'SecureBoot' ? enabled : find(name, guid),
    }));
}
/** UEFI_VARIABLE_DATA: what is hashed of a variable. */
function variableData({ guid, name, data }) {
    const digits = guid.replaceAll('-', '');
    const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
    const head = Uint8Array.from(order, (at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16));
    const lengths = new DataView(new ArrayBuffer(16));
    lengths.setBigUint64(0, BigInt(name.length), true);
    lengths.setBigUint64(8, BigInt(data.length), true);
    return Buffer.concat([head, new Uint8Array(lengths.buffer), Buffer.from(name, 'utf16le'), data]);
}
/** What is there up to the first record that is none: a damaged store has no more variables than a firmware finds. */
function readStore(cfv) {
    const variables = [];
    try {
        const reader = storeReader(cfv);
        while (reader.left >= 2 && reader.u16('the start of a variable') === variable_store_START) {
            const state = reader.u8('its state');
            reader.skip(33, 'its attributes and time');
            const nameBytes = reader.u32('the size of its name');
            const dataBytes = reader.u32('the size of its data');
            const guid = reader.guid('its GUID');
            const name = Buffer.from(reader.take(nameBytes, 'its name')).toString('utf16le').replace(/\0.*$/s, '');
            const data = reader.take(dataBytes, 'its data');
            if (state === ADDED)
                variables.push({ guid, name, data });
            reader.skip(Math.min(reader.left, -(nameBytes + dataBytes) & 3), 'padding');
        }
    }
    catch (error) {
        if (!(error instanceof reader_DataError))
            throw error;
    }
    return variables;
}
/** At the first variable. */
function storeReader(cfv) {
    const volume = new reader_Reader(cfv, variable_store_SUBJECT);
    volume.skip(HEADER_LENGTH_AT, 'the header of the volume');
    const at = volume.u16('the length of the header');
    const reader = new reader_Reader(cfv, variable_store_SUBJECT);
    reader.skip(at, 'the header of the volume');
    const format = reader.guid('the format of the store');
    reader.skip(STORE_HEADER_BYTES - 16, 'the header of the store');
    if (format !== AUTHENTICATED)
        throw new reader_DataError('truncated', `the store has format ${format}`, at, variable_store_SUBJECT);
    return reader;
}

;// CONCATENATED MODULE: ./lib/tdx/predict-tdvf.js
/** Predicts the RTMRs of a TD with TDVF, event by event: what the firmware measures, then what an EFI-stub kernel does. */








/** QEMU hands on the patched kernel; newer stacks keep the original for measuring. */
const KERNEL_HEADERS = ['patched', 'original'];
/** The stub uses the CC protocol from Linux 6.9 on (0bbe5b0ea97a). */
const STUB_MEASURES = ['measures', 'silent'];
/** Linux drivers/firmware/efi/libstub: the names and tags of what the stub measures. */
const LOAD_OPTIONS = 'LOADED_IMAGE::LoadOptions';
const INITRD = 'Linux initrd';
const ON_DISK = { reason: 'what boots is on the disk: the boot loader and what it measures itself' };
/** The events in the order of each register; those of two registers may come in another order. */
function predictTdvf(boot) {
    return [...firmwareEvents(boot), ...bootEvents(boot), ...kernelEvents(boot)];
}
/**
 * Hashes what a direct kernel boot hands to the firmware.
 * @param memory bytes of the guest, where known
 * @throws DataError code `bad-kernel` or `truncated`
 */
function measureKernel({ kernel, initrd, cmdline }, memory) {
    if (cmdline.includes('\0')) {
        throw new reader_DataError('bad-kernel', 'the command line has a NUL in it', 0, { hint: 'Remove it.' });
    }
    const unknown = { reason: "QEMU writes the initrd's address into it, which depends on the guest's memory" };
    const patched = initrd.length > 0 && memory === undefined
        ? unknown
        : authenticode(patchSetupHeader({ kernel, initrd, memory: memory ?? 0n }));
    const program = { patched, original: authenticode(kernel) };
    return { program, cmdline, ...(initrd.length === 0 ? {} : { initrd: sha384(initrd) }) };
}
/** RTMR0. */
function firmwareEvents(boot) {
    const { image, metadata, profile } = boot;
    const cfv = metadata.sections.find(({ name }) => name === 'CFV');
    const data = cfv === undefined ? new Uint8Array() : image.subarray(cfv.dataOffset, cfv.dataOffset + cfv.rawSize);
    return [
        prediction_event('rtmr0', EVENT.handoffTables2, 'TD HOB', tdHob(boot)),
        hashed('rtmr0', EVENT.platformFirmwareBlob2, 'CFV', data),
        ...secureBootVariables(data).map((variable) => hashed('rtmr0', EVENT.variableDriverConfig, variable.name, variableData(variable))),
        prediction_separator('rtmr0'),
        ...(profile.acpi ? acpiEvents(boot) : []),
        ...bootVariables(boot),
        ...(profile.separator === 'rtmr0' ? [prediction_separator('rtmr0')] : []),
    ];
}
function tdHob({ metadata, vmm, memory }) {
    if (vmm === 'cloud-hypervisor') {
        return {
            reason: "Cloud Hypervisor's ACPI tables are in it, which depend on its version and the devices",
        };
    }
    if (memory === undefined)
        return { reason: 'it lists the memory of the guest, whose size is not given' };
    return sha384(buildQemuTdHob(metadata, memory));
}
function acpiEvents({ acpi }) {
    const unknown = {
        reason: "the VMM's ACPI tables are not given; they depend on its version and the devices",
    };
    return ['loader', 'rsdp', 'tables'].map((file) => prediction_event('rtmr0', EVENT.platformConfigFlags, `ACPI DATA, ${file}`, acpi === undefined ? unknown : sha384(acpi[file])));
}
function bootVariables({ direct, profile }) {
    const variable = (text, digest) => prediction_event('rtmr0', EVENT.variableBoot, text, digest);
    if (direct === undefined) {
        return [
            variable('boot options', {
                reason: 'the firmware makes them from the disks and network cards it finds',
            }),
        ];
    }
    if (profile.boot === undefined) {
        return [
            variable('boot options', { reason: `those of ${profile.releases} have not been seen in an event log` }),
        ];
    }
    const { order, option } = profile.boot;
    return [
        variable('BootOrder', sha384(Buffer.from(order, 'hex'))),
        variable('Boot0000', sha384(Buffer.from(option, 'hex'))),
    ];
}
/** RTMR1. */
function bootEvents(boot) {
    const { direct, profile } = boot;
    const program = (digest) => prediction_event('rtmr1', EVENT.bootServicesApplication, 'what the firmware starts', digest);
    if (direct === undefined)
        return [program(ON_DISK)];
    return [
        program(direct.program[boot.header]),
        action('rtmr1', 'Calling EFI Application from Boot Option'),
        ...(profile.separator === 'rtmr1' ? [prediction_separator('rtmr1')] : []),
        action('rtmr1', 'Exit Boot Services Invocation'),
        action('rtmr1', 'Exit Boot Services Returned with Success'),
    ];
}
/** RTMR2. */
function kernelEvents({ direct, profile, stub }) {
    if (direct === undefined)
        return [prediction_event('rtmr2', EVENT.ipl, 'what the boot loader measures', ON_DISK)];
    if (stub === 'silent')
        return [];
    const options = loadOptions(direct, profile);
    return [
        ...(options === ''
            ? []
            : [hashed('rtmr2', EVENT.eventTag, LOAD_OPTIONS, Buffer.from(`${options}\0`, 'utf16le'))]),
        ...(direct.initrd === undefined ? [] : [prediction_event('rtmr2', EVENT.eventTag, INITRD, direct.initrd)]),
    ];
}
/** The command line as TDVF passes it to the kernel (edk2 OvmfPkg/Library/GenericQemuLoadImageLib). */
function loadOptions({ cmdline, initrd }, { initrd: place }) {
    // The firmware widens each byte to a character.
    const narrow = Buffer.from(cmdline, 'utf8').toString('latin1');
    if (initrd === undefined)
        return narrow;
    return place === 'after-cmdline' ? `${narrow} initrd=initrd` : `initrd=initrd ${narrow}`;
}

;// CONCATENATED MODULE: ./lib/tdx/expected.js
/** All values that the registers of a TD may have by what is known of its boot, each with who measures so. */







/** Whether td-shim made the image: it alone has a place for a kernel, or keeps its scratch memory within the image. */
function expected_isTdShim({ sections }, image) {
    return (sections.some(({ name }) => name === 'Payload') || scratchInImage(sections, image.length) !== undefined);
}
/**
 * MRTD by everybody who reads the metadata, equal values in one row.
 * @throws DataError when a section cannot be added as the metadata says
 */
function expectMrtd({ image, metadata, vmm, order }) {
    const variants = MRTD_VARIANTS.filter(({ reader, rules }) => (vmm ?? reader) === reader && (order ?? rules.order) === rules.order);
    const rows = variants.map(({ reader, rules }) => {
        const value = computeMrtd(image, metadata, rules);
        return { register: 'mrtd', value, by: `${reader} ${rules.order}` };
    });
    return grouped(rows);
}
/**
 * RTMR0 to RTMR3 by every edk2 and every way to hand the kernel on, equal values in one row.
 * @throws DataError when a file is not what it should be, or does not fit
 */
function expectRtmrs(known) {
    return grouped(rtmrRows(known));
}
/**
 * The same one by one.
 * @throws DataError when a file is not what it should be, or does not fit
 */
function rtmrRows(known) {
    return expected_isTdShim(known.metadata, known.image) ? tdShimRows(known) : tdvfRows(known);
}
/**
 * The events behind expectRtmrs: of TDVF those with the patched setup header, and of a kernel that measures.
 * @throws DataError when a file is not what it should be, or does not fit
 */
function expectEvents(known) {
    if (expected_isTdShim(known.metadata, known.image))
        return [{ by: expected_TD_SHIM, events: tdShimEvents(known) }];
    return tdvfBoots(known).map(({ profile, predict }) => ({
        by: profile.id,
        events: predict('patched', 'measures'),
    }));
}
function tdShimEvents({ metadata, direct }) {
    return predictTdShim({ metadata, kernel: direct?.kernel, cmdline: direct?.cmdline ?? '' });
}
function tdShimRows(known) {
    const events = tdShimEvents(known);
    return RTMRS.map((register) => row(register, events, expected_TD_SHIM));
}
function row(register, events, by) {
    const own = events.filter((event) => event.register === register);
    return { register, value: predictRegisters(own)[register], by, events: own };
}
/** The kernel is hashed once for all of them. */
function tdvfBoots({ image, metadata, vmm = 'qemu', profile: wanted, memory, acpi, direct, }) {
    const kernel = direct === undefined ? undefined : measureKernel(direct, memory);
    return EVENT_PROFILES.filter(({ id }) => (wanted ?? id) === id).map((profile) => ({
        profile,
        predict: (header, stub) => predictTdvf({ image, metadata, vmm, profile, memory, acpi, direct: kernel, header, stub }),
    }));
}
/** RTMR0 differs by VMM and edk2, RTMR1 by edk2 and setup header, RTMR2 by edk2 and stub. */
function tdvfRows(known) {
    const { vmm = 'qemu', direct } = known;
    const stubs = STUB_MEASURES.filter((stub) => (known.stub ?? stub) === stub);
    return tdvfBoots(known).flatMap(({ profile, predict }) => {
        const by = (what) => (direct === undefined ? profile.id : `${profile.id}, ${what}`);
        const first = predict('original', 'measures');
        return [
            row('rtmr0', first, `${vmm}, ${profile.id}`),
            ...KERNEL_HEADERS.map((header) => row('rtmr1', predict(header, 'measures'), by(`setup header ${header}`))),
            ...stubs.map((stub) => row('rtmr2', predict('original', stub), by(STUBS[stub]))),
            row('rtmr3', first, profile.id),
        ];
    });
}
const expected_TD_SHIM = 'td-shim v0.8.0';
const STUBS = {
    measures: 'Linux 6.9 and later',
    silent: 'Linux before 6.9',
};
/** One row for each register and value, in the order of the registers. */
function grouped(rows) {
    const groups = new Map();
    for (const { register, value, by } of rows) {
        const key = `${register} ${isKnown(value) ? value : value.reason}`;
        const group = groups.get(key) ?? { register, value, by: new Set() };
        group.by.add(by);
        groups.set(key, group);
    }
    return [...groups.values()]
        .map(({ register, value, by }) => ({
        register,
        ...(isKnown(value) ? { value } : { reason: value.reason }),
        by: [...by],
    }))
        .toSorted((a, b) => a.register.localeCompare(b.register));
}

;// CONCATENATED MODULE: ./lib/tdx/expectation.js
/** What the registers of one boot have to hold, computed before it, with what would explain another value. */




/** Hashing more for a mere suspicion takes too long. */
const MOST_MEASURED = 0x1000000n;
/**
 * @returns the reason where it cannot be known before the boot, or depends on what is not known
 * @throws DataError when a file is not what it should be, or does not fit
 */
function expectRegister(register, known) {
    return register === 'mrtd' ? expectMrtdOf(known) : expectRtmr(register, known);
}
function expectRtmr(register, known) {
    const values = new Map();
    for (const { register: of, value, by, events } of rtmrRows(known)) {
        if (of !== register)
            continue;
        if (!prediction_isKnown(value))
            return value;
        const same = values.get(value);
        if (same === undefined)
            values.set(value, { by: [by], events });
        else
            same.by.push(by);
    }
    return { values: [...values].map(([value, rest]) => ({ value, ...rest })), suspects: [] };
}
/** MRTD is one hash: which section differs is found by measuring the image with each of them otherwise. */
function expectMrtdOf({ image, metadata, vmm, order }) {
    const wanted = mrtd_MRTD_VARIANTS.filter(({ reader, rules }) => reader === (vmm ?? reader) && rules.order === (order ?? rules.order));
    const [variant] = wanted;
    if (variant === undefined)
        return { reason: `${vmm} does not measure ${order}` };
    const values = wanted.map(({ reader, rules }) => ({
        value: mrtd_computeMrtd(image, metadata, rules),
        by: [`${reader} ${rules.order}`],
        events: [],
    }));
    const measure = (sections, rules, text) => {
        try {
            return [{ value: mrtd_computeMrtd(image, { ...metadata, sections }, rules), text }];
        }
        catch (error) {
            if (error instanceof reader_DataError)
                return [];
            throw error;
        }
    };
    const { sections } = metadata;
    const otherwise = sections.flatMap((section) => {
        const { index, name, memorySize, extend } = section;
        const what = `section ${index} (${name})`;
        const changed = `of this image with ${what} ${extend ? 'added and not measured' : 'measured, too'}`;
        const flipped = { ...section, extend: !extend, attributes: section.attributes ^ 1 };
        return [
            ...measure(sections.toSpliced(index, 1), variant.rules, `of this image without ${what}`),
            ...(memorySize > MOST_MEASURED ? [] : measure(sections.with(index, flipped), variant.rules, changed)),
        ];
    });
    const others = mrtd_MRTD_VARIANTS.flatMap(({ reader, rules, programs }) => measure(sections, rules, `of this image as ${reader} measures it, ${rules.order}: ${programs}`));
    const right = values.map(({ value }) => value);
    return { values, suspects: [...others, ...otherwise].filter(({ value }) => !right.includes(value)) };
}

;// CONCATENATED MODULE: ./lib/boot/measurements.js
/** What the registers of a scenario's Trust Domain have to hold, computed from its files before it is booted. */










/** EFI stubs measure what they load from this kernel on (Linux 0bbe5b0ea97a). */
const MEASURING = [6, 9];
/**
 * @param scenario its firmware is an image by now
 * @param vmm what boots it
 * @param release of the firmware, where it is known
 * @returns undefined when nothing is asserted; registers that are asserted by value and cannot be predicted are left out
 * @throws ScenarioError with each register that is asserted as expected and cannot be predicted, and why
 */
async function predictMeasurements(scenario, vmm, release) {
    const { measurements: asserted } = scenario.rules;
    if (asserted === undefined)
        return undefined;
    const predicted = {};
    const problems = [];
    // What the files say is asked for once; where they cannot be read, that is the reason for each register.
    const known = await factsOf(scenario, vmm, release).catch(reasonOf);
    for (const { register, holds, where } of asserted) {
        if (holds === 'replay')
            continue;
        const expected = 'reason' in known ? known : expectOne(register, known);
        if (!('reason' in expected))
            predicted[register] = expected;
        else if (holds === 'expected') {
            const message = `measurements.${register} cannot be predicted: ${expected.reason}. ${measurements_HINT}`;
            problems.push({ where, message });
        }
    }
    if (problems.length > 0)
        throw new ScenarioError(problems);
    return predicted;
}
const measurements_HINT = 'Give its 96 hex digits, let an RTMR be "replay", or leave it out.';
function expectOne(register, known) {
    try {
        return expectRegister(register, known);
    }
    catch (error) {
        return reasonOf(error);
    }
}
function reasonOf(error) {
    if (error instanceof errors_UsageError || error instanceof errors_HostError)
        return { reason: error.message };
    throw error;
}
async function factsOf({ firmware, guest, measuring = {} }, { name: vmm, version }, release) {
    if (firmware === undefined || !('image' in firmware) || guest === undefined) {
        throw new errors_UsageError('no-firmware', 'there is no image of a firmware');
    }
    const image = measurements_read(firmware.image, 'the firmware');
    const metadata = parseMetadata(image);
    const { order = launchOrder(vmm, version), events = profileOf(release), acpiTables } = measuring;
    const acpi = acpiTables === undefined ? undefined : deriveAcpiFiles(measurements_read(acpiTables, 'the ACPI tables'));
    const direct = await directBoot(guest);
    return {
        ...{ image, metadata, vmm, order, acpi, direct, memory: BigInt(guest.memory) },
        ...(events === undefined ? {} : { profile: events }),
        stub: guest.kernel === undefined ? undefined : stubOf(guest.kernel),
    };
}
async function directBoot(guest) {
    const { kernel, initrd, cmdline = '' } = guest;
    if (kernel === undefined)
        return undefined;
    const ramdisk = initrd === undefined
        ? new Uint8Array()
        : initrd === 'probe'
            ? await makeProbe(guest)
            : measurements_read(initrd, 'the initrd');
    return { kernel: measurements_read(kernel, 'the kernel'), initrd: ramdisk, cmdline };
}
/** The events of a release are those of the newest profile that is not newer. Of a release that is none, nothing is known. */
function profileOf(release) {
    if (release === undefined || !release.startsWith('edk2-stable'))
        return undefined;
    return EVENT_PROFILES.findLast(({ id }) => id.startsWith('edk2-stable') && id <= release)?.id ?? PINNED;
}
/** Between edk2-stable202211 and 202302 lies the pin: what is older has its events. */
const PINNED = 'edk2-13b97736';
function stubOf(kernel) {
    const [, major, minor] = /^(\d+)\.(\d+)/.exec(kernelInfoOf(kernel).release) ?? [];
    if (major === undefined || minor === undefined)
        return undefined;
    const [from, at] = MEASURING;
    const measures = Number(major) > from || (Number(major) === from && Number(minor) >= at);
    return measures ? 'measures' : 'silent';
}
function measurements_read(file, what) {
    try {
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch (error) {
        throw new errors_UsageError('no-file', `cannot read ${what}: ${errors_messageOf(error)}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/compat/describe.js
/** A combination and what the table says of it, in words. */
const WORDS = {
    works: 'works',
    refused: 'is refused',
    'hangs-silently': 'hangs silently',
    crashes: 'crashes',
    'does-not-build': 'can be built',
    unknown: 'boots',
};
/** `qemu 10.2.0, tdvf edk2-stable202511, disk, KVM interface upstream, 2 CPUs`. */
function describeCombination({ vmm, firmware, payload, platform, host, cpus }) {
    const image = firmware === 'none'
        ? 'no firmware'
        : [firmware.kind ?? 'unknown firmware', firmware.release ?? ''].join(' ').trim();
    return [
        platform,
        [vmm.name, vmm.version ?? ''].join(' ').trim(),
        image,
        payload,
        ...(platform === 'tdx' ? [`KVM interface ${host ?? 'unknown'}`] : []),
        `${cpus} ${cpus === 1 ? 'CPU' : 'CPUs'}`,
    ].join(', ');
}
/** Every line that `explain` prints: the verdict, what holds, and what would hold on other machines. */
function describeChoice({ combination, assessment }) {
    const { verdict, rows, open } = assessment;
    return [
        `${describeCombination(combination)}: ${verdict}`,
        ...rows.map(describeRow),
        ...open.map((row) => `unless known otherwise: ${describeRow(row)}`),
    ];
}
/** What a reader must know before a boot that may fail; undefined where nothing speaks against it. */
function notice({ verdict, decisive, open }) {
    if (verdict === 'works')
        return undefined;
    const [risk] = open;
    const row = decisive?.verdict === 'unknown' ? decisive : risk;
    if (row === undefined)
        return 'nothing is known of this combination of VMM, firmware, payload and host';
    const doubt = row === risk ? `it is not known whether this ${WORDS[row.verdict]}` : 'this may not boot';
    return [`${doubt}: ${row.reason}.`, ...(row.advice === undefined ? [] : [row.advice])].join(' ');
}
/** Why not one byte may come from this combination; undefined where nothing says so. */
function silenceToExpect({ rows, open }) {
    return [...rows, ...open].find(({ verdict }) => verdict === 'hangs-silently')?.reason;
}
function describeRow({ verdict, reason, certainty, source }) {
    return `${verdict}: ${reason} (${certainty}: ${source})`;
}

;// CONCATENATED MODULE: ./lib/boot/preflight.js
/** Before anything is built or started: which VMM, and whether this combination is known not to boot on this host. */











/**
 * Chooses the VMM and looks the combination up. Asks the machine for Trust Domains only: nothing else depends on it.
 * @throws HostError code `combination-refused` with the reason and what to use; UsageError `no-guest`
 */
async function preflight(loaded, machine = thisMachine) {
    const { scenario } = loaded;
    const wish = wish_wishOf(scenario);
    const [choice] = scenario.platform === 'tdx'
        ? choose_possibleChoices(scenario.vmm, { ...wish, host: usableAbi(machine.kvm()) }, await programs(loaded, machine))
        : choose_possibleChoices(scenario.vmm, wish);
    return { ...chosen(loaded, choice), ...noticeOf(choice) };
}
/**
 * The same for a scenario that is only to be explained, perhaps on a machine that could never boot it: then it says so,
 * and chooses as a machine would that can.
 * @throws HostError code `combination-refused` when no machine can; UsageError `no-guest`
 */
async function foresee(loaded, machine = thisMachine) {
    try {
        return await preflight(loaded, machine);
    }
    catch (error) {
        if (!(error instanceof HostError))
            throw error;
        const [choice] = possibleChoices(loaded.scenario.vmm, wishOf(loaded.scenario));
        const { lines, ...elsewhere } = chosen(loaded, choice);
        return { ...elsewhere, lines: [`on this machine: ${error.message}`, ...lines] };
    }
}
function chosen(loaded, choice) {
    const { vmm } = choice.combination;
    const scenario = { ...loaded.scenario, vmm: vmm.name };
    return { loaded: { ...loaded, scenario }, vmm, lines: describeChoice(choice) };
}
/** Without a TD a combination that the table does not know is an ordinary VM. */
function noticeOf({ combination, assessment }) {
    if (combination.platform !== 'tdx')
        return {};
    const text = notice(assessment);
    const silence = silenceToExpect(assessment);
    return {
        ...(text === undefined ? {} : { notice: text }),
        ...(silence === undefined ? {} : { expectation: silence }),
    };
}
/** What may boot it, the preferred first: the programs in PATH, and the Cloud Hypervisor that tdx-boot builds. */
async function programs({ scenario }, machine) {
    const { vmm, vmmRef } = scenario;
    const built = {
        name: 'cloud-hypervisor',
        version: vmmRef ?? PINS.cloudHypervisor.version,
        tdx: true,
    };
    const found = await Promise.all(VMMS.filter((name) => vmm === 'auto' || vmm === name).map(async (name) => {
        try {
            return (await machine.vmm(name)) ?? [];
        }
        catch (error) {
            // One that does not run is one that is not there, unless it is the only one.
            if (vmm !== 'qemu' && error instanceof errors_HostError)
                return [];
            throw error;
        }
    }));
    const wanted = found.flat().filter(({ name, version }) => name === 'qemu' || isWanted(version, vmmRef));
    return [...wanted, built];
}
function isWanted(version, ref) {
    return ref === undefined || ref === `v${version}`;
}
const thisMachine = {
    kvm: () => ({
        kernelRelease: (0,external_node_os_.release)(),
        tdxParameter: preflight_readText('/sys/module/kvm_intel/parameters/tdx'),
        sysfs: (0,external_node_fs_.existsSync)('/sys/module'),
    }),
    vmm: async (name) => {
        const { command, identify } = backendFor({ vmm: name, platform: 'tdx' });
        const path = findCommand(command);
        if (path === undefined)
            return undefined;
        const { version, tdx } = await identify(path, 'tdx');
        return { name, version, tdx };
    },
};
function preflight_readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/boot/vmm.js
/** The VMM's program for a scenario: the one on the machine if it can boot that, otherwise one that is built. */





/**
 * Builds Cloud Hypervisor, or takes it from a cache, when the machine has none that boots this scenario.
 * @returns the program; undefined when there is nothing to build: then the boot takes the one in PATH, or says why not
 * @throws HostError of the build; code `vmm-unsuitable` when what was built does not boot the scenario
 */
async function provideProgram(scenario, options) {
    const backend = backendFor(scenario);
    if (backend.name !== 'cloud-hypervisor')
        return undefined;
    // Only that there is an initrd matters here, not where.
    const wish = launchWish(scenario, 'probe');
    const { program, problem } = await boot_vmm_look(backend, wish, scenario.vmmRef);
    if (problem === undefined)
        return program;
    // Another build of it would change nothing about a guest that none can boot.
    if (backend.unsuitable(wish, { path: backend.command, tdx: true }) !== undefined)
        return undefined;
    options.listener({ type: 'notice', text: `A Cloud Hypervisor built with TDX is used, because ${problem}` });
    const { entry } = await provideFirmware(requestFor(scenario), options);
    const built = await backend.identify(entry.image, scenario.platform);
    requireSuitable(backend, wish, built);
    return built;
}
/** The machine's own program, and why it is not the one. */
async function boot_vmm_look(backend, wish, ref) {
    try {
        const program = await findProgram(backend, wish);
        const other = ref !== undefined && ref !== `v${program.version}`;
        const problem = other
            ? `${program.path} is v${program.version}, not ${ref}`
            : backend.unsuitable(wish, program);
        return { program, problem };
    }
    catch (error) {
        if (!(error instanceof errors_HostError))
            throw error;
        return { problem: error.message };
    }
}
function requestFor({ vmmRef: ref }) {
    return { name: 'cloud-hypervisor', build: 'release', ...(ref === undefined ? {} : { ref }), defines: [] };
}

;// CONCATENATED MODULE: ./lib/boot/ready.js
/** All that a boot needs, in the order in which it can be refused: the host, the combination, the VMM, the firmware. */









/**
 * Checks the host and the combination, then builds what the scenario needs and no cache has. What is known not to boot
 * costs no build: it is ready to become a verdict.
 * @throws HostError of a build; ScenarioError where a measurement is asserted that cannot be predicted
 */
async function makeReady(loaded, options, machine, host = thisHost) {
    const checked = await check(loaded, machine, host).catch((error) => {
        if (error instanceof errors_HostError)
            return error;
        throw error;
    });
    if (checked instanceof errors_HostError)
        return { scenario: loaded.scenario, refused: checked };
    const { notice, expectation, vmm } = checked;
    if (notice !== undefined)
        options.listener({ type: 'notice', text: notice });
    const program = await provideProgram(checked.loaded.scenario, options);
    const { scenario } = (await withFirmware(checked.loaded, options)).loaded;
    const measurements = await predictMeasurements(scenario, vmm, ready_releaseOf(checked.loaded));
    return {
        scenario,
        ...(program === undefined ? {} : { program }),
        ...(expectation === undefined ? {} : { expectation }),
        ...(measurements === undefined ? {} : { measurements }),
    };
}
/** Of the firmware, which its image no longer says. */
function ready_releaseOf({ scenario }) {
    const { firmware } = wish_wishOf(scenario);
    return firmware === 'none' ? undefined : firmware.release;
}
async function check(loaded, machine, host) {
    // What is wrong with the host comes first: on one without TDX nothing that the table says helps.
    const { platform, guest } = loaded.scenario;
    if (platform === 'tdx' && guest !== undefined)
        await requireTdxHost(host, guest.memory, heldMemory());
    return preflight(loaded, machine);
}

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

;// CONCATENATED MODULE: ./lib/report/lines.js
/** The guest's lines for people: the same normalised text that the judge sees. */

/** Splits every stream into lines and hands each to `onLine`. */
class LinePrinter {
    #onLine;
    #scanners = new Map();
    constructor(onLine) {
        this.#onLine = onLine;
    }
    push(stream, bytes) {
        const scanner = this.#scanners.get(stream) ?? this.#open(stream);
        scanner.push(bytes);
    }
    /** Prints the unfinished lines. */
    flush() {
        for (const scanner of this.#scanners.values())
            scanner.end();
    }
    #open(stream) {
        const scanner = lineReader((text) => this.#onLine(stream, text));
        this.#scanners.set(stream, scanner);
        return scanner;
    }
}

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

;// CONCATENATED MODULE: ./lib/report/words.js
/** How events read in a log, on a terminal and in a job alike. Texts are not yet made safe for their destination. */



/** One line for an event that people want to see, undefined for the others. */
function words_describeEvent(event) {
    const time = formatTime(event.time);
    switch (event.type) {
        case 'phase':
            return `${time} phase ${event.phase}: ${event.title}`;
        case 'step':
            return `${time} step ${event.step.number} ${event.step.state}: ${describeStep(event.step)}`;
        case 'finding':
            return `${time} ${words_describeFinding(event.finding)}`;
        case 'notice':
            return `${time} notice: ${event.message}`;
        default:
            return undefined;
    }
}
function describeStep(step) {
    return step.kind === 'send' ? `send ${JSON.stringify(step.text)}` : step.text;
}
function words_describeFinding(finding) {
    const weight = finding.outcome ?? (finding.allowed === undefined ? finding.severity : `allowed (${finding.allowed})`);
    const place = finding.stream === undefined ? '' : ` [${finding.stream}:${finding.line}]`;
    return `${weight}: ${finding.title}${place}`;
}
/** The verdict in a few lines: what, why, where, what next. */
function describeVerdict(name, verdict) {
    const met = verdict.steps.filter(({ state }) => state === 'met' || state === 'sent').length;
    const lines = [
        `${verdict.verdict}: ${name} (${met} of ${verdict.steps.length} steps, reached ${verdict.phase}, ` +
            `${formatDuration(verdict.time)})`,
    ];
    const measurements = verdict.measurements.map((row) => `  ${describeMeasurement(row)}`);
    if (verdict.verdict === 'passed')
        return [...lines, ...measurements];
    lines.push(`  reason: ${verdict.reason}`);
    if (verdict.cause?.where !== undefined)
        lines.push(`  asked for at ${source_formatWhere(verdict.cause.where)}`);
    if (verdict.diagnosis !== undefined)
        lines.push(...describeDiagnosis(verdict.diagnosis, verdict.reason));
    return [...lines, ...measurements];
}
/** `mrtd 0123456789abcdef\u2026: equal (expected)`; the whole values are in result.json. */
function describeMeasurement({ register, asserted, verdict, wanted, shown }) {
    const value = shown === undefined ? '' : ` ${shortHex(shown)}`;
    const instead = verdict === 'different' ? `, not ${wanted.map(shortHex).join(' or ')}` : '';
    return `${register}${value}: ${verdict}${instead} (${asserted})`;
}
/** Where it stopped, why, what shows it, what to do: one line each. A cause that `reason` names already is not repeated. */
function describeDiagnosis(diagnosis, reason = '') {
    const { phase, cause, title, evidence, advice, certainty } = diagnosis;
    return [
        `  stopped in: ${phase}`,
        ...(title === reason ? [] : [`  cause (${certainty}): ${title} [${cause}]`]),
        ...evidence.map((item) => `  ${describeEvidence(item)}`),
        ...(advice === '' ? [] : [`  next: ${advice}`]),
    ];
}
/** `console line 12: text`, or the text alone. */
function describeEvidence({ stream, line, text }) {
    const place = [...(stream === undefined ? [] : [stream]), ...(line === undefined ? [] : [`line ${line}`])];
    return place.length === 0 ? text : `${place.join(' ')}: ${text}`;
}
/** `[   3.214]`: seconds since the VMM was started. */
function formatTime(ms) {
    return `[${(ms / 1000).toFixed(3).padStart(8)}]`;
}

;// CONCATENATED MODULE: ./lib/report/job-log.js
/** The run in the log of a workflow job: one group a phase, every guest line made harmless, a bounded length. */




/** Guest lines shown in the job's log; the recording has all. A browser shows no more either. */
const SHOWN_LINES = 20_000;
/** Characters of one guest line. */
const SHOWN_COLUMNS = 2_000;
class JobLog {
    #output;
    #lines;
    #phase;
    #shown = 0;
    constructor(output) {
        this.#output = output;
        this.#lines = new LinePrinter((stream, text) => this.#guestLine(`${stream} | ${text}`));
    }
    on(event) {
        if (event.type === 'launch')
            this.#enter('vmm');
        else if (event.type === 'phase')
            this.#enter(event.phase);
        if (event.type === 'output')
            this.#lines.push(event.stream, event.bytes);
        if (event.type === 'verdict')
            this.#lines.flush();
        const text = words_describeEvent(event);
        if (text !== undefined)
            this.#output.info(forJobLog(text));
    }
    close() {
        if (this.#phase !== undefined)
            this.#output.endGroup();
        this.#phase = undefined;
    }
    #enter(phase) {
        if (this.#phase !== undefined && PHASES.indexOf(phase) <= PHASES.indexOf(this.#phase))
            return;
        if (this.#phase !== undefined)
            this.#output.endGroup();
        this.#phase = phase;
        this.#output.startGroup(`Boot: ${phase}`);
    }
    #guestLine(line) {
        this.#shown++;
        if (this.#shown <= SHOWN_LINES)
            this.#output.info(forJobLog(line.slice(0, SHOWN_COLUMNS)));
        if (this.#shown === SHOWN_LINES) {
            this.#output.info(`The guest printed ${SHOWN_LINES} lines; the rest is only in the recording.`);
        }
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./lib/judge/recorded.js
/** How a run is written down: one line of events.jsonl for each machine event, the bytes in one file per stream. */


const EVENTS_FILE = 'events.jsonl';
const recorded_sha384 = schemas/* string */.YjP().regex(/^[0-9a-f]{96}$/);
const expectation = schemas/* object */.Ikc({
    values: schemas/* array */.YOg(schemas/* object */.Ikc({
        value: recorded_sha384,
        by: schemas/* array */.YOg(schemas/* string */.YjP()),
        events: schemas/* array */.YOg(schemas/* object */.Ikc({ register: schemas/* enum */.k5n(REGISTERS), name: schemas/* string */.YjP(), text: schemas/* string */.YjP(), digest: recorded_sha384 })),
    })),
    suspects: schemas/* array */.YOg(schemas/* object */.Ikc({ value: recorded_sha384, text: schemas/* string */.YjP() })),
});
/** What a recording says that the registers had to hold. Recordings are sent around: whoever reads one checks it. */
const recordedExpectations = schemas/* partialRecord */.jgl(schemas/* enum */.k5n(REGISTERS), expectation);

;// CONCATENATED MODULE: ./lib/judge/events.js
/** The event stream: the only interface between the machine, the judge and everything that reports. */
const MEASUREMENT_VERDICTS = ['equal', 'different', 'not-shown', 'not-known'];
const CERTAINTIES = ['known', 'likely', 'unknown'];

;// CONCATENATED MODULE: ./lib/report/result.js
/** result.json: the run for machines. Its schema is versioned and committed as schema/result.schema.json. */





const ms = schemas/* number */.aig().describe('Milliseconds since the VMM was started');
const findingSchema = schemas/* strictObject */.rej({
    kind: schemas/* string */.YjP(),
    id: schemas/* string */.YjP().describe('Stable name of the kind of finding'),
    title: schemas/* string */.YjP(),
    hint: schemas/* string */.YjP(),
    severity: schemas/* enum */.k5n(SEVERITIES),
    phase: schemas/* enum */.k5n(PHASES),
    time: ms,
    outcome: schemas/* enum */.k5n(['failed', 'errored']).nullable().describe('null: reported only'),
    allowed: schemas/* string */.YjP().nullable().describe('Why the scenario allows it'),
    stream: schemas/* enum */.k5n(STREAMS).nullable(),
    line: schemas/* int */.Whr().nullable().describe('Line number in the stream, from 1'),
    text: schemas/* string */.YjP().nullable(),
    report: schemas/* array */.YOg(schemas/* string */.YjP()).describe('The lines that followed'),
    where: schemas/* string */.YjP().nullable().describe('file:line:column of the scenario'),
});
const stepSchema = schemas/* strictObject */.rej({
    number: schemas/* int */.Whr(),
    kind: schemas/* enum */.k5n(['expect', 'send']),
    text: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['met', 'sent', 'missed', 'open']),
    where: schemas/* string */.YjP(),
    time: ms.nullable(),
    stream: schemas/* enum */.k5n(STREAMS).nullable(),
    line: schemas/* string */.YjP().nullable().describe('The line that met it'),
});
const diagnosisSchema = schemas/* strictObject */.rej({
    phase: schemas/* enum */.k5n(PHASES).describe('Where the boot stopped'),
    cause: schemas/* string */.YjP().describe('Stable name of the cause; unknown: nothing explains it'),
    title: schemas/* string */.YjP(),
    certainty: schemas/* enum */.k5n(CERTAINTIES)
        .describe('known: a line says so; likely: it follows from what was seen; unknown'),
    evidence: schemas/* array */.YOg(schemas/* strictObject */.rej({
        stream: schemas/* enum */.k5n(STREAMS).nullable(),
        line: schemas/* int */.Whr().nullable().describe('Line number in the stream, from 1'),
        text: schemas/* string */.YjP(),
    })),
    advice: schemas/* string */.YjP(),
});
const measurementSchema = schemas/* strictObject */.rej({
    register: schemas/* enum */.k5n(REGISTERS),
    asserted: schemas/* enum */.k5n(['expected', 'replay', 'value']).describe('value: the scenario gives it'),
    verdict: schemas/* enum */.k5n(MEASUREMENT_VERDICTS)
        .describe('not-known: a log was judged that is no recording of a boot'),
    wanted: schemas/* array */.YOg(schemas/* string */.YjP()).describe('96 hex digits; each is right'),
    shown: schemas/* string */.YjP().nullable().describe('By the guest; null: nothing that is a value'),
    explanation: schemas/* string */.YjP().nullable().describe('Which section or event differs, as far as it can be told'),
    where: schemas/* string */.YjP().describe('file:line:column of the scenario'),
});
const resultSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    scenario: schemas/* string */.YjP(),
    platform: schemas/* enum */.k5n(PLATFORMS),
    verdict: schemas/* enum */.k5n(['passed', 'failed', 'errored']),
    reason: schemas/* string */.YjP(),
    hint: schemas/* string */.YjP(),
    phase: schemas/* enum */.k5n(PHASES).describe('The furthest phase that was reached'),
    time: ms.describe('Milliseconds from the start of the VMM to the verdict'),
    argv: schemas/* array */.YOg(schemas/* string */.YjP()).nullable().describe('The VMM command; null when none was started'),
    steps: schemas/* array */.YOg(stepSchema),
    cause: findingSchema.nullable().describe('The finding that decided'),
    diagnosis: diagnosisSchema.nullable().describe('Where and why it stopped; null when it passed'),
    findings: schemas/* array */.YOg(findingSchema),
    captures: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
    measurements: schemas/* array */.YOg(measurementSchema).describe('One for each register that the scenario asserts'),
    timeline: schemas/* array */.YOg(schemas/* strictObject */.rej({ time: ms, phase: schemas/* enum */.k5n(PHASES), title: schemas/* string */.YjP() })),
    lastLines: schemas/* array */.YOg(schemas/* string */.YjP()),
})
    .describe('The result of one tdx-boot run');
function resultJsonSchema() {
    return z.toJSONSchema(resultSchema);
}
function makeResult(scenario, verdict, argv) {
    return {
        version: 1,
        scenario: scenario.name,
        platform: scenario.platform,
        verdict: verdict.verdict,
        reason: verdict.reason,
        hint: verdict.hint,
        phase: verdict.phase,
        time: verdict.time,
        argv: argv === undefined ? null : [...argv],
        steps: verdict.steps.map(stepResult),
        cause: verdict.cause === undefined ? null : findingResult(verdict.cause),
        diagnosis: verdict.diagnosis === undefined ? null : diagnosisResult(verdict.diagnosis),
        findings: verdict.findings.map(findingResult),
        captures: { ...verdict.captures },
        measurements: verdict.measurements.map(measurementResult),
        timeline: verdict.timeline.map((entry) => ({ ...entry })),
        lastLines: [...verdict.lastLines],
    };
}
/** A diagnosis for machines: of a run, or of a log (`tdx-boot diagnose --json`). */
function diagnosisResult(diagnosis) {
    return {
        ...diagnosis,
        evidence: diagnosis.evidence.map(({ stream, line, text }) => ({
            stream: stream ?? null,
            line: line ?? null,
            text,
        })),
    };
}
function measurementResult(measurement) {
    const { wanted, shown, explanation, where } = measurement;
    return {
        ...measurement,
        wanted: [...wanted],
        shown: shown ?? null,
        explanation: explanation ?? null,
        where: source_formatWhere(where),
    };
}
function findingResult(finding) {
    return {
        kind: finding.kind,
        id: finding.id,
        title: finding.title,
        hint: finding.hint,
        severity: finding.severity,
        phase: finding.phase,
        time: finding.time,
        outcome: finding.outcome ?? null,
        allowed: finding.allowed ?? null,
        stream: finding.stream ?? null,
        line: finding.line ?? null,
        text: finding.text ?? null,
        report: [...(finding.report ?? [])],
        where: finding.where === undefined ? null : source_formatWhere(finding.where),
    };
}
function stepResult(step) {
    return {
        number: step.number,
        kind: step.kind,
        text: step.text,
        state: step.state,
        where: source_formatWhere(step.where),
        time: step.time ?? null,
        stream: step.stream ?? null,
        line: step.line ?? null,
    };
}

;// CONCATENATED MODULE: ./lib/report/recording.js
/** The recording of a run: raw bytes per stream, every event with its time, an asciicast, and result.json. */






const RESULT_FILE = 'result.json';
const CAST_FILE = 'boot.cast';
/**
 * Makes a new directory for one run below `base`: named after the scenario, numbered when the name is taken, so that
 * nothing is overwritten and parallel runs do not meet.
 * @throws HostError code `no-results-dir`
 */
function makeRunDirectory(base, name) {
    const slug = forFileName(name);
    try {
        (0,external_node_fs_.mkdirSync)(base, { recursive: true });
        for (let number = 1;; number++) {
            const directory = (0,external_node_path_.resolve)(base, number === 1 ? slug : `${slug}-${number}`);
            if (makeOnce(directory))
                return directory;
        }
    }
    catch (error) {
        throw new errors_HostError('no-results-dir', `cannot write results to ${base}: ${errors_messageOf(error)}`, {
            hint: 'Name another directory (--results DIR, or the input "results").',
            cause: error,
        });
    }
}
class Recording {
    directory;
    #scenario;
    #raw = new Map();
    #decoders = new Map();
    #events;
    #cast;
    #castTime = 0;
    #failure;
    #argv;
    constructor(directory, scenario) {
        this.directory = directory;
        this.#scenario = scenario;
        this.#events = this.#open(EVENTS_FILE);
        this.#cast = this.#open(CAST_FILE);
        const timestamp = Math.floor(Date.now() / 1000);
        this.#cast.write(`${JSON.stringify({ version: 2, width: 120, height: 40, timestamp, title: scenario.name })}\n`);
    }
    async on(event) {
        if (event.type === 'output')
            await this.#output(event.stream, event.time, event.bytes);
        else if (event.type === 'input') {
            const text = Buffer.from(event.bytes).toString();
            this.#line({ t: event.time, input: event.stream, text });
            this.#castLine(event.time, 'i', text);
        }
        else if (event.type === 'verdict') {
            // What came later, or never, was not seen: a replay must not wait for it either.
            this.#line({ t: event.time, event: { type: 'end-of-log', time: event.time } });
            writeWhole((0,external_node_path_.join)(this.directory, RESULT_FILE), makeResult(this.#scenario, event.verdict, this.#argv));
        }
        else if (event.type === 'step' || event.type === 'finding' || event.type === 'phase') {
            this.#castLine(event.time, 'm', event.type === 'phase' ? event.title : event.type);
        }
        else if (event.type !== 'send' && event.type !== 'notice') {
            if (event.type === 'launch')
                this.#argv = event.argv;
            this.#line({ t: event.time, event });
        }
        if (this.#failure !== undefined) {
            throw new errors_HostError('cannot-record', `cannot write to ${this.directory}: ${errors_messageOf(this.#failure)}`);
        }
    }
    async close() {
        const open = [...this.#raw.values(), this.#events, this.#cast].filter((stream) => !stream.destroyed);
        await Promise.all(open.map((stream) => new Promise((done) => stream.end(done))));
    }
    async #output(stream, time, bytes) {
        const raw = this.#raw.get(stream) ?? this.#open(`${stream}.raw`);
        this.#raw.set(stream, raw);
        this.#line({ t: time, output: stream, n: bytes.length });
        if (stream !== 'vmm') {
            const decoder = this.#decoders.get(stream) ?? new TextDecoder();
            this.#decoders.set(stream, decoder);
            this.#castLine(time, 'o', decoder.decode(bytes, { stream: true }));
        }
        // A guest that floods its console must not fill our memory: wait until the disk has caught up.
        if (!raw.write(bytes))
            await drained(raw);
    }
    #line(event) {
        this.#events.write(`${JSON.stringify(event)}\n`);
    }
    /**
     * asciicast v2 (docs.asciinema.org): [seconds, "o" output | "i" input | "m" marker, text]. Its times never go back,
     * while a deadline is reported with its own time after output that was read a moment later.
     */
    #castLine(time, code, text) {
        this.#castTime = Math.max(this.#castTime, time);
        if (text !== '')
            this.#cast.write(`${JSON.stringify([this.#castTime / 1000, code, text])}\n`);
    }
    #open(name) {
        const stream = (0,external_node_fs_.createWriteStream)((0,external_node_path_.join)(this.directory, name), { flags: 'wx' });
        stream.on('error', (error) => {
            this.#failure ??= error;
        });
        return stream;
    }
}
/** Resolves when the stream takes more, or never will. */
function drained(stream) {
    return new Promise((resolve) => {
        const done = () => {
            stream.off('drain', done).off('close', done);
            resolve();
        };
        stream.on('drain', done).on('close', done);
    });
}
/** A reader never sees half a file. */
function writeWhole(path, value) {
    const fd = (0,external_node_fs_.openSync)(`${path}.part`, 'w');
    try {
        (0,external_node_fs_.writeSync)(fd, `${JSON.stringify(value, null, 2)}\n`);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
    (0,external_node_fs_.renameSync)(`${path}.part`, path);
}
function makeOnce(directory) {
    try {
        (0,external_node_fs_.mkdirSync)(directory);
        return true;
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/report/reporter.js
/** Subscribers of the event stream: each gets every event, in order. */
/**
 * Feeds the reporters until the events end.
 * @returns the verdict
 * @throws whatever the event source throws, after the reporters are closed; Error when no verdict came
 */
async function report(events, reporters) {
    let verdict;
    try {
        for await (const event of events) {
            for (const reporter of reporters) {
                const pending = reporter.on(event);
                if (pending !== undefined)
                    await pending;
            }
            if (event.type === 'verdict')
                verdict = event.verdict;
        }
    }
    finally {
        for (const reporter of reporters)
            await reporter.close?.();
    }
    if (verdict === undefined)
        throw new Error('the events ended without a verdict');
    return verdict;
}

;// CONCATENATED MODULE: ./lib/report/summary.js
/** The job summary: verdict, why, where the time went, and the last lines, as Markdown that a guest cannot forge. */





const MARKS = { passed: '\u2705', failed: '\u274c', errored: '\u26a0\ufe0f' };
const STEP_MARKS = { met: '\u2705', sent: '\u27a1\ufe0f', missed: '\u274c', open: '\u00b7' };
/** Findings and steps listed; a summary over 1 MiB is dropped whole by the runner. */
const LISTED = 100;
const COLUMNS = 300;
/** Markdown of at most a few hundred kilobytes. */
function summarize(scenario, verdict) {
    const parts = [
        `### ${MARKS[verdict.verdict]} ${forMarkdown(scenario.name)}: ${verdict.verdict}`,
        `Platform ${scenario.platform}, reached **${verdict.phase}**, ${formatDuration(verdict.time)}.`,
        ...explanation(verdict),
        ...stepTable(verdict),
        ...measurementTable(verdict),
        ...timelineTable(verdict),
        ...findingList(verdict),
    ];
    if (verdict.verdict !== 'passed' && verdict.lastLines.length > 0) {
        parts.push('Last lines of the guest:', markdownBlock(verdict.lastLines.map(clip)));
    }
    return `${parts.join('\n\n')}\n`;
}
function explanation(verdict) {
    if (verdict.verdict === 'passed')
        return [];
    const { cause } = verdict;
    const place = cause?.where === undefined ? '' : ` (${markdownCode(source_formatWhere(cause.where))})`;
    const report = cause?.report ?? [];
    return [
        `**${forMarkdown(clip(verdict.reason))}**${place}`,
        ...diagnosisList(verdict),
        ...(report.length === 0 ? [] : [markdownBlock(report.slice(0, 60).map(clip))]),
    ];
}
function diagnosisList({ diagnosis, reason }) {
    if (diagnosis === undefined)
        return [];
    const { phase, cause, title, evidence, advice, certainty } = diagnosis;
    const named = title === reason ? '' : `${forMarkdown(clip(title))} `;
    return [
        [
            `- Stopped in **${phase}**`,
            `- Cause (${certainty}): ${named}${markdownCode(cause)}`,
            ...evidence.map((item) => `- Evidence: ${markdownCode(clip(describeEvidence(item)))}`),
            ...(advice === '' ? [] : [`- Next: ${forMarkdown(advice)}`]),
        ].join('\n'),
    ];
}
function stepTable({ steps }) {
    if (steps.length === 0)
        return [];
    const rows = steps.slice(0, LISTED).map((step) => {
        const time = step.time === undefined ? '' : formatDuration(step.time);
        return `| ${step.number} | ${STEP_MARKS[step.state]} ${step.state} | ${markdownCode(clip(describeStep(step)))} | ${time} |`;
    });
    return [['| step | state | what | time |', '| --- | --- | --- | --- |', ...rows].join('\n')];
}
function measurementTable({ measurements }) {
    if (measurements.length === 0)
        return [];
    const rows = measurements.map(({ register, asserted, verdict, wanted, shown }) => {
        const values = wanted.map((value) => markdownCode(shortHex(value))).join(' or ');
        const seen = shown === undefined ? '' : markdownCode(shortHex(shown));
        return `| ${register} | ${verdict === 'equal' ? '\u2705' : '\u274c'} ${verdict} | ${asserted} | ${values} | ${seen} |`;
    });
    const head = ['| register | | asserted | has to be | the guest shows |', '| --- | --- | --- | --- | --- |'];
    return [[...head, ...rows].join('\n')];
}
function timelineTable({ timeline }) {
    if (timeline.length === 0)
        return [];
    const rows = timeline
        .slice(0, LISTED)
        .map((entry) => `| ${formatDuration(entry.time)} | ${entry.phase} | ${forMarkdown(entry.title)} |`);
    return [
        `<details><summary>Timeline</summary>\n\n${['| time | phase | |', '| --- | --- | --- |', ...rows].join('\n')}\n\n</details>`,
    ];
}
function findingList({ findings }) {
    if (findings.length === 0)
        return [];
    const items = findings
        .slice(0, LISTED)
        .map((finding) => `- ${forMarkdown(clip(words_describeFinding(finding)))}`);
    const rest = findings.length > LISTED ? [`- and ${findings.length - LISTED} more in result.json`] : [];
    return [[...items, ...rest].join('\n')];
}
function clip(text) {
    return text.length > COLUMNS ? `${text.slice(0, COLUMNS)}\u2026` : text;
}

;// CONCATENATED MODULE: ./lib/report/firmware-log.js
/** A firmware build for people: its stage, how far it is, how long it has taken and will take, and its log folded. */


/** How often a log that keeps every line is told of progress. */
const EVERY_MS = 10_000;
/** Lines of a build's log that the job's log shows; the file has all. */
const firmware_log_SHOWN_LINES = 20_000;
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
        for (const line of lines.slice(0, firmware_log_SHOWN_LINES))
            this.#output.info(forJobLog(line));
        if (lines.length > firmware_log_SHOWN_LINES)
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
const cache_HERE = import.meta.url;
/** Beside this source, or in its own bundle beside ours. */
const CLIENT = (0,external_node_url_.fileURLToPath)(new URL(cache_HERE.endsWith('.ts') ? 'cache-client.ts' : '../cache/index.js', cache_HERE));
/** An entry is some 1 MB: slower than this, a build is about as quick. The client alone would try for minutes. */
const cache_DEADLINE_MS = 60_000;
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
        const late = AbortSignal.timeout(cache_DEADLINE_MS);
        try {
            return await inWorkDir((workDir) => body(workDir, signal === undefined ? late : AbortSignal.any([late, signal])));
        }
        catch (error) {
            signal?.throwIfAborted();
            const why = late.aborted ? `no answer in ${cache_DEADLINE_MS / 1000} s` : errors_messageOf(error);
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
        const store = new Store(defaultRoot(), { listener });
        return await body({ store, listener, signal, ...(remote === undefined ? {} : { remote }) });
    }
    finally {
        log.close();
    }
}

;// CONCATENATED MODULE: ./lib/scenario/measurements.js
/** What a scenario asserts of the measurement registers of its Trust Domain. */

/** The word of a guest's command line that makes the probe print its event log. */
const PROBE_PRINTS_LOG = 'tdx-boot.probe=ccel';
/** The assertions in the order of the registers. */
function assertionsOf(asserted, where) {
    return REGISTERS.flatMap((register) => {
        const holds = asserted[register]?.toLowerCase();
        return holds === undefined ? [] : [{ register, holds, where: where(['measurements', register]) }];
    });
}
/** @param resolve gives the absolute path of a file */
function measuringOf(asserted, resolve) {
    const { order, events, 'acpi-tables': acpiTables } = asserted;
    return {
        ...(order === undefined ? {} : { order }),
        ...(events === undefined ? {} : { events }),
        ...(acpiTables === undefined ? {} : { acpiTables: resolve(acpiTables) }),
    };
}
/** Why the assertions of this file can never hold, each with its place. */
function measurementProblems({ measurements, platform }, guest) {
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
    const message = `measurements.${replayed}: replay needs the event log: add ${PROBE_PRINTS_LOG} to guest.cmdline`;
    return [{ path: [...path, replayed], message }];
}
/** Whether the guest's event log is needed. */
function needsLog({ measurements = {} }) {
    return REGISTERS.some((register) => measurements[register] === 'replay');
}
function printsLog(cmdline = '') {
    return cmdline.split(' ').includes(PROBE_PRINTS_LOG);
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
function parseRequest({ name, build = 'release', pins, ref, repository, defines = [] }, base) {
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

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
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
const stream = schemas/* enum */.k5n(STREAMS).describe('console is hvc0, serial is ttyS0, debugcon is port 0x402');
const when = schemas/* union */.KCZ([schemas/* enum */.k5n(PLATFORMS), schemas/* array */.YOg(schemas/* enum */.k5n(PLATFORMS)).min(1)])
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
        .describe(`${FIRMWARES.join(', ')}: built from its pin, or taken from the cache. Or an image (OVMF.fd)`),
    schemas/* strictObject */.rej({ code: path, vars: path }).describe('Two flash chips; the variables are not kept'),
    schemas/* strictObject */.rej({
        recipe: schemas/* enum */.k5n(FIRMWARES),
        build: schemas/* enum */.k5n(BUILDS).optional().describe('Default: release. A debug build logs to the serial port'),
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
    order: schemas/* enum */.k5n(ORDERS)
        .optional()
        .describe('Order in which the host measures MRTD. Default: two-pass with QEMU 8.2, else interleaved'),
    events: schemas/* enum */.k5n(EVENT_PROFILES.map(({ id }) => id))
        .optional()
        .describe('The edk2 that an image was built from. Default: that of the recipe; unknown of an image'),
    'acpi-tables': path.optional().describe("Content of QEMU's fw_cfg file etc/acpi/tables, for RTMR0"),
});
const scenarioSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    name: schemas/* string */.YjP().min(1, 'is empty').optional().describe('What a pass means; default: the file name'),
    platform: schemas/* enum */.k5n(PLATFORMS)
        .optional()
        .describe('tdx: a Trust Domain; kvm: the same without; emulated: QEMU TCG'),
    vmm: schemas/* enum */.k5n(['auto', ...VMMS])
        .optional()
        .describe('Default: auto, the one that fits platform, firmware and host'),
    'vmm-ref': schemas/* string */.YjP()
        .regex(REF, 'is not a tag, a branch or a commit')
        .optional()
        .describe('Version of Cloud Hypervisor, built unless the machine has it. Default: what it has, else the pin'),
    firmware: schema_firmware.optional(),
    pins: schemas/* enum */.k5n(PIN_SETS)
        .optional()
        .describe('What firmware is built from. Default: documented; current is for hosts of Linux 6.16 and later'),
    guest: guest.optional(),
    steps: schemas/* array */.YOg(schemas/* union */.KCZ([expect, anyOrder, send]))
        .optional()
        .describe('In this order'),
    forbid: schemas/* array */.YOg(forbid).optional().describe('What the guest must not print'),
    allow: schemas/* array */.YOg(allow).optional().describe('Known findings that must not fail the run'),
    'fail-on': schemas/* enum */.k5n(SEVERITIES)
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
function scenarioJsonSchema() {
    return json_schema_processors/* toJSONSchema */.bl(scenarioSchema);
}

;// CONCATENATED MODULE: ./lib/scenario/td.js
/** What a scenario says that only a Trust Domain has: a place where its quotes come from. */
/** `vsock:2:4050` or `unix:/path`, whose form the schema has checked. */
function parseQuoteSocket(text) {
    const [type, ...rest] = text.split(':');
    const [cid = '', port = ''] = rest;
    return type === 'unix' ? { type, path: rest.join(':') } : { type: 'vsock', cid, port };
}

;// CONCATENATED MODULE: ./lib/scenario/units.js
/** Durations and sizes as people write them. The schema has checked their form. */
const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const BYTES = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 };
/** `90s` \u2192 90000 milliseconds. */
function parseDuration(text) {
    const [, amount, unit] = /^([\d.]+)(\D+)$/.exec(text) ?? [];
    return Number(amount) * (MILLISECONDS[unit ?? ''] ?? Number.NaN);
}
/** `512M` \u2192 536870912 bytes. */
function parseSize(text) {
    return Number(text.slice(0, -1)) * (BYTES[text.slice(-1)] ?? Number.NaN);
}

;// CONCATENATED MODULE: ./lib/scenario/load.js
/** From a scenario file, or the same values from the action's inputs, to a validated Scenario. */











const MINUTE = 60_000;
const load_MIB = 1024 * 1024;
/** ttyS0 is built into every distribution's kernel; a panic ends the run instead of waiting for the deadline. */
const PROBE_CMDLINE = 'console=ttyS0 panic=-1';
/**
 * Reads and validates a scenario file. The files that it names are not looked at: judging a log needs none of them.
 * @throws ScenarioError with every problem found, each with file:line:column; UsageError `no-scenario` when unreadable
 */
function loadScenario(file) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw new errors_UsageError('no-scenario', `cannot read the scenario: ${errors_messageOf(error)}`, { cause: error });
    }
    return parseScenario(file, text, (0,external_node_path_.dirname)((0,external_node_path_.resolve)(file)));
}
/**
 * Validates the text of a scenario.
 * @param file its name in messages
 * @param base the directory to which its paths are relative
 */
function parseScenario(file, text, base) {
    const source = new Source(file, text, scenarioJsonSchema);
    const parsed = scenarioSchema.safeParse(source.value());
    if (!parsed.success)
        throw new ScenarioError(source.problems(parsed.error));
    const reader = new load_Reader(source, parsed.data, base);
    const scenario = reader.scenario();
    if (reader.problems.length > 0)
        throw new ScenarioError(reader.problems);
    return { scenario, where: (path) => source.where(path) };
}
/** Turns valid shapes into final values; collects every problem instead of stopping at the first. */
class load_Reader {
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
            name: file.name ?? (0,external_node_path_.basename)(this.#source.file).replace(/\.ya?ml$/, ''),
            platform: this.#platform,
            vmm: file.vmm ?? 'auto',
            ...(file['vmm-ref'] === undefined ? {} : { vmmRef: file['vmm-ref'] }),
            ...(firmware === undefined ? {} : { firmware }),
            ...(guest === undefined ? {} : { guest }),
            rules: this.#rules(guest?.initrd === 'probe', buildOf(firmware)),
            ...(file.measurements === undefined
                ? {}
                : { measuring: measuringOf(file.measurements, (path) => this.#resolve(path)) }),
            outputLimit: file['output-limit'] === undefined ? 256 * load_MIB : parseSize(file['output-limit']),
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
            memory: guest.memory === undefined ? 1024 * load_MIB : parseSize(guest.memory),
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
        return (0,external_node_path_.resolve)(this.#base, path);
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
            if (!(error instanceof errors_UsageError))
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
    const results = (0,core.getInput)('results');
    const file = (0,core.getInput)('scenario');
    const given = SIMPLE.filter((name) => (0,core.getInput)(name) !== '');
    const installTools = (0,core.getBooleanInput)('install-tools');
    if (file === '') {
        return { loaded: parseScenario(INPUTS, scenarioText(), process.cwd()), results, installTools };
    }
    if (given.length > 0) {
        throw new errors_UsageError('contradictory-inputs', `input "scenario" is given together with ${given.join(', ')}`, {
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
        ...inputs_list('disks'),
        ...number('cpus'),
        ...inputs_text('memory'),
    };
    const expected = (0,core.getMultilineInput)('expect');
    return (0,dist/* stringify */.As)({
        version: 1,
        name: 'boot',
        ...inputs_text('platform'),
        ...inputs_text('vmm'),
        ...inputs_text('vmm-ref'),
        ...inputs_firmware(),
        ...inputs_text('pins'),
        guest,
        ...(expected.length === 0 ? {} : { steps: expected.map((expect) => ({ expect })) }),
        ...inputs_list('forbid'),
        ...inputs_text('timeout'),
        ...inputs_text('silence'),
        ...inputs_text('stop'),
        ...inputs_text('fail-on'),
    });
}
/** The recipe with what else is said of it, or an image. */
function inputs_firmware() {
    const name = (0,core.getInput)('firmware');
    const [build, ref, repository] = FIRMWARE_INPUTS.map((input) => (0,core.getInput)(input));
    const defines = (0,core.getMultilineInput)('firmware-defines');
    if (FIRMWARE_INPUTS.every((input) => (0,core.getInput)(input) === ''))
        return inputs_text('firmware');
    if (!FIRMWARES.some((known) => known === name)) {
        const given = FIRMWARE_INPUTS.filter((input) => (0,core.getInput)(input) !== '').join(', ');
        throw new errors_UsageError('contradictory-inputs', `${given}: input "firmware" is "${name}", which is not built`, {
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
    const value = (0,core.getInput)(name);
    return value === '' ? {} : { [name]: value };
}
function inputs_list(name) {
    const value = (0,core.getMultilineInput)(name);
    return value.length === 0 ? {} : { [name]: value };
}
/** A number where the text is one; anything else is left for the scenario's own validation to refuse. */
function number(name) {
    const value = (0,core.getInput)(name);
    if (value === '')
        return {};
    return { [name]: /^\d+$/.test(value) ? Number(value) : value };
}

;// CONCATENATED MODULE: ./lib/action/post.js
/** The post step: whatever a killed main step has left behind is removed, of its machine and of its build. */




const WORK_DIR = 'workDir';
const MACHINE = 'machine';
/** Lets the post step know the directory that a killed main step would leave. */
function saveWorkDir(directory) {
    core.saveState(WORK_DIR, directory);
}
/** Lets the post step know the VMM's process. */
function saveMachine(event) {
    if (event.type !== 'launch')
        return;
    core.saveState(MACHINE, JSON.stringify({ pid: event.pid, args: event.argv.slice(1) }));
}
async function post() {
    const machine = parseMachine(core.getState(MACHINE));
    if (machine !== undefined && isRunning(machine)) {
        core.warning(`The VMM (process ${machine.pid}) was still running and has been killed.`);
        killGroup(machine.pid);
    }
    const directory = core.getState(WORK_DIR);
    if (directory !== '')
        (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
    await new Store(defaultRoot(), { listener: () => undefined }).sweep();
}
function parseMachine(text) {
    if (text === '')
        return undefined;
    const value = JSON.parse(text);
    const valid = typeof value === 'object' && value !== null && 'pid' in value && 'args' in value;
    return valid && typeof value.pid === 'number' && Array.isArray(value.args)
        ? { pid: value.pid, args: value.args.map(String) }
        : undefined;
}
/** Process numbers are used again, so the command line has to be the same too (proc(5), cmdline). */
function isRunning({ pid, args }) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/cmdline`, 'utf8').endsWith(`${args.join('\0')}\0`);
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/action/refuse.js
/** How the action says that it could not do its part: one annotation for each problem, where it is. */





/** Bad inputs, or a host that cannot run this at all. */
function refuse(error) {
    process.exitCode = 1;
    if (error instanceof ScenarioError) {
        for (const { where, message } of error.problems) {
            const inFile = where.file !== INPUTS;
            const place = inFile ? { file: where.file, startLine: where.line, startColumn: where.column } : {};
            const text = inFile ? `${source_formatWhere(where)}: ${message}` : message;
            core.error(safe_forTerminal(text), { title: 'tdx-boot: bad scenario', ...place });
        }
        return;
    }
    const text = error instanceof TdxBootError ? formatError(error) : `internal error: ${errors_messageOf(error)}`;
    // A compiler's error quotes the source, which may be a stranger's.
    core.error(text.split('\n').map(forJobLog).join('\n'));
    if (error instanceof Error && error.stack !== undefined)
        core.debug(error.stack);
}

;// CONCATENATED MODULE: ./lib/action/main.js
/** The main step: boot, judge, and say so in the job's log, as an annotation, in the summary and as outputs. */


















async function main() {
    try {
        const { loaded, results, installTools } = readInputs();
        requireGuest(loaded.scenario);
        for (const finding of requireSound(loaded))
            warn(finding);
        const directory = makeRunDirectory(results, loaded.scenario.name);
        const { value: verdict } = await session(async ({ signal, workDir }) => {
            saveWorkDir(workDir);
            const provide = (options) => makeReady(loaded, { ...options, installTools });
            const { scenario, ...ready } = await inJobLog(provide, signal);
            const reporters = [new Recording(directory, scenario), new JobLog(core), { on: saveMachine }];
            return report(boot(scenario, { workDir, signal, ...ready }), reporters);
        });
        if (verdict === undefined)
            throw new errors_HostError('cancelled', 'cancelled before the guest was started');
        setOutputs(verdict, directory);
        await writeSummary(loaded.scenario, verdict);
        announce(loaded.scenario, verdict);
    }
    catch (error) {
        refuse(error);
    }
}
function warn({ where, message, hint, rule }) {
    const place = where.file === INPUTS ? {} : { file: where.file, startLine: where.line, startColumn: where.column };
    core.warning(safe_forTerminal(`${message}. ${hint} [${rule}]`), { title: 'tdx-boot: scenario', ...place });
}
function setOutputs(verdict, directory) {
    core.setOutput('verdict', verdict.verdict);
    core.setOutput('phase', verdict.phase);
    core.setOutput('boot-time', (verdict.time / 1000).toFixed(3));
    core.setOutput('reason', verdict.verdict === 'passed' ? '' : safe_forTerminal(verdict.reason));
    core.setOutput('captures', JSON.stringify(verdict.captures));
    core.setOutput('results', directory);
    core.setOutput('result-json', (0,external_node_path_.join)(directory, RESULT_FILE));
}
/** One annotation, at the line of the scenario that was not met; the rest is in the log and the summary. */
function announce(scenario, verdict) {
    const [head = '', ...rest] = describeVerdict(scenario.name, verdict).map(safe_forTerminal);
    if (verdict.verdict === 'passed') {
        core.info(head);
        return;
    }
    const waiting = verdict.steps.find(({ state }) => state === 'missed' || state === 'open');
    const where = verdict.cause?.where ?? (verdict.verdict === 'failed' ? waiting?.where : undefined);
    const place = where === undefined || where.file === INPUTS ? {} : { file: where.file, startLine: where.line };
    core.error([head, ...rest].join('\n'), { title: `tdx-boot: ${scenario.name}`, ...place });
    process.exitCode = 1;
}
/** A summary that cannot be written is no reason to fail a good boot. */
async function writeSummary(scenario, verdict) {
    try {
        await core.summary.addRaw(summarize(scenario, verdict), true).write();
    }
    catch (error) {
        core.info(`No job summary: ${errors_messageOf(error)}`);
    }
}

;// CONCATENATED MODULE: ./lib/action/step.js
/** Tells the two steps of the action apart: one bundle serves both. */



async function step() {
    const isPost = (0,core.getState)('isPost') !== '';
    (0,core.saveState)('isPost', 'true');
    await (isPost ? post() : main());
}


/***/ })

};

export const id = 980;
export const ids = [980];
export const modules = {

/***/ 7031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ parsePattern),
  e: () => (/* binding */ trustedPattern)
});

// EXTERNAL MODULE: ./node_modules/@eslint-community/regexpp/index.mjs
var regexpp = __webpack_require__(1895);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
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
            throw new errors/* HostError */.dh('pattern-too-slow', `/${regex.source}/ took more than ${GUARD_MS} ms on one line`, {
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
        throw new errors/* UsageError */.eb('bad-pattern', 'an empty pattern matches everything');
    }
    if (/[\r\n]/.test(source)) {
        throw new errors/* UsageError */.eb('bad-pattern', `${JSON.stringify(source)} contains a line break`, ONE_LINE);
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
        throw new errors/* UsageError */.eb('bad-pattern', `${source}: flag "${bad}" has no meaning here`, {
            hint: 'Known flags: i (ignore case), s, m, u, v. To look for a path as it stands, write it as /\\/dev\\/sda/.',
        });
    }
    if (new Set(flags).size < flags.length || /u.*v|v.*u/.test(flags)) {
        throw new errors/* UsageError */.eb('bad-pattern', `${source}: flags "${flags}" do not go together`);
    }
    let ast;
    let regex;
    try {
        const unicode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
        ast = new regexpp/* RegExpParser */.HA(SYNTAX).parsePattern(body, 0, body.length, unicode);
        regex = linearRegExp(body, flags);
    }
    catch (error) {
        throw new errors/* UsageError */.eb('bad-pattern', `${source}: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    const traits = traitsOf(ast);
    if (traits.lineBreak) {
        throw new errors/* UsageError */.eb('bad-pattern', `${source} looks for a line break`, ONE_LINE);
    }
    if (regex.exec('', 0) !== null) {
        throw new errors/* UsageError */.eb('bad-pattern', `${source} matches the empty line, so it would match everything`);
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


/***/ }),

/***/ 117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hp: () => (/* binding */ formatWhere),
/* harmony export */   kL: () => (/* binding */ Source),
/* harmony export */   tp: () => (/* binding */ ScenarioError)
/* harmony export */ });
/* unused harmony export meant */
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7785);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** A parsed YAML file that can say where each of its values stands, so that every error points at its cause. */



/** Several problems of one file, in the order of the file, as one error. */
class ScenarioError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UsageError */ .eb {
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
class Source {
    file;
    #document;
    #lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    #schema;
    #value;
    /**
     * @param schema gives the JSON Schema of the file, from which misspelt keys are recognised; called when there are any
     * @throws ScenarioError when the text is not YAML
     */
    constructor(file, text, schema) {
        this.file = file;
        this.#schema = schema;
        this.#document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: this.#lines, prettyErrors: false, uniqueKeys: true });
        const problems = this.#document.errors.map((error) => ({
            where: this.#at(error.pos[0]),
            message: this.#reword(error.code, error.pos[0]) ?? error.message,
        }));
        (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(this.#document, {
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
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) && node.range)
                return this.#at(node.range[0]);
        }
        return this.#at(0);
    }
    /** Where a key of a mapping stands. */
    whereKey(path, key) {
        const map = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
        const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(map) ? map.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) && String(item.key) === key) : undefined;
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair?.key) && pair.key.range ? this.#at(pair.key.range[0]) : this.where(path);
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
        (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(this.#document, {
            Pair: (_, pair) => {
                if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.key) && pair.key.range?.[0] === offset)
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
            throw new ScenarioError([{ where: this.#at(0), message: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) }]);
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
        .map((name) => ({ name, distance: shortens(word, name) ? 0 : (0,leven__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(word.toLowerCase(), name) }))
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


/***/ }),

/***/ 8178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ RTMRS),
/* harmony export */   C0: () => (/* binding */ REGISTER_BYTES),
/* harmony export */   X$: () => (/* binding */ extend),
/* harmony export */   Y9: () => (/* binding */ sha384Padded),
/* harmony export */   eZ: () => (/* binding */ replay),
/* harmony export */   f2: () => (/* binding */ ZERO),
/* harmony export */   mt: () => (/* binding */ compareRegisters),
/* harmony export */   qt: () => (/* binding */ sha384),
/* harmony export */   xg: () => (/* binding */ REGISTERS)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** The measurement registers of a TD, how they are extended, and the comparison of what they should hold with what they do. */

/** MRTD is fixed before the TD runs; the four RTMRs are extended while it boots. */
const REGISTERS = ['mrtd', 'rtmr0', 'rtmr1', 'rtmr2', 'rtmr3'];
const RTMRS = ['rtmr0', 'rtmr1', 'rtmr2', 'rtmr3'];
const REGISTER_BYTES = 48;
/** An RTMR before its first event. */
const ZERO = '00'.repeat(REGISTER_BYTES);
/** Of the parts, one after the other. */
function sha384(...parts) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha384');
    for (const part of parts)
        hash.update(part);
    return hash.digest('hex');
}
/** Of the bytes and so many zeros that they are `size` bytes together. */
function sha384Padded(bytes, size) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha384').update(bytes);
    const zeros = new Uint8Array(0x1_0000);
    for (let left = size - bytes.length; left > 0; left -= zeros.length)
        hash.update(zeros.subarray(0, left));
    return hash.digest('hex');
}
/** TDG.MR.RTMR.EXTEND: SHA-384 of the register and the digest (Intel TDX module ABI specification). */
function extend(register, digest) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha384').update(register, 'hex').update(digest, 'hex').digest('hex');
}
/** What an RTMR holds after these events. */
function replay(digests) {
    // The register, then the digest that it is extended with: decoding the register each time takes as long as hashing.
    const both = Buffer.alloc(2 * REGISTER_BYTES);
    for (const digest of digests) {
        both.write(digest, REGISTER_BYTES, 'hex');
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha384').update(both).digest().copy(both);
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


/***/ })

};

export const id = 51;
export const ids = [51];
export const modules = {

/***/ 6051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diagnose: () => (/* binding */ diagnose_diagnose)
});

// EXTERNAL MODULE: ./lib/boot/replay.js
var replay = __webpack_require__(8453);
// EXTERNAL MODULE: ./lib/console/scanner.js + 2 modules
var scanner = __webpack_require__(4472);
// EXTERNAL MODULE: ./lib/scenario/words.js
var words = __webpack_require__(2943);
// EXTERNAL MODULE: ./lib/judge/catalog/index.js + 20 modules
var catalog = __webpack_require__(4266);
// EXTERNAL MODULE: ./lib/judge/diagnosis/diagnose.js
var diagnose = __webpack_require__(8585);
// EXTERNAL MODULE: ./lib/judge/diagnosis/rules.js
var rules = __webpack_require__(1026);
// EXTERNAL MODULE: ./lib/judge/rulebook.js
var rulebook = __webpack_require__(2264);
// EXTERNAL MODULE: ./lib/judge/signature.js
var signature = __webpack_require__(613);
;// CONCATENATED MODULE: ./lib/judge/log.js
/** Diagnoses a log of unknown origin, without a scenario: a host's kernel log, a VMM's messages, a guest's console, or all mixed. */







/** Sightings and milestones that are kept: a log may repeat one for ever. */
const KEPT = 1000;
/** Lines of a VMM, a firmware or a kernel that starts: the log was recorded from outside, while the guest booted. */
const BOOT_LOG = /(?:^|[\s>/])(?:qemu[\w-]*|cloud-hypervisor): |^[\s>]*kvm: |Linux version \d|Kernel command line: |EFI [sS]tub: |BdsDxe: |SecCoreStartup/;
/** The guest ended as it should, or finished what it had to do. */
const GOOD_END = /reboot: (?:Power down|System halted)|tdx-boot probe: done|Total run \d+ tests; \d+ passed; 0 failed/;
/** Kernel lines that a host's own log does not have. */
const GUEST_ONLY = ['efi-stub', 'tdshim-jump', 'other-kernel'];
/** Who speaks in a line that only complains in a way which no row of the catalog knows. */
const COMPLAINTS = [
    {
        phase: 'vmm',
        who: 'the VMM',
        pattern: /^[\s>]*(?:\S*\/)?(?:qemu|kvm)[\w-]*: (?!warning:|info:|terminating)|<\w+> ERROR:|^[\s>]*(?:Error|error): /,
    },
    {
        phase: 'host',
        who: 'the host kernel',
        pattern: /(?:virt\/tdx|kvm_intel|kvm|x86\/mktme|x86\/tme): .*(?:fail|error|cannot|not |unable|invalid|unsupported)/i,
    },
    {
        phase: 'kernel',
        who: 'the guest kernel',
        pattern: /tdx: .*(?:fail|error|invalid|unsupported)|\bpanic(?:ked)?\b/i,
    },
];
const HEX = /\b0xADDR/g;
/** Feed it bytes with {@link push}; {@link end} gives the report. */
class LogReader {
    #source;
    #book = (0,rulebook/* compileRules */.n)({ steps: [], forbid: [] }, [...catalog/* HOST_SIGNATURES */.b, ...catalog/* SIGNATURES */.eh]);
    #scanner;
    #sightings = [];
    #failures = [];
    #timeline = [];
    #seen = new Set();
    #complaint;
    #last;
    #phase;
    #fromOutside = false;
    #tdSeen = false;
    #guestSeen = false;
    #goodEnd = false;
    constructor(source) {
        this.#source = source;
        this.#scanner = new scanner/* LineScanner */.V5(this.#book.automaton, {
            everyLine: true,
            onLine: (line) => this.#read(line),
            onWipe: (line) => this.#read(line),
        });
    }
    push(bytes) {
        this.#scanner.push(bytes);
    }
    end() {
        this.#scanner.end();
        const phase = this.#reached();
        const diagnosis = this.#diagnose(phase ?? 'host');
        return {
            ...(phase === undefined ? {} : { phase }),
            ...(diagnosis === undefined ? {} : { diagnosis }),
            sightings: this.#sightings,
            timeline: this.#timeline,
        };
    }
    // ---- lines ------------------------------------------------------------------------------------------------
    #read(view) {
        // Reports in public fold addresses; the catalog wants digits there.
        const text = view.text.replace(HEX, '0x0');
        if (text.trim() === '')
            return;
        const line = this.#scanner.lineCount;
        this.#last = { line, text: view.text };
        this.#fromOutside ||= BOOT_LOG.test(text);
        this.#goodEnd ||= GOOD_END.test(text);
        if (this.#source !== 'vmm')
            this.#readSigns(view, text, line);
        if (this.#readSignature(view, text, line))
            return;
        const complaint = COMPLAINTS.find(({ phase, pattern }) => this.#mayBe(phase) && pattern.test(text));
        if (complaint === undefined || catalog/* SUPPRESSIONS */.rt.some((harmless) => harmless.test(text)))
            return;
        const title = `Unknown: ${complaint.who} complains, in words that the catalog does not know`;
        const hint = 'Read the line and those around it.';
        this.#complaint ??= { id: 'unknown', title, hint, phase: complaint.phase, line, text: view.text };
    }
    #readSigns(view, text, line) {
        for (const { id, pattern, title } of this.#source === 'mixed' || this.#source === 'host'
            ? catalog/* HOST_SIGNS */.uD
            : []) {
            if (pattern.test(text))
                this.#reach(id, 'host', title, line);
        }
        if (this.#source === 'host')
            return;
        for (const index of this.#book.milestones.of(view.hits)) {
            const known = this.#book.milestones.items[index];
            const match = known?.pattern.exec(text, 0);
            if (known === undefined || match === undefined)
                continue;
            const { id, phase, title, evidence } = known.entry;
            if (evidence === true && (0,signature/* isOwnWords */.I)(text.slice(0, match.start)))
                this.#tdSeen = true;
            this.#guestSeen ||= phase === 'firmware' || phase === 'bootloader' || GUEST_ONLY.includes(id);
            this.#reach(id, phase, title, line);
        }
    }
    /** True when a row of the catalog knows the line. */
    #readSignature(view, text, line) {
        for (const index of this.#book.signatures.of(view.hits)) {
            const known = this.#book.signatures.items[index];
            if (known === undefined || !this.#listens(known.entry))
                continue;
            const match = known.pattern.exec(text, 0);
            if (match === undefined || known.entry.unless?.test(text) === true)
                continue;
            if (catalog/* SUPPRESSIONS */.rt.some((harmless) => harmless.test(text)))
                return true;
            const { id, phase, hint, severity, title } = known.entry;
            const named = title.replace(/\$<(\w+)>/g, (_, name) => match.groups[name]?.trim() ?? '');
            const sighting = { id, phase, hint, title: named, line, text: view.text };
            if (this.#sightings.length < KEPT)
                this.#sightings.push(sighting);
            if (severity !== 'warning' && this.#failures.length < KEPT)
                this.#failures.push(sighting);
            return true;
        }
        return false;
    }
    #listens({ streams }) {
        const source = this.#source;
        if (source === 'mixed')
            return true;
        const from = source;
        return streams === undefined ? from !== 'vmm' && from !== 'host' : streams.includes(from);
    }
    #mayBe(phase) {
        const source = this.#source;
        if (source === 'mixed')
            return true;
        return phase === 'host'
            ? source === 'host'
            : phase === 'vmm'
                ? source === 'vmm'
                : source !== 'host' && source !== 'vmm';
    }
    #reach(id, phase, title, line) {
        this.#seen.delete(id);
        this.#seen.add(id);
        if (this.#phase === undefined || words/* PHASES */.ZG.indexOf(phase) > words/* PHASES */.ZG.indexOf(this.#phase))
            this.#phase = phase;
        if (this.#timeline.length < KEPT)
            this.#timeline.push({ line, phase, title });
    }
    // ---- what it means ----------------------------------------------------------------------------------------
    /** A host boots a kernel and a userspace of its own, which are no phases of a guest. */
    get #isHostLog() {
        if (this.#source !== 'mixed')
            return this.#source === 'host';
        const host = catalog/* HOST_SIGNS */.uD.some(({ id }) => this.#seen.has(id)) || this.#failures.some(({ phase }) => phase === 'host');
        return host && !this.#tdSeen && !this.#guestSeen && !this.#failures.some(({ phase }) => phase !== 'host');
    }
    #reached() {
        if (this.#isHostLog)
            return 'host';
        // What a shell shows of a TD's kernel log, without a line of its boot, was asked for in a running guest.
        if (this.#tdSeen && !this.#fromOutside && this.#failures.length === 0)
            return 'userspace';
        const fromVmm = this.#source === 'vmm' || (this.#source === 'mixed' && this.#fromOutside);
        return this.#phase ?? (fromVmm ? 'vmm' : undefined);
    }
    #diagnose(phase) {
        const facts = this.#facts(phase);
        if (this.#failures.length > 0)
            return (0,diagnose/* diagnose */.h)(facts);
        // Of a guest's stream silence is a symptom; a host or a VMM has no need to speak.
        if (this.#last === undefined && this.#source !== 'host' && this.#source !== 'vmm')
            return (0,diagnose/* diagnose */.h)(facts);
        if (this.#isHostLog && rules/* HOST_SILENT */.xU.when(facts, undefined))
            return (0,diagnose/* byRule */.k)(rules/* HOST_SILENT */.xU, facts, undefined);
        const complaint = this.#complaint;
        const sound = this.#isHostLog && this.#seen.has('host-tdx-initialised');
        if (phase === 'userspace' || this.#goodEnd || sound)
            return undefined;
        // A complaint counts when the boot got no further than its speaker.
        if (complaint !== undefined && words/* PHASES */.ZG.indexOf(complaint.phase) >= words/* PHASES */.ZG.indexOf(phase)) {
            const { id: cause, title, hint: advice, line, text } = complaint;
            const evidence = [line === undefined ? { text } : { line, text }];
            return { phase: complaint.phase, cause, title, evidence, advice, certainty: 'unknown' };
        }
        return phase === 'host' || phase === 'vmm' ? undefined : (0,diagnose/* diagnose */.h)(facts);
    }
    #facts(phase) {
        return {
            ended: 'log',
            reason: `the log ends in ${phase}`,
            hint: '',
            sightings: this.#failures,
            phase,
            seen: [...this.#seen],
            lastWords: this.#last === undefined ? [] : [this.#last],
        };
    }
}

// EXTERNAL MODULE: ./lib/report/result.js + 1 modules
var result = __webpack_require__(7359);
// EXTERNAL MODULE: ./lib/report/safe.js
var safe = __webpack_require__(2813);
// EXTERNAL MODULE: ./lib/report/words.js
var report_words = __webpack_require__(8191);
// EXTERNAL MODULE: ./lib/cli/main.js + 2 modules
var main = __webpack_require__(4568);
;// CONCATENATED MODULE: ./lib/cli/diagnose.js
/** `tdx-boot diagnose`: where a boot stopped and why, from a log that anybody recorded, without a scenario. */






/** Further known lines that are listed under the one that explains the failure. */
const LISTED = 20;
/** Exits 1 when a failure was found, 0 when nothing wrong was. */
function diagnose_diagnose(log, options, { out }) {
    const reader = new LogReader(options.stream);
    for (const bytes of (0,replay/* readBytes */.i)(log))
        reader.push(bytes);
    const report = reader.end();
    const lines = options.json === true ? [toJson(report)] : describe(log, report).map(safe/* forTerminal */.Qf);
    for (const line of lines)
        out.write(`${line}\n`);
    return report.diagnosis === undefined ? main/* EXIT */.d.passed : main/* EXIT */.d.failed;
}
function describe(log, { phase, diagnosis, sightings }) {
    if (diagnosis === undefined) {
        const seen = phase === undefined ? 'no line of it is known' : `reached ${phase}`;
        return [`${log}: nothing wrong was found, ${seen}`, ...listSightings(sightings)];
    }
    const { title, cause, certainty, evidence } = diagnosis;
    const others = sightings.filter(({ line }) => evidence.every((item) => item.line !== line));
    return [
        `${log}: stopped in ${diagnosis.phase}: ${title}`,
        `  cause: ${cause} (${certainty})`,
        ...(0,report_words/* describeDiagnosis */.$h)(diagnosis, title).slice(1),
        ...listSightings(others),
    ];
}
function listSightings(sightings) {
    const rest = sightings.length > LISTED ? [`  and ${sightings.length - LISTED} more`] : [];
    return [...sightings.slice(0, LISTED).map(({ line, title }) => `  also: line ${line}: ${title}`), ...rest];
}
function toJson({ phase, diagnosis, sightings, timeline }) {
    const found = diagnosis === undefined ? null : (0,result/* diagnosisResult */.vi)(diagnosis);
    return JSON.stringify({ phase: phase ?? null, diagnosis: found, sightings, timeline }, null, 2);
}


/***/ })

};

import {
  readBytes
} from "./chunk-TAYKCVGY.js";
import {
  HOST_SIGNATURES,
  HOST_SIGNS,
  HOST_SILENT,
  SIGNATURES,
  SUPPRESSIONS,
  byRule,
  compileRules,
  diagnose,
  diagnosisResult,
  isOwnWords,
  quoted
} from "./chunk-BNVS4UUF.js";
import {
  describeDiagnosis
} from "./chunk-GK3NDIQF.js";
import "./chunk-IBP3JRZE.js";
import "./chunk-LLQD4UX5.js";
import "./chunk-GKQLW2Q3.js";
import {
  LineScanner
} from "./chunk-CJK44M2I.js";
import "./chunk-3RWSUEF5.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-B2QDC65I.js";
import {
  PHASES
} from "./chunk-OS4OHMLR.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-7OSXWTH4.js";

// src/judge/log.ts
var KEPT = 1e3;
var BOOT_LOG = /(?:^|[\s>/])(?:qemu[\w-]*|cloud-hypervisor): |^[\s>]*kvm: |Linux version \d|Kernel command line: |EFI [sS]tub: |BdsDxe: |SecCoreStartup/;
var GOOD_END = /reboot: (?:Power down|System halted)|tdx-boot probe: done|Total run \d+ tests; \d+ passed; 0 failed/;
var GUEST_ONLY = ["efi-stub", "tdshim-jump", "other-kernel"];
var COMPLAINTS = [
  {
    phase: "vmm",
    who: "the VMM",
    pattern: /^[\s>]*(?:\S*\/)?(?:qemu|kvm)[\w-]*: (?!warning:|info:|terminating)|<\w+> ERROR:|^[\s>]*(?:Error|error): /
  },
  {
    phase: "host",
    who: "the host kernel",
    pattern: /(?:virt\/tdx|kvm_intel|kvm|x86\/mktme|x86\/tme): .*(?:fail|error|cannot|not |unable|invalid|unsupported)/i
  },
  {
    phase: "kernel",
    who: "the guest kernel",
    pattern: /tdx: .*(?:fail|error|invalid|unsupported)|\bpanic(?:ked)?\b/i
  }
];
var HEX = /\b0xADDR/g;
var LogReader = class {
  #source;
  #book = compileRules({ steps: [], forbid: [] }, [...HOST_SIGNATURES, ...SIGNATURES]);
  #scanner;
  #sightings = [];
  #failures = [];
  #omitted = 0;
  #timeline = [];
  #seen = /* @__PURE__ */ new Set();
  #complaint;
  #last;
  #phase;
  #fromOutside = false;
  #tdSeen = false;
  #guestSeen = false;
  #goodEnd = false;
  constructor(source) {
    this.#source = source;
    this.#scanner = new LineScanner(this.#book.automaton, {
      everyLine: true,
      onLine: (line) => this.#read(line),
      onWipe: (line) => this.#read(line)
    });
  }
  push(bytes) {
    this.#scanner.push(bytes);
  }
  end() {
    this.#scanner.end();
    const phase = this.#reached();
    const diagnosis = this.#diagnose(phase ?? "host");
    return {
      ...phase === void 0 ? {} : { phase },
      ...diagnosis === void 0 ? {} : { diagnosis },
      sightings: this.#sightings,
      omitted: this.#omitted,
      timeline: this.#timeline
    };
  }
  // ---- lines ------------------------------------------------------------------------------------------------
  #read(view) {
    const text = view.text.replace(HEX, "0x0");
    if (text.trim() === "") return;
    const line = this.#scanner.lineCount;
    this.#last = { line, text: quoted(view.text) };
    this.#fromOutside ||= BOOT_LOG.test(text);
    this.#goodEnd ||= GOOD_END.test(text);
    if (this.#source !== "vmm") this.#readSigns(view, text, line);
    if (this.#readSignature(view, text, line)) return;
    const complaint = COMPLAINTS.find(({ phase, pattern }) => this.#mayBe(phase) && pattern.test(text));
    if (complaint === void 0 || SUPPRESSIONS.some((harmless) => harmless.test(text))) return;
    const title = `Unknown: ${complaint.who} complains in words that the catalog does not know`;
    const hint = "Read the line and the lines around it.";
    this.#complaint ??= { id: "unknown", title, hint, phase: complaint.phase, line, text: quoted(view.text) };
  }
  #readSigns(view, text, line) {
    for (const { id, pattern, title } of this.#source === "mixed" || this.#source === "host" ? HOST_SIGNS : []) {
      if (pattern.test(text)) this.#reach(id, "host", title, line);
    }
    if (this.#source === "host") return;
    for (const index of this.#book.milestones.of(view.hits)) {
      const known = this.#book.milestones.items[index];
      const match = known?.pattern.exec(text, 0);
      if (known === void 0 || match === void 0) continue;
      const { id, phase, title, evidence } = known.entry;
      if (evidence === true && isOwnWords(text.slice(0, match.start))) this.#tdSeen = true;
      this.#guestSeen ||= phase === "firmware" || phase === "bootloader" || GUEST_ONLY.includes(id);
      this.#reach(id, phase, title, line);
    }
  }
  /** True when a row of the catalog knows the line. */
  #readSignature(view, text, line) {
    for (const index of this.#book.signatures.of(view.hits)) {
      const known = this.#book.signatures.items[index];
      if (known === void 0 || !this.#listens(known.entry)) continue;
      const match = known.pattern.exec(text, 0);
      if (match === void 0 || known.entry.unless?.test(text) === true) continue;
      if (SUPPRESSIONS.some((harmless) => harmless.test(text))) return true;
      const { id, phase, hint, severity, title } = known.entry;
      const named = title.replace(/\$<(\w+)>/g, (_, name) => match.groups[name]?.trim() ?? "");
      const stands = known.entry.orLater === true ? furthest(this.#phase, phase) : phase;
      const sighting = {
        id,
        phase: stands,
        hint,
        title: quoted(named),
        line,
        text: quoted(view.text)
      };
      if (this.#sightings.length < KEPT) this.#sightings.push(sighting);
      else this.#omitted++;
      if (severity !== "warning" && this.#failures.length < KEPT) this.#failures.push(sighting);
      return true;
    }
    return false;
  }
  #listens({ streams }) {
    const source = this.#source;
    if (source === "mixed") return true;
    const from = source;
    return streams === void 0 ? from !== "vmm" && from !== "host" : streams.includes(from);
  }
  #mayBe(phase) {
    const source = this.#source;
    if (source === "mixed") return true;
    return phase === "host" ? source === "host" : phase === "vmm" ? source === "vmm" : source !== "host" && source !== "vmm";
  }
  #reach(id, phase, title, line) {
    this.#seen.delete(id);
    this.#seen.add(id);
    this.#phase = furthest(this.#phase, phase);
    if (this.#timeline.length < KEPT) this.#timeline.push({ line, phase, title });
  }
  // ---- what it means ----------------------------------------------------------------------------------------
  /** Whether the log is a host's: the kernel and userspace of a host are no phases of a guest. */
  get #isHostLog() {
    if (this.#source !== "mixed") return this.#source === "host";
    const host = HOST_SIGNS.some(({ id }) => this.#seen.has(id)) || this.#failures.some(({ phase }) => phase === "host");
    return host && !this.#tdSeen && !this.#guestSeen && !this.#failures.some(({ phase }) => phase !== "host");
  }
  #reached() {
    if (this.#isHostLog) return "host";
    if (this.#tdSeen && !this.#fromOutside && this.#failures.length === 0) return "userspace";
    const fromVmm = this.#source === "vmm" || this.#source === "mixed" && this.#fromOutside;
    return this.#phase ?? (fromVmm ? "vmm" : void 0);
  }
  #diagnose(phase) {
    const facts = this.#facts(phase);
    if (this.#failures.length > 0) return diagnose(facts);
    if (this.#last === void 0 && this.#source !== "host" && this.#source !== "vmm") return diagnose(facts);
    if (this.#isHostLog && HOST_SILENT.when(facts, void 0)) return byRule(HOST_SILENT, facts, void 0);
    const complaint = this.#complaint;
    const sound = this.#isHostLog && this.#seen.has("host-tdx-initialised");
    if (phase === "userspace" || this.#goodEnd || sound) return void 0;
    if (complaint !== void 0 && PHASES.indexOf(complaint.phase) >= PHASES.indexOf(phase)) {
      const { id: cause, title, hint: advice, line, text } = complaint;
      const evidence = [line === void 0 ? { text } : { line, text }];
      return { phase: complaint.phase, cause, title, evidence, advice, certainty: "unknown" };
    }
    return phase === "host" || phase === "vmm" ? void 0 : diagnose(facts);
  }
  #facts(phase) {
    return {
      ended: "log",
      reason: `the log ends in ${phase}`,
      hint: "",
      sightings: this.#failures,
      phase,
      seen: [...this.#seen],
      lastWords: this.#last === void 0 ? [] : [this.#last]
    };
  }
};
function furthest(reached, phase) {
  return reached === void 0 || PHASES.indexOf(phase) > PHASES.indexOf(reached) ? phase : reached;
}

// src/cli/diagnose.ts
var LISTED = 20;
function diagnose2(log, options, { out }) {
  const reader = new LogReader(options.stream);
  for (const bytes of readBytes(log)) reader.push(bytes);
  const report = reader.end();
  if (options.json === true) out.json(toJson(report));
  else out.lines(describe(log, report));
  return report.diagnosis === void 0 ? EXIT.passed : EXIT.failed;
}
function describe(log, { phase, diagnosis, sightings, omitted }) {
  if (diagnosis === void 0) {
    const seen = phase === void 0 ? "no line of it is known" : `reached ${phase}`;
    return [`${log}: nothing wrong was found, ${seen}`, ...listSightings(sightings, omitted)];
  }
  const { title, cause, certainty, evidence } = diagnosis;
  const others = sightings.filter(({ line }) => evidence.every((item) => item.line !== line));
  return [
    `${log}: stopped in ${diagnosis.phase}: ${title}`,
    `  cause: ${cause} (${certainty})`,
    ...describeDiagnosis(diagnosis, title).slice(1),
    ...listSightings(others, omitted)
  ];
}
function listSightings(sightings, omitted) {
  const more = Math.max(0, sightings.length - LISTED) + omitted;
  const rest = more > 0 ? [`  and ${more} more`] : [];
  return [...sightings.slice(0, LISTED).map(({ line, title }) => `  also: line ${line}: ${title}`), ...rest];
}
function toJson({ phase, diagnosis, sightings, omitted, timeline }) {
  const found = diagnosis === void 0 ? null : diagnosisResult(diagnosis);
  return { phase: phase ?? null, diagnosis: found, sightings, omitted, timeline };
}
export {
  diagnose2 as diagnose
};

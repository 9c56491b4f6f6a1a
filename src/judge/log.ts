/** Diagnoses a log without a scenario: a host's kernel log, a VMM's messages, a guest's console, or all mixed. */

import { LineScanner, type LineView } from '../console/scanner.ts';
import { type LogOrigin, PHASES, type Phase } from '../words/words.ts';
import { EVERY_ROW, HOST_SIGNS, SUPPRESSIONS } from './catalog/index.ts';
import { byRule, diagnose } from './diagnosis/diagnose.ts';
import { HOST_SILENT } from './diagnosis/explanations.ts';
import type { DiagnosisInput, LastWords, Sighting } from './diagnosis/input.ts';
import type { Diagnosis } from './events.ts';
import { causeOf } from './family.ts';
import { Suspects } from './guilty/suspects.ts';
import { quoted } from './quote.ts';
import { compileRules } from './rulebook.ts';
import { fingerprintOf, isOwnWords, type LineOrigin, type Signature, titleOf } from './signature.ts';

export interface LogReport {
  /** The furthest phase that the log shows; absent: no line is known. */
  readonly phase?: Phase;
  /** Absent: nothing wrong was found. */
  readonly diagnosis?: Diagnosis;
  /** The known failure lines, in order, warnings included; the first {@link KEPT} of them. */
  readonly sightings: readonly Sighting[];
  /** How many known failure lines are not among them. */
  readonly omitted: number;
  /** The milestones, in order. */
  readonly timeline: readonly { readonly line: number; readonly phase: Phase; readonly title: string }[];
}

/** How many sightings and milestones are kept: a log may repeat them for ever. */
const KEPT = 1000;

/** Lines of a VMM, a firmware or a kernel that starts: the log was recorded from outside, while the guest booted. */
const BOOT_LOG =
  /(?:^|[\s>/])(?:qemu[\w-]*|cloud-hypervisor): |^[\s>]*kvm: |Linux version \d|Kernel command line: |EFI [sS]tub: |BdsDxe: |SecCoreStartup/;
/** The guest ended as it should, or finished what it had to do. */
const GOOD_END =
  /reboot: (?:Power down|System halted)|tdx-boot probe: done|Total run \d+ tests; \d+ passed; 0 failed/;
/** Kernel lines that a host's own log does not have. */
const GUEST_ONLY = ['efi-stub', 'tdshim-jump', 'other-kernel'];
/** Patterns for complaints that no row of the catalog knows, with the speaker of such a line. */
const COMPLAINTS: readonly { readonly phase: Phase; readonly who: string; readonly pattern: RegExp }[] = [
  {
    phase: 'vmm',
    who: 'the VMM',
    pattern:
      /^[\s>]*(?:\S*\/)?(?:qemu|kvm)[\w-]*: (?!warning:|info:|terminating)|<\w+> ERROR:|^[\s>]*(?:Error|error): /,
  },
  {
    phase: 'host',
    who: 'the host kernel',
    pattern:
      /(?:virt\/tdx|kvm_intel|kvm|x86\/mktme|x86\/tme): .*(?:fail|error|cannot|not |unable|invalid|unsupported)/i,
  },
  {
    phase: 'kernel',
    who: 'the guest kernel',
    pattern: /tdx: .*(?:fail|error|invalid|unsupported)|\bpanic(?:ked)?\b/i,
  },
];

/** Sources other than a guest: rows without streams are of guests. */
const SPEAK_FOR_THEMSELVES: readonly LineOrigin[] = ['vmm', 'host', 'build'];

const HEX = /\b0xADDR/g;

/** Feed it bytes with {@link push}; {@link end} gives the report. */
export class LogReader {
  readonly #source: LogOrigin;
  readonly #book = compileRules({ steps: [], forbid: [] }, EVERY_ROW);
  readonly #scanner: LineScanner;
  readonly #sightings: Sighting[] = [];
  readonly #failures: Sighting[] = [];
  readonly #suspects = new Suspects();
  #omitted = 0;
  readonly #timeline: LogReport['timeline'][number][] = [];
  readonly #seen = new Set<string>();
  #complaint: Sighting | undefined;
  #last: LastWords | undefined;
  #phase: Phase | undefined;
  #fromOutside = false;
  #tdSeen = false;
  #guestSeen = false;
  #goodEnd = false;

  constructor(source: LogOrigin) {
    this.#source = source;
    this.#scanner = new LineScanner(this.#book.automaton, {
      everyLine: true,
      onLine: (line) => this.#read(line),
      onWipe: (line) => this.#read(line),
    });
  }

  push(bytes: Uint8Array): void {
    this.#scanner.push(bytes);
  }

  end(): LogReport {
    this.#scanner.end();
    this.#suspects.end();
    const phase = this.#reached();
    const diagnosis = this.#diagnose(phase ?? 'host');
    return {
      ...(phase === undefined ? {} : { phase }),
      ...(diagnosis === undefined ? {} : { diagnosis }),
      sightings: this.#sightings,
      omitted: this.#omitted,
      timeline: this.#timeline,
    };
  }

  // ---- lines ------------------------------------------------------------------------------------------------

  #read(view: LineView): void {
    // Reports in public fold addresses; the catalog wants digits there.
    const text = view.text.replace(HEX, '0x0');
    if (text.trim() === '') return;
    const line = this.#scanner.lineCount;
    this.#last = { line, text: quoted(view.text) };
    this.#suspects.read(text);
    this.#fromOutside ||= BOOT_LOG.test(text);
    this.#goodEnd ||= GOOD_END.test(text);
    if (this.#source !== 'vmm') this.#readSigns(view, text, line);
    if (this.#readSignature(view, text, line)) return;
    const complaint = COMPLAINTS.find(({ phase, pattern }) => this.#mayBe(phase) && pattern.test(text));
    if (complaint === undefined || SUPPRESSIONS.some((harmless) => harmless.test(text))) return;
    const title = `Unknown: ${complaint.who} complains in words that the catalog does not know`;
    const hint = 'Read the line and the lines around it.';
    this.#complaint ??= { id: 'unknown', title, hint, phase: complaint.phase, line, text: quoted(view.text) };
  }

  #readSigns(view: LineView, text: string, line: number): void {
    for (const { id, pattern, title } of this.#source === 'mixed' || this.#source === 'host'
      ? HOST_SIGNS
      : []) {
      if (pattern.test(text)) this.#reach(id, 'host', title, line);
    }
    if (this.#source === 'host' || this.#source === 'build') return;
    for (const index of this.#book.milestones.of(view.hits)) {
      const known = this.#book.milestones.items[index];
      const match = known?.pattern.exec(text, 0);
      if (known === undefined || match === undefined) continue;
      const { id, phase, title, evidence } = known.entry;
      if (evidence === true && isOwnWords(text.slice(0, match.start))) this.#tdSeen = true;
      this.#guestSeen ||= phase === 'firmware' || phase === 'bootloader' || GUEST_ONLY.includes(id);
      this.#reach(id, phase, title, line);
    }
  }

  /** True when a row of the catalog knows the line. */
  #readSignature(view: LineView, text: string, line: number): boolean {
    for (const index of this.#book.signatures.of(view.hits)) {
      const known = this.#book.signatures.items[index];
      if (known === undefined || !this.#listens(known.entry)) continue;
      const match = known.pattern.exec(text, 0);
      if (match === undefined || known.entry.unless?.test(text) === true) continue;
      if (SUPPRESSIONS.some((harmless) => harmless.test(text))) return true;
      const { groups } = match;
      const row = causeOf(known.entry, groups);
      const { id, phase, hint, severity, guilty } = row;
      const stands = known.entry.orLater === true ? furthest(this.#phase, phase) : phase;
      const sighting: { -readonly [name in keyof Sighting]: Sighting[name] } = {
        id,
        phase: stands,
        hint,
        title: quoted(titleOf(row, groups)),
        fingerprint: quoted(fingerprintOf(row, groups)),
        line,
        text: quoted(view.text),
      };
      if (guilty !== undefined) {
        this.#suspects.follow(guilty, text, groups.func, (func, trace) => {
          sighting.trace = trace.map(quoted);
          sighting.title = quoted(titleOf(row, groups, func));
          sighting.fingerprint = quoted(fingerprintOf(row, groups, func));
        });
      }
      if (this.#sightings.length < KEPT) this.#sightings.push(sighting);
      else this.#omitted++;
      if (severity !== 'warning' && this.#failures.length < KEPT) this.#failures.push(sighting);
      return true;
    }
    return false;
  }

  #listens({ streams }: Signature): boolean {
    const source = this.#source;
    if (source === 'mixed') return true;
    const from: LineOrigin = source;
    return streams === undefined ? !SPEAK_FOR_THEMSELVES.includes(from) : streams.includes(from);
  }

  #mayBe(phase: Phase): boolean {
    const source = this.#source;
    if (source === 'mixed') return true;
    return phase === 'host'
      ? source === 'host'
      : phase === 'vmm'
        ? source === 'vmm'
        : !SPEAK_FOR_THEMSELVES.includes(source);
  }

  #reach(id: string, phase: Phase, title: string, line: number): void {
    this.#seen.delete(id);
    this.#seen.add(id);
    this.#phase = furthest(this.#phase, phase);
    if (this.#timeline.length < KEPT) this.#timeline.push({ line, phase, title });
  }

  // ---- what it means ----------------------------------------------------------------------------------------

  /** Whether the log is a host's: the kernel and userspace of a host are no phases of a guest. */
  get #isHostLog(): boolean {
    if (this.#source !== 'mixed') return this.#source === 'host';
    const host =
      HOST_SIGNS.some(({ id }) => this.#seen.has(id)) || this.#failures.some(({ phase }) => phase === 'host');
    return host && !this.#tdSeen && !this.#guestSeen && !this.#failures.some(({ phase }) => phase !== 'host');
  }

  #reached(): Phase | undefined {
    if (this.#isHostLog) return 'host';
    // A TD's kernel lines without a recorded boot were printed by a command in a running guest.
    if (this.#tdSeen && !this.#fromOutside && this.#failures.length === 0) return 'userspace';
    const fromVmm = this.#source === 'vmm' || (this.#source === 'mixed' && this.#fromOutside);
    return this.#phase ?? (fromVmm ? 'vmm' : undefined);
  }

  #diagnose(phase: Phase): Diagnosis | undefined {
    const facts = this.#facts(phase);
    if (this.#failures.length > 0) return diagnose(facts);
    // Silence of a guest's stream is a symptom. A host or a VMM may well be silent.
    const guest = !SPEAK_FOR_THEMSELVES.some((source) => source === this.#source);
    if (this.#last === undefined && guest) return diagnose(facts);
    if (this.#isHostLog && HOST_SILENT.when(facts, undefined)) return byRule(HOST_SILENT, facts, undefined);
    const complaint = this.#complaint;
    const sound = this.#isHostLog && this.#seen.has('host-tdx-initialised');
    if (phase === 'userspace' || this.#goodEnd || sound) return undefined;
    // A complaint counts when the boot got no further than its speaker.
    if (complaint !== undefined && PHASES.indexOf(complaint.phase) >= PHASES.indexOf(phase)) {
      const { id: cause, title, hint: advice, line, text } = complaint;
      const evidence = [line === undefined ? { text } : { line, text }];
      return { phase: complaint.phase, cause, title, evidence, advice, certainty: 'unknown' };
    }
    return phase === 'host' || phase === 'vmm' ? undefined : diagnose(facts);
  }

  #facts(phase: Phase): DiagnosisInput {
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

function furthest(reached: Phase | undefined, phase: Phase): Phase {
  return reached === undefined || PHASES.indexOf(phase) > PHASES.indexOf(reached) ? phase : reached;
}

/** What the tables of the catalog say of a line: how far the boot has come, known failures, facts of the guest. */

import type { Match } from '../console/pattern.ts';
import type { LineView } from '../console/scanner.ts';
import { isGuestStream, isRunStream, isTrustDomain, SEVERITIES, type StreamName } from '../words/words.ts';
import { Behind } from './behind.ts';
import type { Bench } from './bench.ts';
import { causeOf } from './family.ts';
import { RESET_HINT } from './findings.ts';
import { Suspects } from './guilty/suspects.ts';
import { unexplained } from './harmless.ts';
import { KernelLogs } from './kernel-log.ts';
import { messageAt } from './message.ts';
import { quoted } from './quote.ts';
import { type Compiled, TABLES } from './rulebook.ts';
import { matchIn } from './seam.ts';
import { fingerprintOf, isOwnWords, type Signature, titleOf } from './signature.ts';
import { speaks } from './streams.ts';
import type { StreamWatch } from './watch.ts';

/** So many messages of one line are looked at for each row: a line with more was made to take time. */
const MOST_MESSAGES = 16;

export class KnownLines {
  readonly #bench: Bench;
  readonly #suspects = new Map<StreamName, Suspects>();
  readonly #kernelLogs = new KernelLogs();
  readonly #behind = new Map<StreamName, Behind>();

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** A line whose text is final, before anything else is looked for in it. */
  finish(watch: StreamWatch, line: LineView): void {
    this.#kernelLogs.read(watch, line);
  }

  /** A line whose text is final, or that the guest has stopped printing. @param tables that have words of the line */
  settled(watch: StreamWatch, line: LineView, tables: number): void {
    if ((tables & TABLES.milestones) !== 0) this.findMilestones(watch, line.hits, line.text, true);
    this.#suspects.get(watch.stream)?.read(line.text);
    if ((tables & TABLES.signatures) !== 0) this.findSignature(watch, line);
    if ((tables & TABLES.before) !== 0) this.#behindOf(watch.stream).read(line, watch.line);
    const suspects = this.#suspects.get(watch.stream);
    if (suspects !== undefined) watch.readEveryLine('suspects', suspects.searching);
  }

  /** No line follows: says whether the machine was reset, and names the functions at fault as far as they are known. */
  end(): void {
    this.endKernelLogs(false);
    for (const suspects of this.#suspects.values()) suspects.end();
  }

  /** No line follows that could show whether a second banner is a second boot. @param isWhole all of the log was read */
  endKernelLogs(isWhole: boolean): void {
    this.#kernelLogs.end(this.#bench.progress.done, isWhole);
  }

  /** @param settled whether the text is final; of other text only new milestones count, and a reset waits */
  findMilestones(watch: StreamWatch, hits: readonly number[], text: string, settled: boolean): void {
    const { book, findings } = this.#bench;
    for (const index of book.milestones.of(hits)) {
      const known = book.milestones.items[index];
      if (known === undefined || !speaks(known.entry, watch.stream)) continue;
      const match = known.pattern.exec(text, 0);
      if (match === undefined) continue;
      const { id, phase, title, once, logged, evidence, restarts, after } = known.entry;
      if (after !== undefined && !findings.seen.has(after)) continue;
      const first = watch.milestones.get(id);
      // A firmware that starts on a stream where a kernel has spoken.
      const restarted = restarts === true && watch.milestones.has('linux-banner');
      if ((first !== undefined || restarted) && !settled) continue;
      if (!watch.firstReport(`milestone ${id}`)) continue;
      if (evidence === true && isOwnWords(text.slice(0, match.start))) this.#seeTd();
      if (isRunStream(watch.stream)) continue;
      if (first !== undefined && once !== true && !restarted) continue;
      // A banner with another prefix is somebody quoting it: `cat /proc/version` has no timestamp.
      const prefix = text.slice(0, match.start).replace(/\d+/g, '0');
      if (first === undefined) {
        watch.milestones.set(id, prefix);
        findings.reach(phase, title, id);
      }
      const again = once === true && first === prefix;
      if (first === undefined && logged === true) this.#kernelLogs.begin(watch, text);
      if (!again && !restarted) continue;
      const reset = `the machine was reset: ${again ? `a second ${title}` : `${title} after a kernel`}`;
      const details = { kind: 'reset', title: reset, hint: RESET_HINT, outcome: 'failed' } as const;
      const facts = { ...details, ...watch.quote(text) };
      const report = (): void =>
        void findings.report(facts, { collect: () => watch.startReport(text), at: match });
      if (logged === true) this.#kernelLogs.again(watch, text, report);
      else report();
    }
  }

  /** Takes facts from finished lines only, because an unfinished line may hold half a register. */
  takeFacts(watch: StreamWatch, line: LineView): void {
    const ofModule = watch.stream === 'td-module';
    if (!ofModule && !isGuestStream(watch.stream)) return;
    const { book, shown } = this.#bench;
    for (const index of book.facts.of(line.hits)) {
      const fact = book.facts.items[index];
      if (fact !== undefined && (fact.entry.id === 'module') !== ofModule) continue;
      const match = fact?.pattern.exec(line.text, 0);
      if (fact !== undefined && match !== undefined) shown.take(fact.entry, match, watch.stream);
    }
  }

  #seeTd(): void {
    const { findings, rules } = this.#bench;
    if (findings.tdSeen) return;
    findings.tdSeen = true;
    if (rules.platform === undefined || isTrustDomain(rules.platform)) return;
    const message = `the guest says that it is a Trust Domain, on platform ${rules.platform}`;
    findings.notice(message);
  }

  /** The first row of the catalog that fits a message of the line speaks for it. */
  findSignature(watch: StreamWatch, line: Pick<LineView, 'hits' | 'text'>, seam?: number): void {
    const { signatures } = this.#bench.book;
    const { text } = line;
    const spoken = new Set<number>();
    for (const index of signatures.of(line.hits)) {
      const known = signatures.items[index];
      if (known === undefined || !speaks(known.entry, watch.stream)) continue;
      if (!this.#behindOf(watch.stream).allows(known.entry, watch.line)) continue;
      const first = matchIn(known.pattern, text, seam);
      const match = first === undefined ? undefined : unspoken(known, watch.stream, text, first, spoken);
      if (match === undefined) continue;
      spoken.add(messageAt(text, match).from);
      if (watch.firstReport(known.entry.id)) this.#reportSignature(known, match, watch, text);
    }
  }

  #behindOf(stream: StreamName): Behind {
    const known = this.#behind.get(stream);
    if (known !== undefined) return known;
    const behind = new Behind(this.#bench.book.before);
    this.#behind.set(stream, behind);
    return behind;
  }

  #reportSignature(known: Compiled<Signature>, match: Match, watch: StreamWatch, text: string): void {
    const { groups } = match;
    const { rules, findings } = this.#bench;
    const entry = causeOf(known.entry, groups);
    const { id, severity, phase, hint } = entry;
    const decides = SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(rules.failOn);
    const hosts = phase === 'host' || phase === 'vmm';
    // A guest may run containers and VMs of its own: its words about them do not concern this host.
    const ours = hosts && !isGuestStream(watch.stream);
    findings.atLeast(phase);
    if (entry.belies !== undefined) {
      for (const milestone of entry.belies) watch.milestones.delete(milestone);
      findings.belie(entry.belies);
    }
    const stands = entry.orLater === true || (hosts && !ours) ? findings.phase : phase;
    const facts = {
      kind: 'signature',
      id,
      title: quoted(titleOf(entry, groups)),
      fingerprint: quoted(fingerprintOf(entry, groups)),
      hint,
      severity,
      phase: stands,
      outcome: decides ? (ours ? 'errored' : 'failed') : undefined,
      ...(entry.lasting === undefined ? {} : { lasting: entry.lasting }),
      ...watch.quote(text),
    } as const;
    const finding = findings.report(facts, {
      collect: () => watch.startReport(text),
      end: entry.end,
      at: match,
    });
    if (finding === undefined || entry.guilty === undefined) return;
    const suspects = this.#suspects.get(watch.stream) ?? new Suspects();
    this.#suspects.set(watch.stream, suspects);
    suspects.follow(entry.guilty, text, groups.func, (told) => {
      const title = quoted(titleOf(entry, groups, told));
      const fingerprint = quoted(fingerprintOf(entry, groups, told.func));
      findings.amend(finding, { title, fingerprint, trace: told.trace.map(quoted) });
    });
  }
}

/** The first match in a message for which no row has spoken, and which says of a failure. */
function unspoken(
  { pattern, entry: { unless } }: Compiled<Signature>,
  stream: StreamName,
  text: string,
  first: Match,
  spoken: ReadonlySet<number>,
): Match | undefined {
  let next: Match | undefined = first;
  for (let tries = 0; next !== undefined && tries < MOST_MESSAGES; tries++) {
    const match: Match | undefined = isGuestStream(stream) ? unexplained(pattern, text, next) : next;
    if (match === undefined) return undefined;
    const { from, to } = messageAt(text, match);
    if (!spoken.has(from) && unless?.test(text.slice(from, to)) !== true) return match;
    next = pattern.exec(text, Math.max(to, match.start + 1));
  }
  return undefined;
}

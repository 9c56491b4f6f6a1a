/** Puts events into words for logs, terminals and jobs alike. The texts are not yet safe for their destination. */

import { basename } from 'node:path';
import { formatDuration } from '../judge/diagnosis/hints.ts';
import type {
  BootEvent,
  Diagnosis,
  Evidence,
  Finding,
  Measurement,
  OmittedFindings,
  StepReport,
  Verdict,
} from '../judge/events.ts';
import { shortly } from '../judge/steps.ts';
import { formatWhere } from '../scenario/text.ts';
import { shortHex } from '../tdx/format.ts';
import { quote, wholeOrNothing } from '../words/quote.ts';
import type { Platform } from '../words/words.ts';
import type { Result } from './result.ts';
import { forShell } from './safe.ts';
import { describeReport, describeTests, pickReports, saysSomething } from './tests.ts';

/** The time of all events of a log that has no times. */
const NO_TIME = 0;

/** How reports name what was booted. */
export const PLATFORM_WORDS: Readonly<Record<Platform, string>> = {
  tdx: 'Trust Domain (platform tdx)',
  'tdx-emulated': 'Emulated Trust Domain (platform tdx-emulated: no TDX hardware)',
  kvm: 'VM under KVM (platform kvm)',
  emulated: 'Emulated VM (platform emulated)',
};

/** A step's state for people: one that was never tried is not run. */
export const STEP_WORDS = { met: 'met', sent: 'sent', missed: 'missed', open: 'not run' } as const;

/** Puts the events of a run into words while they come. */
export class EventWords {
  readonly #told = new Set<string>();

  /** One line for an event that people want to see. Of findings that read the same, the first; the verdict says how many came. */
  describe(event: BootEvent): string | undefined {
    if (event.type === 'finding') {
      const words = withoutPlace(event.finding);
      if (this.#told.has(words)) return undefined;
      this.#told.add(words);
    }
    return describeEvent(event);
  }
}

function describeEvent(event: BootEvent): string | undefined {
  const time = event.time === NO_TIME ? '' : `${formatTime(event.time)} `;
  switch (event.type) {
    case 'phase':
      return `${time}phase ${event.phase}: ${event.title}`;
    case 'step': {
      const { number, state, stream, line } = event.step;
      return `${time}step ${number} ${state}: ${describeStep(event.step)}${describePlace(stream, line)}`;
    }
    case 'finding':
      return `${time}${describeFinding(event.finding)}`;
    case 'notice':
      return `${time}notice: ${event.message}`;
    default:
      return undefined;
  }
}

/** Characters of what a step sends, in the line that tells it. */
const LONGEST_SENT = 200;

export function describeStep(step: Pick<StepReport, 'kind' | 'text'>): string {
  if (step.kind === 'run') return `run ${shortly(step.text)}`;
  if (step.kind !== 'send') return step.text;
  const shown = wholeOrNothing(step.text, LONGEST_SENT);
  return `send ${shown === step.text ? quote(shown) : shown}`;
}

/** A finding of the judge, or of a result, where null stands for what is absent. */
export type Told = Pick<Finding, 'title' | 'severity'> & {
  readonly [key in 'outcome' | 'allowed' | 'stream' | 'line']?: Finding[key] | null;
};

function describeFinding({ title, severity, outcome, allowed, stream, line }: Told): string {
  const weight = outcome ?? (allowed == null ? severity : `allowed (${allowed})`);
  return `${weight}: ${title}${describePlace(stream, line)}`;
}

/** ` [console:3]`; nothing where no line shows it. */
function describePlace(stream: Told['stream'], line: Told['line']): string {
  return stream == null || line == null ? '' : ` [${stream}:${line}]`;
}

/** Findings that read the same but for their place. */
export interface Repeated<T> {
  readonly first: T;
  readonly last: T;
  readonly count: number;
}

/** The findings, those that read the same together, in the order in which each was first found. */
export function foldFindings<T extends Told>(findings: readonly T[]): Repeated<T>[] {
  const folded = new Map<string, Repeated<T>>();
  for (const finding of findings) {
    const words = withoutPlace(finding);
    const known = folded.get(words) ?? { first: finding, count: 0 };
    folded.set(words, { ...known, last: finding, count: known.count + 1 });
  }
  return [...folded.values()];
}

function withoutPlace(finding: Told): string {
  return describeFinding({ ...finding, stream: null });
}

/** `failed: forbidden: "oops" [console:3], 20 times until console:41`. */
export function describeRepeated({ first, last, count }: Repeated<Told>): string {
  const until = last.stream == null ? '' : ` until ${last.stream}:${last.line}`;
  return `${describeFinding(first)}${count === 1 ? '' : `, ${count} times${until}`}`;
}

/** What a reader must know at once: an emulated Trust Domain proves nothing about hardware. */
const TD_WORDS = { real: ', Trust Domain', emulated: ', emulated Trust Domain', none: '' } as const;

/**
 * The verdict in a few lines: what, why, where, what next.
 * @param options brief: of tests that say no more than that they passed, their number alone
 */
export function describeVerdict(
  name: string,
  verdict: Verdict,
  { brief = false }: { readonly brief?: boolean } = {},
): string[] {
  const met = verdict.steps.filter(({ state }) => state === 'met' || state === 'sent').length;
  const lines = [
    `${verdict.verdict}: ${name} (${met} of ${verdict.steps.length} steps, reached ${verdict.phase}` +
      `${verdict.time === NO_TIME ? '' : `, ${formatDuration(verdict.time)}`}${TD_WORDS[verdict.td]})`,
  ];
  const measurements = verdict.measurements.map((row) => `  ${describeMeasurement(row)}`);
  const { picked, rest } = pickReports(verdict.tests);
  const tests = [
    ...picked.flatMap((report) => [
      `  ${describeReport(report)}`,
      ...(brief && !saysSomething(report) ? [] : describeTests(report).map((line) => `    ${line}`)),
    ]),
    ...(rest === undefined ? [] : [`  ${rest}`]),
  ];
  const repeated = foldFindings(verdict.findings).filter(({ count }) => count > 1);
  const often = [...repeated.map(describeRepeated), ...verdict.omitted.map(describeOmitted)].map(
    (line) => `  ${line}`,
  );
  if (verdict.verdict === 'passed') return [...lines, ...tests, ...measurements, ...often];
  const { diagnosis, reason } = verdict;
  // A known cause that has the reason in its words says both.
  const told =
    diagnosis?.certainty === 'known' && diagnosis.title.includes(reason) ? diagnosis.title : reason;
  lines.push(`  reason: ${told}`);
  if (verdict.cause?.where !== undefined) lines.push(`  asked for at ${formatWhere(verdict.cause.where)}`);
  if (diagnosis !== undefined) lines.push(...describeDiagnosis(diagnosis, told));
  return [...lines, ...tests, ...measurements, ...often];
}

/** `not listed: 1249980 more of BUG: soft lockup [linux-soft-lockup]`. */
export function describeOmitted({
  title,
  id,
  count,
}: Pick<OmittedFindings, 'title' | 'id' | 'count'>): string {
  return `not listed: ${count} more of "${title}" [${id}]`;
}

/** `mrtd 0123456789abcdef…: equal (asserted: expected)`; the whole values are in result.json. */
function describeMeasurement({ register, asserted, verdict, wanted, shown }: Measurement): string {
  const value = shown === undefined ? '' : ` ${shortHex(shown)}`;
  const instead = verdict === 'different' ? `, not ${wanted.map(shortHex).join(' or ')}` : '';
  return `${register}${value}: ${verdict.replace('-', ' ')}${instead} (asserted: ${asserted})`;
}

/** The kernel's file name, and the recipe or the file name of the firmware; empty: none was booted. */
export function bootedNames({ booted }: Pick<Result, 'booted'>): {
  readonly kernel: string;
  readonly firmware: string;
} {
  const nameOf = (role: string): string =>
    basename(booted?.files.find((file) => file.role === role)?.path ?? '');
  return { kernel: nameOf('kernel'), firmware: booted?.firmware?.recipe ?? nameOf('firmware') };
}

/** `+10 %`, `−3 %`: how much longer than before; a time of 0 has no relative change. */
export function percentOf(now: number, before: number): string {
  const change = before === 0 ? 0 : Math.round((100 * (now - before)) / before);
  return `${change < 0 ? '−' : '+'}${Math.abs(change)} %`;
}

/** The commands that show a failure again, also where the recording was copied to. Where no VMM was started, there is nothing to judge. */
export function describeReproduction(
  directory: string,
  { booted }: Pick<Result, 'booted'>,
): { readonly what: string; readonly command: string }[] {
  const name = forShell(directory);
  const judge = { what: 'judge again', command: `tdx-boot check ${name}` };
  return [...(booted === null ? [] : [judge]), { what: 'boot again', command: `tdx-boot run ${name}` }];
}

/** `judge again: tdx-boot check results/boot`: a line for each command of {@link describeReproduction}. */
export function reproductionLines(...run: Parameters<typeof describeReproduction>): string[] {
  return describeReproduction(...run).map(({ what, command }) => `${what}: ${command}`);
}

/** The options by which QEMU and Cloud Hypervisor take the kernel's command line. */
const CMDLINE_OPTIONS = ['-append', '--cmdline'];

/** The command line that the VMM gave the kernel; undefined where the disk or the firmware has it. */
export function cmdlineOf({ command }: NonNullable<Result['booted']>): string | undefined {
  const argv = command.at(-1) ?? [];
  const option = argv.findIndex((word) => CMDLINE_OPTIONS.includes(word));
  return option < 0 ? undefined : argv[option + 1];
}

/** A diagnosis of the judge, or of a result. */
export type ToldDiagnosis = Pick<
  Diagnosis,
  'phase' | 'title' | 'cause' | 'certainty' | 'advice' | 'trace'
> & { readonly evidence: readonly Quoted[] };

/** How many lines of a trace are shown; the innermost frames tell most. */
const TRACE_LINES = 8;

/** Where the boot stopped, why, the evidence, the advice: a line each. A cause that `reason` names is not repeated. */
export function describeDiagnosis(diagnosis: ToldDiagnosis, reason: string): string[] {
  const { phase, title, evidence, advice } = diagnosis;
  return [
    `  stopped in: ${phase}`,
    ...(title === reason ? [] : [describeCause(diagnosis)]),
    ...evidence.map((item) => `  ${describeEvidence(item)}`),
    ...describeTrace(diagnosis),
    ...(advice === '' ? [] : [`  next: ${advice}`]),
  ];
}

/** The findings beside those that the diagnosis quotes as its evidence, or that are the reason. */
export function otherFindings({
  findings,
  diagnosis,
  reason,
  verdict,
}: Pick<Result, 'findings' | 'diagnosis' | 'reason' | 'verdict'>): Result['findings'] {
  if (verdict === 'passed') return findings;
  const quoted = new Set(diagnosis?.evidence.map(({ stream, line }) => `${stream} ${line}`));
  return findings.filter(
    ({ stream, line, title, outcome }) =>
      outcome === null || (title !== reason && !(line !== null && quoted.has(`${stream} ${line}`))),
  );
}

/** The innermost frames of the kernel's trace, a line each. */
export function describeTrace({ trace = [] }: Pick<Diagnosis, 'trace'>): string[] {
  return trace.slice(0, TRACE_LINES).map((line) => `    ${line}`);
}

const CAUSE_WORDS = { known: 'cause', likely: 'likely cause', unknown: 'cause not known' } as const;

/** `  likely cause: Not one byte from the guest [firmware-spins]`. */
function describeCause({ cause, title, certainty }: ToldDiagnosis): string {
  return `  ${CAUSE_WORDS[certainty]}: ${title}${cause === 'unknown' ? '' : ` [${cause}]`}`;
}

/** Evidence of the judge, or of a result, where null stands for what is absent. */
type Quoted = { readonly [key in keyof Evidence]: Evidence[key] | null } & Pick<Evidence, 'text'>;

/** `console line 12: text`, or the text alone. */
export function describeEvidence({ stream, line, text }: Quoted): string {
  const place = [...(stream == null ? [] : [stream]), ...(line == null ? [] : [`line ${line}`])];
  return place.length === 0 ? text : `${place.join(' ')}: ${text}`;
}

/** `[   3.214]`: seconds since the VMM was started. */
function formatTime(ms: number): string {
  return `[${(ms / 1000).toFixed(3).padStart(8)}]`;
}

/** Why a run did not pass, in one sentence: where the diagnosis says the reason and more, what the diagnosis says. */
export function headlineOf({
  reason,
  diagnosis,
  cause,
  tests,
}: Pick<Result, 'reason' | 'diagnosis' | 'cause' | 'tests'>): string {
  const failed = tests.reduce((sum, { counts }) => sum + counts.failed, 0);
  // The first test that fails ends no run: others may have failed, too.
  if (cause?.kind === 'test' && failed > 1) return `${reason} (${failed} tests failed)`;
  return diagnosis?.title.includes(reason) === true ? diagnosis.title : reason;
}

/** Asks a machine that hangs what it is doing, before it is stopped. Live only: a recording cannot answer. */

import type { Evidence, FindingKind, Verdict } from '../judge/events.ts';
import { framesOf, wordsOf } from '../judge/guilty/frame.ts';
import { INTERRUPT_ENTRIES, memberOf } from '../judge/guilty/helpers.ts';
import { quoted } from '../judge/quote.ts';

/** Endings of a run that waited for its guest. */
const WAITED: readonly FindingKind[] = ['missing', 'silence', 'timeout', 'command-late'];
/** A guest that has printed since so many milliseconds does not hang. */
const QUIET_MS = 3000;
const isInterruptEntry = memberOf(INTERRUPT_ENTRIES);
/** Lines of an answer that are kept. */
const LINES = 8;
/** arch/x86/kernel/nmi.c unknown_nmi_error() of Linux. */
const NMI_TAKEN = /NMI received for unknown reason/;
const NO_TRACE: Evidence = {
  text: 'its kernel, asked by an NMI, prints no trace: sysrq_always_enabled or unknown_nmi_panic on its command line changes that',
};

/** What a VM that hangs says of itself. Both lists are empty where nobody answers. */
export interface Answers {
  /** What the VMM says of each CPU: `CPU 0: RIP=ffffffff81000000 CPL=0, halted`. */
  readonly cpus: readonly string[];
  /** Lines that the guest prints meanwhile. Text of a guest. */
  readonly lines: readonly string[];
  /** SysRq brought no trace, so the CPUs were sent an NMI. */
  readonly interrupted?: boolean;
}

/** The machine that is asked. */
interface Hanging {
  /** For how many milliseconds the guest has printed nothing. */
  readonly quietMs: number;
  ask(): Promise<Answers>;
}

/** The verdict with what the hanging machine says of itself: where its CPUs are, and the traces of its kernel. */
export async function asked(vm: Hanging, verdict: Verdict): Promise<Verdict> {
  const { cause, diagnosis } = verdict;
  if (cause === undefined || diagnosis === undefined || !WAITED.includes(cause.kind)) return verdict;
  if (vm.quietMs < QUIET_MS) return verdict;
  const evidence = evidenceOf(await vm.ask());
  return { ...verdict, diagnosis: { ...diagnosis, evidence: [...diagnosis.evidence, ...evidence] } };
}

/** Whether a line of a guest is an entry of a call trace, which the unwinder is sure of. */
export function isTrace(line: string): boolean {
  return frameOf(line) !== undefined;
}

function frameOf(line: string): { readonly text: string; readonly func: string } | undefined {
  const { text } = wordsOf(line);
  const [frame] = framesOf(text);
  return frame === undefined || frame.doubtful ? undefined : { text, func: frame.func };
}

function evidenceOf({ cpus, lines, interrupted = false }: Answers): Evidence[] {
  const frames = lines.map(frameOf).filter((frame) => frame !== undefined);
  // Above the entries of the interrupt of the serial port, or of the NMI, is what the CPU did.
  const entry = frames.findIndex(({ func }) => isInterruptEntry(func));
  const below = frames.slice(Math.max(0, entry));
  const above = below.findIndex(({ func }) => !isInterruptEntry(func));
  const by = interrupted ? 'an NMI' : 'SysRq';
  return [
    ...cpus.slice(0, LINES).map((text) => ({ text: `asked before it was stopped: ${quoted(text)}` })),
    ...below
      .slice(above === -1 ? below.length : above)
      .slice(0, LINES)
      .map(({ text }) => ({ text: `its kernel, asked by ${by}: ${quoted(text.trim())}` })),
    ...(interrupted && frames.length === 0 && lines.some((line) => NMI_TAKEN.test(line)) ? [NO_TRACE] : []),
  ];
}

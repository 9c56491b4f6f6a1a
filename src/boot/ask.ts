/** Asks a machine that hangs what it is doing, before it is stopped. Live only: a recording cannot answer. */

import type { Evidence, FindingKind, Verdict } from '../judge/events.ts';
import { framesOf, wordsOf } from '../judge/guilty/frame.ts';
import { INTERRUPT_ENTRIES, memberOf } from '../judge/guilty/helpers.ts';
import { quoted } from '../judge/quote.ts';

/** Endings of a run that waited for its guest. */
const WAITED: readonly FindingKind[] = ['missing', 'silence', 'timeout'];
/** A guest that has printed since so many milliseconds does not hang. */
const QUIET_MS = 3000;
const isInterruptEntry = memberOf(INTERRUPT_ENTRIES);
/** Lines of an answer that are kept. */
const LINES = 8;

/** What a VM that hangs says of itself. Both lists are empty where nobody answers. */
export interface Answers {
  /** What the VMM says of each CPU: `CPU 0: RIP=ffffffff81000000 CPL=0, halted`. */
  readonly cpus: readonly string[];
  /** Lines that the guest prints meanwhile. Text of a guest. */
  readonly lines: readonly string[];
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

function evidenceOf({ cpus, lines }: Answers): Evidence[] {
  const frames = lines.flatMap((line) => {
    const { text } = wordsOf(line);
    const [frame] = framesOf(text);
    return frame === undefined || frame.doubtful ? [] : [{ text, func: frame.func }];
  });
  // Above the interrupt of the serial port are the frames that answer.
  const interrupted = frames.findIndex(({ func }) => isInterruptEntry(func));
  return [
    ...cpus.slice(0, LINES).map((text) => ({ text: `asked before it was stopped: ${quoted(text)}` })),
    ...frames
      .slice(interrupted + 1, interrupted + 1 + LINES)
      .map(({ text }) => ({ text: `its kernel, asked by SysRq: ${quoted(text.trim())}` })),
  ];
}

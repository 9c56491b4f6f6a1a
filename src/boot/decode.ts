/** Adds source lines to the traces of a verdict. */

import { decodeTrace } from '../guest/symbols.ts';
import type { Diagnosis, Verdict } from '../judge/events.ts';
import { TdxBootError } from '../words/errors.ts';

/** The diagnosis with source lines in its trace, as far as this vmlinux has them. */
export async function decoded(diagnosis: Diagnosis, vmlinux: string | undefined): Promise<Diagnosis> {
  const { trace = [], evidence } = diagnosis;
  if (vmlinux === undefined || trace.length === 0) return diagnosis;
  try {
    return { ...diagnosis, trace: await decodeTrace(trace, vmlinux) };
  } catch (error) {
    if (!(error instanceof TdxBootError)) throw error;
    // What was found stays found.
    return { ...diagnosis, evidence: [...evidence, { text: error.message }] };
  }
}

/** The verdict with source lines in the trace of its diagnosis. */
export async function decodedVerdict(verdict: Verdict, vmlinux: string | undefined): Promise<Verdict> {
  const { diagnosis } = verdict;
  return diagnosis === undefined ? verdict : { ...verdict, diagnosis: await decoded(diagnosis, vmlinux) };
}

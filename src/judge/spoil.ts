/** Takes a verdict back that the host spoilt after it was given. */

import type { Finding, Verdict } from './events.ts';

/** What went wrong, and what to do next. */
export interface Fault {
  readonly kind: 'recording' | 'vmm';
  readonly title: string;
  readonly hint: string;
}

/**
 * A run that passed becomes `errored`: what was not kept was not seen to its end. A run that failed stays `failed`,
 * because what it failed for was seen. Either way the fault is among the findings.
 */
export function spoil(verdict: Verdict, { kind, title, hint }: Fault): Verdict {
  const finding: Finding = {
    ...{ kind, id: kind, title, hint, severity: 'fatal', phase: 'host', time: verdict.time },
    outcome: 'errored',
  };
  const findings = [...verdict.findings, finding];
  if (verdict.verdict !== 'passed') return { ...verdict, findings };
  return {
    ...verdict,
    verdict: 'errored',
    reason: title,
    hint,
    findings,
    cause: finding,
    diagnosis: { phase: 'host', cause: kind, title, evidence: [], advice: hint, certainty: 'known' },
  };
}

/** A run as test cases, for programs that count them: JUnit and KTAP say the same. */

import { shortHex } from '../tdx/format.ts';
import { isTrustDomain } from '../words/words.ts';
import type { Case } from './case.ts';
import type { Result } from './result.ts';
import type { Unrecorded } from './results.ts';
import { testCases } from './test-cases.ts';
import { describeReproduction, describeStep } from './words.ts';

/** The first case has the verdict, so a run that has not passed never looks as if it had. */
export function casesOf(result: Result, directory: string): Case[] {
  return [
    bootCase(result, directory),
    ...stepCases(result),
    ...testCases(result),
    ...findingCases(result),
    ...trustCases(result),
    ...measurementCases(result),
  ];
}

/** The only case of a scenario of a suite that has no result. */
export function unrecordedCase({ verdict, reason }: Unrecorded): Case {
  const base = { group: 'boot', name: BOOT_CASE } as const;
  if (verdict === 'not-run') return { ...base, state: 'skipped', message: 'not run' };
  return { ...base, state: verdict, message: reason, details: ['there is no recording of its end'] };
}

const BOOT_CASE = 'the boot passes';

function bootCase(result: Result, directory: string): Case {
  const { verdict: state, time, reason, diagnosis, cause } = result;
  const base = { group: 'boot', name: BOOT_CASE, time } as const;
  if (state === 'passed') return { ...base, state };
  const details = [
    ...(diagnosis === null
      ? []
      : [
          `stopped in ${diagnosis.phase}`,
          `cause (${diagnosis.certainty}): ${diagnosis.title} [${diagnosis.cause}]`,
          ...diagnosis.evidence.map(({ stream, line, text }) =>
            stream === null || line === null ? text : `${stream}:${line}: ${text}`,
          ),
          ...(diagnosis.advice === '' ? [] : [`next: ${diagnosis.advice}`]),
        ]),
    ...(cause?.report ?? []),
    ...describeReproduction(directory).map(({ what, command }) => `${what}: ${command}`),
  ];
  return { ...base, state, message: reason, details };
}

function stepCases({ steps, verdict, reason }: Result): Case[] {
  let last = 0;
  return steps.map((step): Case => {
    const name = `step ${step.number}: ${describeStep(step)}`;
    const base = { group: 'steps', name, time: Math.max(0, (step.time ?? last) - last) } as const;
    last = step.time ?? last;
    if (step.state === 'met' || step.state === 'sent') return { ...base, state: 'passed' };
    if (step.state === 'open') return { ...base, state: 'skipped', message: 'not run' };
    return {
      ...base,
      state: verdict === 'errored' ? 'errored' : 'failed',
      message: reason,
      details: [step.where],
    };
  });
}

function findingCases({ findings, platform }: Result): Case[] {
  const known = findings.filter(({ kind }) => kind === 'signature' || kind === 'forbidden');
  const decisive = known.filter(({ outcome }) => outcome !== null);
  const name = `no known failure on ${platform}`;
  const [first] = decisive;
  if (first?.outcome === null || first === undefined) return [{ group: 'findings', name, state: 'passed' }];
  const lines = decisive.map(({ title, stream, line }) =>
    line === null ? title : `${stream}:${line}: ${title}`,
  );
  return [{ group: 'findings', name, state: first.outcome, message: first.title, details: lines }];
}

function trustCases({ platform, td, cause, verdict }: Result): Case[] {
  if (!isTrustDomain(platform)) return [];
  const base = { group: 'trust domain', name: 'the guest shows that it is a Trust Domain' } as const;
  if (td !== 'none') return [{ ...base, state: 'passed' }];
  if (cause?.kind === 'not-a-td' && verdict !== 'passed')
    return [{ ...base, state: verdict, message: cause.title }];
  return [{ ...base, state: 'skipped', message: 'no line of a Trust Domain was seen' }];
}

function measurementCases({ measurements }: Result): Case[] {
  return measurements.map(({ register, asserted, verdict, wanted, shown, explanation, where }): Case => {
    const base = {
      group: 'measurements',
      name: `${register} is as ${asserted === 'value' ? 'given' : asserted}`,
    } as const;
    if (verdict === 'equal') return { ...base, state: 'passed' };
    if (verdict === 'not-known') return { ...base, state: 'skipped', message: 'a log has no prediction' };
    const seen = shown === null ? 'nothing' : shortHex(shown);
    const message = `${verdict}: the guest shows ${seen}, not ${wanted.map(shortHex).join(' or ')}`;
    return {
      ...base,
      state: 'failed',
      message,
      details: [...(explanation === null ? [] : [explanation]), where],
    };
  });
}

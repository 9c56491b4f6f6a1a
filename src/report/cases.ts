/** A run as test cases, for programs that count them: JUnit and KTAP say the same. */

import { shortHex } from '../tdx/format.ts';
import { isTrustDomain } from '../words/words.ts';
import type { Case } from './case.ts';
import { kindOf } from './kinds.ts';
import type { Result } from './result.ts';
import type { RecordedResult, Unrecorded } from './results.ts';
import { testCases } from './test-cases.ts';
import { describeStep, reproductionLines } from './words.ts';

/**
 * Each thing that failed is one failure: readers count failures. What decided the run is told by the case that is about it,
 * with the diagnosis; then the boot's own case is skipped and names that case. Where no other case is about it, the boot's
 * case has the failure, so a run that has not passed never looks as if it had.
 */
export function casesOf(run: RecordedResult): Case[] {
  const cases = casesOfLast(run.result, run.directory);
  const [boot, ...others] = cases;
  if (boot === undefined || !failsAsFlaky(run)) return cases;
  const before = attemptsOf(run).slice(0, -1);
  return [{ ...boot, state: 'failed', message: STRICT, details: before }, ...others];
}

const STRICT = 'flaky: it passed after an attempt that did not, which --strict fails';

/** Whether a pass is not one for the suite of the run. */
export function failsAsFlaky(run: RecordedResult): boolean {
  return run.strict === true && kindOf(run) === 'flaky';
}

/** The attempts at a run, a line each; none of a run that was tried once. */
export function attemptsOf({ result, earlier = [] }: RecordedResult): string[] {
  const all = [...earlier.map((attempt) => attempt.result), result];
  return all.length === 1
    ? []
    : all.map(({ verdict, reason }, index) => `attempt ${index + 1}: ${verdict}: ${reason}`);
}

function casesOfLast(result: Result, directory: string): Case[] {
  const about = groupOf(result);
  const others = [
    ...stepCases(result, about),
    ...testCases(result),
    ...findingCases(result),
    ...trustCases(result, about),
    ...measurementCases(result, about),
  ];
  const at = others.findIndex(({ group, state }) => group === about && state === result.verdict);
  const carrier = others[at];
  const boot = bootCase(result, directory);
  if (boot.state === 'passed' || carrier === undefined) return [boot, ...others];
  const { details = [], ...rest } = boot;
  const pointer = {
    ...rest,
    state: 'skipped',
    message: `${result.verdict}: see ${carrier.group}: ${carrier.name}`,
  } as const;
  return [
    pointer,
    ...others.with(at, { ...carrier, details: [...new Set([...(carrier.details ?? []), ...details])] }),
  ];
}

/** What the finding that decided is about; all that waits in vain is about a step. */
function groupOf({ cause }: Result): Case['group'] {
  switch (cause?.kind) {
    case 'signature':
    case 'forbidden':
      return 'findings';
    case 'test':
      return 'tests';
    case 'not-a-td':
      return 'trust domain';
    case 'measurement-mismatch':
      return 'measurements';
    default:
      return 'steps';
  }
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
            [...(stream === null ? [] : [line === null ? stream : `${stream}:${line}`]), text].join(': '),
          ),
          ...(diagnosis.advice === '' ? [] : [`next: ${diagnosis.advice}`]),
        ]),
    ...(cause?.report ?? []),
    ...reproductionLines(directory, result),
  ];
  return { ...base, state, message: reason, details };
}

/** Of steps that were waited for together, the first has the failure. */
function stepCases({ steps, verdict, reason }: Result, about: Case['group']): Case[] {
  let last = 0;
  const first = about === 'steps' && verdict === 'failed' ? steps.find(isMissed) : undefined;
  return steps.map((step): Case => {
    const name = `step ${step.number}: ${describeStep(step)}`;
    const base = { group: 'steps', name, time: Math.max(0, (step.time ?? last) - last) } as const;
    last = step.time ?? last;
    if (step.state === 'met' || step.state === 'sent') return { ...base, state: 'passed' };
    if (step === first) return { ...base, state: 'failed', message: reason, details: [step.where] };
    const message = isMissed(step) ? `not met: ${reason}` : 'not run';
    return { ...base, state: 'skipped', message };
  });
}

function isMissed({ state }: Result['steps'][number]): boolean {
  return state === 'missed';
}

/** Where the VMM was never started, nobody has looked for failures. */
function findingCases({ findings, platform, booted, phase }: Result): Case[] {
  const known = findings.filter(({ kind }) => kind === 'signature' || kind === 'forbidden');
  const decisive = known.filter(({ outcome }) => outcome !== null);
  const name = `no known failure on ${platform}`;
  const [first] = decisive;
  if (first?.outcome === null || first === undefined) {
    const looked = booted !== null || phase !== 'host';
    return [
      {
        group: 'findings',
        name,
        ...(looked ? { state: 'passed' } : { state: 'skipped', message: 'not run' }),
      },
    ];
  }
  const lines = decisive.map(({ title, stream, line }) =>
    line === null ? title : `${stream}:${line}: ${title}`,
  );
  return [{ group: 'findings', name, state: first.outcome, message: first.title, details: lines }];
}

function trustCases({ platform, td, cause, verdict }: Result, about: Case['group']): Case[] {
  if (!isTrustDomain(platform)) return [];
  const base = { group: 'trust domain', name: 'the guest shows that it is a Trust Domain' } as const;
  if (td !== 'none') return [{ ...base, state: 'passed' }];
  if (about === 'trust domain' && cause !== null && verdict !== 'passed')
    return [{ ...base, state: verdict, message: cause.title }];
  return [{ ...base, state: 'skipped', message: 'no line of a Trust Domain was seen' }];
}

/** Where something else ended the run before the guest had shown a register, the register is skipped. */
function measurementCases({ measurements }: Result, about: Case['group']): Case[] {
  return measurements.map(({ register, asserted, verdict, wanted, shown, explanation, where }): Case => {
    const base = {
      group: 'measurements',
      name: `${register} is as ${asserted === 'value' ? 'given' : asserted}`,
    } as const;
    if (verdict === 'equal') return { ...base, state: 'passed' };
    if (verdict === 'not-known') return { ...base, state: 'skipped', message: 'a log has no prediction' };
    if (verdict === 'not-shown' && about !== 'measurements')
      return { ...base, state: 'skipped', message: 'not shown before the run ended' };
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

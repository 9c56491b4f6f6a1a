/** Compares what the guest shows of its registers with what the scenario asserts, and says where the difference lies. */

import type { Assertion } from '../scenario/scenario.ts';
import { type EventLog, replayLog } from '../tdx/event-log.ts';
import { describeExplanation, explainDifference, firstDifference } from '../tdx/explain.ts';
import { shortHex } from '../tdx/format.ts';
import type { Rtmr } from '../tdx/names.ts';
import type { Predictions, RegisterPrediction } from '../tdx/register-prediction.ts';
import type { Sha384 } from '../tdx/registers.ts';
import { given } from '../words/given.ts';
import type { Measurement } from './events.ts';
import type { FindingDetails } from './findings.ts';
import type { Shown } from './shown.ts';

const HEX = /^[0-9a-f]{96}$/;

/**
 * One row for each assertion, in their order.
 * @param predictions what was computed before the boot; absent: of a log that is no recording
 */
export function compareMeasurements(
  assertions: readonly Assertion[],
  shown: Shown,
  predictions: Predictions | undefined,
): Measurement[] {
  if (assertions.length === 0) return [];
  const log = shown.eventLog();
  return assertions.map((assertion) => compare(assertion, shown, predictions?.[assertion.register], log));
}

/** The finding for a measurement that differs from its assertion; undefined where they agree. */
export function findingOf({
  register,
  asserted,
  verdict,
  wanted,
  shown,
  explanation,
  where,
}: Measurement): FindingDetails | undefined {
  if (verdict === 'equal') return undefined;
  const noLog = verdict === 'not-shown' && asserted === 'replay' && wanted.length === 0;
  const title = {
    different: `${register} is ${shortHex(shown ?? '')} instead of ${wanted.map(shortHex).join(' or ')}`,
    'not-shown': noLog
      ? `${register} is asserted as the replay of the event log, which the guest did not show whole`
      : `${register} is asserted, and the guest did not show it`,
    'not-known': `${register} is asserted, and nothing says what it has to be`,
  }[verdict];
  return {
    kind: 'measurement-mismatch',
    title,
    hint: noLog ? NO_LOG : HINTS[verdict],
    // Without a value to compare with nothing is said about the guest.
    outcome: verdict === 'not-known' ? 'errored' : 'failed',
    where,
    evidence: explanation === undefined ? [] : [{ text: explanation }],
  };
}

const NO_LOG =
  'The probe guest prints its event log with tdx-boot.probe=ccel in guest.cmdline, where Linux has /sys/firmware/acpi/tables/CCEL and the whole log reaches the console.';

const HINTS = {
  different:
    'Compare what was booted with what was meant: the firmware by "tdx-boot measure FIRMWARE", the event log by "tdx-boot measure log".',
  'not-shown':
    'The probe guest shows it where Linux has /dev/tdx_guest: CONFIG_TDX_GUEST_DRIVER (6.2), built in or among guest.modules. Of another guest, capture its line by a group named like the register, such as /mrtd (?<mrtd>[0-9a-f]{96})/.',
  'not-known':
    'Judge a recording that "tdx-boot run" made of this scenario, or give the value itself instead of "expected".',
} as const;

function compare(
  { register, holds, where }: Assertion,
  shown: Shown,
  expectation: RegisterPrediction | undefined,
  log: EventLog | string,
): Measurement {
  const asserted = holds === 'expected' || holds === 'replay' ? holds : 'value';
  const row = { register, asserted, wanted: wantedOf(holds, register, expectation, log), where } as const;
  const [value, other] = shown.valuesOf(register);
  const seen = value === undefined ? {} : { shown: value };
  if (row.wanted.length === 0) {
    if (holds !== 'replay') return { ...row, ...seen, verdict: 'not-known' };
    const explanation = typeof log === 'string' ? log : `${register} is no replay`;
    return { ...row, ...seen, verdict: 'not-shown', explanation };
  }
  if (value === undefined) return { ...row, verdict: 'not-shown' };
  if (other !== undefined) {
    const explanation = `the guest showed two values: ${value} and ${other}`;
    return { ...row, ...seen, verdict: 'different', explanation };
  }
  if (!HEX.test(value)) {
    const explanation = `the guest showed "${value}", which is not 96 hex digits`;
    return { ...row, verdict: 'not-shown', explanation };
  }
  if (row.wanted.includes(value)) {
    const measured = shown.contradictionOf(register, value);
    if (measured === undefined) return { ...row, shown: value, verdict: 'equal' };
    const lie = `the guest showed ${shortHex(value)}, which the emulated TDX module never had in this register`;
    return { ...row, shown: measured, verdict: 'different', explanation: lie };
  }
  const explanation = explain(row, value, expectation, log);
  return { ...row, shown: value, verdict: 'different', ...given({ explanation }) };
}

/** None: not known, or the guest did not show what it follows from. */
function wantedOf(
  holds: Assertion['holds'],
  register: Assertion['register'],
  expectation: RegisterPrediction | undefined,
  log: EventLog | string,
): readonly Sha384[] {
  if (holds === 'expected') return expectation?.values.map(({ value }) => value) ?? [];
  if (holds !== 'replay') return [holds];
  return typeof log === 'string' || register === 'mrtd' ? [] : [replayLog(log)[register]];
}

/** Which section or event differs, as far as it can be told. */
function explain(
  { register, asserted }: Pick<Measurement, 'register' | 'asserted'>,
  value: Sha384,
  expectation: RegisterPrediction | undefined,
  log: EventLog | string,
): string | undefined {
  if (asserted === 'value' && expectation?.values.some((right) => right.value === value)) {
    return 'the guest shows what this image has to give: the value in the scenario is that of another image';
  }
  if (register === 'mrtd') return explainMrtd(value, expectation);
  return typeof log === 'string' ? undefined : explainRtmr(register, value, expectation, log);
}

function explainMrtd(value: Sha384, expectation: RegisterPrediction | undefined): string | undefined {
  if (expectation === undefined) return undefined;
  const suspect = expectation.suspects.find((wrong) => wrong.value === value);
  if (suspect !== undefined) return `the guest shows the MRTD ${suspect.text}`;
  return 'no section of this image, left out or measured otherwise, gives what the guest shows: it started another image';
}

/** A log that does not give what the TD reports cannot say what the firmware measured. */
function explainRtmr(
  register: Rtmr,
  value: Sha384,
  expectation: RegisterPrediction | undefined,
  { events }: EventLog,
): string | undefined {
  const explanation = explainDifference(events, register, value);
  if (explanation.kind !== 'equal') return describeExplanation(explanation, register);
  return firstDifference(expectation?.values.map((wanted) => wanted.events) ?? [], events, register);
}

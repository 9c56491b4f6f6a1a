/** result.json: the run for machines. Its schema is versioned and committed as schema/result.schema.json. */

import * as z from 'zod';
import { type Booted, bootedSchema } from '../judge/booted.ts';
import {
  CERTAINTIES,
  type Diagnosis,
  type Finding,
  MEASUREMENT_VERDICTS,
  type Measurement,
  type StepReport,
  type Verdict,
} from '../judge/events.ts';
import { type Origin, originSchema } from '../judge/origin.ts';
import { streamName } from '../judge/recorded.ts';
import { TEST_PROBLEMS, TEST_STATES, type Test, type TestReport } from '../ktap/report.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { formatWhere } from '../scenario/text.ts';
import { REGISTERS } from '../tdx/names.ts';
import { withId } from '../words/schema-id.ts';
import { PHASES, type Phase, PLATFORMS, SEVERITIES, TD_KINDS } from '../words/words.ts';

const ms = z.number().describe('Milliseconds since the VMM was started');

const findingSchema = z.strictObject({
  kind: z.string(),
  id: z.string().describe('Stable name of the kind of finding'),
  title: z.string(),
  hint: z.string(),
  severity: z.enum(SEVERITIES),
  phase: z.enum(PHASES),
  time: ms,
  outcome: z.enum(['failed', 'errored']).nullable().describe('null: reported only'),
  allowed: z.string().nullable().describe('Why the scenario allows it'),
  stream: streamName().nullable(),
  line: z.int().nullable().describe('Line number in the stream, from 1'),
  text: z.string().nullable(),
  report: z.array(z.string()).describe('The lines that followed'),
  where: z.string().nullable().describe('file:line:column of the scenario'),
});

const omittedSchema = z.strictObject({
  kind: z.string(),
  id: z.string(),
  title: z.string().describe('Of the first one that is listed'),
  count: z.int().describe('How many were found and are not listed'),
});

const stepSchema = z.strictObject({
  number: z.int(),
  kind: z.enum(['expect', 'send', 'run']),
  text: z.string(),
  state: z.enum(['met', 'sent', 'missed', 'open']),
  where: z.string(),
  time: ms.nullable(),
  stream: streamName().nullable(),
  line: z.int().nullable().describe('Number of the line that met it, from 1'),
  seen: z.string().nullable().describe('The text of that line; of a command, how it ended'),
});

const diagnosisSchema = z.strictObject({
  phase: z.enum(PHASES).describe('Where the boot stopped'),
  cause: z.string().describe('Stable name of the cause; unknown: nothing explains it'),
  title: z.string(),
  fingerprint: z.string().nullable().describe('The same for equal crashes of all runs'),
  trace: z
    .array(z.string())
    .describe('The call trace, the innermost frame first, with source lines where guest.vmlinux is given'),
  certainty: z
    .enum(CERTAINTIES)
    .describe('known: a line says so; likely: it follows from what was seen; unknown'),
  evidence: z.array(
    z.strictObject({
      stream: streamName().nullable(),
      line: z.int().nullable().describe('Line number in the stream, from 1'),
      text: z.string(),
    }),
  ),
  advice: z.string(),
});

const measurementSchema = z.strictObject({
  register: z.enum(REGISTERS),
  asserted: z.enum(['expected', 'replay', 'value']).describe('value: the scenario gives it'),
  verdict: z
    .enum(MEASUREMENT_VERDICTS)
    .describe('not-known: a log was judged that is no recording of a boot'),
  wanted: z.array(z.string()).describe('96 hex digits; each is right'),
  shown: z.string().nullable().describe('By the guest; null: nothing that is a value'),
  explanation: z.string().nullable().describe('Which section or event differs, as far as it can be told'),
  where: z.string().describe('file:line:column of the scenario'),
});

/** Version 1 had neither origin nor booted nor phases, and `line` of a step was the text. */
export const RESULT_VERSION = 2;
const testSchema = z.strictObject({
  number: z.int().nullable().describe('As the guest counts'),
  name: z.string(),
  state: z
    .enum(TEST_STATES)
    .describe('todo: the report expects the failure; unfinished: there are subtests and no result'),
  reason: z.string().nullable().describe('What follows SKIP, TODO or XFAIL, or another remark'),
  allowed: z.string().nullable().describe('Why the scenario allows the failure'),
  line: z.int().describe('Line number of the result in the stream, from 1'),
  time: ms,
  diagnostics: z.array(z.string()).describe('Of a failure: the lines that explain it'),
  get tests(): z.ZodArray<typeof testSchema> {
    return z.array(testSchema);
  },
});

const testReportSchema = z.strictObject({
  stream: streamName(),
  alsoOn: z.array(streamName()).describe('Other streams that showed the same report, which counts once'),
  line: z.int().describe('The line on which the report begins, from 1'),
  format: z.string().describe('As the report names itself; TAP when it has no version line'),
  plan: z.int().nullable().describe('How many tests it plans on its top level; null: it has no plan'),
  counts: z
    .strictObject({ passed: z.int(), failed: z.int(), skipped: z.int(), todo: z.int() })
    .describe('Of the tests that have no subtests'),
  tests: z.array(testSchema),
  omitted: z.int().describe('How many tests are counted and not listed'),
  problems: z.array(
    z.strictObject({
      kind: z.enum(TEST_PROBLEMS),
      text: z.string(),
      line: z.int(),
      allowed: z.string().nullable(),
    }),
  ),
});

export const resultSchema = z
  .strictObject({
    version: z.literal(RESULT_VERSION),
    scenario: z.string(),
    platform: z.enum(PLATFORMS),
    verdict: z.enum(['passed', 'failed', 'errored']),
    reason: z.string(),
    hint: z.string(),
    phase: z
      .enum(PHASES)
      .describe('The furthest phase that was reached, by the failure of a run that failed'),
    td: z
      .enum(TD_KINDS)
      .describe('The Trust Domain that was started and showed itself: of TDX hardware, emulated, or none'),
    time: ms.describe('Milliseconds from the start of the VMM to the verdict'),
    origin: originSchema()
      .nullable()
      .describe('Which tdx-boot, host, job and scenario; null: of a log that is no recording'),
    booted: bootedSchema().nullable().describe('What was booted; null when nothing was started'),
    argv: z.array(z.string()).nullable().describe('The VMM command; null when none was started'),
    phases: z
      .array(z.strictObject({ phase: z.enum(PHASES), start: ms, duration: z.number().nonnegative() }))
      .describe(
        'The phases that were reached, in order, vmm until the first output; duration in milliseconds, to the next or to the verdict',
      ),
    steps: z.array(stepSchema),
    cause: findingSchema.nullable().describe('The finding that decided'),
    diagnosis: diagnosisSchema.nullable().describe('Where and why it stopped; null when it passed'),
    findings: z.array(findingSchema).describe('The first of each kind'),
    omitted: z.array(omittedSchema).describe('What was found more often than it is listed'),
    captures: z.record(z.string(), z.string()),
    facts: z
      .record(z.string(), z.string())
      .default({})
      .describe('What the probe guest said of itself, such as kernel.release; none of another guest'),
    measurements: z.array(measurementSchema).describe('One for each register that the scenario asserts'),
    timeline: z.array(z.strictObject({ time: ms, phase: z.enum(PHASES), title: z.string() })),
    tests: z.array(testReportSchema).describe('KTAP and TAP reports of the guest'),
    lastLines: z.array(z.string()),
  })
  .describe('The result of one tdx-boot run');

export type Result = z.infer<typeof resultSchema>;

export function resultJsonSchema(): unknown {
  return withId('result', z.toJSONSchema(resultSchema));
}

/** What a result says beside the verdict; absent: not known. */
export interface RunFacts {
  readonly origin?: Origin | undefined;
  readonly booted?: Booted | undefined;
  readonly argv?: readonly string[] | undefined;
}

export function makeResult(
  scenario: Pick<Scenario, 'name' | 'platform'>,
  verdict: Verdict,
  { origin, booted, argv }: RunFacts,
): Result {
  return {
    version: RESULT_VERSION,
    scenario: scenario.name,
    platform: scenario.platform,
    verdict: verdict.verdict,
    reason: verdict.reason,
    hint: verdict.hint,
    phase: verdict.phase,
    td: verdict.td,
    time: verdict.time,
    origin: origin ?? null,
    booted: booted ?? null,
    argv: argv === undefined ? null : [...argv],
    phases: phasesOf(verdict),
    steps: verdict.steps.map(stepResult),
    cause: verdict.cause === undefined ? null : findingResult(verdict.cause),
    diagnosis: verdict.diagnosis === undefined ? null : diagnosisResult(verdict.diagnosis),
    findings: verdict.findings.map(findingResult),
    omitted: verdict.omitted.map((entry) => ({ ...entry })),
    captures: { ...verdict.captures },
    facts: { ...verdict.facts },
    measurements: verdict.measurements.map(measurementResult),
    timeline: verdict.timeline.map((entry) => ({ ...entry })),
    tests: verdict.tests.map(testReportResult),
    lastLines: [...verdict.lastLines],
  };
}

/** A diagnosis for machines: of a run, or of a log (`tdx-boot diagnose --json`). */
export function diagnosisResult(diagnosis: Diagnosis): z.infer<typeof diagnosisSchema> {
  return {
    ...diagnosis,
    fingerprint: diagnosis.fingerprint ?? null,
    trace: [...(diagnosis.trace ?? [])],
    evidence: diagnosis.evidence.map(({ stream, line, text }) => ({
      stream: stream ?? null,
      line: line ?? null,
      text,
    })),
  };
}

function measurementResult(measurement: Measurement): z.infer<typeof measurementSchema> {
  const { wanted, shown, explanation, where } = measurement;
  return {
    ...measurement,
    wanted: [...wanted],
    shown: shown ?? null,
    explanation: explanation ?? null,
    where: formatWhere(where),
  };
}

function testReportResult(report: TestReport): z.infer<typeof testReportSchema> {
  return {
    ...report,
    alsoOn: [...(report.alsoOn ?? [])],
    plan: report.plan ?? null,
    counts: { ...report.counts },
    tests: report.tests.map(testResult),
    problems: report.problems.map((problem) => ({ ...problem, allowed: problem.allowed ?? null })),
  };
}

function testResult(test: Test): z.infer<typeof testSchema> {
  return {
    ...test,
    number: test.number ?? null,
    reason: test.reason ?? null,
    allowed: test.allowed ?? null,
    diagnostics: [...test.diagnostics],
    tests: test.tests.map(testResult),
  };
}

function findingResult(finding: Finding): z.infer<typeof findingSchema> {
  return {
    kind: finding.kind,
    id: finding.id,
    title: finding.title,
    hint: finding.hint,
    severity: finding.severity,
    phase: finding.phase,
    time: finding.time,
    outcome: finding.outcome ?? null,
    allowed: finding.allowed ?? null,
    stream: finding.stream ?? null,
    line: finding.line ?? null,
    text: finding.text ?? null,
    report: [...(finding.report ?? [])],
    where: finding.where === undefined ? null : formatWhere(finding.where),
  };
}

function stepResult(step: StepReport): z.infer<typeof stepSchema> {
  return {
    ...step,
    where: formatWhere(step.where),
    time: step.time ?? null,
    stream: step.stream ?? null,
    line: step.line ?? null,
    seen: step.seen ?? null,
  };
}

/**
 * Each phase from its first milestone to that of the next phase. A phase that is seen late does not start before one. Until the
 * first milestone a run that was started is in the phase `vmm`: all of its time belongs to a phase.
 */
function phasesOf({ timeline, time, phase: furthest }: Verdict): Result['phases'] {
  const silence = timeline[0]?.time ?? time;
  const isStarted = furthest !== 'host' && silence > 0;
  const starts: { phase: Phase; start: number }[] = isStarted ? [{ phase: 'vmm', start: 0 }] : [];
  for (const { phase, time: start } of timeline) {
    const last = starts.at(-1);
    if (last === undefined || PHASES.indexOf(phase) > PHASES.indexOf(last.phase))
      starts.push({ phase, start });
  }
  return starts.map(({ phase, start }, index) => ({
    ...{ phase, start },
    duration: Math.max(0, (starts[index + 1]?.start ?? time) - start),
  }));
}

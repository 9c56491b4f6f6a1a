/** The main step: boot, judge, and say so in the job's log, as an annotation, in the summary and as outputs. */

import { join, resolve } from 'node:path';
import { run } from '../boot/run.ts';
import type { Verdict } from '../judge/events.ts';
import type { LintMessage } from '../lint/lint.ts';
import { JobLog } from '../report/job-log.ts';
import { REPORT_FILE, RESULT_FILE } from '../report/recording.ts';
import { tooLong, writeReport } from '../report/report.ts';
import { type RecordedResult, resultOf } from '../report/results.ts';
import { forJson, forLine } from '../report/safe.ts';
import { startRecording } from '../report/start-recording.ts';
import { summarize } from '../report/summary.ts';
import { describeVerdict } from '../report/words.ts';
import type { Scenario, Where } from '../scenario/scenario.ts';
import { HostError, messageOf } from '../words/errors.ts';
import { uploadRecording } from './artifact.ts';
import { inJobLog } from './firmware-options.ts';
import { readInputs } from './inputs.ts';
import { annotate, getInput, jobLog, setOutputs, writeSummary } from './job.ts';
import { saveMachine, saveWorkDir } from './post.ts';
import { refuse } from './refuse.ts';

/** The outputs of action.yml; each is set however the step ends, unless it is killed. */
export type Outputs = Readonly<
  Record<
    | 'verdict'
    | 'td'
    | 'phase'
    | 'boot-time'
    | 'reason'
    | 'captures'
    | 'results'
    | 'result-json'
    | 'report'
    | 'artifact-url',
    string
  >
>;

export async function main(): Promise<void> {
  /** What is known when the run is refused. */
  const begun = { name: 'tdx-boot', directory: resolve(getInput('results')) };
  try {
    await bootScenario(begun);
  } catch (error) {
    setOutputs(outputsOfRefusal(await refuse(error, begun.name), begun.directory));
  }
}

async function bootScenario(begun: { name: string; directory: string }): Promise<void> {
  const { loaded, results, installTools, requireKnownImage: requireKnown, upload } = readInputs();
  begun.name = loaded.scenario.name;
  const { value: outcome } = await run(loaded, {
    warn,
    begin: (bootable, { signal, workDir }) => {
      const recording = startRecording(results, bootable);
      begun.directory = recording.directory;
      saveWorkDir(workDir);
      return {
        build: (body) => inJobLog((options) => body({ ...options, installTools, requireKnown }), signal),
        consumers: [
          recording,
          new JobLog(jobLog, loaded.scenario.rules),
          { name: "the post step's note", on: saveMachine },
        ],
      };
    },
  });
  if (outcome === undefined) throw new HostError('cancelled', 'cancelled before the guest was started');
  const { verdict, lost } = outcome;
  for (const { message } of lost) annotate('warning', message);
  setOutputs(outputsOf(verdict, begun.directory));
  const recorded = await resultOf(begun.directory, loaded.scenario, verdict);
  await makePage(recorded);
  const wanted = upload === 'always' || (upload === 'on-failure' && verdict.verdict !== 'passed');
  const link = wanted ? await uploadRecording(recorded.directory, loaded.scenario.name, warnOf) : undefined;
  if (link !== undefined) setOutputs({ 'artifact-url': link });
  await writeSummary(summarize([{ ...recorded, ...(link === undefined ? {} : { link }) }]));
  announce(loaded.scenario, verdict);
}

function warnOf(text: string): void {
  annotate('warning', text);
}

/** The page is for people: a run does not fail because it cannot be written. */
async function makePage(run: RecordedResult): Promise<void> {
  try {
    const why = tooLong(run.directory);
    if (why !== undefined) jobLog.info(why);
    else await writeReport(join(run.directory, REPORT_FILE), [run]);
  } catch (error) {
    annotate('warning', `no ${REPORT_FILE}: ${messageOf(error)}`);
  }
}

function warn({ where, message, hint, rule }: LintMessage): void {
  annotate('warning', `${message}. ${hint} [${rule}]`, { title: 'tdx-boot: scenario', where: inFile(where) });
}

function outputsOf(verdict: Verdict, directory: string): Outputs {
  return {
    verdict: verdict.verdict,
    td: verdict.td,
    phase: verdict.phase,
    'boot-time': (verdict.time / 1000).toFixed(3),
    // Other steps print it.
    reason: verdict.verdict === 'passed' ? '' : forLine(verdict.reason),
    captures: forJson(verdict.captures, 0),
    results: directory,
    'result-json': join(directory, RESULT_FILE),
    report: tooLong(directory) === undefined ? join(directory, REPORT_FILE) : '',
    'artifact-url': '',
  };
}

/** Nothing was started, so there is no result. */
function outputsOfRefusal(reason: string, directory: string): Outputs {
  return {
    verdict: 'errored',
    td: 'none',
    phase: 'host',
    'boot-time': '0.000',
    reason: forLine(reason),
    captures: '{}',
    results: directory,
    'result-json': '',
    report: '',
    'artifact-url': '',
  };
}

/** One annotation, at the line of the scenario that was not met; the rest is in the log and the summary. */
function announce(scenario: Scenario, verdict: Verdict): void {
  const lines = describeVerdict(scenario.name, verdict);
  if (verdict.verdict === 'passed') {
    jobLog.info(lines[0] ?? '');
    return;
  }
  const waiting = verdict.steps.find(({ state }) => state === 'missed' || state === 'open');
  const where = verdict.cause?.where ?? (verdict.verdict === 'failed' ? waiting?.where : undefined);
  annotate('error', lines, { title: `tdx-boot: ${scenario.name}`, where: inFile(where) });
  process.exitCode = 1;
}

/** An input has no place in a file. */
function inFile(where: Where | undefined): Where | undefined {
  return where?.line === 0 ? undefined : where;
}

/** The main step: boot, judge, and say so in the job's log, as an annotation, in the summary and as outputs. */

import { join } from 'node:path';
import * as core from '@actions/core';
import { boot } from '../boot/boot.ts';
import type { ProvideOptions } from '../build/provide.ts';
import type { Verdict } from '../judge/events.ts';
import type { LintMessage } from '../lint/lint.ts';
import { prepareLaunch } from '../prepare/launch.ts';
import { requireSound } from '../prepare/lint.ts';
import { makeReady } from '../prepare/ready.ts';
import { requireGuest } from '../prepare/spec.ts';
import { session } from '../process/session.ts';
import { JobLog } from '../report/job-log.ts';
import { makeRunDirectory, RESULT_FILE, Recording } from '../report/recording.ts';
import { forJobLog, forTerminal } from '../report/safe.ts';
import { summarize } from '../report/summary.ts';
import { describeVerdict } from '../report/words.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { HostError, messageOf } from '../words/errors.ts';
import { inJobLog } from './firmware-options.ts';
import { INPUTS, readInputs } from './inputs.ts';
import { saveMachine, saveWorkDir } from './post.ts';
import { refuse } from './refuse.ts';

export async function main(): Promise<void> {
  try {
    const { loaded, results, installTools } = readInputs();
    requireGuest(loaded.scenario);
    for (const finding of requireSound(loaded)) warn(finding);
    const directory = makeRunDirectory(results, loaded.scenario.name);
    const { value: outcome } = await session(async ({ signal, workDir }) => {
      saveWorkDir(workDir);
      const provide = (options: ProvideOptions) => makeReady(loaded, { ...options, installTools });
      const ready = await inJobLog(provide, signal);
      const { scenario } = ready;
      const machine = { name: "the post step's note", on: saveMachine };
      const consumers = [new Recording(directory, scenario), new JobLog(core), machine];
      const notice = (text: string): void => core.info(forJobLog(text));
      const prepared = await prepareLaunch(ready, { workDir, signal, notice });
      return boot(prepared, { workDir, signal, consumers });
    });
    if (outcome === undefined) throw new HostError('cancelled', 'cancelled before the guest was started');
    const { verdict, lost } = outcome;
    for (const { message } of lost) core.warning(forTerminal(message));
    setOutputs(verdict, directory);
    await writeSummary(loaded.scenario, verdict);
    announce(loaded.scenario, verdict);
  } catch (error) {
    refuse(error);
  }
}

function warn({ where, message, hint, rule }: LintMessage): void {
  const place =
    where.file === INPUTS ? {} : { file: where.file, startLine: where.line, startColumn: where.column };
  core.warning(forTerminal(`${message}. ${hint} [${rule}]`), { title: 'tdx-boot: scenario', ...place });
}

function setOutputs(verdict: Verdict, directory: string): void {
  core.setOutput('verdict', verdict.verdict);
  core.setOutput('phase', verdict.phase);
  core.setOutput('boot-time', (verdict.time / 1000).toFixed(3));
  core.setOutput('reason', verdict.verdict === 'passed' ? '' : forTerminal(verdict.reason));
  core.setOutput('captures', JSON.stringify(verdict.captures));
  core.setOutput('results', directory);
  core.setOutput('result-json', join(directory, RESULT_FILE));
}

/** One annotation, at the line of the scenario that was not met; the rest is in the log and the summary. */
function announce(scenario: Scenario, verdict: Verdict): void {
  const [head = '', ...rest] = describeVerdict(scenario.name, verdict).map(forTerminal);
  if (verdict.verdict === 'passed') {
    core.info(head);
    return;
  }
  const waiting = verdict.steps.find(({ state }) => state === 'missed' || state === 'open');
  const where = verdict.cause?.where ?? (verdict.verdict === 'failed' ? waiting?.where : undefined);
  const place =
    where === undefined || where.file === INPUTS ? {} : { file: where.file, startLine: where.line };
  core.error([head, ...rest].join('\n'), { title: `tdx-boot: ${scenario.name}`, ...place });
  process.exitCode = 1;
}

/** A summary that cannot be written is no reason to fail a good boot. */
async function writeSummary(scenario: Scenario, verdict: Verdict): Promise<void> {
  try {
    await core.summary.addRaw(summarize(scenario, verdict), true).write();
  } catch (error) {
    core.info(`No job summary: ${messageOf(error)}`);
  }
}

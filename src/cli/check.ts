/** `tdx-boot check`: judges a recorded run or a log. No VM is started. */

import { isRecording, openScenario, readOrigin } from '../boot/recorded-scenario.ts';
import { requireSoundSteps } from '../prepare/lint.ts';
import { judgeAgain } from '../report/judged.ts';
import type { Printer } from '../report/printer.ts';
import { requireOne } from '../report/results.ts';
import { TerminalReporter } from '../report/terminal.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';
import type { StreamName } from '../words/words.ts';
import { EXIT, type Streams } from './context.ts';
import type { UseOptions } from './uses.ts';
import { warn } from './warn.ts';

export interface CheckOptions extends UseOptions {
  /** Absent: the scenario that the recording holds. */
  readonly scenario?: string;
  readonly stream: StreamName;
  readonly json?: true;
}

/** `tdx-boot check`. */
export async function check(log: string, options: CheckOptions, { out, error }: Streams): Promise<number> {
  requireOne(log);
  const loaded =
    options.scenario === undefined
      ? scenarioOf(log, options.uses)
      : openScenario(options.scenario, options.uses);
  warn(requireSoundSteps(loaded), error);
  const { scenario } = loaded;
  const isOfRun = options.scenario !== undefined && isRecording(log) && readOrigin(log) !== undefined;
  if (isOfRun) tellOther(openScenario(log).scenario, scenario, error);
  const terminal = options.json === true ? undefined : new TerminalReporter(out, scenario, false);
  const result = await judgeAgain(log, scenario, options.stream, (event) => terminal?.on(event));
  if (options.json === true) out.json(result);
  return EXIT[result.verdict];
}

/** A verdict has the name of the scenario that judges, and nothing of what that would boot. */
function tellOther(booted: Scenario, { name, platform }: Scenario, error: Printer): void {
  if (booted.name === name && booted.platform === platform) return;
  const of = `${quote(booted.name)} on platform ${booted.platform}`;
  error.headed(`notice: the recording is of ${of}: ${quote(name)} judges what that boot showed`, 'yellow');
}

/** The scenario that a recording holds. @throws UsageError code `no-scenario` */
function scenarioOf(log: string, uses: UseOptions['uses']): LoadedScenario {
  if (isRecording(log)) return openScenario(log, uses);
  throw new UsageError(
    'no-scenario',
    `${log} is no recording of a run, and does not say what is expected of it`,
    { hint: 'Name a scenario with --scenario FILE. "tdx-boot diagnose" needs none.' },
  );
}

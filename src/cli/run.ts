/** `tdx-boot run`: boots a scenario and shows the run on the terminal or as JSON. */

import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { Consumer } from '../boot/delivery.ts';
import { openScenario } from '../boot/recorded-scenario.ts';
import { type RunListener, run as runScenario } from '../boot/run.ts';
import type { Verdict } from '../judge/events.ts';
import type { Session } from '../process/session.ts';
import { History } from '../report/history.ts';
import { historyRun } from '../report/history-run.ts';
import type { Printer } from '../report/printer.ts';
import { REPORT_FILE, RESULT_FILE } from '../report/recording.ts';
import { type RecordedResult, readResult, readRuns } from '../report/results.ts';
import { startRecording } from '../report/start-recording.ts';
import { TerminalReporter } from '../report/terminal.ts';
import { describeReproduction } from '../report/words.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { explainError, formatError, messageOf } from '../words/errors.ts';
import { buildsOn } from './builds.ts';
import { announceGdb, type ByHandOptions, byHand } from './by-hand.ts';
import { EXIT, type Streams } from './context.ts';
import type { UseOptions } from './uses.ts';
import { warn } from './warn.ts';

/** `tdx-boot run`. */
export async function run(
  file: string,
  options: UseOptions & ByHandOptions & { results: string; json?: true; history?: string },
  streams: Streams,
): Promise<number> {
  return bootAndReport(openScenario(file, options.uses), options, streams);
}

/** Boots a scenario, and returns the exit code. */
export async function bootAndReport(
  loaded: LoadedScenario,
  options: ByHandOptions & { results: string; json?: true; history?: string },
  streams: Streams,
): Promise<number> {
  const { out, error } = streams;
  const history = options.history === undefined ? undefined : new History(options.history);
  let directory = '';
  const hand = byHand(loaded, options, streams);
  const ended = await runScenario(loaded, {
    warn: (message) => warn([message], error),
    begin: (bootable, session) => {
      // A terminal that is the guest's console shows what the judge says between its lines.
      const shown = options.shell === undefined ? streams : { ...streams, out: error };
      const listener = onTerminal(
        bootable,
        { ...options, live: options.shell === undefined },
        shown,
        session,
      );
      directory = listener.directory;
      announceGdb(hand, session, streams);
      return { ...listener, ...hand };
    },
  }).finally(() => hand.release());
  const result = join(directory, RESULT_FILE);
  if (existsSync(result)) {
    await addToHistory(history, () => readResult(directory), error);
    await makeReport(directory, error);
  }
  if (options.json !== true) out.lines(whereTheResultsAre(directory, ended.value?.verdict));
  // A result that could not be written was said to be lost.
  else if (existsSync(result)) out.json(JSON.parse(readFileSync(result, 'utf8')));
  const { verdict, lost = [] } = ended.value ?? {};
  // What cannot be written to standard output is reported by whoever owns it.
  const others = lost.filter(({ code }) => code !== 'output-failed');
  for (const loss of others) error.lines(formatError(loss));
  if (ended.signal !== undefined) return 128 + constants.signals[ended.signal];
  return verdict === undefined || (others.length > 0 && verdict.verdict === 'passed')
    ? EXIT.errored
    : EXIT[verdict.verdict];
}

/** A run does not fail because it cannot be added to a history: that is said. */
export async function addToHistory(
  history: History | undefined,
  run: () => Promise<RecordedResult>,
  error: Printer,
): Promise<void> {
  try {
    history?.add(historyRun(await run()));
  } catch (cause) {
    error.lines(explainError(cause));
  }
}

/** The page of a run or a suite is for people: nothing fails because it cannot be written. */
export async function makeReport(directory: string, error: Printer): Promise<void> {
  try {
    const { tooLong, writeReport } = await import('../report/report.ts');
    const why = tooLong(directory);
    if (why !== undefined) error.line(why);
    else await writeReport(join(directory, REPORT_FILE), await readRuns([directory]));
  } catch (cause) {
    error.line(`no ${REPORT_FILE}: ${messageOf(cause)}`);
  }
}

function whereTheResultsAre(directory: string, verdict: Verdict | undefined): string[] {
  const again = verdict === undefined || verdict.verdict === 'passed' ? [] : describeReproduction(directory);
  return [`  results: ${directory}`, ...again.map(({ what, command }) => `  ${what}: ${command}`)];
}

/** A run as a terminal shows it, or its result as JSON; `quiet`: only where the results are. */
export function onTerminal(
  loaded: LoadedScenario,
  options: { results: string; json?: true; quiet?: true; live?: boolean },
  { out, error }: Streams,
  { signal }: Session,
  others: readonly Consumer[] = [],
): RunListener & { readonly directory: string } {
  const quiet = options.json === true || options.quiet === true;
  const { scenario } = loaded;
  const recording = startRecording(options.results, loaded);
  return {
    build: buildsOn(error, signal),
    consumers: [
      recording,
      ...(quiet ? [] : [new TerminalReporter(out, scenario.name, out.isTerminal && options.live !== false)]),
      ...others,
    ],
    directory: recording.directory,
  };
}

/** `tdx-boot run` with one scenario: boots it and shows the run on the terminal or as JSON. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Consumer } from '../boot/delivery.ts';
import { type RunListener, run as runScenario } from '../boot/run.ts';
import type { Session } from '../process/session.ts';
import { REPORT_FILE, RESULT_FILE } from '../report/recording.ts';
import { loadsReporting, reporting } from '../report/reporting.ts';
import type { Result } from '../report/result.ts';
import { startRecording } from '../report/start-recording.ts';
import { TerminalReporter } from '../report/terminal.ts';
import { reproductionLines } from '../report/words.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { formatError, type HostError } from '../words/errors.ts';
import { buildsOn } from './builds.ts';
import { announceGdb, type ByHandOptions, byHand } from './by-hand.ts';
import { EXIT, exitOf, type Streams } from './context.ts';
import { openHistory } from './history.ts';
import { warn } from './warn.ts';

/** Boots a scenario, and returns the exit code. */
export async function bootAndReport(
  loaded: LoadedScenario,
  options: ByHandOptions & { results: string; json?: true; verbose?: true; history?: string },
  streams: Streams,
): Promise<number> {
  const { out, error } = streams;
  const history = await openHistory(options.history);
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
      announceGdb(hand, loaded, session, streams);
      return { ...listener, consumers: [...listener.consumers, loadsReporting], ...hand };
    },
  }).finally(() => hand.release());
  const result = join(directory, RESULT_FILE);
  // A result that could not be written was said to be lost.
  const { readResult, writeOwnReport } = await reporting();
  const recorded = existsSync(result) ? await readResult(directory) : undefined;
  if (recorded !== undefined) {
    history?.note(recorded, (text) => error.lines(text));
    const runs = { runs: [recorded], unrecorded: [] };
    const why = await writeOwnReport(directory, runs, history?.runs());
    if (why !== undefined) error.line(why);
  }
  if (options.json !== true) out.lines(whereTheResultsAre(directory, recorded?.result));
  else if (recorded !== undefined) out.json(recorded.result);
  const { verdict, lost = [] } = ended.value ?? {};
  // What cannot be written to standard output is reported by whoever owns it, and what decided the run was shown.
  const isTold = ({ code, message }: HostError): boolean =>
    code === 'output-failed' || (options.json !== true && message === verdict?.cause?.title);
  const others = lost.filter((loss) => !isTold(loss));
  for (const loss of others) error.lines(formatError(loss));
  if (ended.signal !== undefined) return exitOf(ended.signal);
  return verdict === undefined || (others.length > 0 && verdict.verdict === 'passed')
    ? EXIT.errored
    : EXIT[verdict.verdict];
}

function whereTheResultsAre(directory: string, result: Result | undefined): string[] {
  const again =
    result === undefined || result.verdict === 'passed' ? [] : reproductionLines(directory, result);
  const page = join(directory, REPORT_FILE);
  return [
    `  results: ${directory}`,
    ...(existsSync(page) ? [`  report: ${page}`] : []),
    ...again.map((line) => `  ${line}`),
  ];
}

/** A run as a terminal shows it, or its result as JSON; `quiet`: only where the results are. */
export function onTerminal(
  loaded: LoadedScenario,
  options: { results: string; json?: true; verbose?: true; quiet?: true; live?: boolean },
  { out, error }: Streams,
  { signal }: Session,
  others: readonly Consumer[] = [],
): RunListener & { readonly directory: string } {
  const quiet = options.json === true || options.quiet === true;
  const { scenario } = loaded;
  const live = options.verbose === true || (out.isTerminal && options.live !== false);
  const recording = startRecording(options.results, loaded);
  return {
    build: buildsOn(error, signal),
    consumers: [recording, ...(quiet ? [] : [new TerminalReporter(out, scenario, live).watch()]), ...others],
    directory: recording.directory,
  };
}

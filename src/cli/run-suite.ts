/** `tdx-boot run`: one scenario, or a suite: several scenarios, a suite file, or further attempts. */

import { join } from 'node:path';
import { REPORT_FILE } from '../report/recording.ts';
import type { SuiteChoices } from '../suite/choices.ts';
import { type LoadedSuite, loadRun } from '../suite/load.ts';
import { UsageError } from '../words/errors.ts';
import { buildsOn } from './builds.ts';
import type { ByHandOptions } from './by-hand.ts';
import { EXIT, exitOf, type Streams } from './context.ts';
import { openHistory } from './history.ts';
import type { UseOptions } from './uses.ts';
import { warn } from './warn.ts';

export interface RunOptions extends UseOptions, SuiteChoices, Omit<ByHandOptions, 'shell'> {
  readonly results: string;
  readonly json?: true;
  readonly verbose?: true;
  /** Gets a line for each run. */
  readonly history?: string;
}

/** `tdx-boot run`: one scenario shows its console; several, or one that may be retried, are a suite. */
export async function run(names: readonly string[], options: RunOptions, streams: Streams): Promise<number> {
  const loaded = loadRun(names, options.uses ?? {}, options, (message) => warn([message], streams.error));
  if (!('entries' in loaded)) return (await import('./run.ts')).bootAndReport(loaded, options, streams);
  if (options.keepOnFailure === true || options.gdb === true) {
    throw new UsageError(
      'one-by-hand',
      '--keep-on-failure and --gdb are for one scenario that is not retried',
      { hint: 'Run the scenario of the suite that fails by itself.' },
    );
  }
  return bootSuite(loaded, options, streams);
}

/** Runs a suite; returns the exit code of the whole. */
async function bootSuite(suite: LoadedSuite, options: RunOptions, { out, error }: Streams): Promise<number> {
  // Loaded here, because most runs are of one scenario.
  const { recordEmpty, recordSuite } = await import('../report/recorded-suite.ts');
  const { SUITE_FILE } = await import('../report/suite-result.ts');
  if (suite.empty !== undefined) {
    const { whole } = await recordEmpty(suite, options.results);
    if (options.json === true) out.json(whole);
    (options.json === true ? error : out).line(suite.empty, { style: 'yellow' });
    return EXIT.passed;
  }
  const recorded = await recordSuite(suite, options, options.results, {
    printer: options.json === true ? error : out,
    verbose: options.verbose === true,
    builds: (cancel) => buildsOn(error, cancel),
    history: await openHistory(options.history),
  });
  const { directory, verdict, whole, runs, unwritten, noPage, signal } = recorded;
  for (const problem of [unwritten, noPage]) if (problem !== undefined) error.line(problem);
  if (options.json === true) out.json(whole);
  else {
    out.line(`results: ${join(directory, SUITE_FILE)}`);
    if (noPage === undefined && runs.runs.length > 0) out.line(`report: ${join(directory, REPORT_FILE)}`);
  }
  return signal === undefined ? EXIT[verdict] : exitOf(signal);
}

/** Boots a suite: the log of the step has what starts, waits and ends, and of what did not pass the last lines. */

import type { Verdict } from '../judge/events.ts';
import { openHistory } from '../report/history.ts';
import { describeCounts } from '../report/kinds.ts';
import { Printer } from '../report/printer.ts';
import {
  type RecordedSuite,
  recordEmpty,
  recordSuite,
  type SuiteListener,
} from '../report/recorded-suite.ts';
import { summarize, withTimes } from '../report/summary.ts';
import { describeVerdict } from '../report/words.ts';
import type { LoadedSuite } from '../suite/load.ts';
import type { EntryResult } from '../suite/suite.ts';
import { alike } from '../words/alike.ts';
import { isUploaded } from './artifact.ts';
import { placeOf } from './boot-one.ts';
import { inJobLog } from './firmware-options.ts';
import type { Inputs } from './inputs.ts';
import { annotate, annotateErrors, jobLog, setOutputs, writeSummary } from './job.ts';
import { outputsOfNothing, outputsOfSuite } from './outputs.ts';
import { MachineNotes, saveWorkDir } from './post.ts';
import { publish } from './publish.ts';
import type { Begun } from './refuse.ts';

/** The verdicts of the last attempts, by the names of the entries. */
type Verdicts = Map<string, Verdict>;

export async function bootSuite(loaded: LoadedSuite, inputs: Inputs, begun: Begun): Promise<void> {
  begun.name = loaded.name;
  if (loaded.empty !== undefined) return bootNothing(loaded, loaded.empty, inputs);
  const verdicts: Verdicts = new Map();
  const history = openHistory(inputs.history);
  const suite = await recordSuite(loaded, inputs.choices, inputs.results, {
    ...listenerOf(inputs, begun, verdicts),
    history,
  });
  const {
    directory,
    verdict,
    runs: { runs, unrecorded },
    unwritten,
    noPage,
  } = suite;
  if (unwritten !== undefined) annotate('warning', unwritten);
  if (noPage !== undefined) jobLog.info(noPage);
  const tds = [...verdicts.values()].map(({ td }) => td);
  setOutputs(outputsOfSuite(suite, reasonOf(suite), tds));
  await publish({
    directory,
    name: loaded.name,
    upload: isUploaded(inputs.upload, verdict === 'passed'),
    summary: (artifact) =>
      summarize(withTimes(runs, history?.runs() ?? []), {
        suite: { name: loaded.name, verdict },
        unrecorded,
        artifact,
      }),
  });
  announce(suite, verdicts);
  if (verdict !== 'passed') process.exitCode = 1;
}

/** A job of a matrix that has more jobs than there are scenarios has done its part: it is green, and has no verdict. */
async function bootNothing(suite: LoadedSuite, why: string, { results }: Inputs): Promise<void> {
  const { directory, whole } = await recordEmpty(suite, results);
  setOutputs(outputsOfNothing(why, directory));
  await writeSummary(summarize([], { suite: { name: whole.suite, verdict: whole.verdict } }));
  annotate('notice', why);
}

function listenerOf(
  { installTools, requireKnownImage: requireKnown }: Inputs,
  begun: Begun,
  verdicts: Verdicts,
): SuiteListener {
  const machines = new MachineNotes();
  return {
    printer: new Printer({ write: (text) => jobLog.info(String(text).replace(/\n$/, '')) }),
    begins: (directory, { workDir }) => {
      begun.directory = directory;
      saveWorkDir(workDir);
    },
    builds: (signal) => (body) =>
      inJobLog((options) => body({ ...options, installTools, requireKnown }), signal),
    consumers: ({ name }) => [
      machines.ofRun(),
      {
        name: "the job's log",
        on: (event) => {
          if (event.type !== 'verdict') return;
          verdicts.set(name, event.verdict);
          showLastLines(name, event.verdict);
        },
      },
    ],
  };
}

function showLastLines(name: string, { verdict, lastLines }: Verdict): void {
  if (verdict === 'passed' || lastLines.length === 0) return;
  jobLog.startGroup(`Last lines of ${name}`);
  for (const line of lastLines) jobLog.info(line);
  jobLog.endGroup();
}

/** `2 scenarios: 1 passed, 1 failed: b: no output for 60 s`; empty when passed. */
function reasonOf({ results, verdict }: RecordedSuite): string {
  if (verdict === 'passed') return '';
  const bad =
    results.find((result) => result.verdict === verdict) ??
    results.find(({ flaky, verdict: own }) => flaky || own !== 'passed');
  const why = bad?.flaky === true ? bad.attempts[0]?.reason : bad?.attempts.at(-1)?.reason;
  return [
    describeCounts(results, verdict),
    ...(bad === undefined ? [] : [bad.name]),
    ...(why === undefined ? [] : [why]),
  ].join(': ');
}

/** An annotation for each kind of failure, at the line of a scenario that was not met, and one for all that is flaky. */
function announce({ results, verdict }: RecordedSuite, verdicts: Verdicts): void {
  const reason = ({ attempts }: EntryResult): string => attempts.at(-1)?.reason ?? 'not run';
  const bad = results.filter((result) => result.verdict === 'failed' || result.verdict === 'errored');
  const groups = alike(bad, (result) => [
    result.verdict,
    reason(result),
    verdicts.get(result.name)?.diagnosis?.cause,
  ]);
  const failures = groups.map(([first, ...others]) => {
    const known = verdicts.get(first.name);
    const same = others.length === 0 ? [] : [`  the same of ${others.map(({ name }) => name).join(', ')}`];
    const own =
      known?.verdict === first.verdict
        ? describeVerdict(first.name, known)
        : [`${first.verdict}: ${first.name}`, `  reason: ${reason(first)}`];
    return {
      lines: [...own, ...same],
      title: `tdx-boot: ${first.name}`,
      where: known === undefined ? undefined : placeOf(known),
    };
  });
  annotateErrors(failures);
  const flaky = results.filter((result) => result.flaky);
  if (flaky.length > 0) {
    const names = flaky.map(({ name, attempts }) => `  ${name}: ${attempts[0]?.reason ?? ''}`);
    annotate(verdict === 'failed' && bad.length === 0 ? 'error' : 'warning', [
      'flaky: passed only when retried',
      ...names,
    ]);
  }
}

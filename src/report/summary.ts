/** The job summary: a row for each run, then each failure once, with its evidence and what to do, then what came up. */

import { formatDuration } from '../judge/diagnosis/hints.ts';
import type { HistoryRun } from '../suite/history-run.ts';
import { verdictOf } from '../suite/suite.ts';
import { alike } from '../words/alike.ts';
import { wholeOrNothing } from '../words/quote.ts';
import { describeCounts, KIND_WORDS, kindOf, WORST_FIRST } from './kinds.ts';
import type { Result } from './result.ts';
import type { RecordedResult, Runs, Unrecorded } from './results.ts';
import { forHtml } from './safe.ts';
import { code, folded, heading, joined, LISTED, list, marked, table } from './summary-html.ts';
import { failureOf, passOf, type SummaryArtifact } from './summary-run.ts';
import { earlierRuns, typicalTime } from './trend.ts';
import { bootedNames, headlineOf, percentOf } from './words.ts';

/** Beside runs that did not pass, a longer list of those that did is folded. */
const OPEN_PASSES = 10;
/** How many captured texts stand in the row of a run, and the UTF-16 units of the longest: the table has many rows. */
const CAPTURES = 3;
const CAPTURED = 200;

/** What a summary says of a run beside its result. */
interface SummaryRun extends RecordedResult {
  /** How long earlier runs of the scenario took that passed: their median, in milliseconds. */
  readonly before?: number | undefined;
}

/** Runs with how long earlier ones of a history took. */
export function withTimes(runs: readonly RecordedResult[], history: readonly HistoryRun[]): SummaryRun[] {
  return runs.map((run) => ({ ...run, before: typicalTime(earlierRuns(history, run.result)) }));
}

/** What a summary says of all runs. */
interface SummaryWhole {
  readonly suite?: Runs['suite'] | undefined;
  /** Scenarios of a suite that have no result. */
  readonly unrecorded?: readonly Unrecorded[];
  readonly artifact?: SummaryArtifact | undefined;
}

/** @returns HTML of less than 1 MiB; the last line says when blocks were left out */
export function summarize(runs: readonly SummaryRun[], whole: SummaryWhole = {}): string {
  const { unrecorded = [], artifact } = whole;
  const passed = runs.filter(({ result }) => result.verdict === 'passed');
  const failures = alike(
    runs.filter(({ result }) => result.verdict !== 'passed'),
    ({ result }) => [result.verdict, result.reason, result.diagnosis?.cause],
  );
  const several = runs.length + unrecorded.length > 1 || whole.suite !== undefined;
  return joined(
    [...(several ? total(runs, whole) : []), ...overview(runs, unrecorded, several), ...linkTo(artifact)],
    [
      [
        ...failures.map(([first, ...others]) => failureOf(first, others, artifact)),
        ...withoutResult(unrecorded),
      ],
      [flaky(passed)],
      passed.map((run) => {
        const name = run.result.scenario;
        const blocks = passOf(run);
        return several
          ? [folded(marked('passed', code(name)), blocks.join('\n'))]
          : [heading('passed', name), ...blocks];
      }),
    ],
  );
}

/** The summary of a run that was refused before there was a boot to judge. */
export function summarizeRefusal(name: string, problems: readonly string[]): string {
  return joined([heading('errored', name), list(problems.slice(0, LISTED).map(code))]);
}

function total(runs: readonly SummaryRun[], { suite, unrecorded = [] }: SummaryWhole): string[] {
  const all = [
    ...runs.map((run) => ({ verdict: run.result.verdict, flaky: kindOf(run) === 'flaky' })),
    ...unrecorded,
  ];
  if (suite !== undefined && all.length === 0) {
    return [
      `<h3>${marked('not-run', code(suite.name))}: nothing was booted</h3>`,
      '<p>The shard has no scenario.</p>',
    ];
  }
  const verdict = suite?.verdict ?? verdictOf(all);
  return [heading(verdict, suite?.name ?? 'all'), `<p>${describeCounts(all, verdict)}.</p>`];
}

function overview(
  runs: readonly SummaryRun[],
  unrecorded: readonly Unrecorded[],
  several: boolean,
): string[] {
  const all = [
    ...runs.map((run) => ({ kind: kindOf(run), row: rowOf(run) })),
    ...unrecorded.map(({ name, verdict }) => ({ kind: verdict, row: emptyRow(name, verdict) })),
  ];
  const sorted = WORST_FIRST.flatMap((wanted) => all.filter(({ kind }) => kind === wanted));
  const rows = sorted.map(({ row }) => row);
  const head = ['verdict', 'scenario', 'platform', 'kernel', 'firmware', 'time', 'what came up'];
  // One run says below what came up.
  const columns = several ? head.length : head.length - 1;
  // A column that is empty in every row, such as the firmware's, is left out, so that the others have room.
  const said = head.map((_, column) => rows.some((cells) => (cells[column] ?? '') !== ''));
  const cut = (cells: readonly string[]): readonly string[] =>
    cells.slice(0, columns).filter((_, column) => said[column]);
  const tableOf = (some: typeof rows): string[] => [
    ...table(cut(head), some.slice(0, LISTED).map(cut)),
    ...(some.length > LISTED ? [`<p>and ${some.length - LISTED} more</p>`] : []),
  ];
  const open = sorted.filter(({ kind }) => kind !== 'passed').length;
  const passes = rows.length - open;
  if (open === 0 || passes <= OPEN_PASSES) return tableOf(rows);
  return [
    ...tableOf(rows.slice(0, open)),
    folded(marked('passed', `${passes} passed`), tableOf(rows.slice(open)).join('\n')),
  ];
}

function rowOf(run: SummaryRun): string[] {
  const { result, before } = run;
  const { verdict, scenario, platform, time, phase, captures } = result;
  const flaky = kindOf(run) === 'flaky' ? ' (flaky)' : '';
  const { kernel, firmware } = bootedNames(result);
  const change = before === undefined ? '' : ` (${percentOf(time, before)})`;
  const captured = Object.entries(captures)
    .slice(0, CAPTURES)
    .map(([key, value]) => `${code(key)}: ${code(wholeOrNothing(value, CAPTURED))}`);
  return [
    marked(verdict, `${verdict}${flaky}`),
    code(scenario),
    platform,
    kernel === '' ? '' : code(kernel),
    firmware === '' ? '' : code(firmware),
    // A run that was refused took no time.
    time === 0 ? '' : `${formatDuration(time)}${change}`,
    verdict === 'passed' ? captured.join(', ') : [`reached ${phase}`, ...causeOf(result)].join(': '),
  ];
}

/** Why it did not pass, in words; the block below names the cause, too. */
function causeOf(result: Result): string[] {
  const headline = headlineOf(result);
  return headline === '' ? [] : [code(wholeOrNothing(headline, CAPTURED))];
}

function emptyRow(name: string, verdict: Unrecorded['verdict']): string[] {
  return [marked(verdict, KIND_WORDS[verdict]), code(name), '', '', '', '', ''];
}

function linkTo(artifact: SummaryArtifact | undefined): string[] {
  if (artifact?.url.startsWith('https://') !== true) return [];
  return [`<p><a href="${forHtml(artifact.url)}">Recording and report</a></p>`];
}

function withoutResult(unrecorded: readonly Unrecorded[]): string[][] {
  const tried = unrecorded.filter(({ verdict }) => verdict === 'failed' || verdict === 'errored');
  const groups = alike(tried, ({ verdict, reason }) => [verdict, reason]);
  return groups.map(([{ name, verdict, reason }, ...others]) => {
    const same = others.slice(0, LISTED).map((other) => code(other.name));
    return [
      heading(verdict, name),
      ...(same.length === 0 ? [] : [`<p>For the same reason: ${same.join(', ')}.</p>`]),
      `<p><b>${code(reason)}</b></p>`,
    ];
  });
}

/** What failed before it passed: a retry hides nothing. */
function flaky(passed: readonly SummaryRun[]): string[] {
  const items = passed.flatMap(({ result, earlier = [] }) => {
    const attempts = earlier.map(({ result: { verdict, reason } }) => `${verdict}: ${code(reason)}`);
    return attempts.length === 0 ? [] : [`${code(result.scenario)} passed after ${attempts.join('; ')}`];
  });
  return items.length === 0 ? [] : [`<h3>${marked('flaky')}</h3>`, list(items.slice(0, LISTED))];
}

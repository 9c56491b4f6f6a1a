/** Puts a comparison of runs into words, and into HTML for a job's summary. */

import { formatDuration } from '../judge/diagnosis/hints.ts';
import type {
  Comparison,
  FindingChange,
  RegisterChange,
  ScenarioComparison,
  Side,
  TimeRow,
} from '../suite/comparison.ts';
import { shortHex } from '../tdx/format.ts';
import { code, folded, joined, list, marked, table } from './summary-html.ts';

/** How many findings, tests and values are listed. */
const LISTED = 20;

const VERDICT_WORDS: Readonly<Record<ScenarioComparison['verdict'], string>> = {
  same: 'as before',
  broken: 'broken',
  fixed: 'fixed',
  'still-failing': 'fails as before',
  'not-known': 'not known: the host spoilt every run of one side',
};

const TIME_WORDS: Readonly<Record<TimeRow['verdict'], string>> = {
  slower: 'slower',
  faster: 'faster',
  'none-seen': 'no difference can be seen',
  'too-few-runs': 'too few runs',
};

/** The verdict is by the quartiles: what a host does beside disturbs them less than the medians. */
const TIME_HEAD = ['median', 'before', 'after', 'change', '95 % interval', 'quartile', 'runs', ''] as const;
/** What a narrow terminal has no room for, the least important first. */
const DISPENSABLE: readonly string[] = ['quartile', 'runs', '95 % interval'];

/**
 * The rows of a table of times, its head first; none where there are no times.
 * @param fits whether a table of these rows has room. Where it has not, columns are left out.
 */
export function timeRows(
  compared: ScenarioComparison,
  fits: (rows: readonly string[][]) => boolean = () => true,
): readonly string[][] {
  const times = shownTimes(compared);
  if (times.length === 0) return [];
  const rows = [[...TIME_HEAD], ...times.map(timeCells)];
  const tables = [0, 1, 2, 3].map((count) => {
    const left = DISPENSABLE.slice(0, count);
    return rows.map((cells) => cells.filter((_, index) => !left.includes(TIME_HEAD[index] ?? '')));
  });
  return tables.find(fits) ?? tables.at(-1) ?? rows;
}

function timeCells({ what, median, change, runs, verdict }: TimeRow): string[] {
  const { before, after, difference, interval } = median;
  return [
    what,
    formatDuration(before),
    formatDuration(after),
    `${percent(median.change)}, ${sign(difference)}${formatDuration(Math.abs(difference))}`,
    interval === undefined ? '' : `${percent(interval[0])} to ${percent(interval[1])}`,
    percent(change),
    `${runs[0]}, ${runs[1]}`,
    TIME_WORDS[verdict],
  ];
}

/** `boot (emulated)`, or `a (emulated), compared with b`. */
export function scenarioTitle({ scenario, formerly, platform }: ScenarioComparison): string {
  return `${scenario} (${platform})${formerly === null ? '' : `, compared with ${formerly}`}`;
}

/** Everything but the times, a line each. */
export function describeChanges(compared: ScenarioComparison): string[] {
  const { before, after, verdict, sources, findings, tests, registers } = compared;
  return [
    `verdict ${VERDICT_WORDS[verdict]}: ${describeSide(before)}; now ${describeSide(after)}`,
    ...(verdict === 'same' ? [] : describeCauses(before.cause, after.cause)),
    ...(sources.length === 0 ? [] : [`booted otherwise: ${sources.join(', ')}`]),
    ...listed(tests.failing.map((name) => `test fails now: ${name}`)),
    ...listed(tests.fixed.map((name) => `test fails no more: ${name}`)),
    ...(tests.passedAfter < tests.passedBefore
      ? [`fewer tests pass: ${tests.passedBefore}, now ${tests.passedAfter}`]
      : []),
    ...registers.map(describeRegister),
    ...listed(findings.fresh.map((finding) => `new finding: ${describeFinding(finding, after)}`)),
    ...listed(findings.gone.map((finding) => `finding gone: ${describeFinding(finding, before)}`)),
  ];
}

/** The rows of times that say something: of too few runs, no phase does. */
function shownTimes({ times }: ScenarioComparison): readonly TimeRow[] {
  return times.every(({ verdict }) => verdict === 'too-few-runs') ? times.slice(0, 1) : times;
}

/** What must be known of the times beside their rows. */
export function describeTimes(
  { times, otherHost }: ScenarioComparison,
  { runsNeeded }: Pick<Comparison, 'runsNeeded'>,
): string[] {
  if (otherHost) return ['times are not compared: the runs before were on other CPUs'];
  if (times.length === 0) return ['times are not compared: a side has no run that passed'];
  if (times.every(({ verdict }) => verdict !== 'too-few-runs')) return [];
  return [
    `too few runs to see a difference of times: it takes ${runsNeeded} on each side (compare --runs ${runsNeeded})`,
  ];
}

/** The whole in one line. */
export function describeWhole({ verdict, scenarios, margin }: Comparison): string {
  const counts = scenarios.flatMap(({ scenario, regressions }) =>
    regressions.length === 0 ? [] : [`${scenario} (${regressions.join(', ')})`],
  );
  if (verdict === null) return 'nothing is compared yet: there is no earlier run';
  if (verdict === 'failed') return `failed: worse than before: ${counts.join('; ')}`;
  if (verdict === 'errored') {
    const spoilt = scenarios.flatMap(({ scenario, verdict: own }) => (own === 'not-known' ? [scenario] : []));
    if (spoilt.length === 0) return 'errored: a run has no result, or cannot be read: it may be worse';
    const names = listed(spoilt).join(', ');
    return `errored: the host spoilt every run of ${names}, so that nothing is known of it`;
  }
  return `passed: nothing is worse than before, with a margin of ${percent(margin).replace('+', '')}`;
}

/** Scenarios that only one side has, a line each. */
export function describeAlone({ gone, fresh }: Comparison): string[] {
  return [
    ...listed(gone.map((name) => `only before: ${name}`)),
    ...listed(fresh.map((name) => `only now: ${name}`)),
  ];
}

/** A cause that both sides have is said once. */
function describeCauses(before: Side['cause'], after: Side['cause']): string[] {
  const [was, is] = [before, after].map((cause) => (cause === null ? undefined : describeCause(cause)));
  if (is !== undefined && was === is) return [`now as before: ${is}`];
  return [...(is === undefined ? [] : [`now: ${is}`]), ...(was === undefined ? [] : [`before: ${was}`])];
}

/**
 * A comparison for a job's summary or a comment: HTML blocks, as those of summary.ts. What is worse comes first and open, then
 * that of which nothing is known; the rest is folded.
 */
export function comparisonMarkdown(comparison: Comparison): string {
  const { scenarios } = comparison;
  const isWorse = ({ regressions }: ScenarioComparison): boolean => regressions.length > 0;
  const isUnknown = (each: ScenarioComparison): boolean => !isWorse(each) && each.verdict === 'not-known';
  const open = [...scenarios.filter(isWorse), ...scenarios.filter(isUnknown)];
  const rest = scenarios.filter((each) => !open.includes(each));
  return joined(
    [`<h3>${marked(comparison.verdict ?? 'not-run', code(describeWhole(comparison)))}</h3>`],
    [
      open.map((each) => [`<h4>${code(scenarioTitle(each))}</h4>`, ...blocksOf(each, comparison)]),
      rest.map((each) => [
        folded(
          `${code(scenarioTitle(each))}: ${VERDICT_WORDS[each.verdict]}`,
          blocksOf(each, comparison).join('\n'),
        ),
      ]),
      [describeAlone(comparison)].filter(({ length }) => length > 0).map((lines) => [list(lines.map(code))]),
    ],
    'the output of tdx-boot compare --json',
  );
}

function blocksOf(each: ScenarioComparison, comparison: Comparison): string[] {
  const [head = [], ...times] = timeRows(each);
  const cells = times.map((row) => row.map((cell) => (cell === '' ? '' : code(cell))));
  return [
    list([...describeChanges(each), ...describeTimes(each, comparison)].map(code)),
    ...table(head, cells),
  ];
}

function describeSide({ runs, passed, failed, errored }: Side): string {
  const counts = Object.entries({ passed, failed, errored }).filter(([, count]) => count > 0);
  return counts.map(([name, count]) => `${count} of ${runs} ${name}`).join(', ');
}

function describeCause({ id, title, phase }: NonNullable<Side['cause']>): string {
  return `stopped in ${phase}: ${title} [${id}]`;
}

function describeFinding({ id, title, runs }: FindingChange, side: Side): string {
  return `${title} [${id}], in ${runs} of ${side.runs} runs`;
}

function describeRegister({ register, before, after, changed, state }: RegisterChange): string {
  const why = {
    explained: `as did ${changed.join(', ')}`,
    unexplained: 'although nothing that it measures changed',
    'not-known': 'and not all of what was booted is known',
  }[state];
  const values = (all: readonly string[]): string => all.slice(0, 3).map(shortHex).join(' or ');
  return `${register} changed, ${why}: ${values(before)}, now ${values(after)}`;
}

function listed(lines: readonly string[]): string[] {
  const rest = lines.length - LISTED;
  return rest > 0 ? [...lines.slice(0, LISTED), `and ${rest} more`] : [...lines];
}

/** `+10 %`, `−3.2 %`. */
function percent(share: number | null): string {
  if (share === null) return 'new';
  const value = Math.abs(share * 100);
  const digits =
    value < 10 && Math.round(value * 10) % 10 !== 0 ? value.toFixed(1) : String(Math.round(value));
  return `${digits === '0' ? '+' : sign(share)}${digits} %`;
}

function sign(value: number): string {
  return value < 0 ? '−' : '+';
}

/** How long earlier runs of a scenario took, and this one: a line of points. */

import { formatDuration } from '../../judge/diagnosis/hints.ts';
import type { HistoryRun } from '../../suite/history-run.ts';
import type { Result } from '../result.ts';
import { typicalTime } from '../trend.ts';
import { type Html, html } from './html.ts';

const WIDTH = 560;
const HEIGHT = 80;
const EDGE = 6;

type Point = Pick<HistoryRun, 'start' | 'time' | 'verdict'>;

/**
 * One picture without a program: uPlot would add 50 KB to each page, and a hundred points need no zoom.
 * @returns nothing without earlier runs
 */
export function trend(result: Result, earlier: readonly HistoryRun[]): Html {
  const typical = typicalTime(earlier);
  if (earlier.length === 0) return html``;
  const now: Point = { start: result.origin?.start ?? null, time: result.time, verdict: result.verdict };
  const points: readonly Point[] = [...earlier, now];
  const longest = Math.max(1, ...points.map(({ time }) => time));
  const x = (index: number): number =>
    Math.round(EDGE + ((WIDTH - 2 * EDGE) * index) / Math.max(1, points.length - 1));
  const y = (time: number): number => Math.round(HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * time) / longest);
  // Only a boot that passed says how long one takes.
  const line = points.flatMap(({ time, verdict }, index) =>
    verdict === 'passed' ? [`${x(index)},${y(time)}`] : [],
  );
  const marks = points.map(({ start, time, verdict }, index) => {
    const when = start === null ? '' : `${start.slice(0, 16).replace('T', ' ')}: `;
    const what = `${when}${verdict}, ${formatDuration(time)}`;
    const radius = index === points.length - 1 ? 5 : 3;
    return html`<circle class="${verdict}" cx="${x(index)}" cy="${y(time)}" r="${radius}"><title>${what}</title></circle>`;
  });
  const told =
    typical === undefined ? 'none passed' : `the median of those that passed is ${formatDuration(typical)}`;
  const label = `${earlier.length} earlier ${earlier.length === 1 ? 'run' : 'runs'} on such a host: ${told}; this one took ${formatDuration(result.time)}`;
  return html`<section class="card" aria-labelledby="trend"><h2 id="trend">Trend</h2>
<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}"><polyline points="${line.join(' ')}"/>${marks}</svg>
<p class="muted">${label}</p></section>`;
}

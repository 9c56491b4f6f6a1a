/** The phases of a run as a bar, with those of a baseline below in the same scale. */

import { formatDuration } from '../../judge/diagnosis/hints.ts';
import type { Result } from '../result.ts';
import { type Html, html } from './html.ts';

const WIDTH = 560;
const HEIGHT = 22;
/** Where a baseline is shown, too, each bar has its name before it. */
const NAME_WIDTH = 62;
/** A narrower phase has no name in the bar. */
const NAMED = 74;

/** @param whole the time that the width stands for, in milliseconds, where that is more than the runs took */
export function phaseBar(result: Result, baseline: Result | undefined, whole = 1): Html {
  const runs = baseline === undefined ? [result] : [result, baseline];
  const longest = Math.max(whole, ...runs.map(({ time }) => time));
  const rows = runs.map((run, index) => {
    const y = index * (HEIGHT + 6);
    if (runs.length === 1) return row(run, { x: 0, y, longest });
    const name = index === 0 ? 'this run' : 'baseline';
    return html`<text class="name" x="0" y="${y + 15}">${name}</text>${row(run, { x: NAME_WIDTH, y, longest })}`;
  });
  const height = runs.length * (HEIGHT + 6) - 6;
  const reached = result.phases.map(({ phase, duration }) => `${phase} ${formatDuration(duration)}`);
  const label = reached.join(', ') || 'no phase was reached';
  // The page's policy forbids styles. Attributes of SVG are allowed.
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${rows}</svg>`;
}

function row(
  { phases }: Result,
  { x: left, y, longest }: { readonly x: number; readonly y: number; readonly longest: number },
): Html {
  const scale = (ms: number): number => Math.round(((WIDTH - left) * ms) / longest);
  const parts = phases.map(({ phase, start, duration }) => {
    const x = left + scale(start);
    const width = Math.max(2, scale(duration));
    const text = width < NAMED ? '' : html`<text x="${x + 6}" y="${y + 15}">${phase}</text>`;
    return html`<g><title>${phase}: ${formatDuration(duration)}</title><rect class="${phase}" x="${x}" y="${y}" width="${width}" height="${HEIGHT}" rx="2"/>${text}</g>`;
  });
  return html`<g><rect class="track" x="${left}" y="${y}" width="${WIDTH - left}" height="${HEIGHT}" rx="2"/>${parts}</g>`;
}

/**
 * The HTML of a job summary, which is a sequence of blocks. Within them Markdown has no effect, so text of a guest needs no
 * other escaping than that of HTML, which the runner knows when it masks secrets. Blocks are separated by blank lines and
 * have none within. Text that is not ours stands in `code` or `pre`, where GitHub makes no links, mentions or emoji.
 */

import { wholeOrNothing } from '../words/quote.ts';
import { counted } from '../words/units.ts';
import type { Kind } from './kinds.ts';
import { forHtml } from './safe.ts';
import { shares } from './shares.ts';

/** How many findings, steps and runs are listed. */
export const LISTED = 100;
/** Longest text that is shown, in UTF-16 units; the pieces of an event log or a panic are far shorter. */
const COLUMNS = 1000;
/** Longest summary, in bytes. The runner drops a summary over 1 MiB (actions/runner, FileCommandManager.cs). */
const LIMIT = 900 * 1024;
/** Emoji by themselves, without a variation selector: what a reader cannot see would be spelled in a pipe. */
const MARKS: Readonly<Record<Kind, string>> = {
  passed: '✅',
  failed: '❌',
  errored: '❗',
  flaky: '🔁',
  'not-run': '·',
};

/** `❌ failed`, with its name where that is another. */
export function marked(verdict: Kind, words: string = verdict): string {
  return `${MARKS[verdict]} ${words}`;
}

export function heading(verdict: Kind, name: string): string {
  return `<h3>${MARKS[verdict]} ${code(name)}: ${verdict}</h3>`;
}

/** What the summary says about one run. A section that needs more than its share of the room shows the blocks that fit. */
export type Section = readonly string[];

/**
 * The text, below 1 MiB. What comes first has what it needs, up to a half. Of each group the sections share the room that is
 * left: what one does not need is for the others. Where blocks are left out, the text says so.
 * @param elsewhere where the rest is
 */
export function joined(
  first: Section,
  groups: readonly (readonly Section[])[] = [],
  elsewhere = 'result.json and report.html',
): string {
  const shown: string[] = [];
  for (const [index, group] of [[first], ...groups].entries()) {
    const sections = group.filter(({ length }) => length > 0);
    const room = index === 0 ? LIMIT / 2 : LIMIT - sizeOf(shown);
    const fitting = fitted(sections, room, elsewhere);
    const lost = sections.length - fitting.length;
    const rest = lost === 0 ? [] : [`<p>${counted(lost, 'more scenario')}: see ${elsewhere}.</p>`];
    shown.push(...fitting.flat(), ...rest);
  }
  return `${shown.join('\n\n')}\n`;
}

/** A smaller section would say too little. */
const LEAST_OF_SECTION = 4096;
/** The remark in place of what does not fit. */
const remark = (count: number, elsewhere: string): string =>
  `<p>${counted(count, 'more part')} of this: see ${elsewhere}.</p>`;
const REMARK_BYTES = 100;

/** The first sections where there are too many, and of each the blocks that fit. */
function fitted(sections: readonly Section[], room: number, elsewhere: string): Section[] {
  const fits = sections.reduce((sum, blocks) => sum + sizeOf(blocks), 0) <= room;
  const some = fits ? sections : sections.slice(0, Math.max(0, Math.floor(room / LEAST_OF_SECTION)));
  const rooms = shares(some.map(sizeOf), room);
  return some.map((blocks, index) => {
    let left = rooms[index] ?? 0;
    if (sizeOf(blocks) <= left) return blocks;
    left -= REMARK_BYTES;
    const shown = blocks.filter((text) => {
      const taken = sizeOf([text]) <= left;
      if (taken) left -= sizeOf([text]);
      return taken;
    });
    return [...shown, remark(blocks.length - shown.length, elsewhere)];
  });
}

function sizeOf(blocks: Section): number {
  return blocks.reduce((sum, text) => sum + Buffer.byteLength(text) + 2, 0);
}

/** A table, or nothing when it has no rows. Cells, items and contents are HTML already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  if (rows.length === 0) return [];
  return [['<table>', row(head, 'th'), ...rows.map((cells) => row(cells, 'td')), '</table>'].join('\n')];
}

export function folded(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n${content}\n</details>`;
}

export function list(items: readonly string[]): string {
  return ['<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'].join('\n');
}

export function code(text: string): string {
  return `<code>${forHtml(wholeOrNothing(text, COLUMNS))}</code>`;
}

export function block(lines: readonly string[]): string {
  return `<pre>${lines.map((line) => forHtml(wholeOrNothing(line, COLUMNS))).join('\n')}</pre>`;
}

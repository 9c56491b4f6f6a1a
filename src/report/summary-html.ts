/**
 * The HTML of a job summary, which is a sequence of blocks. Within them Markdown has no effect, so text of a guest needs no
 * other escaping than that of HTML, which the runner knows when it masks secrets. Blocks are separated by blank lines and
 * have none within. Text that is not ours stands in `code` or `pre`, where GitHub makes no links, mentions or emoji.
 */

import { wholeOrNothing } from '../words/quote.ts';
import type { Kind } from './kinds.ts';
import { forHtml } from './safe.ts';

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

/** The blocks as one text below 1 MiB; the last line says when blocks were left out. */
export function joined(blocks: readonly string[]): string {
  let size = 0;
  const shown = blocks.filter((text) => {
    size += Buffer.byteLength(text) + 2;
    return size <= LIMIT;
  });
  const rest = shown.length < blocks.length ? ['<p>The rest is in result.json.</p>'] : [];
  return `${[...shown, ...rest].join('\n\n')}\n`;
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

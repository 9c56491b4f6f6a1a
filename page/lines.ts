/** The lines of a console as columns, from the records that src/report/page/console-lines.ts writes. */

export interface Lines {
  readonly count: number;
  /** Of each line: the number of its stream, its number in the stream, its time in milliseconds, its text. */
  readonly stream: Uint8Array;
  readonly number: Uint32Array;
  readonly time: Float64Array;
  readonly text: readonly string[];
}

export function parseLines(records: string): Lines {
  const text = records === '' ? [] : records.split('\n');
  const count = text.length;
  const stream = new Uint8Array(count);
  const number = new Uint32Array(count);
  const time = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const record = text[index] ?? '';
    const space = record.indexOf(' ');
    const tab = record.indexOf('\t');
    stream[index] = parseInt(record.charAt(0), 36);
    number[index] = Number(record.slice(1, space));
    time[index] = Number(record.slice(space + 1, tab));
    text[index] = record.slice(tab + 1);
  }
  return { count, stream, number, time, text };
}

/** The index of a line; undefined where the page does not have it. */
export function findLine(lines: Lines, stream: number, number: number): number | undefined {
  for (let index = 0; index < lines.count; index++) {
    if (lines.number[index] === number && lines.stream[index] === stream) return index;
  }
  return undefined;
}

/** What the user looks for as a regular expression that finds every match; undefined for nothing. @throws SyntaxError */
export function queryOf(text: string, regex: boolean): RegExp | undefined {
  if (text === '') return undefined;
  // As in vim and ripgrep: a capital letter asks for exactly this spelling.
  const flags = /\p{Lu}/u.test(text) ? 'gu' : 'giu';
  return new RegExp(regex ? text : text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), flags);
}

/** `    3.21`: seconds since the VMM was started. */
export function formatTime(ms: number): string {
  return (ms / 1000).toFixed(2).padStart(8);
}

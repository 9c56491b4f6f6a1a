/** Tables, for commands that print the contents of a file. */

/** A last column that has less room than this is not wrapped: its lines would be too short to be read. */
const NARROW = 24;

/**
 * Columns are as wide as their widest cell and two spaces apart. Lines have no trailing spaces.
 * @param columns how wide a line may be: the words of the last column go on below it. A word is never broken, so that
 *   a digest can be copied. undefined: as wide as they are
 */
export function table(rows: readonly (readonly string[])[], columns?: number): string[] {
  const last = Math.max(...rows.map((cells) => cells.length)) - 1;
  const widths = rows.reduce<number[]>(
    (all, cells) => cells.map((cell, i) => Math.max(cell.length, all[i] ?? 0)),
    [],
  );
  const before = widths.slice(0, last).reduce((sum, width) => sum + width + 2, 0);
  const room = columns === undefined || columns - before < NARROW ? undefined : columns - before;
  return rows.flatMap((cells) => {
    const [first = '', ...more] = room === undefined ? [cells[last] ?? ''] : wrap(cells[last] ?? '', room);
    const line = [...cells.slice(0, last), first].map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ');
    return [line, ...more.map((text) => `${' '.repeat(before)}${text}`)].map((text) => text.trimEnd());
  });
}

/** Breaks a text into lines of at most `room` characters. A word that is longer than that gets a whole line. */
function wrap(text: string, room: number): string[] {
  if (text.length <= room) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

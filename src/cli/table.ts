/** Columns of text for people. */

/** One line a row; every column is as wide as its widest cell, and the last one is not padded. */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (all, cells) => cells.map((cell, i) => Math.max(cell.length, all[i] ?? 0)),
    [],
  );
  return rows.map((cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}


// src/cli/table.ts
function table(rows) {
  const widths = rows.reduce(
    (all, cells) => cells.map((cell, i) => Math.max(cell.length, all[i] ?? 0)),
    []
  );
  return rows.map(
    (cells) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ").trimEnd()
  );
}

export {
  table
};

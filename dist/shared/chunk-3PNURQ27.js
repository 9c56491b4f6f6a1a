
// src/cli/table.ts
var NARROW = 24;
function table(rows, columns) {
  const last = Math.max(...rows.map((cells) => cells.length)) - 1;
  const widths = rows.reduce(
    (all, cells) => cells.map((cell, i) => Math.max(cell.length, all[i] ?? 0)),
    []
  );
  const before = widths.slice(0, last).reduce((sum, width) => sum + width + 2, 0);
  const room = columns === void 0 || columns - before < NARROW ? void 0 : columns - before;
  return rows.flatMap((cells) => {
    const [first = "", ...more] = room === void 0 ? [cells[last] ?? ""] : wrap(cells[last] ?? "", room);
    const line = [...cells.slice(0, last), first].map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ");
    return [line, ...more.map((text) => `${" ".repeat(before)}${text}`)].map((text) => text.trimEnd());
  });
}
function wrap(text, room) {
  if (text.length <= room) return [text];
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

export {
  table
};

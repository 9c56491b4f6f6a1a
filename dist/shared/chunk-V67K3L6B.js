import {
  wholeOrNothing
} from "./chunk-JCCCLOPX.js";
import {
  forHtml
} from "./chunk-ATIFMRE6.js";

// src/report/summary-html.ts
var LISTED = 100;
var COLUMNS = 1e3;
var LIMIT = 900 * 1024;
var MARKS = { passed: "\u2705", failed: "\u274C", errored: "\u26A0\uFE0F", flaky: "\u26A0\uFE0F", "not-run": "\xB7" };
function marked(verdict, words = verdict) {
  return `${MARKS[verdict]} ${words}`;
}
function heading(verdict, name) {
  return `<h3>${MARKS[verdict]} ${code(name)}: ${verdict}</h3>`;
}
function joined(blocks) {
  let size = 0;
  const shown = blocks.filter((text) => {
    size += Buffer.byteLength(text) + 2;
    return size <= LIMIT;
  });
  const rest = shown.length < blocks.length ? ["<p>The rest is in result.json.</p>"] : [];
  return `${[...shown, ...rest].join("\n\n")}
`;
}
function table(head, rows) {
  const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  if (rows.length === 0) return [];
  return [["<table>", row(head, "th"), ...rows.map((cells) => row(cells, "td")), "</table>"].join("\n")];
}
function folded(title, content) {
  return `<details><summary>${title}</summary>
${content}
</details>`;
}
function list(items) {
  return ["<ul>", ...items.map((item) => `<li>${item}</li>`), "</ul>"].join("\n");
}
function code(text) {
  return `<code>${forHtml(wholeOrNothing(text, COLUMNS))}</code>`;
}
function block(lines) {
  return `<pre>${lines.map((line) => forHtml(wholeOrNothing(line, COLUMNS))).join("\n")}</pre>`;
}

export {
  LISTED,
  marked,
  heading,
  joined,
  table,
  folded,
  list,
  code,
  block
};

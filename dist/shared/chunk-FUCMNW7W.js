
// src/report/safe.ts
var INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
var PLAIN = /^[\t\x20-\x7e]*$/;
function forLine(text) {
  const shown = (PLAIN.test(text) ? text : text.replace(INVISIBLE, spell)).replaceAll("##[", "# #[");
  return /^\s*::/.test(shown) ? `| ${shown}` : shown;
}
function forJson(value, indent = 2) {
  return JSON.stringify(value, null, indent).replace(
    /(?!\n)[^\x20-\x7e]/gu,
    (character) => character.search(INVISIBLE) < 0 ? character : utf16(character)
  ).replaceAll("##[", "#\\u0023[");
}
function forHtml(text) {
  return text.replace(INVISIBLE, spell).replace(/[<>&"']/g, (character) => ENTITIES[character] ?? "");
}
var ENTITIES = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;"
};
function forShell(word) {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  if (word.search(INVISIBLE) >= 0) {
    const escaped = word.replace(/[\\']/g, "\\$&").replace(INVISIBLE, shellEscape);
    return `$'${escaped.replaceAll("##[", "#\\x23[")}'`;
  }
  return `'${word.replaceAll("'", "'\\''").replaceAll("##[", "##''[")}'`;
}
var HARMLESS = /^\x1b(?:\[[\d;]*[A-HJ-MPSTXZ@adefghlmrsu]|\[\?(?:1|7|12|25|47|1047|1048|1049|2004)[hl]|[78DEM=>]|[()][0AB])$/;
var SEQUENCES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\|(?=\n))|[ -/]+[0-~]|[0-Z\\`-~])/;
var UNFINISHED = /\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b\n]*\x1b?|[ -/]*)$/;
var LONGEST_SEQUENCE = 4096;
function forConsole(text) {
  const open = UNFINISHED.exec(text)?.[0] ?? "";
  const rest = open.length > LONGEST_SEQUENCE ? "" : open;
  const whole = text.slice(0, text.length - open.length);
  const shown = whole.replace(CONSOLE, (found) => {
    if (found.startsWith("\x1B")) return HARMLESS.test(found) ? found : "";
    return "\r\n\b\x07".includes(found) ? found : spell(found);
  });
  return { shown, rest };
}
var CONSOLE = new RegExp(`${SEQUENCES.source}|${INVISIBLE.source}`, "gu");
function forFileName(text) {
  const slug = text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-/, "").slice(0, 60).replace(/-$/, "");
  return slug === "" ? "boot" : slug;
}
function spell(character) {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
function utf16(character) {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
function shellEscape(character) {
  const code = character.codePointAt(0) ?? 0;
  const hex = (digits) => code.toString(16).padStart(digits, "0");
  if (code < 128) return `\\x${hex(2)}`;
  return code < 65536 ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

export {
  forLine,
  forJson,
  forHtml,
  forShell,
  forConsole,
  forFileName
};

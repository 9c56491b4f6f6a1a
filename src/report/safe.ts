/**
 * Makes untrusted text safe, one function for each destination. Everything that a guest, a firmware, a VMM or a file
 * name says passes through here, and nowhere else, before it is shown.
 */

/** Control characters, invisible direction marks and line separators: nothing that a reader needs to see. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** For a terminal: no escape sequence and no line break survives. */
export function forTerminal(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd');
}

/**
 * For the log of a workflow job: never a workflow command. The runner reads `::cmd::` at the start of a trimmed line
 * and `##[cmd]` anywhere in it (actions/runner, src/Runner.Common/ActionCommand.cs).
 */
export function forJobLog(text: string): string {
  const printable = forTerminal(text).replaceAll('##[', '# #[');
  return /^\s*::/.test(printable) ? `| ${printable}` : printable;
}

/** For Markdown text outside of code: every character that Markdown or HTML gives a meaning is shown as itself. */
export function forMarkdown(text: string): string {
  return forTerminal(text)
    .replace(/[\\`*_{}[\]()#+\-.!|~@:]/g, '\\$&')
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A Markdown code span; also safe within a table cell. */
export function markdownCode(text: string): string {
  const content = forTerminal(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${content} ${fence}`;
}

/** A fenced Markdown block that its lines cannot close. */
export function markdownBlock(lines: readonly string[]): string {
  const content = lines.map(forTerminal);
  const longest = Math.max(
    2,
    ...content.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)),
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...content, fence].join('\n');
}

/** A single path component: lower-case letters, digits and dashes, never empty, at most 60 characters. */
export function forFileName(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return slug === '' ? 'boot' : slug;
}

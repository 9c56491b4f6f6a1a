/** Splits the text of a command into its words, as a shell would, without running anything. */

import { UsageError } from '../../words/errors.ts';
import { isVariable } from './options.ts';

/** Words with which a command is started or its output is led away: they are not of the VMM. */
const BEFORE = /^(sudo|exec|nohup|time|env|-E|[A-Za-z_]\w*=.*)$/;
const REDIRECTION = /^(\d*[<>]|&>|\|)/;
/** Names of the VMMs' programs, for a command that stands in a script. Debian and Proxmox call QEMU `kvm`, too. */
export const VMM_PROGRAM = /(^|\/)(qemu-(system-x86_64|kvm)[\w.-]*|kvm|cloud-hypervisor[\w.-]*)$/;

/** What a shell shows before a command. Root's prompt is what begins a comment, too. */
const PROMPT = /^[ \t]*[$%>] /gm;
const ROOT_PROMPT = /^[ \t]*# ?(?=(\S*\/)?(qemu|kvm|cloud-hypervisor))/gm;
/** The backslash at the end of a comment continues nothing. */
const COMMENT = /^[ \t]*#.*$/gm;

/** The break before a line that begins with an option, as mails have it without a backslash. No command of a shell begins so. */
const OPTION_LINE = /\r?\n[ \t]*(?=--?[a-z][\w-]*(?:[ \t\r]|$))/gm;
/** The break that a mail has between an option and its value: the blank before it says that the line goes on (RFC 3676). */
const BROKEN_OPTION = /(?<=[ \t]--?[a-z][\w-]{0,30})[ \t]+\r?\n[ \t]*(?=[^\s=-][^\s=,]*,)/g;
/** JSON as `ps` shows it, without the quotation marks that a shell needs. */
const BARE_JSON = /(?<=[ \t])\{"[^\s']*\}(?=\s|$)/g;
/** Options with which commands of VMMs begin, for a program that a variable names. */
const FIRST_OPTIONS = /^--?(accel|enable-kvm|machine|M|m|cpu|cpus|smp|memory|kernel|firmware|platform|name)$/;

/** How many lines a text in quotation marks may have. */
const QUOTED_LINES = 40;

/**
 * The first command in the text that starts a VMM: alone, behind other words, or as the value of a variable; the first of all where
 * none does. A variable to which the text gives a value has that value; others become those of a scenario: `$KERNEL` is `${KERNEL}`.
 * @throws UsageError code `no-command`; `open-quote` where the quotation marks of that command are not closed
 */
export function commandIn(text: string): string[] {
  const shown = text.replaceAll(PROMPT, '');
  const lines = linesOf(shown.replaceAll(COMMENT, ''));
  const command =
    startOf(lines) ?? startOf(linesOf(shown.replaceAll(ROOT_PROMPT, '').replaceAll(COMMENT, '')));
  const other = lines.map(withoutPrefix).find(({ length }) => length > 1);
  if (command !== undefined || other !== undefined) return command ?? other ?? [];
  throw new UsageError('no-command', 'there is no command of a VMM in this text', {
    hint: 'Give a file that holds one, or the command itself after --.',
  });
}

/** The command that starts a VMM, with the values of its variables. */
function startOf(lines: readonly (readonly string[])[]): string[] | undefined {
  const values = valuesIn(lines);
  const whole = (words: readonly string[]): string[] => words.flatMap((word) => optionsIn(word, values));
  const commands = [
    lines.map((words) => whole(withoutPrefix(words))),
    lines.map((words) => whole(cut(words, words.findIndex(isProgram)))),
    lines.flatMap((words) => words.map((word) => whole(assigned(word)))),
    lines.map((words) => whole(cut(words, words.findIndex(isVariableProgram)))),
  ];
  return commands.flat().find(([program = '', option]) => {
    if (option === undefined) return false;
    return VMM_PROGRAM.test(program) || (isVariable(program) && option.startsWith('-'));
  });
}

/** The command of a line behind `sudo` and its like. */
function withoutPrefix(words: readonly string[]): string[] {
  return cut(
    words,
    words.findIndex((word) => !BEFORE.test(word)),
  );
}

function isProgram(word: string, at: number, words: readonly string[]): boolean {
  const isValue = words[at - 1] === '-accel';
  return VMM_PROGRAM.test(word) && !isValue && words[at + 1]?.startsWith('-') === true;
}

/** Behind a program that starts others: `numactl -N 0 $QEMU -m 1G`. */
function isVariableProgram(word: string, at: number, words: readonly string[]): boolean {
  return isVariable(word) && FIRST_OPTIONS.test(words[at + 1] ?? '');
}

/** The words of a command that is the value of a variable: `CMD="qemu-kvm -m 1G"`, `CMD+=" -smp 2"`. */
function assigned(word: string): string[] {
  const [, value] = /^[A-Za-z_]\w*=(.* -.*)$/s.exec(word) ?? [];
  return value === undefined ? [] : (wordsOf(value) ?? []);
}

/** From a word to where the output is led away; nothing from a word that is not there. */
function cut(words: readonly string[], start: number): string[] {
  if (start < 0) return [];
  const end = words.findIndex((word, index) => index > start && (REDIRECTION.test(word) || word === '&'));
  return words.slice(start, end < 0 ? undefined : end);
}

/** The words of each line. A text in quotation marks may go on in the next lines; a line whose text never ends is no command. */
function linesOf(text: string): string[][] {
  const lines = text
    .replaceAll(/\\\r?\n/g, ' ')
    .replaceAll(OPTION_LINE, ' ')
    .replaceAll(BROKEN_OPTION, ' ')
    .replaceAll(BARE_JSON, "'$&'")
    .split('\n');
  const found: string[][] = [];
  for (let at = 0; at < lines.length; ) {
    const closed = endOf(lines, at);
    const whole = lines.slice(at, closed ?? at + 1).join('\n');
    if (closed === undefined) requireNoProgram(whole);
    found.push(wordsOf(whole) ?? []);
    at = closed ?? at + 1;
  }
  return found;
}

/** After which line the quotation marks of a line are closed; undefined when they are not. */
function endOf(lines: readonly string[], start: number): number | undefined {
  for (let end = start + 1; end <= Math.min(lines.length, start + QUOTED_LINES); end++) {
    if (wordsOf(lines.slice(start, end).join('\n')) !== undefined) return end;
  }
  return undefined;
}

/** @throws UsageError code `open-quote` for the line of a VMM */
function requireNoProgram(line: string): void {
  if (!line.split(/\s+/).some(isProgram)) return;
  throw new UsageError('open-quote', `a quotation mark is not closed in: ${line.trim()}`, {
    hint: 'Give the whole command; \\ at the end of a line continues it.',
  });
}

/**
 * Values of variables: each is the only word of its line, `NAME=value`, or added to (`NAME+=" more"`, `NAME="$NAME more"`). Left
 * out are values that a shell computes or is given (`$(date)`, `$1`, `${A:-b}`), variables that get several values, and those to
 * which a condition or a loop adds.
 */
function valuesIn(lines: readonly (readonly string[])[]): Map<string, string> {
  const values = new Map<string, string>();
  const unknown = new Set<string>();
  let depth = 0;
  for (const words of lines) {
    if (/^(if|for|while|until|case)$/.test(words[0] ?? '')) depth++;
    const ends = words.filter(
      (word, at) => /^(fi|done|esac);?$/.test(word) && (words[at - 1] ?? ';').endsWith(';'),
    );
    depth = Math.max(0, depth - ends.length);
    const [assignment = '', ...more] = words.filter((word) => !/^(export|local|readonly)$/.test(word));
    const [, name, plus, value = ''] = /^([A-Za-z_]\w*)(\+?)=(.*)$/s.exec(assignment) ?? [];
    if (name === undefined || more.length > 0) continue;
    const before = values.get(name);
    const adds = plus === '+' || value.startsWith(`\${${name}}`);
    if (adds && before === undefined) values.set(name, '');
    const known = filled(plus === '+' ? `\${${name}}${value}` : value, values);
    const isSeveral = adds ? depth > 0 : before !== undefined && before !== known;
    if (isSeveral || /[$`]/.test(known.replaceAll(/\$\{(?!ARG\d)\w+\}/g, ''))) unknown.add(name);
    values.set(name, known);
  }
  return new Map([...values].filter(([name]) => !unknown.has(name)));
}

/** The word with its values. A variable alone that holds options (`NET="-nic none"`) is several words. */
function optionsIn(word: string, values: ReadonlyMap<string, string>): string[] {
  const text = filled(word, values);
  return isVariable(word) && /^\s*-\S*\s/.test(text) ? (wordsOf(text) ?? [text]) : [text];
}

function filled(word: string, values: ReadonlyMap<string, string>): string {
  return word.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
}

/** Undefined where a quotation mark is not closed. */
function wordsOf(line: string): string[] | undefined {
  const words: string[] = [];
  const rest = line.trim();
  const word = /((?:[^\s'"\\#]|\\.|'[^']*'|"(?:[^"\\]|\\.)*"|(?<=\S)#)+)\s*/sy;
  for (let at = 0; at < rest.length; at = word.lastIndex) {
    if (rest[at] === '#') break;
    word.lastIndex = at;
    const [, found] = word.exec(rest) ?? [];
    if (found === undefined) return undefined;
    words.push(unquoted(found));
  }
  return words;
}

/**
 * The name of a shell array, `${MACS[0]}`, becomes a variable of the scenario; the argument `$1` of a script is `${ARG1}`. A
 * shell calls the home directory `~`.
 */
function unquoted(word: string): string {
  return word
    .replace(/^~(?=\/)/, '${HOME}')
    .replaceAll(
      /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|\$(?:\{(\w+)(?:\[[^\]]*\])?\}|([A-Za-z_]\w*|[1-9]))/gs,
      (_, single?: string, double?: string, escaped?: string, braced?: string, plain?: string) =>
        single ??
        (double === undefined ? (escaped ?? variable(braced ?? plain ?? '')) : withVariables(double)),
    );
}

function withVariables(text: string): string {
  return text
    .replaceAll(/\\(["\\$`])/g, '$1')
    .replaceAll(/\$\{(\w+)(?:\[[^\]]*\])?\}|\$([A-Za-z_]\w*|[1-9])/g, (_, braced?: string, plain?: string) =>
      variable(braced ?? plain ?? ''),
    );
}

function variable(name: string): string {
  return `\${${/^\d/.test(name) ? `ARG${name}` : name}}`;
}

/** Splits the text of a command into its words, as a shell would, without running anything. */

import { UsageError } from '../../words/errors.ts';

/** Words with which a command is started or its output is led away: they are not of the VMM. */
const BEFORE = /^(sudo|exec|nohup|time|env|-E|[A-Za-z_]\w*=.*)$/;
const REDIRECTION = /^(\d*[<>]|&>|\|)/;
/** Names of the VMMs' programs, for a command that stands in a script. Debian and Proxmox call QEMU `kvm`, too. */
export const VMM_PROGRAM = /(^|\/)(qemu-(system-x86_64|kvm)[\w.-]*|kvm|cloud-hypervisor[\w.-]*)$/;

/**
 * The first command in the text that starts a VMM; the first of all where none does. A variable to which the text gives a value
 * has that value; others become those of a scenario: `$KERNEL` is `${KERNEL}`.
 * @throws UsageError code `no-command`
 */
export function commandIn(text: string): string[] {
  const lines = text
    .replaceAll(/\\\r?\n/g, ' ')
    .split('\n')
    .map(wordsOf);
  const values = valuesIn(lines);
  const found = lines
    .map(withoutShell)
    .filter(({ length }) => length > 1)
    .map((words) => words.map((word) => filled(word, values)));
  const command =
    found.find(([program = '']) => VMM_PROGRAM.test(program) || /^\$\{/.test(program)) ?? found[0];
  if (command !== undefined) return command;
  throw new UsageError('no-command', 'there is no command of a VMM in this text', {
    hint: 'Give a file that holds one, or the command itself after --.',
  });
}

/**
 * Values of variables: each is the only word of its line, `NAME=value`. Left out are values that a shell computes or is given
 * (`$(date)`, `$1`, `${A:-b}`), and variables that get several values.
 */
function valuesIn(lines: readonly (readonly string[])[]): Map<string, string> {
  const values = new Map<string, string>();
  const unknown = new Set<string>();
  for (const words of lines) {
    const [assignment = '', ...more] = words.filter((word) => !/^(export|local|readonly)$/.test(word));
    const [, name, value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(assignment) ?? [];
    if (name === undefined || more.length > 0) continue;
    const known = filled(value, values);
    const said = values.get(name) ?? known;
    if (said !== known || /[$`]/.test(known.replaceAll(/\$\{\w+\}/g, ''))) unknown.add(name);
    values.set(name, known);
  }
  return new Map([...values].filter(([name]) => !unknown.has(name)));
}

function filled(word: string, values: ReadonlyMap<string, string>): string {
  return word.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
}

function withoutShell(words: readonly string[]): string[] {
  const start = words.findIndex((word) => !BEFORE.test(word));
  if (start < 0) return [];
  const end = words.findIndex((word, index) => index > start && (REDIRECTION.test(word) || word === '&'));
  return words.slice(start, end < 0 ? undefined : end);
}

/** @throws UsageError code `open-quote` */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  const rest = line.trim();
  const word = /((?:[^\s'"\\#]|\\.|'[^']*'|"(?:[^"\\]|\\.)*"|(?<=\S)#)+)\s*/y;
  for (let at = 0; at < rest.length; at = word.lastIndex) {
    if (rest[at] === '#') break;
    word.lastIndex = at;
    const [, found] = word.exec(rest) ?? [];
    if (found === undefined) {
      throw new UsageError('open-quote', `a quotation mark is not closed in: ${rest.slice(at)}`, {
        hint: 'Give the whole command; \\ at the end of a line continues it.',
      });
    }
    words.push(unquoted(found));
  }
  return words;
}

function unquoted(word: string): string {
  return word.replaceAll(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g,
    (whole, single?: string, double?: string, escaped?: string, braced?: string, plain?: string) => {
      if (single !== undefined) return single;
      if (double !== undefined) return withVariables(double.replaceAll(/\\(["\\$`])/g, '$1'));
      if (escaped !== undefined) return escaped;
      return `\${${braced ?? plain ?? whole}}`;
    },
  );
}

function withVariables(text: string): string {
  return text.replaceAll(/\$([A-Za-z_]\w*)/g, (_, name: string) => `\${${name}}`);
}

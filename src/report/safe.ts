/**
 * Makes untrusted text safe, one function for each destination. Whatever a guest, a firmware, a VMM, a file or a user
 * says passes through this module, and through no other, before anybody sees it.
 *
 * The runner of GitHub Actions masks a secret only where its exact value stands, or its value as JSON or XML spells it
 * (actions/runner 2.336.0, src/Sdk/DTLogging/Logging/ValueEncoders.cs). So the functions change visible characters only
 * where a destination forces them to, spell HTML as the runner does, and cut no text (see wholeOrNothing() in src/words/quote.ts).
 */

/**
 * Characters that a reader cannot see, but a terminal, a browser or an editor obeys: control characters
 * except the tab, line and paragraph separators, lone surrogates, format characters (bidi, zero-width, tags; Unicode category Cf) and other
 * characters that leave no mark (variation selectors, fillers; Default_Ignorable_Code_Point).
 */
const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const PLAIN = /^[\t\x20-\x7e]*$/;
/**
 * The beginning of a command that may stand anywhere in a line: `##[` of GitHub's runner, and of agents on which the command line may
 * run `##vso[` (Azure Pipelines) and `##teamcity[`.
 */
const COMMAND = /##(?=[\w.-]*\[)/g;

/**
 * One line of text for people: on a terminal, in a file, in the log of a job. Invisible characters are spelled, such as
 * `\u{1b}` for ESC. The line is never a workflow command: the runner reads `::cmd::` at the start of a trimmed line and
 * `##[cmd]` anywhere in a line (actions/runner, src/Runner.Common/ActionCommand.cs). A guest's line that is piped
 * through `tdx-boot check` in a `run:` step reaches the same runner, so every destination of lines is treated alike.
 */
export function forLine(text: string): string {
  const shown = (PLAIN.test(text) ? text : text.replace(INVISIBLE, spell)).replace(COMMAND, '# #');
  return /^\s*::/.test(shown) ? `| ${shown}` : shown;
}

/** A JSON document that holds exactly `value` and is as harmless as a line on a terminal and in a job's log. */
export function forJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, null, indent)
    .replace(/(?!\n)[^\x20-\x7e]/gu, (character) =>
      character.search(INVISIBLE) < 0 ? character : utf16(character),
    )
    .replace(COMMAND, '#\\u0023');
}

/** Text for a page that puts it into the document as text, never as HTML: invisible characters are spelled. */
export function forPage(text: string): string {
  return PLAIN.test(text) ? text : text.replace(INVISIBLE, spell);
}

/**
 * Text within an element or an attribute of XML, of one or more lines. What XML 1.0 cannot hold is spelled, too: control
 * characters are invisible, and U+FFFE and U+FFFF are no characters.
 */
export function forXml(text: string): string {
  const lines = text.split('\n').map((line) => forHtml(line.replace(/[\ufffe\uffff]/g, spell)));
  return lines.join('\n');
}

/**
 * Text within an element of HTML, on one line. The five characters are spelled as .NET's SecurityElement.Escape spells
 * them, which is a spelling of secrets that the runner masks. Markdown stays without effect only within a block of HTML.
 */
export function forHtml(text: string): string {
  return text.replace(INVISIBLE, spell).replace(/[<>&"']/g, (character) => ENTITIES[character] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A word of a command for people to paste into bash: it says the same after {@link forLine}. */
export function forShell(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  if (word.search(INVISIBLE) >= 0) {
    const escaped = word.replace(/[\\']/g, '\\$&').replace(INVISIBLE, shellEscape);
    return `$'${escaped.replace(COMMAND, '#\\x23')}'`;
  }
  return `'${word.replaceAll("'", "'\\''").replace(COMMAND, "#''#")}'`;
}

/**
 * What a program on the console of a guest needs: to move the cursor, erase, scroll, colour, insert, and these private modes. Mode 2
 * would lock the keyboard (xterm's ctlseqs, KAM).
 */
const HARMLESS =
  /^\x1b(?:\[[\d;]*[A-HJ-MPSTXZ@adefgmrsu]|\[(?:4|20)[hl]|\[\?(?:1|7|12|25|47|1047|1048|1049|2004)[hl]|[78DEM=>]|[()][0AB])$/;
/** Escape sequences of ECMA-48 and VT500; a string (OSC, DCS, APC) ends with BEL, ST or a line feed. */
const SEQUENCES =
  /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\|(?=\n))|[ -/]+[0-~]|[0-Z\\`-~])/;
const UNFINISHED = /\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b\n]*\x1b?|[ -/]*)$/;
const LONGEST_SEQUENCE = 4096;

/**
 * The console of a guest on the terminal of somebody who types into it. What a screen needs passes; what could act on
 * the terminal's computer does not: titles, the clipboard, printing, questions whose answers the terminal would type.
 * @returns what to show, and the beginning of a sequence that is to be given again before the text that follows
 */
export function forConsole(text: string): { readonly shown: string; readonly rest: string } {
  const open = UNFINISHED.exec(text)?.[0] ?? '';
  const rest = open.length > LONGEST_SEQUENCE ? '' : open;
  const whole = text.slice(0, text.length - open.length);
  const shown = whole.replace(CONSOLE, (found) => {
    if (found.startsWith('\x1b')) return HARMLESS.test(found) ? found : '';
    return '\r\n\b\x07'.includes(found) ? found : spell(found);
  });
  return { shown, rest };
}

const CONSOLE = new RegExp(`${SEQUENCES.source}|${INVISIBLE.source}`, 'gu');

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

/** Characters that Windows, and with it actions/upload-artifact, refuses in names, and the one that spells them. */
const NOT_IN_NAMES = /[%"*:<>?|\\]/gu;
/** Bytes of one name (Linux NAME_MAX is 255), and of a whole path. */
const NAME_BYTES = 200;
const PATH_BYTES = 1000;

/**
 * An absolute path of a guest as a path below a directory of this host, which it cannot leave: `/var/log/a:b` is
 * `var/log/a%3ab`. Undefined for a path that would leave the directory, or is too long to be kept.
 */
export function forPath(guestPath: string): string | undefined {
  const parts = guestPath.split('/').filter((part) => part !== '' && part !== '.');
  const names = parts.map((part) => part.replace(NOT_IN_NAMES, percent).replace(INVISIBLE, percent));
  const path = names.join('/');
  const isLong =
    names.some((name) => Buffer.byteLength(name) > NAME_BYTES) || Buffer.byteLength(path) > PATH_BYTES;
  return names.length === 0 || parts.includes('..') || isLong ? undefined : path;
}

/** The UTF-8 bytes of a character as `%3a`. */
function percent(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function spell(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

function utf16(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

function shellEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = (digits: number): string => code.toString(16).padStart(digits, '0');
  if (code < 0x80) return `\\x${hex(2)}`;
  return code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

/** What the kernel, a logger or a CI system writes before each line of a test report. */

import { CALLER } from '../console/printk.ts';

/** Prefixes that are recognised by themselves; a line may have several. */
const KNOWN: readonly RegExp[] = [
  // printk: level, time, caller (CONFIG_PRINTK_TIME, CONFIG_PRINTK_CALLER); dmesg -T; dmesg -x.
  /<\d{1,3}>/,
  new RegExp(String.raw`\[ *\d+\.\d{2,9}\](?:${CALLER})? ?`),
  /\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\] /,
  /[a-z]+ *:[a-z]+ *: /,
  // GitHub, GitLab, LAVA, kunit.py: a date and a time, or a time alone.
  /\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?: ?(?:Z|[+-]\d\d:?\d\d))?\]?:? /,
  /\[?\d\d:\d\d:\d\d(?:\.\d+)?\]? /,
  // syslog and the journal; systemd with StandardOutput=journal+console.
  /[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,64} (?:[\w./-]{1,64}(?:\[\d+\])?: )?/,
  /[\w./-]{1,64}\[\d+\]: /,
  // tdx-boot, docker compose.
  / {0,20}[\w.-]{1,40} +\| /,
];
const ANY = new RegExp(`^(?:${KNOWN.map(({ source }) => source).join('|')})`);
/** Most prefixes of one line. */
const MOST = 4;
const LONGEST_LEARNT = 100;
/** A logger's prefix ends with a mark, tbot's with `##`; pytest's may be no more than `E` or `>`. */
const VERSION_AT_END = /^((?:E|.*(?:[\]:|>]|##))[ \t]+)K?TAP version \d+\s*$/;

/** The time that a kernel prints before each of its messages. */
const KERNEL_TIME = new RegExp(String.raw`\[ *\d+\.\d{6}\](?:${CALLER})? `, 'g');
/** What is printed of a failure when a kernel's message begins within it; the rest stands in the next line, and alone says `ok`. */
const BEGUN_FAILURE = /^[ \t#]*not $/;
/** A test program may quote a kernel's messages in a comment. */
const COMMENT = /^\s*#/;

/** The messages of a line: a kernel's begins within the line where somebody has not yet ended what they print. */
export function messagesOf(line: string): string[] {
  // Few lines have a time in their middle.
  if (line.indexOf('[', 1) < 0) return [line];
  const messages: string[] = [];
  let from = 0;
  for (const { index } of line.matchAll(KERNEL_TIME)) {
    const said = withoutKnown(line.slice(from, index));
    if (said === '' || COMMENT.test(said)) continue;
    messages.push(line.slice(from, index));
    from = index;
  }
  return [...messages, line.slice(from)];
}

export class Prefixes {
  /** A prefix that only the version line has shown, whatever its numbers. */
  #learnt: RegExp | undefined;
  /** The beginning of a failure whose rest is still to come. */
  #begun = '';

  /** The line without what was written before it by others. */
  strip(text: string): string {
    const rest = withoutKnown(text);
    return this.#learnt === undefined ? rest : rest.replace(this.#learnt, '');
  }

  /** Takes the next message of the stream, without its prefix. @returns the message, behind the beginning that was cut off it */
  joined(text: string): string {
    const isRest = /^(?:not )?ok\b/.test(text);
    const whole = isRest && text.startsWith('ok') ? this.#begun + text : text;
    if (isRest) this.#begun = '';
    else if (BEGUN_FAILURE.test(text)) this.#begun = text;
    return whole;
  }

  /** Learns the prefix of a version line, as `kunit.py` does: all lines of the report have one of its shape. */
  learn(text: string): void {
    const prefix = VERSION_AT_END.exec(this.strip(text))?.[1];
    if (prefix !== undefined && prefix.length <= LONGEST_LEARNT) this.#learnt = shapeOf(prefix);
  }
}

function withoutKnown(text: string): string {
  let rest = text;
  for (let round = 0; round < MOST; round++) {
    const found = ANY.exec(rest)?.[0] ?? '';
    if (found === '') break;
    rest = rest.slice(found.length);
  }
  return rest;
}

/** A number may have more digits in the next line. */
function shapeOf(prefix: string): RegExp {
  const texts = prefix.split(/\d+/).map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${texts.join('\\d+')}`);
}

/** The form in which a whole log is written, told from its beginning: its encoding, and what stands before each of its lines. */

import { lineReader } from '../../console/scanner.ts';
import { given } from '../../words/given.ts';
import { type HardWrap, hardWrapOf } from './hard-wrap.ts';
import { recordOf } from './records.ts';
import { isAround } from './wrapping.ts';

export interface Form {
  /** Bytes of a byte order mark. */
  readonly mark: number;
  /** Lines are spelled in another way than they were printed: in JSON, or with the entities of HTML. */
  readonly isEncoded: boolean;
  /** Somebody has broken its lines into short ones. */
  readonly hardWrap?: HardWrap;
  /** A line without what stands before each line. */
  strip(line: string): string;
}

/** So many bytes show it. */
export const HEAD = 16_384;
const MARKS = ['efbbbf', 'fffe', 'feff'];
const ENTITY = /&(?:lt|gt|amp|quot|apos|nbsp|#39|#x27);/;
/** Signs that a person, a web page or a console server puts before a line, all of one log the same; digits may differ. */
const SIGN =
  /^(?:(?:[-+*•#]|\/\/) (?!\{)|\([a-z]\w*\) |\[(?!(?:ok|info|warn|error|fatal|debug|trace)\b)[a-z][\w/-]*(?::\d+)?\] )/;
/** The links of a chain of errors are indented by who prints them. */
const INDENT = /^(?:\t| {2,})(?! *\d+: )/;
/** A number that counts the lines; the links of a chain of errors have a colon. */
const COUNT = /^ *(\d{1,6})(?:[.)] ?| )/;
/** So many empty lines at most stand between two lines that are counted. */
const GAP = 10;
/** An item of a list in JSON, as Ansible prints what a command wrote. */
const ITEM = /^\s*"(?:[^"\\]|\\.)*",?\s*$/;
/** A share of the lines that may be of somebody else: prose before the log, and after it. */
const OTHERS = 0.2;
/** Of fewer lines each has to have the sign. */
const FEW = 20;

/** @param head the first {@link HEAD} bytes, or all of a shorter log */
export function formOf(head: Buffer): Form {
  const mark = MARKS.find((known) => head.toString('hex', 0, known.length / 2) === known);
  const lines: string[] = [];
  const reader = lineReader((text) => lines.push(text), true);
  reader.push(head.subarray((mark?.length ?? 0) / 2));
  reader.end();
  // The last one may be cut.
  if (head.length >= HEAD) lines.pop();
  const said = lines.filter((line) => !isAround(line));
  return {
    mark: (mark?.length ?? 0) / 2,
    isEncoded: said.some((line) => ENTITY.test(line) || recordOf(line) !== undefined || ITEM.test(line)),
    strip: stripOf(said),
    ...given({ hardWrap: hardWrapOf(lines) }),
  };
}

function stripOf(lines: readonly string[]): (line: string) => string {
  if (isCommon(lines, (line) => ITEM.test(line))) return item;
  const [sign] = lines.map(signOf).filter((one) => one !== undefined);
  const hasSign = (line: string): boolean => sign !== undefined && signOf(line) === sign;
  if (lines.length > 1 && isCommon(lines, hasSign))
    return (line) => (hasSign(line) ? line.replace(SIGN, '') : line);
  if (isCounted(lines)) return (line) => line.replace(COUNT, '');
  const indents = lines.map((line) => INDENT.exec(line)?.[0].length ?? 0).filter((width) => width > 0);
  if (indents.length > 0 && isCommon(lines, (line) => INDENT.test(line))) {
    const least = Math.min(...indents);
    return (line) => (line.slice(0, least).trim() === '' ? line.slice(least) : line);
  }
  return (line) => line;
}

function signOf(line: string): string | undefined {
  return SIGN.exec(line)?.[0].replace(/\d+/g, '0');
}

function isCounted(lines: readonly string[]): boolean {
  const numbers = lines.map((line) => Number(COUNT.exec(line)?.[1]));
  const follows = (number: number, before: number): boolean => number > before && number <= before + GAP;
  return lines.length > 2 && numbers.every((number, at) => follows(number, numbers[at - 1] ?? number - 1));
}

function isCommon(lines: readonly string[], has: (line: string) => boolean): boolean {
  const without = lines.filter((line) => !has(line)).length;
  return lines.length > 0 && without <= (lines.length < FEW ? 0 : lines.length * OTHERS);
}

function item(line: string): string {
  if (!ITEM.test(line)) return line;
  try {
    const value: unknown = JSON.parse(line.trim().replace(/,$/, ''));
    return typeof value === 'string' ? value : line;
  } catch {
    return line;
  }
}

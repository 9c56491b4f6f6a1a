/** The words of a complaint that say most: the end of its chain of errors, without fields, quotes and types around it. */

import { peel } from './prefix.ts';

/** A headline takes no more. */
const CHARACTERS = 160;
/** Of a line that is longer, the end is not looked at. */
const LOOKED_AT = 4000;
/** Before a value in quotes, or before a list of them: `error="…"`, `"err":["…","…"]`, the quotes escaped any number of times. */
const ERROR_FIELD = /\b(?:error|err|reason|cause|desc|detail)\\*"? ?[=:] ?(?=\[|\\*")/g;
const MESSAGE_FIELD = /\b(?:message|msg)\\*"? ?[=:] ?(?=\\*")/g;
/** Rust's Debug: the innermost pair of names, `Elf(ReadElfHeader)` of `VmBoot(KernelLoad(Elf(ReadElfHeader)))`. */
const DEBUG = /\b(?<last>[A-Z]\w+\([A-Z]\w{4,}\))/;
/** A place in a source ends a panic, fields end a Debug of a status: neither is a reason. */
const TAIL = /',? +[\w./-]+\.(?:rs|go|c|cpp|py):\d+(?::\d+)?$|\\?", (?:details|source|special_fields)\b.*$/;

/**
 * @param line as it was printed
 * @returns at most 160 characters
 */
export function ownWords(line: string): string {
  const { text } = peel(line.slice(0, LOOKED_AT));
  const field = lastField(text, ERROR_FIELD) ?? lastField(text, MESSAGE_FIELD);
  const words = endOfChain((field ?? text).replace(TAIL, ''));
  return words.length > CHARACTERS ? `${words.slice(0, CHARACTERS)}…` : words;
}

function lastField(text: string, fields: RegExp): string | undefined {
  const at = [...text.matchAll(fields)].at(-1);
  if (at === undefined) return undefined;
  const rest = text.slice(at.index + at[0].length);
  const isList = rest.startsWith('[');
  const list = isList ? (rest.split(']', 1)[0] ?? '') : rest;
  const quote = /\\*"/.exec(list)?.[0];
  if (quote === undefined) return undefined;
  const values = list.split(new RegExp(`(?<!\\\\)${quote.replaceAll('\\', '\\\\')}`));
  return isList ? values.findLast((value) => /\w/.test(value)) : values[1];
}

function endOfChain(words: string): string {
  const debug = DEBUG.exec(words)?.groups?.last;
  if (debug !== undefined) return debug;
  const links = words
    .replace(/\\+n/g, ': ')
    .replace(/\\*["`]|(?<!\w)'|'(?!\w)/g, ' ')
    .split(/: +/)
    .map((link) => link.replace(/\s+/g, ' ').trim())
    .filter((link) => link !== '');
  const last = links.at(-1) ?? words.trim();
  // An error of the system, a number or one word needs what it is of.
  const isShort = last.split(' ').length < 4;
  return isShort && links.length > 1 ? links.slice(-2).join(': ') : last;
}

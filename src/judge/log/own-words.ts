/** The words of a complaint that say most: the end of its chain of errors, without fields, quotes and types around it. */

import { withoutOptions } from '../command-line.ts';
import { errnoOf } from '../errno.ts';
import { peel } from './prefix.ts';

/** A headline takes no more. */
const CHARACTERS = 160;
/** The rest of a longer line is not looked at. */
const LOOKED_AT = 4000;
/** Before a value in quotes, or before a list of them: `error="…"`, `"err":["…","…"]`, the quotes escaped any number of times. */
const ERROR_FIELD = /\b(?:error|err|stderr|reason|cause|desc|detail|source)\\*"? ?[=:] ?(?=\[|\\*")/g;
const MESSAGE_FIELD = /\b(?:message|msg)\\*"? ?[=:] ?(?=\\*")/g;
/** The text in Rust's Debug of an error: `Error("missing field")`. */
const DEBUG_TEXT = /\b[A-Z]\w+\((?=\\*")/g;
/** A field of Rust's tracing without quotes, the last of its line or before other fields: `failed to start VM error=no such page`. */
const BARE_FIELD = /\b(?:error|err)=(?=[A-Za-z])((?:(?! \w+=).)+)/;
/** libvirt-go's error, as KubeVirt quotes it (error.go of libvirt.org/go/libvirt 1.11). */
const LIBVIRT_GO = /\b(?:virError|LibvirtError)\(Code=\d+, Domain=\d+, Message=\\*'(.*?)\\*'\)/g;
/** Rust's Debug: the innermost pair of names, `Elf(ReadElfHeader)` of `VmBoot(KernelLoad(Elf(ReadElfHeader)))`. */
const DEBUG = /\b(?<last>[A-Z](?=\w*[a-z])\w+\([A-Z](?=\w*[a-z])\w{4,}\))/;
/** Before the error of the system that Rust's Debug has in its middle: `CreateLauncher(Custom { …Os { code: 22, …`. */
const FAILED_CALL = /\b(?<call>[A-Z]\w{4,})\((?:Custom|IoError|Io|Os|Error|Errno)\b.*\bcode: \d+/;
/** A place in a source ends a panic, fields end a Debug of a status, a place ends an error of serde: none is a reason. */
const TAIL =
  /: unknown\W*$| \([\w./-]+\.(?:cc?|cpp|rs|h)[:,] ?[\w :,]+\)$|',? +[\w./-]+\.(?:rs|go|c|cpp|py):\d+(?::\d+)?$|\\?", (?:details|source|special_fields)\b.*$|\\?",? (?:at )?line:? \d+,? column:? \d+\W*$/;
/** What stands before the words of a line: the place in a source, a thread, a span of tracing, the level. */
export const HEAD =
  /^(?:cloud-hypervisor: [\d.]+\w*: )?(?:<[\w-]+> )?(?:ERROR|WARN|INFO|DEBUG):\S+\.rs:\d+ -- |^(?:ERROR|WARN|INFO|DEBUG|TRACE) +[a-z][\w:-]*\] |^\[(?:\w+ )?\S+\.(?:c|cc|cpp)(?::\d+\] |\|\d+\|\w+\|[^\]]*\])|^[EWIF]\d{4} [\d:.]+ +\d+ \S+:\d+\] |^\s*lxc \S+ (?:ERROR|WARN) +\w+ - \S+:\d+ - |^\[adaptor\/\w+\] |^\s*\S*?qemu(?:-[\w.-]+)?:[^\s:]+:\d+: |^error: \S+\.c:\d+: ?|^\W*thread '[^']*' (?:\(\d+\) )?panicked at ['"]?|\b\w+\{[^{}]*\}: */;
/** What makes a line the reason of the line before: `because: …` and `Caused by:` with `0: …` below (anyhow, eyre, snpguest). */
export const LINK = /^\W*(?:\d{1,2}: |(?:because|caused by): )/i;
/** Frames of a backtrace in one line. */
const FRAMES = /(?:\\+n|\s)+(?:[Ss]tack ?trace:|stack backtrace:|#\d+ (?:0x|[\w:<])).*$/;
/** Values that follow the words, for who mends the program: `i=0x10 read: 21 cmask: ff`. */
const VALUES = /:?(?: \b[\w-]{1,12}(?:=|: )(?:0x)?[0-9a-f]{1,16}\b,?){2,}\s*$/;
/** A warning that an error quotes after its own words. */
const WARNING = /(?:\\+n|; )[\w./-]+: warning: .*$/;
/** What serde says of a wrong value goes on after its colon (serde/src/de/mod.rs), and what Rust says of an index. */
const NEW_LINK = /(?<!\b(?:invalid (?:type|value|length)|index out of bounds)): +/;
/** `XhcControlTransfer`, `TdxDxeEntryPoint()`; an error class of another language is a level. */
const OWN_NAME = /^(?:(?:[A-Z][a-z0-9]+){3,}(?:\(\))?|\w+\(\))(?<!Error|Exception|Failed|Failure)$/;
/** Words that are a level, and no part of a chain. */
const LEVEL = /^\W*(?:error|fatal|panic|critical|failed|(?:\w+ )?error code)\W*$/i;

/**
 * @param line as it was printed
 * @returns at most 160 characters
 */
export function ownWords(line: string): string {
  const text = peel(line.slice(0, LOOKED_AT)).text.replace(LIBVIRT_GO, '$1');
  const field =
    lastField(text, ERROR_FIELD) ??
    BARE_FIELD.exec(text)?.[1] ??
    lastField(text, MESSAGE_FIELD) ??
    lastField(text, DEBUG_TEXT);
  const own = endOfChain(
    withoutOptions(field ?? text)
      .replace(FRAMES, '')
      .replace(WARNING, '')
      .replace(TAIL, '')
      .replace(VALUES, '')
      .replace(LINK, '')
      .replace(HEAD, ''),
  );
  const call = field === undefined ? undefined : FAILED_CALL.exec(text)?.groups?.call;
  const words = call === undefined ? own : `${call}: ${own}`;
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
  const links = firstOfLevels(words)
    .replace(/\\+n/g, ': ')
    .replace(/\\*["`]|(?<!\w)'|'(?!\w)/g, ' ')
    .split(NEW_LINK)
    .map((link) =>
      link
        .replace(/\s+/g, ' ')
        .replace(/^\W*(?:ERROR|WARN|FATAL)\]?:?\s+(?:- )?/, '')
        .trim(),
    )
    .filter((link) => link !== '' && !link.startsWith('<') && !LEVEL.test(link));
  const last = links.at(-1) ?? words.replace(/\s+/g, ' ').trim();
  // An error of the system, a number, one word or the name of a file needs what it is of.
  if (isSystemError(last)) {
    const of = links.slice(0, -1).findLast((link) => !isSystemError(link));
    return of === undefined ? last : `${of}: ${last}`;
  }
  // A function or a driver of C that names itself: without it nobody knows whose words these are.
  const by = links.at(-2);
  if (by !== undefined && OWN_NAME.test(by)) return `${by}: ${last}`;
  const isShort = last.split(' ').length < 4 || /^\(?[~/]\S|^https?$|^\/\//.test(last);
  return isShort && links.length > 1 ? links.slice(-2).join(': ') : last;
}

/** Several lines of a program in one: each has its level, and a program in C prints the reason first. */
function firstOfLevels(words: string): string {
  const lines = words.split(/\\+n/).map((line) => /(?:^|["'])\W{0,3}(?:ERROR|error): (.*)/.exec(line)?.[1]);
  const levels = lines.filter((line) => line !== undefined);
  return levels.length > 1 ? (levels[0] ?? words) : words;
}

/** The text of an errno and nothing else, or what Rust says of one: innermost links, which need what they are of. */
export function isSystemError(words: string): boolean {
  const text = words.replace(/ \(os error \d+\).*$/, '').trim();
  return errnoOf(text) !== undefined || /^i\/?o error$/i.test(text);
}

/** Turns what people paste into bytes: hex, base64 and the output of xxd; everything else stays as it is. */

import { MIB } from '../words/units.ts';

/** So many bytes are looked at to tell text from binary data. */
const LOOKED_AT = 4096;
/** What is in no such text: looked for, as a pattern for the whole text would need a stack as long as the text. */
const NOT_HEX = /[^0-9a-f\s:]/i;
const NOT_BASE64 = /[^A-Za-z0-9+/_\s-]/;
/** Bytes: a shorter text is a word. */
const SHORTEST_BASE64 = 12;
/** Characters; a line of a dump has fewer. */
const LONGEST_LINE = 200;
/** Bytes of a line. */
const DUMPED = 16;
/** Bytes of a dump with repeated lines: no file that is read has more. */
const MOST_DUMPED = 8 * MIB;
const REPEATED = '*';
const END_LINE = /^[0-9a-f]{6,16}$/i;
/** `xxd` and `hexdump -C`: an offset, up to 16 bytes, and what they look like. */
const DUMP_LINE =
  /^([0-9a-f]{6,16}):?[ \t]+((?:[0-9a-f]{2}){1,2}(?:[ \t]{1,2}(?:[0-9a-f]{2}){1,2})*)(?:[ \t]|$)/i;

/** Whether the bytes are text: neither control characters nor bytes beyond ASCII among the first. */
export function isText(bytes: Uint8Array): boolean {
  const some = bytes.subarray(0, LOOKED_AT);
  return bytes.length > 0 && some.every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13));
}

/**
 * The bytes that a text spells.
 * @returns undefined where it is none of these spellings, such as JSON
 */
export function bytesOfText(text: string): Uint8Array | undefined {
  const trimmed = text.trim();
  const dumped = bytesOfDump(trimmed);
  if (dumped !== undefined) return dumped;
  return bytesOfHex(trimmed.replace(/^0x/i, '')) ?? bytesOfBase64(trimmed.replace(/={1,2}$/, ''));
}

function bytesOfHex(text: string): Uint8Array | undefined {
  if (NOT_HEX.test(text)) return undefined;
  const digits = Buffer.alloc(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHexDigit(code)) digits[count++] = code;
  }
  return count > 0 && count % 2 === 0 ? Buffer.from(digits.toString('latin1', 0, count), 'hex') : undefined;
}

/** Of what hex may be written with: no blank, and no colon. */
function isHexDigit(code: number): boolean {
  return code > 0x20 && code !== 0x3a;
}

/** Node passes over the blanks. */
function bytesOfBase64(text: string): Uint8Array | undefined {
  if (NOT_BASE64.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length >= SHORTEST_BASE64 ? bytes : undefined;
}

/** Each line of a dump has its place: a line that is missing makes it none. `*` is the line before, up to the next place. */
function bytesOfDump(text: string): Uint8Array | undefined {
  const chunks: Buffer[] = [];
  let length = 0;
  let repeats = false;
  for (let from = 0; from <= text.length; ) {
    const at = text.indexOf('\n', from);
    const end = at < 0 ? text.length : at;
    const line = text.slice(from, Math.min(end, from + LONGEST_LINE)).trimEnd();
    from = end + 1;
    if (line === REPEATED) {
      repeats = true;
      continue;
    }
    const [, offset, digits] = DUMP_LINE.exec(line) ?? [];
    const place = Number.parseInt(offset ?? END_LINE.exec(line)?.[0] ?? '', 16);
    if (repeats) {
      const equal = chunks.at(-1);
      if (equal?.length !== DUMPED || place <= length || place % DUMPED !== 0 || place > MOST_DUMPED)
        return undefined;
      chunks.push(Buffer.alloc(place - length, equal));
      length = place;
      repeats = false;
    }
    if (place !== length) return undefined;
    // The last line of hexdump has an offset alone.
    if (digits === undefined) return length > 0 && end === text.length ? Buffer.concat(chunks) : undefined;
    const chunk = Buffer.from(digits.replace(/[ \t]/g, ''), 'hex').subarray(0, DUMPED);
    chunks.push(chunk);
    length += chunk.length;
  }
  return repeats ? undefined : Buffer.concat(chunks);
}

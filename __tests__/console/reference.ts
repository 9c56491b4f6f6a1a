/** The plain reading of a byte stream, written for being obvious: regular expressions on whole lines, no state. */

/** A wiped text is prefixed by `wiped `. Lines are shorter than the line cap. */
export function readLines(bytes: Uint8Array): string[] {
  // Latin-1 keeps each byte as one character until the escapes are gone.
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const last = lines.pop() ?? '';
  const unfinished = readLine(last);
  return [...lines.flatMap(readLine), ...(unfinished.at(-1) === '' ? unfinished.slice(0, -1) : unfinished)];
}

/** What carriage returns have wiped, and what is left at the end. A CR wipes when something is printed after it. */
function readLine(line: string): string[] {
  const [first = '', ...others] = withoutEscapes(line).split('\r');
  const texts: string[] = [];
  let text = decode(first);
  for (const other of others.filter((part) => /[\t\x20-\x7e\x80-\xff]/.test(part))) {
    if (text !== '') texts.push(`wiped ${text}`);
    text = decode(other);
  }
  return [...texts, text];
}

/**
 * ECMA-48: CSI ends with @ to ~, a string (OSC, DCS, SOS, PM, APC) with BEL or ESC \, an escape with intermediates with
 * 0 to the end of the table. A new ESC ends whatever sequence is open; an ESC cuts a character short, so it leaves a
 * NUL, which is no part of any character and shows nothing.
 */
function withoutEscapes(line: string): string {
  const [csi, string] = ['\\[[^\\x40-\\x7e\\x1b]*[\\x40-\\x7e]?', '[\\]PX^_][^\\x07\\x1b]*\\x07?'];
  const [charset, other] = ['[ -/][^0-\\xff\\x1b]*[0-\\xff]?', '[^\\x1b]'];
  return line.replace(new RegExp(`\\x1b(?:${csi}|${string}|${charset}|${other})?`, 'g'), '\0');
}

/** UTF-8 as browsers decode it, without control characters. */
function decode(latin1: string): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(latin1, 'latin1'));
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '');
}

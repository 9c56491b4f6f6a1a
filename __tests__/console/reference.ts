/** The plain reading of a byte stream, written for being obvious: regular expressions on whole lines, no state. */

/** A wiped text is prefixed by `wiped `. Lines are shorter than the line cap. */
export function readLines(bytes: Uint8Array): string[] {
  // Latin-1 keeps each byte as one character until the escapes are gone.
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const last = lines.pop() ?? '';
  const unfinished = readLine(last);
  return [...lines.flatMap(readLine), ...(unfinished.at(-1) === '' ? unfinished.slice(0, -1) : unfinished)];
}

/**
 * What carriage returns have wiped, and what is left at the end. A CR wipes when something is printed after it. The text of a
 * string without its end is printed where the line has ended by then.
 */
function readLine(line: string): string[] {
  const [first = '', ...others] = withoutEscapes(line).split('\r');
  const texts: string[] = [];
  let text = first;
  for (const other of others) {
    const printed = other.search(/[\t\x20-\x7e\x80-\xff]/);
    text += printed < 0 ? other : other.slice(0, printed);
    if (printed < 0) continue;
    if (decode(text) !== '') texts.push(`wiped ${decode(text)}`);
    text = other.slice(printed);
  }
  return [...texts, decode(text)];
}

/**
 * ECMA-48: CSI ends with @ to ~, a string (OSC, DCS, SOS, PM, APC) with BEL or ESC \, an escape with intermediates with
 * 0 to the end of the table. A new ESC, CAN or SUB ends whatever sequence is open; a string that is not ended by its own end
 * is text, in which a CR has no effect. Linux's console sets its palette with `ESC ] P` and seven digits, and `ESC ] R`.
 * An escape cuts a character short, so it leaves a NUL, which is no part of any character and shows nothing.
 */
function withoutEscapes(line: string): string {
  const csi = '\\[[^\\x40-\\x7e\\x18\\x1a\\x1b]*[\\x40-\\x7e\\x18\\x1a]?';
  const palette = '\\](?:R|P[0-9A-Fa-f]{0,6}[^\\x1b]?)';
  const string = '[\\]PX^_][^\\x07\\x18\\x1a\\x1b]*(?:\\x07|\\x1b\\\\)';
  const open = '[\\]PX^_]([^\\x07\\x18\\x1a\\x1b]*)[\\x18\\x1a]?';
  const charset = '[ -/][^0-\\xff\\x18\\x1a\\x1b]*[0-\\xff\\x18\\x1a]?';
  const sequence = new RegExp(`\\x1b(?:${csi}|${palette}|${string}|${open}|${charset}|[^\\x1b])?`, 'g');
  return line.replace(sequence, (_, text: string | undefined) => `\0${marked(text ?? '')}\0`);
}

/** The text of a string without its end, which wipes nothing: each character is moved up by 256, and a CR becomes a NUL. */
function marked(text: string): string {
  return [...text.replaceAll('\r', '\0')]
    .map((char) => String.fromCharCode(char.charCodeAt(0) + 256))
    .join('');
}

/** UTF-8 as browsers decode it, without control characters. */
function decode(text: string): string {
  const latin1 = [...text].map((char) => String.fromCharCode(char.charCodeAt(0) % 256)).join('');
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(Buffer.from(latin1, 'latin1')).replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '');
}

/** Console output to judge: a real kernel log (kernel.log) repeated, with a clock that goes on. */

import { readFileSync } from 'node:fs';

export const MB = 1e6;
export const CHUNK = 64 * 1024;

export type Variant = 'lf' | 'crlf' | 'colour';

const STAMP = /^\[ *(\d+\.\d+)\] /;
const [, ...LINES] = readFileSync(new URL('kernel.log', import.meta.url), 'latin1')
  .trimEnd()
  .split('\n');
const LAST_STAMP = Math.max(...LINES.map((line) => Number(STAMP.exec(line)?.[1] ?? 0)));

/**
 * At least `size` bytes, in whole lines. `colour` is what `dmesg --color=always` and systemd print: a sequence around
 * the time of each kernel line, and around the words that stand before the first colon.
 */
export function kernelLog(size: number, variant: Variant): Buffer {
  const pieces: Buffer[] = [];
  let length = 0;
  for (let round = 0; length < size; round++) {
    const text = LINES.map((line) => decorate(restamp(line, round), variant)).join('');
    const piece = Buffer.from(text, 'latin1');
    pieces.push(piece);
    length += piece.length;
  }
  return Buffer.concat(pieces);
}

/** The log as a stream of reads: each chunk has its own memory, as `data` events have. */
export function* chunksOf(log: Buffer): Generator<Buffer> {
  for (let at = 0; at < log.length; at += CHUNK) yield log.subarray(at, at + CHUNK);
}

/** Every line ending, looked for one by one: the least that any reader of lines does. */
export function scanNewlines(log: Buffer): number {
  let lines = 0;
  for (let at = log.indexOf(10); at >= 0; at = log.indexOf(10, at + 1)) lines++;
  return lines;
}

function restamp(line: string, round: number): string {
  return line.replace(STAMP, (_, time: string) => {
    const seconds = Number(time) + round * LAST_STAMP;
    return `[${seconds.toFixed(6).padStart(12)}] `;
  });
}

function decorate(line: string, variant: Variant): string {
  if (variant === 'lf') return `${line}\n`;
  if (variant === 'crlf') return `${line}\r\n`;
  const coloured = line.replace(/^(\[.*?\] )?([^:]*:)?/, (_, stamp = '', head = '') =>
    [stamp && `\x1b[32m${stamp}\x1b[0m`, head && `\x1b[33m${head}\x1b[0m`].join(''),
  );
  return `${coloured}\r\n`;
}

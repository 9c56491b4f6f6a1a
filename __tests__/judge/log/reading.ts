/** A log of anybody that is read to its end, and lines that many logs have. */

import { LogReader, type LogReport } from '../../../src/judge/log.ts';
import type { Phase } from '../../../src/words/words.ts';

export function read(lines: readonly string[]): LogReport {
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${lines.join('\n')}\n`));
  return reader.end();
}

/** The phase and the first line that is shown. */
export function shown({
  answer,
  phase,
  diagnosis,
}: LogReport): [string, Phase | undefined, number | undefined] {
  return [answer, diagnosis?.phase ?? phase, diagnosis?.evidence[0]?.line];
}

export const BANNER = '[    0.000000] Linux version 6.8.0 (a@b) #1 SMP';
export const TD = '[    0.000000] tdx: Guest detected';
export const LOGIN = 'tdx-guest login: ';
export const QEMU_WARNING =
  "qemu-system-x86_64: warning: host doesn't support requested feature: CPUID.07H:EBX.intel-pt";

/** The other process of the latency benchmark: for each line on fd 3 it prints a burst, pauses, and prints a prompt. */

import { createReadStream, writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { CHUNK, kernelLog } from './log.ts';

/** The machine's console and debugcon channels, see latency.ts. */
const CONSOLE = 3;
const CLOCK = 4;

const burst = kernelLog(CHUNK, 'crlf').subarray(0, CHUNK);
const requests = createReadStream('', { fd: CONSOLE });
for await (const request of requests) {
  for (const _ of String(request).trim()) {
    write(burst);
    write(Buffer.from('\r\n'));
    // On both sides of the judge's own pause of 50 ms.
    await setTimeout(5 + Math.random() * 70);
    const before = process.hrtime.bigint();
    write(Buffer.from('guest login: '));
    writeSync(CLOCK, `${before}\n`);
  }
}

/** A burst is larger than a socket's buffer. */
function write(bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(CONSOLE, bytes, at);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}

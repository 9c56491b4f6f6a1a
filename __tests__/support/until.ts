/** Waits for a change without an event, such as what the kernel does to other processes. */

import { setTimeout as sleep } from 'node:timers/promises';

/** Far more than even a busy machine needs, so only a change that never comes takes so long. */
const LIMIT_MS = 300_000;

export async function until(what: string, isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + LIMIT_MS;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`waited ${LIMIT_MS / 1000} s until ${what}`);
    await sleep(5);
  }
}

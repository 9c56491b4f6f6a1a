/** What a Trust Domain needs right before its VMM is started: a slot on its host. */

import { availableMemory, tdCapacity } from '../host/checks/capacity.ts';
import { type Host, thisHost } from '../host/host.ts';
import { slotLimit, slotsDirectory, takeSlot } from '../host/slots.ts';
import type { BootEvent } from '../judge/events.ts';
import type { Lock } from '../process/lock.ts';
import type { Guest } from '../scenario/scenario.ts';
import { EventQueue } from './queue.ts';

/** Longest time in the queue, in milliseconds: the boots before this one have time-outs of minutes. */
const SLOT_WAIT_MS = 30 * 60_000;

/**
 * Yields notices of what there is to wait for.
 * @returns the slot; to be released when the TD is gone
 * @throws HostError as `takeSlot`
 */
export async function* admitTrustDomain(
  { memory }: Guest,
  cancel: AbortSignal | undefined,
  host: Host = thisHost,
  directory: string = slotsDirectory(),
): AsyncGenerator<BootEvent, Lock> {
  const capacity = tdCapacity(host, await host.kernelLog());
  const limit = slotLimit(capacity?.tds, process.env.TDX_BOOT_SLOTS);
  const abandoned = new AbortController();
  const signal = AbortSignal.any([abandoned.signal, ...(cancel === undefined ? [] : [cancel])]);
  const reasons = new EventQueue<string | undefined>();
  const slot = takeSlot({
    directory,
    limit,
    memory,
    available: () => availableMemory(host),
    waitMs: SLOT_WAIT_MS,
    signal,
    onWait: (reason) => reasons.push(reason),
  });
  // Undefined is the end of the reasons.
  const end = (): void => reasons.push(undefined);
  slot.then(end, end);
  let taken = false;
  try {
    for (let next = await reasons.next(undefined); next !== undefined; next = await reasons.next(undefined)) {
      yield { type: 'notice', time: 0, message: `waiting for a slot: ${next}` };
    }
    const lock = await slot;
    taken = true;
    return lock;
  } finally {
    // Whoever stops to listen must not leave a slot behind.
    if (!taken) {
      abandoned.abort('abandoned');
      await slot.then(
        (lock) => lock.release(),
        () => undefined,
      );
    }
  }
}

/** What a Trust Domain needs right before its VMM is started: a slot on its host. */

import { availableMemory, tdCapacity } from '../host/checks/capacity.ts';
import { slotLimit, takeSlot } from '../host/slots.ts';
import type { BootScenario } from '../scenario/scenario.ts';
import type { Ports } from './ports.ts';

/** Longest time in the queue, in milliseconds: the boots before this one have time-outs of minutes. */
const SLOT_WAIT_MS = 30 * 60_000;

/** What a run holds of its host. */
export interface Slot {
  /** Descriptors that the VMM inherits: it then holds the slot as long as it lives, whatever becomes of this process. */
  readonly fds: readonly number[];
  /** Gives the slot back; to be called when the VMM's process is gone. */
  release(): void;
}

/** The slot of a guest that is no Trust Domain: it holds nothing. */
const NO_SLOT: Slot = { fds: [], release: () => undefined };

/**
 * Waits for a slot, with a notice of what there is to wait for.
 * @throws HostError as `takeSlot`; the reason of `cancel` when that aborts
 */
export async function slotFor(
  { platform, guest }: BootScenario,
  { host, slots, notice, cancel }: Ports,
): Promise<Slot> {
  if (platform !== 'tdx') return NO_SLOT;
  const capacity = tdCapacity(host, await host.kernelLog());
  const lock = await takeSlot({
    directory: slots(),
    limit: slotLimit(capacity?.tds, process.env.TDX_BOOT_SLOTS),
    memory: guest.memory,
    available: () => availableMemory(host),
    waitMs: SLOT_WAIT_MS,
    signal: cancel,
    onWait: (reason) => notice(`waiting for a slot: ${reason}`),
  });
  return { fds: [lock.fd], release: () => lock.release() };
}

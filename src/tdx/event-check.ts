/** Says whether the digest of each event is that of its data: what was changed in a log after it was written. */

import { readEventData } from './event-data.ts';
import type { LogEvent } from './event-log.ts';
import type { EventData } from './event-reading.ts';
import { type Sha384, sha384 } from './registers.ts';

/**
 * `matches`: what was hashed is in the log and has this digest. `differs`: one of the two was changed. `not-in-log`: the
 * log names what was hashed and does not hold it.
 */
type DigestCheck = 'matches' | 'differs' | 'not-in-log';

export interface EventCheck {
  readonly digest: DigestCheck;
  /** The event's data in one line. Text of a guest: it needs report/safe.ts on its way to a reader. */
  readonly text: string;
  /** Of `not-in-log`: completes "the digest is not of the data: …". */
  readonly reason?: string;
}

/**
 * One answer for each event.
 * @param events in the order of the log: what an event of systemd-stub means depends on the one before it
 */
export function checkEvents(events: readonly LogEvent[]): EventCheck[] {
  /** The section of a UKI whose name the last event of the register has hashed. */
  const named = new Map<string, string>();
  /** The boot options of the last BootOrder, of which the next events of the register are. */
  const options = new Map<string, readonly string[]>();
  return events.map((event) => {
    const read = readEventData(event);
    const before = named.get(event.register);
    named.delete(event.register);
    const found = checkOf(event, read, before);
    const check =
      read.boot === undefined || found.digest !== 'matches'
        ? found
        : { ...found, digest: bootCheck(event.register, read.boot, options) };
    if (read.section !== undefined && check.digest === 'matches') named.set(event.register, read.section);
    return check;
  });
}

const BOOT_VARIABLE = /^Boot(?:Order|Next|Current|[0-9A-F]{4})$/;

/**
 * The name of a boot option is not hashed, and BootOrder, which is, says which option comes when. Options that are not set have no event.
 * @param options by register; the options behind this one are left in it
 */
function bootCheck(
  register: string,
  { name, order }: NonNullable<EventData['boot']>,
  options: Map<string, readonly string[]>,
): DigestCheck {
  if (order !== undefined && name === 'BootOrder') {
    options.set(register, order);
    return 'matches';
  }
  const expected = options.get(register);
  if (expected === undefined) return BOOT_VARIABLE.test(name) ? 'matches' : 'differs';
  const place = expected.indexOf(name);
  if (place < 0) return 'differs';
  options.set(register, expected.slice(place + 1));
  return 'matches';
}

/** The event's data in one line. Text of a guest: it needs report/safe.ts on its way to a reader. */
export function describeEvent(event: LogEvent): string {
  return readEventData(event).text;
}

/** The digests that the event may have by its own data; none where the log does not hold what was hashed. */
export function digestsOfData(event: LogEvent): Sha384[] {
  return readEventData(event).hashed.map((bytes) => sha384(bytes));
}

function checkOf(
  { digest }: LogEvent,
  { text, hashed, elsewhere, section }: EventData,
  named: string | undefined,
): EventCheck {
  if (digest === undefined) return { digest: 'not-in-log', text, reason: 'it has none of SHA-384' };
  if (hashed.some((bytes) => sha384(bytes) === digest)) return { digest: 'matches', text };
  if (section !== undefined && section === named) {
    return { digest: 'not-in-log', text, reason: 'it is of the section that the data name' };
  }
  if (elsewhere === undefined) return { digest: 'differs', text };
  return { digest: 'not-in-log', text, reason: elsewhere };
}

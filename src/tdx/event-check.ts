/** Says whether the digest of each event is that of its data: what was changed in a log after it was written. */

import { bootNumber } from './boot-options.ts';
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
  /** The last BootOrder of the register, of whose options the next events are. */
  const options = new Map<string, BootOrder>();
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

/** What is left of a BootOrder. Each number is passed over once: a log may hold hundreds of thousands. */
class BootOrder {
  readonly #numbers: readonly number[];
  /** The last place of each number. */
  readonly #last = new Map<number, number>();
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
    for (const [place, number] of numbers.entries()) this.#last.set(number, place);
  }

  /** Whether the option is still to come; if so, what is before the option no longer comes. */
  passes(number: number): boolean {
    if ((this.#last.get(number) ?? -1) < this.#next) return false;
    this.#next = this.#numbers.indexOf(number, this.#next) + 1;
    return true;
  }
}

/** The name of a boot option is not hashed. BootOrder is hashed, and says which option comes when. An option that is not set has no event. */
function bootCheck(
  register: string,
  { name, order }: NonNullable<EventData['boot']>,
  orders: Map<string, BootOrder>,
): DigestCheck {
  if (order !== undefined) {
    orders.set(register, new BootOrder(order));
    return 'matches';
  }
  const known = orders.get(register);
  const isOption = known === undefined ? BOOT_VARIABLE.test(name) : known.passes(bootNumber(name) ?? -1);
  return isOption ? 'matches' : 'differs';
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

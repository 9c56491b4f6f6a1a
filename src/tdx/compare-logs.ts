/** Compares two event logs, register by register and event by event. */

import { type Difference, paired } from './difference.ts';
import { checkEvents } from './event-check.ts';
import { extendedBy, type LogEvent } from './event-log.ts';
import { shortHex } from './format.ts';
import { RTMRS } from './names.ts';

/** More pairs of events are not compared with each other, but in their order. */
const MOST_PAIRS = 4_000_000;

interface Said {
  readonly event: LogEvent;
  readonly text: string;
}

/** The differences in the order of the registers, then of the events. Events that extend nothing are left out. */
export function compareLogs(before: readonly LogEvent[], after: readonly LogEvent[]): Difference[] {
  const [a, b] = [described(before), described(after)];
  return RTMRS.flatMap((rtmr) => {
    const own = (all: readonly Said[]): Said[] => all.filter(({ event }) => event.register === rtmr);
    return differencesOf(rtmr, own(a), own(b));
  });
}

function described(events: readonly LogEvent[]): Said[] {
  const checks = checkEvents(events);
  return events
    .map((event, place) => ({ event, text: checks[place]?.text ?? '' }))
    .filter(({ event }) => extendedBy(event) !== undefined);
}

function differencesOf(part: string, before: readonly Said[], after: readonly Said[]): Difference[] {
  const differences: Difference[] = [];
  let [i, j] = [0, 0];
  const flush = (endBefore: number, endAfter: number): void => {
    differences.push(...gap(part, before.slice(i, endBefore), after.slice(j, endAfter)));
    [i, j] = [endBefore + 1, endAfter + 1];
  };
  for (const [x, y] of common(before, after)) flush(x, y);
  flush(before.length, after.length);
  return differences;
}

/** What stands between two events that both logs have: an event of the same type in its place has changed. */
function gap(part: string, before: readonly Said[], after: readonly Said[]): Difference[] {
  return paired(before, after, ({ event }) => event.type).map(([one, other]): Difference => {
    if (one === undefined) return { part, kind: 'added', text: say(other) };
    if (other === undefined) return { part, kind: 'removed', text: say(one) };
    return { part, kind: 'changed', text: changed(one, other) };
  });
}

function say({ event, text }: Said): string {
  return `event ${event.index}, ${event.name} (${text})`;
}

function changed(before: Said, after: Said): string {
  const digests = `${shortHex(before.event.digest ?? '')} → ${shortHex(after.event.digest ?? '')}`;
  if (before.text === after.text) return `${say(after)}: the digest, ${digests}`;
  return `event ${after.event.index}, ${after.event.name}: (${before.text}) → (${after.text}), ${digests}`;
}

/** Places of the longest sequence of equal events that both have, in their order. */
function common(before: readonly Said[], after: readonly Said[]): (readonly [number, number])[] {
  const equal = (x: number, y: number): boolean => {
    const [one, other] = [before[x]?.event, after[y]?.event];
    return one?.type === other?.type && one?.digest === other?.digest;
  };
  const rows = before.length + 1;
  const columns = after.length + 1;
  if (rows * columns > MOST_PAIRS) {
    const both = Math.min(before.length, after.length);
    return Array.from({ length: both }, (_, at) => [at, at] as const).filter(([x, y]) => equal(x, y));
  }
  // The length of the sequence for what is left from (x, y) on.
  const left = new Uint32Array(rows * columns);
  const at = (x: number, y: number): number => left[x * columns + y] ?? 0;
  for (let x = before.length - 1; x >= 0; x--) {
    for (let y = after.length - 1; y >= 0; y--) {
      left[x * columns + y] = equal(x, y) ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let x = 0, y = 0; x < before.length && y < after.length; ) {
    if (equal(x, y)) pairs.push([x++, y++]);
    else if (at(x + 1, y) >= at(x, y + 1)) x++;
    else y++;
  }
  return pairs;
}

/** Finds the first event of a log that explains why its replay is not what a TD reports. */

import { checkEvents, describeEvent, digestsOfData } from './event-check.ts';
import { extendedBy, type LogEvent } from './event-log.ts';
import { EVENT, eventName } from './event-types.ts';
import { shortHex } from './format.ts';
import type { Rtmr } from './names.ts';
import type { PredictedEvent } from './prediction.ts';
import { extend, replay, type Sha384, sha384, ZERO } from './registers.ts';

export type Explanation =
  /** The replay is what the TD reports. */
  | { readonly kind: 'equal' }
  /** The TD reports what the log says up to before this event: the rest is in the log alone. */
  | { readonly kind: 'reported-before'; readonly event: LogEvent }
  /** Without this event, the log is what the TD reports: it was logged and not extended. */
  | { readonly kind: 'not-extended'; readonly event: LogEvent }
  /** With the digest of its data, this event gives what the TD reports: the digest in the log was changed. */
  | { readonly kind: 'digest-changed'; readonly event: LogEvent }
  /** With this known event at its end, the log is what the TD reports: it was extended and not logged. */
  | { readonly kind: 'not-logged'; readonly name: string; readonly text: string }
  /** The digest of this event is not of its data, and nothing simpler explains the difference. */
  | { readonly kind: 'suspect'; readonly event: LogEvent }
  /** No single event explains it. */
  | { readonly kind: 'unexplained' };

/** Each event is left out once, and what follows it is extended again: so many extensions take half a second. */
const MOST_EXTENSIONS = 60_000;

/** What firmware and kernels extend at the end of a boot, when the log in memory may be closed already. */
const LAST_EVENTS = [
  { type: EVENT.separator, text: 'the firmware hands over', data: new Uint8Array(4) },
  ...['Exit Boot Services Invocation', 'Exit Boot Services Returned with Success'].map((text) => ({
    type: EVENT.efiAction,
    text,
    data: Buffer.from(text, 'latin1'),
  })),
];

/** Looks for the smallest change of the log that makes its replay the reported value. */
export function explainDifference(
  events: readonly LogEvent[],
  register: Rtmr,
  reported: Sha384,
): Explanation {
  const own = events.filter((event) => event.register === register && extendedBy(event) !== undefined);
  const before = statesBefore(own);
  const after = before.at(-1) ?? ZERO;
  if (after === reported) return { kind: 'equal' };
  const early = own.find((_, place) => before[place] === reported);
  if (early !== undefined) return { kind: 'reported-before', event: early };
  const missing = LAST_EVENTS.find(({ data }) => extend(after, sha384(data)) === reported);
  if (missing !== undefined) return { kind: 'not-logged', name: eventName(missing.type), text: missing.text };
  const checks = checkEvents(own);
  const suspects = own.filter((_, place) => checks[place]?.digest === 'differs');
  const [suspect] = suspects;
  return (
    singleChange(own, before, new Set(suspects), reported) ??
    (suspect === undefined ? { kind: 'unexplained' } : { kind: 'suspect', event: suspect })
  );
}

/** The explanation in one sentence. Text of a guest: it needs report/safe.ts on its way to a reader. */
export function describeExplanation(explanation: Explanation, register: Rtmr): string {
  const of = (event: LogEvent): string => `event ${event.index} (${event.name}: ${describeEvent(event)})`;
  switch (explanation.kind) {
    case 'equal':
      return `${register} is what the log says`;
    case 'reported-before':
      return `${register} is what the log says before ${of(explanation.event)}: that event and what follows is in the log alone`;
    case 'not-extended':
      return `${register} is what the log says without ${of(explanation.event)}: it was logged and not extended`;
    case 'digest-changed':
      return `${register} is what the log says when ${of(explanation.event)} has the digest of its data: the log was changed`;
    case 'not-logged':
      return `${register} is what the log says and then ${explanation.name} (${explanation.text}): the log lacks its end`;
    case 'suspect':
      return `the first event whose digest is not of its data is ${of(explanation.event)}`;
    case 'unexplained':
      return `no single event explains ${register}: the log is cut, of another boot, or changed in more than one place`;
  }
}

/**
 * The first event that is not as predicted, by the prediction that agrees with the log for longest. Text of a guest: it
 * needs report/safe.ts on its way to a reader.
 * @returns undefined when the log agrees with a prediction, or when there is no prediction
 */
export function firstDifference(
  predictions: readonly (readonly PredictedEvent[])[],
  events: readonly LogEvent[],
  register: Rtmr,
): string | undefined {
  const own = events.filter((event) => event.register === register && extendedBy(event) !== undefined);
  const agreed = (predicted: readonly PredictedEvent[]): number => {
    const at = predicted.findIndex(({ digest }, place) => digest !== own[place]?.digest);
    return at < 0 ? predicted.length : at;
  };
  const [best] = predictions.toSorted((a, b) => agreed(b) - agreed(a));
  if (best === undefined) return undefined;
  const place = agreed(best);
  const [wanted, found] = [best[place], own[place]];
  const is = found === undefined ? '' : `event ${found.index} (${found.name}: ${describeEvent(found)})`;
  if (wanted === undefined) return found === undefined ? undefined : `${is} was not predicted`;
  const should = `${wanted.name} (${wanted.text}) with the digest ${shortHex(String(wanted.digest))}`;
  if (found === undefined) return `the event log ends before ${should}`;
  return `the first event of ${register} that differs is ${is} with the digest ${shortHex(found.digest ?? '')}; predicted is ${should}`;
}

/** The register before each event, and after the last one. */
function statesBefore(events: readonly LogEvent[]): Sha384[] {
  const states: Sha384[] = [ZERO];
  for (const event of events) states.push(extend(states.at(-1) ?? ZERO, extendedBy(event) ?? ZERO));
  return states;
}

/** The first event that gives the reported value when it is left out or gets the digest of its data. */
function singleChange(
  events: readonly LogEvent[],
  before: readonly Sha384[],
  suspects: ReadonlySet<LogEvent>,
  reported: Sha384,
): Explanation | undefined {
  const digests = events.map((event) => extendedBy(event) ?? ZERO);
  let left = MOST_EXTENSIONS;
  const gives = (state: Sha384, place: number): boolean => {
    const rest = digests.slice(place + 1);
    left -= rest.length + 1;
    return replay(rest, state) === reported;
  };
  for (const [place, event] of events.entries()) {
    const state = before[place] ?? ZERO;
    if (left < 0) return undefined;
    if (gives(state, place)) return { kind: 'not-extended', event };
    const own = suspects.has(event) ? digestsOfData(event) : [];
    if (own.some((digest) => left >= 0 && gives(extend(state, digest), place))) {
      return { kind: 'digest-changed', event };
    }
  }
  return undefined;
}

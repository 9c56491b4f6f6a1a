/** The shape of a prediction: the events of a boot in their order, and what the RTMRs hold after them. */

import { EVENT, eventName } from './event-types.ts';
import type { Rtmr } from './names.ts';
import { replay, type Sha384, sha384 } from './registers.ts';

export interface PredictedEvent {
  readonly register: Rtmr;
  readonly name: string;
  /** What is measured, for people. */
  readonly text: string;
  /** Its digest, or the reason why it cannot be known before the boot. */
  readonly digest: Sha384 | Unpredictable;
}

export interface Unpredictable {
  readonly reason: string;
}

export type Predicted = Readonly<Record<Rtmr, Sha384 | Unpredictable>>;

/** A register is known when all its events are. */
export function predictRegisters(events: readonly PredictedEvent[]): Predicted {
  const after = (register: Rtmr): Sha384 | Unpredictable => registerAfter(events, register);
  return { rtmr0: after('rtmr0'), rtmr1: after('rtmr1'), rtmr2: after('rtmr2'), rtmr3: after('rtmr3') };
}

export function isPredicted(value: Sha384 | Unpredictable): value is Sha384 {
  return typeof value === 'string';
}

/** An event whose digest is of these bytes. */
export function hashed(register: Rtmr, type: number, text: string, bytes: Uint8Array): PredictedEvent {
  return event(register, type, text, sha384(bytes));
}

export function event(
  register: Rtmr,
  type: number,
  text: string,
  digest: Sha384 | Unpredictable,
): PredictedEvent {
  return { register, name: eventName(type), text, digest };
}

export function separator(register: Rtmr): PredictedEvent {
  return hashed(register, EVENT.separator, 'separator', new Uint8Array(4));
}

export function action(text: string): PredictedEvent {
  return hashed('rtmr1', EVENT.efiAction, text, Buffer.from(text, 'latin1'));
}

function registerAfter(events: readonly PredictedEvent[], register: Rtmr): Sha384 | Unpredictable {
  const digests: Sha384[] = [];
  for (const { register: of, name, text, digest } of events) {
    if (of !== register) continue;
    if (!isPredicted(digest)) return { reason: `${name} (${text}): ${digest.reason}` };
    digests.push(digest);
  }
  return replay(digests);
}

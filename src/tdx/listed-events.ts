/** Reads event logs that other programs have listed as JSON or YAML: go-eventlog, trustee, dstack, tpm2_eventlog. */

import { given } from '../words/given.ts';
import type { EventLog, LogEvent } from './event-log.ts';
import { dstackHashed, EVENT, eventName, eventType } from './event-types.ts';
import { REGISTERS, type Register, RTMRS } from './names.ts';
import { DataError, type Subject } from './reader.ts';
import { REGISTER_BYTES, sha384 } from './registers.ts';

const SUBJECT: Subject = {
  what: 'the listed event log',
  hint: 'Give the log itself, or a list as go-eventlog, trustee, dstack or tpm2_eventlog write it.',
};
export const MOST_EVENTS = 50_000;
const DIGEST = /^[0-9a-f]{96}$/;

export type Fields = Readonly<Record<string, unknown>>;

/** How a program names the fields of an event. */
interface Dialect {
  /** Fields by which its events are known. */
  readonly has: readonly string[];
  readonly register: (event: Fields) => Register | undefined;
  readonly type: (event: Fields) => number | undefined;
  readonly digest: (event: Fields) => string | undefined;
  readonly data: (event: Fields) => EventBytes;
}

/** Undefined: the list does not hold them. Null: they are damaged. */
type EventBytes = Uint8Array | undefined | null;

const DIALECTS: readonly Dialect[] = [
  // dstack, which counts from RTMR0: the data of boot events are left out; a runtime event may come without its digest.
  {
    has: ['imr', 'event_type'],
    register: ({ imr }) => (typeof imr === 'number' ? RTMRS[imr] : undefined),
    type: ({ event_type: type }) => typeOf(type),
    digest: (event) => hexOfField(event.digest) ?? dstackDigest(event),
    data: (event) =>
      typeOf(event.event_type) === EVENT.dstack ? dstackData(event) : bytesOf(event.event_payload, 'hex'),
  },
  // trustee deps/eventlog.
  {
    has: ['type_name', 'digests', 'index'],
    register: ({ index }) => registerAt(index),
    type: ({ type_name: name }) => typeOf(name),
    digest: ({ digests }) => digestAmong(digests, 'alg', 'digest'),
    data: ({ event }) => bytesOf(event, 'base64'),
  },
  // The state that go-eventlog extracts, as protobuf writes it.
  {
    has: ['untrustedType', 'digest'],
    register: (event) => registerAt(event.pcrIndex ?? event.ccMrIndex),
    type: ({ untrustedType: type }) => typeOf(type),
    digest: ({ digest }) => hexOfField(digest),
    data: ({ data }) => bytesOf(data, 'base64'),
  },
  {
    has: ['untrusted_type', 'digest'],
    register: (event) => registerAt(event.pcr_index ?? event.cc_mr_index),
    type: ({ untrusted_type: type }) => typeOf(type),
    digest: ({ digest }) => hexOfField(digest),
    data: ({ data }) => bytesOf(data, 'base64'),
  },
  // The events of go-eventlog as json.Marshal of Go writes them (tcg.Event).
  {
    has: ['Index', 'Type', 'Digest'],
    register: ({ Index: index }) => registerAt(index),
    type: ({ Type: type }) => typeOf(type),
    digest: ({ Digest: digest }) => hexOfField(digest),
    data: ({ Data: data }) => bytesOf(data, 'base64'),
  },
  // tpm2_eventlog, in JSON or as tpm2-eventlog.ts reads its YAML.
  {
    has: ['EventNum', 'EventType'],
    register: ({ PCRIndex: index }) => registerAt(index),
    type: ({ EventType: type }) => typeOf(type),
    digest: ({ Digest: one, Digests: digests }) =>
      hexOfField(one) ?? digestAmong(digests, 'AlgorithmId', 'Digest'),
    data: ({ Event: data, EventSize: size }) => sizedBytes(data, size),
  },
];

/**
 * Whether a value is a list of events in a form that is known here.
 * @param value as JSON.parse gives it
 */
export function isEventList(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.length > 0 && dialectOf(value) !== undefined;
}

/** @throws DataError code `bad-event-log` with the event that cannot be read */
export function readEventList(list: readonly Fields[]): EventLog {
  const dialect = dialectOf(list);
  if (dialect === undefined) throw bad('none of its forms is known', 0);
  if (list.length > MOST_EVENTS)
    throw bad(`it has ${list.length} events; at most ${MOST_EVENTS} are read`, 0);
  const events: LogEvent[] = [];
  for (const [place, fields] of list.entries()) {
    if (!isFields(fields)) throw bad('it is no event', place);
    const event = readEvent(fields, dialect, events.length, place);
    // The header of a log is not counted.
    if (place > 0 || event.type !== EVENT.noAction) events.push(event);
  }
  return { events, length: 0 };
}

function readEvent(fields: Fields, dialect: Dialect, index: number, place: number): LogEvent {
  const register = dialect.register(fields);
  const type = dialect.type(fields);
  if (type === undefined) throw bad('its type is not known', place);
  if (register === undefined && type !== EVENT.noAction) throw bad('it names no register of a TD', place);
  const digest = dialect.digest(fields)?.toLowerCase();
  if (type !== EVENT.noAction && (digest === undefined || !DIGEST.test(digest))) {
    throw bad('it has no digest of SHA-384', place);
  }
  const data = dialect.data(fields);
  if (data === null) throw bad('its data are damaged', place);
  return {
    ...{ index, offset: 0, register: register ?? 'mrtd', type, name: eventName(type) },
    ...given({ digest }),
    ...(data === undefined ? { data: new Uint8Array(), withoutData: true } : { data }),
  };
}

function dialectOf(list: readonly unknown[]): Dialect | undefined {
  const [first] = list;
  return isFields(first) ? DIALECTS.find(({ has }) => has.every((field) => field in first)) : undefined;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function registerAt(index: unknown): Register | undefined {
  return typeof index === 'number' ? REGISTERS[index] : undefined;
}

function typeOf(type: unknown): number | undefined {
  if (typeof type === 'number') return type >>> 0;
  return typeof type === 'string' ? eventType(type) : undefined;
}

const SPELLED = { hex: /^(?:[0-9a-f]{2})+$/i, base64: /^[A-Za-z0-9+/_-]+={0,2}$/ } as const;

/** A text in the one encoding that the program uses, or a list of bytes: "AAAA" is hex, and is base64, of other bytes. */
function bytesOf(value: unknown, encoding: keyof typeof SPELLED): EventBytes {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) return value.every(isByte) ? Uint8Array.from(value) : null;
  return typeof value === 'string' && SPELLED[encoding].test(value) ? Buffer.from(value, encoding) : null;
}

export function isByte(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 256;
}

/**
 * Text, or hex, of which tpm2_eventlog prints the first 1,024 bytes: only the size tells. It spells other data field by
 * field: these are left out here.
 */
function sizedBytes(value: unknown, size: unknown): Uint8Array | undefined {
  if (typeof value !== 'string') return undefined;
  const text = Buffer.from(value, 'utf8');
  if (text.length === size) return text;
  return value.length / 2 === size && SPELLED.hex.test(value) ? Buffer.from(value, 'hex') : undefined;
}

/** A digest in hex, or in base64 as protobuf writes it. */
function hexOfField(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return value.length === 2 * REGISTER_BYTES ? value : Buffer.from(value, 'base64').toString('hex');
}

function digestAmong(digests: unknown, algorithm: string, value: string): string | undefined {
  if (!Array.isArray(digests)) return undefined;
  const ours = digests.find((one: unknown) => isFields(one) && /^sha-?384$/i.test(String(one[algorithm])));
  return isFields(ours) ? hexOfField(ours[value]) : undefined;
}

/** The name of a runtime event, a colon, and its payload: see event-data.ts. */
function dstackData({ event, event_payload: payload }: Fields): EventBytes {
  if (typeof event !== 'string') return undefined;
  const content = bytesOf(payload, 'hex');
  return content === null ? null : Buffer.concat([Buffer.from(`${event}:`), content ?? new Uint8Array()]);
}

function dstackDigest(event: Fields): string | undefined {
  const data = typeOf(event.event_type) === EVENT.dstack ? dstackData(event) : undefined;
  return data ? sha384(dstackHashed(data)) : undefined;
}

function bad(problem: string, place: number): DataError {
  return new DataError('bad-event-log', `event ${place} of the listed event log: ${problem}`, SUBJECT);
}

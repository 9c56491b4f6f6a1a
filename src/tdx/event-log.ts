/** Reads the confidential-computing event log (CCEL): what the firmware and the kernel have extended into the RTMRs. */

import { given } from '../words/given.ts';
import { MIB } from '../words/units.ts';
import { EVENT, eventName } from './event-types.ts';
import { hex } from './format.ts';
import { REGISTERS, type Register, type Rtmr } from './names.ts';
import { DataError, hexOf, Reader, type Subject } from './reader.ts';
import { REGISTER_BYTES, replay, type Sha384 } from './registers.ts';

/** The ACPI table that says where the log is (ACPI 6.5, 5.2.34; Linux drivers/acpi/sysfs.c acpi_ccel_data_init). */
interface CcelTable {
  /** Bytes of the log area. */
  readonly length: bigint;
  /** Guest physical address of the log area. */
  readonly address: bigint;
}

export interface EventLog {
  readonly events: readonly LogEvent[];
  /** Bytes of the records; what follows is fill. */
  readonly length: number;
}

export interface LogEvent {
  /** From 0; the header of the log is not counted. */
  readonly index: number;
  /** Where it begins in the log, in bytes. */
  readonly offset: number;
  readonly register: Register;
  readonly type: number;
  /** `EV_SEPARATOR`, …; `event type 0x…` where the specifications give none. */
  readonly name: string;
  /** Empty only for an event that extends no register. */
  readonly digest?: Sha384;
  /** The event's own data; what of it was hashed depends on the type. */
  readonly data: Uint8Array;
  /** The list that the event is from has left its data out. */
  readonly withoutData?: true;
}

type Rtmrs = Readonly<Record<Rtmr, Sha384>>;

const LOG: Subject = {
  what: 'the event log',
  hint: 'Read it whole, as root: cat /sys/firmware/acpi/tables/data/CCEL',
};
const TABLE: Subject = {
  what: 'the CCEL table',
  hint: 'Read it whole, as root: cat /sys/firmware/acpi/tables/CCEL',
};

const TABLE_BYTES = 56;
const SIGNATURE = 'Spec ID Event03\0';
/** After the fields of the first record. */
const SIGNATURE_AT = 32;
/** TPM_ALG_SHA384. */
const SHA384_ID = 0x000c;
/** An unused log area is filled with one of these. */
const FILLS = [0xff, 0x00] as const;
const FILL_BYTES = 8;
/** Of records. The log areas of today's firmware have 64 KiB to 1 MiB, most of it fill. */
const MOST_BYTES = 2 * MIB;
/** A TPM has five; a TD has one. */
const MOST_ALGORITHMS = 16;

/** @throws DataError code `truncated` or `bad-event-log` */
export function parseCcelTable(bytes: Uint8Array): CcelTable {
  const reader = new Reader(bytes, TABLE);
  const fields = new Reader(reader.take(TABLE_BYTES, 'its 56 bytes'), TABLE);
  if (text(fields.take(4, 'the signature')) !== 'CCEL') {
    throw new DataError('bad-event-log', 'the CCEL table does not begin with CCEL', TABLE);
  }
  fields.skip(36, 'the header and the type');
  return { length: fields.u64('the length of the log'), address: fields.u64('the address of the log') };
}

/** Whether the bytes are the ACPI table instead of the log itself. */
export function isCcelTable(bytes: Uint8Array): boolean {
  return text(bytes.subarray(0, 4)) === 'CCEL';
}

/** Whether the bytes begin as a log does. */
export function isEventLog(bytes: Uint8Array): boolean {
  return text(bytes.subarray(SIGNATURE_AT, SIGNATURE_AT + SIGNATURE.length)) === SIGNATURE;
}

/**
 * Reads the log up to its fill of 0xFF or 0x00, behind which nothing may follow (TCG PC Client Platform Firmware Profile 1.05, 10;
 * UEFI 2.10, 38.4).
 * @throws DataError code `truncated` when it ends within a record, `bad-event-log` when the bytes are no event log
 */
export function parseEventLog(bytes: Uint8Array): EventLog {
  const reader = new Reader(bytes, LOG);
  const sizes = readHeader(reader);
  const events: LogEvent[] = [];
  while (!atFill(bytes, reader)) {
    events.push(readEvent(reader, events.length, sizes));
    if (reader.offset <= MOST_BYTES) continue;
    const message = `the event log has more than ${MOST_BYTES} bytes of events`;
    throw new DataError('bad-event-log', message, { hint: 'Give the event log of one boot.' });
  }
  const other = bytes.subarray(reader.offset).findIndex((byte) => byte !== FILLS[0] && byte !== FILLS[1]);
  if (other >= 0) {
    const message = `the event log has fill at ${hex(reader.offset)} and goes on behind it: which events are missing is not known`;
    throw new DataError('bad-event-log', message, LOG);
  }
  return { events, length: reader.offset };
}

/** What the RTMRs hold after the events of a log. MRTD is left out: nothing extends it at run time. */
export function replayLog({ events }: Pick<EventLog, 'events'>): Rtmrs {
  const digests: Record<Rtmr, Sha384[]> = { rtmr0: [], rtmr1: [], rtmr2: [], rtmr3: [] };
  for (const event of events) {
    const digest = extendedBy(event);
    if (digest !== undefined && event.register !== 'mrtd') digests[event.register].push(digest);
  }
  const { rtmr0, rtmr1, rtmr2, rtmr3 } = digests;
  return { rtmr0: replay(rtmr0), rtmr1: replay(rtmr1), rtmr2: replay(rtmr2), rtmr3: replay(rtmr3) };
}

/** The digest that an event extends its register with; EV_NO_ACTION extends nothing. */
export function extendedBy({ type, digest }: LogEvent): Sha384 | undefined {
  return type === EVENT.noAction ? undefined : digest;
}

/**
 * The first record has the older form of TPM 1.2: one SHA-1, and the algorithms of all others in its data.
 * @returns bytes of a digest, by the TPM id of its algorithm
 */
function readHeader(reader: Reader): ReadonlyMap<number, number> {
  reader.skip(4, 'the register of the first record');
  const type = reader.u32('the type of the first record');
  if (type !== EVENT.noAction) {
    const message = `the event log begins with event type ${hex(type)} instead of EV_NO_ACTION (0x3)`;
    throw new DataError('bad-event-log', message, LOG);
  }
  reader.skip(20, 'the digest of the first record');
  const size = reader.u32('the size of the first record');
  const header = new Reader(reader.take(size, 'the data of the first record'), LOG);
  if (text(header.take(SIGNATURE.length, 'its signature')) !== SIGNATURE) {
    throw new DataError('bad-event-log', 'the event log does not begin with "Spec ID Event03"', LOG);
  }
  header.skip(8, 'the version of the log');
  const count = header.u32('the number of digest algorithms');
  if (count > MOST_ALGORITHMS) {
    const message = `the event log claims ${count} digest algorithms; at most ${MOST_ALGORITHMS} are read`;
    throw new DataError('bad-event-log', message, LOG);
  }
  const sizes = new Map(
    Array.from({ length: count }, () => [
      header.u16('a digest algorithm'),
      header.u16('the size of a digest'),
    ]),
  );
  if (sizes.get(SHA384_ID) !== REGISTER_BYTES) {
    const declared = Array.from(sizes, ([id, size]) => `${hex(id)} of ${size} bytes`).join(', ');
    const message = `the event log has no digests of SHA-384, which RTMRs are extended with, but ${declared || 'none'}`;
    throw new DataError('bad-event-log', message, { hint: 'Give the event log of an Intel TD.' });
  }
  return sizes;
}

function readEvent(reader: Reader, index: number, sizes: ReadonlyMap<number, number>): LogEvent {
  const { offset } = reader;
  reader.enter('event', index);
  const register = registerOf(reader.u32('the register'), index);
  const type = reader.u32('the type');
  const count = reader.u32('the number of digests');
  let digest: Sha384 | undefined;
  for (let taken = 0; taken < count; taken++) {
    const algorithm = reader.u16('a digest');
    const size = sizes.get(algorithm);
    if (size === undefined) {
      const message = `event ${index} has a digest of algorithm ${hex(algorithm)}, which the header does not declare`;
      throw new DataError('bad-event-log', message, LOG);
    }
    const value = reader.take(size, 'a digest');
    if (algorithm === SHA384_ID) digest ??= hexOf(value);
  }
  if (digest === undefined && type !== EVENT.noAction) {
    const message = `event ${index} has no digest of SHA-384: it cannot be replayed`;
    throw new DataError('bad-event-log', message, LOG);
  }
  const data = reader.take(reader.u32('the size'), 'the data');
  return { index, offset, register, type, name: eventName(type), ...given({ digest }), data };
}

function registerOf(mrIndex: number, index: number): Register {
  const register = REGISTERS[mrIndex];
  if (register !== undefined) return register;
  const message = `event ${index} is of register ${mrIndex}; a TD has 0 (MRTD) to 4 (RTMR3): is it the log of a TPM?`;
  throw new DataError('bad-event-log', message, LOG);
}

/** At the end of the data, or where the fill begins. */
function atFill(bytes: Uint8Array, { offset, left }: Reader): boolean {
  const next = bytes.subarray(offset, offset + Math.min(left, FILL_BYTES));
  return FILLS.some((fill) => next.every((byte) => byte === fill));
}

function text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

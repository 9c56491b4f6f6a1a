/** Finds what a TD says of itself in what people have: a file of any of the usual forms, told apart by its content. */

import { parsedJson } from '../words/json.ts';
import { type EventLog, isEventLog, parseEventLog } from './event-log.ts';
import { bytesOfText, isText } from './input-text.ts';
import { isByte, isEventList, isFields, readEventList } from './listed-events.ts';
import { REGISTERS, type Register } from './names.ts';
import { DataError } from './reader.ts';
import type { Sha384 } from './registers.ts';
import { REPORT_BYTES } from './report.ts';
import { TEE_TDX } from './td-info.ts';
import { isTpm2Eventlog, readTpm2Eventlog } from './tpm2-eventlog.ts';

/** The parts that a file was found to hold; of each kind the first one counts. */
export interface Evidence {
  readonly log?: EventLog;
  /** The 1024 bytes of a TDREPORT. */
  readonly report?: Uint8Array;
  readonly quote?: Uint8Array;
  /** There is a place for a quote, with nothing in it: all of the file, or a field of this name. */
  readonly emptyQuote?: true;
  /** Registers as tdx-measure and dstack-mr write them. */
  readonly registers?: Partial<Readonly<Record<Register, Sha384>>>;
}

/** Objects within objects, and texts within texts. */
const DEEPEST = 8;
/** The header of an Azure HCL report, before its TDREPORT (openhcl: attestation report header). */
const HCL = { magic: Buffer.from('HCLA'), report: 0x20 } as const;
/** As the Confidential Containers agent, dstack, Azure and Linux name a quote. */
const QUOTE_FIELD = /^(?:(?:td_?)?quote|outblob)$/i;
const REGISTER = /^[0-9a-f]{96}$/i;

/**
 * Looks for event logs, TDREPORTs, quotes and registers: in binary form, as hex, base64 or a dump, in JSON (go-eventlog,
 * trustee, dstack, tdx-measure, the Confidential Containers agent) and YAML (tpm2_eventlog), in Azure's HCL report.
 * @returns without log, report, quote and registers where nothing is found
 * @throws DataError where a listed event log is damaged; code `too-large` for more JSON or YAML than is read
 */
export function findEvidence(bytes: Uint8Array): Evidence {
  if (bytes.every((byte) => byte === 0x20 || (byte >= 9 && byte <= 13))) return { emptyQuote: true };
  return inBytes(bytes, 0);
}

function inBytes(bytes: Uint8Array, depth: number): Evidence {
  if (depth > DEEPEST) return {};
  if (isEventLog(bytes)) return { log: parseEventLog(bytes) };
  if (isReport(bytes)) return { report: bytes.subarray(0, REPORT_BYTES) };
  if (isQuote(bytes)) return { quote: bytes };
  if (HCL.magic.equals(bytes.subarray(0, 4)))
    return inBytes(bytes.subarray(HCL.report, HCL.report + REPORT_BYTES), depth + 1);
  return isText(bytes) ? inText(Buffer.from(bytes).toString('latin1'), depth + 1) : {};
}

function inText(text: string, depth: number): Evidence {
  const spelled = bytesOfText(text);
  if (spelled !== undefined) return inBytes(spelled, depth);
  if (/^\s*[[{]/.test(text)) return inValue(parsedJson(requireShort(text, 'JSON')), depth);
  return isTpm2Eventlog(text) ? inValue(readTpm2Eventlog(requireShort(text, 'YAML')), depth) : {};
}

function inValue(value: unknown, depth: number): Evidence {
  if (depth > DEEPEST) return {};
  if (isEventList(value)) return { log: readEventList(value) };
  if (typeof value === 'string') return inText(value, depth + 1);
  if (Array.isArray(value)) return isByteList(value) ? inBytes(Uint8Array.from(value), depth + 1) : {};
  if (!isFields(value)) return {};
  const registers = registersIn(value);
  const found = Object.entries(value).map(([name, part]) =>
    QUOTE_FIELD.test(name) && (part === '' || part === null)
      ? { emptyQuote: true }
      : inValue(part, depth + 1),
  );
  // What stands first counts.
  return Object.assign({}, ...found.toReversed(), registers === undefined ? {} : { registers }) as Evidence;
}

function registersIn(fields: Readonly<Record<string, unknown>>): Evidence['registers'] {
  const found = REGISTERS.flatMap((register) => {
    const value = fields[register] ?? fields[register.toUpperCase()];
    return typeof value === 'string' && REGISTER.test(value) ? [[register, value.toLowerCase()]] : [];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** The TEE type is the first byte of a TDREPORT, and of bytes 4 to 7 of a quote. */
function isReport(bytes: Uint8Array): boolean {
  return bytes.length === REPORT_BYTES && bytes[0] === TEE_TDX;
}

/** Version 4 or 5, of a TD. */
function isQuote(bytes: Uint8Array): boolean {
  return (bytes[0] === 4 || bytes[0] === 5) && bytes[1] === 0 && bytes[4] === TEE_TDX && bytes[5] === 0;
}

function isByteList(value: readonly unknown[]): value is readonly number[] {
  return value.length >= 32 && value.every(isByte);
}

/** Characters: parsed JSON takes up to 60 times as many bytes of memory. */
const LONGEST = 0x20_0000;

function requireShort(text: string, form: string): string {
  if (text.length <= LONGEST) return text;
  throw new DataError('too-large', `${text.length} characters of ${form}; at most ${LONGEST} are read`, {
    hint: 'Give the event log, the report or the quote alone.',
  });
}

/** `tdx-boot measure log`, `report` and `quote`: read and check offline what a TD says of itself. */

import { type EventLog, isCcelTable, parseCcelTable, parseEventLog, replayLog } from '../tdx/event-log.ts';
import { checkDigest, describeEvent } from '../tdx/event-text.ts';
import { describeExplanation, explainDifference } from '../tdx/explain.ts';
import { hex } from '../tdx/format.ts';
import { RTMRS, type Rtmr } from '../tdx/names.ts';
import { parseQuote, type TdQuote } from '../tdx/quote.ts';
import { DataError, hexOf } from '../tdx/reader.ts';
import { type Comparison, compareRegisters } from '../tdx/registers.ts';
import { parseReport, type TdReport } from '../tdx/report.ts';
import type { Flags, TdInfo } from '../tdx/td-info.ts';
import { UsageError } from '../words/errors.ts';
import { EXIT, type Streams } from './context.ts';
import { inFile, readInput } from './files.ts';
import { table } from './table.ts';
import type { Verification } from './verify-quote.ts';

interface JsonFlag {
  readonly json?: true;
}

export interface QuoteFlags extends JsonFlag {
  /** File with the collateral that verifies the signature. */
  readonly verify?: string;
  readonly at?: Date;
}

/** `tdx-boot measure log`. Exits 1 when a digest is not of its data, or the replay differs from what the TD reports. */
export function log(file: string, flags: JsonFlag & { report?: string }, { out }: Streams): number {
  const bytes = readInput(file, 'the event log');
  if (isCcelTable(bytes)) refuseTable(file, bytes);
  const parsed = inFile(file, () => parseEventLog(bytes));
  const rtmrs = replayLog(parsed);
  const events = parsed.events.map((event) => ({
    ...event,
    check: checkDigest(event),
    text: describeEvent(event),
  }));
  const reported = flags.report === undefined ? undefined : readEvidence(flags.report);
  const compared = reported === undefined ? [] : compareRtmrs(parsed, rtmrs, reported);
  if (flags.json === true) {
    const json = {
      events: events.map(({ data, ...event }) => ({ ...event, data: hexOf(data) })),
      rtmrs,
      compared,
    };
    out.json(json);
  } else {
    const rows = events.map(({ index, register, name, digest, check, text }) => [
      ...[String(index), register, name, digest?.slice(0, 16) ?? 'none', CHECKS[check], text],
    ]);
    const lines = [
      ...table([['#', 'register', 'event', 'digest', 'of its data', 'what'], ...rows]),
      '',
      ...table(RTMRS.map((register) => [register, rtmrs[register]])),
      ...compared.flatMap(describeComparison),
    ];
    out.lines(lines);
  }
  const sound = events.every(({ check }) => check !== 'differs');
  return sound && compared.every(({ verdict }) => verdict === 'equal') ? EXIT.passed : EXIT.failed;
}

/** `tdx-boot measure report`. Exits 1 when a hash does not match its part of the report. */
export function report(file: string, flags: JsonFlag, { out }: Streams): number {
  const bytes = readInput(file, 'the TDREPORT');
  const parsed = inFile(file, () => parseReport(bytes));
  const { teeInfoHash, teeTcbInfoHash } = parsed.checks;
  const rows = [
    ['TEE_INFO_HASH', teeInfoHash ? 'matches TDINFO' : 'DOES NOT MATCH: a field of the TD was changed'],
    [
      'TEE_TCB_INFO_HASH',
      teeTcbInfoHash ? 'matches TEE_TCB_INFO' : 'DOES NOT MATCH: a field of the module was changed',
    ],
  ];
  print(parsed, [...rows, ...infoRows(parsed)], flags, out);
  return teeInfoHash && teeTcbInfoHash ? EXIT.passed : EXIT.failed;
}

/** `tdx-boot measure quote`. */
export async function quote(file: string, flags: QuoteFlags, { out }: Streams): Promise<number> {
  const bytes = readInput(file, 'the quote');
  const parsed = inFile(file, () => parseQuote(bytes));
  const { version, body, signatureBytes, trailingBytes } = parsed;
  const { verify, at = new Date() } = flags;
  const verified =
    verify === undefined ? undefined : (await import('./verify-quote.ts')).verifyQuote(bytes, verify, at);
  const rows = [
    ['version', `${version}, ${body} body`],
    ['signature', `${signatureBytes} bytes, ${describeVerification(verified)}`],
    ...(trailingBytes === 0 ? [] : [['padding', `${trailingBytes} bytes after the signature`]]),
  ];
  const json = verified === undefined ? parsed : { ...parsed, verification: verified };
  print(json, [...rows, ...infoRows(parsed)], flags, out);
  return verified?.valid === false ? EXIT.failed : EXIT.passed;
}

function describeVerification(verified: Verification | undefined): string {
  if (verified === undefined) return 'not verified';
  const { valid, status, advisories } = verified;
  const said = [status, ...advisories].join(', ');
  return valid ? `verified: ${said}` : `NOT VALID: ${said}`;
}

const CHECKS = { matches: 'yes', differs: 'NO', 'not-in-log': '-' } as const;

function refuseTable(file: string, bytes: Uint8Array): never {
  const { length, address } = inFile(file, () => parseCcelTable(bytes));
  const message = `this is the ACPI table, which says that the log has ${length} bytes at ${hex(address)}`;
  throw new UsageError('not-the-log', message, {
    where: file,
    hint: 'Give the log itself: /sys/firmware/acpi/tables/data/CCEL.',
  });
}

/** Reads a TDREPORT, or a quote where the bytes are not a TDREPORT. */
function readEvidence(file: string): TdReport | TdQuote {
  const bytes = readInput(file, 'the report');
  return inFile(file, () => {
    try {
      return parseReport(bytes);
    } catch (error) {
      if (!(error instanceof DataError) || bytes[0] === 0x81) throw error;
      return parseQuote(bytes);
    }
  });
}

interface Explained extends Comparison {
  readonly explanation: string;
}

function compareRtmrs(
  parsed: EventLog,
  replayed: Readonly<Record<Rtmr, string>>,
  reported: TdInfo,
): Explained[] {
  const compared = compareRegisters(replayed, reported);
  return RTMRS.flatMap((rtmr) =>
    compared
      .filter(({ register }) => register === rtmr)
      .map((row) => {
        const explanation = explainDifference(parsed.events, rtmr, reported[rtmr]);
        return { ...row, explanation: describeExplanation(explanation, rtmr) };
      }),
  );
}

function describeComparison({ register, observed, verdict, explanation }: Explained): string[] {
  if (verdict === 'equal') return [`${register}: the report has the same value`];
  return [`${register}: DIFFERENT, the report has ${observed}`, `  ${explanation}`];
}

function infoRows(info: TdReport | TdQuote): string[][] {
  const { mrtd, rtmr0, rtmr1, rtmr2, rtmr3, mrconfigid, mrowner, mrownerconfig, mrseam, reportData } = info;
  return [
    ['attributes', spelled(info.attributes)],
    ...(info.debug ? [['', 'DEBUG: the host can read this TD; nothing that it says is to be trusted']] : []),
    ['XFAM', spelled(info.xfam)],
    ...Object.entries({ mrtd, rtmr0, rtmr1, rtmr2, rtmr3, mrconfigid, mrowner, mrownerconfig, mrseam }),
    ['report data', reportData],
  ];
}

function spelled({ hex: digits, names }: Flags): string {
  return `${digits}  ${names.length === 0 ? '-' : names.join(' ')}`;
}

function print(
  value: object,
  rows: readonly (readonly string[])[],
  { json }: JsonFlag,
  out: Streams['out'],
): void {
  if (json === true) out.json(value);
  else out.lines(table(rows));
}

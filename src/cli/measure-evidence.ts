/** `tdx-boot measure log`, `report` and `quote`: read and check offline what a TD says of itself. */

import { inFile } from '../process/bounded-file.ts';
import { checkEvents, type EventCheck } from '../tdx/event-check.ts';
import { type EventLog, isCcelTable, parseCcelTable, parseEventLog, replayLog } from '../tdx/event-log.ts';
import { type Evidence, findEvidence } from '../tdx/evidence.ts';
import { describeExplanation, explainDifference } from '../tdx/explain.ts';
import { hex } from '../tdx/format.ts';
import { isText } from '../tdx/input-text.ts';
import { type Register, RTMRS, type Rtmr } from '../tdx/names.ts';
import { parseQuote, type TdQuote } from '../tdx/quote.ts';
import { hexOf } from '../tdx/reader.ts';
import { type Comparison, compareRegisters, type Sha384 } from '../tdx/registers.ts';
import { parseReport, type TdReport } from '../tdx/report.ts';
import { type Flags, TEE_TDX } from '../tdx/td-info.ts';
import { UsageError } from '../words/errors.ts';
import { EXIT, type Streams } from './context.ts';
import { readInput } from './files.ts';
import { eventLogAt } from './recorded-log.ts';
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
export function log(path: string, flags: JsonFlag & { report?: string }, { out }: Streams): number {
  const file = eventLogAt(path);
  const bytes = readInput(file, 'the event log');
  if (isCcelTable(bytes)) refuseTable(file, bytes);
  const evidence = inFile(file, () => findEvidence(bytes));
  const parsed = evidence.log ?? inFile(file, () => parseEventLog(requireBinary(bytes, 'event log')));
  const rtmrs = replayLog(parsed);
  const checks = checkEvents(parsed.events);
  const reported = flags.report === undefined ? registersOf(file, evidence) : readReported(flags.report);
  const compared = reported === undefined ? [] : compareRtmrs(parsed, rtmrs, reported);
  if (flags.json === true) {
    const events = parsed.events.map(({ data, ...event }, place) => {
      const { digest: check, ...said } = checks[place] ?? NOT_CHECKED;
      return { ...event, check, ...said, data: hexOf(data) };
    });
    out.json({ events, rtmrs, compared });
  } else {
    const rows = parsed.events.map(({ index, register, name, digest }, place) => {
      const check = checks[place] ?? NOT_CHECKED;
      return [
        String(index),
        register,
        name,
        digest?.slice(0, 16) ?? 'none',
        CHECKS[check.digest],
        check.text,
      ];
    });
    out.lines([
      ...table([['#', 'register', 'event', 'digest', 'of its data', 'what'], ...rows], out.columns),
      ...describeUnchecked(checks),
      '',
      ...table(RTMRS.map((register) => [register, rtmrs[register]])),
      ...compared.flatMap(describeComparison),
    ]);
  }
  const sound = checks.every(({ digest }) => digest !== 'differs');
  return sound && compared.every(({ decides, verdict }) => !decides || verdict === 'equal')
    ? EXIT.passed
    : EXIT.failed;
}

/** `tdx-boot measure report`. Exits 1 when a hash does not match its part of the report. */
export function report(file: string, flags: JsonFlag, { out }: Streams): number {
  const bytes = readInput(file, 'the TDREPORT');
  const parsed = inFile(file, () =>
    parseReport(findEvidence(bytes).report ?? requireBinary(bytes, 'TDREPORT')),
  );
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
  const given = readInput(file, 'the quote');
  const bytes = inFile(file, () => quoteOf(findEvidence(given)) ?? requireBinary(given, 'quote'));
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
  const moved = Object.entries(parsed.migration ?? {}).map(([name, value]) => [`migration ${name}`, value]);
  print(json, [...rows, ...infoRows(parsed), ...moved], flags, out);
  return verified?.valid === false ? EXIT.failed : EXIT.passed;
}

/** Without bytes where there is a place for one alone: parseQuote() says what that means. */
function quoteOf({ quote: bytes, emptyQuote }: Evidence): Uint8Array | undefined {
  return bytes ?? (emptyQuote === true ? new Uint8Array() : undefined);
}

function describeVerification(verified: Verification | undefined): string {
  if (verified === undefined) return 'not verified';
  const { valid, status, advisories } = verified;
  const said = [status, ...advisories].join(', ');
  return valid ? `verified: ${said}` : `NOT VALID: ${said}`;
}

/** What the log cannot show, with the reason for each event. */
function describeUnchecked(checks: readonly EventCheck[]): string[] {
  const reasons = new Map<string, number[]>();
  for (const [index, { reason }] of checks.entries()) {
    if (reason !== undefined) reasons.set(reason, [...(reasons.get(reason) ?? []), index]);
  }
  if (reasons.size === 0) return [];
  const lines = [...reasons].map(([reason, events]) => `  ${listOf(events)}: ${reason}`);
  return ['', '-: the digest is not of the data beside it', ...lines];
}

/** The most numbers that are listed. */
const MOST_LISTED = 20;

function listOf(numbers: readonly number[]): string {
  const more = numbers.length - MOST_LISTED;
  const listed = numbers.slice(0, MOST_LISTED).join(', ');
  return more > 0 ? `${listed} and ${more} more` : listed;
}

const CHECKS = { matches: 'yes', differs: 'NO', 'not-in-log': '-' } as const;
const NOT_CHECKED: EventCheck = { digest: 'not-in-log', text: '' };

function refuseTable(file: string, bytes: Uint8Array): never {
  const { length, address } = inFile(file, () => parseCcelTable(bytes));
  const message = `this is the ACPI table, which says that the log has ${length} bytes at ${hex(address)}`;
  throw new UsageError('not-the-log', message, {
    where: file,
    hint: 'Give the log itself: /sys/firmware/acpi/tables/data/CCEL.',
  });
}

/** Text in which nothing was found has no sense in binary form. */
function requireBinary(bytes: Uint8Array, what: string): Uint8Array {
  if (!isText(bytes)) return bytes;
  throw new UsageError('nothing-found', `this text holds no ${what}`, {
    hint: 'Give it in binary form, in hex, base64 or as xxd prints it, or in JSON of the usual tools: see docs/measure.md.',
  });
}

type Registers = Partial<Readonly<Record<Register, Sha384>>>;

/** The registers beside a log in the same file; undefined where there are none. */
function registersOf(
  file: string,
  { report: tdReport, quote: tdQuote, registers }: Evidence,
): Registers | undefined {
  return inFile(file, () => {
    if (tdReport !== undefined) return parseReport(tdReport);
    return tdQuote === undefined ? registers : parseQuote(tdQuote);
  });
}

/** What a TDREPORT, a quote, or the registers of another tool say. */
function readReported(file: string): Registers {
  const bytes = readInput(file, 'the report');
  const found = inFile(file, () => findEvidence(bytes));
  const registers = registersOf(file, found);
  if (registers !== undefined) return registers;
  return inFile(file, () => {
    const none = quoteOf(found);
    if (none !== undefined) return parseQuote(none);
    const binary = requireBinary(bytes, 'TDREPORT or quote');
    return bytes[0] === TEE_TDX ? parseReport(binary) : parseQuote(binary);
  });
}

interface Explained extends Comparison {
  readonly explanation: string;
  /** RTMR3 decides nothing: user space extends it without an entry in the CCEL (Linux since 6.16, dstack, agents). */
  readonly decides: boolean;
}

function compareRtmrs(
  parsed: EventLog,
  replayed: Readonly<Record<Rtmr, string>>,
  reported: Registers,
): Explained[] {
  const compared = compareRegisters(replayed, reported);
  return RTMRS.flatMap((rtmr) =>
    compared
      .filter(({ register, observed }) => register === rtmr && observed !== undefined)
      .map((row) => {
        const explanation = explainDifference(parsed.events, rtmr, row.observed ?? '');
        const decides = rtmr !== 'rtmr3';
        return { ...row, explanation: describeExplanation(explanation, rtmr), decides };
      }),
  );
}

function describeComparison({ register, observed, verdict, explanation, decides }: Explained): string[] {
  if (verdict === 'equal') return [`${register}: the report has the same value`];
  if (decides) return [`${register}: DIFFERENT, the report has ${observed}`, `  ${explanation}`];
  return [
    `${register}: the report has ${observed}`,
    '  user space may extend it at run time without an entry in this log; it decides nothing here',
  ];
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
  else out.lines(table(rows, out.columns));
}

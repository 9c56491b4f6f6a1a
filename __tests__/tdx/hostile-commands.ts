/** A program that does with a log or an image what the commands and the judge do, and prints as JSON what that has cost. */

import { readFileSync } from 'node:fs';
import { checkMetadata } from '../../src/tdx/check.ts';
import { compareLogs } from '../../src/tdx/compare-logs.ts';
import { checkEvents } from '../../src/tdx/event-check.ts';
import { parseEventLog, replayLog } from '../../src/tdx/event-log.ts';
import { findEvidence } from '../../src/tdx/evidence.ts';
import { explainDifference } from '../../src/tdx/explain.ts';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { RTMRS } from '../../src/tdx/names.ts';
import { possibleEvents, possibleMrtds, possibleRtmrs } from '../../src/tdx/possible-values.ts';
import { registerPredictor } from '../../src/tdx/register-prediction.ts';

/** Everything that `measure log --report` and the judge do with a log, in any of its forms. */
function logCommand(bytes: Uint8Array): void {
  const log = findEvidence(bytes).log ?? parseEventLog(bytes);
  replayLog(log);
  checkEvents(log.events);
  for (const rtmr of RTMRS) explainDifference(log.events, rtmr, 'cd'.repeat(48));
}

/** Everything that `measure diff` does with a log beside a log of as many events of another type. */
function diffCommand(bytes: Uint8Array): void {
  const { events } = parseEventLog(bytes);
  compareLogs(
    events,
    events.map((event) => ({ ...event, type: event.type + 1 })),
  );
}

/** Everything that `measure FIRMWARE` and a run do with an image. */
function imageCommand(image: Uint8Array): void {
  const metadata = parseMetadata(image);
  checkMetadata(metadata, image);
  const known = { image, metadata, memory: 1n << 31n };
  possibleMrtds(known);
  possibleRtmrs(known);
  possibleEvents(known);
  registerPredictor(known)('mrtd');
}

const COMMANDS = { log: logCommand, diff: diffCommand, image: imageCommand } as const;
export type CommandName = keyof typeof COMMANDS;

export interface Cost {
  /** By how many bytes the memory of the process has risen at most. */
  readonly bytes: number;
  /** CPU time in microseconds. */
  readonly cpu: number;
  /** The error that has refused the input. */
  readonly refused?: { readonly code: unknown; readonly text: string };
}

/** Bytes of memory that this process has had at most. */
function peak(): number {
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1')) ?? [];
  return Number(kilobytes) * 1024;
}

function costOf(command: CommandName, file: string): Cost {
  const before = { bytes: peak(), cpu: process.cpuUsage() };
  const refused = refusalOf(() => COMMANDS[command](readFileSync(file)));
  const { user, system } = process.cpuUsage(before.cpu);
  return { bytes: peak() - before.bytes, cpu: user + system, ...(refused && { refused }) };
}

function refusalOf(body: () => void): Cost['refused'] {
  try {
    body();
    return undefined;
  } catch (error) {
    return { code: (error as { code?: unknown }).code, text: String(error) };
  }
}

const [, , name = '', file = ''] = process.argv;
process.stdout.write(JSON.stringify(costOf(name as CommandName, file)));

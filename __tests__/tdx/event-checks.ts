/** Events of a log, and what is said of their digests. */

import { createHash } from 'node:crypto';
import { checkEvents, type EventCheck } from '../../src/tdx/event-check.ts';
import { parseEventLog } from '../../src/tdx/event-log.ts';
import { buildLog, type EventSpec } from './log-builder.ts';

export type Bytes = Uint8Array | string;

export const bytes = (data: Bytes): Buffer =>
  typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data);
export const wide = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le');
export const digest = (data: Bytes): string => createHash('sha384').update(bytes(data)).digest('hex');

export function checksOf(...events: readonly EventSpec[]): EventCheck[] {
  return checkEvents(parseEventLog(buildLog({ events })).events);
}

/** Which streams a pattern of the scenario listens to, and on which a row of the catalog speaks. */

import { isGuestStream, isRunStream, type StreamName } from '../words/words.ts';
import type { Milestone, Signature } from './signature.ts';

export function listens(wanted: StreamName | undefined, stream: StreamName): boolean {
  return wanted === undefined ? isGuestStream(stream) || isRunStream(stream) : wanted === stream;
}

/** What a command prints is no sign of how the boot goes, but may be evidence of a Trust Domain (`dmesg`). */
export function speaks(entry: Signature | Milestone, stream: StreamName): boolean {
  const { streams } = entry;
  if (isRunStream(stream)) return 'evidence' in entry && entry.evidence === true;
  return streams === undefined ? isGuestStream(stream) : streams.includes(stream);
}

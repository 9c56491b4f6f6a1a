/** How a run is written down: one line of events.jsonl for each machine event, the bytes in one file per stream. */

import type { StreamName } from '../scenario/words.ts';
import type { MachineEvent } from './events.ts';

/** `output` names the stream whose next `n` bytes (in `<stream>.raw`) were read at time `t`. */
export type RecordedEvent =
  | { readonly t: number; readonly output: StreamName; readonly n: number }
  | { readonly t: number; readonly event: Exclude<MachineEvent, { type: 'output' | 'input' }> }
  | { readonly t: number; readonly input: StreamName; readonly text: string };

export const EVENTS_FILE = 'events.jsonl';

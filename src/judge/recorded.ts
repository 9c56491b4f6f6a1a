/** How a run is written down: one line of events.jsonl for each machine event, the bytes in one file per stream. */

import * as z from 'zod';
import { REGISTERS } from '../tdx/registers.ts';
import type { StreamName } from '../words/words.ts';
import type { MachineEvent } from './events.ts';

/** `output` names the stream whose next `n` bytes (in `<stream>.raw`) were read at time `t`. */
export type RecordedEvent =
  | { readonly t: number; readonly output: StreamName; readonly n: number }
  | { readonly t: number; readonly event: Exclude<MachineEvent, { type: 'output' | 'input' }> }
  | { readonly t: number; readonly input: StreamName; readonly text: string };

export const EVENTS_FILE = 'events.jsonl';

const sha384 = z.string().regex(/^[0-9a-f]{96}$/);
const prediction = z.object({
  values: z.array(
    z.object({
      value: sha384,
      by: z.array(z.string()),
      events: z.array(
        z.object({ register: z.enum(REGISTERS), name: z.string(), text: z.string(), digest: sha384 }),
      ),
    }),
  ),
  suspects: z.array(z.object({ value: sha384, text: z.string() })),
});

/** What a recording says that the registers had to hold. Recordings are sent around: whoever reads one checks it. */
export const recordedPredictions = z.partialRecord(z.enum(REGISTERS), prediction);

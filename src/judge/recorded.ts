/** How a run is written down: one line of events.jsonl for each machine event, the bytes in one file per stream. */

import * as z from 'zod';
import { REGISTERS } from '../tdx/names.ts';
import { once } from '../words/once.ts';
import { PLATFORMS, STREAMS, type StreamName } from '../words/words.ts';
import { bootedSchema, digestsSchema } from './booted.ts';
import { ABORT_CAUSES, COMMAND_ENDS, type MachineEvent, VM_STATES } from './events.ts';

/** `output` names the stream whose next `n` bytes (in `<stream>.raw`) were read at time `t`. */
export type RecordedEvent =
  | { readonly t: number; readonly output: StreamName; readonly n: number }
  | { readonly t: number; readonly event: Exclude<MachineEvent, { type: 'output' | 'input' }> }
  | { readonly t: number; readonly input: StreamName; readonly text: string };

export const EVENTS_FILE = 'events.jsonl';
/** The marker that ends an asciicast which would have been longer than the output limit. */
export const CAST_CUT = 'tdx-boot: not shown any further; the .raw files have all';

const runStream = once(() => z.templateLiteral(['run-', z.int().positive()]));
/** The name of a stream, in recordings and results. */
export const streamName = once(() => z.union([z.enum(STREAMS), runStream()]));

/** Made when a recording is read: most commands read none. */
const forms = once(() => {
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

  // What a recording says that the registers had to hold. Recordings are sent around: whoever reads one checks it.
  const recordedPredictions = z.partialRecord(z.enum(REGISTERS), prediction);

  const time = z.number().nonnegative();
  const machineEvent = z.discriminatedUnion('type', [
    z.object({
      type: z.literal('launch'),
      time,
      argv: z.array(z.string()),
      pid: z.number(),
      platform: z.enum(PLATFORMS).optional(),
      booted: bootedSchema().optional(),
      silenceExpected: z.string().optional(),
      bootTime: z.object({ most: z.number(), text: z.string() }).optional(),
      predictions: recordedPredictions.optional(),
    }),
    z.object({ type: z.literal('vm'), time, state: z.enum(VM_STATES), detail: z.string() }),
    z.object({ type: z.literal('cpu'), time, busy: z.number() }),
    z.object({ type: z.literal('held'), time, ms: z.number() }),
    z.object({ type: z.literal('agent'), time, state: z.enum(['ready', 'broken']), detail: z.string() }),
    z.object({
      type: z.literal('command'),
      time,
      stream: runStream(),
      how: z.enum(COMMAND_ENDS),
      value: z.string(),
    }),
    z.object({ type: z.literal('exit'), time, code: z.number().nullable(), signal: z.string().nullable() }),
    z.object({
      type: z.literal('abort'),
      time,
      cause: z.enum(ABORT_CAUSES),
      message: z.string(),
      hint: z.string().optional(),
    }),
    z.object({
      type: z.literal('end-of-log'),
      time,
      sha256: digestsSchema().optional(),
      lines: z.int().nonnegative().optional(),
    }),
  ]);

  return {
    output: z.object({ t: time, output: streamName(), n: z.int().nonnegative() }),
    input: z.object({ t: time, input: streamName(), text: z.string() }),
    event: z.object({ t: time, event: machineEvent }),
  };
});

/** Checks one line of events.jsonl, as JSON. Says what is wrong and where: `event.argv: Invalid input: …`. */
export function problemOfEvent(value: unknown): string | undefined {
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value;
  const { output, input, event } = forms();
  const form = has('output') ? output : has('input') ? input : event;
  const issue = form.safeParse(value).error?.issues[0];
  return issue === undefined ? undefined : `${issue.path.join('.') || 'line'}: ${issue.message}`;
}

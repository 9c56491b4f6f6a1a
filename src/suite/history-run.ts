/** What the history keeps of a run: enough to compare boots without their recordings. */

import * as z from 'zod';
import { REGISTERS } from '../tdx/names.ts';
import { PHASES, PLATFORMS, SEVERITIES } from '../words/words.ts';

export const HISTORY_VERSION = 1;

/** Where a source of a measurement stands in {@link HistoryRun.sources}: files by their role, and what is no file. */
export const SOURCES = [
  'firmware',
  'firmware-vars',
  'kernel',
  'initrd',
  'disk',
  'cmdline',
  'machine',
  'vmm',
] as const;
export type SourceName = (typeof SOURCES)[number];

export const historyRunSchema = z
  .strictObject({
    version: z.literal(HISTORY_VERSION),
    scenario: z.string(),
    platform: z.enum(PLATFORMS),
    start: z.iso.datetime().nullable().describe('When the run began, in UTC; null: not known'),
    tdxBoot: z.string().nullable().describe('Version of tdx-boot'),
    job: z
      .strictObject({ repository: z.string(), commit: z.string(), url: z.string().nullable() })
      .nullable()
      .describe('Of a CI system; null: no job'),
    host: z
      .strictObject({ cpu: z.string().nullable(), kernel: z.string() })
      .nullable()
      .describe('Times of different CPUs are not compared'),
    verdict: z.enum(['passed', 'failed', 'errored']).describe('Of the last attempt'),
    flaky: z.boolean().describe('Passed after an attempt that did not'),
    reason: z.string(),
    phase: z
      .enum(PHASES)
      .describe('The furthest phase that was reached, by the failure of a run that failed'),
    time: z.number().nonnegative().describe('Milliseconds from the start of the VMM to the verdict'),
    phases: z.array(
      z.strictObject({ phase: z.enum(PHASES), duration: z.number().nonnegative().describe('Milliseconds') }),
    ),
    cause: z
      .strictObject({ id: z.string(), title: z.string(), phase: z.enum(PHASES) })
      .nullable()
      .describe('Of the diagnosis: where and why the boot stopped'),
    findings: z
      .array(z.strictObject({ id: z.string(), title: z.string(), severity: z.enum(SEVERITIES) }))
      .describe('The first of each kind, without those that the scenario allows'),
    tests: z
      .strictObject({ passed: z.int().nonnegative(), failed: z.array(z.string()) })
      .describe(
        'Of the KTAP and TAP reports: tests without subtests; names have those of the tests above before them',
      ),
    sources: z
      .partialRecord(z.enum(SOURCES), z.string().nullable())
      .describe('What was booted: SHA-256 of files, else the value; null: a file whose digest is not known'),
    registers: z.partialRecord(z.enum(REGISTERS), z.string()).describe('As the guest showed them'),
  })
  .describe('One line of a history: one run of tdx-boot');

export type HistoryRun = z.infer<typeof historyRunSchema>;

/** Runs with the same key are of one scenario. */
export function scenarioKey({ scenario, platform }: HistoryRun): string {
  return JSON.stringify([scenario, platform]);
}

/** The JSON Schema (draft 2020-12) of a line; committed as schema/history.schema.json. */
export function historyJsonSchema(): unknown {
  return z.toJSONSchema(historyRunSchema);
}

/** Where a recording comes from: which tdx-boot ran which scenario, when, on which host, in which job. */

import * as z from 'zod';
import { once } from '../words/once.ts';

/** In a recording: the origin, and the scenario that was run. */
export const ORIGIN_FILE = 'origin.json';
export const SCENARIO_FILE = 'scenario.yml';
/** Which file, or which option, says each value of the scenario. */
export const PLACES_FILE = 'places.json';

/** Made when an origin is read: most commands read none. */
export const originSchema = once(() =>
  z.strictObject({
    version: z.literal(1),
    tdxBoot: z.string().describe('Version of tdx-boot'),
    start: z.iso.datetime().describe('When the run began, in UTC'),
    scenario: z.strictObject({ file: z.string().describe('As messages name it'), name: z.string() }),
    host: z.strictObject({
      os: z.string().nullable(),
      kernel: z.string(),
      cpu: z.string().nullable(),
      cpus: z.int(),
      memory: z.int().describe('Bytes'),
    }),
    job: z
      .strictObject({
        repository: z.string(),
        commit: z.string(),
        ref: z.string().nullable(),
        workflow: z.string().nullable(),
        job: z.string().nullable(),
        run: z.string().nullable().describe('Number that names the run in the URL'),
        attempt: z.string().nullable(),
        url: z.string().nullable(),
      })
      .nullable()
      .describe('Of a CI system; null: no job'),
  }),
);

export type Origin = Readonly<z.infer<ReturnType<typeof originSchema>>>;
export type Job = NonNullable<Origin['job']>;

/** The suite file as its author writes it: the one definition behind validation and the editors' JSON Schema. */

import * as z from 'zod';
import { once } from '../words/once.ts';
import { withId } from '../words/schema-id.ts';

/** Made when a suite is read: most runs are of one scenario. */
export const suiteSchema = once(() => {
  const setting = z.union([z.string(), z.number(), z.boolean()]);
  const described =
    'Keys of the scenario and their values, as --set takes them: guest.cpus, platform, firmware.ref';
  const combination = z.record(z.string(), setting).describe(described);
  const whole = z.union([setting, z.array(z.unknown()), z.record(z.string(), z.unknown())]);
  const times = z.int().min(0).max(10);

  return z
    .strictObject({
      version: z.literal(1),
      name: z.string().min(1, 'is empty').optional().describe('Default: the file name'),
      scenarios: z
        .array(
          z.union([
            z.string().min(1, 'is empty'),
            z.strictObject({
              file: z.string().min(1, 'is empty').describe('A scenario file, a directory or a glob'),
              name: z.string().min(1, 'is empty').optional().describe('Default: the name of the scenario'),
              set: z.record(z.string(), whole).optional().describe(described),
            }),
          ]),
        )
        .min(1, 'is empty')
        .describe('Scenario files, directories and globs, relative to the suite file'),
      matrix: z
        .object({
          include: z
            .array(combination)
            .optional()
            .describe('Added to combinations, or combinations of their own'),
          exclude: z.array(combination).optional().describe('Combinations that are left out'),
        })
        .catchall(z.array(setting).min(1, 'is empty'))
        .optional()
        .describe('Each scenario is booted once for each combination of these values'),
      retry: z
        .union([
          times,
          z.strictObject({
            times,
            after: z.enum(['errored', 'failed']).optional().describe('Default: errored'),
          }),
        ])
        .optional()
        .describe(
          'Further attempts at a scenario that the host spoilt, or also at one that failed. Default: 0',
        ),
    })
    .describe('A tdx-boot suite: scenarios that are judged as one');
});

export type SuiteFile = z.infer<ReturnType<typeof suiteSchema>>;

/** The JSON Schema (draft 2020-12) of a suite file; committed as schema/suite.schema.json for editors. */
export function suiteJsonSchema(): unknown {
  return withId('suite', z.toJSONSchema(suiteSchema()));
}

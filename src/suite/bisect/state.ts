/** What a bisect has found so far, in bisect.json: for machines, and for the next process when this one is killed. */

import * as z from 'zod';

export const BISECT_FILE = 'bisect.json';
/** What `git bisect replay` takes. */
export const BISECT_LOG = 'bisect.log';

const commit = z.string().regex(/^[0-9a-f]{40,64}$/);

export const bisectSchema = z
  .strictObject({
    version: z.literal(1),
    scenario: z.string(),
    search: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe(
        'Digest of the scenario, both ends and the build command: the parts of one search have the same',
      ),
    source: z.string().describe('Directory or URL of the repository'),
    good: commit,
    bad: commit,
    build: z
      .string()
      .nullable()
      .describe('Command that builds the kernel; null: the firmware was built by its recipe'),
    tested: z
      .array(
        z.strictObject({
          commit,
          title: z.string(),
          mark: z.enum(['good', 'bad', 'skip']).describe('skip: it does not build'),
          why: z.string(),
          results: z
            .string()
            .nullable()
            .describe('Directory of its recording, relative to this file; null: none'),
        }),
      )
      .describe('In the order in which they were tested; after a search that was spread, parents first'),
    firstBad: z
      .array(commit)
      .describe(
        'One when it was found, several when only skipped ones are left, none while the search goes on',
      ),
  })
  .describe('A search of tdx-boot for the commit with which a scenario began to fail');

export type BisectState = z.infer<typeof bisectSchema>;

export function bisectJsonSchema(): unknown {
  return z.toJSONSchema(bisectSchema);
}

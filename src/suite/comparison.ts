/** What a comparison of runs says: the one definition behind `compare --format json` and its JSON Schema. */

import * as z from 'zod';
import { REGISTERS } from '../tdx/names.ts';
import { withId } from '../words/schema-id.ts';
import { PHASES, PLATFORMS } from '../words/words.ts';
import { SOURCES } from './history-run.ts';
import { CHANGES } from './statistics.ts';

/** What makes a comparison fail. */
export const REGRESSIONS = ['verdict', 'tests', 'measurements', 'time'] as const;
export type Regression = (typeof REGRESSIONS)[number];

const count = z.int().nonnegative();
const texts = z.array(z.string()).readonly();
const share = z.number().nullable();

const sideSchema = z
  .strictObject({
    runs: count,
    passed: count,
    failed: count,
    errored: count,
    cause: z
      .strictObject({ id: z.string(), title: z.string(), phase: z.enum(PHASES) })
      .nullable()
      .describe('Why the last run stopped; null: it passed'),
  })
  .describe('How many runs of a scenario ended how');

const findingSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  runs: count.describe('In how many runs of its side'),
});

const registerSchema = z.strictObject({
  register: z.enum(REGISTERS),
  before: texts,
  after: texts.describe('One at least was not seen before'),
  changed: z.array(z.enum(SOURCES)).readonly().describe('What the register measures and has changed, too'),
  state: z
    .enum(['explained', 'unexplained', 'not-known'])
    .describe('unexplained: all that it measures is known, and nothing of that changed'),
});

const quantileShape = {
  before: z.number().describe('In milliseconds'),
  after: z.number().describe('In milliseconds'),
  difference: z.number().describe('After less before, in milliseconds'),
  change: share.describe('0.1 is ten per cent longer; null: it took no time before'),
  interval: z
    .tuple([share, share])
    .readonly()
    .optional()
    .describe('Where the true change lies with 95 % confidence, by the bootstrap; absent: too few runs'),
};

const timeSchema = z
  .strictObject({
    what: z.enum(['whole boot', ...PHASES]),
    runs: z.tuple([count, count]).readonly().describe('How many times were compared, before and after'),
    ...quantileShape,
    p: z
      .number()
      .optional()
      .describe('How likely so large a difference of the quartiles is by chance; absent: too few runs'),
    median: z
      .strictObject(quantileShape)
      .describe('The same of the medians; of an even number of runs, the lower of the two in the middle'),
    verdict: z.enum(CHANGES).describe('By the lower quartiles; none-seen: no difference can be seen'),
  })
  .describe('before to p: of the lower quartiles; a quarter of the runs was as quick or quicker');

const scenarioSchema = z.strictObject({
  scenario: z.string(),
  formerly: z
    .string()
    .nullable()
    .describe('The name before, where two scenarios of different names are compared'),
  platform: z.enum(PLATFORMS),
  before: sideSchema,
  after: sideSchema,
  verdict: z
    .enum(['same', 'broken', 'fixed', 'still-failing', 'not-known'])
    .describe(
      'broken: the last judged run before did not fail, and one after does; not-known: the host spoilt every run of one side',
    ),
  sources: z.array(z.enum(SOURCES)).readonly().describe('What was booted that differs'),
  findings: z.strictObject({
    fresh: z.array(findingSchema).readonly(),
    gone: z.array(findingSchema).readonly(),
  }),
  tests: z
    .strictObject({
      failing: texts.describe('Failed in no run before'),
      fixed: texts,
      passedBefore: count.describe('The most that passed in one run'),
      passedAfter: count,
    })
    .describe('Of the KTAP and TAP reports'),
  registers: z.array(registerSchema).readonly().describe('Those with a new value'),
  times: z.array(timeSchema).readonly().describe('Of runs that passed on hosts with the same CPU'),
  otherHost: z.boolean().describe('Times are missing because no run before was on a host with this CPU'),
  regressions: z.array(z.enum(REGRESSIONS)).readonly().describe('What is worse'),
});

export const comparisonSchema = z
  .strictObject({
    version: z.literal(1),
    margin: z.number().describe('How much longer a boot may take: 0.05 is five per cent'),
    runsNeeded: count.describe('Runs on each side without which no difference of times can be seen'),
    verdict: z
      .enum(['passed', 'failed', 'errored'])
      .nullable()
      .describe(
        'failed: something is worse; errored: of a scenario the host spoilt every run of one side; null: nothing is compared yet, because the history begins with these runs',
      ),
    scenarios: z.array(scenarioSchema).readonly(),
    gone: texts.describe('Scenarios that have runs before only'),
    fresh: texts.describe('Scenarios that have runs after only'),
  })
  .describe('What tdx-boot compare --format json says of two sets of runs');

export type Comparison = Readonly<z.infer<typeof comparisonSchema>>;
export type ScenarioComparison = Comparison['scenarios'][number];
export type Side = z.infer<typeof sideSchema>;
export type VerdictChange = ScenarioComparison['verdict'];
export type FindingChange = z.infer<typeof findingSchema>;
export type RegisterChange = z.infer<typeof registerSchema>;
export type TimeRow = z.infer<typeof timeSchema>;

/** The JSON Schema (draft 2020-12) of a comparison; committed as schema/comparison.schema.json. */
export function comparisonJsonSchema(): unknown {
  return withId('comparison', z.toJSONSchema(comparisonSchema));
}

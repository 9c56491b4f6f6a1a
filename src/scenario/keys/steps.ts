/** Keys that say what the guest must show, must not show and may show. */

import * as z from 'zod';
import { duration, pattern, stream, when } from './values.ts';

export const expect = z.strictObject({
  expect: pattern.describe('What the console must show next'),
  within: duration.optional().describe('Since this step became the current one'),
  stream: stream.optional().describe('Where; without it, on any stream of the guest'),
  capture: z.array(z.string()).min(1).optional().describe('Named groups of the regex that become outputs'),
  when: when.optional(),
});
export const anyOrder = z.strictObject({
  'any-order': z.array(expect).min(1).describe('Expectations that may be met in any order'),
  within: duration.optional().describe('For the whole group'),
  when: when.optional(),
});
export const send = z.strictObject({
  send: z.string().min(1, 'is empty').describe('Typed into the guest; end it with \\n to press Enter'),
  stream: z
    .enum(['console', 'serial'])
    .optional()
    .describe('Default: the stream that met the last step, or console'),
  when: when.optional(),
});

export const forbid = z.union([
  pattern,
  z.strictObject({ pattern, stream: stream.optional(), when: when.optional() }),
]);
export const allow = z.strictObject({
  match: pattern.describe('A line of a known failure that must not fail the run'),
  reason: z.string().min(1, 'is empty').describe('Why it is harmless, or a link to the bug'),
});

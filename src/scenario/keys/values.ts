/** Kinds of values that several keys of a scenario file have. */

import * as z from 'zod';
import { PLATFORMS, STREAMS } from '../../words/words.ts';

export const duration = z
  .string('is not a duration such as 500ms, 60s, 3m or 1h')
  .regex(/^(?!0+(\.0+)?[a-z])\d+(\.\d+)?(ms|s|m|h)$/, 'is not a duration such as 500ms, 60s, 3m or 1h')
  .describe('A length of time: 500ms, 60s, 3m, 1h');
export const settle = z
  .string('is not a duration such as 1s or 500ms, or 0s')
  .regex(/^\d+(\.\d+)?(ms|s|m|h)$/, 'is not a duration such as 1s or 500ms, or 0s')
  .describe(
    'How long the guest must go on without a failure after the last step. Default: 1s; 0s: not at all',
  );
export const size = z
  .string('is not a size such as 512M or 1G')
  .regex(/^[1-9]\d*[KMG]$/, 'is not a size such as 512M or 1G')
  .describe('A number of bytes: 512M, 1G');
export const path = z.string().min(1, 'is empty').describe('A file, relative to the scenario file');
export const pattern = z
  .string()
  .describe('Literal text, or /regex/flags. Matched within one line of normalised text (no escapes, no CR)');
export const stream = z
  .enum(STREAMS)
  .describe(
    'console is hvc0, serial is ttyS0, debugcon is port 0x402, td-module is the log of an emulated TD',
  );
export const when = z
  .union([z.enum(PLATFORMS), z.array(z.enum(PLATFORMS)).min(1)])
  .describe('Only on this platform, or on these; tdx includes tdx-emulated');

const text = z.union([z.string(), z.number(), z.boolean()]);
export const variable = z.union([
  text.describe('Default of the variable'),
  z.strictObject({
    default: text.optional().describe('Its value where nothing else gives one'),
    env: z
      .string()
      .min(1, 'is empty')
      .optional()
      .describe('Environment variable that has the value; an empty one counts as none'),
  }),
]);

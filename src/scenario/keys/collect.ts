/** Keys of `collect`: files that the guest gives back. */

import * as z from 'zod';
import { duration, size } from './values.ts';

const guestGlob = z
  .string()
  .regex(/^\/[^\0]+$/, 'is not an absolute path in the guest')
  .describe('Absolute path in the guest, with * ? [abc]; of a directory all that is in it');
const paths = z.array(guestGlob).min(1, 'is empty');

export const collect = z.union([
  paths,
  z.strictObject({
    paths,
    size: size.optional().describe('Most bytes of all files together. Default: 64M'),
    files: z
      .int()
      .min(1, 'is less than 1')
      .max(100_000, 'is more than 100000')
      .optional()
      .describe('Most files. Default: 1000'),
    within: duration.optional().describe('Longest time for all of it. Default: 60s'),
  }),
]);

/** Keys of a `run:` step: a command in the guest. */

import * as z from 'zod';
import { duration, pattern, when } from './values.ts';

const EXIT_CODE = z.int().min(0, 'is less than 0').max(255, 'is more than 255');
const noNul = (text: string): boolean => !text.includes('\0');
const word = z.string().refine(noNul, 'contains a NUL');
export const run = z.strictObject({
  run: z
    .union([word.min(1, 'is empty'), z.array(word).min(1, 'is empty')])
    .describe('A script for /bin/sh -e of the guest, or a program and its arguments as a list'),
  within: duration
    .optional()
    .describe('Longest time of the command, from its start. Default: until the timeout of the run'),
  env: z
    .record(z.string().regex(/^[A-Za-z_]\w*$/, 'is not a name of a variable'), word)
    .optional()
    .describe('Added to the environment of the agent'),
  'working-directory': z
    .string()
    .regex(/^\/[^\0]*$/, 'is not an absolute path in the guest')
    .optional()
    .describe('In the guest. Default: /'),
  exit: z
    .union([EXIT_CODE, z.array(EXIT_CODE).min(1, 'is empty')])
    .optional()
    .describe('The exit code of a good end, or several. Default: 0'),
  output: pattern.optional().describe('What its output must show'),
  capture: z.array(z.string()).min(1).optional().describe('Named groups of output that become outputs'),
  when: when.optional(),
});

/** Keys of `firmware`, and what it is built from. */

import * as z from 'zod';
import { BUILDS, FIRMWARES, PIN_SETS } from '../../words/words.ts';
import { path } from './values.ts';

export const firmware = z.union([
  z
    .string()
    .min(1, 'is empty')
    .describe(`${FIRMWARES.join(', ')}: built from its pin, or taken from the cache. Or an image (OVMF.fd)`),
  z.strictObject({ code: path, vars: path }).describe('Two flash chips; the variables are not kept'),
  z
    .strictObject({
      recipe: z.enum(FIRMWARES).describe('How it is built'),
      build: z.enum(BUILDS).optional().describe('Default: release. A debug build logs to the serial port'),
      ref: z.string().min(1, 'is empty').optional().describe('Tag, branch or commit; default: the pin'),
      repository: z.string().min(1, 'is empty').optional().describe('Git URL or local directory'),
      defines: z.array(z.string().min(1, 'is empty')).optional().describe('Extra build defines, NAME=VALUE'),
    })
    .describe('Built from source, or taken from the cache'),
]);

export const pins = z
  .enum(PIN_SETS)
  .describe('What firmware is built from. Default: documented; current is for hosts of Linux 6.16 and later');

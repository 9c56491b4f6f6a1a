/** What a firmware image of a scenario is, as far as a launch has to know. */

import { readFileSync } from 'node:fs';
import type { Firmware } from '../scenario/scenario.ts';
import { hasPayload, MetadataError, parseMetadata } from '../tdx/metadata.ts';
import { codeOf } from '../words/errors.ts';

/**
 * Whether the firmware is td-shim for Linux, which takes kernel and command line into sections of its own. An image that
 * cannot be read, or has no TDX metadata, does not: checkFiles reports such an image.
 */
export function takesPayload(firmware: Firmware | undefined): boolean {
  if (firmware === undefined) return false;
  if ('request' in firmware) return firmware.request.name === 'td-shim';
  if (!('image' in firmware)) return false;
  try {
    return hasPayload(parseMetadata(readFileSync(firmware.image)));
  } catch (error) {
    if (error instanceof MetadataError || codeOf(error) !== undefined) return false;
    throw error;
  }
}

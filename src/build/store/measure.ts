/** The MRTD of an image: recorded in its manifest when it is built, computed where a manifest is older than that. */

import { readFileSync } from 'node:fs';
import { parseMetadata } from '../../tdx/metadata.ts';
import { computeMrtd, LAUNCH_METHOD } from '../../tdx/mrtd.ts';
import type { Sha384 } from '../../tdx/registers.ts';
import { HostError, UsageError } from '../../words/errors.ts';
import { isFirmware, type RecipeName } from '../../words/words.ts';
import type { Manifest } from './manifest.ts';

/**
 * MRTD of an image that a recipe has built; undefined for a VMM, which is not measured.
 * @param log of the build, for the error; absent when there is none
 * @throws HostError code `not-td-firmware` when it cannot be measured: the recipe is wrong, or its output
 */
export function measureBuilt(image: Uint8Array, recipe: RecipeName, log?: string): Sha384 | undefined {
  if (!isFirmware(recipe)) return undefined;
  try {
    return measureImage(image);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const message = `building ${recipe} gave an image that no TD can start: ${error.message}`;
    throw new HostError('not-td-firmware', message, {
      ...(log === undefined ? {} : { hint: `The whole log: ${log}` }),
      cause: error,
    });
  }
}

/** What an entry of the store tells of its image. */
interface StoredImage {
  readonly image: string;
  readonly manifest: Manifest;
  /** Where the log of the build is; absent when it was not built on this machine. */
  readonly log?: string;
}

/** MRTD of a stored image. A manifest of an older tdx-boot has none: its image has. */
export function mrtdOf({ image, manifest, log }: StoredImage): Sha384 | undefined {
  return manifest.mrtd ?? measureBuilt(readFileSync(image), manifest.inputs.recipe, log);
}

/** @throws MetadataError, DataError */
export function measureImage(image: Uint8Array): Sha384 {
  return computeMrtd(image, parseMetadata(image), LAUNCH_METHOD);
}

/** The MRTD of an image: from its manifest, or computed where an older tdx-boot has written the manifest. */

import { readFileSync } from 'node:fs';
import { parseMetadata } from '../../tdx/metadata.ts';
import { computeMrtd, LAUNCH_METHOD } from '../../tdx/mrtd.ts';
import type { Sha384 } from '../../tdx/registers.ts';
import { HostError, UsageError } from '../../words/errors.ts';
import { isFirmware, type RecipeName } from '../../words/words.ts';
import type { Manifest } from './manifest.ts';

/**
 * MRTD of an image that a recipe has built; undefined for a VMM, which has no MRTD.
 * @param log path of the build's log, for the error; absent when there is no log
 * @throws HostError code `not-td-firmware` when the image cannot be measured: the recipe or its output is wrong
 */
export function measureBuilt(image: Uint8Array, recipe: RecipeName, log?: string): Sha384 | undefined {
  if (!isFirmware(recipe)) return undefined;
  try {
    return measureImage(image);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const message = `building ${recipe} gave an image that no TD can start: ${error.message}`;
    throw new HostError('not-td-firmware', message, {
      hint: log === undefined ? undefined : `The whole log: ${log}`,
      cause: error,
      lasting: true,
    });
  }
}

/** The fields of an entry of the store that are needed here. */
interface StoredImage {
  readonly image: string;
  readonly manifest: Manifest;
  /** Path of the build's log; absent when the image was not built on this machine. */
  readonly log?: string;
}

/** MRTD of a stored image. The manifest of an older tdx-boot has no MRTD, so the MRTD is computed from the image. */
export function mrtdOf({ image, manifest, log }: StoredImage): Sha384 | undefined {
  return manifest.mrtd ?? measureBuilt(readFileSync(image), manifest.inputs.recipe, log);
}

/** @throws MetadataError, DataError */
export function measureImage(image: Uint8Array): Sha384 {
  return computeMrtd(image, parseMetadata(image), LAUNCH_METHOD);
}

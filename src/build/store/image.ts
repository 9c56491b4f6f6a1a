/** Compares the file of an image with its manifest. An image is a firmware or a VMM's program. */

import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, readFileSync } from 'node:fs';
import { UsageError } from '../../words/errors.ts';
import { isFirmware } from '../../words/words.ts';
import type { Manifest } from './manifest.ts';
import { measureImage } from './measure.ts';

/** An image and its manifest do not agree. */
export class DamagedImageError extends Error {}

export function checkImage(image: string, { size, sha256 }: Manifest): void {
  const stat = lstatSync(image, { throwIfNoEntry: false });
  if (stat === undefined) throw new DamagedImageError('its image is missing');
  if (!stat.isFile()) throw new DamagedImageError('its image is not a regular file');
  if (stat.size !== size) throw new DamagedImageError(`its image has ${stat.size} bytes instead of ${size}`);
  const found = createHash('sha256').update(readFileSync(image)).digest('hex');
  if (found !== sha256)
    throw new DamagedImageError(`the SHA-256 of its image is ${found} instead of ${sha256}`);
}

/** Makes a VMM's program executable: GitHub's cache, as we use it, keeps only the bytes of files. */
export function restoreMode(image: string, { inputs }: Manifest): void {
  if (!isFirmware(inputs.recipe) && (lstatSync(image).mode & 0o111) === 0) chmodSync(image, 0o755);
}

/** Checks the MRTD once, when an image comes to this machine: another machine may have written its manifest. */
export function checkMrtd(image: string, { mrtd }: Manifest): void {
  if (mrtd === undefined) return;
  let found = 'none';
  try {
    found = measureImage(readFileSync(image));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
  if (found !== mrtd) throw new DamagedImageError(`its MRTD is ${found} instead of ${mrtd}`);
}

/** SHA-384 in hex, and what a register of a TD holds that digests have extended. */

import { createHash } from 'node:crypto';
import { ZERO } from '../../src/tdx/registers.ts';

/** The digest of the parts, one behind the other. */
export function sha384(...parts: readonly Uint8Array[]): string {
  return createHash('sha384').update(Buffer.concat(parts)).digest('hex');
}

/** What a register holds that began as zeros and was extended with these digests. */
export function replayed(...digests: readonly string[]): string {
  return digests.reduce((value, digest) => sha384(Buffer.from(value + digest, 'hex')), ZERO);
}

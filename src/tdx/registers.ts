/** The measurement registers of a TD, how they are extended, and the comparison of what they should hold with what they do. */

import { createHash, hash as hashed } from 'node:crypto';
import { REGISTERS, type Register } from './names.ts';

/** A SHA-384 value as 96 lower-case hex digits: a register, or the digest of an event. */
export type Sha384 = string;

export const REGISTER_BYTES = 48;

/** An RTMR before its first event. */
export const ZERO: Sha384 = '00'.repeat(REGISTER_BYTES);

/** SHA-384 of the parts, one after the other. */
export function sha384(...parts: readonly Uint8Array[]): Sha384 {
  const [only, ...others] = parts;
  // An object for each hash takes more time and memory than the hash of a short text.
  if (only !== undefined && others.length === 0) return hashed('sha384', only);
  const hash = createHash('sha384');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** SHA-384 of the bytes, padded with zeros to `size` bytes. */
export function sha384Padded(bytes: Uint8Array, size: number): Sha384 {
  const hash = createHash('sha384').update(bytes);
  const zeros = new Uint8Array(0x1_0000);
  for (let left = size - bytes.length; left > 0; left -= zeros.length) hash.update(zeros.subarray(0, left));
  return hash.digest('hex');
}

/** TDG.MR.RTMR.EXTEND: SHA-384 of the register and the digest (Intel TDX module ABI specification). */
export function extend(register: Sha384, digest: Sha384): Sha384 {
  return createHash('sha384').update(register, 'hex').update(digest, 'hex').digest('hex');
}

/**
 * What an RTMR holds after these events.
 * @param start what it holds before them
 */
export function replay(digests: Iterable<Sha384>, start: Sha384 = ZERO): Sha384 {
  // The register, then the digest that it is extended with: decoding the register each time takes as long as hashing.
  const both = Buffer.alloc(2 * REGISTER_BYTES);
  both.write(start, 'hex');
  for (const digest of digests) {
    both.write(digest, REGISTER_BYTES, 'hex');
    hashed('sha384', both, 'buffer').copy(both);
  }
  return both.toString('hex', 0, REGISTER_BYTES);
}

export interface Comparison {
  readonly register: Register;
  readonly expected: Sha384;
  /** Absent: the guest or the report did not tell. */
  readonly observed?: Sha384;
  readonly verdict: 'equal' | 'different' | 'not-observed';
}

/** One row for each register that something is expected of, in the order of the registers. */
export function compareRegisters(
  expected: Partial<Readonly<Record<Register, Sha384>>>,
  observed: Partial<Readonly<Record<Register, Sha384>>>,
): Comparison[] {
  return REGISTERS.flatMap((register): Comparison[] => {
    const wanted = expected[register]?.toLowerCase();
    if (wanted === undefined) return [];
    const found = observed[register]?.toLowerCase();
    if (found === undefined) return [{ register, expected: wanted, verdict: 'not-observed' }];
    const verdict = found === wanted ? 'equal' : 'different';
    return [{ register, expected: wanted, observed: found, verdict }];
  });
}

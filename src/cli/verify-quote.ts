/** Verifies the signature of a quote with a library that the user installs: tdx-boot itself only reads quotes. */

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { messageOf, UsageError } from '../words/errors.ts';
import { readInput } from './files.ts';

/** Pure JavaScript, Apache-2.0: https://github.com/Phala-Network/dcap-qvl, dcap-qvl-js. */
const LIBRARY = '@phala/dcap-qvl';
/** The part of the library that is used. `verify` throws where the quote is not valid. */
interface Library {
  verify(quote: Uint8Array, collateral: unknown, seconds: number): unknown;
}

const RESULT_SCHEMA = z.object({ status: z.string(), advisory_ids: z.array(z.string()) });

/** src/cli and dist/shared are equally deep. */
const OWN = fileURLToPath(new URL('../../', import.meta.url));

export interface Verification {
  /** Whether the chain of signatures from Intel's root to the quote holds at that time. */
  readonly valid: boolean;
  /** Intel's word on the platform (`UpToDate`, `OutOfDate`, …), or why it is not valid. */
  readonly status: string;
  readonly advisories: readonly string[];
}

/**
 * Verifies a quote offline.
 * @param collateral JSON file with Intel's certificates, revocation lists and TCB info, as the library fetches them
 * @param at the time at which all of them have to be valid
 * @throws UsageError code `no-verifier` where the library is not installed, `bad-collateral`
 */
export function verifyQuote(quote: Uint8Array, collateral: string, at: Date): Verification {
  const library = loadLibrary();
  const parsed = parseCollateral(collateral);
  try {
    const result = RESULT_SCHEMA.parse(library.verify(quote, parsed, Math.floor(at.getTime() / 1000)));
    return { valid: true, status: result.status, advisories: result.advisory_ids };
  } catch (error) {
    return { valid: false, status: messageOf(error), advisories: [] };
  }
}

/** Beside tdx-boot, or in the user's project. */
function loadLibrary(): Library {
  for (const directory of [OWN, process.cwd()]) {
    try {
      const found: unknown = createRequire(join(directory, 'package.json'))(LIBRARY);
      if (isLibrary(found)) return found;
    } catch {
      // The library is not installed there.
    }
  }
  throw new UsageError('no-verifier', `verifying a quote needs ${LIBRARY}, and it is not installed`, {
    hint: `Install it here: npm install ${LIBRARY}`,
  });
}

function isLibrary(value: unknown): value is Library {
  return (
    typeof value === 'object' && value !== null && 'verify' in value && typeof value.verify === 'function'
  );
}

function parseCollateral(file: string): unknown {
  try {
    return JSON.parse(Buffer.from(readInput(file, 'the collateral')).toString('utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('bad-collateral', `the collateral is not JSON: ${messageOf(error)}`, {
      where: file,
      hint: `Write the result of getCollateral() of ${LIBRARY} to the file.`,
    });
  }
}

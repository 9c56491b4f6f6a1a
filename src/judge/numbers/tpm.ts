/** Response codes of a TPM 2.0, and of the layers of tpm2-tss above it, as programs print them. */

import { type Names, namesOf } from './names.ts';

/** Format zero, without TPM_RC_ and its bit 8: tss2_tpm2_types.h of tpm2-tss 4.2, TPM 2.0 Library part 2, section 6.6. */
const ERRORS: Names = namesOf(`
0 INITIALIZE, 1 FAILURE, 3 SEQUENCE, 20 DISABLED, 21 EXCLUSIVE, 24 AUTH_TYPE, 25 AUTH_MISSING, 26 POLICY, 27 PCR,
28 PCR_CHANGED, 2d UPGRADE, 2e TOO_MANY_CONTEXTS, 2f AUTH_UNAVAILABLE, 30 REBOOT, 31 UNBALANCED, 42 COMMAND_SIZE,
43 COMMAND_CODE, 44 AUTHSIZE, 45 AUTH_CONTEXT, 46 NV_RANGE, 47 NV_SIZE, 48 NV_LOCKED, 49 NV_AUTHORIZATION,
4a NV_UNINITIALIZED, 4b NV_SPACE, 4c NV_DEFINED, 50 BAD_CONTEXT, 51 CPHASH, 52 PARENT, 53 NEEDS_TEST, 54 NO_RESULT,
55 SENSITIVE`);

/** Format zero with bit 11: warnings, most of which pass. */
const WARNINGS: Names = namesOf(`
1 CONTEXT_GAP, 2 OBJECT_MEMORY, 3 SESSION_MEMORY, 4 MEMORY, 5 SESSION_HANDLES, 6 OBJECT_HANDLES, 7 LOCALITY,
8 YIELDED, 9 CANCELED, a TESTING, 10 REFERENCE_H0, 11 REFERENCE_H1, 12 REFERENCE_H2, 13 REFERENCE_H3, 14 REFERENCE_H4,
15 REFERENCE_H5, 16 REFERENCE_H6, 18 REFERENCE_S0, 19 REFERENCE_S1, 1a REFERENCE_S2, 1b REFERENCE_S3, 1c REFERENCE_S4,
1d REFERENCE_S5, 1e REFERENCE_S6, 20 NV_RATE, 21 LOCKOUT, 22 RETRY, 23 NV_UNAVAILABLE`);

/** Format one, whose upper bits name a handle, a parameter or a session. */
const OF_ARGUMENT: Names = namesOf(`
1 ASYMMETRIC, 2 ATTRIBUTES, 3 HASH, 4 VALUE, 5 HIERARCHY, 7 KEY_SIZE, 8 MGF, 9 MODE, a TYPE, b HANDLE, c KDF, d RANGE,
e AUTH_FAIL, f NONCE, 10 PP, 12 SCHEME, 15 SIZE, 16 SYMMETRIC, 17 TAG, 18 SELECTOR, 1a INSUFFICIENT, 1b SIGNATURE,
1c KEY, 1d POLICY_FAIL, 1f INTEGRITY, 20 TICKET, 21 RESERVED_BITS, 22 BAD_AUTH, 23 EXPIRED, 24 POLICY_CC, 25 BINDING,
26 CURVE, 27 ECC_POINT, 28 FW_LIMITED, 29 SVN_LIMITED`);

/** Of every layer of the TSS: tss2_common.h of tpm2-tss 4.2. */
const OF_LAYER: Names = namesOf(`
1 GENERAL_FAILURE, 2 NOT_IMPLEMENTED, 3 BAD_CONTEXT, 4 ABI_MISMATCH, 5 BAD_REFERENCE, 6 INSUFFICIENT_BUFFER,
7 BAD_SEQUENCE, 8 NO_CONNECTION, 9 TRY_AGAIN, a IO_ERROR, b BAD_VALUE, c NOT_PERMITTED, d INVALID_SESSIONS,
e NO_DECRYPT_PARAM, f NO_ENCRYPT_PARAM, 10 BAD_SIZE, 11 MALFORMED_RESPONSE, 12 INSUFFICIENT_CONTEXT,
13 INSUFFICIENT_RESPONSE, 14 INCOMPATIBLE_TCTI, 15 NOT_SUPPORTED, 16 BAD_TCTI_STRUCTURE, 17 MEMORY, 18 BAD_TR,
19 MULTIPLE_DECRYPT_SESSIONS, 1a MULTIPLE_ENCRYPT_SESSIONS, 1b RSP_AUTH_FAILED, 1c NO_CONFIG, 1d BAD_PATH,
1e NOT_DELETABLE, 1f PATH_ALREADY_EXISTS, 20 KEY_NOT_FOUND, 21 SIGNATURE_VERIFICATION_FAILED, 22 HASH_MISMATCH,
23 KEY_NOT_DUPLICABLE, 24 PATH_NOT_FOUND, 25 NO_CERT, 26 NO_PCR, 27 PCR_NOT_RESETTABLE, 28 BAD_TEMPLATE,
29 AUTHORIZATION_FAILED, 2a AUTHORIZATION_UNKNOWN, 2b NV_NOT_READABLE, 2c NV_TOO_SMALL, 2d NV_NOT_WRITEABLE,
2e POLICY_UNKNOWN, 2f NV_WRONG_TYPE, 30 NAME_ALREADY_EXISTS, 31 NO_TPM, 32 BAD_KEY, 33 NO_HANDLE, 34 NOT_PROVISIONED,
35 ALREADY_PROVISIONED, 36 CALLBACK_NULL`);

const LAYERS: ReadonlyMap<number, string> = new Map([
  [6, 'FAPI'],
  [7, 'ESYS'],
  [8, 'SYS'],
  [9, 'MU'],
  [10, 'TCTI'],
  [11, 'RESMGR'],
]);

const FORMAT_ONE = 0x80;
const OF_PARAMETER = 0x40;
const OF_SESSION = 0x800;
const WARNING = 0x900;

/** @returns `TPM_RC_HANDLE, handle 1`; undefined: no such code */
export function tpmResponse(code: number): string | undefined {
  const layer = LAYERS.get(code >> 16);
  if (layer !== undefined) return named(`${layer}_RC_`, OF_LAYER, code & 0xffff);
  const low = code & 0xfff;
  if ((low & FORMAT_ONE) === 0) {
    const isWarning = (low & WARNING) === WARNING;
    return named('TPM_RC_', isWarning ? WARNINGS : ERRORS, low & 0x7f);
  }
  const name = named('TPM_RC_', OF_ARGUMENT, low & 0x3f);
  if (name === undefined) return undefined;
  if ((low & OF_PARAMETER) !== 0) return `${name}, parameter ${low >> 8}`;
  const number = (low >> 8) & 7;
  return `${name}, ${(low & OF_SESSION) === 0 ? 'handle' : 'session'} ${number}`;
}

/** Every code of format one with this number: of a handle, a parameter or a session. */
export function ofAnyArgument(number: number): readonly number[] {
  return Array.from({ length: 16 }, (_, index) => index << 8).flatMap((of) => [
    of | FORMAT_ONE | number,
    of | FORMAT_ONE | OF_PARAMETER | number,
  ]);
}

function named(prefix: string, names: Names, number: number): string | undefined {
  const name = names.get(number.toString(16));
  return name === undefined ? undefined : `${prefix}${name}`;
}

/** Says what a number of a named table is called, for titles: `$<status:tdx>` of a row. */

import { type Names, namesOf } from './names.ts';
import { GUEST_LIBRARY, PCCS_CLIENT, QGS_MESSAGES, QUOTE_LIBRARIES, QUOTE_RESULTS } from './quotes.ts';
import { SECURE_PROCESSOR } from './secure-processor.ts';
import { LEAVES, LOADER, NO_MODULE, OPERANDS, STATUSES } from './tdx-module.ts';
import { tpmResponse } from './tpm.ts';

/** As shells report them, 128 higher: signal(7) of Linux on x86. */
const SIGNALS: Names = namesOf('4 SIGILL, 6 SIGABRT, 7 SIGBUS, 8 SIGFPE, 9 SIGKILL, 11 SIGSEGV');

/** What the upper part of an error of DCAP says of its origin. */
const LIBRARIES: ReadonlyMap<number, readonly [prefix: string, names: Names]> = new Map([
  [0, ['SGX_QL_', QUOTE_LIBRARIES]],
  [0xa0, ['SGX_QL_QV_RESULT_', QUOTE_RESULTS]],
  [0xb0, ['SGX_QCNL_', PCCS_CLIENT]],
  [0xe0, ['SGX_QL_', QUOTE_LIBRARIES]],
  [0x110, ['TEE_ATT_', QUOTE_LIBRARIES]],
  [0x120, ['QGS_MSG_ERROR_', QGS_MESSAGES]],
]);

/** Each takes the digits as they were printed, in lower case; undefined: the table does not have the number. */
const TABLES: Readonly<Record<string, (digits: string) => string | undefined>> = {
  tdx: tdxStatus,
  leaf: seamcall,
  quote: quoteError,
  attest: (digits) => `TDX_ATTEST_ERROR_${GUEST_LIBRARY.get(bare(digits)) ?? digits.toUpperCase()}`,
  tpm: (digits) => tpmResponse(Number.parseInt(digits, 16)),
  tpmdecimal: (digits) => tpmResponse(Number(digits)),
  psp: (digits) => named('SEV_RET_', SECURE_PROCESSOR.get(String(Number(digits)))),
  signal: (digits) => SIGNALS.get(String(Number(digits) % 128)),
};

/** @returns the name, and the digits themselves where the table does not have them */
export function numberNamed(table: string, digits: string): string {
  return TABLES[table]?.(digits.toLowerCase()) ?? digits;
}

/** @param digits 16 hexadecimal digits after 0x: the upper half is the status, the lower half what it is of */
function tdxStatus(digits: string): string | undefined {
  const key = digits.slice(6, 10);
  const detail = bare(digits.slice(10));
  if (key === 'ff00') return named('TDX_', NO_MODULE.get(detail));
  if (key === '0000') return named('PSEAMLDR_', LOADER.get(detail));
  const name = named('TDX_', STATUSES.get(key));
  if (name === undefined || detail === '') return name;
  const number = Number.parseInt(detail, 16);
  if (name.startsWith('TDX_OPERAND') || name.startsWith('TDX_PAGE'))
    return `${name}, operand ${OPERANDS.get(String(number)) ?? `0x${detail}`}`;
  return `${name}, ${name.includes('MSR') ? 'MSR' : 'detail'} 0x${detail}`;
}

/** Bits 23:16 are the version of the function; functions of the P-SEAMLDR have bit 63. */
function seamcall(digits: string): string | undefined {
  if (digits.startsWith('0x8'))
    return named('SEAMLDR.', ['INFO', 'INSTALL', 'SHUTDOWN', 'SEAMINFO'][Number(digits.at(-1))]);
  return named('TDH.', LEAVES.get(String(Number(digits) % 0x10000)));
}

/** Two digits alone are of a quote library, and so is a name. */
function quoteError(digits: string): string | undefined {
  const number = digits.length === 2 ? Number.parseInt(digits, 16) : Number(digits);
  if (Number.isNaN(number)) return `SGX_QL_${digits.toUpperCase()}`;
  const library = LIBRARIES.get(number >> 8);
  if (library === undefined) return undefined;
  const low = (number % 0x100).toString(16).padStart(2, '0');
  const [prefix, names] = library;
  return `${prefix}${names.get(low) ?? `0x${low}`}`;
}

function bare(digits: string): string {
  return digits.replace(/^(?:0x)?0*/, '');
}

function named(prefix: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : `${prefix}${name}`;
}

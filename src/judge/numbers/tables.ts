/** Says what a number of a named table is called, for titles: `$<status:tdx>` of a row. */

import { EFI_STATUSES } from './efi.ts';
import { KVM_EXITS, TDVMCALL_STATUSES, VM_ENTRY_ERRORS, VMX_EXITS } from './kvm.ts';
import { MBEDTLS } from './mbedtls.ts';
import type { Names } from './names.ts';
import { CURL, GRPC, SIGNALS } from './programs.ts';
import { GUEST_LIBRARY, PCCS_CLIENT, QGS_MESSAGES, QUOTE_LIBRARIES, QUOTE_RESULTS, SGX } from './quotes.ts';
import { SECURE_PROCESSOR } from './secure-processor.ts';
import { LEAVES, LOADER, NO_MODULE, OPERANDS, STATUSES } from './tdx-module.ts';
import { tpmResponse } from './tpm.ts';

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
  sgx: (digits) => `SGX_ERROR_${SGX.get(digits) ?? `0x${digits}`}`,
  tpm: (digits) => tpmResponse(Number.parseInt(digits, 16)),
  tpmdecimal: (digits) => tpmResponse(Number(digits)),
  psp: (digits) => named('SEV_RET_', SECURE_PROCESSOR.get(String(Number(digits)))),
  signal: (digits) => SIGNALS.get(String(Number(digits) % 128)),
  efi: efiStatus,
  kvm: (digits) => named('KVM_EXIT_', /^\d/.test(digits) ? KVM_EXITS.get(digits) : digits.toUpperCase()),
  vmx: (digits) => vmxExit(Number(digits)),
  entry: (digits) => VM_ENTRY_ERRORS.get(digits)?.replaceAll('-', ' ') ?? failedEntry(Number(digits)),
  // Hexadecimal without 0x, as QEMU prints the hardware's reason.
  vmx16: (digits) => vmxExit(Number.parseInt(digits, 16)),
  vmcall: (digits) => named('TDVMCALL_STATUS_', TDVMCALL_STATUSES.get(bare(digits).replace(/^80{14}/, '8'))),
  curl: (digits) => `CURLE_${CURL.get(digits) ?? digits.toUpperCase()}`,
  grpc: (digits) => GRPC.get(digits),
  mbedtls: (digits) => named('MBEDTLS_ERR_', MBEDTLS.get(Number(digits).toString(16))),
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

/** @param digits the whole status, its last two digits, its name, or the words that edk2 prints for %r */
function efiStatus(digits: string): string | undefined {
  const key = bare(digits.replace(/^(?:0x)?80{13}/, ''));
  if (/^[0-9a-f]{1,2}$/.test(key)) return named('EFI_', EFI_STATUSES.get(key));
  return `EFI_${digits.toUpperCase().replaceAll(' ', '_')}`;
}

/** Bit 31 of a reason: the CPU did not enter the guest. */
const FAILED_ENTRY = 0x80000000;

function vmxExit(number: number): string | undefined {
  return VMX_EXITS.get(String(number % 0x10000))?.replaceAll('-', ' ');
}

function failedEntry(number: number): string | undefined {
  return number < FAILED_ENTRY ? undefined : vmxExit(number);
}

/** Two digits alone are of a quote library, and so is a name; Intel's samples print a result without 0x. */
function quoteError(digits: string): string | undefined {
  const number = /^(?:[0-9a-f]{2}|a0[0-9a-f]{2})$/.test(digits)
    ? Number.parseInt(digits, 16)
    : Number(digits);
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

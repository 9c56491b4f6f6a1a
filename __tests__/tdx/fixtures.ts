/** The third-party data of fixtures/tdx, by the names of its index. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const DIRECTORY = join(import.meta.dirname, '..', 'fixtures', 'tdx');

const INDEX = JSON.parse(readFileSync(join(DIRECTORY, 'index.json'), 'utf8'));

export interface FixtureFacts {
  readonly file: string;
  readonly kind: string;
  readonly [fact: string]: unknown;
}

export const FILES: readonly FixtureFacts[] = INDEX.files;

/** A digest whose bytes a test makes itself; which of the facts are there depends on the kind. */
export interface Digest {
  readonly kind: string;
  readonly sha384: string;
  readonly text: string;
  readonly pad: string;
  readonly layout: string;
  readonly mem_mib: number;
}

export function digests(kind: string): Digest[] {
  return INDEX.strings.filter((entry: Digest) => entry.kind === kind);
}

/** SHA-384 of variables that are not set, by their names. */
export const ABSENT_VARIABLES: Readonly<Record<string, string>> = INDEX.strings.find(
  (entry: Digest) => entry.kind === 'efi-variable-absent',
).sha384;

/** Registers that canonical-defaults of fortanix/tdx-measure expects. */
export const CANONICAL: { readonly mrtd: string; readonly rtmr0: string } = INDEX.files.find(
  (entry: FixtureFacts) => entry.kind === 'rtmr0',
).expected;

export function ofKind(kind: string): FixtureFacts[] {
  return FILES.filter((file) => file.kind === kind);
}

/** The bytes of the file as it is committed. */
export function committed(file: string): Buffer {
  return readFileSync(join(DIRECTORY, file));
}

/** The bytes that it holds, unpacked. */
export function fixture(file: string): Buffer {
  const bytes = committed(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

export const CCEL = {
  tdShim: 'ccel/trustee-CCEL_data.bin',
  ovmf: 'ccel/trustee-CCEL_data_ovmf.bin',
  grub: 'ccel/trustee-CCEL_data_grub.bin',
  agent: 'ccel/trustee-CCEL_AAEL_alibabacloud.bin',
  uki: 'ccel/trustee-CCEL_data_grub_gke.bin',
  tdvf2022: 'ccel/go-eventlog-event_log.bin',
  cos: 'ccel/go-eventlog-cos-113-intel-tdx.bin',
} as const;
export const EVIDENCE = {
  dstack: 'evidence/dstack-tdx-lite-getquote.json',
  azure: 'evidence/trustee-az-tdx-evidence-v1.json',
} as const;
/** The log CCEL.tdvf2022 as go-eventlog has it in memory. */
export const GO_EVENTS = 'evidence/go-eventlog-events.json';
/** Logs of CCEL as tpm2_eventlog prints them. */
export const TPM2_EVENTLOG = {
  tdShim: 'evidence/tpm2_eventlog-CCEL_data.yaml',
  ovmf: 'evidence/tpm2_eventlog-CCEL_data_ovmf.yaml',
} as const;
export const REPORT = 'report/az-tdreport.bin';
export const QUOTE_V5 = 'quote/gotdx-quote_v5_sample.dat';
export const QUOTE_V4 = 'quote/gotdx-tdx_prod_quote_SPR_E4.dat';
export const GCE = 'gce-clean-example-2m.fd.gz';
export const ACPI = 'acpi/canonical-defaults-acpi_tables.bin.gz';

/** What a Trust Domain of platform tdx-emulated showed of itself; the index says of which one. */
export const EMULATED = {
  smbios: 'emulated/edk2-2026.08.smbios.bin',
} as const;

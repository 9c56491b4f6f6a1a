/** Reads a TDREPORT, and checks offline that its parts belong together. */

import { hex } from './format.ts';
import { DataError, hexOf, Reader, type Subject } from './reader.ts';
import { type Sha384, sha384 } from './registers.ts';
import { readTdInfo, type TdInfo, TEE_TDX } from './td-info.ts';

export interface TdReport extends TdInfo {
  /** As REPORTTYPE gives it. */
  readonly version: number;
  readonly cpusvn: string;
  readonly teeTcbSvn: string;
  readonly mrseam: Sha384;
  readonly mrsignerseam: Sha384;
  readonly servtdHash: Sha384;
  /** 64 bytes that the guest chose. */
  readonly reportData: string;
  readonly checks: {
    /** SHA-384 of TDINFO is what the CPU signed as TEE_INFO_HASH. */
    readonly teeInfoHash: boolean;
    /** SHA-384 of TEE_TCB_INFO is what the CPU signed as TEE_TCB_INFO_HASH. */
    readonly teeTcbInfoHash: boolean;
  };
}

const SUBJECT: Subject = {
  what: 'the TDREPORT',
  hint: 'Give the 1024 bytes of TDX_CMD_GET_REPORT0 of /dev/tdx_guest, unchanged; `measure quote` reads quotes.',
};
export const REPORT_BYTES = 1024;
const TCB_INFO = { at: 256, bytes: 239 };
/** TDINFO_STRUCT, to the end. */
const TD_INFO_AT = 512;

/**
 * Reads a TDREPORT (Intel TDX module ABI specification, TDREPORT_STRUCT). Only the CPU that made it can check its
 * MAC; `checks` shows on any machine whether something was changed after the hashes.
 * @throws DataError code `truncated` or `bad-report`
 */
export function parseReport(bytes: Uint8Array): TdReport {
  const reader = new Reader(new Reader(bytes, SUBJECT).take(REPORT_BYTES, 'its 1024 bytes'), SUBJECT);
  if (bytes.length !== REPORT_BYTES) {
    const message = `a TDREPORT has ${REPORT_BYTES} bytes, this has ${bytes.length}`;
    throw new DataError('bad-report', message, SUBJECT);
  }
  const type = reader.u8('the type');
  if (type !== TEE_TDX) {
    const message = `the report is of type ${hex(type)} instead of ${hex(TEE_TDX)} (TDX)`;
    throw new DataError('bad-report', message, SUBJECT);
  }
  reader.skip(1, 'the subtype');
  const version = reader.u8('the version');
  reader.skip(13, 'reserved bytes');
  const cpusvn = hexOf(reader.take(16, 'CPUSVN'));
  const teeTcbInfoHash = hexOf(reader.take(48, 'TEE_TCB_INFO_HASH'));
  const teeInfoHash = hexOf(reader.take(48, 'TEE_INFO_HASH'));
  const reportData = hexOf(reader.take(64, 'REPORTDATA'));
  const tcb = new Reader(bytes, SUBJECT, TCB_INFO.at + 8);
  const teeTcbSvn = hexOf(tcb.take(16, 'TEE_TCB_SVN'));
  const mrseam = hexOf(tcb.take(48, 'MRSEAM'));
  const mrsignerseam = hexOf(tcb.take(48, 'MRSIGNERSEAM'));
  const td = new Reader(bytes, SUBJECT, TD_INFO_AT);
  const info = readTdInfo(td);
  const servtdHash = hexOf(td.take(48, 'SERVTD_HASH'));
  const checks = {
    teeInfoHash: sha384(bytes.subarray(TD_INFO_AT)) === teeInfoHash,
    teeTcbInfoHash: sha384(bytes.subarray(TCB_INFO.at, TCB_INFO.at + TCB_INFO.bytes)) === teeTcbInfoHash,
  };
  return { version, cpusvn, teeTcbSvn, mrseam, mrsignerseam, ...info, servtdHash, reportData, checks };
}

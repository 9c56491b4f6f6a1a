/** Reads a TD quote, version 4 or 5. Its signature is not verified here: that needs Intel's certificates. */

import { hex } from './format.ts';
import { DataError, hexOf, Reader, type Subject } from './reader.ts';
import type { Sha384 } from './registers.ts';
import { readTdInfo, type TdInfo, TEE_TDX } from './td-info.ts';

export interface TdQuote extends TdInfo {
  readonly version: 4 | 5;
  readonly body: Body;
  /** 2: ECDSA-256 with P-256. */
  readonly attestationKeyType: number;
  readonly qeVendorId: string;
  readonly userData: string;
  readonly teeTcbSvn: string;
  readonly mrseam: Sha384;
  readonly mrsignerseam: Sha384;
  readonly seamAttributes: string;
  /** 64 bytes that the guest chose. */
  readonly reportData: string;
  /** Of a TDX 1.5 body and later. */
  readonly teeTcbSvn2?: string;
  /** Of a TDX 1.5 body and later. */
  readonly mrservicetd?: Sha384;
  /** Of a TDX 1.5 Ex body alone. */
  readonly migration?: Migration;
  /** Bytes of the signature, which follows the body. */
  readonly signatureBytes: number;
  /** Bytes after the signature: some interfaces pad a quote with zeros. */
  readonly trailingBytes: number;
}

type Body = 'TDX 1.0' | 'TDX 1.5' | 'TDX 1.5 Ex';

/** Where a TD has come from that was migrated, and the service TD that did it; all in hex. */
interface Migration {
  readonly vmid: string;
  readonly tdId: string;
  readonly devinfo: string;
  readonly initServtdHash: Sha384;
  readonly initServtdAttributes: string;
  readonly initCpusvn: string;
  readonly initTeeTcbSvn: string;
  readonly initTeeFmspc: string;
  readonly currentServtdHash: Sha384;
  readonly currentServtdAttributes: string;
}

const SUBJECT: Subject = {
  what: 'the quote',
  hint: 'Give the bytes of outblob of /sys/kernel/config/tsm/report, unchanged; `measure report` reads TDREPORTs.',
};
/** By the body type of a version 5 quote, with its bytes. */
const BODIES: Readonly<Record<number, { readonly name: Body; readonly bytes: number }>> = {
  2: { name: 'TDX 1.0', bytes: 584 },
  3: { name: 'TDX 1.5', bytes: 648 },
  4: { name: 'TDX 1.5 Ex', bytes: 885 },
};

/**
 * Reads a quote (Intel TDX DCAP quoting library API, appendix A.3 and A.4; body type 4: SGXDataCenterAttestationPrimitives
 * sgx_quote_5.h, sgx_report2_body_v1_5_ex_t).
 * @throws DataError code `no-quote` where there is nothing but zeros, `truncated` or `bad-quote`
 */
export function parseQuote(bytes: Uint8Array): TdQuote {
  if (bytes.every((byte) => byte === 0)) {
    const what = bytes.length === 0 ? 'is empty' : `is ${bytes.length} zeros`;
    throw new DataError('no-quote', `the quote ${what}: the quoting service gave none`, {
      hint: 'Look whether the quoting service (qgsd) runs on the host and the VMM is connected to it, and read outblob again.',
    });
  }
  const reader = new Reader(bytes, SUBJECT);
  const version = reader.u16('the version');
  if (version !== 4 && version !== 5) throw bad(`the quote has version ${version}; 4 and 5 can be read`);
  const attestationKeyType = reader.u16('the type of the attestation key');
  const tee = reader.u32('the TEE type');
  if (tee !== TEE_TDX) throw bad(`the quote is of TEE type ${hex(tee)} instead of ${hex(TEE_TDX)} (TDX)`);
  reader.skip(4, 'reserved bytes');
  const qeVendorId = hexOf(reader.take(16, 'the vendor of the quoting enclave'));
  const userData = hexOf(reader.take(20, 'the user data'));
  const body = version === 4 ? 'TDX 1.0' : readBodyType(reader);
  const teeTcbSvn = hexOf(reader.take(16, 'TEE_TCB_SVN'));
  const mrseam = hexOf(reader.take(48, 'MRSEAM'));
  const mrsignerseam = hexOf(reader.take(48, 'MRSIGNERSEAM'));
  const seamAttributes = hexOf(reader.take(8, 'SEAMATTRIBUTES'));
  const info = readTdInfo(reader);
  const reportData = hexOf(reader.take(64, 'REPORTDATA'));
  const later = body === 'TDX 1.0' ? {} : readLaterFields(reader);
  const extended = body === 'TDX 1.5 Ex' ? { migration: readMigration(reader) } : {};
  const signatureBytes = reader.u32('the size of the signature');
  reader.skip(signatureBytes, 'the signature');
  return {
    ...{ version, body, attestationKeyType, qeVendorId, userData, teeTcbSvn, mrseam, mrsignerseam },
    ...{
      seamAttributes,
      ...info,
      reportData,
      ...later,
      ...extended,
      signatureBytes,
      trailingBytes: reader.left,
    },
  };
}

function readBodyType(reader: Reader): Body {
  const type = reader.u16('the type of the body');
  const size = reader.u32('the size of the body');
  const body = BODIES[type];
  if (body === undefined) throw bad(`the body of the quote is of type ${type}; 2 to 4 are of a TD`);
  if (size === body.bytes) return body.name;
  throw bad(`the ${body.name} body of the quote claims ${size} bytes instead of ${body.bytes}`);
}

function readLaterFields(reader: Reader): Required<Pick<TdQuote, 'teeTcbSvn2' | 'mrservicetd'>> {
  const teeTcbSvn2 = hexOf(reader.take(16, 'TEE_TCB_SVN_2'));
  return { teeTcbSvn2, mrservicetd: hexOf(reader.take(48, 'MRSERVICETD')) };
}

function readMigration(reader: Reader): Migration {
  const field = (bytes: number, what: string): string => hexOf(reader.take(bytes, what));
  return {
    vmid: field(1, 'VMID'),
    tdId: field(32, 'TD_ID'),
    devinfo: field(48, 'DEVINFO'),
    initServtdHash: field(48, 'INIT_SERVTD_HASH'),
    initServtdAttributes: field(8, 'INIT_SERVTD_ATTR'),
    initCpusvn: field(16, 'INIT_CPUSVN'),
    initTeeTcbSvn: field(16, 'INIT_TEE_TCB_SVN'),
    initTeeFmspc: field(12, 'INIT_TEE_FMSPC'),
    currentServtdHash: field(48, 'CURR_SERVTD_HASH'),
    currentServtdAttributes: field(8, 'CURR_SERVTD_ATTR'),
  };
}

function bad(message: string): DataError {
  return new DataError('bad-quote', message, SUBJECT);
}

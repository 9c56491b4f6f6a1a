/** Every reader of untrusted bytes in src/tdx, as one function each that uses all of what it reads. */

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { deriveAcpiFiles } from '../../src/tdx/acpi.ts';
import { authenticode } from '../../src/tdx/authenticode.ts';
import { checkMetadata } from '../../src/tdx/check.ts';
import { checkEvents } from '../../src/tdx/event-check.ts';
import { parseCcelTable, parseEventLog, replayLog } from '../../src/tdx/event-log.ts';
import { findEvidence } from '../../src/tdx/evidence.ts';
import { describeExplanation, explainDifference } from '../../src/tdx/explain.ts';
import { readVolumes } from '../../src/tdx/firmware-volume.ts';
import { readGrubImage } from '../../src/tdx/grub-image.ts';
import { MetadataError, parseMetadata } from '../../src/tdx/metadata.ts';
import { RTMRS } from '../../src/tdx/names.ts';
import { possibleMrtds, possibleRtmrs } from '../../src/tdx/possible-values.ts';
import { measureDisk, systemdBootVersion } from '../../src/tdx/predict-disk.ts';
import { parseQuote } from '../../src/tdx/quote.ts';
import { DataError } from '../../src/tdx/reader.ts';
import { parseReport } from '../../src/tdx/report.ts';
import { patchSetupHeader } from '../../src/tdx/setup-header.ts';
import { readShimImage } from '../../src/tdx/shim-image.ts';
import { measuredSmbios } from '../../src/tdx/smbios.ts';
import { storeDamage } from '../../src/tdx/store-check.ts';
import { givenTdHob } from '../../src/tdx/td-hob.ts';
import { readVariableFile } from '../../src/tdx/variable-files.ts';
import { IMAGE_SECURITY, secureVariables, storedVariables } from '../../src/tdx/variable-store.ts';
import { ACPI, CCEL, EMULATED, fixture, QUOTE_V5, REPORT } from './fixtures.ts';
import { buildGrub, buildShim } from './grub-builder.ts';
import { buildImage, SMALL } from './image-builder.ts';
import { buildKernel, buildUki, signedWith } from './pe-builder.ts';
import { CERTIFICATES, signatureList, signatureOf } from './signature-builder.ts';
import { buildCfv, GLOBAL } from './variable-builder.ts';
import { buildVolume, section } from './volume-builder.ts';

export type ReaderName = keyof typeof READERS;

export const READERS = {
  image(bytes: Uint8Array): unknown {
    const metadata = parseMetadata(bytes);
    checkMetadata(metadata, bytes);
    const known = { image: bytes, metadata, memory: 1n << 31n };
    return [possibleMrtds(known), possibleRtmrs(known)];
  },
  'event log': (bytes: Uint8Array): unknown => {
    const log = parseEventLog(bytes);
    const reported = 'ab'.repeat(48);
    return [
      replayLog(log),
      checkEvents(log.events),
      RTMRS.map((rtmr) => describeExplanation(explainDifference(log.events, rtmr, reported), rtmr)),
    ];
  },
  'CCEL table': parseCcelTable,
  report: parseReport,
  quote: parseQuote,
  kernel: (bytes: Uint8Array): unknown => [
    patchSetupHeader({ kernel: bytes, initrd: new Uint8Array(4096), memory: 1n << 30n }),
    authenticode(bytes),
  ],
  'ACPI tables': deriveAcpiFiles,
  variables: (bytes: Uint8Array): unknown => [
    secureVariables(storedVariables(bytes), true),
    storeDamage(bytes),
  ],
  volumes: readVolumes,
  'variable file': (bytes: Uint8Array): unknown =>
    readVariableFile({ file: 'db.esl', bytes, owner: '11111111-1111-1111-1111-111111111111' }),
  SMBIOS: measuredSmbios,
  evidence: findEvidence,
  'TD HOB': givenTdHob,
  'signed UKI': (bytes: Uint8Array): unknown => [
    systemdBootVersion(bytes),
    measureDisk({ gpt: new Uint8Array(), program: bytes }, SECURE),
  ],
  shim: readShimImage,
  GRUB: readGrubImage,
} as const;

/** A firmware with Secure Boot that trusts what `ca` has signed, and has a certificate in dbx. */
const SECURE = {
  secureBoot: 'on',
  measured: [
    { guid: IMAGE_SECURITY, name: 'db', data: signatureList('x509', CERTIFICATES.ca) },
    { guid: IMAGE_SECURITY, name: 'dbx', data: signatureList('x509', CERTIFICATES.other) },
  ],
  shimVariables: [],
  hasBootOptions: false,
} as const;

/** A sound one for each reader, as small as it can be. */
export function soundBytes(reader: ReaderName): Uint8Array {
  switch (reader) {
    case 'image':
      return buildImage(SMALL);
    case 'event log':
      return fixture(CCEL.ovmf);
    case 'CCEL table':
      return Buffer.concat([Buffer.from('CCEL'), Buffer.alloc(52)]);
    case 'report':
      return fixture(REPORT);
    case 'quote':
      return shortQuote();
    case 'kernel':
      return buildKernel();
    case 'ACPI tables':
      return fixture(ACPI).subarray(0, 0x3000);
    case 'variables':
      return buildCfv([{ guid: GLOBAL, name: 'PK', data: Buffer.from('platform key') }], 512);
    case 'variable file':
      return signatureList('x509', CERTIFICATES.ca);
    case 'volumes':
      return buildVolume([{ name: 'DxeCore' }, { sections: [section(0x17, buildVolume([{ name: 'In' }]))] }]);
    case 'SMBIOS':
      return fixture(EMULATED.smbios);
    case 'evidence':
      return Buffer.from(JSON.stringify({ quote: Buffer.from(shortQuote()).toString('base64') }));
    case 'TD HOB':
      return givenTdHob(fixture(CCEL.tdShim));
    case 'signed UKI':
      return signedUki();
    case 'shim':
      return buildShim({ keys: CERTIFICATES.ca });
    case 'GRUB':
      return buildGrub();
  }
}

/** What one small input may cost: far above what any does, as the process may collect the garbage of others meanwhile. */
const MOST_FOR_ONE = { microseconds: 8_000_000, bytes: 600_000_000 } as const;

/** Runs `body`. Throws where that has taken more CPU time, or raised the most memory of this process by more. */
export function bounded<T>(
  body: () => T,
  most: { readonly microseconds: number; readonly bytes: number } = MOST_FOR_ONE,
): T {
  const before = process.resourceUsage();
  try {
    return body();
  } finally {
    const after = process.resourceUsage();
    const spent = after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime;
    const raised = (after.maxRSS - before.maxRSS) * 1024;
    if (spent > most.microseconds || raised > most.bytes) {
      // biome-ignore lint/correctness/noUnsafeFinally: the cost counts whether the input was read or refused.
      throw new Error(`one input took ${spent} microseconds of CPU time and ${raised} bytes`);
    }
  }
}

/** `read`, or the code of the error; anything that is not a named error of ours, or that costs too much, is thrown. */
export function outcome(reader: ReaderName, bytes: Uint8Array): string {
  try {
    bounded(() => READERS[reader](bytes));
    return 'read';
  } catch (error) {
    if (error instanceof DataError || error instanceof MetadataError) return error.code;
    throw error;
  }
}

export function pack(bytes: Uint8Array): string {
  return deflateRawSync(bytes, { level: 9 }).toString('base64');
}

export function unpack(text: string): Buffer {
  return inflateRawSync(Buffer.from(text, 'base64'));
}

function signedUki(): Uint8Array {
  const sections = {
    '.sdmagic': '#### LoaderInfo: systemd-stub 257.13 ####',
    ...{ '.osrel': 'ID=x', '.cmdline': 'quiet', '.initrd': 'initrd' },
  };
  const texts = Object.entries(sections).map(([name, text]) => [name, Buffer.from(text)]);
  const uki = buildUki({ '.linux': buildKernel(), ...Object.fromEntries(texts) });
  return signedWith(uki, signatureOf(CERTIFICATES.signer, CERTIFICATES.ca));
}

/** With a signature of 16 bytes. */
function shortQuote(): Buffer {
  const quote = fixture(QUOTE_V5).subarray(0, 54 + 648 + 4 + 16);
  quote.writeUInt32LE(16, 54 + 648);
  return quote;
}

/** Reads the files of a command. The errors name the file. */

import { knownContent } from '../guest/content.ts';
import { inFile, readAll, readBounded } from '../process/bounded-file.ts';
import { STDIN } from '../scenario/read.ts';
import { parseMetadata, type TdvfMetadata } from '../tdx/metadata.ts';
import { UsageError } from '../words/errors.ts';
import { MIB } from '../words/units.ts';

/** What commands read, as in "cannot read the firmware", and the most bytes that each has. */
const INPUTS = {
  'the firmware': 64 * MIB,
  'the kernel': 512 * MIB,
  'the initrd': 2048 * MIB,
  'the ACPI tables': 2 * MIB,
  'the SMBIOS table': 2 * MIB,
  'the TD HOB': 4 * MIB,
  'the boot order': MIB,
  'the event log': 8 * MIB,
  'the TDREPORT': 8 * MIB,
  'the quote': 8 * MIB,
  'the report': 8 * MIB,
  'the golden values': MIB,
  'the file to compare': 64 * MIB,
  'the collateral': 4 * MIB,
} as const;

const STANDARD_INPUT = 0;

/**
 * @param file `-`: standard input
 * @throws UsageError code `no-file`, `too-large` or `compressed`
 */
export function readInput(file: string, what: keyof typeof INPUTS): Buffer {
  const bounds = { what, most: INPUTS[what] };
  const bytes =
    file === STDIN ? readAll(STANDARD_INPUT, 'standard input', bounds) : readBounded(file, bounds);
  // The initrd may be: the kernel unpacks it.
  if (what !== 'the initrd') requireUnpacked(bytes, file, what);
  return bytes;
}

/** What {@link knownContent} calls a compressed file that no other input looks like: bzip2's `BZh` may begin base64. */
const COMPRESSED = /^(gzip|xz|zstd)-compressed$/;

function requireUnpacked(bytes: Buffer, file: string, what: string): void {
  const [, program] = COMPRESSED.exec(knownContent(bytes)?.name ?? '') ?? [];
  if (program === undefined) return;
  throw new UsageError('compressed', `${what} is compressed with ${program}`, {
    where: file === STDIN ? 'standard input' : file,
    hint: `Unpack it first: ${program} -dc FILE`,
  });
}

export interface Firmware {
  readonly image: Buffer;
  readonly metadata: TdvfMetadata;
}

/** @throws UsageError code `no-file`, or of the metadata */
export function readFirmware(file: string): Firmware {
  const image = readInput(file, 'the firmware');
  return { image, metadata: inFile(file, () => parseMetadata(image)) };
}

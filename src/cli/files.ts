/** Reads the files of a command. The errors name the file. */

import { readAll, readBounded } from '../process/bounded-file.ts';
import { parseMetadata, type TdvfMetadata } from '../tdx/metadata.ts';
import { messageOf, UsageError } from '../words/errors.ts';

const MIB = 1024 * 1024;

/** What commands read, as in "cannot read the firmware", and the most bytes that each has. */
const INPUTS = {
  'the firmware': 64 * MIB,
  'the kernel': 512 * MIB,
  'the initrd': 2048 * MIB,
  'the ACPI tables': 2 * MIB,
  'the SMBIOS table': 2 * MIB,
  'the TD HOB': 4 * MIB,
  'the variables': 64 * MIB,
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
 * @throws UsageError code `no-file` or `too-large`
 */
export function readInput(file: string, what: keyof typeof INPUTS): Buffer {
  const bounds = { what, most: INPUTS[what] };
  return file === '-' ? readAll(STANDARD_INPUT, 'standard input', bounds) : readBounded(file, bounds);
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

/**
 * Runs `body`, which reads the content of a file, and adds the file's name to its errors.
 * @param only the code of the errors that are of this file; absent: all are
 */
export function inFile<T>(file: string, body: () => T, only?: string): T {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof UsageError) || error.where !== undefined) throw error;
    const { code, message, hint } = error;
    if (only !== undefined && code !== only) throw error;
    throw new UsageError(code, message, {
      where: file,
      cause: error,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

/**
 * Calls `read` with a file that is not read as a whole.
 * @throws UsageError code `no-file` when the system says no
 */
export function readFrom<T>(file: string, what: string, read: (file: string) => T): T {
  try {
    return read(file);
  } catch (error) {
    throw new UsageError('no-file', `cannot read ${what}: ${messageOf(error, file)}`, {
      where: file,
      cause: error,
    });
  }
}

/** Reads the files of a command. The errors name the file. */

import { readFileSync } from 'node:fs';
import { parseMetadata, type TdvfMetadata } from '../tdx/metadata.ts';
import { messageOf, UsageError } from '../words/errors.ts';

/**
 * @param what as in "cannot read the firmware"
 * @throws UsageError code `no-file`
 */
export function readInput(file: string, what: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const facts = { where: file, cause: error };
    throw new UsageError('no-file', `cannot read ${what}: ${messageOf(error)}`, facts);
  }
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

/** Runs `body`, which reads the content of a file, and adds the file's name to its errors. */
export function inFile<T>(file: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof UsageError) || error.where !== undefined) throw error;
    const { code, message, hint } = error;
    throw new UsageError(code, message, {
      where: file,
      cause: error,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}

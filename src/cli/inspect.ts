/** `tdx-boot firmware inspect`: what a firmware image says of itself. */

import { readFileSync } from 'node:fs';
import { messageOf, UsageError } from '../errors.ts';
import { checkMetadata, type ImageFinding } from '../tdx/check.ts';
import { hex, hexRange } from '../tdx/format.ts';
import { MetadataError, parseMetadata, type TdvfMetadata, type TdvfSection } from '../tdx/metadata.ts';
import { EXIT, type Streams } from './main.ts';

/** `tdx-boot firmware inspect`: the TDX metadata and what is wrong with it. Exits 1 when some VMM would refuse it. */
export function inspect(file: string, options: { json?: true }, { out }: Streams): number {
  const image = read(file);
  const metadata = parse(file, image);
  const findings = checkMetadata(metadata, image);
  const refused = findings.some(({ severity }) => severity === 'error');
  if (options.json === true) out.write(`${toJson(metadata, findings)}\n`);
  else for (const line of describe(file, image.length, metadata, findings)) out.write(`${line}\n`);
  return refused ? EXIT.failed : EXIT.passed;
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError('no-firmware', `cannot read the firmware: ${messageOf(error)}`, {
      where: file,
      cause: error,
    });
  }
}

/** The error of an image says nothing of its file. */
function parse(file: string, image: Buffer): TdvfMetadata {
  try {
    return parseMetadata(image);
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    const { code, message, hint } = error;
    throw new UsageError(code, message, { where: file, ...(hint === undefined ? {} : { hint }) });
  }
}

/** 64-bit numbers as hexadecimal text: JSON readers round them. */
function toJson(metadata: TdvfMetadata, findings: readonly ImageFinding[]): string {
  const spell = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? hex(value) : value);
  return JSON.stringify({ ...metadata, findings }, spell, 2);
}

function describe(
  file: string,
  size: number,
  metadata: TdvfMetadata,
  findings: readonly ImageFinding[],
): string[] {
  const found = `TDX metadata at ${hex(metadata.descriptorOffset)}, found by the ${metadata.found.replace('-', ' ')}`;
  const rows = [['#', 'type', 'in the file', 'in memory', 'attributes'], ...metadata.sections.map(row)];
  const widths = rows.reduce<number[]>(
    (all, cells) => cells.map((cell, i) => Math.max(cell.length, all[i] ?? 0)),
    [],
  );
  return [
    `${file}: ${size} bytes, ${found}`,
    ...rows.map((cells) =>
      cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
    ...findings.map(describeFinding),
    ...(findings.length === 0 ? ['no findings'] : []),
  ];
}

function row(section: TdvfSection): string[] {
  const { index, name, dataOffset, rawSize, address, memorySize, extend, augment } = section;
  return [
    String(index),
    name,
    rawSize === 0 ? '-' : hexRange(dataOffset, dataOffset + rawSize),
    hexRange(address, address + memorySize),
    [...(extend ? ['MR.EXTEND'] : []), ...(augment ? ['PAGE.AUG'] : [])].join(' ') || '-',
  ];
}

function describeFinding({ severity, message, refusedBy }: ImageFinding): string {
  const by = refusedBy === 'all' ? 'every VMM' : refusedBy.join(', ');
  return `${severity}: ${message}${by === '' ? '' : ` (refused by ${by})`}`;
}

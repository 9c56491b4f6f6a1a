/** `tdx-boot firmware inspect`: prints what a firmware image says of itself. */

import { checkMetadata, type ImageProblem, refusals } from '../tdx/check.ts';
import { hex, hexRange } from '../tdx/format.ts';
import type { TdvfMetadata, TdvfSection } from '../tdx/metadata.ts';
import { VMMS } from '../words/words.ts';
import { EXIT, type Streams } from './context.ts';
import { readFirmware } from './files.ts';
import { table } from './table.ts';

/** `tdx-boot firmware inspect`: the TDX metadata and what is wrong with it. Exits 1 when no VMM takes the image. */
export function inspect(file: string, options: { json?: true }, { out }: Streams): number {
  const { image, metadata } = readFirmware(file);
  const findings = checkMetadata(metadata, image);
  // An error that no VMM looks for makes the image wrong for all of them.
  const unseen = findings.some(({ severity, refusedBy }) => severity === 'error' && refusedBy.length === 0);
  const refused = unseen || VMMS.every((vmm) => refusals(findings, vmm).length > 0);
  if (options.json === true) out.json(toJson(metadata, findings));
  else out.lines(describe(file, image.length, metadata, findings));
  return refused ? EXIT.failed : EXIT.passed;
}

/** 64-bit numbers as hexadecimal text: JSON readers round them. */
function toJson(metadata: TdvfMetadata, findings: readonly ImageProblem[]): unknown {
  const spell = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? hex(value) : value);
  return JSON.parse(JSON.stringify({ ...metadata, findings }, spell));
}

function describe(
  file: string,
  size: number,
  metadata: TdvfMetadata,
  findings: readonly ImageProblem[],
): string[] {
  const found = `TDX metadata at ${hex(metadata.descriptorOffset)}, found by the ${metadata.found.replace('-', ' ')}`;
  const rows = [['#', 'type', 'in the file', 'in memory', 'attributes'], ...metadata.sections.map(row)];
  return [
    `${file}: ${size} bytes, ${found}`,
    ...table(rows),
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

function describeFinding({ severity, message, refusedBy }: ImageProblem): string {
  const by = refusedBy === 'all' ? 'every VMM' : refusedBy.join(', ');
  return `${severity}: ${message}${by === '' ? '' : ` (refused by ${by})`}`;
}

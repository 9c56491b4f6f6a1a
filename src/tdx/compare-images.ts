/** Compares two firmware images: sections of the metadata, variables, and the files of the volumes. */

import { type Difference, differenceOf, paired } from './difference.ts';
import { readVolumes, type VolumeFile } from './firmware-volume.ts';
import { hex, hexRange } from './format.ts';
import { cfvOf, type TdvfMetadata, type TdvfSection } from './metadata.ts';
import { storedVariables, type Variable } from './variable-store.ts';

export interface Image {
  readonly image: Uint8Array;
  readonly metadata: TdvfMetadata;
}

/**
 * The differences, from the outside in. Empty: the images are equal byte for byte.
 * @throws DataError code `bad-section` for variables or volumes out of all measure
 */
export function compareImages(before: Image, after: Image): Difference[] {
  const found = [
    ...sizes(before, after),
    ...sections(before, after),
    ...variables(before, after),
    ...files(before, after),
  ];
  return [...found, ...otherBytes(before, after, found)];
}

function sizes(before: Image, after: Image): Difference[] {
  const [a, b] = [before.image.length, after.image.length];
  return a === b ? [] : [{ part: 'image', kind: 'changed', text: `size: ${a} → ${b} bytes` }];
}

function sections(before: Image, after: Image): Difference[] {
  return paired(before.metadata.sections, after.metadata.sections, ({ index }) => String(index)).flatMap(
    (pair) =>
      differenceOf('metadata', pair, {
        name: ({ index, name }) => `section ${index} (${name})`,
        same: (a, b) => describe(a) === describe(b),
        change: (a, b) => `${describe(a)} → ${describe(b)}`,
      }) ?? [],
  );
}

function describe({ name, dataOffset, rawSize, address, memorySize, attributes }: TdvfSection): string {
  const data = rawSize === 0 ? 'no data' : `data ${hexRange(dataOffset, dataOffset + rawSize)}`;
  return `${name}, ${data}, memory ${hexRange(address, address + memorySize)}, attributes ${hex(attributes)}`;
}

function variables(before: Image, after: Image): Difference[] {
  return paired(storedIn(before), storedIn(after), ({ guid, name }) => `${guid} ${name}`).flatMap(
    (pair) =>
      differenceOf('variable', pair, {
        name: ({ name }) => name,
        same: (a, b) => Buffer.compare(a.data, b.data) === 0,
        change: (a, b) => `${a.data.length} → ${b.data.length} bytes`,
      }) ?? [],
  );
}

function storedIn({ image, metadata }: Image): Variable[] {
  const cfv = cfvOf(image, metadata);
  return cfv === undefined ? [] : storedVariables(cfv);
}

function files(before: Image, after: Image): Difference[] {
  const key = ({ guid, type }: VolumeFile): string => `${guid} ${type}`;
  const [a, b] = [readVolumes(before.image), readVolumes(after.image)];
  const changed = paired(a.files, b.files, key).flatMap(
    (pair) =>
      differenceOf('volume', pair, {
        name: ({ name, guid }) => (name === guid ? `file ${guid}` : name),
        same: (one, other) => one.sha256 === other.sha256,
        change: (one, other) =>
          one.size === other.size ? `${one.size} bytes, other content` : `${one.size} → ${other.size} bytes`,
      }) ?? [],
  );
  const unread = paired(a.problems, b.problems, (problem) => problem).flatMap(
    (pair) =>
      differenceOf('volume', pair, {
        name: (problem) => `a part that cannot be read: ${problem}`,
        same: () => true,
        change: () => '',
      }) ?? [],
  );
  return [...changed, ...unread];
}

/** Bytes that differ outside of all that was read: padding, the reset vector, what could not be unpacked. */
function otherBytes(before: Image, after: Image, found: readonly Difference[]): Difference[] {
  if (found.length > 0 || Buffer.compare(before.image, after.image) === 0) return [];
  const differ = (at: number): boolean => before.image[at] !== after.image[at];
  let first = 0;
  while (!differ(first)) first++;
  let last = before.image.length - 1;
  while (!differ(last)) last--;
  const within = before.metadata.sections.find(
    ({ dataOffset, rawSize }) => first >= dataOffset && first < dataOffset + rawSize,
  );
  const where = within === undefined ? 'outside of all sections' : `in ${within.name}, outside of its files`;
  return [{ part: 'image', kind: 'changed', text: `bytes ${hexRange(first, last + 1)}, ${where}` }];
}

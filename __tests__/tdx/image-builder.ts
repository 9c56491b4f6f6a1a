/**
 * Builds firmware images from a description, with none of the code under test: what the tests call a valid
 * image.
 */

import { buildCfv, type VariableSpec } from './variable-builder.ts';
import { buildVolume, section as partOf } from './volume-builder.ts';

export interface SectionSpec {
  readonly type: number;
  readonly dataOffset: number;
  readonly rawSize: number;
  readonly address: bigint;
  readonly memorySize: bigint;
  readonly attributes: number;
}

export interface EntrySpec {
  readonly guid: string;
  readonly data: readonly number[];
  /** What the entry claims; its true length unless given. */
  readonly claims?: number;
}

export interface ImageSpec {
  readonly size: number;
  /** File offset of 'TDVF'. */
  readonly descriptor: number;
  readonly sections: readonly SectionSpec[];
  /** Entries of the GUID table, the one next to the footer first; `none`: no table at all. */
  readonly table?: readonly EntrySpec[] | 'none';
  /** What the footer claims; the true size of the table unless given. */
  readonly tableClaims?: number;
  /** The u32 at 32 bytes before the end. */
  readonly pointer?: number;
  readonly guidBefore?: boolean;
  readonly signature?: string;
  readonly version?: number;
  readonly count?: number;
  readonly length?: number;
  /** What is in the image at an offset, beside the metadata. */
  readonly content?: readonly { readonly at: number; readonly bytes: Uint8Array }[];
}

const OTHER_ENTRY: EntrySpec = {
  guid: '00112233-4455-6677-8899-aabbccddeeff',
  data: [1, 2, 3, 4, 5, 6, 7, 8],
};

export const TYPE = {
  BFV: 0,
  CFV: 1,
  TD_HOB: 2,
  TempMem: 3,
  PermMem: 4,
  Payload: 5,
  PayloadParam: 6,
  TdInfo: 7,
  TdParams: 8,
} as const;

/** A section taken from the image. */
export function volume(type: number, dataOffset: number, size: number, address: number): SectionSpec {
  const attributes = type === TYPE.BFV ? 1 : 0;
  return { type, dataOffset, rawSize: size, address: BigInt(address), memorySize: BigInt(size), attributes };
}

/** A section of memory only. */
export function memory(type: number, address: number, size: number, attributes = 0): SectionSpec {
  return { type, dataOffset: 0, rawSize: 0, address: BigInt(address), memorySize: BigInt(size), attributes };
}

/** The table entry that leads to a descriptor `distance` bytes before the end. */
export function offsetEntry(distance: number): EntrySpec {
  return { guid: 'e47a6535-984a-4798-865e-4685a7bf8ec2', data: u32(distance) };
}

export function buildImage(spec: ImageSpec): Uint8Array {
  const image = new Uint8Array(spec.size);
  const put = (offset: number, bytes: readonly number[]) => image.set(bytes, offset);
  for (const { at, bytes } of spec.content ?? []) image.set(bytes, at);
  if (spec.guidBefore ?? true) put(spec.descriptor - 16, guid('e9eaf9f3-168e-44d5-a8eb-7f4d8738f6ae'));
  const count = spec.count ?? spec.sections.length;
  put(spec.descriptor, [
    ...Array.from(spec.signature ?? 'TDVF', (character) => character.charCodeAt(0)),
    ...u32(spec.length ?? 16 + 32 * spec.sections.length),
    ...u32(spec.version ?? 1),
    ...u32(count),
    ...spec.sections.flatMap(section),
  ]);
  put(spec.size - 0x20, u32(spec.pointer ?? 0));
  if (spec.table !== 'none') {
    const table = spec.table ?? [OTHER_ENTRY, offsetEntry(spec.size - spec.descriptor), OTHER_ENTRY];
    const entries = table.toReversed().flatMap(entry);
    const total = spec.tableClaims ?? entries.length + 18;
    const bytes = [...entries, ...u16(total), ...guid('96b582de-1fb2-45f7-baea-a366c55a082d')];
    put(spec.size - 0x20 - bytes.length, bytes);
  }
  return image;
}

/** The image that the pinned edk2 (13b97736, IntelTdxX64) builds: 4 MiB. */
export const EDK2: ImageSpec = {
  size: 0x400000,
  descriptor: 0x3ff600,
  sections: [
    volume(TYPE.BFV, 0x84000, 0x37c000, 0xffc84000),
    volume(TYPE.CFV, 0, 0x84000, 0xffc00000),
    memory(TYPE.TempMem, 0x810000, 0x10000),
    memory(TYPE.TempMem, 0x80b000, 0x2000),
    memory(TYPE.TD_HOB, 0x809000, 0x2000),
    memory(TYPE.TempMem, 0x800000, 0x6000),
  ],
};

/** The drivers of a TDVF that measures: built without Secure Boot, and with it. */
export const DRIVERS = ['DxeCore', 'TdTcg2Dxe'];
export const SECURE = [...DRIVERS, 'SecureBootConfigDxe'];

/** The same image with these drivers in its volume, and these variables. @param build each driver of a DEBUG build can assert */
export function tdvf(
  drivers: readonly string[] = DRIVERS,
  variables: readonly VariableSpec[] = [],
  build: 'debug' | 'release' = 'release',
): ImageSpec {
  const program = build === 'debug' ? [partOf(0x10, Buffer.from('ASSERT [%a] %a(%d): %a\n\0'))] : [];
  return {
    ...EDK2,
    content: [
      { at: 0, bytes: buildCfv(variables, 0x84000) },
      { at: 0x84000, bytes: buildVolume(drivers.map((name) => ({ name, sections: program }))) },
    ],
  };
}

/** The image that td-shim v0.8.0 builds for a Linux payload: 16 MiB. */
export const TD_SHIM: ImageSpec = {
  size: 0x1000000,
  descriptor: 0xcaf010,
  pointer: 0xcaf010,
  sections: [
    volume(TYPE.BFV, 0xcaf000, 0x351000, 0xffcaf000),
    volume(TYPE.CFV, 0, 0x40000, 0xff000000),
    memory(TYPE.TempMem, 0xff041000, 0x20000),
    memory(TYPE.TempMem, 0xff061000, 0x20000),
    memory(TYPE.TempMem, 0xff040000, 0x1000),
    memory(TYPE.TD_HOB, 0x800000, 0x20000),
    memory(TYPE.Payload, 0x861000, 0x2000000),
    memory(TYPE.PayloadParam, 0x860000, 0x1000),
  ],
};

/** The image that td-shim v0.8.0 builds for its own payload: 16 MiB. */
export const TD_SHIM_EXECUTABLE: ImageSpec = {
  ...TD_SHIM,
  sections: [volume(TYPE.BFV, 0x82000, 0xf7e000, 0xff082000), ...TD_SHIM.sections.slice(1, 6)],
};

/** The smallest image without findings: 128 KiB. */
export const SMALL: ImageSpec = {
  size: 0x20000,
  descriptor: 0x1fe00,
  sections: [
    volume(TYPE.BFV, 0x10000, 0x10000, 0xffff0000),
    volume(TYPE.CFV, 0, 0x10000, 0xfffe0000),
    memory(TYPE.TempMem, 0x810000, 0x10000),
    memory(TYPE.TD_HOB, 0x800000, 0x2000),
  ],
};

/** A TdInfo record in the BFV of SMALL. */
export const RECORD: SectionSpec = { ...memory(TYPE.TdInfo, 0, 0), dataOffset: 0x1f000, rawSize: 0x100 };

export const PAYLOAD: SectionSpec = memory(TYPE.Payload, 0x1000000, 0x1000);

/** SMALL with more sections after its own, which are 0 to 3. */
export function plus(...sections: SectionSpec[]): Partial<ImageSpec> {
  return { sections: [...SMALL.sections, ...sections] };
}

/** SMALL with one of its sections changed. */
export function change(index: number, fields: Partial<SectionSpec>): Partial<ImageSpec> {
  return {
    sections: SMALL.sections.map((section, at) => (at === index ? { ...section, ...fields } : section)),
  };
}

function section(spec: SectionSpec): number[] {
  const { dataOffset, rawSize, address, memorySize, type, attributes } = spec;
  return [
    ...u32(dataOffset),
    ...u32(rawSize),
    ...u64(address),
    ...u64(memorySize),
    ...u32(type),
    ...u32(attributes),
  ];
}

function entry({ guid: id, data, claims }: EntrySpec): number[] {
  return [...data, ...u16(claims ?? data.length + 18), ...guid(id)];
}

function guid(text: string): number[] {
  const digits = text.replaceAll('-', '');
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return order.map((index) => Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16));
}

function u16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

function u64(value: bigint): number[] {
  return [...u32(Number(value & 0xffffffffn)), ...u32(Number(value >> 32n))];
}

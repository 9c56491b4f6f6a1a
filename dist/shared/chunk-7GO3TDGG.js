import {
  guidAt,
  hex
} from "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";

// src/tdx/metadata.ts
var MetadataError = class extends UsageError {
  offset;
  constructor(code, message, offset) {
    super(code, message, { hint: HINTS[code] });
    this.name = "MetadataError";
    this.offset = offset;
  }
};
var WHOLE_IMAGE = "Give the whole image (OVMF.fd of IntelTdxX64, OVMF.inteltdx.fd, final.bin of td-shim)";
var IMAGE_UNIT = 65536;
var HINTS = {
  "not-firmware": `${WHOLE_IMAGE}, not a *_VARS file, a kernel, or an archive of it.`,
  truncated: `${WHOLE_IMAGE} and compare its size and checksum with where it came from.`,
  "bad-guid-table": "The image is damaged or was edited: build or download it again and compare checksums.",
  "no-tdx-metadata": `This firmware was built without TDX. ${WHOLE_IMAGE}.`,
  "bad-descriptor": "The image is damaged or was edited: build or download it again and compare checksums.",
  "bad-version": "Only version 1 of the TDX metadata is defined: use firmware built for it."
};
var FOOTER_GUID = "96b582de-1fb2-45f7-baea-a366c55a082d";
var OFFSET_ENTRY_GUID = "e47a6535-984a-4798-865e-4685a7bf8ec2";
var METADATA_GUID = "e9eaf9f3-168e-44d5-a8eb-7f4d8738f6ae";
var GUID_BYTES = 16;
var ENTRY_TAIL_BYTES = GUID_BYTES + 2;
var RESET_VECTOR_BYTES = 32;
var OFFSET_ENTRY_BYTES = ENTRY_TAIL_BYTES + 4;
var DESCRIPTOR_BYTES = 16;
var SECTION_BYTES = 32;
var MOST_SECTIONS = 1024;
var SIGNATURE = 1180058708;
var NAMES = [
  "BFV",
  "CFV",
  "TD_HOB",
  "TempMem",
  "PermMem",
  "Payload",
  "PayloadParam",
  "TdInfo",
  "TdParams"
];
function parseMetadata(image) {
  if (image.length < RESET_VECTOR_BYTES + ENTRY_TAIL_BYTES) {
    const needed = RESET_VECTOR_BYTES + ENTRY_TAIL_BYTES;
    const why = `the last ${needed} bytes of an image lead to its TDX metadata`;
    throw new MetadataError("truncated", `Too short for firmware (size ${image.length}): ${why}`, 0);
  }
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const { offset, found } = findDescriptor(image, view);
  const { version, length, count } = readDescriptor(view, offset);
  return {
    descriptorOffset: offset,
    found,
    guidBefore: hasGuidBefore(image, offset),
    version,
    length,
    sections: Array.from({ length: count }, (_, index) => readSection(view, offset, index))
  };
}
function hasPayload({ sections }) {
  return sections.some(({ name, rawSize }) => name === "Payload" && rawSize === 0);
}
function findDescriptor(image, view) {
  const size = image.length;
  const tableEnd = size - RESET_VECTOR_BYTES;
  const hasTable = guidAt(image, tableEnd - GUID_BYTES) === FOOTER_GUID;
  const entry = hasTable ? findOffsetEntry(image, view, tableEnd) : void 0;
  if (entry !== void 0) return { offset: descriptorBeforeEnd(view, entry), found: "guid-table" };
  const pointer = view.getUint32(tableEnd, true);
  const inside = pointer + DESCRIPTOR_BYTES <= size;
  if (inside && (view.getUint32(pointer, true) === SIGNATURE || hasGuidBefore(image, pointer))) {
    return { offset: pointer, found: "legacy-pointer" };
  }
  const tried = `the legacy pointer there (${hex(pointer)}) leads to no TDX metadata`;
  if (hasTable) {
    const message2 = `The GUID table that ends at ${hex(tableEnd)} has no TDX entry, and ${tried}`;
    throw new MetadataError("no-tdx-metadata", message2, tableEnd);
  }
  const what = size % IMAGE_UNIT === 0 ? "" : `${size} bytes are no multiple of 64 KiB, `;
  const message = `Not a firmware image, or a damaged one: ${what}no GUID table ends at ${hex(tableEnd)}, and ${tried}`;
  throw new MetadataError("not-firmware", message, tableEnd);
}
function findOffsetEntry(image, view, tableEnd) {
  const totalAt = tableEnd - ENTRY_TAIL_BYTES;
  const total = view.getUint16(totalAt, true);
  if (total < ENTRY_TAIL_BYTES || total > tableEnd) {
    const why = `but it holds its own ${ENTRY_TAIL_BYTES} and at most ${tableEnd}`;
    throw new MetadataError(
      "bad-guid-table",
      `The GUID table claims ${total} bytes ${at(totalAt)}, ${why}`,
      totalAt
    );
  }
  const tableStart = tableEnd - total;
  let end = totalAt;
  while (end - ENTRY_TAIL_BYTES >= tableStart) {
    const lengthAt = end - ENTRY_TAIL_BYTES;
    const length = view.getUint16(lengthAt, true);
    const guid = guidAt(image, end - GUID_BYTES);
    if (length < ENTRY_TAIL_BYTES || length > end - tableStart) {
      const what = `Entry ${guid} of the GUID table claims ${length} bytes ${at(lengthAt)}`;
      const room = `between ${ENTRY_TAIL_BYTES} and ${end - tableStart} fit`;
      throw new MetadataError("bad-guid-table", `${what}; ${room}`, lengthAt);
    }
    if (guid === OFFSET_ENTRY_GUID) {
      if (length === OFFSET_ENTRY_BYTES) return end - length;
      const what = `The TDX entry of the GUID table has ${length} bytes ${at(lengthAt)}`;
      throw new MetadataError("bad-guid-table", `${what} instead of ${OFFSET_ENTRY_BYTES}`, lengthAt);
    }
    end -= length;
  }
  return void 0;
}
function descriptorBeforeEnd(view, entry) {
  const size = view.byteLength;
  const distance = view.getUint32(entry, true);
  const what = `The GUID table ${at(entry)} puts the TDX metadata ${hex(distance)} bytes before the end`;
  if (distance > size) {
    throw new MetadataError("truncated", `${what}, but the image has only ${hex(size)} bytes`, entry);
  }
  if (distance < DESCRIPTOR_BYTES) {
    throw new MetadataError(
      "bad-descriptor",
      `${what}, where its ${DESCRIPTOR_BYTES} bytes do not fit`,
      entry
    );
  }
  return size - distance;
}
function readDescriptor(view, offset) {
  const signature = view.getUint32(offset, true);
  const length = view.getUint32(offset + 4, true);
  const version = view.getUint32(offset + 8, true);
  const count = view.getUint32(offset + 12, true);
  if (signature !== SIGNATURE) {
    const message = `The TDX metadata ${at(offset)} begins with ${hex(signature)} instead of 'TDVF'`;
    throw new MetadataError("bad-descriptor", message, offset);
  }
  if (version !== 1) {
    const message = `The TDX metadata ${at(offset)} has version ${version} instead of 1`;
    throw new MetadataError("bad-version", message, offset + 8);
  }
  if (count > MOST_SECTIONS) {
    const message = `The TDX metadata ${at(offset)} has ${count} sections; at most ${MOST_SECTIONS} are read`;
    throw new MetadataError("bad-descriptor", message, offset + 12);
  }
  const expected = DESCRIPTOR_BYTES + SECTION_BYTES * count;
  if (count === 0 || length !== expected) {
    const message = `The TDX metadata ${at(offset)} has ${count} sections in ${length} bytes`;
    const why = count === 0 ? "at least one is needed" : `they take ${expected}`;
    throw new MetadataError("bad-descriptor", `${message}; ${why}`, offset + 4);
  }
  if (offset + length > view.byteLength) {
    const message = `The TDX metadata ${at(offset)} has ${hex(length)} bytes`;
    const room = `the image ends after ${hex(view.byteLength - offset)}`;
    throw new MetadataError("bad-descriptor", `${message}; ${room}`, offset + 4);
  }
  return { version, length, count };
}
function readSection(view, descriptorOffset, index) {
  const offset = descriptorOffset + DESCRIPTOR_BYTES + SECTION_BYTES * index;
  const type = view.getUint32(offset + 24, true);
  const attributes = view.getUint32(offset + 28, true);
  return {
    index,
    type,
    name: NAMES[type] ?? `type ${type}`,
    dataOffset: view.getUint32(offset, true),
    rawSize: view.getUint32(offset + 4, true),
    address: view.getBigUint64(offset + 8, true),
    memorySize: view.getBigUint64(offset + 16, true),
    attributes,
    extend: (attributes & 1) !== 0,
    augment: (attributes & 2) !== 0
  };
}
function hasGuidBefore(image, offset) {
  return offset >= GUID_BYTES && guidAt(image, offset - GUID_BYTES) === METADATA_GUID;
}
function at(offset) {
  return `at offset ${hex(offset)}`;
}

export {
  MetadataError,
  parseMetadata,
  hasPayload
};

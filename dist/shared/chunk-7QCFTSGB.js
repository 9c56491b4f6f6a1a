import {
  readAll,
  readBounded
} from "./chunk-C24KWKK2.js";
import {
  parseMetadata
} from "./chunk-7GO3TDGG.js";
import {
  UsageError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/cli/files.ts
var MIB = 1024 * 1024;
var INPUTS = {
  "the firmware": 64 * MIB,
  "the kernel": 512 * MIB,
  "the initrd": 2048 * MIB,
  "the ACPI tables": 2 * MIB,
  "the SMBIOS table": 2 * MIB,
  "the event log": 8 * MIB,
  "the TDREPORT": 8 * MIB,
  "the quote": 8 * MIB,
  "the report": 8 * MIB,
  "the golden values": MIB,
  "the file to compare": 64 * MIB,
  "the collateral": 4 * MIB
};
var STANDARD_INPUT = 0;
function readInput(file, what) {
  const bounds = { what, most: INPUTS[what] };
  return file === "-" ? readAll(STANDARD_INPUT, "standard input", bounds) : readBounded(file, bounds);
}
function readFirmware(file) {
  const image = readInput(file, "the firmware");
  return { image, metadata: inFile(file, () => parseMetadata(image)) };
}
function inFile(file, body) {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof UsageError) || error.where !== void 0) throw error;
    const { code, message, hint } = error;
    throw new UsageError(code, message, {
      where: file,
      cause: error,
      ...hint === void 0 ? {} : { hint }
    });
  }
}
function readFrom(file, what, read) {
  try {
    return read(file);
  } catch (error) {
    throw new UsageError("no-file", `cannot read ${what}: ${messageOf(error, file)}`, {
      where: file,
      cause: error
    });
  }
}

export {
  readInput,
  readFirmware,
  inFile,
  readFrom
};

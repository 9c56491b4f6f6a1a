import {
  parseMetadata
} from "./chunk-2BBUKTQW.js";
import {
  UsageError,
  messageOf
} from "./chunk-7OSXWTH4.js";

// src/cli/files.ts
import { readFileSync } from "node:fs";
function readInput(file, what) {
  try {
    return readFileSync(file);
  } catch (error) {
    const facts = { where: file, cause: error };
    throw new UsageError("no-file", `cannot read ${what}: ${messageOf(error)}`, facts);
  }
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

export {
  readInput,
  readFirmware,
  inFile
};

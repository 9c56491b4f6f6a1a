import {
  codeOf,
  messageOf
} from "./chunk-BM2IJI2T.js";

// src/guest/file.ts
import { accessSync, closeSync, constants, openSync, statSync } from "node:fs";
function requireFile(file) {
  const found = stat(file);
  if (!found.isFile()) throw new Error(`is ${kindOf(found)}, not a file`);
  if (found.size === 0) throw new Error("is empty");
  try {
    closeSync(openSync(file, "r"));
  } catch (error) {
    throw new Error(reason(error), { cause: error });
  }
}
function requireProgram(file) {
  const found = stat(file);
  if (!found.isFile()) throw new Error(`is ${kindOf(found)}, not a program`);
  try {
    accessSync(file, constants.X_OK);
  } catch (error) {
    throw new Error("may not be executed by this user", { cause: error });
  }
}
function requireReadable(path) {
  const found = stat(path);
  if (!found.isFile() && !found.isDirectory())
    throw new Error(`is ${kindOf(found)}, not a file or a directory`);
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    throw new Error(reason(error), { cause: error });
  }
}
function requireDirectory(path) {
  const found = stat(path);
  if (!found.isDirectory()) throw new Error(`is ${kindOf(found)}, not a directory`);
}
function stat(file) {
  try {
    return statSync(file);
  } catch (error) {
    throw new Error(reason(error), { cause: error });
  }
}
function kindOf(found) {
  if (found.isFile()) return "a file";
  if (found.isDirectory()) return "a directory";
  if (found.isFIFO()) return "a FIFO";
  if (found.isSocket()) return "a socket";
  return found.isBlockDevice() ? "a block device" : "a character device";
}
function reason(error) {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return "no such file";
    case "EACCES":
    case "EPERM":
      return "may not be read by this user";
    case "ELOOP":
      return "is a symbolic link that leads to itself";
    default:
      return messageOf(error);
  }
}

export {
  requireFile,
  requireProgram,
  requireReadable,
  requireDirectory
};

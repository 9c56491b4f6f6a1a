import {
  codeOf
} from "./chunk-SBPB5IBB.js";

// src/process/directory.ts
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
function makeDirectories(path, mode = 511) {
  try {
    make(path, mode);
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(path) === path) throw error;
    makeDirectories(dirname(path), mode);
    make(path, mode);
  }
}
function make(path, mode) {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    if (!statSync(path).isDirectory()) throw error;
  }
}

export {
  makeDirectories
};

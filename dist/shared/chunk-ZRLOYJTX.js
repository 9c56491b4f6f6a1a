import {
  placeOf
} from "./chunk-3UQVA5YR.js";
import {
  HostError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/process/work-dir.ts
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
var OURS = /^tdx-boot-[a-z]+-([0-9a-z]+)-([0-9a-z]+)-([0-9a-z]+)-[A-Za-z0-9]{6}$/;
async function withWorkDir(purpose, body) {
  const directory = makeWorkDir(purpose);
  try {
    return await body(directory);
  } finally {
    removeWorkDir(directory);
  }
}
function makeWorkDir(purpose) {
  const parent = placeOf("temporary");
  sweep(parent);
  const { pid } = process;
  const owner = [pid, startOf(pid) ?? 0, namespace()].map((number) => number.toString(36)).join("-");
  const prefix = join(parent, `tdx-boot-${purpose}-${owner}-`);
  try {
    return mkdtempSync(prefix);
  } catch (cause) {
    throw new HostError(
      "no-work-directory",
      `cannot make a work directory in ${parent}: ${messageOf(cause, `${prefix}XXXXXX`)}`,
      {
        hint: "Set RUNNER_TEMP or TMPDIR to an existing, writable directory with space left.",
        cause
      }
    );
  }
}
function removeWorkDir(directory) {
  rmSync(directory, { recursive: true, force: true });
}
function sweep(parent) {
  for (const name of namesIn(parent)) {
    const [, pid, start, owner] = OURS.exec(name) ?? [];
    if (pid === void 0 || start === void 0 || owner === void 0) continue;
    if (parseInt(owner, 36) !== namespace() || startOf(parseInt(pid, 36)) === parseInt(start, 36)) continue;
    const path = join(parent, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true || found.uid !== process.geteuid?.()) continue;
    try {
      removeWorkDir(path);
    } catch {
    }
  }
}
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]);
  } catch {
    return void 0;
  }
}
function namespace() {
  return statSync("/proc/self/ns/pid").ino;
}
function namesIn(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

export {
  withWorkDir,
  makeWorkDir,
  removeWorkDir
};

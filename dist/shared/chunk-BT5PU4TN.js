import {
  globSync
} from "./chunk-NCMDP22J.js";
import {
  readBounded
} from "./chunk-C24KWKK2.js";
import {
  HISTORY_VERSION,
  historyRun,
  historyRunSchema
} from "./chunk-O2SLEJNV.js";
import {
  makeDirectories
} from "./chunk-2H22IQHJ.js";
import {
  forFileName
} from "./chunk-ATIFMRE6.js";
import {
  HostError,
  UsageError,
  codeOf,
  explainError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/report/history.ts
import { closeSync, fstatSync, openSync, readSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
var ENDING = ".jsonl";
var BOUNDS = { what: "the history", most: 256 * 1024 * 1024 };
function isHistoryFile(path) {
  return path.endsWith(ENDING);
}
function isHistory(path) {
  if (isHistoryFile(path)) return true;
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true && filesIn(path).length > 0;
}
function filesIn(directory) {
  return globSync(`*${ENDING}`, { cwd: directory }).sort().map((name) => join(directory, name));
}
var History = class {
  #path;
  /**
   * Makes the directory, so that a path that cannot be written is known before anything is booted.
   * @param path a file that ends in .jsonl, or a directory
   * @throws UsageError code `no-history`
   */
  constructor(path) {
    this.#path = path;
    try {
      makeDirectories(isHistoryFile(path) ? dirname(path) : path);
      if (isHistoryFile(path)) closeSync(openSync(path, "a"));
    } catch (cause) {
      throw new UsageError("no-history", `cannot write the history ${path}: ${messageOf(cause, path)}`, {
        hint: `Name a file that ends in ${ENDING}, or a directory.`,
        cause
      });
    }
  }
  /**
   * Adds a run. The line is written by one write(2) at the end of the file, wherever that is by then: lines of two writers
   * never mix on a local file system.
   * @throws HostError code `history-not-written`
   */
  add(run) {
    const file = isHistoryFile(this.#path) ? this.#path : join(this.#path, `${forFileName(run.scenario)}${ENDING}`);
    try {
      append(file, `${JSON.stringify(run)}
`);
    } catch (cause) {
      throw new HostError("history-not-written", `cannot add a run to ${file}: ${messageOf(cause, file)}`, {
        hint: codeOf(cause) === "ENOSPC" ? "Free some space." : void 0,
        cause
      });
    }
  }
  /** Adds the run of a result. A run does not fail because the history cannot take it: that is told. */
  note(recorded, tell) {
    try {
      this.add(historyRun(recorded));
    } catch (error) {
      tell(explainError(error));
    }
  }
  /** The runs that it has; none where it cannot be read, as before the first run. */
  runs() {
    try {
      return readHistory(this.#path).runs;
    } catch {
      return [];
    }
  }
};
function openHistory(path) {
  return path === void 0 || path === "" ? void 0 : new History(path);
}
function append(file, line) {
  const descriptor = openSync(file, "a+");
  try {
    const bytes = Buffer.from(endsWhole(descriptor) ? line : `
${line}`);
    const written = writeSync(descriptor, bytes);
    if (written < bytes.length) throw new Error(`${written} of ${bytes.length} bytes were written`);
  } finally {
    closeSync(descriptor);
  }
}
function endsWhole(descriptor) {
  const { size } = fstatSync(descriptor);
  const last = Buffer.alloc(1);
  return size === 0 || readSync(descriptor, last, 0, 1, size - 1) === 0 || last.toString() === "\n";
}
function readHistory(path) {
  const files = isHistoryFile(path) ? [path] : filesIn(path);
  const runs = [];
  const problems = [];
  for (const file of files) {
    const lines = readBounded(file, BOUNDS).toString("utf8").split("\n");
    for (const [index, line] of lines.entries()) {
      if (line === "") continue;
      const where = `${file}:${index + 1}`;
      const run = parseLine(line, where);
      if (typeof run === "string") problems.push(`${where}: ${run}`);
      else runs.push(run);
    }
  }
  if (runs.length === 0) {
    throw new UsageError("no-history", [`${path} has no run`, ...problems].join("\n"), {
      hint: "tdx-boot run --history adds runs."
    });
  }
  return { runs, problems };
}
function parseLine(line, where) {
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    return "the line is cut or no JSON, and is passed over";
  }
  const version = typeof value === "object" && value !== null && "version" in value ? value.version : 0;
  if (typeof version === "number" && version > HISTORY_VERSION) {
    throw new UsageError(
      "newer-history",
      `${where} is of version ${version}, and this tdx-boot reads ${HISTORY_VERSION}`,
      { hint: "Use the tdx-boot that wrote it, or a newer one." }
    );
  }
  const parsed = historyRunSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `the line is no run of a history (${issue?.path.join(".")}: ${issue?.message}), and is passed over`;
}

export {
  isHistory,
  openHistory,
  readHistory
};

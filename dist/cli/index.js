#!/usr/bin/env node
import {
  Printer,
  Screen
} from "../shared/chunk-A3CVQGYF.js";
import {
  useCompileCache
} from "../shared/chunk-JYPOZEI2.js";
import {
  killNotedGroups
} from "../shared/chunk-PAW3MIGX.js";
import "../shared/chunk-3UQVA5YR.js";
import "../shared/chunk-ATIFMRE6.js";
import {
  HostError,
  explainError,
  formatError,
  messageOf
} from "../shared/chunk-SBPB5IBB.js";
import "../shared/chunk-P4Z2SUOO.js";

// src/cli/output.ts
import { fstatSync, writeSync } from "node:fs";
var StandardStream = class {
  /** Why not all of it was written. */
  failure;
  isTTY;
  colours;
  #name;
  #stream;
  /** Its descriptor, when it is a file or a device: Node would lose what a full disk does not take of a write. */
  #file;
  /** @param name "standard output" */
  constructor(name, stream) {
    this.#name = name;
    this.#stream = stream;
    this.isTTY = stream.isTTY === true;
    this.colours = wantsColours(process.env, this.isTTY);
    this.#file = this.isTTY || isPipe(stream.fd) ? void 0 : stream.fd;
    stream.on("error", (error2) => this.#fail(error2));
  }
  /** COLUMNS, else the width of the terminal; undefined in a pipe or a file. */
  get columns() {
    const said = Number(process.env.COLUMNS);
    if (Number.isInteger(said) && said > 0) return said;
    const stream = this.#stream;
    return stream.columns || void 0;
  }
  write(text) {
    if (this.failure !== void 0) return;
    try {
      if (this.#file === void 0) this.#stream.write(text);
      else writeAll(this.#file, Buffer.from(text));
    } catch (error2) {
      this.#fail(error2);
    }
  }
  /** A promise while the reader of a pipe is behind. @throws HostError code `output-failed` */
  drained() {
    if (this.failure !== void 0) throw this.failure;
    if (!this.#stream.writableNeedDrain) return void 0;
    return new Promise((resolve, reject) => {
      const stream = this.#stream;
      const done = () => {
        stream.off("drain", done).off("close", done);
        if (this.failure === void 0) resolve();
        else reject(this.failure);
      };
      stream.on("drain", done).on("close", done);
    });
  }
  /** Resolves when all was written, or cannot be. */
  async flushed() {
    if (this.failure === void 0 && this.#file === void 0) {
      await new Promise((resolve) => this.#stream.write("", () => resolve()));
    }
  }
  #fail(error2) {
    this.failure ??= new HostError("output-failed", `cannot write to ${this.#name}: ${messageOf(error2)}`, {
      hint: "Let its reader go on to the end, or free the disk that it is on.",
      cause: error2
    });
  }
};
function wantsColours({ FORCE_COLOR: force, NO_COLOR: no, TERM: term }, isTerminal) {
  if (force !== void 0) return force !== "0" && force !== "false";
  return isTerminal && (no ?? "") === "" && term !== "dumb";
}
function isPipe(fd) {
  try {
    const stat = fstatSync(fd);
    return stat.isFIFO() || stat.isSocket();
  } catch {
    return true;
  }
}
function writeAll(fd, bytes) {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

// src/cli/index.ts
var ERRORED = 125;
var out = new StandardStream("standard output", process.stdout);
var error = new StandardStream("standard error", process.stderr);
var screen = new Screen();
process.exitCode = ERRORED;
process.on("uncaughtException", fail);
process.on("beforeExit", unfinished);
useCompileCache();
start().catch(fail);
async function start() {
  const { main } = await import("../shared/main-SH7ISMCQ.js");
  const code = await main(process.argv.slice(2), { out, error, screen });
  await Promise.all([out.flushed(), error.flushed()]);
  process.off("beforeExit", unfinished);
  process.exitCode = out.failure === void 0 ? code : Math.max(code, ERRORED);
  if (out.failure !== void 0) new Printer(error).headed(formatError(out.failure), "red");
}
function unfinished() {
  fail(new Error("the command ended without a result"));
}
function fail(thrown) {
  new Printer(error, screen).headed(explainError(thrown), "red");
  killNotedGroups();
  process.exit(ERRORED);
}

#!/usr/bin/env node

// src/startup.ts
import { createRequire } from "node:module";
import { dirname, join as join2 } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

// src/process/places.ts
import { homedir, userInfo } from "node:os";
import { isAbsolute, join } from "node:path";

// src/words/errors.ts
var TdxBootError = class extends Error {
  code;
  hint;
  where;
  lasting;
  constructor(code, message, facts = {}) {
    super(message, facts.cause === void 0 ? void 0 : { cause: facts.cause });
    this.name = "TdxBootError";
    this.code = code;
    this.hint = facts.hint;
    this.where = facts.where;
    this.lasting = facts.lasting ?? false;
  }
};
var HostError = class extends TdxBootError {
};

// src/process/places.ts
function placeOf(thing, env = process.env) {
  if (thing === "temporary") return firstAbsolute([env.RUNNER_TEMP, env.TMPDIR, env.TMP, env.TEMP]) ?? "/tmp";
  const cache = firstAbsolute([env.XDG_CACHE_HOME]) ?? join(homeOf(env), ".cache");
  return join(cache, "tdx-boot", thing === "store" ? "firmware" : "compiled");
}
function homeOf({ HOME }) {
  const home = firstAbsolute([HOME, attempt(homedir), attempt(() => userInfo().homedir)]);
  if (home !== void 0) return home;
  throw new HostError("no-home", `there is no home directory for tdx-boot's cache: HOME is "${HOME ?? ""}"`, {
    hint: "Set XDG_CACHE_HOME or HOME to an absolute path.",
    lasting: true
  });
}
function firstAbsolute(paths) {
  return paths.find((path) => path !== void 0 && isAbsolute(path));
}
function attempt(question) {
  try {
    return question();
  } catch {
    return void 0;
  }
}

// src/startup.ts
var fs = process.getBuiltinModule("node:fs");
var SCRIPT = "../shared/programs.js";
var LEARNING_STARTS = 3;
var MOST_FILES = 60;
var TRAILER_BYTES = 8;
var LATE = ["crypto", "child_process", "fs/promises", "net", "readline", "stream/promises", "v8", "zlib"];
function start(name, entry) {
  const path = fileURLToPath(new URL(SCRIPT, entry));
  const file = cacheFile(path, name);
  const known = file === void 0 ? void 0 : readCode(file);
  const script = new vm.Script(fs.readFileSync(path, "latin1"), {
    filename: path,
    cachedData: known?.code,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER
  });
  const starts = script.cachedDataRejected === true ? void 0 : known?.starts;
  if (file !== void 0 && (starts ?? 0) < LEARNING_STARTS) learn(script, file, starts);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, requireLate(createRequire(path)), module, path, dirname(path));
  const program = module.exports[name];
  if (program === void 0) throw new Error(`${path} has no program ${name}`);
  return program();
}
function cacheFile(path, name) {
  try {
    const { size, mtimeMs } = fs.statSync(path);
    const made = [path, size, mtimeMs, process.version, process.arch].join(" ");
    const [, , argument = ""] = process.argv;
    const command = name === "cli" && /^[a-z-]{1,20}$/.test(argument) ? `-${argument}` : "";
    const file = `${name}${command}-${checksum(Buffer.from(made), 1).toString(16)}`;
    return join2(placeOf("compiled-code"), file);
  } catch {
    return void 0;
  }
}
function readCode(file) {
  let fd;
  try {
    fd = fs.openSync(file, "r");
    const { uid, mode } = fs.fstatSync(fd);
    if (uid !== process.getuid?.() || (mode & 18) !== 0) return void 0;
    const bytes = fs.readFileSync(fd);
    const code = bytes.subarray(0, -TRAILER_BYTES);
    if (bytes.readUInt32LE(code.length) !== checksum(code)) return void 0;
    return { code, starts: bytes.readUInt32LE(code.length + 4) };
  } catch {
    return void 0;
  } finally {
    if (fd !== void 0) fs.closeSync(fd);
  }
}
function learn(script, file, starts) {
  const v8 = process.getBuiltinModule("node:v8");
  v8.setFlagsFromString("--no-flush-bytecode");
  process.on("exit", (exitCode) => {
    if (starts !== void 0 && exitCode !== 0) return;
    v8.setFlagsFromString("--flush-bytecode");
    v8.setFlagsFromString("--no-enable-experimental-regexp-engine-on-excessive-backtracks");
    v8.setFlagsFromString("--regexp-backtracks-before-fallback=50000");
    writeCode(file, script.createCachedData(), exitCode === 0 ? (starts ?? 0) + 1 : 0);
  });
}
function writeCode(file, code, starts) {
  const trailer = Buffer.alloc(TRAILER_BYTES);
  trailer.writeUInt32LE(checksum(code));
  trailer.writeUInt32LE(starts, 4);
  const part = `${file}.${process.pid}`;
  attempt2(() => {
    fs.mkdirSync(dirname(file), { recursive: true, mode: 448 });
    fs.writeFileSync(part, Buffer.concat([code, trailer]), { flag: "wx", mode: 384 });
    fs.renameSync(part, file);
    removeOld(dirname(file));
  });
  attempt2(() => fs.rmSync(part, { force: true }));
}
function checksum(bytes, step = 256) {
  let sum = bytes.length;
  for (let at = 0; at < bytes.length; at += step) sum = Math.imul(sum, 31) + (bytes[at] ?? 0) | 0;
  return sum >>> 0;
}
function requireLate(require2) {
  return (name) => {
    if (!name.startsWith("node:") || !LATE.includes(name.slice("node:".length))) return require2(name);
    let loaded;
    const load = () => {
      loaded ??= Object(require2(name));
      return loaded ?? {};
    };
    return new Proxy(
      {},
      {
        get: (_, key) => Reflect.get(load(), key),
        has: (_, key) => Reflect.has(load(), key),
        ownKeys: () => Reflect.ownKeys(load()),
        getOwnPropertyDescriptor: (_, key) => ({ value: Reflect.get(load(), key), configurable: true })
      }
    );
  };
}
function removeOld(directory) {
  const files = fs.readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => join2(directory, name)).map((path) => ({ path, written: fs.statSync(path).mtimeMs }));
  const old = files.sort((a, b) => b.written - a.written).slice(MOST_FILES);
  for (const { path } of old) fs.rmSync(path, { force: true });
}
function attempt2(body) {
  try {
    body();
  } catch {
  }
}

// <stdin>
await start("cli", import.meta.url);

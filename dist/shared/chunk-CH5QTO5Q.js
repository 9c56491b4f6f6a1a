import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  killGroup,
  noteGroup
} from "./chunk-2ETKTJT6.js";
import {
  environmentFor
} from "./chunk-2AUDKZ4W.js";
import {
  placeOf
} from "./chunk-ELBESNTV.js";
import {
  HostError,
  messageOf
} from "./chunk-7OSXWTH4.js";

// src/scenario/request.ts
import { resolve } from "node:path";
var URL = /^(https?|ssh|git|file):\/\/./;
var SCP = /^[\w.-]+@[\w.-]+:./;
var REF = /^(?![-./])(?!.*(\.\.|\/\/|@\{))[\w./@+-]+(?<![./])$/;
var DEFINE = /^[A-Za-z_]\w*=[\w./:+-]*$/;
var FEATURE = /^[a-z][\w-]*$/;
function parseRequest({ name, build = "release", pins, ref, repository, defines = [] }, base) {
  const problems = [];
  if (ref !== void 0 && !REF.test(ref)) {
    problems.push({ key: "ref", message: `"${ref}" is not a tag, a branch or a commit` });
  }
  if (ref !== void 0 && pins !== void 0) {
    problems.push({
      key: "ref",
      message: `"${ref}" already says what "pins: ${pins}" would: give one of them`
    });
  }
  if (repository !== void 0 && /^\w*::/.test(repository)) {
    problems.push({ key: "repository", message: `"${repository}" is not a git URL or a directory` });
  }
  const [pattern, example] = name === "tdvf" ? [DEFINE, "a build define such as SECURE_BOOT_ENABLE=TRUE"] : [FEATURE, "a cargo feature"];
  for (const define of defines.filter((text) => !pattern.test(text))) {
    problems.push({ key: "defines", message: `"${define}" is not ${example}` });
  }
  const remote = repository === void 0 || URL.test(repository) || SCP.test(repository);
  const request = {
    name,
    build,
    ...pins === void 0 ? {} : { pins },
    ...ref === void 0 ? {} : { ref },
    ...repository === void 0 ? {} : { repository: remote ? repository : resolve(base, repository) },
    defines
  };
  return { request, problems };
}

// src/process/together.ts
async function together(work) {
  const ended = await Promise.allSettled(work);
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  return ended.map((one) => one.status === "fulfilled" ? one.value : void 0);
}

// src/process/run.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
var GUARDED = `
exec 3<&0 </dev/null 4>&2 2>/dev/null
(read -r _ <&3; kill -KILL 0) &
guard=$!
(exec "$@" 2>&4 3<&- 4>&-)
code=$?
kill "$guard"
exit "$code"
`;
var SILENCE_MS = 1e3;
async function runCommand(argv, { kind, own, cwd, signal, deadlineMs, onOutput }) {
  signal?.throwIfAborted();
  const child = spawn("/bin/sh", ["-c", GUARDED, "tdx-boot", ...argv], {
    cwd,
    env: environmentFor(kind, own),
    detached: true,
    stdio: ["pipe", "pipe", "pipe"]
  });
  const kill = () => {
    if (child.pid !== void 0) killGroup(child.pid);
  };
  const forget = child.pid === void 0 ? void 0 : noteGroup(child.pid);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, deadlineMs);
  signal?.addEventListener("abort", kill);
  child.stdout.on("data", (bytes) => onOutput(bytes, "stdout"));
  child.stderr.on("data", (bytes) => onOutput(bytes, "stderr"));
  child.stdin.on("error", () => void 0);
  const closed = once(child, "close").catch(() => void 0);
  try {
    const [code, killedBy] = await once(child, "exit");
    kill();
    await drained(child, closed);
    signal?.throwIfAborted();
    if (late) throw timedOut(argv, deadlineMs);
    return code ?? killedBy ?? "SIGKILL";
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", kill);
    kill();
    forget?.();
  }
}
function describeEnd(code) {
  if (typeof code === "string") return code;
  const signal = Object.entries(constants.signals).find(([, number]) => number === code - 128);
  return signal === void 0 ? `exit code ${code}` : signal[0];
}
async function drained(child, closed) {
  const streams = [child.stdout, child.stderr];
  let timer;
  const silent = new Promise((resolve4) => {
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = setTimeout(resolve4, 1);
      }, SILENCE_MS);
    };
    for (const stream of streams) stream?.on("data", heard);
    heard();
  });
  try {
    await Promise.race([closed, silent]);
  } finally {
    clearTimeout(timer);
    for (const stream of streams) stream?.removeAllListeners("data").destroy();
  }
}
function timedOut(argv, deadlineMs) {
  const command = argv.slice(0, 3).join(" ");
  return new HostError("command-timeout", `"${command}" was not done after ${deadlineMs / 1e3} s`);
}

// src/process/find.ts
import { accessSync, constants as constants2, statSync } from "node:fs";
import { delimiter, resolve as resolve2 } from "node:path";
function findCommand(name, mode = constants2.X_OK) {
  if (name.includes("/")) return name;
  for (const directory of (process.env.PATH ?? "").split(delimiter)) {
    const path = resolve2(directory, name);
    try {
      accessSync(path, mode);
      if (statSync(path).isFile()) return path;
    } catch {
    }
  }
  return void 0;
}

// src/process/ask.ts
import { accessSync as accessSync2, constants as constants3 } from "node:fs";
import { resolve as resolve3 } from "node:path";
var MAX_BYTES = 1024 * 1024;
var ask = async (asked, { signal, maxBytes = MAX_BYTES, ...question }) => {
  const [name, ...args] = asked;
  requireProgram(name);
  const argv = [name.includes("/") ? resolve3(name) : name, ...args];
  const parts = { stdout: [], stderr: [] };
  const tooLong = new AbortController();
  let bytesLeft = maxBytes;
  const code = await runCommand(argv, {
    ...question,
    cwd: "/",
    signal: signal === void 0 ? tooLong.signal : AbortSignal.any([signal, tooLong.signal]),
    onOutput: (bytes, from) => {
      bytesLeft -= bytes.length;
      if (bytesLeft >= 0) parts[from].push(bytes);
      else tooLong.abort(answerTooLong(argv, maxBytes));
    }
  });
  return { code, stdout: Buffer.concat(parts.stdout), stderr: String(Buffer.concat(parts.stderr)) };
};
function requireProgram(name) {
  try {
    const path = findCommand(name);
    if (path === void 0) throw new Error("it is not in PATH");
    accessSync2(path, constants3.X_OK);
  } catch (cause) {
    throw new HostError("program-missing", `cannot run ${name}: ${messageOf(cause)}`, { cause });
  }
}
function answerTooLong(argv, maxBytes) {
  return new HostError("answer-too-long", `"${argv.join(" ")}" printed more than ${maxBytes} bytes`);
}

// src/process/work-dir.ts
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync as statSync2 } from "node:fs";
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
  try {
    return mkdtempSync(join(parent, `tdx-boot-${purpose}-${owner}-`));
  } catch (cause) {
    throw new HostError(
      "no-work-directory",
      `cannot make a work directory in ${parent}: ${messageOf(cause)}`,
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
  return statSync2("/proc/self/ns/pid").ino;
}
function namesIn(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

// src/build/recipes/pins.ts
var PINS = {
  /** 4 January 2023, 242 commits after edk2-stable202211. */
  edk2: {
    version: "edk2-stable202211-242-g13b97736c8",
    url: "https://github.com/tianocore/edk2.git",
    commit: "13b97736c876919b9786055829caaa4fa46984b7",
    tree: "3c86dc7643fa08d1257187c1ba93905be5f8e275"
  },
  /**
   * 19 November 2025. It has what upstream hosts need (TDVMCALLs without RBP, since edk2-stable202405), and
   * kata-containers runs its nightly TDs with it (versions.yaml of 22 August 2026). Newer is not better: with
   * edk2-stable202605 TDs of several CPUs timed out there, and it was taken back (its PR 13678).
   */
  currentEdk2: {
    version: "edk2-stable202511",
    url: "https://github.com/tianocore/edk2.git",
    commit: "46548b1adac82211d8d11da12dd914f41e7aa775",
    tree: "04b895bfa8277f0f34b883ae3a33b490241d095d"
  },
  /** 26 October 2023, the newest release. */
  tdShim: {
    version: "v0.8.0",
    url: "https://github.com/confidential-containers/td-shim.git",
    commit: "a462a606a5d3e99c273db4dbaa7852c7614364cb",
    tree: "abdf2dac8436c1570b70e5bff785bd5d80b0a032"
  },
  /** 22 July 2025: the last release that boots both TDVF with a disk and td-shim with a kernel. */
  cloudHypervisor: {
    version: "v47.0",
    url: "https://github.com/cloud-hypervisor/cloud-hypervisor.git",
    commit: "62001b65e9d165e489b60d1e5a17e3db22142f30",
    tree: "2994e600babb9c67a51711cb3452bf65de44b7f1"
  }
};
var SUBMODULES = {
  openssl: "https://github.com/openssl/openssl.git",
  brotli: "https://github.com/google/brotli.git",
  ring: "https://github.com/briansmith/ring.git"
};

export {
  together,
  runCommand,
  describeEnd,
  findCommand,
  ask,
  requireProgram,
  PINS,
  SUBMODULES,
  withWorkDir,
  makeWorkDir,
  removeWorkDir,
  REF,
  parseRequest
};

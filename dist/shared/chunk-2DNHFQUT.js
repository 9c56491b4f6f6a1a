import {
  environmentFor
} from "./chunk-POHZVVS5.js";
import {
  killGroup,
  noteGroup
} from "./chunk-PAW3MIGX.js";
import {
  HostError,
  messageOf
} from "./chunk-SBPB5IBB.js";

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
  const silent = new Promise((resolve3) => {
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = setTimeout(resolve3, 1);
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
import { delimiter, resolve } from "node:path";
function findCommand(name, mode = constants2.X_OK) {
  if (name.includes("/")) return name;
  const paths = (process.env.PATH ?? "").split(delimiter).map((directory) => resolve(directory, name));
  return paths.find((path) => isFile(path, mode));
}
function isFile(path, mode = constants2.X_OK) {
  try {
    accessSync(path, mode);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

// src/process/ask.ts
import { accessSync as accessSync2, constants as constants3 } from "node:fs";
import { resolve as resolve2 } from "node:path";
var MAX_BYTES = 1024 * 1024;
var ask = async (asked, { signal, maxBytes = MAX_BYTES, ...question }) => {
  const [name, ...args] = asked;
  requireProgram(name);
  const argv = [name.includes("/") ? resolve2(name) : name, ...args];
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
  const path = findCommand(name);
  if (path === void 0)
    throw new HostError("program-missing", `cannot run ${name}: not in PATH`, { lasting: true });
  try {
    accessSync2(path, constants3.X_OK);
  } catch (cause) {
    throw new HostError("program-missing", `cannot run ${name}: ${messageOf(cause, name)}`, {
      cause,
      lasting: true
    });
  }
}
function answerTooLong(argv, maxBytes) {
  return new HostError("answer-too-long", `"${argv.join(" ")}" printed more than ${maxBytes} bytes`);
}

export {
  runCommand,
  describeEnd,
  findCommand,
  isFile,
  ask,
  requireProgram
};

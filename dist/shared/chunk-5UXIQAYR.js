import {
  environmentFor
} from "./chunk-POHZVVS5.js";
import {
  HostError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/process/lock.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, fstatSync as fstatSync2, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";

// src/process/shared.ts
import { constants, fchmodSync, fstatSync, openSync } from "node:fs";
var PLAINLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
function openShared(path) {
  let fd;
  try {
    fd = withoutUmask(() => openSync(path, PLAINLY | constants.O_CREAT, 292));
  } catch (error) {
    try {
      fd = openSync(path, PLAINLY);
    } catch {
      throw error;
    }
  }
  const { mode, uid } = fstatSync(fd);
  if (uid === process.geteuid?.() && (mode & 292) !== 292) fchmodSync(fd, 292);
  return fd;
}
function withoutUmask(make) {
  const umask = process.umask(0);
  try {
    return make();
  } finally {
    process.umask(umask);
  }
}

// src/process/lock.ts
async function withLock(path, options, body) {
  const held = await takeLock(path, options);
  try {
    return await body();
  } finally {
    held.release();
  }
}
async function tryLock(path) {
  return lock(path, 0);
}
async function takeLock(path, { signal, waitMs, onWait }) {
  const free = await lock(path, 0, signal);
  if (free !== void 0) return free;
  onWait?.();
  const held = await lock(path, performance.now() + waitMs, signal);
  if (held !== void 0) return held;
  const pids = holders(path);
  const who = pids.length === 0 ? "another process" : `process ${pids.join(", ")}`;
  throw new HostError("lock-timeout", `${path} is still locked by ${who} after ${waitMs / 1e3} s`, {
    hint: pids.length === 0 ? `See who holds it: fuser ${path}` : `See what it does: ps -fp ${pids.join(",")}`
  });
}
async function lock(path, deadline, signal) {
  for (; ; ) {
    signal?.throwIfAborted();
    const fd = open(path);
    let keep = false;
    try {
      const seconds = (deadline - performance.now()) / 1e3;
      const wait = seconds > 0 ? ["--timeout", seconds.toFixed(3)] : ["--nonblock"];
      const locked = await flock(fd, wait, signal);
      keep = locked && isCurrent(path, fd);
      if (keep) return { fd, release: () => release(path, fd) };
      if (!locked && signal?.aborted !== true) return void 0;
    } finally {
      if (!keep) closeSync(fd);
    }
  }
}
function open(path) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openShared(path);
  } catch (cause) {
    throw new HostError("lock-unavailable", `cannot open the lock file ${path}: ${messageOf(cause, path)}`, {
      hint: `${dirname(path)} has to be writable and must have space left. If ${path} exists, it has to be a file that this user can read.`,
      cause
    });
  }
}
var BUSY = 1;
async function flock(fd, wait, signal) {
  const args = ["--pdeathsig", "KILL", "--", "flock", "--exclusive", ...wait, "3"];
  const child = spawn("setpriv", args, {
    stdio: ["ignore", "ignore", "pipe", fd],
    env: environmentFor("tool")
  });
  let said = "";
  child.stderr?.on("data", (bytes) => {
    said += bytes;
  });
  const kill = () => {
    child.kill("SIGKILL");
  };
  signal?.addEventListener("abort", kill);
  try {
    const [code, killedBy] = await once(child, "close");
    if (code === 0) return true;
    if (code === BUSY || signal?.aborted === true) return false;
    throw new Error(said.trim() || `flock: ${killedBy ?? `exit code ${code}`}`);
  } catch (error) {
    throw new HostError("lock-unavailable", `cannot lock files: ${messageOf(error)}`, {
      hint: "Locks need setpriv and flock (sudo apt-get install util-linux), and a file system that supports flock(2).",
      cause: error
    });
  } finally {
    signal?.removeEventListener("abort", kill);
  }
}
function holders(path) {
  const lock2 = new RegExp(`FLOCK.*:${statSync(path, { throwIfNoEntry: false })?.ino} `);
  const processes = visible(() => readdirSync("/proc"), []).filter((name) => /^\d/.test(name));
  return processes.filter((pid) => {
    const directory = `/proc/${pid}/fdinfo`;
    const descriptors = visible(() => readdirSync(directory), []);
    return descriptors.some((fd) => lock2.test(visible(() => readFileSync(`${directory}/${fd}`, "utf8"), "")));
  });
}
function visible(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
function isCurrent(path, fd) {
  return statSync(path, { throwIfNoEntry: false })?.ino === fstatSync2(fd).ino;
}
function release(path, fd) {
  try {
    rmSync(path, { force: true });
  } catch {
  } finally {
    closeSync(fd);
  }
}

export {
  withLock,
  tryLock,
  takeLock
};

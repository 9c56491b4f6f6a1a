import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  HostError,
  messageOf
} from "./chunk-OG6ZZA4V.js";

// src/process/lock.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync
} from "node:fs";
import { dirname } from "node:path";
async function withLock(path, options, body) {
  const release2 = await acquire(path, options);
  try {
    return await body();
  } finally {
    release2();
  }
}
async function tryLock(path) {
  return lock(path, 0);
}
async function acquire(path, { signal, waitMs, onWait }) {
  const free = await lock(path, 0, signal);
  if (free !== void 0) return free;
  onWait?.();
  const release2 = await lock(path, performance.now() + waitMs, signal);
  if (release2 !== void 0) return release2;
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
      if (keep) return () => release(path, fd);
      if (!locked && signal?.aborted !== true) return void 0;
    } finally {
      if (!keep) closeSync(fd);
    }
  }
}
var PLAINLY = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
function open(path) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, PLAINLY | constants.O_CREAT, 292);
  } catch (error) {
    try {
      return openSync(path, PLAINLY);
    } catch {
      throw new HostError("lock-unavailable", `cannot open the lock file ${path}: ${messageOf(error)}`, {
        hint: "Its directory has to be writable and must have space left.",
        cause: error
      });
    }
  }
}
var BUSY = 1;
async function flock(fd, wait, signal) {
  const args = ["--pdeathsig", "KILL", "--", "flock", "--exclusive", ...wait, "3"];
  const child = spawn("setpriv", args, { stdio: ["ignore", "ignore", "pipe", fd] });
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
      hint: "It needs setpriv and flock (sudo apt-get install util-linux), and a file system that knows flock(2).",
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
  return statSync(path, { throwIfNoEntry: false })?.ino === fstatSync(fd).ino;
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
  tryLock
};

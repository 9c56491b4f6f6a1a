import {
  mib
} from "./chunk-LEVOI2RB.js";
import {
  takeLock,
  tryLock,
  withLock
} from "./chunk-5UXIQAYR.js";
import {
  SHARED_DIRECTORIES
} from "./chunk-3UQVA5YR.js";
import {
  HostError,
  TdxBootError,
  UsageError,
  codeOf
} from "./chunk-SBPB5IBB.js";

// src/host/slots.ts
import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
var MIB = 1024 * 1024;
var STICKY = 1023;
var QUEUE = "tdx-boot-queue";
var HOLDER = /^tdx-boot-td-([1-9]\d{0,9})-([1-9]\d{0,8})-([1-9]\d{0,10})-[0-9a-f]{16}$/;
var LOOK_MS = 5e3;
async function takeSlot(request) {
  const { directory, total, waitMs, signal } = request;
  const deadline = performance.now() + waitMs;
  const onWait = () => request.onWait(`another run is first in the queue; ${describe(holdersIn(directory, total))}`);
  try {
    return await withLock(join(directory, QUEUE), { waitMs, signal, onWait }, () => admit(request, deadline));
  } catch (error) {
    if (!(error instanceof TdxBootError) || error.code !== "lock-timeout") throw error;
    throw timedOut(request, "another run is still first in the queue");
  }
}
function holdersIn(directory, total = totalmem()) {
  return namesIn(directory).flatMap((name) => {
    const found = HOLDER.exec(name);
    if (found === null) return [];
    const [, pid, size, seconds] = found;
    const path = join(directory, name);
    const file = lstatSync(path, { throwIfNoEntry: false });
    const memory = Number(size) * MIB;
    if (file?.isFile() !== true || memory > total) return [];
    return [{ path, pid: Number(pid), user: file.uid, memory, since: Number(seconds) * 1e3 }];
  });
}
async function heldMemory(shared) {
  const directory = slotsPath(shared);
  if (directory === void 0) return 0;
  return (await living(directory)).reduce((sum, { memory }) => sum + memory, 0);
}
function slotLimit(capacity, setting) {
  if (setting === void 0 || setting === "") return capacity;
  if (/^[1-9]\d{0,5}$/.test(setting)) return Number(setting);
  throw new UsageError("bad-slots", `TDX_BOOT_SLOTS is ${JSON.stringify(setting)}`, {
    hint: "It is the number of Trust Domains that may run at a time on this host: 1 or more."
  });
}
function slotsPath(shared = SHARED_DIRECTORIES) {
  return shared.find((path) => isShared(path));
}
function slotsDirectory(shared) {
  const directory = slotsPath(shared);
  if (directory !== void 0) return directory;
  const places = (shared ?? SHARED_DIRECTORIES).join(" or ");
  throw new HostError("slots-unavailable", `cannot count the Trust Domains of this host in ${places}`, {
    hint: "One of them has to be a directory of root with mode 1777, so that no user can remove the slots of another."
  });
}
async function admit(request, deadline) {
  for (; ; ) {
    request.signal?.throwIfAborted();
    const holders = await living(request.directory, request.total);
    const full = whyFull(request, holders);
    if (full === void 0) return hold(request);
    if (holders.length === 0) throw noMemory(full);
    request.onWait(`${full}; ${describe(holders)}`);
    await oneEnds(holders, request, deadline, full);
  }
}
function whyFull({ limit, memory, available }, holders) {
  if (limit !== void 0 && holders.length >= limit) return `every slot of this host is taken (${limit})`;
  const free = available();
  if (free === void 0) return void 0;
  const promised = holders.reduce((sum, holder) => sum + untouched(holder), 0);
  if (free - promised >= memory) return void 0;
  const less = promised === 0 ? "" : `, ${mib(promised)} of it promised to running TDs`;
  return `${mib(memory)} of memory are wanted, ${mib(free)} are available${less}`;
}
function untouched({ pid, memory }) {
  const children = namesIn(`/proc/${pid}/task`).flatMap(
    (task) => (readText(`/proc/${pid}/task/${task}/children`) ?? "").split(" ").filter((child) => child !== "")
  );
  const resident = children.map(
    (child) => /^VmRSS:\s*(\d+) kB$/m.exec(readText(`/proc/${child}/status`) ?? "")?.[1]
  );
  const touched = resident.reduce((sum, kib) => sum + Number(kib ?? 0) * 1024, 0);
  return Math.max(0, memory - touched);
}
async function living(directory, total) {
  const alive = [];
  for (const holder of holdersIn(directory, total)) if (await isHeld(holder.path)) alive.push(holder);
  return alive;
}
async function isHeld(path) {
  try {
    const lock = await tryLock(path);
    lock?.release();
    return lock === void 0;
  } catch (error) {
    if (error instanceof HostError && codeOf(error.cause) === "EACCES") return false;
    throw error;
  }
}
async function hold({ directory, memory }) {
  const seconds = Math.floor(Date.now() / 1e3);
  const random = randomBytes(8).toString("hex");
  const name = `tdx-boot-td-${process.pid}-${Math.ceil(memory / MIB)}-${seconds}-${random}`;
  return takeLock(join(directory, name), { waitMs: LOOK_MS });
}
async function oneEnds(holders, request, deadline, full) {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, ...request.signal === void 0 ? [] : [request.signal]]);
  const waitMs = Math.max(0, deadline - performance.now());
  const waits = holders.map(({ path }) => withLock(path, { waitMs, signal }, async () => void 0));
  try {
    await Promise.race(waits);
  } catch (error) {
    request.signal?.throwIfAborted();
    if (error instanceof TdxBootError && error.code === "lock-timeout") throw timedOut(request, full);
    throw error;
  } finally {
    done.abort();
    await Promise.allSettled(waits);
  }
}
function describe(holders) {
  const who = holders.map(({ pid, user, memory, since }) => {
    const minutes = Math.max(0, Math.floor((Date.now() - since) / 6e4));
    return `process ${pid} of user ${user} (${mib(memory)}, for ${minutes} min)`;
  });
  const count = `${who.length} ${who.length === 1 ? "TD runs" : "TDs run"}`;
  const named = who.slice(0, 8).join(", ");
  return who.length === 0 ? "no TD runs yet" : `${count}: ${named}${who.length > 8 ? ", \u2026" : ""}`;
}
function timedOut({ directory, total, waitMs }, why) {
  const holders = holdersIn(directory, total);
  const pids = holders.map(({ pid }) => pid).join(",");
  return new HostError(
    "slot-timeout",
    `no slot for a Trust Domain came free in ${waitMs / 1e3} s: ${why}; ${describe(holders)}`,
    {
      hint: pids === "" ? `See who holds it: fuser ${join(directory, QUEUE)}` : `See what they do: ps -fp ${pids}`
    }
  );
}
function noMemory(why) {
  return new HostError(
    "slot-no-memory",
    `no memory for this Trust Domain: ${why}, and no other TD will give any back`,
    {
      hint: "End programs that use memory, or lower guest.memory in the scenario."
    }
  );
}
function isShared(path) {
  const found = lstatSync(path, { throwIfNoEntry: false });
  const trusted = found?.uid === 0 || found?.uid === process.geteuid?.();
  return found?.isDirectory() === true && trusted && (found.mode & 4095) === STICKY;
}
function namesIn(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return void 0;
  }
}

export {
  takeSlot,
  heldMemory,
  slotLimit,
  slotsDirectory
};

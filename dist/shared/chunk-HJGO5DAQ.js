import {
  annotate,
  getState,
  saveState
} from "./chunk-ECNF35K4.js";
import {
  killGroup
} from "./chunk-2ETKTJT6.js";
import {
  Store,
  defaultRoot
} from "./chunk-3TMRABTC.js";

// src/action/post.ts
import { readFileSync, rmSync } from "node:fs";
var WORK_DIR = "workDir";
var MACHINE = "machine";
function saveWorkDir(directory) {
  saveState(WORK_DIR, directory);
}
function saveMachine(event) {
  if (event.type !== "launch") return;
  saveState(MACHINE, JSON.stringify({ pid: event.pid, args: event.argv.slice(1) }));
}
async function post() {
  const machine = parseMachine(getState(MACHINE));
  if (machine !== void 0 && isRunning(machine)) {
    annotate("warning", `The VMM (process ${machine.pid}) was still running and has been killed.`);
    killGroup(machine.pid);
  }
  const directory = getState(WORK_DIR);
  if (directory !== "") rmSync(directory, { recursive: true, force: true });
  await new Store(defaultRoot(), { listener: () => void 0 }).sweep();
}
function parseMachine(text) {
  const value = text === "" ? void 0 : JSON.parse(text);
  const valid = typeof value === "object" && value !== null && "pid" in value && "args" in value;
  return valid && typeof value.pid === "number" && Array.isArray(value.args) ? { pid: value.pid, args: value.args.map(String) } : void 0;
}
function isRunning({ pid, args }) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").endsWith(`${args.join("\0")}\0`);
  } catch {
    return false;
  }
}

export {
  saveWorkDir,
  saveMachine,
  post
};

import {
  annotate,
  getState,
  saveState
} from "./chunk-JBSIX7IB.js";
import {
  Store,
  defaultRoot
} from "./chunk-VM3YECVA.js";
import {
  killGroup
} from "./chunk-PAW3MIGX.js";

// src/action/post.ts
import { readFileSync, rmSync } from "node:fs";
var WORK_DIR = "workDir";
var MACHINES = "machines";
function saveWorkDir(directory) {
  saveState(WORK_DIR, directory);
}
var MachineNotes = class {
  #running = /* @__PURE__ */ new Set();
  /** A consumer of one run. */
  ofRun() {
    let machine;
    return {
      name: "the post step's note",
      on: (event) => {
        if (event.type === "launch") {
          machine = { pid: event.pid, args: event.argv.slice(1) };
          this.#running.add(machine);
        } else if (event.type === "verdict" && machine !== void 0) this.#running.delete(machine);
        else return;
        saveState(MACHINES, JSON.stringify([...this.#running]));
      }
    };
  }
};
async function post() {
  for (const machine of parseMachines(getState(MACHINES)).filter(isRunning)) {
    annotate("warning", `The VMM (process ${machine.pid}) was still running and has been killed.`);
    killGroup(machine.pid);
  }
  const directory = getState(WORK_DIR);
  if (directory !== "") rmSync(directory, { recursive: true, force: true });
  await new Store(defaultRoot(), { listener: () => void 0 }).sweep();
}
function parseMachines(text) {
  const list = text === "" ? [] : JSON.parse(text);
  return (Array.isArray(list) ? list : []).flatMap((value) => {
    const valid = typeof value === "object" && value !== null && "pid" in value && "args" in value;
    return valid && typeof value.pid === "number" && Array.isArray(value.args) ? [{ pid: value.pid, args: value.args.map(String) }] : [];
  });
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
  MachineNotes,
  post
};

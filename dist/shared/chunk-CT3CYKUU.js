import {
  loadRecordedScenario,
  loadScenario
} from "./chunk-X5GGVPWF.js";
import {
  readScenario
} from "./chunk-3UKY4PQK.js";
import {
  EVENTS_FILE,
  ORIGIN_FILE,
  PLACES_FILE,
  SCENARIO_FILE,
  originSchema
} from "./chunk-PSFT4LPN.js";
import {
  UsageError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/boot/recorded-scenario.ts
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
function isRecording(path) {
  const found = path === "-" ? void 0 : statSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && [EVENTS_FILE, ORIGIN_FILE].some((name) => existsSync(join(path, name)));
}
function openScenario(path, uses = {}) {
  return isRecording(path) ? loadRecorded(path, uses).loaded : loadScenario(path, uses);
}
function loadRecorded(directory, uses = {}) {
  const origin = readOrigin(directory);
  if (origin === void 0) {
    throw new UsageError("no-scenario", `the recording ${directory} does not say which scenario was run`, {
      hint: "An older tdx-boot made it. Name the scenario with --scenario FILE."
    });
  }
  const text = readScenario(join(directory, SCENARIO_FILE));
  const places = readJson(join(directory, PLACES_FILE));
  const { name } = origin.scenario;
  return { loaded: loadRecordedScenario({ name, text, places }, uses), origin };
}
function readOrigin(directory) {
  const file = join(directory, ORIGIN_FILE);
  if (!existsSync(file)) return void 0;
  try {
    return originSchema.parse(readJson(file));
  } catch (cause) {
    throw new UsageError(
      "bad-recording",
      `${file} does not say where the recording is from: ${messageOf(cause, file)}`,
      {
        cause
      }
    );
  }
}
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new UsageError("bad-recording", `cannot read ${file}: ${messageOf(cause, file)}`, { cause });
  }
}

// src/judge/doubt.ts
var COMMAND_LINE_OF = ["Kernel command line: ", "Command line: ", "# kernel.cmdline: "];
var LEAST_ECHO = 3;
function doubtOf(text, { start, end }, sent) {
  for (const prefix of COMMAND_LINE_OF) {
    const at = text.indexOf(prefix);
    if (at >= 0 && start >= at + prefix.length) return "the kernel's command line";
  }
  const seen = text.slice(0, end);
  const echoed = sent.some((line) => {
    const least = Math.max(end - start, LEAST_ECHO);
    for (let length = least; length <= line.length; length++) {
      if (seen.endsWith(line.slice(0, length))) return true;
    }
    return false;
  });
  return echoed ? "the echo of what was sent" : void 0;
}

export {
  COMMAND_LINE_OF,
  doubtOf,
  isRecording,
  openScenario,
  loadRecorded,
  readOrigin
};

import {
  EVENTS_FILE,
  ORIGIN_FILE,
  PLACES_FILE,
  SCENARIO_FILE,
  originSchema
} from "./chunk-ZC7P4W5X.js";
import {
  loadRecordedScenario,
  loadScenario
} from "./chunk-HOCGGFJI.js";
import {
  readScenario
} from "./chunk-FEIS7Z5L.js";
import {
  UsageError,
  messageOf
} from "./chunk-Q4CHHY4T.js";

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
      `${file} does not say where the recording is from: ${messageOf(cause)}`,
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
    throw new UsageError("bad-recording", `cannot read ${file}: ${messageOf(cause)}`, { cause });
  }
}

export {
  isRecording,
  openScenario,
  loadRecorded,
  readOrigin
};

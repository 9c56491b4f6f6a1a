import {
  makeWorkDir,
  removeWorkDir
} from "./chunk-ZRLOYJTX.js";
import {
  killNotedGroups
} from "./chunk-PAW3MIGX.js";

// src/process/session.ts
import { constants } from "node:os";
var SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
var TWICE_MS = 300;
async function session(body) {
  const abort = new AbortController();
  let received;
  let receivedAt = 0;
  const workDir = makeWorkDir("run");
  const onSignal = (name) => {
    if (received !== void 0 && performance.now() - receivedAt > TWICE_MS) endAtOnce(name, workDir);
    receivedAt ||= performance.now();
    received ??= name;
    abort.abort(`cancelled by ${name}`);
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  try {
    const value = await body({ signal: abort.signal, workDir });
    return received === void 0 ? { value, signal: received } : { value, signal: received };
  } catch (error) {
    if (received === void 0) throw error;
    return { value: void 0, signal: received };
  } finally {
    removeWorkDir(workDir);
    for (const name of SIGNALS) process.off(name, onSignal);
  }
}
function endAtOnce(name, workDir) {
  killNotedGroups();
  removeWorkDir(workDir);
  process.exit(128 + constants.signals[name]);
}

export {
  session
};

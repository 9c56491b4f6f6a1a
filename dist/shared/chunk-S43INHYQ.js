import {
  quote
} from "./chunk-JCCCLOPX.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";

// src/suite/choices.ts
function parseJobs(text) {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new UsageError("bad-jobs", `jobs ${quote(text)} is no number of guests`, {
    hint: "Give a number of 1 or more."
  });
}
function parseRetry(text) {
  if (/^\d$/.test(text)) return Number(text);
  throw new UsageError("bad-retry", `retry ${quote(text)} is no number of further attempts`, {
    hint: "Give a number from 0 to 9."
  });
}
function retryOf({ retry, retryFailed = false }, own) {
  const times = retry ?? own?.times ?? 0;
  if (retryFailed && times === 0) {
    throw new UsageError("nothing-retried", "retry-failed is given, and nothing is retried", {
      hint: "Say with retry how often."
    });
  }
  return { times, after: retryFailed ? "failed" : own?.after ?? "errored" };
}

// src/scenario/settings.ts
var SETTINGS = {
  name: { path: ["name"] },
  platform: { path: ["platform"] },
  vmm: { path: ["vmm"] },
  "vmm-ref": { path: ["vmm-ref"] },
  "vmm-path": { path: ["vmm-path"] },
  firmware: { path: ["firmware"] },
  pins: { path: ["pins"] },
  "firmware-build": { path: ["firmware", "build"] },
  "firmware-ref": { path: ["firmware", "ref"] },
  "firmware-repository": { path: ["firmware", "repository"] },
  "firmware-defines": { path: ["firmware", "defines"], list: true },
  kernel: { path: ["guest", "kernel"] },
  initrd: { path: ["guest", "initrd"] },
  root: { path: ["guest", "root"] },
  cmdline: { path: ["guest", "cmdline"] },
  disks: { path: ["guest", "disks"], list: true },
  cpus: { path: ["guest", "cpus"] },
  memory: { path: ["guest", "memory"] },
  timeout: { path: ["timeout"] },
  silence: { path: ["silence"] },
  stop: { path: ["stop"] },
  settle: { path: ["settle"] },
  ktap: { path: ["ktap"] },
  "fail-on": { path: ["fail-on"] },
  collect: { path: ["collect"], list: true }
};
var SETTING_NAMES = Object.keys(SETTINGS);
function isList(name) {
  const setting = SETTINGS[name];
  return setting.list === true;
}
function settingOverride(name, value, origin) {
  return { path: SETTINGS[name].path, value, origin, base: process.cwd() };
}

export {
  parseJobs,
  parseRetry,
  retryOf,
  SETTINGS,
  SETTING_NAMES,
  isList,
  settingOverride
};

import {
  HostError
} from "./chunk-SBPB5IBB.js";

// src/process/places.ts
import { homedir, userInfo } from "node:os";
import { isAbsolute, join } from "node:path";
var SHARED_DIRECTORIES = ["/run/lock", "/tmp"];
function placeOf(thing, env = process.env) {
  if (thing === "temporary") return firstAbsolute([env.RUNNER_TEMP, env.TMPDIR, env.TMP, env.TEMP]) ?? "/tmp";
  const cache = firstAbsolute([env.XDG_CACHE_HOME]) ?? join(homeOf(env), ".cache");
  return join(cache, "tdx-boot", thing === "store" ? "firmware" : "compiled");
}
function homeOf({ HOME }) {
  const home = firstAbsolute([HOME, attempt(homedir), attempt(() => userInfo().homedir)]);
  if (home !== void 0) return home;
  throw new HostError("no-home", `there is no home directory for tdx-boot's cache: HOME is "${HOME ?? ""}"`, {
    hint: "Set XDG_CACHE_HOME or HOME to an absolute path.",
    lasting: true
  });
}
function firstAbsolute(paths) {
  return paths.find((path) => path !== void 0 && isAbsolute(path));
}
function attempt(question) {
  try {
    return question();
  } catch {
    return void 0;
  }
}

export {
  SHARED_DIRECTORIES,
  placeOf
};

import {
  codeOf
} from "./chunk-SBPB5IBB.js";

// src/process/kill.ts
var groups = /* @__PURE__ */ new Set();
function noteGroup(pid) {
  groups.add(pid);
  return () => groups.delete(pid);
}
function killNotedGroups() {
  for (const pid of groups) killGroup(pid);
}
function killGroup(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

export {
  noteGroup,
  killNotedGroups,
  killGroup
};

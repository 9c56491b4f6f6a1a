import {
  describeLint
} from "./chunk-ZB4LHV3A.js";

// src/cli/warn.ts
function warn(messages, output) {
  for (const message of messages) output.headed(describeLint(message), "yellow");
}

export {
  warn
};

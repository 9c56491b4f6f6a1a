import {
  describeLint
} from "./chunk-FODKVGER.js";

// src/cli/warn.ts
function warn(messages, output) {
  for (const message of messages) output.headed(describeLint(message), "yellow");
}

export {
  warn
};

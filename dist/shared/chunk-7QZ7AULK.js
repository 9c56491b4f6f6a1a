import {
  describeLint
} from "./chunk-34BG43B5.js";

// src/cli/warn.ts
function warn(messages, output) {
  for (const message of messages) output.headed(describeLint(message), "yellow");
}

export {
  warn
};

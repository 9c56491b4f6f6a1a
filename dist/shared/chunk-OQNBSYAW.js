import {
  describeLint
} from "./chunk-BHH2FN3O.js";

// src/cli/warn.ts
function warn(messages, output) {
  for (const message of messages) output.headed(describeLint(message), "yellow");
}

export {
  warn
};

import {
  describeLint
} from "./chunk-RWLZ3GGK.js";

// src/cli/warn.ts
function warn(messages, output) {
  output.lines(messages.map(describeLint));
}

export {
  warn
};

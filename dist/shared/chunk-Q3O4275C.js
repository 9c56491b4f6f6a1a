import {
  describeLint
} from "./chunk-X4T7POPL.js";

// src/cli/warn.ts
function warn(messages, output) {
  output.lines(messages.map(describeLint));
}

export {
  warn
};

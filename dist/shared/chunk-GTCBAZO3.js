import {
  describeLint
} from "./chunk-MVROXVMO.js";

// src/cli/warn.ts
function warn(messages, output) {
  output.lines(messages.map(describeLint));
}

export {
  warn
};

import {
  describeLint
} from "./chunk-HBTGX4UI.js";

// src/cli/warn.ts
function warn(messages, output) {
  output.lines(messages.map(describeLint));
}

export {
  warn
};

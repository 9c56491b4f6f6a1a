import {
  describeLint
} from "./chunk-QY2AMA2T.js";

// src/cli/warn.ts
function warn(messages, output) {
  output.lines(messages.map(describeLint));
}

export {
  warn
};

import {
  describeLint
} from "./chunk-CRLV3VHJ.js";

// src/cli/warn.ts
function warn(messages, output) {
  output.lines(messages.map(describeLint));
}

export {
  warn
};

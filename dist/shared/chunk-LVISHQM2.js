import {
  codeOf
} from "./chunk-SBPB5IBB.js";

// src/process/read-chunk.ts
import { readSync } from "node:fs";
function readChunk(fd, buffer) {
  for (; ; ) {
    try {
      return buffer.subarray(0, readSync(fd, buffer));
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

export {
  readChunk
};

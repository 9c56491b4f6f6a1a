import {
  availableMemory,
  thisHost
} from "./chunk-LEVOI2RB.js";

// src/suite/room.ts
import { availableParallelism, freemem } from "node:os";
function hostRoom(jobs, host = thisHost) {
  const cpus = availableParallelism();
  return { jobs: jobs ?? cpus, cpus, memory: availableMemory(host) ?? freemem() };
}

export {
  hostRoom
};

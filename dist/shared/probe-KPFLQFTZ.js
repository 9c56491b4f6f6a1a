import {
  probeDisk
} from "./chunk-4NNWAEDV.js";
import {
  requireKernel
} from "./chunk-5UGCNRH2.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-GJ7AWZ3T.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-WLESO37N.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-KVH47LMI.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OOLZV5JI.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-YIF3J6O5.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError
} from "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/probe.ts
import { existsSync } from "node:fs";
async function probe(image, options, { out }) {
  if (existsSync(image)) {
    throw new UsageError("image-exists", `${image} exists`, {
      hint: "Remove it first, or name another file."
    });
  }
  if (options.kernel !== void 0) requireKernel(options.kernel);
  await probeDisk({ path: image, kernel: options.kernel, modules: options.modules });
  out.line(`${image}: boot it with root=/dev/vda rw init=/sbin/init (virtio), /dev/nvme0n1 or /dev/sda`);
  return EXIT.passed;
}
export {
  probe
};

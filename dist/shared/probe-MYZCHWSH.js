import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  probeDisk
} from "./chunk-2B7ZTR6Q.js";
import {
  requireKernel
} from "./chunk-D7WZU3TG.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WUR54YEQ.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-LXTSU47G.js";
import "./chunk-POHZVVS5.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import "./chunk-B5XQG6HS.js";
import "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-KAKGKCN4.js";
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

import {
  probeDisk
} from "./chunk-3H2NT6IO.js";
import {
  requireKernel
} from "./chunk-DJPDL7TQ.js";
import "./chunk-XFQCAMV5.js";
import "./chunk-7IGLDAEP.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ENXTLS5B.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-L23G7NYG.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-HSYB7NEV.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-2BBUKTQW.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError
} from "./chunk-7OSXWTH4.js";

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

import {
  probeDisk
} from "./chunk-ZO5GVAZY.js";
import {
  requireKernel
} from "./chunk-LSHX7TM5.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-WIPRSF3Y.js";
import "./chunk-3L6VLD7O.js";
import "./chunk-POHZVVS5.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-OFMX2KKT.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-WTWDRYRV.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-BM2IJI2T.js";
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

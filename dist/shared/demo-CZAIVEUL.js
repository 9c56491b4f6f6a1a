import {
  bootAndReport
} from "./chunk-PLS5C5C6.js";
import "./chunk-6PLGNXV2.js";
import "./chunk-U2JWHID3.js";
import "./chunk-NQ7DPUZM.js";
import "./chunk-IBFFRAHP.js";
import "./chunk-XY6IAK44.js";
import "./chunk-5SFQNJWB.js";
import "./chunk-SVP5MGRT.js";
import "./chunk-ERYWLJBX.js";
import "./chunk-NCMDP22J.js";
import "./chunk-ORACNCOB.js";
import "./chunk-J27YLO4G.js";
import "./chunk-WY2NRLVV.js";
import "./chunk-MDKCJ66F.js";
import "./chunk-RRLNYPLJ.js";
import "./chunk-GGJHTPM4.js";
import "./chunk-Q2WTOUSO.js";
import "./chunk-2B7ZTR6Q.js";
import "./chunk-Q5SRM6L3.js";
import "./chunk-RR6RU7RN.js";
import "./chunk-WCDTERYH.js";
import "./chunk-D7WZU3TG.js";
import "./chunk-3J3H2KG2.js";
import "./chunk-HVTPSX5T.js";
import "./chunk-CMTB6YYK.js";
import "./chunk-QSVBJCUO.js";
import {
  parseScenario
} from "./chunk-3IGWJN4K.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-FEIS7Z5L.js";
import "./chunk-HELCCKQW.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-EDZC2Y6G.js";
import "./chunk-NOUR5OXJ.js";
import "./chunk-WUR54YEQ.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-4EDRUMQZ.js";
import "./chunk-CR6EYXO3.js";
import "./chunk-CUONXRSJ.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-6GR5JTHF.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-J5VI26OM.js";
import "./chunk-PBTCGB6N.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-BOEFBUIR.js";
import "./chunk-PHD3JEJS.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-JFONFIZM.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-LXTSU47G.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-2NXDOHNH.js";
import "./chunk-BZUPZLSE.js";
import "./chunk-POHZVVS5.js";
import "./chunk-DILSY2YF.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import "./chunk-B5XQG6HS.js";
import "./chunk-MHWIMHDX.js";
import "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-KAKGKCN4.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError
} from "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/demo.ts
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
async function demo(options, streams) {
  const kernel = options.kernel ?? installedKernel();
  const text = JSON.stringify({
    version: 1,
    name: "demo: a kernel reaches userspace",
    platform: "emulated",
    guest: { kernel },
    timeout: "2m"
  });
  return bootAndReport(parseScenario("demo", text, process.cwd()), { results: options.results }, streams);
}
function installedKernel() {
  const found = existsSync("/boot") ? readdirSync("/boot").filter((name) => name.startsWith("vmlinuz-")) : [];
  const newest = found.sort((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1);
  if (newest !== void 0) return join("/boot", newest);
  throw new UsageError("no-kernel", "there is no /boot/vmlinuz-* on this machine", {
    hint: "Name one with --kernel FILE, or run script/demo, which fetches one."
  });
}
export {
  demo
};

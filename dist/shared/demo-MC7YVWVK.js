import {
  bootAndReport
} from "./chunk-YS24Q7O4.js";
import "./chunk-VZOFWU4R.js";
import "./chunk-WTTEQ5BN.js";
import "./chunk-3U7D3P7Z.js";
import "./chunk-IBFFRAHP.js";
import "./chunk-FBRHABPC.js";
import "./chunk-5SFQNJWB.js";
import "./chunk-75K6BNHF.js";
import "./chunk-XGXTHW67.js";
import "./chunk-NCMDP22J.js";
import "./chunk-UUAZCOJY.js";
import "./chunk-QLGLKML5.js";
import "./chunk-JYDRG4Q7.js";
import "./chunk-ZO5GVAZY.js";
import "./chunk-COU6KSOI.js";
import "./chunk-EZKUDLQW.js";
import "./chunk-WCDTERYH.js";
import "./chunk-LSHX7TM5.js";
import "./chunk-AW72VAT3.js";
import "./chunk-57EZI6XK.js";
import "./chunk-6RP2JO6J.js";
import "./chunk-HWCT7VXV.js";
import {
  parseScenario
} from "./chunk-LGQZNYKV.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-K6477OUF.js";
import "./chunk-HELCCKQW.js";
import "./chunk-TS74Y3CA.js";
import "./chunk-JZQ4IJ4T.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-7QVLELSU.js";
import "./chunk-NBTEPNUY.js";
import "./chunk-BSQQYDY2.js";
import "./chunk-GVDD7QND.js";
import "./chunk-ZIPYE4VO.js";
import "./chunk-J5VI26OM.js";
import "./chunk-YLGYUHZM.js";
import "./chunk-ORACNCOB.js";
import "./chunk-FIXWRPOH.js";
import "./chunk-BF4PNEGJ.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-WIPRSF3Y.js";
import "./chunk-YVU5L7BE.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import "./chunk-T6SRI57T.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-ZJDXO6NN.js";
import "./chunk-ER4JHYTJ.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-OFMX2KKT.js";
import "./chunk-TZSH6ZHU.js";
import "./chunk-GM4JGWXZ.js";
import "./chunk-J27YLO4G.js";
import "./chunk-WTWDRYRV.js";
import "./chunk-IRZMTVJD.js";
import "./chunk-K2EI4FYU.js";
import "./chunk-ZERJH4FR.js";
import "./chunk-X6BXOTOR.js";
import "./chunk-C5WI4WD4.js";
import "./chunk-YCQBZFS4.js";
import "./chunk-S2CQOASI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-BM2IJI2T.js";
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

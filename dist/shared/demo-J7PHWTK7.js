import {
  bootAndReport
} from "./chunk-5ZVSROZN.js";
import "./chunk-X6AIZAB2.js";
import "./chunk-HGTJCN5B.js";
import "./chunk-6WBY3ISK.js";
import "./chunk-Y7HOJQRM.js";
import "./chunk-RKB5UY5T.js";
import "./chunk-BNVS4UUF.js";
import "./chunk-GK3NDIQF.js";
import "./chunk-IBP3JRZE.js";
import "./chunk-NLSCVFIR.js";
import "./chunk-NI3FRMBJ.js";
import "./chunk-7WWXCFL7.js";
import "./chunk-CRLV3VHJ.js";
import "./chunk-WCDTERYH.js";
import {
  parseScenario
} from "./chunk-LXJMAYCK.js";
import "./chunk-WE353FMW.js";
import "./chunk-LLQD4UX5.js";
import "./chunk-EPIYSLEV.js";
import "./chunk-LRQLY4K6.js";
import "./chunk-GKQLW2Q3.js";
import "./chunk-DQY64HLE.js";
import "./chunk-2UG37WJJ.js";
import "./chunk-ROO7P56B.js";
import "./chunk-36QO2VQE.js";
import "./chunk-CJK44M2I.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-ENXTLS5B.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-L23G7NYG.js";
import "./chunk-ZQBQHDIN.js";
import "./chunk-3RWSUEF5.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-2FFNV27E.js";
import "./chunk-FT545GEO.js";
import "./chunk-B2QDC65I.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import "./chunk-J27YLO4G.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-2BBUKTQW.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError
} from "./chunk-7OSXWTH4.js";

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

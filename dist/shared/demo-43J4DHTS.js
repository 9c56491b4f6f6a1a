import {
  bootAndReport
} from "./chunk-UAEW5O4E.js";
import "./chunk-Z3GJSVIW.js";
import "./chunk-QAHK52AU.js";
import "./chunk-DYMQLQ3P.js";
import "./chunk-MSP54S3R.js";
import "./chunk-RKB5UY5T.js";
import "./chunk-E3OQTVPB.js";
import "./chunk-NLZTDTNL.js";
import "./chunk-IBP3JRZE.js";
import "./chunk-GG7QYPMK.js";
import "./chunk-BJOTGWQ4.js";
import "./chunk-7ZR2KACP.js";
import "./chunk-RWLZ3GGK.js";
import "./chunk-NOOSDF62.js";
import {
  parseScenario
} from "./chunk-BOANPXZO.js";
import "./chunk-ESARSHR5.js";
import "./chunk-RE5INTSO.js";
import "./chunk-VYS22V4F.js";
import "./chunk-PXHG5HN5.js";
import "./chunk-DQY64HLE.js";
import "./chunk-2UG37WJJ.js";
import "./chunk-LIZIZJCR.js";
import "./chunk-36QO2VQE.js";
import "./chunk-CJK44M2I.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-L7QEMPOL.js";
import "./chunk-ENXTLS5B.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-ELTUVOUB.js";
import "./chunk-NSI3BOE3.js";
import "./chunk-3RWSUEF5.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-3DHXS5HD.js";
import "./chunk-FT545GEO.js";
import "./chunk-B2QDC65I.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import "./chunk-J27YLO4G.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-DWJMXZGM.js";
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

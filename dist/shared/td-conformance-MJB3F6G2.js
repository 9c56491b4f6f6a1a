import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  onTerminal,
  warn
} from "./chunk-SZDX4KGH.js";
import {
  LinePrinter,
  run
} from "./chunk-IEGLZX6M.js";
import "./chunk-DAL3TAWQ.js";
import "./chunk-BWLEY7RV.js";
import "./chunk-XF2MJ2L3.js";
import "./chunk-XXBMLWDM.js";
import "./chunk-IMYYQHJR.js";
import "./chunk-EYO23A2M.js";
import {
  parseScenario
} from "./chunk-EBD6PO5G.js";
import "./chunk-7UAGVVU3.js";
import "./chunk-DQY64HLE.js";
import "./chunk-VUIA5S7F.js";
import "./chunk-SL2OUSAE.js";
import "./chunk-RBQLQIB5.js";
import "./chunk-L7QEMPOL.js";
import "./chunk-SLJVXMQR.js";
import "./chunk-NVXCXTSY.js";
import "./chunk-L7TOWTXY.js";
import "./chunk-MP4JWOEC.js";
import "./chunk-BDOTOFU7.js";
import "./chunk-WGHKWQVK.js";
import "./chunk-NJMSYCQ7.js";
import "./chunk-PXJPQQK2.js";
import "./chunk-SS4GCJC3.js";
import "./chunk-7NPCX2TO.js";
import "./chunk-4HNDNYE3.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-6L5R56ZO.js";
import {
  TD_PLATFORMS
} from "./chunk-OS4OHMLR.js";
import "./chunk-N45NDHWY.js";
import "./chunk-FA3HRMSY.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError
} from "./chunk-X76KBH4D.js";

// src/cli/td-conformance.ts
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
var IMAGE = fileURLToPath(new URL("../../td-monitor/conformance/td-conformance.fd", import.meta.url));
async function tdConformance(options, streams) {
  const { out, error } = streams;
  const cases = new Cases();
  const ended = await run(conformanceScenario(options), {
    warn: (message) => warn([message], error),
    begin: (scenario, session) => {
      const { results } = options;
      return onTerminal(scenario, { results, quiet: true }, streams, session, [cases]);
    }
  });
  if (ended.signal !== void 0) return 128 + constants.signals[ended.signal];
  const { passed, skipped, differing } = cases;
  const { verdict, reason } = ended.value.verdict;
  out.lines(differing);
  if (verdict !== "passed") out.line(`${verdict}: ${reason}`);
  out.line(
    `${passed} cases are as the specification says, ${differing.length} differ, ${skipped} were skipped`
  );
  if (verdict === "errored") return EXIT.errored;
  return verdict === "passed" && differing.length === 0 && passed > 0 ? EXIT.passed : EXIT.failed;
}
function conformanceScenario({ platform, cpus, cpuid }) {
  const known = TD_PLATFORMS.find((name) => name === platform);
  if (known === void 0) {
    throw new UsageError("no-td-platform", `--platform ${platform} is no Trust Domain`, {
      hint: `Use one of ${TD_PLATFORMS.join(", ")}.`
    });
  }
  const text = JSON.stringify({
    version: 1,
    name: `TD conformance on ${known}`,
    platform: known,
    vmm: "qemu",
    firmware: IMAGE,
    "td-monitor": { cpuid, serial: "ve" },
    guest: { cpus, memory: "256M" },
    // The plan is the last line: a report without a plan was cut short.
    steps: [{ expect: "/^1\\.\\.\\d+/" }],
    allow: [
      {
        match: "/^td-monitor: (?:rbp-exposed|ve-nested|tdcall-failed) /",
        reason: "the conformance guest does this on purpose"
      }
    ],
    "td-evidence": "optional",
    timeout: "5m"
  });
  const loaded = parseScenario("td-conformance", text, process.cwd());
  const { guest } = loaded.scenario;
  if (known === "tdx" || guest === void 0) return loaded;
  const fwCfg = { "opt/org.tdx-boot/conformance": `emulated cpuid=${cpuid}` };
  return { ...loaded, scenario: { ...loaded.scenario, guest: { ...guest, fwCfg } } };
}
var Cases = class {
  name = "the list of cases";
  passed = 0;
  skipped = 0;
  /** The lines of cases that differ. */
  differing = [];
  #lines = new LinePrinter((stream, text) => {
    if (stream === "serial") this.#read(text);
  });
  on(event) {
    if (event.type === "output") this.#lines.push(event.stream, event.bytes);
    if (event.type === "verdict") this.#lines.flush();
  }
  #read(text) {
    if (/^not ok \d+ /.test(text) || text.startsWith("Bail out!")) this.differing.push(text);
    else if (/^ok \d+ .*# SKIP/.test(text)) this.skipped++;
    else if (/^ok \d+ /.test(text)) this.passed++;
  }
};
export {
  tdConformance
};

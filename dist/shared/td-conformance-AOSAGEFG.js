import {
  onTerminal
} from "./chunk-6CPOMP7Q.js";
import {
  run
} from "./chunk-DTQH2567.js";
import "./chunk-SDSKFI6O.js";
import "./chunk-4NNWAEDV.js";
import "./chunk-YHKJXJ2S.js";
import "./chunk-E3VMFCRY.js";
import "./chunk-YHDC37XL.js";
import {
  LinePrinter
} from "./chunk-PU657B6Y.js";
import "./chunk-NHCUKUNO.js";
import "./chunk-ELDEHZO3.js";
import "./chunk-NU6MTYIS.js";
import "./chunk-LEB3SK4U.js";
import "./chunk-HVXBQL7A.js";
import {
  warn
} from "./chunk-O6K4RGTM.js";
import "./chunk-HBTGX4UI.js";
import "./chunk-WCDTERYH.js";
import "./chunk-5UGCNRH2.js";
import {
  parseScenario
} from "./chunk-WYKTJOFR.js";
import "./chunk-2I2PZAKV.js";
import "./chunk-ODCNIZ4V.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-TLSPWO26.js";
import "./chunk-YJUB5JHN.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-HYCH4LNW.js";
import "./chunk-BOEFBUIR.js";
import "./chunk-Q7AS6Z2X.js";
import "./chunk-36QO2VQE.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-CJK44M2I.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-GJ7AWZ3T.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-WLESO37N.js";
import "./chunk-3ALZ3U3I.js";
import "./chunk-3RWSUEF5.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-GB3H2CIA.js";
import "./chunk-MCS7UE6O.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-KVH47LMI.js";
import "./chunk-6L5R56ZO.js";
import {
  TD_PLATFORMS
} from "./chunk-OOLZV5JI.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-FDYQZGYD.js";
import "./chunk-YIF3J6O5.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError
} from "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";

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

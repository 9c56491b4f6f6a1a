import {
  onTerminal
} from "./chunk-DQTRUCXZ.js";
import "./chunk-5OGW4CRC.js";
import "./chunk-HW37N3RU.js";
import "./chunk-6ADSQU6H.js";
import "./chunk-IBFFRAHP.js";
import {
  warn
} from "./chunk-USXYBKG6.js";
import {
  LinePrinter
} from "./chunk-5SFQNJWB.js";
import "./chunk-WTIMFSL5.js";
import "./chunk-SOUNP4QM.js";
import "./chunk-NCMDP22J.js";
import "./chunk-ORACNCOB.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-ALDQ2EZP.js";
import {
  run
} from "./chunk-EB52G7X7.js";
import "./chunk-IHQ6SWXX.js";
import "./chunk-VZMHMD3L.js";
import "./chunk-ZERJH4FR.js";
import "./chunk-PNP4AQXL.js";
import "./chunk-EAGFKDY3.js";
import "./chunk-BW7ZZE24.js";
import "./chunk-WCDTERYH.js";
import "./chunk-3DLQTEHF.js";
import "./chunk-DP3QCJYD.js";
import "./chunk-57EZI6XK.js";
import "./chunk-JZXD2SMJ.js";
import "./chunk-NI6CKDLU.js";
import {
  parseScenario
} from "./chunk-OOFAIED3.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-ZRVEZHWY.js";
import "./chunk-HELCCKQW.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-PYREBFCJ.js";
import "./chunk-MLAK2CX2.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-O6WBYA6V.js";
import "./chunk-ONO73SMO.js";
import "./chunk-R634AZ2Y.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-LUZTJW22.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-J5VI26OM.js";
import "./chunk-PBTCGB6N.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-FIXWRPOH.js";
import "./chunk-B4VF3AHC.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-WIPRSF3Y.js";
import "./chunk-JFONFIZM.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-NGXJFHFG.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-B3E2T4C2.js";
import "./chunk-5XTVBRU6.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-MTKYCV2C.js";
import "./chunk-TZSH6ZHU.js";
import {
  TD_PLATFORMS
} from "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-RPJHQSHZ.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError
} from "./chunk-BM2IJI2T.js";
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
    begin: (loaded, session) => {
      const { results } = options;
      return onTerminal(loaded, { results, quiet: true }, streams, session, [cases]);
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

import {
  onTerminal
} from "./chunk-YS24Q7O4.js";
import "./chunk-VZOFWU4R.js";
import "./chunk-WTTEQ5BN.js";
import "./chunk-3U7D3P7Z.js";
import "./chunk-IBFFRAHP.js";
import {
  warn
} from "./chunk-FBRHABPC.js";
import {
  LinePrinter
} from "./chunk-5SFQNJWB.js";
import "./chunk-75K6BNHF.js";
import "./chunk-XGXTHW67.js";
import "./chunk-NCMDP22J.js";
import {
  run
} from "./chunk-UUAZCOJY.js";
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
import {
  EXIT
} from "./chunk-J27YLO4G.js";
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
import {
  TD_PLATFORMS
} from "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
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

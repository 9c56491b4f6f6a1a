import {
  onTerminal
} from "./chunk-AS3MDFYY.js";
import "./chunk-LINK7QW5.js";
import "./chunk-V4QDCBLH.js";
import "./chunk-RYKNON4F.js";
import "./chunk-IBFFRAHP.js";
import {
  warn
} from "./chunk-OQNBSYAW.js";
import "./chunk-T42F5QVU.js";
import "./chunk-NCMDP22J.js";
import {
  run
} from "./chunk-RYDELTQJ.js";
import "./chunk-JWGYPO2X.js";
import "./chunk-BHH2FN3O.js";
import "./chunk-YLUIWFY6.js";
import "./chunk-44WF2MDB.js";
import "./chunk-6PMVELVX.js";
import "./chunk-JDFYHK5D.js";
import "./chunk-2MAJAF2T.js";
import "./chunk-54JA5SQ7.js";
import "./chunk-26FHAQFJ.js";
import "./chunk-HELCCKQW.js";
import "./chunk-B3MC6MSR.js";
import "./chunk-GYLEEU4L.js";
import "./chunk-QY7JCTB7.js";
import "./chunk-XISTSJMZ.js";
import "./chunk-TBWMDY6W.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-TUGZNSDJ.js";
import {
  parseScenario
} from "./chunk-WWEYV5FR.js";
import "./chunk-UHZCLFAH.js";
import "./chunk-LRKZHUNA.js";
import "./chunk-4C5IOPH7.js";
import "./chunk-T6NHXXIO.js";
import "./chunk-SGV2QDWH.js";
import "./chunk-MMYE7VHJ.js";
import "./chunk-III6LP5Y.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Q2EJGYCB.js";
import "./chunk-ORACNCOB.js";
import "./chunk-PH7OVLBD.js";
import "./chunk-D6EZPOO7.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import "./chunk-CKD3O6E4.js";
import "./chunk-FYURKBY3.js";
import "./chunk-CP5OC7HH.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-4BKD3JSQ.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2TFUJLGZ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M2G3QVKA.js";
import "./chunk-BBYFIMRE.js";
import "./chunk-TJSYBKLF.js";
import "./chunk-T4YCFN63.js";
import "./chunk-CNYZDXQQ.js";
import "./chunk-4TNNQE2H.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-ZQMABVPH.js";
import {
  LinePrinter
} from "./chunk-VPEXOOML.js";
import "./chunk-5QQR7KKE.js";
import "./chunk-TAKYD5DH.js";
import "./chunk-O7AQDOVB.js";
import "./chunk-VGDXVO5O.js";
import "./chunk-G3NWQZ75.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-DEP5CK7J.js";
import "./chunk-WD6X4G7B.js";
import "./chunk-A2NKWSQL.js";
import "./chunk-WZIZK7PI.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import {
  TD_PLATFORMS
} from "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-D4THVSJ6.js";
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

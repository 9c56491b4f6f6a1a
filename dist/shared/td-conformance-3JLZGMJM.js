import {
  onTerminal
} from "./chunk-NUTFZQNQ.js";
import "./chunk-3YPKT7AZ.js";
import "./chunk-BT5PU4TN.js";
import "./chunk-XF7Y5JNY.js";
import "./chunk-ZPFBVSHJ.js";
import "./chunk-IBFFRAHP.js";
import {
  run
} from "./chunk-CCHCACHL.js";
import "./chunk-NCMDP22J.js";
import "./chunk-XAM7Z75C.js";
import {
  warn
} from "./chunk-QYXTLK5A.js";
import "./chunk-ZB4LHV3A.js";
import "./chunk-G22QTBE3.js";
import "./chunk-LEVOI2RB.js";
import "./chunk-EABUHY5D.js";
import "./chunk-J6DCDTQO.js";
import "./chunk-4QN54IE2.js";
import "./chunk-FQ3DCRTG.js";
import "./chunk-CT3CYKUU.js";
import "./chunk-HELCCKQW.js";
import "./chunk-PCHR2CJV.js";
import "./chunk-SDZZXB32.js";
import "./chunk-TYXNQKKF.js";
import "./chunk-D3F3PKKQ.js";
import "./chunk-772ZWCBN.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-ELG3TUYH.js";
import {
  parseScenario
} from "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-7EZL7CAO.js";
import "./chunk-VJTVHMNG.js";
import "./chunk-BGTM5X7Z.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Z5EMF6HS.js";
import "./chunk-ICTCGJU4.js";
import "./chunk-ORACNCOB.js";
import "./chunk-XRCLQ5TY.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import "./chunk-VM3YECVA.js";
import "./chunk-FYURKBY3.js";
import "./chunk-5UXIQAYR.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-ZRLOYJTX.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M3NQKO3U.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-3UQVA5YR.js";
import "./chunk-7SKRB5VY.js";
import "./chunk-C24KWKK2.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-O2SLEJNV.js";
import "./chunk-2H22IQHJ.js";
import {
  LinePrinter
} from "./chunk-L6C7G475.js";
import "./chunk-322MFWUB.js";
import "./chunk-PSFT4LPN.js";
import "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
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
} from "./chunk-SBPB5IBB.js";
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

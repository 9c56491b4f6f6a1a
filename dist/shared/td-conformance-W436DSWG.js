import {
  onTerminal
} from "./chunk-UAEW5O4E.js";
import {
  run
} from "./chunk-Z3GJSVIW.js";
import "./chunk-QAHK52AU.js";
import "./chunk-DYMQLQ3P.js";
import {
  LinePrinter
} from "./chunk-MSP54S3R.js";
import "./chunk-RKB5UY5T.js";
import "./chunk-E3OQTVPB.js";
import "./chunk-NLZTDTNL.js";
import "./chunk-IBP3JRZE.js";
import "./chunk-GG7QYPMK.js";
import "./chunk-BJOTGWQ4.js";
import {
  warn
} from "./chunk-7ZR2KACP.js";
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
import {
  TD_PLATFORMS
} from "./chunk-OS4OHMLR.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-DWJMXZGM.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError
} from "./chunk-7OSXWTH4.js";

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

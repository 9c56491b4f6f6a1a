import {
  makeGolden,
  writeGolden
} from "./chunk-32PAPT3T.js";
import {
  onTerminal
} from "./chunk-NUTFZQNQ.js";
import "./chunk-3YPKT7AZ.js";
import "./chunk-BT5PU4TN.js";
import "./chunk-XF7Y5JNY.js";
import "./chunk-ZPFBVSHJ.js";
import "./chunk-IBFFRAHP.js";
import {
  bootDiskOf,
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
  loadScenario
} from "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-7EZL7CAO.js";
import {
  possibleEvents
} from "./chunk-VJTVHMNG.js";
import {
  isPredicted
} from "./chunk-BGTM5X7Z.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import {
  ZERO
} from "./chunk-Z5EMF6HS.js";
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
import {
  table
} from "./chunk-3PNURQ27.js";
import {
  readInput
} from "./chunk-7QCFTSGB.js";
import "./chunk-7SKRB5VY.js";
import "./chunk-C24KWKK2.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  parseMetadata
} from "./chunk-7GO3TDGG.js";
import "./chunk-O2SLEJNV.js";
import "./chunk-2H22IQHJ.js";
import {
  LinePrinter
} from "./chunk-L6C7G475.js";
import "./chunk-322MFWUB.js";
import {
  withDigests
} from "./chunk-PSFT4LPN.js";
import "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import {
  REGISTERS,
  RTMRS
} from "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import {
  HostError,
  UsageError
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/measure-run.ts
import { constants } from "node:os";
var DEVIATIONS = [
  "ACPI tables (RTMR0): those of a TD under this QEMU; another version may make others",
  "SMBIOS table (RTMR0): that of the emulated processor, with 32 MiB more memory",
  "boot options (RTMR0) of disks and network cards: those of the emulated machine"
];
async function measureRun(file, flags, streams) {
  const { out, error } = streams;
  const override = {
    path: ["platform"],
    value: "tdx-emulated",
    origin: "measure --run",
    base: process.cwd()
  };
  const loaded = loadScenario(file, { overrides: [override], variables: /* @__PURE__ */ new Map() });
  const monitor = new MonitorLog();
  const ended = await run(loaded, {
    warn: (message) => warn([message], error),
    begin: (scenario, session) => onTerminal(scenario, { results: flags.results, quiet: true }, streams, session, [monitor])
  });
  if (ended.signal !== void 0) return 128 + constants.signals[ended.signal];
  const { verdict, reason } = ended.value.verdict;
  if (verdict !== "passed") {
    error.line(`no values: the scenario has ${verdict}: ${reason}`);
    return EXIT[verdict];
  }
  const { image, registers, events } = monitor.measured();
  const names = namesOf(events, predictionsFor(image, loaded.scenario.guest));
  const named = events.map((event, place) => ({ ...event, what: names[place] ?? "" }));
  if (flags.write !== void 0) {
    const expected = REGISTERS.map((register) => ({ register, value: registers[register], by: [BY] }));
    writeGolden(flags.write, makeGolden({ sha256: image.sha256, expected }));
  }
  if (flags.json === true)
    out.json({ scenario: file, image, registers, events: named, deviations: DEVIATIONS });
  else {
    out.lines([
      ...table(
        [
          ["register", "digest", "what"],
          ...named.map(({ register, digest, what }) => [register, digest, what || "-"])
        ],
        out.columns
      ),
      "",
      ...table(REGISTERS.map((register) => [register, registers[register]])),
      "",
      "TDX hardware differs in:",
      ...DEVIATIONS.map((text) => `  ${text}`)
    ]);
  }
  return EXIT.passed;
}
function predictionsFor({ file }, guest) {
  try {
    const image = readInput(file, "the firmware");
    const memory = guest === void 0 ? void 0 : BigInt(guest.memory);
    const direct = kernelOf(guest);
    const disk = direct === void 0 ? bootDiskOf(guest?.disks ?? []) : void 0;
    return possibleEvents({ image, metadata: parseMetadata(image), memory, direct, disk });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [];
  }
}
function namesOf(measured, predictions) {
  const agreeing = predictions.find(
    ({ events }) => RTMRS.every((rtmr) => agree(measured.filter(isOf(rtmr)), events.filter(isOf(rtmr))))
  );
  const say = (event) => event === void 0 ? "" : `${event.name} (${event.text})`;
  if (agreeing !== void 0) {
    const left = [...agreeing.events];
    return measured.map(({ register }) => say(left.splice(left.findIndex(isOf(register)), 1)[0]));
  }
  const all = predictions.flatMap(({ events }) => events);
  return measured.map(({ digest }) => say(all.find((event) => event.digest === digest)));
}
function isOf(rtmr) {
  return ({ register }) => register === rtmr;
}
function agree(measured, predicted) {
  return measured.length === predicted.length && predicted.every(({ digest }, at) => !isPredicted(digest) || digest === measured[at]?.digest);
}
function kernelOf(guest) {
  if (guest?.kernel === void 0) return void 0;
  const { kernel, initrd, cmdline = "" } = guest;
  const ramdisk = initrd === void 0 || initrd === "probe" ? new Uint8Array() : readInput(initrd, "the initrd");
  return { kernel: readInput(kernel, "the kernel"), initrd: ramdisk, cmdline };
}
var BY = "an emulated run";
function imageOf(booted) {
  const { path: file, sha256 } = booted?.files.find(({ role }) => role === "firmware") ?? {};
  return booted === void 0 || file === void 0 || sha256 == null ? void 0 : { file, sha256, mrtd: booted.mrtd };
}
var MonitorLog = class {
  name = "the measurements";
  #lines = new LinePrinter((_, line) => this.#read(line));
  #registers = {};
  #events = [];
  #booted;
  on(event) {
    if (event.type === "launch") this.#booted = event.booted;
    if (event.type === "digests") this.#booted &&= withDigests(this.#booted, event.sha256);
    if (event.type === "output" && event.stream === "td-module") this.#lines.push(event.stream, event.bytes);
    if (event.type === "verdict") this.#lines.flush();
  }
  /** @throws HostError code `not-measured` when the monitor has not said what it measured */
  measured() {
    const { mrtd, ...rtmrs } = this.#registers;
    if (mrtd === void 0) throw new HostError("not-measured", "the TD monitor has not written an MRTD");
    const image = imageOf(this.#booted);
    if (image === void 0)
      throw new HostError("not-measured", "the firmware that was booted could not be read");
    const zero = Object.fromEntries(RTMRS.map((rtmr) => [rtmr, ZERO]));
    return { image, registers: { mrtd, ...zero, ...rtmrs }, events: this.#events };
  }
  #read(line) {
    const [, mrtd] = /^td-monitor: mrtd value=([0-9a-f]{96})$/.exec(line) ?? [];
    if (mrtd !== void 0) this.#registers.mrtd = mrtd;
    const extended = /^td-monitor: rtmr-extend index=([0-3]) digest=([0-9a-f]{96}) value=([0-9a-f]{96})/.exec(
      line
    );
    const [, index, digest, value] = extended ?? [];
    const register = RTMRS[Number(index)];
    if (register === void 0 || digest === void 0 || value === void 0) return;
    this.#events.push({ register, digest });
    this.#registers[register] = value;
  }
};
export {
  measureRun,
  namesOf
};

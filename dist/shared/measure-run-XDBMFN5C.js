import {
  makeGolden,
  writeGolden
} from "./chunk-LDFCFGY4.js";
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
  bootDiskOf,
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
  loadScenario
} from "./chunk-WWEYV5FR.js";
import "./chunk-UHZCLFAH.js";
import "./chunk-LRKZHUNA.js";
import "./chunk-4C5IOPH7.js";
import {
  possibleEvents
} from "./chunk-T6NHXXIO.js";
import {
  isPredicted
} from "./chunk-SGV2QDWH.js";
import "./chunk-MMYE7VHJ.js";
import "./chunk-III6LP5Y.js";
import "./chunk-J5VI26OM.js";
import {
  ZERO
} from "./chunk-Q2EJGYCB.js";
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
import {
  table
} from "./chunk-3PNURQ27.js";
import {
  readInput
} from "./chunk-ENZTU3TB.js";
import "./chunk-CNYZDXQQ.js";
import "./chunk-4TNNQE2H.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  parseMetadata
} from "./chunk-ZQMABVPH.js";
import {
  LinePrinter
} from "./chunk-VPEXOOML.js";
import "./chunk-5QQR7KKE.js";
import "./chunk-TAKYD5DH.js";
import "./chunk-O7AQDOVB.js";
import "./chunk-VGDXVO5O.js";
import {
  withDigests
} from "./chunk-G3NWQZ75.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-DEP5CK7J.js";
import "./chunk-WD6X4G7B.js";
import "./chunk-A2NKWSQL.js";
import "./chunk-WZIZK7PI.js";
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
} from "./chunk-D4THVSJ6.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/measure-run.ts
import { constants } from "node:os";
var DEVIATIONS = [
  'ACPI tables (RTMR0): the emulated machine has SMM and a PIC; those of a TD are in "measure FIRMWARE --machine SCENARIO"',
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

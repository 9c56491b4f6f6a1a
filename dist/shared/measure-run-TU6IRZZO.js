import {
  makeGolden,
  writeGolden
} from "./chunk-Z6V5D2HF.js";
import {
  onTerminal
} from "./chunk-PLS5C5C6.js";
import "./chunk-6PLGNXV2.js";
import "./chunk-U2JWHID3.js";
import "./chunk-NQ7DPUZM.js";
import "./chunk-IBFFRAHP.js";
import {
  warn
} from "./chunk-XY6IAK44.js";
import {
  LinePrinter
} from "./chunk-5SFQNJWB.js";
import "./chunk-SVP5MGRT.js";
import "./chunk-ERYWLJBX.js";
import "./chunk-NCMDP22J.js";
import "./chunk-ORACNCOB.js";
import {
  table
} from "./chunk-3PNURQ27.js";
import {
  readInput
} from "./chunk-SGPGTYUJ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-WY2NRLVV.js";
import {
  run
} from "./chunk-MDKCJ66F.js";
import "./chunk-RRLNYPLJ.js";
import "./chunk-GGJHTPM4.js";
import "./chunk-Q2WTOUSO.js";
import "./chunk-2B7ZTR6Q.js";
import "./chunk-Q5SRM6L3.js";
import "./chunk-RR6RU7RN.js";
import "./chunk-WCDTERYH.js";
import "./chunk-D7WZU3TG.js";
import "./chunk-3J3H2KG2.js";
import "./chunk-HVTPSX5T.js";
import "./chunk-CMTB6YYK.js";
import "./chunk-QSVBJCUO.js";
import {
  loadScenario
} from "./chunk-3IGWJN4K.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-FEIS7Z5L.js";
import "./chunk-HELCCKQW.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-EDZC2Y6G.js";
import "./chunk-NOUR5OXJ.js";
import "./chunk-WUR54YEQ.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-4EDRUMQZ.js";
import {
  possibleEvents
} from "./chunk-CR6EYXO3.js";
import {
  isPredicted
} from "./chunk-CUONXRSJ.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-6GR5JTHF.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-J5VI26OM.js";
import {
  ZERO
} from "./chunk-PBTCGB6N.js";
import {
  REGISTERS,
  RTMRS
} from "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-BOEFBUIR.js";
import "./chunk-PHD3JEJS.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-JFONFIZM.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-LXTSU47G.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-2NXDOHNH.js";
import "./chunk-BZUPZLSE.js";
import "./chunk-POHZVVS5.js";
import "./chunk-DILSY2YF.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import "./chunk-B5XQG6HS.js";
import "./chunk-MHWIMHDX.js";
import "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import {
  parseMetadata
} from "./chunk-KAKGKCN4.js";
import "./chunk-DV54WIWJ.js";
import {
  HostError,
  UsageError
} from "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/measure-run.ts
import { constants } from "node:os";
var DEVIATIONS = [
  "ACPI tables and the SMBIOS table (RTMR0): the emulated machine has other devices and 32 MiB more memory",
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
    return possibleEvents({ image, metadata: parseMetadata(image), memory, direct: kernelOf(guest) });
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
  #image;
  on(event) {
    if (event.type === "launch") this.#image = imageOf(event.booted);
    if (event.type === "output" && event.stream === "td-module") this.#lines.push(event.stream, event.bytes);
    if (event.type === "verdict") this.#lines.flush();
  }
  /** @throws HostError code `not-measured` when the monitor has not said what it measured */
  measured() {
    const { mrtd, ...rtmrs } = this.#registers;
    if (mrtd === void 0 || this.#image === void 0) {
      throw new HostError("not-measured", "the TD monitor has not written an MRTD");
    }
    const zero = Object.fromEntries(RTMRS.map((rtmr) => [rtmr, ZERO]));
    return { image: this.#image, registers: { mrtd, ...zero, ...rtmrs }, events: this.#events };
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

import {
  makeGolden,
  writeGolden
} from "./chunk-BEECNXEC.js";
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
  loadScenario
} from "./chunk-LGQZNYKV.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-K6477OUF.js";
import "./chunk-HELCCKQW.js";
import "./chunk-TS74Y3CA.js";
import "./chunk-JZQ4IJ4T.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-7QVLELSU.js";
import {
  possibleEvents
} from "./chunk-NBTEPNUY.js";
import {
  isPredicted
} from "./chunk-BSQQYDY2.js";
import "./chunk-GVDD7QND.js";
import "./chunk-ZIPYE4VO.js";
import "./chunk-J5VI26OM.js";
import {
  ZERO
} from "./chunk-YLGYUHZM.js";
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
import {
  table
} from "./chunk-3PNURQ27.js";
import {
  readInput
} from "./chunk-LYANECJE.js";
import "./chunk-OFMX2KKT.js";
import "./chunk-TZSH6ZHU.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  parseMetadata
} from "./chunk-WTWDRYRV.js";
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
import {
  REGISTERS,
  RTMRS
} from "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
import {
  HostError,
  UsageError
} from "./chunk-BM2IJI2T.js";
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

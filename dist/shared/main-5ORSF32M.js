import {
  inJobLog,
  readInputs,
  refuse,
  uploadRecording
} from "./chunk-5VG4CJ2L.js";
import {
  saveMachine,
  saveWorkDir
} from "./chunk-BURY3PZQ.js";
import {
  annotate,
  getInput,
  jobLog,
  setOutputs,
  writeSummary
} from "./chunk-2XTFS6ZF.js";
import {
  summarize
} from "./chunk-3COSZ6K4.js";
import "./chunk-YWOGCDQQ.js";
import {
  startRecording
} from "./chunk-VWVMVGGP.js";
import "./chunk-IBFFRAHP.js";
import {
  LinePrinter
} from "./chunk-PU657B6Y.js";
import {
  resultOf,
  run
} from "./chunk-UEFGLSTR.js";
import "./chunk-VX7UBMUJ.js";
import "./chunk-K67IDSL2.js";
import "./chunk-HVTPSX5T.js";
import "./chunk-YOVVFRJG.js";
import "./chunk-SNPYCUXT.js";
import "./chunk-6I5EYL4W.js";
import "./chunk-TNWQD52F.js";
import "./chunk-X4T7POPL.js";
import "./chunk-WCDTERYH.js";
import "./chunk-7FX5SKGU.js";
import "./chunk-NQGNUVL2.js";
import "./chunk-7VWSYQHC.js";
import "./chunk-2I2PZAKV.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-EDZC2Y6G.js";
import "./chunk-5HO42YED.js";
import "./chunk-LDPNZ7CV.js";
import "./chunk-L5DRAQ6Z.js";
import "./chunk-GVDD7QND.js";
import "./chunk-K7HLSIKG.js";
import "./chunk-IIUDLEJ2.js";
import "./chunk-BOEFBUIR.js";
import "./chunk-ORACNCOB.js";
import "./chunk-T46UDUJC.js";
import "./chunk-36QO2VQE.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-22A7GVRM.js";
import "./chunk-FYURKBY3.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-LXTSU47G.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-QMTQUMZS.js";
import "./chunk-BZUPZLSE.js";
import "./chunk-POHZVVS5.js";
import "./chunk-DILSY2YF.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import "./chunk-B5XQG6HS.js";
import "./chunk-MHWIMHDX.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-KAKGKCN4.js";
import {
  tooLong,
  writeReport
} from "./chunk-427LDU7C.js";
import {
  REPORT_FILE,
  RESULT_FILE
} from "./chunk-T7XAKIRX.js";
import "./chunk-FTRQMIJ3.js";
import {
  describeEvent,
  describeVerdict
} from "./chunk-IIUVJISF.js";
import "./chunk-XUBCMVSW.js";
import "./chunk-YJUB5JHN.js";
import "./chunk-GIHIYGVQ.js";
import {
  wholeOrNothing
} from "./chunk-JCCCLOPX.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import {
  forJson,
  forLine
} from "./chunk-ATIFMRE6.js";
import "./chunk-CJK44M2I.js";
import {
  PHASES
} from "./chunk-OOLZV5JI.js";
import "./chunk-DV54WIWJ.js";
import {
  HostError,
  messageOf
} from "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";

// src/action/main.ts
import { join, resolve } from "node:path";

// src/report/job-log.ts
var SHOWN_LINES = 2e4;
var SHOWN_COLUMNS = 2e3;
var JobLog = class {
  name = "the job's log";
  #output;
  #lines;
  #phase;
  #shown = 0;
  constructor(output) {
    this.#output = output;
    this.#lines = new LinePrinter(
      (stream, text) => this.#guestLine(`${stream} | ${wholeOrNothing(text, SHOWN_COLUMNS)}`)
    );
  }
  on(event) {
    if (event.type === "launch") this.#enter("vmm");
    else if (event.type === "phase") this.#enter(event.phase);
    if (event.type === "output") this.#lines.push(event.stream, event.bytes);
    if (event.type === "verdict") this.#lines.flush();
    const text = describeEvent(event);
    if (text !== void 0) this.#output.info(text);
  }
  close() {
    if (this.#phase !== void 0) this.#output.endGroup();
    this.#phase = void 0;
  }
  #enter(phase) {
    if (this.#phase !== void 0 && PHASES.indexOf(phase) <= PHASES.indexOf(this.#phase)) return;
    if (this.#phase !== void 0) this.#output.endGroup();
    this.#phase = phase;
    this.#output.startGroup(`Boot: ${phase}`);
  }
  #guestLine(line) {
    this.#shown++;
    if (this.#shown <= SHOWN_LINES) this.#output.info(line);
    if (this.#shown === SHOWN_LINES) {
      this.#output.info(`The guest printed ${SHOWN_LINES} lines; the rest is only in the recording.`);
    }
  }
};

// src/action/main.ts
async function main() {
  const begun = { name: "tdx-boot", directory: resolve(getInput("results")) };
  try {
    await bootScenario(begun);
  } catch (error) {
    setOutputs(outputsOfRefusal(await refuse(error, begun.name), begun.directory));
  }
}
async function bootScenario(begun) {
  const { loaded, results, installTools, requireKnownImage: requireKnown, upload } = readInputs();
  begun.name = loaded.scenario.name;
  const { value: outcome } = await run(loaded, {
    warn,
    begin: (bootable, { signal, workDir }) => {
      const recording = startRecording(results, bootable);
      begun.directory = recording.directory;
      saveWorkDir(workDir);
      return {
        build: (body) => inJobLog((options) => body({ ...options, installTools, requireKnown }), signal),
        consumers: [recording, new JobLog(jobLog), { name: "the post step's note", on: saveMachine }]
      };
    }
  });
  if (outcome === void 0) throw new HostError("cancelled", "cancelled before the guest was started");
  const { verdict, lost } = outcome;
  for (const { message } of lost) annotate("warning", message);
  setOutputs(outputsOf(verdict, begun.directory));
  const recorded = await resultOf(begun.directory, loaded.scenario, verdict);
  await makePage(recorded);
  const wanted = upload === "always" || upload === "on-failure" && verdict.verdict !== "passed";
  const link = wanted ? await uploadRecording(recorded.directory, loaded.scenario.name, warnOf) : void 0;
  if (link !== void 0) setOutputs({ "artifact-url": link });
  await writeSummary(summarize([{ ...recorded, ...link === void 0 ? {} : { link } }]));
  announce(loaded.scenario, verdict);
}
function warnOf(text) {
  annotate("warning", text);
}
async function makePage(run2) {
  try {
    const why = tooLong(run2.directory);
    if (why !== void 0) jobLog.info(why);
    else await writeReport(join(run2.directory, REPORT_FILE), [run2]);
  } catch (error) {
    annotate("warning", `no ${REPORT_FILE}: ${messageOf(error)}`);
  }
}
function warn({ where, message, hint, rule }) {
  annotate("warning", `${message}. ${hint} [${rule}]`, { title: "tdx-boot: scenario", where: inFile(where) });
}
function outputsOf(verdict, directory) {
  return {
    verdict: verdict.verdict,
    td: verdict.td,
    phase: verdict.phase,
    "boot-time": (verdict.time / 1e3).toFixed(3),
    // Other steps print it.
    reason: verdict.verdict === "passed" ? "" : forLine(verdict.reason),
    captures: forJson(verdict.captures, 0),
    results: directory,
    "result-json": join(directory, RESULT_FILE),
    report: tooLong(directory) === void 0 ? join(directory, REPORT_FILE) : "",
    "artifact-url": ""
  };
}
function outputsOfRefusal(reason, directory) {
  return {
    verdict: "errored",
    td: "none",
    phase: "host",
    "boot-time": "0.000",
    reason: forLine(reason),
    captures: "{}",
    results: directory,
    "result-json": "",
    report: "",
    "artifact-url": ""
  };
}
function announce(scenario, verdict) {
  const lines = describeVerdict(scenario.name, verdict);
  if (verdict.verdict === "passed") {
    jobLog.info(lines[0] ?? "");
    return;
  }
  const waiting = verdict.steps.find(({ state }) => state === "missed" || state === "open");
  const where = verdict.cause?.where ?? (verdict.verdict === "failed" ? waiting?.where : void 0);
  annotate("error", lines, { title: `tdx-boot: ${scenario.name}`, where: inFile(where) });
  process.exitCode = 1;
}
function inFile(where) {
  return where?.line === 0 ? void 0 : where;
}
export {
  main
};

import {
  inJobLog,
  readInputs,
  refuse,
  summarize
} from "./chunk-T7KJZWWO.js";
import {
  saveMachine,
  saveWorkDir
} from "./chunk-HJGO5DAQ.js";
import {
  annotate,
  getInput,
  jobLog,
  setOutputs,
  writeSummary
} from "./chunk-ECNF35K4.js";
import "./chunk-3ILAFTBB.js";
import {
  RESULT_FILE,
  Recording,
  makeRunDirectory,
  run
} from "./chunk-5XVAW5AX.js";
import "./chunk-EGS5RAQP.js";
import {
  LinePrinter
} from "./chunk-PU657B6Y.js";
import "./chunk-3X66AOZT.js";
import "./chunk-RKB5UY5T.js";
import "./chunk-WMLNPYDX.js";
import {
  describeEvent,
  describeVerdict
} from "./chunk-QDIPAFBO.js";
import "./chunk-IBP3JRZE.js";
import "./chunk-BXYI56LY.js";
import "./chunk-3H2NT6IO.js";
import "./chunk-LSVYBPVG.js";
import "./chunk-MVROXVMO.js";
import "./chunk-WCDTERYH.js";
import "./chunk-DJPDL7TQ.js";
import "./chunk-J6VHNFJZ.js";
import "./chunk-CMMH52FK.js";
import "./chunk-D3DU3W2X.js";
import "./chunk-IFZNQD3J.js";
import "./chunk-IJPYMELX.js";
import "./chunk-JF6LLKXI.js";
import "./chunk-XFQCAMV5.js";
import "./chunk-7IGLDAEP.js";
import {
  wholeOrNothing
} from "./chunk-JCCCLOPX.js";
import {
  forJson,
  forLine
} from "./chunk-FUCMNW7W.js";
import "./chunk-2UG37WJJ.js";
import "./chunk-27SI244U.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ENXTLS5B.js";
import "./chunk-CJK44M2I.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-L23G7NYG.js";
import "./chunk-4DP6EGNK.js";
import "./chunk-3RWSUEF5.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-3TMRABTC.js";
import "./chunk-FT545GEO.js";
import "./chunk-B2QDC65I.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import "./chunk-6L5R56ZO.js";
import {
  PHASES
} from "./chunk-HSYB7NEV.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-2BBUKTQW.js";
import "./chunk-DV54WIWJ.js";
import {
  HostError
} from "./chunk-7OSXWTH4.js";

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
  const { loaded, results, installTools } = readInputs();
  begun.name = loaded.scenario.name;
  const { value: outcome } = await run(loaded, {
    warn,
    begin: (scenario, { signal, workDir }) => {
      const directory = makeRunDirectory(results, scenario.name);
      begun.directory = directory;
      saveWorkDir(workDir);
      return {
        build: (body) => inJobLog((options) => body({ ...options, installTools }), signal),
        consumers: [
          new Recording(directory, scenario),
          new JobLog(jobLog),
          { name: "the post step's note", on: saveMachine }
        ]
      };
    }
  });
  if (outcome === void 0) throw new HostError("cancelled", "cancelled before the guest was started");
  const { verdict, lost } = outcome;
  for (const { message } of lost) annotate("warning", message);
  setOutputs(outputsOf(verdict, begun.directory));
  await writeSummary(summarize(loaded.scenario, verdict));
  announce(loaded.scenario, verdict);
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
    "result-json": join(directory, RESULT_FILE)
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
    "result-json": ""
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

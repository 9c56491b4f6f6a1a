import {
  MachineNotes,
  saveWorkDir
} from "./chunk-TVVMCEDP.js";
import {
  inJobLog,
  isUploaded,
  readInputs,
  refuse,
  uploadRecording
} from "./chunk-27RCCVT5.js";
import {
  annotate,
  annotateAll,
  getInput,
  jobLog,
  setOutputs,
  writeSummary
} from "./chunk-JBSIX7IB.js";
import {
  grouped,
  summarize,
  withTimes
} from "./chunk-KQBM5BAU.js";
import "./chunk-V67K3L6B.js";
import {
  recordSuite
} from "./chunk-CLJGJQKJ.js";
import "./chunk-VTZXOCNH.js";
import "./chunk-XRXYFBU7.js";
import "./chunk-B34FLT2A.js";
import "./chunk-S43INHYQ.js";
import {
  openHistory
} from "./chunk-BT5PU4TN.js";
import {
  startRecording
} from "./chunk-ZPFBVSHJ.js";
import "./chunk-IBFFRAHP.js";
import {
  SUITE_FILE,
  resultOf,
  run
} from "./chunk-CCHCACHL.js";
import "./chunk-NCMDP22J.js";
import "./chunk-XAM7Z75C.js";
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
import "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-7EZL7CAO.js";
import "./chunk-VJTVHMNG.js";
import "./chunk-BGTM5X7Z.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Z5EMF6HS.js";
import {
  Printer
} from "./chunk-A3CVQGYF.js";
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
import "./chunk-7GO3TDGG.js";
import {
  writeOwnReport
} from "./chunk-PXHHUYGG.js";
import "./chunk-G3FSNJFZ.js";
import "./chunk-CTEL45AH.js";
import {
  countKinds,
  describeCounts
} from "./chunk-JQ76SB74.js";
import {
  REPORT_FILE,
  RESULT_FILE
} from "./chunk-O2SLEJNV.js";
import "./chunk-2H22IQHJ.js";
import {
  Heartbeat,
  LOG_MS,
  LinePrinter,
  Waiting
} from "./chunk-L6C7G475.js";
import "./chunk-322MFWUB.js";
import "./chunk-PSFT4LPN.js";
import {
  describeEvent,
  describeVerdict
} from "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
import {
  wholeOrNothing
} from "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import {
  forJson,
  forLine
} from "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import {
  PHASES,
  TD_KINDS
} from "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import {
  HostError
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/action/main.ts
import { resolve } from "node:path";

// src/report/job-log.ts
var SHOWN_LINES = 2e4;
var SHOWN_COLUMNS = 2e3;
var JobLog = class {
  name = "the job's log";
  #output;
  #lines;
  #phase;
  #shown = 0;
  #waiting;
  #heartbeat;
  constructor(output, rules) {
    this.#output = output;
    this.#waiting = new Waiting(rules);
    this.#heartbeat = new Heartbeat(() => {
      const text = this.#waiting.describe();
      if (text !== void 0) this.#output.info(text);
    }, LOG_MS);
    this.#lines = new LinePrinter(
      (stream, text) => this.#guestLine(`${stream} | ${wholeOrNothing(text, SHOWN_COLUMNS)}`)
    );
  }
  on(event) {
    this.#waiting.on(event);
    if (event.type === "launch") this.#enter("vmm");
    else if (event.type === "phase") this.#enter(event.phase);
    if (event.type === "output") this.#lines.push(event.stream, event.bytes);
    if (event.type === "verdict") this.#lines.flush();
    const text = describeEvent(event);
    if (text !== void 0) this.#info(text);
  }
  close() {
    this.#heartbeat.stop();
    if (this.#phase !== void 0) this.#output.endGroup();
    this.#phase = void 0;
  }
  #enter(phase) {
    if (this.#phase !== void 0 && PHASES.indexOf(phase) <= PHASES.indexOf(this.#phase)) return;
    if (this.#phase !== void 0) this.#output.endGroup();
    this.#phase = phase;
    this.#output.startGroup(`Boot: ${phase}`);
  }
  #info(text) {
    this.#output.info(text);
    this.#heartbeat.beat();
  }
  #guestLine(line) {
    this.#shown++;
    if (this.#shown <= SHOWN_LINES) this.#info(line);
    if (this.#shown === SHOWN_LINES) {
      this.#output.info(`The guest printed ${SHOWN_LINES} lines; the rest is only in the recording.`);
    }
  }
};

// src/action/outputs.ts
import { join } from "node:path";
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
    report: join(directory, REPORT_FILE),
    "artifact-url": "",
    ...counts([{ verdict: verdict.verdict, flaky: false }])
  };
}
function outputsOfSuite({ directory, results, verdict }, reason, tds) {
  const all = results.length === tds.length ? tds : [];
  return {
    verdict,
    td: [...TD_KINDS].reverse().find((kind) => all.includes(kind)) ?? "none",
    phase: "",
    "boot-time": "",
    reason: forLine(reason),
    captures: "{}",
    results: directory,
    "result-json": join(directory, SUITE_FILE),
    report: join(directory, REPORT_FILE),
    "artifact-url": "",
    ...counts(results)
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
    "artifact-url": "",
    ...counts([])
  };
}
function counts(results) {
  const { passed, flaky, failed, errored, ...others } = countKinds(results);
  return {
    passed: String(passed),
    flaky: String(flaky),
    failed: String(failed),
    errored: String(errored),
    "not-run": String(others["not-run"])
  };
}

// src/action/publish.ts
async function publish({ directory, name, upload, summary }) {
  await writeSummary(summary());
  if (!upload) return;
  const artifact = await uploadRecording(
    directory,
    name,
    (text) => annotate("warning", text)
  );
  if (artifact === void 0) return;
  setOutputs({ "artifact-url": artifact.url });
  await writeSummary(summary({ ...artifact, root: directory }));
}

// src/action/warn.ts
function warn({ where, message, hint, rule }) {
  annotate("warning", `${message}. ${hint} [${rule}]`, { title: "tdx-boot: scenario", where });
}

// src/action/boot-one.ts
async function bootOne(loaded, inputs, begun) {
  const { results, installTools, requireKnownImage: requireKnown, upload } = inputs;
  const { scenario } = loaded;
  begun.name = scenario.name;
  const history = openHistory(inputs.history);
  const { value: outcome } = await run(loaded, {
    warn,
    begin: (bootable, { signal, workDir }) => {
      const recording = startRecording(results, bootable);
      begun.directory = recording.directory;
      saveWorkDir(workDir);
      return {
        build: (body) => inJobLog((options) => body({ ...options, installTools, requireKnown }), signal),
        consumers: [recording, new JobLog(jobLog, scenario.rules), new MachineNotes().ofRun()]
      };
    }
  });
  if (outcome === void 0) throw new HostError("cancelled", "cancelled before the guest was started");
  const { verdict, lost } = outcome;
  const { directory } = begun;
  for (const { message } of lost) annotate("warning", message);
  setOutputs(outputsOf(verdict, directory));
  const recorded = await resultOf(directory, scenario, verdict);
  history?.note(recorded, (text) => annotate("warning", text));
  const past = history?.runs() ?? [];
  const why = await writeOwnReport(directory, { runs: [recorded], unrecorded: [] }, past);
  if (why !== void 0) jobLog.info(why);
  await publish({
    directory,
    name: scenario.name,
    upload: isUploaded(upload, verdict.verdict === "passed"),
    summary: (artifact) => summarize(withTimes([recorded], past), { artifact })
  });
  announce(scenario, verdict);
}
function announce(scenario, verdict) {
  const lines = describeVerdict(scenario.name, verdict);
  if (verdict.verdict === "passed") {
    jobLog.info(lines[0] ?? "");
    return;
  }
  annotate("error", lines, { title: `tdx-boot: ${scenario.name}`, where: placeOf(verdict) });
  process.exitCode = 1;
}
function placeOf({ verdict, cause, steps }) {
  const waiting = steps.find(({ state }) => state === "missed" || state === "open");
  return cause?.where ?? (verdict === "failed" ? waiting?.where : void 0);
}

// src/action/boot-suite.ts
async function bootSuite(loaded, inputs, begun) {
  begun.name = loaded.name;
  const verdicts = /* @__PURE__ */ new Map();
  const history = openHistory(inputs.history);
  const suite = await recordSuite(loaded, inputs.choices, inputs.results, {
    ...listenerOf(inputs, begun, verdicts),
    history
  });
  const {
    directory,
    verdict,
    runs: { runs, unrecorded },
    unwritten,
    noPage
  } = suite;
  if (unwritten !== void 0) annotate("warning", unwritten);
  if (noPage !== void 0) jobLog.info(noPage);
  const tds = [...verdicts.values()].map(({ td }) => td);
  setOutputs(outputsOfSuite(suite, reasonOf(suite), tds));
  await publish({
    directory,
    name: loaded.name,
    upload: isUploaded(inputs.upload, verdict === "passed"),
    summary: (artifact) => summarize(withTimes(runs, history?.runs() ?? []), {
      suite: { name: loaded.name, verdict },
      unrecorded,
      artifact
    })
  });
  announce2(suite, verdicts);
  if (verdict !== "passed") process.exitCode = 1;
}
function listenerOf({ installTools, requireKnownImage: requireKnown }, begun, verdicts) {
  const machines = new MachineNotes();
  return {
    printer: new Printer({ write: (text) => jobLog.info(String(text).replace(/\n$/, "")) }),
    begins: (directory, { workDir }) => {
      begun.directory = directory;
      saveWorkDir(workDir);
    },
    builds: (signal) => (body) => inJobLog((options) => body({ ...options, installTools, requireKnown }), signal),
    consumers: ({ name }) => [
      machines.ofRun(),
      {
        name: "the job's log",
        on: (event) => {
          if (event.type !== "verdict") return;
          verdicts.set(name, event.verdict);
          showLastLines(name, event.verdict);
        }
      }
    ]
  };
}
function showLastLines(name, { verdict, lastLines }) {
  if (verdict === "passed" || lastLines.length === 0) return;
  jobLog.startGroup(`Last lines of ${name}`);
  for (const line of lastLines) jobLog.info(line);
  jobLog.endGroup();
}
function reasonOf({ results, verdict }) {
  if (verdict === "passed") return "";
  const bad = results.find((result) => result.verdict === verdict) ?? results.find(({ flaky, verdict: own }) => flaky || own !== "passed");
  const why = bad?.flaky === true ? bad.attempts[0]?.reason : bad?.attempts.at(-1)?.reason;
  return [
    describeCounts(results),
    ...bad === void 0 ? [] : [bad.name],
    ...why === void 0 ? [] : [why]
  ].join(": ");
}
function announce2({ results, verdict }, verdicts) {
  const reason = ({ attempts }) => attempts.at(-1)?.reason ?? "not run";
  const bad = results.filter((result) => result.verdict === "failed" || result.verdict === "errored");
  const groups = grouped(bad, (result) => [
    result.verdict,
    reason(result),
    verdicts.get(result.name)?.diagnosis?.cause
  ]);
  const failures = groups.map(([first, ...others]) => {
    const known = verdicts.get(first.name);
    const same = others.length === 0 ? [] : [`  the same of ${others.map(({ name }) => name).join(", ")}`];
    const own = known?.verdict === first.verdict ? describeVerdict(first.name, known) : [`${first.verdict}: ${first.name}`, `  reason: ${reason(first)}`];
    return {
      lines: [...own, ...same],
      title: `tdx-boot: ${first.name}`,
      where: known === void 0 ? void 0 : placeOf(known)
    };
  });
  annotateAll("error", failures);
  const flaky = results.filter((result) => result.flaky);
  if (flaky.length > 0) {
    const names = flaky.map(({ name, attempts }) => `  ${name}: ${attempts[0]?.reason ?? ""}`);
    annotate(verdict === "failed" && bad.length === 0 ? "error" : "warning", [
      "flaky: passed only when retried",
      ...names
    ]);
  }
}

// src/action/main.ts
async function main() {
  const begun = { name: "tdx-boot", directory: resolve(getInput("results")) };
  try {
    const inputs = readInputs(warn);
    const { loaded } = inputs;
    await ("entries" in loaded ? bootSuite(loaded, inputs, begun) : bootOne(loaded, inputs, begun));
  } catch (error) {
    setOutputs(outputsOfRefusal(await refuse(error, begun.name), begun.directory));
  }
}
export {
  main
};

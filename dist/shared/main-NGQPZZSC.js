import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  LinePrinter,
  RESULT_FILE,
  Recording,
  boot,
  makeReady,
  makeRunDirectory,
  report,
  requireGuest,
  requireSound
} from "./chunk-ZQP4TLGF.js";
import {
  describeEvent,
  describeEvidence,
  describeFinding,
  describeStep,
  describeVerdict,
  formatDuration
} from "./chunk-YQL5OELC.js";
import "./chunk-QZPYPHIX.js";
import {
  saveMachine,
  saveWorkDir
} from "./chunk-UUJ5KR4S.js";
import {
  INPUTS,
  inJobLog,
  jobOutput,
  readInputs,
  refuse
} from "./chunk-KA5GQUJC.js";
import "./chunk-HCE5OGIB.js";
import {
  formatWhere
} from "./chunk-KJ2PFS4V.js";
import {
  error,
  info,
  setOutput,
  summary,
  warning
} from "./chunk-X7X35JEF.js";
import {
  session
} from "./chunk-JIORIUGJ.js";
import "./chunk-SL2OUSAE.js";
import "./chunk-AQPDE2PH.js";
import "./chunk-NTUOOXB6.js";
import "./chunk-YOP4TIWO.js";
import "./chunk-7RG7F2OS.js";
import "./chunk-NOYFYVKQ.js";
import "./chunk-TESD7I65.js";
import "./chunk-IZ5ID7UZ.js";
import "./chunk-LK3WIHBE.js";
import "./chunk-YJAO2E56.js";
import "./chunk-OXWTHSYA.js";
import {
  forJobLog,
  forMarkdown,
  forTerminal,
  markdownBlock,
  markdownCode
} from "./chunk-HEMVHKF3.js";
import {
  PHASES
} from "./chunk-3S7ANKJB.js";
import "./chunk-36SI6CTG.js";
import {
  HostError,
  messageOf,
  shortHex
} from "./chunk-OG6ZZA4V.js";
import "./chunk-P4Z2SUOO.js";

// src/action/main.ts
import { join } from "node:path";

// src/report/job-log.ts
var SHOWN_LINES = 2e4;
var SHOWN_COLUMNS = 2e3;
var JobLog = class {
  #output;
  #lines;
  #phase;
  #shown = 0;
  constructor(output) {
    this.#output = output;
    this.#lines = new LinePrinter((stream, text) => this.#guestLine(`${stream} | ${text}`));
  }
  on(event) {
    if (event.type === "launch") this.#enter("vmm");
    else if (event.type === "phase") this.#enter(event.phase);
    if (event.type === "output") this.#lines.push(event.stream, event.bytes);
    if (event.type === "verdict") this.#lines.flush();
    const text = describeEvent(event);
    if (text !== void 0) this.#output.info(forJobLog(text));
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
    if (this.#shown <= SHOWN_LINES) this.#output.info(forJobLog(line.slice(0, SHOWN_COLUMNS)));
    if (this.#shown === SHOWN_LINES) {
      this.#output.info(`The guest printed ${SHOWN_LINES} lines; the rest is only in the recording.`);
    }
  }
};

// src/report/summary.ts
var MARKS = { passed: "\u2705", failed: "\u274C", errored: "\u26A0\uFE0F" };
var STEP_MARKS = { met: "\u2705", sent: "\u27A1\uFE0F", missed: "\u274C", open: "\xB7" };
var LISTED = 100;
var COLUMNS = 300;
function summarize(scenario, verdict) {
  const parts = [
    `### ${MARKS[verdict.verdict]} ${forMarkdown(scenario.name)}: ${verdict.verdict}`,
    `Platform ${scenario.platform}, reached **${verdict.phase}**, ${formatDuration(verdict.time)}.`,
    ...explanation(verdict),
    ...stepTable(verdict),
    ...measurementTable(verdict),
    ...timelineTable(verdict),
    ...findingList(verdict)
  ];
  if (verdict.verdict !== "passed" && verdict.lastLines.length > 0) {
    parts.push("Last lines of the guest:", markdownBlock(verdict.lastLines.map(clip)));
  }
  return `${parts.join("\n\n")}
`;
}
function explanation(verdict) {
  if (verdict.verdict === "passed") return [];
  const { cause } = verdict;
  const place = cause?.where === void 0 ? "" : ` (${markdownCode(formatWhere(cause.where))})`;
  const report2 = cause?.report ?? [];
  return [
    `**${forMarkdown(clip(verdict.reason))}**${place}`,
    ...diagnosisList(verdict),
    ...report2.length === 0 ? [] : [markdownBlock(report2.slice(0, 60).map(clip))]
  ];
}
function diagnosisList({ diagnosis, reason }) {
  if (diagnosis === void 0) return [];
  const { phase, cause, title, evidence, advice, certainty } = diagnosis;
  const named = title === reason ? "" : `${forMarkdown(clip(title))} `;
  return [
    [
      `- Stopped in **${phase}**`,
      `- Cause (${certainty}): ${named}${markdownCode(cause)}`,
      ...evidence.map((item) => `- Evidence: ${markdownCode(clip(describeEvidence(item)))}`),
      ...advice === "" ? [] : [`- Next: ${forMarkdown(advice)}`]
    ].join("\n")
  ];
}
function stepTable({ steps }) {
  if (steps.length === 0) return [];
  const rows = steps.slice(0, LISTED).map((step) => {
    const time = step.time === void 0 ? "" : formatDuration(step.time);
    return `| ${step.number} | ${STEP_MARKS[step.state]} ${step.state} | ${markdownCode(clip(describeStep(step)))} | ${time} |`;
  });
  return [["| step | state | what | time |", "| --- | --- | --- | --- |", ...rows].join("\n")];
}
function measurementTable({ measurements }) {
  if (measurements.length === 0) return [];
  const rows = measurements.map(({ register, asserted, verdict, wanted, shown }) => {
    const values = wanted.map((value) => markdownCode(shortHex(value))).join(" or ");
    const seen = shown === void 0 ? "" : markdownCode(shortHex(shown));
    return `| ${register} | ${verdict === "equal" ? "\u2705" : "\u274C"} ${verdict} | ${asserted} | ${values} | ${seen} |`;
  });
  const head = ["| register | | asserted | has to be | the guest shows |", "| --- | --- | --- | --- | --- |"];
  return [[...head, ...rows].join("\n")];
}
function timelineTable({ timeline }) {
  if (timeline.length === 0) return [];
  const rows = timeline.slice(0, LISTED).map((entry) => `| ${formatDuration(entry.time)} | ${entry.phase} | ${forMarkdown(entry.title)} |`);
  return [
    `<details><summary>Timeline</summary>

${["| time | phase | |", "| --- | --- | --- |", ...rows].join("\n")}

</details>`
  ];
}
function findingList({ findings }) {
  if (findings.length === 0) return [];
  const items = findings.slice(0, LISTED).map((finding) => `- ${forMarkdown(clip(describeFinding(finding)))}`);
  const rest = findings.length > LISTED ? [`- and ${findings.length - LISTED} more in result.json`] : [];
  return [[...items, ...rest].join("\n")];
}
function clip(text) {
  return text.length > COLUMNS ? `${text.slice(0, COLUMNS)}\u2026` : text;
}

// src/action/main.ts
async function main() {
  try {
    const { loaded, results, installTools } = readInputs();
    requireGuest(loaded.scenario);
    for (const finding of requireSound(loaded)) warn(finding);
    const directory = makeRunDirectory(results, loaded.scenario.name);
    const { value: verdict } = await session(async ({ signal, workDir }) => {
      saveWorkDir(workDir);
      const provide = (options) => makeReady(loaded, { ...options, installTools });
      const { scenario, ...ready } = await inJobLog(provide, signal);
      const reporters = [new Recording(directory, scenario), new JobLog(jobOutput), { on: saveMachine }];
      return report(boot(scenario, { workDir, signal, ...ready }), reporters);
    });
    if (verdict === void 0) throw new HostError("cancelled", "cancelled before the guest was started");
    setOutputs(verdict, directory);
    await writeSummary(loaded.scenario, verdict);
    announce(loaded.scenario, verdict);
  } catch (error2) {
    refuse(error2);
  }
}
function warn({ where, message, hint, rule }) {
  const place = where.file === INPUTS ? {} : { file: where.file, startLine: where.line, startColumn: where.column };
  warning(forTerminal(`${message}. ${hint} [${rule}]`), { title: "tdx-boot: scenario", ...place });
}
function setOutputs(verdict, directory) {
  setOutput("verdict", verdict.verdict);
  setOutput("phase", verdict.phase);
  setOutput("boot-time", (verdict.time / 1e3).toFixed(3));
  setOutput("reason", verdict.verdict === "passed" ? "" : forTerminal(verdict.reason));
  setOutput("captures", JSON.stringify(verdict.captures));
  setOutput("results", directory);
  setOutput("result-json", join(directory, RESULT_FILE));
}
function announce(scenario, verdict) {
  const [head = "", ...rest] = describeVerdict(scenario.name, verdict).map(forTerminal);
  if (verdict.verdict === "passed") {
    info(head);
    return;
  }
  const waiting = verdict.steps.find(({ state }) => state === "missed" || state === "open");
  const where = verdict.cause?.where ?? (verdict.verdict === "failed" ? waiting?.where : void 0);
  const place = where === void 0 || where.file === INPUTS ? {} : { file: where.file, startLine: where.line };
  error([head, ...rest].join("\n"), { title: `tdx-boot: ${scenario.name}`, ...place });
  process.exitCode = 1;
}
async function writeSummary(scenario, verdict) {
  try {
    await summary.addRaw(summarize(scenario, verdict), true).write();
  } catch (error2) {
    info(`No job summary: ${messageOf(error2)}`);
  }
}
export {
  main
};

import {
  SETTING_NAMES,
  isList,
  settingOverride
} from "./chunk-3ILAFTBB.js";
import {
  annotate,
  debug,
  getBooleanInput,
  getExecOutput,
  getInput,
  getMultilineInput,
  jobLog,
  writeSummary
} from "./chunk-33OED2J7.js";
import {
  describeEvidence,
  describeFinding,
  describeOmitted,
  describeStep,
  formatDuration
} from "./chunk-GK3NDIQF.js";
import {
  loadOverrides,
  loadScenario
} from "./chunk-LXJMAYCK.js";
import {
  parseOverride,
  parseVariable
} from "./chunk-WE353FMW.js";
import {
  parsePattern
} from "./chunk-LLQD4UX5.js";
import {
  ScenarioError,
  formatWhere,
  meant,
  wholeOrNothing
} from "./chunk-GKQLW2Q3.js";
import {
  forHtml
} from "./chunk-DQY64HLE.js";
import {
  BuildJobLog
} from "./chunk-ROO7P56B.js";
import {
  lineReader
} from "./chunk-CJK44M2I.js";
import {
  withWorkDir
} from "./chunk-ENXTLS5B.js";
import {
  requireProgram,
  runCommand
} from "./chunk-DCHVKCUR.js";
import {
  Store,
  defaultRoot
} from "./chunk-2FFNV27E.js";
import {
  environmentFor
} from "./chunk-N5FIBSVN.js";
import {
  FIRMWARES
} from "./chunk-OS4OHMLR.js";
import {
  shortHex
} from "./chunk-DV54WIWJ.js";
import {
  HostError,
  UsageError,
  explainError,
  messageOf
} from "./chunk-7OSXWTH4.js";

// src/report/summary.ts
var MARKS = { passed: "\u2705", failed: "\u274C", errored: "\u26A0\uFE0F" };
var PLATFORM_WORDS = {
  tdx: "Trust Domain (platform tdx)",
  "tdx-emulated": "<b>Emulated</b> Trust Domain (platform tdx-emulated: no TDX hardware)",
  kvm: "VM under KVM (platform kvm)",
  emulated: "Emulated VM (platform emulated)"
};
var STEP_MARKS = { met: "\u2705", sent: "\u27A1\uFE0F", missed: "\u274C", open: "\xB7" };
var LISTED = 100;
var COLUMNS = 1e3;
var REPORT_LINES = 60;
var LIMIT = 900 * 1024;
function summarize(scenario, verdict) {
  const blocks = [
    heading(verdict.verdict, scenario.name),
    `<p>${PLATFORM_WORDS[scenario.platform]}, reached <b>${verdict.phase}</b>, ${formatDuration(verdict.time)}.</p>`,
    ...explanation(verdict),
    ...stepTable(verdict),
    ...measurementTable(verdict),
    ...timelineTable(verdict),
    ...findingList(verdict)
  ];
  if (verdict.verdict !== "passed" && verdict.lastLines.length > 0) {
    blocks.push("<p>Last lines of the guest:</p>", block(verdict.lastLines));
  }
  return joined(blocks);
}
function summarizeRefusal(name, problems) {
  return joined([heading("errored", name), list(problems.slice(0, LISTED).map(code))]);
}
function heading(verdict, name) {
  return `<h3>${MARKS[verdict]} ${code(name)}: ${verdict}</h3>`;
}
function joined(blocks) {
  let size = 0;
  const shown = blocks.filter((text) => {
    size += Buffer.byteLength(text) + 2;
    return size <= LIMIT;
  });
  const rest = shown.length < blocks.length ? ["<p>The rest is in result.json.</p>"] : [];
  return `${[...shown, ...rest].join("\n\n")}
`;
}
function explanation(verdict) {
  if (verdict.verdict === "passed") return [];
  const { cause } = verdict;
  const place = cause?.where === void 0 ? "" : ` (${code(formatWhere(cause.where))})`;
  const report = cause?.report ?? [];
  return [
    `<p><b>${code(verdict.reason)}</b>${place}</p>`,
    ...diagnosisList(verdict),
    ...report.length === 0 ? [] : [block(report.slice(0, REPORT_LINES))]
  ];
}
function diagnosisList({ diagnosis, reason }) {
  if (diagnosis === void 0) return [];
  const { phase, cause, title, evidence, advice, certainty } = diagnosis;
  const named = title === reason ? "" : `${code(title)} `;
  return [
    list([
      `Stopped in <b>${phase}</b>`,
      `Cause (${certainty}): ${named}${code(cause)}`,
      ...evidence.map((item) => `Evidence: ${code(describeEvidence(item))}`),
      ...advice === "" ? [] : [`Next: ${code(advice)}`]
    ])
  ];
}
function stepTable({ steps }) {
  const rows = steps.slice(0, LISTED).map((step2) => {
    const time = step2.time === void 0 ? "" : formatDuration(step2.time);
    return [String(step2.number), `${STEP_MARKS[step2.state]} ${step2.state}`, code(describeStep(step2)), time];
  });
  return table(["step", "state", "what", "time"], rows);
}
function measurementTable({ measurements }) {
  const rows = measurements.map(({ register, asserted, verdict, wanted, shown }) => {
    const values = wanted.map((value) => code(shortHex(value))).join(" or ");
    const seen = shown === void 0 ? "" : code(shortHex(shown));
    return [register, `${verdict === "equal" ? "\u2705" : "\u274C"} ${verdict}`, asserted, values, seen];
  });
  return table(["register", "", "asserted", "has to be", "the guest shows"], rows);
}
function timelineTable({ timeline }) {
  const rows = timeline.slice(0, LISTED).map((entry) => [formatDuration(entry.time), entry.phase, code(entry.title)]);
  return table(["time", "phase", ""], rows).map(
    (text) => `<details><summary>Timeline</summary>
${text}
</details>`
  );
}
function findingList({ findings, omitted }) {
  if (findings.length === 0) return [];
  const rest = findings.length > LISTED ? [`and ${findings.length - LISTED} more in result.json`] : [];
  const listed = findings.slice(0, LISTED).map((finding) => code(describeFinding(finding)));
  const counted = omitted.slice(0, LISTED).map((entry) => code(describeOmitted(entry)));
  return [list([...listed, ...rest, ...counted])];
}
function table(head, rows) {
  const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  if (rows.length === 0) return [];
  return [["<table>", row(head, "th"), ...rows.map((cells) => row(cells, "td")), "</table>"].join("\n")];
}
function list(items) {
  return ["<ul>", ...items.map((item) => `<li>${item}</li>`), "</ul>"].join("\n");
}
function code(text) {
  return `<code>${forHtml(wholeOrNothing(text, COLUMNS))}</code>`;
}
function block(lines) {
  return `<pre>${lines.map((line) => forHtml(wholeOrNothing(line, COLUMNS))).join("\n")}</pre>`;
}

// src/action/cache.ts
import { cpSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
var CLIENT = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "cache-client.ts" : "../cache/index.js", import.meta.url)
);
var DEADLINE_MS = 6e4;
var EXTRACT_INTO_ENTRY = `--to-command='cat >"entry/\${TAR_FILENAME##*/}"'`;
var TAIL_BYTES = 64 * 1024;
var SHOWN_CHARACTERS = 500;
function actionsCache({ listener }) {
  if (!hasCacheService(process.env)) return void 0;
  const attempt = async (operation, signal, body) => {
    const late = AbortSignal.timeout(DEADLINE_MS);
    try {
      return await inWorkDir(
        (workDir) => body(workDir, signal === void 0 ? late : AbortSignal.any([late, signal]))
      );
    } catch (error) {
      signal?.throwIfAborted();
      const why = late.aborted ? `no answer in ${DEADLINE_MS / 1e3} s` : messageOf(error);
      listener({ type: "notice", text: `The shared cache: ${operation} failed: ${why}` });
      return void 0;
    }
  };
  return {
    restore: (key, prefix, directory, signal) => attempt("restore", signal, async (workDir, either) => {
      mkdirSync(join(workDir, "entry"));
      const env = { TAR_OPTIONS: EXTRACT_INTO_ENTRY };
      const found = await runClient(["restore", key, prefix], workDir, either, env);
      if (found !== void 0) cpSync(join(workDir, "entry"), directory, { recursive: true });
      return found;
    }),
    save: async (key, directory, signal) => {
      await attempt("save", signal, async (workDir, either) => {
        cpSync(directory, join(workDir, "entry"), { recursive: true });
        await runClient(["save", key], workDir, either);
      });
    }
  };
}
function hasCacheService(env) {
  if (env.ACTIONS_CACHE_MODE?.trim().toLowerCase() === "none") return false;
  const host = new URL(env.GITHUB_SERVER_URL || "https://github.com").hostname;
  const ghes = host !== "github.com" && !/\.(ghe\.com|localhost)$/.test(host);
  if (ghes || !env.ACTIONS_CACHE_SERVICE_V2) return Boolean(env.ACTIONS_CACHE_URL);
  return Boolean(env.ACTIONS_RESULTS_URL && env.ACTIONS_RUNTIME_TOKEN);
}
async function inWorkDir(body) {
  return withWorkDir("cache", async (directory) => {
    const workDir = realpathSync(directory);
    mkdirSync(join(workDir, "temp"));
    return body(workDir);
  });
}
async function runClient(args, workDir, signal, own = {}) {
  const tails = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  const code2 = await runCommand([process.execPath, CLIENT, ...args], {
    cwd: workDir,
    kind: "cache-client",
    // The client archives relative to the workspace and leaves its archives in the runner's temporary directory.
    own: { GITHUB_WORKSPACE: workDir, RUNNER_TEMP: join(workDir, "temp"), ...own },
    signal,
    deadlineMs: DEADLINE_MS,
    onOutput: (bytes, from) => {
      tails[from] = Buffer.concat([tails[from], bytes]).subarray(-TAIL_BYTES);
    }
  });
  const lines = String(tails.stdout).trimEnd().split("\n");
  const complaint = lines.map(complaintOf).find(Boolean);
  if (complaint !== void 0) throw new Error(complaint);
  if (code2 !== 0) throw new Error(crashOf(String(tails.stderr)) ?? `exit code ${code2}`);
  return keyOf(lines.at(-1) ?? "");
}
function complaintOf(line) {
  const text = /^::(?:warning|error)[^:]*::(.*)$/.exec(line)?.[1];
  return text?.slice(0, SHOWN_CHARACTERS).replace(/(?:%0[AD])+/g, " ").replaceAll("%25", "%");
}
function crashOf(stderr) {
  return /^\w*Error\b[^:]*: .*$/m.exec(stderr)?.[0].slice(0, SHOWN_CHARACTERS);
}
function keyOf(line) {
  try {
    const value = JSON.parse(line);
    const found = typeof value === "object" && value !== null && "key" in value ? value.key : void 0;
    return typeof found === "string" ? found : void 0;
  } catch {
    return void 0;
  }
}

// src/action/tools.ts
import { Writable } from "node:stream";
var KILL_AFTER_S = 5;
var LATE = [124, 137];
function toolsInJobLog(output) {
  let before = Promise.resolve();
  return (argv, question) => {
    const answer = before.then(() => run(output, argv, question));
    before = answer.catch(() => void 0);
    return answer;
  };
}
async function run(output, ...[argv, question]) {
  const { kind, own, signal, deadlineMs } = question;
  signal?.throwIfAborted();
  requireProgram(argv[0]);
  if (kind === "install") output.startGroup(argv.join(" "));
  const begun = performance.now();
  const lines = lineReader((line) => output.info(line));
  const log = new Writable({
    write(bytes, _, done) {
      lines.push(bytes);
      done();
    }
  });
  try {
    const args = [`--kill-after=${KILL_AFTER_S}`, String(deadlineMs / 1e3), ...argv];
    const running = getExecOutput("timeout", args, {
      cwd: "/",
      env: environmentFor(kind, own),
      outStream: log,
      ignoreReturnCode: true,
      // With an empty standard input a tool that asks something does not wait for an answer.
      input: Buffer.alloc(0)
    });
    const { exitCode, stdout, stderr } = await untilAborted(running, signal);
    if (LATE.includes(exitCode) && performance.now() - begun >= deadlineMs) {
      const late = `"${argv.slice(0, 3).join(" ")}" was not done after ${deadlineMs / 1e3} s`;
      throw new HostError("command-timeout", late);
    }
    return { code: exitCode, stdout: Buffer.from(stdout), stderr };
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof HostError) throw cause;
    throw new HostError("program-missing", `cannot run ${argv[0]}: ${messageOf(cause)}`, { cause });
  } finally {
    lines.end();
    if (kind === "install") output.endGroup();
  }
}
async function untilAborted(running, signal) {
  if (signal === void 0) return running;
  let cancel;
  const aborted = new Promise((_, reject) => {
    cancel = () => reject(signal.reason);
    signal.addEventListener("abort", cancel);
  });
  try {
    return await Promise.race([running, aborted]);
  } finally {
    if (cancel !== void 0) signal.removeEventListener("abort", cancel);
  }
}

// src/action/firmware-options.ts
async function inJobLog(body, signal) {
  const log = new BuildJobLog(jobLog);
  const { on: listener } = log;
  const remote = actionsCache({ listener });
  try {
    const store = new Store(defaultRoot(), { listener });
    const ask = toolsInJobLog(jobLog);
    return await body({ store, listener, signal, ask, ...remote === void 0 ? {} : { remote } });
  } finally {
    log.close();
  }
}

// src/action/known-inputs.ts
var BUILD_INPUTS = [
  "firmware-build",
  "firmware-ref",
  "firmware-repository",
  "firmware-defines"
];
var JUDGING_INPUTS = ["expect", "forbid"];
var ACTION_INPUTS = [
  "scenario",
  ...SETTING_NAMES,
  "set",
  "variables",
  ...JUDGING_INPUTS,
  "install-tools",
  "results"
];
var FIRMWARE_ACTION_INPUTS = [
  "firmware",
  "pins",
  ...BUILD_INPUTS,
  "install-tools"
];
function requireKnown(known, env = process.env) {
  const names = Object.keys(env).filter((name) => name.startsWith("INPUT_")).map((name) => name.slice("INPUT_".length).toLowerCase());
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const described = unknown.map((name) => `"${name}"${meant(name, known)}`).join(", ");
  throw new UsageError("unknown-input", `unknown input ${described}`, {
    hint: `Known inputs: ${known.join(", ")}.`
  });
}

// src/action/inputs.ts
var INPUTS = "inputs";
function readInputs() {
  requireKnown(ACTION_INPUTS);
  const results = getInput("results");
  const file = getInput("scenario");
  const installTools = getBooleanInput("install-tools");
  const variables = new Map(
    getMultilineInput("variables").map((line) => parseVariable(line, "input variables:"))
  );
  const overrides = [
    ...settings(file),
    ...getMultilineInput("set").map((line) => parseOverride(line, "input set:", process.cwd()))
  ];
  const loaded = file === "" ? loadOverrides(INPUTS, { overrides: [...simple(), ...overrides], variables }) : loadScenario(file, { overrides, variables });
  return { loaded, results, installTools };
}
function settings(file) {
  requireRecipe(file);
  const judging = JUDGING_INPUTS.filter((name) => getInput(name) !== "");
  if (file !== "" && judging.length > 0) {
    throw new UsageError(
      "contradictory-inputs",
      `input "scenario" is given together with ${judging.join(", ")}`,
      { hint: 'Write what is expected and forbidden into the scenario file, or leave "scenario" out.' }
    );
  }
  return SETTING_NAMES.flatMap((name) => {
    const value = isList(name) ? getMultilineInput(name) : getInput(name);
    return value.length === 0 ? [] : [settingOverride(name, value, `input "${name}"`)];
  });
}
function simple() {
  const say = (key, value, origin = INPUTS) => ({
    path: [key],
    value,
    origin,
    base: process.cwd()
  });
  const expected = getMultilineInput("expect");
  const forbidden = getMultilineInput("forbid");
  return [
    say("name", "boot"),
    say("guest", {}),
    ...expected.length === 0 ? [] : [say("steps", expected.map(step), 'input "expect"')],
    ...forbidden.length === 0 ? [] : [say("forbid", forbidden, 'input "forbid"')]
  ];
}
function step(expect) {
  const groups = namedGroups(expect);
  return groups.length === 0 ? { expect } : { expect, capture: groups };
}
function namedGroups(pattern) {
  try {
    return parsePattern(pattern).groups;
  } catch {
    return [];
  }
}
function requireRecipe(file) {
  const name = getInput("firmware");
  const given = BUILD_INPUTS.filter((input) => getInput(input) !== "").join(", ");
  if (given === "" || FIRMWARES.some((known) => known === name) || file !== "" && name === "") return;
  throw new UsageError(
    "contradictory-inputs",
    `${given}: input "firmware" is "${name}", and tdx-boot builds no firmware of that name`,
    { hint: `Set "firmware" to one of ${FIRMWARES.join(", ")}, or leave ${given} out.` }
  );
}

// src/action/refuse.ts
async function refuse(error, name) {
  process.exitCode = 1;
  const problems = problemsOf(error);
  for (const { lines, ...place } of problems) annotate("error", lines, place);
  if (error instanceof Error && error.stack !== void 0) debug(error.stack);
  await writeSummary(
    summarizeRefusal(
      name,
      problems.map(({ lines }) => lines.join(" "))
    )
  );
  const [first, ...rest] = problems.map(({ lines }) => lines[0] ?? "");
  return `${first}${rest.length === 0 ? "" : ` (and ${rest.length} more)`}`;
}
function problemsOf(error) {
  if (!(error instanceof ScenarioError)) return [{ lines: explainError(error).split("\n") }];
  return error.problems.map(({ where, message }) => ({
    lines: [where.file === INPUTS ? message : `${formatWhere(where)}: ${message}`],
    title: "tdx-boot: bad scenario",
    ...where.line === 0 ? {} : { where }
  }));
}

export {
  summarize,
  inJobLog,
  FIRMWARE_ACTION_INPUTS,
  requireKnown,
  readInputs,
  refuse
};

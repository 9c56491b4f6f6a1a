import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  annotateAll,
  debug,
  getExecOutput,
  getFlag,
  getInput,
  getMultilineInput,
  jobLog,
  writeSummary
} from "./chunk-JBSIX7IB.js";
import {
  summarizeRefusal
} from "./chunk-KQBM5BAU.js";
import {
  parseShard
} from "./chunk-VTZXOCNH.js";
import {
  loadRun,
  runOf
} from "./chunk-B34FLT2A.js";
import {
  SETTING_NAMES,
  isList,
  parseJobs,
  parseRetry,
  settingOverride
} from "./chunk-S43INHYQ.js";
import {
  loadOverrides,
  parsePattern
} from "./chunk-X5GGVPWF.js";
import {
  parseOverride,
  parseVariable
} from "./chunk-GNP3RLOP.js";
import {
  BuildJobLog
} from "./chunk-ORACNCOB.js";
import {
  Store,
  defaultRoot
} from "./chunk-VM3YECVA.js";
import {
  withWorkDir
} from "./chunk-ZRLOYJTX.js";
import {
  requireProgram,
  runCommand
} from "./chunk-2DNHFQUT.js";
import {
  environmentFor
} from "./chunk-POHZVVS5.js";
import {
  ScenarioError,
  formatWhere,
  meant
} from "./chunk-KHPEMR2K.js";
import {
  quote
} from "./chunk-JCCCLOPX.js";
import {
  forFileName
} from "./chunk-ATIFMRE6.js";
import {
  lineReader
} from "./chunk-HXMGEBNU.js";
import {
  FIRMWARES
} from "./chunk-FZIILW4F.js";
import {
  HostError,
  UsageError,
  explainError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/action/cache.ts
import { cpSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";

// src/action/client.ts
import { fileURLToPath } from "node:url";
var TAIL_BYTES = 64 * 1024;
var SHOWN_CHARACTERS = 500;
function clientProgram(name) {
  const path = import.meta.url.endsWith(".ts") ? `${name}-client.ts` : `../${name}/index.js`;
  return fileURLToPath(new URL(path, import.meta.url));
}
async function callClient(program, args, call) {
  const tails = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  const code = await runCommand([process.execPath, program, ...args], {
    ...call,
    kind: "github-client",
    onOutput: (bytes, from) => {
      tails[from] = Buffer.concat([tails[from], bytes]).subarray(-TAIL_BYTES);
    }
  });
  const lines = String(tails.stdout).trimEnd().split("\n");
  const complaint = lines.map(complaintOf).find(Boolean);
  if (complaint !== void 0) throw new Error(complaint);
  if (code !== 0) throw new Error(crashOf(String(tails.stderr)) ?? `exit code ${code}`);
  return answerIn(lines.at(-1) ?? "");
}
function complaintOf(line) {
  const text = /^::(?:warning|error)[^:]*::(.*)$/.exec(line)?.[1];
  return text?.slice(0, SHOWN_CHARACTERS).replace(/(?:%0[AD])+/g, " ").replaceAll("%25", "%");
}
function crashOf(stderr) {
  return /^\w*Error\b[^:]*: .*$/m.exec(stderr)?.[0].slice(0, SHOWN_CHARACTERS);
}
function answerIn(line) {
  try {
    const value = JSON.parse(line);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

// src/action/cache.ts
var CLIENT = clientProgram("cache");
var DEADLINE_MS = 6e4;
var EXTRACT_INTO_ENTRY = `--to-command='cat >"entry/\${TAR_FILENAME##*/}"'`;
var WITHOUT_CACHE = ["pull_request_target", "workflow_run"];
function actionsCache({ listener }) {
  if (!hasCacheService(process.env)) return void 0;
  const event = process.env.GITHUB_EVENT_NAME ?? "";
  if (WITHOUT_CACHE.includes(event)) {
    listener({ type: "notice", text: `The shared cache is neither read nor written for the event ${event}` });
    return void 0;
  }
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
  const { key } = await callClient(CLIENT, args, {
    cwd: workDir,
    // The client archives relative to the workspace and leaves its archives in the runner's temporary directory.
    own: { GITHUB_WORKSPACE: workDir, RUNNER_TEMP: join(workDir, "temp"), ...own },
    signal,
    deadlineMs: DEADLINE_MS
  });
  return typeof key === "string" ? key : void 0;
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
    throw new HostError("program-missing", `cannot run ${argv[0]}: ${messageOf(cause, argv[0])}`, { cause });
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
var JUDGING_INPUTS = ["expect", "run", "forbid"];
var SUITE_INPUTS = ["jobs", "shard", "fail-fast", "retry", "retry-failed", "strict"];
var ACTION_INPUTS = [
  "scenario",
  ...SETTING_NAMES,
  "files",
  "measurements",
  "set",
  "variables",
  ...JUDGING_INPUTS,
  ...SUITE_INPUTS,
  "install-tools",
  "require-known",
  "results",
  "history",
  "upload"
];
var FIRMWARE_ACTION_INPUTS = [
  "firmware",
  "pins",
  ...BUILD_INPUTS,
  "install-tools",
  "require-known"
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

// src/action/artifact.ts
var UPLOADS = ["never", "on-failure", "always"];
var DEADLINE_MS2 = 5 * 6e4;
var MOST_NAMES = 100;
function isUploaded(upload, passed) {
  return upload === "always" || upload === "on-failure" && !passed;
}
async function uploadRecording(directory, name, warn) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run2 } = process.env;
  if (!process.env.ACTIONS_RUNTIME_TOKEN || !process.env.ACTIONS_RESULTS_URL) {
    warn("The recording is not uploaded: this runner has no artifact service.");
    return void 0;
  }
  try {
    const made = await firstFree(`tdx-boot-${forFileName(name)}`, directory);
    const url = `${server ?? "https://github.com"}/${repository}/actions/runs/${run2}/artifacts/${made.id}`;
    const fetch = `gh run download ${run2} --repo ${repository} --name ${made.name} --dir ${made.name}`;
    return { url, name: made.name, fetch };
  } catch (error) {
    warn(`The recording is not uploaded: ${messageOf(error)}`);
    return void 0;
  }
}
async function firstFree(base, directory) {
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}-${number}`;
    try {
      const { id } = await callClient(clientProgram("artifact"), [name, directory], {
        cwd: directory,
        own: {
          GITHUB_WORKSPACE: directory,
          GITHUB_RETENTION_DAYS: process.env.GITHUB_RETENTION_DAYS ?? ""
        },
        signal: AbortSignal.timeout(DEADLINE_MS2),
        deadlineMs: DEADLINE_MS2
      });
      return { id, name };
    } catch (error) {
      if (number === MOST_NAMES || !/already exists|\(409\)/i.test(messageOf(error))) throw error;
    }
  }
}

// src/action/inputs.ts
var INPUTS = "inputs";
function readInputs(warn) {
  requireKnown(ACTION_INPUTS);
  const names = getMultilineInput("scenario");
  const choices = readChoices();
  const variables = new Map(
    getMultilineInput("variables").map((line) => parseVariable(line, "input variables:"))
  );
  const overrides = [
    ...settings(names),
    ...files(),
    ...getMultilineInput("measurements").map(measurement),
    ...getMultilineInput("set").map((line) => parseOverride(line, "input set:", process.cwd()))
  ];
  const others = {
    choices,
    // The runner fills in no default where a workflow passes an empty value, such as its own empty input.
    results: getInput("results") || "tdx-boot-results",
    history: getInput("history"),
    installTools: getFlag("install-tools"),
    requireKnownImage: getFlag("require-known"),
    upload: readUpload()
  };
  if (names.length > 0) return { ...others, loaded: loadRun(names, { overrides, variables }, choices, warn) };
  const simple = loadOverrides(INPUTS, { overrides: [...simpleScenario(), ...overrides], variables });
  return { ...others, loaded: runOf(simple, INPUTS, choices, warn) };
}
function readChoices() {
  const [jobs, shard, retry] = [getInput("jobs"), getInput("shard"), getInput("retry")];
  return {
    ...jobs === "" ? {} : { jobs: parseJobs(jobs) },
    ...shard === "" ? {} : { shard: parseShard(shard) },
    ...retry === "" ? {} : { retry: parseRetry(retry) },
    retryFailed: getFlag("retry-failed"),
    failFast: getFlag("fail-fast"),
    strict: getFlag("strict")
  };
}
function measurement(line) {
  const { path, ...override } = parseOverride(line, "input measurements:", process.cwd());
  return { ...override, path: ["measurements", ...path] };
}
function readUpload() {
  const given = getInput("upload") || "never";
  const upload = UPLOADS.find((known) => known === given);
  if (upload !== void 0) return upload;
  throw new UsageError(
    "bad-input",
    `input "upload" is ${quote(given)}, which is none of ${UPLOADS.join(", ")}`
  );
}
function settings(scenarios) {
  requireRecipe(scenarios.length > 0);
  const judging = JUDGING_INPUTS.filter((name) => getInput(name) !== "");
  if (scenarios.length > 0 && judging.length > 0) {
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
function files() {
  const lines = getMultilineInput("files");
  if (lines.length === 0) return [];
  const pairs = lines.map((line) => {
    const { source, target } = /^(?<source>.+): +(?<target>\/.*)$/.exec(line)?.groups ?? {};
    if (source !== void 0 && target !== void 0) return [source, target];
    throw new UsageError("bad-files", `input "files": ${quote(line)} does not say where in the guest`, {
      hint: 'Write the path on the host, a colon, a space, and the absolute path in the guest: "build/test: /opt/".'
    });
  });
  const value = Object.fromEntries(pairs);
  return [{ path: ["guest", "files"], value, origin: 'input "files"', base: process.cwd() }];
}
function simpleScenario() {
  const say = (key, value, origin = INPUTS) => ({
    path: [key],
    value,
    origin,
    base: process.cwd()
  });
  const expected = getMultilineInput("expect");
  const command = getInput("run");
  const steps = [...expected.map(step), ...command === "" ? [] : [{ run: command }]];
  const forbidden = getMultilineInput("forbid");
  return [
    say("name", "boot"),
    say("guest", {}),
    ...steps.length === 0 ? [] : [say("steps", steps, expected.length === 0 ? 'input "run"' : 'input "expect"')],
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
function requireRecipe(hasScenario) {
  const name = getInput("firmware");
  const given = BUILD_INPUTS.filter((input) => getInput(input) !== "").join(", ");
  if (given === "" || FIRMWARES.some((known) => known === name) || hasScenario && name === "") return;
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
  annotateAll("error", problems);
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
    where
  }));
}

export {
  isUploaded,
  uploadRecording,
  inJobLog,
  FIRMWARE_ACTION_INPUTS,
  requireKnown,
  readInputs,
  refuse
};

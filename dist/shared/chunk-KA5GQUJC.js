import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  loadScenario,
  parseScenario
} from "./chunk-HCE5OGIB.js";
import {
  ScenarioError,
  formatWhere,
  require_dist
} from "./chunk-KJ2PFS4V.js";
import {
  debug,
  endGroup,
  error,
  getBooleanInput,
  getInput,
  getMultilineInput,
  info,
  startGroup
} from "./chunk-X7X35JEF.js";
import {
  FirmwareJobLog,
  runCommand
} from "./chunk-JIORIUGJ.js";
import {
  Store,
  defaultRoot
} from "./chunk-NOYFYVKQ.js";
import {
  forJobLog,
  forTerminal
} from "./chunk-HEMVHKF3.js";
import {
  FIRMWARES
} from "./chunk-3S7ANKJB.js";
import {
  TdxBootError,
  UsageError,
  formatError,
  messageOf
} from "./chunk-OG6ZZA4V.js";
import {
  __toESM
} from "./chunk-P4Z2SUOO.js";

// src/action/job-output.ts
var jobOutput = { startGroup, endGroup, info };

// src/action/cache.ts
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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
    } catch (error2) {
      signal?.throwIfAborted();
      const why = late.aborted ? `no answer in ${DEADLINE_MS / 1e3} s` : messageOf(error2);
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
  const parent = realpathSync(process.env.RUNNER_TEMP || tmpdir());
  const workDir = mkdtempSync(join(parent, "tdx-boot-cache-"));
  try {
    mkdirSync(join(workDir, "temp"));
    return await body(workDir);
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
}
async function runClient(args, workDir, signal, env = {}) {
  const tails = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  const code = await runCommand([process.execPath, CLIENT, ...args], {
    cwd: workDir,
    // The client archives relative to the workspace and leaves its archives in the runner's temporary directory.
    env: { ...process.env, GITHUB_WORKSPACE: workDir, RUNNER_TEMP: join(workDir, "temp"), ...env },
    signal,
    onOutput: (bytes, from) => {
      tails[from] = Buffer.concat([tails[from], bytes]).subarray(-TAIL_BYTES);
    }
  });
  const lines = String(tails.stdout).trimEnd().split("\n");
  const complaint = lines.map(complaintOf).find(Boolean);
  if (complaint !== void 0) throw new Error(complaint);
  if (code !== 0) throw new Error(crashOf(String(tails.stderr)) ?? `exit code ${code}`);
  return keyOf(lines.at(-1) ?? "");
}
function complaintOf(line) {
  const text2 = /^::(?:warning|error)[^:]*::(.*)$/.exec(line)?.[1];
  return text2?.slice(0, SHOWN_CHARACTERS).replace(/(?:%0[AD])+/g, " ").replaceAll("%25", "%");
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

// src/action/firmware-options.ts
async function inJobLog(body, signal) {
  const log = new FirmwareJobLog(jobOutput);
  const { on: listener } = log;
  const remote = actionsCache({ listener });
  try {
    const store = new Store(defaultRoot(), { listener });
    return await body({ store, listener, signal, ...remote === void 0 ? {} : { remote } });
  } finally {
    log.close();
  }
}

// src/action/inputs.ts
var import_yaml = __toESM(require_dist(), 1);
var INPUTS = "inputs";
var FIRMWARE_INPUTS = [
  "firmware-build",
  "firmware-ref",
  "firmware-repository",
  "firmware-defines"
];
var SIMPLE = [
  "platform",
  "vmm",
  "vmm-ref",
  "firmware",
  "pins",
  ...FIRMWARE_INPUTS,
  "kernel",
  "initrd",
  "cmdline",
  "disks",
  "cpus",
  "memory",
  "expect",
  "forbid",
  "timeout",
  "silence",
  "stop",
  "fail-on"
];
function readInputs() {
  const results = getInput("results");
  const file = getInput("scenario");
  const given = SIMPLE.filter((name) => getInput(name) !== "");
  const installTools = getBooleanInput("install-tools");
  if (file === "") {
    return { loaded: parseScenario(INPUTS, scenarioText(), process.cwd()), results, installTools };
  }
  if (given.length > 0) {
    throw new UsageError(
      "contradictory-inputs",
      `input "scenario" is given together with ${given.join(", ")}`,
      {
        hint: 'Put these settings into the scenario file, or leave "scenario" out.'
      }
    );
  }
  return { loaded: loadScenario(file), results, installTools };
}
function scenarioText() {
  const guest = {
    ...text("kernel"),
    ...text("initrd"),
    ...text("cmdline"),
    ...list("disks"),
    ...number("cpus"),
    ...text("memory")
  };
  const expected = getMultilineInput("expect");
  return (0, import_yaml.stringify)({
    version: 1,
    name: "boot",
    ...text("platform"),
    ...text("vmm"),
    ...text("vmm-ref"),
    ...firmware(),
    ...text("pins"),
    guest,
    ...expected.length === 0 ? {} : { steps: expected.map((expect) => ({ expect })) },
    ...list("forbid"),
    ...text("timeout"),
    ...text("silence"),
    ...text("stop"),
    ...text("fail-on")
  });
}
function firmware() {
  const name = getInput("firmware");
  const [build, ref, repository] = FIRMWARE_INPUTS.map((input) => getInput(input));
  const defines = getMultilineInput("firmware-defines");
  if (FIRMWARE_INPUTS.every((input) => getInput(input) === "")) return text("firmware");
  if (!FIRMWARES.some((known) => known === name)) {
    const given = FIRMWARE_INPUTS.filter((input) => getInput(input) !== "").join(", ");
    throw new UsageError(
      "contradictory-inputs",
      `${given}: input "firmware" is "${name}", which is not built`,
      {
        hint: `Set "firmware" to one of ${FIRMWARES.join(", ")}, or leave ${given} out.`
      }
    );
  }
  return {
    firmware: {
      recipe: name,
      ...build === "" ? {} : { build },
      ...ref === "" ? {} : { ref },
      ...repository === "" ? {} : { repository },
      ...defines.length === 0 ? {} : { defines }
    }
  };
}
function text(name) {
  const value = getInput(name);
  return value === "" ? {} : { [name]: value };
}
function list(name) {
  const value = getMultilineInput(name);
  return value.length === 0 ? {} : { [name]: value };
}
function number(name) {
  const value = getInput(name);
  if (value === "") return {};
  return { [name]: /^\d+$/.test(value) ? Number(value) : value };
}

// src/action/refuse.ts
function refuse(error2) {
  process.exitCode = 1;
  if (error2 instanceof ScenarioError) {
    for (const { where, message } of error2.problems) {
      const inFile = where.file !== INPUTS;
      const place = inFile ? { file: where.file, startLine: where.line, startColumn: where.column } : {};
      const text3 = inFile ? `${formatWhere(where)}: ${message}` : message;
      error(forTerminal(text3), { title: "tdx-boot: bad scenario", ...place });
    }
    return;
  }
  const text2 = error2 instanceof TdxBootError ? formatError(error2) : `internal error: ${messageOf(error2)}`;
  error(text2.split("\n").map(forJobLog).join("\n"));
  if (error2 instanceof Error && error2.stack !== void 0) debug(error2.stack);
}

export {
  jobOutput,
  inJobLog,
  INPUTS,
  readInputs,
  refuse
};

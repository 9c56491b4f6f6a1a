import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  together
} from "./chunk-36QO2VQE.js";
import {
  BUILD_ROWS,
  causeOf,
  titleOf
} from "./chunk-BKFCS2O6.js";
import {
  DamagedImageError,
  MANIFEST,
  buildKey,
  digest,
  measureBuilt,
  parseManifest
} from "./chunk-VM3YECVA.js";
import {
  RECIPES
} from "./chunk-FYURKBY3.js";
import {
  withLock
} from "./chunk-5UXIQAYR.js";
import {
  PINS
} from "./chunk-ZUVNCCHD.js";
import {
  ask,
  describeEnd,
  findCommand,
  runCommand
} from "./chunk-2DNHFQUT.js";
import {
  networkVariables
} from "./chunk-POHZVVS5.js";
import {
  lineReader
} from "./chunk-HXMGEBNU.js";
import {
  isFirmware
} from "./chunk-FZIILW4F.js";
import {
  HostError,
  UsageError,
  codeOf,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/build/provide.ts
import { createHash as createHash2 } from "node:crypto";
import { copyFileSync as copyFileSync3, mkdirSync as mkdirSync7, readFileSync as readFileSync5, statSync as statSync4 } from "node:fs";
import { basename, join as join6 } from "node:path";

// src/build/build.ts
import {
  closeSync,
  lstatSync,
  mkdirSync as mkdirSync2,
  openSync,
  readFileSync as readFileSync2,
  rmSync,
  symlinkSync,
  writeSync
} from "node:fs";
import { availableParallelism } from "node:os";
import { dirname as dirname2, join as join2 } from "node:path";

// src/build/build-error.ts
var SOURCE_FRAME = /^\s+(?:\d+ )?\s*\||^\s*\^/;
var PATTERNS = [
  { match: /No space left on device/, kind: "disk-full" },
  {
    match: /(?:fatal error|internal compiler error): Killed|\bOut of memory\b|signal: 9, SIGKILL/,
    kind: "out-of-memory"
  },
  // gcc, clang, nasm, as: FILE:LINE[:COLUMN]: error: \u2026
  { match: /^[^\s:][^:]*:\d+:(?:\d+:)? (?:fatal )?error: /, rest: SOURCE_FRAME },
  // rustc and cargo: the place follows on the next line.
  {
    match: /^error(?:\[E\d+\])?: (?!could not compile|aborting due)/,
    rest: /^\s*(?:-->|\||\d+\s+\||= )|^Caused by:|^ {2}\S/
  },
  // edk2's tools in C, each with a reason on the next line; what runs them may put a time or a level before.
  {
    match: /\b(?:Gen[A-Z]\w+|VfrCompile|Trim|EfiRom|\w+Compress)(?:\.py)?: ERROR [0-9A-F]{4}: /,
    rest: /^\s+\S/
  },
  // edk2's build: FILE(LINE): error 000E: \u2026, then the value.
  { match: /\(\d+\): error [0-9A-F]{4}: /, rest: /^\s+\S/ },
  // iasl: FILE LINE: \u2026, then the message.
  { match: /^Error\s+\d{4} - /, rest: /^\s+\^/ },
  { match: /undefined reference to |multiple definition of |cannot find -l/ },
  { match: /^\S*\bld(?:\.bfd)?: (?!warning)/ },
  // Python prints the exception after the calls that led to it.
  { match: /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Exit): /, last: true },
  { match: /^\S*patch: \*{4} |^Hunk #\d+ FAILED/ },
  { match: /^make(?:\[\d+\])?: \*{3} / },
  { match: /^\s*:? ?error [0-9A-F]{4}: |^error: /, rest: /^\s+\S/ }
];
var SHOWN = 12;
function findBuildError(log) {
  for (const { match, kind = "build-failed", rest, last } of PATTERNS) {
    const index = last === true ? log.findLastIndex((line) => match.test(line)) : log.findIndex((line) => match.test(line));
    if (index < 0) continue;
    const after = log.slice(index + 1, index + SHOWN);
    const length = rest === void 0 ? 0 : after.findIndex((line) => !rest.test(line));
    const lines = [log[index] ?? "", ...after.slice(0, length < 0 ? after.length : length)];
    return { lines, line: index + 1, kind };
  }
  return void 0;
}

// src/build/explain.ts
var CAUSES = BUILD_ROWS.filter(({ symptom }) => symptom !== true);
function explainBuildError(lines) {
  for (const line of lines) {
    for (const row of CAUSES) {
      const found = row.pattern.exec(line);
      if (found === null) continue;
      const groups = found.groups ?? {};
      const cause = causeOf(row, groups);
      return `${titleOf(cause, groups)}. ${cause.hint}`;
    }
  }
  return void 0;
}

// src/build/tree.ts
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
function prepareTree({ directories = [], copies }, tree) {
  for (const directory of directories) mkdirSync(join(tree, directory), { recursive: true });
  for (const [from, to] of copies) {
    mkdirSync(dirname(join(tree, to)), { recursive: true });
    copyFileSync(join(tree, from), join(tree, to));
  }
}
function renamesFor({ renames = [] }, tree) {
  const due = renames.filter(({ when: { file, has, lacks } }) => {
    const path = join(tree, file);
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    return text.includes(has) && !text.includes(lacks);
  });
  return (text) => due.reduce((said, { from, to }) => said.replaceAll(from, to), text);
}

// src/build/build.ts
var BUILD_PATH = "/tmp/tdx-boot-src";
var BUILD_MS = 60 * 6e4;
var WAIT_MS = BUILD_MS;
async function buildImage(recipe, request) {
  const { tree, build: build2, signal, listener } = request;
  const onWait = () => listener({ type: "notice", text: "Another build runs on this machine: waiting for it" });
  await withLock(
    `${BUILD_PATH}.lock`,
    { signal, onWait, waitMs: WAIT_MS },
    () => atBuildPath(tree, () => runSteps(recipe, request))
  );
  const output = renamesFor(recipe, tree)(recipe.output(build2));
  const image = join2(tree, output);
  if (lstatSync(image, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new HostError("build-failed", `the build of ${recipe.name} succeeded but made no ${output}`, {
      hint: `The whole log: ${request.log}`,
      lasting: true
    });
  }
  return image;
}
async function atBuildPath(tree, body) {
  try {
    rmSync(BUILD_PATH, { force: true });
    symlinkSync(tree, BUILD_PATH);
  } catch (error) {
    throw new HostError(
      "build-path-taken",
      `cannot make the link ${BUILD_PATH}: ${messageOf(error, BUILD_PATH)}`,
      {
        hint: `Every build happens at this path, so that the same source gives the same image. Let its owner${ownerOf(BUILD_PATH)} or root remove it: rm ${BUILD_PATH}`,
        cause: error
      }
    );
  }
  try {
    return await body();
  } finally {
    rmSync(BUILD_PATH, { force: true });
  }
}
function ownerOf(path) {
  const uid = lstatSync(path, { throwIfNoEntry: false })?.uid;
  return uid === void 0 ? "" : ` (user ${uid})`;
}
async function runSteps(recipe, { build: build2, defines, toolchain, buildMs = BUILD_MS, ...request }) {
  prepareTree(recipe, request.tree);
  const rename = renamesFor(recipe, request.tree);
  const jobs = availableParallelism();
  const steps = recipe.steps({ build: build2, defines, jobs, version: (tool) => toolchain.versions[tool] ?? "" });
  mkdirSync2(dirname2(request.log), { recursive: true });
  const fd = openSync(request.log, "w");
  const begun = performance.now();
  request.listener({ type: "log", file: request.log });
  try {
    for (const step of steps) {
      const [program, ...args] = step.argv;
      const argv = [program, ...args.map(rename)];
      await runStep(recipe, { ...step, argv }, fd, { jobs, begun, buildMs, ...request });
    }
  } finally {
    closeSync(fd);
  }
}
async function runStep(recipe, step, fd, request) {
  const { listener, signal, jobs, log } = request;
  const begun = Date.now();
  listener({ type: "stage", title: step.title, expectedMs: step.cpuSeconds * 1e3 / jobs });
  let done = 0;
  const lines = lineReader((line) => {
    if (step.progress?.line.test(line) !== true) return;
    const { total, noun } = step.progress;
    done++;
    listener({ type: "progress", done, total: Math.max(done, total), noun, elapsedMs: Date.now() - begun });
  });
  writeSync(fd, `$ ${step.argv.join(" ")}
`);
  const running = runCommand(step.argv, {
    kind: "build",
    own: ownVariables(recipe),
    cwd: join2(BUILD_PATH, step.cwd ?? ""),
    signal,
    deadlineMs: Math.max(1, request.begun + request.buildMs - performance.now()),
    onOutput: (bytes) => {
      writeSync(fd, bytes);
      lines.push(bytes);
    }
  });
  const code = await running.catch((error) => {
    if (!(error instanceof HostError) || error.code !== "command-timeout") throw error;
    const waited = `${request.buildMs / 1e3} s`;
    throw new HostError(
      "build-timeout",
      `building ${recipe.name} was not done after ${waited} (${step.title})`,
      {
        hint: `The command was killed. The whole log: ${log}`,
        cause: error
      }
    );
  });
  lines.end();
  if (code !== 0) throw buildFailed(recipe, step, code, log);
}
function ownVariables(recipe) {
  const own = Object.entries(recipe.environment).map(([name, value]) => [
    name,
    value.replaceAll("{tree}", BUILD_PATH).replaceAll("{path}", process.env.PATH ?? "")
  ]);
  return { LC_ALL: "C", PWD: BUILD_PATH, ...Object.fromEntries(own) };
}
function buildFailed(recipe, step, code, log) {
  const lines = readFileSync2(log, "utf8").split("\n");
  const start = lines.findLastIndex((line) => line.startsWith("$ "));
  const found = findBuildError(lines.slice(start)) ?? {
    kind: "build-failed",
    line: 0,
    lines: lines.slice(-20)
  };
  const said = found.lines.map((line) => line.trimEnd());
  const whole = `The whole log: ${log}${found.line === 0 ? "" : `, line ${start + found.line}`}`;
  return new HostError(
    found.kind,
    `building ${recipe.name} failed (${step.title}, ${describeEnd(code)}):
${said.join("\n")}`,
    {
      hint: [explainBuildError(said), whole].filter((part) => part !== void 0).join("\n"),
      // The same sources and tools: only what the host lacked may be there the next time.
      lasting: found.kind === "build-failed"
    }
  );
}

// src/build/toolchain.ts
import {
  existsSync as existsSync2,
  mkdirSync as mkdirSync3,
  readFileSync as readFileSync3,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync
} from "node:fs";
import { homedir } from "node:os";
import { dirname as dirname3 } from "node:path";
var ANSWER_MS = 2e4;
async function findToolchain(recipe, memo, asks = ask) {
  const known = readMemo(memo);
  const asked = await together(
    recipe.tools.map(async (tool) => ({ tool, ...await versionOf(tool, known, asks) }))
  );
  const learnt = asked.filter(({ stamp, remembered }) => stamp !== void 0 && !remembered);
  if (learnt.length > 0) {
    writeMemo(memo, {
      ...known,
      ...Object.fromEntries(learnt.map(({ stamp, version }) => [stamp, version]))
    });
  }
  return {
    versions: Object.fromEntries(
      asked.flatMap(({ tool, version }) => version === void 0 ? [] : [[tool.name, version]])
    ),
    missing: asked.filter(({ found }) => !found).map(({ tool }) => tool)
  };
}
function requireToolchain(recipe, { versions, missing }) {
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(", ");
    throw new HostError("tools-missing", `building ${recipe.name} needs ${names}`, {
      hint: installHint(missing),
      lasting: true
    });
  }
  const unsuitable = recipe.tools.flatMap((tool) => {
    const version = versions[tool.name] ?? "";
    const problem = tool.unsuitable?.(version);
    return problem === void 0 ? [] : [`${version} cannot build ${recipe.name}: ${problem}`];
  });
  if (unsuitable.length > 0) {
    throw new HostError("tools-unsuitable", unsuitable.join("; "), {
      hint: "Put a suitable version first in PATH, or use a runner of Debian 12 or 13 or Ubuntu 22.04 or 24.04.",
      lasting: true
    });
  }
}
function installCommands(tools) {
  const packages = new Set(tools.flatMap(({ from }) => "apt" in from ? [from.apt] : []));
  const own = new Set(tools.flatMap(({ from }) => "command" in from ? [from.command] : []));
  const apt = ["apt-get", "install", "--yes", "--no-install-recommends", ...packages];
  return [...packages.size > 0 ? [apt] : [], ...[...own].map((command) => command.split(" "))];
}
function installHint(tools) {
  const commands = installCommands(tools).map(
    (argv) => [...argv[0] === "apt-get" ? ["sudo"] : [], ...argv].join(" ")
  );
  const there = usesApt() ? "" : " (the packages have other names on this distribution)";
  const missing = missingInstallers(tools).map(({ name, from }) => `; ${name} itself comes from ${from}`);
  return `Install them: ${commands.join(" && ")}${there}${missing.join("")}`;
}
function missingInstallers(tools) {
  const installers = tools.flatMap(
    ({ from }) => "apt" in from ? [] : [[from.command.split(" ")[0] ?? "", from.installer]]
  );
  return [...new Map(installers)].filter(([name]) => findCommand(name) === void 0).map(([name, from]) => ({ name, from }));
}
function usesApt() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync3("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
async function versionOf(tool, known, asks) {
  const { name, askedBy = name, versionArgs, version = /^(.*\S)/m, mustMatch, behind } = tool;
  if (versionArgs === void 0) return { found: existsSync2(name) };
  const path = findCommand(askedBy);
  if (path === void 0) return { found: false };
  const stamp = `${stampOf(path)} ${behind === void 0 ? "" : stampOf(atHome(behind))} ${versionArgs.join(" ")}`;
  const before = known[stamp];
  if (before !== void 0) return { found: true, version: before, stamp, remembered: true };
  const own = { LC_ALL: "C", RUSTUP_AUTO_INSTALL: "0" };
  try {
    const { code, stdout, stderr } = await asks([path, ...versionArgs], {
      kind: "build",
      own,
      deadlineMs: ANSWER_MS
    });
    const said = version.exec(`${stdout}${stderr}`)?.[1];
    if (code !== 0 || said === void 0 && mustMatch === true) return { found: false };
    return { found: true, version: said ?? "unknown", stamp };
  } catch (error) {
    if (error instanceof HostError) return { found: false };
    throw error;
  }
}
function stampOf(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === void 0) return `${path} missing`;
  return `${path} ${realpathSync(path)} ${found.ino} ${found.size} ${found.mtimeMs}`;
}
function atHome(path) {
  const { RUSTUP_HOME } = process.env;
  const moved = RUSTUP_HOME === void 0 ? path : path.replace("~/.rustup", RUSTUP_HOME);
  return moved.replace("~", homedir());
}
function readMemo(file) {
  try {
    const value = JSON.parse(readFileSync3(file, "utf8"));
    const pairs = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(pairs.filter((pair) => typeof pair[1] === "string"));
  } catch {
    return {};
  }
}
function writeMemo(file, memo) {
  try {
    mkdirSync3(dirname3(file), { recursive: true });
    const partial = `${file}.${process.pid}`;
    writeFileSync(partial, JSON.stringify(memo));
    renameSync(partial, file);
  } catch {
  }
}

// src/build/install.ts
var INSTALL_MS = 20 * 6e4;
var MAX_BYTES = 64 * 1024 * 1024;
var SUDO_MS = 2e4;
async function installTools(missing, options) {
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(", ");
  const hint = installHint(missing);
  const [installer] = missingInstallers(missing);
  if (installer !== void 0) {
    throw new HostError("cannot-install", `cannot install ${names}: ${installer.name} is not installed`, {
      hint,
      lasting: true
    });
  }
  const packages = missing.some(({ from }) => "apt" in from);
  if (packages && !usesApt()) {
    throw new HostError("cannot-install", `cannot install ${names}: this is neither Debian nor Ubuntu`, {
      hint,
      lasting: true
    });
  }
  const { listener, ask: asks = ask, signal } = options;
  const asRoot = packages ? await rootPrefix(asks, names, hint) : [];
  listener({ type: "stage", title: `installing ${names}` });
  const commands = installCommands(missing);
  const update = ["apt-get", "update", "--quiet"];
  for (const argv of packages ? [update, ...commands] : commands) {
    const [program, ...args] = argv[0] === "apt-get" ? [...asRoot, ...argv] : argv;
    const { code, stdout, stderr } = await asks([program ?? "", ...args], {
      kind: "install",
      own: { DEBIAN_FRONTEND: "noninteractive" },
      signal,
      deadlineMs: INSTALL_MS,
      maxBytes: MAX_BYTES
    });
    if (code === 0) continue;
    const lines = `${stdout}
${stderr}`.trim().split("\n");
    const said = (findBuildError(lines)?.lines ?? lines.slice(-5)).join("\n");
    const failed = `"${argv.join(" ")}" failed (${describeEnd(code)})`;
    throw new HostError("cannot-install", `${failed}:
${said}`, { hint });
  }
}
async function rootPrefix(asks, names, hint) {
  if (process.getuid?.() === 0) return [];
  const question = { kind: "install", deadlineMs: SUDO_MS };
  const { code } = await asks(["sudo", "--non-interactive", "true"], question).catch((cause) => {
    if (!(cause instanceof HostError)) throw cause;
    throw new HostError("cannot-install", `cannot install ${names}: not root, and ${cause.message}`, {
      hint,
      cause
    });
  });
  if (code !== 0) {
    throw new HostError("cannot-install", `cannot install ${names}: not root, and sudo asks for a password`, {
      hint,
      lasting: true
    });
  }
  return [
    "sudo",
    "--non-interactive",
    `--preserve-env=${["DEBIAN_FRONTEND", ...networkVariables()].join(",")}`
  ];
}

// src/build/known-images.ts
var DEBIAN_12 = {
  tools: "Debian 12: gcc 12.2.0-14+deb12u1, binutils 2.40, nasm 2.16.01, iasl 20200925",
  source: "built on 26 November 2026 from the tree of the commit, with OpenSSL as the crate openssl-src has it"
};
var KNOWN_IMAGES = [
  {
    recipe: "tdvf",
    build: "release",
    commit: PINS.edk2.commit,
    sha256: "7649a9d5d6513d9f73742c8ba702898c766abea62b49605c3fc0757cbb8b7903",
    mrtd: "466e0e4333d3ff2d3641cdbcba23100fcbc7aa0a4f2b112162aeb443de00b33b6af28e664bed62f63347b61b062c5508",
    ...DEBIAN_12
  },
  {
    recipe: "tdvf",
    build: "release",
    commit: PINS.currentEdk2.commit,
    sha256: "86915a50c116c8a8606196b80a5e008445e9f2e7372d005291d3e0d1a848ae4f",
    mrtd: "c46b5eb0f42bcadb6e22b3c99b6a7c282140e529144fb592732034fe9bb4574d4331356d2a0bc87f6be6318de6b36104",
    ...DEBIAN_12
  }
];
function vouchFor({ inputs, sha256, mrtd }, { required, known = KNOWN_IMAGES }) {
  const { recipe, build: build2, source } = inputs;
  if (!isFirmware(recipe) || known.some((row) => isOf(row, inputs) && row.sha256 === sha256))
    return void 0;
  const what = `${recipe} (${build2}): the image with the SHA-256 ${sha256}`;
  const others = known.filter((row) => isOf(row, inputs)).length;
  if (others === 0 && !required) return void 0;
  const message = `${what}${mrtd === void 0 ? "" : ` and the MRTD ${mrtd}`} is none of the ${others} published images of ${source}`;
  if (!required) return `${message}: whoever can write the store or the shared cache can choose it`;
  throw new HostError("unknown-image", message, {
    hint: 'Remove it ("tdx-boot firmware prune --limit 0") and build it here with a toolchain of the table in docs/firmware.md, or leave require-known out.',
    lasting: true
  });
}
function isOf(row, { recipe, build: build2, source, defines }) {
  return row.recipe === recipe && row.build === build2 && source === `commit:${row.commit}` && defines.length === 0;
}

// src/build/source/source.ts
import { cpSync, existsSync as existsSync4, mkdirSync as mkdirSync6, readdirSync as readdirSync2, rmSync as rmSync3, statSync as statSync3 } from "node:fs";
import { join as join5 } from "node:path";

// src/build/source/directory.ts
import { createHash } from "node:crypto";
import {
  constants,
  copyFileSync as copyFileSync2,
  existsSync as existsSync3,
  lstatSync as lstatSync2,
  mkdirSync as mkdirSync5,
  readdirSync,
  readFileSync as readFileSync4,
  readlinkSync,
  symlinkSync as symlinkSync2
} from "node:fs";
import { dirname as dirname5, join as join4 } from "node:path";

// src/build/source/git.ts
import { mkdirSync as mkdirSync4, renameSync as renameSync2, rmSync as rmSync2, statSync as statSync2, writeFileSync as writeFileSync2 } from "node:fs";
import { dirname as dirname4, join as join3 } from "node:path";

// src/build/source/git-command.ts
import { setTimeout as delay } from "node:timers/promises";
var PAUSES = [500, 3e3];
var SAFE = [
  "fetch.fsckObjects=true",
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "protocol.ext.allow=never",
  "protocol.version=2",
  "maintenance.auto=false",
  "gc.auto=0",
  "http.lowSpeedLimit=1",
  "http.lowSpeedTime=60"
].flatMap((setting) => ["-c", setting]);
var GIT_MS = 30 * 6e4;
async function git(args, options) {
  const { signal, errand: errand2, own, onProgress } = options;
  if (findCommand("git") === void 0) {
    throw new HostError("git-missing", "git is not installed", {
      hint: "sudo apt-get install git",
      lasting: true
    });
  }
  const stdout = [];
  let stderr = "";
  const running = runCommand(["git", ...SAFE, ...args], {
    kind: "git",
    own: { GIT_TERMINAL_PROMPT: "0", GIT_CONFIG_NOSYSTEM: "1", LC_ALL: "C", ...own },
    cwd: "/",
    signal,
    deadlineMs: GIT_MS,
    onOutput(bytes, from) {
      if (from === "stdout") {
        stdout.push(bytes);
        return;
      }
      const text = bytes.toString("utf8");
      stderr = (stderr + text).slice(-2e4);
      const counts = [...text.matchAll(/Receiving objects: +\d+% \((\d+)\/(\d+)\)/g)].at(-1);
      if (counts !== void 0) onProgress?.(Number(counts[1]), Number(counts[2]));
    }
  });
  const code = await running.catch((cause) => {
    if (!(cause instanceof HostError) || cause.code !== "command-timeout") throw cause;
    const what = errand2 === void 0 ? `git ${args.slice(0, 4).join(" ")}` : failureOf(errand2);
    throw new HostError("git-timeout", `${what}: not done after ${GIT_MS / 6e4} min`, { cause });
  });
  if (code !== 0) throw gitError(`${stderr}
fatal: git ended with ${code}`, errand2);
  return Buffer.concat(stdout).toString("utf8").trim();
}
async function withRetry({ signal, listener }, attempt) {
  for (const pause of PAUSES) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      listener({ type: "notice", text: `${error.message}: trying again` });
      await delay(pause, void 0, signal === void 0 ? {} : { signal }).catch(() => void 0);
      signal?.throwIfAborted();
    }
  }
  return attempt();
}
var NetworkError = class extends HostError {
};
var ANSWERS = [
  {
    // git does not always say why it could not write to a file that it had made.
    says: /No space left on device|Disk quota exceeded|unable to write file/i,
    code: "disk-full",
    hint: "Free some space, or name another store."
  },
  {
    says: /not our ref|unadvertised object|couldn't find remote ref/,
    code: "no-such-commit",
    hint: "Check the ref and the repository. A commit that no branch has any more may be gone from its server."
  },
  {
    says: /fsck error|fsck-objects/,
    code: "damaged-objects",
    hint: "Do not build from this repository: git refuses what is in it."
  },
  {
    says: /not found|not appear to be a git|Authentication failed|Permission denied|could not read (Username|Password)|returned error: 4(?!08|29)\d\d|not allowed|dubious ownership/i,
    code: "unreachable-remote",
    hint: "Check the URL and the right to read it, or name a mirror or a local directory as the repository."
  }
];
function gitError(stderr, errand2) {
  const lines = withoutPassword(stderr).split(/[\r\n]+/);
  const line = lines.find((text) => /^(fatal|error|ssh):/.test(text)) ?? "";
  const said = line.replace(/^(fatal|error): /, "").replace(/[^\x20-\x7e]/g, "?").slice(0, 300);
  const answer = ANSWERS.find(({ says }) => says.test(stderr));
  if (errand2 === void 0 && answer?.code !== "disk-full") {
    return new HostError("git-failed", `git failed: ${said}`);
  }
  const failed = errand2 === void 0 ? "git failed" : failureOf(errand2);
  if (answer !== void 0) return new HostError(answer.code, `${failed}: ${said}`, { hint: answer.hint });
  return new NetworkError("unreachable-remote", `${failed}: ${said}`, {
    hint: "Check the network and the URL, or name a mirror or a local directory as the repository."
  });
}
function failureOf({ wanted, url }) {
  return `cannot fetch ${wanted} from ${withoutPassword(url)}`;
}
function withoutPassword(text) {
  return text.replace(/(:\/\/)[^/\s]*@/g, "$1***@");
}

// src/build/source/git.ts
var ATTRIBUTES = "* -text -ident -filter -working-tree-encoding\n";
var REMOTE = "remote.tdx-boot";
var WANTED = "refs/wanted";
async function fetchCommit(wanted, options) {
  const { cache, scratch, listener } = options;
  const name = wanted.only === void 0 ? wanted.commit : `${wanted.commit}-${wanted.only}`;
  const kept = join3(cache, name);
  const partial = join3(scratch, name);
  if (statSync2(kept, { throwIfNoEntry: false }) !== void 0) {
    if (await isSound(kept, wanted, options)) return kept;
    listener({ type: "notice", text: `Not used: ${kept} is damaged; fetching it again` });
    renameSync2(kept, partial);
  }
  await withRetry(options, () => fetch(partial, wanted, options));
  mkdirSync4(dirname4(kept), { recursive: true });
  try {
    renameSync2(partial, kept);
  } catch (error) {
    if (statSync2(kept, { throwIfNoEntry: false }) === void 0) throw error;
  }
  return kept;
}
async function checkOut(repository, { url, commit, only }, directory, { scratch, ...options }) {
  const target = join3(directory, only ?? "");
  mkdirSync4(target, { recursive: true });
  const own = { GIT_INDEX_FILE: join3(scratch, "index") };
  const where = ["--git-dir", repository, "--work-tree", target];
  const readTree = ["read-tree", "--reset", "-u", only === void 0 ? commit : `${commit}:${only}`];
  try {
    if (only === void 0) await git([...where, ...readTree], { ...options, own });
    else
      await git([...where, ...remote(url, only), ...readTree], { ...options, own, ...errand(url, commit) });
  } finally {
    rmSync2(own.GIT_INDEX_FILE, { force: true });
  }
}
async function resolveRef(url, ref, options) {
  if (/^[0-9a-f]{40}$/.test(ref)) return ref;
  const names = ref.startsWith("refs/") ? [`${ref}^{}`, ref] : [`refs/tags/${ref}^{}`, `refs/tags/${ref}`, `refs/heads/${ref}`];
  const wanted = `the tag or branch "${ref}"`;
  const listing = await withRetry(
    options,
    () => git(["ls-remote", "--quiet", "--", url, ...names], { ...options, errand: { url, wanted } })
  );
  const found = new Map(listing.split("\n").map((line) => line.split("	").reverse()));
  const commit = names.map((name) => found.get(name)).find((hash) => hash !== void 0);
  if (commit !== void 0) return commit;
  throw new HostError("no-such-ref", `${withoutPassword(url)} has no tag or branch "${ref}"`, {
    hint: "Name a tag, a branch, a full ref (refs/\u2026) or a full commit (40 hex digits).",
    lasting: true
  });
}
async function submoduleCommit(repository, parent, path, options) {
  const entry = await git(["--git-dir", repository, "ls-tree", parent, "--", path], options);
  return /^160000 commit ([0-9a-f]{40})/.exec(entry)?.[1];
}
function treeOf(repository, commit, options) {
  return git(["--git-dir", repository, "rev-parse", "--verify", `${commit}^{tree}`], options);
}
async function workTreeFiles(directory, options) {
  const where = ["--git-dir", join3(directory, ".git"), "--work-tree", directory, "-C", directory];
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listing = await git([...where, ...args], options);
  return [...new Set(listing.split("\0").filter((path) => path !== ""))];
}
async function isSound(repository, { commit, tree, only }, options) {
  const partial = only === void 0 ? [] : ["-c", `${REMOTE}.promisor=true`];
  const fsck = ["fsck", "--full", "--no-dangling", "--no-progress"];
  try {
    await git(["--git-dir", repository, ...partial, ...fsck], options);
    const found = await treeOf(repository, commit, options);
    return tree === void 0 || found === tree;
  } catch {
    options.signal?.throwIfAborted();
    return false;
  }
}
async function fetch(repository, wanted, options) {
  const { url, commit, only } = wanted;
  rmSync2(repository, { recursive: true, force: true });
  await git(["init", "--quiet", "--bare", "--template=", "--object-format=sha1", repository], options);
  mkdirSync4(join3(repository, "info"));
  writeFileSync2(join3(repository, "info", "attributes"), ATTRIBUTES);
  const begun = Date.now();
  const onProgress = (done, total) => options.listener({ type: "progress", done, total, noun: "objects", elapsedMs: Date.now() - begun });
  const filter = only === void 0 ? [] : ["--filter=blob:none"];
  const sparing = ["--depth=1", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", ...filter];
  await git(
    [
      ...["--git-dir", repository, ...remote(url, only)],
      ...["fetch", "--progress", ...sparing, "tdx-boot", `${commit}:${WANTED}`]
    ],
    { ...options, onProgress, ...errand(url, commit) }
  );
  await verify(repository, wanted, options);
  if (only === void 0) return;
  const files = join3(options.scratch, "only");
  await checkOut(repository, wanted, files, options);
  rmSync2(files, { recursive: true, force: true });
}
async function verify(repository, { url, commit, tree }, options) {
  const from = withoutPassword(url);
  const got = await git(["--git-dir", repository, "rev-parse", "--verify", WANTED], options);
  const kind = await git(["--git-dir", repository, "cat-file", "-t", WANTED], options);
  if (got !== commit || kind !== "commit") {
    throw new HostError("wrong-commit", `${from} gave the ${kind} ${got} instead of commit ${commit}`, {
      hint: "Name the commit itself: `git rev-parse NAME^{commit}` prints it.",
      lasting: true
    });
  }
  const found = await treeOf(repository, commit, options);
  if (tree !== void 0 && found !== tree) {
    throw new HostError(
      "wrong-tree",
      `commit ${commit} of ${from} has the tree ${found}, but the pin says ${tree}`,
      { hint: "A commit has one tree for ever: do not build from this repository.", lasting: true }
    );
  }
}
function remote(url, only) {
  const partial = only === void 0 ? [] : [`${REMOTE}.promisor=true`, `${REMOTE}.partialclonefilter=blob:none`];
  return [`${REMOTE}.url=${url}`, ...partial].flatMap((setting) => ["-c", setting]);
}
function errand(url, commit) {
  return { errand: { url, wanted: `commit ${commit}` } };
}

// src/build/source/directory.ts
function digestDirectory(directory, options) {
  return reading(directory, async () => digestOf(directory, await listFiles(directory, options)));
}
function copyDirectory(from, to, options) {
  return reading(from, async () => {
    const files = await listFiles(from, options);
    for (const file of files) copyFile(join4(from, file), join4(to, file));
    return digestOf(to, files);
  });
}
async function reading(directory, body) {
  try {
    return await body();
  } catch (error) {
    const code = codeOf(error);
    if (code === void 0 || code === "ENOSPC" || code === "EDQUOT" || error instanceof HostError)
      throw error;
    throw new HostError(
      "source-unreadable",
      `cannot read the source ${directory}: ${messageOf(error, directory)}`,
      {
        hint: "Every file of the directory must be readable, and stay while it is copied.",
        cause: error
      }
    );
  }
}
async function listFiles(directory, options) {
  return (await listBelow(directory, "", options)).sort();
}
async function listBelow(root, below, options) {
  const directory = join4(root, below);
  const names = existsSync3(join4(directory, ".git")) ? await workTreeFiles(directory, options) : readdirSync(directory).filter((name) => name !== ".git");
  const files = [];
  for (const name of names) {
    const path = join4(below, name);
    const found = lstatSync2(join4(root, path), { throwIfNoEntry: false });
    if (found?.isDirectory() === true) files.push(...await listBelow(root, path, options));
    else if (found?.isFile() === true || found?.isSymbolicLink() === true) files.push(path);
  }
  return files;
}
function digestOf(directory, files) {
  const all = createHash("sha256");
  for (const file of files) {
    const path = join4(directory, file);
    const stat = lstatSync2(path);
    const kind = stat.isSymbolicLink() ? "link" : (stat.mode & 64) === 0 ? "file" : "program";
    const content = stat.isSymbolicLink() ? readlinkSync(path) : readFileSync4(path);
    all.update(`${kind} ${file}\0${createHash("sha256").update(content).digest("hex")}
`);
  }
  return all.digest("hex");
}
function copyFile(from, to) {
  mkdirSync5(dirname5(to), { recursive: true });
  if (lstatSync2(from).isSymbolicLink()) symlinkSync2(readlinkSync(from), to);
  else copyFileSync2(from, to, constants.COPYFILE_FICLONE);
}

// src/build/source/source.ts
async function resolveSource(recipe, { pins = "documented", ref, repository }, options) {
  const pin = recipe.pins[pins];
  const directory = repository?.startsWith("/") === true ? repository : void 0;
  if (directory !== void 0 && statSync3(directory, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError("no-directory", `the source repository ${directory} is not a directory`, {
      hint: "Name a git URL, or a directory that has the source."
    });
  }
  if (directory !== void 0 && ref === void 0) {
    return { kind: "directory", path: directory, digest: await digestDirectory(directory, options) };
  }
  const url = repository ?? pin.url;
  const commit = ref === void 0 ? pin.commit : await resolveRef(url, ref, options);
  return { kind: "git", url, commit, ...commit === pin.commit ? { tree: pin.tree } : {} };
}
async function fetchSource(recipe, source, tree, options) {
  return source.kind === "git" ? fetchFromGit(recipe, source, tree, options) : fromDirectory(recipe, source, tree, options);
}
async function fetchFromGit(recipe, source, tree, options) {
  const { url, commit } = source;
  options.listener({ type: "stage", title: `source of ${recipe.name}, commit ${commit.slice(0, 12)}` });
  const repository = await fetchCommit(source, options);
  await checkOut(repository, source, tree, options);
  const submodules = [];
  for (const { path, ...from } of recipe.submodules) {
    const named = await submoduleCommit(repository, commit, path, options);
    if (named === void 0) continue;
    options.listener({ type: "stage", title: `source of ${path}` });
    const wanted = { ...from, commit: named };
    const fetched = await fetchCommit(wanted, options);
    await checkOut(fetched, wanted, join5(tree, path), options);
    submodules.push({ path, commit: named });
  }
  const gitTree = await treeOf(repository, commit, options);
  return { from: withoutPassword(url), commit, tree: gitTree, submodules };
}
async function fromDirectory({ name, submodules }, { path, digest: digest2 }, tree, options) {
  options.listener({ type: "stage", title: `source of ${name}, a copy of ${path}` });
  if (await copyDirectory(path, tree, options) !== digest2) {
    throw new HostError("source-changed", `${path} changed while it was copied`, { hint: "Build again." });
  }
  for (const submodule of submodules) {
    const directory = join5(tree, submodule.path);
    if (!isEmpty(directory)) continue;
    const twin = submodules.find(({ path: path2, url }) => url === submodule.url && !isEmpty(join5(tree, path2)));
    if (twin === void 0) {
      throw new HostError(
        "submodule-empty",
        `${path} has nothing in ${submodule.path}, which the build reads`,
        {
          hint: `Run: git -C ${path} submodule update --init --depth 1 ${submodule.path}`
        }
      );
    }
    rmSync3(directory, { recursive: true, force: true });
    mkdirSync6(directory, { recursive: true });
    cpSync(join5(tree, twin.path), directory, { recursive: true, verbatimSymlinks: true });
  }
  return { from: path, submodules: [] };
}
function isEmpty(directory) {
  return !existsSync4(directory) || readdirSync2(directory).length === 0;
}

// src/build/provide.ts
var WAIT_MS2 = 2 * 60 * 6e4;
async function findBuild(request, options) {
  const planned = await plan(request, options);
  return lookUp(planned, options) ?? notBuilt(planned);
}
async function locateBuild(request, options) {
  const planned = await plan(request, options);
  const entry = lookUp(planned, options);
  if (entry !== void 0) return { image: entry.image };
  const name = basename(planned.recipe.output(request.build));
  return { image: options.store.imagePath(planned.keys.key, name), command: buildCommand(request) };
}
async function provideBuild(request, options) {
  const first = await plan(request, options);
  const found = lookUp(first, options);
  if (found !== void 0) return vouched({ entry: found, from: "store" }, options);
  return exclusively(first, options, async () => {
    const made = lookUp(first, options);
    if (made !== void 0) return vouched({ entry: made, from: "store" }, options);
    const restored = await restore(first, options);
    if (restored !== void 0) return vouched({ entry: restored, from: "cache" }, options);
    const ready = await withTools(first, options);
    const entry = await build(ready, options, (staged, manifest) => options.store.add(staged, manifest));
    await options.remote?.save(entry.manifest.key, entry.directory, options.signal);
    return { entry, from: "build" };
  });
}
function vouched(provided, { requireKnown = false, listener }) {
  const notice = vouchFor(provided.entry.manifest, { required: requireKnown });
  if (notice !== void 0) listener({ type: "notice", text: notice });
  return provided;
}
async function verifyBuild(request, options) {
  const planned = await plan(request, options);
  requireToolchain(planned.recipe, planned.toolchain);
  const entry = lookUp(planned, options) ?? notBuilt(planned);
  const { sha256 } = await exclusively(
    planned,
    options,
    () => build(planned, options, (_, manifest) => manifest)
  );
  return { entry, sha256, same: sha256 === entry.manifest.sha256 };
}
function notBuilt({ request, keys }) {
  const { name, build: build2 } = request;
  throw new HostError(
    "not-built",
    `the store has no ${name} (${build2}) of this source and these tools: ${keys.key}`,
    { hint: `Build it: ${buildCommand(request)}`, lasting: true }
  );
}
function buildCommand({ name, build: build2, pins, ref, repository, defines }) {
  const options = Object.entries({ build: build2, pins, ref, repository }).flatMap(
    ([option, value]) => value === void 0 ? [] : [`--${option}`, value]
  );
  const extra = defines.flatMap((define) => ["--define", define]);
  return ["tdx-boot", "firmware", "build", name, ...options, ...extra].join(" ");
}
async function plan(request, options) {
  const recipe = RECIPES[request.name];
  const [source, toolchain] = await together([
    resolveSource(recipe, request, options),
    toolchainOf(recipe, options)
  ]);
  return withToolchain({ request, recipe, source, toolchain });
}
function toolchainOf(recipe, { store, ask: ask2 }) {
  return findToolchain(recipe, join6(store.root, "tool-versions.json"), ask2);
}
function withToolchain(known) {
  const { request, recipe, source, toolchain } = known;
  const inputs = {
    recipe: recipe.name,
    build: request.build,
    source: source.kind === "git" ? `commit:${source.commit}` : `content:${source.digest}`,
    recipeDigest: recipeDigest(recipe, request),
    defines: request.defines,
    arch: process.arch,
    toolchain: toolchain.versions
  };
  return { ...known, inputs, keys: buildKey(inputs) };
}
function recipeDigest(recipe, { build: build2, defines }) {
  const steps = recipe.steps({ build: build2, defines, jobs: 1, version: () => "" });
  const commands = steps.map(({ argv, cwd }) => [cwd, argv]);
  const { environment, copies, directories, renames, submodules } = recipe;
  return digest([
    BUILD_PATH,
    commands,
    environment,
    copies,
    directories,
    renames,
    submodules,
    recipe.output(build2)
  ]);
}
function lookUp({ recipe, keys, toolchain }, { store, listener }) {
  if (toolchain.missing.length === 0) return store.find(keys.key);
  const entry = store.findAny(keys.prefix);
  if (entry !== void 0) {
    const tools = Object.values(entry.manifest.inputs.toolchain).join(", ");
    listener({
      type: "notice",
      text: `${recipe.name}: this machine lacks the tools to build it; the image that is used was built with ${tools}`
    });
  }
  return entry;
}
function exclusively({ recipe, keys }, options, body) {
  const { store, listener, signal } = options;
  const onWait = () => listener({ type: "notice", text: `Another process is making ${recipe.name} ready: waiting for it` });
  return withLock(store.lockPath(keys.prefix), { signal, onWait, waitMs: WAIT_MS2 }, body);
}
async function restore({ keys, toolchain }, { remote: remote2, store, signal, listener }) {
  if (remote2 === void 0) return void 0;
  const wanted = toolchain.missing.length === 0 ? keys.key : `${keys.prefix}-`;
  return store.withStaging(async (staging) => {
    const directory = join6(staging, "entry");
    mkdirSync7(directory);
    const key = await remote2.restore(keys.key, wanted, directory, signal);
    if (key === void 0) return void 0;
    try {
      const manifest = key.startsWith(wanted) ? readManifest(directory, key) : void 0;
      if (manifest === void 0) throw new DamagedImageError("its manifest is missing or has another key");
      return store.add(directory, manifest);
    } catch (error) {
      if (!(error instanceof DamagedImageError)) throw error;
      listener({ type: "notice", text: `Not used: ${key} of the shared cache: ${error.message}` });
      return void 0;
    }
  });
}
function readManifest(directory, key) {
  try {
    return parseManifest(readFileSync5(join6(directory, MANIFEST), "utf8"), key);
  } catch {
    return void 0;
  }
}
async function withTools(planned, options) {
  const { recipe, toolchain } = planned;
  if (options.installTools !== true || toolchain.missing.length === 0) {
    requireToolchain(recipe, toolchain);
    return planned;
  }
  await installTools(toolchain.missing, options);
  const now = await toolchainOf(recipe, options);
  requireToolchain(recipe, now);
  return withToolchain({ ...planned, toolchain: now });
}
async function build({ request, recipe, source, toolchain, inputs, keys }, { store, listener, signal }, keep) {
  return store.withStaging(async (staging) => {
    const tree = join6(staging, "source");
    const places = { cache: store.sources, scratch: staging };
    const facts = await fetchSource(recipe, source, tree, { ...places, listener, signal });
    const begun = Date.now();
    const { build: build2, defines } = request;
    const log = store.logPath(keys.key);
    const built = await buildImage(recipe, { tree, build: build2, defines, toolchain, log, listener, signal });
    const name = basename(built);
    const entry = join6(staging, "entry");
    mkdirSync7(entry);
    copyFileSync3(built, join6(entry, name));
    const bytes = readFileSync5(built);
    const mrtd = measureBuilt(bytes, recipe.name, log);
    return keep(entry, {
      version: 1,
      key: keys.key,
      inputs,
      image: name,
      size: statSync4(built).size,
      sha256: createHash2("sha256").update(bytes).digest("hex"),
      ...mrtd === void 0 ? {} : { mrtd },
      source: facts,
      builtAt: (/* @__PURE__ */ new Date()).toISOString(),
      buildSeconds: Math.round((Date.now() - begun) / 1e3)
    });
  });
}

export {
  findBuildError,
  git,
  withRetry,
  withoutPassword,
  resolveRef,
  findBuild,
  locateBuild,
  provideBuild,
  verifyBuild
};

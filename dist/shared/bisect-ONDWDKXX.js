import {
  compareRuns,
  describeChanges
} from "./chunk-EJBPH3SG.js";
import "./chunk-V67K3L6B.js";
import {
  hostRoom
} from "./chunk-WP2VM6VZ.js";
import {
  buildsOn
} from "./chunk-V4QDCBLH.js";
import {
  startRecording
} from "./chunk-RYKNON4F.js";
import "./chunk-IBFFRAHP.js";
import {
  warn
} from "./chunk-OQNBSYAW.js";
import {
  readResult,
  runSuite
} from "./chunk-RYDELTQJ.js";
import "./chunk-JWGYPO2X.js";
import {
  requireSound
} from "./chunk-BHH2FN3O.js";
import "./chunk-YLUIWFY6.js";
import "./chunk-44WF2MDB.js";
import "./chunk-6PMVELVX.js";
import "./chunk-JDFYHK5D.js";
import "./chunk-2MAJAF2T.js";
import "./chunk-54JA5SQ7.js";
import {
  openScenario
} from "./chunk-26FHAQFJ.js";
import "./chunk-HELCCKQW.js";
import "./chunk-B3MC6MSR.js";
import "./chunk-GYLEEU4L.js";
import "./chunk-QY7JCTB7.js";
import "./chunk-XISTSJMZ.js";
import "./chunk-TBWMDY6W.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-TUGZNSDJ.js";
import {
  toBoot
} from "./chunk-WWEYV5FR.js";
import "./chunk-UHZCLFAH.js";
import {
  STDIN
} from "./chunk-LRKZHUNA.js";
import "./chunk-4C5IOPH7.js";
import "./chunk-T6NHXXIO.js";
import "./chunk-SGV2QDWH.js";
import "./chunk-MMYE7VHJ.js";
import "./chunk-III6LP5Y.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Q2EJGYCB.js";
import "./chunk-ORACNCOB.js";
import {
  session
} from "./chunk-PH7OVLBD.js";
import {
  findBuildError,
  git,
  provideBuild,
  resolveRef,
  withRetry,
  withoutPassword
} from "./chunk-D6EZPOO7.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import "./chunk-CKD3O6E4.js";
import {
  RECIPES
} from "./chunk-FYURKBY3.js";
import {
  tryLock
} from "./chunk-CP5OC7HH.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-4BKD3JSQ.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import {
  describeEnd,
  runCommand
} from "./chunk-2TFUJLGZ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M2G3QVKA.js";
import "./chunk-BBYFIMRE.js";
import "./chunk-TJSYBKLF.js";
import "./chunk-T4YCFN63.js";
import "./chunk-CNYZDXQQ.js";
import "./chunk-4TNNQE2H.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-ZQMABVPH.js";
import "./chunk-CTEL45AH.js";
import {
  describeEvidence,
  describeReproduction
} from "./chunk-5QQR7KKE.js";
import {
  historyRun,
  writeWhole
} from "./chunk-TAKYD5DH.js";
import {
  makeDirectories
} from "./chunk-O7AQDOVB.js";
import "./chunk-VGDXVO5O.js";
import "./chunk-G3NWQZ75.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import {
  recordScenario
} from "./chunk-DEP5CK7J.js";
import "./chunk-WD6X4G7B.js";
import "./chunk-A2NKWSQL.js";
import "./chunk-WZIZK7PI.js";
import {
  quote
} from "./chunk-JCCCLOPX.js";
import {
  _enum,
  array,
  literal,
  strictObject,
  string
} from "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import {
  forFileName,
  forShell
} from "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import {
  HostError,
  UsageError,
  messageOf
} from "./chunk-D4THVSJ6.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/bisect.ts
import { constants } from "node:os";
import { join as join4 } from "node:path";

// src/report/bisect.ts
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";

// src/suite/bisect/state.ts
var BISECT_FILE = "bisect.json";
var BISECT_LOG = "bisect.log";
var commit = string().regex(/^[0-9a-f]{40,64}$/);
var bisectSchema = strictObject({
  version: literal(1),
  scenario: string(),
  source: string().describe("Directory or URL of the repository"),
  good: commit,
  bad: commit,
  build: string().nullable().describe("Command that builds the kernel; null: the firmware was built by its recipe"),
  tested: array(
    strictObject({
      commit,
      title: string(),
      mark: _enum(["good", "bad", "skip"]).describe("skip: it does not build"),
      why: string(),
      results: string().nullable().describe("Directory of its recording, relative to this file; null: none")
    })
  ).describe("In the order in which they were tested"),
  firstBad: array(commit).describe(
    "One when it was found, several when only skipped ones are left, none while the search goes on"
  )
}).describe("A search of tdx-boot for the commit with which a scenario began to fail");

// src/report/bisect.ts
var BisectRecord = class _BisectRecord {
  directory;
  #state;
  constructor(directory, state) {
    this.directory = directory;
    this.#state = state;
  }
  /** @throws UsageError code `bad-bisect-file` */
  static open(results, { shown, good, bad, name, text, build: build2 }) {
    const key = createHash("sha256").update(JSON.stringify([shown, good, bad, text, build2 ?? null]));
    const slug = forFileName(name).slice(0, 40);
    const directory = resolve(results, `bisect-${slug}-${key.digest("hex").slice(0, 8)}`);
    makeDirectories(directory);
    const file = join(directory, BISECT_FILE);
    return new _BisectRecord(
      directory,
      existsSync(file) ? readState(file) : {
        version: 1,
        scenario: name,
        source: shown,
        good,
        bad,
        build: build2 ?? null,
        tested: [],
        firstBad: []
      }
    );
  }
  get state() {
    return this.#state;
  }
  /** What was tested before. */
  get known() {
    return this.#state.tested;
  }
  /** @throws the error of the file system */
  async add(tested) {
    const { results } = tested;
    const below = results === null ? null : relative(this.directory, results);
    await this.#write({ tested: [...this.#state.tested, { ...tested, results: below }] });
  }
  /** The search is over: what only its next step would need goes. */
  async close({ answer }, log) {
    await writeWhole(join(this.directory, BISECT_LOG), log);
    await this.#write({ firstBad: answer.kind === "found" ? [answer.commit] : [...answer.commits] });
    for (const name of ["git", "tree"]) rmSync(join(this.directory, name), { recursive: true, force: true });
  }
  async #write(more) {
    this.#state = { ...this.#state, ...more };
    await writeWhole(join(this.directory, BISECT_FILE), `${JSON.stringify(this.#state, null, 2)}
`);
  }
};
function readState(file) {
  try {
    return bisectSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new UsageError("bad-bisect-file", `${file} is no state of a bisect: ${messageOf(cause, file)}`, {
      hint: "Remove its directory to begin anew.",
      cause
    });
  }
}
async function describeFound(directory, state) {
  const { firstBad, tested } = state;
  const named = (commit2) => `${commit2} ${tested.find((each) => each.commit === commit2)?.title ?? ""}`.trimEnd();
  const skipped = tested.filter(({ mark }) => mark === "skip").length;
  const log = forShell(join(directory, BISECT_LOG));
  const last = [
    `${tested.length} commits were tested${skipped === 0 ? "" : `, ${skipped} of them cannot be built`}`,
    `log: git bisect replay ${log}`,
    `results: ${join(directory, BISECT_FILE)}`
  ];
  const [first = ""] = firstBad;
  if (firstBad.length !== 1) {
    return [
      "the first bad commit is one of these; what lies between cannot be built:",
      ...firstBad.map((commit2) => `  ${named(commit2)}`),
      ...last
    ];
  }
  const bad = await resultOf(directory, tested, (test) => test.commit === first);
  const good = await resultOf(directory, tested, ({ mark }) => mark === "good");
  return [
    `first bad commit: ${named(first)}`,
    ...bad === void 0 ? [] : describeBad(bad.result, bad.directory),
    ...good === void 0 ? [] : [`last good commit: ${named(good.commit)}`],
    ...bad === void 0 || good === void 0 ? [] : describeDifference(good.result, bad.result),
    ...last
  ];
}
async function resultOf(directory, tested, wanted) {
  const found = tested.findLast(wanted);
  if (found === void 0 || found.results === null) return void 0;
  return { commit: found.commit, ...await readResult(join(directory, found.results)) };
}
function describeBad({ reason, diagnosis }, directory) {
  const cause = diagnosis === null ? [] : [
    `stopped in ${diagnosis.phase}: ${diagnosis.title} [${diagnosis.cause}]`,
    ...diagnosis.evidence.map(describeEvidence),
    ...diagnosis.advice === "" ? [] : [`next: ${diagnosis.advice}`]
  ];
  const again = describeReproduction(directory).map(({ what, command }) => `${what}: ${command}`);
  return [`reason: ${reason}`, ...cause, ...again].map((line) => `  ${line}`);
}
function describeDifference(good, bad) {
  const { scenarios } = compareRuns([historyRun({ result: good })], [historyRun({ result: bad })], {
    margin: 0
  });
  return scenarios.flatMap((each) => describeChanges(each).slice(1)).map((line) => `  ${line}`);
}

// src/suite/bisect/commits.ts
import { existsSync as existsSync2, renameSync, rmSync as rmSync2 } from "node:fs";
import { join as join2 } from "node:path";
var Commits = class _Commits {
  #directory;
  #options;
  /** The commit from which both ends come. */
  #base;
  constructor(directory, options) {
    this.#directory = directory;
    this.#options = options;
  }
  /**
   * @param directory of the private repository, which is made unless it is there
   * @param source a directory, whose objects are used in place; or a URL, from which the commits are fetched without files
   * @throws HostError of git
   */
  static async open(directory, source, options) {
    if (!existsSync2(directory)) {
      const part = `${directory}.part`;
      rmSync2(part, { recursive: true, force: true });
      const how = source.startsWith("/") ? "--shared" : "--filter=tree:0";
      const clone = ["-c", "fetch.fsckObjects=false", "clone", "--quiet", "--bare", how, "--", source, part];
      const errand = { url: source, wanted: "the history" };
      await withRetry(options, () => git(clone, { ...options, errand }));
      renameSync(part, directory);
    }
    return new _Commits(directory, options);
  }
  /**
   * Begins a search.
   * @param good an ancestor of `bad`, or a commit of another branch
   * @returns where it stands, and how many commits may be the first bad one
   * @throws UsageError code `no-such-commit` or `bad-range`
   */
  async start(good, bad) {
    const count = Number(await this.#count(good, bad));
    if (count === 0) {
      throw new UsageError("bad-range", `${short(bad)} (bad) is no later than ${short(good)} (good)`, {
        hint: "Give an older commit with --good than with --bad. To find what mended something, swap pass and fail in the scenario."
      });
    }
    return { standing: await this.#bisect("start", "--no-checkout", bad, good), count };
  }
  /** @throws UsageError code `fixed-between` where a commit before both ends is bad */
  async mark(commit2, mark, { good, bad }) {
    if (mark === "bad") {
      this.#base ??= this.#git("merge-base", good, bad);
      if (await this.#base === commit2) {
        throw new UsageError(
          "fixed-between",
          `${short(commit2)}, from which both ends come, is bad: it was mended on the way to ${short(good)}`,
          { hint: "Name a good commit that is an ancestor of the bad one." }
        );
      }
    }
    return this.#bisect(mark, commit2);
  }
  /** What `git bisect replay` takes in any clone of the source. */
  async log() {
    const log = await this.#git("bisect", "log");
    return `${log.replace(/^(git bisect start) '--no-checkout'/m, "$1")}
`;
  }
  /** `subject (author, date)`. */
  describe(commit2) {
    return this.#git("rev-list", "--max-count=1", "--no-commit-header", "--format=%s (%an, %as)", commit2);
  }
  /** Makes `tree` a work tree at this commit. Files that no commit has stay, so that a build goes on from the last one. */
  async checkOut(commit2, tree) {
    if (existsSync2(join2(tree, ".git"))) {
      rmSync2(join2(this.#directory, "worktrees", "tree", "index.lock"), { force: true });
    } else {
      rmSync2(tree, { recursive: true, force: true });
      await this.#git("worktree", "prune");
      await this.#git("worktree", "add", "--quiet", "--detach", "--no-checkout", tree, commit2);
    }
    await git(["-C", tree, "checkout", "--quiet", "--force", "--detach", commit2], this.#options);
  }
  async #count(good, bad) {
    try {
      return await this.#git("rev-list", "--count", bad, `^${good}`);
    } catch (cause) {
      if (!(cause instanceof HostError) || cause.code !== "git-failed") throw cause;
      throw new UsageError("no-such-commit", `the source lacks ${short(good)} or ${short(bad)}`, { cause });
    }
  }
  /** git exits with an error when only skipped commits are left. */
  async #bisect(...args) {
    try {
      const said = await this.#git("bisect", ...args);
      const found = /^([0-9a-f]{40}) is the first bad commit$/m.exec(said)?.[1];
      if (found !== void 0) return { kind: "found", commit: found };
      return { kind: "next", commit: await this.#git("rev-parse", "BISECT_HEAD") };
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== "git-failed") throw error;
      const log = await this.#git("bisect", "log");
      const commits = [...log.matchAll(/^# possible first bad commit: \[([0-9a-f]{40})\]/gm)];
      if (commits.length === 0) throw error;
      return { kind: "candidates", commits: commits.map(([, commit2 = ""]) => commit2) };
    }
  }
  #git(...args) {
    return git(["--git-dir", this.#directory, ...args], this.#options);
  }
};
function short(commit2) {
  return commit2.slice(0, 12);
}

// src/suite/bisect/bisect.ts
async function bisect(commits, ends, known, ports) {
  const cached = new Map(known.map((tested2) => [tested2.commit, tested2]));
  const tested = [];
  const test = async (commit2, left) => {
    const found = cached.get(commit2) ?? await testNow(commits, commit2, left, ports);
    tested.push(found);
    return found;
  };
  const { standing: first, count } = await commits.start(ends.good, ends.bad);
  for (const mark of ["good", "bad"]) {
    const end = await test(ends[mark], count);
    if (end.mark !== mark) throw wrongEnd(mark, end);
  }
  let standing = first;
  for (let left = count; standing.kind === "next"; left = Math.ceil(left / 2)) {
    const { commit: commit2, mark } = await test(standing.commit, left);
    standing = await commits.mark(commit2, mark, ends);
  }
  return { answer: standing, tested };
}
async function testNow(commits, commit2, left, ports) {
  const title = await commits.describe(commit2);
  ports.begin(commit2, title, left);
  const trial = await ports.test(commit2);
  if (trial.verdict === "errored") {
    throw new HostError("host-fault", `${short(commit2)} could not be tested: ${trial.why}`, {
      hint: "No commit is to blame for that. Mend the host and give the same command again: it goes on from here."
    });
  }
  const marks = { passed: "good", failed: "bad", "not-built": "skip" };
  const found = {
    commit: commit2,
    title,
    mark: marks[trial.verdict],
    why: trial.verdict === "passed" ? "" : trial.why,
    results: trial.verdict === "not-built" ? null : trial.results
  };
  await ports.ended(found);
  return found;
}
function wrongEnd(wanted, { commit: commit2, mark, why }) {
  const is = { good: "passes", bad: `fails: ${why}`, skip: `cannot be tested: ${why}` }[mark];
  return new UsageError("bad-end", `the ${wanted} end, ${short(commit2)}, ${is}`, {
    hint: `Name a commit with --${wanted} of which the scenario ${wanted === "good" ? "passes" : "fails"}.`
  });
}

// src/suite/bisect/build.ts
import {
  closeSync,
  copyFileSync,
  existsSync as existsSync3,
  mkdirSync,
  openSync,
  readFileSync as readFileSync2,
  renameSync as renameSync2,
  rmSync as rmSync3,
  statSync,
  writeSync
} from "node:fs";
import { basename, join as join3 } from "node:path";
var BUILD_MS = 12 * 60 * 6e4;
var LOG_BYTES = 1024 * 1024;
async function buildKernel(commits, commit2, { command, output, directory, signal }) {
  const kept = join3(directory, "kernels", commit2, basename(output));
  const log = join3(directory, "kernels", commit2, "build.log");
  if (!existsSync3(kept)) {
    const tree = join3(directory, "tree");
    await commits.checkOut(commit2, tree);
    mkdirSync(join3(directory, "kernels", commit2), { recursive: true });
    const made = join3(tree, output);
    rmSync3(made, { force: true });
    const failure = await runBuild(command, { tree, log, signal });
    if (failure !== void 0) return { notBuilt: failure };
    if (statSync(made, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new UsageError(
        "no-output",
        `the build of ${commit2.slice(0, 12)} succeeded and made no ${output}`,
        {
          hint: `Name what the command makes with --output. The log: ${log}`
        }
      );
    }
    copyFileSync(made, `${kept}.part`);
    renameSync2(`${kept}.part`, kept);
  }
  const origin = `the kernel of ${commit2.slice(0, 12)}`;
  return { overrides: [{ path: ["guest", "kernel"], value: kept, origin, base: directory }] };
}
async function runBuild(command, { tree, log, signal }) {
  const fd = openSync(log, "w");
  let code;
  try {
    code = await runCommand(["/bin/sh", "-c", command], {
      kind: "build",
      cwd: tree,
      signal,
      deadlineMs: BUILD_MS,
      onOutput: (bytes) => {
        writeSync(fd, bytes);
      }
    });
  } finally {
    closeSync(fd);
  }
  if (code === 0) return void 0;
  const printed = readFileSync2(log).subarray(-LOG_BYTES).toString("utf8").split("\n");
  const error = findBuildError(printed);
  const last = error?.lines[0] ?? printed.findLast((line) => line.trim() !== "") ?? "it printed nothing";
  if (error !== void 0 && error.kind !== "build-failed") {
    throw new HostError(error.kind, `the build could not go on: ${last}`, { hint: `The log: ${log}` });
  }
  return `the build ended with ${describeEnd(code)}: ${last} (${log})`;
}
async function buildFirmware(commit2, request, options) {
  try {
    await provideBuild({ ...request, ref: commit2 }, options);
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== "build-failed") throw error;
    return { notBuilt: error.message.split("\n").slice(0, 2).join(" ") };
  }
  const origin = `the firmware of ${commit2.slice(0, 12)}`;
  return { overrides: [{ path: ["firmware", "ref"], value: commit2, origin, base: "/" }] };
}

// src/cli/bisect-subject.ts
import { statSync as statSync2 } from "node:fs";
import { resolve as resolve2 } from "node:path";
async function subjectOf(file, options, signal) {
  const { tree, build: build2 } = options;
  if (file === STDIN) {
    throw new UsageError(
      "bad-bisect",
      "a bisect reads its scenario for each commit, and - can be read once",
      {
        hint: "Name a file."
      }
    );
  }
  if (tree === void 0 !== (build2 === void 0)) {
    throw new UsageError("bad-bisect", "--tree and --build go together", {
      hint: "Name a kernel's repository and the command that builds it: --tree ~/linux --build 'make -j8 bzImage'."
    });
  }
  const git2 = { listener: () => void 0, signal };
  return tree === void 0 ? firmwareOf(file, options, git2) : kernelOf(file, tree, options, git2);
}
async function kernelOf(file, tree, { uses, good, bad, build: build2 }, git2) {
  const source = resolve2(tree);
  if (statSync2(source, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError("bad-bisect", `--tree ${source} is not a directory`);
  }
  const kernel = { path: ["guest", "kernel"], value: "bzImage", origin: "--tree", base: source };
  const loaded = openScenario(file, { ...uses, overrides: [...uses?.overrides ?? [], kernel] });
  const { name } = toBoot(loaded).scenario;
  return {
    ...{ source, shown: source, name, build: build2, request: void 0 },
    text: recordScenario(loaded.source).text,
    good: await commitIn(source, good, "--good", git2),
    bad: await commitIn(source, bad, "--bad", git2)
  };
}
async function firmwareOf(file, { uses, good, bad }, git2) {
  const loaded = openScenario(file, uses);
  const { firmware, name } = loaded.scenario;
  if (firmware === void 0 || !("request" in firmware)) {
    throw new UsageError("bad-bisect", `${file} builds no firmware, and --tree names no kernel`, {
      hint: "Set firmware to tdvf or td-shim, or give --tree and --build to search a kernel."
    });
  }
  requireSound(toBoot(loaded));
  const { request } = firmware;
  const source = request.repository ?? RECIPES[request.name].pins[request.pins ?? "documented"].url;
  const local = source.startsWith("/");
  const find = (ref, option) => local ? commitIn(source, ref, option, git2) : resolveRef(source, ref, git2);
  return {
    ...{ source, shown: withoutPassword(source), name, build: void 0 },
    request: { ...request, repository: source },
    text: recordScenario(loaded.source).text,
    good: await find(good, "--good"),
    bad: await find(bad, "--bad")
  };
}
async function commitIn(source, ref, option, options) {
  try {
    return await git(
      ["-C", source, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`],
      options
    );
  } catch (cause) {
    if (!(cause instanceof HostError) || cause.code !== "git-failed") throw cause;
    throw new UsageError("no-such-commit", `${option}: ${source} has no commit ${quote(ref)}`, { cause });
  }
}

// src/cli/bisect.ts
var MARKS = {
  good: { word: "good", style: "green" },
  bad: { word: "bad", style: "red" },
  skip: { word: "skipped", style: "yellow" }
};
async function bisect2(file, options, streams) {
  const { out, error } = streams;
  const ended = await session(async (during) => {
    const subject = await subjectOf(file, options, during.signal);
    const record = BisectRecord.open(options.results, subject);
    if (record.state.firstBad.length > 0) return record;
    const lock = await tryLock(join4(record.directory, "lock"));
    if (lock === void 0) {
      throw new HostError("bisect-runs", `another process does this bisect, in ${record.directory}`);
    }
    try {
      return await searchIn(record, { file, subject, options, streams }, during);
    } finally {
      lock.release();
    }
  });
  if (ended.signal !== void 0) {
    error.line("the same command goes on from here");
    return 128 + constants.signals[ended.signal];
  }
  const { directory, state } = ended.value;
  if (options.json === true) out.json(state);
  else out.lines(await describeFound(directory, state));
  return state.firstBad.length === 1 ? EXIT.passed : EXIT.errored;
}
async function searchIn(record, { file, subject, options, streams }, during) {
  const { directory } = record;
  const { error } = streams;
  const git2 = { listener: () => void 0, signal: during.signal };
  const commits = await Commits.open(join4(directory, "git"), subject.source, git2);
  if (record.known.length > 0) error.line(`goes on: ${record.known.length} commits were tested before`);
  const warned = /* @__PURE__ */ new Set();
  const ports = {
    begin: (commit2, title, left) => error.line(`${short(commit2)} ${title}: ${left} left`, { style: "cyan" }),
    ended: async (tested) => {
      await record.add(tested);
      const { mark, why } = tested;
      error.line(`${short(tested.commit)} is ${MARKS[mark].word}${why === "" ? "" : `: ${why}`}`, {
        style: MARKS[mark].style
      });
    },
    test: (commit2) => testCommit(commit2, { commits, file, subject, directory, options, streams, warned }, during)
  };
  const found = await bisect(commits, subject, record.known, ports);
  await record.close(found, await commits.log());
  return record;
}
async function testCommit(commit2, test, during) {
  const { options, streams } = test;
  for (let attempt = 0; ; attempt++) {
    try {
      const built = await build(commit2, test, during);
      return "notBuilt" in built ? { verdict: "not-built", why: built.notBuilt } : await boot(commit2, built, test, during);
    } catch (cause) {
      during.signal.throwIfAborted();
      if (!(cause instanceof HostError)) throw cause;
      if (cause.lasting || attempt === options.retry) return { verdict: "errored", why: cause.message };
      streams.error.line(`${short(commit2)}: ${cause.message}: trying again`, { style: "yellow" });
    }
  }
}
async function build(commit2, test, { signal }) {
  const { subject, commits, directory, options, streams } = test;
  const { request } = subject;
  if (request !== void 0) {
    return buildsOn(streams.error, signal)((provide) => buildFirmware(commit2, request, provide));
  }
  const command = options.build ?? "";
  return buildKernel(commits, commit2, { command, output: options.output, directory, signal });
}
async function boot(commit2, { overrides }, { file, directory, options, warned, streams: { error } }, during) {
  const { uses } = options;
  let loaded;
  try {
    const all = [...uses?.overrides ?? [], ...overrides];
    loaded = toBoot(openScenario(file, { ...uses, overrides: all }));
    const fresh = requireSound(loaded).filter(({ message }) => !warned.has(message));
    for (const { message } of fresh) warned.add(message);
    warn(fresh, error);
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    return { verdict: "not-built", why: cause.message };
  }
  const [result] = await runSuite(
    [{ name: loaded.scenario.name, file, loaded }],
    { room: hostRoom(1), retry: { times: options.retry, after: "errored" }, failFast: false },
    {
      begin: (_, attempt, { signal }) => {
        const title = `${short(commit2)}${attempt === 1 ? "" : ` attempt ${attempt}`}`;
        const recording = startRecording(directory, loaded, title);
        return { directory: recording.directory, build: buildsOn(error, signal), consumers: [recording] };
      },
      waits: () => void 0,
      ended: () => void 0
    },
    during
  );
  during.signal.throwIfAborted();
  const last = result?.attempts.at(-1);
  if (last === void 0 || last.verdict === "errored" || last.directory === void 0) {
    return { verdict: "errored", why: last?.reason ?? "it was not booted" };
  }
  return { verdict: last.verdict, why: last.reason, results: last.directory };
}
export {
  bisect2 as bisect
};

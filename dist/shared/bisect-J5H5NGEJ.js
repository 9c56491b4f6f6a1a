import {
  compareRuns,
  describeChanges
} from "./chunk-ZQWBWIZD.js";
import "./chunk-V67K3L6B.js";
import {
  hostRoom
} from "./chunk-XRXYFBU7.js";
import {
  buildsOn
} from "./chunk-XF7Y5JNY.js";
import {
  startRecording
} from "./chunk-ZPFBVSHJ.js";
import "./chunk-IBFFRAHP.js";
import {
  readResult,
  runSuite
} from "./chunk-CCHCACHL.js";
import "./chunk-XAM7Z75C.js";
import {
  warn
} from "./chunk-QYXTLK5A.js";
import {
  requireSound
} from "./chunk-ZB4LHV3A.js";
import "./chunk-G22QTBE3.js";
import "./chunk-LEVOI2RB.js";
import "./chunk-EABUHY5D.js";
import "./chunk-J6DCDTQO.js";
import "./chunk-4QN54IE2.js";
import "./chunk-FQ3DCRTG.js";
import {
  openScenario
} from "./chunk-CT3CYKUU.js";
import "./chunk-HELCCKQW.js";
import "./chunk-PCHR2CJV.js";
import "./chunk-SDZZXB32.js";
import "./chunk-TYXNQKKF.js";
import "./chunk-D3F3PKKQ.js";
import "./chunk-772ZWCBN.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-ELG3TUYH.js";
import {
  toBoot
} from "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import {
  STDIN
} from "./chunk-3UKY4PQK.js";
import "./chunk-7EZL7CAO.js";
import "./chunk-VJTVHMNG.js";
import "./chunk-BGTM5X7Z.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Z5EMF6HS.js";
import {
  session
} from "./chunk-ICTCGJU4.js";
import "./chunk-ORACNCOB.js";
import {
  findBuildError,
  git,
  provideBuild,
  resolveRef,
  withRetry,
  withoutPassword
} from "./chunk-XRCLQ5TY.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import "./chunk-VM3YECVA.js";
import {
  RECIPES
} from "./chunk-FYURKBY3.js";
import {
  tryLock
} from "./chunk-5UXIQAYR.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-ZRLOYJTX.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import {
  describeEnd,
  runCommand
} from "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M3NQKO3U.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-3UQVA5YR.js";
import "./chunk-7SKRB5VY.js";
import "./chunk-C24KWKK2.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-CTEL45AH.js";
import {
  historyRun,
  writeWhole
} from "./chunk-O2SLEJNV.js";
import {
  makeDirectories
} from "./chunk-2H22IQHJ.js";
import "./chunk-322MFWUB.js";
import "./chunk-PSFT4LPN.js";
import {
  describeEvidence,
  describeReproduction
} from "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import {
  recordScenario
} from "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
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
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/bisect.ts
import { constants } from "node:os";
import { join as join5 } from "node:path";

// src/report/bisect.ts
import { createHash } from "node:crypto";
import { existsSync as existsSync3, rmSync as rmSync2 } from "node:fs";
import { join as join3, relative as relative2, resolve as resolve2 } from "node:path";

// src/suite/bisect/state.ts
var BISECT_FILE = "bisect.json";
var BISECT_LOG = "bisect.log";
var commit = string().regex(/^[0-9a-f]{40,64}$/);
var bisectSchema = strictObject({
  version: literal(1),
  scenario: string(),
  search: string().regex(/^[0-9a-f]{64}$/).describe(
    "Digest of the scenario, both ends and the build command: the parts of one search have the same"
  ),
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
  ).describe("In the order in which they were tested; after a search that was spread, parents first"),
  firstBad: array(commit).describe(
    "One when it was found, several when only skipped ones are left, none while the search goes on"
  )
}).describe("A search of tdx-boot for the commit with which a scenario began to fail");

// src/report/bisect-parts.ts
import { existsSync as existsSync2, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join as join2, relative, resolve } from "node:path";

// src/suite/bisect/commits.ts
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
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
    if (!existsSync(directory)) {
      const part = `${directory}.part`;
      rmSync(part, { recursive: true, force: true });
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
   * @throws as {@link between}
   */
  async start(good, bad) {
    await this.between(bad, [good]);
    return this.#bisect("start", "--no-checkout", bad, good);
  }
  /**
   * The commits that may be the first bad one: `bad` and its ancestors without those of `goods`. Parents come before their
   * children, so `bad` is the last. The same commits give the same list everywhere.
   * @throws UsageError code `no-such-commit`, or `bad-range` where there are none
   */
  async between(bad, goods) {
    const [good = ""] = goods;
    const listed = await this.#list(bad, goods).catch((cause) => {
      if (!(cause instanceof HostError) || cause.code !== "git-failed") throw cause;
      throw new UsageError("no-such-commit", `the source lacks ${short(good)} or ${short(bad)}`, { cause });
    });
    if (listed !== "") return listed.split("\n");
    throw new UsageError("bad-range", `${short(bad)} (bad) is no later than ${short(good)} (good)`, {
      hint: "Give an older commit with --good than with --bad. To find what mended something, swap pass and fail in the scenario."
    });
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
    if (existsSync(join(tree, ".git"))) {
      rmSync(join(this.#directory, "worktrees", "tree", "index.lock"), { force: true });
    } else {
      rmSync(tree, { recursive: true, force: true });
      await this.#git("worktree", "prune");
      await this.#git("worktree", "add", "--quiet", "--detach", "--no-checkout", tree, commit2);
    }
    await git(["-C", tree, "checkout", "--quiet", "--force", "--detach", commit2], this.#options);
  }
  #list(bad, goods) {
    return this.#git("rev-list", "--topo-order", "--reverse", bad, ...goods.map((good) => `^${good}`));
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

// src/report/bisect-parts.ts
var DEPTH = 3;
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
function readStates(path) {
  const files = filesIn(resolve(path), DEPTH);
  if (files.length === 0) {
    throw new UsageError("no-bisect-file", `--known ${path}: no ${BISECT_FILE} is there`, {
      hint: "Name the results directory of a shard, or a directory that has those of several below."
    });
  }
  return files.map((file) => ({ file, state: readState(file) }));
}
function filesIn(path, depth) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() === true) return [path];
  if (stat === void 0 || depth < 0) return [];
  const file = join2(path, BISECT_FILE);
  if (existsSync2(file)) return [file];
  const below = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = below.map(({ name }) => name).sort();
  return names.flatMap((name) => filesIn(join2(path, name), depth - 1));
}
function unite(own, parts, directory) {
  const found = /* @__PURE__ */ new Map();
  for (const { file, state } of [own, ...parts]) {
    if (state.search !== own.state.search) throw foreign(own, { file, state });
    for (const each of state.tested) {
      const before = found.get(each.commit);
      if (before !== void 0 && before.tested.mark !== each.mark) {
        throw contradiction(before, { tested: each, file });
      }
      if (before !== void 0 && before.tested.results !== null) continue;
      const recording = each.results === null ? void 0 : resolve(dirname(file), each.results);
      const there = recording !== void 0 && existsSync2(recording);
      const results = there ? relative(directory, recording) : null;
      found.set(each.commit, { tested: { ...each, results }, file });
    }
  }
  return [...found.values()].map(({ tested }) => tested);
}
function foreign(own, other) {
  const keys = ["scenario", "good", "bad", "build"];
  const key = keys.find((name) => own.state[name] !== other.state[name]);
  const differs = key === void 0 ? "what the scenario says differs" : `${key} is ${JSON.stringify(other.state[key])} there, and ${JSON.stringify(own.state[key])} here`;
  return new UsageError("foreign-bisect", `${other.file} is of another search than ${own.file}: ${differs}`, {
    hint: "Give all parts of a search the same scenario, --good, --bad, --build and settings."
  });
}
function contradiction(one, other) {
  const said = ({ tested, file }) => `${tested.mark} in ${file}`;
  return new UsageError("contradiction", `${short(one.tested.commit)} is ${said(one)}, and ${said(other)}`, {
    hint: "The scenario fails now and then, or the hosts differ. Boot that commit again, and remove the directory that is wrong."
  });
}
function describePart({ index, count }, { tested, range }, file) {
  const did = tested === void 0 ? "tested nothing: fewer commits are left than there are shards" : `tested ${tested.commit} ${tested.title}: ${tested.mark}${tested.why === "" ? "" : `: ${tested.why}`}`;
  const { length } = range.commits;
  const left = length === 1 ? "1 commit is left" : `${length} commits are left`;
  return [
    `shard ${index}/${count} ${did}`,
    `range: ${left}, after ${short(range.good)} (good) up to ${short(range.bad)} (bad)`,
    `results: ${file}`,
    "to go on: the same command with --known and the results of all shards, with another --shard or without"
  ];
}

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
    const search = digest([good, bad, text, build2 ?? null]);
    const slug = forFileName(name).slice(0, 40);
    const directory = resolve2(results, `bisect-${slug}-${digest([shown, search]).slice(0, 8)}`);
    makeDirectories(directory);
    const file = join3(directory, BISECT_FILE);
    return new _BisectRecord(
      directory,
      existsSync3(file) ? readState(file) : {
        version: 1,
        scenario: name,
        search,
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
    const below = results === null ? null : relative2(this.directory, results);
    await this.#write({ tested: [...this.#state.tested, { ...tested, results: below }] });
  }
  /** The file of the state. */
  get file() {
    return join3(this.directory, BISECT_FILE);
  }
  /**
   * What is known here and by parts of this search.
   * @throws as {@link unite}
   */
  with(parts) {
    return unite({ file: this.file, state: this.#state }, parts, this.directory);
  }
  /** Replaces what was tested. */
  async take(tested) {
    await this.#write({ tested: [...tested] });
  }
  /** The search is over. */
  async close({ answer }, log) {
    await writeWhole(join3(this.directory, BISECT_LOG), log);
    await this.#write({ firstBad: answer.kind === "found" ? [answer.commit] : [...answer.commits] });
    this.#clean();
  }
  /** A part of the search is over; there is a state although nothing was tested. */
  async closePart() {
    await this.#write({});
    this.#clean();
  }
  /** Removes what only the next step would need. */
  #clean() {
    for (const name of ["git", "tree"]) rmSync2(join3(this.directory, name), { recursive: true, force: true });
  }
  async #write(more) {
    this.#state = { ...this.#state, ...more };
    await writeWhole(this.file, `${JSON.stringify(this.#state, null, 2)}
`);
  }
};
function digest(values) {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}
async function describeFound(directory, state) {
  const { firstBad, tested } = state;
  const named = (commit2) => `${commit2} ${tested.find((each) => each.commit === commit2)?.title ?? ""}`.trimEnd();
  const skipped = tested.filter(({ mark }) => mark === "skip").length;
  const log = forShell(join3(directory, BISECT_LOG));
  const last = [
    `${tested.length} commits were tested${skipped === 0 ? "" : `, ${skipped} of them cannot be built`}`,
    `log: git bisect replay ${log}`,
    `results: ${join3(directory, BISECT_FILE)}`
  ];
  const [first = ""] = firstBad;
  if (firstBad.length !== 1) {
    return [
      "the first bad commit is one of these; what lies between cannot be built:",
      ...firstBad.map((commit2) => `  ${named(commit2)}`),
      ...last
    ];
  }
  const lastGood = tested.findLast(({ mark }) => mark === "good");
  const bad = await resultOf(
    directory,
    tested.find(({ commit: commit2 }) => commit2 === first)
  );
  const good = await resultOf(directory, lastGood);
  return [
    `first bad commit: ${named(first)}`,
    ...bad === void 0 ? [] : describeBad(bad.result, bad.directory),
    ...lastGood === void 0 ? [] : [`last good commit: ${named(lastGood.commit)}`],
    ...bad === void 0 || good === void 0 ? [] : describeDifference(good.result, bad.result),
    ...last
  ];
}
async function resultOf(directory, tested) {
  if (tested === void 0 || tested.results === null) return void 0;
  return readResult(join3(directory, tested.results));
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

// src/suite/bisect/range.ts
async function rangeOf(commits, ends, known) {
  const marked = (wanted) => new Set(known.filter(({ mark }) => mark === wanted).map(({ commit: commit2 }) => commit2));
  const [good, bad] = [marked("good"), marked("bad")];
  const all = await commits.between(ends.bad, [ends.good]);
  const goods = all.filter((commit2) => good.has(commit2) && commit2 !== ends.bad);
  const after = goods.length === 0 ? all : await commits.between(ends.bad, [ends.good, ...goods]);
  const first = after.find((commit2) => bad.has(commit2)) ?? ends.bad;
  const open = new Set(after);
  return {
    good: goods.at(-1) ?? ends.good,
    bad: first,
    commits: first === ends.bad ? after : await commits.between(first, [ends.good, ...goods]),
    mended: all.filter((commit2) => bad.has(commit2) && !open.has(commit2))
  };
}
async function inOrder(commits, ends, tested) {
  const places = new Map(
    (await commits.between(ends.bad, [ends.good])).map((commit2, place) => [commit2, place])
  );
  const placeOf = ({ commit: commit2 }) => places.get(commit2) ?? -1;
  return [...tested].sort((one, other) => placeOf(one) - placeOf(other));
}
function noteMended({ mended, good }, note) {
  const [first] = mended;
  if (first === void 0) return;
  note(
    `${short(first)} is bad, and a later commit is good: the scenario fails now and then, or it broke twice. What comes after ${short(good)} is searched.`
  );
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
  let standing = await commits.start(ends.good, ends.bad);
  const range = await rangeOf(commits, ends, known);
  for (const mark of ["good", "bad"]) {
    const end = await test(ends[mark], range.commits.length);
    if (end.mark !== mark) throw wrongEnd(mark, end);
  }
  noteMended(range, ports.note);
  const between = known.filter(({ commit: commit2 }) => commit2 !== ends.good && commit2 !== ends.bad);
  tested.push(...between);
  const bounds = between.filter(({ commit: commit2 }) => commit2 === range.bad);
  for (const { commit: commit2, mark } of [...between.filter(({ mark: mark2 }) => mark2 !== "bad"), ...bounds]) {
    standing = await commits.mark(commit2, mark, ends);
  }
  for (let left = range.commits.length; standing.kind === "next"; left = Math.ceil(left / 2)) {
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
  existsSync as existsSync4,
  mkdirSync,
  openSync,
  readFileSync as readFileSync2,
  renameSync as renameSync2,
  rmSync as rmSync3,
  statSync as statSync2,
  writeSync
} from "node:fs";
import { basename, join as join4 } from "node:path";
var BUILD_MS = 12 * 60 * 6e4;
var LOG_BYTES = 1024 * 1024;
async function buildKernel(commits, commit2, { command, output, directory, signal }) {
  const kept = join4(directory, "kernels", commit2, basename(output));
  const log = join4(directory, "kernels", commit2, "build.log");
  if (!existsSync4(kept)) {
    const tree = join4(directory, "tree");
    await commits.checkOut(commit2, tree);
    mkdirSync(join4(directory, "kernels", commit2), { recursive: true });
    const made = join4(tree, output);
    rmSync3(made, { force: true });
    const failure = await runBuild(command, { tree, log, signal });
    if (failure !== void 0) return { notBuilt: failure };
    if (statSync2(made, { throwIfNoEntry: false })?.isFile() !== true) {
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

// src/suite/bisect/part.ts
async function bisectPart(commits, ends, { shard, known, own }, ports) {
  const range = await rangeOf(commits, ends, known);
  noteMended(range, ports.note);
  const commit2 = commitOf(range, known, shard);
  if (commit2 === void 0) return { tested: void 0, range };
  const before = own.find((each) => each.commit === commit2);
  const tested = before ?? await testNow(commits, commit2, range.commits.length, ports);
  return { tested, range: await rangeOf(commits, ends, [...known, tested]) };
}
function commitOf({ commits, bad }, known, { index, count }) {
  const tested = new Set(known.map(({ commit: commit2 }) => commit2));
  const open = commits.filter((commit2) => commit2 !== bad && !tested.has(commit2));
  if (open.length <= count) return open[index - 1];
  return open[Math.floor(index * (open.length + 1) / (count + 1)) - 1];
}

// src/cli/bisect-subject.ts
import { statSync as statSync3 } from "node:fs";
import { resolve as resolve3 } from "node:path";
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
  const source = resolve3(tree);
  if (statSync3(source, { throwIfNoEntry: false })?.isDirectory() !== true) {
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
    const record2 = BisectRecord.open(options.results, subject);
    if (record2.state.firstBad.length > 0) return { record: record2 };
    const lock = await tryLock(join5(record2.directory, "lock"));
    if (lock === void 0) {
      throw new HostError("bisect-runs", `another process does this bisect, in ${record2.directory}`);
    }
    try {
      return await searchIn(record2, { file, subject, options, streams }, during);
    } finally {
      lock.release();
    }
  });
  if (ended.signal !== void 0) {
    error.line("the same command goes on from here");
    return 128 + constants.signals[ended.signal];
  }
  const { part, record } = ended.value;
  const { directory, state, file: kept } = record;
  if (options.json === true) out.json(state);
  else if (part === void 0) out.lines(await describeFound(directory, state));
  else out.lines(describePart(part.shard, part.found, kept));
  if (part !== void 0) return EXIT.passed;
  return state.firstBad.length === 1 ? EXIT.passed : EXIT.errored;
}
async function searchIn(record, { file, subject, options, streams }, during) {
  const { directory } = record;
  const { error } = streams;
  const { shard } = options;
  const parts = (options.known ?? []).flatMap(readStates);
  const all = record.with(parts);
  const git2 = { listener: () => void 0, signal: during.signal };
  const commits = await Commits.open(join5(directory, "git"), subject.source, git2);
  if (all.length > 0) error.line(`goes on: ${all.length} commits were tested before`);
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
    note: (text) => error.line(text, { style: "yellow" }),
    test: (commit2) => testCommit(commit2, { commits, file, subject, directory, options, streams, warned }, during)
  };
  if (shard !== void 0) {
    const own = record.known;
    const given = new Set(parts.flatMap(({ state }) => state.tested.map(({ commit: commit2 }) => commit2)));
    const known = all.filter(({ commit: commit2 }) => given.has(commit2));
    const found2 = await bisectPart(commits, subject, { shard, known, own }, ports);
    await record.closePart();
    return { record, part: { shard, found: found2 } };
  }
  if (parts.length > 0) await record.take(all);
  const found = await bisect(commits, subject, record.known, ports);
  if (parts.length > 0) await record.take(await inOrder(commits, subject, record.known));
  await record.close(found, await commits.log());
  return { record };
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

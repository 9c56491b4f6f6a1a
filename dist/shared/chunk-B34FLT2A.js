import {
  SETTINGS,
  SETTING_NAMES,
  retryOf
} from "./chunk-S43INHYQ.js";
import {
  globSync,
  isDynamicPattern
} from "./chunk-NCMDP22J.js";
import {
  requireSound
} from "./chunk-ZB4LHV3A.js";
import {
  isRecording,
  openScenario
} from "./chunk-CT3CYKUU.js";
import {
  loadScenario,
  toBoot,
  treeOf
} from "./chunk-X5GGVPWF.js";
import {
  parseOverride
} from "./chunk-GNP3RLOP.js";
import {
  STDIN,
  readScenario
} from "./chunk-3UKY4PQK.js";
import {
  withId
} from "./chunk-UWL53G6B.js";
import {
  ScenarioError,
  ScenarioSource,
  formatWhere,
  nodeAt
} from "./chunk-KHPEMR2K.js";
import {
  quote
} from "./chunk-JCCCLOPX.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  number,
  object,
  record,
  strictObject,
  string,
  toJSONSchema,
  union
} from "./chunk-WHSYAQ2C.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";

// src/suite/load.ts
import { statSync as statSync2 } from "node:fs";
import { basename, dirname, resolve as resolve2 } from "node:path";

// src/suite/matrix.ts
function combinations({ axes, include, exclude }) {
  let made = [{}];
  for (const [name, values] of axes) {
    made = made.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  }
  const kept = made.filter((one) => !exclude.some((without) => agrees(one, without, Object.keys(without))));
  const result = axes.size === 0 && include.length > 0 ? [] : [...kept];
  const originals = result.length;
  for (const extra of include) {
    const shared = Object.keys(extra).filter((name) => axes.has(name));
    const fits = Array.from({ length: originals }, (_, index) => index).filter(
      (index) => agrees(kept[index] ?? {}, extra, shared)
    );
    for (const index of fits) result[index] = { ...result[index], ...extra };
    if (fits.length === 0) result.push(extra);
  }
  return result;
}
function describeCombination(one) {
  return Object.entries(one).map(([name, value]) => `${name}=${value}`).join(", ");
}
function agrees(one, other, names) {
  return names.every((name) => one[name] === other[name]);
}

// src/suite/schema.ts
var setting = union([string(), number(), boolean()]);
var settings = record(string(), setting).describe("Keys of the scenario and their values, as --set takes them: guest.cpus, platform, firmware.ref");
var times = int().min(0).max(10);
var suiteSchema = strictObject({
  version: literal(1),
  name: string().min(1, "is empty").optional().describe("Default: the file name"),
  scenarios: array(
    union([
      string().min(1, "is empty"),
      strictObject({
        file: string().min(1, "is empty").describe("A scenario file, a directory or a glob"),
        name: string().min(1, "is empty").optional().describe("Default: the name of the scenario"),
        set: settings.optional()
      })
    ])
  ).min(1, "is empty").describe("Scenario files, directories and globs, relative to the suite file"),
  matrix: object({
    include: array(settings).optional().describe("Added to combinations, or combinations of their own"),
    exclude: array(settings).optional().describe("Combinations that are left out")
  }).catchall(array(setting).min(1, "is empty")).optional().describe("Each scenario is booted once for each combination of these values"),
  retry: union([
    times,
    strictObject({
      times,
      after: _enum(["errored", "failed"]).optional().describe("Default: errored")
    })
  ]).optional().describe(
    "Further attempts at a scenario that the host spoilt, or also at one that failed. Default: 0"
  )
}).describe("A tdx-boot suite: scenarios that are judged as one");
function suiteJsonSchema() {
  return withId("suite", toJSONSchema(suiteSchema));
}

// src/suite/select.ts
import { statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
function selectFiles(names, base) {
  const files = names.flatMap((name) => {
    const path = resolve(base, name);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
      return found(name, globSync("*.{yml,yaml}", { cwd: path, absolute: true }), base);
    }
    if (statSync(path, { throwIfNoEntry: false }) !== void 0 || !isDynamicPattern(name)) return [name];
    return found(name, globSync(name, { cwd: base, absolute: true }), base);
  });
  const seen = /* @__PURE__ */ new Set();
  return files.filter((file) => {
    const path = resolve(base, file);
    return !seen.has(path) && seen.add(path);
  });
}
function found(name, paths, base) {
  if (paths.length === 0) {
    throw new UsageError("no-scenario", `${quote(name)} names no scenario`, {
      hint: "Name a .yml file, a directory of such files, or a glob that fits some."
    });
  }
  const order = new Intl.Collator("en", { numeric: true });
  return paths.map((path) => nearest(path, base)).sort(order.compare);
}
function nearest(path, base) {
  const inside = relative(base, path);
  return inside.startsWith("..") ? join(path) : inside;
}

// src/suite/load.ts
var SHORT = { ref: "firmware-ref", build: "firmware-build" };
function loadRun(names, uses, choices, warn) {
  const [only] = names;
  if (only !== void 0 && names.length === 1 && (isRecording(only) || isScenario(only))) {
    return runOf(openScenario(only, uses), only, choices, warn);
  }
  return loadSuite(names, uses, choices, warn);
}
function runOf(loaded, file, choices, warn) {
  const retry = retryOf(choices);
  if (retry.times === 0 && choices.shard === void 0) return loaded;
  const bootable = toBoot(loaded);
  for (const message of requireSound(bootable)) warn(message);
  const { name } = loaded.scenario;
  return { name, entries: [{ name, file, loaded: bootable }], retry };
}
function loadSuite(names, { overrides = [], ...uses }, choices, warn) {
  const named = overrides.filter(({ path }) => path.length === 1 && path[0] === "name").at(-1)?.value;
  const given = named === void 0 ? void 0 : String(named);
  const others = { ...uses, overrides: overrides.filter(({ path }) => path[0] !== "name") };
  const files = selectFiles(names, process.cwd());
  const [first] = files.filter(isSuite);
  if (first === void 0) {
    const wanted = files.map((file2) => ({ file: file2, overrides: [], combination: "" }));
    const retry2 = retryOf(choices);
    return { name: given ?? "suite", entries: entriesOf(wanted, others, warn), retry: retry2 };
  }
  if (files.length > 1) {
    throw new UsageError("suite-with-others", `${first} is a suite, and is named with other files`, {
      hint: "Name the suite alone, and list the other files in it."
    });
  }
  const { file, source } = readSuite(first);
  const { retry: own } = file;
  const retry = retryOf(choices, typeof own === "number" ? { times: own } : own);
  const entries = entriesOf(wantedBy(file, source, first), others, warn);
  return { name: given ?? file.name ?? basename(first).replace(/\.ya?ml$/, ""), entries, retry };
}
function isScenario(name) {
  if (name === STDIN) return true;
  const found2 = statSync2(name, { throwIfNoEntry: false });
  return found2 === void 0 ? !isDynamicPattern(name) : !found2.isDirectory() && !isSuite(name);
}
function isSuite(file) {
  if (file === STDIN) return false;
  try {
    const text = readScenario(file);
    if (!text.includes("scenarios")) return false;
    return nodeAt(treeOf(file, text, dirname(file)), ["scenarios"]) !== void 0;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
}
function readSuite(path) {
  const source = new ScenarioSource(
    treeOf(path, readScenario(path), dirname(resolve2(path))),
    suiteJsonSchema,
    "the suite"
  );
  const parsed = suiteSchema.safeParse(source.value());
  if (!parsed.success) throw new ScenarioError(source.problems(parsed.error));
  return { file: parsed.data, source };
}
function wantedBy({ scenarios, matrix = {} }, source, path) {
  const { include = [], exclude = [], ...axes } = matrix;
  const made = combinations({ axes: new Map(Object.entries(axes)), include, exclude });
  if (made.length === 0) {
    throw new ScenarioError([
      { where: source.where(["matrix"]), message: "matrix: every combination is excluded" }
    ]);
  }
  const base = dirname(resolve2(path));
  return scenarios.flatMap((entry, index) => {
    const { file, name, set = {} } = typeof entry === "string" ? { file: entry } : entry;
    const at = ["scenarios", index];
    const files = selectFiles([file], base).map((each) => nearest(resolve2(base, each), process.cwd()));
    return files.flatMap(
      (each) => made.map((combination) => ({
        file: each,
        name,
        overrides: [
          ...overridesOf(combination, source, ["matrix"], base),
          ...overridesOf(set, source, [...at, "set"], base)
        ],
        combination: describeCombination(combination)
      }))
    );
  });
}
function overridesOf(settings2, source, at, base) {
  return Object.entries(settings2).map(([key, value]) => {
    const where = formatWhere(source.where([...at, key]));
    const name = SHORT[key] ?? SETTING_NAMES.find((each) => each === key);
    const path = name === void 0 ? parseOverride(`${key}=`, where, base).path : SETTINGS[name].path;
    return { path, value, origin: `${where}: ${key}=${value}`, base };
  });
}
function entriesOf(wanted, uses, warn) {
  const mistakes = /* @__PURE__ */ new Map();
  const warnings = /* @__PURE__ */ new Map();
  const loaded = wanted.map(({ file, overrides }) => {
    try {
      const all = { ...uses, overrides: [...overrides, ...uses.overrides ?? []] };
      const bootable = toBoot(loadScenario(file, all));
      for (const message of requireSound(bootable)) {
        warnings.set(`${message.rule} ${formatWhere(message.where)} ${message.message}`, message);
      }
      return bootable;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      for (const problem of problemsOf(error, file)) {
        mistakes.set(`${formatWhere(problem.where)}: ${problem.message}`, problem);
      }
      return void 0;
    }
  });
  for (const message of warnings.values()) warn(message);
  if (mistakes.size > 0) throw new ScenarioError([...mistakes.values()]);
  const entries = loaded.flatMap((each, index) => {
    const { file, name, combination } = wanted[index] ?? { file: "", combination: "" };
    if (each === void 0) return [];
    const own = name ?? each.scenario.name;
    return [{ name: combination === "" ? own : `${own} (${combination})`, file, loaded: each }];
  });
  return withOwnNames(entries);
}
function problemsOf(error, file) {
  if (error instanceof ScenarioError) return error.problems;
  return [{ where: { file: error.where ?? file, line: 0, column: 0 }, message: error.message }];
}
function withOwnNames(entries) {
  const told = apart(entries, ({ name, file }) => `${name} [${file}]`);
  return apart(told, ({ name }, index) => `${name} #${index + 1}`);
}
function apart(entries, rename) {
  const count = (name) => entries.filter((entry) => entry.name === name).length;
  return entries.map(
    (entry, index) => count(entry.name) === 1 ? entry : { ...entry, name: rename(entry, index) }
  );
}

export {
  loadRun,
  runOf,
  isScenario
};

import {
  runIn,
  writeWhole
} from "./chunk-EPGN24UP.js";
import {
  makeDirectories
} from "./chunk-Q2WTOUSO.js";
import {
  mib
} from "./chunk-4PXMPZMI.js";
import {
  _enum,
  array,
  boolean,
  literal,
  number,
  strictObject,
  string
} from "./chunk-RS4IB5E5.js";
import {
  removeWorkDir
} from "./chunk-4TUBVAUD.js";
import {
  HostError
} from "./chunk-Q4CHHY4T.js";

// src/report/suite-result.ts
import { relative, resolve } from "node:path";

// src/suite/suite.ts
import { join } from "node:path";

// src/suite/schedule.ts
async function schedule(tasks, room, stopped = () => false) {
  const results = new Array(tasks.length).fill(void 0);
  const waiting = new Map(tasks.map((task, index) => [index, task]));
  const running = /* @__PURE__ */ new Map();
  const told = /* @__PURE__ */ new Map();
  const failures = [];
  for (; ; ) {
    for (const [index, task] of waiting) {
      if (stopped() || failures.length > 0) {
        waiting.clear();
        break;
      }
      const reason = whyWait(
        task,
        [...running.values()].map(({ task: other }) => other),
        room
      );
      if (reason === void 0) {
        waiting.delete(index);
        const ended = task.run().then(
          (result) => {
            results[index] = result;
          },
          (error) => {
            failures.push(error);
          }
        );
        running.set(index, { task, ended: ended.finally(() => running.delete(index)) });
      } else if (told.get(index) !== reason) {
        told.set(index, reason);
        task.onWait?.(reason);
      }
    }
    if (running.size === 0) break;
    await Promise.race([...running.values()].map(({ ended }) => ended));
  }
  if (failures.length > 0) throw failures[0];
  return results;
}
function whyWait(wanted, running, room) {
  if (running.length === 0) return void 0;
  if (running.length >= room.jobs) return `${running.length} of ${room.jobs} guests at a time are running`;
  const cpus = running.reduce((sum, each) => sum + each.cpus, 0);
  if (cpus + wanted.cpus > room.cpus) {
    return `${cpus} of the host's ${room.cpus} CPUs have a guest, and ${wanted.cpus} are needed`;
  }
  const memory = running.reduce((sum, each) => sum + each.memory, 0);
  if (memory + wanted.memory > room.memory) {
    return `${mib(memory)} of the host's free ${mib(room.memory)} are promised to guests, and ${mib(wanted.memory)} are needed`;
  }
  return void 0;
}

// src/suite/suite.ts
async function runSuite(entries, options, listener, session, boot = runIn) {
  const stop = new AbortController();
  const signal = AbortSignal.any([session.signal, stop.signal]);
  const tasks = entries.map((entry, index) => ({
    cpus: entry.loaded.scenario.guest.cpus,
    memory: entry.loaded.scenario.guest.memory,
    onWait: (reason) => listener.waits(entry, reason),
    run: async () => {
      const workDir = join(session.workDir, String(index + 1));
      const { retry } = options;
      const result = await runEntry(entry, { retry, listener, boot }, { signal, workDir });
      await listener.ended(result);
      if (options.failFast && result.verdict !== "passed") {
        stop.abort(`the suite was ended by "${entry.name}", which is not passed (fail-fast)`);
      }
      return result;
    }
  }));
  const results = await schedule(tasks, options.room, () => signal.aborted);
  return entries.map(
    ({ name, file }, index) => results[index] ?? { name, file, verdict: "not-run", flaky: false, attempts: [] }
  );
}
async function runEntry(entry, { retry, listener, boot }, session) {
  const { name, file } = entry;
  const attempts = [];
  for (; ; ) {
    const workDir = join(session.workDir, String(attempts.length + 1));
    const attempt = await tryOnce(entry, attempts.length + 1, listener, boot, { ...session, workDir });
    attempts.push(attempt);
    const { verdict } = attempt;
    const bad = verdict === "errored" || verdict === "failed" && retry.after === "failed";
    if (bad && attempts.length <= retry.times && !session.signal.aborted) continue;
    return { name, file, verdict, flaky: verdict === "passed" && attempts.length > 1, attempts };
  }
}
async function tryOnce(entry, number2, listener, boot, session) {
  let directory;
  try {
    makeDirectories(session.workDir, 448);
    const run = listener.begin(entry, number2, session);
    directory = run.directory;
    const outcome = await boot(session, entry.loaded, run);
    return { ...standing(outcome), time: outcome.verdict.time, directory };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { verdict: "errored", reason: error.message, time: 0, directory };
  } finally {
    removeWorkDir(session.workDir);
  }
}
function standing({ verdict, lost }) {
  const [first] = lost;
  if (verdict.verdict === "passed" && first !== void 0)
    return { verdict: "errored", reason: first.message };
  return { verdict: verdict.verdict, reason: verdict.reason };
}
function verdictOf(results, strict = false) {
  if (results.some(({ verdict, flaky }) => verdict === "failed" || strict && flaky)) return "failed";
  return results.length > 0 && results.every(({ verdict }) => verdict === "passed") ? "passed" : "errored";
}

// src/report/suite-result.ts
var SUITE_FILE = "suite.json";
var VERDICTS = ["passed", "failed", "errored"];
var suiteResultSchema = strictObject({
  version: literal(1),
  suite: string(),
  verdict: _enum(VERDICTS).describe(
    "failed beats errored, errored beats passed; what was not run is no pass, and with --strict no flaky one"
  ),
  complete: boolean().describe("false: the suite goes on, or was killed"),
  scenarios: array(
    strictObject({
      name: string(),
      file: string(),
      verdict: _enum([...VERDICTS, "not-run"]).describe("Of the last attempt"),
      flaky: boolean().describe("Passed after an attempt that did not"),
      attempts: array(
        strictObject({
          verdict: _enum(VERDICTS),
          reason: string(),
          time: number().describe("Milliseconds from the start of the VMM to the verdict"),
          results: string().nullable().describe("Directory of its recording, relative to this file; null: none could be made")
        })
      )
    })
  )
}).describe("The result of one tdx-boot suite");
function makeSuiteResult(suite, results, {
  directory,
  complete,
  strict = false
}) {
  return {
    version: 1,
    suite,
    verdict: verdictOf(results, strict),
    complete,
    scenarios: results.map(({ name, file, verdict, flaky, attempts }) => ({
      name,
      file,
      verdict,
      flaky,
      attempts: attempts.map((attempt) => ({
        verdict: attempt.verdict,
        reason: attempt.reason,
        time: attempt.time,
        results: attempt.directory === void 0 ? null : relative(directory, attempt.directory)
      }))
    }))
  };
}
var SuiteRecord = class {
  directory;
  #suite;
  #strict;
  #results;
  /** Writes one after the other. */
  #written = Promise.resolve();
  #failure;
  /** @param strict a flaky entry fails the suite */
  constructor(directory, suite, entries, strict = false) {
    this.directory = directory;
    this.#suite = suite;
    this.#strict = strict;
    this.#results = entries.map(({ name, file }) => ({
      name,
      file,
      verdict: "not-run",
      flaky: false,
      attempts: []
    }));
  }
  /** What is known now, in the order of the suite. */
  get results() {
    return this.#results;
  }
  /** Writes that nothing has ended yet. */
  start() {
    return this.#write(false);
  }
  /** Resolves when that is tried; an error comes out of {@link close}. */
  ended(result) {
    const index = this.#results.findIndex(({ name }) => name === result.name);
    this.#results[index] = result;
    return this.#write(false);
  }
  /** @throws the error of the file system when the last state could not be written */
  async close() {
    await this.#write(true);
    if (this.#failure !== void 0) throw this.#failure;
    return this.#made(true);
  }
  #made(complete) {
    const { directory } = this;
    return makeSuiteResult(this.#suite, this.#results, { directory, complete, strict: this.#strict });
  }
  #write(complete) {
    const text = `${JSON.stringify(this.#made(complete), null, 2)}
`;
    this.#written = this.#written.then(() => writeWhole(resolve(this.directory, SUITE_FILE), text)).then(
      () => {
        this.#failure = void 0;
      },
      (error) => {
        this.#failure = error;
      }
    );
    return this.#written;
  }
};

export {
  runSuite,
  verdictOf,
  SUITE_FILE,
  suiteResultSchema,
  SuiteRecord
};

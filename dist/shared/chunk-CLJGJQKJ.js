import {
  shardOf
} from "./chunk-VTZXOCNH.js";
import {
  hostRoom
} from "./chunk-XRXYFBU7.js";
import {
  startRecording
} from "./chunk-ZPFBVSHJ.js";
import {
  SuiteRecord,
  readEntry,
  runSuite,
  scenarioOf
} from "./chunk-CCHCACHL.js";
import {
  session
} from "./chunk-ICTCGJU4.js";
import {
  SuiteTerminal
} from "./chunk-JQ76SB74.js";
import {
  makeRunDirectory
} from "./chunk-O2SLEJNV.js";
import {
  TdxBootError,
  UsageError
} from "./chunk-SBPB5IBB.js";

// src/report/recorded-suite.ts
async function recordSuite(suite, choices, base, listener) {
  const { shard, strict = false } = choices;
  const entries = shard === void 0 ? suite.entries : shardOf(suite.entries, shard);
  if (entries.length === 0) {
    throw new UsageError("empty-shard", `this shard of ${suite.entries.length} scenarios is empty`, {
      hint: "Use fewer shards than there are scenarios."
    });
  }
  const directory = makeRunDirectory(base, suite.name);
  const record = new SuiteRecord(directory, suite.name, entries, strict);
  await record.start();
  const terminal = new SuiteTerminal(listener.printer, entries, listener.verbose === true);
  const read = /* @__PURE__ */ new Map();
  const started = performance.now();
  const { value: results = record.results, signal } = await session((during) => {
    listener.begins?.(directory, during);
    return runSuite(
      entries,
      { room: hostRoom(choices.jobs), retry: suite.retry, failFast: choices.failFast === true },
      {
        begin: (entry, attempt, { signal: cancel }) => {
          const title = attempt === 1 ? entry.name : `${entry.name} attempt ${attempt}`;
          const { loaded, name } = entry;
          const named = { ...loaded, scenario: { ...loaded.scenario, name } };
          const recording = startRecording(directory, named, title);
          const shown = terminal.starts(entry, attempt);
          return {
            directory: recording.directory,
            build: listener.builds(cancel),
            consumers: [recording, shown, ...listener.consumers?.(entry) ?? []]
          };
        },
        waits: (entry, reason) => terminal.waits(entry, reason),
        ended: async (result) => {
          terminal.ended(result);
          await record.ended(result);
          const run = await readBack(directory, result);
          read.set(result.name, run);
          if ("result" in run) listener.history?.note(run, (text) => listener.printer.line(text));
        }
      },
      during
    );
  });
  const { whole, unwritten } = await record.close();
  const runs = runsOf(results, read);
  const noPage = runs.runs.length > 0 ? await (await import("./report-SUAUAJJC.js")).writeOwnReport(directory, runs, listener.history?.runs()) : void 0;
  terminal.ends(results, performance.now() - started);
  const { verdict } = whole;
  return { directory, results, verdict, whole, runs, unwritten, noPage, signal };
}
async function readBack(directory, result) {
  try {
    return await readEntry(directory, scenarioOf(directory, result));
  } catch (error) {
    if (!(error instanceof TdxBootError)) throw error;
    const verdict = result.verdict === "passed" ? "errored" : result.verdict;
    return { name: result.name, verdict, reason: error.message };
  }
}
function runsOf(results, read) {
  const all = results.map(({ name, verdict }) => read.get(name) ?? { name, verdict, reason: "" });
  return {
    runs: all.flatMap((run) => "result" in run ? [run] : []),
    unrecorded: all.flatMap((run) => "result" in run ? [] : [run])
  };
}

export {
  recordSuite
};

import {
  shardOf
} from "./chunk-WROJGBJ5.js";
import {
  hostRoom
} from "./chunk-FQT3J5T3.js";
import {
  SuiteTerminal
} from "./chunk-OJB7LD6L.js";
import {
  startRecording
} from "./chunk-6ADSQU6H.js";
import {
  SuiteRecord,
  makeRunDirectory,
  readResult,
  runSuite,
  verdictOf
} from "./chunk-EB52G7X7.js";
import {
  session
} from "./chunk-FIXWRPOH.js";
import {
  UsageError
} from "./chunk-BM2IJI2T.js";

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
          await record.ended(result);
          const recorded = await resultOfEntry(result);
          if (recorded === void 0) return;
          listener.history?.note(recorded, (text) => listener.printer.line(text));
        }
      },
      during
    );
  });
  const whole = await record.close();
  const attempted = results.some(({ attempts }) => attempts.length > 0);
  const noPage = attempted ? await (await import("./report-M6KPM4XT.js")).writeOwnReport(directory, listener.history?.runs()) : void 0;
  terminal.ends(results, performance.now() - started);
  return { directory, results, verdict: verdictOf(results, strict), whole, noPage, signal };
}
async function resultOfEntry({ attempts }) {
  const results = [];
  for (const { directory } of attempts) {
    if (directory !== void 0) results.push(await readResult(directory));
  }
  const last = results.pop();
  return last === void 0 ? void 0 : { ...last, earlier: results.map(({ result }) => result) };
}

export {
  recordSuite
};

import {
  shardOf
} from "./chunk-4GKVDHDD.js";
import {
  SuiteTerminal
} from "./chunk-2NHKKJ5I.js";
import {
  startRecording
} from "./chunk-4PKP6YAH.js";
import {
  SuiteRecord,
  runSuite,
  verdictOf
} from "./chunk-526KF3FR.js";
import {
  makeRunDirectory
} from "./chunk-EPGN24UP.js";
import {
  availableMemory,
  thisHost
} from "./chunk-4PXMPZMI.js";
import {
  session
} from "./chunk-BOEFBUIR.js";
import {
  UsageError
} from "./chunk-Q4CHHY4T.js";

// src/suite/room.ts
import { availableParallelism, freemem } from "node:os";
function hostRoom(jobs, host = thisHost) {
  const cpus = availableParallelism();
  return { jobs: jobs ?? cpus, cpus, memory: availableMemory(host) ?? freemem() };
}

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
        ended: (result) => record.ended(result)
      },
      during
    );
  });
  const whole = await record.close();
  const attempted = results.some(({ attempts }) => attempts.length > 0);
  const noPage = attempted ? await (await import("./report-L2V33TDC.js")).writeOwnReport(directory) : void 0;
  terminal.ends(results, performance.now() - started);
  return { directory, results, verdict: verdictOf(results, strict), whole, noPage, signal };
}

export {
  recordSuite
};

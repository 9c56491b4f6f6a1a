import {
  RESULT_FILE,
  Recording,
  makeRunDirectory,
  run
} from "./chunk-X6AIZAB2.js";
import {
  TerminalReporter
} from "./chunk-6WBY3ISK.js";
import {
  warn
} from "./chunk-7WWXCFL7.js";
import {
  loadScenario
} from "./chunk-LXJMAYCK.js";
import {
  BuildTerminal
} from "./chunk-ROO7P56B.js";
import {
  Store,
  defaultRoot
} from "./chunk-2FFNV27E.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  formatError
} from "./chunk-7OSXWTH4.js";

// src/cli/run.ts
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
async function run2(file, options, streams) {
  return bootAndReport(loadScenario(file, options.uses), options, streams);
}
async function bootAndReport(loaded, options, streams) {
  const { out, error } = streams;
  let directory = "";
  const ended = await run(loaded, {
    warn: (message) => warn([message], error),
    begin: (scenario, session) => {
      const listener = onTerminal(scenario, options, streams, session);
      directory = listener.directory;
      return listener;
    }
  });
  const result = join(directory, RESULT_FILE);
  if (options.json !== true) out.line(`  results: ${directory}`);
  else if (existsSync(result)) out.json(JSON.parse(readFileSync(result, "utf8")));
  const { verdict, lost = [] } = ended.value ?? {};
  const others = lost.filter(({ code }) => code !== "output-failed");
  for (const loss of others) error.lines(formatError(loss));
  if (ended.signal !== void 0) return 128 + constants.signals[ended.signal];
  return verdict === void 0 || others.length > 0 && verdict.verdict === "passed" ? EXIT.errored : EXIT[verdict.verdict];
}
function onTerminal(scenario, options, { out, error }, { signal }, others = []) {
  const quiet = options.json === true || options.quiet === true;
  const directory = makeRunDirectory(options.results, scenario.name);
  return {
    build: async (body) => {
      const progress = new BuildTerminal(error);
      const { on: listener } = progress;
      try {
        return await body({ store: new Store(defaultRoot(), { listener }), listener, signal });
      } finally {
        progress.close();
      }
    },
    consumers: [
      new Recording(directory, scenario),
      ...quiet ? [] : [new TerminalReporter(out, scenario.name)],
      ...others
    ],
    directory
  };
}

export {
  run2 as run,
  bootAndReport,
  onTerminal
};

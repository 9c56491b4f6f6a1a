import {
  TerminalReporter
} from "./chunk-3YPKT7AZ.js";
import {
  openHistory
} from "./chunk-BT5PU4TN.js";
import {
  buildsOn
} from "./chunk-XF7Y5JNY.js";
import {
  startRecording
} from "./chunk-ZPFBVSHJ.js";
import {
  readResult,
  run
} from "./chunk-CCHCACHL.js";
import {
  warn
} from "./chunk-QYXTLK5A.js";
import {
  gdbSocket
} from "./chunk-SDZZXB32.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  RESULT_FILE
} from "./chunk-O2SLEJNV.js";
import {
  describeReproduction,
  describeVerdict
} from "./chunk-KOEPRBXI.js";
import {
  forShell
} from "./chunk-ATIFMRE6.js";
import {
  UsageError,
  formatError
} from "./chunk-SBPB5IBB.js";

// src/cli/run.ts
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";

// src/cli/terminal-hand.ts
var LEAVE = 29;
var TerminalHand = class {
  #options;
  #decoder = new TextDecoder();
  #onKeys = (bytes) => this.#keys(bytes);
  #type;
  #shown = false;
  #decided = false;
  #alive;
  #leave = () => void 0;
  constructor(options) {
    this.#options = options;
  }
  get stream() {
    return this.#options.stream;
  }
  show(stream, bytes) {
    if (!this.#shown || stream !== this.#options.stream) return;
    this.#options.out.console(this.#decoder.decode(bytes, { stream: true }));
  }
  attach(type) {
    this.#type = type;
    if (this.#options.from === "start") this.#take();
  }
  keep(verdict) {
    this.#decided = true;
    const { from, name, error, terminal } = this.#options;
    if (this.#type === void 0 || from === "failure" && verdict.verdict === "passed") return void 0;
    error.lines(describeVerdict(name, verdict));
    if (from === "failure") this.#take();
    const left = new Promise((resolve) => {
      this.#leave = resolve;
    });
    if (!terminal) {
      error.line(`The guest is kept for a look. End it with: kill ${process.pid}`);
      this.#alive = setInterval(() => void 0, 6e4);
      return left;
    }
    error.line("The guest goes on. Leave it with Ctrl-].");
    return left;
  }
  /** Gives the terminal back. To be called in every case. */
  release() {
    clearInterval(this.#alive);
    if (!this.#shown) return;
    this.#shown = false;
    process.stdin.off("data", this.#onKeys).pause();
    process.stdin.setRawMode(false);
    this.#options.out.endConsole();
  }
  #take() {
    if (!this.#options.terminal) return;
    this.#shown = true;
    this.#options.out.beginConsole();
    process.stdin.setRawMode(true);
    process.stdin.on("data", this.#onKeys).resume();
  }
  #keys(bytes) {
    const end = bytes.indexOf(LEAVE);
    const typed = end < 0 ? bytes : bytes.subarray(0, end);
    if (typed.length > 0) this.#type?.(this.#options.stream, typed);
    if (end < 0) return;
    if (this.#decided) this.#leave();
    else process.kill(process.pid, "SIGINT");
  }
};

// src/cli/by-hand.ts
function byHand({ scenario }, { keepOnFailure, gdb, shell, json }, { out, error }) {
  if (gdb === true && scenario.platform === "tdx") {
    throw new UsageError("no-gdb", "--gdb: a host cannot see into a Trust Domain", {
      hint: "Debug the same guest with --platform tdx-emulated, kvm or emulated."
    });
  }
  if (shell === void 0 && keepOnFailure !== true) {
    return { ...gdb === true ? { gdb } : {}, release: () => void 0 };
  }
  const hand = new TerminalHand({
    name: scenario.name,
    stream: shell ?? consoleOf(scenario.guest?.cmdline),
    from: shell === void 0 ? "failure" : "start",
    terminal: process.stdin.isTTY === true && out.isTerminal && json !== true,
    out,
    error
  });
  return { hand, ...gdb === true ? { gdb } : {}, release: () => hand.release() };
}
function announceGdb({ gdb }, { workDir }, { error }) {
  if (gdb !== true) return;
  const remote = forShell(`target remote ${gdbSocket(workDir)}`);
  error.line(`gdb: gdb vmlinux -ex ${remote}  (add nokaslr to the kernel command line)`);
}
function consoleOf(cmdline = "") {
  const last = [...cmdline.matchAll(/(?:^|\s)console=(\w+)/g)].at(-1)?.[1] ?? "";
  return last.startsWith("hvc") ? "console" : "serial";
}

// src/cli/run.ts
async function bootAndReport(loaded, options, streams) {
  const { out, error } = streams;
  const history = openHistory(options.history);
  let directory = "";
  const hand = byHand(loaded, options, streams);
  const ended = await run(loaded, {
    warn: (message) => warn([message], error),
    begin: (bootable, session) => {
      const shown = options.shell === void 0 ? streams : { ...streams, out: error };
      const listener = onTerminal(
        bootable,
        { ...options, live: options.shell === void 0 },
        shown,
        session
      );
      directory = listener.directory;
      announceGdb(hand, session, streams);
      return { ...listener, ...hand };
    }
  }).finally(() => hand.release());
  const result = join(directory, RESULT_FILE);
  const recorded = existsSync(result) ? await readResult(directory) : void 0;
  if (recorded !== void 0) {
    history?.note(recorded, (text) => error.line(text));
    const runs = { runs: [recorded], unrecorded: [] };
    const why = await (await import("./report-SUAUAJJC.js")).writeOwnReport(directory, runs, history?.runs());
    if (why !== void 0) error.line(why);
  }
  if (options.json !== true) out.lines(whereTheResultsAre(directory, ended.value?.verdict));
  else if (recorded !== void 0) out.json(recorded.result);
  const { verdict, lost = [] } = ended.value ?? {};
  const others = lost.filter(({ code }) => code !== "output-failed");
  for (const loss of others) error.lines(formatError(loss));
  if (ended.signal !== void 0) return 128 + constants.signals[ended.signal];
  return verdict === void 0 || others.length > 0 && verdict.verdict === "passed" ? EXIT.errored : EXIT[verdict.verdict];
}
function whereTheResultsAre(directory, verdict) {
  const again = verdict === void 0 || verdict.verdict === "passed" ? [] : describeReproduction(directory);
  return [`  results: ${directory}`, ...again.map(({ what, command }) => `  ${what}: ${command}`)];
}
function onTerminal(loaded, options, { out, error }, { signal }, others = []) {
  const quiet = options.json === true || options.quiet === true;
  const { scenario } = loaded;
  const live = options.verbose === true || out.isTerminal && options.live !== false;
  const recording = startRecording(options.results, loaded);
  return {
    build: buildsOn(error, signal),
    consumers: [recording, ...quiet ? [] : [new TerminalReporter(out, scenario, live).watch()], ...others],
    directory: recording.directory
  };
}

export {
  consoleOf,
  bootAndReport,
  onTerminal
};

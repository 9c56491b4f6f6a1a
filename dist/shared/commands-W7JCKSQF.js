import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  replay
} from "./chunk-EFCXMZ6P.js";
import {
  LinePrinter,
  RESULT_FILE,
  Recording,
  backendFor,
  boot,
  copyCommand,
  describeLint,
  foresee,
  launchSpec,
  lintScenario,
  makeProbe,
  makeReady,
  makeRunDirectory,
  probeDisk,
  report,
  requireGuest,
  requireSound,
  requireSuitable,
  withFirmwarePath
} from "./chunk-ZQP4TLGF.js";
import {
  describeEvent,
  describeVerdict,
  makeResult
} from "./chunk-YQL5OELC.js";
import {
  checkFiles,
  requireKernel
} from "./chunk-QZPYPHIX.js";
import {
  loadScenario,
  parseScenario
} from "./chunk-HCE5OGIB.js";
import {
  ScenarioError
} from "./chunk-KJ2PFS4V.js";
import {
  FirmwareTerminal,
  session
} from "./chunk-JIORIUGJ.js";
import "./chunk-SL2OUSAE.js";
import "./chunk-AQPDE2PH.js";
import "./chunk-NTUOOXB6.js";
import "./chunk-YOP4TIWO.js";
import "./chunk-7RG7F2OS.js";
import {
  Store,
  defaultRoot
} from "./chunk-NOYFYVKQ.js";
import "./chunk-TESD7I65.js";
import "./chunk-IZ5ID7UZ.js";
import "./chunk-LK3WIHBE.js";
import "./chunk-YJAO2E56.js";
import "./chunk-OXWTHSYA.js";
import {
  EXIT
} from "./chunk-KCM7UXZ2.js";
import {
  forTerminal
} from "./chunk-HEMVHKF3.js";
import "./chunk-3S7ANKJB.js";
import "./chunk-36SI6CTG.js";
import {
  UsageError
} from "./chunk-OG6ZZA4V.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/commands.ts
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";

// src/report/terminal.ts
import { styleText } from "node:util";
var TerminalReporter = class {
  #output;
  #name;
  #console;
  constructor(output, name) {
    this.#output = output;
    this.#name = name;
    const live = output.isTTY === true;
    this.#console = live ? new LinePrinter((stream, text) => this.#line("gray", `${stream.padStart(8)} | `, text)) : void 0;
  }
  on(event) {
    if (event.type === "output") {
      this.#console?.push(event.stream, event.bytes);
    } else if (event.type === "verdict") {
      this.#console?.flush();
      const style = event.verdict.verdict === "passed" ? "green" : "red";
      const [head = "", ...rest] = describeVerdict(this.#name, event.verdict);
      this.#line(style, head, "");
      for (const line of rest) this.#line("reset", line, "");
    } else {
      const text = describeEvent(event);
      if (text !== void 0) this.#line(event.type === "finding" ? "yellow" : "cyan", text, "");
    }
  }
  #line(style, marked, plain) {
    const safe = forTerminal(marked);
    const shown = this.#output.isTTY === true ? styleText(style, safe) : safe;
    this.#output.write(`${shown}${forTerminal(plain)}
`);
  }
};

// src/cli/commands.ts
async function run(file, options, streams) {
  return bootAndReport(loadScenario(file), options, streams);
}
async function bootAndReport(named, options, { out, error }) {
  requireGuest(named.scenario);
  warn(requireSound(named), error);
  const ended = await session(async ({ signal, workDir }) => {
    const { scenario, ...ready } = await readyToBoot(named, error, signal);
    const directory = makeRunDirectory(options.results, scenario.name);
    const reporters = [new Recording(directory, scenario)];
    if (options.json !== true) reporters.push(new TerminalReporter(out, scenario.name));
    const verdict = await report(boot(scenario, { workDir, signal, ...ready }), reporters);
    if (options.json === true) out.write(readFileSync(join(directory, RESULT_FILE), "utf8"));
    else out.write(`  results: ${directory}
`);
    return verdict;
  });
  if (ended.signal !== void 0) return 128 + constants.signals[ended.signal];
  return exitCode(ended.value);
}
async function readyToBoot(loaded, error, signal) {
  const progress = new FirmwareTerminal(error);
  const { on: listener } = progress;
  try {
    return await makeReady(loaded, { store: new Store(defaultRoot(), { listener }), listener, signal });
  } finally {
    progress.close();
  }
}
async function check(log, options, { out }) {
  const { scenario } = loadScenario(options.scenario);
  const quiet = { write: (text) => out.write(text) };
  const reporters = options.json === true ? [] : [new TerminalReporter(quiet, scenario.name)];
  const verdict = await report(toAsync(replay(log, scenario.rules, options.stream)), reporters);
  if (options.json === true)
    out.write(`${JSON.stringify(makeResult(scenario, verdict, void 0), null, 2)}
`);
  return exitCode(verdict);
}
function validate(file, options, { out }) {
  if (options.json === true) return validateAsJson(file, out);
  warn(requireSound(loadScenario(file)), out);
  out.write(`${file}: valid
`);
  return EXIT.passed;
}
function validateAsJson(file, out) {
  let findings = [];
  try {
    const loaded = loadScenario(file);
    checkFiles(loaded);
    findings = lintScenario(loaded);
    requireSound(loaded);
    out.write(`${JSON.stringify({ valid: true, problems: [], findings }, null, 2)}
`);
    return EXIT.passed;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    out.write(`${JSON.stringify({ valid: false, problems: error.problems, findings }, null, 2)}
`);
    return EXIT.usage;
  }
}
function warn(findings, output) {
  for (const finding of findings) output.write(`${forTerminal(describeLint(finding))}
`);
}
async function explain(file, options, { out, error }) {
  const written = loadScenario(file);
  warn(requireSound(written), error);
  const { loaded: named, lines } = await foresee(written);
  const { on: listener } = new FirmwareTerminal(error);
  const store = new Store(defaultRoot(), { listener });
  const { loaded, command } = await withFirmwarePath(named, { store, listener });
  const { guest } = loaded.scenario;
  const probe2 = guest?.initrd === "probe";
  if (guest !== void 0 && probe2 && options.initrd !== void 0) {
    writeFileSync(options.initrd, await makeProbe(guest));
  }
  const spec = launchSpec(loaded.scenario, options.initrd ?? "probe.cpio");
  const backend = backendFor(loaded.scenario);
  const program = { path: backend.command };
  requireSuitable(backend, spec, program);
  if (options.json === true) {
    const real = backend.plan(spec, { fifosIn: "." }, program);
    const fds = Object.fromEntries([...real.fds].map(([fd, channel]) => [channel, fd]));
    const fifos = Object.fromEntries(real.fifos);
    const argv = [real.command, ...real.args];
    out.write(`${JSON.stringify({ argv, fds, fifos, compatibility: lines }, null, 2)}
`);
    return EXIT.passed;
  }
  const paste = backend.plan(spec, "files", program);
  for (const line of lines) out.write(`# ${forTerminal(line)}
`);
  if (command !== void 0) out.write(`# The firmware is not built yet: ${command}
`);
  out.write("# tdx-boot runs this with each stream on a socket or pipe of its own; here they go to files.\n");
  if (probe2 && options.initrd === void 0) {
    out.write("# The probe guest is made for each run: add --initrd probe.cpio to have it written.\n");
  }
  for (const [from, to] of paste.copies) out.write(`${shellCommand(copyCommand(from, to))}
`);
  out.write(`${shellCommand([paste.command, ...paste.args])}
`);
  return EXIT.passed;
}
async function probe(image, options, { out }) {
  if (existsSync(image)) {
    throw new UsageError("image-exists", `${image} exists`, {
      hint: "Remove it first, or name another file."
    });
  }
  if (options.kernel !== void 0) requireKernel(options.kernel);
  await probeDisk({ path: image, kernel: options.kernel, modules: options.modules });
  out.write(`${image}: boot it with root=/dev/vda rw init=/sbin/init (virtio), /dev/nvme0n1 or /dev/sda
`);
  return EXIT.passed;
}
async function demo(options, streams) {
  const kernel = options.kernel ?? installedKernel();
  const text = JSON.stringify({
    version: 1,
    name: "demo: a kernel reaches userspace",
    platform: "emulated",
    guest: { kernel },
    timeout: "2m"
  });
  return bootAndReport(parseScenario("demo", text, process.cwd()), { results: options.results }, streams);
}
function installedKernel() {
  const found = existsSync("/boot") ? readdirSync("/boot").filter((name) => name.startsWith("vmlinuz-")) : [];
  const newest = found.sort((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1);
  if (newest !== void 0) return join("/boot", newest);
  throw new UsageError("no-kernel", "there is no /boot/vmlinuz-* on this machine", {
    hint: "Name one with --kernel FILE, or run script/demo, which fetches one."
  });
}
function exitCode(verdict) {
  return EXIT[verdict.verdict];
}
async function* toAsync(items) {
  yield* items;
}
function shellCommand(argv) {
  const quoted = argv.map(
    (word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
  );
  return quoted.reduce((text, word) => word.startsWith("-") ? `${text} \\
  ${word}` : `${text} ${word}`);
}
export {
  check,
  demo,
  explain,
  probe,
  run,
  validate
};

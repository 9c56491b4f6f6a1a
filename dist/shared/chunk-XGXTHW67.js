import {
  iso_exports
} from "./chunk-YCQBZFS4.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  number,
  partialRecord,
  strictObject,
  string
} from "./chunk-RS4IB5E5.js";
import {
  REGISTERS
} from "./chunk-BXA7O5QQ.js";
import {
  PHASES,
  PLATFORMS,
  SEVERITIES
} from "./chunk-WOB6IITG.js";

// src/suite/history-run.ts
var HISTORY_VERSION = 1;
var SOURCES = [
  "firmware",
  "firmware-vars",
  "kernel",
  "initrd",
  "disk",
  "cmdline",
  "machine",
  "vmm"
];
var historyRunSchema = strictObject({
  version: literal(HISTORY_VERSION),
  scenario: string(),
  platform: _enum(PLATFORMS),
  start: iso_exports.datetime().nullable().describe("When the run began, in UTC; null: not known"),
  tdxBoot: string().nullable().describe("Version of tdx-boot"),
  job: strictObject({ repository: string(), commit: string(), url: string().nullable() }).nullable().describe("Of a CI system; null: no job"),
  host: strictObject({ cpu: string().nullable(), kernel: string() }).nullable().describe("Times of different CPUs are not compared"),
  verdict: _enum(["passed", "failed", "errored"]).describe("Of the last attempt"),
  flaky: boolean().describe("Passed after an attempt that did not"),
  reason: string(),
  phase: _enum(PHASES).describe("The furthest phase that was reached"),
  time: number().nonnegative().describe("Milliseconds from the start of the VMM to the verdict"),
  phases: array(
    strictObject({
      phase: _enum(PHASES),
      duration: number().nonnegative().describe("Milliseconds")
    })
  ),
  cause: strictObject({ id: string(), title: string(), phase: _enum(PHASES) }).nullable().describe("Of the diagnosis: where and why the boot stopped"),
  findings: array(strictObject({ id: string(), title: string(), severity: _enum(SEVERITIES) })).describe("The first of each kind, without those that the scenario allows"),
  tests: strictObject({ passed: int().nonnegative(), failed: array(string()) }).describe(
    "Of the KTAP and TAP reports: tests without subtests; names have those of the tests above before them"
  ),
  sources: partialRecord(_enum(SOURCES), string().nullable()).describe("What was booted: SHA-256 of files, else the value; null: a file whose digest is not known"),
  registers: partialRecord(_enum(REGISTERS), string()).describe("As the guest showed them")
}).describe("One line of a history: one run of tdx-boot");

// src/report/history-run.ts
var KEPT = 200;
var CMDLINE_OPTIONS = ["-append", "--cmdline"];
function historyRun({ result, earlier = [] }) {
  const { origin, booted, diagnosis, verdict } = result;
  const job = origin?.job ?? null;
  return {
    version: HISTORY_VERSION,
    scenario: result.scenario,
    platform: result.platform,
    start: origin?.start ?? null,
    tdxBoot: origin?.tdxBoot ?? null,
    job: job === null ? null : { repository: job.repository, commit: job.commit, url: job.url },
    host: origin === null ? null : { cpu: origin.host.cpu, kernel: origin.host.kernel },
    verdict,
    flaky: verdict === "passed" && earlier.length > 0,
    reason: result.reason,
    phase: result.phase,
    time: result.time,
    phases: result.phases.map(({ phase, duration }) => ({ phase, duration })),
    cause: diagnosis === null ? null : { id: diagnosis.cause, title: diagnosis.title, phase: diagnosis.phase },
    findings: result.findings.filter(({ allowed }) => allowed === null).slice(0, KEPT).map(({ id, title, severity }) => ({ id, title, severity })),
    tests: testsOf(result),
    sources: booted === null ? {} : sourcesOf(booted),
    registers: registersOf(result)
  };
}
function testsOf({ tests: reports }) {
  const failed = reports.flatMap(({ tests }) => failures(tests, ""));
  const passed = reports.reduce((sum, { counts }) => sum + counts.passed, 0);
  return { passed, failed: [...new Set(failed)].slice(0, KEPT) };
}
function failures(tests, above) {
  return tests.flatMap(({ name, state, allowed, tests: below }) => {
    const path = above === "" ? name : `${above} / ${name}`;
    const inner = failures(below, path);
    if (inner.length > 0) return inner;
    return (state === "failed" || state === "unfinished") && allowed === null ? [path] : [];
  });
}
function sourcesOf({ files, vmm, cpus, memory, command }) {
  const sources = {
    machine: `${cpus} CPUs, ${memory} bytes`,
    vmm: `${vmm.name} ${vmm.version ?? "(version not known)"}`
  };
  for (const { role, sha256 } of files) {
    const before = sources[role];
    sources[role] = before === null || sha256 === null ? null : before === void 0 ? sha256 : `${before} ${sha256}`;
  }
  const argv = command.at(-1) ?? [];
  const option = argv.findIndex((word) => CMDLINE_OPTIONS.includes(word));
  const cmdline = option < 0 ? void 0 : argv[option + 1];
  return cmdline === void 0 ? sources : { ...sources, cmdline };
}
function registersOf({ measurements, booted }) {
  const registers = {};
  if (booted?.mrtd != null) registers.mrtd = booted.mrtd;
  for (const { register, shown } of measurements) if (shown !== null) registers[register] = shown;
  return registers;
}

export {
  HISTORY_VERSION,
  SOURCES,
  historyRunSchema,
  historyRun
};

import {
  iso_exports
} from "./chunk-UWL53G6B.js";
import {
  _enum,
  array,
  discriminatedUnion,
  int,
  literal,
  number,
  object,
  partialRecord,
  strictObject,
  string,
  templateLiteral,
  union
} from "./chunk-WHSYAQ2C.js";
import {
  REGISTERS
} from "./chunk-DTP6JIFW.js";
import {
  BUILDS,
  PLATFORMS,
  RECIPE_NAMES,
  STREAMS,
  VMMS
} from "./chunk-FZIILW4F.js";

// src/judge/booted.ts
var sha256 = string().regex(/^[0-9a-f]{64}$/);
var sha384 = string().regex(/^[0-9a-f]{96}$/);
var fileSchema = strictObject({
  role: _enum(["kernel", "initrd", "firmware", "firmware-vars", "disk"]),
  path: string().describe("On the host that booted it"),
  bytes: int().nonnegative(),
  sha256: sha256.nullable().describe(
    "Read while the guest ran; null: the file is too large for that or has changed, or the run was cancelled"
  )
});
var firmwareSchema = strictObject({
  recipe: _enum(RECIPE_NAMES),
  build: _enum(BUILDS),
  from: string().describe("URL or directory of the source"),
  ref: string().nullable().describe("As the scenario names it; null: the pin"),
  commit: string().nullable(),
  key: string().describe("Name of the image in the store and in caches")
});
var bootedSchema = strictObject({
  vmm: strictObject({
    name: _enum(VMMS),
    version: string().nullable(),
    path: string()
  }),
  cpus: int().positive(),
  memory: int().positive().describe("Bytes"),
  files: array(fileSchema),
  firmware: firmwareSchema.nullable().describe("How it was built; null: it is a file of the user or of the VMM"),
  mrtd: sha384.nullable().describe(
    "MRTD of a Trust Domain that this VMM starts with the firmware; null: no Trust Domain, or not computed"
  ),
  command: array(array(string())).describe("The commands that boot the same guest from a shell, each with its streams in files")
});
var digestsSchema = array(sha256.nullable());
function withDigests(booted, digests) {
  const files = booted.files.map((file, index) => ({ ...file, sha256: digests[index] ?? file.sha256 }));
  return { ...booted, files };
}

// src/judge/events.ts
var VM_ENDS = ["shutdown", "reset", "panicked", "crashed", "broken"];
var VM_STATES = [...VM_ENDS, "driven"];
var COMMAND_ENDS = ["exit", "signal", "not-started", "no-directory"];
var ABORT_CAUSES = [
  "output-limit",
  "cancelled",
  "not-started",
  "not-recorded",
  "incomplete"
];
var COMMAND_FINDINGS = [
  "command-exit",
  "command-signal",
  "command-not-found",
  "command-not-started",
  "command-late",
  "command-flood",
  "command-cut",
  "agent-silent",
  "agent-broken"
];
var MEASUREMENT_VERDICTS = ["equal", "different", "not-shown", "not-known"];
var CERTAINTIES = ["known", "likely", "unknown"];

// src/judge/origin.ts
var ORIGIN_FILE = "origin.json";
var SCENARIO_FILE = "scenario.yml";
var PLACES_FILE = "places.json";
var originSchema = strictObject({
  version: literal(1),
  tdxBoot: string().describe("Version of tdx-boot"),
  start: iso_exports.datetime().describe("When the run began, in UTC"),
  scenario: strictObject({
    file: string().describe("As messages name it"),
    name: string()
  }),
  host: strictObject({
    os: string().nullable(),
    kernel: string(),
    cpu: string().nullable(),
    cpus: int(),
    memory: int().describe("Bytes")
  }),
  job: strictObject({
    repository: string(),
    commit: string(),
    ref: string().nullable(),
    workflow: string().nullable(),
    job: string().nullable(),
    run: string().nullable().describe("Number that names the run in the URL"),
    attempt: string().nullable(),
    url: string().nullable()
  }).nullable().describe("Of a CI system; null: no job")
});

// src/judge/recorded.ts
var EVENTS_FILE = "events.jsonl";
var CAST_CUT = "tdx-boot: not shown any further; the .raw files have all";
var sha3842 = string().regex(/^[0-9a-f]{96}$/);
var prediction = object({
  values: array(
    object({
      value: sha3842,
      by: array(string()),
      events: array(
        object({ register: _enum(REGISTERS), name: string(), text: string(), digest: sha3842 })
      )
    })
  ),
  suspects: array(object({ value: sha3842, text: string() }))
});
var recordedPredictions = partialRecord(_enum(REGISTERS), prediction);
var time = number().nonnegative();
var runStream = templateLiteral(["run-", int().positive()]);
var streamName = union([_enum(STREAMS), runStream]);
var machineEvent = discriminatedUnion("type", [
  object({
    type: literal("launch"),
    time,
    argv: array(string()),
    pid: number(),
    platform: _enum(PLATFORMS).optional(),
    booted: bootedSchema.optional(),
    silenceExpected: string().optional(),
    bootTime: object({ most: number(), text: string() }).optional(),
    predictions: recordedPredictions.optional()
  }),
  object({ type: literal("vm"), time, state: _enum(VM_STATES), detail: string() }),
  object({ type: literal("cpu"), time, busy: number() }),
  object({ type: literal("held"), time, ms: number() }),
  object({ type: literal("agent"), time, state: _enum(["ready", "broken"]), detail: string() }),
  object({
    type: literal("command"),
    time,
    stream: runStream,
    how: _enum(COMMAND_ENDS),
    value: string()
  }),
  object({ type: literal("exit"), time, code: number().nullable(), signal: string().nullable() }),
  object({
    type: literal("abort"),
    time,
    cause: _enum(ABORT_CAUSES),
    message: string(),
    hint: string().optional()
  }),
  object({ type: literal("end-of-log"), time, sha256: digestsSchema.optional() })
]);
var FORMS = {
  output: object({ t: time, output: streamName, n: int().nonnegative() }),
  input: object({ t: time, input: streamName, text: string() }),
  event: object({ t: time, event: machineEvent })
};
function problemOfEvent(value) {
  const has = (key) => typeof value === "object" && value !== null && key in value;
  const form = has("output") ? FORMS.output : has("input") ? FORMS.input : FORMS.event;
  const issue = form.safeParse(value).error?.issues[0];
  return issue === void 0 ? void 0 : `${issue.path.join(".") || "line"}: ${issue.message}`;
}

export {
  COMMAND_FINDINGS,
  MEASUREMENT_VERDICTS,
  CERTAINTIES,
  bootedSchema,
  withDigests,
  ORIGIN_FILE,
  SCENARIO_FILE,
  PLACES_FILE,
  originSchema,
  EVENTS_FILE,
  CAST_CUT,
  streamName,
  problemOfEvent
};

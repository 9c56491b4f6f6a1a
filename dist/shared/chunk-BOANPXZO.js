import {
  parsePattern
} from "./chunk-ESARSHR5.js";
import {
  ScenarioError,
  ScenarioText,
  quote
} from "./chunk-PXHG5HN5.js";
import {
  REF,
  parseRequest
} from "./chunk-Q3O3CHI5.js";
import {
  parseDuration,
  parseSize
} from "./chunk-L7QEMPOL.js";
import {
  EVENT_PROFILES
} from "./chunk-IYKMFH6H.js";
import {
  ORDERS,
  REGISTERS
} from "./chunk-BXA7O5QQ.js";
import {
  BUILDS,
  FIRMWARES,
  PAYLOAD_FIRMWARES,
  PIN_SETS,
  PLATFORMS,
  SEVERITIES,
  STREAMS,
  TD_CPUIDS,
  TD_HOSTS,
  TD_MODES,
  TD_SERIALS,
  VMMS,
  isTrustDomain
} from "./chunk-OS4OHMLR.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  strictObject,
  string,
  toJSONSchema,
  union
} from "./chunk-B3M2OGVS.js";
import {
  UsageError,
  codeOf,
  messageOf
} from "./chunk-7OSXWTH4.js";

// src/scenario/load.ts
import { basename, dirname, resolve } from "node:path";

// src/scenario/measurements.ts
var PROBE_PRINTS_LOG = "tdx-boot.probe=ccel";
function assertionsOf(asserted, where) {
  return REGISTERS.flatMap((register) => {
    const holds = asserted[register]?.toLowerCase();
    return holds === void 0 ? [] : [{ register, holds, where: where(["measurements", register]) }];
  });
}
function measuringOf(asserted, resolve2) {
  const { order, events, "acpi-tables": acpiTables } = asserted;
  return {
    ...order === void 0 ? {} : { order },
    ...events === void 0 ? {} : { events },
    ...acpiTables === void 0 ? {} : { acpiTables: resolve2(acpiTables) }
  };
}
function measurementProblems({ measurements: measurements2, platform }, guest2) {
  if (measurements2 === void 0) return [];
  const path2 = ["measurements"];
  if (platform !== void 0 && !isTrustDomain(platform)) {
    const message2 = `measurements: a guest on platform ${platform} has no measurements`;
    return [{ path: path2, message: message2 }];
  }
  const asserted = REGISTERS.filter((register) => measurements2[register] !== void 0);
  if (asserted.length === 0) {
    return [{ path: path2, message: `measurements asserts no register: give one of ${REGISTERS.join(", ")}` }];
  }
  const replayed = asserted.find((register) => measurements2[register] === "replay");
  if (replayed === void 0 || guest2?.initrd !== "probe" || printsLog(guest2.cmdline)) return [];
  const message = `measurements.${replayed}: replay needs the event log: add ${PROBE_PRINTS_LOG} to guest.cmdline`;
  return [{ path: [...path2, replayed], message }];
}
function needsLog({ measurements: measurements2 = {} }) {
  return REGISTERS.some((register) => measurements2[register] === "replay");
}
function printsLog(cmdline = "") {
  return cmdline.split(" ").includes(PROBE_PRINTS_LOG);
}

// src/scenario/read.ts
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
var SCENARIO_LIMIT = 256 * 1024;
function readScenario(file) {
  let fd;
  try {
    fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw refusal(`${quote(file)} is ${kindOf(stats)}, not a file`);
    return decode(file, readUpTo(fd, SCENARIO_LIMIT + 1));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (codeOf(error) === "ENXIO") throw refusal(`${quote(file)} is a socket or a device, not a file`);
    throw refusal(messageOf(error), error);
  } finally {
    if (fd !== void 0) closeSync(fd);
  }
}
function readUpTo(fd, limit) {
  const buffer = Buffer.alloc(limit);
  let length = 0;
  while (length < limit) {
    const count = readSync(fd, buffer, length, limit - length, null);
    if (count === 0) break;
    length += count;
  }
  return buffer.subarray(0, length);
}
function decode(file, bytes) {
  if (bytes.length > SCENARIO_LIMIT) {
    throw refusal(`${quote(file)} has more than ${SCENARIO_LIMIT / 1024} KiB`);
  }
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refusal(`${quote(file)} is not a text in UTF-8`);
  }
  if (text.includes("\0")) throw refusal(`${quote(file)} is not a text`);
  return text;
}
function kindOf(stats) {
  if (stats.isDirectory()) return "a directory";
  if (stats.isFIFO()) return "a pipe";
  return stats.isSocket() ? "a socket" : "a device";
}
function refusal(why, cause) {
  return new UsageError("no-scenario", `cannot read the scenario: ${why}`, { cause });
}

// src/scenario/schema.ts
var duration = string("is not a duration such as 500ms, 60s, 3m or 1h").regex(/^(?!0+(\.0+)?[a-z])\d+(\.\d+)?(ms|s|m|h)$/, "is not a duration such as 500ms, 60s, 3m or 1h").describe("A length of time: 500ms, 60s, 3m, 1h");
var size = string("is not a size such as 512M or 1G").regex(/^[1-9]\d*[KMG]$/, "is not a size such as 512M or 1G").describe("A number of bytes: 512M, 1G");
var path = string().min(1, "is empty").describe("A file, relative to the scenario file");
var QUOTE_SOCKET = /^(vsock:\d{1,10}:\d{1,10}|unix:\/.+)$/;
var pattern = string().describe("Literal text, or /regex/flags. Matched within one line of normalised text (no escapes, no CR)");
var stream = _enum(STREAMS).describe(
  "console is hvc0, serial is ttyS0, debugcon is port 0x402, td-module is the log of an emulated TD"
);
var when = union([_enum(PLATFORMS), array(_enum(PLATFORMS)).min(1)]).describe("Only on this platform, or on these; tdx includes tdx-emulated");
var expect = strictObject({
  expect: pattern.describe("What the console must show next"),
  within: duration.optional().describe("Since this step became the current one"),
  stream: stream.optional().describe("Where; without it, on any stream of the guest"),
  capture: array(string()).min(1).optional().describe("Named groups of the regex that become outputs"),
  when: when.optional()
});
var anyOrder = strictObject({
  "any-order": array(expect).min(1).describe("Expectations that may be met in any order"),
  within: duration.optional().describe("For the whole group"),
  when: when.optional()
});
var send = strictObject({
  send: string().min(1, "is empty").describe("Typed into the guest; end it with \\n to press Enter"),
  stream: _enum(["console", "serial"]).optional().describe("Default: console"),
  when: when.optional()
});
var forbid = union([
  pattern,
  strictObject({ pattern, stream: stream.optional(), when: when.optional() })
]);
var allow = strictObject({
  match: pattern.describe("A line of a known failure that must not fail the run"),
  reason: string().min(1, "is empty").describe("Why it is harmless, or a link to the bug")
});
var disk = union([
  path,
  strictObject({
    path,
    bus: _enum(["virtio", "nvme", "sata"]).optional().describe("Default: virtio"),
    format: _enum(["raw", "qcow2"]).optional().describe("Default: qcow2 where the file begins as one, else raw"),
    backing: _enum(["allow"]).optional().describe("A qcow2 image that names other files (backing file, data file) is refused without it")
  })
]);
var guest = strictObject({
  kernel: path.optional().describe("bzImage. Without initrd and disks, it boots the probe guest of tdx-boot"),
  initrd: path.optional(),
  cmdline: string().optional().describe("Kernel command line"),
  modules: path.optional().describe("lib/modules/<release> of the kernel, for the probe guest"),
  disks: array(disk).optional().describe("Boot disks; the guest writes to an overlay, never to these files"),
  cpus: int().min(1, "is less than 1").max(4096, "is more than 4096").optional().describe("Default: 1"),
  memory: size.optional().describe("Default: 1G"),
  network: _enum(["none", "user"]).optional().describe("Default: none"),
  "quote-socket": string().regex(QUOTE_SOCKET, "is neither vsock:CID:PORT nor unix:/PATH").optional().describe("Quote generation service for a TD under QEMU: vsock:2:4050 or unix:/path")
});
var tdMonitor = strictObject({
  host: _enum(TD_HOSTS).optional().describe("Whose KVM is played. Default: intel-2022 for firmware of the documented pins, else upstream"),
  mode: _enum(TD_MODES).optional().describe("Default: faithful. light is quicker: CPUID, port I/O, MSRs, HLT and MMIO cause no #VE"),
  cpuid: _enum(TD_CPUIDS).optional().describe("Default: compatible. compliant also claims instructions that QEMU cannot run"),
  serial: _enum(TD_SERIALS).optional().describe("Default: native. ve: access to COM1 causes #VE, too, which is slower"),
  "huge-pages": boolean().optional().describe("Whether memory is accepted in pages of 2 MiB. Default: only with host intel-2022")
});
var firmware = union([
  string().min(1, "is empty").describe(`${FIRMWARES.join(", ")}: built from its pin, or taken from the cache. Or an image (OVMF.fd)`),
  strictObject({ code: path, vars: path }).describe("Two flash chips; the variables are not kept"),
  strictObject({
    recipe: _enum(FIRMWARES),
    build: _enum(BUILDS).optional().describe("Default: release. A debug build logs to the serial port"),
    ref: string().min(1, "is empty").optional().describe("Tag, branch or commit; default: the pin"),
    repository: string().min(1, "is empty").optional().describe("Git URL or local directory"),
    defines: array(string().min(1, "is empty")).optional().describe("Extra build defines, NAME=VALUE")
  }).describe("Built from source, or taken from the cache")
]);
var NOT_MRTD = "is neither expected nor 96 hex digits (in quotation marks)";
var NOT_RTMR = "is neither expected, replay nor 96 hex digits (in quotation marks)";
var rtmr = string(NOT_RTMR).regex(/^(expected|replay|[0-9a-fA-F]{96})$/, NOT_RTMR).describe("expected: as predicted; replay: as the event log of the guest says; or 96 hex digits");
var measurements = strictObject({
  mrtd: string(NOT_MRTD).regex(/^(expected|[0-9a-fA-F]{96})$/, NOT_MRTD).optional().describe("expected: as the image is measured; or 96 hex digits"),
  rtmr0: rtmr.optional(),
  rtmr1: rtmr.optional(),
  rtmr2: rtmr.optional(),
  rtmr3: rtmr.optional(),
  order: _enum(ORDERS).optional().describe("Order in which the host measures MRTD. Default: two-pass with QEMU 8.2, else interleaved"),
  events: _enum(EVENT_PROFILES.map(({ id }) => id)).optional().describe("The edk2 that an image was built from. Default: that of the recipe; unknown of an image"),
  "acpi-tables": path.optional().describe("Content of QEMU's fw_cfg file etc/acpi/tables, for RTMR0")
});
var scenarioSchema = strictObject({
  version: literal(1),
  name: string().min(1, "is empty").optional().describe("What a pass means; default: the file name"),
  platform: _enum(PLATFORMS).optional().describe(
    "tdx: a Trust Domain; tdx-emulated: one without TDX hardware; kvm, emulated: no Trust Domain"
  ),
  vmm: _enum(["auto", ...VMMS]).optional().describe("Default: auto, the one that fits platform, firmware and host"),
  "vmm-ref": string().regex(REF, "is not a tag, a branch or a commit").optional().describe(
    "Version of Cloud Hypervisor, built unless the machine has it. Default: what it has, else the pin"
  ),
  firmware: firmware.optional(),
  pins: _enum(PIN_SETS).optional().describe(
    "What firmware is built from. Default: documented; current is for hosts of Linux 6.16 and later"
  ),
  "td-monitor": tdMonitor.optional().describe("How an emulated Trust Domain behaves"),
  guest: guest.optional(),
  steps: array(union([expect, anyOrder, send])).optional().describe("In this order"),
  forbid: array(forbid).optional().describe("What the guest must not print"),
  allow: array(allow).optional().describe("Known findings that must not fail the run"),
  "fail-on": _enum(SEVERITIES).optional().describe("Least severity of a known failure that fails. Default: error"),
  timeout: duration.optional().describe("Wall clock of the whole boot. Default: 5m"),
  silence: duration.optional().describe("Longest time without output while steps are open. Default: none"),
  stop: _enum(["after-last-step", "on-exit"]).optional().describe("When a good run ends. Default: after-last-step"),
  "td-evidence": _enum(["required", "optional"]).optional().describe("Whether a pass needs a line that only a TD prints. Default: required for a Trust Domain"),
  measurements: measurements.optional().describe("What the measurement registers of the Trust Domain have to hold"),
  "output-limit": size.optional().describe("Bytes that the guest may print. Default: 256M")
}).describe("A tdx-boot scenario: what to boot and what its console must show");
function scenarioJsonSchema() {
  return toJSONSchema(scenarioSchema);
}

// src/scenario/td.ts
function parseQuoteSocket(text) {
  const [type, ...rest] = text.split(":");
  const [cid = "", port = ""] = rest;
  return type === "unix" ? { type, path: rest.join(":") } : { type: "vsock", cid, port };
}
function playedHost({ platform, tdMonitor: tdMonitor2 }) {
  return platform === "tdx-emulated" ? tdMonitor2.host : void 0;
}

// src/scenario/load.ts
var MINUTE = 6e4;
var MIB = 1024 * 1024;
var PROBE_CMDLINE = "console=ttyS0 panic=-1";
function loadScenario(file) {
  return parseScenario(file, readScenario(file), dirname(resolve(file)));
}
function parseScenario(file, text, base) {
  const source = new ScenarioText(file, text, scenarioJsonSchema);
  const parsed = scenarioSchema.safeParse(source.value());
  if (!parsed.success) throw new ScenarioError(source.problems(parsed.error));
  const reader = new Reader(source, parsed.data, base);
  const scenario = reader.scenario();
  if (reader.problems.length > 0) throw new ScenarioError(reader.problems);
  return { scenario, where: (path2) => source.where(path2) };
}
function toBoot({ scenario, where }) {
  const { guest: guest2, name } = scenario;
  if (guest2 !== void 0) return { scenario: { ...scenario, guest: guest2 }, where };
  throw new UsageError("no-guest", `scenario "${name}" has no guest to boot`, {
    hint: 'Add guest: with a kernel or disks, or judge a recorded log with "tdx-boot check".'
  });
}
var Reader = class {
  problems = [];
  #source;
  #file;
  #base;
  #platform;
  constructor(source, file, base) {
    this.#source = source;
    this.#file = file;
    this.#base = base;
    this.#platform = file.platform ?? "emulated";
    if (file.platform === void 0 && file.guest !== void 0) {
      this.#complain([], `platform is missing: ${PLATFORMS.join(", ")}`);
    }
    if (file["td-evidence"] === "required" && file.platform !== void 0 && !isTrustDomain(file.platform)) {
      this.#complain(["td-evidence"], `td-evidence: a guest on platform ${file.platform} is no Trust Domain`);
    }
    if (file["vmm-ref"] !== void 0 && file.vmm === "qemu") {
      this.#complain(["vmm-ref"], "vmm-ref names a version of Cloud Hypervisor, but vmm is qemu");
    }
    if (file.firmware !== void 0 && file.guest === void 0) {
      this.#complain(["firmware"], "firmware is given but there is no guest to boot with it");
    }
  }
  scenario() {
    const file = this.#file;
    const guest2 = file.guest === void 0 ? void 0 : this.#guest(file.guest);
    const firmware2 = file.firmware === void 0 ? void 0 : this.#firmware(file.firmware);
    if (file.pins !== void 0 && !(firmware2 !== void 0 && "request" in firmware2)) {
      this.#complain(
        ["pins"],
        `pins chooses what firmware is built from, but this scenario builds no firmware`
      );
    }
    for (const { path: path2, message } of measurementProblems(file, guest2)) this.#complain(path2, message);
    return {
      name: file.name ?? basename(this.#source.file).replace(/\.ya?ml$/, ""),
      platform: this.#platform,
      vmm: file.vmm ?? "auto",
      ...file["vmm-ref"] === void 0 ? {} : { vmmRef: file["vmm-ref"] },
      ...firmware2 === void 0 ? {} : { firmware: firmware2 },
      ...guest2 === void 0 ? {} : { guest: guest2 },
      tdMonitor: this.#tdMonitor(firmware2),
      rules: this.#rules(guest2?.initrd === "probe", buildOf(firmware2)),
      ...file.measurements === void 0 ? {} : { measuring: measuringOf(file.measurements, (path2) => this.#resolve(path2)) },
      outputLimit: file["output-limit"] === void 0 ? 256 * MIB : parseSize(file["output-limit"])
    };
  }
  /** The host that is played follows the pins: the documented firmware is for Intel's tree of 2022. */
  #tdMonitor(firmware2) {
    const said = this.#file["td-monitor"];
    if (said !== void 0 && !isTrustDomain(this.#platform)) {
      this.#complain(["td-monitor"], `td-monitor: a guest on platform ${this.#platform} is no Trust Domain`);
    }
    const documented = firmware2 !== void 0 && "request" in firmware2 && firmware2.request.ref === void 0 && firmware2.request.pins !== "current";
    const host = said?.host ?? (documented ? "intel-2022" : "upstream");
    return {
      host,
      mode: said?.mode ?? "faithful",
      cpuid: said?.cpuid ?? "compatible",
      serial: said?.serial ?? "native",
      hugePages: said?.["huge-pages"] ?? host === "intel-2022"
    };
  }
  #guest(guest2) {
    const disks = (guest2.disks ?? []).map((disk2) => {
      const full = typeof disk2 === "string" ? { path: disk2 } : disk2;
      const format = full.format === void 0 ? {} : { format: full.format };
      const backing = full.backing === void 0 ? {} : { backing: full.backing };
      return { path: this.#resolve(full.path), bus: full.bus ?? "virtio", ...format, ...backing };
    });
    if (guest2.kernel === void 0 && disks.length === 0 && !this.#hasPayload()) {
      this.#complain(["guest"], "guest has neither a kernel nor disks: there is nothing to boot");
    }
    for (const key of ["initrd", "cmdline", "modules"]) {
      if (guest2[key] !== void 0 && guest2.kernel === void 0) {
        this.#complain(["guest", key], `guest.${key} needs guest.kernel: a disk brings its own`);
      }
    }
    const probe = guest2.kernel !== void 0 && guest2.initrd === void 0 && disks.length === 0;
    if (guest2.modules !== void 0 && !probe) {
      this.#complain(
        ["guest", "modules"],
        "guest.modules is for the probe guest, which boots without initrd and disks"
      );
    }
    const quotes = guest2["quote-socket"];
    if (quotes !== void 0 && !isTrustDomain(this.#platform)) {
      this.#complain(
        ["guest", "quote-socket"],
        "guest.quote-socket needs platform: tdx: only a TD has quotes"
      );
    }
    const initrd = probe ? "probe" : guest2.initrd === void 0 ? void 0 : this.#resolve(guest2.initrd);
    const own = needsLog(this.#file) ? `${PROBE_CMDLINE} ${PROBE_PRINTS_LOG}` : PROBE_CMDLINE;
    const cmdline = guest2.cmdline ?? (probe ? own : void 0);
    return {
      ...guest2.kernel === void 0 ? {} : { kernel: this.#resolve(guest2.kernel) },
      ...initrd === void 0 ? {} : { initrd },
      ...cmdline === void 0 ? {} : { cmdline },
      ...guest2.modules === void 0 ? {} : { modules: this.#resolve(guest2.modules) },
      disks,
      cpus: guest2.cpus ?? 1,
      memory: guest2.memory === void 0 ? 1024 * MIB : parseSize(guest2.memory),
      network: guest2.network ?? "none",
      ...quotes === void 0 ? {} : { quoteSocket: parseQuoteSocket(quotes) }
    };
  }
  /** Whether the firmware may have a payload in its image. A TD's firmware that is named as a file always may. */
  #hasPayload() {
    const { firmware: firmware2 } = this.#file;
    const name = typeof firmware2 === "object" && "recipe" in firmware2 ? firmware2.recipe : firmware2;
    if (typeof name !== "string") return false;
    const isImage = FIRMWARES.every((known) => known !== name);
    return PAYLOAD_FIRMWARES.includes(name) || isImage && isTrustDomain(this.#platform);
  }
  #firmware(firmware2) {
    if (typeof firmware2 === "string") {
      const name = FIRMWARES.find((known) => known === firmware2);
      return name === void 0 ? { image: this.#resolve(firmware2) } : this.#request({ name });
    }
    if ("recipe" in firmware2) return this.#request({ ...firmware2, name: firmware2.recipe });
    return { code: this.#resolve(firmware2.code), vars: this.#resolve(firmware2.vars) };
  }
  #request(text) {
    const { pins } = this.#file;
    const { request, problems } = parseRequest({ ...text, pins }, this.#base);
    for (const { key, message } of problems) this.#complain(["firmware", key], `firmware.${key}: ${message}`);
    return { request };
  }
  #resolve(path2) {
    return resolve(this.#base, path2);
  }
  #rules(probe, firmwareBuild) {
    const file = this.#file;
    const steps = (file.steps ?? []).flatMap((step, index) => this.#step(step, ["steps", index]));
    const own = steps.length === 0 && probe;
    if (steps.length === 0 && !probe) {
      this.#complain(file.steps === void 0 ? [] : ["steps"], "no steps: a pass would mean nothing");
    }
    const timeoutMs = file.timeout === void 0 ? 5 * MINUTE : parseDuration(file.timeout);
    const silenceMs = file.silence === void 0 ? void 0 : parseDuration(file.silence);
    if (silenceMs !== void 0 && silenceMs >= timeoutMs) {
      this.#complain(
        ["silence"],
        `silence (${file.silence}) is not shorter than timeout (${file.timeout ?? "5m"})`
      );
    }
    this.#checkWithin(timeoutMs);
    return {
      steps: own ? this.#probeSteps() : steps,
      forbid: (file.forbid ?? []).flatMap((entry, index) => this.#forbid(entry, ["forbid", index])),
      allow: (file.allow ?? []).flatMap((entry, index) => this.#allow(entry, ["allow", index])),
      failOn: file["fail-on"] ?? "error",
      timeoutMs,
      ...silenceMs === void 0 ? {} : { silenceMs },
      stop: file.stop ?? (own ? "on-exit" : "after-last-step"),
      ...file.platform === void 0 ? {} : { platform: file.platform },
      tdEvidence: file["td-evidence"] ?? (isTrustDomain(file.platform) ? "required" : "optional"),
      ...file.measurements === void 0 ? {} : { measurements: assertionsOf(file.measurements, (path2) => this.#source.where(path2)) },
      ...file.guest?.kernel !== void 0 && file.firmware === void 0 ? { directKernel: true } : {},
      ...firmwareBuild === void 0 ? {} : { firmwareBuild }
    };
  }
  /** The steps of a probe guest whose scenario has no steps. */
  #probeSteps() {
    const where = this.#source.where(["guest", "kernel"]);
    const expect2 = (text, capture = []) => ({
      kind: "expect",
      pattern: parsePattern(text),
      capture,
      where
    });
    return [
      expect2("/^# kernel.release: (?<kernel_release>\\S+)/", ["kernel_release"]),
      expect2("/^# Totals: pass:\\d+ fail:0 /"),
      expect2("# tdx-boot probe: done")
    ];
  }
  #step(step, path2) {
    if (!this.#applies(step.when)) return [];
    const where = this.#source.where(path2);
    if ("send" in step) {
      const send2 = { kind: "send", text: step.send, stream: step.stream ?? "console", where };
      return [send2];
    }
    if ("expect" in step) return this.#expect(step, path2);
    const expects = step["any-order"].flatMap(
      (member, index) => this.#expect(member, [...path2, "any-order", index])
    );
    const within = step.within === void 0 ? {} : { withinMs: parseDuration(step.within) };
    return expects.length === 0 ? [] : [{ kind: "any-order", expects, where, ...within }];
  }
  #expect(step, path2) {
    if (!this.#applies(step.when)) return [];
    const pattern2 = this.#pattern(step.expect, [...path2, "expect"]);
    if (pattern2 === void 0) return [];
    const capture = step.capture ?? [];
    capture.forEach((name, index) => {
      if (pattern2.groups.includes(name)) return;
      const has = pattern2.groups.length === 0 ? "no named groups" : `only ${pattern2.groups.join(", ")}`;
      this.#complain([...path2, "capture", index], `${step.expect} has no group (?<${name}>...): ${has}`);
    });
    return [
      {
        kind: "expect",
        pattern: pattern2,
        capture,
        where: this.#source.where(path2),
        ...step.within === void 0 ? {} : { withinMs: parseDuration(step.within) },
        ...step.stream === void 0 ? {} : { stream: step.stream }
      }
    ];
  }
  #forbid(entry, path2) {
    const [text, at, stream2, when2] = typeof entry === "string" ? [entry, path2, void 0, void 0] : [entry.pattern, [...path2, "pattern"], entry.stream, entry.when];
    if (!this.#applies(when2)) return [];
    const pattern2 = this.#pattern(text, at);
    if (pattern2 === void 0) return [];
    return [{ pattern: pattern2, where: this.#source.where(path2), ...stream2 === void 0 ? {} : { stream: stream2 } }];
  }
  #allow(entry, path2) {
    const pattern2 = this.#pattern(entry.match, [...path2, "match"]);
    return pattern2 === void 0 ? [] : [{ pattern: pattern2, reason: entry.reason }];
  }
  #pattern(text, path2) {
    try {
      return parsePattern(text);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.#complain(path2, error.hint === void 0 ? error.message : `${error.message}. ${error.hint}`);
      return void 0;
    }
  }
  #applies(when2) {
    if (when2 === void 0) return true;
    const named = Array.isArray(when2) ? when2 : [when2];
    return named.includes(this.#platform) || named.includes("tdx") && isTrustDomain(this.#platform);
  }
  /** A step that may take longer than the whole boot, or its group, is a mistake in one of the two. */
  #checkWithin(timeoutMs) {
    const timeout = `timeout (${this.#file.timeout ?? "5m"})`;
    const check = (within, path2, limitMs, limit) => {
      if (within === void 0 || parseDuration(within) <= limitMs) return;
      this.#complain(path2, `within (${within}) is longer than ${limit}, so it can never be reached`);
    };
    for (const [index, step] of (this.#file.steps ?? []).entries()) {
      if ("send" in step) continue;
      const path2 = ["steps", index];
      check(step.within, [...path2, "within"], timeoutMs, timeout);
      if (!("any-order" in step)) continue;
      const [limitMs, limit] = step.within === void 0 ? [timeoutMs, timeout] : [parseDuration(step.within), `within of its group (${step.within})`];
      for (const [member, { within }] of step["any-order"].entries()) {
        check(within, [...path2, "any-order", member, "within"], limitMs, limit);
      }
    }
  }
  #complain(path2, message) {
    this.problems.push({ where: this.#source.where(path2), message });
  }
};
function buildOf(firmware2) {
  return firmware2 !== void 0 && "request" in firmware2 ? firmware2.request.build : void 0;
}

export {
  playedHost,
  loadScenario,
  parseScenario,
  toBoot
};

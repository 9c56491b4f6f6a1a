import {
  override,
  require_dist,
  substitute
} from "./chunk-WE353FMW.js";
import {
  parsePattern,
  readChunk
} from "./chunk-LLQD4UX5.js";
import {
  ScenarioError,
  ScenarioSource,
  merge,
  nodeOf,
  quote
} from "./chunk-GKQLW2Q3.js";
import {
  REF,
  parseRequest
} from "./chunk-Q3O3CHI5.js";
import {
  parseDuration,
  parseSize
} from "./chunk-SJHT7I5C.js";
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
  number,
  record,
  strictObject,
  string,
  toJSONSchema,
  union
} from "./chunk-B3M2OGVS.js";
import {
  UsageError,
  __toESM,
  codeOf,
  messageOf
} from "./chunk-7OSXWTH4.js";

// src/scenario/read.ts
import { closeSync, constants, fstatSync, openSync } from "node:fs";
var SCENARIO_LIMIT = 256 * 1024;
var STDIN = "-";
function readScenario(file) {
  if (file === STDIN) return decode("standard input", readUpTo(0, SCENARIO_LIMIT + 1));
  let fd;
  try {
    fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw refusal(`${quote(file)} is ${kindOf(stats)}, not a file`);
    return decode(quote(file), readUpTo(fd, SCENARIO_LIMIT + 1));
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
    const bytes = readChunk(fd, buffer.subarray(length));
    if (bytes.length === 0) break;
    length += bytes.length;
  }
  return buffer.subarray(0, length);
}
function decode(file, bytes) {
  if (bytes.length > SCENARIO_LIMIT) {
    throw refusal(`${file} has more than ${SCENARIO_LIMIT / 1024} KiB`);
  }
  let text3;
  try {
    text3 = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refusal(`${file} is not a text in UTF-8`);
  }
  if (text3.includes("\0")) throw refusal(`${file} is not a text`);
  return text3;
}
function kindOf(stats) {
  if (stats.isDirectory()) return "a directory";
  if (stats.isFIFO()) return "a pipe";
  return stats.isSocket() ? "a socket" : "a device";
}
function refusal(why, cause) {
  return new UsageError("no-scenario", `cannot read the scenario: ${why}`, { cause });
}

// src/scenario/load.ts
import { basename as basename2, dirname as dirname2, resolve as resolve3 } from "node:path";

// src/scenario/document.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/scenario/yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var ALIASES = 100;
var NESTED = 64;
var BRACKETS = 500;
function parseYaml(text3, lines) {
  const document = hasManyBrackets(text3) ? void 0 : parse(text3, lines);
  if (document === void 0)
    return { document: new import_yaml.Document(), problems: [{ offset: 0, message: TOO_DEEP }] };
  const [error] = document.errors;
  if (error === void 0) return { document, problems: problemsOf(document) };
  return { document, problems: [{ offset: error.pos[0], message: REWORDED[error.code] ?? error.message }] };
}
var TOO_DEEP = "values are nested too deep";
var REWORDED = {
  MULTIPLE_DOCS: "a scenario file holds one scenario: --- begins a second"
};
function parse(text3, lineCounter) {
  try {
    return (0, import_yaml.parseDocument)(text3, { lineCounter, prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
function hasManyBrackets(text3) {
  let open = 0;
  for (const [bracket] of text3.matchAll(/[[\]{}]/g)) {
    open += bracket === "[" || bracket === "{" ? 1 : -1;
    if (open > BRACKETS) return true;
  }
  return false;
}
function problemsOf(document) {
  const problems = [];
  const anchors = /* @__PURE__ */ new Set();
  let aliases = 0;
  const complain = (node, message) => {
    problems.push({ offset: node.range?.[0] ?? 0, message });
  };
  const enter = (node, path2) => {
    if (node.anchor !== void 0) anchors.add(node.anchor);
    if (path2.length <= NESTED) return void 0;
    complain(node, TOO_DEEP);
    return import_yaml.visit.BREAK;
  };
  (0, import_yaml.visit)(document, {
    Value: (_, node, path2) => enter(node, path2),
    Map: (_, map, path2) => {
      const seen = /* @__PURE__ */ new Set();
      for (const { key } of map.items) {
        const name = String(key);
        if ((0, import_yaml.isNode)(key) && seen.has(name)) complain(key, `key "${name}" is given twice`);
        seen.add(name);
      }
      return enter(map, path2);
    },
    Alias: (_, alias) => {
      aliases++;
      if (aliases > ALIASES) {
        complain(alias, `*${alias.source}: a scenario has at most ${ALIASES} aliases`);
        return import_yaml.visit.BREAK;
      }
      if (!anchors.has(alias.source)) {
        complain(alias, `*${alias.source} has no anchor &${alias.source} before it`);
      }
      return void 0;
    }
  });
  return problems;
}

// src/scenario/document.ts
function treeOf(file, text3, base) {
  const lines = new import_yaml2.LineCounter();
  const { document, problems } = parseYaml(text3, lines);
  const at = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (problems.length > 0) {
    throw new ScenarioError(problems.map(({ offset, message }) => ({ where: at(offset), message })));
  }
  try {
    document.toJS();
  } catch (error) {
    throw new ScenarioError([{ where: at(0), message: messageOf(error) }]);
  }
  return new Converter(document, at, base).node(document.contents);
}
var Converter = class {
  #document;
  #at;
  #base;
  constructor(document, at, base) {
    this.#document = document;
    this.#at = at;
    this.#base = base;
  }
  node(yaml) {
    const origin = this.#origin(yaml);
    if ((0, import_yaml2.isAlias)(yaml)) return { ...this.node(yaml.resolve(this.#document)), ...origin };
    if ((0, import_yaml2.isSeq)(yaml)) return { kind: "list", ...origin, items: yaml.items.map((item) => this.node(item)) };
    if (!(0, import_yaml2.isMap)(yaml)) return { kind: "scalar", ...origin, value: (0, import_yaml2.isScalar)(yaml) ? yaml.value : null };
    const entries = yaml.items.map(({ key, value }) => {
      const { where } = this.#origin(key);
      const node = value === null ? this.#nothing(where) : this.node(value);
      return [String((0, import_yaml2.isScalar)(key) ? key.value : key), { key: where, node }];
    });
    return { kind: "map", ...origin, entries: new Map(entries) };
  }
  /** The value of a key that has none. */
  #nothing(where) {
    return { kind: "scalar", where, base: this.#base, value: null };
  }
  #origin(yaml) {
    const { range } = yaml ?? {};
    return { where: this.#at(range?.[0] ?? 0), base: this.#base };
  }
};

// src/scenario/layers.ts
import { dirname, join, resolve } from "node:path";

// src/scenario/keys/values.ts
var duration = string("is not a duration such as 500ms, 60s, 3m or 1h").regex(/^(?!0+(\.0+)?[a-z])\d+(\.\d+)?(ms|s|m|h)$/, "is not a duration such as 500ms, 60s, 3m or 1h").describe("A length of time: 500ms, 60s, 3m, 1h");
var size = string("is not a size such as 512M or 1G").regex(/^[1-9]\d*[KMG]$/, "is not a size such as 512M or 1G").describe("A number of bytes: 512M, 1G");
var path = string().min(1, "is empty").describe("A file, relative to the scenario file");
var pattern = string().describe("Literal text, or /regex/flags. Matched within one line of normalised text (no escapes, no CR)");
var stream = _enum(STREAMS).describe(
  "console is hvc0, serial is ttyS0, debugcon is port 0x402, td-module is the log of an emulated TD"
);
var when = union([_enum(PLATFORMS), array(_enum(PLATFORMS)).min(1)]).describe("Only on this platform, or on these; tdx includes tdx-emulated");
var text = union([string(), number(), boolean()]);
var variable = union([
  text.describe("Default of the variable"),
  strictObject({
    default: text.optional(),
    env: string().min(1, "is empty").optional().describe("Environment variable that has the value; an empty one counts as none")
  })
]);

// src/scenario/keys/firmware.ts
var firmware = union([
  string().min(1, "is empty").describe(`${FIRMWARES.join(", ")}: built from its pin, or taken from the cache. Or an image (OVMF.fd)`),
  strictObject({ code: path, vars: path }).describe("Two flash chips; the variables are not kept"),
  strictObject({
    recipe: _enum(FIRMWARES).describe("How it is built"),
    build: _enum(BUILDS).optional().describe("Default: release. A debug build logs to the serial port"),
    ref: string().min(1, "is empty").optional().describe("Tag, branch or commit; default: the pin"),
    repository: string().min(1, "is empty").optional().describe("Git URL or local directory"),
    defines: array(string().min(1, "is empty")).optional().describe("Extra build defines, NAME=VALUE")
  }).describe("Built from source, or taken from the cache")
]);
var pins = _enum(PIN_SETS).describe("What firmware is built from. Default: documented; current is for hosts of Linux 6.16 and later");

// src/scenario/keys/machine.ts
var count = int("is not a whole number").min(1, "is less than 1").max(4096, "is more than 4096");
var NOT_MODEL = "is not a CPU model such as host or SapphireRapids";
var model = string(NOT_MODEL).regex(/^[A-Za-z][\w.-]*$/, NOT_MODEL).describe("As QEMU calls it. Default: host with KVM, else max");
var NOT_FLAG = "is not a CPU flag such as +avx2, -pmu or phys-bits=46";
var cpu = union([
  model,
  strictObject({
    model: model.optional(),
    flags: array(string(NOT_FLAG).regex(/^([+-][\w.]+[\w.-]*|[\w.][\w.-]*=[\w.-]+)$/, NOT_FLAG)).optional().describe("Features in the words of QEMU, on top of the model: +avx2, -pmu, phys-bits=46")
  })
]);
var topology = strictObject({
  sockets: count.optional().describe("Default: 1"),
  dies: count.optional().describe("Of a socket. Default: 1"),
  cores: count.optional().describe("Of a die. Default: 1"),
  threads: count.optional().describe("Of a core. Default: 1")
});
var NOT_MEMORY = "is not a size such as 512M, 1G or 1536MiB";
var memory = string(NOT_MEMORY).regex(/^[1-9]\d{0,8}[MGT](iB)?$/, NOT_MEMORY).describe("A number of bytes: 512M, 1G, 1536MiB. Default: 1G");
var memoryBackend = strictObject({
  kind: _enum(["ram", "memfd", "file"]).optional().describe(
    "What holds the memory on the host. Default: file with a path, memfd with hugepages or shared, else ram"
  ),
  path: path.optional().describe("For kind file: a file or a directory, such as /dev/hugepages"),
  hugepages: _enum(["2M", "1G"]).optional().describe("Size of the pages that hold the memory"),
  shared: boolean().optional().describe("Whether other processes may map it. Default: false"),
  prealloc: boolean().optional().describe("Whether all of it is taken before the guest starts. Default: false")
});
var NOT_FORWARD = "is not HOST:GUEST with two ports, such as 2222:22 or 5353:53/udp";
var forward = string(NOT_FORWARD).regex(/^\d{1,5}:\d{1,5}(\/(tcp|udp))?$/, NOT_FORWARD).describe(
  "A port of this machine (127.0.0.1) and the port of the guest that it leads to: 2222:22, 5353:53/udp"
);
var NOT_INTERFACE = "is not the name of a network interface (at most 15 characters)";
var NOT_MAC = "is not a MAC address such as 52:54:00:12:34:56";
var network = strictObject({
  type: _enum(["user", "tap"]).describe("user: through this process, without rights; tap: an interface of the host"),
  forward: array(forward).min(1, "is empty").optional().describe("Of type user: ports that lead into the guest"),
  interface: string(NOT_INTERFACE).regex(/^[^\s/,=]{1,15}$/, NOT_INTERFACE).optional().describe("Of type tap: an interface that exists"),
  mac: string(NOT_MAC).regex(/^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}$/, NOT_MAC).optional().describe("Default: the choice of the VMM")
});
var guestNetwork = union([_enum(["none", "user"]), network]);
var cid = int("is not a whole number").min(3, "is less than 3, the first number that a guest can have").max(2 ** 32 - 2, "is more than 4294967294");
var vsock = union([
  cid.describe("Context id of the guest"),
  strictObject({
    cid: cid.describe("Context id of the guest"),
    socket: path.optional().describe("Unix socket that Cloud Hypervisor listens on. Default: in the directory of the run")
  })
]);
var text2 = string().min(1, "is empty");
var systemField = text2.optional().describe("Of the system (type 1). Default: the choice of the VMM");
var NOT_UUID = "is not a UUID such as 3f2504e0-4f89-11d3-9a0c-0305e82c3301";
var smbios = strictObject({
  manufacturer: systemField,
  product: systemField,
  version: systemField,
  serial: systemField,
  sku: systemField,
  family: systemField,
  uuid: string(NOT_UUID).regex(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/, NOT_UUID).optional().describe("Of the system (type 1). Default: the choice of the VMM"),
  "oem-strings": array(text2).min(1, "is empty").optional().describe("Texts of type 11, such as io.systemd.credential:NAME=VALUE")
});
var NOT_ADDRESS = "is not a PCI address such as 0000:b1:00.0";
var vfio = array(string(NOT_ADDRESS).regex(/^([0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/, NOT_ADDRESS)).min(1, "is empty");
var NOT_MEASURE = "is not 96 hex digits (in quotation marks)";
var identity = string(NOT_MEASURE).regex(/^[0-9a-fA-F]{96}$/, NOT_MEASURE);
var td = strictObject({
  debug: boolean().optional().describe("Attribute DEBUG: the host may read the TD. Default: false"),
  "sept-ve-disable": boolean().optional().describe("Attribute SEPT_VE_DISABLE, which Linux asks for. Default: true"),
  mrconfigid: identity.optional().describe("96 hex digits that the owner chooses; a TDREPORT has them"),
  mrowner: identity.optional().describe("The same"),
  mrownerconfig: identity.optional().describe("The same")
});

// src/scenario/keys/guest.ts
var QUOTE_SOCKET = /^(vsock:\d{1,10}:\d{1,10}|unix:\/.+)$/;
var disk = union([
  path,
  strictObject({
    path,
    bus: _enum(["virtio", "nvme", "sata", "scsi"]).optional().describe("Default: virtio"),
    "read-only": boolean().optional().describe("Whether the guest may only read it. Default: false"),
    serial: string().regex(
      /^[\w.-]{1,20}$/,
      "is not a serial number of at most 20 letters, digits, dots, dashes and underscores"
    ).optional().describe("By which the guest finds it below /dev/disk/by-id"),
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
  cpus: int("is not a whole number").min(1, "is less than 1").max(4096, "is more than 4096").optional().describe("Default: what the topology has, else 1"),
  cpu: cpu.optional().describe("Model of the processor, or its model and flags"),
  topology: topology.optional().describe("How the CPUs are arranged. Default: the choice of the VMM"),
  memory: memory.optional(),
  "memory-backend": memoryBackend.optional().describe("What holds the memory on the host"),
  network: guestNetwork.optional().describe("Default: none"),
  vsock: vsock.optional(),
  smbios: smbios.optional().describe("What the firmware tells of the machine"),
  vfio: vfio.optional().describe("PCI devices of the host that the guest gets, through iommufd"),
  td: td.optional().describe("Attributes and identity of the Trust Domain"),
  "quote-socket": string().regex(QUOTE_SOCKET, "is neither vsock:CID:PORT nor unix:/PATH").optional().describe("Quote generation service for a TD under QEMU: vsock:2:4050 or unix:/path")
});

// src/scenario/keys/measurements.ts
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

// src/scenario/keys/steps.ts
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

// src/scenario/keys/vmm.ts
var vmm = _enum(["auto", ...VMMS]).describe("Default: auto, the one that fits platform, firmware and host");
var vmmRef = string().regex(REF, "is not a tag, a branch or a commit").describe(
  "Version of Cloud Hypervisor, built unless the machine has it. Default: what it has, else the pin"
);
var vmmPath = path.describe("Program to run instead of the one in PATH");
var vmmArgs = array(string("is not a text").min(1, "is empty")).min(1, "is empty").describe("Arguments that are appended as they are; nothing is known of what they do");
var tdMonitor = strictObject({
  host: _enum(TD_HOSTS).optional().describe("Whose KVM is played. Default: intel-2022 for firmware of the documented pins, else upstream"),
  mode: _enum(TD_MODES).optional().describe("Default: faithful. light is quicker: CPUID, port I/O, MSRs, HLT and MMIO cause no #VE"),
  cpuid: _enum(TD_CPUIDS).optional().describe("Default: compatible. compliant also claims instructions that QEMU cannot run"),
  serial: _enum(TD_SERIALS).optional().describe("Default: native. ve: access to COM1 causes #VE, too, which is slower"),
  "huge-pages": boolean().optional().describe("Whether memory is accepted in pages of 2 MiB. Default: only with host intel-2022")
});

// src/scenario/schema.ts
var scenarioSchema = strictObject({
  version: literal(1).describe("Of the keys: 1"),
  extends: path.optional().describe("A scenario file: what it says holds where this file says nothing"),
  variables: record(string(), variable).optional().describe("Texts that ${NAME} stands for; --var NAME=VALUE wins over what is said here"),
  name: string().min(1, "is empty").optional().describe("What a pass means; default: the file name"),
  platform: _enum(PLATFORMS).optional().describe(
    "tdx: a Trust Domain; tdx-emulated: one without TDX hardware; kvm, emulated: no Trust Domain"
  ),
  vmm: vmm.optional(),
  "vmm-ref": vmmRef.optional(),
  "vmm-path": vmmPath.optional(),
  "vmm-args": vmmArgs.optional(),
  firmware: firmware.optional(),
  pins: pins.optional(),
  "td-monitor": tdMonitor.optional().describe("How an emulated Trust Domain behaves"),
  guest: guest.optional().describe("The machine that is booted; absent where only logs are judged"),
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

// src/scenario/layers.ts
var MOST_BASES = 10;
function layered(root, { overrides = [], variables = /* @__PURE__ */ new Map(), env = process.env }) {
  let made;
  const schema = () => {
    made ??= scenarioJsonSchema();
    return made;
  };
  const extended = extend(root, []);
  const overridden = override(extended, overrides, schema);
  return new ScenarioSource(substitute(overridden, variables, env, schema), schema);
}
function extend(root, chain) {
  const said = root.kind === "map" ? root.entries.get("extends")?.node : void 0;
  if (root.kind !== "map" || said?.kind !== "scalar" || typeof said.value !== "string") return root;
  const { where } = said;
  const refuse = (why) => new ScenarioError([{ where, message: `extends: ${why}` }]);
  const path2 = resolve(said.base, said.value);
  if (chain.includes(path2)) throw refuse(`${quote(said.value)} extends itself`);
  if (chain.length === MOST_BASES) throw refuse(`a scenario stands on at most ${MOST_BASES} files`);
  const base = extend(treeOf(nameOf(where.file, said.value), textOf(path2, refuse), dirname(path2)), [
    ...chain,
    path2
  ]);
  const own = new Map(root.entries);
  own.delete("extends");
  return merge(base, { ...root, entries: own });
}
function nameOf(file, base) {
  return base.startsWith("/") ? base : join(dirname(file), base);
}
function textOf(path2, refuse) {
  try {
    return readScenario(path2);
  } catch (error) {
    if (error instanceof UsageError) throw refuse(error.message);
    throw error;
  }
}

// src/scenario/measurements.ts
var PROBE_PRINTS_LOG = "tdx-boot.probe=ccel";
function assertionsOf(asserted, where) {
  return REGISTERS.flatMap((register) => {
    const holds = asserted[register]?.toLowerCase();
    return holds === void 0 ? [] : [{ register, holds, where: where(["measurements", register]) }];
  });
}
function measuringOf(asserted, resolve4) {
  const { order, events, "acpi-tables": acpiTables } = asserted;
  return {
    ...order === void 0 ? {} : { order },
    ...events === void 0 ? {} : { events },
    ...acpiTables === void 0 ? {} : { acpiTables: resolve4(acpiTables) }
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

// src/scenario/reader/firmware.ts
function readFirmware(reading, firmware2) {
  if (typeof firmware2 === "string") {
    const name = FIRMWARES.find((known) => known === firmware2);
    return name === void 0 ? { image: reading.resolve(["firmware"], firmware2) } : readRequest(reading, { name });
  }
  if ("recipe" in firmware2) return readRequest(reading, { ...firmware2, name: firmware2.recipe });
  return {
    code: reading.resolve(["firmware", "code"], firmware2.code),
    vars: reading.resolve(["firmware", "vars"], firmware2.vars)
  };
}
function readRequest(reading, text3) {
  const { pins: pins2 } = reading.file;
  const { request, problems } = parseRequest({ ...text3, pins: pins2 }, reading.base(["firmware", "repository"]));
  for (const { key, message } of problems) {
    reading.complain(["firmware", key], `firmware.${key}: ${message}`);
  }
  return { request };
}
function readTdMonitor(reading, firmware2) {
  const said = reading.file["td-monitor"];
  if (said !== void 0 && !isTrustDomain(reading.platform)) {
    reading.complain(
      ["td-monitor"],
      `td-monitor: a guest on platform ${reading.platform} is no Trust Domain`
    );
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
function buildOf(firmware2) {
  return firmware2 !== void 0 && "request" in firmware2 ? firmware2.request.build : void 0;
}

// src/words/given.ts
function given(values) {
  const known = Object.entries(values).filter(([, value]) => value !== void 0);
  return Object.fromEntries(known);
}

// src/scenario/td.ts
function parseQuoteSocket(text3) {
  const [type, ...rest] = text3.split(":");
  const [cid2 = "", port = ""] = rest;
  return type === "unix" ? { type, path: rest.join(":") } : { type: "vsock", cid: cid2, port };
}
function playedHost({ platform, tdMonitor: tdMonitor2 }) {
  return platform === "tdx-emulated" ? tdMonitor2.host : void 0;
}

// src/scenario/machine.ts
var SMBIOS_FIELDS = [
  "manufacturer",
  "product",
  "version",
  "serial",
  "sku",
  "family",
  "uuid"
];

// src/scenario/reader/machine.ts
var HIGHEST_PORT = 65535;
function readMachine(reading, guest2) {
  return given({
    cpu: readCpu(guest2),
    topology: readTopology(reading, guest2),
    memoryBackend: readMemoryBackend(reading, guest2),
    vsock: readVsock(reading, guest2),
    smbios: readSmbios(guest2),
    vfio: guest2.vfio?.map((address) => address.length === 7 ? `0000:${address}` : address),
    td: readTd(reading, guest2)
  });
}
function cpusOf({ cpus, topology: topology2 }) {
  if (cpus !== void 0 || topology2 === void 0) return cpus ?? 1;
  const { sockets = 1, dies = 1, cores = 1, threads = 1 } = topology2;
  return sockets * dies * cores * threads;
}
function readNetwork(reading, { network: network2 = "none" }) {
  if (network2 === "none") return network2;
  if (network2 === "user") return { type: "user", forward: [] };
  const { type, mac } = network2;
  const foreign = type === "user" ? "interface" : "forward";
  if (network2[foreign] !== void 0) {
    reading.complain(
      ["guest", "network", foreign],
      `guest.network.${foreign}: a network of type ${type} has none`
    );
  }
  if (type === "tap") {
    if (network2.interface === void 0) {
      const message = "guest.network.interface is missing: a network of type tap needs an interface of the host";
      reading.complain(["guest", "network"], message);
    }
    return { type, interface: network2.interface ?? "", ...given({ mac }) };
  }
  const forward2 = (network2.forward ?? []).map((text3, index) => {
    const [host = 0, guest2 = 0] = text3.split(/[:/]/).map(Number);
    if (Math.min(host, guest2) === 0 || Math.max(host, guest2) > HIGHEST_PORT) {
      const message = `guest.network.forward[${index + 1}]: "${text3}": a port is a number from 1 to ${HIGHEST_PORT}`;
      reading.complain(["guest", "network", "forward", index], message);
    }
    return { protocol: text3.endsWith("/udp") ? "udp" : "tcp", host, guest: guest2 };
  });
  return { type, forward: forward2, ...given({ mac }) };
}
function readCpu({ cpu: cpu2 }) {
  if (cpu2 === void 0) return void 0;
  if (typeof cpu2 === "string") return { model: cpu2, flags: [] };
  return { flags: cpu2.flags ?? [], ...given({ model: cpu2.model }) };
}
function readTopology(reading, guest2) {
  if (guest2.topology === void 0) return void 0;
  const { sockets = 1, dies = 1, cores = 1, threads = 1 } = guest2.topology;
  const product = sockets * dies * cores * threads;
  if (guest2.cpus !== void 0 && guest2.cpus !== product) {
    const factors = `${sockets} sockets of ${dies} dies of ${cores} cores of ${threads} threads`;
    reading.complain(
      ["guest", "topology"],
      `guest.topology: ${factors} are ${product} CPUs, and guest.cpus is ${guest2.cpus}`
    );
  }
  return { sockets, dies, cores, threads };
}
function readMemoryBackend(reading, guest2) {
  const said = guest2["memory-backend"];
  if (said === void 0) return void 0;
  const { path: path2, hugepages, shared = false, prealloc = false } = said;
  const at = ["guest", "memory-backend"];
  const kind = said.kind ?? (path2 !== void 0 ? "file" : hugepages !== void 0 || shared ? "memfd" : "ram");
  if (path2 !== void 0 !== (kind === "file")) {
    const message = path2 === void 0 ? "path is missing, which kind: file needs" : `path: memory of kind ${kind} is in no file`;
    reading.complain(path2 === void 0 ? at : [...at, "path"], `guest.memory-backend.${message}`);
  }
  if (hugepages !== void 0 && kind !== "memfd") {
    const advice = kind === "file" ? "the directory says which pages: name one of a hugetlbfs" : "use kind: memfd";
    reading.complain(
      [...at, "hugepages"],
      `guest.memory-backend.hugepages: kind ${kind} takes none; ${advice}`
    );
  }
  return {
    kind,
    shared,
    prealloc,
    ...given({ path: path2 === void 0 ? void 0 : reading.resolve([...at, "path"], path2), hugepages })
  };
}
function readVsock(reading, { vsock: vsock2 }) {
  if (vsock2 === void 0) return void 0;
  if (typeof vsock2 === "number") return { cid: vsock2 };
  const { cid: cid2, socket } = vsock2;
  if (socket === void 0) return { cid: cid2 };
  return { cid: cid2, socket: reading.resolve(["guest", "vsock", "socket"], socket) };
}
function readSmbios({ smbios: smbios2 }) {
  if (smbios2 === void 0) return void 0;
  const system = given(Object.fromEntries(SMBIOS_FIELDS.map((field) => [field, smbios2[field]])));
  return { system, oemStrings: smbios2["oem-strings"] ?? [] };
}
function readTd(reading, { td: td2 }) {
  if (td2 === void 0) return void 0;
  if (!isTrustDomain(reading.platform)) {
    reading.complain(["guest", "td"], `guest.td: a guest on platform ${reading.platform} is no Trust Domain`);
  }
  return {
    debug: td2.debug ?? false,
    septVeDisable: td2["sept-ve-disable"] ?? true,
    ...given({
      mrconfigid: td2.mrconfigid?.toLowerCase(),
      mrowner: td2.mrowner?.toLowerCase(),
      mrownerconfig: td2.mrownerconfig?.toLowerCase()
    })
  };
}

// src/scenario/reader/guest.ts
var MIB = 1024 * 1024;
var PROBE_CMDLINE = "console=ttyS0 panic=-1";
function readGuest(reading, guest2) {
  const disks = (guest2.disks ?? []).map((disk2, index) => readDisk(reading, disk2, index));
  if (guest2.kernel === void 0 && disks.length === 0 && !hasPayload(reading)) {
    reading.complain(["guest"], "guest has neither a kernel nor disks: there is nothing to boot");
  }
  for (const key of ["initrd", "cmdline", "modules"]) {
    if (guest2[key] !== void 0 && guest2.kernel === void 0) {
      reading.complain(["guest", key], `guest.${key} needs guest.kernel: a disk brings its own`);
    }
  }
  const probe = guest2.kernel !== void 0 && guest2.initrd === void 0 && disks.length === 0;
  if (guest2.modules !== void 0 && !probe) {
    const message = "guest.modules is for the probe guest, which boots without initrd and disks";
    reading.complain(["guest", "modules"], message);
  }
  const quotes = guest2["quote-socket"];
  if (quotes !== void 0 && !isTrustDomain(reading.platform)) {
    const message = "guest.quote-socket needs platform: tdx: only a TD has quotes";
    reading.complain(["guest", "quote-socket"], message);
  }
  const initrd = probe ? "probe" : guest2.initrd === void 0 ? void 0 : reading.resolve(["guest", "initrd"], guest2.initrd);
  const own = needsLog(reading.file) ? `${PROBE_CMDLINE} ${PROBE_PRINTS_LOG}` : PROBE_CMDLINE;
  const cmdline = guest2.cmdline ?? (probe ? own : void 0);
  return {
    ...guest2.kernel === void 0 ? {} : { kernel: reading.resolve(["guest", "kernel"], guest2.kernel) },
    ...initrd === void 0 ? {} : { initrd },
    ...cmdline === void 0 ? {} : { cmdline },
    ...guest2.modules === void 0 ? {} : { modules: reading.resolve(["guest", "modules"], guest2.modules) },
    disks,
    cpus: cpusOf(guest2),
    memory: guest2.memory === void 0 ? 1024 * MIB : parseSize(guest2.memory),
    network: readNetwork(reading, guest2),
    ...readMachine(reading, guest2),
    ...quotes === void 0 ? {} : { quoteSocket: parseQuoteSocket(quotes) }
  };
}
function readDisk(reading, disk2, index) {
  const {
    path: path2,
    bus = "virtio",
    format,
    backing,
    serial,
    ...rest
  } = typeof disk2 === "string" ? { path: disk2 } : disk2;
  const readOnly = rest["read-only"] ?? false;
  if (readOnly && bus === "sata") {
    const at = ["guest", "disks", index, "read-only"];
    reading.complain(
      at,
      `guest.disks[${index + 1}].read-only: a SATA disk can be written; use bus: virtio, scsi or nvme`
    );
  }
  return {
    path: reading.resolve(["guest", "disks", index, "path"], path2),
    bus,
    ...readOnly ? { readOnly } : {},
    ...given({ format, backing, serial })
  };
}
function hasPayload({ file, platform }) {
  const { firmware: firmware2 } = file;
  const name = typeof firmware2 === "object" && "recipe" in firmware2 ? firmware2.recipe : firmware2;
  if (typeof name !== "string") return false;
  const isImage = FIRMWARES.every((known) => known !== name);
  return PAYLOAD_FIRMWARES.includes(name) || isImage && isTrustDomain(platform);
}

// src/scenario/reader/reading.ts
import { resolve as resolve2 } from "node:path";
var Reading = class {
  problems = [];
  file;
  platform;
  #source;
  constructor(source, file) {
    this.file = file;
    this.platform = file.platform ?? "emulated";
    this.#source = source;
  }
  complain(path2, message) {
    this.problems.push({ where: this.where(path2), message });
  }
  where(path2) {
    return this.#source.where(path2);
  }
  /** The absolute path of a file that the value at `path` names: relative to the file that says it. */
  resolve(path2, file) {
    return resolve2(this.base(path2), file);
  }
  /** The directory to which the value at a path is relative. */
  base(path2) {
    return this.#source.base(path2);
  }
  /** Undefined for a wrong pattern, which becomes a problem. */
  pattern(text3, path2) {
    try {
      return parsePattern(text3);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.complain(path2, error.hint === void 0 ? error.message : `${error.message}. ${error.hint}`);
      return void 0;
    }
  }
  /** Whether an entry holds on the platform of the scenario. */
  applies(when2) {
    if (when2 === void 0) return true;
    const named = typeof when2 === "string" ? [when2] : when2;
    return named.includes(this.platform) || named.includes("tdx") && isTrustDomain(this.platform);
  }
};

// src/scenario/reader/steps.ts
function readSteps(reading) {
  return (reading.file.steps ?? []).flatMap((step, index) => readStep(reading, step, ["steps", index]));
}
function probeSteps(reading) {
  const where = reading.where(["guest", "kernel"]);
  const expect2 = (text3, capture = []) => ({
    kind: "expect",
    pattern: parsePattern(text3),
    capture,
    where
  });
  return [
    expect2("/^# kernel.release: (?<kernel_release>\\S+)/", ["kernel_release"]),
    expect2("/^# Totals: pass:\\d+ fail:0 /"),
    expect2("# tdx-boot probe: done")
  ];
}
function readStep(reading, step, path2) {
  if (!reading.applies(step.when)) return [];
  const where = reading.where(path2);
  if ("send" in step) {
    const send2 = { kind: "send", text: step.send, stream: step.stream ?? "console", where };
    return [send2];
  }
  if ("expect" in step) return readExpect(reading, step, path2);
  const expects = step["any-order"].flatMap(
    (member, index) => readExpect(reading, member, [...path2, "any-order", index])
  );
  const within = step.within === void 0 ? {} : { withinMs: parseDuration(step.within) };
  return expects.length === 0 ? [] : [{ kind: "any-order", expects, where, ...within }];
}
function readExpect(reading, step, path2) {
  if (!reading.applies(step.when)) return [];
  const pattern2 = reading.pattern(step.expect, [...path2, "expect"]);
  if (pattern2 === void 0) return [];
  const capture = step.capture ?? [];
  capture.forEach((name, index) => {
    if (pattern2.groups.includes(name)) return;
    const has = pattern2.groups.length === 0 ? "no named groups" : `only ${pattern2.groups.join(", ")}`;
    reading.complain([...path2, "capture", index], `${step.expect} has no group (?<${name}>...): ${has}`);
  });
  return [
    {
      kind: "expect",
      pattern: pattern2,
      capture,
      where: reading.where(path2),
      ...step.within === void 0 ? {} : { withinMs: parseDuration(step.within) },
      ...step.stream === void 0 ? {} : { stream: step.stream }
    }
  ];
}
function checkWithin(reading, timeoutMs) {
  const timeout = `timeout (${reading.file.timeout ?? "5m"})`;
  const check = (within, path2, limitMs, limit) => {
    if (within === void 0 || parseDuration(within) <= limitMs) return;
    reading.complain(path2, `within (${within}) is longer than ${limit}, so it can never be reached`);
  };
  for (const [index, step] of (reading.file.steps ?? []).entries()) {
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

// src/scenario/reader/rules.ts
var MINUTE = 6e4;
function readRules(reading, probe, firmwareBuild) {
  const { file } = reading;
  const steps = readSteps(reading);
  const own = steps.length === 0 && probe;
  if (steps.length === 0 && !probe) {
    reading.complain(file.steps === void 0 ? [] : ["steps"], "no steps: a pass would mean nothing");
  }
  const timeoutMs = file.timeout === void 0 ? 5 * MINUTE : parseDuration(file.timeout);
  const silenceMs = file.silence === void 0 ? void 0 : parseDuration(file.silence);
  if (silenceMs !== void 0 && silenceMs >= timeoutMs) {
    const message = `silence (${file.silence}) is not shorter than timeout (${file.timeout ?? "5m"})`;
    reading.complain(["silence"], message);
  }
  checkWithin(reading, timeoutMs);
  return {
    steps: own ? probeSteps(reading) : steps,
    forbid: (file.forbid ?? []).flatMap((entry, index) => readForbid(reading, entry, ["forbid", index])),
    allow: (file.allow ?? []).flatMap((entry, index) => readAllow(reading, entry, ["allow", index])),
    failOn: file["fail-on"] ?? "error",
    timeoutMs,
    ...silenceMs === void 0 ? {} : { silenceMs },
    stop: file.stop ?? (own ? "on-exit" : "after-last-step"),
    ...file.platform === void 0 ? {} : { platform: file.platform },
    tdEvidence: file["td-evidence"] ?? (isTrustDomain(file.platform) ? "required" : "optional"),
    ...file.measurements === void 0 ? {} : { measurements: assertionsOf(file.measurements, (path2) => reading.where(path2)) },
    ...file.guest?.kernel !== void 0 && file.firmware === void 0 ? { directKernel: true } : {},
    ...firmwareBuild === void 0 ? {} : { firmwareBuild }
  };
}
function readForbid(reading, entry, path2) {
  const [text3, at, stream2, when2] = typeof entry === "string" ? [entry, path2, void 0, void 0] : [entry.pattern, [...path2, "pattern"], entry.stream, entry.when];
  if (!reading.applies(when2)) return [];
  const pattern2 = reading.pattern(text3, at);
  if (pattern2 === void 0) return [];
  return [{ pattern: pattern2, where: reading.where(path2), ...stream2 === void 0 ? {} : { stream: stream2 } }];
}
function readAllow(reading, entry, path2) {
  const pattern2 = reading.pattern(entry.match, [...path2, "match"]);
  return pattern2 === void 0 ? [] : [{ pattern: pattern2, reason: entry.reason }];
}

// src/scenario/reader/vmm.ts
import { basename } from "node:path";
var DETACHING = /^--?daemonize$/;
function readVmm(reading) {
  const { vmm: vmm2 = "auto", ...file } = reading.file;
  const path2 = file["vmm-path"];
  if (file["vmm-ref"] !== void 0 && (vmm2 === "qemu" || path2 !== void 0)) {
    const because = path2 === void 0 ? "vmm is qemu" : "vmm-path names a program";
    reading.complain(["vmm-ref"], `vmm-ref names a version of Cloud Hypervisor, but ${because}`);
  }
  if (vmm2 !== "auto" || path2 === void 0) return vmm2;
  const named = VMMS.find((name) => basename(path2).startsWith(name));
  if (named !== void 0) return named;
  reading.complain(
    ["vmm-path"],
    `vmm-path: the name of ${path2} does not say which VMM this is: add vmm: qemu or vmm: cloud-hypervisor`
  );
  return vmm2;
}
function readVmmArgs(reading) {
  const args = reading.file["vmm-args"];
  if (args === void 0) return {};
  const detaching = args.findIndex((arg) => DETACHING.test(arg));
  if (detaching >= 0) {
    const message = `vmm-args[${detaching + 1}]: "${args[detaching]}": a VMM in the background could not be ended`;
    reading.complain(["vmm-args", detaching], message);
  }
  return { vmmArgs: args };
}

// src/scenario/load.ts
var MIB2 = 1024 * 1024;
function loadScenario(file, uses = {}) {
  const text3 = readScenario(file);
  if (file === STDIN) return parseScenario("stdin", text3, process.cwd(), uses);
  return parseScenario(file, text3, dirname2(resolve3(file)), uses);
}
function parseScenario(file, text3, base, uses = {}) {
  return load(layered(treeOf(file, text3, base), uses), basename2(file).replace(/\.ya?ml$/, ""));
}
function loadOverrides(origin, uses) {
  const root = nodeOf({ version: 1 }, { where: { file: origin, line: 0, column: 0 }, base: process.cwd() });
  return load(layered(root, uses), origin);
}
function load(source, name) {
  const parsed = scenarioSchema.safeParse(source.value());
  if (!parsed.success) throw new ScenarioError(source.problems(parsed.error));
  const reading = new Reading(source, parsed.data);
  checkTogether(reading);
  const scenario = scenarioOf(reading, name);
  if (reading.problems.length > 0) throw new ScenarioError(reading.problems);
  return { scenario, where: (path2) => source.where(path2) };
}
function toBoot({ scenario, where }) {
  const { guest: guest2, name } = scenario;
  if (guest2 !== void 0) return { scenario: { ...scenario, guest: guest2 }, where };
  throw new UsageError("no-guest", `scenario "${name}" has no guest to boot`, {
    hint: 'Add guest: with a kernel or disks, or judge a recorded log with "tdx-boot check".'
  });
}
function checkTogether(reading) {
  const { file } = reading;
  if (file.platform === void 0 && file.guest !== void 0) {
    reading.complain([], `platform is missing: ${PLATFORMS.join(", ")}`);
  }
  if (file["td-evidence"] === "required" && file.platform !== void 0 && !isTrustDomain(file.platform)) {
    const message = `td-evidence: a guest on platform ${file.platform} is no Trust Domain`;
    reading.complain(["td-evidence"], message);
  }
  if (file.firmware !== void 0 && file.guest === void 0) {
    reading.complain(["firmware"], "firmware is given but there is no guest to boot with it");
  }
}
function scenarioOf(reading, name) {
  const { file } = reading;
  const guest2 = file.guest === void 0 ? void 0 : readGuest(reading, file.guest);
  const firmware2 = file.firmware === void 0 ? void 0 : readFirmware(reading, file.firmware);
  if (file.pins !== void 0 && !(firmware2 !== void 0 && "request" in firmware2)) {
    const message = "pins chooses what firmware is built from, but this scenario builds no firmware";
    reading.complain(["pins"], message);
  }
  for (const { path: path2, message } of measurementProblems(file, guest2)) reading.complain(path2, message);
  return {
    name: file.name ?? name,
    platform: reading.platform,
    vmm: readVmm(reading),
    ...file["vmm-path"] === void 0 ? {} : { vmmPath: reading.resolve(["vmm-path"], file["vmm-path"]) },
    ...readVmmArgs(reading),
    ...file["vmm-ref"] === void 0 ? {} : { vmmRef: file["vmm-ref"] },
    ...firmware2 === void 0 ? {} : { firmware: firmware2 },
    ...guest2 === void 0 ? {} : { guest: guest2 },
    tdMonitor: readTdMonitor(reading, firmware2),
    rules: readRules(reading, guest2?.initrd === "probe", buildOf(firmware2)),
    ...file.measurements === void 0 ? {} : {
      measuring: measuringOf(
        file.measurements,
        (path2) => reading.resolve(["measurements", "acpi-tables"], path2)
      )
    },
    outputLimit: file["output-limit"] === void 0 ? 256 * MIB2 : parseSize(file["output-limit"])
  };
}

export {
  given,
  playedHost,
  STDIN,
  SMBIOS_FIELDS,
  loadScenario,
  parseScenario,
  loadOverrides,
  toBoot
};

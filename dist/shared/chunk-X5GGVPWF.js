import {
  override,
  substitute
} from "./chunk-GNP3RLOP.js";
import {
  STDIN,
  readScenario
} from "./chunk-3UKY4PQK.js";
import {
  EVENT_PROFILES
} from "./chunk-MOGLVO6R.js";
import {
  REF,
  parseRequest
} from "./chunk-Q3O3CHI5.js";
import {
  parseDuration,
  parseSize
} from "./chunk-SJHT7I5C.js";
import {
  given,
  recordedTree,
  withId
} from "./chunk-UWL53G6B.js";
import {
  ScenarioError,
  ScenarioSource,
  merge,
  nodeOf
} from "./chunk-KHPEMR2K.js";
import {
  quote
} from "./chunk-JCCCLOPX.js";
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
} from "./chunk-WHSYAQ2C.js";
import {
  ORDERS,
  REGISTERS
} from "./chunk-DTP6JIFW.js";
import {
  require_dist
} from "./chunk-NGD2DTCI.js";
import {
  BUILDS,
  FIRMWARES,
  PAYLOAD_FIRMWARES,
  PIN_SETS,
  PLATFORMS,
  SEVERITIES,
  STREAMS,
  TD_ACCELS,
  TD_CPUIDS,
  TD_HOSTS,
  TD_MODES,
  TD_SERIALS,
  VMMS,
  isTrustDomain
} from "./chunk-FZIILW4F.js";
import {
  HostError,
  UsageError,
  codeOf,
  messageOf
} from "./chunk-SBPB5IBB.js";
import {
  __toESM
} from "./chunk-P4Z2SUOO.js";

// src/scenario/scenario.ts
var SHARE_TYPES = ["9p", "virtiofs"];
function hasRootDisk({ root }) {
  return root?.as === "disk";
}
function hasFilesDisk({ files, filesAs }) {
  return filesAs === "disk" && files.length > 0;
}
function makesInitrd(scenario) {
  const { initrd } = scenario.guest;
  if (initrd === void 0 || initrd === "probe") return initrd === "probe";
  const { guest: guest2 } = scenario;
  const adds = guest2.files.length > 0 && !hasFilesDisk(guest2) || needsAgent(scenario);
  return adds && !hasRootDisk(guest2);
}
function agentPutsFiles(guest2) {
  if (hasFilesDisk(guest2)) return false;
  return guest2.initrd === void 0 || guest2.shares.some(({ target }) => target === "/");
}
function needsAgent({ rules, collect: collect2, guest: guest2 }) {
  const mounts = guest2.shares.some(({ target }) => target !== void 0);
  const takes = mounts || guest2.files.length > 0 && agentPutsFiles(guest2);
  return takes || collect2 !== void 0 || rules.steps.some(({ kind }) => kind === "run");
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
var settle = string("is not a duration such as 1s or 500ms, or 0s").regex(/^\d+(\.\d+)?(ms|s|m|h)$/, "is not a duration such as 1s or 500ms, or 0s").describe(
  "How long the guest must go on without a failure after the last step. Default: 1s; 0s: not at all"
);
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
    default: text.optional().describe("Its value where nothing else gives one"),
    env: string().min(1, "is empty").optional().describe("Environment variable that has the value; an empty one counts as none")
  })
]);

// src/scenario/keys/collect.ts
var guestGlob = string().regex(/^\/[^\0]+$/, "is not an absolute path in the guest").describe("Absolute path in the guest, with * ? [abc]; of a directory all that is in it");
var paths = array(guestGlob).min(1, "is empty");
var collect = union([
  paths,
  strictObject({
    paths,
    size: size.optional().describe("Most bytes of all files together. Default: 64M"),
    files: int().min(1, "is less than 1").max(1e5, "is more than 100000").optional().describe("Most files. Default: 1000"),
    within: duration.optional().describe("Longest time for all of it. Default: 60s")
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
var guestPath = string().regex(/^\/(?!(.*\/)?\.\.?(\/|$))[^\0]*$/, "is not an absolute path in the guest").describe("Absolute path in the guest; with / at its end, the name stays the same");
var guest = strictObject({
  kernel: path.optional().describe("bzImage. Without initrd and disks, it boots the probe guest of tdx-boot"),
  initrd: path.optional(),
  root: union([
    path.describe(
      "A directory or a tar archive, which becomes the root file system in the memory of the guest"
    ),
    strictObject({
      path: path.describe("A directory or a tar archive, relative to the scenario file"),
      as: _enum(["initrd", "disk"]).optional().describe("initrd, the default: in the memory of the guest; disk: an ext4 disk"),
      free: size.optional().describe("What is free on the disk, at least. Default: 1G")
    }).describe("The same, on a disk that is made for the run")
  ]).optional(),
  files: record(path, guestPath).optional().describe("Files and directories for the guest: path on the host, then path in the guest"),
  "files-as": _enum(["disk"]).optional().describe("disk: the files are on a read-only ext4 disk with the label tdx-boot, which the guest mounts"),
  shares: record(
    path,
    union([
      guestPath,
      strictObject({
        target: guestPath.optional().describe("Where the agent mounts it; without one, the guest does so by its tag"),
        type: _enum(SHARE_TYPES).optional().describe("Default: 9p"),
        tag: string().regex(
          /^[\w.-]{1,31}$/,
          "is not a tag of at most 31 letters, digits, dots, dashes and underscores"
        ).optional().describe("By which the guest mounts it. Default: share1 for the first"),
        write: _enum(["allow"]).optional().describe("What the guest writes reaches the host")
      })
    ])
  ).optional().describe("Directories of the host that the guest sees; at /, as the root of all commands"),
  cmdline: string().optional().describe("Kernel command line"),
  vmlinux: path.optional().describe("ELF file of the kernel with debug information: traces in results name source lines"),
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
  order: _enum(ORDERS).optional().describe(
    "Order in which the host measures MRTD. Default: two-pass with QEMU 8.2, else interleaved. Of no effect on tdx-emulated: interleaved"
  ),
  events: _enum(EVENT_PROFILES.map(({ id }) => id)).optional().describe("The edk2 that an image was built from. Default: that of the recipe; unknown of an image"),
  "acpi-tables": path.optional().describe(
    "Content of QEMU's fw_cfg file etc/acpi/tables, for RTMR0. Default: the QEMU that boots the guest makes them"
  ),
  smbios: path.optional().describe("SMBIOS table of a guest of the same machine (/sys/firmware/dmi/tables/DMI), for RTMR0")
});

// src/scenario/keys/run.ts
var EXIT_CODE = int().min(0, "is less than 0").max(255, "is more than 255");
var noNul = (text3) => !text3.includes("\0");
var word = string().refine(noNul, "contains a NUL");
var run = strictObject({
  run: union([word.min(1, "is empty"), array(word).min(1, "is empty")]).describe("A script for /bin/sh of the guest, or a program and its arguments as a list"),
  within: duration.optional().describe("Since this step became the current one"),
  env: record(string().regex(/^[A-Za-z_]\w*$/, "is not a name of a variable"), word).optional().describe("Added to the environment of the agent"),
  "working-directory": string().regex(/^\/[^\0]*$/, "is not an absolute path in the guest").optional().describe("In the guest. Default: /"),
  exit: union([EXIT_CODE, array(EXIT_CODE).min(1, "is empty")]).optional().describe("The exit code of a good end, or several. Default: 0"),
  output: pattern.optional().describe("What its output must show"),
  capture: array(string()).min(1).optional().describe("Named groups of output that become outputs"),
  when: when.optional()
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
  stream: _enum(["console", "serial"]).optional().describe("Default: the stream that met the last step, or console"),
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
  "huge-pages": boolean().optional().describe("Whether memory is accepted in pages of 2 MiB. Default: only with host intel-2022"),
  accel: _enum(TD_ACCELS).optional().describe("Default: tcg. kvm: on an AMD host whose KVM runs the self-test of the TD monitor, else tcg"),
  cet: boolean().optional().describe(
    "Whether XFAM has CET, so that its MSRs cause no #GP; cpuid: compatible does not claim it. Default: false"
  )
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
  steps: array(union([expect, anyOrder, send, run])).optional().describe("In this order"),
  forbid: array(forbid).optional().describe("What the guest must not print"),
  allow: array(allow).optional().describe("Known findings that must not fail the run"),
  ktap: _enum(["fail", "ignore"]).optional().describe("What a failure in a KTAP or TAP report of the guest makes of the run. Default: fail"),
  "fail-on": _enum(SEVERITIES).optional().describe("Least severity of a known failure that fails. Default: error"),
  timeout: duration.optional().describe("Wall clock of the whole boot. Default: 5m"),
  silence: duration.optional().describe("Longest time without output while steps are open. Default: none"),
  stop: _enum(["after-last-step", "on-exit"]).optional().describe("When a good run ends. Default: after-last-step"),
  settle: settle.optional(),
  "td-evidence": _enum(["required", "optional"]).optional().describe("Whether a pass needs a line that only a TD prints. Default: required for a Trust Domain"),
  measurements: measurements.optional().describe("What the measurement registers of the Trust Domain have to hold"),
  collect: collect.optional().describe("Files of the guest that become files/ of the results"),
  "output-limit": size.optional().describe("Bytes that the guest may print. Default: 256M")
}).describe("A tdx-boot scenario: what to boot and what its console must show");
function scenarioJsonSchema() {
  return withId("scenario", toJSONSchema(scenarioSchema));
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
  const { order, events, "acpi-tables": acpiTables, smbios: smbios2 } = asserted;
  return {
    ...order === void 0 ? {} : { order },
    ...events === void 0 ? {} : { events },
    ...acpiTables === void 0 ? {} : { acpiTables: resolve4("acpi-tables", acpiTables) },
    ...smbios2 === void 0 ? {} : { smbios: resolve4("smbios", smbios2) }
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

// src/scenario/reader/collect.ts
var MIB = 1024 * 1024;
function readCollect(reading, keys) {
  if (reading.file.stop === "on-exit") {
    const message = "collect needs a guest that runs when the last step is met, but stop is on-exit";
    reading.complain(["collect"], message);
  }
  const { paths: paths2, size: size2, files = 1e3, within = "60s" } = Array.isArray(keys) ? { paths: keys } : keys;
  const bytes = size2 === void 0 ? 64 * MIB : parseSize(size2);
  return { paths: paths2, bytes, files, withinMs: parseDuration(within) };
}

// src/scenario/reader/firmware.ts
function readFirmware(reading, firmware2) {
  if (typeof firmware2 === "string") {
    const name = FIRMWARES.find((known2) => known2 === firmware2);
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
    hugePages: said?.["huge-pages"] ?? host === "intel-2022",
    accel: said?.accel ?? "tcg",
    cet: said?.cet ?? false
  };
}
function buildOf(firmware2) {
  return firmware2 !== void 0 && "request" in firmware2 ? firmware2.request.build : void 0;
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
  const served = Object.values(guest2.shares ?? {}).some(
    (share) => typeof share === "object" && share.type === "virtiofs"
  );
  const said = guest2["memory-backend"] ?? (served ? {} : void 0);
  if (said === void 0) return void 0;
  const { path: path2, hugepages, shared = served, prealloc = false } = said;
  const at = ["guest", "memory-backend"];
  if (served && (said.shared === false || said.kind === "ram")) {
    const wrong = said.shared === false ? "shared: false" : "kind: ram";
    reading.complain(at, `guest.memory-backend: a share of type virtiofs needs shared memory, not ${wrong}`);
  }
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
var MIB2 = 1024 * 1024;
var GIB = 1024 * MIB2;
var PROBE_CMDLINE = "console=ttyS0 panic=-1";
function readGuest(reading, guest2) {
  const disks = (guest2.disks ?? []).map((disk2, index) => readDisk(reading, disk2, index));
  if (guest2.kernel === void 0 && disks.length === 0 && !hasPayload(reading)) {
    reading.complain(["guest"], "guest has neither a kernel nor disks: there is nothing to boot");
  }
  for (const key of ["initrd", "root", "cmdline", "modules"]) {
    if (guest2[key] !== void 0 && guest2.kernel === void 0) {
      reading.complain(["guest", key], `guest.${key} needs guest.kernel: a disk brings its own`);
    }
  }
  const { kernel } = guest2;
  const root = readRoot(reading, guest2);
  if (root?.as === "initrd" && guest2.initrd !== void 0) {
    const message = "guest.root is an initrd, too: give one of guest.root and guest.initrd";
    reading.complain(["guest", "root"], message);
  }
  const probe = kernel !== void 0 && guest2.initrd === void 0 && (disks.length === 0 || root !== void 0);
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
    ...kernel === void 0 ? {} : { kernel: reading.resolve(["guest", "kernel"], kernel) },
    ...initrd === void 0 ? {} : { initrd },
    ...given({ root }),
    files: Object.entries(guest2.files ?? {}).map(([source, target]) => ({
      source: reading.resolve(["guest", "files", source], source),
      target
    })),
    ...readFilesAs(reading, guest2),
    shares: readShares(reading, guest2),
    ...cmdline === void 0 ? {} : { cmdline },
    ...guest2.vmlinux === void 0 ? {} : { vmlinux: reading.resolve(["guest", "vmlinux"], guest2.vmlinux) },
    ...guest2.modules === void 0 ? {} : { modules: reading.resolve(["guest", "modules"], guest2.modules) },
    disks,
    cpus: cpusOf(guest2),
    memory: guest2.memory === void 0 ? 1024 * MIB2 : parseSize(guest2.memory),
    network: readNetwork(reading, guest2),
    ...readMachine(reading, guest2),
    ...quotes === void 0 ? {} : { quoteSocket: parseQuoteSocket(quotes) }
  };
}
function readRoot(reading, { root }) {
  if (root === void 0) return void 0;
  const { path: path2, as = "initrd", free } = typeof root === "string" ? { path: root } : root;
  if (free !== void 0 && as === "initrd") {
    const message = "guest.root.free is for a disk (as: disk): an initrd has what the memory has";
    reading.complain(["guest", "root", "free"], message);
  }
  const at = typeof root === "string" ? ["guest", "root"] : ["guest", "root", "path"];
  return { path: reading.resolve(at, path2), as, free: free === void 0 ? GIB : parseSize(free) };
}
function readFilesAs(reading, { files, root, ...guest2 }) {
  const filesAs = guest2["files-as"];
  if (filesAs === void 0) return {};
  const at = ["guest", "files-as"];
  if (files === void 0) reading.complain(at, "guest.files-as needs guest.files");
  if (typeof root === "object" && root.as === "disk") {
    reading.complain(at, "guest.files-as: the disk of guest.root has the files already");
  }
  return { filesAs };
}
function readShares(reading, { shares = {}, initrd, disks = [] }) {
  const read = Object.entries(shares).map(([source, share]) => {
    const at = ["guest", "shares", source];
    const { target, type = "9p", tag, write } = typeof share === "string" ? { target: share } : share;
    if (target === void 0 && tag === void 0) {
      const message = `guest.shares.${source}: neither target, where the agent mounts it, nor tag, by which the guest can`;
      reading.complain(at, message);
    }
    const resolved = reading.resolve(at, source);
    return { type, source: resolved, write: write === "allow", ...given({ target, tag }) };
  });
  const roots = read.filter(({ target }) => target === "/");
  if (roots.length > 1) reading.complain(["guest", "shares"], "guest.shares has more than one share at /");
  if (roots.length > 0 && (initrd !== void 0 || disks.length > 0)) {
    const message = "guest.shares: a share at / is for the probe guest, which has no initrd and no disks";
    reading.complain(["guest", "shares"], message);
  }
  const others = read.filter(({ target }) => target !== "/");
  const tagged = [...roots, ...others].map((share, index) => ({ tag: `share${index + 1}`, ...share }));
  const twice = tagged.find(({ tag }, index) => tagged.findIndex((other) => other.tag === tag) < index);
  if (twice !== void 0) {
    reading.complain(["guest", "shares"], `guest.shares has more than one share with the tag ${twice.tag}`);
  }
  return tagged;
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
  const isImage = FIRMWARES.every((known2) => known2 !== name);
  return PAYLOAD_FIRMWARES.includes(name) || isImage && isTrustDomain(platform);
}

// src/scenario/reader/reading.ts
import { resolve as resolve2 } from "node:path";

// node_modules/@eslint-community/regexpp/index.mjs
var latestEcmaVersion = 2025;
var largeIdStartRanges = void 0;
var largeIdContinueRanges = void 0;
function isIdStart(cp) {
  if (cp < 65)
    return false;
  if (cp < 91)
    return true;
  if (cp < 97)
    return false;
  if (cp < 123)
    return true;
  return isLargeIdStart(cp);
}
function isIdContinue(cp) {
  if (cp < 48)
    return false;
  if (cp < 58)
    return true;
  if (cp < 65)
    return false;
  if (cp < 91)
    return true;
  if (cp === 95)
    return true;
  if (cp < 97)
    return false;
  if (cp < 123)
    return true;
  return isLargeIdStart(cp) || isLargeIdContinue(cp);
}
function isLargeIdStart(cp) {
  return isInRange(cp, largeIdStartRanges !== null && largeIdStartRanges !== void 0 ? largeIdStartRanges : largeIdStartRanges = initLargeIdStartRanges());
}
function isLargeIdContinue(cp) {
  return isInRange(cp, largeIdContinueRanges !== null && largeIdContinueRanges !== void 0 ? largeIdContinueRanges : largeIdContinueRanges = initLargeIdContinueRanges());
}
function initLargeIdStartRanges() {
  return restoreRanges("4q 0 b 0 5 0 6 m 2 u 2 cp 5 b f 4 8 0 2 0 3m 4 2 1 3 3 2 0 7 0 2 2 2 0 2 j 2 2a 2 3u 9 4l 2 11 2 1 7 14 3 1 1w q 5 3 1a 16 10 1 2 2q 2 0 g 1 8 1 b 2 3 0 h 0 2 t u 2g c 0 p w a 1 5 0 6 l 5 0 a 0 4 0 o o 8 a 6 n 2 6 h 15 1n 1h 4 0 j 0 8 9 g f 5 7 3 1 3 l 2 6 2 0 4 3 4 0 h 0 e 1 2 2 f 1 b 0 9 5 5 1 3 l 2 6 2 1 2 1 2 1 w 3 2 0 k 2 h 8 2 2 2 l 2 6 2 1 2 4 4 0 j 0 g 1 o 0 c 7 3 1 3 l 2 6 2 1 2 4 4 0 v 1 2 2 g 0 i 0 2 5 4 2 2 3 4 1 2 0 2 1 4 1 4 2 4 b n 0 1h 7 2 2 2 m 2 f 4 0 r 2 2 1 3 1 v 0 5 7 2 2 2 m 2 9 2 4 4 0 v 2 2 1 g 1 i 8 2 2 2 14 3 0 h 0 6 2 9 2 p 5 6 h 4 n 2 8 2 0 3 6 1n 1b 2 1 d 6 1n 1 2 0 2 4 2 n 2 0 2 9 2 1 a 0 3 4 2 0 m 3 x 0 1s 7 2 z s 4 38 16 l 0 h 5 5 3 4 0 4 1 8 2 5 c d 0 i 11 2 0 6 0 3 16 2 98 2 3 3 6 2 0 2 3 3 14 2 3 3 w 2 3 3 6 2 0 2 3 3 e 2 1k 2 3 3 1u 12 f h 2d 3 5 4 h7 3 g 2 p 6 22 4 a 8 h e i f h f c 2 2 g 1f 10 0 5 0 1w 2g 8 14 2 0 6 1x b u 1e t 3 4 c 17 5 p 1j m a 1g 2b 0 2m 1a i 7 1j t e 1 b 17 r z 16 2 b z 3 a 6 16 3 2 16 3 2 5 2 1 4 0 6 5b 1t 7p 3 5 3 11 3 5 3 7 2 0 2 0 2 0 2 u 3 1g 2 6 2 0 4 2 2 6 4 3 3 5 5 c 6 2 2 6 39 0 e 0 g g 2r 0 5 0 3 9 2 0 3 5 7 0 2 0 2 0 2 f 3 3 6 4 5 0 i 14 22g 6c 7 3 4 1 d 11 2 0 6 0 3 1j 8 0 h m a 6 2 6 2 6 2 6 2 6 2 6 2 6 2 6 fb 2 q 8 8 4 3 4 5 2d 5 4 2 2h 2 3 6 16 2 2l i v 1d f e9 533 1t h3g 1w 19 3 7g 4 f b 1 l 1a h u 3 27 14 8 3 2u 3 2a 5 0 f g 2 2 2 3 2 m u 1f f 1d 1r 5 4 0 2 1 c r b m q s 8 1a t 0 h 4 2 9 b 4 2 14 o 2 2 7 l m 4 0 4 1d 2 0 4 1 3 4 3 0 2 0 p 2 3 a 8 2 d 5 3 5 3 5 a 6 2 6 2 16 2 d 3 1 3 36 u 8mb d m 5 1c 6it a5 3 2x 13 6 d 4 6 0 2 9 2 c 2 4 2 0 2 1 2 1 2 2z y a2 j 1r 3 1h 15 b 39 4 2 3q 11 p 7 p c 2g 4 5 3 5 3 5 3 2 10 b 2 p 2 i 2 1 2 e 3 d z 3e 1y 1g 7g s 4 1c 1c v e t 6 11 b t 3 z 5 7 2 4 17 4d j z 5 z 5 13 9 1f d a 2 e 2 6 2 1 2 a 2 e 2 6 2 1 4 1f d 8m a l b 7 p 5 2 15 2 d 1t 5 3 0 2 17 2 1 4 0 3 m b m a u 1u i 2 1 b l b p 7 p 13 1j 7 1 1t 0 g 3 2 2 2 s 17 s 4 s 10 7 2 r s 1h b l b i e h 33 20 1k 1e e 1e e z 13 r a m 6z 15 7 1 h 5 i l i s b 0 9 l 17 h 1b k s m d 1g 1m 1 3 0 e 18 x o r z u 0 3 0 9 y 4 0 d 1b f 3 m 0 2 0 10 h 2 o k 1 1s 6 2 0 2 3 2 e 2 9 8 1a 13 7 3 1 3 l 2 6 2 1 2 4 4 0 j 0 d 4 v 9 2 0 3 0 2 11 2 0 q 0 2 0 19 1g j 3 l 2 v 1b l 1 2 0 55 1a 16 3 11 1b l 0 1o 16 e 0 20 q 12 6 56 17 39 1r w 7 3 0 3 7 2 1 2 n g 0 2 0 2n 7 3 12 h 0 2 0 t 0 b 13 8 0 m 0 c 19 k 0 j 20 i 0 52 w w 8 2 10 i 0 1e t 35 6 2 1 2 11 m 0 q 5 2 1 2 v f 0 o 17 m 0 6n i g 0 2 c 2 x 3h 0 28 pl 2v 33 6 5q d 8m 1sa 2o g tr i 5 q 32y 6 g6 5a2 t 1cz fs 8 u i 26 i t j 1b h 3 w k 6 i c1 18 5w 1r x o 3 o 19 22 6 0 1v c 1t 1 2 0 f 4 a 5p6 11 x 2o 36 e pd f 1e 5y6 3 2 6 2 1 2 88 a 0 u 2 3 0 f 4 8 az 1s5 2y 6 c 4 8 8 9 4mf 2c 2 1y 2 1 3 0 3 1 3 3 2 b 2 0 2 6 2 1s 2 3 3 7 2 6 2 r 2 3 2 4 2 0 4 6 2 9g 2 o 2 o 2 u 2 o 2 u 2 o 2 u 2 o 2 u 2 o 2 7 1f9 3l f 6 1j 1e 1d 1p 43 18 b 6 h 0 8y t j 17 dh r 6d t 3 0 5s u 2 2 2 1 2 6 3 4 a 1 69 6 2 3 2 1 2 e 2 5g 1o 1v 8 0 xh 3 2 q 2 1 2 0 3 0 2 9 2 3 2 0 2 0 7 0 5 0 2 0 2 0 2 2 2 1 2 0 3 0 2 0 2 0 2 0 2 0 2 1 2 0 3 3 2 6 2 3 2 3 2 0 2 9 2 g 6 2 2 4 2 g 3et wyn x 3dq 2 4gd 3 5rk g h9 1wj f1 15v 3t6 6 6jt upz 8qn");
}
function initLargeIdContinueRanges() {
  return restoreRanges("53 0 g9 33 o 0 70 4 7e 18 2 0 2 1 2 1 2 2 1z a 1d u 7 0 2u 6 3 5 3 1 2 3 3 9 o 0 v q 2k a g 9 y 8 a 0 p 3 2 8 2 2 2 4 18 2 1o 8 17 n 2 w 1j 2 2 h 2 6 b 1 3 9 i 2 1l 0 2 6 3 1 3 2 a 0 b 1 3 9 f 0 3 2 1l 0 2 4 5 1 3 2 4 0 l b 4 0 c 2 1l 0 2 7 2 2 2 2 l 1 3 9 b 5 2 2 1l 0 2 6 3 1 3 2 6 4 b 1 3 9 j 0 1o 4 4 2 2 3 a 0 f 9 h 4 1k 0 2 6 2 2 2 3 8 1 c 1 3 9 i 2 1l 0 2 6 2 2 2 3 8 1 c 1 3 9 4 0 d 3 1k 1 2 6 2 2 2 3 a 0 b 1 3 9 i 2 1z 0 5 5 2 0 2 7 7 9 3 1 1q 0 3 6 d 7 2 9 2g 0 3 8 c 6 2 9 1r 1 7 9 c 0 2 0 2 0 5 1 1e j 2 1 6 a 2 z a 0 2t j 2 9 d 3 5 2 2 2 3 6 4 3 e b 2 e jk 2 a 8 pt 3 t 2 u 1 v 1 1t v a 0 3 9 y 2 2 a 40 0 3b b 5 b b 9 3l a 1p 4 1m 9 2 s 3 a 7 9 n d 2 1d g 4 1c g c 9 i 8 d 2 v c 3 9 19 d 1d j 9 9 7 9 3b 2 2 k 5 0 7 0 3 2 5j 1r el 1 1e 1 k 0 3g c 5 0 4 b 2db 2 3y 0 2p v ff 5 2y 1 2p 0 n51 9 1y 0 5 9 x 1 29 1 7l 0 4 0 5 0 o 4 5 0 2c 1 1f h b 9 7 h e a t 7 q c 19 3 1c d g 9 c 0 b 9 1c d d 0 9 1 3 9 y 2 1f 0 2 2 3 1 6 1 2 0 16 4 6 1 6l 7 2 1 3 9 fmt 0 ki f h f 4 1 p 2 5d 9 12 0 12 0 ig 0 6b 0 46 4 86 9 120 2 2 1 6 3 15 2 5 0 4m 1 fy 3 9 9 7 9 w 4 8u 1 v 4 x f 1z a 1e 3 3f 2 1i e w a 3 1 b 3 1a a 8 0 1a 9 7 2 11 d 2 9 6 1 19 0 d 2 1d d 9 3 2 b 2b b 7 0 3 0 4e b 6 9 7 3 1k 1 2 6 3 1 3 2 a 0 b 1 3 6 4 4 1w 8 2 0 3 0 2 3 2 4 2 0 f 1 2b h a 9 5 0 2a j d 9 5y 6 3 8 s 1 2b g g 9 2a c 9 9 7 j 1m e 5 9 6r e 4m 9 1z 5 2 1 3 3 2 0 2 1 d 9 3c 6 3 6 4 0 t 9 15 6 2 3 9 0 a a 1b f 5j 7 3t 9 1i 7 2 7 h 9 1l l 2 d 3f 5 4 0 2 1 2 6 2 0 9 9 1d 4 2 1 2 4 9 9 1j 9 7 0 77 3 a 1 2 0 1d 6 4 4 e a 44m 0 7 e 8uh r 1t3 9 2f 9 13 4 1o 6 q 9 ev 9 d2 0 2 1i 8 3 2a 0 c 1 f58 1 382 9 ef 19 3 m dd 1 1p 4 4 5 9 7 3 6 v 3 45 2 c 2 9 1 3 0 x 1 11p 1d e9 1i 5 1d 9 0 f 0 n 4 2 e 11t 6 2 g 3 6 2 1 2 4 2t 0 4h 6 a 9 9x 0 1q d dv d 6t 1 2 9 6h 0 3 0 8 1 6 0 d7 6 32 6 6 9 3o7 9 gvt3 6n");
}
function isInRange(cp, ranges) {
  let l = 0, r = ranges.length / 2 | 0, i = 0, min = 0, max = 0;
  while (l < r) {
    i = (l + r) / 2 | 0;
    min = ranges[2 * i];
    max = ranges[2 * i + 1];
    if (cp < min) {
      r = i;
    } else if (cp > max) {
      l = i + 1;
    } else {
      return true;
    }
  }
  return false;
}
function restoreRanges(data) {
  let last = 0;
  return data.split(" ").map((s) => last += parseInt(s, 36) | 0);
}
var DataSet = class {
  constructor(raw2018, raw2019, raw2020, raw2021, raw2022, raw2023, raw2024, raw2025, raw2026) {
    this._raw2018 = raw2018;
    this._raw2019 = raw2019;
    this._raw2020 = raw2020;
    this._raw2021 = raw2021;
    this._raw2022 = raw2022;
    this._raw2023 = raw2023;
    this._raw2024 = raw2024;
    this._raw2025 = raw2025;
    this._raw2026 = raw2026;
  }
  get es2018() {
    var _a;
    return (_a = this._set2018) !== null && _a !== void 0 ? _a : this._set2018 = new Set(this._raw2018.split(" "));
  }
  get es2019() {
    var _a;
    return (_a = this._set2019) !== null && _a !== void 0 ? _a : this._set2019 = new Set(this._raw2019.split(" "));
  }
  get es2020() {
    var _a;
    return (_a = this._set2020) !== null && _a !== void 0 ? _a : this._set2020 = new Set(this._raw2020.split(" "));
  }
  get es2021() {
    var _a;
    return (_a = this._set2021) !== null && _a !== void 0 ? _a : this._set2021 = new Set(this._raw2021.split(" "));
  }
  get es2022() {
    var _a;
    return (_a = this._set2022) !== null && _a !== void 0 ? _a : this._set2022 = new Set(this._raw2022.split(" "));
  }
  get es2023() {
    var _a;
    return (_a = this._set2023) !== null && _a !== void 0 ? _a : this._set2023 = new Set(this._raw2023.split(" "));
  }
  get es2024() {
    var _a;
    return (_a = this._set2024) !== null && _a !== void 0 ? _a : this._set2024 = new Set(this._raw2024.split(" "));
  }
  get es2025() {
    var _a;
    return (_a = this._set2025) !== null && _a !== void 0 ? _a : this._set2025 = new Set(this._raw2025.split(" "));
  }
  get es2026() {
    var _a;
    return (_a = this._set2026) !== null && _a !== void 0 ? _a : this._set2026 = new Set(this._raw2026.split(" "));
  }
};
var gcNameSet = /* @__PURE__ */ new Set(["General_Category", "gc"]);
var scNameSet = /* @__PURE__ */ new Set(["Script", "Script_Extensions", "sc", "scx"]);
var gcValueSets = new DataSet("C Cased_Letter Cc Cf Close_Punctuation Cn Co Combining_Mark Connector_Punctuation Control Cs Currency_Symbol Dash_Punctuation Decimal_Number Enclosing_Mark Final_Punctuation Format Initial_Punctuation L LC Letter Letter_Number Line_Separator Ll Lm Lo Lowercase_Letter Lt Lu M Mark Math_Symbol Mc Me Mn Modifier_Letter Modifier_Symbol N Nd Nl No Nonspacing_Mark Number Open_Punctuation Other Other_Letter Other_Number Other_Punctuation Other_Symbol P Paragraph_Separator Pc Pd Pe Pf Pi Po Private_Use Ps Punctuation S Sc Separator Sk Sm So Space_Separator Spacing_Mark Surrogate Symbol Titlecase_Letter Unassigned Uppercase_Letter Z Zl Zp Zs cntrl digit punct", "", "", "", "", "", "", "", "");
var scValueSets = new DataSet("Adlam Adlm Aghb Ahom Anatolian_Hieroglyphs Arab Arabic Armenian Armi Armn Avestan Avst Bali Balinese Bamu Bamum Bass Bassa_Vah Batak Batk Beng Bengali Bhaiksuki Bhks Bopo Bopomofo Brah Brahmi Brai Braille Bugi Buginese Buhd Buhid Cakm Canadian_Aboriginal Cans Cari Carian Caucasian_Albanian Chakma Cham Cher Cherokee Common Copt Coptic Cprt Cuneiform Cypriot Cyrillic Cyrl Deseret Deva Devanagari Dsrt Dupl Duployan Egyp Egyptian_Hieroglyphs Elba Elbasan Ethi Ethiopic Geor Georgian Glag Glagolitic Gonm Goth Gothic Gran Grantha Greek Grek Gujarati Gujr Gurmukhi Guru Han Hang Hangul Hani Hano Hanunoo Hatr Hatran Hebr Hebrew Hira Hiragana Hluw Hmng Hung Imperial_Aramaic Inherited Inscriptional_Pahlavi Inscriptional_Parthian Ital Java Javanese Kaithi Kali Kana Kannada Katakana Kayah_Li Khar Kharoshthi Khmer Khmr Khoj Khojki Khudawadi Knda Kthi Lana Lao Laoo Latin Latn Lepc Lepcha Limb Limbu Lina Linb Linear_A Linear_B Lisu Lyci Lycian Lydi Lydian Mahajani Mahj Malayalam Mand Mandaic Mani Manichaean Marc Marchen Masaram_Gondi Meetei_Mayek Mend Mende_Kikakui Merc Mero Meroitic_Cursive Meroitic_Hieroglyphs Miao Mlym Modi Mong Mongolian Mro Mroo Mtei Mult Multani Myanmar Mymr Nabataean Narb Nbat New_Tai_Lue Newa Nko Nkoo Nshu Nushu Ogam Ogham Ol_Chiki Olck Old_Hungarian Old_Italic Old_North_Arabian Old_Permic Old_Persian Old_South_Arabian Old_Turkic Oriya Orkh Orya Osage Osge Osma Osmanya Pahawh_Hmong Palm Palmyrene Pau_Cin_Hau Pauc Perm Phag Phags_Pa Phli Phlp Phnx Phoenician Plrd Prti Psalter_Pahlavi Qaac Qaai Rejang Rjng Runic Runr Samaritan Samr Sarb Saur Saurashtra Sgnw Sharada Shavian Shaw Shrd Sidd Siddham SignWriting Sind Sinh Sinhala Sora Sora_Sompeng Soyo Soyombo Sund Sundanese Sylo Syloti_Nagri Syrc Syriac Tagalog Tagb Tagbanwa Tai_Le Tai_Tham Tai_Viet Takr Takri Tale Talu Tamil Taml Tang Tangut Tavt Telu Telugu Tfng Tglg Thaa Thaana Thai Tibetan Tibt Tifinagh Tirh Tirhuta Ugar Ugaritic Vai Vaii Wara Warang_Citi Xpeo Xsux Yi Yiii Zanabazar_Square Zanb Zinh Zyyy", "Dogr Dogra Gong Gunjala_Gondi Hanifi_Rohingya Maka Makasar Medefaidrin Medf Old_Sogdian Rohg Sogd Sogdian Sogo", "Elym Elymaic Hmnp Nand Nandinagari Nyiakeng_Puachue_Hmong Wancho Wcho", "Chorasmian Chrs Diak Dives_Akuru Khitan_Small_Script Kits Yezi Yezidi", "Cpmn Cypro_Minoan Old_Uyghur Ougr Tangsa Tnsa Toto Vith Vithkuqi", "Berf Beria_Erfe Gara Garay Gukh Gurung_Khema Hrkt Jurc Jurchen Katakana_Or_Hiragana Kawi Kirat_Rai Krai Nag_Mundari Nagm Ol_Onal Onao Pcun Proto_Cuneiform Seal Sidetic Sidt Sunu Sunuwar Tai_Yo Tayo Todhri Todr Tolong_Siki Tols Tulu_Tigalari Tutg Unknown Zzzz", "", "", "");
var binPropertySets = new DataSet("AHex ASCII ASCII_Hex_Digit Alpha Alphabetic Any Assigned Bidi_C Bidi_Control Bidi_M Bidi_Mirrored CI CWCF CWCM CWKCF CWL CWT CWU Case_Ignorable Cased Changes_When_Casefolded Changes_When_Casemapped Changes_When_Lowercased Changes_When_NFKC_Casefolded Changes_When_Titlecased Changes_When_Uppercased DI Dash Default_Ignorable_Code_Point Dep Deprecated Dia Diacritic Emoji Emoji_Component Emoji_Modifier Emoji_Modifier_Base Emoji_Presentation Ext Extender Gr_Base Gr_Ext Grapheme_Base Grapheme_Extend Hex Hex_Digit IDC IDS IDSB IDST IDS_Binary_Operator IDS_Trinary_Operator ID_Continue ID_Start Ideo Ideographic Join_C Join_Control LOE Logical_Order_Exception Lower Lowercase Math NChar Noncharacter_Code_Point Pat_Syn Pat_WS Pattern_Syntax Pattern_White_Space QMark Quotation_Mark RI Radical Regional_Indicator SD STerm Sentence_Terminal Soft_Dotted Term Terminal_Punctuation UIdeo Unified_Ideograph Upper Uppercase VS Variation_Selector White_Space XIDC XIDS XID_Continue XID_Start space", "Extended_Pictographic", "", "EBase EComp EMod EPres ExtPict", "", "", "", "", "");
var binPropertyOfStringsSets = new DataSet("", "", "", "", "", "", "Basic_Emoji Emoji_Keycap_Sequence RGI_Emoji RGI_Emoji_Flag_Sequence RGI_Emoji_Modifier_Sequence RGI_Emoji_Tag_Sequence RGI_Emoji_ZWJ_Sequence", "", "");
function isValidUnicodeProperty(version, name, value) {
  if (gcNameSet.has(name)) {
    return version >= 2018 && gcValueSets.es2018.has(value);
  }
  if (scNameSet.has(name)) {
    return version >= 2018 && scValueSets.es2018.has(value) || version >= 2019 && scValueSets.es2019.has(value) || version >= 2020 && scValueSets.es2020.has(value) || version >= 2021 && scValueSets.es2021.has(value) || version >= 2022 && scValueSets.es2022.has(value) || version >= 2023 && scValueSets.es2023.has(value);
  }
  return false;
}
function isValidLoneUnicodeProperty(version, value) {
  return version >= 2018 && binPropertySets.es2018.has(value) || version >= 2019 && binPropertySets.es2019.has(value) || version >= 2021 && binPropertySets.es2021.has(value);
}
function isValidLoneUnicodePropertyOfString(version, value) {
  return version >= 2024 && binPropertyOfStringsSets.es2024.has(value);
}
var BACKSPACE = 8;
var CHARACTER_TABULATION = 9;
var LINE_FEED = 10;
var LINE_TABULATION = 11;
var FORM_FEED = 12;
var CARRIAGE_RETURN = 13;
var EXCLAMATION_MARK = 33;
var NUMBER_SIGN = 35;
var DOLLAR_SIGN = 36;
var PERCENT_SIGN = 37;
var AMPERSAND = 38;
var LEFT_PARENTHESIS = 40;
var RIGHT_PARENTHESIS = 41;
var ASTERISK = 42;
var PLUS_SIGN = 43;
var COMMA = 44;
var HYPHEN_MINUS = 45;
var FULL_STOP = 46;
var SOLIDUS = 47;
var DIGIT_ZERO = 48;
var DIGIT_ONE = 49;
var DIGIT_SEVEN = 55;
var DIGIT_NINE = 57;
var COLON = 58;
var SEMICOLON = 59;
var LESS_THAN_SIGN = 60;
var EQUALS_SIGN = 61;
var GREATER_THAN_SIGN = 62;
var QUESTION_MARK = 63;
var COMMERCIAL_AT = 64;
var LATIN_CAPITAL_LETTER_A = 65;
var LATIN_CAPITAL_LETTER_B = 66;
var LATIN_CAPITAL_LETTER_D = 68;
var LATIN_CAPITAL_LETTER_F = 70;
var LATIN_CAPITAL_LETTER_P = 80;
var LATIN_CAPITAL_LETTER_S = 83;
var LATIN_CAPITAL_LETTER_W = 87;
var LATIN_CAPITAL_LETTER_Z = 90;
var LOW_LINE = 95;
var LATIN_SMALL_LETTER_A = 97;
var LATIN_SMALL_LETTER_B = 98;
var LATIN_SMALL_LETTER_C = 99;
var LATIN_SMALL_LETTER_D = 100;
var LATIN_SMALL_LETTER_F = 102;
var LATIN_SMALL_LETTER_G = 103;
var LATIN_SMALL_LETTER_I = 105;
var LATIN_SMALL_LETTER_K = 107;
var LATIN_SMALL_LETTER_M = 109;
var LATIN_SMALL_LETTER_N = 110;
var LATIN_SMALL_LETTER_P = 112;
var LATIN_SMALL_LETTER_Q = 113;
var LATIN_SMALL_LETTER_R = 114;
var LATIN_SMALL_LETTER_S = 115;
var LATIN_SMALL_LETTER_T = 116;
var LATIN_SMALL_LETTER_U = 117;
var LATIN_SMALL_LETTER_V = 118;
var LATIN_SMALL_LETTER_W = 119;
var LATIN_SMALL_LETTER_X = 120;
var LATIN_SMALL_LETTER_Y = 121;
var LATIN_SMALL_LETTER_Z = 122;
var LEFT_SQUARE_BRACKET = 91;
var REVERSE_SOLIDUS = 92;
var RIGHT_SQUARE_BRACKET = 93;
var CIRCUMFLEX_ACCENT = 94;
var GRAVE_ACCENT = 96;
var LEFT_CURLY_BRACKET = 123;
var VERTICAL_LINE = 124;
var RIGHT_CURLY_BRACKET = 125;
var TILDE = 126;
var ZERO_WIDTH_NON_JOINER = 8204;
var ZERO_WIDTH_JOINER = 8205;
var LINE_SEPARATOR = 8232;
var PARAGRAPH_SEPARATOR = 8233;
var MIN_CODE_POINT = 0;
var MAX_CODE_POINT = 1114111;
function isLatinLetter(code) {
  return code >= LATIN_CAPITAL_LETTER_A && code <= LATIN_CAPITAL_LETTER_Z || code >= LATIN_SMALL_LETTER_A && code <= LATIN_SMALL_LETTER_Z;
}
function isDecimalDigit(code) {
  return code >= DIGIT_ZERO && code <= DIGIT_NINE;
}
function isOctalDigit(code) {
  return code >= DIGIT_ZERO && code <= DIGIT_SEVEN;
}
function isHexDigit(code) {
  return code >= DIGIT_ZERO && code <= DIGIT_NINE || code >= LATIN_CAPITAL_LETTER_A && code <= LATIN_CAPITAL_LETTER_F || code >= LATIN_SMALL_LETTER_A && code <= LATIN_SMALL_LETTER_F;
}
function isLineTerminator(code) {
  return code === LINE_FEED || code === CARRIAGE_RETURN || code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR;
}
function isValidUnicode(code) {
  return code >= MIN_CODE_POINT && code <= MAX_CODE_POINT;
}
function digitToInt(code) {
  if (code >= LATIN_SMALL_LETTER_A && code <= LATIN_SMALL_LETTER_F) {
    return code - LATIN_SMALL_LETTER_A + 10;
  }
  if (code >= LATIN_CAPITAL_LETTER_A && code <= LATIN_CAPITAL_LETTER_F) {
    return code - LATIN_CAPITAL_LETTER_A + 10;
  }
  return code - DIGIT_ZERO;
}
function isLeadSurrogate(code) {
  return code >= 55296 && code <= 56319;
}
function isTrailSurrogate(code) {
  return code >= 56320 && code <= 57343;
}
function combineSurrogatePair(lead, trail) {
  return (lead - 55296) * 1024 + (trail - 56320) + 65536;
}
var GroupSpecifiersAsES2018 = class {
  constructor() {
    this.groupName = /* @__PURE__ */ new Set();
  }
  clear() {
    this.groupName.clear();
  }
  isEmpty() {
    return !this.groupName.size;
  }
  hasInPattern(name) {
    return this.groupName.has(name);
  }
  hasInScope(name) {
    return this.hasInPattern(name);
  }
  addToScope(name) {
    this.groupName.add(name);
  }
  enterDisjunction() {
  }
  enterAlternative() {
  }
  leaveDisjunction() {
  }
};
var BranchID = class _BranchID {
  constructor(parent, base) {
    this.parent = parent;
    this.base = base !== null && base !== void 0 ? base : this;
  }
  separatedFrom(other) {
    var _a, _b;
    if (this.base === other.base && this !== other) {
      return true;
    }
    if (other.parent && this.separatedFrom(other.parent)) {
      return true;
    }
    return (_b = (_a = this.parent) === null || _a === void 0 ? void 0 : _a.separatedFrom(other)) !== null && _b !== void 0 ? _b : false;
  }
  child() {
    return new _BranchID(this, null);
  }
  sibling() {
    return new _BranchID(this.parent, this.base);
  }
};
var GroupSpecifiersAsES2025 = class {
  constructor() {
    this.branchID = new BranchID(null, null);
    this.groupNames = /* @__PURE__ */ new Map();
  }
  clear() {
    this.branchID = new BranchID(null, null);
    this.groupNames.clear();
  }
  isEmpty() {
    return !this.groupNames.size;
  }
  enterDisjunction() {
    this.branchID = this.branchID.child();
  }
  enterAlternative(index) {
    if (index === 0) {
      return;
    }
    this.branchID = this.branchID.sibling();
  }
  leaveDisjunction() {
    this.branchID = this.branchID.parent;
  }
  hasInPattern(name) {
    return this.groupNames.has(name);
  }
  hasInScope(name) {
    const branches = this.groupNames.get(name);
    if (!branches) {
      return false;
    }
    for (const branch of branches) {
      if (!branch.separatedFrom(this.branchID)) {
        return true;
      }
    }
    return false;
  }
  addToScope(name) {
    const branches = this.groupNames.get(name);
    if (branches) {
      branches.push(this.branchID);
      return;
    }
    this.groupNames.set(name, [this.branchID]);
  }
};
var legacyImpl = {
  at(s, end, i) {
    return i < end ? s.charCodeAt(i) : -1;
  },
  width(c) {
    return 1;
  }
};
var unicodeImpl = {
  at(s, end, i) {
    return i < end ? s.codePointAt(i) : -1;
  },
  width(c) {
    return c > 65535 ? 2 : 1;
  }
};
var Reader = class {
  constructor() {
    this._impl = legacyImpl;
    this._s = "";
    this._i = 0;
    this._end = 0;
    this._cp1 = -1;
    this._w1 = 1;
    this._cp2 = -1;
    this._w2 = 1;
    this._cp3 = -1;
    this._w3 = 1;
    this._cp4 = -1;
  }
  get source() {
    return this._s;
  }
  get index() {
    return this._i;
  }
  get currentCodePoint() {
    return this._cp1;
  }
  get nextCodePoint() {
    return this._cp2;
  }
  get nextCodePoint2() {
    return this._cp3;
  }
  get nextCodePoint3() {
    return this._cp4;
  }
  reset(source, start, end, uFlag) {
    this._impl = uFlag ? unicodeImpl : legacyImpl;
    this._s = source;
    this._end = end;
    this.rewind(start);
  }
  rewind(index) {
    const impl = this._impl;
    this._i = index;
    this._cp1 = impl.at(this._s, this._end, index);
    this._w1 = impl.width(this._cp1);
    this._cp2 = impl.at(this._s, this._end, index + this._w1);
    this._w2 = impl.width(this._cp2);
    this._cp3 = impl.at(this._s, this._end, index + this._w1 + this._w2);
    this._w3 = impl.width(this._cp3);
    this._cp4 = impl.at(this._s, this._end, index + this._w1 + this._w2 + this._w3);
  }
  advance() {
    if (this._cp1 !== -1) {
      const impl = this._impl;
      this._i += this._w1;
      this._cp1 = this._cp2;
      this._w1 = this._w2;
      this._cp2 = this._cp3;
      this._w2 = impl.width(this._cp2);
      this._cp3 = this._cp4;
      this._w3 = impl.width(this._cp3);
      this._cp4 = impl.at(this._s, this._end, this._i + this._w1 + this._w2 + this._w3);
    }
  }
  eat(cp) {
    if (this._cp1 === cp) {
      this.advance();
      return true;
    }
    return false;
  }
  eat2(cp1, cp2) {
    if (this._cp1 === cp1 && this._cp2 === cp2) {
      this.advance();
      this.advance();
      return true;
    }
    return false;
  }
  eat3(cp1, cp2, cp3) {
    if (this._cp1 === cp1 && this._cp2 === cp2 && this._cp3 === cp3) {
      this.advance();
      this.advance();
      this.advance();
      return true;
    }
    return false;
  }
};
var RegExpSyntaxError = class extends SyntaxError {
  constructor(message, index) {
    super(message);
    this.index = index;
  }
};
function newRegExpSyntaxError(srcCtx, flags, index, message) {
  let source = "";
  if (srcCtx.kind === "literal") {
    const literal2 = srcCtx.source.slice(srcCtx.start, srcCtx.end);
    if (literal2) {
      source = `: ${literal2}`;
    }
  } else if (srcCtx.kind === "pattern") {
    const pattern2 = srcCtx.source.slice(srcCtx.start, srcCtx.end);
    const flagsText = `${flags.unicode ? "u" : ""}${flags.unicodeSets ? "v" : ""}`;
    source = `: /${pattern2}/${flagsText}`;
  }
  return new RegExpSyntaxError(`Invalid regular expression${source}: ${message}`, index);
}
var SYNTAX_CHARACTER = /* @__PURE__ */ new Set([
  CIRCUMFLEX_ACCENT,
  DOLLAR_SIGN,
  REVERSE_SOLIDUS,
  FULL_STOP,
  ASTERISK,
  PLUS_SIGN,
  QUESTION_MARK,
  LEFT_PARENTHESIS,
  RIGHT_PARENTHESIS,
  LEFT_SQUARE_BRACKET,
  RIGHT_SQUARE_BRACKET,
  LEFT_CURLY_BRACKET,
  RIGHT_CURLY_BRACKET,
  VERTICAL_LINE
]);
var CLASS_SET_RESERVED_DOUBLE_PUNCTUATOR_CHARACTER = /* @__PURE__ */ new Set([
  AMPERSAND,
  EXCLAMATION_MARK,
  NUMBER_SIGN,
  DOLLAR_SIGN,
  PERCENT_SIGN,
  ASTERISK,
  PLUS_SIGN,
  COMMA,
  FULL_STOP,
  COLON,
  SEMICOLON,
  LESS_THAN_SIGN,
  EQUALS_SIGN,
  GREATER_THAN_SIGN,
  QUESTION_MARK,
  COMMERCIAL_AT,
  CIRCUMFLEX_ACCENT,
  GRAVE_ACCENT,
  TILDE
]);
var CLASS_SET_SYNTAX_CHARACTER = /* @__PURE__ */ new Set([
  LEFT_PARENTHESIS,
  RIGHT_PARENTHESIS,
  LEFT_SQUARE_BRACKET,
  RIGHT_SQUARE_BRACKET,
  LEFT_CURLY_BRACKET,
  RIGHT_CURLY_BRACKET,
  SOLIDUS,
  HYPHEN_MINUS,
  REVERSE_SOLIDUS,
  VERTICAL_LINE
]);
var CLASS_SET_RESERVED_PUNCTUATOR = /* @__PURE__ */ new Set([
  AMPERSAND,
  HYPHEN_MINUS,
  EXCLAMATION_MARK,
  NUMBER_SIGN,
  PERCENT_SIGN,
  COMMA,
  COLON,
  SEMICOLON,
  LESS_THAN_SIGN,
  EQUALS_SIGN,
  GREATER_THAN_SIGN,
  COMMERCIAL_AT,
  GRAVE_ACCENT,
  TILDE
]);
var FLAG_PROP_TO_CODEPOINT = {
  global: LATIN_SMALL_LETTER_G,
  ignoreCase: LATIN_SMALL_LETTER_I,
  multiline: LATIN_SMALL_LETTER_M,
  unicode: LATIN_SMALL_LETTER_U,
  sticky: LATIN_SMALL_LETTER_Y,
  dotAll: LATIN_SMALL_LETTER_S,
  hasIndices: LATIN_SMALL_LETTER_D,
  unicodeSets: LATIN_SMALL_LETTER_V
};
var FLAG_CODEPOINT_TO_PROP = Object.fromEntries(Object.entries(FLAG_PROP_TO_CODEPOINT).map(([k, v]) => [v, k]));
function isSyntaxCharacter(cp) {
  return SYNTAX_CHARACTER.has(cp);
}
function isClassSetReservedDoublePunctuatorCharacter(cp) {
  return CLASS_SET_RESERVED_DOUBLE_PUNCTUATOR_CHARACTER.has(cp);
}
function isClassSetSyntaxCharacter(cp) {
  return CLASS_SET_SYNTAX_CHARACTER.has(cp);
}
function isClassSetReservedPunctuator(cp) {
  return CLASS_SET_RESERVED_PUNCTUATOR.has(cp);
}
function isIdentifierStartChar(cp) {
  return isIdStart(cp) || cp === DOLLAR_SIGN || cp === LOW_LINE;
}
function isIdentifierPartChar(cp) {
  return isIdContinue(cp) || cp === DOLLAR_SIGN || cp === ZERO_WIDTH_NON_JOINER || cp === ZERO_WIDTH_JOINER;
}
function isUnicodePropertyNameCharacter(cp) {
  return isLatinLetter(cp) || cp === LOW_LINE;
}
function isUnicodePropertyValueCharacter(cp) {
  return isUnicodePropertyNameCharacter(cp) || isDecimalDigit(cp);
}
function isRegularExpressionModifier(ch) {
  return ch === LATIN_SMALL_LETTER_I || ch === LATIN_SMALL_LETTER_M || ch === LATIN_SMALL_LETTER_S;
}
var RegExpValidator = class {
  constructor(options) {
    this._reader = new Reader();
    this._unicodeMode = false;
    this._unicodeSetsMode = false;
    this._nFlag = false;
    this._lastIntValue = 0;
    this._lastRange = {
      min: 0,
      max: Number.POSITIVE_INFINITY
    };
    this._lastStrValue = "";
    this._lastAssertionIsQuantifiable = false;
    this._numCapturingParens = 0;
    this._backreferenceNames = /* @__PURE__ */ new Set();
    this._srcCtx = null;
    this._options = options !== null && options !== void 0 ? options : {};
    this._groupSpecifiers = this.ecmaVersion >= 2025 ? new GroupSpecifiersAsES2025() : new GroupSpecifiersAsES2018();
  }
  validateLiteral(source, start = 0, end = source.length) {
    this._srcCtx = { source, start, end, kind: "literal" };
    this._unicodeSetsMode = this._unicodeMode = this._nFlag = false;
    this.reset(source, start, end);
    this.onLiteralEnter(start);
    if (this.eat(SOLIDUS) && this.eatRegExpBody() && this.eat(SOLIDUS)) {
      const flagStart = this.index;
      const unicode = source.includes("u", flagStart);
      const unicodeSets = source.includes("v", flagStart);
      this.validateFlagsInternal(source, flagStart, end);
      this.validatePatternInternal(source, start + 1, flagStart - 1, {
        unicode,
        unicodeSets
      });
    } else if (start >= end) {
      this.raise("Empty");
    } else {
      const c = String.fromCodePoint(this.currentCodePoint);
      this.raise(`Unexpected character '${c}'`);
    }
    this.onLiteralLeave(start, end);
  }
  validateFlags(source, start = 0, end = source.length) {
    this._srcCtx = { source, start, end, kind: "flags" };
    this.validateFlagsInternal(source, start, end);
  }
  validatePattern(source, start = 0, end = source.length, uFlagOrFlags = void 0) {
    this._srcCtx = { source, start, end, kind: "pattern" };
    this.validatePatternInternal(source, start, end, uFlagOrFlags);
  }
  validatePatternInternal(source, start = 0, end = source.length, uFlagOrFlags = void 0) {
    const mode = this._parseFlagsOptionToMode(uFlagOrFlags, end);
    this._unicodeMode = mode.unicodeMode;
    this._nFlag = mode.nFlag;
    this._unicodeSetsMode = mode.unicodeSetsMode;
    this.reset(source, start, end);
    this.consumePattern();
    if (!this._nFlag && this.ecmaVersion >= 2018 && !this._groupSpecifiers.isEmpty()) {
      this._nFlag = true;
      this.rewind(start);
      this.consumePattern();
    }
  }
  validateFlagsInternal(source, start, end) {
    const flags = this.parseFlags(source, start, end);
    this.onRegExpFlags(start, end, flags);
  }
  _parseFlagsOptionToMode(uFlagOrFlags, sourceEnd) {
    let unicode = false;
    let unicodeSets = false;
    if (uFlagOrFlags && this.ecmaVersion >= 2015) {
      if (typeof uFlagOrFlags === "object") {
        unicode = Boolean(uFlagOrFlags.unicode);
        if (this.ecmaVersion >= 2024) {
          unicodeSets = Boolean(uFlagOrFlags.unicodeSets);
        }
      } else {
        unicode = uFlagOrFlags;
      }
    }
    if (unicode && unicodeSets) {
      this.raise("Invalid regular expression flags", {
        index: sourceEnd + 1,
        unicode,
        unicodeSets
      });
    }
    const unicodeMode = unicode || unicodeSets;
    const nFlag = unicode && this.ecmaVersion >= 2018 || unicodeSets || Boolean(this._options.strict && this.ecmaVersion >= 2023);
    const unicodeSetsMode = unicodeSets;
    return { unicodeMode, nFlag, unicodeSetsMode };
  }
  get strict() {
    return Boolean(this._options.strict) || this._unicodeMode;
  }
  get ecmaVersion() {
    var _a;
    return (_a = this._options.ecmaVersion) !== null && _a !== void 0 ? _a : latestEcmaVersion;
  }
  onLiteralEnter(start) {
    if (this._options.onLiteralEnter) {
      this._options.onLiteralEnter(start);
    }
  }
  onLiteralLeave(start, end) {
    if (this._options.onLiteralLeave) {
      this._options.onLiteralLeave(start, end);
    }
  }
  onRegExpFlags(start, end, flags) {
    if (this._options.onRegExpFlags) {
      this._options.onRegExpFlags(start, end, flags);
    }
    if (this._options.onFlags) {
      this._options.onFlags(start, end, flags.global, flags.ignoreCase, flags.multiline, flags.unicode, flags.sticky, flags.dotAll, flags.hasIndices);
    }
  }
  onPatternEnter(start) {
    if (this._options.onPatternEnter) {
      this._options.onPatternEnter(start);
    }
  }
  onPatternLeave(start, end) {
    if (this._options.onPatternLeave) {
      this._options.onPatternLeave(start, end);
    }
  }
  onDisjunctionEnter(start) {
    if (this._options.onDisjunctionEnter) {
      this._options.onDisjunctionEnter(start);
    }
  }
  onDisjunctionLeave(start, end) {
    if (this._options.onDisjunctionLeave) {
      this._options.onDisjunctionLeave(start, end);
    }
  }
  onAlternativeEnter(start, index) {
    if (this._options.onAlternativeEnter) {
      this._options.onAlternativeEnter(start, index);
    }
  }
  onAlternativeLeave(start, end, index) {
    if (this._options.onAlternativeLeave) {
      this._options.onAlternativeLeave(start, end, index);
    }
  }
  onGroupEnter(start) {
    if (this._options.onGroupEnter) {
      this._options.onGroupEnter(start);
    }
  }
  onGroupLeave(start, end) {
    if (this._options.onGroupLeave) {
      this._options.onGroupLeave(start, end);
    }
  }
  onModifiersEnter(start) {
    if (this._options.onModifiersEnter) {
      this._options.onModifiersEnter(start);
    }
  }
  onModifiersLeave(start, end) {
    if (this._options.onModifiersLeave) {
      this._options.onModifiersLeave(start, end);
    }
  }
  onAddModifiers(start, end, flags) {
    if (this._options.onAddModifiers) {
      this._options.onAddModifiers(start, end, flags);
    }
  }
  onRemoveModifiers(start, end, flags) {
    if (this._options.onRemoveModifiers) {
      this._options.onRemoveModifiers(start, end, flags);
    }
  }
  onCapturingGroupEnter(start, name) {
    if (this._options.onCapturingGroupEnter) {
      this._options.onCapturingGroupEnter(start, name);
    }
  }
  onCapturingGroupLeave(start, end, name) {
    if (this._options.onCapturingGroupLeave) {
      this._options.onCapturingGroupLeave(start, end, name);
    }
  }
  onQuantifier(start, end, min, max, greedy) {
    if (this._options.onQuantifier) {
      this._options.onQuantifier(start, end, min, max, greedy);
    }
  }
  onLookaroundAssertionEnter(start, kind, negate) {
    if (this._options.onLookaroundAssertionEnter) {
      this._options.onLookaroundAssertionEnter(start, kind, negate);
    }
  }
  onLookaroundAssertionLeave(start, end, kind, negate) {
    if (this._options.onLookaroundAssertionLeave) {
      this._options.onLookaroundAssertionLeave(start, end, kind, negate);
    }
  }
  onEdgeAssertion(start, end, kind) {
    if (this._options.onEdgeAssertion) {
      this._options.onEdgeAssertion(start, end, kind);
    }
  }
  onWordBoundaryAssertion(start, end, kind, negate) {
    if (this._options.onWordBoundaryAssertion) {
      this._options.onWordBoundaryAssertion(start, end, kind, negate);
    }
  }
  onAnyCharacterSet(start, end, kind) {
    if (this._options.onAnyCharacterSet) {
      this._options.onAnyCharacterSet(start, end, kind);
    }
  }
  onEscapeCharacterSet(start, end, kind, negate) {
    if (this._options.onEscapeCharacterSet) {
      this._options.onEscapeCharacterSet(start, end, kind, negate);
    }
  }
  onUnicodePropertyCharacterSet(start, end, kind, key, value, negate, strings) {
    if (this._options.onUnicodePropertyCharacterSet) {
      this._options.onUnicodePropertyCharacterSet(start, end, kind, key, value, negate, strings);
    }
  }
  onCharacter(start, end, value) {
    if (this._options.onCharacter) {
      this._options.onCharacter(start, end, value);
    }
  }
  onBackreference(start, end, ref) {
    if (this._options.onBackreference) {
      this._options.onBackreference(start, end, ref);
    }
  }
  onCharacterClassEnter(start, negate, unicodeSets) {
    if (this._options.onCharacterClassEnter) {
      this._options.onCharacterClassEnter(start, negate, unicodeSets);
    }
  }
  onCharacterClassLeave(start, end, negate) {
    if (this._options.onCharacterClassLeave) {
      this._options.onCharacterClassLeave(start, end, negate);
    }
  }
  onCharacterClassRange(start, end, min, max) {
    if (this._options.onCharacterClassRange) {
      this._options.onCharacterClassRange(start, end, min, max);
    }
  }
  onClassIntersection(start, end) {
    if (this._options.onClassIntersection) {
      this._options.onClassIntersection(start, end);
    }
  }
  onClassSubtraction(start, end) {
    if (this._options.onClassSubtraction) {
      this._options.onClassSubtraction(start, end);
    }
  }
  onClassStringDisjunctionEnter(start) {
    if (this._options.onClassStringDisjunctionEnter) {
      this._options.onClassStringDisjunctionEnter(start);
    }
  }
  onClassStringDisjunctionLeave(start, end) {
    if (this._options.onClassStringDisjunctionLeave) {
      this._options.onClassStringDisjunctionLeave(start, end);
    }
  }
  onStringAlternativeEnter(start, index) {
    if (this._options.onStringAlternativeEnter) {
      this._options.onStringAlternativeEnter(start, index);
    }
  }
  onStringAlternativeLeave(start, end, index) {
    if (this._options.onStringAlternativeLeave) {
      this._options.onStringAlternativeLeave(start, end, index);
    }
  }
  get index() {
    return this._reader.index;
  }
  get currentCodePoint() {
    return this._reader.currentCodePoint;
  }
  get nextCodePoint() {
    return this._reader.nextCodePoint;
  }
  get nextCodePoint2() {
    return this._reader.nextCodePoint2;
  }
  get nextCodePoint3() {
    return this._reader.nextCodePoint3;
  }
  reset(source, start, end) {
    this._reader.reset(source, start, end, this._unicodeMode);
  }
  rewind(index) {
    this._reader.rewind(index);
  }
  advance() {
    this._reader.advance();
  }
  eat(cp) {
    return this._reader.eat(cp);
  }
  eat2(cp1, cp2) {
    return this._reader.eat2(cp1, cp2);
  }
  eat3(cp1, cp2, cp3) {
    return this._reader.eat3(cp1, cp2, cp3);
  }
  raise(message, context) {
    var _a, _b, _c;
    throw newRegExpSyntaxError(this._srcCtx, {
      unicode: (_a = context === null || context === void 0 ? void 0 : context.unicode) !== null && _a !== void 0 ? _a : this._unicodeMode && !this._unicodeSetsMode,
      unicodeSets: (_b = context === null || context === void 0 ? void 0 : context.unicodeSets) !== null && _b !== void 0 ? _b : this._unicodeSetsMode
    }, (_c = context === null || context === void 0 ? void 0 : context.index) !== null && _c !== void 0 ? _c : this.index, message);
  }
  eatRegExpBody() {
    const start = this.index;
    let inClass = false;
    let escaped = false;
    for (; ; ) {
      const cp = this.currentCodePoint;
      if (cp === -1 || isLineTerminator(cp)) {
        const kind = inClass ? "character class" : "regular expression";
        this.raise(`Unterminated ${kind}`);
      }
      if (escaped) {
        escaped = false;
      } else if (cp === REVERSE_SOLIDUS) {
        escaped = true;
      } else if (cp === LEFT_SQUARE_BRACKET) {
        inClass = true;
      } else if (cp === RIGHT_SQUARE_BRACKET) {
        inClass = false;
      } else if (cp === SOLIDUS && !inClass || cp === ASTERISK && this.index === start) {
        break;
      }
      this.advance();
    }
    return this.index !== start;
  }
  consumePattern() {
    const start = this.index;
    this._numCapturingParens = this.countCapturingParens();
    this._groupSpecifiers.clear();
    this._backreferenceNames.clear();
    this.onPatternEnter(start);
    this.consumeDisjunction();
    const cp = this.currentCodePoint;
    if (this.currentCodePoint !== -1) {
      if (cp === RIGHT_PARENTHESIS) {
        this.raise("Unmatched ')'");
      }
      if (cp === REVERSE_SOLIDUS) {
        this.raise("\\ at end of pattern");
      }
      if (cp === RIGHT_SQUARE_BRACKET || cp === RIGHT_CURLY_BRACKET) {
        this.raise("Lone quantifier brackets");
      }
      const c = String.fromCodePoint(cp);
      this.raise(`Unexpected character '${c}'`);
    }
    for (const name of this._backreferenceNames) {
      if (!this._groupSpecifiers.hasInPattern(name)) {
        this.raise("Invalid named capture referenced");
      }
    }
    this.onPatternLeave(start, this.index);
  }
  countCapturingParens() {
    const start = this.index;
    let inClass = false;
    let escaped = false;
    let count2 = 0;
    let cp = 0;
    while ((cp = this.currentCodePoint) !== -1) {
      if (escaped) {
        escaped = false;
      } else if (cp === REVERSE_SOLIDUS) {
        escaped = true;
      } else if (cp === LEFT_SQUARE_BRACKET) {
        inClass = true;
      } else if (cp === RIGHT_SQUARE_BRACKET) {
        inClass = false;
      } else if (cp === LEFT_PARENTHESIS && !inClass && (this.nextCodePoint !== QUESTION_MARK || this.nextCodePoint2 === LESS_THAN_SIGN && this.nextCodePoint3 !== EQUALS_SIGN && this.nextCodePoint3 !== EXCLAMATION_MARK)) {
        count2 += 1;
      }
      this.advance();
    }
    this.rewind(start);
    return count2;
  }
  consumeDisjunction() {
    const start = this.index;
    let i = 0;
    this._groupSpecifiers.enterDisjunction();
    this.onDisjunctionEnter(start);
    do {
      this.consumeAlternative(i++);
    } while (this.eat(VERTICAL_LINE));
    if (this.consumeQuantifier(true)) {
      this.raise("Nothing to repeat");
    }
    if (this.eat(LEFT_CURLY_BRACKET)) {
      this.raise("Lone quantifier brackets");
    }
    this.onDisjunctionLeave(start, this.index);
    this._groupSpecifiers.leaveDisjunction();
  }
  consumeAlternative(i) {
    const start = this.index;
    this._groupSpecifiers.enterAlternative(i);
    this.onAlternativeEnter(start, i);
    while (this.currentCodePoint !== -1 && this.consumeTerm()) {
    }
    this.onAlternativeLeave(start, this.index, i);
  }
  consumeTerm() {
    if (this._unicodeMode || this.strict) {
      return this.consumeAssertion() || this.consumeAtom() && this.consumeOptionalQuantifier();
    }
    return this.consumeAssertion() && (!this._lastAssertionIsQuantifiable || this.consumeOptionalQuantifier()) || this.consumeExtendedAtom() && this.consumeOptionalQuantifier();
  }
  consumeOptionalQuantifier() {
    this.consumeQuantifier();
    return true;
  }
  consumeAssertion() {
    const start = this.index;
    this._lastAssertionIsQuantifiable = false;
    if (this.eat(CIRCUMFLEX_ACCENT)) {
      this.onEdgeAssertion(start, this.index, "start");
      return true;
    }
    if (this.eat(DOLLAR_SIGN)) {
      this.onEdgeAssertion(start, this.index, "end");
      return true;
    }
    if (this.eat2(REVERSE_SOLIDUS, LATIN_CAPITAL_LETTER_B)) {
      this.onWordBoundaryAssertion(start, this.index, "word", true);
      return true;
    }
    if (this.eat2(REVERSE_SOLIDUS, LATIN_SMALL_LETTER_B)) {
      this.onWordBoundaryAssertion(start, this.index, "word", false);
      return true;
    }
    if (this.eat2(LEFT_PARENTHESIS, QUESTION_MARK)) {
      const lookbehind = this.ecmaVersion >= 2018 && this.eat(LESS_THAN_SIGN);
      let negate = false;
      if (this.eat(EQUALS_SIGN) || (negate = this.eat(EXCLAMATION_MARK))) {
        const kind = lookbehind ? "lookbehind" : "lookahead";
        this.onLookaroundAssertionEnter(start, kind, negate);
        this.consumeDisjunction();
        if (!this.eat(RIGHT_PARENTHESIS)) {
          this.raise("Unterminated group");
        }
        this._lastAssertionIsQuantifiable = !lookbehind && !this.strict;
        this.onLookaroundAssertionLeave(start, this.index, kind, negate);
        return true;
      }
      this.rewind(start);
    }
    return false;
  }
  consumeQuantifier(noConsume = false) {
    const start = this.index;
    let min = 0;
    let max = 0;
    let greedy = false;
    if (this.eat(ASTERISK)) {
      min = 0;
      max = Number.POSITIVE_INFINITY;
    } else if (this.eat(PLUS_SIGN)) {
      min = 1;
      max = Number.POSITIVE_INFINITY;
    } else if (this.eat(QUESTION_MARK)) {
      min = 0;
      max = 1;
    } else if (this.eatBracedQuantifier(noConsume)) {
      ({ min, max } = this._lastRange);
    } else {
      return false;
    }
    greedy = !this.eat(QUESTION_MARK);
    if (!noConsume) {
      this.onQuantifier(start, this.index, min, max, greedy);
    }
    return true;
  }
  eatBracedQuantifier(noError) {
    const start = this.index;
    if (this.eat(LEFT_CURLY_BRACKET)) {
      if (this.eatDecimalDigits()) {
        const min = this._lastIntValue;
        let max = min;
        if (this.eat(COMMA)) {
          max = this.eatDecimalDigits() ? this._lastIntValue : Number.POSITIVE_INFINITY;
        }
        if (this.eat(RIGHT_CURLY_BRACKET)) {
          if (!noError && max < min) {
            this.raise("numbers out of order in {} quantifier");
          }
          this._lastRange = { min, max };
          return true;
        }
      }
      if (!noError && (this._unicodeMode || this.strict)) {
        this.raise("Incomplete quantifier");
      }
      this.rewind(start);
    }
    return false;
  }
  consumeAtom() {
    return this.consumePatternCharacter() || this.consumeDot() || this.consumeReverseSolidusAtomEscape() || Boolean(this.consumeCharacterClass()) || this.consumeCapturingGroup() || this.consumeUncapturingGroup();
  }
  consumeDot() {
    if (this.eat(FULL_STOP)) {
      this.onAnyCharacterSet(this.index - 1, this.index, "any");
      return true;
    }
    return false;
  }
  consumeReverseSolidusAtomEscape() {
    const start = this.index;
    if (this.eat(REVERSE_SOLIDUS)) {
      if (this.consumeAtomEscape()) {
        return true;
      }
      this.rewind(start);
    }
    return false;
  }
  consumeUncapturingGroup() {
    const start = this.index;
    if (this.eat2(LEFT_PARENTHESIS, QUESTION_MARK)) {
      this.onGroupEnter(start);
      if (this.ecmaVersion >= 2025) {
        this.consumeModifiers();
      }
      if (!this.eat(COLON)) {
        this.rewind(start + 1);
        this.raise("Invalid group");
      }
      this.consumeDisjunction();
      if (!this.eat(RIGHT_PARENTHESIS)) {
        this.raise("Unterminated group");
      }
      this.onGroupLeave(start, this.index);
      return true;
    }
    return false;
  }
  consumeModifiers() {
    const start = this.index;
    const hasAddModifiers = this.eatModifiers();
    const addModifiersEnd = this.index;
    const hasHyphen = this.eat(HYPHEN_MINUS);
    if (!hasAddModifiers && !hasHyphen) {
      return false;
    }
    this.onModifiersEnter(start);
    const addModifiers = this.parseModifiers(start, addModifiersEnd);
    this.onAddModifiers(start, addModifiersEnd, addModifiers);
    if (hasHyphen) {
      const modifiersStart = this.index;
      if (!this.eatModifiers() && !hasAddModifiers && this.currentCodePoint === COLON) {
        this.raise("Invalid empty flags");
      }
      const modifiers = this.parseModifiers(modifiersStart, this.index);
      for (const [flagName] of Object.entries(modifiers).filter(([, enable]) => enable)) {
        if (addModifiers[flagName]) {
          this.raise(`Duplicated flag '${String.fromCodePoint(FLAG_PROP_TO_CODEPOINT[flagName])}'`);
        }
      }
      this.onRemoveModifiers(modifiersStart, this.index, modifiers);
    }
    this.onModifiersLeave(start, this.index);
    return true;
  }
  consumeCapturingGroup() {
    const start = this.index;
    if (this.eat(LEFT_PARENTHESIS)) {
      let name = null;
      if (this.ecmaVersion >= 2018) {
        if (this.consumeGroupSpecifier()) {
          name = this._lastStrValue;
        } else if (this.currentCodePoint === QUESTION_MARK) {
          this.rewind(start);
          return false;
        }
      } else if (this.currentCodePoint === QUESTION_MARK) {
        this.rewind(start);
        return false;
      }
      this.onCapturingGroupEnter(start, name);
      this.consumeDisjunction();
      if (!this.eat(RIGHT_PARENTHESIS)) {
        this.raise("Unterminated group");
      }
      this.onCapturingGroupLeave(start, this.index, name);
      return true;
    }
    return false;
  }
  consumeExtendedAtom() {
    return this.consumeDot() || this.consumeReverseSolidusAtomEscape() || this.consumeReverseSolidusFollowedByC() || Boolean(this.consumeCharacterClass()) || this.consumeCapturingGroup() || this.consumeUncapturingGroup() || this.consumeInvalidBracedQuantifier() || this.consumeExtendedPatternCharacter();
  }
  consumeReverseSolidusFollowedByC() {
    const start = this.index;
    if (this.currentCodePoint === REVERSE_SOLIDUS && this.nextCodePoint === LATIN_SMALL_LETTER_C) {
      this._lastIntValue = this.currentCodePoint;
      this.advance();
      this.onCharacter(start, this.index, REVERSE_SOLIDUS);
      return true;
    }
    return false;
  }
  consumeInvalidBracedQuantifier() {
    if (this.eatBracedQuantifier(true)) {
      this.raise("Nothing to repeat");
    }
    return false;
  }
  consumePatternCharacter() {
    const start = this.index;
    const cp = this.currentCodePoint;
    if (cp !== -1 && !isSyntaxCharacter(cp)) {
      this.advance();
      this.onCharacter(start, this.index, cp);
      return true;
    }
    return false;
  }
  consumeExtendedPatternCharacter() {
    const start = this.index;
    const cp = this.currentCodePoint;
    if (cp !== -1 && cp !== CIRCUMFLEX_ACCENT && cp !== DOLLAR_SIGN && cp !== REVERSE_SOLIDUS && cp !== FULL_STOP && cp !== ASTERISK && cp !== PLUS_SIGN && cp !== QUESTION_MARK && cp !== LEFT_PARENTHESIS && cp !== RIGHT_PARENTHESIS && cp !== LEFT_SQUARE_BRACKET && cp !== VERTICAL_LINE) {
      this.advance();
      this.onCharacter(start, this.index, cp);
      return true;
    }
    return false;
  }
  consumeGroupSpecifier() {
    const start = this.index;
    if (this.eat(QUESTION_MARK)) {
      if (this.eatGroupName()) {
        if (!this._groupSpecifiers.hasInScope(this._lastStrValue)) {
          this._groupSpecifiers.addToScope(this._lastStrValue);
          return true;
        }
        this.raise("Duplicate capture group name");
      }
      this.rewind(start);
    }
    return false;
  }
  consumeAtomEscape() {
    if (this.consumeBackreference() || this.consumeCharacterClassEscape() || this.consumeCharacterEscape() || this._nFlag && this.consumeKGroupName()) {
      return true;
    }
    if (this.strict || this._unicodeMode) {
      this.raise("Invalid escape");
    }
    return false;
  }
  consumeBackreference() {
    const start = this.index;
    if (this.eatDecimalEscape()) {
      const n = this._lastIntValue;
      if (n <= this._numCapturingParens) {
        this.onBackreference(start - 1, this.index, n);
        return true;
      }
      if (this.strict || this._unicodeMode) {
        this.raise("Invalid escape");
      }
      this.rewind(start);
    }
    return false;
  }
  consumeCharacterClassEscape() {
    var _a;
    const start = this.index;
    if (this.eat(LATIN_SMALL_LETTER_D)) {
      this._lastIntValue = -1;
      this.onEscapeCharacterSet(start - 1, this.index, "digit", false);
      return {};
    }
    if (this.eat(LATIN_CAPITAL_LETTER_D)) {
      this._lastIntValue = -1;
      this.onEscapeCharacterSet(start - 1, this.index, "digit", true);
      return {};
    }
    if (this.eat(LATIN_SMALL_LETTER_S)) {
      this._lastIntValue = -1;
      this.onEscapeCharacterSet(start - 1, this.index, "space", false);
      return {};
    }
    if (this.eat(LATIN_CAPITAL_LETTER_S)) {
      this._lastIntValue = -1;
      this.onEscapeCharacterSet(start - 1, this.index, "space", true);
      return {};
    }
    if (this.eat(LATIN_SMALL_LETTER_W)) {
      this._lastIntValue = -1;
      this.onEscapeCharacterSet(start - 1, this.index, "word", false);
      return {};
    }
    if (this.eat(LATIN_CAPITAL_LETTER_W)) {
      this._lastIntValue = -1;
      this.onEscapeCharacterSet(start - 1, this.index, "word", true);
      return {};
    }
    let negate = false;
    if (this._unicodeMode && this.ecmaVersion >= 2018 && (this.eat(LATIN_SMALL_LETTER_P) || (negate = this.eat(LATIN_CAPITAL_LETTER_P)))) {
      this._lastIntValue = -1;
      let result = null;
      if (this.eat(LEFT_CURLY_BRACKET) && (result = this.eatUnicodePropertyValueExpression()) && this.eat(RIGHT_CURLY_BRACKET)) {
        if (negate && result.strings) {
          this.raise("Invalid property name");
        }
        this.onUnicodePropertyCharacterSet(start - 1, this.index, "property", result.key, result.value, negate, (_a = result.strings) !== null && _a !== void 0 ? _a : false);
        return { mayContainStrings: result.strings };
      }
      this.raise("Invalid property name");
    }
    return null;
  }
  consumeCharacterEscape() {
    const start = this.index;
    if (this.eatControlEscape() || this.eatCControlLetter() || this.eatZero() || this.eatHexEscapeSequence() || this.eatRegExpUnicodeEscapeSequence() || !this.strict && !this._unicodeMode && this.eatLegacyOctalEscapeSequence() || this.eatIdentityEscape()) {
      this.onCharacter(start - 1, this.index, this._lastIntValue);
      return true;
    }
    return false;
  }
  consumeKGroupName() {
    const start = this.index;
    if (this.eat(LATIN_SMALL_LETTER_K)) {
      if (this.eatGroupName()) {
        const groupName = this._lastStrValue;
        this._backreferenceNames.add(groupName);
        this.onBackreference(start - 1, this.index, groupName);
        return true;
      }
      this.raise("Invalid named reference");
    }
    return false;
  }
  consumeCharacterClass() {
    const start = this.index;
    if (this.eat(LEFT_SQUARE_BRACKET)) {
      const negate = this.eat(CIRCUMFLEX_ACCENT);
      this.onCharacterClassEnter(start, negate, this._unicodeSetsMode);
      const result = this.consumeClassContents();
      if (!this.eat(RIGHT_SQUARE_BRACKET)) {
        if (this.currentCodePoint === -1) {
          this.raise("Unterminated character class");
        }
        this.raise("Invalid character in character class");
      }
      if (negate && result.mayContainStrings) {
        this.raise("Negated character class may contain strings");
      }
      this.onCharacterClassLeave(start, this.index, negate);
      return result;
    }
    return null;
  }
  consumeClassContents() {
    if (this._unicodeSetsMode) {
      if (this.currentCodePoint === RIGHT_SQUARE_BRACKET) {
        return {};
      }
      const result = this.consumeClassSetExpression();
      return result;
    }
    const strict = this.strict || this._unicodeMode;
    for (; ; ) {
      const rangeStart = this.index;
      if (!this.consumeClassAtom()) {
        break;
      }
      const min = this._lastIntValue;
      if (!this.eat(HYPHEN_MINUS)) {
        continue;
      }
      this.onCharacter(this.index - 1, this.index, HYPHEN_MINUS);
      if (!this.consumeClassAtom()) {
        break;
      }
      const max = this._lastIntValue;
      if (min === -1 || max === -1) {
        if (strict) {
          this.raise("Invalid character class");
        }
        continue;
      }
      if (min > max) {
        this.raise("Range out of order in character class");
      }
      this.onCharacterClassRange(rangeStart, this.index, min, max);
    }
    return {};
  }
  consumeClassAtom() {
    const start = this.index;
    const cp = this.currentCodePoint;
    if (cp !== -1 && cp !== REVERSE_SOLIDUS && cp !== RIGHT_SQUARE_BRACKET) {
      this.advance();
      this._lastIntValue = cp;
      this.onCharacter(start, this.index, this._lastIntValue);
      return true;
    }
    if (this.eat(REVERSE_SOLIDUS)) {
      if (this.consumeClassEscape()) {
        return true;
      }
      if (!this.strict && this.currentCodePoint === LATIN_SMALL_LETTER_C) {
        this._lastIntValue = REVERSE_SOLIDUS;
        this.onCharacter(start, this.index, this._lastIntValue);
        return true;
      }
      if (this.strict || this._unicodeMode) {
        this.raise("Invalid escape");
      }
      this.rewind(start);
    }
    return false;
  }
  consumeClassEscape() {
    const start = this.index;
    if (this.eat(LATIN_SMALL_LETTER_B)) {
      this._lastIntValue = BACKSPACE;
      this.onCharacter(start - 1, this.index, this._lastIntValue);
      return true;
    }
    if (this._unicodeMode && this.eat(HYPHEN_MINUS)) {
      this._lastIntValue = HYPHEN_MINUS;
      this.onCharacter(start - 1, this.index, this._lastIntValue);
      return true;
    }
    let cp = 0;
    if (!this.strict && !this._unicodeMode && this.currentCodePoint === LATIN_SMALL_LETTER_C && (isDecimalDigit(cp = this.nextCodePoint) || cp === LOW_LINE)) {
      this.advance();
      this.advance();
      this._lastIntValue = cp % 32;
      this.onCharacter(start - 1, this.index, this._lastIntValue);
      return true;
    }
    return Boolean(this.consumeCharacterClassEscape()) || this.consumeCharacterEscape();
  }
  consumeClassSetExpression() {
    const start = this.index;
    let mayContainStrings = false;
    let result = null;
    if (this.consumeClassSetCharacter()) {
      if (this.consumeClassSetRangeFromOperator(start)) {
        this.consumeClassUnionRight({});
        return {};
      }
      mayContainStrings = false;
    } else if (result = this.consumeClassSetOperand()) {
      mayContainStrings = result.mayContainStrings;
    } else {
      const cp = this.currentCodePoint;
      if (cp === REVERSE_SOLIDUS) {
        this.advance();
        this.raise("Invalid escape");
      }
      if (cp === this.nextCodePoint && isClassSetReservedDoublePunctuatorCharacter(cp)) {
        this.raise("Invalid set operation in character class");
      }
      this.raise("Invalid character in character class");
    }
    if (this.eat2(AMPERSAND, AMPERSAND)) {
      while (this.currentCodePoint !== AMPERSAND && (result = this.consumeClassSetOperand())) {
        this.onClassIntersection(start, this.index);
        if (!result.mayContainStrings) {
          mayContainStrings = false;
        }
        if (this.eat2(AMPERSAND, AMPERSAND)) {
          continue;
        }
        return { mayContainStrings };
      }
      this.raise("Invalid character in character class");
    }
    if (this.eat2(HYPHEN_MINUS, HYPHEN_MINUS)) {
      while (this.consumeClassSetOperand()) {
        this.onClassSubtraction(start, this.index);
        if (this.eat2(HYPHEN_MINUS, HYPHEN_MINUS)) {
          continue;
        }
        return { mayContainStrings };
      }
      this.raise("Invalid character in character class");
    }
    return this.consumeClassUnionRight({ mayContainStrings });
  }
  consumeClassUnionRight(leftResult) {
    let mayContainStrings = leftResult.mayContainStrings;
    for (; ; ) {
      const start = this.index;
      if (this.consumeClassSetCharacter()) {
        this.consumeClassSetRangeFromOperator(start);
        continue;
      }
      const result = this.consumeClassSetOperand();
      if (result) {
        if (result.mayContainStrings) {
          mayContainStrings = true;
        }
        continue;
      }
      break;
    }
    return { mayContainStrings };
  }
  consumeClassSetRangeFromOperator(start) {
    const currentStart = this.index;
    const min = this._lastIntValue;
    if (this.eat(HYPHEN_MINUS)) {
      if (this.consumeClassSetCharacter()) {
        const max = this._lastIntValue;
        if (min === -1 || max === -1) {
          this.raise("Invalid character class");
        }
        if (min > max) {
          this.raise("Range out of order in character class");
        }
        this.onCharacterClassRange(start, this.index, min, max);
        return true;
      }
      this.rewind(currentStart);
    }
    return false;
  }
  consumeClassSetOperand() {
    let result = null;
    if (result = this.consumeNestedClass()) {
      return result;
    }
    if (result = this.consumeClassStringDisjunction()) {
      return result;
    }
    if (this.consumeClassSetCharacter()) {
      return {};
    }
    return null;
  }
  consumeNestedClass() {
    const start = this.index;
    if (this.eat(LEFT_SQUARE_BRACKET)) {
      const negate = this.eat(CIRCUMFLEX_ACCENT);
      this.onCharacterClassEnter(start, negate, true);
      const result = this.consumeClassContents();
      if (!this.eat(RIGHT_SQUARE_BRACKET)) {
        this.raise("Unterminated character class");
      }
      if (negate && result.mayContainStrings) {
        this.raise("Negated character class may contain strings");
      }
      this.onCharacterClassLeave(start, this.index, negate);
      return result;
    }
    if (this.eat(REVERSE_SOLIDUS)) {
      const result = this.consumeCharacterClassEscape();
      if (result) {
        return result;
      }
      this.rewind(start);
    }
    return null;
  }
  consumeClassStringDisjunction() {
    const start = this.index;
    if (this.eat3(REVERSE_SOLIDUS, LATIN_SMALL_LETTER_Q, LEFT_CURLY_BRACKET)) {
      this.onClassStringDisjunctionEnter(start);
      let i = 0;
      let mayContainStrings = false;
      do {
        if (this.consumeClassString(i++).mayContainStrings) {
          mayContainStrings = true;
        }
      } while (this.eat(VERTICAL_LINE));
      if (this.eat(RIGHT_CURLY_BRACKET)) {
        this.onClassStringDisjunctionLeave(start, this.index);
        return { mayContainStrings };
      }
      this.raise("Unterminated class string disjunction");
    }
    return null;
  }
  consumeClassString(i) {
    const start = this.index;
    let count2 = 0;
    this.onStringAlternativeEnter(start, i);
    while (this.currentCodePoint !== -1 && this.consumeClassSetCharacter()) {
      count2++;
    }
    this.onStringAlternativeLeave(start, this.index, i);
    return { mayContainStrings: count2 !== 1 };
  }
  consumeClassSetCharacter() {
    const start = this.index;
    const cp = this.currentCodePoint;
    if (cp !== this.nextCodePoint || !isClassSetReservedDoublePunctuatorCharacter(cp)) {
      if (cp !== -1 && !isClassSetSyntaxCharacter(cp)) {
        this._lastIntValue = cp;
        this.advance();
        this.onCharacter(start, this.index, this._lastIntValue);
        return true;
      }
    }
    if (this.eat(REVERSE_SOLIDUS)) {
      if (this.consumeCharacterEscape()) {
        return true;
      }
      if (isClassSetReservedPunctuator(this.currentCodePoint)) {
        this._lastIntValue = this.currentCodePoint;
        this.advance();
        this.onCharacter(start, this.index, this._lastIntValue);
        return true;
      }
      if (this.eat(LATIN_SMALL_LETTER_B)) {
        this._lastIntValue = BACKSPACE;
        this.onCharacter(start, this.index, this._lastIntValue);
        return true;
      }
      this.rewind(start);
    }
    return false;
  }
  eatGroupName() {
    if (this.eat(LESS_THAN_SIGN)) {
      if (this.eatRegExpIdentifierName() && this.eat(GREATER_THAN_SIGN)) {
        return true;
      }
      this.raise("Invalid capture group name");
    }
    return false;
  }
  eatRegExpIdentifierName() {
    if (this.eatRegExpIdentifierStart()) {
      this._lastStrValue = String.fromCodePoint(this._lastIntValue);
      while (this.eatRegExpIdentifierPart()) {
        this._lastStrValue += String.fromCodePoint(this._lastIntValue);
      }
      return true;
    }
    return false;
  }
  eatRegExpIdentifierStart() {
    const start = this.index;
    const forceUFlag = !this._unicodeMode && this.ecmaVersion >= 2020;
    let cp = this.currentCodePoint;
    this.advance();
    if (cp === REVERSE_SOLIDUS && this.eatRegExpUnicodeEscapeSequence(forceUFlag)) {
      cp = this._lastIntValue;
    } else if (forceUFlag && isLeadSurrogate(cp) && isTrailSurrogate(this.currentCodePoint)) {
      cp = combineSurrogatePair(cp, this.currentCodePoint);
      this.advance();
    }
    if (isIdentifierStartChar(cp)) {
      this._lastIntValue = cp;
      return true;
    }
    if (this.index !== start) {
      this.rewind(start);
    }
    return false;
  }
  eatRegExpIdentifierPart() {
    const start = this.index;
    const forceUFlag = !this._unicodeMode && this.ecmaVersion >= 2020;
    let cp = this.currentCodePoint;
    this.advance();
    if (cp === REVERSE_SOLIDUS && this.eatRegExpUnicodeEscapeSequence(forceUFlag)) {
      cp = this._lastIntValue;
    } else if (forceUFlag && isLeadSurrogate(cp) && isTrailSurrogate(this.currentCodePoint)) {
      cp = combineSurrogatePair(cp, this.currentCodePoint);
      this.advance();
    }
    if (isIdentifierPartChar(cp)) {
      this._lastIntValue = cp;
      return true;
    }
    if (this.index !== start) {
      this.rewind(start);
    }
    return false;
  }
  eatCControlLetter() {
    const start = this.index;
    if (this.eat(LATIN_SMALL_LETTER_C)) {
      if (this.eatControlLetter()) {
        return true;
      }
      this.rewind(start);
    }
    return false;
  }
  eatZero() {
    if (this.currentCodePoint === DIGIT_ZERO && !isDecimalDigit(this.nextCodePoint)) {
      this._lastIntValue = 0;
      this.advance();
      return true;
    }
    return false;
  }
  eatControlEscape() {
    if (this.eat(LATIN_SMALL_LETTER_F)) {
      this._lastIntValue = FORM_FEED;
      return true;
    }
    if (this.eat(LATIN_SMALL_LETTER_N)) {
      this._lastIntValue = LINE_FEED;
      return true;
    }
    if (this.eat(LATIN_SMALL_LETTER_R)) {
      this._lastIntValue = CARRIAGE_RETURN;
      return true;
    }
    if (this.eat(LATIN_SMALL_LETTER_T)) {
      this._lastIntValue = CHARACTER_TABULATION;
      return true;
    }
    if (this.eat(LATIN_SMALL_LETTER_V)) {
      this._lastIntValue = LINE_TABULATION;
      return true;
    }
    return false;
  }
  eatControlLetter() {
    const cp = this.currentCodePoint;
    if (isLatinLetter(cp)) {
      this.advance();
      this._lastIntValue = cp % 32;
      return true;
    }
    return false;
  }
  eatRegExpUnicodeEscapeSequence(forceUFlag = false) {
    const start = this.index;
    const uFlag = forceUFlag || this._unicodeMode;
    if (this.eat(LATIN_SMALL_LETTER_U)) {
      if (uFlag && this.eatRegExpUnicodeSurrogatePairEscape() || this.eatFixedHexDigits(4) || uFlag && this.eatRegExpUnicodeCodePointEscape()) {
        return true;
      }
      if (this.strict || uFlag) {
        this.raise("Invalid unicode escape");
      }
      this.rewind(start);
    }
    return false;
  }
  eatRegExpUnicodeSurrogatePairEscape() {
    const start = this.index;
    if (this.eatFixedHexDigits(4)) {
      const lead = this._lastIntValue;
      if (isLeadSurrogate(lead) && this.eat(REVERSE_SOLIDUS) && this.eat(LATIN_SMALL_LETTER_U) && this.eatFixedHexDigits(4)) {
        const trail = this._lastIntValue;
        if (isTrailSurrogate(trail)) {
          this._lastIntValue = combineSurrogatePair(lead, trail);
          return true;
        }
      }
      this.rewind(start);
    }
    return false;
  }
  eatRegExpUnicodeCodePointEscape() {
    const start = this.index;
    if (this.eat(LEFT_CURLY_BRACKET) && this.eatHexDigits() && this.eat(RIGHT_CURLY_BRACKET) && isValidUnicode(this._lastIntValue)) {
      return true;
    }
    this.rewind(start);
    return false;
  }
  eatIdentityEscape() {
    const cp = this.currentCodePoint;
    if (this.isValidIdentityEscape(cp)) {
      this._lastIntValue = cp;
      this.advance();
      return true;
    }
    return false;
  }
  isValidIdentityEscape(cp) {
    if (cp === -1) {
      return false;
    }
    if (this._unicodeMode) {
      return isSyntaxCharacter(cp) || cp === SOLIDUS;
    }
    if (this.strict) {
      return !isIdContinue(cp);
    }
    if (this._nFlag) {
      return !(cp === LATIN_SMALL_LETTER_C || cp === LATIN_SMALL_LETTER_K);
    }
    return cp !== LATIN_SMALL_LETTER_C;
  }
  eatDecimalEscape() {
    this._lastIntValue = 0;
    let cp = this.currentCodePoint;
    if (cp >= DIGIT_ONE && cp <= DIGIT_NINE) {
      do {
        this._lastIntValue = 10 * this._lastIntValue + (cp - DIGIT_ZERO);
        this.advance();
      } while ((cp = this.currentCodePoint) >= DIGIT_ZERO && cp <= DIGIT_NINE);
      return true;
    }
    return false;
  }
  eatUnicodePropertyValueExpression() {
    const start = this.index;
    if (this.eatUnicodePropertyName() && this.eat(EQUALS_SIGN)) {
      const key = this._lastStrValue;
      if (this.eatUnicodePropertyValue()) {
        const value = this._lastStrValue;
        if (isValidUnicodeProperty(this.ecmaVersion, key, value)) {
          return {
            key,
            value: value || null
          };
        }
        this.raise("Invalid property name");
      }
    }
    this.rewind(start);
    if (this.eatLoneUnicodePropertyNameOrValue()) {
      const nameOrValue = this._lastStrValue;
      if (isValidUnicodeProperty(this.ecmaVersion, "General_Category", nameOrValue)) {
        return {
          key: "General_Category",
          value: nameOrValue || null
        };
      }
      if (isValidLoneUnicodeProperty(this.ecmaVersion, nameOrValue)) {
        return {
          key: nameOrValue,
          value: null
        };
      }
      if (this._unicodeSetsMode && isValidLoneUnicodePropertyOfString(this.ecmaVersion, nameOrValue)) {
        return {
          key: nameOrValue,
          value: null,
          strings: true
        };
      }
      this.raise("Invalid property name");
    }
    return null;
  }
  eatUnicodePropertyName() {
    this._lastStrValue = "";
    while (isUnicodePropertyNameCharacter(this.currentCodePoint)) {
      this._lastStrValue += String.fromCodePoint(this.currentCodePoint);
      this.advance();
    }
    return this._lastStrValue !== "";
  }
  eatUnicodePropertyValue() {
    this._lastStrValue = "";
    while (isUnicodePropertyValueCharacter(this.currentCodePoint)) {
      this._lastStrValue += String.fromCodePoint(this.currentCodePoint);
      this.advance();
    }
    return this._lastStrValue !== "";
  }
  eatLoneUnicodePropertyNameOrValue() {
    return this.eatUnicodePropertyValue();
  }
  eatHexEscapeSequence() {
    const start = this.index;
    if (this.eat(LATIN_SMALL_LETTER_X)) {
      if (this.eatFixedHexDigits(2)) {
        return true;
      }
      if (this._unicodeMode || this.strict) {
        this.raise("Invalid escape");
      }
      this.rewind(start);
    }
    return false;
  }
  eatDecimalDigits() {
    const start = this.index;
    this._lastIntValue = 0;
    while (isDecimalDigit(this.currentCodePoint)) {
      this._lastIntValue = 10 * this._lastIntValue + digitToInt(this.currentCodePoint);
      this.advance();
    }
    return this.index !== start;
  }
  eatHexDigits() {
    const start = this.index;
    this._lastIntValue = 0;
    while (isHexDigit(this.currentCodePoint)) {
      this._lastIntValue = 16 * this._lastIntValue + digitToInt(this.currentCodePoint);
      this.advance();
    }
    return this.index !== start;
  }
  eatLegacyOctalEscapeSequence() {
    if (this.eatOctalDigit()) {
      const n1 = this._lastIntValue;
      if (this.eatOctalDigit()) {
        const n2 = this._lastIntValue;
        if (n1 <= 3 && this.eatOctalDigit()) {
          this._lastIntValue = n1 * 64 + n2 * 8 + this._lastIntValue;
        } else {
          this._lastIntValue = n1 * 8 + n2;
        }
      } else {
        this._lastIntValue = n1;
      }
      return true;
    }
    return false;
  }
  eatOctalDigit() {
    const cp = this.currentCodePoint;
    if (isOctalDigit(cp)) {
      this.advance();
      this._lastIntValue = cp - DIGIT_ZERO;
      return true;
    }
    this._lastIntValue = 0;
    return false;
  }
  eatFixedHexDigits(length) {
    const start = this.index;
    this._lastIntValue = 0;
    for (let i = 0; i < length; ++i) {
      const cp = this.currentCodePoint;
      if (!isHexDigit(cp)) {
        this.rewind(start);
        return false;
      }
      this._lastIntValue = 16 * this._lastIntValue + digitToInt(cp);
      this.advance();
    }
    return true;
  }
  eatModifiers() {
    let ate = false;
    while (isRegularExpressionModifier(this.currentCodePoint)) {
      this.advance();
      ate = true;
    }
    return ate;
  }
  parseModifiers(start, end) {
    const { ignoreCase, multiline, dotAll } = this.parseFlags(this._reader.source, start, end);
    return { ignoreCase, multiline, dotAll };
  }
  parseFlags(source, start, end) {
    const flags = {
      global: false,
      ignoreCase: false,
      multiline: false,
      unicode: false,
      sticky: false,
      dotAll: false,
      hasIndices: false,
      unicodeSets: false
    };
    const validFlags = /* @__PURE__ */ new Set();
    validFlags.add(LATIN_SMALL_LETTER_G);
    validFlags.add(LATIN_SMALL_LETTER_I);
    validFlags.add(LATIN_SMALL_LETTER_M);
    if (this.ecmaVersion >= 2015) {
      validFlags.add(LATIN_SMALL_LETTER_U);
      validFlags.add(LATIN_SMALL_LETTER_Y);
      if (this.ecmaVersion >= 2018) {
        validFlags.add(LATIN_SMALL_LETTER_S);
        if (this.ecmaVersion >= 2022) {
          validFlags.add(LATIN_SMALL_LETTER_D);
          if (this.ecmaVersion >= 2024) {
            validFlags.add(LATIN_SMALL_LETTER_V);
          }
        }
      }
    }
    for (let i = start; i < end; ++i) {
      const flag = source.charCodeAt(i);
      if (validFlags.has(flag)) {
        const prop = FLAG_CODEPOINT_TO_PROP[flag];
        if (flags[prop]) {
          this.raise(`Duplicated flag '${source[i]}'`, {
            index: start
          });
        }
        flags[prop] = true;
      } else {
        this.raise(`Invalid flag '${source[i]}'`, { index: start });
      }
    }
    return flags;
  }
};
var DUMMY_PATTERN = {};
var DUMMY_FLAGS = {};
var DUMMY_CAPTURING_GROUP = {};
function isClassSetOperand(node) {
  return node.type === "Character" || node.type === "CharacterSet" || node.type === "CharacterClass" || node.type === "ExpressionCharacterClass" || node.type === "ClassStringDisjunction";
}
var RegExpParserState = class {
  constructor(options) {
    var _a;
    this._node = DUMMY_PATTERN;
    this._expressionBufferMap = /* @__PURE__ */ new Map();
    this._flags = DUMMY_FLAGS;
    this._backreferences = [];
    this._capturingGroups = [];
    this.source = "";
    this.strict = Boolean(options === null || options === void 0 ? void 0 : options.strict);
    this.ecmaVersion = (_a = options === null || options === void 0 ? void 0 : options.ecmaVersion) !== null && _a !== void 0 ? _a : latestEcmaVersion;
  }
  get pattern() {
    if (this._node.type !== "Pattern") {
      throw new Error("UnknownError");
    }
    return this._node;
  }
  get flags() {
    if (this._flags.type !== "Flags") {
      throw new Error("UnknownError");
    }
    return this._flags;
  }
  onRegExpFlags(start, end, { global, ignoreCase, multiline, unicode, sticky, dotAll, hasIndices, unicodeSets }) {
    this._flags = {
      type: "Flags",
      parent: null,
      start,
      end,
      raw: this.source.slice(start, end),
      global,
      ignoreCase,
      multiline,
      unicode,
      sticky,
      dotAll,
      hasIndices,
      unicodeSets
    };
  }
  onPatternEnter(start) {
    this._node = {
      type: "Pattern",
      parent: null,
      start,
      end: start,
      raw: "",
      alternatives: []
    };
    this._backreferences.length = 0;
    this._capturingGroups.length = 0;
  }
  onPatternLeave(start, end) {
    this._node.end = end;
    this._node.raw = this.source.slice(start, end);
    for (const reference of this._backreferences) {
      const ref = reference.ref;
      const groups = typeof ref === "number" ? [this._capturingGroups[ref - 1]] : this._capturingGroups.filter((g) => g.name === ref);
      if (groups.length === 1) {
        const group = groups[0];
        reference.ambiguous = false;
        reference.resolved = group;
      } else {
        reference.ambiguous = true;
        reference.resolved = groups;
      }
      for (const group of groups) {
        group.references.push(reference);
      }
    }
  }
  onAlternativeEnter(start) {
    const parent = this._node;
    if (parent.type !== "Assertion" && parent.type !== "CapturingGroup" && parent.type !== "Group" && parent.type !== "Pattern") {
      throw new Error("UnknownError");
    }
    this._node = {
      type: "Alternative",
      parent,
      start,
      end: start,
      raw: "",
      elements: []
    };
    parent.alternatives.push(this._node);
  }
  onAlternativeLeave(start, end) {
    const node = this._node;
    if (node.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    node.end = end;
    node.raw = this.source.slice(start, end);
    this._node = node.parent;
  }
  onGroupEnter(start) {
    const parent = this._node;
    if (parent.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    const group = {
      type: "Group",
      parent,
      start,
      end: start,
      raw: "",
      modifiers: null,
      alternatives: []
    };
    this._node = group;
    parent.elements.push(this._node);
  }
  onGroupLeave(start, end) {
    const node = this._node;
    if (node.type !== "Group" || node.parent.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    node.end = end;
    node.raw = this.source.slice(start, end);
    this._node = node.parent;
  }
  onModifiersEnter(start) {
    const parent = this._node;
    if (parent.type !== "Group") {
      throw new Error("UnknownError");
    }
    this._node = {
      type: "Modifiers",
      parent,
      start,
      end: start,
      raw: "",
      add: null,
      remove: null
    };
    parent.modifiers = this._node;
  }
  onModifiersLeave(start, end) {
    const node = this._node;
    if (node.type !== "Modifiers" || node.parent.type !== "Group") {
      throw new Error("UnknownError");
    }
    node.end = end;
    node.raw = this.source.slice(start, end);
    this._node = node.parent;
  }
  onAddModifiers(start, end, { ignoreCase, multiline, dotAll }) {
    const parent = this._node;
    if (parent.type !== "Modifiers") {
      throw new Error("UnknownError");
    }
    parent.add = {
      type: "ModifierFlags",
      parent,
      start,
      end,
      raw: this.source.slice(start, end),
      ignoreCase,
      multiline,
      dotAll
    };
  }
  onRemoveModifiers(start, end, { ignoreCase, multiline, dotAll }) {
    const parent = this._node;
    if (parent.type !== "Modifiers") {
      throw new Error("UnknownError");
    }
    parent.remove = {
      type: "ModifierFlags",
      parent,
      start,
      end,
      raw: this.source.slice(start, end),
      ignoreCase,
      multiline,
      dotAll
    };
  }
  onCapturingGroupEnter(start, name) {
    const parent = this._node;
    if (parent.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    this._node = {
      type: "CapturingGroup",
      parent,
      start,
      end: start,
      raw: "",
      name,
      alternatives: [],
      references: []
    };
    parent.elements.push(this._node);
    this._capturingGroups.push(this._node);
  }
  onCapturingGroupLeave(start, end) {
    const node = this._node;
    if (node.type !== "CapturingGroup" || node.parent.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    node.end = end;
    node.raw = this.source.slice(start, end);
    this._node = node.parent;
  }
  onQuantifier(start, end, min, max, greedy) {
    const parent = this._node;
    if (parent.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    const element = parent.elements.pop();
    if (element == null || element.type === "Quantifier" || element.type === "Assertion" && element.kind !== "lookahead") {
      throw new Error("UnknownError");
    }
    const node = {
      type: "Quantifier",
      parent,
      start: element.start,
      end,
      raw: this.source.slice(element.start, end),
      min,
      max,
      greedy,
      element
    };
    parent.elements.push(node);
    element.parent = node;
  }
  onLookaroundAssertionEnter(start, kind, negate) {
    const parent = this._node;
    if (parent.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    const node = this._node = {
      type: "Assertion",
      parent,
      start,
      end: start,
      raw: "",
      kind,
      negate,
      alternatives: []
    };
    parent.elements.push(node);
  }
  onLookaroundAssertionLeave(start, end) {
    const node = this._node;
    if (node.type !== "Assertion" || node.parent.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    node.end = end;
    node.raw = this.source.slice(start, end);
    this._node = node.parent;
  }
  onEdgeAssertion(start, end, kind) {
    const parent = this._node;
    if (parent.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    parent.elements.push({
      type: "Assertion",
      parent,
      start,
      end,
      raw: this.source.slice(start, end),
      kind
    });
  }
  onWordBoundaryAssertion(start, end, kind, negate) {
    const parent = this._node;
    if (parent.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    parent.elements.push({
      type: "Assertion",
      parent,
      start,
      end,
      raw: this.source.slice(start, end),
      kind,
      negate
    });
  }
  onAnyCharacterSet(start, end, kind) {
    const parent = this._node;
    if (parent.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    parent.elements.push({
      type: "CharacterSet",
      parent,
      start,
      end,
      raw: this.source.slice(start, end),
      kind
    });
  }
  onEscapeCharacterSet(start, end, kind, negate) {
    const parent = this._node;
    if (parent.type !== "Alternative" && parent.type !== "CharacterClass") {
      throw new Error("UnknownError");
    }
    parent.elements.push({
      type: "CharacterSet",
      parent,
      start,
      end,
      raw: this.source.slice(start, end),
      kind,
      negate
    });
  }
  onUnicodePropertyCharacterSet(start, end, kind, key, value, negate, strings) {
    const parent = this._node;
    if (parent.type !== "Alternative" && parent.type !== "CharacterClass") {
      throw new Error("UnknownError");
    }
    const base = {
      type: "CharacterSet",
      parent: null,
      start,
      end,
      raw: this.source.slice(start, end),
      kind,
      strings: null,
      key
    };
    if (strings) {
      if (parent.type === "CharacterClass" && !parent.unicodeSets || negate || value !== null) {
        throw new Error("UnknownError");
      }
      parent.elements.push(Object.assign(Object.assign({}, base), { parent, strings, value, negate }));
    } else {
      parent.elements.push(Object.assign(Object.assign({}, base), { parent, strings, value, negate }));
    }
  }
  onCharacter(start, end, value) {
    const parent = this._node;
    if (parent.type !== "Alternative" && parent.type !== "CharacterClass" && parent.type !== "StringAlternative") {
      throw new Error("UnknownError");
    }
    parent.elements.push({
      type: "Character",
      parent,
      start,
      end,
      raw: this.source.slice(start, end),
      value
    });
  }
  onBackreference(start, end, ref) {
    const parent = this._node;
    if (parent.type !== "Alternative") {
      throw new Error("UnknownError");
    }
    const node = {
      type: "Backreference",
      parent,
      start,
      end,
      raw: this.source.slice(start, end),
      ref,
      ambiguous: false,
      resolved: DUMMY_CAPTURING_GROUP
    };
    parent.elements.push(node);
    this._backreferences.push(node);
  }
  onCharacterClassEnter(start, negate, unicodeSets) {
    const parent = this._node;
    const base = {
      type: "CharacterClass",
      parent,
      start,
      end: start,
      raw: "",
      unicodeSets,
      negate,
      elements: []
    };
    if (parent.type === "Alternative") {
      const node = Object.assign(Object.assign({}, base), { parent });
      this._node = node;
      parent.elements.push(node);
    } else if (parent.type === "CharacterClass" && parent.unicodeSets && unicodeSets) {
      const node = Object.assign(Object.assign({}, base), {
        parent,
        unicodeSets
      });
      this._node = node;
      parent.elements.push(node);
    } else {
      throw new Error("UnknownError");
    }
  }
  onCharacterClassLeave(start, end) {
    const node = this._node;
    if (node.type !== "CharacterClass" || node.parent.type !== "Alternative" && node.parent.type !== "CharacterClass") {
      throw new Error("UnknownError");
    }
    const parent = node.parent;
    node.end = end;
    node.raw = this.source.slice(start, end);
    this._node = parent;
    const expression = this._expressionBufferMap.get(node);
    if (!expression) {
      return;
    }
    if (node.elements.length > 0) {
      throw new Error("UnknownError");
    }
    this._expressionBufferMap.delete(node);
    const newNode = {
      type: "ExpressionCharacterClass",
      parent,
      start: node.start,
      end: node.end,
      raw: node.raw,
      negate: node.negate,
      expression
    };
    expression.parent = newNode;
    if (node !== parent.elements.pop()) {
      throw new Error("UnknownError");
    }
    parent.elements.push(newNode);
  }
  onCharacterClassRange(start, end) {
    const parent = this._node;
    if (parent.type !== "CharacterClass") {
      throw new Error("UnknownError");
    }
    const elements = parent.elements;
    const max = elements.pop();
    if (!max || max.type !== "Character") {
      throw new Error("UnknownError");
    }
    if (!parent.unicodeSets) {
      const hyphen = elements.pop();
      if (!hyphen || hyphen.type !== "Character" || hyphen.value !== HYPHEN_MINUS) {
        throw new Error("UnknownError");
      }
    }
    const min = elements.pop();
    if (!min || min.type !== "Character") {
      throw new Error("UnknownError");
    }
    const node = {
      type: "CharacterClassRange",
      parent,
      start,
      end,
      raw: this.source.slice(start, end),
      min,
      max
    };
    min.parent = node;
    max.parent = node;
    elements.push(node);
  }
  onClassIntersection(start, end) {
    var _a;
    const parent = this._node;
    if (parent.type !== "CharacterClass" || !parent.unicodeSets) {
      throw new Error("UnknownError");
    }
    const right = parent.elements.pop();
    const left = (_a = this._expressionBufferMap.get(parent)) !== null && _a !== void 0 ? _a : parent.elements.pop();
    if (!left || !right || left.type === "ClassSubtraction" || left.type !== "ClassIntersection" && !isClassSetOperand(left) || !isClassSetOperand(right)) {
      throw new Error("UnknownError");
    }
    const node = {
      type: "ClassIntersection",
      parent,
      start,
      end,
      raw: this.source.slice(start, end),
      left,
      right
    };
    left.parent = node;
    right.parent = node;
    this._expressionBufferMap.set(parent, node);
  }
  onClassSubtraction(start, end) {
    var _a;
    const parent = this._node;
    if (parent.type !== "CharacterClass" || !parent.unicodeSets) {
      throw new Error("UnknownError");
    }
    const right = parent.elements.pop();
    const left = (_a = this._expressionBufferMap.get(parent)) !== null && _a !== void 0 ? _a : parent.elements.pop();
    if (!left || !right || left.type === "ClassIntersection" || left.type !== "ClassSubtraction" && !isClassSetOperand(left) || !isClassSetOperand(right)) {
      throw new Error("UnknownError");
    }
    const node = {
      type: "ClassSubtraction",
      parent,
      start,
      end,
      raw: this.source.slice(start, end),
      left,
      right
    };
    left.parent = node;
    right.parent = node;
    this._expressionBufferMap.set(parent, node);
  }
  onClassStringDisjunctionEnter(start) {
    const parent = this._node;
    if (parent.type !== "CharacterClass" || !parent.unicodeSets) {
      throw new Error("UnknownError");
    }
    this._node = {
      type: "ClassStringDisjunction",
      parent,
      start,
      end: start,
      raw: "",
      alternatives: []
    };
    parent.elements.push(this._node);
  }
  onClassStringDisjunctionLeave(start, end) {
    const node = this._node;
    if (node.type !== "ClassStringDisjunction" || node.parent.type !== "CharacterClass") {
      throw new Error("UnknownError");
    }
    node.end = end;
    node.raw = this.source.slice(start, end);
    this._node = node.parent;
  }
  onStringAlternativeEnter(start) {
    const parent = this._node;
    if (parent.type !== "ClassStringDisjunction") {
      throw new Error("UnknownError");
    }
    this._node = {
      type: "StringAlternative",
      parent,
      start,
      end: start,
      raw: "",
      elements: []
    };
    parent.alternatives.push(this._node);
  }
  onStringAlternativeLeave(start, end) {
    const node = this._node;
    if (node.type !== "StringAlternative") {
      throw new Error("UnknownError");
    }
    node.end = end;
    node.raw = this.source.slice(start, end);
    this._node = node.parent;
  }
};
var RegExpParser = class {
  constructor(options) {
    this._state = new RegExpParserState(options);
    this._validator = new RegExpValidator(this._state);
  }
  parseLiteral(source, start = 0, end = source.length) {
    this._state.source = source;
    this._validator.validateLiteral(source, start, end);
    const pattern2 = this._state.pattern;
    const flags = this._state.flags;
    const literal2 = {
      type: "RegExpLiteral",
      parent: null,
      start,
      end,
      raw: source,
      pattern: pattern2,
      flags
    };
    pattern2.parent = literal2;
    flags.parent = literal2;
    return literal2;
  }
  parseFlags(source, start = 0, end = source.length) {
    this._state.source = source;
    this._validator.validateFlags(source, start, end);
    return this._state.flags;
  }
  parsePattern(source, start = 0, end = source.length, uFlagOrFlags = void 0) {
    this._state.source = source;
    this._validator.validatePattern(source, start, end, uFlagOrFlags);
    return this._state.pattern;
  }
};
var RegExpVisitor = class {
  constructor(handlers) {
    this._handlers = handlers;
  }
  visit(node) {
    switch (node.type) {
      case "Alternative":
        this.visitAlternative(node);
        break;
      case "Assertion":
        this.visitAssertion(node);
        break;
      case "Backreference":
        this.visitBackreference(node);
        break;
      case "CapturingGroup":
        this.visitCapturingGroup(node);
        break;
      case "Character":
        this.visitCharacter(node);
        break;
      case "CharacterClass":
        this.visitCharacterClass(node);
        break;
      case "CharacterClassRange":
        this.visitCharacterClassRange(node);
        break;
      case "CharacterSet":
        this.visitCharacterSet(node);
        break;
      case "ClassIntersection":
        this.visitClassIntersection(node);
        break;
      case "ClassStringDisjunction":
        this.visitClassStringDisjunction(node);
        break;
      case "ClassSubtraction":
        this.visitClassSubtraction(node);
        break;
      case "ExpressionCharacterClass":
        this.visitExpressionCharacterClass(node);
        break;
      case "Flags":
        this.visitFlags(node);
        break;
      case "Group":
        this.visitGroup(node);
        break;
      case "Modifiers":
        this.visitModifiers(node);
        break;
      case "ModifierFlags":
        this.visitModifierFlags(node);
        break;
      case "Pattern":
        this.visitPattern(node);
        break;
      case "Quantifier":
        this.visitQuantifier(node);
        break;
      case "RegExpLiteral":
        this.visitRegExpLiteral(node);
        break;
      case "StringAlternative":
        this.visitStringAlternative(node);
        break;
      default:
        throw new Error(`Unknown type: ${node.type}`);
    }
  }
  visitAlternative(node) {
    if (this._handlers.onAlternativeEnter) {
      this._handlers.onAlternativeEnter(node);
    }
    node.elements.forEach(this.visit, this);
    if (this._handlers.onAlternativeLeave) {
      this._handlers.onAlternativeLeave(node);
    }
  }
  visitAssertion(node) {
    if (this._handlers.onAssertionEnter) {
      this._handlers.onAssertionEnter(node);
    }
    if (node.kind === "lookahead" || node.kind === "lookbehind") {
      node.alternatives.forEach(this.visit, this);
    }
    if (this._handlers.onAssertionLeave) {
      this._handlers.onAssertionLeave(node);
    }
  }
  visitBackreference(node) {
    if (this._handlers.onBackreferenceEnter) {
      this._handlers.onBackreferenceEnter(node);
    }
    if (this._handlers.onBackreferenceLeave) {
      this._handlers.onBackreferenceLeave(node);
    }
  }
  visitCapturingGroup(node) {
    if (this._handlers.onCapturingGroupEnter) {
      this._handlers.onCapturingGroupEnter(node);
    }
    node.alternatives.forEach(this.visit, this);
    if (this._handlers.onCapturingGroupLeave) {
      this._handlers.onCapturingGroupLeave(node);
    }
  }
  visitCharacter(node) {
    if (this._handlers.onCharacterEnter) {
      this._handlers.onCharacterEnter(node);
    }
    if (this._handlers.onCharacterLeave) {
      this._handlers.onCharacterLeave(node);
    }
  }
  visitCharacterClass(node) {
    if (this._handlers.onCharacterClassEnter) {
      this._handlers.onCharacterClassEnter(node);
    }
    node.elements.forEach(this.visit, this);
    if (this._handlers.onCharacterClassLeave) {
      this._handlers.onCharacterClassLeave(node);
    }
  }
  visitCharacterClassRange(node) {
    if (this._handlers.onCharacterClassRangeEnter) {
      this._handlers.onCharacterClassRangeEnter(node);
    }
    this.visitCharacter(node.min);
    this.visitCharacter(node.max);
    if (this._handlers.onCharacterClassRangeLeave) {
      this._handlers.onCharacterClassRangeLeave(node);
    }
  }
  visitCharacterSet(node) {
    if (this._handlers.onCharacterSetEnter) {
      this._handlers.onCharacterSetEnter(node);
    }
    if (this._handlers.onCharacterSetLeave) {
      this._handlers.onCharacterSetLeave(node);
    }
  }
  visitClassIntersection(node) {
    if (this._handlers.onClassIntersectionEnter) {
      this._handlers.onClassIntersectionEnter(node);
    }
    this.visit(node.left);
    this.visit(node.right);
    if (this._handlers.onClassIntersectionLeave) {
      this._handlers.onClassIntersectionLeave(node);
    }
  }
  visitClassStringDisjunction(node) {
    if (this._handlers.onClassStringDisjunctionEnter) {
      this._handlers.onClassStringDisjunctionEnter(node);
    }
    node.alternatives.forEach(this.visit, this);
    if (this._handlers.onClassStringDisjunctionLeave) {
      this._handlers.onClassStringDisjunctionLeave(node);
    }
  }
  visitClassSubtraction(node) {
    if (this._handlers.onClassSubtractionEnter) {
      this._handlers.onClassSubtractionEnter(node);
    }
    this.visit(node.left);
    this.visit(node.right);
    if (this._handlers.onClassSubtractionLeave) {
      this._handlers.onClassSubtractionLeave(node);
    }
  }
  visitExpressionCharacterClass(node) {
    if (this._handlers.onExpressionCharacterClassEnter) {
      this._handlers.onExpressionCharacterClassEnter(node);
    }
    this.visit(node.expression);
    if (this._handlers.onExpressionCharacterClassLeave) {
      this._handlers.onExpressionCharacterClassLeave(node);
    }
  }
  visitFlags(node) {
    if (this._handlers.onFlagsEnter) {
      this._handlers.onFlagsEnter(node);
    }
    if (this._handlers.onFlagsLeave) {
      this._handlers.onFlagsLeave(node);
    }
  }
  visitGroup(node) {
    if (this._handlers.onGroupEnter) {
      this._handlers.onGroupEnter(node);
    }
    if (node.modifiers) {
      this.visit(node.modifiers);
    }
    node.alternatives.forEach(this.visit, this);
    if (this._handlers.onGroupLeave) {
      this._handlers.onGroupLeave(node);
    }
  }
  visitModifiers(node) {
    if (this._handlers.onModifiersEnter) {
      this._handlers.onModifiersEnter(node);
    }
    if (node.add) {
      this.visit(node.add);
    }
    if (node.remove) {
      this.visit(node.remove);
    }
    if (this._handlers.onModifiersLeave) {
      this._handlers.onModifiersLeave(node);
    }
  }
  visitModifierFlags(node) {
    if (this._handlers.onModifierFlagsEnter) {
      this._handlers.onModifierFlagsEnter(node);
    }
    if (this._handlers.onModifierFlagsLeave) {
      this._handlers.onModifierFlagsLeave(node);
    }
  }
  visitPattern(node) {
    if (this._handlers.onPatternEnter) {
      this._handlers.onPatternEnter(node);
    }
    node.alternatives.forEach(this.visit, this);
    if (this._handlers.onPatternLeave) {
      this._handlers.onPatternLeave(node);
    }
  }
  visitQuantifier(node) {
    if (this._handlers.onQuantifierEnter) {
      this._handlers.onQuantifierEnter(node);
    }
    this.visit(node.element);
    if (this._handlers.onQuantifierLeave) {
      this._handlers.onQuantifierLeave(node);
    }
  }
  visitRegExpLiteral(node) {
    if (this._handlers.onRegExpLiteralEnter) {
      this._handlers.onRegExpLiteralEnter(node);
    }
    this.visitPattern(node.pattern);
    this.visitFlags(node.flags);
    if (this._handlers.onRegExpLiteralLeave) {
      this._handlers.onRegExpLiteralLeave(node);
    }
  }
  visitStringAlternative(node) {
    if (this._handlers.onStringAlternativeEnter) {
      this._handlers.onStringAlternativeEnter(node);
    }
    node.elements.forEach(this.visit, this);
    if (this._handlers.onStringAlternativeLeave) {
      this._handlers.onStringAlternativeLeave(node);
    }
  }
};
function visitRegExpAST(node, handlers) {
  new RegExpVisitor(handlers).visit(node);
}

// src/console/regexp.ts
import { readFileSync } from "node:fs";
import v8 from "node:v8";
import vm from "node:vm";

// src/console/unicode.ts
var LAST_BMP = 65535;
var LAST = 1114111;
var FIRST_SURROGATE = 55296;
var LAST_SURROGATE = 57343;
function withoutUnicode(source, flags, syntax) {
  const unicode = { unicode: flags.includes("u"), unicodeSets: flags.includes("v") };
  const ast = new RegExpParser(syntax).parsePattern(source, 0, source.length, unicode);
  return spellAlternatives(ast.alternatives, flags.replace(/[gm]/g, ""));
}
function spellAlternatives(alternatives, flags) {
  return joined(
    alternatives.map(
      ({ elements }) => joined(
        elements.map((element) => spell(element, flags)),
        ""
      )
    ),
    "|"
  );
}
function spell(node, flags) {
  switch (node.type) {
    case "Group":
    case "CapturingGroup": {
      const inner = spellAlternatives(node.alternatives, flags);
      const name = node.type === "Group" ? "?:" : node.name === null ? "" : `?<${node.name}>`;
      return inner === void 0 ? void 0 : `(${name}${inner})`;
    }
    case "Quantifier": {
      const element = spell(node.element, flags);
      return element === void 0 ? void 0 : `(?:${element})${node.raw.slice(node.element.raw.length)}`;
    }
    case "Assertion": {
      const isEdge = node.kind === "start" || node.kind === "end";
      return isEdge || node.kind === "word" && !flags.includes("i") ? node.raw : void 0;
    }
    case "Backreference":
      return void 0;
    case "Character":
      return flags.includes("i") ? spellSet(node.raw, flags) : spellCharacter(node.value);
    default:
      return matchesStrings(node) ? void 0 : spellSet(node.raw, flags);
  }
}
function spellCharacter(value) {
  if (value >= FIRST_SURROGATE && value <= LAST_SURROGATE) return void 0;
  return value <= LAST_BMP ? unit(value) : `(?:${spellPairs([value, value])})`;
}
function matchesStrings(node) {
  let found = false;
  visitRegExpAST(node, {
    onClassStringDisjunctionEnter() {
      found = true;
    },
    onCharacterSetEnter(set) {
      found ||= set.kind === "property" && set.strings;
    }
  });
  return found;
}
function spellSet(raw, flags) {
  const ranges = rangesOf(raw, flags);
  const bmp = ranges.filter(([first]) => first <= LAST_BMP).map(([first, last]) => `${unit(first)}-${unit(Math.min(last, LAST_BMP))}`);
  const pairs = ranges.filter(([, last]) => last > LAST_BMP).map(([first, last]) => spellPairs([Math.max(first, LAST_BMP + 1), last]));
  const units = `[${bmp.join("")}]`;
  return pairs.length === 0 ? units : `(?:${[units, ...pairs].join("|")})`;
}
function spellPairs([first, last]) {
  const [high, low] = surrogates(first);
  const [lastHigh, lastLow] = surrogates(last);
  if (high === lastHigh) return `${unit(high)}[${unit(low)}-${unit(lastLow)}]`;
  const between = high + 1 < lastHigh ? [`[${unit(high + 1)}-${unit(lastHigh - 1)}][\\udc00-\\udfff]`] : [];
  return [
    `${unit(high)}[${unit(low)}-\\udfff]`,
    ...between,
    `${unit(lastHigh)}[\\udc00-${unit(lastLow)}]`
  ].join("|");
}
function surrogates(value) {
  const offset = value - (LAST_BMP + 1);
  return [FIRST_SURROGATE + (offset >> 10), 56320 + (offset & 1023)];
}
function unit(value) {
  return `\\u${value.toString(16).padStart(4, "0")}`;
}
var known = /* @__PURE__ */ new Map();
var BLOCK = 2048;
function rangesOf(raw, flags) {
  const key = `${flags} ${raw}`;
  const found = known.get(key) ?? findRanges(new RegExp(`(?:${raw})+`, `g${flags}`));
  known.set(key, found);
  return found;
}
function findRanges(run2) {
  const ranges = [];
  for (let start = 0; start <= LAST; start += BLOCK) {
    if (start === FIRST_SURROGATE) continue;
    const width = start > LAST_BMP ? 2 : 1;
    for (const { index, 0: text3 } of block(start).matchAll(run2)) {
      const first = start + index / width;
      const last = first + text3.length / width - 1;
      const before = ranges.at(-1);
      if (before !== void 0 && before[1] === first - 1) before[1] = last;
      else ranges.push([first, last]);
    }
  }
  return ranges;
}
function block(start) {
  const points = Array.from({ length: BLOCK }, (_, index) => start + index);
  return String.fromCodePoint(...points);
}
function joined(parts, separator) {
  const whole = parts.filter((part) => part !== void 0);
  return whole.length === parts.length ? whole.join(separator) : void 0;
}

// src/console/regexp.ts
var SYNTAX = { ecmaVersion: 2024 };
var GUARD_MS = 100;
var STARVED_MS = 3e4;
v8.setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks");
v8.setFlagsFromString("--regexp-backtracks-before-fallback=2000");
function linearRegExp(source, flags) {
  const { body, rest } = withFewerFlags(source, flags);
  const regex = new RegExp(body, `${rest.replace("g", "")}g`);
  if (!runsLinearly(body, rest)) {
    return { linear: false, exec: guarded(new RegExp(source, `${flags.replace("g", "")}g`)) };
  }
  return {
    linear: true,
    exec(text3, from) {
      regex.lastIndex = from;
      return regex.exec(text3);
    }
  };
}
function withFewerFlags(source, flags) {
  if (/[uv]/.test(flags)) {
    const body = withoutUnicode(source, flags, SYNTAX);
    if (body !== void 0) return { body, rest: flags.replace(/[isuv]/g, "") };
  } else if (flags.includes("i")) {
    const body = withoutCase(source);
    if (body !== void 0) return { body, rest: flags.replace("i", "") };
  }
  return { body: source, rest: flags };
}
function runsLinearly(source, flags) {
  v8.setFlagsFromString("--enable-experimental-regexp-engine");
  try {
    new RegExp(source, `${flags.replace("g", "")}l`);
    return true;
  } catch {
    return false;
  } finally {
    v8.setFlagsFromString("--no-enable-experimental-regexp-engine");
  }
}
function guarded(regex) {
  const context = { regex, text: "" };
  vm.createContext(context);
  const script = new vm.Script("regex.exec(text)");
  return (text3, from) => {
    context.text = text3;
    for (let timeout = GUARD_MS; ; timeout *= 2) {
      regex.lastIndex = from;
      const before = cpuTime();
      try {
        return script.runInContext(context, { timeout });
      } catch (cause) {
        if (!isTimeout(cause) || cpuTime() - before >= GUARD_MS) throw tooSlow(regex, cause);
        if (timeout >= STARVED_MS) throw starved(regex, timeout, cause);
      }
    }
  };
}
function isTimeout(error) {
  return codeOf(error) === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
function cpuTime() {
  try {
    return Number.parseInt(readFileSync("/proc/thread-self/schedstat", "utf8"), 10) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e3;
  }
}
function tooSlow({ source }, cause) {
  return new HostError(
    "pattern-too-slow",
    `/${source}/ took more than ${GUARD_MS} ms of CPU time on one line`,
    {
      hint: "It uses lookaround, a back-reference or a counted group, which cannot run in linear time: rewrite it.",
      cause
    }
  );
}
function starved({ source }, timeout, cause) {
  const message = `this host gave /${source}/ less than ${GUARD_MS} ms of CPU time in ${timeout / 1e3} s`;
  return new HostError("pattern-starved", message, {
    hint: "Run fewer things on this host at a time.",
    cause
  });
}
function withoutCase(source) {
  const ast = new RegExpParser(SYNTAX).parsePattern(source);
  const edits = [];
  let possible = true;
  visitRegExpAST(ast, {
    onCharacterEnter(character) {
      if (character.value > 127) possible = false;
      const letter = String.fromCodePoint(character.value);
      if (!/[a-z]/i.test(letter) || character.parent.type === "CharacterClassRange") return;
      const both = letter.toLowerCase() + letter.toUpperCase();
      const text3 = character.parent.type === "CharacterClass" ? both : `[${both}]`;
      edits.push({ start: character.start, end: character.end, text: text3 });
    },
    onCharacterClassRangeEnter(range) {
      const text3 = bothCases(range.min.value, range.max.value);
      if (text3 === void 0) possible = false;
      else edits.push({ start: range.start, end: range.end, text: text3 });
    },
    onBackreferenceEnter() {
      possible = false;
    }
  });
  if (!possible) return void 0;
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce((text3, edit) => text3.slice(0, edit.start) + edit.text + text3.slice(edit.end), source);
}
function bothCases(min, max) {
  const first = String.fromCodePoint(min);
  const last = String.fromCodePoint(max);
  const spelt = `${escapeInClass(first)}-${escapeInClass(last)}`;
  if (/^[a-z]{2}$/i.test(first + last) && first < "a" === last < "a") {
    return `${first.toLowerCase()}-${last.toLowerCase()}${first.toUpperCase()}-${last.toUpperCase()}`;
  }
  const holdsLetters = min <= 90 && max >= 65 || min <= 122 && max >= 97 || max > 127;
  return holdsLetters ? void 0 : spelt;
}
function escapeInClass(character) {
  return /[\\\]^-]/.test(character) ? `\\${character}` : character;
}

// src/console/pattern.ts
var REGEX_FORM = /^\/(.+)\/([a-z]*)$/s;
function parsePattern(source) {
  const form = REGEX_FORM.exec(source);
  if (form?.[1] !== void 0) {
    return regexPattern(source, form[1], form[2] ?? "");
  }
  if (source === "") {
    throw new UsageError("bad-pattern", "an empty pattern matches everything");
  }
  if (/[\r\n]/.test(source)) {
    throw new UsageError("bad-pattern", `${quote(source)} contains a line break`, ONE_LINE);
  }
  return literalPattern(source);
}
var trusted = /* @__PURE__ */ new WeakMap();
function trustedPattern(regex) {
  const pattern2 = trusted.get(regex) ?? readTrusted(regex);
  trusted.set(regex, pattern2);
  return pattern2;
}
function readTrusted(regex) {
  const ast = new RegExpParser(SYNTAX).parsePattern(regex.source);
  let compiled;
  const exec = (text3, from) => {
    compiled ??= linearRegExp(regex.source, regex.flags);
    return compiled.exec(text3, from);
  };
  return fromRegExp(regex.source, ast, false, { exec });
}
var ONE_LINE = { hint: "Patterns are matched within one line; use one step per line." };
function literalPattern(literal2) {
  const needle = longestRun(literal2);
  return {
    source: literal2,
    shown: quote(literal2),
    needles: needle === void 0 ? void 0 : [needle],
    instant: true,
    groups: [],
    exec(text3, from) {
      const start = text3.indexOf(literal2, from);
      return start < 0 ? void 0 : { start, end: start + literal2.length, groups: {} };
    }
  };
}
function regexPattern(source, body, flags) {
  if (/[^imsuv]/.test(flags)) {
    const bad = [...flags].filter((flag) => !"imsuv".includes(flag)).join("");
    throw new UsageError("bad-pattern", `${source}: flag "${bad}" has no meaning here`, {
      hint: "Known flags: i (ignore case), s, m, u, v. To look for a path as it stands, write it as /\\/dev\\/sda/."
    });
  }
  if (new Set(flags).size < flags.length || /u.*v|v.*u/.test(flags)) {
    throw new UsageError("bad-pattern", `${source}: flags "${flags}" do not go together`);
  }
  let ast;
  let regex;
  try {
    const unicode = { unicode: flags.includes("u"), unicodeSets: flags.includes("v") };
    ast = new RegExpParser(SYNTAX).parsePattern(body, 0, body.length, unicode);
    regex = linearRegExp(body, flags);
  } catch (error) {
    throw new UsageError("bad-pattern", `${source}: ${messageOf(error)}`);
  }
  const traits = traitsOf(ast);
  if (traits.lineBreak) {
    throw new UsageError("bad-pattern", `${source} looks for a line break`, ONE_LINE);
  }
  if (regex.exec("", 0) !== null) {
    throw new UsageError("bad-pattern", `${source} matches the empty line, so it would match everything`);
  }
  const pattern2 = fromRegExp(source, ast, traits.instant, regex);
  return flags.includes("i") && /[uv]/.test(flags) ? { ...pattern2, needles: void 0 } : pattern2;
}
function fromRegExp(source, ast, instant, regex) {
  const groups = [];
  visitRegExpAST(ast, {
    onCapturingGroupEnter(group) {
      if (group.name !== null && !groups.includes(group.name)) groups.push(group.name);
    }
  });
  return {
    source,
    shown: source,
    needles: needlesOfAny(ast.alternatives),
    instant,
    groups,
    exec(text3, from) {
      const found = regex.exec(text3, from);
      if (found === null) return void 0;
      const end = instant ? earliestEnd(regex, text3, from) : found.index + found[0].length;
      return { start: Math.min(found.index, end), end, groups: definedGroups(found) };
    }
  };
}
function earliestEnd(regex, text3, from) {
  let low = from;
  let high = text3.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (regex.exec(text3.slice(0, middle), from) === null) low = middle + 1;
    else high = middle;
  }
  return low;
}
function definedGroups(found) {
  const groups = /* @__PURE__ */ Object.create(null);
  for (const [name, value] of Object.entries(found.groups ?? {})) {
    if (value !== void 0) groups[name] = value;
  }
  return groups;
}
function traitsOf(ast) {
  let instant = true;
  let lineBreak = false;
  visitRegExpAST(ast, {
    onAssertionEnter(assertion) {
      const openEnded = assertion.kind === "end" || assertion.kind === "word" || assertion.kind === "lookahead";
      if (openEnded) instant = false;
    },
    onCapturingGroupEnter(group) {
      if (group.name !== null) instant = false;
    },
    onCharacterEnter(character) {
      const { parent, value } = character;
      const needed = parent.type === "Quantifier" ? parent.min > 0 : parent.type === "Alternative";
      if (needed && (value === 10 || value === 13)) lineBreak = true;
    }
  });
  return { instant, lineBreak };
}
function needlesOfAny(alternatives) {
  const needles = [];
  for (const alternative of alternatives) {
    const best = needlesOfSequence(alternative.elements);
    if (best === void 0) return void 0;
    needles.push(...best);
  }
  return needles;
}
function needlesOfSequence(elements) {
  let best;
  let run2 = "";
  const consider = (candidate) => {
    if (candidate !== void 0 && weakest(candidate) > weakest(best ?? [])) best = candidate;
  };
  const endRun = () => {
    const needle = longestRun(run2);
    run2 = "";
    consider(needle === void 0 ? void 0 : [needle]);
  };
  for (const element of elements) {
    const letter = letterOf(element);
    if (letter !== void 0) {
      run2 += letter;
      continue;
    }
    if (element.type === "Assertion") continue;
    endRun();
    if (element.type === "Group" || element.type === "CapturingGroup") {
      consider(needlesOfAny(element.alternatives));
    } else if (element.type === "Quantifier" && element.min > 0) {
      consider(needlesOfSequence([element.element]));
    }
  }
  endRun();
  return best;
}
function letterOf(element) {
  if (element.type === "Character") return String.fromCodePoint(element.value);
  if (element.type !== "CharacterClass" || element.negate) return void 0;
  const letters = element.elements.map(
    (item) => item.type === "Character" && item.value < 128 ? String.fromCharCode(item.value).toLowerCase() : void 0
  );
  return letters.every((letter) => letter === letters[0]) ? letters[0] : void 0;
}
function weakest(needles) {
  return needles.length === 0 ? 0 : Math.min(...needles.map((needle) => needle.length));
}
var NEEDLE_LENGTH = 24;
function longestRun(text3) {
  const runs = text3.split(/[^\x20-\x7e]+/).sort((a, b) => b.length - a.length);
  const longest = runs[0]?.slice(0, NEEDLE_LENGTH).toLowerCase();
  return longest === "" ? void 0 : longest;
}

// src/scenario/wrong-patterns.ts
var PATTERN_KEYS = /* @__PURE__ */ new Set(["expect", "pattern", "match", "output", "forbid"]);
function patternProblem(text3) {
  try {
    parsePattern(text3);
    return void 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.hint === void 0 ? error.message : `${error.message}. ${error.hint}`;
  }
}
function wrongPatterns(source) {
  const walk = (value, path2, isPattern) => {
    if (typeof value === "string") {
      const message = isPattern ? patternProblem(value) : void 0;
      return message === void 0 ? [] : [{ where: source.where(path2), message }];
    }
    if (Array.isArray(value))
      return value.flatMap((entry, index) => walk(entry, [...path2, index], isPattern));
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(
      ([key, entry]) => walk(entry, [...path2, key], PATTERN_KEYS.has(key))
    );
  };
  return walk(source.value(), [], false);
}

// src/scenario/reader/reading.ts
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
    const problem = patternProblem(text3);
    if (problem === void 0) return parsePattern(text3);
    this.complain(path2, problem);
    return void 0;
  }
  /** Whether an entry holds on the platform of the scenario. */
  applies(when2) {
    if (when2 === void 0) return true;
    const named = typeof when2 === "string" ? [when2] : when2;
    return named.includes(this.platform) || named.includes("tdx") && isTrustDomain(this.platform);
  }
};

// src/scenario/reader/run.ts
var SHELL = ["/bin/sh", "-c"];
function readRun(step, stream2, output, where) {
  const { run: run2, within, env = {}, exit = 0, "working-directory": directory } = step;
  return {
    kind: "run",
    stream: stream2,
    command: {
      argv: typeof run2 === "string" ? [...SHELL, run2] : run2,
      env,
      ...directory === void 0 ? {} : { directory }
    },
    shown: typeof run2 === "string" ? run2 : run2.join(" "),
    exit: typeof exit === "number" ? [exit] : exit,
    where,
    ...within === void 0 ? {} : { withinMs: parseDuration(within) },
    ...output === void 0 ? {} : { output: { ...output, stream: stream2 } }
  };
}

// src/scenario/reader/steps.ts
function readSteps(reading) {
  let commands = 0;
  return (reading.file.steps ?? []).flatMap((step, index) => {
    const path2 = ["steps", index];
    if (!("run" in step)) return readStep(reading, step, path2);
    return reading.applies(step.when) ? [readCommand(reading, step, path2, `run-${++commands}`)] : [];
  });
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
function readCommand(reading, step, path2, stream2) {
  const { output: expect2, capture = [] } = step;
  if (expect2 === void 0) {
    if (capture.length > 0)
      reading.complain([...path2, "capture"], "capture needs output, whose groups it names");
    return readRun(step, stream2, void 0, reading.where(path2));
  }
  const [output] = readExpect(reading, { expect: expect2, capture }, path2, "output");
  return readRun(step, stream2, output, reading.where(path2));
}
function readStep(reading, step, path2) {
  if (!reading.applies(step.when)) return [];
  const where = reading.where(path2);
  if ("send" in step) {
    const stream2 = step.stream === void 0 ? {} : { stream: step.stream };
    const send2 = { kind: "send", text: step.send, ...stream2, where };
    return [send2];
  }
  if ("expect" in step) return readExpect(reading, step, path2);
  const expects = step["any-order"].flatMap(
    (member, index) => readExpect(reading, member, [...path2, "any-order", index])
  );
  const within = step.within === void 0 ? {} : { withinMs: parseDuration(step.within) };
  return expects.length === 0 ? [] : [{ kind: "any-order", expects, where, ...within }];
}
function readExpect(reading, step, path2, key = "expect") {
  if (!reading.applies(step.when)) return [];
  const pattern2 = reading.pattern(step.expect, [...path2, key]);
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
var DEFAULT_SETTLE_MS = 1e3;
function readRules(reading, probe, firmwareBuild) {
  const { file } = reading;
  const before = reading.problems.length;
  const steps = readSteps(reading);
  const understood = reading.problems.length === before;
  const own = steps.length === 0 && probe;
  if (steps.length === 0 && !probe && understood) {
    reading.complain(file.steps === void 0 ? [] : ["steps"], "no steps: a pass would mean nothing");
  }
  const timeoutMs = file.timeout === void 0 ? 5 * MINUTE : parseDuration(file.timeout);
  const silenceMs = file.silence === void 0 ? void 0 : parseDuration(file.silence);
  if (silenceMs !== void 0 && silenceMs >= timeoutMs) {
    const message = `silence (${file.silence}) is not shorter than timeout (${file.timeout ?? "5m"})`;
    reading.complain(["silence"], message);
  }
  checkWithin(reading, timeoutMs);
  const mounts = Object.values(file.guest?.shares ?? {}).some(
    (share) => typeof share === "string" || share.target !== void 0
  );
  const waits = file.collect !== void 0 || mounts;
  const stop = file.stop ?? (own && !waits ? "on-exit" : "after-last-step");
  if (file.settle !== void 0 && stop === "on-exit") {
    const message = "settle has no effect with stop: on-exit: the guest is watched to its end";
    reading.complain(["settle"], message);
  }
  return {
    steps: own ? probeSteps(reading) : steps,
    forbid: (file.forbid ?? []).flatMap((entry, index) => readForbid(reading, entry, ["forbid", index])),
    allow: (file.allow ?? []).flatMap((entry, index) => readAllow(reading, entry, ["allow", index])),
    ktap: file.ktap ?? "fail",
    failOn: file["fail-on"] ?? "error",
    timeoutMs,
    ...silenceMs === void 0 ? {} : { silenceMs },
    stop,
    settleMs: file.settle === void 0 ? DEFAULT_SETTLE_MS : parseDuration(file.settle),
    ...file.platform === void 0 ? {} : { platform: file.platform },
    tdEvidence: file["td-evidence"] ?? (isTrustDomain(file.platform) ? "required" : "optional"),
    ...file.measurements === void 0 ? {} : { measurements: assertionsOf(file.measurements, (path2) => reading.where(path2)) },
    ...file.guest?.kernel !== void 0 && file.firmware === void 0 ? { directKernel: true } : {},
    ...probe ? { probe: true } : {},
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
var MIB3 = 1024 * 1024;
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
function loadRecordedScenario({ name, text: text3, places }, { overrides = [], variables } = {}) {
  for (const variable2 of variables?.keys() ?? []) {
    throw new UsageError(
      "unused-variable",
      `a recorded scenario has no variables left, such as ${variable2}`,
      {
        hint: "Replace the value with --set KEY=VALUE."
      }
    );
  }
  const tree = override(recordedTree(text3, places), overrides, scenarioJsonSchema);
  return load(new ScenarioSource(tree, scenarioJsonSchema), name);
}
function load(source, name) {
  const parsed = scenarioSchema.safeParse(source.value());
  if (!parsed.success) {
    throw new ScenarioError([...source.problems(parsed.error), ...wrongPatterns(source)]);
  }
  const reading = new Reading(source, parsed.data);
  checkTogether(reading);
  const scenario = scenarioOf(reading, name);
  if (reading.problems.length > 0) throw new ScenarioError(reading.problems);
  return { scenario, source, where: (path2) => source.where(path2) };
}
function toBoot(loaded) {
  const { guest: guest2, name } = loaded.scenario;
  if (guest2 !== void 0) return { ...loaded, scenario: { ...loaded.scenario, guest: guest2 } };
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
    rules: readRules(reading, guest2?.initrd === "probe" && guest2.root === void 0, buildOf(firmware2)),
    ...file.measurements === void 0 ? {} : {
      measuring: measuringOf(
        file.measurements,
        (key, path2) => reading.resolve(["measurements", key], path2)
      )
    },
    ...file.collect === void 0 ? {} : { collect: readCollect(reading, file.collect) },
    outputLimit: file["output-limit"] === void 0 ? 256 * MIB3 : parseSize(file["output-limit"])
  };
}

export {
  playedHost,
  treeOf,
  hasRootDisk,
  hasFilesDisk,
  makesInitrd,
  agentPutsFiles,
  needsAgent,
  SMBIOS_FIELDS,
  parsePattern,
  trustedPattern,
  loadScenario,
  parseScenario,
  loadOverrides,
  loadRecordedScenario,
  toBoot
};

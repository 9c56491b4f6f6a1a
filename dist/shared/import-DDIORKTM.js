import {
  readScenario
} from "./chunk-3UKY4PQK.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-LVISHQM2.js";
import {
  quote
} from "./chunk-JCCCLOPX.js";
import {
  require_dist
} from "./chunk-NGD2DTCI.js";
import {
  UsageError,
  codeOf
} from "./chunk-SBPB5IBB.js";
import {
  __toESM
} from "./chunk-P4Z2SUOO.js";

// src/cli/import.ts
var import_yaml = __toESM(require_dist(), 1);
import { writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

// src/vmm/import/import.ts
import { basename } from "node:path";

// src/vmm/import/draft.ts
var key = (says) => ({ as: "key", says });
var own = (says) => ({ as: "own", says });
var kept = (says = "no key says this: it is appended as it is") => ({ as: "kept", says });
var leftOut = (says) => ({ as: "left-out", says });
var Draft = class {
  scenario = { version: 1 };
  guest = {};
  vmmArgs = [];
  disks = [];
  #tdx = false;
  #kvm = false;
  /** The accelerator that the command names. */
  accelerate(name) {
    this.#kvm ||= name === "kvm";
  }
  makeTd() {
    this.#tdx = true;
  }
  get platform() {
    return this.#tdx ? "tdx" : this.#kvm ? "kvm" : "emulated";
  }
  /** Adds to a mapping of the guest, such as `td` or `smbios`. */
  add(name, values) {
    const before = this.guest[name];
    this.guest[name] = { ...typeof before === "object" ? before : {}, ...values };
  }
  /** Keys in the order in which the docs have them. */
  whole(vmm) {
    const { version, name, ...rest } = this.scenario;
    const { kernel, initrd, cmdline, ...machine } = this.guest;
    const guest = {
      ...kernel === void 0 ? {} : { kernel },
      ...initrd === void 0 ? {} : { initrd },
      ...cmdline === void 0 ? {} : { cmdline },
      ...this.disks.length === 0 ? {} : { disks: this.disks },
      ...machine
    };
    return {
      version,
      ...name === void 0 ? {} : { name },
      platform: this.platform,
      vmm,
      ...this.vmmArgs.length === 0 ? {} : { "vmm-args": this.vmmArgs },
      ...rest,
      guest
    };
  }
};

// src/vmm/import/options.ts
var OptionList = class {
  head;
  #entries;
  /** @param heads names under which the first value may stand: `driver=virtio-net-pci` */
  constructor(text, heads = []) {
    const entries = text.startsWith("{") ? flat(JSON.parse(text)) : split(text);
    const first = entries.find(([name], index) => heads.includes(name) || index === 0 && name === "");
    this.head = first?.[1] ?? "";
    this.#entries = entries.filter((entry) => entry !== first);
  }
  get(name) {
    return this.#entries.find(([known]) => known === name)?.[1];
  }
  all(name) {
    return this.#entries.filter(([known]) => known === name).map(([, value]) => value);
  }
  /** Entries whose names are not in the list, written as they were. */
  others(known) {
    return this.#entries.filter(([name]) => !known.includes(name)).map(([name, value]) => name === "" ? value : `${name}=${value.replaceAll(",", ",,")}`);
  }
  /** Whether a switch is on: `share=on`, `"share": true`, or only `share`. */
  isOn(name) {
    return ["on", "true", "yes"].includes(this.get(name) ?? "") || this.all("").includes(name);
  }
};
function split(text) {
  const parts = text.match(/(?:[^,]|,,)+/g) ?? [];
  return parts.map((part) => {
    const whole = part.replaceAll(",,", ",");
    const at = whole.indexOf("=");
    return at < 0 ? ["", whole] : [whole.slice(0, at), whole.slice(at + 1)];
  });
}
function flat(value, prefix = "") {
  return Object.entries(value).flatMap(
    ([name, inner]) => typeof inner === "object" && inner !== null ? flat(inner, `${prefix}${name}.`) : [[`${prefix}${name}`, String(inner)]]
  );
}
function sizeOf(text, bytesPerUnit) {
  if (text.startsWith("${")) return text;
  const [, amount = "", unit = ""] = /^(\d+(?:\.\d+)?)([KMGT]?)(?:i?B)?$/i.exec(text) ?? [];
  const factors = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };
  const mib = Number(amount) * (factors[unit.toUpperCase()] ?? bytesPerUnit) / 2 ** 20;
  if (amount === "" || !Number.isInteger(mib) || mib === 0) return void 0;
  return mib % 1024 === 0 ? `${mib / 1024}G` : `${mib}M`;
}

// src/vmm/import/cloud-hypervisor.ts
var SWITCHES = /^(-v+|--pvpanic|--watchdog)$/;
function importCloudHypervisor(argv) {
  const draft = new Draft();
  draft.accelerate("kvm");
  const fates = [];
  for (let at = 0; at < argv.length; ) {
    const option = argv[at++] ?? "";
    const values = [];
    while (!SWITCHES.test(option) && at < argv.length && !(argv[at] ?? "").startsWith("-"))
      values.push(argv[at++] ?? "");
    const outcome = outcomeOf(draft, option, values);
    if (outcome.as === "kept") draft.vmmArgs.push(option, ...values);
    fates.push({ argument: [option, ...values].join(" "), ...outcome });
  }
  return { scenario: draft.whole("cloud-hypervisor"), fates };
}
function outcomeOf(draft, option, values) {
  const [value = ""] = values;
  const list = new OptionList(value);
  switch (option) {
    case "--platform":
      return platform(draft, list);
    case "--tdx":
      draft.makeTd();
      draft.scenario.firmware = list.get("firmware");
      return key(
        "platform, firmware: Cloud Hypervisor calls this --platform tdx=on and --firmware since v26.0"
      );
    case "--firmware":
      draft.scenario.firmware = value;
      return key("firmware");
    case "--kernel":
    case "--cmdline":
      draft.guest[option.slice(2)] = value;
      return key(`guest.${option.slice(2)}`);
    case "--initramfs":
      draft.guest.initrd = value;
      return key("guest.initrd");
    case "--cpus":
      return cpus(draft, list);
    case "--memory":
      return memory(draft, list);
    case "--disk":
      for (const text of values) disk(draft, new OptionList(text));
      return key("guest.disks; the guest writes to a copy, not to this file");
    case "--net":
      return network(draft, values);
    case "--vsock": {
      const socket = list.get("socket");
      draft.guest.vsock = { cid: Number(list.get("cid")), ...socket === void 0 ? {} : { socket } };
      return key("guest.vsock");
    }
    case "--device":
      return vfio(draft, values);
    case "--serial":
    case "--console":
    case "--debug-console":
    case "--event-monitor":
    case "--pvpanic":
      return own("the consoles and the events of a run are those of tdx-boot");
    case "--api-socket":
    case "--log-file":
    case "-v":
    case "-vv":
    case "-vvv":
      return leftOut("tdx-boot starts Cloud Hypervisor and ends it; what it prints is the stream vmm");
    default:
      return kept();
  }
}
function platform(draft, list) {
  if (list.isOn("tdx")) draft.makeTd();
  const [serial, uuid] = [list.get("serial_number"), list.get("uuid")];
  if (serial !== void 0 || uuid !== void 0) {
    draft.add("smbios", {
      ...serial === void 0 ? {} : { serial },
      ...uuid === void 0 ? {} : { uuid }
    });
  }
  const others = list.others(["tdx", "serial_number", "uuid"]);
  return key(others.length === 0 ? "platform" : `platform; ${others.join(", ")} left out`);
}
function cpus(draft, list) {
  const boot = list.get("boot") ?? "1";
  draft.guest.cpus = /^\d+$/.test(boot) ? Number(boot) : boot;
  const [threads, cores, dies, sockets] = (list.get("topology") ?? "").split(":").map(Number);
  if (sockets !== void 0) draft.guest.topology = { sockets, dies, cores, threads };
  const others = list.others(["boot", "topology", "max"]);
  const most = list.get("max");
  const later = most === void 0 || most === boot ? "" : "; no CPU comes later, so max is left out";
  return key(`guest.cpus${later}${others.length === 0 ? "" : `; ${others.join(", ")} left out`}`);
}
function memory(draft, list) {
  const size = sizeOf(list.get("size") ?? "", 1);
  if (size !== void 0) draft.guest.memory = size;
  const backend = {
    ...list.isOn("hugepages") ? { hugepages: list.get("hugepage_size") ?? "2M" } : {},
    ...list.isOn("shared") ? { shared: true } : {},
    ...list.isOn("prefault") ? { prealloc: true } : {}
  };
  if (Object.keys(backend).length > 0) draft.guest["memory-backend"] = backend;
  const others = list.others(["size", "hugepages", "hugepage_size", "shared", "prefault"]);
  return key(`guest.memory${others.length === 0 ? "" : `; ${others.join(", ")} left out`}`);
}
function disk(draft, list) {
  const [format, serial] = [list.get("image_type"), list.get("serial")];
  draft.disks.push({
    path: list.get("path"),
    ...format === "raw" || format === "qcow2" ? { format } : {},
    ...list.isOn("readonly") ? { "read-only": true } : {},
    ...serial === void 0 ? {} : { serial }
  });
}
function network(draft, values) {
  const list = new OptionList(values[0] ?? "");
  const [tap, mac] = [list.get("tap"), list.get("mac")];
  if (tap === void 0 || tap === "" || values.length > 1) return kept();
  draft.guest.network = { type: "tap", interface: tap, ...mac === void 0 ? {} : { mac } };
  const others = list.others(["tap", "mac"]);
  return key(`guest.network${others.length === 0 ? "" : `; ${others.join(", ")} left out`}`);
}
function vfio(draft, values) {
  const addresses = values.flatMap((text) => {
    const path = new OptionList(text).get("path") ?? "";
    return /^\/sys\/bus\/pci\/devices\/([^/]+)\/?$/.exec(path)?.[1] ?? [];
  });
  if (addresses.length !== values.length) return kept();
  draft.guest.vfio = addresses;
  return key("guest.vfio");
}

// src/vmm/import/qemu-devices.ts
var CONSOLES = /^(virtio-serial(-pci|-device)?|virtconsole|isa-serial|isa-debugcon|pvpanic(-pci)?)$/;
var DISKS = {
  "virtio-blk-pci": "virtio",
  "virtio-blk": "virtio",
  nvme: "nvme",
  "ide-hd": "sata",
  "scsi-hd": "scsi"
};
var QemuDevices = class {
  #draft;
  #lists;
  #pflash = [];
  constructor(draft, options) {
    this.#draft = draft;
    this.#lists = options.map(({ name, value }) => ({
      name,
      list: new OptionList(value, ["driver", "type"])
    }));
  }
  /** Undefined for an option that is none of a device. */
  outcome({ name, value, words }) {
    const list = new OptionList(value, ["driver", "type"]);
    switch (name) {
      case "":
      case "-hda":
      case "-hdb":
        this.#draft.disks.push({ path: name === "" ? words[0] : value, bus: "sata" });
        return key("guest.disks; the guest writes to an overlay, not to this file");
      case "-drive":
        return this.#drive(list);
      case "-blockdev":
        return this.#isUsed(list.get("node-name")) ? key("guest.disks") : kept();
      case "-device":
        return this.#device(list);
      case "-netdev":
        return this.#isCard(list.get("id")) ? this.#network(list, void 0) : kept();
      case "-nic":
        return list.head === "none" ? own("a guest has no network unless it says so") : this.#network(list, list);
      case "-net":
        return list.head === "none" ? own("a guest has no network unless it says so") : kept();
      case "-chardev":
        return this.#chardev(list.get("id"));
      case "-fsdev":
        return this.#lists.some(({ list: other }) => shares(other, list)) ? key("guest.shares") : kept();
      case "-virtfs":
        return this.#share(list, list);
      case "-numa":
        return /^\d*$/.test(list.get("cpus") ?? "") && this.#count("-numa") === 1 ? own("one node has all of the memory") : kept();
      default:
        return void 0;
    }
  }
  /** One flash image is a firmware; two are its code and its variables. */
  finish() {
    const [code, vars] = this.#pflash;
    if (code === void 0) return;
    this.#draft.scenario.firmware = vars === void 0 ? code : { code, vars };
  }
  #drive(list) {
    const file = list.get("file") ?? "";
    const bus = list.get("if") ?? "ide";
    if (bus === "pflash") {
      this.#pflash.push(file);
      return key(
        this.#count("-drive", (drive) => drive.get("if") === "pflash") === 1 ? "firmware" : "firmware: code, vars"
      );
    }
    if (bus === "none")
      return this.#isUsed(list.get("id")) ? key("guest.disks") : leftOut("no device uses it");
    if (list.get("media") === "cdrom") return kept();
    const known = { virtio: "virtio", ide: "sata", scsi: "scsi" };
    const found = known[bus];
    return found === void 0 ? kept() : this.#disk(list, found, list);
  }
  /** @param device what says the serial number */
  #disk(backend, bus, device) {
    const file = this.#fileBelow(backend) ?? ["filename", "file.filename", "file"].map((name) => backend.get(name)).find((path) => path !== void 0);
    if (file === void 0) return kept();
    const format = backend.get("format") ?? (backend.head === "file" ? void 0 : backend.head || void 0);
    const serial = device.get("serial");
    const readOnly = ["readonly", "read-only"].some((name) => backend.isOn(name));
    this.#draft.disks.push({
      path: file,
      ...bus === "virtio" ? {} : { bus },
      ...format === "raw" || format === "qcow2" ? { format } : {},
      ...readOnly ? { "read-only": true } : {},
      ...serial !== void 0 && /^[\w.-]{1,20}$/.test(serial) ? { serial } : {}
    });
    return key(readOnly ? "guest.disks" : "guest.disks; the guest writes to an overlay, not to this file");
  }
  #fileBelow(node) {
    const below = this.#lists.find(
      ({ name, list }) => name === "-blockdev" && list.get("node-name") === node.get("file")
    );
    return below?.list.get("filename");
  }
  #device(list) {
    const bus = DISKS[list.head];
    const drive = list.get("drive");
    if (bus !== void 0 && drive !== void 0) {
      const backend = this.#lists.find(
        ({ name, list: other }) => name === "-drive" && other.get("id") === drive || name === "-blockdev" && other.get("node-name") === drive
      )?.list;
      return backend === void 0 ? leftOut(`there is no drive ${drive}`) : this.#disk(backend, bus, list);
    }
    if (CONSOLES.test(list.head))
      return own("every run has a serial port, a virtio console, a debug port and pvpanic");
    switch (list.head) {
      case "virtio-scsi-pci":
        return this.#lists.some(({ list: other }) => other.head === "scsi-hd") ? own("with a disk on bus scsi") : leftOut("no disk of the command is on it");
      case "virtio-net-pci":
      case "e1000":
      case "e1000e":
        return this.#card(list);
      case "vhost-vsock-pci": {
        const cid = list.get("guest-cid") ?? "";
        this.#draft.guest.vsock = /^\d+$/.test(cid) ? Number(cid) : cid;
        return key("guest.vsock");
      }
      case "vfio-pci":
        return this.#vfio(list);
      case "pcie-root-port":
        return leftOut("a device of the host sits on the root bus");
      case "loader":
        if (list.get("addr") !== void 0) return kept();
        this.#draft.scenario.firmware = list.get("file");
        return key("firmware; QEMU of Intel's 2022 tree loaded it as a device");
      case "vhost-user-fs-pci":
        return leftOut(
          `a shared directory, whose daemon another program has to start; tdx-boot starts one for guest.shares: { DIRECTORY: { type: virtiofs, tag: ${list.get("tag")} } }`
        );
      case "virtio-9p-pci": {
        const source = this.#lists.find(({ name, list: other }) => name === "-fsdev" && shares(list, other));
        return source === void 0 ? kept() : this.#share(source.list, list);
      }
      default:
        return kept();
    }
  }
  /** @param device what says the tag */
  #share(source, device) {
    const path = source.get("path");
    const tag = device.get("mount_tag");
    if (source.head !== "local" || path === void 0 || tag === void 0) return kept();
    const write2 = ["readonly", "read-only"].some((name) => source.isOn(name)) ? {} : { write: "allow" };
    this.#draft.add("shares", { [path]: { tag, ...write2 } });
    return key("guest.shares, with security_model=none; a target has it mounted by the agent");
  }
  #card(list) {
    const netdev = this.#lists.find(
      ({ name, list: other }) => name === "-netdev" && other.get("id") === list.get("netdev")
    );
    if (netdev === void 0) return leftOut("there is no -netdev for it");
    const mac = list.get("mac");
    if (mac !== void 0 && this.#networkOf(netdev.list) !== void 0) this.#draft.add("network", { mac });
    const model = list.head === "virtio-net-pci" ? "" : `; the card is a virtio-net-pci, not ${list.head}`;
    return key(`guest.network${model}`);
  }
  /** @param card what says the MAC, for -nic */
  #network(list, card) {
    const network2 = this.#networkOf(list);
    if (network2 === void 0) {
      if (list.get("fds") !== void 0 || list.get("fd") !== void 0) {
        return leftOut("the interface is a file descriptor of another program; name it by interface: tap0");
      }
      return leftOut(
        `a network of type ${list.head} is no key of a scenario, and vmm-args would leave the card out`
      );
    }
    const mac = card?.get("mac");
    this.#draft.add("network", { ...network2, ...mac === void 0 ? {} : { mac } });
    const open = "forward" in network2 ? "; ports are open on 127.0.0.1 alone" : "";
    return key(`guest.network${open}`);
  }
  #networkOf(list) {
    if (list.head === "tap") {
      const name = list.get("ifname");
      return name === void 0 ? void 0 : { type: "tap", interface: name };
    }
    if (list.head !== "user") return void 0;
    const forward = list.all("hostfwd").flatMap((text) => {
      const [, protocol, host, guest] = /^(tcp|udp)?:[^:]*:(\d+|\$\{\w+\})-[^:]*:(\d+)$/.exec(text) ?? [];
      return host === void 0 ? [] : [`${host}:${guest}${protocol === "udp" ? "/udp" : ""}`];
    });
    return { type: "user", ...forward.length === 0 ? {} : { forward } };
  }
  #vfio(list) {
    const host = list.get("host");
    if (host === void 0) return kept();
    const before = this.#draft.guest.vfio;
    this.#draft.guest.vfio = [...Array.isArray(before) ? before : [], host];
    return key("guest.vfio, through iommufd");
  }
  #chardev(id) {
    const users = this.#lists.filter(({ list }) => list.get("chardev") === id && id !== void 0);
    const foreign = users.filter(({ name, list }) => name === "-device" && !CONSOLES.test(list.head));
    if (foreign.length === 0) return own("the streams of a run are those of tdx-boot");
    return foreign.every(({ list }) => list.head === "vhost-user-fs-pci") ? leftOut("a shared directory, whose daemon another program has to start") : kept();
  }
  #isUsed(id) {
    return id !== void 0 && this.#lists.some(
      ({ name, list }) => name === "-device" && list.get("drive") === id && DISKS[list.head] !== void 0 || name === "-blockdev" && list.get("file") === id && this.#isUsed(list.get("node-name"))
    );
  }
  #isCard(id) {
    return this.#lists.some(
      ({ name, list }) => name === "-device" && id !== void 0 && list.get("netdev") === id
    );
  }
  #count(name, matches = () => true) {
    return this.#lists.filter((one) => one.name === name && matches(one.list)).length;
  }
};
function shares(device, source) {
  return device.head === "virtio-9p-pci" && device.get("fsdev") === source.get("id");
}

// src/vmm/import/qemu.ts
var SWITCHES2 = /^-(nographic|nodefaults|no-user-config|no-reboot|no-shutdown|no-hpet|no-acpi|enable-kvm|daemonize|S|s|snapshot|usb|full-screen|singlestep|mem-prealloc|no-fd-bootchk|only-migratable)$/;
var MIB = 2 ** 20;
function importQemu(argv) {
  const draft = new Draft();
  const options = optionsOf(argv);
  const importer = new QemuImport(draft, options);
  const fates = options.map((option) => {
    const outcome = importer.outcome(option);
    if (outcome.as === "kept") draft.vmmArgs.push(...option.words);
    return { argument: option.words.join(" "), ...outcome };
  });
  importer.finish();
  return { scenario: draft.whole("qemu"), fates };
}
function optionsOf(argv) {
  const options = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? "";
    const name = word.replace(/^--/, "-");
    if (!word.startsWith("-") || word === "-" || SWITCHES2.test(name)) {
      options.push({ name: word.startsWith("-") ? name : "", value: "", words: [word] });
      continue;
    }
    const values = [argv[++at] ?? ""];
    while (name === "-append" && at + 1 < argv.length && !(argv[at + 1] ?? "").startsWith("-")) {
      values.push(argv[++at] ?? "");
    }
    options.push({ name, value: values.join(" "), words: [word, values.join(" ")] });
  }
  return options;
}
var QemuImport = class {
  #draft;
  #options;
  #devices;
  /** Properties of -machine that name objects. */
  #machine;
  constructor(draft, options) {
    this.#draft = draft;
    this.#options = options;
    this.#devices = new QemuDevices(draft, options);
    this.#machine = new OptionList(
      options.flatMap(({ name, value }) => name === "-machine" || name === "-M" ? [value] : []).join(","),
      ["type"]
    );
  }
  outcome(option) {
    return this.#simple(option) ?? this.#own(option) ?? this.#devices.outcome(option) ?? kept();
  }
  finish() {
    this.#devices.finish();
  }
  #simple({ name, value }) {
    const { guest, scenario } = this.#draft;
    switch (name) {
      case "-accel":
      case "-enable-kvm":
        this.#draft.accelerate(name === "-accel" ? new OptionList(value).head : "kvm");
        return key("platform");
      case "-machine":
      case "-M":
        return this.#machineOption(value);
      case "-cpu":
        return this.#cpu(new OptionList(value));
      case "-smp":
        return this.#smp(new OptionList(value));
      case "-m":
        return this.#memory(new OptionList(value));
      case "-kernel":
      case "-initrd":
        guest[name.slice(1)] = value;
        return key(`guest.${name.slice(1)}`);
      case "-append":
        guest.cmdline = value;
        return key("guest.cmdline");
      case "-bios":
        scenario.firmware = value;
        return key("firmware");
      case "-name": {
        const list = new OptionList(value);
        scenario.name = list.get("guest") ?? (list.head === "" ? list.get("process") : list.head);
        return key("name");
      }
      case "-uuid":
        this.#draft.add("smbios", { uuid: value });
        return key("guest.smbios.uuid");
      case "-smbios":
        return this.#smbios(new OptionList(value));
      case "-object":
        return this.#object(new OptionList(value, ["qom-type"]));
      default:
        return void 0;
    }
  }
  /** What every run of tdx-boot has by itself, or cannot have. */
  #own({ name, value }) {
    switch (name) {
      case "-nographic":
      case "-display":
      case "-vga":
        return value === "" || value === "none" ? own("no run has a screen") : leftOut("a run has no screen");
      case "-nodefaults":
      case "-no-user-config":
      case "-no-reboot":
        return own("in every run");
      case "-serial":
      case "-monitor":
      case "-qmp":
      case "-mon":
        return own("the serial port and the control channel of QEMU are those of tdx-boot");
      case "-daemonize":
      case "-pidfile":
      case "-S":
      case "-s":
      case "-gdb":
        return leftOut("tdx-boot starts QEMU and ends it");
      case "-D":
      case "-d":
        return leftOut("what QEMU prints is the stream vmm");
      case "-no-hpet":
        this.#draft.vmmArgs.push("-machine", "hpet=off");
        return key("vmm-args: -machine hpet=off, as QEMU calls it since 8.0");
      default:
        return void 0;
    }
  }
  #machineOption(value) {
    const list = new OptionList(value, ["type"]);
    const type = list.head;
    const said = list.get("accel");
    if (said !== void 0) this.#draft.accelerate(said.split(":", 1)[0] ?? "");
    const known = [
      "accel",
      "kernel_irqchip",
      "kernel-irqchip",
      "confidential-guest-support",
      "memory-encryption"
    ];
    const others = list.others([...known, "memory-backend", "kvm-type", "pic"]);
    const irqchip = list.get("kernel_irqchip") ?? list.get("kernel-irqchip");
    const isTd = this.#options.some(
      ({ name, value: text }) => name === "-object" && text.includes("tdx-guest")
    );
    if (irqchip !== void 0 && !isTd) others.push(`kernel-irqchip=${irqchip}`);
    if (others.length > 0) this.#draft.vmmArgs.push("-machine", others.join(","));
    const rest = others.length === 0 ? "" : `; vmm-args: -machine ${others.join(",")}`;
    if (type !== "" && !/^(pc-)?q35/.test(type)) return leftOut(`every run has a q35, not ${type}${rest}`);
    return key(`platform${rest}`);
  }
  #cpu(list) {
    const flags = list.others([]).map((flag) => /^[+-]|=/.test(flag) ? flag : `${flag}=on`);
    const usual = ["host", "max", ""].includes(list.head);
    const cpu = { ...usual ? {} : { model: list.head }, ...flags.length === 0 ? {} : { flags } };
    if (Object.keys(cpu).length === 0) return own(`the processor is ${list.head} on this platform`);
    this.#draft.guest.cpu = flags.length === 0 ? list.head : cpu;
    return key("guest.cpu");
  }
  /** QEMU prefers cores over sockets, and sockets over threads, for what is not said (hw/core/machine-smp.c). */
  #smp(list) {
    const text = list.head === "" ? list.get("cpus") : list.head;
    if (text?.startsWith("${")) {
      this.#draft.guest.cpus = text;
      return key("guest.cpus; how they are arranged is left out");
    }
    const said = (name) => {
      const value = list.get(name);
      return value === void 0 ? void 0 : Number(value);
    };
    const [sockets, dies, threads] = [said("sockets") ?? 1, said("dies") ?? 1, said("threads") ?? 1];
    const most = said("maxcpus");
    const cpus2 = Number(text ?? sockets * dies * threads * (said("cores") ?? 1));
    const cores = said("cores") ?? Math.max(1, Math.floor(cpus2 / (sockets * dies * threads)));
    this.#draft.guest.cpus = cpus2;
    const arranged = ["sockets", "dies", "cores", "threads"].some((name) => list.get(name) !== void 0);
    const later = most !== void 0 && most !== cpus2 ? "; no CPU comes later, so maxcpus is left out" : "";
    if (!arranged) return key(`guest.cpus${later}`);
    if (sockets * dies * cores * threads !== cpus2) {
      return key(
        `guest.cpus; ${sockets} sockets of ${cores} cores are not ${cpus2} CPUs, so they are left out${later}`
      );
    }
    this.#draft.guest.topology = { sockets, ...dies === 1 ? {} : { dies }, cores, threads };
    return key(`guest.cpus, guest.topology${later}`);
  }
  #memory(list) {
    const text = list.head === "" ? list.get("size") ?? "" : list.head;
    const size = sizeOf(text, MIB);
    if (size === void 0) return leftOut(`${text} is no whole number of MiB`);
    this.#draft.guest.memory = size;
    const later = list.get("maxmem") === void 0 ? "" : "; no memory comes later, so slots and maxmem are left out";
    return key(`guest.memory${later}`);
  }
  #smbios(list) {
    const type = list.get("type");
    if (type === "11" && list.get("path") === void 0) {
      this.#draft.add("smbios", { "oem-strings": list.all("value") });
      return key("guest.smbios.oem-strings");
    }
    if (type !== "1") return kept();
    const fields = ["manufacturer", "product", "version", "serial", "uuid", "sku", "family"];
    const said = fields.flatMap((field) => {
      const value = list.get(field);
      return value === void 0 ? [] : [[field, value]];
    });
    this.#draft.add("smbios", Object.fromEntries(said));
    return key("guest.smbios");
  }
  #object(list) {
    if (list.head === "tdx-guest") return this.#tdxGuest(list);
    if (list.head === "iommufd") return own("with guest.vfio");
    if (!list.head.startsWith("memory-backend-")) return void 0;
    const id = list.get("id");
    const isRam = id === this.#machine.get("memory-backend") || this.#options.some(({ name, value }) => name === "-numa" && new OptionList(value).get("memdev") === id);
    return isRam ? this.#memoryBackend(list) : void 0;
  }
  #memoryBackend(list) {
    const kind = list.head.slice("memory-backend-".length);
    if (kind === "memfd-private" || list.isOn("private")) {
      return own("private memory is QEMU's own choice since 10.1");
    }
    if (!["ram", "memfd", "file"].includes(kind)) return kept();
    const path = list.get("mem-path");
    const pages = list.get("hugetlbsize");
    const backend = {
      ...kind === "memfd" ? { kind } : {},
      ...path === void 0 ? {} : { path },
      ...list.isOn("hugetlb") ? { hugepages: pages ?? "2M" } : {},
      ...list.isOn("share") ? { shared: true } : {},
      ...list.isOn("prealloc") ? { prealloc: true } : {}
    };
    const others = list.others(["id", "size", "mem-path", "hugetlb", "hugetlbsize", "share", "prealloc", ""]).map((other) => other.split("=", 1)[0]);
    const rest = others.length === 0 ? "" : `; ${others.join(", ")} left out`;
    if (Object.keys(backend).length === 0) return own(`memory as QEMU has it by itself${rest}`);
    this.#draft.guest["memory-backend"] = backend;
    return key(`guest.memory-backend${rest}`);
  }
  #tdxGuest(list) {
    this.#draft.makeTd();
    const named = list.get("sept-ve-disable");
    const td = {
      ...list.isOn("debug") || (Number(list.get("attributes") ?? 0) & 1) === 1 ? { debug: true } : {},
      ...named === void 0 || list.isOn("sept-ve-disable") ? {} : { "sept-ve-disable": false },
      ...Object.fromEntries(
        ["mrconfigid", "mrowner", "mrownerconfig"].flatMap((register) => {
          const base64 = list.get(register);
          return base64 === void 0 ? [] : [[register, Buffer.from(base64, "base64").toString("hex")]];
        })
      )
    };
    if (Object.keys(td).length > 0) this.#draft.guest.td = td;
    const socket = quoteSocket(list);
    if (socket !== void 0) this.#draft.guest["quote-socket"] = socket;
    const keys = [
      "platform",
      ...Object.keys(td).length > 0 ? ["guest.td"] : [],
      ...socket === void 0 ? [] : ["guest.quote-socket"]
    ];
    return key(keys.join(", "));
  }
};
function quoteSocket(list) {
  const type = list.get("quote-generation-socket.type");
  if (type === "unix") return `unix:${list.get("quote-generation-socket.path") ?? ""}`;
  const [cid, port] = ["cid", "port"].map((name) => list.get(`quote-generation-socket.${name}`));
  return type === "vsock" ? `vsock:${cid}:${port}` : list.get("quote-generation-service");
}

// src/vmm/import/words.ts
var BEFORE = /^(sudo|exec|nohup|time|env|-E|[A-Za-z_]\w*=.*)$/;
var REDIRECTION = /^(\d*[<>]|&>|\|)/;
var VMM_PROGRAM = /(^|\/)(qemu-(system-x86_64|kvm)[\w.-]*|cloud-hypervisor[\w.-]*)$/;
function commandIn(text) {
  const commands = text.replaceAll(/\\\r?\n/g, " ").split("\n").map(wordsOf);
  const found = commands.map(withoutShell).filter(({ length }) => length > 1);
  const command = found.find(([program = ""]) => VMM_PROGRAM.test(program) || /^\$\{/.test(program)) ?? found[0];
  if (command !== void 0) return command;
  throw new UsageError("no-command", "there is no command of a VMM in this text", {
    hint: "Give a file that holds one, or the command itself after --."
  });
}
function withoutShell(words) {
  const start = words.findIndex((word) => !BEFORE.test(word));
  if (start < 0) return [];
  const end = words.findIndex((word, index) => index > start && (REDIRECTION.test(word) || word === "&"));
  return words.slice(start, end < 0 ? void 0 : end);
}
function wordsOf(line) {
  const words = [];
  const rest = line.trim();
  const word = /((?:[^\s'"\\#]|\\.|'[^']*'|"(?:[^"\\]|\\.)*"|(?<=\S)#)+)\s*/y;
  for (let at = 0; at < rest.length; at = word.lastIndex) {
    if (rest[at] === "#") break;
    word.lastIndex = at;
    const [, found] = word.exec(rest) ?? [];
    if (found === void 0) {
      throw new UsageError("open-quote", `a quotation mark is not closed in: ${rest.slice(at)}`, {
        hint: "Give the whole command; \\ at the end of a line continues it."
      });
    }
    words.push(unquoted(found));
  }
  return words;
}
function unquoted(word) {
  return word.replaceAll(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g,
    (whole, single, double, escaped, braced, plain) => {
      if (single !== void 0) return single;
      if (double !== void 0) return withVariables(double.replaceAll(/\\(["\\$`])/g, "$1"));
      if (escaped !== void 0) return escaped;
      return `\${${braced ?? plain ?? whole}}`;
    }
  );
}
function withVariables(text) {
  return text.replaceAll(/\$([A-Za-z_]\w*)/g, (_, name) => `\${${name}}`);
}

// src/vmm/import/import.ts
function importCommand([program = "", ...argv]) {
  const isVariable = program.startsWith("${");
  const long = argv.some((word) => word.startsWith("--cpus") || word.startsWith("--memory"));
  if (!isVariable && !VMM_PROGRAM.test(program)) {
    throw new UsageError("unknown-vmm", `${quote(program)} is no command of QEMU or Cloud Hypervisor`, {
      hint: "Give the whole command: tdx-boot import -- qemu-system-x86_64 -m 1G \u2026"
    });
  }
  const isCloudHypervisor = isVariable ? long : basename(program).startsWith("cloud-hypervisor");
  const { scenario, fates } = isCloudHypervisor ? importCloudHypervisor(argv) : importQemu(argv);
  const path = program.includes("/") && !isVariable ? { "vmm-path": program } : {};
  const { version, name, platform: platform2, vmm, ...rest } = scenario;
  const head = { version, ...name === void 0 ? {} : { name }, platform: platform2, vmm };
  return { scenario: { ...head, ...path, ...rest }, fates };
}

// src/cli/import.ts
var OUTCOMES = {
  key: "\u2192 ",
  own: "\u2192 nothing: ",
  kept: "\u2192 vmm-args: ",
  "left-out": "\u2192 left out: "
};
function importScenario(words, options, { out, error }) {
  const [file = ""] = words;
  const result = importCommand(words.length === 1 ? commandIn(readScenario(file)) : words);
  const elsewhere = options.output !== void 0 && dirname(resolve(options.output)) !== process.cwd();
  const text = textOf(elsewhere ? withAbsolutePaths(result.scenario) : result.scenario);
  if (options.output === void 0) out.lines(text.trimEnd());
  else write(options.output, text);
  error.lines(
    result.fates.map(({ argument, as, says }) => `${argument}
  ${OUTCOMES[as]}${says}`).join("\n")
  );
  return EXIT.passed;
}
var FILES = ["vmm-path", "firmware", "code", "vars", "kernel", "initrd", "path", "socket"];
function withAbsolutePaths(values) {
  const absolute = (key2, value) => {
    if (Array.isArray(value)) return value.map((item) => absolute("", item));
    if (typeof value === "object" && value !== null) return withAbsolutePaths({ ...value });
    const isFile = typeof value === "string" && FILES.includes(key2) && !value.startsWith("${");
    return isFile ? resolve(value) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([key2, value]) => [key2, absolute(key2, value)]));
}
function textOf(scenario) {
  const { guest } = scenario;
  const probe = guest.kernel !== void 0 && guest.initrd === void 0 && guest.disks === void 0;
  const steps = probe ? "# Without initrd and disks this boots the probe guest, which has its own steps.\n" : "steps:\n  - expect: Linux version # write here what shows that the guest is up\n";
  return `${(0, import_yaml.stringify)(scenario)}${steps}`;
}
function write(file, text) {
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    throw new UsageError("file-exists", `${file} exists, and --output does not overwrite it`, {
      hint: "Remove it first, or name another file."
    });
  }
}
export {
  importScenario
};

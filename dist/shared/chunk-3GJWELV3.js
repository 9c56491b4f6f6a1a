import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  given
} from "./chunk-BBWEQVOO.js";
import {
  ScenarioError
} from "./chunk-GKQLW2Q3.js";
import {
  PINS,
  ask,
  describeEnd,
  findCommand,
  together,
  withWorkDir
} from "./chunk-CH5QTO5Q.js";
import {
  checkMetadata,
  obstacleWithoutTd,
  refusals
} from "./chunk-ELTUVOUB.js";
import {
  takeLock,
  tryLock,
  withLock
} from "./chunk-2AUDKZ4W.js";
import {
  SHARED_DIRECTORIES
} from "./chunk-ELBESNTV.js";
import {
  PLATFORMS,
  VMMS,
  isTrustDomain
} from "./chunk-OS4OHMLR.js";
import {
  parseMetadata
} from "./chunk-DWJMXZGM.js";
import {
  HostError,
  TdxBootError,
  UsageError,
  codeOf,
  messageOf
} from "./chunk-7OSXWTH4.js";

// src/host/host.ts
import { accessSync, closeSync, constants as constants2, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { release } from "node:os";

// src/vmm/cloud-hypervisor.ts
import { join } from "node:path";

// src/vmm/ask.ts
var ANSWER_MS = 1e4;
async function askCloudHypervisor(path) {
  const said = await answerOf(path, ["--version", "-v"]);
  const version2 = /^cloud-hypervisor v?(\d+\.\d+\S*?)(?:\.0)?$/m.exec(said)?.[1];
  if (version2 === void 0) throw unusable(path, "it does not say which Cloud Hypervisor it is", said);
  const features = /^Enabled features: \[(.*)\]$/m.exec(said)?.[1] ?? "";
  return { version: version2, features: [...features.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => name ?? []) };
}
async function askQemu(path) {
  const said = await answerOf(path, ["--version"]);
  const version2 = /^QEMU emulator version (\d+\.\d+\S*)/m.exec(said)?.[1];
  if (version2 === void 0) throw unusable(path, "it does not say which QEMU it is", said);
  const objects = await answerOf(path, ["-object", "help"]);
  return { version: version2, tdxGuest: /^\s*tdx-guest$/m.test(objects) };
}
async function answerOf(path, args) {
  const failed = `"${args.join(" ")}" failed`;
  const answer2 = await ask([path, ...args], { kind: "vmm", deadlineMs: ANSWER_MS }).catch(
    (cause) => {
      if (!(cause instanceof HostError)) throw cause;
      const late = cause.code === "command-timeout";
      throw unusable(path, failed, late ? `no answer within ${ANSWER_MS / 1e3} s` : cause.message, cause);
    }
  );
  if (answer2.code === 0) return String(answer2.stdout);
  throw unusable(path, failed, `${describeEnd(answer2.code)}
${answer2.stderr}`);
}
function unusable(path, what, said, cause) {
  const text = said.trim() === "" ? "nothing" : said.trim().slice(0, 200);
  return new HostError("vmm-unusable", `${path} cannot be used: ${what}: ${text}`, {
    hint: "Check that the program can be run by this user and is the VMM that its name says.",
    ...cause === void 0 ? {} : { cause }
  });
}

// src/vmm/json-messages.ts
var MESSAGE_CAP = 1024 * 1024;
var JsonMessages = class {
  #separator;
  #onMessage;
  #decoder = new TextDecoder();
  #buffer = "";
  constructor(separator, onMessage) {
    this.#separator = separator;
    this.#onMessage = onMessage;
  }
  push(bytes) {
    this.#buffer += this.#decoder.decode(bytes, { stream: true });
    const texts = this.#buffer.split(this.#separator);
    this.#buffer = (texts.pop() ?? "").slice(-MESSAGE_CAP);
    for (const text of texts) {
      const message = asRecord(parse(text));
      if (message !== void 0) this.#onMessage(message);
    }
  }
};
function asRecord(value) {
  return typeof value === "object" && value !== null ? { ...value } : void 0;
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}

// src/vmm/event-monitor.ts
function eventReader(report) {
  const driven = /* @__PURE__ */ new Set();
  return new JsonMessages("\n\n", ({ source, event, properties }) => {
    const name = `${source}/${event}`;
    if (name === "virtio-device/activated") {
      const id = String(asRecord(properties)?.id ?? "unknown");
      if (!driven.has(id)) report("driven", id);
      driven.add(id);
    }
    const state = STATES[name];
    if (state === void 0) return;
    const kind = asRecord(properties)?.event;
    report(state, kind === void 0 ? name : `${name}: ${kind}`);
  });
}
var STATES = {
  "vm/shutdown": "shutdown",
  "vm/rebooting": "reset",
  "guest/panic": "panicked"
};

// src/vmm/cloud-hypervisor.ts
var EVENT_FD = 3;
var MIB = 1024 * 1024;
var FIRST_WITH_IMAGE_TYPE = 51;
var cloudHypervisor = {
  name: "cloud-hypervisor",
  commands: ["cloud-hypervisor"],
  identify: async (path) => {
    const { version: version2, features } = await askCloudHypervisor(path);
    return { name: "cloud-hypervisor", path, version: version2, tdx: features.includes("tdx") };
  },
  plan: planCloudHypervisor,
  control: (_, report) => eventReader(report),
  reboots: true,
  installHint: "Put a cloud-hypervisor on PATH, or build one with: tdx-boot firmware build cloud-hypervisor"
};
function planCloudHypervisor(spec, wiring, program) {
  const fifos = /* @__PURE__ */ new Map();
  const file = (channel) => {
    if (wiring === "files") return `file=${channel}.log`;
    fifos.set(channel, join(wiring.fifosIn, channel));
    return `file=${quote(join(wiring.fifosIn, `${channel}.out`))}`;
  };
  const { disks, copies } = planDisks(spec, wiring, majorOf(program));
  const apiSocket = wiring === "files" ? void 0 : join(wiring.fifosIn, "api.sock");
  const args = [
    ...platformArgs(spec),
    ...payloadArgs(spec),
    ...["--cpus", `boot=${spec.cpus}${topologyOf(spec)}`],
    ...["--memory", `size=${Math.ceil(spec.memory / MIB)}M${memoryOf(spec)}`],
    ...disks.length === 0 ? [] : ["--disk", ...disks],
    ...networkArgs(spec),
    ...vsockArgs(spec, wiring),
    ...vfioArgs(spec),
    ...["--serial", file("serial")],
    ...["--console", file("console")],
    "--pvpanic",
    ...apiSocket === void 0 ? [] : ["--event-monitor", `fd=${EVENT_FD}`, "--api-socket", `path=${quote(apiSocket)}`],
    ...spec.vmmArgs ?? []
  ];
  return {
    command: program.path,
    args,
    fds: new Map(wiring === "files" ? [] : [[EVENT_FD, "control"]]),
    fifos,
    stdout: "debugcon",
    copies,
    ...apiSocket === void 0 ? {} : { apiSocket }
  };
}
function payloadArgs({ firmware, kernel: kernel2, initrd, cmdline: cmdline2 }) {
  return [
    ...firmware === void 0 || "code" in firmware ? [] : ["--firmware", firmware.image],
    ...kernel2 === void 0 ? [] : ["--kernel", kernel2],
    ...initrd === void 0 ? [] : ["--initramfs", initrd],
    ...cmdline2 === void 0 ? [] : ["--cmdline", cmdline2]
  ];
}
function planDisks({ disks }, wiring, major) {
  const directory = wiring === "files" ? "." : wiring.fifosIn;
  const placed = disks.map((disk, index) => ({
    ...disk,
    used: disk.readOnly === true ? disk.path : join(directory, `disk${index}.${disk.format}`)
  }));
  const copies = placed.flatMap(
    ({ path, used }) => path === used ? [] : [[path, used]]
  );
  const options = placed.map(
    ({ used, format, readOnly, serial }) => [
      `path=${quote(used)}`,
      ...readOnly === true ? ["readonly=on"] : [],
      ...serial === void 0 ? [] : [`serial=${serial}`],
      ...major < FIRST_WITH_IMAGE_TYPE ? [] : [`image_type=${format}`]
    ].join(",")
  );
  return { disks: options, copies };
}
function platformArgs({ platform, smbios }) {
  const { serial, uuid } = smbios?.system ?? {};
  const texts = smbios?.oemStrings ?? [];
  const options = [
    ...platform === "tdx" ? ["tdx=on"] : [],
    ...serial === void 0 ? [] : [`serial_number=${quote(serial)}`],
    ...uuid === void 0 ? [] : [`uuid=${uuid}`],
    ...texts.length === 0 ? [] : [`oem_strings=[${texts.map(quote).join(",")}]`]
  ];
  return options.length === 0 ? [] : ["--platform", options.join(",")];
}
function topologyOf({ topology }) {
  if (topology === void 0) return "";
  const { threads, cores, dies, sockets } = topology;
  return `,topology=${threads}:${cores}:${dies}:${sockets}`;
}
function memoryOf({ memoryBackend }) {
  if (memoryBackend === void 0) return "";
  const { shared, prealloc, hugepages: hugepages2 } = memoryBackend;
  return [
    ...shared ? [",shared=on"] : [],
    ...hugepages2 === void 0 ? [] : [`,hugepages=on,hugepage_size=${hugepages2}`],
    ...prealloc ? [",prefault=on"] : []
  ].join("");
}
function networkArgs({ network }) {
  if (network === "none" || network.type === "user") return [];
  return ["--net", `tap=${network.interface}${network.mac === void 0 ? "" : `,mac=${network.mac}`}`];
}
function vsockArgs({ vsock }, wiring) {
  if (vsock === void 0) return [];
  const socket = vsock.socket ?? join(wiring === "files" ? "." : wiring.fifosIn, "vsock.sock");
  return ["--vsock", `cid=${vsock.cid},socket=${quote(socket)}`];
}
function vfioArgs({ vfio = [] }) {
  return vfio.flatMap((address) => ["--device", `path=/sys/bus/pci/devices/${address}/`]);
}
function majorOf({ version: version2 = PINS.cloudHypervisor.version }) {
  return Number.parseInt(version2.replace(/^v/, ""), 10);
}
function quote(path) {
  return /[,[\]]/.test(path) ? `"${path}"` : path;
}

// src/vmm/qemu.ts
import { join as join2 } from "node:path";

// src/vmm/qemu-devices.ts
var DISK_DEVICES = {
  virtio: "virtio-blk-pci",
  nvme: "nvme",
  sata: "ide-hd",
  scsi: "scsi-hd"
};
function disksArgs(disks, virtio) {
  const scsi = disks.some(({ bus }) => bus === "scsi");
  return [
    ...scsi ? ["-device", `virtio-scsi-pci,id=scsi${virtio}`] : [],
    ...disks.flatMap((disk, index) => diskArgs(disk, `disk${index}`, virtio))
  ];
}
function diskArgs({ path, bus, format, readOnly, serial }, id, virtio) {
  const number = serial ?? (bus === "nvme" ? id : void 0);
  const device3 = [
    `${DISK_DEVICES[bus]},drive=${id}`,
    ...bus === "scsi" ? ["bus=scsi.0"] : [],
    ...number === void 0 ? [] : [`serial=${number}`]
  ].join(",");
  const access = readOnly === true ? "readonly=on" : "snapshot=on";
  return [
    ...["-drive", `if=none,id=${id},format=${format},${access},file=${escapeComma(path)}`],
    ...["-device", `${device3}${bus === "virtio" ? virtio : ""}`]
  ];
}
function networkArgs2(network, virtio) {
  if (network === "none") return ["-nic", "none"];
  const { type, mac } = network;
  const card = `model=virtio-net-pci${virtio}${mac === void 0 ? "" : `,mac=${mac}`}`;
  if (type === "tap") return ["-nic", `tap,ifname=${network.interface},script=no,downscript=no,${card}`];
  const forward = network.forward.map(
    ({ protocol, host, guest }) => `,hostfwd=${protocol}:127.0.0.1:${host}-:${guest}`
  );
  return ["-nic", `user,${card}${forward.join("")}`];
}
function vsockArgs2(vsock, virtio) {
  return vsock === void 0 ? [] : ["-device", `vhost-vsock-pci,guest-cid=${vsock.cid}${virtio}`];
}
function vfioArgs2(addresses = []) {
  if (addresses.length === 0) return [];
  return [
    ...["-object", "iommufd,id=iommufd0"],
    ...addresses.flatMap((address) => ["-device", `vfio-pci,host=${address},iommufd=iommufd0`])
  ];
}
function escapeComma(text) {
  return text.replaceAll(",", ",,");
}

// src/compat/version.ts
function compareVersions(a, b) {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
function isWithin(version2, { from, before }) {
  return (from === void 0 || compareVersions(version2, from) >= 0) && (before === void 0 || compareVersions(version2, before) < 0);
}
function isRelease(version2) {
  return !/-\d+-g[0-9a-f]+/.test(version2);
}
function numbersOf(version2) {
  return (/\d+(?:\.\d+)*/.exec(version2.replace(/^edk2-stable/, ""))?.[0] ?? "").split(".").map(Number);
}

// src/vmm/td-monitor.ts
import { fileURLToPath } from "node:url";
var MIB2 = 1024 * 1024;
var TD_MONITOR_ROM = fileURLToPath(new URL("../../td-monitor/td-monitor.rom", import.meta.url));
var MONITOR_MEMORY = 32;
var SPLIT_FROM = 2816;
var SPLIT_BY_MONITOR = SPLIT_FROM - MONITOR_MEMORY;
function memoryProblem(memory2) {
  const mib2 = memory2 / MIB2;
  if (!Number.isInteger(mib2 / 2)) return "an emulated Trust Domain has whole units of 2 MiB";
  if (mib2 >= SPLIT_BY_MONITOR && mib2 < SPLIT_FROM) {
    return `an emulated Trust Domain has less than ${SPLIT_BY_MONITOR}M, or ${SPLIT_FROM}M or more`;
  }
  return void 0;
}
function tdMonitorArgs(memory2, firmware, { host, mode, cpuid, serial, hugePages }, td) {
  const options = [
    `host=${host}`,
    `mode=${mode}`,
    `cpuid=${cpuid}`,
    `serial=${serial}`,
    `huge-pages=${hugePages ? "on" : "off"}`,
    ...td === void 0 ? [] : [`attributes=0x${tdAttributes(td).toString(16)}`]
  ].join(" ");
  return [
    ...["-bios", TD_MONITOR_ROM],
    ...["-fw_cfg", `name=opt/org.tdx-boot/firmware,file=${firmware}`],
    ...["-fw_cfg", `name=opt/org.tdx-boot/options,string=${options}`],
    ...["-device", "isa-debugcon,iobase=0xe9,chardev=td-module"],
    ...["-device", "isa-debug-exit,iobase=0xf4,iosize=0x04"],
    ...["-m", `${ramOf(memory2)}M`]
  ];
}
function tdAttributes({ debug, septVeDisable }) {
  return (debug ? 1n : 0n) | (septVeDisable ? 1n << 28n : 0n);
}
function ramOf(memory2) {
  return memory2 / MIB2 + MONITOR_MEMORY;
}
function ramLayout(memory2) {
  const mib2 = memory2 / MIB2;
  return mib2 < SPLIT_FROM ? `,max-ram-below-4g=${mib2}M` : "";
}
var TD_MONITOR_EXITS = /* @__PURE__ */ new Map([
  [3, { state: "broken", detail: "the TD monitor did not start the Trust Domain" }],
  [5, { state: "broken", detail: "the TD monitor had a fault" }],
  [7, { state: "crashed", detail: "the TDX module ended the Trust Domain: an access that is not allowed" }],
  [9, { state: "crashed", detail: "the guest reported a fatal error" }],
  [11, { state: "crashed", detail: "triple fault" }],
  [13, { state: "shutdown", detail: "the guest wrote to the debug-exit port" }]
]);

// src/vmm/qemu-machine.ts
var MIB3 = 1024 * 1024;
var PROCESSORS = {
  tdx: { machine: "accel=kvm,kernel-irqchip=split,confidential-guest-support=tdx0", cpu: "host" },
  "tdx-emulated": { machine: "accel=tcg", cpu: "max,phys-bits=48,mpx=off,pku=off" },
  kvm: { machine: "accel=kvm", cpu: "host" },
  emulated: { machine: "accel=tcg", cpu: "max" }
};
function machineArgs({ platform, cpu: cpu2, cpus, topology, memory: memory2, memoryBackend }) {
  const { machine, cpu: model } = PROCESSORS[platform];
  const layout = platform === "tdx-emulated" ? ramLayout(memory2) : "";
  const ram = platform === "tdx-emulated" ? ramOf(memory2) : Math.ceil(memory2 / MIB3);
  const held = memoryBackend === void 0 ? "" : ",memory-backend=ram";
  return [
    ...["-machine", `q35,${machine}${layout}${held}`],
    ...["-cpu", [cpu2?.model ?? model, ...cpu2?.flags ?? []].join(",")],
    ...["-smp", `${cpus}${topologyOf2(topology)}`],
    ...platform === "tdx-emulated" ? [] : ["-m", `${ram}M`],
    ...memoryBackend === void 0 ? [] : ["-object", backendOf(memoryBackend, ram)],
    ...["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
    ...["-device", "pvpanic-pci"]
  ];
}
function topologyOf2(topology) {
  if (topology === void 0) return "";
  const { sockets, dies, cores, threads } = topology;
  return `,sockets=${sockets},dies=${dies},cores=${cores},threads=${threads}`;
}
function backendOf({ kind, path, hugepages: hugepages2, shared, prealloc }, ram) {
  return [
    `memory-backend-${kind},id=ram,size=${ram}M`,
    ...path === void 0 ? [] : [`mem-path=${escapeComma(path)}`],
    `share=${onOff(shared)},prealloc=${onOff(prealloc)}`,
    ...hugepages2 === void 0 ? [] : [`hugetlb=on,hugetlbsize=${hugepages2}`]
  ].join(",");
}
function tdArgs({ quoteSocket, td }, program) {
  const object = {
    "qom-type": "tdx-guest",
    id: "tdx0",
    ...td === void 0 ? {} : tdProperties(td, program),
    ...quoteSocket === void 0 ? {} : { "quote-generation-socket": quoteSocket }
  };
  return ["-object", JSON.stringify(object), "-d", "guest_errors"];
}
function tdProperties(td, { version: version2 }) {
  const { debug, septVeDisable, mrconfigid, mrowner, mrownerconfig } = td;
  const old = version2 !== void 0 && isWithin(version2, { before: "10.1" }) === true;
  const debugging = old ? { debug: true } : { attributes: Number(tdAttributes(td)) };
  return {
    ...debug ? debugging : {},
    "sept-ve-disable": septVeDisable,
    ...given({
      mrconfigid: base64(mrconfigid),
      mrowner: base64(mrowner),
      mrownerconfig: base64(mrownerconfig)
    })
  };
}
function base64(hex) {
  return hex === void 0 ? void 0 : Buffer.from(hex, "hex").toString("base64");
}
function smbiosArgs({ smbios }) {
  if (smbios === void 0) return [];
  const system = Object.entries(smbios.system).map(([name, text]) => `${name}=${escapeComma(text)}`);
  const texts = smbios.oemStrings.map((text) => `value=${escapeComma(text)}`);
  return [
    ...system.length === 0 ? [] : ["-smbios", ["type=1", ...system].join(",")],
    ...texts.length === 0 ? [] : ["-smbios", ["type=11", ...texts].join(",")]
  ];
}
function onOff(value) {
  return value ? "on" : "off";
}

// src/vmm/qmp.ts
var QmpReader = class {
  #send;
  #report;
  #messages = new JsonMessages("\n", (message) => this.#receive(message));
  constructor(send, report) {
    this.#send = send;
    this.#report = report;
    this.#command("qmp_capabilities");
  }
  push(bytes) {
    this.#messages.push(bytes);
  }
  #command(name) {
    this.#send(`${JSON.stringify({ execute: name })}
`);
  }
  #receive({ event, ...message }) {
    const data = asRecord(message.data);
    if (event === "SHUTDOWN") {
      const reason3 = String(data?.reason ?? "unknown");
      if (data?.guest !== true) this.#report("broken", `QEMU was told to quit (${reason3})`);
      else
        this.#report(
          reason3 === "guest-reset" ? "reset" : reason3 === "guest-panic" ? "panicked" : "shutdown",
          reason3
        );
    } else if (event === "RESET") {
      this.#report("reset", String(data?.reason ?? "guest-reset"));
    } else if (event === "GUEST_PANICKED") {
      this.#report("panicked", panicDetail(asRecord(data?.info), data?.action));
    } else if (event === "STOP") {
      this.#command("query-status");
    } else if (asRecord(message.return)?.status === "internal-error") {
      this.#report("broken", "KVM internal error");
    }
  }
};
function panicDetail(info, action) {
  if (info?.type !== "tdx") return JSON.stringify(info ?? action ?? "no details");
  const code = info["error-code"];
  const shown = typeof code === "number" ? `0x${code.toString(16)}` : "unknown";
  const text = String(info.message ?? "").replaceAll("\0", "").trim();
  return `the TD reported a fatal error, code ${shown}${text === "" ? "" : `: ${text}`}`;
}

// src/vmm/qemu.ts
var FIRST_FD = 3;
var qemu = {
  name: "qemu",
  // RHEL and its relatives have QEMU outside of PATH.
  commands: ["qemu-system-x86_64", "/usr/libexec/qemu-kvm"],
  identify: async (path, platform) => {
    if (!isTrustDomain(platform)) return { name: "qemu", path };
    const { version: version2, tdxGuest } = await askQemu(path);
    return { name: "qemu", path, version: version2, tdx: tdxGuest };
  },
  plan: planQemu,
  control: (send, report) => new QmpReader(send, report),
  reboots: false,
  installHint: "Install it: sudo apt-get install --no-install-recommends qemu-system-x86"
};
function planQemu(spec, wiring, program) {
  const fds = /* @__PURE__ */ new Map();
  const fifos = /* @__PURE__ */ new Map();
  const wire = (channel) => {
    if (wiring === "files") return { file: `${channel}.log` };
    if (channel === "serial") {
      const fifo = join2(wiring.fifosIn, channel);
      fifos.set(channel, fifo);
      return { fifo };
    }
    const fd = FIRST_FD + fds.size;
    fds.set(fd, channel);
    return { fd };
  };
  const emulatedTd = spec.platform === "tdx-emulated";
  const virtio = emulatedTd ? ",disable-legacy=on,iommu_platform=on" : "";
  const ends = emulatedTd ? { ends: TD_MONITOR_EXITS } : {};
  const args = [
    ...machineArgs(spec),
    ...spec.platform === "tdx" ? tdArgs(spec, program) : [],
    ...emulatedTd ? emulatedTdArgs(spec, wire("td-module")) : firmwareArgs(spec.firmware),
    ...Object.entries(spec.fwCfg ?? {}).flatMap(([name, text]) => [
      "-fw_cfg",
      `name=${name},string=${escapeComma(text)}`
    ]),
    ...smbiosArgs(spec),
    ...kernelArgs(spec),
    ...disksArgs(spec.disks, virtio),
    ...networkArgs2(spec.network, virtio),
    ...vsockArgs2(spec.vsock, virtio),
    ...vfioArgs2(spec.vfio),
    ...[
      "-device",
      `virtio-serial-pci${virtio}`,
      ...chardev("console", wire("console")),
      "-device",
      "virtconsole,chardev=console"
    ],
    ...[...chardev("serial", wire("serial")), "-serial", "chardev:serial"],
    ...[...chardev("debugcon", wire("debugcon")), "-device", "isa-debugcon,iobase=0x402,chardev=debugcon"],
    ...wiring === "files" ? [] : [...chardev("control", wire("control")), "-qmp", "chardev:control"],
    ...spec.vmmArgs ?? []
  ];
  return { command: program.path, args, fds, fifos, stdout: "vmm", copies: [], ...ends };
}
function emulatedTdArgs({ firmware, memory: memory2, tdMonitor, td }, log) {
  const image = firmware !== void 0 && "image" in firmware ? firmware.image : "";
  return [...chardev("td-module", log), ...tdMonitorArgs(memory2, escapeComma(image), tdMonitor, td)];
}
function firmwareArgs(firmware) {
  if (firmware === void 0) return [];
  if ("image" in firmware) return ["-bios", firmware.image];
  return [
    ...["-drive", `if=pflash,unit=0,format=raw,readonly=on,file=${escapeComma(firmware.code)}`],
    ...["-drive", `if=pflash,unit=1,format=raw,snapshot=on,file=${escapeComma(firmware.vars)}`]
  ];
}
function kernelArgs({ kernel: kernel2, initrd, cmdline: cmdline2 }) {
  return [
    ...kernel2 === void 0 ? [] : ["-kernel", kernel2],
    ...initrd === void 0 ? [] : ["-initrd", initrd],
    ...cmdline2 === void 0 ? [] : ["-append", cmdline2]
  ];
}
function chardev(id, wire) {
  if ("fd" in wire) return ["-chardev", `socket,id=${id},fd=${wire.fd}`];
  if ("fifo" in wire) return ["-chardev", `pipe,id=${id},path=${escapeComma(wire.fifo)}`];
  return ["-chardev", `file,id=${id},path=${wire.file}`];
}

// src/vmm/backends.ts
var BACKENDS = { qemu, "cloud-hypervisor": cloudHypervisor };
function backendFor(vmm2) {
  return BACKENDS[vmm2];
}

// src/vmm/program.ts
import { constants } from "node:fs";
async function findProgram(backend, platform) {
  const path = find(backend, constants.X_OK);
  if (path !== void 0) return backend.identify(path, platform);
  const file = find(backend, constants.F_OK);
  if (file !== void 0) {
    throw new HostError("vmm-not-executable", `${file} may not be executed by this user`, {
      hint: `Make it executable: chmod +x ${file}`
    });
  }
  throw new HostError("vmm-missing", `${backend.commands[0]} is not installed`, {
    hint: backend.installHint
  });
}
function find({ commands }, mode) {
  return commands.map((command) => findCommand(command, mode)).find((path) => path !== void 0);
}

// src/host/kernel-log.ts
var SOURCES = [
  ["dmesg", "--kernel", "--notime"],
  ["journalctl", "--dmesg", "--boot", "--output=cat", "--no-pager", "--quiet"]
];
var ANSWER_MS2 = 1e4;
var LONGEST = 64 * 1024 * 1024;
var FIRST_LINE = /^Linux version \d/;
async function readKernelLog() {
  let partial;
  for (const source of SOURCES) {
    const log = await read(source);
    if (log?.whole === true) return log;
    partial ??= log;
  }
  return partial;
}
function kernelLog(lines2, from) {
  const plain = lines2.map((line) => line.replace(/^\[ *[TC]\d+\] ?/, "")).filter((line) => line !== "");
  return { lines: plain, from, whole: plain.slice(0, 20).some((line) => FIRST_LINE.test(line)) };
}
async function read(argv) {
  try {
    const question = {
      kind: "tool",
      own: { LC_ALL: "C" },
      deadlineMs: ANSWER_MS2,
      maxBytes: LONGEST
    };
    const { code, stdout } = await ask(argv, question);
    const log = kernelLog(String(stdout).split("\n"), argv.join(" "));
    return code !== 0 || log.lines.length === 0 ? void 0 : log;
  } catch (error) {
    if (error instanceof HostError) return void 0;
    throw error;
  }
}

// src/host/kvm-trial.ts
import { writeFileSync } from "node:fs";
import { join as join3 } from "node:path";
var DEADLINE_MS = 1e4;
var EXIT_DEVICE = "isa-debug-exit,iobase=0x501,iosize=1";
var EXIT_CODE = 73;
var TRIAL_CODE = [
  ["", "bits 16"],
  ["dbe3", "start: fninit"],
  ["9b", "fwait"],
  // Page tables at 0x1000: the first 2 MiB, one page, mapped to themselves.
  ["6631c0", "xor eax, eax"],
  ["8ec0", "mov es, ax"],
  ["66bf00100000", "mov edi, 0x1000"],
  ["66b9000c0000", "mov ecx, 0xc00"],
  ["fc", "cld"],
  ["f36667ab", "a32 rep stosd"],
  ["26c70600100320", "mov word [es:0x1000], 0x2003"],
  ["26c70600200330", "mov word [es:0x2000], 0x3003"],
  ["26c70600308300", "mov word [es:0x3000], 0x0083"],
  // CR4: PAE and SSE; EFER: long mode; CR0: protection and paging, which also leaves real mode.
  ["2e660f01168000", "o32 lgdt [cs:gdtr]"],
  ["66b820060000", "mov eax, 0x620"],
  ["0f22e0", "mov cr4, eax"],
  ["66b800100000", "mov eax, 0x1000"],
  ["0f22d8", "mov cr3, eax"],
  ["66b9800000c0", "mov ecx, 0xc0000080"],
  ["0f32", "rdmsr"],
  ["0d0001", "or ax, 0x100"],
  ["0f30", "wrmsr"],
  ["66b833000080", "mov eax, 0x80000033"],
  ["0f22c0", "mov cr0, eax"],
  ["66ea65000f000800", "jmp dword 8:0xf0000 + (entry - $$)"],
  ["", "bits 64"],
  ["31c0", "entry: xor eax, eax"],
  ["0fa2", "cpuid"],
  ["b806000000", "mov eax, 6"],
  ["f20f2ac0", "cvtsi2sd xmm0, eax"],
  ["f20f59c0", "mulsd xmm0, xmm0"],
  ["f20f2cc0", "cvttsd2si eax, xmm0"],
  ["66ba0105", "mov dx, 0x501"],
  ["ee", "out dx, al"],
  ["f4", "hlt"],
  ["0f00", "gdtr: dw 15"],
  ["86000f00", "dd 0xf0000 + (gdt - $$)"],
  ["0000000000000000", "gdt: dq 0"],
  ["00000000009a2000", "dq 0x00209a0000000000"]
];
var RESET_VECTOR = ["ea000000f0", "jmp 0xf000:start"];
var IMAGE_SIZE = 65536;
function trialImage() {
  const image = Buffer.alloc(IMAGE_SIZE);
  image.write(TRIAL_CODE.map(([code]) => code).join(""), "hex");
  image.write(RESET_VECTOR[0], IMAGE_SIZE - 16, "hex");
  return image;
}
async function tryKvm(qemu2, accelerator = "kvm") {
  try {
    return await withWorkDir("kvm", async (directory) => {
      const bios2 = join3(directory, "trial.bin");
      writeFileSync(bios2, trialImage());
      const argv = [qemu2, ...argumentsOf(bios2, accelerator)];
      const answer2 = await ask(argv, { kind: "vmm", own: { TMPDIR: directory }, deadlineMs: DEADLINE_MS });
      return answer2.code === EXIT_CODE ? { works: true } : { works: false, said: reason(answer2) };
    });
  } catch (error) {
    const late = error instanceof HostError && error.code === "command-timeout";
    return { works: false, said: late ? `not done after ${DEADLINE_MS / 1e3} s` : messageOf(error) };
  }
}
function argumentsOf(bios2, accelerator) {
  return [
    ...["-machine", `q35,accel=${accelerator}`, "-cpu", accelerator === "kvm" ? "host" : "max"],
    ...["-m", "16M", "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
    ...["-bios", bios2, "-device", EXIT_DEVICE]
  ];
}
function reason({ code, stderr }) {
  const said = stderr.split("\n").filter((line2) => line2 !== "" && !line2.includes("warning:"));
  const failure = said.find((line2) => /emulation failure/.test(line2));
  const line = failure === void 0 ? said[0] : `${said[0]}: ${failure}`;
  const ended = code === 0 ? "the guest was reset" : `QEMU ended with ${describeEnd(code)}`;
  return [line, ended].filter((part) => part !== void 0).join("; ");
}

// src/host/host.ts
var thisHost = {
  read: readText,
  exists: existsSync,
  device,
  msr: readMsr,
  kernelRelease: release(),
  kernelLog: readKernelLog,
  tryKvm: () => withCommand("qemu-system-x86_64", tryKvm),
  program: (name, platform) => findProgram(backendFor(name), platform)
};
function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return void 0;
  }
}
function device(path) {
  if (!existsSync(path)) return "missing";
  try {
    accessSync(path, constants2.R_OK | constants2.W_OK);
    closeSync(openSync(path, "r+"));
    return "open";
  } catch {
    return "denied";
  }
}
function readMsr(register) {
  try {
    const fd = openSync("/dev/cpu/0/msr", "r");
    try {
      const value = Buffer.alloc(8);
      readSync(fd, value, 0, 8, register);
      return value.readBigUInt64LE();
    } finally {
      closeSync(fd);
    }
  } catch {
    return void 0;
  }
}
async function withCommand(name, ask2) {
  const path = findCommand(name);
  return path === void 0 ? void 0 : ask2(path);
}

// src/host/slots.ts
import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync, readFileSync as readFileSync2 } from "node:fs";
import { totalmem } from "node:os";
import { join as join4 } from "node:path";

// src/host/check.ts
var ok = (evidence) => ({ state: "ok", evidence });
var problem = (evidence, fix) => ({ state: "problem", evidence, fix });
var unknown = (evidence, fix) => ({ state: "unknown", evidence, fix });
function lastLine(log, pattern) {
  return log?.lines.findLast((line) => pattern.test(line));
}
var TDX_PARAMETER = "/sys/module/kvm_intel/parameters/tdx";
var NO_LOG = "the kernel log cannot be read by this user";
var READ_LOG = "Run it as root: sudo tdx-boot doctor (or allow it: sudo sysctl kernel.dmesg_restrict=0).";

// src/host/checks/processor.ts
var ENABLE_IN_BIOS = "Turn on in the BIOS: Total Memory Encryption (TME), multi-tenant (TME-MT), TDX, the SEAM loader, and a TME-MT/TDX key split that leaves TDX at least 2 keys; see docs/tdx-host.md.";
var cpu = { id: "cpu", title: "CPU", decisive: false, look: lookAtCpu };
var bios = { id: "bios", title: "BIOS and SEAM", decisive: false, look: lookAtBios };
function lookAtCpu({ host }) {
  const info = host.read("/proc/cpuinfo");
  if (info === void 0) return unknown("/proc/cpuinfo cannot be read", "Mount /proc.");
  const field = (name) => new RegExp(`^${name}\\s*: *(.*)$`, "m").exec(info)?.[1]?.trim() ?? "";
  const flags = field("flags").split(" ");
  const who = `${field("vendor_id")} ${field("model name")}`.trim();
  if (flags.includes("tdx_host_platform")) return ok(`${who}, flag tdx_host_platform`);
  if (field("vendor_id") !== "GenuineIntel") {
    return problem(
      `${who === "" ? "not an x86 CPU" : who}: TDX is Intel's`,
      "Use a machine with an Intel Xeon Scalable of the 5th generation or later (of the 4th, some models)."
    );
  }
  if (flags.includes("hypervisor")) {
    return problem(`${who}, flag hypervisor: this is a virtual machine`, "Use the machine below it.");
  }
  return unknown(`${who}, no flag tdx_host_platform`, ENABLE_IN_BIOS);
}
function lookAtBios(view) {
  return fromRegisters(view) ?? fromLog(view);
}
function fromRegisters({ host }) {
  const [activate, seam, keys] = [2434, 5121, 135].map((register) => host.msr(register));
  if (activate === void 0) return void 0;
  const isOff = [
    [(activate & 2n) === 0n, "TME-MT is off (MSR 0x982, bit 1)"],
    [seam === void 0 || (seam & 0x800n) === 0n, "SEAM is off (MSR 0x1401, bit 11)"],
    [keys === void 0 || keys >> 32n === 0n, "no private KeyIDs (MSR 0x87, bits 63:32)"]
  ];
  const off = isOff.filter(([is]) => is).map(([, what]) => what);
  if (off.length > 0) return problem(off.join("; "), ENABLE_IN_BIOS);
  return ok(`TME-MT and SEAM are on (MSR 0x982, 0x1401), ${Number((keys ?? 0n) >> 32n)} private KeyIDs`);
}
function fromLog({ host, log }) {
  const refused = lastLine(log, /tdx: not enabled by BIOS/);
  if (refused !== void 0) return problem(refused, ENABLE_IN_BIOS);
  const enabled = lastLine(log, /tdx: BIOS enabled/);
  if (enabled !== void 0) return ok(enabled);
  if (host.read("/proc/cpuinfo")?.includes(" tdx_host_platform") === true)
    return ok("flag tdx_host_platform in /proc/cpuinfo");
  return unknown(
    log === void 0 ? "neither the registers nor the kernel log can be read by this user" : 'the kernel log has no line "BIOS enabled", and the registers cannot be read',
    "Read the registers as root: sudo modprobe msr && sudo tdx-boot doctor. If they say no, turn TDX on in the BIOS."
  );
}

// src/host/checks/capacity.ts
var keyIds = { id: "key-ids", title: "private KeyIDs", decisive: false, look: lookAtKeyIds };
var memory = { id: "memory", title: "memory", decisive: true, look: lookAtMemory };
var hugepages = {
  id: "hugepages",
  title: "hugepages",
  decisive: false,
  look: lookAtHugepages
};
var MIB4 = 1024 * 1024;
function tdCapacity(host, log) {
  const published = /^tdx (\d+)$/m.exec(host.read("/sys/fs/cgroup/misc.capacity") ?? "")?.[1];
  if (published !== void 0) {
    return { tds: Number(published), evidence: `/sys/fs/cgroup/misc.capacity: tdx ${published}` };
  }
  const line = lastLine(log, /private KeyID range \[\d+, *\d+\)/);
  const [, first, end] = /\[(\d+), *(\d+)\)/.exec(line ?? "") ?? [];
  if (line !== void 0) return { tds: Math.max(0, Number(end) - Number(first) - 1), evidence: line };
  const register = host.msr(135);
  if (register === void 0) return void 0;
  const keys = Number(register >> 32n);
  return { tds: Math.max(0, keys - 1), evidence: `MSR 0x87: ${keys} private KeyIDs` };
}
function availableMemory(host) {
  return memInfo(host, "MemAvailable");
}
function lookAtKeyIds({ host, log }) {
  const capacity = tdCapacity(host, log);
  if (capacity === void 0)
    return unknown(
      "their number cannot be read",
      "Turn TDX on in KVM, which then shows the number; or read it as root: sudo modprobe msr && sudo tdx-boot doctor"
    );
  const { tds, evidence } = capacity;
  if (tds === 0) return problem(`${evidence}: none is left for a TD`, ENABLE_IN_BIOS);
  const used = /^tdx (\d+)$/m.exec(host.read("/sys/fs/cgroup/misc.current") ?? "")?.[1];
  const use = used === void 0 ? "" : `, ${used} in use`;
  return ok(`${tds} ${tds === 1 ? "TD" : "TDs"} at a time${use} (${evidence})`);
}
function lookAtMemory({ host, wanted, held }) {
  const available = availableMemory(host);
  if (available === void 0) return unknown("/proc/meminfo cannot be read", "Mount /proc.");
  const has = `${mib(available)} available, ${mib(wanted.memory)} wanted`;
  if (available >= wanted.memory) return ok(has);
  if (available + held >= wanted.memory)
    return ok(`${has}: enough once TDs that hold ${mib(held)} have ended`);
  const reserved = (memInfo(host, "HugePages_Free") ?? 0) * (memInfo(host, "Hugepagesize") ?? 0);
  return problem(
    has,
    reserved > 0 ? `Give back the ${mib(reserved)} of free hugepages: sudo sysctl vm.nr_hugepages=0. Or lower guest.memory.` : "End programs that use memory, or lower guest.memory in the scenario."
  );
}
function lookAtHugepages({ host }) {
  const total = memInfo(host, "HugePages_Total");
  if (total === void 0) return unknown("/proc/meminfo does not say", "Nothing to do: a TD needs none.");
  const free = memInfo(host, "HugePages_Free") ?? 0;
  return ok(`${total} reserved, ${free} of them free; a TD needs none`);
}
function memInfo(host, name) {
  const found = new RegExp(`^${name}: *(\\d+)( kB)?$`, "m").exec(host.read("/proc/meminfo") ?? "");
  if (found === null) return void 0;
  return Number(found[1]) * (found[2] === void 0 ? 1 : 1024);
}
function mib(bytes) {
  return `${Math.floor(bytes / MIB4)} MiB`;
}

// src/host/slots.ts
var MIB5 = 1024 * 1024;
var STICKY = 1023;
var QUEUE = "tdx-boot-queue";
var HOLDER = /^tdx-boot-td-([1-9]\d{0,9})-([1-9]\d{0,8})-([1-9]\d{0,10})-[0-9a-f]{16}$/;
var LOOK_MS = 5e3;
async function takeSlot(request) {
  const { directory, total, waitMs, signal } = request;
  const deadline = performance.now() + waitMs;
  const onWait = () => request.onWait(`another run is first in the queue; ${describe(holdersIn(directory, total))}`);
  try {
    return await withLock(join4(directory, QUEUE), { waitMs, signal, onWait }, () => admit(request, deadline));
  } catch (error) {
    if (!(error instanceof TdxBootError) || error.code !== "lock-timeout") throw error;
    throw timedOut(request, "another run is still first in the queue");
  }
}
function holdersIn(directory, total = totalmem()) {
  return namesIn(directory).flatMap((name) => {
    const found = HOLDER.exec(name);
    if (found === null) return [];
    const [, pid, size, seconds] = found;
    const path = join4(directory, name);
    const file = lstatSync(path, { throwIfNoEntry: false });
    const memory2 = Number(size) * MIB5;
    if (file?.isFile() !== true || memory2 > total) return [];
    return [{ path, pid: Number(pid), user: file.uid, memory: memory2, since: Number(seconds) * 1e3 }];
  });
}
async function heldMemory(shared) {
  const directory = slotsPath(shared);
  if (directory === void 0) return 0;
  return (await living(directory)).reduce((sum, { memory: memory2 }) => sum + memory2, 0);
}
function slotLimit(capacity, setting) {
  if (setting === void 0 || setting === "") return capacity;
  if (/^[1-9]\d{0,5}$/.test(setting)) return Number(setting);
  throw new UsageError("bad-slots", `TDX_BOOT_SLOTS is ${JSON.stringify(setting)}`, {
    hint: "It is the number of Trust Domains that may run at a time on this host: 1 or more."
  });
}
function slotsPath(shared = SHARED_DIRECTORIES) {
  return shared.find((path) => isShared(path));
}
function slotsDirectory(shared) {
  const directory = slotsPath(shared);
  if (directory !== void 0) return directory;
  const places = (shared ?? SHARED_DIRECTORIES).join(" or ");
  throw new HostError("slots-unavailable", `cannot count the Trust Domains of this host in ${places}`, {
    hint: "One of them has to be a directory of root with mode 1777, so that no user can remove the slots of another."
  });
}
async function admit(request, deadline) {
  for (; ; ) {
    request.signal?.throwIfAborted();
    const holders = await living(request.directory, request.total);
    const full = whyFull(request, holders);
    if (full === void 0) return hold(request);
    if (holders.length === 0) throw noMemory(full);
    request.onWait(`${full}; ${describe(holders)}`);
    await oneEnds(holders, request, deadline, full);
  }
}
function whyFull({ limit, memory: memory2, available }, holders) {
  if (limit !== void 0 && holders.length >= limit) return `every slot of this host is taken (${limit})`;
  const free = available();
  if (free === void 0) return void 0;
  const promised = holders.reduce((sum, holder) => sum + untouched(holder), 0);
  if (free - promised >= memory2) return void 0;
  const less = promised === 0 ? "" : `, ${mib(promised)} of it promised to running TDs`;
  return `${mib(memory2)} of memory are wanted, ${mib(free)} are available${less}`;
}
function untouched({ pid, memory: memory2 }) {
  const children = namesIn(`/proc/${pid}/task`).flatMap(
    (task) => (readText2(`/proc/${pid}/task/${task}/children`) ?? "").split(" ").filter((child) => child !== "")
  );
  const resident = children.map(
    (child) => /^VmRSS:\s*(\d+) kB$/m.exec(readText2(`/proc/${child}/status`) ?? "")?.[1]
  );
  const touched = resident.reduce((sum, kib) => sum + Number(kib ?? 0) * 1024, 0);
  return Math.max(0, memory2 - touched);
}
async function living(directory, total) {
  const alive = [];
  for (const holder of holdersIn(directory, total)) if (await isHeld(holder.path)) alive.push(holder);
  return alive;
}
async function isHeld(path) {
  try {
    const lock = await tryLock(path);
    lock?.release();
    return lock === void 0;
  } catch (error) {
    if (error instanceof HostError && codeOf(error.cause) === "EACCES") return false;
    throw error;
  }
}
async function hold({ directory, memory: memory2 }) {
  const seconds = Math.floor(Date.now() / 1e3);
  const random = randomBytes(8).toString("hex");
  const name = `tdx-boot-td-${process.pid}-${Math.ceil(memory2 / MIB5)}-${seconds}-${random}`;
  return takeLock(join4(directory, name), { waitMs: LOOK_MS });
}
async function oneEnds(holders, request, deadline, full) {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, ...request.signal === void 0 ? [] : [request.signal]]);
  const waitMs = Math.max(0, deadline - performance.now());
  const waits = holders.map(({ path }) => withLock(path, { waitMs, signal }, async () => void 0));
  try {
    await Promise.race(waits);
  } catch (error) {
    request.signal?.throwIfAborted();
    if (error instanceof TdxBootError && error.code === "lock-timeout") throw timedOut(request, full);
    throw error;
  } finally {
    done.abort();
    await Promise.allSettled(waits);
  }
}
function describe(holders) {
  const who = holders.map(({ pid, user, memory: memory2, since }) => {
    const minutes = Math.max(0, Math.floor((Date.now() - since) / 6e4));
    return `process ${pid} of user ${user} (${mib(memory2)}, for ${minutes} min)`;
  });
  const count = `${who.length} ${who.length === 1 ? "TD runs" : "TDs run"}`;
  const named = who.slice(0, 8).join(", ");
  return who.length === 0 ? "no TD runs yet" : `${count}: ${named}${who.length > 8 ? ", \u2026" : ""}`;
}
function timedOut({ directory, total, waitMs }, why) {
  const holders = holdersIn(directory, total);
  const pids = holders.map(({ pid }) => pid).join(",");
  return new HostError(
    "slot-timeout",
    `no slot for a Trust Domain came free in ${waitMs / 1e3} s: ${why}; ${describe(holders)}`,
    {
      hint: pids === "" ? `See who holds it: fuser ${join4(directory, QUEUE)}` : `See what they do: ps -fp ${pids}`
    }
  );
}
function noMemory(why) {
  return new HostError(
    "slot-no-memory",
    `no memory for this Trust Domain: ${why}, and no other TD will give any back`,
    {
      hint: "End programs that use memory, or lower guest.memory in the scenario."
    }
  );
}
function isShared(path) {
  const found = lstatSync(path, { throwIfNoEntry: false });
  const trusted = found?.uid === 0 || found?.uid === process.geteuid?.();
  return found?.isDirectory() === true && trusted && (found.mode & 4095) === STICKY;
}
function namesIn(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
function readText2(path) {
  try {
    return readFileSync2(path, "utf8");
  } catch {
    return void 0;
  }
}

// src/guest/files.ts
import { readFileSync as readFileSync3, statSync as statSync2 } from "node:fs";

// src/compat/rows/any-vmm-rows.ts
var ANY_VMM_ROWS = [
  {
    id: "vmm-args",
    when: { platforms: PLATFORMS, needs: ["vmm-args"] },
    verdict: "unknown",
    about: "vmm-args",
    reason: "this table does not know what the arguments in vmm-args do",
    reference: "docs/scenario.md",
    certainty: "documented",
    advice: "Use keys of the scenario where there are any."
  }
];

// src/compat/rows/cloud-hypervisor-rows.ts
var CH = { vmm: "cloud-hypervisor" };
var ANY = { ...CH, platforms: ["tdx", "kvm"] };
var TD = { ...CH, platforms: ["tdx"] };
var PLAIN = { ...CH, platforms: ["kvm"] };
var ABI = "kvm-upstream-2022.08.07-v5.19-rc8";
var SECTIONS = "cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections";
var DEVICE_MODEL = "cloud-hypervisor docs/device_model.md";
var USE_PIN = "Leave vmm-ref out: tdx-boot then builds the version that it pins";
var USE_QEMU_10_1 = 'Use QEMU 10.1 or later with "pins: current" on a host of Linux 6.16 or later.';
var CLOUD_HYPERVISOR_ROWS = [
  {
    id: "ch-before-35",
    when: { ...ANY, vmmVersion: { before: "35.0" } },
    verdict: "not-offered",
    about: "vmm",
    reason: "Cloud Hypervisor before v35.0 has no --pvpanic, by which a guest kernel reports its panic",
    reference: "cloud-hypervisor v34.0 and v35.0 src/main.rs",
    certainty: "read in source",
    advice: `${USE_PIN}.`
  },
  {
    id: "ch-emulated",
    when: { ...CH, platforms: ["emulated", "tdx-emulated"] },
    verdict: "not-offered",
    about: "vmm",
    reason: "Cloud Hypervisor needs KVM and cannot boot the platforms emulated and tdx-emulated",
    reference: "cloud-hypervisor README.md",
    certainty: "documented",
    advice: "Use vmm: qemu, or platform: kvm."
  },
  {
    id: "ch-without-tdx",
    when: { ...TD, vmmTdx: false },
    verdict: "refused",
    about: "vmm",
    reason: "this Cloud Hypervisor was built without the feature tdx, as every released program is",
    reference: "cloud-hypervisor .github/workflows/release.yaml; --version -v lists the features",
    certainty: "read in source",
    advice: "Build one with the feature tdx: tdx-boot firmware build cloud-hypervisor."
  },
  {
    id: "ch-53-no-tdx",
    when: { ...TD, vmmVersion: { from: "53.0" }, vmmReleased: true },
    verdict: "does-not-build",
    about: "vmm",
    reason: "Cloud Hypervisor cannot be built with the feature tdx from v53.0 on (compile_error!)",
    reference: "cloud-hypervisor v53.0 cloud-hypervisor/src/main.rs:899, commit b2d1065a",
    certainty: "read in source",
    advice: `${USE_PIN}, for a host with ${ABI}; v52.0 is the last that can be built. ${USE_QEMU_10_1}`
  },
  {
    id: "ch-48-firmware-and-kernel",
    when: { ...TD, vmmVersion: { from: "48.0", before: "53.0" }, payload: ["kernel"] },
    verdict: "refused",
    about: "kernel",
    reason: "Cloud Hypervisor refuses --firmware together with --kernel from v48.0 on, for TDs too",
    reference: "cloud-hypervisor v48.0 vmm/src/vm_config.rs:717, commit dd8687ae; issue #7630",
    certainty: "read in source",
    advice: `${USE_PIN}, which takes both, or boot a disk image with TDVF.`
  },
  {
    id: "ch-other-abi",
    when: {
      ...TD,
      vmmVersion: { from: "30.0", before: "53.0" },
      vmmReleased: true,
      host: ["upstream", "intel-canonical"]
    },
    verdict: "refused",
    about: "vmm",
    reason: `Cloud Hypervisor v30.0 to v52.0 speaks the KVM interface of Intel's ${ABI}, and the first ioctl on any other host fails with EINVAL`,
    reference: "cloud-hypervisor PR #5007 (e4ae668bc); issues #8540 (Linux 7.0, Ubuntu 26.04) and #7207",
    certainty: "said in an issue",
    advice: USE_QEMU_10_1
  },
  {
    id: "ch-patched",
    when: { ...TD, vmmReleased: false, host: ["upstream"] },
    verdict: "unknown",
    about: "vmm",
    reason: "a Cloud Hypervisor between releases may have a series for Linux 6.16, such as PR #8724 with an edk2-stable202405 or later, or td-shim v0.8.0 with one CPU; its author says that it boots",
    reference: "cloud-hypervisor PR #8724 (closed 2026-08), branch gjolly/fix/tdx_snp_guard, issue #8540",
    certainty: "said in an issue",
    advice: USE_QEMU_10_1
  },
  {
    id: "ch-tdvf-disk",
    when: {
      ...TD,
      vmmVersion: { from: "35.0", before: "53.0" },
      vmmTdx: true,
      firmware: ["tdvf"],
      firmwareRelease: { before: "202405" },
      payload: ["disk"],
      host: ["intel-2022"]
    },
    verdict: "works",
    about: "firmware",
    reason: "the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)",
    reference: "cloud-hypervisor docs/intel_tdx.md",
    certainty: "documented"
  },
  {
    id: "ch-td-shim-kernel",
    when: {
      ...TD,
      vmmVersion: { from: "35.0", before: "48.0" },
      vmmTdx: true,
      firmware: ["td-shim"],
      payload: ["kernel"],
      host: ["intel-2022"]
    },
    verdict: "works",
    about: "firmware",
    reason: "the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)",
    reference: "cloud-hypervisor docs/intel_tdx.md",
    certainty: "documented"
  },
  {
    id: "ch-td-shim-executable",
    when: {
      ...TD,
      vmmVersion: { from: "35.0", before: "53.0" },
      vmmTdx: true,
      firmware: ["td-shim-executable", "td-shim-example"],
      payload: ["executable"],
      host: ["intel-2022"]
    },
    verdict: "works",
    about: "firmware",
    reason: "Cloud Hypervisor launches it as it does a kernel: it puts each section where the image wants it",
    reference: SECTIONS,
    certainty: "inferred"
  },
  {
    id: "ch-tdvf-kernel",
    when: { ...TD, firmware: ["tdvf", "distribution", "distribution-secure"], payload: ["kernel"] },
    verdict: "not-offered",
    about: "kernel",
    reason: "Cloud Hypervisor loads a kernel only into a Payload section, and TDVF has none: before v48.0 the kernel is dropped without a word and TDVF looks for a disk, from v48.0 on both together are refused",
    reference: SECTIONS,
    certainty: "read in source",
    advice: "Boot a disk image, use td-shim for the kernel, or use vmm: qemu."
  },
  {
    id: "ch-td-initrd",
    when: { ...TD, needs: ["initrd"] },
    verdict: "not-offered",
    about: "initrd",
    reason: "Cloud Hypervisor gives a Trust Domain no initrd: it loads only what the firmware has a section for, and no firmware has a section for an initrd",
    reference: `${SECTIONS}; td-shim v0.8.0 sets no ramdisk fields`,
    certainty: "read in source",
    advice: 'Boot from a disk ("tdx-boot probe IMAGE --kernel FILE" writes the probe guest as a disk), build the initramfs into the kernel (CONFIG_INITRAMFS_SOURCE), or use TDVF with vmm: qemu.'
  },
  {
    id: "ch-kvm-firmware-and-kernel",
    when: { ...PLAIN, payload: ["kernel"], needs: ["firmware"] },
    verdict: "refused",
    about: "kernel",
    reason: "without a Trust Domain Cloud Hypervisor boots a firmware or a kernel, not both",
    reference: "cloud-hypervisor v47.0 vmm/src/vm.rs, load_payload",
    certainty: "inferred",
    advice: "Leave out guest.kernel or firmware, or use vmm: qemu."
  },
  {
    id: "ch-kvm-tdvf",
    when: {
      ...PLAIN,
      firmware: ["tdvf", "td-shim", "td-shim-executable", "td-shim-example", "distribution", "plain-ovmf"]
    },
    verdict: "refused",
    about: "firmware",
    reason: "without a Trust Domain the firmware of Cloud Hypervisor is an ELF program with a PVH entry, such as CLOUDHV.fd, and this is none",
    reference: "cloud-hypervisor docs/uefi.md: edk2 for it is built as CLOUDHV.fd",
    certainty: "documented",
    advice: "Name CLOUDHV.fd or rust-hypervisor-fw, or use vmm: qemu."
  },
  {
    id: "ch-flash",
    when: { ...ANY, needs: ["flash"] },
    verdict: "not-offered",
    about: "firmware",
    reason: "Cloud Hypervisor has no flash chips (firmware: code and vars)",
    reference: DEVICE_MODEL,
    certainty: "documented",
    advice: "Give one image, such as OVMF.inteltdx.fd in a TD or CLOUDHV.fd without, or use vmm: qemu without a TD."
  },
  {
    id: "ch-disk-bus",
    when: { ...ANY, needs: ["nvme", "sata", "scsi"] },
    verdict: "not-offered",
    about: "bus",
    reason: "the disks of Cloud Hypervisor are virtio disks only",
    reference: DEVICE_MODEL,
    certainty: "documented",
    advice: "Use bus: virtio, or vmm: qemu."
  },
  {
    id: "ch-backing-file",
    when: { ...ANY, needs: ["backing-file"] },
    verdict: "not-offered",
    about: "disk",
    reason: "the guest of Cloud Hypervisor gets a copy of its disk, beside which a backing file or data file is not found",
    reference: "cloud-hypervisor v47.0 block/src/qcow/mod.rs, from_with_nesting_depth",
    certainty: "read in source",
    advice: "Merge the files first (qemu-img convert -O qcow2 IMAGE MERGED), or use vmm: qemu."
  },
  {
    id: "ch-raw-like-qcow2",
    when: { ...ANY, vmmVersion: { before: "51.0" }, needs: ["raw-like-qcow2"] },
    verdict: "not-offered",
    about: "disk",
    reason: "Cloud Hypervisor before v51.0 takes the format of a disk from its content, and this raw disk begins like a qcow2 image",
    reference: "cloud-hypervisor v47.0 detects the type; --disk image_type came with v51.0",
    certainty: "inferred",
    advice: "Use vmm: qemu, which takes the format as it is said."
  },
  {
    id: "ch-user-network",
    when: { ...ANY, needs: ["user-network"] },
    verdict: "not-offered",
    about: "network",
    reason: "Cloud Hypervisor has no user network",
    reference: DEVICE_MODEL,
    certainty: "documented",
    advice: "Leave guest.network out, or use vmm: qemu."
  },
  {
    id: "ch-quote-socket",
    when: { ...ANY, needs: ["quote-socket"] },
    verdict: "not-offered",
    about: "quote-socket",
    reason: "Cloud Hypervisor connects no quote generation service",
    reference: "cloud-hypervisor docs/intel_tdx.md names no option for it",
    certainty: "inferred",
    advice: "Leave guest.quote-socket out, or use vmm: qemu."
  },
  {
    id: "ch-cpu",
    when: { ...ANY, needs: ["cpu"] },
    verdict: "not-offered",
    about: "cpu",
    reason: "Cloud Hypervisor has no CPU models and flags: its guests see the processor of the host",
    reference: "cloud-hypervisor docs/cpu.md",
    certainty: "documented",
    advice: "Leave guest.cpu out, or use vmm: qemu."
  },
  {
    id: "ch-memory-file",
    when: { ...ANY, needs: ["memory-file"] },
    verdict: "not-offered",
    about: "memory-backend",
    reason: "Cloud Hypervisor has a file behind memory only in memory zones, which a scenario does not have",
    reference: "cloud-hypervisor docs/memory.md",
    certainty: "documented",
    advice: "Leave the path out: hugepages, shared and prealloc are there without a file. Or use vmm: qemu."
  },
  {
    id: "ch-smbios",
    when: { ...ANY, needs: ["smbios-fields"] },
    verdict: "not-offered",
    about: "smbios",
    reason: "of the SMBIOS of Cloud Hypervisor only serial number, UUID and OEM strings can be chosen",
    reference: "cloud-hypervisor v47.0 vmm/src/vm_config.rs, PlatformConfig",
    certainty: "read in source",
    advice: "Leave the other fields out, or use vmm: qemu."
  },
  {
    id: "ch-td-attributes",
    when: { ...TD, needs: ["td-attributes", "td-identity"] },
    verdict: "not-offered",
    about: "td",
    reason: "Cloud Hypervisor chooses the attributes of a TD itself and gives it no identity",
    reference: "cloud-hypervisor v47.0 hypervisor/src/kvm/mod.rs, tdx_init",
    certainty: "read in source",
    advice: "Leave guest.td out, or use vmm: qemu."
  },
  {
    id: "ch-typing",
    when: { ...ANY, needs: ["typing"] },
    verdict: "not-offered",
    about: "typing",
    reason: "nothing can be typed into the consoles of Cloud Hypervisor as tdx-boot reads them (send)",
    reference: "cloud-hypervisor docs/device_model.md; src/vmm/cloud-hypervisor.ts for the wiring with files",
    certainty: "inferred",
    advice: "Leave out the step, or use vmm: qemu."
  }
];

// src/compat/rows/firmware-rows.ts
var TD2 = ["tdx", "tdx-emulated"];
var HARDWARE = ["tdx"];
var PLAIN2 = ["kvm", "emulated"];
var NO_RBP_MOD = ["upstream", "intel-canonical"];
var FIRMWARE_ROWS = [
  {
    id: "host-without-tdx",
    when: { platforms: HARDWARE, host: ["none"] },
    verdict: "refused",
    about: "platform",
    reason: "this host's KVM makes no Trust Domains",
    reference: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
    certainty: "read in source",
    advice: 'Run "tdx-boot doctor", which says what is missing, or boot the guest with platform: kvm.'
  },
  {
    id: "td-without-firmware",
    when: { platforms: TD2, firmware: ["none"] },
    verdict: "refused",
    about: "platform",
    reason: "a Trust Domain starts in its firmware, and no VMM brings one for it",
    reference: 'QEMU: "failed to parse TDVF for TDX VM"; cloud-hypervisor: "No TDX firmware specified"',
    certainty: "read in source",
    advice: "Set firmware: tdvf, or an image such as OVMF.inteltdx.fd."
  },
  {
    id: "td-flash",
    when: { platforms: TD2, needs: ["flash"] },
    verdict: "refused",
    about: "firmware",
    reason: "a Trust Domain has no flash chips (firmware: code and vars): KVM has no private memory that is read-only",
    reference: "QEMU docs/system/i386/tdx.rst: firmware by -bios only",
    certainty: "documented",
    advice: "Give one image with both, such as OVMF.inteltdx.fd."
  },
  {
    id: "tdvf-rbp",
    when: { platforms: TD2, firmware: ["tdvf"], firmwareRelease: { before: "202405" }, host: NO_RBP_MOD },
    verdict: "hangs-silently",
    about: "pins",
    reason: "TDVF before edk2-stable202405, as the documented pin is, passes RBP in every TDVMCALL, which a TD with NO_RBP_MOD may not: its first port access fails, and not one byte is printed",
    reference: "edk2 MdePkg/Library/BaseLib/X64/TdVmcall.nasm, TDVMCALL_EXPOSE_REGS_MASK: 0xffec up to edk2-stable202402, 0xffcc from 202405 (bugzilla 4696); td-shim commit e3a692b",
    certainty: "inferred",
    advice: 'Use "pins: current", or firmware of edk2-stable202405 or later.'
  },
  {
    id: "td-shim-rbp",
    when: {
      platforms: TD2,
      firmware: ["td-shim", "td-shim-executable", "td-shim-example"],
      firmwareRelease: { before: "0.8.1" },
      host: NO_RBP_MOD,
      cpus: 2
    },
    verdict: "crashes",
    about: "cpus",
    reason: "td-shim up to v0.8.0 passes RBP when it starts the other CPUs, which a TD with NO_RBP_MOD may not: with 2 or more CPUs it triple-faults",
    reference: "td-shim v0.8.0 td-shim/src/bin/td-shim/asm/ap_loop.asm (mask 0xffec); commit e3a692b",
    certainty: "read in source",
    advice: "Set cpus: 1, or build td-shim from its commit e3a692b or later."
  },
  {
    id: "tdvf-202605-cpus",
    when: {
      platforms: TD2,
      vmm: "qemu",
      firmware: ["tdvf"],
      firmwareRelease: { from: "202605" },
      host: ["upstream"],
      cpus: 2
    },
    verdict: "unknown",
    about: "firmware",
    reason: "kata-containers took edk2-stable202605 back because TDs with more CPUs timed out, and nobody has said why",
    reference: "kata-containers PR #13678 (2026-08-20)",
    certainty: "said in an issue",
    advice: 'Use "pins: current" (edk2-stable202511).'
  },
  {
    id: "plain-ovmf",
    when: { platforms: HARDWARE, firmware: ["plain-ovmf"], host: ["upstream"] },
    verdict: "hangs-silently",
    about: "firmware",
    reason: "a distribution's OVMF.fd is not made for Trust Domains: it hangs with 0 bytes of output",
    reference: "confidential-os-builder issue #60",
    certainty: "said in an issue",
    advice: "Use OVMF.inteltdx.fd of the same package (Ubuntu 25.10 and later; noble has none), or firmware: tdvf."
  },
  {
    id: "td-shim-without-kernel",
    when: { platforms: TD2, firmware: ["td-shim"], payload: ["disk"] },
    verdict: "hangs-silently",
    about: "guest",
    reason: "td-shim's Linux image reads no disk, and guest.kernel is not set: it panics, which a release image does not print",
    reference: "td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs; Cargo.toml release_max_level_off",
    certainty: "read in source",
    advice: "Set guest.kernel to a bzImage, or use firmware: tdvf for the disk."
  },
  {
    id: "td-shim-without-td",
    when: { platforms: PLAIN2, firmware: ["td-shim", "td-shim-executable", "td-shim-example"] },
    verdict: "hangs-silently",
    about: "firmware",
    reason: "td-shim keeps its stack within the image, which is read-only without a Trust Domain: not one byte is printed",
    reference: "QEMU 7.2 under TCG; QEMU hw/i386/x86-common.c x86_bios_rom_init",
    certainty: "seen in a log",
    advice: "Boot td-shim with platform: tdx, or the kernel without firmware."
  },
  {
    id: "guest-before-5.19",
    when: { platforms: TD2, payload: ["kernel"], guestKernel: { before: "5.19" } },
    verdict: "unknown",
    about: "kernel",
    reason: "mainline guests know Trust Domains since Linux 5.19; an older one boots only with a backport, as in RHEL 9",
    reference: "Linux arch/x86/coco/tdx/tdx.c, since v5.19; RHCOS 9 logs (5.14)",
    certainty: "seen in a log",
    advice: "Boot a kernel of Linux 5.19 or later with CONFIG_INTEL_TDX_GUEST=y."
  },
  {
    id: "guest-mtrr",
    when: { platforms: TD2, payload: ["kernel"], guestKernel: { from: "5.19", before: "6.0" } },
    verdict: "unknown",
    about: "kernel",
    reason: "early TDX guests may stop in the MTRR code (#VE on a write to CR0.CD), silently after the line of the EFI stub",
    reference: "nvtrust issue #71, canonical/tdx issue #185",
    certainty: "said in an issue",
    advice: "Add clearcpuid=mtrr to the command line, or boot a newer kernel."
  }
];

// src/compat/rows/qemu-rows.ts
var TD3 = { platforms: ["tdx"], vmm: "qemu" };
var PLAIN3 = { platforms: ["kvm", "emulated"], vmm: "qemu" };
var UPSTREAM = { ...TD3, vmmVersion: { from: "10.1" }, vmmTdx: true, host: ["upstream"] };
var USE_10_1 = "Use QEMU 10.1 or later, for example of Ubuntu 25.10 or of Debian after trixie.";
var QEMU_ROWS = [
  {
    id: "qemu-without-tdx-guest",
    when: { ...TD3, vmmTdx: false },
    verdict: "refused",
    about: "vmm",
    reason: "this QEMU has no object tdx-guest: it is older than 10.1, or was built without CONFIG_TDX",
    reference: "QEMU 10.0.13 and 7.2.22: Parameter 'qom-type' does not accept value 'tdx-guest'",
    certainty: "seen in a log",
    advice: USE_10_1
  },
  {
    id: "qemu-before-10.1",
    when: { ...TD3, vmmVersion: { before: "10.1" }, vmmTdx: true, host: ["upstream"] },
    verdict: "refused",
    about: "vmm",
    reason: "a QEMU before 10.1 has its TDX from an out-of-tree series, which speaks the interface of another kernel",
    reference: "QEMU docs/system/i386/tdx.rst, upstream since 10.1; cloud-hypervisor PR #6292 for the same break elsewhere",
    certainty: "inferred",
    advice: USE_10_1
  },
  {
    id: "qemu-on-old-abi",
    when: { ...TD3, vmmVersion: { from: "10.1" }, host: ["intel-2022", "intel-canonical"] },
    verdict: "refused",
    about: "vmm",
    reason: "QEMU from 10.1 on asks for VM type 5 of Linux 6.16, which the KVM of Intel's older trees has not",
    reference: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
    certainty: "inferred",
    advice: "Boot a kernel of Linux 6.16 or later on the host, or use the VMM that belongs to the host's tree."
  },
  {
    id: "qemu-td-shim-linux",
    when: { ...TD3, firmware: ["td-shim"] },
    verdict: "refused",
    about: "firmware",
    reason: "QEMU refuses td-shim's Linux image: TDVF contains unsupported section type 5",
    reference: "td-shim issue #656, MigTD issue #361; QEMU hw/i386/tdvf.c",
    certainty: "said in an issue",
    advice: "Use TDVF, or td-shim with vmm: cloud-hypervisor."
  },
  {
    id: "qemu-td-shim-executable",
    when: {
      ...TD3,
      vmmVersion: { before: "10.1" },
      vmmTdx: true,
      firmware: ["td-shim-executable", "td-shim-example"],
      payload: ["executable"],
      host: ["intel-2022", "intel-canonical"]
    },
    verdict: "works",
    about: "firmware",
    reason: "td-shim's own CI boots its payloads with a QEMU of Intel's tree",
    reference: "td-shim sh_script/integration_tdx.sh",
    certainty: "read in source"
  },
  {
    id: "qemu-td-shim-scratch",
    when: {
      ...TD3,
      vmmVersion: { from: "10.1" },
      firmware: ["td-shim-executable", "td-shim-example"],
      firmwareRelease: { before: "0.8.1" }
    },
    verdict: "refused",
    about: "firmware",
    reason: "QEMU from 10.1 on wants td-shim's scratch memory in RAM, and up to v0.8.0 it lies just below 4 GiB: Failed to accept memory for TDVF section 3",
    reference: "QEMU target/i386/kvm/tdx.c tdx_accept_ram_range; td-shim v0.8.0 config_memory_exec.json",
    certainty: "read in source",
    advice: "Use vmm: cloud-hypervisor on a host with Intel's kvm-upstream-2022.08.07-v5.19-rc8."
  },
  {
    id: "qemu-td-debug",
    when: { ...TD3, vmmVersion: { from: "10.1" }, needs: ["td-debug"] },
    verdict: "refused",
    about: "td",
    reason: "QEMU from 10.1 on starts no TD with the attribute DEBUG: Some QEMU unsupported TD attribute bits being requested",
    reference: "QEMU target/i386/kvm/tdx.c, TDX_SUPPORTED_TD_ATTRS",
    certainty: "read in source",
    advice: "Leave debug out, or use the QEMU of Intel's tree on its host."
  },
  {
    id: "qemu-iommufd",
    when: {
      platforms: ["tdx", "kvm", "emulated"],
      vmm: "qemu",
      vmmVersion: { before: "9.0" },
      needs: ["vfio"]
    },
    verdict: "not-offered",
    about: "vfio",
    reason: "QEMU before 9.0 has no object iommufd",
    reference: "QEMU qapi/qom.json, IOMMUFDProperties (since 9.0)",
    certainty: "documented",
    advice: "Use QEMU 9.0 or later."
  },
  {
    id: "qemu-tdvf",
    when: {
      ...UPSTREAM,
      firmware: ["tdvf"],
      firmwareRelease: { from: "202405" },
      payload: ["disk", "kernel"]
    },
    verdict: "works",
    about: "firmware",
    reason: "the upstream stack; kata-containers runs its nightly TDs with edk2-stable202511",
    reference: "QEMU docs/system/i386/tdx.rst; cloud-hypervisor issue #8540; kata-containers versions.yaml",
    certainty: "said in an issue"
  },
  {
    id: "qemu-distribution",
    when: { ...UPSTREAM, firmware: ["distribution"], payload: ["disk", "kernel"] },
    verdict: "works",
    about: "firmware",
    reason: "the stack of Ubuntu 25.10 and later",
    reference: "cloud-hypervisor issue #8540 (QEMU 10.2); confidential-os-builder issue #60",
    certainty: "said in an issue"
  },
  {
    id: "qemu-distribution-secure",
    when: { ...UPSTREAM, firmware: ["distribution-secure"], payload: ["disk", "kernel"] },
    verdict: "works",
    about: "firmware",
    reason: "for a signed boot loader or kernel: it enforces Secure Boot and stops after BdsDxe at anything else",
    reference: "confidential-os-builder issue #62; cloud-hypervisor issue #8540",
    certainty: "said in an issue"
  },
  {
    id: "qemu-plain-kernel",
    when: { ...PLAIN3, firmware: ["none"], payload: ["kernel"] },
    verdict: "works",
    about: "kernel",
    reason: "QEMU's own firmware loads a kernel; tdx-boot's tests boot kernels so",
    reference: "QEMU 7.2.22 with Debian 6.1 under TCG and nested KVM",
    certainty: "seen in a log"
  },
  {
    id: "qemu-plain-tdvf",
    when: { ...PLAIN3, firmware: ["tdvf"], payload: ["disk", "kernel"] },
    verdict: "works",
    about: "firmware",
    reason: "TDVF boots disks and kernels without a TD too; only in a TD it drops virtio-scsi and USB",
    reference: "QEMU 7.2.22 and 11.1.3 under TCG with the documented pin; OvmfPkg/IntelTdx/IntelTdxX64.fdf",
    certainty: "seen in a log"
  }
];

// src/compat/rows/td-monitor-rows.ts
var EMULATED = { platforms: ["tdx-emulated"], vmm: "qemu" };
var TD_MONITOR_ROWS = [
  {
    id: "td-monitor-qemu",
    when: { ...EMULATED, vmmVersion: { before: "7.2" } },
    verdict: "not-offered",
    about: "vmm",
    reason: "the TD monitor was run under QEMU 7.2 and later: an older one may lack a part of SVM that it needs",
    reference: "td-monitor/README.md",
    certainty: "inferred",
    advice: "Install QEMU 7.2 or later, as Debian 12 and Ubuntu 24.04 have."
  },
  {
    id: "td-monitor-cpus",
    when: { ...EMULATED, cpus: 17 },
    verdict: "not-offered",
    about: "cpus",
    reason: "an emulated Trust Domain has at most 16 vCPUs",
    reference: "td-monitor/td.h",
    certainty: "read in source",
    advice: "Set guest.cpus to 16 or less."
  },
  {
    id: "td-monitor-memory",
    when: { ...EMULATED, needs: ["odd-memory"] },
    verdict: "not-offered",
    about: "memory",
    reason: "an emulated Trust Domain has whole units of 2 MiB, and no size from 2784M to 2815M, where q35 would split RAM elsewhere than for a real TD",
    reference: "td-monitor/README.md; QEMU hw/i386/pc_q35.c, lowmem",
    certainty: "read in source",
    advice: "Set guest.memory to an even number of MiB, such as 1G, 2G or 4G."
  },
  {
    id: "td-monitor-cpu",
    when: { ...EMULATED, needs: ["cpu"] },
    verdict: "not-offered",
    about: "cpu",
    reason: "the processor of an emulated Trust Domain is that of the TD monitor: another model may lack a part of SVM",
    reference: "td-monitor/README.md",
    certainty: "read in source",
    advice: "Leave guest.cpu out; td-monitor: {cpuid: \u2026} chooses what the guest is told."
  },
  {
    id: "td-monitor-topology",
    when: { ...EMULATED, needs: ["topology"] },
    verdict: "not-offered",
    about: "topology",
    reason: "an emulated Trust Domain has one package of cores with one thread each",
    reference: "td-monitor/cpuid.c, describe_topology",
    certainty: "read in source",
    advice: "Leave guest.topology out."
  },
  {
    id: "td-monitor-vfio",
    when: { ...EMULATED, needs: ["vfio"] },
    verdict: "unknown",
    about: "vfio",
    reason: "nobody has given a device of the host to an emulated Trust Domain",
    reference: "td-monitor/README.md",
    certainty: "inferred",
    advice: "Leave guest.vfio out, or use platform: tdx."
  },
  {
    id: "td-monitor-identity",
    when: { ...EMULATED, needs: ["td-identity"] },
    verdict: "not-offered",
    about: "td",
    reason: "MRCONFIGID, MROWNER and MROWNERCONFIG of an emulated Trust Domain are zero",
    reference: "td-monitor/README.md",
    certainty: "read in source",
    advice: "Leave them out, or use platform: tdx with QEMU."
  },
  {
    id: "td-monitor-td-shim",
    when: { ...EMULATED, firmware: ["td-shim"] },
    verdict: "not-offered",
    about: "firmware",
    reason: "the TD monitor does not load a kernel for td-shim yet",
    reference: "td-monitor/README.md",
    certainty: "read in source",
    advice: "Use firmware: tdvf, or platform: tdx for td-shim."
  },
  {
    id: "td-monitor-quotes",
    when: { ...EMULATED, needs: ["quote-socket"] },
    verdict: "unknown",
    about: "quote-socket",
    reason: "an emulated Trust Domain gets no quotes: the guest is told that the service is not available",
    reference: "td-monitor/README.md",
    certainty: "read in source",
    advice: "Test quotes with platform: tdx."
  },
  {
    id: "td-monitor-tdvf",
    when: {
      ...EMULATED,
      vmmVersion: { from: "7.2" },
      firmware: ["distribution"],
      payload: ["kernel", "disk"]
    },
    verdict: "works",
    about: "platform",
    reason: "these reach user space with the TDX code of firmware and kernel",
    reference: "QEMU 7.2.22; OVMF.inteltdx.fd 2026.08 with host upstream; Linux 6.12.117",
    certainty: "seen in an emulated TD"
  },
  {
    id: "td-monitor-ovmf",
    when: {
      ...EMULATED,
      vmmVersion: { from: "7.2" },
      firmware: ["plain-ovmf"],
      payload: ["kernel", "disk"],
      host: ["intel-2022"]
    },
    verdict: "works",
    about: "platform",
    reason: "a distribution's OVMF.fd has the code of a TDX guest, and a host of 2022 lets it expose RBP",
    reference: "QEMU 7.2.22; Linux 6.12.118; OVMF.fd of Debian 12 (2022.11-6+deb12u2, a kernel, 1 vCPU) and of Debian 13 (2025.02-8+deb13u1, also a UKI on a disk with 2)",
    certainty: "seen in an emulated TD"
  },
  {
    id: "td-monitor-ovmf-upstream",
    when: { ...EMULATED, firmware: ["plain-ovmf"], host: ["upstream"] },
    verdict: "unknown",
    about: "firmware",
    reason: "a distribution's OVMF.fd does not tell its release: edk2 before 202405 exposes RBP in its first TDVMCALL and ends without output",
    reference: "QEMU 7.2.22; Debian 12's OVMF.fd 2022.11-6+deb12u2 ended so, Debian 13's 2025.02-8+deb13u1 booted Linux 6.12.117 with 1 vCPU and from a disk with 2",
    certainty: "seen in an emulated TD",
    advice: "Use edk2-stable202405 or later, or td-monitor: {host: intel-2022}."
  }
];

// src/compat/table.ts
var ROWS = [
  ...FIRMWARE_ROWS,
  ...CLOUD_HYPERVISOR_ROWS,
  ...QEMU_ROWS,
  ...TD_MONITOR_ROWS,
  ...ANY_VMM_ROWS
];

// src/compat/assess.ts
var ORDER = [
  "does-not-build",
  "not-offered",
  "refused",
  "crashes",
  "hangs-silently",
  "unknown",
  "works"
];
function assess(combination, table = ROWS) {
  const judged = table.map((row) => ({ row, unknown: unknownOf(row.when, combination) }));
  const rows = judged.filter(({ unknown: unknown2 }) => unknown2?.length === 0).map(({ row }) => row).sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const open = judged.flatMap(
    ({ row, unknown: unknown2 = [] }) => unknown2.length > 0 && isAgainst(row.verdict) ? [{ row, unknown: unknown2 }] : []
  );
  const [decisive] = rows;
  if (decisive === void 0) return { verdict: "unknown", rows, open };
  const verdict = decisive.verdict === "works" && open.length > 0 ? "unknown" : decisive.verdict;
  return { verdict, decisive, rows, open };
}
function isAgainst(verdict) {
  return verdict !== "works" && verdict !== "unknown";
}
function unknownOf(when, combination) {
  const { platform, vmm: vmm2, payload, host, cpus, guestKernel, needs } = combination;
  const firmware = combination.firmware === "none" ? { kind: "none" } : combination.firmware;
  const release2 = "release" in firmware ? firmware.release : void 0;
  const answers = [
    ["the platform", when.platforms.includes(platform)],
    ["the VMM", asks(when.vmm, vmm2.name, (name) => name === vmm2.name)],
    [
      `the version of ${vmm2.name}`,
      asks(when.vmmVersion, vmm2.version, (range, known) => isWithin(known, range))
    ],
    [
      `the version of ${vmm2.name}`,
      asks(when.vmmReleased, vmm2.version, (released, known) => isRelease(known) === released)
    ],
    [`what ${vmm2.name} was built with`, asks(when.vmmTdx, vmm2.tdx, (wanted, known) => wanted === known)],
    ["the kind of firmware", asks(when.firmware, firmware.kind, (kinds, known) => kinds.includes(known))],
    [
      "the release of the firmware",
      firmware.kind === "none" ? when.firmwareRelease === void 0 : asks(when.firmwareRelease, release2, (range, known) => isWithin(known, range))
    ],
    ["the payload", asks(when.payload, payload, (payloads, known) => payloads.includes(known))],
    ["the host's KVM interface", asks(when.host, host, (hosts, known) => hosts.includes(known))],
    ["the number of CPUs", asks(when.cpus, cpus, (least, known) => known >= least)],
    [
      "the guest kernel's release",
      asks(when.guestKernel, guestKernel, (range, known) => isWithin(known, range))
    ],
    ["the needs", asks(when.needs, needs, (any, known) => any.some((need) => known.includes(need)))]
  ];
  if (answers.some(([, met]) => met === false)) return void 0;
  return [...new Set(answers.flatMap(([what, met]) => met === void 0 ? [what] : []))];
}
function asks(condition, known, meets) {
  if (condition === void 0) return true;
  return known === void 0 ? void 0 : meets(condition, known);
}

// src/compat/choose.ts
function possibleChoices(vmm2, demand, host, programs = []) {
  const names = candidates(vmm2, demand.platform);
  const had = programs.filter(({ name }) => names.includes(name));
  const others = names.filter((name) => !had.some((program) => program.name === name));
  const choices = [...had, ...others.map((name) => ({ name }))].map(
    (program) => assessChoice(demand, host, program)
  );
  const rank = ({ assessment }) => assessment.verdict === "works" ? 0 : 1;
  const [best, ...rest] = choices.filter(({ assessment }) => !isAgainst(assessment.verdict)).sort((a, b) => rank(a) - rank(b));
  if (best === void 0) throw refusal(choices);
  return [best, ...rest];
}
function assessChoice(demand, host, vmm2) {
  const combination = { ...demand, host, vmm: vmm2 };
  return { combination, assessment: assess(combination) };
}
function candidates(vmm2, platform) {
  if (vmm2 !== "auto") return [vmm2];
  return platform === "tdx" ? VMMS : ["qemu"];
}
function refusal(choices) {
  const reasons = choices.flatMap(
    ({ combination: { vmm: vmm2 }, assessment }) => assessment.decisive === void 0 ? [] : [{ name: [vmm2.name, vmm2.version ?? ""].join(" ").trim(), row: assessment.decisive }]
  );
  const [first] = reasons;
  const same = reasons.every(({ row }) => row === first?.row);
  const said = first === void 0 || same ? first?.row.reason ?? "no VMM can boot this" : reasons.map(({ name, row }) => `with ${name}, ${row.reason}`).join("; ");
  const advice = [...new Set(reasons.flatMap(({ row }) => row.advice ?? []))].join(" Or: ");
  return new HostError(
    "combination-refused",
    `this cannot boot: ${said}`,
    advice === "" ? {} : { hint: advice }
  );
}

// src/guest/disk.ts
import { closeSync as closeSync3, openSync as openSync3, readSync as readSync2 } from "node:fs";
import { dirname, resolve } from "node:path";

// src/guest/file.ts
import { accessSync as accessSync2, closeSync as closeSync2, constants as constants3, openSync as openSync2, statSync } from "node:fs";
function requireFile(file) {
  const found = stat(file);
  if (!found.isFile()) throw new Error(`is ${kindOf(found)}, not a file`);
  if (found.size === 0) throw new Error("is empty");
  try {
    closeSync2(openSync2(file, "r"));
  } catch (error) {
    throw new Error(reason2(error), { cause: error });
  }
}
function requireProgram(file) {
  const found = stat(file);
  if (!found.isFile()) throw new Error(`is ${kindOf(found)}, not a program`);
  try {
    accessSync2(file, constants3.X_OK);
  } catch (error) {
    throw new Error("may not be executed by this user", { cause: error });
  }
}
function requireDirectory(path) {
  const found = stat(path);
  if (!found.isDirectory()) throw new Error(`is ${kindOf(found)}, not a directory`);
}
function stat(file) {
  try {
    return statSync(file);
  } catch (error) {
    throw new Error(reason2(error), { cause: error });
  }
}
function kindOf(found) {
  if (found.isFile()) return "a file";
  if (found.isDirectory()) return "a directory";
  if (found.isFIFO()) return "a FIFO";
  if (found.isSocket()) return "a socket";
  return found.isBlockDevice() ? "a block device" : "a character device";
}
function reason2(error) {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return "no such file";
    case "EACCES":
    case "EPERM":
      return "may not be read by this user";
    case "ELOOP":
      return "is a symbolic link that leads to itself";
    default:
      return messageOf(error);
  }
}

// src/guest/qcow2.ts
var MOST_HEADER_BYTES = 2 * 1024 * 1024;
var MAGIC = "QFI\xFB";
var V2_LENGTH = 72;
var V3_LENGTH = 104;
var DATA_FILE_BIT = 1n << 2n;
var KNOWN_BITS = 0b11111n;
var MOST_NAME_BYTES = 1023;
var EXTENSION = { end: 0, backingFormat: 3799591626, dataFile: 1145132097 };
function isQcow2(head) {
  return head.toString("latin1", 0, 4) === MAGIC;
}
function readQcow2Header(bytes) {
  if (!isQcow2(bytes)) throw new Error("is not a qcow2 image, as its format says");
  if (bytes.length < V2_LENGTH) throw new Error("is cut within its qcow2 header");
  const version2 = bytes.readUInt32BE(4);
  if (version2 !== 2 && version2 !== 3) throw new Error(`is a qcow2 image of version ${version2}, not 2 or 3`);
  if (version2 === 3 && bytes.length < V3_LENGTH) throw new Error("is cut within its qcow2 header");
  const features = version2 === 3 ? bytes.readBigUInt64BE(72) : 0n;
  if ((features & ~KNOWN_BITS) !== 0n) {
    throw new Error(`is a qcow2 image with unknown incompatible features (0x${features.toString(16)})`);
  }
  const length = version2 === 3 ? bytes.readUInt32BE(100) : V2_LENGTH;
  const extensions = readExtensions(bytes, length);
  const backingFile = nameAt(bytes, bytes.readBigUInt64BE(8), bytes.readUInt32BE(16));
  const backingFormat = extensions.get(EXTENSION.backingFormat);
  const hasDataFile = (features & DATA_FILE_BIT) !== 0n;
  return {
    ...backingFile === void 0 ? {} : { backingFile },
    ...backingFormat === void 0 ? {} : { backingFormat },
    ...hasDataFile ? { dataFile: extensions.get(EXTENSION.dataFile) ?? "" } : {},
    encrypted: bytes.readUInt32BE(32) !== 0
  };
}
function nameAt(bytes, offset, size) {
  if (offset === 0n) return void 0;
  const start = Number(offset);
  if (size > MOST_NAME_BYTES || offset + BigInt(size) > BigInt(bytes.length)) {
    throw new Error("is a damaged qcow2 image: the name of its backing file lies outside its header");
  }
  return bytes.toString("utf8", start, start + size);
}
function readExtensions(bytes, start) {
  const found = /* @__PURE__ */ new Map();
  for (let at = start; at + 8 <= bytes.length; ) {
    const type = bytes.readUInt32BE(at);
    if (type === EXTENSION.end) break;
    const length = bytes.readUInt32BE(at + 4);
    if (at + 8 + length > bytes.length)
      throw new Error("is a damaged qcow2 image: a header extension is cut");
    if (!found.has(type)) found.set(type, bytes.toString("utf8", at + 8, at + 8 + length));
    at += 8 + Math.ceil(length / 8) * 8;
  }
  return found;
}

// src/guest/disk.ts
var MOST_IMAGES = 100;
var PROTOCOL = /^[a-z][a-z0-9+.-]*:/i;
function diskFormat(disk) {
  return disk.format ?? contentOf(disk);
}
function contentOf({ path }) {
  return isQcow2(readHead(path, 4)) ? "qcow2" : "raw";
}
function namesFiles(disk) {
  return diskFormat(disk) === "qcow2" && filesOf(headerOf(disk.path)).length > 0;
}
function checkDisk(disk) {
  if (diskFormat(disk) === "raw") return;
  const header = headerOf(disk.path);
  const others = filesOf(header);
  if (others.length > 0 && disk.backing !== "allow") {
    throw new Error(
      `is a qcow2 image that reads ${others.map((name) => JSON.stringify(name)).join(" and ")} of this host into the guest; write backing: allow at this disk if that is meant, or merge the files with qemu-img convert`
    );
  }
  checkChain(disk.path, header);
}
function checkChain(image, header, images = 1) {
  const called = images === 1 ? "it" : image;
  const { backingFile, backingFormat, dataFile, encrypted } = header;
  if (encrypted) throw new Error(`${called} is encrypted, and a scenario cannot give its key`);
  if (dataFile !== void 0) requireNamed(image, dataFile, "data file");
  if (backingFile === void 0) return;
  if (images === MOST_IMAGES) throw new Error(`has a chain of more than ${MOST_IMAGES} backing files`);
  if (backingFormat !== "raw" && backingFormat !== "qcow2") {
    const said = backingFormat === void 0 ? "no format" : `the format ${JSON.stringify(backingFormat)}`;
    throw new Error(
      `${called} says ${said} of its backing file ${JSON.stringify(backingFile)}: write raw or qcow2 into it with qemu-img rebase -u -F`
    );
  }
  const next = requireNamed(image, backingFile, "backing file");
  if (backingFormat === "qcow2") checkChain(next, namedHeaderOf(next), images + 1);
}
function requireNamed(image, name, what) {
  if (name === "") throw new Error(`${image} has an external ${what} and does not name it`);
  if (PROTOCOL.test(name)) {
    throw new Error(`the ${what} ${JSON.stringify(name)} of ${image} is not a plain file of this host`);
  }
  const file = resolve(dirname(image), name);
  try {
    requireFile(file);
  } catch (error) {
    throw new Error(`the ${what} ${file} of ${image}: ${messageOf(error)}`, { cause: error });
  }
  return file;
}
function filesOf({ backingFile, dataFile }) {
  return [backingFile, dataFile].filter((name) => name !== void 0);
}
function headerOf(path) {
  return readQcow2Header(readHead(path, MOST_HEADER_BYTES));
}
function namedHeaderOf(path) {
  try {
    return headerOf(path);
  } catch (error) {
    throw new Error(`${path} ${messageOf(error)}`, { cause: error });
  }
}
function readHead(path, length) {
  const head = Buffer.alloc(length);
  const fd = openSync3(path, "r");
  try {
    return head.subarray(0, readSync2(fd, head, 0, length, 0));
  } finally {
    closeSync3(fd);
  }
}

// src/guest/errors.ts
var GuestError = class extends HostError {
  constructor(code, message, hint, options) {
    super(code, message, { hint, cause: options?.cause });
    this.name = new.target.name;
  }
};
var NotBzImageError = class extends GuestError {
  /** What the file is instead, or which part of the header is missing. */
  reason;
  /** True for an EFI program such as a unified kernel image, which a UEFI firmware can start. */
  efiProgram;
  constructor(reason3, efiProgram = false, hint = "Give the bzImage (arch/x86/boot/bzImage, or /boot/vmlinuz-*).") {
    super("kernel-not-bzimage", `The kernel is not a bzImage: ${reason3}`, hint);
    this.reason = reason3;
    this.efiProgram = efiProgram;
  }
};
var TruncatedKernelError = class extends GuestError {
  expected;
  actual;
  constructor(expected, actual) {
    super(
      "kernel-truncated",
      `The kernel is truncated: its header promises ${expected} bytes, the file has ${actual}`,
      "Copy, download or build the kernel again and compare sizes."
    );
    this.expected = expected;
    this.actual = actual;
  }
};

// src/guest/modules.ts
import { closeSync as closeSync4, existsSync as existsSync2, fstatSync, openSync as openSync4, readdirSync as readdirSync2, readSync as readSync3 } from "node:fs";
import { readFile, realpath, stat as stat2 } from "node:fs/promises";
import { basename, dirname as dirname2, join as join5, resolve as resolve2 } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
var SETUP_SECTS = 497;
var SYSSIZE = 500;
var HEADER_MAGIC = 514;
var PROTOCOL2 = 518;
var KERNEL_VERSION = 526;
var LOADFLAGS = 529;
var LOADED_HIGH = 1;
var SECTOR = 512;
var MAX_VERSION = 512;
var SAFE_RELEASE = /^[A-Za-z0-9][A-Za-z0-9._+~-]{0,126}$/;
var MODULE_FILE = /^(?<name>[\w-]+)\.ko(?<compression>\.gz|\.xz|\.zst)?$/;
var unzip = promisify(gunzip);
var DECOMPRESS_MS = 6e4;
var MAX_MODULE = 64 * 1024 * 1024;
var HEAD = 256 * SECTOR;
function kernelInfoOf(path) {
  const fd = openSync4(path, "r");
  try {
    const head = Buffer.alloc(HEAD);
    return readKernelInfo(head.subarray(0, readSync3(fd, head)), fstatSync(fd).size);
  } finally {
    closeSync4(fd);
  }
}
function readKernelInfo(bzImage, size = bzImage.length) {
  const image = Buffer.from(bzImage.buffer, bzImage.byteOffset, bzImage.byteLength);
  const other = knownAs(image);
  if (other !== void 0) throw new NotBzImageError(other);
  if (image.length < LOADFLAGS + 1) throw new NotBzImageError(`it is too short (${image.length} bytes)`);
  if (image.toString("latin1", HEADER_MAGIC, HEADER_MAGIC + 4) !== "HdrS") {
    if (image.toString("latin1", 0, 2) !== "MZ") throw new NotBzImageError("it has no 'HdrS' at 0x202");
    const unified = "it is an EFI program without a Linux setup header (no 'HdrS' at 0x202); perhaps a unified kernel image";
    throw new NotBzImageError(unified, true);
  }
  if ((image.readUInt8(LOADFLAGS) & LOADED_HIGH) === 0) {
    throw new NotBzImageError("its header clears LOADED_HIGH, so it is an old zImage");
  }
  const setupSize = ((image.readUInt8(SETUP_SECTS) || 4) + 1) * SECTOR;
  const expectedSize = setupSize + image.readUInt32LE(SYSSIZE) * 16;
  if (size < expectedSize) throw new TruncatedKernelError(expectedSize, size);
  const version2 = versionString(image, setupSize);
  return {
    release: version2.split(" ", 1)[0] ?? "",
    version: version2,
    protocol: `${image.readUInt8(PROTOCOL2 + 1)}.${String(image.readUInt8(PROTOCOL2)).padStart(2, "0")}`,
    expectedSize
  };
}
async function findModules(kernelPath, release2, override) {
  const safe = SAFE_RELEASE.test(release2) && !release2.includes("..");
  const below = (root) => safe ? ["lib", "usr/lib"].map((lib) => join5(root, lib, "modules", release2)) : [];
  if (override !== void 0) {
    const found = await firstModuleDirectory([...below(override), override]);
    if (found !== void 0) return found;
    throw new GuestError(
      "modules-not-found",
      `No kernel modules for ${JSON.stringify(release2)} in ${override}`,
      "Name the directory that holds modules.dep or kernel/, as made by `make modules_install`."
    );
  }
  const beside = dirname2(await realpath(kernelPath).catch(() => resolve2(kernelPath)));
  const own = basename(beside) === release2 ? [beside] : [];
  return firstModuleDirectory([...own, ...below(dirname2(beside)), ...below("/")]);
}
async function moduleOrder(directory, wanted) {
  const builtin = new Set((await lines(join5(directory, "modules.builtin"))).map(moduleName));
  const index = await moduleIndex(directory);
  const order = [];
  const visited = /* @__PURE__ */ new Set();
  const visit = async (name) => {
    if (visited.has(name)) return;
    visited.add(name);
    const file = builtin.has(name) ? void 0 : index.get(name);
    if (file === void 0) return;
    for (const needed of await file.needs()) await visit(needed);
    order.push(file.path);
  };
  for (const name of wanted) await visit(moduleName(name));
  return order;
}
async function readModule(path) {
  try {
    switch (MODULE_FILE.exec(basename(path))?.groups?.compression) {
      case ".gz":
        return await unzip(await readFile(path));
      case ".xz":
        return await output("xz", ["--decompress", "--stdout", "--", path]);
      case ".zst":
        return await output("zstd", ["--decompress", "--stdout", "--quiet", "--", path]);
      default:
        return await readFile(path);
    }
  } catch (cause) {
    throw new GuestError(
      "modules-unreadable",
      `Cannot read the kernel module ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      "Compressed modules need the programs xz or zstd (Debian, Ubuntu: apt-get install xz-utils zstd).",
      { cause }
    );
  }
}
async function moduleIndex(directory) {
  const index = /* @__PURE__ */ new Map();
  for (const line of await lines(join5(directory, "modules.dep"))) {
    const colon = line.indexOf(":");
    const needed = line.slice(colon + 1).split(" ").filter(Boolean).reverse().map(moduleName);
    const path = resolve2(directory, line.slice(0, colon));
    if (MODULE_FILE.test(basename(path))) index.set(moduleName(path), { path, needs: async () => needed });
  }
  if (index.size > 0) return index;
  for (const entry of filesBelow(join5(directory, "kernel"))) {
    if (!MODULE_FILE.test(basename(entry))) continue;
    const path = join5(directory, "kernel", entry);
    index.set(moduleName(path), { path, needs: async () => dependsOf(await readModule(path)) });
  }
  return index;
}
function filesBelow(directory) {
  return existsSync2(directory) ? readdirSync2(directory, { recursive: true, encoding: "utf8" }) : [];
}
function dependsOf(elf) {
  const key = Buffer.from("\0depends=");
  const start = elf.indexOf(key);
  if (start < 0) return [];
  const from = start + key.length;
  return elf.toString("latin1", from, elf.indexOf(0, from)).split(",").filter(Boolean).map(moduleName);
}
function moduleName(pathOrName) {
  const file = basename(pathOrName);
  return (MODULE_FILE.exec(file)?.groups?.name ?? file).replaceAll("-", "_");
}
async function firstModuleDirectory(candidates2) {
  for (const candidate of candidates2) {
    for (const proof of ["modules.dep", "kernel"]) {
      if (await exists(join5(candidate, proof))) return candidate;
    }
  }
  return void 0;
}
function knownAs(image) {
  const start = image.toString("latin1", 0, 4);
  if (start === "\x7FELF") return "it is an ELF file (vmlinux)";
  if (start.startsWith("\x8B")) return "it is gzip-compressed";
  return void 0;
}
function versionString(image, setupSize) {
  const pointer = image.readUInt16LE(KERNEL_VERSION);
  const start = pointer + SECTOR;
  if (pointer === 0 || start >= setupSize) return "";
  const text = image.toString("latin1", start, Math.min(start + MAX_VERSION, setupSize));
  return text.split("\0", 1)[0] ?? "";
}
async function lines(path) {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.split("\n").filter(Boolean);
}
async function exists(path) {
  return stat2(path).then(
    () => true,
    () => false
  );
}
async function output(program, args) {
  const question = { kind: "tool", deadlineMs: DECOMPRESS_MS, maxBytes: MAX_MODULE };
  const { code, stdout, stderr } = await ask([program, ...args], question);
  if (code !== 0) throw new Error(`${program}: ${stderr.trim()}`);
  return stdout;
}

// src/guest/files.ts
var KIB64 = 64 * 1024;
function checkFiles({ scenario, where }) {
  const problems = [];
  const check = (path, file, test) => {
    if (file === void 0) return;
    try {
      test(file);
    } catch (error) {
      problems.push({ where: where(path), message: `${path.join(".")}: ${file}: ${messageOf(error)}` });
    }
  };
  const { guest, firmware, measuring, vmmPath } = scenario;
  check(["vmm-path"], vmmPath, requireProgram);
  check(["guest", "kernel"], guest?.kernel, (file) => checkKernel(file, firmware !== void 0));
  check(["guest", "initrd"], guest?.initrd === "probe" ? void 0 : guest?.initrd, requireFile);
  check(["guest", "modules"], guest?.modules, requireDirectory);
  for (const [index, disk] of (guest?.disks ?? []).entries()) {
    check(["guest", "disks", index], disk.path, (file) => {
      requireFile(file);
      checkDisk(disk);
    });
  }
  check(["measurements", "acpi-tables"], measuring?.acpiTables, requireFile);
  if (firmware !== void 0 && "image" in firmware)
    check(["firmware"], firmware.image, (file) => checkImage(file, scenario));
  if (firmware !== void 0 && "code" in firmware) {
    check(["firmware", "code"], firmware.code, requireFile);
    check(["firmware", "vars"], firmware.vars, requireFile);
  }
  if (problems.length > 0) throw new ScenarioError(problems);
}
function requireFirmware(image, { scenario, where }) {
  try {
    checkImage(image, scenario);
  } catch (error) {
    const message = `firmware: ${image}: ${messageOf(error)}`;
    throw new ScenarioError([{ where: where(["firmware"]), message }]);
  }
}
function requireKernel(file) {
  try {
    checkKernel(file, false);
  } catch (error) {
    throw new UsageError("bad-kernel", `${file}: ${messageOf(error)}`);
  }
}
function checkKernel(file, hasFirmware) {
  requireFile(file);
  try {
    kernelInfoOf(file);
  } catch (error) {
    if (!(hasFirmware && error instanceof NotBzImageError && error.efiProgram)) throw error;
  }
}
function checkImage(file, { platform, vmm: vmm2 }) {
  requireFile(file);
  const { size } = statSync2(file);
  if (size % KIB64 !== 0) {
    throw new Error(`${size} bytes is not a multiple of 64 KiB: not a firmware image, or truncated`);
  }
  const image = readFileSync3(file);
  if (!isTrustDomain(platform)) {
    const obstacle = obstacleWithoutTd(image);
    if (obstacle !== void 0) throw new Error(obstacle);
    return;
  }
  const findings = checkMetadata(parseMetadata(image), image);
  const refused = candidates(vmm2, platform).map((name) => refusals(findings, name));
  if (refused.some(({ length }) => length === 0)) return;
  throw new Error(refused[0]?.map(({ message }) => message).join("; "));
}

// src/compat/host-abi.ts
var TDX_VM_BIT = 1 << 5;
function hostAbi({ kernelRelease, tdxParameter, sysfs, vmTypes }) {
  if (vmTypes !== void 0 && (vmTypes & TDX_VM_BIT) !== 0) return "upstream";
  if (tdxParameter === void 0) return sysfs ? "none" : void 0;
  if (isWithin(kernelRelease, { from: "6.16" })) return "upstream";
  if (isWithin(kernelRelease, { from: "5.19", before: "5.20" })) return "intel-2022";
  return /-intel$/.test(kernelRelease) ? "intel-canonical" : void 0;
}
function usableAbi(facts) {
  const off = facts.tdxParameter !== void 0 && !/^[Yy1]/.test(facts.tdxParameter);
  return off ? "none" : hostAbi(facts);
}

// src/host/checks/kernel.ts
var kernel = { id: "kernel", title: "host kernel", decisive: true, look: lookAtKernel };
var parameter = {
  id: "kvm-intel",
  title: "kvm_intel parameter tdx",
  decisive: true,
  look: lookAtParameter
};
var cmdline = {
  id: "cmdline",
  title: "kernel command line",
  decisive: false,
  look: lookAtCmdline
};
var warnings = {
  id: "warnings",
  title: "warnings of KVM",
  decisive: false,
  look: lookAtWarnings
};
var NEEDS_KERNEL = "Boot a kernel with CONFIG_KVM_INTEL_TDX: Linux 6.16 or later, or one of a TDX distribution; see docs/tdx-host.md.";
var RELOAD = 'Turn it on: echo "options kvm_intel tdx=1" | sudo tee /etc/modprobe.d/tdx.conf; sudo modprobe -r kvm_intel; sudo modprobe kvm_intel';
function lookAtKernel({ host, abi }) {
  const release2 = host.kernelRelease;
  if (!host.exists("/sys/module/kvm_intel")) {
    return unknown(`${release2}: kvm_intel is not loaded`, "Load it: sudo modprobe kvm_intel tdx=1");
  }
  if (abi === "none") return problem(`${release2}: its KVM has no TDX`, NEEDS_KERNEL);
  if (abi !== void 0) return ok(`${release2}: KVM interface ${abi}`);
  return unknown(`${release2}: its KVM has TDX of an unknown patch series`, NEEDS_KERNEL);
}
var REFUSALS = [
  { line: /tdx: no TDX private KeyIDs available/i, fix: ENABLE_IN_BIOS },
  {
    line: /requires kvm\.enable_virt_at_load=1/,
    fix: "Take kvm.enable_virt_at_load=0 off the kernel command line and out of /etc/modprobe.d, and reload kvm_intel."
  },
  {
    line: /(?:EPT|APICv|TDP MMU and MMIO caching.*) (?:is|are) required for TDX/,
    fix: "Take ept=0, enable_apicv=0, tdp_mmu=0 and mmio_caching=0 off the kernel command line and out of /etc/modprobe.d, and reload kvm_intel and kvm."
  },
  {
    line: /(?:OSXSAVE|MOVDIR64B|Self-snoop).* required for TDX/,
    fix: "Take clearcpuid= off the kernel command line."
  },
  {
    line: /Disable TDX: MAX_VCPU_PER_TD/,
    fix: "Update the TDX module: it takes fewer CPUs than this machine has."
  }
];
function lookAtParameter({ host, log }) {
  const value = host.read(TDX_PARAMETER)?.trim();
  if (value === "Y") return ok(`${TDX_PARAMETER}: Y`);
  if (value === void 0) {
    return host.exists("/sys/module/kvm_intel") ? problem(`${TDX_PARAMETER} does not exist`, NEEDS_KERNEL) : problem("kvm_intel is not loaded", "Load it: sudo modprobe kvm_intel tdx=1");
  }
  for (const { line, fix } of REFUSALS) {
    const said = lastLine(log, line);
    if (said !== void 0) return problem(`${TDX_PARAMETER}: ${value} | ${said}`, fix);
  }
  return problem(`${TDX_PARAMETER}: ${value}`, RELOAD);
}
function lookAtCmdline({ host, log }) {
  const words = host.read("/proc/cmdline")?.trim().split(/\s+/);
  if (words === void 0) return unknown("/proc/cmdline cannot be read", "Mount /proc.");
  const off = words.findLast((word) => /^kvm_intel\.tdx=/.test(word));
  if (off !== void 0 && !/=(?:1|y|on)$/i.test(off)) {
    return problem(off, "Make it kvm_intel.tdx=1 on the kernel command line, and reboot.");
  }
  const hibernation = lastLine(log, /initialization failed: Hibernation/);
  if (hibernation !== void 0 && !words.includes("nohibernate")) {
    return problem(
      `no nohibernate | ${hibernation}`,
      "Add nohibernate to the kernel command line, and reboot."
    );
  }
  const given2 = words.filter((word) => /^(?:kvm_intel\.tdx=|nohibernate$)/.test(word));
  if (given2.length > 0) return ok(given2.join(" "));
  if (host.read(TDX_PARAMETER)?.trim() === "Y") return ok("no TDX parameter, and TDX is on");
  return unknown(
    "neither kvm_intel.tdx=1 nor nohibernate",
    "Add both to the kernel command line (in /etc/default/grub, GRUB_CMDLINE_LINUX, then sudo update-grub), and reboot."
  );
}
function lookAtWarnings({ log }) {
  const said = lastLine(log, /(?:WARNING|BUG): .*\b(?:vmx|tdx)\/tdx\.c:\d+/);
  if (log === void 0) return unknown(NO_LOG, READ_LOG);
  if (said === void 0) return ok(`none in "${log.from}"`);
  return unknown(
    said,
    "Reboot; if the warning comes again, update the host kernel and report the warning to its maintainers."
  );
}

// src/host/checks/kvm.ts
var device2 = { id: "dev-kvm", title: "/dev/kvm", decisive: true, look: lookAtDevice };
var trial = { id: "kvm-trial", title: "KVM runs a guest", decisive: false, look: runTrial };
function lookAtDevice({ host }) {
  switch (host.device("/dev/kvm")) {
    case "open":
      return ok("opens for reading and writing");
    case "denied":
      return problem(
        "this user may not open it",
        'Add the user to its group and log in again: sudo usermod --append --groups kvm "$USER". In a container: --device /dev/kvm.'
      );
    case "missing":
      return problem(
        "does not exist",
        "Turn on virtualisation (VT-x) in the BIOS, and load KVM: sudo modprobe kvm_intel tdx=1"
      );
  }
}
async function runTrial({ host }) {
  if (host.device("/dev/kvm") !== "open")
    return unknown("not tried: /dev/kvm does not open", "See /dev/kvm.");
  const tried = await host.tryKvm();
  if (tried === void 0) {
    return unknown(
      "not tried: it needs qemu-system-x86_64",
      "Install it: sudo apt-get install --no-install-recommends qemu-system-x86"
    );
  }
  if (tried.works) return ok("a guest of 64 KiB ran to its end");
  return problem(
    tried.said,
    "This is a KVM that opens and cannot run a guest, as in a sandbox or a broken nested VM: use the machine below it."
  );
}

// src/host/checks/module.ts
var tdxModule = { id: "tdx-module", title: "TDX module", decisive: false, look };
var version = {
  id: "tdx-module-version",
  title: "TDX module version",
  decisive: false,
  look: lookAtVersion
};
var UPDATE_MODULE = "Update the TDX module: with the BIOS, or as EFI/TDX/TDX-SEAM.so on the EFI system partition where the BIOS loads it from there.";
var FAILURES = [
  { line: /tdx: not enabled by BIOS/, fix: ENABLE_IN_BIOS },
  {
    line: /initialization failed: too few private KeyIDs/,
    fix: "Give TDX more keys in the BIOS: TME-MT/TDX key split."
  },
  {
    line: /initialization failed: Hibernation support is enabled/,
    fix: "Add nohibernate to the kernel command line: in /etc/default/grub, GRUB_CMDLINE_LINUX, then sudo update-grub, and reboot."
  },
  {
    line: /TDMR.*reserved areas/,
    fix: `${UPDATE_MODULE} The memory map has more holes than this module takes.`
  },
  { line: /tdx: module not loaded/, fix: `${ENABLE_IN_BIOS} ${UPDATE_MODULE}` },
  {
    line: /initialization failed: register_memory_notifier/,
    fix: "Reboot: the kernel ran out of memory when it initialised the module."
  },
  { line: /module initialization failed \(-?\d+\)/, fix: UPDATE_MODULE },
  { line: /initialization failed/, fix: ENABLE_IN_BIOS }
];
var SILENT = `If kvm_intel was not loaded with tdx=1 (see below), do that first. Otherwise the BIOS did not load the module: check the SEAM loader, the memory population and the BIOS version. ${UPDATE_MODULE}`;
var OLD_STATUS = "/sys/firmware/tdx/tdx_module/status";
var INITIALIZED = /tdx: (?:TDX-)?[Mm]odule initialized/;
function look({ host, log }) {
  const initialized = lastLine(log, INITIALIZED);
  if (initialized !== void 0) return ok(initialized);
  const status = host.read(OLD_STATUS)?.trim();
  if (status === "initialized") return ok(`${OLD_STATUS}: ${status}`);
  const parameter2 = host.read(TDX_PARAMETER)?.trim();
  if (parameter2 === "Y") return ok(`${TDX_PARAMETER} is Y: KVM has initialised it`);
  if (log === void 0) return unknown(NO_LOG, READ_LOG);
  for (const { line, fix } of FAILURES) {
    const said = lastLine(log, line);
    if (said !== void 0) return problem(withSeamcall(said, log), fix);
  }
  const enabled = lastLine(log, /tdx: BIOS enabled/);
  if (enabled !== void 0) {
    return problem(`${enabled} | and no line says whether the module was initialised`, SILENT);
  }
  if (!log.whole) return unknown(`"${log.from}" has lost its oldest lines`, "Reboot, and look again.");
  const needs = `The kernel needs CONFIG_INTEL_TDX_HOST. ${ENABLE_IN_BIOS}`;
  return problem("the kernel log says nothing of TDX", needs);
}
function withSeamcall(said, log) {
  const call = lastLine(log, /tdx: SEAMCALL \(.*\) failed/);
  return call === void 0 ? said : `${call} | ${said}`;
}
var NOT_PRINTED = "Nothing to do where the module is initialised: not every kernel prints its version.";
var VERSIONS = [
  /TDX module:? (?<major>\d+)\.(?<minor>\d+)\.(?<update>\d+)\b/,
  /TDX module: .*major_version (?<major>\d+), minor_version (?<minor>\d+)/
];
function lookAtVersion({ abi, log }) {
  const line = lastLine(log, /TDX module:? (?:\d|attributes)/);
  const found = VERSIONS.map((pattern) => pattern.exec(line ?? "")?.groups).find((groups) => groups);
  if (line === void 0 || found === void 0) {
    return log === void 0 ? unknown(NO_LOG, READ_LOG) : unknown("not in the kernel log", NOT_PRINTED);
  }
  const isOld = Number(found.major) === 1 && Number(found.minor) < 5;
  if (isOld && abi !== "intel-2022")
    return problem(line, `This kernel needs TDX module 1.5. ${UPDATE_MODULE}`);
  return ok(line);
}

// src/host/checks/vmm.ts
var vmm = { id: "vmm", title: "VMM", decisive: true, look: look2 };
var INSTALL = {
  qemu: "Install QEMU 10.1 or later, for a host of Linux 6.16 or later.",
  "cloud-hypervisor": "Build it with TDX, for a host of Intel's 2022 tree: tdx-boot firmware build cloud-hypervisor"
};
async function look2(view) {
  const names = candidates(view.wanted.vmm, "tdx");
  const answers = await together(names.map((name) => answer(name, view)));
  const usable = answers.filter((found) => found.usable);
  const evidence = (of) => of.map((found) => found.evidence).join("; ");
  if (usable.length === 0) {
    return problem(evidence(answers), [...new Set(answers.map(({ fix }) => fix))].join(" Or: "));
  }
  if (view.abi !== void 0 && view.abi !== "none") return ok(evidence(usable));
  return unknown(
    evidence(usable),
    "Whether it fits depends on the host kernel: see the check of the host kernel."
  );
}
async function answer(name, { host, abi }) {
  const fix = INSTALL[name];
  const program = await host.program(name, "tdx").catch((error) => {
    if (error instanceof HostError) return error;
    throw error;
  });
  if (program instanceof HostError) return { usable: false, evidence: program.message, fix };
  const { verdict, decisive } = assess({
    platform: "tdx",
    vmm: program,
    firmware: {},
    payload: "disk",
    host: abi === "none" ? void 0 : abi,
    cpus: 1,
    needs: []
  });
  const called = `${name} ${program.version}`;
  if (decisive === void 0 || !isAgainst(verdict)) {
    return { usable: true, evidence: `${called} with TDX`, fix };
  }
  return { usable: false, evidence: `${called}: ${decisive.reason}`, fix: decisive.advice ?? fix };
}

// src/host/examine.ts
var HOST_CHECKS = [
  ...[cpu, bios, tdxModule, version],
  ...[kernel, parameter, cmdline, warnings],
  ...[device2, trial],
  ...[keyIds, memory, hugepages]
];
var CHECKS = [...HOST_CHECKS, vmm];
async function* examine(host, wanted, held, checks = CHECKS) {
  const view = { host, log: await host.kernelLog(), abi: hostAbi(kvmInfo(host)), wanted, held };
  for (const { id, title, look: look3 } of checks) yield { id, title, ...await look3(view) };
}
function isReady(checks) {
  const decisive = CHECKS.filter((check) => check.decisive).map(({ id }) => id);
  return checks.every(({ id, state }) => state === "ok" || state === "unknown" && !decisive.includes(id));
}
async function requireTdxHost(host, memory2, held) {
  const wanted = { memory: memory2, vmm: "auto" };
  for await (const { title, state, evidence, fix } of examine(host, wanted, held, HOST_CHECKS)) {
    if (state !== "problem") continue;
    throw new HostError("host-not-ready", `this host cannot boot a Trust Domain: ${title}: ${evidence}`, {
      hint: `${fix ?? ""} All checks: tdx-boot doctor`.trim()
    });
  }
}
function kvmInfo(host) {
  return {
    kernelRelease: host.kernelRelease,
    tdxParameter: host.read(TDX_PARAMETER),
    sysfs: host.exists("/sys/module")
  };
}

export {
  memoryProblem,
  backendFor,
  thisHost,
  tdCapacity,
  availableMemory,
  takeSlot,
  heldMemory,
  slotLimit,
  slotsDirectory,
  diskFormat,
  contentOf,
  namesFiles,
  GuestError,
  NotBzImageError,
  TruncatedKernelError,
  assess,
  isAgainst,
  possibleChoices,
  assessChoice,
  candidates,
  refusal,
  kernelInfoOf,
  findModules,
  moduleOrder,
  readModule,
  checkFiles,
  requireFirmware,
  requireKernel,
  usableAbi,
  examine,
  isReady,
  requireTdxHost,
  kvmInfo
};

import {
  TD_MONITOR_EXITS,
  ramLayout,
  ramOf,
  tdAttributes,
  tdMonitorArgs
} from "./chunk-H6KDKXV5.js";
import {
  isWithin
} from "./chunk-ELG3TUYH.js";
import {
  PINS
} from "./chunk-ZUVNCCHD.js";
import {
  ask,
  describeEnd,
  findCommand,
  isFile
} from "./chunk-2DNHFQUT.js";
import {
  given
} from "./chunk-UWL53G6B.js";
import {
  isTrustDomain
} from "./chunk-FZIILW4F.js";
import {
  HostError
} from "./chunk-SBPB5IBB.js";

// src/vmm/ask.ts
var ANSWER_MS = 1e4;
async function askCloudHypervisor(path) {
  const said = await answerOf(path, ["--version", "-v"]);
  const version = /^cloud-hypervisor v?(\d+\.\d+\S*?)(?:\.0)?$/m.exec(said)?.[1];
  if (version === void 0) throw unusable(path, "it does not say which Cloud Hypervisor it is", said);
  const features = /^Enabled features: \[(.*)\]$/m.exec(said)?.[1] ?? "";
  return { version, features: [...features.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => name ?? []) };
}
async function askQemu(path) {
  const said = await answerOf(path, ["--version"]);
  const version = /^QEMU emulator version (\d+\.\d+\S*)/m.exec(said)?.[1];
  if (version === void 0) throw unusable(path, "it does not say which QEMU it is", said);
  const objects = await answerOf(path, ["-object", "help"]);
  return { version, tdxGuest: /^\s*tdx-guest$/m.test(objects) };
}
async function askVersion(path) {
  try {
    return /(?:version |\bv)(\d+\.\d+\S*)/.exec(await answerOf(path, ["--version"]))?.[1];
  } catch (error) {
    if (error instanceof HostError) return void 0;
    throw error;
  }
}
async function answerOf(path, args) {
  const failed = `"${args.join(" ")}" failed`;
  const answer = await ask([path, ...args], { kind: "vmm", deadlineMs: ANSWER_MS }).catch(
    (cause) => {
      if (!(cause instanceof HostError)) throw cause;
      const late = cause.code === "command-timeout";
      throw unusable(path, failed, late ? `no answer within ${ANSWER_MS / 1e3} s` : cause.message, cause);
    }
  );
  if (answer.code === 0) return String(answer.stdout);
  throw unusable(path, failed, `${describeEnd(answer.code)}
${answer.stderr}`);
}
function unusable(path, what, said, cause) {
  const text = said.trim() === "" ? "nothing" : said.trim().slice(0, 200);
  return new HostError("vmm-unusable", `${path} cannot be used: ${what}: ${text}`, {
    hint: "Check that the program can be run by this user and is the VMM that its name says.",
    ...cause === void 0 ? {} : { cause }
  });
}

// src/vmm/qemu.ts
import { join as join2 } from "node:path";

// src/vmm/agent.ts
import { constants } from "node:os";
var AGENT_PORT = "org.tdx-boot.agent";
var PROTOCOL = "1";
var HEADER = 12;
var MOST_BYTES = 65536 + 4;
var REQUEST = {
  ...{ run: 1, collect: 2, mount: 3 },
  ...{ directory: 4, link: 5, file: 6, data: 7, fileEnd: 8 }
};
var KIND = {
  ...{ ready: 16, started: 17, output: 18, ended: 19 },
  ...{ file: 20, data: 21, fileEnd: 22, leftOut: 23, collected: 24, done: 25 }
};
var MOST_STARTS = 8;
var PIECE = 512 * 1024;
var EMPTY = new Uint8Array();
var NOTHING = { shares: [], files: [] };
var ENDS = ["exit", "signal", "not-started", "no-directory"];
var AgentPort = class {
  #send;
  #callbacks;
  #setup;
  /** What was asked for and is not answered yet. */
  #asked = [];
  #starts = 0;
  /** Commands by their numbers: all that were asked for, and those whose end has not come. */
  #commands = /* @__PURE__ */ new Set();
  #running = /* @__PURE__ */ new Set();
  #buffer = Buffer.alloc(0);
  #ready = false;
  #files;
  #broken = false;
  constructor(send, callbacks, setup = NOTHING) {
    this.#send = send;
    this.#setup = setup;
    this.#callbacks = callbacks;
  }
  /** Has the guest run a command, whose output and end are those of the stream. The agent has to be ready. */
  run(stream, { argv, env, directory = "" }) {
    const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    const number = Number(stream.slice(4));
    this.#commands.add(number);
    this.#running.add(number);
    this.#request(REQUEST.run, number, [directory, ...variables, "", ...argv]);
  }
  get ready() {
    return this.#ready && !this.#broken;
  }
  /** Asks for files. The agent has to be ready; it answers when a command that it starts has started. */
  collect({ paths, bytes, files }, callbacks) {
    this.#files = callbacks;
    const limits = Buffer.alloc(16);
    limits.writeBigUInt64LE(BigInt(bytes), 0);
    limits.writeBigUInt64LE(BigInt(files), 8);
    this.#request(REQUEST.collect, 0, paths, limits);
  }
  push(bytes) {
    if (this.#broken) return;
    let rest = Buffer.concat([this.#buffer, bytes]);
    while (!this.#broken && rest.length >= HEADER) {
      const [kind, number, length] = [rest.readUInt32LE(0), rest.readUInt32LE(4), rest.readUInt32LE(8)];
      if (length > MOST_BYTES) this.#break(`its port sent a frame of ${length} bytes`);
      if (rest.length < HEADER + length) break;
      this.#take(kind, number, rest.subarray(HEADER, HEADER + length));
      rest = rest.subarray(HEADER + length);
    }
    this.#buffer = rest;
  }
  #take(kind, number, bytes) {
    if (kind === KIND.ready) this.#takeReady(textOf(bytes));
    else if (kind === KIND.done && bytes.length === 4) this.#takeAnswer(bytes.readUInt32LE(0));
    else if (!this.#ready) this.#break("its port sent something before the agent was ready");
    else if (kind === KIND.output) this.#takeOutput(number, bytes);
    else if (kind === KIND.ended && bytes.length === 8) this.#takeEnd(number, bytes);
    else if (kind > KIND.ended && this.#files !== void 0) this.#takeFile(kind, bytes, this.#files);
    else if (kind !== KIND.started) this.#break(`its port sent a frame of the unknown kind ${kind}`);
  }
  /** A process that a command left in the background may print after the command's end. */
  #takeOutput(number, bytes) {
    if (this.#commands.has(number)) this.#callbacks.onOutput(`run-${number}`, bytes);
    else this.#break(`its port sent output of command ${number}, which was not started`);
  }
  #takeEnd(number, bytes) {
    const how = ENDS[bytes.readUInt32LE(0)];
    if (how === void 0) this.#break("a command ended in a way that is not known");
    else if (!this.#running.delete(number)) {
      this.#break(`its port sent the end of command ${number}, which does not run`);
    } else this.#callbacks.onEnd(`run-${number}`, how, endValue(how, bytes.readUInt32LE(4)));
  }
  #takeFile(kind, bytes, files) {
    if (kind === KIND.data) files.onData(bytes);
    else if (kind === KIND.file) files.onFile(textOf(bytes));
    else if (kind === KIND.collected) files.onCollected();
    else if (bytes.length < 4) this.#break(`its port sent a frame of kind ${kind} that is cut`);
    else if (kind === KIND.fileEnd && bytes.readUInt32LE(0) === 0) files.onFileEnd();
    else if (kind === KIND.fileEnd) files.onFileEnd(nameOf(constants.errno, bytes.readUInt32LE(0)));
    else if (kind === KIND.leftOut) {
      files.onLeftOut(textOf(bytes.subarray(4)), nameOf(constants.errno, bytes.readUInt32LE(0)));
    } else this.#break(`its port sent a frame of the unknown kind ${kind}`);
  }
  #takeReady(version) {
    if (version !== PROTOCOL) {
      this.#break(`it speaks protocol ${JSON.stringify(version)}, and this tdx-boot speaks ${PROTOCOL}`);
      return;
    }
    if (this.#asked.length > 0 || ++this.#starts > MOST_STARTS) {
      this.#break(
        this.#asked[0] === void 0 ? "it began too often" : `it began anew before it could ${this.#asked[0]}`
      );
      return;
    }
    for (const { tag, target, write, type } of this.#setup.shares) {
      if (target === void 0) continue;
      this.#ask(`mount the share at ${target}`, REQUEST.mount, [write ? "rw" : "ro", tag, target, type]);
    }
    for (const entry of this.#setup.files) this.#put(entry);
    this.#readyWhenAnswered();
  }
  #put(entry) {
    const what = `put ${JSON.stringify(entry.path)} into the guest`;
    const mode = (bits) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(entry.mode ?? bits);
      return bytes;
    };
    if (entry.type === "directory") this.#ask(what, REQUEST.directory, [entry.path], mode(493));
    else if (entry.type === "link") this.#ask(what, REQUEST.link, [entry.path, entry.target], mode(511));
    else if (entry.type === "file") {
      this.#request(REQUEST.file, 0, [entry.path], mode(420));
      for (let at = 0; at < entry.data.length; at += PIECE) {
        this.#request(REQUEST.data, 0, [], entry.data.subarray(at, at + PIECE));
      }
      this.#ask(what, REQUEST.fileEnd, []);
    }
  }
  #ask(what, kind, texts, first) {
    this.#asked.push(what);
    this.#request(kind, 0, texts, first);
  }
  #takeAnswer(error) {
    const what = this.#asked.shift();
    if (what === void 0) this.#break("its port sent an answer that nobody asked for");
    else if (error !== 0) this.#break(`it could not ${what}: ${nameOf(constants.errno, error)}`);
    else this.#readyWhenAnswered();
  }
  #readyWhenAnswered() {
    if (this.#asked.length > 0 || this.#ready) return;
    this.#ready = true;
    this.#callbacks.onReady(PROTOCOL);
  }
  #break(detail) {
    this.#broken = true;
    this.#callbacks.onBroken(detail);
  }
  #request(kind, number, texts, first = EMPTY) {
    const body = Buffer.concat([first, Buffer.from(texts.map((text) => `${text}\0`).join(""))]);
    const header = Buffer.alloc(HEADER);
    [kind, number, body.length].forEach((value, index) => {
      header.writeUInt32LE(value, 4 * index);
    });
    this.#send(Buffer.concat([header, body]));
  }
};
function endValue(how, value) {
  if (how === "exit") return String(value);
  return nameOf(how === "signal" ? constants.signals : constants.errno, value);
}
function nameOf(names, value) {
  return Object.entries(names).find(([, number]) => number === value)?.[0] ?? `number ${value}`;
}
function textOf(bytes) {
  return bytes.toString().replace(/\0.*$/s, "");
}

// src/vmm/virtiofsd.ts
import { constants as constants2, readFileSync } from "node:fs";
import { join } from "node:path";
var ANY_VIRTIOFSD = { path: "virtiofsd", kind: "rust", sandbox: "none" };
var PLACES = [
  "virtiofsd",
  "/usr/libexec/virtiofsd",
  "/usr/lib/virtiofsd",
  "/usr/lib/qemu/virtiofsd"
];
var ANSWER_MS2 = 1e4;
var INSTALL = "Install it (Debian 13, Ubuntu 24.04, Fedora: the package virtiofsd; Debian 12: qemu-system-common), or share by 9p (type: 9p).";
var SYS_ADMIN = 21n;
async function findVirtiofsd(shares, places = PLACES) {
  const served2 = shares.filter(({ type }) => type === "virtiofs");
  if (served2.length === 0) return void 0;
  const path = places.map(find).find((found) => found !== void 0);
  if (path === void 0) {
    const message = "virtiofsd is not installed, which guest.shares with type: virtiofs needs";
    throw new HostError("virtiofsd-missing", message, { hint: INSTALL, lasting: true });
  }
  const { code, stdout, stderr } = await ask([path, "--help"], { kind: "vmm", deadlineMs: ANSWER_MS2 });
  const help = `${stdout}${stderr}`;
  if (!/--socket-path/.test(help)) throw unusable2(path, `"--help" says nothing of it: ${describeEnd(code)}`);
  const kind = /--shared-dir/.test(help) ? "rust" : "c";
  const root = process.geteuid?.() === 0;
  if (kind === "c" && !root) {
    throw unusable2(path, "the virtiofsd in C, of QEMU up to 7.2, runs as root only");
  }
  const kept = served2.find(({ write }) => !write);
  if (kept !== void 0 && !/--readonly/.test(help)) {
    throw unusable2(
      path,
      `it has no --readonly, so the guest could write to ${kept.source}; allow that (write: allow), or take virtiofsd 1.13 or later`
    );
  }
  return { path, kind, sandbox: !root ? "none" : mayMakeNamespaces() ? "namespace" : "chroot" };
}
function virtiofsServers(shares = [], virtiofsd = ANY_VIRTIOFSD, wiring) {
  return shares.filter(({ type }) => type === "virtiofs").map((share) => {
    const socket = shareSocket(share, wiring);
    const args = argumentsOf(virtiofsd, share, socket);
    return { command: virtiofsd.path, args, serves: share.source, ...leavesOf(virtiofsd, socket) };
  });
}
function shareSocket({ tag }, wiring) {
  return join(wiring === "files" ? "." : wiring.fifosIn, `${tag}.sock`);
}
function argumentsOf({ kind, sandbox }, { source, write }, socket) {
  if (kind === "c") {
    const quoted = source.replaceAll(/[\\,]/g, "\\$&");
    return [`--socket-path=${socket}`, "-o", `source=${quoted}`, "-o", `sandbox=${sandbox}`];
  }
  const readonly = write ? [] : ["--readonly"];
  return ["--socket-path", socket, "--shared-dir", source, "--sandbox", sandbox, ...readonly];
}
function leavesOf({ kind }, socket) {
  return kind === "c" ? { leaves: `/var/run/virtiofsd/${socket.replaceAll("/", ".")}.pid` } : {};
}
function find(name) {
  if (!name.includes("/")) return findCommand(name);
  return isFile(name, constants2.X_OK) ? name : void 0;
}
function mayMakeNamespaces() {
  const set = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
  return (BigInt(`0x${set}`) >> SYS_ADMIN & 1n) === 1n;
}
function unusable2(path, why) {
  return new HostError("virtiofsd-unusable", `${path} cannot serve guest.shares: ${why}`, {
    hint: INSTALL,
    lasting: true
  });
}

// src/vmm/qemu-devices.ts
var DISK_DEVICES = {
  virtio: "virtio-blk-pci",
  nvme: "nvme",
  sata: "ide-hd",
  scsi: "scsi-hd"
};
function guestDeviceArgs({ platform, disks, shares, network, vsock, vfio, agent }, wiring, chardev2) {
  const virtio = platform === "tdx-emulated" ? ",disable-legacy=on,iommu_platform=on" : "";
  return [
    ...disksArgs(disks, virtio),
    ...sharesArgs(shares ?? [], wiring, virtio),
    ...networkArgs(network, virtio),
    ...vsockArgs(vsock, virtio),
    ...vfioArgs(vfio),
    ...["-device", `virtio-serial-pci${virtio}`, ...chardev2("console")],
    ...["-device", "virtconsole,chardev=console"],
    // A port of the virtio-serial device that has the console, too.
    ...agent === true ? [...chardev2("agent"), "-device", `virtserialport,chardev=agent,name=${AGENT_PORT}`] : [],
    ...[...chardev2("serial"), "-serial", "chardev:serial"],
    ...[...chardev2("debugcon"), "-device", "isa-debugcon,iobase=0x402,chardev=debugcon"]
  ];
}
function disksArgs(disks, virtio) {
  const scsi = disks.some(({ bus }) => bus === "scsi");
  return [
    ...scsi ? ["-device", `virtio-scsi-pci,id=scsi${virtio}`] : [],
    ...disks.flatMap((disk, index) => diskArgs(disk, `disk${index}`, virtio))
  ];
}
function diskArgs({ path, bus, format, readOnly, serial }, id, virtio) {
  const number = serial ?? (bus === "nvme" ? id : void 0);
  const device = [
    `${DISK_DEVICES[bus]},drive=${id}`,
    ...bus === "scsi" ? ["bus=scsi.0"] : [],
    ...number === void 0 ? [] : [`serial=${number}`]
  ].join(",");
  const access = readOnly === true ? "readonly=on" : "snapshot=on";
  return [
    ...["-drive", `if=none,id=${id},format=${format},${access},file=${escapeComma(path)}`],
    ...["-device", `${device}${bus === "virtio" ? virtio : ""}`]
  ];
}
function networkArgs(network, virtio) {
  if (network === "none") return ["-nic", "none"];
  const { mac } = network;
  const card = `virtio-net-pci,netdev=net${virtio}${mac === void 0 ? "" : `,mac=${mac}`}`;
  return ["-netdev", backendOf(network), "-device", card];
}
function backendOf(network) {
  if (network.type === "tap") return `tap,id=net,ifname=${network.interface},script=no,downscript=no`;
  const forward = network.forward.map(
    ({ protocol, host, guest }) => `,hostfwd=${protocol}:127.0.0.1:${host}-:${guest}`
  );
  return `user,id=net${forward.join("")}`;
}
function vsockArgs(vsock, virtio) {
  return vsock === void 0 ? [] : ["-device", `vhost-vsock-pci,guest-cid=${vsock.cid}${virtio}`];
}
function vfioArgs(addresses = []) {
  if (addresses.length === 0) return [];
  return [
    ...["-object", "iommufd,id=iommufd0"],
    ...addresses.flatMap((address) => ["-device", `vfio-pci,host=${address},iommufd=iommufd0`])
  ];
}
function escapeComma(text) {
  return text.replaceAll(",", ",,");
}
function sharesArgs(shares, wiring, virtio) {
  return shares.flatMap(
    (share) => share.type === "9p" ? sharedBy9p(share, virtio) : served(share, shareSocket(share, wiring), virtio)
  );
}
function served({ tag }, socket, virtio) {
  return [
    ...["-chardev", `socket,id=${tag},path=${escapeComma(socket)}`],
    ...["-device", `vhost-user-fs-pci,chardev=${tag},tag=${tag}${virtio}`]
  ];
}
function sharedBy9p({ tag, source, write }, virtio) {
  const access = `security_model=none,multidevs=remap${write ? "" : ",readonly=on"}`;
  return [
    ...["-fsdev", `local,id=${tag},path=${escapeComma(source)},${access}`],
    ...["-device", `virtio-9p-pci,fsdev=${tag},mount_tag=${tag}${virtio}`]
  ];
}

// src/vmm/qemu-machine.ts
var MIB = 1024 * 1024;
var PROCESSORS = {
  tdx: { machine: "accel=kvm,kernel-irqchip=split,confidential-guest-support=tdx0", cpu: "host" },
  "tdx-emulated": { machine: "accel=tcg", cpu: "max,phys-bits=48,mpx=off,pku=off" },
  kvm: { machine: "accel=kvm", cpu: "host" },
  emulated: { machine: "accel=tcg", cpu: "max" }
};
function machineArgs(spec) {
  const { platform, cpu, cpus, topology, memory, memoryBackend } = spec;
  const { machine, cpu: model } = processorOf(spec);
  const layout = platform === "tdx-emulated" ? `${TD_MACHINE}${ramLayout(memory)}` : "";
  const ram = platform === "tdx-emulated" ? ramOf(memory) : Math.ceil(memory / MIB);
  const held = memoryBackend === void 0 ? "" : ",memory-backend=ram";
  return [
    ...["-machine", `q35,${machine}${layout}${held}`],
    ...["-cpu", [cpu?.model ?? model, ...cpu?.flags ?? []].join(",")],
    ...["-smp", `${cpus}${topologyOf(topology)}`],
    ...platform === "tdx-emulated" ? [] : ["-m", `${ram}M`],
    ...memoryBackend === void 0 ? [] : ["-object", backendOf2(memoryBackend, ram)],
    ...["-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"],
    ...["-device", "pvpanic-pci"]
  ];
}
var TD_MACHINE = ",smm=off,pic=off";
function unrunMachineArgs({ platform, cpus, topology, memory }) {
  const emulatedTd = platform === "tdx-emulated";
  const ram = emulatedTd ? ramOf(memory) : Math.ceil(memory / MIB);
  const layout = emulatedTd ? ramLayout(memory) : "";
  return [
    ...["-machine", `q35,accel=tcg${TD_MACHINE}${layout},memory-backend=ram`],
    ...["-cpu", "max,phys-bits=52", "-smp", `${cpus}${topologyOf(topology)}`, "-m", `${ram}M`],
    ...["-object", `memory-backend-ram,id=ram,size=${ram}M,reserve=off`],
    ...["-nodefaults", "-no-user-config", "-display", "none", "-S", "-device", "pvpanic-pci"]
  ];
}
function processorOf({ platform, tdMonitor }) {
  return PROCESSORS[platform === "tdx-emulated" && tdMonitor.accel === "kvm" ? "kvm" : platform];
}
function topologyOf(topology) {
  if (topology === void 0) return "";
  const { sockets, dies, cores, threads } = topology;
  return `,sockets=${sockets},dies=${dies},cores=${cores},threads=${threads}`;
}
function backendOf2({ kind, path, hugepages, shared, prealloc }, ram) {
  return [
    `memory-backend-${kind},id=ram,size=${ram}M`,
    ...path === void 0 ? [] : [`mem-path=${escapeComma(path)}`],
    `share=${onOff(shared)},prealloc=${onOff(prealloc)}`,
    ...hugepages === void 0 ? [] : [`hugetlb=on,hugetlbsize=${hugepages}`]
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
function tdProperties(td, { version }) {
  const { debug, septVeDisable, mrconfigid, mrowner, mrownerconfig } = td;
  const old = version !== void 0 && isWithin(version, { before: "10.1" }) === true;
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

// src/vmm/qmp.ts
var REGISTERS = "registers";
var QmpReader = class {
  #send;
  #report;
  #answer;
  #messages = new JsonMessages("\n", (message) => this.#receive(message));
  constructor(send, report) {
    this.#send = send;
    this.#report = report;
    this.#command("qmp_capabilities");
  }
  /** `info registers` has no command of QMP's own; `chardev-send-break` is in qapi/char.json. */
  ask(answer) {
    this.#answer = answer;
    this.#command("chardev-send-break", { id: "serial" });
    this.#command("human-monitor-command", { "command-line": "info registers -a" }, REGISTERS);
  }
  /**
   * Each CPU whose local APIC takes NMIs on LINT1 gets one (hw/i386/x86.c x86_nmi); Linux lets the boot CPU's take them. A
   * kernel that panics in an NMI tells pvpanic before it flushes its console, so QEMU must not end then (qapi/run-state.json).
   */
  interrupt() {
    this.#command("set-action", { panic: "none" });
    this.#command("inject-nmi");
  }
  push(bytes) {
    this.#messages.push(bytes);
  }
  #command(name, args, id) {
    this.#send(`${JSON.stringify({ execute: name, ...args && { arguments: args }, ...id && { id } })}
`);
  }
  #receive({ event, ...message }) {
    const data = asRecord(message.data);
    if (message.id === REGISTERS && typeof message.return === "string") {
      this.#answer?.(cpusOf(message.return));
      this.#answer = void 0;
    }
    if (event === "SHUTDOWN") {
      const reason = String(data?.reason ?? "unknown");
      if (data?.guest !== true) this.#report("broken", `QEMU was told to quit (${reason})`);
      else
        this.#report(
          reason === "guest-reset" ? "reset" : reason === "guest-panic" ? "panicked" : "shutdown",
          reason
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
function cpusOf(text) {
  const parts = text.replaceAll("\r", "").split(/^CPU#(\d+)$/m);
  return parts.flatMap((part, index) => {
    const [, name, address] = /\b([RE]IP)=([0-9a-f]+)/.exec(part) ?? [];
    if (index % 2 === 1 || name === void 0) return [];
    const level = /\bCPL=(\d)/.exec(part)?.[1];
    const halted = /\bHLT=1/.test(part) ? ", halted" : "";
    return [
      `CPU ${parts[index - 1] || "0"}: ${name}=${address}${level === void 0 ? "" : ` CPL=${level}`}${halted}`
    ];
  });
}
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
    const { version, tdxGuest } = await askQemu(path);
    return { name: "qemu", path, version, tdx: tdxGuest };
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
    ...guestDeviceArgs(
      { ...spec, agent: spec.agent === true && wiring !== "files" },
      wiring,
      (channel) => chardev(channel, wire(channel))
    ),
    ...wiring === "files" ? [] : [...chardev("control", wire("control")), "-qmp", "chardev:control"],
    ...gdbArgs(spec),
    ...spec.vmmArgs ?? []
  ];
  const servers = virtiofsServers(spec.shares, spec.virtiofsd, wiring);
  return { command: program.path, args, fds, fifos, stdout: "vmm", copies: [], servers, ...ends };
}
function emulatedTdArgs({ firmware, memory, tdMonitor, td }, log) {
  const image = firmware !== void 0 && "image" in firmware ? firmware.image : "";
  return [...chardev("td-module", log), ...tdMonitorArgs(memory, escapeComma(image), tdMonitor, td)];
}
function firmwareArgs(firmware) {
  if (firmware === void 0) return [];
  if ("image" in firmware) return ["-bios", firmware.image];
  return [
    ...["-drive", `if=pflash,unit=0,format=raw,readonly=on,file=${escapeComma(firmware.code)}`],
    ...["-drive", `if=pflash,unit=1,format=raw,snapshot=on,file=${escapeComma(firmware.vars)}`]
  ];
}
function kernelArgs(spec) {
  if (spec.platform === "tdx-emulated" && spec.payloadSections === true) return payloadArgs(spec);
  const { kernel, initrd, cmdline } = spec;
  return [
    ...kernel === void 0 ? [] : ["-kernel", kernel],
    ...initrd === void 0 ? [] : ["-initrd", initrd],
    ...cmdline === void 0 ? [] : ["-append", cmdline]
  ];
}
function gdbArgs({ gdbSocket }) {
  if (gdbSocket === void 0) return [];
  const path = escapeComma(gdbSocket);
  return ["-chardev", `socket,id=gdb,path=${path},server=on,wait=off`, "-gdb", "chardev:gdb"];
}
function payloadArgs({ kernel, cmdline = "" }) {
  if (kernel === void 0) return [];
  return [
    ...["-fw_cfg", `name=opt/org.tdx-boot/kernel,file=${escapeComma(kernel)}`],
    ...["-fw_cfg", `name=opt/org.tdx-boot/cmdline,string=${escapeComma(cmdline)}`]
  ];
}
function chardev(id, wire) {
  if ("fd" in wire) return ["-chardev", `socket,id=${id},fd=${wire.fd}`];
  if ("fifo" in wire) return ["-chardev", `pipe,id=${id},path=${escapeComma(wire.fifo)}`];
  return ["-chardev", `file,id=${id},path=${wire.file}`];
}

// src/vmm/cloud-hypervisor.ts
import { join as join3 } from "node:path";

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
var MIB2 = 1024 * 1024;
var FIRST_WITH_IMAGE_TYPE = 51;
var cloudHypervisor = {
  name: "cloud-hypervisor",
  commands: ["cloud-hypervisor"],
  identify: async (path) => {
    const { version, features } = await askCloudHypervisor(path);
    return { name: "cloud-hypervisor", path, version, tdx: features.includes("tdx") };
  },
  plan: planCloudHypervisor,
  control: (_, report) => eventReader(report),
  reboots: true,
  installHint: "Put a cloud-hypervisor on PATH, or build one with: tdx-boot firmware build cloud-hypervisor"
};
function planCloudHypervisor(spec, wiring, program) {
  const fifos = /* @__PURE__ */ new Map();
  const { typed } = spec;
  const file = (channel) => {
    if (channel === typed) return "tty";
    if (wiring === "files") return `file=${channel}.log`;
    fifos.set(channel, join3(wiring.fifosIn, channel));
    return `file=${quote(join3(wiring.fifosIn, `${channel}.out`))}`;
  };
  const { disks, copies } = planDisks(spec, wiring, majorOf(program));
  const apiSocket = wiring === "files" ? void 0 : join3(wiring.fifosIn, "api.sock");
  const args = [
    ...platformArgs(spec),
    ...payloadArgs2(spec),
    ...["--cpus", `boot=${spec.cpus}${topologyOf2(spec)}`],
    ...["--memory", `size=${Math.ceil(spec.memory / MIB2)}M${memoryOf(spec)}`],
    ...disks.length === 0 ? [] : ["--disk", ...disks],
    ...sharesArgs2(spec, wiring),
    ...networkArgs2(spec),
    ...vsockArgs2(spec, wiring),
    ...vfioArgs2(spec),
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
    stdout: typed ?? "debugcon",
    typed: typed ?? "none",
    copies,
    servers: virtiofsServers(spec.shares, spec.virtiofsd, wiring),
    ...apiSocket === void 0 ? {} : { apiSocket }
  };
}
function payloadArgs2({ firmware, kernel, initrd, cmdline }) {
  return [
    ...firmware === void 0 || "code" in firmware ? [] : ["--firmware", firmware.image],
    ...kernel === void 0 ? [] : ["--kernel", kernel],
    ...initrd === void 0 ? [] : ["--initramfs", initrd],
    ...cmdline === void 0 ? [] : ["--cmdline", cmdline]
  ];
}
function planDisks({ disks }, wiring, major) {
  const directory = wiring === "files" ? "." : wiring.fifosIn;
  const placed = disks.map((disk, index) => ({
    ...disk,
    used: disk.readOnly === true ? disk.path : join3(directory, `disk${index}.${disk.format}`)
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
function topologyOf2({ topology }) {
  if (topology === void 0) return "";
  const { threads, cores, dies, sockets } = topology;
  return `,topology=${threads}:${cores}:${dies}:${sockets}`;
}
function memoryOf({ memoryBackend }) {
  if (memoryBackend === void 0) return "";
  const { shared, prealloc, hugepages } = memoryBackend;
  return [
    ...shared ? [",shared=on"] : [],
    ...hugepages === void 0 ? [] : [`,hugepages=on,hugepage_size=${hugepages}`],
    ...prealloc ? [",prefault=on"] : []
  ].join("");
}
function networkArgs2({ network }) {
  if (network === "none" || network.type === "user") return [];
  return ["--net", `tap=${network.interface}${network.mac === void 0 ? "" : `,mac=${network.mac}`}`];
}
function sharesArgs2({ shares = [] }, wiring) {
  const served2 = shares.filter(({ type }) => type === "virtiofs");
  if (served2.length === 0) return [];
  return ["--fs", ...served2.map((share) => `tag=${share.tag},socket=${quote(shareSocket(share, wiring))}`)];
}
function vsockArgs2({ vsock }, wiring) {
  if (vsock === void 0) return [];
  const socket = vsock.socket ?? join3(wiring === "files" ? "." : wiring.fifosIn, "vsock.sock");
  return ["--vsock", `cid=${vsock.cid},socket=${quote(socket)}`];
}
function vfioArgs2({ vfio = [] }) {
  return vfio.flatMap((address) => ["--device", `path=/sys/bus/pci/devices/${address}/`]);
}
function majorOf({ version = PINS.cloudHypervisor.version }) {
  return Number.parseInt(version.replace(/^v/, ""), 10);
}
function quote(path) {
  return /[,[\]]/.test(path) ? `"${path}"` : path;
}

// src/vmm/backends.ts
var BACKENDS = { qemu, "cloud-hypervisor": cloudHypervisor };
function backendFor(vmm) {
  return BACKENDS[vmm];
}

// src/vmm/program.ts
import { constants as constants3 } from "node:fs";
async function findProgram(backend, platform) {
  const path = find2(backend, constants3.X_OK);
  if (path !== void 0) return backend.identify(path, platform);
  const file = find2(backend, constants3.F_OK);
  if (file !== void 0) {
    throw new HostError("vmm-not-executable", `${file} may not be executed by this user`, {
      hint: `Make it executable: chmod +x ${file}`,
      lasting: true
    });
  }
  throw new HostError("vmm-missing", `${backend.commands[0]} is not installed`, {
    hint: backend.installHint,
    lasting: true
  });
}
function find2({ commands }, mode) {
  const found = commands.map((name) => {
    if (!name.includes("/")) return findCommand(name, mode);
    return isFile(name, mode) ? name : void 0;
  });
  return found.find((path) => path !== void 0);
}

export {
  askVersion,
  findVirtiofsd,
  AgentPort,
  guestDeviceArgs,
  unrunMachineArgs,
  qemu,
  backendFor,
  findProgram
};

import {
  TD_MONITOR_EXITS,
  ramLayout,
  ramOf,
  tdAttributes,
  tdMonitorArgs
} from "./chunk-WCDTERYH.js";
import {
  assess,
  candidates,
  isAgainst,
  isWithin
} from "./chunk-LSHX7TM5.js";
import {
  together
} from "./chunk-36QO2VQE.js";
import {
  PINS
} from "./chunk-ZUVNCCHD.js";
import {
  withWorkDir
} from "./chunk-WIPRSF3Y.js";
import {
  ask,
  describeEnd,
  findCommand,
  isFile
} from "./chunk-3L6VLD7O.js";
import {
  given
} from "./chunk-YCQBZFS4.js";
import {
  isTrustDomain
} from "./chunk-WOB6IITG.js";
import {
  HostError,
  messageOf
} from "./chunk-BM2IJI2T.js";

// src/host/host.ts
import { accessSync, closeSync, constants as constants4, existsSync, openSync, readFileSync as readFileSync2, readSync } from "node:fs";
import { release } from "node:os";

// src/vmm/cloud-hypervisor.ts
import { join as join2 } from "node:path";

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

// src/vmm/virtiofsd.ts
import { constants, readFileSync } from "node:fs";
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
  return isFile(name, constants.X_OK) ? name : void 0;
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
  const { typed } = spec;
  const file = (channel) => {
    if (channel === typed) return "tty";
    if (wiring === "files") return `file=${channel}.log`;
    fifos.set(channel, join2(wiring.fifosIn, channel));
    return `file=${quote(join2(wiring.fifosIn, `${channel}.out`))}`;
  };
  const { disks, copies } = planDisks(spec, wiring, majorOf(program));
  const apiSocket = wiring === "files" ? void 0 : join2(wiring.fifosIn, "api.sock");
  const args = [
    ...platformArgs(spec),
    ...payloadArgs(spec),
    ...["--cpus", `boot=${spec.cpus}${topologyOf(spec)}`],
    ...["--memory", `size=${Math.ceil(spec.memory / MIB)}M${memoryOf(spec)}`],
    ...disks.length === 0 ? [] : ["--disk", ...disks],
    ...sharesArgs(spec, wiring),
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
    stdout: typed ?? "debugcon",
    typed: typed ?? "none",
    copies,
    servers: virtiofsServers(spec.shares, spec.virtiofsd, wiring),
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
    used: disk.readOnly === true ? disk.path : join2(directory, `disk${index}.${disk.format}`)
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
function sharesArgs({ shares = [] }, wiring) {
  const served2 = shares.filter(({ type }) => type === "virtiofs");
  if (served2.length === 0) return [];
  return ["--fs", ...served2.map((share) => `tag=${share.tag},socket=${quote(shareSocket(share, wiring))}`)];
}
function vsockArgs({ vsock }, wiring) {
  if (vsock === void 0) return [];
  const socket = vsock.socket ?? join2(wiring === "files" ? "." : wiring.fifosIn, "vsock.sock");
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
import { join as join3 } from "node:path";

// src/vmm/agent.ts
import { constants as constants2 } from "node:os";
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
    this.#request(REQUEST.run, Number(stream.slice(4)), [directory, ...variables, "", ...argv]);
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
    else if (kind === KIND.output) this.#callbacks.onOutput(`run-${number}`, bytes);
    else if (kind === KIND.ended && bytes.length === 8) {
      const how = ENDS[bytes.readUInt32LE(0)];
      if (how === void 0) this.#break("a command ended in a way that is not known");
      else this.#callbacks.onEnd(`run-${number}`, how, endValue(how, bytes.readUInt32LE(4)));
    } else if (kind > KIND.ended && this.#files !== void 0) this.#takeFile(kind, bytes, this.#files);
    else if (kind !== KIND.started) this.#break(`its port sent a frame of the unknown kind ${kind}`);
  }
  #takeFile(kind, bytes, files) {
    if (kind === KIND.data) files.onData(bytes);
    else if (kind === KIND.file) files.onFile(textOf(bytes));
    else if (kind === KIND.collected) files.onCollected();
    else if (bytes.length < 4) this.#break(`its port sent a frame of kind ${kind} that is cut`);
    else if (kind === KIND.fileEnd && bytes.readUInt32LE(0) === 0) files.onFileEnd();
    else if (kind === KIND.fileEnd) files.onFileEnd(nameOf(constants2.errno, bytes.readUInt32LE(0)));
    else if (kind === KIND.leftOut) {
      files.onLeftOut(textOf(bytes.subarray(4)), nameOf(constants2.errno, bytes.readUInt32LE(0)));
    } else this.#break(`its port sent a frame of the unknown kind ${kind}`);
  }
  #takeReady(version2) {
    if (version2 !== PROTOCOL) {
      this.#break(`it speaks protocol ${JSON.stringify(version2)}, and this tdx-boot speaks ${PROTOCOL}`);
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
    const what = this.#asked.shift() ?? "do what nobody asked for";
    if (error !== 0) this.#break(`it could not ${what}: ${nameOf(constants2.errno, error)}`);
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
  return nameOf(how === "signal" ? constants2.signals : constants2.errno, value);
}
function nameOf(names, value) {
  return Object.entries(names).find(([, number]) => number === value)?.[0] ?? `number ${value}`;
}
function textOf(bytes) {
  return bytes.toString().replace(/\0.*$/s, "");
}

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
function sharesArgs2({ shares = [] }, wiring, virtio) {
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
var MIB2 = 1024 * 1024;
var PROCESSORS = {
  tdx: { machine: "accel=kvm,kernel-irqchip=split,confidential-guest-support=tdx0", cpu: "host" },
  "tdx-emulated": { machine: "accel=tcg", cpu: "max,phys-bits=48,mpx=off,pku=off" },
  kvm: { machine: "accel=kvm", cpu: "host" },
  emulated: { machine: "accel=tcg", cpu: "max" }
};
function machineArgs({ platform, cpu: cpu2, cpus, topology, memory: memory2, memoryBackend }) {
  const { machine, cpu: model } = PROCESSORS[platform];
  const layout = platform === "tdx-emulated" ? ramLayout(memory2) : "";
  const ram = platform === "tdx-emulated" ? ramOf(memory2) : Math.ceil(memory2 / MIB2);
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
  ask(answer2) {
    this.#answer = answer2;
    this.#command("chardev-send-break", { id: "serial" });
    this.#command("human-monitor-command", { "command-line": "info registers -a" }, REGISTERS);
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
      const reason2 = String(data?.reason ?? "unknown");
      if (data?.guest !== true) this.#report("broken", `QEMU was told to quit (${reason2})`);
      else
        this.#report(
          reason2 === "guest-reset" ? "reset" : reason2 === "guest-panic" ? "panicked" : "shutdown",
          reason2
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
      const fifo = join3(wiring.fifosIn, channel);
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
    ...sharesArgs2(spec, wiring, virtio),
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
    ...spec.agent === true && wiring !== "files" ? agentArgs(wire("agent")) : [],
    ...[...chardev("serial", wire("serial")), "-serial", "chardev:serial"],
    ...[...chardev("debugcon", wire("debugcon")), "-device", "isa-debugcon,iobase=0x402,chardev=debugcon"],
    ...wiring === "files" ? [] : [...chardev("control", wire("control")), "-qmp", "chardev:control"],
    ...gdbArgs(spec),
    ...spec.vmmArgs ?? []
  ];
  const servers = virtiofsServers(spec.shares, spec.virtiofsd, wiring);
  return { command: program.path, args, fds, fifos, stdout: "vmm", copies: [], servers, ...ends };
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
function kernelArgs(spec) {
  if (spec.platform === "tdx-emulated" && spec.payloadSections === true) return payloadArgs2(spec);
  const { kernel: kernel2, initrd, cmdline: cmdline2 } = spec;
  return [
    ...kernel2 === void 0 ? [] : ["-kernel", kernel2],
    ...initrd === void 0 ? [] : ["-initrd", initrd],
    ...cmdline2 === void 0 ? [] : ["-append", cmdline2]
  ];
}
function gdbArgs({ gdbSocket }) {
  if (gdbSocket === void 0) return [];
  const path = escapeComma(gdbSocket);
  return ["-chardev", `socket,id=gdb,path=${path},server=on,wait=off`, "-gdb", "chardev:gdb"];
}
function payloadArgs2({ kernel: kernel2, cmdline: cmdline2 = "" }) {
  if (kernel2 === void 0) return [];
  return [
    ...["-fw_cfg", `name=opt/org.tdx-boot/kernel,file=${escapeComma(kernel2)}`],
    ...["-fw_cfg", `name=opt/org.tdx-boot/cmdline,string=${escapeComma(cmdline2)}`]
  ];
}
function agentArgs(wire) {
  return [...chardev("agent", wire), "-device", `virtserialport,chardev=agent,name=${AGENT_PORT}`];
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

// src/host/kernel-log.ts
var SOURCES = [
  ["dmesg", "--kernel", "--notime"],
  ["journalctl", "--dmesg", "--boot", "--output=cat", "--no-pager", "--quiet"]
];
var ANSWER_MS3 = 1e4;
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
function kernelLog(lines, from) {
  const plain = lines.map((line) => line.replace(/^\[ *[TC]\d+\] ?/, "")).filter((line) => line !== "");
  return { lines: plain, from, whole: plain.slice(0, 20).some((line) => FIRST_LINE.test(line)) };
}
async function read(argv) {
  try {
    const question = {
      kind: "tool",
      own: { LC_ALL: "C" },
      deadlineMs: ANSWER_MS3,
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
import { join as join4 } from "node:path";
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
      const bios2 = join4(directory, "trial.bin");
      writeFileSync(bios2, trialImage());
      const argv = [qemu2, ...argumentsOf2(bios2, accelerator)];
      const answer2 = await ask(argv, { kind: "vmm", own: { TMPDIR: directory }, deadlineMs: DEADLINE_MS });
      return answer2.code === EXIT_CODE ? { works: true } : { works: false, said: reason(answer2) };
    });
  } catch (error) {
    const late = error instanceof HostError && error.code === "command-timeout";
    return { works: false, said: late ? `not done after ${DEADLINE_MS / 1e3} s` : messageOf(error) };
  }
}
function argumentsOf2(bios2, accelerator) {
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
    return readFileSync2(path, "utf8");
  } catch {
    return void 0;
  }
}
function device(path) {
  if (!existsSync(path)) return "missing";
  try {
    accessSync(path, constants4.R_OK | constants4.W_OK);
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

// src/host/check.ts
var CHECK_STATES = ["ok", "problem", "unknown"];
var ok = (evidence) => ({ state: "ok", evidence });
var problem = (evidence, fix) => ({ state: "problem", evidence, fix });
var unknown = (evidence, fix) => ({ state: "unknown", evidence, fix });
function lastLine(log, pattern) {
  return log?.lines.findLast((line) => pattern.test(line));
}
var TDX_PARAMETER = "/sys/module/kvm_intel/parameters/tdx";
var NO_LOG = "the kernel log cannot be read by this user";
var READ_LOG = "Run it as root: sudo tdx-boot doctor (or allow it: sudo sysctl kernel.dmesg_restrict=0).";

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
var MIB3 = 1024 * 1024;
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
  return `${Math.floor(bytes / MIB3)} MiB`;
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
var INSTALL2 = {
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
  const fix = INSTALL2[name];
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
async function requireTdxHost(host, wantedMemory, held) {
  const wanted = { memory: wantedMemory, vmm: "auto" };
  for await (const { id, title, state, evidence, fix } of examine(host, wanted, held, HOST_CHECKS)) {
    if (state !== "problem") continue;
    throw new HostError("host-not-ready", `this host cannot boot a Trust Domain: ${title}: ${evidence}`, {
      hint: `${fix ?? ""} All checks: tdx-boot doctor`.trim(),
      // Memory comes back when other programs end.
      lasting: id !== memory.id
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
  askVersion,
  findVirtiofsd,
  AgentPort,
  backendFor,
  thisHost,
  CHECK_STATES,
  tdCapacity,
  availableMemory,
  mib,
  usableAbi,
  examine,
  isReady,
  requireTdxHost,
  kvmInfo
};

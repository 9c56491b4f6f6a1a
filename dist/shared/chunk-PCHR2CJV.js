import {
  guestDeviceArgs,
  unrunMachineArgs
} from "./chunk-772ZWCBN.js";
import {
  isWithin
} from "./chunk-ELG3TUYH.js";
import {
  MMCONFIG
} from "./chunk-MOGLVO6R.js";
import {
  findCommand
} from "./chunk-2DNHFQUT.js";
import {
  environmentFor
} from "./chunk-POHZVVS5.js";
import {
  killGroup,
  noteGroup
} from "./chunk-PAW3MIGX.js";
import {
  HostError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/vmm/qemu-acpi.ts
import { once } from "node:events";

// src/process/start.ts
import { spawn } from "node:child_process";
function startVmm(path, args, { workDir, stdin, channels, held = [] }) {
  const stdio = [stdin ?? "ignore", "pipe", "pipe"];
  for (const fd of channels) stdio[fd] = "pipe";
  stdio.push(...held);
  return start(
    path,
    args,
    workDir,
    Array.from(stdio, (entry) => entry ?? "ignore")
  );
}
function startServer(path, args, workDir) {
  return start(path, args, workDir, ["ignore", "ignore", "pipe"]);
}
function start(path, args, workDir, stdio) {
  const setpriv = findCommand("setpriv");
  if (setpriv === void 0) {
    throw new HostError(
      "setpriv-missing",
      "setpriv is not installed: a killed tdx-boot would leave its VM behind",
      { hint: "Install util-linux, or put setpriv on PATH.", lasting: true }
    );
  }
  return spawn(setpriv, ["--pdeathsig", "KILL", "--", path, ...args], {
    stdio,
    detached: true,
    env: environmentFor("vmm", { TMPDIR: workDir })
  });
}

// src/vmm/qtest.ts
var Qtest = class {
  #channel;
  #text = "";
  #answer;
  constructor(channel) {
    this.#channel = channel;
    channel.setEncoding("latin1").on("data", (text) => this.#receive(text));
  }
  async writePort(port, value) {
    await this.#command(`outl 0x${port.toString(16)} 0x${value.toString(16)}`);
  }
  async readPort(port) {
    return Number(await this.#command(`inl 0x${port.toString(16)}`));
  }
  async write(address, bytes) {
    const data = Buffer.from(bytes).toString("hex");
    await this.#command(`write 0x${address.toString(16)} 0x${bytes.length.toString(16)} 0x${data}`);
  }
  async read(address, length) {
    return Buffer.from(
      await this.#command(`b64read 0x${address.toString(16)} 0x${length.toString(16)}`),
      "base64"
    );
  }
  /** Never resolves when QEMU ends: the caller watches for that. */
  async #command(line) {
    const answer = await new Promise((resolve) => {
      this.#answer = resolve;
      this.#channel.write(`${line}
`);
    });
    const [, value] = /^OK ?(.*)$/.exec(answer) ?? [];
    if (value !== void 0) return value;
    throw new HostError("qtest-failed", `QEMU answers ${JSON.stringify(answer)} to "${line.slice(0, 60)}"`);
  }
  #receive(text) {
    const lines = (this.#text + text).split("\n");
    this.#text = lines.pop() ?? "";
    for (const line of lines) if (!line.startsWith("IRQ ")) this.#answer?.(line.trimEnd());
  }
};

// src/vmm/qemu-acpi.ts
var DEADLINE_MS = 3e4;
var QTEST_FD = 3;
var MOST_COMPLAINT = 4096;
var HINT = "Give the content of the guest's fw_cfg file etc/acpi/tables instead.";
async function makeAcpiFiles(spec, { path, version }, workDir) {
  const reason = problemOf(spec, version);
  if (reason !== void 0) throw failed(reason);
  const child = startVmm(path, argsOf(spec), { workDir, channels: [QTEST_FD] });
  const forget = child.pid === void 0 ? void 0 : noteGroup(child.pid);
  let complaint = "";
  child.stderr?.on("data", (bytes) => {
    complaint = (complaint + bytes.toString("latin1")).slice(0, MOST_COMPLAINT);
  });
  child.stdout?.resume();
  const stream = child.stdio[QTEST_FD];
  stream.on("error", () => void 0);
  const late = AbortSignal.timeout(DEADLINE_MS);
  const gone = once(child, "close", { signal: late }).then(
    () => {
      throw failed(complaint.trim().split("\n").at(-1) || "it ended without a word");
    },
    (cause) => {
      throw failed(late.aborted ? `no answer within ${DEADLINE_MS / 1e3} s` : messageOf(cause));
    }
  );
  try {
    return await Promise.race([readTables(new Qtest(stream)), gone]);
  } finally {
    if (child.pid !== void 0) killGroup(child.pid);
    await gone.catch(() => void 0);
    forget?.();
  }
}
function problemOf({ platform, vfio = [] }, version) {
  if (platform === "tdx" && version !== void 0 && isWithin(version, { before: "10.1" })) {
    return `QEMU ${version} has no Trust Domains, or has them from a tree of Intel or Canonical: those tables are not known`;
  }
  if (vfio.length > 0) return "the machine has devices of its host, which only that host can add";
  return void 0;
}
function failed(reason) {
  return new HostError("no-acpi-tables", `QEMU made no ACPI tables: ${reason}`, { hint: HINT });
}
function argsOf(spec) {
  const disks = spec.disks.map((disk) => ({ ...disk, path: "null-co://", format: "raw" }));
  const shares = spec.shares?.map((share) => ({ ...share, type: "9p" })) ?? [];
  return [
    ...unrunMachineArgs(spec),
    ...guestDeviceArgs({ ...spec, disks, shares }, "files", (channel) => ["-chardev", `null,id=${channel}`]),
    ...spec.vmmArgs ?? [],
    ...["-chardev", `socket,id=qtest,fd=${QTEST_FD}`, "-qtest", "chardev:qtest", "-qtest-log", "/dev/null"]
  ];
}
async function readTables(machine) {
  await configure(machine);
  const directory = await directoryOf(machine);
  const read = async (name) => {
    const file = directory.get(name);
    if (file === void 0) throw failed(`the machine has no fw_cfg file ${name}`);
    return readItem(machine, file.key, file.size);
  };
  return {
    loader: await read("etc/table-loader"),
    rsdp: await read("etc/acpi/rsdp"),
    tables: await read("etc/acpi/tables"),
    mmconfig: MMCONFIG.from202305
  };
}
var [PCI_ADDRESS, PCI_DATA] = [3320, 3324];
var [MCH, LPC] = [0, 31 << 3];
var NOBODY = 4294967295;
var [PMBASE, ACPI_CNTL, PCIEXBAR] = [64, 68, 96];
var [PMBASE_VALUE, ACPI_EN, ENABLE] = [1536, 128, 1];
var APERTURE = 2n ** 46n - 2n ** 43n;
async function configure(machine) {
  const config = new PciConfig(machine);
  await config.write(LPC, PMBASE, PMBASE_VALUE | ENABLE);
  await config.write(LPC, ACPI_CNTL, ACPI_EN);
  await config.write(MCH, PCIEXBAR + 4, 0);
  await config.write(MCH, PCIEXBAR, MMCONFIG.from202305 + ENABLE);
  let next = APERTURE;
  for (let device = 0; device < 256; device++) {
    if (await config.read(device, 0) === NOBODY) continue;
    next = await placeBars(config, device, next);
  }
}
var [COMMAND, HEADER, FIRST_BAR, LAST_BAR] = [4, 12, 16, 36];
var MEMORY_SPACE = 2;
var [BAR_KIND, MEMORY_64] = [7, 4];
async function placeBars(config, device, from) {
  if ((await config.read(device, HEADER) >>> 16 & 127) !== 0) {
    throw failed("the machine has a PCI bridge: where the firmware puts what is behind it is not known");
  }
  let next = from;
  for (let bar = FIRST_BAR; bar <= LAST_BAR; bar += 4) {
    if ((await config.read(device, bar) & BAR_KIND & ~2) !== MEMORY_64) continue;
    await config.write64(device, bar, 2n ** 64n - 1n);
    const size = 2n ** 64n - (await config.read64(device, bar) & ~15n);
    next = (next + size - 1n) / size * size;
    await config.write64(device, bar, next);
    await config.write(device, COMMAND, MEMORY_SPACE);
    next += size;
    bar += 4;
  }
  return next;
}
var PciConfig = class {
  #machine;
  constructor(machine) {
    this.#machine = machine;
  }
  /** @param device number of device and function on bus 0 */
  async read(device, register) {
    await this.#machine.writePort(PCI_ADDRESS, addressOf(device, register));
    return this.#machine.readPort(PCI_DATA);
  }
  async write(device, register, value) {
    await this.#machine.writePort(PCI_ADDRESS, addressOf(device, register));
    await this.#machine.writePort(PCI_DATA, value);
  }
  async read64(device, register) {
    const high = BigInt(await this.read(device, register + 4));
    return high << 32n | BigInt(await this.read(device, register));
  }
  async write64(device, register, value) {
    await this.write(device, register, Number(value & 0xffffffffn));
    await this.write(device, register + 4, Number(value >> 32n));
  }
};
function addressOf(device, register) {
  return 2147483648 + (device << 8) + register;
}
var [DMA_PORT_HIGH, DMA_PORT_LOW, REQUEST_AT, ANSWER_AT] = [1300, 1304, 4096, 8192];
var [SELECT, READ, FILE_DIRECTORY] = [8, 2, 25];
var [ENTRY_BYTES, NAME_AT] = [64, 8];
var [MOST_FILES, MOST_BYTES] = [1024, 16 * 1024 * 1024];
async function directoryOf(machine) {
  const count = Math.min((await readItem(machine, FILE_DIRECTORY, 4)).readUInt32BE(), MOST_FILES);
  const bytes = await readItem(machine, FILE_DIRECTORY, 4 + count * ENTRY_BYTES);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = bytes.subarray(4 + index * ENTRY_BYTES).subarray(0, ENTRY_BYTES);
      const name = entry.subarray(NAME_AT).toString("latin1").split("\0")[0] ?? "";
      return [name, { size: Math.min(entry.readUInt32BE(), MOST_BYTES), key: entry.readUInt16BE(4) }];
    })
  );
}
async function readItem(machine, key, size) {
  const request = Buffer.alloc(16);
  request.writeUInt32BE(key * 65536 + SELECT + READ);
  request.writeUInt32BE(size, 4);
  request.writeBigUInt64BE(BigInt(ANSWER_AT), 8);
  await machine.write(REQUEST_AT, request);
  await machine.writePort(DMA_PORT_HIGH, 0);
  await machine.writePort(DMA_PORT_LOW, Buffer.from([0, 0, REQUEST_AT >> 8, 0]).readUInt32LE());
  return machine.read(ANSWER_AT, size);
}

export {
  startVmm,
  startServer,
  makeAcpiFiles
};

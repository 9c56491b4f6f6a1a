/** Lets QEMU build the ACPI tables of a machine that is never run, as the firmware of a Trust Domain would read them. */

import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { isWithin } from '../compat/version.ts';
import { killGroup, noteGroup } from '../process/kill.ts';
import { startVmm } from '../process/start.ts';
import { type AcpiFiles, PCI_LAYOUT } from '../tdx/acpi.ts';
import { HostError, messageOf } from '../words/errors.ts';
import type { LaunchSpec, Program } from './plan.ts';
import { guestDeviceArgs } from './qemu-devices.ts';
import { unrunMachineArgs } from './qemu-machine.ts';
import { Qtest } from './qtest.ts';

/** Longest time for all of it, in milliseconds; a second is usual. */
const DEADLINE_MS = 30_000;
const QTEST_FD = 3;
/** What QEMU says when it refuses a machine is short. */
const MOST_COMPLAINT = 4096;

const HINT = "Give the content of the guest's fw_cfg file etc/acpi/tables instead.";

/**
 * The files that QEMU hands to the firmware of this machine. Nothing of the guest is run: the machine is built and paused, what
 * the firmware does to it before it reads the tables is done over qtest, and QEMU builds the tables when they are read.
 * They are those of this version of QEMU: another one may build others.
 * @param workDir private directory, for QEMU's temporary files
 * @throws HostError code `no-acpi-tables`, `vmm-not-started` or `setpriv-missing`
 */
export async function makeAcpiFiles(
  spec: LaunchSpec,
  { path, version }: Program,
  workDir: string,
): Promise<AcpiFiles> {
  const reason = problemOf(spec, version);
  if (reason !== undefined) throw failed(reason);
  const child = startVmm(path, argsOf(spec), { workDir, channels: [QTEST_FD] });
  const forget = child.pid === undefined ? undefined : noteGroup(child.pid);
  let complaint = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    complaint = (complaint + bytes.toString('latin1')).slice(0, MOST_COMPLAINT);
  });
  child.stdout?.resume();
  const stream = child.stdio[QTEST_FD] as unknown as Duplex;
  // When QEMU ends while we write, the pipe breaks. The end of QEMU says why.
  stream.on('error', () => undefined);
  const late = AbortSignal.timeout(DEADLINE_MS);
  const gone = once(child, 'close', { signal: late }).then(
    () => {
      throw failed(complaint.trim().split('\n').at(-1) || 'it ended without a word');
    },
    (cause: unknown) => {
      throw failed(late.aborted ? `no answer within ${DEADLINE_MS / 1000} s` : messageOf(cause));
    },
  );
  try {
    return await Promise.race([readTables(new Qtest(stream)), gone]);
  } finally {
    if (child.pid !== undefined) killGroup(child.pid);
    await gone.catch(() => undefined);
    forget?.();
  }
}

function problemOf({ platform, vfio = [] }: LaunchSpec, version: string | undefined): string | undefined {
  if (platform === 'tdx' && version !== undefined && isWithin(version, { before: '10.1' })) {
    return `QEMU ${version} has no Trust Domains, or has them from a tree of Intel or Canonical: those tables are not known`;
  }
  if (vfio.length > 0) return 'the machine has devices of its host, which only that host can add';
  return undefined;
}

function failed(reason: string): HostError {
  return new HostError('no-acpi-tables', `QEMU made no ACPI tables: ${reason}`, { hint: HINT });
}

/** Kernel, firmware, SMBIOS, fw_cfg files and what is on a disk are in no ACPI table. */
function argsOf(spec: LaunchSpec): string[] {
  const disks = spec.disks.map((disk) => ({ ...disk, path: 'null-co://', format: 'raw' as const }));
  // Nothing serves a share by virtiofs; a device of 9p in its place has the same part in the tables.
  const shares = spec.shares.map((share) => ({ ...share, type: '9p' as const }));
  return [
    ...unrunMachineArgs(spec),
    ...guestDeviceArgs({ ...spec, disks, shares }, 'files', (channel) => ['-chardev', `null,id=${channel}`]),
    ...(spec.vmmArgs ?? []),
    ...['-chardev', `socket,id=qtest,fd=${QTEST_FD}`, '-qtest', 'chardev:qtest', '-qtest-log', '/dev/null'],
  ];
}

async function readTables(machine: Qtest): Promise<AcpiFiles> {
  await configure(machine);
  const directory = await directoryOf(machine);
  const read = async (name: string): Promise<Buffer> => {
    const file = directory.get(name);
    if (file === undefined) throw failed(`the machine has no fw_cfg file ${name}`);
    return readItem(machine, file.key, file.size);
  };
  return {
    loader: await read('etc/table-loader'),
    rsdp: await read('etc/acpi/rsdp'),
    tables: await read('etc/acpi/tables'),
    pci: LAYOUT,
  };
}

/** Configuration mechanism 1 of PCI. */
const [PCI_ADDRESS, PCI_DATA] = [0xcf8, 0xcfc];
const [MCH, LPC] = [0, 0x1f << 3];
const NOBODY = 0xffffffff;
/** OvmfPkg/Include/OvmfPlatforms.h: ICH9_PMBASE_VALUE, and the registers of the LPC bridge and the memory controller. */
const [PMBASE, ACPI_CNTL, PCIEXBAR] = [0x40, 0x44, 0x60];
const [PMBASE_VALUE, ACPI_EN, ENABLE] = [0x600, 0x80, 1];
/** Of the firmware that TDs have today. Every CPU with TDX has the 46 bits of its addresses, and not each has 47. */
const LAYOUT = PCI_LAYOUT.from202308;
/** Where that firmware puts 64-bit BARs (OvmfPkg/Library/PlatformInitLib/MemDetect.c, PlatformDynamicMmioWindow). */
const APERTURE = 2n ** BigInt(LAYOUT.addressBits) - 2n ** BigInt(LAYOUT.addressBits - 3);

/**
 * What TDVF has done when it reads the tables, as far as they show it: ports of power management, the place of the PCI
 * Express configuration space, and 64-bit BARs. In a TD, no option ROM keeps BARs below 4 GiB
 * (OvmfPkg/IncompatiblePciDeviceSupportDxe, c477b2783f).
 */
async function configure(machine: Qtest): Promise<void> {
  const config = new PciConfig(machine);
  await config.write(LPC, PMBASE, PMBASE_VALUE | ENABLE);
  await config.write(LPC, ACPI_CNTL, ACPI_EN);
  await config.write(MCH, PCIEXBAR + 4, 0);
  await config.write(MCH, PCIEXBAR, LAYOUT.mmconfig + ENABLE);
  let next = APERTURE;
  for (let device = 0; device < 256; device++) {
    if ((await config.read(device, 0)) === NOBODY) continue;
    next = await placeBars(config, device, next);
  }
}

const [COMMAND, HEADER, FIRST_BAR, LAST_BAR] = [4, 0xc, 0x10, 0x24];
const MEMORY_SPACE = 2;
const [BAR_KIND, MEMORY_64] = [7, 4];

/** Gives each 64-bit BAR of a device the next free address. @returns the address behind them */
async function placeBars(config: PciConfig, device: number, from: bigint): Promise<bigint> {
  if ((((await config.read(device, HEADER)) >>> 16) & 0x7f) !== 0) {
    throw failed('the machine has a PCI bridge: where the firmware puts what is behind it is not known');
  }
  let next = from;
  for (let bar = FIRST_BAR; bar <= LAST_BAR; bar += 4) {
    if (((await config.read(device, bar)) & BAR_KIND & ~2) !== MEMORY_64) continue;
    await config.write64(device, bar, 2n ** 64n - 1n);
    const size = 2n ** 64n - ((await config.read64(device, bar)) & ~15n);
    next = ((next + size - 1n) / size) * size;
    await config.write64(device, bar, next);
    await config.write(device, COMMAND, MEMORY_SPACE);
    next += size;
    bar += 4;
  }
  return next;
}

class PciConfig {
  readonly #machine: Qtest;

  constructor(machine: Qtest) {
    this.#machine = machine;
  }

  /** @param device number of device and function on bus 0 */
  async read(device: number, register: number): Promise<number> {
    await this.#machine.writePort(PCI_ADDRESS, addressOf(device, register));
    return this.#machine.readPort(PCI_DATA);
  }

  async write(device: number, register: number, value: number): Promise<void> {
    await this.#machine.writePort(PCI_ADDRESS, addressOf(device, register));
    await this.#machine.writePort(PCI_DATA, value);
  }

  async read64(device: number, register: number): Promise<bigint> {
    const high = BigInt(await this.read(device, register + 4));
    return (high << 32n) | BigInt(await this.read(device, register));
  }

  async write64(device: number, register: number, value: bigint): Promise<void> {
    await this.write(device, register, Number(value & 0xffffffffn));
    await this.write(device, register + 4, Number(value >> 32n));
  }
}

function addressOf(device: number, register: number): number {
  return 0x80000000 + (device << 8) + register;
}

/** The DMA interface of fw_cfg (QEMU docs/specs/fw_cfg.rst), and free memory of the guest for its request and its answer. */
const [DMA_PORT_HIGH, DMA_PORT_LOW, REQUEST_AT, ANSWER_AT] = [0x514, 0x518, 0x1000, 0x2000];
const [SELECT, READ, FILE_DIRECTORY] = [8, 2, 0x19];
const [ENTRY_BYTES, NAME_AT] = [64, 8];
/** More than any machine has, in entries and bytes. */
const [MOST_FILES, MOST_BYTES] = [1024, 16 * 1024 * 1024];

async function directoryOf(machine: Qtest): Promise<Map<string, { key: number; size: number }>> {
  const count = Math.min((await readItem(machine, FILE_DIRECTORY, 4)).readUInt32BE(), MOST_FILES);
  const bytes = await readItem(machine, FILE_DIRECTORY, 4 + count * ENTRY_BYTES);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = bytes.subarray(4 + index * ENTRY_BYTES).subarray(0, ENTRY_BYTES);
      const name = entry.subarray(NAME_AT).toString('latin1').split('\0')[0] ?? '';
      return [name, { size: Math.min(entry.readUInt32BE(), MOST_BYTES), key: entry.readUInt16BE(4) }];
    }),
  );
}

async function readItem(machine: Qtest, key: number, size: number): Promise<Buffer> {
  const request = Buffer.alloc(16);
  request.writeUInt32BE(key * 0x10000 + SELECT + READ);
  request.writeUInt32BE(size, 4);
  request.writeBigUInt64BE(BigInt(ANSWER_AT), 8);
  await machine.write(REQUEST_AT, request);
  await machine.writePort(DMA_PORT_HIGH, 0);
  // The port is big-endian; writing its lower half starts the transfer.
  await machine.writePort(DMA_PORT_LOW, Buffer.from([0, 0, REQUEST_AT >> 8, 0]).readUInt32LE());
  return machine.read(ANSWER_AT, size);
}

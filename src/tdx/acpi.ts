/** Derives the two small fw_cfg files that QEMU hands to the firmware beside its ACPI tables: all three are measured. */

import { hex } from './format.ts';
import { DataError, Reader, type Subject } from './reader.ts';

/** The fw_cfg files that TDVF measures as "ACPI DATA", in this order. */
export interface AcpiFiles {
  /** etc/table-loader */
  readonly loader: Uint8Array;
  /** etc/acpi/rsdp */
  readonly rsdp: Uint8Array;
  /** etc/acpi/tables */
  readonly tables: Uint8Array;
  /** For which firmware QEMU made the tables; absent: a guest had them, so they are those of its firmware. */
  readonly pci?: PciLayout;
}

/** Where a firmware puts what the ACPI tables show of PCI. */
export interface PciLayout {
  /** Address of the PCI Express configuration space. */
  readonly mmconfig: number;
  /** 64-bit BARs are in the last eighth of the address space, which has as many bits, or fewer where the CPU has fewer. */
  readonly addressBits: number;
}

/**
 * By edk2-stable release. IntelTdxX64.dsc, PcdPciExpressBaseAddress: moved by 82c1aa87f9.
 * OvmfPkg/Library/PlatformInitLib/MemDetect.c, PlatformAddressWidthFromCpuid, with 4-level paging: c1e8537690 lowers the limit.
 */
export const PCI_LAYOUT = {
  to202302: { mmconfig: 0xb0000000, addressBits: 47 },
  of202305: { mmconfig: 0xe0000000, addressBits: 47 },
  from202308: { mmconfig: 0xe0000000, addressBits: 46 },
} as const satisfies Record<string, PciLayout>;

interface Table {
  readonly signature: string;
  readonly offset: number;
  readonly length: number;
}

const SUBJECT: Subject = {
  what: 'the ACPI tables',
  hint: "Give the content of QEMU's fw_cfg file etc/acpi/tables, before the firmware has patched it.",
};
const TABLES_FILE = 'etc/acpi/tables';
const RSDP_FILE = 'etc/acpi/rsdp';
const CHECKSUM_AT = 9;
const HEADER_BYTES = 36;
const RSDP_BYTES = 20;
const COMMAND_BYTES = 128;
const FILE_NAME_BYTES = 56;
/** QEMU hw/i386/acpi-build.c ACPI_BUILD_ALIGN_SIZE. */
const LOADER_UNIT = 0x1000;
/** Tables for which QEMU emits a checksum and nothing else. */
const PLAIN = ['APIC', 'HPET', 'MCFG', 'WAET', 'SRAT', 'SLIT', 'DMAR'];
const KNOWN = ['FACS', 'DSDT', 'FACP', 'RSDT', ...PLAIN];
/** Pointers within FACP: FIRMWARE_CTRL, DSDT, X_DSDT, as [offset, bytes]. */
const FACP_POINTERS: readonly (readonly [number, number])[] = [
  [36, 4],
  [40, 4],
  [140, 8],
];

/**
 * The loader script and the RSDP that belong to the tables (QEMU hw/i386/acpi-build.c acpi_build,
 * hw/acpi/bios-linker-loader.c).
 * @throws DataError code `truncated` or `bad-acpi`; `bad-acpi` also for a table whose pointers are not known here
 */
export function deriveAcpiFiles(tables: Uint8Array): AcpiFiles {
  const list = listTables(tables);
  const unknown = list.find(({ signature }) => !KNOWN.includes(signature));
  if (unknown !== undefined) {
    const message = `ACPI table ${JSON.stringify(unknown.signature)} brings loader commands that are not known`;
    throw new DataError('bad-acpi', message, {
      hint: 'Measure a guest without the device that brings this table.',
    });
  }
  const [dsdt, facp, rsdt] = [one(list, 'DSDT'), one(list, 'FACP'), one(list, 'RSDT')];
  const entries = Math.floor((rsdt.length - HEADER_BYTES) / 4);
  const commands = [
    allocate(RSDP_FILE, 16, 2),
    allocate(TABLES_FILE, 64, 1),
    checksum(dsdt),
    ...FACP_POINTERS.map(([at, size]) => pointer(TABLES_FILE, facp.offset + at, size)),
    checksum(facp),
    ...list.filter(({ signature }) => PLAIN.includes(signature)).map(checksum),
    ...Array.from({ length: entries }, (_, at) =>
      pointer(TABLES_FILE, rsdt.offset + HEADER_BYTES + 4 * at, 4),
    ),
    checksum(rsdt),
    pointer(RSDP_FILE, 16, 4),
    command(3, RSDP_FILE, [
      [60, 8],
      [64, 0],
      [68, RSDP_BYTES],
    ]),
  ];
  const size = Math.ceil((commands.length * COMMAND_BYTES) / LOADER_UNIT) * LOADER_UNIT;
  const loader = new Uint8Array(size);
  for (const [at, bytes] of commands.entries()) loader.set(bytes, at * COMMAND_BYTES);
  return { loader, rsdp: rsdpOf(rsdt), tables };
}

/** One after the other, until the zeros that fill the file. */
function listTables(tables: Uint8Array): Table[] {
  const reader = new Reader(tables, SUBJECT);
  const list: Table[] = [];
  while (reader.left >= 8) {
    const { offset } = reader;
    const signature = Buffer.from(reader.take(4, 'a signature')).toString('latin1');
    if (signature === '\0\0\0\0') break;
    const length = reader.u32(`the length of ${signature}`);
    if (length < HEADER_BYTES) {
      const message = `the ACPI table at offset ${hex(offset)} claims ${length} bytes`;
      throw new DataError('bad-acpi', message, SUBJECT);
    }
    reader.skip(length - 8, `table ${JSON.stringify(signature)}`);
    list.push({ signature, offset, length });
  }
  return list;
}

function one(list: readonly Table[], wanted: string): Table {
  const table = list.find(({ signature }) => signature === wanted);
  if (table === undefined) throw new DataError('bad-acpi', `the ACPI tables have no ${wanted}`, SUBJECT);
  return table;
}

/** Revision 0, not yet patched: its pointer is the offset of the RSDT, its checksum zero. */
function rsdpOf({ offset }: Table): Uint8Array {
  const bytes = new Uint8Array(RSDP_BYTES);
  bytes.set(Buffer.from('RSD PTR \0BOCHS ', 'latin1'));
  new DataView(bytes.buffer).setUint32(16, offset, true);
  return bytes;
}

function allocate(file: string, alignment: number, zone: number): Uint8Array {
  const bytes = command(1, file, [[60, alignment]]);
  bytes[64] = zone;
  return bytes;
}

function pointer(file: string, offset: number, size: number): Uint8Array {
  const bytes = command(2, file, [[116, offset]]);
  bytes.set(Buffer.from(TABLES_FILE, 'latin1'), 4 + FILE_NAME_BYTES);
  bytes[120] = size;
  return bytes;
}

function checksum({ offset, length }: Table): Uint8Array {
  return command(3, TABLES_FILE, [
    [60, offset + CHECKSUM_AT],
    [64, offset],
    [68, length],
  ]);
}

/** A command with its first file name, and numbers as [offset, u32]. */
function command(kind: number, file: string, numbers: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = new Uint8Array(COMMAND_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, kind, true);
  bytes.set(Buffer.from(file, 'latin1'), 4);
  for (const [at, value] of numbers) view.setUint32(at, value, true);
  return bytes;
}

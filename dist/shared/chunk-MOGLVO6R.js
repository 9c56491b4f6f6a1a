import {
  DataError,
  Reader
} from "./chunk-LZS5NMGH.js";
import {
  hex
} from "./chunk-TOLEDQXP.js";

// src/tdx/acpi.ts
var MMCONFIG = { to202302: 2952790016, from202305: 3758096384 };
var SUBJECT = {
  what: "the ACPI tables",
  hint: "Give the content of QEMU's fw_cfg file etc/acpi/tables, before the firmware has patched it."
};
var TABLES_FILE = "etc/acpi/tables";
var RSDP_FILE = "etc/acpi/rsdp";
var CHECKSUM_AT = 9;
var HEADER_BYTES = 36;
var RSDP_BYTES = 20;
var COMMAND_BYTES = 128;
var FILE_NAME_BYTES = 56;
var LOADER_UNIT = 4096;
var PLAIN = ["APIC", "HPET", "MCFG", "WAET", "SRAT", "SLIT", "DMAR"];
var KNOWN = ["FACS", "DSDT", "FACP", "RSDT", ...PLAIN];
var FACP_POINTERS = [
  [36, 4],
  [40, 4],
  [140, 8]
];
function deriveAcpiFiles(tables) {
  const list = listTables(tables);
  const unknown = list.find(({ signature }) => !KNOWN.includes(signature));
  if (unknown !== void 0) {
    const message = `ACPI table ${JSON.stringify(unknown.signature)} brings loader commands that are not known`;
    throw new DataError("bad-acpi", message, unknown.offset, {
      hint: "Measure a guest without the device that brings this table."
    });
  }
  const [dsdt, facp, rsdt] = [one(list, "DSDT"), one(list, "FACP"), one(list, "RSDT")];
  const entries = Math.floor((rsdt.length - HEADER_BYTES) / 4);
  const commands = [
    allocate(RSDP_FILE, 16, 2),
    allocate(TABLES_FILE, 64, 1),
    checksum(dsdt),
    ...FACP_POINTERS.map(([at, size2]) => pointer(TABLES_FILE, facp.offset + at, size2)),
    checksum(facp),
    ...list.filter(({ signature }) => PLAIN.includes(signature)).map(checksum),
    ...Array.from(
      { length: entries },
      (_, at) => pointer(TABLES_FILE, rsdt.offset + HEADER_BYTES + 4 * at, 4)
    ),
    checksum(rsdt),
    pointer(RSDP_FILE, 16, 4),
    command(3, RSDP_FILE, [
      [60, 8],
      [64, 0],
      [68, RSDP_BYTES]
    ])
  ];
  const size = Math.ceil(commands.length * COMMAND_BYTES / LOADER_UNIT) * LOADER_UNIT;
  const loader = new Uint8Array(size);
  for (const [at, bytes] of commands.entries()) loader.set(bytes, at * COMMAND_BYTES);
  return { loader, rsdp: rsdpOf(rsdt), tables };
}
function listTables(tables) {
  const reader = new Reader(tables, SUBJECT);
  const list = [];
  while (reader.left >= 8) {
    const { offset } = reader;
    const signature = Buffer.from(reader.take(4, "a signature")).toString("latin1");
    if (signature === "\0\0\0\0") break;
    const length = reader.u32(`the length of ${signature}`);
    if (length < HEADER_BYTES) {
      const message = `the ACPI table at offset ${hex(offset)} claims ${length} bytes`;
      throw new DataError("bad-acpi", message, offset + 4, SUBJECT);
    }
    reader.skip(length - 8, `table ${JSON.stringify(signature)}`);
    list.push({ signature, offset, length });
  }
  return list;
}
function one(list, wanted) {
  const table = list.find(({ signature }) => signature === wanted);
  if (table === void 0) throw new DataError("bad-acpi", `the ACPI tables have no ${wanted}`, 0, SUBJECT);
  return table;
}
function rsdpOf({ offset }) {
  const bytes = new Uint8Array(RSDP_BYTES);
  bytes.set(Buffer.from("RSD PTR \0BOCHS ", "latin1"));
  new DataView(bytes.buffer).setUint32(16, offset, true);
  return bytes;
}
function allocate(file, alignment, zone) {
  const bytes = command(1, file, [[60, alignment]]);
  bytes[64] = zone;
  return bytes;
}
function pointer(file, offset, size) {
  const bytes = command(2, file, [[116, offset]]);
  bytes.set(Buffer.from(TABLES_FILE, "latin1"), 4 + FILE_NAME_BYTES);
  bytes[120] = size;
  return bytes;
}
function checksum({ offset, length }) {
  return command(3, TABLES_FILE, [
    [60, offset + CHECKSUM_AT],
    [64, offset],
    [68, length]
  ]);
}
function command(kind, file, numbers) {
  const bytes = new Uint8Array(COMMAND_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, kind, true);
  bytes.set(Buffer.from(file, "latin1"), 4);
  for (const [at, value] of numbers) view.setUint32(at, value, true);
  return bytes;
}

// src/tdx/event-profiles.ts
var ACPI = "935343cf16 (AcpiPlatformDxe measures ACPI)";
var MMCONFIG_MOVED = "82c1aa87f9 (PCI Express configuration space at 0xE0000000)";
var SEPARATOR = "efaf8931bb (separator to RTMR1)";
var MORE = "be529ef3c9 (fw_cfg files), cd76265f1a (SMBIOS)";
var OTHER_OPTIONS = "d433b4c8e4 and 716f150a8b (other boot options)";
var FLUSH = "12c5ded287 (FAT caches are emptied before boot services end)";
var PREFIX = "a2ac0fea49 (initrd=initrd before the command line)";
var EVENT_PROFILES = [
  {
    id: "edk2-13b97736",
    releases: "the pinned commit",
    acpi: false,
    mmconfig: MMCONFIG.to202302,
    fwCfg: false,
    smbios: false,
    bootVariables: "rtmr0",
    separator: "rtmr0",
    initrd: "after-cmdline",
    boot: "ui-app",
    flushesFat: false,
    source: `edk2 13b97736, which lacks ${ACPI} and ${SEPARATOR}`
  },
  {
    id: "edk2-stable202211",
    releases: "edk2-stable202211",
    acpi: false,
    mmconfig: MMCONFIG.to202302,
    fwCfg: false,
    smbios: false,
    bootVariables: "rtmr1",
    separator: "rtmr1",
    initrd: "after-cmdline",
    boot: "ui-app",
    flushesFat: false,
    source: "edk2-stable202211 OvmfPkg/IntelTdx/TdTcg2Dxe/TdTcg2Dxe.c, ReadAndMeasureBootVariable (PCR[5]) and OnReadyToBoot; seen in an emulated TD"
  },
  {
    id: "edk2-stable202302",
    releases: "edk2-stable202302",
    acpi: true,
    mmconfig: MMCONFIG.to202302,
    fwCfg: false,
    smbios: false,
    bootVariables: "rtmr0",
    separator: "rtmr0",
    initrd: "after-cmdline",
    boot: "ui-app",
    flushesFat: false,
    source: `edk2 ${ACPI}, before ${MMCONFIG_MOVED}`
  },
  {
    id: "edk2-stable202305",
    releases: "edk2-stable202305 to 202408",
    acpi: true,
    mmconfig: MMCONFIG.from202305,
    fwCfg: false,
    smbios: false,
    bootVariables: "rtmr0",
    separator: "rtmr0",
    initrd: "after-cmdline",
    boot: "ui-app",
    flushesFat: false,
    source: `edk2 ${MMCONFIG_MOVED}, before ${SEPARATOR}; event log CCEL_data_ovmf of confidential-containers/trustee`
  },
  {
    id: "edk2-stable202411",
    releases: "edk2-stable202411 and 202502",
    acpi: true,
    mmconfig: MMCONFIG.from202305,
    fwCfg: false,
    smbios: false,
    bootVariables: "rtmr0",
    separator: "rtmr1",
    initrd: "after-cmdline",
    boot: "ui-app",
    flushesFat: false,
    source: `edk2 ${SEPARATOR}, before ${OTHER_OPTIONS}; canonical-defaults of fortanix/tdx-measure`
  },
  {
    id: "edk2-stable202505",
    releases: "edk2-stable202505",
    acpi: true,
    mmconfig: MMCONFIG.from202305,
    fwCfg: true,
    smbios: true,
    bootVariables: "rtmr0",
    separator: "rtmr1",
    initrd: "after-cmdline",
    boot: "by-volume",
    flushesFat: false,
    source: `edk2 ${MORE}, ${OTHER_OPTIONS}, before ${PREFIX}`
  },
  {
    id: "edk2-stable202508",
    releases: "edk2-stable202508 to 202605",
    acpi: true,
    mmconfig: MMCONFIG.from202305,
    fwCfg: true,
    smbios: true,
    bootVariables: "rtmr0",
    separator: "rtmr1",
    initrd: "before-cmdline",
    boot: "by-volume",
    flushesFat: false,
    source: `edk2 ${PREFIX}, before ${FLUSH}; seen in an emulated TD`
  },
  {
    id: "edk2-stable202608",
    releases: "edk2-stable202608 (seen with 2026.08)",
    acpi: true,
    mmconfig: MMCONFIG.from202305,
    fwCfg: true,
    smbios: true,
    bootVariables: "rtmr0",
    separator: "rtmr1",
    initrd: "before-cmdline",
    boot: "by-volume",
    flushesFat: true,
    source: `edk2 ${FLUSH}; event logs of emulated TDs with the firmware of Debian's ovmf-inteltdx 2026.08`
  }
];

export {
  MMCONFIG,
  deriveAcpiFiles,
  EVENT_PROFILES
};

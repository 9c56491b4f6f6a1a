
// src/tdx/event-profiles.ts
var ACPI = "935343cf16 (AcpiPlatformDxe measures ACPI)";
var SEPARATOR = "efaf8931bb (separator to RTMR1)";
var MORE = "be529ef3c9 (fw_cfg files), cd76265f1a (SMBIOS)";
var OTHER_OPTIONS = "d433b4c8e4 and 716f150a8b (other boot options)";
var PREFIX = "a2ac0fea49 (initrd=initrd before the command line)";
var EVENT_PROFILES = [
  {
    id: "edk2-13b97736",
    releases: "the pinned commit",
    acpi: false,
    fwCfg: false,
    smbios: false,
    bootVariables: "rtmr0",
    separator: "rtmr0",
    initrd: "after-cmdline",
    boot: "ui-app",
    source: `edk2 13b97736, which lacks ${ACPI} and ${SEPARATOR}`
  },
  {
    id: "edk2-stable202211",
    releases: "edk2-stable202211",
    acpi: false,
    fwCfg: false,
    smbios: false,
    bootVariables: "rtmr1",
    separator: "rtmr1",
    initrd: "after-cmdline",
    boot: "ui-app",
    source: "edk2-stable202211 OvmfPkg/IntelTdx/TdTcg2Dxe/TdTcg2Dxe.c, ReadAndMeasureBootVariable (PCR[5]) and OnReadyToBoot; seen in an emulated TD"
  },
  {
    id: "edk2-stable202302",
    releases: "edk2-stable202302 to 202408",
    acpi: true,
    fwCfg: false,
    smbios: false,
    bootVariables: "rtmr0",
    separator: "rtmr0",
    initrd: "after-cmdline",
    boot: "ui-app",
    source: `edk2 ${ACPI}, before ${SEPARATOR}; event log CCEL_data_ovmf of confidential-containers/trustee`
  },
  {
    id: "edk2-stable202411",
    releases: "edk2-stable202411 and 202502",
    acpi: true,
    fwCfg: false,
    smbios: false,
    bootVariables: "rtmr0",
    separator: "rtmr1",
    initrd: "after-cmdline",
    boot: "ui-app",
    source: `edk2 ${SEPARATOR}, before ${OTHER_OPTIONS}; canonical-defaults of fortanix/tdx-measure`
  },
  {
    id: "edk2-stable202505",
    releases: "edk2-stable202505",
    acpi: true,
    fwCfg: true,
    smbios: true,
    bootVariables: "rtmr0",
    separator: "rtmr1",
    initrd: "after-cmdline",
    boot: "by-volume",
    source: `edk2 ${MORE}, ${OTHER_OPTIONS}, before ${PREFIX}`
  },
  {
    id: "edk2-stable202508",
    releases: "edk2-stable202508 and later (read up to 202605, seen with 2026.08)",
    acpi: true,
    fwCfg: true,
    smbios: true,
    bootVariables: "rtmr0",
    separator: "rtmr1",
    initrd: "before-cmdline",
    boot: "by-volume",
    source: `edk2 ${PREFIX}; event log of an emulated TD with the firmware of Debian's ovmf-inteltdx 2026.08`
  }
];

export {
  EVENT_PROFILES
};


// src/tdx/event-profiles.ts
var UI_APP = {
  order: "0000",
  option: "090100002c0055006900410070007000000004071400c9bdb87cebf8344faaea3ee4af6516a10406140021aa2c4614760345836e8ab6f46623317fff0400"
};
var ACPI = "935343cf16 (AcpiPlatformDxe measures ACPI)";
var SEPARATOR = "efaf8931bb (separator to RTMR1)";
var OTHER_OPTIONS = "d433b4c8e4 and 716f150a8b (other boot options)";
var PREFIX = "a2ac0fea49 (initrd=initrd before the command line)";
var EVENT_PROFILES = [
  {
    id: "edk2-13b97736",
    releases: "the pinned commit",
    acpi: false,
    bootVariables: "rtmr0",
    separator: "rtmr0",
    initrd: "after-cmdline",
    boot: UI_APP,
    source: `edk2 13b97736, which lacks ${ACPI} and ${SEPARATOR}`
  },
  {
    id: "edk2-stable202211",
    releases: "edk2-stable202211",
    acpi: false,
    bootVariables: "rtmr1",
    separator: "rtmr1",
    initrd: "after-cmdline",
    boot: UI_APP,
    source: "edk2-stable202211 OvmfPkg/IntelTdx/TdTcg2Dxe/TdTcg2Dxe.c, ReadAndMeasureBootVariable (PCR[5]) and OnReadyToBoot; seen in an emulated TD"
  },
  {
    id: "edk2-stable202302",
    releases: "edk2-stable202302 to 202408",
    acpi: true,
    bootVariables: "rtmr0",
    separator: "rtmr0",
    initrd: "after-cmdline",
    boot: UI_APP,
    source: `edk2 ${ACPI}, before ${SEPARATOR}; event log CCEL_data_ovmf of confidential-containers/trustee`
  },
  {
    id: "edk2-stable202411",
    releases: "edk2-stable202411 and 202502",
    acpi: true,
    bootVariables: "rtmr0",
    separator: "rtmr1",
    initrd: "after-cmdline",
    boot: UI_APP,
    source: `edk2 ${SEPARATOR}, before ${OTHER_OPTIONS}; canonical-defaults of fortanix/tdx-measure`
  },
  {
    id: "edk2-stable202505",
    releases: "edk2-stable202505",
    acpi: true,
    bootVariables: "rtmr0",
    separator: "rtmr1",
    initrd: "after-cmdline",
    source: `edk2 ${OTHER_OPTIONS}, before ${PREFIX}`
  },
  {
    id: "edk2-stable202508",
    releases: "edk2-stable202508 to 202605",
    acpi: true,
    bootVariables: "rtmr0",
    separator: "rtmr1",
    initrd: "before-cmdline",
    source: `edk2 ${PREFIX}`
  }
];

export {
  EVENT_PROFILES
};

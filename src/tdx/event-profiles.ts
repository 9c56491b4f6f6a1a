/** The events that each edk2 release measures, as data: one row for each change. */

import { PCI_LAYOUT, type PciLayout } from './acpi.ts';

export interface EventProfile {
  readonly id: string;
  /** The edk2 release, for people. */
  readonly releases: string;
  /** Whether the ACPI tables of the VMM are measured into RTMR0. */
  readonly acpi: boolean;
  readonly pci: PciLayout;
  /** Whether the files BootMenu and bootorder of fw_cfg are measured into RTMR0, after the CFV. */
  readonly fwCfg: boolean;
  /** Whether the SMBIOS table is measured into RTMR0, before the boot variables. */
  readonly smbios: boolean;
  /** Where BootOrder and Boot#### go. */
  readonly bootVariables: 'rtmr0' | 'rtmr1';
  /** Where the separator before the first boot attempt goes. */
  readonly separator: 'rtmr0' | 'rtmr1';
  /** Where TDVF puts "initrd=initrd" in a direct kernel boot. */
  readonly initrd: 'after-cmdline' | 'before-cmdline';
  /** The boot options of a direct kernel boot: UiApp alone, or the applications that are beside BdsDxe in its volume. */
  readonly boot: 'ui-app' | 'by-volume';
  /** Whether the FAT driver empties its caches when boot services end: the first call of ExitBootServices() fails then. */
  readonly flushesFat: boolean;
  readonly store: StoreUse;
  /**
   * Whether a kernel of a direct boot that Secure Boot refuses starts all the same, by edk2's legacy loader (edk2
   * OvmfPkg/Library/X86QemuLoadImageLib, in TDs until 10db2729d8; seen in an emulated TD with the pin).
   */
  readonly legacyLoader: boolean;
  readonly source: string;
}

/**
 * When the firmware starts with the variables of the image's store; otherwise the firmware starts with none. A TD has no flash, so
 * the firmware keeps its variables in memory (OvmfPkg/EmuVariableFvbRuntimeDxe). `undeleted` is `with-secure-boot` for a store without
 * deleted variables.
 */
export type StoreUse = 'with-secure-boot' | 'undeleted' | 'always' | 'never';

const ACPI = '935343cf16 (AcpiPlatformDxe measures ACPI)';
const MMCONFIG_MOVED = '82c1aa87f9 (PCI Express configuration space at 0xE0000000)';
const ADDRESS_BITS = 'c1e8537690 (64-bit BARs below 2^46 instead of 2^47)';
const SEPARATOR = 'efaf8931bb (separator to RTMR1)';
const MORE = 'be529ef3c9 (fw_cfg files), cd76265f1a (SMBIOS)';
const OTHER_OPTIONS = 'd433b4c8e4 and 716f150a8b (other boot options)';
const FLUSH = '12c5ded287 (FAT caches are emptied before boot services end)';
const STORE = 'a51255072e (variables from the image, also without Secure Boot)';
const STORE_LOST = '0917ddad25 (a TD finds no store, neither in the image nor in memory)';
const STORE_BACK = '6c4a9a7659 (a TD finds its store again)';
const PREFIX = 'a2ac0fea49 (initrd=initrd before the command line)';

/** What a release changes; everything else is as in the row before. */
type Change = Pick<EventProfile, 'id' | 'releases' | 'source'> & Partial<EventProfile>;

const PIN: EventProfile = {
  id: 'edk2-13b97736',
  releases: 'the pinned commit',
  acpi: false,
  pci: PCI_LAYOUT.to202302,
  fwCfg: false,
  smbios: false,
  bootVariables: 'rtmr0',
  separator: 'rtmr0',
  initrd: 'after-cmdline',
  boot: 'ui-app',
  flushesFat: false,
  store: 'with-secure-boot',
  legacyLoader: true,
  source: `edk2 13b97736, which lacks ${ACPI} and ${SEPARATOR}`,
};

/** In the order of their time. */
const RELEASES: readonly Change[] = [
  {
    id: 'edk2-stable202302',
    releases: 'edk2-stable202302',
    acpi: true,
    source: `edk2 ${ACPI}, before ${MMCONFIG_MOVED}; seen in an emulated TD`,
  },
  {
    id: 'edk2-stable202305',
    releases: 'edk2-stable202305',
    pci: PCI_LAYOUT.of202305,
    source: `edk2 ${MMCONFIG_MOVED}, before ${ADDRESS_BITS}; seen in an emulated TD`,
  },
  {
    id: 'edk2-stable202308',
    releases: 'edk2-stable202308 to 202408',
    pci: PCI_LAYOUT.from202308,
    source: `edk2 ${ADDRESS_BITS}, before ${SEPARATOR}; seen in emulated TDs; event log CCEL_data_ovmf of confidential-containers/trustee`,
  },
  {
    id: 'edk2-stable202411',
    releases: 'edk2-stable202411 and 202502',
    separator: 'rtmr1',
    source: `edk2 ${SEPARATOR}, before ${OTHER_OPTIONS}; canonical-defaults of fortanix/tdx-measure`,
  },
  {
    id: 'edk2-stable202505',
    releases: 'edk2-stable202505',
    fwCfg: true,
    smbios: true,
    boot: 'by-volume',
    source: `edk2 ${MORE}, ${OTHER_OPTIONS}, before ${PREFIX}; seen in an emulated TD`,
  },
  {
    id: 'edk2-stable202508',
    releases: 'edk2-stable202508',
    initrd: 'before-cmdline',
    source: `edk2 ${PREFIX}, before ${STORE}; seen in an emulated TD`,
  },
  {
    id: 'edk2-stable202511',
    releases: 'edk2-stable202511',
    store: 'always',
    legacyLoader: false,
    source: `edk2 ${STORE}, before ${STORE_LOST}; seen in an emulated TD`,
  },
  {
    id: 'edk2-stable202602',
    releases: 'edk2-stable202602 and 202605',
    store: 'never',
    source: `edk2 ${STORE_LOST}, before ${FLUSH}; seen in an emulated TD`,
  },
  {
    id: 'edk2-stable202608',
    releases: 'edk2-stable202608 (seen with 2026.08)',
    store: 'always',
    flushesFat: true,
    source: `edk2 ${FLUSH}, ${STORE_BACK}; event logs of emulated TDs with the firmware of Debian's ovmf-inteltdx 2026.08`,
  },
];

/** The pin first, then the releases in the order of their time. */
export const EVENT_PROFILES: readonly EventProfile[] = [
  PIN,
  {
    ...PIN,
    id: 'edk2-stable202211',
    releases: 'edk2-stable202211',
    bootVariables: 'rtmr1',
    separator: 'rtmr1',
    store: 'undeleted',
    source:
      'edk2-stable202211 OvmfPkg/IntelTdx/TdTcg2Dxe/TdTcg2Dxe.c, ReadAndMeasureBootVariable (PCR[5]) and OnReadyToBoot; seen in an emulated TD',
  },
  ...releasesAfter(PIN),
];

function releasesAfter(pin: EventProfile): EventProfile[] {
  let last = pin;
  return RELEASES.map((change) => {
    last = { ...last, ...change };
    return last;
  });
}

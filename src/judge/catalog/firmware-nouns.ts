/** What complaints of a firmware are about: the names of the drivers and libraries of edk2, and the words of td-shim. */

import type { Noun } from './noun.ts';

/** edk2 (OvmfPkg, MdeModulePkg, UefiCpuPkg, SecurityPkg; edk2-stable202605): the names of its drivers and libraries. */
export const FIRMWARE: readonly Noun[] = [
  {
    id: 'fw-kernel',
    of: 'firmware',
    pattern: /QemuKernel|QemuLoadImage|QemuStartKernel|\bblob\b|VerifyBlob/i,
    about: 'the kernel that the VMM hands over (fw_cfg)',
    hint: 'A kernel must be an EFI program (CONFIG_EFI_STUB), fit into memory, and be measured or hashed where the firmware asks for that.',
  },
  {
    id: 'fw-measurement',
    of: 'firmware',
    pattern: /\bT[cp][gm]2|\bTPM\b|TdTcg|HashLog|\bRTMR\b|\bPCR\b|[Mm]easure|EventLog|CcMeasurement/,
    about: 'the measurement of the boot',
    hint: 'In a TD the RTMRs take the place of a TPM: a firmware without TDX measurement, or a TPM device that does not answer, is the usual reason.',
  },
  {
    // td-shim 0.8 td-shim/src, tdx-tdcall; OvmfPkg/Library/TdxLib
    id: 'fw-tdx',
    of: 'firmware',
    pattern:
      /\bTDINFO\b|\bTDCALL\b|\bTD ?VM ?CALL\b|Td(?:Vm)?[Cc]all|\bGPAW\b|\b(?:RD|WR)MSR\b|\bTDREPORT\b|\bGetVeInfo/i,
    about: 'a call to the TDX module or the VMM',
    hint: 'Firmware, VMM and TDX module must be of releases that fit each other; in a VM that is no TD these calls do not exist.',
  },
  {
    id: 'fw-secure-boot',
    of: 'firmware',
    pattern: /[Ss]ecure ?Boot|\bKEK\b|\bdbx?\b|DxeImageVerification|\bcertificate\b|Security Violation/,
    about: 'Secure Boot',
    hint: 'Sign the image with a key of db, or use a firmware without enrolled keys.',
  },
  {
    id: 'fw-memory',
    of: 'firmware',
    pattern:
      /\bH[Oo][Bb]s?\b|HobList|[Aa]ccept(?:ed)? ?[Mm]emory|TdAccept|[Mm]emory ?[Mm]ap|E820|MemDetect|PageTable|Out of Resources|AllocateP|[Mm]emory (?:region|allocat)|(?:[Ss]hared|[Rr]eserved|[Uu]naccepted) ?[Mm]emory|\bheap\b|\bshadow stack\b|\bpaging\b|Out of memory/,
    about: 'the memory of the guest',
    hint: 'Give the guest more memory, and let VMM and firmware be of one time: the memory map comes from the TD HOB or fw_cfg.',
  },
  {
    id: 'fw-cpus',
    of: 'firmware',
    pattern: /\bMpInit|StartupAllAPs?|\bAPs?\b|APIC ?ID|X2?Apic|CpuHotplug|CpuDxe|CpuMpPei|[Pp]rocessor/,
    about: 'the other vCPUs',
    hint: 'Try one vCPU: if that boots, the number of vCPUs or the way in which VMM and firmware wake them is the reason.',
  },
  {
    id: 'fw-variables',
    of: 'firmware',
    pattern: /\bFvb|NvVar|[Vv]ariable|NorFlash|\bF[Tt][Ww]\b|FaultTolerant|\bCFV\b/,
    about: 'its variable store',
    hint: 'A TD has none that lasts: use the combined firmware file as a ROM, not CODE and VARS of another build.',
  },
  {
    id: 'fw-pci',
    of: 'firmware',
    pattern: /PciHostBridge|PciBus|RootBridge|\bPCI\b|\bEcam\b|\bMMIO\b|\bBAR\b/,
    about: 'the PCI devices',
    hint: 'A device does not fit into the windows, or does not answer: take passed-through devices away, or enlarge opt/ovmf/X-PciMmio64Mb.',
  },
  {
    id: 'fw-virtio',
    of: 'firmware',
    pattern: /[Vv]irtio/,
    about: 'a virtio device',
    hint: 'In a TD a device must be modern (disable-legacy=on) and offer ACCESS_PLATFORM (iommu_platform=on).',
  },
  {
    id: 'fw-fw-cfg',
    of: 'firmware',
    pattern: /[Ff]w_?[Cc]fg/,
    about: 'the settings of the VMM (fw_cfg)',
    hint: 'The firmware is made for QEMU; another VMM needs its own (CloudHv.fd), and both of one time.',
  },
  {
    id: 'fw-smm',
    of: 'firmware',
    pattern: /\bS[Mm][Mm]\b|\bSMI\b|SmmCore|Smbase/,
    about: 'SMM, which a TD does not have',
    hint: 'Use a firmware that is built without SMM_REQUIRE.',
  },
  {
    id: 'fw-acpi',
    of: 'firmware',
    pattern: /\bACPI\b|Acpi(?:Platform|Table)|\bFADT\b|\bDSDT\b|\bMADT\b/,
    about: 'the ACPI tables',
    hint: 'They come from the VMM (fw_cfg etc/table-loader, or ACPI in the TD HOB): VMM and firmware must fit each other.',
  },
  {
    id: 'fw-image',
    of: 'firmware',
    pattern: /\bImage\b|LoadImage|StartImage|\.efi\b|\bPE\/COFF\b|PeCoff|^Boot failed\b/i,
    about: 'an EFI program that it loads',
    hint: 'The medium has no EFI program for this architecture (EFI/BOOT/BOOTX64.EFI on an ESP), or the file is damaged or not signed.',
  },
  {
    id: 'fw-volume',
    of: 'firmware',
    pattern: /\bFV\b|\bFFS\b|\bsection\b|[Dd]ecompress|\bvolume\b|[Mm]etadata/,
    about: 'a firmware volume',
    hint: 'The firmware file is cut or damaged, or was built with other sizes: build it anew and compare its size.',
  },
  {
    id: 'fw-disk',
    of: 'firmware',
    pattern:
      /BlockIo|DiskIo|[Pp]artition|FileSystem|\bFSOpen\b|\bFAT\b|No Media|Volume Corrupt|\b(?:Nvm(?:e|Express)|Ahci|Ata[A-Z]|Scsi|Emmc|Sd(?:Mmc|Card|Peim)|Ufs[A-Z])/,
    about: 'a disk',
    hint: 'Check the image (sgdisk -v, fsck.vfat of its ESP) and the bus: a TD’s firmware drives virtio, AHCI and NVMe.',
  },
  {
    id: 'fw-usb',
    of: 'firmware',
    pattern: /\b(?:Xhc|Ehc|Uhci|Usb)[A-Z]?/,
    about: 'USB',
    hint: 'A guest that is given no USB controller (QEMU: -nodefaults, no -device qemu-xhci) boots without; one that is passed through may not answer in a TD.',
  },
  {
    id: 'fw-network',
    of: 'firmware',
    pattern: /\bPXE\b|\bDHCP|\bTLS\b|\bHTTP\b|\bTFTP\b|\bSnp\b|Network|NetLib/,
    about: 'the network',
    hint: 'Only a network boot needs it: take the network out of the boot order, or let the disk have bootindex=0.',
  },
];

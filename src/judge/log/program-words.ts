/**
 * Words by which a program is known whose lines have no mark: what edk2, shim, kernels other than Linux and hypervisors name, and
 * how they name it. Only the one line that decides is asked.
 */

/** mErrorString of MdePkg/Library/BasePrintLib/PrintLibInternal.c (edk2-stable202605): how edk2 prints an EFI_STATUS. */
const EFI_STATUS =
  '(?:Load Error|Invalid Parameter|Unsupported|Bad Buffer Size|Buffer Too Small|Not Ready|Device Error|Write Protected|Out of Resources|Volume (?:Corrupt|Full)|No Media|Media changed|Not Found|Access Denied|No Response|No mapping|Time out|Not started|Already started|Aborted|TFTP Error|Protocol Error|Incompatible Version|Security Violation|CRC Error|End of (?:Media|File)|Compromised Data|HTTP Error)';
/** Of these the ones that no other program ends a line with, in this spelling. */
const ONLY_OF_EFI =
  '(?:Load Error|Bad Buffer Size|Buffer Too Small|Not Ready|Device Error|Write Protected|Out of Resources|Volume (?:Corrupt|Full)|No Media|Media changed|No mapping|Not started|Already started|Incompatible Version|Security Violation|CRC Error|Compromised Data)';
/** The beginnings of the names of edk2’s drivers, libraries and functions: MdeModulePkg/Bus, OvmfPkg, NetworkPkg, SecurityPkg (edk2-stable202605). */
const EDK2_DRIVERS =
  '(?:Xhc|Ehc|Uhci|Usb|Nvm|Nvme|Emmc|Sd(?:Card|Mmc|Read|Peim)?|Ufs|NorFlash|Smi|Smram|Smm|Peim?|Dxe|Pci|Xen(?:Bus|PvBlk|Store)|Tcg|Tpm|Tdx?|Fv|Ramfb|Mnp|Snp|Ata|Ahci|Acpi|Mtrr|Opal|Hob|Emu|Legacy|Fat|Ext4|Bds|Boot|Platform|Secure|Image|Variable|Measure|Hash|Cc|Efi|Uefi)';
/** How names begin, or are, in the code of edk2-stable202605; nobody else has such names. */
const EDK2_NAMES: readonly string[] = [
  // MdePkg/Include: statuses, PCDs, GUIDs; MdePkg/Library: PE/COFF
  String.raw`EFI_[A-Z_]{4,}|Pcd[A-Z]\w{3,}|g?Efi[A-Z]\w+Guid|PeCoff\w*`,
  // OvmfPkg: variables, fw_cfg, virtio, SMM and vCPUs under QEMU
  String.raw`HobList|NvVar\w*|Fvb[A-Z]\w+|FvbDxe|QemuFwCfg\w*|FwCfg\w*|Virtio[A-Z]\w+|Cpu(?:Hotplug|Dxe|MpPei)\w*`,
  // UefiCpuPkg: SMM, and the start of the other processors
  String.raw`Smm[A-Z]\w+|SMM_\w+|Smbase\w*|MpInit\w*|StartupA(?:llAPs?|P)`,
  // MdeModulePkg: buses, disks, ACPI, fault tolerant writes; SecurityPkg and OvmfPkg: measurement
  String.raw`(?:Pci)?(?:RootBridge|HostBridge)\w*|BlockIo\w*|DiskIo\w*|Acpi[A-Z]\w+|FaultTolerant\w*|T[cp][gm]2\w*|TdTcg2\w*`,
  // the names of drivers and packages
  String.raw`\w+(?:Dxe|Pei|Pkg)\b`,
];
/** Whole words by which edk2 is known. */
const EDK2_WORDS: readonly string[] = [
  // phases, and the parts of a firmware volume (MdePkg/Include/Pi)
  String.raw`DXE|PEIM?|FFS\d?|FVs?(?! =)|FvImage|GUID(?:ed)? (?:defined )?[Ss]ections?|guided sections?|PCDs?`,
  // what one phase leaves to the next
  'HOBs?|(?:hob|HOB) ?list|fw hoblist|SMRAM|SMM',
  // boot and runtime services (MdePkg/Include/Uefi/UefiSpec.h)
  '(?:Restore|Raise)T[Pp][Ll]|NewTpl|(?:Allocate|Free)(?:Pages|Pool)|(?:Handle|Locate|Install|Open)Protocol|(?:Signal|Create)Event|(?:Get|Set)Variable',
  // MdeModulePkg/Bus: PCI and USB; SecurityPkg: what is measured
  String.raw`Pci ?Io|(?:Create|Exec) ?Trb|TRB|HashLogExtend\w*`,
];
/** edk2 speaks: a function or a driver and an EFI_STATUS, a driver before its words, or a name that only edk2 has. */
export const OF_EDK2 = new RegExp(
  [
    String.raw`^\W*(?:\w+\.)?(?:[A-Z][a-z0-9]+){2,}(?<!Error|Exception)(?:\(\))?:? .*[ :=(-]${EFI_STATUS}[).!]*\s*$`,
    String.raw`\bStatus ?[=:-] ?["(]?${EFI_STATUS}\b`,
    String.raw`(?:[:=] ?| - |\breturns?(?:ed)? |\bwith )"?${ONLY_OF_EFI}[").!]*\s*$`,
    String.raw`[\w.)]+ - ${EFI_STATUS}[.!]*(?:$| [A-Z])`,
    String.raw`^\W*${EDK2_DRIVERS}(?:[A-Z][a-z0-9]+)+(?<!Error|Exception|Failed)(?:\(\)|\[[^\]]*\]|\([A-Z]\w+:0x[0-9a-f]+\))?(?:: | - |, | fail)`,
    `\\b(?:${EDK2_NAMES.join('|')})`,
    `\\b(?:${EDK2_WORDS.join('|')})\\b`,
    String.raw`\[(?:Bds|TPM2?|TPM2PP|Tcg\w*)\]|\bcan't be loaded on \S+ UEFI`,
  ].join('|'),
);

/**
 * lib/, mok.c, pe.c, netboot.c, httpboot.c and sbat.c of shim 16.1: what it loads, checks and keeps. Boot loaders end a sentence with
 * a status, where edk2 names a function before, or writes a dash; what quotes a status of HTTP is another program.
 */
export const OF_SHIM = new RegExp(
  [
    String.raw`\bMok[A-Z]\w+|\bMOK(?:PW)?\b|\bMok\b|\bSBAT\b|\bSbat\w+|\bSSP policy\b|\b[Nn]etboot\b|\bHTTPBoot\b|\bset_second_stage\b|\bsecond stage\b|\b(?:load|read|start)_image\(\)|\bshim\.c\b|\bReloc \d+ |\bRelocation failed\b|\b[Ss]ection (?:header|\d+)\b|\bdevice path\b|\bimage load event\b|\bbuilt-in cert\b|\bload path\b|\bfile buffer\b|\bFile Alignment\b|\brelocation sections\b|\bSystem is compromised\b`,
    String.raw`^(?!.*(?:\b[45]\d\d\b|\bhttps?:|\bS3\b))(?:\d+ )?(?:Could(?:n't| not)|Failed to|Unable to|Error) [^:]*: ${EFI_STATUS}$`,
  ].join('|'),
);

/** A kernel tells of an exception of the processor, or of its debugger: sys/kern/subr_trap.c of BSDs, kernels that few people use. */
export const OF_KERNEL =
  /\b[Pp]age [Ff]ault\b|#(?:PF|GP|DF|UD|SS|TS|NP|DE)\b|\b(?:general protection|double|triple|stack segment) fault\b|\b(?:invalid|illegal) opcode\b|\b(?:[Ff]atal|kernel) trap \d+\b|\btrap type \d+\b|\buvm_fault\b|\bsupervisor (?:thread|mode)\b|\bkernel mode\b|^\[(?:Kernel|KERNEL)\]|\bKernel::\w|^Kernel error: |^PANIC: |\b[Kk]ernel [Pp]anic\b|\bunrecoverable error on processor\b|^KDB: |^Stopped at +\w|^db\{?\d?\}?> |\bcr2\b.*\b(?:cr3|rip|eip)\b/;

/** A hypervisor or a VMM tells of its guest: Xen, bhyve, HAXM, and the exits of virtual machines. */
export const OF_HYPERVISOR =
  /^\(XEN\) |\bdomain_crash\b|\bbhyve\w*|\bxhyve\b|\bhaxm?\w*:|\bVcpu[A-Z]\w+|\b[Ff]ailed to emulate (?:an )?instruction\b|\binstruction emulation\b|\b(?:vm|VM|Vm)[- _]?[Ee]xit\b/;

/**
 * What U-Boot says when it cannot boot: boot/{bootm,image*,bootmeth*,fdt_support}.c, cmd/{booti,bootz,mmc,fs,pxe,source}.c, disk/part.c,
 * net/{tftp,net,eth-uclass}.c, drivers/mmc/mmc.c, common/{main,cli_hush}.c (U-Boot 6073c36b2c8).
 */
export const OF_U_BOOT =
  /^(?:Bad (?:Linux \w+ \w+ magic|FIT \w+ image format|(?:Data|Header) (?:CRC|Hash|Checksum)|Magic Number|header crc)|Wrong (?:Ramdisk )?Image (?:Format|Type)|ERROR: (?:can't get kernel image|Did not find a cmdline Flattened|new format image overwritten|image is not a fdt|fdt |booting os)|Could not find a valid device tree|(?:Ramdisk|FDT) image is corrupt|No (?:Linux \w+ Ramdisk Image|ethernet found|block devices found|more bootdevs|MMC device available)|Card did not respond to voltage select|MMC: no card present|\*\* (?:No |Bad |Unable |File not |Unrecognized |Invalid |Can't |Cannot |Partition |Reading )|SCRIPT FAILED: |Retry (?:count|time) exceeded|TFTP (?:error|server died)|### ERROR ### Please RESET|Failed to prep \w+ kernel|Config file not found|Missing environment variable: |BOOTP broadcast [5-9]\b)/;

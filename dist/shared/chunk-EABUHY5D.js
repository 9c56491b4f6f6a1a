import {
  NotBzImageError,
  TAR_NAME,
  checkDisk,
  isRelease,
  isWithin,
  kernelInfoOf,
  requireFlash,
  requireWholeFirmware
} from "./chunk-ELG3TUYH.js";
import {
  checkMetadata,
  obstacleWithoutTd,
  refusals
} from "./chunk-7SKRB5VY.js";
import {
  parseMetadata
} from "./chunk-7GO3TDGG.js";
import {
  requireDirectory,
  requireFile,
  requireInitrd,
  requireProgram,
  requireReadable
} from "./chunk-A2HKPFWR.js";
import {
  ScenarioError,
  formatPath
} from "./chunk-KHPEMR2K.js";
import {
  PLATFORMS,
  VMMS,
  isTrustDomain
} from "./chunk-FZIILW4F.js";
import {
  HostError,
  TdxBootError,
  UsageError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/guest/files.ts
import { readFileSync, statSync } from "node:fs";

// src/compat/rows/any-vmm-rows.ts
var ANY_VMM_ROWS = [
  {
    id: "vmm-args",
    when: { platforms: PLATFORMS, needs: ["vmm-args"] },
    verdict: "unknown",
    about: "vmm-args",
    reason: "this table does not know what the arguments in vmm-args do",
    reference: "docs/scenario.md",
    certainty: "documented",
    advice: "Use keys of the scenario where there are any."
  }
];

// src/compat/rows/cloud-hypervisor-rows.ts
var CH = { vmm: "cloud-hypervisor" };
var ANY = { ...CH, platforms: ["tdx", "kvm"] };
var TD = { ...CH, platforms: ["tdx"] };
var PLAIN = { ...CH, platforms: ["kvm"] };
var ABI = "kvm-upstream-2022.08.07-v5.19-rc8";
var SECTIONS = "cloud-hypervisor v47.0 vmm/src/vm.rs populate_tdx_sections";
var DEVICE_MODEL = "cloud-hypervisor docs/device_model.md";
var USE_PIN = "Leave vmm-ref out: tdx-boot then builds the version that it pins";
var USE_QEMU_10_1 = 'Use QEMU 10.1 or later with "pins: current" on a host of Linux 6.16 or later.';
var CLOUD_HYPERVISOR_ROWS = [
  {
    id: "ch-before-35",
    when: { ...ANY, vmmVersion: { before: "35.0" } },
    verdict: "not-offered",
    about: "vmm",
    reason: "Cloud Hypervisor before v35.0 has no --pvpanic, by which a guest kernel reports its panic",
    reference: "cloud-hypervisor v34.0 and v35.0 src/main.rs",
    certainty: "read in source",
    advice: `${USE_PIN}.`
  },
  {
    id: "ch-emulated",
    when: { ...CH, platforms: ["emulated", "tdx-emulated"] },
    verdict: "not-offered",
    about: "vmm",
    reason: "Cloud Hypervisor needs KVM and cannot boot the platforms emulated and tdx-emulated",
    reference: "cloud-hypervisor README.md",
    certainty: "documented",
    advice: "Use vmm: qemu, or platform: kvm."
  },
  {
    id: "ch-without-tdx",
    when: { ...TD, vmmTdx: false },
    verdict: "refused",
    about: "vmm",
    reason: "this Cloud Hypervisor was built without the feature tdx, as every released program is",
    reference: "cloud-hypervisor .github/workflows/release.yaml; --version -v lists the features",
    certainty: "read in source",
    advice: "Build one with the feature tdx: tdx-boot firmware build cloud-hypervisor."
  },
  {
    id: "ch-53-no-tdx",
    when: { ...TD, vmmVersion: { from: "53.0" }, vmmReleased: true },
    verdict: "does-not-build",
    about: "vmm",
    reason: "Cloud Hypervisor cannot be built with the feature tdx from v53.0 on (compile_error!)",
    reference: "cloud-hypervisor v53.0 cloud-hypervisor/src/main.rs:899, commit b2d1065a",
    certainty: "read in source",
    advice: `${USE_PIN}, for a host with ${ABI}; v52.0 is the last that can be built. ${USE_QEMU_10_1}`
  },
  {
    id: "ch-48-firmware-and-kernel",
    when: { ...TD, vmmVersion: { from: "48.0", before: "53.0" }, payload: ["kernel"] },
    verdict: "refused",
    about: "kernel",
    reason: "Cloud Hypervisor refuses --firmware together with --kernel from v48.0 on, for TDs too",
    reference: "cloud-hypervisor v48.0 vmm/src/vm_config.rs:717, commit dd8687ae; issue #7630",
    certainty: "read in source",
    advice: `${USE_PIN}, which takes both, or boot a disk image with TDVF.`
  },
  {
    id: "ch-other-abi",
    when: {
      ...TD,
      vmmVersion: { from: "30.0", before: "53.0" },
      vmmReleased: true,
      host: ["upstream", "intel-canonical"]
    },
    verdict: "refused",
    about: "vmm",
    reason: `Cloud Hypervisor v30.0 to v52.0 speaks the KVM interface of Intel's ${ABI}, and the first ioctl on any other host fails with EINVAL`,
    reference: "cloud-hypervisor PR #5007 (e4ae668bc); issues #8540 (Linux 7.0, Ubuntu 26.04) and #7207",
    certainty: "said in an issue",
    advice: USE_QEMU_10_1
  },
  {
    id: "ch-patched",
    when: { ...TD, vmmReleased: false, host: ["upstream"] },
    verdict: "unknown",
    about: "vmm",
    reason: "a Cloud Hypervisor between releases may have a series for Linux 6.16, such as PR #8724 with an edk2-stable202405 or later, or td-shim v0.8.0 with one CPU; its author says that it boots",
    reference: "cloud-hypervisor PR #8724 (closed 2026-08), branch gjolly/fix/tdx_snp_guard, issue #8540",
    certainty: "said in an issue",
    advice: USE_QEMU_10_1
  },
  {
    id: "ch-tdvf-disk",
    when: {
      ...TD,
      vmmVersion: { from: "35.0", before: "53.0" },
      vmmTdx: true,
      firmware: ["tdvf"],
      firmwareRelease: { before: "202405" },
      payload: ["disk"],
      host: ["intel-2022"]
    },
    verdict: "works",
    about: "firmware",
    reason: "the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)",
    reference: "cloud-hypervisor docs/intel_tdx.md",
    certainty: "documented"
  },
  {
    id: "ch-td-shim-kernel",
    when: {
      ...TD,
      vmmVersion: { from: "35.0", before: "48.0" },
      vmmTdx: true,
      firmware: ["td-shim"],
      payload: ["kernel"],
      host: ["intel-2022"]
    },
    verdict: "works",
    about: "firmware",
    reason: "the documented combination, with TDX module 1.0; nobody can rebuild that host today (issue #7181)",
    reference: "cloud-hypervisor docs/intel_tdx.md",
    certainty: "documented"
  },
  {
    id: "ch-td-shim-executable",
    when: {
      ...TD,
      vmmVersion: { from: "35.0", before: "53.0" },
      vmmTdx: true,
      firmware: ["td-shim-executable", "td-shim-example"],
      payload: ["executable"],
      host: ["intel-2022"]
    },
    verdict: "works",
    about: "firmware",
    reason: "Cloud Hypervisor launches it as it does a kernel: it puts each section where the image wants it",
    reference: SECTIONS,
    certainty: "inferred"
  },
  {
    id: "ch-tdvf-kernel",
    when: { ...TD, firmware: ["tdvf", "distribution", "distribution-secure"], payload: ["kernel"] },
    verdict: "not-offered",
    about: "kernel",
    reason: "Cloud Hypervisor loads a kernel only into a Payload section, and TDVF has none: before v48.0 the kernel is dropped without a word and TDVF looks for a disk, from v48.0 on both together are refused",
    reference: SECTIONS,
    certainty: "read in source",
    advice: "Boot a disk image, use td-shim for the kernel, or use vmm: qemu."
  },
  {
    id: "ch-td-initrd",
    when: { ...TD, needs: ["initrd"] },
    verdict: "not-offered",
    about: "initrd",
    reason: "Cloud Hypervisor gives a Trust Domain no initrd: it loads only what the firmware has a section for, and no firmware has a section for an initrd",
    reference: `${SECTIONS}; td-shim v0.8.0 sets no ramdisk fields`,
    certainty: "read in source",
    advice: 'Boot from a disk ("tdx-boot probe IMAGE --kernel FILE" writes the probe guest as a disk), build the initramfs into the kernel (CONFIG_INITRAMFS_SOURCE), or use TDVF with vmm: qemu.'
  },
  {
    id: "ch-kvm-firmware-and-kernel",
    when: { ...PLAIN, payload: ["kernel"], needs: ["firmware"] },
    verdict: "refused",
    about: "kernel",
    reason: "without a Trust Domain Cloud Hypervisor boots a firmware or a kernel, not both",
    reference: "cloud-hypervisor v47.0 vmm/src/vm.rs, load_payload",
    certainty: "inferred",
    advice: "Leave out guest.kernel or firmware, or use vmm: qemu."
  },
  {
    id: "ch-kvm-tdvf",
    when: {
      ...PLAIN,
      firmware: ["tdvf", "td-shim", "td-shim-executable", "td-shim-example", "distribution", "plain-ovmf"]
    },
    verdict: "refused",
    about: "firmware",
    reason: "without a Trust Domain the firmware of Cloud Hypervisor is an ELF program with a PVH entry, such as CLOUDHV.fd, and this is none",
    reference: "cloud-hypervisor docs/uefi.md: edk2 for it is built as CLOUDHV.fd",
    certainty: "documented",
    advice: "Name CLOUDHV.fd or rust-hypervisor-fw, or use vmm: qemu."
  },
  {
    id: "ch-flash",
    when: { ...ANY, needs: ["flash"] },
    verdict: "not-offered",
    about: "firmware",
    reason: "Cloud Hypervisor has no flash chips (firmware: code and vars)",
    reference: DEVICE_MODEL,
    certainty: "documented",
    advice: "Give one image, such as OVMF.inteltdx.fd in a TD or CLOUDHV.fd without, or use vmm: qemu without a TD."
  },
  {
    id: "ch-disk-bus",
    when: { ...ANY, needs: ["nvme", "sata", "scsi"] },
    verdict: "not-offered",
    about: "bus",
    reason: "the disks of Cloud Hypervisor are virtio disks only",
    reference: DEVICE_MODEL,
    certainty: "documented",
    advice: "Use bus: virtio, or vmm: qemu."
  },
  {
    id: "ch-backing-file",
    when: { ...ANY, needs: ["backing-file"] },
    verdict: "not-offered",
    about: "disk",
    reason: "the guest of Cloud Hypervisor gets a copy of its disk, beside which a backing file or data file is not found",
    reference: "cloud-hypervisor v47.0 block/src/qcow/mod.rs, from_with_nesting_depth",
    certainty: "read in source",
    advice: "Merge the files first (qemu-img convert -O qcow2 IMAGE MERGED), or use vmm: qemu."
  },
  {
    id: "ch-raw-like-qcow2",
    when: { ...ANY, vmmVersion: { before: "51.0" }, needs: ["raw-like-qcow2"] },
    verdict: "not-offered",
    about: "disk",
    reason: "Cloud Hypervisor before v51.0 takes the format of a disk from its content, and this raw disk begins like a qcow2 image",
    reference: "cloud-hypervisor v47.0 detects the type; --disk image_type came with v51.0",
    certainty: "inferred",
    advice: "Use vmm: qemu, which takes the format as it is said."
  },
  {
    id: "ch-user-network",
    when: { ...ANY, needs: ["user-network"] },
    verdict: "not-offered",
    about: "network",
    reason: "Cloud Hypervisor has no user network",
    reference: DEVICE_MODEL,
    certainty: "documented",
    advice: "Leave guest.network out, or use vmm: qemu."
  },
  {
    id: "ch-quote-socket",
    when: { ...ANY, needs: ["quote-socket"] },
    verdict: "not-offered",
    about: "quote-socket",
    reason: "Cloud Hypervisor connects no quote generation service",
    reference: "cloud-hypervisor docs/intel_tdx.md names no option for it",
    certainty: "inferred",
    advice: "Leave guest.quote-socket out, or use vmm: qemu."
  },
  {
    id: "ch-cpu",
    when: { ...ANY, needs: ["cpu"] },
    verdict: "not-offered",
    about: "cpu",
    reason: "Cloud Hypervisor has no CPU models and flags: its guests see the processor of the host",
    reference: "cloud-hypervisor docs/cpu.md",
    certainty: "documented",
    advice: "Leave guest.cpu out, or use vmm: qemu."
  },
  {
    id: "ch-memory-file",
    when: { ...ANY, needs: ["memory-file"] },
    verdict: "not-offered",
    about: "memory-backend",
    reason: "Cloud Hypervisor has a file behind memory only in memory zones, which a scenario does not have",
    reference: "cloud-hypervisor docs/memory.md",
    certainty: "documented",
    advice: "Leave the path out: hugepages, shared and prealloc are there without a file. Or use vmm: qemu."
  },
  {
    id: "ch-smbios",
    when: { ...ANY, needs: ["smbios-fields"] },
    verdict: "not-offered",
    about: "smbios",
    reason: "of the SMBIOS of Cloud Hypervisor only serial number, UUID and OEM strings can be chosen",
    reference: "cloud-hypervisor v47.0 vmm/src/vm_config.rs, PlatformConfig",
    certainty: "read in source",
    advice: "Leave the other fields out, or use vmm: qemu."
  },
  {
    id: "ch-td-attributes",
    when: { ...TD, needs: ["td-attributes", "td-identity"] },
    verdict: "not-offered",
    about: "td",
    reason: "Cloud Hypervisor chooses the attributes of a TD itself and gives it no identity",
    reference: "cloud-hypervisor v47.0 hypervisor/src/kvm/mod.rs, tdx_init",
    certainty: "read in source",
    advice: "Leave guest.td out, or use vmm: qemu."
  },
  {
    id: "ch-typing-both",
    when: { ...ANY, needs: ["typing-both"] },
    verdict: "not-offered",
    about: "typing",
    reason: "Cloud Hypervisor takes input without loss on one stream only, its terminal, and this scenario types into console and serial: a socket loses what is printed before a client is there, a pty what nobody has read at its end",
    reference: "cloud-hypervisor v47.0 and v53.0 vmm/src/{console_devices,serial_manager,device_manager}.rs",
    certainty: "read in source",
    advice: "Send to one stream, or use vmm: qemu."
  },
  {
    id: "ch-typing-long",
    when: { ...ANY, needs: ["typing-long"] },
    verdict: "not-offered",
    about: "typing",
    reason: "of what is typed at once into the serial port of Cloud Hypervisor, Linux gets 256 bytes, and the rest when more is typed: the port raises one interrupt for all of it, and the driver reads 256 bytes for an interrupt",
    reference: "cloud-hypervisor v47.0 devices/src/legacy/serial.rs (read of DATA); Linux drivers/tty/serial/8250/8250_port.c, serial8250_rx_chars",
    certainty: "read in source",
    advice: "Send less before the next expect, use stream: console, or use vmm: qemu."
  },
  {
    id: "ch-agent",
    when: { ...ANY, needs: ["agent"] },
    verdict: "not-offered",
    about: "agent",
    reason: "Cloud Hypervisor has no virtio-serial port, over which tdx-boot speaks with the agent in the guest (run)",
    reference: "cloud-hypervisor docs/device_model.md: its virtio-console has one port",
    certainty: "documented",
    advice: "Leave out the step, or use vmm: qemu."
  },
  {
    id: "ch-9p",
    when: { ...ANY, needs: ["9p"] },
    verdict: "not-offered",
    about: "shares",
    reason: "Cloud Hypervisor has no virtio-9p",
    reference: DEVICE_MODEL,
    certainty: "documented",
    advice: "Say type: virtiofs and a tag, by which the guest mounts it, or use vmm: qemu."
  }
];

// src/compat/rows/firmware-rows.ts
var TD2 = ["tdx", "tdx-emulated"];
var HARDWARE = ["tdx"];
var PLAIN2 = ["kvm", "emulated"];
var NO_RBP_MOD = ["upstream", "intel-canonical"];
var FIRMWARE_ROWS = [
  {
    id: "host-without-tdx",
    when: { platforms: HARDWARE, host: ["none"] },
    verdict: "refused",
    about: "platform",
    reason: "this host's KVM makes no Trust Domains",
    reference: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
    certainty: "read in source",
    advice: 'Run "tdx-boot doctor", which says what is missing, or boot the guest with platform: kvm.'
  },
  {
    id: "td-without-firmware",
    when: { platforms: TD2, firmware: ["none"] },
    verdict: "refused",
    about: "platform",
    reason: "a Trust Domain starts in its firmware, and no VMM brings one for it",
    reference: 'QEMU: "failed to parse TDVF for TDX VM"; cloud-hypervisor: "No TDX firmware specified"',
    certainty: "read in source",
    advice: "Set firmware: tdvf, or an image such as OVMF.inteltdx.fd."
  },
  {
    id: "td-flash",
    when: { platforms: TD2, needs: ["flash"] },
    verdict: "refused",
    about: "firmware",
    reason: "a Trust Domain has no flash chips (firmware: code and vars): KVM has no private memory that is read-only",
    reference: "QEMU docs/system/i386/tdx.rst: firmware by -bios only",
    certainty: "documented",
    advice: "Give one image with both, such as OVMF.inteltdx.fd."
  },
  {
    id: "tdvf-rbp",
    when: { platforms: TD2, firmware: ["tdvf"], firmwareRelease: { before: "202405" }, host: NO_RBP_MOD },
    verdict: "hangs-silently",
    about: "pins",
    reason: "TDVF before edk2-stable202405, as the documented pin is, passes RBP in every TDVMCALL, which a TD with NO_RBP_MOD may not: its first port access fails, and not one byte is printed",
    reference: "edk2 MdePkg/Library/BaseLib/X64/TdVmcall.nasm, TDVMCALL_EXPOSE_REGS_MASK: 0xffec up to edk2-stable202402, 0xffcc from 202405 (bugzilla 4696); td-shim commit e3a692b",
    certainty: "inferred",
    advice: 'Use "pins: current", or firmware of edk2-stable202405 or later.'
  },
  {
    id: "td-shim-rbp",
    when: {
      platforms: TD2,
      firmware: ["td-shim", "td-shim-executable", "td-shim-example"],
      firmwareRelease: { before: "0.8.1" },
      host: NO_RBP_MOD,
      cpus: 2
    },
    verdict: "crashes",
    about: "cpus",
    reason: "td-shim up to v0.8.0 passes RBP when it starts the other CPUs, which a TD with NO_RBP_MOD may not: with 2 or more CPUs it triple-faults",
    reference: "td-shim v0.8.0 td-shim/src/bin/td-shim/asm/ap_loop.asm (mask 0xffec); ended so with 2 CPUs on host upstream; commit e3a692b",
    certainty: "seen in an emulated TD",
    advice: "Set cpus: 1, or build td-shim from its commit e3a692b or later."
  },
  {
    id: "tdvf-202605-cpus",
    when: {
      platforms: TD2,
      vmm: "qemu",
      firmware: ["tdvf"],
      firmwareRelease: { from: "202605" },
      host: ["upstream"],
      cpus: 2
    },
    verdict: "unknown",
    about: "firmware",
    reason: "kata-containers took edk2-stable202605 back because TDs with more CPUs timed out, and nobody has said why",
    reference: "kata-containers PR #13678 (2026-08-20)",
    certainty: "said in an issue",
    advice: 'Use "pins: current" (edk2-stable202511).'
  },
  {
    id: "tdvf-202605-debug",
    when: {
      platforms: TD2,
      firmware: ["tdvf"],
      firmwareRelease: { from: "202605", before: "202608" },
      firmwareBuild: "debug"
    },
    verdict: "crashes",
    about: "firmware",
    reason: "in a Trust Domain edk2-stable202605 does not discover the volume (NCCFV) with its boot menu: a debug build asserts in BdsPlatform.c and boots nothing",
    reference: "edk2 commit 03a07cb0f5, which is in edk2-stable202605, and its fix f272dd7ea3 (2026-06-23), which is not; edk2 pull request 12707",
    certainty: "read in source",
    advice: 'Use "pins: current" (edk2-stable202511), a ref with the fix, or "build: release".'
  },
  {
    id: "tdvf-without-ui",
    when: {
      platforms: TD2,
      firmware: ["tdvf"],
      firmwareBuild: "debug",
      firmwareDefine: "BUILD_FIRMWARE_UI=FALSE"
    },
    verdict: "crashes",
    about: "firmware",
    reason: "without its boot menu a debug build asserts in BdsPlatform.c (ASSERT_EFI_ERROR, Not Found) and boots nothing",
    reference: "edk2 OvmfPkg/Library/PlatformBootManagerLib/BdsPlatform.c PlatformRegisterOptionsAndKeys; edgelesssys/contrast pull request 2338 (whose patch has this define)",
    certainty: "said in an issue",
    advice: 'Leave BUILD_FIRMWARE_UI=FALSE out, or use "build: release".'
  },
  {
    id: "plain-ovmf",
    when: { platforms: HARDWARE, firmware: ["plain-ovmf"], host: ["upstream"] },
    verdict: "hangs-silently",
    about: "firmware",
    reason: "a distribution's OVMF.fd is not made for Trust Domains: it hangs with 0 bytes of output",
    reference: "confidential-os-builder issue #60",
    certainty: "said in an issue",
    advice: "Use OVMF.inteltdx.fd of the same package (Ubuntu 25.10 and later; noble has none), or firmware: tdvf."
  },
  {
    id: "td-shim-without-kernel",
    when: { platforms: TD2, firmware: ["td-shim"], payload: ["disk"] },
    verdict: "hangs-silently",
    about: "guest",
    reason: "td-shim's Linux image reads no disk, and guest.kernel is not set: it panics, which a release image does not print",
    reference: "td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs; Cargo.toml release_max_level_off",
    certainty: "read in source",
    advice: "Set guest.kernel to a bzImage, or use firmware: tdvf for the disk."
  },
  {
    id: "td-shim-without-td",
    when: { platforms: PLAIN2, firmware: ["td-shim", "td-shim-executable", "td-shim-example"] },
    verdict: "hangs-silently",
    about: "firmware",
    reason: "td-shim keeps its stack within the image, which is read-only without a Trust Domain: not one byte is printed",
    reference: "QEMU 7.2 under TCG; QEMU hw/i386/x86-common.c x86_bios_rom_init",
    certainty: "seen in a log",
    advice: "Boot td-shim with platform: tdx, or the kernel without firmware."
  },
  {
    id: "guest-before-5.19",
    when: { platforms: TD2, payload: ["kernel"], guestKernel: { before: "5.19" } },
    verdict: "unknown",
    about: "kernel",
    reason: "mainline guests know Trust Domains since Linux 5.19; an older one boots only with a backport, as in RHEL 9",
    reference: "Linux arch/x86/coco/tdx/tdx.c, since v5.19; RHCOS 9 logs (5.14)",
    certainty: "seen in a log",
    advice: "Boot a kernel of Linux 5.19 or later with CONFIG_INTEL_TDX_GUEST=y."
  },
  {
    id: "guest-mtrr",
    when: { platforms: TD2, payload: ["kernel"], guestKernel: { from: "5.19", before: "6.0" } },
    verdict: "unknown",
    about: "kernel",
    reason: "early TDX guests may stop in the MTRR code (#VE on a write to CR0.CD), silently after the line of the EFI stub",
    reference: "nvtrust issue #71, canonical/tdx issue #185",
    certainty: "said in an issue",
    advice: "Add clearcpuid=mtrr to the command line, or boot a newer kernel."
  }
];

// src/compat/rows/qemu-rows.ts
var TD3 = { platforms: ["tdx"], vmm: "qemu" };
var PLAIN3 = { platforms: ["kvm", "emulated"], vmm: "qemu" };
var UPSTREAM = { ...TD3, vmmVersion: { from: "10.1" }, vmmTdx: true, host: ["upstream"] };
var USE_10_1 = "Use QEMU 10.1 or later, for example of Ubuntu 25.10 or of Debian after trixie.";
var QEMU_ROWS = [
  {
    id: "qemu-without-tdx-guest",
    when: { ...TD3, vmmTdx: false },
    verdict: "refused",
    about: "vmm",
    reason: "this QEMU has no object tdx-guest: it is older than 10.1, or was built without CONFIG_TDX",
    reference: "QEMU 10.0.13 and 7.2.22: Parameter 'qom-type' does not accept value 'tdx-guest'",
    certainty: "seen in a log",
    advice: USE_10_1
  },
  {
    id: "qemu-before-10.1",
    when: { ...TD3, vmmVersion: { before: "10.1" }, vmmTdx: true, host: ["upstream"] },
    verdict: "refused",
    about: "vmm",
    reason: "a QEMU before 10.1 has its TDX from an out-of-tree series, which speaks the interface of another kernel",
    reference: "QEMU docs/system/i386/tdx.rst, upstream since 10.1; cloud-hypervisor PR #6292 for the same break elsewhere",
    certainty: "inferred",
    advice: USE_10_1
  },
  {
    id: "qemu-on-old-abi",
    when: { ...TD3, vmmVersion: { from: "10.1" }, host: ["intel-2022", "intel-canonical"] },
    verdict: "refused",
    about: "vmm",
    reason: "QEMU from 10.1 on asks for VM type 5 of Linux 6.16, which the KVM of Intel's older trees has not",
    reference: 'QEMU target/i386/kvm/tdx.c: "vm-type TDX not supported by KVM"',
    certainty: "inferred",
    advice: "Boot a kernel of Linux 6.16 or later on the host, or use the VMM that belongs to the host's tree."
  },
  {
    id: "qemu-td-virtiofs",
    when: { platforms: ["tdx", "tdx-emulated"], vmm: "qemu", needs: ["virtiofs"] },
    verdict: "not-offered",
    about: "shares",
    reason: "virtiofsd does not offer VIRTIO_F_ACCESS_PLATFORM, and QEMU does not do so for it: the driver of a Trust Domain refuses such a device, because it could reach private memory only",
    reference: 'kata-containers issue #3810: "virtiofs virtio2: device must provide VIRTIO_F_ACCESS_PLATFORM"; Cloud Hypervisor offers it since its PR #3916',
    certainty: "said in an issue",
    advice: "Share by 9p (type: 9p), or with vmm: cloud-hypervisor say a tag, by which the guest mounts it."
  },
  {
    id: "qemu-td-shim-linux",
    when: { ...TD3, firmware: ["td-shim"] },
    verdict: "refused",
    about: "firmware",
    reason: "QEMU refuses td-shim's Linux image: TDVF contains unsupported section type 5",
    reference: "td-shim issue #656, MigTD issue #361; QEMU hw/i386/tdvf.c",
    certainty: "said in an issue",
    advice: "Use TDVF, or td-shim with vmm: cloud-hypervisor."
  },
  {
    id: "qemu-td-shim-executable",
    when: {
      ...TD3,
      vmmVersion: { before: "10.1" },
      vmmTdx: true,
      firmware: ["td-shim-executable", "td-shim-example"],
      payload: ["executable"],
      host: ["intel-2022", "intel-canonical"]
    },
    verdict: "works",
    about: "firmware",
    reason: "td-shim's own CI boots its payloads with a QEMU of Intel's tree",
    reference: "td-shim sh_script/integration_tdx.sh",
    certainty: "read in source"
  },
  {
    id: "qemu-td-shim-scratch",
    when: {
      ...TD3,
      vmmVersion: { from: "10.1" },
      firmware: ["td-shim-executable", "td-shim-example"],
      firmwareRelease: { before: "0.8.1" }
    },
    verdict: "refused",
    about: "firmware",
    reason: "QEMU from 10.1 on wants td-shim's scratch memory in RAM, and up to v0.8.0 it lies just below 4 GiB: Failed to accept memory for TDVF section 3",
    reference: "QEMU target/i386/kvm/tdx.c tdx_accept_ram_range; td-shim v0.8.0 config_memory_exec.json",
    certainty: "read in source",
    advice: "Use vmm: cloud-hypervisor on a host with Intel's kvm-upstream-2022.08.07-v5.19-rc8."
  },
  {
    id: "qemu-td-debug",
    when: { ...TD3, vmmVersion: { from: "10.1" }, needs: ["td-debug"] },
    verdict: "refused",
    about: "td",
    reason: "QEMU from 10.1 on starts no TD with the attribute DEBUG: Some QEMU unsupported TD attribute bits being requested",
    reference: "QEMU target/i386/kvm/tdx.c, TDX_SUPPORTED_TD_ATTRS",
    certainty: "read in source",
    advice: "Leave debug out, or use the QEMU of Intel's tree on its host."
  },
  {
    id: "qemu-iommufd",
    when: {
      platforms: ["tdx", "kvm", "emulated"],
      vmm: "qemu",
      vmmVersion: { before: "9.0" },
      needs: ["vfio"]
    },
    verdict: "not-offered",
    about: "vfio",
    reason: "QEMU before 9.0 has no object iommufd",
    reference: "QEMU qapi/qom.json, IOMMUFDProperties (since 9.0)",
    certainty: "documented",
    advice: "Use QEMU 9.0 or later."
  },
  {
    id: "qemu-tdvf",
    when: {
      ...UPSTREAM,
      firmware: ["tdvf"],
      firmwareRelease: { from: "202405" },
      payload: ["disk", "kernel"]
    },
    verdict: "works",
    about: "firmware",
    reason: "the upstream stack; kata-containers runs its nightly TDs with edk2-stable202511",
    reference: "QEMU docs/system/i386/tdx.rst; cloud-hypervisor issue #8540; kata-containers versions.yaml",
    certainty: "said in an issue"
  },
  {
    id: "qemu-distribution",
    when: { ...UPSTREAM, firmware: ["distribution"], payload: ["disk", "kernel"] },
    verdict: "works",
    about: "firmware",
    reason: "the stack of Ubuntu 25.10 and later",
    reference: "cloud-hypervisor issue #8540 (QEMU 10.2); confidential-os-builder issue #60",
    certainty: "said in an issue"
  },
  {
    id: "qemu-distribution-secure",
    when: { ...UPSTREAM, firmware: ["distribution-secure"], payload: ["disk", "kernel"] },
    verdict: "works",
    about: "firmware",
    reason: "for a signed boot loader or kernel: it enforces Secure Boot and stops after BdsDxe at anything else",
    reference: "confidential-os-builder issue #62; cloud-hypervisor issue #8540",
    certainty: "said in an issue"
  },
  {
    id: "qemu-plain-kernel",
    when: { ...PLAIN3, firmware: ["none"], payload: ["kernel"] },
    verdict: "works",
    about: "kernel",
    reason: "QEMU's own firmware loads a kernel; tdx-boot's tests boot kernels so",
    reference: "QEMU 7.2.22 with Debian 6.1 under TCG and nested KVM",
    certainty: "seen in a log"
  },
  {
    id: "qemu-plain-tdvf",
    when: { ...PLAIN3, firmware: ["tdvf"], payload: ["disk", "kernel"] },
    verdict: "works",
    about: "firmware",
    reason: "TDVF boots disks and kernels without a TD too; only in a TD it drops virtio-scsi and USB",
    reference: "QEMU 7.2.22 and 11.1.3 under TCG with the documented pin; OvmfPkg/IntelTdx/IntelTdxX64.fdf",
    certainty: "seen in a log"
  }
];

// src/compat/rows/td-monitor-rows.ts
var EMULATED = { platforms: ["tdx-emulated"], vmm: "qemu" };
var TRUNCATES = {
  verdict: "crashes",
  about: "vmm",
  reason: "this QEMU cuts the addresses of nested page tables to 32 bits until the guest is in long mode: no instruction of the firmware runs",
  certainty: "seen in an emulated TD",
  advice: "Use QEMU 7.2.10 or a later 7.2, or 8.2.2 or later, as Debian 12 and Ubuntu 24.04 have."
};
var TD_MONITOR_ROWS = [
  {
    id: "td-monitor-qemu",
    when: { ...EMULATED, vmmVersion: { before: "7.2" } },
    verdict: "not-offered",
    about: "vmm",
    reason: "the TD monitor was run under QEMU 7.2 and later: an older one may lack a part of SVM that it needs",
    reference: "td-monitor/README.md",
    certainty: "inferred",
    advice: "Install QEMU 7.2 or later, as Debian 12 and Ubuntu 24.04 have."
  },
  {
    id: "td-monitor-qemu-7.2.9",
    when: { ...EMULATED, vmmVersion: { from: "7.2", before: "7.2.10" } },
    ...TRUNCATES,
    reference: "QEMU issue #2040, commits 4a1e9d4d11c and b1661801c1; 8.2.0 was run, and these were not",
    certainty: "inferred"
  },
  {
    id: "td-monitor-qemu-8.2.1",
    when: { ...EMULATED, vmmVersion: { from: "8.0", before: "8.2.2" } },
    ...TRUNCATES,
    reference: "QEMU issue #2040, commits 4a1e9d4d11c and b1661801c1; 8.2.0 ended so, and with the second commit it booted"
  },
  {
    id: "td-monitor-cpus",
    when: { ...EMULATED, cpus: 17 },
    verdict: "not-offered",
    about: "cpus",
    reason: "an emulated Trust Domain has at most 16 vCPUs",
    reference: "td-monitor/td.h",
    certainty: "read in source",
    advice: "Set guest.cpus to 16 or less."
  },
  {
    id: "td-monitor-memory",
    when: { ...EMULATED, needs: ["odd-memory"] },
    verdict: "not-offered",
    about: "memory",
    reason: "an emulated Trust Domain has whole units of 2 MiB, and no size from 2784M to 2815M, where q35 would split RAM elsewhere than for a real TD",
    reference: "td-monitor/README.md; QEMU hw/i386/pc_q35.c, lowmem",
    certainty: "read in source",
    advice: "Set guest.memory to an even number of MiB, such as 1G, 2G or 4G."
  },
  {
    id: "td-monitor-cpu",
    when: { ...EMULATED, needs: ["cpu"] },
    verdict: "not-offered",
    about: "cpu",
    reason: "the processor of an emulated Trust Domain is that of the TD monitor: another model may lack a part of SVM",
    reference: "td-monitor/README.md",
    certainty: "read in source",
    advice: "Leave guest.cpu out; td-monitor: {cpuid: \u2026} chooses what the guest is told."
  },
  {
    id: "td-monitor-topology",
    when: { ...EMULATED, needs: ["topology"] },
    verdict: "not-offered",
    about: "topology",
    reason: "an emulated Trust Domain has one package of cores with one thread each",
    reference: "td-monitor/cpuid.c, describe_topology",
    certainty: "read in source",
    advice: "Leave guest.topology out."
  },
  {
    id: "td-monitor-vfio",
    when: { ...EMULATED, needs: ["vfio"] },
    verdict: "unknown",
    about: "vfio",
    reason: "nobody has given a device of the host to an emulated Trust Domain",
    reference: "td-monitor/README.md",
    certainty: "inferred",
    advice: "Leave guest.vfio out, or use platform: tdx."
  },
  {
    id: "td-monitor-identity",
    when: { ...EMULATED, needs: ["td-identity"] },
    verdict: "not-offered",
    about: "td",
    reason: "MRCONFIGID, MROWNER and MROWNERCONFIG of an emulated Trust Domain are zero",
    reference: "td-monitor/README.md",
    certainty: "read in source",
    advice: "Leave them out, or use platform: tdx with QEMU."
  },
  {
    id: "td-monitor-td-shim-initrd",
    when: { ...EMULATED, firmware: ["td-shim"], needs: ["initrd"] },
    verdict: "not-offered",
    about: "initrd",
    reason: "td-shim hands no initrd to the kernel: it has a section for the kernel and one for the command line",
    reference: "td-shim v0.8.0 and 125eeab, td-shim/src/bin/td-shim/linux",
    certainty: "read in source",
    advice: 'Boot from a disk ("tdx-boot probe IMAGE --kernel FILE" writes the probe guest as a disk), or build the initramfs into the kernel (CONFIG_INITRAMFS_SOURCE).'
  },
  {
    id: "td-monitor-quotes",
    when: { ...EMULATED, needs: ["quote-socket"] },
    verdict: "unknown",
    about: "quote-socket",
    reason: "an emulated Trust Domain gets no quotes: the guest is told that the service is not available",
    reference: "td-monitor/README.md",
    certainty: "read in source",
    advice: "Test quotes with platform: tdx."
  },
  {
    id: "td-monitor-tdvf",
    when: {
      ...EMULATED,
      vmmVersion: { from: "7.2" },
      firmware: ["distribution", "tdvf"],
      payload: ["kernel", "disk"]
    },
    verdict: "works",
    about: "platform",
    reason: "these reach user space with the TDX code of firmware and kernel",
    reference: "QEMU 7.2.22, 8.2.0 with b1661801c1, 10.0.2, 10.0.13, 11.1.3; OVMF.inteltdx.fd 2026.08 and edk2-stable202511 with host upstream, edk2-stable202211-242 with intel-2022; Linux 6.12.117 and 7.2.13; 1, 2 and 4 vCPUs",
    certainty: "seen in an emulated TD"
  },
  {
    id: "td-monitor-td-shim",
    when: { ...EMULATED, vmmVersion: { from: "7.2" }, firmware: ["td-shim"], payload: ["kernel"] },
    verdict: "works",
    about: "platform",
    reason: "the TD monitor gives td-shim its kernel, command line and ACPI tables, as Cloud Hypervisor does",
    reference: "QEMU 7.2.22; td-shim v0.8.0 and 125eeab, release and debug; Linux 6.12.118; 1 and 2 vCPUs; v0.8.0 with host upstream: 1 vCPU",
    certainty: "seen in an emulated TD"
  },
  {
    id: "td-monitor-td-shim-payload",
    when: {
      ...EMULATED,
      vmmVersion: { from: "7.2" },
      firmware: ["td-shim-executable", "td-shim-example"],
      payload: ["executable"]
    },
    verdict: "works",
    about: "platform",
    reason: "a payload within the image starts and talks, as under QEMU of Intel's tree",
    reference: "QEMU 7.2.22; td-shim v0.8.0: its example; its test payloads 1 to 5 with 1 to 8 vCPUs and 1 to 16 GiB, no test failed (1 needs td-monitor: {cet: true}); its CI's images for secure boot",
    certainty: "seen in an emulated TD"
  },
  {
    id: "td-monitor-ovmf",
    when: {
      ...EMULATED,
      vmmVersion: { from: "7.2" },
      firmware: ["plain-ovmf"],
      payload: ["kernel", "disk"],
      host: ["intel-2022"]
    },
    verdict: "works",
    about: "platform",
    reason: "a distribution's OVMF.fd has the code of a TDX guest, and a host of 2022 lets it expose RBP",
    reference: "Linux 6.12.118; OVMF.fd of Debian 12 (2022.11-6+deb12u2, a kernel, 1 vCPU, QEMU 7.2.22) and of Debian 13 (2025.02-8+deb13u1, also a UKI on a disk with 2, QEMU 7.2.22, 8.2.0 with b1661801c1, 10.0.13, 11.1.3)",
    certainty: "seen in an emulated TD"
  },
  {
    id: "td-monitor-ovmf-upstream",
    when: { ...EMULATED, firmware: ["plain-ovmf"], host: ["upstream"] },
    verdict: "unknown",
    about: "firmware",
    reason: "a distribution's OVMF.fd does not tell its release: edk2 before 202405 exposes RBP in its first TDVMCALL and ends without output",
    reference: "QEMU 7.2.22; Debian 12's OVMF.fd 2022.11-6+deb12u2 ended so, Debian 13's 2025.02-8+deb13u1 booted Linux 6.12.117 with 1 vCPU and from a disk with 2",
    certainty: "seen in an emulated TD",
    advice: "Use edk2-stable202405 or later, or td-monitor: {host: intel-2022}."
  }
];

// src/compat/table.ts
var ROWS = [
  ...FIRMWARE_ROWS,
  ...CLOUD_HYPERVISOR_ROWS,
  ...QEMU_ROWS,
  ...TD_MONITOR_ROWS,
  ...ANY_VMM_ROWS
];

// src/compat/assess.ts
var ORDER = [
  "does-not-build",
  "not-offered",
  "refused",
  "crashes",
  "hangs-silently",
  "unknown",
  "works"
];
function assess(combination, table = ROWS) {
  const judged = table.map((row) => ({ row, unknown: unknownOf(row.when, combination) }));
  const rows = judged.filter(({ unknown }) => unknown?.length === 0).map(({ row }) => row).sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const open = judged.flatMap(
    ({ row, unknown = [] }) => unknown.length > 0 && isAgainst(row.verdict) ? [{ row, unknown }] : []
  );
  const [decisive] = rows;
  if (decisive === void 0) return { verdict: "unknown", rows, open };
  const verdict = decisive.verdict === "works" && open.length > 0 ? "unknown" : decisive.verdict;
  return { verdict, decisive, rows, open };
}
function isAgainst(verdict) {
  return verdict !== "works" && verdict !== "unknown";
}
function unknownOf(when, combination) {
  const { platform, vmm, payload, host, cpus, guestKernel, needs } = combination;
  const firmware = combination.firmware === "none" ? { kind: "none" } : combination.firmware;
  const { release, build, defines } = combination.firmware === "none" ? {} : combination.firmware;
  const answers = [
    ["the platform", when.platforms.includes(platform)],
    ["the VMM", asks(when.vmm, vmm.name, (name) => name === vmm.name)],
    [
      `the version of ${vmm.name}`,
      asks(when.vmmVersion, vmm.version, (range, known) => isWithin(known, range))
    ],
    [
      `the version of ${vmm.name}`,
      asks(when.vmmReleased, vmm.version, (released, known) => isRelease(known) === released)
    ],
    [`what ${vmm.name} was built with`, asks(when.vmmTdx, vmm.tdx, (wanted, known) => wanted === known)],
    ["the kind of firmware", asks(when.firmware, firmware.kind, (kinds, known) => kinds.includes(known))],
    [
      "the release of the firmware",
      firmware.kind === "none" ? when.firmwareRelease === void 0 : asks(when.firmwareRelease, release, (range, known) => isWithin(known, range))
    ],
    ["how the firmware was built", asks(when.firmwareBuild, build, (wanted, known) => wanted === known)],
    [
      "what the firmware was built with",
      asks(when.firmwareDefine, defines ?? [], (wanted, known) => known.includes(wanted))
    ],
    ["the payload", asks(when.payload, payload, (payloads, known) => payloads.includes(known))],
    ["the host's KVM interface", asks(when.host, host, (hosts, known) => hosts.includes(known))],
    ["the number of CPUs", asks(when.cpus, cpus, (least, known) => known >= least)],
    [
      "the guest kernel's release",
      asks(when.guestKernel, guestKernel, (range, known) => isWithin(known, range))
    ],
    ["the needs", asks(when.needs, needs, (any, known) => any.some((need) => known.includes(need)))]
  ];
  if (answers.some(([, met]) => met === false)) return void 0;
  return [...new Set(answers.flatMap(([what, met]) => met === void 0 ? [what] : []))];
}
function asks(condition, known, meets) {
  if (condition === void 0) return true;
  return known === void 0 ? void 0 : meets(condition, known);
}

// src/compat/choose.ts
function possibleChoices(vmm, demand, host, programs = []) {
  const names = candidates(vmm, demand.platform);
  const had = programs.filter(({ name }) => names.includes(name));
  const others = names.filter((name) => !had.some((program) => program.name === name));
  const choices = [...had, ...others.map((name) => ({ name }))].map(
    (program) => assessChoice(demand, host, program)
  );
  const rank = ({ assessment }) => assessment.verdict === "works" ? 0 : 1;
  const [best, ...rest] = choices.filter(({ assessment }) => !isAgainst(assessment.verdict)).sort((a, b) => rank(a) - rank(b));
  if (best === void 0) throw refusal(choices);
  return [best, ...rest];
}
function assessChoice(demand, host, vmm) {
  const combination = { ...demand, host, vmm };
  return { combination, assessment: assess(combination) };
}
function candidates(vmm, platform) {
  if (vmm !== "auto") return [vmm];
  return platform === "tdx" ? VMMS : ["qemu"];
}
function refusal(choices) {
  const reasons = choices.flatMap(
    ({ combination: { vmm }, assessment }) => assessment.decisive === void 0 ? [] : [{ name: [vmm.name, vmm.version ?? ""].join(" ").trim(), row: assessment.decisive }]
  );
  const [first] = reasons;
  const same = reasons.every(({ row }) => row === first?.row);
  const said = first === void 0 || same ? first?.row.reason ?? "no VMM can boot this" : reasons.map(({ name, row }) => `with ${name}, ${row.reason}`).join("; ");
  const advice = [...new Set(reasons.flatMap(({ row }) => row.advice ?? []))].join(" Or: ");
  return new HostError("combination-refused", `this cannot boot: ${said}`, {
    lasting: true,
    ...advice === "" ? {} : { hint: advice }
  });
}

// src/guest/files.ts
var KIB64 = 64 * 1024;
function checkFiles({ scenario, where }) {
  const problems = [];
  const check = (path, file, test) => {
    if (file === void 0) return;
    try {
      test(file);
    } catch (error) {
      problems.push({ where: where(path), message: `${formatPath(path)}: ${file}: ${complaintOf(error)}` });
    }
  };
  const { guest, firmware, measuring, vmmPath } = scenario;
  check(["vmm-path"], vmmPath, requireProgram);
  check(["guest", "kernel"], guest?.kernel, (file) => checkKernel(file, firmware !== void 0));
  check(["guest", "initrd"], guest?.initrd === "probe" ? void 0 : guest?.initrd, (file) => {
    requireFile(file);
    requireInitrd(file);
  });
  check(["guest", "root"], guest?.root?.path, requireRoot);
  for (const { source } of guest?.files ?? []) check(["guest", "files", source], source, requireReadable);
  for (const { source } of guest?.shares ?? []) check(["guest", "shares", source], source, requireDirectory);
  check(["guest", "vmlinux"], guest?.vmlinux, requireFile);
  check(["guest", "modules"], guest?.modules, requireDirectory);
  for (const [index, disk] of (guest?.disks ?? []).entries()) {
    check(["guest", "disks", index], disk.path, (file) => {
      requireFile(file);
      checkDisk(disk);
    });
  }
  check(["measurements", "acpi-tables"], measuring?.acpiTables, requireFile);
  check(["measurements", "smbios"], measuring?.smbios, requireFile);
  if (firmware !== void 0 && "image" in firmware)
    check(["firmware"], firmware.image, (file) => checkImage(file, scenario));
  if (firmware !== void 0 && "code" in firmware) {
    check(["firmware", "code"], firmware.code, (file) => requireFlash(file, "code"));
    check(["firmware", "vars"], firmware.vars, (file) => requireFlash(file, "vars"));
  }
  if (problems.length > 0) throw new ScenarioError(problems);
}
function requireFirmware(image, { scenario, where }) {
  try {
    checkImage(image, scenario);
  } catch (error) {
    const message = `firmware: ${image}: ${messageOf(error)}`;
    throw new ScenarioError([{ where: where(["firmware"]), message }]);
  }
}
function requireKernel(file) {
  try {
    checkKernel(file, false);
  } catch (error) {
    throw new UsageError("bad-kernel", `${file}: ${complaintOf(error)}`);
  }
}
function complaintOf(error) {
  const hint = error instanceof TdxBootError ? error.hint : void 0;
  return hint === void 0 ? messageOf(error) : `${messageOf(error)}. ${hint}`;
}
function requireRoot(path) {
  requireReadable(path);
  if (statSync(path).isFile() && !TAR_NAME.test(path)) {
    throw new Error("is neither a directory nor a .tar, .tar.gz, .tgz or .tar.zst");
  }
}
function checkKernel(file, hasFirmware) {
  requireFile(file);
  try {
    kernelInfoOf(file);
  } catch (error) {
    if (!(hasFirmware && error instanceof NotBzImageError && error.efiProgram)) throw error;
  }
}
function checkImage(file, { platform, vmm }) {
  requireFile(file);
  requireWholeFirmware(file);
  const { size } = statSync(file);
  if (size % KIB64 !== 0) {
    throw new Error(`${size} bytes is not a multiple of 64 KiB: not a firmware image, or truncated`);
  }
  const image = readFileSync(file);
  if (!isTrustDomain(platform)) {
    const obstacle = obstacleWithoutTd(image);
    if (obstacle !== void 0) throw new Error(obstacle);
    return;
  }
  const findings = checkMetadata(parseMetadata(image), image);
  const names = platform === "tdx-emulated" ? VMMS : candidates(vmm, platform);
  const refused = names.map((name) => refusals(findings, name));
  if (refused.some(({ length }) => length === 0)) return;
  throw new Error(refused[0]?.map(({ message }) => message).join("; "));
}

export {
  assess,
  isAgainst,
  possibleChoices,
  assessChoice,
  candidates,
  refusal,
  checkFiles,
  requireFirmware,
  requireKernel
};

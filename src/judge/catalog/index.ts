/** The whole catalog: known failures (the first matching row wins), milestones, harmless lines, and the host's rows. */

import { inEitherSpelling } from '../errno.ts';
import type { Signature } from '../signature.ts';
import { ATTESTATION } from './attestation.ts';
import { BOOTLOADER } from './bootloader.ts';
import { BUILD_ROWS } from './build.ts';
import { CI_RUNNERS } from './ci-runners.ts';
import { CLOUD_HYPERVISOR } from './cloud-hypervisor.ts';
import { CONFIDENTIAL_CONTAINERS } from './confidential-containers.ts';
import { CONTAINERD } from './containerd.ts';
import { DSTACK } from './dstack.ts';
import { EDGELESS } from './edgeless.ts';
import { EDK2 } from './edk2.ts';
import { GUEST_SERVICES } from './guest-services.ts';
import { HOST_SIGNATURES } from './host.ts';
import { HOST_CHECKS } from './host-checks.ts';
import { HOST_PROGRAMS } from './host-programs.ts';
import { IMAGE_TOOLS } from './image-tools.ts';
import { KATA_ROWS } from './kata.ts';
import { KATA_SETTINGS } from './kata-settings.ts';
import { KUBERNETES } from './kubernetes.ts';
import { LIBVIRT_ROWS } from './libvirt.ts';
import { LINUX } from './linux/index.ts';
import { MICROVMS } from './microvms.ts';
import { MODULES } from './modules.ts';
import { MOUNTS } from './mounts.ts';
import { OTHER_GUESTS } from './other-guests.ts';
import { OTHER_VMMS } from './other-vmms.ts';
import { OVMF_KERNEL } from './ovmf-kernel.ts';
import { PCCS } from './pccs.ts';
import { QEMU } from './qemu.ts';
import { QUOTE_VERIFIERS } from './quote-verifiers.ts';
import { QUOTING } from './quoting.ts';
import { RUST_HYPERVISOR_FIRMWARE } from './rust-hypervisor-firmware.ts';
import { SNP_REPORTS } from './snp-reports.ts';
import { SVSM } from './svsm.ts';
import { SYSTEMD_DEVICES } from './systemd-devices.ts';
import { SYSTEMD_PID1 } from './systemd-pid1.ts';
import { TD_MONITOR } from './td-monitor.ts';
import { TD_SHIM } from './td-shim.ts';
import { TRUSTEE } from './trustee.ts';
import { USERSPACE } from './userspace.ts';
import { VIRT_INSTALL } from './virt-install.ts';

const ROWS: readonly Signature[] = [
  ...LINUX,
  ...SYSTEMD_DEVICES,
  ...SYSTEMD_PID1,
  ...USERSPACE,
  ...MOUNTS,
  ...GUEST_SERVICES,
  ...ATTESTATION,
  ...QUOTING,
  ...PCCS,
  ...QUOTE_VERIFIERS,
  ...OVMF_KERNEL,
  ...BOOTLOADER,
  ...EDK2,
  ...TD_SHIM,
  ...SVSM,
  ...TD_MONITOR,
  ...RUST_HYPERVISOR_FIRMWARE,
  ...MICROVMS,
  ...CLOUD_HYPERVISOR,
  ...QEMU,
  ...LIBVIRT_ROWS,
  ...VIRT_INSTALL,
  ...DSTACK,
  ...TRUSTEE,
  ...CONFIDENTIAL_CONTAINERS,
  ...EDGELESS,
  ...CONTAINERD,
  ...KUBERNETES,
  ...KATA_SETTINGS,
  ...KATA_ROWS,
  ...HOST_PROGRAMS,
  ...MODULES,
  ...HOST_CHECKS,
  ...SNP_REPORTS,
  ...IMAGE_TOOLS,
  ...OTHER_VMMS,
  ...OTHER_GUESTS,
  ...CI_RUNNERS,
];

/** What the streams of a machine may say. A row may come from a program in C or in Go. */
export const SIGNATURES: readonly Signature[] = ROWS.map((row) => {
  const pattern = inEitherSpelling(row.pattern);
  return pattern === row.pattern ? row : { ...row, pattern };
});

/** Every row that a log may show: of hosts, of machines, of builds. */
export const EVERY_ROW: readonly Signature[] = [...HOST_SIGNATURES, ...SIGNATURES, ...BUILD_ROWS];

export { HOST_SIGNATURES, HOST_SIGNS } from './host.ts';
export { MILESTONES } from './milestones.ts';
export { BUILD_ROWS };

/** Harmless lines that contain a signature's words; they count for guest streams, never for `vmm`. */
export const SUPPRESSIONS: readonly RegExp[] = [
  // CONFIG_DEBUG_OBJECTS ("ODEBUG: ") and programs that log at level DEBUG: both end in "BUG: ".
  /DEBUG:/,
  // Follows the first lockdep report or a taint, which count themselves.
  /lockdep is turned off/,
  // Slow NMIs and interrupts: normal in a VM whose vCPU was scheduled out.
  /(?:handler|interrupt) .*took too long/,
  // ext3/ext4 journal replay after an unclean shutdown of the image.
  /recovery required on readonly filesystem/,
  // The RCU stall is over before it was reported.
  /Stall ended before state dump start/,
  // A statement about the Spectre v2 mitigation, not a WARN_ON().
  /WARNING: Unprivileged eBPF is enabled/,
  // Deprecation note of mount.
  /WARNING: [Tt]he mand mount option/,
  // The host limits CPUs in a way that the workqueue code comments on.
  /workqueue cpumask: online intersect/,
  // File system chatter with the word "warning".
  /EXT4-fs (?:\([^)]*\): )?warning/,
  // XFS prefixes its own notes with WARNING.
  /XFS \([^)]*\): WARNING/,
  // drivers/scsi/sd.c sd_read_cache_type: what a disk's cache offers.
  /read cache: \w+, doesn't support DPO or FUA/,
  // Deprecation notes about old programs.
  /uses deprecated v2 capabilities|uses wireless extensions/,
  // shell/ash.c setjobctl() (BusyBox 1.36): any shell on a console.
  /can't access tty; job control turned off/,
  // An initramfs without /dev/console: output still reaches the kernel log.
  /Warning: unable to open an initial console/,
  // Spurious interrupt during CPU bring-up, on hosts and in VMs.
  /No irq handler for vector/,
  // Notes of the CPU mitigation code.
  /WARNING: See https.* for mitigation options/,
  /WARNING: kernel not compiled with CPU_SRSO/,
  // Frame buffer console and a driver that disagree on a size.
  /WARNING: fbcon: Driver /,
  // SVSM without user programs, and on a KVM that does not tell all that it can do: SVSM goes on.
  /\[SVSM\] Failed to launch \/init|Required hypervisor GHCB features not available/,
  // Azure-DCAP-Client src/Linux/local_cache.cpp, of settings that are optional.
  /Could not retrieve environment variable for '/,
  // The kernel's own self-test of the stack tracer.
  /backtrace testing/,
  // DCAP 1.24 quote_wrapper/quote/qe_logic.cpp get_qpl_handle(): without it the quote provider logs nothing, and works.
  /Failed to set logging callback for the quote provider library/,
  // trustee kbs/src/error.rs, guest-components kbs_protocol/src/client: a guest asks first, is told to attest, and does.
  /Attestation Token not found|\bTokenNotFound$|Authenticating with KBS failed\. /,
  // cloud-api-adaptor src/cloud-api-adaptor/pkg/adaptor/proxy/proxy.go: it reads the image’s name from the digest then.
  /failed to init cri client, the err: /,
  // MdeModulePkg/Core/Dxe/Misc/MemoryProtection.c: images of toolchains that align sections to less than a page.
  /does not match Required Alignment|ProtectUefiImage failed to create image properties record/,
  // arch/x86/kvm/vmx/vmx.c: an erratum of old CPUs, which KVM works around.
  /VM_EXIT_LOAD_IA32_PERF_GLOBAL_CTRL does not work properly/,
  // net/netfilter/nf_log_syslog.c: what a firewall logs of packets, under a name that its rules give.
  /\bIN=[\w.:-]* OUT=[\w.:-]* (?:PHYSIN=|MAC=|SRC=)/,
  // drivers/gpu/drm/drm_panic.c: it offers to show a panic.
  /Registered \d+ planes with drm panic/,
  // mm/memory-failure.c action_result(): the page is out of use, and nobody lost anything.
  /Memory failure: .*: recovery action for .*: (?:Recovered|Delayed)/,
  // kernel/module/main.c (Linux 6.12): the module is loaded all the same.
  /module verification failed: signature and\/or +required key missing/,
  // drivers/ata/libata-core.c: what a disk offers.
  /NCQ Send\/Recv Log not supported/,
  // virtme-ng-init: the kernel has mounted it itself (CONFIG_DEVTMPFS_MOUNT).
  /mount devtmpfs -> \/dev: EBUSY/,
  // Wi-Fi and other drivers that call themselves incomplete.
  /WARNING: .* support is incomplete/,
];

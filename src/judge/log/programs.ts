/** Programs, and drivers of a kernel, that name themselves: in the journal, before their words, or as the target of Rust’s logs. */

import type { Phase } from '../../words/words.ts';
import type { Trade } from '../catalog/trades.ts';
import type { SpeakerId } from './speakers.ts';

export interface Program {
  readonly names: RegExp;
  readonly speaker: SpeakerId;
  /** Where a boot stands while it runs, if it runs nowhere else. */
  readonly phase?: Phase;
  /** A warning of it tells of a failure: it has no level above. */
  readonly warns?: true;
  /** What it does, where that is one thing: what failed, whatever the words of the line name. */
  readonly trade?: Trade['id'];
}

/** The first that fits counts. A name is a word of English, too: those of one word are asked whole. */
const PROGRAMS: readonly Program[] = [
  { names: /^kernel$/, speaker: 'kernel' },
  { names: /^(?:libvirt|virt(?:qemu|log|lock|network|storage|node|proxy|secret)d)/, speaker: 'libvirt' },
  // What serves a device of the VMM stands beside it.
  { names: /^swtpm/, speaker: 'vmm', trade: 'tpm' },
  { names: /\bvirtiofsd\b/, speaker: 'vmm', trade: 'vhost-user' },
  { names: /^(?:passt|pasta)(?:\.avx2|-repair)?$/, speaker: 'vmm', trade: 'network' },
  { names: /^qemu-(?:img|nbd|io|storage-daemon)$/, speaker: 'vmm', trade: 'disk' },
  { names: /^qemu-ga$/, speaker: 'program', phase: 'userspace', trade: 'guest-agent' },
  // What a manager’s image starts in its guest.
  { names: /^(?:incus|lxd)-agent\b/, speaker: 'program', phase: 'userspace', trade: 'guest-agent' },
  { names: /^(?:qemu|kvm$|cloud-hypervisor|libxl$|openvmm|hvlite|dstack_(?:dstack_)?vmm)/, speaker: 'vmm' },
  // What serves quotes to the TDs of a host, and the enclaves that sign them.
  { names: /^aesm_service$/, speaker: 'host-program', trade: 'enclaves' },
  {
    names: /^(?:qgsd?|pccs|mpa_registration\w*|QPL|QCNL|QGS)$/,
    speaker: 'host-program',
    trade: 'quote-service',
  },
  // Kata's agent runs in the guest.
  {
    names: /^(?:containerd|kubelet|kata(?!-agent)|dockerd|crio|nomad|buildkitd|podman)/,
    speaker: 'wrapper',
  },
  // Proxmox VE (qemu-server 8), OpenStack (nova 31), KubeVirt (1.6), Incus and LXD
  {
    names: /^(?:qm|pve\w+|qmeventd)$|^nova\b|^virt-(?:launcher|handler)|^(?:incus|lxd)\b/,
    speaker: 'wrapper',
    trade: 'vm-manager',
  },
  { names: /^(?:cloud-api-adaptor|adaptor)$/, speaker: 'wrapper', trade: 'peer-pod' },
  // The paravisor of OpenHCL (openvmm/openhcl).
  { names: /^(?:underhill|openhcl)_\w+$/, speaker: 'firmware', trade: 'fw-paravisor' },
  // An initramfs: dracut-ng 108 modules.d, initramfs-tools 0.148 scripts, util-linux 2.41 sys-utils.
  { names: /^dracut/, speaker: 'program', phase: 'initramfs', trade: 'guest-initrd', warns: true },
  { names: /^switch_root$/, speaker: 'program', phase: 'initramfs', trade: 'guest-mount' },
  // systemd 257 src/, with what each of its programs is for.
  { names: /^systemd$/, speaker: 'program', trade: 'guest-units' },
  {
    names: /^systemd-(?:cryptsetup|pcr\w+|tpm2-setup)$|^cryptsetup$/,
    speaker: 'program',
    trade: 'guest-luks',
  },
  { names: /^(?:systemd-)?(?:verity|integrity)setup$/, speaker: 'program', trade: 'guest-verity' },
  {
    names: /^(?:systemd-fsck|fsck(?:\.\w+)?|e2fsck|systemd-(?:growfs|makefs|repart))$/,
    speaker: 'program',
    trade: 'guest-file-system',
  },
  {
    names: /^(?:systemd-remount-fs|systemd-fstab-generator|systemd-mount)$/,
    speaker: 'program',
    trade: 'guest-mount',
  },
  {
    names: /^(?:systemd-gpt-auto-generator|systemd-dissect|systemd-sysext)$/,
    speaker: 'program',
    trade: 'guest-disk',
  },
  {
    names:
      /^systemd-(?:networkd|resolved|network-generator|timesyncd)(?:-\w+)*$|^(?:NetworkManager|dhclient|dhcpcd|wicked|connmand)$/,
    speaker: 'program',
    trade: 'guest-network',
  },
  { names: /^(?:systemd-udevd|udevd|udev-worker|udevadm)$/, speaker: 'program', trade: 'guest-udev' },
  { names: /^(?:systemd-modules-load|modprobe|kmod)$/, speaker: 'program', trade: 'guest-modules' },
  { names: /^(?:agetty|login|sulogin|sshd)$/, speaker: 'program', phase: 'userspace', trade: 'guest-login' },
  {
    names: /^(?:cloud-init|cloud-id|ds-identify)$/,
    speaker: 'program',
    phase: 'userspace',
    trade: 'guest-cloud-init',
  },
  // Crates of Dstack-TEE/dstack 312dc605, confidential-containers/guest-components 8246e5e0 and trustee 78962cd4, as loggers of Rust name them.
  {
    names:
      /^(?:dstack_\w+|tdx_attest|ra_(?:tls|rpc)|cc_eventlog|guest_agent|attestation_(?:agent|service)|attester|verifier|confidential_data_hub|kbs(?:_protocol)?|image_rs|(?:ttrpc|grpc)_(?:aa|cdh)|api_server_rest|reference_value_provider_service|rvps)$/,
    speaker: 'program',
    phase: 'userspace',
  },
];

/**
 * Drivers of Linux 6.12 that only a host has a use for: arch/x86/kvm, arch/x86/virt/svm, drivers/{iommu,vfio,vhost,crypto/ccp}. In the
 * journal `kvm` is QEMU; `SEV: ` is a guest’s (arch/x86/coco/sev).
 */
const DRIVERS: readonly Program[] = [
  { names: /^(?:kvm(?:_intel|_amd)?|SVM|VMX|nVMX)$/, speaker: 'kernel', phase: 'host', trade: 'host-kvm' },
  { names: /^(?:DMAR(?:-IR)?|AMD-Vi|iommu)$/, speaker: 'kernel', phase: 'host', trade: 'host-iommu' },
  { names: /^(?:vfio(?:[-_]\w+)*|VFIO|iommufd)$/, speaker: 'kernel', phase: 'host', trade: 'vfio' },
  { names: /^vhost(?:[-_]\w+)*$/, speaker: 'kernel', phase: 'host', trade: 'host-vhost' },
  { names: /^(?:ccp|SEV-SNP)$/, speaker: 'kernel', phase: 'host', trade: 'host-psp' },
];

/** Before the words of a line: `swtpm: …`, `(udev-worker)[233]: …`, `vfio-pci 0000:3b:00.0: …`. */
const NAMED = /^\s*\(?(?<name>[A-Za-z][\w.+-]*)\)?(?:\[\d+\]| [\da-f]{4}:[\da-f:.]+)?: /;
/** Rust's tracing and env_logger: the level, and the module that speaks. */
const TARGET = /^\[?(?:ERROR|WARN|INFO) +(?<name>[a-z]\w*)(?:::\w+)*(?:\]|:) /;
/**
 * `- cc_growpart.py[WARNING]: …` of cloud-init, the `[adaptor/cloud] …` of the cloud-api-adaptor, the records of KubeVirt, the
 * `[31-12-2026 09:14:40] ERROR: ` of MPA (DCAP 1.24).
 */
const MARKED =
  /^(?:- )?(?:(?<init>\w+\.py)\[(?:DEBUG|INFO|WARNING|ERROR|CRITICAL)\]: |\[(?<pod>adaptor)\/\w+\] |\{"component":"(?<virt>virt-\w+)"|\[(?<quote>QPL|QCNL|QGS)\] |\[(?<mpa>\d\d-\d\d-\d{4} [\d:]{8}\] ERROR): )/;

/** @param name as syslog, the journal or the line itself has it */
export function programOf(name: string): Program | undefined {
  return PROGRAMS.find(({ names }) => names.test(name));
}

/**
 * The program that names itself at the beginning of its words.
 * @param text a line without the marks of others
 */
export function selfNamed(text: string): Program | undefined {
  const { init, mpa, pod, virt, quote } = MARKED.exec(text)?.groups ?? {};
  const name =
    (init && 'cloud-init') ??
    (mpa && 'mpa_registration') ??
    pod ??
    virt ??
    quote ??
    TARGET.exec(text)?.groups?.name ??
    NAMED.exec(text)?.groups?.name;
  if (name === undefined) return undefined;
  return DRIVERS.find(({ names }) => names.test(name)) ?? programOf(name);
}

/**
 * @param named the program that the journal names
 * @param text the words of the line, in which another one may name itself
 */
export function programHeard(named: string | undefined, text: string): Program | undefined {
  const program = named === undefined ? undefined : programOf(named.replace(/[()]/g, ''));
  return program === undefined || program.speaker === 'kernel' ? (selfNamed(text) ?? program) : program;
}

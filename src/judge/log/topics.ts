/** What a line is about: its nouns tell where a boot stands where the form of the line does not show who speaks. */

import { PHASES, type Phase } from '../../words/words.ts';
import { OF_EDK2, OF_HYPERVISOR, OF_KERNEL, OF_SHIM } from './program-words.ts';

interface Topic {
  readonly phase: Phase;
  readonly about: string;
  readonly pattern: RegExp;
}

/** What is said of the host itself: it has no KVM, or no memory, for any guest. */
export const OF_HOST =
  /\bKVM (?:kernel module|object|support)|initiali[sz]e kvm|KVM_CREATE_VM|KvmNew|\/dev\/kvm|Kvm\(Error|hypervisor interface|[Cc]annot allocate memory|\bos error 12\b|guest RAM|hugepages|locking memory|no accelerator|host NUMA/i;
/** A service that runs on hosts only, as systemd names it. */
export const UNIT_OF_HOST =
  /\b(?:aesmd|libvirtd|mpa_registration_tool|pccs|qgsd|virt(?:qemu|network|storage|log|lock)d|(?:microvm[\w-]*|qemu|cloud-hypervisor)@\S+)\.(?:service|socket)\b/;
/** An initramfs speaks, though nothing shows that it was started: dracut, initramfs-tools, a shell of theirs. */
export const OF_INITRAMFS = new RegExp(
  [
    String.raw`^(?:dracut|\(initramfs\)|ALERT! |Gave up waiting for |Dropping to |Target filesystem doesn't have|No init found|initramfs:? )|sysroot\b|\/dev\/root\b|\/mnt-root\b|\bstage [12] (?:of the boot process|init script)|\bfsck on \S+ failed\.`,
    // mkinitcpio 41, and what init scripts of people's own call it
    String.raw`\breal root\b|\broot (?:file ?system|partition|device) (?:was )?not found\b|\bcannot import '`,
    // scripts/{local,functions} and init of initramfs-tools 0.148
    String.raw`^No root device specified\. Boot arguments|^Failed to mount .* as .*file system\.$|^The \S+ filesystem on \S+ requires a manual fsck|^ - (?:Boot args \(cat|Missing modules \(cat)|\bNetwork device did not appear|\bso skipping (?:check|\S+ file system)|\bFile system check (?:of the|failed but|was interrupted)|\bin the initramfs\b|'/sbin/init'`,
  ].join('|'),
);

/** lib/ and src/ of cryptsetup 2.7. */
const OF_CRYPTSETUP: readonly string[] = [
  // kinds of headers and of key derivation
  String.raw`\bLUKS[12]?\b|\b(?:TCRYPT|VeraCrypt|BITLK|FVAULT2|OPAL|PBKDF2?|argon2id?|luks\w+)\b`,
  // what a header has
  String.raw`\b[Kk]ey ?slots?\b|\b(?:volume|master) key\b|\bpassphrase\b|\bcrypto segment|\bXTS mode\b|\bPIM value\b`,
  // lib/ and tools/ of lvm2 2.03
  String.raw`\b[Vv]olume groups? \W?\w|\bVG \S+ not found|\b[Ll]ogical volume \S|\bPV UUID\b`,
  // what is done with a device
  String.raw`\b[Rr]eencrypt|\bhotzone\b|\(already mapped or mounted\)|\binline HW tags\b|\b[Dd]evice wipe\b`,
  // the kernel’s side, and verity
  String.raw`\b(?:dm|device-mapper)[- ](?:crypt|integrity|verity)\b|\b(?:root|verity) hash\b`,
];

/** Who attests and verifies, and what they call what they exchange. */
const OF_ATTESTATION: readonly string[] = [
  // anybody: attestation, an attester, to attest
  String.raw`[Aa]ttest(?:ation|er)|\b[Aa]ttest(?:ing|ed)?\b|\b[Ee]vidence\b|\b[Vv]erification completed with\b`,
  String.raw`\b(?:[Cc]ollect|[Gg]et|[Ff]etch)(?:ing|ed)? (?:TEE |TD )?(?:evidence|nonce|quote|report)\b`,
  // Confidential Containers: guest-components, trustee
  String.raw`\b(?:KBS|RCAR|EAT|TEE [Ee]vidence)\b|\b(?:kbs|trustee|verifier)\b|\bRVPS\b|\b[Rr]eference [Vv]alues?\b`,
  String.raw`\b(?:TDX|SNP|SEV|SGX) [Vv]erifier\b|\bkey[- ]provider\b`,
  // Intel: DCAP, Trust Authority; Microsoft: Azure Attestation, Open Enclave; what a TD of Azure adds
  String.raw`\b(?:TDREPORT|tdx_attest)\b|\b[Tt]rust ?[Aa]uthority|\bMAA\b|\bOE_VERIFY_|\bruntime data\b`,
  // NVIDIA’s nvtrust, Keylime, Dstack
  String.raw`\bnvattest\b|\bNSCQ\b|\bNRAS\b|\bkeylime\b|\bapp[-_]compose\b`,
];

/** Programs that run VMs, and what VMs have: letters of either case. */
const OF_VMS: readonly string[] = [
  // programs
  String.raw`\b(?:VMM|qemu|libvirt|virsh|virt-install|hypervisor|cloud-hypervisor|firecracker|crosvm|td-monitor)\b`,
  // VMs of any kind
  String.raw`\bVMs?\b|\bmicro-?vm\b|\bvirtual machine|\bunikernel\b|\bguest (?:memory|RAM|physical|address|CPU)`,
  // their parts; names of Rust run words together
  String.raw`\b(?:[vV]CPUs?\d*|KVM\w*|QMP|virtio\w*|vhost\w*|vsock|vfio\w*|iommufd)\b|\bvirtio-|\bvhost-?user|VhostUser|\bVm[A-Z]\w+|\bboot CPUs\b|\bseccomp violation\b`,
  // where Kata and libvirt keep what runs
  String.raw`\/run\/(?:vc|kata)\/|\/run\/libvirt\/|\/var\/(?:lib|log)\/libvirt\/`,
  // how a TD is made and what boots in it
  String.raw`\bTDH\.[A-Z]|\bTDX (?:command|ioctl|capabilities|HOB|payload|firmware|memory region)\b|\bTdx error|\b(?:TDVF|OVMF)\b|\bPVH\b|\bbzImage\b`,
];

/** Of lines whose speaker nobody knows, and of those who start VMs and quote everybody. The first topic counts whose words are in the line. */
const TOPICS: readonly Topic[] = [
  { phase: 'host', about: 'the units of a host', pattern: UNIT_OF_HOST },
  { phase: 'vmm', about: 'guests of a hypervisor', pattern: OF_HYPERVISOR },
  { phase: 'kernel', about: 'exceptions of the processor, in a kernel’s words', pattern: OF_KERNEL },
  {
    phase: 'host',
    about: 'the secure processor and the BIOS of a host, and what a host misses for quotes',
    pattern:
      /\/dev\/sev\b|\bsnp config\b|\bFirmwareError\(|\bUnit [\w@.-]+ (?:could )?not (?:be )?found|[Qq]uote [Pp]rovider [Ll]ibrary|\blib(?:dcap_quoteprov|sgx_dcap_ql|sgx_dcap_quoteverify|sgx_urts)\b|\bSGX_ERROR_|\bSGX_IOC_|\bSGX [Ss]ervice\b|\bOE_SGX_|\bAESM\b|\bsubscription key\b|\bBIOS\b|\bUEFI set-?up\b/,
  },
  {
    phase: 'host',
    about: 'packages, and what a build or a script of the host misses',
    pattern:
      /\bUnable to locate package|\bNo package .* available|\bunmet dependencies|\bSome packages could not be installed\. This may|\bNo matching (?:package|distribution)|\bdpkg: |\bpkgProblemResolver\b|\bpost-installation script\b|\.(?:post|pre)(?:inst|rm): \d+: |^E: |\bapt(?:-get)?: |\bdnf: |\b(?:docker|buildx?)\b.*\bbuild\b|\b(?:TDX )?[Ff]irmware not found\b|\bvirt-(?:customize|builder|resize|sysprep|edit|make-fs): |\blibguestfs\b|\bguestfish\b/,
  },
  {
    // guest-components api-server-rest/src/main.rs: where it listens, unless told otherwise
    phase: 'userspace',
    about: 'the REST server of the guest components',
    pattern: /\b127\.0\.0\.1(?::| port )8006\b/,
  },
  {
    phase: 'host',
    about: 'requests over a network, and the PCCS of a host',
    pattern: /^curl: \(\d|\bPCCS\b/,
  },
  {
    phase: 'host',
    about: 'modules that only a host loads',
    pattern:
      /\b(?:could not insert|can't (?:insert|load module)|Module) (?:module )?'?\S*\b(?:kvm|vfio|vhost|iommufd|tun|macvtap|i(?:ntel_)?sgx)\b|\b(?:could not insert|Module) (?:module )?'?\S*(?:kvm_|vfio_|vhost_)/,
  },
  {
    phase: 'userspace',
    about: 'modules that a guest loads',
    pattern:
      /\bcould not insert (?:module )?|\bcan't (?:insert '|load module )|\bnot found in directory \/lib\/modules/,
  },
  {
    phase: 'bootloader',
    about: 'images that are loaded',
    pattern:
      /Secure Boot forbids|\(hd\d+[,)]|\bload(?:ing)? (?:the )?(?:boot ?loader|kernel image|EFI application)|MokList/,
  },
  { phase: 'initramfs', about: 'the root of an initramfs', pattern: OF_INITRAMFS },
  { phase: 'bootloader', about: 'what shim loads, checks and keeps', pattern: OF_SHIM },
  { phase: 'firmware', about: 'edk2’s drivers and libraries', pattern: OF_EDK2 },
  {
    phase: 'initramfs',
    about: 'disks that systemd opens before the real system starts',
    pattern: /\bsystemd-(?:tpm2|cryptsetup|veritysetup)\b/,
  },
  {
    phase: 'firmware',
    about: 'statuses of UEFI, and of what a guest asks its VMM for',
    pattern: /\b(?:0x)?80{13}[0-2][0-9a-fA-F]\b|\bEFI_[A-Z_]{5,}/,
  },
  {
    phase: 'userspace',
    about: 'attestation, who does it and with what',
    pattern: new RegExp(OF_ATTESTATION.join('|')),
  },
  {
    phase: 'userspace',
    about: 'quotes and reports',
    pattern:
      /TD_?[Rr]eport|\b(?:TD|TDX|SGX|[Tt]he|[Aa]) ?[Qq]uotes?\b|(?:[Qq]uote|DCAP) (?:generation|verification|size|buffer)|\btee_(?:att|verify|qv)_|\b(?:SGX|TDX)_(?:QL|ATTEST|QV)_|\bGet(?:Raw)?(?:Quote|Report)\b|\bREPORTDATA\b|\breport_?data\b|[Qq]uote: |\bQE (?:[Rr]eport|AuthData|TCB)|\bQuoteV\d|\bTD [Qq]uote\b|\btsm\b/,
  },
  {
    phase: 'userspace',
    about: 'what a guest has measured, and its event log',
    pattern:
      /\bPCR ?\d|\bRTMR|\bMRTD\b|\bMRs do not match\b|\bCCEL\b|\bPCClient\b|\b[Ee]vent ?[Ll]og\b|registers? failed to replay|binary_bios_measurements|\bmr(?:Td|Seam|SignerSeam|ConfigId|Owner|OwnerConfig|ServiceTd|Enclave|Signer)\b|\b(?:tdAttributes|teeTcbSvn2?|seamAttributes|qeVendorId|isVProdId|isVSvn)\b/,
  },
  {
    phase: 'userspace',
    about: 'the collateral and the certificates of a quote',
    pattern:
      /\b[Cc]ert(?:ificate)? (?:type|chain|table)\b|\btcb_info|\bqe_identity|\bpck_\w+|\bPCK\b|\b(?:tcb|TCB) ?[Ii]nfo\b|\b[Qq]e ?[Ii]dentity\b|\bFMSPC\b|\b[Cc]ollaterals?\b|\bCRL (?:is|issuer|signature)|\bTDX Module (?:TCB|Identity)|\bTCB [Ll]evels?\b/,
  },
  {
    phase: 'userspace',
    about: 'encrypted and verified disks (lib/ and src/ of cryptsetup 2.7, libdevmapper)',
    pattern: new RegExp(OF_CRYPTSETUP.join('|')),
  },
  {
    phase: 'userspace',
    about: 'the TPM of a guest',
    pattern:
      /\bESYS\b|\b[Ee]sys_|\btss2?[:_-]|\bTPM handle\b|\bTPM2\b|\b(?:the|a) v?TPM\b|\bTPM Error\b|\bTPM NV\b|\bvTPM\b/,
  },
  {
    phase: 'userspace',
    about: 'tokens, and connections that attest themselves',
    pattern: /\b(?:JWT|JWK)s?\b|\bra_tls_|\bRA-TLS\b|\bmbedtls_\w|\bSSL\/TLS handshake\b/,
  },
  {
    phase: 'userspace',
    about: 'what the agent in the guest does with a container',
    pattern:
      /\bCreateContainerRequest\b|\bfailed to handle layer|\bpull manifest\b|\bimage-rs\b|\brpc status: |\bcode = internal desc = .*\(os error \d+\)|\/run\/kata-containers\/[0-9a-f]{12,}\/rootfs|\bagent create\b|\bagent policy\b|\bis blocked by policy\b|\bsecurity validate failed\b|\bthe file \S+ was not found\b|\bnvidia-container-cli\b/i,
  },
  {
    phase: 'userspace',
    about: 'GPUs, as programs in the guest see them',
    pattern: /\bdevice handle for GPU\b|\bnvidia-smi\b|\bNVML\b|\bCUDA\b/,
  },
  {
    phase: 'userspace',
    about: 'what a runtime of Oasis does in the guest (oasis-sdk runtime-sdk/src/modules)',
    pattern: /"module":"runtime\/modules\//,
  },
  {
    phase: 'userspace',
    about: 'tests that run in the guest',
    pattern: /\bcompliance test\b|^FAILED tests\/|\btest cases? failed\b|\bexpect_exception\b/,
  },
  {
    phase: 'vmm',
    about: 'VMs and their parts, after everything that a guest or its host does with them',
    pattern: new RegExp(OF_VMS.join('|'), 'i'),
  },
  {
    phase: 'vmm',
    about:
      'the log of libvirt (src/util/virlog.c) and of virt-install, the chain of Cloud Hypervisor’s errors (main.rs), and its locks',
    pattern:
      /^error : \w+:\d+ : |^ {2}\d+: |(?:^|\bstd(?:out|err): )ERROR {4}|\bstate change lock\b|\bvirbr\d|\bstorage file '|[Ss]torage pool\b|\bvirDomain[A-Z]/,
  },
  {
    phase: 'vmm',
    about: 'containerd, the kubelet and the cloud-api-adaptor, which start the VM of a pod',
    pattern:
      /\b(?:containerd|kubelet|cni)\b|\bpod sandbox\b|\bsandbox image\b|\b(?:reserve sandbox|for sandbox) |\b(?:shim|containerd) task\b|\b(?:extract|unpack)(?:ing)? (?:layer|image)\b|\bsnapshot\b|^\d+\/\d+ nodes are available|\[adaptor\//i,
  },
];

/** Drivers that a program of the guest loads or asks: a kernel that speaks of them has come as far as this. */
const LOADED_LATE = /^(?:NVRM|nvidia(?:[-_]\w+)?|tdx[-_]guest)\b[: ]|\[(?:nvidia|drm:nv_)/;

/** A driver and its device, as dev_printk() names them, or libata; and what the kernel logs of programs. */
const OF_DEVICE = /^(?:[\w-]+ [\w.-]*\d[\w.:-]*|ata\d[\d.]*|audit): /;
/** What guests are given: processors, disks, networks, what attests. */
const OF_GUEST = /^(?:CPU |ata[\d.]+: failed command|sd |scsi |virtio|nvme|tpm|tdx|vfio|nvidia|NVRM)/;

/** Whether a kernel's line is of a device that a VM does without, or quotes a program. */
export function isOfDevice(text: string): boolean {
  return OF_DEVICE.test(text) && !OF_GUEST.test(text);
}

export function topicOf(text: string): Phase | undefined {
  return TOPICS.find(({ pattern }) => pattern.test(text))?.phase;
}

/** A kernel's line, in the phase in which its driver is loaded. */
export function phaseOfDriver(text: string): Phase | undefined {
  return LOADED_LATE.test(text) ? 'userspace' : undefined;
}

/**
 * The phase, or the one that the lines before have shown where that is later: the boot came as far already.
 * @param reached the index of that one in PHASES
 */
export function notBefore(reached: number, phase: Phase): Phase {
  return PHASES[Math.max(PHASES.indexOf(phase), reached)] ?? phase;
}

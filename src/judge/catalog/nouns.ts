/**
 * What a complaint is about, where no row knows its sentence: a thing that it names, and what to check there. Asked of
 * the one complaint that decides, so that no scanner has to look for these words in every line.
 */

import { withoutOptions } from '../command-line.ts';
import { errnoOf } from '../errno.ts';
import { BOOTLOADER } from './bootloader-nouns.ts';
import { FIRMWARE } from './firmware-nouns.ts';
import type { Noun, Teller } from './noun.ts';
import { PROGRAM } from './program-nouns.ts';
import { TRADES, type Trade } from './trades.ts';

/**
 * VMMs and libvirt. The nouns are those of the error enums of Cloud Hypervisor (vmm/src/{vm,vm_config,device_manager,
 * memory_manager,cpu}.rs, virtio-devices/src, v53), of libvirt's src/qemu/qemu_{validate,command,process}.c and
 * src/hypervisor/virhostdev.c (11.6), and of QEMU's hw/ and backends/ (10.1).
 */
const VMM: readonly Noun[] = [
  {
    id: 'vhost-user',
    of: 'vmm',
    pattern: /vhost-?user|\bvirtio-?fsd?\b/i,
    about: 'a vhost-user back end, such as virtiofsd',
    hint: 'The back end must listen on its socket before the VMM starts, and again for each reboot: it may have ended with the connection. Read its log. It also needs the guest’s memory shared.',
  },
  {
    id: 'vsock',
    of: 'vmm',
    pattern: /\bvhost[-_ ]vsock|\bvsock\b|\bguest[-_ ]cid\b|\bhost-side Unix socket\b/i,
    about: 'the vsock device',
    hint: 'modprobe vhost_vsock on the host, give the VMM the right to /dev/vhost-vsock, and choose a CID from 3 on that no other VM has.',
  },
  {
    id: 'vfio',
    of: 'vmm',
    pattern:
      /\bvfio|\biommu(?:fd)?\b|\bhost ?dev(?:ice)?s?\b|\bhost PCI devices?\b|\bpci backend driver\b|\bmdev\b|\bpass(?:ed)?-?through\b|\bvDPA\b/i,
    about: 'a device of the host that the guest is to have',
    hint: 'Switch the IOMMU on (BIOS, intel_iommu=on), load vfio-pci and bind every device of the IOMMU group to it, and raise the limit of locked memory. A TD needs QEMU 10.1 or newer.',
  },
  {
    id: 'storage-pool',
    of: 'vmm',
    pattern: /\bstorage pool\b/i,
    about: 'a storage pool of libvirt',
    hint: 'virsh pool-list --all shows what there is: pool-define-as, pool-start and pool-autostart make one.',
  },
  {
    id: 'libvirt-network',
    of: 'vmm',
    pattern: /\blibvirt\b.*\b(?:bridge|network)\b|\bvirbr\d/i,
    about: 'a network of libvirt',
    hint: 'virsh net-list --all shows what there is: virsh net-start default and net-autostart; in a VM its addresses must differ from those of the network outside (net-edit).',
  },
  {
    id: 'hugepages',
    of: 'vmm',
    pattern: /\bhuge ?pages?\b|hugetlb/i,
    about: 'huge pages',
    hint: 'Reserve enough of this size (/proc/meminfo, vm.nr_hugepages), mount hugetlbfs, or do without: a TD of QEMU 10.1 gains nothing from them.',
  },
  {
    id: 'network',
    of: 'vmm',
    common: true,
    pattern:
      /\btap\b|\bnetdev\b|\bmacvtap\b|\bpasst\b|\bslirp\b|\bvirtio-net\b|\bbridge\b|\bnetwork (?:interface|device)\b|\bhostfwd\b|\bMTU\b/i,
    about: 'the network of the guest',
    hint: 'A tap device needs CAP_NET_ADMIN and a bridge that exists; a forwarded port must be free.',
  },
  {
    id: 'firmware',
    of: 'vmm',
    common: true,
    pattern: /\bfirmware\b|\bTDVF\b|\bOVMF\b|\bpflash\b|\bIGVM\b|\bNVRAM\b|\bPC BIOS\b/i,
    about: 'the firmware file',
    hint: 'A TD takes one firmware with TDX metadata as a ROM (edk2 IntelTdxX64 or OvmfPkgX64, OVMF.inteltdx.fd, td-shim): no pflash, no separate variables. Check path, size and kind.',
  },
  {
    id: 'kernel-image',
    of: 'vmm',
    common: true,
    pattern:
      /\bbzimage\b|\bvmlinuz?\b|\binitramfs\b|\binitrd\b|\bkernel (?:image|file|command ?line|cmdline|loading|payload)|\bload(?:ing)? (?:the )?kernel\b|\bpvh\b|\belf\b|\bpayload\b/i,
    about: 'the kernel, the initrd or the cmdline that it is given',
    hint: 'Check the files and their format: bzImage for QEMU, an uncompressed ELF with PVH or a bzImage for Cloud Hypervisor, and enough memory for both.',
  },
  {
    id: 'disk',
    of: 'vmm',
    common: true,
    pattern:
      /\bqcow2?\b|\brefcount (?:table|block|cache|order)|\bimage is marked corrupt|\bvhdx?\b|\bdisks?\b|\bbacking file\b|\bvirtio-blk\b|\bblockdev\b|\bdrive\b|\bimage file\b|\bimage type\b|\bpmem\b/i,
    about: 'a disk of the guest',
    hint: 'Check path, rights, format (qemu-img info) and that no other VM holds its lock.',
  },
  {
    id: 'memory',
    of: 'vmm',
    common: true,
    pattern:
      /\bguest[_ ]memfd\b|\bmemdev\b|\bmem(?:ory)?[- ]backend\b|\bmemfd\b|\bNUMA\b|\bmemory (?:zones?|slots?|regions?|size|manager|range)|\bguest (?:RAM|memory)\b|\bmmap\b|\bMmapRegion\b/i,
    about: 'the memory of the guest',
    hint: 'Lower it, free memory on the host, and keep sizes multiples of the page size; a TD needs a private (guest_memfd) memory back end, which QEMU 10.1 makes by itself.',
  },
  {
    id: 'tpm',
    of: 'vmm',
    pattern: /\b(?:sw)?tpm\b/i,
    about: 'the TPM of the guest',
    hint: 'swtpm must run and own its socket and state directory. A TD cannot have a TPM of the host passed through.',
  },
  {
    id: 'cpus',
    of: 'vmm',
    common: true,
    pattern:
      /\bvcpus?\b|\bcpuid\b|\bcpu (?:model|topology|features?|affinity|manager)\b|\bsmp\b|\bguest CPU\b|\bmsrs?\b/i,
    about: 'the vCPUs of the guest',
    hint: 'Ask for no more than the host has, with a topology whose product is their number, and -cpu host without features in a TD.',
  },
  {
    id: 'console',
    of: 'vmm',
    common: true,
    pattern: /\bserial\b|\bconsole\b|\bchardev\b|\bpty\b|\btty\b/i,
    about: 'a console of the guest',
    hint: 'Its file, socket or terminal must exist and belong to the user; two consoles cannot share one.',
  },
  {
    id: 'control-socket',
    of: 'vmm',
    common: true,
    pattern: /\bQMP\b|\bmonitor\b|\bapi[- ]s(?:ocket|erver)\b|\bunix socket\b/i,
    about: 'its control socket',
    hint: 'Another VM may hold the path, or a stale file lies there; with none to talk to, the VMM has ended: its own words say why.',
  },
  {
    id: 'sandbox',
    of: 'vmm',
    common: true,
    pattern: /\bseccomp\b|\blandlock\b|\bapparmor\b|\bselinux\b|\bcgroups?\b|\bcapabilit(?:y|ies) CAP_/i,
    about: 'its sandbox',
    hint: 'The security policy of the host forbids what the VMM does: read dmesg and the audit log, and run it once without the sandbox to be sure.',
  },
  {
    id: 'interrupts',
    of: 'vmm',
    common: true,
    pattern: /\birqchip\b|\bio-?apic\b|\binterrupt controller\b|\bMSI-?X?\b|\birqfd\b|\bGSI\b/i,
    about: 'the interrupts of the guest',
    hint: 'A TD needs kernel_irqchip=split; a host that runs out of eventfds or routes needs higher limits (ulimit -n).',
  },
  {
    id: 'virtio',
    of: 'vmm',
    pattern: /\bvirtio\b/i,
    about: 'a virtio device',
    hint: 'Its back end is gone or busy, or the guest’s driver set up queues and features that the VMM does not take: the lines before name the device. Take the device away to see whether the guest boots without it.',
  },
  {
    id: 'pci',
    of: 'vmm',
    common: true,
    pattern: /\bPCI\b|\bpcie?-root|\bBARs?\b|\bMMIO\b|\bbus\b/,
    about: 'the PCI devices of the guest',
    hint: 'Give each device a free slot of a bus that exists, and enough MMIO space for large BARs (opt/ovmf/X-PciMmio64Mb, pci-hole64-size).',
  },
  {
    id: 'confidential',
    of: 'vmm',
    common: true,
    pattern: /\btdx\b|\bsev(?:-snp)?\b|\bconfidential\b|\blaunch ?security\b/i,
    about: 'the confidential part of the guest',
    hint: 'Check the host first: virt/tdx lines of dmesg, /sys/module/kvm_intel/parameters/tdx (or kvm_amd’s sev_snp), and that VMM and kernel are of one time.',
  },
];

/**
 * Linux and early user space: what a kernel says of its parts begins with the name of the part (pr_fmt(), dev_printk(): fs/btrfs/messages.c,
 * fs/ext4/super.c, fs/xfs/xfs_message.c, drivers/md/dm-*.c of Linux 6.16); mount of util-linux 2.40, cryptsetup 2.7, systemd 257.
 */
const GUEST: readonly Noun[] = [
  {
    id: 'guest-file-system',
    of: 'guest',
    pattern:
      /^(?:BTRFS|EXT[234]-fs|XFS|F2FS-fs|EROFS|SQUASHFS|squashfs|FAT-fs|ISOFS|overlayfs|erofs|JBD2|ZFS)\b|\bbad superblock\b|\bwrong fs type\b|\bunknown filesystem type\b/,
    about: 'a file system',
    hint: 'The file system is damaged, cut short, or of a kind or a feature that this kernel or initrd does not have: fsck the image outside, compare its size, and check rootfstype= and the modules in the initrd.',
  },
  {
    id: 'guest-verity',
    of: 'guest',
    pattern: /\b(?:dm-)?verity\b|\bveritysetup\b|\broot ?hash\b/i,
    about: 'dm-verity',
    hint: 'Root hash, hash device and data device must be of one build: compare roothash= or usrhash= with the image; a changed block ends so, too.',
  },
  {
    id: 'guest-luks',
    of: 'guest',
    pattern: /\bLUKS2?\b|\bcryptsetup\b|\bdevice-mapper: crypt\b|\bdm-crypt\b/i,
    about: 'an encrypted disk',
    hint: 'The key does not arrive or does not fit: check who gives it (a key broker, a TPM, a file), crypttab, and the cipher modules in the initrd.',
  },
  {
    id: 'guest-device-mapper',
    of: 'guest',
    pattern: /^device-mapper\b|\bLVM\b|\bvolume groups?\b|\blogical volumes?\b|\bVG \S+ not found/i,
    about: 'a volume of LVM or the device mapper',
    hint: 'The disk below it is missing or too small, or the initrd has no lvm or dm module: check which disks the guest has found.',
  },
  {
    id: 'guest-disk',
    of: 'guest',
    pattern:
      /\bI\/O error\b|\bblk_update_request\b|\bBuffer I\/O\b|^(?:virtio_blk|virtio_scsi|nvme|sd |scsi|vd[a-z]|GPT)\b/,
    about: 'a disk',
    hint: 'The image is shorter than its partition table says, its back end fails, or a device of a TD cannot reach shared memory: read the VMM’s own messages, qemu-img check the image, and compare sizes.',
  },
  {
    id: 'guest-mount',
    of: 'guest',
    pattern: /\bmount(?:ing|ed)?\b|\/sysroot\b|\bswitch root\b|\bswitch_root\b/i,
    about: 'a mount',
    hint: 'Check root=, rootfstype= and rootflags= against the image, and that the initrd has the file system’s module and its mount helper.',
  },
];

export const NOUNS: readonly Noun[] = [...VMM, ...FIRMWARE, ...BOOTLOADER, ...GUEST, ...PROGRAM];

/** @param id of a trade, or of a noun */
export function tradeOf(id: Trade['id']): Trade | undefined {
  return TRADES.find((trade) => trade.id === id) ?? NOUNS.find((noun) => noun.id === id);
}

/** The rest of a longer line is not looked at. */
const LOOKED_AT = 4000;
/** A function of C that names itself before its words: its part has spoken, whatever the words name. */
const FUNCTION = /^(?:\S+: )?(?:-[a-z]+ \S+: )?(?<name>[a-z][a-z0-9]*(?:_[a-z0-9]+)+): /;
/** The module of Rust that speaks, or the program, before its words: not what the words are about. */
const MODULE = /^(?:[\w:-]*\] )?(?:\[[A-Z]+:[\w-]+\] )?/;
/** Names that are words written together: `VcpuSpawn(…)` of Rust's Debug, `getTDReport` of Go. */
const DEBUG_NAME = /\b[A-Za-z][a-z]+(?:[A-Z]+[a-z]+)+\b/g;
/** What the reader is told to do is not what failed. */
const ADVICE =
  /[.;!] +(?:Check|Please|Make sure|Ensure|Try|See|Consider|Use|Verify|Did you|Do you|Perhaps|Maybe|Hint|You (?:may|can|might|should|must|need))\b.*$/;

/**
 * @param text a complaint, as it was printed
 * @param isKnown whether the line shows that one of these speaks
 */
export function nounOf(text: string, teller: Teller, isKnown: boolean): Noun | undefined {
  const said = withoutOptions(text.slice(0, LOOKED_AT)).replace(ADVICE, '');
  const spoke = FUNCTION.exec(said)?.groups?.name?.replaceAll('_', ' ');
  const nouns = NOUNS.filter(({ of, common }) => of === teller && (isKnown || common !== true));
  const find = (words: string): Noun | undefined => nouns.find(({ pattern }) => pattern.test(words));
  return (
    (spoke === undefined ? undefined : find(spoke)) ??
    find(said) ??
    find(said.replace(DEBUG_NAME, spaced).replaceAll('_', ' '))
  );
}

const OS_ERROR = / \(os error \d+\)$/;

/**
 * What a program's words are about: `a: b: c` is a chain of errors in one line, and the innermost link that names a thing counts.
 * @param isKnown whether the line is of a pod's VM or guest
 */
export function nounOfProgram(words: string, isKnown: boolean): Noun | undefined {
  const links = words
    .slice(0, LOOKED_AT)
    .replace(MODULE, '')
    .split(/: (?=\S)/);
  for (const link of links.toReversed()) {
    // `No such device` and `Cannot allocate memory` name no thing.
    if (errnoOf(link.replace(OS_ERROR, '')) !== undefined) continue;
    const noun = nounOf(link, 'program', isKnown);
    if (noun !== undefined) return noun;
  }
  return undefined;
}

function spaced(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

/** Tells the boots in a log apart: each is the host's or a guest's, and later lines may show which. */

import { PHASES } from '../../words/words.ts';
import { ANNOUNCED_INITS } from '../catalog/milestones-init.ts';
import type { Milestone } from '../signature.ts';

/** What a line shows of the kernel that printed it. */
export interface Trait {
  readonly shows: 'pc' | 'host' | 'guest' | 'surely-guest';
  readonly pattern: RegExp;
  readonly unless?: RegExp;
}

/** What an init says that cannot mount the root file system, whoever wrote the init. */
const MOUNT_OF_ROOT = /\bmount.*root/i;
/** Names of machines that a VMM or a cloud gives its guests (DMI, "Hardware name"). */
const VIRTUAL =
  /QEMU|KVM|KubeVirt|Bochs|Cloud Hypervisor|Google|Virtual Machine|Apple Virtualization|VMware|VirtualBox|innotek|Parallels|BHYVE|OxVM|Xen|Amazon EC2|OpenStack|Alibaba Cloud|RHEV|oVirt|Firecracker|Standard PC/;

/** Only a host runs VMMs, creates Trust Domains or initialises the TDX module; only a guest finds a hypervisor below. */
export const TRAITS: readonly Trait[] = [
  {
    shows: 'surely-guest',
    pattern:
      /tdx: Guest detected|Memory Encryption Features active: .*(?:Intel TDX|AMD SEV)|SEV: SNP running at VMPL|^# tdx-boot probe \d/,
  },
  {
    shows: 'host',
    pattern:
      /virt\/tdx: |x86\/(?:tme|mktme): |\btdx: .*(?:BIOS|KeyID|SEAMCALL|initialization failed|TDX module|module (?:not )?(?:loaded|initiali)|TDMR|PAMT)|\bseamldr: /,
  },
  {
    shows: 'host',
    pattern: /SEAMCALL \(0x|SEAM: |DMAR: \[DMA|Killed process \d+ \((?:qemu|cloud-hyper|libvirt|kata)/,
  },
  // The task of a trace: a VMM, one of its vCPU threads, or a helper of KVM.
  {
    shows: 'host',
    pattern:
      /Comm: (?:qemu|kvm-|CPU \d+\/KVM|vcpu\d|cloud-hyper|vhost-|virtqemud|libvirtd|containerd-shim|kata)/,
  },
  { shows: 'host', pattern: /task (?:qemu|kvm-|CPU \d+\/KVM|vcpu\d|cloud-hyper|libvirtd|virtqemud)/ },
  { shows: 'host', pattern: /\[(?:CPU \d+\/KVM|qemu-[\w-]*|cloud-hyper\w*|kvm-[\w-]*):\d+\]/ },
  // KVM in a trace, as modules or built in.
  {
    shows: 'host',
    pattern:
      / \[kvm(?:_intel|_amd)?\]|\b(?:vmx_vcpu_run|vcpu_enter_guest|kvm_vcpu_ioctl|kvm_arch_\w+|kvm_mmu_\w+|kvm_tdp_\w+|tdx_vcpu_run|tdx_mem_page_\w+)\+0x|at arch\/x86\/kvm\//,
  },
  // Only hardware reports its errors (arch/x86/kernel/cpu/mce, drivers/acpi/apei).
  { shows: 'host', pattern: /mce: \[Hardware Error\]|\{\d+\}\[Hardware Error\]/ },
  // The secure processor of AMD and its table of pages belong to the host.
  {
    shows: 'host',
    pattern:
      /\bccp [0-9a-f]{4}:[0-9a-f:.]+: |SEV-SNP: (?:RMP|rmp)|\b(?:rmpupdate|rmp_make_private|rmp_make_shared)[.\w]*\+0x/,
  },
  { shows: 'host', pattern: /kvm_(?:intel|amd): /, unless: /not supported|disabled|no hardware/ },
  {
    shows: 'host',
    pattern:
      /kvm \[\d+\]: |kvm: enabling virtualization on CPU|kvm: SMP vm created|vfio-pci \w+:|(?:tap|vnet)\d+: entered promiscuous|\(vnet\d+\) entered |VIRT_(?:CONTROL|RESOURCE)\b.*\bpid=/,
  },
  // Only a PC has a BIOS version; a board under test has a device tree. A PC that boots runs no guest yet.
  { shows: 'pc', pattern: /(?:Hardware name: |DMI: )[A-Z].*BIOS /, unless: VIRTUAL },
  {
    shows: 'guest',
    pattern:
      /(?:Hardware name: |DMI: ).*(?:QEMU|KubeVirt|Cloud Hypervisor|BHYVE|OxVM|Google|Virtual Machine|Standard PC|Amazon EC2)/,
  },
  { shows: 'guest', pattern: /Hypervisor detected: |kvm-guest: |paravirtualized kernel on KVM|kvm-clock: / },
];

/** The degrees of life are the phases, in their order, and above them a boot that is done: a prompt, a target, a result. */
export const DONE = PHASES.length;
const INITRAMFS = PHASES.indexOf('initramfs');
const USERSPACE = PHASES.indexOf('userspace');
const NO_INIT = /^linux-panic-(?:root-fs|no-init|init-killed)/;
/** An init says why it falls back to a shell at most so many lines before it says that it does. */
const REASON_LINES = 3;

export function lifeOf({ phase, done }: Pick<Milestone, 'phase' | 'done'>): number {
  return done === true ? DONE : PHASES.indexOf(phase);
}

/** One boot of a machine in a log, from its first line to the first line of the next: a guest's, or the host's. */
export class LoggedBoot {
  #host = 0;
  #pc = 0;
  /** Its kernel came to no init that stays: a machine like this hosts nobody. */
  #hasNoInit = false;
  #guest = 0;
  /** A line shows that it is a guest's beyond doubt: of a Trust Domain, or of a guest's firmware. */
  #surelyGuest = false;
  /** The last line in which each degree of life, or a higher one, showed itself. */
  #life: number[] = [];
  /** The same before the kernel announced an init, while that init has said nothing. */
  #unannounced: readonly number[] | undefined;
  /** Ids of what it passed, the latest last. */
  readonly seen = new Set<string>();
  /** The last line in which it passed each of them. */
  readonly #passed = new Map<string, number>();
  /** `Linux version …`, as it was printed. */
  banner: string | undefined;
  bannerLine: number | undefined;
  /** The last time stamp of its kernel, in seconds. */
  time: number | undefined;
  /** A line of its kernel was seen: a firmware line after it belongs to another boot. */
  kernelSpoke = false;
  /** Its kernel said that it goes down or starts another one: the next boot is no reset. */
  leaves = false;
  /** Its initramfs did not get at the root file system. */
  rootFailed = false;

  /** Whether it is the host's; undefined: no line shows it. */
  get isHost(): boolean | undefined {
    if (this.#surelyGuest) return false;
    if (this.#host > 0) return true;
    if (this.#guest > 0) return false;
    return this.#pc > 0 && !this.#hasNoInit ? true : undefined;
  }

  /** False: the line is of another machine, and nothing was noted. */
  note(shows: Trait['shows']): boolean {
    if (shows === 'guest') this.#guest++;
    else if (shows !== 'surely-guest' && this.#surelyGuest) return false;
    else if (shows === 'host') this.#host++;
    else if (shows === 'pc') this.#pc++;
    else if (this.#host + this.#pc > 0) return false;
    else this.#surelyGuest = true;
    return true;
  }

  /** @param id of a known failure */
  fail(id: string): void {
    this.#hasNoInit ||= this.furthest < USERSPACE && NO_INIT.test(id);
  }

  /** The last line in which one of its programs complained, and the last in which its init fell back to a shell. */
  #complained = Number.NEGATIVE_INFINITY;
  #fellBack = Number.NEGATIVE_INFINITY;

  /** @param words of the line, without what stands before it */
  complain(line: number, words: string): void {
    this.rootFailed ||= MOUNT_OF_ROOT.test(words);
    this.#complained = line;
    this.#strand();
  }

  fallBack(line: number): void {
    this.#fellBack = line;
    this.#strand();
  }

  /** A shell that follows a complaint is no shell that somebody wanted. */
  #strand(): void {
    const apart = this.#fellBack - this.#complained;
    this.rootFailed ||= apart >= 0 && apart <= REASON_LINES;
  }

  /** The shell of an initramfs without its root is for a person who is to mend the guest: no life. */
  isStranded({ id }: Pick<Milestone, 'id'>): boolean {
    return id === 'shell-prompt' && this.rootFailed && this.furthest <= INITRAMFS;
  }

  /** Its kernel has begun, came to no login, and did not say that another one follows. */
  get isUnfinished(): boolean {
    const hasBegun = this.banner !== undefined || this.seen.has('other-kernel');
    return hasBegun && !this.leaves && this.furthest < USERSPACE;
  }

  reach(id: string, life: number, line: number): void {
    this.seen.delete(id);
    this.seen.add(id);
    this.#passed.set(id, line);
    this.#unannounced = ANNOUNCED_INITS.includes(id) ? (this.#unannounced ?? [...this.#life]) : undefined;
    this.live(life, line);
  }

  /** The kernel could not run the init that it had announced. */
  belie(): void {
    if (this.#unannounced === undefined) return;
    this.#life = [...this.#unannounced];
    for (const id of ANNOUNCED_INITS) this.seen.delete(id);
  }

  /** Whether it passed this after that line. */
  passedAfter(id: string, line: number): boolean {
    return (this.#passed.get(id) ?? 0) > line;
  }

  live(life: number, line: number): void {
    for (let degree = 0; degree <= life; degree++) this.#life[degree] = line;
  }

  /** The highest degree of life; -1: none. */
  get furthest(): number {
    return this.#life.length - 1;
  }

  /** The last line that showed more life than `degree`; 0: none did. */
  lastAbove(degree: number): number {
    return this.#life[degree + 1] ?? 0;
  }
}

/**
 * Where a program stands that says no more: lines that are printed right before something that takes its time, waits, or hands
 * over, and that would be followed by another line of the same program. As the last words of a silent boot they say what
 * was going on.
 */

import { given } from '../../words/given.ts';
import { isGuestStream, PHASES, type Phase } from '../../words/words.ts';
import { quoted } from '../quote.ts';
import { titleOf } from '../signature.ts';
import type { Explanation } from './explanation.ts';
import type { GuestKind } from './hints.ts';
import { type DiagnosisInput, isBusy, isSilent, type LastWords } from './input.ts';

interface Place {
  readonly id: string;
  /** Where the boot stands; absent: in the furthest phase that was reached. */
  readonly phase?: Phase;
  /** Fits the last line that was printed. */
  readonly pattern: RegExp;
  /** Other lines may follow while the boot stands there, of the same phase: all but one that this fits. */
  readonly until?: RegExp;
  /** With `$<name>` for what the pattern's groups have captured. */
  readonly title: string;
  readonly advice: Exclude<Explanation['advice'], undefined>;
  /** The boot may have gone on without being heard here: also said of a guest that powered itself off. */
  readonly unheard?: true;
  /** Absent: `likely`. */
  readonly certainty?: Explanation['certainty'];
}

export const NO_CONSOLE =
  'Check that the command line names a console that is a stream (console=hvc0, or console=ttyS0 where the guest kernel drives the UART: Intel’s guest tree does not), that the kernel or its initrd has the driver of hvc0 (CONFIG_VIRTIO_CONSOLE), and add earlyprintk=ttyS0 or earlycon.';

/** A kernel says nothing while it unpacks itself: on a slow host, that takes longer than a short "silence". */
export function moreTime(facts: DiagnosisInput): string {
  return isBusy(facts)
    ? 'The guest still computes: on a slow or busy host, first give it more time (silence, timeout). '
    : '';
}

const startedUnheard = (_: GuestKind, facts: DiagnosisInput): string =>
  `${moreTime(facts)}Either it has no console, or it died before it had one. ${NO_CONSOLE}`;

/** acpi_wakeup_cpu() in arch/x86/kernel/acpi/madt_wakeup.c (Linux 6.16) */
const startsNoCpu = ({ td }: GuestKind): string =>
  `Boot with one CPU to see whether that is all.${td === false ? '' : ' In a TD the kernel hands its other CPUs their start by the firmware’s mailbox, and waits for their answer without limit: firmware and VMM must agree on the number of CPUs, and the host must run them all.'}`;

const SYSTEMD_GOES_ON = 'systemd goes on when the job ends or its time is over.';

const PLACES: readonly Place[] = [
  {
    // tcp_chr_wait_connected() in chardev/char-socket.c (QEMU 10.1)
    id: 'qemu-awaits-client',
    phase: 'vmm',
    pattern: /QEMU waiting for connection on: (?:disconnected:)?(?<where>[^\s,]+)/,
    title: 'QEMU waits for somebody to connect to $<where>, and has not started the guest',
    advice: 'A socket with server=on holds up the guest until its client has come: connect, or add wait=off.',
  },
  {
    // char_pty_open() in chardev/char-pty.c (QEMU 10.1); libvirt calls its devices charserial0, charconsole0
    id: 'qemu-console-is-pty',
    phase: 'vmm',
    pattern:
      /char device redirected to (?<pty>\S+) \(label (?<label>(?:char)?(?:serial|console|virtcon)\w*)\)/,
    title: 'QEMU works; the guest’s $<label> goes to $<pty>, and no line of the log is of the guest',
    advice:
      'Read the guest’s console there, or give it to a file (-serial file:console.log; in libvirt a <log file=…> in the device). Then diagnose that file.',
    certainty: 'unknown',
  },
  {
    // NetworkPkg/UefiPxeBcDxe/PxeBcBoot.c, NetworkPkg/HttpBootDxe/HttpBootImpl.c (edk2-stable202505); src/usr/ifmgmt.c of iPXE
    id: 'network-boot',
    phase: 'firmware',
    pattern:
      />>Start (?<how>PXE over IPv[46]|HTTP Boot over IPv[46])|PXE-E\d+: (?<how2>[^.]+)|^(?:(?<how3>Waiting for link-up on) net\d|(?<how4>Configuring) \(net\d)/,
    title: 'The firmware tries to boot from the network ($<how>)',
    advice:
      'It does so where no disk holds what it can boot, or the network comes first. The disk needs a bus whose driver the firmware has, an ESP with EFI/BOOT/BOOTX64.EFI or a boot entry, and the first place (bootindex); take the network’s boot ROM away with romfile= of its device.',
  },
  {
    // boot_disk(), boot_cdrom(), boot_rom() in src/boot.c (SeaBIOS 1.16)
    id: 'seabios-handed-over',
    phase: 'bootloader',
    unheard: true,
    pattern: /^Booting from (?<what>[\w:/ -]*\w)\.{0,3}$/,
    title: 'Silence after SeaBIOS started what it found ($<what>)',
    advice: (_, facts) =>
      `${moreTime(facts)}The image runs and prints nothing: a boot loader or a kernel without a serial console, a damaged image, or one that needs UEFI. ${NO_CONSOLE}`,
  },
  {
    // CoreLoadPeImage() in MdeModulePkg/Core/Dxe/Image/Image.c and in .../Pei/Image/Image.c (edk2-stable202505), DEBUG builds
    id: 'firmware-driver-stopped',
    phase: 'firmware',
    pattern: /Loading (?:driver|PEIM) at 0x[0-9A-F]+ EntryPoint=0x[0-9A-F]+ (?<driver>\w+)\.efi/,
    until: /\[Bds\]|BdsDxe: |Booting /,
    title: 'The firmware stopped in its driver $<driver>, or soon after the driver was loaded',
    advice:
      'The lines below it are of this driver and of what it started. Check the memory (192 MiB and more), the number of CPUs and that the firmware fits the VMM; a driver of a bus stops at a device that does not answer.',
  },
  {
    // print_message() in grub-core/normal/menu_text.c (GRUB 2.12): a countdown would follow
    id: 'grub-awaits-key',
    phase: 'bootloader',
    pattern: /before booting or `c' for a command-line\./,
    title: 'GRUB shows its menu without a countdown, and waits for a key',
    advice:
      'Set a timeout in grub.cfg. Debian’s and Ubuntu’s GRUB waits after a boot that did not come up (GRUB_RECORDFAIL_TIMEOUT): boot a fresh copy of the disk.',
  },
  {
    // query_edd() in arch/x86/boot/edd.c (Linux 6.16): the last words of the kernel’s setup code
    id: 'silent-after-setup',
    phase: 'kernel',
    unheard: true,
    pattern: /Probing EDD \(edd=off to disable\)\.\.\. ok/,
    title: 'Silence after the kernel’s setup code: the kernel was started and prints nothing',
    advice: startedUnheard,
  },
  {
    // extract_kernel() in arch/x86/boot/compressed/misc.c (Linux 6.16)
    id: 'silent-after-unpacking',
    phase: 'kernel',
    unheard: true,
    pattern: /^Booting the kernel(?:\.$| \(entry)|\b(?:Decompressing Linux|Parsing ELF)\.\.\..*\bdone\.$/,
    title: 'Silence after the kernel had unpacked itself: it was started and prints nothing',
    advice: startedUnheard,
  },
  {
    // kernel/kexec_core.c, arch/x86/purgatory; a TD’s CPUs: arch/x86/kernel/acpi/madt_wakeup.c (Linux 6.16)
    id: 'silent-after-kexec',
    phase: 'kernel',
    unheard: true,
    pattern: /^(?:\[ *\d+\.\d+\](?:\[[^\]]*\])? )?(?:kexec(?:_core)?: Starting new kernel|I'm in purgatory)/,
    title: 'Silence after kexec: the new kernel was started and prints nothing',
    advice: ({ td }) =>
      `The new kernel has its own command line (kexec --reuse-cmdline or --append).${td === false ? '' : ' In a TD both kernels must know how to stop and to start its CPUs: Linux 6.11 or newer, and a firmware whose MADT has the mailbox of version 1.'} ${NO_CONSOLE}`,
  },
  {
    // printk_late_init(), register_console() in kernel/printk/printk.c (Linux 6.16)
    id: 'early-console-off',
    phase: 'kernel',
    unheard: true,
    pattern: /bootconsole \[(?<early>\w+)\] disabled/,
    title: 'The kernel has switched its early console off ($<early>), and no other one speaks here',
    advice:
      'It prints to the consoles that "console=" names, as soon as it has their drivers: name the stream that you watch last (console=hvc0 or console=ttyS0), and keep_bootcon shows what follows in any case. With tty0 alone it prints on a screen.',
  },
  {
    // calibrate_delay() in init/calibrate.c (Linux 6.16) waits for the next tick
    id: 'no-timer-tick',
    phase: 'kernel',
    pattern: /Calibrating delay loop\.\.\.\s*$/,
    title: 'The kernel waits for its timer, whose interrupt does not come',
    advice:
      'The machine’s timer or its interrupt controller is not what the kernel takes it for: compare the VMM’s version and machine type, and try lpj= or another clock source.',
  },
  {
    // announce_cpu() in arch/x86/kernel/smpboot.c (Linux 6.16)
    id: 'cpu-does-not-start',
    phase: 'kernel',
    pattern: /\.\.\.\. node +#\d+, CPUs:.*#(?<cpu>\d+)\s*$/,
    title: 'The kernel waits for CPU $<cpu>, which does not start',
    advice: startsNoCpu,
  },
  {
    // bringup_nonboot_cpus() in kernel/cpu.c (Linux 6.16)
    id: 'cpus-do-not-start',
    phase: 'kernel',
    pattern: /smp: Bringing up secondary CPUs|Booting SMP configuration:|\.\.\.\. node +#\d+, CPUs:\s*$/,
    title: 'The kernel starts its other CPUs, and none comes up',
    advice: startsNoCpu,
  },
  {
    // do_trace_initcall_start() and _finish() in init/main.c (Linux 6.16), with initcall_debug
    id: 'initcall-does-not-return',
    phase: 'kernel',
    pattern: /\bcalling {2}(?<func>\w+)\+0x[0-9a-f]+\/0x[0-9a-f]+(?: \[\w+\])? @ \d+/,
    until: /\binitcall \w+\+0x|\bRun \/\S+ as init process/,
    title: 'The kernel does not come back from its initcall $<func>',
    advice:
      'What this function sets up does not answer: a device that the VMM emulates in part. initcall_blacklist=FUNCTION leaves it out, to see whether the boot goes on.',
  },
  {
    // ip_auto_config() in net/ipv4/ipconfig.c (Linux 6.16); scripts/functions of initramfs-tools
    id: 'awaits-network',
    pattern:
      /Waiting up to \d+ (?:more seconds|secs) for (?:any )?network|Sending (?:DHCP|BOOTP|RARP) requests /,
    title: 'The boot waits for a network that does not answer',
    advice:
      'Its command line asks for it (ip=, root=/dev/nfs): give the guest a network device whose driver is in the kernel or the initrd, or take the words away.',
  },
  {
    // run_init_process() in init/main.c (Linux 6.16)
    id: 'init-says-nothing',
    pattern: /(?:^|\] |kernel: )Run (?<init>\/\S+) as init process$/,
    title: 'The kernel started $<init>, which prints nothing',
    advice:
      'Its output goes to /dev/console, the last "console=" of the command line: name the stream that you watch last. If it is named, this program waits, or works without a word.',
  },
  {
    // wait_for_root() of init/do_mounts.c (Linux 6.12), with rootwait
    id: 'kernel-awaits-root',
    phase: 'kernel',
    pattern: /Waiting for root device (?<root>\S+?)\.{3}/,
    title: 'The kernel waits for its root device $<root> (rootwait), which has not appeared',
    advice:
      'It waits without limit: compare root= with the disks that the VMM attaches, and look whether their driver is built in. An initrd would be asked first.',
  },
  {
    // src/cryptsetup/cryptsetup.c (systemd 257), debian/functions of cryptsetup-initramfs, grub-core/disk/cryptodisk.c (GRUB 2.12)
    id: 'awaits-passphrase',
    pattern:
      /(?:Please unlock disk|Please enter (?:LUKS )?passphrase for disk) (?<disk>[^\s:]+)[^:]*:|Enter passphrase for (?<disk2>\/[^\s:]+|[a-z]+\d[\w,]*)(?: \([^)]*\))?:/,
    title: 'The boot waits for the passphrase of an encrypted disk ($<disk>)',
    advice:
      'Nobody types it: add a step ({ expect: passphrase, send: … }), or let the guest unlock the disk by itself (key file in the initrd, TPM, attestation).',
  },
  {
    // manager_print_jobs_in_progress() in src/core/manager.c (systemd 257)
    id: 'systemd-awaits-device',
    pattern:
      /A start job is running for ?(?<unit>\/(?:dev|sys)\/[^\s(]+|dev-[^\s(]+|…\S+\.device)|Job (?<unit2>dev-\S+\.device)\/start running/,
    title: 'systemd waits for the device $<unit>, which has not appeared',
    advice: `${SYSTEMD_GOES_ON} root=, /etc/fstab or /etc/crypttab asks for the device: where the guest does not have it, attach it under that name, or mend the name; its driver must be in the kernel or the initrd.`,
  },
  {
    id: 'systemd-awaits-job',
    pattern:
      /A (?<job>start|stop) job is running for ?(?<unit>[^(]+?) \(|Job (?<unit2>\S+)\/(?<job2>start|stop) running/,
    title: 'systemd waits for a $<job> job: $<unit>',
    advice: `${SYSTEMD_GOES_ON} Look at this unit first (systemctl status, journalctl -u), or mask it: systemd.mask=… on the command line.`,
  },
];

const IF_CUT = 'If the boot went on and the log was only cut here, give the rest of it.';

/** What is looked at of a long line: its end. */
const LOOKED_AT = 1000;

/** The last words of the guest; those of the VMM where the guest has said nothing. */
function lastSaid({ lastWords }: DiagnosisInput): LastWords | undefined {
  const ofGuest = lastWords.filter(({ stream }) => stream === undefined || isGuestStream(stream));
  const spoken = ofGuest.length > 0 ? ofGuest : lastWords;
  return [...spoken].sort((a, b) => (b.time ?? 0) - (a.time ?? 0))[0];
}

/** What the place's pattern has captured; undefined: the boot does not stand there. */
function standsAt({ pattern, until, phase, unheard }: Place, facts: DiagnosisInput): Groups | undefined {
  const isOff = facts.ended === 'exit' && facts.vm?.state === 'shutdown';
  const last = lastSaid(facts);
  if (last === undefined || !(isSilent(facts) || (unheard === true && isOff))) return undefined;
  const isPast = phase !== undefined && PHASES.indexOf(facts.phase) > PHASES.indexOf(phase);
  const lines =
    until === undefined || isPast ? [last.text] : [last.text, ...(last.before ?? []).toReversed()];
  for (const line of lines) {
    const end = line.slice(-LOOKED_AT);
    const match = pattern.exec(end);
    if (match !== null) return match.groups ?? {};
    if (until?.test(end) === true) return undefined;
  }
  return undefined;
}

/** The last words are those before a kernel that may have gone on without being heard. */
export const wentUnheard = (facts: DiagnosisInput): boolean =>
  PLACES.some((place) => place.unheard === true && standsAt(place, facts) !== undefined);

type Groups = Readonly<Record<string, string | undefined>>;

/** A run knows that its guest was silent; a log may only have been cut there. */
function adviceAt({ advice }: Place, guest: GuestKind, facts: DiagnosisInput): string {
  const text = typeof advice === 'function' ? advice(guest, facts) : advice;
  return facts.ended === 'log' ? `${text} ${IF_CUT}` : text;
}

/** Asked of a boot that ended in silence, or whose log just ends. */
export const PLACE_RULES: readonly Explanation[] = PLACES.map((place) => {
  const { id, phase, title, certainty = 'likely' } = place;
  return {
    id,
    ...given({ phase }),
    advice: (guest, facts) => adviceAt(place, guest, facts),
    certainty,
    title: (facts) => quoted(titleOf({ title }, standsAt(place, facts) ?? {})),
    when: (facts) => standsAt(place, facts) !== undefined,
  };
});

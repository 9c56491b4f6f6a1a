/** The shape of a lint rule, and what a rule may look at. */

import type { Demand, FirmwareKind } from '../compat/combination.ts';
import type { BootScenario, Expect, Scenario, Step, Where } from '../scenario/scenario.ts';
import type { Path } from '../scenario/tree.ts';
import type { KeyFindings } from '../tdx/key-rule.ts';

/** What a rule about steps looks at: a scenario that only judges logs has steps, too. */
export interface StepSubject {
  readonly scenario: Scenario;
}

export interface LintSubject extends StepSubject {
  readonly scenario: BootScenario;
  /** The scenario in the words of the compatibility table. */
  readonly demand: Demand;
  /** The firmware is an image that begins with a volume of edk2, whatever its name. */
  readonly edk2Image: boolean;
  /** Whether the firmware is an image whose TDVF takes CPUs back from Linux; reads all of the image. */
  readonly resetsCpus: () => boolean;
  /** The guest's kernel; undefined when a disk or the firmware brings it. */
  readonly kernel: KernelFile | undefined;
  /** The contents of each disk, in the order of the disks; undefined where they cannot be read. */
  readonly disks: readonly (DiskContents | undefined)[];
  /** What is to be said of the keys in the image of the firmware; absent where nothing is known against them. */
  readonly keys?: KeyFindings;
}

export interface KernelFile {
  /** As `uname -r` prints it; empty where the file is no bzImage. Untrusted text. */
  readonly release: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly bzImage: boolean;
  /** Looks for a driver when it is asked for; undefined where no configuration of the kernel lies beside it. */
  readonly driver?: (option: DriverOption) => Driver | undefined;
}

/** The option of a driver that a guest of a scenario may need, without CONFIG_ (Kconfig files of Linux). */
export type DriverOption =
  | 'VIRTIO_CONSOLE'
  | 'VIRTIO_NET'
  | 'VIRTIO_BLK'
  | 'EXT4_FS'
  | 'NET_9P_VIRTIO'
  | '9P_FS'
  | 'VIRTIO_FS'
  | 'OVERLAY_FS'
  | 'VIRTIO_VSOCKETS';

/** Where a driver is: in the kernel, in a module, in a module that the probe guest cannot have, or nowhere. */
export type Driver = 'built-in' | 'module' | 'missing' | 'absent';

/** What a firmware would find on a disk. Untrusted text. */
export interface DiskContents {
  /** What the disk lacks, so that the firmware finds nothing to start; absent when the disk is complete. */
  readonly lacks?: string | undefined;
  /** Kernel command lines, with the file that has each. */
  readonly cmdlines: readonly { readonly file: string; readonly text: string }[];
}

/** `error`: the scenario cannot work and is refused before anything starts; `warning`: shown, and the run goes on. */
export type LintSeverity = 'error' | 'warning';

export interface LintRule<Subject extends StepSubject = LintSubject> {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly severity: LintSeverity;
  /** The limit, in one sentence. */
  readonly explanation: string;
  readonly reference: string;
  /** The places where the rule is broken, or the only one. */
  find(subject: Subject): Hit | readonly Hit[];
}

/** One place where a rule is broken. */
export interface Hit {
  /** A path into the scenario file, or a place in it. */
  readonly at: Path | Where;
  readonly message: string;
  /** What to do, in one sentence. */
  readonly hint: string;
}

/** The kind of firmware; undefined where the kind is not known, or the VMM brings the firmware. */
export function firmwareKind({ demand: { firmware } }: LintSubject): FirmwareKind | undefined {
  return firmware === 'none' ? undefined : firmware.kind;
}

/** Firmware of edk2 for TDs, built by tdx-boot or by a distribution. */
export function isTdvf(subject: LintSubject): boolean {
  const kind = firmwareKind(subject);
  return kind === 'tdvf' || kind === 'distribution' || kind === 'distribution-secure';
}

/** td-shim's image for a Linux kernel that the VMM loads. */
export function isTdShimLinux(subject: LintSubject): boolean {
  return firmwareKind(subject) === 'td-shim';
}

/** What a step expects, the members of a group one by one. */
export function expectationsOf(step: Step): readonly Expect[] {
  if (step.kind === 'any-order') return step.expects;
  return step.kind === 'expect' ? [step] : [];
}

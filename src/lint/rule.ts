/** What a rule of the lint is, and what it may look at. */

import type { Demand, FirmwareKind } from '../compat/combination.ts';
import type { BootScenario, Where } from '../scenario/scenario.ts';
import type { Path } from '../scenario/text.ts';

export interface LintSubject {
  readonly scenario: BootScenario;
  /** The same in the words of the compatibility table. */
  readonly demand: Demand;
  /** The guest's kernel; undefined when a disk or the firmware brings it. */
  readonly kernel: KernelFile | undefined;
  /** What is on each disk, in their order; undefined where that cannot be told. */
  readonly disks: readonly (DiskContents | undefined)[];
}

export interface KernelFile {
  /** As `uname -r` prints it; empty where the file is no bzImage. Untrusted text. */
  readonly release: string;
  /** Bytes of the file. */
  readonly size: number;
  readonly bzImage: boolean;
}

/** What a firmware would find on a disk. Untrusted text. */
export interface DiskContents {
  /** What is missing on the disk, so that the firmware finds nothing to start; absent when nothing is. */
  readonly lacks?: string | undefined;
  /** Kernel command lines, with the file that has each. */
  readonly cmdlines: readonly { readonly file: string; readonly text: string }[];
}

/** `error`: it cannot work and is refused before anything starts; `warning`: shown, and booted. */
export type LintSeverity = 'error' | 'warning';

export interface LintRule {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly severity: LintSeverity;
  /** What the limit is, one sentence. */
  readonly explanation: string;
  readonly reference: string;
  find(subject: LintSubject): readonly Hit[];
}

/** One place where a rule is broken. */
export interface Hit {
  /** A path into the scenario file, or a place in it. */
  readonly at: Path | Where;
  readonly message: string;
  /** What to do, one sentence. */
  readonly hint: string;
}

/** The names of a kernel command line with their values, in its order: `console=hvc0` and `quiet` alike. */
export function parameters(cmdline: string): readonly { readonly name: string; readonly value: string }[] {
  const words = cmdline.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  return words.map((word) => {
    const [name = '', ...value] = word.split('=');
    return { name, value: value.join('=') };
  });
}

/** The consoles of a command line without their options: `ttyS0,115200` is `ttyS0`. */
export function consoles(cmdline: string): string[] {
  return parameters(cmdline).flatMap(({ name, value }) =>
    name === 'console' ? [value.split(',', 1)[0] ?? ''] : [],
  );
}

/** Whose firmware it is; undefined where that is not known, or there is none. */
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

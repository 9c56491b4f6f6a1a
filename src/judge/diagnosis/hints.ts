/** What a boot that stopped without saying why most likely ran into, and what to do next. */

import type { JudgeRules } from '../../scenario/scenario.ts';
import { isTrustDomain, type Phase } from '../../words/words.ts';

/** What is known of a guest before it boots. */
export interface GuestKind {
  /** A Trust Domain; undefined where nobody says, as of a log. */
  readonly td?: boolean | undefined;
  /** tdx-boot's own small guest, whose initramfs is all that it needs. */
  readonly probe?: boolean | undefined;
  /** The scenario gives a kernel, and its command line names no console. */
  readonly consoleUnnamed?: boolean | undefined;
}

/** What the rules of a run say of its guest. */
export function guestKind({
  platform,
  probe,
  consoleUnnamed,
}: Pick<JudgeRules, 'platform' | 'probe' | 'consoleUnnamed'>): GuestKind {
  return { td: platform === undefined ? undefined : isTrustDomain(platform), probe, consoleUnnamed };
}

/** The advice for a VMM that failed, where tdx-boot has no other advice. */
export const VMM_HINT = 'See the vmm stream for what the VMM said.';

const CONSOLES =
  'Check that the console the guest prints to is one of the streams (console=hvc0 or console=ttyS0)';

const STUCK_HINTS: Readonly<Record<Phase, (guest: GuestKind) => string>> = {
  host: () => 'The VMM was never started.',
  vmm: ({ td }) =>
    td === false
      ? `Not one byte came from the guest. ${CONSOLES}.`
      : `Not one byte came from the guest. ${CONSOLES}, and that the firmware fits the VMM: a release TDVF or td-shim is silent.`,
  firmware: () =>
    'There was output, but no line of a kernel. Either the firmware did not get to one (a debug build of it says why ' +
    'on the serial port), or the kernel is quiet: take "quiet" off its command line.',
  bootloader: () =>
    'The firmware handed over and no kernel line followed. Check the boot entry, and that the kernel command line ' +
    'names a console (console=hvc0 or console=ttyS0).',
  kernel: () =>
    'The kernel started and stopped before its init. Add "ignore_loglevel initcall_debug" to the command line.',
  initramfs: ({ probe }) =>
    probe === true
      ? 'The kernel started the probe, which did not come to its end. Add "ignore_loglevel" to the command line.'
      : 'The initramfs started and did not hand over to the real root. Check root= and the drivers it needs.',
  userspace: () => 'Userspace is up. Compare the pattern with the last lines of the console.',
};

/** Advice for a guest that went silent, or never showed what was expected, by the last phase it reached. */
export function stuckHint(phase: Phase, guest: GuestKind): string {
  return STUCK_HINTS[phase](guest);
}

/** `3.2 s`, `45 s`, `2 min 5 s`: a duration in milliseconds as people say it. */
export function formatDuration(ms: number): string {
  if (Math.round(ms) < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

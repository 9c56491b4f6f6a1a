/** In which phase a line stands: a host's kernel may say what a guest's says. */

import { given } from '../../words/given.ts';
import { type LogOrigin, PHASES, type Phase } from '../../words/words.ts';
import { isOfAnyTime } from '../diagnosis/deciding.ts';
import type { Sighting } from '../diagnosis/input.ts';
import { DONE, type LoggedBoot } from './boots.ts';
import type { Known, Spoken } from './collected.ts';
import { peel } from './prefix.ts';
import { programHeard, selfNamed } from './programs.ts';
import { SPEAKERS } from './speakers.ts';
import {
  isOfDevice,
  notBefore,
  OF_HOST,
  OF_INITRAMFS,
  phaseOfDriver,
  topicOf,
  UNIT_OF_HOST,
} from './topics.ts';

/** systemd says the same in an initramfs and in the real system. */
const INITRAMFS_SIGNS = ['initramfs-init', 'systemd-initrd', 'initramfs-tools', 'initrd-units'];
/** A unit that only the real system has. */
const REAL_SYSTEM = 'system-units';
/** Programs of systemd and dracut that an initramfs has (modules.d of dracut-ng 110); the others are of the real system. */
const EARLY =
  /^(?:dracut|systemd(?:$|-(?:battery|bsod|confext|creds|crypt|debug|fsck|fstab|gpt|hibernate|hostname|initctl|integrity|journal|ldconfig|machine-id|makefs|modules|network|pcr|pcrlock|portable|pstore|remount|repart|resolve|sysctl|sysext|sysroot|sysusers|timedate|timesync|tmpfiles|tpm2|tty-ask|udev|userdb|vconsole|veritysetup|volatile)))/;
/** log_unit_full() in src/core/unit.h of systemd: the unit stands before the words. */
const OF_UNIT = /^[\w@.:\\-]+\.(?:service|mount|automount|socket|swap|path|timer): /;
const KERNEL = PHASES.indexOf('kernel');
const USERSPACE = PHASES.indexOf('userspace');
/** Seconds on the clock of a kernel: before the first it boots, after the second it has booted, however slow its machine is. */
const BOOTING = 5;
const BOOTED = 1000;

/** Without a line that shows whose it is, a boot is a guest's. */
export function isHosts(boot: LoggedBoot, source: LogOrigin): boolean {
  return source === 'host' || (source === 'mixed' && boot.isHost === true);
}

/** The sighting in the phase in which the boot stood: a host's kernel may say what a guest's says. */
export function placed(known: Known, source: LogOrigin): Sighting {
  const { id, title, fingerprint, trace, hint, phase, line, text, severity, speaker, reached, goingOn } =
    known;
  const sighting = {
    id,
    title,
    hint,
    severity,
    ...given({ fingerprint, trace, line, goingOn }),
    text,
  };
  const ofMachine = speaker === 'kernel' || speaker === 'program' || speaker === 'unknown';
  const own = PHASES.indexOf(phase);
  if (speaker === 'host-program' && phase === 'vmm') return { ...sighting, phase: 'host' };
  if (ofMachine && own >= KERNEL && isHosts(known.boot, source)) return { ...sighting, phase: 'host' };
  const inInitramfs =
    own === USERSPACE && reached < USERSPACE && INITRAMFS_SIGNS.some((sign) => known.boot.seen.has(sign));
  if (inInitramfs) return { ...sighting, phase: 'initramfs' };
  // An excerpt that begins in the middle of a boot: its later lines show where the earlier ones stand.
  const isExcerpt = known.orLater && reached < KERNEL && known.boot.seen.has(REAL_SYSTEM);
  if (isExcerpt) return { ...sighting, phase: 'userspace' };
  const later = known.orLater || (own >= KERNEL && reached >= USERSPACE);
  const isLate = own >= KERNEL && mayComeAnyTime(known) && (known.kernelTime ?? 0) > BOOTED;
  const least = isLate ? USERSPACE : own;
  return {
    ...sighting,
    phase: PHASES[Math.min(USERSPACE, later ? Math.max(least, reached) : least)] ?? phase,
  };
}

function mayComeAnyTime({ id, orLater }: Known): boolean {
  return orLater || isOfAnyTime(id);
}

/** Whether nothing shows where the boot stood when it said what it may say any time. */
export function isAnywhere(known: Known, source: LogOrigin): boolean {
  const { boot, phase, kernelTime = BOOTED } = known;
  const isShown = source !== 'mixed' || boot.isHost !== undefined || boot.furthest >= PHASES.indexOf(phase);
  return !isShown && kernelTime > BOOTING && mayComeAnyTime(known);
}

/** Whether a driver speaks that only a host has a use for, and nothing shows whose kernel it is of. */
function isOfHostDriver({ speaker, boot, reached, text }: Spoken): boolean {
  if (speaker !== 'kernel' || boot.isHost !== undefined || reached >= KERNEL) return false;
  return selfNamed(peel(text).text)?.phase === 'host';
}

export function phaseOf(spoken: Spoken, source: LogOrigin): Phase {
  const { speaker, program, boot, reached, text } = spoken;
  const { phase } = SPEAKERS[speaker];
  if (speaker === 'kernel' || speaker === 'program') {
    if (isHosts(boot, source) || isOfHostDriver(spoken)) return 'host';
    if (speaker === 'kernel') return phaseOfDriver(peel(text).text) ?? phase;
    if (reached < KERNEL && program === 'systemd' && UNIT_OF_HOST.test(text)) return 'host';
    if (reached >= USERSPACE) return phase;
    const words = peel(text).text;
    const own = programHeard(program, words)?.phase;
    if (own !== undefined) return own;
    if (OF_INITRAMFS.test(words) || INITRAMFS_SIGNS.some((sign) => boot.seen.has(sign))) return 'initramfs';
    // In an excerpt of a journal a unit is of the real system, unless its name is one of an initramfs.
    if (reached < KERNEL && program === 'systemd' && OF_UNIT.test(words)) return phase;
    // A systemd that is not PID 1 manages a user, or the units of the real system.
    const early = EARLY.test(program ?? '') && !/\bsystemd\[(?:[2-9]|[1-9]\d+)\]: /.test(text);
    return early ? 'initramfs' : phase;
  }
  if ((speaker === 'unknown' ? reached < 0 : phase === 'vmm') && OF_HOST.test(text)) return 'host';
  const about = speaker === 'unknown' || speaker === 'wrapper' ? topicOf(peel(text).text) : undefined;
  if (about !== undefined && (about !== 'host' || reached < 0))
    return notBefore(atMostUserspace(reached), about);
  if (speaker !== 'unknown' || reached < 0) return phase;
  return PHASES[atMostUserspace(reached)] ?? phase;
}

/**
 * Whether words of failure without a level are of what a sound guest prints, too, once it is up: of a device that no boot
 * waits for any more, or of a service that has to do with nothing that a Trust Domain is for.
 */
export function isOrdinary({ speaker, program, reached, text }: Spoken): boolean {
  const words = peel(text).text;
  if (speaker === 'kernel') return reached >= USERSPACE && isOfDevice(words);
  if (reached < DONE || speaker !== 'program' || program === undefined) return false;
  // systemd tells what became of the others.
  return !program.startsWith('systemd') && topicOf(`${program}: ${words}`) === undefined;
}

/** Whether nothing shows in which phase it stands: it is put down to the host, as what nobody else is known to have said. */
export function isUnfounded(spoken: Spoken): boolean {
  return spoken.reached < 0 && !isPlaced(spoken) && !OF_HOST.test(spoken.text);
}

/** Whether its speaker or its words show where it stands. */
export function isPlaced({ speaker, text }: Spoken): boolean {
  return speaker !== 'unknown' || topicOf(peel(text).text) !== undefined;
}

/** A boot that is done stands in userspace. */
function atMostUserspace(reached: number): number {
  return Math.min(reached, USERSPACE);
}

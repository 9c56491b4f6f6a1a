/** Which of several known lines decides: the one that ended the boot or, where a line named its trigger, that one. */

import type { Phase, Severity } from '../../words/words.ts';
import { EVERY_ROW, HOST_SIGNATURES } from '../catalog/index.ts';
import { ARCHITECTURES } from '../catalog/linux/architectures.ts';
import { BUGS } from '../catalog/linux/bugs.ts';
import { EXCEPTIONS } from '../catalog/linux/exceptions.ts';
import { LOCKDEP } from '../catalog/linux/lockdep.ts';
import { LOCKUPS } from '../catalog/linux/lockups.ts';
import { SANITIZERS } from '../catalog/linux/sanitizers.ts';
import { everyCauseOf } from '../family.ts';
import type { Signature } from '../signature.ts';
import type { Sighting } from './input.ts';

export interface Decision {
  readonly cause: Sighting;
  /** The cause is a symptom: no known line says why. */
  readonly symptom: boolean;
  /** What the cause led to, where that ended the boot and the cause alone would not have. */
  readonly effect?: Sighting;
}

const ids = (rows: readonly Signature[]): ReadonlySet<string> =>
  new Set(rows.flatMap(everyCauseOf).map(({ id }) => id));

const SYMPTOMS = ids(EVERY_ROW.flatMap(everyCauseOf).filter(({ symptom }) => symptom === true));
const QUOTING = ids(EVERY_ROW.filter(({ quotes }) => quotes === true));
/** Rows that a captured error or number has told apart: they say why, though a line of their own says more. */
const TOLD_APART = new Set(EVERY_ROW.flatMap((row) => everyCauseOf(row).slice(1)).map(({ id }) => id));
/** Of such a symptom, its row. */
const FAMILIES = new Map(
  EVERY_ROW.flatMap((row) =>
    everyCauseOf(row)
      .slice(1)
      .filter(({ symptom }) => symptom === true)
      .map(({ id }) => [id, row]),
  ),
);
const HOST_ROWS = ids(HOST_SIGNATURES.flatMap(everyCauseOf));
/** A kernel dies of these, or the task in which they happen does. */
const DEADLY = new Set([
  ...ids([...EXCEPTIONS, ...BUGS.filter(({ id }) => id === 'linux-oops')]),
  'linux-bug',
  'linux-exited-atomic-init',
]);
/** A kernel reports these and goes on: what comes later has a cause of its own, unless the kernel was told to panic. */
const SURVIVED = new Set([...ids([...SANITIZERS, ...LOCKDEP, ...BUGS])].filter((id) => !DEADLY.has(id)));
/** What a kernel may say in its boot and long after it. */
const OF_ANY_TIME = new Set([...DEADLY, ...SURVIVED, ...ids([...LOCKUPS, ...ARCHITECTURES])]);
/** What a firmware may say while a boot loader runs, and systemd in an initramfs and in the real system. */
const OF_TWO_PHASES = /^(?:edk2-exception|systemd-(?:emergency|maintenance|rescue)$)/;

/** A line that names what triggered it, and the rows that may have done so: the nearest before it did. The first entry with one counts. */
interface Trigger {
  readonly effect: RegExp;
  /** What the effect's line has to say; absent: anything. */
  readonly says?: RegExp;
  readonly cause: (id: string) => boolean;
}

const isOneOf =
  (pattern: RegExp) =>
  (id: string): boolean =>
    pattern.test(id);

/** Of panics kernel/panic.c, kernel/hung_task.c, kernel/watchdog.c, kernel/rcu/tree_stall.h: the words that follow "not syncing". */
const TRIGGERS: readonly Trigger[] = [
  { effect: /^linux-panic/, says: /panic_on_\w+/, cause: (id) => SURVIVED.has(id) },
  { effect: /^linux-panic/, says: /scheduling while atomic/, cause: isOneOf(/^linux-scheduling-atomic/) },
  { effect: /^linux-panic/, says: /hung_task/, cause: isOneOf(/^linux-hung-task/) },
  { effect: /^linux-panic/, says: /soft ?lockup/i, cause: isOneOf(/^linux-soft-lockup/) },
  { effect: /^linux-panic/, says: /hard ?lockup/i, cause: isOneOf(/^linux-hard-lockup/) },
  { effect: /^linux-panic/, says: /RCU|stall/i, cause: isOneOf(/^linux-rcu-/) },
  { effect: /^linux-panic/, says: /Fatal exception|kernel BUG|Oops/, cause: (id) => DEADLY.has(id) },
  {
    effect: /^linux-panic/,
    says: /Fatal exception|KASAN|KMSAN|KCSAN|KFENCE|UBSAN|list corruption|refcount/,
    cause: (id) => SURVIVED.has(id),
  },
  { effect: /^systemd-cryptsetup$/, cause: isOneOf(/^systemd-tpm2/) },
  { effect: /^systemd-(?:mount|sysroot)$/, cause: isOneOf(/^(?:mount|linux-fs)-/) },
  { effect: /^(?:mount-content|mount-call|initramfs-root-(?:type|mount))/, cause: isOneOf(/^linux-fs-/) },
  // edk2 says what it found, and asserts on it (MdePkg/Include/Library/DebugLib.h) or raises an exception, which do not say why.
  {
    effect: /^edk2-(?:assert|exception)/,
    cause: (id) => /^edk2-/.test(id) && !/^edk2-(?:assert|exception|status-code)/.test(id),
  },
  {
    effect: /^linux-panic-init-killed/,
    cause: (id) =>
      DEADLY.has(id) ||
      /^(?:user-|linux-init-|linux-tdx-|mount-|linux-fs-|initramfs-|dracut-|systemd-(?:crash|freeze|pid1|no-init))/.test(
        id,
      ),
  },
];

/** A line that names, before or after another one, what that one waited for or who forbade it. */
interface Naming {
  readonly effect: RegExp;
  readonly cause: RegExp;
  /** Both lines have to be about one file. */
  readonly sameFile?: true;
}

const NAMINGS: readonly Naming[] = [
  { effect: /^dracut-(?:timeout|could-not-boot)$/, cause: /^dracut-device$/ },
  { effect: /^qemu-kvm-internal-error/, cause: /^qemu-kvm-exit-of-td$/ },
  { effect: /^kata-shim-task-slow$/, cause: /^peerpods-agent-retry$/ },
  {
    effect: /-denied$|^libvirt-permission$/,
    cause: /^(?:libvirt-apparmor|host-lsm-denied)$/,
    sameFile: true,
  },
];
/** The file in a record of the audit system; SELinux gives its last name alone. */
const AUDITED = /\b(?:name|path)="(?:[^"]*\/)?(?<file>[^"/]+)"/;

/** Ends of a boot that could not go on: something failed before, and an end like these names only what is missing. */
const GAVE_UP =
  /^(?:linux-panic-(?:root-fs|no-init)|initramfs-|dracut-|systemd-(?:emergency|maintenance|rescue|sysroot|freeze|pid1|switch-root)|bds-no-option|bds-uefi-shell|seabios-no-boot|grub-(?:rescue|shell|no-entry)|edk2-bds-unable)/;

/** Lines that a boot survives: they never are why it gave up. */
const BESIDE =
  /^(?:linux-tdx-debug|linux-virtio-legacy|linux-irq-nobody-cared|linux-unhandled-fault|linux-alignment-trap|user-|edk2-status-code|initramfs-gave-up$|ch-|td-tdcall-failed)/;
/** Lines that say that something is missing, or was tight, and not why: a line that says why counts before them. */
const VAGUE =
  /^(?:linux-root-device(?:-\w+)?|systemd-(?:start(?:-[\w-]+)?|dependency|gpt-auto)|bds-load-failed|grub-no-device|linux-pci-bar|linux-page-allocation|dracut-timeout|initramfs-zfs-(?:pool|dataset))$/;

/** Who started QEMU gives the words of QEMU in its own line. */
const QUOTES_VMM = /: (?:\S* )?qemu[\w.-]*: \S/;
/** The outermost of what failed. */
const OUTERMOST = /^libvirt-(?:define|unreached)$/;

/** What ended, and not of what: the words before it may say so. */
const UNEXPLAINED =
  /^(?:linux-panic-init-killed(?:-status)?|linux-root-fs-type|edk2-assert(?:-module|-efi-error|-return-error)?|systemd-mount)$/;

/** Attestation, and those who need it: a guest that does not come up has another cause. */
const ATTESTING = /^(?:attest|coco|dstack|kata)-/;

/** What attestation asks first is not there: what its other lines say follows from that, whichever was printed first. */
const ABSENT = /^attest-(?:qgs|collateral)-library$/;

/** A warning that tells why stands at most so many lines before the line that does not. */
const WARNED_LINES = 3;

const RANK: Readonly<Record<Severity, number>> = { fatal: 3, error: 2, warning: 0 };

/**
 * @param failures known lines that count, in order
 * @param hints known lines that count only as the cause of another: warnings
 */
export function decide(failures: readonly Sighting[], hints: readonly Sighting[] = []): Decision | undefined {
  const causes = failures.filter(({ id }) => !SYMPTOMS.has(id));
  // What the host says explains the words of the VMM; what its quoting services say explains attestation only.
  const isAttesting = causes.every(({ id }) => ATTESTING.test(id));
  const absent = isAttesting ? causes.find(({ id }) => ABSENT.test(id)) : undefined;
  if (absent !== undefined) return { cause: absent, symptom: false };
  const ofHost = causes.find(
    (known) =>
      known.phase === 'host' &&
      (HOST_ROWS.has(known.id) || rank(known) > 1) &&
      (isAttesting || !ATTESTING.test(known.id)),
  );
  if (ofHost !== undefined) return { cause: ofHost, symptom: false };
  const end = worst(causes);
  const symptom = failures.find(
    (known) => SYMPTOMS.has(known.id) && known.severity === 'fatal' && triggerOf(known, failures, hints),
  );
  const deciding =
    end === undefined || (symptom !== undefined && rank(end) < 3)
      ? (symptom ?? end ?? worst(failures, rankOfSymptom))
      : end;
  if (deciding === undefined) return undefined;
  // A VMM that printed an error and did not end: what the guest gave up of is the effect.
  const outlived = deciding.phase === 'vmm' && deciding.severity === 'error';
  const later = outlived
    ? causes.find((known) => isGuestsEnd(known) && isBefore(deciding, known))
    : undefined;
  if (later !== undefined) return { cause: deciding, effect: later, symptom: false };
  const cause = namingOf(deciding, [...failures, ...hints]) ?? triggerOf(deciding, failures, hints);
  if (cause === undefined) {
    const warning = saysNotWhy(deciding) ? warningBefore(deciding, hints) : undefined;
    if (warning !== undefined) return { cause: warning, effect: deciding, symptom: false };
    return { cause: deciding, symptom: saysNotWhy(deciding) };
  }
  return { cause, effect: deciding, symptom: false };
}

/** Of known lines, the one that an effect names as its trigger, or that stands before it as such. */
export function behind(effect: Sighting, known: readonly Sighting[]): Sighting | undefined {
  return triggerOf(effect, [], known);
}

/** Whether any other failure explains more than this one. */
export function isSymptom(id: string): boolean {
  return SYMPTOMS.has(id);
}

/** What the row of a symptom says without the captured error or number that told the symptom apart. */
export function familyOf(id: string): Pick<Signature, 'id' | 'title' | 'hint'> | undefined {
  const row = FAMILIES.get(id);
  return row && { id: row.id, title: row.title.replace(/:? \$<.*$/, ''), hint: row.hint };
}

/** Whether a captured error or number has told it apart from the other causes of its row. */
export function isToldApart(id: string): boolean {
  return TOLD_APART.has(id);
}

/** Whether the row's title quotes its line, and its hint is of no one thing. */
export function isQuoting(id: string): boolean {
  return QUOTING.has(id);
}

/** The boot gave up, or something is missing: a line before may say why. Undefined: the row says why. */
export function whyIsOpen(id: string): 'gave-up' | 'vague' | undefined {
  if (GAVE_UP.test(id)) return 'gave-up';
  return VAGUE.test(id) || UNEXPLAINED.test(id) ? 'vague' : undefined;
}

/** Whether a kernel reports it and goes on. */
export function isSurvived(id: string): boolean {
  return SURVIVED.has(id);
}

/** Whether it may be said in several phases of a boot, so that the line alone shows none. */
export function isOfAnyTime(id: string): boolean {
  return OF_ANY_TIME.has(id) || OF_TWO_PHASES.test(id);
}

/** Whether the kernel dies of it, or the task in which it happens. */
export function isDeadly({ id }: Sighting): boolean {
  return DEADLY.has(id);
}

function isGuestsEnd({ id, phase, severity }: Sighting): boolean {
  return severity === 'fatal' && phase !== 'host' && phase !== 'vmm' && GAVE_UP.test(id);
}

function saysNotWhy({ id }: Sighting): boolean {
  return SYMPTOMS.has(id) && !TOLD_APART.has(id);
}

function worst(known: readonly Sighting[], by = rank): Sighting | undefined {
  const top = Math.max(...known.map(by));
  return known.find((one) => by(one) === top);
}

/** A VMM prints its error and ends: its first one counts, whatever its severity. */
function rank({ id, phase, severity }: Sighting): number {
  if (SURVIVED.has(id)) return Math.min(1, RANK[severity]);
  return phase === 'vmm' && severity === 'error' ? RANK.fatal : RANK[severity];
}

/**
 * Among symptoms of equal weight, a symptom counts whose own error or noun says which kind it is, then one that quotes the VMM, and
 * the outermost last.
 */
function rankOfSymptom({ id, severity, text }: Sighting): number {
  if (TOLD_APART.has(id)) return RANK[severity] + 0.5;
  if (QUOTES_VMM.test(text)) return RANK[severity] + 0.25;
  return RANK[severity] - (OUTERMOST.test(id) ? 0.25 : 0);
}

function triggerOf(
  effect: Sighting,
  failures: readonly Sighting[],
  hints: readonly Sighting[],
): Sighting | undefined {
  const before = [...failures, ...hints]
    .filter((known) => known !== effect && isBefore(known, effect))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const triggers = TRIGGERS.filter(
    ({ effect: of, says }) => of.test(effect.id) && says?.test(effect.text) !== false,
  );
  const named = triggers
    .map(({ cause }) => before.findLast(({ id }) => cause(id) && !SYMPTOMS.has(id)))
    .find((found) => found !== undefined);
  // An oops of which only the end is there is no less its cause.
  const nearest =
    named ?? before.findLast((known) => isDeadly(known) && triggers.some(({ cause }) => cause(known.id)));
  if (nearest !== undefined || !GAVE_UP.test(effect.id)) return nearest;
  const causes = before.filter((known) => {
    const { id, phase } = known;
    if (isOutlived(known, effect)) return false;
    return !SYMPTOMS.has(id) && !SURVIVED.has(id) && !BESIDE.test(id) && phase !== 'host' && phase !== 'vmm';
  });
  return causes.find(({ id }) => !VAGUE.test(id)) ?? causes[0];
}

/** A warning right before a line that only says that something failed, such as make's, says of what it failed. */
function warningBefore(effect: Sighting, hints: readonly Sighting[]): Sighting | undefined {
  const { line: at = 0 } = effect;
  return hints.findLast(
    (known) =>
      isBefore(known, effect) &&
      (known.line ?? 0) >= at - WARNED_LINES &&
      !SYMPTOMS.has(known.id) &&
      !BESIDE.test(known.id) &&
      !VAGUE.test(known.id),
  );
}

const BEFORE_KERNEL: readonly Phase[] = ['firmware', 'bootloader'];

/** What is worth a look before the kernel, and every failure there of a boot whose root has come up: not why the boot gave up later. */
function isOutlived({ phase, severity }: Sighting, effect: Sighting): boolean {
  if (!BEFORE_KERNEL.includes(phase) || BEFORE_KERNEL.includes(effect.phase)) return false;
  return severity === 'warning' || effect.phase === 'userspace';
}

function namingOf(effect: Sighting, known: readonly Sighting[]): Sighting | undefined {
  return NAMINGS.filter((naming) => naming.effect.test(effect.id))
    .map(({ cause, sameFile }) =>
      known.find(({ id, text }) => {
        const file = AUDITED.exec(text)?.groups?.file;
        return cause.test(id) && (sameFile !== true || (file !== undefined && effect.text.includes(file)));
      }),
    )
    .find((found) => found !== undefined);
}

/** Lines of different streams have no order; then the list has it. */
function isBefore(known: Sighting, effect: Sighting): boolean {
  if (known.stream !== effect.stream) return false;
  return (known.line ?? 0) < (effect.line ?? 0);
}

/** The shape of failure knowledge: one row of the catalog, and one row of the boot's milestones. */

import type { MachineStream, Phase, Severity } from '../words/words.ts';
import type { Guilty, Told } from './guilty/guilty.ts';
import { numberNamed } from './numbers/tables.ts';

/** Where a line is from: a stream of a machine, or what only people hand to us: its host's kernel log, a build's log. */
export type LineOrigin = MachineStream | 'host' | 'build';

/** Numbers from `from` to `to`, both included; with `of`, shares of the number that this group has captured. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
  readonly of?: string;
}

/**
 * What a captured value must be: a text, one of several, or a number. `EINVAL` stands for each spelling of this error, the
 * digits of an error of DCAP (`27`) for its name, too.
 */
export type Wanted = string | readonly string[] | Range;

/** One of the causes that a line may have. What a cause leaves out is as in its row. */
export interface Cause {
  /** Follows the id of the row: `qemu-kvm-access` and `denied` give `qemu-kvm-access-denied`. */
  readonly id: string;
  /** What each of these named groups must have captured. */
  readonly when: Readonly<Record<string, Wanted>>;
  readonly phase?: Phase;
  readonly severity?: Severity;
  readonly title?: string;
  readonly hint: string;
  readonly symptom?: boolean;
  readonly lasting?: true;
  readonly guilty?: Guilty;
}

/** A known failure line. Patterns run on normalised text: no escapes, no CR, no NUL. */
export interface Signature {
  /** Stable kebab-case name, prefixed by its source: `linux-panic`, `edk2-assert`, `ch-tdx-init`. */
  readonly id: string;
  /**
   * Where the boot stands when this line is printed. What a VMM or its manager says stands in `vmm`, whoever has to mend
   * it; in `host` only when the host has no KVM or no memory for any guest.
   */
  readonly phase: Phase;
  /** The line may come in a later phase, too: then the boot stands in the furthest phase that was reached. */
  readonly orLater?: true;
  readonly severity: Severity;
  /**
   * Matches within one line. Must contain a literal of at least 4 characters that every match needs (the scanner finds
   * candidates by it), and must run in linear time: no lookahead, lookbehind or back-references, no flags.
   */
  readonly pattern: RegExp;
  /** What the report calls it, with `$<name>` replaced by named groups: `Kernel panic: $<reason>`; see {@link titleOf}. */
  readonly title: string;
  /** What to do next, one or two sentences. */
  readonly hint: string;
  /** A line that contains this text ends the report, so that collecting may stop there. */
  readonly end?: string;
  /** What the line before, of the same stream, has to say: by itself the row's line says of no failure. */
  readonly after?: RegExp;
  /** Milestones, by their ids, that were announced before and did not come true. */
  readonly belies?: readonly string[];
  /** Lines that contain the signature's words but are harmless. */
  readonly unless?: RegExp;
  /** Restricts the signature to these sources (a guest may print a VMM's words). Absent: every stream of the guest. */
  readonly streams?: readonly LineOrigin[];
  /** Says that something failed and not why: any other failure explains more, whichever was printed first. */
  readonly symptom?: boolean;
  /** A VMM that was started in the same way would say the same again, until somebody mends it: another attempt is of no use. */
  readonly lasting?: true;
  /** The causes that the named groups tell apart; the first that fits speaks for the line, else the row itself does. */
  readonly causes?: readonly Cause[];
  /** The title quotes the line, and the hint is of no one thing: what the line is about has better advice (catalog/nouns.ts). */
  readonly quotes?: true;
  /** How the lines that follow name the function at fault. */
  readonly guilty?: Guilty;
}

/** What the line before has to say for the row of this id. */
export interface LineBefore {
  readonly id: string;
  readonly pattern: RegExp;
}

export function linesBefore(rows: readonly Signature[]): LineBefore[] {
  return rows.flatMap(({ id, after }) => (after === undefined ? [] : [{ id, pattern: after }]));
}

/**
 * What a text says by itself, whatever program prints it: asked of the complaint that decides, and of a symptom, so that no
 * scanner has to look for it in every line.
 */
export interface Saying
  extends Pick<Signature, 'id' | 'pattern' | 'title' | 'hint' | 'unless' | 'symptom' | 'causes'> {
  /** Set where only the host, or what runs the VM, can be meant; absent: the phase is that of the speaker. */
  readonly phase?: 'host' | 'vmm';
  /**
   * Says of which kind an error is, in words that many libraries share. The words of the line have to follow, an error of the
   * system in the line says more, and only who speaks in earnest is taken at his word.
   */
  readonly general?: true;
}

/** A line of a sound host. */
export interface HostSign {
  readonly id: string;
  readonly pattern: RegExp;
  /** Short words for the timeline. */
  readonly title: string;
  /**
   * Printed by a program, whose log may stand beside a guest's: it does not make the boot around it the host's. `well`: it says
   * that what it was asked for is well. `started`: it has started a guest, and how far the guest came is for the guest to say.
   */
  readonly program?: 'well' | 'started';
  /** The pattern is that of a typed command, and says nothing alone: the line that follows has to match this answer. */
  readonly answer?: RegExp;
}

/** A line that shows that the boot has reached a phase. */
export interface Milestone {
  readonly id: string;
  readonly phase: Phase;
  readonly pattern: RegExp;
  /** Short words for the timeline: `kernel banner`. */
  readonly title: string;
  /** Restricts the milestone to these streams. Absent: every stream of the guest. */
  readonly streams?: readonly LineOrigin[];
  /** A second sighting on the same stream means that the machine was reset. */
  readonly once?: boolean;
  /** The kernel keeps the line in its log, which `dmesg` prints again: the lines that follow tell that from a second boot. */
  readonly logged?: true;
  /** The boot is complete: a prompt, a login target, a task that is done. */
  readonly done?: true;
  /** In a log of anybody: the host prints such lines, too, so they count only where a guest's kernel has spoken. */
  readonly afterKernel?: true;
  /** Counts only where the milestone of this id was passed before it. */
  readonly after?: string;
  /** A machine's boot begins with it: on a stream where a kernel has spoken it means that the machine was reset. */
  readonly restarts?: true;
  /** Printed by a Trust Domain only: what stands before it in its line must be no more than a kernel's prefix. */
  readonly evidence?: true;
  /** Printed by the kernel of another confidential guest than a Trust Domain, in the same way. */
  readonly confidential?: true;
}

/** The fields of a line of logrus, behind the blanks or the end of the quoted message that set them off. */
const FIELDS = /(?: {2,}|(?:\\n)?\\?" )\w+=\S.*$/;

type Groups = Readonly<Record<string, string | undefined>>;

/** What a group has captured, without the fields of a line of logrus. Where a pattern has several places for one thing, the others are called `name2` to `name4`. */
export function captured(groups: Groups, name: string): string | undefined {
  const value = groups[name] ?? groups[`${name}2`] ?? groups[`${name}3`] ?? groups[`${name}4`];
  return value?.includes('=') === true ? value.replace(FIELDS, '') : value;
}

/**
 * What the report calls a line that the row has matched: `$<name>` of its title is what this group has captured,
 * `$<a-b>` the difference of two numbers, `$<name:table>` what a table of numbers calls it.
 * @param told what the lines below have told
 */
export function titleOf(
  row: Pick<Signature, 'title' | 'guilty'>,
  groups: Groups,
  { func, task, locks = [] }: Partial<Told> = {},
): string {
  const { guilty } = row;
  const title = func === undefined ? row.title : (guilty?.title ?? row.title);
  const word = guilty?.task;
  const ofTask =
    word === undefined || task === undefined || task === word
      ? title
      : title.replace(word, `${word} (${task})`);
  const template = locks.length === 0 ? ofTask : `${ofTask}: ${locks.join(' and ')}`;
  const value = (name: string): string =>
    (name === 'func' ? func : undefined) ?? captured(groups, name)?.trim() ?? '';
  return template.replace(
    /\$<(\w+)(?:-(\w+)|:(\w+))?>/g,
    (_, name: string, less?: string, table?: string) => {
      if (table !== undefined) return numberNamed(table, value(name));
      return less === undefined ? value(name) : String(Number(value(name)) - Number(value(less)));
    },
  );
}

/** The same for equal crashes of all runs and kernels: the row, what kind it is, and the function at fault. */
export function fingerprintOf(row: Signature, groups: Groups, func = groups.func): string {
  const kind = groups.kind ?? groups.what ?? groups.reason;
  const place = func ?? groups.file;
  return [row.id, kind, place]
    .filter((part) => part !== undefined)
    .join(':')
    .replaceAll(' ', '-');
}

/** Time stamp, caller, level, quotation mark or prompt: what may stand before a kernel's own words. */
const KERNEL_PREFIX = /^(?:.*login: |[\s>|]*)(?:<\d+>)?(?:\[[^\]]*\]\s*)*$/;

/** Whether a line is printed by a kernel or starts with the words, rather than quoting them: `Command line: tdx: …`. */
export function isOwnWords(before: string): boolean {
  return KERNEL_PREFIX.test(before);
}

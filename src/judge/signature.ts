/** The shape of failure knowledge: one row of the catalog, and one row of the boot's milestones. */

import type { Phase, Severity, StreamName } from '../words/words.ts';
import type { Guilty } from './guilty/guilty.ts';

/** Where a line is from: a stream of a machine, or the kernel log of its host, which only people hand to us. */
export type LineOrigin = StreamName | 'host';

/** A known failure line. Patterns run on normalised text: no escapes, no CR, no NUL. */
export interface Signature {
  /** Stable kebab-case name, prefixed by its source: `linux-panic`, `edk2-assert`, `ch-tdx-init`. */
  readonly id: string;
  /** Where the boot stands when this line is printed. */
  readonly phase: Phase;
  /** The line may come in a later phase, too: then the boot stands in the furthest phase that was reached. */
  readonly orLater?: true;
  readonly severity: Severity;
  /**
   * Matches within one line. Must contain a literal of at least 4 characters that every match needs (the scanner finds
   * candidates by it), and must run in linear time: no lookahead, lookbehind or back-references, no flags.
   */
  readonly pattern: RegExp;
  /** What the report calls it, with `$<name>` replaced by named groups: `Kernel panic: $<reason>`. */
  readonly title: string;
  /** What to do next, one or two sentences. */
  readonly hint: string;
  /** A line that contains this text ends the report, so that collecting may stop there. */
  readonly end?: string;
  /** Lines that contain the signature's words but are harmless. */
  readonly unless?: RegExp;
  /** Restricts the signature to these sources (a guest may print a VMM's words). Absent: every stream of the guest. */
  readonly streams?: readonly LineOrigin[];
  /** Says that something failed and not why: any other failure explains more, whichever was printed first. */
  readonly symptom?: true;
  /** How the lines that follow name the function at fault. */
  readonly guilty?: Guilty;
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
  /** Printed by a Trust Domain only: what stands before it in its line must be no more than a kernel's prefix. */
  readonly evidence?: true;
}

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * What the report calls a line that the row has matched.
 * @param func the function at fault, where the lines below have named one
 */
export function titleOf(row: Signature, groups: Groups, func?: string): string {
  const template = func === undefined ? row.title : (row.guilty?.title ?? row.title);
  const value = (name: string): string => (name === 'func' ? func : undefined) ?? groups[name]?.trim() ?? '';
  return template.replace(/\$<(\w+)>/g, (_, name: string) => value(name));
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

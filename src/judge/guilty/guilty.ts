/** Looks in the lines of a kernel's report for the function at fault. */

import { given } from '../../words/given.ts';
import { bareName, type Frame, framesOf, wordsOf } from './frame.ts';
import {
  DISPATCHERS,
  ENTRIES,
  GATHERING,
  HELPERS,
  INTERRUPT_ENTRIES,
  memberOf,
  SLEEPERS,
  STALL_FINDERS,
  STALL_GATHERING,
} from './helpers.ts';
import { type Reported, reportedBy } from './reporters.ts';

/**
 * Where a report names the function at fault:
 * `fault`: where the CPU was, else who called it; `caller`: the innermost frame of the first trace;
 * `stall`: what loops, which the dispatcher of the system call, thread or timer has called; `hang`: what waits;
 * `lock`: where the lock is taken that is too much (`at: f+0x1/0x2`), else who does that; `allocation`: the trace of
 * the allocation, because the place where the damage was found says nothing.
 */
type Place = 'fault' | 'caller' | 'stall' | 'hang' | 'lock' | 'allocation';

/** How the lines below a row's line name the function. */
export interface Guilty {
  readonly place: Place;
  /** The title with the function as `$<func>`. Absent: that of the row. */
  readonly title?: string;
  /** Names beside {@link HELPERS} that are not guilty of this kind of bug, as regular expression without anchors. */
  readonly skip?: RegExp;
  /** The title's word that the name of the task explains: `init` becomes `init (switch_root)`. */
  readonly task?: string;
}

/** What the lines below a row's line have told. */
export interface Told {
  /** The function at fault; undefined when no line names one that may be. */
  readonly func: string | undefined;
  /** The lines of the trace, the innermost frame first; none where the report has no trace. */
  readonly trace: readonly string[];
  /** Locks that the report names: first the one that is too much, then one that is held. Only of the place `lock`. */
  readonly locks: readonly string[];
  /** Which task ran. */
  readonly task?: string;
  /** What the trace is of, by the functions that only report it. */
  readonly reported?: Reported;
}

/** A report is not followed for longer than this: a stack that overflows has many frames. */
const LINES = 1000;

/** Lines of a trace that are kept to be shown. */
const SHOWN = 24;

const TRACE_START = /Call [Tt]race|\b[Bb]acktrace(?: \(crc [0-9a-f]+\))?:/;
/** Traces that tell of another time: who allocated or freed the object. */
const HISTORY = /Allocated by|Freed by|^ *Allocated:|^ *Freed:|Uninit was|was created at|page last free/;
const ALLOCATION = /page last allocated/;
const REPORT_END = /---\[ end (?:trace|Kernel panic)|Memory state around the buggy/;
/** A panic repeats the trace of what caused it. */
const SECOND_REPORT = /Kernel panic - not syncing|------------\[ cut here \]|Rebooting in/;
const LOCK_PLACE = /\bat: (?:\[<?[0-9a-f]+>?\] +)?([A-Za-z_][\w.]*)\+0x|\blast function: ([A-Za-z_]\w*)/;

/** `ffff8880 (&sb->s_type->i_lock){+.+.}-{3:3}, at: …` (print_lockdep_lock() in kernel/locking/lockdep.c). */
const LOCK_NAME = /^(?:#\d+: *)?[0-9a-f]{8,16} \((?<name>[^{]+)\)\{/;
/** print_worker_info() in kernel/workqueue.c: what the worker works on, by the function of its item. */
const WORK = /^Workqueue: \S+ (?<work>[A-Za-z_][\w.]*)/;
/** The CPU stopped at ud2, by which x86 compiles BUG() and WARN() (arch/x86/include/asm/bug.h). */
const TRAPPED = /^Code: .*<0f> 0b/;
/** dump_stack_print_info() in lib/dump_stack.c. */
const TASK = /\bPID: \d+ Comm: (?<task>.+?) (?:Not tainted|Tainted)/;

/** A line that ends so has its place in the next one. */
const PLACE_FOLLOWS = /\bat:$/;

const isHelper = memberOf(HELPERS);
const isEntry = memberOf(ENTRIES);
const isSleeper = memberOf(SLEEPERS);
const isDispatcher = memberOf(DISPATCHERS);
const isInterruptEntry = memberOf(INTERRUPT_ENTRIES);
const isFinder = memberOf(STALL_FINDERS);
const HANG_GATHERED = GATHERING.map((row) => ({ as: row.as, is: memberOf([row]) }));
const STALL_GATHERED = STALL_GATHERING.map((row) => ({ as: row.as, is: memberOf([row]) }));

interface Trace {
  /** `Call Trace:` stood before it; otherwise the frames may tell of anything. */
  marked: boolean;
  readonly frames: Frame[];
  /** The lines that name the frames, without their prefix. */
  readonly lines: string[];
}

/** Feed it the lines that follow with {@link read}; {@link told} is what they have shown by then. */
export class GuiltySearch {
  readonly #rule: Guilty;
  readonly #caller: string | undefined;
  /** The function that the report's first line names. */
  readonly #named: string | undefined;
  readonly #traces: Trace[] = [{ marked: false, frames: [], lines: [] }];
  #instruction: string | undefined;
  /** Where locks are taken: first the one that is too much, then one that is held. */
  readonly #locks: string[] = [];
  readonly #lockNames: string[] = [];
  #work: string | undefined;
  #task: string | undefined;
  #trapped = false;
  #lockFollows = false;
  /** The frames that follow are not about now. */
  #history = false;
  #allCpus = false;
  #lines = 0;
  #done = false;

  /** @param line the report's first line; @param named the function in it, if it has one */
  constructor(rule: Guilty, line: string, named?: string) {
    this.#rule = rule;
    this.#named = named;
    this.#caller = wordsOf(line).caller;
    this.#history = rule.place === 'allocation';
  }

  /** Takes the next line. @returns false when no further line can change what was found */
  read(line: string): boolean {
    if (this.#done || ++this.#lines > LINES) return false;
    const { text, caller } = wordsOf(line);
    this.#allCpus ||= text.includes('Sending NMI from CPU');
    const other = this.#caller !== undefined && caller !== this.#caller;
    if (other && !(this.#allCpus && caller?.startsWith('C'))) return true;
    this.#take(text);
    return !this.#done;
  }

  #take(text: string): void {
    const panics = SECOND_REPORT.test(text) && this.#traces.some(({ frames }) => frames.length > 1);
    if (panics || REPORT_END.test(text)) {
      this.#done = true;
      return;
    }
    if (this.#rule.place === 'allocation') {
      this.#done = !this.#history && (HISTORY.test(text) || TRACE_START.test(text));
      if (ALLOCATION.test(text)) this.#history = false;
    } else {
      this.#history ||= HISTORY.test(text);
      if (TRACE_START.test(text)) this.#startTrace();
    }
    if (this.#history || this.#done) return;
    const frames = framesOf(text);
    this.#takeLock(text, frames[0]);
    this.#trapped ||= TRAPPED.test(text);
    this.#work ??= WORK.exec(text)?.groups?.work;
    this.#task ??= TASK.exec(text)?.groups?.task;
    this.#instruction ??= frames.find(({ kind }) => kind === 'instruction')?.func;
    const trace = this.#traces.at(-1);
    trace?.frames.push(...frames);
    if (frames.length > 0 && trace !== undefined && trace.lines.length < SHOWN) trace.lines.push(text.trim());
  }

  /** Registers before the first trace belong to it. */
  #startTrace(): void {
    const last = this.#traces.at(-1);
    if (last?.marked === false && last.frames.every(({ kind }) => kind === 'instruction')) last.marked = true;
    else this.#traces.push({ marked: true, frames: [], lines: [] });
  }

  #takeLock(text: string, next: Frame | undefined): void {
    const place = LOCK_PLACE.exec(text);
    const lock = place?.[1] ?? place?.[2] ?? (this.#lockFollows ? next?.func : undefined);
    this.#lockFollows = PLACE_FOLLOWS.test(text);
    const name = LOCK_NAME.exec(text.trim())?.groups?.name;
    if (name !== undefined && this.#lockNames.length < 2 && !this.#lockNames.includes(name))
      this.#lockNames.push(name);
    if (lock !== undefined && this.#locks.length < 2) this.#locks.push(bareName(lock));
  }

  /** What the lines have told. */
  get told(): Told {
    return {
      func: this.#func ?? this.#lastResort,
      trace: this.#first?.lines ?? [],
      locks: this.#rule.place === 'lock' ? this.#lockNames : [],
      ...given({
        task: this.#task,
        reported: reportedBy(
          this.#traces.flatMap(({ frames }) => frames),
          this.#trapped,
        ),
      }),
    };
  }

  /** Of what makes no progress, where no frame may be blamed: the work item that ran, or where the CPU was. */
  get #lastResort(): string | undefined {
    const { place } = this.#rule;
    if (place !== 'stall' && place !== 'hang') return undefined;
    const at = place === 'stall' ? this.#instruction : undefined;
    return this.#work === undefined ? this.#blame([at]) : bareName(this.#work);
  }

  get #func(): string | undefined {
    const stack = this.#stack.filter((func) => !isEntry(func));
    switch (this.#rule.place) {
      case 'fault':
        return this.#blame([this.#named, this.#instruction ?? this.#interrupted, ...stack]);
      case 'lock':
        return this.#blame([...this.#locks.filter((func) => !isEntry(func)), ...stack]);
      case 'hang':
        return gather(HANG_GATHERED, stack) ?? this.#blame(stack.filter((func) => !isSleeper(func)));
      case 'stall':
        return this.#looping();
      default:
        return this.#blame([this.#named, ...stack]);
    }
  }

  /** Below the entry of an exception (x86 since 5.8): where the CPU was, which the unwinder marks as doubtful. */
  get #interrupted(): string | undefined {
    const frames = this.#first?.frames ?? [];
    const entry = frames.findIndex(({ func }) => func.startsWith('asm_exc_'));
    return entry < 0 ? undefined : frames[entry + 1]?.func;
  }

  /** The first trace that has frames. */
  get #first(): Trace | undefined {
    const filled = this.#traces.filter(({ frames }) => frames.some(({ kind }) => kind === 'stack'));
    return filled.find(({ marked }) => marked) ?? filled[0];
  }

  /** Its frames, the innermost first. */
  get #stack(): string[] {
    return certain(this.#first?.frames ?? []);
  }

  /** The first that may be guilty. */
  #blame(funcs: readonly (string | undefined)[]): string | undefined {
    return funcs.find((func) => func !== undefined && !this.#isInnocent(func));
  }

  #isInnocent(func: string): boolean {
    return isHelper(func) || this.#rule.skip?.test(func) === true;
  }

  #looping(): string | undefined {
    for (const { frames } of this.#traces) {
      const interrupted = frames.findIndex(({ func }) => isInterruptEntry(func));
      const funcs = frames
        .slice(interrupted + 1)
        .filter(({ doubtful, func }) => !doubtful && !this.#isInnocent(func) && !isFinder(func))
        .map(({ func }) => func);
      const dispatcher = funcs.findIndex(isDispatcher);
      const loop = dispatcher < 0 ? funcs : funcs.slice(0, dispatcher);
      const found = gather(STALL_GATHERED, loop) ?? (dispatcher < 0 ? loop[0] : loop.at(-1));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** Frames that the unwinder is sure of; all, where it is sure of none. */
function certain(frames: readonly Frame[]): string[] {
  const stack = frames.filter(({ kind }) => kind === 'stack');
  const sure = stack.filter(({ doubtful }) => !doubtful);
  return (sure.length > 0 ? sure : stack).map(({ func }) => func);
}

/** What all who wait in these functions wait for. */
function gather(rows: typeof HANG_GATHERED, funcs: readonly string[]): string | undefined {
  for (const func of funcs) {
    const row = rows.find(({ is }) => is(func));
    if (row !== undefined) return row.as;
  }
  return undefined;
}

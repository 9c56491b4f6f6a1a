/** The event stream: the only interface between the machine, the judge and everything that reports. */

import type { TestReport } from '../ktap/report.ts';
import type { Command, Where } from '../scenario/scenario.ts';
import type { Register } from '../tdx/names.ts';
import type { Predictions } from '../tdx/register-prediction.ts';
import type { Sha384 } from '../tdx/registers.ts';
import type { Phase, Platform, RunStream, Severity, StreamName, TdKind } from '../words/words.ts';
import type { Booted, Digests } from './booted.ts';

/** How long a guest of this size may take before its first process runs. */
export interface BootTime {
  /** The longest time that is known of guests of its size, in milliseconds. */
  readonly most: number;
  /** The size and where the time goes, in words. */
  readonly text: string;
}

/**
 * What a machine does. `time` is in milliseconds since its VMM was started, from a monotonic clock, never decreasing.
 * Recorded in this form, and replayed from it.
 */
export type MachineEvent =
  /**
   * The VMM was started with this command, for a guest on `platform`. `silenceExpected`: what the compatibility table says of the combination;
   * `bootTime`: how long a guest of its size may take before its first process runs; `booted`: the VMM and the files; `predictions`: what the registers of the TD have to hold.
   */
  | {
      readonly type: 'launch';
      readonly time: number;
      readonly argv: readonly string[];
      readonly pid: number;
      /** Absent in recordings of an older tdx-boot. */
      readonly platform?: Platform;
      /** Absent in recordings of an older tdx-boot. */
      readonly booted?: Booted;
      readonly silenceExpected?: string;
      readonly bootTime?: BootTime;
      readonly predictions?: Predictions;
    }
  | {
      readonly type: 'output';
      readonly time: number;
      readonly stream: StreamName;
      readonly bytes: Uint8Array;
    }
  | { readonly type: 'input'; readonly time: number; readonly stream: StreamName; readonly bytes: Uint8Array }
  | { readonly type: 'vm'; readonly time: number; readonly state: VmState; readonly detail: string }
  /** While nothing happens: how many CPUs the VMM kept busy, or would have, since the reading before. */
  | { readonly type: 'cpu'; readonly time: number; readonly busy: number }
  /** The guest had to wait for so many milliseconds: a consumer of its output was too slow, or somebody had stopped its VMM. */
  | { readonly type: 'held'; readonly time: number; readonly ms: number }
  /** The agent in the guest is ready for commands, or what came from its port is not what an agent says. */
  | {
      readonly type: 'agent';
      readonly time: number;
      readonly state: 'ready' | 'broken';
      readonly detail: string;
    }
  /** How a command in the guest ended. Its output is the stream of this name. */
  | {
      readonly type: 'command';
      readonly time: number;
      readonly stream: RunStream;
      readonly how: CommandEnd;
      /** The exit code; the name of the signal (`SIGKILL`) or of the error (`ENOENT`). */
      readonly value: string;
    }
  /** The VMM process has ended and all its streams are drained. */
  | {
      readonly type: 'exit';
      readonly time: number;
      readonly code: number | null;
      readonly signal: string | null;
    }
  /**
   * tdx-boot itself ends the run: the output limit, a VMM that prints without end or that somebody has stopped, a cancel, a VMM
   * that cannot be started, a run that cannot be recorded, a recording that is judged again and does not go on.
   */
  | {
      readonly type: 'abort';
      readonly time: number;
      readonly cause: AbortCause;
      readonly message: string;
      /** What to do next. */
      readonly hint?: string;
    }
  /**
   * A recorded log is over; nothing says what became of the machine. `sha256`: of the files that were booted. `lines`: how many
   * lines of events.jsonl come before.
   */
  | {
      readonly type: 'end-of-log';
      readonly time: number;
      readonly sha256?: Digests;
      readonly lines?: number;
    };

/**
 * How the VMM says that the guest ended, the worst end last: it powered off, it was reset, the (emulated) TDX module ended it for
 * what it did, its kernel reported a panic, or the VMM gave up.
 */
export const VM_ENDS = ['shutdown', 'reset', 'crashed', 'panicked', 'broken'] as const;
export type VmEnd = (typeof VM_ENDS)[number];

/** What the VMM says about the guest. `driven`: a driver in it has set up the device that `detail` names. */
export const VM_STATES = [...VM_ENDS, 'driven'] as const;
export type VmState = (typeof VM_STATES)[number];

/** `no-directory`: its working directory could not be entered. */
export const COMMAND_ENDS = ['exit', 'signal', 'not-started', 'no-directory'] as const;
export type CommandEnd = (typeof COMMAND_ENDS)[number];

export const ABORT_CAUSES = [
  'output-limit',
  'vmm-flood',
  'vmm-stopped',
  'cancelled',
  'not-started',
  'not-recorded',
  'incomplete',
] as const;
export type AbortCause = (typeof ABORT_CAUSES)[number];

/** What the judge makes of it. */
export type JudgeEvent =
  | { readonly type: 'phase'; readonly time: number; readonly phase: Phase; readonly title: string }
  | { readonly type: 'step'; readonly time: number; readonly step: StepReport }
  | {
      readonly type: 'send';
      readonly time: number;
      readonly stream: 'console' | 'serial';
      readonly text: string;
    }
  | { readonly type: 'run'; readonly time: number; readonly stream: RunStream; readonly command: Command }
  | { readonly type: 'finding'; readonly time: number; readonly finding: Finding }
  | { readonly type: 'notice'; readonly time: number; readonly message: string }
  | { readonly type: 'verdict'; readonly time: number; readonly verdict: Verdict };

/** A file that the guest gives when the run is decided: its path, its bytes, its end. All of it is the guest's word. */
export type FileEvent =
  | { readonly type: 'file'; readonly time: number; readonly path: string }
  | { readonly type: 'file-bytes'; readonly time: number; readonly bytes: Uint8Array }
  /** `cut`: why the file is not whole. */
  | { readonly type: 'file-end'; readonly time: number; readonly cut?: string }
  | { readonly type: 'file-left-out'; readonly time: number; readonly path: string; readonly why: string };

/** The run is decided and its machine is gone; the files that `launch` names are still read; they were read. */
export type DigestEvent =
  | { readonly type: 'digesting'; readonly time: number }
  | { readonly type: 'digests'; readonly time: number; readonly sha256: Digests };

export type BootEvent = MachineEvent | JudgeEvent | FileEvent | DigestEvent;

/** What can become of a `run:` step, beside a good end. */
export const COMMAND_FINDINGS = [
  'command-exit',
  'command-signal',
  'command-not-found',
  'command-not-started',
  'command-late',
  'command-flood',
  'command-cut',
  'agent-silent',
  'agent-broken',
] as const;

export type FindingKind =
  | (typeof COMMAND_FINDINGS)[number]
  | 'signature'
  | 'forbidden'
  | 'test'
  | 'doubt'
  | 'missing'
  | 'silence'
  | 'timeout'
  | 'reset'
  | 'crashed'
  | 'exit'
  | 'panicked'
  | 'vmm'
  | 'output-limit'
  | 'scan'
  | 'not-a-td'
  | 'measurement-mismatch'
  | 'cancelled'
  | 'held'
  | 'recording';

export interface Finding {
  readonly kind: FindingKind;
  /** Stable name: the signature's id, or the kind. */
  readonly id: string;
  readonly title: string;
  /** The same for equal crashes of all runs: `linux-hung-task:blkdev_put`. Only known failure lines have one. */
  readonly fingerprint?: string;
  /** The call trace of a kernel's report, the innermost frame first. Text of a guest. */
  readonly trace?: readonly string[];
  readonly hint: string;
  readonly severity: Severity;
  readonly phase: Phase;
  readonly time: number;
  /** What this finding alone makes of the run; undefined: it is reported and does not decide. */
  readonly outcome: 'failed' | 'errored' | undefined;
  /** Why it does not decide, when the scenario's allow list says so. */
  readonly allowed?: string;
  /** Another attempt would find the same, until somebody mends the host or the scenario. */
  readonly lasting?: true;
  readonly stream?: StreamName;
  /** Line number in the stream, from 1, and its normalised text. */
  readonly line?: number;
  readonly text?: string;
  /** The lines that followed, up to the end of the report. */
  readonly report?: readonly string[];
  /** Where the scenario asked for it. */
  readonly where?: Where;
  /** What shows it, where no line does. Text of a guest. */
  readonly evidence?: readonly Evidence[];
}

/** How many findings of one kind were counted beyond the ones that are listed. */
export interface OmittedFindings extends Pick<Finding, 'kind' | 'id'> {
  /** The title of the first finding that is listed. */
  readonly title: string;
  readonly count: number;
}

export interface StepReport {
  /** Position in the scenario, from 1; members of an any-order group share their group's. */
  readonly number: number;
  readonly kind: 'expect' | 'send' | 'run';
  readonly text: string;
  readonly state: 'met' | 'sent' | 'missed' | 'open';
  readonly where: Where;
  readonly time?: number;
  readonly stream?: StreamName;
  /** The line that met it: its number in the stream, from 1, and its text. */
  readonly line?: number;
  /** How the command ended, where the step ran one. */
  readonly seen?: string;
}

/** What a scenario asserts of a register, and what the guest showed. */
export interface Measurement {
  readonly register: Register;
  readonly asserted: 'expected' | 'replay' | 'value';
  /** Each is right; empty: none is known. */
  readonly wanted: readonly Sha384[];
  /** Absent: nothing, or nothing that is a value. Text of a guest. */
  readonly shown?: string;
  readonly verdict: MeasurementVerdict;
  /** Which section or event differs, as far as it can be told. Text of a guest. */
  readonly explanation?: string;
  readonly where: Where;
}

export const MEASUREMENT_VERDICTS = ['equal', 'different', 'not-shown', 'not-known'] as const;
type MeasurementVerdict = (typeof MEASUREMENT_VERDICTS)[number];

/** Where a boot stopped, the likely cause, and what to do. */
export interface Diagnosis {
  readonly phase: Phase;
  /** Stable name: a signature's id, a rule's, or `unknown`. */
  readonly cause: string;
  readonly title: string;
  /** The fingerprint of the finding that is the cause. */
  readonly fingerprint?: string;
  readonly trace?: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly advice: string;
  /** `known`: a line says so; `likely`: it follows from what was and was not seen, or a line says it softly; `unknown`: nothing explains it. */
  readonly certainty: DiagnosisCertainty;
}

export const CERTAINTIES = ['known', 'likely', 'unknown'] as const;
export type DiagnosisCertainty = (typeof CERTAINTIES)[number];

/** A line of a stream, or an observation that has none. */
export interface Evidence {
  readonly stream?: StreamName;
  /** Line number, from 1. */
  readonly line?: number;
  readonly text: string;
}

export interface Verdict {
  readonly verdict: 'passed' | 'failed' | 'errored';
  /** One line: what decided. */
  readonly reason: string;
  readonly hint: string;
  /** The furthest phase that was reached; of a run that failed, by its failure. */
  readonly phase: Phase;
  /** The kind of Trust Domain that was started and showed itself; `none` for a log that is no recording of a boot. */
  readonly td: TdKind;
  readonly time: number;
  readonly findings: readonly Finding[];
  /** What was found more often than `findings` lists it. */
  readonly omitted: readonly OmittedFindings[];
  /** The finding that decided. */
  readonly cause?: Finding;
  /** Where and why it stopped; absent of a run that passed. */
  readonly diagnosis?: Diagnosis;
  readonly steps: readonly StepReport[];
  readonly captures: Readonly<Record<string, string>>;
  /** What the probe guest said of itself, such as `kernel.release`; empty of other guests. Text of a guest. */
  readonly facts: Readonly<Record<string, string>>;
  /** One row for each register of which the scenario asserts something. */
  readonly measurements: readonly Measurement[];
  readonly timeline: readonly { readonly time: number; readonly phase: Phase; readonly title: string }[];
  /** The KTAP and TAP reports of the guest, in the order in which they began. */
  readonly tests: readonly TestReport[];
  /** The last lines of the stream that spoke last; none of a run that passed. */
  readonly lastLines: readonly string[];
}

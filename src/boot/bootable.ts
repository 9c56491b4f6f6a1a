/** What the engine boots. src/prepare/ makes it of a scenario. */

import type { Booted, Digests } from '../judge/booted.ts';
import type { BootTime } from '../judge/events.ts';
import type { Collect, JudgeRules } from '../scenario/scenario.ts';
import type { Predictions } from '../tdx/register-prediction.ts';
import type { AgentSetup } from '../vmm/agent.ts';
import type { Driver } from '../vmm/machine.ts';
import type { LaunchPlan } from '../vmm/plan.ts';
import type { HostError } from '../words/errors.ts';

/** What the engine needs of a run that can be started. */
export interface Bootable {
  readonly rules: JudgeRules;
  /** Bytes that all guest streams together may print before the run is stopped. */
  readonly outputLimit: number;
  /** Files that the guest is asked for when the run is decided. */
  readonly collect?: Collect | undefined;
  /** What the agent in the guest does before it is ready. */
  readonly setup?: AgentSetup | undefined;
  readonly backend: Driver;
  readonly plan: LaunchPlan;
  /** What the registers of the Trust Domain have to hold, for the comparison. */
  readonly predictions?: Predictions | undefined;
  /** What is booted, for the result. */
  readonly booted?: Booted | undefined;
  /** Reads the files that are booted, while the guest runs. What was not read when `signal` aborts is null. */
  digest?(signal: AbortSignal): Promise<Digests>;
  /** Why the guest may not print one byte, for the diagnosis. */
  readonly silenceExpected?: string | undefined;
  /** How long a guest of its size may take, for the diagnosis. */
  readonly bootTime?: BootTime | undefined;
  /** What the run holds of its host. The VMM inherits `fds`. Given back when the VMM's process is gone. */
  readonly slot?: { readonly fds: readonly number[]; release(): void };
  /** A private directory for what this run makes; the caller removes it. */
  readonly workDir: string;
}

/** A run that cannot be started: its verdict is `errored` for this reason. */
export interface Refused {
  readonly rules: JudgeRules;
  readonly refused: HostError;
}

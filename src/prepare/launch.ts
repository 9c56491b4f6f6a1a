/** The last steps before a machine is started: its turn on the host, its program and its files. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lock } from '../process/lock.ts';
import type { JudgeRules, Scenario } from '../scenario/scenario.ts';
import type { Predictions } from '../tdx/register-prediction.ts';
import { backendFor } from '../vmm/backends.ts';
import { copyFiles } from '../vmm/copies.ts';
import type { Backend, LaunchPlan } from '../vmm/plan.ts';
import { findProgram, requireSuitable } from '../vmm/program.ts';
import { HostError } from '../words/errors.ts';
import type { Ready } from './ready.ts';
import { admitTrustDomain } from './slot.ts';
import { launchSpec, makeProbe, requireGuest } from './spec.ts';

/** A run that can be started. */
export interface Prepared {
  readonly rules: JudgeRules;
  readonly outputLimit: number;
  readonly backend: Backend;
  readonly plan: LaunchPlan;
  readonly predictions: Predictions | undefined;
  readonly silenceExpected: string | undefined;
  readonly slot: Lock | undefined;
}

/** A run that cannot be started. */
export interface Refusal {
  readonly rules: JudgeRules;
  readonly refused: HostError;
}

export interface LaunchOptions {
  readonly workDir: string;
  readonly signal: AbortSignal;
  /** Says what the run waits for. */
  notice(text: string): void;
}

/**
 * Waits for a slot and makes the files of the run.
 * @throws UsageError code `no-guest`
 */
export async function prepareLaunch(ready: Ready, options: LaunchOptions): Promise<Prepared | Refusal> {
  const { scenario, refused, silenceExpected, predictions } = ready;
  const { rules, outputLimit, platform } = scenario;
  if (refused !== undefined) return { rules, refused };
  let slot: Lock | undefined;
  try {
    if (platform === 'tdx') slot = await takeSlot(scenario, options);
    const { backend, plan } = await planLaunch(ready, options);
    return { rules, outputLimit, backend, plan, predictions, silenceExpected, slot };
  } catch (error) {
    slot?.release();
    const { signal } = options;
    if (signal.aborted) return { rules, refused: new HostError('cancelled', String(signal.reason)) };
    if (error instanceof HostError) return { rules, refused: error };
    throw error;
  }
}

async function takeSlot(scenario: Scenario, { signal, notice }: LaunchOptions): Promise<Lock> {
  const wait = admitTrustDomain(requireGuest(scenario), signal);
  for (;;) {
    const next = await wait.next();
    if (next.done === true) return next.value;
    if (next.value.type === 'notice') notice(next.value.message);
  }
}

async function planLaunch(
  { scenario, program: given }: Ready,
  { workDir, signal }: LaunchOptions,
): Promise<{ backend: Backend; plan: LaunchPlan }> {
  const backend = backendFor(scenario);
  const spec = launchSpec(scenario, await probeFor(scenario, workDir));
  const program = given ?? (await findProgram(backend, spec));
  requireSuitable(backend, spec, program);
  const plan = backend.plan(spec, { fifosIn: workDir }, program);
  await copyFiles(plan.copies, signal);
  return { backend, plan };
}

/** Makes the probe guest's initrd in `workDir` when the scenario boots it; returns its path. */
async function probeFor({ guest }: Scenario, workDir: string): Promise<string | undefined> {
  if (guest?.initrd !== 'probe' || guest.kernel === undefined) return undefined;
  const path = join(workDir, 'probe.cpio');
  writeFileSync(path, await makeProbe(guest));
  return path;
}

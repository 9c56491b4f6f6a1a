/** What it means that the machine has ended, when nothing has failed before. */

import type { CommandJudge } from './commands.ts';
import type { MachineEvent, Measurement } from './events.ts';
import type { Findings } from './findings.ts';
import type { MachineView } from './machine-view.ts';
import { findingOf } from './measurements.ts';
import type { StepProgress } from './steps.ts';

interface Known {
  readonly findings: Findings;
  readonly machine: MachineView;
  readonly progress: StepProgress;
  readonly commands: CommandJudge;
}

export class Ending {
  readonly #known: Known;

  constructor(known: Known) {
    this.#known = known;
  }

  /**
   * The VMM's process has ended. A VMM says of every guest that it has ended: where it has not, the VMM ended by itself,
   * also with exit code 0, as with an argument that prints a list. A VMM that fails after the guest has powered off has
   * crashed, and what the VMM still had to print is lost: a wrapper such as a shell makes exit code 139 of a signal. tdx-boot
   * itself kills a VMM only after a reset.
   * @param said the last line of its standard error
   */
  exit({ code, signal }: Extract<MachineEvent, { type: 'exit' }>, said: string | undefined): void {
    const { findings, machine } = this.#known;
    const well = signal === null && (code === 0 || machine.givesExitCode);
    if (machine.end !== undefined && (well || machine.end.state !== 'shutdown')) return;
    const silent = code === 0 ? ', and has not said that the guest ended' : '';
    const after = machine.end === undefined ? '' : ', after the guest had powered off';
    const how = signal === null ? `exit code ${code}${silent}${after}` : `signal ${signal}${after}`;
    findings.decide('vmm', `the VMM ended with ${how}${said === undefined ? '' : `: ${said}`}`, 'errored');
  }

  /** The run is over and nothing has failed so far: is that how the scenario wanted it to end? */
  explain(measurements: readonly Measurement[], lacksEvidence: boolean): void {
    const { findings, machine, progress, commands } = this.#known;
    const { state, detail } = machine.end ?? {};
    const [open] = progress.open();
    const how = state === 'shutdown' ? 'the guest powered off' : 'the VMM ended';
    const during = progress.stillExpected;
    if (state === 'panicked') {
      findings.decide('panicked', `the guest reported a panic: ${detail}${during}`, 'failed');
    } else if (state === 'crashed') {
      findings.decide('crashed', `the Trust Domain was ended: ${detail}${during}`, 'failed');
    } else if (state === 'reset') {
      findings.decide('reset', `the guest reset itself${during}`, 'failed');
    } else if (progress.running !== undefined) {
      commands.cut(how);
    } else if (open !== undefined) {
      findings.decide('exit', `${how} before step ${open.number} saw ${open.expect.pattern.shown}`, 'failed');
    } else if (lacksEvidence) {
      findings.decide('not-a-td', NOT_A_TD, 'failed');
    } else {
      for (const facts of measurements.flatMap((row) => findingOf(row) ?? [])) findings.report(facts);
    }
  }
}

const NOT_A_TD = 'the guest showed no sign of being a Trust Domain';

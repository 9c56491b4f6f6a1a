/** What is known of the machine, beside what its guest prints. */

import type { Predictions } from '../tdx/register-prediction.ts';
import type { MachineEvent, VmEnd } from './events.ts';
import type { Findings } from './findings.ts';

/** Events of the machine that are no output and do not end the run. */
type Fact = Extract<MachineEvent, { type: 'launch' | 'vm' | 'cpu' | 'held' }>;

export class MachineFacts {
  /** How the VMM says that the guest ended. */
  end: { readonly state: VmEnd; readonly time: number; readonly detail: string } | undefined;
  /** Devices that a driver in the guest has set up. */
  readonly driven: string[] = [];
  /** CPUs that the VMM wanted in the last silence that was measured. */
  busy: number | undefined;
  /** How long the guest had to wait for tdx-boot, in milliseconds. */
  heldMs = 0;
  silenceExpected: string | undefined;
  predictions: Predictions | undefined;

  take(event: Fact, findings: Findings): void {
    switch (event.type) {
      case 'launch':
        findings.atLeast('vmm');
        this.silenceExpected = event.silenceExpected;
        this.predictions = event.predictions;
        break;
      case 'cpu':
        this.busy = event.busy;
        break;
      case 'held':
        this.heldMs += event.ms;
        break;
      case 'vm':
        this.#takeState(event, findings);
    }
  }

  #takeState({ state, detail, time }: Extract<Fact, { type: 'vm' }>, findings: Findings): void {
    if (state === 'driven') {
      if (this.driven.length === 0) findings.reach('firmware', `the guest drives ${detail}`);
      this.driven.push(detail);
      return;
    }
    // What follows a panic, such as a reset, is no other end.
    if (this.end?.state !== 'panicked') this.end = { state, detail, time };
    if (state === 'broken') findings.decide('vmm', `the VMM stopped the guest: ${detail}`, 'errored');
  }
}

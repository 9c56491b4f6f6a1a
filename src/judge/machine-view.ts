/** What is known of the machine, beside what its guest prints. */

import type { JudgeRules } from '../scenario/scenario.ts';
import type { Predictions } from '../tdx/register-prediction.ts';
import { isTrustDomain, type Platform, type TdKind } from '../words/words.ts';
import { type BootTime, type MachineEvent, VM_ENDS, type VmEnd } from './events.ts';
import type { Findings } from './findings.ts';

/** Events of the machine that are no output and do not end the run. */
type Sign = Extract<MachineEvent, { type: 'launch' | 'vm' | 'cpu' | 'held' }>;

/** Holds within so many milliseconds are kept as one: a guest that floods its console is held many times a second. */
const ONE_HOLD_MS = 1000;

export class MachineView {
  /** How the VMM says that the guest ended. */
  end: { readonly state: VmEnd; readonly time: number; readonly detail: string } | undefined;
  /** Devices that a driver in the guest has set up. */
  readonly driven: string[] = [];
  /** CPUs that the VMM wanted in the last silence that was measured. */
  busy: number | undefined;
  /** The platform that the machine was started for; undefined for a log that is no recording of a boot. */
  platform: Platform | undefined;
  silenceExpected: string | undefined;
  bootTime: BootTime | undefined;
  predictions: Predictions | undefined;
  /** The guest chooses the VMM's exit code, by QEMU's isa-debug-exit (hw/misc/debugexit.c): the code is never 0 then. */
  givesExitCode = false;

  /** When the guest had to wait for its host: the end of each hold and its length; holds that are close are one. */
  readonly #holds: { readonly begun: number; end: number; ms: number }[] = [];
  readonly #asked: JudgeRules['platform'];

  /** @param asked the platform that the scenario asks for */
  constructor(asked: JudgeRules['platform']) {
    this.#asked = asked;
  }

  take(event: Sign, findings: Findings): void {
    switch (event.type) {
      case 'launch':
        findings.atLeast('vmm');
        this.platform = event.platform;
        this.#refuseOtherPlatform(findings);
        this.silenceExpected = event.silenceExpected;
        this.bootTime = event.bootTime;
        this.predictions = event.predictions;
        this.givesExitCode = event.argv.some((word) => word.startsWith('isa-debug-exit'));
        break;
      case 'cpu':
        this.busy = event.busy;
        break;
      case 'held':
        this.#hold(event);
        break;
      case 'vm':
        this.#takeState(event, findings);
    }
  }

  /** How long the guest has had to wait for its host since `time`, both in milliseconds. */
  heldSince(time: number): number {
    const holds = this.#holds.filter(({ end }) => end > time);
    return holds.reduce((sum, { end, ms }) => sum + Math.min(ms, end - time), 0);
  }

  /** @param seen a line showed that the guest is a Trust Domain */
  tdKind(seen: boolean): TdKind {
    if (!seen) return 'none';
    if (this.platform === 'tdx') return 'real';
    return this.platform === 'tdx-emulated' ? 'emulated' : 'none';
  }

  #hold({ time, ms }: Extract<Sign, { type: 'held' }>): void {
    const last = this.#holds.at(-1);
    if (last === undefined || time - last.begun > ONE_HOLD_MS)
      this.#holds.push({ begun: time - ms, end: time, ms });
    else {
      last.end = time;
      last.ms += ms;
    }
  }

  /**
   * A guest can print what a Trust Domain prints, and the console of an emulated one is that of a real one: a recording of another
   * platform never passes as that of a Trust Domain, except that a real one may stand for an emulated one.
   */
  #refuseOtherPlatform(findings: Findings): void {
    const [platform, asked] = [this.platform, this.#asked];
    if (platform === undefined || platform === 'tdx' || platform === asked || !isTrustDomain(asked)) return;
    const title = `the scenario asks for platform ${asked}, and the recording is of platform ${platform}`;
    const hint = `Judge it with "platform: ${platform}", or boot the scenario on platform ${asked}.`;
    findings.decide('not-a-td', title, 'errored', hint);
  }

  #takeState({ state, detail, time }: Extract<Sign, { type: 'vm' }>, findings: Findings): void {
    if (state === 'driven') {
      if (this.driven.length === 0) findings.reach('firmware', `the guest drives ${detail}`);
      this.driven.push(detail);
      return;
    }
    // What follows a worse end is no other end: a panic is followed by a reset, and a guest that was reset may power off.
    if (this.end === undefined || VM_ENDS.indexOf(state) > VM_ENDS.indexOf(this.end.state)) {
      this.end = { state, detail, time };
    }
    if (state === 'broken') findings.decide('vmm', detail, 'errored');
  }
}

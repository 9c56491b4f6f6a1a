/** Judges the commands of `run:` steps: when the agent may start one, and what its end means. */

import { formatDuration } from './diagnosis/hints.ts';
import type { FindingKind, MachineEvent } from './events.ts';
import type { Findings } from './findings.ts';
import { type Running, type StepProgress, shortly } from './steps.ts';

type AgentEvent = Extract<MachineEvent, { type: 'agent' }>;
type CommandEvent = Extract<MachineEvent, { type: 'command' }>;

export class CommandJudge {
  readonly #progress: StepProgress;
  readonly #findings: Findings;
  #ready = false;

  constructor(progress: StepProgress, findings: Findings) {
    this.#progress = progress;
    this.#findings = findings;
  }

  /** The agent has answered, or talks nonsense. */
  take({ state, detail }: AgentEvent): void {
    if (state === 'ready') {
      if (!this.#ready) this.#findings.reach('userspace', 'the agent is ready', 'agent');
      this.#ready = true;
    } else
      this.#findings.decide(
        'agent-broken',
        `the agent in the guest: ${detail}`,
        'failed',
        HINTS['agent-broken'],
      );
  }

  /** Has the current command started, if it can be. */
  start(): void {
    const { running } = this.#progress;
    if (running === undefined || running.started || !this.#ready) return;
    this.#progress.start();
    const { stream, command } = running.step;
    this.#findings.emit({ type: 'run', time: this.#findings.now, stream, command });
  }

  /** @returns whether the step is met. A command in the background of an earlier step has no end of its own. */
  end(event: CommandEvent): boolean {
    const { running } = this.#progress;
    if (running === undefined || running.step.stream !== event.stream) return false;
    const failure = failureOf(event, running);
    if (failure !== undefined) {
      this.#report(running, ...failure);
      return false;
    }
    const missing = this.#progress.open()[0];
    if (missing !== undefined) {
      const title = `${missing.expect.pattern.shown} is not in the output of ${shortly(running.step.shown)}`;
      this.#report(running, 'missing', title);
      return false;
    }
    const { now } = this.#findings;
    this.#findings.emit({
      type: 'step',
      time: now,
      step: this.#progress.ran(running, now, `exit code ${event.value}`),
    });
    return true;
  }

  /** The deadline of the current command has passed. */
  miss(running: Running): void {
    const waited = formatDuration(this.#findings.now - running.since);
    if (!running.started) this.#report(running, 'agent-silent', `no agent answered within ${waited}`);
    else this.#report(running, 'command-late', `${shortly(running.step.shown)} did not end within ${waited}`);
  }

  /** The output limit was reached, by what the command prints. */
  flood(message: string): void {
    const { running } = this.#progress;
    if (running !== undefined)
      this.#report(running, 'command-flood', `${shortly(running.step.shown)}: ${message}`);
  }

  /** The guest is gone: that is what became of a command that it ran. */
  cut(how: string): void {
    const { running } = this.#progress;
    if (running === undefined) return;
    if (running.started)
      this.#report(running, 'command-cut', `${how} while it ran ${shortly(running.step.shown)}`);
    else this.#report(running, 'agent-silent', `${how} before an agent answered`);
  }

  #report({ number, step: { where } }: Running, kind: FindingKind, title: string): void {
    const hint = HINTS[kind] ?? '';
    this.#findings.report({ kind, title: `step ${number}: ${title}`, hint, outcome: 'failed', where });
  }
}

/** Why the end of a command does not meet its step. */
function failureOf({ how, value }: CommandEvent, { step }: Running): [FindingKind, string] | undefined {
  const name = shortly(step.shown);
  const [program = ''] = step.command.argv;
  switch (how) {
    case 'exit':
      if (step.exit.includes(Number(value))) return undefined;
      // sh(1p): 127 when a command is not found.
      if (value === '127') return ['command-not-found', `a command of ${name} was not found (exit code 127)`];
      return ['command-exit', `${name} ended with exit code ${value}, not ${step.exit.join(' or ')}`];
    case 'signal':
      return ['command-signal', `${name} was killed by ${value}`];
    case 'no-directory':
      return [
        'command-not-started',
        `${name} was not started: no working directory ${step.command.directory ?? '/'} (${value})`,
      ];
    case 'not-started':
      if (value === 'ENOENT')
        return [
          'command-not-found',
          `${name} was not found: the guest has no ${program}, or not its interpreter`,
        ];
      return ['command-not-started', `${name} was not started: ${program}: ${value}`];
  }
}

const HINTS: Partial<Record<FindingKind, string>> = {
  'command-exit': 'The output of the command is in the recording. Other good exit codes: "exit: [0, 4]".',
  'command-signal':
    'SIGSEGV and the like are faults of the program. SIGKILL may be the OOM killer: give the guest more memory.',
  'command-not-found':
    'A text is run by /bin/sh of the guest, a list without a shell. Put the program into the guest with guest.files or guest.root.',
  'command-not-started': 'Check the mode of the program, its interpreter line and "working-directory".',
  'command-late':
    'Give the step more time with "within", or find out what it waits for: its output is in the recording.',
  'command-flood': 'Raise output-limit if so much output is normal, or let the command print less.',
  'command-cut':
    'The console shows what the guest did last. A panic may be on a console that is no stream: add console=ttyS0.',
  'agent-silent':
    'The agent (guest/agent) has to be started in the guest: the probe guest does so, a disk image with guest/tdx-boot-agent.service. It needs virtio_console. See docs/run.md.',
  'agent-broken': 'Use the agent of this tdx-boot (guest/agent), and let nothing else open its port.',
  missing: 'The output of the command is in the recording.',
};

/** Judges the commands of `run:` steps: when the agent may start one, and what its end means. */

import type { LineView } from '../console/scanner.ts';
import { sha384 } from '../tdx/registers.ts';
import { isRunStream, type StreamName } from '../words/words.ts';
import { ConsoleCommand, obstacleToTyping, typed } from './console-command.ts';
import { formatDuration } from './diagnosis/hints.ts';
import type { FindingKind, MachineEvent } from './events.ts';
import type { Findings } from './findings.ts';
import { type Running, type StepProgress, shortly } from './steps.ts';
import type { StreamWatch } from './watch.ts';

type AgentEvent = Extract<MachineEvent, { type: 'agent' }>;
type CommandEvent = Extract<MachineEvent, { type: 'command' }>;

/** How long an agent is waited for when the guest shows a prompt, in milliseconds. */
const AGENT_WAIT_MS = 3000;

/** Failures of a command while the guest goes on. */
const SAID_BY_COMMAND: readonly FindingKind[] = [
  'command-exit',
  'command-flood',
  'command-late',
  'command-not-found',
  'command-not-started',
  'command-signal',
  'missing',
];

export class CommandJudge {
  readonly #progress: StepProgress;
  readonly #findings: Findings;
  readonly #watch: (stream: StreamName) => StreamWatch;
  #ready = false;
  /** The console over which commands go, because no agent answered. */
  #console: 'console' | 'serial' | undefined;
  #typed: ConsoleCommand | undefined;
  /** Of this boot: a log of another boot that the command prints, or a guess, is not taken for the end of the command. */
  #mark = '';

  constructor(progress: StepProgress, findings: Findings, watch: (stream: StreamName) => StreamWatch) {
    this.#progress = progress;
    this.#findings = findings;
    this.#watch = watch;
  }

  /**
   * Whose last lines say most of the failure: the command's output. Where the command printed nothing, the lines of the stream
   * `last` may say why, but not those of another command.
   * @param cause what decided
   */
  lastWordsOn(cause: FindingKind | undefined, last: StreamName | undefined): StreamName | undefined {
    const stream = this.#progress.running?.step.stream;
    if (stream === undefined || cause === undefined || !SAID_BY_COMMAND.includes(cause)) return last;
    const printed = this.#watch(stream).lastOutput !== undefined;
    return printed || last === undefined || isRunStream(last) ? stream : last;
  }

  /** The machine was started. Its command has the random name of the run's directory, which the guest does not know. */
  launched({ argv, pid }: Extract<MachineEvent, { type: 'launch' }>): void {
    this.#mark = `-${sha384(Buffer.from(JSON.stringify([argv, pid]))).slice(0, 12)}`;
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
    if (running === undefined || running.started !== undefined) return;
    if (!this.#ready) {
      if (this.#console !== undefined) this.#type(running, this.#console);
      return;
    }
    this.#progress.start(this.#findings.now);
    const { stream, command } = running.step;
    this.#findings.emit({ type: 'run', time: this.#findings.now, stream, command });
  }

  /**
   * When the current command is typed at the prompt that the guest shows, because no agent has answered by then: in
   * milliseconds, undefined where no shell's prompt is shown. There, only an agent can run a command.
   */
  get fallBackDue(): number | undefined {
    const { running, metOn } = this.#progress;
    if (running === undefined || running.started !== undefined) return undefined;
    if (this.#ready || this.#console !== undefined) return undefined;
    if (metOn !== 'console' && metOn !== 'serial') return undefined;
    const watch = this.#watch(metOn);
    if (!mayBeShellPrompt(watch.tail()?.text ?? '')) return undefined;
    return Math.max(running.since, watch.lastOutput ?? 0) + AGENT_WAIT_MS;
  }

  /** Types the current command at the prompt, and all that follow. */
  fallBack(): void {
    const { running, metOn } = this.#progress;
    if (running === undefined || (metOn !== 'console' && metOn !== 'serial')) return;
    this.#console = metOn;
    const message = `no agent answered in the guest: commands are typed at the prompt on ${metOn}, where kernel messages may get between their output`;
    this.#findings.notice(message);
    this.#type(running, metOn);
  }

  /**
   * A finished line of a stream.
   * @returns the event that the line amounts to, for a command that was typed there
   */
  takeLine(stream: StreamName, line: Pick<LineView, 'text'>): MachineEvent | undefined {
    if (this.#typed === undefined || stream !== this.#console) return undefined;
    const { running } = this.#progress;
    if (running === undefined) return undefined;
    const { text } = line;
    const taken = this.#typed.take(text);
    const { now: time } = this.#findings;
    if (taken === false) return undefined;
    const { stream: own } = running.step;
    if (taken === true) return { type: 'output', time, stream: own, bytes: Buffer.from(`${text}\n`) };
    this.#typed = undefined;
    this.#watch(stream).readEveryLine('command', false);
    return { type: 'command', time, stream: own, ...taken };
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

  /** A deadline of the current command has passed: the one of its step, or what `deadline` names. */
  miss(
    running: Running,
    deadline = `within ${formatDuration(this.#findings.now - (running.started ?? running.since))}`,
  ): void {
    const name = shortly(running.step.shown);
    if (running.started === undefined) this.#report(running, 'agent-silent', `no agent answered ${deadline}`);
    else if (this.#typed?.begun === false)
      this.#report(
        running,
        'agent-silent',
        `no agent answered, and no shell on ${this.#console} took ${name}, which was typed there, ${deadline}`,
      );
    else this.#report(running, 'command-late', `${name} did not end ${deadline}`);
  }

  /** The output limit was reached. @param stream that printed last: a command's, maybe of an earlier step that left a process running */
  flood(stream: StreamName, message: string): void {
    const { running } = this.#progress;
    if (!isRunStream(stream) || running === undefined) return;
    const whose =
      running.step.stream === stream
        ? shortly(running.step.shown)
        : `a process that an earlier step left running (${stream})`;
    this.#report(running, 'command-flood', `${whose}: ${message}`);
  }

  /** The guest is gone: that is what became of a command that it ran. */
  cut(how: string): void {
    const { running } = this.#progress;
    if (running === undefined) return;
    if (running.started !== undefined)
      this.#report(running, 'command-cut', `${how} while it ran ${shortly(running.step.shown)}`);
    else this.#report(running, 'agent-silent', `${how} before an agent answered`);
  }

  #type(running: Running, stream: 'console' | 'serial'): void {
    const { step } = running;
    this.#progress.start(this.#findings.now);
    const obstacle = obstacleToTyping(step.command);
    if (obstacle !== undefined) {
      this.#report(
        running,
        'agent-silent',
        `no agent answered, and ${shortly(step.shown)} cannot be typed: ${obstacle}`,
      );
      return;
    }
    const name = `${step.stream}${this.#mark}`;
    this.#typed = new ConsoleCommand(name);
    this.#watch(stream).readEveryLine('command', true);
    this.#findings.emit({ type: 'send', time: this.#findings.now, stream, text: typed(name, step.command) });
  }

  #report({ number, step: { where } }: Running, kind: FindingKind, title: string): void {
    const hint = HINTS[kind] ?? '';
    this.#findings.report({ kind, title: `step ${number}: ${title}`, hint, outcome: 'failed', where });
  }
}

/** An unfinished line that ends with a colon asks for something else than a command: `login: `, `Password: `. */
function mayBeShellPrompt(text: string): boolean {
  const prompt = text.trim();
  return prompt !== '' && !prompt.endsWith(':');
}

/** Why the end of a command does not meet its step. */
function failureOf({ how, value }: CommandEvent, { step }: Running): [FindingKind, string] | undefined {
  const name = shortly(step.shown);
  const [program = ''] = step.command.argv;
  switch (how) {
    case 'exit':
      if (step.exit.map(String).includes(value)) return undefined;
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
    'A text is run by /bin/sh of the guest, a list without a shell. Put the program into the guest with guest.files or guest.root. A script whose lines end with CRLF names an interpreter that no guest has: "/bin/sh\\r".',
  'command-not-started': 'Check the mode of the program, its interpreter line and "working-directory".',
  'command-late':
    'Give the step more time with "within", or find out what it waits for: its output is in the recording.',
  'command-flood': 'Raise output-limit if so much output is normal, or let the command print less.',
  'command-cut':
    'The console shows what the guest did last. A panic may be on a console that is no stream: add console=ttyS0.',
  'agent-silent':
    'The kernel of the guest needs virtio_console (under Cloud Hypervisor vmw_vsock_virtio_transport), built in or as a module from lib/modules/RELEASE beside the kernel or from guest.modules. The probe guest then starts the agent; another guest has to start it, a disk image with guest/tdx-boot-agent.service. Without an agent, let steps log in (send) until a shell shows its prompt. See docs/run.md.',
  'agent-broken':
    'ENODEV of a share: the kernel of the guest has no 9p (CONFIG_NET_9P_VIRTIO, CONFIG_9P_FS; for a share at / CONFIG_OVERLAY_FS, too). ENOSPC, EROFS: the guest has no room for a file. Anything else: use the agent of this tdx-boot (guest/agent), and let nothing else open its port.',
  missing: 'The output of the command is in the recording.',
};

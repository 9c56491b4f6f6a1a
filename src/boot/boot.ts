/** The one engine: boots a scenario and yields everything that happens, ending in a verdict and with no VM left. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BootEvent, MachineEvent } from '../judge/events.ts';
import { Judge } from '../judge/judge.ts';
import { EventQueue } from '../prepare/queue.ts';
import { admitTrustDomain } from '../prepare/slot.ts';
import { launchSpec, makeProbe, requireGuest } from '../prepare/spec.ts';
import type { Lock } from '../process/lock.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Predictions } from '../tdx/register-prediction.ts';
import { backendFor } from '../vmm/backends.ts';
import { copyFiles } from '../vmm/copies.ts';
import { Machine } from '../vmm/machine.ts';
import type { Backend, LaunchPlan, Program } from '../vmm/plan.ts';
import { findProgram, requireSuitable } from '../vmm/program.ts';
import { HostError } from '../words/errors.ts';

export interface BootOptions {
  /** A private directory for what this run makes; the caller removes it. */
  readonly workDir: string;
  /** Aborting stops the machine; the verdict is then `errored`. Its reason becomes the message. */
  readonly signal?: AbortSignal;
  /** What the compatibility table says of this combination, for the diagnosis. */
  readonly silenceExpected?: string;
  /** What the registers of the TD have to hold, for the comparison. */
  readonly predictions?: Predictions;
  /** The VMM's program; absent: the one in PATH. */
  readonly program?: Program;
  /** Why nothing is started: the verdict is `errored` for this reason. */
  readonly refused?: HostError;
}

/** Above this many unread bytes the machine's streams are no longer read, and the VMM waits for us. */
const HIGH_WATER = 8 * 1024 * 1024;
const LOW_WATER = 1024 * 1024;
/** How often the VMM's demand for CPU is looked at while nothing happens, in milliseconds. */
const SAMPLE_MS = 1000;

/**
 * Boots and judges. The last event is the verdict, and it comes when the VMM's process is gone.
 * Leaving the loop early stops the machine too.
 * @throws HostError when the machine cannot be stopped; UsageError when the scenario has no guest
 */
export async function* boot(scenario: Scenario, options: BootOptions): AsyncGenerator<BootEvent, void> {
  const judge = new Judge(scenario.rules);
  let started = performance.now();
  const now = (): number => Math.round((performance.now() - started) * 1000) / 1000;
  const inbox = new Inbox(scenario.outputLimit, now);
  const run = new Run(inbox);
  const cancel = (): void => inbox.abort('cancelled', String(options.signal?.reason ?? 'cancelled'));
  options.signal?.addEventListener('abort', cancel);
  if (options.signal?.aborted === true) cancel();
  try {
    const launch = yield* prepare(scenario, options, run);
    // What is made ready for the guest, and a wait for its turn, take nothing from its time.
    if (launch !== undefined) started = performance.now();
    const launched = launch === undefined ? [] : await run.start(launch, options);
    let news: BootEvent[] = [
      ...launched,
      ...judge.start(),
      ...launched.flatMap((event) => judge.push(event)),
    ];
    for (;;) {
      for (const item of news) if (item.type === 'send') news.push(run.send(item, now()));
      if (judge.verdict !== undefined) await run.stop();
      yield* news;
      if (judge.verdict !== undefined) return;
      const due = judge.nextDeadline();
      const wait = due === undefined ? undefined : due - now();
      const event = (await inbox.next(Math.min(wait ?? SAMPLE_MS, SAMPLE_MS))) ?? run.sample(now());
      news = event === undefined ? judge.advance(now()) : [event, ...judge.push(event)];
    }
  } finally {
    options.signal?.removeEventListener('abort', cancel);
    await run.stop();
  }
}

/** Makes the probe guest's initrd in `workDir` when the scenario boots it; returns its path. */
async function probeFor({ guest }: Scenario, workDir: string): Promise<string | undefined> {
  if (guest?.initrd !== 'probe' || guest.kernel === undefined) return undefined;
  const path = join(workDir, 'probe.cpio');
  writeFileSync(path, await makeProbe(guest));
  return path;
}

interface Launch {
  readonly backend: Backend;
  readonly plan: LaunchPlan;
}

/** What is to be started; undefined, and the reason in the inbox, when this host cannot or the run was cancelled. */
async function* prepare(
  scenario: Scenario,
  { workDir, program: given, refused, signal }: BootOptions,
  run: Run,
): AsyncGenerator<BootEvent, Launch | undefined> {
  try {
    if (refused !== undefined) throw refused;
    if (scenario.platform === 'tdx') {
      run.slot = yield* admitTrustDomain(requireGuest(scenario), signal);
    }
    const backend = backendFor(scenario);
    const spec = launchSpec(scenario, await probeFor(scenario, workDir));
    const program = given ?? (await findProgram(backend, spec));
    requireSuitable(backend, spec, program);
    const plan = backend.plan(spec, { fifosIn: workDir }, program);
    await copyFiles(plan.copies, signal);
    return signal?.aborted === true ? undefined : { backend, plan };
  } catch (error) {
    // The inbox has been told of a cancel.
    if (signal?.aborted === true) return undefined;
    if (!(error instanceof HostError)) throw error;
    run.inbox.cannotStart(error);
    return undefined;
  }
}

/** The machine of one run, if it was started. */
class Run {
  readonly inbox: Inbox;
  /** The run's slot of its host. It is given back when the VMM is gone, and stays the VMM's when that lingers. */
  slot: Lock | undefined;
  #machine: Machine | undefined;
  /** The reading before, both in milliseconds. */
  #sampled: { readonly time: number; readonly cpu: number } | undefined;

  constructor(inbox: Inbox) {
    this.inbox = inbox;
  }

  /** Starts the machine; a host that cannot is a verdict, not an exception. */
  async start(
    { backend, plan }: Launch,
    {
      workDir,
      silenceExpected,
      predictions,
    }: Pick<BootOptions, 'workDir' | 'silenceExpected' | 'predictions'>,
  ): Promise<MachineEvent[]> {
    const { inbox } = this;
    try {
      const held = this.slot === undefined ? [] : [this.slot.fd];
      this.#machine = await Machine.start(
        backend,
        plan,
        {
          onOutput: (stream, bytes) => inbox.output(stream, bytes),
          onState: (state, detail) => inbox.push({ type: 'vm', time: inbox.now(), state, detail }),
          onExit: (code, signal) => inbox.push({ type: 'exit', time: inbox.now(), code, signal }),
        },
        { workDir, held },
      );
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      inbox.cannotStart(error);
      return [];
    }
    inbox.flow = this.#machine;
    const known = {
      ...(silenceExpected === undefined ? {} : { silenceExpected }),
      ...(predictions === undefined ? {} : { predictions }),
    };
    const { pid } = this.#machine;
    return [{ type: 'launch', time: 0, argv: [plan.command, ...plan.args], pid, ...known }];
  }

  send(what: { stream: 'console' | 'serial'; text: string }, time: number): MachineEvent {
    this.#machine?.write(what.stream, what.text);
    return { type: 'input', time, stream: what.stream, bytes: Buffer.from(what.text) };
  }

  /** Nothing has happened: is the VMM busy? Undefined too soon after the last reading, and for the first in a silence. */
  sample(time: number): MachineEvent | undefined {
    const before = this.#sampled;
    if (before !== undefined && time - before.time < SAMPLE_MS) return undefined;
    const cpu = this.#machine?.cpuDemand();
    if (cpu === undefined) return undefined;
    this.#sampled = { time, cpu };
    // An old reading is from before the silence; a smaller one lacks a thread that has ended.
    if (before === undefined || time - before.time > 2 * SAMPLE_MS || cpu < before.cpu) return undefined;
    return { type: 'cpu', time, busy: Math.round((100 * (cpu - before.cpu)) / (time - before.time)) / 100 };
  }

  async stop(): Promise<void> {
    const machine = this.#machine;
    this.#machine = undefined;
    await machine?.stop();
    this.slot?.release();
    this.slot = undefined;
  }
}

/** Events on their way to the judge: stamped with the time at which they were read, limited in memory and in total. */
class Inbox {
  readonly now: () => number;
  /** Can stop and restart the flow of bytes. */
  flow: { pause(): void; resume(): void } | undefined;
  readonly #queue = new EventQueue<MachineEvent>();
  readonly #limit: number;
  #total = 0;
  #unread = 0;
  #paused = false;

  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.now = now;
  }

  push(event: MachineEvent): void {
    this.#queue.push(event);
  }

  output(stream: Extract<MachineEvent, { type: 'output' }>['stream'], bytes: Uint8Array): void {
    this.#total += bytes.length;
    this.#unread += bytes.length;
    this.push({ type: 'output', time: this.now(), stream, bytes });
    if (this.#total > this.#limit && this.#total - bytes.length <= this.#limit) {
      const limit = `${this.#limit / (1024 * 1024)} MiB`;
      this.abort('output-limit', `the guest printed more than ${limit}, the scenario's output-limit`);
    }
    if (this.#unread > HIGH_WATER && !this.#paused) {
      this.#paused = true;
      this.flow?.pause();
    }
  }

  /** The machine could not be started. */
  cannotStart({ message, hint }: HostError): void {
    const advice = hint === undefined ? {} : { hint };
    this.push({ type: 'abort', time: this.now(), cause: 'not-started', message, ...advice });
  }

  abort(cause: 'output-limit' | 'cancelled', message: string): void {
    this.push({ type: 'abort', time: this.now(), cause, message });
  }

  async next(waitMs: number | undefined): Promise<MachineEvent | undefined> {
    const event = await this.#queue.next(waitMs);
    if (event?.type === 'output') this.#unread -= event.bytes.length;
    if (this.#paused && this.#unread < LOW_WATER) {
      this.#paused = false;
      this.flow?.resume();
    }
    return event;
  }
}

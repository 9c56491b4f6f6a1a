/**
 * The one engine: boots a prepared run and judges it, ending in a verdict and with no VM left. It owns its loop: deadlines,
 * a cancel and the end of the machine wait for nobody who reports or records.
 */

import type { Digests } from '../judge/booted.ts';
import type { BootEvent, MachineEvent, Verdict } from '../judge/events.ts';
import { spoil } from '../judge/spoil.ts';
import type { Refusal } from '../prepare/prepare.ts';
import { unlessAborted } from '../process/together.ts';
import { HostError } from '../words/errors.ts';
import { asked } from './ask.ts';
import { Audience } from './audience.ts';
import { Clock } from './clock.ts';
import { collectFiles } from './collect.ts';
import { decodedVerdict } from './decode.ts';
import { type Consumer, PATIENCE, type Patience } from './delivery.ts';
import type { Hand } from './hand.ts';
import { Inbox } from './inbox.ts';
import { type Bootable, LOOK_MS, Vm } from './vm.ts';

/** The usual {@link BootOptions.digestMs}. */
const DIGEST_MS = 30_000;

export interface BootOptions {
  /** Aborting stops the machine; the verdict is then `errored`. Its reason becomes the message. */
  readonly signal?: AbortSignal;
  /** Who is told what happens. */
  readonly consumers: readonly Consumer[];
  /** Who may type into the guest and keep it after the verdict. */
  readonly hand?: Hand;
  /** The kernel's vmlinux, from which traces get source lines. */
  readonly vmlinux?: string | undefined;
  /** How long a consumer is waited for. */
  readonly patience?: Patience;
  /** How long a decided run waits for the digests of what was booted, in milliseconds. What is not read by then has none. */
  readonly digestMs?: number;
}

export interface Outcome {
  readonly verdict: Verdict;
  /** Why consumers were given up. */
  readonly lost: readonly HostError[];
  /** Why the host could not start the VMM. */
  readonly refused?: HostError;
}

/** Boots, judges, and tells the consumers. Returns when the VMM's process is gone and all who can be told are. */
export async function boot(run: Bootable | Refusal, options: BootOptions): Promise<Outcome> {
  const { signal, consumers, hand, patience = PATIENCE, digestMs = DIGEST_MS } = options;
  const clock = new Clock();
  const inbox = new Inbox(clock, 'refused' in run ? 0 : run.outputLimit);
  const vm = new Vm(inbox, 'refused' in run ? undefined : run.slot, hand);
  const audience = new Audience(consumers, {
    patience,
    onHold: (hold) => vm.hold(hold),
    onEssentialLost: (error) => inbox.fail('not-recorded', error),
  });
  let refused: HostError | undefined;
  const refuse = (error: HostError): void => {
    refused = error;
    inbox.fail('not-started', error);
  };
  const cancel = (): void => {
    audience.hurry();
    inbox.abort('cancelled', String(signal?.reason ?? 'cancelled'));
  };
  signal?.addEventListener('abort', cancel);
  if (signal?.aborted === true) cancel();
  const over = new AbortController();
  const ended = signal === undefined ? over.signal : AbortSignal.any([signal, over.signal]);
  try {
    const parts = { ...options, clock, inbox, vm, audience, refuse, ended };
    const { judged, digests } = await judgeRun(run, parts);
    // Nothing that comes from now on is judged.
    inbox.close();
    await collect(run, judged, { vm, audience }, signal);
    await kept(vm, judged, { hand, signal });
    const told = await stopped(vm, await asked(vm, judged));
    if (digests !== undefined) {
      // The machine is gone and its slot is free: only this run waits.
      const limit = setTimeout(() => over.abort(), digestMs);
      audience.tell({ type: 'digesting', time: told.time });
      audience.tell({ type: 'digests', time: told.time, sha256: await digests });
      clearTimeout(limit);
    }
    const verdict = await audience.conclude(await decodedVerdict(told, options.vmlinux));
    const lost = await audience.close();
    return refused === undefined ? { verdict, lost } : { verdict, lost, refused };
  } finally {
    signal?.removeEventListener('abort', cancel);
    over.abort();
    await vm.stop();
    await audience.close();
    clock.stop();
  }
}

interface Parts extends Pick<BootOptions, 'signal'> {
  readonly clock: Clock;
  readonly inbox: Inbox;
  readonly vm: Vm;
  readonly audience: Audience;
  /** Aborts when the run is cancelled or {@link boot} returns. */
  readonly ended: AbortSignal;
  /** The host cannot start the machine. */
  readonly refuse: (error: HostError) => void;
}

interface Judged {
  readonly judged: Verdict;
  /** Absent where no machine was started. */
  readonly digests?: Promise<Digests> | undefined;
}

async function judgeRun(run: Bootable | Refusal, parts: Parts): Promise<Judged> {
  const { clock, inbox, vm, audience, ended } = parts;
  const launched = await launch(run, parts);
  const digests = 'refused' in run || launched.length === 0 ? undefined : run.digest?.(ended);
  // Loading the judge and compiling its catalog takes tens of milliseconds: the VMM is started first and needs longer.
  const { Judge } = await import('../judge/judge.ts');
  const judge = new Judge(run.rules);
  const tell = (news: readonly BootEvent[]): void => {
    for (const event of news) {
      if (event.type !== 'verdict') audience.tell(event);
      if (event.type === 'send') tell(vm.send(event));
      if (event.type === 'run') vm.run(event);
    }
  };
  const take = (events: readonly MachineEvent[]): void => {
    for (const event of events) if (judge.verdict === undefined) tell([event, ...judge.push(event)]);
  };
  tell([...launched, ...judge.start()]);
  for (const event of launched) tell(judge.push(event));
  while (judge.verdict === undefined) {
    const deadline = judge.nextDeadline() ?? Number.POSITIVE_INFINITY;
    inbox.deadline = deadline;
    const wait = deadline - clock.now();
    if (wait > 0) {
      const event = (await inbox.next(Math.min(wait, LOOK_MS))) ?? vm.sample();
      if (event !== undefined) take([event]);
      continue;
    }
    // What the guest printed in time may still wait to be read: it is judged before the deadline is.
    vm.countHold();
    let all = false;
    while (!all && judge.verdict === undefined) {
      all = await vm.drain();
      take(inbox.takeAll());
    }
    const now = clock.now();
    take([...vm.stopped(), ...(judge.isLate(now) ? vm.notRun() : [])]);
    if (judge.verdict !== undefined) break;
    inbox.judgedUntil(now);
    tell(judge.advance(now));
  }
  return { judged: judge.verdict, digests };
}

/** Fetches files from the guest when the run is decided, also after a failure: then the files are wanted most. */
async function collect(
  run: Bootable | Refusal,
  { time }: Verdict,
  { vm, audience }: Pick<Parts, 'vm' | 'audience'>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { machine } = vm;
  if ('refused' in run || run.collect === undefined || machine === undefined) return;
  await collectFiles(machine, run.collect, { tell: (event) => audience.tell(event), time, signal });
}

/** Starts the machine. A host that cannot is told to the judge. */
async function launch(
  run: Bootable | Refusal,
  { vm, clock, signal, refuse }: Parts,
): Promise<MachineEvent[]> {
  // The inbox has been told of a cancel.
  if (signal?.aborted === true) return [];
  try {
    if ('refused' in run) throw run.refused;
    const launched = await vm.start(run);
    // What was made ready for the guest, and a wait for its turn, take nothing from its time.
    clock.restart();
    return [launched];
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    refuse(error);
    return [];
  }
}

/** Waits while somebody wants the guest: until that ends, the guest is gone, or the run is cancelled. */
async function kept(
  vm: Vm,
  verdict: Verdict,
  { hand, signal }: { readonly hand: Hand | undefined; readonly signal: AbortSignal | undefined },
): Promise<void> {
  if (signal?.aborted === true || !vm.running) return;
  const wanted = hand?.keep(verdict);
  if (wanted !== undefined) await unlessAborted(signal, Promise.race([wanted, vm.gone()]), undefined);
}

/** Ends the machine. A machine that cannot be ended changes the verdict, because something is left on the host. */
async function stopped(vm: Vm, verdict: Verdict): Promise<Verdict> {
  try {
    await vm.stop();
    return verdict;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return spoil(verdict, { kind: 'vmm', title: error.message, hint: error.hint ?? '' });
  }
}

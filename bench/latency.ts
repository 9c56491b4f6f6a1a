/** How long after a prompt's last byte, written by another process, the judge has decided. */

import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { EventQueue } from '../src/boot/queue.ts';
import type { MachineEvent } from '../src/judge/events.ts';
import { Judge } from '../src/judge/judge.ts';
import { parseScenario } from '../src/scenario/load.ts';
import type { JudgeRules } from '../src/scenario/scenario.ts';
import { type Driver, Machine } from '../src/vmm/machine.ts';
import type { Channel, LaunchPlan } from '../src/vmm/plan.ts';
import type { StreamName } from '../src/words/words.ts';
import { type Benchmark, median, percentile } from './figure.ts';

const SAMPLES = 500;
const PROMPTER = fileURLToPath(new URL('prompter.ts', import.meta.url));

/** A VMM that is bench/prompter.ts: its console and its clock are sockets, as QEMU's streams are. */
const plan: LaunchPlan = {
  command: process.execPath.replace(/.*\//, ''),
  args: [PROMPTER],
  fds: new Map<number, Channel>([
    [3, 'console'],
    [4, 'debugcon'],
  ]),
  fifos: new Map(),
  stdout: 'vmm',
  copies: [],
};
const driver: Driver = {
  control: () => ({ push: () => undefined }),
  reboots: false,
  installHint: 'Put node into PATH.',
};

export const latency: Benchmark = {
  name: 'latency',
  async run(report) {
    const prompter = await Prompter.start();
    try {
      const samples: Sample[] = [];
      for (let sample = 0; sample < SAMPLES; sample++) samples.push(await prompter.sample('guest login: '));
      const at = (share: number): number => percentile(totals(samples), share);
      const note = `${SAMPLES} samples, worst ${at(1).toFixed(2)} ms`;
      report({
        name: 'prompt to decision, median',
        value: at(0.5),
        unit: 'ms',
        target: atMost(1),
        note,
      });
      report({ name: 'prompt to decision, 99 %', value: at(0.99), unit: 'ms', target: atMost(5) });
      const ours = samples.map(({ judging }) => judging);
      const half = `median ${median(ours).toFixed(3)} ms; the rest is the operating system's`;
      report({
        name: '  of which from `data` event, 99 %',
        value: percentile(ours, 0.99),
        unit: 'ms',
        note: half,
      });
      const ends: Sample[] = [];
      for (let sample = 0; sample < SAMPLES / 10; sample++) ends.push(await prompter.sample('/login:\\s*$/'));
      const pause = 'waits 50 ms for the line to end, by design';
      report({
        name: 'the same with a pattern that ends in $',
        value: median(totals(ends)),
        unit: 'ms',
        note: pause,
      });
    } finally {
      await prompter.stop();
    }
  },
};

function atMost(value: number): { is: 'at most'; value: number } {
  return { is: 'at most', value };
}

/** Milliseconds from the prompt, and from the event that brought it here, to the decision. */
interface Sample {
  readonly total: number;
  readonly judging: number;
}

function totals(samples: readonly Sample[]): number[] {
  return samples.map(({ total }) => total);
}

/** The process, read as src/boot/boot.ts reads a machine: `data` event, queue, judge. */
class Prompter {
  readonly #queue = new EventQueue<MachineEvent>();
  #machine: Machine | undefined;
  /** When the prompts were written, in the clock that all processes share. */
  readonly #written = new EventQueue<bigint>();
  #lastRead = 0n;

  static async start(): Promise<Prompter> {
    const prompter = new Prompter();
    prompter.#machine = await Machine.start(
      driver,
      plan,
      {
        onOutput: (stream, bytes) => {
          if (stream === 'debugcon') prompter.#written.push(BigInt(String(bytes).trim()));
          else prompter.#read(stream, bytes);
        },
        onState: () => undefined,
        onBehind: () => undefined,
        onExit: (code, signal) =>
          prompter.#queue.push({ type: 'exit', time: performance.now(), code, signal }),
      },
      { workDir: tmpdir() },
    );
    prompter.#machine.resume();
    return prompter;
  }

  async sample(expect: string): Promise<Sample> {
    const judge = new Judge(rulesFor(expect));
    judge.start();
    this.#machine?.write('console', Buffer.from('.'));
    while (judge.verdict === undefined) {
      const due = judge.nextDeadline();
      const event = await this.#queue.next((due ?? Number.POSITIVE_INFINITY) - performance.now());
      if (event === undefined) judge.advance(performance.now());
      else judge.push(event);
    }
    const decided = process.hrtime.bigint();
    if (judge.verdict.verdict !== 'passed') throw new Error(judge.verdict.reason);
    const written = await this.#written.next(Number.POSITIVE_INFINITY);
    const since = (then: bigint): number => Number(decided - then) / 1e6;
    return { total: since(written ?? decided), judging: since(this.#lastRead) };
  }

  #read(stream: StreamName, bytes: Uint8Array): void {
    this.#lastRead = process.hrtime.bigint();
    this.#queue.push({ type: 'output', time: performance.now(), stream, bytes });
  }

  async stop(): Promise<void> {
    await this.#machine?.stop();
  }
}

function rulesFor(expect: string): JudgeRules {
  const text = JSON.stringify({ version: 1, timeout: '60m', settle: '0s', steps: [{ expect }] });
  return parseScenario('latency', text, '/').scenario.rules;
}

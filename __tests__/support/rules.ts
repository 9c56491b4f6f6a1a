/** Tables of events and rules, short enough to read as a specification of the judge. */

import { parsePattern } from '../../src/console/pattern.ts';
import type {
  AbortCause,
  CommandEnd,
  JudgeEvent,
  MachineEvent,
  Verdict,
  VmState,
} from '../../src/judge/events.ts';
import { Judge } from '../../src/judge/judge.ts';
import type {
  AnyOrder,
  Expect,
  Forbid,
  JudgeRules,
  Run,
  Send,
  Step,
  Where,
} from '../../src/scenario/scenario.ts';
import type { StreamName } from '../../src/words/words.ts';

export const WHERE: Where = { file: 'scenario.yml', line: 1, column: 1 };

export function expects(text: string, more: Partial<Expect> = {}): Expect {
  return { kind: 'expect', pattern: parsePattern(text), capture: [], where: WHERE, ...more };
}

export function sends(text: string, stream?: Send['stream']): Send {
  return { kind: 'send', text, where: WHERE, ...(stream === undefined ? {} : { stream }) };
}

export function anyOrder(members: readonly Expect[], withinMs?: number): AnyOrder {
  const within = withinMs === undefined ? {} : { withinMs };
  return { kind: 'any-order', expects: members, where: WHERE, ...within };
}

/** A step of number `number` among those that run a command. */
export function runs(shown: string, more: Partial<Run> = {}, number = 1): Run {
  const command = { argv: shown.split(' '), env: {} };
  return { kind: 'run', stream: `run-${number}`, command, shown, exit: [0], where: WHERE, ...more };
}

export const agent = (time: number): MachineEvent => ({ type: 'agent', time, state: 'ready', detail: '1' });

/** How the command of `runs(…, number)` ended. */
export function ended(time: number, value: string, how: CommandEnd = 'exit', number = 1): MachineEvent {
  return { type: 'command', time, stream: `run-${number}`, how, value };
}

export function forbids(text: string, stream?: StreamName): Forbid {
  return { pattern: parsePattern(text), where: WHERE, ...(stream === undefined ? {} : { stream }) };
}

export function rules(steps: readonly (Step | string)[], more: Partial<JudgeRules> = {}): JudgeRules {
  return {
    steps: steps.map((step) => (typeof step === 'string' ? expects(step) : step)),
    forbid: [],
    allow: [],
    ktap: 'fail',
    failOn: 'error',
    timeoutMs: 300_000,
    stop: 'after-last-step',
    settleMs: 0,
    tdEvidence: 'optional',
    ...more,
  };
}

/** Bytes printed at a time. A string is UTF-8. */
export function out(time: number, text: string | Uint8Array, stream: StreamName = 'console'): MachineEvent {
  return { type: 'output', time, stream, bytes: typeof text === 'string' ? Buffer.from(text) : text };
}

/** The same text in chunks, all at one time. */
export function outs(time: number, ...chunks: readonly string[]): MachineEvent[] {
  return chunks.map((chunk) => out(time, chunk));
}

export function vm(time: number, state: VmState, detail = ''): MachineEvent {
  return { type: 'vm', time, state, detail };
}

export function exit(time: number, code: number | null = 0, signal: string | null = null): MachineEvent {
  return { type: 'exit', time, code, signal };
}

export function abort(time: number, cause: AbortCause, message: string, hint?: string): MachineEvent {
  return { type: 'abort', time, cause, message, ...(hint !== undefined && { hint }) };
}

export const endOfLog = (time: number): MachineEvent => ({ type: 'end-of-log', time });

export interface Judged {
  readonly verdict: Verdict;
  readonly events: readonly JudgeEvent[];
}

/** Judges a transcript; when it is over, time passes until there is a verdict. */
export function judge(scenario: JudgeRules, events: readonly MachineEvent[]): Judged {
  const machine = new Judge(scenario);
  const all = [...machine.start()];
  for (const event of events) all.push(...machine.push(event));
  all.push(...machine.advance(Number.POSITIVE_INFINITY));
  if (machine.verdict === undefined) throw new Error('time has passed and there is no verdict');
  return { verdict: machine.verdict, events: all };
}

/** `passed`, or the verdict and the reason. */
export function outcome(scenario: JudgeRules, events: readonly MachineEvent[]): string {
  const { verdict, reason } = judge(scenario, events).verdict;
  return verdict === 'passed' ? verdict : `${verdict}: ${reason}`;
}

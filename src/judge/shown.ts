/** What is shown of the guest: the facts of the probe, the measurements, and the event log that the probe prints in pieces. */

import type { Match } from '../console/pattern.ts';
import type { Assertion } from '../scenario/scenario.ts';
import { type EventLog, parseEventLog } from '../tdx/event-log.ts';
import { REGISTERS, type Register, RTMRS } from '../tdx/names.ts';
import { unlessDamaged } from '../tdx/reader.ts';
import { type Sha384, ZERO } from '../tdx/registers.ts';
import type { StreamName } from '../words/words.ts';
import { ProbeFacts } from './probe-facts.ts';

/**
 * A line of the probe (guest/probe.c), which is of its report only when nothing stands before it, or with the id `module` of
 * the log of an emulated TD.
 */
export interface Fact {
  readonly id: 'register' | 'log' | 'end' | 'module';
  readonly pattern: RegExp;
}

export const FACTS: readonly Fact[] = [
  { id: 'register', pattern: /^# cc\.measurement\.(?<register>mrtd|rtmr[0-3]): (?<value>.+)/ },
  { id: 'log', pattern: /^# cc\.ccel\.(?<offset>[0-9a-f]{6,}): (?<value>.+)/ },
  { id: 'end', pattern: /^(?:not )?ok \d+ confidential-computing/ },
  // td-monitor/tdg-mr.c
  {
    id: 'module',
    pattern:
      /^td-monitor: (?:mrtd|rtmr-extend index=(?<index>[0-3]) digest=[0-9a-f]{96}) value=(?<value>[0-9a-f]{96})/,
  },
];

/** More than a register has digits: what is longer is cut. */
const MOST_CHARACTERS = 200;
/** As much as the probe prints, in bytes. */
const MOST_LOG = 1024 * 1024;
/** As many as the TD monitor logs (td-monitor/tdg-mr.c). */
const MOST_EXTENSIONS = 10_000;
const LOG_LINE = /^(?:[0-9a-f]{2}){1,32}$/;

export class Shown {
  readonly probe = new ProbeFacts();
  /** The first two values of each register: they have to be the same. */
  readonly #values = new Map<Register, readonly string[]>();
  /** What the TDX module of an emulated TD has measured. */
  readonly #module = new Map<Register, Sha384>();
  /** Each value that its registers have had, in order. */
  readonly #held = new Map<Register, Sha384[]>();
  readonly #log: string[] = [];
  #whole = true;
  #logBytes = 0;
  #logStream: StreamName | undefined;
  #torn: string | undefined;
  /** The probe's report has gone on to what follows the event log. */
  #logEnded = false;

  take(fact: Fact, { groups }: Match, stream: StreamName): void {
    const { register, index, offset = '', value = '' } = groups;
    const known = REGISTERS.find((name) => name === register);
    if (fact.id === 'register' && known !== undefined) this.#takeValue(known, value);
    else if (fact.id === 'log') this.#takeLog(Number.parseInt(offset, 16), value, stream);
    else if (fact.id === 'end') this.#logEnded = true;
    else if (fact.id === 'module') this.#takeMeasured(RTMRS[Number(index)] ?? 'mrtd', value);
  }

  #takeMeasured(register: Register, value: Sha384): void {
    this.#module.set(register, value);
    const held = this.#held.get(register) ?? [];
    if (held.length < MOST_EXTENSIONS) held.push(value);
    this.#held.set(register, held);
  }

  /**
   * What the TDX module of an emulated TD says of a register, where the guest shows a value that the register never had: the guest
   * lies, or its line is not of this boot. Undefined: the module does not contradict, or has no log.
   */
  contradictionOf(register: Register, value: Sha384): Sha384 | undefined {
    if (!this.#held.has('mrtd')) return undefined;
    const held = this.#held.get(register) ?? [];
    const beginning = register === 'mrtd' ? [] : [ZERO];
    return held.includes(value) || beginning.includes(value) ? undefined : (held.at(-1) ?? ZERO);
  }

  /** The boot did not come to its end, so the RTMRs of the TDX module are not those of a whole boot. */
  stopShort(): void {
    const mrtd = this.#module.get('mrtd');
    this.#module.clear();
    if (mrtd !== undefined) this.#module.set('mrtd', mrtd);
    this.#whole = false;
  }

  /** What a step has captured under the name of a register is a value of it. */
  takeCaptures(captures: Readonly<Record<string, string>>): void {
    for (const register of REGISTERS) {
      const captured = captures[register];
      if (captured !== undefined) this.#takeValue(register, captured);
    }
  }

  /** Whether what is asserted may still be shown. */
  lacks(assertions: readonly Assertion[]): boolean {
    return assertions.some(
      ({ register, holds }) =>
        this.valuesOf(register).length === 0 || (holds === 'replay' && !this.#logEnded),
    );
  }

  #takeValue(register: Register, text: string): void {
    const value = text.trim().toLowerCase().slice(0, MOST_CHARACTERS);
    const before = this.#values.get(register) ?? [];
    if (before.length < 2 && !before.includes(value)) this.#values.set(register, [...before, value]);
  }

  /** Different values that were shown, none, one or two; where the guest shows none, that of the TDX module. */
  valuesOf(register: Register): readonly string[] {
    const shown = this.#values.get(register);
    if (shown !== undefined || !this.#module.has('mrtd')) return shown ?? [];
    const measured = this.#module.get(register) ?? (this.#whole ? ZERO : undefined);
    return measured === undefined ? [] : [measured];
  }

  /** The event log, or why there is none. */
  eventLog(): EventLog | string {
    if (this.#torn !== undefined) return `the event log is torn: ${this.#torn}`;
    if (this.#log.length === 0) {
      return 'the guest showed no event log: the probe prints it with tdx-boot.probe=ccel on the command line';
    }
    return unlessDamaged(
      () => parseEventLog(Buffer.from(this.#log.join(''), 'hex')),
      ({ message }) => message,
    );
  }

  /** A log that comes on two streams is read from the one on which it began. */
  #takeLog(offset: number, hex: string, stream: StreamName): void {
    this.#logStream ??= stream;
    if (stream !== this.#logStream || this.#torn !== undefined) return;
    if (offset !== this.#logBytes) {
      this.#torn = `byte ${offset} follows byte ${this.#logBytes}`;
    } else if (!LOG_LINE.test(hex)) {
      this.#torn = `the line of byte ${offset} is not made of hex digits`;
    } else if (offset + hex.length / 2 > MOST_LOG) {
      this.#torn = `it has more than ${MOST_LOG} bytes`;
    } else {
      this.#log.push(hex);
      this.#logBytes += hex.length / 2;
    }
  }
}

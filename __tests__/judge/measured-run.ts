/** A Trust Domain that booted as a real log says, and a run that asserts something of its registers. */

import type { MachineEvent, Verdict } from '../../src/judge/events.ts';
import type { Assertion } from '../../src/scenario/scenario.ts';
import { type EventLog, parseEventLog, replayLog } from '../../src/tdx/event-log.ts';
import type { Predictions } from '../../src/tdx/register-prediction.ts';
import { parseReport } from '../../src/tdx/report.ts';
import { type FakeTd, fakeReport, probeOutput } from '../support/fake-td.ts';
import { exit, judge, out, rules, vm, WHERE } from '../support/rules.ts';
import { CCEL, fixture } from '../tdx/fixtures.ts';

export const BYTES = fixture(CCEL.ovmf);
export const LOG = parseEventLog(BYTES);
/** A TD that booted as the log of the fixture says. */
export const TD: FakeTd = { registers: replayLog(LOG), ccel: BYTES };
export const OWN = parseReport(fakeReport(TD.registers));
export const OTHER = 'ab'.repeat(48);

/** As if each event of the log had been predicted. */
export function predicted(register: 'rtmr0' | 'rtmr1' | 'rtmr2', log: EventLog = LOG): Predictions {
  const events = log.events.flatMap(({ name, digest = '', register: of }) =>
    of === register ? [{ register, name, text: 'as logged', digest }] : [],
  );
  return {
    [register]: { values: [{ value: replayLog(log)[register], by: ['edk2'], events }], suspects: [] },
  };
}

export const MRTD: Predictions = {
  mrtd: {
    values: [{ value: OWN.mrtd, by: ['qemu interleaved'], events: [] }],
    suspects: [{ value: OTHER, text: 'of this image without section 1 (CFV)' }],
  },
};

export function launch(predictions?: Predictions): MachineEvent {
  return {
    type: 'launch',
    time: 0,
    argv: [],
    pid: 1,
    ...(predictions === undefined ? {} : { predictions }),
  };
}

export type Asserted = Partial<Record<Assertion['register'], Assertion['holds']>>;

export function asserting(asserted: Asserted): Assertion[] {
  return (Object.keys(asserted) as Assertion['register'][]).map((register) => ({
    register,
    holds: asserted[register] ?? 'expected',
    where: { ...WHERE, line: 7 },
  }));
}

/** A run of the probe guest that ends as it should. */
export function run(asserted: Asserted, text: string, predictions?: Predictions): Verdict {
  const scenario = rules(['# tdx-boot probe: done'], {
    platform: 'tdx',
    stop: 'on-exit',
    measurements: asserting(asserted),
  });
  return judge(scenario, [launch(predictions), out(1, text), vm(2, 'shutdown'), exit(3)]).verdict;
}

/** The verdict and what is said of each register. */
export function told({ verdict, reason, measurements }: Verdict): string[] {
  const rows = measurements.map(({ register, verdict: of, explanation = '' }) =>
    `${register} ${of} ${explanation}`.trim(),
  );
  return [verdict === 'passed' ? verdict : `${verdict}: ${reason}`, ...rows];
}

export const REPORTED = probeOutput(TD);

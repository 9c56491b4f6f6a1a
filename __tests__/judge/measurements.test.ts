/** What a scenario asserts of a TD's registers against what the guest shows: the probe's report, or captured lines. */

import { describe, expect, test } from '@jest/globals';
import type { MachineEvent, Verdict } from '../../src/judge/events.ts';
import { EVIDENCE_MS } from '../../src/judge/judge.ts';
import type { Assertion } from '../../src/scenario/scenario.ts';
import { type EventLog, parseEventLog, replayLog } from '../../src/tdx/event-log.ts';
import type { Predictions } from '../../src/tdx/register-prediction.ts';
import { parseReport } from '../../src/tdx/report.ts';
import { type FakeTd, fakeReport, probeOutput } from '../support/fake-td.ts';
import { endOfLog, exit, expects, judge, out, rules, vm, WHERE } from '../support/rules.ts';
import { CCEL, fixture } from '../tdx/fixtures.ts';

const BYTES = fixture(CCEL.ovmf);
const LOG = parseEventLog(BYTES);
/** A TD that booted as the log of the fixture says. */
const TD: FakeTd = { registers: replayLog(LOG), ccel: BYTES };
const OWN = parseReport(fakeReport(TD.registers));
const OTHER = 'ab'.repeat(48);

/** As if each event of the log had been predicted. */
function predicted(register: 'rtmr0' | 'rtmr1' | 'rtmr2', log: EventLog = LOG): Predictions {
  const events = log.events.flatMap(({ name, digest = '', register: of }) =>
    of === register ? [{ register, name, text: 'as logged', digest }] : [],
  );
  return {
    [register]: { values: [{ value: replayLog(log)[register], by: ['edk2'], events }], suspects: [] },
  };
}

const MRTD: Predictions = {
  mrtd: {
    values: [{ value: OWN.mrtd, by: ['qemu interleaved'], events: [] }],
    suspects: [{ value: OTHER, text: 'of this image without section 1 (CFV)' }],
  },
};

function launch(predictions?: Predictions): MachineEvent {
  return {
    type: 'launch',
    time: 0,
    argv: [],
    pid: 1,
    ...(predictions === undefined ? {} : { predictions }),
  };
}

type Asserted = Partial<Record<Assertion['register'], Assertion['holds']>>;

function asserting(asserted: Asserted): Assertion[] {
  return (Object.keys(asserted) as Assertion['register'][]).map((register) => ({
    register,
    holds: asserted[register] ?? 'expected',
    where: { ...WHERE, line: 7 },
  }));
}

/** A run of the probe guest that ends as it should. */
function run(asserted: Asserted, text: string, predictions?: Predictions): Verdict {
  const scenario = rules(['# tdx-boot probe: done'], {
    platform: 'tdx',
    stop: 'on-exit',
    measurements: asserting(asserted),
  });
  return judge(scenario, [launch(predictions), out(1, text), vm(2, 'shutdown'), exit(3)]).verdict;
}

/** The verdict and what is said of each register. */
function told({ verdict, reason, measurements }: Verdict): string[] {
  const rows = measurements.map(({ register, verdict: of, explanation = '' }) =>
    `${register} ${of} ${explanation}`.trim(),
  );
  return [verdict === 'passed' ? verdict : `${verdict}: ${reason}`, ...rows];
}

const REPORTED = probeOutput(TD);

describe('the probe shows what is asserted', () => {
  test.each<[string, Asserted, string, Predictions | undefined]>([
    ['a value', { mrtd: OWN.mrtd, rtmr3: '00'.repeat(48) }, REPORTED, undefined],
    ['what was predicted', { mrtd: 'expected' }, REPORTED, MRTD],
    ['a predicted RTMR', { rtmr0: 'expected' }, REPORTED, predicted('rtmr0')],
    ['one of two predictions', { mrtd: 'expected' }, REPORTED, orElse(MRTD, OTHER)],
    ['what its log says', { rtmr0: 'replay', rtmr1: 'replay', rtmr2: 'replay' }, REPORTED, undefined],
    [
      'the registers of a newer kernel',
      { mrtd: OTHER },
      probeOutput({ sysfs: { mrtd: bytes(OTHER) } }),
      undefined,
    ],
    ['the report twice', { mrtd: OWN.mrtd, rtmr1: OWN.rtmr1 }, REPORTED + REPORTED, undefined],
    [
      'lines with carriage returns',
      { mrtd: OWN.mrtd, rtmr0: 'replay' },
      REPORTED.replaceAll('\n', '\r\n'),
      undefined,
    ],
  ])('%s', (_, asserted, text, predictions) => {
    const verdict = run(asserted, text, predictions);
    expect(told(verdict)).toEqual(['passed', ...Object.keys(asserted).map((name) => `${name} equal`)]);
  });
});

function orElse({ mrtd }: Predictions, value: string): Predictions {
  const values = [{ value, by: ['another'], events: [] }, ...(mrtd?.values ?? [])];
  return { mrtd: { values, suspects: [] } };
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}

/** The log with the digest of one event changed, as a firmware would have measured something else. */
function changed(index: number): { readonly td: FakeTd; readonly name: string } {
  const event = LOG.events[index];
  if (event?.digest === undefined) throw new Error(`event ${index} has no digest`);
  const ccel = Buffer.from(BYTES);
  const at = ccel.indexOf(Buffer.from(event.digest, 'hex'), event.offset);
  bytes(OTHER).copy(ccel, at);
  return { td: { registers: replayLog(parseEventLog(ccel)), ccel }, name: event.name };
}

describe('a mismatch', () => {
  const CFV = LOG.events.findIndex(({ register, name }) => register === 'rtmr0' && name.includes('BLOB2'));

  test('fails the run at the assertion, with both values and what differs', () => {
    const verdict = run({ mrtd: 'expected' }, probeOutput({ registers: { mrtd: OTHER } }), MRTD);
    expect(verdict).toMatchObject({
      verdict: 'failed',
      reason: `mrtd is ${OTHER.slice(0, 16)}… instead of ${OWN.mrtd.slice(0, 16)}…`,
      cause: { kind: 'measurement-mismatch', id: 'measurement-mismatch', where: { line: 7 } },
      diagnosis: {
        cause: 'measurement-mismatch',
        certainty: 'known',
        evidence: expect.arrayContaining([
          { text: 'the guest shows the MRTD of this image without section 1 (CFV)' },
        ]),
      },
      measurements: [{ register: 'mrtd', wanted: [OWN.mrtd], shown: OTHER }],
    });
    expect(verdict.diagnosis?.advice).toContain('tdx-boot measure');
  });

  test('of MRTD that no section explains', () => {
    const text = probeOutput({ registers: { mrtd: '12'.repeat(48) } });
    expect(told(run({ mrtd: 'expected' }, text, MRTD))[1]).toMatch(
      /^mrtd different .* it started another image$/,
    );
  });

  test('of a prediction names the first event that differs, and its digests', () => {
    const { td, name } = changed(CFV);
    const [, row] = told(run({ rtmr0: 'expected' }, probeOutput(td), predicted('rtmr0')));
    expect(row).toMatch(/^rtmr0 different the first event of rtmr0 that differs is event /);
    expect(row).toContain(`event ${CFV} (${name}`);
    expect(row).toContain(`with the digest ${OTHER.slice(0, 16)}…; predicted is ${name} (as logged)`);
  });

  test('of a prediction with more events than the log', () => {
    const [, row] = told(run({ rtmr1: 'expected' }, REPORTED, longer('rtmr1')));
    expect(row).toBe(
      `rtmr1 different the event log ends before EV_X (more) with the digest ${OTHER.slice(0, 16)}…`,
    );
  });

  test('of a register that is not what the log says', () => {
    const td = { registers: { ...TD.registers, rtmr1: OTHER }, ccel: BYTES };
    for (const holds of ['replay', 'expected'] as const) {
      const [verdict, row] = told(run({ rtmr1: holds }, probeOutput(td), predicted('rtmr1')));
      expect(verdict).toMatch(/^failed: rtmr1 is abab/);
      expect(row).toMatch(/^rtmr1 different no single event explains rtmr1/);
    }
  });

  test('of a value where the guest shows what was predicted', () => {
    expect(told(run({ mrtd: OTHER }, REPORTED, MRTD))[1]).toBe(
      'mrtd different the guest shows what this image has to give: the value in the scenario is that of another image',
    );
  });

  test('of two registers: each is a finding, the first decides', () => {
    const { findings, reason } = run({ mrtd: OTHER, rtmr0: OTHER }, REPORTED);
    expect(findings.map(({ id }) => id)).toEqual(['measurement-mismatch', 'measurement-mismatch']);
    expect(reason).toMatch(/^mrtd is /);
  });
});

function longer(register: 'rtmr1'): Predictions {
  const [value] = predicted(register)[register]?.values ?? [];
  const more = { register, name: 'EV_X', text: 'more', digest: OTHER };
  const events = [...(value?.events ?? []), more];
  return { [register]: { values: [{ value: OTHER, by: ['edk2'], events }], suspects: [] } };
}

describe('what cannot be compared', () => {
  const NO_LOG =
    'the guest showed no event log: the probe prints it with tdx-boot.probe=ccel on the command line';
  const torn = (from: RegExp, to: string): string => REPORTED.replace(from, to);

  test.each<[string, Asserted, string, string]>([
    ['no TDREPORT', { mrtd: OTHER }, probeOutput({ withoutReport: true }), 'mrtd not-shown'],
    ['no event log', { rtmr0: 'replay' }, probeOutput({}), `rtmr0 not-shown ${NO_LOG}`],
    [
      'an unreadable register',
      { mrtd: OTHER },
      probeOutput({ sysfs: { mrtd: Buffer.alloc(47) } }),
      'mrtd not-shown the guest showed "unreadable", which is not 96 hex digits',
    ],
    [
      'a value cut short',
      { mrtd: OWN.mrtd },
      torn(/(measurement\.mrtd: .{90}).*/, '$1'),
      `mrtd not-shown the guest showed "${OWN.mrtd.slice(0, 90)}", which is not 96 hex digits`,
    ],
    [
      'two values',
      { mrtd: OWN.mrtd },
      `${REPORTED}# cc.measurement.mrtd: ${OTHER}\n`,
      `mrtd different the guest showed two values: ${OWN.mrtd} and ${OTHER}`,
    ],
    [
      'a fact that somebody quotes',
      { mrtd: OWN.mrtd },
      torn(/^# cc\.measurement\.mrtd/m, 'x # cc.measurement.mrtd'),
      'mrtd not-shown',
    ],
    [
      'a line of the log that is missing',
      { rtmr0: 'replay' },
      torn(/^# cc\.ccel\.000040.*\n/m, ''),
      'rtmr0 not-shown the event log is torn: byte 96 follows byte 64',
    ],
    [
      'a line of the log with a kernel message in it',
      { rtmr0: 'replay' },
      torn(/^(# cc\.ccel\.000040: ....)/m, '$1[    1.0] x'),
      'rtmr0 not-shown the event log is torn: the line of byte 64 is not made of hex digits',
    ],
    [
      'a log that ends within an event',
      { rtmr0: 'replay' },
      torn(/^# cc\.ccel\.0000[8-9a-f].*\n|^# cc\.ccel\.00[^0].*\n|^# cc\.ccel\.000[^0].*\n/gm, ''),
      'rtmr0 not-shown the event log ends within the size of event 0: ',
    ],
    [
      'a log without end',
      { rtmr0: 'replay' },
      endless(),
      'rtmr0 not-shown the event log is torn: it has more than 1048576 bytes',
    ],
  ])('%s', (_, asserted, text, row) => {
    const [verdict, said] = told(run(asserted, text));
    expect(verdict).toMatch(/^failed: /);
    expect(said?.slice(0, row.length)).toBe(row);
  });

  test('without the event log the next step is to show the log', () => {
    const { reason, findings } = run({ rtmr0: 'replay' }, probeOutput({}));
    expect(reason).toBe(
      'rtmr0 is asserted as the replay of the event log, which the guest did not show whole',
    );
    expect(findings[0]?.hint).toContain('tdx-boot.probe=ccel in guest.cmdline');
  });

  test('a prediction that was not made is no word about the guest', () => {
    expect(told(run({ mrtd: 'expected' }, REPORTED))).toEqual([
      'errored: mrtd is asserted, and nothing says what it has to be',
      'mrtd not-known',
    ]);
  });

  test('a value of a megabyte is kept short', () => {
    const [row] = run(
      { mrtd: OTHER },
      `# cc.measurement.mrtd: ${'z'.repeat(60_000)}\n${REPORTED}`,
    ).measurements;
    expect(row?.explanation?.length).toBeLessThan(500);
  });
});

function endless(): string {
  const lines = Array.from({ length: 0x8001 }, (_, at) => {
    return `# cc.ccel.${(at * 32).toString(16).padStart(6, '0')}: ${'00'.repeat(32)}\n`;
  });
  return `${lines.join('')}# tdx-boot probe: done\n`;
}

describe('a step captures the registers of a guest of the user', () => {
  const captures = expects('/^MRTD (?<mrtd>\\S+)$/', { capture: ['mrtd'] });
  const scenario = rules([captures], { platform: 'tdx', measurements: asserting({ mrtd: OWN.mrtd }) });

  test.each([
    [OWN.mrtd, 'passed', 'mrtd equal'],
    [OWN.mrtd.toUpperCase(), 'passed', 'mrtd equal'],
    [OTHER, `failed: mrtd is ${OTHER.slice(0, 16)}… instead of ${OWN.mrtd.slice(0, 16)}…`, 'mrtd different'],
    [
      '123',
      'failed: mrtd is asserted, and the guest did not show it',
      'mrtd not-shown the guest showed "123", which is not 96 hex digits',
    ],
  ])('%s', (value, ...expected) => {
    const { verdict } = judge(scenario, [launch(), out(1, `MRTD ${value}\n`)]);
    expect(told(verdict)).toEqual(expected);
    expect(verdict.time).toBe(1);
  });

  test('whatever is captured under another name is not compared', () => {
    const other = expects('/^MRTD (?<value>\\S+)$/', { capture: ['value'] });
    const { verdict } = judge(rules([other], { measurements: asserting({ mrtd: OWN.mrtd }) }), [
      out(1, `MRTD ${OWN.mrtd}\n`),
    ]);
    expect(told(verdict)[1]).toBe('mrtd not-shown');
  });
});

describe('a run that stops after its last step', () => {
  const at = REPORTED.indexOf('# cc.');
  const [before, after] = [REPORTED.slice(0, at), REPORTED.slice(at)];
  // The probe's report, which is cut here, would be waited for.
  const scenario = rules(['# kernel.release'], {
    ktap: 'ignore',
    platform: 'tdx',
    measurements: asserting({ mrtd: OWN.mrtd, rtmr0: 'replay' }),
  });

  test('waits a moment for what is asserted, and no longer than that takes', () => {
    const halfway = after.indexOf('# cc.ccel.000100');
    const events = [out(1, before), out(500, after.slice(0, halfway)), out(900, after.slice(halfway))];
    const { verdict } = judge(scenario, events);
    expect([...told(verdict), verdict.time]).toEqual(['passed', 'mrtd equal', 'rtmr0 equal', 900]);
  });

  test('fails when it does not come', () => {
    const { verdict } = judge(scenario, [out(1, before)]);
    expect([verdict.verdict, verdict.time]).toEqual(['failed', 1 + EVIDENCE_MS]);
  });

  test('says first that it was no Trust Domain', () => {
    const strict = { ...scenario, tdEvidence: 'required' } as const;
    expect(judge(strict, [out(1, before)]).verdict.cause?.id).toBe('not-a-td');
  });
});

test('what the VMM prints is no word of the guest', () => {
  const scenario = rules(['login'], { measurements: asserting({ mrtd: OWN.mrtd }) });
  const { verdict } = judge(scenario, [out(1, REPORTED, 'vmm'), out(2, 'login')]);
  expect(told(verdict)[1]).toBe('mrtd not-shown');
});

test('a log that comes on two streams is read from the first', () => {
  const scenario = rules(['# tdx-boot probe: done'], { measurements: asserting({ rtmr0: 'replay' }) });
  const twice = REPORTED.split(/(?<=\n)/).flatMap((line) => [out(1, line), out(1, line, 'serial')]);
  expect(told(judge(scenario, twice).verdict)).toEqual(['passed', 'rtmr0 equal']);
});

test('what failed before counts more, and the registers are still listed', () => {
  const scenario = rules(['never printed'], { measurements: asserting({ mrtd: OTHER }) });
  const { verdict } = judge(scenario, [out(1, REPORTED), endOfLog(2)]);
  expect(told(verdict)).toEqual(['failed: step 1: "never printed" is not in the log', 'mrtd different']);
});

test('the verdict does not depend on the chunking', () => {
  const scenario = rules(['# tdx-boot probe: done'], {
    measurements: asserting({ rtmr0: 'replay', mrtd: OWN.mrtd }),
  });
  const whole = judge(scenario, [out(1, REPORTED)]).verdict;
  const pieces = Array.from({ length: Math.ceil(REPORTED.length / 7) }, (_, at) =>
    out(1, REPORTED.slice(at * 7, at * 7 + 7)),
  );
  expect(judge(scenario, pieces).verdict).toEqual(whole);
  expect(whole.verdict).toBe('passed');
});

describe('the TDX module of an emulated Trust Domain says what the guest does not show', () => {
  const extended = 'cd'.repeat(48);
  const log = [`mrtd value=${OWN.mrtd}`, `rtmr-extend index=1 digest=${OTHER} value=${extended} vcpu=0`]
    .map((line) => `td-monitor: ${line}\n`)
    .join('');
  const asserted: Asserted = { mrtd: OWN.mrtd, rtmr1: extended, rtmr3: '00'.repeat(48) };
  const boot = (steps: string[], stream: 'td-module' | 'serial', text = ''): Verdict => {
    const scenario = rules(steps, { platform: 'tdx', stop: 'on-exit', measurements: asserting(asserted) });
    const printed = [out(1, log, stream), out(2, `up\n${text}`)];
    return judge(scenario, [launch(), ...printed, vm(3, 'shutdown'), exit(4)]).verdict;
  };

  test.each<[string, Verdict, (string | ReturnType<typeof expect.stringContaining>)[]]>([
    [
      'after a whole boot, of each register',
      boot(['up'], 'td-module'),
      ['passed', 'mrtd equal', 'rtmr1 equal', 'rtmr3 equal'],
    ],
    [
      'the same as the guest, of a register before a later extension, too',
      boot(
        ['up'],
        'td-module',
        `# cc.measurement.rtmr1: ${extended}\n# cc.measurement.rtmr3: ${'00'.repeat(48)}\n`,
      ),
      ['passed', 'mrtd equal', 'rtmr1 equal', 'rtmr3 equal'],
    ],
    [
      'after half a boot, MRTD alone',
      boot(['up', 'login: '], 'td-module'),
      [expect.stringContaining('failed: '), 'mrtd equal', 'rtmr1 not-shown', 'rtmr3 not-shown'],
    ],
    [
      'nothing, where the guest prints such lines',
      boot(['up'], 'serial'),
      [expect.stringContaining('failed: '), 'mrtd not-shown', 'rtmr1 not-shown', 'rtmr3 not-shown'],
    ],
    [
      'and the guest wins where it shows another value',
      boot(['up'], 'td-module', `# cc.measurement.mrtd: ${OTHER}\n`),
      [expect.stringContaining('failed: mrtd is abab'), 'mrtd different', 'rtmr1 equal', 'rtmr3 equal'],
    ],
  ])('%s', (_, verdict, rows) => {
    expect(told(verdict)).toEqual(rows);
  });
});

test('a guest that shows what is asserted, and not what the TDX module measured, does not pass', () => {
  const lines = [`mrtd value=${OTHER}`, `rtmr-extend index=1 digest=${OTHER} value=${OTHER} vcpu=0`];
  const log = lines.map((line) => `td-monitor: ${line}\n`).join('');
  const asserted: Asserted = { mrtd: OWN.mrtd, rtmr1: 'cd'.repeat(48), rtmr2: 'ef'.repeat(48) };
  const shown = Object.entries(asserted).map(([name, value]) => `# cc.measurement.${name}: ${value}\n`);
  const scenario = rules(['up'], {
    platform: 'tdx-emulated',
    stop: 'on-exit',
    measurements: asserting(asserted),
  });
  const printed = [out(1, log, 'td-module'), out(2, `${shown.join('')}up\n`)];
  const { verdict } = judge(scenario, [
    { ...launch(), platform: 'tdx-emulated' } as MachineEvent,
    ...printed,
    vm(3, 'shutdown'),
    exit(4),
  ]);
  expect(verdict).toMatchObject({
    verdict: 'failed',
    reason: `mrtd is ${OTHER.slice(0, 16)}… instead of ${OWN.mrtd.slice(0, 16)}…`,
  });
  expect(verdict.measurements.map((row) => [row.verdict, row.shown])).toEqual([
    ['different', OTHER],
    ['different', OTHER],
    ['different', '00'.repeat(48)],
  ]);
  expect(verdict.measurements[0]?.explanation).toContain(
    'which the emulated TDX module never had in this register',
  );
});

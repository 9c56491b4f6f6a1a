/** Where and when the registers of a TD are read: captured lines, the last step's end, streams, pieces, the emulated TDX module. */

import { describe, expect, test } from '@jest/globals';
import type { MachineEvent, Verdict } from '../../src/judge/events.ts';
import { EVIDENCE_MS } from '../../src/judge/judge.ts';
import { endOfLog, exit, expects, judge, out, rules, vm } from '../support/rules.ts';
import { type Asserted, asserting, launch, OTHER, OWN, REPORTED, told } from './measured-run.ts';

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

/** What a Trust Domain shows of itself is counted, too: a case for the evidence, and one for each asserted register. */

import { expect, test } from '@jest/globals';
import type { MachineEvent } from '../../src/judge/events.ts';
import { casesOf } from '../../src/report/cases.ts';
import { makeResult } from '../../src/report/result.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { abort, judge, out, vm } from '../support/rules.ts';

const [GOOD, OTHER] = ['ab'.repeat(48), 'cd'.repeat(48)];
const SHORT = { good: 'abababababababab…', other: 'cdcdcdcdcdcdcdcd…' };

/** The cases of a Trust Domain whose MRTD has to be good, without those of its step. */
function seen(events: readonly MachineEvent[], platform = 'tdx'): string[] {
  const text = `version: 1\nplatform: ${platform}\nguest: {kernel: k, initrd: i}\nfirmware: OVMF.fd\nsteps: [{expect: "login:"}]\n`;
  const asserted = `measurements: {mrtd: ${GOOD}}\n`;
  const { scenario } = parseScenario('td.yml', `${text}${platform === 'kvm' ? '' : asserted}`, '/');
  const result = makeResult(scenario, judge(scenario.rules, events).verdict, {});
  return casesOf({ result, directory: 'results/td' })
    .filter(({ group }) => group !== 'steps')
    .map(
      ({ group, name, state, message }) =>
        `${group}: ${name}: ${[state, message].filter(Boolean).join(': ')}`,
    );
}

const STARTED: MachineEvent = { type: 'launch', time: 0, argv: ['qemu'], pid: 1, platform: 'tdx' };
const TD = out(1, 'tdx: Guest detected\n');
const shows = (mrtd: string): MachineEvent => out(2, `# cc.measurement.mrtd: ${mrtd}\n`);
const LOGIN = out(3, 'login: ');
const EVIDENCE = 'trust domain: the guest shows that it is a Trust Domain';
const MRTD = 'measurements: mrtd is as given';
const BOOT = 'boot: the boot passes';

test.each<[what: string, events: readonly MachineEvent[], cases: readonly unknown[]]>([
  [
    'all is as asserted',
    [STARTED, TD, shows(GOOD), LOGIN],
    [`${BOOT}: passed`, `${EVIDENCE}: passed`, `${MRTD}: passed`],
  ],
  [
    'another MRTD is the one failure',
    [STARTED, TD, shows(OTHER), LOGIN],
    [
      `${BOOT}: skipped: failed: see ${MRTD}`,
      `${EVIDENCE}: passed`,
      `${MRTD}: failed: different: the guest shows ${SHORT.other}, not ${SHORT.good}`,
    ],
  ],
  [
    'a register that is not shown is the one failure',
    [STARTED, TD, LOGIN],
    [
      `${BOOT}: skipped: failed: see ${MRTD}`,
      `${EVIDENCE}: passed`,
      `${MRTD}: failed: not-shown: the guest shows nothing, not ${SHORT.good}`,
    ],
  ],
  [
    'no evidence of a Trust Domain is the one failure',
    [STARTED, shows(GOOD), LOGIN],
    [
      `${BOOT}: skipped: failed: see ${EVIDENCE}`,
      `${EVIDENCE}: failed: the guest showed no sign of being a Trust Domain`,
      `${MRTD}: passed`,
    ],
  ],
  [
    "a host's fault is no failure of register or evidence",
    [abort(1, 'not-started', 'no QEMU')],
    [
      `${BOOT}: errored: no QEMU`,
      `${EVIDENCE}: skipped: no line of a Trust Domain was seen`,
      `${MRTD}: skipped: not shown before the run ended`,
    ],
  ],
  [
    'a guest that stops before leaves the register open',
    [STARTED, TD, vm(2, 'shutdown')],
    [
      expect.stringMatching(`^${BOOT}: skipped: failed: see steps: `),
      `${EVIDENCE}: passed`,
      `${MRTD}: skipped: not shown before the run ended`,
    ],
  ],
])('%s', (_, events, cases) => {
  expect(seen(events).filter((text) => !text.startsWith('findings: '))).toEqual(cases);
});

test('on another platform nothing is said of a Trust Domain', () => {
  expect(seen([LOGIN], 'kvm')).toEqual([`${BOOT}: passed`, 'findings: no known failure on kvm: passed']);
});

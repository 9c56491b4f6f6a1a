/** What the probe says of its guest is a part of the result; a guest that prints the probe's lines changes nothing else. */

import { describe, expect, test } from '@jest/globals';
import type { MachineEvent } from '../../src/judge/events.ts';
import { judge, out, rules } from '../support/rules.ts';

const BEGIN = '\nKTAP version 1\n# tdx-boot probe 1\n1..1\n';
const END = 'ok 1 kernel\n# Totals: pass:1 fail:0 xfail:0 xpass:0 skip:0 error:0\n# tdx-boot probe: done\n';
const report = (facts: string, stream?: 'serial'): MachineEvent => out(10, `${BEGIN}${facts}${END}`, stream);
const LAST = out(20, '# kernel.release: late\nlogin:\n');
const CMDLINE = 'console=ttyS0 root=/dev/vda: rw';

const rows: readonly (readonly [
  what: string,
  events: readonly MachineEvent[],
  facts: Record<string, string>,
])[] = [
  ['no probe', [out(1, '# kernel.release: 6.12.0\n')], {}],
  [
    'a fact of each shape',
    [report(`# kernel.cmdline: ${CMDLINE}\n# device.pci.0000:00:1f.2: x\n# module.pvpanic-pci: loaded\n`)],
    {
      'kernel.cmdline': CMDLINE,
      'device.pci.0000:00:1f.2': 'x',
      'module.pvpanic-pci': 'loaded',
    },
  ],
  [
    'the same report on two streams',
    [report('# kernel.release: 1\n'), report('# kernel.release: 2\n', 'serial')],
    { 'kernel.release': '1' },
  ],
  [
    'two values of one fact',
    [report('# kernel.release: 1\n# kernel.release: 2\n')],
    { 'kernel.release': '1' },
  ],
  [
    'an event log',
    [report(`# cc.ccel.000000: ${'00'.repeat(32)}\n# cc.ccel_log: 64\n`)],
    { 'cc.ccel_log': '64' },
  ],
  ['a version that is not known', [out(10, '# tdx-boot probe 10\n# kernel.release: 1\n')], {}],
  [
    'a value that is too long',
    [report(`# kernel.cmdline: ${'x'.repeat(5000)}\n`)],
    { 'kernel.cmdline': '(5000 characters, too long to be shown here)' },
  ],
];

describe('facts', () => {
  test.each(rows)('%s', (_, events, facts) => {
    expect(judge(rules(['login:']), [...events, LAST]).verdict).toMatchObject({ verdict: 'passed', facts });
    expect(Object.keys(judge(rules(['login:']), [...events, LAST]).verdict.facts)).toEqual(
      Object.keys(facts),
    );
  });

  test('of a hostile guest are bounded', () => {
    const many = Array.from({ length: 2000 }, (_, index) => `# a.b${index}: x\n`).join('');
    const { facts } = judge(rules(['login:']), [report(many), LAST]).verdict;
    expect(Object.keys(facts)).toHaveLength(500);
  });
});

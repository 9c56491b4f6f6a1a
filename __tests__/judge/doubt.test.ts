/** A step that only the kernel's command line or an echo has met passes with a warning, and so does a report that tested nothing. */

import { expect, test } from '@jest/globals';
import type { MachineEvent } from '../../src/judge/events.ts';
import type { Step } from '../../src/scenario/scenario.ts';
import { expects, judge, out, outs, rules, sends } from '../support/rules.ts';

const RUN = sends('echo DONE\n');

test.each<[string, (Step | string)[], MachineEvent[], string[]]>([
  [
    'by the command line',
    ['root=/dev/vda'],
    [out(1, '[    0.0] Kernel command line: root=/dev/vda quiet\n')],
    ['step 1: "root=/dev/vda" was met by the kernel\'s command line'],
  ],
  [
    'by the line that the EFI stub prints of it',
    ['/console=\\w+/'],
    [out(1, '[    0.0] Command line: console=hvc0\n')],
    ["step 1: /console=\\w+/ was met by the kernel's command line"],
  ],
  [
    'by what the kernel does not know of it',
    ['/suite=\\w+/'],
    [out(1, '[    0.1] Unknown kernel command line parameters "suite=all", will be passed to user space.\n')],
    ["step 1: /suite=\\w+/ was met by the kernel's command line"],
  ],
  ['not by its name', ['Kernel command line'], [out(1, '[    0.0] Kernel command line: a\n')], []],
  [
    'not by what the kernel does',
    ['Mounted root on /dev/vda'],
    [out(1, 'VFS: Mounted root on /dev/vda\n')],
    [],
  ],
  [
    'by an echo that came twice',
    ['# ', RUN, 'DONE'],
    [out(1, '# echo DONE\r\n'), out(2, '# echo DONE\r\n')],
    ['step 3: "DONE" was met by the echo of what was sent'],
  ],
  [
    'whatever the chunks are',
    ['# ', RUN, 'DONE'],
    [out(1, '# echo DONE\r\n'), ...outs(2, '# e', 'cho DO', 'NE', '\r\n')],
    ['step 3: "DONE" was met by the echo of what was sent'],
  ],
  [
    'by a report that skips all of its tests',
    ['up'],
    [out(1, 'KTAP version 1\n1..2\nok 1 a # SKIP no device\nok 2 b # SKIP no device\nup\n')],
    ['the test report on console skipped all of its tests, so nothing was tested'],
  ],
  [
    'by a report that is skipped as a whole',
    ['up'],
    [out(1, 'TAP version 13\n1..0 # SKIP no device\nup\n')],
    ['the test report on console skipped what it was to test, so nothing was tested'],
  ],
  [
    'not by a report with one test that was run',
    ['up'],
    [out(1, 'KTAP version 1\n1..2\nok 1 a # SKIP no device\nok 2 b\nup\n')],
    [],
  ],
  ['not by the answer', ['# ', RUN, 'DONE'], [out(1, '# echo DONE\r\nDONE\r\n')], []],
  [
    'not by an echo on another stream',
    ['# ', RUN, expects('DONE', { stream: 'serial' })],
    [out(1, '# '), out(2, '# echo DONE\n', 'serial')],
    [],
  ],
])('%s', (_, steps, events, expected) => {
  const { verdict } = judge(rules(steps), events);
  expect(verdict.verdict).toBe('passed');
  expect(verdict.findings.map(({ title }) => title)).toEqual(expected);
  for (const { kind, severity, outcome } of verdict.findings) {
    expect([kind, severity, outcome]).toEqual(['doubt', 'warning', undefined]);
  }
});

/** What reports say of a result in words that they share. */

import { describe, expect, test } from '@jest/globals';
import type { Result } from '../../src/report/result.ts';
import {
  cmdlineOf,
  describeReproduction,
  describeStep,
  EventWords,
  otherFindings,
} from '../../src/report/words.ts';
import { judge, out, rules } from '../support/rules.ts';

type Booted = NonNullable<Result['booted']>;
const booted = (command: readonly (readonly string[])[]): Booted => ({ command }) as unknown as Booted;

describe('the commands that show a failure again', () => {
  test.each<[string, Result['booted'], string[]]>([
    ['of a run: its recording is judged, or booted', booted([]), ['tdx-boot check d', 'tdx-boot run d']],
    ['of a run that started no VMM: nothing can be judged', null, ['tdx-boot run d']],
  ])('%s', (_, what, commands) => {
    expect(describeReproduction('d', { booted: what }).map(({ command }) => command)).toEqual(commands);
  });
});

test.each([
  ['QEMU', [['qemu-system-x86_64', '-append', 'quiet ro']], 'quiet ro'],
  ['Cloud Hypervisor, behind a server', [['virtiofsd'], ['cloud-hypervisor', '--cmdline', 'ro']], 'ro'],
  ['a boot from a disk', [['qemu-system-x86_64', '-drive', 'file=d']], undefined],
])('the command line of %s', (_, command, cmdline) => {
  expect(cmdlineOf(booted(command))).toBe(cmdline);
});

test('what a step sends is told, and its length where it is too long for a line', () => {
  const sent = (text: string): string => describeStep({ kind: 'send', text });
  expect([sent('root\n'), sent('x'.repeat(4096))]).toEqual([
    'send "root\\n"',
    'send (4096 characters, too long to be shown here)',
  ]);
});

test('a step that is met is told with its place: a text of the firmware may meet what is expected of the guest', () => {
  const { events } = judge(rules(['machine']), [out(40, 'SeaBIOS\nmachine UUID\n', 'debugcon')]);
  const words = new EventWords();
  expect(events.map((event) => words.describe(event))).toContain(
    '[   0.040] step 1 met: machine [debugcon:2]',
  );
});

describe('the findings beside the cause', () => {
  const finding = (line: number | null, title: string, outcome: 'failed' | null = 'failed') =>
    ({ stream: 'console', line, title, outcome }) as unknown as Result['findings'][number];
  const CAUSE = finding(3, 'a panic');
  const QUOTED = finding(2, 'no root');
  const OTHER = finding(9, 'an oops');
  const NOTED = finding(2, 'a warning', null);
  const diagnosis = {
    evidence: [{ stream: 'console', line: 2 }],
  } as unknown as Result['diagnosis'];

  test.each<[string, Result['verdict'], Result['findings']]>([
    ['of a failure: neither the reason, nor what the diagnosis quotes', 'failed', [OTHER, NOTED]],
    ['of a good run: all', 'passed', [CAUSE, QUOTED, OTHER, NOTED]],
  ])('%s', (_, verdict, expected) => {
    const findings = [CAUSE, QUOTED, OTHER, NOTED];
    expect(otherFindings({ findings, diagnosis, reason: 'a panic', verdict })).toEqual(expected);
  });
});

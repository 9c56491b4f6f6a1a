/** The bar of phases says to readers of a screen what the others see. */

import { expect, test } from '@jest/globals';
import { phaseBar } from '../../src/report/page/bar.ts';
import { makeResult, type Result } from '../../src/report/result.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { abort, exit, judge, out } from '../support/rules.ts';

const { scenario } = parseScenario(
  'boot.yml',
  'version: 1\nplatform: kvm\nguest: {kernel: k, initrd: i}\nsteps: [{expect: "login:"}]\nsettle: 0s\n',
  '/',
);
type Events = Parameters<typeof judge>[1];
const resultOf = (events: Events): Result => makeResult(scenario, judge(scenario.rules, events).verdict, {});
const labelOf = (result: Result, baseline?: Result): string | undefined =>
  /aria-label="([^"]*)"/.exec(phaseBar(result, baseline).text)?.[1];

const BOOT = resultOf([
  out(1000, 'Linux version 6.12\n'),
  out(3000, 'Run /init as init process\n'),
  out(4000, 'login: '),
]);
const SILENT = resultOf([{ type: 'launch', time: 0, argv: ['qemu'], pid: 1 }, exit(60_000)]);
const NOTHING = resultOf([abort(5, 'not-started', 'no QEMU')]);

test.each<[what: string, result: Result, baseline: Result | undefined, label: string]>([
  ['each phase with its time', BOOT, undefined, 'vmm 1.0 s, kernel 2.0 s, initramfs 1.0 s, userspace 0 ms'],
  [
    'of a run beside a baseline its own phases',
    BOOT,
    NOTHING,
    'vmm 1.0 s, kernel 2.0 s, initramfs 1.0 s, userspace 0 ms',
  ],
  ['the time of a guest that printed nothing', SILENT, undefined, 'vmm 1 min'],
  ['where no phase was reached, that', NOTHING, undefined, 'no phase was reached'],
])('the label has %s', (_, result, baseline, label) => {
  expect(labelOf(result, baseline)).toBe(label);
});

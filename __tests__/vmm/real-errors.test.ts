/** What real VMMs said when they could go no further, and what the judge makes of it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Judge } from '../../src/judge/judge.ts';
import { out, rules } from '../support/rules.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/vmm');

test.each([
  ['cloud-hypervisor-47.0-no-tdx', 'ch-vm-type', 'KVM has no VM type of the number'],
  ['cloud-hypervisor-52.0-no-tdx', 'ch-vm-type', 'KVM has no VM type of the number'],
  ['cloud-hypervisor-47.0-raw-firmware', 'ch-kernel-format', 'cannot load the kernel or the firmware'],
  ['cloud-hypervisor-52.0-raw-firmware', 'ch-kernel-format', 'cannot load the kernel or the firmware'],
  ['qemu-11.1.2-no-tdx', 'qemu-tdx-vm-type', 'TDX'],
])('%s is errored, and %s says why', (name, id, title) => {
  // The first line of a fixture is its source.
  const said = readFileSync(join(FIXTURES, `${name}.log`), 'utf8').replace(/^# .*\n/, '');
  const judge = new Judge(rules(['login:']));
  judge.push({ type: 'launch', time: 0, argv: [], pid: 1 });
  judge.push(out(10, said, 'vmm'));
  judge.push({ type: 'exit', time: 20, code: 1, signal: null });
  expect(judge.verdict).toMatchObject({ verdict: 'errored' });
  expect(judge.verdict?.findings.find((finding) => finding.id === id)?.title).toContain(title);
});

/** A failure after which its own program goes on is no known cause of a live run either, and its verdict stays as it is. */

import { expect, test } from '@jest/globals';
import type { MachineEvent, Verdict } from '../../../src/judge/events.ts';
import { exit, judge, out, rules } from '../../support/rules.ts';

const LAUNCH: MachineEvent = { type: 'launch', time: 0, argv: ['qemu'], pid: 1 };
const CID =
  'qemu-system-x86_64: -device vhost-vsock-pci: vhost-vsock: unable to set guest cid: Address already in use';
const NO_KVM = 'qemu-system-x86_64: failed to initialize kvm: Permission denied';

function run(...lines: readonly string[]): Verdict {
  const events = lines.map((line, index) => out(index + 1, `${line}\n`, 'vmm'));
  return judge(rules(['login: ']), [LAUNCH, ...events, exit(9, 1)]).verdict;
}

test.each<[string, readonly string[], string, string]>([
  ['a failure', [CID], 'qemu-vhost-vsock-cid', 'known'],
  ['a failure that is tried again', [`${CID}, retrying`], 'qemu-vhost-vsock-cid', 'likely'],
])('%s', (_, lines, cause, certainty) => {
  const verdict = run(...lines);
  expect(verdict).toMatchObject({
    verdict: 'errored',
    cause: { id: cause },
    diagnosis: { cause, certainty },
  });
});

test('an error after one that is tried again decides, and the verdict is the one of the first', () => {
  const first = run(CID, NO_KVM);
  const retried = run(`${CID}, retrying`, NO_KVM);
  expect(first.diagnosis?.cause).not.toBe(retried.diagnosis?.cause);
  expect(retried.diagnosis).toMatchObject({ cause: 'qemu-kvm-init-denied', certainty: 'likely' });
  expect([retried.verdict, retried.cause?.id]).toEqual([first.verdict, first.cause?.id]);
});

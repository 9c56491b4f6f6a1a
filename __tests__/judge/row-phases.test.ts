/** In which phase the rows of the catalog stand that only a VMM, libvirt or Kata prints. */

import { expect, test } from '@jest/globals';
import { EVERY_ROW } from '../../src/judge/catalog/index.ts';
import { everyCauseOf } from '../../src/judge/family.ts';

/** What the host owes to any guest: KVM, memory, the programs themselves, the modules of its kernel, libvirt’s daemon, and the services that make quotes; and checks of a host. */
const OWED =
  /kvm|accelerator|falls-back|memory|hypervisor-interface|shared-library|libvirt-(?:connect|tls|unreached)|^attest-|^host-check-|^module-host/;

test('the words of a VMM stand in vmm, but for a host without KVM or memory', () => {
  const said = EVERY_ROW.flatMap(everyCauseOf).filter(
    ({ phase, streams }) => phase === 'host' && streams?.includes('vmm') === true,
  );
  expect(said.map(({ id }) => id).filter((id) => !OWED.test(id))).toEqual([]);
});

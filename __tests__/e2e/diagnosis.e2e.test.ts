/** Guests that stop without a word under a real QEMU: whether the VM burns CPU or waits tells what happened. */

import { afterAll, expect, test } from '@jest/globals';
import { Lab } from '../support/cli.ts';

const lab = new Lab();
afterAll(() => lab.remove());

test('firmware of zeros: not one byte, and a busy CPU', async () => {
  const firmware = lab.write('zeros.fd', new Uint8Array(4 * 1024 * 1024));
  const steps = [{ expect: 'never' }];
  const { code, result, stdout } = await lab.boot(lab.scenario('zeros', { firmware, steps, silence: '3s' }));
  expect(code).toBe(1);
  expect(result.diagnosis).toMatchObject({ phase: 'firmware', cause: 'firmware-spins', certainty: 'likely' });
  expect(stdout).toContain('  stopped in: firmware\n');
});

test('a guest that waits: the CPU is idle', async () => {
  const guest = { cmdline: 'console=ttyS0 panic=-1 tdx-boot.probe=silent' };
  const steps = [{ expect: 'never' }];
  // Long enough for a kernel on a busy machine: a guest that is silent for so long has stopped.
  const { result } = await lab.boot(lab.scenario('waits', { guest, steps, silence: '12s' }));
  const cpu = result.diagnosis?.evidence.map(({ text }) => /wanted (\d+) % of a CPU/.exec(text)?.[1]);
  expect(Number(cpu?.find((wanted) => wanted !== undefined))).toBeLessThan(50);
  expect(result.diagnosis).toMatchObject({ phase: 'initramfs', cause: 'unknown', certainty: 'unknown' });
});

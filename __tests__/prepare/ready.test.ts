/** A combination or a host that is refused costs no build and no VMM: it becomes a verdict. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { boot } from '../../src/boot/boot.ts';
import { Store } from '../../src/build/store/store.ts';
import type { BootEvent } from '../../src/judge/events.ts';
import { prepareLaunch } from '../../src/prepare/launch.ts';
import type { MachineProbe } from '../../src/prepare/preflight.ts';
import { makeReady } from '../../src/prepare/ready.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { recordedHost } from '../host/recorded.ts';
import { buildImage, EDK2 } from '../tdx/image-builder.ts';

const dir = mkdtempSync(join(tmpdir(), 'tdx-boot-ready-'));
afterAll(() => rmSync(dir, { recursive: true }));
writeFileSync(join(dir, 'disk.img'), 'a disk');

/** As a fake: a host of Linux 6.17 with the VMM that goes with it. */
const fakeUpstream: MachineProbe = {
  kvm: () => ({ kernelRelease: '6.17.0', tdxParameter: 'Y\n', sysfs: true }),
  vmm: async (name) => (name === 'qemu' ? { name, version: '10.1.0', tdx: true } : undefined),
};

test('the documented firmware on a host of today is errored, with the reason and the way out', async () => {
  const text =
    'version: 1\nplatform: tdx\nfirmware: tdvf\nguest: {disks: [disk.img]}\nsteps: [{expect: login}]\n';
  const said: string[] = [];
  const listener = (event: { type: string }): void => void said.push(event.type);
  const root = join(dir, 'store');
  const ready = await makeReady(
    parseScenario('td.yml', text, dir),
    { store: new Store(root, { listener }), listener },
    fakeUpstream,
    recordedHost({}),
  );
  expect([ready.refused?.code, said, existsSync(root)]).toEqual(['combination-refused', [], false]);

  const { signal } = new AbortController();
  const prepared = await prepareLaunch(ready, { workDir: dir, signal, notice: () => undefined });
  const events: BootEvent[] = [];
  const consumers = [{ name: 'a list', on: (event: BootEvent) => void events.push(event) }];
  await boot(prepared, { workDir: dir, consumers });
  expect(events.map(({ type }) => type)).not.toContain('launch');
  expect(events.at(-1)).toMatchObject({
    type: 'verdict',
    verdict: {
      verdict: 'errored',
      reason: expect.stringMatching(/^this cannot boot: .*not one byte is printed/),
      hint: expect.stringContaining('Use "pins: current"'),
    },
  });
});

test('a host that cannot boot a TD is errored with the first problem, before anything is built', async () => {
  const text =
    'version: 1\nplatform: tdx\npins: current\nfirmware: tdvf\nguest: {disks: [disk.img]}\nsteps: [{expect: login}]\n';
  const root = join(dir, 'store');
  const { refused } = await makeReady(
    parseScenario('td.yml', text, dir),
    { store: new Store(root, { listener: () => undefined }), listener: () => undefined },
    fakeUpstream,
    recordedHost({ device: 'denied' }),
  );
  expect(refused).toMatchObject({
    code: 'host-not-ready',
    message: expect.stringContaining('this host cannot boot a Trust Domain: '),
  });
  expect(existsSync(root)).toBe(false);
});

test('what is asserted of the registers is predicted, with what the VMM is known to do', async () => {
  writeFileSync(join(dir, 'tdvf.fd'), buildImage(EDK2));
  const text =
    'version: 1\nplatform: tdx\nfirmware: tdvf.fd\nguest: {disks: [disk.img]}\nsteps: [{expect: login}]\nmeasurements: {mrtd: expected}\n';
  const { refused, predictions: measurements } = await makeReady(
    parseScenario('td.yml', text, dir),
    { store: new Store(join(dir, 'store'), { listener: () => undefined }), listener: () => undefined },
    fakeUpstream,
    recordedHost({}),
  );
  expect(refused).toBeUndefined();
  expect(measurements?.mrtd?.values.map(({ by }) => by)).toEqual([['qemu interleaved']]);
});

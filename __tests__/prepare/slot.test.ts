/** A Trust Domain is admitted to its host: it gets a slot, with a notice of every wait. */

import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Slot, slotFor } from '../../src/prepare/slot.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import { type Recording, recordedHost } from '../host/recorded.ts';
import { SharedSlots } from '../host/shared-slots.ts';
import { fakePorts } from '../support/ports.ts';

const TD = 'version: 1\nplatform: tdx\nfirmware: tdvf\nguest: {disks: [d]}\nsteps: [{expect: x}]\n';
const ONE_TD: Recording = { files: { '/sys/fs/cgroup/misc.capacity': 'tdx 1\n' } };
const WAITS = /^waiting for a slot: every slot of this host is taken \(1\); 1 TD runs: process /;

let slots: SharedSlots;
const { TDX_BOOT_SLOTS } = process.env;

beforeEach(() => {
  slots = new SharedSlots();
  delete process.env.TDX_BOOT_SLOTS;
});

afterEach(() => {
  if (TDX_BOOT_SLOTS !== undefined) process.env.TDX_BOOT_SLOTS = TDX_BOOT_SLOTS;
  slots.remove();
});

const holders = (): string[] => readdirSync(slots.directory).filter((name) => /td-\d/.test(name));

/** Asks for a slot; `waits` is the first notice. */
function ask(text = TD, cancel = new AbortController().signal) {
  let said: (text: string) => void = () => undefined;
  const waits = new Promise<string>((resolve) => {
    said = resolve;
  });
  const ports = fakePorts(slots.shared, { host: recordedHost(ONE_TD), cancel });
  const { scenario } = toBoot(parseScenario('td.yml', text, slots.shared));
  const slot = slotFor(scenario, {
    ...ports,
    slots: () => slots.directory,
    notice: (notice) => said(notice),
  });
  return { slot, waits };
}

test('as many as there are KeyIDs: the next one waits, and says for whom', async () => {
  const first = await ask().slot;
  const second = ask();
  expect(await second.waits).toMatch(WAITS);
  first.release();
  (await second.slot).release();
  expect(holders()).toEqual([]);
});

test('TDX_BOOT_SLOTS goes before the KeyIDs', async () => {
  process.env.TDX_BOOT_SLOTS = '2';
  const both: Slot[] = [await ask().slot, await ask().slot];
  expect(holders()).toHaveLength(2);
  for (const slot of both) slot.release();
});

test('a wait that is cancelled ends with the reason, and holds nothing', async () => {
  const first = await ask().slot;
  const cancel = new AbortController();
  const second = ask(TD, cancel.signal);
  await second.waits;
  cancel.abort('cancelled by SIGTERM');
  await expect(second.slot).rejects.toBe('cancelled by SIGTERM');
  first.release();
  expect(holders()).toEqual([]);
});

test('a guest that is no Trust Domain takes none', async () => {
  const first = await ask().slot;
  const plain = await ask(TD.replace('platform: tdx', 'platform: kvm')).slot;
  plain.release();
  expect(holders()).toHaveLength(1);
  first.release();
});

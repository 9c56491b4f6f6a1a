/** A Trust Domain is admitted to its host: it gets a slot, with a notice of every wait. */

import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { slotsDirectory } from '../../src/host/slots.ts';
import { admitTrustDomain } from '../../src/prepare/slot.ts';
import type { Lock } from '../../src/process/lock.ts';
import type { Guest } from '../../src/scenario/scenario.ts';
import { type Recording, recordedHost } from '../host/recorded.ts';

const GUEST: Guest = { disks: [], cpus: 1, memory: 2 ** 30, network: 'none' };
const ONE_TD: Recording = { files: { '/sys/fs/cgroup/misc.capacity': 'tdx 1\n' } };
const WAITS = /^waiting for a slot: every slot of this host is taken \(1\); 1 TD runs: process /;

let shared: string;
let directory: string;
const { TDX_BOOT_SLOTS } = process.env;

beforeEach(() => {
  shared = mkdtempSync(join(tmpdir(), 'tdx-boot-admit-'));
  chmodSync(shared, 0o1777);
  directory = slotsDirectory([shared]);
  delete process.env.TDX_BOOT_SLOTS;
});

afterEach(() => {
  if (TDX_BOOT_SLOTS !== undefined) process.env.TDX_BOOT_SLOTS = TDX_BOOT_SLOTS;
  rmSync(shared, { recursive: true, force: true });
});

const admit = (recording: Recording, signal?: AbortSignal) =>
  admitTrustDomain(GUEST, signal, recordedHost(recording), directory);

/** Admitted without a wait. */
async function admitted(recording: Recording): Promise<Lock> {
  const { done, value } = await admit(recording).next();
  if (done !== true) throw new Error(`it waits: ${JSON.stringify(value)}`);
  return value;
}

test('as many as there are KeyIDs: the next one waits, and says for whom', async () => {
  const slot = await admitted(ONE_TD);
  const second = admit(ONE_TD);
  expect(await second.next()).toMatchObject({
    done: false,
    value: { type: 'notice', time: 0, message: expect.stringMatching(WAITS) },
  });
  slot.release();
  const { done, value } = await second.next();
  expect(done).toBe(true);
  if (value !== undefined && 'release' in value) value.release();
  expect(readdirSync(directory)).toEqual([]);
});

test('TDX_BOOT_SLOTS goes before the KeyIDs', async () => {
  process.env.TDX_BOOT_SLOTS = '2';
  const both = [await admitted(ONE_TD), await admitted(ONE_TD)];
  for (const slot of both) slot.release();
});

test('a wait that is cancelled ends with the reason', async () => {
  const slot = await admitted(ONE_TD);
  const cancel = new AbortController();
  const second = admit(ONE_TD, cancel.signal);
  await second.next();
  cancel.abort('cancelled by SIGTERM');
  await expect(second.next()).rejects.toBe('cancelled by SIGTERM');
  slot.release();
  expect(readdirSync(directory)).toEqual([]);
});

test('whoever stops to listen leaves no slot behind', async () => {
  const slot = await admitted(ONE_TD);
  const second = admit(ONE_TD);
  await second.next();
  await second.return(slot);
  slot.release();
  (await admitted(ONE_TD)).release();
  expect(readdirSync(directory)).toEqual([]);
});

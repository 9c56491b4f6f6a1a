/** The compatible CPUID against a real QEMU: no instruction that its TCG lacks, whatever version is installed. */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import { useHarness } from './harness.ts';
import { type CpuidAnswer, cpuidWords, REGISTER_NAMES } from './tables.ts';

const { ask } = useHarness();

interface FeatureWord {
  readonly 'cpuid-register': string;
  readonly 'cpuid-input-eax': number;
  readonly 'cpuid-input-ecx'?: number;
  readonly features: number;
}

/** Bits that are no instruction of TCG's, or that the monitor adds. */
const OTHERS: Readonly<Record<string, number>> = {
  // x2APIC: the monitor translates to xAPIC, as QEMU before 9 has none under TCG. OSXSAVE mirrors CR4.
  '1 ecx': 0x0820_0000,
  // HTT: the number of vCPUs is in EBX.
  '1 edx': 0x1000_0000,
  // FDP_EXCPTN_ONLY, and FPU CS and DS deprecated.
  '7 ebx': 0x2040,
  // PREFETCHW: TCG takes the opcode for a NOP, without saying so.
  '2147483649 ecx': 0x100,
  // Invariant TSC: TCG's is the host's.
  '2147483655 edx': 0x100,
};

/** What QEMU says that its TCG has (QMP, the property `feature-words` of the CPU). */
async function featureWords(): Promise<FeatureWord[]> {
  const args = [
    '-machine',
    'q35,accel=tcg',
    '-cpu',
    'max,phys-bits=48',
    '-S',
    '-nodefaults',
    '-display',
    'none',
  ];
  const qemu = spawn('qemu-system-x86_64', [...args, '-qmp', 'stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const send = (execute: string, more?: object) =>
    qemu.stdin.write(`${JSON.stringify({ execute, arguments: more })}\n`);
  const closed = new Promise((resolve) => qemu.once('close', resolve));
  let words: FeatureWord[] = [];
  try {
    for await (const line of createInterface({ input: qemu.stdout })) {
      const message = JSON.parse(line);
      if ('QMP' in message) send('qmp_capabilities');
      else if (message.error !== undefined) throw new Error(line);
      else if (Array.isArray(message.return)) {
        words = message.return;
        break;
      } else send('qom-get', { path: '/machine/unattached/device[0]', property: 'feature-words' });
    }
  } finally {
    qemu.kill();
    await closed;
  }
  return words;
}

test('every bit of the compatible CPUID is one that TCG has, or one with a reason', async () => {
  const words = await featureWords();
  expect(words.length).toBeGreaterThan(10);
  const claims: string[] = [];
  for (const word of words) {
    const { 'cpuid-input-eax': leaf, 'cpuid-input-ecx': subleaf = 0, features } = word;
    const register = word['cpuid-register'].toLowerCase();
    // Of XSAVE, XFAM says what there is; the hypervisor's leaves are the VMM's.
    if (leaf >= 0x4000_0000 && leaf < 0x8000_0000) continue;
    const { ve, values } = await ask<CpuidAnswer>('cpuid', ...cpuidWords({}), leaf, subleaf);
    if (ve === 1 || leaf > 0x8000_0008) continue;
    const value = values[REGISTER_NAMES.indexOf(register)] ?? 0;
    const claimed = value & ~features & ~(OTHERS[`${leaf} ${register}`] ?? 0);
    if (claimed !== 0)
      claims.push(`${leaf.toString(16)}.${subleaf} ${register}: ${(claimed >>> 0).toString(16)}`);
  }
  expect(claims).toEqual([]);
});

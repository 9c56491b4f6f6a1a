/** What a diagnosis shows beside its cause: lines, last words, the CPU, and what was expected of such a guest. */

import { describe, expect, test } from '@jest/globals';
import type { Diagnosis, MachineEvent } from '../../src/judge/events.ts';
import { judge, out, rules, vm } from '../support/rules.ts';
import { BANNER, cpu, diagnosis, LAUNCH, SILENT, STUB } from './stopped-run.ts';

describe('the evidence', () => {
  test('of a line is that line', () => {
    const text = '[    1.0] Kernel panic - not syncing: Attempted to kill init! exitcode=0x100';
    expect(diagnosis([out(1, `${BANNER}${text}\n`)])?.evidence).toEqual([
      { stream: 'console', line: 2, text },
    ]);
  });

  test('of a Trust Domain that ends soon has the TDCALL that failed, though it is no cause', () => {
    const call =
      'td-monitor: tdcall-failed leaf=2 name=MR.RTMR.EXTEND status=0xc000010000000001 status-name=TDX_OPERAND_INVALID vcpu=0 rip=0xfffdc1ff';
    const asserts = 'ASSERT [SecMain] /src/HashLibTdx.c(134): !(Status < 0)\n';
    const found = diagnosis([out(1, `${call}\n`, 'td-module'), out(2, asserts, 'serial')]);
    expect(found?.cause).toMatch(/^edk2-assert/);
    expect(found?.evidence).toEqual([
      { stream: 'serial', line: 1, text: asserts.trim() },
      { stream: 'td-module', line: 1, text: call },
    ]);
    const later = diagnosis([
      out(1, `${call}\n`, 'td-module'),
      out(2, `${BANNER}[    1.0] Kernel panic - not syncing: gone\n`, 'serial'),
    ]);
    expect(later?.evidence).toHaveLength(1);
  });

  test('of silence is the last words of each stream, the CPU and the build of the firmware', () => {
    const events = [out(2000, STUB, 'serial'), out(500, 'a warning\n', 'vmm'), cpu(9000, 0.02)].sort(
      (a, b) => a.time - b.time,
    );
    expect(diagnosis(events, { ...SILENT, firmwareBuild: 'release' })?.evidence).toEqual([
      { stream: 'vmm', text: 'a warning (its last words, at 500 ms)' },
      { stream: 'serial', text: `${STUB.trim()} (its last words, at 2.0 s)` },
      { text: 'in the silence the VMM wanted 2 % of a CPU' },
      { text: 'the firmware is a release build, which prints next to nothing' },
    ]);
  });

  test('of a guest that only the VMM noticed is the device that it drives', () => {
    const launched: MachineEvent = { ...LAUNCH, silenceExpected: 'hangs silently' };
    const told = [launched, vm(900, 'driven', '_disk0'), vm(950, 'driven', '__console')];
    const { verdict } = judge(rules(['login: '], SILENT), told);
    expect([verdict.phase, verdict.diagnosis?.cause]).toEqual(['firmware', 'runs-unheard']);
    expect(verdict.diagnosis?.evidence).toEqual([
      { text: 'the guest drives its device _disk0' },
      { text: 'the guest drives its device __console' },
    ]);
  });
});

describe('a Trust Domain that needs long to accept its memory', () => {
  const text = '128 GiB and 4 vCPUs, whoever accepts the memory: published times are 26 s to 6 min 50 s';
  const launched: MachineEvent = { ...LAUNCH, platform: 'tdx', bootTime: { most: 410_000, text } };
  const cause = (events: readonly MachineEvent[], silenceMs: number): Diagnosis | undefined =>
    judge(rules(['login: '], { silenceMs, timeoutMs: 600_000 }), [launched, ...events]).verdict.diagnosis;

  test('and is silent and busy after 30 s is not called damaged', () => {
    expect(cause([cpu(20_000, 1)], 30_000)).toMatchObject({
      ...{ phase: 'firmware', cause: 'td-accepts-memory', certainty: 'likely' },
      advice: expect.stringMatching(/^Give it more time/),
      evidence: [{ text: 'in the silence the VMM wanted 100 % of a CPU' }, { text: `the guest has ${text}` }],
    });
  });

  test.each<[string, readonly MachineEvent[], number, string]>([
    ['also after the EFI stub', [out(9, STUB), cpu(20_000, 1)], 30_000, 'td-accepts-memory'],
    ['and while the kernel starts its vCPUs', [out(9, BANNER), cpu(20_000, 4)], 30_000, 'td-accepts-memory'],
    ['and computes for half of the time', [cpu(20_000, 0.5)], 30_000, 'td-accepts-memory'],
    ['and is a moment faster than the slowest', [cpu(20_000, 1)], 409_990, 'td-accepts-memory'],
    ['an idle guest accepts nothing', [cpu(20_000, 0)], 30_000, 'firmware-halted'],
    ['nor does one that took as long as the slowest', [cpu(20_000, 1)], 410_000, 'firmware-spins'],
  ])('%s', (_, events, silenceMs, expected) => {
    expect(cause(events, silenceMs)?.cause).toBe(expected);
  });
});

describe('what the compatibility table says', () => {
  const silenceExpected = 'TDVF 13b97736 hangs on kernel 6.16 and later.';

  test('explains a run that never said a word', () => {
    const launch: MachineEvent = { ...LAUNCH, type: 'launch', argv: [], pid: 1, silenceExpected };
    const { verdict } = judge(rules(['x'], SILENT), [launch, cpu(5000, 0)]);
    expect(verdict.diagnosis).toMatchObject({
      phase: 'firmware',
      cause: 'expected-silence',
      certainty: 'likely',
    });
    expect(verdict.diagnosis?.advice).toContain(silenceExpected);
  });
});

/** Runs of a history, as tests of comparisons need them. */

import type { HistoryRun } from '../../src/suite/history-run.ts';

export const MRTD = 'ab'.repeat(48);

/** A passed run of the scenario `boot`, and what differs from that. */
export function historyRun(differs: Partial<HistoryRun> = {}): HistoryRun {
  return {
    version: 1,
    scenario: 'boot',
    platform: 'emulated',
    start: null,
    tdxBoot: '0.1.0',
    job: null,
    host: { cpu: 'Xeon', kernel: '6.16' },
    verdict: 'passed',
    flaky: false,
    reason: 'every step was met',
    phase: 'userspace',
    time: 1000,
    phases: [],
    cause: null,
    findings: [],
    tests: { passed: 0, failed: [] },
    sources: { kernel: 'k1', firmware: 'f1', vmm: 'qemu 10.1.0', machine: '1 CPUs' },
    registers: {},
    ...differs,
  };
}

export const FAILED: Partial<HistoryRun> = {
  verdict: 'failed',
  reason: 'Kernel panic: no init',
  cause: { id: 'linux-panic', title: 'Kernel panic: no init', phase: 'kernel' },
};

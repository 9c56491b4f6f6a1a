/** Makes a run of the history of a result. */

import type { Booted } from '../judge/booted.ts';
import { HISTORY_VERSION, type HistoryRun, type SourceName } from '../suite/history-run.ts';
import type { Register } from '../tdx/names.ts';
import { kindOf } from './kinds.ts';
import type { Result } from './result.ts';
import type { RecordedResult } from './results.ts';
import { cmdlineOf } from './words.ts';

/** How many findings and names of tests a line has. */
const KEPT = 200;

export function historyRun({ result, earlier = [] }: Pick<RecordedResult, 'result' | 'earlier'>): HistoryRun {
  const { origin, booted, diagnosis, verdict } = result;
  const job = origin?.job ?? null;
  return {
    version: HISTORY_VERSION,
    scenario: result.scenario,
    platform: result.platform,
    start: origin?.start ?? null,
    tdxBoot: origin?.tdxBoot ?? null,
    job: job === null ? null : { repository: job.repository, commit: job.commit, url: job.url },
    host: origin === null ? null : { cpu: origin.host.cpu, kernel: origin.host.kernel },
    verdict,
    flaky: kindOf({ result, earlier }) === 'flaky',
    reason: result.reason,
    phase: result.phase,
    time: result.time,
    phases: result.phases.map(({ phase, duration }) => ({ phase, duration })),
    cause:
      diagnosis === null ? null : { id: diagnosis.cause, title: diagnosis.title, phase: diagnosis.phase },
    findings: result.findings
      .filter(({ allowed }) => allowed === null)
      .slice(0, KEPT)
      .map(({ id, title, severity }) => ({ id, title, severity })),
    tests: testsOf(result),
    sources: booted === null ? {} : sourcesOf(booted),
    registers: registersOf(result),
  };
}

type ResultTest = Result['tests'][number]['tests'][number];

function testsOf({ tests: reports }: Result): HistoryRun['tests'] {
  const failed = reports.flatMap(({ tests }) => failures(tests, ''));
  const passed = reports.reduce((sum, { counts }) => sum + counts.passed, 0);
  return { passed, failed: [...new Set(failed)].slice(0, KEPT) };
}

/** Names as paths from the top: `net / ipv6 too many segments`. */
function failures(tests: readonly ResultTest[], above: string): string[] {
  return tests.flatMap(({ name, state, allowed, tests: below }) => {
    const path = above === '' ? name : `${above} / ${name}`;
    const inner = failures(below, path);
    if (inner.length > 0) return inner;
    return (state === 'failed' || state === 'unfinished') && allowed === null ? [path] : [];
  });
}

function sourcesOf(booted: Booted): HistoryRun['sources'] {
  const { files, vmm, cpus, memory } = booted;
  const sources: Partial<Record<SourceName, string | null>> = {
    machine: `${cpus} CPUs, ${memory} bytes`,
    vmm: `${vmm.name} ${vmm.version ?? '(version not known)'}`,
  };
  for (const { role, sha256 } of files) {
    const before = sources[role];
    // Several disks are one source.
    sources[role] =
      before === null || sha256 === null ? null : before === undefined ? sha256 : `${before} ${sha256}`;
  }
  const cmdline = cmdlineOf(booted);
  return cmdline === undefined ? sources : { ...sources, cmdline };
}

/** What the guest showed; of MRTD, which the VMM starts with, also what was computed. */
function registersOf({ measurements, booted }: Result): HistoryRun['registers'] {
  const registers: Partial<Record<Register, string>> = {};
  if (booted?.mrtd != null) registers.mrtd = booted.mrtd;
  for (const { register, shown } of measurements) if (shown !== null) registers[register] = shown;
  return registers;
}

/**
 * Runs the benchmarks: `npm run bench`, or `npm run bench -- throughput start` for some of them.
 *
 *   throughput  MB/s of the judge with the whole catalog, next to a plain newline scan of the same bytes; of the search
 *               for needles alone with 250, 500 and 1000 signatures
 *   ktap        MB/s of the judge on a kernel log with a test report of 10,000 results in it, and the report alone
 *   memory      peak memory of `check -` on 2 GB of log and on one line of 1 GB
 *   latency     from the last byte of a prompt in another process to the decision
 *   stop        from the decision to no VM process, with a real QEMU
 *   overhead    a whole `run` of a probe guest against the same QEMU command without tdx-boot
 *   start       process start to exit of the command line and of the action
 *   firmware    bytes and seconds of the sources against a full clone; a firmware that is in the store
 *   measure     MRTD of an image and replay of an event log, next to fortanix/tdx-measure where
 *               TDX_BOOT_BENCH_TDX_MEASURE gives its command
 *   report      seconds and memory to write report.html of a long console, and to open the page in Chromium
 *   suite       a suite of 50 boots against the time that its CPU time takes on all CPUs at the least
 *   commands    CPU time of a command in the guest over the boot without it; MiB/s of files in and out, beside 9p and virtiofs
 *   goldens DIR…  how well logs that others keep are judged: a checkout of google/syzkaller or kernelci/logspec, or a
 *               folder with cases*.json; then the same without the rows that decide; only by this name, and with
 *               results in results/goldens.json
 *   td          CPU time of emulated Trust Domains over the same boots without a TD, their exits, and whether the
 *               registers are equal in each round (TDX_BOOT_BENCH_ROUNDS, by default 3)
 *   td-boots    many boots of emulated Trust Domains, of which each has to pass with the registers of the others
 *               (TDX_BOOT_BENCH_BOOTS, by default 100; TDX_BOOT_BENCH_FIRMWARES, files with colons between)
 *   td-scenarios  all of scenarios/ with the platform replaced by tdx-emulated: which pass, and why the others do not
 *               (TDX_BOOT_BENCH_SCENARIOS, a part of a path; TDX_BOOT_BENCH_DISK, TDX_BOOT_BENCH_SHIMS)
 *
 * Each figure comes with its target and, where it has one, with what it is compared to, measured in the same run.
 * A missed target says MISSED; the exit code stays 0, because a busy machine is no error of the code's. The numbers
 * go to results/bench.json. `overhead`, `stop`, `start` and `memory` need what they measure: QEMU, a guest kernel
 * (TDX_BOOT_TEST_KERNEL, or .cache/kernel as script/setup leaves it) and a built dist.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { commands } from './commands.ts';
import { type Figure, formatFigure, isMissed } from './figure.ts';
import { firmware } from './firmware.ts';
import { goldens } from './goldens/goldens.ts';
import { ktap } from './ktap.ts';
import { latency } from './latency.ts';
import { measure } from './measure.ts';
import { memory } from './memory.ts';
import { overhead } from './overhead.ts';
import { report } from './report.ts';
import { start } from './start.ts';
import { stop } from './stop.ts';
import { suite } from './suite.ts';
import { td } from './td.ts';
import { tdBoots } from './td-boots.ts';
import { tdScenarios } from './td-scenarios.ts';
import { throughput } from './throughput.ts';

const BENCHMARKS = [
  throughput,
  ktap,
  memory,
  latency,
  stop,
  overhead,
  commands,
  start,
  firmware,
  measure,
  report,
  suite,
  td,
  tdBoots,
  tdScenarios,
];
const RESULTS = new URL('../results/', import.meta.url);

const wanted = process.argv.slice(2);
if (wanted[0] === 'goldens') {
  goldens(wanted.slice(1), RESULTS);
  process.exit();
}
const unknown = wanted.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; known: ${BENCHMARKS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}`;
console.log(machine);
const results: Record<string, Figure[] | { error: string }> = {};
for (const benchmark of BENCHMARKS) {
  if (wanted.length > 0 && !wanted.includes(benchmark.name)) continue;
  console.log(`\n${benchmark.name}`);
  const figures: Figure[] = [];
  try {
    await benchmark.run((figure) => {
      figures.push(figure);
      console.log(`  ${formatFigure(figure)}`);
    });
    results[benchmark.name] = figures;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.log(`  not measured: ${message}`);
    results[benchmark.name] = { error: message };
  }
}
mkdirSync(RESULTS, { recursive: true });
const date = new Date().toISOString();
writeFileSync(new URL('bench.json', RESULTS), `${JSON.stringify({ date, machine, results }, null, 2)}\n`);
const missed = Object.values(results).flatMap((figures) =>
  Array.isArray(figures) ? figures.filter(isMissed) : [],
);
console.log(missed.length === 0 ? '\nno target missed' : `\n${missed.length} target(s) missed`);

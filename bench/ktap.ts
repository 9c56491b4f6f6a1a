/** How fast a guest's test reports are read, in CPU time: 10,000 results between the lines of a kernel log, and alone. */

import { Judge } from '../src/judge/judge.ts';
import { type Benchmark, cpuTime, interleave } from './figure.ts';
import { chunksOf, kernelLog, MB, scanNewlines } from './log.ts';
import { benchRules, EXPECTATIONS } from './rules.ts';

const SIZE = 64 * MB;
const ROUNDS = 7;
const RESULTS = 10_000;
/** Suites of KUnit, with subtests of their own and a line of diagnostics each. */
const SUITES = 100;

export const ktap: Benchmark = {
  name: 'ktap',
  async run(report) {
    const lines = noise();
    const logs = { noise: joined(lines), mixed: withReport(lines), alone: withReport([]) };
    const contenders = {
      scan: () => scanNewlines(logs.noise),
      noise: () => read(logs.noise, 0),
      mixed: () => read(logs.mixed, RESULTS),
      alone: () => read(logs.alone, RESULTS),
    };
    const times = await interleave(ROUNDS, contenders, cpuTime);
    const best = (name: string): number => Math.min(...(times[name] ?? []));
    const speed = (name: keyof typeof logs): number => logs[name].length / 1000 / best(name);
    const target = { is: 'at least', value: 300 } as const;
    const slower = { value: best('noise') / best('scan'), to: 'slower than a newline scan' };
    report({
      name: 'lines that are none, no report',
      value: speed('noise'),
      unit: 'MB/s',
      target,
      ratio: slower,
    });
    report({
      name: `lines that are none, between ${RESULTS} results`,
      value: speed('mixed'),
      unit: 'MB/s',
      target,
      ratio: { value: best('mixed') / best('noise'), to: 'slower than without a report' },
    });
    report({ name: `${RESULTS} results alone`, value: best('alone'), unit: 'ms' });
  },
};

/** The lines of a kernel log without the probe's report. */
function noise(): string[] {
  const lines = kernelLog(SIZE, 'lf').toString('latin1').trimEnd().split('\n');
  return lines.filter((line) => !/^(?:KTAP|1\.\.|#|ok )/.test(line));
}

function joined(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join('\n')}\n`, 'latin1');
}

/** A KUnit report whose lines are spread evenly between those of the log. */
function withReport(lines: readonly string[]): Buffer {
  const each = RESULTS / SUITES;
  const report = ['KTAP version 1', `1..${SUITES}`];
  for (let suite = 1; suite <= SUITES; suite++) {
    report.push('    KTAP version 1', `    # Subtest: suite_${suite}`, `    1..${each}`);
    for (let test = 1; test <= each; test++) {
      report.push(`    # test_${test}: initializing`, `    ok ${test} - test_${test}`);
    }
    report.push(`# suite_${suite}: pass:${each} fail:0 skip:0 total:${each}`, `ok ${suite} - suite_${suite}`);
  }
  const between = Math.ceil(lines.length / report.length);
  const all = report.flatMap((line, index) => [
    `[    1.000000] ${line}`,
    ...lines.slice(index * between, (index + 1) * between),
  ]);
  return joined(all);
}

function read(log: Buffer, results: number): void {
  const judge = new Judge(benchRules(EXPECTATIONS));
  judge.start();
  let time = 0;
  for (const bytes of chunksOf(log)) {
    time += 0.1;
    judge.push({ type: 'output', time, stream: 'serial', bytes });
  }
  judge.push({ type: 'exit', time, code: 0, signal: null });
  const passed = judge.verdict?.tests.reduce((sum, { counts }) => sum + counts.passed, 0) ?? -1;
  if (passed !== results) throw new Error(`${passed} results were read, and not ${results}`);
}

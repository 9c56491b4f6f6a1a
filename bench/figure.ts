/** A measured figure with its target, and the arithmetic that the benchmarks share. */

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Absent: reported only, nothing is promised. */
  readonly target?: { readonly is: 'at least' | 'at most'; readonly value: number };
  /** What the figure is compared with, measured in the same run. */
  readonly ratio?: { readonly value: number; readonly to: string };
  readonly note?: string;
}

export type Report = (figure: Figure) => void;

/** One group of figures, in one file. */
export interface Benchmark {
  readonly name: string;
  run(report: Report): Promise<void>;
}

export function isMissed({ value, target }: Figure): boolean {
  if (target === undefined) return false;
  return target.is === 'at least' ? value < target.value : value > target.value;
}

export function formatFigure(figure: Figure): string {
  const { name, value, unit, target, ratio, note } = figure;
  const state = target === undefined ? 'info  ' : isMissed(figure) ? 'MISSED' : 'ok    ';
  const goal = target === undefined ? '' : `  target ${target.is === 'at least' ? '≥' : '≤'} ${target.value}`;
  const compared = ratio === undefined ? '' : `  ${round(ratio.value)} × ${ratio.to}`;
  const measured = `${round(value)} ${unit}`.padStart(14);
  return `${state} ${name.padEnd(48)}${measured}${goal.padEnd(15)}${compared}${note === undefined ? '' : `  (${note})`}`;
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** The value below which this share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** CPU time of this process so far, in milliseconds: what others do on the machine is no part of it. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Runs every contender once a round, so that a noisy neighbour hits all of them.
 * @param clock the time that counts, in milliseconds: {@link cpuTime} for what this process does by itself
 * @returns milliseconds of each contender in each round
 */
export async function interleave(
  rounds: number,
  contenders: Readonly<Record<string, () => unknown>>,
  clock: () => number = () => performance.now(),
): Promise<Record<string, number[]>> {
  const times = Object.fromEntries(Object.keys(contenders).map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = clock();
      await run();
      times[name]?.push(clock() - start);
    }
  }
  return times;
}

/**
 * CPU time in milliseconds, of the children of a shell and of theirs.
 * @param times what bash's `times` printed last: its second line is `0m7.100s 0m0.400s`, user and system
 */
export function cpuOfChildren(times: string): number {
  const children = times.trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60_000 * Number(minutes) + 1000 * Number(seconds),
    0,
  );
}

/** How fast the judge and `diagnose` read, in CPU time: the whole catalog over a kernel log, against a newline scan. */

import { LineScanner } from '../src/console/scanner.ts';
import { SIGNATURES } from '../src/judge/catalog/index.ts';
import { Judge } from '../src/judge/judge.ts';
import { LogReader } from '../src/judge/log.ts';
import { compileRules } from '../src/judge/rulebook.ts';
import type { Signature } from '../src/judge/signature.ts';
import { type Benchmark, cpuTime, interleave } from './figure.ts';
import { chunksOf, kernelLog, MB, scanNewlines } from './log.ts';
import { benchRules, COMMON_LITERAL, EXPECTATIONS, WITHOUT_LITERAL } from './rules.ts';

const SIZE = 64 * MB;
const ROUNDS = 7;
/** Rows of a catalog, to see what its growth costs. */
const CATALOGS = [250, 500, 1000] as const;

/** 18 expectations with a literal and two more literals, so that every mixture has 20. */
const WITH_LITERALS = [...EXPECTATIONS, 'Cloud-init target reached', 'guest agent: connected'];
const WITH_COMMON = [...EXPECTATIONS, 'Cloud-init target reached', COMMON_LITERAL];
const MIXED = [...EXPECTATIONS, ...WITHOUT_LITERAL];
const NOTHING = Buffer.alloc(0);

export const throughput: Benchmark = {
  name: 'throughput',
  async run(report) {
    const logs = {
      lf: kernelLog(SIZE, 'lf'),
      crlf: kernelLog(SIZE, 'crlf'),
      colour: kernelLog(SIZE, 'colour'),
    };
    const contenders = {
      scan: () => scanNewlines(logs.lf),
      // Behind a judge that looks for something else; the judges that follow find the table made.
      tables: () => judge(NOTHING, WITH_LITERALS),
      lf: () => judge(logs.lf, WITH_LITERALS),
      crlf: () => judge(logs.crlf, WITH_LITERALS),
      colour: () => judge(logs.colour, WITH_LITERALS),
      common: () => judge(logs.lf, WITH_COMMON),
      mixed: () => judge(logs.lf, MIXED),
      diagnose: () => diagnose(logs.lf),
      ...Object.fromEntries(CATALOGS.map((size) => [`rows ${size}`, search(logs.lf, size)])),
    };
    const times = await interleave(ROUNDS, contenders, cpuTime);
    const speed = (name: string, log: Buffer): number => log.length / 1000 / Math.min(...(times[name] ?? []));
    const scan = speed('scan', logs.lf);
    const ratio = (value: number) => ({ value: scan / value, to: 'slower than a newline scan' });
    const count = `${SIGNATURES.length} signatures, ${WITH_LITERALS.length} expectations`;
    report({ name: 'newline scan (Buffer.indexOf)', value: scan, unit: 'MB/s' });
    const tables = Math.min(...(times.tables ?? []));
    report({
      name: 'tables of a judge',
      value: tables,
      unit: 'ms',
      note: 'no part of the three rows that follow',
    });
    const target = { is: 'at least', value: 300 } as const;
    const [lf, crlf, colour] = [speed('lf', logs.lf), speed('crlf', logs.crlf), speed('colour', logs.colour)];
    report({ name: 'kernel log', value: lf, unit: 'MB/s', target, ratio: ratio(lf), note: count });
    report({ name: 'kernel log, CR LF', value: crlf, unit: 'MB/s', target, ratio: ratio(crlf) });
    report({ name: 'kernel log, coloured', value: colour, unit: 'MB/s', ratio: ratio(colour) });
    const common = speed('common', logs.lf);
    const seventh = 'one line in seven is tried';
    report({
      name: 'one regex with a common literal',
      value: common,
      unit: 'MB/s',
      ratio: ratio(common),
      note: seventh,
    });
    const mixed = speed('mixed', logs.lf);
    const note = 'every line is tried';
    report({ name: 'two regexes without a literal', value: mixed, unit: 'MB/s', ratio: ratio(mixed), note });
    const diagnosed = speed('diagnose', logs.lf);
    report({
      name: 'diagnose, a log of mixed origin',
      value: diagnosed,
      unit: 'MB/s',
      target: { is: 'at least', value: 100 },
      ratio: ratio(diagnosed),
      note: 'speakers, complaints, boots and the whole catalog',
    });
    const smallest = speed(`rows ${CATALOGS[0]}`, logs.lf);
    for (const size of CATALOGS) {
      const value = speed(`rows ${size}`, logs.lf);
      const slower = { value: smallest / value, to: `slower than with ${CATALOGS[0]}` };
      report({ name: `needles of ${size} signatures`, value, unit: 'MB/s', ratio: slower });
    }
  },
};

/** The search alone, whose cost must not grow with the catalog: no line is judged, and the table is built before. */
function search(log: Buffer, size: number): () => void {
  const { automaton } = compileRules({ steps: [], forbid: [] }, catalogOf(size));
  const ignore = (): void => undefined;
  return () => {
    const scanner = new LineScanner(automaton, { everyLine: false, onLine: ignore, onWipe: ignore });
    for (const bytes of chunksOf(log)) scanner.push(bytes);
  };
}

/** Rows of the catalog; beyond its end the same rows once more, which look for the text read backwards. */
function catalogOf(size: number): readonly Signature[] {
  const more = SIGNATURES.slice(0, Math.max(0, size - SIGNATURES.length)).map((row) => ({
    ...row,
    pattern: new RegExp([...row.pattern.source.replace(/[^\w ]+|\\./g, ' ')].reverse().join('')),
  }));
  return [...SIGNATURES.slice(0, size), ...more];
}

function diagnose(log: Buffer): void {
  const reader = new LogReader('mixed');
  for (const bytes of chunksOf(log)) reader.push(bytes);
  reader.end();
}

/** A log in which something is found would end the scan early and look fast. */
function judge(log: Buffer, expectations: readonly string[]): void {
  const judge = new Judge(benchRules(expectations));
  judge.start();
  let time = 0;
  for (const bytes of chunksOf(log)) {
    time += 0.1;
    for (const event of judge.push({ type: 'output', time, stream: 'serial', bytes })) {
      if (event.type !== 'phase') throw new Error(`the log is not clean: ${JSON.stringify(event)}`);
    }
  }
}

/**
 * `npm run bench -- goldens DIR…`: scores what `run`, `check` and `diagnose` say of logs that somebody else keeps.
 * The folders are read and never copied. All marks go to results/goldens.json.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { type Ablation, ablate, summary } from './ablation.ts';
import { type Collection, readCollection } from './formats.ts';
import { diagnosed, isId, judged, type Reader } from './golden.ts';
import { count, FIGURES, type Figure, type Mark, marksOf, misses, type Truth } from './score.ts';

interface Pass {
  readonly name: string;
  readonly reader: Reader;
  readonly truth: Truth;
  /** Shown with their misses. */
  readonly figures: readonly Figure[];
}

const RUN: Pass = {
  name: 'run and check, default severity',
  reader: judged,
  truth: 'crash',
  figures: ['found', 'false alarm', 'function'],
};
const DIAGNOSE: Pass = {
  name: 'diagnose',
  reader: diagnosed(),
  truth: 'outcome',
  figures: ['found', 'false alarm', 'phase', 'cause', 'outcome', 'unknown but honest', 'wrong and confident'],
};
const PASSES: Readonly<Record<Collection['format'], readonly Pass[]>> = {
  syzkaller: [
    RUN,
    { ...DIAGNOSE, truth: 'crash', figures: ['found', 'false alarm', 'function', 'unknown but honest'] },
    {
      ...DIAGNOSE,
      name: 'diagnose --stream host',
      reader: diagnosed('host'),
      truth: 'crash',
      figures: ['found'],
    },
  ],
  logspec: [RUN, DIAGNOSE],
  corpus: [DIAGNOSE],
};

/** How many misses of a group are shown. */
const SHOWN = 4;

export function goldens(directories: readonly string[], results: URL): void {
  const scored = directories.map((directory) => {
    const collection = readCollection(directory);
    console.log(`\n${directory}: ${collection.format}, ${collection.goldens.length} logs`);
    const passes = PASSES[collection.format].map((pass) => scorePass(collection, pass));
    return { directory, passes, ablations: ablateAll(collection) };
  });
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL('goldens.json', results), `${JSON.stringify(scored, null, 1)}\n`);
  console.log('\nall marks: results/goldens.json');
}

function scorePass({ goldens: logs }: Collection, pass: Pass): { name: string; marks: readonly Mark[] } {
  const answers = logs.map((golden) => ({ golden, answer: pass.reader(golden) }));
  const marks = answers.flatMap(({ golden, answer }) => marksOf(golden, answer, pass.truth));
  console.log(`\n  ${pass.name}`);
  for (const figure of pass.figures) {
    const [hits, all] = count(marks, figure);
    if (all === 0) continue;
    const percent = `${((100 * hits) / all).toFixed(1)} %`.padStart(8);
    console.log(`    ${figure.padEnd(20)}${percent}  ${hits} of ${all} ${FIGURES[figure].counts}`);
  }
  for (const figure of pass.figures) if (figure !== 'unknown but honest') printMisses(marks, figure);
  const toRead = answers.filter(({ golden: { cause } }) => cause !== undefined && !isId(cause));
  if (pass.figures.includes('cause') && toRead.length > 0) {
    console.log('    causes in words, for a person to compare');
    for (const { golden, answer } of toRead) {
      const said = answer.says === 'nothing' ? 'nothing wrong' : `${answer.cause}: ${answer.title}`;
      console.log(
        `      ${golden.name}\n        is:   ${golden.cause}\n        ours: [${answer.phase}] ${said}`,
      );
    }
  }
  return { name: pass.name, marks };
}

/** What is said of the same logs where no row of the catalog knows the deciding line. */
function ablateAll({ goldens: logs }: Collection): readonly Ablation[] {
  const ablations = logs.flatMap((golden) => ablate(golden) ?? []);
  if (ablations.length === 0) return ablations;
  const { outcomes, phase } = summary(ablations);
  console.log(`\n  diagnose without the rows that decide, ${ablations.length} logs`);
  console.log(`    phase as with them    ${(100 * phase).toFixed(1)} %`);
  for (const [outcome, times] of outcomes) {
    console.log(`    ${outcome.padEnd(28)}${times}`);
    if (outcome === 'shown') continue;
    for (const { name, line, said } of ablations.filter((one) => one.outcome === outcome).slice(0, SHOWN)) {
      console.log(`        ${name}: "${line.slice(0, 120)}", ours: ${said}`);
    }
  }
  return ablations;
}

function printMisses(marks: readonly Mark[], figure: Figure): void {
  const groups = misses(marks, figure);
  if (groups.length === 0) return;
  console.log(`    misses: ${figure}`);
  for (const [mechanism, group] of groups) {
    console.log(`      ${String(group.length).padStart(4)} × ${mechanism}`);
    for (const { name, wanted, got } of group.slice(0, SHOWN)) {
      console.log(`             ${name}: ${wanted === '' ? '' : `is "${wanted}", `}ours: ${got}`);
    }
  }
}

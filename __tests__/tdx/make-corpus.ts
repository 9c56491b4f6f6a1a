/**
 * Writes fixtures/tdx/corpus.json: `node __tests__/tdx/make-corpus.ts`. Changes sound data at random, by a fixed seed,
 * and keeps the first that ends in each way; what it finds is looked at before it is committed.
 */

import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { mutated } from './fuzz-mutations.ts';
import { outcome, pack, READERS, type ReaderName, soundBytes } from './hostile.ts';

const RUNS = 3000;
const SEED = 20261124;

const readers = Object.keys(READERS) as ReaderName[];
const entries = readers.flatMap((reader) => {
  const kept = new Map<string, string>();
  fc.assert(
    fc.property(mutated(soundBytes(reader)), (bytes) => {
      const result = outcome(reader, bytes);
      const size = Math.floor(Math.log2(bytes.length + 1) / 4);
      const key = `${result} ${size}`;
      if (!kept.has(key)) kept.set(key, pack(bytes));
    }),
    { numRuns: RUNS, seed: SEED },
  );
  return [...kept].map(([key, data]) => ({ reader, outcome: key.split(' ')[0] ?? '', data }));
});
const about =
  'Damaged data for the readers of src/tdx, made by __tests__/tdx/make-corpus.ts: base64 of raw deflate.';
const file = new URL('../fixtures/tdx/corpus.json', import.meta.url);
writeFileSync(file, `${JSON.stringify({ about, entries }, null, 1)}\n`);
console.log(`${entries.length} entries`);

/** Which lines of a long console the page has: the first, the last, and those that it links to; it says how many it leaves out. */

import { expect, test } from '@jest/globals';
import { readConsole } from '../../src/report/page/console-lines.ts';
import { readResult } from '../../src/report/results.ts';
import { recordRun } from '../support/recordings.ts';
import { endOfLog, out } from '../support/rules.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('lines');

/** The lines of the page, by their names, and what it says of the others. */
async function pageOf(name: string, steps: string, texts: readonly string[]) {
  const scenario = `name: ${name}\nplatform: kvm\nguest: {kernel: k, initrd: i}\nsteps: ${steps}\n`;
  const events = texts.map((text, index) => out(10 * index, text));
  const { directory } = await recordRun(dir, { scenario, events: [...events, endOfLog(10 * events.length)] });
  const { counts, omitted, text } = readConsole(directory, (await readResult(directory)).result, 16 << 20);
  const records = text.toString().split('\n');
  const numbers = records.map((record) => Number(/^.(\d+) /.exec(record)?.[1]));
  return { records, numbers, omitted, counts };
}

test('a short console is whole', async () => {
  const { records, omitted, counts } = await pageOf('short', '[{expect: c}]', ['a\nb\n', 'c']);
  expect(records).toEqual(['01 0\ta', '02 0\tb', '03 10\tc']);
  expect({ omitted, counts }).toEqual({ omitted: 0, counts: { console: 3 } });
});

test('of a long one, the middle is left out and counted, but for a line that met a step', async () => {
  const filler = 'x'.repeat(240);
  const blocks = Array.from({ length: 1000 }, (_, block) =>
    Array.from({ length: 100 }, (_, line) => `line ${100 * block + line + 1} ${filler}\n`).join(''),
  );
  const { numbers, omitted, counts } = await pageOf(
    'long',
    '[{expect: "line 50001 "}, {expect: no}]',
    blocks,
  );
  expect(counts).toEqual({ console: 100_000 });
  expect(numbers.length + omitted).toBe(100_000);
  const gaps = numbers.flatMap((number, at) =>
    at > 0 && number !== (numbers[at - 1] ?? 0) + 1 ? [number] : [],
  );
  expect([numbers[0], numbers.at(-1)]).toEqual([1, 100_000]);
  expect(gaps).toEqual([50_001, expect.any(Number)]);
  expect(numbers.length).toBeGreaterThan(50_000);
  expect(numbers.length).toBeLessThan(70_000);
});

test('of a million lines without a text, the last 100,000', async () => {
  const { numbers, omitted } = await pageOf('empty', '[{expect: no}]', Array(100).fill('\n'.repeat(10_000)));
  expect(numbers.length + omitted).toBe(1_000_000);
  expect([numbers[0], numbers.at(-1)]).toEqual([1, 1_000_000]);
  expect(numbers.length).toBeLessThanOrEqual(150_000);
});

/** A failure that no row knows is shown as such, in the phase of who speaks: tried by taking rows out of the catalog. */

import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { type Ablation, ablate, summary } from '../../bench/goldens/ablation.ts';
import { readCollection } from '../../bench/goldens/formats.ts';
import type { Golden } from '../../bench/goldens/golden.ts';
import { EVERY_ROW } from '../../src/judge/catalog/index.ts';
import { everyCauseOf } from '../../src/judge/family.ts';
import type { LogOrigin } from '../../src/words/words.ts';
import { GOLDENS } from './goldens/index.ts';
import { THREADS } from './threads/index.ts';

const BANNER = '[    0.000000] Linux version 6.8.0-test (builder@host) #1 SMP';
const FIRMWARE = 'SecCoreStartupWithStack(0xFFFCC000, 0x820000)';
/** What a log says before a failure of the phase. */
const LIFE: Readonly<Record<string, readonly string[]>> = {
  firmware: [FIRMWARE],
  bootloader: [FIRMWARE, 'BdsDxe: starting Boot0001 "UEFI Misc Device" from PciRoot(0x0)/Pci(0x2,0x0)'],
  kernel: [BANNER],
  initramfs: [BANNER, '[    1.2] Run /init as init process'],
  userspace: [
    BANNER,
    '[    2.3] systemd[1]: Detected confidential virtualization tdx.',
    'Welcome to Ubuntu!',
  ],
};
const PHASE_OF = new Map(EVERY_ROW.flatMap(everyCauseOf).map(({ id, phase }) => [id, phase]));

function golden(name: string, lines: readonly string[], origin: LogOrigin = 'mixed'): Golden {
  const log = Buffer.from(`${lines.join('\n')}\n`);
  return { name, log, origin, functions: [], mechanism: '' };
}

const CORPUS = readCollection(new URL('../fixtures/corpus', import.meta.url).pathname).goldens;
const PASTED = THREADS.map(({ name, log }) => golden(name, log));
const FAMILIES = readFileSync(new URL('./goldens/threads-families.txt', import.meta.url), 'utf8')
  .split(/\n(?=\S)/)
  .map((thread) => thread.trimEnd().split('\n'))
  .map(([name = '', ...lines]) =>
    golden(
      name,
      lines.map((line) => line.slice(4)),
      name.startsWith('build') ? 'build' : 'mixed',
    ),
  );
const LINES = GOLDENS.map(({ id, line, stream }) =>
  stream === 'build'
    ? golden(id, [line], 'build')
    : golden(id, [...(LIFE[PHASE_OF.get(id) ?? ''] ?? []), line]),
);

function ablations(goldens: readonly Golden[]): Ablation[] {
  return goldens.flatMap((one) => ablate(one) ?? []);
}

/**
 * In percent. The rest of the phases are those of rows that know better than the one who speaks. Of the four threads that are wrong
 * and confident, three name another line of the same failure. The lines with nothing wrong carry no word of failure.
 */
test.each<[string, readonly Golden[], { phase: number; wrong: number; nothing: number }]>([
  ['logs of public threads', [...CORPUS, ...PASTED, ...FAMILIES], { phase: 85, wrong: 2, nothing: 1 }],
  ['a line, after the signs of life of its phase', LINES, { phase: 90, wrong: 0, nothing: 1 }],
])('%s', (_, goldens, limits) => {
  const all = ablations(goldens);
  const { outcomes, phase } = summary(all);
  const percent = (count = 0): number => (100 * count) / all.length;
  expect(all.length).toBeGreaterThan(100);
  expect(100 * phase).toBeGreaterThan(limits.phase);
  expect(percent(outcomes.get('wrong and confident'))).toBeLessThanOrEqual(limits.wrong);
  expect(percent(outcomes.get('nothing wrong'))).toBeLessThanOrEqual(limits.nothing);
});

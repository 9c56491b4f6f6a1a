/** Finds the rows of the catalog that share the most telling words with a line that none of them knows. */

import type { Phase } from '../../words/words.ts';
import { EVERY_ROW } from '../catalog/index.ts';
import type { Signature } from '../signature.ts';

const SHOWN = 2;
/** Words that every second row has tell nothing. */
const COMMON =
  /^(?:fail(?:ed|ure)?|error|cannot|could|unable|with|from|that|this|have|does|line|level|time|name|guest|kernel|the|not|for|and)$/;

/** Made for the first line that asks. */
let vocabulary: readonly { readonly row: Signature; readonly words: ReadonlySet<string> }[] | undefined;

/** @param phase whose words the line may be: a guest's, or those of host and VMM */
export function nearestRows(line: string, phase: Phase): { readonly id: string; readonly title: string }[] {
  vocabulary ??= EVERY_ROW.map((row) => ({ row, words: wordsOfRow(row) }));
  const rows = vocabulary.filter(({ row }) => isGuests(row.phase) === isGuests(phase));
  const words = [...wordsOf(line)];
  const weights = new Map(words.map((word) => [word, 1 / rows.filter((row) => row.words.has(word)).length]));
  const weight = (word: string): number => weights.get(word) ?? 0;
  return rows
    .map(({ row, words: own }) => {
      const shared = words.filter((word) => own.has(word));
      // A row with many words shares some of them by chance.
      const size = Math.sqrt(own.size);
      return {
        row,
        shared: shared.length,
        score: shared.reduce((sum, word) => sum + weight(word), 0) / size,
      };
    })
    .filter(({ shared, score }) => shared >= 2 && score >= 0.1)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(({ row: { id, title } }) => ({ id, title: title.replace(/\$<[\w:-]+>/g, '…') }));
}

function isGuests(phase: Phase): boolean {
  return phase !== 'host' && phase !== 'vmm';
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z][a-z0-9_]{2,}/g) ?? [];
  return new Set(words.filter((word) => !COMMON.test(word)));
}

/** What a row looks for, and what it says of it. */
function wordsOfRow({ pattern, title }: Signature): Set<string> {
  return wordsOf(`${pattern.source.replace(/\(\?<\w+>|\\./g, ' ')} ${title.replace(/\$<[\w:-]+>/g, '')}`);
}

/** A log that ends within the trace of a kernel, whose first lines are not there. */

import type { DiagnosisInput } from '../diagnosis/input.ts';
import { framesOf, wordsOf } from './frame.ts';
import { GuiltySearch } from './guilty.ts';

/** One such line may be of anything. */
const FRAMES = 2;

/** @returns the function at fault; undefined where the last words are no frames */
export function traceAtEnd({ lastWords }: Pick<DiagnosisInput, 'lastWords'>): string | undefined {
  const [last] = lastWords;
  if (last === undefined) return undefined;
  const lines = [...(last.before ?? []), last.text];
  const first = lines.findLastIndex((line) => framesOf(wordsOf(line).text).length === 0) + 1;
  if (lines.length - first < FRAMES) return undefined;
  const search = new GuiltySearch({ place: 'fault' }, '');
  for (const line of lines.slice(first)) search.read(line);
  return search.told.func;
}

/** The options of `tdx-boot compare`, apart from its code, which loads when it runs. */

import { UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';
import type { UseOptions } from './uses.ts';

export const COMPARE_FORMATS = ['terminal', 'markdown', 'json'] as const;

export interface CompareOptions extends UseOptions {
  /** 0.05 is five per cent. */
  readonly margin: number;
  readonly format: (typeof COMPARE_FORMATS)[number];
  /** The newest runs of each scenario that are compared. */
  readonly last: number;
  /** Boots both sides so many times; they are scenarios then. */
  readonly runs?: number;
  readonly results: string;
}

/**
 * Reads `5%`.
 * @throws UsageError code `bad-margin`
 */
export function parseMargin(text: string): number {
  const [, number] = /^(\d{1,3}(?:\.\d{1,3})?) ?%$/.exec(text) ?? [];
  if (number !== undefined) return Number(number) / 100;
  throw new UsageError('bad-margin', `margin ${quote(text)} is none`, {
    hint: 'Write it in per cent, as in 5%.',
  });
}

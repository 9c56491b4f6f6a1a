/** What a user says of a suite beside its file: as options on the command line, as inputs of the action. */

import { UsageError } from '../words/errors.ts';
import { quote } from '../words/quote.ts';
import type { Shard } from './shard.ts';
import type { Retry } from './suite.ts';

export interface SuiteChoices {
  /** Guests at a time; absent: as many as the host has CPUs. */
  readonly jobs?: number;
  readonly shard?: Shard;
  /** The first scenario that is not passed ends the suite. */
  readonly failFast?: boolean;
  /** Further attempts; absent: as the suite file says. */
  readonly retry?: number;
  /** Also after an attempt that failed, not only after one that errored. */
  readonly retryFailed?: boolean;
  /** A flaky scenario fails the suite. */
  readonly strict?: boolean;
}

/** @throws UsageError code `bad-jobs` */
export function parseJobs(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new UsageError('bad-jobs', `jobs ${quote(text)} is no number of guests`, {
    hint: 'Give a number of 1 or more.',
  });
}

/** @throws UsageError code `bad-retry` */
export function parseRetry(text: string): number {
  if (/^\d$/.test(text)) return Number(text);
  throw new UsageError('bad-retry', `retry ${quote(text)} is no number of further attempts`, {
    hint: 'Give a number from 0 to 9.',
  });
}

/**
 * When scenarios are tried again.
 * @param own what the suite file says
 * @throws UsageError code `nothing-retried` where it is said of failures that they are retried, and nothing is
 */
export function retryOf(
  { retry, retryFailed = false }: SuiteChoices,
  own?: { readonly times: number; readonly after?: Retry['after'] | undefined },
): Retry {
  const times = retry ?? own?.times ?? 0;
  if (retryFailed && times === 0) {
    throw new UsageError('nothing-retried', 'retry-failed is given, and nothing is retried', {
      hint: 'Say with retry how often.',
    });
  }
  return { times, after: retryFailed ? 'failed' : (own?.after ?? 'errored') };
}

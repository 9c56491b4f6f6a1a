/** The options of `tdx-boot bisect`, apart from its code, which loads when it runs. */

import type { Shard } from '../suite/shard.ts';
import type { UseOptions } from './uses.ts';

export interface BisectOptions extends UseOptions {
  readonly good: string;
  readonly bad: string;
  /** A kernel's repository; absent: the firmware of the scenario is bisected. */
  readonly tree?: string;
  /** Builds the kernel; with `tree` only. */
  readonly build?: string;
  /** What the command makes, relative to the tree. */
  readonly output: string;
  readonly retry: number;
  /** The part to test; absent: the whole search. */
  readonly shard?: Shard;
  /** Results of parts of this search. */
  readonly known?: readonly string[];
  readonly results: string;
  readonly json?: true;
}

/** What the page is made of. */

import type { HistoryRun } from '../../suite/history-run.ts';
import type { Result } from '../result.ts';
import type { RecordedResult } from '../results.ts';
import type { ConsoleLines } from './console-lines.ts';

/** One run of the page. */
export interface PageRun extends RecordedResult {
  readonly console: ConsoleLines;
  /** The attempts before it, which have places of their own in the page. */
  readonly earlier?: readonly PageRun[] | undefined;
  /** boot.cast; undefined where it is too large, or missing. */
  readonly cast: Buffer | undefined;
  readonly baseline?: Result | undefined;
  /** Runs before it that a history has. */
  readonly history?: readonly HistoryRun[] | undefined;
}

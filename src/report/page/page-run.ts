/** What the page is made of. */

import type { HistoryRun } from '../../suite/history-run.ts';
import type { Result } from '../result.ts';
import type { ConsoleLines } from './console-lines.ts';

/** One run of the page. */
export interface PageRun {
  readonly result: Result;
  /** The recording's directory, as commands name it. */
  readonly directory: string;
  readonly console: ConsoleLines;
  /** boot.cast; undefined where it is too large, or missing. */
  readonly cast: Buffer | undefined;
  readonly baseline?: Result | undefined;
  /** Runs before it that a history has. */
  readonly history?: readonly HistoryRun[] | undefined;
  /** Results of the attempts before it. */
  readonly earlier?: readonly Result[] | undefined;
}

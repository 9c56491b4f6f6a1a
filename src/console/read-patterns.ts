/** What was read from patterns of tdx-boot itself before the program starts. */

import { once } from '../words/once.ts';

/** What the text of a pattern says. */
export interface PatternFacts {
  /**
   * Every match contains at least one of these lower-case ASCII texts; undefined when no such text is known and every
   * line has to be tried.
   */
  readonly needles: readonly string[] | undefined;
  /** Names of the named groups. */
  readonly groups: readonly string[];
}

/**
 * By the source of the pattern. Empty here, so that each pattern is read when it is needed; in dist/ the build has read all of
 * them (script/patterns.ts), because that takes more than 100 ms of CPU time.
 */
export const readPatterns = once((): ReadonlyMap<string, PatternFacts> => new Map());

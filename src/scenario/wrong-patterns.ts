/** Finds the wrong patterns of a file that has mistakes of shape, too, so that all mistakes come at once. */

import { parsePattern } from '../console/pattern.ts';
import { UsageError } from '../words/errors.ts';
import type { Problem, ScenarioSource } from './text.ts';
import type { Path } from './tree.ts';

/** Keys whose texts are patterns. */
const PATTERN_KEYS: ReadonlySet<string> = new Set(['expect', 'pattern', 'match', 'output', 'forbid']);

/** What is wrong with a pattern, in words; undefined: nothing. */
export function patternProblem(text: string): string | undefined {
  try {
    parsePattern(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.hint === undefined ? error.message : `${error.message}. ${error.hint}`;
  }
}

/** Whether the text at this path is a pattern. */
export function isPatternAt(path: Path): boolean {
  return PATTERN_KEYS.has(String(path.findLast((part) => typeof part === 'string')));
}

export function wrongPatterns(source: ScenarioSource): Problem[] {
  const walk = (value: unknown, path: Path, isPattern: boolean): Problem[] => {
    if (typeof value === 'string') {
      const message = isPattern ? patternProblem(value) : undefined;
      return message === undefined ? [] : [{ where: source.where(path), message }];
    }
    if (Array.isArray(value))
      return value.flatMap((entry, index) => walk(entry, [...path, index], isPattern));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, entry]) =>
      walk(entry, [...path, key], PATTERN_KEYS.has(key)),
    );
  };
  return walk(source.value(), [], false);
}

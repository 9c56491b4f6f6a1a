/** Reads all patterns of tdx-boot itself for dist/. */

import type { Plugin } from 'esbuild';
import { trustedPattern } from '../src/console/pattern.ts';
import type { PatternFacts } from '../src/console/read-patterns.ts';
import { logBook } from '../src/judge/log/book.ts';
import { compileRules } from '../src/judge/rulebook.ts';

/** Puts what the patterns say in the place of the empty table of src/console/read-patterns.ts. */
export const WITH_READ_PATTERNS: Plugin = {
  name: 'with-read-patterns',
  setup(builder) {
    builder.onLoad({ filter: /\/src\/console\/read-patterns\.ts$/ }, () => ({
      // One text, which is read with the first pattern: V8 reads JSON faster than code, and most commands need no pattern.
      contents: `let read; export const readPatterns = () => read ??= new Map(JSON.parse(${JSON.stringify(JSON.stringify(allPatterns()))}));`,
    }));
  },
};

/** The patterns of a live judge and of a judge of logs, each once, by their source. */
export function allPatterns(): [string, PatternFacts][] {
  const book = compileRules({ steps: [], forbid: [], measurements: [] });
  const tables = [...Object.values(book), ...Object.values(logBook())].filter(hasEntries);
  const patterns = tables.flatMap(({ items }) => items.map(({ entry }) => entry.pattern));
  return [
    ...new Map(
      patterns.map((regex): [string, PatternFacts] => {
        const { needles, groups } = trustedPattern(regex);
        return [regex.source, { needles, groups }];
      }),
    ),
  ];
}

interface Entries {
  readonly items: readonly { readonly entry: { readonly pattern: RegExp } }[];
}

function hasEntries(table: unknown): table is Entries {
  return typeof table === 'object' && table !== null && 'items' in table;
}

/** What people pasted into public issues, and the cause that the lines have: thread by thread. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { LogReader } from '../../src/judge/log.ts';

interface Thread {
  readonly source: 'mixed' | 'build';
  readonly cause: string;
  readonly issue: string;
  readonly lines: string;
}

/** A heading "source cause issue", and the lines, indented by four spaces. */
const THREADS: readonly Thread[] = readFileSync(
  new URL('./goldens/threads-families.txt', import.meta.url),
  'utf8',
)
  .split(/\n(?=\S)/)
  .map((thread) => {
    const [heading = '', ...lines] = thread.trimEnd().split('\n');
    const [source, cause = '', issue = ''] = heading.split(' ');
    return {
      source: source === 'build' ? 'build' : 'mixed',
      cause,
      issue,
      lines: lines.map((line) => line.slice(4)).join('\n'),
    };
  });

describe('lines of public issues', () => {
  test('there are many', () => {
    expect(THREADS.length).toBeGreaterThan(60);
  });

  test.each(THREADS)('$issue: $cause', ({ source, cause, lines }) => {
    const reader = new LogReader(source);
    reader.push(Buffer.from(`${lines}\n`));
    expect(reader.end().diagnosis?.cause).toBe(cause);
  });
});

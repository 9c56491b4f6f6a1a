/** What an annotation says when there is much to say. */

import { expect, jest, test } from '@jest/globals';
import { annotate } from '../../src/action/job.ts';

test('an annotation is as long as the runner takes, and says that there is more', () => {
  const written: string[] = [];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  try {
    annotate('error', ['failed: boot', ...Array<string>(1000).fill('not ok 1 a test of many')]);
  } finally {
    stdout.mockRestore();
  }
  const [, message = ''] = /^::error::(.*)$/m.exec(written.join('')) ?? [];
  const lines = message.split('%0A');
  expect(lines.join('\n').length).toBeLessThanOrEqual(4096);
  expect(lines[0]).toBe('failed: boot');
  expect(lines.at(-1)).toBe('and more: see the summary of the job');
});

/** A file that is replaced as a whole has the text of one writer, however many there are. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { writeWhole } from '../../src/report/whole-file.ts';
import { scratchDirectory } from '../support/scratch.ts';

const directory = scratchDirectory('whole-file');

test('writers of one file at once all succeed, and the file is the text of one of them', async () => {
  const file = join(directory, 'report.html');
  const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(100_000));
  await Promise.all(texts.map((text) => writeWhole(file, text)));
  expect(texts.includes(readFileSync(file, 'utf8'))).toBe(true);
  expect(readdirSync(directory)).toEqual(['report.html']);
});

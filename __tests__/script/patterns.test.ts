/** dist/ has what the patterns of tdx-boot say, so that no start reads them. */

import { expect, test } from '@jest/globals';
import { allPatterns } from '../../script/patterns.ts';
import { EVERY_ROW, HOST_SIGNS, MILESTONES, SIGNATURES } from '../../src/judge/catalog/index.ts';
import { FACTS } from '../../src/judge/shown.ts';

const read = new Map(allPatterns());

test('each pattern of the judge of a boot and of the judge of logs is read', () => {
  const all = [...SIGNATURES, ...EVERY_ROW, ...MILESTONES, ...FACTS, ...HOST_SIGNS];
  expect(all.filter(({ pattern }) => !read.has(pattern.source))).toEqual([]);
});

test('what is read survives JSON', () => {
  expect(new Map(JSON.parse(JSON.stringify([...read])))).toEqual(read);
});

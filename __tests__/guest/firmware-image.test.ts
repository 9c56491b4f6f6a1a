/** Which firmware takes its kernel from the VMM. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { takesPayload } from '../../src/guest/firmware-image.ts';
import { buildImage, EDK2, TD_SHIM, TD_SHIM_EXECUTABLE } from '../tdx/image-builder.ts';

const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-image-'));
afterAll(() => rmSync(directory, { recursive: true }));

test.each<[string, Uint8Array | undefined, boolean]>([
  ['td-shim', buildImage(TD_SHIM), true],
  ['td-shim with a payload of its own', buildImage(TD_SHIM_EXECUTABLE), false],
  ['TDVF', buildImage(EDK2), false],
  ['an image without TDX metadata', new Uint8Array(0x10000), false],
  ['a file that is missing', undefined, false],
])('%s', (name, image, wanted) => {
  const file = join(directory, name);
  if (image !== undefined) writeFileSync(file, image);
  expect(takesPayload({ image: file })).toBe(wanted);
});

test('a firmware that is still to be built is known by its recipe', () => {
  const request = { build: 'release', defines: [] } as const;
  expect(takesPayload({ request: { ...request, name: 'td-shim' } })).toBe(true);
  expect(takesPayload({ request: { ...request, name: 'td-shim-executable' } })).toBe(false);
  expect(takesPayload(undefined)).toBe(false);
});

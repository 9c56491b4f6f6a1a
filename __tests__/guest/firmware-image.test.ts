/** Which firmware takes its kernel from the VMM, and what an image of an unknown name shows of itself. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeFirmware, isEdk2Image, takesPayload } from '../../src/guest/firmware-image.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { buildImage, EDK2, TD_SHIM, TD_SHIM_EXECUTABLE } from '../tdx/image-builder.ts';
import { buildVolume } from '../tdx/volume-builder.ts';

const directory = scratchDirectory('image');

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

/** An image with these drivers in the volume of its code. */
function withDrivers(...names: readonly string[]): Uint8Array {
  const image = buildImage(EDK2);
  image.set(buildVolume(['DxeCore', 'BdsDxe', ...names].map((name) => ({ name }))), 0x84000);
  return image;
}

test.each<[string, Uint8Array]>([
  ['td-shim', buildImage(TD_SHIM)],
  ['td-shim with its payload in the image', buildImage(TD_SHIM_EXECUTABLE)],
  ['TDVF', withDrivers('TdTcg2Dxe')],
  ['OVMF with TDX metadata, which extends no RTMR', withDrivers('Tcg2Dxe')],
  ['firmware with TDX metadata, whose volumes cannot be read', buildImage(EDK2)],
  ['a file that is no firmware image', new Uint8Array(0x10000)],
  ['firmware without TDX metadata', buildImage({ ...EDK2, table: [] })],
])('an image of an unknown name: %s', (wanted, image) => {
  const file = join(directory, 'unknown.fd');
  writeFileSync(file, image);
  expect(describeFirmware(file)).toBe(wanted);
});

test.each<[string, Uint8Array, boolean]>([
  ['of edk2', buildVolume([]), true],
  ['of td-shim', buildImage(TD_SHIM), false],
])('whether an image begins with a volume: %s', (_, image, wanted) => {
  const file = join(directory, 'head.fd');
  writeFileSync(file, image);
  expect(isEdk2Image(file)).toBe(wanted);
});

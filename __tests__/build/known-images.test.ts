/** Which images of a store or a cache are used as they are, with a notice, or not at all. */

import { describe, expect, test } from '@jest/globals';
import { KNOWN_IMAGES, type KnownImage, vouchFor } from '../../src/build/known-images.ts';
import { PINS } from '../../src/build/recipes/pins.ts';
import type { Manifest } from '../../src/build/store/manifest.ts';

const { commit } = PINS.edk2;
const ROW: KnownImage = {
  ...{ recipe: 'tdvf', build: 'release', commit, sha256: 'a'.repeat(64), mrtd: 'b'.repeat(96) },
  ...{ tools: 'gcc 12.2.0', source: 'test' },
};

function manifest(
  image: Partial<Pick<Manifest, 'sha256' | 'mrtd'>>,
  inputs: Partial<Manifest['inputs']> = {},
): Manifest {
  return {
    ...{ version: 1, key: 'key', image: 'OVMF.fd', size: 1, sha256: 'a'.repeat(64) },
    inputs: {
      ...{ recipe: 'tdvf', build: 'release', source: `commit:${commit}`, recipeDigest: 'r' },
      ...{ defines: [], arch: 'x64', toolchain: {} },
      ...inputs,
    },
    ...{ source: { from: 'test', submodules: [] }, builtAt: '2026-01-01T00:00:00.000Z', buildSeconds: 1 },
    ...image,
  };
}

test.each([
  ['content:other', undefined],
  ['commit:other', expect.stringContaining('none of the 0 published images of commit:other')],
])('of %s, from the store: a notice, but for a directory', (source, notice) => {
  const options = { from: 'store', known: [ROW] } as const;
  const made = manifest({}, { source });
  expect(vouchFor(made, { ...options, required: false })).toEqual(notice);
  expect(() => vouchFor(made, { ...options, required: true })).toThrow(/none of the 0 published/);
});

test('built with defines: the notice names them', () => {
  const made = manifest({}, { defines: ['A=B', 'C'] });
  expect(vouchFor(made, { required: false, from: 'cache', known: [ROW] })).toContain(
    `is none of the 0 published images of commit:${commit} with A=B C: whoever`,
  );
});

describe('an image that is', () => {
  test.each<[string, Manifest, boolean]>([
    ['published', manifest({}), true],
    ['another one of the pin', manifest({ sha256: 'c'.repeat(64) }), false],
    ['published for another build', manifest({}, { build: 'debug' }), false],
    ['of another commit', manifest({}, { source: 'commit:other' }), false],
    ['of a directory', manifest({}, { source: 'content:other' }), false],
    ['built with other defines', manifest({}, { defines: ['A=B'] }), false],
    ['td-shim, which has no rows', manifest({}, { recipe: 'td-shim' }), false],
    ['a VMM', manifest({ sha256: 'c'.repeat(64) }, { recipe: 'cloud-hypervisor' }), true],
  ])(
    '%s: used without a notice, or with one and refused where known ones are required',
    (_what, made, known) => {
      expect(vouchFor(made, { required: false, from: 'cache', known: [ROW] }) === undefined).toBe(known);
      const required = (): unknown => vouchFor(made, { required: true, from: 'cache', known: [ROW] });
      if (known) expect(required()).toBeUndefined();
      else expect(required).toThrow(expect.objectContaining({ name: 'TdxBootError', code: 'unknown-image' }));
    },
  );

  test('not published: the notice names digest and MRTD', () => {
    const made = manifest({ sha256: 'c'.repeat(64), mrtd: 'd'.repeat(96) });
    expect(vouchFor(made, { required: false, from: 'cache', known: [ROW] })).toBe(
      `tdvf (release): the image with the SHA-256 ${'c'.repeat(64)} and the MRTD ${'d'.repeat(96)} is none of the 1 published images of commit:${commit}: whoever can write the store or the shared cache can choose it`,
    );
  });
});

test('each published row is of a pin, once, with whole digests', () => {
  const pins = Object.values(PINS).map((pin) => pin.commit);
  for (const row of KNOWN_IMAGES) {
    expect(pins).toContain(row.commit);
    expect(row).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      mrtd: expect.stringMatching(/^[0-9a-f]{96}$/),
    });
  }
  expect(new Set(KNOWN_IMAGES.map(({ sha256 }) => sha256)).size).toBe(KNOWN_IMAGES.length);
});

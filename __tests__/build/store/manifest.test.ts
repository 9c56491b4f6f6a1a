/** The key of an image, and what a manifest has to look like to be believed. */

import { describe, expect, test } from '@jest/globals';
import { buildKey, type Inputs, type Manifest, parseManifest } from '../../../src/build/store/manifest.ts';

const INPUTS: Inputs = {
  recipe: 'tdvf',
  build: 'release',
  source: 'commit:13b97736c876919b9786055829caaa4fa46984b7',
  recipeDigest: '0123456789abcdef',
  defines: ['A=1', 'B=2'],
  arch: 'x64',
  toolchain: { gcc: 'gcc 12', nasm: 'NASM 2.16' },
};

const { prefix, key: KEY } = buildKey(INPUTS);

const MANIFEST: Manifest = {
  version: 1,
  key: KEY,
  inputs: INPUTS,
  image: 'OVMF.fd',
  size: 4 << 20,
  sha256: 'a'.repeat(64),
  source: {
    from: 'somewhere',
    commit: '13b97736c876919b9786055829caaa4fa46984b7',
    submodules: [{ path: 'brotli' }, { path: 'openssl', commit: 'abc' }],
  },
  builtAt: '2026-01-01T00:00:00.000Z',
  buildSeconds: 100,
};

describe('the key', () => {
  test('names the recipe and the build; the part without the tools is its prefix', () => {
    expect(KEY).toMatch(/^tdvf-release-[0-9a-f]{16}-[0-9a-f]{16}$/);
    expect(KEY.slice(0, -17)).toBe(prefix);
  });

  test('stays the same from one version of tdx-boot to the next', () => {
    expect(KEY).toBe('tdvf-release-e2ea1cd1f722e476-f194eb114c190514');
  });

  test.each<[string, Partial<Inputs>]>([
    ['recipe', { recipe: 'td-shim' }],
    ['build', { build: 'debug' }],
    ['source', { source: 'commit:b' }],
    ['recipe digest', { recipeDigest: 's' }],
    ['defines', { defines: ['A=1'] }],
    ['order of the defines: the last of two counts', { defines: ['B=2', 'A=1'] }],
    ['limits of the defines', { defines: ['A=1,B=2'] }],
    ['architecture', { arch: 'arm64' }],
  ])('covers the %s', (_, change) => {
    expect(buildKey({ ...INPUTS, ...change }).prefix).not.toBe(prefix);
  });

  test('covers the toolchain apart from the rest, in any order', () => {
    const tools = (toolchain: Record<string, string>) => buildKey({ ...INPUTS, toolchain });
    expect(tools({ gcc: '1', ld: '2' })).toEqual(tools({ ld: '2', gcc: '1' }));
    expect(tools({ gcc: '1' }).prefix).toBe(tools({ gcc: '2' }).prefix);
    expect(tools({ gcc: '1' }).key).not.toBe(tools({ gcc: '2' }).key);
    expect(tools({ gcc: '1' }).key).not.toBe(tools({ ld: '1' }).key);
  });
});

/** Reads the manifest with one change, under the key that follows from its inputs: consistent in itself. */
function read(change: object): Manifest | undefined {
  const value = { ...MANIFEST, ...change };
  const { key } = buildKey(value.inputs);
  return parseManifest(JSON.stringify({ ...value, key, ...change }), key);
}

describe('a manifest', () => {
  test('is read as it was written', () => {
    expect(parseManifest(`${JSON.stringify(MANIFEST, null, 2)}\n`, KEY)).toEqual(MANIFEST);
    expect(read({})).toEqual(MANIFEST);
  });

  test('is read with its MRTD, and without where it is older', () => {
    expect(read({ mrtd: 'b'.repeat(96) })?.mrtd).toBe('b'.repeat(96));
    expect(read({})).not.toHaveProperty('mrtd');
  });

  test.each(['', 'null', '[]', '{', '{"version":1}', JSON.stringify(MANIFEST).slice(0, -1)])(
    '%p is no manifest',
    (text) => {
      expect(parseManifest(text, KEY)).toBeUndefined();
    },
  );

  test('of another key is refused', () => {
    const other = buildKey({ ...INPUTS, build: 'debug' }).key;
    expect(parseManifest(JSON.stringify(MANIFEST), other)).toBeUndefined();
    expect(parseManifest(JSON.stringify({ ...MANIFEST, key: other }), other)).toBeUndefined();
  });

  test.each<[string, object]>([
    ['version', { version: 2 }],
    ['key', { key: 'tdvf' }],
    ['recipe', { inputs: { ...INPUTS, recipe: 'tdvf-release-0123456789abcdef-/../..' } }],
    ['build', { inputs: { ...INPUTS, build: '../debug' } }],
    ['source', { inputs: { ...INPUTS, source: { commit: 'a' } } }],
    ['defines', { inputs: { ...INPUTS, defines: [1] } }],
    ['toolchain', { inputs: { ...INPUTS, toolchain: { gcc: { version: 12 } } } }],
    ['image in another directory', { image: '../OVMF.fd' }],
    ['image that is a directory', { image: '..' }],
    ['image of a hidden name', { image: '.OVMF.fd' }],
    ['size', { size: '4194304' }],
    ['broken size', { size: 0.5 }],
    ['digest', { sha256: 'A'.repeat(64) }],
    ['MRTD', { mrtd: 'a'.repeat(64) }],
    ['MRTD as null', { mrtd: null }],
    ['time', { builtAt: 'yesterday' }],
    ['time as a number', { builtAt: 2026 }],
    ['time in other words', { builtAt: 'Thu, 01 Jan 2026 00:00:00 GMT' }],
    ['duration', { buildSeconds: '100' }],
    ['origin', { source: { submodules: [] } }],
    ['commit', { source: { from: 'somewhere', commit: 1, submodules: [] } }],
    ['list of submodules', { source: { from: 'somewhere' } }],
    ['submodule', { source: { from: 'somewhere', submodules: [{ path: 1 }] } }],
  ])('of an unknown or damaged %s is none', (_, change) => {
    expect(read(change)).toBeUndefined();
  });
});

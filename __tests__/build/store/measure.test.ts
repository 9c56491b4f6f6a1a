/** MRTD of built images: recorded, checked when an image comes from elsewhere, computed where a manifest has none. */

import { describe, expect, test } from '@jest/globals';
import type { Manifest } from '../../../src/build/store/manifest.ts';
import { measureBuilt, measureImage, mrtdOf } from '../../../src/build/store/measure.ts';
import type { Entry } from '../../../src/build/store/store.ts';
import { HostError } from '../../../src/words/errors.ts';
import { buildImage, change, SMALL } from '../../tdx/image-builder.ts';
import { inputs, manifestOf, open, stage, useStore } from './store-lab.ts';

const IMAGE = buildImage(SMALL);
const MRTD = measureImage(IMAGE);

useStore();

/** Adds the image to a store with this MRTD in its manifest, or with none. */
async function add(mrtd: string | undefined, image: Uint8Array = IMAGE): Promise<Entry> {
  const manifest: Manifest = {
    ...manifestOf(image, inputs('a')),
    ...(mrtd === undefined ? {} : { mrtd }),
  };
  const store = open();
  return store.withStaging(async (staging) => store.add(stage(staging, image), manifest));
}

describe('MRTD in the store', () => {
  test('as it was recorded', async () => {
    const entry = await add(MRTD);
    expect(entry.manifest.mrtd).toBe(MRTD);
    expect(mrtdOf(entry)).toBe(MRTD);
  });

  test('of an entry from before it was recorded: found again, and computed from its image', async () => {
    const entry = await add(undefined);
    const [listed] = open().list();
    expect(listed?.entry.manifest).not.toHaveProperty('mrtd');
    expect(mrtdOf(entry)).toBe(MRTD);
  });

  test('a recorded one that is not of the image: not added', async () => {
    await expect(add('ab'.repeat(48))).rejects.toThrow(`its MRTD is ${MRTD} instead of abab`);
    await expect(add(MRTD, Buffer.alloc(65536, 'x'))).rejects.toThrow(`its MRTD is none instead of ${MRTD}`);
  });
});

describe('a build', () => {
  test('of a VMM has none', () => {
    expect(measureBuilt(Buffer.from('ELF'), 'cloud-hypervisor', 'log')).toBeUndefined();
  });

  test('whose image has no TDX metadata: its recipe is named, and the log', () => {
    const measure = () => measureBuilt(Buffer.alloc(65536), 'tdvf', '/logs/tdvf.log');
    expect(measure).toThrow(HostError);
    expect(measure).toThrow(/^building tdvf gave an image that no TD can start: not a firmware image/);
    expect(measure).toThrow(
      expect.objectContaining({ code: 'not-td-firmware', hint: 'The whole log: /logs/tdvf.log' }),
    );
  });

  test('whose image has a section that no VMM adds', () => {
    const image = buildImage({ ...SMALL, ...change(1, { dataOffset: 0x18000 }) });
    expect(() => measureBuilt(image, 'tdvf', 'log')).toThrow(/no TD can start: section 1 \(CFV\): data/);
  });
});

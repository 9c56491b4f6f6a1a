/** A directory of files to measure, which is gone after the tests of the file, and `tdx-boot measure` on them. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { inputs, manifestOf } from '../build/store/store-lab.ts';
import { type Ran, run } from '../support/run.ts';
import { FILES } from '../tdx/fixtures.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tdx-boot-measure-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** The MRTD of the fixture GCE. */
export const GCE_MRTD = String(FILES.find((entry) => entry.kind === 'firmware')?.expected_mrtd);

export const at = (...names: readonly string[]): string => join(scratch, ...names);

export function file(name: string, bytes: Uint8Array | string): string {
  writeFileSync(at(name), bytes);
  return at(name);
}

/** `tdx-boot measure`, whose output names the files without their directory. */
export async function measure(...args: readonly string[]): Promise<Ran> {
  const { code, out, error } = await run('measure', ...args);
  const named = (text: string): string => text.replaceAll(`${scratch}/`, '');
  return { code, out: named(out), error: named(error) };
}

/** An image of a firmware store, with the manifest beside it. */
export function stored(commit: string, image: Buffer, gcc: string): string {
  const manifest = manifestOf(image, inputs(commit, gcc));
  mkdirSync(at(manifest.key), { recursive: true });
  file(join(manifest.key, 'manifest.json'), JSON.stringify(manifest));
  return file(join(manifest.key, manifest.image), image);
}

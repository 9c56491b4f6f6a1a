/** `tdx-boot firmware inspect` on a real image, a damaged one and something else. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { type Ran, runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { buildImage, TD_SHIM } from '../tdx/image-builder.ts';

const FIXTURE = join(import.meta.dirname, '../fixtures/tdx/gce-clean-example-2m.fd.gz');
const scratch = scratchDirectory('inspect');

const image = gunzipSync(readFileSync(FIXTURE));

async function inspect(bytes: Uint8Array, ...options: string[]): Promise<Ran> {
  const file = join(scratch, 'image.fd');
  writeFileSync(file, bytes);
  const { code, out, error } = await runHere('firmware', 'inspect', file, ...options);
  return { code, out: out.replaceAll(file, 'FILE'), error: error.replaceAll(file, 'FILE') };
}

describe('firmware inspect', () => {
  test('prints the sections of a sound image', async () => {
    const { code, out } = await inspect(image);
    expect(code).toBe(0);
    expect(out).toContain('FILE: 2097152 bytes, TDX metadata at 0x110, found by the guid table');
    expect(out).toMatch(/^0 {2}BFV .* MR\.EXTEND$/m);
    expect(out).toContain('no findings');
  });

  test('prints the same as JSON, addresses as text', async () => {
    const { code, out } = await inspect(image, '--json');
    const { sections, findings } = JSON.parse(out);
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
    expect(sections[0]).toMatchObject({ name: 'BFV', extend: true });
    expect(BigInt(sections[0].address) + BigInt(sections[0].memorySize)).toBe(0x1_0000_0000n);
  });

  test('exits 1 and says who refuses an image whose firmware volume is not measured', async () => {
    const damaged = Buffer.from(image);
    // Attributes of section 0: 16 bytes of header, 28 into the section.
    damaged.writeUInt32LE(0, 0x110 + 16 + 28);
    const { code, out } = await inspect(damaged);
    expect(code).toBe(1);
    expect(out).toMatch(/^error: section 0 \(BFV\): attributes 0x0 instead of 0x1/m);
  });

  test('exits 0 for an image that one VMM takes, and says who does not', async () => {
    const { code, out } = await inspect(buildImage(TD_SHIM));
    expect(code).toBe(0);
    expect(out).toMatch(/^error: .*QEMU cannot boot td-shim; use Cloud Hypervisor \(refused by qemu\)$/m);
  });

  test('refuses what is no firmware with exit code 2 and a hint', async () => {
    const { code, out, error } = await inspect(Buffer.from('not firmware'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(/\n {2}Give /);
  });

  test('a file that is not there', async () => {
    const { code, error } = await runHere('firmware', 'inspect', join(scratch, 'missing.fd'));
    expect(code).toBe(2);
    expect(error).toContain('cannot read the firmware: no such file or directory');
  });
});

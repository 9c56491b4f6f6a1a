/** An image on a machine that lacks tools of the build, or has other ones. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeBuilds } from './fake-builds.ts';

let builds: FakeBuilds;

beforeEach(() => {
  builds = new FakeBuilds();
});

afterEach(() => builds.remove());

describe('on a machine that lacks tools', () => {
  test('nothing is begun, and the error names them all and the command', async () => {
    builds.without('nasm', 'iasl');
    await expect(builds.provide()).rejects.toMatchObject({
      code: 'tools-missing',
      message: 'building tdvf needs nasm, iasl',
      hint: expect.stringContaining('sudo apt-get install --yes --no-install-recommends nasm acpica-tools'),
    });
    expect(builds.count()).toBe(0);
    expect(await builds.left()).toEqual([]);
  });

  test('an image that another toolchain has built from this source is used, and said to be so', async () => {
    const { entry } = await builds.provide();
    builds.without('nasm');
    const found = await builds.provide();
    expect(found).toEqual({ entry, from: 'store' });
    expect(builds.notices()).toEqual([
      expect.stringMatching(/^tdvf: this machine lacks the tools to build it; .*NASM/),
    ]);
  });

  test('the part of the key that is for every toolchain is the same for a gcc that needs other options', async () => {
    const { entry } = await builds.provide();
    const gcc = join(builds.without(), 'gcc');
    writeFileSync(gcc, '#!/bin/sh\necho "gcc (a fake) 15.1.0"\n', { mode: 0o755 });
    const prefix = entry.manifest.key.replace(/-[0-9a-f]+$/, '');
    const error = await builds.find().catch((failed: Error) => failed);
    expect(error).toMatchObject({ code: 'not-built', message: expect.stringContaining(`: ${prefix}-`) });
    expect(error).not.toMatchObject({ message: expect.stringContaining(entry.manifest.key) });
  });

  test.each(['3.01', '2.14.02', '0.98'])(
    'nasm %s, which cannot build this source, is refused',
    async (nasm) => {
      const other = join(builds.without('nasm'), 'nasm');
      writeFileSync(other, `#!/bin/sh\necho "NASM version ${nasm} compiled on Oct 11 2025"\n`, {
        mode: 0o755,
      });
      await expect(builds.provide()).rejects.toMatchObject({
        code: 'tools-unsuitable',
        message: expect.stringMatching(
          /^NASM version \S+ .* cannot build tdvf: it needs nasm 2\.15 or 2\.16/,
        ),
      });
    },
  );
});

/** The files of a prediction: those that the guest gets as they are, and a check that they stay so. */

import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { predictedFiles, watchFiles } from '../../src/prepare/unchanged.ts';
import { parseScenario, toBoot } from '../../src/scenario/load.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('unchanged');

test.each([
  ['a kernel and an initrd of the user', 'kernel: k, initrd: i', ['fw', 'k', 'i']],
  [
    'an initrd to which files are added: a prediction measures what is made',
    'kernel: k, initrd: i, files: {a: /b}',
    ['fw', 'k'],
  ],
  ['the probe', 'kernel: k', ['fw', 'k']],
  ['disks', 'disks: [a, b]', ['fw', 'a', 'b']],
])('%s', (_, guest, expected) => {
  const text = `version: 1\nplatform: tdx\nfirmware: fw\nguest: {${guest}}\nsteps: [{expect: login}]\n`;
  const { scenario } = toBoot(parseScenario('s.yml', text, dir));
  expect(predictedFiles(scenario, { image: join(dir, 'fw') })).toEqual(
    expected.map((name) => join(dir, name)),
  );
});

test.each<[string, (file: string) => void, boolean]>([
  ['a file that is written', (file) => writeFileSync(file, 'other'), true],
  ['a file that is removed', (file) => rmSync(file), true],
  ['a file that others may read now', (file) => chmodSync(file, 0o644), false],
])('%s: refused %s', (_, change, refused) => {
  const file = join(dir, 'file');
  writeFileSync(file, 'content', { mode: 0o600 });
  const check = watchFiles([file]);
  change(file);
  if (refused)
    expect(check).toThrow(
      expect.objectContaining({ code: 'file-changed', message: expect.stringContaining(file) }),
    );
  else expect(check).not.toThrow();
});

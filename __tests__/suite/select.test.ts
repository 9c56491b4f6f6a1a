/** Names of scenarios, as a shell or a workflow gives them. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { selectFiles } from '../../src/suite/select.ts';
import { scratchDirectory } from '../support/scratch.ts';

const base = scratchDirectory('select');
mkdirSync(join(base, 'dir/deeper'), { recursive: true });
mkdirSync(join(base, 'empty'));
for (const file of [
  'a.yml',
  'dir/b10.yml',
  'dir/b9.yaml',
  'dir/notes.txt',
  'dir/deeper/c.yml',
  '[odd].yml',
]) {
  writeFileSync(join(base, file), '');
}

describe('selected are', () => {
  test.each<[string, string[], string[]]>([
    ['files as they are named, also those that are missing', ['a.yml', 'none.yml'], ['a.yml', 'none.yml']],
    ['the files of a directory, by number and not below', ['dir'], ['dir/b9.yaml', 'dir/b10.yml']],
    ['those that a glob fits', ['dir/**/*.yml'], ['dir/b10.yml', 'dir/deeper/c.yml']],
    ['a file whose name looks like a glob', ['[odd].yml'], ['[odd].yml']],
    ['each file once', ['a.yml', '*.yml', './a.yml'], ['a.yml', '[odd].yml']],
    ['files in the order of the names', ['dir/b10.yml', 'dir'], ['dir/b10.yml', 'dir/b9.yaml']],
  ])('%s', (_, names, files) => {
    expect(selectFiles(names, base)).toEqual(files);
  });

  test('an absolute path stays one outside of the directory', () => {
    expect(selectFiles([join(base, 'dir')], join(base, 'empty'))).toEqual([
      join(base, 'dir/b9.yaml'),
      join(base, 'dir/b10.yml'),
    ]);
  });

  test.each(['empty', 'dir/*.json'])('nothing in "%s" is an error', (name) => {
    expect(() => selectFiles(['a.yml', name], base)).toThrow(`"${name}" names no scenario`);
  });
});

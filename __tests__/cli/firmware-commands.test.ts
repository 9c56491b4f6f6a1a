/** `tdx-boot firmware build | path | verify | list | prune`, on a fake of edk2's source. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { writeFakeEdk2 } from '../support/fake-edk2.ts';
import { type Ran, runHere } from '../support/run-here.ts';

let directory: string;
let source: string;
let store: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tdx-boot-commands-'));
  source = join(directory, 'edk2');
  store = join(directory, 'store');
  writeFakeEdk2(source);
});
afterEach(() => rmSync(directory, { recursive: true }));

const firmware = (...args: string[]): Promise<Ran> => runHere('firmware', ...args, '--store', store);

const tdvf = (command: string, ...args: string[]): Promise<Ran> =>
  firmware(command, 'tdvf', '--repository', source, ...args);

describe('firmware', () => {
  test('build prints the path and nothing else on standard output, and what it does on the other', async () => {
    const built = await tdvf('build');
    expect(built).toMatchObject({ code: 0, error: expect.stringContaining('build: host tools, about') });
    expect(readFileSync(built.out.trimEnd()).length).toBe(65_536);
    expect(await tdvf('build')).toEqual({ code: 0, out: built.out, error: '' });
    expect(await tdvf('path')).toEqual({ code: 0, out: built.out, error: '' });
  });

  test('build --json says what it is and where it came from', async () => {
    const built = JSON.parse((await tdvf('build', '--json')).out);
    expect(built).toMatchObject({ from: 'build', build: 'release', size: 65_536, commit: null });
    expect(JSON.parse((await tdvf('build', '--json')).out)).toEqual({ ...built, from: 'store' });
    expect(JSON.parse(readFileSync(built.manifest, 'utf8'))).toMatchObject({ sha256: built.sha256 });
  });

  test('path of a missing image exits 125 and says how to build it', async () => {
    expect(await tdvf('path', '--build', 'debug')).toMatchObject({
      code: 125,
      out: '',
      error: expect.stringMatching(
        /no tdvf \(debug\).*\n {2}Build it: tdx-boot firmware build tdvf --build debug/,
      ),
    });
  });

  test('verify exits 0 for the same image and 1 for another', async () => {
    await tdvf('build');
    expect(await tdvf('verify')).toMatchObject({ code: 0, out: expect.stringContaining('identical') });
    writeFakeEdk2(source, { build: 'date +%N >>content.txt' });
    await tdvf('build');
    expect(await tdvf('verify')).toMatchObject({ code: 1, out: expect.stringContaining('DIFFERENT') });
  });

  test('list and prune', async () => {
    expect(await firmware('list')).toEqual({ code: 0, out: `${store}: no images\n`, error: '' });
    const { out: release } = await tdvf('build');
    const { out: debug } = await tdvf('build', '--build', 'debug');
    const listed = (await firmware('list')).out.trimEnd().split('\n');
    expect(listed).toEqual([
      expect.stringMatching(/^tdvf {2}debug /),
      expect.stringMatching(/^tdvf {2}release /),
    ]);
    expect(await firmware('prune', '--limit', '64K')).toMatchObject({ code: 0, out: `removed ${release}` });
    // Without a limit, the store's own: all of it may stay.
    expect(await firmware('prune')).toMatchObject({ code: 0, out: 'nothing to remove\n' });
    expect(await firmware('path', 'tdvf', '--repository', source, '--build', 'debug')).toMatchObject({
      out: debug,
    });
    expect(JSON.parse((await firmware('prune', '--limit', '0', '--json')).out)).toEqual([
      expect.objectContaining({ path: debug.trimEnd() }),
    ]);
    expect(await firmware('prune', '--limit', '0')).toMatchObject({ code: 0, out: 'nothing to remove\n' });
  });

  test.each([
    [['build', 'ovmf'], 'tdvf, td-shim, td-shim-executable, td-shim-example, cloud-hypervisor.'],
    [['build', 'tdvf', '--define', 'a b'], 'firmware defines: "a b" is not a build define'],
    [['build', 'tdvf', '--repository', 'ext::sh -c id'], 'is not a git URL or a directory'],
    [['build', 'tdvf', '--repository', '/proc/none'], '/proc/none is not a directory'],
    [['build', 'tdvf', '--ref', '--upload-pack=id'], 'is not a tag, a branch or a commit'],
    ...['much', '064M', '00', '0M', '64', '64m', '1.5G', '-1M', '9999999999G', ''].map(
      (limit): [string[], string] => [['prune', '--limit', limit], `"${limit}" is not a size such as 64M`],
    ),
  ])('%p is refused before anything is done', async (args, said) => {
    expect(await firmware(...args)).toMatchObject({ code: 2, out: '', error: expect.stringContaining(said) });
  });
});

/** One recipe for every stable tag of edk2 since 202211: what it makes of trees that differ. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { tdvf } from '../../src/build/recipes/tdvf.ts';
import { prepareTree, renamesFor } from '../../src/build/tree.ts';

let tree: string;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'tdx-boot-prepare-'));
});
afterEach(() => rmSync(tree, { recursive: true }));

function write(toolsDef: string): void {
  mkdirSync(join(tree, 'BaseTools/Conf'), { recursive: true });
  writeFileSync(join(tree, 'BaseTools/Conf/tools_def.template'), toolsDef);
  for (const name of ['build_rule', 'target'])
    writeFileSync(join(tree, `BaseTools/Conf/${name}.template`), name);
}

const GCC5 = '*_GCC5_*_*_FAMILY                = GCC\n';
const GCC = '*_GCC_*_*_FAMILY                 = GCC\n';

describe('the name of the toolchain', () => {
  test.each<[string, string | undefined, string]>([
    ['edk2-stable202211 to 202302', `DEFINE GCC5_X64_PREFIX = ENV(GCC5_BIN)\n${GCC5}`, 'GCC5'],
    ['edk2-stable202305 to 202602', GCC + GCC5, 'GCC5'],
    ['edk2-stable202605, with GCC5 in a comment', `# GCC5 was merged into GCC\n${GCC}`, 'GCC'],
    ['a file with neither', '', 'GCC5'],
    ['no such file', undefined, 'GCC5'],
  ])('%s', (_, toolsDef, word) => {
    if (toolsDef !== undefined) write(toolsDef);
    const rename = renamesFor(tdvf, tree);
    const [, build] = tdvf.steps({ build: 'debug', defines: [], jobs: 2, version: () => '' });
    expect(build?.argv.map(rename).join(' ')).toContain(`-t ${word} -n 2 -b DEBUG`);
    expect(rename(tdvf.output('debug'))).toBe(`Build/IntelTdx/DEBUG_${word}/FV/OVMF.fd`);
  });
});

test('include paths of submodules that nothing is built of are made, and what is there stays', () => {
  write(GCC5);
  const mbedtls = join(tree, 'CryptoPkg/Library/MbedTlsLib/mbedtls/include/mbedtls');
  mkdirSync(mbedtls, { recursive: true });
  writeFileSync(join(mbedtls, 'ssl.h'), 'a header');
  prepareTree(tdvf, tree);
  for (const path of [
    'MdePkg/Library/MipiSysTLib/mipisyst/library/include',
    'CryptoPkg/Library/MbedTlsLib/mbedtls/library',
    'SecurityPkg/DeviceSecurity/SpdmLib/libspdm/include',
  ]) {
    expect(statSync(join(tree, path)).isDirectory()).toBe(true);
  }
  expect(readFileSync(join(mbedtls, 'ssl.h'), 'utf8')).toBe('a header');
  expect(readFileSync(join(tree, 'Conf/target.txt'), 'utf8')).toBe('target');
});

/** The recipe of TDVF: its commands, and what each toolchain needs to build the pinned tree. */

import { describe, expect, test } from '@jest/globals';
import type { BuildOptions } from '../../../src/build/recipes/recipe.ts';
import { tdvf } from '../../../src/build/recipes/tdvf.ts';

const GCC_12 = 'gcc (Debian 12.2.0-14+deb12u1) 12.2.0';

function commands(options: Partial<BuildOptions> = {}): string[][] {
  const version = (tool: string): string => (tool === 'gcc' ? GCC_12 : '');
  const steps = tdvf.steps({ build: 'release', defines: [], jobs: 2, version, ...options });
  return steps.map(({ argv }) => [...argv]);
}

describe('the commands', () => {
  const DSC = '-p OvmfPkg/IntelTdx/IntelTdxX64.dsc -a X64 -t GCC5 -n 2';
  test.each<[string, Partial<BuildOptions>, string, string]>([
    ['release', {}, `build ${DSC} -b RELEASE`, 'Build/IntelTdx/RELEASE_GCC5/FV/OVMF.fd'],
    [
      'debug: its log goes to the serial port',
      { build: 'debug' },
      `build ${DSC} -b DEBUG -D DEBUG_ON_SERIAL_PORT=TRUE`,
      'Build/IntelTdx/DEBUG_GCC5/FV/OVMF.fd',
    ],
    [
      'defines',
      { defines: ['SECURE_BOOT_ENABLE=TRUE', 'A=b'] },
      `build ${DSC} -b RELEASE -D SECURE_BOOT_ENABLE=TRUE -D A=b`,
      'Build/IntelTdx/RELEASE_GCC5/FV/OVMF.fd',
    ],
  ])('%s', (_, options, firmware, output) => {
    expect(commands(options)).toEqual([['make', '-C', 'BaseTools/Source/C', '-j', '2'], firmware.split(' ')]);
    expect(tdvf.output(options.build ?? 'release')).toBe(output);
  });

  test('only the submodules that the build reads', () => {
    expect(tdvf.submodules.map(({ path, only }) => [path, only])).toEqual([
      ['CryptoPkg/Library/OpensslLib/openssl', undefined],
      ['BaseTools/Source/C/BrotliCompress/brotli', 'c'],
      ['MdeModulePkg/Library/BrotliCustomDecompressLib/brotli', 'c'],
    ]);
  });
});

describe('toolchains', () => {
  test.each<[string, boolean]>([
    [GCC_12, false],
    ['gcc (Ubuntu 11.4.0-1ubuntu1~22.04) 11.4.0', false],
    ['gcc (Debian 14.2.0-19) 14.2.0', false],
    ['gcc (Debian 15.3.0-1) 15.3.0', true],
    ['gcc (Debian 16.2.0-1) 16.2.0', true],
  ])('%s: host tools in an older C than its default: %p', (version, older) => {
    const [hostTools = []] = commands({ version: () => version });
    expect(hostTools.slice(5)).toEqual(
      older ? ['BUILD_CC=gcc -std=gnu17 -Wno-error=unused-but-set-variable'] : [],
    );
  });

  test.each<[string, boolean]>([
    ['NASM version 2.15.05', true],
    ['NASM version 2.16.03', true],
    ['NASM version 3.01 compiled on Oct 11 2025', false],
  ])('%s builds it: %p', (version, builds) => {
    const nasm = tdvf.tools.find(({ name }) => name === 'nasm');
    expect(nasm?.unsuitable?.(version) === undefined).toBe(builds);
  });

  /** No iasl or python3-distutils: those packages do not exist on every release that we name. */
  test('packages that Debian 12 and 13 and Ubuntu 22.04 and 24.04 all have', () => {
    expect(tdvf.tools.map(({ from }) => ('apt' in from ? from.apt : ''))).toEqual([
      ...['gcc', 'g++', 'binutils', 'make', 'nasm', 'acpica-tools', 'python3', 'uuid-dev'],
    ]);
  });
});

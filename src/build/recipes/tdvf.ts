/** TDVF: edk2's firmware for Trust Domains, OvmfPkg/IntelTdx, which boots a disk image. */

import { PINS, SUBMODULES } from './pins.ts';
import type { BuildOptions, BuildStep, Recipe } from './recipe.ts';

/** The first gcc whose default language is C23, under which the host tools of this edk2 do not compile. */
const FIRST_GCC_WITH_C23 = 15;

export const tdvf: Recipe = {
  name: 'tdvf',
  pins: { documented: PINS.edk2, current: PINS.currentEdk2 },
  // The build reads only these of the eight submodules; MdeModulePkg needs its copy of brotli as an include path.
  submodules: [
    { path: 'CryptoPkg/Library/OpensslLib/openssl', url: SUBMODULES.openssl },
    { path: 'BaseTools/Source/C/BrotliCompress/brotli', url: SUBMODULES.brotli, only: 'c' },
    { path: 'MdeModulePkg/Library/BrotliCustomDecompressLib/brotli', url: SUBMODULES.brotli, only: 'c' },
  ],
  // No python3-distutils: this build does not import it, and newer distributions have no such package.
  tools: [
    { name: 'gcc', versionArgs: ['--version'], from: { apt: 'gcc' } },
    { name: 'g++', versionArgs: ['--version'], from: { apt: 'g++' } },
    { name: 'ld', versionArgs: ['--version'], from: { apt: 'binutils' } },
    { name: 'make', versionArgs: ['--version'], from: { apt: 'make' } },
    { name: 'nasm', versionArgs: ['-v'], from: { apt: 'nasm' }, unsuitable: nasmProblem },
    { name: 'iasl', versionArgs: ['-v'], version: /^(ASL\+.* version \S+)/m, from: { apt: 'acpica-tools' } },
    { name: 'python3', versionArgs: ['--version'], from: { apt: 'python3' } },
    { name: '/usr/include/uuid/uuid.h', from: { apt: 'uuid-dev' } },
  ],
  // edksetup.sh copies these and sets the environment, through a shell that we do not need.
  copies: ['build_rule', 'tools_def', 'target'].map((name) => [
    `BaseTools/Conf/${name}.template`,
    `Conf/${name}.txt`,
  ]),
  // Include paths in .dec files, which edk2's parser wants to exist: MipiSysT since edk2-stable202305, mbedtls since
  // 202311, libspdm since 202405. IntelTdxX64.dsc builds nothing from them.
  directories: [
    'MdePkg/Library/MipiSysTLib/mipisyst/library/include',
    'CryptoPkg/Library/MbedTlsLib/mbedtls/include/mbedtls',
    'CryptoPkg/Library/MbedTlsLib/mbedtls/library',
    'SecurityPkg/DeviceSecurity/SpdmLib/libspdm/include',
  ],
  // The toolchain is named GCC5 up to edk2-stable202302, GCC5 or GCC from 202305, and GCC alone from 202605. GCC5 is
  // preferred: both build alike, and the length of the output's path, with GCC5 in it, is in the image of the pin.
  renames: [
    {
      from: 'GCC5',
      to: 'GCC',
      when: {
        file: 'BaseTools/Conf/tools_def.template',
        has: '*_GCC_*_*_FAMILY',
        lacks: '*_GCC5_*_*_FAMILY',
      },
    },
  ],
  environment: {
    WORKSPACE: '{tree}',
    EDK_TOOLS_PATH: '{tree}/BaseTools',
    CONF_PATH: '{tree}/Conf',
    PYTHON_COMMAND: 'python3',
    PATH: '{tree}/BaseTools/BinWrappers/PosixLike:{path}',
  },
  steps: (options) => [hostTools(options), firmware(options)],
  output: (build) => `Build/IntelTdx/${build === 'debug' ? 'DEBUG' : 'RELEASE'}_GCC5/FV/OVMF.fd`,
};

/**
 * NASM before 2.15 does not know the instructions of CET (setssbsy, incsspq); NASM 3 refuses `push strict dword` in
 * 64-bit code, which the pinned tree has (tianocore/edk2 issue 11635).
 */
function nasmProblem(version: string): string | undefined {
  const [, major, minor] = /version (\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined) return undefined;
  if (Number(major) > 2) return 'it needs nasm 2.15 or 2.16 (tianocore/edk2 issue 11635)';
  return Number(major) === 2 && Number(minor) >= 15
    ? undefined
    : 'it needs nasm 2.15 or 2.16, whose older releases lack the instructions of CET';
}

function hostTools({ jobs, version }: BuildOptions): BuildStep {
  const gcc = Number(/ (\d+)\.\d+\.\d+/.exec(version('gcc'))?.[1] ?? 0);
  const standard =
    gcc >= FIRST_GCC_WITH_C23 ? ['BUILD_CC=gcc -std=gnu17 -Wno-error=unused-but-set-variable'] : [];
  return {
    title: 'host tools',
    argv: ['make', '-C', 'BaseTools/Source/C', '-j', String(jobs), ...standard],
    cpuSeconds: 37,
    progress: { line: /^\s*(?:gcc|g\+\+)\b.* -c /, total: 92, noun: 'files' },
  };
}

/** edk2 tests DEBUG_ON_SERIAL_PORT with `!ifdef`, so even `=FALSE` would switch it on. */
function firmware({ build, defines, jobs }: BuildOptions): BuildStep {
  const serial = build === 'debug' ? ['DEBUG_ON_SERIAL_PORT=TRUE'] : [];
  return {
    title: 'firmware',
    argv: [
      'build',
      ...['-p', 'OvmfPkg/IntelTdx/IntelTdxX64.dsc', '-a', 'X64', '-t', 'GCC5', '-n', String(jobs)],
      ...['-b', build === 'debug' ? 'DEBUG' : 'RELEASE'],
      ...[...serial, ...defines].flatMap((define) => ['-D', define]),
    ],
    cpuSeconds: 190,
    progress: { line: /^Building \.\.\. /, total: 233, noun: 'modules' },
  };
}

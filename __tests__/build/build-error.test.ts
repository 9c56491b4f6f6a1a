/** The error that is found in the log of a failed build, in logs as the tools print them. */

import { describe, expect, test } from '@jest/globals';
import { findBuildError } from '../../src/build/build-error.ts';
import { explainBuildError } from '../../src/build/explain.ts';

/** Lines that follow an error in every such log and explain nothing. */
const AFTERMATH = `make: *** [GNUmakefile:367: Foo.obj] Error 1


build.py...
 : error 7000: Failed to execute command
	make tbuild [/tmp/tdx-boot-src/Build/IntelTdx/RELEASE_GCC5/X64/OvmfPkg/Sec/SecMain]


build.py...
 : error F002: Failed to build module
	/tmp/tdx-boot-src/OvmfPkg/Sec/SecMain.inf [X64, GCC5, RELEASE]

- Failed -
Build end time: 06:02:03, Nov.24 2026
`;

interface Case {
  readonly name: string;
  readonly log: string;
  readonly kind?: string;
  readonly line: number;
  readonly said: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'gcc: an error with its source line',
    log: `Building ... /tmp/tdx-boot-src/OvmfPkg/Sec/SecMain.inf [X64]
/tmp/tdx-boot-src/OvmfPkg/Sec/SecMain.c: In function 'SecStartup':
/tmp/tdx-boot-src/OvmfPkg/Sec/SecMain.c:42:3: error: 'Foo' undeclared (first use in this function)
   42 |   Foo = 1;
      |   ^~~
/tmp/tdx-boot-src/OvmfPkg/Sec/SecMain.c:42:3: note: each undeclared identifier is reported only once
${AFTERMATH}`,
    line: 3,
    said: [
      "/tmp/tdx-boot-src/OvmfPkg/Sec/SecMain.c:42:3: error: 'Foo' undeclared (first use in this function)",
      '   42 |   Foo = 1;',
      '      |   ^~~',
    ],
  },
  {
    name: 'gcc 15: the host tools are not C23',
    log: `main.c: In function 'main':
main.c:163:42: error: too many arguments to function 'p->process'; expected 0, have 2
  163 |                                 else { p->process(*argv, *(argv+1)); argv++; }
      |                                        ^          ~~~~~
make[3]: *** [makefile:227: main.o] Error 1`,
    line: 2,
    said: [
      "main.c:163:42: error: too many arguments to function 'p->process'; expected 0, have 2",
      '  163 |                                 else { p->process(*argv, *(argv+1)); argv++; }',
      '      |                                        ^          ~~~~~',
    ],
  },
  {
    name: 'a header that is not there',
    log: 'BrotliCompress.c:20:10: fatal error: ./brotli/c/common/constants.h: No such file or directory\ncompilation terminated.',
    line: 1,
    said: ['BrotliCompress.c:20:10: fatal error: ./brotli/c/common/constants.h: No such file or directory'],
  },
  {
    name: 'nasm 3',
    log: `Xcode5ExceptionHandlerAsm.iii:60: error: instruction not valid with 32-bit operand size\n${AFTERMATH}`,
    line: 1,
    said: ['Xcode5ExceptionHandlerAsm.iii:60: error: instruction not valid with 32-bit operand size'],
  },
  {
    name: 'edk2: a package without its submodule',
    log: `Processing meta-data ..

build.py...
/tmp/tdx-boot-src/MdeModulePkg/MdeModulePkg.dec(29): error 000E: File/directory not found in workspace
	Library/BrotliCustomDecompressLib/brotli/c/include is not found in packages path:
	/tmp/tdx-boot-src

- Failed -`,
    line: 4,
    said: [
      '/tmp/tdx-boot-src/MdeModulePkg/MdeModulePkg.dec(29): error 000E: File/directory not found in workspace',
      '\tLibrary/BrotliCustomDecompressLib/brotli/c/include is not found in packages path:',
      '\t/tmp/tdx-boot-src',
    ],
  },
  {
    // tianocore/edk2 issue 10839, with the time that a pipeline puts before
    name: 'edk2: a firmware volume is full',
    log: `INFO - GenFv: ERROR 3000: Invalid
  the required fv image size 0x10af40 exceeds the set fv image size 0x10a000


build.py...
 : error 7000: Failed to generate FV
${AFTERMATH}`,
    line: 1,
    said: [
      'INFO - GenFv: ERROR 3000: Invalid',
      '  the required fv image size 0x10af40 exceeds the set fv image size 0x10a000',
    ],
  },
  {
    name: 'edk2: an error without a file',
    log: 'build.py...\n : error 4000: Instance of library class [SecureBootVariableLib] is not found\n\tin [Shell.inf]\n\n- Failed -',
    line: 2,
    said: [
      ' : error 4000: Instance of library class [SecureBootVariableLib] is not found',
      '\tin [Shell.inf]',
    ],
  },
  {
    name: 'a function that is missing when linking',
    log: `/usr/bin/ld: /tmp/ccXq.ltrans0.ltrans.o: in function \`SecStartup':
<artificial>:(.text.SecStartup+0x12): undefined reference to \`Foo'
collect2: error: ld returned 1 exit status
${AFTERMATH}`,
    line: 2,
    said: ["<artificial>:(.text.SecStartup+0x12): undefined reference to `Foo'"],
  },
  {
    name: 'python',
    log: `Traceback (most recent call last):
  File "/tmp/tdx-boot-src/BaseTools/Source/Python/build/build.py", line 24, in <module>
    import distutils.util
ModuleNotFoundError: No module named 'distutils'`,
    line: 4,
    said: ["ModuleNotFoundError: No module named 'distutils'"],
  },
  {
    name: 'rustc',
    log: `   Compiling td-exception v0.1.0
error[E0787]: the \`asm!\` macro is not allowed in naked functions
  --> td-exception/src/asm.rs:12:5
   |
12 |     asm!("nop");
   |     ^^^^ consider using the \`naked_asm!\` macro instead

error: could not compile \`td-exception\` (lib) due to 1 previous error`,
    line: 2,
    said: [
      'error[E0787]: the `asm!` macro is not allowed in naked functions',
      '  --> td-exception/src/asm.rs:12:5',
      '   |',
      '12 |     asm!("nop");',
      '   |     ^^^^ consider using the `naked_asm!` macro instead',
    ],
  },
  {
    name: 'cargo: a package that is not there',
    log: 'error: no matching package named `zerocopy` found\nlocation searched: registry\n',
    line: 1,
    said: ['error: no matching package named `zerocopy` found'],
  },
  {
    name: 'a full disk, which also breaks the compiler',
    log: `foo.c:1:1: error: expected identifier
/usr/bin/ld: final link failed: No space left on device
${AFTERMATH}`,
    kind: 'disk-full',
    line: 2,
    said: ['/usr/bin/ld: final link failed: No space left on device'],
  },
  {
    name: 'too little memory',
    log: `gcc: fatal error: Killed signal terminated program cc1\ncompilation terminated.\n${AFTERMATH}`,
    kind: 'out-of-memory',
    line: 1,
    said: ['gcc: fatal error: Killed signal terminated program cc1'],
  },
  {
    name: 'a patch that does not apply',
    log: 'patching file build.rs\nHunk #1 FAILED at 110.\n1 out of 1 hunk FAILED',
    line: 2,
    said: ['Hunk #1 FAILED at 110.'],
  },
  {
    name: 'make alone',
    log: "make: *** No rule to make target 'all'.  Stop.",
    line: 1,
    said: ["make: *** No rule to make target 'all'.  Stop."],
  },
];

describe('the error of a build', () => {
  test.each(CASES)('$name', ({ log, kind = 'build-failed', line, said }) => {
    expect(findBuildError(log.split('\n'))).toEqual({ kind, line, lines: said });
  });

  test('none is made up', () => {
    expect(
      findBuildError(['Building ... a.inf [X64]', '- Done -', 'warning: error: not one']),
    ).toBeUndefined();
  });
});

describe('what the error of a build means', () => {
  test.each<[string, string | undefined]>([
    [
      '  the required fv image size 0x10af40 exceeds the set fv image size 0x10a000',
      'A firmware volume is full: 3904 bytes too many for its 0x10a000. Take features out',
    ],
    [
      'Xcode5ExceptionHandlerAsm.iii:60: error: instruction not valid with 32-bit operand size',
      'nasm refuses an instruction of this source: it is too new. nasm 3 is stricter',
    ],
    [
      'CpuAsm.iii:60: error: parser: instruction expected',
      'nasm does not know an instruction: it is too old. edk2 needs nasm 2.15',
    ],
    [
      '/r/MdeModulePkg/MdeModulePkg.dec(29): error 000E: File/directory not found in workspace',
      'edk2’s build misses a file: File/directory not found in workspace. Most often a submodule',
    ],
    [
      'error: package `zerocopy v0.8.1` cannot be built because it requires rustc 1.83 or newer',
      'The Rust toolchain is too old, or not the nightly, for this source. Use the toolchain of',
    ],
    ['GenFv: ERROR 3000: Invalid', undefined],
    ['make: *** [GNUmakefile:367: Foo.obj] Error 1', undefined],
  ])('%s', (line, meaning) => {
    const said = explainBuildError(['what else was said', line]);
    expect(said?.slice(0, meaning?.length)).toBe(meaning);
  });
});

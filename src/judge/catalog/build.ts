/** What the tools print that build a firmware: edk2's BaseTools and build.py, nasm, iasl, gcc, cargo and rustc. */

import type { Cause, LineOrigin, Signature } from '../signature.ts';
import { KBUILD } from './kbuild.ts';

/** Only a build's log counts, and a log that mixes everything. */
const BUILD: readonly LineOrigin[] = ['build'];

/** BaseTools/Source/Python/Common/BuildToolError.py (edk2-stable202605). */
const BUILD_PY: readonly Cause[] = [
  {
    id: 'missing-file',
    when: { code: ['000E', '0000', '0001', '0004'] },
    title: 'edk2’s build misses a file: $<what>',
    hint: 'Most often a submodule that was not fetched: git submodule update --init. Else a path in PACKAGES_PATH is wrong.',
  },
  {
    id: 'not-available',
    when: { code: ['4000', '4001', '4002', '4003', '5000'] },
    title: 'edk2’s build lacks something: $<what>',
    hint: 'The lines below the error name it: a PCD, a library instance, or a tool that tools_def.txt does not have.',
  },
  {
    id: 'option',
    when: { code: ['1000', '1001', '1002', '1003', '1004', '1005', '2000', '2001'] },
    title: 'edk2’s build does not accept an option: $<what>',
    hint: 'Check -a, -b, -t, -p and the -D defines.',
  },
  {
    id: 'format',
    when: { code: ['3000', '3001', '3002', '0003', '0002'] },
    title: 'edk2’s build cannot read a file of the platform: $<what>',
    hint: 'The place stands before the error: a DSC, FDF, DEC or INF file has a mistake, often a define with a wrong value.',
  },
  {
    id: 'statement',
    when: { code: 'FFFD' },
    title: 'edk2’s build was stopped by an !error statement of the platform',
    hint: 'The line has the text of the statement: two -D defines that exclude each other, most often.',
  },
  {
    id: 'warning',
    when: { code: 'F006' },
    title: 'edk2’s build takes a warning for an error',
    hint: 'The warning stands above; -Y or a newer edk2 may be needed for this compiler.',
  },
  {
    id: 'crash',
    when: { code: ['C0DE', 'FFFF'] },
    title: 'edk2’s build.py itself crashed',
    hint: 'The last line of the Python traceback says in what: an argument such as -p that names no .dsc file, a broken Conf/, or a Python that this edk2 does not support.',
  },
];

export const BUILD_ROWS: readonly Signature[] = [
  ...KBUILD,
  {
    id: 'build-fv-full',
    phase: 'host',
    severity: 'fatal',
    // BaseTools/Source/C/GenFv/GenFvInternalLib.c CalculateFvSize()
    pattern:
      /the required fv image size (?<needed>0x[0-9a-f]+) exceeds the set fv image size (?<size>0x[0-9a-f]+)/,
    title: 'A firmware volume is full: $<needed-size> bytes too many for its $<size>',
    hint: 'Take features out (-D …=FALSE), build RELEASE, use an older or less inlining compiler, or a larger flash layout (FD_SIZE_4MB; the FDF of the volume that "Generating … FV" names) (edk2#10839).',
    streams: BUILD,
  },
  {
    id: 'build-fv-space',
    phase: 'host',
    severity: 'fatal',
    pattern: /FV space is full, (?<what>[a-z][^.]*)/,
    title: 'A firmware volume is full: $<what>',
    hint: 'Take features out (-D …=FALSE), build RELEASE, or use a larger flash layout.',
    streams: BUILD,
  },
  {
    id: 'build-reloc',
    phase: 'host',
    severity: 'fatal',
    // GenFw Elf64Convert.c, GenFv
    pattern:
      /has no \.reloc section|unsupported ELF EM_(?<machine>[A-Z0-9_]+) relocation (?<kind>0x[0-9a-f]+)|Section address not aligned to its own alignment|image is too big \(>1 MiB\)/,
    title: 'edk2’s tools cannot use what the compiler and linker made',
    hint: 'The linker script or flags of this toolchain do not fit this edk2: use the toolchain tag of the documentation (GCC5 or GCC), and a binutils of the same time.',
    streams: BUILD,
  },
  {
    id: 'build-nasm-old',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /\.(?:iii|nasm|asm|inc)[:(][0-9]+\)?: error: (?:parser: )?(?:instruction expected|unrecognized (?:instruction|directive)|label or instruction expected)/,
    title: 'nasm does not know an instruction: it is too old',
    hint: 'edk2 needs nasm 2.15 or newer (CET instructions); nasm -v says what is installed.',
    streams: BUILD,
  },
  {
    id: 'build-nasm-new',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /\.(?:iii|nasm|asm|inc)[:(][0-9]+\)?: error: (?:instruction not valid with|invalid combination of opcode and operands|mismatch in operand sizes)/,
    title: 'nasm refuses an instruction of this source: it is too new',
    hint: 'nasm 3 is stricter than this edk2: use nasm 2.15 or 2.16, or a newer edk2 (edk2#11635).',
    streams: BUILD,
  },
  {
    id: 'build-iasl',
    phase: 'host',
    severity: 'fatal',
    pattern: /^ *Error +(?<code>[0-9]{4}) ?- *(?<why>[A-Za-z].*)/,
    title: 'iasl does not accept the ASL source: $<why>',
    hint: 'An iasl that is too old does not know new operators ("syntax error, unexpected PARSEOP_"), one that is too new turned a warning into this error: use that of the distribution of the source’s time (acpica-tools).',
    streams: BUILD,
  },
  {
    id: 'build-gcc-option',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /(?:unrecognized command[- ]line option|unknown argument:?|unsupported option) ['‘"](?<option>-[^'’"]+)['’"]/,
    title: 'The compiler does not know the option $<option>',
    hint: 'It is too old, or clang in the place of gcc: use the compiler that the source documents.',
    streams: BUILD,
  },
  {
    id: 'build-werror',
    phase: 'host',
    severity: 'fatal',
    pattern: /error: (?<what>.*[^ ]) \[-W(?:error[=,]?(?:-W)?)?(?<warning>[a-z0-9+=-]+)\]/,
    title: 'A compiler warning is an error: $<what> (-W$<warning>)',
    hint: 'The compiler is newer than the source: use the one of the source’s time, or a newer source.',
    streams: BUILD,
    causes: [
      {
        id: 'undeclared',
        when: { warning: 'implicit-function-declaration' },
        title: 'The source calls a function that its headers do not have: $<what>',
        hint: 'The kernel or library is newer or older than the source expects (a module of another kernel, a library that is too old): use the versions of one time, or a patched source.',
      },
    ],
  },
  {
    id: 'build-python',
    phase: 'host',
    severity: 'fatal',
    pattern: /ModuleNotFoundError: No module named '(?<module>[^']*)'/,
    title: 'Python lacks the module $<module>',
    hint: 'distutils and imp are gone since Python 3.12: install python3-setuptools, use an older Python, or a newer edk2.',
    streams: BUILD,
  },
  {
    id: 'build-tool-missing',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /(?<tool>\b(?:nasm|iasl|python3?|gcc|g\+\+|clang|lld|llvm-ar|cargo|rustc|rustup|make|perl|uuidgen)): (?:command not found|not found|No such file or directory)|Failed to find tool\. Is `(?<tool2>[^`]+)` installed/,
    title: 'The build needs $<tool>, which is not installed',
    hint: 'Install it with the packages that "tdx-boot firmware build" names.',
    streams: BUILD,
  },
  {
    id: 'build-rustc-old',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /requires rustc (?<version>[0-9.]+)|(?:feature `(?<feature>edition20[0-9]+)` is required|lock file version `?(?<lock>[0-9]+)`? (?:was found, but this version|requires `-Znext))|requires a nightly version|error\[E0554\]/,
    title: 'The Rust toolchain is too old, or not the nightly, for this source',
    hint: 'Use the toolchain of rust-toolchain(.toml) in the source: rustup show in its directory installs that.',
    streams: BUILD,
  },
  {
    id: 'build-rust-target',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /error\[E0463\]: can't find crate for `(?<crate>[^`]+)`|the `(?<target>[a-z0-9_-]+)` target may not be installed|error: toolchain '(?<toolchain>[^']+)' is not installed|\/library\/Cargo\.lock" does not exist/,
    title: 'The Rust toolchain lacks its target or its source',
    hint: 'rustup target add x86_64-unknown-none, and rustup component add rust-src for -Zbuild-std.',
    streams: BUILD,
  },
  {
    id: 'build-rust-component',
    phase: 'host',
    severity: 'fatal',
    // cargo-xbuild src/sysroot.rs; rustup src/errors.rs (1.28)
    pattern:
      /`(?<component>rust-src)` component not found|component '(?<component2>[a-z-]+)'(?: for target '[^']*')? is (?:unavailable|not installed|unknown)|toolchain '[^']*' does not (?:contain|support) component[s]? '(?<component3>[a-z-]+)'|error: '(?<component4>[a-z-]+)' is not installed for the toolchain/,
    title: 'The Rust toolchain lacks its component $<component>',
    hint: 'rustup component add it to the toolchain that the source asks for (rust-toolchain.toml; rustup show); a nightly may lack a component for some days.',
    streams: BUILD,
  },
  {
    id: 'build-rust-linker',
    phase: 'host',
    severity: 'fatal',
    // compiler/rustc_codegen_ssa/messages.ftl (rustc 1.85)
    pattern:
      /linking with `(?<linker>[^`]+)` failed|linker `(?<linker2>[^`]+)` not found|could not exec the linker `(?<linker3>[^`]+)`/,
    title: 'rustc could not link with $<linker>',
    hint: 'The notes below the error have the linker’s words. td-shim links what clang compiled for its target: set CC=clang and AR=llvm-ar (CC_x86_64_unknown_none, too), and build in a clean tree.',
    streams: BUILD,
  },
  {
    id: 'build-llvm',
    phase: 'host',
    severity: 'fatal',
    // llvm/lib/Support/ErrorHandling.cpp report_fatal_error()
    pattern: /LLVM ERROR: (?<why>[A-Za-z].*[A-Za-z!)'"])/,
    title: 'The compiler (LLVM) cannot make code of this source: $<why>',
    hint: 'Most often code for CPU features that the target has not (AVX in a firmware): force the software implementation of the crate (sha2: force-soft), or use the toolchain of rust-toolchain.toml.',
    streams: BUILD,
  },
  {
    id: 'build-cargo-fetch',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /failed to (?:get|fetch|load source for|download from|query replaced source)[^`]*`(?<what>[^`]+)`|error: failed to (?:select a version|parse (?:manifest|lock file))|the lock file .* needs to be updated but --locked/,
    title: 'cargo could not get or choose what the build needs: $<what>',
    hint: 'The network, a proxy or the registry failed, or Cargo.lock is not of this source: the "Caused by" lines say which.',
    streams: BUILD,
  },
  {
    id: 'build-cargo-script',
    phase: 'host',
    severity: 'fatal',
    pattern: /failed to run custom build command for `(?<package>[^ `]+)/,
    title: 'The build script of $<package> failed',
    hint: 'ring and other C code need clang and llvm-ar (CC and AR, and those of the target), nasm and perl: the lines of "--- stderr" say what is missing (td-shim#721).',
    streams: BUILD,
    symptom: true,
  },
  {
    id: 'build-rustc',
    phase: 'host',
    severity: 'fatal',
    pattern: /^error\[E(?<code>[0-9]{4})\]: (?<why>.*[a-z`'")])/,
    title: 'rustc: $<why>',
    hint: 'The toolchain does not fit the source: use that of rust-toolchain(.toml).',
    streams: BUILD,
  },
  {
    id: 'build-link',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /undefined reference to [`'](?<symbol>[^'`]+)'|error: undefined symbol: (?<symbol2>\S+)|multiple definition of [`'](?<symbol3>[^'`]+)'/,
    title: 'The linker does not find, or finds twice, $<symbol>',
    hint: 'A library class of the DSC is missing, or objects of another build are left: build in a clean tree.',
    streams: BUILD,
  },
  {
    id: 'build-compile',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /^ *[^\s:]+\.(?:c|h|cpp|cc|S|s|iii|nasm|go):[0-9]+:(?:[0-9]+:)? (?:fatal )?error: (?<why>.*[A-Za-z0-9'’")])/,
    title: 'The compiler failed: $<why>',
    hint: 'A header that is missing means a package or a submodule; other errors most often a compiler that is newer than the source.',
    streams: BUILD,
  },
  {
    id: 'build-git',
    phase: 'host',
    severity: 'fatal',
    pattern:
      /fatal: (?:unable to access|reference is not a tree|remote error|[Cc]ould not read from remote|clone of '[^']*' into|early EOF|couldn't find remote ref)/,
    title: 'git could not fetch the source',
    hint: 'The network, a proxy or the address: the rest of the line says which. A branch or commit that is gone needs another ref.',
    streams: BUILD,
  },
  {
    id: 'build-basetools-file',
    phase: 'host',
    severity: 'fatal',
    // BaseTools/Source/C/Common/EfiUtilityMsgs.h: 0001 to 0008 say themselves what is wrong
    pattern:
      /\b(?<tool>Gen(?:Fv|Fw|Ffs|Sec)): ERROR (?<code>000[0-9A-F]): (?<what>[A-Za-z](?:.*[A-Za-z0-9'")])?)/,
    title: '$<tool> failed with error $<code>: $<what>',
    hint: 'A file that the tool reads is missing, unreadable or broken: an earlier step of the build left it so. Build in a clean tree.',
    streams: BUILD,
    causes: [
      {
        id: 'vtf',
        when: { what: 'invalid FFS file header checksum' },
        title: 'GenFv: the firmware volume has too little room before the reset vector',
        hint: 'A pad file overwrote the volume top file: make the volume larger, or take a few bytes more out of it; a newer edk2 says the sizes (edk2#10828).',
      },
    ],
  },
  {
    id: 'build-basetools',
    phase: 'host',
    severity: 'fatal',
    // BaseTools/Source/C/Common/EfiUtilityMsgs.c: tool, code, text; the reason follows, indented
    pattern:
      /\b(?<tool>Gen(?:Fv|Fw|Ffs|Sec|Crc32|FvImage|DepEx)|VfrCompile|Trim|EfiRom|LzmaCompress|BrotliCompress|TianoCompress|VolInfo|GenPatchPcdTable|Ecc)(?:\.py)?: ERROR (?<code>[0-9A-F]{4}): (?<what>[A-Z][A-Za-z ]*[a-z])/,
    title: '$<tool> failed with error $<code>: $<what>',
    hint: 'The next, indented line has the reason; what build.py prints after it only follows.',
    streams: BUILD,
    symptom: true,
  },
  {
    id: 'build-edk2',
    phase: 'host',
    severity: 'fatal',
    // All codes of BuildToolError.py but 7000 (a command failed) and F002 to F012 (a step failed), which follow an earlier error.
    pattern:
      /(?:\((?:-?[0-9]+|\.\.\.)\)|^[ |]*): error (?<code>[0-689A-E][0-9A-F]{3}|F00[16]|FFFD|FFFF): (?<what>[A-Z!].*[a-z\]])/,
    title: 'edk2’s build failed with error $<code>: $<what>',
    hint: 'The lines around say where.',
    streams: BUILD,
    causes: BUILD_PY,
  },
  {
    id: 'build-edk2-aftermath',
    phase: 'host',
    severity: 'error',
    pattern: /(?:\((?:-?[0-9]+|\.\.\.)\)|^[ |]*): error (?<code>[0-9A-F]{4}): (?<what>[A-Z!].*[a-z])/,
    title: 'edk2’s build failed with error $<code>: $<what>',
    hint: 'The cause stands above: look for the first "error:" of a compiler or "ERROR" of a tool.',
    streams: BUILD,
    symptom: true,
  },
  {
    id: 'build-aftermath',
    phase: 'host',
    severity: 'error',
    pattern:
      /^make(?:\[[0-9]+\])?: \*\*\* (?:\[(?:[^\]]*: )?(?<target>[^\]: ]+)\] Error (?<status>[0-9]+))?|^error: could not compile `|collect2: error: ld returned|ninja: build stopped|^error: build failed/,
    title: 'The build failed',
    hint: 'The cause stands above: look for the first "error:" of a compiler or "ERROR" of a tool.',
    streams: BUILD,
    symptom: true,
    causes: [
      {
        id: 'program',
        when: { status: '127' },
        title: 'make did not find a program that it needs to make $<target> (Error 127)',
        hint: 'The line above names it, where it is not kept silent: openssl for certs/, and bc, bison, flex, cpio, python3 or the cross compiler elsewhere. Build with V=1 to see the command.',
        symptom: true,
      },
      {
        id: 'executable',
        when: { status: '126' },
        title: 'make could not execute a program that it needs to make $<target> (Error 126)',
        hint: 'It is of another architecture, as tools in headers for another machine are, or not executable: rebuild it (make scripts), or check the mount option noexec.',
        symptom: true,
      },
    ],
  },
];

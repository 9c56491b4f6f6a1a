/** What the build of a Linux kernel says before make tells that it ended: its scripts and top-level Makefile (Linux 6.12), pahole (dwarves). */

import type { LineOrigin, Signature } from '../signature.ts';

const BUILD: readonly LineOrigin[] = ['build'];

export const KBUILD: readonly Signature[] = [
  {
    id: 'kbuild-pahole',
    phase: 'host',
    severity: 'fatal',
    // scripts/link-vmlinux.sh gen_btf()
    pattern:
      /BTF: \S+: pahole (?:version (?<have>v[0-9.]+) is too old, need at least (?<need>v[0-9.]+)|\([^)]*\) is not available)/,
    title: 'The kernel’s build needs pahole, and it is missing or too old',
    hint: 'Install pahole (package dwarves or pahole) in the version that the line asks for, or switch CONFIG_DEBUG_INFO_BTF off.',
    streams: BUILD,
  },
  {
    id: 'kbuild-btf',
    phase: 'host',
    severity: 'fatal',
    // dwarves btf_encoder.c btf_encoder__encode(), pahole.c; tools/bpf/resolve_btfids/main.c, scripts/link-vmlinux.sh
    pattern:
      /btf__dedup failed!|Failed to encode BTF|FAILED: load BTF from \S+: (?<why>[A-Za-z].*)|Failed to generate BTF for|FAILED:? unresolved symbol \w+/,
    title:
      'The type information of the kernel (BTF) could not be made: pahole does not fit this compiler or kernel',
    hint: 'Use a pahole (dwarves) that is as new as compiler and kernel, or switch CONFIG_DEBUG_INFO_BTF off. Where "Killed" stands above, memory ran out: pahole needs some GiB.',
    streams: BUILD,
  },
  {
    id: 'kbuild-tool-old',
    phase: 'host',
    severity: 'fatal',
    // scripts/cc-version.sh, scripts/ld-version.sh, scripts/Kconfig.include
    pattern:
      /\*\*\* (?<tool>Compiler|Linker|Assembler) is too old\.|Sorry, this (?<tool2>compiler|linker|assembler) is (?:not supported|unsupported)/,
    title: 'The kernel’s build does not take this $<tool>: it is too old',
    hint: 'The lines below name its version and the least one: install a newer one and give it as CC= or LD=, or build an older kernel.',
    streams: BUILD,
  },
  {
    id: 'kbuild-not-prepared',
    phase: 'host',
    severity: 'fatal',
    // Makefile
    pattern:
      /ERROR: Kernel configuration is invalid\.|Configuration file "?\.config"? not found!|The source tree is not clean, please run/,
    title: 'The kernel’s source is not configured, or not prepared for this build',
    hint: 'make defconfig (or olddefconfig) and make modules_prepare in the tree; for a module the headers of this very kernel; with O= the source must be clean (make mrproper).',
    streams: BUILD,
  },
  {
    id: 'kbuild-keys',
    phase: 'host',
    severity: 'fatal',
    // certs/Makefile: CONFIG_SYSTEM_TRUSTED_KEYS and CONFIG_SYSTEM_REVOCATION_KEYS of a distribution
    pattern: /No rule to make target '(?<file>debian\/[\w.-]+\.pem|[^']*\.pem)'/,
    title: 'The kernel’s configuration names certificates that this source does not have: $<file>',
    hint: 'A distribution’s .config was taken: scripts/config --set-str SYSTEM_TRUSTED_KEYS "" --set-str SYSTEM_REVOCATION_KEYS "".',
    streams: BUILD,
  },
  {
    id: 'kbuild-undefined',
    phase: 'host',
    severity: 'fatal',
    // scripts/mod/modpost.c check_exports() (Linux 6.12)
    pattern: /"(?<symbol>[\w.]+)" \[(?<module>[^\]]+)\] undefined!/,
    title: 'Nothing that is built exports $<symbol>, which $<module> uses',
    hint: 'Its option lacks a "depends on" or "select", or the function an EXPORT_SYMBOL; __compiletime_assert_… is a BUILD_BUG_ON() that this compiler could not prove, and arithmetic such as __udivdi3 is for do_div() and the like.',
    streams: BUILD,
  },
  {
    id: 'kbuild-library',
    phase: 'host',
    severity: 'fatal',
    // Makefile, tools/objtool/Makefile (Linux 4.14 to 6.12)
    pattern:
      /(?:Cannot|Unable to) .*, please install (?<package>lib[\w-]+)|Please install (?<package2>lib[\w-]+) for objtool/,
    title: 'The kernel’s build needs $<package>, which is not installed',
    hint: 'Install it (libelf-dev, elfutils-libelf-devel); bc, bison, flex and libssl-dev are needed, too.',
    streams: BUILD,
  },
];

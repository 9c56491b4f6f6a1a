/**
 * Sentences with one meaning, whatever program prints them: of loaders, package managers and build tools.
 * Asked of the complaint that decides, as numbers are (numbers.ts), so that no scanner looks for them in every line; what
 * libraries and the network say is in plain-words.ts.
 */

import type { Signature } from '../signature.ts';

type Saying = Pick<Signature, 'id' | 'pattern' | 'title' | 'hint'> & Partial<Pick<Signature, 'phase'>>;

/** The phase of such a row counts where it is `host`; else the phase is that of the speaker. */
export function sayings(rows: readonly Saying[]): readonly Signature[] {
  return rows.map((row) => ({ phase: 'userspace', severity: 'error', ...row }));
}

/** The first row whose pattern matches counts. */
export const SAYINGS: readonly Signature[] = sayings([
  // ---- systemd 257 src/core/manager.c manager_load_unit(), src/shared/bus-error ---------------------------------------
  {
    id: 'says-no-cryptsetup',
    pattern: /Unit systemd-cryptsetup@\S+\.service (?:could )?not (?:be )?found/,
    title: 'The encrypted volume cannot be opened: systemd-cryptsetup is not there',
    hint: 'Put it into the initrd: install systemd-cryptsetup and build the initrd anew (dracut --add "crypt systemd-cryptsetup"; a package of its own in Debian 13 and dracut 102).',
  },
  {
    id: 'says-no-unit',
    pattern:
      /Unit (?<unit>[\w@.\\:-]+) (?:could )?not (?:be )?found|Failed to \w+ (?<unit2>[\w@.\\:-]+): Unit (?:\S+ )?not (?:found|loaded)/,
    title: 'systemd has no unit $<unit>',
    hint: 'Its package is not installed, or the unit has another name here: systemctl list-unit-files shows which there are. k3s, RKE2 and microk8s run a containerd of their own, without containerd.service: tell the installer which of them it is.',
  },
  // ---- glibc 2.41 elf/dl-load.c, elf/dl-version.c, elf/dl-lookup.c ------------------------------------------------------
  {
    id: 'says-no-library',
    pattern: /(?<library>lib[\w.+-]+\.so[.\d]*): cannot open shared object file/,
    title: 'The program needs the library $<library>, which is not installed',
    hint: 'Install the package that has it (apt-file search, dnf provides), or run the program on the release for which it was built.',
  },
  {
    id: 'says-old-libc',
    pattern: /version [`'](?<version>(?:GLIBC|GLIBCXX|CXXABI)_[\d.]+)' not found/,
    title: 'The program was built for a newer system: it asks for $<version>',
    hint: 'Build it on this release, use its static build, or run it in a container of the release for which it was built.',
  },
  {
    id: 'says-symbol',
    pattern: /undefined symbol: (?<symbol>\w+)/,
    title: 'Program and library do not belong together: $<symbol> is missing',
    hint: 'Two releases are mixed (a package half upgraded, a snap, LD_LIBRARY_PATH): let both come from one.',
  },
  // ---- apt 3.0 apt-private/private-{install,output}.cc, apt-pkg/{algorithms,deb/debsystem}.cc; dnf 4; rpm 4.20; pip 25 ----
  {
    id: 'says-package-dependencies',
    pattern:
      /unmet dependencies|held broken packages|but it is not (?:going to be installed|installable)|pkgProblemResolver::Resolve generated breaks|Failed build dependencies|nothing provides \S+/,
    title: 'The packages cannot be installed: what they depend on is not to be had in this release',
    hint: 'The lines around it name what is missing or too old: add the repository that has it (and update), or use the release that the instructions are for.',
  },
  {
    id: 'says-package-missing',
    pattern:
      /(?:Unable to locate package|Unable to find a match:|No match for argument:|No matching distribution found for) (?<package>\S+)|Package '?(?<package2>[\w.+-]+)'? has no installation candidate|No package (?<package3>[\w.+-]+) available/,
    title: 'No repository of this machine has the package $<package>',
    hint: 'Update the lists (apt update), add the repository or PPA that has it, and check the release: packages for TDX come from repositories of their own.',
  },
  {
    id: 'says-package-key',
    pattern: /NO_PUBKEY (?<key>[0-9A-F]{8,})|repository '[^']*' is not signed|GPG check FAILED/,
    title: 'A repository is signed by a key that this machine does not have',
    hint: 'Import the key of the repository as its instructions say (/etc/apt/keyrings, rpm --import).',
  },
  // ---- build tools: rustc 1.85, GNU make 4.4, pkg-config and pkgconf, meson 1.7, CMake 3.31, debhelper 13, rpmbuild, git ----
  {
    id: 'says-native-library',
    phase: 'host',
    pattern: /could not find native static library `(?<library>[^`]+)`/,
    title: 'rustc does not find the native library $<library>, which has to be built before',
    hint: 'An earlier step of the build did not run or failed (a script, a submodule, clang and llvm-ar): start from a clean tree with the build script of the project.',
  },
  {
    id: 'says-no-rule',
    phase: 'host',
    pattern: /No rule to make target '(?<target>[^']+)'/,
    title: 'make has no rule for $<target>: the source is not whole',
    hint: 'A download or a submodule failed before (git submodule update --init), or configure has not run: begin in a clean tree with enough disk space.',
  },
  {
    id: 'says-build-dependency',
    phase: 'host',
    pattern:
      /(?:No package|Program) '(?<what>[^']+)' (?:not )?found|(?:Package|Dependency) ["']?(?<what2>[\w.+-]+)["']? (?:was not found in the pkg-config|with method .* failed|not found)|Could NOT find (?<what3>\w+)/,
    title: 'The build needs $<what>, which is not installed',
    hint: 'Install its development package (lib…-dev, …-devel), best all of them: apt build-dep or dnf builddep.',
  },
  {
    id: 'says-debhelper',
    phase: 'host',
    pattern:
      /(?<file>debian\/[\w.+-]+): \d+: (?<what>\S+): not found|(?<file2>debian\/[\w.+-]+) is marked executable but does not appear to an executable config/,
    title: 'debhelper runs $<file> as a program, and it is a plain list: its mode is wrong',
    hint: 'Take the execute bit away (chmod -x debian/*.install): a file system or an archive that keeps no modes has set it.',
  },
  {
    id: 'says-git-owner',
    phase: 'host',
    pattern: /detected dubious ownership in repository at '(?<path>[^']+)'/,
    title: 'git does not trust $<path>: it belongs to another user',
    hint: 'git config --global --add safe.directory with the path, or give the tree to the user that builds (containers build as root).',
  },
  {
    id: 'says-patch',
    phase: 'host',
    pattern: /patch does not apply|Hunk #\d+ FAILED|patch failed: (?<file>[^:]+)/,
    title: 'A patch does not fit the source',
    hint: 'Patches and source are of different releases: take the commit for which the patches were made.',
  },
  // ---- virtee/snphost 0.6 src/ok.rs --------------------------------------------------------------------------------------
  {
    id: 'says-no-msr',
    phase: 'host',
    pattern: /MSR read failed|Error Reading MSR|cannot open \/dev\/cpu\/\d+\/msr/,
    title: 'The MSRs of this host cannot be read, so the checks do not know',
    hint: 'modprobe msr, and be root; a kernel that is locked down (Secure Boot) forbids it. Lines of other checks say more.',
  },
]);

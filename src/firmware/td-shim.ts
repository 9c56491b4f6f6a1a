/** td-shim: the small firmware in Rust that starts a kernel directly, and its variants for other payloads. */

import type { FirmwareName } from '../scenario/words.ts';
import { PINS, SUBMODULES } from './pins.ts';
import type { BuildOptions, BuildStep, Recipe, Tool } from './recipe.ts';

/** What the file rust-toolchain of the pinned tree names. */
const NIGHTLY = 'nightly-2023-08-28';
/** The newest when td-shim v0.8.0 was released; its own CI installs whatever is the newest. */
const XBUILD = '0.6.5';

const RUSTUP = { command: `rustup toolchain install ${NIGHTLY} --profile minimal --component rust-src` };

const tools: readonly Tool[] = [
  { name: 'rustc', versionArgs: [`+${NIGHTLY}`, '--version'], from: RUSTUP },
  { name: 'cargo', versionArgs: [`+${NIGHTLY}`, '--version'], from: RUSTUP },
  { name: 'gcc', versionArgs: ['--version'], from: { apt: 'gcc' } },
  { name: 'clang', versionArgs: ['--version'], from: { apt: 'clang' } },
  {
    name: 'llvm-ar',
    versionArgs: ['--version'],
    version: /^\s*(\S*LLVM version .*\S)/m,
    from: { apt: 'llvm' },
  },
  { name: 'nasm', versionArgs: ['-v'], from: { apt: 'nasm' } },
  { name: 'patch', versionArgs: ['--version'], from: { apt: 'patch' } },
];

/** `cargo image --release`: boots a Linux kernel (bzImage) that the VMM has loaded. */
export const tdShim = variant('td-shim', []);
/** Boots an ELF or PE program that is added to the image later. */
export const tdShimExecutable = variant('td-shim-executable', ['--payload-type', 'executable']);
/** With td-shim's own example payload, which prints what the TD tells it. */
export const tdShimExample = variant('td-shim-example', ['--example-payload']);

function variant(name: FirmwareName, options: readonly string[]): Recipe {
  return {
    name,
    pin: PINS.tdShim,
    // Named in [patch.crates-io] of Cargo.toml: cargo wants it even where nothing uses it.
    submodules: [{ path: 'library/ring', url: SUBMODULES.ring }],
    tools,
    copies: [],
    // CARGO_HOME within the tree: the user's is not touched, and the paths of crates are the same everywhere.
    environment: {
      CARGO_HOME: '{tree}/.cargo-home',
      RUSTUP_TOOLCHAIN: NIGHTLY,
      CARGO_INCREMENTAL: '0',
      CARGO_TERM_COLOR: 'never',
      CC_x86_64_unknown_none: 'clang',
      AR_x86_64_unknown_none: 'llvm-ar',
      AS: 'nasm',
      PATH: '{tree}/.cargo-home/bin:{path}',
    },
    steps: (build) => [PATCH_RING, INSTALL_XBUILD, image(options, build)],
    output: (build) => `target/${build}/final.bin`,
  };
}

/** What sh_script/preparation.sh does; its `git reset` is for trees that were patched before. */
const PATCH_RING: BuildStep = {
  title: 'patch of ring',
  argv: ['patch', '--strip=1', '--directory=library/ring', '--input=../patches/ring.diff'],
  cpuSeconds: 0,
};

const INSTALL_XBUILD: BuildStep = {
  title: 'cargo-xbuild',
  argv: ['cargo', 'install', '--locked', '--version', XBUILD, 'cargo-xbuild'],
  cpuSeconds: 60,
  progress: { line: /^\s*Compiling /, total: 60, noun: 'crates' },
};

function image(options: readonly string[], { build, defines }: BuildOptions): BuildStep {
  const release = build === 'release' ? ['--release'] : [];
  const features = defines.length === 0 ? [] : ['--features', defines.join(',')];
  return {
    title: 'firmware',
    argv: ['cargo', 'image', ...release, ...options, ...features],
    cpuSeconds: 180,
    progress: { line: /^\s*Compiling /, total: 150, noun: 'crates' },
  };
}

/** td-shim: the small firmware in Rust that starts a kernel directly, and its variants for other payloads. */

import type { FirmwareName } from '../../words/words.ts';
import { PINS, SUBMODULES } from './pins.ts';
import { type BuildOptions, type BuildStep, type Recipe, RUSTUP_COMES_FROM, type Tool } from './recipe.ts';

/** What the file rust-toolchain of the pinned tree names. */
const NIGHTLY = 'nightly-2023-08-28';
/** The newest release of cargo-xbuild, also when td-shim v0.8.0 was released. td-shim's own CI installs the newest. */
const XBUILD = '0.6.6';

/** One command installs compiler, cargo and library source; without the last option it would update rustup, too. */
const RUSTUP: Pick<Tool, 'behind' | 'from'> = {
  behind: `~/.rustup/toolchains/${NIGHTLY}-x86_64-unknown-linux-gnu/lib/rustlib/components`,
  from: {
    command: `rustup toolchain install ${NIGHTLY} --profile minimal --component rust-src --no-self-update`,
    installer: RUSTUP_COMES_FROM,
  },
};

const tools: readonly Tool[] = [
  { name: 'rustc', versionArgs: [`+${NIGHTLY}`, '--version'], ...RUSTUP },
  { name: 'cargo', versionArgs: [`+${NIGHTLY}`, '--version'], ...RUSTUP },
  {
    name: 'rust-src',
    askedBy: 'rustup',
    versionArgs: ['component', 'list', '--installed', '--toolchain', NIGHTLY],
    version: /^(rust-src)$/m,
    mustMatch: true,
    ...RUSTUP,
  },
  { name: 'gcc', versionArgs: ['--version'], from: { apt: 'gcc' } },
  { name: 'clang', versionArgs: ['--version'], from: { apt: 'clang' } },
  {
    name: 'llvm-ar',
    versionArgs: ['--version'],
    version: /^\s*((?:\S+ )?LLVM version .*\S)/m,
    from: { apt: 'llvm' },
  },
  { name: 'nasm', versionArgs: ['-v'], from: { apt: 'nasm' } },
  // ring makes its assembly files with Perl.
  { name: 'perl', versionArgs: ['--version'], version: /\((v[\d.]+)\)/, from: { apt: 'perl' } },
  { name: 'patch', versionArgs: ['--version'], from: { apt: 'patch' } },
];

/**
 * td-shim's own builds are the same only for the same user and source path (its issue 604). Builds in two places differ
 * in this: panic messages have the paths of crates and of Rust's library;
 * the compiler's symbol names depend on the path of Rust's library; the ELF header within a debug image tells the size
 * of debug information, which has the real path of the tree.
 */
const REPRODUCIBLE = {
  // The build does not change the user's ~/.cargo. It still reads a ~/.cargo/config.toml above the tree.
  CARGO_HOME: '{tree}/.cargo-home',
  XARGO_RUST_SRC: '{tree}/rust-src/library',
  CARGO_PROFILE_DEV_DEBUG: '0',
  // Even an empty RUSTFLAGS replaces the rustflags of such a file.
  RUSTFLAGS: '',
} as const;

/** `cargo image --release`: boots a Linux kernel (bzImage) that the VMM has loaded. */
export const tdShim = variant('td-shim', []);
/** For an ELF or PE payload that the user puts into the image: its section is empty. */
export const tdShimExecutable = variant('td-shim-executable', ['--payload-type', 'executable']);
/** With td-shim's own example payload, which prints what the TD tells it. */
export const tdShimExample = variant('td-shim-example', ['--example-payload']);

function variant(name: FirmwareName, options: readonly string[]): Recipe {
  return {
    name,
    pins: { documented: PINS.tdShim, current: PINS.tdShim },
    // [patch.crates-io] in Cargo.toml names ring, so cargo needs its source even where nothing uses it.
    submodules: [{ path: 'library/ring', url: SUBMODULES.ring }],
    tools,
    copies: [],
    environment: {
      CARGO_INCREMENTAL: '0',
      CARGO_TERM_COLOR: 'never',
      RUSTUP_TOOLCHAIN: NIGHTLY,
      RUSTUP_AUTO_INSTALL: '0',
      CC_x86_64_unknown_none: 'clang',
      AR_x86_64_unknown_none: 'llvm-ar',
      AS: 'nasm',
      // ring makes every warning of the C compiler an error, and newer compilers warn of more.
      CFLAGS: '-w',
      PATH: '{tree}/.cargo-home/bin:{path}',
      ...REPRODUCIBLE,
    },
    steps: (build) => [PATCH_RING, MARK_RING, LINK_RUST_SRC, FETCH, INSTALL_XBUILD, image(options, build)],
    output: (build) => `target/${build}/final.bin`,
  };
}

/** What sh_script/preparation.sh does; its `git reset` is for trees that were patched before. */
const PATCH_RING: BuildStep = {
  title: 'patch of ring',
  argv: ['patch', '--strip=1', '--directory=library/ring', '--input=../patches/ring.diff'],
  cpuSeconds: 0,
};

/** Without a `.git`, ring's build script looks for the generated assembly files of its releases. */
const MARK_RING: BuildStep = {
  title: 'ring as a checkout',
  argv: ['mkdir', '--parents', 'library/ring/.git'],
  cpuSeconds: 0,
};

/** Makes the constant path that XARGO_RUST_SRC names: only the compiler knows where its library really is. */
const LINK_RUST_SRC: BuildStep = {
  title: 'source of the Rust library',
  argv: [
    'sh',
    '-c',
    'ln --symbolic "$(realpath --canonicalize-existing "$(rustc --print sysroot)/lib/rustlib/src/rust")" rust-src',
  ],
  cpuSeconds: 0,
};

/** Fails when Cargo.lock does not name every crate: the commands that xtask starts later do not check this. */
const FETCH: BuildStep = {
  title: 'crates',
  argv: [
    ...(['cargo', 'fetch', '--locked'] as const),
    ...['--target', 'x86_64-unknown-linux-gnu', '--target', 'x86_64-unknown-none'],
  ],
  cpuSeconds: 3,
  progress: { line: /^\s*Downloaded /, total: 151, noun: 'crates' },
};

const INSTALL_XBUILD: BuildStep = {
  title: 'cargo-xbuild',
  argv: ['cargo', 'install', '--locked', '--version', XBUILD, 'cargo-xbuild'],
  cpuSeconds: 20,
  progress: { line: /^\s*Compiling /, total: 28, noun: 'crates' },
};

/** `--features` are those of the crate td-shim, next to `main` and `tdx`. */
function image(options: readonly string[], { build, defines }: BuildOptions): BuildStep {
  const release = build === 'release' ? ['--release'] : [];
  const features = defines.length === 0 ? [] : ['--features', defines.join(',')];
  return {
    title: 'firmware',
    argv: ['cargo', '--locked', 'image', ...release, ...options, ...features],
    cpuSeconds: 85,
    progress: { line: /^\s*Compiling /, total: 155, noun: 'crates' },
  };
}

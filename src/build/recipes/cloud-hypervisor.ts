/** Cloud Hypervisor with TDX, built like firmware, because its release binaries never have that feature. */

import { PINS } from './pins.ts';
import { type BuildOptions, type BuildStep, type Recipe, RUSTUP_COMES_FROM, type Tool } from './recipe.ts';

/** `rust-version` in Cargo.toml of the pinned tree. */
const OLDEST_RUST = 83;

const RUSTUP = {
  command: 'rustup toolchain install stable --profile minimal --no-self-update',
  installer: RUSTUP_COMES_FROM,
};

const tools: readonly Tool[] = [
  {
    name: 'rustc',
    versionArgs: ['--version'],
    version: /^(rustc .*\S)/m,
    from: RUSTUP,
    unsuitable: rustProblem,
  },
  { name: 'cargo', versionArgs: ['--version'], version: /^(cargo .*\S)/m, from: RUSTUP },
  { name: 'gcc', versionArgs: ['--version'], from: { apt: 'gcc' } },
];

export const cloudHypervisor: Recipe = {
  name: 'cloud-hypervisor',
  pins: { documented: PINS.cloudHypervisor, current: PINS.cloudHypervisor },
  submodules: [],
  tools,
  copies: [],
  environment: {
    // The build neither changes the user's ~/.cargo nor takes anything from it.
    CARGO_HOME: '{tree}/.cargo-home',
    CARGO_INCREMENTAL: '0',
    CARGO_TERM_COLOR: 'never',
    RUSTFLAGS: '',
    // Its build script asks git for the version. git must not find a repository around the tree.
    GIT_DIR: '/nonexistent',
  },
  steps: (options) => [FETCH, program(options)],
  output: (build) => `target/${build}/cloud-hypervisor`,
};

function rustProblem(version: string): string | undefined {
  const minor = Number(/ 1\.(\d+)/.exec(version)?.[1] ?? 0);
  return minor >= OLDEST_RUST ? undefined : `it needs Rust 1.${OLDEST_RUST} or later`;
}

const FETCH: BuildStep = {
  title: 'crates',
  argv: ['cargo', 'fetch', '--locked', '--target', 'x86_64-unknown-linux-gnu'],
  cpuSeconds: 5,
  progress: { line: /^\s*Downloaded /, total: 208, noun: 'crates' },
};

function program({ build, defines }: BuildOptions): BuildStep {
  return {
    title: 'cloud-hypervisor',
    argv: [
      ...(['cargo', 'build', '--locked', '--bin', 'cloud-hypervisor'] as const),
      ...(build === 'release' ? ['--release'] : []),
      ...['--features', ['tdx', ...defines].join(',')],
    ],
    cpuSeconds: 400,
    progress: { line: /^\s*Compiling /, total: 125, noun: 'crates' },
  };
}

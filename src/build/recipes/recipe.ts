/** How a firmware or a VMM is built: source, tools, commands and output. */

import type { BuildType, PinSet, RecipeName } from '../../words/words.ts';
import type { Pin } from './pins.ts';

export interface Recipe {
  readonly name: RecipeName;
  /** The source in each set of pins. */
  readonly pins: Readonly<Record<PinSet, Pin>>;
  readonly submodules: readonly Submodule[];
  readonly tools: readonly Tool[];
  /** Environment of every command; `{tree}` stands for the source tree, `{path}` for the caller's PATH. */
  readonly environment: Readonly<Record<string, string>>;
  /** Files to copy within the tree before the first command, as [from, to]. */
  readonly copies: readonly (readonly [string, string])[];
  /** Directories that have to exist although the build reads nothing in them, such as in submodules that are left out. */
  readonly directories?: readonly string[];
  /** Words of the arguments and of the output that later releases of the source have replaced. */
  readonly renames?: readonly Rename[];
  steps(options: BuildOptions): readonly BuildStep[];
  /** Path of the image, or of the VMM's program, relative to the source tree. */
  output(build: BuildType): string;
}

/**
 * A word that is replaced where a file of the tree shows that it has to be: a tree does not say which release it is.
 * The key of an image does not name the renames that apply, because they follow from the tree.
 */
interface Rename {
  readonly from: string;
  readonly to: string;
  /** Relative to the source tree; `has` and `lacks` are literal text. */
  readonly when: { readonly file: string; readonly has: string; readonly lacks: string };
}

/** A submodule that the build reads, by its path in the tree. The tree names its commit. */
interface Submodule {
  readonly path: string;
  readonly url: string;
  /** The only directory of the submodule that the build reads. */
  readonly only?: string;
}

/** A program or a file that the build needs. */
export interface Tool {
  /** A command in PATH, or the absolute path of a file such as a C header. */
  readonly name: string;
  /** The command that tells the version, where the tool itself cannot. */
  readonly askedBy?: string;
  /** Arguments that print the version; absent for a file. */
  readonly versionArgs?: readonly string[];
  /** The line of the answer that names the version; the first group is the version itself. Absent: the first line. */
  readonly version?: RegExp;
  /** The tool is a part of another program, and is missing when the answer does not match `version`. */
  readonly mustMatch?: true;
  /** A file that changes when the command, a wrapper, starts another program than before; `~` is the user's home. */
  readonly behind?: string;
  /** How it is installed: a package of Debian and Ubuntu, or a command and where its program comes from. */
  readonly from: { readonly apt: string } | { readonly command: string; readonly installer: string };
  /** Why a version of the tool cannot build this source; undefined when it can. */
  unsuitable?(version: string): string | undefined;
}

export interface BuildOptions {
  readonly build: BuildType;
  /** `NAME=VALUE` for TDVF (`build -D`), a cargo feature for the others. */
  readonly defines: readonly string[];
  /** How many commands may run at once. */
  readonly jobs: number;
  /** The version of a tool of this recipe. */
  version(tool: string): string;
}

/** One command of a build, run in the source tree. */
export interface BuildStep {
  readonly title: string;
  /** Relative to the source tree; default: the tree itself. */
  readonly cwd?: string;
  readonly argv: readonly [string, ...string[]];
  /** CPU seconds that the step took when it was measured; the expected time is computed from them. */
  readonly cpuSeconds: number;
  /** A line of output that means one unit of progress, the number of such lines in a build of the pin, and their noun. */
  readonly progress?: { readonly line: RegExp; readonly total: number; readonly noun: string };
}

/** How to get rustup, which installs the compilers of both Rust recipes. */
export const RUSTUP_COMES_FROM = 'https://rustup.rs, or the package rustup of Debian 13 and Ubuntu 24.04';

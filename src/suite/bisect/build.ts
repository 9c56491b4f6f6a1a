/** Builds a commit for a bisect: a kernel by a command of the user, or a firmware by its recipe. */

import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { findBuildError } from '../../build/build-error.ts';
import { type ProvideOptions, provideBuild } from '../../build/provide.ts';
import { describeEnd, runCommand } from '../../process/run.ts';
import type { Override } from '../../scenario/overrides.ts';
import type { BuildRequest } from '../../scenario/scenario.ts';
import { HostError, UsageError } from '../../words/errors.ts';
import { MIB } from '../../words/units.ts';
import { type Commits, short } from './commits.ts';

/** What a commit gives to the scenario, or why it gives nothing. */
export type Built = { readonly overrides: readonly Override[] } | { readonly notBuilt: string };

/** Longest time for one build, in milliseconds: a kernel with all drivers takes hours on few CPUs. */
const BUILD_MS = 12 * 60 * 60_000;
/** The end of a build's log in which its error is looked for, in bytes. */
const LOG_BYTES = MIB;

interface KernelBuild {
  /** Runs in the tree with /bin/sh. */
  readonly command: string;
  /** What the command makes, relative to the tree. */
  readonly output: string;
  /** Of the work tree, the kernels that were built, and the logs. */
  readonly directory: string;
  readonly signal: AbortSignal;
}

/**
 * Builds the kernel of a commit, unless that was done before.
 * @throws HostError code `disk-full`, `out-of-memory` or `command-timeout`; UsageError code `no-output`
 */
export async function buildKernel(
  commits: Pick<Commits, 'checkOut'>,
  commit: string,
  { command, output, directory, signal }: KernelBuild,
): Promise<Built> {
  const kernels = join(directory, 'kernels', commit);
  const kept = join(kernels, basename(output));
  const log = join(kernels, 'build.log');
  if (!existsSync(kept)) {
    const tree = join(directory, 'tree');
    await commits.checkOut(commit, tree);
    mkdirSync(kernels, { recursive: true });
    const made = join(tree, output);
    // A command that makes no kernel must not leave the kernel of another commit for this one.
    rmSync(made, { force: true });
    const failure = await runBuild(command, { tree, log, signal });
    if (failure !== undefined) return { notBuilt: failure };
    if (statSync(made, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new UsageError('no-output', `the build of ${short(commit)} succeeded and made no ${output}`, {
        hint: `Name what the command makes with --output. The log: ${log}`,
      });
    }
    copyFileSync(made, `${kept}.part`);
    renameSync(`${kept}.part`, kept);
  }
  const origin = `the kernel of ${short(commit)}`;
  return { overrides: [{ path: ['guest', 'kernel'], value: kept, origin, base: directory }] };
}

/** @returns why the commit cannot be built */
async function runBuild(
  command: string,
  { tree, log, signal }: { readonly tree: string; readonly log: string; readonly signal: AbortSignal },
): Promise<string | undefined> {
  const fd = openSync(log, 'w');
  let code: number | NodeJS.Signals;
  try {
    code = await runCommand(['/bin/sh', '-c', command], {
      kind: 'build',
      cwd: tree,
      signal,
      deadlineMs: BUILD_MS,
      onOutput: (bytes) => {
        writeSync(fd, bytes);
      },
    });
  } finally {
    closeSync(fd);
  }
  if (code === 0) return undefined;
  const printed = readFileSync(log).subarray(-LOG_BYTES).toString('utf8').split('\n');
  const error = findBuildError(printed);
  const last = error?.lines[0] ?? printed.findLast((line) => line.trim() !== '') ?? 'it printed nothing';
  if (error !== undefined && error.kind !== 'build-failed') {
    throw new HostError(error.kind, `the build could not go on: ${last}`, { hint: `The log: ${log}` });
  }
  return `the build ended with ${describeEnd(code)}: ${last} (${log})`;
}

/**
 * Builds the firmware of a commit, or takes it from the store.
 * @throws HostError of the source, the tools or the store
 */
export async function buildFirmware(
  commit: string,
  request: BuildRequest,
  options: ProvideOptions,
): Promise<Built> {
  try {
    await provideBuild({ ...request, ref: commit }, options);
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'build-failed') throw error;
    return { notBuilt: error.message.split('\n').slice(0, 2).join(' ') };
  }
  const origin = `the firmware of ${short(commit)}`;
  return { overrides: [{ path: ['firmware', 'ref'], value: commit, origin, base: '/' }] };
}

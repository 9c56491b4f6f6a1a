/** Runs a recipe's commands in a source tree: with progress, a whole log, and the compiler's error when it fails. */

import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { lineReader } from '../console/scanner.ts';
import { killThoseIn } from '../process/kill.ts';
import { withLock } from '../process/lock.ts';
import { describeEnd, runCommand } from '../process/run.ts';
import { withWorkDir } from '../process/work-dir.ts';
import { HostError, messageOf } from '../words/errors.ts';
import type { BuildType } from '../words/words.ts';
import { findBuildError } from './build-error.ts';
import type { BuildListener } from './events.ts';
import { explainBuildError } from './explain.ts';
import type { BuildStep, Recipe } from './recipes/recipe.ts';
import type { Toolchain } from './toolchain.ts';
import { prepareTree, renamesFor } from './tree.ts';

/**
 * Every build happens at this path, a symbolic link to the real tree: images contain the path of their sources (in
 * ASSERT messages) or at least its length (GenFw keeps the space of the debug file's name), so another path would give
 * another image.
 */
export const BUILD_PATH = '/tmp/tdx-boot-src';

/** Longest time for all commands of one build, in milliseconds. The slowest recipe needs 7 min on one CPU. */
const BUILD_MS = 60 * 60_000;
/** Longest wait for another build on this machine, in milliseconds. */
const WAIT_MS = BUILD_MS;

export interface BuildJob {
  /** The real source tree; the build writes into it. */
  readonly tree: string;
  readonly build: BuildType;
  readonly defines: readonly string[];
  readonly toolchain: Toolchain;
  /** File for everything that the tools print. */
  readonly log: string;
  readonly listener: BuildListener;
  readonly signal?: AbortSignal | undefined;
  /** Longest time for all commands together, in milliseconds. */
  readonly buildMs?: number;
}

/**
 * Builds an image.
 * @returns its path in the tree
 * @throws HostError code `build-failed`, `disk-full` or `out-of-memory` with the compiler's error;
 *   `build-timeout`, `build-path-taken` or `lock-timeout`
 */
export async function buildImage(recipe: Recipe, request: BuildJob): Promise<string> {
  const { tree, build, signal, listener } = request;
  const onWait = (): void =>
    listener({ type: 'notice', text: 'another build runs on this machine: waiting for it' });
  await withLock(`${BUILD_PATH}.lock`, { signal, onWait, waitMs: WAIT_MS }, () =>
    atBuildPath(tree, () => withScratch((scratch) => runSteps(recipe, request, scratch))),
  );
  const output = renamesFor(recipe, tree)(recipe.output(build));
  const image = join(tree, output);
  if (lstatSync(image, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new HostError('build-failed', `the build of ${recipe.name} succeeded but made no ${output}`, {
      hint: `The whole log: ${request.log}`,
      lasting: true,
    });
  }
  return image;
}

/**
 * Runs `body` with a directory for the temporary files of the commands. A command may leave a process running, also in another
 * session. The directory in the environment of that process shows whose it is: the process is killed when `body` ends, or, if
 * tdx-boot itself was killed, when the next tdx-boot makes a work directory.
 */
function withScratch<T>(body: (scratch: string) => Promise<T>): Promise<T> {
  return withWorkDir('build', async (scratch) => {
    try {
      return await body(scratch);
    } finally {
      killThoseIn(scratch);
    }
  });
}

async function atBuildPath<T>(tree: string, body: () => Promise<T>): Promise<T> {
  try {
    // Only this process builds now, so a link that is still there was left by a build that was killed.
    rmSync(BUILD_PATH, { force: true });
    symlinkSync(tree, BUILD_PATH);
  } catch (error) {
    throw new HostError(
      'build-path-taken',
      `cannot make the link ${BUILD_PATH}: ${messageOf(error, BUILD_PATH)}`,
      {
        hint: `Every build happens at this path, so that the same source gives the same image. Let its owner${ownerOf(BUILD_PATH)} or root remove it: rm ${BUILD_PATH}`,
        cause: error,
      },
    );
  }
  try {
    return await body();
  } finally {
    rmSync(BUILD_PATH, { force: true });
  }
}

function ownerOf(path: string): string {
  const uid = lstatSync(path, { throwIfNoEntry: false })?.uid;
  return uid === undefined ? '' : ` (user ${uid})`;
}

async function runSteps(
  recipe: Recipe,
  { build, defines, toolchain, buildMs = BUILD_MS, ...request }: BuildJob,
  scratch: string,
): Promise<void> {
  prepareTree(recipe, request.tree);
  const rename = renamesFor(recipe, request.tree);
  const jobs = availableParallelism();
  const steps = recipe.steps({ build, defines, jobs, version: (tool) => toolchain.versions[tool] ?? '' });
  mkdirSync(dirname(request.log), { recursive: true });
  const fd = openSync(request.log, 'w');
  const begun = performance.now();
  request.listener({ type: 'log', file: request.log });
  try {
    for (const step of steps) {
      const [program, ...args] = step.argv;
      const argv: BuildStep['argv'] = [program, ...args.map(rename)];
      await runStep(recipe, { ...step, argv }, fd, { jobs, begun, buildMs, scratch, ...request });
    }
  } finally {
    closeSync(fd);
  }
}

interface StepRequest extends Pick<BuildJob, 'log' | 'listener' | 'signal'> {
  readonly jobs: number;
  /** When the first step began, in the time of performance.now(). */
  readonly begun: number;
  readonly buildMs: number;
  /** A directory for temporary files of the commands. */
  readonly scratch: string;
}

async function runStep(recipe: Recipe, step: BuildStep, fd: number, request: StepRequest): Promise<void> {
  const { listener, signal, jobs, log } = request;
  const begun = Date.now();
  listener({ type: 'stage', title: step.title, expectedMs: (step.cpuSeconds * 1000) / jobs });
  let done = 0;
  const lines = lineReader((line) => {
    if (step.progress?.line.test(line) !== true) return;
    const { total, noun } = step.progress;
    done++;
    listener({ type: 'progress', done, total: Math.max(done, total), noun, elapsedMs: Date.now() - begun });
  });
  writeSync(fd, `$ ${step.argv.join(' ')}\n`);
  const running = runCommand(step.argv, {
    kind: 'build',
    own: { ...ownVariables(recipe), TMPDIR: request.scratch },
    cwd: join(BUILD_PATH, step.cwd ?? ''),
    signal,
    deadlineMs: Math.max(1, request.begun + request.buildMs - performance.now()),
    onOutput: (bytes) => {
      writeSync(fd, bytes);
      lines.push(bytes);
    },
  });
  const code = await running.catch((error: unknown) => {
    if (!(error instanceof HostError) || error.code !== 'command-timeout') throw error;
    const waited = `${request.buildMs / 1000} s`;
    throw new HostError(
      'build-timeout',
      `building ${recipe.name} was not done after ${waited} (${step.title})`,
      { hint: `The command was killed. The whole log: ${log}`, cause: error },
    );
  });
  lines.end();
  if (code !== 0) throw buildFailed(recipe, step, code, log);
}

/** The recipe's variables, and a locale and a working directory that are the same on every machine. */
function ownVariables(recipe: Recipe): Record<string, string> {
  const own = Object.entries(recipe.environment).map(([name, value]) => [
    name,
    value.replaceAll('{tree}', BUILD_PATH).replaceAll('{path}', process.env.PATH ?? ''),
  ]);
  return { LC_ALL: 'C', PWD: BUILD_PATH, ...Object.fromEntries(own) };
}

function buildFailed(recipe: Recipe, step: BuildStep, code: number | NodeJS.Signals, log: string): HostError {
  const lines = readFileSync(log, 'utf8').split('\n');
  const start = lines.findLastIndex((line) => line.startsWith('$ '));
  const found = findBuildError(lines.slice(start)) ?? {
    kind: 'build-failed',
    line: 0,
    lines: lines.slice(-20),
  };
  const said = found.lines.map((line) => line.trimEnd());
  const whole = `The whole log: ${log}${found.line === 0 ? '' : `, line ${start + found.line}`}`;
  return new HostError(
    found.kind,
    `building ${recipe.name} failed (${step.title}, ${describeEnd(code)}):\n${said.join('\n')}`,
    {
      hint: [explainBuildError(said), whole].filter((part) => part !== undefined).join('\n'),
      // The same sources and tools: only what the host lacked may be there the next time.
      lasting: found.kind === 'build-failed',
    },
  );
}

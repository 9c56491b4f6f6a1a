/** From a request to a checked image: from the store, else from the shared cache, else built. An image is a firmware or a VMM's program. */

import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Ask } from '../process/ask.ts';
import { withLock } from '../process/lock.ts';
import { together } from '../process/together.ts';
import type { BuildRequest } from '../scenario/scenario.ts';
import { HostError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { BUILD_PATH, buildImage } from './build.ts';
import type { BuildListener } from './events.ts';
import { installTools } from './install.ts';
import { vouchFor } from './known-images.ts';
import type { Recipe } from './recipes/recipe.ts';
import { RECIPES } from './recipes/recipes.ts';
import { fetchSource, resolveSource, type Source } from './source/source.ts';
import { DamagedImageError } from './store/image.ts';
import { buildKey, digest, type Inputs, type Keys, type Manifest, manifestIn } from './store/manifest.ts';
import { measureBuilt } from './store/measure.ts';
import type { RemoteCache } from './store/remote.ts';
import type { Entry, Store } from './store/store.ts';
import { findToolchain, requireToolchain, type Toolchain } from './toolchain.ts';

/** Longest wait for a process that makes the same image ready, in milliseconds: its build, and another build before. */
const WAIT_MS = 2 * 60 * 60_000;

export interface ProvideOptions {
  readonly store: Store;
  readonly listener: BuildListener;
  readonly signal?: AbortSignal;
  readonly remote?: RemoteCache;
  /** Refuse an image that was not built just now and is none of the published ones, instead of saying so in a notice. */
  readonly requireKnown?: boolean;
  /** Install missing tools with the system's package manager instead of only naming them. */
  readonly installTools?: boolean;
  /** Asks tools for their versions and installs them; in a job so that the job's log shows the commands. */
  readonly ask?: Ask;
}

export interface Provided {
  readonly entry: Entry;
  /** Where it came from: this machine, the cache that machines share, or a build just now. */
  readonly from: 'store' | 'cache' | 'build';
}

/** Everything that decides which image a request means, before anything is fetched or built. */
interface Plan {
  readonly request: BuildRequest;
  readonly recipe: Recipe;
  readonly source: Source;
  readonly toolchain: Toolchain;
  readonly inputs: Inputs;
  readonly keys: Keys;
}

/**
 * The image of a request, if this machine has it. The network is used only to resolve a tag or a branch.
 * @throws HostError code `not-built`
 */
export async function findBuild(request: BuildRequest, options: ProvideOptions): Promise<Entry> {
  const planned = await plan(request, options);
  return lookUp(planned, options) ?? notBuilt(planned);
}

/** Where the image of a request is, or where it will be and the command that builds it. */
export async function locateBuild(
  request: BuildRequest,
  options: ProvideOptions,
): Promise<{ readonly image: string; readonly command?: string }> {
  const planned = await plan(request, options);
  const entry = lookUp(planned, options);
  if (entry !== undefined) return { image: entry.image };
  const name = basename(planned.recipe.output(request.build));
  return { image: options.store.imagePath(planned.keys.key, name), command: buildCommand(request) };
}

/**
 * The image of a request, from the nearest place that has it. Processes that want the same image at once build it once.
 * @throws HostError of the source, the toolchain, the build or the store
 */
export async function provideBuild(request: BuildRequest, options: ProvideOptions): Promise<Provided> {
  const first = await plan(request, options);
  const found = lookUp(first, options);
  if (found !== undefined) return vouched(found, 'store', options);
  return exclusively(first, options, async () => {
    const made = lookUp(first, options);
    if (made !== undefined) return vouched(made, 'store', options);
    const restored = await restore(first, options);
    if (restored !== undefined) return vouched(restored, 'cache', options);
    const ready = await withTools(first, options);
    const entry = await build(ready, options, (staged, manifest) => options.store.add(staged, manifest));
    await options.remote?.save(entry.manifest.key, entry.directory, options.signal);
    return { entry, from: 'build' };
  });
}

function vouched(
  entry: Entry,
  from: 'store' | 'cache',
  { requireKnown = false, listener }: ProvideOptions,
): Provided {
  const notice = vouchFor(entry.manifest, { required: requireKnown, from });
  if (notice !== undefined) listener({ type: 'notice', text: notice });
  return { entry, from };
}

export interface Verified {
  readonly entry: Entry;
  /** SHA-256 of the image that was built to compare. */
  readonly sha256: string;
  readonly same: boolean;
}

/**
 * Builds the image of a request once more, from a fresh copy of its source, and compares it with the stored one.
 * @throws HostError code `not-built` when the store has no image to compare with
 */
export async function verifyBuild(request: BuildRequest, options: ProvideOptions): Promise<Verified> {
  const planned = await plan(request, options);
  requireToolchain(planned.recipe, planned.toolchain);
  const entry = lookUp(planned, options) ?? notBuilt(planned);
  const { sha256 } = await exclusively(planned, options, () =>
    build(planned, options, (_, manifest) => manifest),
  );
  return { entry, sha256, same: sha256 === entry.manifest.sha256 };
}

function notBuilt({ request, keys }: Plan): never {
  const { name, build } = request;
  throw new HostError(
    'not-built',
    `the store has no ${name} (${build}) of this source and these tools: ${keys.key}`,
    { hint: `Build it: ${buildCommand(request)}`, lasting: true },
  );
}

/** The command that builds what a request means. */
function buildCommand({ name, build, pins, ref, repository, defines }: BuildRequest): string {
  const options = Object.entries({ build, pins, ref, repository }).flatMap(([option, value]) =>
    value === undefined ? [] : [`--${option}`, value],
  );
  const extra = defines.flatMap((define) => ['--define', define]);
  return ['tdx-boot', 'firmware', 'build', name, ...options, ...extra].join(' ');
}

async function plan(request: BuildRequest, options: ProvideOptions): Promise<Plan> {
  const recipe = RECIPES[request.name];
  const [source, toolchain] = await together([
    resolveSource(recipe, request, options),
    toolchainOf(recipe, options),
  ]);
  return withToolchain({ request, recipe, source, toolchain });
}

function toolchainOf(recipe: Recipe, { store, ask }: ProvideOptions): Promise<Toolchain> {
  return findToolchain(recipe, join(store.root, 'tool-versions.json'), ask);
}

function withToolchain(known: Pick<Plan, 'request' | 'recipe' | 'source' | 'toolchain'>): Plan {
  const { request, recipe, source, toolchain } = known;
  const inputs: Inputs = {
    recipe: recipe.name,
    build: request.build,
    source: source.kind === 'git' ? `commit:${source.commit}` : `content:${source.digest}`,
    recipeDigest: recipeDigest(recipe, request),
    defines: request.defines,
    arch: process.arch,
    toolchain: toolchain.versions,
  };
  return { ...known, inputs, keys: buildKey(inputs) };
}

/**
 * Digest of all that the recipe does to a tree. How many commands run at once makes no difference to the image. The
 * recipe may act differently for another version of a tool, but the key has a separate digest of the tools.
 */
function recipeDigest(recipe: Recipe, { build, defines }: BuildRequest): string {
  const steps = recipe.steps({ build, defines, jobs: 1, version: () => '' });
  const commands = steps.map(({ argv, cwd }) => [cwd, argv]);
  const { environment, copies, directories, renames, submodules } = recipe;
  return digest([
    BUILD_PATH,
    commands,
    environment,
    copies,
    directories,
    renames,
    submodules,
    recipe.output(build),
  ]);
}

/** The stored image. A machine that lacks the tools takes an image that any toolchain has built from the same source. */
function lookUp({ recipe, keys, toolchain }: Plan, { store, listener }: ProvideOptions): Entry | undefined {
  if (toolchain.missing.length === 0) return store.find(keys.key);
  const entry = store.findAny(keys.prefix);
  if (entry !== undefined) {
    const tools = Object.values(entry.manifest.inputs.toolchain).join(', ');
    listener({
      type: 'notice',
      text: `${recipe.name}: this machine lacks the tools to build it; the image that is used was built with ${tools}`,
    });
  }
  return entry;
}

function exclusively<T>({ recipe, keys }: Plan, options: ProvideOptions, body: () => Promise<T>): Promise<T> {
  const { store, listener, signal } = options;
  const onWait = (): void =>
    listener({ type: 'notice', text: `another process is making ${recipe.name} ready: waiting for it` });
  return withLock(store.lockPath(keys.prefix), { signal, onWait, waitMs: WAIT_MS }, body);
}

async function restore(
  { keys, toolchain }: Plan,
  { remote, store, signal, listener }: ProvideOptions,
): Promise<Entry | undefined> {
  if (remote === undefined) return undefined;
  const wanted = toolchain.missing.length === 0 ? keys.key : `${keys.prefix}-`;
  return store.withStaging(async (staging) => {
    const directory = join(staging, 'entry');
    mkdirSync(directory);
    const key = await remote.restore(keys.key, wanted, directory, signal);
    if (key === undefined) return undefined;
    try {
      const manifest = key.startsWith(wanted) ? manifestIn(directory, key) : undefined;
      if (manifest === undefined) throw new DamagedImageError('its manifest is missing or has another key');
      return store.add(directory, manifest);
    } catch (error) {
      if (!(error instanceof DamagedImageError)) throw error;
      listener({ type: 'notice', text: `not used: ${key} of the shared cache: ${error.message}` });
      return undefined;
    }
  });
}

async function withTools(planned: Plan, options: ProvideOptions): Promise<Plan> {
  const { recipe, toolchain } = planned;
  if (options.installTools !== true || toolchain.missing.length === 0) {
    requireToolchain(recipe, toolchain);
    return planned;
  }
  await installTools(toolchain.missing, options);
  const now = await toolchainOf(recipe, options);
  requireToolchain(recipe, now);
  return withToolchain({ ...planned, toolchain: now });
}

/** Builds in a private directory. `keep` gets the manifest, and a directory that has only the image. */
async function build<T>(
  planned: Plan,
  options: ProvideOptions,
  keep: (directory: string, manifest: Manifest) => T,
): Promise<T> {
  const { store, listener, signal } = options;
  return store.withStaging(async (staging) => {
    try {
      return await buildIn(staging, planned, options, keep);
    } catch (error) {
      // Removing a large tree takes some seconds: say why nothing seems to happen.
      const text = `${planned.recipe.name}: the build was stopped; its tree is being removed`;
      if (signal?.aborted === true) listener({ type: 'notice', text });
      throw error;
    }
  });
}

async function buildIn<T>(
  staging: string,
  { request, recipe, source, toolchain, inputs, keys }: Plan,
  { store, listener, signal }: ProvideOptions,
  keep: (directory: string, manifest: Manifest) => T,
): Promise<T> {
  const tree = join(staging, 'source');
  const places = { cache: store.sources, scratch: staging };
  const facts = await fetchSource(recipe, source, tree, { ...places, listener, signal });
  const begun = Date.now();
  const { build, defines } = request;
  const log = store.logPath(keys.key);
  const built = await buildImage(recipe, { tree, build, defines, toolchain, log, listener, signal });
  const name = basename(built);
  const entry = join(staging, 'entry');
  mkdirSync(entry);
  copyFileSync(built, join(entry, name));
  const bytes = readFileSync(built);
  const mrtd = measureBuilt(bytes, recipe.name, log);
  return keep(entry, {
    version: 1,
    key: keys.key,
    inputs,
    image: name,
    size: statSync(built).size,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...given({ mrtd }),
    source: facts,
    builtAt: new Date().toISOString(),
    buildSeconds: Math.round((Date.now() - begun) / 1000),
  });
}

/** What the commands below `tdx-boot firmware` do, except `inspect`. */

import { findBuild, type ProvideOptions, provideBuild, verifyBuild } from '../build/provide.ts';
import { mrtdOf } from '../build/store/measure.ts';
import { defaultRoot, type Entry, Store } from '../build/store/store.ts';
import { session } from '../process/session.ts';
import { BuildTerminal } from '../report/build-log.ts';
import { parseRequest } from '../scenario/request.ts';
import type { BuildRequest } from '../scenario/scenario.ts';
import { UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { readSize } from '../words/units.ts';
import type { BuildType, PinSet, RecipeName } from '../words/words.ts';
import { EXIT, exitOf, type Streams } from './context.ts';

interface StoreFlags {
  readonly store?: string;
  readonly json?: true;
}

export interface BuildFlags extends StoreFlags {
  readonly build: BuildType;
  readonly pins?: PinSet;
  readonly ref?: string;
  readonly repository?: string;
  readonly define: readonly string[];
}

/** `tdx-boot firmware build`. */
export async function build(
  name: RecipeName,
  flags: BuildFlags & { readonly installTools?: true; readonly requireKnown?: true },
  streams: Streams,
): Promise<number> {
  return withStore(flags, streams, async (options) => {
    const { entry, from } = await provideBuild(request(name, flags), {
      ...options,
      installTools: flags.installTools === true,
      requireKnown: flags.requireKnown === true,
    });
    print(streams, flags, { ...facts(entry), from }, [entry.image]);
    return EXIT.passed;
  });
}

/** `tdx-boot firmware path`. */
export async function path(name: RecipeName, flags: BuildFlags, streams: Streams): Promise<number> {
  return withStore(flags, streams, async (options) => {
    const entry = await findBuild(request(name, flags), options);
    print(streams, flags, facts(entry), [entry.image]);
    return EXIT.passed;
  });
}

/** `tdx-boot firmware verify`: exits 1 when the two images differ. */
export async function verify(name: RecipeName, flags: BuildFlags, streams: Streams): Promise<number> {
  return withStore(flags, streams, async (options) => {
    const { entry, sha256, same } = await verifyBuild(request(name, flags), options);
    const text = same
      ? `${entry.image}: built again, identical (SHA-256 ${sha256})`
      : `${entry.image}: built again, DIFFERENT: SHA-256 ${entry.manifest.sha256} in the store, ${sha256} now`;
    print(streams, flags, { ...facts(entry), rebuilt: sha256, same }, [text]);
    return same ? EXIT.passed : EXIT.failed;
  });
}

/** `tdx-boot firmware list`. */
export async function list(flags: StoreFlags, streams: Streams): Promise<number> {
  return withStore(flags, streams, async ({ store }) => {
    const all = store.list();
    const lines = all.map(({ entry, used }) => {
      const { inputs, sha256 } = entry.manifest;
      const source = entry.manifest.source.commit ?? entry.manifest.source.from;
      return [inputs.recipe, inputs.build, source, sha256, used.toISOString(), entry.image].join('  ');
    });
    const json = all.map(({ entry, used }) => ({ ...facts(entry), used: used.toISOString() }));
    print(streams, flags, json, lines.length === 0 ? [`${store.root}: no images`] : lines);
    return EXIT.passed;
  });
}

/** `tdx-boot firmware prune`: without a limit, down to the size that the store keeps by itself. */
export async function prune(
  flags: StoreFlags & { readonly limit?: string },
  streams: Streams,
): Promise<number> {
  const limit = flags.limit === undefined ? undefined : readSize(flags.limit);
  if (flags.limit !== undefined && limit === undefined) {
    throw new UsageError('bad-size', `"${flags.limit}" is not a size such as 64M`, {
      hint: 'Write a whole number with K, M or G; or 0, which removes everything.',
    });
  }
  return withStore(flags, streams, async ({ store }) => {
    await store.sweep();
    const removed = store.prune(given({ limit }));
    if (limit === 0) store.forgetSources();
    const lines = removed.map(({ image }) => `removed ${image}`);
    print(streams, flags, removed.map(facts), lines.length === 0 ? ['nothing to remove'] : lines);
    return EXIT.passed;
  });
}

async function withStore(
  flags: StoreFlags,
  { error }: Streams,
  body: (options: ProvideOptions) => Promise<number>,
): Promise<number> {
  const progress = new BuildTerminal(error);
  const { on: listener } = progress;
  const store = new Store(flags.store ?? defaultRoot(), { listener });
  const ended = await session(async ({ signal }) => {
    try {
      return await body({ store, listener, signal });
    } finally {
      progress.close();
    }
  });
  return ended.signal === undefined ? ended.value : exitOf(ended.signal);
}

function request(name: RecipeName, { build, pins, ref, repository, define }: BuildFlags): BuildRequest {
  const checked = parseRequest({ name, build, pins, ref, repository, defines: define }, process.cwd());
  const [problem] = checked.problems;
  if (problem === undefined) return checked.request;
  throw new UsageError('bad-firmware', `firmware ${problem.key}: ${problem.message}`, {
    hint: 'See tdx-boot firmware build --help.',
  });
}

function facts(entry: Entry): object {
  const { image, manifestFile, manifest } = entry;
  const { key, sha256, size, source, inputs } = manifest;
  return {
    path: image,
    manifest: manifestFile,
    key,
    sha256,
    mrtd: mrtdOf(entry) ?? null,
    size,
    commit: source.commit ?? null,
    build: inputs.build,
  };
}

function print({ out }: Streams, { json }: StoreFlags, value: unknown, lines: readonly string[]): void {
  if (json === true) out.json(value);
  else out.lines(lines);
}

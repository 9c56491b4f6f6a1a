/**
 * What a firmware costs before it is built, and when it is there already: the bytes and the seconds of its sources
 * against the documented recipe, and the start of a process that only asks for its path.
 *
 * The sources need copies of the repositories with their history: TDX_BOOT_BENCH_REMOTES names a directory with
 * edk2.git, openssl.git, brotli.git and those of the other submodules. The pinned commit of openssl may be missing in
 * it; then its HEAD is taken.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFakeEdk2 } from '../__tests__/support/fake-edk2.ts';
import { buildImage, EDK2 } from '../__tests__/tdx/image-builder.ts';
import { provideBuild } from '../src/build/provide.ts';
import { PINS } from '../src/build/recipes/pins.ts';
import { checkOut, type FetchOptions, fetchCommit } from '../src/build/source/git.ts';
import { buildKey } from '../src/build/store/manifest.ts';
import { measureImage } from '../src/build/store/measure.ts';
import { Store } from '../src/build/store/store.ts';
import { type Benchmark, interleave, median, type Report } from './figure.ts';

const ROUNDS = 21;
const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
const IMAGE = buildImage(EDK2);
const listener = (): void => undefined;

export const firmware: Benchmark = {
  name: 'firmware',
  async run(report) {
    const directory = mkdtempSync(join(tmpdir(), 'tdx-boot-bench-'));
    try {
      await warm(directory, report);
      const remotes = process.env.TDX_BOOT_BENCH_REMOTES;
      if (remotes === undefined) throw new Error('sources: set TDX_BOOT_BENCH_REMOTES');
      await sources(remotes, directory, report);
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
};

/** `firmware path`, from the start of its process to its end, with an image of the pin in the store. */
async function warm(directory: string, report: Report): Promise<void> {
  const root = join(directory, 'store');
  const image = await storePin(root, join(directory, 'edk2'));
  const args = [CLI, 'firmware', 'path', 'tdvf', '--store', root];
  const env = { PATH: process.env.PATH, HOME: directory };
  const times = await interleave(ROUNDS, {
    bare: () => spawnSync(process.execPath, ['-e', '0'], { env }),
    path: () => {
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
      if (stdout.trimEnd() !== image) throw new Error(`${stdout}${stderr}`);
    },
  });
  report({
    name: 'process start to a verified firmware path',
    value: median(times.path ?? []),
    unit: 'ms',
    target: { is: 'at most', value: 100 },
    ratio: { value: median(times.path ?? []) / median(times.bare ?? []), to: 'bare Node' },
    note: `best ${Math.min(...(times.path ?? [])).toFixed(0)} ms, ${ROUNDS} rounds, 4 MiB image`,
  });
}

/** Puts an image under the key that the pin has on this machine. What a build would give does not matter here. */
async function storePin(root: string, source: string): Promise<string> {
  writeFakeEdk2(source);
  const store = new Store(root, { listener });
  const request = { name: 'tdvf', build: 'release', repository: source, defines: [] } as const;
  const { entry } = await provideBuild(request, { store, listener });
  const { manifest } = entry;
  const inputs = { ...manifest.inputs, source: `commit:${PINS.edk2.commit}` };
  const sha256 = createHash('sha256').update(IMAGE).digest('hex');
  const { key } = buildKey(inputs);
  return store.withStaging(async (staging) => {
    const made = join(staging, 'entry');
    mkdirSync(made);
    writeFileSync(join(made, manifest.image), IMAGE);
    return store.add(made, {
      ...manifest,
      inputs,
      key,
      sha256,
      size: IMAGE.length,
      mrtd: measureImage(IMAGE),
    }).image;
  });
}

/** Both from the same copies in one run: `git clone` of everything, and the commits that the recipe reads. */
async function sources(remotes: string, directory: string, report: Report): Promise<void> {
  const url = (name: string): string => `file://${join(remotes, `${name}.git`)}`;
  const documented = readdirSync(remotes).map((name) => name.replace(/\.git$/, ''));
  // edk2 has brotli in two places, and a clone for each.
  const clones = [...documented, ...documented.filter((name) => name === 'brotli')];
  const cloned = await measure(join(directory, 'documented'), (into) => {
    for (const [index, name] of clones.entries()) {
      // A filter that leaves nothing out lets git accept a copy that lacks its largest files; a checkout it would not.
      const sparing = ['--quiet', '--no-checkout', '--filter=blob:limit=1g'];
      execFileSync('git', ['clone', ...sparing, url(name), join(into, `${name}-${index}`)], {
        stdio: 'pipe',
      });
    }
  });
  const ours = await measure(join(directory, 'ours'), async (into) => {
    const scratch = join(into, 'scratch');
    mkdirSync(scratch);
    const options: FetchOptions = { cache: join(into, 'cache'), scratch, listener };
    const edk2 = { ...PINS.edk2, url: url('edk2') };
    await checkOut(await fetchCommit(edk2, options), edk2, join(into, 'tree'), options);
    const openssl = { url: url('openssl'), commit: opensslCommit(join(remotes, 'openssl.git')) };
    await checkOut(await fetchCommit(openssl, options), openssl, join(into, 'openssl'), options);
    const brotli = { url: url('brotli'), commit: 'f4153a09f87cbb9c826d8fc12c74642bb2d879ea', only: 'c' };
    await checkOut(await fetchCommit(brotli, options), brotli, join(into, 'brotli'), options);
  });
  const note = `${Math.round(ours.bytes / 1e6)} of ${Math.round(cloned.bytes / 1e6)} MB; cloned: ${documented.join(', ')}`;
  const bytes = { is: 'at most', value: 1 / 20 } as const;
  report({ name: 'bytes of the sources', value: ours.bytes / cloned.bytes, unit: '×', target: bytes, note });
  report({
    name: 'seconds of the sources',
    value: ours.ms / cloned.ms,
    unit: '×',
    target: { is: 'at most', value: 1 / 4 },
    note: `${(ours.ms / 1000).toFixed(1)} of ${(cloned.ms / 1000).toFixed(1)} s`,
  });
}

interface Cost {
  readonly ms: number;
  /** Of the packs, which is what came over the wire. */
  readonly bytes: number;
}

async function measure(into: string, body: (into: string) => Promise<void> | void): Promise<Cost> {
  mkdirSync(into);
  const begun = performance.now();
  await body(into);
  return { ms: performance.now() - begun, bytes: packBytes(into) };
}

function packBytes(directory: string): number {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  const packs = names.filter((name) => name.endsWith('.pack')).map((name) => join(directory, name));
  return packs.reduce((sum, pack) => sum + statSync(pack).size, 0);
}

/** The commit that the pinned tree names, where the copy has it. */
function opensslCommit(repository: string): string {
  const git = (...args: string[]) =>
    spawnSync('git', ['--git-dir', repository, ...args], { encoding: 'utf8' });
  const pinned = '129058165d195e43a0ad10111b0c2e29bdf65980';
  if (git('cat-file', '-e', pinned).status === 0) return pinned;
  return git('rev-parse', 'HEAD').stdout.trim();
}

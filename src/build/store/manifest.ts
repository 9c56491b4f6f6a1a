/** The file beside a built image that says what the image was made from, with which tools, and its digest. */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readBounded } from '../../process/bounded-file.ts';
import { BUILDS, type BuildType, RECIPE_NAMES, type RecipeName } from '../../words/words.ts';

export const MANIFEST = 'manifest.json';
const BOUNDS = { what: 'the manifest', most: 1024 * 1024 };

/** All that decides the bytes of an image. */
export interface Inputs {
  readonly recipe: RecipeName;
  readonly build: BuildType;
  /** `commit:` and the commit, which names the commits of its submodules; or `content:` and a directory's digest. */
  readonly source: string;
  /** Digest of the recipe's commands, environment and output, and of the path of the build. */
  readonly recipeDigest: string;
  readonly defines: readonly string[];
  /** Architecture of the machine that builds, as Node names it. */
  readonly arch: string;
  /** Version line of each tool, by its name. */
  readonly toolchain: Readonly<Record<string, string>>;
}

export interface Manifest {
  readonly version: 1;
  readonly key: string;
  readonly inputs: Inputs;
  /** File name of the image in the same directory. */
  readonly image: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the image, 64 hex digits. */
  readonly sha256: string;
  /** MRTD of a TD that starts with the image, 96 hex digits. Absent for a VMM, and in manifests of an older tdx-boot. */
  readonly mrtd?: string;
  readonly source: SourceRecord;
  /** When the build began to write the manifest, in ISO 8601. */
  readonly builtAt: string;
  readonly buildSeconds: number;
}

export interface SourceRecord {
  readonly from: string;
  readonly commit?: string;
  /** The git tree of the commit. */
  readonly tree?: string;
  readonly submodules: readonly { readonly path: string; readonly commit?: string }[];
}

export interface Keys {
  /** The part of the key without the toolchain: it finds an image that another toolchain has built. */
  readonly prefix: string;
  readonly key: string;
}

/** The name of an image in every cache. Equal inputs give equal keys, whatever the order of the tools. */
export function buildKey({ toolchain, ...inputs }: Inputs): Keys {
  const tools = Object.entries(toolchain).sort(([a], [b]) => (a < b ? -1 : 1));
  const { recipe, build, source, recipeDigest, defines, arch } = inputs;
  const prefix = `${recipe}-${build}-${digest([source, recipeDigest, defines, arch])}`;
  return { prefix, key: `${prefix}-${digest(tools)}` };
}

/** The first 16 hex digits of the SHA-256 of a JSON value. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/**
 * Reads the manifest of a directory.
 * @returns as {@link parseManifest}
 * @throws UsageError code `no-file` or `too-large`
 */
export function readManifest(directory: string, key: string): Manifest | undefined {
  return parseManifest(readBounded(join(directory, MANIFEST), BOUNDS).toString('utf8'), key);
}

/** The manifest of a directory; undefined where it has none of this key that can be read. */
export function manifestIn(directory: string, key: string): Manifest | undefined {
  try {
    return readManifest(directory, key);
  } catch {
    return undefined;
  }
}

/**
 * Reads a manifest's text. Others may have written it, so the key has to follow from the inputs, and the caller checks
 * the image against size and digest. zod is not used here: loading zod takes longer than the rest of a lookup.
 * @returns undefined when the text is not a manifest, or is the manifest of another key
 */
export function parseManifest(text: string, key: string): Manifest | undefined {
  try {
    const value = JSON.parse(text) as Manifest;
    const { inputs } = value;
    const whole =
      value.version === 1 &&
      // A key becomes a directory's name. Known words, and digests for the rest, keep `..` and `/` out of it.
      RECIPE_NAMES.includes(inputs.recipe) &&
      BUILDS.includes(inputs.build) &&
      [inputs.source, inputs.recipeDigest, inputs.arch].every(isString) &&
      inputs.defines.every(isString) &&
      Object.values(inputs.toolchain).every(isString) &&
      value.key === key &&
      buildKey(inputs).key === key &&
      /^[\w-][\w.-]*$/.test(value.image) &&
      Number.isSafeInteger(value.size) &&
      /^[0-9a-f]{64}$/.test(value.sha256) &&
      (value.mrtd === undefined || /^[0-9a-f]{96}$/.test(value.mrtd)) &&
      areFacts(value.source) &&
      new Date(value.builtAt).toISOString() === value.builtAt &&
      Number.isFinite(value.buildSeconds);
    return whole ? value : undefined;
  } catch {
    return undefined;
  }
}

function areFacts({ from, commit, tree, submodules }: SourceRecord): boolean {
  return (
    isString(from) &&
    [commit, tree, ...submodules.map((submodule) => submodule.commit)].every(isOptionalString) &&
    submodules.every(({ path }) => isString(path))
  );
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isOptionalString(value: unknown): boolean {
  return value === undefined || isString(value);
}

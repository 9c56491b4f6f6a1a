/** Published digests: what each pin gives with each toolchain that was tried. An image of a cache is compared with these. */

import { HostError } from '../words/errors.ts';
import { type BuildType, isFirmware, type RecipeName } from '../words/words.ts';
import { PINS } from './recipes/pins.ts';
import type { Manifest } from './store/manifest.ts';

export interface KnownImage {
  readonly recipe: RecipeName;
  readonly build: BuildType;
  /** Commit of the pin. */
  readonly commit: string;
  /** SHA-256 of the image. */
  readonly sha256: string;
  /** MRTD of a TD that starts with the image. */
  readonly mrtd: string;
  /** The tools that decide the bytes. */
  readonly tools: string;
  /** Where the row is from. */
  readonly source: string;
}

const DEBIAN_12 = {
  tools: 'Debian 12: gcc 12.2.0-14+deb12u1, binutils 2.40, nasm 2.16.01, iasl 20200925',
} as const;
const FROM_GIT =
  'built on 26 November 2026 from git: the commit, and those of OpenSSL and brotli that the commit names';
const FROM_FILES =
  'built on 26 November 2026 from the files of the commit, with those of OpenSSL 3.5.1 and brotli that the commit names';

export const KNOWN_IMAGES: readonly KnownImage[] = [
  {
    recipe: 'tdvf',
    build: 'release',
    commit: PINS.edk2.commit,
    sha256: '7649a9d5d6513d9f73742c8ba702898c766abea62b49605c3fc0757cbb8b7903',
    mrtd: '466e0e4333d3ff2d3641cdbcba23100fcbc7aa0a4f2b112162aeb443de00b33b6af28e664bed62f63347b61b062c5508',
    source: FROM_GIT,
    ...DEBIAN_12,
  },
  {
    recipe: 'tdvf',
    build: 'debug',
    commit: PINS.edk2.commit,
    sha256: 'e9336b8f305292644c01121cb5abe8ec6e0e5d5a94f16f7aa28a78baa72b61c6',
    mrtd: 'e729f1013c0920cb786b86293e6a0285d0f10cf5907c42b2f41f07de521e061494aa79e5384404f90bfe120a7487229d',
    source: FROM_GIT,
    ...DEBIAN_12,
  },
  {
    recipe: 'tdvf',
    build: 'release',
    commit: PINS.currentEdk2.commit,
    sha256: '86915a50c116c8a8606196b80a5e008445e9f2e7372d005291d3e0d1a848ae4f',
    mrtd: 'c46b5eb0f42bcadb6e22b3c99b6a7c282140e529144fb592732034fe9bb4574d4331356d2a0bc87f6be6318de6b36104',
    source: FROM_FILES,
    ...DEBIAN_12,
  },
  {
    recipe: 'tdvf',
    build: 'debug',
    commit: PINS.currentEdk2.commit,
    sha256: '8798b707964ff22e12065a8b067bd17cff3f135e76dc4905f4e02fa4adca3b7f',
    mrtd: 'cdf121a4caaa6432e9b33f9a50bd1022aa2cd55f515e09d13cc5d1216eae3efc1aa9c8c63a9afe2c7775ed6bf23035cf',
    source: FROM_FILES,
    ...DEBIAN_12,
  },
];

interface Vouching {
  /** Whether an image that is not known is refused. */
  readonly required: boolean;
  readonly from: 'store' | 'cache';
  readonly known?: readonly KnownImage[];
}

/** What the source of a manifest begins with where that is a directory. */
const OF_DIRECTORY = 'content:';

/**
 * Says whether an image that was not built just now is one of the published ones, because anybody who can write a store or
 * a cache can choose a firmware. An image of a directory can never be published, so from the user's own store it gives no notice.
 * @param known the published images
 * @returns a notice, where the image is used without being known; undefined where it is known, or is no firmware
 * @throws HostError code `unknown-image` for an image that is not known while known ones are required
 */
export function vouchFor(
  { inputs, sha256, mrtd }: Manifest,
  { required, from, known = KNOWN_IMAGES }: Vouching,
): string | undefined {
  const { recipe, build, source, defines } = inputs;
  if (!isFirmware(recipe) || known.some((row) => isOf(row, inputs) && row.sha256 === sha256))
    return undefined;
  const what = `${recipe} (${build}): the image with the SHA-256 ${sha256}`;
  if (!required && from === 'store' && source.startsWith(OF_DIRECTORY)) return undefined;
  const others = known.filter((row) => isOf(row, inputs)).length;
  const made = defines.length === 0 ? source : `${source} with ${defines.join(' ')}`;
  const message = `${what}${mrtd === undefined ? '' : ` and the MRTD ${mrtd}`} is none of the ${others} published images of ${made}`;
  if (!required) return `${message}: whoever can write the store or the shared cache can choose it`;
  throw new HostError('unknown-image', message, {
    hint: 'Remove it ("tdx-boot firmware prune --limit 0") and build it here with a toolchain of the table in docs/firmware.md, or leave require-known out.',
    lasting: true,
  });
}

function isOf(row: KnownImage, { recipe, build, source, defines }: Manifest['inputs']): boolean {
  return (
    row.recipe === recipe && row.build === build && source === `commit:${row.commit}` && defines.length === 0
  );
}

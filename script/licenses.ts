/** The licences of the packages that are in dist/, as dist/licenses.txt. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/**
 * @param metafiles what esbuild says of its builds: only packages of which some byte is in an output are listed
 * @throws Error of a package that has neither a licence file nor a licence in its package.json
 */
export function licenses(root: string, metafiles: readonly Metafile[]): string {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path);
  const packages = new Set(inputs.flatMap((path) => packageOf(path) ?? []));
  const holders = new Map<string, Set<string>>();
  for (const directory of [...packages].sort()) {
    const { holder, text } = licenseOf(join(root, directory));
    holders.set(text, (holders.get(text) ?? new Set()).add(holder));
  }
  // Packages with the same text to the letter share it: their copyright is the same, too.
  const parts = [...holders].map(([text, names]) =>
    [...names, text].filter((part) => part !== '').join('\n'),
  );
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** `node_modules/@actions/core` of `node_modules/@actions/core/lib/core.js`, also where packages are nested. */
function packageOf(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

function licenseOf(directory: string): { readonly holder: string; readonly text: string } {
  const { name, version, license }: PackageJson = JSON.parse(
    readFileSync(join(directory, 'package.json'), 'utf8'),
  );
  const files = readdirSync(directory)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort();
  if (files.length === 0 && license === undefined) throw new Error(`${name} has no licence`);
  const texts = files.map((file) => `\n${readFileSync(join(directory, file), 'utf8').trim()}\n`);
  return { holder: `${name} ${version} (${license ?? 'see below'})`, text: texts.join('') };
}

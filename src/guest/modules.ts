/** Finds the modules that belong to a kernel, in the order to load them. */

import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ask } from '../process/ask.ts';
import { readBounded } from '../process/bounded-file.ts';
import { lookAt } from '../process/directory.ts';
import { messageOf } from '../words/errors.ts';
import { MIB } from '../words/units.ts';
import { GuestError } from './errors.ts';
import { isSafeRelease } from './kernel-image.ts';

/** No other characters: these names go on into the guest's /modules.list and into debugfs commands. */
const MODULE_FILE = /^[\w-]+\.ko(?<compression>\.gz|\.xz|\.zst)?$/;

/** What stands behind the name of a module that may be compressed. */
const COMPRESSIONS = ['', '.xz', '.zst', '.gz'];
/** Longest time to decompress a module, in milliseconds. */
const DECOMPRESS_MS = 60_000;
/** Longest module, in bytes. */
const MAX_MODULE = 64 * MIB;
const MODULE = { what: 'the module', most: MAX_MODULE };
/** The list of Ubuntu's generic kernel has less than 1 MiB. */
const LIST = { what: 'the list of modules', most: 64 * MIB };

/**
 * The directory with the modules of this release: `override` (that directory itself, or a root that has
 * lib/modules/<release>), else where a package or an installation keeps it relative to the kernel, else this
 * host's own. `undefined` when no directory is found: a kernel with built-in drivers needs none.
 */
export function findModules(kernelPath: string, release: string, override?: string): string | undefined {
  const safe = isSafeRelease(release);
  // Debian 13 packages unpack to usr/lib, where /lib is a link to usr/lib only once installed.
  const below = (root: string) =>
    safe ? ['lib', 'usr/lib'].map((lib) => join(root, lib, 'modules', release)) : [];
  if (override !== undefined) {
    const found = moduleDirectoryIn([...below(override), override]);
    if (found !== undefined) return found;
    throw new GuestError(
      'modules-not-found',
      `no kernel modules for ${JSON.stringify(release)} in ${override}`,
      'Name the directory that holds modules.dep or kernel/, as made by `make modules_install`.',
    );
  }
  // A link such as /vmlinuz or bzImage-latest: the modules are near the file it leads to.
  const beside = dirname(existsSync(kernelPath) ? realpathSync(kernelPath) : resolve(kernelPath));
  // Fedora keeps the kernel itself in lib/modules/<release>/vmlinuz.
  const own = basename(beside) === release ? [beside] : [];
  return moduleDirectoryIn([...own, ...below(beside), ...below(dirname(beside)), ...below('/')]);
}

/**
 * The files of the wanted modules and of all they need, dependencies first, as paths. Modules that are built in or
 * do not exist for this kernel are left out: what a kernel lacks shows in its console.
 */
export async function moduleOrder(directory: string, wanted: readonly string[]): Promise<string[]> {
  const builtin = new Set(lines(join(directory, 'modules.builtin')).map(moduleName));
  const index = moduleIndex(directory);
  const order: string[] = [];
  const visited = new Set<string>();
  const visit = async (name: string): Promise<void> => {
    if (visited.has(name)) return;
    visited.add(name);
    const file = builtin.has(name) ? undefined : index.get(name);
    const path = file?.find();
    if (file === undefined || path === undefined) return;
    for (const needed of await file.needs(path)) await visit(needed);
    order.push(path);
  };
  for (const name of wanted) await visit(moduleName(name));
  return order;
}

/** Whether a directory that {@link findModules} has found has a module, asked by the name that the kernel gives the module. */
export function moduleLookup(directory: string): (name: string) => boolean {
  const index = moduleIndex(directory);
  return (name) => index.get(name)?.find() !== undefined;
}

/**
 * The module's ELF bytes. Unpacking happens here because a kernel unpacks only its own compression, and only with
 * CONFIG_MODULE_DECOMPRESS (5.17). Node 20 has neither xz nor zstd, so these take the system's programs.
 */
export async function readModule(path: string): Promise<Buffer> {
  try {
    switch (MODULE_FILE.exec(basename(path))?.groups?.compression) {
      case '.gz':
        return await promisify(gunzip)(readBounded(path, MODULE), { maxOutputLength: MAX_MODULE });
      case '.xz':
        return await output('xz', ['--decompress', '--stdout', '--', path]);
      case '.zst':
        return await output('zstd', ['--decompress', '--stdout', '--quiet', '--', path]);
      default:
        // A promise for each of some dozens of small files takes longer than reading them.
        return readBounded(path, MODULE);
    }
  } catch (cause) {
    throw new GuestError(
      'modules-unreadable',
      `cannot read the kernel module ${path}: ${messageOf(cause, path)}`,
      'Compressed modules need the programs xz or zstd (Debian, Ubuntu: apt-get install xz-utils zstd).',
      { cause },
    );
  }
}

interface ModuleFile {
  /** Its path; undefined where a list names a file that is not there. */
  find(): string | undefined;
  /** Names of the modules that must be loaded before this one, which has this path. */
  needs(path: string): Promise<string[]>;
}

/** All modules by name, from modules.dep, or from the files themselves where depmod has not run yet. */
function moduleIndex(directory: string): Map<string, ModuleFile> {
  const index = new Map<string, ModuleFile>();
  const root = resolve(directory);
  for (const line of lines(join(directory, 'modules.dep'))) {
    const colon = line.indexOf(':');
    const file = line.slice(0, colon);
    if (!isModule(file)) continue;
    const needs = async (): Promise<string[]> =>
      line
        .slice(colon + 1)
        .split(' ')
        .filter(Boolean)
        .map(moduleName);
    index.set(moduleName(file), { find: () => (file.startsWith('/') ? file : `${root}/${file}`), needs });
  }
  if (index.size > 0) return index;
  // A package that was only unpacked has no modules.dep: its postinst makes it.
  for (const path of filesOf(root)) {
    if (!isModule(path)) continue;
    const find = (): string | undefined => COMPRESSIONS.map((end) => path + end).find(existsSync);
    index.set(moduleName(path), { find, needs: async (found) => dependsOf(await readModule(found)) });
  }
  return index;
}

/**
 * What stands below kernel/. `make modules_install` lists that in modules.order (scripts/Makefile.modinst), with the names that the
 * files have before they are compressed. To walk through the tree takes several times as long.
 */
function filesOf(root: string): readonly string[] {
  const listed = lines(join(root, 'modules.order')).filter((file) => file.startsWith('kernel/'));
  if (listed.length > 0) return listed.map((file) => `${root}/${file}`);
  const tree = join(root, 'kernel');
  return existsSync(tree) ? addFilesBelow(tree, []) : [];
}

/**
 * Adds the paths of all files below a directory. Synchronous: thousands of small directories are read five times as fast as
 * with promises, and three times as fast as by Node's own `recursive`, which asks for the type of each entry again.
 */
function addFilesBelow(directory: string, paths: string[]): string[] {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = `${directory}/${entry.name}`;
    const isDirectory =
      entry.isDirectory() || (entry.isSymbolicLink() && lookAt(path)?.isDirectory() === true);
    if (isDirectory) addFilesBelow(path, paths);
    else paths.push(path);
  }
  return paths;
}

/** The `depends=` entry of a module's .modinfo section (scripts/mod/modpost.c, add_depends). */
function dependsOf(elf: Buffer): string[] {
  const key = Buffer.from('\0depends=');
  const start = elf.indexOf(key);
  if (start < 0) return [];
  const from = start + key.length;
  return elf.toString('latin1', from, elf.indexOf(0, from)).split(',').filter(Boolean).map(moduleName);
}

function isModule(path: string): boolean {
  return MODULE_FILE.test(fileName(path));
}

/** The kernel's own spelling: the file tdx-guest.ko.xz is the module tdx_guest. A kernel has thousands of modules. */
function moduleName(pathOrName: string): string {
  const [name = ''] = fileName(pathOrName).split('.ko', 1);
  return name.replaceAll('-', '_');
}

/** node:path's basename takes several times as long. */
function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function moduleDirectoryIn(candidates: readonly string[]): string | undefined {
  return candidates.find((directory) =>
    ['modules.dep', 'kernel'].some((proof) => existsSync(join(directory, proof))),
  );
}

function lines(path: string): string[] {
  return existsSync(path) ? readBounded(path, LIST).toString('utf8').split('\n').filter(Boolean) : [];
}

async function output(program: string, args: readonly string[]): Promise<Buffer> {
  const question = { kind: 'tool', deadlineMs: DECOMPRESS_MS, maxBytes: MAX_MODULE } as const;
  const { code, stdout, stderr } = await ask([program, ...args], question);
  if (code !== 0) throw new Error(`${program}: ${stderr.trim()}`);
  return stdout;
}

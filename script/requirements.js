/** jest's globalSetup: says in one line what a test run misses on this machine, and gives its child processes a cache of code. */

import { accessSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** Where programs are that not every user has in PATH. */
const BESIDE = ['/usr/sbin', '/sbin', '/usr/libexec', '/usr/lib/qemu'];

/** What script/setup fetches besides packages, and the variable that names another place for it. */
const FETCHED = {
  unit: {
    zizmor: ['.tools/bin/zizmor', 'TDX_BOOT_ZIZMOR'],
    'a guest kernel': ['.cache/kernel/vmlinuz', 'TDX_BOOT_TEST_KERNEL'],
  },
  e2e: {
    'a guest kernel': ['.cache/kernel/vmlinuz', 'TDX_BOOT_TEST_KERNEL'],
    'a kernel and a firmware with TDX': ['.cache/td/OVMF.fd'],
    'a kernel with 9p': ['.cache/9p/vmlinuz'],
    act: ['.tools/bin/act', 'TDX_BOOT_ACT'],
    'Node.js 20': ['.tools/node20/bin/node', 'TDX_BOOT_NODE20'],
    'Node.js 24 in .tools': ['.tools/node24/bin/node'],
    'the source of edk2': ['.cache/edk2/OvmfPkg'],
  },
};

/** @throws Error whose message is one line: what is missing and the command that gets it */
export default function setUp(_global, { displayName: { name } }) {
  // Tests start programs from src/ many times, and each start would strip and compile hundreds of files anew.
  process.env.NODE_COMPILE_CACHE ??= join(ROOT, 'node_modules/.cache/compile');
  const missing = [...packages(name), ...fetched(name)];
  if (missing.length === 0) return;
  const error = new Error(`The ${name} tests need ${missing.join(', ')}: run script/setup`);
  error.stack = error.message;
  throw error;
}

function packages(set) {
  const lines = readFileSync(join(ROOT, 'script/packages'), 'utf8').split('\n');
  return lines
    .map((line) => line.split(/\s+/))
    .filter(([what = '', , ...sets]) => what !== '#' && sets.includes(set) && !isThere(what))
    .map(([what]) => what);
}

function fetched(set) {
  return Object.entries(FETCHED[set])
    .filter(([, [path, variable = '']]) => !isThere(process.env[variable] ?? join(ROOT, path)))
    .map(([name]) => name);
}

function isThere(what) {
  const directories = [...(process.env.PATH ?? '').split(delimiter), ...BESIDE];
  const places = what.startsWith('/') ? [what] : directories.map((directory) => join(directory, what));
  return places.some((place) => {
    try {
      accessSync(place);
      return true;
    } catch {
      return false;
    }
  });
}

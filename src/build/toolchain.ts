/** The programs that a build runs: which are here, in which versions, and how to get those that are not. */

import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { findCommand } from '../process/find.ts';
import { HostError } from '../words/errors.ts';
import type { Recipe, Tool } from './recipes/recipe.ts';

const run = promisify(execFile);

/** What a tool says of its version must come within this time, or it is taken for missing. */
const ANSWER_MS = 20_000;

export interface Toolchain {
  /** Version line of each tool that was found, by the tool's name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly missing: readonly Tool[];
}

/**
 * Looks for every tool of a recipe.
 * @param memo file that remembers the versions; asking gcc and its kind takes longer than all the rest of a cache hit
 */
export async function findToolchain(recipe: Recipe, memo: string): Promise<Toolchain> {
  const known = readMemo(memo);
  const asked = await Promise.all(recipe.tools.map(async (tool) => ({ tool, ...(await ask(tool, known)) })));
  const learnt = asked.filter(({ stamp, remembered }) => stamp !== undefined && !remembered);
  if (learnt.length > 0) {
    writeMemo(memo, {
      ...known,
      ...Object.fromEntries(learnt.map(({ stamp, version }) => [stamp, version])),
    });
  }
  return {
    versions: Object.fromEntries(
      asked.flatMap(({ tool, version }) => (version === undefined ? [] : [[tool.name, version]])),
    ),
    missing: asked.filter(({ found }) => !found).map(({ tool }) => tool),
  };
}

/**
 * Makes sure that a build can start.
 * @throws HostError code `tools-missing` that names all of them and the commands that install them;
 *   `tools-unsuitable` when a version is known not to build this source
 */
export function requireToolchain(recipe: Recipe, { versions, missing }: Toolchain): void {
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ');
    throw new HostError('tools-missing', `building ${recipe.name} needs ${names}`, {
      hint: installHint(missing),
    });
  }
  const unsuitable = recipe.tools.flatMap((tool) => {
    const version = versions[tool.name] ?? '';
    const problem = tool.unsuitable?.(version);
    return problem === undefined ? [] : [`${version} cannot build ${recipe.name}: ${problem}`];
  });
  if (unsuitable.length > 0) {
    throw new HostError('tools-unsuitable', unsuitable.join('; '), {
      hint: 'Put a suitable version first in PATH, or use a runner of Debian 12 or 13 or Ubuntu 22.04 or 24.04.',
    });
  }
}

/** The commands that install tools, as argument lists: the packages in one, then each tool's own. */
export function installCommands(tools: readonly Tool[]): string[][] {
  // One package, and one command, may bring several tools.
  const packages = new Set(tools.flatMap(({ from }) => ('apt' in from ? [from.apt] : [])));
  const own = new Set(tools.flatMap(({ from }) => ('command' in from ? [from.command] : [])));
  const apt = ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages];
  return [...(packages.size > 0 ? [apt] : []), ...[...own].map((command) => command.split(' '))];
}

/** What the user is told to run. The package names are the same on Debian 12 and 13 and on Ubuntu 22.04 and 24.04. */
export function installHint(tools: readonly Tool[]): string {
  const commands = installCommands(tools).map((argv) =>
    [...(argv[0] === 'apt-get' ? ['sudo'] : []), ...argv].join(' '),
  );
  const there = usesApt() ? '' : ' (the packages have other names on this distribution)';
  const missing = missingInstallers(tools).map(({ name, from }) => `; ${name} itself comes from ${from}`);
  return `Install them: ${commands.join(' && ')}${there}${missing.join('')}`;
}

/** Programs that would install tools and are not here either. */
export function missingInstallers(
  tools: readonly Tool[],
): { readonly name: string; readonly from: string }[] {
  const installers = tools.flatMap(({ from }) =>
    'apt' in from ? [] : [[from.command.split(' ')[0] ?? '', from.installer] as const],
  );
  return [...new Map(installers)]
    .filter(([name]) => findCommand(name) === undefined)
    .map(([name, from]) => ({ name, from }));
}

/** Whether this is Debian, Ubuntu or a relative (os-release(5)). */
export function usesApt(): boolean {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

interface Answer {
  readonly found: boolean;
  readonly version?: string;
  /** What identifies exactly this program file. */
  readonly stamp?: string;
  readonly remembered?: boolean;
}

async function ask(tool: Tool, known: Readonly<Record<string, string>>): Promise<Answer> {
  const { name, askedBy = name, versionArgs, version = /^(.*\S)/m, mustMatch, behind } = tool;
  if (versionArgs === undefined) return { found: existsSync(name) };
  const path = findCommand(askedBy);
  if (path === undefined) return { found: false };
  const stamp = `${stampOf(path)} ${behind === undefined ? '' : stampOf(atHome(behind))} ${versionArgs.join(' ')}`;
  const before = known[stamp];
  if (before !== undefined) return { found: true, version: before, stamp, remembered: true };
  try {
    // Newer rustups would install a toolchain that they are asked about.
    const env = { ...process.env, LC_ALL: 'C', RUSTUP_AUTO_INSTALL: '0' };
    const { stdout, stderr } = await run(path, versionArgs, { env, timeout: ANSWER_MS });
    const said = version.exec(stdout + stderr)?.[1];
    if (said === undefined && mustMatch === true) return { found: false };
    return { found: true, version: said ?? 'unknown', stamp };
  } catch {
    // A wrapper without what it wraps, such as rustup without the toolchain that was asked for.
    return { found: false };
  }
}

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return `${path} missing`;
  return `${path} ${realpathSync(path)} ${found.ino} ${found.size} ${found.mtimeMs}`;
}

/** rustup's own directory may be elsewhere. */
function atHome(path: string): string {
  const { RUSTUP_HOME } = process.env;
  const moved = RUSTUP_HOME === undefined ? path : path.replace('~/.rustup', RUSTUP_HOME);
  return moved.replace('~', homedir());
}

function readMemo(file: string): Readonly<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const pairs = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  } catch {
    return {};
  }
}

/** Best effort: without the memo, the tools are asked again. */
function writeMemo(file: string, memo: Readonly<Record<string, string>>): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const partial = `${file}.${process.pid}`;
    writeFileSync(partial, JSON.stringify(memo));
    renameSync(partial, file);
  } catch {
    // A read-only store.
  }
}

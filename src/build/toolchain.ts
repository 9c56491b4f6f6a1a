/** The programs that a build runs: which are installed, in which versions, and how to install the missing ones. */

import { existsSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { type Ask, ask } from '../process/ask.ts';
import { makeDirectories, textAt } from '../process/directory.ts';
import { findCommand } from '../process/find.ts';
import { partOf } from '../process/part.ts';
import { together } from '../process/together.ts';
import { HostError } from '../words/errors.ts';
import { asRecord, parsedJson } from '../words/json.ts';
import type { Recipe, Tool } from './recipes/recipe.ts';

/** A tool that does not say its version within this time, in milliseconds, counts as missing. */
const ANSWER_MS = 20_000;

export interface Toolchain {
  /** Version line of each tool that was found, by the tool's name. */
  readonly versions: Readonly<Record<string, string>>;
  readonly missing: readonly Tool[];
}

/**
 * Looks for every tool of a recipe.
 * @param memo file that keeps the versions, because asking all tools takes longer than the rest of a cache hit
 * @param asks who asks the tools for their versions
 */
export async function findToolchain(recipe: Recipe, memo: string, asks: Ask = ask): Promise<Toolchain> {
  const known = readMemo(memo);
  const asked = await together(
    recipe.tools.map(async (tool) => ({ tool, ...(await versionOf(tool, known, asks)) })),
  );
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
 * @throws HostError code `tools-missing`, with all missing tools and the commands that install them;
 *   `tools-unsuitable` when a version is known not to build this source
 */
export function requireToolchain(recipe: Recipe, { versions, missing }: Toolchain): void {
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ');
    throw new HostError('tools-missing', `building ${recipe.name} needs ${names}`, {
      hint: installHint(missing),
      lasting: true,
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
      lasting: true,
    });
  }
}

/** The commands that install tools, as argument lists: one for all packages, then the commands of single tools. */
export function installCommands(tools: readonly Tool[]): string[][] {
  // One package or command may install several tools.
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

/** Programs that could install the tools, but are missing, too. */
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
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(textAt('/etc/os-release'));
}

interface Version {
  readonly found: boolean;
  readonly version?: string;
  /** Identifies exactly this program file. */
  readonly stamp?: string;
  readonly remembered?: boolean;
}

async function versionOf(tool: Tool, known: Readonly<Record<string, string>>, asks: Ask): Promise<Version> {
  const { name, askedBy = name, versionArgs, version = /^(.*\S)/m, mustMatch, behind } = tool;
  if (versionArgs === undefined) return { found: existsSync(name) };
  const path = findCommand(askedBy);
  if (path === undefined) return { found: false };
  const stamp = `${stampOf(path)} ${behind === undefined ? '' : stampOf(atHome(behind))} ${versionArgs.join(' ')}`;
  const before = known[stamp];
  if (before !== undefined) return { found: true, version: before, stamp, remembered: true };
  // Asked in the environment of a build, so that the program that answers is the one that builds. A newer rustup would
  // install the toolchain that it is asked about.
  const own = { LC_ALL: 'C', RUSTUP_AUTO_INSTALL: '0' };
  try {
    const { code, stdout, stderr } = await asks([path, ...versionArgs], {
      kind: 'build',
      own,
      deadlineMs: ANSWER_MS,
    });
    const said = version.exec(`${stdout}${stderr}`)?.[1];
    // A wrapper may lack the program that it starts: rustup may lack the toolchain.
    if (code !== 0 || (said === undefined && mustMatch === true)) return { found: false };
    return { found: true, version: said ?? 'unknown', stamp };
  } catch (error) {
    if (error instanceof HostError) return { found: false };
    throw error;
  }
}

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return `${path} missing`;
  return `${path} ${realpathSync(path)} ${found.ino} ${found.size} ${found.mtimeMs}`;
}

/** Replaces `~` by the user's home, and ~/.rustup by RUSTUP_HOME where that is set. */
function atHome(path: string): string {
  const { RUSTUP_HOME } = process.env;
  const moved = RUSTUP_HOME === undefined ? path : path.replace('~/.rustup', RUSTUP_HOME);
  return moved.replace('~', homedir());
}

function readMemo(file: string): Readonly<Record<string, string>> {
  const pairs = Object.entries(asRecord(parsedJson(textAt(file))) ?? {});
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** Keeps the memo where the store can be written. Without the memo, the next run asks the tools again. */
function writeMemo(file: string, memo: Readonly<Record<string, string>>): void {
  try {
    makeDirectories(dirname(file));
    const partial = partOf(file);
    writeFileSync(partial, JSON.stringify(memo));
    renameSync(partial, file);
  } catch {
    // The store is read-only or its disk is full. A build that follows says so; a lookup does not write.
  }
}

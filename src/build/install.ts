/** Installs the tools that a build misses, when the user asks for it and the machine allows it. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { runCommand } from '../process/run.ts';
import { HostError } from '../words/errors.ts';
import { findBuildError } from './build-error.ts';
import type { FirmwareListener } from './events.ts';
import type { Tool } from './recipes/recipe.ts';
import { installCommands, installHint, missingInstallers, usesApt } from './toolchain.ts';

/**
 * Runs the commands that `requireToolchain` would only name.
 * @throws HostError code `cannot-install` with the failing command and what it said
 */
export async function installTools(
  missing: readonly Tool[],
  { listener, signal }: { readonly listener: FirmwareListener; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  const hint = installHint(missing);
  const [installer] = missingInstallers(missing);
  if (installer !== undefined) {
    throw new HostError('cannot-install', `cannot install ${names}: ${installer.name} is not installed`, {
      hint,
    });
  }
  const packages = missing.some(({ from }) => 'apt' in from);
  if (packages && !usesApt()) {
    throw new HostError('cannot-install', `cannot install ${names}: this is neither Debian nor Ubuntu`, {
      hint,
    });
  }
  const asRoot = packages ? await rootPrefix(names, hint) : [];
  listener({ type: 'stage', title: `installing ${names}` });
  const commands = installCommands(missing);
  const update = ['apt-get', 'update', '--quiet'];
  for (const argv of packages ? [update, ...commands] : commands) {
    const apt = argv[0] === 'apt-get';
    const output: Buffer[] = [];
    const code = await runCommand(apt ? [...asRoot, ...argv] : argv, {
      cwd: '/',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      signal,
      onOutput: (bytes) => output.push(bytes),
    });
    if (code === 0) continue;
    const lines = Buffer.concat(output).toString('utf8').trim().split('\n');
    const said = (findBuildError(lines)?.lines ?? lines.slice(-5)).join('\n');
    throw new HostError('cannot-install', `"${argv.join(' ')}" failed (${code}):\n${said}`, { hint });
  }
}

/** Nothing as root; sudo where it asks for no password. sudo forgets the environment, so the question is repeated. */
async function rootPrefix(names: string, hint: string): Promise<string[]> {
  if (process.getuid?.() === 0) return [];
  try {
    await promisify(execFile)('sudo', ['--non-interactive', 'true']);
  } catch (error) {
    throw new HostError('cannot-install', `cannot install ${names}: not root, and sudo asks for a password`, {
      hint,
      cause: error,
    });
  }
  return ['sudo', '--non-interactive', 'DEBIAN_FRONTEND=noninteractive'];
}

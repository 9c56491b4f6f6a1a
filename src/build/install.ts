/** Installs the tools that a build misses, when the user asks for it and the machine allows it. */

import { type Ask, ask } from '../process/ask.ts';
import { networkVariables } from '../process/environment.ts';
import { describeEnd } from '../process/run.ts';
import { HostError } from '../words/errors.ts';
import { findBuildError } from './build-error.ts';
import type { BuildListener } from './events.ts';
import type { Tool } from './recipes/recipe.ts';
import { installCommands, installHint, missingInstallers, usesApt } from './toolchain.ts';

/** Longest time for one command that installs, in milliseconds. apt-get may wait for the lock of another apt-get. */
const INSTALL_MS = 20 * 60_000;
/** Longest output of such a command, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024;
/** sudo answers at once, or asks for a password. */
const SUDO_MS = 20_000;

/**
 * Runs the commands that the error of `requireToolchain` names.
 * @throws HostError code `cannot-install` with the failing command and what it said
 */
export async function installTools(
  missing: readonly Tool[],
  options: {
    readonly listener: BuildListener;
    readonly ask?: Ask;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<void> {
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  const hint = installHint(missing);
  const [installer] = missingInstallers(missing);
  if (installer !== undefined) {
    throw new HostError('cannot-install', `cannot install ${names}: ${installer.name} is not installed`, {
      hint,
      lasting: true,
    });
  }
  const packages = missing.some(({ from }) => 'apt' in from);
  if (packages && !usesApt()) {
    throw new HostError('cannot-install', `cannot install ${names}: this is neither Debian nor Ubuntu`, {
      hint,
      lasting: true,
    });
  }
  const { listener, ask: asks = ask, signal } = options;
  const asRoot = packages ? await rootPrefix(asks, names, hint) : [];
  listener({ type: 'stage', title: `installing ${names}` });
  const commands = installCommands(missing);
  const update = ['apt-get', 'update', '--quiet'];
  for (const argv of packages ? [update, ...commands] : commands) {
    const [program, ...args] = argv[0] === 'apt-get' ? [...asRoot, ...argv] : argv;
    const { code, stdout, stderr } = await asks([program ?? '', ...args], {
      kind: 'install',
      own: { DEBIAN_FRONTEND: 'noninteractive' },
      signal,
      deadlineMs: INSTALL_MS,
      maxBytes: MAX_BYTES,
    });
    if (code === 0) continue;
    const lines = `${stdout}\n${stderr}`.trim().split('\n');
    const said = (findBuildError(lines)?.lines ?? lines.slice(-5)).join('\n');
    const failed = `"${argv.join(' ')}" failed (${describeEnd(code)})`;
    throw new HostError('cannot-install', `${failed}:\n${said}`, { hint });
  }
}

/**
 * What goes before a command that needs root: nothing for root, otherwise a sudo that asks for no password. sudo drops
 * the environment, so it is told to keep DEBIAN_FRONTEND and the variables that say how to reach the network.
 */
async function rootPrefix(asks: Ask, names: string, hint: string): Promise<string[]> {
  if (process.getuid?.() === 0) return [];
  const question = { kind: 'install', deadlineMs: SUDO_MS } as const;
  const { code } = await asks(['sudo', '--non-interactive', 'true'], question).catch((cause: unknown) => {
    if (!(cause instanceof HostError)) throw cause;
    throw new HostError('cannot-install', `cannot install ${names}: not root, and ${cause.message}`, {
      hint,
      cause,
    });
  });
  if (code !== 0) {
    throw new HostError('cannot-install', `cannot install ${names}: not root, and sudo asks for a password`, {
      hint,
      lasting: true,
    });
  }
  return [
    'sudo',
    '--non-interactive',
    `--preserve-env=${['DEBIAN_FRONTEND', ...networkVariables()].join(',')}`,
  ];
}

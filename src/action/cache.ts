/** The cache service of GitHub Actions, through its own client, as the cache that machines share. */

import { cpSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FirmwareListener } from '../build/events.ts';
import type { RemoteCache } from '../build/store/remote.ts';
import { runCommand } from '../process/run.ts';
import { withWorkDir } from '../process/work-dir.ts';
import { messageOf } from '../words/errors.ts';

/** The client beside this source, or its bundle beside ours. */
const CLIENT = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? 'cache-client.ts' : '../cache/index.js', import.meta.url),
);

/** An entry is some 1 MB: slower than this, a build is about as quick. The client alone would try for minutes. */
const DEADLINE_MS = 60_000;

/**
 * The client extracts with `tar -P`, which would write wherever an archive says: `..`, absolute names, through links.
 * With this, GNU tar itself writes nothing: it hands each regular file to a command, which writes it into `entry`.
 */
const EXTRACT_INTO_ENTRY = `--to-command='cat >"entry/\${TAR_FILENAME##*/}"'`;

/** The client's result, or its reason for having none, is at the end of what it prints. */
const TAIL_BYTES = 64 * 1024;
/** A proxy's error page has no place in a notice. */
const SHOWN_CHARACTERS = 500;

/** @returns undefined at once where there is no cache service: asking the client would take 10 s a call */
export function actionsCache({ listener }: { readonly listener: FirmwareListener }): RemoteCache | undefined {
  if (!hasCacheService(process.env)) return undefined;
  const attempt = async <T>(
    operation: string,
    signal: AbortSignal | undefined,
    body: (workDir: string, either: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> => {
    const late = AbortSignal.timeout(DEADLINE_MS);
    try {
      return await inWorkDir((workDir) =>
        body(workDir, signal === undefined ? late : AbortSignal.any([late, signal])),
      );
    } catch (error) {
      signal?.throwIfAborted();
      const why = late.aborted ? `no answer in ${DEADLINE_MS / 1000} s` : messageOf(error);
      listener({ type: 'notice', text: `The shared cache: ${operation} failed: ${why}` });
      return undefined;
    }
  };
  return {
    restore: (key, prefix, directory, signal) =>
      attempt('restore', signal, async (workDir, either) => {
        mkdirSync(join(workDir, 'entry'));
        const env = { TAR_OPTIONS: EXTRACT_INTO_ENTRY };
        const found = await runClient(['restore', key, prefix], workDir, either, env);
        // The directory may be on another file system.
        if (found !== undefined) cpSync(join(workDir, 'entry'), directory, { recursive: true });
        return found;
      }),
    save: async (key, directory, signal) => {
      await attempt('save', signal, async (workDir, either) => {
        cpSync(directory, join(workDir, 'entry'), { recursive: true });
        await runClient(['save', key], workDir, either);
      });
    },
  };
}

/**
 * What the client's isFeatureAvailable() looks at (@actions/cache, src/internal/config.ts), the mode that lets it do
 * nothing, and the token without which every call of v2 fails.
 */
function hasCacheService(env: NodeJS.ProcessEnv): boolean {
  if (env.ACTIONS_CACHE_MODE?.trim().toLowerCase() === 'none') return false;
  const host = new URL(env.GITHUB_SERVER_URL || 'https://github.com').hostname;
  const ghes = host !== 'github.com' && !/\.(ghe\.com|localhost)$/.test(host);
  if (ghes || !env.ACTIONS_CACHE_SERVICE_V2) return Boolean(env.ACTIONS_CACHE_URL);
  return Boolean(env.ACTIONS_RESULTS_URL && env.ACTIONS_RUNTIME_TOKEN);
}

async function inWorkDir<T>(body: (workDir: string) => Promise<T>): Promise<T> {
  return withWorkDir('cache', async (directory) => {
    // The client resolves links in the names of files, but not in the name of the workspace.
    const workDir = realpathSync(directory);
    mkdirSync(join(workDir, 'temp'));
    return body(workDir);
  });
}

/**
 * @returns the key that was restored or saved; none where there is nothing to restore, or no need or no right to save
 * @throws an Error with the client's reason, or the reason of `signal`
 */
async function runClient(
  args: readonly string[],
  workDir: string,
  signal: AbortSignal,
  own: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  const tails = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  const code = await runCommand([process.execPath, CLIENT, ...args], {
    cwd: workDir,
    kind: 'cache-client',
    // The client archives relative to the workspace and leaves its archives in the runner's temporary directory.
    own: { GITHUB_WORKSPACE: workDir, RUNNER_TEMP: join(workDir, 'temp'), ...own },
    signal,
    deadlineMs: DEADLINE_MS,
    onOutput: (bytes, from) => {
      tails[from] = Buffer.concat([tails[from], bytes]).subarray(-TAIL_BYTES);
    },
  });
  const lines = String(tails.stdout).trimEnd().split('\n');
  const complaint = lines.map(complaintOf).find(Boolean);
  if (complaint !== undefined) throw new Error(complaint);
  if (code !== 0) throw new Error(crashOf(String(tails.stderr)) ?? `exit code ${code}`);
  return keyOf(lines.at(-1) ?? '');
}

/** The client rejects for few reasons; of the others it warns, as a command for the runner, escaped for it. */
function complaintOf(line: string): string | undefined {
  const text = /^::(?:warning|error)[^:]*::(.*)$/.exec(line)?.[1];
  return text
    ?.slice(0, SHOWN_CHARACTERS)
    .replace(/(?:%0[AD])+/g, ' ')
    .replaceAll('%25', '%');
}

/** `Error [ERR_MODULE_NOT_FOUND]: Cannot find…`, which Node prints below the line of source that has thrown it. */
function crashOf(stderr: string): string | undefined {
  return /^\w*Error\b[^:]*: .*$/m.exec(stderr)?.[0].slice(0, SHOWN_CHARACTERS);
}

function keyOf(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const found = typeof value === 'object' && value !== null && 'key' in value ? value.key : undefined;
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}

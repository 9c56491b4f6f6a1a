/** The cache that machines share: the cache service of GitHub Actions, through GitHub's client. */

import { cpSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildListener } from '../build/events.ts';
import type { RemoteCache } from '../build/store/remote.ts';
import { withWorkDir } from '../process/work-dir.ts';
import { messageOf } from '../words/errors.ts';
import { callClient, clientProgram } from './client.ts';

const CLIENT = clientProgram('cache');

/** Longest time for one call, in milliseconds. An entry has about 1 MB, and a build takes little longer than this. */
const DEADLINE_MS = 60_000;

/**
 * The client extracts with `tar -P`, which would write wherever an archive says: `..`, absolute names, through links.
 * With this, GNU tar itself writes nothing: it hands each regular file to a command, which writes it into `entry`.
 */
const EXTRACT_INTO_ENTRY = `--to-command='cat >"entry/\${TAR_FILENAME##*/}"'`;

/**
 * Events whose jobs run with the rights of the base repository on what others may have written: a cache that such a job
 * writes is read by every branch, and one that it reads may be theirs.
 */
const WITHOUT_CACHE = ['pull_request_target', 'workflow_run'];

/** @returns undefined where there is no cache service, as asking the client would take 10 s a call; and for some events */
export function actionsCache({ listener }: { readonly listener: BuildListener }): RemoteCache | undefined {
  if (!hasCacheService(process.env)) return undefined;
  const event = process.env.GITHUB_EVENT_NAME ?? '';
  if (WITHOUT_CACHE.includes(event)) {
    listener({ type: 'notice', text: `the shared cache is neither read nor written for the event ${event}` });
    return undefined;
  }
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
      listener({ type: 'notice', text: `the shared cache: ${operation} failed: ${why}` });
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
 * Looks at what the client's isFeatureAvailable() reads (@actions/cache, src/internal/config.ts), at the mode that makes
 * the client do nothing, and at the token without which every call of v2 fails.
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
 * @returns the key that was restored or saved; undefined where there was nothing to restore, or no need or right to save
 * @throws an Error with the client's reason, or the reason of `signal`
 */
async function runClient(
  args: readonly string[],
  workDir: string,
  signal: AbortSignal,
  own: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  const { key } = await callClient(CLIENT, args, {
    cwd: workDir,
    // The client archives relative to the workspace and leaves its archives in the runner's temporary directory.
    own: { GITHUB_WORKSPACE: workDir, RUNNER_TEMP: join(workDir, 'temp'), ...own },
    signal,
    deadlineMs: DEADLINE_MS,
  });
  return typeof key === 'string' ? key : undefined;
}

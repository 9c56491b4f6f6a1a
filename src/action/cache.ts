/** The cache service of GitHub Actions, through its own client, as the cache that machines share. */

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../errors.ts';
import { runCommand } from '../firmware/command.ts';
import type { FirmwareListener } from '../firmware/events.ts';
import type { RemoteCache } from '../firmware/remote.ts';

/** Kept from ncc, which would copy the file that a literal `new URL(…, import.meta.url)` names. */
const HERE = import.meta.url;
/** Beside this source, or in its own bundle beside ours. */
const CLIENT = fileURLToPath(new URL(HERE.endsWith('.ts') ? 'cache-client.ts' : '../cache/index.js', HERE));

/** An entry is some 1 MB: slower than this, a build is about as quick. The client alone would try for minutes. */
const DEADLINE_MS = 60_000;

/**
 * The client extracts with `tar -P`, so an archive could write anywhere. Whatever a member is called, it is extracted
 * as a file in `entry` (GNU tar, TAR_OPTIONS and --transform).
 */
const TAR_OPTIONS = '--transform=s,^.*/,entry/,r';

export interface CacheOptions {
  readonly listener: FirmwareListener;
  /** Milliseconds for one call, after which it is killed. */
  readonly deadlineMs?: number;
}

/** @returns undefined at once where there is no cache service: asking the client would take 10 s a call */
export function actionsCache({ listener, deadlineMs = DEADLINE_MS }: CacheOptions): RemoteCache | undefined {
  if (!hasCacheService(process.env)) return undefined;
  const call = async (args: readonly string[], workDir: string, signal: AbortSignal | undefined) => {
    const deadline = AbortSignal.timeout(deadlineMs);
    const either = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
    const notice = (why: string): void =>
      listener({ type: 'notice', text: `The shared cache: ${args[0]} failed: ${why}` });
    try {
      const { key, complaint } = await runClient(args, workDir, either);
      if (complaint !== undefined) notice(complaint);
      return key;
    } catch (error) {
      signal?.throwIfAborted();
      notice(deadline.aborted ? `no answer in ${deadlineMs / 1000} s` : messageOf(error));
      return undefined;
    }
  };
  return {
    restore: (key, prefix, directory, signal) =>
      inWorkDir(async (workDir) => {
        const found = await call(['restore', key, prefix], workDir, signal);
        if (found === undefined) return undefined;
        rmSync(directory, { recursive: true });
        // The directory may be on another file system.
        cpSync(join(workDir, 'entry'), directory, { recursive: true, verbatimSymlinks: true });
        return found;
      }),
    save: (key, directory, signal) =>
      inWorkDir(async (workDir) => {
        cpSync(directory, join(workDir, 'entry'), { recursive: true });
        await call(['save', key], workDir, signal);
      }),
  };
}

/**
 * What the client's isFeatureAvailable() looks at (@actions/cache, src/internal/config.ts), and the token, without
 * which every call fails.
 */
function hasCacheService(env: NodeJS.ProcessEnv): boolean {
  const host = new URL(env.GITHUB_SERVER_URL || 'https://github.com').hostname;
  const ghes = host !== 'github.com' && !/\.(ghe\.com|localhost)$/i.test(host);
  const url = env.ACTIONS_CACHE_SERVICE_V2 && !ghes ? env.ACTIONS_RESULTS_URL : env.ACTIONS_CACHE_URL;
  return Boolean(url) && Boolean(env.ACTIONS_RUNTIME_TOKEN) && env.ACTIONS_CACHE_MODE !== 'none';
}

async function inWorkDir<T>(body: (workDir: string) => Promise<T>): Promise<T> {
  const workDir = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), 'tdx-boot-cache-'));
  try {
    mkdirSync(join(workDir, 'temp'));
    return await body(workDir);
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
}

async function runClient(
  args: readonly string[],
  workDir: string,
  signal: AbortSignal,
): Promise<{ key: string | undefined; complaint: string | undefined }> {
  const output: Buffer[] = [];
  const code = await runCommand([process.execPath, CLIENT, ...args], {
    cwd: workDir,
    // The client archives relative to the workspace and leaves its archives in the runner's temporary directory.
    env: { ...process.env, GITHUB_WORKSPACE: workDir, RUNNER_TEMP: join(workDir, 'temp'), TAR_OPTIONS },
    signal,
    onOutput: (bytes) => output.push(bytes),
  });
  const lines = Buffer.concat(output).toString('utf8').trimEnd().split('\n');
  const complaint = lines.map((line) => /^::(?:warning|error)[^:]*::(.*)$/.exec(line)?.[1]).find(Boolean);
  if (code !== 0)
    return {
      key: undefined,
      complaint: complaint ?? lines.find((line) => /Error: /.test(line)) ?? `exit code ${code}`,
    };
  return { key: keyOf(lines.at(-1) ?? ''), complaint };
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

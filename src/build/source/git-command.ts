/**
 * Runs git so that git asks the user nothing and runs no code of a repository; turns git's errors into named ones, and
 * tries again when the network failed.
 */

import { setTimeout as delay } from 'node:timers/promises';
import { findCommand } from '../../process/find.ts';
import { runCommand } from '../../process/run.ts';
import { HostError } from '../../words/errors.ts';
import type { BuildListener } from '../events.ts';

/** Pauses before the second and the third attempt, in milliseconds. */
const PAUSES = [500, 3000];

/**
 * For every git command: git checks objects on arrival, runs no hook, runs no command for a URL, does nothing in the
 * background, and gives up on a silent server. A busy server sends a byte now and then, so only less than one byte a second for a
 * whole minute counts as silence.
 */
const SAFE = [
  'fetch.fsckObjects=true',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'protocol.ext.allow=never',
  'protocol.version=2',
  'maintenance.auto=false',
  'gc.auto=0',
  'http.lowSpeedLimit=1',
  'http.lowSpeedTime=60',
].flatMap((setting) => ['-c', setting]);

/** Longest time for one git command, in milliseconds. The largest source, edk2 with its submodules, has 30 MB. */
const GIT_MS = 30 * 60_000;

export interface GitOptions {
  readonly listener: BuildListener;
  readonly signal?: AbortSignal | undefined;
}

interface RunOptions extends GitOptions {
  /** For a command that uses the network: what it fetches, and from which server. */
  readonly errand?: Errand;
  /** Further variables for git. */
  readonly own?: Readonly<Record<string, string>>;
  readonly onProgress?: (done: number, total: number) => void;
}

interface Errand {
  readonly url: string;
  /** What to fetch, as an error names it: `commit 13b97736…`. */
  readonly wanted: string;
}

/**
 * Runs git and returns what it printed, trimmed.
 * @throws HostError code `git-missing`, `git-timeout`, `git-failed`, `disk-full`, `unreachable-remote`,
 *   `no-such-commit` or `damaged-objects`
 */
export async function git(args: readonly string[], options: RunOptions): Promise<string> {
  const { signal, errand, own, onProgress } = options;
  if (findCommand('git') === undefined) {
    throw new HostError('git-missing', 'git is not installed', {
      hint: 'sudo apt-get install git',
      lasting: true,
    });
  }
  const stdout: Buffer[] = [];
  let stderr = '';
  const running = runCommand(['git', ...SAFE, ...args], {
    kind: 'git',
    own: { GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C', ...own },
    cwd: '/',
    signal,
    deadlineMs: GIT_MS,
    onOutput(bytes, from) {
      if (from === 'stdout') {
        stdout.push(bytes);
        return;
      }
      const text = bytes.toString('utf8');
      stderr = (stderr + text).slice(-20_000);
      const counts = [...text.matchAll(/Receiving objects: +\d+% \((\d+)\/(\d+)\)/g)].at(-1);
      if (counts !== undefined) onProgress?.(Number(counts[1]), Number(counts[2]));
    },
  });
  const code = await running.catch((cause: unknown) => {
    if (!(cause instanceof HostError) || cause.code !== 'command-timeout') throw cause;
    const what = errand === undefined ? `git ${args.slice(0, 4).join(' ')}` : failureOf(errand);
    const hint = 'Check the network, or name a mirror or a local directory as the repository.';
    throw new HostError('git-timeout', `${what}: not done after ${GIT_MS / 60_000} min`, { hint, cause });
  });
  if (code !== 0) throw gitError(`${stderr}\nfatal: git ended with ${code}`, errand);
  return Buffer.concat(stdout).toString('utf8').trim();
}

/** Tries again when the network failed. An answer of the server, even a refusal, is final. */
export async function withRetry<T>({ signal, listener }: GitOptions, attempt: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      listener({ type: 'notice', text: `${error.message}: trying again` });
      await delay(pause, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
      signal?.throwIfAborted();
    }
  }
  return attempt();
}

/** The network failed: a second attempt may succeed. */
class NetworkError extends HostError {}

/** What git says of errors that a second attempt would meet again. */
const ANSWERS = [
  {
    // git often leaves out why it could not write to a file that it had made.
    says: /No space left on device|Disk quota exceeded|unable to write file/i,
    code: 'disk-full',
    hint: 'Free some space, or name another store.',
  },
  {
    says: /not our ref|unadvertised object|couldn't find remote ref/,
    code: 'no-such-commit',
    hint: 'Check the ref and the repository. A commit that no branch has any more may be gone from its server.',
  },
  {
    says: /fsck error|fsck-objects/,
    code: 'damaged-objects',
    hint: 'Do not build from this repository: git refuses what is in it.',
  },
  {
    says: /not found|not appear to be a git|Authentication failed|Permission denied|could not read (Username|Password)|returned error: 4(?!08|29)\d\d|not allowed|dubious ownership/i,
    code: 'unreachable-remote',
    hint: 'Check the URL and the right to read it, or name a mirror or a local directory as the repository.',
  },
] as const;

/** The error of a failed git command, with what git printed. The text may be from a server, so only one line of plain ASCII is kept. */
function gitError(stderr: string, errand: Errand | undefined): HostError {
  const lines = withoutPassword(stderr).split(/[\r\n]+/);
  // The first message is the cause. The later messages follow from it.
  const line = lines.find((text) => /^(fatal|error|ssh):/.test(text)) ?? '';
  const said = line
    .replace(/^(fatal|error): /, '')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 300);
  const answer = ANSWERS.find(({ says }) => says.test(stderr));
  if (errand === undefined && answer?.code !== 'disk-full') {
    return new HostError('git-failed', `git failed: ${said}`);
  }
  const failed = errand === undefined ? 'git failed' : failureOf(errand);
  if (answer !== undefined) return new HostError(answer.code, `${failed}: ${said}`, { hint: answer.hint });
  return new NetworkError('unreachable-remote', `${failed}: ${said}`, {
    hint: 'Check the network and the URL, or name a mirror or a local directory as the repository.',
  });
}

function failureOf({ wanted, url }: Errand): string {
  return `cannot fetch ${wanted} from ${withoutPassword(url)}`;
}

/** For messages and manifests, because a URL may hold a password or a token. */
export function withoutPassword(text: string): string {
  return text.replace(/(:\/\/)[^/\s]*@/g, '$1***@');
}

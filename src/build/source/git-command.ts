/** Runs git: it asks nothing, runs nothing of a repository's, has named errors, and tries again when a network fails. */

import { setTimeout as delay } from 'node:timers/promises';
import { findCommand } from '../../process/find.ts';
import { runCommand } from '../../process/run.ts';
import { HostError } from '../../words/errors.ts';
import type { FirmwareListener } from '../events.ts';

/** Pauses before the second and the third attempt, in milliseconds. */
const PAUSES = [500, 3000];

/**
 * For every git command: objects are checked on arrival, no hook runs, no URL runs a command, nothing goes on in the
 * background, and a silent server is left. git's own keep-alive is one byte a second, so less than that is silence.
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

/** How git reaches a server is the user's to say; which repository it works on is ours (a git hook may have called us). */
const USERS_VARIABLE = /^GIT_(CONFIG|SSH|ASKPASS|HTTP|SSL|PROXY|CURL|TRACE|EXEC_PATH|ALLOW_PROTOCOL)/;

export interface GitOptions {
  readonly listener: FirmwareListener;
  readonly signal?: AbortSignal | undefined;
}

interface RunOptions extends GitOptions {
  /** What is wanted from which server, for a command that uses the network. */
  readonly errand?: Errand;
  readonly env?: NodeJS.ProcessEnv;
  readonly onProgress?: (done: number, total: number) => void;
}

interface Errand {
  readonly url: string;
  /** As it is named in an error: `commit 13b97736…`. */
  readonly wanted: string;
}

/**
 * Runs git and returns what it printed, trimmed.
 * @throws HostError code `git-missing`, `disk-full`, `unreachable-remote`, `no-such-commit`, `damaged-objects`, `git-failed`
 */
export async function git(args: readonly string[], options: RunOptions): Promise<string> {
  const { signal, errand, env, onProgress } = options;
  if (findCommand('git') === undefined) {
    throw new HostError('git-missing', 'git is not installed', { hint: 'sudo apt-get install git' });
  }
  const stdout: Buffer[] = [];
  let stderr = '';
  const code = await runCommand(['git', ...SAFE, ...args], {
    cwd: '/',
    env: { ...inherited(), GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C', ...env },
    signal,
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
  if (code !== 0) throw gitError(`${stderr}\nfatal: git ended with ${code}`, errand);
  return Buffer.concat(stdout).toString('utf8').trim();
}

/** Tries again when the network failed, not when a server gave an answer. */
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

/** An error that may be gone a second later. */
class NetworkError extends HostError {}

/** What git says when trying again is of no use. */
const ANSWERS = [
  {
    // A write that fails after the file was made; git does not always say why.
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

/** The error behind a failed git command, from its own words. They may be a server's: one line, and plain. */
function gitError(stderr: string, errand: Errand | undefined): HostError {
  const lines = withoutPassword(stderr).split(/[\r\n]+/);
  // The first one is the cause; those after it say what it made impossible.
  const line = lines.find((text) => /^(fatal|error|ssh):/.test(text)) ?? '';
  const said = line
    .replace(/^(fatal|error): /, '')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 300);
  const answer = ANSWERS.find(({ says }) => says.test(stderr));
  if (errand === undefined && answer?.code !== 'disk-full') {
    return new HostError('git-failed', `git failed: ${said}`);
  }
  const failed =
    errand === undefined ? 'git failed' : `cannot fetch ${errand.wanted} from ${withoutPassword(errand.url)}`;
  if (answer !== undefined) return new HostError(answer.code, `${failed}: ${said}`, { hint: answer.hint });
  return new NetworkError('unreachable-remote', `${failed}: ${said}`, {
    hint: 'Check the network and the URL, or name a mirror or a local directory as the repository.',
  });
}

/** For messages and manifests: a URL may have a token in it. */
export function withoutPassword(text: string): string {
  return text.replace(/(:\/\/)[^/\s]*@/g, '$1***@');
}

function inherited(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_') || USERS_VARIABLE.test(name),
  );
  return Object.fromEntries(kept);
}

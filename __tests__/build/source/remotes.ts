/** Small git repositories, and a real git server (git http-backend) on loopback whose network can fail. */

import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BuildEvent } from '../../../src/build/events.ts';

/** Servers are named so in the tests' recipes; the user's `url.<mirror>.insteadOf` says where they are. */
export const HOST = 'https://firmware.test/';

export interface Revision {
  readonly commit: string;
  readonly tree: string;
}

/** What happens to a request that asks for objects. */
export type Fault = 'cut' | 'stall' | number;

export class Remotes {
  readonly dir = mkdtempSync(join(tmpdir(), 'tdx-boot-remotes-'));
  /** `METHOD path` of every request. */
  readonly requests: string[] = [];
  /** Of the requests for objects that come next; after them, the network is well. */
  faults: (Fault | 'none')[] = [];
  /** Bytes of all answers. */
  bytes = 0;
  readonly #server: Server;
  #onStall: (() => void) | undefined;

  static async start(): Promise<Remotes> {
    const remotes = new Remotes();
    remotes.#server.listen(0, '127.0.0.1');
    await once(remotes.#server, 'listening');
    remotes.configure(`[url "${remotes.url}"]\n\tinsteadOf = ${HOST}`);
    return remotes;
  }

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** The user's git settings from now on. */
  configure(text: string): void {
    const file = join(this.dir, 'gitconfig');
    writeFileSync(file, `${text}\n`);
    process.env.GIT_CONFIG_GLOBAL = file;
  }

  /** Settled when a request has got half of its answer and will get no more. */
  stalled(): Promise<void> {
    return new Promise((resolve) => {
      this.#onStall = resolve;
    });
  }

  path(name: string): string {
    return join(this.dir, 'served', name);
  }

  /**
   * Commits these files on top of what a repository has, and makes the repository if it is missing.
   * @param links commits of submodules, by path
   */
  commit(
    name: string,
    files: Readonly<Record<string, string | Buffer>>,
    links: Record<string, string> = {},
  ): Revision {
    const work = this.path(name);
    const run = (...args: string[]): string => git(work, ...args);
    if (!existsSync(work)) {
      mkdirSync(work, { recursive: true });
      run('init', '--quiet', '--initial-branch=main');
      appendFileSync(join(work, '.git', 'config'), '[uploadpack]\n\tallowFilter = true\n');
    }
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(work, dirname(path)), { recursive: true });
      writeFileSync(join(work, path), content, { mode: path.endsWith('.sh') ? 0o755 : 0o644 });
    }
    run('add', '--all', '--force', '.');
    for (const [path, commit] of Object.entries(links)) {
      run('update-index', '--add', '--cacheinfo', `160000,${commit},${path}`);
    }
    run('commit', '--quiet', '--message', 'A commit');
    const [commit = '', tree = ''] = run('rev-parse', 'HEAD', 'HEAD^{tree}').split('\n');
    return { commit, tree };
  }

  async stop(): Promise<void> {
    delete process.env.GIT_CONFIG_GLOBAL;
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
    rmSync(this.dir, { recursive: true, force: true });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', this.url);
    this.requests.push(`${request.method} ${pathname}`);
    const body: Buffer[] = [];
    for await (const bytes of request) body.push(bytes as Buffer);
    const wantsObjects = Buffer.concat(body).includes('command=fetch');
    const fault = wantsObjects ? (this.faults.shift() ?? 'none') : 'none';
    if (typeof fault === 'number') {
      response.writeHead(fault).end();
      return;
    }
    const { status, headers, content } = await this.#backend(request, pathname, search, Buffer.concat(body));
    response.writeHead(status, headers);
    if (fault === 'none') {
      this.bytes += content.length;
      response.end(content);
      return;
    }
    response.write(content.subarray(0, content.length / 2), () => {
      if (fault === 'cut') response.destroy();
      else this.#onStall?.();
    });
  }

  /** CGI/1.1, as far as git-http-backend(1) needs it. */
  async #backend(request: IncomingMessage, pathname: string, search: string, body: Buffer) {
    const child = spawn('git', ['http-backend'], {
      env: {
        ...ENVIRONMENT,
        GIT_PROJECT_ROOT: join(this.dir, 'served'),
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        REQUEST_METHOD: request.method,
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        CONTENT_TYPE: request.headers['content-type'],
        CONTENT_LENGTH: String(body.length),
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.stdin.on('error', () => undefined); // it has read enough
    child.stdin.end(body);
    const output: Buffer[] = [];
    for await (const bytes of child.stdout) output.push(bytes as Buffer);
    const all = Buffer.concat(output);
    const end = all.indexOf('\r\n\r\n');
    const lines = all.subarray(0, end).toString('latin1').split('\r\n');
    const { Status: status, ...headers } = Object.fromEntries(lines.map((line) => line.split(': ')));
    return { status: Number.parseInt(status ?? '200', 10), headers, content: all.subarray(end + 4) };
  }
}

const ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'A'],
      [`GIT_${who}_EMAIL`, 'a@firmware.test'],
      [`GIT_${who}_DATE`, '2023-01-04T00:00:00Z'],
    ]),
  ),
};

/** Runs git as nobody in particular; returns what it printed, trimmed. */
export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** Bytes that do not compress, the same ones every time. */
export function noise(length: number): Buffer {
  const blocks = Array.from({ length: length / 64 }, (_, n) => createHash('sha512').update(`${n}`).digest());
  return Buffer.concat(blocks);
}

/** A listener that remembers. */
export function recorder(): {
  events: BuildEvent[];
  notices(): string[];
  listener(event: BuildEvent): void;
} {
  const events: BuildEvent[] = [];
  return {
    events,
    notices: () => events.flatMap((event) => (event.type === 'notice' ? [event.text] : [])),
    listener: (event) => events.push(event),
  };
}

/** Processes that serve a machine from beside it: started before the VMM, gone when it is. */

import type { ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesIn } from '../process/directory.ts';
import { killGroup, noteGroup } from '../process/kill.ts';
import { describeEnd } from '../process/run.ts';
import { startServer } from '../process/start.ts';
import { within } from '../process/together.ts';
import { HostError, messageOf } from '../words/errors.ts';
import type { ServerPlan } from './plan.ts';

/** How long a server may take until a VMM can connect, in milliseconds. */
const READY_MS = 10_000;
/** How long a server may take to end when its VMM is gone, in milliseconds. */
const END_MS = 1000;
/** What each virtiofsd, in C and in Rust, prints when its socket is there. */
const READY = 'Waiting for vhost-user socket connection';
/** Bytes of its last output that an error shows. */
const MOST_SHOWN = 1000;

/** The servers of one machine. */
export class Servers {
  readonly #servers: Server[] = [];
  #ended = false;

  /**
   * Starts them, one after the other, each until it can be connected to.
   * @param onLost told of a server that ends by itself with an error: what it serves hangs in the guest from then on
   * @throws HostError code `server-not-started`
   */
  static async start(
    plans: readonly ServerPlan[],
    workDir: string,
    onLost: (detail: string) => void,
  ): Promise<Servers> {
    const servers = new Servers();
    try {
      for (const plan of plans) {
        if (plan.leaves !== undefined) sweep(dirname(plan.leaves), workDir);
        const server = new Server(plan, workDir);
        servers.#servers.push(server);
        await server.ready();
        void server.gone.then(() => {
          if (!servers.#ended && server.failed) onLost(server.described);
        });
      }
    } catch (error) {
      servers.kill();
      throw error;
    }
    return servers;
  }

  /** When the VMM is gone: waits until all of them are, too. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all(this.#servers.map((server) => server.end()));
  }

  kill(): void {
    this.#ended = true;
    for (const server of this.#servers) server.kill();
  }
}

/**
 * Removes what servers of killed runs have left: files that are named after a socket in a directory which is gone.
 * @param workDir the directory of this run; those of other runs are beside it
 */
function sweep(directory: string, workDir: string): void {
  const parent = dirname(workDir);
  const ours = `${parent.replaceAll('/', '.')}.tdx-boot-`;
  for (const name of namesIn(directory)) {
    if (!name.startsWith(ours)) continue;
    const [run = ''] = name.slice(parent.length + 1).split('.');
    if (!existsSync(join(parent, run))) rmSync(join(directory, name), { force: true });
  }
}

class Server {
  readonly gone: Promise<void>;
  readonly #plan: ServerPlan;
  readonly #child: ChildProcess;
  readonly #shown: Promise<void>;
  #said = '';
  #error: string | undefined;

  constructor(plan: ServerPlan, workDir: string) {
    this.#plan = plan;
    const child = startServer(plan.command, plan.args, workDir);
    this.#child = child;
    const forget = child.pid === undefined ? undefined : noteGroup(child.pid);
    this.#shown = new Promise((resolve) => {
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        this.#said = `${this.#said}${text}`.slice(-MOST_SHOWN);
        if (this.#said.includes(READY)) resolve();
      });
    });
    this.gone = new Promise((resolve) => {
      child.once('error', (error) => {
        this.#error = messageOf(error);
        resolve();
      });
      child.once('close', () => {
        forget?.();
        if (plan.leaves !== undefined) rmSync(plan.leaves, { force: true });
        resolve();
      });
    });
  }

  get failed(): boolean {
    return this.#error !== undefined || this.#child.exitCode !== 0;
  }

  get described(): string {
    const { exitCode, signalCode } = this.#child;
    const end = this.#error ?? describeEnd(exitCode ?? signalCode ?? 'SIGKILL');
    return `${this.#plan.command}, which serves ${this.#plan.serves}, ended: ${[end, this.#said.trim()].filter(Boolean).join(': ')}`;
  }

  async ready(): Promise<void> {
    const ended = this.gone.then(() => this.described);
    const { command, serves } = this.#plan;
    const late = `${command}, which serves ${serves}, was not ready within ${READY_MS / 1000} s`;
    const why = await within(READY_MS, Promise.race([this.#shown, ended]), late);
    if (why === undefined) return;
    throw new HostError('server-not-started', why, {
      hint: 'Check that this user may read the directory, or share it by 9p (type: 9p).',
    });
  }

  /** The VMM has closed its connection, and a server ends then. One that does not is killed. */
  async end(): Promise<void> {
    const late = await within(END_MS, this.gone, 'late');
    if (late !== undefined) this.kill();
    await this.gone;
  }

  kill(): void {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid !== undefined && exitCode === null && signalCode === null) killGroup(pid);
  }
}

/** What a machine has besides its VMM: named pipes and files, a socket for the agent, a terminal to type with, and servers. */

import { rmSync } from 'node:fs';
import { lookAt } from '../process/directory.ts';
import { Terminal } from '../process/terminal.ts';
import { AgentSocket } from './agent-socket.ts';
import { Fifo, makeFifos } from './fifo.ts';
import { OutputFile, type Told } from './output-file.ts';
import type { Channel, LaunchPlan } from './plan.ts';
import { Servers } from './servers.ts';

export class Beside {
  /** Channels that have a path of their own. */
  readonly paths = new Map<Channel, Fifo | OutputFile | AgentSocket>();
  /** Absent where nothing is typed, or where every stream takes input. */
  terminal: Terminal | undefined;
  #servers: Servers | undefined;
  #leaves: string | undefined;
  #drained: readonly Promise<unknown>[] = [];

  private constructor() {}

  /**
   * Opened before the VMM starts, so that the pipes have a reader from the first byte.
   * @param told of a server that ends by itself with an error, too; `onBehind`: of all files, again with each change of one of them
   * @throws HostError code `vmm-not-started`, and those of {@link Terminal.open} and {@link Servers.start}
   */
  static async open(plan: LaunchPlan, workDir: string, told: Told): Promise<Beside> {
    const { fifos, writesFiles, agentSocket, typed, leaves, servers = [] } = plan;
    await makeFifos(plan);
    const beside = new Beside();
    const { paths } = beside;
    const behind = new Set<Channel>();
    const fileOf = (channel: Channel, prefix: string): OutputFile =>
      new OutputFile(prefix, {
        onLost: told.onLost,
        onBehind: (isBehind) => {
          if (isBehind) behind.add(channel);
          else behind.delete(channel);
          told.onBehind(behind.size > 0);
        },
      });
    try {
      for (const [channel, prefix] of fifos)
        paths.set(channel, writesFiles === true ? fileOf(channel, prefix) : new Fifo(prefix));
      if (agentSocket !== undefined) paths.set('agent', await AgentSocket.listen(agentSocket));
      if (typed !== undefined && typed !== 'none') beside.terminal = await Terminal.open();
      beside.#servers = await Servers.start(servers, workDir, told.onLost);
      // What is there already is another VM's: ours will end with an error.
      if (leaves !== undefined && lookAt(leaves) === undefined) beside.#leaves = leaves;
    } catch (error) {
      beside.discard();
      throw error;
    }
    beside.#drained = [...paths.values()].map(
      ({ reader }) => new Promise((resolve) => reader.once('close', resolve)),
    );
    return beside;
  }

  /** To be called when no VMM was started. */
  discard(): void {
    for (const path of this.paths.values()) path.discard();
    this.#servers?.kill();
    void this.terminal?.close();
  }

  /**
   * Hands on what is in the files now, but at most so many bytes of each.
   * @returns whether that was all
   */
  drain(bytes: number): boolean {
    return this.#files.map(({ reader }) => reader.drain(bytes)).every((all) => all);
  }

  /** Reads no more of the files, however much is in them. */
  leave(): void {
    for (const { reader } of this.#files) reader.destroy();
  }

  get #files(): OutputFile[] {
    return [...this.paths.values()].filter((path) => path instanceof OutputFile);
  }

  /** To be called when the VMM's process has ended: readers end after the last byte. */
  release(): void {
    for (const path of this.paths.values()) path.release();
  }

  /** After {@link release}: resolves when every byte was read and nothing of all this is left. */
  async gone(): Promise<void> {
    await Promise.all([...this.#drained, this.terminal?.close(), this.#servers?.end()]);
    if (this.#leaves !== undefined) rmSync(this.#leaves, { force: true });
  }
}

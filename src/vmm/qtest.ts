/** Reads and writes ports and memory of a QEMU machine that does not run, over QEMU's qtest protocol. */

import type { Duplex } from 'node:stream';
import { HostError } from '../words/errors.ts';

/** One line for each command, and one for its answer (QEMU system/qtest.c). */
export class Qtest {
  readonly #channel: Duplex;
  #text = '';
  #answer: ((line: string) => void) | undefined;

  constructor(channel: Duplex) {
    this.#channel = channel;
    channel.setEncoding('latin1').on('data', (text: string) => this.#receive(text));
  }

  async writePort(port: number, value: number): Promise<void> {
    await this.#command(`outl 0x${port.toString(16)} 0x${value.toString(16)}`);
  }

  async readPort(port: number): Promise<number> {
    return Number(await this.#command(`inl 0x${port.toString(16)}`));
  }

  async write(address: number, bytes: Uint8Array): Promise<void> {
    const data = Buffer.from(bytes).toString('hex');
    await this.#command(`write 0x${address.toString(16)} 0x${bytes.length.toString(16)} 0x${data}`);
  }

  async read(address: number, length: number): Promise<Buffer> {
    return Buffer.from(
      await this.#command(`b64read 0x${address.toString(16)} 0x${length.toString(16)}`),
      'base64',
    );
  }

  /** Never resolves when QEMU ends: the caller watches for that. */
  async #command(line: string): Promise<string> {
    const answer = await new Promise<string>((resolve) => {
      this.#answer = resolve;
      this.#channel.write(`${line}\n`);
    });
    const [, value] = /^OK ?(.*)$/.exec(answer) ?? [];
    if (value !== undefined) return value;
    throw new HostError('qtest-failed', `QEMU answers ${JSON.stringify(answer)} to "${line.slice(0, 60)}"`, {
      hint: 'Use another version of QEMU, or report this with the output of "qemu-system-x86_64 --version".',
    });
  }

  #receive(text: string): void {
    const lines = (this.#text + text).split('\n');
    this.#text = lines.pop() ?? '';
    // Interrupts are reported between the answers.
    for (const line of lines) if (!line.startsWith('IRQ ')) this.#answer?.(line.trimEnd());
  }
}

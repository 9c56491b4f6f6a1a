/** QEMU's control channel: what became of the guest, said by QEMU rather than guessed from an exit code. */

import type { VmState } from '../judge/events.ts';
import type { ControlReader } from './plan.ts';

/** A message longer than this is not QMP any more, in characters. */
const MESSAGE_CAP = 1024 * 1024;

interface Message {
  readonly event?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly return?: Readonly<Record<string, unknown>>;
}

/**
 * Speaks QMP (docs/interop/qmp-spec.rst in QEMU): leaves negotiation mode, then listens. One JSON object a line.
 * A guest that QEMU pauses because KVM failed shows as STOP with status "internal-error".
 */
export class QmpReader implements ControlReader {
  readonly #send: (bytes: string) => void;
  readonly #report: (state: VmState, detail: string) => void;
  readonly #decoder = new TextDecoder();
  #buffer = '';

  constructor(send: (bytes: string) => void, report: (state: VmState, detail: string) => void) {
    this.#send = send;
    this.#report = report;
    this.#command('qmp_capabilities');
  }

  push(bytes: Uint8Array): void {
    this.#buffer += this.#decoder.decode(bytes, { stream: true });
    const lines = this.#buffer.split('\n');
    this.#buffer = (lines.pop() ?? '').slice(-MESSAGE_CAP);
    for (const line of lines) this.#receive(line);
  }

  #command(name: string): void {
    this.#send(`${JSON.stringify({ execute: name })}\n`);
  }

  #receive(line: string): void {
    const message = parse(line);
    if (message === undefined) return;
    const { event, data } = message;
    if (event === 'SHUTDOWN') {
      const reason = String(data?.reason ?? 'unknown');
      if (data?.guest !== true) this.#report('broken', `QEMU was told to quit (${reason})`);
      else
        this.#report(
          reason === 'guest-reset' ? 'reset' : reason === 'guest-panic' ? 'panicked' : 'shutdown',
          reason,
        );
    } else if (event === 'RESET') {
      this.#report('reset', String(data?.reason ?? 'guest-reset'));
    } else if (event === 'GUEST_PANICKED') {
      this.#report('panicked', JSON.stringify(data?.info ?? data?.action ?? 'no details'));
    } else if (event === 'STOP') {
      this.#command('query-status');
    } else if (message.return?.status === 'internal-error') {
      this.#report('broken', 'KVM internal error');
    }
  }
}

/** QEMU is trusted to speak JSON, but a broken line must not end the run. */
function parse(line: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

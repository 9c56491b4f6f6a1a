/** QEMU's control channel, on which QEMU reports the end of the guest. The exit code would only allow a guess. */

import type { VmState } from '../judge/events.ts';
import { asRecord, JsonMessages } from './json-messages.ts';
import type { ControlReader } from './plan.ts';

/**
 * Speaks QMP (docs/interop/qmp-spec.rst in QEMU), one JSON object a line: leaves negotiation mode, then listens.
 * A guest that QEMU pauses because KVM failed shows as STOP with status "internal-error".
 */
export class QmpReader implements ControlReader {
  readonly #send: (bytes: string) => void;
  readonly #report: (state: VmState, detail: string) => void;
  readonly #messages = new JsonMessages('\n', (message) => this.#receive(message));

  constructor(send: (bytes: string) => void, report: (state: VmState, detail: string) => void) {
    this.#send = send;
    this.#report = report;
    this.#command('qmp_capabilities');
  }

  push(bytes: Uint8Array): void {
    this.#messages.push(bytes);
  }

  #command(name: string): void {
    this.#send(`${JSON.stringify({ execute: name })}\n`);
  }

  #receive({ event, ...message }: Readonly<Record<string, unknown>>): void {
    const data = asRecord(message.data);
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
      this.#report('panicked', panicDetail(asRecord(data?.info), data?.action));
    } else if (event === 'STOP') {
      this.#command('query-status');
    } else if (asRecord(message.return)?.status === 'internal-error') {
      this.#report('broken', 'KVM internal error');
    }
  }
}

/**
 * What QEMU reports of a panicked guest. A TD's TDG.VP.VMCALL<ReportFatalError> has a code and a text of at most 64
 * bytes (Guest-Host Communication Interface 1.5, 3.4; qapi/run-state.json, GuestPanicInformationTdx).
 */
function panicDetail(info: Readonly<Record<string, unknown>> | undefined, action: unknown): string {
  if (info?.type !== 'tdx') return JSON.stringify(info ?? action ?? 'no details');
  const code = info['error-code'];
  const shown = typeof code === 'number' ? `0x${code.toString(16)}` : 'unknown';
  const text = String(info.message ?? '')
    .replaceAll('\0', '')
    .trim();
  return `the TD reported a fatal error, code ${shown}${text === '' ? '' : `: ${text}`}`;
}

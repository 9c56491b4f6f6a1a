/** QEMU's control channel, on which QEMU reports the end of the guest. The exit code would only allow a guess. */

import type { VmState } from '../judge/events.ts';
import { asRecord } from '../words/json.ts';
import { JsonMessages } from './json-messages.ts';
import type { ControlReader } from './plan.ts';

/** The disks of a scenario. Errors of others, which `vmm-args` attach, may be injected on purpose. */
const OUR_DISKS = /^disk\d+$/;

/** The answer to the question for registers has it. */
const REGISTERS = 'registers';
/** The answer to the command that starts the guest has it. */
const START = 'start';

/**
 * Speaks QMP (docs/interop/qmp-spec.rst in QEMU), one JSON object a line: leaves negotiation mode, then listens.
 * A guest that QEMU pauses because KVM failed shows as STOP with status "internal-error", and one that it pauses for a disk of
 * `vmm-args`, with `werror=stop`, as "io-error": such a guest says no more, and is not to blame. What this host could not read or
 * write of a disk is an event of its own.
 */
export class QmpReader implements ControlReader {
  readonly #send: (bytes: string) => void;
  readonly #report: (state: VmState, detail: string) => void;
  #runs: boolean | undefined;
  #held = false;
  #answer: ((cpus: readonly string[]) => void) | undefined;
  readonly #messages = new JsonMessages('\n', (message) => this.#receive(message));

  constructor(send: (bytes: string) => void, report: (state: VmState, detail: string) => void) {
    this.#send = send;
    this.#report = report;
    this.#command('qmp_capabilities');
    this.#command('query-status');
  }

  /**
   * QEMU takes one command after the other, so those of the constructor have taken effect when the guest starts: no answer is waited
   * for. A guest that is stopped does not see the time go by (docs/interop/qmp: `stop`; softmmu/cpus.c, vm_stop).
   */
  hold(hold: boolean): void {
    this.#held = hold;
    if (hold) {
      this.#command('stop');
      return;
    }
    this.#runs ??= false;
    this.#command('cont', undefined, START);
  }

  /** QEMU answers `cont` at once, also where the guest waits for a migration (`-incoming`; monitor/qmp-cmds.c, qmp_cont). */
  get runs(): boolean | undefined {
    return this.#runs;
  }

  /** `info registers` has no command of QMP's own; `chardev-send-break` is in qapi/char.json. */
  ask(answer: (cpus: readonly string[]) => void): void {
    this.#answer = answer;
    this.#command('chardev-send-break', { id: 'serial' });
    this.#command('human-monitor-command', { 'command-line': 'info registers -a' }, REGISTERS);
  }

  /**
   * Each CPU whose local APIC takes NMIs on LINT1 gets one (hw/i386/x86.c x86_nmi); Linux lets the boot CPU's take them. A
   * kernel that panics in an NMI tells pvpanic before it flushes its console, so QEMU must not end then (qapi/run-state.json).
   */
  interrupt(): void {
    this.#command('set-action', { panic: 'none' });
    this.#command('inject-nmi');
  }

  push(bytes: Uint8Array): void {
    this.#messages.push(bytes);
  }

  #command(name: string, args?: Readonly<Record<string, string>>, id?: string): void {
    this.#send(`${JSON.stringify({ execute: name, ...(args && { arguments: args }), ...(id && { id }) })}\n`);
  }

  #receive({ event, ...message }: Readonly<Record<string, unknown>>): void {
    const data = asRecord(message.data);
    if (message.id === REGISTERS && typeof message.return === 'string') {
      this.#answer?.(cpusOf(message.return));
      this.#answer = undefined;
    }
    const refusal = message.id === START ? asRecord(message.error)?.desc : undefined;
    if (refusal !== undefined) this.#report('broken', `QEMU refused to start the guest: ${refusal}`);
    if (event === 'RESUME') {
      this.#runs = true;
    } else if (event === 'SHUTDOWN') {
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
    } else if (event === 'GUEST_CRASHLOADED') {
      // The kernel has panicked, and QEMU lets the crash kernel run that was loaded for this (qapi/run-state.json).
      this.#report('panicked', 'its crash kernel (kdump) was started');
    } else if (event === 'MEMORY_FAILURE') {
      this.#report('broken', `the memory of this host has an error (${data?.recipient}: ${data?.action})`);
    } else if (event === 'BLOCK_IO_ERROR' && OUR_DISKS.test(String(data?.device))) {
      this.#report('broken', diskDetail(data));
    } else if (event === 'STOP') {
      this.#command('query-status');
    } else {
      const status = String(asRecord(message.return)?.status);
      if (BY_HAND.has(status) && !this.#held) this.#runs = false;
      const detail = BROKEN[status];
      if (detail !== undefined) this.#report('broken', detail);
    }
  }
}

/** States in which somebody on this host keeps QEMU from running the guest: `-S`, `-incoming`, another QMP, a debugger (qapi/run-state.json). */
const BY_HAND: ReadonlySet<string> = new Set(['prelaunch', 'inmigrate', 'paused', 'debug']);

/** States in which QEMU has paused a guest for good, and which no other event explains (qapi/run-state.json, RunState). */
const BROKEN: Readonly<Record<string, string>> = {
  'internal-error': 'QEMU has paused the guest: KVM internal error',
  'io-error': 'this host could not read or write a disk, and QEMU has paused the guest',
};

/**
 * What went wrong with a disk's file (qapi/block-core.json). QEMU pauses a guest whose host has no space left, and gives it an I/O
 * error otherwise: neither is the guest's fault.
 */
function diskDetail(data: Readonly<Record<string, unknown>> | undefined): string {
  const { device, operation, reason } = data ?? {};
  const what = `this host could not ${operation} the file of ${device}: ${reason}`;
  return operation === 'write' ? `${what}; what a guest writes is kept in RUNNER_TEMP or TMPDIR` : what;
}

/** `CPU 0: RIP=ffffffff81000000 CPL=0, halted` of each CPU in `info registers -a` (target/i386/cpu-dump.c). */
function cpusOf(text: string): string[] {
  const parts = text.replaceAll('\r', '').split(/^CPU#(\d+)$/m);
  return parts.flatMap((part, index) => {
    const [, name, address] = /\b([RE]IP)=([0-9a-f]+)/.exec(part) ?? [];
    if (index % 2 === 1 || name === undefined) return [];
    const level = /\bCPL=(\d)/.exec(part)?.[1];
    const halted = /\bHLT=1/.test(part) ? ', halted' : '';
    return [
      `CPU ${parts[index - 1] || '0'}: ${name}=${address}${level === undefined ? '' : ` CPL=${level}`}${halted}`,
    ];
  });
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

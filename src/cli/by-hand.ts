/** Runs with somebody at the terminal: `tdx-boot shell`, `run --keep-on-failure`, `run --gdb`. */

import type { RunListener } from '../boot/run.ts';
import { gdbSocket } from '../prepare/plan.ts';
import type { Session } from '../process/session.ts';
import { forShell } from '../report/safe.ts';
import { consoles } from '../scenario/cmdline.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import { UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import type { Streams } from './context.ts';
import { TerminalHand } from './terminal-hand.ts';

export interface ByHandOptions {
  readonly keepOnFailure?: true;
  readonly gdb?: true;
  /** The terminal shows and types into this stream from the start. */
  readonly shell?: 'console' | 'serial';
}

/** What the options add to a run. */
interface ByHand extends Pick<RunListener, 'hand' | 'gdb'> {
  /** Gives the terminal back. To be called in every case. */
  release(): void;
}

/**
 * @throws UsageError code `no-gdb` for a Trust Domain, whose memory and registers no host can see
 */
export function byHand(
  { scenario }: LoadedScenario,
  { keepOnFailure, gdb, shell, json }: ByHandOptions & { readonly json?: true },
  { out, error }: Streams,
): ByHand {
  if (gdb === true && scenario.platform === 'tdx') {
    throw new UsageError('no-gdb', '--gdb: a host cannot see into a Trust Domain', {
      hint: 'Debug the same guest with --platform tdx-emulated, kvm or emulated.',
    });
  }
  if (shell === undefined && keepOnFailure !== true) {
    return { ...given({ gdb }), release: () => undefined };
  }
  const hand = new TerminalHand({
    name: scenario.name,
    stream: shell ?? consoleOf(scenario.guest?.cmdline),
    from: shell === undefined ? 'failure' : 'start',
    terminal: process.stdin.isTTY === true && out.isTerminal && json !== true,
    out,
    error,
  });
  return { hand, ...given({ gdb }), release: () => hand.release() };
}

/** Says how a gdb attaches, before the guest starts. */
export function announceGdb(
  { gdb }: ByHand,
  { scenario: { guest, platform } }: LoadedScenario,
  { workDir }: Session,
  { error }: Streams,
): void {
  if (gdb !== true) return;
  const remote = forShell(`target remote ${gdbSocket(workDir)}`);
  const advice = [
    ...(/(^|\s)nokaslr(\s|$)/.test(guest?.cmdline ?? '') ? [] : ['add nokaslr to the kernel command line']),
    // target/i386/helper.c of QEMU, x86_cpu_get_phys_page_attrs_debug(): walks the guest's tables, and not those below them.
    ...(platform === 'tdx-emulated'
      ? ['registers and breakpoints, no memory: QEMU cannot read that of a TD']
      : []),
  ];
  const noted = advice.length === 0 ? '' : `  (${advice.join('; ')})`;
  error.line(`gdb: gdb ${forShell(guest?.vmlinux ?? 'vmlinux')} -ex ${remote}${noted}`);
}

/** The stream of the kernel's last console, which is /dev/console; serial where the command line is on a disk. */
export function consoleOf(cmdline = ''): 'console' | 'serial' {
  return consoles(cmdline).at(-1)?.startsWith('hvc') === true ? 'console' : 'serial';
}

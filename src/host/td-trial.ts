/** Runs a Trust Domain of the TD monitor under KVM for a moment, to see whether this host's KVM can. */

import { fileURLToPath } from 'node:url';
import { escapeComma } from '../vmm/qemu-devices.ts';
import { ramLayout, ramOf, TCG_CPU, TD_MONITOR_ROM } from '../vmm/td-monitor.ts';
import { GIB } from '../words/units.ts';
import type { TdAccel } from '../words/words.ts';
import { type KvmTrial, reasonOf, tryGuest } from './kvm-trial.ts';

/** The conformance guest (script/build-td-conformance). src/host, dist/cli and dist/action are equally deep. */
const GUEST = fileURLToPath(new URL('../../td-monitor/conformance/td-conformance.fd', import.meta.url));
/** What the guest does first: it learns what TD it is in, with #VEs and TDCALLs, and ends the TD with ReportFatalError. */
const WORD = 'report-fatal-error';
/** QEMU's exit code for a TD that has reported a fatal error (td-monitor/README.md). */
const EXIT_CODE = 9;
/** Bytes of the guest. */
const MEMORY = GIB;
/** Longest time for the trial, in milliseconds: under TCG a quarter of a second is enough. */
const DEADLINE_MS = 20_000;

/**
 * @param qemu path of QEMU
 * @param accelerator `tcg` tests the trial itself
 * @throws the reason of `signal` when that aborts; HostError code `no-work-directory`
 */
export async function tryTdMonitor(
  qemu: string,
  signal?: AbortSignal,
  accelerator: TdAccel = 'kvm',
): Promise<KvmTrial> {
  return tryGuest({
    deadlineMs: DEADLINE_MS,
    signal,
    argvIn: () => [qemu, ...argumentsOf(accelerator)],
    read(answer) {
      if (answer.code === EXIT_CODE) return { works: true };
      const text = /text="(?<problem>[^":]+)/.exec(answer.stdout.toString('latin1'))?.groups?.problem;
      return { works: false, said: text ?? reasonOf(answer) };
    },
  });
}

function argumentsOf(accelerator: TdAccel): string[] {
  const cpu = accelerator === 'kvm' ? 'host' : TCG_CPU;
  return [
    ...['-machine', `q35,accel=${accelerator}${ramLayout(MEMORY)}`, '-cpu', cpu, '-m', `${ramOf(MEMORY)}M`],
    ...['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot', '-bios', TD_MONITOR_ROM],
    ...['-fw_cfg', `name=opt/org.tdx-boot/firmware,file=${escapeComma(GUEST)}`],
    ...['-fw_cfg', `name=opt/org.tdx-boot/conformance,string=${WORD}`],
    ...['-device', 'isa-debug-exit,iobase=0xf4,iosize=0x04'],
    ...['-chardev', 'stdio,id=log', '-device', 'isa-debugcon,iobase=0xe9,chardev=log'],
  ];
}

/** QEMU as a VMM: a Trust Domain, or the guest under KVM or TCG; nothing in the machine that was not asked for. */

import { join } from 'node:path';
import type { FirmwareFiles } from '../scenario/scenario.ts';
import { isTrustDomain } from '../words/words.ts';
import { askQemu } from './ask.ts';
import type { Backend, Channel, LaunchPlan, LaunchSpec, Program, Wire, Wiring } from './plan.ts';
import { escapeComma, guestDeviceArgs } from './qemu-devices.ts';
import { machineArgs, smbiosArgs, tdArgs } from './qemu-machine.ts';
import { QmpReader } from './qmp.ts';
import { TD_MONITOR_EXITS, tdMonitorArgs } from './td-monitor.ts';
import { virtiofsServers } from './virtiofsd.ts';

/** Inherited descriptors 0 to 2 are stdin, stdout and stderr. */
const FIRST_FD = 3;

export const qemu: Backend = {
  name: 'qemu',
  // RHEL and its relatives have QEMU outside of PATH.
  commands: ['qemu-system-x86_64', '/usr/libexec/qemu-kvm'],
  identify: async (path, platform) => {
    if (!isTrustDomain(platform)) return { name: 'qemu', path };
    const { version, tdxGuest } = await askQemu(path);
    return { name: 'qemu', path, version, tdx: tdxGuest };
  },
  plan: planQemu,
  control: (send, report) => new QmpReader(send, report),
  reboots: false,
  installHint: 'Install it: sudo apt-get install --no-install-recommends qemu-system-x86',
};

/**
 * Channels that QEMU writes to files: for the devices behind them QEMU does not wait. The agent's port makes the guest wait, and
 * QMP has a buffer without a limit.
 */
const UNTHROTTLED: ReadonlySet<Channel> = new Set(['console', 'serial', 'debugcon', 'td-module']);

/** With these in `vmm-args`, somebody means to hold the guest, or to halt it with a gdb: `cont` would take it out of their hands. */
const HELD_BY_HAND = /^--?(?:S|s|gdb)$/;

function planQemu(spec: LaunchSpec, wiring: Wiring, program: Program): LaunchPlan {
  const fds = new Map<number, Channel>();
  const fifos = new Map<Channel, string>();
  const wire = (channel: Channel): Wire => {
    if (wiring === 'files') return { file: `${channel}.log` };
    if (UNTHROTTLED.has(channel)) {
      const fifo = join(wiring.fifosIn, channel);
      fifos.set(channel, fifo);
      return { fifo };
    }
    const fd = FIRST_FD + fds.size;
    fds.set(fd, channel);
    return { fd };
  };
  const emulatedTd = spec.platform === 'tdx-emulated';
  const ends = emulatedTd ? { ends: TD_MONITOR_EXITS } : {};
  const paused = wiring !== 'files' && startsOnCommand(spec);
  const args = [
    ...machineArgs(spec),
    ...(spec.platform === 'tdx' ? tdArgs(spec, program) : []),
    ...(emulatedTd ? emulatedTdArgs(spec, wire('td-module')) : firmwareArgs(spec.firmware)),
    ...Object.entries(spec.fwCfg ?? {}).flatMap(([name, text]) => [
      '-fw_cfg',
      `name=${name},string=${escapeComma(text)}`,
    ]),
    ...smbiosArgs(spec),
    ...kernelArgs(spec),
    ...guestDeviceArgs({ ...spec, agent: spec.agent === true && wiring !== 'files' }, wiring, (channel) =>
      chardev(channel, wire(channel)),
    ),
    ...(wiring === 'files' ? [] : [...chardev('control', wire('control')), '-qmp', 'chardev:control']),
    ...(paused ? ['-S'] : []),
    ...gdbArgs(spec),
    ...(spec.vmmArgs ?? []),
  ];
  const servers = virtiofsServers(spec.shares, spec.virtiofsd, wiring);
  return {
    command: program.path,
    args,
    fds,
    fifos,
    writesFiles: true,
    stdout: 'vmm',
    copies: [],
    servers,
    ...ends,
    ...(paused && { paused }),
  };
}

/**
 * QEMU drops the events of a control channel that has not left negotiation mode (monitor/monitor.c, monitor_qapi_event_emit): the end
 * of a guest that ends at once would be lost. So the guest starts after that.
 */
function startsOnCommand({ gdbSocket, vmmArgs = [] }: LaunchSpec): boolean {
  return gdbSocket === undefined && !vmmArgs.some((argument) => HELD_BY_HAND.test(argument));
}

/** The TD monitor in place of a BIOS, the firmware in its hands, and its log on a stream. */
function emulatedTdArgs({ firmware, memory, tdMonitor, td }: LaunchSpec, log: Wire): string[] {
  const image = firmware !== undefined && 'image' in firmware ? firmware.image : '';
  return [...chardev('td-module', log), ...tdMonitorArgs(memory, escapeComma(image), tdMonitor, td)];
}

/** Flash chips are written by the guest, so its variables go to a throw-away overlay. */
function firmwareArgs(firmware: FirmwareFiles | undefined): string[] {
  if (firmware === undefined) return [];
  if ('image' in firmware) return ['-bios', firmware.image];
  return [
    ...['-drive', `if=pflash,unit=0,format=raw,readonly=on,file=${escapeComma(firmware.code)}`],
    ...['-drive', `if=pflash,unit=1,format=raw,snapshot=on,file=${escapeComma(firmware.vars)}`],
  ];
}

function kernelArgs(spec: LaunchSpec): string[] {
  if (spec.platform === 'tdx-emulated' && spec.payloadSections === true) return payloadArgs(spec);
  const { kernel, initrd, cmdline } = spec;
  return [
    ...(kernel === undefined ? [] : ['-kernel', kernel]),
    ...(initrd === undefined ? [] : ['-initrd', initrd]),
    ...(cmdline === undefined ? [] : ['-append', cmdline]),
  ];
}

function gdbArgs({ gdbSocket }: LaunchSpec): string[] {
  if (gdbSocket === undefined) return [];
  const path = escapeComma(gdbSocket);
  return ['-chardev', `socket,id=gdb,path=${path},server=on,wait=off`, '-gdb', 'chardev:gdb'];
}

/** QEMU fills no section of td-shim. The TD monitor does, from these files (td-monitor/README.md). */
function payloadArgs({ kernel, cmdline = '' }: LaunchSpec): string[] {
  if (kernel === undefined) return [];
  return [
    ...['-fw_cfg', `name=opt/org.tdx-boot/kernel,file=${escapeComma(kernel)}`],
    ...['-fw_cfg', `name=opt/org.tdx-boot/cmdline,string=${escapeComma(cmdline)}`],
  ];
}

function chardev(id: Channel, wire: Wire): string[] {
  if ('fd' in wire) return ['-chardev', `socket,id=${id},fd=${wire.fd}`];
  if ('fifo' in wire) return ['-chardev', `pipe,id=${id},path=${escapeComma(wire.fifo)}`];
  return ['-chardev', `file,id=${id},path=${wire.file}`];
}

/** QEMU as a VMM: a Trust Domain, or the guest under KVM or TCG; nothing in the machine that was not asked for. */

import { join } from 'node:path';
import type { Disk, FirmwareFiles } from '../scenario/scenario.ts';
import { askQemu } from './ask.ts';
import type { Backend, Channel, LaunchDisk, LaunchPlan, LaunchSpec, Program, Wire, Wiring } from './plan.ts';
import { QmpReader } from './qmp.ts';

/** Inherited descriptors 0 to 2 are stdin, stdout and stderr. */
const FIRST_FD = 3;
const MIB = 1024 * 1024;

export const qemu: Backend = {
  name: 'qemu',
  command: 'qemu-system-x86_64',
  identify: async (path, platform) => {
    if (platform !== 'tdx') return { name: 'qemu', path };
    const { version, tdxGuest } = await askQemu(path);
    return { name: 'qemu', path, version, tdx: tdxGuest };
  },
  plan: planQemu,
  control: (send, report) => new QmpReader(send, report),
  reboots: false,
  installHint: 'Install it: sudo apt-get install --no-install-recommends qemu-system-x86',
};

/**
 * The UART has no flow control: Linux waits 10 ms for it (8250_port.c, wait_for_lsr) and then overwrites. QEMU writes
 * it byte by byte, and a socket holds only some 300 such writes, so a short stall of ours would lose bytes; a pipe
 * holds 65536. The other devices make the guest wait.
 */
function planQemu(spec: LaunchSpec, wiring: Wiring, program: Program): LaunchPlan {
  const fds = new Map<number, Channel>();
  const fifos = new Map<Channel, string>();
  const wire = (channel: Channel): Wire => {
    if (wiring === 'files') return { file: `${channel}.log` };
    if (channel === 'serial') {
      const fifo = join(wiring.fifosIn, channel);
      fifos.set(channel, fifo);
      return { fifo };
    }
    const fd = FIRST_FD + fds.size;
    fds.set(fd, channel);
    return { fd };
  };
  const args = [
    ...machineArgs(spec),
    ...(spec.platform === 'tdx' ? tdArgs(spec) : []),
    ...firmwareArgs(spec.firmware),
    ...kernelArgs(spec),
    ...spec.disks.flatMap(diskArgs),
    ...(spec.network === 'user' ? ['-nic', 'user,model=virtio-net-pci'] : ['-nic', 'none']),
    ...[
      '-device',
      'virtio-serial-pci',
      ...chardev('console', wire('console')),
      '-device',
      'virtconsole,chardev=console',
    ],
    ...[...chardev('serial', wire('serial')), '-serial', 'chardev:serial'],
    ...[...chardev('debugcon', wire('debugcon')), '-device', 'isa-debugcon,iobase=0x402,chardev=debugcon'],
    ...(wiring === 'files' ? [] : [...chardev('control', wire('control')), '-qmp', 'chardev:control']),
  ];
  return { command: program.path, args, fds, fifos, stdout: 'vmm', copies: [] };
}

/**
 * `-no-reboot` turns every reset into an end. pvpanic lets a guest kernel report a panic that no console shows.
 */
function machineArgs({ platform, cpus, memory }: LaunchSpec): string[] {
  const td = platform === 'tdx' ? ',kernel-irqchip=split,confidential-guest-support=tdx0' : '';
  return [
    ...['-machine', `q35,accel=${platform === 'emulated' ? 'tcg' : 'kvm'}${td}`],
    ...['-cpu', platform === 'emulated' ? 'max' : 'host'],
    ...['-smp', String(cpus)],
    ...['-m', `${Math.ceil(memory / MIB)}M`],
    ...['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
    ...['-device', 'pvpanic-pci'],
  ];
}

/**
 * The object that makes the guest a TD, in JSON because only JSON takes a socket's address. What a TD reports as a
 * fatal error, and why KVM refused one, is printed only with `-d guest_errors`.
 */
function tdArgs({ quoteSocket }: LaunchSpec): string[] {
  const object = {
    'qom-type': 'tdx-guest',
    id: 'tdx0',
    ...(quoteSocket === undefined ? {} : { 'quote-generation-socket': quoteSocket }),
  };
  return ['-object', JSON.stringify(object), '-d', 'guest_errors'];
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

function kernelArgs({ kernel, initrd, cmdline }: LaunchSpec): string[] {
  return [
    ...(kernel === undefined ? [] : ['-kernel', kernel]),
    ...(initrd === undefined ? [] : ['-initrd', initrd]),
    ...(cmdline === undefined ? [] : ['-append', cmdline]),
  ];
}

const DISK_DEVICES: Readonly<Record<Disk['bus'], (id: string) => string>> = {
  virtio: (id) => `virtio-blk-pci,drive=${id}`,
  nvme: (id) => `nvme,drive=${id},serial=${id}`,
  sata: (id) => `ide-hd,drive=${id}`,
};

/** `snapshot=on`: the guest writes to a temporary overlay and the user's image stays as it is. */
function diskArgs(disk: LaunchDisk, index: number): string[] {
  const id = `disk${index}`;
  return [
    ...['-drive', `if=none,id=${id},format=${disk.format},snapshot=on,file=${escapeComma(disk.path)}`],
    ...['-device', DISK_DEVICES[disk.bus](id)],
  ];
}

function chardev(id: Channel, wire: Wire): string[] {
  if ('fd' in wire) return ['-chardev', `socket,id=${id},fd=${wire.fd}`];
  if ('fifo' in wire) return ['-chardev', `pipe,id=${id},path=${escapeComma(wire.fifo)}`];
  return ['-chardev', `file,id=${id},path=${wire.file}`];
}

/** In QEMU's option lists a comma is written twice. */
function escapeComma(path: string): string {
  return path.replaceAll(',', ',,');
}

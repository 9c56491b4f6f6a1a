/** Cloud Hypervisor as a VMM: boots a Trust Domain from TDVF and disks or from td-shim and a kernel, or a plain VM. */

import { join } from 'node:path';
import { PINS } from '../build/recipes/pins.ts';
import { given } from '../words/given.ts';
import { MIB } from '../words/units.ts';
import { AGENT_VSOCK_PORT } from './agent-socket.ts';
import { askCloudHypervisor } from './ask.ts';
import { eventReader } from './event-monitor.ts';
import type { Backend, Channel, LaunchPlan, LaunchSpec, Program, Wiring } from './plan.ts';
import { shareSocket, virtiofsServers } from './virtiofsd.ts';

/** The first inherited descriptor after stdin, stdout and stderr. */
const EVENT_FD = 3;

/** The context id of a guest whose scenario names none: the least that is no reserved one (linux/vm_sockets.h). */
const OWN_CID = 3;

/** The first release that knows `--disk image_type=`, without which the guest cannot write a raw disk's first sector. */
const FIRST_WITH_IMAGE_TYPE = 51;

export const cloudHypervisor: Backend = {
  name: 'cloud-hypervisor',
  commands: ['cloud-hypervisor'],
  identify: async (path) => {
    const { version, features } = await askCloudHypervisor(path);
    return { name: 'cloud-hypervisor', path, version, tdx: features.includes('tdx') };
  },
  plan: planCloudHypervisor,
  control: (_, report) => eventReader(report),
  reboots: true,
  installHint: 'Put a cloud-hypervisor on PATH, or build one with: tdx-boot firmware build cloud-hypervisor',
};

/**
 * Each stream gets a named pipe: Cloud Hypervisor writes to it as to a file, and the guest waits while the pipe is
 * full, so nothing is lost. A pty loses unread output when it is closed, a socket loses what is printed before we
 * connect. The debug port 0x402 prints on standard output (devices/src/legacy/fwdebug.rs).
 *
 * None of these takes input. The stream into which is typed is a `tty`: it writes to standard output, of which the guest waits
 * as it does for a pipe, and reads standard input where that is a terminal (vmm/src/serial_manager.rs, and
 * add_virtio_console_device in vmm/src/device_manager.rs). What is typed waits in a queue without a limit.
 */
function planCloudHypervisor(spec: LaunchSpec, wiring: Wiring, program: Program): LaunchPlan {
  const fifos = new Map<Channel, string>();
  const { typed } = spec;
  const file = (channel: Channel): string => {
    if (channel === typed) return 'tty';
    if (wiring === 'files') return `file=${channel}.log`;
    fifos.set(channel, join(wiring.fifosIn, channel));
    return `file=${quote(join(wiring.fifosIn, `${channel}.out`))}`;
  };
  const { disks, copies } = planDisks(spec, wiring, majorOf(program));
  const apiSocket = wiring === 'files' ? undefined : join(wiring.fifosIn, 'api.sock');
  const vsock = vsockOf(spec, wiring);
  const agent = spec.agent === true && wiring !== 'files' && vsock !== undefined;
  const args = [
    ...platformArgs(spec),
    ...payloadArgs(spec),
    ...['--cpus', `boot=${spec.cpus}${topologyOf(spec)}`],
    ...['--memory', `size=${Math.ceil(spec.memory / MIB)}M${memoryOf(spec)}`],
    ...(disks.length === 0 ? [] : ['--disk', ...disks]),
    ...sharesArgs(spec, wiring),
    ...networkArgs(spec),
    ...(vsock === undefined ? [] : ['--vsock', `cid=${vsock.cid},socket=${quote(vsock.socket)}`]),
    ...vfioArgs(spec),
    ...['--serial', file('serial')],
    ...['--console', file('console')],
    '--pvpanic',
    ...(apiSocket === undefined
      ? []
      : ['--event-monitor', `fd=${EVENT_FD}`, '--api-socket', `path=${quote(apiSocket)}`]),
    ...(spec.vmmArgs ?? []),
  ];
  return {
    command: program.path,
    args,
    fds: new Map(wiring === 'files' ? [] : [[EVENT_FD, 'control']]),
    fifos,
    stdout: typed ?? 'debugcon',
    typed: typed ?? 'none',
    copies,
    servers: virtiofsServers(spec.shares, spec.virtiofsd, wiring),
    ...given({
      apiSocket,
      agentSocket: agent ? `${vsock.socket}_${AGENT_VSOCK_PORT}` : undefined,
      leaves: spec.vsock?.socket,
    }),
  };
}

function payloadArgs({ firmware, kernel, initrd, cmdline }: LaunchSpec): string[] {
  return [
    ...(firmware === undefined || 'code' in firmware ? [] : ['--firmware', firmware.image]),
    ...(kernel === undefined ? [] : ['--kernel', kernel]),
    ...(initrd === undefined ? [] : ['--initramfs', initrd]),
    ...(cmdline === undefined ? [] : ['--cmdline', cmdline]),
  ];
}

/**
 * The guest writes to copies in the run's private directory; a read-only disk is used as it is. Cloud Hypervisor has no
 * throw-away overlays, distributions do not boot from `readonly=on`, and the qcow2 of v47.0 takes no raw image as backing
 * file (block/src/qcow/mod.rs, from_with_nesting_depth).
 */
function planDisks(
  { disks }: LaunchSpec,
  wiring: Wiring,
  major: number,
): { readonly disks: readonly string[]; readonly copies: LaunchPlan['copies'] } {
  const directory = wiring === 'files' ? '.' : wiring.fifosIn;
  const placed = disks.map((disk, index) => ({
    ...disk,
    used: disk.readOnly === true ? disk.path : join(directory, `disk${index}.${disk.format}`),
  }));
  const copies = placed.flatMap(({ path, used }): [string, string][] =>
    path === used ? [] : [[path, used]],
  );
  const options = placed.map(({ used, format, readOnly, serial }) =>
    [
      `path=${quote(used)}`,
      ...(readOnly === true ? ['readonly=on'] : []),
      ...(serial === undefined ? [] : [`serial=${serial}`]),
      ...(major < FIRST_WITH_IMAGE_TYPE ? [] : [`image_type=${format}`]),
    ].join(','),
  );
  return { disks: options, copies };
}

function platformArgs({ platform, smbios }: LaunchSpec): string[] {
  const { serial, uuid } = smbios?.system ?? {};
  const texts = smbios?.oemStrings ?? [];
  const options = [
    ...(platform === 'tdx' ? ['tdx=on'] : []),
    ...(serial === undefined ? [] : [`serial_number=${quote(serial)}`]),
    ...(uuid === undefined ? [] : [`uuid=${uuid}`]),
    ...(texts.length === 0 ? [] : [`oem_strings=[${texts.map(quote).join(',')}]`]),
  ];
  return options.length === 0 ? [] : ['--platform', options.join(',')];
}

/** Cloud Hypervisor counts from the inside: threads, cores, dies, packages. */
function topologyOf({ topology }: LaunchSpec): string {
  if (topology === undefined) return '';
  const { threads, cores, dies, sockets } = topology;
  return `,topology=${threads}:${cores}:${dies}:${sockets}`;
}

function memoryOf({ memoryBackend }: LaunchSpec): string {
  if (memoryBackend === undefined) return '';
  const { shared, prealloc, hugepages } = memoryBackend;
  return [
    ...(shared ? [',shared=on'] : []),
    ...(hugepages === undefined ? [] : [`,hugepages=on,hugepage_size=${hugepages}`]),
    ...(prealloc ? [',prefault=on'] : []),
  ].join('');
}

/** Without a network or with one that only QEMU has, which the compatibility table refuses, there is no card. */
function networkArgs({ network }: LaunchSpec): string[] {
  if (network === 'none' || network.type === 'user') return [];
  return ['--net', `tap=${network.interface}${network.mac === undefined ? '' : `,mac=${network.mac}`}`];
}

/** Without those by 9p, which the compatibility table refuses. */
function sharesArgs({ shares }: LaunchSpec, wiring: Wiring): string[] {
  const served = shares.filter(({ type }) => type === 'virtiofs');
  if (served.length === 0) return [];
  return ['--fs', ...served.map((share) => `tag=${share.tag},socket=${quote(shareSocket(share, wiring))}`)];
}

/** The agent comes over vsock, because the virtio-console has one port only. */
function vsockOf({ vsock, agent }: LaunchSpec, wiring: Wiring): { cid: number; socket: string } | undefined {
  if (vsock === undefined && (agent !== true || wiring === 'files')) return undefined;
  const socket = join(wiring === 'files' ? '.' : wiring.fifosIn, 'vsock.sock');
  return { cid: OWN_CID, socket, ...vsock };
}

function vfioArgs({ vfio = [] }: LaunchSpec): string[] {
  return vfio.flatMap((address) => ['--device', `path=/sys/bus/pci/devices/${address}/`]);
}

/** A program without a known version counts as the version that tdx-boot builds. */
function majorOf({ version = PINS.cloudHypervisor.version }: Program): number {
  return Number.parseInt(version.replace(/^v/, ''), 10);
}

/** In an option list a value with a comma stands in quotes (option_parser/src/lib.rs). */
function quote(path: string): string {
  return /[,[\]]/.test(path) ? `"${path}"` : path;
}

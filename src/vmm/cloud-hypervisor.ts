/** Cloud Hypervisor as a VMM: boots a Trust Domain from TDVF and disks or from td-shim and a kernel, or a plain VM. */

import { join } from 'node:path';
import { PINS } from '../build/recipes/pins.ts';
import { askCloudHypervisor } from './ask.ts';
import { eventReader } from './event-monitor.ts';
import type { Backend, Channel, LaunchPlan, LaunchSpec, Program, Wiring } from './plan.ts';

/** The first inherited descriptor after stdin, stdout and stderr. */
const EVENT_FD = 3;
const MIB = 1024 * 1024;

/** The first release that knows `--disk image_type=`, without which the guest cannot write a raw disk's first sector. */
const FIRST_WITH_IMAGE_TYPE = 51;

export const cloudHypervisor: Backend = {
  name: 'cloud-hypervisor',
  command: 'cloud-hypervisor',
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
 */
function planCloudHypervisor(spec: LaunchSpec, wiring: Wiring, program: Program): LaunchPlan {
  const fifos = new Map<Channel, string>();
  const file = (channel: Channel): string => {
    if (wiring === 'files') return `file=${channel}.log`;
    fifos.set(channel, join(wiring.fifosIn, channel));
    return `file=${quote(join(wiring.fifosIn, `${channel}.out`))}`;
  };
  const { disks, copies } = planDisks(spec, wiring, majorOf(program));
  const apiSocket = wiring === 'files' ? undefined : join(wiring.fifosIn, 'api.sock');
  const args = [
    ...(spec.platform === 'tdx' ? ['--platform', 'tdx=on'] : []),
    ...payloadArgs(spec),
    ...['--cpus', `boot=${spec.cpus}`],
    ...['--memory', `size=${Math.ceil(spec.memory / MIB)}M`],
    ...(disks.length === 0 ? [] : ['--disk', ...disks]),
    ...['--serial', file('serial')],
    ...['--console', file('console')],
    '--pvpanic',
    ...(apiSocket === undefined
      ? []
      : ['--event-monitor', `fd=${EVENT_FD}`, '--api-socket', `path=${quote(apiSocket)}`]),
  ];
  return {
    command: program.path,
    args,
    fds: new Map(wiring === 'files' ? [] : [[EVENT_FD, 'control']]),
    fifos,
    stdout: 'debugcon',
    copies,
    ...(apiSocket === undefined ? {} : { apiSocket }),
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
 * The guest writes to copies in the run's private directory. Cloud Hypervisor has no throw-away overlays,
 * distributions do not boot from `readonly=on`, and the qcow2 of v47.0 takes no raw image as backing file
 * (block/src/qcow/mod.rs, from_with_nesting_depth).
 */
function planDisks(
  { disks }: LaunchSpec,
  wiring: Wiring,
  major: number,
): { readonly disks: readonly string[]; readonly copies: LaunchPlan['copies'] } {
  const directory = wiring === 'files' ? '.' : wiring.fifosIn;
  const copies = disks.map(({ path, format }, index): [string, string] => [
    path,
    join(directory, `disk${index}.${format}`),
  ]);
  const options = copies.map(([, copy], index) => {
    const type = major < FIRST_WITH_IMAGE_TYPE ? '' : `,image_type=${disks[index]?.format}`;
    return `path=${quote(copy)}${type}`;
  });
  return { disks: options, copies };
}

/** A program without a known version counts as the version that tdx-boot builds. */
function majorOf({ version = PINS.cloudHypervisor.version }: Program): number {
  return Number.parseInt(version.replace(/^v/, ''), 10);
}

/** In an option list a value with a comma stands in quotes (option_parser/src/lib.rs). */
function quote(path: string): string {
  return /[,[\]]/.test(path) ? `"${path}"` : path;
}

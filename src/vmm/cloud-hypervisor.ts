/** Cloud Hypervisor as a VMM: a Trust Domain from TDVF and disks or from td-shim and a kernel, or the same without. */

import { join } from 'node:path';
import { askCloudHypervisor } from './ask.ts';
import { eventReader } from './event-monitor.ts';
import type { Backend, Channel, LaunchPlan, LaunchSpec, LaunchWish, Program, Wiring } from './plan.ts';

/** The first inherited descriptor after stdin, stdout and stderr. */
const EVENT_FD = 3;
const MIB = 1024 * 1024;

/** Releases in which its options changed, read in the sources of their tags. */
const FIRST_WITH_PVPANIC = 35;
/** Commit dd8687ae: `--firmware` and `--kernel` together are refused, for a TD as well. */
const FIRST_WITHOUT_FIRMWARE_AND_KERNEL = 48;
/** `--disk image_type=`; without it, a raw disk's first sector cannot be written. */
const FIRST_WITH_IMAGE_TYPE = 51;
/** `compile_error!("Feature 'tdx' is broken.")` */
const FIRST_WITHOUT_TDX = 53;
/** Which options an unknown program is planned for: the last release that boots both firmwares. */
const DEFAULT_VERSION = '47.0';

export const cloudHypervisor: Backend = {
  name: 'cloud-hypervisor',
  platforms: ['tdx', 'kvm'],
  command: 'cloud-hypervisor',
  identify: async (path) => {
    const { version, features } = await askCloudHypervisor(path);
    return { path, version, tdx: features.includes('tdx') };
  },
  unsuitable,
  plan: planCloudHypervisor,
  control: (_, report) => eventReader(report),
  reboots: true,
  installHint: 'Put a cloud-hypervisor on PATH, or build one with: tdx-boot firmware build cloud-hypervisor',
  unsuitableHint:
    'Name a version with vmm-ref (v47.0 boots both firmwares), change the guest, or use vmm: qemu.',
};

/**
 * Why a program cannot make this guest; undefined when it can. Otherwise the guest would be another one than asked for,
 * or Cloud Hypervisor would refuse it with words that name no way out.
 */
function unsuitable(wish: LaunchWish, { version = DEFAULT_VERSION, tdx }: Program): string | undefined {
  const { platform, firmware, kernel, initrd, disks, typesInto } = wish;
  const major = majorOf(version);
  const rules: readonly (readonly [boolean, string])[] = [
    [major < FIRST_WITH_PVPANIC, `version ${version} is older than v${FIRST_WITH_PVPANIC}.0`],
    [
      platform === 'tdx' && tdx === false && major >= FIRST_WITHOUT_TDX,
      `version ${version} cannot make Trust Domains: from v${FIRST_WITHOUT_TDX}.0 on it cannot be built with TDX`,
    ],
    [
      platform === 'tdx' && tdx === false,
      `version ${version} was built without --features tdx, as all release binaries are`,
    ],
    [platform === 'tdx' && firmware === undefined, 'a Trust Domain needs a firmware'],
    [
      platform === 'tdx' && kernel !== undefined && major >= FIRST_WITHOUT_FIRMWARE_AND_KERNEL,
      `version ${version} takes no kernel beside a firmware: td-shim with a kernel needs v47.0 or older`,
    ],
    [
      platform === 'tdx' && initrd !== undefined,
      'it gives a Trust Domain no initrd: build the initramfs into the kernel, or boot from a disk',
    ],
    [
      platform === 'kvm' && firmware !== undefined && kernel !== undefined,
      'without a Trust Domain it boots a firmware or a kernel, not both',
    ],
    [
      platform === 'kvm' && firmware !== undefined && 'request' in firmware,
      'without a Trust Domain its firmware is an ELF program with a PVH entry, such as CLOUDHV.fd',
    ],
    [firmware !== undefined && 'code' in firmware, 'it has no flash chips: name one firmware image'],
    [disks.some(({ bus }) => bus !== 'virtio'), 'its disks are virtio only'],
    [wish.network === 'user', 'it has no user network'],
    [wish.quoteSocket !== undefined, 'it connects no quote generation socket'],
    [typesInto.length > 0, 'nothing can be typed into its consoles'],
  ];
  return rules.find(([broken]) => broken)?.[1];
}

/**
 * Each stream gets a named pipe: Cloud Hypervisor writes to it as to a file, the guest waits when it is full, and
 * nothing is lost. A pty loses what was not read when it is closed, a socket what was printed before we connect. Its
 * device at the debug port 0x402 prints on standard output (devices/src/legacy/fwdebug.rs).
 */
function planCloudHypervisor(spec: LaunchSpec, wiring: Wiring, program: Program): LaunchPlan {
  const fifos = new Map<Channel, string>();
  const file = (channel: Channel): string => {
    if (wiring === 'files') return `file=${channel}.log`;
    fifos.set(channel, join(wiring.fifosIn, channel));
    return `file=${quote(join(wiring.fifosIn, `${channel}.out`))}`;
  };
  const { disks, copies } = planDisks(spec, wiring, majorOf(program.version ?? DEFAULT_VERSION));
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
 * The guest writes to copies in the run's private directory. Cloud Hypervisor has no throw-away overlay of its own,
 * `readonly=on` is not what a distribution boots from, and the qcow2 of v47.0 takes no raw image as backing file
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

function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}

/** In an option list a value with a comma stands in quotes (option_parser/src/lib.rs). */
function quote(path: string): string {
  return /[,[\]]/.test(path) ? `"${path}"` : path;
}

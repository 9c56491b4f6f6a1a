/** What a guest cannot have because its kernel has no driver for it, as the configuration beside the kernel says. */

import { candidates } from '../compat/choose.ts';
import { consoles } from '../scenario/cmdline.ts';
import type { BootScenario, Share, Where } from '../scenario/scenario.ts';
import type { Path } from '../scenario/tree.ts';
import { isTrustDomain } from '../words/words.ts';
import type { Driver, DriverOption, Hit, LintRule, LintSubject } from './rule.ts';

const READ =
  'Read in config-RELEASE beside the kernel, or in the .config of its build; a module that the probe guest needs is looked for beside the kernel.';

/** Of a module. */
const NOT_FOUND = 'which was not found beside the kernel, in guest.modules or on this machine';

/** A place in a scenario and the options of the kernel that it needs. */
interface Need {
  readonly at: Path | Where;
  readonly what: string;
  readonly options: readonly DriverOption[];
}

export const DRIVER_RULES: readonly LintRule[] = [
  {
    id: 'hvc0-without-driver',
    severity: 'warning',
    explanation: `console=hvc0 prints nothing without CONFIG_VIRTIO_CONSOLE: as a module it has to be loaded by an initrd. ${READ}`,
    reference: 'Linux drivers/char/Kconfig, VIRTIO_CONSOLE',
    find: ({ scenario: { guest }, kernel }) => {
      if (!consoles(guest.cmdline).includes('hvc0')) return [];
      const driver = kernel?.driver?.('VIRTIO_CONSOLE');
      const isLoaded = driver === 'built-in' || (driver === 'module' && guest.initrd !== undefined);
      if (driver === undefined || isLoaded) return [];
      const whys = {
        absent: 'has no driver for it (CONFIG_VIRTIO_CONSOLE is not set)',
        missing: `has its driver as a module (CONFIG_VIRTIO_CONSOLE=m), ${NOT_FOUND}`,
        module: 'has its driver as a module, and no initrd loads it (CONFIG_VIRTIO_CONSOLE=m)',
      };
      const why = whys[driver];
      return {
        at: ['guest', 'cmdline'],
        message: `console=hvc0 prints nothing: kernel ${kernel?.release} ${why}`,
        hint: 'Use console=ttyS0, or a kernel with CONFIG_VIRTIO_CONSOLE=y.',
      };
    },
  },
  {
    id: 'run-without-driver',
    severity: 'error',
    explanation: `The agent takes commands through CONFIG_VIRTIO_CONSOLE, under Cloud Hypervisor through CONFIG_VIRTIO_VSOCKETS. Without it, a command can only be typed at a prompt that a step has expected. ${READ}`,
    reference: 'Linux drivers/char/Kconfig, VIRTIO_CONSOLE; net/vmw_vsock/Kconfig, VIRTIO_VSOCKETS',
    find: (subject) => lacking(subject, runNeeds(subject.scenario), LOGS_IN),
  },
  {
    id: 'share-without-driver',
    severity: 'error',
    explanation: `A share is mounted by a kernel with its file system: CONFIG_NET_9P_VIRTIO and CONFIG_9P_FS, or CONFIG_VIRTIO_FS; one at / needs CONFIG_OVERLAY_FS, too. ${READ}`,
    reference: 'Linux net/9p/Kconfig, fs/9p/Kconfig, fs/fuse/Kconfig, fs/overlayfs/Kconfig',
    find: (subject) => {
      const needs = shareNeeds(subject.scenario);
      return needs.length === 0 ? [] : lacking(subject, needs, otherShare(subject));
    },
  },
  {
    id: 'device-without-driver',
    severity: 'warning',
    explanation: `A network needs CONFIG_VIRTIO_NET, vsock CONFIG_VIRTIO_VSOCKETS, a root on a disk CONFIG_VIRTIO_BLK and CONFIG_EXT4_FS. ${READ}`,
    reference: 'Linux drivers/net/Kconfig, net/vmw_vsock/Kconfig, drivers/block/Kconfig, fs/ext4/Kconfig',
    find: (subject) => lacking(subject, deviceNeeds(subject.scenario), 'Use a kernel that has it.'),
  },
];

const MODULES = 'Let guest.modules name the directory that has lib/modules/RELEASE of this kernel.';
const LOGS_IN = 'Use a kernel that has it, or let steps before it log in until the guest shows a prompt.';

/** The first command, unless a step before it waits for what may be a prompt. */
function runNeeds({ rules: { steps }, vmm, platform }: BootScenario): Need[] {
  const first = steps.find(({ kind }) => kind !== 'send');
  const [program, ...others] = candidates(vmm, platform);
  if (first?.kind !== 'run' || others.length > 0) return [];
  const option = program === 'cloud-hypervisor' ? 'VIRTIO_VSOCKETS' : 'VIRTIO_CONSOLE';
  return [{ at: first.where, what: 'the agent that runs this command', options: [option] }];
}

const OF_TYPE: Readonly<Record<Share['type'], readonly DriverOption[]>> = {
  '9p': ['NET_9P_VIRTIO', '9P_FS'],
  virtiofs: ['VIRTIO_FS'],
};
const OF_ROOT: readonly DriverOption[] = ['OVERLAY_FS'];

function shareNeeds({ guest }: BootScenario): Need[] {
  return guest.shares
    .filter(({ target }) => target !== undefined)
    .map(({ source, target, type }) => ({
      at: ['guest', 'shares', source],
      what: `this share by ${type}`,
      options: [...OF_TYPE[type], ...(target === '/' ? OF_ROOT : [])],
    }));
}

/** What may be used instead. A Trust Domain under QEMU has no virtiofs: see the row `qemu-td-virtiofs`. */
function otherShare({ kernel, scenario: { vmm, platform } }: LintSubject): string {
  const hasDriver = ['built-in', 'module'].includes(kernel?.driver?.('VIRTIO_FS') ?? 'absent');
  const hasDevice = !(isTrustDomain(platform) && candidates(vmm, platform).includes('qemu'));
  return hasDriver && hasDevice
    ? 'Say type: virtiofs, which this kernel has, or use another kernel.'
    : 'Use a kernel that has it.';
}

function deviceNeeds({ guest }: BootScenario): Need[] {
  const need = (key: string, what: string, ...options: readonly DriverOption[]): Need[] => [
    { at: ['guest', key], what, options },
  ];
  return [
    ...(guest.network === 'none' ? [] : need('network', 'this network', 'VIRTIO_NET')),
    ...(guest.vsock === undefined ? [] : need('vsock', 'vsock', 'VIRTIO_VSOCKETS')),
    ...(guest.root?.as === 'disk' ? need('root', 'this root', 'VIRTIO_BLK', 'EXT4_FS') : []),
  ];
}

function lacking({ kernel }: LintSubject, needs: readonly Need[], hint: string): Hit[] {
  return needs.flatMap(({ at, what, options }) => {
    const named = (status: Driver): string =>
      options
        .filter((option) => kernel?.driver?.(option) === status)
        .map((option) => `CONFIG_${option}${status === 'missing' ? '=m' : ''}`)
        .join(', ');
    const [absent, missing] = [named('absent'), named('missing')];
    const message = `kernel ${kernel?.release} has no driver for ${what}: `;
    if (absent !== '') return [{ at, message: `${message}${absent}`, hint }];
    if (missing === '') return [];
    return [{ at, message: `${message}${missing}, ${NOT_FOUND}`, hint: MODULES }];
  });
}

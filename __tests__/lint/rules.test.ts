/** The documented limits: for each rule a scenario that breaks it, and a similar scenario that does not. */

import { describe, expect, test } from '@jest/globals';
import type { Demand, Need } from '../../src/compat/combination.ts';
import { parsePattern } from '../../src/console/pattern.ts';
import { describeLint, lint, RULES } from '../../src/lint/lint.ts';
import { consoles, type KernelFile, type LintSubject, parameters } from '../../src/lint/rule.ts';
import type {
  Assertion,
  BootScenario,
  Firmware,
  Guest,
  Scenario,
  Step,
} from '../../src/scenario/scenario.ts';
import type { Path } from '../../src/scenario/text.ts';
import { REGISTERS, type Register } from '../../src/tdx/names.ts';
import type { PinSet } from '../../src/words/words.ts';
import { anyOrder, expects, rules, sends, WHERE } from '../support/rules.ts';

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
const KERNEL: KernelFile = { release: '6.12.0', size: 12 * MIB, bzImage: true };
const INTEL: KernelFile = { ...KERNEL, release: '6.2.16-mvp20v2+8-generic' };
const FLASH = { code: '/c', vars: '/v' } as const;
const DISK = { path: '/disk.img', bus: 'virtio' } as const;

interface Told {
  readonly platform?: Scenario['platform'];
  readonly vmm?: Scenario['vmm'];
  readonly vmmRef?: string;
  readonly firmware?: Demand['firmware'];
  readonly files?: Firmware;
  readonly needs?: readonly Need[];
  readonly guest?: Partial<Guest>;
  readonly timeoutMs?: number;
  readonly silenceMs?: number;
  readonly kernel?: KernelFile;
  readonly steps?: readonly Step[];
  /** Patterns of failures that are allowed. */
  readonly allow?: readonly string[];
  readonly disks?: LintSubject['disks'];
  /** Registers that are asserted as expected. */
  readonly expected?: readonly Register[];
}

const TDVF: Told = { firmware: { kind: 'tdvf', release: 'edk2-stable202511' } };
const TD_SHIM: Told = { firmware: { kind: 'td-shim', release: 'v0.8.0' }, vmm: 'cloud-hypervisor' };
const PIN: Told = { firmware: { kind: 'tdvf', release: 'edk2-stable202211-242-g13b97736c8' } };
const CH: Told = { ...TDVF, vmm: 'cloud-hypervisor' };

/** A TD with TDVF and a disk, of which nothing is to be said. */
function subject(told: Told): LintSubject {
  const { platform = 'tdx', vmm = 'auto', firmware = { kind: 'tdvf' }, kernel } = told;
  const files: Firmware = told.files ?? { image: '/image.fd' };
  const cmdline = 'console=hvc0';
  const loads = kernel === undefined ? { disks: [DISK] } : { kernel: '/bzImage', cmdline, disks: [] };
  const guest: Guest = {
    files: [],
    shares: [],
    ...loads,
    cpus: 1,
    memory: 1024 * MIB,
    network: 'none',
    ...told.guest,
  };
  const scenario: BootScenario = {
    name: 'lint',
    tdMonitor: {
      host: 'upstream',
      mode: 'faithful',
      cpuid: 'compatible',
      serial: 'native',
      hugePages: false,
      accel: 'tcg',
      cet: false,
    },
    platform,
    vmm,
    ...(told.vmmRef === undefined ? {} : { vmmRef: told.vmmRef }),
    ...(firmware === 'none' ? {} : { firmware: files }),
    guest,
    rules: rules(told.steps ?? ['login:'], {
      allow: (told.allow ?? []).map((text) => ({ pattern: parsePattern(text), reason: 'known' })),
      ...(told.expected && { measurements: told.expected.map(expected) }),
      ...(told.timeoutMs === undefined ? {} : { timeoutMs: told.timeoutMs }),
      ...(told.silenceMs === undefined ? {} : { silenceMs: told.silenceMs }),
    }),
    outputLimit: MIB,
  };
  const payload = guest.kernel !== undefined ? 'kernel' : guest.disks.length > 0 ? 'disk' : 'executable';
  const needs = told.needs ?? [];
  const demand: Demand = {
    ...{ platform, firmware, payload, cpus: guest.cpus, needs },
    guestKernel: kernel?.release,
  };
  return { scenario, demand, kernel, disks: told.disks ?? [] };
}

function expected(register: Register): Assertion {
  return { register, holds: 'expected', where: { ...WHERE, file: register } };
}

function request(
  name: 'tdvf' | 'td-shim',
  build: 'release' | 'debug',
  defines: string[] = [],
  pins?: PinSet,
): Told {
  const files = { request: { name, build, defines, ...(pins === undefined ? {} : { pins }) } };
  return { firmware: { kind: name }, files, ...(name === 'td-shim' ? { vmm: 'cloud-hypervisor' } : {}) };
}

/** Rule and path of every finding. */
function found(told: Told): string[] {
  const paths: Path[] = [];
  const findings = lint(subject(told), (path) => {
    paths.push(path);
    return { file: path.join('.'), line: 1, column: paths.length };
  });
  return findings.map(({ rule, where }) => `${rule} ${where.file}`);
}

const LACKING = { lacks: 'an EFI System Partition', cmdlines: [] };
const cmdline = (text: string) => ({ file: 'loader/entries/a.conf', text });

type Rows = readonly (readonly [limit: string, told: Told, ...found: string[]])[];

const ROWS: Rows = [
  [
    'a serial port that the VM does not have',
    { ...TDVF, kernel: KERNEL, guest: { cmdline: 'console=ttyS3,115200' } },
    'console-not-a-stream guest.cmdline',
  ],
  [
    'a screen as the last console',
    { ...TDVF, kernel: KERNEL, guest: { cmdline: 'console=ttyS0 console=tty0' } },
    'console-not-a-stream guest.cmdline',
  ],
  [
    'a screen as the first console',
    { ...TDVF, kernel: KERNEL, guest: { cmdline: 'console=tty0 console=hvc0' } },
  ],
  ['hvc0 with its driver', { ...TDVF, kernel: { ...KERNEL, drivers: { VIRTIO_CONSOLE: 'built-in' } } }],
  [
    'hvc0 and a kernel without its driver',
    { ...TDVF, kernel: { ...KERNEL, drivers: { VIRTIO_CONSOLE: 'absent' } } },
    'hvc0-without-driver guest.cmdline',
  ],
  [
    'hvc0 and a module that no initrd loads',
    { ...TDVF, kernel: { ...KERNEL, drivers: { VIRTIO_CONSOLE: 'module' } } },
    'hvc0-without-driver guest.cmdline',
  ],
  [
    'hvc0 and a module that an initrd may load',
    { ...TDVF, kernel: { ...KERNEL, drivers: { VIRTIO_CONSOLE: 'module' } }, guest: { initrd: '/initrd' } },
  ],
  [
    'a serial port and a kernel without the driver of hvc0',
    {
      ...TDVF,
      kernel: { ...KERNEL, drivers: { VIRTIO_CONSOLE: 'absent' } },
      guest: { cmdline: 'console=ttyS0' },
    },
  ],
  [
    'a share and a kernel without its file system',
    {
      ...TDVF,
      platform: 'emulated',
      kernel: { ...KERNEL, drivers: { NET_9P_VIRTIO: 'absent', '9P_FS': 'module', OVERLAY_FS: 'module' } },
      guest: { shares: [{ source: '/srv', target: '/', type: '9p', tag: 'share1', write: false }] },
    },
    'share-without-driver guest.shares./srv',
  ],
  [
    'a network and a kernel without its driver',
    {
      ...TDVF,
      kernel: { ...KERNEL, drivers: { VIRTIO_NET: 'absent' } },
      guest: { network: { type: 'tap', interface: 'tap0' } },
    },
    'device-without-driver guest.network',
  ],
  ['a TD with TDVF and a disk', TDVF],
  ['a TD without firmware', { firmware: 'none' }, 'td-without-firmware platform'],
  ['a VM without firmware', { firmware: 'none', platform: 'kvm' }],
  ['flash chips in a TD', { firmware: {}, files: FLASH, needs: ['flash'] }, 'td-flash firmware'],
  ['flash chips in a VM', { firmware: {}, files: FLASH, needs: ['flash'], platform: 'emulated' }],
  ['td-shim and a disk', TD_SHIM, 'td-shim-without-kernel guest'],
  ['td-shim and a kernel', { ...TD_SHIM, kernel: KERNEL }],
  [
    'td-shim and a unified kernel image',
    { ...TD_SHIM, kernel: { release: '', size: MIB, bzImage: false } },
    'td-shim-payload guest.kernel',
  ],
  ['td-shim and 32 MiB of kernel', { ...TD_SHIM, kernel: { ...KERNEL, size: 32 * MIB } }],
  [
    'td-shim and a byte more',
    { ...TD_SHIM, kernel: { ...KERNEL, size: 32 * MIB + 1 } },
    'td-shim-payload guest.kernel',
  ],
  ['TDVF and 33 MiB of kernel', { ...TDVF, kernel: { ...KERNEL, size: 33 * MIB } }],
  [
    'td-shim and 4095 bytes of command line',
    { ...TD_SHIM, kernel: KERNEL, guest: { cmdline: `console=hvc0 ${'x'.repeat(4082)}` } },
  ],
  [
    'td-shim and a byte more',
    { ...TD_SHIM, kernel: KERNEL, guest: { cmdline: `console=hvc0 ${'x'.repeat(4083)}` } },
    'td-shim-cmdline guest.cmdline',
  ],
  [
    'Cloud Hypervisor, TDVF and a kernel',
    { ...TDVF, kernel: KERNEL, vmm: 'cloud-hypervisor' },
    'ch-tdvf-kernel guest.kernel',
  ],
  ['QEMU, TDVF and a kernel', { ...TDVF, kernel: KERNEL, vmm: 'qemu' }],
  [
    'a disk without a partition table',
    { ...TDVF, disks: [{ lacks: 'a partition table', cmdlines: [] }] },
    'disk-not-bootable guest.disks.0',
  ],
  ['the same without a firmware', { firmware: 'none', platform: 'kvm', disks: [LACKING] }],
  ['the same beside a kernel', { ...TDVF, kernel: KERNEL, guest: { disks: [DISK] }, disks: [LACKING] }],
  ['a second disk of which nothing is known', { ...TDVF, disks: [LACKING, undefined] }],
  [
    'a disk whose second command line names no console',
    { ...TDVF, disks: [{ cmdlines: [cmdline('console=hvc0'), cmdline('root=/dev/vda2 quiet')] }] },
    'no-console-on-disk guest.disks.0',
  ],
  [
    'a disk whose last console is a screen',
    { ...TDVF, disks: [{ cmdlines: [cmdline('console=ttyS0 console=tty1')] }] },
    'console-not-a-stream guest.disks.0',
  ],
  [
    'the same beside a kernel, which has a command line of its own',
    {
      ...TDVF,
      kernel: KERNEL,
      guest: { cmdline: 'console=hvc0' },
      disks: [{ cmdlines: [cmdline('console=ttyS0 console=tty1')] }],
    },
  ],
  ['a disk whose command line names one', { ...TDVF, disks: [{ cmdlines: [cmdline('console=ttyS0')] }] }],
  ['192 MiB for TDVF', { ...TDVF, guest: { memory: 192 * MIB } }],
  ['190 MiB for TDVF', { ...TDVF, guest: { memory: 190 * MIB } }, 'tdvf-memory guest.memory'],
  ['an odd size for TDVF', { ...TDVF, guest: { memory: 2815 * MIB } }, 'odd-size-of-small-td guest.memory'],
  ['an odd size that q35 splits', { ...TDVF, guest: { memory: 2817 * MIB } }],
  ['an odd size for td-shim', { ...TD_SHIM, kernel: KERNEL, guest: { memory: 1025 * MIB } }],
  ['an odd size without a TD', { ...TDVF, platform: 'kvm', guest: { memory: 1025 * MIB } }],
  [
    'an emulated TD that has no room for its private pages',
    { ...TDVF, platform: 'tdx-emulated', guest: { memory: 2560 * MIB } },
    'dma-unchecked guest.memory',
  ],
  ['an emulated TD of 2 GiB', { ...TDVF, platform: 'tdx-emulated', guest: { memory: 2 * GIB } }],
  ['an emulated TD of 2816M', { ...TDVF, platform: 'tdx-emulated', guest: { memory: 2816 * MIB } }],
  ['2560M in a TD', { ...TDVF, guest: { memory: 2560 * MIB } }],
  ['67000 MiB in a TD', { ...TDVF, guest: { memory: 67_000 * MIB } }, 'odd-size-of-large-td guest.memory'],
  ['67000 MiB without a TD', { ...TDVF, platform: 'kvm', guest: { memory: 67_000 * MIB } }],
  ['66 GiB in a TD', { ...TDVF, guest: { memory: 66 * 1024 * MIB } }],
  ['60.5 GiB in a TD', { ...TDVF, guest: { memory: 60.5 * 1024 * MIB } }],
  [
    '128 GiB that the kernel accepts as it needs them, in 30 s',
    { ...TDVF, kernel: KERNEL, guest: { memory: 128 * GIB }, timeoutMs: 30_000, silenceMs: 20_000 },
  ],
  [
    '512 GiB that the kernel accepts as it needs them, in 90 s',
    { ...TDVF, kernel: KERNEL, guest: { memory: 512 * GIB }, timeoutMs: 90_000 },
    'time-of-large-td timeout',
  ],
  [
    '128 GiB that a kernel before 6.5 makes the firmware accept, in 2 min, and silent for 1 min',
    {
      ...{ ...TDVF, kernel: { ...KERNEL, release: '6.2.0' }, guest: { memory: 128 * GIB } },
      ...{ timeoutMs: 120_000, silenceMs: 60_000 },
    },
    'time-of-large-td timeout',
    'time-of-large-td silence',
  ],
  [
    '128 GiB that are accepted at once, because the command line says so',
    {
      ...{ ...TDVF, kernel: KERNEL, timeoutMs: 120_000 },
      guest: { memory: 128 * GIB, cmdline: 'console=hvc0 accept_memory=eager' },
    },
    'time-of-large-td timeout',
  ],
  [
    '64 GiB that td-shim accepts',
    { ...TD_SHIM, kernel: KERNEL, guest: { memory: 64 * GIB }, timeoutMs: 60_000 },
    'time-of-large-td timeout',
  ],
  [
    '64 GiB that a td-shim with lazy-accept leaves to the kernel',
    {
      ...{ ...request('td-shim', 'debug', ['lazy-accept']), kernel: KERNEL, timeoutMs: 60_000 },
      firmware: { kind: 'td-shim', release: 'v0.8.0', defines: ['lazy-accept'] },
      guest: { memory: 64 * GIB },
    },
  ],
  [
    '128 vCPUs in a minute, and silent for half of it',
    { ...TDVF, kernel: KERNEL, guest: { cpus: 128 }, timeoutMs: 60_000, silenceMs: 30_000 },
    'time-of-large-td timeout',
    'time-of-large-td silence',
  ],
  [
    '512 GiB without a TD',
    { ...TDVF, platform: 'kvm', kernel: KERNEL, guest: { memory: 512 * GIB }, timeoutMs: 9000 },
  ],
  [
    '191 MiB without a TD',
    { ...TDVF, platform: 'emulated', guest: { memory: 191 * MIB } },
    'tdvf-memory guest.memory',
  ],
  ['64 MiB without TDVF', { firmware: 'none', platform: 'kvm', guest: { memory: 64 * MIB } }],

  ...['/ #', '# ', '$ ', '/[#$] /', '/./', '> '].map(
    (prompt) =>
      [
        `a prompt as general as ${prompt}`,
        { ...TDVF, steps: [expects(prompt)] },
        'generic-prompt scenario.yml',
      ] as const,
  ),
  ...['/# $/', '/^/ # /', 'root@td:~# ', 'login: ', '# tdx-boot probe: done', 'on / # from fstab'].map(
    (prompt) => [`a prompt such as ${prompt}`, { ...TDVF, steps: [expects(prompt)] }] as const,
  ),
  [
    'a general prompt in a group',
    { ...TDVF, steps: [anyOrder([expects('login: '), expects('# ')])] },
    'generic-prompt scenario.yml',
  ],
  [
    'the same text twice in a group, which one line meets',
    { ...TDVF, steps: [anyOrder([expects('link up'), expects('login: '), expects('link up')])] },
    'twice-in-any-order scenario.yml',
  ],
  [
    'the same text in a group, on two streams, and again in a step',
    {
      ...TDVF,
      steps: [
        anyOrder([expects('up', { stream: 'serial' }), expects('up', { stream: 'console' })]),
        expects('up'),
      ],
    },
  ],
  ...['/./', '/.*:/', '/panic|lockup/'].map(
    (pattern) =>
      [
        `failures of several kinds, allowed by ${pattern}`,
        { ...TDVF, allow: [pattern] },
        'allows-any-failure allow.0.match',
      ] as const,
  ),
  ...['/soft lockup/', 'Kernel panic', '/BUG: .* in list_del/'].map(
    (pattern) => [`one failure, allowed by ${pattern}`, { ...TDVF, allow: [pattern] }] as const,
  ),
  [
    'a step that the command line meets',
    { ...TDVF, kernel: KERNEL, steps: [expects('hvc0')] },
    'step-in-cmdline scenario.yml',
  ],
  ['a step that its name meets', { ...TDVF, kernel: KERNEL, steps: [expects('Kernel command line')] }],
  [
    'the same words as an answer to what is sent',
    { ...TDVF, kernel: KERNEL, steps: [expects('login: '), sends('root\n'), expects('hvc0')] },
  ],

  [
    'predictions of a disk: MRTD and RTMR3',
    { ...TDVF, expected: REGISTERS },
    'unpredictable-measurement rtmr0',
    'unpredictable-measurement rtmr1',
    'unpredictable-measurement rtmr2',
  ],
  [
    'predictions of td-shim and a kernel: not RTMR0',
    { ...TD_SHIM, kernel: KERNEL, expected: REGISTERS },
    'unpredictable-measurement rtmr0',
  ],
  [
    'predictions of a payload in the image: not RTMR1',
    { firmware: { kind: 'td-shim-executable' }, kernel: KERNEL, expected: ['rtmr1', 'rtmr2'] },
    'unpredictable-measurement rtmr1',
  ],
  [
    'predictions of TDVF, a kernel and QEMU: all',
    { ...TDVF, kernel: KERNEL, vmm: 'qemu', expected: REGISTERS },
  ],
  ['predictions of an image of which nothing is known', { firmware: {}, expected: REGISTERS }],

  ['a kernel without console=', { kernel: KERNEL, guest: { cmdline: 'quiet' } }, 'no-console guest.cmdline'],
  ['a kernel without a command line', { kernel: KERNEL, guest: { cmdline: '' } }, 'no-console guest.cmdline'],
  [
    'a parameter that only ends in console=',
    { kernel: KERNEL, guest: { cmdline: 'netconsole=eth0' } },
    'no-console guest.cmdline',
  ],
  ['a disk, whose loader has the command line', TDVF],
  [
    "Intel's guest tree on ttyS0",
    { kernel: INTEL, guest: { cmdline: 'console=ttyS0,115200' } },
    'ttys0-in-intel-guest guest.cmdline',
  ],
  [
    "Intel's guest tree on ttyS0 and hvc0",
    { kernel: INTEL, guest: { cmdline: 'console=ttyS0 console=hvc0' } },
  ],
  [
    "Intel's guest tree without its filter",
    { kernel: INTEL, guest: { cmdline: 'console=ttyS0 tdx_disable_filter' } },
  ],
  [
    "Intel's guest tree without a TD",
    { kernel: INTEL, platform: 'kvm', guest: { cmdline: 'console=ttyS0' } },
  ],
  ['mainline on ttyS0', { kernel: KERNEL, guest: { cmdline: 'console=ttyS0' } }],
  [
    "PCI hotplug in Intel's guest tree",
    { kernel: INTEL, guest: { cmdline: 'console=hvc0 acpiphp.disable=0' } },
    'pci-hotplug-in-intel-guest guest.cmdline',
  ],
  ['PCI hotplug in mainline', { kernel: KERNEL, guest: { cmdline: 'console=hvc0 acpiphp.disable=0' } }],
  [
    "a disk that Intel's guest tree does not drive",
    { kernel: INTEL, vmm: 'qemu', guest: { disks: [DISK, { path: '/d', bus: 'nvme' }] } },
    'disk-filtered-in-intel-guest guest.disks.1.bus',
  ],
  [
    'room for CPUs that come later',
    { kernel: KERNEL, guest: { cmdline: 'console=hvc0 possible_cpus=4' } },
    'hotplug-in-td guest.cmdline',
  ],
  [
    'room for the CPUs that are there',
    { kernel: KERNEL, guest: { cpus: 4, cmdline: 'console=hvc0 possible_cpus=4' } },
  ],
  [
    'room for memory that comes later',
    { kernel: KERNEL, guest: { cmdline: 'console=hvc0 memhp_default_state=online' } },
    'hotplug-in-td guest.cmdline',
  ],
  [
    'the same in a VM',
    { kernel: KERNEL, platform: 'kvm', guest: { cmdline: 'console=hvc0 possible_cpus=4' } },
  ],
  [
    'td-shim and an initrd',
    { ...TD_SHIM, kernel: KERNEL, needs: ['initrd'], guest: { initrd: '/initrd' } },
    'ch-td-initrd guest.initrd',
  ],
  [
    'td-shim and the probe guest',
    { ...TD_SHIM, kernel: KERNEL, needs: ['initrd'], guest: { initrd: 'probe' } },
    'ch-td-initrd guest.kernel',
  ],
  [
    'QEMU, TDVF and an initrd',
    { ...TDVF, kernel: KERNEL, vmm: 'qemu', needs: ['initrd'], guest: { initrd: '/initrd' } },
  ],
  [
    'Cloud Hypervisor and NVMe',
    { ...CH, needs: ['nvme'], guest: { disks: [DISK, { path: '/d', bus: 'nvme' }] } },
    'ch-disk-bus guest.disks.1.bus',
  ],
  [
    'QEMU and NVMe',
    { ...TDVF, vmm: 'qemu', needs: ['nvme'], guest: { disks: [{ path: '/d', bus: 'nvme' }] } },
  ],

  [
    'Cloud Hypervisor and a user network',
    { ...CH, needs: ['user-network'] },
    'ch-user-network guest.network',
  ],
  ['Cloud Hypervisor and quotes', { ...CH, needs: ['quote-socket'] }, 'ch-quote-socket guest.quote-socket'],
  [
    'Cloud Hypervisor and flash chips',
    { ...CH, platform: 'kvm', firmware: {}, needs: ['flash'] },
    'ch-flash firmware',
  ],
  ['Cloud Hypervisor and a backing file', { ...CH, needs: ['backing-file'] }, 'ch-backing-file guest.disks'],
  [
    'Cloud Hypervisor and typing into both consoles',
    { ...CH, needs: ['typing-both'], steps: [expects('login:'), sends('root'), sends('x')] },
    'ch-typing-both scenario.yml',
  ],
  ['Cloud Hypervisor without KVM', { ...CH, platform: 'emulated', firmware: 'none' }, 'ch-emulated vmm'],
  [
    'Cloud Hypervisor without a TD, with a firmware beside a kernel',
    { platform: 'kvm', vmm: 'cloud-hypervisor', firmware: {}, kernel: KERNEL, needs: ['firmware'] },
    'ch-kvm-firmware-and-kernel guest.kernel',
  ],
  ['a version of Cloud Hypervisor without TDX', { ...CH, vmmRef: 'v53.0' }, 'ch-53-no-tdx vmm'],
  ['a branch of Cloud Hypervisor', { ...CH, vmmRef: 'main' }],
  [
    'a version of Cloud Hypervisor that takes no kernel beside td-shim',
    { ...TD_SHIM, kernel: KERNEL, vmmRef: 'v52.0' },
    'ch-48-firmware-and-kernel guest.kernel',
  ],
  [
    'a version that takes both, on the host of its time',
    { ...TD_SHIM, kernel: KERNEL, vmmRef: 'v47.0' },
    'ch-other-abi vmm',
  ],
  [
    'td-shim without a TD: the one reason, once',
    { ...TD_SHIM, vmm: 'auto', platform: 'emulated', kernel: KERNEL },
    'td-shim-without-td firmware',
  ],
  [
    'what neither VMM boots: a reason for each',
    { ...TD_SHIM, vmm: 'auto', kernel: KERNEL, needs: ['initrd'], guest: { initrd: '/initrd' } },
    'qemu-td-shim-linux firmware',
    'ch-td-initrd guest.initrd',
  ],
  [
    'QEMU and the documented pin, which hangs on a host of today',
    { ...PIN, vmm: 'qemu' },
    'tdvf-rbp firmware',
  ],
  [
    'the same, where the scenario says which pins',
    {
      ...PIN,
      vmm: 'qemu',
      ...request('tdvf', 'release', [], 'documented'),
      firmware: PIN.firmware ?? 'none',
    },
    'tdvf-rbp pins',
  ],
  ['the same, whatever the VMM', PIN, 'tdvf-rbp firmware'],
  ['a pin that boots on a host of today', { ...TDVF, vmm: 'qemu' }],
  ['QEMU and an image of which no release is known', { firmware: { kind: 'tdvf' }, vmm: 'qemu' }],

  [
    'the debug port',
    { ...request('tdvf', 'debug'), steps: [expects('SecCore', { stream: 'debugcon' })] },
    'silent-firmware scenario.yml',
  ],
  [
    'the debug port, with defines of the user',
    { ...request('tdvf', 'debug', ['X=Y']), steps: [expects('SecCore', { stream: 'debugcon' })] },
  ],
  [
    'a release TDVF on serial, with a guest of which nothing is known',
    { ...request('tdvf', 'release'), steps: [expects('SecCore', { stream: 'serial' })] },
  ],
  [
    'a release td-shim on serial, in a group',
    {
      ...request('td-shim', 'release'),
      kernel: KERNEL,
      steps: [anyOrder([expects('TdShim', { stream: 'serial' })]), sends('x')],
    },
    'silent-firmware scenario.yml',
  ],
  [
    'a debug td-shim on serial',
    { ...request('td-shim', 'debug'), kernel: KERNEL, steps: [expects('TdShim', { stream: 'serial' })] },
  ],
  [
    'a release td-shim on serial, with the guest on the same port',
    {
      ...request('td-shim', 'release'),
      kernel: KERNEL,
      guest: { cmdline: 'console=ttyS0' },
      steps: [expects('Linux version', { stream: 'serial' })],
    },
  ],
  [
    'what a release TDVF does print',
    {
      ...request('tdvf', 'release'),
      vmm: 'qemu',
      kernel: KERNEL,
      steps: [expects('BdsDxe: starting Boot0001', { stream: 'serial' })],
    },
  ],
];

describe('limits', () => {
  test.each(ROWS)('%s', (_, told, ...expected) => expect(found(told)).toEqual(expected));

  test('every rule is broken somewhere above', () => {
    const broken = new Set(ROWS.flatMap(([, , ...rows]) => rows.map((row) => row.split(' ')[0])));
    expect(RULES.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([]);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s has an explanation and a source',
    (id, rule) => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(rule.explanation).toMatch(/\.$/);
      expect(rule.reference.length).toBeGreaterThan(10);
    },
  );
});

test('findings are in the order of the file, whatever rule they break', () => {
  const lines: Record<string, number> = { 'guest.memory': 9, 'guest.cmdline': 4 };
  const told = { ...TDVF, kernel: KERNEL, guest: { memory: 2 * MIB, cmdline: 'quiet' } };
  const findings = lint(subject(told), (path) => ({ ...WHERE, line: lines[path.join('.')] ?? 0 }));
  expect(findings.map(({ rule, where }) => [rule, where.line])).toEqual([
    ['no-console', 4],
    ['tdvf-memory', 9],
  ]);
});

test('a finding says where, how bad, what and what to do', () => {
  const [finding] = lint(subject({ ...TDVF, guest: { memory: 128 * MIB } }), () => ({
    ...WHERE,
    line: 7,
    column: 3,
  }));
  expect(finding === undefined ? '' : describeLint(finding)).toBe(
    'scenario.yml:7:3: error: 128 MiB of memory is less than TDVF needs (192 MiB). Set guest.memory to 192M or more. [tdvf-memory]',
  );
});

describe('a command line', () => {
  test.each([
    ['', []],
    ['console=ttyS0,115200n8 quiet console=hvc0', ['ttyS0', 'hvc0']],
    ['  console=tty0\tconsole=\n', ['tty0', '']],
    ['dyndbg="file a.c +p; console=x" console=hvc0', ['hvc0']],
    ['init="/bin/sh -c \'console=no', []],
    ['console', ['']],
  ])('%j has the consoles %j', (cmdline, expected) => {
    expect(consoles(cmdline)).toEqual(expected);
  });

  test('a megabyte of quotes is read at once', () => {
    expect(parameters('"'.repeat(1 << 20)).length).toBeLessThan(1 << 20);
  });
});

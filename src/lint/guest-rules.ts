/** Limits of guests: consoles, devices that a TD's kernel filters out, and hotplug. */

import { consoles, parameters } from '../scenario/cmdline.ts';
import { isTrustDomain } from '../words/words.ts';
import type { Hit, LintRule, LintSubject } from './rule.ts';

/** The consoles of a VM that tdx-boot reads. */
const STREAM_CONSOLES = ['ttyS0', 'hvc0'];

/** Parameters that prepare a guest for CPUs or memory that come later. */
const HOTPLUG = ['memhp_default_state', 'movable_node', 'additional_cpus'];

/** Values of root= for which the kernel or the initrd waits until a disk is there. */
const OF_A_DISK = /^(\/dev\/(vd|sd|hd|nvme)|(PART)?(UUID|LABEL)=)/;

/** What is not seen because the last console of a command line is no stream; undefined where nothing is lost. */
function lostTo(cmdline: string | undefined): string | undefined {
  const named = consoles(cmdline);
  const last = named.at(-1);
  if (last === undefined || STREAM_CONSOLES.includes(last)) return undefined;
  const all = named.some((name) => STREAM_CONSOLES.includes(name));
  const lost = all ? 'what init prints there' : 'all that the kernel and init print there';
  return `console=${last} is no stream of this VM, so ${lost} is not seen`;
}

export const GUEST_RULES: readonly LintRule[] = [
  {
    id: 'no-console',
    severity: 'warning',
    explanation:
      'Without console= Linux picks its console itself, and in a VM without a screen it often finds none.',
    reference: 'Linux Documentation/admin-guide/serial-console.rst',
    find: ({ scenario: { guest }, kernel }) => {
      if (kernel === undefined || consoles(guest.cmdline).length > 0) return [];
      return {
        at: ['guest', 'cmdline'],
        message: 'the kernel command line names no console, so the guest may print nothing',
        hint: 'Add console=hvc0 (virtio) or console=ttyS0 (serial port), or see that the kernel has it built in.',
      };
    },
  },
  {
    id: 'console-not-a-stream',
    severity: 'warning',
    explanation:
      'A VM has one serial port (ttyS0) and one virtio console (hvc0). The last console= is /dev/console, to which init prints.',
    reference:
      'Linux Documentation/admin-guide/serial-console.rst; src/vmm/qemu.ts, src/vmm/cloud-hypervisor.ts',
    find: ({ scenario: { guest }, kernel, disks }) => {
      const own = kernel === undefined ? undefined : lostTo(guest.cmdline);
      const hint = 'Put console=hvc0 (virtio) or console=ttyS0 (serial port) last.';
      return [
        ...(own === undefined ? [] : [{ at: ['guest', 'cmdline'], message: own, hint }]),
        ...(kernel === undefined ? disks : []).flatMap((disk, index) =>
          (disk?.cmdlines ?? []).flatMap(({ file, text }) => {
            const lost = lostTo(text);
            if (lost === undefined) return [];
            return [{ at: ['guest', 'disks', index], message: `in ${file} of this disk ${lost}`, hint }];
          }),
        ),
      ];
    },
  },
  {
    id: 'no-console-on-disk',
    severity: 'warning',
    explanation:
      'A kernel command line on a disk (of GRUB’s default entry, a systemd-boot entry or a unified kernel image) needs a console=, too.',
    reference: 'Linux Documentation/admin-guide/serial-console.rst',
    find: ({ disks }) =>
      disks.flatMap((disk, index) => {
        const silent = disk?.cmdlines.find(({ text }) => consoles(text).length === 0);
        if (silent === undefined) return [];
        return {
          at: ['guest', 'disks', index],
          message: `the kernel command line in ${silent.file} of this disk names no console, so the guest may print nothing`,
          hint: 'Add console=hvc0 (virtio) or console=ttyS0 (serial port) there.',
        };
      }),
  },
  {
    id: 'panic-not-printed',
    severity: 'warning',
    explanation:
      'With loglevel=0 Linux raises no level for a panic or an oops, so they are not printed, and a panic with panic=0 looks like a guest that goes on.',
    reference: 'Linux include/linux/printk.h, console_verbose()',
    find: ({ scenario: { guest }, kernel }) => {
      const level = parameters(guest.cmdline).findLast(({ name }) => name === 'loglevel')?.value;
      if (kernel === undefined || level === undefined || !/^0+$/.test(level)) return [];
      return {
        at: ['guest', 'cmdline'],
        message: 'with loglevel=0 the kernel prints neither its panic nor its oops',
        hint: 'Use loglevel=1 or quiet: then both are printed.',
      };
    },
  },
  {
    id: 'root-without-disk',
    severity: 'warning',
    explanation:
      'A root= that names a disk needs one: in guest.disks, or as a device of the host or of vmm-args.',
    reference: 'Linux Documentation/admin-guide/kernel-parameters.txt, root=',
    find: ({ scenario: { guest, vmmArgs }, kernel }) => {
      const named = parameters(guest.cmdline).findLast(({ name }) => name === 'root')?.value ?? '';
      const { disks, root, shares, vfio } = guest;
      const other = root !== undefined || shares.length > 0 || vfio !== undefined || vmmArgs !== undefined;
      if (kernel === undefined || disks.length > 0 || other || !OF_A_DISK.test(named)) return [];
      const instead = guest.initrd === 'probe' ? ', so the probe guest is booted' : '';
      return {
        at: ['guest', 'cmdline'],
        message: `root=${named} names a disk, and the scenario has no disk${instead}`,
        hint: 'Set guest.disks, or leave root= out.',
      };
    },
  },
  {
    id: 'run-without-shell',
    severity: 'error',
    explanation:
      'A command that is a text is a script for /bin/sh, which the probe guest does not have by itself.',
    reference: 'docs/run.md, Steps; guest/probe.c',
    find: ({ scenario: { guest, rules } }) => {
      const brought = [guest.files, guest.shares, guest.disks].some((list) => list.length > 0);
      if (guest.initrd !== 'probe' || guest.root !== undefined || brought) return [];
      return rules.steps.flatMap((step): Hit[] => {
        if (step.kind !== 'run' || step.command.argv[0] !== '/bin/sh') return [];
        return [
          {
            at: step.where,
            message: 'this command needs /bin/sh, and the probe guest has no shell',
            hint: 'Give the guest a root with one: guest.root, or "shares: { /: / }".',
          },
        ];
      });
    },
  },
  {
    id: 'ttys0-in-intel-guest',
    severity: 'warning',
    explanation:
      "Intel's guest tree lets only virtio devices through its filter: serial ports are disabled. Mainline has no such filter.",
    reference: 'github.com/intel/tdx branch guest, commit f0270b8; lkvs marks it "NA for upstream kernel"',
    find: (subject) => {
      const named = consoles(subject.scenario.guest.cmdline);
      if (!isFiltered(subject) || named.length === 0 || !named.every((name) => name.startsWith('ttyS')))
        return [];
      return {
        at: ['guest', 'cmdline'],
        message: `kernel ${releaseOf(subject)} looks like Intel's guest tree, where console=${named.at(-1)} prints nothing in a TD`,
        hint: 'Use console=hvc0, or add tdx_disable_filter.',
      };
    },
  },
  {
    id: 'pci-hotplug-in-intel-guest',
    severity: 'warning',
    explanation: "Intel's guest tree filters ACPI PCI hotplug out unless the filter is switched off.",
    reference: 'github.com/intel/tdx branch guest, commits d84774e and f0270b8',
    find: (subject) => {
      const used = parameters(subject.scenario.guest.cmdline).find(({ name }) =>
        /^(acpiphp|pciehp)\b/.test(name),
      );
      if (used === undefined || !isFiltered(subject)) return [];
      return {
        at: ['guest', 'cmdline'],
        message: `${used.name} has no effect: kernel ${releaseOf(subject)} looks like Intel's guest tree, which filters PCI hotplug in a TD`,
        hint: 'Add tdx_disable_filter, or leave the parameter out.',
      };
    },
  },
  {
    id: 'disk-filtered-in-intel-guest',
    severity: 'warning',
    explanation: "Intel's guest tree drives virtio disks alone in a TD.",
    reference: 'github.com/intel/tdx branch guest, commit d84774e: virtio-blk, -console, -net, -pci',
    find: (subject) =>
      isFiltered(subject)
        ? subject.scenario.guest.disks.flatMap(({ bus }, index) =>
            bus === 'virtio'
              ? []
              : [
                  {
                    at: ['guest', 'disks', index, 'bus'],
                    message: `kernel ${releaseOf(subject)} looks like Intel's guest tree, which drives no ${bus} disk in a TD`,
                    hint: 'Use bus: virtio, or add tdx_disable_filter.',
                  },
                ],
          )
        : [],
  },
  {
    id: 'hotplug-in-td',
    severity: 'warning',
    explanation: 'A Trust Domain has all its CPUs and memory from the start: no VMM adds any later.',
    reference:
      'cloud-hypervisor: "CPU hotplug is not permitted with TDX", dynamic=false; QEMU docs/system/i386/tdx.rst',
    find: ({ scenario: { platform, guest } }) => {
      if (!isTrustDomain(platform)) return [];
      return parameters(guest.cmdline).flatMap(({ name, value }) => {
        const more = name === 'possible_cpus' && Number(value) > guest.cpus;
        if (!more && !HOTPLUG.includes(name)) return [];
        return {
          at: ['guest', 'cmdline'],
          message: `${name} prepares for hotplug, and a Trust Domain gets no CPU or memory later`,
          hint: 'Set guest.cpus and guest.memory to what the guest needs, and leave the parameter out.',
        };
      });
    },
  },
];

/**
 * Whether the kernel is built from Intel's guest tree. Only the names of such builds tell (`6.2.16-mvp20v2+8-generic`,
 * `5.19.0-tdx.v1.8`), so every rule that asks this is a warning.
 */
function isFiltered({ scenario, kernel }: LintSubject): boolean {
  const off = parameters(scenario.guest.cmdline).some(
    ({ name }) => name === 'tdx_disable_filter' || name === 'noccfilter',
  );
  return isTrustDomain(scenario.platform) && !off && /[-.](mvp\d|tdx\.v)/.test(kernel?.release ?? '');
}

function releaseOf({ kernel }: LintSubject): string {
  return kernel?.release ?? '';
}

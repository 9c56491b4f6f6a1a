/** What guest kernels other than Linux print when they give up. Rust kernels and unikernels use similar words. */

import { sharing } from './sharing.ts';

export const OTHER_GUESTS = sharing({ phase: 'kernel', severity: 'error' }, [
  {
    id: 'guest-ve',
    pattern:
      /[vV]irtualization [eE]xception|VIRTUALIZATION_EXCEPTION|[uU]n(?:handled|expected) #?VE\b|#VE (?:exception|handler).*(?:fail|unhandled|panic)/,
    title: 'Virtualization exception (#VE) that the guest kernel cannot handle',
    hint: 'The kernel did something that a TD may not do (CPUID, MSR, port I/O, MMIO) before or outside of its #VE handler; the exit reason names it.',
  },
  {
    // Rust kernels and unikernels name the exception at the start of a line, in capitals; Linux in small letters.
    id: 'guest-exception',
    pattern:
      /^(?:\[[^\]]*\] *)*(?:ERROR:? *:? *)?(?:EXCEPTION: |Unhandled (?:CPU )?exception:? |Fatal exception: )?(?<what>General [Pp]rotection [Ff]ault|Double [Ff]ault|Page [Ff]ault(?: at| \(|$)|Invalid [Oo]pcode|Divide [Ee]rror|Machine [Cc]heck [Ee]xception|Invalid TSS|Stack [Ss]egment [Ff]ault)/,
    title: 'CPU exception that the guest kernel did not handle: $<what>',
    hint: 'The registers below name the instruction (rip) and the address (cr2).',
  },
  {
    id: 'guest-panic',
    pattern:
      /Uncaught panic|[kK]ernel panicked|KERNEL PANIC|^ *(?:\[[^\]]*\] )*panicked at |[pP]anicked at (?:'.*', )?(?:kernel|ostd|framework)\//,
    title: 'The guest kernel panicked',
    hint: 'The line or the next one has the message and the place in the source.',
  },
  {
    id: 'guest-illumos-panic',
    severity: 'fatal',
    // usr/src/uts/common/os/panic.c (illumos-gate)
    pattern: /panic\[cpu\d+\]\/thread=[0-9a-f]+: (?<words>.*[^ ])/,
    title: 'The illumos kernel panicked: $<words>',
    hint: 'The lines below name the functions, the last one called first: what the kernel needs at that point (a timer, a CPU feature, a root pool) the VMM may not give.',
  },
  {
    id: 'guest-freebsd-root',
    severity: 'fatal',
    // sys/kern/vfs_mountroot.c (FreeBSD 14)
    pattern: /Mounting from (?<root>\S+) failed with error (?<errno>\d+)(?:[;:.]|$)/,
    title: 'FreeBSD cannot mount its root $<root> (error $<errno>)',
    hint: 'Error 2: no such disk, or the driver of the disk is not in the kernel; "?" at mountroot> lists what was found. vfs.root.mountfrom in loader.conf names the root.',
  },
  {
    id: 'guest-hermit-virtio',
    // hermit-os/kernel src/drivers/virtio/transport/{pci,mmio}.rs (0.10 to 0.13)
    pattern:
      /Virtio (?<driver>[a-z]+) driver could not be initialized(?: with device: (?<device>[0-9a-f]+))?/,
    title: 'Hermit could not use its virtio device ($<driver>)',
    hint: 'Compare device_features with driver_features above: a device that offers ACCESS_PLATFORM in a confidential guest demands it, and the driver must take it; VERSION_1 must be in both. Else give the device fewer features (packed=off, iommu_platform=off outside of a TD).',
  },
]);

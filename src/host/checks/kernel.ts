/** Which host kernel, with which parameters, lets KVM create Trust Domains. */

import {
  type Check,
  type CheckResult,
  lastLine,
  NO_LOG,
  ok,
  problem,
  TDX_PARAMETER,
  unknown,
  type View,
} from '../check.ts';
import { ENABLE_IN_BIOS } from './processor.ts';

export const kernel: Check = { id: 'kernel', title: 'host kernel', decisive: true, look: lookAtKernel };
export const parameter: Check = {
  id: 'kvm-intel',
  title: 'kvm_intel parameter tdx',
  decisive: true,
  look: lookAtParameter,
};
export const cmdline: Check = { id: 'cmdline', title: 'kernel command line', look: lookAtCmdline };
export const warnings: Check = { id: 'warnings', title: 'warnings of KVM', look: lookAtWarnings };

const NEEDS_KERNEL =
  'Boot a kernel with CONFIG_KVM_INTEL_TDX: Linux 6.16 or later, or one of a TDX distribution; see docs/tdx-host.md.';
const RELOAD =
  'Turn it on: echo "options kvm_intel tdx=1" | sudo tee /etc/modprobe.d/tdx.conf; sudo modprobe -r kvm_intel; sudo modprobe kvm_intel';

function lookAtKernel({ host, abi }: View): CheckResult {
  const release = host.kernelRelease;
  if (!host.exists('/sys/module/kvm_intel')) {
    return unknown(`${release}: kvm_intel is not loaded`, 'Load it: sudo modprobe kvm_intel tdx=1');
  }
  if (abi === 'none') return problem(`${release}: its KVM has no TDX`, NEEDS_KERNEL);
  if (abi !== undefined) return ok(`${release}: KVM interface ${abi}`);
  return unknown(`${release}: its KVM has TDX of an unknown patch series`, NEEDS_KERNEL);
}

/** Why KVM left TDX off, in KVM's words (arch/x86/kvm/vmx/tdx.c, tdx_bringup). kvm_intel loads in spite of it. */
const REFUSALS: readonly { readonly line: RegExp; readonly fix: string }[] = [
  { line: /tdx: no TDX private KeyIDs available/i, fix: ENABLE_IN_BIOS },
  {
    line: /requires kvm\.enable_virt_at_load=1/,
    fix: 'Take kvm.enable_virt_at_load=0 off the kernel command line and out of /etc/modprobe.d, and reload kvm_intel.',
  },
  {
    line: /(?:EPT|APICv|TDP MMU and MMIO caching.*) (?:is|are) required for TDX/,
    fix: 'Take ept=0, enable_apicv=0, tdp_mmu=0 and mmio_caching=0 off the kernel command line and out of /etc/modprobe.d, and reload kvm_intel and kvm.',
  },
  {
    line: /(?:OSXSAVE|MOVDIR64B|Self-snoop).* required for TDX/,
    fix: 'Take clearcpuid= off the kernel command line.',
  },
  {
    line: /Disable TDX: MAX_VCPU_PER_TD/,
    fix: 'Update the TDX module: it takes fewer CPUs than this machine has.',
  },
];

function lookAtParameter({ host, log }: View): CheckResult {
  const value = host.read(TDX_PARAMETER)?.trim();
  if (value === 'Y') return ok(`${TDX_PARAMETER}: Y`);
  if (value === undefined) {
    return host.exists('/sys/module/kvm_intel')
      ? problem(`${TDX_PARAMETER} does not exist`, NEEDS_KERNEL)
      : problem('kvm_intel is not loaded', 'Load it: sudo modprobe kvm_intel tdx=1');
  }
  for (const { line, fix } of REFUSALS) {
    const said = lastLine(log, line);
    if (said !== undefined) return problem(`${TDX_PARAMETER}: ${value} | ${said}`, fix);
  }
  return problem(`${TDX_PARAMETER}: ${value}`, RELOAD);
}

/** An upstream kernel switches TDX on only with the parameter, and refuses TDX while it may hibernate. */
function lookAtCmdline({ host, log }: View): CheckResult {
  const words = host.read('/proc/cmdline')?.trim().split(/\s+/);
  if (words === undefined) return unknown('/proc/cmdline cannot be read', 'Mount /proc.');
  const off = words.findLast((word) => /^kvm_intel\.tdx=/.test(word));
  if (off !== undefined && !/=(?:1|y|on)$/i.test(off)) {
    return problem(off, 'Make it kvm_intel.tdx=1 on the kernel command line, and reboot.');
  }
  const hibernation = lastLine(log, /initialization failed: Hibernation/);
  if (hibernation !== undefined && !words.includes('nohibernate')) {
    return problem(
      `no nohibernate | ${hibernation}`,
      'Add nohibernate to the kernel command line, and reboot.',
    );
  }
  const given = words.filter((word) => /^(?:kvm_intel\.tdx=|nohibernate$)/.test(word));
  if (given.length > 0) return ok(given.join(' '));
  if (host.read(TDX_PARAMETER)?.trim() === 'Y') return ok('no TDX parameter, and TDX is on');
  return unknown(
    'neither kvm_intel.tdx=1 nor nohibernate',
    'Add both to the kernel command line (in /etc/default/grub, GRUB_CMDLINE_LINUX, then sudo update-grub), and reboot.',
  );
}

/** KVM may fail under load on a host that is set up well (canonical/tdx issues 100 and 206). */
function lookAtWarnings({ log }: View): CheckResult {
  const said = lastLine(log, /(?:WARNING|BUG): .*\b(?:vmx|tdx)\/tdx\.c:\d+/);
  if (log === undefined) return NO_LOG;
  if (said === undefined) return ok(`none in "${log.from}"`);
  return unknown(
    said,
    'Reboot; if the warning comes again, update the host kernel and report the warning to its maintainers.',
  );
}

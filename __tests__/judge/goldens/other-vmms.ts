/** Real lines for the catalog's other-vmms.ts. */

import type { Golden } from './golden.ts';

export const OTHER_VMMS: readonly Golden[] = [
  {
    id: 'libvirt-launch-security',
    line: "error: XML error: Invalid value for attribute 'type' in element 'launchSecurity': 'tdx'.",
    title: 'This libvirt does not know Trust Domains',
    source: 'corpus case 18',
    stream: 'vmm',
  },
  {
    id: 'libvirt-qemu-without-tdx',
    line: 'error: unsupported configuration: INTEL TDX launch security is not supported with this QEMU binary',
    title: 'This QEMU binary is built without TDX; libvirt itself knows TDX',
    source: 'canonical/tdx#46',
    stream: 'vmm',
  },
  {
    id: 'libvirt-define',
    line: 'error: Failed to define domain from td_guest.xml',
    title: 'libvirt could not define or start the domain',
    source: 'canonical/tdx#46',
    stream: 'vmm',
  },
  {
    id: 'libvirt-monitor',
    line: "error: internal error: QEMU unexpectedly closed the monitor (vm='td')",
    title: 'libvirt lost QEMU',
    source: 'canonical/tdx#178',
    stream: 'vmm',
  },
  {
    id: 'script-td-failed',
    line: 'Error: Failed to create TD VM. Please check logfile "<dir>/tdx-guest-td.log" for more information.',
    title: 'The script could not create the TD',
    source: 'corpus case 10',
    stream: 'vmm',
  },
  {
    id: 'vmm-crashed',
    line: 'boot_td.sh: line 16: 25136 Segmentation fault      (core dumped) qemu-system-x86_64',
    title: 'The VMM crashed',
    source: 'corpus case 61',
    stream: 'vmm',
  },
  {
    id: 'openhcl-vsm',
    line: '[0.226999] underhill_core::worker: ERROR worker_new{}:  failed to start VM error=failed to create prototype partition: hcl error: failed to get VP register VsmCapabilities from hypercall:  Invalid hypercall input',
    title: 'OpenHCL: a register of the partition cannot be read',
    source: 'openvmm#901',
  },
  {
    id: 'vmm-exited',
    line: 'start failed: QEMU exited with code 1',
    title: 'QEMU ended with an error',
    source: 'qemu-server 8 PVE/QemuServer.pm',
    stream: 'vmm',
  },
  {
    id: 'vmm-crashed-seccomp',
    line: 'Bad system call (core dumped)',
    title: 'The VMM was killed by its seccomp filter (Bad system call)',
    source: 'strsignal(SIGSYS) as a shell prints it',
    stream: 'vmm',
  },
  {
    id: 'vmm-vcpu-state',
    line: 'KVM_SET_XCRS failed: Invalid argument',
    title: 'KVM refuses what the VMM sets of a vCPU (KVM_SET_XCRS)',
    source: 'wtf#18',
    stream: 'vmm',
  },
  {
    id: 'openhcl-shared-pages',
    line: '[1.005903] underhill_core::worker: ERROR worker_new{}:  failed to start VM error=failed to initialize memory: unable to make shared pool pages shared vis:  Invalid hypercall input',
    title: 'OpenHCL: memory could not be shared with the host',
    source: 'openvmm#901',
  },
  {
    id: 'openhcl-worker',
    line: 'underhill_core::worker: ERROR worker_new{ name="UnderhillWorker" action="new"}:  failed to start',
    title: 'OpenHCL: the paravisor failed to start',
    source: 'corpus case 65',
  },
  {
    id: 'vmm-tdh-call',
    line: 'TDH.MNG.INIT failed with status: 0xc000010000000045',
    title: 'TDH.MNG.INIT failed: the TDX module refused the VMM',
    source: 'corpus case 67',
    stream: 'vmm',
  },
  {
    id: 'vmm-tdx-abi',
    line: 'All TDX command approaches failed. Last error: Os { code: 22, kind: InvalidInput, message: "Invalid argument" }',
    title: 'KVM refuses the TDX commands of this VMM',
    source: 'corpus case 01',
    stream: 'vmm',
  },
  {
    id: 'vmm-tdx-os-error',
    line: 'thread main: Tdx error: Invalid argument (os error 22)',
    title: 'KVM refuses a TDX call of this VMM',
    source: 'the shape of Rust VMMs on kvm-ioctls',
    stream: 'vmm',
  },
];

/** What Cloud Hypervisor refuses of its command line: Error and ValidationError of vmm/src/config.rs (v52 and its main branch of 2026-08). */

import type { MachineStream } from '../../words/words.ts';
import type { Cause, Signature } from '../signature.ts';

const VMM: readonly MachineStream[] = ['vmm'];

export const CLOUD_HYPERVISOR_CONFIG: readonly Signature[] = [
  {
    id: 'ch-queues',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Number of queues (?:\([0-9]+\) )?to virtio_net |Queue size must be a power of 2 no greater than|Block queue size must be greater than/,
    title: 'Cloud Hypervisor refuses the number or the size of a device’s queues',
    hint: 'A network has pairs: num_queues is even, at least 2, and twice the number of fd=; queue_size is a power of 2 up to 32768 (16 and more for a disk).',
    streams: VMM,
  },
  {
    id: 'ch-identifier',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Identifier (?<id>\S+) is not (?:unique|valid)|Duplicated device path: (?<id2>\S+)|Net id (?<id3>\S+) is associated with FDs/,
    title: 'A device of Cloud Hypervisor has no id of its own: $<id>',
    hint: 'Give each --disk, --net and --device another id= and path=; ids that begin with "_" belong to Cloud Hypervisor.',
    streams: VMM,
  },
  {
    id: 'ch-network-option',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:Mask provided without an IP|IP provided without a mask|"offload_tso" and "offload_ufo" depend on|Reserved fd number \(<= 2\)|Number of Net FDs passed for)/,
    title: 'Cloud Hypervisor refuses the options of --net',
    hint: 'ip= and mask= go together; offload_tso and offload_ufo need offload_csum; fd= must be a tap that was handed over, not 0 to 2.',
    streams: VMM,
  },
  {
    id: 'ch-memory-option',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Balloon size \([0-9]+\) greater than RAM|Invalid to set both 'mergeable' and 'shared'|Multiple updates for the same zone|'prefault' cannot be combined|Invalid ivshmem (?:input size|backend file)/,
    title: 'Cloud Hypervisor refuses the options of the memory',
    hint: 'The line names the two that do not go together; a TD takes plain --memory size=.',
    streams: VMM,
  },
];

/** Tried behind what other rows know of an option. */
export const CLOUD_HYPERVISOR_SYNTAX: readonly Signature[] = [
  {
    id: 'ch-option-syntax',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /Error parsing (?<option>--[a-z][a-z_-]*[a-z])(?:: (?<why>.*[A-Za-z0-9)]))?/,
    title: 'Cloud Hypervisor does not understand its option $<option>',
    hint: 'The rest of the line, or the next one, names what is missing or unknown: options are comma-separated key=value, and differ between versions (cloud-hypervisor --help). A build without the feature (tdx, sev_snp) does not know its options.',
    streams: VMM,
  },
];

/** What KVM_RUN answers: Documentation/virt/kvm/api.rst 4.10, virt/kvm/kvm_main.c, arch/arm64/kvm/mmio.c (Linux 6.16). */
export const CH_VCPU_ERRNO: readonly Cause[] = [
  {
    id: 'undecoded',
    when: { errno: 'ENOSYS' },
    title:
      'KVM of an Arm host cannot tell what the guest reads or writes outside its memory (KVM_RUN: ENOSYS)',
    hint: 'The guest uses an instruction for a device that the CPU does not describe (a pair, a vector, write-back), or touches an address where nothing is: change the driver or the firmware, or compile it without such instructions. The host dmesg says "load/store instruction decoding not implemented" or "no valid syndrome".',
  },
  {
    id: 'memory',
    when: { errno: 'EFAULT' },
    title: 'KVM could not give the guest a page of its memory (KVM_RUN: EFAULT)',
    hint: 'Its backing is gone or too small (huge pages, a file that was cut short), or a page is private that should be shared: read the host dmesg.',
  },
  {
    id: 'state',
    when: { errno: 'EINVAL' },
    title: 'KVM refuses to run the vCPU in the state that it is in (KVM_RUN: EINVAL)',
    hint: 'VMM and host kernel do not fit each other, or the TD is not finalized: read the host dmesg.',
  },
  {
    id: 'dead',
    when: { errno: 'EIO' },
    title: 'KVM has given the VM up (KVM_RUN: EIO)',
    hint: 'A bug of KVM or the TDX module, which the host dmesg shows as a WARN: update host kernel, BIOS and TDX module.',
  },
];

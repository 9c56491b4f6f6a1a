/** What Cloud Hypervisor refuses of its command line: Error and ValidationError of vmm/src/config.rs (v52 and its main branch of 2026-08). */

import type { MachineStream } from '../../words/words.ts';
import type { Signature } from '../signature.ts';

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

/** Why a vCPU left its guest, in numbers: of KVM, of VMX, and what a VMM answers to a TDVMCALL. */

import type { Saying } from '../signature.ts';

export const VCPU_NUMBERS: readonly Saying[] = [
  {
    id: 'tdvmcall-status',
    pattern: /(?:TDVMCALL|[Tt]d[Vv]m[Cc]all|VP\.VMCALL|MapGPA|MAP_GPA|\b[rR]10\b).*?(?<code>0x80{14}[0-3])\b/,
    unless: /[Gg]et_?[Qq]uote|GET_QUOTE/,
    title: 'The VMM refused a TDVMCALL of the guest ($<code:vmcall>)',
    hint: 'Update VMM and host kernel to versions that fit the guest.',
    causes: [
      {
        id: 'unsupported',
        when: { code: '0x8000000000000003' },
        title: 'The VMM does not know this TDVMCALL of the guest ($<code:vmcall>)',
        hint: 'Update VMM and host kernel: the guest is newer than they are.',
      },
      {
        id: 'in-use',
        when: { code: '0x8000000000000001' },
        title: 'The page that the guest converts is in use ($<code:vmcall>)',
        hint: 'A device of the VMM or of the host (DMA, vhost) holds it: end its use before the guest makes the page private.',
      },
      {
        id: 'alignment',
        when: { code: '0x8000000000000002' },
        title: 'The guest converts memory that does not begin or end at a page ($<code:vmcall>)',
        hint: 'Address and size of MapGPA must be multiples of 4 KiB: a fault of the guest’s kernel or firmware.',
      },
    ],
  },
  {
    id: 'kvm-exit',
    symptom: true,
    pattern:
      /\b(?:[kK][vV][mM]\w*|[vV][cC][pP][uU] ?\d*|VM)\b.*?\b(?:exit[_ ]reason|(?:un(?:handled|expected|known|supported) )exit(?: reason| code)?)[ :=]+(?<code>\d+)\b|\bKVM_EXIT_(?<code2>SHUTDOWN|FAIL_ENTRY|INTERNAL_ERROR|MEMORY_FAULT|TDX|UNKNOWN)\b/,
    unless: /vmx|VMX|hardware|#VE|kvm_(?:intel|amd)/,
    title: 'The VMM does not handle the reason for which a vCPU left the guest ($<code:kvm>)',
    hint: 'VMM and host kernel do not fit each other: update the VMM.',
    causes: [
      {
        id: 'shutdown',
        when: { code: ['8', 'SHUTDOWN'] },
        title: 'A vCPU of the guest shut down: a triple fault, or a TD that died ($<code:kvm>)',
        hint: 'Look at the last lines of the guest; of a TD the host dmesg names the exit of the TDX module.',
        symptom: true,
      },
      {
        id: 'entry',
        when: { code: ['9', 'FAIL_ENTRY'] },
        title: 'The CPU cannot enter the guest ($<code:kvm>)',
        hint: 'Invalid guest state, or no nested virtualisation for this mode; read the host dmesg.',
        symptom: false,
      },
      {
        id: 'memory',
        when: { code: ['39', 'MEMORY_FAULT'] },
        title: 'The guest used memory as private that is shared, or the other way round ($<code:kvm>)',
        hint: 'The VMM must convert the page (guest_memfd, KVM_SET_MEMORY_ATTRIBUTES): one without support for private memory cannot run a TD.',
        symptom: false,
      },
      {
        id: 'tdvmcall',
        when: { code: ['40', 'TDX'] },
        title: 'The VMM does not handle a TDVMCALL of the guest ($<code:kvm>)',
        hint: 'Since Linux 6.16 KVM hands GetQuote, GetTdVmCallInfo and SetupEventNotifyInterrupt to the VMM: QEMU 10.1 and newer answer them.',
        symptom: false,
      },
    ],
  },
  {
    id: 'vmx-exit',
    phase: 'host',
    symptom: true,
    pattern: /(?:\bvmx\b|\bVMX\b|kvm_intel).*?\b(?:exit[_ ]reason|reason)[ :=]+(?<code>0x[0-9a-f]+|\d+)\b/,
    title: 'KVM does not handle the reason for which a vCPU left the guest ($<code:vmx>)',
    hint: 'CPU, TDX module and host kernel do not fit each other, or a nested KVM has a bug: update the host kernel.',
  },
];

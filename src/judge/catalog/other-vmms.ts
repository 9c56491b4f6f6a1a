/** What other VMMs and management layers print when a Trust Domain does not start: OpenHCL, ESXi, shells. */

import type { MachineStream } from '../../words/words.ts';
import type { Signature } from '../signature.ts';

const VMM: readonly MachineStream[] = ['vmm'];

export const OTHER_VMMS: readonly Signature[] = [
  {
    id: 'script-td-failed',
    phase: 'vmm',
    severity: 'error',
    pattern: /Failed to create TD VM/,
    title: 'The script could not create the TD',
    hint: 'The log file that the line names has what QEMU said.',
    streams: VMM,
    symptom: true,
  },
  {
    id: 'qemu-qom-cast',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // qom/object.c object_dynamic_cast_assert(), object_class_dynamic_cast_assert() (QEMU 10.1)
    pattern: /: Object 0x[0-9a-f]+ is not an instance of type (?<type>[A-Za-z0-9_.-]+)/,
    title: 'A bug of QEMU: it takes an object for a $<type>, which it is not, and aborts',
    hint: 'The machine type or a device is used in a way that this release does not expect: another machine type (q35), another -cpu, or another release of QEMU; report the line.',
    streams: VMM,
  },
  {
    id: 'vmm-crashed',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Segmentation fault|(?<signal>Bad system call)|core dumped|Aborted \(core|(?:qemu|cloud-hyp)[^ ]*\[[0-9]+\]: segfault at/,
    title: 'The VMM crashed',
    hint: 'A bug of the VMM, or the end of a chain: read what it printed before, and the host dmesg.',
    streams: ['vmm', 'host'],
    symptom: true,
    causes: [
      {
        // strsignal(SIGSYS) in the words of the shell that has started the VMM
        id: 'seccomp',
        when: { signal: 'Bad system call' },
        title: 'The VMM was killed by its seccomp filter (Bad system call)',
        hint: 'VMM, C library and kernel do not know each other: take a later VMM; without the filter (--seccomp false of Cloud Hypervisor, -sandbox off of QEMU) it runs, and the host dmesg names the system call.',
        symptom: false,
      },
    ],
  },
  {
    id: 'vmm-exited',
    phase: 'vmm',
    severity: 'error',
    // PVE/QemuServer.pm (qemu-server 8), and others that start QEMU
    pattern: /\bQEMU (?:process )?exited with (?:code|status) [1-9]/,
    title: 'QEMU ended with an error',
    hint: 'What it said stands in the lines before, or in the log of who started it: qm start and qm showcmd on Proxmox, journalctl and -D of QEMU elsewhere.',
    streams: ['vmm', 'host'],
    symptom: true,
  },
  {
    id: 'vmm-vcpu-state',
    phase: 'vmm',
    severity: 'error',
    // Linux 6.16 arch/x86/kvm/x86.c kvm_arch_vcpu_ioctl(), as VMMs name the call
    pattern:
      /\bKVM_SET_(?<what>CPUID2?|XCRS|XSAVE2?|MSRS|S?REGS2?|FPU|LAPIC|MP_STATE|VCPU_EVENTS|DEBUGREGS|TSC_KHZ|NESTED_STATE)\)? failed/,
    title: 'KVM refuses what the VMM sets of a vCPU (KVM_SET_$<what>)',
    hint: 'A CPU model or a snapshot has features or registers that this host’s CPU and KVM have not (AVX-512, AMX); in a TD the registers are the TDX module’s. Take -cpu host, and VMM and kernel that fit each other.',
    streams: ['vmm', 'host'],
  },
  {
    id: 'openhcl-shared-pages',
    phase: 'firmware',
    severity: 'fatal',
    pattern:
      /(?:unable to make|cannot make|cannot convert|failed to (?:make|convert)) (?:the )?shared pool|shared pool pages.*(?:shared vis|fail)/,
    title: 'OpenHCL: memory could not be shared with the host',
    hint: 'The paravisor failed to convert pages of its shared pool in a TDX partition: use an OpenHCL image that belongs to this host (openvmm#901).',
  },
  {
    id: 'openhcl-vsm',
    phase: 'firmware',
    severity: 'fatal',
    pattern: /hcl error: |failed to (?:get|set|read) (?:the )?V[PS]M? register|VP register VsmCapabilities/,
    title: 'OpenHCL: a register of the partition cannot be read',
    hint: 'The paravisor and the hypervisor do not fit in a TDX partition: use an OpenHCL image that belongs to this host (openvmm#901).',
  },
  {
    id: 'openhcl-key-release',
    phase: 'firmware',
    severity: 'error',
    // openhcl/underhill_attestation/src/secure_key_release.rs (openvmm 2026): the steps of RequestVmgsEncryptionKeysError
    pattern:
      /failed to (?:create|make|parse|get) (?:the |an? )?(?:valid )?IgvmAttest (?<what>WRAPPED_KEY|KEY_RELEASE)\b|(?:wrapped key|key reference) from (?:the )?(?<what2>WRAPPED_KEY) response is empty|PKCS11 RSA AES key unwrap failed/,
    title: 'OpenHCL: the key of the guest’s state (VMGS) was not released: $<what>',
    hint: 'The agent of the host sends the paravisor’s report to the key service, which refuses or does not answer: read the agent’s log, the policy of the key, and whether image and platform are those that the policy expects.',
  },
  {
    id: 'openhcl-vmgs-keys',
    phase: 'firmware',
    severity: 'error',
    // openhcl/underhill_attestation/src/lib.rs (02a7c5a) AttestationErrorInner, GetDerivedKeysError, UnlockVmgsDataStoreError
    pattern:
      /failed to unlock vmgs (?:data store|with the existing (?:in|e)gress key)|failed to get (?:an ingress key from|derived keys?\b)|VMGS encryption is required, but no encryption sources were found|failed to (?:un)?seal the (?:in|e)gress key using hardware derived keys/,
    title: 'OpenHCL: the guest’s state (VMGS) cannot be unlocked',
    hint: 'Its key is of another VM, host or TCB, or was not released: see the lines before. A new VMGS file starts without the old state, and with another vTPM.',
  },
  {
    id: 'openhcl-worker',
    phase: 'firmware',
    severity: 'fatal',
    pattern:
      /underhill_[a-z_]+(?:::[a-z_]+)*: +ERROR|ERROR.*target\W+(?:underhill|openhcl)_|failed in the management VTL|openhcl_[a-z_]+(?:::[a-z_]+)*: +ERROR|UnderhillWorker.*(?:failed|ERROR)|(?:underhill|openhcl).*panicked at/,
    title: 'OpenHCL: the paravisor failed to start',
    hint: 'It stands before the guest’s own firmware, which never ran. The error chain in the line or below names the step; use an OpenHCL image that belongs to this host.',
    // The chain of errors in its line says why.
    symptom: true,
  },
  {
    id: 'vmm-tdh-call',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /\b(?<call>TDH\.[A-Z.]*[A-Z]) (?:has )?(?:failed|returned error)/,
    title: '$<call> failed: the TDX module refused the VMM',
    hint: 'TDX_OPERAND_INVALID names the operand; for TDH.MNG.INIT RCX has the CPUID leaf that the TD may not be configured with (tdx-module#24).',
    streams: VMM,
  },
  {
    id: 'vmm-tdx-abi',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /TDX command (?:approaches )?failed/,
    title: 'KVM refuses the TDX commands of this VMM',
    hint: 'EINVAL and ENOTTY: the VMM speaks another TDX ABI than the host kernel. Cloud Hypervisor up to v52 needs Intel’s 2022 tree; use QEMU 10.1 or newer on 6.16 and newer (cloud-hypervisor#7207).',
    streams: VMM,
  },
  {
    id: 'vmm-tdx-os-error',
    phase: 'vmm',
    severity: 'error',
    pattern:
      /(?:TDX|[tT]dx).*(?:Inappropriate ioctl for device|Invalid argument|os error (?:22|25)|code: (?:22|25))/,
    title: 'KVM refuses a TDX call of this VMM',
    hint: 'The VMM speaks another TDX ABI than the host kernel, or TDX is off: check the versions and /sys/module/kvm_intel/parameters/tdx.',
    streams: VMM,
  },
];

/** What programs print by which people prepare a host: modprobe, kvm-ok. */

import type { LineOrigin, Signature } from '../signature.ts';

/** People paste them with what the VMM said. */
const HOST: readonly LineOrigin[] = ['vmm', 'host'];

export const HOST_PROGRAMS: readonly Signature[] = [
  {
    id: 'host-modprobe-kvm',
    phase: 'host',
    severity: 'error',
    // kmod tools/modprobe.c insmod_insert(); arch/x86/kvm/vmx/vmx.c and svm.c return EIO or EOPNOTSUPP without VMX or SVM
    pattern: /could not insert '(?<module>kvm(?:_intel|_amd)?)': (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'The module $<module> cannot be loaded: $<errno>',
    hint: 'The host dmesg says why.',
    streams: HOST,
    causes: [
      {
        id: 'no-vmx',
        when: { errno: ['EIO', 'EOPNOTSUPP', 'ENODEV'] },
        title:
          '$<module> cannot be loaded: the CPU offers no virtualisation, or the BIOS has switched it off',
        hint: 'Enable VMX (SVM) in the BIOS set-up; in a VM switch nested virtualisation on in the hypervisor below.',
      },
      {
        id: 'busy',
        when: { errno: 'EBUSY' },
        title: '$<module> cannot be loaded: another hypervisor uses the CPU’s virtualisation',
        hint: 'Unload VirtualBox or VMware, or end what else runs VMs.',
      },
    ],
  },
  {
    id: 'host-kvm-ok',
    phase: 'host',
    severity: 'error',
    // kvm-ok of Debian's and Ubuntu's cpu-checker; PVE/QemuServer.pm (qemu-server 8)
    pattern:
      /KVM virtualisation configured, but not available|KVM acceleration can NOT be used|Your CPU does not support KVM extensions|KVM is disabled by your BIOS/,
    title: 'This host cannot run VMs with KVM',
    hint: 'Enable VMX (SVM) in the BIOS set-up and load kvm_intel (kvm_amd); in a VM switch nested virtualisation on below.',
    streams: HOST,
  },
  {
    id: 'host-lsm-denied',
    phase: 'host',
    // Profiles forbid much that nobody misses: it counts only beside a line that misses it.
    severity: 'warning',
    // security/selinux/avc.c avc_audit_pre_callback(), security/apparmor/audit.c audit_pre() (Linux 6.12); names of 15 characters
    pattern:
      /(?:avc: {2}denied {2}\{ (?<what>[a-z_ ]+) \} |apparmor="DENIED" operation="(?<what2>[^"]*)" ).*comm="(?<comm>qemu|cloud-hypervis|libvirtd|virtqemud|swtpm|virtiofsd|qgs|aesm_service|containerd|vhost-)/,
    title: 'The security policy of the host (SELinux, AppArmor) forbids $<comm>: $<what>',
    hint: 'The line names the file and the label or the profile: allow it there (restorecon, semanage fcontext, audit2allow; the AppArmor profile), or keep the file where the policy expects it.',
    streams: ['host'],
  },
  {
    id: 'host-sev-measure',
    phase: 'vmm',
    severity: 'error',
    // sevsnpmeasure/{guest,ovmf}.py (virtee/sev-snp-measure 0.0.12)
    pattern:
      /OVMF metadata doesn't include (?<what>SNP_KERNEL_HASHES) section|Can't find (?<what2>SEV_[A-Z_]+) entry in OVMF table|Wrong SEV (?<what3>metadata signature)/,
    title: 'The firmware image is not one whose SEV measurement can be computed: it lacks $<what>',
    hint: 'Take the very image that the guest starts with, as one file (OVMF.fd, not CODE and VARS), and for a kernel of the VMM one built from OvmfPkg/AmdSev/AmdSevX64.dsc.',
    streams: HOST,
  },
];

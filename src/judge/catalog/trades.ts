/** What programs are for that do one thing: with the words of their line it tells what failed. */

import type { Noun } from './noun.ts';

export interface Trade extends Pick<Noun, 'id' | 'about' | 'hint'> {
  /** It does much: a thing that the words name, or the class of their error, says more. */
  readonly general?: true;
  /** By which it is known on a host where no program names itself. */
  readonly words?: RegExp;
}

/** Trades that are nouns of catalog/nouns.ts have their entry there. */
export const TRADES: readonly Trade[] = [
  {
    id: 'enclaves',
    about: 'the enclaves of the host that sign quotes (SGX’s service AESM)',
    hint: 'See systemctl status aesmd on the host, /dev/sgx_enclave and /dev/sgx_provision with the rights of its user, and that packages and enclaves (libsgx-*, sgx-aesm-*) are of one release.',
    // psw/ of linux-sgx 2.26, QuoteGeneration/ and tools/ of DCAP 1.24
    words:
      /\bsgx_\w+|\bSGX(?:Error|_\w+)?\b|\b[Ee]nclaves?\b|\bID_ENCLAVE\b|\bAESM\b|\baesm(?:d|_service)?\b|\bPCE\b|\bE?PPID\b|\bQE\b|\bEPID\b/,
  },
  {
    id: 'quote-service',
    about: 'the service of the host that makes quotes or gives their collateral',
    hint: 'Read its journal on the host (qgsd, pccs, mpa_registration_tool), and check registration, address and certificates of the PCCS and the rights to /dev/sgx_*.',
    words: /\bcurl_easy_\w|\bplatform (?:manifest|ID)\b|\bPCKID\w+|\bPCK cert|\buefi shared library\b/,
  },
  {
    id: 'host-kvm',
    about: 'KVM on the host',
    hint: 'Read the lines around it in dmesg of the host; kernel, microcode and TDX module must be of releases that fit each other, and no other hypervisor may hold VMX.',
    general: true,
  },
  {
    id: 'host-iommu',
    about: 'the IOMMU of the host',
    hint: 'Compare the BIOS’s settings (VT-d or AMD-Vi, interrupt remapping) with intel_iommu=, amd_iommu= and iommu= on the host’s cmdline; a device that is passed through needs both.',
  },
  {
    id: 'host-vhost',
    about: 'vhost, which serves virtio devices in the host’s kernel',
    hint: 'A guest’s driver or the VMM set up a queue that vhost does not take, or the module is missing: try vhost=off, and kernels of one time.',
  },
  {
    id: 'host-psp',
    about: 'the secure processor of the host (AMD)',
    hint: 'See the lines of ccp and SEV in dmesg, the BIOS’s SEV-SNP and RMP settings, and the version of the SEV firmware (snphost).',
  },
  {
    id: 'vm-manager',
    about: 'a VM that it manages',
    hint: 'The words of QEMU or libvirt say more: /var/log/libvirt/qemu/<name>.log (OpenStack, KubeVirt in the pod), qm start <id> in a terminal (Proxmox), incus info <name> --show-log.',
    general: true,
  },
  {
    id: 'peer-pod',
    about: 'the VM of a peer pod',
    hint: 'See what the cloud or libvirt says of the VM (console, activity log), and compare the ConfigMap peer-pods-cm with the documentation of this release: image, size, network, credentials.',
    general: true,
  },
  {
    id: 'fw-paravisor',
    about: 'OpenHCL, the paravisor below the guest',
    hint: 'Compare the releases of OpenHCL’s IGVM file and of the VMM, and what the VMM gives it (VMGS file, devices, isolation); OPENVMM_LOG=debug tells more.',
    general: true,
  },
  {
    id: 'guest-initrd',
    about: 'what the initramfs does before there is a root file system',
    hint: 'Compare rd.*, root=, ip= and the like on the cmdline with dracut.cmdline(7), and what the initramfs has (lsinitrd); rd.debug and rd.shell show more.',
    general: true,
  },
  {
    id: 'guest-units',
    about: 'what systemd sets up for a unit or the system',
    hint: 'systemctl status and journalctl -b name the unit; a kernel without cgroup v2, BPF or namespaces, or an image that is read-only or cut down, is the usual reason in a guest of one’s own.',
    general: true,
  },
  {
    id: 'guest-network',
    about: 'the network of the guest',
    hint: 'See ip address and networkctl status in the guest: its kernel needs the driver of the VMM’s device, and somebody has to answer DHCP.',
  },
  {
    id: 'guest-udev',
    about: 'the devices of the guest (udev)',
    hint: 'udevadm info and journalctl -u systemd-udevd name the device and the rule; what waits for the device times out later.',
  },
  {
    id: 'guest-modules',
    about: 'a kernel module of the guest',
    hint: 'The module must be of the kernel that runs, be in the initramfs where it is needed there, and be signed where the kernel demands signatures.',
  },
  {
    id: 'guest-agent',
    about: 'the agent by which a manager of VMs reaches into the guest',
    hint: 'The VM needs its channel: a virtio port (org.qemu.guest_agent.0; on Proxmox the option QEMU Guest Agent, then a cold start) or the share and vsock of Incus and LXD. The guest boots without it.',
  },
  {
    id: 'guest-login',
    about: 'the login at a console of the guest',
    hint: 'The terminal must exist (console= on the cmdline and its driver), and only one program may hold it; accounts and PAM come from the image.',
    general: true,
  },
  {
    id: 'guest-cloud-init',
    about: 'what cloud-init is to set up in the guest',
    hint: 'cloud-init status --long and /var/log/cloud-init.log name the module; check user data with cloud-init schema, and that the seed (disk cidata, metadata service) arrives.',
    general: true,
  },
  {
    id: 'packages',
    about: 'the packages of this machine (apt, dpkg, dnf, pip)',
    hint: 'apt update, dpkg --configure -a and apt -f install mend what an interrupted run has left; then run again the command that failed, by itself: its own words say more.',
    general: true,
    // apt 2.6 libapt-pkg and libapt-private: each of their errors
    words: /^E: |^(?:apt(?:-get)?|dpkg(?:-\w+)?|dnf|yum|rpm|pip3?): /,
  },
];

/** What kmod and busybox print when a module of the kernel is not loaded: of hosts, and of guests. */

import type { Cause, Signature } from '../signature.ts';
import { ANYWHERE } from './anywhere.ts';

/** kmod 34: tools/insmod.c mod_strerror(), tools/modprobe.c insmod_insert(); busybox 1.37: modutils/modutils.c moderror(). */
const WHY: readonly Cause[] = [
  {
    id: 'format',
    when: { errno: ['Invalid module format', 'invalid module format', 'ENOEXEC'] },
    title: 'The module $<module> was built for another kernel',
    hint: 'Install the modules of the kernel that runs (uname -r), or boot the kernel that belongs to them; dmesg names what differs.',
  },
  {
    id: 'signature',
    when: { errno: ['Key was rejected by service', 'Required key not available'] },
    title: 'The kernel refuses the module $<module>: it is not signed by a key that it trusts',
    hint: 'Secure Boot or lockdown asks for signed modules: enrol the key (mokutil --import), or use the module of the distribution.',
  },
  {
    id: 'symbol',
    when: {
      errno: [
        'Unknown symbol in module',
        'Unknown symbol in module, or unknown parameter (see dmesg)',
        'unknown symbol in module, or unknown parameter',
        'Module has wrong symbol version',
      ],
    },
    title:
      'The module $<module> does not fit the running kernel, or was given a parameter that it does not know',
    hint: 'dmesg names the symbol or the parameter: reinstall kernel and modules of one build, and see /etc/modprobe.d.',
  },
  {
    // net/vmw_vsock/af_vsock.c vsock_core_register() and vmci_transport.c vmci_vsock_transport_cb(): a host has one transport to its guests
    id: 'transport',
    when: { module: ['vhost_vsock', 'vhost-vsock'], errno: 'EBUSY' },
    title: 'The module $<module> cannot be loaded: another transport of vsock is in its place',
    hint: 'It is vmw_vsock_vmci_transport where VMware runs on this host, and with an older kernel also in a VM of VMware: rmmod it (and vmw_balloon before), blacklist it, and modprobe vhost_vsock then.',
  },
  {
    id: 'denied',
    when: { errno: ['EPERM', 'EACCES'] },
    title: 'The module $<module> may not be loaded by this user',
    hint: 'Be root on the machine itself: a container needs CAP_SYS_MODULE, and the kernel may be locked down.',
  },
];

/** One row for each kind of module, by its name. */
function modules(
  id: string,
  names: string,
  row: Pick<Signature, 'phase' | 'severity' | 'streams'>,
  absent: Pick<Cause, 'title' | 'hint'>,
  why: readonly Cause[] = WHY,
): readonly Signature[] {
  const name = `'?(?:\\S*\\/)?(?<module>${names})(?:\\.ko[.a-z]*)?'?`;
  return [
    {
      ...row,
      id: `module-${id}`,
      pattern: new RegExp(
        `(?:could not insert (?:module )?|can't insert |can't load module )${name}(?: \\([^)]*\\))?: (?<errno>[A-Za-z](?:.*[a-z)])?)`,
      ),
      title: 'The module $<module> could not be loaded: $<errno>',
      hint: 'The kernel log of this machine says more.',
      causes: [
        { id: 'absent', when: { errno: ['ENODEV', 'EOPNOTSUPP', 'EIO', 'ENXIO'] }, ...absent },
        ...why,
      ],
    },
    {
      ...row,
      id: `module-${id}-missing`,
      pattern: new RegExp(`Module ${name} not found in directory (?<directory>/\\S*[^ .])`),
      title: 'This machine has no module $<module> for its kernel',
      hint: 'Install the package with the other modules of this kernel (linux-modules-extra, kernel-modules-extra), or put it into the initrd; an update without a restart leaves the old kernel without modules.',
    },
  ];
}

export const MODULES: readonly Signature[] = [
  {
    id: 'linux-module-build',
    phase: 'kernel',
    orLater: true,
    severity: 'warning',
    // kernel/module/{main,version}.c (Linux 6.12)
    pattern:
      /(?<module>[A-Za-z][\w-]*): (?:Unknown symbol (?<what>\w+) \(err |disagrees about version of symbol (?<what2>\w+)|version magic '(?<what3>[^' ]*)[^']*' should be)/,
    title: 'The module $<module> was built for another kernel ($<what>)',
    hint: 'Install the modules of the kernel that runs (uname -r), build the module against its headers and Module.symvers, or load the module that has the symbol first (modprobe and not insmod).',
  },
  {
    id: 'linux-module-refused',
    phase: 'kernel',
    orLater: true,
    severity: 'warning',
    // kernel/module/signing.c, security/lockdown/lockdown.c, kernel/module/main.c (Linux 6.12)
    pattern:
      /Loading of (?:unsigned module|module with (?:unsupported crypto|unavailable key)) is rejected|: unsigned module loading is restricted; see man kernel_lockdown|Invalid (?:module )?architecture in ELF header/,
    title:
      'The kernel refuses a module: it is not signed by a key that it trusts, or is of another architecture',
    hint: 'Secure Boot or lockdown asks for signed modules: enrol the key (mokutil --import), or use the module of the distribution.',
  },
  ...modules(
    'host',
    'vfio[a-z0-9_-]*|iommufd|vhost[a-z_-]*|tun|macvtap|intel_sgx|isgx',
    // A guest that tries to load them is no host, and goes on without.
    { phase: 'host', severity: 'error', streams: ['vmm', 'host'] },
    {
      title: 'The module $<module> finds nothing to work with: $<errno>',
      hint: 'vfio needs an IOMMU: switch it on in the BIOS and with intel_iommu=on; SGX is a setting of the BIOS, too, and kernels since 5.11 have its driver in them. In a container the host must have loaded the module.',
    },
  ),
  ...modules(
    'sev-guest',
    'sev[-_]guest',
    // Programs that run in any guest try the module of each kind.
    { phase: 'userspace', severity: 'warning', streams: ANYWHERE },
    {
      title: 'This guest is no SEV-SNP guest, so $<module> finds no device',
      hint: 'Start it with SNP (sev-snp-guest): SEV and SEV-ES have no attestation reports of a guest. dmesg says what is active (Memory Encryption Features).',
    },
    [],
  ),
  ...modules(
    'other',
    '[A-Za-z0-9][\\w-]*',
    // Boots try modules that a machine does not need.
    { phase: 'userspace', severity: 'warning', streams: ANYWHERE },
    {
      title: 'The module $<module> finds no device that it drives: $<errno>',
      hint: 'The device is not there, or the VMM, the BIOS or a setting hides it.',
    },
  ),
];

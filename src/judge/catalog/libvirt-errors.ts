/** libvirt’s errors about its own drivers, storage, helpers and rights: src/util/virerror.c, src/libvirt.c, src/qemu, src/conf, src/storage (the texts of libvirt 9.0; other versions are named). */

import type { LineOrigin, Signature } from '../signature.ts';

const LIBVIRT: readonly LineOrigin[] = ['vmm', 'host'];

export const LIBVIRT_ERRORS: readonly Signature[] = [
  {
    id: 'libvirt-qemu-without-sev',
    phase: 'vmm',
    severity: 'fatal',
    // src/qemu/qemu_validate.c; libvirt 11 puts the name of the type into one sentence
    pattern:
      /(?<type>SEV|SEV-SNP|'sev(?:-snp)?'|S390 PV|SEV measured direct kernel boot)(?: guest)?(?: launch security)? is not supported (?:with|by) this QEMU binary/,
    title: 'This QEMU binary offers no $<type> on this host; libvirt itself knows it',
    hint: 'QEMU answers so when the host’s KVM has it off (kvm_amd.sev, sev_es, sev_snp; BIOS), when it may not open /dev/sev, or when it is too old (SNP: QEMU 9.1). Then restart libvirtd, which remembers what a QEMU can do.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-no-driver',
    phase: 'vmm',
    severity: 'fatal',
    // src/libvirt.c virConnectOpenInternal, src/util/virerror.c VIR_ERR_NO_CONNECT
    pattern:
      /no connection driver available for (?<uri>[a-z]\S*)|(?<uri2>qemu:\/\/\S+) is not supported by the connection driver/,
    title: 'This libvirt has no driver that serves $<uri>',
    hint: 'The QEMU driver is not installed (libvirt-daemon-driver-qemu, libvirt-daemon-system), its daemon (virtqemud) does not run, or it failed at its start: read journalctl -u libvirtd -u virtqemud.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-driver-start',
    phase: 'vmm',
    severity: 'error',
    // src/libvirt.c virStateInitialize
    pattern: /Initialization of (?<driver>[A-Za-z]+) state driver failed|Driver state initialization failed/,
    title: 'libvirt’s driver did not start',
    hint: 'The daemon serves no guest until what the line names is mended: read the lines before.',
    streams: LIBVIRT,
    symptom: true,
  },
  {
    id: 'libvirt-architecture',
    phase: 'vmm',
    severity: 'fatal',
    // src/conf/capabilities.c virCapabilitiesDomainDataLookupInternal; the first sentence is of libvirt before 1.2.14, the last of virt-install 5.1 (virtinst/capabilities.py)
    pattern:
      /no supported architecture for os type '?(?<what>[a-z]+)|could not find capabilities for arch=(?<what2>\S+)|unknown OS type '?(?<what3>[a-z]+)|Host does not support any virtualization options for arch '(?<what4>\w+)/,
    title: 'libvirt finds no QEMU that could run a guest of the kind $<what>',
    hint: 'No emulator for this architecture is installed (qemu-system-x86, qemu-kvm), or libvirt could not ask it: install it, restart libvirtd, and look at virsh capabilities.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-storage',
    phase: 'vmm',
    severity: 'fatal',
    // src/util/virerror.c VIR_ERR_NO_STORAGE_POOL, VIR_ERR_STORAGE_VOL_EXIST, src/storage
    pattern:
      /Storage (?<what>pool|volume) not found|storage (?<what2>pool) '[^']*' is not active|storage (?<what3>vol)(?:ume)?(?: '?[^' ]+'?)? (?:exists already|already exists)|cannot open (?<what4>volume) '/,
    title: 'The storage $<what> of the domain is not as libvirt needs it',
    hint: 'virsh pool-list --all shows what there is: pool-define-as, pool-start and pool-autostart make a pool; pool-refresh finds files that were put there; vol-delete removes an old volume.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-rights',
    phase: 'vmm',
    severity: 'fatal',
    // src/rpc/virnetsocket.c, src/remote/remote_daemon_dispatch.c: polkit
    pattern:
      /authentication unavailable: (?<why>no polkit agent available)|authentication (?:failed|cancelled): (?<why2>[a-z][a-z .]*[a-z])|error from service: .*(?<why3>not authorized|Permission denied)/,
    title: 'libvirt does not let this user manage guests: $<why>',
    hint: 'Add the user to group libvirt and log in anew, run as root, or use qemu:///session (which has no bridges).',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-helper',
    phase: 'vmm',
    severity: 'fatal',
    // src/qemu/qemu_{vhost_user,tpm,passt,slirp,virtiofs,dbus}.c, src/util/virtpm.c, src/storage/storage_source.c
    pattern:
      /Unable to find a satisfying (?<helper>virtiofsd|vhost-user-gpu)|(?:Unable|Cannot) (?:to )?find '?(?<helper2>swtpm(?:_setup|_ioctl)?)'?|Could not (?:run|start|get process id of) '?(?:[^' ]*\/)?(?<helper3>swtpm\w*|passt|slirp|vhost-user-gpu|virtiofsd|dbus-daemon)|(?<helper4>dbus-daemon|virtiofsd|pr helper|swtpm) died (?:unexpectedly|and reported)|virtiofsd binary '(?<helper5>[^']+)' is not executable|'(?<helper6>[^']+)' is not a suitable pr helper/,
    title: 'A program that libvirt starts beside QEMU is missing or failed: $<helper>',
    hint: 'Install it (virtiofsd, swtpm and swtpm-tools, passt); libvirt looks in /usr/share/qemu/vhost-user and PATH, or takes <binary path=…>. Its own log is in /var/log/swtpm/libvirt or /var/log/libvirt/qemu.',
    streams: LIBVIRT,
    causes: [
      {
        id: 'swtpm',
        when: { helper: ['swtpm', 'swtpm_setup', 'swtpm_ioctl'] },
        title: 'swtpm, which libvirt starts for the TPM of the domain, is missing or did not start',
        hint: 'Read /var/log/swtpm/libvirt/qemu/<domain>-swtpm.log and the host dmesg: AppArmor or SELinux (usr.bin.swtpm) often forbids its log, socket or state after an update; else install swtpm and swtpm-tools, or remove a state of another user in /var/lib/libvirt/swtpm.',
      },
    ],
  },
  {
    id: 'libvirt-shared-memory',
    phase: 'vmm',
    severity: 'fatal',
    // src/qemu/qemu_validate.c qemuValidateDomainVirtioFS, qemu_vhost_user
    pattern:
      /'?(?<device>virtiofs|vhostuser|vhost-user[a-z-]*)'? requires (?:shared memory|one or more NUMA nodes)/,
    title: '$<device> needs guest memory that is shared with its program',
    hint: 'Put <memoryBacking><source type="memfd"/><access mode="shared"/></memoryBacking> into the domain. The private memory of a TD cannot be shared: virtiofs works there only through bounce buffers.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-hook',
    phase: 'vmm',
    severity: 'error',
    // src/util/virhook.c
    pattern: /Hook script execution failed: (?<why>.*[A-Za-z0-9'"])/,
    title: 'A hook script of libvirt failed, so the domain was not started: $<why>',
    hint: 'Run /etc/libvirt/hooks/qemu by hand with the arguments that the line shows.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-undefine',
    phase: 'vmm',
    severity: 'error',
    // src/qemu/qemu_driver.c qemuDomainUndefineFlags
    pattern:
      /[cC]annot undefine domain with (?<what>nvram|NVRAM)|Refusing to undefine while (?:domain )?(?<what2>managed save image|[0-9]+ snapshots) exist|cannot delete inactive domain with (?<what3>[0-9]+ (?:snapshots|checkpoints))/,
    title: 'libvirt does not forget the domain as long as there is its $<what>',
    hint: 'virsh undefine --nvram (--managed-save, --snapshots-metadata, --checkpoints-metadata) removes both; --keep-nvram keeps the variables.',
    streams: LIBVIRT,
  },
];

/** What libvirt and its tools (virsh, virt-install) print when a domain with launchSecurity is not defined or started. */

import type { LineOrigin, Signature } from '../signature.ts';
import { LIBVIRT_ERRORS } from './libvirt-errors.ts';
import { LIBVIRT_TDX } from './libvirt-tdx.ts';

/** libvirt writes to the terminal of virsh, or to the host's journal. */
const LIBVIRT: readonly LineOrigin[] = ['vmm', 'host'];

export const LIBVIRT_ROWS: readonly Signature[] = [
  ...LIBVIRT_TDX,
  ...LIBVIRT_ERRORS,
  {
    id: 'libvirt-qemu-without-tdx',
    phase: 'vmm',
    severity: 'fatal',
    // src/qemu/qemu_validate.c (libvirt 11.6), and the patches of Intel and Ubuntu before
    pattern:
      /(?:INTEL |Intel )?(?:TDX|tdx)'? (?:launch ?[sS]ecurity|launch security type '?tdx'?)?.*is not supported (?:with|by) this QEMU binary|[lL]aunch security type 'tdx' is not supported (?:with|by) this QEMU/,
    title: 'This QEMU binary is built without TDX; libvirt itself knows TDX',
    hint: 'Use QEMU 10.1 or newer built with TDX, or the one of the TDX packages: an upgrade of the distribution may have replaced it (canonical/tdx#46). Then restart libvirtd, which remembers what a QEMU can do.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-launch-security',
    phase: 'vmm',
    severity: 'fatal',
    // src/conf/domain_conf.c: an enum value that this libvirt does not have
    pattern:
      /(?:'type' in element 'launchSecurity'|launchSecurity type|[lL]aunch security type) ?:? ?'?[tT][dD][xX]'?|[tT][dD][xX] launchSecurity .*not supported|unsupported configuration: .*(?:launchSecurity|[tT][dD][xX]).*(?:not support|unsupported|[uU]nknown)/,
    title: 'This libvirt does not know Trust Domains',
    hint: 'launchSecurity type tdx needs a libvirt with TDX (11.6 or newer, or the one of the TDX packages) and a QEMU with tdx-guest (canonical/tdx#135).',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-firmware',
    phase: 'vmm',
    severity: 'fatal',
    // src/qemu/qemu_firmware.c qemuFirmwareFillDomain
    pattern:
      /Unable to find '?(?<kind>efi|bios)'? firmware that is compatible with the current configuration|Unable to find any firmware to satisfy/,
    title: 'libvirt finds no firmware for a TD',
    hint: 'A firmware description with the feature "intel-tdx" is missing in /usr/share/qemu/firmware: install the TDX firmware of the distribution, or give <loader type="rom"> or stateless="yes" with its path.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-no-kvm',
    lasting: true,
    phase: 'host',
    severity: 'fatal',
    // src/qemu/qemu_process.c, src/ch/ch_process.c (libvirt 11.3, 12.8)
    pattern: /Domain requires KVM, but it is not available/,
    title: 'libvirt finds no KVM on this host, and the domain needs it',
    hint: '/dev/kvm is missing (kvm_intel or kvm_amd not loaded, virtualisation off in the BIOS set-up, nested virtualisation off, a container without the device), or came after libvirt asked QEMU: restart libvirtd.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-machine',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /unsupported configuration: Emulator '[^']*' does not support (?<what>machine type|virt type|os type|arch)[^']*'(?<value>[^']*)'|Host does not support (?<what2>domain type) (?<value2>[a-z]+)\b/,
    title: 'The emulator does not support $<what> $<value>',
    hint: 'virt type kvm: /dev/kvm is missing or not accessible to libvirt. Machine type: TDs need q35; -machine help lists what this QEMU has.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-no-capabilities',
    phase: 'vmm',
    severity: 'fatal',
    // src/conf/capabilities.c virCapabilitiesDomainDataLookup, src/qemu/qemu_capabilities.c
    pattern:
      /could not find capabilities for (?:.* )?domaintype=(?<type>[a-z]+)|could not get preferred machine for \S+ type=(?<type2>[a-z]+)/,
    title: 'libvirt has no emulator that runs domains of type $<type>',
    hint: 'For kvm: /dev/kvm is missing or not accessible to libvirt (kvm_intel not loaded, nested virtualisation off, or libvirtd was started before it). Else QEMU is not installed, or could not be asked: restart libvirtd and run virsh capabilities.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-connection-lost',
    phase: 'vmm',
    severity: 'error',
    // src/rpc/virnetsocket.c virNetSocketReadWire; in the daemon's own log only a client has gone
    pattern: /End of file while reading data: Input\/output error/,
    unless: /virNetSocketReadWire|(?:libvirtd|virtqemud)(?:\[[0-9]+\])?: /,
    title: 'libvirt’s daemon closed the connection in the middle of a call',
    hint: 'It ended or crashed: read its log (journalctl -u libvirtd -u virtqemud) and look for a core dump.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-pflash',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /unsupported configuration: .*(?:pflash|loader|nvram|NVRAM|SMM|smm|secure ?boot|Secure Boot|kernel-irqchip|ioapic|hpet).*/,
    title: 'libvirt refuses a setting of the domain that a TD cannot have, or this QEMU has not',
    hint: 'The line names it. A TD needs a firmware without NVRAM (loader type rom, or stateless), no SMM, ioapic driver qemu, and q35.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-unsupported',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /unsupported configuration: (?<what>.*[A-Za-z0-9'"])/,
    unless: /[Ss]ecurity driver |requires (?:shared|one or more)|launch security is not supported with/,
    title: 'libvirt cannot do this: $<what>',
    hint: '"this QEMU binary" blames QEMU, anything else libvirt or the XML. Restart libvirtd after QEMU was changed.',
    streams: LIBVIRT,
    quotes: true,
  },
  {
    id: 'libvirt-xml',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:\bXML error|error: (?:\(domain_definition\)|XML document failed to validate against schema)):? ?(?<why>.*[A-Za-z0-9'"])/,
    title: 'libvirt does not accept the XML of the domain: $<why>',
    hint: 'An element or a value that this libvirt does not know: compare with the formatdomain page of this version.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-permission',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:(?:Cannot access|could not open|Failed to open) (?:storage file|backing file|file)? ?'(?<path>[^']*)'(?: \(as uid:[0-9]+, gid:[0-9]+\))?|Process exited prior to exec: .* Unable to (?:stat|access|open) (?<path2>[^:]*)): (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'libvirt cannot use $<path>: $<errno>',
    hint: 'The user of QEMU (libvirt-qemu) must reach the file and each directory above it; /home and /root often forbid that.',
    streams: LIBVIRT,
    causes: [
      {
        id: 'missing',
        when: { errno: 'ENOENT' },
        title: '$<path> does not exist',
        hint: 'Check the path in the XML of the domain.',
      },
    ],
  },
  {
    id: 'libvirt-xattr',
    phase: 'vmm',
    severity: 'fatal',
    // src/util/virfile.c virFileSetXAttr(), virFileRemoveXAttr() (libvirt 11.6)
    pattern:
      /Unable to (?:set|get|remove) XATTR (?<name>\S+) on (?<path>[^:]+): (?<errno>[A-Z][A-Za-z ]*[a-z])/,
    title: 'libvirt may not note the owner of $<path> in its attribute $<name>: $<errno>',
    hint: 'trusted.* needs CAP_SYS_ADMIN of the host’s first user namespace, which a container does not have: set remember_owner = 0 in /etc/libvirt/qemu.conf and restart libvirtd.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-apparmor',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /apparmor="DENIED".*profile="libvirt-[^"]*" name="(?<path>[^"]*)"/,
    title: 'AppArmor’s profile of the domain forbids what it needs: $<path>',
    hint: 'Add the path to /etc/apparmor.d/abstractions/libvirt-qemu (a QEMU of one’s own also to usr.sbin.libvirtd), keep the file where the profile allows it, or set security_driver in qemu.conf.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-apparmor-profile',
    phase: 'vmm',
    severity: 'fatal',
    // src/security/security_apparmor.c load_profile(), AppArmorSetSecurityProcessLabel() (libvirt 11.6)
    pattern: /(?:unable to|cannot) (?:set|load) (?:AppArmor|apparmor) profile/,
    title: 'libvirt could not load the AppArmor profile of the domain',
    hint: 'virt-aa-helper refused a path of the XML, or this container may not load profiles: read the journal of libvirtd and the host dmesg, or set security_driver in qemu.conf.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-security-driver',
    phase: 'vmm',
    severity: 'error',
    // src/security/security_stack.c, src/qemu/qemu_security.c, security_manager.c (libvirt 11.6)
    pattern:
      /Security driver (?:model )?'?(?<model>[a-z()]+)'? (?:is )?not (?:available|enabled|found|initialized)|Unable to find security driver for model (?<model2>[a-z]+)/,
    title: 'The security driver $<model> of the domain is not the one that this libvirtd runs with',
    hint: 'Set security_driver in qemu.conf to what the host has (apparmor, selinux), or take <seclabel> out of the XML, and restart libvirtd (canonical/tdx#233).',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-nvram-template',
    phase: 'vmm',
    severity: 'fatal',
    // src/qemu/qemu_nvram.c qemuPrepareNVRAM
    pattern:
      /[Uu]nable to find any master var store|[Ff]ailed to (?:open|create|write) (?:to )?NVRAM|conversion of the nvram template to another target format/,
    title: 'libvirt has no template for the NVRAM of the firmware',
    hint: 'Name one in <nvram template="…"> (its templateFormat must be the format of the domain’s own), or take a firmware that is listed in /usr/share/qemu/firmware (2M and 4M images have templates of their own). A TD has no NVRAM: loader type rom, or stateless="yes".',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-before-exec',
    phase: 'vmm',
    severity: 'fatal',
    // src/util/vircommand.c: the hook between fork and exec
    pattern: /Process exited prior to exec: libvirt: [^:]*: (?<why>.*[A-Za-z0-9'"])/,
    title: 'libvirt could not prepare QEMU: $<why>',
    hint: 'Namespaces, cgroups or labels of the domain could not be set up: in a container that needs more rights (namespaces=[] in qemu.conf).',
    streams: LIBVIRT,
    quotes: true,
  },
  {
    id: 'libvirt-network',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:[nN]etwork '(?<name>[^']*)' is not active|Network not found|Cannot get interface MTU on '(?<name2>[^']*)'|Unable to create tap device|Unable to add (?:bridge (?<name3>\S+) )?port [^\s:]+(?:: (?<errno>[A-Z][A-Za-z ]*[a-z]))?|unable to open \/dev\/net\/tun, is tun module loaded|Network is already in use by interface|Failed to apply firewall command)/,
    title: 'The network of the domain is not there, or could not be set up',
    hint: 'virsh net-start default (and net-autostart), or a bridge that exists; in a container libvirt needs /dev/net/tun, CAP_NET_ADMIN and nft or iptables.',
    streams: LIBVIRT,
    causes: [
      {
        id: 'no-bridge',
        // net/bridge/br_ioctl.c, net/core/dev_ioctl.c: the interface is there and is no bridge, or is not there
        when: { errno: ['EOPNOTSUPP', 'ENODEV', 'EINVAL'] },
        title:
          '$<name>, to which the network card of the domain is to be attached, is no bridge of this host',
        hint: 'ip link show type bridge lists them: make a bridge over the physical card and name that, or use <interface type="network"> or type="direct" (macvtap).',
      },
    ],
  },
  {
    id: 'libvirt-exists',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /domain '(?<name>[^']*)' (?:already exists|is already defined)|Guest name '(?<name2>[^']*)' is already in use|[dD]omain is already (?:active|running)/,
    title: 'A domain of this name exists already',
    hint: 'virsh destroy and virsh undefine remove it; or choose another name and UUID.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-connect',
    phase: 'host',
    severity: 'fatal',
    pattern: /Failed to connect socket to '(?<path>[^']*libvirt[^']*)': (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'libvirt does not run, or may not be used',
    hint: 'systemctl start libvirtd (or virtqemud.socket), and add the user to group libvirt.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-tls',
    phase: 'host',
    severity: 'fatal',
    // src/rpc/virnettlscontext.c virNetTLSContextCheckCertFile() (libvirt 11.6)
    pattern:
      /Cannot read (?<what>CA certificate|CA revocation list|(?:client |server )?certificate|(?:client |server )?private key) '(?<path>[^']*)'/,
    title: 'libvirt’s connection by TLS lacks its $<what>: $<path>',
    hint: 'Make CA, certificate and key where libvirt looks (/etc/pki/CA, /etc/pki/libvirt), or connect without: qemu+ssh://host/system, and qemu:///system (three slashes) on the host itself.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-unreached',
    phase: 'host',
    severity: 'fatal',
    pattern: /failed to connect to the hypervisor/,
    title: 'The client got no connection to libvirt',
    hint: 'The line beside says why. On the host itself: systemctl start libvirtd (or virtqemud.socket), and add the user to group libvirt.',
    streams: LIBVIRT,
    symptom: true,
  },
  {
    id: 'libvirt-memory',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?:cannot limit locked memory of process|Unable to (?:create|set) cgroup|Failed to (?:create|start|enable) (?:v[0-9] )?controller|Unable to write to '\/sys\/fs\/cgroup)/,
    title: 'libvirt could not set the limits of the domain',
    hint: 'cgroups are not mounted or not delegated (in a container), or the limit of locked memory is too low.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-hostdev',
    phase: 'vmm',
    severity: 'fatal',
    // src/hypervisor/virhostdev.c, src/util/virpci.c, src/util/virusb.c (libvirt 11.6)
    pattern:
      /PCI device (?<device>[0-9a-f:.]+) (?:is in use|is not assignable)|Failed to (?:bind|unbind|reset) PCI device '?(?<device2>[0-9a-f:.]+)|Unable to reset PCI device|node device not found|Did not find USB device|[Dd]evice \S+ not found: could not access \S+\/config/,
    title: 'A device of the host cannot be given to the domain',
    hint: 'It does not exist, another domain or driver uses it, or it is not bound to vfio-pci: virsh nodedev-list, lspci -nnk. A TD takes devices by iommufd or vfio only.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-hugepages',
    phase: 'vmm',
    severity: 'fatal',
    // src/qemu/qemu_conf.c, src/qemu/qemu_command.c (libvirt 11.6)
    pattern:
      /hugetlbfs filesystem is not mounted or disabled|Unable to find any usable hugetlbfs mount|failed to find appropriate hugetlbfs mount/,
    title: 'The domain asks for huge pages, and libvirt has no hugetlbfs for them',
    hint: 'Mount hugetlbfs and restart libvirtd, or take <hugepages> out: a TD of QEMU 10.1 gains nothing from them.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-cpu',
    phase: 'vmm',
    severity: 'fatal',
    // src/qemu/qemu_process.c, src/cpu/cpu_x86.c (libvirt 11.6)
    pattern:
      /guest CPU doesn't match specification: (?<what>missing|extra) features: (?<features>[a-z0-9_,. -]*[a-z0-9])|(?:the |guest )CPU is (?:incompatible|not compatible) with host CPU/,
    title: 'The CPU of the domain is not one that this host can give',
    hint: 'Use <cpu mode="host-passthrough"> without features; a TD takes no named model.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-busy',
    phase: 'vmm',
    severity: 'fatal',
    // src/hypervisor/domain_job.c virDomainObjBeginJobInternal (libvirt 11.6)
    pattern: /cannot acquire state change lock/,
    title: 'Another call holds the domain: QEMU hangs, or was not done after 30 s',
    hint: 'The line names the call (held by). A TD with much memory starts slowly: wait; else read the log of the domain and end its QEMU.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-emulator',
    phase: 'vmm',
    severity: 'fatal',
    // src/qemu/qemu_capabilities.c, src/util/vircommand.c (libvirt 11.6)
    pattern:
      /(?:cannot execute binary|Cannot check QEMU binary|Failed to start QEMU binary|Failed to probe capabilities for) '?(?<path>\/[^':\s]+)|Failed to probe QEMU binary with QMP/,
    title: 'libvirt cannot run its QEMU binary',
    hint: '<emulator> must name a QEMU that the user of QEMU may execute and whose libraries are there; AppArmor or SELinux may forbid a path of its own. Run it with --version as that user.',
    streams: LIBVIRT,
  },
  {
    id: 'libvirt-no-domain',
    phase: 'vmm',
    // Scripts end a domain that may not be there before they start it.
    severity: 'warning',
    pattern: /[Dd]omain not found: no domain with matching|error: failed to get domain '/,
    title: 'libvirt has no domain of this name',
    hint: 'It was not defined, or was transient and has ended; virsh -c qemu:///system and qemu:///session see different ones.',
    streams: LIBVIRT,
    symptom: true,
  },
  {
    id: 'libvirt-define',
    phase: 'vmm',
    severity: 'error',
    pattern: /error: Failed to (?:define|create|start) domain/,
    title: 'libvirt could not define or start the domain',
    hint: 'The lines around this one say why; /var/log/libvirt/qemu/<domain>.log has what QEMU said.',
    streams: LIBVIRT,
    symptom: true,
  },
  {
    id: 'libvirt-monitor',
    phase: 'vmm',
    severity: 'error',
    pattern:
      /process exited while connecting to monitor|[qQ][eE][mM][uU] unexpectedly closed the monitor|Unable to read from monitor|Failed to connect to monitor socket|End of file from qemu monitor|monitor socket did not show up/,
    title: 'libvirt lost QEMU',
    hint: 'The rest of the line, or /var/log/libvirt/qemu/<domain>.log, says why.',
    streams: LIBVIRT,
    symptom: true,
  },
  {
    id: 'libvirt-refuses',
    phase: 'vmm',
    severity: 'error',
    // src/util/virerror.c: the classes of errors, each before a new sentence
    pattern:
      /error: (?:internal error|operation failed|Requested operation is not valid|Operation not supported|invalid argument): (?<why>[A-Za-z].*[A-Za-z0-9'")])/,
    unless: /process exited|closed the monitor/,
    title: 'libvirt gave up: $<why>',
    hint: 'The sentence is libvirt’s own; /var/log/libvirt/qemu/<domain>.log has what QEMU said, if it was started.',
    streams: LIBVIRT,
    quotes: true,
  },
];

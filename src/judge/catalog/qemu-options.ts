/** What QEMU prints of options, properties, devices and layouts that it does not take. */

import type { MachineStream } from '../../words/words.ts';
import type { Cause, Signature } from '../signature.ts';

/** A guest may print these words on its console: only the VMM's own stderr counts. */
const VMM: readonly MachineStream[] = ['vmm'];

/** Opening images, sockets and other files: block/file-posix.c, util/osdep.c, io/channel-socket.c. */
const FILE: readonly Cause[] = [
  {
    id: 'missing',
    lasting: true,
    when: { errno: 'ENOENT' },
    title: '$<path> does not exist',
    hint: 'Check the path; relative paths start where QEMU was started.',
  },
  {
    id: 'denied',
    lasting: true,
    when: { errno: ['EACCES', 'EPERM', 'EROFS'] },
    title: 'QEMU may not open $<path>',
    hint: 'Check its owner and mode, and those of the directories above; libvirt and AppArmor need the path in their profiles.',
  },
  {
    id: 'directory',
    lasting: true,
    when: { errno: ['EISDIR', 'ENOTDIR'] },
    title: '$<path> is not a file',
    hint: 'Check the path.',
  },
];

export const QEMU_OPTIONS: readonly Signature[] = [
  {
    id: 'qemu-accelerator',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /invalid accelerator (?<accel>[a-z]+)/,
    title: 'QEMU has no accelerator $<accel>',
    hint: 'This QEMU was built without it: install the full qemu-system-x86 package. KVM runs guests of the host’s own architecture alone: qemu-system-aarch64 on x86 has none.',
    streams: VMM,
  },
  {
    id: 'qemu-pflash-td',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // hw/i386/pc_sysfw.c; tdx_kvm_init forbids read-only memory.
    pattern: /pflash with kvm requires KVM readonly memory support/,
    title: 'A TD cannot have pflash drives',
    hint: 'Give the firmware as one file with -bios (OVMF.inteltdx.fd), not as pflash with a variable store.',
    streams: VMM,
  },
  {
    id: 'qemu-pflash-size',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /combined size of system firmware exceeds|system firmware block device \S+ has invalid size|device requires [0-9]+ bytes, block backend provides [0-9]+ bytes/,
    title: 'The firmware image has a size that a flash chip cannot have',
    hint: 'The file must be a multiple of 4 KiB and at most 8 MiB: it may be truncated, or not be a firmware.',
    streams: VMM,
  },
  {
    id: 'qemu-host-forwarding',
    phase: 'vmm',
    severity: 'fatal',
    // net/slirp.c slirp_hostfwd (QEMU 2.10 and newer begin with a capital)
    pattern: /[Cc]ould not set up host forwarding rule(?: '(?:tcp|udp)?:[^':]*:(?<port>[0-9]{1,5})-)?/,
    title: 'QEMU could not forward the host port $<port>',
    hint: 'The port is in use, or needs rights that the user lacks: choose another one.',
    streams: VMM,
  },
  {
    id: 'qemu-socket',
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Failed to (?<what>bind socket to|connect to) (?:'(?<path>[^']+)'|(?<path2>[^': ]+)): (?<errno>[A-Z][A-Za-z/ ]*[a-z])|Failed to find an available port: (?<errno2>Address already in use)/,
    title: 'QEMU could not use the socket $<path>: $<errno>',
    hint: 'The program behind the socket must run before QEMU, and the directory must exist.',
    streams: VMM,
    causes: [
      {
        id: 'used',
        when: { errno: 'EADDRINUSE' },
        title: 'A socket or port of QEMU is already in use',
        hint: 'Another VM uses it, or an old one is still alive.',
      },
      {
        id: 'nobody',
        when: { errno: ['ECONNREFUSED', 'ENOENT'], what: 'connect to' },
        title: 'Nobody listens on $<path>',
        hint: 'Start the program that serves the socket (virtiofsd, swtpm, a QGS, a serial client) before QEMU, or use server=on,wait=off.',
      },
      {
        id: 'denied',
        when: { errno: ['EACCES', 'EPERM'] },
        title: 'QEMU may not use the socket $<path>',
        hint: 'Check the owner and mode of the socket and of its directory.',
      },
    ],
  },
  {
    id: 'qemu-image-lock',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /Failed to get (?:shared )?"(?<mode>[a-z ]+)" lock|Failed to lock byte [0-9]+/,
    title: 'The disk image is in use by another process',
    hint: 'Another QEMU has the image open: give each VM its own copy or overlay.',
    streams: VMM,
  },
  {
    id: 'qemu-image-format',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Image is not in (?<format>[a-z0-9]+) format|Image is corrupt|Unsupported (?<format2>[a-z0-9]+) (?:version|feature)|Could not open backing (?:file|image)/,
    // The next row says why the file could not be opened.
    unless: /Could not open backing file: Could not open '[^']*': [A-Z]/,
    title: 'The disk image is not what its format= says, is damaged, or misses its backing file',
    hint: 'qemu-img info says what the file is; an overlay needs its backing file at the path that it was made with.',
    streams: VMM,
  },
  {
    id: 'qemu-open-file',
    phase: 'vmm',
    severity: 'fatal',
    pattern: /Could not open '(?<path>[^']*)': (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'QEMU could not open a file: $<errno>',
    hint: 'The line names the file; check its path and permissions.',
    streams: VMM,
    causes: FILE,
  },
  {
    id: 'qemu-device-model',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /'(?<model>[a-zA-Z0-9_.-]+)' (?:\(alias '[^']*'\) )?is not a valid device model name/,
    title: 'QEMU has no device $<model>',
    hint: 'This QEMU lacks the device or its module package; -device help lists what it has.',
    streams: VMM,
  },
  {
    id: 'qemu-machine-type',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /[uU]nsupported machine type/,
    title: 'QEMU does not know the machine type',
    hint: '-machine help lists what it has; TDs need q35.',
    streams: VMM,
  },
  {
    id: 'qemu-cpu-model',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // target/i386/cpu.c, hw/core/machine.c is_cpu_type_supported (QEMU 10.1)
    pattern:
      /unable to find CPU model '(?<model>[^']*)'|[Ii]nvalid CPU (?:type|model):? '?(?<model2>[A-Za-z0-9_.-]*[A-Za-z0-9_])/,
    title: 'QEMU has no CPU model $<model>',
    hint: '-cpu help lists what it has; a TD needs -cpu host.',
    streams: VMM,
  },
  {
    id: 'qemu-cpu-features',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /(?:Host|TCG|TDX) doesn't support requested features/,
    title: 'The CPU lacks a feature that enforce=on demands',
    hint: 'The warnings above name the features: take them, or enforce, off -cpu.',
    streams: VMM,
  },
  {
    id: 'qemu-smp',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Invalid (?:SMP CPUs|CPU topology|CPU (?:\[socket|socket-id|module-id|die-id|core-id|thread-id))|cpu topology: sockets|CPU\[[0-9]+\] with APIC ID|maxcpus must be equal to or greater than smp|current -smp configuration requires (?<what>kernel irqchip and X2APIC API support|Extended Interrupt Mode enabled)/,
    title: 'QEMU refuses the number or layout of CPUs',
    hint: 'The product of sockets, dies, cores and threads must be maxcpus. The line says what is wrong.',
    streams: VMM,
    causes: [
      {
        id: 'x2apic',
        when: { what: ['kernel irqchip and X2APIC API support', 'Extended Interrupt Mode enabled'] },
        title: 'More than 255 CPUs need x2APIC support: $<what>',
        hint: 'Use kernel_irqchip=split and -device intel-iommu,intremap=on,eim=on, or fewer CPUs.',
      },
    ],
  },
  {
    id: 'qemu-object-type',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /(?:'qom-type' does not accept value '|invalid object type: )(?<type>[a-z0-9-]+)/,
    title: 'QEMU has no object type $<type>',
    hint: 'memory-backend-memfd-private and the like exist only in old out-of-tree builds; upstream needs plain -m.',
    streams: VMM,
    causes: [
      {
        id: 'iommufd',
        when: { type: 'iommufd' },
        title: 'This QEMU is built without iommufd',
        hint: 'Use QEMU 9.0 or newer with CONFIG_IOMMUFD.',
      },
      {
        id: 'igvm',
        when: { type: 'igvm-cfg' },
        title: 'This QEMU is built without IGVM',
        hint: 'Use QEMU 10.1 or newer built with libigvm (--enable-igvm), or give the firmware with -bios.',
      },
    ],
  },
  {
    id: 'qemu-value',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /Parameter '(?<parameter>[^']*)' does not accept value '(?<value>[^']*)'/,
    title: '$<parameter> of this QEMU does not accept $<value>',
    hint: 'The value belongs to another version of QEMU, or is misspelt.',
    streams: VMM,
  },
  {
    id: 'qemu-property',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Property '(?<object>[^']*)\.(?<property>[^'.]*)' not found|Property '(?<property2>[^'.]*)' not found|CPU feature (?<property3>[a-z0-9_.-]+) not found/,
    title: 'QEMU does not know the property $<property>',
    hint: 'The option belongs to another version of QEMU, or to another kind of CPU or device: take it out (of a CPU: use -cpu host, host-passthrough in libvirt).',
    streams: VMM,
    causes: [
      {
        id: 'confidential',
        when: { property: ['confidential-guest-support', 'memory-encryption', 'kvm-type'] },
        title: 'This machine of QEMU knows no $<property>',
        hint: 'Use QEMU 10.1 or newer with -machine q35,confidential-guest-support=ID and -object tdx-guest,id=ID; kvm-type and memory-encryption are of old or out-of-tree builds.',
      },
      {
        id: 'tdx-guest',
        when: { object: 'tdx-guest' },
        title: 'tdx-guest of this QEMU has no property $<property>',
        hint: 'Upstream has attributes, sept-ve-disable, mrconfigid, mrowner, mrownerconfig and quote-generation-socket; "debug" and "quote-generation-service" are of Intel’s trees.',
      },
    ],
  },
  {
    id: 'qemu-parameter',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Parameter '(?<parameter>[^']*)' is (?:unexpected|missing)|Invalid parameter '(?<parameter2>[^']*)'/,
    title: 'QEMU does not accept the parameter $<parameter>',
    hint: 'The option belongs to another version of QEMU: quote-generation-socket was once quote-generation-service.',
    streams: VMM,
  },
  {
    id: 'qemu-parameter-value',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Parameter '(?<parameter>[^']*)' expects (?<what>[^.]*[a-z0-9])|Invalid parameter type for '(?<parameter2>[^']*)'|Expected '?key=value|Expected '='/,
    title: 'A parameter of QEMU has a wrong value: $<parameter>',
    hint: 'The line says what QEMU expects there.',
    streams: VMM,
  },
  {
    id: 'qemu-not-found',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /(?<kind>Device|Bus|Node|object|Object|Drive|chardev|Chardev|netdev) '(?<name>[^']*)' (?:is )?not found|Cannot find device='?(?<name2>[^' ]*)/,
    title: 'An option of QEMU names $<name>, which does not exist',
    hint: 'An id is misspelt or its -object, -drive, -chardev or -netdev is missing: confidential-guest-support= names the id of a tdx-guest object.',
    streams: VMM,
  },
  {
    id: 'qemu-duplicate',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /Duplicate (?:ID '(?<id>[^']*)'|device ID '(?<id2>[^']*)'|nodes with node-name)|attempt to add duplicate property/,
    title: 'An id is given twice to QEMU',
    hint: 'The line names the id: give each object, drive and device its own.',
    streams: VMM,
  },
  {
    id: 'qemu-pci-layout',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // hw/pci/pci.c, system/qdev-monitor.c
    pattern:
      /PCI: (?:slot [0-9]+ function [0-9]+ (?:not available|already occupied|is reserved)|no slot\/function available|single function device can't be populated|[^:]* slot [0-9]+ )|No '(?<bus>[^']*)' bus found for device|Bus '(?<bus2>[^']*)' (?:does not support hotplugging|is full)|drive with bus=[0-9]+, unit=[0-9]+ \(index=[0-9]+\) exists/,
    title: 'Two devices of QEMU want the same place, or there is no bus for one',
    hint: 'The line names the device: take addr= and bus= out, or give each its own.',
    streams: VMM,
  },
  {
    id: 'qemu-option-rom',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern:
      /failed to (?:find|load) romfile "(?<rom>[^"]*)"|romfile "(?<rom2>[^"]*)" (?:\([0-9]+ bytes\) )?(?:is )?(?:too large|empty)/,
    title: 'QEMU lacks the option ROM $<rom>',
    hint: 'Install the package ipxe-qemu, or give the device romfile= (empty); a TD runs no option ROM.',
    streams: VMM,
    causes: [
      {
        id: 'own',
        when: {
          rom: [
            'vgabios-stdvga.bin',
            'vgabios-virtio.bin',
            'vgabios-qxl.bin',
            'vgabios.bin',
            'vgabios-cirrus.bin',
            'vgabios-vmware.bin',
            'vgabios-ramfb.bin',
            'kvmvapic.bin',
            'linuxboot_dma.bin',
            'pvh.bin',
          ],
        },
        title: 'QEMU does not find its own ROM files ($<rom>)',
        hint: 'Its data directory is not where it was built for: install seabios and qemu-system-data, give -L DIRECTORY (pc-bios of the sources), or take the display away (-vga none).',
      },
    ],
  },
  {
    id: 'qemu-pflash-pair',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // hw/i386/pc_sysfw.c pc_system_firmware_init (QEMU 10.1)
    pattern: /pflash(?<unit>[0-9]) requires pflash(?<needed>[0-9])/,
    title: 'QEMU got pflash$<unit> without pflash$<needed>',
    hint: 'The first pflash drive is the code of the firmware (unit=0), the second its variables. A TD has no pflash: give one file with -bios.',
    streams: VMM,
  },
  {
    id: 'qemu-kernel-option',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // system/vl.c qemu_validate_options (QEMU 10.1)
    pattern: /: (?<option>-[a-z]+) only allowed with -kernel/,
    title: 'QEMU takes $<option> only with -kernel',
    hint: 'Give the kernel, too, or leave the option out: a disk image has its own kernel and command line.',
    streams: VMM,
  },
  {
    id: 'qemu-option',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    pattern: /: invalid option/,
    title: 'QEMU does not know an option',
    hint: 'The line names the option; it belongs to another version of QEMU.',
    streams: VMM,
  },
  {
    id: 'vmm-shared-library',
    lasting: true,
    phase: 'host',
    severity: 'fatal',
    pattern:
      /error while loading shared libraries: (?<library>[A-Za-z0-9_.+-]+)|version `(?<library2>GLIBC_[0-9.]+)' not found/,
    title: 'A program does not start: $<library> is missing on the host',
    hint: 'It was built for another distribution: install the library, or build the program on this one.',
    streams: VMM,
  },
];

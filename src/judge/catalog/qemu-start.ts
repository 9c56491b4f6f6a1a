/** What QEMU prints of networks, displays, properties and settings that it cannot start with: net/, ui/, system/vl.c, hw/core/ (QEMU 6.0 to 8.1). */

import type { MachineStream } from '../../words/words.ts';
import type { Signature } from '../signature.ts';

const VMM: readonly MachineStream[] = ['vmm'];

export const QEMU_START: readonly Signature[] = [
  {
    id: 'qemu-bridge-helper',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // qemu-bridge-helper.c, net/tap.c net_bridge_run_helper
    pattern:
      /(?<what>failed to parse default acl file|access denied by acl file|bridge helper failed|failed to (?:get mtu of|add interface to|create tun device|recv file descriptor)|Can't fork bridge helper|network script \S+ failed with status|could not launch network script)/,
    title: 'QEMU could not attach the guest’s network to the host: $<what>',
    hint: 'The helper needs its setuid bit and "allow <bridge>" in /etc/qemu/bridge.conf, the bridge must exist; for a tap give script=no,downscript=no. -netdev user needs none of these.',
    streams: VMM,
  },
  {
    id: 'qemu-network-option',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // net/net.c, net/tap.c, net/tap-linux.c
    pattern:
      /(?<what>Unsupported NIC model: \S+|no more on-board\/default NIC slots|too many NICs|invalid syntax for ethernet address|NIC cannot have multicast MAC|network backend '[a-z]+' is not compiled into this binary|(?:vnet_hdr=1|mq_required|multiqueue) req\w+, but no kernel support|(?:invalid|not valid) with(?:out)? (?:fds?|helper|vhost|ifname)=?|Fail to get ifname|could not configure \S+(?: \([^)]*\))?:)/,
    title: 'QEMU refuses the network options: $<what>',
    hint: 'The line names the option. A network back end that is not compiled in (slirp: user) is in another package or build; a tap of a name that exists must be made with the same flags and owner.',
    streams: VMM,
  },
  {
    id: 'qemu-host-name',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // util/qemu-sockets.c
    pattern:
      /address resolution failed for (?<address>\S+): |can't resolve host address '(?<address2>[^']*)'/,
    title: 'QEMU cannot use the address $<address>',
    hint: 'Check host name and port of the -chardev, -netdev, -vnc or -serial, and that the name resolves on the host.',
    streams: VMM,
  },
  {
    id: 'qemu-display',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // ui/{console,gtk,sdl2,egl-helpers,vnc,spice-core}.c, system/vl.c
    pattern:
      /(?<what>gtk initialization failed|Could not initialize SDL|OpenGL (?:is not supported by the display|support is disabled)|egl: (?:no drm render node available|EGL_[A-Za-z_]+|render node init failed)|(?:SDL|spice|VNC|curses or iconv) support is disabled|Display '?[a-z-]+'? is not available|\b[a-z]+(?:-[a-z]+)? cannot be used with -(?:daemonize|nographic)|(?:standard VGA|Cirrus VGA|VMWare SVGA|QXL VGA|Virtio VGA|TCX|CG3|Xen|unknown vga type)[^:]* (?:not available|is not available))/,
    title: 'QEMU cannot show the display that was asked for: $<what>',
    hint: 'On a machine without a screen use -nographic or -display none; displays and QXL are in packages of their own (qemu-system-gui, qemu-ui-*, qemu-system-modules-spice). A TD needs none.',
    streams: VMM,
  },
  {
    id: 'qemu-audio',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // audio/audio.c
    pattern:
      /no default audio driver available|Could not init `[a-z]+' audio driver|[aA]udiodev '(?<id>[^']*)' not found/,
    title: 'QEMU cannot start the sound device’s back end',
    hint: 'Give -audiodev none,id=a and audiodev=a, or take the sound device away.',
    streams: VMM,
  },
  {
    id: 'qemu-property-value',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // hw/core/qdev-properties.c, qom/object.c, hw/core/qdev.c
    pattern:
      /Property (?:'?[\w-]+\.)?(?<property>[\w-]+)'? (?:doesn't take value|can't take value|can't find value) '?(?<value>[^'( ]*)|Attempt to set (?:link )?property '(?<property2>[^']*)' on .* after it was realized/,
    title: 'A device of QEMU does not accept this value of $<property>',
    hint: 'The line names device and value; -device NAME,help lists what each property takes. "it’s in use": another device has the same chardev, netdev or drive.',
    streams: VMM,
  },
  {
    id: 'qemu-device-place',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // system/qdev-monitor.c, hw/core/sysbus.c, hw/i386/pc.c
    pattern:
      /(?<what>Option '-device (?<device>[^']*)' cannot be handled by this machine|Parameter 'driver' expects (?:a )?pluggable device type|Device '[^']*' can ?not be hotplugged on this machine|Device '[^']*' could not be initialized|Invalid boot device for PC|Too many boot devices for PC|QEMU does not support multiple vIOMMUs)/,
    title: 'The machine of QEMU cannot take a device: $<what>',
    hint: 'The device belongs to another machine type (-machine q35 for PCI devices), or can only be there once.',
    streams: VMM,
  },
  {
    id: 'qemu-pid-file',
    phase: 'vmm',
    severity: 'fatal',
    // util/oslib-posix.c qemu_write_pidfile
    pattern: /[cC]annot (?<what>open|stat|lock) (?:pid|PID) file(?:$|[^:]*: [A-Z])/,
    title: 'QEMU cannot $<what> its pid file',
    hint: 'Lock: a QEMU with this -pidfile still runs; end it, or choose another path. Open: the directory is missing, or not the user’s.',
    streams: VMM,
  },
  {
    id: 'qemu-options-clash',
    phase: 'vmm',
    severity: 'fatal',
    // system/vl.c configure_accelerators, qemu_validate_options (10.1)
    pattern:
      /options are (?:incompatible|mutually exclusive)|-icount is not allowed with hardware|'preconfig' supports '-incoming/,
    title: 'Two options of QEMU exclude each other',
    hint: 'The line names them: give one. libvirt gives -accel, so <qemu:commandline> must not give -machine accel=.',
    streams: VMM,
  },
  {
    id: 'qemu-config-file',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // util/qemu-config.c, system/vl.c
    pattern:
      /There is no option group '(?<group>[^']*)'|\[(?<group2>[a-z-]+)\] section (?:\(index [0-9]+\) )?(?:doesn't support the option|does not consist of keys)|Un(?:known|used) option '[^']*' for \[(?<group3>[a-z-]+)\]|there is no (?<group4>[a-z-]+) "[^"]*" defined/,
    title: 'QEMU does not understand a setting of its configuration: $<group>',
    hint: 'The -readconfig file or -set names an option that this QEMU lacks.',
    streams: VMM,
  },
  {
    id: 'qemu-fw-cfg-file',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // system/vl.c parse_fw_cfg; older releases (vl.c) give no reason
    pattern: /can't load (?<file>\/[^\s':]+)/,
    title: 'QEMU cannot read the file $<file> that -fw_cfg names',
    hint: 'It is not there, or the user of QEMU may not read it: check path, owner, AppArmor and SELinux (libvirt allows only what its XML names).',
    streams: VMM,
  },
  {
    id: 'qemu-fw-cfg',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // system/vl.c parse_fw_cfg, hw/acpi/core.c acpi_table_add
    pattern:
      /fw_cfg device not available|name, plus exactly one of file, string and gen_id|ACPI table (?:too big|claiming to have header is too short)|-acpitable' requires|duplicate fw_cfg file name/,
    title: 'QEMU cannot take a -fw_cfg, -acpitable or -smbios of the command line',
    hint: 'The line names the file or the missing part; names of -fw_cfg begin with opt/.',
    streams: VMM,
  },
  {
    id: 'qemu-sandbox',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // system/qemu-seccomp.c, system/vl.c
    pattern:
      /-sandbox support is not enabled in this QEMU binary|failed to load seccomp syscall filter|failed to set no_new_privs/,
    title: 'QEMU cannot lock itself in (-sandbox)',
    hint: 'This QEMU is built without seccomp, or the container forbids filters: take -sandbox away.',
    streams: VMM,
  },
  {
    id: 'qemu-tools-image',
    lasting: true,
    phase: 'vmm',
    severity: 'fatal',
    // hw/i386/multiboot.c, hw/i386/x86-common.c
    pattern:
      /Cannot load x86-64 image, give a 32bit one|multiboot knows VBE\. we don't|kernel does not fit in address space|elfboot unsupported flags|invalid (?:load_addr|header_addr|load_end_addr|bss_end_addr) address/,
    title: 'QEMU cannot start this -kernel: a Multiboot image that it does not take',
    hint: 'Give a bzImage of Linux, an ELF with a PVH entry, or a Multiboot kernel of 32 bits; a 64-bit Multiboot kernel needs a boot loader (GRUB) or a 32-bit wrapper.',
    streams: VMM,
  },
];

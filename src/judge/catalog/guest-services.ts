/** What the services of a guest say that get its network, its users and its files ready: units of systemd, cloud-init. */

import { GUEST_STREAMS } from '../../words/words.ts';
import type { Cause, LineOrigin } from '../signature.ts';
import { sharing } from './sharing.ts';

/** A unit by its description, as systemd before 255 says it, and with its name before it, as newer ones do. */
function unit(name: string, ...descriptions: readonly string[]): readonly string[] {
  return [name, ...descriptions.flatMap((description) => [description, `${name} - ${description}`])];
}

/** Why units of most guests fail: units/*.in of systemd 257, systemd/*.service of cloud-init 24.4. */
export const UNITS: readonly Cause[] = [
  {
    id: 'network',
    when: {
      unit: [
        ...unit('systemd-networkd-wait-online.service', 'Wait for Network to be Configured'),
        ...unit('NetworkManager-wait-online.service', 'Network Manager Wait Online'),
      ],
    },
    title: 'The network of the guest was not configured in time (wait-online)',
    hint: 'No link, no answer of DHCP, or an interface under another name than its configuration has: ip addr and networkctl in the guest, the network device of the VMM outside. Links that may stay down need RequiredForOnline=no.',
  },
  {
    id: 'cloud-init',
    when: {
      unit: [
        ...unit('cloud-init-local.service', 'Cloud-init: Local Stage (pre-network)'),
        ...unit('cloud-init.service', 'Cloud-init: Network Stage'),
        ...unit('cloud-config.service', 'Cloud-init: Config Stage'),
        ...unit('cloud-final.service', 'Cloud-init: Final Stage'),
        'Initial cloud-init job (pre-networking)',
        'Initial cloud-init job (metadata service crawler)',
        'Apply the settings specified in cloud-config',
        'Execute cloud user/final scripts',
      ],
    },
    title: 'cloud-init failed in the guest: $<unit>',
    hint: '/var/log/cloud-init.log and cloud-init status --long in the guest say in what: a seed that it does not find (label CIDATA), user data that is no valid YAML, or a script that failed.',
  },
  {
    id: 'modules',
    when: { unit: unit('systemd-modules-load.service', 'Load Kernel Modules') },
    title: 'A kernel module that the guest is to load at boot was not loaded',
    hint: 'modules-load.d or modules-load= names a module that this kernel has not, or the image has the modules of another kernel (compare uname -r with /lib/modules); a guest without KVM may be too slow for the 90 s.',
  },
  {
    id: 'ostree',
    when: { unit: unit('ostree-prepare-root.service', 'OSTree Prepare OS/', 'OSTree Prepare OS') },
    phase: 'initramfs',
    title: 'The initramfs could not make the root of its OSTree deployment (ostree-prepare-root)',
    hint: 'Its own line says why: ostree= names no deployment of this disk, root= is missing, or composefs has no image, no fs-verity or no signature that the config in the initrd wants.',
  },
  {
    id: 'fstab',
    when: {
      unit: unit('systemd-remount-fs.service', 'Remount Root and Kernel File Systems'),
    },
    title: 'The root file system could not be remounted as /etc/fstab asks',
    hint: 'Its options or its device in /etc/fstab are not those of this disk; a root that is read-only by construction (dm-verity, squashfs) wants no rw.',
  },
];

/** cloud-init copies its log to the console and to the journal. */
const GUEST: readonly LineOrigin[] = ['host', ...GUEST_STREAMS];

/** Source: cloud-init 24.4 cloudinit/cmd/main.py, cloudinit/distros/, cloudinit/sources/, cloudinit/config/. */
export const GUEST_SERVICES = sharing({ phase: 'userspace', severity: 'error' }, [
  {
    id: 'ignition-failed',
    phase: 'initramfs',
    severity: 'fatal',
    // coreos/ignition 2.20 internal/main.go; it runs in the initramfs, on the first boot
    pattern: /Ignition failed: (?<why>\S.*\w)/,
    title: 'Ignition, which sets the guest up on its first boot, failed: $<why>',
    hint: 'Mend the Ignition config that the guest was given (ignition-validate, butane), and boot a fresh disk: it runs once. A volume with LUKS needs a key file, clevis or a TPM in the config.',
    streams: GUEST,
  },
  // ---- logins: util-linux 2.42 term-utils/agetty.c, login-utils/login.c, shadow 4.17 src/login.c, busybox 1.37 loginutils ----
  {
    id: 'guest-getty',
    severity: 'warning',
    pattern:
      /\bagetty(?:\[\d+\])?: (?<why>.*(?:not a (?:tty|character device)|cannot open\b.*|not open for read\/write|vhangup\(\) failed.*|checkname failed.*|dup problem.*|bad speed.*|: No such (?:file|device)\b.*|Input\/output error|attributes failed.*))/,
    title: 'No login on this terminal: agetty says $<why>',
    hint: 'The unit or the line of inittab names a terminal that this guest has not (ttyS0, hvc0, tty1): compare console= with what the VMM gives.',
    streams: GUEST,
  },
  {
    id: 'guest-respawn',
    severity: 'warning',
    // sysvinit 3.18 src/init.c
    pattern: /Id "(?<id>\S+)" respawning too fast: disabled for \d+ minutes/,
    title: 'init gave up the line $<id> of /etc/inittab for now: its program ends at once',
    hint: 'The program is not there, or its terminal (ttyS0, hvc0) is not: without it nobody can log in there.',
    streams: GUEST,
  },
  {
    id: 'guest-inittab',
    // sysvinit 3.18 src/init.c
    pattern: /INIT: (?<why>No inittab file found|no more processes left in this runlevel)/,
    title: 'init has nothing to run: $<why>',
    hint: 'The image lacks /etc/inittab or has no line for this runlevel: it is not whole, or meant for another init.',
    streams: GUEST,
  },
  {
    id: 'guest-login-refused',
    severity: 'warning',
    pattern:
      /^\W*(?:Login incorrect|Password incorrect|Session setup problem, abort\.|Maximum number of tries exceeded)|no available shell$/,
    title: 'The guest refused a login',
    hint: 'The account has another password or none, is locked, or has a shell that is not in the image: check what user data and image set.',
    streams: GUEST,
  },
  {
    id: 'systemd-dissect',
    // systemd 257 src/shared/dissect-image.c dissect_log_error() and the errors of dissected_image_mount()
    pattern:
      /(?:Failed to (?:mount|decrypt) (?:dissected )?image|Failed to dissect image).*: (?<errno>Protocol driver not attached|[A-Z][A-Za-z/ ]*[a-z])|Couldn't identify a suitable partition table or file system|No root partition for specified root hash found|(?:Multiple|No) suitable root partitions? found in image|Image does not match image policy|does not pass os-release\/extension-release validation/,
    title: 'systemd cannot use the disk image (portable service, extension, root image)',
    hint: 'The words name what it misses: a partition table it knows, the root hash of the image, its policy (--image-policy), or an extension-release file for this system.',
    streams: GUEST,
    causes: [
      {
        id: 'encrypted',
        when: { errno: 'EUNATCH' },
        title: 'The disk image is encrypted (LUKS), and nothing has opened it',
        hint: 'systemd-sysext and portable services open images by a key of the TPM or not at all: open it before (crypttab), or protect it by dm-verity and a signature instead.',
      },
    ],
  },
  {
    id: 'cloud-init-network',
    pattern: /\[ERROR\]: Failed to wait for network/,
    title: 'cloud-init found no network: systemd-networkd-wait-online gave up',
    hint: 'networkd configures no interface of this guest: another program manages them (ifupdown, NetworkManager), the interface has another name, or DHCP does not answer. networkctl in the guest shows which.',
    streams: GUEST,
  },
  {
    id: 'cloud-init-no-source',
    pattern:
      /no datasource found! Likely bad things to come|No instance datasource found|DataSourceNotFoundException|Failed to find a datasource|failed to (?:find|obtain) (?:primary )?DHCP (?:interface|lease)/,
    title: 'cloud-init found no data for this guest: no seed disk and no service of a cloud',
    hint: 'Attach the seed (a disk with label CIDATA and files user-data and meta-data) as a disk that the guest can read, or check network and metadata service; ds= and datasource_list must name the right one.',
    streams: GUEST,
  },
  {
    id: 'cloud-init-user-data',
    pattern:
      /Failed loading yaml blob|Unhandled (?:non-multipart|unknown content-type) \(|Invalid cloud-config provided|Failed at merging in cloud config part/,
    title: 'The user data of the guest is not valid',
    hint: 'It must begin with #cloud-config and be valid YAML: cloud-init schema --config-file checks it. What it asks for was not done: users, keys and network are missing.',
    streams: GUEST,
  },
  {
    id: 'cloud-init-module',
    pattern:
      /Running module (?<module>[\w-]+) \(.*\) failed|Failed to run module (?<module2>[\w-]+)|Failed running \S*scripts\/(?<module3>[\w.-]+)/,
    title: 'cloud-init went on without its module $<module>, which failed',
    hint: '/var/log/cloud-init.log and cloud-init-output.log in the guest say why: a package or an address that it does not reach, or a command that failed.',
    streams: GUEST,
    symptom: true,
  },
]);

/** What systemd and its helpers print of a root file system or a device that never appeared. */

import type { Cause } from '../signature.ts';
import { sharing } from './sharing.ts';

const ROOT_HINT =
  'The device never appeared: compare root=, roothash= and the partition types with the disk that the VMM attaches, and check that the initrd has the drivers (virtio_blk, virtio_scsi, dm-verity).';

const TPM_POLICY_HINT =
  'Firmware, Secure Boot’s databases, boot loader, kernel, command line or initrd have changed since: compare systemd-analyze pcrs, and enroll the disk again (systemd-cryptenroll --wipe-slot=tpm2 --tpm2-device=auto).';

/** Consoles that VMMs give: serial ports of PCs, Arm and s390x, virtio and Xen consoles. */
const CONSOLES = ['ttyS0', 'ttyS1', 'ttyAMA0', 'hvc0', 'hvc1', 'xvc0', 'ttysclp0'];

const DEVICES: readonly Cause[] = [
  {
    id: 'console',
    when: { unit: CONSOLES.flatMap((tty) => [`dev-${tty}.device`, `dev-${tty}`, `/dev/${tty}`]) },
    phase: 'userspace',
    title: 'systemd timed out waiting for the console $<unit>',
    hint: 'udev never announced it: the image lacks udev or its rules, or console= names a device that the VMM does not give; or a guest without KVM is too slow for the 90 s that a device has: systemd.default_device_timeout_sec=300 on its command line. The boot goes on without a login there (osbuilder#414).',
  },
  {
    id: 'no-such-name',
    when: { unit: ['/dev/root', 'dev-root', 'dev-root.device'] },
    title: 'The root file system did not appear: no device is called /dev/root',
    hint: 'root= must name a device, a UUID or a label; /dev/root exists for the kernel only (dracut#846).',
  },
  {
    id: 'verity',
    when: { unit: ['dev-mapper-root', 'dev-mapper-usr', '/dev/mapper/root', '/dev/mapper/usr'] },
    phase: 'initramfs',
    title: 'The root file system did not appear: $<unit> was never set up (dm-verity, LUKS)',
    hint: 'The partitions of roothash= (or usrhash=) were not found, or the hash is not theirs: the partition types and UUIDs must be those of the Discoverable Partitions Specification for this hash (mkosi#1612).',
  },
];

export const SYSTEMD_DEVICES = sharing({ phase: 'initramfs', severity: 'error' }, [
  {
    id: 'systemd-device-timeout',
    orLater: true,
    // src/core/job.c, src/shared/generator.c, src/udev-util
    pattern:
      /(?<unit>dev-[A-Za-z0-9\\_.-]+)\.device[:/](?: Job \S+)?.*(?:timed out|failed with result 'timeout')|Timed out waiting for device (?:\S*device - )?(?<unit2>[^ ]*[^ .,])/,
    title: 'systemd timed out waiting for the device $<unit>',
    hint: ROOT_HINT,
    causes: DEVICES,
  },
  {
    id: 'systemd-verity',
    orLater: true,
    pattern:
      /systemd-veritysetup(?:@\S+)?(?:\[[0-9]+\])?: .*(?:[Ff]ailed|corrupt|[Ii]nvalid)|Verity device detected corruption|Failed to (?:set up|activate) verity (?:protected )?device/,
    title: 'The dm-verity device of the root file system could not be set up',
    hint: 'Image and root hash do not belong together, or a partition is missing: compare roothash= with the one of the build.',
  },
  {
    id: 'systemd-tpm2',
    orLater: true,
    // systemd tries a key file or a passphrase then: a disk that stays closed has its own line.
    severity: 'warning',
    // src/cryptsetup/{cryptsetup,cryptsetup-tpm2}.c, src/shared/tpm2-util.c (systemd 252 to 258)
    pattern:
      /(?<what>TPM policy does not match current system state|No TPM2 metadata matching the current system state|TPM key integrity check failed|TPM is in dictionary attack lock-out mode|No TPM2 hardware discovered|No valid TPM2 token data found|No TPM2 metadata enrolled in LUKS2 header|No pcrlock policy found among system credentials|TPM2 support (?:is )?not (?:available|installed))|(?:Failed to unseal secret using TPM2|TPM2 operation failed)[^:]*: (?<errno>[A-Z][A-Za-z/ ]*[a-z])/,
    title: 'systemd could not unseal a secret with the TPM: $<errno>',
    hint: 'SYSTEMD_LOG_LEVEL=debug tells which policy or PCR did not fit: a signature for these PCRs (tpm2-pcr-signature.json), the public key or the key of the TPM may be missing.',
    causes: [
      {
        id: 'policy',
        when: {
          what: [
            'TPM policy does not match current system state',
            'No TPM2 metadata matching the current system state',
          ],
        },
        title: 'The registers (PCRs) of the TPM are not those for which the disk’s key was sealed',
        hint: TPM_POLICY_HINT,
      },
      {
        id: 'policy-errno',
        when: { errno: 'EPERM' },
        title: 'The registers (PCRs) of the TPM are not those for which the secret was sealed',
        hint: TPM_POLICY_HINT,
      },
      {
        id: 'integrity',
        when: { what: 'TPM key integrity check failed' },
        title: 'The disk’s key was sealed by another TPM',
        hint: 'A new vTPM has other seeds: enroll the disk again (systemd-cryptenroll --wipe-slot=tpm2 --tpm2-device=auto).',
      },
      {
        id: 'lockout',
        when: { what: 'TPM is in dictionary attack lock-out mode' },
        title: 'The TPM is locked after too many wrong tries',
        hint: 'Wait, or lift it with the lock-out key: tpm2_dictionarylockout --clear-lockout.',
      },
      {
        id: 'absent',
        when: { what: 'No TPM2 hardware discovered' },
        title: 'The machine has no TPM 2.0',
        hint: 'Give the VM a vTPM, and the initrd its driver (tpm_tis, tpm_crb).',
      },
      {
        id: 'unsupported',
        when: {
          what: ['available', 'installed'].flatMap((is) => [
            `TPM2 support not ${is}`,
            `TPM2 support is not ${is}`,
          ]),
        },
        title:
          'systemd is to unseal the disk’s key with a TPM, and cannot: it was built without TPM2, or the initrd lacks its libraries',
        hint: 'Put libtss2-esys, -rc, -mu and -tcti-device into the initrd (dracut: tpm2-tss), or take tpm2-device= out of crypttab.',
      },
      {
        id: 'not-enrolled',
        when: {
          what: [
            'No valid TPM2 token data found',
            'No TPM2 metadata enrolled in LUKS2 header',
            'No pcrlock policy found among system credentials',
          ],
        },
        title: 'The disk has no key that this TPM could unseal',
        hint: 'Enroll one: systemd-cryptenroll --tpm2-device=auto; a key bound to pcrlock needs its policy among the credentials of the initrd.',
      },
    ],
  },
  {
    id: 'systemd-cryptsetup',
    orLater: true,
    // systemd 257 src/cryptsetup/cryptsetup.c
    pattern:
      /systemd-cryptsetup(?:@\S+)?(?:\[[0-9]+\])?: .*?(?:[Ff]ailed|Too many attempts|[Ii]nvalid)(?:.*: (?<errno>[A-Z][A-Za-z ]*[a-z])$)?|cryptsetup: .*(?:[Ff]ailed|not found|does not exist)|No key available with this passphrase|Failed to activate with (?:key|specified passphrase|discovered token).*: (?<errno2>[A-Z][A-Za-z ]*[a-z])|Failed to start (?:systemd-cryptsetup@\S+ - )?Cryptography Setup/,
    title: 'The encrypted disk could not be opened',
    hint: 'The key never came: in a TD it comes from a key broker after attestation, or from a vTPM; see the lines above.',
    causes: [
      {
        id: 'absent',
        when: { errno: 'ENOENT' },
        title: 'The encrypted disk could not be opened: its key file or the kernel’s cipher is not there',
        hint: 'Put the key file (or the module of its file system), dm-crypt and the modules of the cipher (xts, aes, sha256) into the initrd.',
      },
      {
        id: 'wrong-key',
        when: { errno: 'EPERM' },
        title: 'The encrypted disk could not be opened: the key is not one of its keys',
        hint: 'Compare key file or passphrase with cryptsetup open --test-passphrase; a key file must have no line end that the key has not.',
      },
      {
        id: 'refused',
        when: { errno: 'EINVAL' },
        title: 'The encrypted disk could not be opened: the volume or its options are refused (EINVAL)',
        hint: 'cryptsetup luksDump says whether the device holds a LUKS header: another partition, a damaged header, or options of crypttab that do not fit. dmesg has the kernel’s words.',
      },
    ],
  },
  {
    id: 'systemd-gpt-auto',
    severity: 'warning',
    pattern: /systemd-gpt-auto-generator(?:\[[0-9]+\])?: .*(?:[Ff]ailed|[Cc]ouldn't|Unable)/,
    title: 'systemd found no root partition by its type',
    hint: 'Give root=, or use the partition types of the Discoverable Partitions Specification.',
  },
  {
    id: 'systemd-oomd',
    phase: 'userspace',
    pattern: /systemd-oomd(?:\[[0-9]+\])?: Killed (?<unit>\S+)/,
    title: 'systemd-oomd killed $<unit>: the guest is short of memory',
    hint: 'Raise the memory of the guest.',
  },
]);

/** Keys within an image: those that protect nothing, because its firmware does not read them in a TD, and a kernel that they refuse. */

import { given } from '../words/given.ts';
import { authenticode } from './authenticode.ts';
import { EVENT_PROFILES, type EventProfile } from './event-profiles.ts';
import type { ImageRule } from './image-rule.ts';
import { cfvOf, type TdvfMetadata } from './metadata.ts';
import { unlessDamaged } from './reader.ts';
import { keyListsOf, refusalOf } from './secure-boot.ts';
import { type Drivers, readTdvfImage, type TdvfImage } from './tdvf-image.ts';
import type { GivenVariables } from './variable-files.ts';
import { isSet, PLATFORM_KEY, storedVariables } from './variable-store.ts';

/** Stable id of the rule; lint messages have the same one. */
export const KEYS_NOT_READ = 'keys-not-read';
export const KEYS_REFERENCE =
  'edk2 OvmfPkg/EmuVariableFvbRuntimeDxe: commits a51255072e, 0917ddad25 and 6c4a9a7659; seen in emulated TDs; docs/measure.md';

/** Id of the lint rule about a kernel of a direct boot. */
export const KERNEL_REFUSED = 'kernel-refused';
export const KERNEL_REFERENCE =
  'edk2 SecurityPkg/Library/DxeImageVerificationLib; OvmfPkg/Library/X86QemuLoadImageLib, in TDs until 10db2729d8; seen in an emulated TD; docs/measure.md';

export const KEY_RULES: readonly ImageRule[] = [
  {
    id: KEYS_NOT_READ,
    severity: 'warning',
    refusedBy: [],
    reference: KEYS_REFERENCE,
    *find({ image, metadata }) {
      const message = whyKeysProtectNothing(image, metadata, {});
      if (message !== undefined) yield { message };
    },
  },
];

/**
 * Why the platform key in an image does not turn Secure Boot on in a TD.
 * @param known its event profile, where its edk2 is known; variables of files beside the image
 * @returns undefined for an image without a platform key, and where nothing is known against its keys
 */
export function whyKeysProtectNothing(
  image: Uint8Array,
  metadata: TdvfMetadata,
  known: { readonly profile?: string | undefined; readonly variables?: GivenVariables | undefined },
): string | undefined {
  return unlessDamaged(
    // Volumes take their time to read, and few images have keys.
    () =>
      hasPlatformKey(image, metadata, known.variables)
        ? whyNotOn(readTdvfImage(image, metadata, known.variables), known.profile)
        : undefined,
    () => undefined,
  );
}

/** What is to be said of the keys in an image, read once. */
export interface KeyFindings {
  /** As whyKeysProtectNothing. */
  readonly keysNotRead?: string;
  /** Why Secure Boot refuses the kernel of a direct boot, and what its firmware does then. */
  readonly kernelRefused?: string;
}

interface KernelForms {
  readonly file: Uint8Array;
  /** With QEMU's changes to the setup header; absent: not known. */
  readonly changed?: Uint8Array;
}

/**
 * @param profile id of its event profile, where its edk2 is known
 * @param kernel gives the kernel that the VMM loads; it is called for an image whose keys turn Secure Boot on; absent: a disk boots
 */
export function findingsOfKeys(
  image: Uint8Array,
  metadata: TdvfMetadata,
  profile: string | undefined,
  kernel: (() => KernelForms) | undefined,
): KeyFindings {
  return unlessDamaged(
    () => {
      if (!hasPlatformKey(image, metadata)) return {};
      const found = readTdvfImage(image, metadata);
      return given({
        keysNotRead: whyNotOn(found, profile),
        kernelRefused: kernel && whyRefused(found, profile, kernel),
      });
    },
    () => ({}),
  );
}

/** A signature that only QEMU's changes to the setup header break is not looked at: newer stacks hand the kernel on as it is. */
function whyRefused(
  { drivers, start }: TdvfImage,
  profile: string | undefined,
  kernel: () => KernelForms,
): string | undefined {
  const known = start.always;
  if (drivers === undefined || 'reason' in known || known.secureBoot !== 'on') return undefined;
  const strict = profilesOf(drivers, profile).filter(({ store }) => isOn(start[store]));
  if (strict.length === 0) return undefined;
  const { file, changed } = kernel();
  const reason = refusalOf(file, changed, keyListsOf(known));
  if (reason === undefined) return undefined;
  const lax = strict.filter(({ legacyLoader }) => legacyLoader);
  const last = lax.at(-1);
  const who = lax.length === strict.length ? 'its edk2' : `edk2 up to ${last?.releases}`;
  const loader =
    last === undefined ? '' : `; ${who} then starts the kernel all the same, unchecked, by the legacy loader`;
  return `${reason}${loader}; ${hashesForDb(file, changed)}`;
}

/** Db has the Authenticode hash of what the firmware gets, which is not the file's where QEMU changes the setup header. */
function hashesForDb(file: Uint8Array, changed: Uint8Array | undefined): string {
  const own = authenticode(file, 'sha256');
  const other = changed && authenticode(changed, 'sha256');
  const asFile = `the SHA-256 for db is ${own}`;
  if (other === own) return asFile;
  return other === undefined
    ? `${asFile} where QEMU leaves the setup header as it is`
    : `${asFile}, and ${other} where QEMU changes the setup header`;
}

/** Those that an image may be of. */
function profilesOf(drivers: Drivers, profile: string | undefined): readonly EventProfile[] {
  return EVENT_PROFILES.filter(({ id, smbios }) =>
    profile === undefined ? smbios === drivers.smbios : id === profile,
  );
}

function whyNotOn({ drivers, start }: TdvfImage, profile: string | undefined): string | undefined {
  if (drivers === undefined) return undefined;
  if (!drivers.secureBoot) {
    return 'the image has a platform key (PK), and was built without Secure Boot: in a TD its firmware starts every program, signed or not';
  }
  if (!isOn(start.always)) return undefined;
  const deaf = EVENT_PROFILES.filter(({ store, smbios }) => !isOn(start[store]) && smbios === drivers.smbios);
  const own = deaf.find(({ id }) => id === profile);
  if (own !== undefined) {
    return `${own.releases} do not read the platform key (PK) of the image in a TD: Secure Boot is off, and every program starts`;
  }
  if (profile !== undefined || deaf.length === 0) return undefined;
  const releases = deaf.map((one) => one.releases).join(', ');
  return `the image has a platform key (PK), which ${releases} do not read in a TD: if the image is of one of these, Secure Boot is off, and every program starts`;
}

function hasPlatformKey(
  image: Uint8Array,
  metadata: TdvfMetadata,
  { store = cfvOf(image, metadata), variables }: GivenVariables = { variables: [] },
): boolean {
  const stored = store === undefined ? [] : storedVariables(store);
  return isSet([...variables, ...stored], PLATFORM_KEY);
}

/** Another reason is given for a damaged store. */
function isOn(start: TdvfImage['start']['always']): boolean {
  return 'secureBoot' in start && start.secureBoot === 'on';
}

/** What is measured of shim, of the programs that it starts, and of the kernel that GRUB starts. */

import { authenticode } from './authenticode.ts';
import { EVENT } from './event-types.ts';
import { type KernelStart, readGrubImage } from './grub-image.ts';
import { joinedInitrds, linuxStubEvents, type StubMeasures } from './linux-stub.ts';
import { started as loaded, type MeasuredStart } from './predict-uki.ts';
import { event, hashed, type PredictedEvent, type Unpredictable } from './prediction.ts';
import { type Sha384, sha384 } from './registers.ts';
import { admission } from './secure-boot.ts';
import { type NamedProgram, type RunningShim, shimAuthorities } from './shim-authorities.ts';
import { EMPTY_LIST, readShimImage, SHIM_LOCK } from './shim-image.ts';
import type { FirmwareVariables } from './tdvf-image.ts';
import { dataOf, type SecureBoot, type Variable } from './variable-store.ts';

/** What shim starts. */
export interface ShimBoot {
  /** Where fbx64.efi is beside shim, shim starts that, and it the shim of the installed system. */
  readonly fallback?: { readonly program: Uint8Array; readonly shim: Uint8Array };
  readonly grub: Uint8Array;
  /** What GRUB boots by default. */
  readonly entry: GrubEntry | Unpredictable;
}

export interface GrubEntry {
  /** As GRUB hands it to the kernel: BOOT_IMAGE=…, then the arguments of `linux`. */
  readonly cmdline: string;
  readonly kernel: Uint8Array;
  readonly initrds: readonly Uint8Array[];
  /** Whether the kernel measures them; absent: not known. */
  readonly stub?: StubMeasures;
}

/** Versions of shim whose events were read: from the first that measures into RTMRs (4fd484e4a29d) on. */
const [FIRST_READ, LAST_READ] = [
  [15, 7],
  [16, 1],
] as const;

/**
 * Reads what is measured of shim and GRUB. Seen in emulated TDs with shim 16.1 and GRUB 2.12 of Debian 13, 2.06 of Debian 12, and
 * 2.12 of Red Hat (rhel-10-main); shim 15.7 and 15.8, and Red Hat's other branches are read in source (mok.c, tpm.c, pe.c;
 * fallback.c; rhboot/grub2).
 * @returns why it cannot be predicted
 * @throws DataError code `bad-kernel` or `truncated` for a program that is damaged
 */
export function measureShim(
  program: Uint8Array,
  { fallback, grub, entry }: ShimBoot,
  firmware: Omit<FirmwareVariables, 'hasBootOptions'>,
): MeasuredStart | Unpredictable {
  const { secureBoot, shimVariables } = firmware;
  const admitted = admission(firmware, 'this shim', program);
  if ('reason' in admitted) return admitted;
  const others = shimVariables.filter(({ name }) => !OWNERS_LISTS.includes(name));
  if (others.length > 0) {
    const names = others.slice(0, 3).map(({ name }) => name);
    return { reason: `the firmware has variables that change what shim does: ${names.join(', ')}` };
  }
  const starts = startOf(grub, secureBoot);
  if (typeof starts !== 'string') return starts;
  const shims: Shim[] = [];
  for (const one of fallback === undefined ? [program] : [program, fallback.shim]) {
    const shim = readShim(one, shimVariables);
    if ('reason' in shim) return shim;
    shims.push(shim);
  }
  const started: NamedProgram[] =
    fallback === undefined
      ? []
      : [
          ['fbx64.efi', fallback.program],
          ['the shim of the system', fallback.shim],
        ];
  const programs: NamedProgram[] = [['shim', program], ...started, ['GRUB', grub]];
  const second: RunningShim['starts'] = [
    ['GRUB', grub],
    'reason' in entry ? entry : ['the kernel', entry.kernel],
  ];
  const running = shims.map((shim, index): RunningShim => {
    return { ...shim, starts: index === shims.length - 1 ? second : started.slice(0, 1) };
  });
  return {
    authorities: shimAuthorities(firmware, running),
    programs: [
      ...programs.map(([text, file]) => loaded(text, authenticode(file))),
      ...(secureBoot === 'on'
        ? Array.from({ length: CHECKS[starts] }, () => loaded('the kernel', kernelOf(entry)))
        : []),
    ],
    own: shims.flatMap(listEvents),
    linux: starts === 'own-loader' ? linuxEvents(entry) : [],
  };
}

/** Keys of the machine's owner, and programs that the owner forbids. */
const OWNERS_LISTS = ['MokList', 'MokListX'];

function kernelOf(entry: ShimBoot['entry']): Sha384 | Unpredictable {
  return 'reason' in entry ? entry : authenticode(entry.kernel);
}

/** What Linux measures when its EFI stub starts it. By the handover protocol it finds command line and initrd in memory, and measures neither. */
function linuxEvents(entry: ShimBoot['entry']): readonly PredictedEvent[] {
  return 'reason' in entry
    ? [event('rtmr2', EVENT.eventTag, 'LOADED_IMAGE::LoadOptions', entry)]
    : linuxStubEvents(Buffer.from(entry.cmdline, 'utf16le'), joined(entry.initrds));
}

/** Versions of GRUB whose way of starting a kernel was read. */
const READ: Readonly<Record<KernelStart, readonly string[]>> = {
  'own-loader': ['2.12'],
  handover: ['2.06', '2.12'],
  'handover-or-bios': ['2.06'],
};

/**
 * How often GRUB has shim check the kernel under Secure Boot. shim measures what it checks (shim verify.c, shim_verify). GRUB 2.06
 * of Debian has the kernel checked when it reads the file, and again in linuxefi: seen in an emulated TD.
 */
const CHECKS: Readonly<Record<KernelStart, number>> = { 'own-loader': 1, handover: 1, 'handover-or-bios': 2 };

/** How GRUB starts a kernel; known where GRUB measures nothing itself, and starts the kernel without the firmware's LoadImage(). */
function startOf(program: Uint8Array, secureBoot: SecureBoot): KernelStart | Unpredictable {
  const grub = readGrubImage(program);
  if (grub === undefined) return { reason: 'the program that shim starts is no GRUB' };
  const { version, starts, measures } = grub;
  if (measures !== false) {
    return {
      reason: `GRUB ${version} measures each command and each file: which ones cannot be told before the boot`,
    };
  }
  if (starts === undefined || !READ[starts].includes(version)) {
    return { reason: `how GRUB ${version} starts a kernel is not known` };
  }
  if (starts === 'handover-or-bios' && secureBoot !== 'on') {
    return {
      reason: `GRUB ${version} starts a kernel as on a BIOS while Secure Boot is off: that ends with a #VE in a Trust Domain`,
    };
  }
  return starts;
}

type Shim = Omit<RunningShim, 'starts'> & { readonly listX: Uint8Array };

/** A list of the owner stands behind that of shim (shim mok.c, mirror_one_mok_variable). */
function readShim(program: Uint8Array, variables: readonly Variable[]): Shim | Unpredictable {
  const image = readShimImage(program);
  if (image === undefined) return { reason: 'the shim on the disk cannot be read' };
  const { version } = image;
  if (isBefore(version, FIRST_READ) || isBefore(LAST_READ, version)) {
    return { reason: `what shim ${version.join('.')} measures is not known` };
  }
  return {
    ...{ program, image },
    keys: withOwners(image.keys, 'MokList', variables),
    revoked: withOwners(image.revoked, 'MokListX', variables),
    listX: withOwners(image.showsRevoked ? image.revoked : EMPTY_LIST, 'MokListX', variables),
  };
}

function listEvents({ image, keys, listX }: Shim): PredictedEvent[] {
  const list = (name: string, digest: Sha384 | Unpredictable): PredictedEvent =>
    event('rtmr2', EVENT.ipl, name, digest);
  const built = { reason: 'shim trusts a key that was made for its build, whose certificate is not known' };
  return [
    list('MokList', image.hasBuildKey ? built : sha384(keys)),
    list('MokListX', sha384(listX)),
    hashed('rtmr2', EVENT.ipl, 'MokListTrusted', Uint8Array.of(1)),
  ];
}

function withOwners(built: Uint8Array, wanted: string, variables: readonly Variable[]): Uint8Array {
  const data = dataOf(variables, { guid: SHIM_LOCK, name: wanted });
  if (data.length === 0) return built;
  return built === EMPTY_LIST ? data : Buffer.concat([built, data]);
}

function isBefore(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

/** GRUB begins each initrd at a multiple of 4 bytes (grub-core/loader/linux.c, grub_initrd_load). Undefined where there are none. */
function joined(initrds: readonly Uint8Array[]): Sha384 | undefined {
  return initrds.length === 0 ? undefined : sha384(...joinedInitrds(initrds));
}

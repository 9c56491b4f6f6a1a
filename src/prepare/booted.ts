/** Gathers what a run boots, for its result: versions, digests, how the firmware was built. */

import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Entry } from '../build/store/store.ts';
import type { Booted, BootedFile, Digests } from '../judge/booted.ts';
import type { BootScenario, FirmwareFiles } from '../scenario/scenario.ts';
import { parseMetadata } from '../tdx/metadata.ts';
import { computeMrtd, LAUNCH_METHOD } from '../tdx/mrtd.ts';
import { backendFor } from '../vmm/backends.ts';
import { copyCommand } from '../vmm/copies.ts';
import type { LaunchSpec, Program } from '../vmm/plan.ts';
import { HostError, isLastingCall, UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { isTrustDomain } from '../words/words.ts';
import type { MadeFiles } from './plan.ts';
import { orderOf } from './predictions.ts';

/** Larger files get no digest: a run that is decided must not wait for more than some seconds. */
const DIGEST_BYTES = 8 * 1024 * 1024 * 1024;

export interface Parts {
  readonly scenario: BootScenario;
  readonly spec: LaunchSpec;
  readonly program: Program;
  /** The firmware's entry in the store; absent where the user names a file, or the VMM has its own. */
  readonly built?: Entry | undefined;
  /** The files that were made for the run. */
  readonly made: MadeFiles;
}

/**
 * All but the digests of the files, which {@link digestsOf} reads later, and the version of the VMM, which may still be asked for it.
 * @throws HostError code `unreadable` of a file that is gone
 */
export function gatherBooted({ scenario, spec, program, built, made }: Parts): Booted {
  const files = filesOf(spec).map(describeFile);
  // What is made for a run is gone after it; `tdx-boot explain --probe initrd.cpio` writes the same initrd.
  const own = Object.values(made);
  const shownPath = (path: string): string => (own.includes(path) ? basename(path) : path);
  const shown = {
    ...spec,
    disks: spec.disks.map((disk) => ({ ...disk, path: shownPath(disk.path) })),
    ...given({ initrd: spec.initrd === undefined ? undefined : shownPath(spec.initrd) }),
  };
  const { copies, command, args } = backendFor(program.name).plan(shown, 'files', program);
  return {
    vmm: { name: program.name, version: null, path: program.path },
    cpus: spec.cpus,
    memory: spec.memory,
    files: files.map((file) => ({ ...file, path: shownPath(file.path) })),
    firmware: built === undefined ? null : describeBuild(scenario, built),
    mrtd: mrtdOf(scenario, spec.firmware, program) ?? null,
    command: [...copies.map(([from, to]) => copyCommand(from, to)), [command, ...args]],
  };
}

type FileName = Pick<BootedFile, 'role' | 'path'>;

function filesOf({ kernel, initrd, firmware, disks }: LaunchSpec): FileName[] {
  const named = (role: BootedFile['role'], path: string | undefined): FileName[] =>
    path === undefined ? [] : [{ role, path }];
  return [
    ...named('kernel', kernel),
    ...named('initrd', initrd),
    ...(firmware === undefined ? [] : firmwareFiles(firmware)),
    ...disks.map(({ path }): FileName => ({ role: 'disk', path })),
  ];
}

function firmwareFiles(firmware: FirmwareFiles): FileName[] {
  if ('image' in firmware) return [{ role: 'firmware', path: firmware.image }];
  return [
    { role: 'firmware', path: firmware.code },
    { role: 'firmware-vars', path: firmware.vars },
  ];
}

function describeFile({ role, path }: FileName): BootedFile {
  try {
    return { role, path, bytes: statSync(path).size, sha256: null };
  } catch (error) {
    const message = `cannot read the ${role} ${path}`;
    throw new HostError('unreadable', message, {
      hint: 'Was it removed meanwhile?',
      cause: error,
      lasting: isLastingCall(error),
    });
  }
}

/**
 * Notes what the files of a run are now. The returned function gives their SHA-256, read one after the other: null for a
 * file that is too large, has changed since, or was not read when `signal` aborted, and for the disk of a root, which is
 * made for the run and mostly free.
 */
export function digestsOf(spec: LaunchSpec, made?: MadeFiles): (signal: AbortSignal) => Promise<Digests> {
  const files = filesOf(spec).map(({ path }) => ({ path, version: versionOf(path) }));
  return async (signal) => {
    const digests: (string | null)[] = [];
    for (const file of files) {
      digests.push(file.path === made?.root ? null : await digestOf(file, signal).catch(() => null));
    }
    return digests;
  };
}

interface Noted {
  readonly path: string;
  readonly version: string;
}

/** What tells one content of a file from the next. */
function versionOf(path: string): string {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

/** What this process has read, by version: the boots of a suite share their files. */
const known = new Map<string, string>();

async function digestOf({ path, version }: Noted, signal: AbortSignal): Promise<string | null> {
  if (versionOf(path) !== version || statSync(path).size > DIGEST_BYTES) return null;
  const found = known.get(version);
  if (found !== undefined) return found;
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024, signal }))
    hash.update(piece);
  if (versionOf(path) !== version) return null;
  const sha256 = hash.digest('hex');
  known.set(version, sha256);
  return sha256;
}

function describeBuild({ firmware }: BootScenario, { manifest }: Entry): NonNullable<Booted['firmware']> {
  const { inputs, source, key } = manifest;
  const ref = firmware !== undefined && 'request' in firmware ? firmware.request.ref : undefined;
  const { recipe, build } = inputs;
  return { recipe, build, from: source.from, ref: ref ?? null, commit: source.commit ?? null, key };
}

function mrtdOf(
  scenario: BootScenario,
  firmware: FirmwareFiles | undefined,
  { name, version }: Program,
): string | undefined {
  if (!isTrustDomain(scenario.platform) || firmware === undefined || !('image' in firmware)) return undefined;
  const order = orderOf(scenario, { name, version });
  try {
    const image = readFileSync(firmware.image);
    return computeMrtd(image, parseMetadata(image), { ...LAUNCH_METHOD, order });
  } catch (error) {
    // Whether such an image can boot is for others to say.
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

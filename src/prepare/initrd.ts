/** The initrd and the root disk that a run makes for its guest. */

import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { agentEntries } from '../guest/agent.ts';
import { ext4Image } from '../guest/ext4.ts';
import { IN_MEMORY, type Keeping, onDisk } from '../guest/keeping.ts';
import { mergeLayers } from '../guest/layers.ts';
import { type CpioEntry, type GuestEntry, type Held, newc } from '../guest/newc.ts';
import { requireOwnFile } from '../guest/own-files.ts';
import { probeEntries, shareModules, VSOCK_MODULES } from '../guest/probe.ts';
import { readTar } from '../guest/tar.ts';
import { readTree, type Tree } from '../guest/tree.ts';
import { withWorkDir } from '../process/work-dir.ts';
import {
  agentPutsFiles,
  type BootScenario,
  type Guest,
  type GuestParts,
  hasFilesDisk,
  hasRootDisk,
  makesInitrd,
  needsAgent,
  type Root,
} from '../scenario/scenario.ts';
import type { AgentSetup } from '../vmm/agent.ts';
import { UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';

/** Serial number of the disk that holds the root, by which the probe finds it, and its label. */
export const ROOT_DISK = 'tdx-boot-root';

export interface MadeInitrd {
  readonly bytes: Buffer;
  /** Paths of `guest.root` and `guest.files` that an initramfs cannot have: sockets, pipes, devices. */
  readonly leftOut: readonly string[];
}

/**
 * The initrd of a scenario for which `makesInitrd` holds: the probe with the root of the user over it, or the user's own
 * initrd; then the agent where the guest runs commands, and the files of the user.
 * @throws HostError where a file cannot be read
 */
export async function makeInitrd(scenario: GuestParts): Promise<MadeInitrd> {
  const { guest } = scenario;
  if (hasRootDisk(guest)) return { bytes: newc(await rootDiskProbe(scenario)), leftOut: [] };
  const root = guest.root === undefined ? undefined : await readRoot(guest.root, IN_MEMORY);
  const { layers: own, leftOut } = await ownLayers(scenario, root, IN_MEMORY);
  const layers = [...(guest.initrd === 'probe' ? await probeLayers(scenario, root) : []), ...own];
  const added = newc(mergeLayers(layers));
  if (guest.initrd === 'probe' || guest.initrd === undefined) return { bytes: added, leftOut };
  return { bytes: appended(readFileSync(guest.initrd), added), leftOut };
}

/**
 * Refuses a scenario whose guest needs a program that an incomplete installation lacks.
 * @throws GuestError code `probe-missing`
 */
export function requireOwnPrograms(scenario: GuestParts): void {
  const { guest } = scenario;
  if (guest.initrd === 'probe' || hasRootDisk(guest)) requireOwnFile('probe');
  if (needsAgent(scenario) && (makesInitrd(scenario) || hasRootDisk(guest))) requireOwnFile('agent');
}

/**
 * Makes the disk of a scenario whose root is one: the root of the user, the agent where the guest runs commands, and the files.
 * @returns paths that are left out
 * @throws HostError where a file cannot be read, or mke2fs cannot do its part; the reason of `signal` when that aborts
 */
export async function makeRootDisk(
  image: string,
  scenario: GuestParts,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { root } = scenario.guest;
  if (root === undefined) throw new UsageError('no-root', 'the guest has no root');
  return withWorkDir('disk', async (scratch) => {
    const keeping = onDisk(scratch);
    const tree = await readRoot(root, keeping, signal);
    const { layers, leftOut } = await ownLayers(scenario, tree, keeping);
    const entries = mergeLayers([tree.entries, ...layers]);
    await ext4Image(image, entries, { label: ROOT_DISK, free: root.free, signal });
    return leftOut;
  });
}

/**
 * Makes the disk of a scenario whose files have one.
 * @returns paths that are left out
 * @throws as {@link makeRootDisk}
 */
export async function makeFilesDisk(
  image: string,
  { guest }: GuestParts,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const trees = treesOf(guest, onDisk(dirname(image)));
  const entries = mergeLayers(trees.map((tree) => tree.entries));
  await ext4Image(image, entries, { label: 'tdx-boot', free: 0, signal });
  return trees.flatMap(({ leftOut }) => leftOut);
}

/** What lies over the root: the agent and the files. And what is left out of all of these. */
async function ownLayers<C>(
  scenario: GuestParts,
  root: Tree<C> | undefined,
  keeping: Keeping<C>,
): Promise<{ layers: (readonly GuestEntry<C | Held>[])[]; leftOut: string[] }> {
  const { guest } = scenario;
  const trees = agentPutsFiles(guest) || hasFilesDisk(guest) ? [] : treesOf(guest, keeping);
  const agent = needsAgent(scenario) ? await agentEntries(root?.entries) : [];
  return {
    layers: [agent, ...trees.map(({ entries }) => entries)],
    leftOut: [...(root?.leftOut ?? []), ...trees.flatMap((tree) => tree.leftOut)],
  };
}

/** The probe that goes on in the root on the disk (guest/probe.c, enter_root). */
async function rootDiskProbe(scenario: GuestParts): Promise<CpioEntry[]> {
  const probe = await probeFor(scenario, ['ext4']);
  return [...probe, { type: 'file', path: '/root.disk', data: Buffer.from(`${ROOT_DISK}\n`) }];
}

/** What the agent does in the guest before the first command: mounts shares, and puts files where no initrd has them. */
export function agentSetup({ guest }: Pick<BootScenario, 'guest'>): AgentSetup {
  const trees = agentPutsFiles(guest) ? treesOf(guest, IN_MEMORY) : [];
  return { shares: guest.shares, files: mergeLayers(trees.map(({ entries }) => entries)) };
}

function treesOf<C>({ files }: Guest, keeping: Keeping<C>): Tree<C>[] {
  return files.map(({ source, target }) => readTree(source, target, keeping));
}

/** A root that has an init of its own keeps it. */
async function probeLayers(
  scenario: GuestParts,
  root: Tree<Held> | undefined,
): Promise<(readonly CpioEntry[])[]> {
  const probe = await probeFor(scenario);
  if (root === undefined) return [probe];
  const hasInit = root.entries.some(({ path }) => path === '/init');
  return [root.entries, hasInit ? probe.filter(({ path }) => path !== '/init') : probe];
}

/** The probe with the modules that this guest needs. @param wanted more of them */
function probeFor(scenario: GuestParts, wanted: readonly string[] = []): Promise<CpioEntry[]> {
  const { kernel, modules, shares, vsock: context } = scenario.guest;
  if (kernel === undefined) throw new UsageError('no-kernel', 'the probe guest needs a kernel');
  const overVsock = scenario.vmm === 'cloud-hypervisor' && needsAgent(scenario);
  const vsock = context !== undefined || overVsock ? VSOCK_MODULES : [];
  return probeEntries({
    kernel,
    wanted: [...wanted, ...shareModules(shares), ...vsock],
    ...given({ modules }),
  });
}

function readRoot<C>({ path }: Root, keeping: Keeping<C>, signal?: AbortSignal): Promise<Tree<C>> | Tree<C> {
  return statSync(path).isDirectory() ? readTree(path, '', keeping) : readTar(path, keeping, signal);
}

/**
 * A kernel unpacks archives that stand one behind the other, whatever their compression; one that is not compressed has
 * to begin at a multiple of four bytes (init/initramfs.c, unpack_to_rootfs).
 */
function appended(initrd: Buffer, added: Buffer): Buffer {
  return Buffer.concat([initrd, Buffer.alloc((4 - (initrd.length % 4)) % 4), added]);
}

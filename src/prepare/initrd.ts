/** The initrd that a run makes for its guest. */

import { readFileSync, statSync } from 'node:fs';
import { mergeLayers } from '../guest/layers.ts';
import { type CpioEntry, newc } from '../guest/newc.ts';
import { agentFile, probeEntries, SHARE_MODULES } from '../guest/probe.ts';
import { readTar } from '../guest/tar.ts';
import { readTree, type Tree } from '../guest/tree.ts';
import {
  agentPutsFiles,
  type BootScenario,
  type Guest,
  type GuestParts,
  needsAgent,
} from '../scenario/scenario.ts';
import type { AgentSetup } from '../vmm/agent.ts';
import { UsageError } from '../words/errors.ts';

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
  const root = guest.root === undefined ? undefined : await readRoot(guest.root);
  const trees = agentPutsFiles(guest) ? [] : treesOf(guest);
  const layers = [
    ...(guest.initrd === 'probe' ? await probeLayers(scenario, root) : []),
    needsAgent(scenario) ? [await agentFile()] : [],
    ...trees.map(({ entries }) => entries),
  ];
  const added = newc(mergeLayers(layers));
  const leftOut = [...(root?.leftOut ?? []), ...trees.flatMap((tree) => tree.leftOut)];
  if (guest.initrd === 'probe' || guest.initrd === undefined) return { bytes: added, leftOut };
  return { bytes: appended(readFileSync(guest.initrd), added), leftOut };
}

/** What the agent does in the guest before the first command: mounts shares, and puts files where no initrd has them. */
export function agentSetup({ guest }: Pick<BootScenario, 'guest'>): AgentSetup {
  const trees = agentPutsFiles(guest) ? treesOf(guest) : [];
  return { shares: guest.shares, files: mergeLayers(trees.map(({ entries }) => entries)) };
}

function treesOf({ files }: Guest): Tree[] {
  return files.map(({ source, target }) => readTree(source, target));
}

/** A root that has an init of its own keeps it. */
async function probeLayers(
  { guest: { kernel, modules, shares } }: Pick<BootScenario, 'guest'>,
  root: Tree | undefined,
): Promise<(readonly CpioEntry[])[]> {
  if (kernel === undefined) throw new UsageError('no-kernel', 'the probe guest needs a kernel');
  const wanted = shares.length > 0 ? SHARE_MODULES : [];
  const probe = await probeEntries({ kernel, wanted, ...(modules === undefined ? {} : { modules }) });
  if (root === undefined) return [probe];
  const hasInit = root.entries.some(({ path }) => path === '/init');
  return [root.entries, hasInit ? probe.filter(({ path }) => path !== '/init') : probe];
}

function readRoot(path: string): Promise<Tree> | Tree {
  return statSync(path).isDirectory() ? readTree(path, '/') : readTar(path);
}

/**
 * A kernel unpacks archives that stand one behind the other, whatever their compression; one that is not compressed has
 * to begin at a multiple of four bytes (init/initramfs.c, unpack_to_rootfs).
 */
function appended(initrd: Buffer, added: Buffer): Buffer {
  return Buffer.concat([initrd, Buffer.alloc((4 - (initrd.length % 4)) % 4), added]);
}

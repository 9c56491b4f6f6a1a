/** The guest of a scenario file, with final values. */

import { given } from '../../words/given.ts';
import { GIB, parseSize } from '../../words/units.ts';
import { FIRMWARES, isTrustDomain, PAYLOAD_FIRMWARES } from '../../words/words.ts';
import { needsLog, PROBE_PRINTS_LOG } from '../measurements.ts';
import type { Disk, Guest, Root, Share } from '../scenario.ts';
import type { ScenarioFile } from '../schema.ts';
import { parseQuoteSocket } from '../td.ts';
import { cpusOf, readMachine, readNetwork } from './machine.ts';
import type { Reading } from './reading.ts';

type GuestKeys = NonNullable<ScenarioFile['guest']>;

/** Every distribution's kernel has ttyS0 built in. With panic=-1 a panic ends the run before its deadline. */
const PROBE_CMDLINE = 'console=ttyS0 panic=-1';

export function readGuest(reading: Reading, guest: GuestKeys): Guest {
  const disks = (guest.disks ?? []).map((disk, index) => readDisk(reading, disk, index));
  // Arguments for the VMM may attach a disk or a kernel.
  const mayAttach = reading.file['vmm-args'] !== undefined;
  if (guest.kernel === undefined && disks.length === 0 && !hasPayload(reading) && !mayAttach) {
    reading.complain(['guest'], 'guest has neither a kernel nor disks: there is nothing to boot');
  }
  for (const key of ['initrd', 'root', 'cmdline', 'modules'] as const) {
    if (guest[key] !== undefined && guest.kernel === undefined) {
      reading.complain(['guest', key], `guest.${key} needs guest.kernel: a disk brings its own`);
    }
  }
  const root = readRoot(reading, guest);
  if (root?.as === 'initrd' && guest.initrd !== undefined) {
    const message = 'guest.root is an initrd, too: give one of guest.root and guest.initrd';
    reading.complain(['guest', 'root'], message);
  }
  const probe =
    guest.kernel !== undefined && guest.initrd === undefined && (disks.length === 0 || root !== undefined);
  if (guest.modules !== undefined && !probe) {
    const message = 'guest.modules is for the probe guest, which boots without initrd and disks';
    reading.complain(['guest', 'modules'], message);
  }
  const quotes = guest['quote-socket'];
  if (quotes !== undefined && !isTrustDomain(reading.platform)) {
    const message = 'guest.quote-socket needs platform: tdx: only a TD has quotes';
    reading.complain(['guest', 'quote-socket'], message);
  }
  const file = (key: 'kernel' | 'initrd' | 'vmlinux' | 'modules'): string | undefined =>
    reading.resolveGiven(['guest', key], guest[key]);
  const own = needsLog(reading.file) ? `${PROBE_CMDLINE} ${PROBE_PRINTS_LOG}` : PROBE_CMDLINE;
  const cmdline = guest.cmdline ?? (probe ? own : undefined);
  return {
    ...given({ kernel: file('kernel'), initrd: probe ? 'probe' : file('initrd'), root, cmdline }),
    ...given({ vmlinux: file('vmlinux'), modules: file('modules') }),
    ...given({ quoteSocket: quotes === undefined ? undefined : parseQuoteSocket(quotes) }),
    files: Object.entries(guest.files ?? {}).map(([source, target]) => ({
      source: reading.resolve(['guest', 'files', source], source),
      target,
    })),
    ...readFilesAs(reading, guest),
    shares: readShares(reading, guest),
    disks,
    cpus: cpusOf(guest),
    memory: guest.memory === undefined ? GIB : parseSize(guest.memory),
    network: readNetwork(reading, guest),
    ...readMachine(reading, guest),
  };
}

function readRoot(reading: Reading, { root }: GuestKeys): Root | undefined {
  if (root === undefined) return undefined;
  const { path, as = 'initrd', free } = typeof root === 'string' ? { path: root } : root;
  if (free !== undefined && as === 'initrd') {
    const message = 'guest.root.free is for a disk (as: disk): an initrd has what the memory has';
    reading.complain(['guest', 'root', 'free'], message);
  }
  const at = typeof root === 'string' ? ['guest', 'root'] : ['guest', 'root', 'path'];
  return { path: reading.resolve(at, path), as, free: free === undefined ? GIB : parseSize(free) };
}

function readFilesAs(reading: Reading, { files, root, ...guest }: GuestKeys): { filesAs?: 'disk' } {
  const filesAs = guest['files-as'];
  if (filesAs === undefined) return {};
  const at = ['guest', 'files-as'];
  if (files === undefined) reading.complain(at, 'guest.files-as needs guest.files');
  if (typeof root === 'object' && root.as === 'disk') {
    reading.complain(at, 'guest.files-as: the disk of guest.root has the files already');
  }
  return { filesAs };
}

/** The shares, that of the root first: the others lie in it. */
function readShares(reading: Reading, { shares = {}, initrd, disks = [] }: GuestKeys): Share[] {
  const read = Object.entries(shares).map(([source, share]) => {
    const at = ['guest', 'shares', source];
    const { target, type = '9p', tag, write } = typeof share === 'string' ? { target: share } : share;
    if (target === undefined && tag === undefined) {
      const message = `guest.shares.${source}: neither target, where the agent mounts it, nor tag, by which the guest can`;
      reading.complain(at, message);
    }
    const resolved = reading.resolve(at, source);
    return { type, source: resolved, write: write === 'allow', ...given({ target, tag }) };
  });
  const roots = read.filter(({ target }) => target === '/');
  if (roots.length > 1) reading.complain(['guest', 'shares'], 'guest.shares has more than one share at /');
  if (roots.length > 0 && (initrd !== undefined || disks.length > 0)) {
    const message = 'guest.shares: a share at / is for the probe guest, which has no initrd and no disks';
    reading.complain(['guest', 'shares'], message);
  }
  const others = read.filter(({ target }) => target !== '/');
  const tagged = [...roots, ...others].map((share, index) => ({ tag: `share${index + 1}`, ...share }));
  const twice = tagged.find(({ tag }, index) => tagged.findIndex((other) => other.tag === tag) < index);
  if (twice !== undefined) {
    reading.complain(['guest', 'shares'], `guest.shares has more than one share with the tag ${twice.tag}`);
  }
  return tagged;
}

function readDisk(reading: Reading, disk: NonNullable<GuestKeys['disks']>[number], index: number): Disk {
  const {
    path,
    bus = 'virtio',
    format,
    backing,
    serial,
    ...rest
  } = typeof disk === 'string' ? { path: disk } : disk;
  const readOnly = rest['read-only'] ?? false;
  if (readOnly && bus === 'sata') {
    const at = ['guest', 'disks', index, 'read-only'];
    reading.complain(
      at,
      `guest.disks[${index + 1}].read-only: a SATA disk can be written; use bus: virtio, scsi or nvme`,
    );
  }
  return {
    path: reading.resolve(['guest', 'disks', index, 'path'], path),
    bus,
    ...(readOnly ? { readOnly } : {}),
    ...given({ format, backing, serial }),
  };
}

/** Whether the firmware may have a payload in its image. A TD's firmware that is named as a file always may. */
function hasPayload({ file, platform }: Reading): boolean {
  const { firmware } = file;
  const name = typeof firmware === 'object' && 'recipe' in firmware ? firmware.recipe : firmware;
  if (typeof name !== 'string') return false;
  const isImage = FIRMWARES.every((known) => known !== name);
  return PAYLOAD_FIRMWARES.includes(name) || (isImage && isTrustDomain(platform));
}

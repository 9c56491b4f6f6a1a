/** virtiofsd: the program of the host that gives a guest a directory by virtiofs. One process serves one share. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../process/ask.ts';
import { findFirst } from '../process/find.ts';
import { describeEnd } from '../process/run.ts';
import type { Share } from '../scenario/scenario.ts';
import { HostError } from '../words/errors.ts';
import type { ServerPlan, Virtiofsd, Wiring } from './plan.ts';

/** What stands in a command where no virtiofsd is installed. */
const ANY_VIRTIOFSD: Virtiofsd = { path: 'virtiofsd', kind: 'rust', sandbox: 'none' };

/** In PATH, then where Fedora, Debian 13, Ubuntu 24.04 (libexec), Arch (lib) and Debian 12 (qemu) have it. */
const PLACES = [
  'virtiofsd',
  '/usr/libexec/virtiofsd',
  '/usr/lib/virtiofsd',
  '/usr/lib/qemu/virtiofsd',
] as const;
const ANSWER_MS = 10_000;
const INSTALL =
  'Install it (Debian 13, Ubuntu 24.04, Fedora: the package virtiofsd; Debian 12: qemu-system-common), or share by 9p (type: 9p).';
/** capability.h: the number of CAP_SYS_ADMIN. */
const SYS_ADMIN = 21n;

/**
 * @param places names in PATH and absolute paths, in this order
 * @returns the program that serves these shares; undefined where none of them is one of virtiofs.
 * @throws HostError code `virtiofsd-missing`, or `virtiofsd-unusable` where it cannot do what the scenario says
 */
export async function findVirtiofsd(
  shares: readonly Share[],
  places: readonly string[] = PLACES,
): Promise<Virtiofsd | undefined> {
  const served = shares.filter(({ type }) => type === 'virtiofs');
  if (served.length === 0) return undefined;
  const path = findFirst(places);
  if (path === undefined) {
    const message = 'virtiofsd is not installed, which guest.shares with type: virtiofs needs';
    throw new HostError('virtiofsd-missing', message, { hint: INSTALL, lasting: true });
  }
  const { code, stdout, stderr } = await ask([path, '--help'], { kind: 'vmm', deadlineMs: ANSWER_MS });
  const help = `${stdout}${stderr}`;
  if (!/--socket-path/.test(help)) throw unusable(path, `"--help" says nothing of it: ${describeEnd(code)}`);
  const kind = /--shared-dir/.test(help) ? 'rust' : 'c';
  const root = process.geteuid?.() === 0;
  if (kind === 'c' && !root) {
    throw unusable(path, 'the virtiofsd in C, of QEMU up to 7.2, runs as root only');
  }
  const kept = served.find(({ write }) => !write);
  if (kept !== undefined && !/--readonly/.test(help)) {
    throw unusable(
      path,
      `it has no --readonly, so the guest could write to ${kept.source}; allow that (write: allow), or take virtiofsd 1.13 or later`,
    );
  }
  return { path, kind, sandbox: !root ? 'none' : mayMakeNamespaces() ? 'namespace' : 'chroot' };
}

/** The processes that serve the shares of a guest. */
export function virtiofsServers(
  shares: readonly Share[],
  virtiofsd: Virtiofsd = ANY_VIRTIOFSD,
  wiring: Wiring,
): ServerPlan[] {
  return shares
    .filter(({ type }) => type === 'virtiofs')
    .map((share) => {
      const socket = shareSocket(share, wiring);
      const args = argumentsOf(virtiofsd, share, socket);
      return { command: virtiofsd.path, args, serves: share.source, ...leavesOf(virtiofsd, socket) };
    });
}

/**
 * Where the VMM meets the process that serves a share. A tag may be a path (virtme calls its root `/dev/root`), or the name of
 * another socket of the run, such as `agent`.
 */
export function shareSocket({ tag }: Share, wiring: Wiring): string {
  return join(wiring === 'files' ? '.' : wiring.fifosIn, `share-${tag.replaceAll('/', '%')}.sock`);
}

function argumentsOf({ kind, sandbox }: Virtiofsd, { source, write }: Share, socket: string): string[] {
  if (kind === 'c') {
    // fuse_opt.c: in a list of options a comma of a value stands after a backslash.
    const quoted = source.replaceAll(/[\\,]/g, '\\$&');
    return [`--socket-path=${socket}`, '-o', `source=${quoted}`, '-o', `sandbox=${sandbox}`];
  }
  const readonly = write ? [] : ['--readonly'];
  return ['--socket-path', socket, '--shared-dir', source, '--sandbox', sandbox, ...readonly];
}

/** The one in C notes each socket in a file that it never removes (tools/virtiofsd/fuse_virtio.c, fv_socket_lock). */
function leavesOf({ kind }: Virtiofsd, socket: string): { leaves?: string } {
  return kind === 'c' ? { leaves: `/var/run/virtiofsd/${socket.replaceAll('/', '.')}.pid` } : {};
}

/** A container often has no CAP_SYS_ADMIN; chroot is the sandbox that virtiofsd has for containers. */
function mayMakeNamespaces(): boolean {
  const set = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  return ((BigInt(`0x${set}`) >> SYS_ADMIN) & 1n) === 1n;
}

function unusable(path: string, why: string): HostError {
  return new HostError('virtiofsd-unusable', `${path} cannot serve guest.shares: ${why}`, {
    hint: INSTALL,
    lasting: true,
  });
}

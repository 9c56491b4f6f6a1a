/**
 * Writes cpio archives in the newc format, which every Linux unpacks as an initramfs.
 *
 * Format: https://docs.kernel.org/driver-api/early-userspace/buffer-format.html
 * (Documentation/driver-api/early-userspace/buffer-format.rst).
 */

import { GuestError } from './errors.ts';

/** Something that goes into a guest. @template C what is known of the content of a file */
export type GuestEntry<C> = {
  /** Absolute in the guest. */
  readonly path: string;
  /** Permission bits. */
  readonly mode?: number;
  /** Default: root. */
  readonly uid?: number;
  readonly gid?: number;
} & (
  | { readonly type: 'directory' }
  | ({ readonly type: 'file' } & C)
  | { readonly type: 'link'; readonly target: string }
  | { readonly type: 'character-device'; readonly major: number; readonly minor: number }
);

export type CpioEntry = GuestEntry<Held>;
export type FileEntry = Extract<CpioEntry, { type: 'file' }>;

/** Content in memory. */
export interface Held {
  readonly data: Uint8Array;
}

/** Content in a file of this host. */
export interface Placed {
  readonly source: string;
  readonly bytes: number;
  /** The file was made for the guest: it may be moved. */
  readonly ours?: true;
}

const FILE_TYPE = {
  directory: 0o040000,
  file: 0o100000,
  link: 0o120000,
  'character-device': 0o020000,
} as const;
const DEFAULT_MODE = { directory: 0o755, file: 0o644, link: 0o777, 'character-device': 0o600 } as const;

/** Permission bits of an entry; the usual bits of its type where the entry says none. */
export function modeOf({ type, mode }: Pick<GuestEntry<unknown>, 'type' | 'mode'>): number {
  return mode ?? DEFAULT_MODE[type];
}

/** N_ALIGN names longer than PATH_MAX are skipped silently by the kernel (init/initramfs.c, do_header). */
const PATH_MAX = 4096;
const TRAILER = 'TRAILER!!!';

/**
 * The archive with the given entries, in the given order. Equal entries give equal bytes: times are 0
 * and inode numbers follow the order. Directories come before what is in them,
 * because the kernel makes none by itself.
 */
export function newc(entries: readonly CpioEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directories = new Set(['']);
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const name = archiveName(entry.path);
    const parent = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    if (seen.has(name)) throw invalid(entry.path, 'it is there twice');
    if (!directories.has(parent)) throw invalid(entry.path, `its directory /${parent} must come before it`);
    seen.add(name);
    if (entry.type === 'directory') directories.add(name);
    parts.push(...record(name, index + 1, entry));
  }
  parts.push(header({ name: TRAILER, links: 1 }));
  return Buffer.concat(parts);
}

function record(name: string, inode: number, entry: CpioEntry): Buffer[] {
  const { type, uid, gid } = entry;
  const mode = FILE_TYPE[type] | modeOf(entry);
  const owned = { name, inode, mode, links: type === 'directory' ? 2 : 1, uid, gid };
  if (type === 'directory') return [header(owned)];
  if (type === 'character-device') return [header({ ...owned, major: entry.major, minor: entry.minor })];
  const data = type === 'link' ? Buffer.from(entry.target) : bytesOf(entry.data);
  return [header({ ...owned, size: data.length }), data, padding(data.length)];
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

interface HeaderFields {
  readonly name: string;
  readonly links: number;
  readonly inode?: number;
  readonly mode?: number;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  readonly size?: number;
  readonly major?: number;
  readonly minor?: number;
}

/** The 110-byte header, the name with its NUL, and the padding after it. */
function header(fieldsOf: HeaderFields): Buffer {
  const { name, links, inode = 0, mode = 0, uid = 0, gid = 0, size = 0, major = 0, minor = 0 } = fieldsOf;
  const nameSize = Buffer.byteLength(name) + 1;
  const [mtime, deviceMajor, deviceMinor, checksum] = [0, 0, 0, 0];
  const fields = [
    ...[inode, mode, uid, gid, links, mtime, size],
    ...[deviceMajor, deviceMinor, major, minor, nameSize, checksum],
  ];
  const text = `070701${fields.map((field) => field.toString(16).toUpperCase().padStart(8, '0')).join('')}`;
  return Buffer.concat([Buffer.from(`${text}${name}\0`), padding(text.length + nameSize)]);
}

function padding(length: number): Buffer {
  return Buffer.alloc((4 - (length % 4)) % 4);
}

/** The name as it stands in the archive: relative, plain, and unable to leave the root. */
function archiveName(path: string): string {
  if (!path.startsWith('/')) throw invalid(path, 'it must begin with /');
  const name = path.slice(1);
  if (name.split('/').some((part) => part === '' || part === '.' || part === '..')) {
    throw invalid(path, "it must not have empty parts, '.' or '..'");
  }
  if (name.includes('\0')) throw invalid(path, 'it contains a NUL');
  if (name === TRAILER) throw invalid(path, 'that name ends an archive');
  if (Buffer.byteLength(name) >= PATH_MAX) throw invalid(path, `it is longer than ${PATH_MAX - 1} bytes`);
  return name;
}

function invalid(path: string, why: string): GuestError {
  return new GuestError(
    'cpio-entry-invalid',
    `cannot put ${JSON.stringify(path)} into an initramfs: ${why}`,
    'Leave it out of guest.root and guest.files; if neither has it, this is a defect of tdx-boot: please report it.',
  );
}

/**
 * Writes cpio archives in the newc format, which every Linux unpacks as an initramfs.
 *
 * Format: https://docs.kernel.org/driver-api/early-userspace/buffer-format.html
 * (Documentation/driver-api/early-userspace/buffer-format.rst).
 */

import { GuestError } from './errors.ts';

export type CpioEntry =
  | { readonly type: 'directory'; readonly path: string; readonly mode?: number }
  | { readonly type: 'file'; readonly path: string; readonly mode?: number; readonly data: Uint8Array }
  | {
      readonly type: 'character-device';
      readonly path: string;
      readonly mode?: number;
      readonly major: number;
      readonly minor: number;
    };

const FILE_TYPE = { directory: 0o040000, file: 0o100000, 'character-device': 0o020000 } as const;
const DEFAULT_MODE = { directory: 0o755, file: 0o644, 'character-device': 0o600 } as const;

/** N_ALIGN names longer than PATH_MAX are skipped silently by the kernel (init/initramfs.c, do_header). */
const PATH_MAX = 4096;
const TRAILER = 'TRAILER!!!';

/**
 * The archive with the given entries, in the given order, owned by root. Equal entries give equal bytes: times are 0
 * and inode numbers follow the order. Paths are absolute in the guest (`/dev/console`); directories come first,
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
  const mode = FILE_TYPE[entry.type] | (entry.mode ?? DEFAULT_MODE[entry.type]);
  if (entry.type === 'directory') return [header({ name, inode, mode, links: 2 })];
  if (entry.type === 'character-device') {
    return [header({ name, inode, mode, links: 1, major: entry.major, minor: entry.minor })];
  }
  const data = Buffer.from(entry.data.buffer, entry.data.byteOffset, entry.data.byteLength);
  return [header({ name, inode, mode, links: 1, size: data.length }), data, padding(data.length)];
}

interface HeaderFields {
  readonly name: string;
  readonly links: number;
  readonly inode?: number;
  readonly mode?: number;
  readonly size?: number;
  readonly major?: number;
  readonly minor?: number;
}

/** The 110-byte header, the name with its NUL, and the padding after it. */
function header({ name, links, inode = 0, mode = 0, size = 0, major = 0, minor = 0 }: HeaderFields): Buffer {
  const nameSize = Buffer.byteLength(name) + 1;
  const [uid, gid, mtime, deviceMajor, deviceMinor, checksum] = [0, 0, 0, 0, 0, 0];
  const fields = [
    inode,
    mode,
    uid,
    gid,
    links,
    mtime,
    size,
    deviceMajor,
    deviceMinor,
    major,
    minor,
    nameSize,
    checksum,
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
    `Cannot put ${JSON.stringify(path)} into an initramfs: ${why}`,
    'This is a defect of tdx-boot: please report it.',
  );
}

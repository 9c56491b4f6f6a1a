/** What ext4 and XFS have in common: inodes, directories of names, symbolic links. */

/** A file or a directory. */
export interface LinuxFile {
  readonly directory: boolean;
  /** Bytes. */
  readonly size: number;
  /** Up to `length` bytes from the beginning; undefined for a file that GRUB does not read as Linux does. */
  read(length: number): Buffer | undefined;
}

/** What an inode has on each of them. */
export interface LinuxInode {
  readonly mode: number;
  /** Bytes. */
  readonly size: number;
}

/** A name in a directory. @template N number of an inode */
export interface LinuxEntry<N> {
  readonly name: Buffer;
  readonly number: N;
}

const MODE = { kind: 0xf000, directory: 0x4000, file: 0x8000, link: 0xa000 } as const;
/** A damaged file system may claim more than any /boot holds. */
const MOST_LINKS = 8;
const MOST_NAMES = 32;

/** A file system that is read on demand. Damage shortens what is read. @template I inode @template N number of an inode */
export abstract class LinuxVolume<I extends LinuxInode, N> {
  abstract readonly uuid: string;
  abstract readonly label: string;
  /** Number of the root's inode. */
  protected abstract readonly root: N;

  protected abstract inodeAt(number: N): I | undefined;
  /** Undefined where the directory is damaged. */
  protected abstract entriesOf(directory: I): readonly LinuxEntry<N>[] | undefined;
  /** Up to `length` bytes from the beginning; undefined for a file that GRUB does not read as Linux does. */
  protected abstract contentOf(inode: I, length: number): Buffer | undefined;
  /** Where a symbolic link leads. */
  protected abstract targetOf(link: I): Buffer | undefined;

  /** A file or directory by its path. Symbolic links are followed. */
  find(path: string): LinuxFile | undefined {
    const inode = this.#follow(path);
    const kind = inode === undefined ? undefined : kindOf(inode);
    if (inode === undefined || (kind !== MODE.file && kind !== MODE.directory)) return undefined;
    const read = (length: number): Buffer | undefined => this.contentOf(inode, Math.min(length, inode.size));
    return { directory: kind === MODE.directory, size: inode.size, read };
  }

  /** The names in a directory; undefined where there is no such directory, or where the directory is damaged. */
  list(path: string): string[] | undefined {
    const directory = this.#follow(path);
    const entries = directory === undefined ? undefined : this.#entries(directory);
    return entries?.map(({ name }) => name.toString('utf8')).filter((name) => name !== '.' && name !== '..');
  }

  #follow(path: string): I | undefined {
    const names = path.split('/').filter((name) => name !== '');
    let inode = this.inodeAt(this.root);
    let [links, walked] = [0, 0];
    while (inode !== undefined && names.length > 0) {
      if (++walked > MOST_NAMES) return undefined;
      const wanted = Buffer.from(names.shift() ?? '', 'utf8');
      const entry = this.#entries(inode)?.find(({ name }) => name.equals(wanted));
      const next = entry === undefined ? undefined : this.inodeAt(entry.number);
      if (next === undefined || kindOf(next) !== MODE.link) {
        inode = next;
        continue;
      }
      const target = ++links > MOST_LINKS ? undefined : this.targetOf(next)?.toString('utf8');
      if (target === undefined) return undefined;
      names.unshift(...target.split('/').filter((part) => part !== ''));
      if (target.startsWith('/')) inode = this.inodeAt(this.root);
    }
    return inode;
  }

  #entries(inode: I): readonly LinuxEntry<N>[] | undefined {
    return kindOf(inode) === MODE.directory ? this.entriesOf(inode) : undefined;
  }
}

function kindOf({ mode }: LinuxInode): number {
  return mode & MODE.kind;
}

/** A UUID as tools write it. @param bytes 16 of them */
export function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A text that ends at its first NUL. */
export function textOf(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/\0.*$/s, '');
}

/** The files of a disk as GRUB names them, `(device)/path`, and its command `search`. */

import { UnreadableError } from './errors.ts';
import { ExtVolume } from './ext-volume.ts';
import { FatVolume, type ReadAt } from './fat.ts';
import { NotKnown } from './grub-script.ts';
import type { LinuxFile } from './linux-volume.ts';
import { MOST_PROGRAM_BYTES } from './loader-entries.ts';
import type { Partition } from './partitions.ts';
import { XfsVolume } from './xfs-volume.ts';

/** Stands for text that depends on the machine. */
export const UNKNOWN = '\u{f0000}';
/** Begins the name of a partition: GRUB says hd0 or hd1 here, by the disks of the machine. */
export const DEVICE = '\u{f0001}';

/** Whether text is the same on every machine. */
export function isKnown(text: string): boolean {
  return !text.includes(UNKNOWN) && !text.includes(DEVICE);
}

/** More than any grub.cfg makes: each reads the directories of a path. */
const MOST_LOOKUPS = 500;
/**
 * Bytes of the disk that are read for one grub.cfg: files, and what leads to them. A damaged or hostile file system can lead in circles.
 * A read of few bytes counts as a page.
 */
const MOST_READ = 1024 * 1024 * 1024;
const LEAST_READ = 4096;

/** What the file systems have in common. Their methods throw UnreadableError where they cannot tell. */
interface Files {
  readonly uuid: string;
  readonly label: string | undefined;
  /** A file or directory by its path; symbolic links are followed. */
  find(path: string): LinuxFile | undefined;
  list(path: string): string[] | undefined;
  /** Whether a name in a directory is a directory itself, and no link to one; undefined where there is no such name. */
  isDirectory(parent: string, name: string): boolean | undefined;
}

interface Volume {
  readonly device: string;
  readonly files: Files;
}

/** A partition whose files are not read. */
interface Unread {
  readonly device: string;
  /** As in "partition 3 is LVM". */
  readonly says: string;
}

/** As GRUB's search(1) takes it. */
interface Search {
  readonly by: 'fs-uuid' | 'label' | 'file';
  readonly wanted: string;
  readonly variable: string;
}

export class GrubFiles {
  readonly #volumes: readonly Volume[];
  readonly #unread: readonly Unread[];
  readonly #most: number;
  #lookups = 0;
  #bytes = 0;

  /** @param most of a file no more bytes are read than this: for who wants only what GRUB passes on */
  constructor(
    read: ReadAt,
    partitions: readonly Pick<Partition, 'number' | 'start'>[],
    most = MOST_PROGRAM_BYTES,
  ) {
    this.#most = most;
    const unread: Unread[] = [];
    this.#unread = unread;
    this.#volumes = partitions.flatMap(({ number, start }) => {
      const device = deviceOf(number);
      const within: ReadAt = (offset, length) => {
        this.#bytes += Math.max(length, LEAST_READ);
        if (this.#bytes > MOST_READ) throw new NotKnown(0, 'the files are too large');
        return read(start + offset, length);
      };
      const files = ExtVolume.open(within) ?? XfsVolume.open(within) ?? fatFiles(within);
      if (files !== undefined) return [{ device, files }];
      const content = contentName(within) ?? 'neither ext4 nor XFS nor FAT';
      unread.push({ device, says: `partition ${number} is ${content}` });
      return [];
    });
  }

  /** Undefined where there is no such file. @throws NotKnown where that depends on the machine, or the file cannot be read */
  read(path: string, line: number): Buffer | undefined {
    return this.#ask(path, line, (files, name) => {
      const file = files.find(name);
      if (file === undefined || file.directory) return undefined;
      if (file.size > MOST_PROGRAM_BYTES) throw new UnreadableError(`a file claims ${file.size} bytes`);
      const length = Math.min(file.size, this.#most);
      const content = file.read(length);
      if (content.length === length) return content;
      throw new UnreadableError('a file is cut');
    });
  }

  /** Bytes of a file; undefined where there is no such file. @throws NotKnown as {@link read} */
  size(path: string, line: number): number | undefined {
    return this.#ask(path, line, (files, name) => {
      const file = files.find(name);
      return file?.directory === false ? file.size : undefined;
    });
  }

  /**
   * Whether a path is a directory. A symbolic link to a directory does not count (grub-core/commands/test.c, get_fileinfo).
   * @returns undefined where there is nothing of that name
   * @throws NotKnown as {@link read}
   */
  isDirectory(path: string, line: number): boolean | undefined {
    return this.#ask(path, line, (files, name) => {
      const [, parent = '', last = ''] = /^(.*?)([^/]*)\/*$/s.exec(name) ?? [];
      return last === '' ? true : files.isDirectory(parent, last);
    });
  }

  /** The names in a directory; undefined where there is no such directory. @throws NotKnown as {@link read} */
  list(path: string, line: number): string[] | undefined {
    return this.#ask(path, line, (files, name) => files.list(name));
  }

  /** The variable that a search sets, and the partition; undefined where no file system of this disk is what it looks for. */
  search(
    command: string,
    values: readonly string[],
    line: number,
  ): { readonly variable: string; readonly device: string | undefined } {
    const { by, wanted, variable } = readSearch(command, values, line);
    if (!isKnown(wanted) || wanted === '')
      throw new NotKnown(line, 'what is searched depends on the machine');
    const found = this.#volumes.filter(({ files, device }) => {
      if (by === 'fs-uuid') return files.uuid.toLowerCase() === wanted.toLowerCase();
      if (by === 'label') return told(line, () => files.label) === wanted;
      return wanted.startsWith('/') && this.size(`(${device})${wanted}`, line) !== undefined;
    });
    const [only, other] = found;
    const isWhole = by === 'fs-uuid' || this.#unread.length === 0;
    if (other !== undefined) throw new NotKnown(line, 'the search finds several partitions');
    return { variable, device: isWhole ? only?.device : undefined };
  }

  /** A path as it may be shown: GRUB's own text is not trusted. */
  shown(path: string): string {
    const [, name = ''] = /^\([^)]*\)(.*)$/s.exec(path) ?? [];
    return /^[\w./+-]{1,128}$/.test(name) ? name : 'grub.cfg';
  }

  /** A search that finds nothing makes the path of a file unknown. */
  #whyNotFound(): string {
    if (this.#unread.length === 0) return '';
    return ` (${this.#unread
      .slice(0, 3)
      .map(({ says }) => says)
      .join(', ')})`;
  }

  /** Asks the file system that a path names. */
  #ask<T>(path: string, line: number, question: (files: Files, name: string) => T): T {
    const { files, name } = this.#place(path, line);
    return told(line, () => question(files, name));
  }

  #place(path: string, line: number): { files: Files; name: string } {
    if (++this.#lookups > MOST_LOOKUPS) throw new NotKnown(line, 'the files are too many');
    const [, device, name] = /^\(([^)]*)\)(.*)$/s.exec(path) ?? [];
    if (device === undefined || name === undefined || path.includes(UNKNOWN)) {
      throw new NotKnown(line, `the path of a file depends on the machine${this.#whyNotFound()}`);
    }
    const volume = this.#volumes.find((one) => one.device === device);
    if (volume === undefined) throw new NotKnown(line, this.#whyNotRead(device));
    return { files: volume.files, name };
  }

  #whyNotRead(device: string): string {
    const unread = this.#unread.find((one) => one.device === device);
    if (unread !== undefined) return `${unread.says}, and a file is on it`;
    return /^(lvm|lvmid|md|mduuid|cryptouuid|crypto)\b/.test(device)
      ? 'the partition of a file is on LVM, RAID or an encrypted volume, which is not read'
      : 'the partition of a file is named by the number of its disk, which depends on the machine';
  }
}

/** @throws NotKnown for an UnreadableError */
function told<T>(line: number, question: () => T): T {
  try {
    return question();
  } catch (error) {
    if (error instanceof UnreadableError) throw new NotKnown(line, `a file cannot be read: ${error.message}`);
    throw error;
  }
}

/** What is not read, by magic numbers: GRUB would look for the file system in these. */
const CONTENTS = [
  ...[0, 1, 2, 3].map((sector) => ({ name: 'LVM', at: sector * 512, magic: 'LABELONE' })),
  { name: 'an encrypted volume (LUKS)', at: 0, magic: 'LUKS\xba\xbe' },
  { name: 'btrfs', at: 0x10040, magic: '_BHRfS_M' },
  { name: 'part of a RAID', at: 0x1000, magic: '\xfc\x4e\x2b\xa9' },
  { name: 'part of a RAID', at: 0, magic: '\xfc\x4e\x2b\xa9' },
  { name: 'swap', at: 4086, magic: 'SWAPSPACE2' },
] as const;

function contentName(read: ReadAt): string | undefined {
  return CONTENTS.find(({ at, magic }) => read(at, magic.length).toString('latin1') === magic)?.name;
}

/** A FAT file system; its root is a directory without an entry. */
function fatFiles(read: ReadAt): Files | undefined {
  const volume = FatVolume.open(read);
  if (volume === undefined) return undefined;
  const find = (path: string): LinuxFile | undefined => {
    if (path.replaceAll('/', '') === '') return { directory: true, size: 0, read: () => Buffer.alloc(0) };
    const file = volume.find(path) ?? volume.findDirectory(path);
    return file === undefined ? undefined : { ...file, read: (length) => volume.read(file, 0, length) };
  };
  return {
    uuid: volume.uuid,
    get label() {
      return volume.label;
    },
    find,
    list: (path) => (find(path)?.directory === true ? volume.list(path).map(({ name }) => name) : undefined),
    isDirectory: (parent, name) => find(`${parent}/${name}`)?.directory,
  };
}

/** The name of a partition by its number in the table. */
export function deviceOf(number: number): string {
  return `${DEVICE},gpt${number}`;
}

const KINDS = { fs_uuid: 'fs-uuid', fs_label: 'label', file: 'file' } as const;

/** GRUB grub-core/commands/search_wrap.c; search.fs_uuid and its like take the value and the variable alone. */
function readSearch(command: string, values: readonly string[], line: number): Search {
  const [, short] = /^search\.(fs_uuid|fs_label|file)$/.exec(command) ?? [];
  if (short === 'fs_uuid' || short === 'fs_label' || short === 'file') {
    const [wanted = '', variable = ''] = values;
    if (variable === '') throw new NotKnown(line, 'a search sets no variable');
    return { by: KINDS[short], wanted, variable };
  }
  let [by, wanted, variable]: [Search['by'] | undefined, string, string] = [undefined, '', ''];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? '';
    const [, kind] = /^--(fs-uuid|label|file)$/.exec(value) ?? [];
    const [, set, , name = 'root'] = /^--(set)(=(.*))?$/s.exec(value) ?? [];
    if (kind === 'fs-uuid' || kind === 'label' || kind === 'file') by = kind;
    else if (value === '-u') by = 'fs-uuid';
    else if (value === '-l') by = 'label';
    else if (value === '-f') by = 'file';
    else if (set !== undefined) variable = name;
    else if (/^--hint[a-z-]*$/.test(value)) at++;
    else if (/^--(hint[a-z-]*=|no-floppy$|root-dev-only$)/.test(value)) continue;
    else if (value.startsWith('-')) throw new NotKnown(line, 'an option of the search is not known');
    else if (wanted === '') wanted = value;
  }
  if (by === undefined || variable === '') throw new NotKnown(line, 'a search sets no variable');
  return { by, wanted, variable };
}

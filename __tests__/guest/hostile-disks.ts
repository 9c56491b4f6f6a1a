/**
 * What hostile files of a disk cost: grub.cfg, boot loader entries, XFS, partition tables, UKIs; qcow2 has qcow2-content.test.ts.
 * Run alone, it prints by how many bytes the cases together have raised the memory of this process at most.
 */

import { readFileSync } from 'node:fs';
import { crc32, gunzipSync } from 'node:zlib';
import type { ReadAt } from '../../src/guest/fat.ts';
import { grubEntry } from '../../src/guest/grub-config.ts';
import { DEVICE, GrubFiles } from '../../src/guest/grub-files.ts';
import { readTable, SECTOR } from '../../src/guest/partitions.ts';
import { readGrubImage } from '../../src/tdx/grub-image.ts';
import { systemdBootVersion } from '../../src/tdx/predict-disk.ts';
import { measureUki } from '../../src/tdx/predict-uki.ts';
import { buildUki } from '../tdx/pe-builder.ts';

/** Does something; gives, or throws, what its end is told by. */
export interface HostileCase {
  readonly what: string;
  readonly run: () => unknown;
  readonly ends: RegExp;
}

const MIB = 1 << 20;
const LARGEST_SCRIPT = 256 * 1024;
const PARTITION = `${DEVICE},gpt1`;

/** As much of the line as a file of commands may have. */
function filled(line: string, bytes = LARGEST_SCRIPT - 4096): string {
  return line.repeat(Math.floor(bytes / line.length));
}

function reasonOf(files: Readonly<Record<string, string>>, redHat?: string): string {
  const content = (path: string): string | undefined => files[path.replace(/^\([^)]*\)/, '')];
  const below = (path: string): string[] => {
    const start = `${path.replace(/^\([^)]*\)/, '').replace(/\/$/, '')}/`;
    return Object.keys(files).flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []));
  };
  const entry = grubEntry(
    {
      read: (path) => {
        const text = content(path);
        return text === undefined ? undefined : Buffer.from(text);
      },
      size: (path) => content(path)?.length,
      isDirectory: (path) => (content(path) === undefined ? below(path).length > 0 || undefined : false),
      list: below,
      search: () => ({ variable: 'root', device: PARTITION }),
      shown: (path) => path.replace(/^\([^)]*\)/, ''),
    },
    { device: PARTITION, prefix: '/grub', redHat },
  );
  return 'reason' in entry ? entry.reason : entry.cmdline;
}

const script = (text: string, more: Record<string, string> = {}): string =>
  reasonOf({ '/grub/grub.cfg': text, ...more });
const NO_KERNEL = /boots no kernel|waits for a key/;

const SCRIPTS: readonly HostileCase[] = [
  ...(
    [
      ['text that doubles', `set a=xxxxxxxxxx\n${filled('set a=$a$a\n')}`, /too long/],
      ['menu entries', filled('menuentry a { }\n'), /too many/],
      ['braces within braces', filled('menuentry a {'), /nested too deep/],
      ['conditions within conditions', filled('if true; then '), /nested too deep/],
      ['conditions', filled('if a; then b; fi\n'), /not known/],
      ['functions', filled('function a { true; }\n'), NO_KERNEL],
      ['a function that calls itself', 'function a { a; a; }\na\n', /nested too deep/],
      ['quotes', filled('"'), NO_KERNEL],
      ['words', filled('${a} '), NO_KERNEL],
      ['lines that go on', filled('\\\n'), NO_KERNEL],
      ['tests of files', filled('if [ -f /k ]; then true; fi\n'), /too many/],
      ['a file that runs itself', 'source /grub/grub.cfg\n', /too (deep|large)/],
      ['more than a file of commands may have', filled('set a=b\n', MIB), /too large/],
    ] as const
  ).map(([what, text, ends]) => ({ what: `grub.cfg: ${what}`, run: () => script(text), ends })),
  {
    what: 'grub.cfg: a large file that runs again and again',
    run: () => script(filled('source /more\n'), { '/more': filled('function a { true; }\n') }),
    ends: /too large/,
  },
];

function entries(count: number, text: string, name = ''): string {
  const files = Array.from({ length: count }, (_, at) => [`/loader/entries/${name}${at}.conf`, text]);
  return reasonOf({ '/grub/grub.cfg': 'set timeout=1\nblscfg\n', ...Object.fromEntries(files) }, '/grub');
}

const ENTRIES: readonly HostileCase[] = [
  { what: 'blscfg: 5,000 entries', run: () => entries(5000, 'linux /k\n'), ends: /too many/ },
  {
    what: 'blscfg: versions and names of many digits',
    run: () => entries(60, `version ${'1.'.repeat(4000)}\nlinux /k\n`, '9'.repeat(4000)),
    ends: /load_video/,
  },
  {
    what: 'blscfg: an entry of 1 MiB',
    run: () => entries(2, `options ${filled('$a ', MIB)}\n`),
    ends: /too large/,
  },
];

/** The fixture of xfs-volume.test.ts, whose sectors lie behind their offsets. */
function xfs(): ReadAt {
  const packed = gunzipSync(readFileSync(new URL('../fixtures/guest/xfs-sectors.gz', import.meta.url)));
  const sectors = new Map<number, Buffer>();
  for (let at = 0; at < packed.length; at += 8 + SECTOR) {
    sectors.set(Number(packed.readBigUInt64LE(at)), packed.subarray(at + 8, at + 8 + SECTOR));
  }
  return (offset, length) => {
    const bytes = Buffer.alloc(Math.min(length, MIB));
    for (let at = Math.floor(offset / SECTOR) * SECTOR; at < offset + bytes.length; at += SECTOR) {
      sectors.get(at)?.copy(bytes, Math.max(0, at - offset), Math.max(0, offset - at));
    }
    return bytes;
  };
}

/** A program with this many sections, each of which claims 16 MiB of memory and has nothing in the file. */
function manySections(count: number): Buffer {
  const file = Buffer.alloc(0x1000 + 40 * count);
  file.write('MZ');
  file.writeUInt32LE(0x40, 0x3c);
  file.write('PE\0\0', 0x40);
  file.writeUInt16LE(count, 0x46);
  file.writeUInt16LE(0xf0, 0x54);
  file.writeUInt16LE(0x20b, 0x58);
  file.writeUInt32LE(0x1000, 0x58 + 60);
  file.writeUInt32LE(16, 0x58 + 108);
  for (let at = 0x58 + 0xf0, index = 0; index < count; index++, at += 40) {
    file.write(`.s${index}`, at);
    file.writeUInt32LE(16 * MIB, at + 8);
  }
  return file;
}

/** An ELF file of 65,535 section headers of this size, whose names are all of the text before them. */
function elfWith(headerBytes: number, textBytes: number): Buffer {
  const header = Buffer.alloc(64);
  header.writeBigUInt64LE(BigInt(header.length + textBytes), 40);
  header.writeUInt16LE(headerBytes, 58);
  header.writeUInt16LE(0xffff, 60);
  const section = Buffer.alloc(64);
  section.writeUInt32LE(1, 0);
  section.writeBigUInt64LE(BigInt(header.length), 24);
  section.writeBigUInt64LE(BigInt(textBytes), 32);
  const table = Buffer.alloc(Math.max(section.length, 0xffff * headerBytes), section);
  return Buffer.concat([header, Buffer.alloc(textBytes, 'x'), table]);
}

/** A GRUB of so many modules. */
function grubWith(count: number, elf: Buffer): Buffer {
  const module = Buffer.concat([Buffer.alloc(8), elf, Buffer.alloc(-elf.length & 7)]);
  module.writeUInt32LE(module.length, 4);
  const head = Buffer.alloc(24);
  head.write('mimg');
  head.writeBigUInt64LE(24n, 8);
  head.writeBigUInt64LE(BigInt(24 + count * module.length), 16);
  return buildUki({ mods: Buffer.concat([head, ...Array.from({ length: count }, () => module)]) });
}

/** A header that claims so many entries of 512 bytes, on a disk that has them all. */
function partitions(count: number): number | undefined {
  const entries = Buffer.alloc(Math.min(count * SECTOR, 64 * MIB), 1);
  const [first, header] = [Buffer.alloc(SECTOR), Buffer.alloc(SECTOR)];
  first.writeUInt8(0xee, 450);
  first.writeUInt32LE(1, 454);
  header.write('EFI PART');
  header.writeUInt32LE(0x1_0000, 8);
  header.writeUInt32LE(92, 12);
  header.writeBigUInt64LE(1n, 24);
  header.writeBigUInt64LE(2n, 72);
  header.writeUInt32LE(count, 80);
  header.writeUInt32LE(SECTOR, 84);
  header.writeUInt32LE(crc32(entries), 88);
  header.writeUInt32LE(crc32(header.subarray(0, 92)), 16);
  const read: ReadAt = (offset, length) =>
    offset === 0 ? first : offset === SECTOR ? header : entries.subarray(0, length);
  return readTable(read)?.partitions.length;
}

const STRUCTURES: readonly HostileCase[] = [
  {
    what: 'XFS: 500 names that are looked for',
    run: () => {
      const files = new GrubFiles(xfs(), [{ number: 1, start: 0 }]);
      for (let at = 0; at < 501; at++) files.size(`(${PARTITION})/loader/entries/none-${at}`, 1);
    },
    ends: /too many/,
  },
  { what: 'GPT: 2,048 partitions', run: () => partitions(2048), ends: /^2048$/ },
  { what: 'GPT: 4 billion partitions', run: () => partitions(0xffff_ffff), ends: /^undefined$/ },
  {
    what: 'a UKI of 60,000 sections',
    run: () => {
      const program = manySections(60_000);
      if (systemdBootVersion(program) !== undefined) throw new Error('systemd-boot');
      return measureUki({ program }, { secureBoot: 'off', measured: [] });
    },
    ends: /sections claim \d+ bytes more than the file has/,
  },
  {
    what: 'GRUB: 1,000 modules, whose section headers lie on each other',
    run: () => readGrubImage(grubWith(1000, elfWith(0, 64)))?.prefix,
    ends: /^$/,
  },
  {
    what: 'GRUB: a module of section headers, whose names are as long as the module',
    run: () => readGrubImage(grubWith(1, elfWith(64, 2 * MIB)))?.prefix,
    ends: /^$/,
  },
];

export const HOSTILE_CASES: readonly HostileCase[] = [...SCRIPTS, ...ENTRIES, ...STRUCTURES];

/** What a case gives or throws. */
export function endOf({ run }: HostileCase): string {
  try {
    return String(run());
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

/** Bytes of memory that this process has had at most. */
function peak(): number {
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1')) ?? [];
  return Number(kilobytes) * 1024;
}

if (process.argv[1] === import.meta.filename) {
  const before = peak();
  for (const one of HOSTILE_CASES) endOf(one);
  process.stdout.write(`${peak() - before}\n`);
}

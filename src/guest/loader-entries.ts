/** The entries of a boot partition for systemd-boot (UAPI Boot Loader Specification): their command lines, and which one starts. */

import type { DiskContents } from '../lint/rule.ts';
import type { DiskBoot, LoaderEntry } from '../tdx/predict-disk.ts';
import type { Uki } from '../tdx/predict-uki.ts';
import type { Unpredictable } from '../tdx/prediction.ts';
import type { FatFile, FatVolume } from './fat.ts';

/** The most bytes of one configuration file, and the most files that are read. */
const MOST_BYTES = 64 * 1024;
const MOST_FILES = 64;
/** The most bytes of what an entry starts. */
export const MOST_PROGRAM_BYTES = 512 * 1024 * 1024;
/** Bytes of the header of an EFI program without its optional part, and of an entry of its table of sections. */
const [PE_HEADER, SECTION] = [24, 40];

/** The command lines of systemd-boot's entries and of unified kernel images. GRUB's language is not read. */
export function cmdlinesOf(volume: FatVolume): DiskContents['cmdlines'] {
  const entries = filesIn(volume, 'loader/entries', /\.conf$/i).flatMap(([path, file]) => {
    const options = valuesOf(configuration(volume, file), 'options');
    return options.length === 0 ? [] : [{ file: path, text: options.join(' ') }];
  });
  const images = [
    ...filesIn(volume, 'EFI/BOOT', /^bootx64\.efi$/i),
    ...filesIn(volume, 'EFI/Linux', /\.efi$/i),
  ];
  const unified = images.flatMap(([path, file]) => {
    const text = sectionText(volume, file, '.cmdline');
    return text === undefined ? [] : [{ file: path, text }];
  });
  return [...entries, ...unified];
}

/** An entry that systemd-boot lists. */
interface Listed {
  /** The name of the file, in lower case. */
  readonly id: string;
  readonly read: () => LoaderEntry | Unpredictable;
}

/**
 * What systemd-boot starts by itself from a partition, where no EFI variable tells otherwise (systemd src/boot/efi/boot.c of 252, 254
 * and 257: config_load_all_entries, config_default_entry_select). Its order of several entries is not known here.
 */
export function defaultEntry(volume: FatVolume): LoaderEntry | Unpredictable {
  if (volume.list('EFI/systemd/drivers').length > 0) {
    return { reason: 'systemd-boot loads the drivers of EFI/systemd/drivers first' };
  }
  if (volume.list('loader/keys').length > 0) {
    return { reason: 'systemd-boot may enroll the keys of loader/keys and start again' };
  }
  if (!isReadWhole(volume))
    return { reason: 'the partition has more entries, or larger ones, than are read' };
  const settings = filesIn(volume, 'loader', /^loader\.conf$/i).flatMap(([, file]) =>
    configuration(volume, file),
  );
  if (valuesOf(settings, 'preferred').length > 0) {
    return { reason: 'loader.conf has a preferred entry, which some versions of systemd-boot start' };
  }
  const pattern = valuesOf(settings, 'default').at(-1);
  if (pattern?.startsWith('auto-') === true) {
    return { reason: 'loader.conf names an entry that systemd-boot makes itself' };
  }
  const entries = [...unifiedImages(volume), ...configuredEntries(volume)];
  const named = entries.filter(({ id }) => pattern !== undefined && matches(pattern.toLowerCase(), id));
  const [only, other] = named.length > 0 ? named : entries;
  if (only === undefined) return { reason: 'systemd-boot finds no entry in loader/entries or EFI/Linux' };
  if (other === undefined) return only.read();
  const which = named.length > 0 ? `${named.length} of them` : 'none of them';
  return {
    reason: `systemd-boot finds ${entries.length} entries, and "default" of loader.conf names ${which}: which one starts is not known`,
  };
}

/** The configuration of systemd-boot as it is in its file. */
export function loaderConf(volume: FatVolume): Pick<DiskBoot, 'loaderConf'> {
  const file = volume.find('loader/loader.conf');
  return file === undefined ? {} : { loaderConf: volume.readWhole(file, MOST_BYTES) };
}

/** Whether filesIn and configuration leave nothing out of what systemd-boot would read. */
function isReadWhole(volume: FatVolume): boolean {
  const [loader, entries] = [volume.list('loader'), volume.list('loader/entries')];
  const configurations = [...loader, ...entries].filter(({ name }) => /\.conf$/i.test(name));
  return (
    [loader, entries, volume.list('EFI/Linux')].every(({ length }) => length <= MOST_FILES) &&
    configurations.every(({ size }) => size <= MOST_BYTES)
  );
}

/** The UKI at a path, with whether the stub finds more files to hand on (systemd src/boot/stub.c, util.c get_extra_dir, remove_boot_count). */
export function readUki(volume: FatVolume, path: string, file: FatFile): Uki {
  const counted = path.replace(/\+\d+(-\d+)?(?=\.|$)/, '');
  const places = [
    `${path}.extra.d`,
    `${counted}.extra.d`,
    'loader/credentials',
    'loader/addons',
    'loader/extensions',
  ];
  const addons = places.some((place) => volume.list(place).length > 0);
  const seedIsReadOnly = volume.find('loader/random-seed')?.readOnly === true;
  return { program: volume.readWhole(file, MOST_PROGRAM_BYTES), addons, seedIsReadOnly };
}

/** Type 2: systemd-boot lists the images that say what system they hold. */
function unifiedImages(volume: FatVolume): Listed[] {
  return filesIn(volume, 'EFI/Linux', /^(?!auto-|\.).*\.efi$/i).flatMap(([path, file]) => {
    const system = sectionText(volume, file, '.osrel');
    if (system === undefined || !/^\s*(PRETTY_NAME|IMAGE_ID|NAME|ID)=/m.test(system)) return [];
    return [{ id: file.name.toLowerCase(), read: () => ({ uki: readUki(volume, path, file) }) }];
  });
}

const ITSELF = '\\efi\\boot\\bootx64.efi';

/** What an entry of type 1 starts. Of `uki` and `uki-url` versions before 258 know nothing. */
const PROGRAMS = ['linux', 'efi', 'uki', 'uki-url'];

/** Entries of type 1. systemd-boot leaves out entries for another machine, and entries whose program is missing. */
function configuredEntries(volume: FatVolume): Listed[] {
  return filesIn(volume, 'loader/entries', /^(?!auto-|\.).*\.conf$/i).flatMap(([, file]) => {
    const lines = configuration(volume, file);
    const [key = '', path = ''] = lines.findLast(([name]) => PROGRAMS.includes(name)) ?? [];
    const others = valuesOf(lines, 'architecture').some((name) => name.toLowerCase() !== 'x64');
    const program = fileAt(volume, path);
    if (others || (program === undefined && key !== 'uki-url')) return [];
    if (key === 'efi' && efiPath(path).toLowerCase() === ITSELF) return [];
    const read = (): LoaderEntry | Unpredictable => {
      if (key !== 'linux' || program === undefined) return { reason: OTHER_PROGRAMS[key] ?? EFI_PROGRAM };
      if (valuesOf(lines, 'profile').length > 0) return { reason: PROFILE };
      return kernelEntry(volume, program, lines);
    };
    return [{ id: file.name.toLowerCase(), read }];
  });
}

const EFI_PROGRAM = 'the default entry starts an EFI program with arguments: what it measures is not known';
const OTHER_PROGRAMS: Readonly<Record<string, string>> = {
  uki: 'the default entry names a UKI (uki): what else the entry hands to the UKI is not read',
  'uki-url': 'the default entry starts a UKI from the network (uki-url)',
};
const PROFILE = 'the default entry names a profile of a UKI: what systemd-boot hands on is not known';

function kernelEntry(
  volume: FatVolume,
  program: FatFile,
  lines: readonly Line[],
): LoaderEntry | Unpredictable {
  const paths = valuesOf(lines, 'initrd');
  const initrds = paths.map((path) => fileAt(volume, path)).filter((file) => file !== undefined);
  if (initrds.length < paths.length) return { reason: 'an initrd of the default entry is not on the disk' };
  const bytes = initrds.reduce((sum, { size }) => sum + size, program.size);
  if (bytes > MOST_PROGRAM_BYTES) return { reason: `the default entry claims ${bytes} bytes` };
  const options = [...paths.map((path) => `initrd=${efiPath(path)}`), ...valuesOf(lines, 'options')];
  return {
    kernel: volume.read(program, 0, program.size),
    initrds: initrds.map((file) => volume.read(file, 0, file.size)),
    options: options.length === 0 ? undefined : options.join(' '),
  };
}

/** Whether the pattern of `default` names an entry. Only `*` of its language is read: a pattern with `?` or `[…]` names nothing here. */
function matches(pattern: string, id: string): boolean {
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop();
  if (last === undefined) return id === pattern;
  let at = first.length;
  for (const part of parts) {
    const found = id.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return id.startsWith(first) && id.endsWith(last) && at + last.length <= id.length;
}

type Line = readonly [key: string, value: string];

/** The lines of a configuration file (systemd src/boot/efi/boot.c, line_get_key_value). */
function configuration(volume: FatVolume, file: FatFile): Line[] {
  const [text = ''] = volume.read(file, 0, MOST_BYTES).toString('utf8').split('\0', 1);
  return text.split(/[\r\n]/).flatMap((whole): Line[] => {
    const line = whole.trim();
    const end = line.search(/[ \t]/);
    if (line.startsWith('#') || end < 0) return [];
    const value = line.slice(end).trim();
    const quoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
    return [[line.slice(0, end), quoted ? value.slice(1, -1) : value]];
  });
}

function valuesOf(lines: readonly Line[], wanted: string): string[] {
  return lines.flatMap(([key, value]) => (key === wanted ? [value] : []));
}

/** A path as systemd-boot makes it (src/boot/efi/util.c, convert_efi_path). */
function efiPath(path: string): string {
  return path.replace(/[/\\]+/g, '\\');
}

function fileAt(volume: FatVolume, path: string): FatFile | undefined {
  return volume.find(efiPath(path).replaceAll('\\', '/'));
}

function filesIn(volume: FatVolume, directory: string, wanted: RegExp): [path: string, file: FatFile][] {
  return volume
    .list(directory)
    .filter((file) => !file.directory && wanted.test(file.name))
    .slice(0, MOST_FILES)
    .map((file) => [`${directory}/${file.name}`, file]);
}

/** Text of a section of an EFI program (Microsoft PE/COFF specification). */
function sectionText(volume: FatVolume, file: FatFile, wanted: string): string | undefined {
  const head = volume.read(file, 0, 64);
  if (head.length < 64 || head.toString('latin1', 0, 2) !== 'MZ') return undefined;
  const pe = head.readUInt32LE(0x3c);
  const header = volume.read(file, pe, PE_HEADER);
  if (header.length < PE_HEADER || header.readUInt32LE(0) !== 0x4550) return undefined;
  const table = pe + PE_HEADER + header.readUInt16LE(20);
  const sections = volume.read(file, table, header.readUInt16LE(6) * SECTION);
  for (let at = 0; at + SECTION <= sections.length; at += SECTION) {
    if (sections.toString('latin1', at, at + 8).replace(/\0+$/, '') !== wanted) continue;
    const size = Math.min(sections.readUInt32LE(at + 8), sections.readUInt32LE(at + 16), MOST_BYTES);
    const bytes = volume.read(file, sections.readUInt32LE(at + 20), size);
    return bytes.toString('utf8').replace(/\0.*$/s, '').trim();
  }
  return undefined;
}

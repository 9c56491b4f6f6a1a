/**
 * The entries that `blscfg` of Red Hat's GRUB makes of the files in /boot/loader/entries (grub-core/commands/blscfg.c of
 * rhel-9-main and rhel-10-main): their order, and the commands of each. The oddities of blscfg are kept: each decides what boots.
 */

import type { GrubFiles } from './grub-files.ts';
import { NotKnown } from './grub-script.ts';
import { MOST_VALUE } from './grub-variables.ts';

interface BlsFile {
  /** The name of the file, without `.conf`. */
  readonly id: string;
  readonly content: string;
}

interface BlsEntry {
  readonly id: string;
  readonly title: string;
  /** Whether the entry asks for a user. */
  readonly restricted: boolean;
  /** GRUB's commands that boot the entry. */
  readonly script: string;
}

/** More than any machine has, so that a hostile disk costs little. */
const MOST_FILES = 64;
/** More early initrds than any machine has. */
const MOST_EARLY = 16;

/** Gives a variable of GRUB; undefined where the variable is not set. */
type Variable = (name: string) => string | undefined;

/**
 * The files of the directory that `blsdir` names, or where that is missing, of /boot/loader/entries.
 * @param device the partition that the variable `root` names
 * @throws NotKnown where they are too many or too large, or depend on the machine
 */
export function readBlsFiles(
  files: Pick<GrubFiles, 'list' | 'read'>,
  device: string,
  blsdir: string,
  line: number,
): BlsFile[] {
  const named = `(${device})${blsdir || '/loader/entries'}`;
  const directory = files.list(named, line) === undefined ? `(${device})/boot/loader/entries` : named;
  const names = (files.list(directory, line) ?? []).filter((name) => /^[^.].*\.conf$/s.test(name));
  if (names.length > MOST_FILES) throw new NotKnown(line, 'the entries of blscfg are too many');
  return names.flatMap((name) => {
    const content = files.read(`${directory}/${name}`, line);
    if (content === undefined) return [];
    if (content.length > MOST_VALUE) throw new NotKnown(line, 'an entry of blscfg is too large');
    return [{ id: name.replace(/\.conf$/, ''), content: content.toString('utf8') }];
  });
}

/**
 * The entries in the order of the menu: the newest version first.
 * @throws NotKnown where the order depends on the file system, or an entry is not followed
 */
export function blsEntries(files: readonly BlsFile[], variable: Variable, line: number): BlsEntry[] {
  const sorted = files.toSorted((a, b) => compareNames(b.id, a.id));
  const isClear = sorted.every((one, at) =>
    sorted.slice(at + 1).every((other) => compareNames(one.id, other.id) > 0),
  );
  if (!isClear) throw new NotKnown(line, 'the order of the entries of blscfg is not known');
  return sorted.flatMap((file) => entryOf(file, variable, line));
}

function entryOf({ id, content }: BlsFile, variable: Variable, line: number): BlsEntry[] {
  const keys = readKeys(content);
  const all = (wanted: string): string[] => keys.flatMap(([key, value]) => (key === wanted ? [value] : []));
  const [kernel, title, options, devicetree] = ['linux', 'title', 'options', 'devicetree'].map(
    (name) => all(name)[0],
  );
  if (all('efi').length > 0)
    throw new NotKnown(line, 'an entry of blscfg that starts an EFI program is not followed');
  if (kernel === undefined) return [];
  if ((devicetree ?? variable('devicetree')) !== undefined) {
    throw new NotKnown(line, 'an entry of blscfg with a devicetree is not followed');
  }
  const named = expandBls(options, variable) ?? expandBls(variable('default_kernelopts'), variable);
  const initrds = [
    ...earlyInitrds(variable('early_initrd'), all('initrd')[0] ?? kernel, line),
    ...all('initrd'),
  ];
  const script = [
    ...(variable('save_default') === 'true' ? ['savedefault'] : []),
    'load_video',
    'set gfxpayload=keep',
    'insmod gzio',
    `linux ($root)${kernel}${named === undefined ? '' : ` ${named}`}`,
    ...(initrds.length === 0 ? [] : [`initrd${initrds.map((path) => ` ($root)${path}`).join('')}`]),
    '',
  ];
  const restricted = expandBls(all('grub_users')[0], variable) !== undefined;
  return [{ id, title: title ?? kernel, restricted, script: script.join('\n') }];
}

/** Files of microcode stand beside the first initrd, or else the kernel. */
function earlyInitrds(value: string | undefined, beside: string, line: number): string[] {
  const names = value?.split(' ') ?? [];
  if (names.length > MOST_EARLY) throw new NotKnown(line, 'the early initrds of blscfg are too many');
  const directory = beside.slice(0, beside.lastIndexOf('/') + 1);
  return names.map((name) => directory + name);
}

/** Lines of a key and a value. Comments are skipped; the first other line ends the entry (read_entry). */
function readKeys(content: string): [key: string, value: string][] {
  const keys: [string, string][] = [];
  for (const whole of content.replaceAll('\r', '').split('\n')) {
    const text = whole.replace(/^[ \t]+/, '');
    if (text.startsWith('#')) continue;
    const blank = text.indexOf(' ');
    const at = blank < 0 ? text.indexOf('\t') : blank;
    if (at < 0 || at === text.length - 1) break;
    keys.push([text.slice(0, at), text.slice(at + 1).replace(/^[ \t]+/, '')]);
  }
  return keys;
}

/**
 * Puts in the values of variables, each with a blank behind, and loses single characters between them (expand_val). Undefined
 * where nothing is left: a variable that is not set, right before another variable, takes all that follows with it.
 */
export function expandBls(value: string | undefined, variable: Variable): string | undefined {
  if (value === undefined) return undefined;
  let made: string | undefined;
  let [start, end, isVariable] = [0, 0, false];
  const append = (): void => {
    const field = value.slice(start, end + 1);
    const text = isVariable ? variable(field) : field;
    if (text !== undefined) made = (made ?? '') + text + (isVariable ? ' ' : '');
  };
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    if (sign === '$' && value.charAt(end) !== '\\') {
      if (start !== end) {
        append();
        if (made === undefined) return undefined;
      }
      [isVariable, start] = [true, at + 1];
    } else if (isVariable && !/[A-Za-z0-9_]/.test(sign)) {
      append();
      [isVariable, start] = [false, sign === ' ' ? at + 1 : at];
    }
    end = at;
  }
  if (start !== end) append();
  return made;
}

/** Compares name, version and release, as they stand between the last two dashes (bls_cmp). Positive where `a` is newer. */
export function compareNames(a: string, b: string): number {
  const [one, other] = [splitName(a), splitName(b)];
  for (const part of [0, 1, 2] as const) {
    const order = compareRpmVersions(one[part], other[part]);
    if (order !== 0) return order;
  }
  return 0;
}

function splitName(text: string): readonly [name: string, version: string, release: string] {
  const parts = /^(?:(?:(.*)-)?([^-]*)-)?([^-]*)$/s.exec(text);
  const [, name, version, release = ''] = parts ?? [];
  if (version === undefined) return [release, '', ''];
  return name === undefined ? [version, release, ''] : [name, version, release];
}

/**
 * Compares as rpm does (vercmp): parts of digits by their number, parts of letters by their text; `~` is older than the end, `+`
 * newer.
 */
export function compareRpmVersions(a: string, b: string): number {
  if (a === b) return 0;
  let [one, other] = [a, b];
  for (;;) {
    [one, other] = [one.replace(/^[^A-Za-z0-9~+]+/, ''), other.replace(/^[^A-Za-z0-9~+]+/, '')];
    if (one === '' && other === '') return 0;
    if (one.startsWith('~') || other.startsWith('~')) {
      if (!one.startsWith('~')) return 1;
      if (!other.startsWith('~')) return -1;
      [one, other] = [one.slice(1), other.slice(1)];
      continue;
    }
    if (one.startsWith('+') || other.startsWith('+')) {
      if (one === '') return -1;
      if (other === '') return 1;
      if (!one.startsWith('+')) return 1;
      if (!other.startsWith('+')) return -1;
      [one, other] = [one.slice(1), other.slice(1)];
      continue;
    }
    if (one === '' || other === '') return one === '' ? -1 : 1;
    const isNumber = /^[0-9]/.test(one);
    const part = isNumber ? /^[0-9]*/ : /^[A-Za-z]*/;
    const [[left = ''], [right = '']] = [part.exec(one) ?? [], part.exec(other) ?? []];
    if (right === '') return isNumber ? 1 : -1;
    const order = isNumber ? compareNumbers(left, right) : compareText(left, right);
    if (order !== 0) return order;
    [one, other] = [one.slice(left.length), other.slice(right.length)];
  }
}

function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return one.length === other.length ? compareText(one, other) : one.length > other.length ? 1 : -1;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a > b ? 1 : -1;
}

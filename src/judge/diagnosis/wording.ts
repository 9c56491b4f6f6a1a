/** The title of a row that knows several sentences is one for all of them: the words of the line say which thing is meant. */

import { BOOTLOADER } from '../catalog/bootloader.ts';
import { CLOUD_HYPERVISOR } from '../catalog/cloud-hypervisor.ts';
import { EDK2 } from '../catalog/edk2.ts';
import { INITRAMFS_SCRIPTS } from '../catalog/initramfs.ts';
import { LIBVIRT_ROWS } from '../catalog/libvirt.ts';
import { MICROVMS } from '../catalog/microvms.ts';
import { OTHER_VMMS } from '../catalog/other-vmms.ts';
import { QEMU } from '../catalog/qemu.ts';
import { SYSTEMD_DEVICES } from '../catalog/systemd-devices.ts';
import { everyCauseOf } from '../family.ts';
import { isSystemError, ownWords } from '../log/own-words.ts';
import { errorIn } from '../log/plain-error.ts';
import { peel } from '../log/prefix.ts';
import type { Signature } from '../signature.ts';
import { isToldApart, whyIsOpen } from './deciding.ts';
import type { Sighting } from './input.ts';

/** Tables of programs that tell a failure in one sentence of their own. */
const ONE_SENTENCE = [BOOTLOADER, CLOUD_HYPERVISOR, EDK2, LIBVIRT_ROWS, MICROVMS, OTHER_VMMS, QEMU].flat();
/** Rows of a guest's programs that know several sentences of one failure: which of them was said is always told. */
const OF_SENTENCES = new Set(
  [INITRAMFS_SCRIPTS, SYSTEMD_DEVICES]
    .flat()
    .filter(({ id, title }) => !title.includes('$<') && whyIsOpen(id) === undefined)
    .map(({ id }) => id),
);
/** A file, a device, a number, an identifier: no word of plain English. */
const NAME = /[\w-]*(?:[a-z][A-Z]|\w[\d_/.-]|[\d/]\w)[\w./-]*\w|\w+=\d+/g;
const QUOTED = /(?<=["'`\u2018])[\w./-]+(?=["'\u2019])/g;
/** The prompt of a shell, and what was typed there. */
const PROMPT = /^grub(?: rescue)?>/;
/** Longer words are a report and no sentence. */
const LONGEST = 140;
/** All that a row itself says, when its title names the kind only. */
const SAID = new Map(ONE_SENTENCE.flatMap(titlesOfKinds));

/** The title of a known line. Where the title names the kind only, and the line a thing, the words of the line follow. */
export function worded({ id, title, text }: Sighting): string {
  if (OF_SENTENCES.has(id)) return withSentence(title, text);
  const said = SAID.get(id);
  if (said === undefined) return title;
  const words = withoutError(ownWords(text));
  if (words === '' || words.length > LONGEST || PROMPT.test(words)) return title;
  const quoted = (text.match(QUOTED) ?? []).filter((name) => words.includes(name));
  const names: readonly string[] = [...(words.match(NAME) ?? []), ...quoted];
  return names.every((name) => said.includes(name.toLowerCase())) ? title : `${title}: ${words}`;
}

function withSentence(title: string, text: string): string {
  const words = ownWords(text).replace(/[.?!]$/, '');
  return words.length > LONGEST || /^Failed (?:with result|to start)/.test(words) || title.includes(words)
    ? title
    : `${title}: ${words}`;
}

/** A row of a VMM says what failed; the error of the system in its line says for which of several reasons. */
export function withError(title: string, { id, phase, text }: Sighting): string {
  const error = phase === 'vmm' && !isToldApart(id) ? errorIn(peel(text).text) : undefined;
  if (error === undefined || title.toLowerCase().includes(error.words.toLowerCase())) return title;
  return `${title}: ${error.words}`;
}

/** None of a symptom: judge/log/beside.ts puts the words of its line into its title. */
function titlesOfKinds(row: Signature): (readonly [string, string])[] {
  if (row.symptom === true) return [];
  const own = `${row.title} ${row.pattern.source.replaceAll('\\', '')}`;
  return everyCauseOf(row)
    .filter(({ title, symptom }) => title === row.title && !title.includes('$<') && symptom !== true)
    .map(({ id, hint }) => [id, `${hint} ${own}`.toLowerCase()]);
}

/** Without the links that are an error of the system, which withError() puts at the end. */
function withoutError(words: string): string {
  const links = words.split(': ');
  return links.filter((link) => !isSystemError(link)).join(': ');
}

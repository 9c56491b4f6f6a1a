/** The entries of GRUB's menu, and which one of them `default` names (GRUB grub-core/commands/menuentry.c, grub-core/normal/menu.c). */

import { NotKnown, type Statement } from './grub-script.ts';

export interface Entry {
  readonly file: string;
  readonly line: number;
  /** The first of the parameters. */
  readonly title: string;
  readonly id: string;
  readonly submenu: boolean;
  readonly restricted: boolean;
  readonly parameters: readonly string[];
  readonly block: readonly Statement[];
}

type Said = Pick<Entry, 'title' | 'id' | 'restricted' | 'parameters'>;

/** @param values what follows `menuentry`. @throws NotKnown for options that are not known */
export function readEntry(values: readonly string[], line: number): Said {
  const parameters: string[] = [];
  let id: string | undefined;
  let restricted = true;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? '';
    const [, name = '', , given] = /^--(class|users|hotkey|id|unrestricted)(=(.*))?$/s.exec(value) ?? [];
    if (name === '' && value.startsWith('-')) throw new NotKnown(line, 'an option of the entry is not known');
    if (name === '') parameters.push(value);
    else if (name === 'unrestricted') restricted = false;
    else {
      const text = given ?? values[++at] ?? '';
      if (name === 'id') id = text;
    }
  }
  const [title = ''] = parameters;
  return { title, id: id ?? title, restricted, parameters };
}

/** Undefined where `default` names none of them. */
export function chooseEntry(entries: readonly Entry[], chosen: string): Entry | undefined {
  const [, hex, digits] = /^\s*(?:0x([0-9a-f]+)|(\d+))/i.exec(chosen) ?? [];
  if (hex !== undefined) return entries[Number.parseInt(hex, 16)];
  if (digits !== undefined) return entries[Number.parseInt(digits, /^0\d/.test(digits) ? 8 : 10)];
  const [wanted] = splitSubmenu(chosen);
  return chosen === '' ? entries[0] : entries.find(({ title, id }) => title === wanted || id === wanted);
}

/** The same in Red Hat's GRUB: an id comes first, then a title; a number counts only where the whole text is a number (get_entry_number_helper). */
export function chooseRedHatEntry(entries: readonly Entry[], chosen: string): Entry | undefined {
  const [wanted] = splitSubmenu(chosen);
  const [word = ''] = chosen.split(/\s/, 1);
  const named = entries.find(({ id }) => id === splitSubmenu(word)[0]);
  if (named !== undefined) return word === chosen ? named : undefined;
  const titled = entries.find(({ title }) => title === wanted);
  if (titled !== undefined) return titled;
  return /^\s*(0x[0-9a-f]+|\d+)$/i.test(chosen) ? chooseEntry(entries, chosen) : undefined;
}

/** `a>b` names b in the submenu a; `>>` is a sign of a name. */
export function splitSubmenu(chosen: string): [own: string, rest: string] {
  const found = /^((?:[^>]|>>)*)>(?!>)(.*)$/s.exec(chosen);
  const [, own = chosen, rest = ''] = found ?? [];
  return [own.replaceAll('>>', '>'), rest];
}

/** What becomes of a word of a script (GRUB grub-core/script/execute.c, grub_script_arglist_to_argv). */

import { NotKnown, type Word } from './grub-script.ts';

/** In UTF-16 units: more than any grub.cfg needs. */
const MOST_GIVEN = 256 * 1024;

/**
 * Gives variables to one command, as long as their values together are not too long: few bytes of a hostile disk can name a long
 * value many times.
 * @throws NotKnown
 */
export function bounded<T extends string | undefined>(
  get: (variable: string) => T,
  line: number,
): (variable: string) => T {
  let given = 0;
  return (variable) => {
    const value = get(variable);
    given += value?.length ?? 0;
    if (given > MOST_GIVEN) throw new NotKnown(line, 'the values of variables in a command are too long');
    return value;
  };
}

/**
 * The words that a word becomes: values of variables without quotes are split at blanks.
 * @param read gives a variable; empty where the variable is not set
 * @throws NotKnown for what is not followed: patterns of file names, all parameters at once
 */
export function expand(word: Word, line: number, read: (variable: string) => string): string[] {
  const made: string[] = [];
  let open: string | undefined;
  let isPattern = false;
  const close = (): void => {
    if (open === undefined) return;
    // GRUB looks for files where a word begins as a path does.
    if (isPattern && /^[/(*]/.test(open)) throw new NotKnown(line, 'a pattern of file names is not followed');
    made.push(open);
    [open, isPattern] = [undefined, false];
  };
  const add = (text: string, quoted: boolean): void => {
    open = (open ?? '') + text;
    isPattern ||= !quoted && /[*?]/.test(text);
  };
  for (const part of word) {
    if ('text' in part) {
      add(part.text, part.quoted);
      continue;
    }
    if (part.variable === '@' || part.variable === '*') {
      throw new NotKnown(line, 'all parameters at once are not followed');
    }
    const value = read(part.variable);
    if (part.quoted) {
      add(value, true);
      continue;
    }
    for (const [index, text] of value
      .split(/\s+/)
      .filter((one) => one !== '')
      .entries()) {
      if (index > 0) close();
      add(text, false);
    }
  }
  close();
  return made;
}

/** The command `[` of GRUB (grub-core/commands/test.c). */

import { isKnown, UNKNOWN } from './grub-files.ts';

type Answer = boolean | undefined;

/** Finds a file by its path; undefined where no file has this path. */
interface Look {
  isDirectory(path: string): boolean | undefined;
  /** In bytes; symbolic links are followed. */
  size(path: string): number | undefined;
}

const COMPARISONS: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  '=': (a, b) => a === b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};
/** Comparisons that GRUB has, too, and that are not told here. */
const OTHER_COMPARISONS = /^(<|<=|>|>=|-(eq|ge|gt|le|lt|ne|pgt|plt|nt|ot).*)$/;

/**
 * @param values what stands between the brackets
 * @returns undefined where the answer depends on the machine
 */
export function isTrue(values: readonly string[], look: Look): Answer {
  let [all, any, invert]: [Answer, Answer, boolean] = [true, false, false];
  const take = (answer: Answer): void => {
    all = and(all, answer === undefined ? undefined : answer !== invert);
    invert = false;
  };
  for (let at = 0; at < values.length; ) {
    const [first = '', second, third] = values.slice(at, at + 3);
    const compare = third === undefined ? undefined : COMPARISONS[second ?? ''];
    if (compare !== undefined && third !== undefined) {
      take(isKnown(first) && isKnown(third) ? compare(first, third) : undefined);
      at += 3;
    } else if (third !== undefined && OTHER_COMPARISONS.test(second ?? '')) {
      take(undefined);
      at += 3;
    } else if (second !== undefined && /^-[defsnz]$/.test(first)) {
      take(unary(first, second, look));
      at += 2;
    } else if (first === '(' || first === ')') return undefined;
    else if (first === '!') {
      invert = !invert;
      at++;
    } else if (first === '-a') at++;
    else if (first === '-o') {
      [any, all] = [or(any, all), true];
      at++;
    } else {
      take(isFilled(first));
      at++;
    }
  }
  return or(any, all);
}

function unary(test: string, value: string, look: Look): Answer {
  if (test === '-n') return isFilled(value);
  if (test === '-z') {
    const filled = isFilled(value);
    return filled === undefined ? undefined : !filled;
  }
  if (value.includes(UNKNOWN)) return undefined;
  if (test === '-s') return (look.size(value) ?? 0) > 0;
  const directory = look.isDirectory(value);
  return test === '-e' ? directory !== undefined : directory === (test === '-d');
}

/** What depends on the machine may be empty; the name of a device is not. */
function isFilled(text: string): Answer {
  if (text.replaceAll(UNKNOWN, '') !== '') return true;
  return text === '' ? false : undefined;
}

function and(a: Answer, b: Answer): Answer {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

function or(a: Answer, b: Answer): Answer {
  if (a === true || b === true) return true;
  return a === undefined || b === undefined ? undefined : false;
}

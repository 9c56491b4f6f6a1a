/** A command over a console, for a guest without an agent: what is typed at a shell's prompt, and how its end is seen. */

import type { Command } from '../scenario/scenario.ts';

/** Longest line that is typed: a terminal takes 4095 bytes a line (N_TTY_BUF_SIZE), the editor of busybox 1024. */
const MOST_BYTES = 1000;

/** Why a command cannot be typed; undefined when it can. */
export function obstacleToTyping({ argv }: Command): string | undefined {
  // A shell's line editor obeys them: a tab asks for completions.
  const control = argv.some((word) => /[\x00-\x09\x0b-\x1f\x7f]/.test(word));
  if (control) return 'it has tabs or control characters, which a shell would not take as text';
  const long = argv.some((word) => word.split('\n').some((line) => Buffer.byteLength(line) > MOST_BYTES));
  return long ? `it has a line of more than ${MOST_BYTES} bytes` : undefined;
}

/**
 * What is typed. Quotation marks stand within the markers, so that the echo of what is typed is not taken for a marker.
 * The end is printed twice, because a kernel message may get into one of the two.
 * @param name of the markers
 */
export function typed(name: string, { argv, env, directory = '/' }: Command): string {
  const variables = Object.entries(env).map(([key, value]) => shellWord(`${key}=${value}`));
  const words = [...(variables.length === 0 ? [] : ['env', ...variables]), ...argv.map(shellWord)];
  const end = `printf '\\n%s%s\\n' tdx-boot-''${name}-end- "$s"`;
  const into = `cd ${shellWord(directory)}`;
  return [
    ` printf '\\n%s\\n' tdx-boot-''${name}-begin;`,
    // The exit code of a failed "cd" does not count as the exit code of the command.
    `if (${into}); then (${into} && ${words.join(' ')}) </dev/null; s=$?; else s=cd; fi;`,
    `${end}; ${end}\n`,
  ].join(' ');
}

/** How a command ended: with an exit code, or because the guest does not have its working directory. */
type TypedEnd = { readonly how: 'exit' | 'no-directory'; readonly value: string };

/** What a line of the console is to a command: not of it yet, its output, or its end. */
export class ConsoleCommand {
  readonly #begin: string;
  readonly #end: RegExp;
  #begun = false;

  /** @param name of the markers: letters, digits and hyphens */
  constructor(name: string) {
    this.#begin = `tdx-boot-${name}-begin`;
    this.#end = new RegExp(`tdx-boot-${name}-end-(\\d{1,3}|cd)$`);
  }

  /** Has a shell taken what was typed? */
  get begun(): boolean {
    return this.#begun;
  }

  /** @returns how it ended, true for a line of output, false for any other line */
  take(line: string): TypedEnd | boolean {
    if (!this.#begun) {
      this.#begun = line.endsWith(this.#begin);
      return false;
    }
    const value = this.#end.exec(line)?.[1];
    if (value === undefined) return true;
    return value === 'cd' ? { how: 'no-directory', value: 'cd failed' } : { how: 'exit', value };
  }
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

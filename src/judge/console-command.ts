/** A command over a console, for a guest without an agent: what is typed at a shell's prompt, and how its end is seen. */

import type { Command } from '../scenario/scenario.ts';
import type { RunStream } from '../words/words.ts';

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
 */
export function typed(stream: RunStream, { argv, env, directory = '/' }: Command): string {
  const variables = Object.entries(env).map(([name, value]) => shellWord(`${name}=${value}`));
  const words = [...(variables.length === 0 ? [] : ['env', ...variables]), ...argv.map(shellWord)];
  const end = `printf '\\n%s%s\\n' tdx-boot-''${stream}-end- "$s"`;
  return [
    ` printf '\\n%s\\n' tdx-boot-''${stream}-begin;`,
    `(cd ${shellWord(directory)} && ${words.join(' ')}) </dev/null;`,
    `s=$?; ${end}; ${end}\n`,
  ].join(' ');
}

/** What a line of the console is to a command: not of it yet, its output, or its end with the exit code. */
export class ConsoleCommand {
  readonly #begin: string;
  readonly #end: RegExp;
  #begun = false;

  constructor(stream: RunStream) {
    this.#begin = `tdx-boot-${stream}-begin`;
    this.#end = new RegExp(`tdx-boot-${stream}-end-(\\d{1,3})$`);
  }

  /** @returns the exit code at the end, true for a line of output, false for any other line */
  take(line: string): string | boolean {
    if (!this.#begun) {
      this.#begun = line.endsWith(this.#begin);
      return false;
    }
    return this.#end.exec(line)?.[1] ?? true;
  }
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

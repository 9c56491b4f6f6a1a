/** One command line of tdx-boot in this process: what it prints, and its exit code. */

import { main } from '../../src/cli/main.ts';

export interface Ran {
  readonly code: number;
  /** Standard output; of bytes, each is a character. */
  readonly out: string;
  readonly error: string;
}

export async function run(...args: readonly string[]): Promise<Ran> {
  let out = '';
  let error = '';
  const code = await main(args, {
    out: { write: (text) => (out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')) },
    error: { write: (text) => (error += text) },
  });
  return { code, out, error };
}

/** Calls a program of ours that makes one call of a client of GitHub, and prints a JSON object at the end. */

import { fileURLToPath } from 'node:url';
import { runCommand } from '../process/run.ts';
import { asRecord, parsedJson } from '../words/json.ts';

/** How much of the client's output is kept: its result or its error is at the end. */
const TAIL_BYTES = 64 * 1024;
/** Longest reason in a notice: it could be a proxy's error page. */
const SHOWN_CHARACTERS = 500;

export interface Call {
  readonly cwd: string;
  /** Further variables for the program. */
  readonly own: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
}

/** The program beside this source, or its bundle beside ours. */
export function clientProgram(name: 'cache' | 'artifact'): string {
  const path = import.meta.url.endsWith('.ts') ? `${name}-client.ts` : `../${name}/index.js`;
  return fileURLToPath(new URL(path, import.meta.url));
}

/**
 * @returns what the program printed on its last line
 * @throws an Error with the client's reason, or the reason of the call's signal
 */
export async function callClient(
  program: string,
  args: readonly string[],
  call: Call,
): Promise<Readonly<Record<string, unknown>>> {
  const tails = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  const code = await runCommand([process.execPath, program, ...args], {
    ...call,
    kind: 'github-client',
    onOutput: (bytes, from) => {
      tails[from] = Buffer.concat([tails[from], bytes]).subarray(-TAIL_BYTES);
    },
  });
  const lines = String(tails.stdout).trimEnd().split('\n');
  const complaint = lines.map(complaintOf).find(Boolean);
  if (complaint !== undefined) throw new Error(complaint);
  if (code !== 0) throw new Error(crashOf(String(tails.stderr)) ?? `exit code ${code}`);
  return answerIn(lines.at(-1) ?? '');
}

/** The client rejects for few reasons. Of other errors it only warns, in an escaped command for the runner. */
function complaintOf(line: string): string | undefined {
  const text = /^::(?:warning|error)[^:]*::(.*)$/.exec(line)?.[1];
  return text
    ?.slice(0, SHOWN_CHARACTERS)
    .replace(/(?:%0[AD])+/g, ' ')
    .replaceAll('%25', '%');
}

/** `Error [ERR_MODULE_NOT_FOUND]: Cannot find…`, which Node prints below the line of source that has thrown it. */
function crashOf(stderr: string): string | undefined {
  return /^\w*Error\b[^:]*: .*$/m.exec(stderr)?.[0].slice(0, SHOWN_CHARACTERS);
}

function answerIn(line: string): Readonly<Record<string, unknown>> {
  return asRecord(parsedJson(line)) ?? {};
}

/** Asks the program of a VMM for its version and for what it was built with. */

import { ask } from '../process/ask.ts';
import { describeEnd } from '../process/run.ts';
import { asHostError, type ErrorDetails, HostError } from '../words/errors.ts';

export interface CloudHypervisorBinary {
  /** `47.0` for a release, `47.0-12-g0123abc` (from `git describe`) for a build between releases. */
  readonly version: string;
  /** Cargo features, for example `kvm` and `tdx`. */
  readonly features: readonly string[];
}

export interface QemuBinary {
  /** `10.1.0`. */
  readonly version: string;
  /** Whether it knows the object `tdx-guest`, as a QEMU of 10.1 or later does that was built with TDX. */
  readonly tdxGuest: boolean;
}

/** Longest time for an answer, in milliseconds. A VMM that does not answer cannot be used. */
const ANSWER_MS = 10_000;
/** The same where the version is for the record alone: the guest may run already, and is judged only then. */
const RECORD_MS = 5000;

/**
 * Asks a Cloud Hypervisor for its version and features.
 * @param path of the program
 * @throws HostError code `vmm-unusable` when the program cannot be run, does not answer or is another program
 */
export async function askCloudHypervisor(path: string): Promise<CloudHypervisorBinary> {
  const said = await answerOf(path, ['--version', '-v']);
  // A build from a tree without git calls itself v47.0.0 instead of v47.0 (build.rs).
  const version = /^cloud-hypervisor v?(\d+\.\d+\S*?)(?:\.0)?$/m.exec(said)?.[1];
  if (version === undefined)
    throw unusable(path, 'it does not say which Cloud Hypervisor it is', said, { lasting: true });
  const features = /^Enabled features: \[(.*)\]$/m.exec(said)?.[1] ?? '';
  return { version, features: [...features.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => name ?? []) };
}

/**
 * Asks a QEMU for its version, and whether it knows Trust Domains.
 * @param path of the program
 * @throws HostError code `vmm-unusable` when the program cannot be run, does not answer or is another program
 */
export async function askQemu(path: string): Promise<QemuBinary> {
  const said = await answerOf(path, ['--version']);
  const version = /^QEMU emulator version (\d+\.\d+\S*)/m.exec(said)?.[1];
  if (version === undefined)
    throw unusable(path, 'it does not say which QEMU it is', said, { lasting: true });
  const objects = await answerOf(path, ['-object', 'help']);
  return { version, tdxGuest: /^\s*tdx-guest$/m.test(objects) };
}

/** The version of any VMM, for the record alone: undefined where it does not say one, or `signal` aborts before. */
export async function askVersion(path: string, signal?: AbortSignal): Promise<string | undefined> {
  try {
    const said = await answerOf(path, ['--version'], { deadlineMs: RECORD_MS, signal });
    return /(?:version |\bv)(\d+\.\d+\S*)/.exec(said)?.[1];
  } catch (error) {
    // A VMM that boots the guest and does not say its version is no reason to refuse the run.
    if (signal?.aborted === true || asHostError(error) !== undefined) return undefined;
    throw error;
  }
}

/** What a VMM prints on its standard output for these arguments. */
async function answerOf(
  path: string,
  args: readonly string[],
  {
    deadlineMs = ANSWER_MS,
    signal,
  }: { readonly deadlineMs?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<string> {
  const failed = `"${args.join(' ')}" failed`;
  const answer = await ask([path, ...args], { kind: 'vmm', deadlineMs, signal }).catch((cause: unknown) => {
    if (!(cause instanceof HostError)) throw cause;
    const late = cause.code === 'command-timeout';
    throw unusable(path, failed, late ? `no answer within ${deadlineMs / 1000} s` : cause.message, {
      cause,
      lasting: cause.lasting,
    });
  });
  if (answer.code === 0) return String(answer.stdout);
  throw unusable(path, failed, `${describeEnd(answer.code)}\n${answer.stderr}`, {
    // A program that a signal ended may have lacked memory.
    lasting: typeof answer.code === 'number',
  });
}

function unusable(
  path: string,
  what: string,
  said: string,
  facts: Pick<ErrorDetails, 'cause' | 'lasting'>,
): HostError {
  const text = said.trim() === '' ? 'nothing' : said.trim().slice(0, 200);
  return new HostError('vmm-unusable', `${path} cannot be used: ${what}: ${text}`, {
    hint: 'Check that the program can be run by this user and is the VMM that its name says.',
    ...facts,
  });
}

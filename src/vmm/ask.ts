/** What a VMM program on this machine is, asked of the program itself: its version, and what it was built with. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { HostError, messageOf } from '../words/errors.ts';

export interface CloudHypervisorBinary {
  /** As released: `47.0`; of a build between releases with what git adds: `47.0-12-g0123abc`. */
  readonly version: string;
  /** Cargo features, for example `kvm` and `tdx`. */
  readonly features: readonly string[];
}

export interface QemuBinary {
  /** `10.1.0`. */
  readonly version: string;
  /** It knows the object `tdx-guest`: a QEMU of 10.1 or later, built with it. */
  readonly tdxGuest: boolean;
}

/** A program that says nothing of itself within this time, in milliseconds, is not what it should be. */
const ANSWER_MS = 10_000;

const run = promisify(execFile);

/**
 * Asks a Cloud Hypervisor for its version and features.
 * @param path of the program
 * @throws HostError code `vmm-unusable` when it cannot be run, does not answer or is something else
 */
export async function askCloudHypervisor(path: string): Promise<CloudHypervisorBinary> {
  const said = await ask(path, ['--version', '-v']);
  // Built from a tree without git, it is v47.0.0 and not v47.0 (build.rs).
  const version = /^cloud-hypervisor v?(\d+\.\d+\S*?)(?:\.0)?$/m.exec(said)?.[1];
  if (version === undefined) throw unusable(path, 'it does not say which Cloud Hypervisor it is', said);
  const features = /^Enabled features: \[(.*)\]$/m.exec(said)?.[1] ?? '';
  return { version, features: [...features.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => name ?? []) };
}

/**
 * Asks a QEMU for its version, and whether it knows Trust Domains.
 * @param path of the program
 * @throws HostError code `vmm-unusable` when it cannot be run, does not answer or is something else
 */
export async function askQemu(path: string): Promise<QemuBinary> {
  const said = await ask(path, ['--version']);
  const version = /^QEMU emulator version (\d+\.\d+\S*)/m.exec(said)?.[1];
  if (version === undefined) throw unusable(path, 'it does not say which QEMU it is', said);
  const objects = await ask(path, ['-object', 'help']);
  return { version, tdxGuest: /^\s*tdx-guest$/m.test(objects) };
}

async function ask(path: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run(path, args, { timeout: ANSWER_MS, killSignal: 'SIGKILL' });
    return stdout;
  } catch (cause) {
    const late = typeof cause === 'object' && cause !== null && 'killed' in cause && cause.killed === true;
    const why = late ? `no answer within ${ANSWER_MS / 1000} s` : messageOf(cause);
    throw unusable(path, `"${args.join(' ')}" failed`, why, cause);
  }
}

function unusable(path: string, what: string, said: string, cause?: unknown): HostError {
  const text = said.trim() === '' ? 'nothing' : said.trim().slice(0, 200);
  return new HostError('vmm-unusable', `${path} cannot be used: ${what}: ${text}`, {
    hint: 'Check that the program can be run by this user and is the VMM that its name says.',
    ...(cause === undefined ? {} : { cause }),
  });
}

/** The VMM's program on this machine: found, asked what it is, and held against what it is to boot. */

import { constants } from 'node:fs';
import { findCommand } from '../process/find.ts';
import { HostError } from '../words/errors.ts';
import type { Backend, LaunchWish, Program } from './plan.ts';

/**
 * The program in PATH.
 * @throws HostError code `vmm-missing`, `vmm-not-executable` or `vmm-unusable`
 */
export async function findProgram(backend: Backend, { platform }: LaunchWish): Promise<Program> {
  const path = findCommand(backend.command);
  if (path !== undefined) return backend.identify(path, platform);
  const file = findCommand(backend.command, constants.F_OK);
  if (file !== undefined) {
    throw new HostError('vmm-not-executable', `${file} may not be executed by this user`, {
      hint: `Make it executable: chmod +x ${file}`,
    });
  }
  throw new HostError('vmm-missing', `${backend.command} is not installed`, { hint: backend.installHint });
}

/**
 * Refuses a program before it makes another guest than the one that was asked for.
 * @throws HostError code `vmm-unsuitable`
 */
export function requireSuitable(backend: Backend, wish: LaunchWish, program: Program): void {
  const problem = backend.unsuitable(wish, program);
  if (problem === undefined) return;
  const { name, unsuitableHint: hint } = backend;
  throw new HostError('vmm-unsuitable', `${name} (${program.path}) cannot boot this guest: ${problem}`, {
    hint,
  });
}

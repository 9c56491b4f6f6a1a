/** Finds the VMM's program in PATH, and asks it for its version and features. */

import { constants } from 'node:fs';
import { findFirst } from '../process/find.ts';
import { HostError } from '../words/errors.ts';
import type { Platform } from '../words/words.ts';
import type { Backend, Program } from './plan.ts';

/**
 * The program in PATH, or where distributions put it.
 * @throws HostError code `vmm-missing`, `vmm-not-executable` or `vmm-unusable`
 */
export async function findProgram(backend: Backend, platform: Platform): Promise<Program> {
  const path = findFirst(backend.commands);
  if (path !== undefined) return backend.identify(path, platform);
  const file = findFirst(backend.commands, constants.F_OK);
  if (file !== undefined) {
    throw new HostError('vmm-not-executable', `${file} may not be executed by this user`, {
      hint: `Make it executable: chmod +x ${file}`,
      lasting: true,
    });
  }
  throw new HostError('vmm-missing', `${backend.commands[0]} is not installed`, {
    hint: backend.installHint,
    lasting: true,
  });
}

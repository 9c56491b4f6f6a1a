/** The files of this repository that run in the guest (`guest/`). */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { GuestError } from './errors.ts';

/** Programs (script/build-probe), and the agent's units for systemd. */
type OwnFile = 'probe' | 'agent' | 'tdx-boot-agent.service' | 'tdx-boot-agent.path';

/** @throws GuestError code `probe-missing` in an incomplete installation */
export function requireOwnFile(name: OwnFile): void {
  const file = pathOf(name);
  if (!existsSync(file)) throw missing(file);
}

/** @throws as {@link requireOwnFile} */
export async function ownFile(name: OwnFile): Promise<Buffer> {
  const file = pathOf(name);
  try {
    return await readFile(file);
  } catch (cause) {
    throw missing(file, cause);
  }
}

/** Found at run time: src/guest and dist/shared are equally deep. */
function pathOf(name: OwnFile): string {
  return fileURLToPath(new URL(`../../guest/${name}`, import.meta.url));
}

function missing(file: string, cause?: unknown): GuestError {
  return new GuestError(
    'probe-missing',
    `a file for the guest is missing: ${file}`,
    'Install tdx-boot again, or run script/build-probe in a checkout.',
    { cause },
  );
}

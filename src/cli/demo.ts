/** `tdx-boot demo`: boots a kernel of this machine with the probe guest. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseScenario } from '../scenario/load.ts';
import { UsageError } from '../words/errors.ts';
import type { Streams } from './context.ts';
import { bootAndReport } from './run.ts';

/** `tdx-boot demo`. */
export async function demo(options: { kernel?: string; results: string }, streams: Streams): Promise<number> {
  const kernel = options.kernel ?? installedKernel();
  const text = JSON.stringify({
    version: 1,
    name: 'demo: a kernel reaches userspace',
    platform: 'emulated',
    guest: { kernel },
    timeout: '2m',
  });
  return bootAndReport(parseScenario('demo', text, process.cwd()), { results: options.results }, streams);
}

/** The newest kernel in /boot that this user may read; distributions make some readable by root only. */
function installedKernel(): string {
  const found = existsSync('/boot') ? readdirSync('/boot').filter((name) => name.startsWith('vmlinuz-')) : [];
  const newest = found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  if (newest !== undefined) return join('/boot', newest);
  throw new UsageError('no-kernel', 'there is no /boot/vmlinuz-* on this machine', {
    hint: 'Name one with --kernel FILE.',
  });
}

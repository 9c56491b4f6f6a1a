/** A program that runs as another user of this machine. */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** nobody, on Debian and Ubuntu. */
export const OTHER_USER = 65534;

const ROOT = join(import.meta.dirname, '../..');

/**
 * What a program of another user prints. Root becomes that user, anybody else by a sudo that asks for no password.
 * @param program imports the sources from `SRC`: a copy, because the checkout may be where only its owner can read
 */
export function asOtherUser(program: string): string {
  const readable = mkdtempSync(join(tmpdir(), 'tdx-boot-sources-'));
  try {
    execFileSync('cp', ['--recursive', join(ROOT, 'src'), join(ROOT, 'package.json'), readable]);
    chmodSync(readable, 0o755);
    execFileSync('chmod', ['--recursive', 'a+rX', readable]);
    const user = ['--reuid', String(OTHER_USER), '--regid', String(OTHER_USER), '--clear-groups', '--'];
    const node = [
      process.execPath,
      '--input-type=module',
      '--eval',
      program.replaceAll('SRC', `${readable}/src`),
    ];
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
    const [command = '', ...args] = [...sudo, 'setpriv', ...user, ...node];
    return execFileSync(command, args, { encoding: 'utf8', cwd: '/' });
  } finally {
    rmSync(readable, { recursive: true, force: true });
  }
}

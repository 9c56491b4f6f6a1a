/** What the commands that are used by hand refuse, and which stream a terminal gets. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { announceGdb, byHand, consoleOf } from '../../src/cli/by-hand.ts';
import type { Session } from '../../src/process/session.ts';
import { Printer } from '../../src/report/printer.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { buildKernel } from '../tdx/pe-builder.ts';

test.each([
  [undefined, 'serial'],
  ['quiet', 'serial'],
  ['console=ttyS0', 'serial'],
  ['console=ttyS0 console=hvc0', 'console'],
  ['console=hvc0 console=ttyS0,115200 panic=-1', 'serial'],
  ['earlyconsole=hvc0 console=ttyS0', 'serial'],
] as const)('the stream of %s is %s', (cmdline, stream) => {
  expect(consoleOf(cmdline)).toBe(stream);
});

const directory = scratchDirectory('by-hand');

/** Writes a scenario that could be booted. */
function bootable(name: string): string {
  const file = join(directory, name);
  writeFileSync(join(directory, 'bzImage'), buildKernel());
  writeFileSync(file, 'version: 1\nplatform: emulated\nguest: {kernel: bzImage}\nsteps: [{expect: a}]\n');
  return file;
}

describe('refused', () => {
  const scenario = (platform: string) =>
    parseScenario(
      'boot.yml',
      `version: 1\nplatform: ${platform}\nguest: {kernel: k, initrd: i}\nsteps: [{expect: a}]\n`,
      '/',
    );
  const streams = {
    out: new Printer({ write: () => undefined }),
    error: new Printer({ write: () => undefined }),
  };

  test('a gdb in a Trust Domain; not in an emulated one', () => {
    expect(() => byHand(scenario('tdx'), { gdb: true }, streams)).toThrow(
      '--gdb: a host cannot see into a Trust Domain',
    );
    expect(byHand(scenario('tdx-emulated'), { gdb: true }, streams).gdb).toBe(true);
  });

  test.each([
    [['shell', 'boot.yml'], 'shell needs a terminal for its input and its output'],
    [
      ['run', bootable('a.yml'), bootable('b.yml'), '--gdb'],
      '--keep-on-failure and --gdb are for one scenario that is not retried',
    ],
    [
      ['run', bootable('a.yml'), '--retry', '1', '--keep-on-failure'],
      '--keep-on-failure and --gdb are for one scenario',
    ],
  ])('%j', async (argv, message) => {
    const { code, error } = await runHere(...argv);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

describe('how a gdb attaches', () => {
  const socket = "'target remote /run dir/gdb.sock'";
  test.each([
    ['{ kernel: k }', `gdb: gdb vmlinux -ex ${socket}  (add nokaslr to the kernel command line)`],
    ['{ kernel: k, cmdline: quiet nokaslr }', `gdb: gdb vmlinux -ex ${socket}`],
    ['{ kernel: k, cmdline: nokaslr, vmlinux: "my vmlinux" }', `gdb: gdb '/src/my vmlinux' -ex ${socket}`],
    [
      '{ kernel: k, cmdline: nokaslr, memory: 1G }',
      `gdb: gdb vmlinux -ex ${socket}  (registers and breakpoints, no memory: QEMU cannot read that of a TD)`,
      'tdx-emulated\nfirmware: OVMF.fd',
    ],
  ])('to a guest of %s', (guest, expected, platform = 'emulated') => {
    const loaded = parseScenario('s.yml', `version: 1\nplatform: ${platform}\nguest: ${guest}\n`, '/src');
    const written: string[] = [];
    const error = new Printer({ write: (text: string) => void written.push(text) });
    const session = { workDir: '/run dir' } as Session;
    announceGdb({ gdb: true, release: () => undefined }, loaded, session, { out: error, error });
    expect(written.join('').trimEnd()).toBe(expected);
  });
});

/** `tdx-boot diagnose`: any log, no scenario; exit code 1 when a failure was found. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { main } from '../../src/cli/main.ts';
import { type Ran, runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';

const scratch = scratchDirectory('diagnose');
writeFileSync(join(scratch, 'log.gz'), gzipSync('Kernel panic - not syncing: x\n'));

writeFileSync(join(scratch, 'bzImage'), `MZ${'\0'.repeat(512)}HdrS\n -- System halted\n`);

async function diagnose(log: string, ...options: string[]): Promise<Ran> {
  const file = join(scratch, 'boot.log');
  writeFileSync(file, log);
  const { code, out, error } = await runHere('diagnose', file, ...options);
  return { code, out: out.replaceAll(file, 'LOG'), error: error.replaceAll(file, 'LOG') };
}

const MIXED = 'kvm: vm-type tdx not supported by KVM\n[   10.3] tdx: not enabled by BIOS.\n';

test('says where it stopped, why, which line shows it and what to do', async () => {
  const { code, out } = await diagnose(MIXED);
  expect(code).toBe(1);
  expect(out.split('\n')).toEqual([
    'LOG: stopped in host: TDX is not enabled by the BIOS',
    '  cause: linux-host-tdx-bios',
    '  line 2: [   10.3] tdx: not enabled by BIOS.',
    expect.stringMatching(/^ {2}next: Enable TME/),
    '  also: line 1: KVM does not offer the TDX VM type',
    '',
  ]);
});

test('listens to one source when told to', async () => {
  expect((await diagnose(MIXED, '--stream', 'vmm')).out).toMatch(/^LOG: stopped in vmm: /);
  // A guest that prints a VMM's words does not speak for the VMM: what the words mean is all that is known.
  expect(await diagnose(MIXED, '--stream', 'console')).toMatchObject({
    code: 1,
    out: expect.stringMatching(
      /^LOG: stopped in host: Something is not supported: vm-type tdx .*\n {2}likely cause: error-unsupported\n/,
    ),
  });
});

test('says in plain words what it does not know, and what comes near', async () => {
  const log = 'qemu-system-x86_64: warning: x\nqemu-system-x86_64: the forwarding is off today\n';
  const { code, out } = await diagnose(log);
  expect(code).toBe(1);
  expect(out.split('\n').slice(0, 4)).toEqual([
    'LOG: something is wrong in vmm that is not known: The VMM complains: the forwarding is off today',
    '  line 2: qemu-system-x86_64: the forwarding is off today',
    '  next: Read the line and the lines around it.',
    '  nearest known: QEMU could not forward the host port … [qemu-host-forwarding]',
  ]);
  expect((await diagnose('Lorem ipsum\n')).out).toMatch(
    /^LOG: nothing wrong was found, and nothing shows that the guest came up: No line of the log says how far a boot came\n {2}line 1: /,
  );
});

test('does not say that a boot stopped which went on', async () => {
  const oops = '[    1.0] BUG: kernel NULL pointer dereference, address: 0000000000000008';
  const { code, out } = await diagnose(`[    0.000000] Linux version 6.8.0 (a@b)\n${oops}\ndebian login: `);
  expect(code).toBe(1);
  expect(out).toMatch(/^LOG: reached userspace, and on the way: NULL pointer dereference\n/);
});

test('exits 0 when nothing wrong was found', async () => {
  const { code, out } = await diagnose('[    9.0] virt/tdx: module initialized\n');
  expect({ code, out }).toEqual({
    code: 0,
    out: `LOG: nothing wrong was found, reached host
  looked for: known failures, complaints of any program, resets, and how far the boot came
`,
  });
});

test('gives machines the same', async () => {
  const { code, out } = await diagnose(MIXED, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    diagnosis: {
      phase: 'host',
      cause: 'linux-host-tdx-bios',
      certainty: 'known',
      evidence: [{ stream: null, line: 2, text: '[   10.3] tdx: not enabled by BIOS.' }],
    },
    sightings: [{ id: 'qemu-tdx-vm-type' }, { id: 'linux-host-tdx-bios' }],
  });
  expect(JSON.parse((await diagnose('x\n', '--json')).out)).toMatchObject({
    answer: 'unknown',
    phase: null,
    diagnosis: { cause: 'no-boot-shown', certainty: 'unknown' },
  });
});

test('shows nothing of a hostile line that a terminal would obey', async () => {
  const { out } = await diagnose('kvm: vm-type tdx not supported by KVM \u009b2J\u202e\x1b]0;x\x07\n');
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

test.each([
  [['/no/such/log'], 'cannot read the log: /no/such/log: no such file or directory'],
  [[scratch], 'is a directory, not a log'],
  [[join(scratch, 'log.gz')], 'log.gz is gzip-compressed, not a log'],
  [[join(scratch, 'bzImage')], 'bzImage is a Linux kernel (bzImage), not a log'],
  [['x', '--stream', 'serial0'], "argument 'serial0' is invalid"],
])('refuses %j', async (args, message) => {
  const { code, error } = await runHere('diagnose', ...args);
  expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining(message) });
});

test('a log may begin with a script', async () => {
  expect(await diagnose('#!/bin/sh\nKernel panic - not syncing: x\n')).toMatchObject({ code: 1 });
});

test('what a guest says is never a command, for people and for machines', async () => {
  const log =
    '##[error]pwned \u001b[2J\u{e0041}\n::add-mask::a\nKernel panic - not syncing: ##[add-mask]x\u202e\n';
  for (const options of [[], ['--json']]) {
    const { code, out } = await diagnose(log, ...options);
    expect(code).toBe(1);
    expect(out).toContain('Kernel panic');
    for (const line of out.split('\n')) expect(line).not.toMatch(/##\[|^\s*::|[\u001b\u202e]|\u{e0041}/u);
  }
  const { out } = await diagnose(log, '--json');
  expect(JSON.parse(out).diagnosis.evidence[0].text).toContain('##[add-mask]x\u202e');
});

test('the name of a file or of an unknown option is no command either', async () => {
  let text = '';
  const output = { write: (more: string) => (text += more) };
  await main(['diagnose', '/no/##[error]a\u001b[2J\n::error::b'], { out: output, error: output });
  await main(['diagnose', '--\u001b[2J\n::error::b'], { out: output, error: output });
  expect(text).toContain('/no/# #[error]a\\u{1b}[2J');
  for (const line of text.split('\n')) expect(line).not.toMatch(/##\[|^\s*::|\u001b/);
});

test('a check that passed is said to be no boot, and a guest that was only started is not green', async () => {
  expect(await diagnose('VEK signed the Attestation Report!\n')).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      /^LOG: nothing wrong was found: the attestation report was verified; no line of the text is of a boot\n/,
    ),
  });
  expect(await diagnose('TD started by QEMU with PID: 13392.\n')).toMatchObject({
    code: 1,
    out: expect.stringMatching(
      /^LOG: nothing wrong was found, and nothing shows that the guest came up: A TD was started by run_td, and /,
    ),
  });
});

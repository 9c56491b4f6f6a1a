/** A trace gets source lines from the kernel's vmlinux. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { decoded } from '../../src/boot/decode.ts';
import { decodeTrace } from '../../src/guest/symbols.ts';
import type { Diagnosis } from '../../src/judge/events.ts';
import type { Ask } from '../../src/process/ask.ts';
import { scratchDirectory } from '../support/scratch.ts';

const directory = scratchDirectory('symbols');
const vmlinux = join(directory, 'vmlinux');
writeFileSync(vmlinux, '\x7fELF: nm and addr2line are faked');
writeFileSync(join(directory, 'bzImage'), 'MZ');

const NM = `ffffffff81000000 0000000000000030 T foo_probe
ffffffff81000100 0000000000000050 t foo_probe
ffffffff82000000 0000000000000400 T start_kernel
`;
const PLACES: Readonly<Record<string, string>> = {
  '0xffffffff81000012': '/src/linux/include/linux/list.h:7\n/src/linux/drivers/foo.c:12 (discriminator 3)',
  '0xffffffff81000011': '/src/linux/drivers/foo.c:11',
  '0xffffffff81000111': '/src/linux/drivers/other.c:5',
  '0xffffffff82000000': '/src/linux/init/main.c:900',
};

/** Answers as nm and addr2line of binutils 2.40 do. */
const binutils: Ask = async ([name, ...args]) => {
  const addresses = args.filter((arg) => arg.startsWith('0x'));
  const stdout = name === 'nm' ? NM : addresses.map((one) => `${one}\n${PLACES[one] ?? '??:0'}\n`).join('');
  return { code: 0, stdout: Buffer.from(stdout), stderr: '' };
};

describe('a frame', () => {
  test.each([
    [
      'where the CPU is names its instruction, and inlined calls first',
      'RIP: 0010:foo_probe+0x12/0x30',
      'RIP: 0010:foo_probe+0x12/0x30 (include/linux/list.h:7 drivers/foo.c:12)',
    ],
    [
      'of a trace names the call, and not the instruction after it',
      'foo_probe+0x12/0x30',
      'foo_probe+0x12/0x30 (drivers/foo.c:11)',
    ],
    [
      'is the function of its size, where names are equal',
      'foo_probe+0x12/0x50',
      'foo_probe+0x12/0x50 (drivers/other.c:5)',
    ],
    ['of another kernel stays as it is', 'foo_probe+0x12/0x31', 'foo_probe+0x12/0x31'],
    ['of a module stays as it is', 'foo_probe+0x12/0x30 [foo]', 'foo_probe+0x12/0x30 [foo]'],
    ['whose line nobody knows stays as it is', 'foo_probe+0x2/0x30', 'foo_probe+0x2/0x30'],
  ])('%s', async (_, line, wanted) => {
    expect(await decodeTrace(['start_kernel+0x1/0x400', line], vmlinux, binutils)).toEqual([
      'start_kernel+0x1/0x400 (init/main.c:900)',
      wanted,
    ]);
  });
});

describe('a vmlinux that cannot be used', () => {
  const fails =
    (code: number, stdout = ''): Ask =>
    async () => ({ code, stdout: Buffer.from(stdout), stderr: 'file format not recognized' });

  test.each<[string, string, Ask, RegExp]>([
    ['is missing', join(directory, 'none'), binutils, /none cannot decode traces: .*no such file/i],
    [
      'is no ELF file',
      join(directory, 'bzImage'),
      binutils,
      /bzImage cannot decode traces: it is no ELF file/,
    ],
    ['is damaged', vmlinux, fails(1), /nm ended with exit code 1: file format not recognized/],
    [
      'is of another kernel',
      vmlinux,
      async () => ({ code: 0, stdout: Buffer.from(NM.replace('0030 T', '0040 T')), stderr: '' }),
      /it is of another kernel: no function of the trace has its size there/,
    ],
    ['has no symbols', vmlinux, fails(0), /it has no symbols/],
    [
      'has no debug information',
      vmlinux,
      async (argv, question) =>
        argv[0] === 'nm' ? binutils(argv, question) : { code: 0, stdout: Buffer.from('??:0\n'), stderr: '' },
      /it has no debug information/,
    ],
  ])('because it %s', async (_, file, asked, message) => {
    const failure = decodeTrace(['foo_probe+0x12/0x30'], file, asked);
    await expect(failure).rejects.toMatchObject({
      code: 'bad-vmlinux',
      message: expect.stringMatching(message),
    });
  });

  test('changes nothing of what was found', async () => {
    const diagnosis: Diagnosis = {
      phase: 'kernel',
      cause: 'linux-oops',
      title: 'Kernel oops',
      evidence: [],
      trace: ['foo_probe+0x12/0x30'],
      advice: '',
      certainty: 'known',
    };
    const file = join(directory, 'none');
    expect(await decoded(diagnosis, file)).toEqual({
      ...diagnosis,
      evidence: [{ text: expect.stringContaining('cannot decode traces') }],
    });
  });
});

/** The TD monitor's ROM under this machine's QEMU: it is what its sources build to, and each end of a TD has its line and exit code. */

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { computeMrtd, LAUNCH_METHOD, MRTD_VARIANTS } from '../../src/tdx/mrtd.ts';
import { scratchDirectory } from '../support/scratch.ts';
import {
  buildImage,
  EDK2,
  memory,
  offsetEntry,
  type SectionSpec,
  TD_SHIM,
  TYPE,
  volume,
} from '../tdx/image-builder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ROM = join(ROOT, 'td-monitor/td-monitor.rom');
const KIB = 1024;
const BUILD_DEADLINE = 300_000;
const BOOT_DEADLINE = 600_000;

const scratch = scratchDirectory('td-monitor');

/** A firmware of 64 KiB whose 32-bit code, without paging, starts at 0xFFFF0000. @param more sections */
function firmware(code: readonly number[], more: readonly SectionSpec[] = []): Uint8Array {
  const size = 64 * KIB;
  const descriptor = 0xf000;
  const image = buildImage({
    size,
    descriptor,
    sections: [
      volume(TYPE.BFV, 0, size, 0xffff_0000),
      memory(TYPE.TD_HOB, 0x80_9000, 0x2000),
      memory(TYPE.TempMem, 0x80_0000, 0x6000),
      ...more,
    ],
    table: [offsetEntry(size - descriptor)],
  });
  image.set(code);
  // jmp to the first byte
  image.set([0xe9, 0x0b, 0x00, 0xff, 0xff], size - 16);
  return image;
}

interface Run {
  readonly options?: string;
  readonly image?: Uint8Array;
  readonly machine?: readonly string[];
}

/** Runs a TD of 1 GiB to its end. */
function run({ options = 'mode=faithful', image, machine = [] }: Run) {
  const file = join(scratch, 'firmware');
  const log = join(scratch, 'log');
  if (image !== undefined) writeFileSync(file, image);
  const args = [
    ...['-machine', 'q35,accel=tcg,max-ram-below-4g=1G', '-m', '2080', '-cpu', 'max,phys-bits=48'],
    ...['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot', '-bios', ROM],
    ...['-fw_cfg', `name=opt/org.tdx-boot/options,string=${options}`],
    ...(image === undefined ? [] : ['-fw_cfg', `name=opt/org.tdx-boot/firmware,file=${file}`]),
    ...['-chardev', `file,id=td-module,path=${log}`, '-device', 'isa-debugcon,iobase=0xe9,chardev=td-module'],
    ...['-device', 'isa-debug-exit,iobase=0xf4,iosize=0x04', ...machine],
  ];
  const { status, stderr, error } = spawnSync('qemu-system-x86_64', args, {
    encoding: 'utf8',
    timeout: BOOT_DEADLINE,
  });
  if (error !== undefined) throw error;
  expect(stderr).toBe('');
  return { status, lines: readFileSync(log, 'latin1').trimEnd().split('\n') };
}

test(
  'the ROM is what td-monitor/ builds to, and 64 KiB',
  () => {
    const text = execFileSync(join(ROOT, 'script/build-td-monitor'), ['--check'], { encoding: 'utf8' });
    expect(text).toMatch(/^td-monitor\/td-monitor\.rom matches /m);
    expect(statSync(ROM).size).toBe(64 * KIB);
  },
  BUILD_DEADLINE,
);

const LOAD = (address: number): number[] => [0xa1, ...new Uint8Array(new Uint32Array([address]).buffer)];
const UD2 = [0x0f, 0x0b];
/** QEMU ends some time after the port that asks for it is written. */
const FOREVER = [0xeb, 0xfe];
/** mov dx, port; mov eax, value; out dx, eax */
const OUT = (port: number, value: number): number[] => [
  ...[0x66, 0xba, port & 0xff, port >> 8, 0xb8],
  ...[...new Uint8Array(new Uint32Array([value]).buffer), 0xef],
];

/** The same with ax. */
const OUT16 = (port: number, value: number): number[] => [...OUT(port, value).slice(0, -1), 0x66, 0xef];
const CPUID = [0x0f, 0xa2];
/** The same with al. */
const OUT8 = (port: number, value: number): number[] => [...OUT(port, value).slice(0, -1), 0xee];
/** What a firmware does first: PMBASE and ACPI_CNTL of ICH9, through the PCI configuration ports. */
const PM_BLOCK = [
  ...[...OUT(0xcf8, 0x8000_f840), ...OUT(0xcfc, 0x601)],
  ...[...OUT(0xcf8, 0x8000_f844), ...OUT(0xcfc, 0x80)],
];

test('a machine without RAM of its own for private pages has a TD all the same', () => {
  const { status, lines } = run({ image: firmware(UD2), machine: ['-m', '1056'] });
  expect(lines[0]).toMatch(/^td-monitor: start .* memory=0x40000000 /);
  expect(status).toBe(11);
});

test('two sections of the same bytes of the image are two pieces of memory', () => {
  // mov dword [0xfffe1000], 0x5eed; mov eax, [0xffff1000]; cmp eax, 0x5eed; je to ud2
  const write = [0xc7, 0x05, 0x00, 0x10, 0xfe, 0xff, 0xed, 0x5e, 0x00, 0x00];
  const code = [...write, ...LOAD(0xffff_1000), 0x3d, 0xed, 0x5e, 0x00, 0x00, 0x74, OUT(0xf4, 0x10).length];
  const image = firmware([...code, ...OUT(0xf4, 0x10), ...UD2], [volume(TYPE.CFV, 0, 64 * KIB, 0xfffe_0000)]);
  expect(run({ image, options: 'mode=light' }).status).toBe(13);
});

describe('a TD that ends', () => {
  test.each<[string, readonly number[], string, RegExp, number]>([
    ['by a triple fault', UD2, 'triple-fault', /^td-monitor: vcpu index=0 rip=0xffff0000 /, 11],
    [
      'by an access to memory that it has not accepted',
      LOAD(0x100_0000),
      'violation',
      /^td-monitor: violation kind=private-unaccepted access=read gpa=0x1000000 vcpu=0 rip=0xffff0000$/,
      7,
    ],
    [
      'by a private access to a device',
      LOAD(0xfed0_0000),
      'violation',
      /^td-monitor: violation kind=private-outside access=read gpa=0xfed00000 vcpu=0 rip=0xffff0000$/,
      7,
    ],
    [
      'by a #VE that nobody handles',
      OUT(0x604, 0x2000),
      'triple-fault',
      /^td-monitor: ve-unfetched vcpu=0 reason=30 qualification=0x6040003 gpa=0x0$/,
      11,
    ],
  ])('%s', (_name, code, reason, line, status) => {
    const result = run({ image: firmware(code) });
    expect(result.lines).toContainEqual(expect.stringMatching(line));
    expect(result.lines.at(-1)).toBe(`td-monitor: end reason=${reason} exit-code=${status}`);
    expect(result.status).toBe(status);
  });

  test.each<[string, readonly number[], string, number]>([
    ['by power-off', [...PM_BLOCK, ...OUT16(0x604, 0x2000), ...FOREVER], 'power-off', 0],
    ['by a reset', [...OUT(0xcf9, 0x6), ...FOREVER], 'reset', 0],
    ['by a fast reset', [...OUT8(0x92, 1), ...FOREVER], 'reset', 0],
    ['by a pulse of the keyboard controller', [...OUT8(0x64, 0xf0), ...FOREVER], 'reset', 0],
    // Such an address opens the reset port, which lies in its four bytes, until the next exit.
    [
      'by a reset after PCI configuration',
      [...OUT(0xcf8, 0x8000_0000), ...CPUID, ...OUT8(0xcf9, 6), ...FOREVER],
      'reset',
      0,
    ],
    // QEMU knows no sleep type 5, so the TD goes on.
    [
      'after a sleep that is none',
      [...PM_BLOCK, ...OUT16(0x604, 0x3400), ...OUT(0xf4, 0x10)],
      'debug-exit',
      13,
    ],
    ['as a test suite does', OUT(0xf4, 0x10), 'debug-exit', 13],
  ])('%s, in light mode', (_name, code, reason, status) => {
    const result = run({ image: firmware(code), options: 'mode=light' });
    const ends = result.lines.filter((line) => line.startsWith('td-monitor: end '));
    expect(ends).toEqual([`td-monitor: end reason=${reason} exit-code=${status}`]);
    expect(result.lines.at(-1)).toBe(ends[0]);
    expect(result.status).toBe(status);
  });

  // The first vCPU counts to 100,000,000. Each time that the other is found in its loop is an exit by NMI.
  test.each([
    // test esi, esi; jnz to itself
    { loop: 'that only waits, and is left alone', code: [0x85, 0xf6, 0x75, 0xfe], nmis: [2, 5] },
    // test esi, esi; jz over the loop; inc eax; jmp to inc
    {
      loop: 'that counts, and rests from time to time',
      code: [0x85, 0xf6, 0x74, 3, 0x40, 0xeb, 0xfd],
      nmis: [6, Infinity],
    },
  ])('while another vCPU is in a loop $loop', ({ code, nmis: [least = 0, most = 0] }) => {
    const count = [0xb9, 0x00, 0xe1, 0xf5, 0x05, 0x49, 0x75, 0xfd, ...OUT(0xf4, 0x10)];
    const image = firmware([...code, ...count]);
    const result = run({ image, options: 'mode=light', machine: ['-smp', '2'] });
    const nmis = Number(/^td-monitor: exits .* nmi=(\d+)/m.exec(result.lines.join('\n'))?.[1]);
    expect(nmis).toBeGreaterThanOrEqual(least);
    expect(nmis).toBeLessThanOrEqual(most);
    expect(result.status).toBe(13);
  });

  test('without #VE for pending pages disabled gets one instead', () => {
    const result = run({ image: firmware(LOAD(0x100_0000)), options: 'attributes=0x0' });
    expect(result.lines).toContain(
      'td-monitor: ve-unfetched vcpu=0 reason=48 qualification=0x1 gpa=0x1000000',
    );
  });

  test('cannot write to the log', () => {
    // mov dx, 0xe9; mov al, 'x'; out dx, al
    const result = run({
      image: firmware([0x66, 0xba, 0xe9, 0x00, 0xb0, 0x78, 0xee, ...UD2]),
      options: 'mode=light',
    });
    expect(result.lines.every((line) => line.startsWith('td-monitor: '))).toBe(true);
    expect(result.status).toBe(11);
  });
});

test('MRTD is what the twin computes', () => {
  for (const image of [firmware(UD2), buildImage(EDK2)]) {
    const { lines } = run({ image });
    const mrtd = computeMrtd(image, parseMetadata(image), LAUNCH_METHOD);
    expect(lines).toContain(`td-monitor: mrtd value=${mrtd}`);
  }
});

describe('a firmware that Cloud Hypervisor boots on hardware: td-shim', () => {
  const HOB_BYTES = 0x8000;
  const kernel = Uint8Array.from({ length: 5000 }, (_, index) => index % 251);
  const cmdline = 'console=ttyS0 root=/dev/vda';
  /** Writes memory to the port of OVMF's debug console, which the test has as a file. mov esi; mov ecx; mov dx; rep outsb */
  const dump = (address: number, bytes: number): number[] => [
    ...[0xbe, ...new Uint8Array(new Uint32Array([address]).buffer)],
    ...[0xb9, ...new Uint8Array(new Uint32Array([bytes]).buffer)],
    ...[0x66, 0xba, 0x02, 0x04, 0xf3, 0x6e],
  ];
  const rest = TD_SHIM.sections.filter(({ type }) => type < TYPE.TD_HOB || type === TYPE.TempMem);

  /** Data of each HOB of the type GUID extension (4), by its GUID (UEFI PI specification volume 3, 5.2 and 5.7). */
  function guidHobs(list: Buffer): { guid: string; data: Buffer }[] {
    const found: { guid: string; data: Buffer }[] = [];
    for (let at = 0; list.readUInt16LE(at) !== 0xffff; at += list.readUInt16LE(at + 2)) {
      const end = at + list.readUInt16LE(at + 2);
      if (list.readUInt16LE(at) === 4)
        found.push({ guid: list.toString('hex', at + 8, at + 12), data: list.subarray(at + 24, end) });
    }
    return found;
  }

  // The second has more than a page of the list behind 0xa0000, where QEMU's own machine has no RAM, and the kernel's end behind 0x100000.
  test.each([
    { where: 'at 8 MiB', hob: 0x80_0000, commandLine: 0x86_0000, payload: 0x86_1000 },
    { where: 'across the hole below 1 MiB', hob: 0x9_f000, commandLine: 0xd_0000, payload: 0xf_f000 },
  ])(
    'gets its kernel, its command line and linked ACPI tables $where, and its MRTD is what the twin computes',
    (at) => {
      const sections = [
        ...rest,
        memory(TYPE.TD_HOB, at.hob, 0x20000),
        memory(TYPE.Payload, at.payload, 0x10_0000),
        memory(TYPE.PayloadParam, at.commandLine, 0x1000),
      ];
      const image = buildImage({ ...TD_SHIM, sections });
      const code = [
        ...dump(at.payload, kernel.length),
        ...dump(at.commandLine, cmdline.length + 1),
        ...dump(at.hob, HOB_BYTES),
        ...OUT(0xf4, 0x10),
      ];
      image.set(code, image.length - 64 * KIB);
      image.set([0xe9, 0x0b, 0x00, 0xff, 0xff], image.length - 16);
      const [kernelFile, dumped] = [join(scratch, 'kernel'), join(scratch, 'dumped')];
      writeFileSync(kernelFile, kernel);
      const machine = [
        ...['-fw_cfg', `name=opt/org.tdx-boot/kernel,file=${kernelFile}`],
        ...['-fw_cfg', `name=opt/org.tdx-boot/cmdline,string=${cmdline}`],
        ...[
          '-chardev',
          `file,id=dumped,path=${dumped}`,
          '-device',
          'isa-debugcon,iobase=0x402,chardev=dumped',
        ],
      ];
      const { status, lines } = run({ image, options: 'mode=light', machine });
      expect([status, lines.at(-1)]).toEqual([13, 'td-monitor: end reason=debug-exit exit-code=13']);

      const method =
        MRTD_VARIANTS.find(({ reader }) => reader === 'cloud-hypervisor')?.method ?? LAUNCH_METHOD;
      expect(lines).toContain(`td-monitor: mrtd value=${computeMrtd(image, parseMetadata(image), method)}`);
      const memoryOf = readFileSync(dumped);
      expect(memoryOf.subarray(0, kernel.length)).toEqual(Buffer.from(kernel));
      const after = memoryOf.subarray(kernel.length);
      expect(after.toString('latin1', 0, cmdline.length + 1)).toBe(`${cmdline}\0`);
      const hobs = guidHobs(after.subarray(cmdline.length + 1));
      // PAYLOAD_INFO says bzImage (1).
      expect(hobs.filter(({ guid }) => guid === '12a46fb9').map(({ data }) => data.readUInt32LE(0))).toEqual([
        1,
      ]);
      const tables = hobs.filter(({ guid }) => guid === '70580c6a').map(({ data }) => data);
      expect(tables.map((table) => table.toString('latin1', 0, 4))).toEqual(
        expect.arrayContaining(['DSDT', 'FACP', 'APIC']),
      );
      for (const table of tables) {
        const length = table.readUInt32LE(4);
        expect(table.subarray(0, length).reduce((sum, byte) => sum + byte, 0) % 256).toBe(0);
      }
    },
  );
});

describe('a TD that cannot be started', () => {
  test.each<[string, Run, RegExp]>([
    ['an unknown option', { options: 'mode=fast' }, /^td-monitor: option-unknown word="mode=fast"$/],
    ['XFAM with a part of AVX-512', { options: 'xfam=0x27' }, /text="no TD can have this XFAM" xfam=0x27$/],
    ['XFAM without SSE', { options: 'xfam=0x1' }, /text="no TD can have this XFAM" xfam=0x1$/],
    ['no firmware', {}, /text="no fw_cfg file opt\/org\.tdx-boot\/firmware"/],
    ['a firmware that is none', { image: new Uint8Array(64 * KIB) }, /text=".*no firmware"/],
    [
      'too many vCPUs',
      { image: firmware(UD2), machine: ['-smp', '17'] },
      /text="more vCPUs than the monitor supports" vcpus=0x11/,
    ],
    [
      'no room for the monitor',
      { image: firmware(UD2), machine: ['-m', '256'] },
      /text="the machine needs 32 MiB more memory than the TD, above 4 GiB"/,
    ],
    [
      'RAM for a part of the private pages',
      { image: firmware(UD2), machine: ['-m', '1568'] },
      /text="RAM is neither that of the TD nor twice that, and 32 MiB: .*" above-4g=0x20000000/,
    ],
    [
      'a TD HOB in two pieces of memory',
      {
        image: buildImage({
          ...EDK2,
          sections: [...EDK2.sections.slice(0, 2), memory(TYPE.TD_HOB, 0x9_f000, 0x2000)],
        }),
        machine: ['-m', '1056'],
      },
      /text="a section that the VMM fills is not in one piece of memory here" address=0x9f000/,
    ],
    [
      'physical addresses of 40 bits',
      { image: firmware(UD2), machine: ['-cpu', 'max'] },
      /text="physical addresses are too short: .*phys-bits=48"/,
    ],
  ])('%s', (_name, what, line) => {
    const { status, lines } = run(what);
    expect(lines).toContainEqual(expect.stringMatching(line));
    expect(status).toBe(3);
  });
});

/** The conformance guest: built from its sources, without a TD, in a TD of the monitor, and where it ends the TD on purpose. */

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseMetadata } from '../../src/tdx/metadata.ts';
import { computeMrtd, LAUNCH_METHOD } from '../../src/tdx/mrtd.ts';
import { ROOT } from '../support/cli.ts';
import { scratchDirectory } from '../support/scratch.ts';

const IMAGE = path.join(ROOT, 'td-monitor/conformance/td-conformance.fd');
const MONITOR = path.join(ROOT, 'td-monitor/td-monitor.rom');
const GUEST_MIB = 1024;
/** The guest's twice, for its private pages, and the monitor's own memory. */
const RAM_MIB = 2 * GUEST_MIB + 32;

const scratch = scratchDirectory('conformance');

interface Ended {
  readonly code: number | null;
  readonly console: string;
  readonly log: string;
}

let runs = 0;

/** Runs a program to its end, or kills it after the time limit; its console and the monitor's log are files. */
async function end(
  command: string,
  args: (files: { console: string; log: string }) => string[],
): Promise<Ended> {
  const files = { console: path.join(scratch, `console-${++runs}`), log: path.join(scratch, `log-${runs}`) };
  for (const file of Object.values(files)) fs.writeFileSync(file, '');
  const child = spawn(command, args(files), { stdio: ['ignore', 'ignore', 'inherit'], timeout: 240_000 });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, console: fs.readFileSync(files.console, 'utf8'), log: fs.readFileSync(files.log, 'utf8') };
}

const qemu = ['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'];

interface Td {
  readonly vcpus?: number;
  /** Words for the monitor. */
  readonly options?: string;
  /** Words for the guest. */
  readonly words?: string;
}

function inTd({ vcpus = 1, options = '', words = '' }: Td): Promise<Ended> {
  return end('qemu-system-x86_64', (files) => [
    ...qemu,
    ...[
      '-machine',
      `q35,accel=tcg,max-ram-below-4g=${GUEST_MIB}M`,
      '-cpu',
      'max,phys-bits=48,mpx=off,pku=off',
    ],
    ...['-m', `${RAM_MIB}`, '-smp', `${vcpus}`, '-bios', MONITOR],
    ...['-fw_cfg', `name=opt/org.tdx-boot/firmware,file=${IMAGE}`],
    // COM1 is a port as any other here: the monitor must not let it pass for speed.
    ...['-fw_cfg', `name=opt/org.tdx-boot/options,string=serial=ve ${options}`.trim()],
    ...['-fw_cfg', `name=opt/org.tdx-boot/conformance,string=${words || 'all'}`],
    ...['-chardev', `file,id=log,path=${files.log}`, '-device', 'isa-debugcon,iobase=0xe9,chardev=log'],
    ...['-device', 'isa-debug-exit,iobase=0xf4,iosize=0x04', '-serial', `file:${files.console}`],
  ]);
}

/** The lines of cases that did not pass, and of what is wrong with the TAP itself. */
function complaints(tap: string): string[] {
  const lines = tap.split('\r\n');
  const cases = lines.filter((line) => /^(not )?ok /.test(line));
  const numbers = cases.map((line) => Number(/ok (\d+)/.exec(line)?.[1]));
  const plan = `1..${cases.length}`;
  return [
    ...lines.filter((line) => line.startsWith('not ok ') || line.startsWith('Bail out!')),
    ...(lines[0] === 'TAP version 14' ? [] : [`the first line is ${lines[0]}`]),
    ...(numbers.every((number, index) => number === index + 1)
      ? []
      : ['the cases are not numbered in order']),
    ...(lines.includes(plan) && cases.length > 0 ? [] : [`no plan ${plan}`]),
  ];
}

/** Why a case may be skipped in a TD of the monitor: each is a word that the guest was given, or the shape of the TD. */
const REASONS =
  /# SKIP (emulated: |cpuid=compatible: |the host has mapped 4 KiB pages$|the tree of 2022 |the TD has one vCPU$)/;
const skippedForNothing = (tap: string) =>
  tap.split('\r\n').filter((line) => line.includes(' # SKIP ') && !REASONS.test(line));

test('the committed image is what its sources build to', async () => {
  const { code } = await end(path.join(ROOT, 'script/build-td-conformance'), () => ['--check']);
  expect(code).toBe(0);
});

test('the image is a TDVF: one measured section that ends at 4 GiB, TD_HOB and TempMem', () => {
  const { sections } = parseMetadata(fs.readFileSync(IMAGE));
  expect(sections.map(({ name, extend }) => [name, extend])).toEqual([
    ['BFV', true],
    ['TD_HOB', false],
    ['TempMem', false],
  ]);
});

test('without a TD the image says so and powers the machine off', async () => {
  const { code, console } = await end('qemu-system-x86_64', (files) => [
    ...qemu,
    ...['-machine', 'q35,accel=tcg', '-m', '128', '-bios', IMAGE, '-serial', `file:${files.console}`],
  ]);
  expect(code).toBe(0);
  expect(console).toMatch(/^TAP version 14\r\nBail out! not in a TD: /);
});

/** What `tdx-boot measure` says of the image. */
function predictedMrtd(): string {
  const image = fs.readFileSync(IMAGE);
  return computeMrtd(image, parseMetadata(image), LAUNCH_METHOD);
}

const TCG = 'emulated cpuid=compatible';

describe('in a TD of the monitor every case passes', () => {
  const rows: (Td & { name: string })[] = [
    { name: 'one vCPU', words: TCG },
    { name: 'two vCPUs', vcpus: 2, words: TCG },
    { name: 'pages of 2 MiB', options: 'huge-pages=on', words: TCG },
    { name: 'the host of 2022', options: 'host=intel-2022', words: TCG },
    { name: 'CPUID as the module has it', options: 'cpuid=compliant', words: 'emulated' },
    { name: 'a later module', options: 'module=2.0', words: TCG },
  ];
  test.each(rows)('$name', async (td) => {
    const { code, console, log } = await inTd(td);
    expect(complaints(console)).toEqual([]);
    expect(skippedForNothing(console)).toEqual([]);
    expect(/^# MRTD: (\w+)\r$/m.exec(console)?.[1]).toBe(predictedMrtd());
    // What a device wrote for the guest's test, and nothing else.
    const page = /^# DMA to the private page: (0x\w+)\r$/m.exec(console)?.[1];
    expect(log.match(/^td-monitor: dma-to-private .*/gm)).toEqual([
      `td-monitor: dma-to-private gpa=${page} value=0x554d4551`,
    ]);
    expect(log).toMatch(/^td-monitor: end reason=power-off exit-code=0$/m);
    expect(code).toBe(0);
  });
});

describe('a TD that is ended on purpose is ended by the monitor, which says why', () => {
  const violation = (kind: string) => new RegExp(`^td-monitor: violation kind=${kind} `, 'm');
  const rows: (Td & { words: string; line: RegExp; exit: number })[] = [
    { words: 'unaccepted', line: violation('private-unaccepted'), exit: 7 },
    { words: 'unaccepted-by-vcpu-1', vcpus: 2, line: violation('private-unaccepted'), exit: 7 },
    { words: 'shared', line: violation('private-to-shared'), exit: 7 },
    { words: 'shared-by-vcpu-1', vcpus: 2, line: violation('private-to-shared'), exit: 7 },
    { words: 'outside', line: violation('private-outside'), exit: 7 },
    { words: 'accept-outside', line: violation('private-outside'), exit: 7 },
    { words: 'smi-by-io-apic', line: violation('smi'), exit: 7 },
    { words: 'init-by-io-apic', line: violation('init'), exit: 7 },
    { words: 'init-by-message', vcpus: 2, line: violation('init'), exit: 7 },
    { words: 'report-fatal-error', line: /fatal-error .*text="conformance: this error is meant"$/m, exit: 9 },
    { words: 'reset-by-keyboard', line: /^td-monitor: end reason=reset exit-code=0$/m, exit: 0 },
    { words: 'triple-fault', line: /^td-monitor: end reason=triple-fault /m, exit: 11 },
  ];
  test.each(rows)('$words', async ({ line, exit, ...td }) => {
    const { code, console, log } = await inTd(td);
    expect(log).toMatch(line);
    expect(console).toContain('# ends the TD on purpose\r\n');
    expect(console).not.toContain('Bail out!');
    expect(code).toBe(exit);
  });
});

describe('a TD that makes random calls ends in its own way, and the monitor does not fall', () => {
  test.each([
    { words: 'fuzz=1', options: 'mode=faithful huge-pages=on' },
    { words: 'fuzz=2', options: 'mode=light' },
    { words: 'fuzz=3', options: 'mode=faithful', vcpus: 2 },
  ])('$words', async (td) => {
    const { code, console, log } = await inTd(td);
    expect(console).toContain('# random calls\r\n');
    expect(log.trimEnd().split('\n').at(-1)).toMatch(
      /^td-monitor: end reason=(?!monitor-fault|setup-failed)/,
    );
    expect([0, 7, 11, 13]).toContain(code);
  });
});

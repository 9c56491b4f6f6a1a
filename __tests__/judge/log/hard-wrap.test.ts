/** A log whose lines a mail program has broken: they are read as they were printed. */

import { expect, test } from '@jest/globals';
import { LINE_CAP } from '../../../src/console/scanner.ts';
import { BrokenLines, hardWrapOf } from '../../../src/judge/log/hard-wrap.ts';
import { LogReader, type LogReport } from '../../../src/judge/log.ts';
import { THREADS } from '../threads/index.ts';

/** From a panic of Fedora's kernel 6.11 without an initrd. */
const PANIC = [
  "[    0.980404] /dev/root: Can't open blockdev",
  '[    0.981116] VFS: Cannot open root device "UUID=96991ead-b3b0-48ef-a347-f8c3c0f86bf1" or unknown-block(0,0): error -6',
  '[    0.982578] Please append a correct "root=" boot option; here are the available partitions:',
  '[    0.983625] 0b00         1048575 sr0 ',
  '[    0.987030] Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)',
  '[    0.987874] CPU: 0 UID: 0 PID: 1 Comm: swapper/0 Not tainted 6.11.2-300.fc41.x86_64 #1',
];

/** As mail programs break lines: at the last blank that fits; @param sign stands before each piece */
function wrapped(lines: readonly string[], width: number, sign = ''): string[] {
  return lines
    .flatMap((line) => {
      const pieces: string[] = [];
      let rest = line;
      while (rest.length > width) {
        const fits = rest.lastIndexOf(' ', width);
        const at = fits > 0 ? fits : rest.indexOf(' ', width);
        if (at <= 0) break;
        pieces.push(rest.slice(0, at));
        rest = rest.slice(at + 1);
      }
      return [...pieces, rest];
    })
    .map((piece) => sign + piece);
}

function read(lines: readonly string[]): LogReport {
  const reader = new LogReader('mixed');
  for (const byte of Buffer.from(`${lines.join('\n')}\n`)) reader.push(Uint8Array.of(byte));
  return reader.end();
}

test.each([
  ['at 72 columns', 72, ''],
  ['at 80', 80, ''],
  ['and quoted', 76, '> '],
  ['and quoted twice', 74, '> > '],
])('a panic, broken %s', (_, width, sign) => {
  const { diagnosis } = read(wrapped(PANIC, width, sign));
  expect(diagnosis).toMatchObject({ phase: 'kernel', cause: 'linux-root-device-initrd' });
  // The line of the log is the one in which the broken line begins.
  expect(diagnosis?.evidence[0]).toMatchObject({ line: 2, text: expect.stringContaining('error -6') });
});

test('of most logs of threads the cause stays the same', () => {
  const causeOf = (log: readonly string[]): string | undefined => read(log).diagnosis?.cause;
  const logs = THREADS.map(({ log }) => log);
  const same = logs.filter((log) => causeOf(log) === causeOf(wrapped(log, 76, '> ')));
  expect(same.length / logs.length).toBeGreaterThan(0.85);
});

/** SeaBIOS 1.16.2 under QEMU, src/hw/virtio-pci.c */
const row = (cap: string): string =>
  `pci dev 00:02.0 virtio cap at 0x${cap} bar 4 at 0xfebf4000 off +0x3000 [mmio]`;

test.each([
  [
    'a program that names itself',
    'qemu-system-x86_64: warning: host doesn’t support requested feature XX-YYY',
    'error: second',
  ],
  ['a prompt', 'tdx_guest from /sys/kernel/config/tsm/report/testreport0/provider', 'root@tdx-guest:~# ls'],
  ['a table, whose rows have one width', row('70 type 2'), row('60 type 4')],
])('a line that is long goes on in no line of %s', (_, long, next) => {
  expect(hardWrapOf([long, next, long, next])?.(long, next)).toBeUndefined();
});

test('a line of which no end comes is cut, so that it costs no memory', () => {
  const lengths: number[] = [];
  const lines = new BrokenLines(({ text }) => lengths.push(text.length));
  for (let number = 1; number <= 10_000; number++) lines.read('x'.repeat(70), number, (_, rest) => rest);
  lines.end();
  expect(lengths.length).toBeGreaterThan(9);
  expect(Math.max(...lengths)).toBeLessThan(LINE_CAP + 100);
});

test('rows of a table are no sentence that a mail has broken', () => {
  const head = 'NAME                               READY   STATUS    RESTARTS   AGE';
  const row = 'virt-launcher-flux5-l2xlj          3/4     Error     0          7m7s';
  const next = 'virt-launcher-flux7-t8z8b          3/4     Error     0          7m8s';
  expect(hardWrapOf([head, row, next])?.(head, row)).toBeUndefined();
});

test('a line behind a whole sentence is no rest, though the longest line of a log is full', () => {
  const lines = [
    '[    0.000000] tdx: Guest detected',
    '[    1.200000] Run /sbin/init as init process',
    '[    2.100000] systemd[1]: Detected confidential virtualization tdx.',
  ];
  expect(hardWrapOf([...lines, 'not ok 3 - flux'])).toBeUndefined();
  const reader = new LogReader('mixed');
  reader.push(Buffer.from(`${[...lines, 'not ok 3 - flux'].join('\n')}\n`));
  expect(reader.end()).toMatchObject({ answer: 'unknown', diagnosis: { evidence: [{ line: 4 }] } });
});

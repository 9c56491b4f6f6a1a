/** What is no file of the kind that `tdx-boot measure` asks for: refused at once, whatever its size. */

import { truncateSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { fixture, GCE } from '../tdx/fixtures.ts';
import { at, file, measure } from './measure-lab.ts';

const gce = file('gce.fd', fixture(GCE));

describe('what is no file of that kind is refused before it is read', () => {
  const large = (name: string, size: number): string => {
    const path = file(name, '');
    truncateSync(path, size);
    return path;
  };
  const gib = large('1 GiB', 1 << 30);

  test.each<[string, string[], RegExp]>([
    ['1 GiB of firmware', [gib], /1 GiB: the firmware: 1073741824 bytes; at most 67108864 bytes are read/],
    ['1 GiB of kernel', [gce, '--kernel', gib], /the kernel: 1073741824 bytes/],
    ['1 GiB of event log', ['log', gib], /the event log: 1073741824 bytes/],
    ['1 GiB of quote', ['quote', gib], /the quote: 1073741824 bytes/],
    ['1 GiB of golden values', [gce, '--check', gib], /the golden values: 1073741824 bytes/],
    [
      'an endless device as firmware',
      ['/dev/zero'],
      /\/dev\/zero: cannot read the firmware: this is a device/,
    ],
    [
      'an endless device as kernel',
      [gce, '--kernel', '/dev/zero'],
      /cannot read the kernel: this is a device/,
    ],
    ['an endless device as event log', ['log', '/dev/zero'], /cannot read the event log: this is a device/],
    ['a directory that is no recording', ['log', 'node_modules'], /node_modules has more than 10000 files/],
    ['a directory', ['report', at()], /cannot read the TDREPORT: is a directory/],
  ])('%s: exit code 2', async (_what, args, message) => {
    const before = process.memoryUsage().rss;
    const { code, out, error } = await measure(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(message);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20);
  });
});

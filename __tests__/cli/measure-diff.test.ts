/** `tdx-boot measure diff`: what differs, in words that name the variable, the file or the event. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Ran, runHere } from '../support/run-here.ts';
import { scratchDirectory } from '../support/scratch.ts';
import { CCEL, EVIDENCE, fixture } from '../tdx/fixtures.ts';
import { buildImage, EDK2, type ImageSpec } from '../tdx/image-builder.ts';
import { action, buildLog, type EventSpec, separator } from '../tdx/log-builder.ts';
import { buildCfv, GLOBAL, IMAGE_SECURITY } from '../tdx/variable-builder.ts';
import { buildVolume, section } from '../tdx/volume-builder.ts';

const scratch = scratchDirectory('diff');

async function diff(
  before: Uint8Array | string,
  after: Uint8Array | string,
  ...more: string[]
): Promise<Ran> {
  const paths = [0, 1].map((index) => join(scratch, index === 0 ? 'a' : 'b'));
  for (const [index, content] of [before, after].entries()) writeFileSync(paths[index] ?? '', content);
  return runHere('measure', 'diff', ...paths, ...more);
}

/** The lines of a table, each cell by itself, without the last line. */
function rows(out: string): string[][] {
  const lines = out.trimEnd().split('\n').slice(0, -1);
  return lines.map((line) => line.split(/ {2,}/));
}

function image(
  variables: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  spec: Partial<ImageSpec> = {},
): Uint8Array {
  const bytes = buildImage({ ...EDK2, ...spec });
  const stored = Object.entries(variables).map(([name, text]) => ({
    ...{ name, data: Buffer.from(text), guid: name.startsWith('d') ? IMAGE_SECURITY : GLOBAL },
  }));
  bytes.set(buildCfv(stored, 0x84000));
  const volume = Object.entries(files).map(([name, text]) => ({
    ...{
      name,
      guid: Buffer.from(name.padEnd(16).slice(0, 16)),
      sections: [section(0x10, Buffer.from(text))],
    },
  }));
  bytes.set(buildVolume(volume), 0x84000);
  return bytes;
}

describe('two firmwares', () => {
  const base = image({ PK: 'key', db: 'a' }, { DxeCore: 'one', BdsDxe: 'two' });

  test('equal: exit code 0', async () => {
    expect(await diff(base, base)).toEqual({ code: 0, out: 'no difference (firmware)\n', error: '' });
  });

  test.each<[string, Uint8Array, (readonly [string, string, string | RegExp])[]]>([
    [
      'a variable that is longer',
      image({ PK: 'key', db: 'abc' }, { DxeCore: 'one', BdsDxe: 'two' }),
      [['variable', 'changed', 'db: 1 → 3 bytes']],
    ],
    [
      'a variable that is gone, and a new one',
      image({ PK: 'key', dbx: 'x' }, { DxeCore: 'one', BdsDxe: 'two' }),
      [
        ['variable', 'removed', 'db'],
        ['variable', 'added', 'dbx'],
      ],
    ],
    [
      'a driver that is another one',
      image({ PK: 'key', db: 'a' }, { DxeCore: 'one', BdsDxe: 'twO' }),
      [
        ['volume', 'changed', /^BdsDxe: \d+ bytes, other content$/],
        ['mrtd', 'changed', /^[0-9a-f]{96} → [0-9a-f]{96}$/],
      ],
    ],
    [
      'a driver that is gone, and a new one',
      image({ PK: 'key', db: 'a' }, { DxeCore: 'one', Shell: 'two' }),
      [
        ['volume', 'removed', 'BdsDxe'],
        ['volume', 'added', 'Shell'],
        ['mrtd', 'changed', /→/],
      ],
    ],
    [
      'a section elsewhere',
      image(
        { PK: 'key', db: 'a' },
        { DxeCore: 'one', BdsDxe: 'two' },
        { sections: EDK2.sections.map((one, at) => (at === 2 ? { ...one, address: 0x900000n } : one)) },
      ),
      [
        [
          'metadata',
          'changed',
          /^section 2 \(TempMem\): TempMem, no data, memory 0x810000-0x820000, .* → TempMem, no data, memory 0x900000-0x910000/,
        ],
        ['mrtd', 'changed', /→/],
      ],
    ],
    [
      'a part that can no longer be read',
      (() => {
        const bytes = Buffer.from(base);
        // The size of the first section: behind the headers of its volume and its file.
        bytes.writeUIntLE(0xfffff0, 0x84000 + 72 + 24, 3);
        return bytes;
      })(),
      [
        ['volume', 'changed', /^file [0-9a-f-]{36}: \d+ bytes, other content$/],
        ['volume', 'added', /^a part that cannot be read: the firmware volume ends within a section: /],
        ['mrtd', 'changed', /→/],
      ],
    ],
    [
      'bytes that no file has',
      (() => {
        const bytes = Uint8Array.from(base);
        bytes[0x200000] = 0x42;
        return bytes;
      })(),
      [
        ['image', 'changed', 'bytes 0x200000-0x200001, in BFV, outside of its files'],
        ['mrtd', 'changed', /→/],
      ],
    ],
  ])('%s', async (_what, other, expected) => {
    const { code, out } = await diff(base, other);
    expect(code).toBe(1);
    expect(rows(out)).toEqual(
      expected.map((cells) =>
        cells.map((cell) => (cell instanceof RegExp ? expect.stringMatching(cell) : cell)),
      ),
    );
    expect(out).toMatch(new RegExp(`\\n${expected.length} differences \\(firmware\\)\\n$`));
  });
});

describe('two event logs', () => {
  const grub = (text: string): EventSpec => ({ mr: 3, type: 0xd, data: Buffer.from(`grub_cmd: ${text}\0`) });
  const base = [separator(1), action(2, 'one'), action(2, 'two'), grub('set a=b')];
  const of = (...events: readonly EventSpec[]): Buffer => buildLog({ events });

  test.each<[string, Buffer, (readonly [string, string, string | RegExp])[]]>([
    [
      'one event more',
      of(...base.slice(0, 2), action(2, 'new'), ...base.slice(2)),
      [['rtmr1', 'added', 'event 2, EV_EFI_ACTION (new)']],
    ],
    [
      'one event less',
      of(...base.slice(0, 1), ...base.slice(2)),
      [['rtmr1', 'removed', 'event 1, EV_EFI_ACTION (one)']],
    ],
    [
      'another text',
      of(...base.slice(0, 3), grub('set a=c')),
      [
        [
          'rtmr2',
          'changed',
          /^event 3, EV_IPL: \(grub_cmd: set a=b\) → \(grub_cmd: set a=c\), [0-9a-f]{16}… → /,
        ],
      ],
    ],
    [
      'another digest',
      of({ mr: 1, type: 4, data: Buffer.alloc(4), digest: 'ab'.repeat(48) }, ...base.slice(1)),
      [
        [
          'rtmr0',
          'changed',
          /^event 0, EV_SEPARATOR \(the firmware hands over\): the digest, [0-9a-f]{16}… → abababababababab…$/,
        ],
      ],
    ],
    [
      'another type',
      of(...base.slice(0, 2), { ...action(2, 'two'), type: 5 }, ...base.slice(3)),
      [
        ['rtmr1', 'removed', 'event 2, EV_EFI_ACTION (two)'],
        ['rtmr1', 'added', 'event 2, EV_ACTION (two)'],
      ],
    ],
    [
      'another register',
      of(separator(2), ...base.slice(1)),
      [
        ['rtmr0', 'removed', /^event 0/],
        ['rtmr1', 'added', /^event 0/],
      ],
    ],
  ])('%s', async (_what, other, expected) => {
    const { code, out } = await diff(of(...base), other);
    expect(code).toBe(1);
    expect(rows(out)).toEqual(
      expected.map((cells) =>
        cells.map((cell) => (cell instanceof RegExp ? expect.stringMatching(cell) : cell)),
      ),
    );
  });

  test('fill, and events that extend nothing, are no difference; forms may differ', async () => {
    const informative: EventSpec = { mr: 1, type: 3, data: Buffer.from('StartupLocality') };
    const filled = Buffer.concat([of(informative, ...base), Buffer.alloc(1000, 0xff)]);
    expect(await diff(of(...base), filled)).toMatchObject({ code: 0, out: 'no difference (event log)\n' });
    expect(await diff(of(...base), filled.toString('base64'))).toMatchObject({ code: 0 });
  });

  test('of thousands of events: soon', async () => {
    const many = (count: number, text: string) =>
      Array.from({ length: count }, (_, at) => action(2, `${text}${at}`));
    const before = process.cpuUsage();
    const { code } = await diff(of(...many(5000, 'a')), of(...many(5000, 'b')));
    expect(code).toBe(1);
    expect(process.cpuUsage(before).user).toBeLessThan(6_000_000);
  });

  test('as JSON', async () => {
    const { out } = await diff(of(...base), of(...base.slice(1)), '--json');
    expect(JSON.parse(out)).toEqual({
      kind: 'event log',
      differences: [
        { part: 'rtmr0', kind: 'removed', text: 'event 0, EV_SEPARATOR (the firmware hands over)' },
      ],
    });
  });

  test('what a guest wrote reaches the terminal without escape sequences', async () => {
    const { out } = await diff(of(), of(action(1, '\u001b[2Jgone')));
    expect(out).toContain('\\u{1b}[2Jgone');
  });
});

describe('two files of golden values', () => {
  const golden = (...values: [string, string, string][]): string =>
    JSON.stringify({
      version: 1,
      sha256: 'a'.repeat(64),
      values: values.map(([register, by, digit]) => ({ register, by, value: digit.repeat(96) })),
    });

  test('changed, added and removed values', async () => {
    const { code, out } = await diff(
      golden(['mrtd', 'qemu', '1'], ['rtmr0', 'x', '2']),
      golden(['mrtd', 'qemu', '3'], ['rtmr1', 'x', '4']),
    );
    expect(code).toBe(1);
    expect(rows(out)).toEqual([
      ['mrtd', 'changed', `qemu: ${'1'.repeat(96)} → ${'3'.repeat(96)}`],
      ['rtmr0', 'removed', `x: ${'2'.repeat(96)}`],
      ['rtmr1', 'added', `x: ${'4'.repeat(96)}`],
    ]);
  });
});

const EMPTY = JSON.stringify({ version: 1, sha256: '0'.repeat(64), values: [] });

test.each<[string, Uint8Array | string, Uint8Array | string, RegExp]>([
  [
    'files of different kinds',
    fixture(CCEL.ovmf),
    image({}, {}),
    /a is of event log and .*b of firmware\n {2}Give two firmwares/,
  ],
  ['golden values without a value, which would be equal', EMPTY, EMPTY, /a: this is not a file of golden/],
  ['text that is nothing', '{}', '{}', /a: this is not a file of golden values/],
  ['bytes that are nothing', Buffer.alloc(1000, 0xfe), Buffer.alloc(1000), /a: not a firmware image/],
  ['a reply of dstack beside a firmware', fixture(EVIDENCE.dstack), image({}, {}), /event log and/],
])('%s: exit code 2', async (_what, before, after, message) => {
  const { code, out, error } = await diff(before, after);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(message);
});

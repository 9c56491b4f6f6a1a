/**
 * What hostile input costs: each ends with a result or a named error within 150 MB and two seconds of CPU time, of which the
 * guard takes four times as many: a slow machine needs twice the time, and so does a core that is shared with another thread.
 */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { scratchDirectory } from '../support/scratch.ts';
import type { CommandName, Cost } from './hostile-commands.ts';
import { buildImage, type ImageSpec, memory, SMALL, TYPE, volume } from './image-builder.ts';
import { ACTION, action, buildLog, type EventSpec, SHA384, u32, variable } from './log-builder.ts';
import { buildCfv, GLOBAL } from './variable-builder.ts';
import { buildVolume, section } from './volume-builder.ts';

const MOST_MICROSECONDS = 8_000_000;
const MOST_BYTES = 150_000_000;
const MIB = 1 << 20;

function many(count: number, make: (index: number) => EventSpec): Buffer {
  return buildLog({ events: Array.from({ length: count }, (_, index) => make(index)) });
}

const WRONG = 'ab'.repeat(48);

/** An image of 16 MiB whose code fills all but a variable store of 4 MiB. */
const LARGE: ImageSpec = {
  size: 16 * MIB,
  descriptor: 16 * MIB - 0xa00,
  sections: [
    volume(TYPE.BFV, 4 * MIB, 12 * MIB, 0xff400000),
    volume(TYPE.CFV, 0, 4 * MIB, 0xff000000),
    memory(TYPE.TempMem, 0x810000, 0x10000),
    memory(TYPE.TD_HOB, 0x809000, 0x2000),
  ],
};

/** A BootOrder of 500,000 options, and then the option so often. */
function bootOptions(name: string): Buffer {
  const order = Buffer.alloc(1_000_000);
  for (let at = 0; at < 500_000; at++) order.writeUInt16LE(at % 60_000, 2 * at);
  const event = (variableName: string, content: Uint8Array): EventSpec => {
    const digest = createHash('sha384').update(content).digest('hex');
    return { mr: 1, type: 0x80000002, data: variable(variableName, content), digest };
  };
  return buildLog({
    events: [event('BootOrder', order), ...Array(7000).fill(event(name, new Uint8Array(1)))],
  });
}

function withVariables(count: number): Uint8Array {
  const image = buildImage(LARGE);
  const variables = Array.from({ length: count }, () => ({
    guid: GLOBAL,
    name: 'PK',
    data: Buffer.alloc(1),
  }));
  image.set(buildCfv(variables, 4 * MIB));
  return image;
}

function withSections(count: number): Uint8Array {
  const sections = [
    ...LARGE.sections,
    ...Array.from({ length: count }, (_, at) => memory(TYPE.TempMem, 0x2000000 + at * 0x2000, 0x1000)),
  ];
  return buildImage({ ...LARGE, descriptor: 4 * MIB, sections });
}

/** The bytes are where the code of an image begins. */
function withCode(bytes: Uint8Array): Uint8Array {
  const image = buildImage(LARGE);
  image.set(bytes, 4 * MIB);
  return image;
}

/** So many volumes within each other, around so many bytes. */
function nestedVolumes(levels: number, size: number): Buffer {
  const [volumeBytes, fileBytes, sectionBytes] = [72, 24, 4];
  const outside = buildVolume([{ sections: [section(0x17, Buffer.alloc(8))] }]);
  const heads = Array.from({ length: levels }, (_, level) => {
    const head = Buffer.from(outside.subarray(0, volumeBytes + fileBytes + sectionBytes));
    const left = size + (levels - level) * head.length;
    head.writeBigUInt64LE(BigInt(left), 32);
    head.writeUIntLE(left - volumeBytes, volumeBytes + 20, 3);
    head.writeUIntLE(left - volumeBytes - fileBytes, volumeBytes + fileBytes, 3);
    return head;
  });
  return Buffer.concat([...heads, Buffer.alloc(size)]);
}

/** A volume with a file of nothing but headers of sections. */
function manySections(bytes: number): Buffer {
  const empty = section(0x19, new Uint8Array());
  return buildVolume([{ content: Buffer.alloc(bytes, empty) }]);
}

/** Metadata that claim so many sections, without their bytes being written one by one. */
function claiming(count: number): Uint8Array {
  const image = buildImage(SMALL);
  const large = new Uint8Array(16 * MIB);
  large.set(image, large.length - image.length);
  const view = new DataView(large.buffer);
  const at = large.length - image.length + SMALL.descriptor;
  view.setUint32(at + 4, 16 + 32 * count, true);
  view.setUint32(at + 12, count, true);
  return large;
}

const IMAGES: readonly [string, Uint8Array, RegExp | undefined][] = [
  ['16 MiB of code', buildImage(LARGE), undefined],
  ['a CFV with 9,000 platform keys', withVariables(9000), undefined],
  ['a CFV full of variables', withVariables(60_000), /more than 10000 variables/],
  ['1,900 volumes within each other', withCode(nestedVolumes(1900, 11 * MIB)), undefined],
  ['11 MiB of signatures of volumes', withCode(Buffer.alloc(11 * MIB, '_FVH')), undefined],
  ['3 million sections of a file', withCode(manySections(11 * MIB)), undefined],
  ['1,000 sections', withSections(1000), /its section has/],
  ['500,000 sections', claiming(500_000), /500000 sections; at most 1024/],
];
const LOGS: readonly [string, Uint8Array, RegExp | undefined][] = [
  [
    '1,000 wrong digests',
    many(1000, (at) => ({ ...action(2, `${'x'.repeat(1500)}${at}`), digest: WRONG })),
    undefined,
  ],
  [
    '1,000 wrong variables',
    many(1000, () => ({
      mr: 1,
      type: 0x80000002,
      data: variable('BootOrder', Buffer.alloc(1500)),
      digest: WRONG,
    })),
    undefined,
  ],
  ['a BootOrder of 500,000 options, and one of them', bootOptions('Boot0000'), undefined],
  ['a BootOrder of 500,000 options, and another', bootOptions('BootFFFF'), undefined],
  ['30,000 events', many(30_000, () => action(1, 'x')), undefined],
  ['16 MiB of events', many(170_000, () => action(1, 'x'.repeat(30))), /more than 2097152 bytes of events/],
  [
    '16 MiB in one event',
    many(1, () => action(1, 'x'.repeat(16 * MIB))),
    /more than 2097152 bytes of events/,
  ],
  ['2 million algorithms', manyAlgorithms(2_000_000), /claims 2000000 digest algorithms; at most 16/],
  [
    '4 billion digests of nothing',
    buildLog({
      events: [],
      algorithms: [SHA384, [0x0d0d, 0]],
      fill: Buffer.concat([u32(1), u32(ACTION), u32(0xffffffff), Buffer.alloc(4 * MIB, 0x0d)]),
    }),
    /ends within a digest/,
  ],
];

const TEXTS: readonly [string, Uint8Array, RegExp][] = (
  [
    [
      'objects of JSON',
      `[${'{},'.repeat(2_700_000)}{}]`,
      /8100004 characters of JSON; at most 2097152 are read/,
    ],
    ['objects of JSON, as many as are parsed', `[${'{},'.repeat(699_000)}{}]`, /the event log/],
    ['lists of JSON within each other', `${'['.repeat(1 << 20)}${']'.repeat(1 << 20)}`, /the event log/],
    [
      'events of YAML',
      `events:\n${'- EventNum: 1\n'.repeat(600_000)}`,
      /characters of YAML; at most 2097152/,
    ],
    ['events of YAML, as many as fit', `events:\n${'- EventNum: 1\n'.repeat(149_000)}`, /at most 50000/],
    ['values of YAML', `events:\n${'- {a: 1, b: [1,2,3,4], c: "x"}\n'.repeat(65_000)}`, /at most 50000/],
    [
      'a text of YAML',
      `events:\n- EventNum: 1\n  Event: |-\n${'    a\n'.repeat(349_000)}`,
      /its type is not/,
    ],
    ['blanks of YAML', `events:\n- EventNum: 1${' '.repeat(2_000_000)}x`, /its type is not/],
    ['hex digits', 'ab'.repeat(4 * MIB), /the event log/],
    ['base64 with blanks', `${'zz zz'.repeat(1_600_000)}`, /the event log/],
  ] as const
).map(([what, text, message]) => [
  `${(text.length / MIB).toFixed(1)} MiB of text: ${what}`,
  Buffer.from(text),
  message,
]);

const CASES = [
  ...IMAGES.map(([what, bytes, message]) => ({ what, command: 'image' as CommandName, bytes, message })),
  {
    what: 'two logs of 30,000 events',
    command: 'diff' as CommandName,
    bytes: many(30_000, () => action(1, 'x')),
    message: undefined,
  },
  ...[...LOGS, ...TEXTS].map(([what, bytes, message]) => ({
    what,
    command: 'log' as CommandName,
    bytes,
    message,
  })),
];
const scratch = scratchDirectory('hostile');

test.each(CASES)('$what', ({ command, bytes, message }) => {
  const cost = costOf(command, bytes);
  if (message === undefined) expect(cost.refused).toBeUndefined();
  else {
    expect(cost.refused).toEqual({ code: expect.any(String), text: expect.stringMatching(message) });
    expect(cost.refused?.text.length).toBeLessThan(500);
  }
  expect(cost.cpu).toBeLessThan(MOST_MICROSECONDS);
  expect(cost.bytes).toBeGreaterThan(0);
  expect(cost.bytes).toBeLessThan(MOST_BYTES);
});

/** In a process of its own, whose memory nothing else has raised. */
function costOf(command: CommandName, bytes: Uint8Array): Cost {
  const file = join(scratch, 'input');
  writeFileSync(file, bytes);
  const program = join(import.meta.dirname, 'hostile-commands.ts');
  const args = ['--disable-warning=ExperimentalWarning', program, command, file];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** The header of a log: 32 bytes, then its data, of which 24 bytes stand before the number of algorithms. */
function manyAlgorithms(count: number): Buffer {
  const { buffer } = new Uint8Array(32 + 28 + 4 * count + 1);
  const bytes = Buffer.from(buffer);
  bytes.set(buildLog({ events: [] }).subarray(0, 32 + 24));
  bytes.writeUInt32LE(bytes.length - 32, 28);
  bytes.writeUInt32LE(count, 32 + 24);
  return bytes;
}

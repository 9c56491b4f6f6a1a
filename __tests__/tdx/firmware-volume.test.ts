/** The files in an image's volumes: by name and volume, within compressed parts, and every way in which one can be wrong. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { compress } from 'lzma1';
import { hasMark, readVolumes } from '../../src/tdx/firmware-volume.ts';
import { file } from '../cli/measure-lab.ts';
import { runHere } from '../support/run-here.ts';
import { buildImage, tdvf } from './image-builder.ts';
import { buildVolume, section } from './volume-builder.ts';

const GUID = '11111111-1111-1111-1111-111111111111';

/** A section that holds compressed sections: its kind, where its data begin, and attributes. */
function compressed(content: Uint8Array, changed: (data: Buffer) => Buffer = (data) => data): Buffer {
  const head = Buffer.alloc(20);
  head.set(Buffer.from('98584eee143959429d6edc7bd79403cf', 'hex'));
  head.writeUInt16LE(24, 16);
  return section(0x02, Buffer.concat([head, changed(Buffer.from(compress(content)))]));
}

function listed(image: Uint8Array): string[] {
  return readVolumes(image).files.map(({ volume, name, size }) => `${volume} ${name} ${size}`);
}

describe('files', () => {
  test('have the name of their section, else their GUID, and the digest of their content', () => {
    const content = section(0x10, Buffer.from('code'));
    const image = buildVolume([{ name: 'DxeCore' }, { sections: [content] }]);
    expect(listed(image)).toEqual(['0 DxeCore 20', `0 ${GUID} 8`]);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(readVolumes(image).files[1]).toEqual({
      volume: 0,
      guid: GUID,
      name: GUID,
      type: 7,
      size: 8,
      sha256,
      marks: [],
    });
  });

  test('of volumes one after the other, with anything between them', () => {
    const image = Buffer.concat([
      buildVolume([{ name: 'A' }], 0x200),
      Buffer.alloc(0x100, 0x42),
      buildVolume([{ name: 'B' }]),
    ]);
    expect(listed(image)).toEqual(['0 A 8', '1 B 8']);
  });

  test('of a volume within a file, and within a compressed section', () => {
    const inner = section(0x17, buildVolume([{ name: 'Inner' }]));
    const image = buildVolume([{ sections: [inner] }, { sections: [compressed(inner)] }]);
    expect(readVolumes(image).files.map(({ volume, name }) => `${volume} ${name}`)).toEqual([
      ...[`0 ${GUID}`, '1 Inner', `0 ${GUID}`, '2 Inner'],
    ]);
  });

  test('have the marks of the bytes in them, also in a compressed volume', () => {
    const inner = buildVolume([
      { name: 'BdsDxe', sections: [section(0x10, Buffer.from('x ASSERT [%a] %a(%d): %a\n'))] },
      {
        name: 'TdxDxe',
        sections: [section(0x10, Buffer.from('00' + '0f20e1' + '0fbaf911' + '0f22e1', 'hex'))],
      },
    ]);
    const image = buildVolume([{ sections: [compressed(section(0x17, inner))] }]);
    expect(readVolumes(image).files.map(({ marks }) => marks)).toEqual([[], ['asserts'], ['resetsCpus']]);
    expect([hasMark(image, 'resetsCpus'), hasMark(buildVolume([{ name: 'A' }]), 'asserts')]).toEqual([
      true,
      false,
    ]);
  });

  test('padding and raw files are not looked into', () => {
    const raw = { type: 0x01, content: section(0x15, Buffer.from('X\0\0\0')) };
    expect(listed(buildVolume([{ type: 0xf0, content: Buffer.alloc(16) }, raw]))).toEqual([`0 ${GUID} 8`]);
  });
});

describe('damage is named, and what is around it is listed', () => {
  const good = { name: 'Good' };
  const inner = section(0x17, buildVolume([{ name: 'Inner' }]));
  test.each<[string, Buffer, RegExp]>([
    [
      'compressed data that are cut',
      compressed(inner, (data) => data.subarray(0, 20)),
      /ends within a section|compressed volume/,
    ],
    [
      'compressed data that claim 4 GiB',
      compressed(inner, (data) => {
        data.writeBigUInt64LE(1n << 32n, 5);
        return data;
      }),
      /compressed volumes claim 4294967296 bytes/,
    ],
    ['a section beyond its file', Buffer.from([0xff, 0xff, 0, 0x10]), /a section/],
  ])('%s', (_what, damaged, problem) => {
    const { files, problems } = readVolumes(buildVolume([good, { sections: [damaged] }, good]));
    expect(files.map(({ name }) => name)).toEqual(['Good', GUID, 'Good']);
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  const inVolume = (content: Buffer): Buffer => section(0x17, buildVolume([{ sections: [content] }]));
  test.each<[number, string, (content: Buffer) => Buffer]>([
    [10, 'compressed parts', (content) => compressed(content)],
    [10, 'compressed volumes', (content) => inVolume(compressed(content))],
    [10, 'volumes', inVolume],
  ])('%d %s within each other', (levels, _what, around) => {
    let content = section(0x17, buildVolume([good]));
    for (let level = 0; level < levels; level++) content = around(content);
    const { files, problems } = readVolumes(buildVolume([{ sections: [content] }]));
    expect(files.length).toBeLessThan(10);
    expect(problems).toEqual(['volumes are nested deeper than 8 levels']);
  });

  test('a volume that claims more than the image has, or nothing, is passed over', () => {
    for (const length of [1n << 40n, 0n]) {
      const image = buildVolume([good]);
      image.writeBigUInt64LE(length, 32);
      expect(readVolumes(image)).toEqual({ files: [], problems: [] });
    }
  });
});

test('many small bombs share one allowance', () => {
  const bomb = compressed(Buffer.alloc(4 << 20));
  const before = process.cpuUsage();
  const { problems } = readVolumes(buildVolume(Array.from({ length: 12 }, () => ({ sections: [bomb] }))));
  expect(problems).toContainEqual(expect.stringMatching(/compressed volumes claim/));
  expect(process.cpuUsage(before).user).toBeLessThan(4_000_000);
});

test('validate of a Trust Domain with two CPUs that powers off warns where the image has the reset code of edk2-stable202508', async () => {
  const program = section(0x10, Buffer.from('0f20e10fbaf9110f22e1', 'hex'));
  const scenarioOf = (name: string, sections: readonly Buffer[]): string => {
    const content = [{ at: 0x84000, bytes: buildVolume([{ name: 'TdxDxe', sections }]) }];
    file(`${name}.fd`, buildImage({ ...tdvf(), content }));
    const guest = 'guest: { cpus: 2, memory: 1G }\nsteps: [{ expect: "x" }]\nstop: on-exit\n';
    return file(`${name}.yml`, `version: 1\nplatform: tdx\nfirmware: ${name}.fd\n${guest}`);
  };
  const warned = await runHere('validate', scenarioOf('new', [program]));
  expect(warned.out + warned.error).toMatch(
    /warning: the power-off may fail: .* the TDVF of this image .*\[tdvf-power-off\]/,
  );
  const silent = await runHere('validate', scenarioOf('old', []));
  expect(silent.out + silent.error).not.toContain('tdvf-power-off');
});

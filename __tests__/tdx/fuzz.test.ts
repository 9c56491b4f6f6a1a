/**
 * Whatever the bytes are, reading and checking them ends soon, with a result or with a named error. The fuzzer is
 * fast-check, which runs where the other tests do and shrinks what it finds; its corpus of damaged data is committed
 * (fixtures/tdx/corpus.json) and read in every run.
 */

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkMetadata } from '../../src/tdx/check.ts';
import { MetadataError, parseMetadata } from '../../src/tdx/metadata.ts';
import { hexOf } from '../../src/tdx/reader.ts';
import { mutated } from './fuzz-mutations.ts';
import { bounded, outcome, READERS, type ReaderName, soundBytes, unpack } from './hostile.ts';
import { buildImage, type SectionSpec, SMALL } from './image-builder.ts';

describe('any bytes', () => {
  const u32 = fc.integer({ min: 0, max: 0xffffffff });
  const u64 = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });

  test('any sections come back as they were written', () => {
    const section: fc.Arbitrary<SectionSpec> = fc.record({
      type: u32,
      dataOffset: u32,
      rawSize: u32,
      address: u64,
      memorySize: u64,
      attributes: u32,
    });
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 12 }), (sections) => {
        const image = buildImage({ ...SMALL, size: 0x1000, descriptor: 0xc00, sections });
        expect(parseMetadata(image).sections).toMatchObject(sections);
        checkMetadata(parseMetadata(image), image);
      }),
    );
  });

  test('random bytes are refused by name', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 4096 }), readsOrRefuses), { numRuns: 300 });
  });

  test('a valid image with some bytes changed is read or refused by name', () => {
    const valid = buildImage({ ...SMALL, pointer: SMALL.descriptor });
    const edit = fc.tuple(fc.integer({ min: 1, max: 0x220 }), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const image = valid.slice();
        for (const [fromEnd, byte] of edits) image[image.length - fromEnd] = byte;
        readsOrRefuses(image);
      }),
      { numRuns: 500 },
    );
  });

  test('a valid image cut anywhere is read or refused by name', () => {
    const valid = buildImage(SMALL);
    const place = fc.integer({ min: 0, max: valid.length });
    fc.assert(
      fc.property(place, place, (start, end) => readsOrRefuses(valid.subarray(start, end))),
      { numRuns: 300 },
    );
  });

  test('as many sections as are read: few findings, soon', () => {
    const image = buildImage({ ...SMALL, size: 0x100000, descriptor: 16, sections: [] });
    const count = 1024;
    const view = new DataView(image.buffer);
    view.setUint32(20, 16 + 32 * count, true);
    view.setUint32(28, count, true);
    for (let at = 32; at < 32 + 32 * count; at++) image[at] = (at * 7919) & 0xff;
    const metadata = parseMetadata(image);
    expect(metadata.sections).toHaveLength(count);
    const findings = checkMetadata(metadata, image);
    expect(findings.length).toBeLessThan(300);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'memory-overlap', message: 'more than 20 sections break this rule' }),
    );
  });

  function readsOrRefuses(image: Uint8Array): void {
    try {
      checkMetadata(parseMetadata(image), image);
    } catch (error) {
      expect(error).toBeInstanceOf(MetadataError);
    }
  }
});

describe('the guard of one input', () => {
  const read = (): string => hexOf(randomBytes(1 << 16));
  const refuse = (): never => {
    read();
    throw new Error('refused');
  };
  test.each([
    ['that is read and takes too much CPU time', read, { microseconds: -1, bytes: 1e9 }],
    ['that is refused and takes too much CPU time', refuse, { microseconds: -1, bytes: 1e9 }],
    ['that takes too much memory', read, { microseconds: 1e9, bytes: -1 }],
  ])('an input %s is a failure', (_what, body, most) => {
    expect(() => bounded(body, most)).toThrow(/^one input took \d+ microseconds/);
  });

  test('an input that costs little is none', () => {
    expect(bounded(() => 'read')).toBe('read');
  });
});

describe('every reader', () => {
  const readers = Object.keys(READERS) as ReaderName[];
  const corpus: readonly { reader: ReaderName; outcome: string; data: string }[] = JSON.parse(
    readFileSync(new URL('../fixtures/tdx/corpus.json', import.meta.url), 'utf8'),
  ).entries;

  test.each(readers)(
    '%s: sound data is read, so that what follows tests more than the first check',
    (reader) => {
      expect(outcome(reader, soundBytes(reader))).toBe('read');
    },
  );

  test.each(readers)('%s: nothing, and random bytes', (reader) => {
    outcome(reader, new Uint8Array());
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4096 }), (bytes) => void outcome(reader, bytes)),
      { numRuns: 200 },
    );
  });

  test.each(readers)(
    '%s: damaged data',
    (reader) => {
      fc.assert(
        fc.property(mutated(soundBytes(reader)), (bytes) => void outcome(reader, bytes)),
        { numRuns: 300 },
      );
    },
    60_000,
  );

  test.each(readers)('%s: damaged again, from the corpus', (reader) => {
    const damaged = corpus.filter((entry) => entry.reader === reader).map(({ data }) => unpack(data));
    expect(damaged.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.constantFrom(...damaged).chain(mutated), (bytes) => void outcome(reader, bytes)),
      { numRuns: 200 },
    );
  });

  test('the corpus ends as it did when it was looked at', () => {
    const ended = corpus.map(({ reader, data }) => ({ reader, outcome: outcome(reader, unpack(data)) }));
    expect(ended).toEqual(corpus.map(({ reader, outcome: wanted }) => ({ reader, outcome: wanted })));
  });
});

/** Ways in which data goes wrong: bytes changed, numbers made extreme, pieces cut out or repeated. */

import fc from 'fast-check';

type Edit = (bytes: Buffer) => Buffer;

const EXTREMES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** Up to six edits of sound data. Positions are shares of the length, so that they stay within it. */
export function mutated(sound: Uint8Array): fc.Arbitrary<Buffer> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const place = (bytes: Buffer, at: number): number => Math.floor(at * bytes.length);
  const byte = fc.tuple(share, fc.integer({ min: 0, max: 255 })).map(
    ([at, value]): Edit =>
      (bytes) => {
        if (bytes.length > 0) bytes[Math.min(place(bytes, at), bytes.length - 1)] = value;
        return bytes;
      },
  );
  const number = fc.tuple(share, fc.constantFrom(...EXTREMES)).map(
    ([at, value]): Edit =>
      (bytes) => {
        const where = place(bytes, at) & ~3;
        if (where + 4 <= bytes.length) bytes.writeUInt32LE(value, where);
        return bytes;
      },
  );
  // The metadata of a firmware image is a few hundred of its bytes, near the end.
  const nearEnd = fc.tuple(fc.integer({ min: 1, max: 0x90 }), fc.constantFrom(...EXTREMES)).map(
    ([words, value]): Edit =>
      (bytes) => {
        if (bytes.length >= 4 * words) bytes.writeUInt32LE(value, bytes.length - 4 * words);
        return bytes;
      },
  );
  const cut = share.map(
    (at): Edit =>
      (bytes) =>
        bytes.subarray(0, place(bytes, at)),
  );
  const remove = fc.tuple(share, share).map(
    ([one, other]): Edit =>
      (bytes) => {
        const [start, end] = [place(bytes, Math.min(one, other)), place(bytes, Math.max(one, other))];
        return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
      },
  );
  const repeat = share.map(
    (at): Edit =>
      (bytes) =>
        Buffer.concat([bytes, bytes.subarray(place(bytes, at))]),
  );
  // Edits in place three times as often as those that move everything after them.
  const inPlace = fc.oneof(byte, number, nearEnd);
  const edit = fc.oneof(inPlace, inPlace, inPlace, cut, remove, repeat);
  return fc
    .array(edit, { minLength: 1, maxLength: 6 })
    .map((edits) => edits.reduce<Buffer>((bytes, apply) => apply(bytes), Buffer.from(sound)));
}

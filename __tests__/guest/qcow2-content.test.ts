/** Hostile qcow2 images cost little; what QEMU's own tool makes is read in boot-disk.test.ts. */

import { deflateRawSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { qcow2Content } from '../../src/guest/qcow2-content.ts';
import { qcow2 } from '../support/qcow2.ts';

const CLUSTER_BITS = 21;
const CLUSTER = 1 << CLUSTER_BITS;
const CLUSTERS = 8;
const [L1, L2, DATA] = [1024, 2048, 4096];

/** A disk of compressed clusters of 2 MiB. Each entry differs, so that none is found among those that are kept. */
function compressed(): Buffer {
  const image = Buffer.concat([
    qcow2().subarray(0, DATA),
    deflateRawSync(Buffer.alloc(CLUSTER)),
    Buffer.alloc(8192),
  ]);
  image.writeUInt32BE(CLUSTER_BITS, 20);
  image.writeBigUInt64BE(BigInt(CLUSTERS * CLUSTER), 24);
  image.writeUInt32BE(1, 36);
  image.writeBigUInt64BE(BigInt(L1), 40);
  image.writeBigUInt64BE(BigInt(L2), L1);
  const sectorsAt = BigInt(62 - (CLUSTER_BITS - 8));
  for (let index = 0; index < CLUSTERS; index++) {
    const sectors = BigInt(index + 7) << sectorsAt;
    image.writeBigUInt64BE((1n << 62n) | sectors | BigInt(DATA), L2 + 8 * index);
  }
  return image;
}

test('an image that has each read decompress 2 MiB gives nothing more after 1 GiB', () => {
  const image = compressed();
  const read = qcow2Content((offset, length) => image.subarray(offset, offset + length));
  if (read === undefined) throw new Error('the image is not read');
  let reads = 0;
  while (read((reads % CLUSTERS) * CLUSTER + 4096, 4096).length > 0) reads++;
  expect(reads).toBe(512);
});

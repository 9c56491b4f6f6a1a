/** Several pieces of work at once: a failure is reported when all of them have ended. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { together } from '../../src/process/together.ts';

test('gives the values in their order', async () => {
  expect(await together([Promise.resolve(1), Promise.resolve('two')])).toEqual([1, 'two']);
});

test('fails with the first failure, but not before the others have ended', async () => {
  const order: string[] = [];
  let finish: (() => void) | undefined;
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  }).then(() => order.push('written'));
  const all = together([slow, Promise.reject(new Error('no such ref'))]).catch((error: Error) =>
    order.push(error.message),
  );
  await Promise.resolve();
  finish?.();
  await all;
  expect(order).toEqual(['written', 'no such ref']);
});

test('is what the rooms that write and run programs use', () => {
  const rooms = ['build', 'guest', 'host', 'process'].map((room) =>
    join(import.meta.dirname, '../../src', room),
  );
  const files = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  );
  const users = files.filter(
    (name) => name.endsWith('.ts') && /await Promise\.all\(/.test(readFileSync(name, 'utf8')),
  );
  expect(users).toEqual([]);
});

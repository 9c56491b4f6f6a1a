/** A terminal that is typed into: each byte arrives, as it is, in order, and nothing is left of it. */

import { once } from 'node:events';
import { afterEach, expect, test } from '@jest/globals';
import { startVmm } from '../../src/process/start.ts';
import { Terminal } from '../../src/process/terminal.ts';
import { ownChildren } from '../support/processes.ts';

const PATH = process.env.PATH;

afterEach(() => {
  process.env.PATH = PATH;
});

/** Runs a shell whose standard input is a terminal, types, and gives what it printed. */
async function typedInto(script: string, bytes: Uint8Array): Promise<Buffer> {
  const terminal = await Terminal.open();
  const child = startVmm('/bin/sh', ['-c', script], { workDir: '/tmp', stdin: terminal.fd, channels: [] });
  terminal.started();
  const printed: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
  terminal.writer.write(bytes);
  await once(child, 'close');
  await terminal.close();
  return Buffer.concat(printed);
}

test('each byte, also those that a terminal would act on, and more than a terminal holds', async () => {
  const bytes = Buffer.alloc(200_000).map((_, index) => index % 256);
  expect((await typedInto(`head -c ${bytes.length}`, bytes)).equals(bytes)).toBe(true);
});

test('the program sees a terminal, and none that controls it', async () => {
  const script = 'test -t 0 && echo terminal; (: </dev/tty) 2>/dev/null || echo none';
  expect((await typedInto(script, Buffer.of())).toString()).toBe('terminal\nnone\n');
});

test('nothing is left when it is closed', async () => {
  const terminal = await Terminal.open();
  terminal.started();
  expect(ownChildren().some((args) => args.includes('script'))).toBe(true);
  await terminal.close();
  expect(ownChildren().filter((args) => args.includes('script'))).toEqual([]);
});

test('without script(1) the error says what to install', async () => {
  process.env.PATH = '/nowhere';
  await expect(Terminal.open()).rejects.toMatchObject({
    code: 'script-missing',
    hint: expect.stringContaining('util-linux'),
  });
});

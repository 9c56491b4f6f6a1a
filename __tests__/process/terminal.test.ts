/** A terminal that is typed into: each byte arrives, as it is, in order, and nothing is left of it. */

import { once } from 'node:events';
import { readdirSync, readlinkSync } from 'node:fs';
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

test.each([true, false])('nothing is left when it is closed, its program started: %s', async (started) => {
  const terminal = await Terminal.open();
  const path = readlinkSync(`/proc/self/fd/${terminal.fd}`);
  if (started) terminal.started();
  expect(ownChildren().some((args) => args.includes('script'))).toBe(true);
  await terminal.close();
  expect(ownChildren().filter((args) => args.includes('script'))).toEqual([]);
  expect(openFiles().filter((name) => name.startsWith(path))).toEqual([]);
});

/** What this process has open, by path. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      // The descriptor of the listing itself.
      return [];
    }
  });
}

test('without script(1) the error says what to install', async () => {
  process.env.PATH = '/nowhere';
  await expect(Terminal.open()).rejects.toMatchObject({
    code: 'script-missing',
    hint: expect.stringContaining('util-linux'),
  });
});

/** The agent itself, over a socket in place of its port's host side, and what the host makes of hostile frames. */

import { describe, expect, test } from '@jest/globals';
import { AgentPort, type AgentSetup } from '../../src/vmm/agent.ts';
import type { RunStream } from '../../src/words/words.ts';

function frame(kind: number, number: number, bytes: Uint8Array | string): Buffer {
  const header = Buffer.alloc(12);
  const body = Buffer.from(bytes);
  [kind, number, body.length].forEach((value, index) => {
    header.writeUInt32LE(value, 4 * index);
  });
  return Buffer.concat([header, body]);
}

function numbers(first: number, second: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(first, 0);
  bytes.writeUInt32LE(second, 4);
  return bytes;
}

const READY = frame(16, 0, '1\0');

/** What the host is told of these bytes, one string a call; cut into pieces of `size` bytes. It has asked for two commands. */
function told(
  bytes: Uint8Array,
  size = bytes.length,
  asked: readonly RunStream[] = ['run-1', 'run-2'],
): string[] {
  const calls: string[] = [];
  const port = new AgentPort(() => undefined, {
    onReady: (version) => calls.push(`ready ${version}`),
    onBroken: (detail) => calls.push(`broken ${detail}`),
    onOutput: (stream, output) => calls.push(`${stream} ${Buffer.from(output)}`),
    onEnd: (stream, how, value) => calls.push(`${stream} ${how} ${value}`),
  });
  for (const stream of asked) port.run(stream, { argv: ['true'], env: {} });
  for (let at = 0; at < bytes.length; at += size) port.push(bytes.subarray(at, at + size));
  return calls;
}

describe('frames of the agent', () => {
  const all = Buffer.concat([READY, frame(17, 1, ''), frame(18, 1, 'hello'), frame(19, 1, numbers(0, 3))]);

  test.each([1, 5, 13, 1000])('mean the same in pieces of %d bytes', (size) => {
    expect(told(all, size)).toEqual(['ready 1', 'run-1 hello', 'run-1 exit 3']);
  });

  test.each<[string, Buffer, string]>([
    ['a signal by its name', frame(19, 2, numbers(1, 11)), 'run-2 signal SIGSEGV'],
    ['a real-time signal by its number', frame(19, 2, numbers(1, 40)), 'run-2 signal number 40'],
    ['an error by its name', frame(19, 2, numbers(2, 2)), 'run-2 not-started ENOENT'],
    ['no working directory', frame(19, 2, numbers(3, 20)), 'run-2 no-directory ENOTDIR'],
    [
      'an end that is not known',
      frame(19, 2, numbers(9, 0)),
      'broken a command ended in a way that is not known',
    ],
    ['an unknown kind', frame(99, 0, ''), 'broken its port sent a frame of the unknown kind 99'],
    ['an end that is cut', frame(19, 2, 'x'), 'broken its port sent a frame of the unknown kind 19'],
    [
      'a frame that is too long',
      frame(18, 1, Buffer.alloc(65_541)),
      'broken its port sent a frame of 65541 bytes',
    ],
    ['a frame without end', Buffer.alloc(12, 0xff), 'broken its port sent a frame of 4294967295 bytes'],
    ['another protocol', frame(16, 0, '2\0'), 'broken it speaks protocol "2", and this tdx-boot speaks 1'],
  ])('tell of %s', (_, bytes, expected) => {
    expect(told(Buffer.concat([READY, bytes]))).toEqual(['ready 1', expected]);
  });

  const end = frame(19, 1, numbers(0, 0));
  test.each<[string, Buffer[], string]>([
    [
      'the end of a command before it is asked for',
      [frame(19, 3, numbers(0, 0))],
      'the end of command 3, which does not run',
    ],
    ['a second end', [end, end], 'the end of command 1, which does not run'],
    [
      'output of a command that nobody asked for',
      [frame(18, 2 ** 32 - 1, 'x')],
      'output of command 4294967295, which was not started',
    ],
    ['an answer that nobody asked for', [frame(25, 0, Buffer.alloc(4))], 'an answer that nobody asked for'],
  ])('are no lie: %s', (_, frames, message) => {
    const calls = told(Buffer.concat([READY, ...frames]));
    expect(calls.at(-1)).toBe(`broken its port sent ${message}`);
  });

  test('an end together with READY, before any command was sent, ends nothing', () => {
    expect(told(Buffer.concat([READY, end]), undefined, [])).toEqual([
      'ready 1',
      expect.stringMatching(/^broken /),
    ]);
  });

  test('an answer in place of READY is none', () => {
    expect(told(Buffer.concat([frame(25, 0, Buffer.alloc(4)), end]))).toEqual([
      expect.stringMatching(/^broken /),
    ]);
  });

  test('output may follow the end of its command, and an agent may begin again, but not for ever', () => {
    expect(told(Buffer.concat([READY, end, frame(18, 1, 'late'), READY]), undefined, ['run-1'])).toEqual([
      'ready 1',
      'run-1 exit 0',
      'run-1 late',
    ]);
    expect(told(Buffer.concat(Array.from({ length: 9 }, () => READY)), undefined, [])).toEqual([
      'ready 1',
      'broken it began too often',
    ]);
    // The command was lost with the agent that ran it.
    expect(told(Buffer.concat([READY, READY]), undefined, ['run-2'])).toEqual([
      'ready 1',
      'broken it began anew before it could say how command 2 ended',
    ]);
  });

  test('before it is ready, and after they were broken, mean nothing', () => {
    expect(told(frame(18, 1, 'x'))).toEqual(['broken its port sent something before the agent was ready']);
    expect(told(Buffer.concat([READY, frame(99, 0, ''), frame(18, 1, 'x')]))).toHaveLength(2);
  });

  test('a command is one frame: directory, environment, arguments', () => {
    const sent: Uint8Array[] = [];
    const silent = { onReady() {}, onBroken() {}, onOutput() {}, onEnd() {} };
    const port = new AgentPort((bytes) => sent.push(bytes), silent);
    port.run('run-7', { argv: ['ls', '-l', ''], env: { A: 'b c' }, directory: '/tmp' });
    expect(Buffer.concat(sent)).toEqual(frame(1, 7, '/tmp\0A=b c\0\0ls\0-l\0\0'));
  });
});

describe('what the agent does before it is ready', () => {
  const setup: AgentSetup = {
    shares: [
      { type: 'virtiofs', tag: 'share1', source: '/host', target: '/src', write: false },
      { type: 'virtiofs', tag: 'mounted-by-the-guest', source: '/host', write: false },
    ],
    files: [
      { type: 'directory', path: '/d' },
      { type: 'file', path: '/d/f', mode: 0o755, data: Buffer.from('text') },
      { type: 'link', path: '/l', target: 'd/f' },
    ],
  };
  const done = (error: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(error);
    return frame(25, 0, bytes);
  };
  const mode = (bits: number): string => String.fromCharCode(bits & 0xff, bits >> 8, 0, 0);

  /** What is sent to the agent, and what the host is told, when the agent gives these answers. */
  function set(
    answers: readonly number[],
    then: Uint8Array = Buffer.alloc(0),
  ): { sent: Buffer; calls: string[] } {
    const sent: Uint8Array[] = [];
    const calls: string[] = [];
    const callbacks = {
      onReady: () => calls.push('ready'),
      onBroken: (detail: string) => calls.push(detail),
      onOutput() {},
      onEnd() {},
    };
    const port = new AgentPort((bytes) => sent.push(bytes), callbacks, setup);
    port.push(READY);
    for (const error of answers) port.push(done(error));
    port.push(then);
    return { sent: Buffer.concat(sent), calls };
  }

  test('is asked for at once: shares, then files', () => {
    expect(set([]).sent).toEqual(
      Buffer.concat([
        frame(3, 0, 'ro\0share1\0/src\0virtiofs\0'),
        frame(4, 0, Buffer.from(`${mode(0o755)}/d\0`, 'latin1')),
        frame(6, 0, Buffer.from(`${mode(0o755)}/d/f\0`, 'latin1')),
        frame(7, 0, 'text'),
        frame(8, 0, ''),
        frame(5, 0, Buffer.from(`${mode(0o777)}/l\0d/f\0`, 'latin1')),
      ]),
    );
  });

  test('is asked for once more only when all of it was answered', () => {
    expect(set([], READY).calls).toEqual(['it began anew before it could mount the share at /src']);
  });

  test.each<[number[], string[]]>([
    [[0, 0, 0], []],
    [[0, 0, 0, 0], ['ready']],
    [[19], ['it could not mount the share at /src: ENODEV']],
    [[0, 0, 28, 0], ['it could not put "/d/f" into the guest: ENOSPC']],
    [
      [0, 0, 0, 0, 1],
      ['ready', 'its port sent an answer that nobody asked for'],
    ],
  ])('answers %j: %j', (answers, calls) => {
    expect(set(answers).calls).toEqual(calls);
  });
});

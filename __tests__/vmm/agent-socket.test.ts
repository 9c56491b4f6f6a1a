/** An agent that comes over vsock: a VMM connects for it to a Unix socket of tdx-boot. */

import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { AgentSocket } from '../../src/vmm/agent-socket.ts';
import { bootAndListen, scripted } from '../support/engine.ts';
import { scratchDirectory } from '../support/scratch.ts';

const dir = scratchDirectory('agent-socket');
const path = join(dir, 'vsock.sock_29796');

/** What a program is given that connects, until it or the socket ends. */
function agent(): { socket: Socket; told: string[]; closed: Promise<void> } {
  const socket = connect(path);
  const told: string[] = [];
  socket.setEncoding('utf8').on('data', (text: string) => told.push(text));
  socket.on('error', () => undefined);
  return { socket, told, closed: new Promise((resolve) => socket.once('close', () => resolve())) };
}

/** Leaves a socket at the path, as a run that was killed. */
async function leaveSocket(): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(`${path}.old`, resolve));
  renameSync(`${path}.old`, path);
  await new Promise((resolve) => server.close(resolve));
}

const next = (stream: AgentSocket['reader']): Promise<string> =>
  new Promise((resolve) => stream.once('data', (bytes: Buffer) => resolve(bytes.toString())));

test('one agent after the other, each both ways, and all that the last one sent before the VMM was gone', async () => {
  await leaveSocket();
  const port = await AgentSocket.listen(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  port.writer.write('nobody is there yet');
  const first = agent();
  first.socket.write('ready');
  expect(await next(port.reader)).toBe('ready');
  port.writer.write('run');
  await new Promise((resolve) => first.socket.once('data', resolve));
  // A process of the guest that connects, too, is sent away.
  await agent().closed;
  first.socket.end();
  await first.closed;

  const second = agent();
  second.socket.write('ready again');
  expect(await next(port.reader)).toBe('ready again');
  port.reader.pause();
  second.socket.end('x'.repeat(1_000_000));
  port.release();
  let bytes = 0;
  port.reader.on('data', ({ length }: Buffer) => {
    bytes += length;
  });
  port.reader.resume();
  await new Promise((resolve) => port.reader.once('close', resolve));
  expect([bytes, first.told, existsSync(path)]).toEqual([1_000_000, ['run'], false]);
});

test('a guest that connects again and again, and reads nothing, leaves nothing behind', async () => {
  const port = await AgentSocket.listen(path);
  const kept: number[] = [];
  for (const _ of [1, 2, 3]) {
    const { socket, closed } = agent();
    socket.pause();
    socket.write('x');
    await next(port.reader);
    const written = new Promise((resolve) => port.writer.write(Buffer.alloc(3_000_000), resolve));
    socket.destroy();
    await Promise.all([written, closed]);
    const last = agent();
    last.socket.end('y');
    await next(port.reader);
    await last.closed;
    kept.push(port.reader.listenerCount('unpipe'));
  }
  port.discard();
  expect(new Set(kept).size).toBe(1);
});

test('a file of the user at the path of the socket is kept, and the run does not start', async () => {
  writeFileSync(path, 'precious');
  await expect(AgentSocket.listen(path)).rejects.toMatchObject({ code: 'vmm-not-started' });
  expect(readFileSync(path, 'utf8')).toBe('precious');
  rmSync(path);
});

/** Plays a VMM whose guest has an agent that answers one command: READY; OUTPUT and ENDED of protocol 1. */
const VMM = `
  const frame = (kind, number, body) => {
    const head = Buffer.alloc(12);
    [kind, number, body.length].forEach((value, index) => head.writeUInt32LE(value, 4 * index));
    return Buffer.concat([head, Buffer.from(body)]);
  };
  const agent = require('node:net').connect(process.argv[1], () => agent.write(frame(16, 0, '1\\0')));
  agent.on('data', () => agent.write(Buffer.concat([frame(18, 1, 'over vsock\\n'), frame(19, 1, Buffer.alloc(8))])));
`;

test('a machine whose plan has such a socket runs commands', async () => {
  const run = scripted('', 'steps: [{run: [hello], output: over vsock}]');
  const plan = { ...run.plan, command: process.execPath, args: ['-e', VMM, path], fds: new Map() };
  const { verdict, listener } = await bootAndListen(
    { ...run, plan: { ...plan, agentSocket: path } },
    { consumers: [] },
  );
  expect(verdict).toMatchObject({ verdict: 'passed' });
  const output = listener.events.flatMap((event) =>
    event.type === 'output' ? [`${event.stream}: ${Buffer.from(event.bytes)}`] : [],
  );
  expect(output).toEqual(['run-1: over vsock\n']);
});

/** The channels of a VMM that was started, as streams of Node. */

import type { ChildProcess } from 'node:child_process';
import type { Duplex, Readable, Writable } from 'node:stream';
import { codeOf, HostError, messageOf } from '../words/errors.ts';
import type { StreamName } from '../words/words.ts';
import type { Channel, LaunchPlan } from './plan.ts';

/** How long a VMM may take to end after it has closed a channel, in milliseconds. */
const CLOSED_MS = 2000;

/** A channel as we use it. */
export interface TwoWay {
  readonly reader: Readable;
  readonly writer: Writable;
}

/** Every channel of the plan, by its path or as an inherited descriptor. */
export function channelsOf(
  child: ChildProcess,
  { fds }: LaunchPlan,
  paths: ReadonlyMap<Channel, TwoWay>,
): Map<Channel, TwoWay> {
  const channels = new Map<Channel, TwoWay>(paths);
  for (const [fd, channel] of fds) {
    const pipe = pipeOf(child, fd);
    channels.set(channel, { reader: pipe, writer: pipe });
  }
  return channels;
}

/**
 * Tells of each channel that is lost while the VMM goes on: what a guest prints there is not seen any more. Where the VMM dies, its
 * exit says why: the channel ends a moment before, or breaks while we write. The VMM's own output may end at any time.
 */
export function watchChannels(
  child: ChildProcess,
  channels: ReadonlyMap<Channel, TwoWay>,
  tell: (detail: string) => void,
): void {
  const watch = (name: string, stream: Readable | Writable): void => {
    const lost = (why: string): void => tell(`the ${name} channel was lost: ${why}`);
    const lostLater = (): void => {
      const runs = (): boolean => child.exitCode === null && child.signalCode === null;
      setTimeout(() => runs() && lost('the VMM has closed it, and goes on'), CLOSED_MS).unref();
    };
    stream.on('error', (error) => {
      const isClosed = ['EPIPE', 'ECONNRESET'].includes(codeOf(error) ?? '');
      if (!isClosed) lost(messageOf(error));
      else if (name !== 'vmm') lostLater();
    });
    if (name !== 'vmm') stream.once('end', lostLater);
  };
  for (const [name, { reader, writer }] of channels)
    for (const stream of new Set([reader, writer])) watch(name, stream);
  for (const fd of [1, 2]) watch('vmm', pipeOf(child, fd));
}

/** What is told as output: what the VMM prints, and what comes on its channels except those of control and agent. */
export function streamsOf(
  child: ChildProcess,
  { stdout }: LaunchPlan,
  channels: ReadonlyMap<Channel, TwoWay>,
): [StreamName, Readable][] {
  return [
    ['vmm', pipeOf(child, 2)],
    [stdout, pipeOf(child, 1)],
    ...[...channels].flatMap(([channel, { reader }]): [StreamName, Readable][] =>
      channel === 'control' || channel === 'agent' ? [] : [[channel, reader]],
    ),
  ];
}

function pipeOf(child: ChildProcess, fd: number): Duplex {
  const stream = (child.stdio as unknown as readonly Duplex[])[fd];
  if (stream === undefined) throw new HostError('vmm-not-started', `descriptor ${fd} was not opened`);
  return stream;
}

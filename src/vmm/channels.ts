/** The channels of a VMM that was started, as streams of Node. */

import type { ChildProcess } from 'node:child_process';
import type { Duplex, Readable, Writable } from 'node:stream';
import { HostError } from '../words/errors.ts';
import type { StreamName } from '../words/words.ts';
import type { Channel, LaunchPlan } from './plan.ts';

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
  // When the VMM dies while we write, the pipe breaks. The exit of the VMM says why.
  for (const { reader, writer } of channels.values())
    for (const stream of [reader, writer]) stream.on('error', () => undefined);
  return channels;
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

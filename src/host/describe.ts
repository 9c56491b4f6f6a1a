/** The host in a few facts, for the record of a run. */

import { availableParallelism, totalmem } from 'node:os';
import type { Origin } from '../judge/origin.ts';
import type { Host } from './host.ts';

export function describeHost(host: Host): Origin['host'] {
  return {
    os: valueIn(host.read('/etc/os-release'), /^PRETTY_NAME="?(.*?)"?$/m),
    kernel: host.kernelRelease,
    cpu: valueIn(host.read('/proc/cpuinfo'), /^model name\s*: (.*)$/m),
    cpus: availableParallelism(),
    memory: totalmem(),
  };
}

function valueIn(text: string | undefined, pattern: RegExp): string | null {
  return (text === undefined ? undefined : pattern.exec(text)?.[1]) ?? null;
}

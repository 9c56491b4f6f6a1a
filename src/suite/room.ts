/** How many guests the host has room for. */

import { availableParallelism, freemem } from 'node:os';
import { availableMemory } from '../host/checks/capacity.ts';
import { thisHost } from '../host/host.ts';
import type { Room } from './schedule.ts';

/** @param jobs guests at a time, as the user says; by default as many as there are CPUs */
export function hostRoom(jobs: number | undefined): Room {
  const cpus = availableParallelism();
  return { jobs: jobs ?? cpus, cpus, memory: availableMemory(thisHost) ?? freemem() };
}

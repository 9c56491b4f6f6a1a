/**
 * How long a large Trust Domain takes before its first process runs: it has to accept its memory and to start its vCPUs, and
 * both grow with its size. What is known are figures that others have published, so there is a range and no one value.
 */

import type { Demand } from '../compat/combination.ts';
import { isWithin } from '../compat/version.ts';
import { formatDuration } from '../judge/diagnosis/hints.ts';
import type { BootTime } from '../judge/events.ts';
import { parameters } from '../scenario/cmdline.ts';
import type { BootScenario } from '../scenario/scenario.ts';
import { counted, GIB } from '../words/units.ts';

/** Times in milliseconds, as published: `most` is the slowest. */
interface BootTimes extends BootTime {
  /** The fastest that was published. */
  readonly least: number;
  /** The part of `least` in which not one byte is printed. */
  readonly silent: number;
}

/**
 * Milliseconds for each GiB that is accepted before the kernel's first line, by firmware, td-shim or the kernel's decompressor.
 * kata-containers issue #13535: 64 GiB were not accepted after 90 s. asterinas PR #3640: 8 GiB in 25 s on one vCPU.
 */
const EAGER = { least: 1400, most: 3200 };
/**
 * Milliseconds for each GiB where Linux accepts memory as it needs it.
 * kata-containers issue #13535: 64 GiB boot in less than 15 s, 128 GiB in 35 s, 800 GiB in 4 min 1 s.
 */
const LAZY = { least: 200, most: 300 };
/**
 * Milliseconds for each pair of vCPUs: the time grows with the square of their number where the host maps the memory of a TD
 * in 4 KiB pages. dstack PR #1220: 64 vCPUs take about 50 s, 248 take 575 to 680 s (Granite Rapids, Linux 7.0).
 */
const PAIR_OF_VCPUS = { least: 9, most: 12.5 };

export const BOOT_TIME_REFERENCE =
  'kata-containers issue #13535 (memory), asterinas PR #3640 (memory), dstack PR #1220 (vCPUs)';

/** @returns the expected time of a Trust Domain on a TDX host. An emulated one accepts its memory at once. */
export function bootTimeOf({ guest }: BootScenario, demand: Demand): BootTimes {
  const gib = guest.memory / GIB;
  const pairs = guest.cpus ** 2;
  const eager = acceptsAll(demand, guest.cmdline);
  const memory = {
    least: gib * (eager === true ? EAGER : LAZY).least,
    most: gib * (eager === false ? LAZY : EAGER).most,
  };
  const least = memory.least + pairs * PAIR_OF_VCPUS.least;
  const most = memory.most + pairs * PAIR_OF_VCPUS.most;
  const who =
    eager === undefined
      ? 'whoever accepts the memory'
      : eager
        ? 'all memory accepted before the kernel’s first line'
        : 'memory accepted as the kernel needs it';
  return {
    least,
    most,
    silent: eager === true ? memory.least : pairs * PAIR_OF_VCPUS.least,
    text: `${Number(gib.toFixed(1))} GiB and ${counted(guest.cpus, 'vCPU')}, ${who}: published times are ${formatDuration(least)} to ${formatDuration(most)}`,
  };
}

/** Whether all memory is accepted at the start; undefined where that is not known. */
function acceptsAll({ firmware, guestKernel }: Demand, cmdline: string | undefined): boolean | undefined {
  if (parameters(cmdline).some(({ name, value }) => name === 'accept_memory' && value === 'eager'))
    return true;
  const info = firmware === 'none' ? {} : firmware;
  // td-shim accepts all of it, unless built with this feature (td-shim PR #313).
  if (info.kind === 'td-shim') return info.defines?.includes('lazy-accept') !== true;
  if (guestKernel === undefined) return undefined;
  // CONFIG_UNACCEPTED_MEMORY is there for TDs from Linux 6.5 on; for an older kernel the firmware accepts all.
  if (isWithin(guestKernel, { before: '6.5' })) return true;
  return info.kind === 'tdvf' ? false : undefined;
}

/** Sizes with which a Trust Domain is known to crash, or to need longer than the scenario gives it. */

import { formatDuration } from '../judge/diagnosis/hints.ts';
import { GIB, MIB } from '../words/units.ts';
import { isTrustDomain } from '../words/words.ts';
import { BOOT_TIME_REFERENCE, bootTimeOf } from './boot-time.ts';
import { isTdvf, type LintRule } from './rule.ts';

/** QEMU puts the RAM above 2 GiB behind 4 GiB, so the kernel's mistake with 64 GiB can begin a little below. */
const LARGE = 61 * GIB;
/** q35 keeps RAM in one piece below this size (QEMU hw/i386/pc_q35.c). */
const SPLIT_FROM = 2816 * MIB;
/** The largest guest whose RAM and as much again for private pages q35 splits where it splits the guest's. */
const LARGEST_APART = 2 * GIB;

export const MEMORY_RULES: readonly LintRule[] = [
  {
    id: 'time-of-large-td',
    severity: 'warning',
    explanation: 'A Trust Domain accepts its memory and starts its vCPUs slowly, and says nothing meanwhile.',
    reference: BOOT_TIME_REFERENCE,
    find: ({ scenario, demand }) => {
      if (scenario.platform !== 'tdx') return [];
      const { timeoutMs, silenceMs = Number.POSITIVE_INFINITY } = scenario.rules;
      const { least, most, silent, text } = bootTimeOf(scenario, demand);
      const limits: [key: string, given: number, needed: number][] = [
        ['timeout', timeoutMs, least],
        ['silence', silenceMs, silent],
      ];
      const tooShort = limits.filter(([, given, needed]) => given < needed);
      return tooShort.map(([key, given]) => ({
        at: [key],
        message: `${key} ${formatDuration(given)} is too short for a Trust Domain of ${text}`,
        hint: `Set ${key} to ${Math.ceil(most / 60_000)}m or more.`,
      }));
    },
  },
  {
    id: 'odd-size-of-large-td',
    severity: 'warning',
    explanation:
      'The bitmap of unaccepted memory of a TD of 61 GiB or more can end within a page, and Linux 6.19 and earlier panic there.',
    reference: 'canonical/tdx issue #421; kata-containers PR #12537',
    find: ({ scenario: { platform, guest } }) => {
      if (!isTrustDomain(platform) || guest.memory < LARGE || guest.memory % GIB === 0) return [];
      return {
        at: ['guest', 'memory'],
        message: `${guest.memory / MIB}M is no whole number of GiB, and Linux may panic early in a Trust Domain of this size`,
        hint: `Set guest.memory to ${Math.ceil(guest.memory / GIB)}G.`,
      };
    },
  },
  {
    id: 'odd-size-of-small-td',
    severity: 'warning',
    explanation:
      'TDVF before edk2-stable202511 leaves the last MiB of an odd size below 2816M unaccepted, and stops there.',
    reference: 'edk2 PR #11525',
    find: (subject) => {
      const { platform, guest } = subject.scenario;
      const odd = guest.memory < SPLIT_FROM && (guest.memory / MIB) % 2 === 1;
      if (!isTrustDomain(platform) || !odd || !isTdvf(subject)) return [];
      return {
        at: ['guest', 'memory'],
        message: `${guest.memory / MIB}M is an odd number of MiB, with which TDVF before edk2-stable202511 does not boot`,
        hint: `Set guest.memory to ${guest.memory / MIB + 1}M.`,
      };
    },
  },
  {
    id: 'dma-unchecked',
    severity: 'warning',
    explanation:
      'QEMU has no room for the private pages of an emulated Trust Domain between 2 GiB and 2784M, so devices see them there.',
    reference: 'td-monitor/README.md; QEMU hw/i386/pc_q35.c, lowmem',
    find: ({ scenario: { platform, guest } }) => {
      if (platform !== 'tdx-emulated' || guest.memory <= LARGEST_APART || guest.memory >= SPLIT_FROM)
        return [];
      return {
        at: ['guest', 'memory'],
        message: `with ${guest.memory / MIB}M, a driver that does not share its buffers passes here and fails in a real Trust Domain`,
        hint: `Set guest.memory to 2G or less, or to ${SPLIT_FROM / MIB}M or more.`,
      };
    },
  },
];

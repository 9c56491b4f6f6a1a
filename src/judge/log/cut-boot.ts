/** Whether a log of a confidential guest is a boot's whose beginning was cut off, or what a command in a running guest has found. */

import { MILESTONES } from '../catalog/milestones.ts';
import type { LoggedBoot } from './boots.ts';
import type { Collected } from './collected.ts';
import { peel } from './prefix.ts';

/** What people search a kernel's log for to see whether a guest is confidential; ids of milestones have such words, too. */
const SEARCHED = /tdx|sev|snp|encrypt|confidential|coco|ccel|rmp|\btsm|software IO TLB/i;
const OF_ANY_KERNEL = new Set(
  MILESTONES.filter(({ id, phase }) => phase === 'kernel' && !SEARCHED.test(id)).map(({ id }) => id),
);

/** The log has lines of a kernel that nobody searches for, so that no command has picked them. */
export function isOfCutBoot(guests: readonly LoggedBoot[], { last }: Pick<Collected, 'last'>): boolean {
  const { kernelTime, program, text } = peel(last?.text ?? '');
  const ofKernel = kernelTime !== undefined && (program === undefined || program === 'kernel');
  const isPassed = guests.some(({ seen }) => [...seen].some((id) => OF_ANY_KERNEL.has(id)));
  return isPassed || (ofKernel && !SEARCHED.test(text));
}

/** Logs in the shape of public threads, written from the format strings of the programs: what a diagnosis must make of them. */

import { BEFORE_INIT } from './before-init.ts';
import { GUESTS } from './guests.ts';
import { HOSTS } from './hosts.ts';
import type { Thread } from './thread.ts';
import { VMMS } from './vmms.ts';

export const THREADS: readonly Thread[] = [...BEFORE_INIT, ...HOSTS, ...VMMS, ...GUESTS];

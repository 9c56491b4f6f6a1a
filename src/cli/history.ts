/** The history that `--history` names. */

import type { History } from '../report/history.ts';

/**
 * Its code is loaded only where the option is given.
 * @returns undefined without the option
 * @throws UsageError code `no-history`
 */
export async function openHistory(path: string | undefined): Promise<History | undefined> {
  return path === undefined ? undefined : (await import('../report/history.ts')).openHistory(path);
}

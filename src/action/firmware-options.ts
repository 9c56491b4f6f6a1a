/** A firmware made ready within a step of a job: the store, the shared cache behind it, and the job's log. */

import type { ProvideOptions } from '../build/provide.ts';
import { defaultRoot, Store } from '../build/store/store.ts';
import { FirmwareJobLog } from '../report/firmware-log.ts';
import { actionsCache } from './cache.ts';
import { jobLog } from './job.ts';
import { toolsInJobLog } from './tools.ts';

/** Runs `body` with what provideFirmware() needs; the log of a build is folded at its end. */
export async function inJobLog<T>(
  body: (options: ProvideOptions) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const log = new FirmwareJobLog(jobLog);
  const { on: listener } = log;
  const remote = actionsCache({ listener });
  try {
    const store = new Store(defaultRoot(), { listener });
    const ask = toolsInJobLog(jobLog);
    return await body({ store, listener, signal, ask, ...(remote === undefined ? {} : { remote }) });
  } finally {
    log.close();
  }
}

/** Makes a firmware ready in a step of a job: with the store, the shared cache behind the store, and the job's log. */

import type { ProvideOptions } from '../build/provide.ts';
import { defaultRoot, Store } from '../build/store/store.ts';
import { BuildJobLog } from '../report/build-log.ts';
import { given } from '../words/given.ts';
import { actionsCache } from './cache.ts';
import { jobLog } from './job.ts';
import { toolsInJobLog } from './tools.ts';

/** Runs `body` with what provideBuild() needs; the log of a build is folded at its end. */
export async function inJobLog<T>(
  body: (options: ProvideOptions) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const log = new BuildJobLog(jobLog);
  const { on: listener } = log;
  const remote = actionsCache({ listener });
  try {
    const store = new Store(defaultRoot(), { listener });
    const ask = toolsInJobLog(jobLog);
    return await body({ store, listener, signal, ask, ...given({ remote }) });
  } finally {
    log.close();
  }
}

/** What a run on the command line needs to build firmware and VMMs. */

import type { RunListener } from '../boot/run.ts';
import { defaultRoot, Store } from '../build/store/store.ts';
import { BuildTerminal } from '../report/build-log.ts';
import type { Printer } from '../report/printer.ts';

/**
 * Builds into the user's store, with their progress on a printer.
 * @param signal aborting ends a build
 */
export function buildsOn(printer: Printer, signal: AbortSignal): RunListener['build'] {
  return async (body) => {
    const progress = new BuildTerminal(printer);
    const { on: listener } = progress;
    try {
      return await body({ store: new Store(defaultRoot(), { listener }), listener, signal });
    } finally {
      progress.close();
    }
  };
}

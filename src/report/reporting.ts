/** What reports on a run that has ended: loaded and made ready while the guest runs, when nobody waits for it. */

import type { Consumer } from '../boot/delivery.ts';
import { once } from '../words/once.ts';

/** Loads it. A start that is refused needs none of it: the judge and its whole catalog come with it. */
export const reporting = once(async () => {
  const [{ readResult, resultOf }, { prepareReport, writeOwnReport }] = await Promise.all([
    import('./results.ts'),
    import('./report.ts'),
  ]);
  prepareReport();
  return { readResult, resultOf, writeOwnReport };
});

/** Has {@link reporting} loaded as soon as the guest prints. */
export const loadsReporting: Consumer = {
  name: 'the loader of the report',
  on: (event) => {
    // What goes wrong here is thrown again where the report is written.
    if (event.type === 'output') reporting().catch(() => undefined);
  },
};

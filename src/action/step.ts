/** Tells an action's main step and its post step apart: one bundle serves both. */

import { getState, saveState } from '@actions/core';

/** Each of the two is loaded only where it runs. */
export async function step(main: () => Promise<void>): Promise<void> {
  const isPost = getState('isPost') !== '';
  saveState('isPost', 'true');
  if (isPost) await (await import('./post.ts')).post();
  else await main();
}

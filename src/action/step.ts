/** Tells the two steps of the action apart: one bundle serves both. */

import { getState, saveState } from '@actions/core';
import { main } from './main.ts';
import { post } from './post.ts';

export async function step(): Promise<void> {
  const isPost = getState('isPost') !== '';
  saveState('isPost', 'true');
  await (isPost ? post() : main());
}

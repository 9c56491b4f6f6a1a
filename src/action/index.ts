/** The action's entry, for the main step and for the post step that cleans up after it. */

import * as core from '@actions/core';
import { main } from './main.ts';
import { post } from './post.ts';

const isPost = core.getState('isPost') !== '';
core.saveState('isPost', 'true');
await (isPost ? post() : main());

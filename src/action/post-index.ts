/**
 * The entry of the post step of both actions. It is a separate program without the code of a main step, so the post step
 * never boots and never builds, whatever state a killed main step has saved.
 */

import { post } from './post.ts';

await post();

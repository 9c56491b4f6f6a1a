/**
 * The entry of the post step of both actions. It is a program of its own and knows no main step: whatever state a main
 * step has saved before it was killed, the post step never boots and never builds.
 */

import { useCompileCache } from '../startup.ts';

useCompileCache();
await (await import('./post.ts')).post();

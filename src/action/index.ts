/** The entry of the action's main step. */

import { useCompileCache } from '../startup.ts';

useCompileCache();
await (await import('./main.ts')).main();

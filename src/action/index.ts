/** The action's entry, for the main step and for the post step that cleans up after it. */

import { useCompileCache } from '../startup.ts';

useCompileCache();
const { step } = await import('./step.ts');
await step(async () => (await import('./main.ts')).main());

/** The entry of the action firmware/action.yml, for its main and its post step. */

import { useCompileCache } from '../startup.ts';

useCompileCache();
const { step } = await import('./step.ts');
await step(async () => (await import('./firmware-main.ts')).main());

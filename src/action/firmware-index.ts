/** The entry of the main step of firmware/action.yml. */

import { useCompileCache } from '../startup.ts';

useCompileCache();
await (await import('./firmware-main.ts')).main();

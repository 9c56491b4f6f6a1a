/** The entry of the action's main step, as a test starts it from the sources. In dist/, startup.ts calls the same function. */

import { main } from './main.ts';

await main();

/** The main step of firmware/action.yml, as a test starts it from the sources. In dist/, startup.ts calls the same function. */

import { main } from './firmware-main.ts';

await main();

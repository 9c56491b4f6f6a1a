/** asciinema-player, which the page runs only when somebody plays a recording. */

import { create } from 'asciinema-player';

Object.assign(globalThis, { asciinemaPlayer: create });

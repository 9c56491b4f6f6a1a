/** The TD monitor as a scenario has it that says nothing of it. */

import type { TdMonitorOptions } from '../../src/scenario/scenario.ts';

export const TD_MONITOR: TdMonitorOptions = {
  host: 'upstream',
  mode: 'faithful',
  cpuid: 'compatible',
  serial: 'native',
  hugePages: false,
  accel: 'tcg',
  cet: false,
};

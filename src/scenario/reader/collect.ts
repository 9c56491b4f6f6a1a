/** What a scenario file wants from the guest when the run is decided, with final values. */

import { MIB, parseDuration, parseSize } from '../../words/units.ts';
import type { Collect } from '../scenario.ts';
import type { ScenarioFile } from '../schema.ts';
import type { Reading } from './reading.ts';

export function readCollect(reading: Reading, keys: NonNullable<ScenarioFile['collect']>): Collect {
  if (reading.file.stop === 'on-exit') {
    const message = 'collect needs a guest that runs when the last step is met, but stop is on-exit';
    reading.complain(['collect'], message);
  }
  const { paths, size, files = 1000, within = '60s' } = Array.isArray(keys) ? { paths: keys } : keys;
  const bytes = size === undefined ? 64 * MIB : parseSize(size);
  return { paths, bytes, files, withinMs: parseDuration(within) };
}

/** The documented limits: for each rule a scenario that breaks it, and a similar scenario that does not. */

import { DRIVER } from './driver.ts';
import { FIRMWARE } from './firmware.ts';
import { GUEST } from './guest.ts';
import type { Limit } from './limit.ts';
import { MEASUREMENT } from './measurement.ts';
import { MEMORY } from './memory.ts';
import { STEP } from './step.ts';
import { TABLE } from './table.ts';

export const LIMITS: readonly Limit[] = [
  ...DRIVER,
  ...FIRMWARE,
  ...GUEST,
  ...MEASUREMENT,
  ...MEMORY,
  ...STEP,
  ...TABLE,
];

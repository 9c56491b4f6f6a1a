/** The one compatibility table. Every room that must choose, warn or explain reads it. */

import type { Row } from './combination.ts';
import { FIRMWARE_ROWS } from './rows/firmware-rows.ts';
import { VMM_ROWS } from './rows/vmm-rows.ts';

export const ROWS: readonly Row[] = [...VMM_ROWS, ...FIRMWARE_ROWS];

/** What a scenario file says of its machine for the prediction of the registers, with final values. */

import { given } from '../../words/given.ts';
import type { Measuring } from '../scenario.ts';
import type { Reading } from './reading.ts';

/** Undefined where the scenario asserts nothing of its registers. */
export function readMeasuring(reading: Reading): Measuring | undefined {
  const { measurements } = reading.file;
  if (measurements === undefined) return undefined;
  const file = (key: 'acpi-tables' | 'smbios' | 'efi-variables'): string | undefined =>
    reading.resolveGiven(['measurements', key], measurements[key]);
  return given({
    order: measurements.order,
    events: measurements.events,
    acpiTables: file('acpi-tables'),
    smbios: file('smbios'),
    efiVariables: file('efi-variables'),
  });
}

/** Keys of `measurements`. */

import * as z from 'zod';
import { EVENT_PROFILES } from '../../tdx/event-profiles.ts';
import { ORDERS } from '../../tdx/names.ts';
import { path } from './values.ts';

/** YAML reads 96 digits without a letter as a number, so the messages ask for quotation marks. */
const NOT_MRTD = 'is neither expected nor 96 hex digits (in quotation marks)';
const NOT_RTMR = 'is neither expected, replay nor 96 hex digits (in quotation marks)';
const rtmr = z
  .string(NOT_RTMR)
  .regex(/^(expected|replay|[0-9a-fA-F]{96})$/, NOT_RTMR)
  .describe('expected: as predicted; replay: as the event log of the guest says; or 96 hex digits');
export const measurements = z.strictObject({
  mrtd: z
    .string(NOT_MRTD)
    .regex(/^(expected|[0-9a-fA-F]{96})$/, NOT_MRTD)
    .optional()
    .describe('expected: as the image is measured; or 96 hex digits'),
  rtmr0: rtmr.optional(),
  rtmr1: rtmr.optional(),
  rtmr2: rtmr.optional(),
  rtmr3: rtmr.optional(),
  order: z
    .enum(ORDERS)
    .optional()
    .describe(
      'Order in which the host measures MRTD. Default: two-pass with QEMU 8.2, else interleaved. Of no effect on tdx-emulated: interleaved',
    ),
  events: z
    .enum(EVENT_PROFILES.map(({ id }) => id))
    .optional()
    .describe('The edk2 that an image was built from. Default: that of the recipe; unknown of an image'),
  'acpi-tables': path
    .optional()
    .describe(
      "Content of QEMU's fw_cfg file etc/acpi/tables, for RTMR0. Default: the QEMU that boots the guest makes them",
    ),
  smbios: path
    .optional()
    .describe('SMBIOS table of a guest of the same machine (/sys/firmware/dmi/tables/DMI), for RTMR0'),
  'efi-variables': path
    .optional()
    .describe(
      'EFI variables that are not in the image, such as boot options: a copy of /sys/firmware/efi/efivars, or a file',
    ),
});

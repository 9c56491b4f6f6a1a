/** Keys that say what runs the guest. */

import * as z from 'zod';
import { TD_ACCELS, TD_CPUIDS, TD_HOSTS, TD_MODES, TD_SERIALS, VMMS } from '../../words/words.ts';
import { REF } from '../request.ts';
import { path } from './values.ts';

export const vmm = z
  .enum(['auto', ...VMMS])
  .describe('Default: auto, the one that fits platform, firmware and host');
export const vmmRef = z
  .string()
  .regex(REF, 'is not a tag, a branch or a commit')
  .describe(
    'Version of Cloud Hypervisor, built unless the machine has it. Default: what it has, else the pin',
  );
export const vmmPath = path.describe('Program to run instead of the one in PATH');
export const vmmArgs = z
  .array(z.string('is not a text').min(1, 'is empty'))
  .min(1, 'is empty')
  .describe('Arguments that are appended as they are; nothing is known of what they do');
export const tdMonitor = z.strictObject({
  host: z
    .enum(TD_HOSTS)
    .optional()
    .describe('Whose KVM is played. Default: intel-2022 for firmware of the documented pins, else upstream'),
  mode: z
    .enum(TD_MODES)
    .optional()
    .describe('Default: faithful. light is quicker: CPUID, port I/O, MSRs, HLT and MMIO cause no #VE'),
  cpuid: z
    .enum(TD_CPUIDS)
    .optional()
    .describe('Default: compatible. compliant also claims instructions that QEMU cannot run'),
  serial: z
    .enum(TD_SERIALS)
    .optional()
    .describe('Default: native. ve: access to COM1 causes #VE, too, which is slower'),
  'huge-pages': z
    .boolean()
    .optional()
    .describe('Whether memory is accepted in pages of 2 MiB. Default: only with host intel-2022'),
  accel: z
    .enum(TD_ACCELS)
    .optional()
    .describe('Default: tcg. kvm: on an AMD host whose KVM runs the self-test of the TD monitor, else tcg'),
  cet: z
    .boolean()
    .optional()
    .describe(
      'Whether XFAM has CET, so that its MSRs cause no #GP; cpuid: compatible does not claim it. Default: false',
    ),
});

/** The scenario file as its author writes it: the one definition behind validation and the editors' JSON Schema. */

import * as z from 'zod';
import { once } from '../words/once.ts';
import { withId } from '../words/schema-id.ts';
import { PLATFORMS, SEVERITIES } from '../words/words.ts';
import { collect } from './keys/collect.ts';
import { firmware, pins } from './keys/firmware.ts';
import { guest } from './keys/guest.ts';
import { measurements } from './keys/measurements.ts';
import { run } from './keys/run.ts';
import { allow, anyOrder, expect, forbid, send } from './keys/steps.ts';
import { duration, path, settle, size, variable } from './keys/values.ts';
import { tdMonitor, vmm, vmmArgs, vmmPath, vmmRef } from './keys/vmm.ts';

export const scenarioSchema = z
  .strictObject({
    version: z.literal(1).describe('Of the keys: 1'),
    extends: path.optional().describe('A scenario file: what it says holds where this file says nothing'),
    variables: z
      .record(z.string(), variable)
      .optional()
      .describe('Texts that ${NAME} stands for; --var NAME=VALUE wins over what is said here'),
    name: z.string().min(1, 'is empty').optional().describe('What a pass means; default: the file name'),
    platform: z
      .enum(PLATFORMS)
      .optional()
      .describe(
        'tdx: a Trust Domain; tdx-emulated: one without TDX hardware; kvm, emulated: no Trust Domain',
      ),
    vmm: vmm.optional(),
    'vmm-ref': vmmRef.optional(),
    'vmm-path': vmmPath.optional(),
    'vmm-args': vmmArgs.optional(),
    firmware: firmware.optional(),
    pins: pins.optional(),
    'td-monitor': tdMonitor.optional().describe('How an emulated Trust Domain behaves'),
    guest: guest.optional().describe('The machine that is booted; absent where only logs are judged'),
    steps: z
      .array(z.union([expect, anyOrder, send, run]))
      .optional()
      .describe('In this order'),
    forbid: z.array(forbid).optional().describe('What the guest must not print'),
    allow: z.array(allow).optional().describe('Known findings that must not fail the run'),
    ktap: z
      .enum(['fail', 'ignore'])
      .optional()
      .describe('What a failure in a KTAP or TAP report of the guest makes of the run. Default: fail'),
    'fail-on': z
      .enum(SEVERITIES)
      .optional()
      .describe('Least severity of a known failure that fails. Default: error'),
    timeout: duration.optional().describe('Wall clock of the whole boot. Default: 5m'),
    silence: duration.optional().describe('Longest time without output while steps are open. Default: none'),
    stop: z
      .enum(['after-last-step', 'on-exit'])
      .optional()
      .describe('When a good run ends. Default: after-last-step'),
    settle: settle.optional(),
    'td-evidence': z
      .enum(['required', 'optional'])
      .optional()
      .describe('Whether a pass needs a line that only a TD prints. Default: required for a Trust Domain'),
    measurements: measurements
      .optional()
      .describe('What the measurement registers of the Trust Domain have to hold'),
    collect: collect.optional().describe('Files of the guest that become files/ of the results'),
    'output-limit': size.optional().describe('Bytes that the guest may print. Default: 256M'),
  })
  .describe('A tdx-boot scenario: what to boot and what its console must show');

export type ScenarioFile = z.infer<typeof scenarioSchema>;

/** The JSON Schema (draft 2020-12) of a scenario file; committed as schema/scenario.schema.json for editors. */
export const scenarioJsonSchema = once((): unknown => withId('scenario', z.toJSONSchema(scenarioSchema)));

/** The scenario file as its author writes it: the one definition behind validation and the editors' JSON Schema. */

import * as z from 'zod';
import { EVENT_PROFILES } from '../tdx/event-profiles.ts';
import { ORDERS } from '../tdx/names.ts';
import {
  BUILDS,
  FIRMWARES,
  PIN_SETS,
  PLATFORMS,
  SEVERITIES,
  STREAMS,
  TD_CPUIDS,
  TD_HOSTS,
  TD_MODES,
  TD_SERIALS,
  VMMS,
} from '../words/words.ts';
import { REF } from './request.ts';

const duration = z
  .string('is not a duration such as 500ms, 60s, 3m or 1h')
  .regex(/^(?!0+(\.0+)?[a-z])\d+(\.\d+)?(ms|s|m|h)$/, 'is not a duration such as 500ms, 60s, 3m or 1h')
  .describe('A length of time: 500ms, 60s, 3m, 1h');
const size = z
  .string('is not a size such as 512M or 1G')
  .regex(/^[1-9]\d*[KMG]$/, 'is not a size such as 512M or 1G')
  .describe('A number of bytes: 512M, 1G');
const path = z.string().min(1, 'is empty').describe('A file, relative to the scenario file');
/** A vsock context id and port are 32-bit numbers. QEMU refuses numbers that are too large. */
const QUOTE_SOCKET = /^(vsock:\d{1,10}:\d{1,10}|unix:\/.+)$/;
const pattern = z
  .string()
  .describe('Literal text, or /regex/flags. Matched within one line of normalised text (no escapes, no CR)');
const stream = z
  .enum(STREAMS)
  .describe(
    'console is hvc0, serial is ttyS0, debugcon is port 0x402, td-module is the log of an emulated TD',
  );
const when = z
  .union([z.enum(PLATFORMS), z.array(z.enum(PLATFORMS)).min(1)])
  .describe('Only on this platform, or on these; tdx includes tdx-emulated');

const expect = z.strictObject({
  expect: pattern.describe('What the console must show next'),
  within: duration.optional().describe('Since this step became the current one'),
  stream: stream.optional().describe('Where; without it, on any stream of the guest'),
  capture: z.array(z.string()).min(1).optional().describe('Named groups of the regex that become outputs'),
  when: when.optional(),
});
const anyOrder = z.strictObject({
  'any-order': z.array(expect).min(1).describe('Expectations that may be met in any order'),
  within: duration.optional().describe('For the whole group'),
  when: when.optional(),
});
const send = z.strictObject({
  send: z.string().min(1, 'is empty').describe('Typed into the guest; end it with \\n to press Enter'),
  stream: z.enum(['console', 'serial']).optional().describe('Default: console'),
  when: when.optional(),
});

const EXIT_CODE = z.int().min(0, 'is less than 0').max(255, 'is more than 255');
const noNul = (text: string): boolean => !text.includes('\0');
const word = z.string().refine(noNul, 'contains a NUL');
const run = z.strictObject({
  run: z
    .union([word.min(1, 'is empty'), z.array(word).min(1, 'is empty')])
    .describe('A script for /bin/sh of the guest, or a program and its arguments as a list'),
  within: duration.optional().describe('Since this step became the current one'),
  env: z
    .record(z.string().regex(/^[A-Za-z_]\w*$/, 'is not a name of a variable'), word)
    .optional()
    .describe('Added to the environment of the agent'),
  'working-directory': z
    .string()
    .regex(/^\/[^\0]*$/, 'is not an absolute path in the guest')
    .optional()
    .describe('In the guest. Default: /'),
  exit: z
    .union([EXIT_CODE, z.array(EXIT_CODE).min(1, 'is empty')])
    .optional()
    .describe('The exit code of a good end, or several. Default: 0'),
  output: pattern.optional().describe('What its output must show'),
  capture: z.array(z.string()).min(1).optional().describe('Named groups of output that become outputs'),
  when: when.optional(),
});

const forbid = z.union([
  pattern,
  z.strictObject({ pattern, stream: stream.optional(), when: when.optional() }),
]);
const allow = z.strictObject({
  match: pattern.describe('A line of a known failure that must not fail the run'),
  reason: z.string().min(1, 'is empty').describe('Why it is harmless, or a link to the bug'),
});

const disk = z.union([
  path,
  z.strictObject({
    path,
    bus: z.enum(['virtio', 'nvme', 'sata']).optional().describe('Default: virtio'),
    format: z
      .enum(['raw', 'qcow2'])
      .optional()
      .describe('Default: qcow2 where the file begins as one, else raw'),
    backing: z
      .enum(['allow'])
      .optional()
      .describe('A qcow2 image that names other files (backing file, data file) is refused without it'),
  }),
]);
const guest = z.strictObject({
  kernel: path.optional().describe('bzImage. Without initrd and disks, it boots the probe guest of tdx-boot'),
  initrd: path.optional(),
  cmdline: z.string().optional().describe('Kernel command line'),
  modules: path.optional().describe('lib/modules/<release> of the kernel, for the probe guest'),
  disks: z
    .array(disk)
    .optional()
    .describe('Boot disks; the guest writes to an overlay, never to these files'),
  cpus: z.int().min(1, 'is less than 1').max(4096, 'is more than 4096').optional().describe('Default: 1'),
  memory: size.optional().describe('Default: 1G'),
  network: z.enum(['none', 'user']).optional().describe('Default: none'),
  'quote-socket': z
    .string()
    .regex(QUOTE_SOCKET, 'is neither vsock:CID:PORT nor unix:/PATH')
    .optional()
    .describe('Quote generation service for a TD under QEMU: vsock:2:4050 or unix:/path'),
});
const tdMonitor = z.strictObject({
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
});
const firmware = z.union([
  z
    .string()
    .min(1, 'is empty')
    .describe(`${FIRMWARES.join(', ')}: built from its pin, or taken from the cache. Or an image (OVMF.fd)`),
  z.strictObject({ code: path, vars: path }).describe('Two flash chips; the variables are not kept'),
  z
    .strictObject({
      recipe: z.enum(FIRMWARES),
      build: z.enum(BUILDS).optional().describe('Default: release. A debug build logs to the serial port'),
      ref: z.string().min(1, 'is empty').optional().describe('Tag, branch or commit; default: the pin'),
      repository: z.string().min(1, 'is empty').optional().describe('Git URL or local directory'),
      defines: z.array(z.string().min(1, 'is empty')).optional().describe('Extra build defines, NAME=VALUE'),
    })
    .describe('Built from source, or taken from the cache'),
]);

/** YAML reads 96 digits without a letter as a number, so the messages ask for quotation marks. */
const NOT_MRTD = 'is neither expected nor 96 hex digits (in quotation marks)';
const NOT_RTMR = 'is neither expected, replay nor 96 hex digits (in quotation marks)';
const rtmr = z
  .string(NOT_RTMR)
  .regex(/^(expected|replay|[0-9a-fA-F]{96})$/, NOT_RTMR)
  .describe('expected: as predicted; replay: as the event log of the guest says; or 96 hex digits');
const measurements = z.strictObject({
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
    .describe('Order in which the host measures MRTD. Default: two-pass with QEMU 8.2, else interleaved'),
  events: z
    .enum(EVENT_PROFILES.map(({ id }) => id))
    .optional()
    .describe('The edk2 that an image was built from. Default: that of the recipe; unknown of an image'),
  'acpi-tables': path.optional().describe("Content of QEMU's fw_cfg file etc/acpi/tables, for RTMR0"),
});

export const scenarioSchema = z
  .strictObject({
    version: z.literal(1),
    name: z.string().min(1, 'is empty').optional().describe('What a pass means; default: the file name'),
    platform: z
      .enum(PLATFORMS)
      .optional()
      .describe(
        'tdx: a Trust Domain; tdx-emulated: one without TDX hardware; kvm, emulated: no Trust Domain',
      ),
    vmm: z
      .enum(['auto', ...VMMS])
      .optional()
      .describe('Default: auto, the one that fits platform, firmware and host'),
    'vmm-ref': z
      .string()
      .regex(REF, 'is not a tag, a branch or a commit')
      .optional()
      .describe(
        'Version of Cloud Hypervisor, built unless the machine has it. Default: what it has, else the pin',
      ),
    firmware: firmware.optional(),
    pins: z
      .enum(PIN_SETS)
      .optional()
      .describe(
        'What firmware is built from. Default: documented; current is for hosts of Linux 6.16 and later',
      ),
    'td-monitor': tdMonitor.optional().describe('How an emulated Trust Domain behaves'),
    guest: guest.optional(),
    steps: z
      .array(z.union([expect, anyOrder, send, run]))
      .optional()
      .describe('In this order'),
    forbid: z.array(forbid).optional().describe('What the guest must not print'),
    allow: z.array(allow).optional().describe('Known findings that must not fail the run'),
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
    'td-evidence': z
      .enum(['required', 'optional'])
      .optional()
      .describe('Whether a pass needs a line that only a TD prints. Default: required for a Trust Domain'),
    measurements: measurements
      .optional()
      .describe('What the measurement registers of the Trust Domain have to hold'),
    'output-limit': size.optional().describe('Bytes that the guest may print. Default: 256M'),
  })
  .describe('A tdx-boot scenario: what to boot and what its console must show');

export type ScenarioFile = z.infer<typeof scenarioSchema>;

/** The JSON Schema (draft 2020-12) of a scenario file; committed as schema/scenario.schema.json for editors. */
export function scenarioJsonSchema(): unknown {
  return z.toJSONSchema(scenarioSchema);
}

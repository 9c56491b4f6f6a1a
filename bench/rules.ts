/** What the throughput and memory benchmarks look for: a scenario whose expectations stay open to the end. */

import { parseScenario } from '../src/scenario/load.ts';
import type { JudgeRules } from '../src/scenario/scenario.ts';

/** Nothing here is in kernel.log; the literal part of the second regex is, on one line in 25. */
export const EXPECTATIONS: readonly string[] = [
  'Welcome to Debian GNU/Linux',
  'debian login: ',
  'Reached target Multi-User System',
  'cloud-init: all stages finished',
  'tdx: Guest detected',
  'EFI stub: Loaded initrd from command line option',
  'systemd[1]: Startup finished in',
  'Started OpenSSH server daemon',
  'root@td-guest:~#',
  'SMOKE TEST PASSED',
  '/virtio_blk virtio\\d+: \\[vda\\] \\d+ 512-byte logical blocks/',
  '/pci 0000:\\d+:\\d+\\.\\d+: (?:unplugged|replaced)$/',
  '/vd[a-z]: detected capacity change from \\d+ to \\d+/',
  '/EXT4-fs \\((?<device>\\w+)\\): mounted filesystem/',
  '/Memory Encryption Features active: (?:Intel )?TDX/',
  '/(?:enp|ens|eth)\\d+: link becomes ready/',
  '/measured boot: rtmr[0-3] extended/i',
  '/all tests (?:passed|green)/i',
];

/** Its literal part is on one line in seven, where it has to be tried. */
export const COMMON_LITERAL = '/ACPI: (?:CCEL|TDEL) .* \\(v\\d+ INTEL/';

/** No text that every match contains: each line has to be tried. */
export const WITHOUT_LITERAL: readonly string[] = [
  '/^[\\w.-]+[#$%]\\s*$/',
  '/\\b[A-F0-9]+[:]{2}[A-F0-9]+[#]/',
];

/** Named so that nothing in kernel.log matches. */
const FORBIDDEN: readonly string[] = [
  'TEST FAILED',
  'Failed to start',
  '/segfault at [0-9a-f]+ ip/',
  '/Dependency failed for/i',
];

/** The rules as a scenario file gives them, the whole catalog included. */
export function benchRules(expectations: readonly string[] = EXPECTATIONS): JudgeRules {
  return parseScenario('bench', scenarioText(expectations), '/').scenario.rules;
}

export function scenarioText(expectations: readonly string[] = EXPECTATIONS): string {
  return JSON.stringify({
    version: 1,
    steps: [{ 'any-order': expectations.map((expect) => ({ expect })) }],
    forbid: FORBIDDEN,
  });
}

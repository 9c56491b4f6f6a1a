/** From a scenario to what a back end launches: everything that the scenario leaves open is filled in. */

import { diskFormat } from '../guest/files.ts';
import { probeInitrd } from '../guest/probe.ts';
import type { FirmwareFiles, Guest, Scenario } from '../scenario/scenario.ts';
import type { LaunchSpec, LaunchWish } from '../vmm/plan.ts';
import { UsageError } from '../words/errors.ts';

/**
 * What to launch.
 * @param probe path of the probe guest's initrd, for a scenario that boots it
 * @throws UsageError code `no-guest`
 */
export function launchSpec(scenario: Scenario, probe: string | undefined): LaunchSpec {
  const { firmware: _, ...wish } = launchWish(scenario, probe);
  const firmware = readyFirmware(scenario);
  return { ...wish, ...(firmware === undefined ? {} : { firmware }) };
}

/**
 * The same before its firmware is built.
 * @throws UsageError code `no-guest`
 */
export function launchWish(scenario: Scenario, probe: string | undefined): LaunchWish {
  const { platform, firmware, rules, tdMonitor } = scenario;
  const guest = requireGuest(scenario);
  const { kernel, cmdline, cpus, memory, network, quoteSocket } = guest;
  const initrd = guest.initrd === 'probe' ? probe : guest.initrd;
  return {
    platform,
    tdMonitor,
    ...(firmware === undefined ? {} : { firmware }),
    ...(kernel === undefined ? {} : { kernel }),
    ...(initrd === undefined ? {} : { initrd }),
    ...(cmdline === undefined ? {} : { cmdline }),
    cpus,
    memory,
    network,
    ...(quoteSocket === undefined ? {} : { quoteSocket }),
    disks: guest.disks.map((disk) => ({ ...disk, format: diskFormat(disk) })),
    typesInto: rules.steps.flatMap((step) => (step.kind === 'send' ? [step.stream] : [])),
  };
}

/** The firmware as files. What a scenario asks to be built has to be built by now: src/boot/firmware.ts does it. */
function readyFirmware({ firmware }: Scenario): FirmwareFiles | undefined {
  if (firmware === undefined || !('request' in firmware)) return firmware;
  throw new UsageError('no-firmware', `${firmware.request.name} is not built yet`, {
    hint: `Build it with "tdx-boot firmware build ${firmware.request.name}".`,
  });
}

/**
 * The guest of a scenario that is to be booted.
 * @throws UsageError code `no-guest`
 */
export function requireGuest({ guest, name }: Scenario): Guest {
  if (guest !== undefined) return guest;
  throw new UsageError('no-guest', `scenario "${name}" has no guest to boot`, {
    hint: 'Add guest: with a kernel or disks, or judge a recorded log with "tdx-boot check".',
  });
}

/** The probe guest's initrd for this guest's kernel. */
export async function makeProbe({ kernel, modules }: Guest): Promise<Buffer> {
  if (kernel === undefined) throw new UsageError('no-kernel', 'the probe guest needs a kernel');
  return probeInitrd({ kernel, ...(modules === undefined ? {} : { modules }) });
}

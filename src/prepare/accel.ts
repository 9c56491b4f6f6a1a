/** The accelerator of an emulated Trust Domain: KVM only where a trial on this host has shown that KVM can. */

import type { BootScenario } from '../scenario/scenario.ts';
import type { Program } from '../vmm/plan.ts';
import type { Ports } from './ports.ts';

/** The scenario with the accelerator that its run gets. Where KVM was asked for and fails, a notice says why. */
export async function withAccelerator(
  scenario: BootScenario,
  program: Program,
  { host, notice, cancel }: Pick<Ports, 'host' | 'notice' | 'cancel'>,
): Promise<BootScenario> {
  if (!asksForKvm(scenario)) return scenario;
  const tried = await host.tryTdMonitor(program.path, cancel);
  if (tried.works) return scenario;
  notice(
    `accel: kvm is not used: the TD monitor's self-test failed under this host's KVM (${tried.said}); tcg is used`,
  );
  return { ...scenario, tdMonitor: { ...scenario.tdMonitor, accel: 'tcg' } };
}

/** What `explain` says, which tries nothing. */
export function acceleratorLines(scenario: BootScenario): string[] {
  return asksForKvm(scenario)
    ? ["accel: kvm holds if the TD monitor's self-test passes on the host; if not, the run has accel=tcg"]
    : [];
}

function asksForKvm({ platform, tdMonitor }: BootScenario): boolean {
  return platform === 'tdx-emulated' && tdMonitor.accel === 'kvm';
}

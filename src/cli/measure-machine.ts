/** `tdx-boot measure --machine`: what the QEMU of this host makes of a scenario's machine. */

import { launchSpec, madeFiles } from '../prepare/plan.ts';
import { bootOrderOf } from '../prepare/predictions.ts';
import { withWorkDir } from '../process/work-dir.ts';
import { loadScenario, toBoot } from '../scenario/load.ts';
import type { AcpiFiles } from '../tdx/acpi.ts';
import { askVersion } from '../vmm/ask.ts';
import { findProgram } from '../vmm/program.ts';
import { qemu } from '../vmm/qemu.ts';
import { makeAcpiFiles } from '../vmm/qemu-acpi.ts';
import { UsageError } from '../words/errors.ts';
import { isTrustDomain } from '../words/words.ts';

/** A machine before its boot. */
export interface Machine {
  /** Bytes of the guest's memory. */
  readonly memory: bigint;
  readonly acpi: AcpiFiles;
  /** Content of the fw_cfg file bootorder where a disk boots; undefined: not known. */
  readonly bootOrder: Uint8Array | undefined;
  /** The program that made the tables. */
  readonly qemu: { readonly path: string; readonly version: string | undefined };
}

/**
 * @throws ScenarioError of the scenario; UsageError code `no-trust-domain`; HostError code `vmm-missing`, `no-acpi-tables` and
 *   others of a QEMU that cannot be started
 */
export async function readMachine(file: string): Promise<Machine> {
  const { scenario } = toBoot(loadScenario(file));
  if (!isTrustDomain(scenario.platform) || scenario.vmm === 'cloud-hypervisor') {
    throw new UsageError('no-trust-domain', 'the scenario boots no Trust Domain under QEMU', {
      where: file,
      hint: 'Set platform: tdx and vmm: qemu.',
    });
  }
  const path = scenario.vmmPath ?? (await findProgram(qemu, 'emulated')).path;
  const version = await askVersion(path);
  const acpi = await withWorkDir('run', (workDir) =>
    makeAcpiFiles(launchSpec(scenario, undefined, madeFiles()), { name: 'qemu', path, version }, workDir),
  );
  return {
    memory: BigInt(scenario.guest.memory),
    acpi,
    bootOrder: bootOrderOf(scenario),
    qemu: { path, version },
  };
}

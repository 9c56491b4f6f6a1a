/** Predicts the registers of a scenario's Trust Domain from the files, before the boot. */

import type { VmmInfo } from '../compat/combination.ts';
import { readDiskProgram } from '../guest/boot-disk.ts';
import { stubOf } from '../guest/kernel-image.ts';
import { readBounded } from '../process/bounded-file.ts';
import { type BootScenario, type Disk, type FirmwareFiles, makesInitrd } from '../scenario/scenario.ts';
import { type Problem, ScenarioError } from '../scenario/text.ts';
import { type AcpiFiles, deriveAcpiFiles } from '../tdx/acpi.ts';
import { EVENT_PROFILES } from '../tdx/event-profiles.ts';
import { parseMetadata } from '../tdx/metadata.ts';
import { LAUNCH_METHOD, launchOrder } from '../tdx/mrtd.ts';
import type { Order, Register } from '../tdx/names.ts';
import type { BootInputs } from '../tdx/possible-values.ts';
import type { DiskBoot } from '../tdx/predict-disk.ts';
import type { KernelBoot } from '../tdx/predict-tdvf.ts';
import type { Unpredictable } from '../tdx/prediction.ts';
import { type Predictions, type RegisterPrediction, registerPredictor } from '../tdx/register-prediction.ts';
import { HostError, UsageError } from '../words/errors.ts';
import { given } from '../words/given.ts';
import { readVariables } from './efi-variables.ts';
import { type MadeInitrd, makeInitrd } from './initrd.ts';

/**
 * @param firmware the firmware's files, after the build
 * @param vmm the VMM that boots the guest
 * @param release of the firmware, where it is known
 * @param makeAcpi lets the VMM make the ACPI tables of the scenario's machine
 * @param made the initrd that the run makes for its guest, where it makes one
 * @returns empty where nothing is asserted; leaves out registers that are asserted by value and cannot be predicted
 * @throws ScenarioError with each register that is asserted as expected and cannot be predicted, and why
 */
export async function predictMeasurements(
  scenario: BootScenario,
  firmware: FirmwareFiles | undefined,
  vmm: VmmInfo,
  release: string | undefined,
  makeAcpi: () => Promise<AcpiFiles>,
  made: () => Promise<MadeInitrd> = () => makeInitrd(scenario),
): Promise<Predictions> {
  const asserted = scenario.rules.measurements?.filter(({ holds }) => holds !== 'replay') ?? [];
  if (asserted.length === 0) return {};
  // The files are read once. Where a file cannot be read, no register can be predicted, for that reason.
  const acpi = asserted.some(({ register }) => register === 'rtmr0')
    ? acpiOf(scenario, vmm, makeAcpi).catch(reasonOf)
    : undefined;
  const known = await inputsOf(scenario, firmware, vmm, release, await acpi, made).catch(reasonOf);
  const predict = 'reason' in known ? () => known : predictorOf(known);
  const predicted: { [register in Register]?: RegisterPrediction } = {};
  const problems: Problem[] = [];
  for (const { register, holds, where } of asserted) {
    const prediction = predict(register);
    if (!('reason' in prediction)) predicted[register] = prediction;
    else if (holds === 'expected') {
      const message = `measurements.${register} cannot be predicted: ${prediction.reason}. ${HINT}`;
      problems.push({ where, message });
    }
  }
  if (problems.length > 0) throw new ScenarioError(problems);
  return predicted;
}

const HINT = 'Give 96 hex digits, write "replay" for an RTMR, or leave the register out.';

/** Predicts one register; an error in a file becomes the reason why the register cannot be predicted. */
function predictorOf(known: BootInputs): (register: Register) => RegisterPrediction | Unpredictable {
  const predict = registerPredictor(known);
  return (register) => {
    try {
      return predict(register);
    } catch (error) {
      return reasonOf(error);
    }
  };
}

function reasonOf(error: unknown): Unpredictable {
  if (error instanceof UsageError || error instanceof HostError) return { reason: error.message };
  throw error;
}

async function inputsOf(
  scenario: BootScenario,
  firmware: FirmwareFiles | undefined,
  { name: vmm, version }: VmmInfo,
  release: string | undefined,
  acpi: BootInputs['acpi'],
  made: () => Promise<MadeInitrd>,
): Promise<BootInputs> {
  if (firmware === undefined || !('image' in firmware)) {
    throw new UsageError('no-firmware', 'the scenario has no firmware image');
  }
  const { guest, measuring = {} } = scenario;
  const image = read(firmware.image, 'the firmware');
  const metadata = parseMetadata(image);
  const { events = profileOf(release), smbios, efiVariables } = measuring;
  const order = orderOf(scenario, { name: vmm, version });
  const direct = await directBoot(scenario, made);
  return {
    ...{ image, metadata, vmm, order, acpi, direct, memory: BigInt(guest.memory) },
    disk: direct === undefined ? bootDiskOf(guest.disks) : undefined,
    ...given({
      profile: events,
      smbios: smbios === undefined ? undefined : read(smbios, 'the SMBIOS table'),
    }),
    variables: readVariables(efiVariables === undefined ? undefined : [efiVariables]),
    bootOrder: direct === undefined ? bootOrderOf(scenario) : undefined,
    stub: direct === undefined ? undefined : stubOf(direct.kernel),
  };
}

/** Those that are given, or those that QEMU makes. */
async function acpiOf(
  { measuring }: BootScenario,
  vmm: VmmInfo,
  makeAcpi: () => Promise<AcpiFiles>,
): Promise<AcpiFiles | undefined> {
  const { acpiTables } = measuring ?? {};
  if (acpiTables !== undefined) return deriveAcpiFiles(read(acpiTables, 'the ACPI tables'));
  return vmm.name === 'qemu' ? makeAcpi() : undefined;
}

/**
 * Content of the fw_cfg file bootorder where a disk boots: tdx-boot gives no device a bootindex.
 * @returns undefined where an argument of the user's may give one
 */
export function bootOrderOf({ vmmArgs = [] }: Pick<BootScenario, 'vmmArgs'>): Uint8Array | undefined {
  return vmmArgs.some((argument) => argument.includes('bootindex')) ? undefined : new Uint8Array();
}

/** Undefined where no disk, or more than one, has a program that firmware starts by itself. */
export function bootDiskOf(disks: readonly Disk[]): DiskBoot | undefined {
  const bootable = disks.map(readDiskProgram).filter((disk) => disk !== undefined);
  return bootable.length === 1 ? bootable[0] : undefined;
}

/**
 * The order in which MRTD is measured. In an emulated Trust Domain the monitor measures, whatever QEMU it runs on, and
 * whatever a scenario that was written for a host with TDX says of that host.
 */
export function orderOf({ platform, measuring }: BootScenario, vmm: VmmInfo): Order {
  if (platform === 'tdx-emulated') return LAUNCH_METHOD.order;
  return measuring?.order ?? launchOrder(vmm.name, vmm.version);
}

async function directBoot(
  scenario: BootScenario,
  made: () => Promise<MadeInitrd>,
): Promise<KernelBoot | undefined> {
  const { kernel, initrd, cmdline = '' } = scenario.guest;
  if (kernel === undefined) return undefined;
  const ramdisk =
    initrd === undefined
      ? new Uint8Array()
      : makesInitrd(scenario)
        ? (await made()).bytes
        : read(initrd, 'the initrd');
  return { kernel: read(kernel, 'the kernel'), initrd: ramdisk, cmdline };
}

/**
 * A commit with a profile measures as that profile says, and a release as the newest profile up to it. Undefined for other
 * text, and for a release before the first profile.
 */
function profileOf(release: string | undefined): string | undefined {
  if (release === undefined || !release.startsWith('edk2-stable')) return undefined;
  const commit = EVENT_PROFILES.find(({ id }) => release.includes(id.replace('edk2-', '-g')));
  return (commit ?? EVENT_PROFILES.findLast(({ id }) => id.startsWith('edk2-stable') && id <= release))?.id;
}

const MOST_BYTES = 2048 * 1024 * 1024;

function read(file: string, what: string): Uint8Array {
  return readBounded(file, { what, most: MOST_BYTES });
}

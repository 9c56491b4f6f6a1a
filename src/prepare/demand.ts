/** What a scenario demands of VMM and host, in the words of the compatibility table. */

import { basename } from 'node:path';
import { RECIPES } from '../build/recipes/recipes.ts';
import type { Demand, FirmwareInfo, FirmwareKind, Need, Payload } from '../compat/combination.ts';
import { contentOf, diskFormat, namesFiles } from '../guest/disk.ts';
import { NotBzImageError, TruncatedKernelError } from '../guest/errors.ts';
import { describeFirmware, takesPayload } from '../guest/firmware-image.ts';
import { kernelRelease } from '../guest/kernel-image.ts';
import { consoles } from '../scenario/cmdline.ts';
import { SMBIOS_FIELDS, type SmbiosField } from '../scenario/machine.ts';
import type { BootScenario, BuildRequest, Firmware, Guest, TypedStream } from '../scenario/scenario.ts';
import { memoryProblem } from '../vmm/td-monitor.ts';
import { PAYLOAD_FIRMWARES } from '../words/words.ts';

/** A release tag of edk2 or td-shim, also in a fork. */
const RELEASE = /^(?:refs\/tags\/)?(edk2-stable\d{6}(?:\.\d+)?|v\d+\.\d+\.\d+)$/;
/** SMBIOS fields that every VMM has. */
const EVERYWHERE: readonly SmbiosField[] = ['serial', 'uuid'];
/** A UART that raises one interrupt for all that is typed at once passes on so many bytes (Linux serial8250_rx_chars). */
const LONG_TEXT = 256;
/** Where packages put firmware. */
const PACKAGED = '/usr/share/';

/** Reads the headers of kernel and disks, which checkFiles must have checked before. */
export function demandOf(scenario: BootScenario): Demand {
  const { guest } = scenario;
  const firmware = scenario.firmware === undefined ? 'none' : firmwareInfo(scenario.firmware);
  return {
    platform: scenario.platform,
    firmware,
    payload: payloadOf(guest, firmware),
    cpus: guest.cpus,
    guestKernel: guest.kernel === undefined ? undefined : releaseOf(guest.kernel),
    needs: needsOf(scenario),
  };
}

/** The same with what an image of no known kind shows: this reads the whole image. */
export function describedDemand(scenario: BootScenario): Demand {
  const demand = demandOf(scenario);
  const { firmware } = scenario;
  if (demand.firmware === 'none' || demand.firmware.kind !== undefined) return demand;
  if (firmware === undefined || !('image' in firmware)) return demand;
  return { ...demand, firmware: { ...demand.firmware, shows: describeFirmware(firmware.image) } };
}

function needsOf(scenario: BootScenario): Need[] {
  const { firmware, guest, vmmArgs } = scenario;
  const { disks, network, smbios, td } = guest;
  const needs: Readonly<Record<Need, boolean>> = {
    firmware: firmware !== undefined,
    flash: firmware !== undefined && 'code' in firmware,
    initrd: guest.initrd !== undefined,
    nvme: disks.some(({ bus }) => bus === 'nvme'),
    sata: disks.some(({ bus }) => bus === 'sata'),
    scsi: disks.some(({ bus }) => bus === 'scsi'),
    'backing-file': disks.some(namesFiles),
    'raw-like-qcow2': disks.some((disk) => diskFormat(disk) === 'raw' && contentOf(disk) === 'qcow2'),
    'user-network': network !== 'none' && network.type === 'user',
    'quote-socket': guest.quoteSocket !== undefined,
    'odd-memory': memoryProblem(guest.memory) !== undefined,
    'vmm-args': vmmArgs !== undefined,
    cpu: guest.cpu !== undefined,
    topology: guest.topology !== undefined,
    'memory-file': guest.memoryBackend?.kind === 'file',
    vfio: guest.vfio !== undefined,
    'smbios-fields': SMBIOS_FIELDS.some(
      (field) => smbios?.system[field] !== undefined && !EVERYWHERE.includes(field),
    ),
    'td-debug': td?.debug === true,
    'td-attributes': td !== undefined && (td.debug || !td.septVeDisable),
    // Zeros are what a Trust Domain has without an identity.
    'td-identity': [td?.mrconfigid, td?.mrowner, td?.mrownerconfig].some((value) => /[^0]/.test(value ?? '')),
    'typing-both': typedStreams(scenario).length > 1,
    'typing-long': typedStreams(scenario).includes('serial') && typesMoreThan(LONG_TEXT, scenario),
    '9p': guest.shares.some(({ type }) => type === '9p'),
    virtiofs: guest.shares.some(({ type }) => type === 'virtiofs'),
  };
  return Object.entries(needs).flatMap(([need, has]) => (has ? [need as Need] : []));
}

function firmwareInfo(firmware: Firmware): FirmwareInfo {
  if ('request' in firmware) {
    const { name, build, defines } = firmware.request;
    return { kind: name, release: releaseOfRequest(firmware.request), build, defines };
  }
  if (takesPayload(firmware)) return { kind: 'td-shim' };
  return 'image' in firmware ? { kind: packagedKind(firmware.image) } : {};
}

function releaseOfRequest({ name, pins = 'documented', ref, repository }: BuildRequest): string | undefined {
  const pin = RECIPES[name].pins[pins];
  if (ref !== undefined) return ref === pin.commit ? pin.version : RELEASE.exec(ref)?.[1];
  // The release in a directory is not known.
  return repository?.startsWith('/') === true ? undefined : pin.version;
}

/** The kind follows from the name alone: the metadata of an OVMF.fd is the same with and without a TD's code. */
function packagedKind(image: string): FirmwareKind | undefined {
  const name = basename(image);
  if (/^OVMF\.inteltdx\.(ms|secboot)\.fd$/.test(name)) return 'distribution-secure';
  if (/^OVMF\.inteltdx\.fd$/.test(name)) return 'distribution';
  return image.startsWith(PACKAGED) && /^OVMF(_CODE)?(_4M)?\.fd$/.test(name) ? 'plain-ovmf' : undefined;
}

function payloadOf({ kernel, disks }: Guest, firmware: FirmwareInfo | 'none'): Payload {
  const kind = firmware === 'none' ? undefined : firmware.kind;
  if (kind !== undefined && PAYLOAD_FIRMWARES.includes(kind)) return 'executable';
  if (kernel !== undefined) return 'kernel';
  return disks.length > 0 ? 'disk' : 'executable';
}

/** Undefined for a file that is no bzImage or is cut. checkFiles reports such a file. */
function releaseOf(kernel: string): string | undefined {
  try {
    return kernelRelease(kernel) || undefined;
  } catch (error) {
    if (error instanceof NotBzImageError || error instanceof TruncatedKernelError) return undefined;
    throw error;
  }
}

/**
 * The streams into which the steps type. A send that names no stream goes to the one that met the step before it; where no send
 * names one, that is most likely the last console of the command line, or hvc0.
 */
export function typedStreams({ rules, guest }: BootScenario): readonly TypedStream[] {
  const sends = rules.steps.flatMap((step) => (step.kind === 'send' ? [step.stream] : []));
  if (sends.length === 0) return [];
  const named = new Set(sends.filter((stream) => stream !== undefined));
  if (named.size > 0) return [...named];
  return [consoles(guest.cmdline).at(-1)?.startsWith('ttyS') === true ? 'serial' : 'console'];
}

/** Whether steps that follow each other send more than this number of bytes. */
function typesMoreThan(most: number, { rules }: BootScenario): boolean {
  let sum = 0;
  return rules.steps.some((step) => {
    sum = step.kind === 'send' ? sum + Buffer.byteLength(step.text) : 0;
    return sum > most;
  });
}

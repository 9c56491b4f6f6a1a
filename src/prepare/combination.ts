/** What a scenario asks for, in the words of the compatibility table. */

import { basename } from 'node:path';
import { RECIPES } from '../build/recipes/recipes.ts';
import type { Combination, FirmwareInfo, FirmwareKind, Payload } from '../compat/combination.ts';
import { NotBzImageError, TruncatedKernelError } from '../guest/errors.ts';
import { kernelInfoOf } from '../guest/modules.ts';
import type { BuildRequest, Firmware, Guest, Scenario } from '../scenario/scenario.ts';
import { PAYLOAD_FIRMWARES } from '../words/words.ts';
import { requireGuest } from './spec.ts';

/** A tag of edk2 or of td-shim, as a fork may have it, too. */
const RELEASE = /^(?:refs\/tags\/)?(edk2-stable\d{6}(?:\.\d+)?|v\d+\.\d+\.\d+)$/;
/** Where packages put firmware. */
const PACKAGED = '/usr/share/';

/**
 * @throws UsageError code `no-guest`
 */
export function combinationOf(scenario: Scenario): Omit<Combination, 'vmm'> {
  const guest = requireGuest(scenario);
  const firmware = scenario.firmware === undefined ? 'none' : firmwareFacts(scenario.firmware);
  return {
    platform: scenario.platform,
    firmware,
    payload: payloadOf(guest, firmware),
    cpus: guest.cpus,
    guestKernel: guest.kernel === undefined ? undefined : releaseOf(guest.kernel),
  };
}

function firmwareFacts(firmware: Firmware): FirmwareInfo {
  if ('request' in firmware)
    return { kind: firmware.request.name, release: releaseOfRequest(firmware.request) };
  return 'image' in firmware ? { kind: packagedKind(firmware.image) } : {};
}

function releaseOfRequest({ name, pins = 'documented', ref, repository }: BuildRequest): string | undefined {
  const pin = RECIPES[name].pins[pins];
  if (ref !== undefined) return ref === pin.commit ? pin.version : RELEASE.exec(ref)?.[1];
  // A directory says nothing of its release.
  return repository?.startsWith('/') === true ? undefined : pin.version;
}

/** Only the name tells: the metadata of an OVMF.fd without a TD's code is the same as of one with it. */
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

/** Whether the kernel is sound is checked elsewhere. */
function releaseOf(kernel: string): string | undefined {
  try {
    return kernelInfoOf(kernel).release || undefined;
  } catch (error) {
    if (error instanceof NotBzImageError || error instanceof TruncatedKernelError) return undefined;
    throw error;
  }
}

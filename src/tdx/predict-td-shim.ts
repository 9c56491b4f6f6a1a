/** Predicts the RTMRs of a TD with td-shim v0.8.0 and a Linux kernel, as Cloud Hypervisor starts it. */

import { EVENT } from './event-types.ts';
import { hex } from './format.ts';
import type { TdvfMetadata, TdvfSection } from './metadata.ts';
import { event, type PredictedEvent, separator, type Unpredictable } from './prediction.ts';
import { DataError } from './reader.ts';
import { type Sha384, sha384, sha384Padded } from './registers.ts';
import { addressOfHob } from './td-hob.ts';

interface TdShimBoot {
  readonly metadata: TdvfMetadata;
  /** Absent: not given. */
  readonly kernel: Uint8Array | undefined;
  readonly cmdline: string;
  /** The whole TD HOB, where known. */
  readonly tdHob?: Uint8Array | undefined;
}

/** More than any payload region: hashing takes a second. */
const LARGEST_REGION = 0x2000_0000n;

/**
 * td-shim measures whole regions of memory, so that RTMR1 depends on kernel, command line and the sizes in the metadata
 * alone (td-shim v0.8.0 td-shim/src/bin/td-shim/main.rs, linux/boot.rs; Cloud Hypervisor copies both verbatim).
 * @throws DataError code `bad-kernel` when one of them does not fit, `bad-section` when a region is out of all measure
 */
export function predictTdShim({ metadata, kernel, cmdline, tdHob }: TdShimBoot): PredictedEvent[] {
  const region = (name: string): TdvfSection | undefined =>
    metadata.sections.find((section) => section.name === name);
  return [
    event('rtmr0', EVENT.platformConfigFlags, 'td_hob', hobDigest(tdHob, region('TD_HOB'))),
    separator('rtmr0'),
    ...payloadEvents(region('Payload'), region('PayloadParam'), kernel, cmdline),
  ];
}

function hobDigest(tdHob: Uint8Array | undefined, section: TdvfSection | undefined): Sha384 | Unpredictable {
  if (tdHob === undefined) {
    return {
      reason:
        "the TD HOB is not given; the VMM's ACPI tables are in it, which depend on its version and the devices",
    };
  }
  const address = addressOfHob(tdHob);
  if (section !== undefined && address === section.address) return sha384(tdHob);
  return { reason: `the TD HOB that is given was at ${hex(address)}: this firmware has it elsewhere` };
}

/** RTMR1. */
function payloadEvents(
  payload: TdvfSection | undefined,
  parameters: TdvfSection | undefined,
  kernel: Uint8Array | undefined,
  cmdline: string,
): PredictedEvent[] {
  if (payload === undefined || parameters === undefined) {
    const reason = 'its payload is in the image, and not in a section that names it';
    return [event('rtmr1', EVENT.platformFirmwareBlob2, 'td_payload', { reason })];
  }
  const kernelDigest: Sha384 | Unpredictable =
    kernel === undefined ? { reason: 'the kernel is not given' } : padded(kernel, payload, 'the kernel');
  const text = Buffer.from(cmdline, 'utf8');
  return [
    separator('rtmr1'),
    event('rtmr1', EVENT.platformFirmwareBlob2, 'td_payload', kernelDigest),
    event(
      'rtmr1',
      EVENT.platformConfigFlags,
      'td_payload_info',
      padded(text, parameters, 'the command line'),
    ),
  ];
}

/** SHA-384 of the region that holds these bytes and then zeros. */
function padded(bytes: Uint8Array, { index, name, memorySize }: TdvfSection, what: string): Sha384 {
  const hint = { hint: 'tdx-boot firmware inspect shows the sections of the image.' };
  if (memorySize > LARGEST_REGION) {
    throw new DataError('bad-section', `section ${index} (${name}) has ${memorySize} bytes`, hint);
  }
  if (BigInt(bytes.length) > memorySize) {
    const message = `${what} has ${bytes.length} bytes; section ${index} (${name}) takes ${memorySize}`;
    throw new DataError('bad-kernel', message, hint);
  }
  return sha384Padded(bytes, Number(memorySize));
}

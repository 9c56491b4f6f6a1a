/** What the EFI stub of Linux measures into RTMR2, where it measures: from 6.9 on (0bbe5b0ea97a), and where a distribution took that over. */

import { EVENT } from './event-types.ts';
import { event, type PredictedEvent, type Unpredictable } from './prediction.ts';
import { type Sha384, sha384 } from './registers.ts';

/** Whether the stub of Linux uses the CC protocol. */
export const STUB_MEASURES = ['measures', 'silent'] as const;
export type StubMeasures = (typeof STUB_MEASURES)[number];

/** The first release that measures. */
const MEASURING = [6, 9] as const;

/** The GUID of the CC protocol (96751a3d-72f4-41a6-a794-ed5d0e67ae6b), which compilers put into the stub's code in two halves. */
const CC_PROTOCOL = ['3d1a7596f472a641', 'a794ed5d0e67ae6b'].map((half) => Buffer.from(half, 'hex'));

/**
 * Of a kernel that knows the CC protocol, or whose release does (Ubuntu's 6.8 does before its release).
 * @param kernel its bzImage, of which the stub is not compressed
 * @returns undefined for a release that does not begin as one
 */
export function stubMeasures(release: string, kernel: Uint8Array): StubMeasures | undefined {
  const image = Buffer.from(kernel.buffer, kernel.byteOffset, kernel.byteLength);
  if (CC_PROTOCOL.every((half) => image.includes(half))) return 'measures';
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(release) ?? [];
  if (major === undefined || minor === undefined) return undefined;
  const [from, at] = MEASURING;
  const measures = Number(major) > from || (Number(major) === from && Number(minor) >= at);
  return measures ? 'measures' : 'silent';
}

/**
 * The events, with the names that Linux gives them (drivers/firmware/efi/libstub/efi-stub-helper.c).
 * @param options the load options as the boot loader hands them over, in UTF-16; undefined where there are none
 * @param initrd its digest; undefined where there is none
 */
export function linuxStubEvents(
  options: Uint8Array | Unpredictable | undefined,
  initrd: Sha384 | Unpredictable | undefined,
): PredictedEvent[] {
  const digest = options instanceof Uint8Array ? sha384(options) : options;
  return [
    ...(digest === undefined ? [] : [event('rtmr2', EVENT.eventTag, 'LOADED_IMAGE::LoadOptions', digest)]),
    ...(initrd === undefined ? [] : [event('rtmr2', EVENT.eventTag, 'Linux initrd', initrd)]),
  ];
}

/** Initrds one behind the other, as boot loaders join them: each but the last is filled with zeros up to a multiple of 4 bytes. */
export function joinedInitrds(initrds: readonly Uint8Array[]): Uint8Array[] {
  return initrds.flatMap((file, index) =>
    index === initrds.length - 1 ? [file] : [file, new Uint8Array(-file.length & 3)],
  );
}

/** Load options as they are in memory: UTF-16 with a NUL. */
export function loadOptions(options: string): Uint8Array {
  return Buffer.from(`${options}\0`, 'utf16le');
}

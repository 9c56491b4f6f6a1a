/** The event types that firmware and kernels use in a TD's event log. */

import { hex } from './format.ts';

/** The ones that code asks for by name. */
export const EVENT = {
  postCode: 0x1,
  noAction: 0x3,
  separator: 0x4,
  action: 0x5,
  eventTag: 0x6,
  crtmContents: 0x7,
  crtmVersion: 0x8,
  platformConfigFlags: 0xa,
  ipl: 0xd,
  omitBootDeviceEvents: 0x12,
  /** Of dstack's runtime, not of the TCG (dstack cc-eventlog/src/runtime_events.rs). */
  dstack: 0x0800_0001,
  variableDriverConfig: 0x8000_0001,
  variableBoot: 0x8000_0002,
  bootServicesApplication: 0x8000_0003,
  bootServicesDriver: 0x8000_0004,
  runtimeServicesDriver: 0x8000_0005,
  gptEvent: 0x8000_0006,
  efiAction: 0x8000_0007,
  platformFirmwareBlob: 0x8000_0008,
  handoffTables: 0x8000_0009,
  platformFirmwareBlob2: 0x8000_000a,
  handoffTables2: 0x8000_000b,
  variableBoot2: 0x8000_000c,
  gptEvent2: 0x8000_000d,
  hcrtmEvent: 0x8000_0010,
  variableAuthority: 0x8000_00e0,
  spdmDevicePolicy: 0x8000_00e3,
  spdmDeviceAuthority: 0x8000_00e4,
} as const;

/** TCG PC Client Platform Firmware Profile 1.05, table 27; edk2 MdePkg/Include/IndustryStandard/UefiTcgPlatform.h. */
const NAMES: Readonly<Record<number, string>> = {
  0: 'EV_PREBOOT_CERT',
  1: 'EV_POST_CODE',
  3: 'EV_NO_ACTION',
  4: 'EV_SEPARATOR',
  5: 'EV_ACTION',
  6: 'EV_EVENT_TAG',
  7: 'EV_S_CRTM_CONTENTS',
  8: 'EV_S_CRTM_VERSION',
  9: 'EV_CPU_MICROCODE',
  10: 'EV_PLATFORM_CONFIG_FLAGS',
  11: 'EV_TABLE_OF_DEVICES',
  12: 'EV_COMPACT_HASH',
  13: 'EV_IPL',
  14: 'EV_IPL_PARTITION_DATA',
  15: 'EV_NONHOST_CODE',
  16: 'EV_NONHOST_CONFIG',
  17: 'EV_NONHOST_INFO',
  18: 'EV_OMIT_BOOT_DEVICE_EVENTS',
  19: 'EV_POST_CODE2',
  134217729: 'dstack event',
  2147483649: 'EV_EFI_VARIABLE_DRIVER_CONFIG',
  2147483650: 'EV_EFI_VARIABLE_BOOT',
  2147483651: 'EV_EFI_BOOT_SERVICES_APPLICATION',
  2147483652: 'EV_EFI_BOOT_SERVICES_DRIVER',
  2147483653: 'EV_EFI_RUNTIME_SERVICES_DRIVER',
  2147483654: 'EV_EFI_GPT_EVENT',
  2147483655: 'EV_EFI_ACTION',
  2147483656: 'EV_EFI_PLATFORM_FIRMWARE_BLOB',
  2147483657: 'EV_EFI_HANDOFF_TABLES',
  2147483658: 'EV_EFI_PLATFORM_FIRMWARE_BLOB2',
  2147483659: 'EV_EFI_HANDOFF_TABLES2',
  2147483660: 'EV_EFI_VARIABLE_BOOT2',
  2147483661: 'EV_EFI_GPT_EVENT2',
  2147483664: 'EV_EFI_HCRTM_EVENT',
  2147483872: 'EV_EFI_VARIABLE_AUTHORITY',
  2147483873: 'EV_EFI_SPDM_FIRMWARE_BLOB',
  2147483874: 'EV_EFI_SPDM_FIRMWARE_CONFIG',
  2147483875: 'EV_EFI_SPDM_DEVICE_POLICY',
  2147483876: 'EV_EFI_SPDM_DEVICE_AUTHORITY',
};

export function eventName(type: number): string {
  return NAMES[type] ?? `event type ${hex(type)}`;
}

const TYPES: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(NAMES).map(([type, name]) => [name, Number(type)]),
);

/** The type of a name; undefined for a name that is not known. */
export function eventType(name: string): number | undefined {
  return TYPES[name] ?? (/^0x[0-9a-f]{1,8}$/i.test(name) ? Number(name) : undefined);
}

/** What is hashed of a runtime event of dstack with these data: the type, a colon and the data. */
export function dstackHashed(data: Uint8Array): Uint8Array {
  const type = new DataView(new ArrayBuffer(5));
  type.setUint32(0, EVENT.dstack, true);
  type.setUint8(4, ':'.charCodeAt(0));
  return Buffer.concat([new Uint8Array(type.buffer), data]);
}

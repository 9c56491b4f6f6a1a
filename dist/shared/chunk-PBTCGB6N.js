import {
  REGISTERS
} from "./chunk-BXA7O5QQ.js";
import {
  hex
} from "./chunk-DV54WIWJ.js";

// src/tdx/registers.ts
import { createHash } from "node:crypto";
var REGISTER_BYTES = 48;
var ZERO = "00".repeat(REGISTER_BYTES);
function sha384(...parts) {
  const hash = createHash("sha384");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
function sha384Padded(bytes, size) {
  const hash = createHash("sha384").update(bytes);
  const zeros = new Uint8Array(65536);
  for (let left = size - bytes.length; left > 0; left -= zeros.length) hash.update(zeros.subarray(0, left));
  return hash.digest("hex");
}
function extend(register, digest) {
  return createHash("sha384").update(register, "hex").update(digest, "hex").digest("hex");
}
function replay(digests, start = ZERO) {
  const both = Buffer.alloc(2 * REGISTER_BYTES);
  both.write(start, "hex");
  for (const digest of digests) {
    both.write(digest, REGISTER_BYTES, "hex");
    createHash("sha384").update(both).digest().copy(both);
  }
  return both.toString("hex", 0, REGISTER_BYTES);
}
function compareRegisters(expected, observed) {
  return REGISTERS.flatMap((register) => {
    const wanted = expected[register]?.toLowerCase();
    if (wanted === void 0) return [];
    const found = observed[register]?.toLowerCase();
    if (found === void 0) return [{ register, expected: wanted, verdict: "not-observed" }];
    const verdict = found === wanted ? "equal" : "different";
    return [{ register, expected: wanted, observed: found, verdict }];
  });
}

// src/tdx/event-types.ts
var EVENT = {
  postCode: 1,
  noAction: 3,
  separator: 4,
  action: 5,
  eventTag: 6,
  crtmContents: 7,
  crtmVersion: 8,
  platformConfigFlags: 10,
  ipl: 13,
  omitBootDeviceEvents: 18,
  /** Of dstack's runtime, not of the TCG (dstack cc-eventlog/src/runtime_events.rs). */
  dstack: 134217729,
  variableDriverConfig: 2147483649,
  variableBoot: 2147483650,
  bootServicesApplication: 2147483651,
  bootServicesDriver: 2147483652,
  runtimeServicesDriver: 2147483653,
  gptEvent: 2147483654,
  efiAction: 2147483655,
  platformFirmwareBlob: 2147483656,
  handoffTables: 2147483657,
  platformFirmwareBlob2: 2147483658,
  handoffTables2: 2147483659,
  variableBoot2: 2147483660,
  gptEvent2: 2147483661,
  hcrtmEvent: 2147483664,
  variableAuthority: 2147483872,
  spdmDevicePolicy: 2147483875,
  spdmDeviceAuthority: 2147483876
};
var NAMES = {
  0: "EV_PREBOOT_CERT",
  1: "EV_POST_CODE",
  3: "EV_NO_ACTION",
  4: "EV_SEPARATOR",
  5: "EV_ACTION",
  6: "EV_EVENT_TAG",
  7: "EV_S_CRTM_CONTENTS",
  8: "EV_S_CRTM_VERSION",
  9: "EV_CPU_MICROCODE",
  10: "EV_PLATFORM_CONFIG_FLAGS",
  11: "EV_TABLE_OF_DEVICES",
  12: "EV_COMPACT_HASH",
  13: "EV_IPL",
  14: "EV_IPL_PARTITION_DATA",
  15: "EV_NONHOST_CODE",
  16: "EV_NONHOST_CONFIG",
  17: "EV_NONHOST_INFO",
  18: "EV_OMIT_BOOT_DEVICE_EVENTS",
  19: "EV_POST_CODE2",
  134217729: "dstack event",
  2147483649: "EV_EFI_VARIABLE_DRIVER_CONFIG",
  2147483650: "EV_EFI_VARIABLE_BOOT",
  2147483651: "EV_EFI_BOOT_SERVICES_APPLICATION",
  2147483652: "EV_EFI_BOOT_SERVICES_DRIVER",
  2147483653: "EV_EFI_RUNTIME_SERVICES_DRIVER",
  2147483654: "EV_EFI_GPT_EVENT",
  2147483655: "EV_EFI_ACTION",
  2147483656: "EV_EFI_PLATFORM_FIRMWARE_BLOB",
  2147483657: "EV_EFI_HANDOFF_TABLES",
  2147483658: "EV_EFI_PLATFORM_FIRMWARE_BLOB2",
  2147483659: "EV_EFI_HANDOFF_TABLES2",
  2147483660: "EV_EFI_VARIABLE_BOOT2",
  2147483661: "EV_EFI_GPT_EVENT2",
  2147483664: "EV_EFI_HCRTM_EVENT",
  2147483872: "EV_EFI_VARIABLE_AUTHORITY",
  2147483873: "EV_EFI_SPDM_FIRMWARE_BLOB",
  2147483874: "EV_EFI_SPDM_FIRMWARE_CONFIG",
  2147483875: "EV_EFI_SPDM_DEVICE_POLICY",
  2147483876: "EV_EFI_SPDM_DEVICE_AUTHORITY"
};
function eventName(type) {
  return NAMES[type] ?? `event type ${hex(type)}`;
}
var TYPES = Object.fromEntries(
  Object.entries(NAMES).map(([type, name]) => [name, Number(type)])
);
function eventType(name) {
  return TYPES[name] ?? (/^0x[0-9a-f]{1,8}$/i.test(name) ? Number(name) : void 0);
}

export {
  EVENT,
  eventName,
  eventType,
  REGISTER_BYTES,
  ZERO,
  sha384,
  sha384Padded,
  extend,
  replay,
  compareRegisters
};

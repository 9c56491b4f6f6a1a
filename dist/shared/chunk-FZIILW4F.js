
// src/words/words.ts
var PLATFORMS = ["tdx", "tdx-emulated", "kvm", "emulated"];
var TD_PLATFORMS = ["tdx", "tdx-emulated"];
var TD_KINDS = ["real", "emulated", "none"];
var VMMS = ["qemu", "cloud-hypervisor"];
var TD_HOSTS = ["upstream", "intel-2022"];
var TD_MODES = ["faithful", "light"];
var TD_CPUIDS = ["compatible", "compliant"];
var TD_ACCELS = ["tcg", "kvm"];
var TD_SERIALS = ["native", "ve"];
var GUEST_STREAMS = ["console", "serial", "debugcon"];
var STREAMS = [...GUEST_STREAMS, "td-module", "vmm"];
var LOG_ORIGINS = ["mixed", "host", "build", ...STREAMS];
var PHASES = ["host", "vmm", "firmware", "bootloader", "kernel", "initramfs", "userspace"];
var SEVERITIES = ["fatal", "error", "warning"];
var FIRMWARES = ["tdvf", "td-shim", "td-shim-executable", "td-shim-example"];
var PAYLOAD_FIRMWARES = ["td-shim-executable", "td-shim-example"];
var RECIPE_NAMES = [...FIRMWARES, "cloud-hypervisor"];
function isFirmware(name) {
  return FIRMWARES.some((firmware) => firmware === name);
}
var PIN_SETS = ["documented", "current"];
var BUILDS = ["release", "debug"];
function isTrustDomain(platform) {
  return platform !== void 0 && TD_PLATFORMS.includes(platform);
}
function isRunStream(stream) {
  return stream.startsWith("run-");
}
var GUEST = new Set(GUEST_STREAMS);
function isGuestStream(stream) {
  return GUEST.has(stream);
}

export {
  PLATFORMS,
  TD_PLATFORMS,
  TD_KINDS,
  VMMS,
  TD_HOSTS,
  TD_MODES,
  TD_CPUIDS,
  TD_ACCELS,
  TD_SERIALS,
  GUEST_STREAMS,
  STREAMS,
  LOG_ORIGINS,
  PHASES,
  SEVERITIES,
  FIRMWARES,
  PAYLOAD_FIRMWARES,
  RECIPE_NAMES,
  isFirmware,
  PIN_SETS,
  BUILDS,
  isTrustDomain,
  isRunStream,
  isGuestStream
};

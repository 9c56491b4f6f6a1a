
// src/vmm/td-monitor.ts
import { fileURLToPath } from "node:url";
var MIB = 1024 * 1024;
var TD_MONITOR_ROM = fileURLToPath(new URL("../../td-monitor/td-monitor.rom", import.meta.url));
var MONITOR_MEMORY = 32;
var SPLIT_FROM = 2816;
var SPLIT_BY_MONITOR = SPLIT_FROM - MONITOR_MEMORY;
var XFAM_WITH_CET = 6375;
function memoryProblem(memory) {
  const mib = memory / MIB;
  if (!Number.isInteger(mib / 2)) return "an emulated Trust Domain has whole units of 2 MiB";
  if (mib >= SPLIT_BY_MONITOR && mib < SPLIT_FROM) {
    return `an emulated Trust Domain has less than ${SPLIT_BY_MONITOR}M, or ${SPLIT_FROM}M or more`;
  }
  return void 0;
}
function tdMonitorArgs(memory, firmware, { host, mode, cpuid, serial, hugePages, cet }, td) {
  const options = [
    `host=${host}`,
    `mode=${mode}`,
    `cpuid=${cpuid}`,
    `serial=${serial}`,
    `huge-pages=${hugePages ? "on" : "off"}`,
    ...cet ? [`xfam=0x${XFAM_WITH_CET.toString(16)}`] : [],
    ...td === void 0 ? [] : [`attributes=0x${tdAttributes(td).toString(16)}`]
  ].join(" ");
  return [
    ...["-bios", TD_MONITOR_ROM],
    ...["-fw_cfg", `name=opt/org.tdx-boot/firmware,file=${firmware}`],
    ...["-fw_cfg", `name=opt/org.tdx-boot/options,string=${options}`],
    ...["-device", "isa-debugcon,iobase=0xe9,chardev=td-module"],
    ...["-device", "isa-debug-exit,iobase=0xf4,iosize=0x04"],
    ...["-m", `${ramOf(memory)}M`]
  ];
}
function tdAttributes({ debug, septVeDisable }) {
  return (debug ? 1n : 0n) | (septVeDisable ? 1n << 28n : 0n);
}
function ramOf(memory) {
  return memory / MIB + MONITOR_MEMORY;
}
function ramLayout(memory) {
  const mib = memory / MIB;
  return mib < SPLIT_FROM ? `,max-ram-below-4g=${mib}M` : "";
}
var TD_MONITOR_EXITS = /* @__PURE__ */ new Map([
  [3, { state: "broken", detail: "the TD monitor did not start the Trust Domain" }],
  [5, { state: "broken", detail: "the TD monitor had a fault" }],
  [7, { state: "crashed", detail: "the TDX module ended the Trust Domain: an access that is not allowed" }],
  [9, { state: "crashed", detail: "the guest reported a fatal error" }],
  [11, { state: "crashed", detail: "triple fault" }],
  [13, { state: "shutdown", detail: "the guest wrote to the debug-exit port" }]
]);

export {
  TD_MONITOR_ROM,
  memoryProblem,
  tdMonitorArgs,
  tdAttributes,
  ramOf,
  ramLayout,
  TD_MONITOR_EXITS
};


// src/tdx/names.ts
var REGISTERS = ["mrtd", "rtmr0", "rtmr1", "rtmr2", "rtmr3"];
var RTMRS = ["rtmr0", "rtmr1", "rtmr2", "rtmr3"];
var ORDERS = ["interleaved", "two-pass"];
var KERNEL_HEADERS = ["patched", "original"];

export {
  REGISTERS,
  RTMRS,
  ORDERS,
  KERNEL_HEADERS
};

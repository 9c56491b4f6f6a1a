
// src/tdx/format.ts
function guidAt(bytes, offset) {
  const pairs = Array.from(bytes.subarray(offset, offset + 16), (byte) => byte.toString(16).padStart(2, "0"));
  const group = (start, end) => pairs.slice(start, end).join("");
  const swapped = (start, end) => pairs.slice(start, end).reverse().join("");
  return [swapped(0, 4), swapped(4, 6), swapped(6, 8), group(8, 10), group(10, 16)].join("-");
}
function guidBytes(guid) {
  const stored = Buffer.from(guid.replaceAll("-", ""), "hex");
  for (const [start, end] of SWAPPED) stored.subarray(start, end).reverse();
  return stored;
}
var SWAPPED = [
  [0, 4],
  [4, 6],
  [6, 8]
];
function hex(value) {
  return `0x${value.toString(16)}`;
}
function shortHex(digest) {
  return digest.length > 16 ? `${digest.slice(0, 16)}\u2026` : digest;
}
function hexRange(start, end) {
  return `${hex(start)}-${hex(end)}`;
}

export {
  guidAt,
  guidBytes,
  hex,
  shortHex,
  hexRange
};

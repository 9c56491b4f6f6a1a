
// src/tdx/event-reading.ts
var MOST_CHARACTERS = 200;
function ascii(bytes) {
  const text = Buffer.from(bytes.subarray(0, MOST_CHARACTERS)).toString("latin1");
  return text.replace(/\0.*$/s, "");
}
function utf16(bytes) {
  const text = Buffer.from(bytes.subarray(0, 2 * MOST_CHARACTERS)).toString("utf16le");
  return text.replace(/\0.*$/s, "");
}
function untilNul(bytes) {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

export {
  ascii,
  utf16,
  untilNul
};


// src/words/units.ts
var MILLISECONDS = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
var BYTES = { K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 };
function parseDuration(text) {
  const [, amount, unit] = /^([\d.]+)(\D+)$/.exec(text) ?? [];
  return Number(amount) * (MILLISECONDS[unit ?? ""] ?? Number.NaN);
}
var SIZE = /^(?:0|[1-9]\d{0,8}[KMG])$/;
function readSize(text) {
  if (!SIZE.test(text)) return void 0;
  return text === "0" ? 0 : parseSize(text);
}
function parseSize(text) {
  const [, amount, unit] = /^(\d+)(\D)/.exec(text) ?? [];
  return Number(amount) * (BYTES[unit ?? ""] ?? Number.NaN);
}

export {
  parseDuration,
  readSize,
  parseSize
};

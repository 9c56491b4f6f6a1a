import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/words/errors.ts
var TdxBootError = class extends Error {
  code;
  hint;
  where;
  constructor(code, message, facts = {}) {
    super(message, facts.cause === void 0 ? void 0 : { cause: facts.cause });
    this.name = "TdxBootError";
    this.code = code;
    this.hint = facts.hint;
    this.where = facts.where;
  }
};
var UsageError = class extends TdxBootError {
};
var HostError = class extends TdxBootError {
};
function formatError(error) {
  const head = error.where === void 0 ? error.message : `${error.where}: ${error.message}`;
  return error.hint === void 0 ? head : `${head}
  ${error.hint}`;
}
function messageOf(error) {
  const hasMessage = typeof error === "object" && error !== null && "message" in error;
  return hasMessage ? String(error.message) : String(error);
}
function codeOf(error) {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode && typeof error.code === "string" ? error.code : void 0;
}

// src/tdx/format.ts
function guidAt(bytes, offset) {
  const pairs = Array.from(bytes.subarray(offset, offset + 16), (byte) => byte.toString(16).padStart(2, "0"));
  const group = (start, end) => pairs.slice(start, end).join("");
  const swapped = (start, end) => pairs.slice(start, end).reverse().join("");
  return [swapped(0, 4), swapped(4, 6), swapped(6, 8), group(8, 10), group(10, 16)].join("-");
}
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
  TdxBootError,
  UsageError,
  HostError,
  formatError,
  messageOf,
  codeOf,
  guidAt,
  hex,
  shortHex,
  hexRange
};

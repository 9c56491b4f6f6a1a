import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

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
function explainError(error) {
  if (error instanceof TdxBootError) return formatError(error);
  const call = systemError(error);
  if (call !== void 0) return formatError(call);
  return `internal error: ${messageOf(error)}
  Please report this with the command and its output.`;
}
function systemError(error) {
  const code = codeOf(error);
  if (code === void 0 || typeof error !== "object" || error === null || !("syscall" in error))
    return void 0;
  return new HostError("system-call", messageOf(error), { hint: SYSTEM_HINTS[code], cause: error });
}
var SYSTEM_HINTS = {
  ENOENT: "Create it, or name another place (TMPDIR for temporary files).",
  ENOTDIR: "A part of the path is a file: name another place.",
  EACCES: "Make it accessible to this user, or name another place.",
  EPERM: "Make it accessible to this user, or name another place.",
  EROFS: "The file system is read-only: name another place.",
  ENOSPC: "No space is left: free some space, or name another place.",
  EDQUOT: "The quota is used up: free some space, or name another place.",
  EISDIR: "The path is a directory: name a file."
};

export {
  __require,
  __commonJS,
  __export,
  __toESM,
  TdxBootError,
  UsageError,
  HostError,
  formatError,
  messageOf,
  codeOf,
  explainError
};

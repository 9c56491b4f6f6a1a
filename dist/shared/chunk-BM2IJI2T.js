
// src/words/errors.ts
var TdxBootError = class extends Error {
  code;
  hint;
  where;
  lasting;
  constructor(code, message, facts = {}) {
    super(message, facts.cause === void 0 ? void 0 : { cause: facts.cause });
    this.name = "TdxBootError";
    this.code = code;
    this.hint = facts.hint;
    this.where = facts.where;
    this.lasting = facts.lasting ?? false;
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
  TdxBootError,
  UsageError,
  HostError,
  formatError,
  messageOf,
  codeOf,
  explainError
};

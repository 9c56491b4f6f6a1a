
// src/words/system-error.ts
var REASONS = {
  ENOENT: "no such file or directory",
  ENOTDIR: "no such file or directory, because a part of its path is a file",
  EACCES: "may not be used by this user (EACCES)",
  EPERM: "may not be used by this user (EPERM)",
  EISDIR: "is a directory",
  EEXIST: "exists already",
  ENOTEMPTY: "is not empty",
  ELOOP: "is a symbolic link that leads to itself",
  EROFS: "is on a read-only file system",
  ENOSPC: "no space is left (ENOSPC)",
  EDQUOT: "the quota of the disk is used up (EDQUOT)",
  EPIPE: "its reader is gone (EPIPE)"
};
function asSystemError(error) {
  if (typeof error !== "object" || error === null) return void 0;
  if (!("code" in error) || !("syscall" in error)) return void 0;
  return typeof error.code === "string" && typeof error.syscall === "string" ? error : void 0;
}
function systemWords(error, named) {
  const { path } = error;
  const reason = isNotInPath(error) ? "not in PATH" : REASONS[error.code] ?? othersOf(error);
  return path === void 0 || path === named ? reason : `${path}: ${reason}`;
}
function isNotInPath({ code, syscall, path }) {
  return code === "ENOENT" && syscall.startsWith("spawn") && path?.includes("/") !== true;
}
function othersOf({ code, syscall, message }) {
  const [, words] = /^E[A-Z0-9]+: ([^,]+), /.exec(message) ?? [];
  return words === void 0 ? `${syscall} failed (${code})` : `${words} (${code})`;
}

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
function messageOf(error, named) {
  const call = asSystemError(error);
  if (call !== void 0) return systemWords(call, named);
  const hasMessage = typeof error === "object" && error !== null && "message" in error;
  return hasMessage ? String(error.message) : String(error);
}
function codeOf(error) {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode && typeof error.code === "string" ? error.code : void 0;
}
function explainError(error) {
  if (error instanceof TdxBootError) return formatError(error);
  const failed = asHostError(error);
  if (failed !== void 0) return formatError(failed);
  return `internal error: ${messageOf(error)}
  Please report this with the command and its output.`;
}
function asHostError(error) {
  if (error instanceof HostError) return error;
  const call = asSystemError(error);
  if (call === void 0) return void 0;
  return new HostError("system-call", messageOf(error), { hint: SYSTEM_HINTS[call.code], cause: error });
}
var SYSTEM_HINTS = {
  ENOENT: "Create it, or name another place (TMPDIR for temporary files).",
  ENOTDIR: "A part of the path is a file: name another place.",
  EACCES: "Make it accessible to this user, or name another place.",
  EPERM: "Make it accessible to this user, or name another place.",
  EROFS: "The file system is read-only: name another place.",
  ENOSPC: "No space is left: free some space, or name another place (TMPDIR for temporary files).",
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
  explainError,
  asHostError
};

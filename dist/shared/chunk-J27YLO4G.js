
// src/cli/context.ts
var EXIT = { passed: 0, failed: 1, usage: 2, errored: 125 };

export {
  EXIT
};

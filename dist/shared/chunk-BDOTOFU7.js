import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/tdx/registers.ts
import { createHash } from "node:crypto";
var REGISTERS = ["mrtd", "rtmr0", "rtmr1", "rtmr2", "rtmr3"];
var RTMRS = ["rtmr0", "rtmr1", "rtmr2", "rtmr3"];
var REGISTER_BYTES = 48;
var ZERO = "00".repeat(REGISTER_BYTES);
function sha384(...parts) {
  const hash = createHash("sha384");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
function sha384Padded(bytes, size) {
  const hash = createHash("sha384").update(bytes);
  const zeros = new Uint8Array(65536);
  for (let left = size - bytes.length; left > 0; left -= zeros.length) hash.update(zeros.subarray(0, left));
  return hash.digest("hex");
}
function extend(register, digest) {
  return createHash("sha384").update(register, "hex").update(digest, "hex").digest("hex");
}
function replay(digests, start = ZERO) {
  const both = Buffer.alloc(2 * REGISTER_BYTES);
  both.write(start, "hex");
  for (const digest of digests) {
    both.write(digest, REGISTER_BYTES, "hex");
    createHash("sha384").update(both).digest().copy(both);
  }
  return both.toString("hex", 0, REGISTER_BYTES);
}
function compareRegisters(expected, observed) {
  return REGISTERS.flatMap((register) => {
    const wanted = expected[register]?.toLowerCase();
    if (wanted === void 0) return [];
    const found = observed[register]?.toLowerCase();
    if (found === void 0) return [{ register, expected: wanted, verdict: "not-observed" }];
    const verdict = found === wanted ? "equal" : "different";
    return [{ register, expected: wanted, observed: found, verdict }];
  });
}

export {
  REGISTERS,
  RTMRS,
  REGISTER_BYTES,
  ZERO,
  sha384,
  sha384Padded,
  extend,
  replay,
  compareRegisters
};

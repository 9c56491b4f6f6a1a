import {
  readInput
} from "./chunk-7QCFTSGB.js";
import "./chunk-C24KWKK2.js";
import "./chunk-7GO3TDGG.js";
import {
  array,
  object,
  string
} from "./chunk-WHSYAQ2C.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError,
  messageOf
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/verify-quote.ts
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
var LIBRARY = "@phala/dcap-qvl";
var RESULT_SCHEMA = object({ status: string(), advisory_ids: array(string()) });
var OWN = fileURLToPath(new URL("../../", import.meta.url));
function verifyQuote(quote, collateral, at) {
  const library = loadLibrary();
  const parsed = parseCollateral(collateral);
  try {
    const result = RESULT_SCHEMA.parse(library.verify(quote, parsed, Math.floor(at.getTime() / 1e3)));
    return { valid: true, status: result.status, advisories: result.advisory_ids };
  } catch (error) {
    return { valid: false, status: messageOf(error), advisories: [] };
  }
}
function loadLibrary() {
  for (const directory of [OWN, process.cwd()]) {
    try {
      const found = createRequire(join(directory, "package.json"))(LIBRARY);
      if (isLibrary(found)) return found;
    } catch {
    }
  }
  throw new UsageError("no-verifier", `verifying a quote needs ${LIBRARY}, and it is not installed`, {
    hint: `Install it here: npm install ${LIBRARY}`
  });
}
function isLibrary(value) {
  return typeof value === "object" && value !== null && "verify" in value && typeof value.verify === "function";
}
function parseCollateral(file) {
  try {
    return JSON.parse(Buffer.from(readInput(file, "the collateral")).toString("utf8"));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError("bad-collateral", `the collateral is not JSON: ${messageOf(error)}`, {
      where: file,
      hint: `Write the result of getCollateral() of ${LIBRARY} to the file.`
    });
  }
}
export {
  verifyQuote
};

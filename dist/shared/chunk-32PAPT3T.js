import {
  _enum,
  array,
  literal,
  strictObject,
  string
} from "./chunk-WHSYAQ2C.js";
import {
  REGISTERS
} from "./chunk-DTP6JIFW.js";
import {
  UsageError,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/cli/golden.ts
import { writeFileSync } from "node:fs";
var MOST_VALUES = 1e3;
var SCHEMA = strictObject({
  version: literal(1),
  sha256: string().regex(/^[0-9a-f]{64}$/),
  source: string().optional(),
  values: array(
    strictObject({
      register: _enum(REGISTERS),
      by: string(),
      value: string().regex(/^[0-9a-f]{96}$/)
    })
  ).max(MOST_VALUES)
});
function makeGolden({ sha256, source, expected }) {
  const values = expected.flatMap(
    ({ register, value, by }) => value === void 0 ? [] : by.map((who) => ({ register, by: who, value }))
  );
  return { version: 1, sha256, ...source === void 0 ? {} : { source }, values };
}
function writeGolden(file, golden) {
  try {
    writeFileSync(file, `${JSON.stringify(golden, null, 2)}
`);
  } catch (error) {
    throw new UsageError("no-file", `cannot write the golden values: ${messageOf(error, file)}`, {
      where: file
    });
  }
}
function parseGolden(text, file) {
  const hint = "Write the file again with --write, and look at what changed before you keep it.";
  try {
    return SCHEMA.parse(JSON.parse(text));
  } catch (error) {
    throw new UsageError("bad-golden", "this is not a file of golden values", {
      where: file,
      hint,
      cause: error
    });
  }
}
function changes(golden, now) {
  const key = ({ register, by }) => `${register} ${by}`;
  const current = new Map(now.values.map((entry) => [key(entry), entry.value]));
  const known = new Set(golden.values.map(key));
  const changed = golden.values.flatMap((entry) => {
    const { register, by, value } = entry;
    const found = current.get(key(entry));
    if (found === value) return [];
    return [{ register, by, golden: value, ...found === void 0 ? {} : { now: found } }];
  });
  const added = now.values.filter((entry) => !known.has(key(entry)));
  return [...changed, ...added.map(({ register, by, value }) => ({ register, by, now: value }))];
}
function verdictOn(golden, now) {
  if (golden.sha256 === now.sha256) return "the image is the same: other options, or another tdx-boot";
  if (golden.source === void 0 || now.source === void 0) return "the image has changed";
  if (golden.source === now.source)
    return `FINDING: the source is the same (${now.source}), but the measurement changed`;
  return `the source changed from ${golden.source} to ${now.source}`;
}

export {
  makeGolden,
  writeGolden,
  parseGolden,
  changes,
  verdictOn
};

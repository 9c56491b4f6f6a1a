import {
  changes,
  parseGolden
} from "./chunk-32PAPT3T.js";
import {
  findEvidence,
  isText
} from "./chunk-QPNBZ3QH.js";
import {
  possibleMrtds,
  readVolumes,
  storedVariables
} from "./chunk-VJTVHMNG.js";
import "./chunk-BGTM5X7Z.js";
import "./chunk-MOGLVO6R.js";
import {
  checkEvents,
  extendedBy
} from "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Z5EMF6HS.js";
import "./chunk-M3NQKO3U.js";
import "./chunk-LZS5NMGH.js";
import {
  table
} from "./chunk-3PNURQ27.js";
import {
  inFile,
  readInput
} from "./chunk-7QCFTSGB.js";
import "./chunk-C24KWKK2.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  parseMetadata
} from "./chunk-7GO3TDGG.js";
import "./chunk-WHSYAQ2C.js";
import {
  RTMRS
} from "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import {
  hex,
  hexRange,
  shortHex
} from "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/measure-diff.ts
import { createHash } from "node:crypto";

// src/tdx/difference.ts
function paired(before, after, keyOf) {
  const left = /* @__PURE__ */ new Map();
  for (const one of after) left.set(keyOf(one), [...left.get(keyOf(one)) ?? [], one]);
  const both = before.map((one) => [one, left.get(keyOf(one))?.shift()]);
  return [...both, ...[...left.values()].flat().map((one) => [void 0, one])];
}
function differenceOf(part, [before, after], {
  name,
  same,
  change
}) {
  if (before !== void 0 && after !== void 0) {
    return same(before, after) ? void 0 : { part, kind: "changed", text: `${name(after)}: ${change(before, after)}` };
  }
  if (before !== void 0) return { part, kind: "removed", text: name(before) };
  return after === void 0 ? void 0 : { part, kind: "added", text: name(after) };
}

// src/tdx/compare-images.ts
function compareImages(before, after) {
  const found = [
    ...sizes(before, after),
    ...sections(before, after),
    ...variables(before, after),
    ...files(before, after)
  ];
  return [...found, ...otherBytes(before, after, found)];
}
function sizes(before, after) {
  const [a, b] = [before.image.length, after.image.length];
  return a === b ? [] : [{ part: "image", kind: "changed", text: `size: ${a} \u2192 ${b} bytes` }];
}
function sections(before, after) {
  return paired(before.metadata.sections, after.metadata.sections, ({ index }) => String(index)).flatMap(
    (pair) => differenceOf("metadata", pair, {
      name: ({ index, name }) => `section ${index} (${name})`,
      same: (a, b) => describe(a) === describe(b),
      change: (a, b) => `${describe(a)} \u2192 ${describe(b)}`
    }) ?? []
  );
}
function describe({ name, dataOffset, rawSize, address, memorySize, attributes }) {
  const data = rawSize === 0 ? "no data" : `data ${hexRange(dataOffset, dataOffset + rawSize)}`;
  return `${name}, ${data}, memory ${hexRange(address, address + memorySize)}, attributes ${hex(attributes)}`;
}
function variables(before, after) {
  return paired(storedIn(before), storedIn(after), ({ guid, name }) => `${guid} ${name}`).flatMap(
    (pair) => differenceOf("variable", pair, {
      name: ({ name }) => name,
      same: (a, b) => Buffer.compare(a.data, b.data) === 0,
      change: (a, b) => `${a.data.length} \u2192 ${b.data.length} bytes`
    }) ?? []
  );
}
function storedIn({ image, metadata }) {
  const cfv = metadata.sections.find(({ name }) => name === "CFV");
  return cfv === void 0 ? [] : storedVariables(image.subarray(cfv.dataOffset, cfv.dataOffset + cfv.rawSize));
}
function files(before, after) {
  const key = ({ guid, type }) => `${guid} ${type}`;
  return paired(readVolumes(before.image).files, readVolumes(after.image).files, key).flatMap(
    (pair) => differenceOf("volume", pair, {
      name: ({ name, guid }) => name === guid ? `file ${guid}` : name,
      same: (a, b) => a.sha256 === b.sha256,
      change: (a, b) => a.size === b.size ? `${a.size} bytes, other content` : `${a.size} \u2192 ${b.size} bytes`
    }) ?? []
  );
}
function otherBytes(before, after, found) {
  if (found.length > 0 || Buffer.compare(before.image, after.image) === 0) return [];
  const differ = (at) => before.image[at] !== after.image[at];
  let first = 0;
  while (!differ(first)) first++;
  let last = before.image.length - 1;
  while (!differ(last)) last--;
  const within = before.metadata.sections.find(
    ({ dataOffset, rawSize }) => first >= dataOffset && first < dataOffset + rawSize
  );
  const where = within === void 0 ? "outside of all sections" : `in ${within.name}, outside of its files`;
  return [{ part: "image", kind: "changed", text: `bytes ${hexRange(first, last + 1)}, ${where}` }];
}

// src/tdx/compare-logs.ts
var MOST_PAIRS = 4e6;
function compareLogs(before, after) {
  const [a, b] = [described(before), described(after)];
  return RTMRS.flatMap((rtmr) => {
    const own = (all) => all.filter(({ event }) => event.register === rtmr);
    return differencesOf(rtmr, own(a), own(b));
  });
}
function described(events) {
  const checks = checkEvents(events);
  return events.map((event, place) => ({ event, text: checks[place]?.text ?? "" })).filter(({ event }) => extendedBy(event) !== void 0);
}
function differencesOf(part, before, after) {
  const differences = [];
  let [i, j] = [0, 0];
  const flush = (endBefore, endAfter) => {
    differences.push(...gap(part, before.slice(i, endBefore), after.slice(j, endAfter)));
    [i, j] = [endBefore + 1, endAfter + 1];
  };
  for (const [x, y] of common(before, after)) flush(x, y);
  flush(before.length, after.length);
  return differences;
}
function gap(part, before, after) {
  const left = [...after];
  const differences = before.map((one) => {
    const place = left.findIndex(({ event }) => event.type === one.event.type);
    if (place < 0) return { part, kind: "removed", text: say(one) };
    const [other] = left.splice(place, 1);
    return { part, kind: "changed", text: other === void 0 ? say(one) : changed(one, other) };
  });
  return [...differences, ...left.map((one) => ({ part, kind: "added", text: say(one) }))];
}
function say({ event, text }) {
  return `event ${event.index}, ${event.name} (${text})`;
}
function changed(before, after) {
  const digests = `${shortHex(before.event.digest ?? "")} \u2192 ${shortHex(after.event.digest ?? "")}`;
  if (before.text === after.text) return `${say(after)}: the digest, ${digests}`;
  return `event ${after.event.index}, ${after.event.name}: (${before.text}) \u2192 (${after.text}), ${digests}`;
}
function common(before, after) {
  const equal = (x, y) => {
    const [one, other] = [before[x]?.event, after[y]?.event];
    return one?.type === other?.type && one?.digest === other?.digest;
  };
  const rows = before.length + 1;
  const columns = after.length + 1;
  if (rows * columns > MOST_PAIRS) {
    const both = Math.min(before.length, after.length);
    return Array.from({ length: both }, (_, at2) => [at2, at2]).filter(([x, y]) => equal(x, y));
  }
  const left = new Uint32Array(rows * columns);
  const at = (x, y) => left[x * columns + y] ?? 0;
  for (let x = before.length - 1; x >= 0; x--) {
    for (let y = after.length - 1; y >= 0; y--) {
      left[x * columns + y] = equal(x, y) ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
    }
  }
  const pairs = [];
  for (let x = 0, y = 0; x < before.length && y < after.length; ) {
    if (equal(x, y)) pairs.push([x++, y++]);
    else if (at(x + 1, y) >= at(x, y + 1)) x++;
    else y++;
  }
  return pairs;
}

// src/cli/measure-diff.ts
function diff(before, after, { json }, { out }) {
  const [a, b] = [sideOf(before), sideOf(after)];
  const differences = inFile(after, () => compare(a, b, before, after));
  if (json === true) out.json({ kind: a.kind, differences });
  else out.lines(describe2(a.kind, differences, out.columns));
  return differences.length === 0 ? EXIT.passed : EXIT.failed;
}
function sideOf(file) {
  const bytes = readInput(file, "the file to compare");
  return inFile(file, () => {
    const { log } = findEvidence(bytes);
    if (log !== void 0) return { kind: "event log", value: log };
    if (isText(bytes)) return { kind: "golden values", value: parseGolden(bytes.toString("utf8"), file) };
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { kind: "firmware", value: { image: bytes, metadata: parseMetadata(bytes) }, sha256 };
  });
}
function compare(a, b, before, after) {
  if (a.kind === "firmware" && b.kind === "firmware") {
    return a.sha256 === b.sha256 ? [] : [...compareImages(a.value, b.value), ...mrtd(a.value, b.value)];
  }
  if (a.kind === "event log" && b.kind === "event log") return compareLogs(a.value.events, b.value.events);
  if (a.kind === "golden values" && b.kind === "golden values") return golden(a.value, b.value);
  throw new UsageError("different-kinds", `${before} is of ${a.kind} and ${after} of ${b.kind}`, {
    hint: "Give two firmwares, two event logs, or two files of golden values."
  });
}
function mrtd(a, b) {
  const of = ({ image, metadata }) => possibleMrtds({ image, metadata, vmm: "qemu", order: "interleaved" })[0]?.value ?? "none";
  const [before, after] = [of(a), of(b)];
  return before === after ? [] : [{ part: "mrtd", kind: "changed", text: `${before} \u2192 ${after}` }];
}
function golden(a, b) {
  return changes(a, b).map(({ register, by, golden: was, now }) => ({
    part: register,
    kind: was === void 0 ? "added" : now === void 0 ? "removed" : "changed",
    text: `${by}: ${[was, now].filter((value) => value !== void 0).join(" \u2192 ")}`
  }));
}
function describe2(kind, differences, columns) {
  if (differences.length === 0) return [`no difference (${kind})`];
  const rows = differences.map(({ part, kind: change, text }) => [part, change, text]);
  return [...table(rows, columns), `${differences.length} differences (${kind})`];
}
export {
  diff
};

import {
  plainValue
} from "./chunk-KHPEMR2K.js";
import {
  ZodISODate,
  ZodISODateTime,
  ZodISODuration,
  ZodISOTime,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime
} from "./chunk-WHSYAQ2C.js";
import {
  require_dist
} from "./chunk-NGD2DTCI.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";
import {
  __export,
  __toESM
} from "./chunk-P4Z2SUOO.js";

// src/words/schema-id.ts
function schemaId(name) {
  return `https://raw.githubusercontent.com/org/tdx-boot/v1/schema/${name}.schema.json`;
}
function withId(name, schema) {
  return { $schema: "https://json-schema.org/draft/2020-12/schema", $id: schemaId(name), ...schema };
}

// src/words/given.ts
function given(values) {
  const known = Object.entries(values).filter(([, value]) => value !== void 0);
  return Object.fromEntries(known);
}

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
  return _isoDate(ZodISODate, params);
}
function time(params) {
  return _isoTime(ZodISOTime, params);
}
function duration(params) {
  return _isoDuration(ZodISODuration, params);
}

// src/scenario/recorded.ts
var import_yaml = __toESM(require_dist(), 1);
function recordScenario({ root }) {
  const files = [];
  const bases = [];
  const indexIn = (list, text) => {
    const known = list.indexOf(text);
    return known >= 0 ? known : list.push(text) - 1;
  };
  const placeOf = ({ file, line, column }, base) => [
    ...[indexIn(files, file), line, column],
    indexIn(bases, base)
  ];
  const pack = (node) => {
    const place = placeOf(node.where, node.base);
    if (node.kind === "scalar") return [place];
    if (node.kind === "list") return [place, node.items.map(pack)];
    const entries = [...node.entries].map(
      ([key, entry]) => [key, [placeOf(entry.key, node.base), pack(entry.node)]]
    );
    return [place, Object.fromEntries(entries)];
  };
  const tree = pack(root);
  return { text: (0, import_yaml.stringify)(plainValue(root)), places: { version: 1, files, bases, tree } };
}
function recordedTree(text, places) {
  const { files, bases, tree } = requirePlaces(places);
  const originOf = (place) => {
    const [file, line, column, base] = Array.isArray(place) ? place : [];
    const [name, directory] = [files[file], bases[base]];
    if (typeof name !== "string" || typeof directory !== "string") throw foreign();
    if (!Number.isInteger(line) || !Number.isInteger(column)) throw foreign();
    return { where: { file: name, line, column }, base: directory };
  };
  const unpack = (value, packed) => {
    if (!Array.isArray(packed)) throw foreign();
    const origin = originOf(packed[0]);
    const inner = packed[1];
    if (Array.isArray(value)) {
      if (!Array.isArray(inner) || inner.length !== value.length) throw foreign();
      return { kind: "list", ...origin, items: value.map((item, index) => unpack(item, inner[index])) };
    }
    if (typeof value !== "object" || value === null) return { kind: "scalar", ...origin, value };
    const packs = new Map(Object.entries(typeof inner === "object" && inner !== null ? inner : {}));
    const entries = Object.entries(value).map(([key, item]) => {
      const pair = packs.get(key);
      if (!Array.isArray(pair)) throw foreign();
      return [key, { key: originOf(pair[0]).where, node: unpack(item, pair[1]) }];
    });
    return { kind: "map", ...origin, entries: new Map(entries) };
  };
  return unpack((0, import_yaml.parse)(text), tree);
}
function requirePlaces(value) {
  const { version, files, bases, tree } = value ?? {};
  if (version !== 1 || !Array.isArray(files) || !Array.isArray(bases)) throw foreign();
  return { files, bases, tree };
}
function foreign() {
  return new UsageError("bad-recording", "the places of the recorded scenario are not those of its text");
}

export {
  given,
  iso_exports,
  schemaId,
  withId,
  recordScenario,
  recordedTree
};

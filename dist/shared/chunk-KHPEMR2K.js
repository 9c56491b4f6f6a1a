import {
  quote
} from "./chunk-JCCCLOPX.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";

// node_modules/leven/index.js
var array = [];
var characterCodeCache = [];
function leven(first, second, options) {
  if (first === second) {
    return 0;
  }
  const maxDistance = options?.maxDistance;
  const swap = first;
  if (first.length > second.length) {
    first = second;
    second = swap;
  }
  let firstLength = first.length;
  let secondLength = second.length;
  while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
    firstLength--;
    secondLength--;
  }
  let start = 0;
  while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) {
    start++;
  }
  firstLength -= start;
  secondLength -= start;
  if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) {
    return maxDistance;
  }
  if (firstLength === 0) {
    return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
  }
  let bCharacterCode;
  let result;
  let temporary;
  let temporary2;
  let index = 0;
  let index2 = 0;
  while (index < firstLength) {
    characterCodeCache[index] = first.charCodeAt(start + index);
    array[index] = ++index;
  }
  while (index2 < secondLength) {
    bCharacterCode = second.charCodeAt(start + index2);
    temporary = index2++;
    result = index2;
    for (index = 0; index < firstLength; index++) {
      temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
      temporary = array[index];
      result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
    }
    if (maxDistance !== void 0) {
      let rowMinimum = result;
      for (index = 0; index < firstLength; index++) {
        if (array[index] < rowMinimum) {
          rowMinimum = array[index];
        }
      }
      if (rowMinimum > maxDistance) {
        return maxDistance;
      }
    }
  }
  array.length = firstLength;
  characterCodeCache.length = firstLength;
  return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}

// src/scenario/json-schema.ts
function branchesAt(schema, path) {
  let level = branches(schema);
  for (const part of path) level = level.flatMap((node) => branches(child(node, part)));
  return level;
}
function child(node, part) {
  if (typeof part === "number") return node.items;
  const properties = node.properties ?? {};
  return asNode(properties)?.[String(part)] ?? node.additionalProperties;
}
function branches(schema) {
  const node = asNode(schema);
  if (node === void 0) return [];
  return Array.isArray(node.anyOf) ? node.anyOf.flatMap(branches) : [node];
}
function asNode(value) {
  return typeof value === "object" && value !== null ? { ...value } : void 0;
}

// src/scenario/tree.ts
function nodeOf(value, origin) {
  const { where, base } = origin;
  if (Array.isArray(value)) {
    return { kind: "list", where, base, items: value.map((item) => nodeOf(item, origin)) };
  }
  if (typeof value !== "object" || value === null) return { kind: "scalar", where, base, value };
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    { key: where, node: nodeOf(inner, origin) }
  ]);
  return { kind: "map", where, base, entries: new Map(entries) };
}
function plainValue(node) {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainValue);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainValue(entry.node)]));
}
function nodeAt(root, path) {
  return path.reduce((at, part) => {
    if (at?.kind === "list") return at.items[Number(part)];
    return at?.kind === "map" ? at.entries.get(String(part))?.node : void 0;
  }, root);
}
function merge(under, over) {
  if (under.kind !== "map" || over.kind !== "map") return over;
  const entries = new Map(under.entries);
  for (const [key, entry] of over.entries) {
    const below = entries.get(key);
    if (isNull(entry.node)) entries.delete(key);
    else entries.set(key, below === void 0 ? entry : { ...entry, node: merge(below.node, entry.node) });
  }
  return { ...over, entries };
}
function isNull(node) {
  return node.kind === "scalar" && node.value === null;
}
function mapScalars(node, replace, path = []) {
  if (node.kind === "scalar") return replace(node, path);
  if (node.kind === "list") {
    return { ...node, items: node.items.map((item, index) => mapScalars(item, replace, [...path, index])) };
  }
  const entries = [...node.entries].map(([key, entry]) => [
    key,
    { ...entry, node: mapScalars(entry.node, replace, [...path, key]) }
  ]);
  return { ...node, entries: new Map(entries) };
}
function formatPath(path) {
  return path.map(
    (part, index) => typeof part === "number" ? `[${part + 1}]` : `${index === 0 ? "" : "."}${String(part)}`
  ).join("");
}

// src/scenario/text.ts
var LISTED = 100;
var ScenarioError = class extends UsageError {
  problems;
  constructor(problems) {
    const files = [...new Set(problems.map(({ where }) => where.file))];
    const sorted = [...problems].sort(
      ({ where: a }, { where: b }) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column
    );
    const listed = sorted.slice(0, LISTED);
    const last = listed.at(-1);
    if (last !== void 0 && listed.length < sorted.length) {
      listed.push({ where: last.where, message: "more problems follow" });
    }
    super("bad-scenario", listed.map(({ where, message }) => `${formatWhere(where)}: ${message}`).join("\n"));
    this.problems = listed;
  }
};
function formatWhere({ file, line, column }) {
  return line === 0 ? file : `${file}:${line}:${column}`;
}
var ScenarioSource = class {
  root;
  #schema;
  #what;
  /** Made when the first problem needs it. */
  #made;
  #value;
  /**
   * @param schema gives the JSON Schema of the file, by which misspelt keys are recognised; called when a key is unknown
   * @param what the file is, for messages
   */
  constructor(root, schema, what = "the scenario") {
    this.#what = what;
    this.root = root;
    this.#schema = schema;
    this.#value = plainValue(root);
  }
  value() {
    return this.#value;
  }
  /** The place of a value, or of its parent when the key is missing. */
  where(path) {
    return this.#nearest(path).where;
  }
  /** The directory to which the paths are relative that a value names. */
  base(path) {
    return this.#nearest(path).base;
  }
  /** The place of a key of a mapping. */
  whereKey(path, key) {
    const map = nodeAt(this.root, path);
    const entry = map?.kind === "map" ? map.entries.get(key) : void 0;
    return entry?.key ?? this.where(path);
  }
  /** The problems that validation found, worded for the author of the file. */
  problems(error) {
    return error.issues.slice(0, LISTED + 1).flatMap((issue) => this.#problem(issue, issue.path));
  }
  #nearest(path) {
    for (let length = path.length; length > 0; length--) {
      const node = nodeAt(this.root, path.slice(0, length));
      if (node !== void 0) return node;
    }
    return this.root;
  }
  #problem(issue, path) {
    const where = this.where(path);
    const name = path.length === 0 ? this.#what : formatPath(path);
    const value = valueAt(this.#value, path);
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.slice(0, LISTED + 1).map((key) => ({
          where: this.whereKey(path, key),
          message: strangeKey(key, name, this.#keySets(path), value)
        }));
      case "invalid_key": {
        const complaint = issue.issues[0]?.message ?? "is not allowed";
        return [{ where, message: `${name}: the key ${quote(String(path.at(-1)))} ${complaint}` }];
      }
      case "invalid_union":
        return this.#unionProblem(issue, path);
      case "invalid_value": {
        const known = issue.values.map(String);
        const only = typeof issue.values[0] === "number" ? `the number ${known[0]}` : known[0];
        const expected = known.length === 1 ? only : `one of ${known.join(", ")}`;
        if (value === void 0) return [{ where, message: `${name} is missing (${expected})` }];
        return [{ where, message: `${name}: ${quoted(value)} is not ${expected}${meant(value, known)}` }];
      }
      default: {
        if (value === null && path.length === 0) return [{ where, message: `${this.#what} is empty` }];
        if (value === void 0) return [{ where, message: `${name} is missing` }];
        const own = !issue.message.startsWith("Invalid input");
        const complaint = sizeComplaint(issue) ?? (own || issue.code !== "invalid_type" ? issue.message : `is not ${article(issue.expected)}`);
        return [{ where, message: `${name}: ${quoted(value)} ${complaint}` }];
      }
    }
  }
  /** The branch of a union that the author most likely meant: the branch with the fewest complaints. */
  #unionProblem(issue, path) {
    const known = this.#keySets(path).flat();
    const weight = (inner) => {
      if (inner.path.length > 0) return 1;
      if (inner.code !== "unrecognized_keys") return 10;
      return inner.keys.reduce((sum, key) => sum + (known.includes(key) ? 5 : 1), 0);
    };
    const weigh = (issues) => issues.reduce((sum, inner) => sum + weight(inner), 0);
    const best = [...issue.errors].sort((a, b) => weigh(a) - weigh(b))[0] ?? [];
    const misspelt = best.filter((inner) => inner.code === "unrecognized_keys");
    return (misspelt.length > 0 ? misspelt : best).flatMap(
      (inner) => this.#problem(inner, [...path, ...inner.path])
    );
  }
  /** The keys that the schema knows at a path, one set for each branch of a union. */
  #keySets(path) {
    this.#made ??= this.#schema();
    return branchesAt(this.#made, path).map(({ properties }) => Object.keys(asRecord(properties)));
  }
};
function strangeKey(key, name, kinds, value) {
  const own = kinds.filter((keys) => keys.includes(key));
  const rival = Object.keys(asRecord(value)).find((other) => !own.some((keys) => keys.includes(other)));
  if (own.length === 0 || rival === void 0) {
    return `unknown key "${key}" in ${name}${meant(key, kinds.flat())}`;
  }
  return `key "${key}" does not go with "${rival}" in ${name}`;
}
function meant(word, known) {
  if (typeof word !== "string" || known.includes(word)) return "";
  const near = known.map((name) => ({
    name,
    distance: shortens(word, name) ? 0 : leven(word.toLowerCase(), name.toLowerCase())
  })).sort((a, b) => a.distance - b.distance)[0];
  const close = near !== void 0 && near.distance <= Math.max(1, Math.floor(near.name.length / 3));
  return close ? ` (did you mean "${near.name}"?)` : "";
}
function shortens(word, name) {
  return word.length > 2 && word !== name && name.toLowerCase().startsWith(word.toLowerCase());
}
function asRecord(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
function valueAt(value, path) {
  return path.reduce((at, part) => {
    if (Array.isArray(at)) return at[Number(part)];
    return asRecord(at)[String(part)];
  }, value);
}
function quoted(value) {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a mapping";
  const text = typeof value === "string" ? quote(value) : String(value);
  return text.length > 60 ? `a value of ${text.length} characters` : text;
}
function sizeComplaint(issue) {
  if (issue.code !== "too_small" || !issue.message.startsWith("Too small")) return void 0;
  return issue.minimum === 1 ? "is empty" : `has less than ${issue.minimum}`;
}
function article(type) {
  const names = {
    array: "a list",
    object: "a mapping",
    record: "a mapping",
    string: "a text",
    int: "a whole number"
  };
  return names[type] ?? `a ${type}`;
}

export {
  branchesAt,
  nodeOf,
  plainValue,
  nodeAt,
  merge,
  isNull,
  mapScalars,
  formatPath,
  ScenarioError,
  formatWhere,
  ScenarioSource,
  meant
};

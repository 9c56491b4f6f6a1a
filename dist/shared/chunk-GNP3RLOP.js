import {
  ScenarioError,
  branchesAt,
  formatPath,
  isNull,
  mapScalars,
  meant,
  nodeAt,
  nodeOf,
  plainValue
} from "./chunk-KHPEMR2K.js";
import {
  quote
} from "./chunk-JCCCLOPX.js";
import {
  require_dist
} from "./chunk-NGD2DTCI.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";
import {
  __toESM
} from "./chunk-P4Z2SUOO.js";

// src/scenario/overrides.ts
var import_yaml = __toESM(require_dist(), 1);
var PATH = /^[a-z][\w-]*(\.[a-z][\w-]*|\[[1-9]\d{0,3}\])*$/i;
var SHORTHANDS = [
  { at: /^firmware$/, key: "recipe" },
  { at: /^guest\.disks\[\d+\]$/, key: "path" },
  { at: /^guest\.network$/, key: "type" },
  { at: /^guest\.cpu$/, key: "model" },
  { at: /^guest\.vsock$/, key: "cid" }
];
function parseOverride(text, option, base) {
  const [key = ""] = text.split("=", 1);
  if (key === text || !PATH.test(key)) {
    throw new UsageError("bad-override", `${option} ${quote(text)} is not KEY=VALUE`, {
      hint: "Name the key as in a scenario: guest.cpus=4, guest.disks[1].bus=nvme, steps[2].within=5m."
    });
  }
  const path = key.split(/\.|(?=\[)/).map((part) => part.startsWith("[") ? Number(part.slice(1, -1)) - 1 : part);
  return { path, value: text.slice(key.length + 1), origin: `${option} ${text}`, base };
}
function override(root, overrides, schema) {
  const problems = [];
  let tree = root;
  const ordered = [...overrides].sort((a, b) => a.path.length - b.path.length);
  for (const { path, value, origin, base } of ordered) {
    const where = { file: origin, line: 0, column: 0 };
    try {
      if (path[0] === "extends") throw new OverrideError("extends can stand in a file only");
      const typed = typeof value === "string" ? typedValue(value, path, schema()) : value;
      tree = setAt(tree, path, nodeOf(typed, { where, base }));
    } catch (error) {
      if (!(error instanceof OverrideError)) throw error;
      problems.push({ where, message: error.message });
    }
  }
  if (problems.length > 0) throw new ScenarioError(problems);
  return tree;
}
function typedValue(text, path, schema) {
  if (text === "null") return null;
  const types = branchesAt(schema, path).flatMap(({ type = [] }) => type);
  const wants = (...names) => names.some((name) => types.includes(name));
  if (wants("integer", "number") && !wants("string") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (wants("boolean") && /^(true|false)$/.test(text)) return text === "true";
  if (!(wants("array") && text.startsWith("[")) && !(wants("object") && text.startsWith("{"))) return text;
  try {
    return (0, import_yaml.parse)(text);
  } catch {
    throw new OverrideError(`${formatPath(path)}: ${quote(text)} is not YAML`);
  }
}
var OverrideError = class extends Error {
};
function setAt(root, path, node, done = []) {
  const [part, ...rest] = path;
  if (part === void 0) return node;
  const origin = { where: node.where, base: node.base };
  const place = done.length === 0 ? "the scenario" : formatPath(done);
  const inner = (child) => {
    if (child === void 0 && typeof rest[0] === "number") {
      throw new OverrideError(`there is no ${formatPath([...done, part])}, and so no entry of it`);
    }
    return setAt(child ?? { kind: "map", ...origin, entries: /* @__PURE__ */ new Map() }, rest, node, [...done, part]);
  };
  if (typeof part === "number") {
    if (root.kind !== "list") throw new OverrideError(`${place} is not a list`);
    const { length } = root.items;
    if (part >= length) throw new OverrideError(`${place} has ${length} entries, and no [${part + 1}]`);
    return { ...root, items: root.items.map((item, index) => index === part ? inner(item) : item) };
  }
  const map = asMap(root, done);
  if (map === void 0)
    throw new OverrideError(`${place} is not a mapping, so it has no key "${String(part)}"`);
  const entries = new Map(map.entries);
  const key = String(part);
  const replaced = inner(entries.get(key)?.node);
  if (rest.length === 0 && isNull(replaced)) entries.delete(key);
  else entries.set(key, { key: entries.get(key)?.key ?? origin.where, node: replaced });
  return { ...map, entries };
}
function asMap(node, path) {
  if (node.kind === "map") return node;
  const key = SHORTHANDS.find(({ at }) => at.test(formatPath(path)))?.key;
  if (node.kind !== "scalar" || isNull(node) || key === void 0) return void 0;
  return { ...node, kind: "map", entries: /* @__PURE__ */ new Map([[key, { key: node.where, node }]]) };
}

// src/scenario/variables.ts
var NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
var REFERENCE = /\$(\$\{[A-Za-z_][A-Za-z0-9_]*\})|\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
var SHELL_KEYS = ["send", "run"];
function parseVariable(text, option) {
  const [name = ""] = text.split("=", 1);
  if (name !== text && NAME.test(name)) return [name, text.slice(name.length + 1)];
  throw new UsageError("bad-variable", `${option} ${quote(text)} is not NAME=VALUE`, {
    hint: "A name has letters, digits and underscores, and begins with no digit."
  });
}
function substitute(root, given, env, schema) {
  const declared = declarations(root, env);
  const values = new Map([...declared, ...given]);
  const used = /* @__PURE__ */ new Set();
  const problems = [];
  const tree = mapScalars(root, (scalar, path) => {
    const { value: text } = scalar;
    if (typeof text !== "string" || path[0] === "variables" || !text.includes("${")) return scalar;
    const shell = SHELL_KEYS.includes(path.at(-1));
    let whole = false;
    const replaced = text.replace(REFERENCE, (reference, escaped, name) => {
      if (escaped !== void 0) return escaped;
      used.add(name);
      const value = values.get(name);
      if (value !== void 0) {
        whole = reference === text;
        return value;
      }
      if (!shell || values.has(name)) {
        problems.push({ where: scalar.where, message: unknownName(name, [...values.keys()]) });
      }
      return reference;
    });
    if (replaced === text) return scalar;
    return nodeOf(whole ? typedValue(replaced, path, schema()) : replaced, scalar);
  });
  if (problems.length > 0) throw new ScenarioError(problems);
  const unused = [...given.keys()].find((name) => !used.has(name) && !declared.has(name));
  if (unused === void 0) return tree;
  throw new UsageError("unused-variable", `nothing in the scenario refers to \${${unused}}`, {
    hint: `Its variables: ${[.../* @__PURE__ */ new Set([...used, ...declared.keys()])].join(", ") || "none"}.`
  });
}
function declarations(root, env) {
  const node = nodeAt(root, VARIABLES);
  if (node?.kind !== "map") return /* @__PURE__ */ new Map();
  return new Map(
    [...node.entries].map(([name, entry]) => {
      const said = plainValue(entry.node);
      if (typeof said !== "object" || said === null) return [name, textOf(said)];
      const { env: source, default: fallback } = said;
      const fromEnv = typeof source === "string" ? env[source] || void 0 : void 0;
      return [name, fromEnv ?? textOf(fallback)];
    })
  );
}
var VARIABLES = ["variables"];
function textOf(value) {
  return value === null || value === void 0 ? void 0 : String(value);
}
function unknownName(name, known) {
  if (known.includes(name)) return `\${${name}} has no value: give it with --var ${name}=VALUE`;
  return `\${${name}} is no variable of this scenario${meant(name, known)}: give it with --var ${name}=VALUE, declare it in variables, or write $\${${name}} for this very text`;
}

export {
  parseOverride,
  override,
  parseVariable,
  substitute
};

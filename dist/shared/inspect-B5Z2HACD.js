import {
  table
} from "./chunk-3PNURQ27.js";
import {
  readFirmware
} from "./chunk-7QCFTSGB.js";
import {
  checkMetadata,
  refusals
} from "./chunk-7SKRB5VY.js";
import "./chunk-C24KWKK2.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import {
  VMMS
} from "./chunk-FZIILW4F.js";
import {
  hex,
  hexRange
} from "./chunk-TOLEDQXP.js";
import "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/inspect.ts
function inspect(file, options, { out }) {
  const { image, metadata } = readFirmware(file);
  const findings = checkMetadata(metadata, image);
  const unseen = findings.some(({ severity, refusedBy }) => severity === "error" && refusedBy.length === 0);
  const refused = unseen || VMMS.every((vmm) => refusals(findings, vmm).length > 0);
  if (options.json === true) out.json(toJson(metadata, findings));
  else out.lines(describe(file, image.length, metadata, findings));
  return refused ? EXIT.failed : EXIT.passed;
}
function toJson(metadata, findings) {
  const spell = (_, value) => typeof value === "bigint" ? hex(value) : value;
  return JSON.parse(JSON.stringify({ ...metadata, findings }, spell));
}
function describe(file, size, metadata, findings) {
  const found = `TDX metadata at ${hex(metadata.descriptorOffset)}, found by the ${metadata.found.replace("-", " ")}`;
  const rows = [["#", "type", "in the file", "in memory", "attributes"], ...metadata.sections.map(row)];
  return [
    `${file}: ${size} bytes, ${found}`,
    ...table(rows),
    ...findings.map(describeFinding),
    ...findings.length === 0 ? ["no findings"] : []
  ];
}
function row(section) {
  const { index, name, dataOffset, rawSize, address, memorySize, extend, augment } = section;
  return [
    String(index),
    name,
    rawSize === 0 ? "-" : hexRange(dataOffset, dataOffset + rawSize),
    hexRange(address, address + memorySize),
    [...extend ? ["MR.EXTEND"] : [], ...augment ? ["PAGE.AUG"] : []].join(" ") || "-"
  ];
}
function describeFinding({ severity, message, refusedBy }) {
  const by = refusedBy === "all" ? "every VMM" : refusedBy.join(", ");
  return `${severity}: ${message}${by === "" ? "" : ` (refused by ${by})`}`;
}
export {
  inspect
};

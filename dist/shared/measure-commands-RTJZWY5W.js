import {
  deriveAcpiFiles,
  isPredicted,
  isTdShim,
  possibleEvents,
  possibleMrtds,
  possibleRtmrs
} from "./chunk-ZQBQHDIN.js";
import "./chunk-3RWSUEF5.js";
import "./chunk-IYKMFH6H.js";
import {
  REGISTERS
} from "./chunk-BXA7O5QQ.js";
import {
  MANIFEST,
  parseManifest
} from "./chunk-2FFNV27E.js";
import "./chunk-FT545GEO.js";
import "./chunk-B2QDC65I.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import {
  table
} from "./chunk-XURRTRRT.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  _enum,
  array,
  literal,
  strictObject,
  string
} from "./chunk-B3M2OGVS.js";
import {
  inFile,
  readFirmware,
  readInput
} from "./chunk-X7BRFIKP.js";
import "./chunk-2BBUKTQW.js";
import "./chunk-DV54WIWJ.js";
import {
  UsageError,
  messageOf
} from "./chunk-7OSXWTH4.js";

// src/cli/measure-commands.ts
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

// src/cli/golden.ts
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
  )
});
function makeGolden({ sha256, source, expected }) {
  const values = expected.flatMap(
    ({ register, value, by }) => value === void 0 ? [] : by.map((who) => ({ register, by: who, value }))
  );
  return { version: 1, sha256, ...source === void 0 ? {} : { source }, values };
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

// src/cli/measure-commands.ts
function measure(file, flags, { out }) {
  const { image, metadata } = readFirmware(file);
  const firmware = isTdShim(metadata, image) ? "td-shim" : "tdvf";
  const known = {
    ...{ image, metadata, memory: flags.memory, acpi: readAcpi(flags.acpiTables) },
    direct: readKernel(flags, firmware),
    ...flags.vmm === void 0 ? {} : { vmm: flags.vmm },
    ...flags.order === void 0 ? {} : { order: flags.order },
    ...flags.events === void 0 ? {} : { profile: flags.events }
  };
  const expected = inFile(file, () => [...possibleMrtds(known), ...possibleRtmrs(known)]);
  const sha256 = createHash("sha256").update(image).digest("hex");
  const measured = { sha256, source: sourceOf(file, sha256), expected };
  if (flags.write !== void 0) write(flags.write, makeGolden(measured));
  if (flags.check !== void 0) return check(flags.check, measured, flags, out);
  const events = inFile(file, () => possibleEvents(known));
  const json = { file, firmware, size: image.length, ...measured, events };
  const lines = flags.listEvents === true ? events.flatMap(describeEvents) : [];
  if (flags.json === true) out.json(json);
  else out.lines([...describe(file, firmware, expected), ...lines]);
  return EXIT.passed;
}
function readAcpi(file) {
  if (file === void 0) return void 0;
  const tables = readInput(file, "the ACPI tables");
  return inFile(file, () => deriveAcpiFiles(tables));
}
function readKernel(flags, firmware) {
  const { kernel, initrd, cmdline = "" } = flags;
  if (kernel === void 0) {
    if (initrd === void 0 && cmdline === "") return void 0;
    throw new UsageError("no-kernel", "--initrd and --cmdline need a kernel that the VMM loads", {
      hint: "Name the kernel with --kernel FILE."
    });
  }
  if (initrd !== void 0 && firmware === "td-shim") {
    throw new UsageError("no-initrd", "td-shim hands no initrd to its kernel", {
      hint: "Build the initrd into the kernel (CONFIG_INITRAMFS_SOURCE), or boot a root disk."
    });
  }
  return {
    kernel: readInput(kernel, "the kernel"),
    initrd: initrd === void 0 ? new Uint8Array() : readInput(initrd, "the initrd"),
    cmdline
  };
}
function sourceOf(file, sha256) {
  const directory = dirname(file);
  try {
    const manifest = parseManifest(readFileSync(join(directory, MANIFEST), "utf8"), basename(directory));
    return manifest?.sha256 === sha256 ? manifest.inputs.source : void 0;
  } catch {
    return void 0;
  }
}
function write(file, golden) {
  try {
    writeFileSync(file, `${JSON.stringify(golden, null, 2)}
`);
  } catch (error) {
    throw new UsageError("no-file", `cannot write the golden values: ${messageOf(error)}`, { where: file });
  }
}
function check(file, measured, { json }, out) {
  const golden = parseGolden(readInput(file, "the golden values").toString("utf8"), file);
  const now = makeGolden(measured);
  const found = changes(golden, now);
  const verdict = found.length === 0 ? "unchanged" : verdictOn(golden, now);
  if (json === true) out.json({ verdict, changes: found });
  else {
    const lines = found.flatMap(({ register, by, golden: was = "none", now: is = "none" }) => [
      `${register} (${by})`,
      `  golden  ${was}`,
      `  now     ${is}`
    ]);
    const summary = `${file}: ${found.length} of ${golden.values.length} values changed: ${verdict}`;
    out.lines(found.length === 0 ? [`${file}: ${now.values.length} values, unchanged`] : [...lines, summary]);
  }
  return found.length === 0 ? EXIT.passed : EXIT.failed;
}
function describe(file, firmware, expected) {
  const known = expected.flatMap(
    ({ register, value, by }) => value === void 0 ? [] : by.map((who, place) => [place === 0 ? register : "", place === 0 ? value : "", who])
  );
  const unknown = expected.flatMap(
    ({ register, reason, by }) => reason === void 0 ? [] : [`${register} cannot be predicted for ${by.join("; ")}:`, `  ${reason}`]
  );
  return [`${file}: ${firmware}`, ...table([["register", "value", "as measured by"], ...known]), ...unknown];
}
function describeEvents({ by, events }) {
  const rows = events.map(({ register, name, text, digest }) => [
    ...[register, name, text, isPredicted(digest) ? digest : `not predictable: ${digest.reason}`]
  ]);
  return ["", `events of ${by}`, ...table([["register", "event", "what", "digest"], ...rows])];
}
export {
  measure
};

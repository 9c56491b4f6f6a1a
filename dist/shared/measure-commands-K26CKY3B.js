import {
  inFormat
} from "./chunk-FSNTXEE2.js";
import {
  changes,
  makeGolden,
  parseGolden,
  verdictOn,
  writeGolden
} from "./chunk-BEECNXEC.js";
import {
  deriveAcpiFiles
} from "./chunk-TS74Y3CA.js";
import {
  readDiskProgram
} from "./chunk-JZQ4IJ4T.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import {
  isTdShim,
  possibleEvents,
  possibleMrtds,
  possibleRtmrs
} from "./chunk-NBTEPNUY.js";
import {
  isPredicted
} from "./chunk-BSQQYDY2.js";
import "./chunk-GVDD7QND.js";
import "./chunk-J5VI26OM.js";
import "./chunk-YLGYUHZM.js";
import {
  MANIFEST,
  parseManifest
} from "./chunk-T6SRI57T.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-ZJDXO6NN.js";
import "./chunk-ER4JHYTJ.js";
import "./chunk-BORWYDAJ.js";
import {
  table
} from "./chunk-3PNURQ27.js";
import {
  inFile,
  readFirmware,
  readFrom,
  readInput
} from "./chunk-LYANECJE.js";
import "./chunk-TZSH6ZHU.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-WTWDRYRV.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-BM2IJI2T.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/measure-commands.ts
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
function measure(file, flags, { out }) {
  const { image, metadata } = readFirmware(file);
  const firmware = isTdShim(metadata, image) ? "td-shim" : "tdvf";
  const known = {
    ...{ image, metadata, memory: flags.memory, acpi: readAcpi(flags.acpiTables) },
    smbios: flags.smbios === void 0 ? void 0 : readInput(flags.smbios, "the SMBIOS table"),
    direct: readKernel(flags, firmware),
    disk: readDisk(flags),
    ...flags.vmm === void 0 ? {} : { vmm: flags.vmm },
    ...flags.order === void 0 ? {} : { order: flags.order },
    ...flags.events === void 0 ? {} : { profile: flags.events }
  };
  const expected = inFile(file, () => [...possibleMrtds(known), ...possibleRtmrs(known)]);
  const sha256 = createHash("sha256").update(image).digest("hex");
  const manifest = manifestOf(file, sha256);
  const measured = { sha256, source: manifest?.inputs.source, expected };
  if (flags.write !== void 0) writeGolden(flags.write, makeGolden(measured));
  if (flags.check !== void 0) return check(flags.check, measured, flags, out);
  if (flags.format !== void 0) {
    out.json(inFormat(flags.format, { file, sha256, expected, manifest }));
    return EXIT.passed;
  }
  const wanted = flags.json === true || flags.listEvents === true;
  const events = wanted ? inFile(file, () => possibleEvents(known)) : [];
  if (flags.json === true) out.json({ file, firmware, size: image.length, ...measured, events });
  else {
    const { columns } = out;
    out.lines([
      ...describe(file, firmware, expected, columns),
      ...events.flatMap((each) => describeEvents(each, columns))
    ]);
  }
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
function readDisk({ disk, kernel }) {
  if (disk === void 0) return void 0;
  if (kernel !== void 0) {
    throw new UsageError("contradictory-options", "a kernel that the VMM loads boots before a disk", {
      hint: "Give --kernel or --disk."
    });
  }
  const found = readFrom(disk, "the disk", (path) => readDiskProgram({ path }));
  if (found !== void 0) return found;
  throw new UsageError(
    "no-boot-disk",
    "no EFI/BOOT/BOOTX64.EFI on an EFI System Partition is found on the disk",
    {
      where: disk,
      hint: "Give a raw image, or a qcow2 image that has no backing file: qemu-img convert merges the files."
    }
  );
}
function manifestOf(file, sha256) {
  const directory = dirname(file);
  try {
    const manifest = parseManifest(readFileSync(join(directory, MANIFEST), "utf8"), basename(directory));
    return manifest?.sha256 === sha256 ? manifest : void 0;
  } catch {
    return void 0;
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
function describe(file, firmware, expected, columns) {
  const known = expected.flatMap(
    ({ register, value, by }) => value === void 0 ? [] : by.map((who, place) => [place === 0 ? register : "", place === 0 ? value : "", who])
  );
  const unknown = expected.flatMap(
    ({ register, reason, by }) => reason === void 0 ? [] : [`${register} cannot be predicted for ${by.join("; ")}:`, `  ${reason}`]
  );
  const rows = [["register", "value", "as measured by"], ...known];
  return [`${file}: ${firmware}`, ...table(rows, columns), ...unknown];
}
function describeEvents({ by, events }, columns) {
  const rows = events.map(({ register, name, text, digest }) => [
    ...[register, name, text, isPredicted(digest) ? digest : `not predictable: ${digest.reason}`]
  ]);
  return ["", `events of ${by}`, ...table([["register", "event", "what", "digest"], ...rows], columns)];
}
export {
  measure
};

import {
  inFormat
} from "./chunk-OKPTS24H.js";
import {
  changes,
  makeGolden,
  parseGolden,
  verdictOn,
  writeGolden
} from "./chunk-32PAPT3T.js";
import {
  makeAcpiFiles
} from "./chunk-PCHR2CJV.js";
import {
  launchSpec,
  madeFiles
} from "./chunk-SDZZXB32.js";
import {
  readDiskProgram
} from "./chunk-TYXNQKKF.js";
import "./chunk-D3F3PKKQ.js";
import {
  askVersion,
  findProgram,
  qemu
} from "./chunk-772ZWCBN.js";
import "./chunk-H6KDKXV5.js";
import {
  kernelInfoOf
} from "./chunk-ELG3TUYH.js";
import {
  loadScenario,
  toBoot
} from "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import {
  isTdShim,
  possibleEvents,
  possibleMrtds,
  possibleRtmrs
} from "./chunk-VJTVHMNG.js";
import {
  isPredicted,
  stubMeasures
} from "./chunk-BGTM5X7Z.js";
import {
  deriveAcpiFiles
} from "./chunk-MOGLVO6R.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Z5EMF6HS.js";
import {
  MANIFEST,
  parseManifest
} from "./chunk-VM3YECVA.js";
import "./chunk-FYURKBY3.js";
import "./chunk-5UXIQAYR.js";
import "./chunk-ZUVNCCHD.js";
import {
  withWorkDir
} from "./chunk-ZRLOYJTX.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M3NQKO3U.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-3UQVA5YR.js";
import {
  table
} from "./chunk-3PNURQ27.js";
import {
  inFile,
  readFirmware,
  readFrom,
  readInput
} from "./chunk-7QCFTSGB.js";
import "./chunk-C24KWKK2.js";
import "./chunk-GM4JGWXZ.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import {
  isTrustDomain
} from "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/measure-commands.ts
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

// src/cli/measure-machine.ts
async function readMachine(file) {
  const { scenario } = toBoot(loadScenario(file));
  if (!isTrustDomain(scenario.platform) || scenario.vmm === "cloud-hypervisor") {
    throw new UsageError("no-trust-domain", "the scenario boots no Trust Domain under QEMU", {
      where: file,
      hint: "Set platform: tdx and vmm: qemu."
    });
  }
  const path = scenario.vmmPath ?? (await findProgram(qemu, "emulated")).path;
  const version = await askVersion(path);
  const acpi = await withWorkDir(
    "run",
    (workDir) => makeAcpiFiles(launchSpec(scenario, void 0, madeFiles()), { name: "qemu", path, version }, workDir)
  );
  return { memory: BigInt(scenario.guest.memory), acpi, qemu: { path, version } };
}

// src/cli/measure-commands.ts
async function measure(file, flags, { out }) {
  const { image, metadata } = readFirmware(file);
  const firmware = isTdShim(metadata, image) ? "td-shim" : "tdvf";
  const machine = flags.machine === void 0 ? void 0 : await readMachine(flags.machine);
  const known = {
    ...{ image, metadata, memory: flags.memory ?? machine?.memory },
    acpi: readAcpi(flags.acpiTables) ?? machine?.acpi,
    smbios: flags.smbios === void 0 ? void 0 : readInput(flags.smbios, "the SMBIOS table"),
    direct: readKernel(flags, firmware),
    disk: readDisk(flags),
    ...flags.vmm === void 0 ? {} : { vmm: flags.vmm },
    ...flags.order === void 0 ? {} : { order: flags.order },
    header: flags.setupHeader,
    stub: readStub(flags.kernel),
    ...flags.events === void 0 ? {} : { profile: flags.events }
  };
  const expected = inFile(file, () => [...possibleMrtds(known), ...possibleRtmrs(known)]);
  const sha256 = createHash("sha256").update(image).digest("hex");
  const manifest = manifestOf(file, sha256);
  const measured = { sha256, source: manifest?.inputs.source, expected };
  if (flags.write !== void 0) writeGolden(flags.write, makeGolden(measured));
  if (flags.check !== void 0) return check(flags.check, measured, flags, out);
  if (flags.format !== void 0) {
    printForm(inFormat(flags.format, { file, sha256, expected, manifest }), out);
    return EXIT.passed;
  }
  const wanted = flags.json === true || flags.listEvents === true;
  const events = wanted ? inFile(file, () => possibleEvents(known)) : [];
  const { qemu: qemu2 } = machine ?? {};
  if (flags.json === true) out.json({ file, firmware, size: image.length, ...measured, events, qemu: qemu2 });
  else {
    const { columns } = out;
    out.lines([
      ...describe(file, firmware, expected, columns),
      ...qemu2 === void 0 ? [] : [`ACPI tables as QEMU ${qemu2.version ?? "of unknown version"} makes them (${qemu2.path})`],
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
function readStub(kernel) {
  try {
    return kernel === void 0 ? void 0 : stubMeasures(kernelInfoOf(kernel).release);
  } catch {
    return void 0;
  }
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
function printForm(form, out) {
  if (!(form instanceof Uint8Array)) {
    out.json(form);
    return;
  }
  if (out.isTerminal) {
    throw new UsageError("binary-output", "this form is binary, and the output is a terminal", {
      hint: "Write it to a file: \u2026 > firmware.corim"
    });
  }
  out.bytes(form);
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

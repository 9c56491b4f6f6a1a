import {
  findEvidence,
  isText
} from "./chunk-QPNBZ3QH.js";
import {
  describeExplanation,
  explainDifference
} from "./chunk-7EZL7CAO.js";
import {
  checkEvents,
  isCcelTable,
  parseCcelTable,
  parseEventLog,
  replayLog
} from "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import {
  REGISTER_BYTES,
  compareRegisters
} from "./chunk-Z5EMF6HS.js";
import {
  DataError,
  Reader,
  hexOf,
  u64Of
} from "./chunk-LZS5NMGH.js";
import {
  table
} from "./chunk-3PNURQ27.js";
import {
  inFile,
  readInput
} from "./chunk-7QCFTSGB.js";
import "./chunk-C24KWKK2.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import {
  RTMRS
} from "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import {
  hex
} from "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/tdx/td-info.ts
var ATTRIBUTES = {
  0: "DEBUG",
  4: "HGS_PLUS_PROF",
  5: "PERF_PROF",
  6: "PMT_PROF",
  16: "ICSSD",
  27: "LASS",
  28: "SEPT_VE_DISABLE",
  29: "MIGRATABLE",
  30: "PKS",
  31: "KL",
  62: "TPA",
  63: "PERFMON"
};
var XFAM = {
  0: "X87",
  1: "SSE",
  2: "AVX",
  3: "BNDREGS",
  4: "BNDCSR",
  5: "AVX512_OPMASK",
  6: "AVX512_ZMM_HI256",
  7: "AVX512_HI16_ZMM",
  8: "PT",
  9: "PKRU",
  10: "PASID",
  11: "CET_U",
  12: "CET_S",
  13: "HDC",
  14: "UINTR",
  15: "LBR",
  16: "HWP",
  17: "AMX_TILECFG",
  18: "AMX_TILEDATA",
  19: "APX"
};
function readTdInfo(reader) {
  const register = (what) => hexOf(reader.take(REGISTER_BYTES, what));
  const attributes = flags(reader.take(8, "the attributes"), ATTRIBUTES);
  return {
    attributes,
    debug: attributes.names.includes("DEBUG"),
    xfam: flags(reader.take(8, "XFAM"), XFAM),
    mrtd: register("MRTD"),
    mrconfigid: register("MRCONFIGID"),
    mrowner: register("MROWNER"),
    mrownerconfig: register("MROWNERCONFIG"),
    rtmr0: register("RTMR0"),
    rtmr1: register("RTMR1"),
    rtmr2: register("RTMR2"),
    rtmr3: register("RTMR3")
  };
}
function flags(bytes, names) {
  const value = u64Of(bytes);
  const set = Array.from({ length: 64 }, (_, bit) => bit).filter((bit) => value >> BigInt(bit) & 1n);
  return { hex: hexOf(bytes), names: set.map((bit) => names[bit] ?? `bit ${bit}`) };
}

// src/tdx/quote.ts
var SUBJECT = {
  what: "the quote",
  hint: "Give the bytes of outblob of /sys/kernel/config/tsm/report, unchanged; `measure report` reads TDREPORTs."
};
var TDX = 129;
var BODIES = {
  2: { name: "TDX 1.0", bytes: 584 },
  3: { name: "TDX 1.5", bytes: 648 },
  4: { name: "TDX 1.5 Ex", bytes: 885 }
};
function parseQuote(bytes) {
  if (bytes.every((byte) => byte === 0)) {
    const what = bytes.length === 0 ? "is empty" : `is ${bytes.length} zeros`;
    throw new DataError("no-quote", `the quote ${what}: the quoting service gave none`, 0, {
      hint: "Look whether the quoting service (qgsd) runs on the host and the VMM is connected to it, and read outblob again."
    });
  }
  const reader = new Reader(bytes, SUBJECT);
  const version = reader.u16("the version");
  if (version !== 4 && version !== 5) throw bad(`the quote has version ${version}; 4 and 5 can be read`, 0);
  const attestationKeyType = reader.u16("the type of the attestation key");
  const tee = reader.u32("the TEE type");
  if (tee !== TDX) throw bad(`the quote is of TEE type ${hex(tee)} instead of ${hex(TDX)} (TDX)`, 4);
  reader.skip(4, "reserved bytes");
  const qeVendorId = hexOf(reader.take(16, "the vendor of the quoting enclave"));
  const userData = hexOf(reader.take(20, "the user data"));
  const body = version === 4 ? "TDX 1.0" : readBodyType(reader);
  const teeTcbSvn = hexOf(reader.take(16, "TEE_TCB_SVN"));
  const mrseam = hexOf(reader.take(48, "MRSEAM"));
  const mrsignerseam = hexOf(reader.take(48, "MRSIGNERSEAM"));
  const seamAttributes = hexOf(reader.take(8, "SEAMATTRIBUTES"));
  const info = readTdInfo(reader);
  const reportData = hexOf(reader.take(64, "REPORTDATA"));
  const later = body === "TDX 1.0" ? {} : readLaterFields(reader);
  const extended = body === "TDX 1.5 Ex" ? { migration: readMigration(reader) } : {};
  const signatureBytes = reader.u32("the size of the signature");
  reader.skip(signatureBytes, "the signature");
  return {
    ...{ version, body, attestationKeyType, qeVendorId, userData, teeTcbSvn, mrseam, mrsignerseam },
    ...{
      seamAttributes,
      ...info,
      reportData,
      ...later,
      ...extended,
      signatureBytes,
      trailingBytes: reader.left
    }
  };
}
function readBodyType(reader) {
  const at = reader.offset;
  const type = reader.u16("the type of the body");
  const size = reader.u32("the size of the body");
  const body = BODIES[type];
  if (body === void 0) throw bad(`the body of the quote is of type ${type}; 2 to 4 are of a TD`, at);
  if (size === body.bytes) return body.name;
  throw bad(`the ${body.name} body of the quote claims ${size} bytes instead of ${body.bytes}`, at + 2);
}
function readLaterFields(reader) {
  const teeTcbSvn2 = hexOf(reader.take(16, "TEE_TCB_SVN_2"));
  return { teeTcbSvn2, mrservicetd: hexOf(reader.take(48, "MRSERVICETD")) };
}
function readMigration(reader) {
  const field = (bytes, what) => hexOf(reader.take(bytes, what));
  return {
    vmid: field(1, "VMID"),
    tdId: field(32, "TD_ID"),
    devinfo: field(48, "DEVINFO"),
    initServtdHash: field(48, "INIT_SERVTD_HASH"),
    initServtdAttributes: field(8, "INIT_SERVTD_ATTR"),
    initCpusvn: field(16, "INIT_CPUSVN"),
    initTeeTcbSvn: field(16, "INIT_TEE_TCB_SVN"),
    initTeeFmspc: field(12, "INIT_TEE_FMSPC"),
    currentServtdHash: field(48, "CURR_SERVTD_HASH"),
    currentServtdAttributes: field(8, "CURR_SERVTD_ATTR")
  };
}
function bad(message, offset) {
  return new DataError("bad-quote", message, offset, SUBJECT);
}

// src/tdx/report.ts
import { createHash } from "node:crypto";
var SUBJECT2 = {
  what: "the TDREPORT",
  hint: "Give the 1024 bytes of TDX_CMD_GET_REPORT0 of /dev/tdx_guest, unchanged; `measure quote` reads quotes."
};
var REPORT_BYTES = 1024;
var TDX2 = 129;
var TCB_INFO = { at: 256, bytes: 239 };
var TD_INFO = { at: 512, bytes: 512 };
function parseReport(bytes) {
  const reader = new Reader(new Reader(bytes, SUBJECT2).take(REPORT_BYTES, "its 1024 bytes"), SUBJECT2);
  if (bytes.length !== REPORT_BYTES) {
    const message = `a TDREPORT has ${REPORT_BYTES} bytes, this has ${bytes.length}`;
    throw new DataError("bad-report", message, REPORT_BYTES, SUBJECT2);
  }
  const type = reader.u8("the type");
  if (type !== TDX2) {
    const message = `the report is of type ${hex(type)} instead of ${hex(TDX2)} (TDX)`;
    throw new DataError("bad-report", message, 0, SUBJECT2);
  }
  reader.skip(1, "the subtype");
  const version = reader.u8("the version");
  reader.skip(13, "reserved bytes");
  const cpusvn = hexOf(reader.take(16, "CPUSVN"));
  const teeTcbInfoHash = hexOf(reader.take(48, "TEE_TCB_INFO_HASH"));
  const teeInfoHash = hexOf(reader.take(48, "TEE_INFO_HASH"));
  const reportData = hexOf(reader.take(64, "REPORTDATA"));
  const tcb = new Reader(bytes, SUBJECT2, TCB_INFO.at + 8);
  const teeTcbSvn = hexOf(tcb.take(16, "TEE_TCB_SVN"));
  const mrseam = hexOf(tcb.take(48, "MRSEAM"));
  const mrsignerseam = hexOf(tcb.take(48, "MRSIGNERSEAM"));
  const td = new Reader(bytes, SUBJECT2, TD_INFO.at);
  const info = readTdInfo(td);
  const servtdHash = hexOf(td.take(48, "SERVTD_HASH"));
  const checks = {
    teeInfoHash: hashOf(bytes, TD_INFO) === teeInfoHash,
    teeTcbInfoHash: hashOf(bytes, TCB_INFO) === teeTcbInfoHash
  };
  return { version, cpusvn, teeTcbSvn, mrseam, mrsignerseam, ...info, servtdHash, reportData, checks };
}
function hashOf(bytes, { at, bytes: size }) {
  return createHash("sha384").update(bytes.subarray(at, at + size)).digest("hex");
}

// src/cli/measure-evidence.ts
function log(file, flags2, { out }) {
  const bytes = readInput(file, "the event log");
  if (isCcelTable(bytes)) refuseTable(file, bytes);
  const evidence = inFile(file, () => findEvidence(bytes));
  const parsed = evidence.log ?? inFile(file, () => parseEventLog(requireBinary(bytes, "event log")));
  const rtmrs = replayLog(parsed);
  const checks = checkEvents(parsed.events);
  const reported = flags2.report === void 0 ? registersOf(file, evidence) : readReported(flags2.report);
  const compared = reported === void 0 ? [] : compareRtmrs(parsed, rtmrs, reported);
  if (flags2.json === true) {
    const events = parsed.events.map(({ data, ...event }, place) => {
      const { digest: check, ...said } = checks[place] ?? NOT_CHECKED;
      return { ...event, check, ...said, data: hexOf(data) };
    });
    out.json({ events, rtmrs, compared });
  } else {
    const rows = parsed.events.map(({ index, register, name, digest }, place) => {
      const check = checks[place] ?? NOT_CHECKED;
      return [
        String(index),
        register,
        name,
        digest?.slice(0, 16) ?? "none",
        CHECKS[check.digest],
        check.text
      ];
    });
    out.lines([
      ...table([["#", "register", "event", "digest", "of its data", "what"], ...rows], out.columns),
      ...describeUnchecked(checks),
      "",
      ...table(RTMRS.map((register) => [register, rtmrs[register]])),
      ...compared.flatMap(describeComparison)
    ]);
  }
  const sound = checks.every(({ digest }) => digest !== "differs");
  return sound && compared.every(({ decides, verdict }) => !decides || verdict === "equal") ? EXIT.passed : EXIT.failed;
}
function report(file, flags2, { out }) {
  const bytes = readInput(file, "the TDREPORT");
  const parsed = inFile(
    file,
    () => parseReport(findEvidence(bytes).report ?? requireBinary(bytes, "TDREPORT"))
  );
  const { teeInfoHash, teeTcbInfoHash } = parsed.checks;
  const rows = [
    ["TEE_INFO_HASH", teeInfoHash ? "matches TDINFO" : "DOES NOT MATCH: a field of the TD was changed"],
    [
      "TEE_TCB_INFO_HASH",
      teeTcbInfoHash ? "matches TEE_TCB_INFO" : "DOES NOT MATCH: a field of the module was changed"
    ]
  ];
  print(parsed, [...rows, ...infoRows(parsed)], flags2, out);
  return teeInfoHash && teeTcbInfoHash ? EXIT.passed : EXIT.failed;
}
async function quote(file, flags2, { out }) {
  const given = readInput(file, "the quote");
  const bytes = inFile(file, () => findEvidence(given).quote ?? requireBinary(given, "quote"));
  const parsed = inFile(file, () => parseQuote(bytes));
  const { version, body, signatureBytes, trailingBytes } = parsed;
  const { verify, at = /* @__PURE__ */ new Date() } = flags2;
  const verified = verify === void 0 ? void 0 : (await import("./verify-quote-UL52YFJR.js")).verifyQuote(bytes, verify, at);
  const rows = [
    ["version", `${version}, ${body} body`],
    ["signature", `${signatureBytes} bytes, ${describeVerification(verified)}`],
    ...trailingBytes === 0 ? [] : [["padding", `${trailingBytes} bytes after the signature`]]
  ];
  const json = verified === void 0 ? parsed : { ...parsed, verification: verified };
  const moved = Object.entries(parsed.migration ?? {}).map(([name, value]) => [`migration ${name}`, value]);
  print(json, [...rows, ...infoRows(parsed), ...moved], flags2, out);
  return verified?.valid === false ? EXIT.failed : EXIT.passed;
}
function describeVerification(verified) {
  if (verified === void 0) return "not verified";
  const { valid, status, advisories } = verified;
  const said = [status, ...advisories].join(", ");
  return valid ? `verified: ${said}` : `NOT VALID: ${said}`;
}
function describeUnchecked(checks) {
  const reasons = /* @__PURE__ */ new Map();
  for (const [index, { reason }] of checks.entries()) {
    if (reason !== void 0) reasons.set(reason, [...reasons.get(reason) ?? [], index]);
  }
  if (reasons.size === 0) return [];
  const lines = [...reasons].map(([reason, events]) => `  ${listOf(events)}: ${reason}`);
  return ["", "-: the digest is not of the data beside it", ...lines];
}
var MOST_LISTED = 20;
function listOf(numbers) {
  const more = numbers.length - MOST_LISTED;
  const listed = numbers.slice(0, MOST_LISTED).join(", ");
  return more > 0 ? `${listed} and ${more} more` : listed;
}
var CHECKS = { matches: "yes", differs: "NO", "not-in-log": "-" };
var NOT_CHECKED = { digest: "not-in-log", text: "" };
function refuseTable(file, bytes) {
  const { length, address } = inFile(file, () => parseCcelTable(bytes));
  const message = `this is the ACPI table, which says that the log has ${length} bytes at ${hex(address)}`;
  throw new UsageError("not-the-log", message, {
    where: file,
    hint: "Give the log itself: /sys/firmware/acpi/tables/data/CCEL."
  });
}
function requireBinary(bytes, what) {
  if (!isText(bytes)) return bytes;
  throw new UsageError("nothing-found", `this text holds no ${what}`, {
    hint: "Give it in binary form, in hex, base64 or as xxd prints it, or in JSON of the usual tools: see docs/measure.md."
  });
}
function registersOf(file, { report: tdReport, quote: tdQuote, registers }) {
  return inFile(file, () => {
    if (tdReport !== void 0) return parseReport(tdReport);
    return tdQuote === void 0 ? registers : parseQuote(tdQuote);
  });
}
function readReported(file) {
  const bytes = readInput(file, "the report");
  const found = inFile(file, () => findEvidence(bytes));
  const registers = registersOf(file, found);
  if (registers !== void 0) return registers;
  return inFile(file, () => {
    const binary = requireBinary(bytes, "TDREPORT or quote");
    return bytes[0] === 129 ? parseReport(binary) : parseQuote(binary);
  });
}
function compareRtmrs(parsed, replayed, reported) {
  const compared = compareRegisters(replayed, reported);
  return RTMRS.flatMap(
    (rtmr) => compared.filter(({ register, observed }) => register === rtmr && observed !== void 0).map((row) => {
      const explanation = explainDifference(parsed.events, rtmr, row.observed ?? "");
      const decides = rtmr !== "rtmr3";
      return { ...row, explanation: describeExplanation(explanation, rtmr), decides };
    })
  );
}
function describeComparison({ register, observed, verdict, explanation, decides }) {
  if (verdict === "equal") return [`${register}: the report has the same value`];
  if (decides) return [`${register}: DIFFERENT, the report has ${observed}`, `  ${explanation}`];
  return [
    `${register}: the report has ${observed}`,
    "  user space may extend it at run time without an entry in this log; it decides nothing here"
  ];
}
function infoRows(info) {
  const { mrtd, rtmr0, rtmr1, rtmr2, rtmr3, mrconfigid, mrowner, mrownerconfig, mrseam, reportData } = info;
  return [
    ["attributes", spelled(info.attributes)],
    ...info.debug ? [["", "DEBUG: the host can read this TD; nothing that it says is to be trusted"]] : [],
    ["XFAM", spelled(info.xfam)],
    ...Object.entries({ mrtd, rtmr0, rtmr1, rtmr2, rtmr3, mrconfigid, mrowner, mrownerconfig, mrseam }),
    ["report data", reportData]
  ];
}
function spelled({ hex: digits, names }) {
  return `${digits}  ${names.length === 0 ? "-" : names.join(" ")}`;
}
function print(value, rows, { json }, out) {
  if (json === true) out.json(value);
  else out.lines(table(rows, out.columns));
}
export {
  log,
  quote,
  report
};

import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  FIRMWARE_ACTION_INPUTS,
  inJobLog,
  refuse,
  requireKnown
} from "./chunk-F663BMR5.js";
import {
  getFlag,
  getInput,
  getMultilineInput,
  jobLog,
  setOutputs
} from "./chunk-277MTJXC.js";
import "./chunk-ARK3S5UK.js";
import "./chunk-V67K3L6B.js";
import "./chunk-6C5QJTMR.js";
import "./chunk-EZZW5FXE.js";
import "./chunk-NUUKIXFX.js";
import "./chunk-NCMDP22J.js";
import "./chunk-BHH2FN3O.js";
import "./chunk-6PMVELVX.js";
import "./chunk-26FHAQFJ.js";
import "./chunk-QY7JCTB7.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-TUGZNSDJ.js";
import "./chunk-WWEYV5FR.js";
import "./chunk-UHZCLFAH.js";
import "./chunk-LRKZHUNA.js";
import "./chunk-SGV2QDWH.js";
import "./chunk-MMYE7VHJ.js";
import "./chunk-Q2EJGYCB.js";
import "./chunk-ORACNCOB.js";
import {
  session
} from "./chunk-PH7OVLBD.js";
import {
  provideBuild
} from "./chunk-D6EZPOO7.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import {
  mrtdOf
} from "./chunk-CKD3O6E4.js";
import "./chunk-FYURKBY3.js";
import "./chunk-CP5OC7HH.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-4BKD3JSQ.js";
import {
  parseRequest
} from "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2TFUJLGZ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M2G3QVKA.js";
import "./chunk-BBYFIMRE.js";
import "./chunk-TJSYBKLF.js";
import "./chunk-T4YCFN63.js";
import "./chunk-CNYZDXQQ.js";
import "./chunk-GM4JGWXZ.js";
import "./chunk-ZQMABVPH.js";
import "./chunk-G3FSNJFZ.js";
import "./chunk-CTEL45AH.js";
import "./chunk-FUVXUIZP.js";
import "./chunk-VPEXOOML.js";
import "./chunk-5QQR7KKE.js";
import "./chunk-G3NWQZ75.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-DEP5CK7J.js";
import "./chunk-WD6X4G7B.js";
import "./chunk-A2NKWSQL.js";
import "./chunk-WZIZK7PI.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import {
  BUILDS,
  FIRMWARES,
  PIN_SETS
} from "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import {
  HostError,
  UsageError
} from "./chunk-D4THVSJ6.js";
import "./chunk-P4Z2SUOO.js";

// src/action/firmware-main.ts
async function main() {
  try {
    requireKnown(FIRMWARE_ACTION_INPUTS);
    const request = readRequest();
    const flags = {
      installTools: getFlag("install-tools"),
      requireKnown: getFlag("require-known")
    };
    const { value: provided } = await session(
      ({ signal }) => inJobLog((options) => provideBuild(request, { ...options, ...flags }), signal)
    );
    if (provided === void 0) throw new HostError("cancelled", "cancelled before the firmware was ready");
    report(provided);
  } catch (error) {
    await refuse(error, "tdx-boot firmware");
  }
}
function readRequest() {
  const { request, problems } = parseRequest(
    {
      name: oneOf("firmware", FIRMWARES, "tdvf"),
      build: oneOf("firmware-build", BUILDS, "release"),
      pins: getInput("pins") === "" ? void 0 : oneOf("pins", PIN_SETS),
      ref: getInput("firmware-ref") || void 0,
      repository: getInput("firmware-repository") || void 0,
      defines: getMultilineInput("firmware-defines")
    },
    process.cwd()
  );
  const [problem] = problems;
  if (problem === void 0) return request;
  throw new UsageError("bad-firmware", `input "firmware-${problem.key}": ${problem.message}`);
}
function oneOf(input, known, initial) {
  const text = getInput(input) || initial;
  const found = known.find((word) => word === text);
  if (found !== void 0) return found;
  throw new UsageError("bad-firmware", `input "${input}" is "${text ?? ""}"`, {
    hint: `Use ${known.join(", ")}.`
  });
}
function report(provided) {
  const { entry, from } = provided;
  const { image, manifest } = entry;
  setOutputs(outputsOf(provided));
  const origin = { store: "from this machine", cache: "from the shared cache", build: "built" }[from];
  jobLog.info(
    `${manifest.inputs.recipe} (${manifest.inputs.build}) ${origin}: ${image}, SHA-256 ${manifest.sha256}`
  );
}
function outputsOf({ entry, from }) {
  const { image, manifestFile, manifest, log } = entry;
  return {
    path: image,
    sha256: manifest.sha256,
    mrtd: mrtdOf(entry) ?? "",
    "cache-hit": String(from !== "build"),
    commit: manifest.source.commit ?? "",
    manifest: manifestFile,
    // A shared cache keeps no log.
    log: log ?? ""
  };
}
export {
  main,
  outputsOf
};

import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  FIRMWARE_ACTION_INPUTS,
  inJobLog,
  refuse,
  requireKnown
} from "./chunk-27RCCVT5.js";
import {
  getFlag,
  getInput,
  getMultilineInput,
  jobLog,
  setOutputs
} from "./chunk-JBSIX7IB.js";
import "./chunk-KQBM5BAU.js";
import "./chunk-V67K3L6B.js";
import "./chunk-VTZXOCNH.js";
import "./chunk-B34FLT2A.js";
import "./chunk-S43INHYQ.js";
import "./chunk-NCMDP22J.js";
import "./chunk-ZB4LHV3A.js";
import "./chunk-EABUHY5D.js";
import "./chunk-CT3CYKUU.js";
import "./chunk-TYXNQKKF.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-ELG3TUYH.js";
import "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-BGTM5X7Z.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-Z5EMF6HS.js";
import {
  session
} from "./chunk-ICTCGJU4.js";
import "./chunk-ORACNCOB.js";
import {
  provideBuild
} from "./chunk-XRCLQ5TY.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import {
  mrtdOf
} from "./chunk-VM3YECVA.js";
import "./chunk-FYURKBY3.js";
import "./chunk-5UXIQAYR.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-ZRLOYJTX.js";
import {
  parseRequest
} from "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M3NQKO3U.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-3UQVA5YR.js";
import "./chunk-7SKRB5VY.js";
import "./chunk-GM4JGWXZ.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-G3FSNJFZ.js";
import "./chunk-CTEL45AH.js";
import "./chunk-JQ76SB74.js";
import "./chunk-L6C7G475.js";
import "./chunk-PSFT4LPN.js";
import "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
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
} from "./chunk-SBPB5IBB.js";
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

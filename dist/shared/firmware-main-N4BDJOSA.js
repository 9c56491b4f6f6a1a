import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  FIRMWARE_ACTION_INPUTS,
  inJobLog,
  refuse,
  requireKnown
} from "./chunk-SI2VPOVL.js";
import {
  getFlag,
  getInput,
  getMultilineInput,
  jobLog,
  setOutputs
} from "./chunk-OSA5E4T2.js";
import "./chunk-PRLK5LOV.js";
import "./chunk-V67K3L6B.js";
import "./chunk-UBCEEEYX.js";
import "./chunk-ACYQPMXD.js";
import "./chunk-FBRB7WSB.js";
import "./chunk-YBDCVXKD.js";
import "./chunk-5SFQNJWB.js";
import "./chunk-NCMDP22J.js";
import "./chunk-ORACNCOB.js";
import "./chunk-GMRKDGWK.js";
import "./chunk-K6VLZNBD.js";
import "./chunk-WY2NRLVV.js";
import "./chunk-GGJHTPM4.js";
import "./chunk-WCDTERYH.js";
import "./chunk-D7WZU3TG.js";
import "./chunk-QSVBJCUO.js";
import "./chunk-3IGWJN4K.js";
import "./chunk-OT5BDIP3.js";
import "./chunk-FEIS7Z5L.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-NOUR5OXJ.js";
import "./chunk-WUR54YEQ.js";
import "./chunk-RJKJIIWY.js";
import "./chunk-CUONXRSJ.js";
import "./chunk-GVDD7QND.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-PBTCGB6N.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import {
  session
} from "./chunk-BOEFBUIR.js";
import {
  provideBuild
} from "./chunk-PHD3JEJS.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-4TUBVAUD.js";
import "./chunk-JFONFIZM.js";
import {
  parseRequest
} from "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-LXTSU47G.js";
import "./chunk-HXMGEBNU.js";
import {
  mrtdOf
} from "./chunk-2NXDOHNH.js";
import "./chunk-BZUPZLSE.js";
import "./chunk-POHZVVS5.js";
import "./chunk-DILSY2YF.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import "./chunk-B5XQG6HS.js";
import {
  BUILDS,
  FIRMWARES,
  PIN_SETS
} from "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-KAKGKCN4.js";
import "./chunk-DV54WIWJ.js";
import {
  HostError,
  UsageError
} from "./chunk-Q4CHHY4T.js";
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
      name: oneOf("firmware", FIRMWARES),
      build: oneOf("firmware-build", BUILDS),
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
function oneOf(input, known) {
  const text = getInput(input);
  const found = known.find((word) => word === text);
  if (found !== void 0) return found;
  throw new UsageError("bad-firmware", `input "${input}" is "${text}"`, { hint: `Use ${known.join(", ")}.` });
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

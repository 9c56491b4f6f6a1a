import {
  FIRMWARE_ACTION_INPUTS,
  inJobLog,
  refuse,
  requireKnown
} from "./chunk-T7KJZWWO.js";
import {
  getBooleanInput,
  getInput,
  getMultilineInput,
  jobLog,
  setOutputs
} from "./chunk-ECNF35K4.js";
import "./chunk-3ILAFTBB.js";
import "./chunk-QDIPAFBO.js";
import "./chunk-J6VHNFJZ.js";
import "./chunk-CMMH52FK.js";
import "./chunk-D3DU3W2X.js";
import "./chunk-IFZNQD3J.js";
import "./chunk-IJPYMELX.js";
import "./chunk-JF6LLKXI.js";
import "./chunk-7IGLDAEP.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-FUCMNW7W.js";
import {
  session
} from "./chunk-2UG37WJJ.js";
import {
  provideBuild
} from "./chunk-27SI244U.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ENXTLS5B.js";
import "./chunk-CJK44M2I.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import {
  parseRequest
} from "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import {
  mrtdOf
} from "./chunk-3TMRABTC.js";
import "./chunk-FT545GEO.js";
import "./chunk-B2QDC65I.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import "./chunk-6L5R56ZO.js";
import {
  BUILDS,
  FIRMWARES,
  PIN_SETS
} from "./chunk-HSYB7NEV.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-2BBUKTQW.js";
import "./chunk-DV54WIWJ.js";
import {
  HostError,
  UsageError
} from "./chunk-7OSXWTH4.js";

// src/action/firmware-main.ts
async function main() {
  try {
    requireKnown(FIRMWARE_ACTION_INPUTS);
    const request = readRequest();
    const installTools = getBooleanInput("install-tools");
    const { value: provided } = await session(
      ({ signal }) => inJobLog((options) => provideBuild(request, { ...options, installTools }), signal)
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

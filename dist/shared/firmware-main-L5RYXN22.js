import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  FIRMWARE_ACTION_INPUTS,
  inJobLog,
  refuse,
  requireKnown
} from "./chunk-OYA2CCF7.js";
import {
  getFlag,
  getInput,
  getMultilineInput,
  jobLog,
  setOutputs
} from "./chunk-75FURJXI.js";
import "./chunk-TBFIYH3V.js";
import "./chunk-V67K3L6B.js";
import "./chunk-WROJGBJ5.js";
import "./chunk-3T2YQHGU.js";
import "./chunk-IHEACDNB.js";
import "./chunk-CPFEKNTS.js";
import "./chunk-5SFQNJWB.js";
import "./chunk-NCMDP22J.js";
import "./chunk-JYDRG4Q7.js";
import "./chunk-WCDTERYH.js";
import "./chunk-LSHX7TM5.js";
import "./chunk-HWCT7VXV.js";
import "./chunk-LGQZNYKV.js";
import "./chunk-5Q6SFNNR.js";
import "./chunk-K6477OUF.js";
import "./chunk-JZQ4IJ4T.js";
import "./chunk-PBFOL2O3.js";
import "./chunk-HNKRRHKP.js";
import "./chunk-BSQQYDY2.js";
import "./chunk-GVDD7QND.js";
import "./chunk-YLGYUHZM.js";
import "./chunk-ORACNCOB.js";
import {
  session
} from "./chunk-FIXWRPOH.js";
import {
  provideBuild
} from "./chunk-BF4PNEGJ.js";
import "./chunk-FYURKBY3.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-WIPRSF3Y.js";
import "./chunk-YVU5L7BE.js";
import {
  parseRequest
} from "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-3L6VLD7O.js";
import {
  mrtdOf
} from "./chunk-T6SRI57T.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-ZJDXO6NN.js";
import "./chunk-ER4JHYTJ.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-OFMX2KKT.js";
import "./chunk-GM4JGWXZ.js";
import "./chunk-WTWDRYRV.js";
import "./chunk-GMRKDGWK.js";
import "./chunk-K6VLZNBD.js";
import "./chunk-IRZMTVJD.js";
import "./chunk-C5WI4WD4.js";
import "./chunk-YCQBZFS4.js";
import "./chunk-S2CQOASI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import {
  BUILDS,
  FIRMWARES,
  PIN_SETS
} from "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
import {
  HostError,
  UsageError
} from "./chunk-BM2IJI2T.js";
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

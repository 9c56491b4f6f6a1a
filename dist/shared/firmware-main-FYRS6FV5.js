import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  inJobLog,
  refuse
} from "./chunk-KA5GQUJC.js";
import "./chunk-HCE5OGIB.js";
import "./chunk-KJ2PFS4V.js";
import {
  getBooleanInput,
  getInput,
  getMultilineInput,
  info,
  setOutput
} from "./chunk-X7X35JEF.js";
import {
  provideFirmware,
  session
} from "./chunk-JIORIUGJ.js";
import "./chunk-SL2OUSAE.js";
import {
  parseRequest
} from "./chunk-AQPDE2PH.js";
import "./chunk-NTUOOXB6.js";
import {
  mrtdOf
} from "./chunk-NOYFYVKQ.js";
import "./chunk-TESD7I65.js";
import "./chunk-IZ5ID7UZ.js";
import "./chunk-OXWTHSYA.js";
import "./chunk-HEMVHKF3.js";
import {
  BUILDS,
  FIRMWARES,
  PIN_SETS
} from "./chunk-3S7ANKJB.js";
import "./chunk-36SI6CTG.js";
import {
  HostError,
  UsageError
} from "./chunk-OG6ZZA4V.js";
import "./chunk-P4Z2SUOO.js";

// src/action/firmware-main.ts
async function main() {
  try {
    const request = readRequest();
    const installTools = getBooleanInput("install-tools");
    const { value: provided } = await session(
      ({ signal }) => inJobLog((options) => provideFirmware(request, { ...options, installTools }), signal)
    );
    if (provided === void 0) throw new HostError("cancelled", "cancelled before the firmware was ready");
    setOutputs(provided);
  } catch (error) {
    refuse(error);
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
function setOutputs({ entry, from }) {
  const { image, manifestFile, manifest, log } = entry;
  setOutput("path", image);
  setOutput("sha256", manifest.sha256);
  setOutput("mrtd", mrtdOf(entry));
  setOutput("cache-hit", String(from !== "build"));
  setOutput("commit", manifest.source.commit ?? "");
  setOutput("manifest", manifestFile);
  setOutput("log", log);
  const origin = { store: "from this machine", cache: "from the shared cache", build: "built" }[from];
  info(
    `${manifest.inputs.recipe} (${manifest.inputs.build}) ${origin}: ${image}, SHA-256 ${manifest.sha256}`
  );
}
export {
  main
};

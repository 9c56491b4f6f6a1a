import {
  replay
} from "./chunk-FQ3DCRTG.js";
import {
  loadRecorded
} from "./chunk-CT3CYKUU.js";
import {
  EXIT
} from "./chunk-J27YLO4G.js";
import {
  diagnosisResult,
  openRecorded,
  recordedDigests
} from "./chunk-322MFWUB.js";
import {
  withDigests
} from "./chunk-PSFT4LPN.js";
import {
  describeDiagnosis
} from "./chunk-KOEPRBXI.js";

// src/cli/recorded.ts
function launchOf(directory) {
  for (const event of openRecorded(directory, "console").events) {
    if (event.type === "launch")
      return event.booted && { ...event, booted: withDigests(event.booted, recordedDigests(directory)) };
  }
  return void 0;
}
function describeBooted({ vmm, files, firmware, mrtd }) {
  const digests = files.map(
    ({ role, path, bytes, sha256 }) => `${role}: ${path} (${bytes} bytes, ${sha256 === null ? "no digest" : `SHA-256 ${sha256}`})`
  );
  const build = firmware === null ? [] : [describeBuild(firmware)];
  return [
    `VMM: ${vmm.name} ${vmm.version ?? "(version not known)"}, ${vmm.path}`,
    ...digests,
    ...build,
    ...mrtd === null ? [] : [`MRTD: ${mrtd}`]
  ];
}
function describeBuild({ recipe, build, from, commit, key }) {
  return `firmware: ${recipe} (${build}), built from ${from}${commit === null ? "" : ` at ${commit}`}: ${key}`;
}
function diagnoseRecorded(directory, options, { out }) {
  const { loaded } = loadRecorded(directory);
  let verdict;
  for (const event of replay(directory, loaded.scenario.rules)) {
    if (event.type === "verdict") verdict = event.verdict;
  }
  if (verdict === void 0) throw new Error("the recording ended without a verdict");
  const { diagnosis, phase, timeline } = verdict;
  if (options.json === true) {
    const found = diagnosis === void 0 ? null : diagnosisResult(diagnosis);
    out.json({ phase, diagnosis: found, sightings: [], omitted: 0, timeline });
  } else if (diagnosis === void 0) {
    out.line(`${directory}: nothing wrong was found, reached ${phase}`);
  } else {
    out.line(`${directory}: stopped in ${diagnosis.phase}: ${diagnosis.title}`);
    out.line(`  cause: ${diagnosis.cause} (${diagnosis.certainty})`);
    out.lines(describeDiagnosis(diagnosis, diagnosis.title).slice(1));
  }
  return diagnosis === void 0 ? EXIT.passed : EXIT.failed;
}

export {
  launchOf,
  describeBooted,
  diagnoseRecorded
};
